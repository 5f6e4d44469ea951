/* roll.c - what the school's management system owns: who the children are, their place on roll, flags and attendance. These follow
 * the file. */
#include <string.h>

#include "areas/intake/parts.h"
#include "base/text.h"

static const struct carry PUPIL[] = {
	{ FIELD_UPN, "upn", false }, { FIELD_FORMER_UPN, "former_upn", false }, { FIELD_ULN, "uln", false },
	{ FIELD_MIS_ID, "mis_id", false },
	{ FIELD_SURNAME, "surname", true }, { FIELD_FORENAME, "forename", true }, { FIELD_MIDDLE_NAMES, "middle_names", true },
	{ FIELD_FORMER_SURNAME, "former_surname", true }, { FIELD_PREFERRED_SURNAME, "known_surname", true },
	{ FIELD_PREFERRED_FORENAME, "known_as", true }, { FIELD_DOB, "dob", false }, { FIELD_SEX, "sex", false },
	{ FIELD_FIRST_LANGUAGE, "language", false }, { FIELD_ETHNICITY, "ethnicity", false }, { FIELD_ADDRESS, "address", false },
	{ FIELD_POSTCODE, "postcode", false }, { FIELD_NONE, NULL, false },
};

static const struct carry ENROLMENT[] = {
	{ FIELD_YEAR, "year", false }, { FIELD_GROUP, "form", false }, { FIELD_HOUSE, "house", false },
	{ FIELD_ENROL_STATUS, "status", false },
	{ FIELD_LEAVE_DATE, "until", false }, { FIELD_NONE, NULL, false },
};

static struct change *newest(struct making *m)
{
	return m->p->changes ? m->p->change[m->p->changes - 1] : NULL;
}

static void plan_pupil(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	struct child *c = &m->p->child[n];

	if (c->ours) {
		carry_over(m, n, c->ours, t, r, PUPIL);
	} else {
		c->add = plan_add(m, "pupil", n, r->row);
		carry_into(c->add, t, r, PUPIL);
		if (!intake_get(t, r, FIELD_PREFERRED_FORENAME))
			put_value(c->add, "known_as", intake_get(t, r, FIELD_FORENAME));
	}
}

/* The time on roll that holds today, else the newest. */
static const struct fault *current_enrolment(struct making *m, const struct child *c, struct row **out)
{
	const char *today = day_iso(m->p->a, m->h.act->today);
	struct row **rows;
	int n;

	*out = NULL;
	TRY(have_of(&m->h, "enrolment", c->ours ? row_id(c->ours) : "", &rows, &n));
	for (int i = 0; i < n; i++)
		if (!*out || in_force(rows[i], today) ||
			(!in_force(*out, today) && strcmp(has(rows[i], "from"), has(*out, "from")) > 0))
			*out = rows[i];
	return NULL;
}

static const char *school_year_start(struct making *m)
{
	return day_iso(m->p->a, day_of(day_school_year(m->h.act->today), 9, 1));
}

static const struct fault *plan_enrolment(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	struct child *c = &m->p->child[n];
	struct row *was;

	TRY(current_enrolment(m, c, &was));
	if (was) {
		carry_over(m, n, was, t, r, ENROLMENT);
	} else if (!m->p->in->expected && (intake_get(t, r, FIELD_YEAR) || intake_get(t, r, FIELD_GROUP) || !c->ours)) {
		struct change *e = plan_add(m, "enrolment", n, r->row);

		carry_into(e, t, r, ENROLMENT);
		put_value(e, "from", intake_get(t, r, FIELD_ENTRY_DATE) ? intake_get(t, r, FIELD_ENTRY_DATE) :
			school_year_start(m));
		if (!e->value[field_find(e->r, "status")])
			put_value(e, "status", "C");
	}
	return NULL;
}

static const struct { enum intake_field from; const char *code; } FLAGS[] = {
	{ FIELD_FSM, "FSM" }, { FIELD_EVER6, "E6" }, { FIELD_PP, "PP" }, { FIELD_PP_DEPRIVATION, "PP" }, { FIELD_IN_CARE, "LAC" },
	{ FIELD_PP_LOOKED_AFTER, "LAC" }, { FIELD_PLAC, "PLAC" }, { FIELD_PP_ADOPTED, "PLAC" }, { FIELD_SERVICE_CHILD, "SVC" },
	{ FIELD_PP_SERVICE, "SVC" }, { FIELD_EAL, "EAL" }, { FIELD_YOUNG_CARER, "YC" }, { FIELD_SEN_UNIT, "UNIT" },
	{ FIELD_RESOURCED_PROVISION, "RP" }, { FIELD_TOP_UP, "TOPUP" },
};

