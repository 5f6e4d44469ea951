/* file.h - what every file that is read promises, whatever is in it: valid text in every cell, a reason when it is refused, and
 * rows whose values are in the form that intake.h states. */
#ifndef TESTS_FUZZ_FILE_H
#define TESTS_FUZZ_FILE_H

#include "base/text.h"
#include "doc/intake.h"
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

static inline void check_intake(struct arena *a, const struct doc *d, const char *name)
{
	const struct intake_options options = { .today = day_of(2026, 11, 22) };
	const struct intake *in = intake_of(a, d, name, &options);

	FUZZ_HOLDS(!in->stopped || in->messages > 0);
	for (int i = 0; i < in->tables; i++) {
		const struct intake_table *t = &in->table[i];

		for (int row = 0; row < t->rows; row++) {
			const char *born = intake_get(t, &t->row[row], FIELD_DOB);

			FUZZ_HOLDS(!born || day_parse(born) != DAY_NONE);
			FUZZ_HOLDS(t->row[row].pupil < in->table[0].rows);
		}
	}
	FUZZ_HOLDS(text_is_utf8(intake_json(a, in, NULL), strlen(intake_json(a, in, NULL))));
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
	check_intake(a, d, name);
}

#endif
