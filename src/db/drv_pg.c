/* drv_pg.c - the PostgreSQL driver, on libpq's asynchronous calls (pg_wait.c). Nothing outside db/ sees libpq.
 *
 * All rows of a statement come with its first step. A lost connection ends its transaction with FAULT_BUSY and is made again at the
 * next begin, or the next statement outside a transaction. A fault's text never holds a value: PostgreSQL's own messages may. */
#include <stdlib.h>
#include <string.h>

#include "db/pg.h"
#include "db/sql_text.h"

enum { TYPE_BOOL = 16, TYPE_BYTEA = 17, TYPE_INT8 = 20, TYPE_INT2 = 21, TYPE_INT4 = 23 }; /* as pg_type has them */

struct pg_stmt {
	const char **values;
	int *lengths, *formats;
	char (*digits)[24];
	PGresult *res;
	int at, rows;
};

static struct pg *pg_of(struct db *db)
{
	return (struct pg *)db;
}

static struct pg_stmt *own(struct stmt *s)
{
	return s->own;
}

/* ---- statements ---- */

static const struct fault *pg_prepare(struct db *db, struct arena *a, struct kept *k)
{
	struct pg *pg = pg_of(db);
	char name[32];
	PGresult *res;

	TRY(pg_connected(pg, a));
	if (k->generation == pg->generation)
		return NULL;
	k->number = ++pg->names;
	k->params = sql_params(k->sql);
	snprintf(name, sizeof name, "s%ld", k->number);
	res = PQsendPrepare(pg->c, name, k->sql, 0, NULL) ? pg_answer(pg, db->deadline) : NULL;
	if (!res || !pg_went_well(res))
		return pg_fault(pg, a, res);
	PQclear(res);
	k->generation = pg->generation;
	k->bytes = 4 * strlen(k->sql); /* its plan is the server's */
	return NULL;
}

static void pg_unprepare(struct db *db, struct kept *k)
{
	struct pg *pg = pg_of(db);
	char sql[48];

	if (k->generation != pg->generation || PQstatus(pg->c) != CONNECTION_OK || PQtransactionStatus(pg->c) == PQTRANS_INERROR)
		return;
	snprintf(sql, sizeof sql, "DEALLOCATE s%ld", k->number);
	if (PQsendQuery(pg->c, sql))
		PQclear(pg_answer(pg, 0));
}

static void pg_ask(struct stmt *s)
{
	size_t n = (size_t)s->kept->params;
	struct pg_stmt *p = arena_alloc(s->a, sizeof *p);

	p->values = arena_array(s->a, n, sizeof *p->values);
	p->lengths = arena_array(s->a, n, sizeof *p->lengths);
	p->formats = arena_array(s->a, n, sizeof *p->formats);
	p->digits = arena_array(s->a, n, sizeof *p->digits);
	s->own = p;
}

static void pg_bind_text(struct stmt *s, int n, const char *text)
{
	own(s)->values[n - 1] = text;
	own(s)->formats[n - 1] = 0;
}

static void pg_bind_int(struct stmt *s, int n, int64_t v)
{
	char *digits = own(s)->digits[n - 1];

	snprintf(digits, sizeof own(s)->digits[0], "%lld", (long long)v);
	pg_bind_text(s, n, digits);
}

static void pg_bind_bytes(struct stmt *s, int n, const void *bytes, size_t size)
{
	own(s)->values[n - 1] = bytes;
	own(s)->lengths[n - 1] = (int)size;
	own(s)->formats[n - 1] = 1;
}

static const struct fault *execute(struct stmt *s)
{
	struct pg *pg = pg_of(s->db);
	struct pg_stmt *p = own(s);
	char name[32];
	PGresult *res;
	int sent;

	snprintf(name, sizeof name, "s%ld", s->kept->number);
	sent = PQsendQueryPrepared(pg->c, name, s->kept->params, p->values, p->lengths, p->formats, 0);
	res = sent ? pg_answer(pg, s->db->deadline) : NULL;
	if (!res || !pg_went_well(res))
		return pg_fault(pg, s->a, res);
	p->res = res;
	p->at = -1;
	p->rows = PQntuples(res);
	if (strncmp(PQcmdStatus(res), "SELECT", 6) != 0)
		s->changes = strtoll(PQcmdTuples(res), NULL, 10);
	return NULL;
}

static const struct fault *pg_step(struct stmt *s, bool *row)
{
	struct pg_stmt *p = own(s);

	if (!p->res)
		TRY(execute(s));
	p->at++;
	*row = p->at < p->rows;
	return NULL;
}

static void pg_reset(struct stmt *s)
{
	PQclear(own(s)->res);
	own(s)->res = NULL;
}

static int pg_columns(struct stmt *s)
{
	return PQnfields(own(s)->res);
}

static bool pg_is_null(struct stmt *s, int column)
{
	return PQgetisnull(own(s)->res, own(s)->at, column);
}

static enum db_type pg_type(struct stmt *s, int column)
{
	if (pg_is_null(s, column))
		return DB_NULL;
	switch (PQftype(own(s)->res, column)) {
	case TYPE_BYTEA:
		return DB_BYTES;
	case TYPE_INT2:
	case TYPE_INT4:
	case TYPE_INT8:
		return DB_INTEGER;
	default:
		return DB_TEXT;
	}
}

/* A condition gives 't' or 'f' here and 1 or 0 in SQLite: 1 or 0 it is. */
static const char *value_of(struct stmt *s, int column)
{
	const char *text = PQgetvalue(own(s)->res, own(s)->at, column);

	if (PQftype(own(s)->res, column) == TYPE_BOOL)
		return *text == 't' ? "1" : "0";
	return text;
}

