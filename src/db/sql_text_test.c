/* sql_text_test.c - parameters and statement ends are found past quotes and comments, whatever is written. */
#include "db/sql_text.h"
#include "tests/test.h"

TEST(only_real_parameters_are_rewritten)
{
	static const char *const PAIRS[][2] = {
		{ "SELECT $1", "SELECT ?1" },
		{ "$12,$1", "?12,?1" },
		{ "'$1' \"$2\" $3", "'$1' \"$2\" ?3" },
		{ "'it''s $1' || $2", "'it''s $1' || ?2" },
		{ "-- $1\n$2 -- $3", "-- $1\n?2 -- $3" },
		{ "/* $1 ' */ $2 /* $3", "/* $1 ' */ ?2 /* $3" },
		{ "$$ $1 $$ $2", "$$ $1 $$ ?2" },
		{ "$f$ $$ $1 $f$ $2", "$f$ $$ $1 $f$ ?2" },
		{ "a$1 $x $ $", "a$1 $x $ $" },
		{ "'never ends $1", "'never ends $1" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		expect_text(sql_question_marks(t->a, PAIRS[i][0]), PAIRS[i][1]);
	expect_int(sql_params("SELECT '$9', $2, $1 -- $8"), 2);
	expect_int(sql_params("SELECT 1"), 0);
}

TEST(statements_end_at_their_semicolon_and_no_other)
{
	const char *at = "; -- first; x\nCREATE a ';' /* ; */;;\n DO $$ b; c; $$ ; d -- end;\n ";

	expect_text(sql_next(t->a, &at), "CREATE a ';' /* ; */");
	expect_text(sql_next(t->a, &at), "DO $$ b; c; $$ ");
	expect_text(sql_next(t->a, &at), "d -- end;\n ");
	expect(sql_next(t->a, &at) == NULL);
	expect(sql_next(t->a, &at) == NULL);
}

/* Any text at all: nothing is read past its end, and only $ becomes ?. */
TEST(any_text_is_taken)
{
	static const char LETTERS[] = "$$1'\"-/*;ab \n0_\xC3";
	uint32_t seed = 7;

	for (int round = 0; round < 20000; round++) {
		char text[40];
		size_t n = 0;
		const char *back, *at = text;

		while (n < sizeof text - 1 && (seed = seed * 1664525u + 1013904223u) >> 27)
			text[n++] = LETTERS[(seed >> 13) % (sizeof LETTERS - 1)];
		text[n] = '\0';
		back = sql_question_marks(t->a, text);
		expect_stop(strlen(back) == n);
		for (size_t i = 0; i < n; i++)
			expect_stop(back[i] == text[i] || (text[i] == '$' && back[i] == '?'));
		while (sql_next(t->a, &at))
			;
		expect_stop(at == text + n);
	}
}
