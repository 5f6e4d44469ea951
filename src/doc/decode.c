/* decode.c - the stream of out.c made into sheets. The sender may be a worker that a file took over: nothing in it is believed. Two
 * passes: the first checks everything and counts, the second fills arrays of the right size; cells point into the stream. */
#include "doc/out.h"

#include "base/text.h"
#include "doc/wire.h"

struct stream {
	const unsigned char *at, *end;
	bool bad;
};

struct counts {
	int sheets, rows[DOC_MAX_SHEETS], messages;
	size_t cells[DOC_MAX_SHEETS];
	bool ended;
};

struct part_text {
	const char *text;
	uint32_t n;
};

static uint32_t number(struct stream *s)
{
	uint32_t v = 0;

	if ((size_t)(s->end - s->at) < sizeof v) {
		s->bad = true;
		return 0;
	}
	memcpy(&v, s->at, sizeof v);
	s->at += sizeof v;
	return v;
}

static struct part_text text(struct stream *s, size_t most)
{
	struct part_text t = { "", number(s) };

	if (s->bad || t.n > most || (size_t)(s->end - s->at) < (size_t)t.n + 1 || s->at[t.n] != 0) {
		s->bad = true;
		return (struct part_text){ "", 0 };
	}
	t.text = (const char *)s->at;
	s->at += (size_t)t.n + 1;
	return t;
}

static struct part_text checked(struct stream *s, size_t most)
{
	struct part_text t = text(s, most);

	if (!s->bad && !text_is_utf8(t.text, t.n))
		s->bad = true;
	return t;
}

static uint32_t below(struct stream *s, uint32_t limit)
{
	uint32_t v = number(s);

	if (v >= limit)
		s->bad = true;
	return s->bad ? 0 : v;
}

static void count_row(struct stream *s, struct counts *c)
{
	uint32_t sheet = below(s, (uint32_t)c->sheets);

	below(s, INT32_MAX);
	if (!s->bad && ++c->rows[sheet] > WIRE_MAX_ROWS)
		s->bad = true;
}

static void count_cell(struct stream *s, struct counts *c)
{
	uint32_t sheet = below(s, (uint32_t)c->sheets);

	below(s, CELL_KINDS);
	checked(s, DOC_MAX_CELL);
	if (!s->bad && c->rows[sheet] == 0)
		s->bad = true;
	if (!s->bad)
		c->cells[sheet]++;
}

static void count_message(struct stream *s, struct counts *c)
{
	below(s, DOC_ERROR + 1);
	below(s, INT32_MAX);
	checked(s, 200);
	checked(s, 4000);
	if (++c->messages > DOC_MAX_MESSAGES + 10)
		s->bad = true;
}

static void count_one(struct stream *s, struct counts *c)
{
	switch ((enum wire_kind)*s->at++) {
	case WIRE_FORMAT: below(s, DOC_FORMATS); break;
	case WIRE_ENCODING: checked(s, 100); break;
	case WIRE_SHEET:
		checked(s, 1000);
		if (++c->sheets > DOC_MAX_SHEETS)
			s->bad = true;
		break;
	case WIRE_HIDE: below(s, (uint32_t)c->sheets); break;
	case WIRE_ROW: count_row(s, c); break;
	case WIRE_CELL: count_cell(s, c); break;
	case WIRE_MESSAGE: count_message(s, c); break;
	case WIRE_STOP: break;
	case WIRE_END: c->ended = true; break;
	default: s->bad = true;
	}
}

/* Where the second pass stands in each sheet. */
struct filling {
	struct doc *d;
	struct sheet_row *row[DOC_MAX_SHEETS]; /* the newest, or the one before the first */
	struct cell *cell[DOC_MAX_SHEETS];     /* the next free */
	struct doc_message *message;
	int sheets;
};

static void fill_row(struct filling *f, struct stream *s)
{
	uint32_t sheet = number(s);
	struct sheet_row *r = f->row[sheet]++;

	r->row = (int)number(s);
	r->cell = f->cell[sheet];
	f->d->sheet[sheet].rows++;
}

