/* demo_door.c - what came by one-time links, and links still out: home answers beside a round, a profile read at home, a guest's
 * times for a meeting, a professional's report. Made after everything that they are about. */
#include <string.h>

#include "areas/door/area.h"
#include "areas/meetings/area.h"
#include "areas/plans/area.h"
#include "areas/referrals/area.h"
#include "areas/support/area.h"
#include "jobs/demo_make.h"

static const struct asking { const char *who, *kind, *text, *answer; } ASKING[] = {
	{ "home", "scale", "How are mornings before school?", "2" },
	{ "home", "often", "Does [name] read with somebody during the week?", "3" },
	{ "home", "scale", "How is the evening after a school day?", "3" },
	{ "home", "words", "What does [name] say about school?", "That it is loud, and that the reading group is the best part." },
	{ "child", "scale", "How is reading in lessons?", "3" },
	{ "child", "scale", "How are lunchtimes?", "4" },
	{ "child", "often", "Do you have somebody to sit with?", "5" },
	{ "child", "words", "What would make school better?", "If I could go to the library before the bell." },
};
enum { ASKING_COUNT = sizeof ASKING / sizeof *ASKING };

struct door { struct making *m; int questions[ASKING_COUNT]; };

static const char *value_of(const struct demo_fact *f, int field)
{
	for (int i = 0; i < f->count; i++)
		if (f->values[i].field == field)
			return f->values[i].text;
	return "";
}

static int ref_of(const struct demo_fact *f, int field)
{
	for (int i = 0; i < f->count; i++)
		if (f->values[i].field == field)
			return f->values[i].ref;
	return 0;
}

/* A child who is here and has somebody at home, of the fact's own child field. */
static const struct child *child_of(const struct making *m, const struct demo_fact *f, int field)
{
	for (int i = 0; i < m->child_count; i++)
		if (m->children[i].handle == ref_of(f, field))
			return m->children[i].left == DAY_NONE && m->children[i].mother ? &m->children[i] : NULL;
	return NULL;
}

static const char *at(struct making *m, day d, int hour, int minute)
{
	return arena_printf(m->a, "%sT%02d:%02d:00Z", day_iso(m->a, d), hour, minute);
}

/* ---- links ---- */

struct out { const char *task, *kind, *name; int target, person; bool opened, done; };

static int link_fact(struct making *m, const struct child *k, day made, const struct out *o)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &LINK, handle, made);
	day used = made + 1 > m->on ? m->on : made + 1;

	fact_ref(&m->facts, f, LINK_PUPIL, k->handle);
	fact_set(&m->facts, f, LINK_TO_KIND, o->kind);
	if (o->person)
		fact_ref(&m->facts, f, strcmp(o->kind, "contact") == 0 ? LINK_CONTACT : LINK_PROFESSIONAL, o->person);
	fact_set(&m->facts, f, LINK_NAME, o->name);
	fact_set(&m->facts, f, LINK_TASK, o->task);
	fact_ref(&m->facts, f, LINK_TARGET, o->target);
	fact_set(&m->facts, f, LINK_WAY, "handed");
	fact_set(&m->facts, f, LINK_EXPIRES, arena_printf(m->a, "%sT23:59:59Z", day_iso(m->a, made + 21)));
	fact_set(&m->facts, f, LINK_MADE, at(m, made, 15, 30));
	fact_set(&m->facts, f, LINK_CODES, o->opened ? "1" : "0");
	if (o->opened)
		fact_set(&m->facts, f, LINK_OPENED, at(m, used, 18, 40));
	if (o->done)
		fact_set(&m->facts, f, LINK_USED, at(m, used, 18, 52));
	return handle;
}

static struct out for_mother(const struct child *k, const char *task, int target, bool opened, bool done)
{
	return (struct out){ task, "contact", k->mother_said, target, k->mother, opened, done };
}

/* ---- questions for home ---- */

