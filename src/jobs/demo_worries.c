/* demo_worries.c - worries in the invented school and what became of them, two rounds in which those who teach a child are asked,
 * and what is known and not yet known: barriers, ways to a diagnosis, assessments to do, questionnaire scores, behaviour in
 * numbers. */
#include <string.h>

#include "areas/register/area.h"
#include "areas/support/area.h"
#include "base/buf.h"
#include "jobs/demo_make.h"

static const struct { const char *hard, *seen, *tried; } SEEN[] = {
	{ "Reading", "{n} loses the line when reading aloud and guesses words from the first letter. Every guided session since "
		"half-term.",
	  "A ruler under the line; reading with a partner." },
	{ "Writing", "{n} writes two lines while others write a page. Tells me the answer well out loud.",
		"Sentence openers on the desk." },
	{ "Number", "{n} still counts on fingers for sums to ten and cannot start a word problem alone.",
		"Number line and cubes." },
	{ "Listening and talking", "{n} does the first of three instructions and then waits. Often asks a neighbour what to do.",
	  "One instruction at a time." },
	{ "Paying attention", "{n} is out of the seat or turned round most of the lesson; worst after lunch.",
		"A seat at the front, a task in parts." },
	{ "Getting on with others", "{n} is alone at every break and has stopped putting a hand up.",
		"A job with two others at break." },
	{ "Feelings", "{n} has cried three times this week when the plan changed.", "" },
	{ "Moving, seeing or hearing", "{n} screws up the eyes at the board and copies from a neighbour.",
		"Moved to the front row." },
};

static const struct { const char *text, *kind; } OWN_QUESTIONS[] = {
	{ "How well does {n} read what you put on the board?", "scale" }, { "How well does {n} take in what is read aloud?",
		"scale" },
	{ "How well does {n} get ideas down on paper?", "scale" }, { "Does {n} begin when the others begin?", "often" },
	{ "Does {n} tell you when something is not clear?", "often" }, { "What have you found that helps {n}?", "words" },
};
enum { ASKED = sizeof OWN_QUESTIONS / sizeof *OWN_QUESTIONS };

static const char *const HELPS[] = { "Saying it first, then writing it. Three good sentences last lesson.",
	"The words on a card before we start.", "Working beside a calm partner; not at the back.", NULL };

struct worries { int questions[ASKED], teacher, ta; const char *ids; };

static bool here(const struct child *k)
{
	return k->left == DAY_NONE;
}

/* ---- worries ---- */

static int worry_fact(struct making *m, const struct child *k, day on, int what, int by)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &WORRY, handle, on);

	fact_ref(&m->facts, f, WORRY_PUPIL, k->handle);
	fact_day(&m->facts, f, WORRY_ON, on);
	fact_ref(&m->facts, f, WORRY_BY, m->adults[by].handle);
	fact_set(&m->facts, f, WORRY_HARD, SEEN[what].hard);
	fact_set(&m->facts, f, WORRY_SEEN, words_about(m, k, m->adults[k->tutor].said, SEEN[what].seen));
	fact_set(&m->facts, f, WORRY_TRIED, SEEN[what].tried);
	fact_set(&m->facts, f, WORRY_STATE, "new");
	return handle;
}

static void decided(struct making *m, int worry, day on, const char *state, const char *answer)
{
	struct demo_fact *f = fact_change(&m->facts, &WORRY, worry, on > m->on ? m->on : on);

	fact_set(&m->facts, f, WORRY_STATE, state);
	fact_set(&m->facts, f, WORRY_ANSWER, answer);
	fact_day(&m->facts, f, WORRY_DECIDED_ON, on > m->on ? m->on : on);
	fact_ref(&m->facts, f, WORRY_DECIDED_BY, m->adults[0].handle);
}

static int what_for(const struct child *k, struct chance *c)
{
	const char *area = k->kind_count ? KIND[k->kinds[0]].area : "";

	return strcmp(area, "cognition") == 0 ? chance_to(c, 3) : strcmp(area, "communication") == 0 ? 3 : strcmp(area,
		"semh") == 0 ? 4 + chance_to(c, 3) :
		strcmp(area, "sensory") == 0 ? 7 : chance_to(c, 8);
}

