/* pg_wait.c - a PostgreSQL connection: made, checked, waited for and made again. Every wait can end. It knows no statements. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "base/log.h"
#include "db/pg.h"

enum { CANCEL_WAIT_MS = 5000 };

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

const struct fault *pg_fault(struct pg *pg, struct arena *a, PGresult *res)
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

bool pg_went_well(const PGresult *res)
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

/* Until an pg_answer is there. Past `until` the statement is cancelled, once; a server that is silent even then is given up. */
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

PGresult *pg_answer(struct pg *pg, int64_t until)
{
	PGresult *last = NULL;

	for (;;) {
		PGresult *res = await(pg, until) ? PQgetResult(pg->c) : NULL;

		if (!res)
			return last;
		if (last && !pg_went_well(last)) {
			PQclear(res);
			continue;
		}
		PQclear(last);
		last = res;
	}
}

const struct fault *pg_send_text(struct pg *pg, struct arena *a, const char *sql, int64_t until, PGresult **out)
{
	PGresult *res = PQsendQuery(pg->c, sql) ? pg_answer(pg, until) : NULL;

	if (!res || !pg_went_well(res))
		return pg_fault(pg, a, res);
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
	PGresult *res = NULL;

	TRY(pg_send_text(pg, a, SQL, db_clock_ms() + LOCK_WAIT_MS, &res));
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
	PGresult *res = NULL;

	pg->generation++;
	PQsetNoticeProcessor(pg->c, no_notice, NULL);
	TRY(pg_send_text(pg, a, ALL, db_clock_ms() + LOCK_WAIT_MS, &res));
	PQclear(res);
	TRY(pg_send_text(pg, a, pg->db.mode == DB_READ ? "SET default_transaction_read_only = on" : WRITER, 0, &res));
	PQclear(res);
	return check_server(pg, a);
}

void pg_close(struct db *db)
{
	PQfinish(((struct pg *)db)->c);
	free(db);
}

const struct fault *pg_open(struct arena *a, const char *where, enum db_mode mode, struct db **out)
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

/* The server may still be ending the lost connection, which held the lock: waits for it, and for no longer than lock_timeout. */
static const struct fault *take_lock_again(struct pg *pg, struct arena *a)
{
	PGresult *res;
	const struct fault *f = pg_send_text(pg, a, "SELECT pg_advisory_lock(" PG_WRITERS_LOCK ")", 0, &res);

	if (!f) {
		PQclear(res);
		return NULL;
	}
	shutdown(PQsocket(pg->c), SHUT_RDWR); /* the next try connects again, and asks again */
	return FAULT(a, FAULT_BUSY, "another host has become the one that writes");
}

const struct fault *pg_connected(struct pg *pg, struct arena *a)
{
	if (PQstatus(pg->c) == CONNECTION_OK)
		return NULL;
	if (pg->in_block)
		return FAULT(a, FAULT_BUSY, "store: the database server went away");
	log_line(LOG_WARN, "connecting to the database server again");
	PQreset(pg->c);
	if (PQstatus(pg->c) != CONNECTION_OK)
		return FAULT(a, FAULT_BUSY, "cannot reach the database server: %s", one_line(a, PQerrorMessage(pg->c)));
	TRY(settle(pg, a));
	return pg->alone ? take_lock_again(pg, a) : NULL;
}
