/* db.c - the one interface: finds the driver, keeps prepared statements by their text, and lets statements go in time. It knows no
 * SQL and no driver's types. */
#include "db/driver.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int64_t db_clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool db_name_ok(const char *name)
{
	if (!((*name >= 'a' && *name <= 'z') || (*name >= 'A' && *name <= 'Z')) || strlen(name) > 60)
		return false;
	return name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] == '\0';
}

const struct fault *db_open(struct arena *a, const char *where, enum db_mode mode, struct db **out)
{
	*out = NULL;
	if (strncmp(where, "postgresql://", 13) == 0 || strncmp(where, "postgres://", 11) == 0)
		return DRV_PG.open(a, where, mode, out);
	return DRV_SQLITE.open(a, strncmp(where, "sqlite:", 7) == 0 ? where + 7 : where, mode, out);
}

/* ---- statements that are in use ---- */

static void let_go(struct stmt *s)
{
	struct db *db = s->db;

	db->drv->let_go(s);
	s->kept->busy = false;
	if (s->before)
		s->before->after = s->after;
	else
		db->live = s->after;
	if (s->after)
		s->after->before = s->before;
	s->db = NULL;
	s->row = false;
}

static void stmt_end(void *thing)
{
	struct stmt *s = thing;

	if (s->db)
		let_go(s);
}

void db_settle(struct db *db)
{
	while (db->live)
		let_go(db->live);
}

void stmt_done(struct stmt *s)
{
	stmt_end(s);
}

/* ---- the cache ---- */

static uint64_t hash_of(const char *text)
{
	uint64_t h = 14695981039346656037u;

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return h;
}

static void drop(struct db *db, struct kept **at)
{
	struct kept *k = *at;

	*at = k->next;
	db->kept_bytes -= k->bytes;
	db->drv->unprepare(db, k);
	free(k->sql);
	free(k);
	db->kept--;
}

/* Make room for one more by dropping what was not asked for the longest. False: all are busy. */
static bool drop_oldest(struct db *db)
{
	struct kept **oldest = NULL;

	for (int i = 0; i < KEPT_BUCKETS; i++) {
		for (struct kept **at = &db->buckets[i]; *at; at = &(*at)->next) {
			if (!(*at)->busy && (!oldest || (*at)->used < (*oldest)->used))
				oldest = at;
		}
	}
	if (oldest)
		drop(db, oldest);
	return oldest;
}

void db_forget(struct db *db)
{
	db_settle(db);
	for (int i = 0; i < KEPT_BUCKETS; i++) {
		while (db->buckets[i])
			drop(db, &db->buckets[i]);
	}
}

static struct kept *keep(struct db *db, const char *sql, uint64_t hash)
{
	struct kept *k = calloc(1, sizeof *k);
	struct kept **bucket = &db->buckets[hash % KEPT_BUCKETS];

	if (k)
		k->sql = strdup(sql);
	if (!k || !k->sql)
		abort();
	k->hash = hash;
	k->next = *bucket;
	*bucket = k;
	db->kept++;
	return k;
}

const struct fault *db_ask(struct db *db, struct arena *a, const char *sql, struct stmt **out)
{
	uint64_t hash = hash_of(sql);
	struct kept *k = db->buckets[hash % KEPT_BUCKETS];
	const struct fault *f;
	struct stmt *s;

	*out = NULL;
	while (k && (k->busy || k->hash != hash || strcmp(k->sql, sql) != 0))
		k = k->next;
	if (!k) {
		while ((db->kept >= KEPT_MOST || db->kept_bytes >= KEPT_BYTES) && drop_oldest(db))
			;
		k = keep(db, sql, hash);
	}
	k->used = ++db->asked;
	db->kept_bytes -= k->bytes;
	f = db->drv->prepare(db, a, k);
	db->kept_bytes += k->bytes;
	if (f) {
		struct kept **at = &db->buckets[hash % KEPT_BUCKETS];

		while (*at != k)
			at = &(*at)->next;
		drop(db, at);
		return f;
	}
	s = arena_alloc(a, sizeof *s);
	s->db = db;
	s->a = a;
	s->kept = k;
	k->busy = true;
	s->after = db->live;
	if (db->live)
		db->live->before = s;
	db->live = s;
	if (db->drv->ask)
		db->drv->ask(s);
	arena_defer(a, stmt_end, s);
	*out = s;
	return NULL;
}

