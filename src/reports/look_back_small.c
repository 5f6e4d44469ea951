/* look_back_small.c - hides small numbers and as few others as keeps them unknown. Whether a number could be another one is found
 * by looking for a second solution of the sums, not by a rule of thumb; where the search gives up it hides more, never less. */
#include "reports/look_back_small.h"

#include <string.h>

static void *grown(struct arena *a, void *old, int count, int *room, size_t each)
{
	void *more;

	if (count < *room)
		return old;
	*room = *room ? *room * 2 : 64;
	more = arena_array(a, (size_t)*room, each);
	if (count)
		memcpy(more, old, (size_t)count * each);
	return more;
}

static int number_add(struct numbers *s, struct number like)
{
	s->number = grown(s->a, s->number, s->count, &s->room, sizeof *s->number);
	s->number[s->count] = like;
	return s->count++;
}

int number_said(struct numbers *s, int64_t n, int64_t children, int cost)
{
	bool small = n > 0 && (n < SMALL || children < SMALL);

	return number_add(s, (struct number){ .n = n, .cost = cost, .said = true, .hidden = small, .guarded = small });
}

int number_unsaid(struct numbers *s, int64_t n, bool guarded)
{
	return number_add(s, (struct number){ .n = n, .guarded = guarded && n > 0 && n < SMALL });
}

void numbers_sum(struct numbers *s, int whole, const int *parts, int count)
{
	s->sum = grown(s->a, s->sum, s->sums, &s->sum_room, sizeof *s->sum);
	s->sum[s->sums++] = (struct sum){ whole, s->parts, count };
	for (int i = 0; i < count; i++) {
		s->part = grown(s->a, s->part, s->parts, &s->part_room, sizeof *s->part);
		s->part[s->parts++] = parts[i];
	}
}

/* ---- what the reader can work out: the sums that hang together by unknown numbers ---- */

struct range { int64_t least, most; };

struct search {
	const struct numbers *s;
	const int *sum;      /* the sums that matter */
	int sums;
	const int *open;     /* the unknown numbers in them */
	int opens, tries;
};

static const int64_t MOST = 1000000;

static bool unknown(const struct number *n)
{
	return !n->said || n->hidden;
}

static bool in_sum(const struct numbers *s, const struct sum *sum, int number)
{
	bool in = sum->whole == number;

	for (int i = 0; i < sum->count && !in; i++)
		in = s->part[sum->first + i] == number;
	return in;
}

static void take_open(const struct numbers *s, int number, bool *met, int *open, int *opens)
{
	if (met[number] || !unknown(&s->number[number]))
		return;
	met[number] = true;
	open[(*opens)++] = number;
}

/* From one number on to all that it hangs together with. */
static struct search around(const struct numbers *s, struct arena *a, int number)
{
	bool *met = arena_array(a, (size_t)s->count, sizeof *met), *taken = arena_array(a, (size_t)s->sums + 1, sizeof *taken);
	int *open = arena_array(a, (size_t)s->count, sizeof *open), *sum = arena_array(a, (size_t)s->sums + 1, sizeof *sum);
	struct search f = { .s = s, .sum = sum, .open = open };

	take_open(s, number, met, open, &f.opens);
	for (int at = 0; at < f.opens; at++)
		for (int i = 0; i < s->sums; i++) {
			if (taken[i] || !in_sum(s, &s->sum[i], open[at]))
				continue;
			taken[i] = true;
			sum[f.sums++] = i;
			take_open(s, s->sum[i].whole, met, open, &f.opens);
			for (int k = 0; k < s->sum[i].count; k++)
				take_open(s, s->part[s->sum[i].first + k], met, open, &f.opens);
		}
	return f;
}

static bool narrow(struct range *r, int64_t least, int64_t most, bool *changed)
{
	if (least > r->least) {
		r->least = least;
		*changed = true;
	}
	if (most < r->most) {
		r->most = most;
		*changed = true;
	}
	return r->least <= r->most;
}

/* One sum: the whole lies between what its parts can be together, each part between what the others leave of it. */
static bool weigh(const struct numbers *s, const struct sum *sum, struct range *of, bool *changed)
{
	struct range all = { 0, 0 }, *whole = &of[sum->whole];
	const int *part = s->part + sum->first;

	for (int i = 0; i < sum->count; i++) {
		all.least += of[part[i]].least;
		all.most += of[part[i]].most;
	}
	if (!narrow(whole, all.least, all.most, changed))
		return false;
	for (int i = 0; i < sum->count; i++) {
		struct range *r = &of[part[i]], was = *r;

		if (!narrow(r, whole->least - (all.most - was.most), whole->most - (all.least - was.least), changed))
			return false;
		all.least += r->least - was.least;
		all.most += r->most - was.most;
	}
	return true;
}

