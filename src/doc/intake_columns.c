/* intake_columns.c - what only a whole column shows: dates month first, attendance as a fraction of 1, ages in decimal years,
 * "None" among other null words. Asked where it cannot be settled. */
#include "doc/intake_parts.h"

#include <strings.h>

struct look {
	int filled, over_one, marked;          /* attendance */
	int day_only, month_only, month_row;   /* dates */
	int null_words;                        /* status */
	int dotted, over_eleven;               /* ages */
};

static void look_at_date(struct work *w, enum intake_field f, const char *text, int row, struct look *l)
{
	bool birth = INTAKE_FIELDS[f].type == V_DOB;
	day d;

	if (date_read(text, false, birth, w->today, &d) == DATE_MONTH_FIRST) {
		if (l->month_only++ == 0)
			l->month_row = row;
	} else if (strpbrk(text, "/.") && date_read(text, true, birth, w->today, &d) == DATE_BAD &&
	           date_read(text, false, birth, w->today, &d) == DATE_FINE) {
		l->day_only++;
	} else if (strpbrk(text, "/.") && strtol(text, NULL, 10) > 12) {
		l->day_only++;
	}
}

static void look_at_cell(struct work *w, enum intake_field f, const struct cell *c, int row, struct look *l)
{
	const char *text = clean_cell(w->a, c->text), *dot;

	if (!*text)
		return;
	l->filled++;
	switch (INTAKE_FIELDS[f].type) {
	case V_DATE: case V_DOB:
		if (c->kind != CELL_DATE)
			look_at_date(w, f, text, row, l);
		break;
	case V_PERCENT:
		l->over_one += strtod(text, NULL) > 1.0;
		l->marked += c->kind == CELL_PERCENT || strchr(text, '%') != NULL;
		break;
	case V_STATUS:
		l->null_words += is_null_word(text) && strcasecmp(text, "none") != 0;
		break;
	case V_AGE:
		dot = strchr(text, '.');
		l->dotted += dot != NULL;
		l->over_eleven += dot && strtod(dot, NULL) > 0.11;
		break;
	default:
		break;
	}
}

static void settle_dates(struct work *w, enum intake_field f, const struct look *l)
{
	const char *key = arena_printf(w->a, "dates:%s", INTAKE_FIELDS[f].name), *answer = intake_answered(w, key);

	if (answer) {
		w->facts[f].month_first = strcmp(answer, "month-first") == 0;
		return;
	}
	if (l->month_only && !l->day_only)
		intake_ask(w, l->month_row, f, true, key, "month-first", "day-first|month-first",
		    "Row %d: %s can only be read month first (as in the USA), so the whole column may be. Are its dates day "
		"first or month first?",
		    l->month_row, INTAKE_FIELDS[f].label);
}

static void settle_ages(struct work *w, enum intake_field f, const struct look *l)
{
	const char *key = arena_printf(w->a, "ages:%s", INTAKE_FIELDS[f].name), *answer = intake_answered(w, key);

	if (l->over_eleven || (answer && strcmp(answer, "decimal") == 0))
		w->facts[f].decimal_age = true;
	else if (l->dotted && !answer) {
		w->facts[f].unclear_age = true;
		intake_ask(w, 0, f, false, key, "years-and-months", "years-and-months|decimal",
		    "%s is written with a full stop. Is 8.06 eight years and six months, or a little over eight years? Until you "
		"say, it is left out.",
		    INTAKE_FIELDS[f].label);
	}
}

void look_at_columns(struct work *w)
{
	for (int c = 0; c < w->columns; c++) {
		enum intake_field f = w->field[c];
		struct look l = { 0 };

		if (!f)
			continue;
		for (int i = w->header + 1; i < w->sheet->rows; i++)
			if (c < w->sheet->row[i].cells)
				look_at_cell(w, f, &w->sheet->row[i].cell[c], w->sheet->row[i].row, &l);
		w->facts[f].fraction = INTAKE_FIELDS[f].type == V_PERCENT && l.filled && !l.over_one && !l.marked;
		w->facts[f].none_is_null = l.null_words > 0;
		if (INTAKE_FIELDS[f].type == V_DATE || INTAKE_FIELDS[f].type == V_DOB)
			settle_dates(w, f, &l);
		else if (INTAKE_FIELDS[f].type == V_AGE)
			settle_ages(w, f, &l);
	}
}
