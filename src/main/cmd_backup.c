/* cmd_backup.c - `opensenco backup` and `opensenco restore`. A backup is a consistent copy of the store, taken while people work,
 * encrypted to the recovery key and to a key of the moment with which it is at once restored and checked. The root key is never in
 * it. lint: dialect throughout because each store is copied in its own way */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/copy.h"
#include "main/caller.h"
#include "main/commands.h"
#include "main/migrations.h"
#include "main/store.h"
#include "record/journal.h"
#include "seal/file.h"
#include "seal/hash.h"

/* ---- who can open it ---- */

static const struct fault *read_line_of(struct arena *a, const char *path, const char **line)
{
	char text[512] = "";
	FILE *f = fopen(path, "re");

	if (!f)
		return FAULT(a, FAULT_INVALID, "%s cannot be read: %s", path, strerror(errno));
	if (!fgets(text, sizeof text, f))
		text[0] = 0;
	fclose(f);
	text[strcspn(text, "\r\n")] = 0;
	*line = arena_text(a, text);
	return NULL;
}

/* The public part of the recovery key lies with the data; the secret part was printed once. */
static const struct fault *recovery_public(struct args *args, const struct store *s, const char **public_text)
{
	struct arena *a = args->a;
	const char *path = arena_printf(a, "%s/recovery.pub", s->dir), *secret;
	FILE *f;

	if (access(path, F_OK) == 0)
		return read_line_of(a, path, public_text);
	TRY(seal_recovery_make(a, public_text, &secret));
	f = fopen(path, "w");
	if (!f)
		return FAULT(a, FAULT_FULL, "%s cannot be written", path);
	fprintf(f, "%s\n", *public_text);
	fclose(f);
	fprintf(args->err, "A recovery key was made. Write it down now; it is kept nowhere and is the only way to open backups:\n\n  "
		"%s\n\nKeep it apart from the backups and from the root key, with two people.\n\n", secret);
	return NULL;
}

/* ---- backup ---- */

struct backing { struct args *args; struct arena *a; struct store *s; const char *plain, *again, *out; int fd; };

static const struct fault *check_store(struct arena *a, const char *path, int64_t *entries)
{
	int64_t broken;
	const char *why;
	const struct fault *f;
	struct db *db;

	TRY(db_open(a, path, DB_MAKE, &db));
	f = db_check(db, a);
	f = f ? f : journal_verify(a, db, entries, &broken, &why);
	db_close(db);
	if (f)
		return f;
	return broken ? FAULT(a, FAULT_TAMPERED, "the journal is broken at entry %lld: %s", (long long)broken, why) : NULL;
}

/* A store that a new program made holds a few rows of its own: they give way to those that are copied in. */
static const struct fault *empty_store(struct arena *a, const char *where, struct db **out)
{
	int applied;

	TRY(db_open(a, where, DB_MAKE, out));
	TRY(db_migrate(*out, a, MIGRATIONS, MIGRATION_COUNT, &applied));
	return record_make_room(*out, a);
}

static const struct fault *snapshot(struct backing *b)
{
	const struct fault *f;
	struct db_sum *sums;
	struct db *from, *to;
	int n;

	TRY(db_open(b->a, b->s->where, DB_READ, &from));
	if (db_kind(from) == DB_SQLITE) {
		f = db_backup(from, b->a, b->plain);
	} else {
		f = empty_store(b->a, b->plain, &to);
		f = f ? f : db_actor(from, b->a, "", "*");
		f = f ? f : db_copy(from, to, b->a, &sums, &n);
		db_close(to);
	}
	db_close(from);
	return f;
}

static const struct fault *seal_it(struct backing *b, const char *public_text, const char *moment_public)
{
	struct seal_recipient to[2] = { { .public_text = public_text }, { .public_text = moment_public } };
	int in = open(b->plain, O_RDONLY | O_CLOEXEC);
	const struct fault *f = NULL;

	if (in < 0)
		return FAULT(b->a, FAULT_FULL, "%s: %s", b->plain, strerror(errno));
	f = seal_backup_fd(b->a, to, 2, in, b->fd);
	if (!f && fsync(b->fd) != 0 && errno != EINVAL)
		f = FAULT(b->a, FAULT_FULL, "%s: %s", b->out, strerror(errno));
	close(in);
	return f;
}

