/* referral.c - asking a service for advice about a child, from the question in school to the answer. Not here: what the report
 * said. */
#include <string.h>

#include "areas/referrals/area.h"

static const struct field fields[REFERRAL_FIELDS] = {
	[REFERRAL_PUPIL]        = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[REFERRAL_AGENCY]       = { "agency", "Service", .type = F_REF, .ref = "agency" },
	[REFERRAL_PROFESSIONAL] = { "professional", "Person there", .type = F_REF, .ref = "professional" },
	[REFERRAL_WHY]          = { "reason", "What do you want to know?",
		"The question in your own words, and what has been tried", F_LONGTEXT,
				    REQUIRED | SEALED | SEARCH, .max = 8000, .ask = "Say what you want to know" },
	[REFERRAL_CONSENT_BY]   = { "consent_by", "Who agreed to it", .type = F_CHOICE, .choices = CONSENT_WHO },
	[REFERRAL_CONSENT_ON]   = { "consent_on", "When they agreed", .type = F_DATE, .flags = NOT_FUTURE },
	[REFERRAL_ASKED_BY]     = { "asked_by", "Asked for by", .type = F_REF, .ref = "staff" },
	[REFERRAL_ASKED_ON]     = { "asked_on", "Asked for on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE,
		.ask = "Enter the day it was asked for" },
	[REFERRAL_SENT_ON]      = { "sent_on", "Sent on", .type = F_DATE, .flags = NOT_FUTURE },
	[REFERRAL_STATE]        = { "state", "Where it stands", .type = F_CHOICE, .flags = REQUIRED | INDEXED,
		.choices = REFERRAL_STATES,
				    .ask = "Choose where it stands" },
	[REFERRAL_VISIT_ON]     = { "visit_on", "Visit on", .type = F_DATE, .flags = INDEXED },
	[REFERRAL_REPLY_BY]     = { "reply_by", "Answer expected by", "You are reminded from this day on", F_DATE, INDEXED },
	[REFERRAL_CLOSED_ON]    = { "closed_on", "Closed on", .type = F_DATE, .flags = NOT_FUTURE },
	[REFERRAL_OUTCOME]      = { "outcome", "What came of it", "Why it was not accepted, or how it ended", F_LONGTEXT,
		SEALED | SEARCH, .max = 4000 },
};

static const struct view views[] = {
	{ "state", (const char *const[]){ "pupil", "agency", "professional", "asked_by", "asked_on", "sent_on", "state", "visit_on",
		"reply_by", "closed_on", NULL } },
	{ "consent", (const char *const[]){ "pupil", "agency", "consent_by", "consent_on", "sent_on", "state", NULL } },
	{ NULL, NULL },
};

static const char *value(const struct form *form, const struct row *was, int field)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

static const struct fault *check(__attribute__((unused)) struct act *act, struct form *form, struct row *was)
{
	const char *state = value(form, was, REFERRAL_STATE);
	bool went = strcmp(state, "asked") != 0 && strcmp(state, "closed") != 0;

	if (went && !*value(form, was, REFERRAL_AGENCY))
		form_error(form, REFERRAL_AGENCY, "Choose the service it went to");
	if (went && !*value(form, was, REFERRAL_CONSENT_BY))
		form_error(form, REFERRAL_CONSENT_BY, "Say who agreed before it is sent");
	if (strcmp(state, "visit") == 0 && !*value(form, was, REFERRAL_VISIT_ON))
		form_error(form, REFERRAL_VISIT_ON, "Enter the day of the visit");
	if ((strcmp(state, "declined") == 0 || strcmp(state, "closed") == 0) && !*value(form, was, REFERRAL_OUTCOME))
		form_error(form, REFERRAL_OUTCOME, "Say in a sentence what came of it");
	return NULL;
}

const struct record REFERRAL = {
	"referral", "Referral", "Referrals", fields, REFERRAL_FIELDS, .about = "pupil", .self = "asked_by", .tier = T2,
		.when = "asked_on",
	.line = "state", .order = "-asked_on", .keep = "send-file", .views = views,
		.hooks = &(const struct hooks){ .before_check = check },
	.says = "A service was asked for advice about a child: what for, who agreed, and where it stands.",
};
