/* meeting.c - meetings, the children they are about, who is asked, and what was agreed. Not here: that a meeting with parents
 * counts among the three of the year; that is said when it is closed (record_pages.c). */
#include <string.h>

#include "areas/meetings/area.h"

const struct choice MEETING_KINDS[] = {
	{ "review", "Review of support" }, { "tac", "Team around the child" }, { "annual", "Annual review of a plan" },
	{ "conference", "Case conference" }, { "concern", "Students of concern" }, { "transition", "Transition" },
	{ "agency", "With a service" }, { "other", "Other" }, { NULL, NULL },
};

const struct choice MEETING_STATES[] = { { "planned", "Planned" }, { "held", "Held" }, { "cancelled", "Cancelled" },
	{ NULL, NULL } };

const struct choice MEETING_ANSWERS[] = { { "yes", "Comes" }, { "phone", "By telephone" }, { "no", "Cannot come" },
	{ "perhaps", "Perhaps" }, { NULL, NULL } };

/* ---- the meeting ---- */

static const struct field fields[MEETING_FIELDS] = {
	[MEETING_KIND]      = { "kind", "What kind of meeting", .type = F_CHOICE, .flags = REQUIRED | INDEXED,
		.choices = MEETING_KINDS,
				.ask = "Choose the kind of meeting" },
	[MEETING_ON]        = { "meet_on", "Day", .type = F_DATE, .flags = REQUIRED | INDEXED,
		.ask = "Enter the day of the meeting" },
	[MEETING_AT]        = { "start_time", "Time", "For example 15:40", F_TEXT, 0, .max = 5 },
	[MEETING_MINUTES]   = { "minutes_long", "How many minutes", .type = F_NUMBER, .least = 5, .most = 600 },
	[MEETING_PLACE]     = { "place", "Where", "A room, or the address of a video call", F_TEXT, 0, .max = 200 },
	[MEETING_LEAD]      = { "lead", "Who leads it", .type = F_REF, .flags = REQUIRED, .ref = "staff",
		.ask = "Choose who leads it" },
	[MEETING_STATE]     = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = MEETING_STATES,
		.ask = "Choose its state" },
	[MEETING_AGENDA]    = { "agenda", "Agenda", "Points in order. No child’s name is needed: papers are drawn from each record",
		F_LONGTEXT, SEALED,
				.max = 4000 },
	[MEETING_SHARED_ON] = { "shared_on", "Record shared on", .type = F_DATE, .flags = NOT_FUTURE },
	[MEETING_SEQUENCE]  = { "sequence", "Version of the invitation", .type = F_NUMBER, .flags = BY_SYSTEM, .most = 10000 },
};

static const struct view views[] = {
	{ "when", (const char *const[]){ "kind", "meet_on", "start_time", "minutes_long", "place", "lead", "state", "shared_on",
		"sequence", NULL } },
	{ NULL, NULL },
};

/* A day, time, place or state that changes is told to those who have the invitation: it gets the next number. */
static const struct fault *check(struct act *act, struct form *form, struct row *was)
{
	static const int TOLD[] = { MEETING_ON, MEETING_AT, MEETING_MINUTES, MEETING_PLACE, MEETING_STATE };

	const char *at = meeting_clock(act->a, form_value(form, MEETING_AT));

	if (at)
		form->values[MEETING_AT] = at;
	if (*form_value(form, MEETING_AT) && !at)
		form_error(form, MEETING_AT, "Enter the time as hours and minutes, for example 15:40");
	for (size_t i = 0; was && i < sizeof TOLD / sizeof *TOLD; i++)
		if (form->values[TOLD[i]] && strcmp(form->values[TOLD[i]], row_text(was, TOLD[i])) != 0) {
			form->values[MEETING_SEQUENCE] = arena_printf(act->a, "%lld",
				(long long)row_int(was, MEETING_SEQUENCE) + 1);
			break;
		}
	return NULL;
}

const struct record MEETING = {
	"meeting", "Meeting", "Meetings", fields, MEETING_FIELDS, .self = "lead", .tier = T2, .line = "kind", .order = "-meet_on",
		.keep = "send-file",
	.views = views, .hooks = &(const struct hooks){ .before_check = check },
	.says = "A meeting: what kind, when, where, who leads it. What is said of a child stands with the child.",
};

/* ---- the children ---- */

