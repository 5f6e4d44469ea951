/* demo_adults.c - who works in the invented school, which classes there are, and who may sign in as what. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/text.h"
#include "jobs/demo_make.h"

static const char *const SUBJECTS[] = { "English", "Mathematics", "Science", "History", "Geography", "Spanish",
	"Physical education", "Design and technology" };
static const char *const IN_A_SENTENCE[] = { "English", "mathematics", "science", "history", "geography", "Spanish",
	"physical education", "design and technology" };
enum { SUBJECT_COUNT = 8 };

/* In this order in every school; the names are those of the first. */
static const struct adult FIXED[] = {
	{ .part = PART_SENCO, .title = "Ms", .forename = "Ruth", .surname = "Okonkwo", .post = "SENCO" },
	{ .part = PART_ASSISTANT, .title = "Mr", .forename = "Tomos", .surname = "Prydderch", .post = "Assistant SENCO" },
	{ .part = PART_DSL, .title = "Mrs", .forename = "Marian", .surname = "Quigley",
		.post = "Deputy head, designated safeguarding lead" },
	{ .part = PART_PP, .title = "Mr", .forename = "Anil", .surname = "Mistry", .post = "Assistant head, pupil premium lead" },
	{ .part = PART_DT, .title = "Ms", .forename = "Sofie", .surname = "Lindqvist",
		.post = "Designated teacher for looked-after children" },
	{ .part = PART_HEAD, .title = "Dr", .forename = "Helen", .surname = "Abara", .post = "Head teacher" },
	{ .part = PART_SLT, .title = "Mr", .forename = "Gareth", .surname = "Pugh",
		.post = "Assistant head, line manager for SEND" },
	{ .part = PART_EXAMS, .title = "Mrs", .forename = "Denise", .surname = "Falk", .post = "Exams officer" },
	{ .part = PART_OFFICE, .title = "Mrs", .forename = "Pauline", .surname = "Wren", .post = "Office manager" },
	{ .part = PART_TA, .title = "Miss", .forename = "Priya", .surname = "Birtwistle", .post = "Teaching assistant" },
	{ .part = PART_TA, .title = "Mrs", .forename = "Tilly", .surname = "Grantham", .post = "Teaching assistant" },
	{ .part = PART_TA, .title = "Mrs", .forename = "Moira", .surname = "Thackeray", .post = "Higher level teaching assistant" },
	{ .part = PART_TEACHER, .title = "Mr", .forename = "Daniel", .surname = "Quayle", .post = "Teacher" },
	{ .part = PART_OTHER, .title = "Mr", .forename = "Yusuf", .surname = "Demir", .post = "Network manager" },
	{ .part = PART_OTHER, .title = "Mr", .forename = "Hugh", .surname = "Stott", .post = "Data protection lead" },
};
enum { FIXED_COUNT = sizeof FIXED / sizeof *FIXED, ADULT_IT = 13, ADULT_DATA = 14, ADULT_QUAYLE = 12, ADULT_BIRTWISTLE = 9 };

static const char *plain(struct arena *a, const char *name)
{
	const char *folded = text_fold(a, name);
	char *out = arena_text(a, folded), *to = out;

	for (const char *p = folded; *p; p++)
		if ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9'))
			*to++ = *p;
	*to = 0;
	return out;
}

static bool login_taken(const struct making *m, const char *login)
{
	for (int i = 0; i < m->adult_count; i++)
		if (strcmp(m->adults[i].login, login) == 0)
			return true;
	return false;
}

static struct adult *adult_add(struct making *m, const struct adult *like)
{
	struct adult *p = &m->adults[m->adult_count];
	struct chance c = chance_for(m, "adult", m->adult_count);
	bool woman = chance_in(&c, like->part == PART_TA ? 820 : 640);
	int weights[HERITAGES], heritage, turn = 1;