static void questions(struct door *d)
{
	struct making *m = d->m;

	for (int i = 0; i < ASKING_COUNT; i++) {
		struct demo_fact *f = fact_add(&m->facts, &QUESTION, d->questions[i] = fact_handle(&m->facts), m->on - 110);

		fact_set(&m->facts, f, QUESTION_TEXT, ASKING[i].text);
		fact_set(&m->facts, f, QUESTION_AREA, "general");
		fact_set(&m->facts, f, QUESTION_PHASE, "any");
		fact_set(&m->facts, f, QUESTION_KIND, ASKING[i].kind);
		fact_set(&m->facts, f, QUESTION_WHO, ASKING[i].who);
		fact_int(&m->facts, f, QUESTION_PLACE, 650 + 5 * i);
		fact_day(&m->facts, f, QUESTION_FROM, m->on - 110);
	}
}

static void answers(struct door *d, const struct child *k, int ask, const char *who, day on)
{
	struct making *m = d->m;
	const char *name = strcmp(who, "child") == 0 ? k->known : k->mother_said;

	for (int i = 0; i < ASKING_COUNT; i++) {
		struct demo_fact *f;
		const char *text = ASKING[i].text, *here = strstr(text, "[name]");

		if (strcmp(ASKING[i].who, who) != 0)
			continue;
		f = fact_add(&m->facts, &ASK_ANSWER, 0, on);
		fact_ref(&m->facts, f, ASK_ANSWER_PUPIL, k->handle);
		fact_ref(&m->facts, f, ASK_ANSWER_HOME, ask);
		fact_set(&m->facts, f, ASK_ANSWER_NAME, arena_printf(m->a, "%s, by link", name));
		fact_ref(&m->facts, f, ASK_ANSWER_QUESTION, d->questions[i]);
		fact_set(&m->facts, f, ASK_ANSWER_TEXT, here ? arena_printf(m->a, "%.*s%s%s", (int)(here - text), text, k->known,
			here + strlen("[name]")) : text);
		fact_set(&m->facts, f, ASK_ANSWER_KIND, ASKING[i].kind);
		fact_set(&m->facts, f, strcmp(ASKING[i].kind, "words") == 0 ? ASK_ANSWER_WORDS : ASK_ANSWER_SCALE,
			ASKING[i].answer);
	}
}

static void home_asked(struct door *d, const struct child *k, int round, const char *who, bool answered)
{
	struct making *m = d->m;
	int handle = fact_handle(&m->facts);
	bool child = strcmp(who, "child") == 0;
	day on = school_day_until(m->on - 4), back = on + 1;
	struct demo_fact *f = fact_add(&m->facts, &HOME_ASK, handle, on);
	struct buf ids = buf_new(m->a);
	struct out out = for_mother(k, "questions", handle, answered, answered);

	for (int i = 0; i < ASKING_COUNT; i++)
		if (strcmp(ASKING[i].who, who) == 0)
			buf_printf(&ids, "%s%d", ids.len ? " " : "ids:", d->questions[i]);
	fact_ref(&m->facts, f, HOME_ASK_PUPIL, k->handle);
	fact_ref(&m->facts, f, HOME_ASK_ROUND, round);
	fact_set(&m->facts, f, HOME_ASK_WHOSE, child ? "pupil" : "contact");
	fact_set(&m->facts, f, HOME_ASK_WHY, child ? "We want school to be good for you. There is no wrong answer." :
		words_about(m, k, "", "You know {n} best. Please tell us what you see at home."));
	fact_set(&m->facts, f, HOME_ASK_QUESTIONS, buf_text(&ids));
	fact_day(&m->facts, f, HOME_ASK_ASKED_ON, on);
	fact_ref(&m->facts, f, HOME_ASK_BY, m->adults[0].handle);
	if (child)
		out = (struct out){ "questions", "pupil", arena_printf(m->a, "%s %s", k->known, k->surname), handle, 0, answered,
			answered };
	link_fact(m, k, on, &out);
	if (!answered)
		return;
	f = fact_change(&m->facts, &HOME_ASK, handle, back);
	fact_set(&m->facts, f, HOME_ASK_NAME, out.name);
	fact_day(&m->facts, f, HOME_ASK_ANSWERED_ON, back);
	answers(d, k, handle, who, back);
}

