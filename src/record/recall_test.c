/* recall_test.c - what was asked before is given again to those who ask the same of the same facts, and to nobody else. */
#include "record/recall.h"

#include <stdio.h>
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "areas/register/queries.sql.h"
#include "tests/store.h"
#include "tests/world.h"

static bool find(struct test *t, struct recall *r, const char *key, int64_t facts, struct found *out)
{
	return recall_find(r, t->a, key, strlen(key), facts, out);
}

static void keep(struct recall *r, const char *key, int64_t facts, const char *said)
{
	recall_keep(r, key, strlen(key), facts, &(struct found){ (const char *const[]){ said, NULL }, 1, 2 });
}

static void no_recall(void *r)
{
	recall_free(r);
}

TEST(an_answer_is_given_again_for_the_same_question_and_the_same_facts)
{
	struct recall *r = recall_new(1 << 16);
	struct found f;

	arena_defer(t->a, no_recall, r);
	keep(r, "who", 7, "sam");
	expect(find(t, r, "who", 7, &f));
	expect_text(found_text(&f, 0, 0), "sam");
	expect(!f.cells[1]);
	expect(!find(t, r, "what", 7, &f));
	expect(!find(t, r, "who", 6, &f)); /* a request that began earlier */
	expect(find(t, r, "who", 7, &f));
	expect(!find(t, r, "who", 8, &f)); /* something changed */
	expect(!find(t, r, "who", 7, &f));
}

TEST(an_answer_in_use_outlives_its_place_in_the_table)
{
	struct recall *r = recall_new(1 << 16);
	struct found f, other;

	arena_defer(t->a, no_recall, r);
	keep(r, "who", 1, "sam");
	expect(find(t, r, "who", 1, &f));
	expect(!find(t, r, "who", 2, &other));
	expect_int(recall_counts(r).entries, 0);
	expect_text(found_text(&f, 0, 0), "sam");
}

TEST(what_was_not_asked_for_long_is_given_up_first)
{
	struct recall *r = recall_new(16 << 10);
	char key[16];
	struct found f;

	arena_defer(t->a, no_recall, r);
	for (int i = 0; i < 500; i++) {
		snprintf(key, sizeof key, "question %d", i);
		keep(r, key, 1, "an answer");
		expect(find(t, r, "question 0", 1, &f)); /* asked all the time */
	}
	expect(recall_counts(r).bytes <= 16 << 10);
	expect(find(t, r, "question 499", 1, &f));
	expect(!find(t, r, "question 1", 1, &f));
}

/* As a page's act is: what is known of the store's number of changes, and the table. */
static struct act *asking(struct world w, const char *login, struct recall *r)
{
	struct test *t = w.t;
	struct act *act = world_read(as(w, login));
	struct stmt *st;
	bool row;

	expect_fine(db_ask(act->db, act->a, "SELECT value FROM counter WHERE name = 'facts'", &st));
	expect_fine(stmt_step(st, &row));
	expect(row);
	act->facts = stmt_get_int(st, 0);
	act->recall = r;
	stmt_done(st);
	return act;
}

static int needs_of(struct world w, const char *login, struct recall *r)
{
	struct act *act = asking(w, login, r);
	struct test *t = w.t;
	struct found f = { 0 };

	expect_fine(query_run(act, &Q_REGISTER_NEEDS, (const char *const[]){ day_iso(act->a, act->today) }, &f));
	return f.rows;
}

static const struct fault *add_need(struct act *act, void *self)
{
	struct world *w = self;
	struct row *sam;
	const char *id;

	TRY(record_get(act, &PUPIL, world_id(*w, "sam"), &sam));
	return record_add(act, &NEED, sam, make_valid(*w, act->a, &NEED), &id);
}

TEST_STORE(a_change_is_seen_at_once_and_each_reader_has_answers_of_their_own)
{
	struct world w = world_new(t);
	struct recall *r = recall_new(1 << 20);
	int before;

	arena_defer(t->a, no_recall, r);
	before = needs_of(w, "senco", r);
	expect_int(needs_of(w, "senco", r), before);
	expect_int((int)recall_counts(r).given, 1);
	needs_of(w, "teacher", r);
	expect_int((int)recall_counts(r).given, 1);
	expect_fine(world_do(as(w, "senco"), add_need, &w));
	expect_int(needs_of(w, "senco", r), before + 1);
	expect_int((int)recall_counts(r).given, 1);
	needs_of(w, "senco2", r);
	expect_int((int)recall_counts(r).given, 1);
}
