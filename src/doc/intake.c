/* intake.c - the path of a file: read in the cage, mapped, checked, counted. Storing, matching and comparing come after,
 * elsewhere. */
#include "doc/intake_parts.h"

static void take_messages(struct work *w, const struct doc *d)
{
	for (int i = 0; i < d->messages; i++) {
		const struct doc_message *m = &d->message[i];

		if (m->level == DOC_ERROR && m->row > 0)
			w->in->rejected++;
		intake_say(w, m->level, m->row, field_named(m->field), "%s", m->text);
	}
	if (d->stopped)
		w->in->stopped = true;
}

static const char *kind_of_format(const struct doc *d)
{
	switch (d->format) {
	case DOC_CTF: return "ctf";
	case DOC_ATF: return "atf";
	case DOC_CENSUS: return "census";
	case DOC_ONEROSTER: return "oneroster";
	default: return "unknown";
	}
}

/* A safeguarding log belongs to the DSL alone: what it is may be known, what it says may not be taken in here. */
static void refuse_log(struct work *w)
{
	w->in->rows = w->sheet->rows - w->header - 1;
	intake_say(w, DOC_ERROR, 0, FIELD_NONE, "This looks like a safeguarding log. Only a named designated safeguarding lead "
		"may bring one in, and not by this "
	    "way. Nothing was read from it; keep it where it is.");
}

static void from_sheets(struct work *w, const struct doc *d)
{
	if (!map_sheet(w, d))
		return;
	if (strcmp(w->kind->name, "safeguarding") == 0) {
		refuse_log(w);
		return;
	}
	rows_of_sheet(w);
	if (w->kind->table == TABLE_PUPILS)
		finish_pupils(w, &w->in->table[0]);
}

static void count_rejected(struct intake *in)
{
	for (int i = 0; in->tables && i < in->table[0].rows; i++)
		in->rejected += in->table[0].row[i].rejected;
}

/* Nothing of a stopped file may be stored; a file broken off half-way keeps its rows for the preview, an XML file does not. */
static void finish(struct work *w, const struct doc *d)
{
	intake_say_words(w);
	if (d->stopped && (d->format == DOC_CTF || d->format == DOC_ATF || d->format == DOC_CENSUS || d->format == DOC_XLSX))
		w->in->tables = w->in->rows = w->in->statuses = w->in->needs = 0;
	count_rejected(w->in);
}

struct intake *intake_of(struct arena *a, const struct doc *d, const char *name, const struct intake_options *options)
{
	static const struct intake_options NONE = { .today = DAY_NONE };
	struct work *w = arena_alloc(a, sizeof *w);
	struct intake *in = w->in = arena_alloc(a, sizeof *in);

	w->a = a;
	w->options = options ? options : &NONE;
	w->today = w->options->today == DAY_NONE ? day_today() : w->options->today;
	in->name = arena_text(a, name);
	in->format = d->format;
	in->encoding = d->encoding;
	in->kind = kind_of_format(d);
	in->source = in->source_la = in->source_estab = in->source_urn = in->source_name = in->version = in->qualifier = "";
	in->reference_date = in->term = "";
	take_messages(w, d);
	if (d->format == DOC_CTF || d->format == DOC_ATF || d->format == DOC_CENSUS) {
		if (!d->stopped)
			intake_transfer(w, d);
	} else if (d->format == DOC_ONEROSTER) {
		if (!d->stopped)
			intake_roster(w, d);
	} else if (!d->stopped || d->sheets > 0) {
		from_sheets(w, d);
	}
	finish(w, d);
	return in;
}

const struct fault *intake_read(struct arena *a, const struct doc_part *parts, int n, const struct intake_options *options,
                                struct intake **out)
{
	struct doc *d;

	if (options && options->in_process)
		TRY(doc_read(a, parts, n, &d));
	else
		TRY(doc_read_caged(a, parts, n, &d));
	*out = intake_of(a, d, n > 0 ? parts[0].name : "", options);
	return NULL;
}
