/* soon_test.c - what is asked together is answered as it is alone: every type's rows, every named query, in the same order, and the
 * reading of sealed text is noted the same way. */
#include "record/soon.h"

#include <string.h>

#include "record/query.h"
#include "tests/all_queries.h"
#include "tests/world.h"

static const char *const LOGINS[] = { "senco", "teacher", "ta", "head", "governor" };
static const char *const ONES[] = { [0 ... 95] = "1" }; /* passes for a text, a number and a limit */

static void same_found(struct test *t, const char *name, const struct found *a, const struct found *b)
{
	if (a->rows != b->rows)
		test_fail(t, __FILE__, __LINE__, "query %s: %d rows together, %d alone", name, a->rows, b->rows);
	for (int i = 0; i < a->rows && a->rows == b->rows; i++)
		for (int c = 0; c < a->columns; c++)
			expect_text(found_text(a, i, c), found_text(b, i, c));
}

struct both { struct world w; struct act *act, *alone; struct found *found; struct rows *rows; const struct ask *ask; };

static const struct query *query_number_of(int n)
{
	for (const struct query *const *const *file = ALL_QUERIES; *file; file++)
		for (const struct query *const *q = *file; *q; q++)
			if (!n--)
				return *q;
	return NULL;
}

static const struct fault *one_query(void *self, int i)
{
	struct both *b = self;

	return query_run(b->act, query_number_of(i), ONES, &b->found[i]);
}

static void queries_together(struct world w)
{
	struct both b = { w, world_read(w), world_read(w), NULL, NULL, NULL };
	struct test *t = w.t;
	int64_t before;
	int n = 0;

	while (query_number_of(n))
		n++;
	b.found = arena_array(t->a, (size_t)n, sizeof *b.found);
	before = db_count(b.act->db);
	expect_fine(soon_each(b.act, n, one_query, &b));
	expect(db_count(b.act->db) - before < n / 8);
	for (int i = 0; i < n; i++) {
		struct found alone;

		expect_fine(query_run(b.alone, query_number_of(i), ONES, &alone));
		same_found(t, query_number_of(i)->name, &b.found[i], &alone);
	}
}

TEST_STORE(every_named_query_asked_with_others_gives_what_it_gives_alone)
{
	struct world w = world_new(t);

	for (size_t i = 0; i < sizeof LOGINS / sizeof *LOGINS; i++)
		queries_together(as(w, LOGINS[i]));
}

static void same_rows(struct test *t, const struct record *r, const struct rows *a, const struct rows *b)
{
	expect_int(a->count, b->count);
	for (int i = 0; i < a->count && i < b->count; i++) {
		expect_text(row_id(a->row[i]), row_id(b->row[i]));
		for (int k = 0; k < r->count; k++) {
			expect_text(row_text(a->row[i], k), row_text(b->row[i], k));
			expect(row_has(a->row[i], k) == row_has(b->row[i], k));
		}
	}
}

static const struct fault *one_list(void *self, int i)
{
	struct both *b = self;

	return record_list(b->act, world_house(b->w)->records[i], b->ask, &b->rows[i]);
}

static void lists_together(struct world w, const struct ask *ask)
{
	struct both b = { w, world_read(w), world_read(w), NULL, NULL, ask };
	const struct house *h = world_house(w);
	struct test *t = w.t;

	b.rows = arena_array(t->a, (size_t)h->count, sizeof *b.rows);
	expect_fine(soon_each(b.act, h->count, one_list, &b));
	for (int i = 0; i < h->count; i++) {
		struct rows alone;

		expect_fine(record_list(b.alone, h->records[i], ask, &alone));
		same_rows(t, h->records[i], &b.rows[i], &alone);
	}
}

static const struct fault *add_note(struct act *act, void *self)
{
	struct world *w = self;
	struct form *f = world_form(*w, act->a, record_find(act->house, "note"),
		"kind=observation&happened_on=2026-11-20&text=Counts+on+his+fingers");
	struct row *sam;
	const char *id;

	TRY(record_get(act, record_find(act->house, "pupil"), world_id(*w, "sam"), &sam));
	return record_add(act, f->r, sam, f, &id);
}

TEST_STORE(rows_of_every_type_asked_with_others_are_those_asked_alone)
{
	struct world w = as(world_new(t), "senco");

	expect_fine(world_do(w, add_note, &w));
	for (size_t i = 0; i < sizeof LOGINS / sizeof *LOGINS; i++) {
		lists_together(as(w, LOGINS[i]), NULL);
		lists_together(as(w, LOGINS[i]), &(struct ask){ .limit = 2, .offset = 1, .clear_only = true });
	}
}

struct deep { struct world w; struct act *act; int begun, got; };

/* Each part asks for what it found a moment ago. */
static const struct fault *find_sam(void *self, int i)
{
	const char *const names[] = { "sam", "ana", "mia" };
	const struct record *pupil = record_find(((struct deep *)self)->act->house, "pupil");
	struct deep *d = self;
	struct row *row;
	int64_t notes;

	d->begun++;
	TRY(record_get(d->act, pupil, world_id(d->w, names[i]), &row));
	TRY(record_count(d->act, record_find(d->act->house, "note"), &(struct ask){ .pupil = row_id(row) }, &notes));
	d->got++;
	return NULL;
}

static const struct fault *parts_of_a_part(void *self, int i)
{
	struct deep *d = self;

	(void)i;
	d->got = 0;
	return soon_each(d->act, 3, find_sam, d);
}

TEST_STORE(parts_of_parts_are_asked_with_all_others)
{
	struct world w = as(world_new(t), "senco");
	struct deep d = { w, world_read(w), 0, 0 };
	int64_t before = db_count(d.act->db);

	expect_fine(soon_each(d.act, 2, parts_of_a_part, &d));
	expect_int(d.got, 3);
	expect_int(db_count(d.act->db) - before, 2);
}

TEST_STORE(an_act_that_writes_never_waits)
{
	struct world w = as(world_new(t), "senco");
	struct deep d = { w, world_read(w), 0, 0 };

	d.act->writing = true;
	expect_fine(soon_each(d.act, 3, find_sam, &d));
	expect_int(d.begun, 3);
}
