/* store.h - fresh stores for tests, on the back end that the test runs on. All are gone when the test ends. */
#ifndef TESTS_STORE_H
#define TESTS_STORE_H

#include "db/db.h"
#include "tests/test.h"

/* A new empty store's address: open it with DB_MAKE. Each call gives another. */
const char *store_address(struct test *t);
/* The same, always SQLite. */
const char *store_sqlite(struct test *t);
/* A new store like the one that `make` fills, which is called once a run and back end: a clone takes milliseconds. `key` is a name
 * (letters, digits, _); `make` closes what it opens. */
const char *store_clone(struct test *t, const char *key, void (*make)(struct test *t, const char *address));
/* Opens a store or ends the test; closed by db_close, or with the test's arena. */
struct db *store_open(struct test *t, const char *address, enum db_mode mode);

#endif
