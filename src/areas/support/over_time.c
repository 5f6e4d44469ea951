/* over_time.c - what those who teach a child have said, round after round: each question with how many found it hard, each
 * subject's answers in a row, their words with who and when. Exam access evidence and reviews take it from here; nobody types it
 * again. Only answers to the same question, word for word, stand in one row. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

enum { ROUNDS_MOST = 6, HARD_MOST = 2 };

struct said { struct about who; struct rows rounds, answers; struct found asks; const struct row *newest[ROUNDS_MOST]; int count; };

static const struct fault *said_read(struct req *rq, struct said *s)
{
	TRY(record_list(rq->act, &ASK_ROUND, &(struct ask){ .pupil = s->who.id, .order = "opened_on", .limit = 200 }, &s->rounds));
	TRY(query_run(rq->act, &Q_CHILD_ASKS, (const char *const[]){ s->who.id }, &s->asks));
	TRY(record_list(rq->act, &ASK_ANSWER, &(struct ask){ .pupil = s->who.id, .limit = 4000 }, &s->answers));
	s->count = s->rounds.count < ROUNDS_MOST ? s->rounds.count : ROUNDS_MOST;
	for (int i = 0; i < s->count; i++)
		s->newest[i] = s->rounds.row[s->rounds.count - s->count + i];
	return NULL;
}

static int ask_of(const struct said *s, const struct row *answer)
{
	for (int i = 0; i < s->asks.rows; i++)
		if (strcmp(found_text(&s->asks, i, Q_CHILD_ASKS_ID), row_text(answer, ASK_ANSWER_ASK)) == 0)
			return i;
	return -1;
}

static bool in_round(const struct said *s, const struct row *answer, const struct row *round)
{
	int ask = ask_of(s, answer);

	return ask >= 0 && strcmp(found_text(&s->asks, ask, Q_CHILD_ASKS_ROUND), row_id(round)) == 0;
}

static bool same_question(const struct row *a, const struct row *b)
{
	return strcmp(row_text(a, ASK_ANSWER_TEXT), row_text(b, ASK_ANSWER_TEXT)) == 0 &&
		strcmp(row_text(a, ASK_ANSWER_KIND), row_text(b, ASK_ANSWER_KIND)) == 0;
}

/* The first answer to each question that is answered on a scale stands for the question. */
static bool begins_question(const struct said *s, int i)
{
	if (!*row_text(s->answers.row[i], ASK_ANSWER_SCALE))
		return false;
	for (int k = 0; k < i; k++)
		if (*row_text(s->answers.row[k], ASK_ANSWER_SCALE) && same_question(s->answers.row[k], s->answers.row[i]))
			return false;
	return true;
}

/* "hard for 4 of 6" */
static const char *hard_words(struct arena *a, const struct said *s, const struct row *question, const struct row *round)
{
	int hard = 0, all = 0;

	for (int i = 0; i < s->answers.count; i++) {
		const struct row *r = s->answers.row[i];

		if (!*row_text(r, ASK_ANSWER_SCALE) || !same_question(r, question) || !in_round(s, r, round))
			continue;
		all++;
		hard += row_int(r, ASK_ANSWER_SCALE) <= HARD_MOST;
	}
	return !all ? "not asked" : arena_printf(a, "hard for %d of %d", hard, all);
}

static struct ui_column *round_columns(struct arena *a, const struct said *s, const char *first)
{
	struct ui_column *c = arena_array(a, (size_t)s->count + 2, sizeof *c);

	c[0] = (struct ui_column){ .label = first, .width = 34 };
	for (int i = 0; i < s->count; i++)
		c[i + 1] = (struct ui_column){ .label = row_show(a, s->newest[i], ASK_ROUND_OPENED_ON) };
	return c;
}

static void draw_questions(struct req *rq, struct ui *ui, const struct said *s)
{
	ui_table(ui, &(struct ui_table){ .caption = "How many found it hard, round by round", .columns = round_columns(rq->a, s,
		"Question") });
	for (int i = 0; i < s->answers.count; i++) {
		if (!begins_question(s, i))
			continue;
		ui_row(ui);
		ui_cell(ui, row_text(s->answers.row[i], ASK_ANSWER_TEXT));
		for (int k = 0; k < s->count; k++)
			ui_cell(ui, hard_words(rq->a, s, s->answers.row[i], s->newest[k]));
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

/* ---- by subject ---- */

static const char *as_of(const struct said *s, int ask)
{
	return found_text(&s->asks, ask, Q_CHILD_ASKS_SUBJECT);
}

/* Whose answer to this question stands first under its subject? */
static bool begins_subject(const struct said *s, int i, const struct row *question)
{
	const struct row *r = s->answers.row[i];
	int ask = ask_of(s, r);

	if (ask < 0 || !*row_text(r, ASK_ANSWER_SCALE) || !same_question(r, question))
		return false;
	for (int k = 0; k < i; k++) {
		int other = ask_of(s, s->answers.row[k]);

		if (other >= 0 && *row_text(s->answers.row[k], ASK_ANSWER_SCALE) && same_question(s->answers.row[k], question) &&
		    strcmp(as_of(s, other), as_of(s, ask)) == 0)
			return false;
	}
	return true;
}

static const char *subject_words(struct arena *a, const struct said *s, const struct row *question, const char *as,
	const struct row *round)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < s->answers.count; i++) {
		const struct row *r = s->answers.row[i];
		int ask = ask_of(s, r);

		if (ask >= 0 && *row_text(r, ASK_ANSWER_SCALE) && same_question(r, question) && in_round(s, r, round) &&
		    strcmp(as_of(s, ask), as) == 0)
			buf_printf(&b, "%s%s, %s", b.len ? "; " : "", answer_shown(a, r, row_text(r, ASK_ANSWER_KIND)),
				found_text(&s->asks, ask, Q_CHILD_ASKS_NAME));
	}
	return b.len ? buf_text(&b) : "–";
}

