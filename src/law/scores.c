/* scores.c - the sums behind scores.h. Not here: the scores themselves, and which test has which reliability. */
#include "law/scores.h"

#include <math.h>
#include <string.h>

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

/* Four-band scoring. That of the teachers' form was confirmed at its source; the others are recalled and say so. */
const struct sdq_first SDQ_FIRST[SDQ_INFORMANTS] = {
	{ "sdq.teacher", "emotional 3 4 5; conduct 2 3 4; hyperactivity 5 7 8; peer 2 4 5; prosocial 6 5 4; total 11 15 18",
		"Youthinmind, four-band scoring of the teachers' form" },
	{ "sdq.parent", "emotional 3 4 6; conduct 2 3 5; hyperactivity 5 7 8; peer 2 3 4; prosocial 8 7 6; total 13 16 19",
		"Youthinmind, four-band scoring of the parents' form, as remembered: check it against the published table" },
	{ "sdq.self", "emotional 4 5 6; conduct 3 4 5; hyperactivity 5 6 7; peer 2 3 4; prosocial 7 6 5; total 14 17 19",
		"Youthinmind, four-band scoring of the form for 11 to 17, as remembered: check it against the published table" },
};

static const char *const SETTING_WORDS[SDQ_SCALES] = { "emotional", "conduct", "hyperactivity", "peer", "prosocial", "total" };

static int scale_of(const char *word, size_t n)
{
	for (int i = 0; i < SDQ_SCALES; i++)
		if (strlen(SETTING_WORDS[i]) == n && memcmp(SETTING_WORDS[i], word, n) == 0)
			return i;
	return -1;
}

/* One number after spaces; -1: there is none. */
static int number_at(const char **p)
{
	int n = 0;

	*p += strspn(*p, " ");
	if (!strspn(*p, "0123456789") || strspn(*p, "0123456789") > 2)
		return -1;
	for (; **p >= '0' && **p <= '9'; (*p)++)
		n = 10 * n + (**p - '0');
	return n;
}

/* Each band begins where the one before it ends. */
static bool in_order(int scale, const int last[3])
{
	bool down = scale == SDQ_PROSOCIAL;

	for (int i = 0; i < 3; i++)
		if (last[i] < 0 || last[i] > sdq_most(scale) || (i && (down ? last[i] >= last[i - 1] : last[i] <= last[i - 1])))
			return false;
	return true;
}

bool sdq_bands_read(const char *text, struct sdq_bands *out)
{
	int scales = 0;

	*out = (struct sdq_bands){ .has = { false } };
	for (text += strspn(text, " ;"); *text; text += strspn(text, " ;")) {
		size_t n = strcspn(text, " ;");
		int scale = scale_of(text, n);

		if (scale < 0 || out->has[scale])
			return false;
		text += n;
		for (int i = 0; i < 3; i++)
			out->last[scale][i] = number_at(&text);
		if (!in_order(scale, out->last[scale]))
			return false;
		out->has[scale] = true;
		scales++;
	}
	return scales > 0;
}

int sdq_most(int scale)
{
	return scale == SDQ_TOTAL ? 40 : 10;
}

const char *sdq_band(const struct sdq_bands *b, int scale, int score)
{
	static const char *const RAISED[] = { "close to average", "slightly raised", "high", "very high" };
	static const char *const LOWERED[] = { "close to average", "slightly lowered", "low", "very low" };
	int band = 0;

	if (scale < 0 || scale >= SDQ_SCALES || !b->has[scale] || score < 0 || score > sdq_most(scale))
		return NULL;
	while (band < 3 && (scale == SDQ_PROSOCIAL ? score < b->last[scale][band] : score > b->last[scale][band]))
		band++;
	return scale == SDQ_PROSOCIAL ? LOWERED[band] : RAISED[band];
}
