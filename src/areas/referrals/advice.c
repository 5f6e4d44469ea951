/* advice.c - what a report said, what the school decided on each recommendation, who does what by when, and the look at it each
 * term. */
#include <string.h>

#include "areas/referrals/area.h"

static const char *value(const struct form *form, const struct row *was, int field)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

/* ---- the report ---- */

static const struct field report_fields[ADVICE_REPORT_FIELDS] = {
	[ADVICE_REPORT_PUPIL]       = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
		.ask = "Choose the child" },
	[ADVICE_REPORT_TITLE]       = { "title", "What it is", "For example Educational psychologist’s report", F_TEXT,
		REQUIRED | SEARCH, .max = 160,
					.ask = "Enter what it is" },
	[ADVICE_REPORT_REFERRAL]    = { "referral", "Referral it answers", .type = F_REF, .ref = "referral" },
	[ADVICE_REPORT_AGENCY]      = { "agency", "Service", .type = F_REF, .ref = "agency" },
	[ADVICE_REPORT_DOCUMENT]    = { "document", "Document", .type = F_REF, .ref = "document" },
	[ADVICE_REPORT_AUTHOR]      = { "author", "Who wrote it", "Name and job", F_TEXT, REQUIRED | THIRD, .max = 160,
		.ask = "Enter who wrote it" },
	[ADVICE_REPORT_WRITTEN_ON]  = { "written_on", "Date on the report", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE,
					.ask = "Enter the date on the report" },
	[ADVICE_REPORT_RECEIVED_ON] = { "received_on", "When it came", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED,
					.ask = "Enter the day it came" },
	[ADVICE_REPORT_FINDINGS]    = { "findings", "What they found",
		"A short summary in your words; the report itself is kept beside "
		"it",
					F_LONGTEXT, SEALED | SEARCH, .max = 20000 },
	[ADVICE_REPORT_SHARING]     = { "sharing", "How far it may go", .type = F_CHOICE, .flags = REQUIRED, .choices = SHARING,
					.ask = "Choose how far it may go" },
	[ADVICE_REPORT_LIMITS]      = { "limits", "What else was agreed about sharing", .type = F_LONGTEXT, .flags = SEALED | THIRD,
		.max = 2000 },
	[ADVICE_REPORT_READ_BY]     = { "read_by", "Read by", .type = F_REF, .ref = "staff" },
	[ADVICE_REPORT_CLOSED_ON]   = { "closed_on", "Closed on", .type = F_DATE, .flags = NOT_FUTURE | INDEXED },
	[ADVICE_REPORT_LINK]        = { "link", "Came by the link", .type = F_TEXT, .flags = BY_SYSTEM, .max = 64 },
};

/* Nothing in a report can be forgotten: it is open while anything of it is. */
static const struct fault *report_check(struct act *act, struct form *form, struct row *was)
{
	struct ask open = { .where = { { RECOMMENDATION_DECISION, EMPTY, "" } }, .clear_only = true },
		undone = { .clear_only = true };
	struct rows all, actions;
	int64_t undecided, left = 0;

	if (!was || !form->values[ADVICE_REPORT_CLOSED_ON] || !*form->values[ADVICE_REPORT_CLOSED_ON])
		return NULL;
	open.where[1].field = RECOMMENDATION_REPORT, open.where[1].op = IS, open.where[1].value = row_id(was);
	TRY(record_count(act, &RECOMMENDATION, &open, &undecided));
	undone.where[0].field = RECOMMENDATION_REPORT, undone.where[0].op = IS, undone.where[0].value = row_id(was);
	TRY(record_list(act, &RECOMMENDATION, &undone, &all));
	TRY(record_list(act, &ADVICE_ACTION, &(struct ask){ .pupil = row_about(was),
		.where = { { ADVICE_ACTION_DONE_ON, EMPTY, "" } }, .clear_only = true }, &actions));
	for (int i = 0; i < actions.count; i++)
		for (int k = 0; k < all.count; k++)
			left += strcmp(row_text(actions.row[i], ADVICE_ACTION_RECOMMENDATION), row_id(all.row[k])) == 0;
	if (undecided || left)
		form_error(form, ADVICE_REPORT_CLOSED_ON,
			"It cannot be closed yet: %lld recommendation%s not decided, %lld action%s "
			"not done",
			(long long)undecided, undecided == 1 ? "" : "s", (long long)left, left == 1 ? "" : "s");
	return NULL;
}

