/* look_back_small_test.c - whoever knows all that is said and every sum can find none of what is not said. The finder here shares
 * nothing with what it tests: it makes one number another, and mends sum after sum until all come right or none can. */
#include <string.h>

#include "areas/plans/area.h"
#include "reports/look_back.h"
#include "reports/queries.sql.h"
#include "tests/test.h"

enum { UNKNOWNS = 400, RULES = 400, TERMS = 16 };

struct finder {
	int64_t is[UNKNOWNS], put[UNKNOWNS];       /* what it is; what is tried */
	int64_t least[UNKNOWNS];
	int unknowns, rules;
	int whole[RULES], part[RULES][TERMS], parts[RULES];
	bool said[UNKNOWNS], moved[UNKNOWNS];
};

static int cell(struct finder *f, int64_t is, bool said, int64_t least)
{
	f->is[f->unknowns] = is;
	f->said[f->unknowns] = said;
	f->least[f->unknowns] = least;
	return f->unknowns++;
}

static void rule(struct finder *f, int whole, const int *parts, int n)
{
	f->whole[f->rules] = whole;
	f->parts[f->rules] = n;
	memcpy(f->part[f->rules++], parts, (size_t)n * sizeof *parts);
}

/* By how much the parts are more than the whole. */
static int64_t off_by(const struct finder *f, int r)
{
	int64_t off = -f->put[f->whole[r]];

	for (int i = 0; i < f->parts[r]; i++)
		off += f->put[f->part[r][i]];
	return off;
}

static bool mended(struct finder *f, int steps);

static bool mend_with(struct finder *f, int number, int64_t by, int steps)
{
	if (f->said[number] || f->moved[number] || f->put[number] + by < f->least[number])
		return false;
	f->moved[number] = true;
	f->put[number] += by;
	if (mended(f, steps - 1))
		return true;
	f->put[number] -= by;
	f->moved[number] = false;
	return false;
}

/* The first sum that is wrong is put right by one of its unknown numbers, each but once, and so on. */
static bool mended(struct finder *f, int steps)
{
	int r = 0;
	int64_t off;

	while (r < f->rules && off_by(f, r) == 0)
		r++;
	if (r == f->rules)
		return true;
	if (steps == 0)
		return false;
	off = off_by(f, r);
	for (int i = 0; i < f->parts[r]; i++)
		if (mend_with(f, f->part[r][i], -off, steps))
			return true;
	return mend_with(f, f->whole[r], off, steps);
}

/* True: knowing all that is said, number `i` can be nothing else. */
static bool is_found(struct finder *f, int i)
{
	static const int64_t OTHERS[] = { 1, -1, 2, -2, 3, 5 };

	for (size_t k = 0; k < sizeof OTHERS / sizeof *OTHERS; k++) {
		if (f->is[i] + OTHERS[k] < f->least[i])
			continue;
		memcpy(f->put, f->is, sizeof f->put);
		memset(f->moved, 0, sizeof f->moved);
		f->put[i] += OTHERS[k];
		f->moved[i] = true;
		if (mended(f, 40))
			return false;
	}
	return true;
}

/* ---- tables of any numbers ---- */

static unsigned draw(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 8) % below;
}

enum { ACROSS = 4, DOWN = 3 };

static void random_table(struct numbers *s, unsigned *seed)
{
	int at[DOWN + 1][ACROSS + 1];
	int64_t n[DOWN + 1][ACROSS + 1] = { 0 };

	for (int y = 0; y < DOWN; y++)
		for (int x = 0; x < ACROSS; x++) {
			n[y][x] = draw(seed, 3) ? draw(seed, 40) : draw(seed, 4);
			n[y][ACROSS] += n[y][x];
			n[DOWN][x] += n[y][x];
			n[DOWN][ACROSS] += n[y][x];
		}
	for (int y = 0; y <= DOWN; y++)
		for (int x = 0; x <= ACROSS; x++)
			at[y][x] = number_said(s, n[y][x], n[y][x], (y == DOWN) + (x == ACROSS));
	for (int y = 0; y <= DOWN; y++)
		numbers_sum(s, at[y][ACROSS], at[y], ACROSS);
	for (int x = 0; x <= ACROSS; x++)
		numbers_sum(s, at[DOWN][x], (int[]){ at[0][x], at[1][x], at[2][x] }, DOWN);
}

