/* demo_guidance.c - what staff of the invented school ask and are told: questions that wait and that were answered, answers for
 * everybody, notes for now with who has seen them, texts to be read with who has. */
#include <string.h>

#include "areas/guidance/area.h"
#include "jobs/demo_make.h"

struct asked { const char *text, *answer, *guide; int days, answered; bool child; };

static const struct asked ASKED[] = {
	{ "{n} reads well with me and not in the test. What can I do before the next one?",
	  NULL, NULL, 1, 0, true },
	{ "Half my group cannot copy from the board in time. Is it all right to give out the notes?", NULL, NULL, 3, 0, false },
	{ "{n} leaves the room when we change to group work. How do I make that easier?", NULL, NULL, 8, 0, true },
	{ "Which reading window do we have, and where are they kept?",
	  "The yellow ones are in the blue drawer of the SEND room. Take two, and let the child choose a colour.",
		"Dyslexia and reading", 4,
	  2, false },
	{ "{n} answers in one word. Is that shyness, or should I worry?",
	  "Give the start of a sentence and count to ten before you help. Write down what comes for a fortnight and bring it to "
		"me: then we "
	  "decide together.", "Language: DLD and understanding", 9, 8, true },
	{ "May I use the timer with the whole class, or will it show one child up?",
	  "With the whole class, always. A timer that everybody uses shows nobody up.", "ADHD and attention", 20, 19, false },
	{ "{n} has new hearing aids. What do I change?",
	  "Face the window, say who speaks, and repeat what others said. The sheet has the rest; come to me if the aids are not "
		"worn.",
	  "Hearing", 30, 28, true },
};
enum { ASKED_COUNT = sizeof ASKED / sizeof *ASKED };

static const struct { const char *question, *answer, *area, *guide; } STORED[] = {
	{ "May I give out notes instead of having them copied?", "Yes. Copying is not what the lesson is about. Give the notes, "
		"and ask for "
	  "something to be done with them: underline, answer, order.", "cognition", "Dyslexia and reading" },
	{ "How do I use a timer without showing one child up?", "Use it with the whole class, always, on the board.", "semh",
	  "ADHD and attention" },
	{ "Where are coloured overlays and reading windows kept?", "In the blue drawer of the SEND room. Let the child choose, "
		"and write down "
	  "which.", "cognition", NULL },
	{ "A child refuses to read aloud. What do I say?", "Nobody reads aloud without warning here. Offer to read together, to "
		"read one "
	  "sentence agreed beforehand, or to listen.", "cognition", "Dyslexia and reading" },
	{ "What do I write when I tried something and it did not work?", "Two lines: what you did, how often, what you saw. That "
		"is worth as "
	  "much as what worked.", "independence", NULL },
};
enum { STORED_COUNT = sizeof STORED / sizeof *STORED };

static const struct { const char *text, *who; int from, until; } NOTES[] = {
	{ "{n} is on crutches: let {him} out five minutes early, with a friend to carry the bag.", "all", 6, 11 },
	{ "{n} may leave the room without asking; the reading corner is the agreed place.", "all", 4, 24 },
	{ "Do not ask {n} to read aloud until we say so.", "teachers", 3, 10 },
	{ "{n}’s hearing aid is away for repair: seat {him} at the front and face {him}.", "all", 1, 6 },
};
enum { NOTE_COUNT = sizeof NOTES / sizeof *NOTES };

static bool here(const struct child *k)
{
	return k->left == DAY_NONE;
}

static int with_sign_in(const struct making *m, enum part part)
{
	for (int i = 0; i < m->adult_count; i++)
		if (m->adults[i].part == part && m->adults[i].login)
			return i;
	return 0;
}

/* The next child on the register whom this adult is tutor of, if there is one; else the next on the register. */
static const struct child *next_child(const struct making *m, int tutor, int *at)
{
	for (int round = 0; round < 2; round++)
		for (int i = round ? 0 : *at; i < m->child_count; i++) {
			const struct child *k = &m->children[i];

			if (!here(k) || k->provision == 'N' || !k->kind_count || (!round && k->tutor != tutor) || (round &&
				i < *at))
				continue;
			*at = i + 1;
			return k;
		}
	return NULL;
}

