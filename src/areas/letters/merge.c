/* merge.c - fields in a letter's text and what they stand for. Who may read a field is the gate's and the matrix's; here is only
 * which fields there are, and that none says to one adult what belongs to another. */
#include "areas/letters/merge.h"

#include <ctype.h>
#include <string.h>

#include "areas/letters/area.h"
#include "base/text.h"

enum { NAME_MOST = 80 };

/* Fields that are no record's, with the record and field whose right they go by. */
static const struct derived { const char *name, *label, *record, *field; } DERIVED[] = {
	{ "today.date", "Today's date", NULL, NULL },
	{ "contact.salutation", "As they are spoken to: Ms Whitlock", "contact", "surname" },
	{ "contact.name", "Their name: Ms Alison Whitlock", "contact", "surname" },
	{ "contact.relation", "What they are to the child", "contact", "relationship" },
	{ "pupil.first", "The child, as known", "pupil", "known_as" },
	{ "pupil.name", "The child's name and surname, as known", "pupil", "known_surname" },
	{ "pupil.they", "he, she, they", "pupil", "known_as" },
	{ "pupil.them", "him, her, them", "pupil", "known_as" },
	{ "pupil.their", "his, her, their", "pupil", "known_as" },
	{ "pupil.They", "He, She, They", "pupil", "known_as" },
	{ "pupil.Their", "His, Her, Their", "pupil", "known_as" },
	{ "pupil.age", "Age in years and months", "pupil", "dob" },
	{ "sender.name", "Your name", NULL, NULL },
	{ "sender.post", "Your post", NULL, NULL },
	{ "keyworker.name", "The child's keyworker", "caseload", "staff" },
	{ NULL, NULL, NULL, NULL },
};

static const struct derived *derived_of(const char *name)
{
	for (const struct derived *d = DERIVED; d->name; d++)
		if (strcmp(d->name, name) == 0)
			return d;
	return NULL;
}

const char *merge_said(const struct act *act, const char *name)
{
	const struct derived *d = derived_of(name);
	const char *dot = strchr(name, '.');
	const struct record *r = dot ? record_find(act->house, arena_text_n(act->a, name, (size_t)(dot - name))) : NULL;
	int field = r ? field_find(r, dot + 1) : -1;

	if (d)
		return d->label;
	return field < 0 ? name : arena_printf(act->a, "%s: %s", r->title, r->fields[field].label);
}

/* Records that tell who may be told what, or that are the program's own papers. */
static bool never_told(const struct record *r)
{
	static const char *const NEVER[] = { "contact_limit", "conflict", "case_grant", "link", "message", "letter", "import_item",
		"document", "subject_access_request", "legal_hold", "disposal", NULL };

	for (const char *const *n = NEVER; *n; n++)
		if (strcmp(*n, r->name) == 0)
			return true;
	return r->tier > T2 || (!r->about && strcmp(r->name, "campus") != 0 && !(r->is & IS_PUPIL));
}

/* "pupil.dob" taken apart; false if there is no such field. */
static bool field_of(const struct act *act, const char *name, const struct record **r, int *field)
{
	const char *dot = strchr(name, '.');

	*r = dot ? record_find(act->house, arena_text_n(act->a, name, (size_t)(dot - name))) : NULL;
	*field = *r && !never_told(*r) ? field_find(*r, dot + 1) : -1;
	return *field >= 0 && !((*r)->fields[*field].flags & SECRET);
}

/* What is written down about other adults stays with the child's record; the contact's own is told to nobody but them. */
static bool about_others(const struct record *r, int field)
{
	return (r->fields[field].flags & THIRD) && strcmp(r->name, "contact") != 0;
}

static bool view_shows(const struct record *r, const char *view, const char *field)
{
	for (const struct view *v = r->views; v && v->name; v++)
		for (const char *const *f = v->fields; strcmp(v->name, view) == 0 && *f; f++)
			if (strcmp(*f, field) == 0)
				return true;
	return false;
}

