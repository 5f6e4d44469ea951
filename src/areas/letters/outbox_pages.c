/* outbox_pages.c - the outbox: what waits, since when, what the mail server said, and what a person may do about it; and the mail
 * server's own page, which is IT's. Sending is a job's (jobs/outbox.c). */
#include <string.h>

#include "areas/letters/pages.h"
#include "areas/letters/queries.sql.h"
#include "base/text.h"
#include "record/who.h"

/* ---- is anything sent at all ---- */

const struct fault *letters_server(struct act *act, struct row **out, bool *on)
{
	struct act *all = act_lift(act);
	struct rows rows;

	TRY(act_guard(all));
	TRY(record_list(all, &MAIL_SERVER, &(struct ask){ .campus = act->campus, .limit = 1 }, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	*on = rows.count && row_int(rows.row[0], MAIL_SERVER_ON) == 1;
	return act_guard(act);
}

const struct fault *letters_standing(struct req *rq, struct ui *ui)
{
	struct row *server;
	bool on;

	if (web_options(rq->web)->demo) {
		ui_note(ui, UI_SOON, "A demonstration sends nothing.",
			"Messages are queued as they would be, and none leaves this machine.");
		return NULL;
	}
	TRY(letters_server(rq->act, &server, &on));
	if (!server)
		ui_note(ui, UI_SOON, "No mail server yet.",
			"Messages wait here, safe, until whoever runs the program has set one up under Outbox, Mail server.");
	else if (!on)
		ui_note(ui, UI_SOON, "Sending is switched off.", "Messages wait here, safe, until it is switched on.");
	return NULL;
}

/* ---- the list ---- */

static const struct ui_column COLUMNS[] = { { "Written", .width = 14 }, { "To", .phone = UI_BARE }, { "Subject", .phone = UI_BARE,
	.width = 24 },
	{ "State", .phone = UI_LEAD }, { "Last word on it", .phone = UI_BARE, .width = 26 }, { "Look", .act = true, .quiet = true },
		{ NULL } };

static const char *age_of(struct req *rq, const char *moment)
{
	int64_t hours = (moment_seconds(rq->act->moment) - moment_seconds(moment)) / 3600;

	if (moment_seconds(moment) < 0)
		return "";
	if (hours < 1)
		return "less than an hour";
	return hours < 48 ? arena_printf(rq->a, "%lld %s", (long long)hours, hours == 1 ? "hour" : "hours") :
		arena_printf(rq->a, "%lld days", (long long)(hours / 24));
}

static void draw_row(struct req *rq, struct ui *ui, const struct row *m)
{
	const char *state = row_text(m, MESSAGE_STATE), *name = row_text(m, MESSAGE_NAME);
	int64_t tries = row_int(m, MESSAGE_TRIES);

	ui_row(ui);
	ui_cell(ui, moment_long(rq->a, row_text(m, MESSAGE_QUEUED_AT)));
	ui_cell(ui, *name ? name : row_show(rq->a, m, MESSAGE_TO_KIND));
	ui_cell(ui, row_has(m, MESSAGE_SUBJECT) ? row_text(m, MESSAGE_SUBJECT) : row_text(m, MESSAGE_KIND));
	ui_cell_begin(ui);
	ui_tag(ui, letters_tone(state), row_show(rq->a, m, MESSAGE_STATE));
	ui_cell_end(ui);
	ui_cell_sub(ui, row_text(m, MESSAGE_WORDS), tries > 1 ? arena_printf(rq->a, "tried %lld times", (long long)tries) : NULL);
	ui_cell_begin(ui);
	ui_link_to(ui, "Look", arena_printf(rq->a, "/outbox/%s", row_id(m)));
	ui_cell_end(ui);
	ui_row_end(ui);
}

static const struct ui_link *jump_of(struct req *rq, const struct found *counts)
{
	struct ui_link *l = arena_array(rq->a, (size_t)counts->rows + 1, sizeof *l);

	for (int i = 0; i < counts->rows; i++) {
		const char *state = found_text(counts, i, Q_OUTBOX_COUNTS_STATE);

		l[i] = (struct ui_link){ choice_label(MESSAGE_STATES, state), arena_printf(rq->a, "/outbox?state=%s", state), false,
			(int)found_int(counts, i, Q_OUTBOX_COUNTS_N) };
	}
	return l;
}

static const char *oldest_of(const struct found *counts)
{
	for (int i = 0; i < counts->rows; i++)
		if (strcmp(found_text(counts, i, Q_OUTBOX_COUNTS_STATE), "queued") == 0)
			return found_text(counts, i, Q_OUTBOX_COUNTS_OLDEST);
	return "";
}

const struct fault *outbox_page(struct req *rq, struct ui *ui)
{
	const char *state = rq_text(rq, "state"), *oldest;
	struct ask ask = { .limit = UI_PER_PAGE, .where = { { MESSAGE_STATE, ANY_OF, *state ? state :
		"queued sending refused held unknown" } } };
	struct found counts;
	int64_t at = 1, total;
	struct rows rows;

	if (text_to_int(rq_text(rq, "page"), &at) && at > 0 && at < 10000)
		ask.offset = (int)(at - 1) * UI_PER_PAGE;
	else
		at = 1;
	TRY(query_run(rq->act, &Q_OUTBOX_COUNTS, NULL, &counts));
	TRY(record_list(rq->act, &MESSAGE, &ask, &rows));
	TRY(record_count(rq->act, &MESSAGE, &ask, &total));
	oldest = oldest_of(&counts);
	ui->shell.title = "Outbox";
	ui_head(ui, "Outbox", *oldest ? arena_printf(rq->a, "The oldest message has waited %s.", age_of(rq, oldest)) :
		"Nothing waits to be sent.");
	if (rq_leads(rq, "/outbox/server"))
		ui_link_to(ui, "Mail server", "/outbox/server");
	ui_head_end(ui);
	TRY(letters_standing(rq, ui));
	ui_jump(ui, jump_of(rq, &counts));
	if (!rows.count) {
		ui_empty(ui, *state ? "No messages in this state." : "Nothing waits and nothing went wrong.",
			*state ? "What needs somebody" : NULL, "/outbox");
		return NULL;
	}
	ui_showing(ui, (int)total, (int)at, "messages");
	ui_table(ui, &(struct ui_table){ .caption = "Messages, newest first", .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++)
		draw_row(rq, ui, rows.row[i]);
	ui_table_end(ui);
	ui_pages(ui, (int)total, (int)at, *state ? arena_printf(rq->a, "/outbox?state=%s", state) : "/outbox");
	return NULL;
}

/* ---- one message ---- */

struct deed { const char *name, *label, *from, *to, *said; };

static const struct deed DEEDS[] = {
	{ "send", "Send now", "queued", "queued", "It goes within a minute." },
	{ "send", "Send it", "held", "queued", "It goes within a minute." },
	{ "send", "Try again", "refused", "queued", "It is tried again within a minute." },
	{ "send", "It did not arrive: send again", "unknown", "queued", "It goes again within a minute." },
	{ "sent", "It arrived: mark it as sent", "unknown", "sent", "It is marked as sent." },
	{ "hold", "Hold it", "queued", "held", "It waits until somebody lets it go." },
	{ "cancel", "Do not send it", "queued", "cancelled", "It is not sent." },
	{ "cancel", "Do not send it", "held", "cancelled", "It is not sent." },
	{ "cancel", "Do not send it", "refused", "cancelled", "It is not sent." },
	{ "back", "It came back", "sent", "refused", "It is marked as come back. Put the address right, and try again." },
	{ NULL, NULL, NULL, NULL, NULL },
};

static void draw_deeds(struct ui *ui, const struct row *m)
{
	const char *state = row_text(m, MESSAGE_STATE);
	bool any = false;

	for (const struct deed *d = DEEDS; d->name; d++) {
		if (strcmp(d->from, state) != 0)
			continue;
		if (!any) {
			ui_form_begin(ui, &(struct ui_form){ .version = row_version(m) });
			ui_acts(ui);
		}
		ui_button(ui, any ? UI_SECONDARY : UI_PRIMARY, d->label, "do", d->name);
		any = true;
	}
	if (!any)
		return;
	ui_acts_end(ui);
	ui_form_end(ui);
}

/* The page where the address is put right, for whoever may; else "". */
static const char *place_of(struct req *rq, const struct row *m)
{
	const char *kind = row_text(m, MESSAGE_TO_KIND), *id = row_text(m, MESSAGE_TO);
	const struct record *r = record_find(rq->act->house, kind);

	if (!row_has(m, MESSAGE_TO) || !*id || !r || strcmp(kind, "account") == 0 || !record_ever(rq->act, r, RIGHT_EDIT))
		return "";
	return strcmp(kind, "staff") == 0 ? arena_printf(rq->a, "/people/staff/%s", id) : strcmp(kind, "professional") == 0 ?
		arena_printf(rq->a, "/advice/professionals/%s", id) : arena_printf(rq->a, "/records/%s/%s/edit", kind, id);
}

/* Every refusal says what to do about it. */
static void say_refused(struct req *rq, struct ui *ui, const struct row *m, const char *words)
{
	const char *place = place_of(rq, m);
	bool address = strstr(words, "address") || strstr(words, "550") || strstr(words, "551") || strstr(words, "553") ||
		strstr(words, "Came back"), content = strstr(words, "552") || strstr(words, "554") || strstr(words, " MB");

	ui_note_begin(ui, UI_LATE);
	buf_add_html(&ui->out, arena_printf(rq->a, "It did not arrive. %s%s ", words, strchr(".?!", words[0] ?
		words[strlen(words) - 1] :
		'.') ? "" : "."));
	buf_add_html(&ui->out, address ? "Ask for the right address, put it right in the record, and press “Try again”: it "
		"goes to the "
		"address that is in the record then." : content ?
		"The mail server does not take what it says or its size. Print it, or "
		"ask who runs the mail server." : "Read the reason. If nothing stands in the way any more, press “Try again”; else "
		"write or ring.");
	if (address && *place && rq_leads(rq, place)) {
		buf_add(&ui->out, " ");
		ui_link_to(ui, "Put the address right", place);
	}
	ui_note_end(ui);
}

static void say_state(struct req *rq, struct ui *ui, const struct row *m)
{
	const char *state = row_text(m, MESSAGE_STATE), *words = row_text(m, MESSAGE_WORDS);

	if (strcmp(state, "unknown") == 0)
		ui_note(ui, UI_SOON, "It may have been sent.",
			"The line broke after the message was handed over and before the server's answer. "
			"Ask whether it arrived, then send it again or mark it as sent.");
	else if (strcmp(state, "held") == 0)
		ui_note(ui, UI_SOON, "It waits for a decision.", *words ? words : "Somebody held it.");
	else if (strcmp(state, "refused") == 0)
		say_refused(rq, ui, m, words);
	else if (strcmp(state, "queued") == 0 && row_int(m, MESSAGE_TRIES))
		ui_note(ui, UI_SOON, "The mail server did not take it yet.", arena_printf(rq->a, "Next try %s. It said: %s",
			moment_long(rq->a, row_text(m, MESSAGE_NEXT_TRY)), words));
}

static const struct fault *draw_facts(struct req *rq, struct ui *ui, const struct row *m)
{
	const char *file = row_text(m, MESSAGE_FILE_NAME);
	struct row *pupil = NULL;

	if (row_has(m, MESSAGE_PUPIL))
		TRY(letters_pupil(rq, m, &pupil));
	ui_summary(ui);
	ui_summary_row(ui, "State", row_show(rq->a, m, MESSAGE_STATE), NULL, NULL);
	if (row_has(m, MESSAGE_NAME))
		ui_summary_row(ui, "To", arena_printf(rq->a, "%s%s%s", row_text(m, MESSAGE_NAME), row_has(m, MESSAGE_ADDRESS) ?
			", " : "", row_text(m, MESSAGE_ADDRESS)), NULL, NULL);
	if (pupil)
		ui_summary_row(ui, "About", letters_child(rq->a, pupil), NULL, NULL);
	ui_summary_row(ui, "Written", moment_long(rq->a, row_text(m, MESSAGE_QUEUED_AT)), NULL, NULL);
	if (*row_text(m, MESSAGE_SENT_AT))
		ui_summary_row(ui, "Sent", moment_long(rq->a, row_text(m, MESSAGE_SENT_AT)), NULL, NULL);
	ui_summary_row(ui, "Tries", row_text(m, MESSAGE_TRIES), NULL, NULL);
	if (*row_text(m, MESSAGE_WORDS))
		ui_summary_row(ui, "Last word on it", row_text(m, MESSAGE_WORDS), NULL, NULL);
	ui_summary_row(ui, "Number", row_text(m, MESSAGE_ID), NULL, NULL);
	if (*file && row_has(m, MESSAGE_BODY)) {
		ui_summary_begin_row(ui, "With it");
		ui_link_to(ui, file, arena_printf(rq->a, "/outbox/%s/file", row_id(m)));
		ui_summary_end_row(ui);
	}
	ui_summary_end(ui);
	return NULL;
}

static const struct fault *draw_message(struct req *rq, struct ui *ui, const struct row *m, const char *error)
{
	about_crumbs(rq, (const char *const[]){ "Outbox", "/outbox", NULL });
	ui->shell.scale = UI_READ;
	ui->shell.title = "A message";
	if (error)
		ui_error(ui, "do", error);
	ui_title(ui, NULL, row_has(m, MESSAGE_SUBJECT) ? row_text(m, MESSAGE_SUBJECT) : "A message", NULL);
	say_state(rq, ui, m);
	TRY(draw_facts(rq, ui, m));
	if (record_may(rq->act, &MESSAGE, RIGHT_EDIT, NULL))
		draw_deeds(ui, m);
	if (row_has(m, MESSAGE_BODY)) {
		ui_heading(ui, "What it says");
		ui_prose(ui, row_text(m, MESSAGE_BODY));
	}
	return NULL;
}

const struct fault *message_page(struct req *rq, struct ui *ui)
{
	struct row *m;

	TRY(record_get(rq->act, &MESSAGE, rq_arg(rq, "message"), &m));
	return draw_message(rq, ui, m, NULL);
}

static const struct deed *deed_of(const char *name, const char *state)
{
	for (const struct deed *d = DEEDS; d->name; d++)
		if (strcmp(d->name, name) == 0 && strcmp(d->from, state) == 0)
			return d;
	return NULL;
}

const struct fault *message_post(struct req *rq, struct ui *ui)
{
	struct act *all = act_lift(rq->act);
	const struct deed *d;
	struct form *form;
	struct row *m;

	TRY(record_get(rq->act, &MESSAGE, rq_arg(rq, "message"), &m));
	d = deed_of(rq_text(rq, "do"), row_text(m, MESSAGE_STATE));
	if (!d)
		return draw_message(rq, ui, m, "Something became of this message meanwhile. Look at its state and choose again");
	form = rq_form(rq, &MESSAGE);
	for (int i = 0; i < MESSAGE.count; i++)
		form->values[i] = NULL;
	form_set(form, MESSAGE_STATE, d->to);
	form_set(form, MESSAGE_NEXT_TRY, rq->act->moment);
	if (strcmp(d->to, "sent") == 0) {
		form_set(form, MESSAGE_SENT_AT, rq->act->moment);
		form_set(form, MESSAGE_WORDS, arena_printf(rq->a, "Marked as sent by %s, who made sure", rq->act->who->name));
	} else if (strcmp(d->to, "queued") == 0) {
		form_set(form, MESSAGE_AGREED, strcmp(d->from, "held") == 0 ? "1" : row_text(m, MESSAGE_AGREED));
	} else {
		form_set(form, MESSAGE_WORDS, arena_printf(rq->a, "%s %s", strcmp(d->to, "held") == 0 ? "Held by" :
			strcmp(d->to, "refused") == 0 ? "Came back, as seen by" : "Cancelled by", rq->act->who->name));
	}
	TRY(act_guard(all));
	TRY(record_change(all, m, form));
	TRY(act_guard(rq->act));
	rq_notice(rq, NULL, "%s", d->said);
	return go(rq, "/outbox/%s", row_id(m));
}

const struct fault *message_file(struct req *rq, struct ui *ui)
{
	const void *bytes;
	struct row *m;
	size_t n;

	(void)ui;
	TRY(record_get(rq->act, &MESSAGE, rq_arg(rq, "message"), &m));
	if (!row_has(m, MESSAGE_BODY) || !*row_text(m, MESSAGE_FILE))
		return FAULT(rq->a, FAULT_NONE, "no file of this person's");
	TRY(blob_get(rq->act, row_text(m, MESSAGE_FILE), &bytes, &n));
	return rq_download(rq, arena_text_n(rq->a, row_text(m, MESSAGE_FILE_TYPE), strcspn(row_text(m, MESSAGE_FILE_TYPE), ";")),
		row_text(m, MESSAGE_FILE_NAME), bytes, n);
}

/* ---- the mail server ---- */

static const struct fault *draw_server(struct req *rq, struct ui *ui, const struct form *form, const struct row *row)
{
	about_crumbs(rq, (const char *const[]){ "Outbox", "/outbox", NULL });
	ui->shell.title = "Mail server";
	ui->shell.scale = UI_READ;
	ui_title(ui, NULL, "Mail server", "Who carries this school's messages. Messages wait in the outbox, safe, until sending is "
		"switched on.");
	if (web_options(rq->web)->demo)
		TRY(letters_standing(rq, ui));
	ui_form_begin(ui, &(struct ui_form){ .version = row ? row_version(row) : 0 });
	ui_fields(ui, &MAIL_SERVER, form);
	ui_input_password(ui, &(struct ui_input){ .name = "mail_password", .label = "Password of the mail account", .strong = true,
		.width = 20, .hint = row ? "Leave empty to keep the one there is. Kept sealed and never shown" :
		"Kept sealed and never shown", .autocomplete = "off" });
	ui_button(ui, UI_PRIMARY, "Save the mail server", NULL, NULL);
	ui_form_end(ui);
	if (row) {
		ui_heading(ui, "Try it");
		ui_para(ui, "A test message goes to your own e-mail address, by the way that all messages go. The outbox says what "
			"became of it.");
		ui_button_post(ui, UI_SECONDARY, "Send me a test message", "/outbox/server/test", 0);
	}
	return NULL;
}

const struct fault *server_page(struct req *rq, struct ui *ui)
{
	struct form *form;
	struct rows rows;

	TRY(record_list(rq->act, &MAIL_SERVER, &(struct ask){ .campus = rq->act->campus, .limit = 1 }, &rows));
	form = rows.count ? form_of_row(rq->a, rows.row[0]) : form_new(rq->a, &MAIL_SERVER);
	if (!rows.count) {
		form_set(form, MAIL_SERVER_PORT, "587");
		form_set(form, MAIL_SERVER_TLS, "starttls");
		form_set(form, MAIL_SERVER_ON, "0");
	}
	return draw_server(rq, ui, form, rows.count ? rows.row[0] : NULL);
}

const struct fault *server_post(struct req *rq, struct ui *ui)
{
	const char *password = rq_param(rq, "mail_password"), *id;
	struct form *form = rq_form(rq, &MAIL_SERVER);
	struct act *all = act_lift(rq->act);
	const struct fault *f;
	struct rows rows;

	TRY(record_list(rq->act, &MAIL_SERVER, &(struct ask){ .campus = rq->act->campus, .limit = 1 }, &rows));
	if (!record_may(rq->act, &MAIL_SERVER, rows.count ? RIGHT_EDIT : RIGHT_ADD, NULL))
		return FAULT(rq->a, FAULT_NONE, "not this person's to set");
	if (password && *password)
		form_set(form, MAIL_SERVER_PASSWORD, password);
	TRY(act_guard(all));
	f = rows.count ? record_change(all, rows.row[0], form) : record_add(all, &MAIL_SERVER, NULL, form, &id);
	TRY(act_guard(rq->act));
	if (f && f->code == FAULT_INVALID)
		return draw_server(rq, ui, form, rows.count ? rows.row[0] : NULL);
	TRY(f);
	journal_note(rq->act, "setting", "mail_server", "", "", form_value(form, MAIL_SERVER_ON));
	rq_notice(rq, NULL, "The mail server is saved.");
	return go(rq, "/outbox/server");
}

const struct fault *server_test(struct req *rq, struct ui *ui)
{
	struct told told;

	(void)ui;
	TRY(tell(rq->act, &(struct tell){ .to = TELL_ACCOUNT, .id = rq->act->who->account, .kind = "test",
		.subject = "A test from OpenSENCO",
		.text = "This message was sent to see whether the school's mail server takes messages from OpenSENCO. It does.",
		.path = "/outbox" }, &told));
	rq_notice(rq, NULL, strcmp(told.state, "queued") == 0 ? "A test message is in the outbox. It goes within a minute." :
		"There is no e-mail address in your account, so the test message cannot go. Add one first.");
	return go(rq, "/outbox/%s", told.id);
}

/* ---- on the homes ---- */

static bool wants_somebody(const char *state)
{
	return strcmp(state, "refused") == 0 || strcmp(state, "held") == 0 || strcmp(state, "unknown") == 0;
}

static void draw_counts(struct req *rq, struct ui *ui, const struct found *counts)
{
	for (int i = 0; i < counts->rows; i++) {
		const char *state = found_text(counts, i, Q_OUTBOX_COUNTS_STATE), *oldest = found_text(counts, i,
			Q_OUTBOX_COUNTS_OLDEST);

		if (!wants_somebody(state) && strcmp(state, "queued") != 0)
			continue;
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%s %s", found_text(counts, i, Q_OUTBOX_COUNTS_N),
			strcmp(state, "queued") == 0 ? "waiting to be sent" : strcmp(state, "held") == 0 ? "held for a decision" :
			strcmp(state, "refused") == 0 ? "refused" : "may have been sent"), arena_printf(rq->a, "/outbox?state=%s",
			state));
		ui_small(ui, arena_printf(rq->a, "the oldest for %s", age_of(rq, oldest)));
		ui_item_end(ui);
	}
}

/* Only when something needs somebody: mail that simply goes is no news. IT sees counts and the server's words, nothing else. */
const struct fault *panel_outbox(struct req *rq, struct ui *ui, const struct panel *p)
{
	bool it = strcmp(p->place, "home-it") == 0, any = it;
	struct found counts, words;

	TRY(query_run(rq->act, &Q_OUTBOX_COUNTS, NULL, &counts));
	for (int i = 0; i < counts.rows; i++) {
		const char *state = found_text(&counts, i, Q_OUTBOX_COUNTS_STATE);
		int64_t age = moment_seconds(rq->act->moment) - moment_seconds(found_text(&counts, i, Q_OUTBOX_COUNTS_OLDEST));

		any = any || wants_somebody(state) || (strcmp(state, "queued") == 0 && age > 3600);
	}
	if (!any || !counts.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = "All", .href = "/outbox" });
	ui_items(ui);
	draw_counts(rq, ui, &counts);
	ui_items_end(ui);
	if (it) {
		TRY(query_run(rq->act, &Q_OUTBOX_WORDS, (const char *const[]){ "3" }, &words));
		for (int i = 0; i < words.rows; i++)
			ui_small(ui, arena_printf(rq->a, "%s times: %s", found_text(&words, i, Q_OUTBOX_WORDS_N),
				found_text(&words, i, Q_OUTBOX_WORDS_WORDS)));
	}
	ui_panel_end(ui);
	return NULL;
}
