/* answer_pages.c - answers for everybody: searched while somebody asks, and read as a list. No child is in them: the record
 * checks. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "base/text.h"

enum { NEAR = 5 };

static const struct fault *all_answers(struct act *act, struct rows *out)
{
	return record_list(act, &STORED_ANSWER, &(struct ask){ .as_at = day_iso(act->a, act->today), .limit = 1000 }, out);
}

static void draw_answer(struct req *rq, struct ui *ui, const struct row *s, bool edits)
{
	ui_details(ui, row_text(s, STORED_ANSWER_QUESTION));
	ui_prose(ui, row_text(s, STORED_ANSWER_TEXT));
	if (*row_text(s, STORED_ANSWER_GUIDE)) {
		ui_link_to(ui, "The sheet that says more", arena_printf(rq->a, "/guidance/sheets/%s",
			row_text(s, STORED_ANSWER_GUIDE)));
		buf_add_c(&ui->out, ' ');
	}
	if (edits)
		ui_link_to(ui, "Change this answer", arena_printf(rq->a, "/guidance/answers/%s", row_id(s)));
	ui_details_end(ui);
}

const struct fault *answers_near(struct req *rq, struct ui *ui, const char *typed, const char *heading, int *shown)
{
	struct rows all;
	int *score, least;

	*shown = 0;
	if (!record_ever(rq->act, &STORED_ANSWER, RIGHT_READ))
		return NULL;
	TRY(all_answers(rq->act, &all));
	score = arena_array(rq->a, (size_t)all.count + 1, sizeof *score);
	/* of a question, two words that say something; of one word, that one */
	least = guidance_score(rq->a, typed, typed) > 1 ? 2 : 1;
	for (int i = 0; i < all.count; i++) {
		const char *question = row_text(all.row[i], STORED_ANSWER_QUESTION);
		int found = guidance_score(rq->a, typed, arena_printf(rq->a, "%s %s", question, row_text(all.row[i],
			STORED_ANSWER_TEXT)));

		score[i] = found < least ? 0 : found + guidance_score(rq->a, typed, question);
	}
	for (int best; *shown < NEAR; score[best] = 0) {
		best = 0;
		for (int i = 1; i < all.count; i++)
			best = score[i] > score[best] ? i : best;
		if (!all.count || !score[best])
			break;
		if (!(*shown)++)
			ui_heading(ui, heading);
		draw_answer(rq, ui, all.row[best], false);
	}
	return NULL;
}

const struct fault *answers_page(struct req *rq, struct ui *ui)
{
	bool edits = record_ever(rq->act, &STORED_ANSWER, RIGHT_EDIT);
	const char *typed = rq_text(rq, "q");
	int shown, at = guidance_page_number(rq);
	struct rows all;

	TRY(all_answers(rq->act, &all));
	TRY(guidance_head(rq, ui, "Answers", "What colleagues asked before, and what the SENCO told them. No child is in them."));
	if (rq_leads(rq, "/guidance/ask"))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Ask the SENCO", "/guidance/ask");
	if (edits)
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Write an answer", "/guidance/answers/new");
	TRY(guidance_head_end(rq, ui, "/guidance/answers"));
	guidance_look_for(ui, "/guidance/answers", typed);
	if (*typed) {
		TRY(answers_near(rq, ui, typed, "The nearest", &shown));
		if (!shown)
			ui_empty(ui, "No answer says that yet.", rq_leads(rq, "/guidance/ask") ? "Ask the SENCO" : NULL,
				"/guidance/ask");
		return NULL;
	}
	for (int i = (at - 1) * UI_PER_PAGE; i < all.count && i < at * UI_PER_PAGE; i++)
		draw_answer(rq, ui, all.row[i], edits);
	ui_pages(ui, all.count, at, "/guidance/answers");
	if (!all.count)
		ui_empty(ui, "There is no answer for everybody yet. The SENCO publishes them from what colleagues ask.", NULL,
			NULL);
	return NULL;
}

/* ---- written ---- */

const struct fault *answer_fields_draw(struct req *rq, struct ui *ui, struct form *form)
{
	const struct ui_option *guides;

	TRY(guide_options(rq, "None", &guides));
	ui_field(ui, &STORED_ANSWER, form, STORED_ANSWER_QUESTION);
	ui_field(ui, &STORED_ANSWER, form, STORED_ANSWER_TEXT);
	ui_field(ui, &STORED_ANSWER, form, STORED_ANSWER_NOT_NAMES);
	ui_field(ui, &STORED_ANSWER, form, STORED_ANSWER_AREA);
	ui_input_select(ui, &(struct ui_input){ .name = "guide", .label = "Sheet that says more", .strong = true, .value =
		form_value(form, STORED_ANSWER_GUIDE) }, guides);
	return NULL;
}

static const struct fault *draw_form(struct req *rq, struct ui *ui, struct form *form, const struct row *s)
{
	ui->shell.title = s ? "Change an answer" : "Write an answer for everybody";
	ui->shell.scale = UI_READ;
	guidance_crumbs(rq, "Answers", "/guidance/answers");
	ui_title(ui, NULL, ui->shell.title, "Every member of staff may read it, so no child is in it. We look for the names of "
		"children on roll.");
	ui_form_begin(ui, &(struct ui_form){ .version = s ? row_version(s) : 0, .draft = true });
	TRY(answer_fields_draw(rq, ui, form));
	ui_field(ui, &STORED_ANSWER, form, STORED_ANSWER_UNTIL);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the answer", NULL, NULL);
	ui_link_to(ui, "Cancel", "/guidance/answers");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *answer_form(struct req *rq, struct ui *ui, struct row *s)
{
	struct form *form = s && !rq->post && !rq->typed.count ? form_of_row(rq->a, s) : rq_form(rq, &STORED_ANSWER);
	const struct fault *f;
	struct row *now = s;

	if (!rq->post)
		return draw_form(rq, ui, form, s);
	if (!s)
		form_set(form, STORED_ANSWER_FROM, day_iso(rq->a, rq->act->today));
	f = s ? record_change(rq->act, s, form) : record_put(rq->act, &STORED_ANSWER, NULL, form, &now);
	if (guidance_invalid(f, form))
		return draw_form(rq, ui, form, s);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/guidance", &STORED_ANSWER, row_id(now)), "The answer is there for everybody.");
	return go(rq, "/guidance/answers");
}

const struct fault *answer_new(struct req *rq, struct ui *ui)
{
	return answer_form(rq, ui, NULL);
}

const struct fault *answer_edit(struct req *rq, struct ui *ui)
{
	struct row *s;

	TRY(record_get(rq->act, &STORED_ANSWER, rq_arg(rq, "answer"), &s));
	return answer_form(rq, ui, s);
}