/* What a parent may read of their own child by the matrix, a letter home may say; what is the staff's own, it may not. */
static bool parents_may(const struct act *act, const struct record *r, int field)
{
	const struct matrix *m = act->house->matrix;
	const struct matrix_cell *cell = matrix_cell(m, act->house->matrix_rows[record_number(act->house, r)],
		matrix_role(m, "parent"));

	if ((r->is & IS_PUPIL) || strcmp(r->name, "campus") == 0 || strcmp(r->name, "contact") == 0)
		return true;
	for (int i = 0; i < cell->count; i++)
		if ((cell->grants[i].rights & right_bit(RIGHT_READ)) &&
		    (!cell->grants[i].view || view_shows(r, cell->grants[i].view, r->fields[field].name)))
			return true;
	return false;
}

const char *merge_why(struct arena *a, enum merge_no no, const char *name)
{
	if (no == MERGE_UNKNOWN)
		return arena_printf(a, "There is no field {%s}", name);
	return arena_printf(a, no == MERGE_OURS ? "{%s} is the school’s own: a letter to a family cannot say it" :
		"You may not read {%s}, so a letter of yours cannot say it", name);
}

enum merge_no merge_may(const struct act *act, const char *name)
{
	const struct derived *d = derived_of(name);
	const struct record *r;
	int field;

	if (d && !d->record)
		return MERGE_FINE;
	if (d) {
		r = record_find(act->house, d->record);
		field = r ? field_find(r, d->field) : -1;
		return field >= 0 && field_ever(act, r, field) ? MERGE_FINE : MERGE_FORBIDDEN;
	}
	if (!field_of(act, name, &r, &field))
		return MERGE_UNKNOWN;
	if (about_others(r, field) || !record_ever(act, r, RIGHT_READ) || !field_ever(act, r, field))
		return MERGE_FORBIDDEN;
	return parents_may(act, r, field) ? MERGE_FINE : MERGE_OURS;
}

/* ---- walking a text ---- */

/* The {name} that begins at p, or NULL: braces round anything else are plain text. */
static const char *name_at(struct arena *a, const char *p, size_t *length)
{
	size_t n = 0;

	if (*p != '{' || !isalpha((unsigned char)p[1]))
		return NULL;
	while (isalnum((unsigned char)p[1 + n]) || p[1 + n] == '_' || p[1 + n] == '.')
		n++;
	if (p[1 + n] != '}' || n > NAME_MOST)
		return NULL;
	*length = n + 2;
	return arena_text_n(a, p + 1, n);
}

const char *merge_refused(const struct act *act, const char *text)
{
	struct buf b = buf_new(act->a);
	size_t n;

	for (const char *p = text; *p; p++) {
		const char *name = name_at(act->a, p, &n);
		enum merge_no no = name ? merge_may(act, name) : MERGE_FINE;

		if (no == MERGE_FINE)
			continue;
		buf_printf(&b, "%s%s", b.len ? "\n" : "", merge_why(act->a, no, name));
	}
	return buf_text(&b);
}

const char *merge_person(struct arena *a, const char *text)
{
	size_t n;

	for (const char *p = text; *p; p++) {
		const char *name = name_at(a, p, &n);

		if (name && strcmp(name, "today.date") != 0 && strncmp(name, "campus.", 7) != 0)
			return name;
	}
	return NULL;
}

const char *merge_gap(struct arena *a, const char *text)
{
	size_t n;

	for (const char *p = text; (p = strchr(p, '[')); p++) {
		const char *end = strchr(p, ']');

		n = end ? (size_t)(end - p) : 0;
		if (n > 3 && n < NAME_MOST && strcspn(p + 1, " \n") >= n - 1 && memchr(p, '.', n))
			return arena_text_n(a, p + 1, n - 1);
	}
	return NULL;
}

/* ---- values ---- */

static const char *pupil_text(const struct merge *m, const char *field)
{
	int i = field_find(row_record(m->pupil), field);

	return i < 0 ? "" : row_text(m->pupil, i);
}

static const char *capital(struct arena *a, const char *word)
{
	char *copy = (char *)(uintptr_t)arena_text(a, word);

	if (*copy)
		*copy = (char)toupper((unsigned char)*copy);
	return copy;
}

