/* open_test.c - what is opened, what is refused, and what a connection may not do. */
#include <stdio.h>

#include <sys/stat.h>
#include <unistd.h>

#include "db/db.h"
#include "tests/store.h"

static const char *file_with(struct test *t, const char *name, const char *bytes)
{
	const char *path = arena_printf(t->a, "%s/%s", t->dir, name);
	FILE *f = fopen(path, "w");

	expect_stop(f != NULL);
	fputs(bytes, f);
	fclose(f);
	return path;
}

TEST(a_store_that_is_not_there_is_never_made_by_accident)
{
	const char *path = arena_printf(t->a, "%s/none.db", t->dir);
	struct db *db;

	for (enum db_mode mode = DB_READ; mode <= DB_WRITE; mode++) {
		const struct fault *f = db_open(t->a, path, mode, &db);

		expect_stop(f && !db);
		expect_int(f->code, FAULT_BROKEN);
		expect_has(f->text, "backup");
		expect(access(path, F_OK) != 0);
	}
}

TEST(an_empty_or_other_file_is_refused_with_what_to_do)
{
	const char *empty = file_with(t, "empty.db", "");
	const char *letter = file_with(t, "letter.db", "Dear SENCO, this is a letter and not a store of any kind.");
	struct db *db;

	for (enum db_mode mode = DB_READ; mode <= DB_MAKE; mode++) {
		expect_fault(db_open(t->a, letter, mode, &db), FAULT_BROKEN);
		if (mode != DB_MAKE)
			expect_fault(db_open(t->a, empty, mode, &db), FAULT_BROKEN);
	}
	expect(store_open(t, empty, DB_MAKE) != NULL);
}

TEST(a_damaged_store_says_restore_from_a_backup)
{
	const char *path = arena_printf(t->a, "%s/store.db", t->dir);
	struct db *db;
	FILE *f;

	expect_fine(db_open(t->a, path, DB_MAKE, &db));
	expect_fine(db_run(db, t->a, "CREATE TABLE a (b TEXT) STRICT"));
	db_close(db);
	f = fopen(path, "r+");
	expect_stop(f && fseek(f, 16, SEEK_SET) == 0);
	for (int i = 0; i < 4000; i++)
		fputc(0xA5, f);
	fclose(f);
	expect_fault(db_open(t->a, path, DB_WRITE, &db), FAULT_BROKEN);
	expect_has(db_open(t->a, path, DB_READ, &db)->text, "backup");
}

TEST(a_new_store_is_its_owners_alone)
{
	const char *path = arena_printf(t->a, "%s/store.db", t->dir);
	struct db *db = store_open(t, path, DB_MAKE);
	struct stat st;

	expect_fine(db_run(db, t->a, "CREATE TABLE a (b TEXT) STRICT"));
	expect_stop(stat(path, &st) == 0);
	expect_int(st.st_mode & 0777, 0600);
	expect_stop(stat(arena_printf(t->a, "%s-wal", path), &st) == 0);
	expect_int(st.st_mode & 0777, 0600);
}

TEST(the_writer_cannot_change_the_schema_or_reach_other_files)
{
	static const char *const REFUSED[] = {
		"CREATE TABLE x (y TEXT) STRICT", "DROP TABLE a", "ALTER TABLE a ADD COLUMN c TEXT", "CREATE INDEX i ON a (b)",
		"CREATE TEMP TABLE x (y TEXT)", "CREATE TRIGGER g AFTER INSERT ON a BEGIN DELETE FROM a; END",
		"CREATE VIEW v AS SELECT 1",
		"PRAGMA writable_schema = ON", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF",
		"DELETE FROM sqlite_schema", "SELECT load_extension('x')", "SELECT \"no such column\"",
		"ATTACH 'other.db' AS o", "VACUUM", "INSERT INTO a (b) VALUES (x'00')",
	};
	const char *where = store_sqlite(t);
	struct db *db;

	expect_fine(db_open(t->a, where, DB_MAKE, &db));
	expect_fine(db_run(db, t->a, "CREATE TABLE a (b TEXT) STRICT"));
	expect(db_run(db, t->a, "ATTACH 'other.db' AS o") != NULL);
	db_close(db);
	for (enum db_mode mode = DB_READ; mode <= DB_WRITE; mode++) {
		db = store_open(t, where, mode);
		for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++) {
			if (!db_run(db, t->a, REFUSED[i]))
				test_fail(t, __FILE__, __LINE__, "allowed in mode %d: %s", mode, REFUSED[i]);
		}
		expect_fine(db_run(db, t->a, "PRAGMA quick_check"));
	}
	expect_fine(db_run(db, t->a, "INSERT INTO a (b) VALUES ('kept')"));
}

