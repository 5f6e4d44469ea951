/* demo_advice.c - other people's advice in the invented school: services, referrals on their way and late, reports with what was
 * decided on each recommendation, what is done and what nobody has done yet. What the reports say is in demo_words_advice.c. */
#include <string.h>

#include "areas/referrals/area.h"
#include "areas/register/area.h"
#include "jobs/demo_advice.h"

struct made { int agency[DEMO_AGENCIES], person[DEMO_AGENCIES]; };

/* ---- the directory ---- */

static void agencies(struct making *m, struct made *out)
{
	for (int i = 0; i < DEMO_AGENCIES; i++) {
		const struct demo_agency *g = &AGENCIES[i];
		struct demo_fact *f = fact_add(&m->facts, &AGENCY, out->agency[i] = fact_handle(&m->facts), m->began);

		fact_set(&m->facts, f, AGENCY_NAME, g->name);
		fact_set(&m->facts, f, AGENCY_KIND, g->kind);
		fact_set(&m->facts, f, AGENCY_PHONE, arena_printf(m->a, "01632 9609%02d", 10 + i));
		fact_set(&m->facts, f, AGENCY_EMAIL, arena_printf(m->a, "%s@example.org", g->kind));
		fact_set(&m->facts, f, AGENCY_FOR, g->what_for);
		fact_set(&m->facts, f, AGENCY_HOW, g->how);
		fact_int(&m->facts, f, AGENCY_REPLY_WEEKS, g->weeks);
		fact_day(&m->facts, f, AGENCY_FROM, m->began);
		if (g->checked) {
			f = fact_change(&m->facts, &AGENCY, out->agency[i], m->on - g->checked);
			fact_day(&m->facts, f, AGENCY_CHECKED_ON, m->on - g->checked);
		}
		if (!g->person)
			continue;
		f = fact_add(&m->facts, &PROFESSIONAL, out->person[i] = fact_handle(&m->facts), m->began);
		fact_ref(&m->facts, f, PROFESSIONAL_AGENCY, out->agency[i]);
		fact_set(&m->facts, f, PROFESSIONAL_NAME, g->person);
		fact_set(&m->facts, f, PROFESSIONAL_JOB, g->job);
		fact_set(&m->facts, f, PROFESSIONAL_EMAIL, g->email);
		fact_day(&m->facts, f, PROFESSIONAL_FROM, m->began);
	}
}

/* ---- referrals ---- */

struct asked { int agency; const char *why, *state; day asked, sent, reply, visit; const char *outcome; int by; };

static int referral_fact(struct making *m, const struct made *d, const struct child *k, const struct asked *q)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &REFERRAL, handle, q->asked);

	fact_ref(&m->facts, f, REFERRAL_PUPIL, k->handle);
	fact_set(&m->facts, f, REFERRAL_WHY, words_about(m, k, m->adults[k->tutor].said, q->why));
	fact_ref(&m->facts, f, REFERRAL_ASKED_BY, m->adults[q->by].handle);
	fact_day(&m->facts, f, REFERRAL_ASKED_ON, q->asked);
	fact_set(&m->facts, f, REFERRAL_STATE, "asked");
	if (q->sent == DAY_NONE)
		return handle;
	f = fact_change(&m->facts, &REFERRAL, handle, q->sent);
	fact_ref(&m->facts, f, REFERRAL_AGENCY, d->agency[q->agency]);
	fact_ref(&m->facts, f, REFERRAL_PROFESSIONAL, d->person[q->agency]);
	fact_set(&m->facts, f, REFERRAL_CONSENT_BY, "parent");
	fact_day(&m->facts, f, REFERRAL_CONSENT_ON, q->asked);
	fact_day(&m->facts, f, REFERRAL_SENT_ON, q->sent);
	fact_day(&m->facts, f, REFERRAL_REPLY_BY, q->reply);
	fact_day(&m->facts, f, REFERRAL_VISIT_ON, q->visit);
	fact_set(&m->facts, f, REFERRAL_STATE, q->outcome ? "sent" : q->state);
	if (!q->outcome)
		return handle;
	f = fact_change(&m->facts, &REFERRAL, handle, q->reply < m->on ? q->reply : m->on);
	fact_set(&m->facts, f, REFERRAL_STATE, q->state);
	fact_set(&m->facts, f, REFERRAL_OUTCOME, words_about(m, k, "", q->outcome));
	fact_day(&m->facts, f, REFERRAL_CLOSED_ON, q->reply < m->on ? q->reply : m->on);
	return handle;
}

