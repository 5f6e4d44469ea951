/* cmd_who_can.c - `opensenco who-can`: everything a role reaches, or a person with all their roles: records, rights, scope, fields,
 * pages. It reads the tables the gate reads. What a conflict, a grant or a date narrows further is said in the notes at its end. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "areas/accounts/area.h"
#include "main/commands.h"
#include "main/routes.h"
#include "main/store.h"

static const char *scope_of(const struct grant *g) { return scope_words(g->scope); }

static bool shows(const struct record *r, const char *view, int field)
{
	if (r->fields[field].flags & SECRET)
		return false;
	if (!view)
		return true;
	for (const struct view *v = r->views; v && v->name; v++)
		for (const char *const *f = strcmp(v->name, view) == 0 ? v->fields : NULL; f && *f; f++)
			if (strcmp(*f, r->fields[field].name) == 0)
				return true;
	return false;
}

static json_t *fields_of(const struct record *r, const char *view)
{
	json_t *list = json_array();

	for (int i = 0; i < r->count; i++)
		if (shows(r, view, i))
			json_array_append_new(list, json_string(r->fields[i].name));
	return list;
}

static json_t *records_of(struct arena *a, const struct house *h, int role)
{
	json_t *list = json_array();

	for (int i = 0; i < h->count; i++) {
		const struct matrix_cell *cell = matrix_cell(h->matrix, h->matrix_rows[i], role);

		for (int g = 0; g < cell->count; g++)
			json_array_append_new(list, json_pack("{s:s, s:i, s:s, s:s, s:s?, s:o}", "record", h->records[i]->name,
				"tier", (int)h->records[i]->tier, "rights", rights_words(a, cell->grants[g].rights), "scope",
				scope_of(&cell->grants[g]),
				"view", cell->grants[g].view, "fields", fields_of(h->records[i], cell->grants[g].view)));
	}
	return list;
}

static bool reaches(const struct house *h, const struct route *r, int role)
{
	int n = r->record ? record_number(h, r->record) : -1;

	if (!r->record || (r->flags & (OPEN | ANYONE)))
		return true;
	return n >= 0 && (matrix_cell(h->matrix, h->matrix_rows[n], role)->rights & right_bit(r->right)) != 0;
}

static json_t *routes_of(const struct house *h, int role)
{
	json_t *list = json_array();

	for (const struct route *const *t = HOUSE_ROUTES; *t; t++)
		for (const struct route *r = *t; r->path; r++)
			if (reaches(h, r, role))
				json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:b, s:b}", "path", r->path, "method",
					r->get && r->post ? "GET POST" : r->get ? "GET" : "POST", "title", r->title ? r->title : "",
					"open", (r->flags & OPEN) != 0, "step_up", (r->flags & STEP_UP) != 0));
	return list;
}

/* ---- as text ---- */

static void print_fields(FILE *to, json_t *fields)
{
	size_t i, column = 4;
	json_t *f;

	fprintf(to, "    ");
	json_array_foreach(fields, i, f) {
		const char *name = json_string_value(f);

		if (column + strlen(name) > 118) {
			fprintf(to, "\n    ");
			column = 4;
		}
		fprintf(to, "%s ", name);
		column += strlen(name) + 1;
	}
	fputc('\n', to);
}

static void print_role(FILE *to, json_t *role)
{
	json_t *one;
	size_t i;

	fprintf(to, "%s (%s)\n\nRecords\n", json_string_value(json_object_get(role, "label")),
		json_string_value(json_object_get(role, "role")));
	json_array_foreach(json_object_get(role, "records"), i, one) {
		const char *view = json_string_value(json_object_get(one, "view"));

		fprintf(to, "  %-22s %s, %s%s%s\n", json_string_value(json_object_get(one, "record")),
			json_string_value(json_object_get(one, "scope")), json_string_value(json_object_get(one, "rights")),
			view ? ", only " : "", view ? view : "");
		print_fields(to, json_object_get(one, "fields"));
	}
	fprintf(to, "\nPages\n");
	json_array_foreach(json_object_get(role, "routes"), i, one)
		fprintf(to, "  %-8s %-52s %s%s\n", json_string_value(json_object_get(one, "method")),
			json_string_value(json_object_get(one, "path")), json_string_value(json_object_get(one, "title")),
			json_is_true(json_object_get(one, "step_up")) ? " (after a fresh code)" : "");
	fputc('\n', to);
}

static json_t *role_json(struct arena *a, const struct house *h, int role)
{
	return json_pack("{s:s, s:s, s:o, s:o}", "role", h->matrix->roles[role], "label",
		choice_label(ROLES, h->matrix->roles[role]),
		"records", records_of(a, h, role), "routes", routes_of(h, role));
}

static void print(FILE *to, const struct house *h, json_t *roles, bool json)
{
	json_t *role;
	size_t i;

	if (json) {
		json_dumpf(roles, to, JSON_INDENT(1));
		fputc('\n', to);
		return;
	}
	json_array_foreach(roles, i, role)
		print_role(to, role);
	fputs("What no setting lifts\n", to);
	for (int n = 0; n < h->matrix->n_notes; n++)
		fprintf(to, "  %s\n", h->matrix->notes[n]);
}

/* ---- whom ---- */

/* The roles that the account `login` holds today, standing in included. */
static const struct fault *roles_of_login(struct store *s, struct arena *a, const char *login, json_t *roles)
{
	const struct fault *f;
	struct actor *who;
	struct row *account;
	struct act *act;
	unsigned seen = 0;

	TRY(store_read(s, a, &STORE_PROGRAM, "", &act));
	f = account_named(act, login, false, &account);
	if (f)
		return f->code == FAULT_NONE ? FAULT(a, FAULT_INVALID, "there is no role and no sign-in name \"%s\"", login) : f;
	f = actor_load(act->db, a, &s->house, row_id(account), act->today, &who);
	if (f)
		return f->code == FAULT_NONE ? FAULT(a, FAULT_INVALID, "the account %s is not open: it reaches nothing", login) : f;
	for (int i = 0; i < who->held_count; i++) {
		if (seen & 1u << who->held[i].role)
			continue;
		seen |= 1u << who->held[i].role;
		json_array_append_new(roles, role_json(a, &s->house, who->held[i].role));
	}
	return NULL;
}

static int list_roles(FILE *to, const struct house *h)
{
	for (int i = 0; i < h->matrix->n_roles; i++)
		fprintf(to, "%-12s %s\n", h->matrix->roles[i], choice_label(ROLES, h->matrix->roles[i]));
	return EXIT_FINE;
}

int cmd_who_can(struct args *args)
{
	bool json = args_flag(args, "--json"), list = args_flag(args, "--list");
	json_t *roles;
	struct store s;
	const struct fault *f = store_find(args, &s);
	const char *who = args_next(args);
	int role;

	if (!args_done(args))
		return EXIT_MISUSE;
	if (f)
		return command_fault(args, "Reading the tables", f);
	if (list || !who)
		return list_roles(args->out, &s.house);
	roles = json_array();
	role = matrix_role(s.house.matrix, who);
	if (role >= 0)
		json_array_append_new(roles, role_json(args->a, &s.house, role));
	else
		f = roles_of_login(&s, args->a, who, roles);
	if (f) {
		json_decref(roles);
		return command_fault(args, "Saying who can", f);
	}
	print(args->out, &s.house, roles, json);
	json_decref(roles);
	return EXIT_FINE;
}
