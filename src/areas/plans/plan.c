/* plan.c - a child's plan, what people say of it and who signed it. What its type asks for is packed in `more` (record/shape.h).
 * How a cycle goes from step to step is cycle_pages.c; here stands what may never happen, whoever writes. */
#include <string.h>

#include "areas/plans/area.h"
#include "seal/hash.h"
#include "law/due.h"

static const struct field plan_fields[PLAN_FIELDS] = {
	[PLAN_PUPIL]     = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[PLAN_TYPE_REF]  = { "plan_type", "Kind of plan", .type = F_REF, .flags = REQUIRED, .ref = "plan_type",
				.ask = "Choose the kind of plan" },
	[PLAN_NUMBER]    = { "number", "Cycle", "Which one of its kind for this child", F_NUMBER, .least = 1, .most = 999 },
	[PLAN_STATE]     = { "state", "Step", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = PLAN_STATES },
	[PLAN_FROM]      = { "from", "From", "The day it was agreed", F_DATE },
	[PLAN_REVIEW_ON] = { "review_on", "Review on", "Agreed with parents; usually once a term", F_DATE, INDEXED },
	[PLAN_UNTIL]     = { "until", "Until", .type = F_DATE },
	[PLAN_LEAD]      = { "lead", "Who leads it", "The class or subject teacher stays responsible (Code 6.52)", F_REF,
				.ref = "staff" },
	[PLAN_FOLLOWS]   = { "follows", "Follows", .type = F_REF, .flags = BY_SYSTEM, .ref = "plan" },
	[PLAN_WORRY]     = { "worry", "Began with", "The worry it began with", F_TEXT, BY_SYSTEM, .max = 40 },
	[PLAN_TOLD_ON]   = { "parents_told_on", "When were the parents told?", .type = F_DATE, .flags = NOT_FUTURE },
	[PLAN_TOLD_HOW]  = { "parents_told_how", "How were they told?", "For example at a meeting", F_TEXT, .max = 80 },
	[PLAN_SHARED_ON] = { "shared_on", "Shared with parents on", "Parents see nothing of a plan before this", F_DATE },
	[PLAN_DECISION]  = { "decision", "What happens next", .type = F_CHOICE, .choices = PLAN_DECISIONS },
	[PLAN_SIGNED_ON] = { "signed_on", "Review signed on", .type = F_DATE, .flags = BY_SYSTEM | INDEXED },
	[PLAN_ONLY]      = { "only", "Seen only by", .type = F_TEXT, .flags = BY_SYSTEM, .max = 200 },
	[PLAN_MORE]      = { "more", "What it says", .type = F_LONGTEXT, .flags = BY_SYSTEM | SEALED | SEARCH, .max = 100000 },
};

static const struct view plan_views[] = {
	{ "dates", (const char *const[]){ "pupil", "plan_type", "number", "state", "from", "review_on", "until", "lead", "only",
		NULL } },
	{ NULL, NULL },
};

static const char *now_or_was(const struct form *form, int field, const struct row *was)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

static bool is_over(const char *state)
{
	return strcmp(state, "signed") == 0 || strcmp(state, "ended") == 0;
}

/* The kind of plan says who alone sees it; a plan takes that over when it begins and keeps it. */
static const struct fault *take_over(struct act *act, struct form *form)
{
	struct row *type;

	TRY(record_get(act_lift(act), &PLAN_TYPE, form_value(form, PLAN_TYPE_REF), &type));
	if (strcmp(row_text(type, PLAN_TYPE_STATE), "use") != 0)
		form_error(form, PLAN_TYPE_REF, "%s is not in use: choose another kind of plan", row_text(type, PLAN_TYPE_NAME));
	if (*row_text(type, PLAN_TYPE_VIEWERS))
		form->values[PLAN_ONLY] = row_text(type, PLAN_TYPE_VIEWERS);
	return NULL;
}

