/* intake_contacts.c - several contacts in one row about a child: "Contact 2 name", "Mother's mobile", "Parent 3 e-mail". Each
 * becomes a contact of its own. And a contact's whole name, taken apart. */
#include "doc/intake_parts.h"

#include "base/text.h"

enum { MOST_CONTACTS = 6 };

static const enum intake_field CONTACT_FIELDS[] = { FIELD_CONTACT_TITLE, FIELD_CONTACT_FORENAME, FIELD_CONTACT_SURNAME,
	FIELD_CONTACT_NAME, FIELD_RELATIONSHIP, FIELD_PRIORITY, FIELD_PARENTAL_RESPONSIBILITY, FIELD_COURT_ORDER,
	FIELD_CONTACT_PHONE, FIELD_CONTACT_MOBILE, FIELD_CONTACT_WORK_PHONE, FIELD_CONTACT_EMAIL, FIELD_CONTACT_ADDRESS,
	FIELD_CONTACT_POSTCODE, FIELD_LIVES_WITH };
enum { CONTACT_FIELD_COUNT = sizeof CONTACT_FIELDS / sizeof *CONTACT_FIELDS };

static bool of_a_contact(enum intake_field f)
{
	for (int i = 0; i < CONTACT_FIELD_COUNT; i++)
		if (CONTACT_FIELDS[i] == f)
			return true;
	return false;
}

/* "contact2mobile": past the word and the number. */
static const char *past_number(const char *norm, int *number)
{
	static const char *const WORDS[] = { "emergencycontact", "parentcarer", "nextofkin", "priority", "guardian", "contact",
		"parent", "carer" };

	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
		size_t n = strlen(WORDS[i]);

		if (strncmp(norm, WORDS[i], n) == 0 && norm[n] >= '1' && norm[n] <= '0' + MOST_CONTACTS) {
			*number = norm[n] - '0';
			return norm + n + 1;
		}
	}
	return NULL;
}

static const char *past_rank(const char *norm, int *number)
{
	static const struct { const char *word; int number; } WORDS[] = { { "secondcontact", 2 }, { "secondarycontact", 2 },
		{ "secondparent", 2 },
		{ "thirdcontact", 3 }, { "firstcontact", 1 }, { "fourthcontact", 4 }, { "2ndcontact", 2 }, { "3rdcontact", 3 },
		{ "1stcontact", 1 },
		{ "mothers", 1 }, { "mother", 1 }, { "mums", 1 }, { "mum", 1 }, { "fathers", 2 }, { "father", 2 }, { "dads", 2 },
			{ "dad", 2 } };

	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (strncmp(norm, WORDS[i].word, strlen(WORDS[i].word)) == 0) {
			*number = WORDS[i].number;
			return norm + strlen(WORDS[i].word);
		}
	return NULL;
}

enum intake_field further_contact(struct work *w, const char *heading, int *number)
{
	static const struct kind_row CONTACTS = { .first = W_CONTACT };
	const char *norm = heading_norm(w->a, heading), *rest;
	enum intake_field f;

	*number = 0;
	if (!((w->kind->first | w->kind->then) & W_CONTACT))
		return FIELD_NONE;
	rest = past_number(norm, number);
	if (!rest)
		rest = past_rank(norm, number);
	if (!rest)
		return FIELD_NONE;
	f = *rest ? heading_field(w, arena_printf(w->a, "contact %s", rest), &CONTACTS) : FIELD_CONTACT_NAME;
	if (!of_a_contact(f))
		f = FIELD_NONE;
	if (!f || *number == 1)
		*number = 0;
	return f;
}

bool has_contacts(const struct work *w)
{
	for (int i = 0; i < w->columns; i++)
		if (w->field[i] == FIELD_CONTACT_NAME || w->field[i] == FIELD_CONTACT_SURNAME)
			return true;
	return false;
}

void contact_slots(struct intake_table *t)
{
	intake_set_slots(t, CONTACT_FIELDS, CONTACT_FIELD_COUNT);
}

static size_t title_length(const char *name)
{
	static const char *const TITLES[] = { "Mr & Mrs ", "Mr and Mrs ", "Mrs ", "Mr ", "Miss ", "Ms ", "Mx ", "Dr ", "Prof ",
		"Rev ", "Revd ", "Sir ", "Lady ", "Mrs. ", "Mr. ", "Ms. ", "Dr. " };

	for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++)
		if (strncmp(name, TITLES[i], strlen(TITLES[i])) == 0)
			return strlen(TITLES[i]);
	return 0;
}

