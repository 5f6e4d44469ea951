/* decide_pages.c - deciding one recommendation after the other: we do it, we do it in another way and why, we do not and why; with
 * the first action, its owner and its day on the same page. A decision may be changed; what stood before is in the history. */
#include <string.h>

#include "areas/referrals/pages.h"

enum { WHAT_MOST = 2000 };            /* bytes: longer words of a recommendation are said shorter by whoever decides */

struct decision {
	struct report report;
	struct row *row;
	struct about who;
	struct form *form, *action;
	int at, actions;              /* its place among the recommendations; actions there are already */
	const struct ui_option *staff;
};

static const struct fault *fetch(struct req *rq, struct decision *d)
{
	TRY(record_get(rq->act, &RECOMMENDATION, rq_arg(rq, "recommendation"), &d->row));
	TRY(about_row(rq, d->row, "Advice", "/advice", &d->who));
	TRY(report_of(rq, d->row, &d->report));
	for (int i = 0; i < d->report.recommendations.count; i++)
		if (strcmp(row_id(d->report.recommendations.row[i]), row_id(d->row)) == 0)
			d->at = i;
	for (int i = 0; i < d->report.actions.count; i++)
		d->actions += strcmp(row_text(d->report.actions.row[i], ADVICE_ACTION_RECOMMENDATION), row_id(d->row)) == 0;
	return staff_options(rq, "Choose who does it", &d->staff);
}

/* Inputs of an action: what, who, by when. */
static void action_fields(struct ui *ui, const struct form *form, const struct ui_option *staff)
{
	ui_field(ui, &ADVICE_ACTION, form, ADVICE_ACTION_WHAT);
	ui_input_select(ui, &(struct ui_input){ .name = "owner", .label = "Who does it",
		.value = form_value(form, ADVICE_ACTION_OWNER), .error = form_error_at(form, ADVICE_ACTION_OWNER), .strong = true },
		staff);
	ui_field(ui, &ADVICE_ACTION, form, ADVICE_ACTION_DUE_ON);
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct decision *d)
{
	const struct row *report = d->report.row;
	const char *title = arena_printf(rq->a, "Recommendation %s: what do you decide?", row_text(d->row, RECOMMENDATION_NUMBER));

	ui->shell.title = "Decide a recommendation";
	ui_title(ui, d->who.line, title, arena_printf(rq->a, "%s, %s, %s", row_text(report, ADVICE_REPORT_TITLE),
		row_text(report, ADVICE_REPORT_AUTHOR), row_show(rq->a, report, ADVICE_REPORT_WRITTEN_ON)));
	ui_progress(ui, d->report.recommendations.count - d->report.undecided, d->report.recommendations.count, "decided");
	ui_prose(ui, row_text(d->row, RECOMMENDATION_TEXT));
	ui_form_begin(ui, &(struct ui_form){ .version = d->form->version ? d->form->version : row_version(d->row), .draft = true });
	ui_input_radios(ui, &(struct ui_input){ .name = "decision", .label = "Your decision",
		.value = form_value(d->form, RECOMMENDATION_DECISION),
		.error = form_error_at(d->form, RECOMMENDATION_DECISION), .strong = true }, choice_options(rq->a, ADVICE_DECISIONS,
			NULL));
	ui_input_long(ui, &(struct ui_input){ .name = "reason", .label = "Why, or how differently?",
		.hint = "Needed unless you simply do it",
		.value = form_value(d->form, RECOMMENDATION_REASON), .error = form_error_at(d->form, RECOMMENDATION_REASON),
			.strong = true, .rows = 3, .max = 4000 });
	if (d->actions) {
		ui_small(ui, arena_printf(rq->a, "%d action%s of it there already.", d->actions, d->actions == 1 ? " is" :
			"s are"));
	} else {
		ui_fieldset(ui, "If you do it", "Who does what by when. It is on their first page until it is done. "
			"If we do it just as it is recommended, leave what is done empty: we take the recommendation’s own "
			"words.", false);
		action_fields(ui, d->action, d->staff);
		ui_input_check(ui, "in_place", "It is in place already", "Then say below what shows it", *rq_text(rq, "in_place"));
		ui_input(ui, &(struct ui_input){ .name = "evidence", .label = "What shows it",
			.value = form_value(d->action, ADVICE_ACTION_EVIDENCE),
			.error = form_error_at(d->action, ADVICE_ACTION_EVIDENCE) });
		ui_fieldset_end(ui);
	}
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, d->report.undecided > 1 ? "Save, and on to the next" : "Save", NULL, NULL);
	ui_link_to(ui, "Back to the report", arena_printf(rq->a, "/advice/reports/%s", row_id(report)));
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *decide_page(struct req *rq, struct ui *ui)
{
	struct decision d = { 0 };

	TRY(fetch(rq, &d));
	if (!record_may(rq->act, &RECOMMENDATION, RIGHT_EDIT, d.row))
		return FAULT(rq->a, FAULT_NONE, "may not decide");
	d.form = rq->typed.count ? rq_form(rq, &RECOMMENDATION) : form_of_row(rq->a, d.row);
	d.action = rq->typed.count ? rq_form(rq, &ADVICE_ACTION) : form_new(rq->a, &ADVICE_ACTION);
	return draw(rq, ui, &d);
}

