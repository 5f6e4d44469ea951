/* trace.c - every statement of a process, written down as it starts. Off, it costs a look at a pointer. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "db/driver.h"

static FILE *to;

bool trace_on(void)
{
	return to != NULL;
}

const struct fault *db_trace(struct arena *a, const char *path)
{
	int fd;

	if (to)
		fclose(to);
	to = NULL;
	if (!path)
		return NULL;
	fd = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_APPEND, 0600);

	to = fd < 0 ? NULL : fdopen(fd, "a");
	return to ? NULL : FAULT(a, FAULT_INVALID, "cannot write to %s: %s", path, strerror(errno));
}

void trace_bound(struct stmt *s, int n, const char *as)
{
	if (!s->told)
		s->told = arena_array(s->a, (size_t)s->kept->params, sizeof *s->told);
	s->told[n - 1] = as;
}

const char *trace_bytes(struct stmt *s, const void *bytes, size_t size)
{
	const unsigned char *b = bytes;
	struct buf out = buf_new(s->a);

	if (!bytes)
		return "N";
	buf_add_c(&out, 'B');
	for (size_t i = 0; i < size; i++)
		buf_printf(&out, "%02x", b[i]);
	return buf_text(&out);
}

static void put(const char *text)
{
	for (; *text; text++) {
		const char *special = strchr("\t\n\\", *text);

		if (special)
			fprintf(to, "\\%c", *special == '\t' ? 't' : *special == '\n' ? 'n' : '\\');
		else
			putc(*text, to);
	}
}

void trace_statement(const struct stmt *s)
{
	flockfile(to);
	fputs(s->db->mode == DB_READ ? "r\t" : "w\t", to);
	put(s->kept->sql);
	for (int i = 0; i < s->kept->params; i++) {
		putc('\t', to);
		put(s->told && s->told[i] ? s->told[i] : "N");
	}
	putc('\n', to);
	fflush(to);
	funlockfile(to);
}

void trace_words(const struct db *db, const char *sql)
{
	if (to)
		fprintf(to, "%s\t%s\n", db->mode == DB_READ ? "r" : "w", sql);
}
