/* records_list.c - the list of any record type, with its files, and one record with its history. Drawn from the table alone. */
#include <string.h>

#include "areas/governance/area.h"
#include "base/text.h"
#include "record/export.h"
#include "reports/derive.h"

enum { COLUMNS_MOST = 7 };

const struct fault *records_index(struct req *rq, struct ui *ui)
{
	const struct house *h = rq->act->house;

	ui_head(ui, "Records", "Every kind of record that you may read.");
	ui_head_end(ui);
	ui_items(ui);
	for (int i = 0; i < h->count; i++) {
		const struct record *r = h->records[i];

		if (!record_ever(rq->act, r, RIGHT_READ))
			continue;
		ui_item(ui);
		ui_link_to(ui, r->plural, arena_printf(rq->a, "/records/%s", r->name));
		ui_small(ui, r->says);
		ui_item_end(ui);
	}
	ui_items_end(ui);
	if (record_ever(rq->act, &DISPOSAL, RIGHT_READ))
		ui_link_to(ui, "Whose records have been kept long enough", "/disposal");
	return NULL;
}

/* ---- a list ---- */

struct list {
	const struct record *r;
	int fields[COLUMNS_MOST], count;
	struct ask ask;
	struct rows rows;
	struct titles titles[COLUMNS_MOST]; /* of references, by column */
	int64_t total;
	int page;
	const char *here;
};

static bool shows_in_list(const struct record *r, int i)
{
	const struct field *f = &r->fields[i];

	return !field_sealed(r, i) && !(f->flags & (SECRET | RESTRICTED)) && f->type != F_LONGTEXT;
}

static void choose_fields(struct list *l)
{
	for (int i = 0; i < l->r->count && l->count < COLUMNS_MOST; i++)
		if (shows_in_list(l->r, i))
			l->fields[l->count++] = i;
}

static const struct ui_column *columns_of(struct req *rq, const struct list *l)
{
	struct ui_column *c = arena_array(rq->a, (size_t)l->count + 2, sizeof *c);

	for (int i = 0; i < l->count; i++)
		c[i] = (struct ui_column){ .label = l->r->fields[l->fields[i]].label, .phone = i == 0 ? UI_LEAD : UI_LINE,
			.number = l->r->fields[l->fields[i]].type == F_NUMBER };
	if (!l->count)
		c[0] = (struct ui_column){ .label = l->r->title };
	return c;
}

static const struct fault *read_list(struct req *rq, struct list *l)
{
	const char *pupil = rq_param(rq, "pupil");
	int64_t asked = 1;

	l->page = text_to_int(rq_param(rq, "page"), &asked) && asked > 0 && asked < 100000 ? (int)asked : 1;
	l->ask = (struct ask){ .limit = UI_PER_PAGE, .offset = (l->page - 1) * UI_PER_PAGE, .clear_only = true };
	if (pupil && l->r->about)
		l->ask.pupil = pupil;
	l->here = ui_with(rq->a, arena_printf(rq->a, "/records/%s", l->r->name), "pupil", l->ask.pupil ? l->ask.pupil : "");
	l->ask.as_at = records_past(rq, l->here);
	l->here = ui_with(rq->a, ui_with(rq->a, l->here, "as_at", rq_text(rq, "as_at")), "known_on", rq_text(rq, "known_on"));
	TRY(record_count(rq->act, l->r, &l->ask, &l->total));
	return record_list(rq->act, l->r, &l->ask, &l->rows);
}

static const struct fault *read_titles(struct req *rq, struct list *l)
{
	const char **ids = arena_array(rq->a, (size_t)l->rows.count + 1, sizeof *ids);

	for (int c = 0; c < l->count; c++) {
		const struct field *f = &l->r->fields[l->fields[c]];

		if (f->type != F_REF)
			continue;
		for (int i = 0; i < l->rows.count; i++)
			ids[i] = row_text(l->rows.row[i], l->fields[c]);
		TRY(titles_load(rq, record_find(rq->act->house, f->ref), ids, l->rows.count, &l->titles[c]));
	}
	return NULL;
}

static const char *cell_text(struct req *rq, const struct list *l, const struct row *row, int column)
{
	const struct field *f = &l->r->fields[l->fields[column]];
	const char *value = row_text(row, l->fields[column]);

	if (f->type != F_REF || !*value)
		return row_show(rq->a, row, l->fields[column]);
	return titles_find(&l->titles[column], value, strcmp(f->ref, "pupil") == 0 ? "Another pupil" : "(not shown)");
}

