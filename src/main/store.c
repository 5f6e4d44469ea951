/* store.c - opening an installation: where it lies, whether its key and schema fit this program, who holds the lock.
 * lint: sql throughout because the house table is read before there is an engine */
#include "main/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "areas/people/area.h"
#include "base/buf.h"
#include "base/text.h"
#include "law/access.h"
#include "law/retention.h"
#include "main/areas.h"
#include "main/migrations.h"

const struct actor STORE_PROGRAM = { .account = "", .staff = "", .name = "OpenSENCO", .pupil = "", .program = true, .session = "" };

const struct fault *store_house(struct arena *a, struct house *out)
{
	*out = (struct house){ .records = HOUSE_RECORDS, .count = HOUSE_RECORD_COUNT, .relations = HOUSE_RELATIONS,
		.keeps = law_retention_names() };
	TRY(access_default(a, &out->matrix));
	return house_ready(a, out);
}

static const char *without_slash(struct arena *a, const char *dir)
{
	size_t n = strlen(dir);

	while (n > 1 && dir[n - 1] == '/')
		n--;
	return arena_text_n(a, dir, n);
}

static const char *read_line(struct arena *a, const char *path)
{
	char line[512] = "";
	FILE *f = fopen(path, "r");

	if (!f)
		return NULL;
	if (!fgets(line, sizeof line, f))
		line[0] = 0;
	fclose(f);
	line[strcspn(line, "\r\n")] = 0;
	return arena_text(a, line);
}

const struct fault *store_find(struct args *args, struct store *s)
{
	const char *credentials = getenv("CREDENTIALS_DIRECTORY"), *data = args_value(args, "--data", "./demo"), *key = args_value(args, "--key", NULL);
	struct arena *a = args->a;

	*s = (struct store){ .a = a };
	TRY(store_house(a, &s->house));
	if (strncmp(data, "postgres", 8) == 0) {
		s->where = data;
		s->dir = without_slash(a, args_value(args, "--files", "./opensenco-files"));
	} else {
		s->dir = without_slash(a, data);
		s->where = read_line(a, arena_printf(a, "%s/store.url", s->dir));
		if (!s->where || !*s->where)
			s->where = arena_printf(a, "%s/opensenco.db", s->dir);
	}
	s->key = key ? key : credentials ? arena_printf(a, "%s/opensenco.key", credentials) : arena_printf(a, "%s.key", s->dir);
	s->demo = access(arena_printf(a, "%s/DEMO", s->dir), F_OK) == 0;
	return NULL;
}

const struct fault *store_migrate(struct arena *a, struct store *s, int *applied)
{
	struct db *db;
	const struct fault *f;

	TRY(db_open(a, s->where, DB_MAKE, &db));
	f = db_migrate(db, a, MIGRATIONS, MIGRATION_COUNT, applied);
	/* lint: dialect because row-level security is one store's alone */
	if (!f && db_kind(db) == DB_PG)
		f = db_run(db, a, record_guard(a, &s->house));
	f = f ? f : db_plan(db, a);
	db_close(db);
	return f;
}

static const struct fault *house_put(struct db *db, struct arena *a, const char *name, const char *value)
{
	struct stmt *st;

	TRY(db_begin(db, a, true));
	TRY(db_ask(db, a, "INSERT INTO house (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", &st));
	stmt_text(st, 1, name);
	stmt_text(st, 2, value);
	TRY(stmt_run(st));
	db_settle(db);
	return db_commit(db, a);
}

static const struct fault *house_get(struct db *db, struct arena *a, const char *name, const char **value)
{
	struct stmt *st;
	bool more;

	TRY(db_ask(db, a, "SELECT value FROM house WHERE name = $1", &st));
	stmt_text(st, 1, name);
	TRY(stmt_step(st, &more));
	*value = more ? stmt_get_text(st, 0) : NULL;
	stmt_reset(st);
	return NULL;
}

static void close_sealer(void *sealer)
{
	sealer_close(sealer);
}

/* The root key in this process, until the arena ends. */
static const struct fault *open_sealer(struct arena *a, struct store *s)
{
	TRY(sealer_open_local(a, s->key, NULL, &s->sealer));
	arena_defer(a, close_sealer, s->sealer);
	return NULL;
}

