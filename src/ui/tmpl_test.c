/* tmpl_test.c - the template compiler: what it refuses, with the line; what it makes of one page with everything in it. Run as the
 * build runs it, as a program. */
#include <spawn.h>
#include <sys/wait.h>
#include <dirent.h>
#include <fcntl.h>

#include "tests/test.h"

static const char *slurp(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = arena_alloc(a, 1 << 16);

	if (!f)
		return "";
	text[fread(text, 1, (1 << 16) - 1, f)] = 0;
	fclose(f);
	return text;
}

/* Exit status of the compiler; what it said in *said. */
static int compile(struct test *t, const char *source, const char **said)
{
	const char *log = arena_printf(t->a, "%s/said", t->dir), *out = arena_printf(t->a, "%s/out.c", t->dir);
	char *const args[] = { (char[]){ TMPL_TOOL }, arena_text(t->a, source), arena_text(t->a, out),
		arena_printf(t->a, "%s/out.h", t->dir), NULL };
	posix_spawn_file_actions_t files;
	int status = -1;
	pid_t pid;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 2, log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (posix_spawn(&pid, TMPL_TOOL, &files, NULL, args, NULL) == 0)
		waitpid(pid, &status, 0);
	posix_spawn_file_actions_destroy(&files);
	*said = slurp(t->a, log);
	return status;
}

TEST(a_template_that_could_leak_is_a_build_error_with_its_line)
{
	const char *dir = arena_printf(t->a, "%s/tmpl", t->data);
	DIR *d = opendir(dir);
	int tried = 0;

	expect_stop(d);
	for (struct dirent *e; (e = readdir(d)); ) {
		const char *path = arena_printf(t->a, "%s/%s", dir, e->d_name), *said, *want;

		if (strncmp(e->d_name, "bad_", 4) != 0)
			continue;
		want = slurp(t->a, path) + strlen("@// wants ");
		want = arena_text_n(t->a, want, strcspn(want, "\n"));
		expect(compile(t, path, &said) != 0);
		expect_has(said, arena_printf(t->a, "%s:%.*s: error: %s", path,
			(int)strcspn(want, ":"), want, strchr(want, ' ') + 1));
		tried++;
	}
	closedir(d);
	expect(tried >= 19);
}

TEST(a_template_becomes_c_that_escapes_by_place)
{
	const char *said;

	expect_int(compile(t, "tests/data/tmpl/good.tmpl", &said), 0);
	expect_text(said, "");
	expect_text(strchr(slurp(t->a, arena_printf(t->a, "%s/out.c", t->dir)), '{'),
		strchr(slurp(t->a, "tests/data/tmpl/good.expected"), '{'));
	expect_has(slurp(t->a, arena_printf(t->a, "%s/out.h", t->dir)),
		"MUST const struct fault *tmpl_good(struct ui *ui, const char *who, int n, struct html ready);\n"
		"void part_good(struct ui *ui);\n");
}
