/* odd.c - the sums that a clock row cannot say. Each names its source; the counting rules are those of the domain notes, section 2,
 * the earlier reading each time. */
#include "law/clock_sum.h"

#include <string.h>

static day missing(struct clock_sum *s, const char *key, const char *what)
{
	return s->fault ? DAY_NONE : clock_none(s, "Give %s (%s=DATE).", what, key);
}

/* Days closed from the start up to re-opening; 0 and a reason if not known. Regs reg 5(4)(a): not less than four weeks. */
static day reopening(struct clock_sum *s)
{
	day reopens = clock_input_day(s, "reopens");

	if (reopens == DAY_NONE && !s->fault)
		reopens = calendar_reopens(s->calendar, s->start);
	if (reopens == DAY_NONE)
		return missing(s, "reopens", "the day the school re-opens");
	clock_line(s, "Closed for %d days, until %s", reopens - s->start, clock_say(s, reopens));
	if (reopens - s->start < 28)
		return clock_none(s, "The school is closed for %d days: under 4 weeks (28 days) there is no such window.",
			reopens - s->start);
	return reopens;
}

day odd_closure_start(struct clock_sum *s)
{
	if (reopening(s) == DAY_NONE)
		return DAY_NONE;
	clock_line(s, "First closed day - 7 days: %s", clock_say(s, s->start - 7));
	return s->start - 7;
}

day odd_closure_end(struct clock_sum *s)
{
	day reopens = reopening(s);

	if (reopens == DAY_NONE)
		return DAY_NONE;
	clock_line(s, "Re-opening day - 7 days: %s", clock_say(s, reopens - 7));
	return reopens - 7;
}

/* CFA 2014 s44(1) less the authority's four weeks: a planning date. */
day odd_review_meeting_latest(struct clock_sum *s)
{
	day limit = clock_year_from(s->start);

	clock_line(s, "12 months starting with the start end on %s", clock_say(s, limit));
	clock_line(s, "- 28 days for the authority's decision: %s", clock_say(s, limit - 28));
	return limit - 28;
}

/* Regs reg 20(10) with CFA s44(1): the earlier of the two. */
day odd_review_la_decision(struct clock_sum *s)
{
	day last = clock_input_day(s, "last_made_or_concluded"), limit;

	if (last == DAY_NONE)
		return missing(s, "last_made_or_concluded", "the day the plan was made or its last review concluded");
	limit = clock_year_from(last);
	clock_line(s, "Meeting + 4 weeks (28 days): %s", clock_say(s, s->start + 28));
	clock_line(s, "12 months starting with %s end on %s", day_long(s->a, last), clock_say(s, limit));
	clock_line(s, "The earlier of the two counts.");
	return limit < s->start + 28 ? limit : s->start + 28;
}

/* The year of transfer: from transfer=YYYY-MM if given, else from the start. 0: not a year and month. */
static int transfer_year(struct clock_sum *s)
{
	const char *transfer = clock_input(s->inputs, "transfer");
	int year, month, date;
	day d = s->start;

	if (transfer && transfer[0]) {
		d = day_parse(strlen(transfer) == 7 ? arena_printf(s->a, "%s-01", transfer) : transfer);
		if (d == DAY_NONE) {
			s->fault = FAULT(s->a, FAULT_INVALID, "transfer must be a month like 2027-09, not '%s'", transfer);
			return 0;
		}
	}
	day_parts(d, &year, &month, &date);
	return year;
}

static day before_in_year(struct clock_sum *s, int month, int date)
{
	int year = transfer_year(s);
	day limit = year ? day_of(year, month, date) : DAY_NONE;

	if (limit == DAY_NONE)
		return DAY_NONE;
	clock_line(s, "The law says before %s, so the last safe day is the day before", day_long(s->a, limit));
	return limit - 1;
}

day odd_phase_school(struct clock_sum *s)
{
	return before_in_year(s, 2, 15);
}

day odd_phase_post16(struct clock_sum *s)
{
	return before_in_year(s, 3, 31);
}

/* Regs reg 15(5): the later of the two limbs. */
day odd_move_review(struct clock_sum *s)
{
	day last = clock_input_day(s, "last_made_or_concluded"), year, quarter;

	if (last == DAY_NONE)
		return missing(s, "last_made_or_concluded", "the day the plan was made or last reviewed");
	year = clock_year_from(last);
	quarter = day_add_months(s->start, 3) - 1;
	clock_line(s, "12 months starting with %s end on %s", day_long(s->a, last), clock_say(s, year));
	clock_line(s, "3 months beginning with the transfer end on %s", clock_say(s, quarter));
	clock_line(s, "The later of the two counts.");
	return year > quarter ? year : quarter;
}

