/* home_pages.c - asking home: the SENCO chooses whom and which questions of the school's bank, a link is made, and the answers
 * stand beside those of the teachers. How home answers is in home_asked.c. */
#include <string.h>

#include "areas/support/support.h"

/* ---- choosing ---- */

static const char *who_of(struct req *rq)
{
	return strcmp(rq_text(rq, "who"), "child") == 0 ? "child" : "home";
}

static const struct fault *bank_of(struct req *rq, struct rows *out)
{
	struct ask ask = { .where = { { QUESTION_WHO, IS, who_of(rq) } }, .order = "place text_fold", .limit = 60,
		.as_at = day_iso(rq->a, rq->act->today) };

	return record_list(rq->act, &QUESTION, &ask, out);
}

static bool ticked(const struct req *rq, const char *id)
{
	for (size_t i = 0; i < rq->typed.count; i++)
		if (strcmp(rq->typed.item[i].name, "question") == 0 && strcmp(rq->typed.item[i].value, id) == 0)
			return true;
	return false;
}

static bool in_words(const struct row *question)
{
	return strcmp(row_text(question, QUESTION_KIND), "words") == 0;
}

static int ticked_count(const struct req *rq, const struct rows *bank)
{
	int n = 0;

	for (int i = 0; i < bank->count; i++)
		n += ticked(rq, row_id(bank->row[i]));
	return n;
}

/* The first eight are ticked until somebody chooses otherwise. */
static const struct ui_option *question_options(struct req *rq, const struct rows *bank, const char *first)
{
	struct ui_option *o = arena_array(rq->a, (size_t)bank->count + 1, sizeof *o);
	bool chosen = ticked_count(rq, bank) || rq->post;

	for (int i = 0; i < bank->count; i++) {
		const struct row *q = bank->row[i];

		o[i] = (struct ui_option){ .value = row_id(q), .label = ask_named(rq->a, row_text(q, QUESTION_TEXT), first),
			.hint = row_show(rq->a, q, QUESTION_KIND), .chosen = chosen ? ticked(rq, row_id(q)) : i < ASK_MOST };
	}
	return o;
}

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct about *who, const struct rows *bank)
{
	bool child = strcmp(who_of(rq), "child") == 0;
	const char *base = arena_printf(rq->a, "%s/home-answers/new", who->href), *round = rq_text(rq, "round");
	const char *more = *round ? arena_printf(rq->a, "&round=%s", round) : "";
	struct ui_link tabs[] = { { "A parent or carer", arena_printf(rq->a, "%s?who=home%s", base, more), !child, 0 },
		{ "The child", arena_printf(rq->a, "%s?who=child%s", base, more), child, 0 }, { NULL, NULL, false, 0 } };

	ui->shell.title = "Ask home";
	ui_title(ui, who->line, "Ask home",
		"They answer by a link, in plain words, on a phone. The answers stand beside those of the "
		"teachers and in the plan’s first step.");
	about_gone(ui, who, "Nobody at home is asked any more.");
	ui_tabs(ui, "Who is asked", tabs);
	if (!bank->count) {
		ui_empty(ui, "The bank has no question for them yet.", NULL, NULL);
		ui_button_post(ui, UI_PRIMARY, "Put in the first questions", "/questions/first", 0);
		return NULL;
	}
	ui_form_begin(ui, &(struct ui_form){ .action = base, .draft = true });
	ui_hidden(ui, "who", who_of(rq));
	ui_hidden(ui, "round", round);
	ui_input_long(ui, &(struct ui_input){ .name = "reason", .label = "What they read above the questions", .strong = true,
		.rows = 2, .max = 1000, .value = rq_param(rq, "reason") ? rq_text(rq, "reason") : child ?
		"We want school to be good for you. There is no wrong answer." : arena_printf(rq->a,
		"You know %s best. Please tell us what you see at home.", who->first) });
	ui_input_checks(ui, &(struct ui_input){ .name = "question", .label = "Which questions?", .strong = true, .small = true,
		.hint = "Up to eight: four minutes on a phone", .error = ui_error_of(ui, "question") },
		question_options(rq, bank, who->first));
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Go on to the link", NULL, NULL);
	if (rq_leads(rq, "/questions"))
		ui_link_to(ui, "Change the questions", "/questions");
	ui_link_to(ui, "Cancel", who->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *begin(struct req *rq, struct about *who, struct rows *bank)
{
	const char *round = rq_text(rq, "round");
	struct row *row;

	TRY(about_may_add(rq, &HOME_ASK));
	TRY(about_pupil(rq, rq->pupil, NULL, NULL, who));
	if (*round) {
		TRY(record_get(rq->act, &ASK_ROUND, round, &row));
		if (strcmp(row_about(row), who->id) != 0)
			return FAULT(rq->a, FAULT_NONE, "a round about another child");
	}
	return bank_of(rq, bank);
}

const struct fault *home_ask_new(struct req *rq, struct ui *ui)
{
	struct about who;
	struct rows bank;

	TRY(begin(rq, &who, &bank));
	return draw_new(rq, ui, &who, &bank);
}

const struct fault *home_ask_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &HOME_ASK);
	struct buf ids = buf_new(rq->a);
	const struct fault *f;
	struct about who;
	struct rows bank;
	const char *id;
	bool child;
	int n;

	TRY(begin(rq, &who, &bank));
	child = strcmp(who_of(rq), "child") == 0;
	n = ticked_count(rq, &bank);
	if (!n || n > ASK_MOST)
		ui_error(ui, "question", n ? "Choose eight at most: more are not answered" : "Choose at least one question");
	if (ui->error_count)
		return draw_new(rq, ui, &who, &bank);
	for (int i = 0; i < 2 * bank.count; i++) /* boxes to write in come after what is tapped */
		if (ticked(rq, row_id(bank.row[i % bank.count])) && in_words(bank.row[i % bank.count]) == (i >= bank.count))
			buf_printf(&ids, "%s%s", ids.len ? " " : "", row_id(bank.row[i % bank.count]));
	form_set(form, HOME_ASK_ROUND, rq_text(rq, "round"));
	form_set(form, HOME_ASK_WHOSE, child ? "pupil" : "contact");
	form_set(form, HOME_ASK_WHY, rq_text(rq, "reason"));
	form_set(form, HOME_ASK_QUESTIONS, buf_text(&ids));
	form_set(form, HOME_ASK_ASKED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, HOME_ASK_BY, rq->act->who->staff);
	f = record_add(rq->act, &HOME_ASK, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_form_errors(ui, form);
		return draw_new(rq, ui, &who, &bank);
	}
	TRY(f);
	return go(rq, "/pupils/%s/links/new?task=questions&target=%s%s", who.id, id, child ? "&to=pupil" : "");
}

