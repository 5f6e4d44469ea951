/* schema.c - the store's tables, written out from the record tables. Portable dialect: TEXT, INTEGER, BYTES (db_migrate).
 * The engine's own tables stand here too: journal, keys, sessions, once-only answers, drafts, tokens, blobs. */
#include <string.h>

#include "record/engine.h"

static const char ENGINE[] =
	"CREATE TABLE journal (number INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, campus TEXT NOT NULL,\n"
	"  kind TEXT NOT NULL, record TEXT NOT NULL, tier INTEGER NOT NULL, \"row\" TEXT NOT NULL, pupil TEXT, detail BYTES, salt "
	"BYTES NOT NULL,\n  hash BYTES NOT NULL);\n"
	"CREATE INDEX journal_by_row ON journal (\"row\");\n"
	"CREATE INDEX journal_by_account ON journal (account, number);\n"
	"CREATE INDEX journal_by_pupil ON journal (pupil, number);\n"
	"CREATE TABLE journal_head (one INTEGER PRIMARY KEY, number INTEGER NOT NULL, hash BYTES NOT NULL);\n"
	"CREATE TABLE checkpoint (number INTEGER PRIMARY KEY, at TEXT NOT NULL, hash BYTES NOT NULL, public_key BYTES NOT NULL,\n"
	"  signature BYTES NOT NULL);\n"
	"CREATE TABLE seal_key (id TEXT PRIMARY KEY, campus TEXT NOT NULL, compartment INTEGER NOT NULL, subject TEXT NOT NULL,\n"
	"  wrapped BYTES NOT NULL, made_at TEXT NOT NULL);\n"
	"CREATE UNIQUE INDEX seal_key_of ON seal_key (subject, compartment, campus);\n"
	"CREATE TABLE token (campus TEXT NOT NULL, token TEXT NOT NULL, record TEXT NOT NULL, \"row\" TEXT NOT NULL, pupil TEXT,\n"
	"  PRIMARY KEY (campus, token, record, \"row\"));\n"
	"CREATE INDEX token_of ON token (\"row\");\n"
	"CREATE TABLE once (id TEXT PRIMARY KEY, body BYTES NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL);\n"
	"CREATE INDEX once_at ON once (at);\n"
	"CREATE TABLE session (id TEXT PRIMARY KEY, account TEXT NOT NULL, campus TEXT NOT NULL, role TEXT NOT NULL, stamp_key "
	"BYTES NOT NULL,\n  made_at TEXT NOT NULL, used_at TEXT NOT NULL, fresh_at TEXT, locked INTEGER NOT NULL, agent TEXT NOT "
	"NULL, pupil TEXT,\n  ended_at TEXT);\n"
	"CREATE INDEX session_of ON session (account);\n"
	"CREATE TABLE bearer (id TEXT PRIMARY KEY, account TEXT NOT NULL, campus TEXT NOT NULL, name TEXT NOT NULL, made_at TEXT "
	"NOT NULL,\n  until TEXT NOT NULL);\n"
	"CREATE TABLE draft (id TEXT PRIMARY KEY, account TEXT NOT NULL, campus TEXT NOT NULL, route TEXT NOT NULL, at TEXT NOT "
	"NULL,\n  why TEXT NOT NULL, body BYTES NOT NULL);\n"
	"CREATE INDEX draft_of ON draft (account, route);\n"
	"CREATE TABLE blob (id TEXT PRIMARY KEY, campus TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, size INTEGER NOT "
	"NULL,\n  at TEXT NOT NULL, body BYTES NOT NULL);\n"
	"CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);\n"
	"CREATE TABLE house (name TEXT PRIMARY KEY, value TEXT NOT NULL);\n"
	"INSERT INTO house (name, value) VALUES ('store', 'opensenco');\n"
	"INSERT INTO counter (name, value) VALUES ('rights', 1), ('facts', 1);\n";

static const char *column_type(const struct record *r, int i)
{
	if (field_sealed(r, i))
		return "BYTES";
	switch (r->fields[i].type) {
	case F_NUMBER: case F_PENCE: case F_YESNO: return "INTEGER";
	default: return "TEXT";
	}
}

static void add_columns(struct buf *b, const struct record *r, bool version)
{
	for (int i = 0; i < r->count; i++) {
		const struct field *f = &r->fields[i];

		buf_printf(b, ",\n  \"%s\" %s", f->name, column_type(r, i));
		if (!version && f->type == F_DATE && !field_sealed(r, i))
			buf_printf(b, " CHECK (\"%s\" LIKE '____-__-__')", f->name);
		if (f->flags & FOLDED)
			buf_printf(b, ",\n  \"%s_fold\" TEXT", f->name);
	}
}

