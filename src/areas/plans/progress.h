/* progress.h - the decision rule of a progress line, stated where it is shown: when four points in a row lie below the aim line the
 * support changes, when four lie above it the aim is raised, otherwise it goes on. A school's practice, not the law (send-practice
 * notes 6). It proposes; the people at the review decide. */
#ifndef AREAS_PLANS_PROGRESS_H
#define AREAS_PLANS_PROGRESS_H

#include "base/date.h"

enum { PROGRESS_RUN = 4 };
enum progress_says { PROGRESS_NO_AIM, PROGRESS_TOO_FEW, PROGRESS_KEEP, PROGRESS_CHANGE, PROGRESS_RAISE };

struct progress_point { day on; double value; };
struct progress_line {
	double start, goal;           /* what it was at `from`, what it should be at `until` */
	day from, until;
	bool lower;                   /* lower is better */
	const struct progress_point *points; /* oldest first */
	int count;
	day since;                    /* the support was changed then: points before it count no more. DAY_NONE: never */
};

/* Where the line stands on a day: straight from start to goal, level before and after. */
double progress_aim(const struct progress_line *l, day on);
enum progress_says progress_judge(const struct progress_line *l);
/* The rule's answer in a sentence. */
const char *progress_words(enum progress_says says);
extern const char PROGRESS_RULE[];

#endif
