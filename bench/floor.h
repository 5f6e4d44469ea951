/* floor.h - what the files of the floor share: a step is one statement of the page as it was traced, with what was bound. */
#ifndef BENCH_FLOOR_H
#define BENCH_FLOOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MOST_STATEMENTS = 512, MOST_PARAMS = 96, SEALED_LEAST = 60 };

/* T text, I number, B bytes, N nothing; the first character of what the trace says. */
struct param {
	char *said;
	size_t length;     /* of what follows the letter */
	bool fresh;        /* an id or a number of the journal that this page made: another one each time */
};

struct step {
	bool writes;
	char *sql;
	struct param params[MOST_PARAMS];
	int count;
};

extern struct step steps[MOST_STATEMENTS];
extern int step_count, journal_entries; /* entries: how many numbers of the journal one page takes */

struct connection;
/* SQLite's or PostgreSQL's, by the address. */
struct store {
	struct connection *(*open)(const char *where, bool writes);
	void (*begin)(struct connection *c);
	/* Every row, each value looked at: `fresh` is the number of this page, for ids of its own. */
	void (*run)(struct connection *c, int number, long fresh);
	void (*commit)(struct connection *c);
};
extern const struct store LITE, PG;

void die(const char *what);
/* One value that came: sealed ones are opened and looked through for the word, if there is one. */
void value_came(const void *bytes, size_t n, bool blob);
void row_came(void);
/* The value to bind, with ids of this page's own; `room` has 64 bytes. */
const char *param_text(const struct param *p, long fresh, char *room);

#endif
