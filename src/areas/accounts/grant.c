/* grant.c - one child's record opened to one person, or closed to one. */
#include "areas/accounts/area.h"

static const struct field case_grant_fields[CASE_GRANT_FIELDS] = {
	[CASE_GRANT_ACCOUNT] = { "account", "Who", .type = F_REF, .flags = REQUIRED, .ref = "account",
			     .ask = "Choose who may see it" },
	[CASE_GRANT_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[CASE_GRANT_RECORD]  = { "record", "What", "One kind of record", F_TEXT, REQUIRED | INDEXED, .max = 60,
			     .ask = "Choose what they may see" },
	[CASE_GRANT_VIEW]    = { "view", "Which part", "Leave empty for all of it", F_TEXT, .max = 60 },
	[CASE_GRANT_PURPOSE] = { "purpose", "What for", .type = F_TEXT, .flags = REQUIRED, .max = 400,
			     .ask = "Enter what it is for" },
	[CASE_GRANT_FROM]    = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[CASE_GRANT_UNTIL]   = { "until", "Last day", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the last day: a grant always ends" },
};

const struct record CASE_GRANT = {
	"case_grant", "Case grant", "Case grants", case_grant_fields, CASE_GRANT_FIELDS, .about = "pupil", .self = "account",
		.tier = T2,
	.from = "from", .until = "until", .order = "-from", .keep = "account",
	.hooks = &(const struct hooks){ grant_check, rights_added, rights_altered },
	.says = "Leave for one person to see one kind of record of one child, for a purpose and until a day.",
};

static const struct field conflict_fields[CONFLICT_FIELDS] = {
	[CONFLICT_ACCOUNT] = { "account", "Who", .type = F_REF, .flags = REQUIRED, .ref = "account", .ask = "Choose who it is" },
	[CONFLICT_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[CONFLICT_WHY]     = { "reason",
			     "Why", "For example her son. Others see only that there is a conflict", F_TEXT, REQUIRED | THIRD,
			     .max = 200,
			       .ask = "Enter why, for example her son" },
};

const struct record CONFLICT = {
	"conflict", "Conflict of interest", "Conflicts of interest", conflict_fields, CONFLICT_FIELDS, .about = "pupil",
		.self = "account",
	.tier = T2, .order = "account", .keep = "account", .hooks = &(const struct hooks){ conflict_check, rights_added,
	rights_altered }, .says = "Somebody who is a parent, relative or friend of a child: what is sealed about that child is "
	"closed to them.",
};