static int64_t count(struct test *t, struct db *db)
{
	struct stmt *s;
	int64_t n;
	bool row;

	expect_fine(db_ask(db, t->a, "SELECT count(*) FROM a", &s));
	expect_fine(stmt_step(s, &row));
	n = stmt_get_int(s, 0);
	stmt_reset(s);
	return n;
}

TEST(a_writers_deadline_is_not_heeded_on_sqlite)
{
	struct db *db = store_open(t, store_sqlite(t), DB_MAKE);

	expect_fine(db_run(db, t->a, "CREATE TABLE a (b TEXT) STRICT"));
	expect_fine(db_begin(db, t->a, true));
	db_deadline(db, 1);
	expect_fine(db_run(db, t->a, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
		" INSERT INTO a (b) SELECT CAST(i AS TEXT) FROM n"));
	expect_fine(db_commit(db, t->a));
	expect_int(count(t, db), 50000);
}

TEST(others_see_what_is_committed_and_not_before)
{
	const char *where = store_sqlite(t);
	struct db *one = store_open(t, where, DB_MAKE), *two;

	expect_fine(db_run(one, t->a, "CREATE TABLE a (b TEXT) STRICT"));
	two = store_open(t, where, DB_WRITE);
	expect_fine(db_begin(one, t->a, true));
	expect_fine(db_run(one, t->a, "INSERT INTO a (b) VALUES ('x')"));
	expect_int(count(t, two), 0);
	expect_fine(db_commit(one, t->a));
	expect_int(count(t, two), 1);
}

TEST_STORE(a_backup_is_the_store_at_one_moment)
{
	struct db *db = store_open(t, store_address(t), DB_MAKE), *copy;
	const char *path = arena_printf(t->a, "%s/backup.db", t->dir);

	expect_fine(db_run(db, t->a, "CREATE TABLE a (b TEXT)"));
	expect_fine(db_run(db, t->a, "INSERT INTO a (b) VALUES ('x')"));
	if (t->pg) {
		expect_fault(db_backup(db, t->a, path), FAULT_INVALID);
		return;
	}
	expect_fine(db_backup(db, t->a, path));
	expect_fault(db_backup(db, t->a, path), FAULT_INVALID);
	expect_fine(db_run(db, t->a, "INSERT INTO a (b) VALUES ('y')"));
	expect_fine(db_open(t->a, path, DB_READ, &copy));
	expect_int(count(t, copy), 1);
	db_close(copy);
	expect_fine(db_open(t->a, path, DB_WRITE, &copy));
	expect_int(count(t, copy), 1);
	db_close(copy);
}

TEST_STORE(a_role_that_passes_by_row_security_is_refused)
{
	const char *admin;
	struct db *db;

	if (!t->pg || !strstr(t->pg, "//school@"))
		return;
	admin = arena_printf(t->a, "postgresql://admin@%s", strchr(t->pg, '@') + 1);
	expect_fault(db_open(t->a, admin, DB_WRITE, &db), FAULT_BROKEN);
	expect_has(db_open(t->a, admin, DB_READ, &db)->text, "row-level security");
	expect_fine(db_open(t->a, admin, DB_MAKE, &db));
	db_close(db);
}

