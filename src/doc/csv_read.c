/* csv_read.c - text with separators: comma, semicolon, tab or bar, guessed or told by a first line "sep=;". Quoted cells may hold
 * line breaks; lines may end in CR LF, LF or CR. Blank lines are left out but counted, so that a row has the number a spreadsheet
 * program shows. */
#include "doc/out.h"

#include <strings.h>

#include "base/buf.h"

struct csv {
	struct doc_out *o;
	const char *at, *end;
	char delimiter;
	int sheet, row, line;
	struct buf text;      /* the cells of one row, one after the other */
	size_t from[DOC_MAX_COLUMNS + 1];
	int cells;
	bool bad;             /* this row is named in a message and left out */
};

static void row_error(struct csv *c, const char *what)
{
	if (!c->bad)
		out_say(c->o, DOC_ERROR, c->row, "", "Row %d (line %d of the file): %s", c->row, c->line, what);
	c->bad = true;
}

static void end_cell(struct csv *c)
{
	size_t n = c->text.len - c->from[c->cells];

	if (n > DOC_MAX_CELL)
		row_error(c, "one cell is over 1 MB, the most that is read. Shorten it.");
	if (c->cells + 1 >= DOC_MAX_COLUMNS)
		row_error(c, "there are more than 2,000 columns.");
	else
		c->from[++c->cells] = c->text.len;
}

static bool blank_row(const struct csv *c)
{
	for (size_t i = 0; i < c->text.len; i++)
		if (!strchr(" \t\r\n", c->text.data[i]))
			return false;
	return true;
}

static void end_row(struct csv *c)
{
	end_cell(c);
	if (!c->bad && !blank_row(c)) {
		out_row(c->o, c->sheet, c->row);
		for (int i = 0; i < c->cells; i++)
			out_cell(c->o, c->sheet, CELL_TEXT, c->text.data + c->from[i], c->from[i + 1] - c->from[i]);
	}
	c->text.len = 0;
	c->cells = 0;
	c->bad = false;
}

/* After a quoted cell: only a separator or a line's end may follow; spaces are forgiven. */
static void after_quotes(struct csv *c)
{
	while (c->at < c->end && (*c->at == ' ' || (*c->at == '\t' && c->delimiter != '\t')))
		c->at++;
	if (c->at >= c->end || *c->at == c->delimiter || *c->at == '\r' || *c->at == '\n')
		return;
	row_error(c, "there is text after a closing quotation mark. Double the quotation marks inside a cell, or export the file "
		"again.");
	while (c->at < c->end && *c->at != c->delimiter && *c->at != '\r' && *c->at != '\n')
		c->at++;
}

/* Skips the line end at `at`, if one is there. */
static bool take_line_end(struct csv *c)
{
	if (c->at >= c->end || (*c->at != '\r' && *c->at != '\n'))
		return false;
	if (*c->at == '\r' && c->at + 1 < c->end && c->at[1] == '\n')
		c->at++;
	c->at++;
	return true;
}

static void quoted_cell(struct csv *c)
{
	int opened = c->line, inside = 0;

	c->at++;
	while (c->at < c->end) {
		const char *from = c->at;

		while (c->at < c->end && *c->at != '"' && *c->at != '\n' && *c->at != '\r')
			c->at++;
		if (!c->bad)
			buf_add_n(&c->text, from, (size_t)(c->at - from));
		if (c->text.len - c->from[c->cells] > DOC_MAX_CELL)
			row_error(c, "one cell is over 1 MB, the most that is read. Is a quotation mark not closed?");
		if (c->at >= c->end)
			break;
		if (take_line_end(c)) {
			inside++;
			buf_add_c(&c->text, '\n');
			continue;
		}
		c->at++;
		if (c->at < c->end && *c->at == '"') {
			buf_add_c(&c->text, '"');
			c->at++;
			continue;
		}
		c->line += inside;
		after_quotes(c);
		return;
	}
	out_stop(c->o, c->row, "Row %d (line %d of the file): a quotation mark is opened and never closed. "
	         "Close it or take it out, or export the file again.", c->row, opened);
}

static void plain_cell(struct csv *c)
{
	const char *from = c->at;

	while (c->at < c->end && *c->at != c->delimiter && *c->at != '\r' && *c->at != '\n')
		c->at++;
	if (!c->bad)
		buf_add_n(&c->text, from, (size_t)(c->at - from));
}

static void one_cell(struct csv *c)
{
	const char *p = c->at;

	while (p < c->end && *p == ' ')
		p++;
	if (p < c->end && *p == '"') {
		c->at = p;
		quoted_cell(c);
	} else {
		plain_cell(c);
	}
}

static void one_row(struct csv *c)
{
	while (!c->o->stopped) {
		one_cell(c);
		if (c->o->stopped)
			return;
		if (c->at < c->end && *c->at == c->delimiter) {
			end_cell(c);
			c->at++;
			continue;
		}
		take_line_end(c);
		end_row(c);
		return;
	}
}

/* How many of the first lines have this separator outside quotes, then how often: the best of four wins. */
static long score(const char *text, size_t n, char delimiter)
{
	long lines = 0, all = 0, here = 0;
	bool quoted = false;
	int seen = 0;

	if (n > 65536)
		n = 65536;
	for (size_t i = 0; i < n && seen < 40; i++) {
		if (text[i] == '"')
			quoted = !quoted;
		else if (!quoted && text[i] == delimiter)
			here++;
		if (!quoted && (text[i] == '\n' || text[i] == '\r' || i + 1 == n)) {
			lines += here > 0;
			all += here;
			here = 0;
			seen++;
		}
	}
	return lines * 100000 + (all < 99999 ? all : 99999);
}

static char guess(const char *text, size_t n)
{
	static const char CANDIDATES[] = ",;\t|";
	char best = ',';
	long most = 0;

	for (const char *p = CANDIDATES; *p; p++) {
		long s = score(text, n, *p);

		if (s > most) {
			most = s;
			best = *p;
		}
	}
	return best;
}

/* Excel's hint: a first line of "sep=" and one character. */
static bool take_hint(struct csv *c)
{
	const char *p = c->at;
	bool quoted = p < c->end && *p == '"';

	p += quoted;
	if (c->end - p < 5 || strncasecmp(p, "sep=", 4) != 0)
		return false;
	c->delimiter = p[4];
	p += 5 + quoted;
	while (p < c->end && *p != '\r' && *p != '\n')
		p++;
	c->at = p;
	take_line_end(c);
	c->row = c->line = 2;
	return true;
}

void read_csv(struct doc_out *o, const char *text, size_t n, const char *sheet)
{
	struct csv *c = arena_alloc(o->a, sizeof *c);

	c->o = o;
	c->at = text;
	c->end = text + n;
	c->sheet = out_sheet(o, sheet);
	c->row = c->line = 1;
	c->text = buf_new(o->a);
	if (!take_hint(c))
		c->delimiter = guess(text, n);
	while (c->at < c->end && !o->stopped) {
		one_row(c);
		c->row++;
		c->line++;
	}
}
