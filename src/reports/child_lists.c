/* child_lists.c - tables of a child's records: drawn from the record tables, so that every tab reads alike. Not here: which
 * fields. */
#include "reports/child_lists.h"

#include <string.h>

#include "reports/queries.sql.h"

bool row_holds(const struct row *row, day on)
{
	const struct record *r = row_record(row);
	day from = r->from ? row_day(row, field_find(r, r->from)) : DAY_NONE;
	day until = r->until ? row_day(row, field_find(r, r->until)) : DAY_NONE;

	return (from == DAY_NONE || from <= on) && (until == DAY_NONE || until >= on);
}

const struct fault *staff_name(struct req *rq, struct staff_names *names, const char *id, const char **out)
{
	*out = "";
	if (!*id)
		return NULL;
	if (!names->read)
		TRY(query_run(rq->act, &Q_STAFF_NAMES, NULL, &names->found));
	names->read = true;
	for (int i = 0; i < names->found.rows; i++)
		if (strcmp(found_text(&names->found, i, Q_STAFF_NAMES_ID), id) == 0)
			*out = found_text(&names->found, i, Q_STAFF_NAMES_NAME);
	return NULL;
}

static const struct fault *cell_text(struct req *rq, const struct row *row, int field, struct staff_names *names, const char **out)
{
	const struct field *f = &row_record(row)->fields[field];

	*out = row_show(rq->a, row, field);
	if (f->type == F_REF && strcmp(f->ref, "staff") == 0)
		return staff_name(rq, names, row_text(row, field), out);
	return NULL;
}

/* A column that no row may show, or that all leave empty, is left out: nothing says what is missing. */
static struct ui_column *columns_of(struct req *rq, const struct child_list *l, const struct rows *rows, bool *shown)
{
	int n = 0, k = 0;
	struct ui_column *out;

	while (l->columns[n].label)
		n++;
	out = arena_array(rq->a, (size_t)n + 2, sizeof *out);
	for (int i = 0; i < n; i++) {
		shown[i] = i == 0;
		for (int r = 0; r < rows->count; r++)
			shown[i] = shown[i] || *row_text(rows->row[r], l->columns[i].field);
		if (shown[i])
			out[k++] = (struct ui_column){ .label = l->columns[i].label, .phone = l->columns[i].phone };
	}
	out[k] = (struct ui_column){ .label = "Change", .quiet = true, .act = true };
	return out;
}

static const struct fault *draw_row(struct req *rq, struct ui *ui, const struct child *c, const struct child_list *l,
	const struct row *row, struct staff_names *names, const bool *shown, bool edit)
{
	const char *text;

	ui_row(ui);
	for (int i = 0; l->columns[i].label; i++) {
		if (!shown[i])
			continue;
		TRY(cell_text(rq, row, l->columns[i].field, names, &text));
		if (i == 0 && l->head)
			text = l->head(rq->a, row);
		ui_cell_begin(ui);
		if (l->columns[i].long_text)
			ui_prose(ui, text);
		else
			buf_add_html(&ui->out, text);
		ui_cell_end(ui);
	}
	ui_cell_begin(ui);
	if (edit)
		ui_link_to(ui, "Change", arena_printf(rq->a, "%s/records/%s/%s", c->base, l->record->name, row_id(row)));
	ui_cell_end(ui);
	ui_row_end(ui);
	return NULL;
}

static const struct fault *draw_table(struct req *rq, struct ui *ui, const struct child *c, const struct child_list *l,
	struct staff_names *names, const struct rows *rows, bool now, bool edit)
{
	bool shown[32] = { false };
	const struct ui_column *columns = columns_of(rq, l, rows, shown);

	ui_table(ui, &(struct ui_table){ .caption = arena_printf(rq->a, "%s%s", l->title, now ? "" : ", earlier"),
		.columns = columns });
	for (int i = 0; i < rows->count; i++)
		if (row_holds(rows->row[i], rq->act->today) == now)
			TRY(draw_row(rq, ui, c, l, rows->row[i], names, shown, edit));
	ui_table_end(ui);
	return NULL;
}

const struct fault *child_rows_draw(struct req *rq, struct ui *ui, const struct child *c, const struct child_list *l,
	struct staff_names *names, const struct rows *rows)
{
	const char *add = child_add(rq, c, l->record);
	bool edit = !(l->record->is & (APPEND_ONLY | SYSTEM_ONLY)) && rq_may(rq, l->record, RIGHT_EDIT);
	int now = 0;

	if (!rows->count && !add)
		return NULL;
	for (int i = 0; i < rows->count; i++)
		now += row_holds(rows->row[i], rq->act->today);
	ui_panel(ui, &(struct ui_panel){ .title = l->title, .count = now, .id = l->id, .link = add ? l->add : NULL, .href = add });
	if (now)
		TRY(draw_table(rq, ui, c, l, names, rows, true, edit));
	else
		ui_empty(ui, l->empty, NULL, NULL);
	if (rows->count > now) {
		ui_details(ui, arena_printf(rq->a, "Earlier: %d", rows->count - now));
		TRY(draw_table(rq, ui, c, l, names, rows, false, edit));
		ui_details_end(ui);
	}
	ui_panel_end(ui);
	return NULL;
}

const struct fault *child_list_draw(struct req *rq, struct ui *ui, const struct child *c, const struct child_list *l,
	struct staff_names *names)
{
	struct rows rows;

	if (!record_ever(rq->act, l->record, RIGHT_READ))
		return NULL;
	TRY(record_list(rq->act, l->record, &(struct ask){ .pupil = c->id, .limit = 200, .order = l->order }, &rows));
	return child_rows_draw(rq, ui, c, l, names, &rows);
}
