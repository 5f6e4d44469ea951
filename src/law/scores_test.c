/* scores_test.c - the worked examples of the domain notes, and that nothing is worked out from what is not known. */
#include "law/scores.h"
#include "tests/test.h"

#include <math.h>

TEST(a_reliability_of_90_gives_a_range_of_9_points_and_a_reliable_change_of_14)
{
	double low, high;

	expect(score_range(82, 900, &low, &high));
	expect(fabs(high - 82 - 9.2965) < 0.001);
	expect(fabs(82 - low - 9.2965) < 0.001);
	expect_int(score_reliable_points(900), 14);
}

TEST(without_a_reliability_nothing_is_worked_out)
{
	double low, high;

	expect(!score_range(82, 0, &low, &high));
	expect(!score_range(82, 1000, &low, &high));
	expect_int(score_reliable_points(0), 0);
}

TEST(percentiles_of_standard_scores)
{
	static const int PAIRS[][2] = { { 70, 2 }, { 84, 14 }, { 85, 16 }, { 90, 25 }, { 100, 50 }, { 115, 84 }, { 130, 98 },
		{ 40, 1 }, { 160, 99 } };

	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		expect_int(score_percentile(PAIRS[i][0]), PAIRS[i][1]);
}

TEST(descriptors_change_at_their_edges)
{
	expect_text(score_descriptor(69), "well below average");
	expect_text(score_descriptor(70), "below average");
	expect_text(score_descriptor(84), "below average");
	expect_text(score_descriptor(85), "low average");
	expect_text(score_descriptor(90), "average");
	expect_text(score_descriptor(110), "average");
	expect_text(score_descriptor(111), "high average");
	expect_text(score_descriptor(131), "well above average");
}

TEST(nine_months_gained_in_144_days_is_a_ratio_of_1_90)
{
	struct ratio_gain g = score_gain(86, day_of(2026, 9, 7), 95, day_of(2027, 1, 29), false);

	expect(!g.why_not);
	expect_int(g.gained, 9);
	expect(fabs(g.elapsed - 4.731) < 0.001);
	expect(fabs(g.ratio - 1.902) < 0.001);
	expect_text(g.words, "small");
	expect_text(score_age(t->a, 86), "7 years 2 months");
	expect_text(score_age(t->a, 97), "8 years 1 month");
	expect_text(score_age(t->a, 96), "8 years");
}

TEST(a_short_time_and_a_limit_of_the_test_give_no_ratio)
{
	expect_has(score_gain(86, day_of(2026, 9, 7), 95, day_of(2026, 10, 7), false).why_not, "too short");
	expect_has(score_gain(60, day_of(2026, 9, 7), 95, day_of(2027, 1, 29), true).why_not, "limit");
}

TEST(sdq_bands_turn_round_for_prosocial)
{
	struct sdq_bands b[SDQ_INFORMANTS];

	for (int i = 0; i < SDQ_INFORMANTS; i++)
		expect(sdq_bands_read(SDQ_FIRST[i].bands, &b[i]));
	expect_text(sdq_band(&b[SDQ_TEACHER], SDQ_TOTAL, 11), "close to average");
	expect_text(sdq_band(&b[SDQ_TEACHER], SDQ_TOTAL, 12), "slightly raised");
	expect_text(sdq_band(&b[SDQ_TEACHER], SDQ_TOTAL, 19), "very high");
	expect_text(sdq_band(&b[SDQ_TEACHER], SDQ_PROSOCIAL, 6), "close to average");
	expect_text(sdq_band(&b[SDQ_TEACHER], SDQ_PROSOCIAL, 5), "slightly lowered");
	expect_text(sdq_band(&b[SDQ_TEACHER], SDQ_PROSOCIAL, 3), "very low");
	expect_text(sdq_band(&b[SDQ_PARENT], SDQ_EMOTIONAL, 6), "high");
	expect_text(sdq_band(&b[SDQ_SELF], SDQ_PEER, 5), "very high");
	expect(sdq_band(&b[SDQ_SELF], SDQ_TOTAL, 41) == NULL);
	expect(sdq_band(&b[SDQ_SELF], 7, 1) == NULL);
}

TEST(bands_that_are_not_whole_are_refused)
{
	static const char *const BAD[] = { "", ";", "total", "total 11 15", "total 11 15 15", "total 15 11 18", "total 11 15 41",
		"prosocial 4 5 6", "sum 1 2 3", "total 1 2 3; total 1 2 3", "total 1 2 3 4", "total -1 2 3", "total 111 2 3" };
	struct sdq_bands b;

	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
		expect(!sdq_bands_read(BAD[i], &b));
	expect(sdq_bands_read("total 11 15 18", &b));
	expect(sdq_band(&b, SDQ_PEER, 3) == NULL);
}