static bool beside_round(struct door *d, const struct demo_fact *f, int n)
{
	const struct child *k = child_of(d->m, f, ASK_ROUND_PUPIL);

	if (!k)
		return false;
	home_asked(d, k, f->handle, "home", n != 1);
	if (n < 2)
		home_asked(d, k, f->handle, "child", n == 0);
	return true;
}

/* ---- profiles ---- */

static bool read_profile(struct making *m, const struct demo_fact *plan, int n)
{
	const struct child *k = child_of(m, plan, PLAN_PUPIL);
	day made = school_day_until(m->on - 9), back = made + 1;
	struct demo_fact *f;
	struct out out;

	if (!k || made < plan->on)
		return false;
	out = for_mother(k, "profile", plan->handle, n < 2, n < 2);
	link_fact(m, k, made, &out);
	if (n > 1)
		return true;
	f = fact_add(&m->facts, &PLAN_VIEW, 0, back);
	fact_ref(&m->facts, f, PLAN_VIEW_PUPIL, k->handle);
	fact_ref(&m->facts, f, PLAN_VIEW_PLAN, plan->handle);
	fact_set(&m->facts, f, PLAN_VIEW_WHOSE, "parent");
	fact_set(&m->facts, f, PLAN_VIEW_NAME, k->mother_said);
	fact_day(&m->facts, f, PLAN_VIEW_ON, back);
	fact_set(&m->facts, f, PLAN_VIEW_HOW, "By a link");
	fact_set(&m->facts, f, PLAN_VIEW_THROUGH, "link");
	fact_set(&m->facts, f, PLAN_VIEW_AGREES, n ? "yes" : "but");
	if (!n) {
		fact_set(&m->facts, f, PLAN_VIEW_WANTS, words_about(m, k, "",
			"What matters to me: {n} would put {his} little sister first.\n\n"
			"What does not help: being asked in front of the others."));
		return true;
	}
	f = fact_add(&m->facts, &SIGNATURE, 0, back);
	fact_ref(&m->facts, f, SIGNATURE_PUPIL, k->handle);
	fact_ref(&m->facts, f, SIGNATURE_PLAN, plan->handle);
	fact_set(&m->facts, f, SIGNATURE_ROLE, "parent");
	fact_set(&m->facts, f, SIGNATURE_NAME, k->mother_said);
	fact_set(&m->facts, f, SIGNATURE_AT, at(m, back, 18, 52));
	fact_int(&m->facts, f, SIGNATURE_PLAN_VERSION, 1);
	fact_set(&m->facts, f, SIGNATURE_THROUGH, "link");
	return true;
}

/* ---- plans ---- */

static const char *state_now(const struct making *m, const struct demo_fact *plan)
{
	const char *state = value_of(plan, PLAN_STATE);
	day last = DAY_NONE;

	for (int i = 0; i < m->facts.count; i++) {
		const struct demo_fact *f = m->facts.list[i];

		if (f->r == &PLAN && f->changes == plan->handle && *value_of(f, PLAN_STATE) && (last == DAY_NONE ||
			f->on >= last)) {
			state = value_of(f, PLAN_STATE);
			last = f->on;
		}
	}
	return state;
}

