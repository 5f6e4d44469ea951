/* concern_pages.c - one concern from home, from triage to its end: who sees to it, what they were told, what came of it. Each step
 * is a short form of its own and can be undone. */
#include <string.h>

#include "areas/concerns/pages.h"
#include "law/reach.h"

struct view_of { struct row *row; struct about who; const char *from, *owner, *taken; bool edits; const char *state; };

const struct fault *concern_from(struct req *rq, const struct row *concern, const char **out)
{
	const char *contact = row_text(concern, HOME_CONCERN_CONTACT), *who = row_text(concern, HOME_CONCERN_WHO);
	const struct record *r = record_find(rq->act->house, "contact");
	struct act *all = act_lift(rq->act);
	struct row *c = NULL;

	*out = *who ? who : "Somebody";
	if (!*contact || *who)
		return NULL;
	TRY(act_guard(all));
	TRY(record_get(all, r, contact, &c));
	TRY(act_guard(rq->act));
	*out = arena_printf(rq->a, "%s, %s", about_name(rq->a, row_named(c, "forename"), row_named(c, "surname")),
		row_show(rq->a, c, field_find(r, "relationship")));
	return NULL;
}

static const struct fault *fetch(struct req *rq, struct view_of *v)
{
	TRY(record_get(rq->act, &HOME_CONCERN, rq_arg(rq, "concern"), &v->row));
	TRY(about_row(rq, v->row, NULL, NULL, &v->who));
	about_crumbs(rq, (const char *const[]){ "Concerns from home", "/home-concerns", v->who.name, v->who.href, NULL });
	TRY(concern_from(rq, v->row, &v->from));
	TRY(staff_name_of(rq, row_text(v->row, HOME_CONCERN_OWNER), &v->owner));
	TRY(staff_name_of(rq, row_text(v->row, HOME_CONCERN_TAKEN_BY), &v->taken));
	v->state = row_text(v->row, HOME_CONCERN_STATE);
	v->edits = record_may(rq->act, &HOME_CONCERN, RIGHT_EDIT, v->row) && row_has(v->row, HOME_CONCERN_SAID);
	return NULL;
}

static void long_row(struct ui *ui, const struct row *row, int field)
{
	if (!*row_text(row, field))
		return;
	ui_summary_begin_row(ui, HOME_CONCERN.fields[field].label);
	ui_prose(ui, row_text(row, field));
	ui_summary_end_row(ui);
}

static void short_row(struct req *rq, struct ui *ui, const struct row *row, int field)
{
	if (*row_text(row, field))
		ui_summary_row(ui, HOME_CONCERN.fields[field].label, row_show(rq->a, row, field), NULL, NULL);
}

static void draw_facts(struct req *rq, struct ui *ui, const struct view_of *v)
{
	static const int AFTER[] = { HOME_CONCERN_REPLIED_ON, HOME_CONCERN_OUTCOME, HOME_CONCERN_CONTENT, HOME_CONCERN_CLOSED_ON };
	static const int WORDS[] = { HOME_CONCERN_FOUND, HOME_CONCERN_REPLY, HOME_CONCERN_LEARNED };
	day by = row_day(v->row, HOME_CONCERN_REPLY_BY);

	ui_summary(ui);
	if (row_has(v->row, HOME_CONCERN_SAID))
		ui_summary_row(ui, "From", arena_printf(rq->a, "%s, %s, %s%s%s", v->from, row_show(rq->a, v->row, HOME_CONCERN_ON),
			row_show(rq->a, v->row, HOME_CONCERN_CHANNEL), *v->taken ? "; taken by " : "", v->taken), NULL, NULL);
	long_row(ui, v->row, HOME_CONCERN_SAID);
	long_row(ui, v->row, HOME_CONCERN_WANTED);
	short_row(rq, ui, v->row, HOME_CONCERN_THEME);
	short_row(rq, ui, v->row, HOME_CONCERN_STAGE);
	ui_summary_row(ui, "Who sees to it", *v->owner ? v->owner : "Nobody yet", NULL, NULL);
	ui_summary_begin_row(ui, "Answer by");
	if (*row_text(v->row, HOME_CONCERN_REPLIED_ON) || by == DAY_NONE)
		buf_add_html(&ui->out, by == DAY_NONE ? "No day set" : day_long(rq->a, by));
	else
		ui_due(ui, by);
	ui_summary_end_row(ui);
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		long_row(ui, v->row, WORDS[i]);
	for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++)
		short_row(rq, ui, v->row, AFTER[i]);
	ui_summary_end(ui);
}

