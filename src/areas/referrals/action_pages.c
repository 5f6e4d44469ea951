/* action_pages.c - one action: read, done, and what shows it. Whoever does it sees what to do and never the report behind it. */
#include <string.h>

#include "areas/referrals/pages.h"

struct action_view { struct row *row; struct about who; const char *owner; bool edits, all, plans; };

static const struct fault *fetch(struct req *rq, struct action_view *v)
{
	TRY(record_get(rq->act, &ADVICE_ACTION, rq_arg(rq, "action"), &v->row));
	TRY(about_row(rq, v->row, "Advice", "/advice", &v->who));
	TRY(staff_name_of(rq, row_text(v->row, ADVICE_ACTION_OWNER), &v->owner));
	v->all = record_ever(rq->act, &RECOMMENDATION, RIGHT_READ);
	v->plans = record_ever(rq->act, &RECOMMENDATION, RIGHT_EDIT) && record_may(rq->act, &RECOMMENDATION, RIGHT_EDIT,
		v->who.pupil);
	v->edits = v->plans || (record_ever(rq->act, &ADVICE_ACTION, RIGHT_EDIT) && strcmp(row_text(v->row, ADVICE_ACTION_OWNER),
		rq->act->who->staff) == 0);
	return NULL;
}

static const struct fault *draw_facts(struct req *rq, struct ui *ui, const struct action_view *v)
{
	const struct row *x = v->row;

	ui_prose(ui, row_text(x, ADVICE_ACTION_WHAT));
	ui_summary(ui);
	ui_summary_row(ui, "Who does it", *v->owner ? v->owner : "Nobody named", NULL, NULL);
	ui_summary_begin_row(ui, "By when");
	if (*row_text(x, ADVICE_ACTION_DONE_ON))
		buf_add_html(&ui->out, row_show(rq->a, x, ADVICE_ACTION_DUE_ON));
	else
		ui_due(ui, row_day(x, ADVICE_ACTION_DUE_ON));
	ui_summary_end_row(ui);
	ui_summary_row(ui, "Read by whoever does it", *row_text(x, ADVICE_ACTION_TOLD_ON) ? row_show(rq->a, x,
		ADVICE_ACTION_TOLD_ON) :
		"Not yet", NULL, NULL);
	if (*row_text(x, ADVICE_ACTION_DONE_ON))
		ui_summary_row(ui, "Done", row_show(rq->a, x, ADVICE_ACTION_DONE_ON), NULL, NULL);
	if (*row_text(x, ADVICE_ACTION_EVIDENCE)) {
		ui_summary_begin_row(ui, "What shows it");
		ui_prose(ui, row_text(x, ADVICE_ACTION_EVIDENCE));
		ui_summary_end_row(ui);
	}
	ui_summary_end(ui);
	return NULL;
}

/* Where it comes from, for those who read reports. */
static const struct fault *draw_source(struct req *rq, struct ui *ui, const struct action_view *v)
{
	struct row *rec;

	if (!v->all)
		return NULL;
	TRY(record_get(rq->act, &RECOMMENDATION, row_text(v->row, ADVICE_ACTION_RECOMMENDATION), &rec));
	ui_details(ui, "The recommendation behind it");
	ui_prose(ui, row_text(rec, RECOMMENDATION_TEXT));
	ui_link_to(ui, "Open the report", arena_printf(rq->a, "/advice/reports/%s#r-%s", row_text(rec, RECOMMENDATION_REPORT),
		row_text(rec, RECOMMENDATION_NUMBER)));
	ui_details_end(ui);
	return NULL;
}

