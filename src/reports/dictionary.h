/* dictionary.h - every record type, field, label, tier, retention class and who may: derived, so never out of date. */
#ifndef REPORTS_DICTIONARY_H
#define REPORTS_DICTIONARY_H

#include "record/matrix.h"
#include "record/record.h"

const char *dictionary_text(struct arena *a, const struct house *h);
/* "text, up to 80 letters", "code", "reference to a child". */
const char *dictionary_type(struct arena *a, const struct house *h, const struct field *f);
/* What is special about a field: "required, sealed"; "" if nothing. */
const char *dictionary_notes(struct arena *a, const struct record *r, int field);
/* "read and add (own pupils); read (the whole campus)", "" for nothing. */
const char *dictionary_cell(struct arena *a, const struct matrix_cell *cell);

#endif
