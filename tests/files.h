/* files.h - test data: a file of tests/data as text. */
#ifndef TESTS_FILES_H
#define TESTS_FILES_H

#include "tests/test.h"

/* The whole file, ended by a NUL, in the test's arena. The test ends there if it cannot be read. */
const char *test_file(struct test *t, const char *name);

#endif
