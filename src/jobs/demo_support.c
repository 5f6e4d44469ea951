/* demo_support.c - what was done for the invented children on the register: notes, tests, support, meetings with parents,
 * documents. */
#include <string.h>

#include "areas/register/area.h"
#include "jobs/demo_make.h"

enum { PENCE_AN_HOUR = 1520 }; /* a teaching assistant's hour, with what the employer pays on top */

struct span_of { day first, last; }; /* from when to when a child was on the register, within what is recorded */

static struct span_of on_register(const struct making *m, const struct child *k)
{
	day from = k->from != DAY_NONE ? k->from : k->plan_from, until = k->off != DAY_NONE ? k->off : k->left;

	return (struct span_of){ from < m->began ? m->began : from, until == DAY_NONE ? m->on : until };
}

static int who_wrote(const struct making *m, const struct child *k, struct chance *c)
{
	int n = chance_to(c, 10);

	return m->adults[n < 4 ? k->keyworker : n < 7 ? k->tutor : n < 9 ? 0 : 1].handle;
}

static void note_fact(struct making *m, const struct child *k, day d, const char *kind, const char *text, int by)
{
	struct demo_fact *f = fact_add(&m->facts, &NOTE, 0, d);

	fact_ref(&m->facts, f, NOTE_PUPIL, k->handle);
	fact_set(&m->facts, f, NOTE_KIND, kind);
	fact_day(&m->facts, f, NOTE_ON, d);
	fact_set(&m->facts, f, NOTE_TEXT, words_about(m, k, m->adults[k->tutor].said, text));
	fact_ref(&m->facts, f, NOTE_BY, by);
}

static void note_facts(struct making *m, const struct child *k)
{
	static const char *const KINDS_OF_NOTE[] = { "observation", "observation", "teacher", "support", "conversation", NULL };
	struct chance c = chance_for(m, "notes", k->number);
	struct span_of s = on_register(m, k);
	int gap = k->provision == 'E' ? 45 : 75;

	for (day d = s.first + chance_to(&c, gap); d <= s.last - 1; d += gap / 2 + chance_to(&c, gap)) {
		day at = school_day_until(d);

		if (at < s.first)
			continue;
		if (chance_in(&c, 280))
			note_fact(m, k, at, "parent", chance_pick(&c, PARENT_NOTES), who_wrote(m, k, &c));
		else
			note_fact(m, k, at, chance_pick(&c, KINDS_OF_NOTE), chance_pick(&c, KIND[k->kinds[chance_to(&c,
				k->kind_count)]].notes), who_wrote(m, k, &c));
	}
	if (k->left == DAY_NONE && k->off == DAY_NONE && s.first < m->on - 8 && (k->cast || chance_in(&c, 160)))
		note_fact(m, k, school_day_until(m->on - 1 - chance_to(&c, 5)), "support", KIND[k->kinds[0]].notes[0],
			m->adults[k->keyworker].handle);
	if (k->off != DAY_NONE)
		note_fact(m, k, recorded(m, k->off), "decision", chance_pick(&c, EXIT_NOTES), m->adults[0].handle);
}

/* A reading test in September and June: one score on one scale, never two tests compared. */
static void test_facts(struct making *m, const struct child *k)
{
	struct chance c = chance_for(m, "tests", k->number);
	struct span_of s = on_register(m, k);
	int score = strcmp(KIND[k->kinds[0]].area, "cognition") == 0 ? chance_between(&c, 69, 88) : chance_between(&c, 78, 112);

	for (int y = day_school_year(s.first); y <= m->year; y++) {
		const day tests[] = { school_day_from(day_of(y, 9, 14) + chance_to(&c, 8)), school_day_from(day_of(y + 1, 6,
			10) + chance_to(&c, 8)) };

		for (int i = 0; i < 2; i++) {
			int months = (int)((tests[i] - k->dob) / 30.44), age = months * score / 100 + chance_between(&c, -3, 3);
			struct demo_fact *f;

			if (tests[i] < s.first || tests[i] > s.last)
				continue;
			f = fact_add(&m->facts, &ASSESSMENT, 0, tests[i]);
			fact_ref(&m->facts, f, ASSESSMENT_PUPIL, k->handle);
			fact_set(&m->facts, f, ASSESSMENT_TEST, "Group Reading Check");
			fact_set(&m->facts, f, ASSESSMENT_FORM, i ? "B" : "A");
			fact_set(&m->facts, f, ASSESSMENT_SKILL, "Reading comprehension");
			fact_set(&m->facts, f, ASSESSMENT_SCORE_TYPE, "standard");
			fact_int(&m->facts, f, ASSESSMENT_SCORE, score);
			fact_int(&m->facts, f, ASSESSMENT_LOW, score - 9);
			fact_int(&m->facts, f, ASSESSMENT_HIGH, score + 9);
			fact_int(&m->facts, f, ASSESSMENT_MONTHS, age < 60 ? 60 : age > 192 ? 192 : age);
			fact_set(&m->facts, f, ASSESSMENT_LIMIT, age < 60 ? "floor" : age > 192 ? "ceiling" : NULL);
			fact_day(&m->facts, f, ASSESSMENT_ON, tests[i]);
			fact_set(&m->facts, f, ASSESSMENT_BY, m->adults[11].said);
			fact_set(&m->facts, f, ASSESSMENT_SOURCE, "school");
			score += chance_between(&c, -2, 5);
		}
	}
}

