/* details.c - what hangs on a child beside the roll: contacts, test results, provision, membership of classes. */
#include <string.h>

#include "areas/intake/parts.h"
#include "base/text.h"

static const struct carry CONTACT[] = {
	{ FIELD_CONTACT_TITLE, "title", false }, { FIELD_CONTACT_FORENAME, "forename", true }, { FIELD_CONTACT_SURNAME, "surname",
		true },
	{ FIELD_RELATIONSHIP, "relationship", false }, { FIELD_PRIORITY, "priority", false },
	{ FIELD_PARENTAL_RESPONSIBILITY, "responsibility", false }, { FIELD_LIVES_WITH, "lives_with", false },
	{ FIELD_CONTACT_MOBILE, "phone", false }, { FIELD_CONTACT_PHONE, "phone_other", false }, { FIELD_CONTACT_EMAIL, "email",
		false },
	{ FIELD_CONTACT_ADDRESS, "address", false }, { FIELD_CONTACT_POSTCODE, "postcode", false }, { FIELD_NONE, NULL, false },
};

/* A file with one telephone: it is the one to ring, whatever its column is called. */
static const struct carry ONE_PHONE[] = {
	{ FIELD_CONTACT_TITLE, "title", false }, { FIELD_CONTACT_FORENAME, "forename", true }, { FIELD_CONTACT_SURNAME, "surname",
		true },
	{ FIELD_RELATIONSHIP, "relationship", false }, { FIELD_PRIORITY, "priority", false },
	{ FIELD_PARENTAL_RESPONSIBILITY, "responsibility", false }, { FIELD_LIVES_WITH, "lives_with", false },
	{ FIELD_CONTACT_PHONE, "phone", false }, { FIELD_CONTACT_EMAIL, "email", false },
	{ FIELD_CONTACT_ADDRESS, "address", false }, { FIELD_CONTACT_POSTCODE, "postcode", false }, { FIELD_NONE, NULL, false },
};

static const struct carry *carry_of(const struct intake_table *t, const struct intake_row *r, const struct row *ours)
{
	bool one = intake_get(t, r, FIELD_CONTACT_PHONE) && !intake_get(t, r, FIELD_CONTACT_MOBILE);

	return one && (!ours || !*has(ours, "phone_other")) ? ONE_PHONE : CONTACT;
}

static bool same_person(struct arena *a, const struct row *ours, const char *surname, const char *forename)
{
	return strcmp(text_fold(a, has(ours, "surname")), text_fold(a, surname ? surname : "")) == 0 &&
	       strcmp(text_fold(a, has(ours, "forename")), text_fold(a, forename ? forename : "")) == 0;
}

/* A court order in a file is a flag only: what it says is for people to read and write down. */
static const struct fault *plan_limit(struct making *m, int n, const struct intake_row *r, const char *contact,
	struct change *added)
{
	struct child *c = &m->p->child[n];
	struct row **rows;
	struct change *limit;
	int count;

	TRY(have_of(&m->h, "contact_limit", c->ours ? row_id(c->ours) : "", &rows, &count));
	for (int i = 0; i < count; i++)
		if (contact && strcmp(has(rows[i], "contact"), contact) == 0)
			return NULL;
	limit = plan_add(m, "contact_limit", n, r->row);
	put_value(limit, "kind", "order");
	put_value(limit, "detail", "The school's system says that there is a court order. Ask the office to see it, and write here "
		"what it means.");
	put_value(limit, "from", day_iso(m->p->a, m->h.act->today));
	put_value(limit, "contact", contact);
	if (added) {
		limit->other_field = field_find(limit->r, "contact");
		for (int i = 0; i < m->p->changes; i++)
			if (m->p->change[i] == added)
				limit->other = i;
	}
	plan_say(m, DOC_WARNING, r->row, "court_order",
		"Row %d: this contact has a court order. See the order and write down what it means", r->row);
	return NULL;
}

static const struct fault *plan_contact(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	const char *surname = intake_get(t, r, FIELD_CONTACT_SURNAME), *forename = intake_get(t, r, FIELD_CONTACT_FORENAME);
	const char *order = intake_get(t, r, FIELD_COURT_ORDER);
	struct child *c = &m->p->child[n];
	struct row **rows, *was = NULL;
	struct change *add = NULL;
	int count;

	if (!surname && !forename)
		return NULL;
	TRY(have_of(&m->h, "contact", c->ours ? row_id(c->ours) : "", &rows, &count));
	for (int i = 0; i < count; i++)
		if (same_person(m->p->a, rows[i], surname, forename))
			was = rows[i];
	if (was) {
		carry_over(m, n, was, t, r, carry_of(t, r, was));
	} else {
		add = plan_add(m, "contact", n, r->row);
		carry_into(add, t, r, carry_of(t, r, NULL));
		put_value(add, "from", day_iso(m->p->a, m->h.act->today));
		if (!add->value[field_find(add->r, "relationship")])
			put_value(add, "relationship", "OTH");
	}
	if (order && strcmp(order, "1") == 0)
		return plan_limit(m, n, r, was ? row_id(was) : NULL, add);
	return NULL;
}