const struct fault *store_make(struct arena *a, struct store *s, bool demo)
{
	const char *print;
	struct db *db;
	int applied;
	FILE *mark;

	if (mkdir(s->dir, 0700) != 0 && errno != EEXIST)
		return FAULT(a, FAULT_INVALID, "%s cannot be made: %s", s->dir, strerror(errno));
	if (strncmp(s->where, "postgres", 8) != 0 && access(s->where, F_OK) == 0)
		return FAULT(a, FAULT_INVALID, "%s has a store already: choose another directory, or remove this one first", s->dir);
	if (access(s->key, F_OK) != 0)
		TRY(seal_root_make(a, s->key));
	TRY(store_migrate(a, s, &applied));
	TRY(open_sealer(a, s));
	TRY(sealer_print(s->sealer, a, &print));
	TRY(db_open(a, s->where, DB_MAKE, &db));
	TRY(house_put(db, a, "root_print", print));
	db_close(db);
	s->demo = demo;
	if (demo) {
		mark = fopen(arena_printf(a, "%s/DEMO", s->dir), "w");
		if (!mark)
			return FAULT(a, FAULT_FULL, "%s cannot be written", s->dir);
		fputs("An invented school. Nobody here is real.\n", mark);
		fclose(mark);
	}
	return NULL;
}

const struct fault *store_unseal(struct arena *a, struct store *s)
{
	if (s->sealer)
		return NULL;
	return open_sealer(a, s);
}

const struct fault *store_check(struct arena *a, struct store *s)
{
	const char *print;
	struct db *db;
	const struct fault *f;

	TRY(db_open(a, s->where, DB_READ, &db));
	f = house_get(db, a, "root_print", &print);
	if (!f && s->sealer && print)
		f = sealer_expect(s->sealer, a, print);
	db_close(db);
	return f;
}

const struct fault *store_lock(struct arena *a, struct store *s)
{
	const char *path = arena_printf(a, "%s/lock", s->dir);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0)
		return FAULT(a, FAULT_INVALID, "%s: there is no installation here: make one with `opensenco init --data %s`", s->dir, s->dir);
	if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		close(fd);
		return FAULT(a, FAULT_BUSY, "another opensenco is running on %s: stop it first", s->dir);
	}
	return NULL; /* held until the process ends */
}

const struct fault *store_act(struct store *s, struct arena *a, const struct actor *who, const char *campus,
	const struct fault *(*run)(struct act *act, void *self), void *self)
{
	struct write w = { .a = a, .who = who, .campus = campus, .run = run, .self = self };
	const struct fault *f;
	struct db *db;

	TRY(db_open(a, s->where, DB_WRITE, &db));
	f = writer_here(db, &s->house, s->sealer, &w);
	db_settle(db);
	db_close(db);
	return f;
}

static void close_db(void *db)
{
	db_settle(db);
	db_close(db);
}

const struct fault *store_read(struct store *s, struct arena *a, const struct actor *who, const char *campus, struct act **out)
{
	struct db *db;

	TRY(db_open(a, s->where, DB_READ, &db));
	arena_defer(a, close_db, db);
	TRY(db_begin(db, a, false));
	*out = act_new(a, db, &s->house, s->sealer, who, campus, false);
	return act_guard(*out);
}

const struct fault *store_campus(struct act *act, const char *wanted, const char **id)
{
	struct buf names = buf_new(act->a);
	struct rows rows;

	TRY(record_list(act, &CAMPUS, &(struct ask){ .limit = 1000 }, &rows));
	for (int i = 0; i < rows.count; i++) {
		const char *name = row_text(rows.row[i], CAMPUS_NAME);

		if (wanted && (strcmp(wanted, name) == 0 || strcmp(wanted, row_id(rows.row[i])) == 0 ||
			       strcmp(wanted, row_text(rows.row[i], CAMPUS_URN)) == 0)) {
			*id = row_id(rows.row[i]);
			return NULL;
		}
		buf_printf(&names, "%s%s", i ? ", " : "", name);
	}
	if (!wanted && rows.count == 1) {
		*id = row_id(rows.row[0]);
		return NULL;
	}
	if (!rows.count)
		return FAULT(act->a, FAULT_INVALID, "there is no school in this installation yet: add one first");
	return FAULT(act->a, FAULT_INVALID, "say which school with --campus: %s", buf_text(&names));
}
