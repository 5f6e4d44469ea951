/* export.c - the register out of the program, as CSV, workbook or JSON. The same rows as the page's; a column is there only if this
 * person may export the record it comes from, and what was left out is said in the journal beside the filter. */
#include <string.h>

#include "areas/register/pages.h"
#include "base/text.h"
#include "doc/write.h"

enum { FIRST_COLUMNS = 4 }; /* surname, known as, UPN, year: without them a row names nobody */

static const struct column_row FIRSTS[FIRST_COLUMNS] = {
	{ "surname", "Surname", NULL, "pupil" }, { "known_as", "Known as", NULL, "pupil" }, { "upn", "UPN", NULL, "pupil" },
	{ "year", "Year", NULL, "enrolment" },
};

struct columns {
	const struct column_row *row[FIRST_COLUMNS + COLUMN_COUNT];
	int column[FIRST_COLUMNS + COLUMN_COUNT], count;
	const char *left_out;
};

static bool may_export(const struct act *act, const char *record)
{
	return record_ever(act, record_find(act->house, record), RIGHT_EXPORT);
}

static struct columns columns_out(const struct act *act, const struct register_view *v)
{
	struct columns c = { .left_out = "" };

	for (int i = 0; i < FIRST_COLUMNS; i++) {
		c.row[c.count] = &FIRSTS[i];
		c.column[c.count++] = -1 - i;
	}
	for (int i = 0; i < COLUMN_COUNT; i++) {
		if (!(v->columns & 1u << i) || i == COL_UPN || i == COL_YEAR)
			continue;
		if (!may_export(act, COLUMN_ROWS[i].record)) {
			c.left_out = arena_printf(act->a, "%s %s", c.left_out, COLUMN_ROWS[i].key);
			continue;
		}
		c.row[c.count] = &COLUMN_ROWS[i];
		c.column[c.count++] = i;
	}
	return c;
}

/* Whose role may take this record out: "Pupil premium lead or head teacher". */
static const char *who_may(const struct act *act, const struct choice *roles, const char *record)
{
	const struct house *h = act->house;
	int row = h->matrix_rows[record_number(h, record_find(h, record))], n = 0;
	struct buf b = buf_new(act->a);

	for (const struct choice *r = roles; r && r->code && n < 3; r++) {
		int role = matrix_role(h->matrix, r->code);

		if (role >= 0 && matrix_allows(h->matrix, row, role, SCOPE_CAMPUS, right_bit(RIGHT_EXPORT)))
			buf_printf(&b, "%sthe %s", n++ ? " or " : "", text_fold(act->a, r->label));
	}
	return n ? buf_text(&b) : "nobody here";
}

const char *register_export_note(const struct act *act, const struct register_view *v, const struct choice *roles)
{
	struct buf b = buf_new(act->a);
	const char *record = NULL;

	for (int i = 0; i < COLUMN_COUNT; i++) {
		if (!(v->columns & 1u << i) || may_export(act, COLUMN_ROWS[i].record))
			continue;
		buf_printf(&b, "%s%s", b.len ? ", " : "", COLUMN_ROWS[i].label);
		record = record ? record : COLUMN_ROWS[i].record;
	}
	return b.len ? arena_printf(act->a, "Excel and CSV leave out: %s. Your role reads this and does not take it out; %s may.",
		buf_text(&b), who_may(act, roles, record)) : NULL;
}

static const char *heading(const struct columns *c, int i)
{
	return c->column[i] == COL_ATT ? "Attendance %" : c->column[i] == COL_DATE ? "Due date" : c->row[i]->label;
}

static const char *cell(struct arena *a, const struct columns *c, int i, const struct child_row *r)
{
	switch (c->column[i]) {
	case -1: return r->surname;
	case -2: return r->known_as;
	case -3: return r->upn;
	case -4: return r->year;
	default: return column_words(a, r, (enum column)c->column[i]);
	}
}

static const char *const *cells(struct arena *a, const struct columns *c, const struct child_row *r)
{
	const char **out = arena_array(a, FIRST_COLUMNS + COLUMN_COUNT, sizeof *out);

	for (int i = 0; i < c->count; i++)
		out[i] = r ? cell(a, c, i, r) : heading(c, i);
	return out;
}

