/* plain_matrix.c - reads the access matrix the slow and obvious way, so that the generated access tests do not test the gate's
 * parser against itself. No arena, no shared helpers: letters and pipes. */
#include "tests/plain_matrix.h"

#include <string.h>

/* The line after this one, or NULL after the last. */
static const char *line_after(const char *line)
{
	while (*line && *line != '\n')
		line++;
	if (*line == '\n')
		line++;
	return *line ? line : NULL;
}

/* A line with cells; notes, views, comments and empty lines are not. */
static bool is_row(const char *line)
{
	if (*line == '#' || *line == '\n' || strncmp(line, "note:", 5) == 0 || strncmp(line, "view:", 5) == 0)
		return false;
	while (*line && *line != '\n')
		if (*line++ == '|')
			return true;
	return false;
}

/* Copy cell number `n` of a row (0 is its name), trimmed. */
static bool cut(const char *line, int n, char *to, int room)
{
	int used = 0;

	for (; n > 0; line++) {
		if (*line == '\n' || !*line)
			return false;
		if (*line == '|')
			n--;
	}
	while (*line == ' ' || *line == '\t')
		line++;
	while (*line && *line != '\n' && *line != '|' && used < room - 1)
		to[used++] = *line++;
	while (used > 0 && (to[used - 1] == ' ' || to[used - 1] == '\t'))
		used--;
	to[used] = '\0';
	return true;
}

/* The row number `n`, the line of roles being row 0. */
static const char *row_at(const char *text, int n)
{
	for (const char *line = text; line; line = line_after(line))
		if (is_row(line) && n-- == 0)
			return line;
	return NULL;
}

bool plain_role(const char *text, int n, char *to, int room)
{
	const char *roles = row_at(text, 0);

	return roles && cut(roles, n + 1, to, room);
}

bool plain_record(const char *text, int n, char *to, int room)
{
	const char *row = row_at(text, n + 1);

	return row && cut(row, 0, to, room);
}

bool plain_cell(const char *text, const char *record, const char *role, char *to, int room)
{
	char name[64];
	int column = -1;

	for (int i = 0; column < 0 && plain_role(text, i, name, (int)sizeof(name)); i++)
		if (strcmp(name, role) == 0)
			column = i;
	for (int i = 0; column >= 0 && plain_record(text, i, name, (int)sizeof(name)); i++)
		if (strcmp(name, record) == 0)
			return cut(row_at(text, i + 1), column + 1, to, room);
	return false;
}

static bool reaches(char scope, struct plain_tie tie)
{
	return (scope == 's' && tie.self) || (scope == 'o' && tie.own) || (scope == 'c' && tie.campus) ||
		(scope == 'g' && tie.group) ||
		(scope == 't' && tie.grant);
}

/* One grant `scope:rights[.view]`, ended by a space or the end: does it give the right to what is asked for? */
static bool gives(const char *grant, struct plain_tie tie, char right, const char *view)
{
	const char *at = grant + 2;
	bool has = false;

	for (; *at && *at != ' ' && *at != '.'; at++)
		if (*at == right)
			has = true;
	if (!has || !reaches(grant[0], tie))
		return false;
	if (*at != '.')
		return true;    /* the whole record, so any view of it too */
	if (!view)
		return false;
	at++;
	return !*view || (strncmp(at, view, strlen(view)) == 0 && (at[strlen(view)] == ' ' || !at[strlen(view)]));
}

bool plain_may(const char *text, const char *record, const char *role, struct plain_tie tie, char right, const char *view)
{
	char cell[128];
	const char *at = cell;

	if (!plain_cell(text, record, role, cell, (int)sizeof(cell)) || strcmp(cell, "-") == 0)
		return false;
	while (*at) {
		if (gives(at, tie, right, view))
			return true;
		while (*at && *at != ' ')
			at++;
		while (*at == ' ')
			at++;
	}
	return false;
}