	for (int i = 0; i < HERITAGES; i++)
		weights[i] = HERITAGE[i].weight + (i == 0 ? 400 : 0);
	heritage = chance_weighted(&c, weights, HERITAGES);
	*p = *like;
	if (!p->forename || m->campus > 0) {
		p->title = woman ? chance_in(&c, 500) ? "Mrs" : chance_in(&c, 600) ? "Ms" : "Miss" : chance_in(&c, 40) ? "Dr" :
			"Mr";
		p->forename = adult_forename(&c, heritage, woman);
		p->surname = chance_pick(&c, HERITAGE[heritage].surnames);
	}
	p->said = arena_printf(m->a, "%s %s", p->title, p->surname);
	p->login = arena_printf(m->a, "%.1s.%s", plain(m->a, p->forename), plain(m->a, p->surname));
	while (login_taken(m, p->login))
		p->login = arena_printf(m->a, "%.1s.%s%d", plain(m->a, p->forename), plain(m->a, p->surname), ++turn);
	p->code = arena_printf(m->a, "%c%c%c%d", plain(m->a, p->forename)[0] - 32, plain(m->a, p->surname)[0] - 32,
		'A' + m->adult_count % 26, m->adult_count / 26 + 1);
	p->handle = fact_handle(&m->facts);
	m->adult_count++;
	return p;
}

static void adult_fact(struct making *m, const struct adult *p, int n)
{
	struct demo_fact *f = fact_add(&m->facts, &STAFF, p->handle, m->began);
	struct chance c = chance_for(m, "post", n);

	fact_set(&m->facts, f, STAFF_TITLE, p->title);
	fact_set(&m->facts, f, STAFF_FORENAME, p->forename);
	fact_set(&m->facts, f, STAFF_SURNAME, p->surname);
	fact_set(&m->facts, f, STAFF_KNOWN_AS, p->said);
	fact_set(&m->facts, f, STAFF_POST, p->post);
	fact_set(&m->facts, f, STAFF_CODE, p->code);
	fact_set(&m->facts, f, STAFF_EMAIL, arena_printf(m->a, "%s@example.org", p->login));
	fact_set(&m->facts, f, STAFF_PHONE, arena_printf(m->a, "01632 960%03d", 300 + chance_to(&c, 700)));
	fact_set(&m->facts, f, STAFF_MIS_ID, arena_printf(m->a, "S%04d", 101 + n));
	fact_day(&m->facts, f, STAFF_FROM, day_of(m->year - 3 - chance_to(&c, 12), 9, 1));
}

void make_adults(struct making *m)
{
	int years = m->last_year - m->first_year + 1, teachers = m->pupils / 16 + 2, assistants = m->pupils / 45 + 1;

	if (m->primary && teachers < years * m->forms + 1)
		teachers = years * m->forms + 1;
	m->adults = arena_array(m->a, (size_t)(FIXED_COUNT + years + teachers + assistants), sizeof *m->adults);
	for (int i = 0; i < FIXED_COUNT; i++)
		adult_add(m, &FIXED[i]);
	for (int y = m->first_year; y <= m->last_year && !m->primary; y++)
		adult_add(m, &(struct adult){ .part = PART_HOY, .post = arena_printf(m->a, "Teacher, head of year %d", y) });
	for (int i = 0; i < teachers; i++) {
		int s = i % SUBJECT_COUNT;

		adult_add(m, &(struct adult){ .part = PART_TEACHER, .subject = s,
			.post = m->primary ? "Class teacher" : arena_printf(m->a, "Teacher of %s", IN_A_SENTENCE[s]) });
	}
	for (int i = 0; i < assistants; i++)
		adult_add(m, &(struct adult){ .part = PART_TA, .post = "Teaching assistant" });
	for (int i = 0; i < m->adult_count; i++)
		adult_fact(m, &m->adults[i], i);
}

/* ---- classes of this school year ---- */

static int teacher_numbers(const struct making *m, int *out)
{
	int n = 0;

	for (int i = 0; i < m->adult_count; i++)
		if (m->adults[i].part == PART_TEACHER || m->adults[i].part == PART_HOY)
			out[n++] = i;
	return n;
}

