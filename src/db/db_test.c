/* db_test.c - both stores answer alike. */
#include "db/db.h"
#include "tests/store.h"

static struct db *fresh(struct test *t, const char *schema)
{
	struct db *db = store_open(t, store_address(t), DB_MAKE);
	const struct migration first = { "0001_first", schema };
	int applied;

	expect_fine(db_migrate(db, t->a, &first, 1, &applied));
	expect_int(applied, 1);
	return db;
}

static struct stmt *ask(struct test *t, struct db *db, const char *sql)
{
	struct stmt *s = NULL;

	expect_fine(db_ask(db, t->a, sql, &s));
	return s;
}

static bool step(struct test *t, struct stmt *s)
{
	bool row = false;

	expect_fine(stmt_step(s, &row));
	return row;
}

static int64_t number(struct test *t, struct db *db, const char *sql)
{
	struct stmt *s = ask(t, db, sql);

	expect_stop(step(t, s));
	return stmt_get_int(s, 0);
}

static const char THING[] =
	"-- one of each; it's a comment\n"
	"CREATE TABLE thing (id TEXT PRIMARY KEY, n INTEGER, b BYTES, bytes TEXT, -- a column may be called bytes\n"
	" CONSTRAINT n_small CHECK (n < 9000000000000000000)); -- the end\n"
	"CREATE UNIQUE INDEX thing_n ON thing (n);"
	"CREATE TABLE part (id TEXT PRIMARY KEY, thing TEXT NOT NULL REFERENCES thing (id) /* ; */ )";

TEST_STORE(every_type_comes_back_as_it_was)
{
	static const unsigned char bytes[] = { 0, 1, 255, '\\', 'x', '\'' };
	struct db *db = fresh(t, THING);
	struct stmt *s = ask(t, db, "INSERT INTO thing (id, n, b, bytes) VALUES ($1, $2, $3, $4)");
	const unsigned char *back;
	size_t size;

	stmt_text(s, 1, "it's; $1 -- é \xF0\x9F\x98\x80");
	stmt_int(s, 2, INT64_C(-4611686018427387905));
	stmt_bytes(s, 3, bytes, sizeof bytes);
	stmt_text(s, 4, "");
	expect_fine(stmt_run(s));
	expect_int(stmt_changes(s), 1);
	s = ask(t, db, "SELECT id, n, b, bytes, n IS NULL, n < 0 FROM thing");
	expect_stop(step(t, s));
	expect_text(stmt_get_text(s, 0), "it's; $1 -- é \xF0\x9F\x98\x80");
	expect_int(stmt_get_int(s, 1), INT64_C(-4611686018427387905));
	expect_text(stmt_get_text(s, 1), "-4611686018427387905");
	back = stmt_get_bytes(s, 2, &size);
	expect_int(size, sizeof bytes);
	expect(memcmp(back, bytes, sizeof bytes) == 0);
	expect_text(stmt_get_text(s, 3), "");
	expect(!stmt_is_null(s, 3));
	expect_int(stmt_get_int(s, 4), 0);
	expect_text(stmt_get_text(s, 5), "1");
	expect(!step(t, s));
	expect(!step(t, s));
}

TEST_STORE(null_and_empty_are_two_things)
{
	struct db *db = fresh(t, THING);
	struct stmt *s = ask(t, db, "INSERT INTO thing (id, n, b, bytes) VALUES ($1, $2, $3, $4)");
	size_t size = 9;

	stmt_text(s, 1, "nulls");
	stmt_null(s, 2);
	stmt_bytes(s, 3, NULL, 0);
	stmt_text(s, 4, NULL);
	expect_fine(stmt_run(s));
	stmt_text(s, 1, "empty");
	stmt_bytes(s, 3, "", 0);
	stmt_text(s, 4, "");
	expect_fine(stmt_run(s));
	s = ask(t, db, "SELECT n, b, bytes FROM thing ORDER BY id DESC");
	expect_stop(step(t, s));
	for (int i = 0; i < 3; i++)
		expect(stmt_is_null(s, i));
	expect(stmt_get_text(s, 2) == NULL);
	expect_int(stmt_get_int(s, 0), 0);
	expect(stmt_get_bytes(s, 1, &size) == NULL && size == 0);
	expect_stop(step(t, s));
	expect(!stmt_is_null(s, 1) && !stmt_is_null(s, 2));
	expect(stmt_get_bytes(s, 1, &size) != NULL && size == 0);
}

TEST_STORE(parameters_go_by_number_not_by_place)
{
	struct db *db = fresh(t, THING);
	struct stmt *s = ask(t, db, "INSERT INTO thing (n, id) VALUES ($2, $1)");

	stmt_text(s, 1, "first");
	stmt_int(s, 2, 22);
	expect_fine(stmt_run(s));
	s = ask(t, db, "SELECT id, '$9 -- ''$8' FROM thing /* $7 */ WHERE n = $2 AND id = $1 -- $6\n AND n = $2");
	stmt_text(s, 1, "first");
	stmt_int(s, 2, 22);
	expect_stop(step(t, s));
	expect_text(stmt_get_text(s, 1), "$9 -- '$8");
}

