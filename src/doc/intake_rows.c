/* intake_rows.c - the rows under the headings, one by one, as checked values. Titles, page and total lines and repeated headings
 * are no rows. An error blocks its row and no other. */
#include "doc/intake_parts.h"

#include "base/text.h"

static int heading_width(const struct work *w)
{
	const struct sheet_row *h = &w->sheet->row[w->header];
	int n = h->cells;

	while (n > 0 && text_blank(h->cell[n - 1].text))
		n--;
	return n;
}

static bool headings_again(const struct work *w, const struct sheet_row *r)
{
	const struct sheet_row *h = &w->sheet->row[w->header];
	int same = 0, filled = 0;

	for (int i = 0; i < r->cells; i++) {
		if (r->cell[i].bytes == 0)
			continue;
		filled++;
		same += i < h->cells && r->cell[i].bytes == h->cell[i].bytes && strcmp(r->cell[i].text, h->cell[i].text) == 0;
	}
	return same >= 3 || (same >= 2 && same == filled);
}

static bool about_people(enum intake_table_kind kind)
{
	return kind == TABLE_PUPILS || kind == TABLE_CONTACTS || kind == TABLE_ATTENDANCE || kind == TABLE_TESTS ||
		kind == TABLE_PROVISIONS;
}

/* "84 pupils". */
static bool is_sum(const char *folded)
{
	static const char *const WHAT[] = { "pupils", "children", "students", "records", "rows", "learners" };
	const char *p = folded + strspn(folded, "0123456789");

	for (size_t i = 0; p > folded && *p == ' ' && i < sizeof WHAT / sizeof *WHAT; i++)
		if (strncmp(p + 1, WHAT[i], strlen(WHAT[i])) == 0)
			return true;
	return false;
}

/* "Boys", "40", "Girls", "44": words of counting and numbers alone. */
static bool is_sums(struct work *w, const struct sheet_row *r)
{
	static const char *const SUMS[] = { "total", "totals", "boys", "girls", "male", "female", "average", "mean" };
	int words = 0;

	for (int i = 0; i < r->cells; i++) {
		const char *text = text_fold(w->a, clean_cell(w->a, r->cell[i].text));
		bool sum = strspn(text, "0123456789.,% ") == strlen(text);

		for (size_t k = 0; !sum && k < sizeof SUMS / sizeof *SUMS; k++)
			if (strncmp(text, SUMS[k], strlen(SUMS[k])) == 0 && strspn(text + strlen(SUMS[k]),
				": ") == strlen(text + strlen(SUMS[k]))) {
				sum = true;
				words++;
			}
		if (!sum)
			return false;
	}
	return words > 0;
}

/* "Total: 10", "Page 1 of 1", "Printed 16/01/2026": few cells, and words no child is called in a row by themselves. */
static bool is_footer(struct work *w, const struct sheet_row *r)
{
	static const char *const STARTS[] = { "total", "page ", "printed", "report ", "count", "number of", "end of",
		"generated", "run date",
		"exported", "created", "source", "grand total", "records", "confidential", "sub total", "subtotal", "notes:",
		"key:" };
	int filled = 0;
	const char *first = NULL;

	for (int i = 0; i < r->cells; i++)
		if (!text_blank(r->cell[i].text) && filled++ == 0)
			first = text_fold(w->a, clean_cell(w->a, r->cell[i].text));
	for (size_t i = 0; first && i < sizeof STARTS / sizeof *STARTS; i++)
		if (strncmp(first, STARTS[i], strlen(STARTS[i])) == 0)
			return filled <= 2 || (strstr(first, "total") && filled * 2 <= heading_width(w));
	return filled == 0 || is_sums(w, r) || (first && filled * 2 <= heading_width(w) && is_sum(first));
}