static const struct field child_fields[MEETING_CHILD_FIELDS] = {
	[MEETING_CHILD_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[MEETING_CHILD_MEETING] = { "meeting", "Meeting", .type = F_REF, .flags = REQUIRED, .ref = "meeting",
		.ask = "Choose the meeting" },
	[MEETING_CHILD_WHY]     = { "reason", "What it is about", "For this child, in a sentence or two", F_LONGTEXT,
		SEALED | SEARCH, .max = 4000 },
	[MEETING_CHILD_MINUTES] = { "minutes", "Minutes", "What was said. Several may write at once: what each adds is kept",
		F_LONGTEXT, SEALED | SEARCH,
				    .max = 40000 },
	[MEETING_CHILD_OUTCOME] = { "outcome", "What was agreed", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 8000 },
	[MEETING_CHILD_OWNER]   = { "owner", "Who sees to it", .type = F_REF, .ref = "staff" },
	[MEETING_CHILD_NEXT_ON] = { "next_on", "Look again on", .type = F_DATE, .flags = INDEXED },
	[MEETING_CHILD_COUNTED] = { "counted", "Counted as a meeting with parents", .type = F_REF, .flags = BY_SYSTEM,
		.ref = "parent_meeting" },
};

static const struct view child_views[] = {
	{ "when", (const char *const[]){ "pupil", "meeting", "owner", "next_on", NULL } },
	{ NULL, NULL },
};

const struct record MEETING_CHILD = {
	"meeting_child", "Child at a meeting", "Children at meetings", child_fields, MEETING_CHILD_FIELDS, .about = "pupil",
	.tier = T2, .line = "outcome", .keep = "send-file", .views = child_views,
	.says = "What a meeting was about for one child, what was said and what was agreed.",
};

/* ---- who is asked ---- */

static const struct field staff_fields[MEETING_STAFF_FIELDS] = {
	[MEETING_STAFF_MEETING]  = { "meeting", "Meeting", .type = F_REF, .flags = REQUIRED, .ref = "meeting",
		.ask = "Choose the meeting" },
	[MEETING_STAFF_STAFF]    = { "staff", "Member of staff", .type = F_REF, .flags = REQUIRED, .ref = "staff",
		.ask = "Choose the member of staff" },
	[MEETING_STAFF_ASKED_ON] = { "asked_on", "Asked on", .type = F_DATE, .flags = NOT_FUTURE },
	[MEETING_STAFF_ANSWER]   = { "answer", "Answer", .type = F_CHOICE, .choices = MEETING_ANSWERS },
	[MEETING_STAFF_CAME]     = { "came", "Was there", .type = F_YESNO },
};

const struct record MEETING_STAFF = {
	"meeting_staff", "Colleague at a meeting", "Colleagues at meetings", staff_fields, MEETING_STAFF_FIELDS, .self = "staff",
		.tier = T1,
	.keep = "working", .says = "A member of staff who was asked to a meeting, what they answered and whether they came.",
};

static const struct choice CAME_BY[] = { { "school", "Told to the school" }, { "link", "By link" }, { NULL, NULL } };

static const struct field person_fields[MEETING_PERSON_FIELDS] = {
	[MEETING_PERSON_PUPIL]        = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
		.ask = "Choose the child" },
	[MEETING_PERSON_MEETING]      = { "meeting", "Meeting", .type = F_REF, .flags = REQUIRED, .ref = "meeting",
		.ask = "Choose the meeting" },
	[MEETING_PERSON_CONTACT]      = { "contact", "Of the family", .type = F_REF, .ref = "contact" },
	[MEETING_PERSON_PROFESSIONAL] = { "professional", "Of a service", .type = F_REF, .ref = "professional" },
	[MEETING_PERSON_NAME]         = { "name", "Name", .type = F_TEXT, .flags = REQUIRED | THIRD, .max = 160,
		.ask = "Enter their name" },
	[MEETING_PERSON_EMAIL]        = { "email", "E-mail address", .type = F_TEXT, .flags = THIRD, .max = 254 },
	[MEETING_PERSON_ASKED_ON]     = { "asked_on", "Asked on", .type = F_DATE, .flags = NOT_FUTURE },
	[MEETING_PERSON_ANSWER]       = { "answer", "Answer", .type = F_CHOICE, .choices = MEETING_ANSWERS },
	[MEETING_PERSON_CAME]         = { "came", "Was there", .type = F_YESNO },
	[MEETING_PERSON_INTERPRETER]  = { "interpreter", "Interpreter for", "The language", F_TEXT, 0, .max = 60 },
	[MEETING_PERSON_WORDS]        = { "words", "What they wrote", .type = F_LONGTEXT, .flags = SEALED, .max = 2000 },
	[MEETING_PERSON_ANSWERED_AT]  = { "answered_at", "Answered", .type = F_TIME, .flags = BY_SYSTEM },
	[MEETING_PERSON_THROUGH]      = { "through", "How the answer came", .type = F_CHOICE, .flags = BY_SYSTEM,
		.choices = CAME_BY },
};

const struct record MEETING_PERSON = {
	"meeting_person", "Guest at a meeting", "Guests at meetings", person_fields, MEETING_PERSON_FIELDS, .about = "pupil",
	.tier = T2, .keep = "send-file", .says = "Somebody of the family or of a service who was asked to a meeting about a child.",
};

/* ---- what was agreed ---- */

static const struct field action_fields[MEETING_ACTION_FIELDS] = {
	[MEETING_ACTION_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
		.ask = "Choose the child" },
	[MEETING_ACTION_MEETING] = { "meeting", "Meeting", .type = F_REF, .flags = REQUIRED, .ref = "meeting",
		.ask = "Choose the meeting" },
	[MEETING_ACTION_WHAT]    = { "what", "What is done", .type = F_LONGTEXT, .flags = REQUIRED | SEALED | SEARCH, .max = 2000,
		.ask = "Say what is done" },
	[MEETING_ACTION_OWNER]   = { "owner", "Who does it", .type = F_REF, .flags = REQUIRED, .ref = "staff",
		.ask = "Choose who does it" },
	[MEETING_ACTION_DUE_ON]  = { "due_on", "By when", .type = F_DATE, .flags = REQUIRED | INDEXED,
		.ask = "Enter the day by which it is done" },
	[MEETING_ACTION_DONE_ON] = { "done_on", "Done on", .type = F_DATE, .flags = NOT_FUTURE | INDEXED },
	[MEETING_ACTION_NOTE]    = { "note", "How far it is", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
};

static const struct view action_views[] = {
	{ "done", (const char *const[]){ "pupil", "done_on", "note", NULL } },
	{ NULL, NULL },
};

const struct record MEETING_ACTION = {
	"meeting_action", "Action from a meeting", "Actions from meetings", action_fields, MEETING_ACTION_FIELDS, .about = "pupil",
		.self = "owner",
	.tier = T2, .when = "due_on", .line = "what", .order = "due_on", .keep = "send-file", .views = action_views,
	.says = "What was agreed at a meeting: who does it, by when, and whether it is done.",
};
