/* answer_pages.c - one who teaches the child answers a round on a phone: a tap a question, one box, sent. An answer may be put
 * right until the round is closed. Nobody here sees what others answered. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

static bool waits(const struct found *f, int i)
{
	return !*found_text(f, i, Q_ASKS_MINE_ANSWERED_ON) && !*found_text(f, i, Q_ASKS_MINE_CLOSED_ON);
}

static int waiting(const struct found *f)
{
	int n = 0;

	for (int i = 0; i < f->rows; i++)
		n += waits(f, i);
	return n;
}

static void ask_line(struct req *rq, struct ui *ui, const struct found *f, int i)
{
	const char *chased = found_text(f, i, Q_ASKS_MINE_CHASED_ON), *href = arena_printf(rq->a, "/asks/%s", found_text(f, i,
		Q_ASKS_MINE_ID));
	bool open = waits(f, i);

	ui_item(ui);
	ui_link_to(ui, arena_printf(rq->a, "What do you see of %s %s?", found_text(f, i, Q_ASKS_MINE_FIRST), found_text(f, i,
		Q_ASKS_MINE_LAST)), href);
	if (open) {
		ui_small(ui, arena_printf(rq->a, "%s%s%s", ask_minutes(rq->a, ask_count(found_text(f, i,
			Q_ASKS_MINE_QUESTIONS))),
			*chased ? ". Asked again " : "", *chased ? day_long(rq->a, day_parse(chased)) : ""));
		ui_due(ui, day_parse(found_text(f, i, Q_ASKS_MINE_DUE_ON)));
	} else {
		ui_small(ui, *found_text(f, i, Q_ASKS_MINE_ANSWERED_ON) ? arena_printf(rq->a, "Answered on %s",
			day_long(rq->a, day_parse(found_text(f, i, Q_ASKS_MINE_ANSWERED_ON)))) : "Closed without your answer");
	}
	ui_item_end(ui);
}

static void ask_lines(struct req *rq, struct ui *ui, const struct found *f, bool open, int most)
{
	int n = 0;

	ui_items(ui);
	for (int i = 0; i < f->rows && n < most; i++)
		if (waits(f, i) == open) {
			ask_line(rq, ui, f, i);
			n++;
		}
	ui_items_end(ui);
}

const struct fault *asks_page(struct req *rq, struct ui *ui)
{
	struct found f;
	int n;

	TRY(query_run(rq->act, &Q_ASKS_MINE, (const char *const[]){ rq->act->who->staff }, &f));
	n = waiting(&f);
	ui->shell.title = "To answer";
	ui->shell.scale = UI_PHONE;
	ui_title(ui, NULL, "To answer", "Short questions from the SENCO about children whom you teach.");
	if (n)
		ask_lines(rq, ui, &f, true, 100);
	else
		ui_empty(ui, "Nothing waits for an answer from you.", NULL, NULL);
	if (f.rows > n) {
		ui_heading(ui, "Answered");
		ask_lines(rq, ui, &f, false, 30);
	}
	return NULL;
}

const struct fault *asks_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;
	int n;

	if (!*rq->act->who->staff)
		return NULL;
	TRY(query_run(rq->act, &Q_ASKS_MINE, (const char *const[]){ rq->act->who->staff }, &f));
	n = waiting(&f);
	if (!n)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = n, .link = n > 3 ? "All of them" : NULL, .href = "/asks" });
	ask_lines(rq, ui, &f, true, 3);
	ui_panel_end(ui);
	return NULL;
}

/* ---- one ---- */

struct answering { struct row *ask; struct about who; struct asked_list questions; struct rows before; };

static const struct fault *fetch(struct req *rq, struct answering *n)
{
	struct ask mine = { .where = { { ASK_ANSWER_ASK, IS, rq_arg(rq, "ask") } }, .limit = 40 };

	TRY(record_get(rq->act, &ASK, rq_arg(rq, "ask"), &n->ask));
	TRY(about_row(rq, n->ask, NULL, NULL, &n->who));
	TRY(ask_read(rq->act, row_text(n->ask, ASK_QUESTIONS), n->who.first, &n->questions));
	return record_list(rq->act, &ASK_ANSWER, &mine, &n->before);
}

static struct row *answered_before(const struct answering *n, const char *question)
{
	for (int i = 0; i < n->before.count; i++)
		if (strcmp(row_text(n->before.row[i], ASK_ANSWER_QUESTION), question) == 0)
			return n->before.row[i];
	return NULL;
}

static const char *name_of(struct arena *a, int q)
{
	return arena_printf(a, "q%d", q + 1);
}

static const char *value_of(struct req *rq, const struct answering *n, int q)
{
	const char *name = name_of(rq->a, q);
	const struct row *before = answered_before(n, n->questions.q[q].id);

	if (rq_param(rq, name))
		return rq_text(rq, name);
	if (!before || rq->post)
		return "";
	return row_text(before, strcmp(n->questions.q[q].kind, "words") == 0 ? ASK_ANSWER_WORDS : ASK_ANSWER_SCALE);
}

