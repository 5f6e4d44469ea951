/* sql.c - the $n rewriter and the statement splitter: quotes, comments and $$bodies$$ that never end. */
#include "db/sql_text.h"
#include "tests/fuzz/fuzz.h"

FUZZ(a, text, n)
{
	const char *at = text, *statement, *marks = sql_question_marks(a, text);
	size_t all = 0;

	FUZZ_HOLDS(strlen(marks) == strlen(text));
	sql_params(text);
	while ((statement = sql_next(a, &at)))
		all += strlen(statement);
	FUZZ_HOLDS(all <= n);
}
