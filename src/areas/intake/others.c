/* others.c - rows about no child: staff, classes and who teaches them, term dates, bank holidays. And who is in which class. */
#include <string.h>

#include "areas/intake/parts.h"
#include "base/text.h"

static const struct carry STAFF[] = {
	{ FIELD_STAFF_TITLE, "title", false }, { FIELD_STAFF_FORENAME, "forename", true }, { FIELD_STAFF_SURNAME, "surname", true },
	{ FIELD_STAFF_ROLE, "post", false }, { FIELD_STAFF_CODE, "code", false }, { FIELD_STAFF_EMAIL, "email", false },
	{ FIELD_STAFF_PHONE, "phone", false }, { FIELD_NONE, NULL, false },
};

static const struct carry CLASS[] = {
	{ FIELD_SUBJECT, "subject", false }, { FIELD_CLASS_YEAR, "year", false }, { FIELD_ROOM, "room", false },
	{ FIELD_NONE, NULL, false },
};

static bool same_text(const struct row *row, const char *field, const char *value)
{
	return value && *value && strcmp(has(row, field), value) == 0;
}

/* A colleague: by code, e-mail address, or whole name. */
static const struct fault *find_staff(struct making *m, const struct intake_table *t, const struct intake_row *r, struct row **out)
{
	const char *surname = intake_get(t, r, FIELD_STAFF_SURNAME), *forename = intake_get(t, r, FIELD_STAFF_FORENAME);
	const struct held_rows *list;

	*out = NULL;
	TRY(have_all(&m->h, "staff", &list));
	for (int i = 0; i < list->count && !*out; i++) {
		struct row *s = list->row[i];

		if (same_text(s, "code", intake_get(t, r, FIELD_STAFF_CODE)) ||
			same_text(s, "email", intake_get(t, r, FIELD_STAFF_EMAIL)) ||
		    (surname && forename && strcmp(text_fold(m->p->a, has(s, "surname")), text_fold(m->p->a, surname)) == 0 &&
		     strcmp(text_fold(m->p->a, has(s, "forename")), text_fold(m->p->a, forename)) == 0))
			*out = s;
	}
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

static const struct fault *plan_staff(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	struct row *was;
	struct change *add;

	TRY(find_staff(m, t, r, &was));
	if (was) {
		carry_over(m, -1, was, t, r, STAFF);
		return NULL;
	}
	if (!intake_get(t, r, FIELD_STAFF_SURNAME))
		return NULL;
	add = plan_add(m, "staff", -1, r->row);
	carry_into(add, t, r, STAFF);
	put_value(add, "from", day_iso(m->p->a, day_of(day_school_year(m->h.act->today), 9, 1)));
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

static const struct fault *plan_class(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	const char *name = intake_get(t, r, FIELD_CLASS_NAME);
	struct row *was;
	struct change *add;
	int at;

	TRY(find_class(m, name, &was));
	if (!name || was || added_before(m, "class", "name", name, &at))
		return NULL;
	add = plan_add(m, "class", -1, r->row);
	carry_into(add, t, r, CLASS);
	put_value(add, "name", name);
	put_value(add, "kind", "teaching");
	put_value(add, "from", day_iso(m->p->a, day_of(day_school_year(m->h.act->today), 9, 1)));
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

static const struct fault *plan_member(struct making *m, const struct intake_table *t, const struct intake_row *r)
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

static const struct fault *plan_teaching(struct making *m, const struct intake_table *t, const struct intake_row *r)
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
			"Row %d: who teaches this class is not among our staff. Bring in the staff list first", r->row);
		return NULL;
	}
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

static const struct fault *plan_days(struct making *m, int row, const char *kind, const char *name, const char *from,
	const char *until)
{
	const struct held_rows *list;
	struct change *add;

	if (!from || !until || !name)
		return NULL;
	TRY(have_all(&m->h, "holiday", &list));
	for (int i = 0; i < list->count; i++) {
		struct row *was = list->row[i];

		if (strcmp(has(was, "kind"), kind) != 0 || strcmp(has(was, "from"), from) != 0)
			continue;
		if (strcmp(has(was, "until"), until) != 0)
			put_value(plan_set(m, was, -1, row), "until", until);
		return NULL;
	}
	add = plan_add(m, "holiday", -1, row);
	put_value(add, "kind", kind);
	put_value(add, "name", name);
	put_value(add, "from", from);
	put_value(add, "until", until);
	return NULL;
}

/* A day on which only staff are in: not a term, and never one that ends the day it begins. */
static const struct fault *plan_inset(struct making *m, int row, const char *name, const char *on)
{
	const struct held_rows *list;
	struct change *add;

	TRY(have_all(&m->h, "term_day", &list));
	for (int i = 0; i < list->count; i++)
		if (strcmp(has(list->row[i], "on_day"), on) == 0)
			return NULL; /* the school has said what this day is */
	add = plan_add(m, "term_day", -1, row);
	put_value(add, "on_day", on);
	put_value(add, "kind", "inset");
	put_value(add, "reason", name);
	return NULL;
}

static const struct fault *plan_term(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	const char *term = intake_get(t, r, FIELD_TERM), *from = intake_get(t, r, FIELD_TERM_START),
		*until = intake_get(t, r, FIELD_TERM_END);

	if (term && from && until && strcmp(from, until) == 0)
		return plan_inset(m, r->row, term, from);
	TRY(plan_days(m, r->row, "term", term, from, until));
	return plan_days(m, r->row, "half", arena_printf(m->p->a, "%s half-term", term ? term : "Half-term"),
		intake_get(t, r, FIELD_HALF_START), intake_get(t, r, FIELD_HALF_END));
}

static const struct fault *plan_bank_holiday(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	const char *division = intake_get(t, r, FIELD_DIVISION), *on = intake_get(t, r, FIELD_HOLIDAY_DATE);

	if (division && !strstr(division, "england"))
		return NULL;
	return plan_days(m, r->row, "bank", intake_get(t, r, FIELD_HOLIDAY), on, on);
}

static const struct fault *each(struct making *m, enum intake_table_kind kind,
	const struct fault *(*one)(struct making *, const struct intake_table *, const struct intake_row *))
{
	const struct intake_table *t = intake_table(m->p->in, kind);

	for (int i = 0; t && i < t->rows; i++)
		if (!t->row[i].rejected && !t->row[i].repeat)
			TRY(one(m, t, &t->row[i]));
	return NULL;
}

const struct fault *plan_others(struct making *m)
{
	TRY(each(m, TABLE_STAFF, plan_staff));
	TRY(each(m, TABLE_CLASSES, plan_class));
	TRY(each(m, TABLE_TERMS, plan_term));
	TRY(each(m, TABLE_HOLIDAYS, plan_bank_holiday));
	TRY(each(m, TABLE_MEMBERS, plan_member));
	return each(m, TABLE_TEACHES, plan_teaching);
}
