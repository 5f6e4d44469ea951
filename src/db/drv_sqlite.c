/* drv_sqlite.c - the SQLite driver: how a store is opened, guarded and asked. Nothing outside db/ sees sqlite3.
 * Rules: R9 (authoriser, limits, deadline), R28 (WAL with FULL, one writer, readers never checkpoint). */
#include <assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "db/driver.h"
#include "db/sql_text.h"

struct lite {
	struct db db;
	sqlite3 *c;
};

static struct lite *lite_of(struct db *db)
{
	return (struct lite *)db;
}

static sqlite3_stmt *handle_of(struct stmt *s)
{
	return s->kept->handle;
}

/* ---- faults ---- */

static enum fault_code code_of(int rc)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_INTERRUPT:
		return FAULT_BUSY;
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_NOMEM:
		return FAULT_FULL;
	case SQLITE_TOOBIG:
		return FAULT_TOO_LARGE;
	default:
		return FAULT_BROKEN;
	}
}

static const struct fault *lite_fault(struct lite *lite, struct arena *a, int rc)
{
	const char *text = sqlite3_errmsg(lite->c);

	if (rc == SQLITE_IOERR_FSYNC || rc == SQLITE_IOERR_DIR_FSYNC) { /* nobody knows what is on the disk now (R28) */
		log_line(LOG_ALARM, "the disk failed to keep what was written; stopping");
		abort();
	}
	if ((rc & 0xff) == SQLITE_CORRUPT || (rc & 0xff) == SQLITE_NOTADB)
		return FAULT(a, FAULT_BROKEN, (rc & 0xff) == SQLITE_NOTADB ? "this is not a store (%s): restore from a backup" :
			"the store is damaged (%s): restore from a backup", text);
	return FAULT(a, code_of(rc), "store (%d, %d): %s", rc, sqlite3_extended_errcode(lite->c),
		text); /* values are bound, so SQLite's text names columns only */
}

/* ---- what a connection may do (R9) ---- */

static bool among(const char *const *list, const char *name)
{
	for (; name && *list; list++) {
		if (strcasecmp(*list, name) == 0)
			return true;
	}
	return false;
}

static int pragma_rule(enum db_mode mode, const char *name)
{
	static const char *const LOOKING[] = {
		"table_info", "table_xinfo", "table_list", "foreign_key_list", "index_list", "index_info", "index_xinfo",
		"foreign_key_check", "integrity_check", "quick_check", "page_count", "page_size", "freelist_count",
		"data_version", NULL,
	};
	static const char *const WRITING[] = { "wal_checkpoint", "optimize", "analysis_limit", NULL };

	return among(LOOKING, name) || (mode != DB_READ && among(WRITING, name)) ? SQLITE_OK : SQLITE_DENY;
}