static bool says_yes(const char *value)
{
	return *value && strcmp(value, "0") != 0 && strcasecmp(value, "n") != 0 && strcasecmp(value, "no") != 0 &&
		strcasecmp(value, "false") != 0 &&
	       strcmp(value, "U") != 0 && strcmp(value, "R") != 0;
}

static const struct fault *plan_flag(struct making *m, int n, int row, const char *code, bool yes)
{
	struct child *c = &m->p->child[n];
	const char *today = day_iso(m->p->a, m->h.act->today);
	struct row **rows, *now = NULL;
	struct change *add;
	int count;

	TRY(have_of(&m->h, "pupil_flag", c->ours ? row_id(c->ours) : "", &rows, &count));
	for (int i = 0; i < count; i++)
		if (strcmp(has(rows[i], "code"), code) == 0 && in_force(rows[i], today))
			now = rows[i];
	if (now && !yes && strcmp(has(now, "source"), "mis") == 0 && !*has(now, "until"))
		plan_end(m, now, n, row, m->h.act->today - 1);
	if (now || !yes)
		return NULL;
	for (int i = 0; i < m->p->changes; i++)
		if (m->p->change[i]->child == n && strcmp(m->p->change[i]->r->name, "pupil_flag") == 0 &&
			m->p->change[i]->kind == CHANGE_ADD &&
		    strcmp(m->p->change[i]->value[field_find(m->p->change[i]->r, "code")], code) == 0)
			return NULL;
	add = plan_add(m, "pupil_flag", n, row);
	put_value(add, "code", code);
	put_value(add, "source", strncmp(m->p->in->kind, "giap", 4) == 0 ? "dfe" : "mis");
	put_value(add, "from", today);
	return NULL;
}

static const struct fault *plan_flags(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	for (size_t i = 0; i < sizeof FLAGS / sizeof *FLAGS; i++) {
		const char *v = intake_get(t, r, FLAGS[i].from);

		if (v)
			TRY(plan_flag(m, n, r->row, FLAGS[i].code, says_yes(v)));
	}
	return NULL;
}

static const struct carry ATTENDANCE[] = {
	{ FIELD_POSSIBLE, "possible", false }, { FIELD_PRESENT, "present", false }, { FIELD_AUTHORISED, "authorised", false },
	{ FIELD_UNAUTHORISED, "unauthorised", false }, { FIELD_NONE, NULL, false },
};

/* This school year's sessions so far: one row a child and year, moved on by each file. */
static const struct fault *plan_attendance(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	struct child *c = &m->p->child[n];
	const char *from = school_year_start(m), *today = day_iso(m->p->a, m->h.act->today);
	struct row **rows, *was = NULL;
	struct change *add;
	int count;

	if (!intake_get(t, r, FIELD_POSSIBLE) || !intake_get(t, r, FIELD_PRESENT))
		return NULL;
	TRY(have_of(&m->h, "attendance_summary", c->ours ? row_id(c->ours) : "", &rows, &count));
	for (int i = 0; i < count; i++)
		if (strcmp(has(rows[i], "from"), from) == 0)
			was = rows[i];
	if (was) {
		if (carry_over(m, n, was, t, r, ATTENDANCE))
			put_value(newest(m), "until", today);
		return NULL;
	}
	add = plan_add(m, "attendance_summary", n, r->row);
	carry_into(add, t, r, ATTENDANCE);
	put_value(add, "from", from);
	put_value(add, "until", today);
	return NULL;
}

const struct fault *plan_roll(struct making *m)
{
	const struct intake_table *t = intake_table(m->p->in, TABLE_PUPILS), *att = intake_table(m->p->in, TABLE_ATTENDANCE);

	for (int i = 0; t && i < t->rows; i++) {
		if (m->p->child[i].waits)
			continue;
		plan_pupil(m, i, t, &t->row[i]);
		TRY(plan_enrolment(m, i, t, &t->row[i]));
		TRY(plan_form(m, i, t, &t->row[i]));
		TRY(plan_flags(m, i, t, &t->row[i]));
		TRY(plan_attendance(m, i, t, &t->row[i]));
	}
	for (int i = 0; att && i < att->rows; i++) {
		int n = att->row[i].rejected || att->row[i].repeat ? -1 : child_of(m, att, &att->row[i]);

		if (n >= 0)
			TRY(plan_attendance(m, n, att, &att->row[i]));
	}
	return NULL;
}
