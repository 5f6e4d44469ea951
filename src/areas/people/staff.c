/* staff.c - who works here, what they teach, and which children are theirs. Not here: accounts and roles. */
#include "areas/people/area.h"

static const struct field staff_fields[STAFF_FIELDS] = {
	[STAFF_TITLE]    = { "title", "Title", "Ms, Mr, Dr and so on", F_TEXT, .max = 20 },
	[STAFF_FORENAME] = { "forename", "Forename", .type = F_TEXT, .flags = FOLDED | SEARCH, .max = 80 },
	[STAFF_SURNAME]  = { "surname", "Surname", .type = F_TEXT, .flags = REQUIRED | FOLDED | SEARCH, .max = 80 },
	[STAFF_KNOWN_AS] = { "known_as",
			     "Known as", "As colleagues and children say it, for example Ms Okonkwo", F_TEXT, SEARCH, .max = 80 },
	[STAFF_POST]     = { "post", "Post", "For example Teacher of science", F_TEXT, .max = 120 },
	[STAFF_CODE]     = { "code", "Staff code", "As the timetable has it", F_TEXT, INDEXED, .max = 12 },
	[STAFF_EMAIL]    = { "email", "E-mail address", .type = F_TEXT, .flags = INDEXED, .max = 254 },
	[STAFF_PHONE]    = { "phone", "Telephone", .type = F_TEXT, .flags = RESTRICTED, .max = 40 },
	[STAFF_MIS_ID]   = { "mis_id", "Number in the school's system", .type = F_TEXT, .flags = INDEXED, .max = 40 },
	[STAFF_FROM]     = { "from", "Started", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the day they started" },
	[STAFF_UNTIL]    = { "until", "Left", "Leave empty while they work here", F_DATE },
};

static const struct view staff_views[] = {
	{ "name", (const char *const[]){ "title", "forename", "surname", "known_as", "code", "post", "from", "until", NULL } },
	{ NULL, NULL },
};

const struct record STAFF = {
	"staff", "Member of staff", "Staff", staff_fields, STAFF_FIELDS, .self = "id", .tier = T1, .is = IS_STAFF, .from = "from",
	.until = "until", .order = "surname_fold forename_fold", .keep = "account", .views = staff_views,
	.says = "Someone who works at the school. Names on notes and reviews point here.",
};

static const struct field class_fields[CLASS_FIELDS] = {
	[CLASS_NAME]    = { "name", "Class", "For example 8C, or 8C/Sc2", F_TEXT, REQUIRED | FOLDED | INDEXED, .max = 40,
			    .ask = "Enter the name of the class" },
	[CLASS_KIND]    = { "kind", "Kind", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = CLASS_KINDS,
			    .ask = "Choose form or teaching group" },
	[CLASS_SUBJECT] = { "subject", "Subject", .type = F_TEXT, .max = 80 },
	[CLASS_YEAR]    = { "year", "Year group", .type = F_CHOICE, .flags = INDEXED, .choices = YEARS },
	[CLASS_ROOM]    = { "room", "Room", .type = F_TEXT, .max = 40 },
	[CLASS_FROM]    = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day of the class" },
	[CLASS_UNTIL]   = { "until", "Until", .type = F_DATE },
};

const struct record CLASS = {
	"class", "Class", "Classes", class_fields, CLASS_FIELDS, .tier = T1, .from = "from", .until = "until",
	.order = "name_fold", .keep = "working", .says = "A form or a teaching group in one school year.",
};

static const struct field class_member_fields[CLASS_MEMBER_FIELDS] = {
	[CLASS_MEMBER_PUPIL] = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[CLASS_MEMBER_CLASS] = { "class", "Class", .type = F_REF, .flags = REQUIRED, .ref = "class", .ask = "Choose the class" },
	[CLASS_MEMBER_FROM]  = { "from", "From", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the day they joined the class" },
	[CLASS_MEMBER_UNTIL] = { "until", "Until", .type = F_DATE },
};

const struct record CLASS_MEMBER = {
	"class_member", "Place in a class", "Places in classes", class_member_fields, CLASS_MEMBER_FIELDS, .about = "pupil",
		.tier = T1,
	.from = "from", .until = "until", .order = "-from", .keep = "working", .says = "Which class a child is in, and when.",
};

static const struct field teaching_fields[TEACHING_FIELDS] = {
	[TEACHING_CLASS] = { "class", "Class", .type = F_REF, .flags = REQUIRED, .ref = "class", .ask = "Choose the class" },
	[TEACHING_STAFF] = { "staff", "Who teaches it", .type = F_REF, .flags = REQUIRED, .ref = "staff",
			     .ask = "Choose who teaches it" },
	[TEACHING_FROM]  = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter their first day with the class" },
	[TEACHING_UNTIL] = { "until", "Until", .type = F_DATE },
};

const struct record TEACHING = {
	"teaching", "Who teaches a class", "Who teaches what", teaching_fields, TEACHING_FIELDS, .self = "staff", .tier = T1,
	.from = "from", .until = "until", .order = "-from", .keep = "working",
	.says = "Who teaches or tutors a class, and when. Teachers see the children of their classes through this.",
};

static const struct field caseload_fields[CASELOAD_FIELDS] = {
	[CASELOAD_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[CASELOAD_STAFF]  = { "staff", "Member of staff", .type = F_REF, .flags = REQUIRED, .ref = "staff",
			     .ask = "Choose who works with the child" },
	[CASELOAD_KIND]   = { "kind", "As", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = CASELOAD_KINDS,
			      .ask = "Choose keyworker or another part" },
	[CASELOAD_WEIGHT] = { "weight", "Weight",
			     "How much of their time the child needs, 1 to 10: for sharing caseloads fairly", F_NUMBER,
			      .least = 1, .most = 10 },
	[CASELOAD_FROM]   = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter their first day with the child" },
	[CASELOAD_UNTIL]  = { "until", "Until", .type = F_DATE },
};

const struct record CASELOAD = {
	"caseload", "Keyworker", "Keyworkers", caseload_fields, CASELOAD_FIELDS, .about = "pupil", .self = "staff", .tier = T1,
	.when = "from", .line = "kind", .from = "from", .until = "until", .order = "-from", .keep = "pupil-file",
	.says = "Who looks after a child's support from day to day.",
};

static const struct field year_lead_fields[YEAR_LEAD_FIELDS] = {
	[YEAR_LEAD_STAFF] = { "staff", "Head of year", .type = F_REF, .flags = REQUIRED, .ref = "staff",
			     .ask = "Choose the head of year" },
	[YEAR_LEAD_YEAR]  = { "year", "Year group", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = YEARS,
			      .ask = "Choose the year group" },
	[YEAR_LEAD_FROM]  = { "from", "From", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter their first day with the year group" },
	[YEAR_LEAD_UNTIL] = { "until", "Until", .type = F_DATE },
};

const struct record YEAR_LEAD = {
	"year_lead", "Head of year", "Heads of year", year_lead_fields, YEAR_LEAD_FIELDS, .self = "staff", .tier = T1,
		.from = "from",
	.until = "until", .order = "-from", .keep = "working", .says = "Who leads a year group, and when.",
};

const struct relation PEOPLE_RELATIONS[] = {
	{ "teacher", "class_member", "pupil", "class", "teaching", "staff", "teaches a class the child is in" },
	{ "teacher", "caseload", "pupil", NULL, NULL, "staff", "is the child's keyworker" },
	{ "ta", "caseload", "pupil", NULL, NULL, "staff", "works with the child" },
	{ "hoy", "enrolment", "pupil", "year", "year_lead", "staff", "leads the child's year group" },
	{ NULL, NULL, NULL, NULL, NULL, NULL, NULL },
};
