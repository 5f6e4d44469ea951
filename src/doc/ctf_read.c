/* ctf_read.c - a common transfer file, an admissions file or a school census message as sheets: one for the pupils, one for each
 * kind of detail, joined by the pupil's number. By element name, in any order, unknown elements left out with all that is in them.
 * What the values mean is intake's business; the names are in ctf_map.c. */
#include "doc/ctf_map.h"
#include "doc/wire.h"
#include "doc/xml.h"

struct row_now { /* the row being filled for a place */
	const char *value[CTF_COLUMNS];
};

struct pupils {
	struct doc_out *o;
	enum doc_format format;
	enum ctf_place place[DOC_MAX_DEPTH + 2]; /* by depth */
	int sheet[CTF_PLACES], columns[CTF_PLACES];
	const struct ctf_sheet *of[CTF_PLACES];
	struct row_now now[CTF_PLACES];
	const char *stage;                       /* of the assessments being read */
	const char *phone, *phone_type;          /* of a contact */
	int count;                               /* pupils so far */
	struct arena *values;                    /* of one pupil */
};

/* The sheet's own place: a leaver is a pupil, a contact's address belongs to the contact. */
static enum ctf_place row_of(enum ctf_place place)
{
	switch (place) {
	case IN_LEAVER: return IN_PUPIL;
	case IN_SOURCE: case IN_DEST: return IN_HEADER;
	case IN_CONTACT_ADDRESS: return IN_CONTACT;
	default: return place;
	}
}

static int column_of(const struct ctf_sheet *s, const char *name)
{
	for (int i = 0; s && i < CTF_COLUMNS && s->columns[i]; i++)
		if (strcmp(s->columns[i], name) == 0)
			return i;
	return -1;
}

static void keep(struct pupils *p, enum ctf_place place, const char *column, const char *text)
{
	int i = column_of(p->of[place], column);

	if (i > 0 && *text && !p->now[place].value[i])
		p->now[place].value[i] = arena_text(p->values, text);
}

static void emit(struct pupils *p, enum ctf_place place)
{
	int sheet = p->sheet[place];

	out_row(p->o, sheet, p->count);
	for (int i = 0; i < p->columns[place]; i++) {
		const char *text = i == 0 ? arena_printf(p->values, "%d", p->count) : p->now[place].value[i];

		out_text(p->o, sheet, text ? text : "");
	}
	memset(&p->now[place], 0, sizeof p->now[place]);
}

static enum ctf_place step(enum ctf_place from, const char *name)
{
	enum ctf_place as = from == IN_LEAVER ? IN_PUPIL : from;

	for (int i = 0; i < CTF_STEP_COUNT; i++) {
		const struct ctf_step *s = &CTF_STEPS[i];

		if (s->from == as && s->element[0] == name[0] && strcmp(s->element, name) == 0)
			return s->to == as ? from : s->to;
	}
	return IN_NOTHING;
}

static const struct ctf_value *value_of(enum ctf_place in, const char *name)
{
	if (in == IN_LEAVER)
		in = IN_PUPIL;
	for (int i = 0; i < CTF_VALUE_COUNT; i++) {
		const struct ctf_value *v = &CTF_VALUES[i];

		if (v->in == in && v->element[0] == name[0] && strcmp(v->element, name) == 0)
			return v;
	}
	return NULL;
}

static void on_open(struct xml *x, const char *name, const char *const *attributes)
{
	struct pupils *p = x->data;
	enum ctf_place from = p->place[x->depth - 1], to = step(from, name);

	if (from == IN_FILE && (to == IN_PUPIL || to == IN_LEAVER)) {
		p->count++;
		keep(p, IN_PUPIL, "line", arena_printf(p->values, "%d", xml_line(x)));
		keep(p, IN_PUPIL, "on_roll", to == IN_PUPIL ? "1" : "0");
	}
	if (x->depth == 1 && xml_attribute(attributes, "CTFversion"))
		keep(p, IN_HEADER, "version", xml_attribute(attributes, "CTFversion"));
	else if (x->depth == 1 && xml_attribute(attributes, "version"))
		keep(p, IN_HEADER, "version", xml_attribute(attributes, "version"));
	p->place[x->depth] = to;
}

static const char *trimmed(struct arena *a, const char *text)
{
	size_t n;

	while (*text && strchr(" \t\r\n", *text))
		text++;
	for (n = strlen(text); n > 0 && strchr(" \t\r\n", text[n - 1]); n--)
		;
	return arena_text_n(a, text, n);
}

