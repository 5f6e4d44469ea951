/* target.c - targets, points of progress, how each target went, and strategies. The plain rules that say why a target cannot be
 * measured yet are helper.c; the decision rule of a progress line is progress.c. */
#include <string.h>

#include "areas/plans/area.h"

static const struct choice BETTER[] = { { "higher", "Higher is better" }, { "lower", "Lower is better" }, { NULL, NULL } };
static const struct choice AREAS[] = {
	{ "cognition", "Cognition and learning" }, { "communication", "Communication and interaction" },
	{ "semh", "Social, emotional and mental health" }, { "sensory", "Sensory and physical" },
	{ "independence", "Independence" }, { NULL, NULL },
};
/* The bank also groups by what is not an area of need. */
static const struct choice BANK_AREAS[] = {
	{ "cognition", "Cognition and learning" }, { "communication", "Communication and interaction" },
	{ "semh", "Social, emotional and mental health" }, { "sensory", "Sensory and physical" },
	{ "independence", "Independence" }, { "behaviour", "Behaviour" }, { "engagement", "Engagement" },
	{ "reintegration", "Coming back to lessons" }, { NULL, NULL },
};
static const struct choice POINTS[] = {
	{ "point", "A measurement" }, { "start", "Support began" }, { "change", "Support was changed" },
	{ "stop", "Support ended" }, { NULL, NULL },
};
static const struct choice HELPED[] = { { "yes", "It helped" }, { "partly", "It helped a little" }, { "no", "It did not help" },
	{ "not_used", "It was not used" }, { NULL, NULL } };

static const struct field target_fields[TARGET_FIELDS] = {
	[TARGET_PUPIL]       = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[TARGET_PLAN]        = { "plan", "Plan", .type = F_REF, .flags = REQUIRED, .ref = "plan" },
	[TARGET_NUMBER]      = { "number", "Number", .type = F_NUMBER, .flags = REQUIRED, .least = 1, .most = 99 },
	[TARGET_HORIZON]     = { "horizon", "Short or long term", .type = F_CHOICE, .choices = HORIZONS },
	[TARGET_AREA]        = { "area", "Area of need", .type = F_CHOICE, .choices = AREAS },
	[TARGET_OUTCOME]     = { "outcome", "What the child will be able to do", "A benefit for the child, not what staff do",
		F_LONGTEXT,
				 REQUIRED | SEALED | SEARCH, .max = 600, .ask = "Enter what the child will be able to do" },
	[TARGET_BASELINE]    = { "baseline", "Where the child is now", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 400 },
	[TARGET_AIM]         = { "aim", "What we aim for", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 400 },
	[TARGET_MEASURE]     = { "measure", "How we will know", "Who looks at what, how often",
				F_LONGTEXT, SEALED | SEARCH, .max = 400 },
	[TARGET_UNIT]        = { "unit", "Counted in", "For example words a minute, or out of 10", F_TEXT, .max = 40 },
	[TARGET_START]       = { "start_value", "Number now", .type = F_NUMBER, .most = 100000 },
	[TARGET_GOAL]        = { "goal_value", "Number aimed for", .type = F_NUMBER, .most = 100000 },
	[TARGET_BETTER]      = { "better", "Which way is better", .type = F_CHOICE, .choices = BETTER },
	[TARGET_BY]          = { "by_date", "By", .type = F_DATE },
	[TARGET_SCHOOL]      = { "at_school", "What school does", "Who, what, how often: this is the support, not the target",
		F_LONGTEXT,
				 SEALED | SEARCH, .max = 1000 },
	[TARGET_HOME]        = { "at_home", "What home does", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 600 },
	[TARGET_OWN]         = { "own_words", "In the child’s own words", "As the child would say it to a friend", F_LONGTEXT,
				 SEALED | SEARCH, .max = 400 },
	[TARGET_TOWARD]      = { "toward", "Step towards", "The long-term target it serves", F_REF, .ref = "target" },
	[TARGET_HELP]        = { "help_now", "Help given now", .type = F_CHOICE, .choices = HELP_LADDER },
	[TARGET_HELP_NEXT]   = { "help_next", "Next step to less help", .type = F_CHOICE, .choices = HELP_LADDER },
	[TARGET_HELP_BY]     = { "help_by", "Try the next step by", .type = F_DATE },
	[TARGET_MINUTES]     = { "minutes_now", "Adult help now, minutes a week", .type = F_NUMBER, .most = 3000 },
	[TARGET_MINUTES_AIM] = { "minutes_aim", "Adult help aimed for, minutes a week",
				 "Not less than a plan specifies or safety needs", F_NUMBER, .most = 3000 },
	[TARGET_FROM_TARGET] = { "carried_from", "Carried from", .type = F_REF, .flags = BY_SYSTEM, .ref = "target" },
	[TARGET_ANSWERED]    = { "answered", "Left as it is, for these words", "The helper does not ask again while the words stay",
		F_TEXT,
				 BY_SYSTEM, .max = 40 },
	[TARGET_ONLY]        = { "only", "Seen only by", .type = F_TEXT, .flags = BY_SYSTEM, .max = 200 },
};

