/* plan.c - what the planner of statements is told of the tables: counted where there are rows, a likely guess where there are none
 * yet. Without it SQLite takes every index for equally good, and looks for one child's rows among the whole school's. */
#include "db/db.h"

/* A school of 20 000 rows a table: all of one campus, a few of one child or one record, a hundred or so of one campus and kind. */
static const char SEED[] =
	"INSERT INTO sqlite_stat1 (tbl, idx, stat) SELECT m.name, l.name, '20000'"
	" || CASE WHEN f.name = 'campus' THEN ' 20000' WHEN l.\"unique\" = 1 AND c.cols = 1 THEN ' 1' ELSE ' 8' END"
	" || CASE WHEN c.cols < 2 THEN '' WHEN l.\"unique\" = 1 AND c.cols = 2 THEN ' 1' ELSE ' 100' END"
	" || CASE WHEN c.cols < 3 THEN '' ELSE ' 1' END"
	" FROM sqlite_schema m JOIN pragma_index_list(m.name) l JOIN pragma_index_info(l.name) f ON f.seqno = 0"
	" JOIN (SELECT m2.name AS tbl, l2.name AS idx, count(*) AS cols FROM sqlite_schema m2 JOIN pragma_index_list(m2.name) l2"
	"  JOIN pragma_index_info(l2.name) f2 WHERE m2.type = 'table' GROUP BY m2.name, l2.name) c ON c.tbl = m.name AND c.idx = "
	"l.name WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND c.cols < 4"
	" AND NOT EXISTS (SELECT 1 FROM sqlite_stat1 s WHERE s.tbl = m.name);"
	" ANALYZE sqlite_schema";

const struct fault *db_plan(struct db *db, struct arena *a)
{
	TRY(db_run(db, a, db_kind(db) == DB_SQLITE ? "PRAGMA analysis_limit=400; ANALYZE" : "ANALYZE"));
	return db_kind(db) == DB_SQLITE ? db_run(db, a, SEED) : NULL;
}