/* HESC Rules 2008 r20: the later of letter + 2 months and mediation certificate + 1 month. No certificate yet: the first alone. */
day odd_appeal_base(struct clock_sum *s)
{
	day certificate = clock_input_day(s, "mediation_certificate"), letter = day_add_months(s->start, 2), month;

	if (s->fault)
		return DAY_NONE;
	clock_line(s, "Date on the letter + 2 months: %s", clock_say(s, letter));
	if (certificate == DAY_NONE) {
		clock_line(s, "No mediation certificate: its month is not counted.");
		return letter;
	}
	month = day_add_months(certificate, 1);
	clock_line(s, "Mediation certificate + 1 month: %s", clock_say(s, month));
	clock_line(s, "The later of the two counts.");
	return month > letter ? month : letter;
}

/* The Tribunal's own practice for SEN appeals: a base date from 25 December to 1 January or in August moves to the next working day
 * after. Both dates are kept; people are warned on the base date. */
day odd_appeal_extended(struct clock_sum *s)
{
	day base = odd_appeal_base(s), from = base;
	int year, month, date;

	if (base == DAY_NONE)
		return DAY_NONE;
	day_parts(base, &year, &month, &date);
	if (month == 8)
		from = day_of(year, 9, 1);
	else if (month == 12 && date >= 25)
		from = day_of(year + 1, 1, 1);
	else if (!(month == 1 && date == 1))
		return base;
	from = calendar_on_or_after(s->calendar, DAY_WORKING, from);
	clock_line(s, "The base date is in %s: extended to %s. Work to the base date.",
		month == 8 ? "August" : "25 December to 1 January", clock_say(s, from));
	return from;
}

/* The school year (1 September to 31 August) in which someone born on the start day turns `age`. */
static int school_year_turning(struct clock_sum *s, int age)
{
	day birthday = day_add_months(s->start, 12 * age);

	clock_line(s, "Turns %d on %s, in the school year %d/%02d", age, day_long(s->a, birthday), day_school_year(birthday),
		(day_school_year(birthday) + 1) % 100);
	return day_school_year(birthday);
}

/* The start of Year 9. */
day odd_year_turning_14(struct clock_sum *s)
{
	int year = school_year_turning(s, 14);

	clock_line(s, "That school year begins on 1 September %d", year);
	return day_of(year, 9, 1);
}

/* Education Act 1996 s8: the last Friday in June of the school year in which the pupil turns 16. */
day odd_young_person(struct clock_sum *s)
{
	day d = day_of(school_year_turning(s, 16) + 1, 6, 30);

	while (d != DAY_NONE && day_week(d) != 4)
		d--;
	clock_line(s, "Last Friday in June of it: %s", clock_say(s, d));
	return d;
}

day odd_school_year_end(struct clock_sum *s)
{
	clock_line(s, "The school year of the start ends on 31 August %d", day_school_year(s->start) + 1);
	return day_of(day_school_year(s->start) + 1, 8, 31);
}

day odd_december_end(struct clock_sum *s)
{
	clock_line(s, "31 December of the school year of the start");
	return day_of(day_school_year(s->start), 12, 31);
}

day odd_financial_year_end(struct clock_sum *s)
{
	int year, month, date;

	day_parts(s->start, &year, &month, &date);
	clock_line(s, "The financial year of the start ends on 31 March %d", year + (month > 3));
	return day_of(year + (month > 3), 3, 31);
}

/* The n-th Thursday of a month. */
static day thursday(struct clock_sum *s, int year, int month, int n)
{
	day d = day_of(year, month, 1);

	d += (3 - day_week(d) + 7) % 7 + 7 * (n - 1);
	clock_line(s, "%s Thursday of the month, the pattern of past years: %s", n == 1 ? "First" : "Third", clock_say(s, d));
	return d;
}

day odd_census_autumn(struct clock_sum *s)
{
	return thursday(s, day_school_year(s->start), 10, 1);
}

day odd_census_spring(struct clock_sum *s)
{
	return thursday(s, day_school_year(s->start) + 1, 1, 3);
}

day odd_census_summer(struct clock_sum *s)
{
	return thursday(s, day_school_year(s->start) + 1, 5, 3);
}
