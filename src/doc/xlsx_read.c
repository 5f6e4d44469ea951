/* xlsx_read.c - the visible sheets of a workbook. Formulas are not computed: the value Excel last showed is taken. Dates are
 * numbers with a date's format; percentages are fractions with a percent format. Hidden sheets are left out; hidden rows and
 * columns are data. */
#include "doc/zip.h"

#include <math.h>

#include "base/date.h"

enum { MAX_STYLES = 70000, MAX_SHEETS_LISTED = 1000 };

struct listed {
	const char *name, *id, *path;
	bool hidden;
};

struct book {
	struct doc_out *o;
	const struct unzip *z;
	struct listed sheet[MAX_SHEETS_LISTED];
	int sheets;
	bool from_1904;
	enum cell_kind format_of[MAX_STYLES]; /* by custom number format's id */
	enum cell_kind style[MAX_STYLES];     /* by cell style */
	int styles;
	bool in_cell_styles;
	const char **shared;                  /* shared strings */
	int shared_n, shared_room;
	struct buf text;
	bool phonetic;
	/* the sheet being read */
	int out, row, column, last, skipped;
	int kind_style;
	char type[12];
	const char *value[DOC_MAX_COLUMNS];
	enum cell_kind kind[DOC_MAX_COLUMNS];
	struct arena *row_text;
};

static int number(const char *text, int most)
{
	long v = text ? strtol(text, NULL, 10) : -1;

	return v >= 0 && v <= most ? (int)v : -1;
}

static bool is_true(const char *text)
{
	return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}

static void nothing(struct xml *x, const char *name)
{
	(void)x, (void)name;
}

static void book_open(struct xml *x, const char *name, const char *const *attributes)
{
	struct book *b = x->data;
	const char *state;

	if (strcmp(name, "workbookPr") == 0)
		b->from_1904 = is_true(xml_attribute(attributes, "date1904"));
	if (strcmp(name, "sheet") != 0 || b->sheets >= MAX_SHEETS_LISTED)
		return;
	state = xml_attribute(attributes, "state");
	b->sheet[b->sheets++] = (struct listed){
		.name = arena_text(b->o->a, xml_attribute(attributes, "name")), .id = arena_text(b->o->a,
			xml_attribute(attributes, "id")),
		.hidden = state && strcmp(state, "visible") != 0 };
}

static void rels_open(struct xml *x, const char *name, const char *const *attributes)
{
	struct book *b = x->data;
	const char *id = xml_attribute(attributes, "Id"), *target = xml_attribute(attributes, "Target");

	if (strcmp(name, "Relationship") != 0 || !id || !target || xml_attribute(attributes, "TargetMode"))
		return;
	for (int i = 0; i < b->sheets; i++)
		if (strcmp(b->sheet[i].id, id) == 0)
			b->sheet[i].path = target[0] == '/' ? arena_text(b->o->a, target + 1) : arena_printf(b->o->a, "xl/%s",
				target);
}

/* A date's format has d, m or y, a percentage's has %, both outside quotes and brackets. */
static enum cell_kind kind_of_format(const char *code)
{
	enum cell_kind kind = CELL_NUMBER;

	for (char until = 0; *code; code++) {
		if (until) {
			if (*code == until)
				until = 0;
		} else if (*code == '"') {
			until = '"';
		} else if (*code == '[') {
			until = ']';
		} else if (*code == '\\' && code[1]) {
			code++;
		} else if (*code == '%') {
			return CELL_PERCENT;
		} else if (strchr("dmyDMY", *code)) {
			kind = CELL_DATE;
		}
	}
	return kind;
}

static enum cell_kind kind_of_id(const struct book *b, int id)
{
	if (id < 0)
		return CELL_NUMBER;
	if (id == 9 || id == 10)
		return CELL_PERCENT;
	if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
		return CELL_DATE;
	return id < 164 ? CELL_NUMBER : b->format_of[id];
}

static void styles_open(struct xml *x, const char *name, const char *const *attributes)
{
	struct book *b = x->data;

	if (strcmp(name, "numFmt") == 0) {
		int id = number(xml_attribute(attributes, "numFmtId"), MAX_STYLES - 1);
		const char *code = xml_attribute(attributes, "formatCode");

		if (id >= 0 && code)
			b->format_of[id] = kind_of_format(code);
	} else if (strcmp(name, "cellXfs") == 0) {
		b->in_cell_styles = true;
	} else if (strcmp(name, "xf") == 0 && b->in_cell_styles && b->styles < MAX_STYLES) {
		b->style[b->styles++] = kind_of_id(b, number(xml_attribute(attributes, "numFmtId"), MAX_STYLES - 1));
	}
}

static void styles_close(struct xml *x, const char *name)
{
	if (strcmp(name, "cellXfs") == 0)
		((struct book *)x->data)->in_cell_styles = false;
}