/* ---- a report and what became of it ---- */

static int document_fact(struct making *m, const struct child *k, const struct demo_report *r, day came)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &DOCUMENT, handle, came);

	fact_ref(&m->facts, f, DOCUMENT_PUPIL, k->handle);
	fact_set(&m->facts, f, DOCUMENT_TITLE, r->title);
	fact_set(&m->facts, f, DOCUMENT_KIND, "report");
	fact_day(&m->facts, f, DOCUMENT_ON, came - 6);
	fact_set(&m->facts, f, DOCUMENT_AUTHOR, r->author);
	fact_set(&m->facts, f, DOCUMENT_PAPER, arena_printf(m->a, "SEND office, cabinet %d", 1 + k->number % 4));
	return handle;
}

static int report_fact(struct making *m, const struct made *d, const struct child *k, const struct demo_report *r, day came,
	int referral)
{
	int handle = fact_handle(&m->facts), paper = document_fact(m, k, r, came);
	struct demo_fact *f = fact_add(&m->facts, &ADVICE_REPORT, handle, came);

	fact_ref(&m->facts, f, ADVICE_REPORT_PUPIL, k->handle);
	fact_set(&m->facts, f, ADVICE_REPORT_TITLE, r->title);
	fact_ref(&m->facts, f, ADVICE_REPORT_REFERRAL, referral);
	fact_ref(&m->facts, f, ADVICE_REPORT_AGENCY, d->agency[r->agency]);
	fact_ref(&m->facts, f, ADVICE_REPORT_DOCUMENT, paper);
	fact_set(&m->facts, f, ADVICE_REPORT_AUTHOR, r->author);
	fact_day(&m->facts, f, ADVICE_REPORT_WRITTEN_ON, came - 6);
	fact_day(&m->facts, f, ADVICE_REPORT_RECEIVED_ON, came);
	fact_set(&m->facts, f, ADVICE_REPORT_FINDINGS, words_about(m, k, m->adults[k->tutor].said, r->findings));
	fact_set(&m->facts, f, ADVICE_REPORT_SHARING, r->agency == DEMO_CAMHS ? "team" : "teachers");
	fact_ref(&m->facts, f, ADVICE_REPORT_READ_BY, m->adults[0].handle);
	return handle;
}

static void decide(struct making *m, int recommendation, const char *decision, const char *reason, day on)
{
	struct demo_fact *f = fact_change(&m->facts, &RECOMMENDATION, recommendation, on);

	fact_set(&m->facts, f, RECOMMENDATION_DECISION, decision);
	fact_set(&m->facts, f, RECOMMENDATION_REASON, reason);
	fact_day(&m->facts, f, RECOMMENDATION_DECIDED_ON, on);
	fact_ref(&m->facts, f, RECOMMENDATION_DECIDED_BY, m->adults[0].handle);
}

struct step { int owner; day on, due, done; };

