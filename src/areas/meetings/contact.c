/* contact.c - calls, messages and talks with families, and how often they are planned. Not here: meetings with parents of the
 * register. */
#include "areas/meetings/area.h"

const struct choice CONTACT_CHANNELS[] = {
	{ "phone", "Telephone" }, { "person", "In person" }, { "email", "E-mail" }, { "text", "Text message" },
	{ "video", "Video call" },
	{ "letter", "Letter" }, { "diary", "Home and school book" }, { NULL, NULL },
};

static const struct field log_fields[CONTACT_LOG_FIELDS] = {
	[CONTACT_LOG_PUPIL]        = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
		.ask = "Choose the child" },
	[CONTACT_LOG_CONTACT]      = { "contact", "With whom", .type = F_REF, .ref = "contact" },
	[CONTACT_LOG_WHO]          = { "who", "Somebody else", "Name, and who they are to the child", F_TEXT, THIRD, .max = 160 },
	[CONTACT_LOG_ON]           = { "spoke_on", "When", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED,
		.ask = "Enter the day" },
	[CONTACT_LOG_CHANNEL]      = { "channel", "How", .type = F_CHOICE, .flags = REQUIRED, .choices = CONTACT_CHANNELS,
		.ask = "Choose how you spoke" },
	[CONTACT_LOG_STAFF]        = { "staff", "By", .type = F_REF, .ref = "staff" },
	[CONTACT_LOG_SUMMARY]      = { "summary", "What was said", "In a few sentences. The family may read it one day", F_LONGTEXT,
		REQUIRED | SEALED | SEARCH,
				       .max = 8000, .ask = "Say what was said" },
	[CONTACT_LOG_AGREED]       = { "agreed", "What was agreed", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[CONTACT_LOG_FOLLOW_UP_ON] = { "follow_up_on", "Speak again by", "You are reminded until the next contact is written down",
		F_DATE, INDEXED },
};

static const struct view log_views[] = {
	{ "dates", (const char *const[]){ "pupil", "spoke_on", "channel", "staff", NULL } },
	{ NULL, NULL },
};

const struct record CONTACT_LOG = {
	"contact_log", "Contact with home", "Contacts with home", log_fields, CONTACT_LOG_FIELDS, .about = "pupil", .self = "staff",
		.tier = T2,
	.when = "spoke_on", .line = "summary", .order = "-spoke_on", .keep = "send-file", .views = log_views,
	.says = "A call, message or talk with a child’s family: when, how, what was said and agreed.",
};

static const struct field plan_fields[CONTACT_PLAN_FIELDS] = {
	[CONTACT_PLAN_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[CONTACT_PLAN_STAFF]   = { "staff", "Who is in touch", .type = F_REF, .flags = REQUIRED, .ref = "staff",
		.ask = "Choose who is in touch with the family" },
	[CONTACT_PLAN_CONTACT] = { "contact", "With whom", .type = F_REF, .ref = "contact" },
	[CONTACT_PLAN_WEEKS]   = { "every_weeks", "Every so many weeks", .type = F_NUMBER, .flags = REQUIRED, .least = 1,
		.most = 26,
				   .ask = "Enter every how many weeks, 1 to 26" },
	[CONTACT_PLAN_CHANNEL] = { "channel", "How", .type = F_CHOICE, .flags = REQUIRED, .choices = CONTACT_CHANNELS,
		.ask = "Choose how" },
	[CONTACT_PLAN_FROM]    = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[CONTACT_PLAN_UNTIL]   = { "until", "Until", "Leave empty while it holds", F_DATE },
};

const struct record CONTACT_PLAN = {
	"contact_plan", "Contact plan", "Contact plans", plan_fields, CONTACT_PLAN_FIELDS, .about = "pupil", .self = "staff",
	.tier = T2, .from = "from", .until = "until", .order = "-from", .keep = "send-file", .line = "channel",
	.says = "Who is in touch with a child’s family, how and how often.",
};
