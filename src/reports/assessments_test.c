/* assessments_test.c - results are entered with ages in years and months, drawn one test and form at a time, and told with what is
 * known. */
#include "areas/register/area.h"
#include "areas/support/area.h"
#include "tests/world.h"

static const char *tab(struct world w)
{
	return get(w, "/pupils/sam/assessments").text;
}

#define RESULT "test=Word+Check&form=%s&skill=Reading&score_type=standard&score=%d&taken_on=%s"

static void enter(struct world w, const char *form, int score, const char *on)
{
	struct test *t = w.t;

	expect_goes(post(w, "/pupils/sam/assessments/new", arena_printf(t->a, RESULT, form, score, on)), "/assessments");
}

TEST_STORE(two_forms_of_a_test_have_two_graphs)
{
	struct world w = as(world_new(t), "senco");
	const char *text;

	enter(w, "A", 75, "2026-01-12");
	enter(w, "B", 82, "2026-09-14");
	text = tab(w);
	expect_has(text, "Word Check, form A: Reading");
	expect_has(text, "Word Check, form B: Reading");
	expect_lacks(text, "points more");
	expect_has(text, "below average, percentile 12");
}

TEST_STORE(change_is_reliable_only_when_the_reliability_is_known_and_it_is_enough)
{
	struct world w = as(world_new(t), "senco");

	enter(w, "A", 75, "2026-01-12");
	enter(w, "A", 82, "2026-09-14");
	expect_has(tab(w), "reliability is not recorded");
	expect_goes(post(w, "/records/test/new", "name=Word+Check&score_type=standard&reliability=900"), "/");
	expect_has(tab(w), "may be chance: with this test it takes 14 points");
	expect_has(tab(w), "(95%: 73 to 91)");
	expect_has(tab(w), "95% range");
	enter(w, "A", 90, "2026-10-14");
	expect_has(tab(w), "more than chance");
}

TEST_STORE(a_reading_age_is_years_and_months)
{
	struct world w = as(world_new(t), "senco");

	expect_has(post(w, "/pupils/sam/assessments/new",
		"test=Reader&score_type=age&taken_on=2026-01-05&age-years=7&age-months=12").text,
		"Enter the months of the age, 0 to 11");
	expect_goes(post(w, "/pupils/sam/assessments/new",
		"test=Reader&score_type=age&taken_on=2026-01-05&age-years=7&age-months=2"), "/assessments");
	expect_goes(post(w, "/pupils/sam/assessments/new",
		"test=Reader&score_type=age&taken_on=2026-05-29&age-years=7&age-months=11"), "/assessments");
	expect_has(tab(w), "age 7 years 2 months");
	expect_has(tab(w), "7 years 2 months on 5 January 2026, 7 years 11 months on 29 May 2026");
	expect_has(tab(w), "9 months in 4.7. Ratio gain 1.90 (small");
	expect_has(post(w, "/pupils/sam/assessments/new", "test=&score_type=&taken_on=").text, "Enter the name of the test");
}

TEST_STORE(an_sdq_is_numbers_with_its_own_bands_and_a_total)
{
	struct world w = as(world_new(t), "senco");
	const char *sdq = "kind=sdq&form=Teacher&taken_on-day=14&taken_on-month=9&taken_on-year=2026"
		"&scale-0=6&scale-1=2&scale-2=8&scale-3=3&scale-4=5";

	expect_has(post(w, "/pupils/sam/scales/new", "kind=sdq").text, "Choose who filled it in");
	expect_has(post(w, "/pupils/sam/scales/new", "kind=sdq&form=Teacher&scale-0=11").text, "must be a whole number, 0 to 10");
	expect_goes(post(w, "/pupils/sam/scales/new", sdq), "/assessments");
	expect_has(tab(w), "SDQ, Teacher: every scale, day by day");
	expect_has(tab(w), "<b>19</b> of 40");
	expect_has(tab(w), "very high");
	expect_has(tab(w), "slightly lowered");
	expect_has(tab(w), "Bands in force from 1 January 2016: Youthinmind");
	expect_goes(post(w, "/pupils/sam/scales/new",
		"kind=boxall&form=Young+people&taken_on-day=14&taken_on-month=9&taken_on-year=2026&scale-0=31"),
		"/assessments");
	expect_status(get(as(w, "teacher"), "/pupils/sam/scales/new"), 404);
}

