/* own.h - what a campus lays over the law: its terms and closures, its dated settings. They are records (holiday, term_day,
 * setting), read through the gate like any other by whoever's act it is; any member of staff may read them.
 *
 * A clock's setting has the name "clock.ID" and a value of parts with semicolons between:
 *	6 weeks            another length (SETTING clocks only): a number and days, weeks, months, years, working days, school days
 *	margin 2           so many days earlier
 *	by 2026-10-16      an earlier local date
 *	on 2027-03-21      another fixed date (SETTING clocks with one) */
#ifndef LAW_OWN_H
#define LAW_OWN_H

#include "law/clock.h"
#include "record/act.h"

/* The calendar of the act's campus: its school days if it has given its terms, and bank holidays with its own added. Make it once
 * an act and keep it. */
MUST const struct fault *law_own_calendar(struct act *act, const struct calendar **out);

/* The clock settings of the act's campus, whatever their dates. One that cannot be read is left out: it was checked when it was
 * saved. */
MUST const struct fault *law_own_settings(struct act *act, const struct clock_setting **out, int *count);

/* Read a setting's value. FAULT_INVALID says in plain words what is wrong: show it beside the field. */
MUST const struct fault *law_setting_parse(struct arena *a, const char *name, const char *value, const char *from,
	const char *until, struct clock_setting *out);

/* A campus's law, loaded once for many dates. */
struct own_law {
	const struct calendar *calendar;
	const struct clock_setting *settings;
	int n_settings;
};
MUST const struct fault *law_own(struct act *act, struct own_law *out);

/* One date by a campus's law: law_at() and clock_due() in one. FAULT_NONE: no such clock. */
MUST const struct fault *law_due(struct arena *a, const struct own_law *own, const char *id, day start,
	const struct clock_inputs *inputs, struct clock_answer *out);

#endif
