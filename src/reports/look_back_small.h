/* look_back_small.h - numbers so small that a child could be known from them, and what else must be left unsaid so that none of
 * them can be worked out.
 *
 * A report is told to it as numbers and as the sums that any reader can see or guess: whole = part + part + ... What is small is
 * hidden. Then each hidden number is asked: given all that is said, could it be another one? If not, the number that costs least
 * is hidden beside it, and all are asked again. So it holds over every sum at once: within a table, across sections, across
 * periods and pages that were put into one such list.
 *
 * The reader is taken to know the rules: that a nought is said, so that a hidden number is 1 or more. Not guarded against: what the
 * reader knows of children from elsewhere, and reports of other days laid beside this one. */
#ifndef REPORTS_LOOK_BACK_SMALL_H
#define REPORTS_LOOK_BACK_SMALL_H

#include "base/arena.h"

enum { SMALL = 5 }; /* the least number, of anything or of children behind it, that is said */

struct number {
	int64_t n;
	int cost;            /* of hiding it: the cheapest goes first, the smaller among equals */
	bool said;           /* stands in the report; else it is only what is left when others are taken from a whole */
	bool hidden;         /* of those said: is not */
	bool guarded;        /* must not be found */
};
struct sum { int whole, first, count; }; /* of the list's parts */

struct numbers {
	struct arena *a;
	struct number *number;
	struct sum *sum;
	int *part;
	int count, sums, parts;
	int room, sum_room, part_room;
};

/* A number of the report, of so many different children. Its place in the list. */
int number_said(struct numbers *s, int64_t n, int64_t children, int cost);
/* One that stands nowhere; `guarded`: it tells of children, so a small one must not be found either. */
int number_unsaid(struct numbers *s, int64_t n, bool guarded);
void numbers_sum(struct numbers *s, int whole, const int *parts, int count);
/* Hide what must be. */
void numbers_hide(struct numbers *s);

#endif