/* Before they are answered: may the school write to them at all? */
static const struct fault *draw_reach(struct req *rq, struct ui *ui, const struct view_of *v)
{
	const char *contact = row_text(v->row, HOME_CONCERN_CONTACT);
	const struct fault *f;
	struct reach to;

	if (!*contact)
		return NULL;
	f = reach_one(rq->act, v->who.pupil, contact, REACH_HAND, &to);
	if (f && f->code != FAULT_NONE)
		return f;
	if (!f && to.may != REACH_YES)
		ui_note(ui, UI_SOON, "Read this before you answer.", to.why);
	return NULL;
}

/* ---- the steps ---- */

/* `act`: what the form does when it is sent without a button. */
static void begin(struct ui *ui, const struct view_of *v, const struct form *form, const char *title, const char *act)
{
	ui_heading(ui, title);
	ui_form_begin(ui, &(struct ui_form){ .version = form->version ? form->version : row_version(v->row), .draft = true,
		.label = title });
	ui_hidden(ui, "else", act);
}

static void end(struct ui *ui, unsigned style, const char *label, const char *act)
{
	ui_acts(ui);
	ui_button(ui, style, label, "act", act);
	ui_acts_end(ui);
	ui_form_end(ui);
}

static const struct fault *draw_triage(struct req *rq, struct ui *ui, const struct view_of *v, const struct form *form)
{
	const struct ui_option *staff;
	bool first = strcmp(v->state, "new") == 0;

	TRY(staff_options(rq, "Choose who sees to it", &staff));
	if (!first)
		ui_details(ui, "Who sees to it, by when, what was found out");
	begin(ui, v, form, "Who sees to it", "look");
	ui_input_select(ui, &(struct ui_input){ .name = "owner", .label = "Who sees to it?", .strong = true,
		.hint = HOME_CONCERN.fields[HOME_CONCERN_OWNER].hint, .value = form_value(form, HOME_CONCERN_OWNER),
		.error = form_error_at(form, HOME_CONCERN_OWNER) }, staff);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_KIND);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_THEME);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_STAGE);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_REPLY_BY);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_FOUND);
	end(ui, first ? UI_PRIMARY : UI_SECONDARY, first ? "Start looking into it" : "Save", "look");
	if (!first)
		ui_details_end(ui);
	return NULL;
}

static const struct fault *draw_reply(struct req *rq, struct ui *ui, const struct view_of *v, const struct form *form)
{
	const char *letter = arena_printf(rq->a, "%s/letters/new", v->who.href);

	begin(ui, v, form, "Answer the family", "answer");
	TRY(draw_reach(rq, ui, v));
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_REPLY);
	ui_input_date(ui, &(struct ui_input){ .name = "replied_on", .label = "Answered on", .strong = true,
		.value = *form_value(form, HOME_CONCERN_REPLIED_ON) || rq->typed.count ? form_value(form, HOME_CONCERN_REPLIED_ON) :
		day_iso(rq->a, rq->act->today), .error = form_error_at(form, HOME_CONCERN_REPLIED_ON) });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "They are answered", "act", "answer");
	if (rq_leads(rq, letter))
		ui_link_to(ui, "Answer by letter or e-mail", letter);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static void draw_close(struct ui *ui, const struct view_of *v, const struct form *form)
{
	bool answered = strcmp(v->state, "answered") == 0;

	if (!answered)
		ui_details(ui, "Close it");
	begin(ui, v, form, "What came of it", "close");
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_OUTCOME);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_LEARNED);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_CONTENT);
	ui_acts(ui);
	ui_button(ui, answered ? UI_PRIMARY : UI_SECONDARY, "Close it", "act", "close");
	if (answered && strcmp(row_text(v->row, HOME_CONCERN_STAGE), "panel") != 0)
		ui_button(ui, UI_SECONDARY, "They are not content: next step", "act", "next");
	ui_acts_end(ui);
	ui_form_end(ui);
	if (!answered)
		ui_details_end(ui);
}

