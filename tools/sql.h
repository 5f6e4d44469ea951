/* sql.h - what the files of tools/sql share: a query as it is read. */
#ifndef TOOLS_SQL_H
#define TOOLS_SQL_H

#include <stdio.h>

#include "base/buf.h"

enum { MOST = 64 };

struct table {
	const char *name, *alias;
	int line;
	bool marked, excused;
};

struct query {
	const char *name, *scope, *sql;
	int line, tier;
	const char *params[MOST], *columns[MOST], *ctes[MOST], *excused[MOST];
	int param_count, column_count, cte_count, excused_count;
	struct table tables[MOST];
	int table_count;
	const char *marks[MOST]; /* aliases, in the order of the text */
	int mark_lines[MOST], mark_count;
	int commas, star;        /* in the outer select list; the line of its *, or 0 */
};

extern const char *sql_file; /* the file being read */
extern struct arena *mem;

/* `file:line: error: ...`; the tool fails in the end. */
void complain(int line, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The place of a word in a list, whatever its case; -1 if it is not there. */
int listed(const char *const *list, int count, const char *word);
#define AMONG(list, word) (listed((list), (int)(sizeof(list) / sizeof *(list)), (word)) >= 0)

/* Small readers that move *p on. */
const char *after_blanks(const char *p);
const char *a_name(const char **p);
void add(const char **list, int *count, const char *what, int line);

/* sql_words.c: reads one statement of q, up to its ';', and checks it. */
void read_statement(struct query *q, const char **p, int *line);
/* sql_out.c */
void write_c(FILE *f, struct query *const *list, int count);
void write_h(FILE *f, struct query *const *list, int count);

#endif
