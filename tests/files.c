/* files.c - reads test data whole. Not for the program: it waits, and trusts what it reads. */
#include "tests/files.h"

#include <stdio.h>

#include "base/buf.h"

const char *test_file(struct test *t, const char *name)
{
	FILE *f = fopen(arena_printf(t->a, "%s/%s", t->data, name), "rb");
	struct buf b = buf_new(t->a);
	char part[8192];
	size_t n;

	if (!f) {
		test_fail(t, __FILE__, __LINE__, "no test data %s/%s", t->data, name);
		longjmp(t->stop, 1);
	}
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		buf_add_n(&b, part, n);
	fclose(f);
	return buf_text(&b);
}
