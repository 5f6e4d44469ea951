/* intake_kinds.c - the kinds of tables that are known, by the headings that tell them apart. Data only; intake_map.c reads it. */
#include "doc/intake_parts.h"

#define WHO_ANY FIELD_UPN, FIELD_ULN, FIELD_MIS_ID, FIELD_SURNAME, FIELD_FULL_NAME, FIELD_FORENAME
#define PUPILS_ONLY FIELD_SEN_STATUS, FIELD_FSM, FIELD_PP, FIELD_ETHNICITY, FIELD_EAL, FIELD_NEED_1

/* The first that fits wins, so the special comes before the general. */
const struct kind_row INTAKE_KINDS[] = {
	{ "giap-pupil-premium", TABLE_PUPILS, W_GIAP, W_WHO, { { FIELD_UPN }, { FIELD_PP_DEPRIVATION },
	{ FIELD_PP_FTE, FIELD_PP_FROM } }, { 0 },
		"a pupil premium download" },
	{ "giap-census", TABLE_PUPILS, W_GIAP, W_PUPIL | W_WHO, { { FIELD_UPN }, { FIELD_MATCH_REF, FIELD_CENSUS_TERM } }, { 0 },
		"a census download" },
	{ "gias", TABLE_SCHOOLS, W_SCHOOL, 0, { { FIELD_URN }, { FIELD_SCHOOL_NAME }, { FIELD_LA_CODE, FIELD_ESTAB } }, { 0 },
		"the register of schools" },
	{ "safeguarding", TABLE_PUPILS, W_SAFEGUARDING, W_WHO, { { FIELD_INCIDENT }, { FIELD_CATEGORIES, FIELD_LINKED } }, { 0 },
		"a safeguarding log" },
	{ "provisions", TABLE_PROVISIONS, W_PROVISION, W_WHO,
		{ { FIELD_PROVISION }, { FIELD_WAVE, FIELD_SESSIONS, FIELD_MINUTES, FIELD_IMPACT, FIELD_ENTRY_DATA,
			FIELD_GROUP_SIZE, FIELD_START, FIELD_TARGET, FIELD_HOURLY_COST, FIELD_COST },
		  { WHO_ANY } }, { PUPILS_ONLY }, "a provision map" },
	{ "contacts", TABLE_CONTACTS, W_CONTACT, W_WHO,
		{ { FIELD_CONTACT_SURNAME, FIELD_CONTACT_NAME, FIELD_CONTACT_FORENAME },
		  { FIELD_RELATIONSHIP, FIELD_PRIORITY, FIELD_PARENTAL_RESPONSIBILITY, FIELD_COURT_ORDER }, { WHO_ANY } },
		{ PUPILS_ONLY }, "a list of contacts" },
	{ "tests", TABLE_TESTS, W_TEST, W_WHO,
		{ { FIELD_STANDARDISED_SCORE, FIELD_READING_AGE, FIELD_SPELLING_AGE, FIELD_SCALED_SCORE, FIELD_STANINE },
		{ WHO_ANY } },
		{ PUPILS_ONLY }, "test results" },
	{ "attendance", TABLE_ATTENDANCE, W_ATTENDANCE, W_WHO, { { FIELD_POSSIBLE, FIELD_ATTENDANCE_PCT }, { WHO_ANY } },
	{ PUPILS_ONLY },
		"an attendance summary" },
	{ "term-dates", TABLE_TERMS, W_TERM, 0, { { FIELD_TERM }, { FIELD_TERM_START }, { FIELD_TERM_END } },
		{ FIELD_UPN, FIELD_SURNAME, FIELD_DOB }, "term dates" },
	{ "bank-holidays", TABLE_HOLIDAYS, W_HOLIDAY, 0, { { FIELD_HOLIDAY }, { FIELD_HOLIDAY_DATE } },
		{ FIELD_UPN, FIELD_SURNAME, FIELD_DOB }, "bank holidays" },
	{ "sen-register", TABLE_PUPILS, W_PUPIL, W_WHO | W_ATTENDANCE | W_CONTACT,
		{ { FIELD_SEN_STATUS, FIELD_EHCP, FIELD_NEEDS, FIELD_NEED_1 },
		{ FIELD_NEXT_REVIEW, FIELD_LAST_REVIEW, FIELD_KEYWORKER,
			FIELD_STRATEGIES, FIELD_STRENGTHS, FIELD_OUTCOMES }, { WHO_ANY } }, { 0 }, "a SEN register" },
	{ "teaching", TABLE_TEACHES, W_CLASS, W_WHO, { { FIELD_CLASS_NAME, FIELD_CLASS_ID },
	{ FIELD_TEACHER, FIELD_STAFF_CODE, FIELD_SUBJECT } },
		{ PUPILS_ONLY, FIELD_SEX, FIELD_DOB }, "classes and who teaches them" },
	{ "staff", TABLE_STAFF, W_STAFF, 0, { { FIELD_STAFF_SURNAME, FIELD_STAFF_NAME }, { FIELD_STAFF_ROLE, FIELD_STAFF_CODE } },
		{ PUPILS_ONLY, FIELD_UPN, FIELD_DOB }, "a list of staff" },
	{ "pupils", TABLE_PUPILS, W_PUPIL, W_WHO | W_ATTENDANCE | W_CONTACT, { { WHO_ANY } }, { 0 }, "a list of pupils" },
};
const int INTAKE_KIND_COUNT = sizeof INTAKE_KINDS / sizeof *INTAKE_KINDS;
