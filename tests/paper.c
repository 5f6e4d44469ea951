/* paper.c - bytes kept, other programs asked. */
#include "tests/paper.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

const char *paper_keep(struct test *t, const char *name, const struct buf *b)
{
	const char *path = arena_printf(t->a, "%s/%s", t->dir, name);
	FILE *f = fopen(path, "wb");

	expect_stop(f != NULL);
	expect_int(fwrite(buf_text(b), 1, b->len, f), b->len);
	fclose(f);
	return path;
}

/* What a program says, standard error too; fails unless it ends with `want`. */
const char *paper_says(struct test *t, int want, const char *const *argv)
{
	const char *path = arena_printf(t->a, "%s/said", t->dir);
	posix_spawn_file_actions_t files;
	char *text = arena_alloc(t->a, 1 << 20);
	FILE *f;
	pid_t pid;
	int status = 0;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	posix_spawn_file_actions_adddup2(&files, 1, 2);
	if (posix_spawnp(&pid, argv[0], &files, NULL, (char *const *)argv, environ) == 0)
		waitpid(pid, &status, 0);
	posix_spawn_file_actions_destroy(&files);
	f = fopen(path, "rb");
	expect_stop(f != NULL);
	text[fread(text, 1, (1 << 20) - 1, f)] = 0;
	fclose(f);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != want)
		test_fail(t, __FILE__, __LINE__, "%s ended with %d: %s", argv[0], WEXITSTATUS(status), text);
	return text;
}

int paper_times(const char *text, const char *part)
{
	int n = 0;

	for (const char *at = text; (at = strstr(at, part)); at += strlen(part))
		n++;
	return n;
}

const char *paper_file(struct test *t, const char *name, size_t *n)
{
	FILE *f = fopen(arena_printf(t->a, "%s/%s", t->data, name), "rb");
	char *bytes = arena_alloc(t->a, 1 << 20);

	expect_stop(f != NULL);
	*n = fread(bytes, 1, 1 << 20, f);
	fclose(f);
	return bytes;
}

void paper_expect_size(struct test *t, const char *pdf, double points)
{
	const char *text = SAYS("pdftotext", "-bbox-layout", pdf, "-");

	expect_has(text, "<word ");
	for (const char *at = text; (at = strstr(at, "<word ")); at++) { /* a word's box is as high as its letters' font */
		double top = strtod(strstr(at, "yMin=\"") + 6, NULL), foot = strtod(strstr(at, "yMax=\"") + 6, NULL);

		if (foot - top < points)
			test_fail(t, __FILE__, __LINE__, "a word of %.1f points", foot - top);
	}
}