/* The first help after a decision: the same groups as everybody's, begun when the decision was made. */
static void first_help(struct making *m, const struct child *k, struct chance *c)
{
	const struct support_kind *sk = &KIND[k->kinds[0]].support[0];
	day from = school_day_from(k->from + 2 + chance_to(c, 12));
	struct demo_fact *f;

	if (from > m->on || chance_in(c, 200))
		return;
	f = fact_add(&m->facts, &PROVISION_LINE, 0, from);
	fact_ref(&m->facts, f, PROVISION_LINE_PUPIL, k->handle);
	fact_set(&m->facts, f, PROVISION_LINE_NAME, sk->name);
	fact_set(&m->facts, f, PROVISION_LINE_WAVE, sk->wave);
	fact_set(&m->facts, f, PROVISION_LINE_AREA, sk->area);
	fact_ref(&m->facts, f, PROVISION_LINE_STAFF, m->adults[k->keyworker].handle);
	fact_int(&m->facts, f, PROVISION_LINE_SESSIONS, sk->sessions);
	fact_int(&m->facts, f, PROVISION_LINE_MINUTES, sk->minutes);
	fact_int(&m->facts, f, PROVISION_LINE_GROUP, sk->group);
	fact_day(&m->facts, f, PROVISION_LINE_FROM, from);
	fact_day(&m->facts, f, PROVISION_LINE_UNTIL, m->on + 70);
	fact_set(&m->facts, f, PROVISION_LINE_ENTRY, arena_printf(m->a, "%d %s", sk->low, sk->measure));
}

/* Who came on to the register in the last year, and who is watched, began with a worry. */
static void past_worries(struct making *m)
{
	for (int i = 0; i < m->child_count; i++) {
		const struct child *k = &m->children[i];
		struct chance c = chance_for(m, "worry", k->number);
		day raised = k->from == DAY_NONE ? school_day_until(m->on - 75) : school_day_until(k->from - 21 - chance_to(&c,
			25));
		int gone = 1 + chance_to(&c, 6), worry;

		if (!here(k) || k->provision == 'E' || (k->from == DAY_NONE ? !k->watched : k->from < m->on - 330) ||
			raised < m->began || raised < k->joined)
			continue;
		worry = worry_fact(m, k, raised, what_for(k, &c), k->tutor);
		if (k->provision == 'K' && !k->cast)
			first_help(m, k, &c);
		if (k->from != DAY_NONE) /* on the register since, and perhaps off it again */
			decided(m, worry, school_day_from(raised + gone), "cycle",
				arena_printf(m->a,
				"Thank you. %s has support from now on; the plan asks you to do one thing in each lesson.",
				k->known));
		else
			decided(m, worry, school_day_from(raised + gone), "watching",
				arena_printf(m->a, "We watch %s for half a term. Note what you see, "
				"good and bad, in a line a week.", k->known));
	}
}

/* Children whom nobody has looked at yet, the pupils of a teacher with a sign-in first. */
static const struct child *next_child(const struct making *m, const struct worries *w, int *at, bool of_teacher)
{
	for (; *at < m->child_count; (*at)++) {
		const struct child *k = &m->children[*at];

		if (here(k) && k->provision == 'N' && !k->watched && !k->cast && k->off == DAY_NONE &&
			(k->tutor == w->teacher) == of_teacher)
			return &m->children[(*at)++];
	}
	return NULL;
}

static void new_worries(struct making *m, const struct worries *w)
{
	static const int DAYS_AGO[] = { 8, 4, 2, 1 };
	int at = m->child_count / 3;

	for (int i = 0; i < 4; i++) {
		const struct child *k = next_child(m, w, &at, false);

		if (k)
			worry_fact(m, k, school_day_until(m->on - DAYS_AGO[i]), (i * 3 + 1) % 8, k->tutor);
		at += 5;
	}
	for (int i = 0; i < 3; i++) {
		const struct child *k = next_child(m, w, &at, false);
		day on = school_day_until(m->on - 35 + 6 * i);

		if (k)
			decided(m, worry_fact(m, k, on, (i * 2 + 3) % 8, k->tutor), school_day_from(on + 2),
				i == 2 ? "closed" : "advised", i == 2 ?
				"I looked at the work of the last term with you: this is ordinary for the age. Come back if it "
				"lasts." :
				"Try the pre-taught words and a place at the front for three weeks, and tell me how it goes.");
		at += 7;
	}
}

