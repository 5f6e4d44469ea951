/* profile.h - one-page profiles: what a profile says put together with what the record holds (name, form, alert, adult, targets,
 * test arrangements), for the screen, for paper and for the command. A child without a written profile has one drawn from the
 * record alone. */
#ifndef REPORTS_PROFILE_H
#define REPORTS_PROFILE_H

#include "doc/profile_sheet.h"
#include "reports/child.h"
#include "web/link.h"

struct profile_of {
	const char *pupil, *upn, *last;   /* last: surname, for sorting */
	struct row *plan;                 /* the profile in use, or being written; wears its type's table. NULL: none */
	bool in_use;                      /* and staff are asked to read it */
	struct profile sheet;
};
struct profile_list { struct profile_of *of; int count; };

struct profile_ask {
	const char *pupil;                /* one child's; else */
	const char *class;                /* of a class; NULL with no pupil: everybody on the register, by surname */
	bool written_only;                /* only those that a profile is written for */
};
MUST const struct fault *profiles_gather(struct act *act, const struct profile_ask *ask, struct profile_list *out);

/* The parts of a sheet that the profile itself holds, from its row or from a form in the same table. */
void profile_from_row(struct arena *a, const struct row *plan, struct profile *sheet);
void profile_from_form(struct arena *a, const struct form *form, const struct row *plan, struct profile *sheet);

/* One PDF of them all. *out_over: what was too long, in words, or "". */
MUST const struct fault *profiles_pdf(struct act *act, const struct profile_list *list, enum profile_variant variant,
	struct buf *bytes, int *printed, const char **too_long);

/* "Agreed at home on 20 November 2026" for the sheet's foot, while what was agreed is what it says; for many at a time. */
MUST const struct fault *profiles_agreed(struct act *act, const char *pupil, struct profile_list *list);

extern const struct link_task PROFILE_TASKS[]; /* ended by a NULL name */
extern const struct route PROFILE_SHARED_ROUTES[];
extern const struct route PROFILE_ROUTES[];  /* ended by a NULL path */
extern const struct panel PROFILE_PANELS[];  /* ended by a NULL place */

#endif
