/* own_test.c - a school's clock settings are read as written, and refused in words where the law leaves no choice. */
#include "law/own.h"

#include "law/holidays.h"
#include "tests/test.h"

TEST(a_clock_setting_is_read_as_written)
{
	struct clock_setting s;

	expect_fine(law_setting_parse(t->a, "clock.apdr-review", "6 Weeks; margin 2", "2026-09-01", "", &s));
	expect(s.sets_n);
	expect_int(s.n, 6);
	expect_int(s.unit, WEEKS);
	expect_int(s.margin, 2);
	expect_fine(law_setting_parse(t->a, "clock.apdr-review", "1 school day", "2026-09-01", "", &s));
	expect_int(s.unit, SCHOOL_DAYS);
	expect_fine(law_setting_parse(t->a, "clock.phase-transfer-meeting-latest", " by 2026-10-16 ", "2026-09-01", "", &s));
	expect_text(s.local, "2026-10-16");
	expect_fine(law_setting_parse(t->a, "clock.census-spring", "on 2027-01-21", "2026-09-01", "", &s));
	expect_text(s.fixed, "2027-01-21");
}

TEST(a_clock_setting_that_the_law_leaves_no_room_for_is_refused)
{
	static const char *const BAD[][3] = {
		{ "clock.ehcna-final-plan", "30 weeks", "The law fixes this length" },
		{ "clock.ehcna-final-plan", "on 2027-01-21", "The law fixes this date" },
		{ "clock.nothing", "6 weeks", "no date rule called 'nothing'" },
		{ "apdr-review", "6 weeks", "no date rule" },
		{ "clock.apdr-review", "6 moons", "not understood" },
		{ "clock.apdr-review", "weeks", "not understood" },
		{ "clock.apdr-review", "margin -1", "0 to 365" },
		{ "clock.apdr-review", "by 16/10/2026", "like 2026-11-22" },
		{ "clock.apdr-review", "99999999999999999999 days", "not understood" },
	};
	struct clock_setting s;

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
		const struct fault *f = law_setting_parse(t->a, BAD[i][0], BAD[i][1], "2026-09-01", "", &s);

		expect(f && f->code == FAULT_INVALID);
		expect_has(f ? f->text : "", BAD[i][2]);
	}
}

TEST(a_date_is_worked_out_by_the_schools_own_law)
{
	struct clock_setting s[] = { { .id = "apdr-review", .from = "2026-09-01", .sets_n = true, .n = 6, .unit = WEEKS } };
	struct own_law own = { cal_a(t->a), s, 1 };
	struct clock_answer answer;

	expect_fine(law_due(t->a, &own, "apdr-review", day_of(2026, 11, 22), NULL, &answer));
	expect_text(day_iso(t->a, answer.due), "2027-01-03");
	expect_text(answer.rule, "apdr-review@2014-09-01+2026-09-01");
	expect_fault(law_due(t->a, &own, "nothing", day_of(2026, 11, 22), NULL, &answer), FAULT_NONE);
}
