/* support.c - tests taken, support given, dates due, and lists people keep. Not here: the rules behind the dates (law/clocks). */
#include "areas/register/area.h"

static const struct field assessment_fields[ASSESSMENT_FIELDS] = {
	[ASSESSMENT_PUPIL]      = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[ASSESSMENT_TEST]       = { "test", "Test", "Its full name: results of different tests are never compared", F_TEXT,
			     REQUIRED | INDEXED,
				    .max = 120, .ask = "Enter the name of the test" },
	[ASSESSMENT_FORM]       = { "form", "Form or level", .type = F_TEXT, .max = 40 },
	[ASSESSMENT_SKILL]      = { "skill", "What it measures", "For example reading accuracy", F_TEXT, .max = 80 },
	[ASSESSMENT_SCORE_TYPE] = { "score_type", "Kind of score", .type = F_CHOICE, .flags = REQUIRED, .choices = SCORE_TYPES,
				    .ask = "Choose the kind of score" },
	[ASSESSMENT_SCORE]      = { "score", "Score", .type = F_NUMBER, .most = 10000 },
	[ASSESSMENT_LOW]        = { "score_low",
			     "Lowest likely score", "From the test's own table, if it gives a range", F_NUMBER, .most = 10000 },
	[ASSESSMENT_HIGH]       = { "score_high", "Highest likely score", .type = F_NUMBER, .most = 10000 },
	[ASSESSMENT_MONTHS]     = { "months", "Age it equals, in months", "8 years 4 months is 100", F_NUMBER, .most = 400 },
	[ASSESSMENT_RESULT]     = { "result", "Result in words", "As it was given", F_TEXT, .max = 200 },
	[ASSESSMENT_LIMIT]      = { "at_limit", "At a limit of the test", .type = F_CHOICE, .choices = SCORE_LIMITS },
	[ASSESSMENT_ON]         = { "taken_on", "Taken on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED,
			     .ask = "Enter the day it was taken" },
	[ASSESSMENT_BY]         = { "assessor", "Given by", "Name and post", F_TEXT, .max = 160 },
	[ASSESSMENT_SOURCE]     = { "provenance", "Where this record comes from", .type = F_CHOICE, .choices = PROVENANCES },
};

static const struct view assessment_views[] = {
	{ "summary", (const char *const[]){ "pupil", "test", "score_type", "score", "months", "taken_on", NULL } },
	{ NULL, NULL },
};

const struct record ASSESSMENT = {
	"assessment", "Assessment", "Assessments", assessment_fields, ASSESSMENT_FIELDS, .about = "pupil", .tier = T2,
		.when = "taken_on",
	.line = "test", .order = "-taken_on", .keep = "send-file", .views = assessment_views,
	.says = "A test result as it was given: which test, which form, what score, when.",
};

