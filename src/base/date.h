/* date.h - days and moments. A day is a count of days since 1 January 1970 (struct-free, so sums are sums); it is stored and sent
 * as ISO text "2026-11-22". A moment is UTC text "2026-11-22T08:40:00Z", shown in London time. No time zone files are read:
 * British Summer Time is computed (last Sundays of March and October, 01:00 UTC). */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/arena.h"

typedef int32_t day;
#define DAY_NONE INT32_MIN

day day_of(int year, int month, int date);      /* DAY_NONE if there is no such day or year is outside 1000..9999 */
void day_parts(day d, int *year, int *month, int *date);
day day_parse(const char *iso);                 /* strict yyyy-mm-dd, else DAY_NONE */
const char *day_iso(struct arena *a, day d);    /* "" for DAY_NONE */
int day_week(day d);                            /* 0 Monday .. 6 Sunday */
day day_add_months(day d, int months);          /* clamped to the month's end; statutory-clocks.md rule 5 */
int day_school_year(day d);                     /* the year in which the school year (1 Sep to 31 Aug) of d began */

const char *day_long(struct arena *a, day d);                 /* "22 November 2026"; "" for DAY_NONE */
const char *day_short(struct arena *a, day d, day today);     /* "22 Nov", with the year if not today's school year */
/* "in 5 days", "today", "tomorrow", "6 days overdue", "in 4 months" */
const char *day_relative(struct arena *a, day d, day today);
const char *day_span(struct arena *a, day from, day until);       /* "44 days", over 60 "4 months", over two years "5 years" */
const char *age_words(struct arena *a, day born, day today);  /* "13 years 2 months" */
int age_years(day born, day today);

/* "2026-11-22T08:40:00Z" now; the test clock if one is set. */
const char *moment_now(struct arena *a);
int64_t moment_seconds(const char *moment);                   /* since 1970, or -1 if badly written */
const char *moment_text(struct arena *a, int64_t seconds);
day moment_day(const char *moment);                           /* the London day it falls on */
const char *moment_long(struct arena *a, const char *moment); /* "22 November 2026, 08:40" in London */
day day_today(void);                                          /* London's, by the same clock */
/* "2026-11-22T08:40" as a clock in London shows it, in UTC; NULL if badly written. The hour that comes twice is read as summer
 * time. */
const char *moment_from_london(struct arena *a, const char *local);
/* A date as people type it: ISO, 22/11/2026, 22.11.26, 22 Nov 2026, 22 November 2026. Day first always; two-digit years are 1940 to
 * 2039. DAY_NONE if it is no date. */
day day_typed(const char *text);
/* Fix the clock (tests, `demo --on`): seconds since 1970, or -1 for the real one again. */
void clock_fix(int64_t seconds);
int64_t clock_seconds(void);

#endif