static void action_fact(struct making *m, const struct child *k, int recommendation, const char *what, const struct step *s)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &ADVICE_ACTION, handle, s->on);

	fact_ref(&m->facts, f, ADVICE_ACTION_PUPIL, k->handle);
	fact_ref(&m->facts, f, ADVICE_ACTION_RECOMMENDATION, recommendation);
	fact_set(&m->facts, f, ADVICE_ACTION_WHAT, words_about(m, k, m->adults[k->tutor].said, what));
	fact_ref(&m->facts, f, ADVICE_ACTION_OWNER, m->adults[s->owner].handle);
	fact_day(&m->facts, f, ADVICE_ACTION_DUE_ON, s->due);
	if (s->on + 2 > m->on)
		return;
	f = fact_change(&m->facts, &ADVICE_ACTION, handle, s->on + 2);
	fact_day(&m->facts, f, ADVICE_ACTION_TOLD_ON, s->on + 2);
	if (s->done == DAY_NONE || s->done > m->on)
		return;
	f = fact_change(&m->facts, &ADVICE_ACTION, handle, s->done);
	fact_day(&m->facts, f, ADVICE_ACTION_DONE_ON, s->done);
	fact_set(&m->facts, f, ADVICE_ACTION_EVIDENCE, "Seen in two lessons, and written into what every adult does.");
}

/* `made_of`: one letter a recommendation: . not decided, a done, o open, l late, x in another way, d declined. */
static void report_with(struct making *m, const struct made *d, const struct child *k, const struct demo_report *r, day came,
	const char *made_of, int referral)
{
	int report = report_fact(m, d, k, r, came, referral);
	day decided = came + 5 < m->on ? came + 5 : m->on;

	for (int i = 0; r->says[i].text && made_of[i]; i++) {
		int handle = fact_handle(&m->facts), owner = i % 3 == 0 ? k->tutor : i % 3 == 1 ? k->keyworker : k->number % 3 ?
			k->tutor : 0;
		struct demo_fact *f = fact_add(&m->facts, &RECOMMENDATION, handle, came);
		struct step s = { owner, decided, decided + 28, decided + 20 };

		fact_ref(&m->facts, f, RECOMMENDATION_PUPIL, k->handle);
		fact_ref(&m->facts, f, RECOMMENDATION_REPORT, report);
		fact_int(&m->facts, f, RECOMMENDATION_NUMBER, i + 1);
		fact_set(&m->facts, f, RECOMMENDATION_TEXT, words_about(m, k, "", r->says[i].text));
		if (made_of[i] == '.')
			continue;
		decide(m, handle, made_of[i] == 'd' ? "declined" : made_of[i] == 'x' ? "adapted" : "accepted", made_of[i] == 'd' ?
			words_about(m, k, "",
			r->says[i].declined) : made_of[i] == 'x' ? words_about(m, k, "", r->says[i].adapted) : NULL, decided);
		if (made_of[i] == 'o')
			s.due = m->on + 9 + 3 * i, s.done = DAY_NONE;
		if (made_of[i] == 'l')
			s.due = m->on - 6 - 2 * i, s.done = DAY_NONE;
		if (made_of[i] != 'd')
			action_fact(m, k, handle, r->says[i].what, &s);
	}
	if (came + 90 < m->on && strchr(made_of, '!') == NULL) {
		struct demo_fact *f = fact_add(&m->facts, &ADVICE_REVIEW, 0, came + 60);

		fact_ref(&m->facts, f, ADVICE_REVIEW_PUPIL, k->handle);
		fact_ref(&m->facts, f, ADVICE_REVIEW_REPORT, report);
		fact_day(&m->facts, f, ADVICE_REVIEW_ON, came + 60);
		fact_ref(&m->facts, f, ADVICE_REVIEW_BY, m->adults[0].handle);
		fact_set(&m->facts, f, ADVICE_REVIEW_RESULT, "partly");
		fact_set(&m->facts, f, ADVICE_REVIEW_NOTE, words_about(m, k, "",
			"Most of it is in place. {n} says it helps; what is left goes on into the next term."));
	}
	if (!strpbrk(made_of, ".ol") && decided + 40 < m->on) {
		struct demo_fact *f = fact_change(&m->facts, &ADVICE_REPORT, report, decided + 40);

		fact_day(&m->facts, f, ADVICE_REPORT_CLOSED_ON, decided + 40);
	}
}

