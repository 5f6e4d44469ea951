/* date_test.c - days, months and how they are said. */
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "tests/test.h"

TEST(a_leap_day_plus_a_year_is_the_28th)
{
	expect_text(day_iso(t->a, day_add_months(day_of(2024, 2, 29), 12)), "2025-02-28");
	expect_text(day_iso(t->a, day_add_months(day_of(2027, 12, 31), 2)), "2028-02-29");
}

TEST(days_that_do_not_exist_are_refused)
{
	expect(day_parse("2025-02-29") == DAY_NONE);
	expect(day_parse("2025-2-9") == DAY_NONE);
	expect(day_parse("2024-02-29") != DAY_NONE);
}

TEST(dates_are_said_as_people_say_them)
{
	day today = day_of(2026, 11, 22);

	expect_text(day_long(t->a, today), "22 November 2026");
	expect_text(day_relative(t->a, today + 5, today), "in 5 days");
	expect_text(day_relative(t->a, today - 6, today), "6 days overdue");
	expect_text(day_relative(t->a, today - 61, today), "2 months overdue");
	expect_text(day_relative(t->a, today - 2272, today), "6 years overdue");
	expect_text(day_span(t->a, today - 44, today), "44 days");
	expect_text(day_relative(t->a, day_of(2027, 3, 25), today), "in 4 months");
	expect_text(age_words(t->a, day_of(2013, 9, 17), today), "13 years 2 months");
	expect_int(day_week(today), 6);
	expect_text(moment_long(t->a, "2026-07-01T08:40:00Z"), "1 July 2026, 09:40");
	expect_text(moment_long(t->a, "2026-12-01T08:40:00Z"), "1 December 2026, 08:40");
}

TEST(names_fold_for_finding)
{
	expect_text(text_fold(t->a, "Ó Súilleabháin"), "o suilleabhain");
	expect_text(text_fold(t->a, "O\u2019Neil-Smith"), "oneil smith");
	expect_text(text_fold(t->a, " \u201cStop\u201d \u2014 it\u2019s 5\u20136\t`"), "\u201cstop\u201d its 5 6");
	expect_text(text_fold(t->a, " \u201cStop\u201d \u2014 it\u2019s 5\u20136\t` \u00e9"), "\u201cstop\u201d its 5 6 e");
	expect_text(text_fold(t->a, "Łukasz Ægir"), "lukasz aegir");
	expect_text(text_fold(t->a, "Ali\u200Bce"), "alice");
	expect_text(text_fold(t->a, "\uFF21\uFF22\uFF23 \uFB01n"), "abc fin");
	expect_text(text_clean(t->a, "\u00a0 a\r\nb \u200b"), "a\nb");
	expect_text(text_clean(t->a, "\x02 a\t\x02"), "a");
	expect_text(text_clean(t->a, "e\x02\u0301"), "\u00e9");
	expect_text(text_sound(t->a, "stephen"), text_sound(t->a, "steven"));
	expect_text(text_sound(t->a, "catherine"), text_sound(t->a, "kathryn"));
	expect_int(text_slips("whitlock", "whitlokc", 2), 1);
}

TEST(built_text_stops_at_its_limit_however_it_is_added)
{
	struct buf b = buf_limit(t->a, 1000);

	for (int i = 0; i < 300; i++)
		buf_printf(&b, "%05d", i);
	expect_int((int64_t)b.len, 1000);
	expect(buf_over(&b));
	expect_text(buf_text(&b) + 995, "00199");
	buf_printf(&b, "%s", "");
	expect_int((int64_t)strlen(buf_text(&b)), 1000);
}