static void fill_cell(struct filling *f, struct stream *s)
{
	uint32_t sheet = number(s);
	struct sheet_row *r = f->row[sheet] - 1;
	struct cell *c = f->cell[sheet]++;
	struct part_text t;

	c->kind = (enum cell_kind)number(s);
	t = text(s, DOC_MAX_CELL);
	c->text = t.text;
	c->bytes = t.n;
	if (++r->cells > f->d->sheet[sheet].columns)
		f->d->sheet[sheet].columns = r->cells;
}

static void fill_message(struct filling *f, struct stream *s)
{
	struct doc_message *m = &f->message[f->d->messages++];

	m->level = (enum doc_level)number(s);
	m->row = (int)number(s);
	m->field = text(s, 200).text;
	m->text = text(s, 4000).text;
}

static void fill_one(struct filling *f, struct stream *s)
{
	struct doc *d = f->d;

	switch ((enum wire_kind)*s->at++) {
	case WIRE_FORMAT: d->format = (enum doc_format)number(s); break;
	case WIRE_ENCODING: d->encoding = text(s, 100).text; break;
	case WIRE_SHEET: d->sheet[f->sheets++].name = text(s, 1000).text; break;
	case WIRE_HIDE: d->sheet[number(s)].hidden = true; break;
	case WIRE_ROW: fill_row(f, s); break;
	case WIRE_CELL: fill_cell(f, s); break;
	case WIRE_MESSAGE: fill_message(f, s); break;
	case WIRE_STOP: d->stopped = true; break;
	case WIRE_END: break;
	}
}

static struct filling *room_for(struct arena *a, const struct counts *c)
{
	struct filling *f = arena_alloc(a, sizeof *f);
	struct doc *d = f->d = arena_alloc(a, sizeof *d);

	d->encoding = "";
	d->sheet = arena_array(a, (size_t)c->sheets, sizeof *d->sheet);
	d->sheets = c->sheets;
	f->message = arena_array(a, (size_t)c->messages, sizeof *f->message);
	d->message = f->message;
	for (int i = 0; i < c->sheets; i++) {
		f->row[i] = arena_array(a, (size_t)c->rows[i], sizeof *f->row[i]);
		f->cell[i] = arena_array(a, c->cells[i], sizeof *f->cell[i]);
		d->sheet[i].row = f->row[i];
	}
	return f;
}

const struct fault *doc_decode(struct arena *a, const unsigned char *bytes, size_t n, struct doc **out)
{
	struct stream s = { bytes, bytes + n, n > WIRE_MAX };
	struct counts c = { 0 };
	struct filling *f;

	while (!s.bad && !c.ended && s.at < s.end)
		count_one(&s, &c);
	if (s.bad || !c.ended || s.at != s.end)
		return FAULT(a, FAULT_INVALID, "the reader's answer is damaged");
	f = room_for(a, &c);
	s.at = bytes;
	while (s.at < s.end)
		fill_one(f, &s);
	*out = f->d;
	return NULL;
}

const struct sheet *doc_sheet(const struct doc *d, const char *name)
{
	for (int i = 0; i < d->sheets; i++)
		if (strcmp(d->sheet[i].name, name) == 0)
			return &d->sheet[i];
	return NULL;
}

const char *sheet_cell(const struct sheet *s, int row, int column)
{
	if (!s || row < 0 || row >= s->rows || column < 0 || column >= s->row[row].cells)
		return "";
	return s->row[row].cell[column].text;
}

const char *doc_format_name(enum doc_format format)
{
	static const char *const NAMES[DOC_FORMATS] = {
		[DOC_UNKNOWN] = "unknown", [DOC_CSV] = "CSV", [DOC_XLSX] = "XLSX workbook", [DOC_HTML] = "web page table",
		[DOC_SSML] = "Excel 2003 XML", [DOC_RECORDS] = "report XML", [DOC_CTF] = "CTF", [DOC_ATF] = "ATF",
		[DOC_CENSUS] = "school census message", [DOC_ONEROSTER] = "OneRoster", [DOC_HOLIDAYS] = "bank holidays JSON",
		[DOC_TERMS] = "term dates JSON",
	};

	return NAMES[format];
}
