/* record.c - looking into record tables, and refusing half-described ones. It reads no rows. */
#include "record/record.h"

#include <string.h>

#include "record/matrix.h"

const struct record *record_find(const struct house *h, const char *name)
{
	for (int i = 0; i < h->count; i++)
		if (strcmp(h->records[i]->name, name) == 0)
			return h->records[i];
	return NULL;
}

int record_stored(const struct record *r)
{
	return r->stored ? r->stored : r->count;
}

int record_number(const struct house *h, const struct record *r)
{
	const struct record *known = r->base ? r->base : r;

	for (int i = 0; i < h->count; i++)
		if (h->records[i] == known)
			return i;
	return -1;
}

int field_find(const struct record *r, const char *name)
{
	for (int i = 0; name && i < r->count; i++)
		if (strcmp(r->fields[i].name, name) == 0)
			return i;
	return -1;
}

bool field_sealed(const struct record *r, int field)
{
	unsigned flags = r->fields[field].flags;

	return r->tier >= T3 ? !(flags & CLEAR) : (flags & SEALED) != 0;
}

const char *choice_label(const struct choice *list, const char *code)
{
	for (; list && list->code; list++)
		if (strcmp(list->code, code) == 0)
			return list->label;
	return code;
}

static bool has_name(const char *const *list, const char *name)
{
	for (; list && *list; list++)
		if (strcmp(*list, name) == 0)
			return true;
	return false;
}

/* The engine's own columns of a table and of its versions. */
static const char *const TAKEN[] = { "id", "campus", "version", "act", "withdrawn", "tier", "joined_from", "at", "by_account",
	"by_name", "why", NULL };

static const struct fault *check_field(struct arena *a, const struct house *h, const struct record *r, const struct field *f)
{
	bool words = f->type == F_TEXT || f->type == F_LONGTEXT;

	if (!f->name || !*f->name || !f->label || !*f->label)
		return FAULT(a, FAULT_BROKEN, "%s: a field lacks its name or label", r->name);
	if (has_name(TAKEN, f->name))
		return FAULT(a, FAULT_BROKEN, "%s.%s: every table has a column of that name already", r->name, f->name);
	if (words && f->max <= 0)
		return FAULT(a, FAULT_BROKEN, "%s.%s: text needs a maximum", r->name, f->name);
	if (f->type == F_CHOICE && !f->choices)
		return FAULT(a, FAULT_BROKEN, "%s.%s: a choice needs its list", r->name, f->name);
	if (f->type == F_REF && (!f->ref || !record_find(h, f->ref)))
		return FAULT(a, FAULT_BROKEN, "%s.%s: refers to no record type", r->name, f->name);
	if ((f->flags & SEALED) && (f->flags & (INDEXED | FOLDED)))
		return FAULT(a, FAULT_BROKEN, "%s.%s: sealed text cannot be indexed", r->name, f->name);
	if ((f->flags & CLEAR) && r->tier >= T3 && words)
		return FAULT(a, FAULT_BROKEN, "%s.%s: at T3 only dates, references and states may stand clear", r->name, f->name);
	for (const struct field *g = r->fields; g < f; g++)
		if (strcmp(g->name, f->name) == 0)
			return FAULT(a, FAULT_BROKEN, "%s.%s: two fields of one name", r->name, f->name);
	return NULL;
}

static const struct fault *check_named(struct arena *a, const struct record *r, const char *what, const char *name)
{
	if (name && strcmp(name, "id") != 0 && field_find(r, name) < 0)
		return FAULT(a, FAULT_BROKEN, "%s: .%s names no field: %s", r->name, what, name);
	return NULL;
}

static const struct fault *check_record(struct arena *a, const struct house *h, const struct record *r)
{
	int row = matrix_record(h->matrix, r->name);

	if (!r->name || !r->title || !r->plural || !r->says || !r->keep || r->count <= 0)
		return FAULT(a, FAULT_BROKEN, "%s: needs a title, a plural, fields, .keep and .says", r->name ? r->name :
			"a record");
	if (h->keeps && !has_name(h->keeps, r->keep))
		return FAULT(a, FAULT_BROKEN, "%s: no retention class %s", r->name, r->keep);
	if (row < 0)
		return FAULT(a, FAULT_BROKEN, "%s: no row in the access matrix", r->name);
	for (int i = 0; i < r->count; i++)
		TRY(check_field(a, h, r, &r->fields[i]));
	TRY(check_named(a, r, "about", r->about));
	TRY(check_named(a, r, "self", r->self));
	TRY(check_named(a, r, "when", r->when));
	TRY(check_named(a, r, "line", r->line));
	TRY(check_named(a, r, "from", r->from));
	TRY(check_named(a, r, "until", r->until));
	TRY(check_named(a, r, "narrow", r->narrow));
	TRY(check_named(a, r, "shared", r->shared));
	TRY(check_named(a, r, "pack", r->pack));
	for (const struct view *v = r->views; v && v->name; v++)
		for (const char *const *f = v->fields; *f; f++)
			TRY(check_named(a, r, "views", *f));
	for (int i = 0; i < h->matrix->n_views; i++) {
		const struct matrix_view *mv = &h->matrix->views[i];
		const struct view *v = r->views;

		if (mv->record != row)
			continue;
		while (v && v->name && strcmp(v->name, mv->name) != 0)
			v++;
		if (!v || !v->name)
			return FAULT(a, FAULT_BROKEN, "%s: the matrix names a view that the table lacks: %s", r->name, mv->name);
	}
	return NULL;
}

const struct fault *record_check_all(struct arena *a, const struct house *h)
{
	for (int i = 0; i < h->count; i++) {
		TRY(check_record(a, h, h->records[i]));
		for (int j = 0; j < i; j++)
			if (strcmp(h->records[i]->name, h->records[j]->name) == 0)
				return FAULT(a, FAULT_BROKEN, "%s: two record types of one name", h->records[i]->name);
	}
	return NULL;
}

const struct fault *house_ready(struct arena *a, struct house *h)
{
	int *rows = arena_array(a, (size_t)h->count, sizeof *rows);

	for (int i = 0; i < h->count; i++)
		rows[i] = matrix_record(h->matrix, h->records[i]->name);
	h->matrix_rows = rows;
	return record_check_all(a, h);
}