/* A decision with an action under it makes the action; what is in place already is done as of today. */
static const struct fault *save_action(struct req *rq, struct decision *d)
{
	bool in_place = *rq_text(rq, "in_place");
	const char *today = day_iso(rq->a, rq->act->today), *id;
	struct form *f = d->action;
	const struct fault *fault;

	f->version = 0;
	form_set(f, ADVICE_ACTION_RECOMMENDATION, row_id(d->row));
	form_set(f, ADVICE_ACTION_TOLD_ON, strcmp(form_value(f, ADVICE_ACTION_OWNER), rq->act->who->staff) == 0 ||
		in_place ? today : "");
	form_set(f, ADVICE_ACTION_DONE_ON, in_place ? today : "");
	form_set(f, ADVICE_ACTION_EVIDENCE, in_place ? rq_text(rq, "evidence") : "");
	if (in_place && !*form_value(f, ADVICE_ACTION_DUE_ON))
		form_set(f, ADVICE_ACTION_DUE_ON, today);
	if (in_place && !*form_value(f, ADVICE_ACTION_WHAT))
		form_set(f, ADVICE_ACTION_WHAT, "In place already");
	if (d->form && strcmp(form_value(d->form, RECOMMENDATION_DECISION), "accepted") == 0 &&
	    !*form_value(f, ADVICE_ACTION_WHAT) && strlen(row_text(d->row, RECOMMENDATION_TEXT)) <= WHAT_MOST)
		form_set(f, ADVICE_ACTION_WHAT, row_text(d->row, RECOMMENDATION_TEXT));
	if (in_place && !*form_value(f, ADVICE_ACTION_OWNER))
		form_set(f, ADVICE_ACTION_OWNER, rq->act->who->staff);
	fault = record_add(rq->act, &ADVICE_ACTION, d->who.pupil, f, &id);
	return fault && fault->code == FAULT_INVALID && f->error_count ? NULL : fault;
}

static const struct row *next_undecided(const struct decision *d)
{
	int n = d->report.recommendations.count;

	for (int i = 1; i < n; i++) {
		const struct row *r = d->report.recommendations.row[(d->at + i) % n];

		if (!*row_text(r, RECOMMENDATION_DECISION))
			return r;
	}
	return NULL;
}

static const struct fault *go_on(struct req *rq, const struct decision *d)
{
	const struct row *next = next_undecided(d);

	rq_notice(rq, undo_of(rq, "/advice", &RECOMMENDATION, row_id(d->row)), "Recommendation %s: %s.",
		row_text(d->row, RECOMMENDATION_NUMBER),
		choice_label(ADVICE_DECISIONS, form_value(d->form, RECOMMENDATION_DECISION)));
	return next ? go(rq, "/advice/recommendations/%s", row_id(next)) : go(rq, "/advice/reports/%s", row_id(d->report.row));
}

const struct fault *decide_post(struct req *rq, struct ui *ui)
{
	struct decision d = { 0 };
	const struct fault *f;
	const char *decision;

	TRY(fetch(rq, &d));
	d.form = rq_form(rq, &RECOMMENDATION);
	d.action = rq_form(rq, &ADVICE_ACTION);
	decision = form_value(d.form, RECOMMENDATION_DECISION);
	d.form->values[RECOMMENDATION_TEXT] = d.form->values[RECOMMENDATION_NUMBER] = d.form->values[RECOMMENDATION_REPORT] = NULL;
	form_set(d.form, RECOMMENDATION_DECIDED_ON, day_iso(rq->a, rq->act->today));
	form_set(d.form, RECOMMENDATION_DECIDED_BY, rq->act->who->staff);
	if (!*decision)
		form_error(d.form, RECOMMENDATION_DECISION, "Choose what you decide");
	f = record_change(rq->act, d.row, d.form);
	if (f && !(f->code == FAULT_INVALID && d.form->error_count))
		return f;
	if (!d.actions && *decision && strcmp(decision, "declined") != 0)
		TRY(save_action(rq, &d));
	if (d.form->error_count || d.action->error_count)
		return draw(rq, ui, &d);
	return go_on(rq, &d);
}

/* ---- one more action ---- */

static const struct fault *draw_action(struct req *rq, struct ui *ui, const struct decision *d)
{
	ui->shell.title = "Add an action";
	ui_title(ui, d->who.line, ui->shell.title, row_text(d->row, RECOMMENDATION_TEXT));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	action_fields(ui, d->action, d->staff);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Add the action", NULL, NULL);
	ui_link_to(ui, "Cancel", arena_printf(rq->a, "/advice/reports/%s", row_id(d->report.row)));
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *action_new(struct req *rq, struct ui *ui)
{
	struct decision d = { 0 };

	TRY(fetch(rq, &d));
	if (!record_may(rq->act, &ADVICE_ACTION, RIGHT_ADD, d.who.pupil))
		return FAULT(rq->a, FAULT_NONE, "may not add actions");
	d.action = rq->typed.count ? rq_form(rq, &ADVICE_ACTION) : form_new(rq->a, &ADVICE_ACTION);
	return draw_action(rq, ui, &d);
}

const struct fault *action_new_post(struct req *rq, struct ui *ui)
{
	struct decision d = { 0 };

	TRY(fetch(rq, &d));
	d.action = rq_form(rq, &ADVICE_ACTION);
	TRY(save_action(rq, &d));
	if (d.action->error_count)
		return draw_action(rq, ui, &d);
	rq_notice(rq, NULL, "The action is added, and stands on their first page.");
	return go(rq, "/advice/reports/%s#r-%s", row_id(d.report.row), row_text(d.row, RECOMMENDATION_NUMBER));
}
