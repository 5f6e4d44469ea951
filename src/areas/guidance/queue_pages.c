/* queue_pages.c - questions to the SENCO: the queue with its age, the log of advice given, one question with what can be made
 * of it: an
 * answer, a worry, an answer for everybody. Whoever asked sees their own and no other. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"
#include "base/text.h"

enum { SHORT = 140, LATE_DAYS = 5 };

static const char *child_of(struct req *rq, const struct found *f, int i)
{
	const char *form = found_text(f, i, Q_QUESTION_LIST_FORM), *name = about_name(rq->a, found_text(f, i,
		Q_QUESTION_LIST_FIRST), found_text(f, i, Q_QUESTION_LIST_LAST));

	return !*found_text(f, i, Q_QUESTION_LIST_PUPIL) ? "No child in particular" : *form ? arena_printf(rq->a, "%s, %s", name,
		form) :
		name;
}

static enum ui_tone tone_of(const char *state)
{
	return strcmp(state, "new") == 0 ? UI_PLAIN : UI_OK;
}

/* ---- whose answer comes ---- */

static void mine_items(struct req *rq, struct ui *ui, const struct found *f, const struct rows *rows)
{
	ui_items(ui);
	for (int i = f->rows - 1; i >= 0; i--) {
		const struct row *q = question_row(rows, found_text(f, i, Q_QUESTION_LIST_ID));

		if (!q)
			continue;
		ui_item(ui);
		ui_link_to(ui, text_shorten(rq->a, row_text(q, STAFF_QUESTION_TEXT), SHORT),
			arena_printf(rq->a, "/guidance/questions/%s", row_id(q)));
		buf_add_c(&ui->out, ' ');
		ui_tag(ui, tone_of(row_text(q, STAFF_QUESTION_STATE)), row_show(rq->a, q, STAFF_QUESTION_STATE));
		ui_small(ui, arena_printf(rq->a, "%s · asked on %s", child_of(rq, f, i), row_show(rq->a, q, STAFF_QUESTION_ON)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
}

static const struct fault *own_questions(struct req *rq, struct ui *ui)
{
	struct rows rows = { 0 };
	struct found f = { 0 };

	TRY(guidance_head(rq, ui, "Your questions", "What you asked the SENCO, and what you were told. Nobody else who asks sees "
		"them."));
	if (rq_leads(rq, "/guidance/ask"))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Ask the SENCO", "/guidance/ask");
	TRY(guidance_head_end(rq, ui, "/guidance/questions"));
	if (*rq->act->who->staff)
		TRY(question_text_rows(rq, "", rq->act->who->staff, &f, &rows));
	if (f.rows)
		mine_items(rq, ui, &f, &rows);
	else
		ui_empty(ui, "You have asked nothing yet.", rq_leads(rq, "/guidance/ask") ? "Ask the SENCO" : NULL,
			"/guidance/ask");
	return NULL;
}

/* ---- who answers ---- */

static void queue_row(struct req *rq, struct ui *ui, const struct found *f, int i, const struct row *q, bool waiting)
{
	day on = row_day(q, STAFF_QUESTION_ON);

	ui_row(ui);
	ui_cell_link(ui, text_shorten(rq->a, row_text(q, STAFF_QUESTION_TEXT), SHORT), arena_printf(rq->a, "/guidance/questions/%s",
		row_id(q)));
	ui_cell(ui, child_of(rq, f, i));
	ui_cell(ui, found_text(f, i, Q_QUESTION_LIST_ASKER));
	if (waiting) {
		ui_cell_begin(ui);
		if (rq->act->today - on >= LATE_DAYS)
			ui_tag(ui, UI_LATE, guidance_ago(rq->a, on, rq->act->today));
		else
			buf_add_html(&ui->out, guidance_ago(rq->a, on, rq->act->today));
		ui_cell_end(ui);
	} else {
		ui_cell(ui, arena_printf(rq->a, "%s, %s", row_show(rq->a, q, STAFF_QUESTION_STATE),
			day_short(rq->a, row_day(q, STAFF_QUESTION_ANSWERED_ON), rq->act->today)));
	}
	ui_row_end(ui);
}

static const struct ui_column QUEUE[] = { { "Question", .width = 50 }, { "Child", .phone = UI_LINE }, { "Asked by", .phone =
	UI_LINE },
	{ "Waiting", .phone = UI_LINE }, { NULL } };
static const struct ui_column LOG[] = { { "Question", .width = 50 }, { "Child", .phone = UI_LINE }, { "Asked by", .phone =
	UI_LINE },
	{ "What became of it", .phone = UI_LINE }, { NULL } };

/* Newest first for what is over, oldest first for what waits. */
static int draw_list(struct req *rq, struct ui *ui, const struct found *f, const struct rows *rows, bool waiting, int at)
{
	int shown = 0, seen = 0;

	for (int k = 0; k < f->rows; k++) {
		int i = waiting ? k : f->rows - 1 - k;
		const struct row *q = question_row(rows, found_text(f, i, Q_QUESTION_LIST_ID));

		if (!q || (strcmp(row_text(q, STAFF_QUESTION_STATE), "new") == 0) != waiting)
			continue;
		if (seen++ < (at - 1) * UI_PER_PAGE || shown >= UI_PER_PAGE)
			continue;
		if (!shown++)
			ui_table(ui, &(struct ui_table){ .caption = waiting ? "Questions waiting" : "Advice given",
				.columns = waiting ? QUEUE : LOG, .css = "os-fixed" });
		queue_row(rq, ui, f, i, q, waiting);
	}
	if (shown)
		ui_table_end(ui);
	return seen;
}

static const struct fault *queue(struct req *rq, struct ui *ui)
{
	struct found f;
	struct rows rows;
	int n, at = guidance_page_number(rq);

	TRY(guidance_head(rq, ui, "Questions to you", "Oldest first. Answer in words; make an answer for everybody of what comes "
		"again."));
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Write down advice you gave", "/guidance/log/new");
	TRY(guidance_head_end(rq, ui, "/guidance/questions"));
	TRY(question_text_rows(rq, "new", "", &f, &rows));
	if (!draw_list(rq, ui, &f, &rows, true, 1))
		ui_empty(ui, "No question waits for you.", NULL, NULL);
	TRY(question_text_rows(rq, "", "", &f, &rows));
	ui_heading(ui, "Advice given");
	n = draw_list(rq, ui, &f, &rows, false, at);
	ui_pages(ui, n, at, "/guidance/questions");
	if (!n)
		ui_empty(ui, "Nothing is written down yet.", "Write down advice you gave", "/guidance/log/new");
	return NULL;
}

const struct fault *staff_questions_page(struct req *rq, struct ui *ui)
{
	return record_ever(rq->act, &STAFF_QUESTION, RIGHT_EDIT) ? queue(rq, ui) : own_questions(rq, ui);
}

/* ---- one question ---- */

struct question { struct row *row, *pupil; const char *asker, *answerer, *href; bool answers; };

static const struct fault *fetch(struct req *rq, struct question *q)
{
	*q = (struct question){ 0 };
	TRY(record_get(rq->act, &STAFF_QUESTION, rq_arg(rq, "question"), &q->row));
	if (*row_about(q->row))
		TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(q->row), &q->pupil));
	TRY(staff_name_of(rq, row_text(q->row, STAFF_QUESTION_BY), &q->asker));
	TRY(staff_name_of(rq, row_text(q->row, STAFF_QUESTION_ANSWERED_BY), &q->answerer));
	q->answers = record_ever(rq->act, &STAFF_QUESTION, RIGHT_EDIT);
	q->href = arena_printf(rq->a, "/guidance/questions/%s", row_id(q->row));
	return NULL;
}

static const char *about_whom(struct req *rq, const struct question *q)
{
	return q->pupil ? about_name(rq->a, row_named(q->pupil, "known_as"), row_named(q->pupil, "known_surname")) : NULL;
}

static void draw_answered(struct req *rq, struct ui *ui, const struct question *q)
{
	const char *guide = row_text(q->row, STAFF_QUESTION_GUIDE), *worry = row_text(q->row, STAFF_QUESTION_WORRY);
	const char *worry_href = arena_printf(rq->a, "/worries/%s", worry);

	if (strcmp(row_text(q->row, STAFF_QUESTION_STATE), "new") == 0) {
		ui_note(ui, UI_PLAIN, "Waiting for an answer.", "It comes here and on the first page of whoever asked.");
		return;
	}
	ui_panel(ui, &(struct ui_panel){ .title = "Answer", .count = -1 });
	ui_prose(ui, row_text(q->row, STAFF_QUESTION_ANSWER));
	if (*guide)
		ui_link_to(ui, "The sheet that says more", arena_printf(rq->a, "/guidance/sheets/%s", guide));
	if (*worry && rq_leads(rq, worry_href))
		ui_link_to(ui, "The worry it became", worry_href);
	ui_small(ui, arena_printf(rq->a, "%s%s%s", row_show(rq->a, q->row, STAFF_QUESTION_ANSWERED_ON), *q->answerer ? ", " : "",
		q->answerer));
	ui_panel_end(ui);
}

static const struct fault *draw_to_answer(struct req *rq, struct ui *ui, const struct question *q)
{
	bool fresh = strcmp(row_text(q->row, STAFF_QUESTION_STATE), "new") == 0;
	const struct ui_option *guides;
	int near;

	TRY(guide_options(rq, "None", &guides));
	if (fresh)
		TRY(answers_near(rq, ui, row_text(q->row, STAFF_QUESTION_TEXT), "Answered before", &near));
	ui_heading(ui, fresh ? "Your answer" : "Change the answer");
	ui_form_begin(ui, &(struct ui_form){ .action = q->href, .version = row_version(q->row), .draft = true });
	ui_input_long(ui, &(struct ui_input){ .name = "answer", .label = *q->asker ? arena_printf(rq->a, "What you tell %s",
		q->asker) :
		"What you tell them", .strong = true, .rows = 5, .max = 4000, .value = rq->post || rq->typed.count ? rq_text(rq,
			"answer") :
		row_text(q->row, STAFF_QUESTION_ANSWER) });
	ui_input_select(ui, &(struct ui_input){ .name = "guide", .label = "Sheet that says more", .strong = true, .value =
		rq->post ||
		rq->typed.count ? rq_text(rq, "guide") : row_text(q->row, STAFF_QUESTION_GUIDE) }, guides);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Send the answer", NULL, NULL);
	ui_button(ui, UI_SECONDARY, "Send, and write it for everybody", "then", "publish");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static void draw_worry_form(struct req *rq, struct ui *ui, const struct question *q)
{
	const struct record *worry = record_find(rq->act->house, "worry");

	if (!q->pupil || !record_ever(rq->act, worry, RIGHT_EDIT) || *row_text(q->row, STAFF_QUESTION_WORRY))
		return;
	ui_details(ui, "Make it a worry");
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/worry", q->href), .version = row_version(q->row),
		.label = "Make it a worry" });
	ui_para(ui, "The question becomes a worry of the one who asked, and goes the way of worries: advice, watch, ask everyone, "
		"assess.");
	ui_input_radios(ui, &(struct ui_input){ .name = "hard", .label = "What is hard?", .strong = true, .small = true,
		.value = rq_text(rq, "hard") }, choice_options(rq->a, worry->fields[field_find(worry, "hard")].choices, NULL));
	ui_button(ui, UI_SECONDARY, "Make it a worry", NULL, NULL);
	ui_form_end(ui);
	ui_details_end(ui);
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct question *q)
{
	const char *stored = row_text(q->row, STAFF_QUESTION_STORED), *child = q->pupil ? arena_printf(rq->a, "/pupils/%s",
		row_id(q->pupil)) : "";

	ui->shell.title = "A question";
	ui->shell.scale = q->answers ? UI_READ : UI_PHONE;
	guidance_crumbs(rq, q->answers ? "Questions to you" : "Your questions", "/guidance/questions");
	ui_title(ui, about_whom(rq, q), "A question to the SENCO", NULL);
	ui_prose(ui, row_text(q->row, STAFF_QUESTION_TEXT));
	ui_small(ui, arena_printf(rq->a, "%s, %s%s%s", row_show(rq->a, q->row, STAFF_QUESTION_HOW), row_show(rq->a, q->row,
		STAFF_QUESTION_ON), *q->asker ? ", by " : "", q->asker));
	if (*child && q->answers)
		ui_link_to(ui, "Open the child’s record", child);
	if (!q->answers || strcmp(row_text(q->row, STAFF_QUESTION_STATE), "new") != 0)
		draw_answered(rq, ui, q);
	if (!q->answers)
		return NULL;
	TRY(draw_to_answer(rq, ui, q));
	ui_acts(ui);
	if (strcmp(row_text(q->row, STAFF_QUESTION_STATE), "answered") == 0 && !*stored)
		ui_link_to(ui, "Write it for everybody", arena_printf(rq->a, "%s/publish", q->href));
	if (*stored)
		ui_link_to(ui, "The answer for everybody", arena_printf(rq->a, "/guidance/answers/%s", stored));
	ui_acts_end(ui);
	draw_worry_form(rq, ui, q);
	return NULL;
}

