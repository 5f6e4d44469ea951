/* drv_pg.c - the PostgreSQL driver, on libpq's asynchronous calls, so that every wait can end. Nothing outside db/ sees libpq.
 *
 * All rows of a statement come with its first step. A lost connection ends its transaction with FAULT_BUSY and is made again at the
 * next begin, or the next statement outside a transaction. A fault's text never holds a value: PostgreSQL's own messages may. */
#include <libpq-fe.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "base/buf.h"
#include "base/log.h"
#include "db/driver.h"
#include "db/sql_text.h"

enum { CANCEL_WAIT_MS = 5000, BOOL_TYPE = 16 };

struct pg {
	struct db db;
	PGconn *c;
	bool in_block;   /* between begin and commit or rollback */
	int generation;  /* counts connections */
	long names;      /* of prepared statements, ever */
};

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

/* ---- faults ---- */

static enum fault_code code_of(const char *state)
{
	static const struct { const char *start; enum fault_code code; } CODES[] = {
		{ "08", FAULT_BUSY }, { "40", FAULT_BUSY }, { "55P03", FAULT_BUSY }, { "57", FAULT_BUSY }, { "533", FAULT_BUSY },
		{ "531", FAULT_FULL }, { "532", FAULT_FULL }, { "58030", FAULT_FULL }, { "54", FAULT_TOO_LARGE },
	};

	for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
		if (strncmp(state, CODES[i].start, strlen(CODES[i].start)) == 0)
			return CODES[i].code;
	}
	return FAULT_BROKEN;
}

static const char *one_line(struct arena *a, const char *text)
{
	char *copy = arena_text(a, text ? text : "");

	copy[strcspn(copy, "\n")] = '\0';
	return copy;
}

static const char *field_of(const PGresult *res, int code)
{
	const char *text = PQresultErrorField(res, code);

	return text ? text : "";
}

/* The fault that a result means; the result is given back. */
static const struct fault *fault_of(struct pg *pg, struct arena *a, PGresult *res)
{
	const char *state = res ? field_of(res, PG_DIAG_SQLSTATE) : "";
	const struct fault *f;

	if (!res || !*state || PQstatus(pg->c) == CONNECTION_BAD)
		f = FAULT(a, FAULT_BUSY, "store: the database server went away");
	else if (strncmp(state, "23", 2) == 0)
		f = FAULT(a, FAULT_BROKEN, "store: constraint failed: %s %s.%s (%s)", field_of(res, PG_DIAG_CONSTRAINT_NAME),
			field_of(res, PG_DIAG_TABLE_NAME), field_of(res, PG_DIAG_COLUMN_NAME), state);
	else if (strncmp(state, "22", 2) == 0) /* "invalid input syntax: <what was typed>" */
		f = FAULT(a, FAULT_BROKEN, "store: a value does not fit its column or parameter (%s)", state);
	else
		f = FAULT(a, code_of(state), "store: %s (%s)", one_line(a, field_of(res, PG_DIAG_MESSAGE_PRIMARY)), state);
	PQclear(res);
	return f;
}