static void draw_question(struct req *rq, struct ui *ui, const struct answering *n, int q)
{
	static const struct ui_option SCALE[] = { { "1", "1" }, { "2", "2" }, { "3", "3" }, { "4", "4" }, { "5", "5" }, { NULL } };
	static const struct ui_option OFTEN[] = { { "5", "Yes" }, { "3", "Sometimes" }, { "1", "No" }, { NULL } };
	const struct asked *asked = &n->questions.q[q];
	struct ui_input in = { .name = name_of(rq->a, q), .label = asked->text, .strong = true, .value = value_of(rq, n, q),
		.rows = 3, .max = 2000 };

	if (strcmp(asked->kind, "words") == 0) {
		in.hint = "You can leave this empty";
		ui_input_long(ui, &in);
	} else {
		ui_input_segments(ui, &in, strcmp(asked->kind, "often") == 0 ? OFTEN : SCALE);
	}
}

static bool has_scale(const struct answering *n)
{
	for (int q = 0; q < n->questions.count; q++)
		if (strcmp(n->questions.q[q].kind, "scale") == 0)
			return true;
	return false;
}

/* What the SENCO wrote above the questions stands with the round, which those asked do not otherwise read. */
static const char *said_above(struct req *rq, const struct answering *n)
{
	struct row *round;

	if (record_get(act_lift(rq->act), &ASK_ROUND, row_text(n->ask, ASK_ROUND_REF), &round))
		return "";
	return row_text(round, ASK_ROUND_WHY);
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct answering *n)
{
	const char *why = row_text(n->ask, ASK_NO_REASON), *above = said_above(rq, n);

	ui->shell.title = "What do you see?";
	ui->shell.scale = UI_PHONE;
	about_crumbs(rq, (const char *const[]){ "To answer", "/asks", NULL });
	ui_title(ui, n->who.line, arena_printf(rq->a, "What do you see of %s?", n->who.first),
		ask_minutes(rq->a, n->questions.count));
	if (*row_text(n->ask, ASK_CLOSED_ON)) {
		ui_note(ui, UI_PLAIN, "This round is closed.",
			"Nothing more is needed. If something has changed, raise a worry or write a note.");
		return NULL;
	}
	about_gone(ui, &n->who, "You may still say what you saw, or choose below that you cannot.");
	if (*above)
		ui_para(ui, above);
	if (has_scale(n))
		ui_small(ui, arena_printf(rq->a,
			"On the scale 1 is very hard for %s and 5 is no trouble. Leave out what you cannot say.", n->who.first));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	for (int q = 0; q < n->questions.count; q++)
		draw_question(rq, ui, n, q);
	ui_details(ui, "I cannot answer");
	ui_input_radios(ui, &(struct ui_input){ .name = "no_reason", .label = "Why not?", .small = true,
		.value = rq->post ? rq_text(rq, "no_reason") : why }, choice_options(rq->a, ASK_CANNOT, NULL));
	ui_details_end(ui);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY | UI_FULL, "Send", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *ask_page(struct req *rq, struct ui *ui)
{
	struct answering n;

	TRY(fetch(rq, &n));
	return draw(rq, ui, &n);
}

static const struct fault *keep(struct req *rq, const struct answering *n, int q)
{
	const struct asked *asked = &n->questions.q[q];
	struct row *before = answered_before(n, asked->id);
	struct form *form = form_new(rq->a, &ASK_ANSWER);
	const char *typed = rq_text(rq, name_of(rq->a, q)), *id;
	bool words = strcmp(asked->kind, "words") == 0;

	if (!*typed && !before)
		return NULL;
	form_set(form, words ? ASK_ANSWER_WORDS : ASK_ANSWER_SCALE, typed);
	if (before)
		return record_change(rq->act, before, form);
	form_set(form, ASK_ANSWER_ASK, row_id(n->ask));
	form_set(form, ASK_ANSWER_STAFF, rq->act->who->staff);
	form_set(form, ASK_ANSWER_QUESTION, asked->id);
	form_set(form, ASK_ANSWER_TEXT, asked->text);
	form_set(form, ASK_ANSWER_KIND, asked->kind);
	return record_add(rq->act, &ASK_ANSWER, n->who.pupil, form, &id);
}

static bool odd_scale(struct req *rq, const struct answering *n, int q)
{
	const char *typed = rq_text(rq, name_of(rq->a, q));

	return strcmp(n->questions.q[q].kind, "words") != 0 && *typed && (strlen(typed) != 1 || !strchr("12345", *typed));
}

const struct fault *ask_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &ASK);
	const char *why = rq_text(rq, "no_reason");
	struct answering n;
	int given = 0;

	TRY(fetch(rq, &n));
	if (*row_text(n.ask, ASK_CLOSED_ON))
		return draw(rq, ui, &n);
	for (int q = 0; q < n.questions.count; q++) {
		given += *rq_text(rq, name_of(rq->a, q)) != 0;
		if (odd_scale(rq, &n, q))
			ui_error(ui, name_of(rq->a, q), "Choose one of the answers");
	}
	if (!given && !*why)
		ui_error(ui, "q1", "Answer at least one question, or say why you cannot");
	if (ui->error_count)
		return draw(rq, ui, &n);
	for (int q = 0; q < n.questions.count && given; q++)
		TRY(keep(rq, &n, q));
	form_set(form, ASK_ANSWERED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, ASK_NO_REASON, given ? "" : why);
	TRY(record_change(rq->act, n.ask, form));
	rq_notice(rq, NULL, "Thank you. The SENCO has your answer about %s.", n.who.first);
	return go(rq, "/asks");
}