static const char *now_or_was(const struct form *form, int field, const struct row *was)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

static const struct fault *hangs_on(struct act *act, struct form *form, int only, const char *plan)
{
	if (form->error_count)
		return NULL;
	TRY(plan_only(act, form, only, plan));
	return plan_open(act, form, plan);
}

/* A step leads to a long-term target of the same plan, and to no other. */
static const struct fault *toward_check(struct act *act, struct form *form, const struct row *was)
{
	const char *toward = form_value(form, TARGET_TOWARD);
	struct row *far;

	if (!*toward || act->who->program)
		return NULL;
	TRY(record_get(act, &TARGET, toward, &far));
	if (strcmp(row_text(far, TARGET_PLAN), now_or_was(form, TARGET_PLAN, was)) != 0 ||
		strcmp(row_text(far, TARGET_HORIZON), "long") != 0)
		form_error(form, TARGET_TOWARD, "Choose a long-term target of this plan");
	return NULL;
}

static const struct fault *target_check(struct act *act, struct form *form, struct row *was)
{
	const char *start = now_or_was(form, TARGET_START, was), *goal = now_or_was(form, TARGET_GOAL, was);

	if (*start && *goal && strcmp(start, goal) == 0)
		form_error(form, TARGET_GOAL, "The number aimed for is the number now: enter what would be better");
	TRY(toward_check(act, form, was));
	return hangs_on(act, form, TARGET_ONLY, now_or_was(form, TARGET_PLAN, was));
}

const struct record TARGET = {
	"target", "Target", "Targets", target_fields, TARGET_FIELDS, .about = "pupil", .tier = T2, .when = "by_date",
	.line = "outcome", .order = "number", .keep = "send-file", .hooks = &(const struct hooks){ .before_check = target_check },
	.narrow = "only", .says = "What a child is to be able to do by a date: from where, to where, how it is measured, who does "
	"what at school and at home.",
};

/* The plan of a target, for what hangs on the target alone. */
static const struct fault *plan_of(struct act *act, const char *target, const char **out)
{
	struct row *row;

	*out = "";
	if (!*target)
		return NULL;
	TRY(record_get(act_lift(act), &TARGET, target, &row));
	*out = row_text(row, TARGET_PLAN);
	return NULL;
}