TEST_STORE(a_parameter_that_is_not_there_is_a_fault)
{
	struct db *db = fresh(t, THING);
	struct stmt *s = ask(t, db, "SELECT id FROM thing WHERE n = $1");

	stmt_int(s, 2, 1);
	expect_fault(stmt_run(s), FAULT_BROKEN);
	expect_fault(db_ask(db, t->a, "SELECT nothing FROM nowhere", &s), FAULT_BROKEN);
	expect(s == NULL);
	expect_fault(db_ask(db, t->a, "SELECT 1; SELECT 2", &s), FAULT_BROKEN);
}

TEST_STORE(two_users_of_one_text_do_not_meet)
{
	struct db *db = fresh(t, THING);
	struct stmt *one, *two;

	expect_fine(db_run(db, t->a, "INSERT INTO thing (id, n) VALUES ('a', 1), ('b', 2)"));
	one = ask(t, db, "SELECT id FROM thing ORDER BY n");
	expect(step(t, one));
	two = ask(t, db, "SELECT id FROM thing ORDER BY n");
	expect(one != two);
	expect(step(t, two));
	expect(step(t, one));
	expect_text(stmt_get_text(one, 0), "b");
	expect_text(stmt_get_text(two, 0), "a");
	stmt_reset(one);
	expect(step(t, one));
	expect_text(stmt_get_text(one, 0), "a");
}

TEST_STORE(a_statement_ends_with_its_arena_and_is_kept)
{
	struct db *db = fresh(t, THING);

	for (int i = 0; i < 3; i++) {
		struct arena *a = arena_new(1 << 20);
		struct stmt *s;

		expect_fine(db_ask(db, a, "INSERT INTO thing (id, n) VALUES ($1, $2)", &s));
		stmt_text(s, 1, i == 0 ? "a" : i == 1 ? "b" : "c");
		if (i < 2)
			stmt_int(s, 2, i); /* the third time it must be NULL again, not 1 */
		expect_fine(stmt_run(s));
		arena_free(a);
	}
	expect_int(number(t, db, "SELECT count(*) FROM thing WHERE n IS NULL"), 1);
}

TEST_STORE(more_texts_than_are_kept)
{
	struct db *db = fresh(t, THING);

	for (int i = 0; i < 1100; i++) {
		struct arena *a = arena_new(1 << 20);
		struct stmt *s;
		bool row;

		expect_fine(db_ask(db, a, arena_printf(a, "SELECT %d", i), &s));
		expect_fine(stmt_step(s, &row));
		expect_int(stmt_get_int(s, 0), i);
		arena_free(a);
	}
	expect_int(number(t, db, "SELECT 3"), 3);
}

TEST_STORE(a_transaction_is_whole_or_not_at_all)
{
	struct db *db = fresh(t, THING);
	struct stmt *s;

	expect_fine(db_begin(db, t->a, true));
	expect(db_in_transaction(db));
	expect_fine(db_run(db, t->a, "INSERT INTO thing (id) VALUES ('gone')"));
	db_rollback(db, t->a);
	expect(!db_in_transaction(db));
	db_rollback(db, t->a);
	expect_fine(db_begin(db, t->a, true));
	expect_fine(db_run(db, t->a, "INSERT INTO thing (id) VALUES ('kept')"));
	s = ask(t, db, "SELECT id FROM thing");
	expect(step(t, s));
	expect_fine(db_commit(db, t->a));
	expect(!db_in_transaction(db));
	expect_fault(stmt_run(s), FAULT_BROKEN);
	expect_int(number(t, db, "SELECT count(*) FROM thing"), 1);
}

TEST_STORE(savepoints_nest)
{
	struct db *db = fresh(t, THING);

	expect_fine(db_begin(db, t->a, true));
	expect_fine(db_savepoint(db, t->a, "outer_act"));
	expect_fine(db_run(db, t->a, "INSERT INTO thing (id, n) VALUES ('a', 1)"));
	expect_fine(db_savepoint(db, t->a, "inner_act"));
	expect_fine(db_run(db, t->a, "INSERT INTO thing (id, n) VALUES ('b', 2)"));
	expect_fault(db_run(db, t->a, "INSERT INTO thing (id, n) VALUES ('c', 2)"), FAULT_BROKEN);
	db_rollback_to(db, t->a, "inner_act");
	expect_fine(db_release(db, t->a, "inner_act"));
	expect_fine(db_release(db, t->a, "outer_act"));
	expect_fine(db_savepoint(db, t->a, "act"));
	expect_fine(db_run(db, t->a, "INSERT INTO thing (id, n) VALUES ('d', 4)"));
	expect_fine(db_release(db, t->a, "act"));
	expect_fine(db_commit(db, t->a));
	expect_int(number(t, db, "SELECT sum(n) FROM thing"), 5);
}

static const char *fault_text(struct test *t, struct db *db, const char *sql)
{
	const struct fault *f = db_run(db, t->a, sql);

	expect_stop(f != NULL);
	expect_int(f->code, FAULT_BROKEN);
	expect_lacks(f->text, "secret");
	return f->text;
}