static int class_new(struct making *m, const char *name, const char *kind, const char *subject, int year, int teacher)
{
	day from = year_of_school(m->year).terms[0].first, on = recorded(m, from - 7);
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &CLASS, handle, on), *t;

	fact_set(&m->facts, f, CLASS_NAME, name);
	fact_set(&m->facts, f, CLASS_KIND, kind);
	fact_set(&m->facts, f, CLASS_SUBJECT, subject);
	fact_set(&m->facts, f, CLASS_YEAR, year_code(year));
	fact_day(&m->facts, f, CLASS_FROM, from);
	fact_day(&m->facts, f, CLASS_UNTIL, day_of(m->year + 1, 8, 31));
	t = fact_add(&m->facts, &TEACHING, 0, on);
	fact_ref(&m->facts, t, TEACHING_CLASS, handle);
	fact_ref(&m->facts, t, TEACHING_STAFF, m->adults[teacher].handle);
	fact_day(&m->facts, t, TEACHING_FROM, from);
	fact_day(&m->facts, t, TEACHING_UNTIL, day_of(m->year + 1, 8, 31));
	return handle;
}

static void member_add(struct making *m, const struct child *c, int class)
{
	day from = year_of_school(m->year).terms[0].first;
	struct demo_fact *f;

	from = c->joined > from ? c->joined : from;
	f = fact_add(&m->facts, &CLASS_MEMBER, 0, recorded(m, from));
	fact_ref(&m->facts, f, CLASS_MEMBER_PUPIL, c->handle);
	fact_ref(&m->facts, f, CLASS_MEMBER_CLASS, class);
	fact_day(&m->facts, f, CLASS_MEMBER_FROM, from);
	fact_day(&m->facts, f, CLASS_MEMBER_UNTIL, day_of(m->year + 1, 8, 31));
}

static int next_teacher(const struct making *m, int subject, int *turn)
{
	int found[256], n = 0;

	for (int i = 0; i < m->adult_count && n < 256; i++)
		if (m->adults[i].part == PART_TEACHER && m->adults[i].subject == subject)
			found[n++] = i;
	return found[(*turn)++ % n];
}

static void teach(struct making *m, int *handles, const int *tutors, int year, int *turn)
{
	static const char *const SHORT[] = { "En", "Ma", "Sc", "Hi", "Gg", "Sp", "PE", "DT" };

	for (int f = 0; f < m->forms; f++)
		handles[f] = class_new(m, form_name(m, year, f), "form", NULL, year, tutors[f]);
	for (int s = 0; s < SUBJECT_COUNT && !m->primary; s++)
		for (int f = 0; f < m->forms; f++)
			handles[(s + 1) * m->forms + f] = class_new(m, arena_printf(m->a, "%s/%s", form_name(m, year, f),
				SHORT[s]), "teaching", SUBJECTS[s], year, next_teacher(m, s, &turn[s]));
}

/* Mathematics and science are set: a child's group there is not that of the form. */
static int group_of(const struct making *m, const struct child *c, int subject)
{
	if (subject == 1 || subject == 2)
		return (c->form + c->number * 7 + subject) % m->forms;
	return c->form;
}

static void year_lead(struct making *m, int adult, int year)
{
	struct demo_fact *f = fact_add(&m->facts, &YEAR_LEAD, 0, m->began);

	fact_ref(&m->facts, f, YEAR_LEAD_STAFF, m->adults[adult].handle);
	fact_set(&m->facts, f, YEAR_LEAD_YEAR, year_code(year));
	fact_day(&m->facts, f, YEAR_LEAD_FROM, m->began);
}

/* In a primary school a class teacher leads the infants. */
static void year_leads(struct making *m)
{
	for (int i = 0, y = m->first_year; i < m->adult_count; i++)
		if (m->adults[i].part == PART_HOY)
			year_lead(m, i, y++);
	for (int y = 0; y < 3 && m->primary; y++)
		year_lead(m, FIXED_COUNT, y);
}

