/* demo_meetings.c - meetings of the invented school: a team around a child last week, reviews to come, students of concern then and
 * next week; calls home, plans of contact and a few that are late. */
#include <string.h>

#include "areas/meetings/area.h"
#include "jobs/demo_make.h"

static const char *const AGENDA = "1. What the child and the family want to say first\n2. What each person sees\n3. What was agreed "
	"last time\n"
	"4. Who does what by when\n5. Next meeting";

struct planned { const char *kind, *at, *place; day on, written; int lead, minutes; const char *agenda; };

static int meeting_fact(struct making *m, const struct planned *p)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &MEETING, handle, p->written);

	fact_set(&m->facts, f, MEETING_KIND, p->kind);
	fact_day(&m->facts, f, MEETING_ON, p->on);
	fact_set(&m->facts, f, MEETING_AT, p->at);
	fact_int(&m->facts, f, MEETING_MINUTES, p->minutes);
	fact_set(&m->facts, f, MEETING_PLACE, p->place);
	fact_ref(&m->facts, f, MEETING_LEAD, m->adults[p->lead].handle);
	fact_set(&m->facts, f, MEETING_STATE, "planned");
	fact_set(&m->facts, f, MEETING_AGENDA, p->agenda ? p->agenda : AGENDA);
	return handle;
}

static void held(struct making *m, int meeting, day on)
{
	struct demo_fact *f = fact_change(&m->facts, &MEETING, meeting, on);

	fact_set(&m->facts, f, MEETING_STATE, "held");
}

static int child_fact(struct making *m, const struct child *k, int meeting, const char *why, day on)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &MEETING_CHILD, handle, on);

	fact_ref(&m->facts, f, MEETING_CHILD_PUPIL, k->handle);
	fact_ref(&m->facts, f, MEETING_CHILD_MEETING, meeting);
	fact_set(&m->facts, f, MEETING_CHILD_WHY, words_about(m, k, m->adults[k->tutor].said, why));
	return handle;
}

static void said(struct making *m, const struct child *k, int row, const char *minutes, const char *outcome, int owner, day on,
	day next)
{
	struct demo_fact *f = fact_change(&m->facts, &MEETING_CHILD, row, on);

	fact_set(&m->facts, f, MEETING_CHILD_MINUTES, minutes ? words_about(m, k, m->adults[k->tutor].said, minutes) : NULL);
	fact_set(&m->facts, f, MEETING_CHILD_OUTCOME, words_about(m, k, m->adults[k->tutor].said, outcome));
	fact_ref(&m->facts, f, MEETING_CHILD_OWNER, m->adults[owner].handle);
	fact_day(&m->facts, f, MEETING_CHILD_NEXT_ON, next);
}

static void colleague(struct making *m, int meeting, int adult, day on, const char *answer, bool came, day met)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &MEETING_STAFF, handle, on);

	fact_ref(&m->facts, f, MEETING_STAFF_MEETING, meeting);
	fact_ref(&m->facts, f, MEETING_STAFF_STAFF, m->adults[adult].handle);
	fact_day(&m->facts, f, MEETING_STAFF_ASKED_ON, on);
	if (answer) {
		f = fact_change(&m->facts, &MEETING_STAFF, handle, on + 1 < m->on ? on + 1 : m->on);
		fact_set(&m->facts, f, MEETING_STAFF_ANSWER, answer);
	}
	if (met != DAY_NONE && met <= m->on) {
		f = fact_change(&m->facts, &MEETING_STAFF, handle, met);
		fact_set(&m->facts, f, MEETING_STAFF_CAME, came ? "1" : "0");
	}
}

static void guest(struct making *m, const struct child *k, int meeting, int contact, const char *name, const char *email, day on,
	const char *answer, day met)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &MEETING_PERSON, handle, on);

	fact_ref(&m->facts, f, MEETING_PERSON_PUPIL, k->handle);
	fact_ref(&m->facts, f, MEETING_PERSON_MEETING, meeting);
	fact_ref(&m->facts, f, MEETING_PERSON_CONTACT, contact);
	fact_set(&m->facts, f, MEETING_PERSON_NAME, name);
	fact_set(&m->facts, f, MEETING_PERSON_EMAIL, email);
	fact_day(&m->facts, f, MEETING_PERSON_ASKED_ON, on);
	fact_set(&m->facts, f, MEETING_PERSON_ANSWER, answer);
	if (met == DAY_NONE || met > m->on)
		return;
	f = fact_change(&m->facts, &MEETING_PERSON, handle, met);
	fact_set(&m->facts, f, MEETING_PERSON_CAME, "1");
}