static const struct field progress_fields[PROGRESS_FIELDS] = {
	[PROGRESS_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil" },
	[PROGRESS_TARGET] = { "target", "Target", .type = F_REF, .flags = REQUIRED, .ref = "target" },
	[PROGRESS_ON]     = { "on_day", "On", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE,
				.ask = "Enter the day it was measured" },
	[PROGRESS_KIND]   = { "kind", "What this is", .type = F_CHOICE, .flags = REQUIRED, .choices = POINTS },
	[PROGRESS_VALUE]  = { "value", "Number", .type = F_NUMBER, .most = 100000, .ask = "Enter the number that was measured" },
	[PROGRESS_NOTE]   = { "note", "Note", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 1000 },
	[PROGRESS_BY]     = { "by_staff", "By", .type = F_REF, .ref = "staff" },
	[PROGRESS_ONLY]   = { "only", "Seen only by", .type = F_TEXT, .flags = BY_SYSTEM, .max = 200 },
};

static const struct fault *progress_check(struct act *act, struct form *form, struct row *was)
{
	const char *plan;

	if (strcmp(now_or_was(form, PROGRESS_KIND, was), "point") == 0 && !*now_or_was(form, PROGRESS_VALUE, was))
		form_error(form, PROGRESS_VALUE, "%s", progress_fields[PROGRESS_VALUE].ask);
	if (form->error_count)
		return NULL;
	TRY(plan_of(act, now_or_was(form, PROGRESS_TARGET, was), &plan));
	return hangs_on(act, form, PROGRESS_ONLY, plan);
}

const struct record PROGRESS = {
	"progress", "Point of progress", "Points of progress", progress_fields, PROGRESS_FIELDS, .about = "pupil", .tier = T2,
	.line = "kind", .order = "on_day", .keep = "send-file", .hooks = &(const struct hooks){ .before_check = progress_check },
	.narrow = "only", .says = "A measurement on the way to a target, or the day its support began, changed or ended.",
};

static const struct field review_fields[TARGET_REVIEW_FIELDS] = {
	[TARGET_REVIEW_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil" },
	[TARGET_REVIEW_TARGET] = { "target", "Target", .type = F_REF, .flags = REQUIRED, .ref = "target" },
	[TARGET_REVIEW_PLAN]   = { "plan", "Plan", .type = F_REF, .flags = REQUIRED, .ref = "plan" },
	[TARGET_REVIEW_ON]     = { "reviewed_on", "Looked at on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE },
	[TARGET_REVIEW_RATING] = { "rating", "How it went", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = RATINGS,
				   .ask = "Choose how the target went" },
	[TARGET_REVIEW_VALUE]  = { "value", "Number at the end", .type = F_NUMBER, .most = 100000 },
	[TARGET_REVIEW_NEXT]   = { "next_step", "What next", .type = F_CHOICE, .choices = NEXT_STEPS },
	[TARGET_REVIEW_NOTE]   = { "note", "Note", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 2000 },
	[TARGET_REVIEW_SESSIONS] = { "sessions", "Sessions had", "Of those planned for this child", F_NUMBER, .most = 2000 },
	[TARGET_REVIEW_HELP]   = { "help_now", "Help given now", .type = F_CHOICE, .choices = HELP_LADDER },
	[TARGET_REVIEW_MINUTES] = { "minutes_now", "Adult help now, minutes a week", .type = F_NUMBER, .most = 3000 },
	[TARGET_REVIEW_BY]     = { "by_staff", "By", .type = F_REF, .ref = "staff" },
	[TARGET_REVIEW_ONLY]   = { "only", "Seen only by", .type = F_TEXT, .flags = BY_SYSTEM, .max = 200 },
};

static const struct fault *review_check(struct act *act, struct form *form, struct row *was)
{
	return hangs_on(act, form, TARGET_REVIEW_ONLY, now_or_was(form, TARGET_REVIEW_PLAN, was));
}

const struct record TARGET_REVIEW = {
	"target_review", "Review of a target", "Reviews of targets", review_fields, TARGET_REVIEW_FIELDS, .about = "pupil",
	.tier = T2, .when = "reviewed_on", .line = "rating", .order = "-reviewed_on", .keep = "send-file",
	.hooks = &(const struct hooks){ .before_check = review_check }, .narrow = "only",
	.says = "How a target went: met or not, the number at the end, and whether it is kept, changed or stopped.",
};

/* ---- what helps ---- */

static const struct field bank_fields[STRATEGY_BANK_FIELDS] = {
	[STRATEGY_BANK_TEXT]  = { "text", "What adults do", .type = F_TEXT, .flags = REQUIRED | SEARCH, .max = 240,
				.ask = "Enter what adults do" },
	[STRATEGY_BANK_NEED]  = { "need", "Area of need", .type = F_CHOICE, .flags = INDEXED, .choices = BANK_AREAS },
	[STRATEGY_BANK_PHASE] = { "phase", "For which ages", "Leave empty for all", F_TEXT, .max = 40 },
	[STRATEGY_BANK_REASON]   = { "reason", "Why, and where it comes from", .type = F_LONGTEXT, .max = 1000 },
	[STRATEGY_BANK_FROM]  = { "from", "From", .type = F_DATE },
	[STRATEGY_BANK_UNTIL] = { "until", "Until", .type = F_DATE },
};

const struct record STRATEGY_BANK = {
	"strategy_bank", "Strategy", "Bank of strategies", bank_fields, STRATEGY_BANK_FIELDS, .tier = T0, .from = "from",
	.until = "until", .line = "text", .order = "need text", .keep = "settings",
	.says = "What adults can do that helps, by area of need: the school's own list.",
};

static const struct field use_fields[STRATEGY_USE_FIELDS] = {
	[STRATEGY_USE_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil" },
	[STRATEGY_USE_PLAN]   = { "plan", "Plan", .type = F_REF, .flags = REQUIRED, .ref = "plan" },
	[STRATEGY_USE_BANK]   = { "bank", "From the bank", .type = F_REF, .ref = "strategy_bank" },
	[STRATEGY_USE_TEXT]   = { "text", "What adults do", .type = F_TEXT, .flags = REQUIRED | SEALED | SEARCH,
				.max = 240, .ask = "Enter what adults do" },
	[STRATEGY_USE_WHO]    = { "who", "Who", "For example all teachers", F_TEXT, .max = 120 },
	[STRATEGY_USE_SIDE]   = { "side", "Whose part it is", .type = F_CHOICE, .flags = INDEXED, .choices = ACTION_SIDES },
	[STRATEGY_USE_STAFF]  = { "staff", "Member of staff", .type = F_REF, .ref = "staff" },
	[STRATEGY_USE_OFTEN]  = { "often", "How often", "For example 3 times 20 minutes a week", F_TEXT, .max = 80 },
	[STRATEGY_USE_COVER]  = { "cover", "What whoever stands in needs to know", .type = F_LONGTEXT, .flags = SEALED | SEARCH,
				.max = 600 },
	[STRATEGY_USE_HELPED] = { "helped", "Did it help?", .type = F_CHOICE, .flags = INDEXED, .choices = HELPED },
	[STRATEGY_USE_ONLY]   = { "only", "Seen only by", .type = F_TEXT, .flags = BY_SYSTEM, .max = 200 },
};

static const struct fault *use_check(struct act *act, struct form *form, struct row *was)
{
	return hangs_on(act, form, STRATEGY_USE_ONLY, now_or_was(form, STRATEGY_USE_PLAN, was));
}

const struct record STRATEGY_USE = {
	"strategy_use", "Strategy in a plan", "Strategies in plans", use_fields, STRATEGY_USE_FIELDS, .about = "pupil", .tier = T2,
	.line = "who", .order = "who", .keep = "send-file", .hooks = &(const struct hooks){ .before_check = use_check },
	.narrow = "only", .says = "What is done for a child in a plan, by whom, how often, what cover needs to know, and "
	"whether it helped.",
};
