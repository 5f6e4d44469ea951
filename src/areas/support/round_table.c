/* round_table.c - the answers of a round: a table of question by teacher, what the subjects have in common, the words of each, and
 * who has not answered. The same table goes to the child's page and to whoever gathers evidence. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

const struct fault *round_read(struct req *rq, struct row *row, struct round *r)
{
	struct ask ask = { .pupil = row_about(row), .limit = 2000 };

	r->row = row;
	TRY(query_run(rq->act, &Q_ROUND_ASKS, (const char *const[]){ row_id(row) }, &r->asks));
	TRY(record_list(rq->act, &ASK_ANSWER, &ask, &r->answers));
	return ask_read(rq->act, row_text(row, ASK_ROUND_QUESTIONS), r->who.first, &r->questions);
}

static const struct row *answer_to(const struct round *r, int ask, const char *question)
{
	for (int i = 0; i < r->answers.count; i++)
		if (strcmp(row_text(r->answers.row[i], ASK_ANSWER_ASK), found_text(&r->asks, ask, Q_ROUND_ASKS_ID)) == 0 &&
		    strcmp(row_text(r->answers.row[i], ASK_ANSWER_QUESTION), question) == 0)
			return r->answers.row[i];
	return NULL;
}

static bool has_answered(const struct round *r, int ask)
{
	return *found_text(&r->asks, ask, Q_ROUND_ASKS_ANSWERED_ON) && !*found_text(&r->asks, ask, Q_ROUND_ASKS_NO_REASON);
}

int round_answered(const struct round *r)
{
	int n = 0;

	for (int i = 0; i < r->asks.rows; i++)
		n += *found_text(&r->asks, i, Q_ROUND_ASKS_ANSWERED_ON) != 0;
	return n;
}

const char *answer_shown(struct arena *a, const struct row *answer, const char *kind)
{
	const char *scale = answer ? row_text(answer, ASK_ANSWER_SCALE) : "";

	if (!*scale)
		return "–";
	if (strcmp(kind, "often") == 0)
		return strcmp(scale, "5") == 0 ? "Yes" : strcmp(scale, "3") == 0 ? "Sometimes" : "No";
	return arena_printf(a, "%s", scale);
}

/* "Hard in English, History. No trouble in PE." */
static const char *pattern(struct arena *a, const struct round *r, const struct asked *q)
{
	struct buf hard = buf_new(a), fine = buf_new(a);

	for (int i = 0; i < r->asks.rows; i++) {
		const struct row *answer = answer_to(r, i, q->id);
		int64_t scale = answer ? row_int(answer, ASK_ANSWER_SCALE) : 0;
		const char *as = found_text(&r->asks, i, Q_ROUND_ASKS_SUBJECT);
		struct buf *b = scale && scale <= 2 ? &hard : scale >= 4 ? &fine : NULL;

		if (b)
			buf_printf(b, "%s%s", b->len ? ", " : "", as);
	}
	if (!hard.len && !fine.len)
		return "";
	return arena_printf(a, "%s%s%s%s%s", hard.len ? "Hard: " : "", buf_text(&hard), hard.len && fine.len ? ". " : "",
		fine.len ? "No trouble: " : "", buf_text(&fine));
}

/* "English: Donna Sutcliffe; Science: ..." */
static const char *who_words(struct arena *a, const struct round *r)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < r->asks.rows; i++)
		if (has_answered(r, i))
			buf_printf(&b, "%s%s: %s", b.len ? "; " : "", found_text(&r->asks, i, Q_ROUND_ASKS_SUBJECT),
				found_text(&r->asks, i, Q_ROUND_ASKS_NAME));
	return buf_text(&b);
}

