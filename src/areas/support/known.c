/* known.c - what is known, and what is still to be found out: barriers, groupings of needs, the way to a diagnosis, assessments to
 * do, the school's tests, behaviour in numbers. */
#include "areas/support/area.h"

#include <string.h>

static const struct choice HOW_KNOWN[] = {
	{ "teacher", "Teacher's assessment" }, { "screening", "Screening or test in school" }, { "specialist",
		"Specialist's report" },
	{ "parent", "Parents' report" }, { "child", "The child says so" }, { "previous", "Previous school" }, { NULL, NULL },
};

static const struct choice BASES[] = {
	{ "guidance", "Statutory guidance in force" }, { "local", "The school's or authority's own" }, { "proposed",
		"Proposed, not in force" },
	{ NULL, NULL },
};

static const struct choice CENSUS_TYPES[] = {
	{ "SPLD", "Specific learning difficulty" }, { "MLD", "Moderate learning difficulty" }, { "SLD",
		"Severe learning difficulty" },
	{ "PMLD", "Profound and multiple learning difficulty" }, { "SEMH", "Social, emotional and mental health" },
	{ "SLCN", "Speech, language and communication needs" }, { "ASD", "Autistic spectrum disorder" }, { "HI",
		"Hearing impairment" },
	{ "VI", "Vision impairment" }, { "MSI", "Multi-sensory impairment" }, { "PD", "Physical disability" }, { "DS",
		"Down syndrome" },
	{ "NSA", "SEN Support, type not yet assessed" }, { "OTH", "Other difficulty or disability" }, { NULL, NULL },
};

static const struct choice KINDS_OF_SCORE[] = {
	{ "standard", "Standard score" }, { "scaled", "Scaled score" }, { "raw", "Raw score" }, { "age",
		"Reading or spelling age" },
	{ "percentile", "Percentile" }, { "rating", "Rating on a scale" }, { "count", "Count" }, { "other", "Other, in words" },
	{ NULL, NULL },
};

const struct choice PATHWAY_STATES[] = {
	{ "referred", "Referred" }, { "accepted", "Referral accepted" }, { "waiting", "On the waiting list" }, { "seen", "Seen" },
	{ "outcome", "Outcome known" }, { NULL, NULL },
};

/* Neutral words: what was found stands in the sealed note. */
const struct choice PATHWAY_OUTCOMES[] = {
	{ "found", "Diagnosis made" }, { "not_found", "No diagnosis" }, { "declined", "Referral declined" }, { "withdrawn",
		"Family withdrew" },
	{ "more", "Referred on" }, { NULL, NULL },
};