const struct fault *staff_question_page(struct req *rq, struct ui *ui)
{
	struct question q;

	TRY(fetch(rq, &q));
	return draw(rq, ui, &q);
}

static void answered_now(struct req *rq, struct form *form, const char *state)
{
	form_set(form, STAFF_QUESTION_STATE, state);
	form_set(form, STAFF_QUESTION_ANSWERED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, STAFF_QUESTION_ANSWERED_BY, rq->act->who->staff);
}

const struct fault *staff_question_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &STAFF_QUESTION);
	struct form *kept = form_new(rq->a, &STAFF_QUESTION);
	const struct fault *f;
	struct question q;

	TRY(fetch(rq, &q));
	if (!q.answers)
		return FAULT(rq->a, FAULT_NONE, "not theirs to answer");
	kept->version = form->version;
	form_set(kept, STAFF_QUESTION_ANSWER, rq_text(rq, "answer"));
	form_set(kept, STAFF_QUESTION_GUIDE, rq_text(rq, "guide"));
	answered_now(rq, kept, strcmp(row_text(q.row, STAFF_QUESTION_STATE), "worry") == 0 ? "worry" : "answered");
	f = record_change(rq->act, q.row, kept);
	if (guidance_invalid(f, kept)) {
		ui_form_errors(ui, kept);
		return draw(rq, ui, &q);
	}
	TRY(f);
	if (strcmp(rq_text(rq, "then"), "publish") == 0)
		return go(rq, "%s/publish", q.href);
	rq_notice(rq, undo_of(rq, "/guidance", &STAFF_QUESTION, row_id(q.row)), "%s sees the answer on the first page.",
		*q.asker ? q.asker : "Whoever asked");
	return go(rq, "/guidance/questions");
}

