/* letter.c - templates and letters, and what may be done to a letter in which state. Not here: the pages, and what fields stand
 * for. */
#include <string.h>

#include "areas/letters/area.h"
#include "areas/letters/merge.h"

const struct choice TEMPLATE_KINDS[] = { { "letter", "Letter on paper" }, { "email", "E-mail" }, { "both", "Either" },
	{ NULL, NULL } };

static const struct field template_fields[LETTER_TEMPLATE_FIELDS] = {
	[LETTER_TEMPLATE_NAME]      = { "name", "Name", "As your colleagues look for it: Support begins", F_TEXT,
		REQUIRED | FOLDED | INDEXED, .max = 120,
					.ask = "Enter a name for the template" },
	[LETTER_TEMPLATE_KIND]      = { "kind", "Used for", .type = F_CHOICE, .flags = REQUIRED, .choices = TEMPLATE_KINDS,
					.ask = "Choose what it is used for" },
	[LETTER_TEMPLATE_PURPOSE]   = { "purpose", "What it is for", .type = F_TEXT, .max = 200 },
	[LETTER_TEMPLATE_SUBJECT]   = { "subject", "Subject",
		"Anybody who sees the telephone reads it: no child's name, nothing private", F_TEXT,
					REQUIRED, .max = 120, .ask = "Enter a subject that says nothing private" },
	[LETTER_TEMPLATE_BODY]      = { "body", "Text", "Fields stand in braces: Dear {contact.salutation}. The list is below",
		F_LONGTEXT, REQUIRED,
					.max = 16000, .ask = "Enter the text" },
	[LETTER_TEMPLATE_FILE]      = { "file", "Stored Word file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 64 },
	[LETTER_TEMPLATE_FILE_NAME] = { "file_name", "Word file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 160 },
	[LETTER_TEMPLATE_FROM]      = { "from", "In use from", .type = F_DATE, .flags = REQUIRED,
		.ask = "Enter the first day it is used" },
	[LETTER_TEMPLATE_UNTIL]     = { "until", "In use until", "Leave empty while it is in use", F_DATE },
};

static const char *value_of(const struct form *form, const struct row *was, int i)
{
	return form->values[i] ? form->values[i] : was ? row_text(was, i) : "";
}

/* A field shows one message: all that is wrong with the text goes into it. */
static void say_refused(struct act *act, struct form *form, int field, const char *lines)
{
	struct buf b = buf_new(act->a);

	for (const char *p = lines; *p; p++)
		buf_add(&b, *p == '\n' ? ". " : arena_text_n(act->a, p, 1));
	if (b.len)
		form_error(form, field, "%s", buf_text(&b));
}

static const struct fault *template_check(struct act *act, struct form *form, struct row *was)
{
	const char *person = merge_person(act->a, value_of(form, was, LETTER_TEMPLATE_SUBJECT));

	if (person)
		form_error(form, LETTER_TEMPLATE_SUBJECT,
			"Take {%s} out: a subject line is seen by anybody who looks at the telephone", person);
	say_refused(act, form, LETTER_TEMPLATE_BODY, merge_refused(act, value_of(form, was, LETTER_TEMPLATE_BODY)));
	return NULL;
}

const struct record LETTER_TEMPLATE = {
	"letter_template", "Letter template", "Letter templates", template_fields, LETTER_TEMPLATE_FIELDS, .tier = T1,
	.from = "from", .until = "until", .order = "name_fold", .keep = "working",
	.hooks = &(const struct hooks){ .before_check = template_check },
	.says = "The school's own words for a letter or e-mail, with fields that are filled in for each child and person.",
};

/* ---- letters ---- */

const struct choice LETTER_CHANNELS[] = {
	{ "post", "By post" }, { "email", "By e-mail" }, { "handed", "Handed over" }, { NULL, NULL },
};

const struct choice LETTER_STATES[] = {
	{ "draft", "Draft" }, { "queued", "In the outbox" }, { "sent", "Sent" }, { "handed", "Handed over" }, { "held", "Held" },
	{ "refused", "Refused" }, { NULL, NULL },
};

static const struct field letter_fields[LETTER_FIELDS] = {
	[LETTER_PUPIL]        = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[LETTER_CONTACT]      = { "contact", "To", "Empty: to the young person", F_REF, .ref = "contact" },
	[LETTER_NAME]         = { "name", "Name on the envelope", .type = F_TEXT, .flags = REQUIRED | THIRD, .max = 160,
				  .ask = "Enter the name on the envelope" },
	[LETTER_ADDRESS]      = { "address", "Address", "As it stands on the envelope", F_LONGTEXT, SEALED | THIRD, .max = 500 },
	[LETTER_TEMPLATE_REF] = { "template", "Template", .type = F_REF, .ref = "letter_template" },
	[LETTER_TITLE]        = { "title", "Subject", "No child's name: it is seen on a telephone's screen", F_TEXT,
		REQUIRED | SEARCH, .max = 120,
				  .ask = "Enter a subject that says nothing private" },
	[LETTER_ON]           = { "written_on", "Date of the letter", .type = F_DATE, .flags = REQUIRED,
		.ask = "Enter the date of the letter" },
	[LETTER_BY]           = { "staff", "Written by", .type = F_REF, .ref = "staff" },
	[LETTER_CHANNEL]      = { "channel", "How it goes", .type = F_CHOICE, .flags = REQUIRED, .choices = LETTER_CHANNELS,
				  .ask = "Choose how it goes" },
	[LETTER_STATE]        = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = LETTER_STATES },
	[LETTER_BODY]         = { "body", "Text", .type = F_LONGTEXT, .flags = REQUIRED | SEALED | SEARCH, .max = 20000,
		.ask = "Enter the text" },
	[LETTER_BLOB]         = { "blob", "Stored file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 64 },
	[LETTER_BLOB_TYPE]    = { "blob_type", "Kind of file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 120 },
	[LETTER_AGREED]       = { "agreed", "Decided to send", "What stood in the way was read, and a person decided", F_YESNO },
	[LETTER_BATCH]        = { "batch", "Written together with", .type = F_TEXT, .flags = BY_SYSTEM | INDEXED, .max = 64 },
	[LETTER_MESSAGE]      = { "message", "In the outbox as", .type = F_TEXT, .flags = BY_SYSTEM | INDEXED, .max = 64 },
	[LETTER_SENT_ON]      = { "sent_on", "Sent", .type = F_DATE },
	[LETTER_PROOF]        = { "proof", "Proof of sending", "For example the post book's line, or who took it", F_TEXT,
		.max = 500 },
	[LETTER_WHY]          = { "reason", "Why it waits", .type = F_TEXT, .flags = BY_SYSTEM, .max = 500 },
};

static const struct view letter_views[] = {
	{ "envelope", (const char *const[]){ "pupil", "title", "written_on", "staff", "channel", "state", "sent_on", "proof",
		NULL } },
	{ NULL, NULL },
};

/* What went stays as it went: a letter that left the school is corrected by another letter. */
static const struct fault *letter_check(struct act *act, struct form *form, struct row *was)
{
	static const int FROZEN[] = { LETTER_CONTACT, LETTER_NAME, LETTER_ADDRESS, LETTER_TITLE, LETTER_ON, LETTER_CHANNEL,
		LETTER_BODY, LETTER_BLOB };

	(void)act;
	if (!was || strcmp(row_text(was, LETTER_STATE), "draft") == 0)
		return NULL;
	for (size_t i = 0; i < sizeof FROZEN / sizeof *FROZEN; i++) {
		const char *v = form->values[FROZEN[i]];

		if (v && strcmp(v, row_text(was, FROZEN[i])) != 0)
			form_error(form, FROZEN[i], "This letter has left your hands: write another one to correct it");
	}
	return NULL;
}

const struct record LETTER = {
	"letter", "Letter", "Letters", letter_fields, LETTER_FIELDS, .about = "pupil", .self = "staff", .tier = T2,
	.when = "written_on", .line = "title", .order = "-written_on", .keep = "send-file", .views = letter_views,
	.hooks = &(const struct hooks){ .before_check = letter_check },
	.says = "A letter or e-mail to a child's family: to whom, how it went, and the proof that it did.",
};