static void close_contact_phone(struct pupils *p)
{
	static const struct { char type; const char *column; } TYPES[] = {
		{ 'H', "phone_home" }, { 'M', "phone_mobile" }, { 'W', "phone_work" },
	};
	const char *column = "phone_other";

	for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
		if (p->phone_type && p->phone_type[0] == TYPES[i].type)
			column = TYPES[i].column;
	if (p->phone)
		keep(p, IN_CONTACT, column, p->phone);
	p->phone = p->phone_type = NULL;
}

/* A census message is one of many returns in the same wrapping. */
static void check_collection(struct pupils *p, const char *collection)
{
	if (p->format == DOC_CENSUS && strcmp(collection, "SC") != 0)
		out_stop(p->o, 0, "This is a return of kind %.10s, not a school census (SC). Only the school census is compared "
			"with the register.",
		         collection);
}

static void take_value(struct pupils *p, enum ctf_place in, const struct ctf_value *v, const char *text)
{
	if (in == IN_CONTACT_PHONE && strcmp(v->column, "phone") == 0)
		p->phone = text;
	else if (in == IN_CONTACT_PHONE)
		p->phone_type = text;
	else if (in == IN_KEY_STAGE)
		p->stage = text;
	else
		keep(p, row_of(in), v->column, text);
	if (strcmp(v->column, "collection") == 0)
		check_collection(p, text);
}

/* A pupil (or the header, before them) is complete: their values may go. */
static void end_pupil(struct pupils *p)
{
	emit(p, IN_PUPIL);
	arena_free(p->values);
	p->values = arena_new((size_t)1 << 30);
	memset(p->now, 0, sizeof p->now);
	p->stage = p->phone = p->phone_type = NULL;
}

static void leave(struct pupils *p, enum ctf_place place)
{
	if (place == IN_CONTACT_PHONE) {
		close_contact_phone(p);
	} else if (place == IN_PUPIL || place == IN_LEAVER) {
		end_pupil(p);
	} else if (p->of[place] && place != IN_HEADER) {
		if (place == IN_ASSESSMENT && p->stage)
			keep(p, place, "stage", p->stage);
		emit(p, place);
	}
}

static void on_close(struct xml *x, const char *name)
{
	struct pupils *p = x->data;
	enum ctf_place place = p->place[x->depth + 1], outer = p->place[x->depth];
	const struct ctf_value *v = place == IN_NOTHING ? value_of(outer, name) : NULL;

	if (v) {
		take_value(p, outer, v, trimmed(p->values, buf_text(&x->text)));
	} else if (place != outer && place != IN_NOTHING) {
		leave(p, place);
		if (place == IN_HEADER && outer == IN_FILE && strcmp(name, "Header") == 0 && !x->o->stopped)
			emit(p, IN_HEADER);
	}
}

static void open_sheets(struct pupils *p)
{
	for (int i = 0; i < CTF_SHEET_COUNT; i++) {
		const struct ctf_sheet *s = &CTF_SHEETS[i];
		int n = 0;

		p->of[s->place] = s;
		p->sheet[s->place] = out_sheet(p->o, s->name);
		out_row(p->o, p->sheet[s->place], 0);
		for (; n < CTF_COLUMNS && s->columns[n]; n++)
			out_text(p->o, p->sheet[s->place], s->columns[n]);
		p->columns[s->place] = n;
	}
}

static void free_values(void *data)
{
	arena_free(((struct pupils *)data)->values);
}

static struct pupils *begin(struct doc_out *o, enum doc_format format)
{
	struct pupils *p = arena_alloc(o->a, sizeof *p);

	p->o = o;
	p->format = format;
	p->values = arena_new((size_t)1 << 30);
	arena_defer(o->a, free_values, p);
	o->max_rows = WIRE_MAX_ROWS;
	o->pupils = p;
	out_format(o, format);
	open_sheets(p);
	return p;
}

void read_pupils(struct doc_out *o, const char *text, size_t n, enum doc_format format)
{
	struct pupils *p = o->pupils ? o->pupils : begin(o, format);
	struct xml *x = arena_alloc(o->a, sizeof *x);
	int before = p->count;

	if (p->format != format) {
		out_stop(o, 0, "This zip holds files of different kinds. Unpack it and give them one at a time.");
		return;
	}
	*x = (struct xml){ .data = p, .open = on_open, .close = on_close };
	xml_begin(x, o);
	p->place[0] = IN_FILE;
	xml_feed(x, text, n, true);
	xml_end(x);
	if (!o->stopped && p->count == before)
		out_stop(o, 0, "This file is whole, but there are no pupils in it. Choose the pupils in your system and export "
			"it again.");
}
