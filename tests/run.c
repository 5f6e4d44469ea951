/* run.c - runs the tests: `test [-v] [PART-OF-NAME]`. With OPENSENCO_TEST_PG set to a server's address, tests that need a store
 * run on it too. Ends with `N passed, N failed`. */
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/log.h"
#include "tests/test.h"

static struct test_row *first, **last = &first;

void test_register(struct test_row *row)
{
	*last = row;
	last = &row->next;
}

void test_fail(struct test *t, const char *file, int line, const char *format, ...)
{
	va_list ap;

	t->failed++;
	printf("%s:%d: ", file, line);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *w)
{
	(void)st, (void)kind, (void)w;
	return remove(path);
}

static bool run_one(struct test_row *row, const char *pg, bool loud)
{
	char dir[] = "/tmp/opensenco-test-XXXXXX";
	struct test t = { .a = arena_new((size_t)1 << 30), .pg = pg, .data = "tests/data" };

	t.dir = mkdtemp(dir);
	if (loud) {
		printf("%s%s\n", row->name, pg ? " (PostgreSQL)" : "");
		fflush(stdout);
	}
	if (setjmp(t.stop) == 0)
		row->run(&t);
	arena_free(t.a);
	nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	if (t.failed)
		printf("FAILED %s%s (%s)\n", row->name, pg ? " on PostgreSQL" : "", row->file);
	fflush(stdout);
	return t.failed == 0;
}

int main(int argc, char **argv)
{
	const char *pg = getenv("OPENSENCO_TEST_PG"), *only = NULL;
	int passed = 0, failed = 0;
	bool loud = false;

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "-v") == 0)
			loud = true;
		else
			only = argv[i];
	}
	log_quiet(LOG_ALARM);
	for (struct test_row *row = first; row; row = row->next) {
		if (only && !strstr(row->name, only) && !strstr(row->file, only))
			continue;
		if (!getenv("OPENSENCO_TEST_ONLY_PG") || !row->store)
			*(run_one(row, NULL, loud) ? &passed : &failed) += 1;
		if (row->store && pg)
			*(run_one(row, pg, loud) ? &passed : &failed) += 1;
	}
	printf("%d passed, %d failed\n", passed, failed);
	return failed ? 1 : 0;
}