/* ---- whose ---- */

static const struct demo_report *report_for(const struct child *k)
{
	for (int i = 0; i < DEMO_REPORTS; i++)
		if (strstr(REPORTS[i].needs, KIND[k->kinds[0]].code))
			return &REPORTS[i];
	return &REPORTS[0];
}

/* The children of the design's pages have the stories that the pages show. */
static bool told(struct making *m, const struct made *d, const struct child *k)
{
	day on = school_day_until(m->on), last_term = school_day_until(day_of(m->year, 5, 12));
	const char *name = k->cast ? k->cast->surname : "";

	if (strcmp(name, "Whitlock") == 0) {
		report_with(m, d, k, &REPORTS[0], last_term, "lloxd", 0);
		referral_fact(m, d, k, &(struct asked){ DEMO_SLT,
			"{n} still mixes up tenses when he tells what happened. What should "
			"we practise, and how often?",
			"sent", on - 58, on - 54, on - 12, DAY_NONE, NULL, 0 });
	} else if (strcmp(name, "Sørensen") == 0) {
		int asked = referral_fact(m, d, k, &(struct asked){ DEMO_AUTISM,
			"Corridors and changes of room end in tears most days. What would make them bearable?",
			"reported", on - 60, on - 56, on - 14, on - 20, NULL, 0 });

		report_with(m, d, k, &REPORTS[2], school_day_until(on - 12), "o...", asked);
	} else if (strcmp(name, "Ashdown") == 0) {
		referral_fact(m, d, k, &(struct asked){ 0,
			"{n} reads the words and cannot say what they mean. Is it language, memory "
			"or both?", "asked", on - 3, DAY_NONE,
			DAY_NONE, DAY_NONE, NULL, k->tutor });
	} else if (strcmp(name, "O’Brien") == 0) {
		referral_fact(m, d, k, &(struct asked){ DEMO_CAMHS, "Low for two terms, eats alone, and says school is too loud.",
			"waiting", on - 70, on - 66, on + 33, DAY_NONE, NULL, 0 });
	} else if (strcmp(name, "Chukwu") == 0) {
		referral_fact(m, d, k, &(struct asked){ DEMO_CAMHS, "Anger that frightens {him} as much as others.", "declined",
			on - 50, on - 48, on - 9, DAY_NONE,
			"Below their threshold. They name the early help offer; {m} has agreed to it.", 0 });
	} else if (strcmp(name, "de la Cruz") == 0) {
		report_with(m, d, k, &REPORTS[4], school_day_until(on - 120), "aaa", 0);
		referral_fact(m, d, k, &(struct asked){ DEMO_SENSORY,
			"Yearly check of the radio aid, and advice for the exam hall.",
			"visit", on - 20, on - 17, on + 20,
			school_day_from(on + 3), NULL, 0 });
	} else {
		return false;
	}
	return true;
}

void make_advice(struct making *m)
{
	struct made made = { 0 };

	agencies(m, &made);
	for (int i = 0; i < m->child_count; i++) {
		struct child *k = &m->children[i];
		struct chance c = chance_for(m, "advice", k->number);
		bool known = k->left == DAY_NONE && k->off == DAY_NONE && (k->provision == 'K' || k->provision == 'E');
		day from = k->from != DAY_NONE ? k->from : k->plan_from;

		if (!known || k->joined - 20 > m->on - 75 || told(m, &made, k) || from == DAY_NONE || from > m->on - 200)
			continue;
		if (chance_in(&c, k->provision == 'E' ? 450 : 120))
			report_with(m, &made, k, report_for(k), school_day_until(m->on - 30 - chance_to(&c, 150)),
				chance_in(&c, 300) ?
				"aaa" : chance_in(&c, 400) ? "aol" :
				"aao", 0);
	}
}
