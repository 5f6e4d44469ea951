/* report_view.c - one report as it stands: what it found, each recommendation with its decision and what is done, and the reviews
 * of it, the last of which closes it. */
#include <string.h>

#include "areas/referrals/pages.h"

static void draw_action(struct req *rq, struct ui *ui, const struct row *x, const char *owner)
{
	bool done = *row_text(x, ADVICE_ACTION_DONE_ON);

	ui_item(ui);
	ui_link_to(ui, row_text(x, ADVICE_ACTION_WHAT), arena_printf(rq->a, "/advice/actions/%s", row_id(x)));
	buf_add(&ui->out, "<br>");
	buf_add_html(&ui->out, arena_printf(rq->a, "%s · ", owner));
	if (done)
		buf_add_html(&ui->out, arena_printf(rq->a, "done on %s", row_show(rq->a, x, ADVICE_ACTION_DONE_ON)));
	else
		ui_due(ui, row_day(x, ADVICE_ACTION_DUE_ON));
	if (*row_text(x, ADVICE_ACTION_EVIDENCE))
		ui_small(ui, row_text(x, ADVICE_ACTION_EVIDENCE));
	ui_item_end(ui);
}

static const struct fault *draw_actions(struct req *rq, struct ui *ui, const struct report *r, const struct row *rec)
{
	bool any = false;

	for (int i = 0; i < r->actions.count; i++) {
		const struct row *x = r->actions.row[i];
		const char *owner;

		if (strcmp(row_text(x, ADVICE_ACTION_RECOMMENDATION), row_id(rec)) != 0)
			continue;
		TRY(staff_name_of(rq, row_text(x, ADVICE_ACTION_OWNER), &owner));
		if (!any)
			ui_items(ui);
		any = true;
		draw_action(rq, ui, x, owner);
	}
	if (any)
		ui_items_end(ui);
	return NULL;
}