static void shared_open(struct xml *x, const char *name, const char *const *attributes)
{
	struct book *b = x->data;

	(void)attributes;
	if (strcmp(name, "si") == 0)
		b->text.len = 0;
	else if (strcmp(name, "rPh") == 0)
		b->phonetic = true;
}

static void shared_close(struct xml *x, const char *name)
{
	struct book *b = x->data;

	if (strcmp(name, "t") == 0 && !b->phonetic && b->text.len + x->text.len <= DOC_MAX_CELL)
		buf_add_n(&b->text, buf_text(&x->text), x->text.len);
	else if (strcmp(name, "rPh") == 0)
		b->phonetic = false;
	if (strcmp(name, "si") != 0)
		return;
	if (b->shared_n == b->shared_room) {
		int room = b->shared_room ? b->shared_room * 2 : 1024;

		b->shared = arena_extend(b->o->a, b->shared, (size_t)b->shared_room * sizeof *b->shared,
			(size_t)room * sizeof *b->shared);
		b->shared_room = room;
	}
	b->shared[b->shared_n++] = arena_text_n(b->o->a, buf_text(&b->text), b->text.len);
}

/* "AB12" -> 27; -1 if it is not a place. */
static int column_at(const char *ref)
{
	int v = 0, letters = 0;

	for (; ref && *ref >= 'A' && *ref <= 'Z' && letters < 4; ref++, letters++)
		v = v * 26 + (*ref - 'A' + 1);
	return letters > 0 && letters < 4 ? v - 1 : -1;
}

static void row_open(struct book *b, const char *const *attributes)
{
	int r = number(xml_attribute(attributes, "r"), 10000000);

	b->row = r > 0 ? r : b->row + 1;
	b->column = -1;
	b->last = -1;
	memset(b->value, 0, sizeof b->value);
	arena_free(b->row_text);
	b->row_text = arena_new((size_t)1 << 30);
}

static void cell_open(struct book *b, const char *const *attributes)
{
	const char *type = xml_attribute(attributes, "t");
	int at = column_at(xml_attribute(attributes, "r"));

	b->column = at >= 0 ? at : b->column + 1;
	b->kind_style = number(xml_attribute(attributes, "s"), MAX_STYLES - 1);
	snprintf(b->type, sizeof b->type, "%s", type ? type : "n");
	b->text.len = 0;
}

static void sheet_open(struct xml *x, const char *name, const char *const *attributes)
{
	struct book *b = x->data;

	if (strcmp(name, "row") == 0)
		row_open(b, attributes);
	else if (strcmp(name, "c") == 0)
		cell_open(b, attributes);
	else if (strcmp(name, "rPh") == 0)
		b->phonetic = true;
}

