/* sql.c - the $n rewriter and the statement splitter: quotes, comments and $$bodies$$ that never end. */
#include "db/sql_text.h"
#include "tests/fuzz/fuzz.h"

FUZZ(a, text, n)
{
	const char *at = text, *statement, *marks = sql_question_marks(a, text);
	size_t all = 0, length = strlen(text);

	FUZZ_HOLDS(strlen(marks) == length);
	for (size_t i = 0; i < length; i++)
		FUZZ_HOLDS(marks[i] == text[i] || (text[i] == '$' && marks[i] == '?' && strchr("0123456789", text[i + 1])));
	FUZZ_HOLDS(sql_params(text) >= 0);
	while ((statement = sql_next(a, &at))) {
		FUZZ_HOLDS(*statement);
		all += strlen(statement);
	}
	FUZZ_HOLDS(all <= n && at == text + length);
}