/* ---- asking everyone ---- */

/* In the bank the child has no name yet. */
static const char *for_bank(struct arena *a, const char *text)
{
	const char *at = strstr(text, "{n}");

	return at ? arena_printf(a, "%.*s[name]%s", (int)(at - text), text, at + 3) : text;
}

static void own_questions(struct making *m, struct worries *w)
{
	struct buf ids = buf_new(m->a);

	for (int i = 0; i < ASKED; i++) {
		struct demo_fact *f = fact_add(&m->facts, &QUESTION, w->questions[i] = fact_handle(&m->facts), m->began);

		fact_set(&m->facts, f, QUESTION_TEXT, for_bank(m->a, OWN_QUESTIONS[i].text));
		fact_set(&m->facts, f, QUESTION_AREA, "cognition");
		fact_set(&m->facts, f, QUESTION_PHASE, "any");
		fact_set(&m->facts, f, QUESTION_KIND, OWN_QUESTIONS[i].kind);
		fact_int(&m->facts, f, QUESTION_PLACE, 500 + 10 * i);
		fact_day(&m->facts, f, QUESTION_FROM, m->began);
		buf_printf(&ids, "%s%d", i ? " " : "ids:", w->questions[i]);
	}
	w->ids = buf_text(&ids);
}

/* One round about one child: closed is DAY_NONE while it is open. */
struct asking { const struct child *k; int handle; day on, due, answered, closed; };

static void answers_of(struct making *m, const struct worries *w, const struct asking *r, int ask, int by, struct chance *c)
{
	const struct child *k = r->k;
	bool reads = chance_in(c, 400) && r->closed == DAY_NONE;

	for (int i = 0; i < ASKED; i++) {
		struct demo_fact *f = fact_add(&m->facts, &ASK_ANSWER, 0, r->answered);

		fact_ref(&m->facts, f, ASK_ANSWER_PUPIL, k->handle);
		fact_ref(&m->facts, f, ASK_ANSWER_ASK, ask);
		fact_ref(&m->facts, f, ASK_ANSWER_STAFF, m->adults[by].handle);
		fact_ref(&m->facts, f, ASK_ANSWER_QUESTION, w->questions[i]);
		fact_set(&m->facts, f, ASK_ANSWER_TEXT, words_about(m, k, "", OWN_QUESTIONS[i].text));
		fact_set(&m->facts, f, ASK_ANSWER_KIND, OWN_QUESTIONS[i].kind);
		if (strcmp(OWN_QUESTIONS[i].kind, "words") == 0)
			fact_set(&m->facts, f, ASK_ANSWER_WORDS, chance_pick(c, HELPS));
		else
			fact_int(&m->facts, f, ASK_ANSWER_SCALE, strcmp(OWN_QUESTIONS[i].kind,
				"often") == 0 ? 1 + 2 * chance_to(c, 3) :
				(reads ? 4 : 1) + chance_to(c, 2));
	}
}

static void ask_fact(struct making *m, const struct worries *w, const struct asking *r, int by, const char *as, bool answered,
	struct chance *c)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &ASK, handle, r->on);

	fact_ref(&m->facts, f, ASK_PUPIL, r->k->handle);
	fact_ref(&m->facts, f, ASK_ROUND_REF, r->handle);
	fact_ref(&m->facts, f, ASK_STAFF, m->adults[by].handle);
	fact_set(&m->facts, f, ASK_SUBJECT, as);
	fact_day(&m->facts, f, ASK_ASKED_ON, r->on);
	fact_day(&m->facts, f, ASK_DUE_ON, r->due);
	fact_set(&m->facts, f, ASK_QUESTIONS, w->ids);
	if (!answered)
		return;
	f = fact_change(&m->facts, &ASK, handle, r->answered);
	fact_day(&m->facts, f, ASK_ANSWERED_ON, r->answered);
	if (r->closed != DAY_NONE)
		fact_day(&m->facts, f, ASK_CLOSED_ON, r->closed);
	answers_of(m, w, r, handle, by, c);
}

