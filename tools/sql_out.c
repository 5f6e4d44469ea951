/* sql_out.c - writes what was read as C: a const struct query each, an enum of its columns, a list of all. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "sql.h"

static const char *upper(const char *name)
{
	char *out = arena_text(mem, name);

	for (char *p = out; *p; p++)
		*p = isalnum((unsigned char)*p) ? (char)toupper((unsigned char)*p) : '_';
	return out;
}

/* "src/areas/support/queries.sql" -> "SUPPORT" */
static const char *folder(void)
{
	const char *end = strrchr(sql_file, '/'), *start = end;

	while (start && start > sql_file && start[-1] != '/')
		start--;
	return upper(end ? arena_text_n(mem, start, (size_t)(end - start)) : "HERE");
}

static void write_string(FILE *f, const char *text)
{
	fputs("\t\"", f);
	for (; *text; text++) {
		if (*text == '\n')
			fputs(text[1] ? "\\n\"\n\t\"" : "", f);
		else if (*text == '"' || *text == '\\')
			fprintf(f, "\\%c", *text);
		else
			fputc(*text, f);
	}
	fputc('"', f);
}

void write_c(FILE *f, struct query *const *list, int count)
{
	fprintf(f, "/* Made from %s by tools/sql. */\n#include <stddef.h>\n\n#include \"%s.h\"\n", sql_file,
		strncmp(sql_file, "src/", 4) ? sql_file : sql_file + 4);
	for (int i = 0; i < count; i++) {
		const struct query *q = list[i];

		fprintf(f, "\nstatic const char *const columns_%d[] = {", i);
		for (int k = 0; k < q->column_count; k++)
			fprintf(f, " \"%s\",", q->columns[k]);
		fprintf(f, " NULL };\nstatic const struct query_mark marks_%d[] = {", i);
		for (int k = 0; k < q->mark_count; k++) {
			const struct table *t = q->tables;

			while (strcasecmp(t->alias, q->marks[k]) != 0)
				t++;
			fprintf(f, " { \"%s\", \"%s\" },", t->alias, t->name);
		}
		fprintf(f, " { NULL, NULL } };\nstatic const char *const unscoped_%d[] = {", i);
		for (int k = 0; k < q->excused_count; k++)
			fprintf(f, " \"%s\",", q->excused[k]);
		fprintf(f, " NULL };\nconst struct query Q_%s = {\n\t\"%s\",\n", upper(q->name), q->name);
		write_string(f, q->sql);
		fprintf(f, ",\n\t%d, columns_%d, %d, \"%s\", %d, marks_%d, %d, unscoped_%d,\n};\n", q->param_count, i,
			q->column_count, q->scope, q->tier, i, q->mark_count, i);
	}
	fprintf(f, "\nconst struct query *const QUERIES_%s[] = {", folder());
	for (int i = 0; i < count; i++)
		fprintf(f, "\n\t&Q_%s,", upper(list[i]->name));
	fputs("\n\tNULL,\n};\n", f);
}

void write_h(FILE *f, struct query *const *list, int count)
{
	fprintf(f, "/* Made from %s by tools/sql. */\n#ifndef QUERIES_%s_H\n#define QUERIES_%s_H\n\n"
		"#include \"record/query.h\"\n\n",
		sql_file, folder(), folder());
	for (int i = 0; i < count; i++) {
		const char *name = upper(list[i]->name);

		fprintf(f, "extern const struct query Q_%s;\nenum {", name);
		for (int k = 0; k < list[i]->column_count; k++)
			fprintf(f, " Q_%s_%s,", name, upper(list[i]->columns[k]));
		fprintf(f, " };\n");
	}
	fprintf(f, "extern const struct query *const QUERIES_%s[]; /* NULL-ended */\n\n#endif\n", folder());
}
