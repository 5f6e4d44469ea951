/* export.c - rows into files. Which rows and fields is the gate's; how a cell is written is doc's. */
#include "record/export.h"

#include <string.h>

#include "doc/write.h"
#include "record/engine.h"
#include "record/journal.h"
#include "record/search.h"

static bool left_out(const struct field *f)
{
	return f->flags & (RESTRICTED | SECRET);
}

const char *export_left_out(struct arena *a, const struct record *r)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < r->count; i++) {
		if (!(r->fields[i].flags & RESTRICTED))
			continue;
		buf_add(&b, b.len ? ", " : "");
		buf_add(&b, r->fields[i].label);
	}
	return buf_text(&b);
}

/* Readable and exportable: two clauses of the gate in one statement. */
static const struct fault *fetch(struct act *act, const struct export *e, struct rows *out)
{
	struct sql s = sql_new(act);
	struct stmt *st;

	sql_add(&s, "SELECT ");
	gate_columns(&s, e->r, "r", false);
	sql_add(&s, " FROM ");
	gate_table(&s, e->r);
	sql_add(&s, " r WHERE ");
	TRY(ask_where(&s, e->r, e->ask));
	sql_add(&s, " AND ");
	gate_clause(&s, e->r, RIGHT_EXPORT, "r");
	if (act->who->program && *act->campus && strcmp(e->r->name, "campus") != 0)
		sql_add(&s, " AND r.campus = $%d", sql_bind(&s, act->campus));
	TRY(ask_order(&s, e->r, e->ask ? e->ask->order : NULL));
	sql_add(&s, " LIMIT %d", EXPORT_ROWS);
	TRY(sql_ask(&s, &st));
	return rows_read(act, e->r, st, false, out);
}

/* ---- CSV ---- */

static const char *typed(struct act *act, const struct row *row, int field)
{
	struct form *f = form_of_row(act->a, row);

	return form_value(f, field);
}

static void write_csv(struct act *act, struct export *e, const struct rows *rows)
{
	bool first = true;

	csv_bom(&e->bytes);
	csv_cell(&e->bytes, "id", &first);
	for (int i = 0; i < e->r->count; i++)
		if (!left_out(&e->r->fields[i]))
			csv_cell(&e->bytes, e->r->fields[i].name, &first);
	csv_end_row(&e->bytes);
	for (int k = 0; k < rows->count; k++) {
		first = true;
		csv_cell(&e->bytes, row_id(rows->row[k]), &first);
		for (int i = 0; i < e->r->count; i++)
			if (!left_out(&e->r->fields[i]))
				csv_cell(&e->bytes, typed(act, rows->row[k], i), &first);
		csv_end_row(&e->bytes);
	}
}

/* ---- XLSX ---- */

static const char *title_in(const struct rows *named, struct arena *a, const struct export *e, const char *id)
{
	for (int i = 0; i < named->count; i++)
		if (strcmp(row_id(named->row[i]), id) == 0)
			return e->title(a, named->row[i]);
	return *id ? "(not shown)" : "";
}

/* Titles of what this field's references point at, one query for sixty of them. */
static const struct fault *titles(struct act *act, const struct export *e, const struct rows *rows, int field, struct rows *out)
{
	const struct record *to = record_find(act->house, e->r->fields[field].ref);
	const char **ids = arena_array(act->a, (size_t)rows->count + 1, sizeof *ids);
	int n = 0;

	for (int k = 0; k < rows->count; k++) {
		const char *id = row_text(rows->row[k], field);
		bool had = !*id;

		for (int i = n - 1; i >= 0 && !had; i--)
			had = strcmp(ids[i], id) == 0;
		if (!had)
			ids[n++] = id;
	}
	return record_many(act, to, ids, n, true, out);
}

static enum xlsx_type column_type(const struct field *f)
{
	return f->type == F_DATE ? XLSX_DATE : f->type == F_NUMBER ? XLSX_NUMBER : XLSX_TEXT;
}

