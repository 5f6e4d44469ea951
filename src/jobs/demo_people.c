/* demo_people.c - the rows of the invented roll: pupils, times on roll, families, flags, attendance and medical alerts. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "jobs/demo_make.h"
#include "jobs/demo_numbers.h"

static void pupil_fact(struct making *m, struct child *k)
{
	struct chance c = chance_for(m, "pupil", k->number);
	struct demo_fact *f = fact_add(&m->facts, &PUPIL, k->handle, recorded(m, k->joined - 20));
	int now = k->left == DAY_NONE ? m->year : day_school_year(k->left);

	if (strcmp(k->known, k->forename) != 0)
		fact_set(&m->facts, f, PUPIL_KNOWN_AS, k->known);
	fact_set(&m->facts, f, PUPIL_FORENAME, k->forename);
	fact_set(&m->facts, f, PUPIL_SURNAME, k->surname);
	fact_set(&m->facts, f, PUPIL_MIDDLE_NAMES, k->middle);
	if (chance_in(&c, 8))
		fact_set(&m->facts, f, PUPIL_FORMER_SURNAME, chance_pick(&c, HERITAGE[0].surnames));
	fact_day(&m->facts, f, PUPIL_DOB, k->dob);
	fact_set(&m->facts, f, PUPIL_SEX, k->girl ? "F" : "M");
	fact_set(&m->facts, f, PUPIL_PRONOUNS, chance_in(&c, 6) ? "they" : k->girl ? "she" : "he");
	fact_set(&m->facts, f, PUPIL_UPN, demo_upn(m->a, 2101 + m->campus * 5 + k->number / 999, (now - k->year) % 100,
		k->number % 999 + 1));
	if (k->year > 8)
		fact_set(&m->facts, f, PUPIL_ULN, demo_uln(m->a, m->campus, k->number));
	fact_set(&m->facts, f, PUPIL_MIS_ID, arena_printf(m->a, "%06d", 4101 + k->number));
	fact_set(&m->facts, f, PUPIL_LANGUAGE, k->language);
	fact_set(&m->facts, f, PUPIL_ETHNICITY, chance_pick(&c, HERITAGE[k->heritage].ethnicities));
	fact_set(&m->facts, f, PUPIL_ADDRESS, k->home);
	fact_set(&m->facts, f, PUPIL_POSTCODE, k->postcode);
}

/* A new time on roll each September, since year and form change. */
static void enrolment_facts(struct making *m, const struct child *k)
{
	static const char *const HOUSES[] = { "Kestrel", "Heron", "Falcon", "Curlew" };
	int now = k->left == DAY_NONE ? m->year : day_school_year(k->left), came = day_school_year(k->joined);

	for (int y = came; y <= now; y++) {
		int year = k->year - (now - y);
		day from = y == came ? k->joined : day_of(y, 9, 1), until = y == now ? k->left : day_of(y + 1, 8, 31);
		struct demo_fact *f = fact_add(&m->facts, &ENROLMENT, 0, recorded(m, y == came ? k->joined - 5 : from));

		fact_ref(&m->facts, f, ENROLMENT_PUPIL, k->handle);
		fact_set(&m->facts, f, ENROLMENT_YEAR, year_code(year < m->first_year ? m->first_year : year));
		fact_set(&m->facts, f, ENROLMENT_FORM, form_name(m, year < m->first_year ? m->first_year : year, k->form));
		fact_set(&m->facts, f, ENROLMENT_HOUSE, m->primary ? NULL : HOUSES[(k->family + k->form) % 4]);
		fact_set(&m->facts, f, ENROLMENT_STATUS, k->number % 271 == 40 ? "M" : k->number % 271 == 41 ? "S" : "C");
		fact_day(&m->facts, f, ENROLMENT_FROM, from);
		fact_day(&m->facts, f, ENROLMENT_UNTIL, until);
		if (y == now && k->left != DAY_NONE) {
			bool end = k->left == year_of_school(y).terms[2].last;

			fact_set(&m->facts, f, ENROLMENT_LEAVING_REASON, !end ? "IM" : m->primary ? k->year == 6 ? "JS" : "IM" :
				k->year == 13 ? "NH" : k->year == 11 ? "PF" : "IM");
			fact_set(&m->facts, f, ENROLMENT_DESTINATION, m->primary ? "Thistlewick High School" : k->year == 11 ?
				"Thistleshire College" :
				k->year == 13 ? "University of Thistleshire" : "Harrowgate Academy");
		}
	}
}