static const struct field provision_fields[PROVISION_LINE_FIELDS] = {
	[PROVISION_LINE_PUPIL]    = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[PROVISION_LINE_NAME]     = { "name",
			     "Support", "For example Reading comprehension group", F_TEXT, REQUIRED | INDEXED, .max = 120,
				      .ask = "Enter what the support is called" },
	[PROVISION_LINE_WAVE]     = { "wave", "Level", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = WAVES,
			     .ask = "Choose the level" },
	[PROVISION_LINE_AREA]     = { "area", "Area of need", .type = F_CHOICE, .flags = INDEXED, .choices = NEED_AREAS },
	[PROVISION_LINE_STAFF]    = { "staff", "Who gives it", .type = F_REF, .ref = "staff" },
	[PROVISION_LINE_ROLE]     = { "staff_words", "Who gives it, in words", "If it is not one member of staff", F_TEXT,
			     .max = 120 },
	[PROVISION_LINE_SESSIONS] = { "sessions", "Sessions a week", .type = F_NUMBER, .most = 60 },
	[PROVISION_LINE_MINUTES]  = { "minutes", "Minutes a session", .type = F_NUMBER, .most = 600 },
	[PROVISION_LINE_GROUP]    = { "group_size", "Children in the group", .type = F_NUMBER, .least = 1, .most = 60 },
	[PROVISION_LINE_FROM]     = { "from", "First day", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[PROVISION_LINE_UNTIL]    = { "until", "Last day", .type = F_DATE },
	[PROVISION_LINE_COST]     = { "cost", "Cost for this child", "All of it, from first day to last", F_PENCE, RESTRICTED,
			     .most = 100000000 },
	[PROVISION_LINE_FUNDING]  = { "funding", "Paid from", .type = F_CHOICE, .flags = RESTRICTED, .choices = FUNDINGS },
	[PROVISION_LINE_ENTRY]    = { "entry", "Measure at the start", "For example reading age 7:02", F_TEXT, .max = 160 },
	[PROVISION_LINE_EXIT]     = { "exit", "Measure at the end", .type = F_TEXT, .max = 160 },
	[PROVISION_LINE_IMPACT]   = { "impact", "Did it work?", .type = F_CHOICE, .choices = IMPACTS },
	[PROVISION_LINE_NOTE]     = { "note", "Note", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
};

static const struct view provision_views[] = {
	{ "summary", (const char *const[]){ "pupil", "name", "wave", "area", "staff", "staff_words", "sessions", "minutes",
		"group_size", "from", "until", NULL } },
	{ NULL, NULL },
};

const struct record PROVISION_LINE = {
	"provision_line", "Support", "Support", provision_fields, PROVISION_LINE_FIELDS, .about = "pupil", .tier = T2,
		.when = "from",
	.line = "name", .from = "from", .until = "until", .order = "-from", .keep = "send-file", .views = provision_views,
	.says = "Support additional to or different from ordinary teaching: what, how often, by whom, what it cost and whether it "
		"worked.",
};

static const struct field due_fields[DUE_FIELDS] = {
	[DUE_PUPIL]         = { "pupil", "Child", .type = F_REF, .ref = "pupil" },
	[DUE_CLOCK]         = { "clock", "Rule", .type = F_TEXT, .flags = REQUIRED | INDEXED | BY_SYSTEM, .max = 60 },
	[DUE_TITLE]         = { "title", "What is due", .type = F_TEXT, .flags = REQUIRED | BY_SYSTEM, .max = 160 },
	[DUE_WHY]           = { "reason", "Why", .type = F_TEXT, .flags = BY_SYSTEM, .max = 400 },
	[DUE_STARTS]        = { "starts_on", "Counted from", .type = F_DATE, .flags = BY_SYSTEM },
	[DUE_DUE]           = { "due_on", "Due", .type = F_DATE, .flags = BY_SYSTEM | INDEXED },
	[DUE_BASE]          = { "base_on", "By the rule alone", "Before a margin or an earlier local date", F_DATE, BY_SYSTEM },
	[DUE_RULE_VERSION]  = { "rule_version", "Version of the rule", .type = F_TEXT, .flags = BY_SYSTEM, .max = 40 },
	[DUE_INPUTS]        = { "inputs", "Worked out from", .type = F_TEXT, .flags = BY_SYSTEM, .max = 1000 },
	[DUE_SOURCE]        = { "source", "Kind of record it hangs on", .type = F_TEXT, .flags = BY_SYSTEM, .max = 60 },
	[DUE_SOURCE_ID]     = { "source_id", "Record it hangs on", .type = F_TEXT, .flags = BY_SYSTEM | INDEXED, .max = 26 },
	[DUE_DUTY]          = { "duty", "Whose duty", .type = F_TEXT, .flags = BY_SYSTEM | INDEXED, .max = 40 },
	[DUE_MET_ON]        = { "met_on", "Done on", .type = F_DATE, .flags = BY_SYSTEM | INDEXED },
	[DUE_EXEMPT_REASON] = { "exempt_reason", "Why the date does not bind", "The date itself stays", F_TEXT, BY_SYSTEM,
			     .max = 400 },
};

const struct record DUE = {
	"due", "Due date", "Due dates", due_fields, DUE_FIELDS, .about = "pupil", .tier = T2, .is = SYSTEM_ONLY, .when = "due_on",
	.line = "title", .order = "due_on", .keep = "send-file",
	.says = "A date the law or the school's policy sets, the rule and inputs it was worked out from, and when it was met.",
};

static const struct field saved_view_fields[SAVED_VIEW_FIELDS] = {
	[SAVED_VIEW_STAFF]  = { "staff", "Whose it is", .type = F_REF, .flags = BY_SYSTEM, .ref = "staff" },
	[SAVED_VIEW_NAME]   = { "name", "Name", "For example Year 7, review overdue", F_TEXT, REQUIRED | FOLDED, .max = 80,
				.ask = "Enter a name for this view" },
	[SAVED_VIEW_QUERY]  = { "query", "Filters and columns", .type = F_TEXT, .flags = REQUIRED, .max = 1000 },
	[SAVED_VIEW_SHARED] = { "shared", "Colleagues see it too", .type = F_YESNO },
};

const struct record SAVED_VIEW = {
	"saved_view", "Saved view", "Saved views", saved_view_fields, SAVED_VIEW_FIELDS, .self = "staff", .tier = T1,
		.order = "name_fold",
	.keep = "working", .says = "A choice of filters and columns of the register, kept by name.",
};