TEST_STORE(a_broken_constraint_is_named_and_no_value_is)
{
	struct db *db = fresh(t, THING);

	expect_fine(db_run(db, t->a, "INSERT INTO thing (id, n) VALUES ('secret', 1)"));
	expect_has(fault_text(t, db, "INSERT INTO thing (id, n) VALUES ('secret', 2)"), "thing");
	expect_has(fault_text(t, db, "INSERT INTO thing (id, n) VALUES ('c', 9100000000000000000)"), "n_small");
	expect_has(fault_text(t, db, "INSERT INTO part (id) VALUES ('secret')"), "thing");
	expect_has(fault_text(t, db, "INSERT INTO part (id, thing) VALUES ('secret', 'secret2')"), "constraint");
	expect_has(fault_text(t, db, "INSERT INTO thing (id, n) VALUES ('x', 'secret')"), "");
}

TEST_STORE(a_reader_cannot_write_and_sees_one_moment)
{
	const char *where = store_address(t);
	struct db *w = store_open(t, where, DB_MAKE), *r;
	const struct migration first = { "0001_first", THING };
	int applied;

	expect_fine(db_migrate(w, t->a, &first, 1, &applied));
	r = store_open(t, where, DB_READ);
	expect(db_run(r, t->a, "INSERT INTO thing (id) VALUES ('a')") != NULL);
	expect_fault(db_begin(r, t->a, true), FAULT_BROKEN);
	expect_fine(db_begin(r, t->a, false));
	expect_int(number(t, r, "SELECT count(*) FROM thing"), 0);
	expect_fine(db_run(w, t->a, "INSERT INTO thing (id) VALUES ('a')"));
	expect_int(number(t, r, "SELECT count(*) FROM thing"), 0);
	expect_fine(db_commit(r, t->a));
	expect_int(number(t, r, "SELECT count(*) FROM thing"), 1);
}

static const char ENDLESS[] =
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT count(*) FROM n";

TEST_STORE(a_deadline_ends_a_long_question)
{
	const char *where = store_address(t);
	struct db *db = store_open(t, where, DB_MAKE);
	struct stmt *s;

	expect_int(number(t, db, "SELECT 1"), 1);
	db = store_open(t, where, DB_READ);
	db_deadline(db, 30);
	s = ask(t, db, ENDLESS);
	expect_fault(stmt_run(s), FAULT_BUSY);
	s = NULL;
	expect_fault(db_ask(db, t->a, "SELECT 1", &s) ? FAULT(t->a, FAULT_BUSY, "at once") : stmt_run(s), FAULT_BUSY);
	db_deadline(db, 0);
	expect_int(number(t, db, "SELECT 5"), 5);
}

TEST_STORE(columns_and_tables_are_told)
{
	struct db *db = fresh(t, THING);
	const char *const *names;

	expect_fine(db_columns(db, t->a, "thing", &names));
	expect_text(names[0], "id");
	expect_text(names[3], "bytes");
	expect(names[4] == NULL);
	expect_fine(db_columns(db, t->a, "nothing", &names));
	expect(names[0] == NULL);
	expect_fine(db_tables(db, t->a, &names));
	expect_text(names[0], "migration");
	expect_text(names[2], "thing");
	expect(names[3] == NULL);
}

TEST_STORE(statements_are_counted)
{
	struct db *db = fresh(t, THING);
	int64_t before = db_count(db);

	expect_int(number(t, db, "SELECT 1"), 1);
	expect_int(number(t, db, "SELECT 1"), 1);
	expect_int(db_count(db) - before, 2);
}

TEST_STORE(the_actor_lasts_as_long_as_the_transaction)
{
	struct db *db = fresh(t, THING);
	struct stmt *s;

	expect_fine(db_begin(db, t->a, true));
	expect_fine(db_actor(db, t->a, "account1", "campus1,campus2"));
	if (db_kind(db) == DB_PG) {
		s = ask(t, db, "SELECT current_setting('opensenco.campuses', true)");
		expect(step(t, s));
		expect_text(stmt_get_text(s, 0), "campus1,campus2");
	}
	expect_fine(db_commit(db, t->a));
	if (db_kind(db) == DB_PG) {
		s = ask(t, db, "SELECT current_setting('opensenco.campuses', true)");
		expect(step(t, s));
		expect_text(stmt_get_text(s, 0), "");
	}
}

TEST_STORE(settled_statements_are_over_and_harmless)
{
	struct db *db = fresh(t, THING);
	struct stmt *s;
	bool row;

	expect_fine(db_begin(db, t->a, true));
	expect_fine(db_run(db, t->a, "INSERT INTO thing (id) VALUES ('a'), ('b')"));
	s = ask(t, db, "SELECT id FROM thing");
	expect(step(t, s));
	db_settle(db);
	expect_fault(stmt_step(s, &row), FAULT_BROKEN);
	stmt_text(s, 1, "x");
	stmt_reset(s);
	expect_int(number(t, db, "SELECT count(*) FROM thing"), 2);
	expect_fine(db_commit(db, t->a));
}