static void questions(struct making *m, int teacher, int ta)
{
	int at = 0;

	for (int i = 0; i < ASKED_COUNT; i++) {
		const struct asked *q = &ASKED[i];
		const struct child *k = q->child ? next_child(m, teacher, &at) : NULL;
		int handle = fact_handle(&m->facts);
		day on = school_day_until(m->on - q->days);
		struct demo_fact *f = fact_add(&m->facts, &STAFF_QUESTION, handle, on);

		if (k)
			fact_ref(&m->facts, f, STAFF_QUESTION_PUPIL, k->handle);
		fact_day(&m->facts, f, STAFF_QUESTION_ON, on);
		fact_ref(&m->facts, f, STAFF_QUESTION_BY, m->adults[i % 3 == 1 ? ta : teacher].handle);
		fact_set(&m->facts, f, STAFF_QUESTION_HOW, i == 5 ? "person" : "here");
		fact_set(&m->facts, f, STAFF_QUESTION_TEXT, k ? words_about(m, k, m->adults[teacher].said, q->text) : q->child ?
			"How do I make a change in the middle of a lesson easier?" : q->text);
		fact_set(&m->facts, f, STAFF_QUESTION_STATE, "new");
		if (!q->answer)
			continue;
		on = school_day_until(m->on - q->answered);
		f = fact_change(&m->facts, &STAFF_QUESTION, handle, on);
		fact_set(&m->facts, f, STAFF_QUESTION_STATE, "answered");
		fact_set(&m->facts, f, STAFF_QUESTION_ANSWER, q->answer);
		fact_day(&m->facts, f, STAFF_QUESTION_ANSWERED_ON, on);
		fact_ref(&m->facts, f, STAFF_QUESTION_ANSWERED_BY, m->adults[i % 2].handle);
		fact_seeded(&m->facts, f, STAFF_QUESTION_GUIDE, arena_printf(m->a, "guide/title/%s", q->guide ? q->guide :
			"Autism"));
	}
}

static void stored(struct making *m)
{
	for (int i = 0; i < STORED_COUNT; i++) {
		struct demo_fact *f = fact_add(&m->facts, &STORED_ANSWER, 0, m->on - 60 + 5 * i);

		fact_set(&m->facts, f, STORED_ANSWER_QUESTION, STORED[i].question);
		fact_set(&m->facts, f, STORED_ANSWER_TEXT, STORED[i].answer);
		fact_set(&m->facts, f, STORED_ANSWER_AREA, STORED[i].area);
		if (STORED[i].guide)
			fact_seeded(&m->facts, f, STORED_ANSWER_GUIDE, arena_printf(m->a, "guide/title/%s", STORED[i].guide));
		fact_day(&m->facts, f, STORED_ANSWER_FROM, m->on - 60 + 5 * i);
	}
}

static const char *moment_of(struct making *m, day d, int hour)
{
	return arena_printf(m->a, "%sT%02d:20:00Z", day_iso(m->a, d), hour);
}

static void seen(struct making *m, const struct child *k, int note, int by, day on)
{
	struct demo_fact *f = fact_add(&m->facts, &ACT_NOTE_SEEN, 0, on);

	fact_ref(&m->facts, f, ACT_NOTE_SEEN_PUPIL, k->handle);
	fact_ref(&m->facts, f, ACT_NOTE_SEEN_NOTE, note);
	fact_int(&m->facts, f, ACT_NOTE_SEEN_VERSION, 1);
	fact_ref(&m->facts, f, ACT_NOTE_SEEN_STAFF, m->adults[by].handle);
	fact_set(&m->facts, f, ACT_NOTE_SEEN_AT, moment_of(m, on, 8));
}

