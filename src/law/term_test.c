/* term_test.c - weeks, terms, census days and retention fall where schools say they do. */
#include "law/term.h"

#include <string.h>

#include "law/holidays.h"
#include "law/retention.h"
#include "tests/test.h"

TEST(school_weeks_are_counted_by_weeks_with_a_school_day)
{
	const struct calendar *c = cal_a(t->a);
	int week, weeks;

	expect(school_week(c, day_of(2026, 9, 2), &week, &weeks));
	expect_int(week, 1);
	expect_int(weeks, 40);
	expect(school_week(c, day_of(2026, 11, 22), &week, &weeks));
	expect_int(week, 11);
	expect_text(school_week_words(t->a, c, day_of(2026, 11, 23)), "School week 12 of 40");
	expect_text(school_week_words(t->a, c, day_of(2026, 12, 30)), "School holiday: back on Tuesday 5 Jan");
	expect_text(school_week_words(t->a, law_england(t->a), day_of(2026, 12, 30)), "");
	expect_text(school_week_words(t->a, c, day_of(2029, 1, 1)), "");
	expect_text(school_week_words(t->a, c, DAY_NONE), "");
}

TEST(a_school_year_and_its_terms_have_names)
{
	expect_text(school_year_words(t->a, day_of(2026, 8, 31)), "2025/26");
	expect_text(school_year_words(t->a, day_of(2026, 9, 1)), "2026/27");
	expect_text(school_year_words(t->a, day_of(2099, 9, 1)), "2099/00");
	expect_text(day_iso(t->a, easter_sunday(2027)), "2027-03-28");
	expect_text(day_iso(t->a, easter_sunday(2028)), "2028-04-16");
	expect_int(school_term_of(day_of(2027, 3, 29)), TERM_SPRING);
	expect_int(school_term_of(day_of(2027, 3, 30)), TERM_SUMMER);
	expect_int(school_term_of(day_of(2026, 12, 31)), TERM_AUTUMN);
	expect_text(school_term_words(TERM_SUMMER), "summer term");
}

/* The shipped bank holidays agree with the computed Easter. */
TEST(easter_is_where_the_bank_holidays_say)
{
	int count;
	const struct bank_holiday *rows = law_bank_holidays(&count);

	expect_int(count, 40);
	for (int i = 0; i < count; i++) {
		int year, month, date;

		day_parts(day_parse(rows[i].day), &year, &month, &date);
		expect(day_week(day_parse(rows[i].day)) < 5);
		if (strcmp(rows[i].name, "Easter Monday") == 0)
			expect_int(day_parse(rows[i].day), easter_sunday(year) + 1);
	}
}

TEST(the_next_census_is_found_across_the_school_year)
{
	struct census c = next_census(t->a, day_of(2026, 11, 22));

	expect_text(c.name, "Spring census");
	expect(c.types);
	expect_text(day_iso(t->a, c.on), "2027-01-21");
	expect_text(day_iso(t->a, c.return_by), "2027-02-17");
	expect_text(day_iso(t->a, next_census(t->a, day_of(2027, 5, 21)).on), "2027-10-07");
	expect_text(day_iso(t->a, next_census(t->a, day_of(2027, 1, 21)).on), "2027-01-21");
}

TEST(retention_ends_the_day_after_the_birthday)
{
	const struct retention *send = law_retention("send-file");
	int count;

	law_retention_rows(&count);
	expect_text(day_iso(t->a, law_retention_until(send, day_of(2010, 5, 4))), "2041-05-05");
	expect_text(day_iso(t->a, law_retention_until(send, day_of(2012, 2, 29))), "2043-03-01");
	expect_int(law_retention_until(send, DAY_NONE), DAY_NONE);
	expect(!law_retention("nothing"));
	for (int i = 0; i < count; i++) {
		const struct retention *r = &law_retention_rows(&count)[i];

		expect_text(law_retention_names()[i], r->name);
		expect(r->title[0] && r->rule[0] && r->source[0] && r->status[0] && r->years > 0);
	}
	expect(!law_retention_names()[count]);
}
