/* html_read.c - the tables of a web page that some systems call .xls. Tolerant as browsers are; scripts, styles and all outside
 * tables is left out. No table: it is a sign-in or error page, and that is said. */
#include "doc/out.h"

#include <strings.h>

#include "base/buf.h"

struct page {
	struct doc_out *o;
	const char *at, *end;
	int sheet, row;          /* sheet -1: outside tables */
	int depth;               /* tables in tables: only the outermost makes rows */
	bool in_cell, in_row, any;
	int span;                /* columns this cell covers */
	struct buf cell, cells;  /* cells: the row so far, each ended by NUL */
	int columns, tables;
};

struct tag {
	char name[16];
	bool closing;
	const char *inside;      /* attributes, up to `end` */
	const char *end;
};

static bool is(const struct tag *t, const char *name)
{
	return strcmp(t->name, name) == 0;
}

/* Reads the tag at `at` ('<'); false if it is not one. `at` is left behind it. */
static bool take_tag(struct page *p, struct tag *t)
{
	const char *q = p->at + 1;
	size_t n = 0;
	char quote = 0;

	memset(t, 0, sizeof *t);
	if (q < p->end && *q == '/') {
		t->closing = true;
		q++;
	}
	while (q < p->end && n < sizeof t->name - 1 && ((*q | 32) >= 'a' && (*q | 32) <= 'z'))
		t->name[n++] = (char)(*q++ | 32);
	if (q < p->end && n > 0 && *q >= '0' && *q <= '9' && n < sizeof t->name - 1)
		t->name[n++] = *q++;
	if (n == 0 && !(q < p->end && (*q == '!' || *q == '?')))
		return false;
	t->inside = q;
	for (; q < p->end && (quote || *q != '>'); q++) {
		if (quote && *q == quote)
			quote = 0;
		else if (!quote && (*q == '"' || *q == '\''))
			quote = *q;
	}
	t->end = q;
	p->at = q < p->end ? q + 1 : p->end;
	return true;
}

static int span_of(const struct tag *t)
{
	const char *q = memmem(t->inside, (size_t)(t->end - t->inside), "colspan", 7);
	int v = 0;

	if (!q)
		return 1;
	for (q += 7; q < t->end && strchr("= \"'", *q); q++)
		;
	for (; q < t->end && *q >= '0' && *q <= '9' && v < 1000; q++)
		v = v * 10 + (*q - '0');
	return v > 0 && v <= 1000 ? v : 1;
}

static void put_letter(struct buf *b, uint32_t cp)
{
	if (cp < 0x80) {
		buf_add_c(b, (char)cp);
	} else if (cp < 0x800) {
		buf_add_c(b, (char)(0xC0 | cp >> 6));
		buf_add_c(b, (char)(0x80 | (cp & 63)));
	} else if (cp < 0x10000) {
		buf_add_c(b, (char)(0xE0 | cp >> 12));
		buf_add_c(b, (char)(0x80 | (cp >> 6 & 63)));
		buf_add_c(b, (char)(0x80 | (cp & 63)));
	} else {
		buf_add_c(b, (char)(0xF0 | cp >> 18));
		buf_add_c(b, (char)(0x80 | (cp >> 12 & 63)));
		buf_add_c(b, (char)(0x80 | (cp >> 6 & 63)));
		buf_add_c(b, (char)(0x80 | (cp & 63)));
	}
}

/* The entity at `at` ('&'), if it is one that is known. */
static void take_entity(struct page *p)
{
	static const struct { const char *name; uint32_t cp; } NAMED[] = {
		{ "amp", '&' }, { "lt", '<' }, { "gt", '>' },
		{ "quot", '"' }, { "apos", '\'' }, { "nbsp", 0xA0 }, { "pound", 0xA3 },
		{ "eacute", 0xE9 }, { "rsquo", 0x2019 }, { "lsquo", 0x2018 }, { "ndash", 0x2013 }, { "mdash", 0x2014 },
		{ "egrave", 0xE8 },
		{ "ouml", 0xF6 }, { "uuml", 0xFC }, { "ccedil", 0xE7 }, { "iuml", 0xEF }, { "euml", 0xEB }, { "aacute", 0xE1 },
		{ "oacute", 0xF3 },
	};
	const char *semi = memchr(p->at, ';', (size_t)(p->end - p->at) < 12 ? (size_t)(p->end - p->at) : 12);
	char name[12] = "";
	unsigned long cp = 0;

	if (semi && semi > p->at + 1) {
		memcpy(name, p->at + 1, (size_t)(semi - p->at - 1));
		if (name[0] == '#')
			cp = (name[1] | 32) == 'x' ? strtoul(name + 2, NULL, 16) : strtoul(name + 1, NULL, 10);
		for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED && name[0] != '#'; i++)
			if (strcmp(NAMED[i].name, name) == 0)
				cp = NAMED[i].cp;
	}
	if (cp < 9 || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000)) {
		buf_add_c(&p->cell, *p->at++);
		return;
	}
	put_letter(&p->cell, (uint32_t)cp);
	p->at = semi + 1;
}

