/* assess_pages.c - what is still to be found out: asked for about one child, seen for all children at once, done with its result.
 * Beside the queue stand the gaps: children with support of whom nothing was measured for a year, or whose type of need nobody has
 * assessed. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

enum { DAYS_TO_ASSESS = 28, A_YEAR = 365 };

/* ---- asked for ---- */

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct about *who, const struct form *form,
	const char *worry)
{
	const struct ui_option *staff;

	TRY(staff_options(rq, "Nobody in school", &staff));
	ui->shell.title = "Say what to find out";
	ui_title(ui, who->line, arena_printf(rq->a, "What do we need to find out about %s?", who->first), NULL);
	about_gone(ui, who, "Send what you know to the next school instead.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	if (*worry)
		ui_hidden(ui, "worry", worry);
	ui_field(ui, &ASSESSMENT_PLAN, form, ASSESSMENT_PLAN_WHAT);
	ui_field(ui, &ASSESSMENT_PLAN, form, ASSESSMENT_PLAN_WHY);
	ui_input_select(ui, &(struct ui_input){ .name = "staff", .label = "Who in school", .strong = true,
		.value = form_value(form, ASSESSMENT_PLAN_STAFF) }, staff);
	ui_field(ui, &ASSESSMENT_PLAN, form, ASSESSMENT_PLAN_WHO);
	ui_field(ui, &ASSESSMENT_PLAN, form, ASSESSMENT_PLAN_SPECIALIST);
	ui_field(ui, &ASSESSMENT_PLAN, form, ASSESSMENT_PLAN_DUE_ON);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Put it on the list", NULL, NULL);
	ui_link_to(ui, "Cancel", who->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

/* A worry about another child says nothing here. */
static const struct fault *worry_asked(struct req *rq, const struct about *who, const char **id, struct row **row)
{
	*id = rq_text(rq, "worry");
	*row = NULL;
	if (!**id)
		return NULL;
	TRY(record_get(rq->act, &WORRY, *id, row));
	if (strcmp(row_about(*row), who->id) != 0)
		return FAULT(rq->a, FAULT_NONE, "that worry is about another child");
	return NULL;
}

const struct fault *assess_new(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ASSESSMENT_PLAN);
	struct about who;
	const char *worry;
	struct row *row;

	TRY(about_may_add(rq, &ASSESSMENT_PLAN));
	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	TRY(worry_asked(rq, &who, &worry, &row));
	if (!*form_value(form, ASSESSMENT_PLAN_DUE_ON))
		form_set(form, ASSESSMENT_PLAN_DUE_ON, day_iso(rq->a, support_weekday(rq->act->today + DAYS_TO_ASSESS)));
	if (!*form_value(form, ASSESSMENT_PLAN_STAFF))
		form_set(form, ASSESSMENT_PLAN_STAFF, rq->act->who->staff);
	if (row && !*form_value(form, ASSESSMENT_PLAN_WHAT))
		form_set(form, ASSESSMENT_PLAN_WHAT, row_show(rq->a, row, WORRY_HARD));
	return draw_new(rq, ui, &who, form, worry);
}

const struct fault *assess_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ASSESSMENT_PLAN);
	const struct fault *f;
	const char *worry, *id;
	struct about who;
	struct row *row;

	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	TRY(worry_asked(rq, &who, &worry, &row));
	form->version = 0;
	form_set(form, ASSESSMENT_PLAN_ASKED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, ASSESSMENT_PLAN_WORRY, worry);
	f = record_add(rq->act, &ASSESSMENT_PLAN, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_form_errors(ui, form);
		return draw_new(rq, ui, &who, form, worry);
	}
	TRY(f);
	rq_notice(rq, undo_of(rq, "/worries", &ASSESSMENT_PLAN, id), "It is on the list of what to find out.");
	return go(rq, "/assess");
}

/* ---- the queue ---- */

static const char *child_cell(struct arena *a, const char *first, const char *last, const char *form)
{
	return arena_printf(a, "%s %s %s", first, last, form);
}

static void queue(struct req *rq, struct ui *ui, const struct found *f)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 22 }, { "What to find out", .phone = UI_BARE, .width = 30 },
		{ "Who" },
		{ "By", .phone = UI_BARE }, { "Next", .act = true }, { NULL } };

	ui_panel(ui, &(struct ui_panel){ .title = "To find out", .count = f->rows });
	ui_table(ui, &(struct ui_table){ .caption = "What is to be found out, the nearest day first", .columns = COLUMNS });
	for (int i = 0; i < f->rows; i++) {
		const char *who = found_text(f, i, Q_ASSESS_QUEUE_STAFF), *words = found_text(f, i, Q_ASSESS_QUEUE_WHO);

		ui_row(ui);
		ui_cell_link(ui, child_cell(rq->a, found_text(f, i, Q_ASSESS_QUEUE_FIRST), found_text(f, i, Q_ASSESS_QUEUE_LAST),
			found_text(f, i, Q_ASSESS_QUEUE_FORM)), arena_printf(rq->a, "/pupils/%s/assessments",
			found_text(f, i, Q_ASSESS_QUEUE_PUPIL)));
		ui_cell_sub(ui, found_text(f, i, Q_ASSESS_QUEUE_WHAT), found_int(f, i, Q_ASSESS_QUEUE_SPECIALIST) ?
			"Needs a specialist assessor" : NULL);
		ui_cell_sub(ui, *who ? who : *words ? words : "Nobody yet", *who && *words ? words : NULL);
		ui_cell_due(ui, day_parse(found_text(f, i, Q_ASSESS_QUEUE_DUE_ON)));
		ui_cell_begin(ui);
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Done", arena_printf(rq->a, "/assess/%s",
			found_text(f, i, Q_ASSESS_QUEUE_ID)));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
}