static bool read_plan(struct making *m, const struct demo_fact *plan, int n)
{
	const struct child *k = child_of(m, plan, PLAN_PUPIL);
	day made = school_day_until(m->on - 6);
	struct demo_fact *f;
	struct out out;

	if (!k || made <= plan->on || strcmp(state_now(m, plan), "do") != 0)
		return false;
	f = fact_change(&m->facts, &PLAN, plan->handle, made);
	fact_day(&m->facts, f, PLAN_SHARED_ON, made);
	out = for_mother(k, "plan", plan->handle, n == 0, n == 0);
	link_fact(m, k, made, &out);
	if (n)
		return true;
	f = fact_add(&m->facts, &PLAN_VIEW, 0, made + 1);
	fact_ref(&m->facts, f, PLAN_VIEW_PUPIL, k->handle);
	fact_ref(&m->facts, f, PLAN_VIEW_PLAN, plan->handle);
	fact_set(&m->facts, f, PLAN_VIEW_WHOSE, "parent");
	fact_set(&m->facts, f, PLAN_VIEW_NAME, k->mother_said);
	fact_day(&m->facts, f, PLAN_VIEW_ON, made + 1);
	fact_set(&m->facts, f, PLAN_VIEW_HOW, "By a link");
	fact_set(&m->facts, f, PLAN_VIEW_THROUGH, "link");
	fact_set(&m->facts, f, PLAN_VIEW_AGREES, "but");
	fact_set(&m->facts, f, PLAN_VIEW_WELL, words_about(m, k, "", "{n} reads the football page to {his} brother."));
	fact_set(&m->facts, f, PLAN_VIEW_WANTS, "Could the laptop come home on Fridays?");
	return true;
}

/* ---- times ---- */

static void time_fact(struct making *m, const struct child *k, int meeting, int person, const char *kind, const char *name,
	day day_on, const char *clock, day said)
{
	struct demo_fact *f = fact_add(&m->facts, &MEETING_TIME, 0, said);

	fact_ref(&m->facts, f, MEETING_TIME_PUPIL, k->handle);
	fact_ref(&m->facts, f, MEETING_TIME_MEETING, meeting);
	if (person)
		fact_ref(&m->facts, f, MEETING_TIME_PERSON, person);
	fact_set(&m->facts, f, MEETING_TIME_KIND, kind);
	fact_set(&m->facts, f, MEETING_TIME_NAME, name);
	fact_day(&m->facts, f, MEETING_TIME_ON, day_on);
	fact_set(&m->facts, f, MEETING_TIME_AT, clock);
	fact_day(&m->facts, f, MEETING_TIME_SAID_ON, said);
}

static day meeting_day(const struct making *m, int meeting)
{
	for (int i = 0; i < m->facts.count; i++)
		if (m->facts.list[i]->r == &MEETING && m->facts.list[i]->handle == meeting)
			return day_parse(value_of(m->facts.list[i], MEETING_ON));
	return DAY_NONE;
}

static bool guest_answers(struct making *m, const struct demo_fact *guest, int n)
{
	const struct child *k = child_of(m, guest, MEETING_PERSON_PUPIL);
	int meeting = ref_of(guest, MEETING_PERSON_MEETING);
	day held = meeting_day(m, meeting), asked = school_day_until(m->on - 4), back = asked + 1;
	struct demo_fact *f;
	struct out out;

	if (!k || ref_of(guest, MEETING_PERSON_CONTACT) != k->mother || held <= m->on || asked < guest->on)
		return false;
	out = for_mother(k, "times", guest->handle, n == 0, n == 0);
	link_fact(m, k, asked, &out);
	if (n)
		return true;
	time_fact(m, k, meeting, 0, "offer", "Ruth Okonkwo", school_day_from(held + 1), "08:30", asked);
	time_fact(m, k, meeting, 0, "offer", "Ruth Okonkwo", school_day_from(held + 2), "16:00", asked);
	time_fact(m, k, meeting, guest->handle, "suits", k->mother_said, school_day_from(held + 2), "16:00", back);
	time_fact(m, k, meeting, guest->handle, "wish", k->mother_said, school_day_from(held + 3), "after 5", back);
	f = fact_change(&m->facts, &MEETING_PERSON, guest->handle, back);
	fact_set(&m->facts, f, MEETING_PERSON_ANSWER, "no");
	fact_set(&m->facts, f, MEETING_PERSON_INTERPRETER, "Polish");
	fact_set(&m->facts, f, MEETING_PERSON_WORDS, "I work until four. My sister would come with me.");
	fact_set(&m->facts, f, MEETING_PERSON_ANSWERED_AT, at(m, back, 18, 52));
	fact_set(&m->facts, f, MEETING_PERSON_THROUGH, "link");
	return true;
}

/* ---- a report ---- */

