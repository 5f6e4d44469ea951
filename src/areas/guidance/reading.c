/* reading.c - what is put before people to be read, and who has. A text may be a policy, a change of one, a role card; its next
 * edition is asked for again. */
#include <string.h>

#include "areas/guidance/area.h"
#include "base/text.h"

static const struct field reading_fields[READING_FIELDS] = {
	[READING_TITLE] = { "title", "Title", "For example SEND policy", F_TEXT, REQUIRED | SEARCH | FOLDED, .max = 120,
			    .ask = "Enter the title" },
	[READING_KIND]  = { "kind", "What it is", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = READING_KINDS,
			    .ask = "Choose what it is" },
	[READING_TEXT]  = { "text", "Text", "What is to be read; for a long document, what matters most in it", F_LONGTEXT, SEARCH,
			    .max = 12000, .ask = "Enter the text, or choose a document" },
	[READING_FILE_NAME] = { "file_name", "File", .type = F_TEXT, .flags = BY_SYSTEM, .max = 255 },
	[READING_MIME]  = { "mime", "Kind of file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 100 },
	[READING_BYTES] = { "bytes", "Size in bytes", .type = F_NUMBER, .flags = BY_SYSTEM },
	[READING_BLOB]  = { "blob", "Stored file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 64 },
	[READING_WHOM]  = { "whom", "Who reads it", .type = F_CHOICE, .flags = REQUIRED, .choices = READING_WHOMS,
			    .ask = "Choose who reads it" },
	[READING_WHOM_OF]  = { "whom_of", "Which role, subject or year", .type = F_TEXT, .max = 200 },
	[READING_QUESTION] = { "question", "One question that each reader answers", "You can leave this empty", F_TEXT, 0,
			       .max = 200 },
	[READING_STATE]   = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = READING_STATES },
	[READING_EDITION] = { "edition", "Edition", .type = F_NUMBER, .flags = REQUIRED, .least = 1, .most = 999 },
	[READING_ASKED_ON] = { "asked_on", "Put before them on", .type = F_DATE, .flags = NOT_FUTURE },
	[READING_DUE_ON]   = { "due_on", "Read by", .type = F_DATE },
	[READING_CHASED_ON] = { "chased_on", "Asked again on", .type = F_DATE, .flags = BY_SYSTEM },
};

static const struct fault *reading_check(__attribute__((unused)) struct act *act, struct form *form, struct row *was)
{
	static const int EITHER[] = { READING_TEXT, READING_BLOB };
	bool any = false;

	for (int i = 0; i < 2; i++)
		any = any || !text_blank(form->values[EITHER[i]] ? form->values[EITHER[i]] : was ? row_text(was, EITHER[i]) : "");
	if (!any)
		form_error(form, READING_TEXT, "%s", reading_fields[READING_TEXT].ask);
	return NULL;
}

const struct record READING = {
	"reading", "To be read", "To be read", reading_fields, READING_FIELDS, .tier = T0, .line = "title", .order = "title_fold",
	.keep = "settings", .hooks = &(const struct hooks){ .before_check = reading_check },
	.says = "A policy, a change of one, a role card or a notice that is put before staff to be read.",
};

static const struct field receipt_fields[RECEIPT_FIELDS] = {
	[RECEIPT_READING] = { "reading", "What was read", .type = F_REF, .flags = REQUIRED, .ref = "reading" },
	[RECEIPT_EDITION] = { "edition", "Edition", .type = F_NUMBER, .flags = REQUIRED, .least = 1, .most = 999 },
	[RECEIPT_ACCOUNT] = { "account", "Who", .type = F_REF, .flags = REQUIRED, .ref = "account" },
	[RECEIPT_AT]      = { "read_at", "When", .type = F_TIME, .flags = REQUIRED | NOT_FUTURE },
	[RECEIPT_ANSWER]  = { "answer", "Answer", .type = F_LONGTEXT, .flags = SEALED, .max = 1000 },
};

const struct record RECEIPT = {
	"receipt", "Read", "Read", receipt_fields, RECEIPT_FIELDS, .self = "account", .tier = T1, .is = APPEND_ONLY,
	.order = "-read_at", .keep = "staff-guidance",
	.says = "That somebody has read one edition of what was put before them, and what they answered to its question.",
};
