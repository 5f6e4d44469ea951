/* local_test.c - commands beside a running serve: done by it, in its journal, and never with more than was typed. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "areas/accounts/area.h"
#include "areas/people/area.h"
#include "main/command_rig.h"
#include "tests/store.h"

static const char *write_file(struct test *t, const char *name, const char *text)
{
	const char *path = arena_printf(t->a, "%s/%s", t->dir, name);
	FILE *f = fopen(path, "w");

	fputs(text, f);
	fclose(f);
	return path;
}

static const char *file_text(struct test *t, const char *path)
{
	char *text = arena_alloc(t->a, 65536);
	FILE *f = fopen(path, "r");

	if (f) {
		text[fread(text, 1, 65535, f)] = 0;
		fclose(f);
	}
	return text;
}

static int64_t children_called(struct world w, const char *name)
{
	struct test *t = w.t;
	int64_t n;

	expect_fine(record_count(world_read(as(w, "program")), &PUPIL, &(struct ask){ .where = { { PUPIL_KNOWN_AS, IS, name } } },
		&n));
	return n;
}

TEST_STORE(a_file_is_brought_in_through_the_serve_that_is_running)
{
	struct world w = world_new(t);
	struct rig *rig = rig_new(w);
	const char *file = write_file(t, "roll.csv", "UPN,Legal Surname,Legal Forename,Date of Birth,Year Group,Reg Group\n"
		"A999234525009,Marsh,Bryony,02/03/2014,8,8R\n");

	expect_int(ASK(rig, "import", file, "--campus", "999001", "--dry-run"), EXIT_FINE);
	expect_has(rig->out, "1 new");
	expect_int(children_called(w, "Bryony"), 0);
	expect_int(ASK(rig, "import", file, "--campus", "999001"), EXIT_FINE);
	expect_has(rig->out, "Saved.");
	expect_int(children_called(w, "Bryony"), 1);
	expect_int(ASK(rig, "import", file), EXIT_BAD);
	expect_has(rig->err, "--campus");
	expect_int(ASK(rig, "import", arena_printf(t->a, "%s/none.csv", t->dir), "--campus", "999001"), EXIT_BAD);
	expect_has(rig->err, "No such file");
}

TEST_STORE(a_folder_is_read_file_by_file_through_the_socket)
{
	struct rig *rig = rig_new(world_new(t));
	const char *folder = arena_printf(t->a, "%s/folder/", t->dir);

	mkdir(folder, 0700);
	write_file(t, "folder/roll.csv", "UPN,Legal Surname,Legal Forename,Date of Birth,Year "
		"Group\nA999234525009,Marsh,Bryony,02/03/2014,8\n");
	expect_int(ASK(rig, "import", folder, "--campus", "999001", "--dry-run"), EXIT_FINE);
	expect_has(rig->out, "1 new");
}

TEST_STORE(an_export_lands_where_the_caller_may_write_and_names_the_account)
{
	struct world w = world_new(t);
	struct rig *rig = rig_new(w);
	const char *out = arena_printf(t->a, "%s/out.csv", t->dir);

	expect_int(ASK(rig, "export", "pupil", "--campus", "999001", "--out", out, "--as", "senco"), EXIT_FINE);
	expect_text(rig->err, "");
	expect_has(file_text(t, out), "Whitlock");
	expect_lacks(file_text(t, out), "Faraway");
	expect_int(ASK(rig, "audit", "list"), EXIT_FINE);
	expect_has(rig->out, arena_printf(t->a, "export     pupil                %s", world_id(w, "senco")));
	expect_int(ASK(rig, "export", "pupil", "--campus", "999001", "--out", out, "--as", "teacher"), EXIT_BAD);
	expect_int(ASK(rig, "export", "pupil", "--campus", "999001", "--out", "/nowhere/out.csv"), EXIT_BAD);
	expect_has(rig->err, "cannot be written");
	expect_int(ASK(rig, "audit", "verify"), EXIT_FINE);
	expect_has(rig->out, "The chain is whole");
	expect_int(ASK(rig, "audit", "list", "--json"), EXIT_FINE);
	expect_has(rig->out, "\"kind\":\"export\",\"record\":\"pupil\"");
}

static const char *state_of(struct world w, const char *login)
{
	struct test *t = w.t;
	struct act *act = world_read(as(w, "program"));
	struct row *row;

	expect_fine(account_named(act, login, false, &row));
	return row_text(row, ACCOUNT_STATE);
}

TEST_STORE(accounts_are_helped_while_people_work)
{
	struct world w = world_new(t);
	struct rig *rig = rig_new(w);

	expect_int(ASK(rig, "user", "close", "teacher", "--campus", "999001"), EXIT_FINE);
	expect_text(state_of(w, "teacher"), "closed");
	expect_int(ASK(rig, "user", "open", "teacher", "--campus", "999001"), EXIT_FINE);
	expect_text(state_of(w, "teacher"), "open");
	expect_int(ASK(rig, "user", "password", "teacher", "--campus", "999001", "--json"), EXIT_FINE);
	expect_has(rig->out, "\"password\"");
	expect_int(ASK(rig, "user", "role", "teacher", "ta", "--campus", "999001", "--as", "teacher"), EXIT_BAD);
	expect_int(ASK(rig, "user", "list"), EXIT_FINE);
	expect_has(rig->out, "asst_senco");
	expect_int(ASK(rig, "token", "senco", "--campus", "999001"), EXIT_FINE);
	expect_has(rig->out, "shown once");
	expect_int(ASK(rig, "who-can", "senco"), EXIT_FINE);
	expect_has(rig->out, "register_status");
}

TEST(a_backup_is_taken_through_the_socket_and_is_whole)
{
	struct rig *rig = rig_new(world_new(t));
	const char *out = arena_printf(t->a, "%s/one.backup", t->dir);
	struct stat st;

	expect_int(ASK(rig, "backup", "--out", out), EXIT_FINE);
	expect_has(rig->out, "unbroken chain");
	expect_has(rig->err, "A recovery key was made");
	expect(stat(out, &st) == 0 && (st.st_mode & 0777) == 0600 && st.st_size > 10000);
	expect_int(ASK(rig, "backup", "--out", out), EXIT_BAD);
	expect_has(rig->err, "Nothing was overwritten");
	expect(stat(out, &st) == 0);
}

TEST(what_serve_does_not_do_is_refused_there)
{
	struct rig *rig = rig_new(world_new(t));

	expect_int(ASK(rig, "restore", "x"), EXIT_MISUSE);
	expect_has(rig->err, "not done by a running server");
	expect_int(ASK(rig, "export", "--nonsense"), EXIT_MISUSE);
	expect_has(rig->err, "was not understood");
}

TEST(several_commands_at_once_are_all_answered)
{
	struct rig *rig = rig_new(world_new(t));
	pid_t children[8];

	for (int i = 0; i < 8; i++) {
		children[i] = fork();
		if (children[i] == 0)
			_exit(ASK(rig, "audit", "verify"));
	}
	for (int i = 0; i < 8; i++) {
		int status;

		waitpid(children[i], &status, 0);
		expect(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FINE);
	}
}

/* ---- a serve that asks for more than was typed ---- */

