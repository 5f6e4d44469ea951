/* scores.c - the sums behind scores.h. Not here: the scores themselves, and which test has which reliability. */
#include "law/scores.h"

#include <math.h>

static const double SD = 15, NINETY_FIVE = 1.96, DAYS_A_MONTH = 30.4375;

static double unreliability(int reliability)
{
	return 1 - reliability / 1000.0;
}

bool score_range(double score, int reliability, double *low, double *high)
{
	double half = NINETY_FIVE * SD * sqrt(unreliability(reliability));

	if (reliability <= 0 || reliability >= 1000)
		return false;
	*low = score - half;
	*high = score + half;
	return true;
}

int score_reliable_points(int reliability)
{
	if (reliability <= 0 || reliability >= 1000)
		return 0;
	return (int)ceil(NINETY_FIVE * SD * sqrt(2 * unreliability(reliability)) - 1e-9);
}

int score_percentile(int standard)
{
	double z = (standard - 100) / SD, p = 50 * erfc(-z / sqrt(2));
	int whole = (int)lround(p);

	return whole < 1 ? 1 : whole > 99 ? 99 : whole;
}

const char *score_descriptor(int standard)
{
	static const struct { int most; const char *words; } BANDS[] = { { 69, "well below average" }, { 84, "below average" },
		{ 89, "low average" }, { 110, "average" }, { 115, "high average" }, { 130, "above average" } };

	for (size_t i = 0; i < sizeof BANDS / sizeof *BANDS; i++)
		if (standard <= BANDS[i].most)
			return BANDS[i].words;
	return "well above average";
}

const char *score_age(struct arena *a, int months)
{
	int years = months / 12, rest = months % 12;

	if (!rest)
		return arena_printf(a, "%d years", years);
	return arena_printf(a, "%d years %d %s", years, rest, rest == 1 ? "month" : "months");
}

struct ratio_gain score_gain(int from_months, day from, int to_months, day to, bool limit)
{
	struct ratio_gain g = { .gained = to_months - from_months, .elapsed = (to - from) / DAYS_A_MONTH };

	if (limit)
		g.why_not = "not computed: a result is at a limit of the test";
	else if (g.elapsed < 2)
		g.why_not = "too short: less than two months between the tests";
	if (g.why_not)
		return g;
	g.ratio = g.gained / g.elapsed;
	g.words = g.ratio < 1.4 ? "very small" : g.ratio < 2 ? "small" : g.ratio < 3 ? "medium" : "large";
	return g;
}

/* ---- SDQ ---- */

const char *const SDQ_SCALE_NAMES[SDQ_SCALES] = { "Emotional", "Conduct", "Hyperactivity", "Peer", "Prosocial",
	"Total difficulties" };
const char *const SDQ_INFORMANT_NAMES[SDQ_INFORMANTS] = { "Teacher", "Parent", "Self, 11 to 17" };

/* The last score of each of the first three bands; of prosocial, where lower is harder, the first score of each. */
static const int BANDS_OF[SDQ_INFORMANTS][SDQ_SCALES][3] = {
	{ { 3, 4, 5 }, { 2, 3, 4 }, { 5, 7, 8 }, { 2, 4, 5 }, { 6, 5, 4 }, { 11, 15, 18 } },
	{ { 3, 4, 6 }, { 2, 3, 5 }, { 5, 7, 8 }, { 2, 3, 4 }, { 8, 7, 6 }, { 13, 16, 19 } },
	{ { 4, 5, 6 }, { 3, 4, 5 }, { 5, 6, 7 }, { 2, 3, 4 }, { 7, 6, 5 }, { 14, 17, 19 } },
};

int sdq_most(int scale)
{
	return scale == SDQ_TOTAL ? 40 : 10;
}

const char *sdq_band(int informant, int scale, int score)
{
	static const char *const RAISED[] = { "close to average", "slightly raised", "high", "very high" };
	static const char *const LOWERED[] = { "close to average", "slightly lowered", "low", "very low" };
	int band = 0;

	if (informant < 0 || informant >= SDQ_INFORMANTS || scale < 0 || scale >= SDQ_SCALES || score < 0 ||
		score > sdq_most(scale))
		return NULL;
	while (band < 3 && (scale == SDQ_PROSOCIAL ? score < BANDS_OF[informant][scale][band] :
		score > BANDS_OF[informant][scale][band]))
		band++;
	return scale == SDQ_PROSOCIAL ? LOWERED[band] : RAISED[band];
}
