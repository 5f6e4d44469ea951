/* builtin.c - the plan types a school begins with, and the first lines of its bank of strategies. They are rows like any a school
 * makes itself: it may write the next edition of any of them. Sources: SEND Code 6.44 to 6.56 and send-practice notes 2 and 3 for
 * the support plan and the profile; reform notes 5 for the individual support plan, which rests on no law and is off until a school
 * switches it on. */
#include <string.h>

#include "areas/plans/area.h"

struct line { const char *step, *section, *name, *kind, *label, *hint; bool required; int most; const char *choices; };
struct type { const char *code, *name, *state, *basis, *says, *signers; bool steps, sheet; int weeks; const struct line *lines; };

static const struct line SUPPORT_PLAN[] = {
	{ "assess", "What we know", "concern", "words", "What is the concern?", "In words the parents would recognise", true,
		4000 },
	{ "assess", "What we know", "needs_now", "needs", "Needs" },
	{ "assess", "What we know", "strengths_now", "strengths", "Strengths and interests" },
	{ "assess", "What we know", "barriers", "list", "What gets in the way of learning", "A line each" },
	{ "assess", "What shows it", "evidence", "list", "Evidence",
		"A line each: teacher assessment, observation, work, reports" },
	{ "assess", "What shows it", "scores_now", "scores", "Test results" },
	{ "assess", "What shows it", "attendance_now", "attendance", "Attendance" },
	{ "assess", "What shows it", "answers_now", "answers", "What teachers answered" },
	{ "assess", "What people say", "pupil_now", "voice_pupil", "The child" },
	{ "assess", "What people say", "parent_now", "voice_parent", "Parents" },
	{ "plan", "What we aim for", "targets_now", "targets", "Targets" },
	{ "plan", "What we will do", "strategies_now", "strategies", "What every adult does" },
	{ "plan", "What we will do", "actions_now", "actions", "Who does what" },
	{ "plan", "What we will do", "support_now", "support", "Support" },
	{ "plan", "What we will do", "adjustments", "list", "Adjustments to teaching, rooms and equipment", "A line each" },
	{ "plan", "Parents", "meetings_now", "meetings", "Meetings with parents this school year" },
	{ "review", "How it went", "review_now", "review", "Targets" },
	{ "review", "How it went", "present", "line", "Who was there", NULL, true },
	{ "review", "How it went", "effect", "words", "What the support changed",
		"Say what you saw and measured, and what is not known", true, 4000 },
	{ "review", "How it went", "not_delivered", "words", "What was planned and did not happen, and why", NULL, false, 2000 },
	{ "review", "What people say", "teachers_then", "answers", "What teachers answered" },
	{ "review", "What people say", "pupil_then", "voice_pupil", "The child" },
	{ "review", "What people say", "parent_then", "voice_parent", "Parents" },
	{ "review", "What next", "next_words", "words", "What happens next, and why", NULL, false, 2000 },
	{ NULL },
};

static const struct line PROFILE[] = {
	{ "plan", "About me", "like", "list", "What people like and admire about me", "A line each", false, 400 },
	{ "plan", "About me", "matters", "list", "What matters to me", "A line each", false, 400 },
	{ "plan", "How to help", "support", "list", "How best to support me", "A line each, six at most", true, 700 },
	{ "plan", "How to help", "not_help", "list", "What does not help", "A line each", false, 400 },
	{ "plan", "How to help", "signs", "list", "Signs that I am finding it hard", "A line each", false, 300 },
	{ "plan", "How to help", "calms", "list", "What calms me", "A line each", false, 300 },
	{ "plan", "In exams and tests", "arrangements", "list", "My usual way of working in tests", "A line each", false, 300 },
	{ "plan", "Drawn from the record", "targets_now", "targets", "My targets now" },
	{ "plan", "Drawn from the record", "medical_now", "medical", "Medical alert" },
	{ "plan", "Drawn from the record", "adult_now", "keyworker", "My adult" },
	{ "plan", "For staff", "wording", "yesno", "The family agrees that a diagnosis may be named here" },
	{ NULL },
};