struct parent { const char *title, *forename, *surname, *relationship, *address, *postcode; bool responsible, lives,
	letters; int priority; };

static int contact_fact(struct making *m, const struct child *k, const struct parent *p, struct chance *c)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &CONTACT, handle, recorded(m, k->joined - 20));
	struct family *home = &m->families[k->family];

	fact_ref(&m->facts, f, CONTACT_PUPIL, k->handle);
	fact_set(&m->facts, f, CONTACT_TITLE, p->title);
	fact_set(&m->facts, f, CONTACT_FORENAME, p->forename);
	fact_set(&m->facts, f, CONTACT_SURNAME, p->surname);
	fact_set(&m->facts, f, CONTACT_RELATIONSHIP, p->relationship);
	fact_int(&m->facts, f, CONTACT_PRIORITY, p->priority);
	fact_int(&m->facts, f, CONTACT_RESPONSIBILITY, p->responsible);
	fact_int(&m->facts, f, CONTACT_LIVES_WITH, p->lives);
	fact_set(&m->facts, f, CONTACT_PHONE, p->priority == 1 ? home->phone : arena_printf(m->a, "07700 900%03d",
		chance_to(c, 1000)));
	if (chance_in(c, 300))
		fact_set(&m->facts, f, CONTACT_PHONE_OTHER, arena_printf(m->a, "01632 960%03d", chance_to(c, 1000)));
	if (chance_in(c, 800))
		fact_set(&m->facts, f, CONTACT_EMAIL, arena_printf(m->a, "family%d.%d@example.org", k->family + 1, p->priority));
	fact_set(&m->facts, f, CONTACT_ADDRESS, p->address);
	fact_set(&m->facts, f, CONTACT_POSTCODE, p->postcode);
	fact_int(&m->facts, f, CONTACT_LETTERS, p->letters);
	fact_set(&m->facts, f, CONTACT_LANGUAGE, k->language);
	fact_int(&m->facts, f, CONTACT_INTERPRETER, k->eal && (k->family + p->priority) % 4 == 0);
	fact_day(&m->facts, f, CONTACT_FROM, k->joined);
	return handle;
}

static void foster_facts(struct making *m, struct child *k, struct chance *c)
{
	struct parent foster = { "Mrs", "Joan", "Ollerenshaw", "FOM", NULL, NULL, false, true, true, 1 };
	struct parent worker = { "Ms", "Dee", "Harcourt", "SWR", "Children's Services\nCounty Hall\nThistleshire", "ZZ1 1ZZ",
		true, false, true, 2 };

	k->mother = contact_fact(m, k, &foster, c);
	k->mother_said = "Mrs Ollerenshaw";
	contact_fact(m, k, &worker, c);
}

/* What must not happen: a few families in a hundred, and one child whom the pages of the design show. */
static void limit_fact(struct making *m, const struct child *k, int contact, const char *kind, const char *detail)
{
	struct demo_fact *f = fact_add(&m->facts, &CONTACT_LIMIT, 0, recorded(m, k->joined + 10));

	fact_ref(&m->facts, f, CONTACT_LIMIT_PUPIL, k->handle);
	fact_ref(&m->facts, f, CONTACT_LIMIT_CONTACT, contact);
	fact_set(&m->facts, f, CONTACT_LIMIT_KIND, kind);
	fact_set(&m->facts, f, CONTACT_LIMIT_DETAIL, words_about(m, k, "", detail));
	fact_day(&m->facts, f, CONTACT_LIMIT_FROM, k->joined + 5);
	fact_day(&m->facts, f, CONTACT_LIMIT_SEEN, recorded(m, k->joined + 8) < k->joined + 8 ? DAY_NONE : k->joined + 8);
}

static void limits(struct making *m, const struct child *k, struct chance *c)
{
	bool kai = k->cast && k->cast->case_of == CASE_KAI;

	if (kai || (k->father && k->separated && chance_in(c, 40))) {
		limit_fact(m, k, k->father, "order", "Child arrangements order of the family court: {n} lives with {his} mother. "
			"{His} father may see {him} on "
			"alternate Saturdays at the contact centre. Letters and reports go to {his} mother only; the school gives "
				"no other information.");
		limit_fact(m, k, k->father, "collect", "{His} father may not collect {n} from school. If he comes, ring {m} and "
			"the head.");
	} else if (k->separated && chance_in(c, 20)) {
		limit_fact(m, k, 0, "address", "The family moved in an emergency. Nobody outside the school is told where they "
			"live, whoever asks.");
	}
}

