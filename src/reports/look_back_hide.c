/* look_back_hide.c - the three look backs that governors can ask for, told as one list of numbers with every sum that can be seen
 * in them, so that what is small stays unknown however they are laid beside each other. Nothing is counted here. */
#include <string.h>

#include "reports/look_back.h"

enum { LINE_THEN_K, LINE_THEN_E, LINE_JOINED_K, LINE_JOINED_E, LINE_MOVED_E, LINE_MOVED_K, LINE_LEFT, LINE_NOW_K, LINE_NOW_E };
/* What it costs to leave a number out: a part is missed less than a whole, and the size of the register most. */
enum { COST_PART = 1, COST_MOVE, COST_YEAR, COST_WHOLE, COST_REGISTER };

struct linking {
	struct arena *a;
	struct numbers *all;
	struct look_back *const *three;
	int k_on[6], e_on[6]; /* the register on the eve and the last day of each */
};

static int say(struct linking *k, struct figure *f, int cost)
{
	if (f->number < 0)
		f->number = number_said(k->all, f->n, f->children, cost);
	return f->number;
}

static int rest(struct linking *k, int64_t whole, int64_t parts, bool guarded)
{
	return number_unsaid(k->all, whole - parts, guarded);
}

static bool same_time(const struct look_back *one, const struct look_back *other)
{
	return one->from == other->from && one->until == other->until;
}

/* Two periods that are one: the same numbers. */
static void share(const struct look_back *from, struct look_back *to)
{
	for (int s = 0; s < SECTIONS; s++)
		for (int i = 0; i < to->section[s].count; i++) {
			to->section[s].line[i].number = from->section[s].line[i].number;
			to->section[s].line[i].whole = from->section[s].line[i].whole;
		}
}

/* The register of one day is one number, whichever period begins or ends there. */
static void same_day(struct linking *k, int period, bool end)
{
	struct look_back *l = k->three[period];
	day on = end ? l->until : l->from - 1;
	struct figure *line = l->section[SECTION_REGISTER].line, *k_line = &line[end ? LINE_NOW_K : LINE_THEN_K],
		*e_line = &line[end ? LINE_NOW_E : LINE_THEN_E];

	for (int i = 0; i < 2 * period + end; i++) {
		const struct look_back *other = k->three[i / 2];

		if ((i % 2 ? other->until : other->from - 1) != on)
			continue;
		k_line->number = k->k_on[i];
		e_line->number = k->e_on[i];
	}
	k->k_on[2 * period + end] = say(k, k_line, COST_REGISTER);
	k->e_on[2 * period + end] = say(k, e_line, COST_REGISTER);
}

/* Each of the start is there at the end still, or went; each of the end was there, or came. */
static void link_register(struct linking *k, int period)
{
	struct look_back *l = k->three[period];
	struct figure *f = l->section[SECTION_REGISTER].line;
	int64_t left_k = look_back_count(l, "left", "K", NULL);
	int stay_k, stay_e, out_k, out_e;

	same_day(k, period, false);
	same_day(k, period, true);
	for (int i = LINE_JOINED_K; i <= LINE_LEFT; i++)
		say(k, &f[i], COST_MOVE);
	out_k = number_unsaid(k->all, left_k, true);
	out_e = rest(k, f[LINE_LEFT].n, left_k, true);
	stay_k = rest(k, f[LINE_THEN_K].n, f[LINE_MOVED_E].n + left_k, false);
	stay_e = rest(k, f[LINE_THEN_E].n, f[LINE_MOVED_K].n + f[LINE_LEFT].n - left_k, false);
	numbers_sum(k->all, f[LINE_LEFT].number, (int[]){ out_k, out_e }, 2);
	numbers_sum(k->all, f[LINE_THEN_K].number, (int[]){ stay_k, f[LINE_MOVED_E].number, out_k }, 3);
	numbers_sum(k->all, f[LINE_THEN_E].number, (int[]){ stay_e, f[LINE_MOVED_K].number, out_e }, 3);
	numbers_sum(k->all, f[LINE_NOW_K].number, (int[]){ stay_k, f[LINE_MOVED_K].number, f[LINE_JOINED_K].number }, 3);
	numbers_sum(k->all, f[LINE_NOW_E].number, (int[]){ stay_e, f[LINE_MOVED_E].number, f[LINE_JOINED_E].number }, 3);
}

/* All on the register at the end: by status, by year group, and as the whole of those whose parents were met or not. */
static void link_end(struct linking *k, int period)
{
	struct look_back *l = k->three[period];
	struct figure *f = l->section[SECTION_REGISTER].line, *missed = l->section[SECTION_MISSED].line;
	struct figures *years = &l->section[SECTION_YEARS];
	int *parts = arena_array(k->a, (size_t)years->count + 1, sizeof *parts);
	int64_t all = f[LINE_NOW_K].n + f[LINE_NOW_E].n, by_year = 0;

	missed[0].whole = f[LINE_NOW_K].number;
	missed[1].whole = number_said(k->all, all, all, COST_REGISTER);
	numbers_sum(k->all, missed[1].whole, (int[]){ f[LINE_NOW_K].number, f[LINE_NOW_E].number }, 2);
	for (int i = 0; i < 2; i++) {
		say(k, &missed[i], COST_PART);
		if (missed[i].of >= missed[i].n)
			numbers_sum(k->all, missed[i].whole, (int[]){ missed[i].number, rest(k, missed[i].of, missed[i].n, false) },
				2);
	}
	for (int i = 0; i < years->count; i++) {
		parts[i] = say(k, &years->line[i], COST_YEAR);
		years->line[i].whole = number_said(k->all, years->line[i].of, years->line[i].of, COST_WHOLE);
		by_year += years->line[i].n;
		if (years->line[i].of >= years->line[i].n)
			numbers_sum(k->all, years->line[i].whole, (int[]){ parts[i], rest(k, years->line[i].of, years->line[i].n,
				true) }, 2);
	}
	if (all > by_year) /* some are in no year group */
		parts[years->count] = number_unsaid(k->all, all - by_year, true);
	if (all >= by_year && years->count)
		numbers_sum(k->all, missed[1].whole, parts, years->count + (all > by_year));
}