/* A serial as a date, with its time if it has one; NULL if no date is meant. */
static const char *date_text(struct book *b, double serial)
{
	double whole = floor(serial + (b->from_1904 ? 1462 : 0) + 0.5 / 86400), rest = serial + (b->from_1904 ? 1462 : 0) - whole;
	int seconds = (int)floor(rest * 86400 + 0.5);
	const char *iso;

	if (!(whole >= 1) || whole > 2958465)
		return NULL;
	iso = day_iso(b->row_text, (day)(whole - 25569 + (whole < 60 ? 1 : 0)));
	if (seconds < 1 || seconds >= 86400)
		return iso;
	return arena_printf(b->row_text, "%sT%02d:%02d:%02d", iso, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static const char *number_text(struct book *b, const char *raw, enum cell_kind *kind)
{
	char *end;
	double v = strtod(raw, &end);
	const char *date;

	*kind = CELL_NUMBER;
	if (end == raw || *end || !isfinite(v)) {
		*kind = CELL_TEXT;
		return raw;
	}
	if (b->kind_style >= 0 && b->kind_style < b->styles)
		*kind = b->style[b->kind_style];
	if (*kind == CELL_DATE) {
		date = date_text(b, v);
		if (date)
			return date;
		*kind = CELL_NUMBER;
	}
	return *kind == CELL_PERCENT ? arena_printf(b->row_text, "%.12g", v * 100) : arena_printf(b->row_text, "%.15g", v);
}

static int hex(const char *p)
{
	static const char DIGITS[] = "0123456789abcdef";
	int v = 0;

	for (int i = 0; i < 4; i++) {
		const char *at = strchr(DIGITS, p[i] | (p[i] >= 'A' ? 32 : 0));

		if (!p[i] || !at)
			return -1;
		v = v * 16 + (int)(at - DIGITS);
	}
	return v;
}

/* "_x000D_" is how a workbook spells a letter that XML cannot hold, and "_x005F_" an underscore. Only plain letters are taken
 * back. */
static const char *spelt_out(struct book *b, const char *text)
{
	struct buf out = buf_new(b->row_text);

	if (!strstr(text, "_x"))
		return text;
	for (const char *p = text; *p; p++) {
		int v = strncmp(p, "_x", 2) == 0 && strlen(p) >= 7 && p[6] == '_' ? hex(p + 2) : -1;

		if (v >= ' ' && v < 0x7F)
			buf_add_c(&out, (char)v);
		else if (v == '\t' || v == '\n' || v == '\r')
			buf_add_c(&out, '\n');
		else if (v < 0)
			buf_add_c(&out, *p);
		p += v < 0 ? 0 : 6;
	}
	return buf_text(&out);
}

static void cell_close(struct book *b)
{
	const char *raw = arena_text_n(b->row_text, buf_text(&b->text), b->text.len);
	enum cell_kind kind = CELL_TEXT;
	int at;

	if (!*raw)
		return;
	if (b->column >= DOC_MAX_COLUMNS) {
		b->skipped++;
		return;
	}
	if (strcmp(b->type, "s") == 0) {
		at = number(raw, b->shared_n - 1);
		if (at < 0) {
			out_stop(b->o, b->row, "This workbook is damaged: a cell in row %d points to a text that is not there. "
			         "Open it in Excel and save it anew.", b->row);
			return;
		}
		raw = spelt_out(b, b->shared[at]);
	} else if (strcmp(b->type, "inlineStr") == 0 || strcmp(b->type, "str") == 0) {
		raw = spelt_out(b, raw);
	} else if (strcmp(b->type, "b") == 0) {
		kind = CELL_BOOL;
	} else if (strcmp(b->type, "d") == 0) {
		kind = CELL_DATE;
	} else if (strcmp(b->type, "n") == 0) {
		raw = number_text(b, raw, &kind);
	}
	b->value[b->column] = raw;
	b->kind[b->column] = kind;
	if (b->column > b->last)
		b->last = b->column;
}

static void row_close(struct book *b)
{
	if (b->last < 0)
		return;
	out_row(b->o, b->out, b->row);
	for (int i = 0; i <= b->last; i++)
		out_cell(b->o, b->out, b->value[i] ? b->kind[i] : CELL_TEXT, b->value[i] ? b->value[i] : "",
		         b->value[i] ? strlen(b->value[i]) : 0);
	b->last = -1;
}

static void sheet_close(struct xml *x, const char *name)
{
	struct book *b = x->data;

	if ((strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && !b->phonetic)) && b->row_text) {
		if (b->text.len + x->text.len <= DOC_MAX_CELL)
			buf_add_n(&b->text, buf_text(&x->text), x->text.len);
	} else if (strcmp(name, "rPh") == 0) {
		b->phonetic = false;
	} else if (strcmp(name, "c") == 0 && b->row_text) {
		cell_close(b);
	} else if (strcmp(name, "row") == 0 && b->row_text) {
		row_close(b);
	}
}

static bool part(struct book *b, int member, void (*open)(struct xml *, const char *, const char *const *),
                 void (*close)(struct xml *, const char *))
{
	struct xml *x = arena_alloc(b->o->a, sizeof *x);

	*x = (struct xml){ .data = b, .open = open, .close = close, .what = "This workbook" };
	return member < 0 || unzip_xml(b->z, member, x);
}

static void one_sheet(struct book *b, const struct listed *s)
{
	int member = s->path ? unzip_find(b->z, s->path) : -1;

	if (s->hidden || member < 0)
		return;
	b->out = out_sheet(b->o, s->name);
	b->row = 0;
	b->last = -1;
	part(b, member, sheet_open, sheet_close);
	if (b->skipped && !b->o->stopped)
		out_say(b->o, DOC_WARNING, 0, "", "Columns after the 2,000th were left out.");
	b->skipped = 0;
}

static void free_row(void *p)
{
	arena_free(((struct book *)p)->row_text);
}

void read_xlsx(const struct unzip *z)
{
	struct book *b = arena_alloc(z->o->a, sizeof *b);

	b->o = z->o;
	b->z = z;
	b->text = buf_new(z->o->a);
	arena_defer(z->o->a, free_row, b);
	out_format(z->o, DOC_XLSX);
	out_encoding(z->o, "UTF-8");
	if (!part(b, unzip_find(z, "xl/workbook.xml"), book_open, nothing) ||
	    !part(b, unzip_find(z, "xl/_rels/workbook.xml.rels"), rels_open, nothing) ||
	    !part(b, unzip_find(z, "xl/styles.xml"), styles_open, styles_close) ||
	    !part(b, unzip_find(z, "xl/sharedStrings.xml"), shared_open, shared_close))
		return;
	for (int i = 0; i < b->sheets && !z->o->stopped; i++) {
		arena_free(b->row_text);
		b->row_text = NULL;
		one_sheet(b, &b->sheet[i]);
	}
	if (!z->o->stopped && z->o->sheets == 0)
		out_stop(z->o, 0, "This workbook has no visible sheet. Show the sheet you mean in Excel and save the workbook "
			"again.");
}
