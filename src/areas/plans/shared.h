/* shared.h - a plan as people without an account read it by a one-time link, and what they answer. Nothing here is for other
 * areas. */
#ifndef AREAS_PLANS_SHARED_H
#define AREAS_PLANS_SHARED_H

#include "areas/plans/area.h"
#include "web/link.h"

struct shared_plan {
	struct row *plan;                   /* wears its type's table */
	const char *name, *type;            /* the child's first name; what the plan is called */
	const char *phone, *lead;           /* of the school; who leads it, in a word or two; "" */
	struct rows targets, uses;
	struct row *said;                   /* what this link's holder sent; NULL: nothing yet */
	struct rows card;                   /* and what a child sent of each target */
	bool child, proposal;               /* the reader is the child; the kind of plan rests on no law */
	struct form *form;
};

bool shared_is(const struct row *use, const char *side);   /* a strategy of all adults counts as school's */
bool shared_has(const struct shared_plan *s, const char *side);
/* What a line of the card was about, in the words that its writer read. */
const char *shared_about(struct arena *a, const struct shared_plan *s, const struct row *view);

extern const struct ui_option AGREE_ASKED[]; /* "I agree with this plan", ...: as the reader is asked */
extern const struct link_task PLAN_TASKS[];
extern const struct route SHARED_ROUTES[];  /* ended by a NULL path */

#endif
