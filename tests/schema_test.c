/* schema_test.c - the tables that the record types describe, the migrations that make them and both stores say the same; every
 * named query runs on both; PostgreSQL's policies stand behind the gate (R2, R31). */
#include "main/migrations.h"
#include "tests/all_queries.h"
#include "tests/store.h"
#include "tests/world.h"

/* ---- what a store is like, as text ---- */

static void describe(struct test *t, struct db *db, struct buf *b, const char *sql)
{
	struct stmt *st;
	bool more;

	expect_fine(db_ask(db, t->a, sql, &st));
	for (;;) {
		expect_fine(stmt_step(st, &more));
		if (!more)
			break;
		for (int i = 0; i < 4; i++) {
			const char *text = stmt_get_text(st, i);

			buf_add(b, text ? text : "-");
			buf_add_c(b, i < 3 ? ' ' : '\n');
		}
	}
	stmt_done(st);
}

/* Columns with type and whether they may be empty, then indexes: as the store's own catalogue has them. */
static const char *catalogue(struct test *t, struct db *db)
{
	struct buf b = buf_new(t->a);

	if (db_kind(db) == DB_SQLITE) {
		describe(t, db, &b, "SELECT m.name, c.name, c.type, c.\"notnull\" FROM sqlite_master m JOIN "
			"pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name <> 'migration' ORDER BY 1, c.cid");
		describe(t, db, &b, "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name <> 'migration' ORDER BY 1, "
			"2");
	} else {
		describe(t, db, &b, "SELECT table_name::text, column_name::text, data_type::text, is_nullable::text FROM "
			"information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migration' ORDER BY 1, "
			"ordinal_position");
		describe(t, db, &b, "SELECT 'index', indexname::text, tablename::text, indexdef FROM pg_indexes WHERE schemaname = "
			"'public' AND tablename <> 'migration' ORDER BY 2");
	}
	return buf_text(&b);
}

static struct db *made(struct test *t, const char *where, const struct migration *list, int count)
{
	struct db *db = store_open(t, where, DB_MAKE);
	int applied;

	expect_fine(db_migrate(db, t->a, list, count, &applied));
	expect_int(applied, count);
	return db;
}

static struct house *house_of(struct test *t)
{
	struct house *h = arena_alloc(t->a, sizeof *h);

	expect_fine(store_house(t->a, h));
	return h;
}

TEST(the_first_migration_is_what_the_record_tables_say)
{
	const char *says = record_schema(t->a, house_of(t));

	/* Until the first release; afterwards a change is a migration of its own and this test compares catalogues alone. */
	expect_int(MIGRATION_COUNT, 1);
	if (strcmp(MIGRATIONS[0].sql, says) != 0)
		test_fail(t, __FILE__, __LINE__, "migrations/0001 is not what the record tables say: run `make schema`");
}

TEST_STORE(migrating_from_empty_gives_the_tables_of_the_record_types)
{
	struct migration said = { "0001_said", record_schema(t->a, house_of(t)) };
	struct db *migrated = made(t, store_address(t), MIGRATIONS, MIGRATION_COUNT), *told = made(t, store_address(t), &said, 1);
	const char *a = catalogue(t, migrated), *b = catalogue(t, told);

	expect(strlen(a) > 20000);
	expect(strcmp(a, b) == 0);
}

static const char *expected_columns(struct test *t, const struct record *r, bool version)
{
	struct buf b = buf_new(t->a);

	buf_add(&b, "id campus version act withdrawn");
	buf_add(&b, r->about ? " joined_from" : "");
	buf_add(&b, r->tier >= T3 ? " tier" : "");
	buf_add(&b, version ? " at by_account by_name why" : "");
	for (int i = 0; i < r->count; i++) {
		buf_printf(&b, " %s", r->fields[i].name);
		if (r->fields[i].flags & FOLDED)
			buf_printf(&b, " %s_fold", r->fields[i].name);
	}
	return buf_text(&b);
}

static const char *columns_of(struct test *t, struct db *db, const char *table)
{
	struct buf b = buf_new(t->a);
	const char *const *names;

	expect_fine(db_columns(db, t->a, table, &names));
	for (; *names; names++)
		buf_printf(&b, "%s%s", b.len ? " " : "", *names);
	return buf_text(&b);
}

