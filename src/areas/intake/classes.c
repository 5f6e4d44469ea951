/* classes.c - classes, who is in them and who teaches them: from files of their own, and from the form that stands in a pupil list,
 * so that nobody puts children into classes by hand. */
#include <string.h>

#include "areas/intake/parts.h"
#include "base/text.h"

static const struct carry CLASS[] = {
	{ FIELD_SUBJECT, "subject", false }, { FIELD_CLASS_YEAR, "year", false }, { FIELD_ROOM, "room", false },
	{ FIELD_NONE, NULL, false },
};

/* Without the "Mr" or "Dr." before a name; `folded` is folded. */
static const char *past_title(const char *folded)
{
	static const char *const TITLES[] = { "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof", "sir" };
	size_t n = strcspn(folded, ". ");

	for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++)
		if (strlen(TITLES[i]) == n && strncmp(folded, TITLES[i], n) == 0 && folded[n])
			return folded + n + strspn(folded + n, ". ");
	return folded;
}

/* How well a name as files write it ("Quayle, Daniel", "Mr D Quayle", "D. Quayle", "Quayle") fits a colleague: 2 the whole name, 1
 * the surname with an initial or alone, 0 not. */
static int name_fits(struct arena *a, const struct row *staff, const char *name)
{
	const char *surname = text_fold(a, has(staff, "surname")), *forename = text_fold(a, has(staff, "forename")),
		*words = past_title(text_fold(a, name)), *comma = strchr(words, ','), *rest;
	size_t all = strlen(words), last = strlen(surname);

	if (comma) {
		if ((size_t)(comma - words) != last || strncmp(words, surname, last) != 0)
			return 0;
		rest = past_title(comma + 1 + strspn(comma + 1, " "));
	} else {
		if (!last || all < last || strcmp(words + all - last, surname) != 0 || (all > last && words[all - last - 1] != ' '))
			return 0;
		rest = all > last ? arena_text_n(a, words, all - last - 1) : "";
	}
	if (*rest && strcmp(rest, forename) == 0)
		return 2;
	return !*rest || (strcspn(rest, ". ") == 1 && *rest == *forename);
}

static bool same_text(const struct row *row, const char *field, const char *value)
{
	return value && *value && strcmp(has(row, field), value) == 0;
}

const struct fault *find_staff(struct making *m, const struct intake_table *t, const struct intake_row *r, struct row **out)
{
	const char *surname = intake_get(t, r, FIELD_STAFF_SURNAME), *forename = intake_get(t, r, FIELD_STAFF_FORENAME),
		*teacher = intake_get(t, r, FIELD_TEACHER),
		*name = surname ? arena_printf(m->p->a, "%s, %s", surname, forename ? forename : "") : teacher;
	const struct held_rows *list;
	struct row *fits = NULL;
	int nearly = 0;

	*out = NULL;
	TRY(have_all(&m->h, "staff", &list));
	for (int i = 0; i < list->count && !*out; i++) {
		struct row *s = list->row[i];
		int named = name ? name_fits(m->p->a, s, name) : 0;

		if (named == 2 || same_text(s, "code", intake_get(t, r, FIELD_STAFF_CODE)) || same_text(s, "code", teacher) ||
		    same_text(s, "email", intake_get(t, r, FIELD_STAFF_EMAIL)))
			*out = s;
		else if (named == 1 && nearly++ == 0)
			fits = s;
	}
	if (!*out && nearly == 1 && t->kind != TABLE_STAFF)
		*out = fits;
	return NULL;
}

static struct change *added_before(struct making *m, const char *record, const char *field, const char *value, int *at)
{
	for (int i = 0; value && i < m->p->changes; i++) {
		struct change *c = m->p->change[i];

		if (c->kind == CHANGE_ADD && strcmp(c->r->name, record) == 0 && c->value[field_find(c->r, field)] &&
		    strcmp(c->value[field_find(c->r, field)], value) == 0) {
			*at = i;
			return c;
		}
	}
	return NULL;
}

static const struct fault *find_class(struct making *m, const char *name, struct row **out)
{
	const char *today = day_iso(m->p->a, m->h.act->today);
	const struct held_rows *list;

	*out = NULL;
	TRY(have_all(&m->h, "class", &list));
	for (int i = 0; name && i < list->count; i++)
		if (strcmp(has(list->row[i], "name"), name) == 0 && in_force(list->row[i], today))
			*out = list->row[i];
	return NULL;
}

static struct change *add_class(struct making *m, int row, const char *name, const char *kind)
{
	struct change *add = plan_add(m, "class", -1, row);

	put_value(add, "name", name);
	put_value(add, "kind", kind);
	put_value(add, "from", day_iso(m->p->a, day_of(day_school_year(m->h.act->today), 9, 1)));
	return add;
}

