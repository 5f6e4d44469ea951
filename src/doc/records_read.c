/* records_read.c - a management system's report as XML: an element for each row, in it an element for each column, empty ones left
 * out. Also what Excel 2003 writes as XML. Both become plain sheets; headings are intake's business. */
#include "doc/xml.h"

struct records {
	struct arena *a;
	int sheet, row, columns;
	const char *column[DOC_MAX_COLUMNS]; /* names in order of first sight */
	const char *value[DOC_MAX_COLUMNS];
	bool naming;                         /* first pass: columns are being found */
};

static int column_of(struct xml *x, const char *name)
{
	struct records *r = x->data;

	for (int i = 0; i < r->columns; i++)
		if (strcmp(r->column[i], name) == 0)
			return i;
	if (!r->naming)
		return -1;
	if (r->columns >= DOC_MAX_COLUMNS) {
		out_stop(x->o, 0, "This report has more than 2,000 columns. Choose fewer.");
		return -1;
	}
	r->column[r->columns] = arena_text(r->a, name);
	return r->columns++;
}

static void record_open(struct xml *x, const char *name, const char *const *attributes)
{
	(void)name, (void)attributes;
	if (x->depth == 2)
		memset(((struct records *)x->data)->value, 0, sizeof ((struct records *)x->data)->value);
}

static void record_close(struct xml *x, const char *name)
{
	struct records *r = x->data;

	if (x->depth == 2) { /* depth is the parent's by now: this was a column */
		int i = column_of(x, name);

		if (i >= 0 && !r->naming)
			r->value[i] = arena_text(r->a, buf_text(&x->text));
	} else if (x->depth == 1 && !r->naming) {
		out_row(x->o, r->sheet, ++r->row);
		for (int i = 0; i < r->columns; i++)
			out_text(x->o, r->sheet, r->value[i] ? r->value[i] : "");
	}
}

/* Twice over the text: which columns there are, then the rows. */
void read_records(struct doc_out *o, const char *text, size_t n)
{
	struct records *r = arena_alloc(o->a, sizeof *r);

	r->a = o->a;
	out_format(o, DOC_RECORDS);
	r->sheet = out_sheet(o, "");
	for (r->naming = true; !o->stopped; r->naming = false) {
		struct xml *x = arena_alloc(o->a, sizeof *x);

		*x = (struct xml){ .data = r, .open = record_open, .close = record_close };
		xml_begin(x, o);
		xml_feed(x, text, n, true);
		xml_end(x);
		if (o->stopped || !r->naming)
			return;
		if (r->columns == 0)
			out_stop(o, 0, "There are no rows in this report. Run it again and check that it finds pupils.");
		out_row(o, r->sheet, 0);
		for (int i = 0; i < r->columns; i++)
			out_text(o, r->sheet, r->column[i]);
	}
}

struct workbook {
	int sheet, row, column;
	enum cell_kind kind;
	bool in_data, any;       /* any: the row has a cell that is not blank */
	struct buf cells;        /* of this row: kind, text, NUL */
	bool hidden;
};

static int whole(const char *text)
{
	long v = text ? strtol(text, NULL, 10) : 0;

	return v > 0 && v < 10000000 ? (int)v : 0;
}

static void ssml_cell(struct xml *x, enum cell_kind kind, const char *text)
{
	struct workbook *w = x->data;

	if (w->column >= DOC_MAX_COLUMNS)
		return;
	w->any |= *text != 0;
	buf_add_c(&w->cells, (char)('a' + (int)kind));
	buf_add(&w->cells, text);
	buf_add_c(&w->cells, 0);
	w->column++;
}

static void ssml_open(struct xml *x, const char *name, const char *const *attributes)
{
	struct workbook *w = x->data;

	if (strcmp(name, "Worksheet") == 0) {
		const char *called = xml_attribute(attributes, "Name");

		w->sheet = out_sheet(x->o, called ? called : "");
		w->row = 0;
	} else if (strcmp(name, "Row") == 0) {
		int index = whole(xml_attribute(attributes, "Index"));

		w->row = index > w->row ? index : w->row + 1;
		w->column = 0;
		w->any = false;
		w->cells.len = 0;
	} else if (strcmp(name, "Cell") == 0) {
		int index = whole(xml_attribute(attributes, "Index"));

		while (index && w->column < index - 1 && w->column < DOC_MAX_COLUMNS)
			ssml_cell(x, CELL_TEXT, "");
		w->kind = CELL_TEXT;
		w->in_data = false;
	} else if (strcmp(name, "Data") == 0) {
		const char *type = xml_attribute(attributes, "Type");

		w->in_data = x->keep_text = true;
		x->text.len = 0;
		if (type)
			w->kind = strcmp(type, "Number") == 0 ? CELL_NUMBER : strcmp(type, "DateTime") == 0 ? CELL_DATE :
			          strcmp(type, "Boolean") == 0 ? CELL_BOOL : CELL_TEXT;
	}
}

static void ssml_row(struct xml *x)
{
	struct workbook *w = x->data;
	const char *p = buf_text(&w->cells), *end = p + w->cells.len;

	if (!w->any || w->sheet < 0)
		return;
	out_row(x->o, w->sheet, w->row);
	while (p < end) {
		size_t n = strlen(p + 1);

		out_cell(x->o, w->sheet, (enum cell_kind)(*p - 'a'), p + 1, n);
		p += n + 2;
	}
}

static void ssml_close(struct xml *x, const char *name)
{
	struct workbook *w = x->data;

	if (strcmp(name, "Data") == 0) {
		const char *text = buf_text(&x->text);
		size_t n = strlen(text);

		x->keep_text = false;
		if (w->kind == CELL_DATE && n >= 10) /* 2021-11-18T00:00:00.000 */
			text = arena_text_n(x->o->a, text, n > 19 ? 19 : n);
		if (w->kind == CELL_DATE && strlen(text) == 19 && strcmp(text + 10, "T00:00:00") == 0)
			text = arena_text_n(x->o->a, text, 10);
		ssml_cell(x, w->kind, text);
	} else if (strcmp(name, "Cell") == 0 && !w->in_data) {
		ssml_cell(x, CELL_TEXT, "");
	} else if (strcmp(name, "Row") == 0) {
		ssml_row(x);
	} else if (strcmp(name, "Visible") == 0 && w->sheet >= 0 && strstr(buf_text(&x->text), "Hidden")) {
		out_hide(x->o, w->sheet);
	}
}

void read_ssml(struct doc_out *o, const char *text, size_t n)
{
	struct workbook *w = arena_alloc(o->a, sizeof *w);
	struct xml *x = arena_alloc(o->a, sizeof *x);

	out_format(o, DOC_SSML);
	w->sheet = -1;
	w->cells = buf_new(o->a);
	*x = (struct xml){ .data = w, .open = ssml_open, .close = ssml_close };
	xml_begin(x, o);
	xml_feed(x, text, n, true);
	xml_end(x);
}
