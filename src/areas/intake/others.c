/* others.c - rows about no child: staff, term dates, bank holidays. Classes are in classes.c. */
#include <string.h>

#include "areas/intake/parts.h"
#include "base/text.h"

static const struct carry STAFF[] = {
	{ FIELD_STAFF_TITLE, "title", false }, { FIELD_STAFF_FORENAME, "forename", true }, { FIELD_STAFF_SURNAME, "surname", true },
	{ FIELD_STAFF_ROLE, "post", false }, { FIELD_STAFF_CODE, "code", false }, { FIELD_STAFF_EMAIL, "email", false },
	{ FIELD_STAFF_PHONE, "phone", false }, { FIELD_NONE, NULL, false },
};

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
