/* calendar.h - which days count. Four kinds of day, told apart by weekday, bank holidays of England, a school's own days and the
 * Tribunal's rule (no weekend, no bank holiday, not 25 December to 1 January, not August).
 *
 * A calendar is made once from lists and is const from then on: any thread may read it. Working and Tribunal days need the bank
 * holidays only; school days need a school's own dates, and without them every answer about school days is DAY_NONE or -1: nobody
 * guesses a school's holidays. Days past calendar_known_until() are still counted for working days, from weekdays alone, so whoever
 * shows such a date says that bank holidays past that day are not known. Source: the domain notes on clocks, section 2. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/date.h"

enum day_kind { DAY_CALENDAR, DAY_WORKING, DAY_SCHOOL, DAY_TRIBUNAL };

struct span { day first, last; }; /* both inclusive */

/* What a calendar is made from; the lists may be in any order, overlap, and be empty. They are copied. */
struct calendar_parts {
	const char *name;             /* for people: "cal-a", "Oakfield Primary" */
	const day *holidays;          /* bank holidays */
	int n_holidays;
	const struct span *terms;     /* when pupils are in; weekends and bank holidays are taken out */
	int n_terms;
	const struct span *closed;    /* half-terms, closures: taken out of the terms */
	int n_closed;
	const day *staff;             /* staff-only days (INSET): taken out of the terms too */
	int n_staff;
	const day *open;              /* pupils are in although the rest says otherwise: a Saturday, a day made up for snow */
	int n_open;
};

struct calendar {
	const char *name;
	const day *holidays, *school, *staff; /* each in order, without repeats */
	int n_holidays, n_school, n_staff;
};

const struct calendar *calendar_new(struct arena *a, const struct calendar_parts *parts) __attribute__((returns_nonnull));

bool calendar_has_school(const struct calendar *c);
bool calendar_is(const struct calendar *c, enum day_kind kind, day d);
bool calendar_is_holiday(const struct calendar *c, day d);

/* `n` days of a kind from `start`: the start is day 0, or day 1 if `start_counts` and it is such a day. Negative n counts back (the
 * start is then never counted). n 0 is the start itself. DAY_NONE if school days are not known that far. */
day calendar_add(const struct calendar *c, enum day_kind kind, day start, int n, bool start_counts);

/* How many days of a kind come after `from`, up to and including `to`; negative if `to` is earlier by so many. -1 cannot be told
 * from "not known" for school days: ask calendar_known() first. */
int calendar_between(const struct calendar *c, enum day_kind kind, day from, day to);

day calendar_on_or_before(const struct calendar *c, enum day_kind kind, day d); /* DAY_NONE: not known */
day calendar_on_or_after(const struct calendar *c, enum day_kind kind, day d);
day calendar_next(const struct calendar *c, enum day_kind kind, day d);         /* the first after d */
/* The first day on or after `d` when staff or pupils are in: the earlier reading of "re-opens". DAY_NONE: not known. */
day calendar_reopens(const struct calendar *c, day d);

/* Until when the lists are good: for working and Tribunal days the end of the year of the last bank holiday, for school days the
 * last school day (31 August if that is in July), for calendar days the end of time. DAY_NONE: nothing is known. */
day calendar_known_until(const struct calendar *c, enum day_kind kind);
/* True if every day from `from` to `to` is within what is known for the kind. */
bool calendar_known(const struct calendar *c, enum day_kind kind, day from, day to);

/* "calendar days", "working days (England)", "school days (cal-a)", "Tribunal working days". */
const char *calendar_kind_words(struct arena *a, const struct calendar *c, enum day_kind kind);

#endif