/* ---- binding and stepping ---- */

static bool may_bind(struct stmt *s, int n)
{
	if (!s->db)
		return false;
	if (n < 1 || n > s->kept->params) {
		s->wrong = n;
		return false;
	}
	if (s->started)
		stmt_reset(s);
	return true;
}

void stmt_text(struct stmt *s, int n, const char *text)
{
	if (!may_bind(s, n))
		return;
	if (trace_on())
		trace_bound(s, n, text ? arena_printf(s->a, "T%s", text) : "N");
	s->db->drv->bind_text(s, n, text);
}

void stmt_null(struct stmt *s, int n)
{
	stmt_text(s, n, NULL);
}

void stmt_int(struct stmt *s, int n, int64_t v)
{
	if (!may_bind(s, n))
		return;
	if (trace_on())
		trace_bound(s, n, arena_printf(s->a, "I%lld", (long long)v));
	s->db->drv->bind_int(s, n, v);
}

void stmt_bytes(struct stmt *s, int n, const void *bytes, size_t size)
{
	if (!may_bind(s, n))
		return;
	if (trace_on())
		trace_bound(s, n, trace_bytes(s, bytes, size));
	s->db->drv->bind_bytes(s, n, bytes, size);
}

static const struct fault *may_start(struct stmt *s)
{
	if (s->wrong)
		return FAULT(s->a, FAULT_BROKEN, "no parameter $%d in: %.200s", s->wrong, s->kept->sql);
	if (s->db->deadline && db_clock_ms() >= s->db->deadline)
		return FAULT(s->a, FAULT_BUSY, "out of time before: %.200s", s->kept->sql);
	s->started = true;
	s->changes = 0;
	s->db->count++;
	if (trace_on())
		trace_statement(s);
	return NULL;
}

const struct fault *stmt_step(struct stmt *s, bool *row)
{
	const struct fault *f;

	*row = s->row = false;
	if (!s->db)
		return FAULT(s->a, FAULT_BROKEN, "a statement was used after its transaction: ask again");
	if (s->done)
		return NULL;
	if (!s->started)
		TRY(may_start(s));
	f = s->db->drv->step(s, &s->row);
	s->done = f || !s->row;
	*row = s->row;
	return f;
}

const struct fault *stmt_run(struct stmt *s)
{
	bool row = true;

	while (row)
		TRY(stmt_step(s, &row));
	return NULL;
}

void stmt_into(struct stmt *s, struct arena *a)
{
	s->a = a;
}

void stmt_reset(struct stmt *s)
{
	if (!s->db)
		return;
	s->db->drv->reset(s);
	s->started = s->row = s->done = false;
}

/* ---- what a step gave ---- */

static const struct driver *at_column(struct stmt *s, int column)
{
	assert(s->db && s->row);
	assert(column >= 0 && column < s->db->drv->columns(s));
	return s->db->drv;
}

bool stmt_is_null(struct stmt *s, int column)
{
	return at_column(s, column)->is_null(s, column);
}

const char *stmt_get_text(struct stmt *s, int column)
{
	return stmt_is_null(s, column) ? NULL : s->db->drv->get_text(s, column);
}

int64_t stmt_get_int(struct stmt *s, int column)
{
	return stmt_is_null(s, column) ? 0 : s->db->drv->get_int(s, column);
}

const void *stmt_get_bytes(struct stmt *s, int column, size_t *size)
{
	*size = 0;
	return stmt_is_null(s, column) ? NULL : s->db->drv->get_bytes(s, column, size);
}

int64_t stmt_changes(struct stmt *s)
{
	return s->changes;
}

