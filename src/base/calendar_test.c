/* calendar_test.c - each kind of day is counted by its own rule, and what is not known is said to be so. */
#include "base/calendar.h"

#include "tests/test.h"

static day D(const char *iso)
{
	return day_parse(iso);
}

/* Autumn 2026 and spring 2027 of an invented school, and the bank holidays around them. */
static const struct calendar *school(struct test *t)
{
	day holidays[] = { D("2026-12-25"), D("2026-12-28"), D("2027-01-01"), D("2027-03-26"), D("2027-03-29"), D("2026-12-25") };
	struct span terms[] = { { D("2027-01-04"), D("2027-03-25") }, { D("2026-09-01"), D("2026-12-18") } };
	struct span closed[] = { { D("2026-10-26"), D("2026-10-30") }, { D("2027-02-15"), D("2027-02-19") } };
	day staff[] = { D("2026-09-01"), D("2027-01-04") };

	return calendar_new(t->a, &(struct calendar_parts){ "test school", holidays, 6, terms, 2, closed, 2, staff, 2 });
}

static const struct calendar *england(struct test *t)
{
	day holidays[] = { D("2026-12-25"), D("2026-12-28"), D("2027-01-01"), D("2027-08-30") };

	return calendar_new(t->a, &(struct calendar_parts){ .name = "England", .holidays = holidays, .n_holidays = 4 });
}

#define expect_day(got, want) expect_text(day_iso(t->a, (got)), (want))

TEST(working_days_skip_weekends_and_bank_holidays)
{
	const struct calendar *c = england(t);

	expect_day(calendar_add(c, DAY_WORKING, D("2026-12-24"), 1, false), "2026-12-29");
	expect_day(calendar_add(c, DAY_WORKING, D("2026-12-18"), 15, false), "2027-01-13");
	expect_day(calendar_add(c, DAY_WORKING, D("2026-12-14"), 15, true), "2027-01-06");
	expect_day(calendar_add(c, DAY_WORKING, D("2026-12-12"), 1, true), "2026-12-14");
	expect_day(calendar_add(c, DAY_WORKING, D("2026-12-29"), -1, false), "2026-12-24");
	expect_day(calendar_next(c, DAY_WORKING, D("2026-12-24")), "2026-12-29");
	expect_int(calendar_between(c, DAY_WORKING, D("2026-12-18"), D("2027-01-13")), 15);
	expect_int(calendar_between(c, DAY_WORKING, D("2027-01-13"), D("2026-12-18")), -15);
}

TEST(tribunal_days_leave_out_august_and_the_new_year)
{
	const struct calendar *c = england(t);

	expect(!calendar_is(c, DAY_TRIBUNAL, D("2026-12-29")));
	expect(!calendar_is(c, DAY_TRIBUNAL, D("2027-08-04")));
	expect(calendar_is(c, DAY_TRIBUNAL, D("2027-09-01")));
	expect_day(calendar_add(c, DAY_TRIBUNAL, D("2026-12-18"), 30, false), "2027-02-08");
}

TEST(school_days_leave_out_holidays_and_staff_days)
{
	const struct calendar *c = school(t);

	expect(!calendar_is(c, DAY_SCHOOL, D("2026-09-01")));
	expect(calendar_is(c, DAY_SCHOOL, D("2026-09-02")));
	expect(!calendar_is(c, DAY_SCHOOL, D("2026-10-28")));
	expect_day(calendar_add(c, DAY_SCHOOL, D("2026-12-16"), 2, false), "2026-12-18");
	expect_day(calendar_add(c, DAY_SCHOOL, D("2026-12-16"), 3, false), "2027-01-05");
	expect_day(calendar_add(c, DAY_SCHOOL, D("2027-01-05"), -2, false), "2026-12-17");
	expect_day(calendar_on_or_before(c, DAY_SCHOOL, D("2027-01-03")), "2026-12-18");
	expect_day(calendar_on_or_after(c, DAY_SCHOOL, D("2026-12-19")), "2027-01-05");
	expect_day(calendar_reopens(c, D("2026-12-19")), "2027-01-04");
	expect_day(calendar_add(c, DAY_SCHOOL, D("2026-08-20"), 1, false), "2026-09-02");
}

TEST(a_day_made_up_counts_as_a_school_day)
{
	struct span term = { D("2027-01-04"), D("2027-01-08") };
	day open[] = { D("2027-01-09") };
	const struct calendar *c = calendar_new(t->a, &(struct calendar_parts){ .name = "snow", .terms = &term, .n_terms = 1,
		.open = open, .n_open = 1 });

	expect(calendar_is(c, DAY_SCHOOL, D("2027-01-09")));
	expect(!calendar_is(c, DAY_WORKING, D("2027-01-09")));
	expect_int(c->n_school, 6);
}

TEST(school_days_without_a_school_calendar_are_not_guessed)
{
	const struct calendar *c = england(t);

	expect_int(calendar_add(c, DAY_SCHOOL, D("2026-12-16"), 2, false), DAY_NONE);
	expect_int(calendar_on_or_before(c, DAY_SCHOOL, D("2026-12-16")), DAY_NONE);
	expect_int(calendar_known_until(c, DAY_SCHOOL), DAY_NONE);
	expect(!calendar_has_school(c));
}

TEST(days_past_what_a_calendar_knows_are_reported)
{
	const struct calendar *c = school(t);

	expect_int(calendar_add(c, DAY_SCHOOL, D("2027-03-25"), 1, false), DAY_NONE);
	expect_int(calendar_on_or_before(c, DAY_SCHOOL, D("2027-05-01")), DAY_NONE);
	expect_int(calendar_add(c, DAY_SCHOOL, D("2026-07-20"), 1, false), DAY_NONE);
	expect_day(calendar_known_until(c, DAY_SCHOOL), "2027-03-25");
	expect_day(calendar_known_until(c, DAY_WORKING), "2027-12-31");
	expect(calendar_known(c, DAY_WORKING, D("2026-12-01"), D("2027-12-31")));
	expect(!calendar_known(c, DAY_WORKING, D("2027-12-01"), D("2028-01-01")));
	expect(!calendar_known(c, DAY_WORKING, D("2025-12-01"), D("2026-01-01")));
}

TEST(a_slip_in_the_dates_of_a_term_does_no_harm)
{
	struct span terms[] = { { D("2027-01-04"), D("2026-03-25") }, { D("1026-09-02"), D("9026-09-02") },
		{ DAY_NONE, D("2026-09-02") } };
	const struct calendar *c = calendar_new(t->a, &(struct calendar_parts){ .name = "slips", .terms = terms, .n_terms = 3 });

	expect(c->n_school < 4000);
	expect_int(calendar_add(c, DAY_WORKING, D("2026-01-01"), 1000000, false), DAY_NONE);
	expect_int(calendar_add(c, DAY_WORKING, DAY_NONE, 1, false), DAY_NONE);
}