TEST(no_hidden_number_of_a_table_can_be_worked_out)
{
	unsigned seed = 7;
	int hidden = 0, said = 0;

	for (int round = 0; round < 120; round++) {
		struct numbers s = { .a = t->a };
		struct finder *f = arena_alloc(t->a, sizeof *f);

		random_table(&s, &seed);
		numbers_hide(&s);
		for (int i = 0; i < s.count; i++)
			cell(f, s.number[i].n, !s.number[i].hidden, 1);
		for (int i = 0; i < s.sums; i++)
			rule(f, s.sum[i].whole, s.part + s.sum[i].first, s.sum[i].count);
		for (int i = 0; i < s.count; i++) {
			expect(s.number[i].n == 0 || s.number[i].n >= SMALL || s.number[i].hidden);
			if (s.number[i].hidden && is_found(f, i))
				test_fail(t, __FILE__, __LINE__, "round %d: number %d can only be %lld", round, i,
					(long long)s.number[i].n);
			hidden += s.number[i].hidden;
			said += !s.number[i].hidden;
		}
	}
	expect(said > hidden); /* a report that hides all would pass too */
}

TEST(a_part_left_alone_takes_another_with_it)
{
	struct numbers s = { .a = t->a };
	int whole = number_said(&s, 53, 53, 2), small = number_said(&s, 3, 3, 1), next = number_said(&s, 12, 12, 1),
		large = number_said(&s, 38, 38, 1);

	numbers_sum(&s, whole, (int[]){ small, next, large }, 3);
	numbers_hide(&s);
	expect(s.number[small].hidden && s.number[next].hidden && !s.number[large].hidden && !s.number[whole].hidden);
}

TEST(two_ones_that_make_two_are_not_left_beside_their_sum)
{
	struct numbers s = { .a = t->a };
	int whole = number_said(&s, 12, 12, 2), one = number_said(&s, 1, 1, 1), other = number_said(&s, 1, 1, 1),
		large = number_said(&s, 10, 10, 1);

	numbers_sum(&s, whole, (int[]){ one, other, large }, 3);
	numbers_hide(&s);
	expect(s.number[large].hidden || s.number[whole].hidden);
}

TEST(many_times_one_child_is_small_too)
{
	struct numbers s = { .a = t->a };

	expect(s.count == number_said(&s, 9, 2, 1));
	expect(s.number[0].hidden);
}

/* ---- a whole report, its three periods laid beside each other ---- */

enum { CHILDREN = 90, EVENTS = 70, ROW = 7, LAST = 0, YEAR = 1, TERM = 2, NOW = 3 }; /* moments: the eve of each, and today */

struct school {
	int status[CHILDREN][4];   /* 0 none, 1 SEN Support, 2 a plan; on the eve of last year, of this year, of this term; today */
	int target[EVENTS][3], review[EVENTS][3]; /* whose, which choice, in which period: LAST, YEAR (before this term), TERM */
	int targets, reviews;
	bool unmet[CHILDREN], unreviewed[CHILDREN];
};

static void invent(struct school *s, unsigned *seed)
{
	int children = 20 + (int)draw(seed, CHILDREN - 20);

	for (int i = 0; i < children; i++) {
		s->status[i][0] = draw(seed, 3) ? 1 : (int)draw(seed, 3);
		for (int m = 1; m < 4; m++)
			s->status[i][m] = draw(seed, 12) ? s->status[i][m - 1] : (int)draw(seed, 3);
		s->unmet[i] = !draw(seed, 4);
		s->unreviewed[i] = !draw(seed, 2);
	}
	s->targets = 10 + (int)draw(seed, EVENTS - 10);
	s->reviews = 10 + (int)draw(seed, EVENTS - 10);
	for (int i = 0; i < EVENTS; i++) {
		memcpy(s->target[i], (int[]){ (int)draw(seed, (unsigned)children), (int)draw(seed, 5), (int)draw(seed, 3) },
			sizeof s->target[i]);
		memcpy(s->review[i], (int[]){ (int)draw(seed, (unsigned)children), (int)draw(seed, 4), (int)draw(seed, 3) },
			sizeof s->review[i]);
	}
}

