/* codes_test.c - the shipped code lists are those of the domain notes, and a code is usable between its dates only. */
#include "law/codes.h"

#include <string.h>

#include "tests/files.h"
#include "tests/test.h"

enum { COLUMNS = 9 };

/* One line of CSV into its columns; the text is changed in place. */
static char *csv_line(char *at, const char **columns)
{
	char *to = at;

	for (int c = 0; c < COLUMNS; c++) {
		bool quoted = *at == '"';

		at += quoted;
		columns[c] = to;
		while (*at && (quoted ? *at != '"' : !strchr(",\r\n", *at)))
			*to++ = *at++;
		at += strcspn(at, ",\n");
		at += *at != '\0';
		*to++ = '\0';
	}
	return at;
}

TEST(the_code_lists_are_those_of_the_domain_notes)
{
	char *at = arena_text(t->a, test_file(t, "codes.csv"));
	const char *columns[COLUMNS];
	int n = 0;

	for (at = csv_line(at, columns); *at; n++) {
		const struct code *c;

		at = csv_line(at, columns);
		c = law_code(columns[0], columns[1], DAY_NONE);
		if (!c) {
			test_fail(t, __FILE__, __LINE__, "no code %s of %s", columns[1], columns[0]);
			continue;
		}
		expect_text(c->label, columns[2]);
		expect_text(c->group, columns[3]);
		expect_text(c->current, columns[4]);
		expect_text(c->from, columns[5]);
		expect_text(c->until, columns[6]);
		expect_text(c->status, columns[7]);
		expect_text(c->notes, columns[8]);
	}
	expect(n > 150);
}

TEST(a_code_is_usable_between_its_dates_only)
{
	expect(law_code("sen_type", "DS", day_of(2025, 1, 1)));
	expect(!law_code("sen_type", "DS", day_of(2024, 12, 31)));
	expect(law_code("sen_provision", "A", day_of(2015, 7, 31)));
	expect(!law_code("sen_provision", "A", day_of(2015, 8, 1)));
	expect(law_code("sen_provision", "A", DAY_NONE));
	expect(law_code("attendance", "C2", day_of(2024, 8, 19)));
	expect(!law_code("attendance", "C2", day_of(2024, 8, 18)));
	expect(!law_code("sen_type", "slcn", DAY_NONE));
	expect(!law_code("reform_layer", "targeted", day_of(2026, 11, 22)));
}

TEST(codes_have_short_labels_for_tight_tables)
{
	int count;
	const struct code *const *types = law_codes(t->a, "sen_type", day_of(2026, 11, 22), &count);

	expect_int(count, 14);
	for (int i = 0; i < count; i++)
		expect(strlen(code_short(types[i])) <= 16);
	expect_text(code_short(law_code("sen_type", "SPLD", DAY_NONE)), "Specific LD");
	expect_text(code_short(law_code("sen_provision", "K", DAY_NONE)), "SEN Support");
	expect_text(law_code_label("sen_type", "XYZ"), "XYZ");
}