static void round_fact(struct making *m, const struct worries *w, struct asking *r, int worry)
{
	struct demo_fact *f = fact_add(&m->facts, &ASK_ROUND, r->handle = fact_handle(&m->facts), r->on);

	fact_ref(&m->facts, f, ASK_ROUND_PUPIL, r->k->handle);
	fact_set(&m->facts, f, ASK_ROUND_WHY, words_about(m, r->k, "", "Please say what you see of {n} in your own lessons."));
	if (worry >= 0)
		fact_ref(&m->facts, f, ASK_ROUND_WORRY, worry);
	fact_set(&m->facts, f, ASK_ROUND_AREA, "cognition");
	fact_day(&m->facts, f, ASK_ROUND_OPENED_ON, r->on);
	fact_day(&m->facts, f, ASK_ROUND_DUE_ON, r->due);
	fact_set(&m->facts, f, ASK_ROUND_QUESTIONS, w->ids);
	if (r->closed == DAY_NONE)
		return;
	f = fact_change(&m->facts, &ASK_ROUND, r->handle, r->closed);
	fact_day(&m->facts, f, ASK_ROUND_CLOSED_ON, r->closed);
}

static void asked_of(struct making *m, const struct worries *w, const struct asking *r, bool more, struct chance *c)
{
	static const char *const AS[] = { "English", "Mathematics", "Science", "History", "Art" };
	bool over = r->closed != DAY_NONE;
	int asked = 0;

	ask_fact(m, w, r, w->teacher, m->primary ? "Class teacher" : "Tutor", over, c);
	ask_fact(m, w, r, w->ta, "Teaching assistant", more || over, c);
	for (int i = 0; i < m->adult_count && asked < 5; i++)
		if (m->adults[i].part == PART_TEACHER && i != w->teacher && i != r->k->tutor) {
			ask_fact(m, w, r, i, AS[asked], over || asked != 3, c);
			asked++;
		}
}

/* Asked in spring already, and now again about a worry. */
static void one_round(struct making *m, const struct worries *w, const struct child *k, int what)
{
	struct chance c = chance_for(m, "round", k->number);
	struct asking r = { .k = k, .on = school_day_until(m->on - 230), .due = m->on - 223, .answered = m->on - 226,
		.closed = m->on - 220 };
	int worry;

	if (r.on > k->joined + 30 && r.on > m->began) {
		round_fact(m, w, &r, -1);
		asked_of(m, w, &r, true, &c);
	}
	r = (struct asking){ .k = k, .on = school_day_until(m->on - 6), .due = m->on + 1, .answered = m->on - 2,
		.closed = DAY_NONE };
	worry = worry_fact(m, k, school_day_until(m->on - 7), what, k->tutor);
	round_fact(m, w, &r, worry);
	decided(m, worry, r.on, "asking", arena_printf(m->a, "Thank you. I am asking everyone who teaches %s what they see.",
		k->known));
	fact_ref(&m->facts, m->facts.list[m->facts.count - 1], WORRY_ROUND, r.handle);
	asked_of(m, w, &r, what == 1, &c);
}

/* ---- known, and not yet known ---- */

static const char *barrier_of(const char *area)
{
	return strcmp(area, "cognition") == 0 ? "Cannot yet read a page of the class's text alone, so loses the task after a few "
		"lines." :
		strcmp(area, "communication") == 0 ? "Does not ask when an instruction was not understood." :
		strcmp(area, "semh") == 0 ? "Leaves the task, or the room, when something goes wrong." :
		"Misses what is shown or said from across the room.";
}