/* "Class: Acorns", "Year 3": one cell, alone in a row among many columns, and no number of a child. */
static bool is_line_between(const struct work *w, const struct sheet_row *r)
{
	int filled = 0, at = 0;

	for (int i = 0; i < r->cells; i++)
		if (!text_blank(r->cell[i].text)) {
			filled++;
			at = i;
		}
	return filled == 1 && heading_width(w) >= 4 && about_people(w->kind->table) && w->field[at] != FIELD_UPN &&
		w->field[at] != FIELD_ULN &&
	       w->field[at] != FIELD_MIS_ID;
}

static void collect_fields(struct work *w, struct intake_table *t)
{
	static const enum intake_field DERIVED[] = { FIELD_SURNAME, FIELD_FORENAME, FIELD_SEN_STATUS, FIELD_SEN_STAGE, FIELD_EAL };
	bool person = false;

	for (int c = 0; c < w->columns; c++) {
		if (w->field[c] && INTAKE_FIELDS[w->field[c]].type != V_NEED)
			intake_set_slots(t, &w->field[c], 1);
		person |= w->field[c] == FIELD_FULL_NAME;
	}
	if (t->kind == TABLE_PUPILS)
		intake_set_slots(t, DERIVED, 5);
	else if (person)
		intake_set_slots(t, DERIVED, 2);
	if (t->kind == TABLE_CONTACTS)
		contact_slots(t);
}

static int rank_of(enum intake_field f)
{
	return f == FIELD_NEEDS ? 0 : (int)(f - FIELD_NEED_1) + 1;
}

void one_value(struct work *w, struct intake_table *t, struct intake_row *r, enum intake_field f, const struct cell *c,
	bool *bad)
{
	const char *value = intake_convert(w, f, c, r->row, bad), *stage = NULL, *before;

	if (!value)
		return;
	if (INTAKE_FIELDS[f].type == V_STATUS) {
		value = status_read(w, f, value, r->row, &stage);
		intake_put(t, r, FIELD_SEN_STAGE, stage);
	}
	before = intake_get(t, r, f);
	if (INTAKE_FIELDS[f].type == V_LINES && before)
		value = arena_printf(w->a, "%s\n%s", before, value);
	intake_put(t, r, f, value);
}

static void needs_of_row(struct work *w, const struct intake_table *t, struct intake_row *r, const struct sheet_row *from)
{
	const char *ranked = intake_get(t, r, FIELD_NEED_RANK);
	int rank = ranked ? (int)strtol(ranked, NULL, 10) : 0;

	for (int c = 0; c < w->columns && c < from->cells; c++)
		if (w->field[c] && INTAKE_FIELDS[w->field[c]].type == V_NEED && !text_blank(from->cell[c].text))
			needs_read(w, r, from->cell[c].text, rank_of(w->field[c]) ? rank_of(w->field[c]) : rank);
}

/* Only in a CSV: other files leave out empty cells at a row's end by right. */
static bool ragged(struct work *w, const struct sheet_row *r)
{
	int width = heading_width(w), extra = 0;

	for (int i = width; i < r->cells; i++)
		extra += !text_blank(r->cell[i].text);
	if (w->in->format == DOC_CSV && r->cells < width)
		intake_say(w, DOC_ERROR, r->row, FIELD_NONE, "Row %d has %d cells and the headings have %d: something is "
			"missing. Correct the row and give "
		    "the file again.", r->row, r->cells, width);
	else if (w->in->format == DOC_CSV && extra)
		intake_say(w, DOC_ERROR, r->row, FIELD_NONE, "Row %d has %d cells and the headings have %d: a comma may be "
			"missing its quotation marks. "
		    "Correct the row and give the file again.", r->row, r->cells, width);
	else
		return false;
	return true;
}

static bool particle(const char *word)
{
	static const char *const WORDS[] = { "de", "la", "le", "van", "der", "den", "von", "st", "st.", "al", "el", "ap", "bin",
		"ibn", "da", "di", "do", "dos", "del", "du", "ten", "ter", "mac", "abu", "ben", "des", "af", "av", "zu" };

	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (strcmp(WORDS[i], word) == 0)
			return true;
	return false;
}