/* The year so far ends on the term's last day: all but the reviews since it began is the same. */
static void same_end(struct linking *k, const struct look_back *term, struct look_back *year)
{
	struct figure *missed = year->section[SECTION_MISSED].line;
	const struct figure *known = term->section[SECTION_MISSED].line;

	for (int i = 0; i < year->section[SECTION_YEARS].count; i++) {
		year->section[SECTION_YEARS].line[i].number = term->section[SECTION_YEARS].line[i].number;
		year->section[SECTION_YEARS].line[i].whole = term->section[SECTION_YEARS].line[i].whole;
	}
	missed[1].number = known[1].number;
	missed[1].whole = known[1].whole;
	missed[0].whole = known[0].whole;
	say(k, &missed[0], COST_PART);
	if (missed[0].of >= missed[0].n)
		numbers_sum(k->all, missed[0].whole, (int[]){ missed[0].number, rest(k, missed[0].of, missed[0].n, false) }, 2);
}

/* Lines that are parts of one whole, each line's `of`. */
static void link_parts(struct linking *k, struct figures *s)
{
	int *parts = arena_array(k->a, (size_t)s->count + 1, sizeof *parts), whole;

	if (!s->count || !s->line[0].of)
		return;
	whole = number_said(k->all, s->line[0].of, SMALL, COST_WHOLE);
	for (int i = 0; i < s->count; i++) {
		parts[i] = say(k, &s->line[i], COST_PART);
		s->line[i].whole = whole;
	}
	numbers_sum(k->all, whole, parts, s->count);
}

/* Lines with a whole of their own. */
static void link_works(struct linking *k, struct figures *s)
{
	for (int i = 0; i < s->count; i++) {
		struct figure *f = &s->line[i];

		f->whole = number_said(k->all, f->of, SMALL, COST_WHOLE);
		numbers_sum(k->all, f->whole, (int[]){ say(k, f, COST_PART), rest(k, f->of, f->n, true) }, 2);
	}
}

static struct figure *line_like(struct figures *s, const struct figure *f)
{
	for (int i = 0; i < s->count; i++)
		if (strcmp(s->line[i].label, f->label) == 0)
			return &s->line[i];
	return NULL;
}

/* The year is the term and what was before it. */
static void link_within(struct linking *k, struct look_back *term, struct look_back *year)
{
	static const enum look_back_part SUMMED[] = { SECTION_TARGETS, SECTION_REVIEWS, SECTION_WORKS };

	for (int i = 0; i < 3; i++) {
		struct figures *s = &term->section[SUMMED[i]];

		for (int n = 0; n < s->count; n++) {
			struct figure *f = &s->line[n], *in = line_like(&year->section[SUMMED[i]], f);

			if (!in || f->number < 0 || in->number < 0 || in->n < f->n || in->of < f->of)
				continue;
			numbers_sum(k->all, in->number, (int[]){ f->number, rest(k, in->n, f->n, true) }, 2);
			if (n == 0 || f->whole != s->line[0].whole)
				numbers_sum(k->all, in->whole, (int[]){ f->whole, rest(k, in->of, f->of, true) }, 2);
		}
	}
}

static void take(const struct numbers *all, struct look_back *l)
{
	for (int s = 0; s < SECTIONS; s++)
		for (int i = 0; i < l->section[s].count; i++) {
			struct figure *f = &l->section[s].line[i];

			f->hidden = f->number >= 0 && all->number[f->number].hidden;
			f->of_hidden = f->whole >= 0 && all->number[f->whole].hidden;
		}
}

void look_back_hide(struct arena *a, struct look_back *const *three)
{
	struct numbers all = { .a = a };
	struct linking k = { .a = a, .all = &all, .three = three };

	for (int i = 0; i < 3; i++) {
		if (i == 1 && same_time(three[0], three[1])) {
			share(three[0], three[1]);
			k.k_on[2] = k.k_on[0], k.k_on[3] = k.k_on[1], k.e_on[2] = k.e_on[0], k.e_on[3] = k.e_on[1];
			continue;
		}
		link_register(&k, i);
		if (i == 1)
			same_end(&k, three[0], three[1]);
		else
			link_end(&k, i);
		link_parts(&k, &three[i]->section[SECTION_TARGETS]);
		link_parts(&k, &three[i]->section[SECTION_REVIEWS]);
		link_works(&k, &three[i]->section[SECTION_WORKS]);
		if (i == 1)
			link_within(&k, three[0], three[1]);
	}
	numbers_hide(&all);
	for (int i = 0; i < 3; i++)
		take(&all, three[i]);
}
