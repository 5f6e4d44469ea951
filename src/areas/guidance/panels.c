/* panels.c - guidance on pages that are not ours: notes to see and texts to read on the homes, answers that came, what waits
 * for the
 * SENCO; on a child's page what to do now, and the sheets of the child's needs one tap away. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"
#include "base/text.h"

enum { SHOWN = 5, ANSWER_DAYS = 14 };

/* ---- those who teach ---- */

const struct fault *panel_notes(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *staff = rq->act->who->staff;
	struct buf pupils = buf_new(rq->a);
	struct rows rows;
	struct found f;

	if (!*staff)
		return NULL;
	TRY(query_run(rq->act, &Q_ACT_NOTES_UNSEEN, (const char *const[]){ staff, day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows)
		return NULL;
	for (int i = 0; i < f.rows; i++)
		buf_printf(&pupils, "%s%s", i ? " " : "", found_text(&f, i, Q_ACT_NOTES_UNSEEN_PUPIL));
	TRY(act_notes_of(rq->act, buf_text(&pupils), &rows));
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = f.rows, .link = "All notes", .href = "/guidance/notes" });
	ui_items(ui);
	for (int i = 0; i < f.rows && i < SHOWN; i++)
		for (int k = 0; k < rows.count; k++) {
			const struct row *n = rows.row[k];

			if (strcmp(row_id(n), found_text(&f, i, Q_ACT_NOTES_UNSEEN_ID)) != 0)
				continue;
			ui_item(ui);
			ui_link_to(ui, about_name(rq->a, found_text(&f, i, Q_ACT_NOTES_UNSEEN_FIRST), found_text(&f, i,
				Q_ACT_NOTES_UNSEEN_LAST)), arena_printf(rq->a, "/guidance/notes/%s", row_id(n)));
			ui_para(ui, row_text(n, ACT_NOTE_TEXT));
			ui_small(ui, arena_printf(rq->a, "Until %s", row_show(rq->a, n, ACT_NOTE_UNTIL)));
			note_seen_button(rq, ui, row_id(n), row_version(n));
			ui_item_end(ui);
		}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *panel_to_read(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;
	int n = 0, shown = 0;

	TRY(query_run(rq->act, &Q_READINGS_MINE, (const char *const[]){ rq->act->who->account, rq->act->who->staff,
		day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++)
		n += !*found_text(&f, i, Q_READINGS_MINE_READ_AT);
	if (!n)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = n, .link = "All of them", .href = "/guidance/reading" });
	ui_items(ui);
	for (int i = 0; i < f.rows && shown < SHOWN; i++) {
		const char *due = found_text(&f, i, Q_READINGS_MINE_DUE_ON);

		if (*found_text(&f, i, Q_READINGS_MINE_READ_AT))
			continue;
		shown++;
		ui_item(ui);
		ui_link_to(ui, found_text(&f, i, Q_READINGS_MINE_TITLE), arena_printf(rq->a, "/guidance/reading/%s",
			found_text(&f, i, Q_READINGS_MINE_ID)));
		buf_add_c(&ui->out, ' ');
		if (*due)
			ui_due_short(ui, day_parse(due));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* What the SENCO answered in the last fortnight. */
const struct fault *panel_answers(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct ask ask = { .where = { { STAFF_QUESTION_BY, IS, rq->act->who->staff }, { STAFF_QUESTION_ANSWERED_ON, FROM_ON,
		day_iso(rq->a, rq->act->today - ANSWER_DAYS) } }, .order = "-answered_on", .limit = SHOWN };
	struct rows rows;

	if (!*rq->act->who->staff)
		return NULL;
	TRY(record_list(rq->act, &STAFF_QUESTION, &ask, &rows));
	if (!rows.count)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = "All your questions", .href =
		"/guidance/questions" });
	ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		ui_item(ui);
		ui_link_to(ui, text_shorten(rq->a, row_text(rows.row[i], STAFF_QUESTION_TEXT), 90),
			arena_printf(rq->a, "/guidance/questions/%s", row_id(rows.row[i])));
		ui_small(ui, text_shorten(rq->a, row_text(rows.row[i], STAFF_QUESTION_ANSWER), 160));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- the SENCO ---- */

const struct fault *panel_questions(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct rows rows;
	struct found f;

	TRY(question_text_rows(rq, "new", "", &f, &rows));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = f.rows, .link = "All questions", .href =
		"/guidance/questions" });
	ui_items(ui);
	for (int i = 0; i < f.rows && i < SHOWN; i++) {
		const struct row *q = question_row(&rows, found_text(&f, i, Q_QUESTION_LIST_ID));

		if (!q)
			continue;
		ui_item(ui);
		ui_link_to(ui, text_shorten(rq->a, row_text(q, STAFF_QUESTION_TEXT), 110),
			arena_printf(rq->a, "/guidance/questions/%s",
			row_id(q)));
		ui_small(ui, arena_printf(rq->a, "%s · waiting %s", found_text(&f, i, Q_QUESTION_LIST_ASKER),
			guidance_ago(rq->a, row_day(q, STAFF_QUESTION_ON), rq->act->today)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

static const struct fault *notes_unseen(struct req *rq, int *out)
{
	struct found f;

	*out = 0;
	TRY(query_run(rq->act, &Q_ACT_NOTE_READERS, (const char *const[]){ "", day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++)
		*out += !*found_text(&f, i, Q_ACT_NOTE_READERS_SEEN);
	return NULL;
}

/* Who has not read what was put before them, and not seen a note: the rail of those who see to it. */
const struct fault *panel_unread(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct rows out;
	int unseen = 0, items = 0;

	if (!reading_keeps(rq))
		return NULL;
	TRY(record_list(rq->act, &READING, &(struct ask){ .where = { { READING_STATE, IS, "out" } }, .limit = 12 }, &out));
	if (record_ever(rq->act, &ACT_NOTE, RIGHT_ADD))
		TRY(notes_unseen(rq, &unseen));
	for (int i = -1; i < out.count; i++) {
		struct found f;
		int unread = unseen;

		if (i >= 0)
			TRY(reading_people(rq, row_id(out.row[i]), &f, &unread));
		if (!unread)
			continue;
		if (!items++) {
			ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true });
			ui_items(ui);
		}
		ui_item(ui);
		if (i < 0)
			ui_link_to(ui, arena_printf(rq->a, "Notes for now: %d not seen", unread), "/guidance/notes");
		else
			ui_link_to(ui, arena_printf(rq->a, "%s: %d to read it", row_text(out.row[i], READING_TITLE), unread),
				arena_printf(
				rq->a, "/guidance/reading/%s", row_id(out.row[i])));
		ui_item_end(ui);
	}
	if (items) {
		ui_items_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

const struct fault *guides_of_class(struct req *rq, struct ui *ui, const char *class)
{
	struct buf codes = buf_new(rq->a);
	size_t from = ui->out.len;
	struct html links;
	struct found f;

	TRY(query_run(rq->act, &Q_GUIDANCE_NEEDS, (const char *const[]){ "", class, "", day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++)
		buf_printf(&codes, "%s ", found_text(&f, i, Q_GUIDANCE_NEEDS_TYPE));
	TRY(guides_row(rq, ui, buf_text(&codes)));
	links = ui_take(ui, from);
	if (!*links.text)
		return NULL;
	ui_heading(ui, "Guidance on the needs in this class");
	ui_raw(ui, links);
	return NULL;
}

/* ---- a child's page ---- */

const struct fault *panel_child_notes(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct rows rows;

	TRY(act_notes_of(rq->act, row_id(rq->pupil), &rows));
	if (!rows.count)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1 });
	ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		ui_item(ui);
		ui_link_to(ui, row_text(rows.row[i], ACT_NOTE_TEXT), arena_printf(rq->a, "/guidance/notes/%s",
			row_id(rows.row[i])));
		ui_small(ui, arena_printf(rq->a, "Until %s", row_show(rq->a, rows.row[i], ACT_NOTE_UNTIL)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *panel_child_sheets(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct buf codes = buf_new(rq->a);
	size_t from = ui->out.len;
	struct html links;
	struct found f;

	TRY(query_run(rq->act, &Q_GUIDANCE_NEEDS, (const char *const[]){ row_id(rq->pupil), "", "",
		day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++)
		buf_printf(&codes, "%s ", found_text(&f, i, Q_GUIDANCE_NEEDS_TYPE));
	TRY(guides_row(rq, ui, buf_text(&codes)));
	links = ui_take(ui, from);
	if (!*links.text)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = "All guidance", .href =
		"/guidance" });
	ui_raw(ui, links);
	ui_panel_end(ui);
	return NULL;
}
