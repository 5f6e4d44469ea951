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
	expect_has(tab(w), "9 months in 4.7. Ratio gain 1.90 (small");
	expect_has(post(w, "/pupils/sam/assessments/new", "test=&score_type=&taken_on=").text, "Enter the name of the test");
}

TEST_STORE(an_sdq_is_numbers_with_its_own_bands_and_a_total)
{
	struct world w = as(world_new(t), "senco");
	const char *sdq = "kind=sdq&form=Teacher&taken_on-day=14&taken_on-month=9&taken_on-year=2026&scale-0=6&scale-1=2&scale-2=8&scale-3=3&scale-4=5";

	expect_has(post(w, "/pupils/sam/scales/new", "kind=sdq").text, "Choose who filled it in");
	expect_has(post(w, "/pupils/sam/scales/new", "kind=sdq&form=Teacher&scale-0=11").text, "must be a whole number, 0 to 10");
	expect_goes(post(w, "/pupils/sam/scales/new", sdq), "/assessments");
	expect_has(tab(w), "SDQ, form Teacher: Total difficulties");
	expect_has(tab(w), "19 · very high");
	expect_has(tab(w), "5 · slightly lowered");
	expect_goes(post(w, "/pupils/sam/scales/new",
		"kind=boxall&form=Young+people&taken_on-day=14&taken_on-month=9&taken_on-year=2026&scale-0=31"),
		"/assessments");
	expect_status(get(as(w, "teacher"), "/pupils/sam/scales/new"), 404);
}