static const char *pg_get_text(struct stmt *s, int column)
{
	return arena_text(s->a, value_of(s, column));
}

static int64_t pg_get_int(struct stmt *s, int column)
{
	return strtoll(value_of(s, column), NULL, 10);
}

static unsigned nibble(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

static const void *pg_get_bytes(struct stmt *s, int column, size_t *size)
{
	const char *hex = PQgetvalue(own(s)->res, own(s)->at, column);
	unsigned char *bytes;

	if (hex[0] != '\\' || hex[1] != 'x') { /* a text column: its bytes */
		*size = (size_t)PQgetlength(own(s)->res, own(s)->at, column);
		return arena_text_n(s->a, hex, *size);
	}
	hex += 2;
	*size = strlen(hex) / 2;
	bytes = arena_alloc(s->a, *size);
	for (size_t i = 0; i < *size; i++)
		bytes[i] = (unsigned char)(nibble(hex[2 * i]) << 4 | nibble(hex[2 * i + 1]));
	return bytes;
}

/* ---- transactions ---- */

static const struct fault *pg_run(struct db *db, struct arena *a, const char *sql)
{
	PGresult *res;

	TRY(pg_connected(pg_of(db), a));
	TRY(pg_send_text(pg_of(db), a, sql, db->deadline, &res));
	PQclear(res);
	return NULL;
}

static const struct fault *pg_begin(struct db *db, struct arena *a, bool write)
{
	/* A reader sees one moment, as in SQLite. */
	TRY(pg_run(db, a, write ? "BEGIN READ WRITE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
	pg_of(db)->in_block = true;
	return NULL;
}

/* Never cancelled: a commit that was may have happened or not. */
static const struct fault *pg_commit(struct db *db, struct arena *a)
{
	struct pg *pg = pg_of(db);
	bool kept;
	PGresult *res;

	pg->in_block = false;
	TRY(pg_send_text(pg, a, "COMMIT", 0, &res));
	kept = strcmp(PQcmdStatus(res), "COMMIT") == 0; /* a failed transaction answers ROLLBACK, and no error */
	PQclear(res);
	return kept ? NULL : FAULT(a, FAULT_BROKEN, "store: the transaction had failed before and was undone");
}

static bool pg_in_transaction(const struct db *db)
{
	const struct pg *pg = (const struct pg *)db;
	PGTransactionStatusType status = PQtransactionStatus(pg->c);

	return pg->in_block && (status == PQTRANS_INTRANS || status == PQTRANS_INERROR);
}

static void pg_rollback(struct db *db, struct arena *a)
{
	struct pg *pg = pg_of(db);
	PGresult *res;

	if (pg_in_transaction(db) && !pg_send_text(pg, a, "ROLLBACK", 0, &res))
		PQclear(res);
	pg->in_block = false;
}

static void pg_deadline(struct db *db)
{
	(void)db; /* every wait looks at it */
}

static const struct fault *pg_actor(struct db *db, struct arena *a, const char *account, const char *campuses)
{
	static const char SQL[] = "SELECT set_config('opensenco.account', $1, true), set_config('opensenco.campuses', $2, true)";
	struct arena *own_arena = arena_new(1 << 20);
	const struct fault *f;
	struct stmt *s;

	f = db_ask(db, own_arena, SQL, &s);
	if (!f) {
		stmt_text(s, 1, account);
		stmt_text(s, 2, campuses);
		f = stmt_run(s);
	}
	if (f)
		f = FAULT(a, f->code, "%s", f->text);
	arena_free(own_arena);
	return f;
}

static const struct fault *pg_alone(struct db *db, struct arena *a, bool *alone)
{
	PGresult *res;

	TRY(pg_connected(pg_of(db), a));
	TRY(pg_send_text(pg_of(db), a, "SELECT pg_try_advisory_lock(" PG_WRITERS_LOCK ")", 0, &res));
	*alone = pg_of(db)->alone = PQgetvalue(res, 0, 0)[0] == 't';
	PQclear(res);
	return NULL;
}

static const struct fault *pg_backup(struct db *db, struct arena *a, const char *path)
{
	(void)db;
	return FAULT(a, FAULT_INVALID, "%s was not made: back up PostgreSQL with pg_dump, or with its archived log", path);
}

const struct driver DRV_PG = {
	.kind = DB_PG,
	.columns_sql = "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped"
		" ORDER BY attnum",
	.tables_sql = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
		" ORDER BY relname",
	.parents_sql = "SELECT DISTINCT confrelid::regclass::text FROM pg_constraint"
		" WHERE conrelid = to_regclass($1) AND contype = 'f'",
	.integer_type = "BIGINT",
	.bytes_type = "BYTEA",
	.lock_sql = "SELECT pg_advisory_xact_lock(20141530)",
	.strict = false,
	.cursors = true,
	.open = pg_open,
	.close = pg_close,
	.prepare = pg_prepare,
	.unprepare = pg_unprepare,
	.ask = pg_ask,
	.bind_text = pg_bind_text,
	.bind_int = pg_bind_int,
	.bind_bytes = pg_bind_bytes,
	.step = pg_step,
	.reset = pg_reset,
	.let_go = pg_reset,
	.columns = pg_columns,
	.is_null = pg_is_null,
	.type = pg_type,
	.get_text = pg_get_text,
	.get_int = pg_get_int,
	.get_bytes = pg_get_bytes,
	.run = pg_run,
	.begin = pg_begin,
	.commit = pg_commit,
	.rollback = pg_rollback,
	.in_transaction = pg_in_transaction,
	.deadline = pg_deadline,
	.actor = pg_actor,
	.alone = pg_alone,
	.backup = pg_backup,
};
