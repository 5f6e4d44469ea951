/* update.c - a short update as it is kept, and that a teacher has read it. What went stays as it went. */
#include <string.h>

#include "areas/updates/area.h"

static const struct choice STATES[] = { { "kept", "Kept, not sent" }, { "sent", "Sent" }, { NULL, NULL } };

static const struct field fields[UPDATE_FIELDS] = {
	[UPDATE_PUPIL]    = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[UPDATE_ON]       = { "made_on", "Written on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED },
	[UPDATE_BY]       = { "staff", "Written by", .type = F_REF, .ref = "staff" },
	[UPDATE_FAMILY]   = { "family", "To the family", "“Dear …” is put before it, your name after it", F_LONGTEXT,
		REQUIRED | SEALED | SEARCH, .max = 6000, .ask = "Write what the family gets" },
	[UPDATE_TEACHERS] = { "teachers", "To those who teach",
		"They read it here; the message that tells them of it names no child",
		F_LONGTEXT, SEALED | SEARCH, .max = 6000 },
	[UPDATE_CHILD]    = { "child_words", "To the child", "Short sentences. It is printed, or read together", F_LONGTEXT,
		SEALED | SEARCH, .max = 3000 },
	[UPDATE_NEXT]     = { "next_step", "What is done next", "One thing that gets better from here: all three are told", F_TEXT,
		SEALED | SEARCH, .max = 300 },
	[UPDATE_STATE]    = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = STATES },
};

static const struct fault *check(struct act *act, struct form *form, struct row *was)
{
	static const int FROZEN[] = { UPDATE_FAMILY, UPDATE_TEACHERS, UPDATE_CHILD, UPDATE_NEXT };

	(void)act;
	for (size_t i = 0; was && strcmp(row_text(was, UPDATE_STATE), "sent") == 0 && i < sizeof FROZEN / sizeof *FROZEN; i++)
		if (form->values[FROZEN[i]] && strcmp(form->values[FROZEN[i]], row_text(was, FROZEN[i])) != 0)
			form_error(form, FROZEN[i], "This update was sent: write another one to correct it");
	return NULL;
}

const struct record PROGRESS_UPDATE = {
	"progress_update", "Update", "Updates", fields, UPDATE_FIELDS, .about = "pupil", .tier = T2, .when = "made_on",
	.line = "state", .order = "-made_on", .keep = "send-file", .hooks = &(const struct hooks){ .before_check = check },
	.says = "A short update on a child's targets for the family, those who teach and the child: what each was told.",
};

static const struct field read_fields[UPDATE_READ_FIELDS] = {
	[UPDATE_READ_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[UPDATE_READ_UPDATE] = { "progress_update", "Update", .type = F_REF, .flags = REQUIRED, .ref = "progress_update",
		.ask = "Choose the update" },
	[UPDATE_READ_STAFF]  = { "staff", "Read by", .type = F_REF, .flags = REQUIRED, .ref = "staff",
		.ask = "Choose who read it" },
	[UPDATE_READ_ON]     = { "read_on", "Read on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE, .ask = "Enter the day" },
};

const struct record UPDATE_READ = {
	"update_read", "Update read", "Updates read", read_fields, UPDATE_READ_FIELDS, .about = "pupil", .self = "staff",
		.tier = T1,
	.order = "-read_on", .keep = "working", .says = "That a member of staff has read an update on a child.",
};