static void add_indexes(struct buf *b, const struct record *r)
{
	buf_printf(b, "CREATE INDEX %s_by_campus ON \"%s\" (campus);\n", r->name, r->name);
	for (int i = 0; i < r->count; i++) {
		const struct field *f = &r->fields[i];

		if (field_sealed(r, i))
			continue;
		if (f->type == F_REF) /* nearly no child is an alias: an index of all would tempt the planner */
			buf_printf(b, "CREATE INDEX %s_by_%s ON \"%s\" (\"%s\")%s;\n", r->name, f->name, r->name, f->name,
				has_aliases(r) ? " WHERE alias_of IS NOT NULL" : "");
		else if (f->flags & INDEXED)
			buf_printf(b, "CREATE INDEX %s_by_%s ON \"%s\" (campus, \"%s\");\n", r->name, f->name, r->name, f->name);
		if (f->flags & FOLDED)
			buf_printf(b, "CREATE INDEX %s_by_%s_fold ON \"%s\" (campus, \"%s_fold\");\n", r->name, f->name, r->name,
				f->name);
	}
}

static void add_record(struct buf *b, const struct record *r)
{
	const char *tier = arena_printf(b->a, "%s%s", r->tier >= T3 ? ",\n  tier INTEGER NOT NULL" : "", about_pupils(r) ?
		",\n  joined_from TEXT" : "");

	buf_printf(b, "CREATE TABLE \"%s\" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL,"
		" withdrawn TEXT%s", r->name, tier);
	add_columns(b, r, false);
	buf_add(b, ");\n");
	add_indexes(b, r);
	buf_printf(b, "CREATE TABLE \"%s_version\" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT "
		"NULL, withdrawn TEXT%s,\n  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT", r->name,
		tier);
	add_columns(b, r, true);
	buf_add(b, ",\n  PRIMARY KEY (id, version));\n");
	buf_printf(b, "CREATE INDEX %s_version_by_act ON \"%s_version\" (act);\n", r->name, r->name);
	/* What was known on a day is asked of the versions alone: by school, then by child. */
	buf_printf(b, "CREATE INDEX %s_version_by_campus ON \"%s_version\" (campus);\n", r->name, r->name);
	if (r->about)
		buf_printf(b, "CREATE INDEX %s_version_by_%s ON \"%s_version\" (\"%s\");\n", r->name, r->about, r->name, r->about);
}

const char *record_schema(struct arena *a, const struct house *h)
{
	struct buf b = buf_new(a);

	buf_add(&b, ENGINE);
	for (int i = 0; i < h->count; i++)
		add_record(&b, h->records[i]);
	return buf_text(&b);
}

/* What row-level security states: the row's campus is one the actor may see, or the row is the actor's own account. The rest is the
 * engine's clause. */
static void add_guard(struct buf *b, const struct record *r, const char *table)
{
	bool account = r && r->self && strcmp(r->self, "id") == 0 && !(r->is & (IS_STAFF | IS_PUPIL));

	buf_printf(b, "ALTER TABLE \"%s\" ENABLE ROW LEVEL SECURITY;\nALTER TABLE \"%s\" FORCE ROW LEVEL SECURITY;\n", table,
		table);
	buf_printf(b, "DROP POLICY IF EXISTS campus_guard ON \"%s\";\n", table);
	buf_printf(b, "CREATE POLICY campus_guard ON \"%s\" USING (\n"
		"  (SELECT nullif(current_setting('opensenco.campuses', true), '')) = '*'\n"
		"  OR campus = ANY (string_to_array((SELECT nullif(current_setting('opensenco.campuses', true), '')), ','))%s);\n",
		table, account ? "\n  OR id = (SELECT nullif(current_setting('opensenco.account', true), ''))" : "");
}

const char *record_guard(struct arena *a, const struct house *h)
{
	struct buf b = buf_new(a);

	add_guard(&b, NULL, "token");
	add_guard(&b, NULL, "blob");
	for (int i = 0; i < h->count; i++) {
		add_guard(&b, h->records[i], h->records[i]->name);
		add_guard(&b, h->records[i], arena_printf(a, "%s_version", h->records[i]->name));
	}
	return buf_text(&b);
}

const struct fault *record_make_room(struct db *db, struct arena *a)
{
	TRY(db_run(db, a, "DELETE FROM house"));
	return db_run(db, a, "DELETE FROM counter");
}