/* "Lotte van der Berg": the surname begins at the first particle, else it is the last word. */
static void forename_first(struct work *w, const struct intake_table *t, struct intake_row *r, const char *name)
{
	const char *last = strrchr(name, ' ');

	for (const char *p = strchr(name, ' '); p; p = strchr(p + 1, ' ')) {
		size_t n = strcspn(p + 1, " ");

		if (particle(text_fold(w->a, arena_text_n(w->a, p + 1, n))) && p[1 + n]) {
			last = p;
			break;
		}
	}
	intake_put(t, r, FIELD_FORENAME, arena_text_n(w->a, name, (size_t)(last - name)));
	intake_put(t, r, FIELD_SURNAME, clean_cell(w->a, last + 1));
}

static void surname_first(struct work *w, const struct intake_table *t, struct intake_row *r, const char *name)
{
	const char *cut = strchr(name, ' ');

	for (const char *p = name; cut && particle(text_fold(w->a, arena_text_n(w->a, p, (size_t)(cut - p)))) && strchr(cut + 1,
		' ');) {
		p = cut + 1;
		cut = strchr(cut + 1, ' ');
	}
	if (!cut)
		return;
	intake_put(t, r, FIELD_SURNAME, arena_text_n(w->a, name, (size_t)(cut - name)));
	intake_put(t, r, FIELD_FORENAME, clean_cell(w->a, cut + 1));
}

/* One column with the whole name: split at its comma; without one, as the person said. */
static void split_name(struct work *w, const struct intake_table *t, struct intake_row *r)
{
	const char *name = intake_get(t, r, FIELD_FULL_NAME), *comma = name ? strchr(name, ',') : NULL;
	const char *order = intake_answered(w, "name:order");

	if (!name || intake_get(t, r, FIELD_SURNAME))
		return;
	if (comma) {
		intake_put(t, r, FIELD_SURNAME, clean_cell(w->a, arena_text_n(w->a, name, (size_t)(comma - name))));
		intake_put(t, r, FIELD_FORENAME, clean_cell(w->a, comma + 1));
	} else if (!strchr(name, ' ')) {
		intake_put(t, r, FIELD_FORENAME, name);
	} else if (order && strcmp(order, "surname-first") == 0) {
		surname_first(w, t, r, name);
	} else if (order) {
		forename_first(w, t, r, name);
	} else if (t->kind == TABLE_PUPILS || (!intake_get(t, r, FIELD_UPN) && !intake_get(t, r, FIELD_ULN))) {
		w->facts[FIELD_FULL_NAME].blanks++;
		w->facts[FIELD_FULL_NAME].refused |= !intake_get(t, r, FIELD_UPN) && !intake_get(t, r, FIELD_ULN);
		if (!w->facts[FIELD_FULL_NAME].queries_row)
			w->facts[FIELD_FULL_NAME].queries_row = r->row;
	}
}

/* A file with names in use only: they stand for the legal ones until those come. */
static void names_in_use(const struct intake_table *t, struct intake_row *r)
{
	if (!intake_get(t, r, FIELD_SURNAME) && !intake_get(t, r, FIELD_FULL_NAME))
		intake_put(t, r, FIELD_SURNAME, intake_get(t, r, FIELD_PREFERRED_SURNAME));
	if (!intake_get(t, r, FIELD_FORENAME) && !intake_get(t, r, FIELD_FULL_NAME))
		intake_put(t, r, FIELD_FORENAME, intake_get(t, r, FIELD_PREFERRED_FORENAME));
}

