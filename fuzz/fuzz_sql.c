/* fuzz_sql.c - any text as SQL: the rewriter changes $ before digits and nothing else, and statements end at the text's end. */
// Links: src/base/arena.c src/base/buf.c src/db/sql_text.c
#include <assert.h>
#include <string.h>

#include "db/sql_text.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	struct arena *a = arena_new(ARENA_REQUEST);
	const char *text = arena_text_n(a, (const char *)bytes, n), *at = text, *statement;
	const char *marks = sql_question_marks(a, text);
	size_t length = strlen(text);

	assert(strlen(marks) == length);
	for (size_t i = 0; i < length; i++)
		assert(marks[i] == text[i] || (text[i] == '$' && marks[i] == '?' && strchr("0123456789", text[i + 1])));
	assert(sql_params(text) >= 0);
	while ((statement = sql_next(a, &at)))
		assert(*statement);
	assert(at == text + length);
	arena_free(a);
	return 0;
}