static void sent_report(struct making *m, const struct child *k, const struct demo_fact *referral, int link, day back)
{
	static const char *const LINES[] = { "Give instructions one at a time, and wait ten seconds for the answer.",
		"Ten minutes of story telling with an adult, three times a week, with picture cards.",
		"Let {n} show by pointing or drawing when words do not come." };
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &ADVICE_REPORT, handle, back);

	fact_ref(&m->facts, f, ADVICE_REPORT_PUPIL, k->handle);
	fact_set(&m->facts, f, ADVICE_REPORT_TITLE, "What we saw at the visit");
	fact_ref(&m->facts, f, ADVICE_REPORT_REFERRAL, referral->handle);
	fact_ref(&m->facts, f, ADVICE_REPORT_AGENCY, ref_of(referral, REFERRAL_AGENCY));
	fact_set(&m->facts, f, ADVICE_REPORT_AUTHOR, "Joanna Featherstone");
	fact_day(&m->facts, f, ADVICE_REPORT_WRITTEN_ON, back - 2);
	fact_day(&m->facts, f, ADVICE_REPORT_RECEIVED_ON, back);
	fact_set(&m->facts, f, ADVICE_REPORT_FINDINGS, words_about(m, k, "",
		"{n} understands single steps well.\nTwo steps at once are lost in a noisy room.\n{n} waits for others to begin."));
	fact_set(&m->facts, f, ADVICE_REPORT_SHARING, "teachers");
	fact_ref(&m->facts, f, ADVICE_REPORT_LINK, link);
	for (int i = 0; i < 3; i++) {
		f = fact_add(&m->facts, &RECOMMENDATION, 0, back);
		fact_ref(&m->facts, f, RECOMMENDATION_PUPIL, k->handle);
		fact_ref(&m->facts, f, RECOMMENDATION_REPORT, handle);
		fact_int(&m->facts, f, RECOMMENDATION_NUMBER, i + 1);
		fact_set(&m->facts, f, RECOMMENDATION_TEXT, words_about(m, k, "", LINES[i]));
	}
	f = fact_change(&m->facts, &REFERRAL, referral->handle, back);
	fact_set(&m->facts, f, REFERRAL_STATE, "reported");
}

static bool one_of(const char *state, const char *states)
{
	return strstr(states, state) != NULL;
}

/* The first is opened and not sent, the second is answered. */
static bool report_asked(struct making *m, const struct demo_fact *referral, int n)
{
	const struct child *k = child_of(m, referral, REFERRAL_PUPIL);
	const char *state = value_of(referral, REFERRAL_STATE);
	day made = school_day_until(m->on - 5);
	int link;

	if (!k || made < referral->on || !one_of(state, n ? "visit sent waiting" : "visit sent waiting accepted asked"))
		return false;
	link = link_fact(m, k, made, &(struct out){ "report", "professional", "Joanna Featherstone", referral->handle, 0, true,
		n == 1 });
	if (n == 1)
		sent_report(m, k, referral, link, made + 1);
	return true;
}

/* ---- all of it ---- */

void make_door(struct making *m)
{
	struct door d = { .m = m };
	int facts = m->facts.count, rounds = 0, profiles = 0, plans = 0, guests = 0, reports = 0;

	questions(&d);
	for (int i = 0; i < facts; i++) {
		const struct demo_fact *f = m->facts.list[i];

		if (f->changes)
			continue;
		if (f->r == &ASK_ROUND && rounds < 3)
			rounds += beside_round(&d, f, rounds);
		else if (f->r == &PLAN && profiles < 3 && strcmp(value_of(f, PLAN_TYPE_REF), "plan_type/code/profile") == 0)
			profiles += read_profile(m, f, profiles);
		else if (f->r == &PLAN && plans < 2 && strcmp(value_of(f, PLAN_TYPE_REF), "plan_type/code/profile") != 0)
			plans += read_plan(m, f, plans);
		else if (f->r == &MEETING_PERSON && guests < 2)
			guests += guest_answers(m, f, guests);
		else if (f->r == &REFERRAL && reports < 2)
			reports += report_asked(m, f, reports);
	}
}
