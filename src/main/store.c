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
#include <time.h>
#include <unistd.h>

#include "areas/people/area.h"
#include "base/buf.h"
#include "base/log.h"
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

/* Beside the data; of the Debian package's own installation with the package's settings. */
static const char *usual_key(struct arena *a, const char *dir)
{
	bool package = strcmp(dir, "/var/lib/opensenco") == 0 && access("/etc/opensenco", F_OK) == 0;

	return package ? "/etc/opensenco/root.key" : arena_printf(a, "%s.key", dir);
}

const struct fault *store_find(struct args *args, struct store *s)
{
	const char *credentials = getenv("CREDENTIALS_DIRECTORY"), *data = args_value(args, "--data", "./demo"),
		*key = args_value(args, "--key", NULL);
	const char *files = args_value(args, "--files", "./opensenco-files");
	struct arena *a = args->a;

	if (args->served) {
		*s = *args->served;
		s->a = a;
		return NULL;
	}
	*s = (struct store){ .a = a };
	TRY(store_house(a, &s->house));
	if (strncmp(data, "postgres", 8) == 0) {
		s->where = data;
		s->dir = without_slash(a, files);
	} else {
		s->dir = without_slash(a, data);
		s->where = read_line(a, arena_printf(a, "%s/store.url", s->dir));
		if (!s->where || !*s->where)
			s->where = arena_printf(a, "%s/opensenco.db", s->dir);
	}
	s->key = key ? key : credentials ? arena_printf(a, "%s/opensenco.key", credentials) : usual_key(a, s->dir);
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
	TRY(db_ask(db, a, "INSERT INTO house (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
		&st));
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

/* Made by root in somebody else's directory, it is that person's: the service must be able to open it, too. */
static void give_to_owner(const char *dir, int fd)
{
	struct stat st;

	if (fd >= 0 && geteuid() == 0 && stat(dir, &st) == 0 && st.st_uid != 0 && fchown(fd, st.st_uid, st.st_gid) != 0)
		log_line(LOG_WARN, "a file in %s could not be given to its owner", dir);
}

/* The store's own file: by name, since nobody but SQLite opens it (decision 0010). */
static void give_store_to_owner(const struct store *s)
{
	struct stat st;

	if (geteuid() == 0 && stat(s->dir, &st) == 0 && st.st_uid != 0 && access(s->where, F_OK) == 0 &&
		lchown(s->where, st.st_uid, st.st_gid) != 0)
		log_line(LOG_WARN, "%s could not be given to the owner of its directory", s->where);
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
	const char *print, *had;
	const struct fault *f;
	struct db *db;
	int applied;
	FILE *mark;

	if (mkdir(s->dir, 0700) != 0 && errno != EEXIST)
		return FAULT(a, FAULT_INVALID, "%s cannot be made: %s", s->dir, strerror(errno));
	if (strncmp(s->where, "postgres", 8) != 0 && access(s->where, F_OK) == 0)
		return FAULT(a, FAULT_INVALID, "%s has a store already: choose another directory, or remove this one first",
			s->dir);
	if (access(s->key, F_OK) != 0)
		TRY(seal_root_make(a, s->key));
	TRY(store_migrate(a, s, &applied));
	TRY(open_sealer(a, s));
	TRY(sealer_print(s->sealer, a, &print));
	TRY(db_open(a, s->where, DB_MAKE, &db));
	f = house_get(db, a, "root_print", &had);
	if (!f && had)
		f = FAULT(a, FAULT_INVALID, "this database has a store already, made with another root key: choose an empty one");
	f = f ? f : house_put(db, a, "root_print", print);
	db_close(db);
	TRY(f);
	give_store_to_owner(s);
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

static void close_lock(void *fd)
{
	close((int)(intptr_t)fd);
}

static const struct fault *out_of_reach(struct arena *a, const struct store *s)
{
	if (errno == EACCES || errno == EPERM)
		return FAULT(a, FAULT_INVALID, "%s is not this user's: run the command as the user whose it is, or as root",
			s->dir);
	return FAULT(a, FAULT_INVALID, "%s: there is no installation here: make one with `opensenco init --data %s`", s->dir,
		s->dir);
}

const struct fault *store_reach(struct arena *a, const struct store *s)
{
	return s->writer || access(s->dir, X_OK) == 0 ? NULL : out_of_reach(a, s);
}

const struct fault *store_lock(struct arena *a, struct store *s)
{
	const struct timespec little = { .tv_nsec = 50000000 };
	int fd;

	if (s->writer)
		return NULL;
	fd = open(arena_printf(a, "%s/lock", s->dir), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return out_of_reach(a, s);
	give_to_owner(s->dir, fd);
	for (int tries = 0; flock(fd, LOCK_EX | LOCK_NB) != 0; tries++) {
		if (tries == 100) {
			close(fd);
			return FAULT(a, FAULT_BUSY,
				"another opensenco has %s open, and does not take commands from this one: try again, or stop it "
				"first", s->dir);
		}
		nanosleep(&little, NULL);
	}
	arena_defer(a, close_lock, (void *)(intptr_t)fd);
	return NULL;
}

const struct fault *store_act(struct store *s, struct arena *a, const struct actor *who, const char *campus,
	const struct fault *(*run)(struct act *act, void *self), void *self)
{
	struct write w = { .a = a, .who = who, .campus = campus, .run = run, .self = self };
	const struct fault *f;
	struct db *db;

	if (s->writer) {
		w.alone = true; /* nobody's page waits in one group with a command */
		f = writer_do(s->writer, &w);
		arena_catch(a, s->over);
		return f;
	}
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
