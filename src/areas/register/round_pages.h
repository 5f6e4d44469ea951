/* round_pages.h - what the review round and the check before the census hand to their templates. Nothing here is for others. */
#ifndef AREAS_REGISTER_ROUND_PAGES_H
#define AREAS_REGISTER_ROUND_PAGES_H

#include "areas/register/pages.h"

struct round_row {
	const char *pupil, *name, *form, *need, *choice, *next, *note, *choice_error, *next_error;
	day due, done;
	int64_t version;
};
struct round_view {
	const char *title, *year, *show;
	const struct ui_option *years, *shows;
	struct round_row *row;
	int count, matching, done, all;
};

struct census_fix { const char *pupil, *name, *form, *status, *wrong, *act, *href; };
struct census_view {
	const char *lede, *caption, *fine;
	struct census_fix *fix;
	int count;
};

#endif
