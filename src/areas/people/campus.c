/* campus.c - a school of the installation,
		its settings and its calendar. Not here: bank holidays of England, which law/ knows. */
#include "areas/people/area.h"
#include "areas/people/settings.h"

static const struct field campus_fields[CAMPUS_FIELDS] = {
	[CAMPUS_NAME]       = { "name", "Name of the school", .type = F_TEXT, .flags = REQUIRED | FOLDED, .max = 120 },
	[CAMPUS_URN]        = { "urn", "URN", "Six digits, from Get Information about Schools", F_TEXT, INDEXED, .max = 6 },
	[CAMPUS_LAESTAB]    = { "laestab", "DfE number", "Local authority and establishment number, for example 999 4567",
			     F_TEXT, INDEXED,
				.max = 8 },
	[CAMPUS_LA]         = { "la", "Local authority", "Its name, as letters to parents say it", F_TEXT, .max = 80 },
	[CAMPUS_PHASE]      = { "phase", "Phase", .type = F_CHOICE, .flags = REQUIRED, .choices = PHASES,
				.ask = "Choose the school's phase" },
	[CAMPUS_YEAR_FIRST] = { "year_first", "Youngest year group", .type = F_CHOICE, .choices = YEARS },
	[CAMPUS_YEAR_LAST]  = { "year_last", "Oldest year group", .type = F_CHOICE, .choices = YEARS },
	[CAMPUS_ADDRESS]    = { "address", "Address", "As it stands at the head of a letter", F_LONGTEXT, .max = 400 },
	[CAMPUS_POSTCODE]   = { "postcode", "Postcode", .type = F_TEXT, .max = 10 },
	[CAMPUS_PHONE]      = { "phone", "Telephone", "Parents are told to ring this number", F_TEXT, .max = 40 },
	[CAMPUS_EMAIL]      = { "email", "E-mail address", .type = F_TEXT, .max = 254 },
	[CAMPUS_HEAD]       = { "head", "Head teacher", "As letters are signed", F_TEXT, .max = 120 },
	[CAMPUS_OPENED]     = { "opened_on", "Opened", .type = F_DATE },
	[CAMPUS_CLOSED]     = { "closed_on", "Closed", .type = F_DATE },
};

static const struct view campus_views[] = {
	{ "name", (const char *const[]){ "name", "phase", "phone", NULL } },
	{ NULL, NULL },
};

const struct record CAMPUS = {
	"campus", "School", "Schools", campus_fields, CAMPUS_FIELDS, .tier = T0, .order = "name_fold", .keep = "settings",
	.views = campus_views, .says = "A school or site with a roll, a calendar and staff of its own.",
};

static const struct field setting_fields[SETTING_FIELDS] = {
	[SETTING_NAME]  = { "name", "Setting", .type = F_TEXT, .flags = REQUIRED | INDEXED, .max = 80,
			     .ask = "Choose the setting" },
	[SETTING_VALUE] = { "value", "Value", "A length (6 weeks, 10 school days), a margin (margin 2: two days earlier) or a date "
		"(by 2027-03-01)",
			     F_TEXT, .max = 2000 },
	[SETTING_FROM]  = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day it applies" },
	[SETTING_UNTIL] = { "until", "Until", "Leave empty while it applies", F_DATE },
	[SETTING_WHY]   = { "reason", "Why", "For whoever asks later", F_TEXT, .max = 400 },
};

const struct record SETTING = {
	"setting", "Setting", "Settings", setting_fields, SETTING_FIELDS, .tier = T1, .from = "from", .until = "until",
	.order = "name -from", .keep = "settings",
	.hooks = &(const struct hooks){ .before_check = setting_check },
		.says = "What this school has decided where law or the program leaves a choice.",
};

static const struct field holiday_fields[HOLIDAY_FIELDS] = {
	[HOLIDAY_KIND]  = { "kind", "Kind", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = HOLIDAY_KINDS,
			    .ask = "Choose term or holiday" },
	[HOLIDAY_NAME]  = { "name", "Name", "For example Autumn term, or October half-term", F_TEXT, REQUIRED, .max = 80 },
	[HOLIDAY_FROM]  = { "from", "First day", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[HOLIDAY_UNTIL] = { "until", "Last day", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the last day" },
};

const struct record HOLIDAY = {
	"holiday", "Term or holiday", "Terms and holidays", holiday_fields, HOLIDAY_FIELDS, .tier = T0, .from = "from",
	.until = "until", .order = "from", .keep = "settings",
	.says = "The school's terms and the holidays within them. School days are counted from these.",
};

static const struct field term_day_fields[TERM_DAY_FIELDS] = {
	[TERM_DAY_ON]   = { "on_day", "Day", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the day" },
	[TERM_DAY_KIND] = { "kind", "What it is", .type = F_CHOICE, .flags = REQUIRED, .choices = TERM_DAY_KINDS,
			    .ask = "Choose what kind of day it is" },
	[TERM_DAY_WHY]  = { "reason", "Why", "For example snow, or an election", F_TEXT, .max = 120 },
};

const struct record TERM_DAY = {
	"term_day", "Odd day", "Odd days", term_day_fields, TERM_DAY_FIELDS, .tier = T0, .order = "on_day", .keep = "settings",
	.says = "A single day on which the school is closed, or open to staff alone, or open against its calendar.",
};
