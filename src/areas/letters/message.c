/* message.c - the outbox: what is to be sent, what became of it, and which server sends it. Not here: putting a line in
 * (web/tell.c) and sending it (jobs/outbox.c). */
#include <string.h>

#include "areas/letters/area.h"

static const struct choice TO_KINDS[] = {
	{ "staff", "Member of staff" }, { "contact", "Family" }, { "professional", "Professional" }, { "account", "Account" },
	{ "address", "An address" }, { NULL, NULL },
};

const struct choice MESSAGE_STATES[] = {
	{ "queued", "Waiting to be sent" }, { "sending", "Being sent" }, { "sent", "Sent" }, { "refused", "Refused" },
	{ "held", "Held" },
	{ "unknown", "May have been sent" }, { "cancelled", "Cancelled" }, { NULL, NULL },
};

static const struct field message_fields[MESSAGE_FIELDS] = {
	[MESSAGE_TO_KIND]    = { "to_kind", "To", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = TO_KINDS },
	[MESSAGE_TO]         = { "to_id", "Whom", .type = F_TEXT, .flags = INDEXED, .max = 64 },
	[MESSAGE_NAME]       = { "name", "Name", .type = F_TEXT, .flags = THIRD, .max = 160 },
	[MESSAGE_ADDRESS]    = { "address", "E-mail address", .type = F_TEXT, .flags = SEALED | THIRD, .max = 254 },
	[MESSAGE_KIND]       = { "kind", "About", .type = F_TEXT, .flags = REQUIRED | INDEXED, .max = 40 },
	[MESSAGE_SUBJECT]    = { "subject", "Subject", "Never a child's name", F_TEXT, REQUIRED, .max = 160 },
	[MESSAGE_BODY]       = { "body", "Text", .type = F_LONGTEXT, .flags = SEALED, .max = 40000 },
	[MESSAGE_PATH]       = { "path", "Page it leads to", .type = F_TEXT, .max = 200 },
	[MESSAGE_FILE]       = { "file", "Stored file", .type = F_TEXT, .max = 64 },
	[MESSAGE_FILE_NAME]  = { "file_name", "File", .type = F_TEXT, .max = 120 },
	[MESSAGE_FILE_TYPE]  = { "file_type", "Kind of file", .type = F_TEXT, .max = 120 },
	[MESSAGE_PUPIL]      = { "pupil", "Child", .type = F_REF, .ref = "pupil" },
	[MESSAGE_WHY_RECORD] = { "why_record", "Tells of", .type = F_TEXT, .max = 60 },
	[MESSAGE_WHY]        = { "why_id", "Which one", .type = F_TEXT, .flags = INDEXED, .max = 64 },
	[MESSAGE_STATE]      = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = MESSAGE_STATES },
	[MESSAGE_AGREED]     = { "agreed", "Sent knowing what stands in the way", .type = F_YESNO },
	[MESSAGE_TRIES]      = { "tries", "Tries", .type = F_NUMBER, .most = 100000 },
	[MESSAGE_QUEUED_AT]  = { "queued_at", "Written", .type = F_TIME, .flags = REQUIRED | INDEXED },
	[MESSAGE_NEXT_TRY]   = { "next_try_at", "Next try", .type = F_TIME, .flags = INDEXED },
	[MESSAGE_LEASE]      = { "lease_until", "Being sent until", .type = F_TIME },
	[MESSAGE_WORDS]      = { "words", "Last word on it", "The mail server's, or why it waits", F_TEXT, .max = 500 },
	[MESSAGE_ID]         = { "message_id", "Number of the message", .type = F_TEXT, .max = 120 },
	[MESSAGE_SENT_AT]    = { "sent_at", "Sent", .type = F_TIME },
};

static const struct view message_views[] = {
	{ "state", (const char *const[]){ "to_kind", "kind", "state", "tries", "queued_at", "next_try_at", "lease_until", "words",
		"message_id", "sent_at", NULL } },
	{ "envelope", (const char *const[]){ "to_kind", "to_id", "name", "kind", "subject", "pupil", "why_record", "why_id",
		"state", "tries", "queued_at", "next_try_at", "lease_until", "words", "message_id", "sent_at", NULL } },
	{ NULL, NULL },
};

/* What became of the message is what became of the letter it carries. */
static const struct fault *message_changed(struct act *act, struct row *was, struct row *now)
{
	const char *state = row_text(now, MESSAGE_STATE), *letter_state;
	struct act *all = act_lift(act);
	const struct fault *f;
	struct row *letter;
	struct form *form;

	if (strcmp(row_text(now, MESSAGE_WHY_RECORD), "letter") != 0 || strcmp(state, row_text(was, MESSAGE_STATE)) == 0)
		return NULL;
	TRY(act_guard(all));
	f = record_get(all, &LETTER, row_text(now, MESSAGE_WHY), &letter);
	if (f)
		return f->code == FAULT_NONE ? act_guard(act) : f; /* disposed of meanwhile: the message stands for itself */
	form = form_new(act->a, &LETTER);
	letter_state = strcmp(state, "sent") == 0 ? "sent" : strcmp(state, "refused") == 0 ? "refused" :
		strcmp(state, "held") == 0 ? "held" :
		strcmp(state, "cancelled") == 0 ? "draft" : "queued";
	form_set(form, LETTER_STATE, letter_state);
	form_set(form, LETTER_WHY, row_text(now, MESSAGE_WORDS));
	if (strcmp(state, "sent") == 0) {
		form_set(form, LETTER_SENT_ON, day_iso(act->a, moment_day(row_text(now, MESSAGE_SENT_AT))));
		form_set(form, LETTER_PROOF, arena_printf(act->a, "E-mail %s, taken %s: %s", row_text(now, MESSAGE_ID),
			moment_long(act->a, row_text(now, MESSAGE_SENT_AT)), row_text(now, MESSAGE_WORDS)));
	}
	TRY(record_change(all, letter, form));
	return act_guard(act);
}

