/* request.c - somebody asks what the school keeps about a child. The answer is due in one calendar month (clock sar-response). */
#include "areas/governance/area.h"

#include <string.h>

#include "record/act.h"

static const struct choice KINDS[] = {
	{ "access", "A copy of what is kept (subject access)" }, { "record", "The educational record" },
	{ "correct", "A correction" },
	{ "erase", "Erasure" }, { NULL, NULL },
};

static const struct choice CAPACITIES[] = {
	{ "child", "The child" }, { "parent", "A parent, for the child" }, { "other", "Somebody who acts for them" },
	{ NULL, NULL },
};

static const struct field fields[SAR_FIELDS] = {
	[SAR_PUPIL]    = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[SAR_KIND]     = { "kind", "What is asked for", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = KINDS },
	[SAR_ASKED_BY] = { "asked_by", "Who asks", .type = F_TEXT, .flags = REQUIRED | THIRD, .max = 160 },
	[SAR_CAPACITY] = { "capacity", "As whom", "A child who understands, from about 12, asks for themselves", F_CHOICE, REQUIRED,
			   .choices = CAPACITIES },
	[SAR_RECEIVED] = { "received_on", "Received", "The month runs from this day, or from the day identity and scope were clear",
		F_DATE,
			   REQUIRED | NOT_FUTURE },
	[SAR_IDENTITY] = { "identity_on", "Identity and authority seen", .type = F_DATE, .flags = NOT_FUTURE },
	[SAR_SCOPE]    = { "scope", "What they want to know", .type = F_LONGTEXT, .flags = SEALED, .max = 4000 },
	[SAR_WITHHELD] = { "withheld", "What was withheld, and why",
		"Name the exemption: others' data, serious harm, advice of a lawyer",
			   F_LONGTEXT, SEALED | THIRD, .max = 8000 },
	[SAR_ANSWERED] = { "answered_on", "Answered", .type = F_DATE, .flags = NOT_FUTURE },
};

static const struct fault *check(__attribute__((unused)) struct act *act, struct form *form, struct row *was)
{
	const char *received = form->values[SAR_RECEIVED] ? form->values[SAR_RECEIVED] : was ? row_text(was, SAR_RECEIVED) : "";
	const char *answered = form_value(form, SAR_ANSWERED);

	if (*answered && *received && strcmp(answered, received) < 0)
		form_error(form, SAR_ANSWERED, "The day it was answered must be on or after the day it was received");
	return NULL;
}

const struct record SUBJECT_ACCESS_REQUEST = {
	"subject_access_request", "Request for data", "Requests for data", fields, SAR_FIELDS, .about = "pupil", .tier = T2,
	.when = "received_on", .line = "kind", .order = "-received_on", .keep = "data-request",
	.hooks = &(const struct hooks){ .before_check = check },
	.says = "Somebody asks for a copy, a correction or the erasure of what is kept about a child.",
};
