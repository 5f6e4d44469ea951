/* intake_sheets.c - where in a workbook the table stands: which sheet, which row holds the headings, and the row above or beneath
 * it that completes them ("Legal" over "Surname"). Sheets with the same headings, one a class, are read one after another. */
#include "doc/intake_parts.h"

#include "base/text.h"

enum { LOOK_ROWS = 60, ROWS_A_SHEET = 1000 };

/* ---- headings in two rows ---- */

static int filled(const struct sheet_row *r, bool *words)
{
	int n = 0;

	*words = true;
	for (int i = 0; i < r->cells; i++) {
		if (text_blank(r->cell[i].text))
			continue;
		n++;
		*words = *words && r->cell[i].kind == CELL_TEXT && r->cell[i].bytes < 100;
	}
	return n;
}

/* The row straight above, if it may say what the headings beneath belong to. */
static int row_over(const struct sheet *s, int header)
{
	bool words;

	if (header < 1 || s->row[header].row != s->row[header - 1].row + 1)
		return -1;
	return filled(&s->row[header - 1], &words) >= 2 && words ? header - 1 : -1;
}

/* A heading over several columns stands in the first of them alone. */
static const char *text_over(const struct sheet *s, int over, int column)
{
	while (column > 0 && text_blank(sheet_cell(s, over, column)))
		column--;
	return sheet_cell(s, over, column);
}

const char *heading_words(struct arena *a, const struct sheet *s, int header, int over, int column)
{
	const char *own = clean_cell(a, sheet_cell(s, header, column)), *above;

	if (over < 0)
		return own;
	if (!*own)
		return clean_cell(a, sheet_cell(s, over, column));
	above = clean_cell(a, text_over(s, over, column));
	return *above ? arena_printf(a, "%s %s", above, own) : own;
}

enum intake_field column_field(struct work *w, const struct sheet *s, int header, int over, int column, const struct kind_row *kind)
{
	enum intake_field f = heading_field(w, heading_words(w->a, s, header, over, column), kind);

	return f || over < 0 ? f : heading_field(w, sheet_cell(s, header, column), kind);
}

static bool names_a_child(enum intake_field f)
{
	return f == FIELD_UPN || f == FIELD_SURNAME || f == FIELD_FORENAME || f == FIELD_FULL_NAME || f == FIELD_DOB ||
		f == FIELD_MIS_ID;
}

/* The headings found may only be the first half: "SEN", "SEN" over "Status", "Need 1". A row of a child is never taken for the
 * other. */
static bool goes_on_beneath(struct work *w, const struct sheet *s, int header, const struct kind_row *kind)
{
	int better = 0, below = header + 1;
	bool words;

	if (below >= s->rows || s->row[below].row != s->row[header].row + 1 || filled(&s->row[below], &words) < 2 || !words)
		return false;
	for (int c = 0; c < s->row[below].cells; c++) {
		enum intake_field alone = heading_field(w, sheet_cell(s, header, c), kind), both;

		if (text_blank(s->row[below].cell[c].text))
			continue;
		if (names_a_child(alone))
			return false;
		both = heading_field(w, heading_words(w->a, s, below, header, c), kind);
		better += both && both != alone;
	}
	return better >= 2;
}

/* ---- which row, which kind ---- */

struct trial { /* a row taken for headings of a kind */
	bool has[FIELD_COUNT];
	int matches, filled;
};

static void try_row(struct work *w, const struct sheet *s, int row, const struct kind_row *kind, struct trial *t)
{
	const struct sheet_row *r = &s->row[row];
	int over = row_over(s, row);

	memset(t, 0, sizeof *t);
	for (int i = 0; i < r->cells && i < DOC_MAX_COLUMNS; i++) {
		const char *text = r->cell[i].text;
		enum intake_field f = FIELD_NONE;

		if (text_blank(text))
			continue;
		t->filled++;
		if (r->cell[i].kind == CELL_TEXT && r->cell[i].bytes < 200)
			f = column_field(w, s, row, over, i, kind);
		t->matches += f != FIELD_NONE;
		t->has[f] = f != FIELD_NONE;
	}
}

static bool any_of(const struct trial *t, const enum intake_field *list, int n)
{
	for (int i = 0; i < n && list[i]; i++)
		if (t->has[list[i]])
			return true;
	return false;
}

static const struct kind_row *kind_named(const char *name)
{
	for (int i = 0; i < INTAKE_KIND_COUNT; i++)
		if (strcmp(INTAKE_KINDS[i].name, name) == 0)
			return &INTAKE_KINDS[i];
	return NULL;
}

