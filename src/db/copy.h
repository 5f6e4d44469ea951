/* copy.h - a whole store into another, on either back end, and a sum of each table that is the same on both.
 *
 * A sum does not depend on the order of rows or columns: it is the sum of the rows' BLAKE2b hashes, each over the columns by name
 * with their types and lengths. It shows a slip and not a forger: that is the journal's chain. */
#ifndef DB_COPY_H
#define DB_COPY_H

#include "db/db.h"

struct db_sum {
	const char *table;
	int64_t rows;
	char hash[65]; /* 64 hex digits */
};

/* One table's sum, as this connection sees it: on PostgreSQL with an actor that sees all rows. */
MUST const struct fault *db_sum(struct db *db, struct arena *a, const char *table, struct db_sum *out);

/* All rows of `from` into `to`, which has had the same migrations and holds no rows yet, in one transaction on each: whole or not
 * at all. Reads `to` back and compares before it commits. `sums` has one entry a table, by name, without `migration`. `to` is open
 * with DB_WRITE or DB_MAKE. FAULT_INVALID if the stores do not fit. Holds 500 rows in memory at a time. */
MUST const struct fault *db_copy(struct db *from, struct db *to, struct arena *a, struct db_sum **sums, int *count);

#endif