TEST_STORE(every_record_type_has_its_columns_and_those_of_its_versions)
{
	struct db *db = made(t, store_address(t), MIGRATIONS, MIGRATION_COUNT);
	struct house *h = house_of(t);

	for (int i = 0; i < h->count; i++) {
		const struct record *r = h->records[i];

		expect_text(columns_of(t, db, r->name), expected_columns(t, r, false));
		expect_text(columns_of(t, db, arena_printf(t->a, "%s_version", r->name)), expected_columns(t, r, true));
	}
}

TEST(both_stores_have_the_same_tables_and_columns)
{
	const char *pg = getenv("OPENSENCO_TEST_PG");
	struct test on_pg = *t;
	struct db *one = made(t, store_sqlite(t), MIGRATIONS, MIGRATION_COUNT), *other;
	const char *const *names;

	if (!pg)
		return;
	on_pg.pg = pg;
	other = made(t, store_address(&on_pg), MIGRATIONS, MIGRATION_COUNT);
	expect_fine(db_tables(one, t->a, &names));
	for (; *names; names++)
		expect_text(columns_of(t, one, *names), columns_of(t, other, *names));
}

/* ---- named queries ---- */

static void run_all(struct world w, const char *login, const char *known_on)
{
	static const char *const ONES[] = { [0 ... 95] = "1" }; /* passes for a text, a number and a limit */
	struct test *t = w.t;
	struct act *act = world_read(as(w, login));
	struct found found;

	act->known_on = known_on;
	for (const struct query *const *const *file = ALL_QUERIES; *file; file++)
		for (const struct query *const *q = *file; *q; q++) {
			const struct fault *f = query_run(act, *q, ONES, &found);

			if (f)
				test_fail(t, __FILE__, __LINE__, "query %s as %s%s: %s", (*q)->name, login,
					known_on ? " (known on)" : "", f->text);
			expect_stop(!f || db_kind(act->db) == DB_SQLITE);
		}
}

TEST_STORE(every_named_query_runs_for_every_kind_of_scope)
{
	struct world w = world_new(t);
	static const char *const LOGINS[] = { "senco", "regional", "hoy", "teacher", "ta", "governor", "it", "program" };

	for (size_t i = 0; i < sizeof LOGINS / sizeof *LOGINS; i++) {
		run_all(w, LOGINS[i], NULL);
		run_all(w, LOGINS[i], "2026-11-20T00:00:00Z");
	}
}

/* ---- PostgreSQL's own policies ---- */

static int64_t rows_seen(struct test *t, struct db *db, const char *table, const char *campuses)
{
	struct stmt *st;
	int64_t n;
	bool more;

	expect_fine(db_begin(db, t->a, false));
	if (campuses)
		expect_fine(db_actor(db, t->a, "", campuses));
	expect_fine(db_ask(db, t->a, arena_printf(t->a, "SELECT count(*) FROM \"%s\"", table), &st));
	expect_fine(stmt_step(st, &more));
	n = stmt_get_int(st, 0);
	stmt_done(st);
	db_settle(db);
	db_rollback(db, t->a);
	return n;
}

TEST_STORE(behind_the_gate_the_store_itself_shows_no_row_to_nobody)
{
	struct world w = world_new(t);
	const struct house *h = world_house(w);
	struct db *db;
	int held = 0;

	if (!t->pg)
		return;
	db = store_open(t, world_where(w), DB_READ);
	for (int i = 0; i < h->count; i++)
		for (int version = 0; version < 2; version++) {
			const char *table = arena_printf(t->a, "%s%s", h->records[i]->name, version ? "_version" : "");
			int64_t all = rows_seen(t, db, table, "*");

			held += all > 0;
			expect_int(rows_seen(t, db, table, NULL), 0);
			expect_int(rows_seen(t, db, table, ""), 0);
			expect_int(rows_seen(t, db, table, "00000000000000000000000000"), 0);
			expect_int(rows_seen(t, db, table, world_id(w, "thistlewick")) + rows_seen(t, db, table,
				world_id(w, "harrowgate")), all);
		}
	expect(held > 10);
	expect(rows_seen(t, db, "pupil", world_id(w, "harrowgate")) == 1);
}