static const struct field barrier_fields[BARRIER_FIELDS] = {
	[BARRIER_PUPIL] = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[BARRIER_NEED]  = { "need", "Need it comes with", "Leave empty if it belongs to no recorded need", F_REF, .ref = "need" },
	[BARRIER_TEXT]  = { "text", "What stands in the way",
		"What the child cannot yet do because of it, in a lesson or at home", F_LONGTEXT,
			    REQUIRED | SEALED | SEARCH, .max = 1000, .ask = "Enter what stands in the way" },
	[BARRIER_HOW]   = { "identified_how", "How we know", .type = F_CHOICE, .choices = HOW_KNOWN },
	[BARRIER_BY]    = { "identified_by", "From whom", "Name and post, or service", F_TEXT, THIRD, .max = 160 },
	[BARRIER_FROM]  = { "from", "Since", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the day from which it is recorded" },
	[BARRIER_UNTIL] = { "until", "Until", "Leave empty while it holds", F_DATE },
};

const struct record BARRIER = {
	"barrier", "Barrier", "Barriers", barrier_fields, BARRIER_FIELDS, .about = "pupil", .tier = T2, .when = "from",
		.line = "text",
	.from = "from", .until = "until", .order = "-from", .keep = "send-file",
	.says = "What stands in a child's way, beside the category that the census asks for, and how that is known.",
};

static const struct field area_fields[NEED_AREA_FIELDS] = {
	[NEED_AREA_SCHEME] = { "scheme", "Grouping", "For example SEND Code 2015", F_TEXT, REQUIRED | FOLDED, .max = 80,
			       .ask = "Enter the name of the grouping" },
	[NEED_AREA_NAME]   = { "name", "Area", .type = F_TEXT, .flags = REQUIRED | FOLDED, .max = 120,
		.ask = "Enter the name of the area" },
	[NEED_AREA_BASIS]  = { "basis", "What it rests on", .type = F_CHOICE, .flags = REQUIRED, .choices = BASES,
		.ask = "Choose what it rests on" },
	[NEED_AREA_PLACE]  = { "place", "Place", "1 is shown first", F_NUMBER, REQUIRED, .least = 1, .most = 50,
		.ask = "Enter its place" },
	[NEED_AREA_FROM]   = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the day from which it is used" },
	[NEED_AREA_UNTIL]  = { "until", "Until", "Leave empty while it is used", F_DATE },
};

const struct record NEED_AREA = {
	"need_area", "Area of need", "Areas of need", area_fields, NEED_AREA_FIELDS, .tier = T0, .from = "from", .until = "until",
	.order = "scheme_fold place", .keep = "settings",
	.says = "One area of one way to group needs, in force from a day: several groupings may stand beside each other.",
};

static const struct field type_fields[NEED_AREA_TYPE_FIELDS] = {
	[NEED_AREA_TYPE_AREA] = { "area", "Area", .type = F_REF, .ref = "need_area", .ask = "Choose the area" },
	[NEED_AREA_TYPE_TYPE] = { "type", "Census type", .type = F_CHOICE, .flags = REQUIRED, .choices = CENSUS_TYPES,
				  .ask = "Choose the census type" },
};

const struct record NEED_AREA_TYPE = {
	"need_area_type", "Census type in an area", "Census types in areas", type_fields, NEED_AREA_TYPE_FIELDS, .tier = T0,
	.order = "type", .keep = "settings", .says = "Which census types of need an area holds; a type may stand in several areas.",
};

static const struct field pathway_fields[PATHWAY_FIELDS] = {
	[PATHWAY_PUPIL]       = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[PATHWAY_CONDITION]   = { "condition", "What is being looked into", .type = F_TEXT, .flags = REQUIRED | SEALED | SEARCH,
		.max = 160,
				  .ask = "Enter what is being looked into" },
	[PATHWAY_SERVICE]     = { "service", "Service", "Who was asked to look", F_TEXT, REQUIRED | SEALED, .max = 160,
				  .ask = "Enter the service" },
	[PATHWAY_STATE]       = { "state", "Where it stands", .type = F_CHOICE, .flags = REQUIRED | INDEXED,
		.choices = PATHWAY_STATES,
				  .ask = "Choose where it stands" },
	[PATHWAY_REFERRED_ON] = { "referred_on", "Referred on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE,
		.ask = "Enter the day of the referral" },
	[PATHWAY_BY]          = { "referred_by", "Referred by", "The school, the doctor, the parents", F_TEXT, THIRD, .max = 160 },
	[PATHWAY_AGREED_ON]   = { "parents_agreed_on", "Parents agreed on", "Leave empty if they referred the child themselves",
		F_DATE, NOT_FUTURE },
	[PATHWAY_ACCEPTED_ON] = { "accepted_on", "Accepted on", .type = F_DATE, .flags = NOT_FUTURE },
	[PATHWAY_SEEN_ON]     = { "seen_on", "First seen on", .type = F_DATE, .flags = NOT_FUTURE },
	[PATHWAY_OUTCOME]     = { "outcome", "Outcome", .type = F_CHOICE, .choices = PATHWAY_OUTCOMES },
	[PATHWAY_OUTCOME_ON]  = { "outcome_on", "Outcome on", .type = F_DATE, .flags = NOT_FUTURE },
	[PATHWAY_NOTE]        = { "note", "What was found and what it asks of us", .type = F_LONGTEXT, .flags = SEALED | SEARCH,
		.max = 4000 },
};

static const struct view pathway_views[] = {
	{ "summary", (const char *const[]){ "pupil", "state", "referred_on", "accepted_on", "seen_on", "outcome_on", NULL } },
		{ NULL, NULL },
};

static const struct fault *pathway_check(struct act *act, struct form *form, struct row *was)
{
	static const int DAYS[] = { PATHWAY_ACCEPTED_ON, PATHWAY_SEEN_ON, PATHWAY_OUTCOME_ON };
	static const char *const WORDS[] = { "accepted", "seen", "finished" };
	const char *state = form->values[PATHWAY_STATE] ? form->values[PATHWAY_STATE] : was ? row_text(was, PATHWAY_STATE) : "";
	const char *sent = form->values[PATHWAY_REFERRED_ON] ? form->values[PATHWAY_REFERRED_ON] : was ? row_text(was,
		PATHWAY_REFERRED_ON) : "";

	(void)act;
	for (int i = 0; i < 3; i++) {
		day on = day_typed(form_value(form, DAYS[i])), from = day_typed(sent);

		if (on != DAY_NONE && from != DAY_NONE && on < from)
			form_error(form, DAYS[i], "The day it was %s must be on or after the referral", WORDS[i]);
	}
	if (strcmp(state, "outcome") == 0 && !*form_value(form, PATHWAY_OUTCOME) && !(was && *row_text(was, PATHWAY_OUTCOME)))
		form_error(form, PATHWAY_OUTCOME, "Choose the outcome");
	return NULL;
}

const struct record DIAGNOSIS_PATHWAY = {
	"diagnosis_pathway", "Diagnosis pathway", "Diagnosis pathways", pathway_fields, PATHWAY_FIELDS, .about = "pupil",
		.tier = T2,
	.when = "referred_on", .line = "state", .order = "-referred_on", .keep = "send-file", .views = pathway_views,
	.hooks = &(const struct hooks){ .before_check = pathway_check },
	.says = "The way to a possible diagnosis: referred, accepted, waiting, seen, outcome; what it is about is sealed.",
};

static const struct field plan_fields[ASSESSMENT_PLAN_FIELDS] = {
	[ASSESSMENT_PLAN_PUPIL]      = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
		.ask = "Choose the child" },
	[ASSESSMENT_PLAN_WHAT]       = { "what", "What to find out", "For example reading: accuracy and speed", F_TEXT,
		REQUIRED, .max = 160,
					 .ask = "Enter what to find out" },
	[ASSESSMENT_PLAN_WHY]        = { "reason", "Why", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 1000 },
	[ASSESSMENT_PLAN_STAFF]      = { "staff", "Who in school", .type = F_REF, .ref = "staff" },
	[ASSESSMENT_PLAN_WHO]        = { "who", "Who, in words", "A service or a visiting professional", F_TEXT, THIRD,
		.max = 120 },
	[ASSESSMENT_PLAN_SPECIALIST] = { "specialist", "Needs a specialist assessor", .type = F_YESNO },
	[ASSESSMENT_PLAN_ASKED_ON]   = { "asked_on", "Asked for on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE,
		.ask = "Enter the day it was asked for" },
	[ASSESSMENT_PLAN_DUE_ON]     = { "due_on", "By", .type = F_DATE, .flags = REQUIRED | INDEXED,
		.ask = "Enter the day by which it is wanted" },
	[ASSESSMENT_PLAN_DONE_ON]    = { "done_on", "Done on", .type = F_DATE, .flags = NOT_FUTURE | INDEXED },
	[ASSESSMENT_PLAN_ASSESSMENT] = { "assessment", "Result", .type = F_REF, .ref = "assessment" },
	[ASSESSMENT_PLAN_WORRY]      = { "worry", "Worry", .type = F_REF, .ref = "worry" },
};

