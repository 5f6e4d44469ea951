/* dictionary.c - the data dictionary as text (`opensenco show dictionary`) and as a page. */
#include "reports/dictionary.h"

#include "law/retention.h"
#include "reports/derive.h"

const char *dictionary_type(struct arena *a, const struct house *h, const struct field *f)
{
	const struct record *to = f->type == F_REF ? record_find(h, f->ref) : NULL;

	switch (f->type) {
	case F_TEXT: return arena_printf(a, "One line, up to %d letters", f->max);
	case F_LONGTEXT: return arena_printf(a, "Text, up to %d letters", f->max);
	case F_CHOICE: return "One of a list";
	case F_DATE: return "Date";
	case F_TIME: return "Day and time";
	case F_NUMBER: return "Whole number";
	case F_PENCE: return "Pounds and pence";
	case F_YESNO: return "Yes or no";
	case F_REF: return arena_printf(a, "Points to: %s", to ? to->title : f->ref);
	}
	return "";
}

static void note(struct buf *b, bool is, const char *word)
{
	if (!is)
		return;
	buf_add(b, b->len ? ", " : "");
	buf_add(b, word);
}

const char *dictionary_notes(struct arena *a, const struct record *r, int field)
{
	unsigned flags = r->fields[field].flags;
	struct buf b = buf_new(a);

	note(&b, flags & REQUIRED, "required");
	note(&b, field_sealed(r, field), "sealed");
	note(&b, flags & SEARCH, "found by search");
	note(&b, flags & BY_SYSTEM, "set by the program");
	note(&b, flags & SECRET, "never shown");
	note(&b, flags & RESTRICTED, "in no file");
	note(&b, flags & THIRD, "about somebody else");
	return buf_text(&b);
}

const char *dictionary_cell(struct arena *a, const struct matrix_cell *cell)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < cell->count; i++) {
		const struct grant *g = &cell->grants[i];

		buf_printf(&b, "%s%s: %s", i ? "; " : "", scope_words(g->scope), rights_words(a, g->rights));
		if (g->view)
			buf_printf(&b, " (only: %s)", g->view);
	}
	return buf_text(&b);
}

static const char *kept(struct arena *a, const struct record *r)
{
	const struct retention *keep = law_retention(r->keep);

	return keep ? arena_printf(a, "%s: %s (%s)", keep->title, keep->rule, keep->source) : r->keep;
}

const char *dictionary_text(struct arena *a, const struct house *h)
{
	struct buf b = buf_new(a);

	for (int k = 0; k < h->count; k++) {
		const struct record *r = h->records[k];

		buf_printf(&b, "%s%s: %s\n  %s\n  Tier T%d. Kept as %s\n", k ? "\n" : "", r->name, r->title, r->says, (int)r->tier,
			kept(a, r));
		for (int i = 0; i < r->count; i++)
			buf_printf(&b, "    %-20s %-32s %-34s %s\n", r->fields[i].name, r->fields[i].label,
				dictionary_type(a, h, &r->fields[i]), dictionary_notes(a, r, i));
		for (int role = 0; role < h->matrix->n_roles; role++) {
			const struct matrix_cell *cell = matrix_cell(h->matrix, h->matrix_rows[k], role);

			if (cell->count)
				buf_printf(&b, "    %-12s %s\n", h->matrix->roles[role], dictionary_cell(a, cell));
		}
	}
	return buf_text(&b);
}

/* ---- the page: a list of types, and one type with ?type= ---- */

static const struct ui_column FIELD_COLUMNS[] = {
	{ .label = "Field", .phone = UI_LEAD }, { .label = "Kind" }, { .label = "Notes" }, { .label = "Name in files" }, { NULL },
};
static const struct ui_column ROLE_COLUMNS[] = { { .label = "Role", .phone = UI_LEAD }, { .label = "May" }, { NULL } };

static void draw_fields(struct req *rq, struct ui *ui, const struct record *r)
{
	ui_table(ui, &(struct ui_table){ .caption = "Fields", .caption_shown = true, .columns = FIELD_COLUMNS });
	for (int i = 0; i < r->count; i++) {
		ui_row(ui);
		ui_cell_sub(ui, r->fields[i].label, r->fields[i].hint ? r->fields[i].hint : "");
		ui_cell(ui, dictionary_type(rq->a, rq->act->house, &r->fields[i]));
		ui_cell(ui, dictionary_notes(rq->a, r, i));
		ui_cell(ui, r->fields[i].name);
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static void draw_roles(struct req *rq, struct ui *ui, const struct record *r)
{
	const struct house *h = rq->act->house;
	int row = h->matrix_rows[record_number(h, r)];

	ui_table(ui, &(struct ui_table){ .caption = "Who may", .caption_shown = true, .columns = ROLE_COLUMNS });
	for (int role = 0; role < h->matrix->n_roles; role++) {
		const struct matrix_cell *cell = matrix_cell(h->matrix, row, role);

		if (!cell->count)
			continue;
		ui_row(ui);
		ui_cell(ui, choice_label(web_options(rq->web)->roles, h->matrix->roles[role]));
		ui_cell(ui, dictionary_cell(rq->a, cell));
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static const struct fault *draw_type(struct req *rq, struct ui *ui, const struct record *r)
{
	ui->shell.title = arena_printf(rq->a, "Data dictionary: %s", r->title);
	ui_head(ui, r->title, r->says);
	ui_head_end(ui);
	ui_facts(ui);
	ui_fact(ui, "Name in files", r->name);
	ui_fact(ui, "Tier", arena_printf(rq->a, "T%d", (int)r->tier));
	ui_fact(ui, "How long it is kept", kept(rq->a, r));
	ui_facts_end(ui);
	draw_fields(rq, ui, r);
	draw_roles(rq, ui, r);
	ui_link_to(ui, "All kinds of record", "/help/dictionary");
	return NULL;
}

const struct fault *dictionary_page(struct req *rq, struct ui *ui)
{
	const char *name = rq_param(rq, "type");
	const struct house *h = rq->act->house;
	const struct record *r = name ? record_find(h, name) : NULL;

	if (name && !r)
		return FAULT(rq->a, FAULT_NONE, "no such type");
	if (r)
		return draw_type(rq, ui, r);
	ui_head(ui, "Data dictionary", "Every kind of record, its fields, how long it is kept, and who may do what with it.");
	ui_head_end(ui);
	ui_items(ui);
	for (int i = 0; i < h->count; i++) {
		ui_item(ui);
		ui_link_to(ui, h->records[i]->title, arena_printf(rq->a, "/help/dictionary?type=%s", h->records[i]->name));
		ui_small(ui, h->records[i]->says);
		ui_item_end(ui);
	}
	ui_items_end(ui);
	return NULL;
}