static void notes(struct making *m, int teacher)
{
	int at = 0, used = 0;

	for (int i = 0; i < NOTE_COUNT; i++) {
		/* the first two are for children of the teacher who signs in, and stand unseen on that first page */
		const struct child *k = next_child(m, i < 2 ? teacher : -1, i < 2 ? &at : &used);
		int handle = fact_handle(&m->facts);
		day on = m->on - NOTES[i].from;
		struct demo_fact *f;

		if (!k)
			continue;
		f = fact_add(&m->facts, &ACT_NOTE, handle, on);
		fact_ref(&m->facts, f, ACT_NOTE_PUPIL, k->handle);
		fact_set(&m->facts, f, ACT_NOTE_TEXT, words_about(m, k, "", NOTES[i].text));
		fact_day(&m->facts, f, ACT_NOTE_FROM, on);
		fact_day(&m->facts, f, ACT_NOTE_UNTIL, m->on + NOTES[i].until);
		fact_set(&m->facts, f, ACT_NOTE_WHO, NOTES[i].who);
		fact_ref(&m->facts, f, ACT_NOTE_BY, m->adults[0].handle);
		if (k->keyworker != teacher)
			seen(m, k, handle, k->keyworker, m->on - NOTES[i].from + 1);
		if (k->tutor != teacher && k->tutor != k->keyworker)
			seen(m, k, handle, k->tutor, m->on - NOTES[i].from + 1);
		used += 11;
	}
}

static int reading(struct making *m, const char *title, const char *kind, const char *text, const char *whom, const char *of,
	const char *question, int days)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &READING, handle, m->on - days);

	fact_set(&m->facts, f, READING_TITLE, title);
	fact_set(&m->facts, f, READING_KIND, kind);
	fact_set(&m->facts, f, READING_TEXT, text);
	fact_set(&m->facts, f, READING_WHOM, whom);
	fact_set(&m->facts, f, READING_WHOM_OF, of);
	fact_set(&m->facts, f, READING_QUESTION, question);
	fact_set(&m->facts, f, READING_STATE, "out");
	fact_int(&m->facts, f, READING_EDITION, 1);
	fact_day(&m->facts, f, READING_ASKED_ON, m->on - days);
	fact_day(&m->facts, f, READING_DUE_ON, m->on - days + 14);
	return handle;
}

static void read_by(struct making *m, int reading, const int *accounts, const char *answer, int days)
{
	for (int i = 0; accounts[i]; i++) {
		struct demo_fact *f = fact_add(&m->facts, &RECEIPT, 0, m->on - days);

		fact_ref(&m->facts, f, RECEIPT_READING, reading);
		fact_int(&m->facts, f, RECEIPT_EDITION, 1);
		fact_ref(&m->facts, f, RECEIPT_ACCOUNT, accounts[i]); /* handles of accounts: in the order of the sign-ins */
		fact_set(&m->facts, f, RECEIPT_AT, moment_of(m, m->on - days, 9 + i));
		fact_set(&m->facts, f, RECEIPT_ANSWER, answer);
	}
}

static void readings(struct making *m)
{
	int policy = reading(m, "SEND policy", "policy",
		"Our policy in one page\n\nEvery teacher teaches children with SEND. Good teaching is the first help, and most "
			"children need "
		"no more.\n\nWhen a child does not get on, we look, agree with parents what to do, do it, and look again whether "
			"it helped. We "
		"do not wait for a diagnosis.\n\nParents and children have a say in every plan. We meet parents of children on "
			"SEN Support at "
		"least three times a year.\n\nWe keep what we know in one place, tell it to those who teach the child, and to "
			"nobody "
		"else.\n\nWho to ask: the SENCO, through Guidance, or in the SEND room at lunch.", "all", NULL, NULL, 18);
	int change = reading(m, "What changes in our SEND policy from January", "change",
		"Profiles are read within a week of a change: tick the profile when you have.\n\nNotes for now replace the list "
			"on the staff-room "
		"door. They stand on your first page and end by themselves.\n\nQuestions to the SENCO go through Guidance, so "
			"that an answer "
		"helps more than one of us.", "role", "teacher ta hoy", "What will you do differently in your next lesson?", 6);

	if (m->campus)
		return;
	read_by(m, policy, (const int[]){ 2, 3, 5, 6, 7, 9, 10, 0 }, NULL, 12);
	read_by(m, change, (const int[]){ 12, 0 }, "I look at my first page before registration.", 4);
}

void make_guidance(struct making *m)
{
	int teacher = with_sign_in(m, PART_TEACHER), ta = with_sign_in(m, PART_TA);

	questions(m, teacher, ta);
	stored(m);
	notes(m, teacher);
	readings(m);
}
