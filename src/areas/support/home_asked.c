/* home_asked.c - a parent or the child answers the questions that were chosen for them, by a link: a tap a question, boxes to write
 * in, nothing that must be answered. */
#include <string.h>

#include "areas/support/support.h"

static const struct fault *still_asked(struct act *all, const struct row *link, const struct row *ask, bool *yes)
{
	const char *round = row_text(ask, HOME_ASK_ROUND);
	struct row *row;

	*yes = strcmp(row_text(ask, HOME_ASK_WHOSE), link_word(link, "to_kind")) == 0 &&
		(!*row_text(ask, HOME_ASK_ANSWERED_ON) || *link_word(link, "used_at"));
	if (!*yes || !*round || *link_word(link, "used_at"))
		return NULL;
	TRY(record_get(all, &ASK_ROUND, round, &row));
	*yes = !row_withdrawn(row) && !*row_text(row, ASK_ROUND_CLOSED_ON);
	return NULL;
}

const struct link_task SUPPORT_TASKS[] = {
	{ "questions", "Answer a few questions", "/shared/questions/:target", "home_ask", "", "contact pupil", 21,
		"/home-answers/:target", still_asked },
	{ NULL },
};

struct asking { struct row *ask; struct home_answers home; const char *first; bool child; };

/* The questions of the bank are the school's own and about nobody: the program reads them out. */
static const struct fault *fetch(struct req *rq, struct asking *n)
{
	struct act *all = act_lift(rq->act);

	TRY(record_get(rq->act, &HOME_ASK, rq_arg(rq, "ask"), &n->ask));
	TRY(act_guard(all));
	TRY(record_get(all, record_find(all->house, "pupil"), row_about(n->ask), &rq->pupil));
	n->first = *row_named(rq->pupil, "known_as") ? row_named(rq->pupil, "known_as") : row_named(rq->pupil, "forename");
	n->child = home_by_child(n->ask);
	TRY(home_read(all, n->ask, n->first, &n->home));
	return act_guard(rq->act);
}

static const char *name_of(struct arena *a, int q)
{
	return arena_printf(a, "q%d", q + 1);
}

static void draw_question(struct req *rq, struct ui *ui, const struct asking *n, int q)
{
	static const struct ui_option SCALE[] = { { "1", "Very hard" }, { "2", "Hard" }, { "3", "OK" }, { "4", "Good" },
		{ "5", "Very good" }, { NULL } };
	static const struct ui_option OFTEN[] = { { "5", "Yes" }, { "3", "Sometimes" }, { "1", "No" }, { NULL } };
	const struct asked *asked = &n->home.questions.q[q];
	struct ui_input in = { .name = name_of(rq->a, q), .label = asked->text, .strong = true,
		.value = rq_text(rq, name_of(rq->a, q)), .rows = 3, .max = 2000 };

	if (strcmp(asked->kind, "words") == 0)
		ui_input_long(ui, &in);
	else if (strcmp(asked->kind, "often") == 0)
		ui_input_segments(ui, &in, OFTEN);
	else if (n->child)
		ui_input_faces(ui, &in, HOME_SCALE);
	else
		ui_input_segments(ui, &in, SCALE);
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct asking *n)
{
	ui->shell.title = "A few questions";
	ui->shell.scale = UI_PHONE;
	rq_link_head(rq, ui);
	ui_title(ui, NULL, n->child ? "A few questions for you" : arena_printf(rq->a, "A few questions about %s", n->first),
		n->child ? "Choose what is true for you. Leave out what you do not want to answer. You can ask somebody to read it "
		"out or to write for you." :
			"In any language. Leave out what you cannot or do not want to answer. The school keeps "
		"your words as you wrote them.");
	if (*row_text(n->ask, HOME_ASK_WHY))
		ui_para(ui, row_text(n->ask, HOME_ASK_WHY));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	for (int q = 0; q < n->home.questions.count; q++)
		draw_question(rq, ui, n, q);
	rq_link_send(rq, ui, "Send to school");
	ui_form_end(ui);
	return NULL;
}

