/* floor_pg.c - the floor's own PostgreSQL: statements prepared once a connection. lint: driver throughout because it is the
 * floor */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "floor.h"

struct connection {
	PGconn *db;
	bool prepared[MOST_STATEMENTS];
};

static void plain(struct connection *c, const char *sql)
{
	PQclear(PQexec(c->db, sql));
}

static struct connection *pg_open(const char *where, bool writes)
{
	struct connection *c = calloc(1, sizeof *c);

	if (!c)
		die("out of memory");
	c->db = PQconnectdb(where);
	if (PQstatus(c->db) != CONNECTION_OK)
		die(PQerrorMessage(c->db));
	plain(c, "SET opensenco.campuses = '*'");
	plain(c, writes ? "SET synchronous_commit = on" : "SET default_transaction_read_only = on");
	return c;
}

static void pg_begin(struct connection *c)
{
	plain(c, "BEGIN");
}

static void pg_commit(struct connection *c)
{
	plain(c, "COMMIT");
}

/* As the bytes they are: "\x..." of a bytea is undone by the caller's own store too. */
static void look_at(const PGresult *r, int row, int column)
{
	bool blob = PQftype(r, column) == 17; /* bytea */
	const char *text = PQgetvalue(r, row, column);
	size_t n = (size_t)PQgetlength(r, row, column);
	unsigned char *bytes;

	if (!blob) {
		value_came(text, n, false);
		return;
	}
	bytes = PQunescapeBytea((const unsigned char *)text, &n);
	value_came(bytes, n, true);
	PQfreemem(bytes);
}

static void pg_run(struct connection *c, int number, long fresh)
{
	const struct step *s = &steps[number];
	char name[16], room[MOST_PARAMS][64];
	const char *values[MOST_PARAMS];
	int lengths[MOST_PARAMS], formats[MOST_PARAMS];
	PGresult *r;

	snprintf(name, sizeof name, "s%d", number);
	if (!c->prepared[number])
		PQclear(PQprepare(c->db, name, s->sql, 0, NULL));
	c->prepared[number] = true;
	for (int i = 0; i < s->count; i++) {
		const struct param *p = &s->params[i];

		values[i] = *p->said == 'N' ? NULL : *p->said == 'B' ? p->said + 1 : param_text(p, fresh, room[i]);
		lengths[i] = (int)p->length;
		formats[i] = *p->said == 'B';
	}
	r = PQexecPrepared(c->db, name, s->count, values, lengths, formats, 0);
	if (PQresultStatus(r) != PGRES_TUPLES_OK && PQresultStatus(r) != PGRES_COMMAND_OK)
		die(PQresultErrorMessage(r));
	for (int row = 0; row < PQntuples(r); row++) {
		row_came();
		for (int i = 0; i < PQnfields(r); i++)
			look_at(r, row, i);
	}
	PQclear(r);
}

const struct store PG = { pg_open, pg_begin, pg_run, pg_commit };