static const struct fault *open_it(struct arena *a, int in, const struct seal_opener *who, const char *to)
{
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	const struct fault *f;

	if (out < 0)
		return FAULT(a, FAULT_INVALID, "%s cannot be made: %s", to, strerror(errno));
	f = seal_backup_open_fd(a, who, in, out);
	if (!f && fsync(out) != 0)
		f = FAULT(a, FAULT_FULL, "%s: %s", to, strerror(errno));
	close(out);
	return f;
}

static const struct fault *back_up(struct backing *b, int64_t *entries)
{
	const char *public_text, *moment_public, *moment_secret;

	TRY(recovery_public(b->args, b->s, &public_text));
	TRY(seal_recovery_make(b->a, &moment_public, &moment_secret));
	TRY(snapshot(b));
	TRY(seal_it(b, public_text, moment_public));
	unlink(b->plain);
	if (lseek(b->fd, 0, SEEK_SET) != 0)
		return FAULT(b->a, FAULT_INVALID, "%s cannot be read again, so it cannot be checked: give a file, not a pipe",
			b->out);
	TRY(open_it(b->a, b->fd, &(struct seal_opener){ .secret_text = moment_secret }, b->again));
	return check_store(b->a, b->again, entries);
}

static void forget_file(struct arena *a, const char *path)
{
	unlink(path);
	unlink(arena_printf(a, "%s-wal", path));
	unlink(arena_printf(a, "%s-shm", path));
}

const char *backup_name(struct arena *a)
{
	char *name = arena_printf(a, "opensenco-%s.backup", moment_now(a)), *to = name;

	for (const char *from = name; *from; from++) /* other systems' file names have no colon */
		if (*from != ':')
			*to++ = *from;
	*to = 0;
	return name;
}

static const struct fault *note(struct act *act, void *self)
{
	(void)self;
	journal_note(act, "backup", "", "", "", "by command");
	return NULL;
}

/* The copy is made and checked in the data directory, the file itself where the caller may write. */
static const struct fault *write_backup(struct backing *b, int64_t *entries)
{
	const char *mark = seal_token_short(b->a);
	const struct fault *f;

	b->fd = args_open(b->args, b->out, ARGS_NEW);
	if (b->fd < 0)
		return FAULT(b->a, FAULT_INVALID, "%s cannot be made: %s. Nothing was overwritten", b->out, strerror(errno));
	b->plain = arena_printf(b->a, "%s/backup-%s.tmp", b->s->dir, mark);
	b->again = arena_printf(b->a, "%s/backup-%s.check", b->s->dir, mark);
	f = back_up(b, entries);
	forget_file(b->a, b->plain);
	forget_file(b->a, b->again);
	close(b->fd);
	if (f)
		args_drop(b->args, b->out);
	return f;
}

int cmd_backup(struct args *args)
{
	struct caller c;
	const struct fault *f = caller_take(args, &c);
	struct backing b = { .args = args, .a = args->a, .s = &c.s, .out = args_value(args, "--out", NULL) };
	int64_t entries = 0;

	if (!args_done(args))
		return EXIT_MISUSE;
	if (!b.out)
		b.out = backup_name(args->a);
	f = f ? f : caller_open(args, &c, CALLER_WRITES | CALLER_NO_KEY);
	f = f ? f : store_act(&c.s, args->a, c.who, "", note, NULL);
	f = f ? f : write_backup(&b, &entries);
	if (f)
		return command_fault(args, "Backing up", f);
	fprintf(args->out, "%s: written, restored to a scratch file and checked: whole, %lld journal entries in an unbroken "
		"chain.\n", b.out, (long long)entries);
	return EXIT_FINE;
}

/* ---- restore ---- */