static const struct fault *draw_sent(struct req *rq, struct ui *ui, const struct asking *n)
{
	ui->shell.title = "Sent";
	rq_link_head(rq, ui);
	ui_title(ui, NULL, "Thank you. The school has it",
		"This is what you sent. You can print it or keep a picture of it: the page closes in half an hour.");
	ui_summary(ui);
	for (int q = 0; q < n->home.questions.count; q++)
		if (*home_said(rq->a, &n->home, q))
			ui_summary_row(ui, n->home.questions.q[q].text, home_said(rq->a, &n->home, q), NULL, NULL);
	ui_summary_end(ui);
	return NULL;
}

const struct fault *home_asked_page(struct req *rq, struct ui *ui)
{
	struct asking n;

	TRY(fetch(rq, &n));
	return rq->link && rq->link->done ? draw_sent(rq, ui, &n) : draw(rq, ui, &n);
}

/* ---- what is sent ---- */

static bool odd(const struct asked *asked, const char *typed)
{
	return strcmp(asked->kind, "words") != 0 && *typed && (strlen(typed) != 1 || !strchr("12345", *typed));
}

/* An answer names its question and the asking, which the holder does not read beside their own: the program writes it. */
static const struct fault *keep(struct req *rq, struct act *all, const struct asking *n, int q)
{
	const struct asked *asked = &n->home.questions.q[q];
	const char *name = name_of(rq->a, q), *typed = rq_text(rq, name), *id;
	struct form *form = form_new(rq->a, &ASK_ANSWER);
	const struct fault *f;

	if (!*typed)
		return NULL;
	form_set(form, strcmp(asked->kind, "words") == 0 ? ASK_ANSWER_WORDS : ASK_ANSWER_SCALE, typed);
	form_set(form, ASK_ANSWER_HOME, row_id(n->ask));
	form_set(form, ASK_ANSWER_NAME, arena_printf(rq->a, "%s, by link", rq->link->name));
	form_set(form, ASK_ANSWER_QUESTION, asked->id);
	form_set(form, ASK_ANSWER_TEXT, asked->text);
	form_set(form, ASK_ANSWER_KIND, asked->kind);
	f = record_add(all, &ASK_ANSWER, rq->pupil, form, &id);
	if (!f || f->code != FAULT_INVALID || !form->error_count)
		return f;
	ui_error(rq->ui, name, form->errors[0].text);
	return NULL;
}

static const struct fault *keep_all(struct req *rq, const struct asking *n)
{
	struct act *all = act_lift(rq->act);
	struct form *form = form_new(rq->a, &HOME_ASK);

	TRY(act_guard(all));
	for (int q = 0; q < n->home.questions.count; q++)
		TRY(keep(rq, all, n, q));
	if (rq->ui->error_count)
		return act_guard(rq->act);
	form_set(form, HOME_ASK_NAME, rq->link->name);
	form_set(form, HOME_ASK_ANSWERED_ON, day_iso(rq->a, rq->act->today));
	TRY(record_change(all, n->ask, form));
	return act_guard(rq->act);
}

const struct fault *home_asked_post(struct req *rq, struct ui *ui)
{
	struct asking n;
	int given = 0;

	TRY(fetch(rq, &n));
	if (!rq->link)
		return draw(rq, ui, &n);
	if (rq->link->done)
		return go(rq, "%s", rq->http->path);
	for (int q = 0; q < n.home.questions.count; q++) {
		given += *rq_text(rq, name_of(rq->a, q)) != 0;
		if (odd(&n.home.questions.q[q], rq_text(rq, name_of(rq->a, q))))
			ui_error(ui, name_of(rq->a, q), "Choose one of the answers");
	}
	if (!given)
		ui_error(ui, "q1", "Answer at least one question");
	if (ui->error_count)
		return draw(rq, ui, &n);
	TRY(keep_all(rq, &n));
	if (ui->error_count)
		return draw(rq, ui, &n);
	TRY(rq_link_done(rq));
	TRY(rq_link_tell(rq, "Home has answered", arena_printf(rq->a, "/home-answers/%s", row_id(n.ask))));
	return go(rq, "%s", rq->http->path);
}
