/* twin_test.c - the same thousand small things done to two stores side by side, one of them PostgreSQL where there is one: every
 * answer, every row, every version and every message must be the same. Then a store goes to the other back end and home again. */
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/random.h"
#include "db/copy.h"
#include "main/migrations.h"
#include "record/journal.h"
#include "tests/store.h"
#include "tests/world.h"

enum { STEPS = 700, MADE_MOST = 1000 };

struct made { const struct record *r; const char *id[2], *act[2]; };

struct twins {
	struct test *t;
	struct world w[2];
	struct made made[MADE_MOST];
	int count;
	uint64_t seed;
	int done, refused;
};

/* A small generator of its own: the same run everywhere. */
static int roll(struct twins *x, int sides)
{
	x->seed = x->seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((x->seed >> 33) % (unsigned)sides);
}

/* What both sides are told to do: worked out once. */
struct step {
	struct twins *x;
	int number, side, what, which, kid, fields, texts, stale;
	const struct record *r;
	const char *id, *act, *says;
};

enum { ADD, CHANGE, WITHDRAW, RESTORE, UNDO, WHATS };

static const char *const KIDS[] = { "sam", "ana", "mia" };
static const char *const WORDS[] = { "Plain words", "  Ó Súilleabháin  ", "'; DROP TABLE pupil; --", "<b>bold</b> & \"quoted\"",
	"two\nlines",
	"\xF0\x9F\x98\x80 smile", "ß ẞ ŉ", "%_\\", "", "0", "-1", "1e9" };

/* A form for this step: what must be there, and now and then odd words in a field of text. */
static struct form *step_form(const struct step *s, struct arena *a)
{
	const struct record *r = s->r;
	struct form *f = make_valid(s->x->w[s->side], a, r);

	for (int i = 0; i < r->count; i++) {
		const struct field *field = &r->fields[i];

		if (f->values[i] && field->type == F_TEXT)
			form_set(f, i, arena_printf(a, "words_%d", s->number)); /* the world's own differ from call to call */
		if ((field->flags & (SECRET | BY_SYSTEM)) || (s->fields >> (i % 20) & 1) == 0)
			continue;
		if (field->type == F_TEXT || field->type == F_LONGTEXT)
			form_set(f, i, WORDS[(s->texts + i) % (int)(sizeof WORDS / sizeof *WORDS)]);
		else if (field->type == F_NUMBER || field->type == F_PENCE)
			form_set(f, i, WORDS[9 + (s->texts + i) % 3]);
		else if (field->type == F_DATE)
			form_set(f, i, s->texts % 3 ? "2026-10-01" : "2026-11-01");
		else if (field->type == F_CHOICE)
			form_set(f, i, field->choices[s->texts % 2 && field->choices[1].code].code);
	}
	if (r == &WATCH)
		form_set(f, WATCH_EXPIRES, "2026-12-01");
	return f;
}

static const struct fault *do_step(struct act *act, void *self)
{
	struct step *s = self;
	struct row *row = NULL;
	struct form *form;
	int undone, kept;

	s->act = arena_text(s->x->t->a, act->id);
	if (s->what == UNDO) {
		TRY(act_undo(act, s->x->made[s->which].act[s->side], "undone", &undone, &kept));
		s->says = arena_printf(s->x->t->a, "%d undone, %d kept", undone, kept);
		return NULL;
	}
	form = step_form(s, act->a);
	if (s->what == ADD) {
		const struct fault *f;

		if (s->r->about)
			TRY(record_get(act, &PUPIL, world_id(s->x->w[s->side], KIDS[s->kid]), &row));
		f = record_add(act, s->r, row, form, &s->id);
		if (!f)
			s->id = arena_text(s->x->t->a, s->id);
		return f;
	}
	TRY(record_get(act, s->r, s->x->made[s->which].id[s->side], &row));
	form->version = s->stale ? row_version(row) + s->stale - 2 : 0;
	return s->what == CHANGE ? record_change(act, row, form) : s->what == WITHDRAW ? record_withdraw(act, row, "by chance") :
		record_restore(act, row, "by chance");
}