void make_classes(struct making *m)
{
	int years = m->last_year - m->first_year + 1, groups = m->primary ? 1 : SUBJECT_COUNT + 1;
	int *teachers = arena_array(m->a, (size_t)m->adult_count, sizeof *teachers), count = teacher_numbers(m, teachers);
	int *handles = arena_array(m->a, (size_t)(years * groups * m->forms), sizeof *handles), turn[SUBJECT_COUNT] = { 0 };
	int *tutors = arena_array(m->a, (size_t)(years * m->forms), sizeof *tutors);

	for (int i = 0; i < years * m->forms; i++)
		tutors[i] = teachers[(i + 1) % count];
	/* Form R of the second year group is Mr Quayle's: the pages of the design show it. */
	tutors[m->primary ? 3 * m->forms : m->forms] = ADULT_QUAYLE;
	year_leads(m);
	for (int y = 0; y < years; y++)
		teach(m, handles + y * groups * m->forms, tutors + y * m->forms, m->first_year + y, turn);
	for (int i = 0; i < m->child_count; i++) {
		struct child *c = &m->children[i];
		int *of = handles + (c->year - m->first_year) * groups * m->forms;

		c->tutor = tutors[(c->year - m->first_year) * m->forms + c->form];
		if (c->left != DAY_NONE)
			continue;
		member_add(m, c, of[c->form]);
		for (int s = 0; s < SUBJECT_COUNT && !m->primary; s++)
			if (c->year < 12 || (c->number + s) % 3 == 0)
				member_add(m, c, of[(s + 1) * m->forms + group_of(m, c, s)]);
	}
}

/* ---- who may sign in: one account for each role, all made in the first school ---- */

static const struct signer { const char *role, *name, *login; int adult; bool everywhere; } SIGNERS[] = {
	{ "senco", NULL, NULL, 0, false }, { "asst_senco", NULL, NULL, 1, false }, { "dsl", NULL, NULL, 2, false },
	{ "pp_lead", NULL, NULL, 3, false }, { "dt", NULL, NULL, 4, false }, { "head", NULL, NULL, 5, false },
	{ "slt", NULL, NULL, 6, false }, { "exams", NULL, NULL, 7, false }, { "office", NULL, NULL, 8, false },
	{ "ta", NULL, NULL, ADULT_BIRTWISTLE, false }, { "teacher", NULL, NULL, ADULT_QUAYLE, false },
	{ "hoy", NULL, NULL, FIXED_COUNT, false }, { "it", NULL, NULL, ADULT_IT, true }, { "auditor", NULL, NULL, ADULT_DATA,
		true },
	{ "regional", "Catherine Blyth", "c.blyth", -1, true }, { "governor", "Olive Marchbank", "o.marchbank", -1, false },
	{ "external", "Joan Featherstone", "j.featherstone", -1, false },
};
enum { SIGNER_COUNT = sizeof SIGNERS / sizeof *SIGNERS };

static void role_add(struct making *m, int account, const char *role, const char *extent)
{
	struct demo_fact *f = fact_add(&m->facts, &ROLE_HELD, 0, m->began);

	fact_ref(&m->facts, f, ROLE_HELD_ACCOUNT, account);
	fact_set(&m->facts, f, ROLE_HELD_ROLE, role);
	fact_set(&m->facts, f, ROLE_HELD_EXTENT, extent);
	fact_day(&m->facts, f, ROLE_HELD_FROM, m->began);
	fact_set(&m->facts, f, ROLE_HELD_REASON, "Invented school");
}

static void account_add(struct making *m, int handle, const struct signer *s, const struct adult *p)
{
	struct demo_fact *f = fact_add(&m->facts, &ACCOUNT, handle, m->began);

	fact_set(&m->facts, f, ACCOUNT_LOGIN, s->login ? s->login : p->login);
	fact_set(&m->facts, f, ACCOUNT_NAME, s->name ? s->name : arena_printf(m->a, "%s %s", p->forename, p->surname));
	fact_ref(&m->facts, f, ACCOUNT_STAFF, p ? p->handle : 0);
	fact_set(&m->facts, f, ACCOUNT_EMAIL, arena_printf(m->a, "%s@example.org", s->login ? s->login : p->login));
	fact_set(&m->facts, f, ACCOUNT_STATE, "open");
}