static void family_facts(struct making *m, struct child *k)
{
	struct chance c = chance_for(m, "contacts", k->number), shared = chance_for(m, "parents", k->family);
	struct family *h = &m->families[k->family];
	bool married = chance_in(&shared, 560), own_name = chance_in(&shared, 300);
	const char *away = arena_printf(m->a, "%d Canal View\nMarlow Vale", 1 + chance_to(&shared, 90));
	struct parent mother = { married ? "Mrs" : "Ms", adult_forename(&shared, h->heritage, true), own_name ?
		chance_pick(&shared, HERITAGE[h->heritage].surnames) : k->surname, "PAM", NULL, NULL, true, true, true, 1 };
	struct parent father = { "Mr", adult_forename(&shared, h->heritage, false), k->surname, "PAF", h->separated ? away : NULL,
		h->separated ? "ZZ13 4QX" : NULL, !h->separated || chance_in(&shared, 850), !h->separated, true, 2 };
	bool kai = k->cast && k->cast->case_of == CASE_KAI;

	if (k->looked_after) {
		foster_facts(m, k, &c);
		return;
	}
	if (kai) {
		mother.forename = "Ava";
		mother.title = "Ms";
		mother.surname = k->surname;
		father = (struct parent){ "Mr", "Lee", "Whitlock", "PAF", away, "ZZ13 4QX", true, false, false, 2 };
		h->phone = "07700 900378";
	}
	k->mother = contact_fact(m, k, &mother, &c);
	k->mother_said = arena_printf(m->a, "%s %s", mother.title, mother.surname);
	if (!h->alone || kai) {
		k->father = contact_fact(m, k, &father, &c);
		k->father_said = arena_printf(m->a, "Mr %s", father.surname);
	}
	if (chance_in(&c, 150))
		contact_fact(m, k, &(struct parent){ "Mrs", "Margaret", k->surname, "REL", NULL, NULL, false, false, false, 3 },
			&c);
	limits(m, k, &c);
}

static void flag_fact(struct making *m, const struct child *k, const char *code, const char *source, const char *detail, day from)
{
	struct demo_fact *f = fact_add(&m->facts, &PUPIL_FLAG, 0, recorded(m, from));

	fact_ref(&m->facts, f, PUPIL_FLAG_PUPIL, k->handle);
	fact_set(&m->facts, f, PUPIL_FLAG_CODE, code);
	fact_set(&m->facts, f, PUPIL_FLAG_DETAIL, detail);
	fact_set(&m->facts, f, PUPIL_FLAG_SOURCE, source);
	fact_day(&m->facts, f, PUPIL_FLAG_FROM, from);
	fact_day(&m->facts, f, PUPIL_FLAG_UNTIL, k->left);
}

static void flag_facts(struct making *m, const struct child *k)
{
	struct chance c = chance_for(m, "flags", k->number);
	day from = k->joined;

	if (k->pp)
		flag_fact(m, k, "PP", "dfe", NULL, from);
	if (k->fsm)
		flag_fact(m, k, "FSM", "mis", NULL, from);
	if (k->pp && !k->fsm && !k->looked_after && !k->adopted)
		flag_fact(m, k, "E6", "mis", NULL, from);
	if (k->looked_after)
		flag_fact(m, k, "LAC", "la", "Thistleshire", from);
	if (k->adopted)
		flag_fact(m, k, "PLAC", "parent", "Adoption", from);
	if (k->eal)
		flag_fact(m, k, "EAL", "mis", NULL, from);
	if (k->service)
		flag_fact(m, k, "SVC", "mis", NULL, from);
	if (k->young_carer)
		flag_fact(m, k, "YC", "school", NULL, from);
	if (k->provision == 'E' && chance_in(&c, 800))
		flag_fact(m, k, "TOPUP", "la", arena_printf(m->a, "Band %d", 2 + chance_to(&c, 4)), k->plan_from);
	if (k->cast ? strstr(k->cast->flags, "EXAM") != NULL : k->left == DAY_NONE && k->provision != 'N' && k->year > 8 &&
		chance_in(&c, 450)) {
		day given = recorded(m, m->on - 120 - chance_to(&c, 200));

		flag_fact(m, k, "EXAM", "school", chance_in(&c, 700) ? "25% extra time" : "Reader and word processor",
			given < k->joined ? k->joined : given);
	}
}

