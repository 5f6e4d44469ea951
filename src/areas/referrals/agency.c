/* agency.c - the directory of services outside the school and the people who work there. About no child. */
#include "areas/referrals/area.h"

static const struct field agency_fields[AGENCY_FIELDS] = {
	[AGENCY_NAME]        = { "name", "Name of the service", .type = F_TEXT, .flags = REQUIRED | FOLDED | SEARCH, .max = 120,
				 .ask = "Enter the name of the service" },
	[AGENCY_KIND]        = { "kind", "Kind", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = AGENCY_KINDS,
		.ask = "Choose the kind of service" },
	[AGENCY_PHONE]       = { "phone", "Telephone", .type = F_TEXT, .max = 40 },
	[AGENCY_EMAIL]       = { "email", "E-mail address", .type = F_TEXT, .max = 254 },
	[AGENCY_ADDRESS]     = { "address", "Address", .type = F_LONGTEXT, .max = 400 },
	[AGENCY_FOR]         = { "what_for", "What to ask them for", "Which children, which questions", F_LONGTEXT, SEARCH,
		.max = 2000 },
	[AGENCY_HOW]         = { "how", "How to ask", "The form, the address, what must go with it", F_LONGTEXT, 0, .max = 2000 },
	[AGENCY_REPLY_WEEKS] = { "reply_weeks", "Weeks until they usually answer", "A referral’s answer is expected by then",
		F_NUMBER, .least = 1, .most = 104 },
	[AGENCY_CHECKED_ON]  = { "checked_on", "Last checked on", "When somebody last saw that all this is still right", F_DATE,
		NOT_FUTURE },
	[AGENCY_FROM]        = { "from", "From", .type = F_DATE, .flags = REQUIRED,
		.ask = "Enter the day from which you work with them" },
	[AGENCY_UNTIL]       = { "until", "Until", "Leave empty while you work with them", F_DATE },
};

const struct record AGENCY = {
	"agency", "Service", "Services", agency_fields, AGENCY_FIELDS, .tier = T1, .from = "from", .until = "until",
	.order = "name_fold", .line = "name", .keep = "settings",
	.says = "A service outside the school that gives advice: what for, how to ask, how to reach "
		"it.",
};

static const struct field professional_fields[PROFESSIONAL_FIELDS] = {
	[PROFESSIONAL_AGENCY] = { "agency", "Service", .type = F_REF, .flags = REQUIRED, .ref = "agency",
		.ask = "Choose the service" },
	[PROFESSIONAL_NAME]   = { "name", "Name", .type = F_TEXT, .flags = REQUIRED | FOLDED | SEARCH, .max = 120,
		.ask = "Enter their name" },
	[PROFESSIONAL_JOB]    = { "job", "Job", "For example Educational psychologist", F_TEXT, .max = 120 },
	[PROFESSIONAL_PHONE]  = { "phone", "Telephone", .type = F_TEXT, .max = 40 },
	[PROFESSIONAL_EMAIL]  = { "email", "E-mail address", "Leave empty if they have none: letters then go to the service",
		F_TEXT, .max = 254 },
	[PROFESSIONAL_FROM]   = { "from", "From", .type = F_DATE, .flags = REQUIRED,
		.ask = "Enter the day from which you work with them" },
	[PROFESSIONAL_UNTIL]  = { "until", "Until", "Leave empty while they work there", F_DATE },
};

const struct record PROFESSIONAL = {
	"professional", "Professional", "Professionals", professional_fields, PROFESSIONAL_FIELDS, .tier = T1, .from = "from",
		.until = "until",
	.order = "name_fold", .line = "name", .keep = "settings", .says = "Somebody who works at a service outside the school.",
};