static int authorise(void *thing, int action, const char *one, const char *two, const char *schema, const char *trigger)
{
	static const char *const FUNCTIONS[] = { "load_extension", "fts3_tokenizer", "writefile", "edit", NULL };
	const struct lite *lite = thing;
	bool make = lite->db.mode == DB_MAKE;

	(void)schema, (void)trigger;
	switch (action) {
	case SQLITE_ATTACH:
	case SQLITE_DETACH:
		return SQLITE_DENY;
	case SQLITE_FUNCTION:
		return among(FUNCTIONS, two) ? SQLITE_DENY : SQLITE_OK;
	case SQLITE_PRAGMA:
		return pragma_rule(lite->db.mode, one);
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
		/* Asking a pragma as a table declares that table, in memory alone: the file is open for reading only. */
		if (lite->db.mode == DB_READ)
			return action == SQLITE_UPDATE && strcmp(one, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY;
		return make || strncmp(one, "sqlite_", 7) != 0 ? SQLITE_OK : SQLITE_DENY;
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_TRANSACTION:
	case SQLITE_SAVEPOINT:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	default: /* CREATE, DROP, ALTER, ANALYZE, REINDEX */
		return make ? SQLITE_OK : SQLITE_DENY;
	}
}

static void lower_limits(sqlite3 *c)
{
	static const int LIMITS[][2] = {
		{ SQLITE_LIMIT_ATTACHED, 0 }, { SQLITE_LIMIT_LENGTH, 128 << 20 }, { SQLITE_LIMIT_SQL_LENGTH, 256 << 10 },
		{ SQLITE_LIMIT_COLUMN, 500 }, { SQLITE_LIMIT_EXPR_DEPTH, 200 }, { SQLITE_LIMIT_COMPOUND_SELECT, 400 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 32 }, { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
		{ SQLITE_LIMIT_VARIABLE_NUMBER, 2000 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 10 }, { SQLITE_LIMIT_WORKER_THREADS, 0 },
	};

	for (size_t i = 0; i < sizeof LIMITS / sizeof *LIMITS; i++)
		sqlite3_limit(c, LIMITS[i][0], LIMITS[i][1]);
}

/* ---- opening ---- */

enum { HEADER_BYTES = 100 }; /* of an SQLite file: less is none */

/* Only DB_MAKE may meet no file or an empty one. The file is looked at by name and never opened here: closing any descriptor of it
 * would drop every lock this process holds on it (POSIX), and another program would then take the log away under our open
 * connections. */
static const struct fault *look_at_file(struct arena *a, const char *path, enum db_mode mode)
{
	struct stat st;
	int fd;

	if (stat(path, &st) == 0 && S_ISREG(st.st_mode)) {
		if (st.st_size >= HEADER_BYTES || (st.st_size == 0 && mode == DB_MAKE))
			return NULL;
		return FAULT(a, FAULT_BROKEN, "%s is %s: restore from a backup", path, st.st_size == 0 ? "empty" : "not a store");
	}
	fd = mode == DB_MAKE ? open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
	if (fd < 0)
		return FAULT(a, FAULT_BROKEN, "no store at %s: restore from a backup, or run init to begin a new one", path);
	close(fd); /* just made: nobody has it open */
	return NULL;
}

static const struct fault *configure(struct lite *lite, struct arena *a)
{
	static const int SWITCHES[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 }, { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 }, { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 }, { SQLITE_DBCONFIG_DQS_DDL, 0 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	};
	static const char ALL[] = "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;";
	static const char WRITER[] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA "
		"cache_size=-8000;";
	/* Readers are many, and the system keeps the file's pages for all of them. */
	static const char READER[] = "PRAGMA query_only=ON; PRAGMA cache_size=-2000;";
	bool reads = lite->db.mode == DB_READ;
	int rc = SQLITE_OK;

	for (size_t i = 0; i < sizeof SWITCHES / sizeof *SWITCHES && rc == SQLITE_OK; i++)
		rc = sqlite3_db_config(lite->c, SWITCHES[i][0], SWITCHES[i][1], NULL);
	if (rc == SQLITE_OK && reads)
		rc = sqlite3_db_config(lite->c, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_busy_timeout(lite->c, LOCK_WAIT_MS);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(lite->c, ALL, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(lite->c, reads ? READER : WRITER, NULL, NULL, NULL);
	if (rc == SQLITE_OK) /* reads the header: a damaged file is met here and not by a person */
		rc = sqlite3_exec(lite->c, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
	lower_limits(lite->c);
	sqlite3_set_authorizer(lite->c, authorise, lite);
	return rc == SQLITE_OK ? NULL : lite_fault(lite, a, rc);
}

static void lite_close(struct db *db)
{
	sqlite3_close_v2(lite_of(db)->c);
	free(db);
}

/* Its memory statistics take a lock at every allocation, and nobody asks for them. */
static void prepare_library(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static const struct fault *lite_open(struct arena *a, const char *path, enum db_mode mode, struct db **out)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	const struct fault *f;
	struct lite *lite;

	pthread_once(&once, prepare_library);
	TRY(look_at_file(a, path, mode));
	lite = calloc(1, sizeof *lite);
	if (!lite)
		abort();
	lite->db.drv = &DRV_SQLITE;
	lite->db.mode = mode;
	if (sqlite3_open_v2(path, &lite->c, flags, NULL) == SQLITE_OK)
		f = configure(lite, a);
	else
		f = FAULT(a, FAULT_BROKEN, "cannot open %s: %s", path, sqlite3_errmsg(lite->c));
	if (f) {
		lite_close(&lite->db);
		return f;
	}
	*out = &lite->db;
	return NULL;
}

/* ---- statements ---- */

static const struct fault *lite_prepare(struct db *db, struct arena *a, struct kept *k)
{
	sqlite3_stmt *handle;
	const char *tail;
	int rc;

	if (k->handle)
		return NULL;
	rc = sqlite3_prepare_v3(lite_of(db)->c, sql_question_marks(a, k->sql), -1, SQLITE_PREPARE_PERSISTENT, &handle, &tail);
	if (rc != SQLITE_OK)
		return lite_fault(lite_of(db), a, rc);
	if (!handle || sql_next(a, &tail)) {
		sqlite3_finalize(handle);
		return FAULT(a, FAULT_BROKEN, "not one statement: %.200s", k->sql);
	}
	k->handle = handle;
	k->params = sqlite3_bind_parameter_count(handle);
	k->bytes = (size_t)sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_MEMUSED, 0) + 2 * strlen(k->sql);
	return NULL;
}

static void lite_unprepare(struct db *db, struct kept *k)
{
	(void)db;
	sqlite3_finalize(k->handle);
}

static void lite_bind_text(struct stmt *s, int n, const char *text)
{
	sqlite3_bind_text(handle_of(s), n, text, -1, SQLITE_STATIC);
}

static void lite_bind_int(struct stmt *s, int n, int64_t v)
{
	sqlite3_bind_int64(handle_of(s), n, v);
}

static void lite_bind_bytes(struct stmt *s, int n, const void *bytes, size_t size)
{
	sqlite3_bind_blob64(handle_of(s), n, bytes, size, SQLITE_STATIC);
}

static const struct fault *lite_step(struct stmt *s, bool *row)
{
	struct lite *lite = lite_of(s->db);
	int rc = sqlite3_step(handle_of(s));
	const struct fault *f = NULL;

	if (rc == SQLITE_ROW) {
		*row = true;
		return NULL;
	}
	if (rc == SQLITE_DONE && !sqlite3_stmt_readonly(handle_of(s)))
		s->changes = sqlite3_changes64(lite->c);
	if (rc != SQLITE_DONE)
		f = lite_fault(lite, s->a, rc);
	sqlite3_reset(handle_of(s)); /* gives its locks back at once */
	return f;
}

static void lite_reset(struct stmt *s)
{
	sqlite3_reset(handle_of(s));
}

static void lite_let_go(struct stmt *s)
{
	sqlite3_reset(handle_of(s));
	sqlite3_clear_bindings(handle_of(s));
}

static int lite_columns(struct stmt *s)
{
	return sqlite3_column_count(handle_of(s));
}

static bool lite_is_null(struct stmt *s, int column)
{
	return sqlite3_column_type(handle_of(s), column) == SQLITE_NULL;
}

static enum db_type lite_type(struct stmt *s, int column)
{
	switch (sqlite3_column_type(handle_of(s), column)) {
	case SQLITE_NULL:
		return DB_NULL;
	case SQLITE_INTEGER:
		return DB_INTEGER;
	case SQLITE_BLOB:
		return DB_BYTES;
	default:
		return DB_TEXT;
	}
}

static const char *lite_get_text(struct stmt *s, int column)
{
	const char *text = (const char *)sqlite3_column_text(handle_of(s), column);

	return arena_text_n(s->a, text ? text : "", (size_t)sqlite3_column_bytes(handle_of(s), column));
}

static int64_t lite_get_int(struct stmt *s, int column)
{
	return sqlite3_column_int64(handle_of(s), column);
}

static const void *lite_get_bytes(struct stmt *s, int column, size_t *size)
{
	const void *bytes = sqlite3_column_blob(handle_of(s), column);

	*size = (size_t)sqlite3_column_bytes(handle_of(s), column);
	return arena_text_n(s->a, bytes ? bytes : "", *size);
}

/* ---- transactions ---- */

static const struct fault *lite_run(struct db *db, struct arena *a, const char *sql)
{
	int rc = sqlite3_exec(lite_of(db)->c, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? NULL : lite_fault(lite_of(db), a, rc);
}

static const struct fault *lite_begin(struct db *db, struct arena *a, bool write)
{
	return lite_run(db, a, write ? "BEGIN IMMEDIATE" : "BEGIN");
}

static bool lite_in_transaction(const struct db *db)
{
	return !sqlite3_get_autocommit(((const struct lite *)db)->c);
}

static void lite_rollback(struct db *db, struct arena *a)
{
	(void)a;
	if (lite_in_transaction(db))
		sqlite3_exec(lite_of(db)->c, "ROLLBACK", NULL, NULL, NULL);
}

static const struct fault *lite_commit(struct db *db, struct arena *a)
{
	const struct fault *f = lite_run(db, a, "COMMIT");

	if (f)
		lite_rollback(db, a);
	return f;
}

static int out_of_time(void *thing)
{
	const struct lite *lite = thing;

	return db_clock_ms() >= lite->db.deadline;
}

/* Never on the writing connection: an interrupted write undoes the whole group (R28). */
static void lite_deadline(struct db *db)
{
	struct lite *lite = lite_of(db);

	if (db->mode != DB_READ)
		db->deadline = 0;
	sqlite3_progress_handler(lite->c, 2000, db->deadline ? out_of_time : NULL, lite);
}

/* ---- backup ---- */

/* One read transaction in WAL: the writer is not held up, and the copy is of one moment. */
static int copy_all(sqlite3 *from, sqlite3 *to)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	int rc = SQLITE_OK;

	if (!b)
		return sqlite3_errcode(to);
	rc = sqlite3_backup_step(b, -1);
	sqlite3_backup_finish(b);
	if (rc != SQLITE_DONE)
		return rc;
	return sqlite3_exec(to, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL); /* one file, and no -wal beside it */
}

static bool sync_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool kept = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return kept;
}

static const struct fault *lite_backup(struct db *db, struct arena *a, const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600), rc;
	sqlite3 *to = NULL;

	if (fd < 0)
		return FAULT(a, FAULT_INVALID, "cannot make the backup file %s: it must not exist yet, and its folder must", path);
	close(fd);
	rc = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
	if (rc == SQLITE_OK)
		rc = copy_all(lite_of(db)->c, to);
	sqlite3_close(to);
	if (rc == SQLITE_OK && sync_file(path))
		return NULL;
	unlink(path);
	return FAULT(a, rc == SQLITE_OK ? FAULT_FULL : code_of(rc), "the backup was not made: %s", sqlite3_errstr(rc));
}

const struct driver DRV_SQLITE = {
	.kind = DB_SQLITE,
	.columns_sql = "SELECT name FROM pragma_table_xinfo($1) WHERE hidden <> 1 ORDER BY cid",
	.tables_sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
	.parents_sql = "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)",
	.integer_type = "INTEGER",
	.bytes_type = "BLOB",
	.strict = true,
	.open = lite_open,
	.close = lite_close,
	.prepare = lite_prepare,
	.unprepare = lite_unprepare,
	.bind_text = lite_bind_text,
	.bind_int = lite_bind_int,
	.bind_bytes = lite_bind_bytes,
	.step = lite_step,
	.reset = lite_reset,
	.let_go = lite_let_go,
	.columns = lite_columns,
	.is_null = lite_is_null,
	.type = lite_type,
	.get_text = lite_get_text,
	.get_int = lite_get_int,
	.get_bytes = lite_get_bytes,
	.run = lite_run,
	.begin = lite_begin,
	.commit = lite_commit,
	.rollback = lite_rollback,
	.in_transaction = lite_in_transaction,
	.deadline = lite_deadline,
	.backup = lite_backup,
};