static void gaps(struct req *rq, struct ui *ui, const struct found *f)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 30 }, { "Status", .phone = UI_LEAD },
		{ "What is missing", .phone = UI_BARE }, { "Next", .act = true },
		{ NULL } };

	ui_panel(ui, &(struct ui_panel){ .title = "Gaps", .count = f->rows });
	ui_small(ui, "Children with support of whom no test was taken for a year, or whose type of need nobody has assessed.");
	ui_table(ui, &(struct ui_table){ .caption = "Children of whom something is not known", .columns = COLUMNS });
	for (int i = 0; i < f->rows && i < 50; i++) {
		const char *last = found_text(f, i, Q_ASSESS_GAPS_LAST_TEST), *pupil = found_text(f, i, Q_ASSESS_GAPS_PUPIL);
		bool old = !*last || day_parse(last) < rq->act->today - A_YEAR;

		ui_row(ui);
		ui_cell_link(ui, child_cell(rq->a, found_text(f, i, Q_ASSESS_GAPS_FIRST), found_text(f, i,
			Q_ASSESS_GAPS_LAST), found_text(f, i, Q_ASSESS_GAPS_FORM)),
			arena_printf(rq->a, "/pupils/%s/assessments", pupil));
		ui_cell_tag(ui, found_text(f, i, Q_ASSESS_GAPS_PROVISION));
		ui_cell(ui, arena_printf(rq->a, "%s%s%s", !old ? "" : *last ? arena_printf(rq->a, "Last test on %s",
			day_long(rq->a, day_parse(last))) : "No test here",
			old && found_int(f, i, Q_ASSESS_GAPS_UNTYPED) ? "; " : "", found_int(f, i, Q_ASSESS_GAPS_UNTYPED) ?
			"type of need not assessed" : ""));
		ui_cell_begin(ui);
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Ask for it", arena_printf(rq->a, "/pupils/%s/assess/new", pupil));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	if (f->rows > 50)
		ui_small(ui, arena_printf(rq->a, "The first 50 of %d.", f->rows));
	ui_panel_end(ui);
}

const struct fault *assess_page(struct req *rq, struct ui *ui)
{
	struct found plans, missing;

	TRY(query_run(rq->act, &Q_ASSESS_QUEUE, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &plans));
	TRY(query_run(rq->act, &Q_ASSESS_GAPS, (const char *const[]){ day_iso(rq->a, rq->act->today),
		day_iso(rq->a, rq->act->today - A_YEAR) }, &missing));
	ui->shell.title = "Assessments to do";
	about_crumbs(rq, (const char *const[]){ "Worries", "/worries", NULL });
	ui_head(ui, "Assessments to do", "What is still to be found out, about whom, by whom and by when.");
	if (rq_leads(rq, "/records/test"))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Tests we use", "/records/test");
	ui_head_end(ui);
	if (plans.rows)
		queue(rq, ui, &plans);
	else
		ui_empty(ui, "Nothing is waiting to be found out. What a worry or a review asks for comes here.", NULL, NULL);
	if (missing.rows)
		gaps(rq, ui, &missing);
	return NULL;
}

/* ---- done ---- */

static const struct fault *results_of(struct req *rq, const char *pupil, const struct ui_option **out)
{
	const struct record *r = record_find(rq->act->house, "assessment");
	struct ui_option *o;
	struct rows rows;

	TRY(record_list(rq->act, r, &(struct ask){ .pupil = pupil, .limit = 40 }, &rows));
	o = arena_array(rq->a, (size_t)rows.count + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "No result is entered" };
	for (int i = 0; i < rows.count; i++)
		o[i + 1] = (struct ui_option){ .value = row_id(rows.row[i]), .label = arena_printf(rq->a, "%s %s, %s",
			row_named(rows.row[i], "test"), row_named(rows.row[i], "skill"),
			day_long(rq->a, day_parse(row_named(rows.row[i], "taken_on")))) };
	*out = o;
	return NULL;
}

