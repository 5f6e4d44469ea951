/* db.h - one connection, one way to ask, on SQLite and PostgreSQL alike. Only drv_sqlite.c and drv_pg.c see a driver.
 *
 * SQL is the portable subset of architecture.md section 7: parameters $1..$n; columns TEXT, INTEGER (64 bits) and BYTES. Statements
 * are prepared once a connection and kept by their text. What a step gives lives in the arena the statement was asked with. A
 * connection belongs to one thread at a time. Addresses: "sqlite:PATH", a bare path, or "postgresql://...".
 *
 * A statement ends with its arena or at the next begin, commit or rollback, whichever is first: then ask again. After a fault
 * inside a transaction only db_rollback or db_rollback_to may follow (PostgreSQL refuses all else). Faults: BUSY for a lock, a
 * deadline or a server that went away; FULL for disk and memory; TOO_LARGE; BROKEN for the rest, with the constraint's name or
 * columns in the text, and never a value. */
#ifndef DB_DB_H
#define DB_DB_H

#include "base/fault.h"

struct db;
struct stmt;

enum db_kind { DB_SQLITE, DB_PG };
enum db_mode {
	DB_READ,  /* cannot write; never checkpoints (R28) */
	DB_WRITE, /* the one writer: WAL and synchronous=FULL, or PostgreSQL with synchronous commit */
	DB_MAKE,  /* as DB_WRITE, and may make the file, change the schema: `init`, `migrate`, tests */
};

MUST const struct fault *db_open(struct arena *a, const char *where, enum db_mode mode, struct db **out);
void db_close(struct db *db); /* NULL is fine */
enum db_kind db_kind(const struct db *db);

/* A prepared, cached statement, ready for binding; what is not bound is NULL. Two users of one text at once get two. */
MUST const struct fault *db_ask(struct db *db, struct arena *a, const char *sql, struct stmt **out);
void stmt_text(struct stmt *s, int n, const char *text); /* n from 1; NULL binds NULL; the text must outlive the steps */
void stmt_int(struct stmt *s, int n, int64_t v);
void stmt_bytes(struct stmt *s, int n, const void *bytes, size_t size); /* bytes NULL binds NULL */
void stmt_null(struct stmt *s, int n);

/* *row is true while there is a row. PostgreSQL fetches all rows at the first step. */
MUST const struct fault *stmt_step(struct stmt *s, bool *row);
/* All the way to the end, ignoring rows. */
MUST const struct fault *stmt_run(struct stmt *s);
MUST const struct fault *stmt_finish(struct stmt *s); /* stmt_run, then stmt_done */
/* Given back for the next db_ask of the same text; what it gave stays. Without it that happens when the arena ends. */
void stmt_done(struct stmt *s);
/* What further steps give lives in `a` from here on: long lists are gone through in memory that ends again and again. */
void stmt_into(struct stmt *s, struct arena *a);
void stmt_reset(struct stmt *s); /* bindings stay; may be bound and stepped again */

bool stmt_is_null(struct stmt *s, int column);          /* columns from 0 */
const char *stmt_get_text(struct stmt *s, int column);  /* copied into the arena of db_ask; NULL for NULL */
int64_t stmt_get_int(struct stmt *s, int column);       /* 0 for NULL */
const void *stmt_get_bytes(struct stmt *s, int column, size_t *size);
int64_t stmt_changes(struct stmt *s);                   /* rows the last INSERT, UPDATE or DELETE touched */

/* One statement with no parameters and no rows wanted; several separated by ';' are allowed (migrations, settings). */
MUST const struct fault *db_run(struct db *db, struct arena *a, const char *sql);

MUST const struct fault *db_begin(struct db *db, struct arena *a, bool write); /* write: BEGIN IMMEDIATE */
MUST const struct fault *db_commit(struct db *db, struct arena *a);            /* durable when it returns; undone at a fault */
void db_rollback(struct db *db, struct arena *a);
bool db_in_transaction(const struct db *db);            /* false after a full disk or an interrupt undid the group (R28) */
MUST const struct fault *db_savepoint(struct db *db, struct arena *a, const char *name);
MUST const struct fault *db_release(struct db *db, struct arena *a, const char *name);
void db_rollback_to(struct db *db, struct arena *a, const char *name);

/* End statements that still run `ms` from now with FAULT_BUSY; 0 removes. Not on SQLite's writer, and never a commit (R28). */
void db_deadline(struct db *db, int ms);
/* PostgreSQL's row-level security: who acts, until this transaction ends; `campuses` comma-separated ids, "*" for the program
 * itself, "" nobody. No-op on SQLite. */
MUST const struct fault *db_actor(struct db *db, struct arena *a, const char *account, const char *campuses);
/* Become the one writer of a PostgreSQL database, among all hosts, until the connection closes; *alone is false while another is.
 * A connection that was lost takes it again, or faults with BUSY. Always true on SQLite: there the data directory is locked. */
MUST const struct fault *db_alone(struct db *db, struct arena *a, bool *alone);
/* Let go of every statement asked so far on this connection (end of an act): their handles then only fault, and may end
 * elsewhere. */
void db_settle(struct db *db);
/* Statements run on this connection since it was opened: query budgets in tests and bench. */
int64_t db_count(const struct db *db);
/* From now on write every statement of the process, with what is bound, to a new file: for figures and for finding out. It holds
 * what the statements hold, so only of an invented school. A line is `r` or `w` (the connection's mode), the SQL, the parameters,
 * split by tabs; within them tab, LF and backslash as in C. NULL ends it. Call while there are no other threads. */
MUST const struct fault *db_trace(struct arena *a, const char *path);
/* Columns of a table in order, NULL-ended; empty if there is no such table. For the schema check. */
MUST const struct fault *db_columns(struct db *db, struct arena *a, const char *table, const char *const **names);
/* Whole pages and references, as the engine underneath sees them: FAULT_TAMPERED says what is wrong. Open it with DB_MAKE. */
MUST const struct fault *db_check(struct db *db, struct arena *a);
/* Tell the planner of statements what the tables hold: at start, and after many rows came. Open it with DB_MAKE. */
MUST const struct fault *db_plan(struct db *db, struct arena *a);
/* Every table's name, sorted, NULL-ended. */
MUST const struct fault *db_tables(struct db *db, struct arena *a, const char *const **names);
/* A copy of the store as it is at one moment, into a file that must not exist yet. SQLite only: FAULT_INVALID on PostgreSQL. */
MUST const struct fault *db_backup(struct db *db, struct arena *a, const char *path);

/* Make the schema current: each text applied once, in order, in a transaction of its own, by number and checksum, recorded in table
 * `migration`. Refuses a store newer than the list, or a changed text (FAULT_BROKEN, saying which). Writes INTEGER as BIGINT and
 * BYTES as BYTEA on PostgreSQL; BYTES as BLOB and tables STRICT on SQLite. Only words in capitals are taken for types. */
struct migration { const char *name; const char *sql; }; /* "0001_house_first" */
MUST const struct fault *db_migrate(struct db *db, struct arena *a, const struct migration *list, int count, int *applied);

#endif