struct greedy { int fd; const char *path; int how, answer; };

static void *ask_for_more(void *self)
{
	struct greedy *g = self;
	struct local_packet p;
	int socket = accept4(g->fd, NULL, NULL, SOCK_CLOEXEC);

	if (local_take(socket, &p) && local_send(socket, LOCAL_OPEN, g->how, g->path, strlen(g->path), -1) &&
		local_take(socket, &p)) {
		g->answer = p.fd >= 0 ? 0 : p.head.value;
		if (p.fd >= 0)
			close(p.fd);
	}
	local_send(socket, LOCAL_EXIT, 7, NULL, 0, -1);
	close(socket);
	return NULL;
}

/* The errno that the command answers; 0: it opened the file. */
static int asked_for(struct test *t, const char *path, enum args_open how, const char *const *words, int count)
{
	struct greedy g = { .path = path, .how = (int)how, .answer = -1, .fd = local_open(t->dir, true) };
	const char *out, *err;
	pthread_t thread;

	pthread_create(&thread, NULL, ask_for_more, &g);
	expect_int(rig_command(t, t->dir, true, words, count, &out, &err), 7);
	pthread_join(thread, NULL);
	close(g.fd);
	return g.answer;
}

TEST(a_command_opens_for_serve_only_what_was_typed)
{
	const char *mine = write_file(t, "mine", "1"), *other = write_file(t, "other", "2");

	expect_int(asked_for(t, mine, ARGS_READ, WORDS("import", mine)), 0);
	expect_int(asked_for(t, mine, ARGS_READ, WORDS("import", arena_printf(t->a, "--file=%s", mine))), 0);
	expect_int(asked_for(t, other, ARGS_READ, WORDS("import", t->dir)), 0);
	expect_int(asked_for(t, other, ARGS_READ, WORDS("import", mine)), EPERM);
	expect_int(asked_for(t, arena_printf(t->a, "%s/..", t->dir), ARGS_READ, WORDS("import", t->dir)), EPERM);
	expect_int(asked_for(t, mine, ARGS_WRITE, WORDS("import", mine)), EPERM);
	expect_int(asked_for(t, other, ARGS_WRITE, WORDS("export", "--out", mine)), EPERM);
	expect_int(asked_for(t, mine, ARGS_NEW, WORDS("export", "--out", mine)), EEXIST);
	expect_text(file_text(t, mine), "1");
	expect_int(asked_for(t, mine, ARGS_WRITE, WORDS("export", "--out", mine)), 0);
	expect_text(file_text(t, mine), "");
}

