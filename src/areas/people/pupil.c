/* pupil.c - a child, and when the child was on roll. A child who leaves and comes back is the same pupil with a second enrolment.
 * Not here: what the child needs; who the family is. */
#include "areas/people/area.h"

static const struct field pupil_fields[PUPIL_FIELDS] = {
	[PUPIL_KNOWN_AS]       = { "known_as",
			     "Known as", "What the child is called every day. Leave empty if it is the forename", F_TEXT,
				   FOLDED | SEARCH, .max = 80 },
	[PUPIL_KNOWN_SURNAME]  = { "known_surname", "Known by the surname", "Leave empty if it is the legal surname", F_TEXT,
				   FOLDED | SEARCH, .max = 80 },
	[PUPIL_FORENAME]       = { "forename",
			     "Legal forename", "Leave empty if the child has one name only", F_TEXT, FOLDED | SEARCH, .max = 80 },
	[PUPIL_SURNAME]        = { "surname", "Legal surname", .type = F_TEXT, .flags = REQUIRED | FOLDED | SEARCH, .max = 80,
				   .ask = "Enter the child's legal surname" },
	[PUPIL_MIDDLE_NAMES]   = { "middle_names", "Middle names", .type = F_TEXT, .flags = SEARCH, .max = 120 },
	[PUPIL_FORMER_SURNAME] = { "former_surname", "Former surname", .type = F_TEXT, .flags = SEARCH | RESTRICTED, .max = 80 },
	[PUPIL_DOB]            = { "dob", "Date of birth", .type = F_DATE, .flags = NOT_FUTURE | INDEXED },
	[PUPIL_SEX]            = { "sex", "Sex", "Legal sex, as the census asks", F_CHOICE, .choices = SEXES },
	[PUPIL_PRONOUNS]       = { "pronouns", "Pronouns", "As the child and family ask", F_CHOICE, .choices = PRONOUNS },
	[PUPIL_UPN]            = { "upn", "UPN", "Unique pupil number: a letter and 12 more", F_TEXT, INDEXED, .max = 13 },
	[PUPIL_FORMER_UPN]     = { "former_upn", "Former UPN", .type = F_TEXT, .flags = INDEXED | RESTRICTED, .max = 13 },
	[PUPIL_ULN]            = { "uln", "ULN", "Unique learner number: 10 digits", F_TEXT, INDEXED, .max = 10 },
	[PUPIL_MIS_ID]         = { "mis_id", "Admission number", "As the school's management system has it", F_TEXT, INDEXED,
			     .max = 40 },
	[PUPIL_LANGUAGE]       = { "language", "First language", .type = F_CHOICE, .choices = LANGUAGES },
	[PUPIL_ETHNICITY]      = { "ethnicity", "Ethnicity", .type = F_CHOICE, .flags = RESTRICTED, .choices = ETHNICITIES },
	[PUPIL_ADDRESS]        = { "address", "Home address", .type = F_LONGTEXT, .flags = RESTRICTED, .max = 400 },
	[PUPIL_POSTCODE]       = { "postcode", "Postcode", .type = F_TEXT, .flags = RESTRICTED, .max = 10 },
	[PUPIL_ALIAS_OF]       = { "alias_of", "Same child as", "Set when two records are found to be one child", F_REF,
			     BY_SYSTEM,
				   .ref = "pupil" },
};

static const struct view pupil_views[] = {
	{ "name", (const char *const[]){ "known_as", "known_surname", "forename", "surname", "alias_of", NULL } },
	{ NULL, NULL },
};

/* A child is listed and spoken of by known names: fill them from the legal ones,
		and keep them in step while they are the same. */
static void follow(struct form *form, int known, int legal, struct row *was)
{
	const char *typed = form->values[known], *name = form->values[legal];

	if (typed && *typed)
		return;
	if (!was || typed) {
		form_set(form, known, name ? name : was ? row_text(was, legal) : "");
		return;
	}
	if (name && row_has(was, known) && strcmp(row_text(was, known), row_text(was, legal)) == 0)
		form_set(form, known, name);
}