static const char *shown(struct act *act, const struct export *e, const struct rows *named, const struct row *row, int field)
{
	switch (e->r->fields[field].type) {
	case F_REF: return title_in(&named[field], act->a, e, row_text(row, field));
	case F_DATE: case F_NUMBER: return row_text(row, field);
	default: return row_show(act->a, row, field);
	}
}

static const struct fault *write_xlsx(struct act *act, struct export *e, const struct rows *rows)
{
	const struct record *r = e->r;
	struct xlsx_column *columns = arena_array(act->a, (size_t)r->count + 1, sizeof *columns);
	const char **cells = arena_array(act->a, (size_t)r->count + 1, sizeof *cells);
	struct rows *named = arena_array(act->a, (size_t)r->count, sizeof *named);
	struct xlsx *x;
	int n = 0;

	for (int i = 0; i < r->count; i++) {
		if (left_out(&r->fields[i]))
			continue;
		columns[n++] = (struct xlsx_column){ r->fields[i].label, column_type(&r->fields[i]),
			r->fields[i].type == F_LONGTEXT ? 60 : 0 };
		if (r->fields[i].type == F_REF)
			TRY(titles(act, e, rows, i, &named[i]));
	}
	TRY(xlsx_begin(act->a, r->plural, columns, n, &x));
	for (int k = 0; k < rows->count; k++) {
		n = 0;
		for (int i = 0; i < r->count; i++)
			if (!left_out(&r->fields[i]))
				cells[n++] = shown(act, e, named, rows->row[k], i);
		xlsx_row(x, cells);
	}
	if (*e->left_out) {
		for (int i = 0; i < n; i++)
			cells[i] = NULL;
		cells[0] = arena_printf(act->a, "Left out of files: %s", e->left_out);
		xlsx_row(x, cells);
	}
	return xlsx_end(x, &e->bytes);
}

static const char *file_name(struct act *act, const struct export *e)
{
	char *name = arena_printf(act->a, "%s-%s.%s", e->r->plural, day_iso(act->a, act->today), e->as == EXPORT_CSV ? "csv" :
		"xlsx");

	for (char *p = name; *p; p++)
		*p = *p == ' ' ? '-' : *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
	return name;
}

static const char *told(struct act *act, const struct export *e)
{
	const char *pupil = e->ask && e->ask->pupil ? " of one child" : "", *as_at = e->ask && e->ask->as_at ? e->ask->as_at : "";

	return arena_printf(act->a, "%s%s%s%s: %d rows%s%s", e->as == EXPORT_CSV ? "csv" : "xlsx", pupil, *as_at ? " as at " : "",
		as_at, e->rows, e->reason && *e->reason ? "; reason: " : "", e->reason ? e->reason : "");
}

const struct fault *record_export(struct act *act, struct export *e)
{
	struct rows rows;

	if (!record_ever(act, e->r, RIGHT_EXPORT) || !record_ever(act, e->r, RIGHT_READ)) {
		journal_note(act, "denied", e->r->name, "", "", "export");
		return FAULT(act->a, FAULT_NONE, "this person may not export %s", e->r->name);
	}
	if (!act->who->program && !act->who->fresh)
		return FAULT(act->a, FAULT_STEP_UP, "a fresh code is needed");
	if (e->r->tier >= T3 && (!e->reason || !*e->reason))
		return FAULT(act->a, FAULT_INVALID, "Say why these records are taken out");
	e->bytes = buf_new(act->a);
	e->left_out = export_left_out(act->a, e->r);
	TRY(fetch(act, e, &rows));
	e->rows = rows.count;
	e->file_name = file_name(act, e);
	if (e->as == EXPORT_CSV)
		write_csv(act, e, &rows);
	else
		TRY(write_xlsx(act, e, &rows));
	journal_note(act, "export", e->r->name, "", e->ask && e->ask->pupil ? e->ask->pupil : "", told(act, e));
	return NULL;
}