const struct record MESSAGE = {
	"message", "Message", "Messages", message_fields, MESSAGE_FIELDS, .about = "pupil", .tier = T2, .is = SYSTEM_ONLY,
	.when = "queued_at", .line = "subject", .order = "-queued_at", .keep = "send-file", .views = message_views,
	.hooks = &(const struct hooks){ .after_change = message_changed },
	.says = "Something the school told somebody by e-mail: when, whom, what became of it.",
};

/* ---- the school's mail server ---- */

static const struct choice TLS_KINDS[] = {
	{ "tls", "Encrypted from the first byte (port 465)" }, { "starttls", "Encrypted after a plain start (port 587)" },
	{ "none", "Not encrypted: only for a mail server on this machine" }, { NULL, NULL },
};

static const struct field mail_server_fields[MAIL_SERVER_FIELDS] = {
	[MAIL_SERVER_HOST]      = { "host", "Mail server", "For example smtp.office365.com", F_TEXT, REQUIRED, .max = 253,
				    .ask = "Enter the name of the mail server" },
	[MAIL_SERVER_PORT]      = { "port", "Port", .type = F_NUMBER, .flags = REQUIRED, .least = 1, .most = 65535,
				    .ask = "Enter the port, for example 587" },
	[MAIL_SERVER_TLS]       = { "tls", "How it is encrypted", .type = F_CHOICE, .flags = REQUIRED, .choices = TLS_KINDS,
				    .ask = "Choose how it is encrypted" },
	[MAIL_SERVER_USER]      = { "user_name", "User name", "Leave empty if the server asks for none", F_TEXT, .max = 254 },
	[MAIL_SERVER_PASSWORD]  = { "password", "Password", "Kept sealed, never shown", F_TEXT, BY_SYSTEM | SECRET | SEALED,
		.max = 400 },
	[MAIL_SERVER_FROM_NAME] = { "from_name", "Sender's name", "For example SEND team, Thistlewick High School", F_TEXT,
		.max = 120 },
	[MAIL_SERVER_FROM]      = { "from_address", "Sender's address", .type = F_TEXT, .flags = REQUIRED, .max = 254,
				    .ask = "Enter the address that messages come from" },
	[MAIL_SERVER_REPLY_TO]  = { "reply_to", "Answers go to", "Leave empty for the sender's address", F_TEXT, .max = 254 },
	[MAIL_SERVER_SITE]      = { "site", "Address of this program",
		"As people reach it, for example https://senco.school.example: links in "
				    "messages begin with it", F_TEXT, .max = 200 },
	[MAIL_SERVER_ON]        = { "on_now", "Send messages", .type = F_YESNO, .flags = REQUIRED,
				    .ask = "Choose whether messages are sent from now on" },
};

static const struct view mail_server_views[] = {
	{ "state", (const char *const[]){ "from_name", "from_address", "site", "on_now", NULL } },
	{ NULL, NULL },
};

static const char *value_of(const struct form *form, const struct row *was, int i)
{
	return form->values[i] ? form->values[i] : was ? row_text(was, i) : "";
}

static bool address_like(const char *s)
{
	const char *at = strchr(s, '@');

	return at && at > s && !strchr(at + 1, '@') && strchr(at, '.') && !strpbrk(s, " ,;<>\"\t\n") && at[strlen(at) - 1] != '.';
}

static bool site_like(const char *s)
{
	return strncmp(s, "https://", 8) == 0 || strncmp(s, "http://127.0.0.1", 16) == 0 || strncmp(s, "http://localhost", 16) == 0;
}

static const struct fault *mail_server_check(struct act *act, struct form *form, struct row *was)
{
	const char *from = value_of(form, was, MAIL_SERVER_FROM), *reply = value_of(form, was, MAIL_SERVER_REPLY_TO);
	const char *site = value_of(form, was, MAIL_SERVER_SITE), *host = value_of(form, was, MAIL_SERVER_HOST);
	const char *user = value_of(form, was, MAIL_SERVER_USER);

	(void)act;
	if (strcspn(host, "/: @") != strlen(host))
		form_error(form, MAIL_SERVER_HOST, "Enter the server's name alone, for example smtp.school.example");
	if (*from && !address_like(from))
		form_error(form, MAIL_SERVER_FROM, "Enter one e-mail address, for example send@school.example");
	if (*reply && !address_like(reply))
		form_error(form, MAIL_SERVER_REPLY_TO, "Enter one e-mail address, or leave it empty");
	if (*site && (!site_like(site) || strpbrk(site, " ?#\"<>")))
		form_error(form, MAIL_SERVER_SITE, "Enter the address as people reach it. It begins with https://");
	if (*user && strcmp(value_of(form, was, MAIL_SERVER_TLS), "none") == 0)
		form_error(form, MAIL_SERVER_TLS, "A password may not go unencrypted: choose one of the other two");
	return NULL;
}

const struct record MAIL_SERVER = {
	"mail_server", "Mail server", "Mail servers", mail_server_fields, MAIL_SERVER_FIELDS, .tier = T1, .order = "host",
	.keep = "settings", .views = mail_server_views, .hooks = &(const struct hooks){ .before_check = mail_server_check },
	.says = "Which server sends this school's messages, in whose name, and whether it does.",
};
