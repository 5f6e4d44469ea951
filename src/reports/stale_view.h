/* stale_view.h - what the page for two people and one record shows. */
#ifndef REPORTS_STALE_VIEW_H
#define REPORTS_STALE_VIEW_H

#include <string.h>

#include "ui/ui.h"

struct stale_field {
	const char *name, *label;
	const char *mine;             /* as it is sent back */
	const char *mine_shown, *theirs_shown, *before_shown, *joined;
	bool ask;                     /* both have changed it */
	bool words;                   /* texts can be joined; dates and choices cannot */
};

struct stale_view {
	const char *who, *when, *action;
	int64_t version;              /* of the row as it stands now */
	struct stale_field *fields;   /* those the person has changed */
	int count, asked;
};

#endif