static void draw_subjects(struct req *rq, struct ui *ui, const struct said *s, const struct row *question)
{
	ui_details(ui, row_text(question, ASK_ANSWER_TEXT));
	ui_table(ui, &(struct ui_table){ .caption = arena_printf(rq->a, "%s By subject", row_text(question, ASK_ANSWER_TEXT)),
		.columns = round_columns(rq->a, s, "Subject") });
	for (int i = 0; i < s->answers.count; i++) {
		const char *as;

		if (!begins_subject(s, i, question))
			continue;
		as = as_of(s, ask_of(s, s->answers.row[i]));
		ui_row(ui);
		ui_cell(ui, *as ? as : "Not said");
		for (int k = 0; k < s->count; k++)
			ui_cell(ui, subject_words(rq->a, s, question, as, s->newest[k]));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_details_end(ui);
}

/* ---- in their words ---- */

static void draw_words(struct req *rq, struct ui *ui, const struct said *s)
{
	for (int k = s->rounds.count - 1; k >= 0; k--) {
		const struct row *round = s->rounds.row[k];
		int shown = 0;

		for (int i = 0; i < s->answers.count; i++) {
			const struct row *r = s->answers.row[i];
			int ask = ask_of(s, r);

			if (!*row_text(r, ASK_ANSWER_WORDS) || !in_round(s, r, round))
				continue;
			if (!shown++) {
				ui_heading_s(ui, arena_printf(rq->a, "Asked on %s: %s",
					row_show(rq->a, round, ASK_ROUND_OPENED_ON), row_text(r, ASK_ANSWER_TEXT)));
				ui_items(ui);
			}
			ui_item(ui);
			ui_prose(ui, row_text(r, ASK_ANSWER_WORDS));
			ui_small(ui, arena_printf(rq->a, "%s, %s, answered on %s", found_text(&s->asks, ask, Q_CHILD_ASKS_NAME),
				as_of(s, ask), day_long(rq->a, day_parse(found_text(&s->asks, ask, Q_CHILD_ASKS_ANSWERED_ON)))));
			ui_item_end(ui);
		}
		if (shown)
			ui_items_end(ui);
	}
}

/* ---- the page ---- */

static void draw_rounds(struct req *rq, struct ui *ui, const struct said *s)
{
	ui_items(ui);
	for (int i = s->rounds.count - 1; i >= 0; i--) {
		const struct row *r = s->rounds.row[i];
		int asked = 0, answered = 0;

		for (int k = 0; k < s->asks.rows; k++)
			if (strcmp(found_text(&s->asks, k, Q_CHILD_ASKS_ROUND), row_id(r)) == 0) {
				asked++;
				answered += *found_text(&s->asks, k, Q_CHILD_ASKS_ANSWERED_ON) != 0;
			}
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%s, %s", row_show(rq->a, r, ASK_ROUND_OPENED_ON), row_show(rq->a, r,
			ASK_ROUND_AREA)), arena_printf(rq->a, "/rounds/%s", row_id(r)));
		ui_small(ui, arena_printf(rq->a, "%d of %d answered", answered, asked));
		ui_item_end(ui);
	}
	ui_items_end(ui);
}

const struct fault *over_time_page(struct req *rq, struct ui *ui)
{
	struct said s = { .count = 0 };
	const char *again;

	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &s.who));
	TRY(said_read(rq, &s));
	ui->shell.title = "What teachers say, over time";
	ui->shell.scale = UI_WORK;
	again = arena_printf(rq->a, "%s/rounds/new", s.who.href);
	ui_head(ui, arena_printf(rq->a, "What those who teach %s say, over time", s.who.first),
		arena_printf(rq->a, "%s. As each said it then; nothing is typed again.", s.who.line));
	if (record_may(rq->act, &ASK_ROUND, RIGHT_ADD, rq->pupil))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Ask everyone again", again);
	ui_head_end(ui);
	about_gone(ui, &s.who, "What was said stays here.");
	if (!s.answers.count) {
		ui_empty(ui, arena_printf(rq->a, "Nobody who teaches %s has been asked and answered yet.", s.who.first), NULL,
			NULL);
		return NULL;
	}
	ui_small(ui, s.rounds.count > ROUNDS_MOST ? arena_printf(rq->a,
		"The last %d of %d rounds; hard is 1 or 2 on the scale of five, "
		"or no.", ROUNDS_MOST, s.rounds.count) : "Hard is 1 or 2 on the scale of five, or no.");
	draw_questions(rq, ui, &s);
	ui_heading(ui, "By subject");
	for (int i = 0; i < s.answers.count; i++)
		if (begins_question(&s, i))
			draw_subjects(rq, ui, &s, s.answers.row[i]);
	ui_heading(ui, "In their words");
	draw_words(rq, ui, &s);
	ui_heading(ui, "Rounds");
	draw_rounds(rq, ui, &s);
	return NULL;
}