/* A speech therapist sees two children's documents and assessments until the end of the next term. */
static void external_grants(struct making *m, int account)
{
	static const char *const RECORDS[] = { "pupil", "document", "assessment", "need" };

	for (int i = 0, n = 0; i < m->child_count && n < 2; i++) {
		const struct child *c = &m->children[i];

		if (c->provision == 'N' || !c->cast || c->joined > m->on - 100)
			continue;
		n++;
		for (int r = 0; r < 4; r++) {
			struct demo_fact *f = fact_add(&m->facts, &CASE_GRANT, 0, recorded(m, m->on - 40));

			fact_ref(&m->facts, f, CASE_GRANT_ACCOUNT, account);
			fact_ref(&m->facts, f, CASE_GRANT_PUPIL, c->handle);
			fact_set(&m->facts, f, CASE_GRANT_RECORD, RECORDS[r]);
			fact_set(&m->facts, f, CASE_GRANT_PURPOSE, "Speech and language therapy; the parents agreed");
			fact_day(&m->facts, f, CASE_GRANT_FROM, m->on - 40);
			fact_day(&m->facts, f, CASE_GRANT_UNTIL, m->on + 80);
		}
	}
}

static void view_add(struct making *m, int adult, const char *name, const char *query, bool shared)
{
	struct demo_fact *f = fact_add(&m->facts, &SAVED_VIEW, 0, recorded(m, m->on - 50));

	fact_ref(&m->facts, f, SAVED_VIEW_STAFF, m->adults[adult].handle);
	fact_set(&m->facts, f, SAVED_VIEW_NAME, name);
	fact_set(&m->facts, f, SAVED_VIEW_QUERY, query);
	fact_int(&m->facts, f, SAVED_VIEW_SHARED, shared);
}

/* The assistant stood in for the SENCO for a fortnight; the safeguarding lead is somebody's aunt. */
static void odd_rights(struct making *m)
{
	day last_june = day_of(m->year, 6, 12);
	struct demo_fact *d = fact_add(&m->facts, &DELEGATION, 0, last_june - 3), *f = fact_add(&m->facts, &CONFLICT, 0,
		m->on - 30);
	const struct child *niece = &m->children[0];

	for (int i = 0; i < m->child_count && niece->joined > m->on - 40; i++)
		niece = &m->children[i];
	fact_ref(&m->facts, d, DELEGATION_GIVER, 1);
	fact_ref(&m->facts, d, DELEGATION_TAKER, 2);
	fact_set(&m->facts, d, DELEGATION_ROLE, "senco");
	fact_day(&m->facts, d, DELEGATION_FROM, last_june);
	fact_day(&m->facts, d, DELEGATION_UNTIL, last_june + 14);
	fact_set(&m->facts, d, DELEGATION_REASON, "An operation and two weeks at home");
	fact_ref(&m->facts, f, CONFLICT_ACCOUNT, 3);
	fact_ref(&m->facts, f, CONFLICT_PUPIL, niece->handle);
	fact_set(&m->facts, f, CONFLICT_WHY, niece->girl ? "Her niece" : "Her nephew");
}

void make_accounts(struct making *m)
{
	if (m->campus == 0) {
		view_add(m, 0, "Review overdue", "review=overdue", true);
		view_add(m, 0, m->primary ? "Reception" : "Year 7", m->primary ? "year=R" : "year=7", false);
	}
	for (int i = 0; i < SIGNER_COUNT; i++) {
		const struct signer *s = &SIGNERS[i];
		int handle = i + 1;

		if (m->campus == 0)
			account_add(m, handle, s, s->adult >= 0 ? &m->adults[s->adult] : NULL);
		if (m->campus == 0 || (s->everywhere && (strcmp(s->role, "regional") != 0 || m->campus < 5)))
			role_add(m, handle, s->role, strcmp(s->role, "regional") == 0 ? "Termly review with the SENCO" : NULL);
		if (m->campus == 0 && strcmp(s->role, "external") == 0)
			external_grants(m, handle);
	}
	if (m->campus == 0)
		odd_rights(m);
}