static void known_of(struct making *m, const struct child *k)
{
	struct chance c = chance_for(m, "known", k->number);
	day from = recorded(m, k->from != DAY_NONE ? k->from : k->plan_from);
	const char *area = KIND[k->kinds[0]].area;
	struct demo_fact *f;

	if (k->cast || chance_in(&c, 600)) {
		f = fact_add(&m->facts, &BARRIER, 0, from);
		fact_ref(&m->facts, f, BARRIER_PUPIL, k->handle);
		fact_set(&m->facts, f, BARRIER_TEXT, barrier_of(area));
		fact_set(&m->facts, f, BARRIER_HOW, chance_in(&c, 500) ? "teacher" : "screening");
		fact_set(&m->facts, f, BARRIER_BY, m->adults[k->tutor].said);
		fact_day(&m->facts, f, BARRIER_FROM, from);
	}
	if ((strcmp(area, "communication") == 0 || strcmp(area, "semh") == 0) && chance_in(&c, 300)) {
		day sent = m->on - 60 - chance_to(&c, 400);

		sent = recorded(m, sent > k->joined ? sent : k->joined + 7);
		if (sent + 21 > m->on)
			return;
		f = fact_add(&m->facts, &DIAGNOSIS_PATHWAY, 0, sent + 21);
		fact_ref(&m->facts, f, PATHWAY_PUPIL, k->handle);
		fact_set(&m->facts, f, PATHWAY_CONDITION, strcmp(area, "semh") == 0 ? "Attention and activity" : "Autism");
		fact_set(&m->facts, f, PATHWAY_SERVICE, "Thistleshire community paediatrics");
		fact_set(&m->facts, f, PATHWAY_STATE, "waiting");
		fact_day(&m->facts, f, PATHWAY_REFERRED_ON, sent);
		fact_set(&m->facts, f, PATHWAY_BY, "The school");
		fact_day(&m->facts, f, PATHWAY_AGREED_ON, sent - 4);
		fact_day(&m->facts, f, PATHWAY_ACCEPTED_ON, sent + 21);
	}
}

static void scale_fact(struct making *m, const struct child *k, const char *test, const char *form, const char *scale, int score,
	day on)
{
	struct demo_fact *f = fact_add(&m->facts, &ASSESSMENT, 0, on);

	fact_ref(&m->facts, f, ASSESSMENT_PUPIL, k->handle);
	fact_set(&m->facts, f, ASSESSMENT_TEST, test);
	fact_set(&m->facts, f, ASSESSMENT_FORM, form);
	fact_set(&m->facts, f, ASSESSMENT_SKILL, scale);
	fact_set(&m->facts, f, ASSESSMENT_SCORE_TYPE, "rating");
	fact_int(&m->facts, f, ASSESSMENT_SCORE, score);
	fact_day(&m->facts, f, ASSESSMENT_ON, on);
	if (strcmp(form, "Parent") != 0)
		fact_set(&m->facts, f, ASSESSMENT_BY, m->adults[k->tutor].said);
	fact_set(&m->facts, f, ASSESSMENT_SOURCE, "school");
}

/* Filled in twice, in spring and this term: by the teacher, by the parents, and the strands of a Boxall Profile. */
static void scales_of(struct making *m, const struct child *k)
{
	static const char *const SDQ[] = { "Emotional", "Conduct", "Hyperactivity", "Peer", "Prosocial", "Total difficulties" };
	static const char *const FORMS[] = { "Teacher", "Parent" };
	static const struct { const char *name; int score, change; } BOXALL[] = { { "Organisation of experience (A to E)", 41, 9 },
		{ "Internalisation of controls (F to J)", 38, 6 }, { "Self-limiting features (Q, R)", 14, -3 },
		{ "Undeveloped behaviour (S to U)", 11, -2 }, { "Unsupported development (V to Z)", 19, -5 } };
	struct chance c = chance_for(m, "sdq", k->number);

	for (int time = 0; time < 2; time++) {
		day on = school_day_until(time ? m->on - 25 : m->on - 210);

		for (int form = 0; form < 2 && on > k->joined; form++) {
			int scores[6] = { 4 + chance_to(&c, 4), 2 + chance_to(&c, 4), 6 + chance_to(&c, 4), 2 + chance_to(&c, 4),
				4 + chance_to(&c, 4), 0 };

			for (int i = 0; i < 4; i++)
				scores[5] += scores[i] -= time && scores[i] > 2 ? 2 - form : 0;
			for (int i = 0; i < 6; i++)
				scale_fact(m, k, "SDQ", FORMS[form], SDQ[i], scores[i], on + 3 * form);
		}
		for (size_t i = 0; i < sizeof BOXALL / sizeof *BOXALL && on > k->joined; i++)
			scale_fact(m, k, "Boxall Profile", "Primary 2017", BOXALL[i].name,
				BOXALL[i].score + time * BOXALL[i].change, on);
	}
}