const struct fault *plan_class(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	const char *name = intake_get(t, r, FIELD_CLASS_NAME);
	struct row *was;
	int at;

	TRY(find_class(m, name, &was));
	if (!name || was || added_before(m, "class", "name", name, &at))
		return NULL;
	carry_into(add_class(m, r->row, name, "teaching"), t, r, CLASS);
	return NULL;
}

static const struct fault *is_of_kind(struct making *m, const char *class, const char *kind, bool *is)
{
	const struct held_rows *list;

	*is = false;
	TRY(have_all(&m->h, "class", &list));
	for (int i = 0; i < list->count && !*is; i++)
		*is = strcmp(row_id(list->row[i]), class) == 0 && strcmp(has(list->row[i], "kind"), kind) == 0;
	return NULL;
}

/* A row that joins two: the class we hold, or the one this same file adds. */
static const struct fault *join_class(struct making *m, struct change *c, const char *name, bool *fine)
{
	struct row *was;
	int at;

	TRY(find_class(m, name, &was));
	*fine = true;
	if (was) {
		put_value(c, "class", row_id(was));
	} else if (added_before(m, "class", "name", name, &at)) {
		c->other = at;
		c->other_field = field_find(c->r, "class");
	} else {
		*fine = false;
	}
	return NULL;
}

const struct fault *plan_member(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	const char *name = intake_get(t, r, FIELD_CLASS_NAME), *today = day_iso(m->p->a, m->h.act->today);
	struct row **rows, *class;
	struct change *add;
	bool fine;
	int n, count;

	n = name ? child_of(m, t, r) : -1;
	if (n < 0)
		return NULL;
	TRY(find_class(m, name, &class));
	TRY(have_of(&m->h, "class_member", m->p->child[n].ours ? row_id(m->p->child[n].ours) : "", &rows, &count));
	for (int i = 0; class && i < count; i++)
		if (strcmp(has(rows[i], "class"), row_id(class)) == 0 && in_force(rows[i], today))
			return NULL;
	add = plan_add(m, "class_member", n, r->row);
	put_value(add, "from", today);
	TRY(join_class(m, add, name, &fine));
	if (!fine)
		m->p->changes--;
	return NULL;
}

const struct fault *plan_teaching(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	const char *name = intake_get(t, r, FIELD_CLASS_NAME), *today = day_iso(m->p->a, m->h.act->today);
	const struct held_rows *list;
	struct row *staff, *class;
	struct change *add;
	bool fine;

	TRY(find_staff(m, t, r, &staff));
	TRY(find_class(m, name, &class));
	if (!staff || !name) {
		plan_say(m, DOC_WARNING, r->row, "staff",
			"Row %d: %s is not among our staff, or more than one is called so. Bring in the staff list first, or give "
			"staff codes", r->row, intake_get(t, r, FIELD_TEACHER) ? intake_get(t, r, FIELD_TEACHER) :
			"who teaches it");
		return NULL;
	}
	TRY(plan_class(m, t, r));
	TRY(have_all(&m->h, "teaching", &list));
	for (int i = 0; class && i < list->count; i++)
		if (strcmp(has(list->row[i], "class"), row_id(class)) == 0 && strcmp(has(list->row[i], "staff"),
			row_id(staff)) == 0 &&
		    in_force(list->row[i], today))
			return NULL;
	add = plan_add(m, "teaching", -1, r->row);
	put_value(add, "staff", row_id(staff));
	put_value(add, "from", today);
	TRY(join_class(m, add, name, &fine));
	if (!fine)
		m->p->changes--;
	return NULL;
}


/* The form a pupil list names is a class: made when first seen, and a child who moves to another leaves the old one. */
const struct fault *plan_form(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	const char *form = intake_get(t, r, FIELD_GROUP), *today = day_iso(m->p->a, m->h.act->today);
	struct child *c = &m->p->child[n];
	struct row **rows, *class;
	struct change *add;
	int count, at;
	bool fine;

	if (!form || !*form || m->p->in->expected)
		return NULL;
	TRY(find_class(m, form, &class));
	TRY(have_of(&m->h, "class_member", c->ours ? row_id(c->ours) : "", &rows, &count));
	for (int i = 0; i < count; i++) {
		bool is_form;

		if (!in_force(rows[i], today))
			continue;
		if (class && strcmp(has(rows[i], "class"), row_id(class)) == 0)
			return NULL;
		TRY(is_of_kind(m, has(rows[i], "class"), "form", &is_form));
		if (is_form)
			plan_end(m, rows[i], n, r->row, m->h.act->today - 1);
	}
	if (!class && !added_before(m, "class", "name", form, &at))
		add_class(m, r->row, form, "form");
	add = plan_add(m, "class_member", n, r->row);
	put_value(add, "from", today);
	return join_class(m, add, form, &fine);
}