/* By the pronouns in the record; without them "they" is always right. */
static const char *pronoun(struct merge *m, const char *which)
{
	static const char *const WORDS[][3] = { { "he", "him", "his" }, { "she", "her", "her" }, { "they", "them", "their" } };
	const char *kept = text_fold(m->act->a, pupil_text(m, "pronouns"));
	const char *const *words = WORDS[strncmp(kept, "he", 2) == 0 ? 0 : strncmp(kept, "she", 3) == 0 ? 1 : 2];
	const char *plain = words[strcmp(which, "them") == 0 ? 1 : strcmp(which + 1, "heir") == 0 ? 2 : 0];

	return *which == 'T' ? capital(m->act->a, plain) : plain;
}

static const struct fault *staff_name(struct act *act, const char *id, const char *field, const char **out)
{
	const struct record *r = record_find(act->house, "staff");
	struct row *row;
	const char *title;

	*out = "";
	if (!r || !*id)
		return NULL;
	TRY(record_get(act_lift(act), r, id, &row));
	title = row_text(row, field_find(r, "title"));
	if (strcmp(field, "name") != 0)
		*out = row_text(row, field_find(r, field));
	else
		*out = arena_printf(act->a, "%s%s%s%s%s", title, *title ? " " : "", row_text(row, field_find(r, "forename")),
			*row_text(row, field_find(r, "forename")) ? " " : "", row_text(row, field_find(r, "surname")));
	return NULL;
}

static const struct fault *keyworker(struct merge *m, const char **out)
{
	const struct record *r = record_find(m->act->house, "caseload");
	struct ask ask = { .pupil = row_id(m->pupil), .as_at = day_iso(m->act->a, m->act->today), .limit = 1 };
	struct rows rows;

	*out = "";
	ask.where[0].field = field_find(r, "kind");
	ask.where[0].op = IS;
	ask.where[0].value = "keyworker";
	TRY(record_list(m->act, r, &ask, &rows));
	return rows.count ? staff_name(m->act, row_text(rows.row[0], field_find(r, "staff")), "name", out) : NULL;
}

static const struct fault *value_derived(struct merge *m, const char *name, const char **out)
{
	struct arena *a = m->act->a;
	const char *known = pupil_text(m, "known_as"), *surname = pupil_text(m, "known_surname");

	*out = "";
	if (strcmp(name, "today.date") == 0)
		*out = day_long(a, m->act->today);
	else if (strcmp(name, "contact.salutation") == 0)
		*out = m->to->salutation;
	else if (strcmp(name, "contact.name") == 0)
		*out = m->to->name;
	else if (strcmp(name, "contact.relation") == 0)
		*out = m->to->relation;
	else if (strcmp(name, "pupil.first") == 0)
		*out = *known ? known : pupil_text(m, "forename");
	else if (strcmp(name, "pupil.name") == 0)
		*out = arena_printf(a, "%s%s%s", known, *known && *surname ? " " : "", surname);
	else if (strcmp(name, "pupil.age") == 0 && day_parse(pupil_text(m, "dob")) != DAY_NONE)
		*out = age_words(a, day_parse(pupil_text(m, "dob")), m->act->today);
	else if (strncmp(name, "sender.", 7) == 0)
		TRY(staff_name(m->act, m->act->who->staff, name + 7, out));
	else if (strcmp(name, "keyworker.name") == 0)
		TRY(keyworker(m, out));
	else if (strncmp(name, "pupil.", 6) == 0 && tolower((unsigned char)name[6]) == 't')
		*out = pronoun(m, name + 6);
	if (strcmp(name, "sender.name") == 0 && !**out)
		*out = m->act->who->name;
	return NULL;
}