static void table(struct req *rq, struct ui *ui, const struct round *r)
{
	struct ui_column *columns = arena_array(rq->a, (size_t)r->asks.rows + 3, sizeof *columns);
	int n = 0;

	columns[n++] = (struct ui_column){ .label = "Question", .width = 26 };
	columns[n++] = (struct ui_column){ .label = "Pattern", .width = 24, .phone = UI_BARE };
	for (int i = 0; i < r->asks.rows; i++)
		if (has_answered(r, i))
			columns[n++] = (struct ui_column){ .label = found_text(&r->asks, i, Q_ROUND_ASKS_SUBJECT) };
	ui_table(ui, &(struct ui_table){ .caption = "Answers, question by question", .columns = columns });
	for (int q = 0; q < r->questions.count; q++) {
		const struct asked *asked = &r->questions.q[q];

		if (strcmp(asked->kind, "words") == 0)
			continue;
		ui_row(ui);
		ui_cell(ui, asked->text);
		ui_cell(ui, pattern(rq->a, r, asked));
		for (int i = 0; i < r->asks.rows; i++)
			if (has_answered(r, i))
				ui_cell(ui, answer_shown(rq->a, answer_to(r, i, asked->id), asked->kind));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_small(ui, arena_printf(rq->a, "On the scale 1 is very hard for the child and 5 is no trouble. %s.",
		who_words(rq->a, r)));
}

static void in_words(struct req *rq, struct ui *ui, const struct round *r)
{
	for (int q = 0; q < r->questions.count; q++) {
		const struct asked *asked = &r->questions.q[q];
		int shown = 0;

		for (int i = 0; i < r->asks.rows; i++) {
			const struct row *answer = answer_to(r, i, asked->id);

			if (!answer || !*row_text(answer, ASK_ANSWER_WORDS))
				continue;
			if (!shown++) {
				ui_heading(ui, asked->text);
				ui_items(ui);
			}
			ui_item(ui);
			ui_prose(ui, row_text(answer, ASK_ANSWER_WORDS));
			ui_small(ui, arena_printf(rq->a, "%s, %s", found_text(&r->asks, i, Q_ROUND_ASKS_NAME),
				found_text(&r->asks, i, Q_ROUND_ASKS_SUBJECT)));
			ui_item_end(ui);
		}
		if (shown)
			ui_items_end(ui);
	}
}

/* ---- the page ---- */

static void acts(struct req *rq, struct ui *ui, const struct round *r)
{
	const char *path = arena_printf(rq->a, "/rounds/%s", row_id(r->row)), *worry = row_text(r->row, ASK_ROUND_WORRY);
	bool open = !*row_text(r->row, ASK_ROUND_CLOSED_ON), may = record_may(rq->act, &ASK_ROUND, RIGHT_EDIT, r->row);

	ui_acts(ui);
	if (may && open && round_missing(r))
		ui_button_post(ui, UI_SECONDARY, arena_printf(rq->a, "Ask %s again",
			round_missing(r) == 1 ? "the one missing" : "those missing"),
			arena_printf(rq->a, "%s/again", path), 0);
	if (may && open)
		ui_button_post(ui, UI_SECONDARY, "Close the round", arena_printf(rq->a, "%s/close", path), row_version(r->row));
	if (may && *worry)
		ui_button_link(ui, UI_PRIMARY, "Decide the worry", arena_printf(rq->a, "/worries/%s", worry));
	ui_link_to(ui, "What they say, over time", arena_printf(rq->a, "/pupils/%s/what-teachers-say", row_about(r->row)));
	ui_acts_end(ui);
}

const struct fault *round_page_one(struct req *rq, struct ui *ui)
{
	struct round r;
	struct row *row;
	int done;

	TRY(record_get(rq->act, &ASK_ROUND, rq_arg(rq, "round"), &row));
	TRY(about_row(rq, row, NULL, NULL, &r.who));
	TRY(round_read(rq, row, &r));
	done = round_answered(&r);
	ui->shell.title = "What those who teach the child say";
	ui->shell.scale = UI_WORK;
	ui_head(ui, arena_printf(rq->a, "What those who teach %s say", r.who.first),
		arena_printf(rq->a, "%s. %s. Asked on %s, answers by %s%s.",
		r.who.line, row_show(rq->a, row, ASK_ROUND_AREA), row_show(rq->a, row, ASK_ROUND_OPENED_ON),
			row_show(rq->a, row, ASK_ROUND_DUE_ON),
		*row_text(row, ASK_ROUND_CLOSED_ON) ? arena_printf(rq->a, ", closed on %s",
		row_show(rq->a, row, ASK_ROUND_CLOSED_ON)) : ""));
	ui_head_end(ui);
	about_gone(ui, &r.who, "Close the round: what was answered stays with the record.");
	ui_progress(ui, done, done + round_missing(&r), "have answered");
	acts(rq, ui, &r);
	if (done)
		table(rq, ui, &r);
	else
		ui_empty(ui, "Nobody has answered yet. Answers stand here as they come.", NULL, NULL);
	in_words(rq, ui, &r);
	TRY(home_of_round(rq, ui, row));
	return round_people(rq, ui, &r);
}

/* ---- on pages that are not ours ---- */

static const struct fault *newest(struct req *rq, struct round *r, struct row **row)
{
	struct ask ask = { .pupil = row_id(rq->pupil), .limit = 1 };
	struct rows rows;

	TRY(record_list(rq->act, &ASK_ROUND, &ask, &rows));
	*row = rows.count ? rows.row[0] : NULL;
	if (!rows.count)
		return NULL;
	*r = (struct round){ .who = { .first = row_named(rq->pupil, "known_as") } };
	return round_read(rq, *row, r);
}

/* On the child's page: how the newest round stands, and what it shows. */
const struct fault *child_round_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct round r;
	struct row *row;
	int shown = 0;

	TRY(newest(rq, &r, &row));
	if (!row)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = "All answers",
		.href = arena_printf(rq->a, "/rounds/%s", row_id(row)) });
	ui_para(ui, arena_printf(rq->a, "%d of %d have answered. %s, %s.", round_answered(&r),
		round_answered(&r) + round_missing(&r), row_show(rq->a, row,
		ASK_ROUND_AREA),
		row_show(rq->a, row, ASK_ROUND_OPENED_ON)));
	ui_items(ui);
	for (int q = 0; q < r.questions.count && shown < 3; q++) {
		const char *words = pattern(rq->a, &r, &r.questions.q[q]);

		if (!*words)
			continue;
		ui_item(ui);
		ui_para(ui, r.questions.q[q].text);
		ui_small(ui, words);
		ui_item_end(ui);
		shown++;
	}
	ui_items_end(ui);
	ui_link_to(ui, "What they say, over time", arena_printf(rq->a, "/pupils/%s/what-teachers-say", row_id(rq->pupil)));
	ui_panel_end(ui);
	return NULL;
}

/* For a cycle's assessment and for exam evidence (place "evidence"): the whole table, with who said it and when. */
const struct fault *round_evidence(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct round r;
	struct row *row;

	TRY(newest(rq, &r, &row));
	if (!row || !round_answered(&r))
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = "Over time",
		.href = arena_printf(rq->a, "/pupils/%s/what-teachers-say", row_id(rq->pupil)) });
	ui_small(ui, arena_printf(rq->a, "Asked on %s; %d of %d answered.", row_show(rq->a, row, ASK_ROUND_OPENED_ON),
		round_answered(&r), round_answered(&r) + round_missing(&r)));
	table(rq, ui, &r);
	in_words(rq, ui, &r);
	ui_panel_end(ui);
	return NULL;
}
