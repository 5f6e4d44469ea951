/* status.c - on the register,
		off it, or being watched: with reason, evidence, who agreed and when parents were told (CFA s68). */
#include "areas/register/area.h"
#include "areas/register/due.h"

static const struct field status_fields[REGISTER_STATUS_FIELDS] = {
	[REGISTER_STATUS_PUPIL]       = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[REGISTER_STATUS_PROVISION]   = { "provision", "Status", .type = F_CHOICE, .flags = REQUIRED | INDEXED,
			     .choices = PROVISIONS,
					  .ask = "Choose SEN Support, EHC plan or no SEN" },
	[REGISTER_STATUS_FROM]        = { "from", "From", "The day support or the plan starts", F_DATE, REQUIRED | NOT_FUTURE,
					  .ask = "Enter the day it starts" },
	[REGISTER_STATUS_UNTIL]       = { "until", "Last day", "Leave empty while it holds", F_DATE },
	[REGISTER_STATUS_REASON]      = { "reason", "Why", "One sentence that parents would recognise", F_TEXT, .max = 400 },
	[REGISTER_STATUS_EVIDENCE]    = { "evidence", "What shows it",
			     "Assessments, observations, reports, what the child and parents say",
					  F_LONGTEXT, SEALED | SEARCH, .max = 8000 },
	[REGISTER_STATUS_AGREED_BY]   = { "agreed_by",
			     "Agreed with", "For example his mother, and Mr Adeyemi (form tutor)", F_TEXT, .max = 200 },
	[REGISTER_STATUS_TOLD_ON]     = { "parents_told_on", "When were the parents told?",
					  "The law asks you to tell them once support starts (Children and Families Act 2014, "
						"section 68)",
					  F_DATE, NOT_FUTURE },
	[REGISTER_STATUS_TOLD_HOW]    = { "parents_told_how", "How were they told?", .type = F_CHOICE, .choices = TOLD_HOW },
	[REGISTER_STATUS_REVIEW_ON]   = { "review_on", "Next review", "Agreed with parents; usually once a term", F_DATE,
			     INDEXED },
	[REGISTER_STATUS_EXIT_REASON] = { "exit_reason", "Why it ended", .type = F_CHOICE, .choices = EXIT_REASONS },
	[REGISTER_STATUS_SOURCE]      = { "source", "Where this comes from", .type = F_CHOICE, .choices = PROVENANCES },
};

static const struct view status_views[] = {
	{ "status", (const char *const[]){ "pupil", "provision", "from", "until", "review_on", NULL } },
	{ "census", (const char *const[]){ "pupil", "provision", "from", "until", "source", NULL } },
	{ NULL, NULL },
};

static const char *now_or_was(const struct form *form, int field, const struct row *was)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

/* Codes of before 2018 tell history; none of them may be what a child has today. */
static void check_historic(struct form *form, const char *provision, const char *until)
{
	if (*provision && strchr("APQS", *provision) && !*until)
		form_error(form, REGISTER_STATUS_UNTIL,
		"Enter the last day: this status no longer exists, so it cannot be current");
}

static const struct fault *status_check(__attribute__((unused)) struct act *act, struct form *form, struct row *was)
{
	const char *provision = now_or_was(form, REGISTER_STATUS_PROVISION, was), *until = now_or_was(form,
		REGISTER_STATUS_UNTIL, was);
	const char *told = now_or_was(form, REGISTER_STATUS_TOLD_ON, was), *how = now_or_was(form, REGISTER_STATUS_TOLD_HOW, was);

	check_historic(form, provision, until);
	if (strcmp(provision, "K") == 0 && !*told && strcmp(how, "not_yet") != 0 && strcmp(how, "previous") != 0)
		form_error(form, REGISTER_STATUS_TOLD_ON,
		"Enter the date the child's parents were told, or choose “Not told yet”");
	if (*told && strcmp(how, "not_yet") == 0)
		form_error(form, REGISTER_STATUS_TOLD_HOW, "Choose how the parents were told, or clear the date");
	return NULL;
}

static const struct fault *status_added(struct act *act, struct row *row)
{
	return due_of_status(act, row);
}

static const struct fault *status_changed(struct act *act, __attribute__((unused)) struct row *was, struct row *now)
{
	return due_of_status(act, now);
}

const struct record REGISTER_STATUS = {
	"register_status", "SEN status", "SEN statuses", status_fields, REGISTER_STATUS_FIELDS, .about = "pupil", .tier = T2,
	.when = "from", .line = "provision", .from = "from", .until = "until", .order = "-from", .keep = "send-file",
	.views = status_views, .hooks = &(const struct hooks){ .before_check = status_check, .after_add = status_added,
		.after_change = status_changed },
	.says = "A child's place on the SEN register: SEN Support or EHC plan, from when to when, why, and when parents were told.",
};

static const struct field watch_fields[WATCH_FIELDS] = {
	[WATCH_PUPIL]      = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[WATCH_FROM]       = { "from", "Watched from", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE,
			     .ask = "Enter the first day" },
	[WATCH_EXPIRES]    = { "expires_on", "Decide by", "Watching ends that day; you will be asked to decide", F_DATE,
			     REQUIRED | INDEXED, .ask = "Enter the day by which you will decide" },
	[WATCH_WHY]        = { "reason", "What we are watching for", .type = F_LONGTEXT, .flags = REQUIRED | SEALED | SEARCH,
			     .max = 2000, .ask = "Enter what you are watching for" },
	[WATCH_RAISED_BY]  = { "raised_by", "Raised by", .type = F_REF, .ref = "staff" },
	[WATCH_DECISION]   = { "decision", "Decision", .type = F_CHOICE, .choices = WATCH_DECISIONS },
	[WATCH_DECIDED_ON] = { "decided_on", "Decided on", .type = F_DATE, .flags = NOT_FUTURE },
	[WATCH_DECIDED_BY] = { "decided_by", "Decided by", .type = F_REF, .ref = "staff" },
};

static const struct view watch_views[] = {
	{ "status", (const char *const[]){ "pupil", "from", "expires_on", "decision", "decided_on", NULL } },
	{ NULL, NULL },
};

static const struct fault *watch_check(struct act *act, struct form *form, struct row *was)
{
	day from = day_parse(now_or_was(form, WATCH_FROM, was)), expires = day_parse(now_or_was(form, WATCH_EXPIRES, was));

	if (from != DAY_NONE && expires != DAY_NONE && expires <= from)
		form_error(form, WATCH_EXPIRES, "The day to decide by must be after %s", day_long(act->a, from));
	if (*now_or_was(form, WATCH_DECISION, was) && !*now_or_was(form, WATCH_DECIDED_ON, was))
		form_set(form, WATCH_DECIDED_ON, day_iso(act->a, act->today));
	return NULL;
}

static const struct fault *watch_added(struct act *act, struct row *row)
{
	return due_of_watch(act, row);
}

static const struct fault *watch_changed(struct act *act, __attribute__((unused)) struct row *was, struct row *now)
{
	return due_of_watch(act, now);
}

/* In force until decided: .until is the day of the decision, not the day by which it was wanted. */
const struct record WATCH = {
	"watch", "Watch", "Watch list", watch_fields, WATCH_FIELDS, .about = "pupil", .tier = T2, .when = "from", .line = "reason",
	.from = "from", .until = "decided_on", .order = "expires_on", .keep = "send-file", .views = watch_views,
	.hooks = &(const struct hooks){ .before_check = watch_check, .after_add = watch_added, .after_change = watch_changed },
	.says = "A child somebody is worried about who is not on the register: what is watched, and by when somebody decides.",
};
