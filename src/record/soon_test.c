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

static void queries_together(struct world w)
{
	struct act *alone = world_read(w), *act = world_read(w);
	struct test *t = w.t;
	bool more = true;

	soon_begin(act);
	for (int round = 0; round < 2; round++) {
		for (const struct query *const *const *file = ALL_QUERIES; *file; file++)
			for (const struct query *const *q = *file; *q; q++) {
				struct found a, b;
				const struct fault *f = query_run(act, *q, ONES, &a);

				if (round && !f)
					expect_fine(query_run(alone, *q, ONES, &b));
				expect((!round && soon_waits(f)) || (round && !f));
				if (round && !f)
					same_found(t, (*q)->name, &a, &b);
			}
		expect_fine(soon_ask(act, &more));
		expect(more == !round);
	}
	soon_end(act);
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

static void lists_together(struct world w, const struct ask *ask)
{
	struct act *alone = world_read(w), *act = world_read(w);
	const struct house *h = world_house(w);
	struct test *t = w.t;
	bool more;

	soon_begin(act);
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < h->count; i++) {
			const struct record *r = h->records[i];
			struct rows a, b;
			const struct fault *f = record_list(act, r, ask, &a);

			expect(!f || (!round && soon_waits(f)));
			if (!round)
				continue;
			expect_fine(record_list(alone, r, ask, &b));
			same_rows(t, r, &a, &b);
		}
		expect_fine(soon_ask(act, &more));
	}
	soon_end(act);
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

TEST_STORE(an_act_that_writes_never_waits)
{
	struct act *act = world_read(as(world_new(t), "senco"));
	bool more = true;
	struct rows rows;

	act->writing = true;
	soon_begin(act);
	expect_fine(record_list(act, record_find(act->house, "pupil"), NULL, &rows));
	expect_fine(soon_ask(act, &more));
	expect(!more && rows.count > 0);
}
