/* clock_sum.h - a sum on its way: what clock.c and odd.c share. Nobody else includes it. */
#ifndef LAW_CLOCK_SUM_H
#define LAW_CLOCK_SUM_H

#include "law/clock.h"

enum { CLOCK_LINES = 24 };

struct clock_sum {
	struct arena *a;
	const struct clock_row *row;
	day start;
	const struct clock_inputs *inputs;
	const struct calendar *calendar;
	const char *lines[CLOCK_LINES];
	int n_lines;
	const char *none;            /* why there is no date */
	const struct fault *fault;
};

/* Write one line of working. */
void clock_line(struct clock_sum *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* There is no date, and this is why. Returns DAY_NONE. */
day clock_none(struct clock_sum *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* An input as a day; DAY_NONE if it is missing, says "none" or is no date (then s->fault is set). */
day clock_input_day(struct clock_sum *s, const char *key);
/* A day as people read it, with its weekday: "Monday 25 January 2027". */
const char *clock_say(struct clock_sum *s, day d);
/* Twelve months starting with `d`: the day before the anniversary. Counting rules 4 and 5. */
day clock_year_from(day d);

day odd_closure_start(struct clock_sum *s);
day odd_closure_end(struct clock_sum *s);
day odd_review_meeting_latest(struct clock_sum *s);
day odd_review_la_decision(struct clock_sum *s);
day odd_phase_school(struct clock_sum *s);
day odd_phase_post16(struct clock_sum *s);
day odd_move_review(struct clock_sum *s);
day odd_appeal_base(struct clock_sum *s);
day odd_appeal_extended(struct clock_sum *s);
day odd_year_turning_14(struct clock_sum *s);
day odd_young_person(struct clock_sum *s);
day odd_school_year_end(struct clock_sum *s);
day odd_december_end(struct clock_sum *s);
day odd_financial_year_end(struct clock_sum *s);
day odd_census_autumn(struct clock_sum *s);
day odd_census_spring(struct clock_sum *s);
day odd_census_summer(struct clock_sum *s);

#endif