/* Whoever has the child in class writes the child's profile; a cycle's plan is the SENCO's to change, and they add to it. */
static const struct fault *own_hands(struct act *act, struct form *form, const struct row *was)
{
	struct row *type;

	if (!record_own_only(act, &PLAN, RIGHT_EDIT))
		return NULL;
	TRY(record_get(act_lift(act), &PLAN_TYPE, row_text(was, PLAN_TYPE_REF), &type));
	if (!row_int(type, PLAN_TYPE_SHEET))
		form_error(form, -1, "Only the SENCO changes this plan. You can add your views, progress and how each target went");
	return NULL;
}

static const struct fault *plan_check(struct act *act, struct form *form, struct row *was)
{
	const char *from = now_or_was(form, PLAN_FROM, was), *review = now_or_was(form, PLAN_REVIEW_ON, was);

	if (was && is_over(row_text(was, PLAN_STATE)) && !act->who->program) {
		form_error(form, -1, "This plan was closed on %s and stays as it was signed. Begin the next one",
			day_long(act->a, row_day(was, *row_text(was, PLAN_SIGNED_ON) ? PLAN_SIGNED_ON : PLAN_UNTIL)));
		return NULL;
	}
	if (*from && *review && strcmp(review, from) <= 0)
		form_error(form, PLAN_REVIEW_ON, "The day of the review must be after the day the plan was agreed");
	if (act->who->program || form->error_count)
		return NULL;
	return was ? own_hands(act, form, was) : take_over(act, form);
}

const struct record PLAN = {
	"plan", "Plan", "Plans", plan_fields, PLAN_FIELDS, .about = "pupil", .tier = T2, .when = "from", .line = "state",
	.from = "from", .until = "until", .order = "-from -number", .keep = "send-file", .views = plan_views,
	.hooks = &(const struct hooks){ .before_check = plan_check }, .narrow = "only", .shared = "shared_on",
	.pack = "more", .shape = plan_shape,
	.says = "A plan for a child: what is known, what is aimed at, what is done, how it went. What it asks for is its type's.",
};

const struct fault *plan_open(struct act *act, struct form *form, const char *plan)
{
	struct row *row;

	if (act->who->program || !*plan)
		return NULL;
	TRY(record_get(act, &PLAN, plan, &row));
	if (is_over(row_text(row, PLAN_STATE)))
		form_error(form, -1, "The review of this plan is signed, so nothing of it can be changed. Begin the next one");
	return NULL;
}

const struct fault *plan_only(struct act *act, struct form *form, int field, const char *plan)
{
	struct row *row;

	if (!*plan)
		return NULL;
	TRY(record_get(act_lift(act), &PLAN, plan, &row));
	form->values[field] = row_text(row, PLAN_ONLY);
	return NULL;
}

/* ---- what people say ---- */

