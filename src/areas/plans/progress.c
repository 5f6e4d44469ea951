/* progress.c - the aim line and the four-point rule. Numbers only: what is drawn of them is ui/chart.h, what is made of them is a
 * person's. */
#include "areas/plans/progress.h"

const char PROGRESS_RULE[] = "Four checks in a row below the line mean: change the support. Four above mean: raise the aim. "
	"Otherwise go on.";

double progress_aim(const struct progress_line *l, day on)
{
	if (on <= l->from || l->until <= l->from)
		return on >= l->until && l->until > DAY_NONE && l->until <= l->from ? l->goal : l->start;
	if (on >= l->until)
		return l->goal;
	return l->start + (l->goal - l->start) * (double)(on - l->from) / (double)(l->until - l->from);
}

enum progress_says progress_judge(const struct progress_line *l)
{
	int above = 0, below = 0, seen = 0;

	if (l->from == DAY_NONE || l->until == DAY_NONE || l->until <= l->from)
		return PROGRESS_NO_AIM;
	for (int i = l->count - 1; i >= 0 && seen < PROGRESS_RUN; i--) {
		double aim = progress_aim(l, l->points[i].on), gap = l->lower ? aim - l->points[i].value : l->points[i].value - aim;

		if (l->points[i].on <= l->from || (l->since != DAY_NONE && l->points[i].on < l->since))
			break;
		seen++;
		above += gap > 0;
		below += gap < 0;
	}
	if (seen < PROGRESS_RUN)
		return PROGRESS_TOO_FEW;
	return below == PROGRESS_RUN ? PROGRESS_CHANGE : above == PROGRESS_RUN ? PROGRESS_RAISE : PROGRESS_KEEP;
}

const char *progress_words(enum progress_says says)
{
	switch (says) {
	case PROGRESS_NO_AIM: return "No aim line: it needs a number now, a number aimed for and a date.";
	case PROGRESS_TOO_FEW: return "Too few checks to say: four are needed.";
	case PROGRESS_CHANGE: return "The last four checks lie below the line: change the support.";
	case PROGRESS_RAISE: return "The last four checks lie above the line: raise the aim.";
	default: return "Close to the line: go on.";
	}
}