static const struct fault *draw_plan(struct req *rq, struct ui *ui, const struct action_view *v, const struct form *form)
{
	const struct ui_option *staff;

	if (!v->plans)
		return NULL;
	TRY(staff_options(rq, "Choose who does it", &staff));
	ui_fieldset(ui, "Who and when", NULL, false);
	ui_field(ui, &ADVICE_ACTION, form, ADVICE_ACTION_WHAT);
	ui_input_select(ui, &(struct ui_input){ .name = "owner", .label = "Who does it",
		.value = form_value(form, ADVICE_ACTION_OWNER), .error = form_error_at(form, ADVICE_ACTION_OWNER), .strong = true },
		staff);
	ui_field(ui, &ADVICE_ACTION, form, ADVICE_ACTION_DUE_ON);
	ui_field(ui, &ADVICE_ACTION, form, ADVICE_ACTION_TOLD_ON);
	ui_fieldset_end(ui);
	return NULL;
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct action_view *v, const struct form *form)
{
	ui->shell.title = "Action on advice";
	ui_title(ui, v->who.line, "What is to be done", NULL);
	TRY(draw_facts(rq, ui, v));
	TRY(draw_source(rq, ui, v));
	if (!v->edits)
		return NULL;
	ui_form_begin(ui, &(struct ui_form){ .version = form->version ? form->version : row_version(v->row), .draft = true });
	TRY(draw_plan(rq, ui, v, form));
	ui_field(ui, &ADVICE_ACTION, form, ADVICE_ACTION_EVIDENCE);
	ui_field(ui, &ADVICE_ACTION, form, ADVICE_ACTION_DONE_ON);
	ui_acts(ui);
	if (!*row_text(v->row, ADVICE_ACTION_DONE_ON))
		ui_button(ui, UI_PRIMARY, "It is done", "act", "done");
	ui_button(ui, UI_SECONDARY, "Save how far it is", "act", "save");
	if (!*row_text(v->row, ADVICE_ACTION_TOLD_ON) && strcmp(row_text(v->row, ADVICE_ACTION_OWNER), rq->act->who->staff) == 0)
		ui_button(ui, UI_SECONDARY, "I have read this", "act", "read");
	ui_link_to(ui, "Cancel", "/");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *action_page(struct req *rq, struct ui *ui)
{
	struct action_view v;

	TRY(fetch(rq, &v));
	return draw(rq, ui, &v, rq->typed.count ? rq_form(rq, &ADVICE_ACTION) : form_of_row(rq->a, v.row));
}

/* Who opens it and writes has read it. */
static void settle(struct req *rq, const struct action_view *v, struct form *form, const char *act)
{
	static const int PLANNED[] = { ADVICE_ACTION_WHAT, ADVICE_ACTION_OWNER, ADVICE_ACTION_DUE_ON, ADVICE_ACTION_TOLD_ON };
	const char *today = day_iso(rq->a, rq->act->today);
	bool own = strcmp(row_text(v->row, ADVICE_ACTION_OWNER), rq->act->who->staff) == 0;

	form->values[ADVICE_ACTION_RECOMMENDATION] = NULL;
	for (size_t i = 0; !v->plans && i < sizeof PLANNED / sizeof *PLANNED; i++)
		form->values[PLANNED[i]] = NULL;
	if (own && !*row_text(v->row, ADVICE_ACTION_TOLD_ON))
		form_set(form, ADVICE_ACTION_TOLD_ON, today);
	if (v->plans && form->values[ADVICE_ACTION_OWNER] && strcmp(form_value(form, ADVICE_ACTION_OWNER),
		row_text(v->row, ADVICE_ACTION_OWNER)) != 0)
		form_set(form, ADVICE_ACTION_TOLD_ON, strcmp(form_value(form, ADVICE_ACTION_OWNER), rq->act->who->staff) == 0 ?
			today :
			"");
	if (strcmp(act, "read") == 0)
		form->values[ADVICE_ACTION_DONE_ON] = NULL;
	if (strcmp(act, "done") == 0 && !*form_value(form, ADVICE_ACTION_DONE_ON))
		form_set(form, ADVICE_ACTION_DONE_ON, today);
}

const struct fault *action_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ADVICE_ACTION);
	const char *act = rq_text(rq, "act");
	const struct fault *f;
	struct action_view v;

	TRY(fetch(rq, &v));
	if (!v.edits)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	settle(rq, &v, form, act);
	f = record_change(rq->act, v.row, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw(rq, ui, &v, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/advice", &ADVICE_ACTION, row_id(v.row)), strcmp(act, "done") == 0 ?
		"Done. Thank you: it is off your list." : "Saved.");
	return v.plans ? go(rq, "%s/advice", v.who.href) : go(rq, "/");
}