TEST_STORE(a_database_that_sorts_by_language_is_refused)
{
	struct db *db, *made;
	const char *name = arena_printf(t->a, "sorts_%d", (int)getpid()), *slash, *where;

	if (!t->pg)
		return;
	db = store_open(t, t->pg, DB_MAKE);
	expect_fine(db_run(db, t->a, arena_printf(t->a, "CREATE DATABASE %s TEMPLATE template0 LC_COLLATE 'C.UTF-8'", name)));
	slash = strrchr(t->pg, '/');
	where = arena_printf(t->a, "%.*s/%s", (int)(slash - t->pg), t->pg, name);
	expect_has(db_open(t->a, where, DB_MAKE, &made)->text, "LC_COLLATE");
	expect_fine(db_run(db, t->a, arena_printf(t->a, "DROP DATABASE %s", name)));
}

TEST_STORE(a_lost_server_is_found_again)
{
	struct db *db, *killer;
	const char *where = store_address(t);
	struct stmt *s;
	bool row;

	if (!t->pg)
		return;
	db = store_open(t, where, DB_MAKE);
	expect_fine(db_run(db, t->a, "CREATE TABLE a (b TEXT)"));
	killer = store_open(t, where, DB_MAKE);
	expect_int(count(t, db), 0);
	for (int round = 0; round < 2; round++) {
		if (round)
			expect_fine(db_begin(db, t->a, true));
		expect_fine(db_ask(killer, t->a, "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
			" WHERE datname = current_database() AND pid <> pg_backend_pid()", &s));
		expect_fine(stmt_step(s, &row));
		expect_fault(db_run(db, t->a, "INSERT INTO a (b) VALUES ('x')"), FAULT_BUSY);
		expect(!db_in_transaction(db));
		db_rollback(db, t->a);
		expect_int(count(t, db), 0);
	}
}

TEST_STORE(one_connection_among_all_is_the_writer)
{
	const char *where = store_address(t);
	struct db *one = store_open(t, where, DB_MAKE), *two = store_open(t, where, DB_MAKE);
	bool alone;

	expect_fine(db_alone(one, t->a, &alone));
	expect(alone);
	if (!t->pg)
		return;
	expect_fine(db_alone(two, t->a, &alone));
	expect(!alone);
	expect_fine(db_run(one, t->a, "CREATE TABLE a (b TEXT)"));
	expect_fault(db_run(one, t->a, "SELECT pg_terminate_backend(pg_backend_pid())"), FAULT_BUSY);
	expect_int(count(t, one), 0); /* a new connection, and the lock with it */
	expect_fine(db_alone(two, t->a, &alone));
	expect(!alone);
}

TEST_STORE(a_trace_tells_every_statement_and_what_was_bound)
{
	struct db *db = store_open(t, store_address(t), DB_MAKE);
	const char *path = arena_printf(t->a, "%s/trace", t->dir);
	char text[400] = "";
	struct stmt *s;
	FILE *f;

	expect_fine(db_run(db, t->a, "CREATE TABLE a (b TEXT, c INTEGER)"));
	expect_fine(db_trace(t->a, path));
	expect_fine(db_begin(db, t->a, true));
	expect_fine(db_ask(db, t->a, "INSERT INTO a (b, c) VALUES ($1, $2)", &s));
	stmt_text(s, 1, "tab\there");
	stmt_int(s, 2, 5);
	expect_fine(stmt_run(s));
	expect_fine(db_commit(db, t->a));
	expect_fine(db_trace(t->a, NULL));
	f = fopen(path, "r");
	expect_stop(f != NULL);
	expect(fread(text, 1, sizeof text - 1, f) > 0);
	fclose(f);
	expect_text(text, "w\tBEGIN\nw\tINSERT INTO a (b, c) VALUES ($1, $2)\tTtab\\there\tI5\nw\tCOMMIT\n");
}