struct rows_of { struct arena *a; const char **cells; int n; };

static void add_row(struct rows_of *r, const char *what, const char *part, const char *how, int child)
{
	const char *row[] = { what, part, how, arena_printf(r->a, "child%d", child), "A", "B", "" };

	memcpy(r->cells + ROW * r->n++, row, sizeof row);
}

static const char *const STATUS[] = { "", "K", "E" };

static void add_child(struct rows_of *r, const struct school *s, int i, int eve, int end)
{
	int then = s->status[i][eve], now = s->status[i][end];

	if (then)
		add_row(r, then == 2 ? "then_e" : "then_k", "", "", i);
	if (now)
		add_row(r, now == 2 ? "now_e" : "now_k", "", "", i);
	if (now && now != then)
		add_row(r, then ? "moved" : "joined", STATUS[now], "", i);
	if (then && !now)
		add_row(r, "left", STATUS[then], "", i);
	if (now && s->unmet[i])
		add_row(r, "unmet", "", "", i);
	if (now == 1 && s->unreviewed[i])
		add_row(r, "unreviewed", "", "", i);
}

static void period(struct arena *a, const struct school *s, int from, bool autumn, struct look_back *l)
{
	struct rows_of r = { a, arena_array(a, ROW * 1000, sizeof(char *)), 0 };
	int eve = autumn && from == TERM ? YEAR : from, end = from == LAST ? YEAR : NOW;

	*l = (struct look_back){ .governors = true, .from = 1000 * (1 + eve) + 1, .until = 1000 * (1 + end) };
	for (int i = 0; i < CHILDREN; i++)
		add_child(&r, s, i, eve, end);
	for (int i = 0; i < s->targets; i++)
		if (from == LAST ? s->target[i][2] == LAST : s->target[i][2] >= eve)
			add_row(&r, "target", "", RATINGS[s->target[i][1]].code, s->target[i][0]);
	for (int i = 0; i < s->reviews; i++)
		if (from == LAST ? s->review[i][2] == LAST : s->review[i][2] >= eve)
			add_row(&r, "signed", "", PLAN_DECISIONS[s->review[i][1]].code, s->review[i][0]);
	l->rows = (struct found){ r.cells, r.n, ROW };
	look_back_figures(a, l);
}

static int figure_cell(struct finder *f, const struct figure *shown)
{
	return cell(f, shown->n, !shown->hidden, 1);
}

static int unsaid_cell(struct finder *f, int64_t is)
{
	return cell(f, is, false, 0);
}

struct moments { int k[4], e[4]; bool met[4]; };

static void moment_cells(struct finder *f, struct moments *m, int at, const struct figure *k, const struct figure *e)
{
	if (!m->met[at]) {
		m->k[at] = figure_cell(f, k);
		m->e[at] = figure_cell(f, e);
	}
	m->met[at] = true;
	f->said[m->k[at]] |= !k->hidden; /* said once is said */
	f->said[m->e[at]] |= !e->hidden;
}

/* The sums as a reader would write them down, from the lines' own words. */
static void register_rules(struct finder *f, struct moments *m, const struct look_back *l, int eve, int end)
{
	const struct figure *line = l->section[SECTION_REGISTER].line, *missed = l->section[SECTION_MISSED].line;
	int k0, e0, k1, e1, in_k, in_e, to_e, to_k, out, stay_k, stay_e, out_k, out_e, all;
	int64_t left_k = look_back_count(l, "left", "K", NULL);

	moment_cells(f, m, eve, &line[0], &line[1]);
	moment_cells(f, m, end, &line[7], &line[8]);
	k0 = m->k[eve], e0 = m->e[eve], k1 = m->k[end], e1 = m->e[end];
	in_k = figure_cell(f, &line[2]), in_e = figure_cell(f, &line[3]), to_e = figure_cell(f, &line[4]);
	to_k = figure_cell(f, &line[5]), out = figure_cell(f, &line[6]);
	out_k = unsaid_cell(f, left_k), out_e = unsaid_cell(f, line[6].n - left_k);
	stay_k = unsaid_cell(f, line[0].n - line[4].n - left_k), stay_e = unsaid_cell(f, line[1].n - line[5].n - f->is[out_e]);
	rule(f, out, (int[]){ out_k, out_e }, 2);
	rule(f, k0, (int[]){ stay_k, to_e, out_k }, 3);
	rule(f, e0, (int[]){ stay_e, to_k, out_e }, 3);
	rule(f, k1, (int[]){ stay_k, to_k, in_k }, 3);
	rule(f, e1, (int[]){ stay_e, to_e, in_e }, 3);
	all = cell(f, line[7].n + line[8].n, !missed[1].hidden && !missed[1].of_hidden, 0);
	f->said[k1] |= !missed[0].hidden && !missed[0].of_hidden;
	rule(f, all, (int[]){ k1, e1 }, 2);
	rule(f, k1, (int[]){ figure_cell(f, &missed[0]), unsaid_cell(f, line[7].n - missed[0].n) }, 2);
	rule(f, all, (int[]){ figure_cell(f, &missed[1]), unsaid_cell(f, f->is[all] - missed[1].n) }, 2);
}

