/* file.h - what every file that is read promises, whatever is in it: valid text in every cell, and a reason when it is refused. */
#ifndef TESTS_FUZZ_FILE_H
#define TESTS_FUZZ_FILE_H

#include "base/text.h"
#include "doc/doc.h"
#include "tests/fuzz/fuzz.h"

static inline void check_sheet(const struct sheet *s)
{
	for (int row = 0; row < s->rows; row++) {
		FUZZ_HOLDS(s->row[row].cells <= s->columns);
		for (int i = 0; i < s->row[row].cells; i++) {
			const struct cell *c = &s->row[row].cell[i];

			FUZZ_HOLDS(strlen(c->text) == c->bytes);
			FUZZ_HOLDS(text_is_utf8(c->text, c->bytes));
		}
	}
}

static inline void read_file(struct arena *a, const char *name, const char *bytes, size_t n)
{
	struct doc_part part = { .name = name, .bytes = bytes, .n = n };
	struct doc *d;

	if (doc_read(a, &part, 1, &d))
		return;
	FUZZ_HOLDS(!d->stopped || d->messages > 0);
	for (int i = 0; i < d->sheets; i++)
		check_sheet(&d->sheet[i]);
}

#endif