static void action(struct making *m, const struct child *k, int meeting, const char *what, int owner, day on, day due, day done)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &MEETING_ACTION, handle, on);

	fact_ref(&m->facts, f, MEETING_ACTION_PUPIL, k->handle);
	fact_ref(&m->facts, f, MEETING_ACTION_MEETING, meeting);
	fact_set(&m->facts, f, MEETING_ACTION_WHAT, words_about(m, k, m->adults[k->tutor].said, what));
	fact_ref(&m->facts, f, MEETING_ACTION_OWNER, m->adults[owner].handle);
	fact_day(&m->facts, f, MEETING_ACTION_DUE_ON, due);
	if (done == DAY_NONE)
		return;
	f = fact_change(&m->facts, &MEETING_ACTION, handle, done);
	fact_day(&m->facts, f, MEETING_ACTION_DONE_ON, done);
	fact_set(&m->facts, f, MEETING_ACTION_NOTE, "Done, and written into the record.");
}

/* ---- the stories of the design's pages ---- */

static void team_around(struct making *m, const struct child *k)
{
	day met = school_day_until(m->on - 5), asked = school_day_until(m->on - 19);
	int meeting = meeting_fact(m, &(struct planned){ "tac", "15:40", "SEND office", met, asked, 0, 60, NULL });
	int row = child_fact(m, k, meeting, "Corridors and changes of room: what would make mornings bearable?", asked);

	guest(m, k, meeting, k->mother, k->mother ? k->mother_said : "Foster carer", k->mother ? "family@example.org" : NULL, asked,
		"yes", met);
	guest(m, k, meeting, 0, "Marta Wieczorek, specialist teacher", "m.wieczorek@example.org", asked, "yes", met);
	colleague(m, meeting, 0, asked, "yes", true, met);
	colleague(m, meeting, k->tutor, asked, "yes", true, met);
	colleague(m, meeting, k->keyworker, asked, "perhaps", false, met);
	said(m, k, row, "15:44 Ruth Okonkwo: {m} says {n} sleeps badly before days with a changed room.\n\n15:58 {t}: Leaving two "
		"minutes early works where "
		"the teacher remembers.", "{n} leaves early in all lessons; changes are told the day before; a quiet way is walked "
		"with "
			"the keyworker.", 0, met, met + 42);
	action(m, k, meeting, "Tell all who teach {n} that {he} leaves two minutes early", 0, met, met + 4, DAY_NONE);
	action(m, k, meeting, "Tell {n} of a changed room the day before", k->tutor, met, met + 14, DAY_NONE);
	action(m, k, meeting, "Walk the quiet way with {n}, twice", k->keyworker, met, met + 3, met + 2 <= m->on ? met + 2 :
		DAY_NONE);
	held(m, meeting, met);
}

static void review_to_come(struct making *m, const struct child *k, int in, const char *kind, const char *at)
{
	day asked = school_day_until(m->on - 6), on = school_day_from(m->on + in);
	int meeting = meeting_fact(m, &(struct planned){ kind, at, in % 2 ? "Room 14" : "Library, back room", on, asked, 0, 30,
		NULL });

	child_fact(m, k, meeting, "How far the targets are, what helps, and what comes next.", asked);
	guest(m, k, meeting, k->mother, k->mother ? k->mother_said : "Foster carer", NULL, asked, in < 8 ? "yes" : NULL, DAY_NONE);
	colleague(m, meeting, k->tutor, asked, "yes", false, DAY_NONE);
	colleague(m, meeting, k->keyworker, asked, NULL, false, DAY_NONE);
}

static const struct child *named(const struct making *m, const char *surname)
{
	for (int i = 0; i < m->child_count; i++)
		if (m->children[i].cast && strcmp(m->children[i].cast->surname, surname) == 0 && m->children[i].left == DAY_NONE)
			return &m->children[i];
	return NULL;
}

/* ---- students of concern ---- */

static const char *const WORRIES[] = { "Absent every Monday since half-term.", "Out of three lessons a week, always before lunch.",
	"Marks have fallen in every subject at once.", "New to the country; nobody knows what {he} could do before.",
		"Friends have moved on; alone at break.", NULL };
static const char *const AGREED_THERE[] = { "Breakfast club from Monday; attendance looked at each Friday.",
	"One adult {he} trusts, met every morning.",
	"All who teach {n} are asked; we look at the answers together.", "First language assessment is asked for.",
		"A place in the lunch group.", NULL };

