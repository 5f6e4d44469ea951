/* access_test.c - the default matrix parses, says what its plain reader says, keeps the floor, and maps every row it was made
 * from. */
#include "law/access.h"

#include "tests/files.h"
#include "tests/plain_matrix.h"
#include "tests/test.h"

static const struct matrix *load(struct test *t)
{
	const struct matrix *m = NULL;

	expect_fine(access_default(t->a, &m));
	return m;
}

static const char *cell(struct test *t, const struct matrix *m, const char *record, const char *role)
{
	return matrix_cell_text(t->a, matrix_cell(m, matrix_record(m, record), matrix_role(m, role)));
}

TEST(the_default_matrix_has_every_record_type_and_role)
{
	const struct matrix *m = load(t);
	static const char *const RECORDS[] = { "campus", "holiday", "term_day", "staff", "account", "role_held", "delegation",
		"invitation", "case_grant", "conflict", "link", "pupil", "enrolment", "contact", "contact_limit", "class",
		"class_member",
		"teaching", "caseload", "pupil_flag", "attendance_summary", "register_status", "need", "strength", "strategy",
		"note", "medical_alert", "assessment", "provision_line", "due", "parent_meeting", "document", "watch", "saved_view",
		"import", "import_item", "draft", "journal", "setting" };

	expect_int(m->n_roles, 19);
	for (size_t i = 0; i < sizeof(RECORDS) / sizeof(RECORDS[0]); i++)
		if (matrix_record(m, RECORDS[i]) < 0)
			test_fail(t, __FILE__, __LINE__, "no row for %s", RECORDS[i]);
	expect_text(cell(t, m, "pupil", "teacher"), "o:r c:r.name");
	expect_text(cell(t, m, "note", "it"), "-");
}

TEST(both_readers_of_the_matrix_agree_on_every_cell)
{
	const struct matrix *m = load(t);
	char record[64], role[64], text[128];
	int rows = 0, cells = 0;

	for (int r = 0; plain_record(access_text(), r, record, (int)sizeof(record)); r++, rows++)
		for (int c = 0; plain_role(access_text(), c, role, (int)sizeof(role)); c++, cells++) {
			expect(plain_cell(access_text(), record, role, text, (int)sizeof(text)));
			expect_text(cell(t, m, record, role), text);
		}
	expect_int(rows, m->n_records);
	expect_int(cells, m->n_records * m->n_roles);
}

TEST(the_plain_reader_answers_by_relationship)
{
	struct plain_tie campus = { .campus = true }, own = { .campus = true, .own = true };
	const char *text = access_text();

	expect(plain_may(text, "pupil", "teacher", campus, 'r', "name"));
	expect(plain_may(text, "pupil", "teacher", campus, 'r', ""));
	expect(!plain_may(text, "pupil", "teacher", campus, 'r', NULL));
	expect(plain_may(text, "pupil", "teacher", own, 'r', NULL));
	expect(!plain_may(text, "pupil", "teacher", own, 'e', NULL));
	expect(!plain_may(text, "pupil", "it", own, 'r', ""));
	expect(!plain_may(text, "nothing", "senco", campus, 'r', NULL));
}

/* IT reads no child's words; nobody outside the school reads staff-only records, whatever else the text says. */
TEST(the_default_matrix_keeps_the_floor)
{
	const struct matrix *m = load(t);
	static const char *const CHILD[] = { "pupil", "contact", "need", "strength", "strategy", "note", "medical_alert",
		"assessment", "provision_line", "parent_meeting", "document", "watch", "import_item" };
	static const char *const OUTSIDE[] = { "parent", "pupil", "external", "governor" };
	static const char *const STAFF_ONLY[] = { "note", "watch", "import", "import_item", "journal", "conflict", "case_grant",
		"setting" };

	for (size_t i = 0; i < sizeof(CHILD) / sizeof(CHILD[0]); i++)
		expect_text(cell(t, m, CHILD[i], "it"), "-");
	for (size_t i = 0; i < sizeof(OUTSIDE) / sizeof(OUTSIDE[0]); i++)
		for (size_t j = 0; j < sizeof(STAFF_ONLY) / sizeof(STAFF_ONLY[0]); j++)
			for (int g = 0; g < RIGHTS; g++)
				expect(!matrix_allows(m, matrix_record(m, STAFF_ONLY[j]), matrix_role(m, OUTSIDE[i]), SCOPE_CAMPUS,
					right_bit((enum right)g)));
}

TEST(every_row_of_the_domain_notes_is_mapped_or_listed_as_not_built)
{
	const char *rows = test_file(t, "domain-access-rows.txt");
	int n = 0;

	while (*rows) {
		size_t length = strcspn(rows, "\n");
		const char *name = arena_text_n(t->a, rows, length);

		if (!strstr(access_text(), arena_printf(t->a, "\n# %s -> ", name)) &&
		    !strstr(access_text(), arena_printf(t->a, "\n# not built: %s\n", name)))
			test_fail(t, __FILE__, __LINE__, "the row '%s' is neither mapped nor listed", name);
		rows += length + (rows[length] == '\n');
		n++;
	}
	expect_int(n, 45);
}
