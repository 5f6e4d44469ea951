/* question_pages.c - the school's own questions, by what they are about. A question that is no longer asked is ended, not deleted:
 * what was answered to it stands as it was asked. */
#include <string.h>

#include "areas/support/support.h"

static void area_table(struct req *rq, struct ui *ui, const struct rows *rows, const struct choice *area, bool edit)
{
	static const struct ui_column COLUMNS[] = { { "Question", .width = 46 }, { "Asked of" }, { "Age" }, { "Answered by" },
		{ "Until" },
		{ "Change", .quiet = true, .act = true }, { NULL } };
	int n = 0;

	for (int i = 0; i < rows->count; i++)
		n += strcmp(row_text(rows->row[i], QUESTION_AREA), area->code) == 0;
	if (!n)
		return;
	ui_panel(ui, &(struct ui_panel){ .title = area->label, .count = n });
	ui_table(ui, &(struct ui_table){ .caption = area->label, .columns = COLUMNS, .css = "os-fixed" });
	for (int i = 0; i < rows->count; i++) {
		const struct row *q = rows->row[i];

		if (strcmp(row_text(q, QUESTION_AREA), area->code) != 0)
			continue;
		ui_row(ui);
		ui_cell(ui, row_text(q, QUESTION_TEXT));
		ui_cell(ui, *row_text(q, QUESTION_WHO) ? row_show(rq->a, q, QUESTION_WHO) : "Teachers");
		ui_cell(ui, row_show(rq->a, q, QUESTION_PHASE));
		ui_cell(ui, row_show(rq->a, q, QUESTION_KIND));
		ui_cell(ui, row_show(rq->a, q, QUESTION_UNTIL));
		ui_cell_begin(ui);
		if (edit)
			ui_link_to(ui, "Change", arena_printf(rq->a, "/questions/%s", row_id(q)));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
}

const struct fault *questions_page(struct req *rq, struct ui *ui)
{
	bool edit = record_ever(rq->act, &QUESTION, RIGHT_EDIT);
	struct rows rows;

	TRY(record_list(rq->act, &QUESTION, &(struct ask){ .order = "area place text_fold" }, &rows));
	ui->shell.title = "Questions to ask";
	about_crumbs(rq, (const char *const[]){ "Worries", "/worries", NULL });
	ui_head(ui, "Questions to ask",
		"What those who teach a child, parents and the child are asked. A round takes up to eight: five about the area, two "
		"about any need, one to write in.");
	if (edit)
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Add a question", "/questions/new");
	ui_head_end(ui);
	if (!rows.count) {
		ui_empty(ui, "No question is here yet. Begin with forty of ours, and change them as you like.", NULL, NULL);
		ui_button_post(ui, UI_PRIMARY, "Put in the first questions", "/questions/first", 0);
	}
	for (const struct choice *c = ASK_AREAS; c->code; c++)
		area_table(rq, ui, &rows, c, edit);
	return NULL;
}

const struct fault *questions_first(struct req *rq, struct ui *ui)
{
	(void)ui;
	TRY(support_first(act_lift(rq->act)));
	rq_notice(rq, NULL, "The first questions are in.");
	return go(rq, "/questions");
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct form *form, const struct row *row)
{
	ui->shell.title = row ? "Change a question" : "Add a question";
	ui->shell.scale = UI_READ;
	about_crumbs(rq, (const char *const[]){ "Worries", "/worries", "Questions to ask", "/questions", NULL });
	ui_title(ui, NULL, ui->shell.title,
		"Put it so that yes, or 5, means no trouble for the child. Then answers can be read side by side.");
	ui_form_begin(ui, &(struct ui_form){ .version = row ? row_version(row) : 0, .draft = true });
	ui_fields(ui, &QUESTION, form);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", "/questions");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *page_of(struct req *rq, struct ui *ui, struct row *row)
{
	struct form *form;
	const struct fault *f;
	const char *id;

	if (!rq->post) {
		form = row && !rq->typed.count ? form_of_row(rq->a, row) : rq_form(rq, &QUESTION);
		if (!row && !*form_value(form, QUESTION_FROM))
			form_set(form, QUESTION_FROM, day_iso(rq->a, rq->act->today));
		return draw(rq, ui, form, row);
	}
	form = rq_form(rq, &QUESTION);
	f = row ? record_change(rq->act, row, form) : record_add(rq->act, &QUESTION, NULL, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw(rq, ui, form, row);
	TRY(f);
	rq_notice(rq, NULL, "The question is saved.");
	return go(rq, "/questions");
}

const struct fault *question_new(struct req *rq, struct ui *ui)
{
	return page_of(rq, ui, NULL);
}

const struct fault *question_change(struct req *rq, struct ui *ui)
{
	struct row *row;

	TRY(record_get(rq->act, &QUESTION, rq_arg(rq, "question"), &row));
	return page_of(rq, ui, row);
}