static const struct view plan_views[] = {
	{ "summary", (const char *const[]){ "pupil", "what", "staff", "asked_on", "due_on", "done_on", NULL } }, { NULL, NULL },
};

const struct record ASSESSMENT_PLAN = {
	"assessment_plan", "Assessment to do", "Assessments to do", plan_fields, ASSESSMENT_PLAN_FIELDS, .about = "pupil",
		.tier = T2,
	.when = "asked_on", .line = "what", .order = "due_on", .keep = "send-file", .views = plan_views,
	.says = "Something still to be found out about a child: what, why, by whom, by when, and the result that answered it.",
};

static const struct field test_fields[TEST_KIND_FIELDS] = {
	[TEST_KIND_NAME]         = { "name", "Test", "As results name it", F_TEXT, REQUIRED | FOLDED, .max = 120,
		.ask = "Enter the name of the test" },
	[TEST_KIND_FORM]         = { "form", "Form or level", "Leave empty if this holds for every form", F_TEXT, .max = 40 },
	[TEST_KIND_PUBLISHER]    = { "publisher", "Publisher", .type = F_TEXT, .max = 120 },
	[TEST_KIND_SCORE_TYPE]   = { "score_type", "Kind of score", .type = F_CHOICE, .flags = REQUIRED, .choices = KINDS_OF_SCORE,
				     .ask = "Choose the kind of score" },
	[TEST_KIND_RELIABILITY]  = { "reliability", "Reliability, per mille",
				     "From the test's own manual: 0.90 is 900. Without it no range and no reliable change are "
				     "worked out", F_NUMBER, .least = 1, .most = 999 },
	[TEST_KIND_FLOOR]        = { "floor", "Lowest score it gives", .type = F_NUMBER, .most = 10000 },
	[TEST_KIND_CEILING]      = { "ceiling", "Highest score it gives", .type = F_NUMBER, .most = 10000 },
	[TEST_KIND_AGE_FROM]     = { "age_from", "Youngest age, in months", .type = F_NUMBER, .most = 400 },
	[TEST_KIND_AGE_UNTIL]    = { "age_until", "Oldest age, in months", .type = F_NUMBER, .most = 400 },
	[TEST_KIND_LOWER_BETTER] = { "lower_better", "A lower score is better", .type = F_YESNO },
};