static void parts_rules(struct finder *f, const struct figures *part, const struct figures *of, int *cells)
{
	int whole = -1, total[2];

	for (int i = 0; i < part->count; i++) {
		cells[i] = figure_cell(f, &part->line[i]);
		whole = whole < 0 ? cell(f, part->line[i].of, false, 0) : whole;
		f->said[whole] |= !part->line[i].hidden && !part->line[i].of_hidden;
	}
	if (whole >= 0)
		rule(f, whole, cells, part->count);
	for (int i = 0; of && i < part->count; i++)
		for (int k = 0; k < of->count; k++)
			if (strcmp(of->line[k].label, part->line[i].label) == 0) {
				total[0] = figure_cell(f, &of->line[k]);
				rule(f, total[0], (int[]){ cells[i], unsaid_cell(f, of->line[k].n - part->line[i].n) }, 2);
			}
}

static void look_for(struct test *t, struct finder *f, int round)
{
	for (int i = 0; i < f->unknowns; i++)
		if (!f->said[i] && f->least[i] == 1 && is_found(f, i))
			test_fail(t, __FILE__, __LINE__, "school %d: number %d can only be %lld", round, i, (long long)f->is[i]);
}

static void one_school(struct test *t, struct arena *a, unsigned *seed, int round, int *said, int *hidden)
{
	struct school *s = arena_alloc(a, sizeof *s);
	struct look_back *three = arena_array(a, 3, sizeof *three);
	bool autumn = round % 2;
	struct finder *f = arena_alloc(a, sizeof *f), *g;
	struct moments m = { 0 };
	int cells[SECTION_LINES];

	invent(s, seed);
	period(a, s, TERM, autumn, &three[0]);
	period(a, s, YEAR, autumn, &three[1]);
	period(a, s, LAST, autumn, &three[2]);
	look_back_hide(a, (struct look_back *const[]){ &three[0], &three[1], &three[2] });
	register_rules(f, &m, &three[2], LAST, YEAR);
	register_rules(f, &m, &three[1], YEAR, NOW);
	if (!autumn)
		register_rules(f, &m, &three[0], TERM, NOW);
	look_for(t, f, round);
	for (int part = SECTION_TARGETS; part <= SECTION_REVIEWS; part++)
		for (int p = 0; p < 3; p++) {
			g = arena_alloc(a, sizeof *g);
			parts_rules(g, &three[p].section[part], p == 0 && !autumn ? &three[1].section[part] : NULL, cells);
			look_for(t, g, round);
		}
	for (int p = 0; p < 3; p++)
		for (int n = 0; n < SECTIONS; n++)
			for (int i = 0; i < three[p].section[n].count; i++) {
				const struct figure *shown = &three[p].section[n].line[i];

				expect(shown->hidden || shown->n == 0 || (shown->n >= SMALL && shown->children >= SMALL));
				*(shown->hidden ? hidden : said) += 1;
			}
}

TEST(no_small_number_of_three_reports_can_be_worked_out)
{
	unsigned seed = 11;
	int said = 0, hidden = 0;

	for (int round = 0; round < 60; round++) {
		struct arena *a = arena_new((size_t)1 << 28);

		one_school(t, a, &seed, round, &said, &hidden);
		arena_free(a);
	}
	expect(2 * said > hidden);
}