void who_is_it(struct work *w, const struct intake_table *t, struct intake_row *r)
{
	bool name = intake_get(t, r, FIELD_FULL_NAME) || (intake_get(t, r, FIELD_SURNAME) && intake_get(t, r, FIELD_FORENAME));

	r->by_name = !intake_get(t, r, FIELD_UPN) && !intake_get(t, r, FIELD_ULN);
	if (r->rejected || !r->by_name)
		return;
	if (!name && !intake_get(t, r, FIELD_MIS_ID)) {
		intake_say(w, DOC_ERROR, r->row, FIELD_UPN, "Row %d does not say who it is about: it has no UPN, no ULN, and no "
			"whole name. Add one of them.",
		    r->row);
		r->rejected = true;
	} else if (t->kind == TABLE_PUPILS && t->slot[FIELD_UPN] >= 0) {
		intake_say(w, DOC_WARNING, r->row, FIELD_UPN, "Row %d has no UPN. The child can be matched only by name and date "
			"of birth, and you will be "
		    "asked to confirm it.", r->row);
	}
}

/* Status from yes/no columns where no column says it; EAL from the language. */
void intake_derive(struct work *w, const struct intake_table *t, struct intake_row *r)
{
	const char *ehcp = intake_get(t, r, FIELD_EHCP), *flag = intake_get(t, r, FIELD_SEN_FLAG), *lang = intake_get(t, r,
		FIELD_FIRST_LANGUAGE);
	const char *status = intake_get(t, r, FIELD_SEN_STATUS);

	if (ehcp && *ehcp == '1' && !status)
		intake_put(t, r, FIELD_SEN_STATUS, "E");
	else if (flag && !status)
		intake_put(t, r, FIELD_SEN_STATUS, *flag == '1' ? "K" : "N");
	else if (ehcp && *ehcp == '1' && status && strcmp(status, "E") != 0)
		intake_say(w, DOC_WARNING, r->row, FIELD_SEN_STATUS, "Row %d says %s as SEN status and yes to an EHC plan. The "
			"status was taken; check which is "
		    "right.", r->row, status);
	if (lang && !intake_get(t, r, FIELD_EAL) && t->slot[FIELD_EAL] >= 0 && strlen(lang) == 3)
		intake_put(t, r, FIELD_EAL, strcmp(lang, "ENG") == 0 || strcmp(lang, "ENB") == 0 ? "0" : "1");
}

static void one_row(struct work *w, struct intake_table *t, struct intake_row *r, const struct sheet_row *from)
{
	bool bad = false;

	r->row = from->row;
	r->pupil = -1;
	r->value = arena_array(w->a, (size_t)t->slots, sizeof *r->value);
	if (ragged(w, from)) {
		r->rejected = true;
		return;
	}
	for (int c = 0; c < w->columns && c < from->cells; c++)
		if (w->field[c] && !w->contact[c] && INTAKE_FIELDS[w->field[c]].type != V_NEED)
			one_value(w, t, r, w->field[c], &from->cell[c], &bad);
	r->rejected = bad;
	if (!about_people(t->kind))
		return;
	needs_of_row(w, t, r, from);
	split_name(w, t, r);
	names_in_use(t, r);
	who_is_it(w, t, r);
	if (t->kind == TABLE_PUPILS)
		intake_derive(w, t, r);
	if (t->kind == TABLE_CONTACTS)
		contact_name(w, t, r);
}