static bool all_of(const char *text, const char *letters)
{
	return strspn(text, letters) == strlen(text);
}

/* Length and alphabet only: a wrong check letter is a warning, since schools do hold mistyped numbers (formats.md 2). */
static void check_numbers(struct form *form)
{
	static const int upns[] = { PUPIL_UPN, PUPIL_FORMER_UPN };
	const char *uln = form_value(form, PUPIL_ULN);

	for (int i = 0; i < 2; i++) {
		const char *upn = form_value(form, upns[i]);

		if (*upn && (strlen(upn) != 13 || !all_of(upn, "ABCDEFGHJKLMNPQRTUVWXYZ0123456789") || *upn < 'A'))
			form_error(form,
			     upns[i], "Enter a UPN of 13 letters and digits, starting with a letter. I, O and S are not used");
	}
	if (*uln && (strlen(uln) != 10 || !all_of(uln, "0123456789") || *uln == '0'))
		form_error(form, PUPIL_ULN, "Enter a ULN of 10 digits. The first is not 0");
}

static const struct fault *pupil_check(__attribute__((unused)) struct act *act, struct form *form, struct row *was)
{
	follow(form, PUPIL_KNOWN_AS, PUPIL_FORENAME, was);
	follow(form, PUPIL_KNOWN_SURNAME, PUPIL_SURNAME, was);
	check_numbers(form);
	return NULL;
}

const struct record PUPIL = {
	"pupil", "Child", "Children", pupil_fields, PUPIL_FIELDS, .self = "id", .tier = T1, .is = IS_PUPIL,
	.order = "known_surname_fold known_as_fold", .keep = "pupil-file", .views = pupil_views,
	.hooks = &(const struct hooks){ .before_check = pupil_check },
	.says = "A child or young person. Two records found to be one child are joined by an alias and can be parted again.",
};

static const struct field enrolment_fields[ENROLMENT_FIELDS] = {
	[ENROLMENT_PUPIL]          = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[ENROLMENT_YEAR]           = { "year", "Year group", "The year the child is taught in", F_CHOICE, INDEXED,
			     .choices = YEARS },
	[ENROLMENT_FORM]           = { "form", "Form", "Registration group or class", F_TEXT, INDEXED | FOLDED, .max = 40 },
	[ENROLMENT_HOUSE]          = { "house", "House", .type = F_TEXT, .max = 40 },
	[ENROLMENT_STATUS]         = { "status", "On roll", .type = F_CHOICE, .flags = REQUIRED, .choices = ENROLMENT_STATUSES,
				       .ask = "Choose how the child is on roll" },
	[ENROLMENT_FROM]           = { "from", "From", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the day the child came on roll" },
	[ENROLMENT_UNTIL]          = { "until", "Last day", "Leave empty while the child is on roll", F_DATE },
	[ENROLMENT_LEAVING_REASON] = { "leaving_reason", "Why the child left", .type = F_CHOICE, .choices = LEAVING_REASONS },
	[ENROLMENT_DESTINATION]    = { "destination", "Where to", "School, college or other place", F_TEXT, .max = 160 },
};

static const struct view enrolment_views[] = {
	{ "now", (const char *const[]){ "pupil", "year", "form", "status", "from", "until", NULL } },
	{ NULL, NULL },
};

const struct record ENROLMENT = {
	"enrolment", "Time on roll", "Times on roll", enrolment_fields, ENROLMENT_FIELDS, .about = "pupil", .tier = T1,
		.when = "from",
	.line = "year", .from = "from", .until = "until", .order = "-from", .keep = "pupil-file", .views = enrolment_views,
	.says = "A time on roll in one year group and form. A new year, form or school begins a new one.",
};