/* ---- made a worry ---- */

static void put(struct form *form, const char *field, const char *value)
{
	int n = field_find(form->r, field);

	if (n >= 0)
		form_set(form, n, value);
}

const struct fault *question_worry(struct req *rq, struct ui *ui)
{
	const struct record *worry = record_find(rq->act->house, "worry");
	struct form *form = form_new(rq->a, worry), *kept = form_new(rq->a, &STAFF_QUESTION);
	const struct fault *f;
	struct question q;
	struct row *row;

	TRY(fetch(rq, &q));
	if (!q.answers || !q.pupil || *row_text(q.row, STAFF_QUESTION_WORRY))
		return FAULT(rq->a, FAULT_NONE, "no question about a child that could become a worry");
	put(form, "raised_on", row_text(q.row, STAFF_QUESTION_ON));
	put(form, "raised_by", row_text(q.row, STAFF_QUESTION_BY));
	put(form, "hard", rq_text(rq, "hard"));
	put(form, "seen", row_text(q.row, STAFF_QUESTION_TEXT));
	put(form, "state", "new");
	f = record_put(rq->act, worry, q.pupil, form, &row);
	if (guidance_invalid(f, form)) {
		ui_form_errors(ui, form);
		return draw(rq, ui, &q);
	}
	TRY(f);
	form_set(kept, STAFF_QUESTION_WORRY, row_id(row));
	if (!*row_text(q.row, STAFF_QUESTION_ANSWER))
		form_set(kept, STAFF_QUESTION_ANSWER, "Thank you. I have taken this up as a worry: what becomes of it stands with "
			"your worries.");
	answered_now(rq, kept, "worry");
	TRY(record_change(rq->act, q.row, kept));
	rq_notice(rq, undo_of(rq, "/guidance", &STAFF_QUESTION, row_id(q.row)), "It is a worry now. Decide what happens.");
	return go(rq, "/worries/%s", row_id(row));
}

