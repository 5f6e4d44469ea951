/* sql.c - a build tool: named queries in, C out. `sql IN.sql OUT.c OUT.h`.
 *
 *	-- name: open_concerns(before text) -> id, risk    scope: CAMPUS    tier: T4
 *	-- unscoped: concern_ack only whether there is one
 *	SELECT c.id, c.risk FROM concern c LEFT JOIN concern_ack a ON a.concern_id = c.id
 *	 WHERE {scope c} AND a.id IS NULL AND c.raised_at < $1 ORDER BY c.id;
 *
 * The heading may run over several comment lines, each of which begins with one of -> scope: tier: unscoped:. Every table asked
 * must carry a {scope ALIAS} mark or an `unscoped` line with its reason (R2). This tool knows SQL's words and brackets, no more:
 * whether a query is right is for the databases to say, which prepare every one in the tests. */
#include <ctype.h>
#include <stdarg.h>
#include <strings.h>

#include "db/sql_text.h"
#include "sql.h"

const char *sql_file;
struct arena *mem;
static int errors;

void complain(int line, const char *format, ...)
{
	va_list ap;

	errors++;
	fprintf(stderr, "%s:%d: error: ", sql_file, line);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
}

int listed(const char *const *list, int count, const char *word)
{
	for (int i = 0; i < count; i++) {
		if (strcasecmp(list[i], word) == 0)
			return i;
	}
	return -1;
}

/* ---- the heading ---- */

const char *after_blanks(const char *p)
{
	return p + strspn(p, " \t");
}

const char *a_name(const char **p)
{
	const char *start = *p = after_blanks(*p);

	while (sql_name_char(**p))
		(*p)++;
	return arena_text_n(mem, start, (size_t)(*p - start));
}

void add(const char **list, int *count, const char *what, int line)
{
	if (*count == MOST)
		complain(line, "more than %d of one kind in a query", MOST);
	else
		list[(*count)++] = what;
}

/* "before text, after text)" */
static const char *read_params(struct query *q, const char *p)
{
	static const char *const TYPES[] = { "text", "int", "bytes" };

	for (p = after_blanks(p); *p && *p != ')'; p = after_blanks(p)) {
		const char *name = a_name(&p), *type = a_name(&p);

		if (!*name || !AMONG(TYPES, type)) {
			complain(q->line, "a parameter reads `name type`, the type being text, int or bytes");
			p += strcspn(p, ")");
			break;
		}
		add(q->params, &q->param_count, name, q->line);
		p = after_blanks(p);
		p += *p == ',';
	}
	return p + (*p == ')');
}

static const char *read_columns(struct query *q, const char *p)
{
	do {
		const char *name = a_name(&p);

		if (!*name)
			complain(q->line, "a column's name is missing after -> or a comma");
		if (listed(q->columns, q->column_count, name) >= 0)
			complain(q->line, "two columns called %s", name);
		add(q->columns, &q->column_count, name, q->line);
		p = after_blanks(p);
	} while (*p == ',' && p++);
	return p;
}

static void read_scope(struct query *q, const char *scope)
{
	static const char *const SCOPES[] = { "SELF", "PUPIL", "CASE", "CAMPUS", "GROUP", "PUBLIC" };

	if (!AMONG(SCOPES, scope))
		complain(q->line, "scope %s: one of SELF PUPIL CASE CAMPUS GROUP PUBLIC", scope);
	q->scope = scope;
}

static void read_tier(struct query *q, const char *tier)
{
	if (tier[0] != 'T' || tier[1] < '0' || tier[1] > '5' || tier[2])
		complain(q->line, "tier %s: one of T0 to T5", tier);
	else
		q->tier = tier[1] - '0';
}

static void read_excuse(struct query *q, const char *p)
{
	const char *table = a_name(&p);

	if (!*table || !*after_blanks(p))
		complain(q->line, "unscoped: say the table and why, as in `-- unscoped: pupil_alias holds no content`");
	add(q->excused, &q->excused_count, table, q->line);
}

/* What follows the query's name, or a further heading line. A plain comment is passed over. */
static void read_heading(struct query *q, const char *p)
{
	for (p = after_blanks(p); *p; p = after_blanks(p)) {
		if (strncmp(p, "->", 2) == 0) {
			p = read_columns(q, p + 2);
		} else if (strncmp(p, "scope:", 6) == 0) {
			p += 6;
			read_scope(q, a_name(&p));
		} else if (strncmp(p, "tier:", 5) == 0) {
			p += 5;
			read_tier(q, a_name(&p));
		} else {
			if (strncmp(p, "unscoped:", 9) == 0)
				read_excuse(q, p + 9);
			return;
		}
	}
}

/* ---- the file ---- */

static const char *line_of(const char **p, int *line)
{
	size_t n = strcspn(*p, "\n");
	const char *text = arena_text_n(mem, *p, n);

	*p += n + ((*p)[n] == '\n');
	++*line;
	return text;
}

/* A query whose heading begins at *p. */
static struct query *read_query(const char **p, int *line)
{
	struct query *q = arena_alloc(mem, sizeof *q);
	const char *text;

	q->line = *line;
	q->tier = -1;
	text = line_of(p, line) + strlen("-- name:");
	q->name = a_name(&text);
	if (!*q->name || !islower((unsigned char)*q->name))
		complain(q->line, "a query's name begins with a small letter");
	text = after_blanks(text);
	if (*text == '(')
		text = read_params(q, text + 1);
	read_heading(q, text);
	while (strncmp(*p, "--", 2) == 0)
		read_heading(q, line_of(p, line) + 2);
	read_statement(q, p, line);
	return q;
}

static int read_file(const char *p, struct query **list, int most)
{
	int line = 1, count = 0;

	while (*p) {
		if (strncmp(p, "-- name:", 8) == 0 && count < most) {
			list[count++] = read_query(&p, &line);
			continue;
		}
		if (strncmp(p, "--", 2) != 0 && !strchr("\r\n \t", *p)) {
			complain(line, "SQL before a `-- name:` heading");
			return count;
		}
		line_of(&p, &line);
	}
	for (int i = 0; i < count; i++) {
		for (int k = 0; k < i; k++) {
			if (strcmp(list[i]->name, list[k]->name) == 0)
				complain(list[i]->line, "query %s is here twice", list[i]->name);
		}
	}
	return count;
}

/* ---- the tool ---- */

static void write_file(const char *path, void (*write)(FILE *, struct query *const *, int), struct query *const *list, int count)
{
	FILE *f = fopen(path, "w");

	if (f)
		write(f, list, count);
	if (!f || fclose(f) != 0) {
		fprintf(stderr, "%s: cannot be written\n", path);
		exit(1);
	}
}

int main(int argc, char **argv)
{
	enum { QUERIES_MOST = 1000 };
	struct query **list;
	struct buf text;
	FILE *f = argc == 4 ? fopen(argv[1], "r") : NULL;
	int count;

	mem = arena_new((size_t)256 << 20);
	if (!f) {
		fprintf(stderr, "usage: sql IN.sql OUT.c OUT.h\n");
		return 2;
	}
	sql_file = argv[1];
	text = buf_new(mem);
	for (int c; (c = fgetc(f)) != EOF;)
		buf_add_c(&text, (char)c);
	fclose(f);
	list = arena_array(mem, QUERIES_MOST, sizeof *list);
	count = read_file(buf_text(&text), list, QUERIES_MOST);
	if (errors == 0) {
		write_file(argv[2], write_c, list, count);
		write_file(argv[3], write_h, list, count);
	}
	arena_free(mem);
	return errors ? 1 : 0;
}
