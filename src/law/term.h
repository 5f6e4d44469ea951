/* term.h - the school year as schools speak of it: "2026/27", autumn, spring and summer, school weeks, census days. The school year
 * runs from 1 September to 31 August (Education Act 1996 s579). Weeks need a campus's own calendar. */
#ifndef LAW_TERM_H
#define LAW_TERM_H

#include "base/calendar.h"

enum school_term { TERM_AUTUMN, TERM_SPRING, TERM_SUMMER };

/* "2026/27" for the school year that day belongs to. */
const char *school_year_words(struct arena *a, day d);

/* Terms as the exclusion rules count them: they end on 31 December, Easter Monday and 31 July (here 31 August, so that no day is
 * without one). SI 2012/1033. */
enum school_term school_term_of(day d);
const char *school_term_words(enum school_term term); /* "autumn term" */
day easter_sunday(int year);

/* Which week of the school year the day is in, and how many it has: Monday-to-Sunday weeks with at least one school day, counted
 * from
 * 1 September. In a holiday `*week` is 0. False if the calendar does not know the day's school year. */
bool school_week(const struct calendar *c, day d, int *week, int *weeks);
/* "School week 12 of 38", "School holiday: back on Tuesday 5 January", or "" if the calendar does not know. */
const char *school_week_words(struct arena *a, const struct calendar *c, day d);

/* The next census on or after the day, by the pattern of past years: a setting, for people to check against the published dates. */
struct census { const char *clock, *name; day on, return_by; bool types; /* needs and ranks are returned */ };
struct census next_census(struct arena *a, day from);

#endif
