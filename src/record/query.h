/* query.h - named queries: SQL by hand, from the queries.sql beside the pages or reports that use it (architecture.md section 7).
 *
 * tools/sql.c makes one `struct query` of each, Q_NAME, with its columns' numbers as an enum, Q_NAME_COLUMN, and lists a file's
 * queries in QUERIES_FOLDER, NULL-ended. {scope c} stands in the text where the engine puts the scope and tier test on alias c. */
#ifndef RECORD_QUERY_H
#define RECORD_QUERY_H

#include "record/act.h"

struct query_mark {
	const char *alias, *table;
};

struct query {
	const char *name;
	const char *sql;                  /* no comments, no ';'; one {scope ALIAS} a mark */
	int params;                       /* $1..$params */
	const char *const *columns;
	int column_count;
	const char *scope;                /* SELF PUPIL CASE CAMPUS GROUP PUBLIC (R2) */
	int tier;                         /* 0..5: the highest that its rows may have */
	const struct query_mark *marks;   /* in the order of the text */
	int mark_count;
	const char *const *unscoped;      /* tables asked without a mark, NULL-ended */
};

/* What a query gave: text, NULL for NULL. Rows and texts in act->a. */
struct found {
	const char *const *cells;
	int rows, columns;
};
const char *found_text(const struct found *f, int row, int column); /* "" for NULL */
int64_t found_int(const struct found *f, int row, int column);      /* 0 for NULL */

/* Run a named query for this actor: the gate's clause stands where the marks were. `params` has q->params texts (numbers too), NULL
 * for NULL. In an act that looks at what was known (act->known_on), tables of the marks are read as recorded by then. */
MUST const struct fault *query_run(struct act *act, const struct query *q, const char *const *params, struct found *out);
/* A count or sum alone: the first cell of the first row, 0 without one. */
MUST const struct fault *query_number(struct act *act, const struct query *q, const char *const *params, int64_t *out);

#endif