TEST(words_that_make_no_sense_end_the_talk_and_nothing_else)
{
	struct rig *rig = rig_new(world_new(t));
	static const struct { int kind, count; const char *bytes; size_t n; } BAD[] = { { LOCAL_RUN, 1, "audit", 5 },
		{ LOCAL_RUN, 2, "audit", 6 },
		{ LOCAL_RUN, 0, "", 0 }, { LOCAL_EXIT, 1, "audit", 6 }, { 99, 1, "audit", 6 } };

	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
		struct local_packet p;
		int fd = local_open(t->dir, false);

		expect(fd >= 0 && local_send(fd, (enum local_kind)BAD[i].kind, BAD[i].count, BAD[i].bytes, BAD[i].n, -1));
		expect(!local_take(fd, &p));
		close(fd);
	}
	expect_int(ASK(rig, "audit", "verify"), EXIT_FINE);
}

/* ---- the real thing ---- */

static pid_t start_serve(struct test *t, const char *dir)
{
	char *words[] = { (char *)"--data", (char *)(uintptr_t)dir, (char *)"--port", (char *)"0" }, line[512] = "";
	int ends[2];
	pid_t pid;
	FILE *f;

	expect_int(pipe(ends), 0);
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		struct args args = args_of(t->a, 4, words);

		dup2(ends[1], 1);
		close(ends[0]);
		close(ends[1]);
		_exit(cmd_serve(&args));
	}
	close(ends[1]);
	f = fdopen(ends[0], "r");
	expect(fgets(line, sizeof line, f) != NULL);
	fclose(f);
	expect_has(line, "http://127.0.0.1:");
	return pid;
}

TEST_STORE(a_real_serve_takes_commands_and_without_it_they_run_alone)
{
	const char *dir = arena_printf(t->a, "%s/school", t->dir), *out, *err;
	const char *file = write_file(t, "roll.csv",
		"UPN,Legal Surname,Legal Forename,Date of Birth,Year Group\nA999234525009,Marsh,Bryony,02/03/2014,8\n");
	struct stat st;
	int status;
	pid_t pid;

	mkdir(dir, 0700);
	if (t->pg)
		write_file(t, "school/store.url", store_address(t));
	expect_int(rig_command(t, dir, false, WORDS("init", "--login", "ruth"), &out, &err), EXIT_FINE);
	expect_int(rig_command(t, dir, true, WORDS("user", "list"), &out, &err), LOCAL_NOBODY);
	pid = start_serve(t, dir);
	expect(stat(arena_printf(t->a, "%s/socket", dir), &st) == 0 && (st.st_mode & 0777) == 0600);
	expect_int(rig_command(t, dir, true, WORDS("import", file), &out, &err), EXIT_FINE);
	expect_has(out, "1 new");
	expect_int(rig_command(t, dir, true, WORDS("user", "add", "h.marsh", "--role", "head"), &out, &err), EXIT_FINE);
	expect_int(rig_command(t, dir, true, WORDS("register", "--all", "--as", "ruth"), &out, &err), EXIT_FINE);
	expect_has(out, "Bryony");
	kill(pid, SIGTERM);
	waitpid(pid, &status, 0);
	expect(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FINE);
	expect(stat(arena_printf(t->a, "%s/socket", dir), &st) != 0);
	expect_int(rig_command(t, dir, true, WORDS("user", "list"), &out, &err), LOCAL_NOBODY);
	expect_int(rig_command(t, dir, false, WORDS("user", "list"), &out, &err), EXIT_FINE);
	expect_has(out, "h.marsh");
	expect_int(rig_command(t, dir, false, WORDS("audit", "verify"), &out, &err), EXIT_FINE);
}
