/* shape.h - a row that wears a table of its own: what a school asks for in a plan is rows, not C, so the table is built when it is
 * read.
 *
 * Fields of a shape stand behind those of its base and have no column. All of them together are kept in one sealed text of the base
 * (.pack), a line a field: "name: value", further lines of a value with a tab before them. So form, check, versions, history, undo,
 * search and extract are the engine's as for any other field, and the text can be read without the shape. */
#ifndef RECORD_SHAPE_H
#define RECORD_SHAPE_H

#include "record/act.h"

enum { SHAPE_NAME_MOST = 40 };

/* A table in act's arena: base's fields, then `fields` (count of them; each name a-z, 0-9 and _). Title NULL: the base's.
 * FAULT_BROKEN: a name twice, or base packs nothing. */
MUST const struct fault *shape_new(struct arena *a, const struct record *base, const char *title, const struct field *fields,
	int count, const struct record **out);
/* The same row, wearing `r`, which shape_new() made from the row's own table. */
struct row *row_worn(const struct row *row, const struct record *r);
/* The row in the table that its type says it wears; the row itself where its type has no shapes. */
MUST const struct fault *row_shaped(struct act *act, const struct row *row, const struct row **out);
MUST const struct fault *rows_shaped(struct act *act, struct rows *rows);

#endif
