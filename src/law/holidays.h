/* holidays.h - the bank holidays of England that come with the program, and the domain notes' test calendar.
 *
 * Sources: the published list "bank holidays, England and Wales" for 2024 to 2027; 2028 from the standing rules (Banking and
 * Financial Dealings Act 1971; Christmas, Boxing Day and New Year move to the next weekday). One-off days happen: a school's own
 * list, kept as `holiday` records, is passed in and added. */
#ifndef LAW_HOLIDAYS_H
#define LAW_HOLIDAYS_H

#include "base/calendar.h"

struct bank_holiday { const char *day, *name; };

/* In order of date; *count is set. */
const struct bank_holiday *law_bank_holidays(int *count);

/* The shipped days and `n` more of a school's own, ready for calendar_parts; *count is set. A day the school has struck out (a
 * bank holiday moved by proclamation) is given in `struck`. */
const day *law_holidays(struct arena *a, const day *more, int n, const day *struck, int n_struck, int *count);

/* England with no school's dates: working and Tribunal days only. */
const struct calendar *law_england(struct arena *a);

/* CAL-A: the test calendar of the domain notes on clocks, section 2. School days from 2 September 2026 to 17 December 2027. */
const struct calendar *cal_a(struct arena *a);

#endif
