/* sql_text.c - finds quotes, comments, parameters and statement ends in SQL. It does not know what a statement means. */
#include "db/sql_text.h"

#include <string.h>

#include "base/buf.h"

bool sql_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A doubled quote inside is two quotes that touch: the second is taken as a new string by the caller, which comes to the same. */
static size_t quoted(const char *p)
{
	const char *end = strchr(p + 1, *p);

	return end ? (size_t)(end - p) + 1 : strlen(p);
}

static size_t dollar_quoted(const char *p)
{
	size_t tag = 1;
	const char *end;

	while (sql_name_char(p[tag]))
		tag++;
	if (p[tag] != '$' || digit(p[1]))
		return 0;
	tag++;
	for (end = strchr(p + tag, '$'); end; end = strchr(end + 1, '$')) {
		if (strncmp(end, p, tag) == 0)
			return (size_t)(end - p) + tag;
	}
	return strlen(p);
}

size_t sql_skip(const char *p)
{
	const char *end;

	if (*p == '\'' || *p == '"')
		return quoted(p);
	if (*p == '$')
		return dollar_quoted(p);
	if (p[0] == '-' && p[1] == '-')
		return strcspn(p, "\n");
	if (p[0] == '/' && p[1] == '*') {
		end = strstr(p + 2, "*/");
		return end ? (size_t)(end - p) + 2 : strlen(p);
	}
	return 0;
}

int sql_param(const char *p, char before, size_t *length)
{
	size_t n = 1;
	int number = 0;

	if (*p != '$' || !digit(p[1]) || sql_name_char(before))
		return 0;
	while (digit(p[n]) && number < 100000)
		number = number * 10 + (p[n++] - '0');
	*length = n;
	return number;
}

int sql_params(const char *sql)
{
	int most = 0;
	char before = ' ';

	for (const char *p = sql; *p;) {
		size_t n = sql_skip(p);
		int number = n ? 0 : sql_param(p, before, &n);

		if (number > most)
			most = number;
		p += n ? n : 1;
		before = p[-1];
	}
	return most;
}

const char *sql_question_marks(struct arena *a, const char *sql)
{
	struct buf out = buf_new(a);
	char before = ' ';

	for (const char *p = sql; *p;) {
		size_t n = sql_skip(p);

		if (n == 0 && sql_param(p, before, &n)) {
			buf_add_c(&out, '?');
			buf_add_n(&out, p + 1, n - 1);
		} else {
			n = n ? n : 1;
			buf_add_n(&out, p, n);
		}
		p += n;
		before = p[-1];
	}
	return buf_text(&out);
}

const char *sql_next(struct arena *a, const char **at)
{
	const char *p = *at, *start = NULL;

	for (;;) {
		size_t n = sql_skip(p);
		bool comment = n && (*p == '-' || *p == '/');

		if (*p == '\0' || (n == 0 && *p == ';')) {
			const char *end = p;

			*at = p = *p ? p + 1 : p;
			if (start)
				return arena_text_n(a, start, (size_t)(end - start));
			if (*end == '\0')
				return NULL;
			continue;
		}
		if (!start && !comment && !blank(*p))
			start = p;
		p += n ? n : 1;
	}
}
