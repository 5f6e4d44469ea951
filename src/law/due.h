/* due.h - a date that the program worked out for a child, kept as a record (`due`): which rule, from what, and whether it was met.
 *
 * Written by the program whoever acts (floor rule). A date that changes keeps its earlier versions; one whose cause is gone is
 * withdrawn. Any area may hang a date on a record of its own; the fields of `due` are named here because all of them meet in it. */
#ifndef LAW_DUE_H
#define LAW_DUE_H

#include "record/act.h"

struct clock_input; /* law/clock.h */

enum {
	DUE_PUPIL, DUE_CLOCK, DUE_TITLE, DUE_WHY, DUE_STARTS, DUE_DUE, DUE_BASE, DUE_RULE_VERSION, DUE_INPUTS, DUE_SOURCE,
	DUE_SOURCE_ID, DUE_DUTY, DUE_MET_ON, DUE_EXEMPT_REASON, DUE_FIELDS
};

struct due_wanted {
	const char *clock, *title, *why; /* shown in lists: no word of a need */
	day starts;
	const struct clock_input *inputs;
	int n_inputs;
	day agreed;                 /* a day that people set instead of the rule's, or DAY_NONE */
	day met;                    /* DAY_NONE: not yet */
	const char *source;         /* name of the record it hangs on */
	const char *source_id;
	bool next;                  /* one after another: an open one is changed, a met one is followed by a new one */
	bool own;                   /* the school's own date: no rule of law, .agreed is all there is */
};

/* Work a date out and keep it: added, or changed if it is there already. `about`: any row about the child. Id NULL: there is no
 * date. */
MUST const struct fault *due_set(struct act *act, const struct row *about, const struct due_wanted *w, const char **id);
/* The open dates of a clock for this child were met on that day. How many. */
MUST const struct fault *due_met(struct act *act, const char *pupil, const char *clock, day on, int *count);
/* Withdraw the open dates that hang on a record. */
MUST const struct fault *due_drop(struct act *act, const char *pupil, const char *source_id, const char *why);
/* A child's dates not yet met whose `field` is `value`. */
MUST const struct fault *due_open(struct act *act, const char *pupil, int field, const char *value, struct rows *out);

#endif