/* What else was said since, from the contact log. */
static const struct fault *draw_since(struct req *rq, struct ui *ui, const struct view_of *v)
{
	const struct record *log = record_find(rq->act->house, "contact_log");
	const char *add = arena_printf(rq->a, "%s/contact/new", v->who.href);
	struct rows rows;

	if (!record_ever(rq->act, log, RIGHT_READ))
		return NULL;
	TRY(record_list(rq->act, log, &(struct ask){ .pupil = v->who.id, .limit = 10, .where = { { field_find(log, "spoke_on"),
		FROM_ON, row_text(v->row, HOME_CONCERN_ON) } } }, &rows));
	ui_heading(ui, "Contact since");
	if (rows.count)
		ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		ui_item(ui);
		ui_small(ui, arena_printf(rq->a, "%s · %s", row_show(rq->a, rows.row[i], field_find(log, "spoke_on")),
			row_show(rq->a, rows.row[i], field_find(log, "channel"))));
		ui_prose(ui, row_named(rows.row[i], "summary"));
		ui_item_end(ui);
	}
	if (rows.count)
		ui_items_end(ui);
	else
		ui_para(ui, "None written down.");
	if (rq_leads(rq, add))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Write down a contact", add);
	return NULL;
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct view_of *v, const struct form *form)
{
	const char *kind = row_text(v->row, HOME_CONCERN_KIND);
	bool closed = strcmp(v->state, "closed") == 0;

	ui->shell.title = strcmp(kind, "complaint") == 0 ? "A complaint from home" : "A concern from home";
	ui_title(ui, v->who.line, ui->shell.title, row_show(rq->a, v->row, HOME_CONCERN_STATE));
	if (strcmp(v->state, "new") == 0)
		ui_note(ui, UI_SOON, "Nobody sees to it yet.", "Choose who does. It should not be the adult it is about.");
	draw_facts(rq, ui, v);
	if (v->edits && !closed) {
		if (strcmp(v->state, "new") == 0)
			TRY(draw_triage(rq, ui, v, form));
		if (strcmp(v->state, "looking") == 0)
			TRY(draw_reply(rq, ui, v, form));
		if (strcmp(v->state, "new") != 0) {
			if (strcmp(v->state, "answered") == 0)
				draw_close(ui, v, form);
			TRY(draw_triage(rq, ui, v, form));
		}
		if (strcmp(v->state, "answered") != 0)
			draw_close(ui, v, form);
	}
	TRY(draw_since(rq, ui, v));
	if (v->edits && closed) {
		ui_form_begin(ui, &(struct ui_form){ .version = row_version(v->row) });
		end(ui, UI_QUIET, "Open it again", "open");
	}
	return NULL;
}

const struct fault *concern_page(struct req *rq, struct ui *ui)
{
	struct view_of v;

	TRY(fetch(rq, &v));
	return draw(rq, ui, &v, rq->typed.count ? rq_form(rq, &HOME_CONCERN) : form_of_row(rq->a, v.row));
}

/* ---- what each button does ---- */

struct step { const char *act; int fields[8]; const char *to, *said; };

static const struct step STEPS[] = {
	{ "look", { HOME_CONCERN_OWNER, HOME_CONCERN_KIND, HOME_CONCERN_THEME, HOME_CONCERN_STAGE, HOME_CONCERN_REPLY_BY,
		HOME_CONCERN_FOUND, -1 }, "looking", "Saved: it stands on their first page until the family is answered." },
	{ "answer", { HOME_CONCERN_REPLY, HOME_CONCERN_REPLIED_ON, -1 }, "answered",
		"The answer is kept. Close it once you know what came of it." },
	{ "close", { HOME_CONCERN_OUTCOME, HOME_CONCERN_LEARNED, HOME_CONCERN_CONTENT, -1 }, "closed", "Closed." },
	{ "next", { HOME_CONCERN_LEARNED, -1 }, "looking", "It goes to the next step of the procedure, with a new day." },
	{ "open", { -1 }, "looking", "It is open again." },
};