static bool settle(const struct search *f, struct range *of)
{
	for (bool changed = true; changed;) {
		changed = false;
		for (int i = 0; i < f->sums; i++)
			if (!weigh(f->s, &f->s->sum[f->sum[i]], of, &changed))
				return false;
	}
	return true;
}

static int64_t within(int64_t n, const struct range *r)
{
	return n < r->least ? r->least : n > r->most ? r->most : n;
}

/* Is there a whole solution in these ranges? As near to what is as it can be, so that it is found at once if it is there. */
static bool solved(struct search *f, struct arena *a, const struct range *before)
{
	struct range *of = arena_array(a, (size_t)f->s->count, sizeof *of);
	int next = -1;

	memcpy(of, before, (size_t)f->s->count * sizeof *of);
	if (f->tries-- <= 0 || !settle(f, of))
		return false;
	for (int i = 0; i < f->opens && next < 0; i++)
		if (of[f->open[i]].least < of[f->open[i]].most)
			next = f->open[i];
	if (next < 0)
		return true;
	for (int i = 0; i < 5; i++) {
		struct range was = of[next];
		int64_t want = (int64_t[]){ within(f->s->number[next].n, &was), within(f->s->number[next].n + 1, &was),
			within(f->s->number[next].n - 1, &was), was.least, was.most }[i];

		of[next] = (struct range){ want, want };
		if (solved(f, a, of))
			return true;
		of[next] = was;
	}
	return false;
}

static bool could_be(struct search *f, struct arena *a, const struct range *of, int number, int64_t n)
{
	struct range *with = arena_array(a, (size_t)f->s->count, sizeof *with);

	if (n < of[number].least || n > of[number].most)
		return false;
	memcpy(with, of, (size_t)f->s->count * sizeof *with);
	with[number] = (struct range){ n, n };
	f->tries = 2 * f->opens + 20;
	return solved(f, a, with);
}

/* Could it be another number than it is, for all that is said? */
static bool is_safe(const struct numbers *s, int number)
{
	struct arena *a = arena_new((size_t)1 << 28);
	struct search f = around(s, a, number);
	struct range *of = arena_array(a, (size_t)s->count, sizeof *of);
	int64_t n = s->number[number].n;
	bool safe;

	for (int i = 0; i < s->count; i++)
		of[i] = unknown(&s->number[i]) ? (struct range){ s->number[i].said, MOST } :
			(struct range){ s->number[i].n, s->number[i].n };
	safe = settle(&f, of) && (could_be(&f, a, of, number, n + 1) || could_be(&f, a, of, number, n - 1) ||
		could_be(&f, a, of, number, n + 2) || could_be(&f, a, of, number, 2 * n));
	arena_free(a);
	return safe;
}

/* ---- hiding ---- */

static bool cheaper(const struct number *one, const struct number *other)
{
	return one->cost != other->cost ? one->cost < other->cost : one->n < other->n;
}

/* Hides one more of the numbers that give this one away. False: there is none, and all around it is hidden. */
static bool hide_beside(struct numbers *s, int number)
{
	struct arena *a = arena_new((size_t)1 << 24);
	struct search f = around(s, a, number);
	struct number *best = NULL;

	for (int i = 0; i < f.sums; i++) {
		const struct sum *sum = &s->sum[f.sum[i]];

		for (int k = -1; k < sum->count; k++) {
			struct number *one = &s->number[k < 0 ? sum->whole : s->part[sum->first + k]];

			if (one->said && !one->hidden && one->n > 0 && (!best || cheaper(one, best)))
				best = one;
		}
	}
	arena_free(a);
	if (best)
		best->hidden = best->guarded = true;
	return best != NULL;
}

void numbers_hide(struct numbers *s)
{
	for (int i = 0; i < s->count; i++) {
		if (!s->number[i].guarded || is_safe(s, i))
			continue;
		if (hide_beside(s, i))
			i = -1; /* what is hidden now must be kept too: all are asked again */
	}
}