const struct record TEST_KIND = {
	"test", "Test", "Tests", test_fields, TEST_KIND_FIELDS, .tier = T0, .order = "name_fold", .keep = "settings",
	.says = "A test the school uses: its kind of score, limits, ages and, from its manual, its reliability.",
};

static const struct field behaviour_fields[BEHAVIOUR_FIELDS] = {
	[BEHAVIOUR_PUPIL]     = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[BEHAVIOUR_FROM]      = { "from", "First day counted", .type = F_DATE, .flags = REQUIRED,
		.ask = "Enter the first day counted" },
	[BEHAVIOUR_UNTIL]     = { "until", "Last day counted", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE,
		.ask = "Enter the last day counted" },
	[BEHAVIOUR_INCIDENTS] = { "incidents", "Incidents", .type = F_NUMBER, .flags = REQUIRED, .most = 2000,
		.ask = "Enter the number of incidents" },
	[BEHAVIOUR_POINTS]    = { "points", "Points", "If your school counts points", F_NUMBER, .most = 20000 },
	[BEHAVIOUR_NOTE]      = { "note", "What the numbers do not say", .type = F_LONGTEXT, .flags = SEALED | SEARCH,
		.max = 2000 },
};

const struct record BEHAVIOUR_SUMMARY = {
	"behaviour_summary", "Behaviour in numbers", "Behaviour in numbers", behaviour_fields, BEHAVIOUR_FIELDS,
		.about = "pupil", .tier = T2,
	.order = "-until", .keep = "pupil-file",
		.says = "Incidents and points of a span of days, as the school's own system counts them.",
};

const struct first_test FIRST_TESTS[] = {
	{ "Group Reading Check", "standard", false }, { "Single Word Reading", "standard", false }, { "Single Word Spelling",
		"standard", false },
	{ "Mathematics Check", "standard", false }, { "Reading Speed, words a minute", "raw", false }, { "SDQ", "rating", true },
	{ "Boxall Profile", "rating", false }, { NULL, NULL, false },
};
