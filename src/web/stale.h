/* stale.h - two people, one record. A form page that meets FAULT_STALE answers with rq_stale(), and asks rq_settled() before it
 * saves: then whoever saves second sees both texts, and what only one of them changed stays theirs. Nothing is saved until it is
 * settled. */
#ifndef WEB_STALE_H
#define WEB_STALE_H

#include <string.h>

#include "web/web.h"

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
	bool may_wait;                /* the page can keep the text as a draft */
	const char *carry, *carried;  /* a hidden value sent again */
};

struct stale_asks {
	bool may_wait;                /* "decide later" is offered, and comes as `later` */
	const char *carry;            /* a hidden value of the form to be sent again, or NULL */
};
/* The page with both texts; `mine` as typed, with the version it was written on. */
MUST const struct fault *rq_stale(struct req *rq, struct row *now, const struct form *mine, const struct stale_asks *asks);
/* Was this sent from that page? Then what was chosen is in `form`. *later: keep it as a draft instead. */
bool rq_settled(struct req *rq, struct form *form, bool *later);

#endif