static void behaviour_of(struct making *m, const struct child *k)
{
	struct chance c = chance_for(m, "behaviour", k->number);

	for (int i = 3; i >= 1 && m->on - 56 * i > k->joined; i--) {
		struct demo_fact *f = fact_add(&m->facts, &BEHAVIOUR_SUMMARY, 0, m->on - 56 * (i - 1) - 3);

		fact_ref(&m->facts, f, BEHAVIOUR_PUPIL, k->handle);
		fact_day(&m->facts, f, BEHAVIOUR_FROM, m->on - 56 * i - 2);
		fact_day(&m->facts, f, BEHAVIOUR_UNTIL, m->on - 56 * (i - 1) - 3);
		fact_int(&m->facts, f, BEHAVIOUR_INCIDENTS, 2 * i + chance_to(&c, 4));
		fact_int(&m->facts, f, BEHAVIOUR_POINTS, 10 * i);
	}
}

static void plan_of(struct making *m, const struct child *k, int n)
{
	static const char *const WHAT[] = { "Reading: single words, accuracy and speed", "Speech and understanding",
		"Hearing check", "Spelling and handwriting speed", "Non-verbal reasoning" };
	struct demo_fact *f = fact_add(&m->facts, &ASSESSMENT_PLAN, 0, m->on - 20);

	fact_ref(&m->facts, f, ASSESSMENT_PLAN_PUPIL, k->handle);
	fact_set(&m->facts, f, ASSESSMENT_PLAN_WHAT, WHAT[n % 5]);
	fact_set(&m->facts, f, ASSESSMENT_PLAN_WHY, "The last review could not say whether the support reaches what is hard.");
	fact_ref(&m->facts, f, ASSESSMENT_PLAN_STAFF, m->adults[n % 2].handle);
	fact_set(&m->facts, f, ASSESSMENT_PLAN_SPECIALIST, n % 5 == 1 ? "1" : "0");
	fact_day(&m->facts, f, ASSESSMENT_PLAN_ASKED_ON, m->on - 20);
	fact_day(&m->facts, f, ASSESSMENT_PLAN_DUE_ON, m->on - 4 + 6 * n);
}

/* A test that the invented school uses, with the reliability its invented manual gives. */
static void test_facts(struct making *m)
{
	static const char *const FORMS[] = { "A", "B" };

	for (int i = 0; i < 2; i++) {
		struct demo_fact *f = fact_add(&m->facts, &TEST_KIND, 0, m->on - 200);

		fact_set(&m->facts, f, TEST_KIND_NAME, "Group Reading Check");
		fact_set(&m->facts, f, TEST_KIND_FORM, FORMS[i]);
		fact_set(&m->facts, f, TEST_KIND_PUBLISHER, "Invented for the demonstration");
		fact_set(&m->facts, f, TEST_KIND_SCORE_TYPE, "standard");
		fact_int(&m->facts, f, TEST_KIND_RELIABILITY, 900);
		fact_int(&m->facts, f, TEST_KIND_FLOOR, 69);
		fact_int(&m->facts, f, TEST_KIND_CEILING, 131);
	}
}

static int with_sign_in(const struct making *m, enum part part)
{
	for (int i = 0; i < m->adult_count; i++)
		if (m->adults[i].part == part && m->adults[i].login)
			return i;
	return 0;
}

void make_worries(struct making *m)
{
	struct worries w = { .teacher = with_sign_in(m, PART_TEACHER), .ta = with_sign_in(m, PART_TA) };
	int plans = 0, at = 0;

	test_facts(m);
	past_worries(m);
	new_worries(m, &w);
	own_questions(m, &w);
	for (int i = 0; i < 2; i++) {
		const struct child *k = next_child(m, &w, &at, true);

		if (!k)
			k = next_child(m, &w, (at = 0, &at), false);
		if (k)
			one_round(m, &w, k, i);
	}
	for (int i = 0; i < m->child_count; i++) {
		const struct child *k = &m->children[i];

		if (!here(k) || k->provision == 'N' || !k->kind_count)
			continue;
		known_of(m, k);
		if (strcmp(KIND[k->kinds[0]].area, "semh") == 0) {
			scales_of(m, k);
			behaviour_of(m, k);
		}
		if (plans < 6 && k->number % 5 == 0)
			plan_of(m, k, plans++);
	}
}
