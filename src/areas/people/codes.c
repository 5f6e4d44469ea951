/* codes.c - short code lists of people. The long ones (ethnicity, language) have files of their own. Not here: what SEN codes
 * mean; those belong to the register. */
#include "areas/people/codes.h"

const struct choice SEXES[] = { { "F", "Female" }, { "M", "Male" }, { NULL, NULL } };

const struct choice YEARS[] = {
	{ "E1", "Early first year" }, { "E2", "Early second year" }, { "N1", "Nursery 1" }, { "N2", "Nursery 2" },
	{ "R", "Reception" }, { "1", "Year 1" }, { "2", "Year 2" }, { "3", "Year 3" }, { "4", "Year 4" }, { "5", "Year 5" },
	{ "6", "Year 6" }, { "7", "Year 7" }, { "8", "Year 8" }, { "9", "Year 9" }, { "10", "Year 10" }, { "11", "Year 11" },
	{ "12", "Year 12" }, { "13", "Year 13" }, { "14", "Year 14" }, { "X", "Not taught by year group" },
	{ NULL, NULL },
};

const struct choice PHASES[] = {
	{ "nursery", "Nursery" }, { "primary", "Primary" }, { "middle", "Middle" }, { "secondary", "Secondary" },
	{ "all", "All through" }, { "special", "Special school" }, { "ap", "Alternative provision" }, { "sixth", "Sixth form" },
	{ NULL, NULL },
};

const struct choice ENROLMENT_STATUSES[] = {
	{ "C", "On roll here alone" },
	{ "M", "On roll at two schools, mainly here" },
	{ "S", "On roll at two schools, mainly at the other" },
	{ "G", "Guest, on roll elsewhere" },
	{ "F", "Registered with a further education college" },
	{ "O", "Registered with another provider" },
	{ "X", "Expected, not yet on roll" },
	{ NULL, NULL },
};

const struct choice LEAVING_REASONS[] = {
	{ "PM", "End of phase: to a maintained school" },
	{ "PI", "End of phase: to an independent school" },
	{ "PF", "End of phase: to a further education or sixth form college" },
	{ "IM", "During the year: to a maintained school" },
	{ "II", "During the year: to an independent school" },
	{ "IF", "During the year: to a further education or sixth form college" },
	{ "NI", "Nursery to infant" },
	{ "IJ", "Infant to junior or primary" },
	{ "FM", "First to middle" },
	{ "JS", "Junior or primary to secondary" },
	{ "MS", "Middle to secondary" },
	{ "ST", "To another school during the year" },
	{ "EO", "Education other than at school or college" },
	{ "EL", "Elective home education" },
	{ "PE", "Permanent exclusion" },
	{ "MI", "Missing child" },
	{ "LC", "Left the country" },
	{ "EM", "Emigration" },
	{ "MD", "Parent posted by the armed forces" },
	{ "DD", "Died" },
	{ "AT", "Apprenticeship, training or employment, aged 16 to 18" },
	{ "NH", "Leaving age: to higher education" },
	{ "NT", "Leaving age: to training" },
	{ "NE", "Leaving age: to employment" },
	{ "NU", "Leaving age: unemployed" },
	{ "FE", "Leaver: further education" },
	{ "HE", "Leaver: higher education" },
	{ "TR", "Leaver: training" },
	{ "WK", "Leaver: employment" },
	{ "UN", "Leaver: unemployed" },
	{ "OS", "Leaver: another school's sixth form" },
	{ "OT", "Leaver: other or not known" },
	{ "OR", "Other reason" },
	{ "UK", "Not known" },
	{ NULL, NULL },
};

const struct choice RELATIONSHIPS[] = {
	{ "PAM", "Mother" }, { "PAF", "Father" }, { "STM", "Stepmother" }, { "STF", "Stepfather" }, { "FOM", "Foster mother" },
	{ "FOF", "Foster father" }, { "CAR", "Carer" }, { "FAM", "Other family member" }, { "REL", "Other relative" },
	{ "SWR", "Social worker" }, { "CHM", "Childminder" }, { "DOC", "Doctor" }, { "HTC", "Head teacher" }, { "TCH",
		"Teacher" },
	{ "RLG", "Religious or spiritual contact" }, { "OTH", "Other contact" },
	{ NULL, NULL },
};

const struct choice LIMIT_KINDS[] = {
	{ "address", "Do not disclose the child's address" },
	{ "no_contact", "No contact with the child" },
	{ "no_information", "Send no information" },
	{ "supervised", "Supervised contact only" },
	{ "collect", "May not collect the child" },
	{ "order", "Court order: read it before acting" },
	{ NULL, NULL },
};

const struct choice HOLIDAY_KINDS[] = {
	{ "term", "Term" }, { "half", "Half-term holiday" }, { "bank", "Bank holiday" }, { "other", "Other holiday" },
	{ NULL, NULL },
};

const struct choice TERM_DAY_KINDS[] = {
	{ "inset", "Staff day, no pupils" }, { "closed", "Closed" }, { "open", "Open, though the calendar says closed" },
	{ NULL, NULL },
};

const struct choice CLASS_KINDS[] = { { "form", "Form or registration group" }, { "teaching", "Teaching group" }, { NULL,
		NULL } };

const struct choice CASELOAD_KINDS[] = {
	{ "keyworker", "Keyworker" }, { "ta", "Works with the child" }, { "mentor", "Mentor" }, { NULL, NULL },
};

const struct choice FLAG_CODES[] = {
	{ "PP", "Pupil premium" }, { "FSM", "Free school meals" }, { "E6", "Free school meals in the last six years" },
	{ "LAC", "Looked after" }, { "PLAC", "Previously looked after" }, { "EAL", "English as an additional language" },
	{ "SVC", "Service child" }, { "YC", "Young carer" }, { "CIN", "Has a social worker" }, { "TOPUP", "LA top-up funding" },
	{ "UNIT", "In a SEN unit" }, { "RP", "In resourced provision" }, { "EXAM", "Exam arrangements" },
	{ NULL, NULL },
};

const struct choice FLAG_SOURCES[] = {
	{ "mis", "School's management system" }, { "dfe", "Department for Education" }, { "la", "Local authority" },
	{ "parent", "Parent or carer" }, { "school", "School" }, { NULL, NULL },
};

const struct choice PRONOUNS[] = { { "she", "she, her" }, { "he", "he, him" }, { "they", "they, them" }, { NULL, NULL } };
