/* copy_test.c - a store moves between back ends and is the same there. */
#include "db/copy.h"
#include "tests/store.h"

static const struct migration PUPILS[] = {
	{ "0001_pupil", "CREATE TABLE pupil (id TEXT PRIMARY KEY, n INTEGER, \"group\" TEXT, photo BYTES)" },
	{ "0002_first", "CREATE TABLE a_child (id TEXT PRIMARY KEY, pupil TEXT NOT NULL REFERENCES pupil (id), note BYTES)" },
	{ "0003_second", "CREATE TABLE empty_one (id TEXT PRIMARY KEY)" },
};

static struct db *migrated(struct test *t, const char *where, const struct migration *list, int count)
{
	struct db *db = store_open(t, where, DB_MAKE);
	int applied;

	expect_fine(db_migrate(db, t->a, list, count, &applied));
	return db;
}

static void put(struct test *t, struct db *db, int i)
{
	struct arena *a = arena_new(1 << 20);
	const unsigned char bytes[] = { 0, (unsigned char)i, 255 };
	struct stmt *s;

	expect_fine(db_ask(db, a, "INSERT INTO pupil (id, n, \"group\", photo) VALUES ($1, $2, $3, $4)", &s));
	stmt_text(s, 1, arena_printf(a, "p%d", i));
	stmt_int(s, 2, INT64_C(1) << (i % 60));
	stmt_text(s, 3, i % 3 == 0 ? NULL : i % 3 == 1 ? "" : "Ó'Súilleabháin \xF0\x9F\x98\x80");
	stmt_bytes(s, 4, i % 2 ? bytes : NULL, sizeof bytes);
	expect_fine(stmt_run(s));
	expect_fine(db_run(db, a, arena_printf(a, "INSERT INTO a_child (id, pupil) VALUES ('c%d', 'p%d')", i, i)));
	arena_free(a);
}

static void fill(struct test *t, struct db *db, int from, int to)
{
	expect_fine(db_begin(db, t->a, true));
	for (int i = from; i != to; i += from < to ? 1 : -1)
		put(t, db, i);
	expect_fine(db_commit(db, t->a));
}

static int64_t rows_of(struct test *t, struct db *db, const char *table)
{
	struct db_sum sum;

	expect_fine(db_sum(db, t->a, table, &sum));
	return sum.rows;
}

TEST_STORE(a_school_moves_there_and_back_and_is_the_same)
{
	struct db *here = migrated(t, store_sqlite(t), PUPILS, 3), *there = migrated(t, store_address(t), PUPILS, 3);
	struct db *back = migrated(t, store_sqlite(t), PUPILS, 3);
	struct db_sum *sums, *again;
	int count;

	fill(t, here, 0, 1203);
	expect_fine(db_copy(here, there, t->a, &sums, &count));
	expect_int(count, 3);
	expect_text(sums[2].table, "pupil");
	expect_int(sums[2].rows, 1203);
	expect_int(sums[1].rows, 0);
	expect(!db_in_transaction(here) && !db_in_transaction(there));
	expect_fine(db_copy(there, back, t->a, &again, &count));
	for (int i = 0; i < count; i++)
		expect_text(again[i].hash, sums[i].hash);
	expect_int(rows_of(t, back, "a_child"), 1203);
}

TEST_STORE(a_sum_knows_no_order_and_sees_every_change)
{
	struct db *one = migrated(t, store_sqlite(t), PUPILS, 3), *two = migrated(t, store_address(t), PUPILS, 3);
	struct db_sum x, y;

	fill(t, one, 0, 20);
	fill(t, two, 19, -1);
	expect_fine(db_sum(one, t->a, "pupil", &x));
	expect_fine(db_sum(two, t->a, "pupil", &y));
	expect_text(x.hash, y.hash);
	expect_fine(db_run(two, t->a, "UPDATE pupil SET \"group\" = '' WHERE id = 'p0'")); /* NULL before */
	expect_fine(db_sum(two, t->a, "pupil", &y));
	expect(strcmp(x.hash, y.hash) != 0);
	expect_fault(db_sum(two, t->a, "nothing", &y), FAULT_INVALID);
}

TEST_STORE(only_an_empty_store_with_the_same_migrations_is_copied_into)
{
	struct db *here = migrated(t, store_sqlite(t), PUPILS, 3), *full = migrated(t, store_address(t), PUPILS, 3);
	struct db *older = migrated(t, store_address(t), PUPILS, 2);
	struct db_sum *sums;
	int count;

	fill(t, here, 0, 3);
	fill(t, full, 7, 8);
	expect_fault(db_copy(here, full, t->a, &sums, &count), FAULT_INVALID);
	expect_fault(db_copy(here, older, t->a, &sums, &count), FAULT_INVALID);
	expect_int(rows_of(t, older, "pupil"), 0);
	expect_int(rows_of(t, full, "pupil"), 1);
}