static void concerns(struct making *m)
{
	day then = school_day_until(m->on - 27), next = school_day_from(m->on + 6), asked = school_day_until(m->on - 8);
	int past = meeting_fact(m, &(struct planned){ "concern", "08:15", "Head’s room", then, then - 14, 6, 40,
		"1. What was agreed last time\n2. Each child on the list\n"
		"3. Anybody new\n4. Next meeting" });
	int soon = meeting_fact(m, &(struct planned){ "concern", "08:15", "Head’s room", next, asked, 6, 40,
		"1. What was agreed last time\n2. Each child on the list\n"
		"3. Anybody new\n4. Next meeting" });
	int n = 0;

	for (int a = 0; a < 7; a++) {
		colleague(m, past, a, then - 14, "yes", a != 4, then);
		colleague(m, soon, a, asked, a % 3 ? "yes" : NULL, false, DAY_NONE);
	}
	for (int i = 0; i < m->child_count && n < 9; i++) {
		const struct child *k = &m->children[i];
		struct chance c = chance_for(m, "concern", k->number);

		if (k->left != DAY_NONE || k->joined > then - 20 || !chance_in(&c, 9500 / m->pupils + 1))
			continue;
		if (n++ < 5) {
			int row = child_fact(m, k, past, WORRIES[n % 5], then - 3);

			said(m, k, row, NULL, AGREED_THERE[n % 5], n % 2 ? 6 : 0, then, then + 42);
			if (n % 2)
				action(m, k, past, "Ring home, and say what we see and what we do", k->tutor, then, then + 10,
					n % 4 == 1 ? then + 6 : DAY_NONE);
		} else {
			child_fact(m, k, soon, WORRIES[n % 5], school_day_until(m->on - n % 4));
		}
	}
	held(m, past, then);
}

/* ---- calls home ---- */

static const char *const CALLS[] = { "{m} says homework takes the whole evening; agreed to stop after thirty minutes.",
	"{m} asked how the reading group goes. {n} likes it and says so at home.",
		"Rang about a hard day. {m} had heard; we agreed what we both say.",
	"{m} worries about the trip; told who goes along and where {he} can be quiet.",
	"Good news: three weeks without a late morning.",
	"No answer, left a message to ring back.", NULL };

static void contact_facts(struct making *m, const struct child *k)
{
	static const char *const HOW[] = { "phone", "phone", "phone", "email", "person", "text", NULL };
	static const int EVERY[] = { 2, 3, 4, 6 };
	struct chance c = chance_for(m, "contact", k->number);
	int weeks = EVERY[chance_to(&c, 4)];
	day from = k->from > year_of_school(m->year).terms[0].first ? k->from : year_of_school(m->year).terms[0].first,
		last = m->on - chance_to(&c, 30);
	struct demo_fact *f;

	from = k->joined > from ? k->joined : from;
	if (from >= m->on - 20)
		return;
	if (chance_in(&c, 800)) {
		f = fact_add(&m->facts, &CONTACT_PLAN, 0, from);
		fact_ref(&m->facts, f, CONTACT_PLAN_PUPIL, k->handle);
		fact_ref(&m->facts, f, CONTACT_PLAN_STAFF, m->adults[k->keyworker].handle);
		fact_ref(&m->facts, f, CONTACT_PLAN_CONTACT, k->mother);
		fact_int(&m->facts, f, CONTACT_PLAN_WEEKS, weeks);
		fact_set(&m->facts, f, CONTACT_PLAN_CHANNEL, chance_in(&c, 800) ? "phone" : "email");
		fact_day(&m->facts, f, CONTACT_PLAN_FROM, from);
	}
	for (int i = 0; i < 3; i++) {
		day on = school_day_until(last - i * (weeks * 7 + chance_to(&c, 9)));

		if (on < from)
			break;
		f = fact_add(&m->facts, &CONTACT_LOG, 0, on);
		fact_ref(&m->facts, f, CONTACT_LOG_PUPIL, k->handle);
		fact_ref(&m->facts, f, CONTACT_LOG_CONTACT, k->mother);
		fact_set(&m->facts, f, CONTACT_LOG_WHO, k->mother ? NULL : "Foster carer");
		fact_day(&m->facts, f, CONTACT_LOG_ON, on);
		fact_set(&m->facts, f, CONTACT_LOG_CHANNEL, chance_pick(&c, HOW));
		fact_ref(&m->facts, f, CONTACT_LOG_STAFF, m->adults[k->keyworker].handle);
		fact_set(&m->facts, f, CONTACT_LOG_SUMMARY, words_about(m, k, m->adults[k->tutor].said, chance_pick(&c, CALLS)));
		if (i == 0 && chance_in(&c, 120))
			fact_day(&m->facts, f, CONTACT_LOG_FOLLOW_UP_ON, m->on + chance_between(&c, -2, 6));
	}
}

void make_meetings(struct making *m)
{
	const struct child *zara = named(m, "Sørensen"), *kai = named(m, "Whitlock"), *ivy = named(m, "Nguyen"), *niamh = named(m,
		"St. John");

	if (zara)
		team_around(m, zara);
	if (kai)
		review_to_come(m, kai, 3, "review", "15:30");
	if (niamh)
		review_to_come(m, niamh, 9, "review", "16:00");
	if (ivy)
		review_to_come(m, ivy, 20, "annual", "13:45");
	concerns(m);
	for (int i = 0; i < m->child_count; i++) {
		const struct child *k = &m->children[i];

		if (k->left == DAY_NONE && k->off == DAY_NONE && (k->provision == 'K' || k->provision == 'E') &&
			(k->from != DAY_NONE ||
			k->plan_from != DAY_NONE))
			contact_facts(m, k);
	}
}