/* ---- an answer for everybody ---- */

static const struct fault *draw_publish(struct req *rq, struct ui *ui, const struct question *q, struct form *form)
{
	ui->shell.title = "Write it for everybody";
	ui->shell.scale = UI_READ;
	guidance_crumbs(rq, "Questions to you", "/guidance/questions");
	ui_title(ui, about_whom(rq, q), ui->shell.title, "Put it so that it is about no child. We look for the names of children "
		"on roll.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	TRY(answer_fields_draw(rq, ui, form));
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Publish the answer", NULL, NULL);
	ui_link_to(ui, "Cancel", q->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

/* The names of the child who was asked about stay out, whatever is said of them. */
static const struct fault *own_names(struct req *rq, const struct question *q, struct form *form)
{
	static const int FIELDS[] = { STORED_ANSWER_QUESTION, STORED_ANSWER_TEXT };
	const char *found, *own;

	for (int i = 0; q->pupil && i < 2; i++) {
		TRY(names_in(rq->act, form_value(form, FIELDS[i]), "", row_id(q->pupil), &found, &own));
		if (*own)
			form_error(form, FIELDS[i], "It still names the child who was asked about: %s. Take the name out", own);
	}
	return NULL;
}

const struct fault *question_publish(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &STORED_ANSWER), *kept = form_new(rq->a, &STAFF_QUESTION);
	const struct fault *f;
	struct question q;
	struct row *row;

	TRY(fetch(rq, &q));
	if (!q.answers || !*row_text(q.row, STAFF_QUESTION_ANSWER))
		return FAULT(rq->a, FAULT_NONE, "nothing is answered that could be published");
	if (!rq->post && !rq->typed.count) {
		form_set(form, STORED_ANSWER_QUESTION, text_shorten(rq->a, row_text(q.row, STAFF_QUESTION_TEXT), 230));
		form_set(form, STORED_ANSWER_TEXT, row_text(q.row, STAFF_QUESTION_ANSWER));
		form_set(form, STORED_ANSWER_GUIDE, row_text(q.row, STAFF_QUESTION_GUIDE));
	}
	if (rq->post)
		TRY(own_names(rq, &q, form));
	if (!rq->post || form->error_count)
		return draw_publish(rq, ui, &q, form);
	form_set(form, STORED_ANSWER_FROM, day_iso(rq->a, rq->act->today));
	f = record_put(rq->act, &STORED_ANSWER, NULL, form, &row);
	if (guidance_invalid(f, form))
		return draw_publish(rq, ui, &q, form);
	TRY(f);
	form_set(kept, STAFF_QUESTION_STORED, row_id(row));
	TRY(record_change(rq->act, q.row, kept));
	rq_notice(rq, undo_of(rq, "/guidance", &STORED_ANSWER, row_id(row)), "The answer is there for everybody.");
	return go(rq, "/guidance/answers");
}

/* ---- advice given in the corridor ---- */

static const struct fault *draw_log(struct req *rq, struct ui *ui, struct form *form)
{
	const struct ui_option *staff, *guides;

	TRY(staff_options(rq, "Nobody in particular", &staff));
	TRY(guide_options(rq, "None", &guides));
	ui->shell.title = "Write down advice you gave";
	ui->shell.scale = UI_READ;
	guidance_crumbs(rq, "Questions to you", "/guidance/questions");
	ui_title(ui, rq->pupil ? about_name(rq->a, row_named(rq->pupil, "known_as"), row_named(rq->pupil, "known_surname")) : NULL,
		ui->shell.title, rq->pupil ? "What you were asked in person, on the telephone or by e-mail. They can read it "
			"again." :
		"What you were asked in person, on the telephone or by e-mail, about no child. About a child, begin at the "
			"child’s page.");
	ui_form_errors(ui, form);
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_select(ui, &(struct ui_input){ .name = "asked_by", .label = "Who asked?", .strong = true,
		.value = form_value(form, STAFF_QUESTION_BY) }, staff);
	ui_field(ui, &STAFF_QUESTION, form, STAFF_QUESTION_ON);
	ui_input_radios(ui, &(struct ui_input){ .name = "how", .label = "How?", .strong = true, .small = true,
		.value = form_value(form, STAFF_QUESTION_HOW) }, choice_options(rq->a, QUESTION_HOW + 1, NULL));
	ui_input_long(ui, &(struct ui_input){ .name = "text", .label = "What were you asked?", .strong = true, .rows = 3, .max =
		2000,
		.value = form_value(form, STAFF_QUESTION_TEXT) });
	ui_input_long(ui, &(struct ui_input){ .name = "answer", .label = "What you told them", .strong = true, .rows = 5, .max =
		4000,
		.value = form_value(form, STAFF_QUESTION_ANSWER) });
	ui_input_select(ui, &(struct ui_input){ .name = "guide", .label = "Sheet that says more", .strong = true, .value =
		form_value(form, STAFF_QUESTION_GUIDE) }, guides);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", "/guidance/questions");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *log_new(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &STAFF_QUESTION);
	const struct fault *f;
	struct row *row;

	if (!rq->post) {
		if (!*form_value(form, STAFF_QUESTION_ON))
			form_set(form, STAFF_QUESTION_ON, day_iso(rq->a, rq->act->today));
		if (!*form_value(form, STAFF_QUESTION_HOW))
			form_set(form, STAFF_QUESTION_HOW, "person");
		return draw_log(rq, ui, form);
	}
	form_set(form, STAFF_QUESTION_STATE, "answered");
	form_set(form, STAFF_QUESTION_ANSWERED_ON, form_value(form, STAFF_QUESTION_ON));
	form_set(form, STAFF_QUESTION_ANSWERED_BY, rq->act->who->staff);
	/* whoever answers may write down what was asked */
	f = record_put(act_lift(rq->act), &STAFF_QUESTION, rq->pupil, form, &row);
	if (guidance_invalid(f, form))
		return draw_log(rq, ui, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/guidance", &STAFF_QUESTION, row_id(row)), "It is in the log of advice.");
	return go(rq, "/guidance/questions");
}

const struct fault *guidance_undo(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const struct record *const mine[] = { &GUIDE, &STAFF_QUESTION, &STORED_ANSWER, &ACT_NOTE, &ACT_NOTE_SEEN, &READING,
		&RECEIPT, record_find(rq->act->house, "strategy_bank"), NULL };

	return undo_own(rq, mine);
}