/* ---- the connection ---- */

void db_close(struct db *db)
{
	if (!db)
		return;
	db_forget(db);
	db->drv->close(db);
}

enum db_kind db_kind(const struct db *db)
{
	return db->drv->kind;
}

const struct fault *db_run(struct db *db, struct arena *a, const char *sql)
{
	db->count++;
	return db->drv->run(db, a, sql);
}

const struct fault *db_begin(struct db *db, struct arena *a, bool write)
{
	if (write && db->mode == DB_READ)
		return FAULT(a, FAULT_BROKEN, "this connection only reads");
	db_settle(db); /* a question half read would hold SQLite's old moment, and the writer could not begin */
	trace_words(db, "BEGIN");
	return db->drv->begin(db, a, write);
}

const struct fault *db_commit(struct db *db, struct arena *a)
{
	db_settle(db);
	trace_words(db, "COMMIT");
	return db->drv->commit(db, a);
}

void db_rollback(struct db *db, struct arena *a)
{
	db_settle(db);
	db->drv->rollback(db, a);
}

bool db_in_transaction(const struct db *db)
{
	return db->drv->in_transaction(db);
}

const struct fault *db_savepoint(struct db *db, struct arena *a, const char *name)
{
	assert(db_name_ok(name));
	return db->drv->run(db, a, arena_printf(a, "SAVEPOINT %s", name));
}

const struct fault *db_release(struct db *db, struct arena *a, const char *name)
{
	assert(db_name_ok(name));
	return db->drv->run(db, a, arena_printf(a, "RELEASE SAVEPOINT %s", name));
}

void db_rollback_to(struct db *db, struct arena *a, const char *name)
{
	const struct fault *f;

	assert(db_name_ok(name));
	f = db->drv->run(db, a, arena_printf(a, "ROLLBACK TO SAVEPOINT %s", name));
	if (f) /* the whole transaction is gone, or must go */
		db_rollback(db, a);
}

void db_deadline(struct db *db, int ms)
{
	db->deadline = ms > 0 ? db_clock_ms() + ms : 0;
	db->drv->deadline(db);
}

const struct fault *db_actor(struct db *db, struct arena *a, const char *account, const char *campuses)
{
	return db->drv->actor ? db->drv->actor(db, a, account, campuses) : NULL;
}

const struct fault *db_alone(struct db *db, struct arena *a, bool *alone)
{
	*alone = true;
	return db->drv->alone ? db->drv->alone(db, a, alone) : NULL;
}

int64_t db_count(const struct db *db)
{
	return db->count;
}

const struct fault *db_backup(struct db *db, struct arena *a, const char *path)
{
	return db->drv->backup(db, a, path);
}

const struct fault *db_names(struct db *db, struct arena *a, const char *sql, const char *arg, const char *const **names)
{
	const char **list = arena_array(a, 8, sizeof *list);
	size_t n = 0, room = 8;
	struct stmt *s;
	bool row;

	TRY(db_ask(db, a, sql, &s));
	if (arg)
		stmt_text(s, 1, arg);
	TRY(stmt_step(s, &row));
	while (row) {
		const char *name = stmt_get_text(s, 0);

		if (n + 1 == room) {
			list = arena_extend(a, list, room * sizeof *list, room * 2 * sizeof *list);
			room *= 2;
		}
		list[n++] = name;
		TRY(stmt_step(s, &row));
	}
	stmt_end(s);
	list[n] = NULL;
	*names = list;
	return NULL;
}

const struct fault *db_columns(struct db *db, struct arena *a, const char *table, const char *const **names)
{
	return db_names(db, a, db->drv->columns_sql, table, names);
}

const struct fault *db_tables(struct db *db, struct arena *a, const char *const **names)
{
	return db_names(db, a, db->drv->tables_sql, NULL, names);
}

const struct fault *stmt_finish(struct stmt *s)
{
	const struct fault *f = stmt_run(s);

	stmt_done(s);
	return f;
}
