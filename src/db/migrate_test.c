/* migrate_test.c - a store's schema is made current, once, in order. */
#include "db/db.h"
#include "tests/store.h"

static const struct migration THREE[] = {
	{ "0001_house_first",
		"CREATE TABLE pupil (id TEXT PRIMARY KEY, born TEXT CHECK (born LIKE '____-__-__'),"
		" photo BYTES, points INTEGER);" },
	{ "0002_house_second", "-- two; at once\nCREATE TABLE note (id TEXT PRIMARY KEY, pupil TEXT REFERENCES pupil (id));\n"
		"CREATE INDEX note_pupil ON note (pupil);\nINSERT INTO pupil (id) VALUES ('it''s; here');" },
	{ "0003_house_third", "ALTER TABLE pupil ADD COLUMN seen_at TEXT" },
};

static struct db *empty(struct test *t)
{
	return store_open(t, store_address(t), DB_MAKE);
}

static int migrated(struct test *t, struct db *db, const struct migration *list, int count)
{
	int applied = -1;

	expect_fine(db_migrate(db, t->a, list, count, &applied));
	return applied;
}

static const char *refusal(struct test *t, struct db *db, const struct migration *list, int count)
{
	int applied;
	const struct fault *f = db_migrate(db, t->a, list, count, &applied);

	expect_stop(f != NULL);
	expect_int(f->code, FAULT_BROKEN);
	expect(!db_in_transaction(db));
	return f->text;
}

TEST_STORE(an_empty_store_is_brought_up_to_date_once)
{
	struct db *db = empty(t);
	const char *const *names;

	expect_int(migrated(t, db, THREE, 2), 2);
	expect_int(migrated(t, db, THREE, 2), 0);
	expect_int(migrated(t, db, THREE, 3), 1);
	expect_int(migrated(t, db, THREE, 3), 0);
	expect_fine(db_columns(db, t->a, "pupil", &names));
	expect_text(names[4], "seen_at");
}

TEST_STORE(integers_have_64_bits_and_types_are_kept_strictly)
{
	struct db *db = empty(t);

	migrated(t, db, THREE, 3);
	expect_fine(db_run(db, t->a, "INSERT INTO pupil (id, points) VALUES ('a', 9000000000000)"));
	expect(db_run(db, t->a, "INSERT INTO pupil (id, points) VALUES ('b', 'many')") != NULL);
	expect(db_run(db, t->a, "INSERT INTO pupil (id, born) VALUES ('c', '1 May')") != NULL);
	expect(db_run(db, t->a, "INSERT INTO note (id, pupil) VALUES ('n', 'nobody')") != NULL);
}

TEST_STORE(a_statement_kept_from_before_sees_the_new_schema)
{
	struct db *db = empty(t);
	struct stmt *s;
	bool row;

	migrated(t, db, THREE, 2);
	expect_fine(db_ask(db, t->a, "SELECT * FROM pupil", &s));
	migrated(t, db, THREE, 3);
	expect_fine(db_ask(db, t->a, "SELECT * FROM pupil", &s));
	expect_fine(stmt_step(s, &row));
	expect(row && stmt_is_null(s, 4));
}

TEST_STORE(a_changed_migration_is_refused_by_name)
{
	struct db *db = empty(t);
	struct migration changed[3] = { THREE[0], THREE[1], THREE[2] };

	migrated(t, db, THREE, 2);
	changed[1].sql = "CREATE TABLE note (id TEXT)";
	expect_has(refusal(t, db, changed, 3), "0002_house_second");
}

TEST_STORE(a_newer_store_is_refused)
{
	struct db *db = empty(t);

	migrated(t, db, THREE, 3);
	expect_has(refusal(t, db, THREE, 2), "newer");
	expect_has(refusal(t, db, THREE, 2), "0003_house_third");
}

TEST_STORE(numbers_rise_and_nothing_slips_in_between)
{
	struct db *db = empty(t);
	const struct migration gap[] = { THREE[0], THREE[2] }, back[] = { THREE[1], THREE[0] };

	expect_has(refusal(t, db, back, 2), "rise");
	expect_int(migrated(t, db, gap, 2), 2);
	expect_has(refusal(t, db, THREE, 3), "0002_house_second");
}

TEST_STORE(a_migration_that_fails_leaves_nothing)
{
	struct db *db = empty(t);
	const struct migration bad[] = {
		THREE[0], { "0002_bad", "CREATE TABLE half (id TEXT); INSERT INTO nowhere (id) VALUES ('x')" },
	};
	const char *const *names;

	expect_has(refusal(t, db, bad, 2), "0002_bad");
	expect_fine(db_columns(db, t->a, "half", &names));
	expect(names[0] == NULL);
	expect_int(migrated(t, db, THREE, 3), 2);
}

static void fill(struct test *t, const char *address)
{
	struct db *db;

	expect_fine(db_open(t->a, address, DB_MAKE, &db));
	migrated(t, db, THREE, 3);
	db_close(db);
}

TEST_STORE(a_clone_is_like_its_image_and_not_it)
{
	for (int i = 0; i < 3; i++) {
		struct db *db = store_open(t, store_clone(t, "three", fill), DB_WRITE);

		expect_fine(db_run(db, t->a, "INSERT INTO pupil (id) VALUES ('one')"));
	}
}