static void attendance_fact(struct making *m, const struct child *k, struct chance *c, day from, day until)
{
	int possible = 0, away, authorised;
	struct demo_fact *f;

	for (day d = from; d <= until; d++)
		possible += in_school(d) ? 2 : 0;
	away = chance_between(c, 5, 75) + (k->fsm ? 30 : 0) + (k->provision == 'N' ? 0 : 20) + (chance_in(c, 40) ?
		chance_between(c, 60, 400) : 0);
	away = possible * (away > 900 ? 900 : away) / 1000;
	if (k->cast && k->cast->case_of == CASE_KAI)
		away = possible * 6 / 100;
	authorised = away * chance_between(c, 5, 10) / 10;
	f = fact_add(&m->facts, &ATTENDANCE_SUMMARY, 0, recorded(m, until));
	fact_ref(&m->facts, f, ATTENDANCE_SUMMARY_PUPIL, k->handle);
	fact_day(&m->facts, f, ATTENDANCE_SUMMARY_FROM, from);
	fact_day(&m->facts, f, ATTENDANCE_SUMMARY_UNTIL, until);
	fact_int(&m->facts, f, ATTENDANCE_SUMMARY_POSSIBLE, possible);
	fact_int(&m->facts, f, ATTENDANCE_SUMMARY_PRESENT, possible - away);
	fact_int(&m->facts, f, ATTENDANCE_SUMMARY_AUTHORISED, authorised);
	fact_int(&m->facts, f, ATTENDANCE_SUMMARY_UNAUTHORISED, away - authorised);
}

/* One row for each school year since the program was there, the last up to the last school day before today. */
static void attendance_facts(struct making *m, const struct child *k)
{
	struct chance c = chance_for(m, "attendance", k->number);

	for (int y = day_school_year(m->began); y <= m->year; y++) {
		struct school_year s = year_of_school(y);
		day from = s.terms[0].first > k->joined ? s.terms[0].first : k->joined, until = s.terms[2].last;

		if (until > m->on - 1)
			until = m->on - 1;
		if (k->left != DAY_NONE && k->left < until)
			until = k->left;
		if (from < until - 4)
			attendance_fact(m, k, &c, from, until);
	}
}

static void medical_facts(struct making *m, const struct child *k)
{
	static const struct { const char *line, *act, *where; } ALERTS[] = {
		{ "Asthma", "Blue inhaler: two puffs, wait, two more. No better in five minutes: ring 999",
			"In the bag, and in the medical room" },
		{ "Severe nut allergy: carries adrenaline pens", "Pen into the thigh at once, then 999. Lay the child down",
			"In the bag; second pen at reception" },
		{ "Type 1 diabetes", "Shaking or vague: glucose tablets, then the medical room with someone", "Kit in the bag" },
		{ "Epilepsy: absences, rarely a convulsion", "Note the time. Over five minutes: 999. Nothing in the mouth",
			"Medicine in the medical room" },
		{ "Hay fever, eczema", "May leave to put cream on", "Medical room" },
		{ "Wears hearing aids", "Spare batteries at reception", "Reception" },
	};
	struct chance c = chance_for(m, "medical", k->number);
	bool kai = k->cast && k->cast->case_of == CASE_KAI;
	int n = kai ? 0 : chance_weighted(&c, (const int[]){ 60, 12, 6, 6, 10, 3 }, 6);
	struct demo_fact *f;

	if (!kai && !chance_in(&c, 60))
		return;
	f = fact_add(&m->facts, &MEDICAL_ALERT, 0, recorded(m, k->joined));
	fact_ref(&m->facts, f, MEDICAL_ALERT_PUPIL, k->handle);
	fact_set(&m->facts, f, MEDICAL_ALERT_LINE, ALERTS[n].line);
	fact_set(&m->facts, f, MEDICAL_ALERT_ACTION, ALERTS[n].act);
	fact_set(&m->facts, f, MEDICAL_ALERT_WHERE, ALERTS[n].where);
	fact_day(&m->facts, f, MEDICAL_ALERT_FROM, k->joined);
	fact_day(&m->facts, f, MEDICAL_ALERT_UNTIL, k->left);
}

void make_people(struct making *m)
{
	for (int i = 0; i < m->child_count; i++) {
		struct child *k = &m->children[i];

		pupil_fact(m, k);
		enrolment_facts(m, k);
		family_facts(m, k);
		flag_facts(m, k);
		attendance_facts(m, k);
		medical_facts(m, k);
	}
}
