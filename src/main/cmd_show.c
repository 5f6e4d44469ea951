/* cmd_show.c - `opensenco show`: everything a record table gave, and the derived facts that golden/ keeps. It opens no store. */
#include <stdio.h>
#include <string.h>

#include "api/api.h"
#include "law/clock.h"
#include "main/commands.h"
#include "main/migrations.h"
#include "main/routes.h"
#include "main/store.h"
#include "reports/dictionary.h"

static const char *type_name(enum field_type type)
{
	static const char *const NAMES[] = { "text", "long text", "choice", "date", "moment", "number", "pence", "yes/no",
		"reference" };

	return NAMES[type];
}

static void show_field(const struct record *r, int i)
{
	const struct field *f = &r->fields[i];

	printf("  %-22s %-10s %s%s%s%s%s%s\n", f->name, type_name(f->type), f->flags & REQUIRED ? "required " : "",
		field_sealed(r, i) ? "sealed " : "", f->flags & BY_SYSTEM ? "by-system " : "", f->flags & SECRET ? "secret " : "",
		f->flags & SEARCH ? "searched " : "", f->label);
}

static void show_record(struct arena *a, const struct house *h, const struct record *r)
{
	int row = matrix_record(h->matrix, r->name);

	printf("%s: %s. Tier T%d, kept as %s.\n%s\n\nFields\n", r->name, r->title, (int)r->tier, r->keep, r->says);
	for (int i = 0; i < r->count; i++)
		show_field(r, i);
	printf("\nWho may\n");
	for (int role = 0; role < h->matrix->n_roles; role++) {
		const struct matrix_cell *cell = matrix_cell(h->matrix, row, role);

		if (cell->count)
			printf("  %-12s %s\n", h->matrix->roles[role], matrix_cell_text(a, cell));
	}
}

static void golden_access(struct arena *a, const struct house *h)
{
	for (int i = 0; i < h->count; i++)
		for (int role = 0; role < h->matrix->n_roles; role++)
			printf("%-20s %-12s %s\n", h->records[i]->name, h->matrix->roles[role],
				matrix_cell_text(a, matrix_cell(h->matrix, h->matrix_rows[i], role)));
}

static bool show_named(struct arena *a, const struct house *h, const char *name)
{
	if (strcmp(name, "schema") == 0 || strcmp(name, "schema.sqlite.sql") == 0)
		fputs(record_schema(a, h), stdout);
	else if (strcmp(name, "guard.pg.sql") == 0)
		fputs(record_guard(a, h), stdout);
	else if (strcmp(name, "routes") == 0 || strcmp(name, "routes.txt") == 0)
		fputs(web_routes(a, HOUSE_ROUTES), stdout);
	else if (strcmp(name, "access.txt") == 0)
		golden_access(a, h);
	else if (strcmp(name, "clocks") == 0 || strcmp(name, "clocks.txt") == 0)
		fputs(law_clocks_text(a), stdout);
	else if (strcmp(name, "api") == 0 || strcmp(name, "api.txt") == 0)
		fputs(api_text(a, h), stdout);
	else if (strcmp(name, "dictionary") == 0)
		fputs(dictionary_text(a, h), stdout);
	else
		return false;
	return true;
}

int cmd_show(struct args *args)
{
	const char *golden = args_value(args, "--golden", NULL), *name = golden ? golden : args_next(args);
	struct house h;
	const struct fault *f = store_house(args->a, &h);
	const struct record *r;

	if (!args_done(args))
		return EXIT_MISUSE;
	if (f)
		return command_fault(args, "Reading the tables", f);
	if (!name) {
		for (int i = 0; i < h.count; i++)
			printf("%-20s T%d  %s\n", h.records[i]->name, (int)h.records[i]->tier, h.records[i]->says);
		return EXIT_FINE;
	}
	if (show_named(args->a, &h, name))
		return EXIT_FINE;
	r = record_find(&h, name);
	if (!r) {
		fprintf(stderr, "There is no record type \"%s\". `opensenco show` lists them.\n", name);
		return EXIT_MISUSE;
	}
	show_record(args->a, &h, r);
	return EXIT_FINE;
}

int cmd_migrate(struct args *args)
{
	bool draft = args_flag(args, "--draft");
	struct store s;
	const struct fault *f = store_find(args, &s);
	int applied = 0;

	if (!args_done(args))
		return EXIT_MISUSE;
	if (!f && draft) {
		fputs(record_schema(args->a, &s.house), stdout);
		return EXIT_FINE;
	}
	f = f ? f : store_lock(args->a, &s);
	f = f ? f : store_migrate(args->a, &s, &applied);
	if (f)
		return command_fault(args, "Bringing the schema up to date", f);
	if (applied)
		printf("%d migrations applied.\n", applied);
	else
		printf("The schema is up to date.\n");
	return EXIT_FINE;
}
