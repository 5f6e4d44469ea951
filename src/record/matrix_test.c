/* matrix_test.c - the text of the access matrix is read as written, and a slip in it is named by line and cell. */
#include "record/matrix.h"

#include "tests/test.h"

static const char SMALL[] =
	"# a small school\n"
	"record | senco  | teacher\n"
	"pupil  | c:raex | o:r c:r.name \n"
	"\n"
	"need   | c:rae  | -\n"
	"view: pupil.name = what any member of staff may know\n"
	"note: nobody reads about themselves\n";

TEST(a_matrix_is_read_as_written)
{
	const struct matrix *m;
	const struct matrix_cell *cell;

	expect_fine(matrix_parse(t->a, SMALL, &m));
	expect_int(m->n_records, 2);
	expect_int(m->n_roles, 2);
	cell = matrix_cell(m, matrix_record(m, "pupil"), matrix_role(m, "teacher"));
	expect_int(cell->count, 2);
	expect_int(cell->grants[0].scope, SCOPE_PUPIL);
	expect_text(cell->grants[1].view, "name");
	expect_text(matrix_cell_text(t->a, cell), "o:r c:r.name");
	expect_text(m->notes[0], "nobody reads about themselves");
	expect_text(m->views[0].words, "what any member of staff may know");
}

TEST(a_matrix_answers_no_for_what_it_does_not_say)
{
	const struct matrix *m;

	expect_fine(matrix_parse(t->a, SMALL, &m));
	expect(matrix_allows(m, 0, 0, SCOPE_CAMPUS, 1u << RIGHT_READ | 1u << RIGHT_EXPORT));
	expect(!matrix_allows(m, 0, 0, SCOPE_PUPIL, right_bit(RIGHT_READ)));
	expect(!matrix_allows(m, 0, 0, SCOPE_CAMPUS, 1u << RIGHT_READ | 1u << RIGHT_APPROVE));
	expect_int(matrix_cell(m, matrix_record(m, "need"), matrix_role(m, "teacher"))->count, 0);
	expect_int(matrix_cell(m, matrix_record(m, "concern"), 0)->count, 0);
	expect_int(matrix_cell(m, 0, matrix_role(m, "it"))->count, 0);
}

TEST(a_slip_in_the_matrix_is_named_by_line_and_cell)
{
	static const char *const BAD[][2] = {
		{ "pupil | c:r\n", "line 1: the line of roles must come first" },
		{ "record | senco\npupil | q:r\n", "line 2, record pupil, role senco: 'q:r' does not begin with a scope" },
		{ "record | senco\npupil | c:rz\n", "line 2, record pupil, role senco: right 'z'" },
		{ "record | senco\npupil | c:rr\n", "right 'r' is unknown or comes twice" },
		{ "record | senco\npupil | c:\n", "a grant needs a scope and a right" },
		{ "record | senco\npupil | n:r\n", "a grant needs a scope and a right" },
		{ "record | senco\npupil | \n", "the cell is empty" },
		{ "record | senco | it\npupil | c:r\n", "line 2, pupil: 1 cells for 2 roles" },
		{ "record | senco\npupil | c:r | c:r\n", "more cells than roles" },
		{ "record | senco\npupil | c:r\npupil | c:r\n", "line 3: record pupil comes twice" },
		{ "record | senco | senco\n", "role senco comes twice" },
		{ "record | senco\npupil | c:r.name\n", "no line says `view: pupil.name" },
		{ "record | senco\npupil | c:r\nview: dog.name = x\n", "line 3: 'dog.name' is not record.view" },
		{ "record | senco\npupil | c:r\nview: pupil.name\n", "a view is written" },
		{ "record | senco\nhello\n", "neither a row" },
		{ "", "no rows" },
	};

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
		const struct matrix *m = NULL;
		const struct fault *f = matrix_parse(t->a, BAD[i][0], &m);

		expect(f && f->code == FAULT_INVALID && !m);
		expect_has(f ? f->text : "", BAD[i][1]);
	}
}

TEST(rights_are_said_in_words)
{
	expect_text(rights_words(t->a, right_bit(RIGHT_READ)), "read");
	expect_text(rights_words(t->a, 7), "read, add and edit");
	expect_text(rights_words(t->a, 0), "");
}