static void say_columns(struct work *w, const struct intake_table *t)
{
	const struct column_facts *names = &w->facts[FIELD_FULL_NAME];

	if (names->blanks)
		intake_ask(w, names->queries_row, FIELD_FULL_NAME, names->refused, "name:order", "forename-first",
			"forename-first|surname-first",
		    "Row %d and %d more have a whole name without a comma. Does the forename come first or the surname?",
		    names->queries_row, names->blanks - 1);
	for (int f = 1; f < FIELD_COUNT; f++) {
		if (w->facts[f].queries && INTAKE_FIELDS[f].type == V_NAME)
			intake_say(w, DOC_WARNING, w->facts[f].queries_row, (enum intake_field)f, "%s has a question mark in %d "
				"row%s (first in row %d): a letter "
			    "may have been lost when the file was exported. Export it as UTF-8.", INTAKE_FIELDS[f].label,
			w->facts[f].queries,
			    w->facts[f].queries == 1 ? "" : "s", w->facts[f].queries_row);
		if (w->facts[f].lost_zero)
			intake_say(w, DOC_WARNING, w->facts[f].lost_zero_row, (enum intake_field)f, "%s had lost its first 0 in "
				"%d row%s (first in row %d), as "
			    "spreadsheet programs do to it. The 0 was put back.", INTAKE_FIELDS[f].label, w->facts[f].lost_zero,
			    w->facts[f].lost_zero == 1 ? "" : "s", w->facts[f].lost_zero_row);
	}
	if (about_people(t->kind) && t->slot[FIELD_UPN] < 0 && t->slot[FIELD_ULN] < 0 && t->rows)
		intake_say(w, DOC_WARNING, 0, FIELD_UPN, "This file has no UPNs. Children can be matched only by the school's "
			"number or by name and date of birth, "
		    "and you will be asked to confirm it.");
}

static void say_left_out(struct work *w, int sums, int between, const char *first)
{
	if (sums)
		intake_say(w, DOC_INFO, 0, FIELD_NONE, "%d line%s with totals, page numbers or repeated headings %s left out.",
			sums, sums == 1 ? "" : "s", sums == 1 ? "was" : "were");
	if (between)
		intake_say(w, DOC_INFO, 0, FIELD_NONE, "%d line%s with one cell alone (the first: \xE2\x80\x98%s\xE2\x80\x99) %s "
			"about no child and %s left out.", between, between == 1 ? "" : "s",
			text_shorten(w->a, first, 40), between == 1 ? "is" : "are", between == 1 ? "was" : "were");
}

static const char *only_cell(const struct sheet_row *r)
{
	int i = 0;

	while (i < r->cells - 1 && text_blank(r->cell[i].text))
		i++;
	return r->cell[i].text;
}

/* A pupil list with contacts in it gives a table of contacts beside. */
static struct intake_table *contacts_beside(struct work *w)
{
	struct intake_table *t;

	if (w->kind->table != TABLE_PUPILS || !has_contacts(w))
		return NULL;
	t = intake_add_table(w, TABLE_CONTACTS, w->sheet->rows * 6);
	contact_slots(t);
	return t;
}

void rows_of_sheet(struct work *w)
{
	struct intake_table *t = intake_add_table(w, w->kind->table, w->sheet->rows * (w->kind->table == TABLE_CONTACTS ? 6 : 1)),
		*contacts;
	int sums = 0, between = 0, rows = 0;
	const char *first = "";

	contacts = contacts_beside(w);
	t = &w->in->table[0];
	collect_fields(w, t);
	look_at_columns(w);
	for (int i = w->header + 1; i < w->sheet->rows; i++) {
		const struct sheet_row *from = &w->sheet->row[i];
		struct intake_row *r = &t->row[t->rows];

		if (is_footer(w, from) || headings_again(w, from)) {
			sums++;
			continue;
		}
		if (is_line_between(w, from)) {
			first = between++ ? first : only_cell(from);
			continue;
		}
		one_row(w, t, r, from);
		t->rows++;
		rows++;
		if (contacts)
			contacts_of_row(w, contacts, r, from, t->rows - 1, 1);
		else if (t->kind == TABLE_CONTACTS)
			contacts_of_row(w, t, r, from, -1, 2);
	}
	w->in->rows = rows;
	say_left_out(w, sums, between, first);
	if (t->rows == 0 && !w->in->stopped)
		intake_say(w, DOC_ERROR, 0, FIELD_NONE, "There are headings but no rows under them. Run the report again and "
			"check that it finds pupils.");
	say_columns(w, t);
}