static const struct fault *report_added(struct act *act, struct row *row)
{
	return advice_due(act, row);
}

static const struct fault *report_changed(struct act *act, __attribute__((unused)) struct row *was, struct row *now)
{
	return advice_due(act, now);
}

const struct record ADVICE_REPORT = {
	"advice_report", "Report from outside", "Reports from outside", report_fields, ADVICE_REPORT_FIELDS, .about = "pupil",
	.tier = T2, .when = "received_on", .line = "title", .order = "-received_on", .keep = "send-file",
	.hooks = &(const struct hooks){ .before_check = report_check, .after_add = report_added, .after_change = report_changed },
	.says = "A report about a child by somebody outside the school: who wrote it, what they found, how far it may go.",
};

/* ---- its recommendations ---- */

static const struct field recommendation_fields[RECOMMENDATION_FIELDS] = {
	[RECOMMENDATION_PUPIL]      = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
		.ask = "Choose the child" },
	[RECOMMENDATION_REPORT]     = { "report", "Report", .type = F_REF, .flags = REQUIRED, .ref = "advice_report",
		.ask = "Choose the report" },
	[RECOMMENDATION_NUMBER]     = { "number", "Number", .type = F_NUMBER, .flags = REQUIRED, .least = 1, .most = 500,
		.ask = "Enter its number" },
	[RECOMMENDATION_TEXT]       = { "text", "What it says", "As the report has it", F_LONGTEXT, REQUIRED | SEALED | SEARCH,
		.max = 4000,
					.ask = "Enter what the report says" },
	[RECOMMENDATION_DECISION]   = { "decision", "What you decide", .type = F_CHOICE, .flags = INDEXED,
		.choices = ADVICE_DECISIONS },
	[RECOMMENDATION_REASON]     = { "reason", "Why", "Needed if you do it in another way, or not", F_LONGTEXT, SEALED,
		.max = 4000 },
	[RECOMMENDATION_DECIDED_ON] = { "decided_on", "Decided on", .type = F_DATE, .flags = NOT_FUTURE },
	[RECOMMENDATION_DECIDED_BY] = { "decided_by", "Decided by", .type = F_REF, .ref = "staff" },
};

static const struct fault *recommendation_check(__attribute__((unused)) struct act *act, struct form *form, struct row *was)
{
	const char *decision = value(form, was, RECOMMENDATION_DECISION);

	if (*value(form, was, RECOMMENDATION_REASON))
		return NULL;
	if (strcmp(decision, "adapted") == 0)
		form_error(form, RECOMMENDATION_REASON, "Say what you do instead, and why");
	else if (strcmp(decision, "declined") == 0)
		form_error(form, RECOMMENDATION_REASON, "Say why you do not do it: a Tribunal may ask");
	return NULL;
}

static const struct fault *recommendation_added(struct act *act, struct row *row)
{
	return advice_due_of(act, row_text(row, RECOMMENDATION_REPORT));
}

static const struct fault *recommendation_changed(struct act *act, __attribute__((unused)) struct row *was, struct row *now)
{
	return advice_due_of(act, row_text(now, RECOMMENDATION_REPORT));
}

const struct record RECOMMENDATION = {
	"recommendation", "Recommendation", "Recommendations", recommendation_fields, RECOMMENDATION_FIELDS, .about = "pupil",
	.tier = T2, .when = "decided_on", .line = "decision", .order = "report number", .keep = "send-file",
	.hooks = &(const struct hooks){ .before_check = recommendation_check, .after_add = recommendation_added,
		.after_change = recommendation_changed },
	.says = "One recommendation of a report, and what the school decided on it with its reason.",
};

/* ---- what is done about them ---- */