static void as_csv(struct arena *a, const struct columns *c, const struct child_rows *rows, struct buf *out)
{
	csv_bom(out);
	csv_row(out, cells(a, c, NULL), c->count);
	for (int i = 0; i < rows->count; i++)
		csv_row(out, cells(a, c, &rows->row[i]), c->count);
}

static enum xlsx_type type_of(int column)
{
	switch (column) {
	case COL_DATE: case COL_MET: case COL_SINCE: case COL_TOLD: case COL_REVIEW: return XLSX_DATE;
	case COL_ATT: return XLSX_NUMBER;
	default: return XLSX_TEXT;
	}
}

static const struct fault *as_xlsx(struct act *act, const struct register_view *v, const struct columns *c,
	const struct child_rows *rows, struct buf *out)
{
	struct xlsx_column *columns = arena_array(act->a, (size_t)c->count, sizeof *columns);
	struct xlsx *x;

	for (int i = 0; i < c->count; i++)
		columns[i] = (struct xlsx_column){ heading(c, i), type_of(c->column[i]), 0 };
	TRY(xlsx_begin(act->a, arena_printf(act->a, "SEND register %s", day_iso(act->a, v->on)), columns, c->count, &x));
	for (int i = 0; i < rows->count; i++)
		xlsx_row(x, cells(act->a, c, &rows->row[i]));
	return xlsx_end(x, out);
}

static void json_pair(struct buf *out, const char *name, const char *value, bool first)
{
	buf_printf(out, "%s\"%s\":\"", first ? "" : ",", name);
	buf_add_json(out, value);
	buf_add(out, "\"");
}

static void as_json(struct arena *a, const struct register_view *v, const struct columns *c, const struct child_rows *rows,
	struct buf *out)
{
	buf_printf(out, "{\"as_at\":\"%s\",\"known_on\":\"%s\",\"children\":[", day_iso(a, v->on), v->known_on ? v->known_on : "");
	for (int i = 0; i < rows->count; i++) {
		buf_add(out, i ? ",\n{" : "\n{");
		json_pair(out, "id", rows->row[i].pupil, true);
		for (int k = 0; k < c->count; k++)
			json_pair(out, c->row[k]->key, cell(a, c, k, &rows->row[i]), false);
		buf_add(out, "}");
	}
	buf_add(out, "\n]}\n");
}

const struct fault *register_export(struct act *act, const struct register_view *v, enum register_format format,
	struct register_file *out)
{
	static const char *const TYPES[] = { "text/csv; charset=utf-8",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/json" };
	static const char *const ENDS[] = { "csv", "xlsx", "json" };
	struct columns c = columns_out(act, v);
	struct child_rows all, rows;

	*out = (struct register_file){ .bytes = buf_new(act->a), .type = TYPES[format] };
	TRY(register_children(act, v, &all));
	TRY(register_page_of(act, v, 0, &all, &rows));
	out->children = rows.count;
	out->name = arena_printf(act->a, "send-register-%s.%s", day_iso(act->a, v->on), ENDS[format]);
	if (format == REGISTER_CSV)
		as_csv(act->a, &c, &rows, &out->bytes);
	else if (format == REGISTER_XLSX)
		TRY(as_xlsx(act, v, &c, &rows, &out->bytes));
	else
		as_json(act->a, v, &c, &rows, &out->bytes);
	journal_note(act, "export", REGISTER_STATUS.name, "", "", arena_printf(act->a, "%s, %d children, as at %s%s%s",
		ENDS[format], rows.count, day_iso(act->a, v->on), *c.left_out ? "; left out:" : "", c.left_out));
	return NULL;
}

static const struct fault *send(struct req *rq, enum register_format format)
{
	struct register_view view;
	struct register_file file;

	view_of_request(rq, &view);
	TRY(register_export(rq->act, &view, format, &file));
	return rq_download(rq, file.type, file.name, buf_text(&file.bytes), file.bytes.len);
}

const struct fault *register_csv(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	return send(rq, REGISTER_CSV);
}

const struct fault *register_xlsx(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	return send(rq, REGISTER_XLSX);
}