static void provision_fact(struct making *m, const struct child *k, const struct support_kind *sk, day from, struct chance *c)
{
	day until = from + sk->weeks * 7;
	int handle = fact_handle(&m->facts), gained = (sk->high - sk->low) * chance_between(c, 20, 120) / 100;
	int64_t cost = (int64_t)sk->sessions * sk->minutes * sk->weeks * PENCE_AN_HOUR / 60 / sk->group;
	struct demo_fact *f = fact_add(&m->facts, &PROVISION_LINE, handle, from);

	fact_ref(&m->facts, f, PROVISION_LINE_PUPIL, k->handle);
	fact_set(&m->facts, f, PROVISION_LINE_NAME, sk->name);
	fact_set(&m->facts, f, PROVISION_LINE_WAVE, sk->wave);
	fact_set(&m->facts, f, PROVISION_LINE_AREA, sk->area);
	fact_ref(&m->facts, f, PROVISION_LINE_STAFF, m->adults[k->keyworker].handle);
	fact_int(&m->facts, f, PROVISION_LINE_SESSIONS, sk->sessions);
	fact_int(&m->facts, f, PROVISION_LINE_MINUTES, sk->minutes);
	fact_int(&m->facts, f, PROVISION_LINE_GROUP, sk->group);
	fact_day(&m->facts, f, PROVISION_LINE_FROM, from);
	fact_day(&m->facts, f, PROVISION_LINE_UNTIL, until);
	fact_set(&m->facts, f, PROVISION_LINE_COST, arena_printf(m->a, "%lld.%02d", (long long)(cost / 100), (int)(cost % 100)));
	fact_set(&m->facts, f, PROVISION_LINE_FUNDING, k->provision == 'E' && strcmp(sk->wave, "specialist") == 0 ? "topup" :
		k->pp ? "pp" : "notional");
	fact_set(&m->facts, f, PROVISION_LINE_ENTRY, arena_printf(m->a, "%d %s", sk->low, sk->measure));
	if (until > m->on)
		return;
	f = fact_change(&m->facts, &PROVISION_LINE, handle, until + 3 > m->on ? m->on : until + 3);
	if (chance_in(c, 250)) { /* what most schools lack */
		fact_set(&m->facts, f, PROVISION_LINE_IMPACT, "not_measured");
		return;
	}
	fact_set(&m->facts, f, PROVISION_LINE_EXIT, arena_printf(m->a, "%d %s", sk->low + gained, sk->measure));
	fact_set(&m->facts, f, PROVISION_LINE_IMPACT, gained * 10 >= (sk->high - sk->low) * 11 ? "exceeded" :
		gained * 10 >= (sk->high - sk->low) * 9 ? "met" :
		gained * 10 >= (sk->high - sk->low) * 4 ? "partly" : "not_met");
}

/* In autumn and spring of each year, one line for each need while the child is on the register. */
static void provision_facts(struct making *m, const struct child *k)
{
	struct chance c = chance_for(m, "provision", k->number);
	struct span_of s = on_register(m, k);

	for (int y = day_school_year(s.first); y <= m->year; y++) {
		struct school_year sy = year_of_school(y);

		for (int t = 0; t < 2; t++) {
			day from = school_day_from(sy.terms[t].first + 7 + chance_to(&c, 12));

			for (int i = 0; i < k->kind_count && i < 2; i++) {
				const struct support_kind *list = KIND[k->kinds[i]].support;
				int n = 0;

				while (list[n].name)
					n++;
				n = k->cast && k->cast->case_of == CASE_KAI ? 0 : chance_to(&c, n);
				if (from >= s.first && from < s.last && (list[n].weeks < 30 || t == 0) && chance_in(&c, i ? 450 :
					800))
					provision_fact(m, k, &list[n], from, &c);
			}
		}
	}
}

