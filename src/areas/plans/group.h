/* group.h - what the group review hands to its template and keeps between its two files. Nothing here is for others. */
#ifndef AREAS_PLANS_GROUP_H
#define AREAS_PLANS_GROUP_H

#include "areas/plans/cycle.h"

struct group_by { const char *pupil_class, *staff, *support; };   /* what children are chosen by; "" all */
struct group_row {
	const struct row *target, *review;                         /* review NULL: none yet */
	const char *rating, *next, *value, *note;                  /* as typed, or as it stands */
	const char *had;                                           /* sessions: on the first row of a child */
	const char *saved;                                         /* what somebody else saved meanwhile; NULL: nothing */
	bool here;                                                 /* left over: not finished, or saved by somebody else */
	int checks;
};
struct group_child { const char *plan, *pupil, *name, *form, *state; struct group_row *row; int count, sessions; bool done; };
struct group { struct group_by by; struct group_child *child; int count, all, done,
	targets; const char *title; struct rows lines; };

enum { GROUP_MOST = 30 };
MUST const struct fault *group_read(struct req *rq, struct group *g);
const char *group_query(struct req *rq, const struct group_by *by); /* "class=...&staff=..." */

#endif