/* The row that holds today: of the child, the addressee, the school, or of any record about the child. */
static const struct fault *row_now(struct merge *m, const struct record *r, struct row **out)
{
	struct ask ask = { .pupil = row_id(m->pupil), .as_at = day_iso(m->act->a, m->act->today), .limit = 1 };
	struct rows rows;

	*out = NULL;
	if (r->is & IS_PUPIL)
		return record_get(m->act, r, row_id(m->pupil), out);
	if (strcmp(r->name, "campus") == 0)
		return record_get(m->act, r, row_campus(m->pupil), out);
	if (strcmp(r->name, "contact") == 0)
		return *m->to->contact ? record_get(m->act, r, m->to->contact, out) : NULL;
	TRY(record_list(m->act, r, &ask, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	return NULL;
}

static bool childs_place(const struct record *r, int field)
{
	return (r->is & IS_PUPIL) && (strcmp(r->fields[field].name, "address") == 0 || strcmp(r->fields[field].name,
		"postcode") == 0);
}

static const struct fault *shown(struct merge *m, const struct row *row, int field, const char **out)
{
	const struct field *f = &row_record(row)->fields[field];

	if (f->type == F_REF && strcmp(f->ref, "staff") == 0)
		return staff_name(m->act, row_text(row, field), "name", out);
	*out = f->type == F_REF ? "" : row_show(m->act->a, row, field);
	return NULL;
}

const struct fault *merge_value(struct merge *m, const char *name, const char **out)
{
	enum merge_no no = merge_may(m->act, name);
	const struct record *r;
	struct row *row;
	int field;

	*out = "";
	if (no != MERGE_FINE)
		return FAULT(m->act->a, FAULT_INVALID, "%s", merge_why(m->act->a, no, name));
	if (derived_of(name))
		return value_derived(m, name, out);
	if (!field_of(m->act, name, &r, &field))
		return FAULT(m->act->a, FAULT_INVALID, "There is no field {%s}", name);
	if (childs_place(r, field) && !m->to->home)
		return FAULT(m->act->a, FAULT_INVALID, "{%s} may not be told to %s: the child does not live with them", name,
			m->to->name);
	TRY(row_now(m, r, &row));
	if (!row)
		return NULL;
	if (!row_has(row, field))
		return FAULT(m->act->a, FAULT_INVALID, "You may not read {%s} of this child, so a letter of yours cannot say it",
			name);
	return shown(m, row, field, out);
}

const struct fault *merge_text(struct merge *m, const char *text, const char **out)
{
	struct buf b = buf_new(m->act->a);
	size_t n;

	for (const char *p = text; *p; p++) {
		const char *name = name_at(m->act->a, p, &n), *value;

		if (!name) {
			buf_add_c(&b, *p);
			continue;
		}
		TRY(merge_value(m, name, &value));
		if (*value)
			buf_add(&b, value);
		else
			buf_printf(&b, "[%s]", name);
		p += n - 1;
	}
	*out = buf_text(&b);
	return NULL;
}

/* ---- what the editor lists ---- */

static bool group_of(const struct act *act, const struct record *r, struct merge_group *g)
{
	const char **names = arena_array(act->a, (size_t)r->count + 1, sizeof *names);
	const char **labels = arena_array(act->a, (size_t)r->count + 1, sizeof *labels);
	int n = 0;

	for (int i = 0; i < r->count; i++) {
		const char *name = arena_printf(act->a, "%s.%s", r->name, r->fields[i].name);

		if (r->fields[i].type == F_REF && strcmp(r->fields[i].ref, "staff") != 0)
			continue;
		if (derived_of(name) || merge_may(act, name) != MERGE_FINE || (r->fields[i].flags & BY_SYSTEM))
			continue;
		names[n] = name;
		labels[n++] = r->fields[i].label;
	}
	*g = (struct merge_group){ r->title, names, labels, n };
	return n > 0;
}

static void group_derived(const struct act *act, struct merge_group *g)
{
	enum { MOST = sizeof DERIVED / sizeof *DERIVED };
	const char **names = arena_array(act->a, MOST, sizeof *names), **labels = arena_array(act->a, MOST, sizeof *labels);
	int n = 0;

	for (const struct derived *d = DERIVED; d->name; d++) {
		if (merge_may(act, d->name) != MERGE_FINE)
			continue;
		names[n] = d->name;
		labels[n++] = d->label;
	}
	*g = (struct merge_group){ "Most used", names, labels, n };
}

const struct merge_group *merge_groups(const struct act *act)
{
	struct merge_group *list = arena_array(act->a, (size_t)act->house->count + 2, sizeof *list);
	int n = 1;

	group_derived(act, &list[0]);
	for (int i = 0; i < act->house->count; i++)
		if (!never_told(act->house->records[i]) && group_of(act, act->house->records[i], &list[n]))
			n++;
	list[n] = (struct merge_group){ 0 };
	return list;
}
