/* paper.h - for tests of what is written: bytes kept as a file of the test's own, and read back by another program. */
#ifndef TESTS_PAPER_H
#define TESTS_PAPER_H

#include "base/buf.h"
#include "tests/test.h"

const char *paper_keep(struct test *t, const char *name, const struct buf *b);   /* its path */
const char *paper_file(struct test *t, const char *name, size_t *n);             /* a file of tests/data, whole */
/* What a program says, standard error too, with `argv` ended by NULL; the test fails unless it ends with `want`. */
const char *paper_says(struct test *t, int want, const char *const *argv);
void paper_expect_size(struct test *t, const char *pdf, double points);          /* no word in smaller letters */
int paper_times(const char *text, const char *part);                             /* how often it stands there */

#define SAYS(...) paper_says(t, 0, (const char *const[]){ __VA_ARGS__, NULL })

#endif
