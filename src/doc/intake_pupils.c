/* intake_pupils.c - the pupils of a file as a whole: the same pupil twice, contradictions, and how many of each status and need. */
#include "doc/intake_parts.h"

#include "base/text.h"

struct seen {
	const char *key;
	int row; /* index in the table */
	struct seen *next;
};

static const char *identity(struct work *w, const struct intake_table *t, const struct intake_row *r)
{
	const char *upn = intake_get(t, r, FIELD_UPN), *uln = intake_get(t, r, FIELD_ULN), *surname = intake_get(t, r,
		FIELD_SURNAME);
	const char *forename = intake_get(t, r, FIELD_FORENAME), *dob = intake_get(t, r, FIELD_DOB), *id = intake_get(t, r,
		FIELD_MIS_ID);

	if (upn)
		return upn;
	if (uln)
		return uln;
	if (id)
		return arena_printf(w->a, "id|%s", id);
	return surname && forename && dob ? arena_printf(w->a, "%s|%s|%s", text_fold(w->a, surname), text_fold(w->a, forename),
		dob) : NULL;
}

static bool same_person(const struct intake_table *t, const struct intake_row *x, const struct intake_row *y,
	enum intake_field *differs)
{
	for (int f = 1; f < FIELD_COUNT; f++) {
		const char *a = intake_get(t, x, (enum intake_field)f), *b = intake_get(t, y, (enum intake_field)f);

		if (a && b && strcmp(a, b) != 0 && f != FIELD_NEED_RANK) {
			*differs = (enum intake_field)f;
			return false;
		}
	}
	return true;
}

/* The later row's needs and what the earlier left empty: reports with a line for each need name a child several times. */
static bool merge(struct work *w, const struct intake_table *t, struct intake_row *into, const struct intake_row *from)
{
	bool more = false;

	for (int i = 0; i < t->slots; i++)
		if (!into->value[i] && from->value[i])
			into->value[i] = from->value[i];
	for (int n = 0; n < from->needs; n++) {
		bool there = false;

		for (int m = 0; m < into->needs; m++)
			there |= text_same(into->need[m].words, from->need[n].words) ||
			         (from->need[n].code && text_same(into->need[m].code, from->need[n].code));
		if (there)
			continue;
		into->need = arena_extend(w->a, into->need, (size_t)into->needs * sizeof *into->need,
			(size_t)(into->needs + 1) * sizeof *into->need);
		into->need[into->needs++] = from->need[n];
		more = true;
	}
	return more;
}

static void twice(struct work *w, struct intake_table *t, int first, int again, int *merged)
{
	struct intake_row *x = &t->row[first], *y = &t->row[again];
	enum intake_field differs = FIELD_NONE;

	y->repeat = true;
	if (!same_person(t, x, y, &differs)) {
		intake_say(w, DOC_ERROR, y->row, differs, "Rows %d and %d are about the same pupil but differ (%s). Neither will "
			"be imported: take one out, or "
		    "correct the UPN, and give the file again.", x->row, y->row, INTAKE_FIELDS[differs].label);
		x->rejected = y->rejected = true;
	} else if (merge(w, t, x, y)) {
		++*merged;
	} else {
		intake_say(w, DOC_WARNING, y->row, FIELD_UPN, "Row %d repeats row %d and was left out.", y->row, x->row);
	}
}

static void find_repeats(struct work *w, struct intake_table *t)
{
	size_t slots = 1024;
	struct seen **table;
	int merged = 0;

	while (slots < (size_t)t->rows * 2)
		slots *= 2;
	table = arena_array(w->a, slots, sizeof *table);
	for (int i = 0; i < t->rows; i++) {
		const char *key = identity(w, t, &t->row[i]);
		uint64_t h = 1469598103934665603u;
		struct seen *s;

		if (!key)
			continue;
		for (const char *p = key; *p; p++)
			h = (h ^ (unsigned char)*p) * 1099511628211u;
		for (s = table[(h ^ h >> 32) & (slots - 1)]; s && strcmp(s->key, key) != 0; s = s->next)
			;
		if (s) {
			twice(w, t, s->row, i, &merged);
			continue;
		}
		s = arena_alloc(w->a, sizeof *s);
		*s = (struct seen){ key, i, table[(h ^ h >> 32) & (slots - 1)] };
		table[(h ^ h >> 32) & (slots - 1)] = s;
	}
	if (merged)
		intake_say(w, DOC_INFO, 0, FIELD_NEEDS, "%d row%s a further need of a pupil named before; the needs were put "
			"together.", merged,
		    merged == 1 ? " gives" : "s give");
}

static void count_row(struct work *w, const struct intake_table *t, const struct intake_row *r, int *blank)
{
	const char *status = intake_get(t, r, FIELD_SEN_STATUS), *on = intake_get(t, r, FIELD_ON_ROLL);

	if (r->repeat || (on && *on == '0'))
		return;
	if (status)
		intake_count_code(w->a, &w->in->status, &w->in->statuses, status);
	else if (t->slot[FIELD_SEN_STATUS] >= 0 && !r->rejected)
		++*blank;
	for (int i = 0; i < r->needs; i++)
		if (r->need[i].code)
			intake_count_code(w->a, &w->in->need, &w->in->needs, r->need[i].code);
}

static bool has_column(const struct work *w, enum intake_field f)
{
	for (int c = 0; c < w->columns; c++)
		if (w->field[c] == f)
			return true;
	return false;
}

static void fill_blanks(struct work *w, struct intake_table *t)
{
	const char *answer = intake_answered(w, "blank:sen_status");

	for (int i = 0; i < t->rows && answer && strcmp(answer, "N") == 0; i++)
		if (!intake_get(t, &t->row[i], FIELD_SEN_STATUS))
			intake_put(t, &t->row[i], FIELD_SEN_STATUS, "N");
}

void finish_pupils(struct work *w, struct intake_table *t)
{
	int blank = 0;

	fill_blanks(w, t);
	find_repeats(w, t);
	for (int i = 0; i < t->rows; i++)
		count_row(w, t, &t->row[i], &blank);
	if (blank && has_column(w, FIELD_SEN_STATUS))
		intake_ask(w, 0, FIELD_SEN_STATUS, false, "blank:sen_status", "leave", "leave|N",
		    "%d pupil%s no SEN status in this file. Empty is not the same as N (no SEN), so nothing is changed for them. "
		"Does empty mean no SEN here?",
		    blank, blank == 1 ? " has" : "s have");
}