static const struct fault *put_back(struct args *args, struct store *s, const char *file, const struct seal_opener *who,
	int64_t *entries)
{
	const char *fresh = arena_printf(args->a, "%s/restore.tmp", s->dir);
	const struct fault *f;
	int in;

	if (strncmp(s->where, "postgres", 8) == 0)
		return FAULT(args->a, FAULT_INVALID,
			"restore into a directory first, then move it: opensenco copy DIR postgresql://...");
	if (mkdir(s->dir, 0700) != 0 && errno != EEXIST)
		return FAULT(args->a, FAULT_INVALID, "%s cannot be made: %s", s->dir, strerror(errno));
	TRY(store_lock(args->a, s));
	if (access(s->where, F_OK) == 0)
		return FAULT(args->a, FAULT_INVALID, "%s holds a store already. Restore into an empty directory, then change over",
			s->dir);
	in = args_open(args, file, ARGS_READ);
	if (in < 0)
		return FAULT(args->a, FAULT_INVALID, "%s cannot be read: %s", file, strerror(errno));
	unlink(fresh);
	f = open_it(args->a, in, who, fresh);
	close(in);
	if (f && f->code == FAULT_TAMPERED)
		f = FAULT(args->a, FAULT_TAMPERED,
			"%s is damaged, or was altered, or is no backup for this recovery key. Nothing was restored: try the one "
			"before it", file);
	f = f ? f : check_store(args->a, fresh, entries);
	if (!f && rename(fresh, s->where) != 0)
		f = FAULT(args->a, FAULT_FULL, "%s: %s", s->where, strerror(errno));
	forget_file(args->a, fresh);
	return f;
}

int cmd_restore(struct args *args)
{
	const char *secret_file = args_value(args, "--secret-file", NULL), *file;
	struct seal_opener who = { 0 };
	struct store s;
	const struct fault *f = store_find(args, &s);
	int64_t entries = 0;

	file = args_next(args);
	if (!args_done(args))
		return EXIT_MISUSE;
	if (!file || !secret_file) {
		fprintf(stderr, "Say which file, and where the recovery key is written: opensenco restore FILE --data DIR "
			"--secret-file KEY\n");
		return EXIT_MISUSE;
	}
	f = f ? f : read_line_of(args->a, secret_file, &who.secret_text);
	f = f ? f : seal_recovery_check(args->a, who.secret_text);
	f = f ? f : put_back(args, &s, file, &who, &entries);
	if (f)
		return command_fault(args, "Restoring", f);
	printf("Restored into %s: whole, %lld journal entries in an unbroken chain. Put this installation's root key at %s before "
		"you serve it.\n", s.dir, (long long)entries, s.key);
	return EXIT_FINE;
}

/* ---- moving between back ends ---- */

static const struct fault *move(struct args *args, struct store *from, const char *to, struct db_sum **sums, int *n)
{
	const struct fault *f;
	struct db *a, *b;

	TRY(store_lock(args->a, from));
	TRY(db_open(args->a, from->where, DB_READ, &a));
	f = empty_store(args->a, to, &b);
	f = f ? f : db_actor(a, args->a, "", "*");
	f = f ? f : db_actor(b, args->a, "", "*");
	f = f ? f : db_copy(a, b, args->a, sums, n);
	if (!f && db_kind(b) == DB_PG)
		f = db_run(b, args->a, record_guard(args->a, &from->house));
	db_close(a);
	db_close(b);
	return f;
}

int cmd_copy(struct args *args)
{
	struct store s;
	const struct fault *f = store_find(args, &s);
	const char *to = args_next(args);
	struct db_sum *sums;
	int64_t rows = 0;
	int n = 0;

	if (!args_done(args))
		return EXIT_MISUSE;
	if (!to) {
		fprintf(stderr, "Say where to: opensenco copy --data ./school postgresql://user@host/db\n");
		return EXIT_MISUSE;
	}
	f = f ? f : move(args, &s, to, &sums, &n);
	if (f)
		return command_fault(args, "Copying the store", f);
	for (int i = 0; i < n; i++)
		rows += sums[i].rows;
	printf("%d tables, %lld rows copied and compared: every table has the same sum on both sides.\n", n, (long long)rows);
	return EXIT_FINE;
}