static const struct fault *draw_recommendation(struct req *rq, struct ui *ui, const struct report *r, const struct row *rec,
	bool decides)
{
	const char *decision = row_text(rec, RECOMMENDATION_DECISION), *href = arena_printf(rq->a, "/advice/recommendations/%s",
		row_id(rec)), *by;
	bool done = strcmp(decision, "declined") != 0 && *decision;

	TRY(staff_name_of(rq, row_text(rec, RECOMMENDATION_DECIDED_BY), &by));
	ui_panel(ui, &(struct ui_panel){ .title = arena_printf(rq->a, "Recommendation %s", row_text(rec, RECOMMENDATION_NUMBER)),
		.count = -1,
		.id = arena_printf(rq->a, "r-%s", row_text(rec, RECOMMENDATION_NUMBER)), .link = decides && *decision ?
			"Change the decision" : NULL, .href = href });
	ui_prose(ui, row_text(rec, RECOMMENDATION_TEXT));
	ui_tag(ui, !*decision ? UI_SOON : done ? UI_OK : UI_PLAIN, *decision ? row_show(rq->a, rec, RECOMMENDATION_DECISION) :
		"Not decided");
	if (*decision)
		buf_add_html(&ui->out, arena_printf(rq->a, " %s%s%s", row_show(rq->a, rec, RECOMMENDATION_DECIDED_ON),
			*by ? ", " : "", by));
	if (*row_text(rec, RECOMMENDATION_REASON))
		ui_prose(ui, row_text(rec, RECOMMENDATION_REASON));
	TRY(draw_actions(rq, ui, r, rec));
	ui_acts(ui);
	if (decides && !*decision)
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Decide", href);
	if (decides && done)
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Add an action", arena_printf(rq->a, "%s/actions/new", href));
	ui_acts_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* The document it was kept as: a file to open, or where the paper is. */
static const struct fault *draw_file(struct req *rq, struct ui *ui, const struct report *r, const struct about *who)
{
	const struct record *document = record_find(rq->act->house, "document");
	const char *id = row_text(r->row, ADVICE_REPORT_DOCUMENT);
	struct row *d = NULL;

	if (*id && record_ever(rq->act, document, RIGHT_READ))
		TRY(record_get(rq->act, document, id, &d));
	if (d && *row_named(d, "blob"))
		ui_summary_row(ui, "The report itself", "Kept here, sealed", "Open it", arena_printf(rq->a, "%s/documents/%s",
			who->href, id));
	else
		ui_summary_row(ui, "The report itself", d && *row_named(d, "paper_where") ? arena_printf(rq->a, "On paper: %s",
			row_named(d, "paper_where")) :
			"No file: it is on paper", NULL, NULL);
	return NULL;
}

static const struct fault *draw_facts(struct req *rq, struct ui *ui, const struct report *r, const struct about *who)
{
	const char *agency, *reader;

	TRY(agency_name(rq, row_text(r->row, ADVICE_REPORT_AGENCY), &agency));
	TRY(staff_name_of(rq, row_text(r->row, ADVICE_REPORT_READ_BY), &reader));
	ui_summary(ui);
	ui_summary_row(ui, "Written by", arena_printf(rq->a, "%s%s%s", row_text(r->row, ADVICE_REPORT_AUTHOR), *agency ? ", " : "",
		agency), NULL, NULL);
	ui_summary_row(ui, "Dated", row_show(rq->a, r->row, ADVICE_REPORT_WRITTEN_ON), NULL, NULL);
	ui_summary_row(ui, "Came", arena_printf(rq->a, "%s%s%s", row_show(rq->a, r->row, ADVICE_REPORT_RECEIVED_ON), *reader ?
		", read by " : "", reader), NULL, NULL);
	TRY(draw_file(rq, ui, r, who));
	if (*row_text(r->row, ADVICE_REPORT_FINDINGS)) {
		ui_summary_begin_row(ui, "What they found");
		ui_prose(ui, row_text(r->row, ADVICE_REPORT_FINDINGS));
		ui_summary_end_row(ui);
	}
	ui_summary_row(ui, "How far it may go", arena_printf(rq->a, "%s%s%s", row_show(rq->a, r->row, ADVICE_REPORT_SHARING),
		*row_text(r->row, ADVICE_REPORT_LIMITS) ? ". " : "", row_text(r->row, ADVICE_REPORT_LIMITS)), NULL, NULL);
	if (*row_text(r->row, ADVICE_REPORT_CLOSED_ON))
		ui_summary_row(ui, "Closed", row_show(rq->a, r->row, ADVICE_REPORT_CLOSED_ON), NULL, NULL);
	ui_summary_end(ui);
	return NULL;
}

static const struct fault *draw_reviews(struct req *rq, struct ui *ui, const struct report *r)
{
	if (!r->reviews.count)
		return NULL;
	ui_heading(ui, "Looked at");
	ui_items(ui);
	for (int i = 0; i < r->reviews.count; i++) {
		const char *by;

		TRY(staff_name_of(rq, row_text(r->reviews.row[i], ADVICE_REVIEW_BY), &by));
		ui_item(ui);
		buf_add_html(&ui->out, arena_printf(rq->a, "%s%s%s: %s", row_show(rq->a, r->reviews.row[i], ADVICE_REVIEW_ON), *by ?
			", " : "", by, row_show(rq->a, r->reviews.row[i], ADVICE_REVIEW_RESULT)));
		ui_prose(ui, row_text(r->reviews.row[i], ADVICE_REVIEW_NOTE));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	return NULL;
}

static void draw_state(struct req *rq, struct ui *ui, const struct report *r, const struct about *who)
{
	const struct row *rec = NULL;

	for (int i = r->recommendations.count - 1; i >= 0; i--)
		if (!*row_text(r->recommendations.row[i], RECOMMENDATION_DECISION))
			rec = r->recommendations.row[i];
	if (r->recommendations.count)
		ui_progress(ui, r->recommendations.count - r->undecided, r->recommendations.count, "recommendations decided");
	ui_acts(ui);
	if (rec && record_may(rq->act, &RECOMMENDATION, RIGHT_EDIT, who->pupil))
		ui_button_link(ui, UI_PRIMARY, "Decide the next one", arena_printf(rq->a, "/advice/recommendations/%s",
			row_id(rec)));
	if (record_may(rq->act, &RECOMMENDATION, RIGHT_ADD, who->pupil))
		ui_button_link(ui, UI_SECONDARY, "Add recommendations", arena_printf(rq->a, "/advice/reports/%s/recommendations",
			row_id(r->row)));
	if (!*row_text(r->row, ADVICE_REPORT_CLOSED_ON) && record_may(rq->act, &ADVICE_REVIEW, RIGHT_ADD, who->pupil))
		ui_button_link(ui, UI_SECONDARY, "Look at it again", arena_printf(rq->a, "/advice/reports/%s/review",
			row_id(r->row)));
	ui_acts_end(ui);
}

static const struct fault *fetch(struct req *rq, struct report *r, struct about *who)
{
	TRY(report_read(rq, rq_arg(rq, "report"), r));
	return about_row(rq, r->row, "Advice", "/advice", who);
}

const struct fault *report_page(struct req *rq, struct ui *ui)
{
	bool decides;
	struct report r;
	struct about who;

	TRY(fetch(rq, &r, &who));
	decides = record_may(rq->act, &RECOMMENDATION, RIGHT_EDIT, who.pupil);
	ui->shell.title = "Report from outside";
	ui_title(ui, who.line, row_text(r.row, ADVICE_REPORT_TITLE), NULL);
	TRY(draw_sent_by(rq, ui, r.row));
	TRY(draw_facts(rq, ui, &r, &who));
	draw_state(rq, ui, &r, &who);
	if (!r.recommendations.count)
		ui_note(ui, UI_SOON, "No recommendation is written down.", "Add each one, so that somebody decides on it.");
	for (int i = 0; i < r.recommendations.count; i++)
		TRY(draw_recommendation(rq, ui, &r, r.recommendations.row[i], decides));
	return draw_reviews(rq, ui, &r);
}

/* ---- the look at it each term ---- */

static const struct fault *draw_review(struct req *rq, struct ui *ui, const struct report *r, const struct about *who,
	const struct form *form)
{
	bool open = r->undecided || r->undone;

	ui->shell.title = "Look at a report again";
	ui_title(ui, who->line, ui->shell.title, arena_printf(rq->a, "%s, %s", row_text(r->row, ADVICE_REPORT_TITLE),
		row_show(rq->a, r->row, ADVICE_REPORT_WRITTEN_ON)));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_field(ui, &ADVICE_REVIEW, form, ADVICE_REVIEW_ON);
	ui_field(ui, &ADVICE_REVIEW, form, ADVICE_REVIEW_RESULT);
	ui_field(ui, &ADVICE_REVIEW, form, ADVICE_REVIEW_NOTE);
	if (open)
		ui_note(ui, UI_SOON, "It stays open.", arena_printf(rq->a, "%d recommendation%s not decided, %d action%s not done.",
			r->undecided, r->undecided == 1 ? "" : "s", r->undone, r->undone == 1 ? "" : "s"));
	else
		ui_input_check(ui, "close", "Close the report: everything in it is decided and done",
			"It is then no longer asked after each term", *rq_text(rq, "close"));
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", arena_printf(rq->a, "/advice/reports/%s", row_id(r->row)));
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *review_page(struct req *rq, struct ui *ui)
{
	struct form *form;
	struct report r;
	struct about who;

	TRY(fetch(rq, &r, &who));
	if (!record_may(rq->act, &ADVICE_REVIEW, RIGHT_ADD, who.pupil))
		return FAULT(rq->a, FAULT_NONE, "may not review reports");
	form = rq->typed.count ? rq_form(rq, &ADVICE_REVIEW) : form_new(rq->a, &ADVICE_REVIEW);
	if (!rq->typed.count)
		form_set(form, ADVICE_REVIEW_ON, day_iso(rq->a, rq->act->today));
	return draw_review(rq, ui, &r, &who, form);
}

static const struct fault *close_report(struct req *rq, struct report *r)
{
	struct form *form = form_new(rq->a, &ADVICE_REPORT);
	const struct fault *f;

	form_set(form, ADVICE_REPORT_CLOSED_ON, day_iso(rq->a, rq->act->today));
	f = record_change(rq->act, r->row, form);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_error(rq->ui, "close", form->errors[0].text);
		return NULL;
	}
	return f;
}

const struct fault *review_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ADVICE_REVIEW);
	const struct fault *f;
	const char *id;
	struct report r;
	struct about who;

	TRY(fetch(rq, &r, &who));
	form->version = 0;
	form_set(form, ADVICE_REVIEW_REPORT, row_id(r.row));
	form_set(form, ADVICE_REVIEW_BY, rq->act->who->staff);
	f = record_add(rq->act, &ADVICE_REVIEW, who.pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_review(rq, ui, &r, &who, form);
	TRY(f);
	if (*rq_text(rq, "close"))
		TRY(close_report(rq, &r));
	if (ui->error_count)
		return draw_review(rq, ui, &r, &who, form);
	rq_notice(rq, undo_of(rq, "/advice", &ADVICE_REVIEW, id), *rq_text(rq, "close") ? "The report is closed." :
		"Saved. It is asked after again next term.");
	return go(rq, "/advice/reports/%s", row_id(r.row));
}
