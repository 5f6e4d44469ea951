/* codes.c - the words of plans. What each choice does is where it is used. */
#include "areas/plans/area.h"

const struct choice PLAN_STATES[] = {
	{ "assess", "Assess" }, { "plan", "Plan" }, { "do", "Do" }, { "review", "Review" }, { "signed", "Reviewed and signed" },
	{ "ended", "Ended without a review" }, { NULL, NULL },
};

const struct choice PLAN_STEPS[] = { { "assess", "Assess" }, { "plan", "Plan" }, { "do", "Do" }, { "review", "Review" },
	{ NULL, NULL } };

const struct choice PLAN_KINDS[] = {
	{ "line", "One line" }, { "words", "Paragraphs" }, { "list", "A list, a line each" }, { "date", "A date" },
	{ "yesno", "Yes or no" },
	{ "choice", "One of a list" }, { "number", "A whole number" }, { "targets", "Targets, with baseline, measure and date" },
	{ "actions", "Who does what, at school, at home and from outside" },
	{ "needs", "Needs, from the record" }, { "strengths", "Strengths, from the record" },
	{ "strategies", "What helps, from the record" },
	{ "scores", "Test results, from the record" }, { "attendance", "Attendance, from the record" },
	{ "support", "Support given, from the record" }, { "meetings", "Meetings with parents, from the record" },
	{ "medical", "Medical alert, from the record" }, { "keyworker", "Keyworker, from the record" },
	{ "answers", "What teachers answered, from the record" }, { "voice_pupil", "The child’s own views" },
	{ "voice_parent", "The parents’ views" }, { "review", "How each target went" }, { NULL, NULL },
};

const struct choice PLAN_BASES[] = {
	{ "act", "Act of Parliament" }, { "regulation", "Regulations" }, { "guidance", "Statutory guidance" },
	{ "grant", "Condition of a grant" },
	{ "local", "The school’s own" }, { "proposal", "Proposed, not in force" }, { NULL, NULL },
};

const struct choice PLAN_TYPE_STATES[] = {
	{ "draft", "Being written" }, { "use", "In use" }, { "retired", "No longer begun" }, { "off", "Switched off" },
	{ NULL, NULL },
};

const struct choice PLAN_DECISIONS[] = {
	{ "continue", "Continue with this support" }, { "change", "Change the support" }, { "intensify", "Give more support" },
	{ "specialist", "Ask a specialist" }, { "request", "Ask the authority for an EHC needs assessment" },
	{ "step_down", "Step down: ordinary teaching, and watch" }, { "exit", "Leave SEN Support" }, { NULL, NULL },
};

/* Reform notes 5.3: the same provision in the vocabulary of its time. */
const struct choice TIER_WORDS[] = {
	{ "waves", "Wave 1, 2 and 3" }, { "tiers", "Universal, targeted, specialist" },
	{ "plus", "Universal, targeted, targeted plus, specialist" }, { NULL, NULL },
};

const struct choice HORIZONS[] = { { "short", "Short term (this cycle)" }, { "long", "Long term (a year or more)" },
	{ NULL, NULL } };

/* Send-practice notes 16: help given, from most to least. Less is not better where a plan specifies it or safety needs it. */
const struct choice HELP_LADDER[] = {
	{ "full", "Full help from an adult" }, { "part", "Some help from an adult" }, { "prompt", "A prompt" },
	{ "aid", "An aid or device" },
	{ "alone", "Alone" }, { NULL, NULL },
};

const struct choice ACTION_SIDES[] = {
	{ "school", "At school" }, { "home", "At home" }, { "agency", "From outside" }, { "child", "The child" }, { NULL, NULL },
};

const struct choice RATINGS[] = {
	{ "exceeded", "Exceeded" }, { "met", "Met" }, { "partly", "Partly met" }, { "not_met", "Not met" },
	{ "not_measured", "Not measured" },
	{ NULL, NULL },
};

const struct choice NEXT_STEPS[] = { { "keep", "Keep" }, { "change", "Change" }, { "stop", "Stop" }, { NULL, NULL } };

const struct choice VOICES[] = {
	{ "pupil", "The child" }, { "parent", "A parent or carer" }, { "teacher", "A teacher or assistant" },
	{ "professional", "A professional" },
	{ NULL, NULL },
};

const struct choice SIGNED[] = { { "plan", "The plan, when it began" }, { "review", "The review" }, { NULL, NULL } };

const struct choice AGREES[] = {
	{ "yes", "Agrees" }, { "but", "Agrees, but wants something changed" }, { "ring", "Wants to be rung first" },
	{ "no", "Does not agree" },
	{ NULL, NULL },
};

const struct choice THROUGH[] = { { "school", "Written down in school" }, { "link", "Sent by themselves, through a link" },
	{ NULL, NULL } };