static const struct line INDIVIDUAL[] = {
	{ "assess", "About the child", "needs_now", "needs", "Needs" },
	{ "assess", "About the child", "barriers", "list", "Barriers day to day", "A line each", true },
	{ "assess", "About the child", "strengths_now", "strengths", "Strengths" },
	{ "assess", "About the child", "pupil_now", "voice_pupil", "The child" },
	{ "assess", "About the child", "parent_now", "voice_parent", "Parents" },
	{ "plan", "What is provided", "actions_now", "actions", "Who does what" },
	{ "plan", "What is provided", "support_now", "support", "Support" },
	{ "plan", "What is provided", "adjustments", "list", "Reasonable adjustments", "A line each" },
	{ "plan", "What is aimed for", "targets_now", "targets", "Outcomes" },
	{ "review", "Review", "review_now", "review", "Outcomes" },
	{ "review", "Review", "effect", "words", "What changed", NULL, true, 4000 },
	{ "review", "Review", "pupil_then", "voice_pupil", "The child" },
	{ "review", "Review", "parent_then", "voice_parent", "Parents" },
	{ NULL },
};

static const struct type TYPES[] = {
	{ "sen-support", "SEN Support plan", "use", "guidance",
	  "The graduated approach: assess, plan, do, review. The SEND Code asks for the cycle, not for a form; this one is the "
	  "school's.",
	  "teacher parent pupil", true, false, 12, SUPPORT_PLAN },
	{ "profile", "One-page profile", "use", "local", "How to help this child, in the child's own voice, on one side of A4.", "",
		false, true, 39,
	  PROFILE },
	{ "isp", "Individual support plan", "off", "proposal",
	  "A format some authorities use already and the government has proposed. It is not the law, and nothing here says it is. "
	  "Switch it on to use it as the school's own.", "teacher parent pupil", true, false, 52, INDIVIDUAL },
};

static const struct { const char *need, *text; } BANK[] = {
	{ "cognition", "Give one instruction at a time, then ask the child to say it back" },
	{ "cognition", "Pre-teach new words before the lesson, with a picture for each" },
	{ "cognition", "Break the task into three written steps with boxes to tick" },
	{ "cognition", "Give a worked example to keep beside the task" },
	{ "cognition", "Allow twice the time for copying, or give the notes printed" },
	{ "cognition", "Check understanding in the first five minutes of independent work" },
	{ "communication", "Say the child's name first, wait, then speak" },
	{ "communication", "Count to ten in your head before you repeat a question" },
	{ "communication", "Use a now-and-next board at the table" },
	{ "communication", "Say what to do, not what not to do" },
	{ "communication", "Show with objects, pictures or signs as you speak" },
	{ "communication", "Offer two choices rather than an open question" },
	{ "semh", "Greet at the door and say what goes well first" },
	{ "semh", "Agree a quiet signal to leave for five minutes, and where to go" },
	{ "semh", "Warn five minutes and one minute before a change" },
	{ "semh", "Speak about behaviour in private, afterwards and calmly" },
	{ "semh", "Give a job that moves the child about every twenty minutes" },
	{ "semh", "Seat with a clear view of the door and away from traffic" },
	{ "sensory", "Seat near the front with the better ear or eye to the teacher" },
	{ "sensory", "Print at the size and on the colour the child reads best" },
	{ "sensory", "Offer ear defenders, and a place without them" },
	{ "sensory", "Give a writing slope, a pencil grip or a keyboard" },
	{ "independence", "Wait for the child to try for two minutes before you help" },
	{ "independence", "Let the child choose the order of the tasks" },
	{ "behaviour", "Say what to do next, in few words, and give time to do it" },
	{ "behaviour", "Offer two choices that are both all right, and walk away while the child chooses" },
	{ "behaviour", "Write down what came before, what happened and what came after" },
	{ "behaviour", "Repair together when both are calm, and begin the next lesson new" },
	{ "engagement", "Begin with something that everybody can do" },
	{ "engagement", "Ask everybody at once: boards, pairs, show me" },
	{ "engagement", "Give a choice of how to show what was learnt" },
	{ "engagement", "Check in during the first five minutes of work" },
	{ "reintegration", "Meet the child at the door on the first day, with the first task ready" },
	{ "reintegration", "Give one page on what was missed: what matters most, and no more" },
	{ "reintegration", "Agree a place and a person for when a lesson is too much" },
	{ "reintegration", "Look together each Friday: what went well, what next" },
};