/* ---- what they answered ---- */

static const char *asked_whom(struct arena *a, const struct row *ask)
{
	const char *name = row_text(ask, HOME_ASK_NAME);

	return *name ? arena_printf(a, "%s%s", name, home_by_child(ask) ? "" : " (parent or carer)") : row_show(a, ask,
		HOME_ASK_WHOSE);
}

static void draw_answers(struct req *rq, struct ui *ui, const struct home_answers *h, int most)
{
	int shown = 0;

	ui_summary(ui);
	for (int q = 0; q < h->questions.count && shown < most; q++) {
		const char *said = home_said(rq->a, h, q);

		if (!*said)
			continue;
		ui_summary_row(ui, h->questions.q[q].text, said, NULL, NULL);
		shown++;
	}
	ui_summary_end(ui);
}

static const struct fault *draw_one(struct req *rq, struct ui *ui, const struct row *pupil, struct row *ask, int most,
	void (*heading)(struct ui *ui, const char *text))
{
	const char *known = row_named(pupil, "known_as");
	struct home_answers h;

	if (!*row_text(ask, HOME_ASK_ANSWERED_ON)) {
		ui_para(ui, arena_printf(rq->a, "%s was asked on %s. No answer yet.", row_show(rq->a, ask, HOME_ASK_WHOSE),
			row_show(rq->a, ask, HOME_ASK_ASKED_ON)));
		link_offer(rq, ui, pupil, "questions", row_id(ask), home_by_child(ask) ? "pupil" : "", "Make a link for it");
		return NULL;
	}
	TRY(home_read(rq->act, ask, *known ? known : row_named(pupil, "forename"), &h));
	heading(ui, asked_whom(rq->a, ask));
	ui_small(ui, arena_printf(rq->a, "Answered by link on %s, in their own words.", row_show(rq->a, ask,
		HOME_ASK_ANSWERED_ON)));
	draw_answers(rq, ui, &h, most);
	return NULL;
}

const struct fault *home_ask_page(struct req *rq, struct ui *ui)
{
	struct about who;
	struct row *ask;

	TRY(record_get(rq->act, &HOME_ASK, rq_arg(rq, "ask"), &ask));
	TRY(about_row(rq, ask, NULL, NULL, &who));
	ui->shell.title = "What home answers";
	ui_title(ui, who.line, ui->shell.title, NULL);
	TRY(draw_one(rq, ui, who.pupil, ask, ASK_MOST, ui_heading));
	if (*row_text(ask, HOME_ASK_ROUND) && rq_leads(rq, arena_printf(rq->a, "/rounds/%s", row_text(ask, HOME_ASK_ROUND))))
		ui_link_to(ui, "What the teachers answered", arena_printf(rq->a, "/rounds/%s", row_text(ask, HOME_ASK_ROUND)));
	return NULL;
}

const struct fault *home_of_round(struct req *rq, struct ui *ui, const struct row *round)
{
	struct ask of_child = { .pupil = row_about(round), .where = { { HOME_ASK_ROUND, IS, row_id(round) } }, .limit = 12 };
	struct row *pupil;
	struct rows asks;
	bool may;

	if (!record_ever(rq->act, &HOME_ASK, RIGHT_READ))
		return NULL;
	TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(round), &pupil));
	may = record_may(rq->act, &HOME_ASK, RIGHT_ADD, pupil) && !*row_text(round, ASK_ROUND_CLOSED_ON);
	TRY(record_list(rq->act, &HOME_ASK, &of_child, &asks));
	if (!asks.count && !may)
		return NULL;
	ui_heading(ui, "What home answers");
	if (!asks.count)
		ui_para(ui, "Nobody at home has been asked in this round.");
	for (int i = 0; i < asks.count; i++)
		TRY(draw_one(rq, ui, pupil, asks.row[i], ASK_MOST, ui_heading_s));
	if (may)
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Ask home too",
			arena_printf(rq->a, "/pupils/%s/home-answers/new?round=%s",
			row_about(round), row_id(round)));
	return NULL;
}

const struct fault *home_ask_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct ask newest = { .pupil = row_id(rq->pupil), .where = { { HOME_ASK_ANSWERED_ON, FILLED, "" } }, .limit = 1,
		.order = "-answered_on" };
	struct rows asks;

	TRY(record_list(rq->act, &HOME_ASK, &newest, &asks));
	if (!asks.count)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = "All of it",
		.href = arena_printf(rq->a, "/home-answers/%s", row_id(asks.row[0])) });
	TRY(draw_one(rq, ui, rq->pupil, asks.row[0], 3, ui_heading_s));
	ui_panel_end(ui);
	return NULL;
}
