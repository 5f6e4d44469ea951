/* referral_pages.c - asking for advice and following the question until an answer is there. A teacher asks in school; who may send
 * referrals sends it, once somebody has agreed. */
#include <string.h>

#include "areas/referrals/pages.h"
#include "areas/referrals/queries.sql.h"
#include "base/random.h"
#include "base/text.h"

/* Those who may change referrals send them; others ask in school. */
static bool sends(struct req *rq)
{
	return record_ever(rq->act, &REFERRAL, RIGHT_EDIT);
}

/* "AGENCY" or "AGENCY.PROFESSIONAL" into the two fields. */
static void set_whom(struct req *rq, struct form *form)
{
	const char *to = rq_text(rq, "to"), *dot = strchr(to, '.');

	form_set(form, REFERRAL_AGENCY, dot ? arena_text_n(rq->a, to, (size_t)(dot - to)) : to);
	form_set(form, REFERRAL_PROFESSIONAL, dot ? dot + 1 : "");
}

static const char *whom_value(struct arena *a, const struct form *form)
{
	const char *agency = form_value(form, REFERRAL_AGENCY), *person = form_value(form, REFERRAL_PROFESSIONAL);

	return *person ? arena_printf(a, "%s.%s", agency, person) : agency;
}

/* ---- a new one ---- */

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct about *who, const struct form *form)
{
	const char *title = arena_printf(rq->a, sends(rq) ? "Refer %s for advice" : "Ask for advice about %s", who->first);
	const struct ui_option *whom;

	TRY(whom_options(rq, "Choose a service", &whom));
	ui->shell.title = title;
	ui_title(ui, who->line, title, sends(rq) ? "Write the question once. It stays with the referral until it is answered." :
		"The SENCO decides whom to ask. You see afterwards what became of it.");
	if (who->left != DAY_NONE)
		ui_note(ui, UI_SOON, arena_printf(rq->a, "%s has left the school.", who->first),
			"Ask the new school first: the referral may be theirs to make.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_field(ui, &REFERRAL, form, REFERRAL_WHY);
	ui_input_select(ui, &(struct ui_input){ .name = "to", .label = "Whom to ask", .hint = sends(rq) ? NULL : "If you know",
		.value = whom_value(rq->a, form),
		.error = form_error_at(form, REFERRAL_AGENCY), .strong = true }, whom);
	if (sends(rq)) {
		if (rq_leads(rq, "/advice/services/new"))
			ui_link_to(ui, "The service is not in the list: add it", "/advice/services/new");
		ui_input_select(ui, &(struct ui_input){ .name = "consent_by", .label = "Who agreed to it?",
			.value = form_value(form, REFERRAL_CONSENT_BY),
			.error = form_error_at(form, REFERRAL_CONSENT_BY),
				.hint = "Leave empty until they have: the referral then waits, and you are reminded",
				.strong = true },
			choice_options(rq->a, CONSENT_WHO, "Nobody yet"));
		ui_field(ui, &REFERRAL, form, REFERRAL_CONSENT_ON);
		ui_field(ui, &REFERRAL, form, REFERRAL_SENT_ON);
		ui_field(ui, &REFERRAL, form, REFERRAL_REPLY_BY);
	}
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, sends(rq) ? "Save the referral" : "Ask the SENCO", NULL, NULL);
	ui_link_to(ui, "Cancel", who->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *referral_new(struct req *rq, struct ui *ui)
{
	struct about who;
	struct form *form;

	TRY(about_may_add(rq, &REFERRAL));
	TRY(about_pupil(rq, rq->pupil, "Advice", "/advice", &who));
	form = rq->typed.count ? rq_form(rq, &REFERRAL) : form_new(rq->a, &REFERRAL);
	if (rq->typed.count)
		set_whom(rq, form);
	return draw_new(rq, ui, &who, form);
}

/* What the service usually takes, unless a day was said. */
static const struct fault *guess_reply(struct req *rq, struct form *form)
{
	day sent = day_typed(form_value(form, REFERRAL_SENT_ON));
	struct row *g;

	if (sent == DAY_NONE || *form_value(form, REFERRAL_REPLY_BY) || !*form_value(form, REFERRAL_AGENCY))
		return NULL;
	TRY(record_get(rq->act, &AGENCY, form_value(form, REFERRAL_AGENCY), &g));
	if (row_int(g, AGENCY_REPLY_WEEKS))
		form_set(form, REFERRAL_REPLY_BY, day_iso(rq->a, sent + 7 * (int)row_int(g, AGENCY_REPLY_WEEKS)));
	return NULL;
}

/* What only the program says of a new referral. */
static void settle(struct req *rq, struct form *form)
{
	static const int SENDERS[] = { REFERRAL_CONSENT_BY, REFERRAL_CONSENT_ON, REFERRAL_SENT_ON, REFERRAL_REPLY_BY };
	bool sent = sends(rq) && *form_value(form, REFERRAL_SENT_ON);

	form->version = 0;
	for (size_t i = 0; !sends(rq) && i < sizeof SENDERS / sizeof *SENDERS; i++)
		form_set(form, SENDERS[i], "");
	form_set(form, REFERRAL_ASKED_BY, rq->act->who->staff);
	form_set(form, REFERRAL_ASKED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, REFERRAL_STATE, sent ? "sent" : "asked");
	form_set(form, REFERRAL_VISIT_ON, "");
	form_set(form, REFERRAL_CLOSED_ON, "");
	form_set(form, REFERRAL_OUTCOME, "");
}

const struct fault *referral_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &REFERRAL);
	const struct fault *f;
	struct about who;
	const char *id;

	TRY(about_pupil(rq, rq->pupil, "Advice", "/advice", &who));
	set_whom(rq, form);
	settle(rq, form);
	f = id_ok(form_value(form, REFERRAL_AGENCY)) ? guess_reply(rq, form) : NULL;
	if (!f)
		f = record_add(rq->act, &REFERRAL, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_new(rq, ui, &who, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/advice", &REFERRAL, id), strcmp(form_value(form, REFERRAL_STATE), "sent") == 0 ?
		"The referral of %s is recorded as sent." : "Advice about %s is asked for. It is not sent yet.", who.first);
	return sends(rq) ? go(rq, "/advice/referrals/%s", id) : go(rq, "%s", who.href);
}

/* ---- one, and where it stands ---- */

struct referral_view { struct row *row; struct about who; const char *agency, *person, *asked_by; };

static const struct fault *fetch(struct req *rq, struct referral_view *v)
{
	TRY(record_get(rq->act, &REFERRAL, rq_arg(rq, "referral"), &v->row));
	TRY(about_row(rq, v->row, "Advice", "/advice", &v->who));
	TRY(agency_name(rq, row_text(v->row, REFERRAL_AGENCY), &v->agency));
	TRY(professional_name(rq, row_text(v->row, REFERRAL_PROFESSIONAL), &v->person));
	return staff_name_of(rq, row_text(v->row, REFERRAL_ASKED_BY), &v->asked_by);
}

static void draw_facts(struct req *rq, struct ui *ui, const struct referral_view *v)
{
	const struct row *r = v->row;
	bool agreed = row_has(r, REFERRAL_CONSENT_BY);

	ui_summary(ui);
	if (*row_text(r, REFERRAL_WHY)) {
		ui_summary_begin_row(ui, "The question");
		ui_prose(ui, row_text(r, REFERRAL_WHY));
		ui_summary_end_row(ui);
	}
	ui_summary_row(ui, "To", *v->agency ? about_name(rq->a, arena_printf(rq->a, "%s%s", v->agency, *v->person ? "," : ""),
		v->person) : "Not chosen yet", NULL, NULL);
	ui_summary_row(ui, "Where it stands", row_show(rq->a, r, REFERRAL_STATE), NULL, NULL);
	if (agreed)
		ui_summary_row(ui, "Agreed by", *row_text(r, REFERRAL_CONSENT_BY) ? arena_printf(rq->a, "%s, %s", row_show(rq->a, r,
			REFERRAL_CONSENT_BY),
			row_show(rq->a, r, REFERRAL_CONSENT_ON)) : "Nobody yet: it must not be sent", NULL, NULL);
	ui_summary_row(ui, "Asked for", arena_printf(rq->a, "%s%s%s", row_show(rq->a, r, REFERRAL_ASKED_ON), *v->asked_by ? " by " :
		"", v->asked_by), NULL, NULL);
	for (int i = REFERRAL_SENT_ON; i <= REFERRAL_OUTCOME; i++)
		if (i != REFERRAL_STATE && row_has(r, i) && *row_text(r, i))
			ui_summary_row(ui, REFERRAL.fields[i].label, row_show(rq->a, r, i), NULL, NULL);
	ui_summary_end(ui);
}

static const struct fault *draw_move(struct req *rq, struct ui *ui, const struct referral_view *v, const struct form *form)
{
	const struct ui_option *whom;

	TRY(whom_options(rq, "Choose a service", &whom));
	ui_heading(ui, "What happened?");
	ui_form_begin(ui, &(struct ui_form){ .version = form->version ? form->version : row_version(v->row), .draft = true });
	ui_input_radios(ui, &(struct ui_input){ .name = "state", .label = "Where it stands now",
		.value = form_value(form, REFERRAL_STATE),
		.error = form_error_at(form, REFERRAL_STATE), .strong = true }, choice_options(rq->a, REFERRAL_STATES, NULL));
	ui_input_select(ui, &(struct ui_input){ .name = "to", .label = "Whom it went to", .value = whom_value(rq->a, form),
		.error = form_error_at(form, REFERRAL_AGENCY), .strong = true }, whom);
	ui_input_select(ui, &(struct ui_input){ .name = "consent_by", .label = "Who agreed to it?",
		.value = form_value(form, REFERRAL_CONSENT_BY),
		.error = form_error_at(form, REFERRAL_CONSENT_BY), .strong = true }, choice_options(rq->a, CONSENT_WHO,
		"Nobody yet"));
	ui_field(ui, &REFERRAL, form, REFERRAL_CONSENT_ON);
	ui_field(ui, &REFERRAL, form, REFERRAL_SENT_ON);
	ui_field(ui, &REFERRAL, form, REFERRAL_VISIT_ON);
	ui_field(ui, &REFERRAL, form, REFERRAL_REPLY_BY);
	ui_field(ui, &REFERRAL, form, REFERRAL_OUTCOME);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", v->who.href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct referral_view *v, const struct form *form)
{
	const char *reply = row_text(v->row, REFERRAL_REPLY_BY), *state = row_text(v->row, REFERRAL_STATE);
	bool over = strcmp(state, "closed") == 0 || strcmp(state, "declined") == 0 || strcmp(state, "reported") == 0;
	const char *report = arena_printf(rq->a, "%s/advice/new", v->who.href);

	ui->shell.title = "Referral";
	ui_title(ui, v->who.line, arena_printf(rq->a, "%s: referral", *v->agency ? v->agency : "Advice asked for"), NULL);
	if (!over && *reply && day_parse(reply) < rq->act->today)
		ui_note(ui, UI_LATE, arena_printf(rq->a, "The answer is %s.", days_late(rq->a, day_parse(reply), rq->act->today)),
			"Ring the service, and write here what they say.");
	draw_facts(rq, ui, v);
	TRY(draw_reports_of(rq, ui, v->row));
	ui_acts(ui);
	if (rq_leads(rq, report) && record_may(rq->act, &ADVICE_REPORT, RIGHT_ADD, v->who.pupil))
		ui_button_link(ui, over ? UI_SECONDARY : UI_PRIMARY, "Record the report", arena_printf(rq->a, "%s?referral=%s",
			report, row_id(v->row)));
	if (!over)
		link_offer(rq, ui, v->who.pupil, "report", row_id(v->row), *row_text(v->row, REFERRAL_PROFESSIONAL) ?
			arena_printf(rq->a, "p.%s", row_text(v->row, REFERRAL_PROFESSIONAL)) : "other",
			"Let them send it by a link");
	ui_acts_end(ui);
	return record_may(rq->act, &REFERRAL, RIGHT_EDIT, v->row) ? draw_move(rq, ui, v, form) : NULL;
}

const struct fault *referral_page(struct req *rq, struct ui *ui)
{
	struct referral_view v;
	struct form *form;

	TRY(fetch(rq, &v));
	form = rq->typed.count ? rq_form(rq, &REFERRAL) : form_of_row(rq->a, v.row);
	return draw(rq, ui, &v, form);
}

const struct fault *referral_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &REFERRAL);
	struct referral_view v;
	const struct fault *f;
	const char *state;

	TRY(fetch(rq, &v));
	set_whom(rq, form);
	form->values[REFERRAL_ASKED_BY] = form->values[REFERRAL_ASKED_ON] = form->values[REFERRAL_WHY] = NULL;
	state = form_value(form, REFERRAL_STATE);
	if (strcmp(state, "sent") == 0 && !*form_value(form, REFERRAL_SENT_ON))
		form_set(form, REFERRAL_SENT_ON, day_iso(rq->a, rq->act->today));
	form_set(form, REFERRAL_CLOSED_ON, strcmp(state, "closed") != 0 && strcmp(state, "declined") != 0 ? "" :
		*row_text(v.row, REFERRAL_CLOSED_ON) ? row_text(v.row, REFERRAL_CLOSED_ON) : day_iso(rq->a, rq->act->today));
	f = id_ok(form_value(form, REFERRAL_AGENCY)) ? guess_reply(rq, form) : NULL;
	if (!f)
		f = record_change(rq->act, v.row, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw(rq, ui, &v, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/advice", &REFERRAL, row_id(v.row)), "Saved: %s.", choice_label(REFERRAL_STATES, state));
	return strcmp(state, "reported") == 0 ? go(rq, "%s/advice/new?referral=%s", v.who.href, row_id(v.row)) : go(rq,
		"/advice/referrals/%s", row_id(v.row));
}
