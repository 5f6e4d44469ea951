/* args.c - a command line, taken apart by name (args.h). It knows no command and no option. */
#include "main/args.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int open_here(void *self, const char *path, enum args_open how)
{
	static const int FLAGS[] = { O_RDONLY, O_RDONLY | O_DIRECTORY, O_WRONLY | O_CREAT | O_TRUNC, O_RDWR | O_CREAT | O_EXCL };

	(void)self;
	return open(path, FLAGS[how] | O_CLOEXEC, 0600);
}

static void drop_here(void *self, const char *path)
{
	(void)self;
	unlink(path);
}

static const struct args_files HERE = { open_here, drop_here, NULL };

struct args args_of(struct arena *a, int count, char *const *text)
{
	return (struct args){ .a = a, .out = stdout, .err = stderr, .files = &HERE, .count = count, .text = text };
}

int args_open(struct args *args, const char *path, enum args_open how)
{
	return args->files->open(args->files->self, path, how);
}

void args_drop(struct args *args, const char *path)
{
	args->files->drop(args->files->self, path);
}

static int seen(const struct args *args)
{
	return args->count < ARGS_MAX ? args->count : ARGS_MAX;
}

/* Index of the word `--`, or one past the last. */
static int options_end(const struct args *args)
{
	int i = 0;

	while (i < seen(args) && strcmp(args->text[i], "--") != 0)
		i++;
	return i;
}

bool args_flag(struct args *args, const char *name)
{
	bool found = false;

	for (int i = 0, end = options_end(args); i < end; i++) {
		if (!args->taken[i] && strcmp(args->text[i], name) == 0)
			args->taken[i] = found = true;
	}
	return found;
}

const char *args_each(struct args *args, const char *name)
{
	size_t n = strlen(name);

	for (int i = 0, end = options_end(args); i < end; i++) {
		const char *word = args->text[i];

		if (args->taken[i] || strncmp(word, name, n) != 0)
			continue;
		if (word[n] == '=') {
			args->taken[i] = true;
			return word + n + 1;
		}
		if (word[n] != 0)
			continue;
		args->taken[i] = true;
		if (i + 1 == end) {
			args->lacks_value = name;
			return NULL;
		}
		args->taken[i + 1] = true;
		return args->text[i + 1];
	}
	return NULL;
}

const char *args_value(struct args *args, const char *name, const char *otherwise)
{
	const char *value = otherwise, *next;

	while ((next = args_each(args, name)))
		value = next;
	return value;
}

const char *args_next(struct args *args)
{
	int end = options_end(args);

	for (int i = 0; i < seen(args); i++) {
		const char *word = args->text[i];

		if (args->taken[i] || i == end || (i < end && word[0] == '-' && word[1]))
			continue;
		args->taken[i] = true;
		return word;
	}
	return NULL;
}

bool args_done(struct args *args)
{
	int end = options_end(args);

	if (args->lacks_value) {
		fprintf(args->err, "%s needs a value after it.\n", args->lacks_value);
		return false;
	}
	if (args->count > ARGS_MAX) {
		fprintf(args->err, "At most %d words fit on one command line.\n", ARGS_MAX);
		return false;
	}
	for (int i = 0; i < args->count; i++) {
		if (args->taken[i] || i == end)
			continue;
		fprintf(args->err, "\"%s\" was not understood.\n", args->text[i]);
		return false;
	}
	return true;
}

const struct fault *args_save(struct args *args, const char *path, const struct buf *b)
{
	int fd = args_open(args, path, ARGS_WRITE);
	size_t done = 0;

	if (fd < 0)
		return FAULT(args->a, FAULT_INVALID, "%s cannot be written: %s", path, strerror(errno));
	while (done < b->len) {
		ssize_t n = write(fd, b->data + done, b->len - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		done += (size_t)n;
	}
	if (close(fd) != 0 || done < b->len)
		return FAULT(args->a, FAULT_FULL, "%s could not be written whole: %s", path, strerror(errno));
	return NULL;
}