static void meeting_fact(struct making *m, const struct child *k, day d, struct chance *c)
{
	static const char *const HOW[] = { "person", "person", "person", "phone", "video", NULL };
	struct demo_fact *f = fact_add(&m->facts, &PARENT_MEETING, 0, d);

	fact_ref(&m->facts, f, PARENT_MEETING_PUPIL, k->handle);
	fact_day(&m->facts, f, PARENT_MEETING_ON, d);
	fact_set(&m->facts, f, PARENT_MEETING_HOW, chance_pick(c, HOW));
	fact_set(&m->facts, f, PARENT_MEETING_PRESENT, arena_printf(m->a, "%s%s%s, %s", k->mother ? k->mother_said : "Foster carer",
		k->father && !k->separated && chance_in(c, 400) ? " and " : "", k->father && !k->separated ? "" : "",
			m->adults[k->tutor].said));
	fact_ref(&m->facts, f, PARENT_MEETING_LED_BY, m->adults[chance_in(c, 400) ? 0 : k->tutor].handle);
	fact_set(&m->facts, f, PARENT_MEETING_AGREED, words_about(m, k, m->adults[k->tutor].said, chance_pick(c, AGREED)));
	fact_set(&m->facts, f, PARENT_MEETING_VIEWS, words_about(m, k, m->adults[k->tutor].said, chance_pick(c, SAID)));
	fact_day(&m->facts, f, PARENT_MEETING_NEXT_ON, school_day_from(d + 84));
}

static void meeting_facts(struct making *m, const struct child *k)
{
	struct chance c = chance_for(m, "meetings", k->number);
	struct span_of s = on_register(m, k);
	bool kai = k->cast && k->cast->case_of == CASE_KAI;

	if (k->cast && (k->cast->case_of == CASE_UNTOLD || k->cast->case_of == CASE_PLAN_WANTED))
		return;
	for (int y = day_school_year(s.first); y <= m->year; y++) {
		day first = day_of(y, 9, 13) > s.first ? day_of(y, 9, 13) : s.first + 3, third = (day_of(y + 1, 7, 3) - first) / 3;

		/* Past years had their three; this year has not run its course. */
		for (int i = 0; i < 3; i++) {
			day d = school_day_until(kai && i == 0 && y == m->year ? day_of(y, 9, 14) :
				first + i * third + chance_to(&c, third - 6));

			if (d > s.first && d <= s.last && (y < m->year || kai || chance_in(&c, 850)))
				meeting_fact(m, k, d, &c);
		}
	}
}

static void document_fact(struct making *m, const struct child *k, const char *title, const char *kind, day d, const char *author)
{
	struct demo_fact *f = fact_add(&m->facts, &DOCUMENT, 0, recorded(m, d));

	fact_ref(&m->facts, f, DOCUMENT_PUPIL, k->handle);
	fact_set(&m->facts, f, DOCUMENT_TITLE, title);
	fact_set(&m->facts, f, DOCUMENT_KIND, kind);
	fact_day(&m->facts, f, DOCUMENT_ON, d);
	fact_set(&m->facts, f, DOCUMENT_AUTHOR, author);
	fact_set(&m->facts, f, DOCUMENT_PAPER, arena_printf(m->a, "SEND office, cabinet %d", 1 + k->number % 4));
}

static void document_facts(struct making *m, const struct child *k)
{
	struct chance c = chance_for(m, "documents", k->number);
	struct span_of s = on_register(m, k);
	day middle = s.first + (s.last - s.first) / 2;

	if (k->plan_from != DAY_NONE && !(k->cast && k->cast->case_of == CASE_PLAN_WANTED)) {
		document_fact(m, k, "Education, health and care plan", "plan", k->plan_from, "Thistleshire Council");
		if (k->plan_from < m->on - 380)
			document_fact(m, k, "Annual review report", "review", k->plan_from + 350, m->adults[0].said);
	}
	if (chance_in(&c, k->provision == 'E' ? 700 : 300))
		document_fact(m, k, "Speech and language therapist's report", "report", middle, "J. Featherstone");
	if (chance_in(&c, k->provision == 'E' ? 600 : 120))
		document_fact(m, k, "Educational psychologist's report", "report", middle, "Dr A. Lindgren");
}

void make_support(struct making *m)
{
	for (int i = 0; i < m->child_count; i++) {
		struct child *k = &m->children[i];

		if (k->from == DAY_NONE && k->plan_from == DAY_NONE)
			continue;
		note_facts(m, k);
		test_facts(m, k);
		provision_facts(m, k);
		meeting_facts(m, k);
		document_facts(m, k);
	}
}