static const struct field view_fields[PLAN_VIEW_FIELDS] = {
	[PLAN_VIEW_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[PLAN_VIEW_PLAN]    = { "plan", "Plan", .type = F_REF, .flags = REQUIRED, .ref = "plan" },
	[PLAN_VIEW_TARGET]  = { "target", "About target", .type = F_REF, .ref = "target" },
	[PLAN_VIEW_WHOSE]   = { "whose", "Whose views", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = VOICES,
				.ask = "Choose whose views these are" },
	[PLAN_VIEW_CONTACT] = { "contact", "Which parent or carer", .type = F_REF, .ref = "contact" },
	[PLAN_VIEW_NAME]    = { "name", "Their name", "If they are not in the list", F_TEXT, .max = 120 },
	[PLAN_VIEW_ON]      = { "given_on", "Given on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE },
	[PLAN_VIEW_HOW]     = { "how", "How they were gathered",
		"For example talking, drawing, symbols, with an advocate; and who helped",
				F_TEXT, .max = 200 },
	[PLAN_VIEW_AGREES]  = { "agrees", "Do they agree with the plan?", .type = F_CHOICE, .choices = AGREES },
	[PLAN_VIEW_FEELS]   = { "feels", "How it feels, from 1 (hard) to 5 (good)", .type = F_NUMBER, .least = 1, .most = 5 },
	[PLAN_VIEW_WELL]    = { "well", "What is going well", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000,
				.ask = "Enter something they said: what goes well, what is hard or what they would like" },
	[PLAN_VIEW_HARD]    = { "hard", "What is hard", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[PLAN_VIEW_WANTS]   = { "wants", "What they would like", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[PLAN_VIEW_THROUGH] = { "through", "How it came", .type = F_CHOICE, .flags = BY_SYSTEM, .choices = THROUGH },
	[PLAN_VIEW_ONLY]    = { "only", "Seen only by", .type = F_TEXT, .flags = BY_SYSTEM, .max = 200 },
};

/* What is said of a target is said of the plan it stands in. */
static const struct fault *view_target(struct act *act, struct form *form, const char *plan)
{
	struct row *target;

	if (!*form_value(form, PLAN_VIEW_TARGET))
		return NULL;
	TRY(record_get(act_lift(act), &TARGET, form_value(form, PLAN_VIEW_TARGET), &target));
	if (strcmp(row_text(target, TARGET_PLAN), plan) != 0)
		form_error(form, PLAN_VIEW_TARGET, "Choose a target of this plan");
	return NULL;
}

static const struct fault *view_check(struct act *act, struct form *form, struct row *was)
{
	const char *plan = now_or_was(form, PLAN_VIEW_PLAN, was);

	if (!*now_or_was(form, PLAN_VIEW_WELL, was) && !*now_or_was(form, PLAN_VIEW_HARD, was) &&
		!*now_or_was(form, PLAN_VIEW_WANTS, was) &&
		!*now_or_was(form, PLAN_VIEW_AGREES, was) && !*now_or_was(form, PLAN_VIEW_FEELS, was))
		form_error(form, PLAN_VIEW_WELL, "%s", view_fields[PLAN_VIEW_WELL].ask);
	if (form->error_count)
		return NULL;
	TRY(view_target(act, form, plan));
	TRY(plan_only(act, form, PLAN_VIEW_ONLY, plan));
	return plan_open(act, form, plan);
}

const struct record PLAN_VIEW = {
	"plan_view", "Views", "Views", view_fields, PLAN_VIEW_FIELDS, .about = "pupil", .tier = T2, .when = "given_on",
	.line = "whose", .order = "-given_on", .keep = "send-file", .hooks = &(const struct hooks){ .before_check = view_check },
	.narrow = "only", .says = "What the child, a parent, a teacher or a professional said about a plan, in their own words, "
	"and how it was gathered.",
};

/* ---- who signed ---- */

static const struct field signature_fields[SIGNATURE_FIELDS] = {
	[SIGNATURE_PUPIL]        = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil" },
	[SIGNATURE_PLAN]         = { "plan", "Plan", .type = F_REF, .flags = REQUIRED, .ref = "plan" },
	[SIGNATURE_ROLE]         = { "role", "Signed as", .type = F_CHOICE, .flags = REQUIRED, .choices = VOICES },
	[SIGNATURE_NAME]         = { "name", "Name", .type = F_TEXT, .flags = REQUIRED, .max = 120,
				.ask = "Enter the name of who signs" },
	[SIGNATURE_ACCOUNT]      = { "account", "Account", .type = F_REF, .flags = BY_SYSTEM, .ref = "account" },
	[SIGNATURE_CONTACT]      = { "contact", "Parent or carer", .type = F_REF, .ref = "contact" },
	[SIGNATURE_AT]           = { "signed_at", "Signed", .type = F_TIME, .flags = REQUIRED | NOT_FUTURE },
	[SIGNATURE_PLAN_VERSION] = { "plan_version", "Version of the plan that was signed", .type = F_NUMBER, .flags = BY_SYSTEM },
	[SIGNATURE_WORDS]        = { "words", "What they added", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 2000 },
	[SIGNATURE_THROUGH]      = { "through", "How it came", .type = F_CHOICE, .flags = BY_SYSTEM, .choices = THROUGH },
	[SIGNATURE_OF]           = { "signs", "What was signed", .type = F_CHOICE, .flags = BY_SYSTEM, .choices = SIGNED },
	[SIGNATURE_ONLY]         = { "only", "Seen only by", .type = F_TEXT, .flags = BY_SYSTEM, .max = 200 },
	[SIGNATURE_READ]         = { "words_read", "Print of the words that were read", .type = F_TEXT, .flags = BY_SYSTEM | SEALED,
		.max = 64 },
};

const char *plan_words_print(struct arena *a, const struct row *plan)
{
	return seal_token_hash(a, row_text(plan, PLAN_MORE));
}

static const struct fault *signature_check(struct act *act, struct form *form, __attribute__((unused)) struct row *was)
{
	return form->error_count ? NULL : plan_only(act, form, SIGNATURE_ONLY, form_value(form, SIGNATURE_PLAN));
}

const struct record SIGNATURE = {
	"signature", "Signature", "Signatures", signature_fields, SIGNATURE_FIELDS, .about = "pupil", .tier = T2, .is = APPEND_ONLY,
	.when = "signed_at", .line = "role", .order = "-signed_at", .keep = "send-file",
	.hooks = &(const struct hooks){ .before_check = signature_check }, .narrow = "only",
	.says = "Who signed which version of a plan, as what, when, and what they added. Never changed.",
};

/* ---- who has read a profile ---- */

static const struct field read_fields[PROFILE_READ_FIELDS] = {
	[PROFILE_READ_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil" },
	[PROFILE_READ_PLAN]    = { "plan", "Profile", .type = F_REF, .flags = REQUIRED, .ref = "plan" },
	[PROFILE_READ_VERSION] = { "plan_version", "Version read", .type = F_NUMBER, .flags = REQUIRED },
	[PROFILE_READ_STAFF]   = { "staff", "Read by", .type = F_REF, .flags = REQUIRED, .ref = "staff" },
	[PROFILE_READ_AT]      = { "read_at", "Read", .type = F_TIME, .flags = REQUIRED | NOT_FUTURE },
	[PROFILE_READ_RIGHT]   = { "answered", "Questions about it answered rightly", .type = F_NUMBER },
};

const struct record PROFILE_READ = {
	"profile_read", "Reading of a profile", "Readings of profiles", read_fields, PROFILE_READ_FIELDS, .about = "pupil",
	.self = "staff", .tier = T2, .is = APPEND_ONLY, .order = "-read_at", .keep = "send-file",
	.says = "A member of staff has read a version of a child's profile.",
};

/* ---- whether it is put into practice ---- */

static const struct field use_fields[PROFILE_USE_FIELDS] = {
	[PROFILE_USE_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil" },
	[PROFILE_USE_PLAN]    = { "plan", "Profile", .type = F_REF, .flags = REQUIRED, .ref = "plan" },
	[PROFILE_USE_VERSION] = { "plan_version", "Version in use", .type = F_NUMBER, .flags = REQUIRED },
	[PROFILE_USE_CLASS]   = { "class", "In which class", .type = F_REF, .flags = REQUIRED, .ref = "class" },
	[PROFILE_USE_STAFF]   = { "staff", "Used by", .type = F_REF, .flags = REQUIRED, .ref = "staff" },
	[PROFILE_USE_AT]      = { "used_at", "In use since", .type = F_TIME, .flags = REQUIRED | NOT_FUTURE },
};

const struct record PROFILE_USE = {
	"profile_use", "Use of a profile", "Uses of profiles", use_fields, PROFILE_USE_FIELDS, .about = "pupil", .tier = T2,
	.self = "staff", .when = "used_at", .line = "class", .order = "-used_at", .keep = "send-file",
	.says = "That a teacher does what a profile says in a class, and since when.",
};