static bool fits(struct work *w, const struct sheet *s, int row, const struct kind_row *kind, struct trial *t)
{
	static const struct kind_row ALL = { .first = W_PUPIL, .then = W_WHO };
	struct trial plain;

	try_row(w, s, row, kind, t);
	if (t->matches < 3 && !(t->matches >= 2 && t->matches == t->filled))
		return false;
	for (int i = 0; i < KIND_NEEDS && kind->needs[i][0]; i++)
		if (!any_of(t, kind->needs[i], KIND_CHOICES))
			return false;
	if (!kind->without[0])
		return true;
	try_row(w, s, row, &ALL, &plain);
	return !any_of(&plain, kind->without, KIND_NOT);
}

/* Looks for a heading row in a sheet; its index, or -1. Every kind is tried on a row before the next row is looked at. */
static int find_headings(struct work *w, const struct sheet *s, const struct kind_row **kind)
{
	const struct kind_row *chosen = w->options->kind ? kind_named(w->options->kind) : NULL;
	struct trial *t = arena_alloc(w->a, sizeof *t);

	for (int i = 0; i < s->rows && i < LOOK_ROWS; i++) {
		if (s->row[i].cells < 2)
			continue;
		for (int k = 0; k < INTAKE_KIND_COUNT; k++) {
			if (chosen && &INTAKE_KINDS[k] != chosen)
				continue;
			if (fits(w, s, i, &INTAKE_KINDS[k], t)) {
				*kind = &INTAKE_KINDS[k];
				return i;
			}
		}
	}
	return -1;
}

/* ---- which sheet ---- */

static bool same_headings(struct arena *a, const struct sheet *x, int hx, const struct sheet *y, int hy)
{
	int cells = x->row[hx].cells > y->row[hy].cells ? x->row[hx].cells : y->row[hy].cells;

	for (int i = 0; i < cells; i++)
		if (strcmp(heading_norm(a, sheet_cell(x, hx, i)), heading_norm(a, sheet_cell(y, hy, i))) != 0)
			return false;
	return true;
}

/* The rows beneath the headings of `more` come after those of the sheet that is read, numbered from the next thousand. */
static void append(struct work *w, const struct sheet *more, int header, int *thousands)
{
	struct sheet *all = arena_alloc(w->a, sizeof *all);
	struct sheet_row *rows = arena_array(w->a, (size_t)(w->sheet->rows + more->rows), sizeof *rows);
	int n = w->sheet->rows, last = n ? w->sheet->row[n - 1].row : 0;

	*all = *w->sheet;
	memcpy(rows, w->sheet->row, (size_t)n * sizeof *rows);
	*thousands += 1;
	while (*thousands * ROWS_A_SHEET <= last)
		*thousands += 1;
	for (int i = header + 1; i < more->rows; i++) {
		rows[n] = more->row[i];
		rows[n++].row += *thousands * ROWS_A_SHEET;
	}
	all->row = rows;
	all->rows = n;
	all->columns = more->columns > all->columns ? more->columns : all->columns;
	w->sheet = all;
	intake_say(w, DOC_INFO, 0, FIELD_NONE, "Sheet \xE2\x80\x98%s\xE2\x80\x99 has the same headings and was read too: its rows "
		"are numbered from %d.", more->name, *thousands * ROWS_A_SHEET);
}

static void ask_sheet(struct work *w, const struct sheet *read, const struct sheet *other, const struct kind_row *kind)
{
	intake_ask(w, 0, FIELD_NONE, false, "sheet", read->name, arena_printf(w->a, "%s|%s", read->name, other->name),
		"Sheet \xE2\x80\x98%s\xE2\x80\x99 was read. Sheet \xE2\x80\x98%s\xE2\x80\x99 looks like %s. Which of them is to be "
		"read? Give the file again for the other.", read->name, other->name, kind->what);
}

bool choose_sheet(struct work *w, const struct doc *d)
{
	const char *wanted = w->options->sheet ? w->options->sheet : intake_answered(w, "sheet");
	const struct sheet *found = NULL;
	int thousands = 0;

	for (int i = 0; i < d->sheets; i++) {
		const struct sheet *s = &d->sheet[i];
		const struct kind_row *kind;
		int header;

		if (s->hidden || (wanted && strcmp(s->name, wanted) != 0))
			continue;
		header = find_headings(w, s, &kind);
		if (header < 0)
			continue;
		if (found && kind == w->kind && w->over < 0 && same_headings(w->a, found, w->header, s, header)) {
			append(w, s, header, &thousands);
			continue;
		}
		if (found) {
			ask_sheet(w, found, s, kind);
			continue;
		}
		w->sheet = found = s;
		w->kind = kind;
		w->over = row_over(s, header);
		w->header = header;
		if (goes_on_beneath(w, s, header, kind)) {
			w->over = header;
			w->header = header + 1;
		}
	}
	return found != NULL;
}
