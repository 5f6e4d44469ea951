/* migrate.c - makes a store's schema current, one numbered text at a time, up only. It knows no table but its own, `migration`. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "db/driver.h"
#include "db/sql_text.h"

/* "0042_area_what" -> 42; 0 if there is no number. */
static int64_t number_of(const char *name)
{
	return strtoll(name, NULL, 10);
}

static const char *checksum(struct arena *a, const char *sql)
{
	unsigned char hash[32];
	char *hex = arena_alloc(a, 2 * sizeof hash + 1);

	crypto_generichash(hash, sizeof hash, (const unsigned char *)sql, strlen(sql), NULL, 0);
	return sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
}

/* ---- one text for two stores ---- */

static size_t word_length(const char *p)
{
	size_t n = 0;

	while (sql_name_char(p[n]))
		n++;
	return n;
}

static bool word_is(const char *p, size_t n, const char *word)
{
	return n == strlen(word) && strncmp(p, word, n) == 0;
}

static bool makes_table(const char *statement)
{
	size_t n = word_length(statement);
	const char *second = statement + n + strspn(statement + n, " \t\r\n");

	return word_is(statement, n, "CREATE") && word_is(second, word_length(second), "TABLE");
}

/* Only words in capitals are types: a column may be called "bytes". */
static void add_translated(struct buf *out, const struct driver *drv, const char *statement)
{
	for (const char *p = statement; *p;) {
		size_t n = sql_skip(p), word = n ? 0 : word_length(p);

		if (word_is(p, word, "INTEGER"))
			buf_add(out, drv->integer_type);
		else if (word_is(p, word, "BYTES"))
			buf_add(out, drv->bytes_type);
		else
			buf_add_n(out, p, n ? n : word ? word : 1);
		p += n ? n : word ? word : 1;
	}
	if (drv->strict && makes_table(statement))
		buf_add(out, "\nSTRICT"); /* on a line of its own: a comment may end the statement */
}

static const char *translated(struct arena *a, const struct driver *drv, const char *sql)
{
	struct buf out = buf_new(a);
	const char *at = sql, *statement;

	while ((statement = sql_next(a, &at))) {
		add_translated(&out, drv, statement);
		buf_add(&out, ";\n");
	}
	return buf_text(&out);
}

/* ---- what the store has had ---- */

struct had {
	const char *name, *checksum;
};

static const struct fault *look_up(struct db *db, struct arena *a, int64_t number, struct had *out)
{
	struct stmt *s;
	bool row;

	*out = (struct had){ 0 };
	TRY(db_ask(db, a, "SELECT name, checksum FROM migration WHERE number = $1", &s));
	stmt_int(s, 1, number);
	TRY(stmt_step(s, &row));
	if (row)
		*out = (struct had){ stmt_get_text(s, 0), stmt_get_text(s, 1) };
	return NULL;
}

static const struct fault *newest(struct db *db, struct arena *a, int64_t *number, const char **name)
{
	struct stmt *s;
	bool row;

	*number = 0;
	*name = "";
	TRY(db_ask(db, a, "SELECT number, name FROM migration ORDER BY number DESC LIMIT 1", &s));
	TRY(stmt_step(s, &row));
	if (row) {
		*number = stmt_get_int(s, 0);
		*name = stmt_get_text(s, 1);
	}
	return NULL;
}

static const struct fault *check_list(struct arena *a, const struct migration *list, int count)
{
	for (int i = 0; i < count; i++) {
		int64_t before = i ? number_of(list[i - 1].name) : 0;

		if (number_of(list[i].name) <= before)
			return FAULT(a, FAULT_BROKEN, "migration %s: numbers must rise, from 1", list[i].name);
	}
	return NULL;
}

static const struct fault *check_newest(struct db *db, struct arena *a, const struct migration *list, int count)
{
	int64_t have, last = count ? number_of(list[count - 1].name) : 0;
	const char *name;

	TRY(newest(db, a, &have, &name));
	if (have > last)
		return FAULT(a, FAULT_BROKEN, "the store is newer than this program (it has %s): install the newer release", name);
	return NULL;
}

/* ---- applying ---- */

static const struct fault *record(struct db *db, struct arena *a, const struct migration *m)
{
	struct stmt *s;

	TRY(db_ask(db, a, "INSERT INTO migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)", &s));
	stmt_int(s, 1, number_of(m->name));
	stmt_text(s, 2, m->name);
	stmt_text(s, 3, checksum(a, m->sql));
	stmt_text(s, 4, moment_now(a));
	return stmt_run(s);
}

/* Inside the transaction that holds the writer's lock: two programs that migrate at once take turns. */
static const struct fault *apply(struct db *db, struct arena *a, const struct migration *m, bool *done)
{
	const struct fault *f;
	int64_t have;
	const char *name;
	struct had had;

	*done = false;
	TRY(look_up(db, a, number_of(m->name), &had));
	if (had.name && !text_same(had.checksum, checksum(a, m->sql)))
		return FAULT(a, FAULT_BROKEN, "migration %s was changed after it was applied (as %s): put its text back",
			m->name, had.name);
	if (had.name)
		return NULL;
	TRY(newest(db, a, &have, &name));
	if (have > number_of(m->name))
		return FAULT(a, FAULT_BROKEN, "migration %s comes after %s, which is applied already: give it a higher number",
			m->name, name);
	f = db_run(db, a, translated(a, db->drv, m->sql));
	if (f)
		return FAULT(a, f->code, "migration %s: %s", m->name, f->text);
	*done = true;
	return record(db, a, m);
}

static const struct fault *begin_alone(struct db *db, struct arena *a)
{
	TRY(db_begin(db, a, true));
	return db->drv->lock_sql ? db_run(db, a, db->drv->lock_sql) : NULL;
}

static const struct fault *apply_alone(struct db *db, struct arena *a, const struct migration *m, bool *done)
{
	const struct fault *f = begin_alone(db, a);

	if (!f)
		f = apply(db, a, m, done);
	if (!f)
		return db_commit(db, a);
	db_rollback(db, a);
	return f;
}

const struct fault *db_migrate(struct db *db, struct arena *a, const struct migration *list, int count, int *applied)
{
	static const struct migration FIRST = {
		"0000_migration",
		"CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL,"
		" applied_at TEXT NOT NULL)",
	};

	*applied = 0;
	if (db->mode != DB_MAKE)
		return FAULT(a, FAULT_BROKEN, "migrating needs a store opened with DB_MAKE");
	TRY(check_list(a, list, count));
	TRY(db_run(db, a, translated(a, db->drv, FIRST.sql)));
	TRY(check_newest(db, a, list, count));
	for (int i = 0; i < count; i++) {
		bool done = false;

		TRY(apply_alone(db, a, &list[i], &done));
		*applied += done;
	}
	db_forget(db);
	return NULL;
}
