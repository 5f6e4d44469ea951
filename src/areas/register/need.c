/* need.c - what a child finds hard, what goes well, and what helps. Each says where it comes from. */
#include "areas/register/area.h"

static const struct field need_fields[NEED_FIELDS] = {
	[NEED_PUPIL]      = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[NEED_TYPE]       = { "type", "Need", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = NEED_TYPES,
			     .ask = "Choose the need" },
	[NEED_RANK]       = { "rank", "Rank", "1 is the main need. The census takes the first two", F_NUMBER, REQUIRED,
			     .least = 1, .most = 20, .ask = "Enter the rank: 1 for the main need" },
	[NEED_FROM]       = { "from", "From", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the day from which it is recorded" },
	[NEED_UNTIL]      = { "until", "Until", "Leave empty while it holds", F_DATE },
	[NEED_HOW]        = { "identified_how", "How it was identified", .type = F_CHOICE, .choices = IDENTIFIED_HOW },
	[NEED_BY]         = { "identified_by", "By whom", "Name and post, or service", F_TEXT, THIRD, .max = 160 },
	[NEED_PROVENANCE] = { "provenance", "Where this record comes from", .type = F_CHOICE, .choices = PROVENANCES },
	[NEED_NOTE]       = { "note",
			     "What it looks like for this child",
			     "What you would see in a lesson. Diagnosis and detail belong here too",
			      F_LONGTEXT, SEALED | SEARCH, .max = 8000 },
};

static const struct view need_views[] = {
	{ "summary", (const char *const[]){ "pupil", "type", "rank", "from", "until", NULL } },
	{ NULL, NULL },
};

const struct record NEED = {
	"need", "Need", "Needs", need_fields, NEED_FIELDS, .about = "pupil", .tier = T2, .when = "from", .line = "type",
	.from = "from", .until = "until", .order = "rank -from", .keep = "send-file", .views = need_views,
	.says = "A special educational need by census type and rank: how it was identified, by whom, and what it means for this "
		"child.",
};

static const struct field strength_fields[STRENGTH_FIELDS] = {
	[STRENGTH_PUPIL]    = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[STRENGTH_TEXT]     = { "text", "Strength",
			     "What goes well, what others like about the child, what the child is proud of", F_TEXT,
				REQUIRED | SEARCH, .max = 200, .ask = "Enter the strength" },
	[STRENGTH_SOURCE]   = { "source", "Who says so", .type = F_CHOICE, .choices = PROVENANCES },
	[STRENGTH_PRIORITY] = { "priority", "Order", "1 is shown first", F_NUMBER, .least = 1, .most = 50 },
	[STRENGTH_FROM]     = { "from", "From", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the day from which it is recorded" },
	[STRENGTH_UNTIL]    = { "until", "Until", .type = F_DATE },
};

const struct record STRENGTH = {
	"strength", "Strength", "Strengths", strength_fields, STRENGTH_FIELDS, .about = "pupil", .tier = T2, .from = "from",
	.until = "until", .order = "priority -from", .keep = "send-file", .says = "What a child does well.",
};

static const struct field strategy_fields[STRATEGY_FIELDS] = {
	[STRATEGY_PUPIL]    = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[STRATEGY_KIND]     = { "kind", "Helps, or to avoid", .type = F_CHOICE, .flags = REQUIRED | INDEXED,
			     .choices = STRATEGY_KINDS,
				.ask = "Choose whether it helps or is to be avoided" },
	[STRATEGY_TEXT]     = { "text",
			     "What staff do", "One thing, as you would say it to a cover teacher", F_TEXT, REQUIRED | SEARCH,
			     .max = 200,
				.ask = "Enter what staff do or avoid" },
	[STRATEGY_PRIORITY] = { "priority", "Order", "1 is shown first", F_NUMBER, .least = 1, .most = 50 },
	[STRATEGY_FROM]     = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the day from which it holds" },
	[STRATEGY_UNTIL]    = { "until", "Until", .type = F_DATE },
};

const struct record STRATEGY = {
	"strategy", "What helps", "What helps", strategy_fields, STRATEGY_FIELDS, .about = "pupil", .tier = T2, .from = "from",
	.until = "until", .order = "kind priority -from", .keep = "send-file",
	.says = "What every adult does for a child, or avoids: one line each.",
};
