/* driver.h - what a driver gives db.c. Inside db/ only.
 *
 * A connection and its kept statements are malloc'd and end with db_close; a stmt lives in the arena of db_ask, in the connection's
 * list of live ones, and is let go at the end of its transaction or of its arena, whichever is first. */
#ifndef DB_DRIVER_H
#define DB_DRIVER_H

#include "db/db.h"

enum { KEPT_BUCKETS = 256, KEPT_MOST = 1000, KEPT_BYTES = 3 << 20, LOCK_WAIT_MS = 5000 };

enum db_type { DB_NULL, DB_INTEGER, DB_TEXT, DB_BYTES };

/* A prepared statement in the connection's cache. */
struct kept {
	struct kept *next;
	char *sql;
	uint64_t hash;
	int64_t used;      /* db->asked when it was last asked for */
	size_t bytes;      /* of memory that it takes, about */
	int params;        /* highest $n */
	bool busy;
	void *handle;      /* SQLite: sqlite3_stmt */
	long number;       /* PostgreSQL: the statement's name is "s<number>" */
	int generation;    /* PostgreSQL: the connection it was prepared on; 0: not yet */
};

struct stmt {
	struct db *db;     /* NULL once let go */
	struct arena *a;
	struct kept *kept;
	struct stmt *before, *after;
	void *own;         /* the driver's, in the arena */
	const char **told; /* what was bound, while somebody traces (trace.c) */
	int wrong;         /* a parameter number that the text does not have */
	bool started, row, done;
	int64_t changes;
};

struct db {
	const struct driver *drv;
	enum db_mode mode;
	int64_t count, asked;
	int64_t deadline;  /* milliseconds of the steady clock; 0: none */
	struct kept *buckets[KEPT_BUCKETS];
	int kept;
	size_t kept_bytes;
	struct stmt *live;
};

struct driver {
	enum db_kind kind;
	const char *columns_sql;   /* $1 is the table: its columns' names in order */
	const char *tables_sql;    /* names of tables, by name */
	const char *parents_sql;   /* $1 is the table: tables its foreign keys point to */
	const char *integer_type, *bytes_type;
	const char *lock_sql;      /* in a transaction: waits for others that migrate; NULL if begin does */
	bool strict;               /* CREATE TABLE takes STRICT */
	bool cursors;              /* a statement's rows come all at once: many are read by a cursor */

	const struct fault *(*open)(struct arena *a, const char *where, enum db_mode mode, struct db **out);
	void (*close)(struct db *db);
	const struct fault *(*prepare)(struct db *db, struct arena *a, struct kept *k); /* quick if it is prepared already */
	void (*unprepare)(struct db *db, struct kept *k);
	void (*ask)(struct stmt *s);                                                     /* make `own` */
	void (*bind_text)(struct stmt *s, int n, const char *text);
	void (*bind_int)(struct stmt *s, int n, int64_t v);
	void (*bind_bytes)(struct stmt *s, int n, const void *bytes, size_t size);
	const struct fault *(*step)(struct stmt *s, bool *row);
	void (*reset)(struct stmt *s);
	void (*let_go)(struct stmt *s);                                                  /* reset and forget bindings */
	int (*columns)(struct stmt *s);
	bool (*is_null)(struct stmt *s, int column);
	enum db_type (*type)(struct stmt *s, int column);                                /* of the value at hand */
	const char *(*get_text)(struct stmt *s, int column);
	int64_t (*get_int)(struct stmt *s, int column);
	const void *(*get_bytes)(struct stmt *s, int column, size_t *size);
	const struct fault *(*run)(struct db *db, struct arena *a, const char *sql);
	const struct fault *(*begin)(struct db *db, struct arena *a, bool write);
	const struct fault *(*commit)(struct db *db, struct arena *a);
	void (*rollback)(struct db *db, struct arena *a);
	bool (*in_transaction)(const struct db *db);
	void (*deadline)(struct db *db);                                                 /* db->deadline was set */
	const struct fault *(*actor)(struct db *db, struct arena *a, const char *account, const char *campuses);
	const struct fault *(*alone)(struct db *db, struct arena *a, bool *alone);        /* NULL: always */
	const struct fault *(*backup)(struct db *db, struct arena *a, const char *path);
};

extern const struct driver DRV_SQLITE, DRV_PG;

int64_t db_clock_ms(void);                      /* a steady clock */
bool db_name_ok(const char *name);              /* a name that may be written into SQL: a letter, then letters, digits, _ */
/* The names a query gives in its first column, NULL-ended; `arg` is $1 or NULL. */
MUST const struct fault *db_names(struct db *db, struct arena *a, const char *sql, const char *arg, const char *const **names);
void db_forget(struct db *db);                  /* empty the cache of statements: after a change of schema */

/* ---- trace.c: NULL unless somebody traces ---- */
void trace_bound(struct stmt *s, int n, const char *as);          /* $n is bound to "T text", "I 5", "B hex" or "N" */
const char *trace_bytes(struct stmt *s, const void *bytes, size_t size);
void trace_statement(const struct stmt *s);                       /* it starts */
void trace_words(const struct db *db, const char *sql);           /* a statement without parameters */
bool trace_on(void);

#endif
