/* note.c - what was seen, said and agreed: notes, meetings with parents, documents. Notes are corrected by another note. */
#include "areas/register/area.h"
#include "areas/register/due.h"

static const struct field note_fields[NOTE_FIELDS] = {
	[NOTE_PUPIL]    = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[NOTE_KIND]     = { "kind", "Kind", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = NOTE_KINDS,
			     .ask = "Choose the kind of note" },
	[NOTE_ON]       = { "happened_on", "When it happened", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE,
			     .ask = "Enter the day it happened" },
	[NOTE_TEXT]     = { "text",
			     "Note", "What you saw or heard, then what was agreed. The family may read it one day", F_LONGTEXT,
			    REQUIRED | SEALED | SEARCH, .max = 20000, .ask = "Enter the note" },
	[NOTE_BY]       = { "staff", "Who saw or heard it", "Leave empty if it was you", F_REF, .ref = "staff" },
	[NOTE_CORRECTS] = { "corrects", "Corrects", .type = F_REF, .ref = "note" },
};

const struct record NOTE = {
	"note", "Note", "Notes", note_fields, NOTE_FIELDS, .about = "pupil", .self = "staff", .tier = T2, .when = "happened_on",
	.line = "text", .order = "-happened_on", .keep = "send-file",
		.says = "What somebody saw, heard or decided about a child.",
};

static const struct field meeting_fields[PARENT_MEETING_FIELDS] = {
	[PARENT_MEETING_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[PARENT_MEETING_ON]      = { "met_on", "When", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED,
			     .ask = "Enter the day of the meeting" },
	[PARENT_MEETING_HOW]     = { "how", "How", .type = F_CHOICE, .flags = REQUIRED, .choices = MEETING_HOW,
			     .ask = "Choose how you met" },
	[PARENT_MEETING_PRESENT] = { "present", "Who was there", "Names, and who they are to the child", F_TEXT, THIRD,
			     .max = 300 },
	[PARENT_MEETING_LED_BY]  = { "led_by", "Led by", .type = F_REF, .ref = "staff" },
	[PARENT_MEETING_AGREED]  = { "agreed", "What was agreed", "Outcomes, and who does what", F_LONGTEXT, SEALED | SEARCH,
			     .max = 8000 },
	[PARENT_MEETING_VIEWS]   = { "views",
			     "What the child and parents said", "In their own words", F_LONGTEXT, SEALED | SEARCH, .max = 8000 },
	[PARENT_MEETING_NEXT_ON] = { "next_on", "Next meeting", .type = F_DATE },
};

static const struct view meeting_views[] = {
	{ "dates", (const char *const[]){ "pupil", "met_on", "how", "next_on", NULL } },
	{ NULL, NULL },
};

static const struct fault *meeting_added(struct act *act, struct row *row)
{
	return due_of_meetings(act, row);
}

static const struct fault *meeting_changed(struct act *act, __attribute__((unused)) struct row *was, struct row *now)
{
	return due_of_meetings(act, now);
}

const struct record PARENT_MEETING = {
	"parent_meeting", "Meeting with parents", "Meetings with parents", meeting_fields, PARENT_MEETING_FIELDS,
		.about = "pupil", .tier = T2,
	.when = "met_on", .line = "how", .order = "-met_on", .keep = "send-file", .views = meeting_views,
	.hooks = &(const struct hooks){ .after_add = meeting_added, .after_change = meeting_changed },
	.says = "A meeting with a child's parents about support: three a year are due for SEN Support (Code 6.65).",
};

static const struct field document_fields[DOCUMENT_FIELDS] = {
	[DOCUMENT_PUPIL]     = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[DOCUMENT_TITLE]     = { "title", "Title", "For example Educational psychologist's report", F_TEXT, REQUIRED | SEARCH,
			     .max = 160,
				 .ask = "Enter a title" },
	[DOCUMENT_KIND]      = { "kind", "Kind", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = DOCUMENT_KINDS,
				 .ask = "Choose the kind of document" },
	[DOCUMENT_ON]        = { "written_on", "Date on the document", .type = F_DATE, .flags = NOT_FUTURE },
	[DOCUMENT_AUTHOR]    = { "author", "Who wrote it", .type = F_TEXT, .flags = THIRD, .max = 160 },
	[DOCUMENT_FILE_NAME] = { "file_name", "File", .type = F_TEXT, .flags = BY_SYSTEM | RESTRICTED, .max = 255 },
	[DOCUMENT_MIME]      = { "mime", "Kind of file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 100 },
	[DOCUMENT_BYTES]     = { "bytes", "Size in bytes", .type = F_NUMBER, .flags = BY_SYSTEM },
	[DOCUMENT_BLOB]      = { "blob", "Stored file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 64 },
	[DOCUMENT_PAPER]     = { "paper_where", "Where the paper is", "If it is not stored here", F_TEXT, .max = 160 },
	[DOCUMENT_NOTE]      = { "note", "Note", .type = F_LONGTEXT, .flags = SEALED | SEARCH | THIRD, .max = 4000 },
};

static const struct view document_views[] = {
	{ "summary", (const char *const[]){ "pupil", "title", "kind", "written_on", NULL } },
	{ NULL, NULL },
};

const struct record DOCUMENT = {
	"document", "Document", "Documents", document_fields, DOCUMENT_FIELDS, .about = "pupil", .tier = T2, .when = "written_on",
	.line = "title", .order = "-written_on", .keep = "send-file", .views = document_views,
	.says = "A file or paper about a child, and where it is.",
};
