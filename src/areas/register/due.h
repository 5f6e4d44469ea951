/* due.h - dates that the program works out for a child: which rule, from what, and whether it was met. Written by the program whoever
 * acts (floor rule), through law/clock alone. A date that changes keeps its earlier versions; one whose cause is gone is withdrawn.
 * Sources: the domain notes on clocks, section 9 (s68-inform-parent, sen-support-third-meeting, APDR), section 4 (annual review). */
#ifndef AREAS_REGISTER_DUE_H
#define AREAS_REGISTER_DUE_H

#include "areas/register/area.h"
#include "law/own.h"

/* Dates the school sets for itself have no row in the law; their clocks are named so. */
#define CLOCK_WATCH "watch-decision"
#define CLOCK_MONITOR "sen-monitoring"

struct due_wanted {
	const char *clock, *title, *why;
	day starts;
	const struct clock_input *inputs;
	int n_inputs;
	day agreed;                 /* a day that people set instead of the rule's, or DAY_NONE */
	day met;                    /* DAY_NONE: not yet */
	const char *source;         /* name of the record it hangs on */
	const char *source_id;
	bool next;                  /* one after another: an open one is changed, a met one is followed by a new one */
};

/* Work a date out and keep it: added, or changed if it is there already. `about`: any row about the child. Id NULL: there is no date. */
MUST const struct fault *due_set(struct act *act, const struct row *about, const struct due_wanted *w, const char **id);
/* The open dates of a clock for this child were met on that day. How many. */
MUST const struct fault *due_met(struct act *act, const char *pupil, const char *clock, day on, int *count);
/* Withdraw the open dates that hang on a record. */
MUST const struct fault *due_drop(struct act *act, const char *pupil, const char *source_id, const char *why);

/* Everything that hangs on a status, a watch, a child's meetings with parents: hooks call these. */
MUST const struct fault *due_of_status(struct act *act, const struct row *status);
MUST const struct fault *due_of_watch(struct act *act, const struct row *watch);
MUST const struct fault *due_of_meetings(struct act *act, const struct row *about);
/* The annual review of a child with a plan, from the day it was made or last reviewed. */
MUST const struct fault *due_of_plan(struct act *act, const struct row *status, day made_or_reviewed, bool reviewed);

#endif
