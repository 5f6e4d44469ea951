/* export.h - any record type as a file: only rows this actor may export and fields this actor may read (right x), written by doc/,
 * whose guard keeps cells inert (R12), and told to the journal with filter and row count.
 *
 * CSV is for machines: field names, values as a form would take them, references by id; it comes back as it went. XLSX is for
 * people: labels, real dates, references by their title. Fields marked RESTRICTED or SECRET are in neither; `left_out` names
 * them. */
#ifndef RECORD_EXPORT_H
#define RECORD_EXPORT_H

#include "base/buf.h"
#include "record/act.h"

enum { EXPORT_ROWS = 60000 };
enum export_as { EXPORT_CSV, EXPORT_XLSX };

struct export {
	/* asked */
	const struct record *r;
	enum export_as as;
	const struct ask *ask;        /* NULL: all in force or not */
	const char *reason;           /* needed from T3 on */
	const char *(*title)(struct arena *a, const struct row *row);
	/* answered */
	struct buf bytes;
	int rows;
	const char *left_out;         /* labels, with commas; "" */
	const char *file_name;        /* "needs-2026-11-22.csv" */
};

/* FAULT_NONE: no such right. FAULT_STEP_UP: a fresh code is needed (R14). FAULT_INVALID: a reason is. */
MUST const struct fault *record_export(struct act *act, struct export *e);
/* Labels of the fields that no file holds, with commas between. */
const char *export_left_out(struct arena *a, const struct record *r);

#endif