/* Types that stand on their own: no form of the world's makes a case, an import or an account of these by chance. */
static bool plays(const struct record *r)
{
	static const char *const NOT[] = { "campus", "account", "role_held", "delegation", "invitation", "case_grant", "import",
		"import_item",
		"import_step", "due" };

	for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++)
		if (strcmp(NOT[i], r->name) == 0)
			return false;
	return !(r->is & SYSTEM_ONLY);
}

static const struct record *any_type(struct twins *x)
{
	const struct house *h = world_house(x->w[0]);
	const struct record *r;

	do
		r = h->records[roll(x, h->count)];
	while (!plays(r));
	return r;
}

static struct step next_step(struct twins *x)
{
	int what = x->count < 20 ? ADD : roll(x, 10);
	struct step s = { .x = x, .what = what < 4 ? ADD : what < 7 ? CHANGE : what == 7 ? WITHDRAW : what == 8 ? RESTORE : UNDO };

	s.kid = roll(x, 3);
	s.fields = roll(x, 1 << 20);
	s.texts = roll(x, 1000);
	s.which = x->count ? roll(x, x->count) : 0;
	s.stale = roll(x, 4);
	s.r = s.what == ADD ? any_type(x) : x->made[s.which].r;
	return s;
}

static const char *without_ids(struct twins *x, int side, const char *text)
{
	for (int i = 0; text && i < x->count; i++)
		if (strcmp(text, x->made[i].id[side]) == 0)
			return arena_printf(x->t->a, "#%d", i);
	for (int k = 0; text && k < 3; k++)
		if (strcmp(text, world_id(x->w[side], KIDS[k])) == 0)
			return KIDS[k];
	return text && id_ok(text) ? "somebody" : text;
}

static void take_step(struct twins *x, int number)
{
	struct step one = next_step(x), two = one;
	const struct fault *f, *g;
	struct test *t = x->t;

	one.number = two.number = number;
	two.side = 1;
	clock_fix(moment_seconds("2026-11-20T09:00:00Z") + number);
	f = world_do(as(x->w[0], "program"), do_step, &one);
	g = world_do(as(x->w[1], "program"), do_step, &two);
	x->done++;
	x->refused += f != NULL;
	if ((f ? (int)f->code : -1) != (g ? (int)g->code : -1) || (f && strcmp(f->text, g->text) != 0))
		test_fail(t, __FILE__, __LINE__, "step %d of %s: \"%s\" and \"%s\"", number, one.r->name, f ? f->text : "fine",
			g ? g->text : "fine");
	if (one.says || two.says)
		expect_text(one.says, two.says);
	if (f || g)
		return;
	if (one.what == ADD)
		x->made[x->count++] = (struct made){ one.r, { one.id, two.id }, { one.act, two.act } };
	else if (one.what != UNDO)
		memcpy(x->made[one.which].act, ((const char *[]){ one.act, two.act }), sizeof one.act * 2);
}