/* The next step begins anew; what was answered before stays in the history. */
static void to_next(struct req *rq, const struct row *row, struct form *form)
{
	bool formal = strcmp(row_text(row, HOME_CONCERN_STAGE), "talk") == 0;

	form_set(form, HOME_CONCERN_KIND, "complaint");
	form_set(form, HOME_CONCERN_STAGE, formal ? "formal" : "panel");
	form_set(form, HOME_CONCERN_REPLY_BY, "");
	form_set(form, HOME_CONCERN_REPLIED_ON, "");
	form_set(form, HOME_CONCERN_FOUND, arena_printf(rq->a, "%s%sAnswered before: %s", row_text(row, HOME_CONCERN_FOUND),
		*row_text(row, HOME_CONCERN_FOUND) ? "\n\n" : "", row_text(row, HOME_CONCERN_REPLY)));
	form_set(form, HOME_CONCERN_REPLY, "");
}

const struct fault *concern_post(struct req *rq, struct ui *ui)
{
	struct form *typed = rq_form(rq, &HOME_CONCERN), *form = form_new(rq->a, &HOME_CONCERN);
	const char *to, *act = *rq_text(rq, "act") ? rq_text(rq, "act") : rq_text(rq, "else");
	const struct step *s = NULL;
	const struct fault *f;
	struct view_of v;

	TRY(fetch(rq, &v));
	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
		if (strcmp(STEPS[i].act, act) == 0)
			s = &STEPS[i];
	if (!s || !v.edits)
		return FAULT(rq->a, FAULT_NONE, "no such step, or not theirs");
	form->version = typed->version;
	for (int i = 0; s->fields[i] >= 0; i++)
		form_set(form, s->fields[i], form_value(typed, s->fields[i]));
	to = strcmp(s->act, "look") == 0 && strcmp(v.state, "new") != 0 ? v.state : s->to;
	form_set(form, HOME_CONCERN_STATE, to);
	form_set(form, HOME_CONCERN_CLOSED_ON, strcmp(to, "closed") == 0 ? day_iso(rq->a, rq->act->today) : "");
	if (strcmp(s->act, "next") == 0)
		to_next(rq, v.row, form);
	if (strcmp(s->act, "look") == 0 && !*form_value(form, HOME_CONCERN_OWNER))
		form_error(form, HOME_CONCERN_OWNER, "Choose who sees to it");
	f = form->error_count ? FAULT(rq->a, FAULT_INVALID, "nobody sees to it") : record_change(rq->act, v.row, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw(rq, ui, &v, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/home-concerns", &HOME_CONCERN, row_id(v.row)), "%s", s->said);
	return go(rq, "/home-concerns/%s", row_id(v.row));
}

/* Whoever handed it in takes it back the same day, also where they may not read it. */
const struct fault *concerns_undo(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct act *all = act_lift(rq->act);
	int undone = 0, kept = 0;
	struct rows history;
	struct row *row;

	TRY(act_guard(all));
	TRY(record_get(all, &HOME_CONCERN, rq_arg(rq, "row"), &row));
	TRY(record_history(all, row, &history));
	if (!history.count || strcmp(row_by_account(history.row[0]), rq->act->who->account) != 0)
		return FAULT(rq->a, FAULT_NONE, "somebody else's act");
	if (moment_day(row_moment(history.row[0])) == rq->act->today)
		TRY(act_undo(all, row_act(row), "undone", &undone, &kept));
	TRY(act_guard(rq->act));
	rq_notice(rq, NULL, undone ? "Undone. What you had typed stays in the history." : "There was nothing left to undo.");
	return go(rq, "/pupils/%s", row_about(row));
}
