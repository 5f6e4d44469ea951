/* contact.c - a child's family and others to ring, and what must not be said to whom. */
#include "areas/people/area.h"

static const struct field contact_fields[CONTACT_FIELDS] = {
	[CONTACT_PUPIL]          = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[CONTACT_TITLE]          = { "title", "Title", .type = F_TEXT, .flags = THIRD, .max = 20 },
	[CONTACT_FORENAME]       = { "forename", "Forename", .type = F_TEXT, .flags = SEARCH | THIRD, .max = 80 },
	[CONTACT_SURNAME]        = { "surname", "Surname", .type = F_TEXT, .flags = REQUIRED | FOLDED | SEARCH | THIRD, .max = 80,
				     .ask = "Enter the contact's surname" },
	[CONTACT_RELATIONSHIP]   = { "relationship", "Relationship to the child", .type = F_CHOICE, .flags = REQUIRED,
				     .choices = RELATIONSHIPS, .ask = "Choose how they are related to the child" },
	[CONTACT_PRIORITY]       = { "priority", "Order to ring", "1 is rung first", F_NUMBER, .least = 1, .most = 20 },
	[CONTACT_RESPONSIBILITY] = { "responsibility", "Has parental responsibility", .type = F_YESNO },
	[CONTACT_LIVES_WITH]     = { "lives_with", "The child lives with them", .type = F_YESNO },
	[CONTACT_PHONE]          = { "phone", "Telephone", .type = F_TEXT, .flags = THIRD, .max = 40 },
	[CONTACT_PHONE_OTHER]    = { "phone_other", "Other telephone", .type = F_TEXT, .flags = THIRD, .max = 40 },
	[CONTACT_EMAIL]          = { "email", "E-mail address", .type = F_TEXT, .flags = THIRD, .max = 254 },
	[CONTACT_ADDRESS]        = { "address",
			     "Address", "Leave empty if they live with the child", F_LONGTEXT, THIRD | RESTRICTED, .max = 400 },
	[CONTACT_POSTCODE]       = { "postcode", "Postcode", .type = F_TEXT, .flags = THIRD | RESTRICTED, .max = 10 },
	[CONTACT_LETTERS]        = { "letters", "Gets letters", .type = F_YESNO },
	[CONTACT_LANGUAGE]       = { "language", "Language to use", .type = F_CHOICE, .choices = LANGUAGES },
	[CONTACT_INTERPRETER]    = { "interpreter", "Needs an interpreter", .type = F_YESNO },
	[CONTACT_FROM]           = { "from", "From", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the day from which this holds" },
	[CONTACT_UNTIL]          = { "until", "Until", "Leave empty while this holds", F_DATE },
};

static const struct view contact_views[] = {
	{ "basic", (const char *const[]){ "pupil", "title", "forename", "surname", "relationship", "priority", "phone",
		"phone_other", "email", "language", "interpreter", "from", "until", NULL } },
	{ "name", (const char *const[]){ "pupil", "title", "forename", "surname", "relationship", "from", "until", NULL } },
	{ NULL, NULL },
};

const struct record CONTACT = {
	"contact", "Contact", "Contacts", contact_fields, CONTACT_FIELDS, .about = "pupil", .tier = T1, .from = "from",
		.until = "until",
	.order = "priority surname_fold", .keep = "pupil-file", .views = contact_views,
	.says = "A parent, carer or other person to reach about a child.",
};

static const struct field contact_limit_fields[CONTACT_LIMIT_FIELDS] = {
	[CONTACT_LIMIT_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[CONTACT_LIMIT_CONTACT] = { "contact", "Whom it limits", "Leave empty if it holds for everybody", F_REF,
			     .ref = "contact" },
	[CONTACT_LIMIT_KIND]    = { "kind", "What must not happen", .type = F_CHOICE, .flags = REQUIRED, .choices = LIMIT_KINDS,
				    .ask = "Choose what must not happen" },
	[CONTACT_LIMIT_DETAIL]  = { "detail",
			     "What the order or the family says", "Enough to act on. The order itself belongs in documents",
				    F_LONGTEXT, SEALED | THIRD, .max = 4000 },
	[CONTACT_LIMIT_FROM]    = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the day it took effect" },
	[CONTACT_LIMIT_UNTIL]   = { "until", "Until", "Leave empty if it has no end", F_DATE },
	[CONTACT_LIMIT_SEEN]    = { "order_seen_on", "When the school saw the order", .type = F_DATE, .flags = NOT_FUTURE },
};

static const struct view contact_limit_views[] = {
	{ "flag", (const char *const[]){ "pupil", "from", "until", NULL } },
	{ NULL, NULL },
};

const struct record CONTACT_LIMIT = {
	"contact_limit", "Limit on contact", "Limits on contact", contact_limit_fields, CONTACT_LIMIT_FIELDS,
		.about = "pupil", .tier = T2,
	.from = "from", .until = "until", .order = "-from", .keep = "pupil-file", .views = contact_limit_views,
	.says = "What must not be told or given to whom: a hidden address, a court order, no contact.",
};