static const struct fault *add_line(struct act *act, const char *type, const struct line *l, int place)
{
	struct form *f = form_new(act->a, &PLAN_FIELD);
	const char *id;

	form_set(f, PLAN_FIELD_TYPE, type);
	form_set(f, PLAN_FIELD_STEP, l->step);
	form_set(f, PLAN_FIELD_PLACE, arena_printf(act->a, "%d", place));
	form_set(f, PLAN_FIELD_SECTION, l->section);
	form_set(f, PLAN_FIELD_NAME, l->name);
	form_set(f, PLAN_FIELD_KIND, l->kind);
	form_set(f, PLAN_FIELD_LABEL, l->label);
	form_set(f, PLAN_FIELD_HINT, l->hint ? l->hint : "");
	form_set(f, PLAN_FIELD_REQUIRED, l->required ? "1" : "0");
	if (l->most)
		form_set(f, PLAN_FIELD_MOST, arena_printf(act->a, "%d", l->most));
	return record_add(act, &PLAN_FIELD, NULL, f, &id);
}

static const struct fault *add_type(struct act *act, const struct type *t)
{
	struct form *f = form_new(act->a, &PLAN_TYPE);
	const char *id;

	form_set(f, PLAN_TYPE_CODE, t->code);
	form_set(f, PLAN_TYPE_NAME, t->name);
	form_set(f, PLAN_TYPE_EDITION, "1");
	form_set(f, PLAN_TYPE_STATE, t->state);
	form_set(f, PLAN_TYPE_BASIS, t->basis);
	form_set(f, PLAN_TYPE_SAYS, t->says);
	form_set(f, PLAN_TYPE_STEPS, t->steps ? "1" : "0");
	form_set(f, PLAN_TYPE_SHEET, t->sheet ? "1" : "0");
	form_set(f, PLAN_TYPE_WEEKS, arena_printf(act->a, "%d", t->weeks));
	form_set(f, PLAN_TYPE_SIGNERS, t->signers);
	form_set(f, PLAN_TYPE_WORDS, "tiers");
	TRY(record_add(act, &PLAN_TYPE, NULL, f, &id));
	for (int i = 0; t->lines[i].step; i++)
		TRY(add_line(act, id, &t->lines[i], 10 * (i + 1)));
	return NULL;
}

static const struct fault *seed_bank(struct act *act)
{
	struct ask any = { .limit = 1, .with_withdrawn = true, .campus = act->campus };
	int64_t count;

	TRY(record_count(act, &STRATEGY_BANK, &any, &count));
	for (size_t i = 0; !count && i < sizeof BANK / sizeof *BANK; i++) {
		struct form *f = form_new(act->a, &STRATEGY_BANK);
		const char *id;

		form_set(f, STRATEGY_BANK_TEXT, BANK[i].text);
		form_set(f, STRATEGY_BANK_NEED, BANK[i].need);
		TRY(record_add(act, &STRATEGY_BANK, NULL, f, &id));
	}
	return NULL;
}

const struct fault *plans_seed(struct act *act)
{
	for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
		struct ask known = { .where = { { PLAN_TYPE_CODE, IS, TYPES[i].code } }, .with_withdrawn = true,
			.campus = act->campus };
		int64_t count;

		TRY(record_count(act, &PLAN_TYPE, &known, &count));
		if (!count)
			TRY(add_type(act, &TYPES[i]));
	}
	return seed_bank(act);
}
