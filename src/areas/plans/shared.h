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
	struct row *said, *signature;       /* what this link's holder sent; NULL: nothing yet */
	bool child;                         /* the reader is the child */
	struct form *form;
};

extern const struct link_task PLAN_TASKS[];
extern const struct route SHARED_ROUTES[];  /* ended by a NULL path */

#endif
