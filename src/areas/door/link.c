/* link.c - a one-time link and what somebody says through one. Not here: who stands behind a link at a request (web/link.c). */
#include <string.h>

#include "areas/door/area.h"

static const struct choice TO_KINDS[] = {
	{ "contact", "A parent or another contact" }, { "pupil", "The child" }, { "professional", "A professional" },
	{ NULL, NULL },
};

static const struct choice WAYS[] = { { "email", "By e-mail" }, { "handed", "Handed over on paper" }, { NULL, NULL } };

static const struct field link_fields[LINK_FIELDS] = {
	[LINK_PUPIL]        = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[LINK_TO_KIND]      = { "to_kind", "For", .type = F_CHOICE, .flags = REQUIRED, .choices = TO_KINDS,
		.ask = "Choose whom it is for" },
	[LINK_CONTACT]      = { "contact", "Contact", .type = F_REF, .ref = "contact" },
	[LINK_PROFESSIONAL] = { "professional", "Professional", .type = F_TEXT, .max = 64 },
	[LINK_NAME]         = { "name", "Name", .type = F_TEXT, .flags = REQUIRED | THIRD, .max = 160,
		.ask = "Enter the person's name" },
	[LINK_TASK]         = { "task", "What they are asked", .type = F_TEXT, .flags = REQUIRED | INDEXED, .max = 40,
				.ask = "Choose what they are asked" },
	[LINK_TARGET]       = { "target", "About which record", .type = F_TEXT, .max = 64 },
	[LINK_WAY]          = { "way", "How the link goes", .type = F_CHOICE, .flags = REQUIRED, .choices = WAYS,
				.ask = "Choose how the link goes" },
	[LINK_SENT_TO]      = { "sent_to", "Sent to", .type = F_TEXT, .flags = THIRD, .max = 254 },
	[LINK_CODE_TO]      = { "code_to", "Code goes to", "Empty: the school reads it out", F_TEXT, THIRD, .max = 254 },
	[LINK_AGREED]       = { "agreed", "Made knowing what stands in the way", .type = F_YESNO },
	[LINK_MADE_BY]      = { "made_by", "Made by", .type = F_TEXT, .max = 64 },
	[LINK_TOKEN]        = { "token", "Token", "Kept as a hash", F_TEXT, BY_SYSTEM | SECRET | INDEXED, .max = 64 },
	[LINK_EXPIRES]      = { "expires_at", "Valid until", .type = F_TIME, .flags = BY_SYSTEM },
	[LINK_CODE]         = { "code", "Code", "Kept as a hash", F_TEXT, BY_SYSTEM | SECRET, .max = 64 },
	[LINK_CODE_UNTIL]   = { "code_until", "Code valid until", .type = F_TIME, .flags = BY_SYSTEM },
	[LINK_CODE_TRIES]   = { "code_tries", "Wrong tries of the code", .type = F_NUMBER, .flags = BY_SYSTEM, .most = 1000 },
	[LINK_CODES]        = { "codes", "Codes made", .type = F_NUMBER, .flags = BY_SYSTEM, .most = 1000 },
	[LINK_OPENED]       = { "opened_at", "First opened", .type = F_TIME, .flags = BY_SYSTEM },
	[LINK_USED]         = { "used_at", "Done", .type = F_TIME, .flags = BY_SYSTEM },
	[LINK_MADE]         = { "made_at", "Made", .type = F_TIME, .flags = BY_SYSTEM },
};

const struct record LINK = {
	"link", "One-time link", "One-time links", link_fields, LINK_FIELDS, .about = "pupil", .tier = T2, .is = SYSTEM_ONLY,
	.order = "-made_at", .keep = "account",
	.says = "A link that lets somebody without an account do one thing about one child, once.",
};

const char *link_state(const struct row *link, const char *now)
{
	if (row_withdrawn(link))
		return "Withdrawn";
	if (*row_text(link, LINK_USED))
		return "Done";
	if (strcmp(row_text(link, LINK_EXPIRES), now) < 0)
		return "Over";
	return *row_text(link, LINK_OPENED) ? "Opened" : "Not opened yet";
}

/* ---- what they say ---- */

static const struct choice VIEW_KINDS[] = {
	{ "contact", "Parent or carer" }, { "pupil", "The child" }, { "professional", "Professional" },
	{ "staff", "Written down by staff" },
	{ NULL, NULL },
};

static const struct field views_fields[VIEWS_FIELDS] = {
	[VIEWS_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[VIEWS_KIND]   = { "kind", "Who says so", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = VIEW_KINDS,
		.ask = "Choose who says so" },
	[VIEWS_NAME]   = { "name", "Name", .type = F_TEXT, .flags = REQUIRED | THIRD, .max = 160, .ask = "Enter who said it" },
	[VIEWS_ON]     = { "said_on", "When", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE, .ask = "Enter the day it was said" },
	[VIEWS_SCALE]  = { "scale", "How school is going, 1 (very hard) to 5 (great)", .type = F_NUMBER, .least = 1, .most = 5 },
	[VIEWS_WELL]   = { "well", "What goes well", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[VIEWS_HARD]   = { "hard", "What is hard", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[VIEWS_HELPS]  = { "helps", "What helps, or would help", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[VIEWS_OTHER]  = { "other", "Anything else", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[VIEWS_TARGET] = { "target", "Said for", .type = F_TEXT, .max = 64 },
	[VIEWS_LINK]   = { "link", "Came by the link", .type = F_TEXT, .flags = INDEXED, .max = 64 },
};

const struct record VIEWS = {
	"views", "What somebody said", "What they said", views_fields, VIEWS_FIELDS, .about = "pupil", .tier = T2,
		.when = "said_on", .line = "kind", .order = "-said_on",
	.keep = "send-file",
	.says = "What a parent, the child or a professional said for themselves about how things are.",
};