static void list_cells(struct req *rq, struct ui *ui, const struct list *l, const struct row *row)
{
	const char *plain = arena_printf(rq->a, "/records/%s/%s", l->r->name, row_id(row));
	const char *href = ui_with(rq->a, plain, "known_on", rq_text(rq, "known_on"));
	bool linked = false;

	ui_row(ui);
	for (int i = 0; i < l->count; i++) {
		const char *text = cell_text(rq, l, row, i);

		if (!linked && *text) {
			ui_cell_link(ui, text, href);
			linked = true;
		} else {
			ui_cell(ui, text);
		}
	}
	if (!linked && !l->count)
		ui_cell_link(ui, l->r->title, href);
	ui_row_end(ui);
}

static void list_acts(struct req *rq, struct ui *ui, const struct list *l)
{
	const struct record *r = l->r;

	if (records_typed(r) && record_ever(rq->act, r, RIGHT_ADD) && !ui->shell.as_at)
		ui_button_link(ui, UI_PRIMARY, arena_printf(rq->a, "Add: %s", r->title), arena_printf(rq->a, "/records/%s/new",
			r->name));
	if (record_ever(rq->act, r, RIGHT_EXPORT)) {
		ui_button_link(ui, UI_SECONDARY, "Excel file", arena_printf(rq->a, "/records/%s.xlsx", r->name));
		ui_button_link(ui, UI_SECONDARY, "CSV file", arena_printf(rq->a, "/records/%s.csv", r->name));
	}
}

static void draw_list(struct req *rq, struct ui *ui, const struct list *l)
{
	const char *out = export_left_out(rq->a, l->r);

	ui_head(ui, l->r->plural, l->r->says);
	list_acts(rq, ui, l);
	ui_head_end(ui);
	ui_filters(ui, arena_printf(rq->a, "/records/%s", l->r->name));
	if (l->ask.pupil)
		ui_hidden(ui, "pupil", l->ask.pupil);
	if (l->r->from)
		ui_filter(ui, "as_at", "In force on", rq_text(rq, "as_at"), 10);
	ui_filter(ui, "known_on", "As known on", rq_text(rq, "known_on"), 10);
	ui_filters_end(ui);
	if (!l->rows.count) {
		ui_empty(ui, "There are none that you may read.", NULL, NULL);
		return;
	}
	ui_showing(ui, (int)l->total, l->page, "records");
	ui_table(ui, &(struct ui_table){ .caption = l->r->plural, .columns = columns_of(rq, l), .density = UI_WORKING });
	for (int i = 0; i < l->rows.count; i++)
		list_cells(rq, ui, l, l->rows.row[i]);
	ui_table_end(ui);
	ui_pages(ui, (int)l->total, l->page, l->here);
	if (*out && record_ever(rq->act, l->r, RIGHT_EXPORT))
		ui_small(ui, arena_printf(rq->a, "Left out of files: %s.", out));
}

static const struct fault *need_export(struct req *rq, const struct record **r, bool *xlsx)
{
	const char *dot = strchr(rq_arg(rq, "type"), '.');

	*xlsx = dot && strcmp(dot, ".xlsx") == 0;
	if (dot && !*xlsx && strcmp(dot, ".csv") != 0)
		return FAULT(rq->a, FAULT_NONE, "no such kind of file");
	return records_type(rq, RIGHT_READ, r);
}

const struct fault *records_export(struct req *rq, const struct record *r, bool xlsx)
{
	struct list l = { .r = r };
	struct ask ask;
	struct export e = { .r = r, .as = xlsx ? EXPORT_XLSX : EXPORT_CSV, .ask = &ask, .reason = rq_text(rq, "reason"),
		.title = row_title };

	TRY(read_list(rq, &l));
	ask = (struct ask){ .pupil = l.ask.pupil, .as_at = l.ask.as_at };
	TRY(record_export(rq->act, &e));
	return rq_download(rq, xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" :
		"text/csv; charset=utf-8", e.file_name, e.bytes.data, e.bytes.len);
}

const struct fault *records_list_page(struct req *rq, struct ui *ui)
{
	struct list l = { 0 };
	bool xlsx;

	TRY(need_export(rq, &l.r, &xlsx));
	if (strchr(rq_arg(rq, "type"), '.'))
		return records_export(rq, l.r, xlsx);
	choose_fields(&l);
	TRY(read_list(rq, &l));
	TRY(read_titles(rq, &l));
	ui->shell.title = l.r->plural;
	draw_list(rq, ui, &l);
	return NULL;
}

