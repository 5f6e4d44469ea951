/* scores.h - what a test result may be taken to say, and no more: ranges, reliable change, percentiles, ratio gain, bands of the
 * SDQ.
 *
 * Standard scores have mean 100 and standard deviation 15. Reliability is per mille and is the test's own; 0: not known, and then
 * nothing that rests on it is worked out. Ages are months. Sources: the domain notes send-practice.md 6 (bands of ratio gain: BDA
 * after Brooks 2007; descriptors recalled), alternative-provision-and-inclusion.md 8 (SDQ bands: teacher confirmed, parent and self
 * recalled). */
#ifndef LAW_SCORES_H
#define LAW_SCORES_H

#include "base/arena.h"
#include "base/date.h"

/* The range that holds the true score 95 times in 100. False: reliability not known. */
bool score_range(double score, int reliability, double *low, double *high);
/* How many whole points two scores of one test must be apart to be more than chance; 0: reliability not known. */
int score_reliable_points(int reliability);
int score_percentile(int standard);             /* 1 to 99 */
const char *score_descriptor(int standard);     /* "low average" */

const char *score_age(struct arena *a, int months); /* "8 years 4 months" */

struct ratio_gain {
	const char *why_not;    /* NULL: it was worked out */
	int gained;             /* months */
	double elapsed, ratio;  /* months, and months gained a month */
	const char *words;      /* "small" */
};
/* From one reading or spelling age to a later one of the same test; `limit`: one of them is at the test's floor or ceiling. */
struct ratio_gain score_gain(int from_months, day from, int to_months, day to, bool limit);

/* SDQ, four-band scoring. Scales: 0 emotional, 1 conduct, 2 hyperactivity, 3 peer, 4 prosocial, 5 total difficulties. */
enum { SDQ_EMOTIONAL, SDQ_CONDUCT, SDQ_HYPERACTIVITY, SDQ_PEER, SDQ_PROSOCIAL, SDQ_TOTAL, SDQ_SCALES };
enum { SDQ_TEACHER, SDQ_PARENT, SDQ_SELF, SDQ_INFORMANTS };
extern const char *const SDQ_SCALE_NAMES[SDQ_SCALES];
extern const char *const SDQ_INFORMANT_NAMES[SDQ_INFORMANTS];
int sdq_most(int scale);                                      /* 10, or 40 for the total */
/* Bands are a school's dated settings, one an informant ("sdq.teacher", "sdq.parent", "sdq.self"), with their source in the reason:
 * "total 11 15 18; emotional 3 4 5; ...", the last score of each of the first three bands; of prosocial, where lower is harder, the
 * first. A scale that is not named has no bands. */
struct sdq_bands { int last[SDQ_SCALES][3]; bool has[SDQ_SCALES]; };
bool sdq_bands_read(const char *text, struct sdq_bands *out); /* false: not such a text */
const char *sdq_band(const struct sdq_bands *b, int scale, int score); /* "slightly raised"; NULL: no band */
struct sdq_first { const char *setting, *bands, *source; };   /* what a school begins with */
extern const struct sdq_first SDQ_FIRST[SDQ_INFORMANTS];

#endif