/* Every version of a row as a person would read it. */
static const char *life_of(struct twins *x, struct act *act, int side, int n)
{
	struct buf b = buf_new(x->t->a);
	struct test *t = x->t;
	struct rows history;
	struct row *row;

	expect_fine(record_get(act, x->made[n].r, x->made[n].id[side], &row));
	expect_fine(record_history(act, row, &history));
	buf_printf(&b, "%s %s", x->made[n].r->name, row_withdrawn(row) ? "withdrawn" : "stands");
	for (int v = 0; v < history.count; v++) {
		row = history.row[v];
		buf_printf(&b, "\n%lld %s %s%s", (long long)row_version(row), row_moment(row), row_by(row), row_withdrawn(row) ?
			" withdrawn" : "");
		for (int i = 0; i < row_record(row)->count; i++)
			buf_printf(&b, " | %s", without_ids(x, side, row_text(row, i)));
	}
	return buf_text(&b);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A list in its own order, ties put in the order of their words: ids differ, and they break the ties. */
static const char *list_of(struct twins *x, struct act *act, int side, const struct record *r)
{
	struct buf b = buf_new(x->t->a);
	struct test *t = x->t;
	const char **lines;
	struct rows rows;

	expect_fine(record_list(act, r, &(struct ask){ .limit = 100000 }, &rows));
	lines = arena_array(t->a, (size_t)rows.count + 1, sizeof *lines);
	for (int i = 0; i < rows.count; i++) {
		struct buf line = buf_new(t->a);

		for (int k = 0; k < r->count; k++)
			buf_printf(&line, "%s | ", without_ids(x, side, row_text(rows.row[i], k)));
		lines[i] = buf_text(&line);
	}
	if (rows.count)
		qsort(lines, (size_t)rows.count, sizeof *lines, by_text);
	for (int i = 0; i < rows.count; i++)
		buf_printf(&b, "%s\n", lines[i]);
	return buf_text(&b);
}

static void compare_all(struct twins *x)
{
	const struct house *h = world_house(x->w[0]);
	struct act *one = world_read(as(x->w[0], "program")), *two = world_read(as(x->w[1], "program"));
	struct test *t = x->t;

	for (int i = 0; i < x->count; i++)
		expect_text(life_of(x, one, 0, i), life_of(x, two, 1, i));
	for (int i = 0; i < h->count; i++)
		if (plays(h->records[i]))
			expect_text(list_of(x, one, 0, h->records[i]), list_of(x, two, 1, h->records[i]));
}

static void compare_journals(struct twins *x)
{
	int64_t entries[2], broken;
	struct test *t = x->t;
	const char *why;

	for (int side = 0; side < 2; side++) {
		struct db *db = store_open(t, world_where(x->w[side]), DB_READ);

		expect_fine(journal_verify(t->a, db, &entries[side], &broken, &why));
		expect_int(broken, 0);
	}
	expect_int(entries[0], entries[1]);
}

/* The other store of a test: PostgreSQL if this run has one, else SQLite again. */
static struct test *other(struct test *t)
{
	struct test *o = memcpy(arena_alloc(t->a, sizeof *o), t, sizeof *t);

	o->pg = getenv("OPENSENCO_TEST_PG");
	return o;
}

TEST(two_stores_given_the_same_work_hold_the_same)
{
	struct twins *x = arena_alloc(t->a, sizeof *x);

	x->t = t;
	x->seed = 20261122;
	x->w[0] = world_new(t);
	x->w[1] = world_new(other(t));
	for (int i = 0; i < STEPS; i++)
		take_step(x, i);
	clock_fix(-1);
	compare_all(x);
	compare_journals(x);
	expect(x->count > 100 && x->refused > 20 && x->refused < x->done / 2);
	printf("twins: %d steps, %d rows, %d refused alike\n", x->done, x->count, x->refused);
}

static struct db *emptied(struct test *t, struct test *where)
{
	struct db *db = store_open(t, store_address(where), DB_MAKE);
	int applied;

	expect_fine(db_migrate(db, t->a, MIGRATIONS, MIGRATION_COUNT, &applied));
	expect_fine(record_make_room(db, t->a));
	return db;
}

TEST(a_school_goes_to_the_other_store_and_home_again_unchanged)
{
	struct world w = world_new(t);
	struct db *here = store_open(t, world_where(w), DB_READ), *there = emptied(t, other(t)), *home = emptied(t, t);
	struct db_sum *out, *back;
	int n, m;

	expect_fine(db_copy(here, there, t->a, &out, &n));
	expect_fine(db_copy(there, home, t->a, &back, &m));
	expect_int(m, n);
	for (int i = 0; i < n && i < m; i++) {
		expect_text(back[i].table, out[i].table);
		expect_int(back[i].rows, out[i].rows);
		expect_text(back[i].hash, out[i].hash);
	}
}