/* ---- one record ---- */

static void show_fields(struct req *rq, struct ui *ui, const struct row *row)
{
	const struct record *r = row_record(row);

	ui_summary(ui);
	for (int i = 0; i < r->count; i++) {
		if (!row_has(row, i) || (r->fields[i].flags & SECRET))
			continue;
		if (r->fields[i].type == F_LONGTEXT && *row_text(row, i)) {
			ui_summary_begin_row(ui, r->fields[i].label);
			ui_prose(ui, row_text(row, i));
			ui_summary_end_row(ui);
		} else {
			ui_summary_row(ui, r->fields[i].label, records_show(rq, row, i), NULL, NULL);
		}
	}
	ui_summary_end(ui);
}

static const char *at(struct req *rq, const struct row *row, const char *what)
{
	return arena_printf(rq->a, "/records/%s/%s%s", row_record(row)->name, row_id(row), what);
}

static void show_acts(struct req *rq, struct ui *ui, const struct row *row)
{
	const struct record *r = row_record(row);
	bool may = records_typed(r) && record_may(rq->act, r, RIGHT_EDIT, row);

	ui_acts(ui);
	if (may && row_withdrawn(row))
		ui_button_post(ui, UI_PRIMARY, "Bring it back", at(rq, row, "/restore"), row_version(row));
	if (may && !row_withdrawn(row) && !(r->is & APPEND_ONLY))
		ui_button_link(ui, UI_PRIMARY, "Change", at(rq, row, "/edit"));
	ui_button_link(ui, UI_SECONDARY, "History", at(rq, row, "/history"));
	if (may && !row_withdrawn(row))
		ui_button_link(ui, UI_QUIET, "Withdraw", at(rq, row, "/withdraw"));
	ui_acts_end(ui);
}

const struct fault *records_show_page(struct req *rq, struct ui *ui)
{
	const struct record *r;
	struct row *row;
	const char *child;

	TRY(records_type(rq, RIGHT_READ, &r));
	records_past(rq, rq->http->path);
	TRY(record_get(rq->act, r, rq_arg(rq, "id"), &row));
	child = r->is & IS_PUPIL ? "" : records_child_href(rq, row_about(row));
	ui->shell.scale = UI_READ;
	ui->shell.title = r->title;
	ui_title(ui, *child ? records_show(rq, row, field_find(r, r->about)) : NULL, r->title, r->says);
	if (row_withdrawn(row))
		ui_note(ui, UI_SOON, "Withdrawn.", "It is kept, and no longer counts.");
	show_fields(rq, ui, row);
	if (!ui->shell.as_at)
		show_acts(rq, ui, row);
	if (*child)
		ui_link_to(ui, "The child\u2019s page", child);
	return NULL;
}

static void one_version(struct req *rq, struct ui *ui, const struct row *now, const struct row *was)
{
	const struct record *r = row_record(now);

	ui_heading(ui, arena_printf(rq->a, "%s, %s", moment_long(rq->a, row_moment(now)), row_by(now)));
	if (was && row_withdrawn(now) != row_withdrawn(was))
		ui_para(ui, row_withdrawn(now) ? "Withdrawn." : "Brought back.");
	ui_summary(ui);
	for (int i = 0; i < r->count; i++) {
		const char *before = was ? records_show(rq, was, i) : "", *after = records_show(rq, now, i);

		if (!row_has(now, i) || (r->fields[i].flags & SECRET) || strcmp(before, after) == 0)
			continue;
		ui_summary_begin_row(ui, r->fields[i].label);
		ui_change(ui, before, after);
		ui_summary_end_row(ui);
	}
	ui_summary_end(ui);
}

const struct fault *records_history_page(struct req *rq, struct ui *ui)
{
	const struct record *r;
	struct rows versions;
	struct row *row;

	TRY(records_type(rq, RIGHT_READ, &r));
	TRY(record_get(rq->act, r, rq_arg(rq, "id"), &row));
	TRY(record_history(rq->act, row, &versions));
	ui->shell.scale = UI_READ;
	ui->shell.title = arena_printf(rq->a, "History: %s", r->title);
	ui_title(ui, row_title(rq->a, row), "History",
		"Every version is kept, newest first. What was taken away is struck through.");
	for (int i = 0; i < versions.count; i++)
		one_version(rq, ui, versions.row[i], i + 1 < versions.count ? versions.row[i + 1] : NULL);
	ui_button_link(ui, UI_SECONDARY, "Back to the record", at(rq, row, ""));
	return NULL;
}
