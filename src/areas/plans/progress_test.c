/* progress_test.c - the four-point rule, both ways round, and when it keeps silent. */
#include "areas/plans/progress.h"

#include "tests/test.h"

static enum progress_says judged(const double *values, int count, double start, double goal, bool lower, day since)
{
	struct progress_point points[12];

	for (int i = 0; i < count; i++)
		points[i] = (struct progress_point){ 1000 + 10 * (i + 1), values[i] };
	return progress_judge(&(struct progress_line){ .start = start, .goal = goal, .from = 1000, .until = 1100, .lower = lower,
		.points = points, .count = count, .since = since });
}

TEST(four_in_a_row_below_the_line_change_the_support)
{
	expect_int(judged((double[]){ 50, 51, 52, 53 }, 4, 50, 100, false, DAY_NONE), PROGRESS_CHANGE);
	expect_int(judged((double[]){ 80, 51, 52, 53, 54 }, 5, 50, 100, false, DAY_NONE), PROGRESS_CHANGE);
	expect_int(judged((double[]){ 10, 10, 9, 9 }, 4, 10, 0, true, DAY_NONE), PROGRESS_CHANGE);
}

TEST(four_in_a_row_above_the_line_raise_the_aim)
{
	expect_int(judged((double[]){ 60, 70, 80, 90 }, 4, 50, 100, false, DAY_NONE), PROGRESS_RAISE);
	expect_int(judged((double[]){ 7, 5, 3, 1 }, 4, 10, 0, true, DAY_NONE), PROGRESS_RAISE);
}

TEST(points_on_both_sides_or_on_the_line_keep_going)
{
	expect_int(judged((double[]){ 60, 70, 60, 90 }, 4, 50, 100, false, DAY_NONE), PROGRESS_KEEP);
	expect_int(judged((double[]){ 55, 60, 65, 70 }, 4, 50, 100, false, DAY_NONE), PROGRESS_KEEP);
}

TEST(the_rule_keeps_silent_while_there_is_too_little)
{
	expect_int(judged((double[]){ 50, 50, 50 }, 3, 50, 100, false, DAY_NONE), PROGRESS_TOO_FEW);
	/* three since the change */
	expect_int(judged((double[]){ 50, 51, 52, 53, 54, 55 }, 6, 50, 100, false, 1040), PROGRESS_TOO_FEW);
	expect_int(progress_judge(&(struct progress_line){ .from = DAY_NONE, .until = 1100 }), PROGRESS_NO_AIM);
}

TEST(the_aim_line_is_straight_and_level_at_its_ends)
{
	const struct progress_line l = { .start = 50, .goal = 100, .from = 1000, .until = 1100, .since = DAY_NONE };

	expect_int((long long)progress_aim(&l, 990), 50);
	expect_int((long long)progress_aim(&l, 1050), 75);
	expect_int((long long)progress_aim(&l, 1200), 100);
}