static const struct field action_fields[ADVICE_ACTION_FIELDS] = {
	[ADVICE_ACTION_PUPIL]          = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
		.ask = "Choose the child" },
	[ADVICE_ACTION_RECOMMENDATION] = { "recommendation", "Recommendation", .type = F_REF, .flags = REQUIRED,
		.ref = "recommendation",
					   .ask = "Choose the recommendation" },
	[ADVICE_ACTION_WHAT]           = { "what", "What is done", "So that whoever does it needs nothing else", F_LONGTEXT,
		REQUIRED | SEALED | SEARCH,
					   .max = 2000, .ask = "Say what is done" },
	[ADVICE_ACTION_OWNER]          = { "owner", "Who does it", .type = F_REF, .flags = REQUIRED, .ref = "staff",
		.ask = "Choose who does it" },
	[ADVICE_ACTION_DUE_ON]         = { "due_on", "By when", .type = F_DATE, .flags = REQUIRED | INDEXED,
		.ask = "Enter the day by which it is done" },
	[ADVICE_ACTION_TOLD_ON]        = { "told_on", "They were told on", .type = F_DATE, .flags = NOT_FUTURE },
	[ADVICE_ACTION_DONE_ON]        = { "done_on", "Done on", .type = F_DATE, .flags = NOT_FUTURE | INDEXED },
	[ADVICE_ACTION_EVIDENCE]       = { "evidence", "What shows it", "What you see now, or where it stands", F_LONGTEXT,
		SEALED | SEARCH, .max = 4000 },
};

static const struct view action_views[] = {
	{ "done", (const char *const[]){ "pupil", "told_on", "done_on", "evidence", NULL } },
	{ NULL, NULL },
};

static const struct fault *action_check(__attribute__((unused)) struct act *act, struct form *form, struct row *was)
{
	if (*value(form, was, ADVICE_ACTION_DONE_ON) && !*value(form, was, ADVICE_ACTION_EVIDENCE))
		form_error(form, ADVICE_ACTION_EVIDENCE, "Say in a sentence what shows that it is done");
	return NULL;
}

const struct record ADVICE_ACTION = {
	"advice_action", "Action on advice", "Actions on advice", action_fields, ADVICE_ACTION_FIELDS, .about = "pupil",
	.self = "owner", .tier = T2, .when = "due_on", .line = "what", .order = "due_on", .keep = "send-file",
	.views = action_views, .hooks = &(const struct hooks){ .before_check = action_check },
	.says = "What is done about a recommendation: by whom, by when, and what shows that it was.",
};

/* ---- the look at it each term ---- */

static const struct field review_fields[ADVICE_REVIEW_FIELDS] = {
	[ADVICE_REVIEW_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[ADVICE_REVIEW_REPORT] = { "report", "Report", .type = F_REF, .flags = REQUIRED, .ref = "advice_report",
		.ask = "Choose the report" },
	[ADVICE_REVIEW_ON]     = { "reviewed_on", "Looked at on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED,
				   .ask = "Enter the day you looked at it" },
	[ADVICE_REVIEW_BY]     = { "staff", "By", .type = F_REF, .ref = "staff" },
	[ADVICE_REVIEW_RESULT] = { "result", "How far it is", .type = F_CHOICE, .flags = REQUIRED, .choices = REVIEW_RESULTS,
		.ask = "Choose how far it is" },
	[ADVICE_REVIEW_NOTE]   = { "note", "What you see", "What helped, what did not, what changes", F_LONGTEXT,
		REQUIRED | SEALED | SEARCH, .max = 4000,
				   .ask = "Say in a sentence what you see" },
};

static const struct fault *review_added(struct act *act, struct row *row)
{
	return advice_due_of(act, row_text(row, ADVICE_REVIEW_REPORT));
}

static const struct fault *review_changed(struct act *act, __attribute__((unused)) struct row *was, struct row *now)
{
	return advice_due_of(act, row_text(now, ADVICE_REVIEW_REPORT));
}

const struct record ADVICE_REVIEW = {
	"advice_review", "Review of a report", "Reviews of reports", review_fields, ADVICE_REVIEW_FIELDS, .about = "pupil",
	.tier = T2, .when = "reviewed_on", .line = "result", .order = "-reviewed_on", .keep = "send-file",
	.hooks = &(const struct hooks){ .after_add = review_added, .after_change = review_changed },
	.says = "A look at what became of a report, once a term until it is closed.",
};
