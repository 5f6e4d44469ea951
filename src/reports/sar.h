/* sar.h - what is kept about one child, every record and version: for a subject access request. It is made for whoever may approve
 * or export requests for data, with the program's rights (those people need not read the child's records day by day) and in the
 * journal. Floor rules stay: nobody extracts about a child with whom they have a conflict, and T4 and T5 are left to the
 * safeguarding lead. What is about somebody else is marked, to be looked at before anything is handed over: nothing is redacted
 * here. */
#ifndef REPORTS_SAR_H
#define REPORTS_SAR_H

#include "base/buf.h"
#include "record/act.h"

struct sar_field { const char *name, *label, *value; bool third; };
struct sar_version { int64_t version; const char *at, *by; bool withdrawn; struct sar_field *fields; int count; };
/* newest first: whole; older: only what was otherwise */
struct sar_row { const char *id; struct sar_version *versions; int count; };
struct sar_type { const struct record *r; struct sar_row *rows; int count; };

struct sar {
	const char *pupil, *name, *school, *made_at;
	struct sar_type *types;
	int type_count, records, third;  /* third: fields to be looked at */
	const char *left_out;            /* types that this extract never holds, with commas; "" */
};

MUST const struct fault *sar_make(struct act *act, const char *pupil, struct sar *out);
/* extract.html, extract.json, extract.csv and the child's documents, in one zip. */
MUST const struct fault *sar_zip(struct act *act, const struct sar *s, struct buf *bytes);
void sar_json(struct buf *b, const struct sar *s);
void sar_csv(struct buf *b, struct arena *a, const struct sar *s);

#endif