#define SCALES "&taken_on-day=14&taken_on-month=%d&taken_on-year=2026&scale-0=%d&scale-1=2&scale-2=8&scale-3=3&scale-4=5"

TEST_STORE(informants_have_tables_of_their_own_and_a_sum_follows_its_parts)
{
	struct world w = as(world_new(t), "senco");
	const char *id;
	struct rows rows;

	expect_goes(post(w, "/pupils/sam/scales/new", arena_printf(t->a, "kind=sdq&form=Teacher" SCALES, 2, 6)), "/assessments");
	expect_goes(post(w, "/pupils/sam/scales/new", arena_printf(t->a, "kind=sdq&form=Teacher" SCALES, 9, 3)), "/assessments");
	expect_goes(post(w, "/pupils/sam/scales/new", arena_printf(t->a, "kind=sdq&form=Parent" SCALES, 9, 1)), "/assessments");
	expect_has(tab(w), "SDQ, Parent, Total difficulties: 14 on 14 September 2026");
	expect_has(tab(w), "SDQ, Teacher, Total difficulties: 19 on 14 February 2026, 16 on 14 September 2026");
	expect_fine(record_list(world_read(w), &ASSESSMENT, &(struct ask){ .pupil = world_id(w, "sam"), .where = {
		{ ASSESSMENT_FORM, IS, "Parent" }, { ASSESSMENT_SKILL, IS, "Emotional" } } }, &rows));
	expect_stop(rows.count == 1);
	id = row_id(rows.row[0]);
	expect_goes(post(w, arena_printf(t->a, "/pupils/sam/records/assessment/%s", id), "score=10"), "/");
	expect_has(tab(w), "SDQ, Parent, Total difficulties: 23 on 14 September 2026");
}

TEST_STORE(bands_are_a_dated_setting_with_its_source)
{
	struct world w = as(world_new(t), "senco");
	const char *sdq = arena_printf(t->a, "kind=sdq&form=Teacher" SCALES, 9, 6);

	expect_has(post(w, "/settings/new", "name=sdq.teacher&value=total+3+2+1&from=2020-01-01&reason=x").text,
		"Write for each scale the last score");
	expect_goes(post(w, "/settings/new", "name=sdq.teacher&value=total+30+35+38&from=2026-09-01&reason=Our+own+trial"),
		"/settings");
	expect_goes(post(w, "/pupils/sam/scales/new", sdq), "/assessments");
	expect_has(tab(w), "Bands in force from 1 September 2026: Our own trial");
	expect_has(tab(w), "close to average");
	expect_lacks(tab(w), "very high");
}

TEST_STORE(two_tests_share_no_line)
{
	struct world w = as(world_new(t), "senco");

	enter(w, "A", 75, "2026-01-12");
	expect_goes(post(w, "/pupils/sam/assessments/new",
		"test=Other+Check&form=A&skill=Reading&score_type=standard&score=95&taken_on=2026-09-14"), "/assessments");
	expect_has(tab(w), "Word Check, Standard score: 75 on 12 January 2026");
	expect_has(tab(w), "Other Check, Standard score: 95 on 14 September 2026");
	expect_lacks(tab(w), "20 points");
	expect_lacks(tab(w), "75 on 12 January 2026, 95 on");
}

TEST_STORE(who_reads_a_summary_sees_no_line_through_two_forms_and_no_scales)
{
	struct world w = as(world_new(t), "senco");
	const char *text;

	enter(w, "A", 75, "2026-01-12");
	enter(w, "B", 95, "2026-09-14");
	expect_goes(post(w, "/pupils/sam/scales/new", arena_printf(t->a, "kind=sdq&form=Teacher" SCALES, 9, 9)), "/assessments");
	text = get(as(w, "teacher"), "/pupils/sam/assessments").text;
	expect_has(text, "Standard score 95");
	expect_has(text, "the SENCO has the scores");
	expect_lacks(text, "75 on 12 January 2026, 95 on");
	expect_lacks(text, "points more");
	expect_lacks(text, "os-graph");
}