static void end_cell(struct page *p)
{
	if (!p->in_cell)
		return;
	p->in_cell = false;
	for (int i = 0; i < p->span && p->columns < DOC_MAX_COLUMNS; i++, p->columns++) {
		if (i == 0 && p->cell.len <= DOC_MAX_CELL)
			buf_add_n(&p->cells, buf_text(&p->cell), p->cell.len);
		else if (i == 0)
			out_say(p->o, DOC_ERROR, p->row, "", "Row %d: one cell is over 1 MB, the most that is read.", p->row);
		buf_add_c(&p->cells, 0);
	}
	for (size_t i = 0; i < p->cell.len; i++)
		p->any |= !strchr(" \t\r\n", p->cell.data[i]);
}

static void end_row(struct page *p)
{
	const char *at = buf_text(&p->cells), *end = at + p->cells.len;

	end_cell(p);
	at = buf_text(&p->cells);
	end = at + p->cells.len;
	if (p->in_row && p->any) {
		out_row(p->o, p->sheet, p->row);
		for (; at < end; at += strlen(at) + 1)
			out_text(p->o, p->sheet, at);
	}
	p->in_row = p->any = false;
	p->cells.len = 0;
	p->columns = 0;
}

static void table_tag(struct page *p, const struct tag *t)
{
	if (!t->closing && p->depth++ == 0) {
		p->sheet = out_sheet(p->o, p->tables++ == 0 ? "" : arena_printf(p->o->a, "Table %d", p->tables));
		p->row = 0;
	} else if (t->closing && p->depth > 0 && --p->depth == 0) {
		end_row(p);
		p->sheet = -1;
	}
}

static void act(struct page *p, const struct tag *t)
{
	if (is(t, "table")) {
		table_tag(p, t);
	} else if (p->depth != 1) {
		return;
	} else if (is(t, "tr")) {
		end_row(p);
		if (!t->closing) {
			p->in_row = true;
			p->row++;
		}
	} else if (is(t, "td") || is(t, "th")) {
		end_cell(p);
		if (!t->closing && p->in_row) {
			p->in_cell = true;
			p->cell.len = 0;
			p->span = span_of(t);
		}
	} else if (p->in_cell && (is(t, "br") || is(t, "p") || is(t, "div")) && p->cell.len) {
		buf_add_c(&p->cell, '\n');
	}
}

static void skip_to(struct page *p, const char *what)
{
	while (p->at < p->end && strncasecmp(p->at, what, strlen(what) < (size_t)(p->end - p->at) ? strlen(what) :
		(size_t)(p->end - p->at)))
		p->at++;
}

static void one(struct page *p)
{
	const char *before = p->at;
	struct tag t;

	if (*p->at == '<' && p->end - p->at > 3 && memcmp(p->at, "<!--", 4) == 0) {
		const char *stop = memmem(p->at, (size_t)(p->end - p->at), "-->", 3);

		p->at = stop ? stop + 3 : p->end;
	} else if (*p->at == '<' && take_tag(p, &t)) {
		if (!t.closing && is(&t, "script"))
			skip_to(p, "</script");
		else if (!t.closing && is(&t, "style"))
			skip_to(p, "</style");
		else
			act(p, &t);
	} else if (p->in_cell && *p->at == '&') {
		take_entity(p);
	} else if (p->in_cell) {
		buf_add_c(&p->cell, *p->at == '\r' || *p->at == '\n' || *p->at == '\t' ? ' ' : *p->at);
		p->at++;
	} else {
		p->at++;
	}
	if (p->at == before)
		p->at++;
}

void read_html(struct doc_out *o, const char *text, size_t n)
{
	struct page *p = arena_alloc(o->a, sizeof *p);

	*p = (struct page){ .o = o, .at = text, .end = text + n, .sheet = -1, .span = 1, .cell = buf_new(o->a),
		.cells = buf_new(o->a) };
	out_format(o, DOC_HTML);
	while (p->at < p->end && !o->stopped)
		one(p);
	if (p->depth > 0)
		end_row(p);
	if (p->tables == 0)
		out_stop(o, 0, "This is a web page without a table, perhaps a sign-in or error page that was saved instead of "
			"the file. "
		         "Sign in to your system again and download the file.");
	else if (o->rows > 0)
		out_say(o, DOC_INFO, 0, "", "This file is a web page with a table, whatever its name ends in; the table was read.");
}