static const struct fault *draw_done(struct req *rq, struct ui *ui, const struct row *plan, const struct about *who,
	const struct form *form)
{
	const struct ui_option *results;
	const char *enter = arena_printf(rq->a, "/pupils/%s/assessments/new", who->id);

	TRY(results_of(rq, who->id, &results));
	ui->shell.title = "It is found out";
	about_crumbs(rq, (const char *const[]){ "Assessments to do", "/assess", who->name, who->href, NULL });
	ui_title(ui, who->line, row_text(plan, ASSESSMENT_PLAN_WHAT), NULL);
	if (*row_text(plan, ASSESSMENT_PLAN_WHY))
		ui_prose(ui, row_text(plan, ASSESSMENT_PLAN_WHY));
	about_gone(ui, who, "Say that it is over, or send what is known to the next school.");
	ui_form_begin(ui, &(struct ui_form){ .version = row_version(plan), .draft = true });
	ui_field(ui, &ASSESSMENT_PLAN, form, ASSESSMENT_PLAN_DONE_ON);
	ui_input_select(ui, &(struct ui_input){ .name = "assessment", .label = "The result that answers it", .strong = true,
		.value = form_value(form, ASSESSMENT_PLAN_ASSESSMENT) }, results);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	if (rq_leads(rq, enter))
		ui_link_to(ui, "Enter a result first", enter);
	ui_button(ui, UI_QUIET, "No longer needed: take it off the list", "withdraw", "1");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *assess_done(struct req *rq, struct ui *ui)
{
	struct form *form;
	struct about who;
	struct row *plan;

	TRY(record_get(rq->act, &ASSESSMENT_PLAN, rq_arg(rq, "plan"), &plan));
	TRY(about_row(rq, plan, NULL, NULL, &who));
	form = form_of_row(rq->a, plan);
	if (!*form_value(form, ASSESSMENT_PLAN_DONE_ON))
		form_set(form, ASSESSMENT_PLAN_DONE_ON, day_iso(rq->a, rq->act->today));
	return draw_done(rq, ui, plan, &who, form);
}

const struct fault *assess_done_post(struct req *rq, struct ui *ui)
{
	struct form *typed = rq_form(rq, &ASSESSMENT_PLAN), *form = form_new(rq->a, &ASSESSMENT_PLAN);
	const struct fault *f;
	struct about who;
	struct row *plan;

	TRY(record_get(rq->act, &ASSESSMENT_PLAN, rq_arg(rq, "plan"), &plan));
	TRY(about_row(rq, plan, NULL, NULL, &who));
	if (*rq_text(rq, "withdraw")) {
		TRY(record_withdraw(rq->act, plan, "no longer needed"));
		rq_notice(rq, undo_of(rq, "/worries", &ASSESSMENT_PLAN, row_id(plan)), "It is off the list.");
		return go(rq, "/assess");
	}
	form->version = typed->version;
	form_set(form, ASSESSMENT_PLAN_DONE_ON, form_value(typed, ASSESSMENT_PLAN_DONE_ON));
	form_set(form, ASSESSMENT_PLAN_ASSESSMENT, rq_text(rq, "assessment"));
	if (!*form_value(form, ASSESSMENT_PLAN_DONE_ON))
		form_error(form, ASSESSMENT_PLAN_DONE_ON, "Enter the day it was done");
	f = form->error_count ? FAULT(rq->a, FAULT_INVALID, "a day is missing") : record_change(rq->act, plan, form);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_form_errors(ui, form);
		return draw_done(rq, ui, plan, &who, form);
	}
	TRY(f);
	rq_notice(rq, undo_of(rq, "/worries", &ASSESSMENT_PLAN, row_id(plan)), "Found out.");
	return go(rq, "/assess");
}

/* ---- on the child's tab ---- */

const struct fault *assess_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "What to find out", .width = 40 }, { "Asked for" },
		{ "By", .phone = UI_BARE }, { "Done" },
		{ "Next", .quiet = true, .act = true }, { NULL } };
	bool add = rq_may(rq, &ASSESSMENT_PLAN, RIGHT_ADD);
	struct rows rows;

	TRY(record_list(rq->act, &ASSESSMENT_PLAN, &(struct ask){ .pupil = row_id(rq->pupil), .limit = 40 }, &rows));
	if (!rows.count && !add)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = add ? "Say what to find out" : NULL,
		.href = arena_printf(rq->a, "/pupils/%s/assess/new", row_id(rq->pupil)) });
	if (!rows.count)
		ui_empty(ui, "Nothing is waiting to be found out.", NULL, NULL);
	else
		ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++) {
		const struct row *plan = rows.row[i];

		ui_row(ui);
		ui_cell(ui, row_text(plan, ASSESSMENT_PLAN_WHAT));
		ui_cell(ui, row_show(rq->a, plan, ASSESSMENT_PLAN_ASKED_ON));
		if (*row_text(plan, ASSESSMENT_PLAN_DONE_ON))
			ui_cell(ui, row_show(rq->a, plan, ASSESSMENT_PLAN_DUE_ON));
		else
			ui_cell_due(ui, row_day(plan, ASSESSMENT_PLAN_DUE_ON));
		ui_cell(ui, row_show(rq->a, plan, ASSESSMENT_PLAN_DONE_ON));
		ui_cell_begin(ui);
		if (!*row_text(plan, ASSESSMENT_PLAN_DONE_ON) && rq_may(rq, &ASSESSMENT_PLAN, RIGHT_EDIT))
			ui_link_to(ui, "Done", arena_printf(rq->a, "/assess/%s", row_id(plan)));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	if (rows.count)
		ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}