static bool known_test(struct row **rows, int count, const char *test, const char *on, const char *type)
{
	for (int i = 0; i < count; i++)
		if (strcmp(has(rows[i], "test"), test) == 0 && strcmp(has(rows[i], "taken_on"), on) == 0 &&
		    strcmp(has(rows[i], "score_type"), type) == 0)
			return true;
	return false;
}

static const struct { enum intake_field from; const char *type; bool months; const char *skill; } SCORES[] = {
	{ FIELD_STANDARDISED_SCORE, "standard", false, NULL }, { FIELD_READING_AGE, "age", true, "reading" },
	{ FIELD_SPELLING_AGE, "age", true, "spelling" }, { FIELD_SCALED_SCORE, "scaled", false, NULL },
	{ FIELD_RAW_SCORE, "raw", false, NULL },
	{ FIELD_PERCENTILE, "percentile", false, NULL },
};

/* Each score is a result of its own: different scores of one test are never compared with one another. */
static const struct fault *plan_test(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	const char *test = intake_get(t, r, FIELD_TEST_NAME), *on = intake_get(t, r, FIELD_TEST_DATE);
	struct child *c = &m->p->child[n];
	struct row **rows;
	int count;

	test = test ? test : "Reading test";
	on = on ? on : day_iso(m->p->a, m->h.act->today);
	TRY(have_of(&m->h, "assessment", c->ours ? row_id(c->ours) : "", &rows, &count));
	for (size_t i = 0; i < sizeof SCORES / sizeof *SCORES; i++) {
		const char *v = intake_get(t, r, SCORES[i].from);
		bool limit = v && (*v == '<' || *v == '>');
		struct change *add;

		if (!v || known_test(rows, count, test, on, SCORES[i].type))
			continue;
		add = plan_add(m, "assessment", n, r->row);
		put_value(add, "test", test);
		put_value(add, "taken_on", on);
		put_value(add, "score_type", SCORES[i].type);
		put_value(add, "skill", SCORES[i].skill);
		put_value(add, SCORES[i].months ? "months" : "score", limit ? v + 1 : v);
		put_value(add, "at_limit", limit ? (*v == '<' ? "floor" : "ceiling") : NULL);
		put_value(add, "provenance", source_code(m));
		put_value(add, "result", intake_get(t, r, FIELD_TEST_NOTES));
	}
	return NULL;
}

static const struct carry PROVISION[] = {
	{ FIELD_SESSIONS, "sessions", false }, { FIELD_MINUTES, "minutes", false }, { FIELD_GROUP_SIZE, "group_size", false },
	{ FIELD_END, "until", false }, { FIELD_STAFF, "staff_words", false }, { FIELD_COST, "cost", false },
	{ FIELD_ENTRY_DATA, "entry", false },
	{ FIELD_EXIT_DATA, "exit", false }, { FIELD_NONE, NULL, false },
};

static const char *wave_of(const char *words)
{
	if (!words)
		return "targeted";
	if (strchr(words, '1') || strcasestr(words, "univ"))
		return "universal";
	return strchr(words, '3') || strcasestr(words, "spec") ? "specialist" : "targeted";
}

static const struct fault *plan_provision(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	const char *name = intake_get(t, r, FIELD_PROVISION), *from = intake_get(t, r, FIELD_START);
	struct child *c = &m->p->child[n];
	struct row **rows, *was = NULL;
	struct change *add;
	int count;

	if (!name)
		return NULL;
	from = from ? from : day_iso(m->p->a, m->h.act->today);
	TRY(have_of(&m->h, "provision_line", c->ours ? row_id(c->ours) : "", &rows, &count));
	for (int i = 0; i < count; i++)
		if (strcmp(has(rows[i], "name"), name) == 0 && strcmp(has(rows[i], "from"), from) == 0)
			was = rows[i];
	if (was)
		return NULL; /* the provision map is the SENCO's once it is here */
	add = plan_add(m, "provision_line", n, r->row);
	carry_into(add, t, r, PROVISION);
	put_value(add, "name", name);
	put_value(add, "from", from);
	put_value(add, "wave", wave_of(intake_get(t, r, FIELD_WAVE)));
	return NULL;
}

static const struct fault *each(struct making *m, enum intake_table_kind kind,
	const struct fault *(*one)(struct making *, int, const struct intake_table *, const struct intake_row *))
{
	const struct intake_table *t = intake_table(m->p->in, kind);

	for (int i = 0; t && i < t->rows; i++) {
		int n = t->row[i].rejected || t->row[i].repeat ? -1 : child_of(m, t, &t->row[i]);

		if (n >= 0)
			TRY(one(m, n, t, &t->row[i]));
	}
	return NULL;
}

const struct fault *plan_details(struct making *m)
{
	TRY(each(m, TABLE_CONTACTS, plan_contact));
	TRY(each(m, TABLE_TESTS, plan_test));
	return each(m, TABLE_PROVISIONS, plan_provision);
}