void contact_name(struct work *w, const struct intake_table *t, struct intake_row *r)
{
	const char *name = intake_get(t, r, FIELD_CONTACT_NAME), *comma, *last;
	size_t title;

	if (!name || intake_get(t, r, FIELD_CONTACT_SURNAME))
		return;
	title = title_length(name);
	if (title && !intake_get(t, r, FIELD_CONTACT_TITLE))
		intake_put(t, r, FIELD_CONTACT_TITLE, arena_text_n(w->a, name, title - 1));
	name += title;
	comma = strchr(name, ',');
	last = strrchr(name, ' ');
	if (comma) {
		const char *first = clean_cell(w->a, comma + 1);

		title = title_length(first);
		if (title && !intake_get(t, r, FIELD_CONTACT_TITLE))
			intake_put(t, r, FIELD_CONTACT_TITLE, arena_text_n(w->a, first, title - 1));
		intake_put(t, r, FIELD_CONTACT_SURNAME, clean_cell(w->a, arena_text_n(w->a, name, (size_t)(comma - name))));
		intake_put(t, r, FIELD_CONTACT_FORENAME, first + title);
	} else if (last) {
		intake_put(t, r, FIELD_CONTACT_FORENAME, clean_cell(w->a, arena_text_n(w->a, name, (size_t)(last - name))));
		intake_put(t, r, FIELD_CONTACT_SURNAME, last + 1);
	} else {
		intake_put(t, r, FIELD_CONTACT_SURNAME, name);
	}
}

/* "Mother's mobile" says who it is as well. */
static const char *said_by_heading(struct work *w, int number)
{
	for (int c = 0; c < w->columns; c++) {
		const char *norm;

		if (!of_a_contact(w->field[c]) || (w->contact[c] ? w->contact[c] : 1) != number)
			continue;
		norm = heading_norm(w->a, heading_words(w->a, w->sheet, w->header, w->over, c));
		if (strncmp(norm, "mother", 6) == 0 || strncmp(norm, "mum", 3) == 0)
			return "Mother";
		if (strncmp(norm, "father", 6) == 0 || strncmp(norm, "dad", 3) == 0)
			return "Father";
	}
	return NULL;
}

static void one_contact(struct work *w, struct intake_table *t, const struct intake_row *who, const struct sheet_row *cells,
	int pupil, int number)
{
	struct intake_row *r = &t->row[t->rows];
	bool bad = false;

	*r = *who;
	r->pupil = pupil;
	r->needs = 0;
	r->value = arena_array(w->a, (size_t)t->slots, sizeof *r->value);
	for (int i = 0; pupil < 0 && i < t->slots; i++)
		r->value[i] = who->value[i];
	for (int i = 0; i < CONTACT_FIELD_COUNT; i++)
		intake_put(t, r, CONTACT_FIELDS[i], NULL);
	for (int c = 0; c < w->columns && c < cells->cells; c++)
		if (of_a_contact(w->field[c]) && (w->contact[c] ? w->contact[c] : 1) == number)
			one_value(w, t, r, w->field[c], &cells->cell[c], &bad);
	contact_name(w, t, r);
	if (!intake_get(t, r, FIELD_CONTACT_SURNAME) && !intake_get(t, r, FIELD_CONTACT_FORENAME))
		return;
	if (!intake_get(t, r, FIELD_RELATIONSHIP))
		intake_put(t, r, FIELD_RELATIONSHIP, said_by_heading(w, number));
	if (!intake_get(t, r, FIELD_PRIORITY))
		intake_put(t, r, FIELD_PRIORITY, arena_printf(w->a, "%d", number));
	t->rows++;
}

void contacts_of_row(struct work *w, struct intake_table *t, const struct intake_row *who, const struct sheet_row *cells, int pupil,
	int from)
{
	bool there[MOST_CONTACTS + 1] = { false };

	for (int c = 0; c < w->columns && !who->rejected; c++)
		if (of_a_contact(w->field[c]))
			there[w->contact[c] ? w->contact[c] : 1] = true;
	for (int n = from; n <= MOST_CONTACTS; n++)
		if (there[n])
			one_contact(w, t, who, cells, pupil, n);
}
