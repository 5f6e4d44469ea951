/* copy.c - moves a store from one back end to another, table by table, and compares. It knows rows and types, and no record. */
#include "db/copy.h"

#include <sodium.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "db/driver.h"

enum { BATCH = 500, HASH = 32, COLUMNS_MOST = 500 };

/* A table being read in batches, each with an arena of its own. */
struct reader {
	struct db *db;
	const char *table;
	const char *const *columns; /* sorted */
	int column_count;
	struct arena *whole, *batch;
	struct stmt *s;
	int in_batch;
	bool cursor;
};

/* ---- reading ---- */

static int by_name(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static const struct fault *sorted_columns(struct db *db, struct arena *a, const char *table, const char *const **out, int *count)
{
	const char *const *names;
	const char **sorted;
	int n = 0;

	TRY(db_columns(db, a, table, &names));
	while (names[n])
		n++;
	if (n == 0 || n > COLUMNS_MOST)
		return FAULT(a, FAULT_INVALID, "no table %s to read, or it has too many columns", table);
	sorted = arena_array(a, (size_t)n + 1, sizeof *sorted);
	memcpy(sorted, names, (size_t)n * sizeof *sorted);
	qsort(sorted, (size_t)n, sizeof *sorted, by_name);
	*out = sorted;
	*count = n;
	return NULL;
}

static void add_columns(struct buf *b, const struct reader *r)
{
	for (int i = 0; i < r->column_count; i++)
		buf_printf(b, "%s\"%s\"", i ? ", " : "", r->columns[i]);
}

static const char *select_text(struct reader *r)
{
	struct buf b = buf_new(r->whole);

	buf_add(&b, "SELECT ");
	add_columns(&b, r);
	buf_printf(&b, " FROM \"%s\"", r->table);
	return buf_text(&b);
}

/* PostgreSQL would hold all rows at once: there a cursor gives them by the batch. SQLite gives them one at a time. */
static const struct fault *reader_ask(struct reader *r)
{
	if (!r->db->drv->cursors)
		return r->s ? NULL : db_ask(r->db, r->whole, select_text(r), &r->s);
	return db_ask(r->db, r->batch, arena_printf(r->batch, "FETCH %d FROM \"copy_%s\"", BATCH, r->table), &r->s);
}

static const struct fault *next_batch(struct reader *r)
{
	arena_free(r->batch);
	r->batch = arena_new(ARENA_REQUEST * 8);
	r->in_batch = 0;
	TRY(reader_ask(r));
	r->s->a = r->batch; /* what a row gives goes with its batch */
	return NULL;
}

static const struct fault *reader_step(struct reader *r, bool *row)
{
	if (r->in_batch == BATCH)
		TRY(next_batch(r));
	r->in_batch++;
	return stmt_step(r->s, row);
}

static const struct fault *reader_open(struct reader *r, struct db *db, struct arena *a, const char *table)
{
	*r = (struct reader){ .db = db, .table = table, .whole = arena_new(ARENA_REQUEST) };
	TRY(sorted_columns(db, a, table, &r->columns, &r->column_count));
	if (db->drv->cursors)
		TRY(db_run(db, a, arena_printf(r->whole, "DECLARE \"copy_%s\" CURSOR FOR %s", table, select_text(r))));
	r->cursor = db->drv->cursors;
	return next_batch(r);
}

static const struct fault *reader_close(struct reader *r, struct arena *a)
{
	arena_free(r->batch);
	arena_free(r->whole);
	return r->cursor ? db_run(r->db, a, arena_printf(a, "CLOSE \"copy_%s\"", r->table)) : NULL;
}

/* ---- a sum ---- */

static void hash_part(crypto_generichash_state *state, const void *bytes, size_t size)
{
	crypto_generichash_update(state, bytes, size);
}

static void hash_value(crypto_generichash_state *state, struct stmt *s, int column)
{
	enum db_type type = s->db->drv->type(s, column);
	unsigned char head[9] = { (unsigned char)type };
	size_t size = 0;
	const void *bytes;

	if (type == DB_NULL) {
		hash_part(state, head, 1);
		return;
	}
	bytes = type == DB_BYTES ? stmt_get_bytes(s, column, &size) : stmt_get_text(s, column);
	if (type != DB_BYTES)
		size = strlen(bytes);
	for (int i = 0; i < 8; i++)
		head[1 + i] = (unsigned char)(size >> (8 * i));
	hash_part(state, head, sizeof head);
	hash_part(state, bytes, size);
}

/* Adds the hash of the row at hand, as a number of 256 bits. */
static void add_row(unsigned char sum[HASH], struct reader *r)
{
	crypto_generichash_state state;
	unsigned char hash[HASH];

	crypto_generichash_init(&state, NULL, 0, HASH);
	for (int i = 0; i < r->column_count; i++) {
		hash_part(&state, r->columns[i], strlen(r->columns[i]) + 1);
		hash_value(&state, r->s, i);
	}
	crypto_generichash_final(&state, hash, HASH);
	sodium_add(sum, hash, HASH);
}

/* ---- writing ---- */

static const struct fault *ask_insert(struct db *to, struct arena *a, const struct reader *r, struct stmt **out)
{
	struct buf b = buf_new(a);

	buf_printf(&b, "INSERT INTO \"%s\" (", r->table);
	add_columns(&b, r);
	buf_add(&b, ") VALUES (");
	for (int i = 1; i <= r->column_count; i++)
		buf_printf(&b, "%s$%d", i > 1 ? ", " : "", i);
	buf_add(&b, ")");
	return db_ask(to, a, buf_text(&b), out);
}

static const struct fault *put_row(struct stmt *in, struct reader *r)
{
	for (int i = 0; i < r->column_count; i++) {
		enum db_type type = r->db->drv->type(r->s, i);
		size_t size;

		if (type == DB_INTEGER) {
			stmt_int(in, i + 1, stmt_get_int(r->s, i));
		} else if (type == DB_BYTES) {
			const void *bytes = stmt_get_bytes(r->s, i, &size);

			stmt_bytes(in, i + 1, bytes, size);
		} else {
			stmt_text(in, i + 1, stmt_get_text(r->s, i)); /* NULL too */
		}
	}
	return stmt_run(in);
}

/* Reads a table for its sum and, with `to`, writes its rows there. */
static const struct fault *read_table(struct reader *r, struct db *to, struct db_sum *out)
{
	unsigned char sum[HASH] = { 0 };
	struct stmt *in = NULL;
	bool row;

	if (to)
		TRY(ask_insert(to, r->whole, r, &in));
	TRY(reader_step(r, &row));
	while (row) {
		out->rows++;
		add_row(sum, r);
		if (in)
			TRY(put_row(in, r));
		TRY(reader_step(r, &row));
	}
	sodium_bin2hex(out->hash, sizeof out->hash, sum, HASH);
	return NULL;
}

static const struct fault *table(struct db *from, struct db *to, struct arena *a, const char *name, struct db_sum *out)
{
	struct reader r;
	const struct fault *f = reader_open(&r, from, a, name), *closed;

	*out = (struct db_sum){ .table = name };
	if (!f)
		f = read_table(&r, to, out);
	if (f)
		f = FAULT(a, f->code, "%s: %s", name, f->text); /* its own text may be in the reader's arena */
	closed = reader_close(&r, a);
	return f ? f : closed;
}

const struct fault *db_sum(struct db *db, struct arena *a, const char *name, struct db_sum *out)
{
	bool alone = !db_in_transaction(db);
	const struct fault *f;

	if (alone) /* a cursor lives in a transaction */
		TRY(db_begin(db, a, false));
	f = table(db, NULL, a, name, out);
	if (alone)
		db_rollback(db, a);
	return f;
}

/* ---- a whole store ---- */

struct plan {
	const char *const *names;
	bool *done;
	int count;
};

static int place_of(const struct plan *p, const char *name)
{
	for (int i = 0; i < p->count; i++) {
		if (strcmp(p->names[i], name) == 0)
			return i;
	}
	return -1;
}

static const struct fault *parents_are_done(struct db *db, struct arena *a, const struct plan *p, int i, bool *yes)
{
	const char *const *parents;

	TRY(db_names(db, a, db->drv->parents_sql, p->names[i], &parents));
	*yes = true;
	for (; *parents; parents++) {
		int k = place_of(p, *parents);

		*yes &= k < 0 || k == i || p->done[k];
	}
	return NULL;
}

/* The next table whose foreign keys point to what is copied already. */
static const struct fault *choose(struct db *db, struct arena *a, const struct plan *p, int *out)
{
	for (int i = 0; i < p->count; i++) {
		bool yes = false;

		if (!p->done[i])
			TRY(parents_are_done(db, a, p, i, &yes));
		if (yes) {
			*out = i;
			return NULL;
		}
	}
	return FAULT(a, FAULT_INVALID, "tables point at each other in a ring and cannot be copied one after another");
}

static const struct fault *number(struct db *db, struct arena *a, const char *sql, int64_t *out)
{
	struct stmt *s;
	bool row;

	TRY(db_ask(db, a, sql, &s));
	TRY(stmt_step(s, &row));
	*out = row ? stmt_get_int(s, 0) : 0;
	stmt_reset(s);
	return NULL;
}

/* One line of text for what migrations a store has had. */
static const struct fault *history(struct db *db, struct arena *a, const char **out)
{
	struct buf b = buf_new(a);
	struct stmt *s;
	bool row;

	TRY(db_ask(db, a, "SELECT number, checksum FROM migration ORDER BY number", &s));
	TRY(stmt_step(s, &row));
	while (row) {
		buf_printf(&b, "%s %s,", stmt_get_text(s, 0), stmt_get_text(s, 1));
		TRY(stmt_step(s, &row));
	}
	*out = buf_text(&b);
	return NULL;
}

static const struct fault *fits(struct db *from, struct db *to, struct arena *a, const struct plan *p)
{
	const char *one, *two;

	TRY(history(from, a, &one));
	TRY(history(to, a, &two));
	if (!text_same(one, two))
		return FAULT(a, FAULT_INVALID, "the two stores have not had the same migrations: run migrate on both first");
	for (int i = 0; i < p->count; i++) {
		int64_t rows;

		TRY(number(to, a, arena_printf(a, "SELECT count(*) FROM \"%s\"", p->names[i]), &rows));
		if (rows && !p->done[i])
			return FAULT(a, FAULT_INVALID, "the store to copy into is not empty: table %s has rows", p->names[i]);
	}
	return NULL;
}

static const struct fault *copy_one(struct db *from, struct db *to, struct arena *a, const char *name, struct db_sum *out)
{
	struct db_sum back;

	TRY(table(from, to, a, name, out));
	TRY(table(to, NULL, a, name, &back));
	if (back.rows != out->rows || strcmp(back.hash, out->hash) != 0)
		return FAULT(a, FAULT_BROKEN, "table %s did not arrive as it was; nothing was copied", name);
	return NULL;
}

static const struct fault *copy_tables(struct db *from, struct db *to, struct arena *a, struct plan *p, struct db_sum *sums)
{
	int own = place_of(p, "migration");

	if (own < 0)
		return FAULT(a, FAULT_INVALID, "the store to copy from has had no migrations");
	p->done[own] = true;
	TRY(db_actor(from, a, "", "*"));
	TRY(db_actor(to, a, "", "*"));
	TRY(fits(from, to, a, p));
	for (int left = p->count - 1; left > 0; left--) {
		int i;

		TRY(choose(from, a, p, &i));
		TRY(copy_one(from, to, a, p->names[i], &sums[i < own ? i : i - 1]));
		p->done[i] = true;
	}
	return NULL;
}

const struct fault *db_copy(struct db *from, struct db *to, struct arena *a, struct db_sum **sums, int *count)
{
	const struct fault *f;
	struct plan p = { 0 };

	TRY(db_tables(from, a, &p.names));
	while (p.names[p.count])
		p.count++;
	p.done = arena_array(a, (size_t)p.count, sizeof *p.done);
	*sums = arena_array(a, (size_t)p.count, sizeof **sums);
	*count = p.count - 1;
	TRY(db_begin(from, a, false));
	f = db_begin(to, a, true);
	if (!f)
		f = copy_tables(from, to, a, &p, *sums);
	db_rollback(from, a);
	if (!f)
		return db_commit(to, a);
	db_rollback(to, a);
	return f;
}
