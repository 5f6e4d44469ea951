/* query.h - named queries: SQL by hand, from the queries.sql beside the pages or reports that use it (architecture.md section 7).
 *
 * tools/sql.c makes one `struct query` of each, Q_NAME, with its columns' numbers as an enum, Q_NAME_COLUMN, and lists a file's
 * queries in QUERIES_FOLDER, NULL-ended. {scope c} stands in the text where the engine puts the scope and tier test on alias c. */
#ifndef RECORD_QUERY_H
#define RECORD_QUERY_H

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
};

#endif