static bool went_well(const PGresult *res)
{
	ExecStatusType status = PQresultStatus(res);

	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

/* ---- waiting ---- */

static void cancel(struct pg *pg)
{
	char text[256];
	PGcancel *c = PQgetCancel(pg->c);

	if (c)
		PQcancel(c, text, sizeof text);
	PQfreeCancel(c);
}

/* Until an answer is there. Past `until` the statement is cancelled, once; a server that is silent even then is given up. */
static bool await(struct pg *pg, int64_t until)
{
	bool cancelled = false;

	while (PQisBusy(pg->c)) {
		struct pollfd fd = { .fd = PQsocket(pg->c), .events = POLLIN };
		int64_t left = until ? until - db_clock_ms() : -1;
		int ready = until && left <= 0 ? 0 : poll(&fd, 1, (int)left);

		if (ready == 0 && cancelled) {
			shutdown(fd.fd, SHUT_RDWR);
			until = 0;
		} else if (ready == 0) {
			cancel(pg);
			cancelled = true;
			until = db_clock_ms() + CANCEL_WAIT_MS;
		} else if (!PQconsumeInput(pg->c)) {
			return false;
		}
	}
	return true;
}

/* The last result of what was sent, or the first that is an error; NULL if the connection was lost. */
static PGresult *answer(struct pg *pg, int64_t until)
{
	PGresult *last = NULL;

	for (;;) {
		PGresult *res = await(pg, until) ? PQgetResult(pg->c) : NULL;

		if (!res)
			return last;
		if (last && !went_well(last)) {
			PQclear(res);
			continue;
		}
		PQclear(last);
		last = res;
	}
}

/* Send text that may hold several statements. */
static const struct fault *send_text(struct pg *pg, struct arena *a, const char *sql, int64_t until, PGresult **out)
{
	PGresult *res = PQsendQuery(pg->c, sql) ? answer(pg, until) : NULL;

	if (!res || !went_well(res))
		return fault_of(pg, a, res);
	*out = res;
	return NULL;
}

/* ---- opening ---- */

static void no_notice(void *thing, const char *text)
{
	(void)thing, (void)text;
}

/* A school's data is guarded by row-level security, sorted by bytes and written in UTF-8: a server set up otherwise is refused. */
static const struct fault *check_server(struct pg *pg, struct arena *a)
{
	static const char SQL[] = "SELECT datcollate, pg_encoding_to_char(encoding), rolsuper OR rolbypassrls"
		" FROM pg_database, pg_roles WHERE datname = current_database() AND rolname = current_user";
	const struct fault *f = NULL;
	PGresult *res;

	TRY(send_text(pg, a, SQL, db_clock_ms() + LOCK_WAIT_MS, &res));
	if (PQntuples(res) != 1)
		f = FAULT(a, FAULT_BROKEN, "cannot read how the database was made");
	else if (strcmp(PQgetvalue(res, 0, 0), "C") != 0 && strcmp(PQgetvalue(res, 0, 0), "POSIX") != 0)
		f = FAULT(a, FAULT_BROKEN, "the database sorts by %s: make it with LC_COLLATE 'C'", PQgetvalue(res, 0, 0));
	else if (strcmp(PQgetvalue(res, 0, 1), "UTF8") != 0)
		f = FAULT(a, FAULT_BROKEN, "the database is in %s: make it with ENCODING 'UTF8'", PQgetvalue(res, 0, 1));
	else if (pg->db.mode != DB_MAKE && PQgetvalue(res, 0, 2)[0] == 't')
		f = FAULT(a, FAULT_BROKEN, "this database role passes by row-level security: use one with NOSUPERUSER NOBYPASSRLS");
	PQclear(res);
	return f;
}

static const struct fault *settle(struct pg *pg, struct arena *a)
{
	static const char ALL[] = "SET timezone = 'UTC'; SET standard_conforming_strings = on; SET bytea_output = 'hex';"
		" SET client_min_messages = warning; SET lock_timeout = '5s'; SET jit = off; SET search_path = public, pg_temp;";
	static const char WRITER[] = "SELECT set_config('synchronous_commit', 'on', false)"
		" WHERE current_setting('synchronous_commit') IN ('off', 'local')";
	PGresult *res;

	pg->generation++;
	PQsetNoticeProcessor(pg->c, no_notice, NULL);
	TRY(send_text(pg, a, ALL, db_clock_ms() + LOCK_WAIT_MS, &res));
	PQclear(res);
	TRY(send_text(pg, a, pg->db.mode == DB_READ ? "SET default_transaction_read_only = on" : WRITER, 0, &res));
	PQclear(res);
	return check_server(pg, a);
}

static void pg_close(struct db *db)
{
	PQfinish(pg_of(db)->c);
	free(db);
}

static const struct fault *pg_open(struct arena *a, const char *where, enum db_mode mode, struct db **out)
{
	/* The address comes last, and so may say otherwise. */
	const char *const names[] = { "connect_timeout", "tcp_user_timeout", "client_encoding", "dbname", NULL };
	const char *const values[] = { "5", "3000", "UTF8", where, NULL };
	struct pg *pg = calloc(1, sizeof *pg);
	const struct fault *f;

	if (!pg)
		abort();
	pg->db.drv = &DRV_PG;
	pg->db.mode = mode;
	pg->c = PQconnectdbParams(names, values, 1);
	if (PQstatus(pg->c) == CONNECTION_OK)
		f = settle(pg, a);
	else
		f = FAULT(a, FAULT_BUSY, "cannot reach the database server: %s", one_line(a, PQerrorMessage(pg->c)));
	if (f) {
		pg_close(&pg->db);
		return f;
	}
	*out = &pg->db;
	return NULL;
}

/* Outside a transaction a lost connection is made again; inside one the caller must learn that it is gone. */
static const struct fault *connected(struct pg *pg, struct arena *a)
{
	if (PQstatus(pg->c) == CONNECTION_OK)
		return NULL;
	if (pg->in_block)
		return FAULT(a, FAULT_BUSY, "store: the database server went away");
	log_line(LOG_WARN, "connecting to the database server again");
	PQreset(pg->c);
	if (PQstatus(pg->c) != CONNECTION_OK)
		return FAULT(a, FAULT_BUSY, "cannot reach the database server: %s", one_line(a, PQerrorMessage(pg->c)));
	return settle(pg, a);
}

/* ---- statements ---- */

static const struct fault *pg_prepare(struct db *db, struct arena *a, struct kept *k)
{
	struct pg *pg = pg_of(db);
	char name[32];
	PGresult *res;

	TRY(connected(pg, a));
	if (k->generation == pg->generation)
		return NULL;
	k->number = ++pg->names;
	k->params = sql_params(k->sql);
	snprintf(name, sizeof name, "s%ld", k->number);
	res = PQsendPrepare(pg->c, name, k->sql, 0, NULL) ? answer(pg, db->deadline) : NULL;
	if (!res || !went_well(res))
		return fault_of(pg, a, res);
	PQclear(res);
	k->generation = pg->generation;
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
		PQclear(answer(pg, 0));
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
	res = sent ? answer(pg, s->db->deadline) : NULL;
	if (!res || !went_well(res))
		return fault_of(pg, s->a, res);
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

/* A condition gives 't' or 'f' here and 1 or 0 in SQLite: 1 or 0 it is. */
static const char *value_of(struct stmt *s, int column)
{
	const char *text = PQgetvalue(own(s)->res, own(s)->at, column);

	if (PQftype(own(s)->res, column) == BOOL_TYPE)
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

	TRY(connected(pg_of(db), a));
	TRY(send_text(pg_of(db), a, sql, db->deadline, &res));
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
	TRY(send_text(pg, a, "COMMIT", 0, &res));
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

	if (pg_in_transaction(db) && !send_text(pg, a, "ROLLBACK", 0, &res))
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
	.backup = pg_backup,
};
