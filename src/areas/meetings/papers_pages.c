/* papers_pages.c - papers for a meeting, drawn from a child's record as each reader may read it: of one child, or of every child of
 * the meeting, each from the top of a sheet. Nothing is copied: they say what stands today. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "base/text.h"

/* Other areas' records, by name; a type that the house has not is passed over. */

struct paper { const char *record, *title, *fields[5]; bool now; int most; const char *where, *order; enum ask_op op; };

static const struct paper PAPERS[] = {
	{ "register_status", "Status", { "provision", "from", "review_on" }, .now = true, .most = 1 },
	{ "strength", "Strengths", { "text" }, .now = true, .most = 6 },
	{ "need", "Needs", { "type", "note" }, .now = true, .most = 6 },
	{ "strategy", "What helps, what to avoid", { "text", "kind" }, .now = true, .most = 8 },
	{ "target", "Targets", { "outcome", "baseline", "aim", "by_date" }, .most = 8, .where = "by_date", .op = FROM_ON },
	{ "provision_line", "Support now", { "name", "sessions", "minutes", "from" }, .now = true, .most = 8 },
	{ "assessment", "Latest results", { "test", "skill", "score", "taken_on" }, .most = 6 },
	{ "attendance_summary", "Attendance: sessions", { "present", "possible", "unauthorised", "until" }, .most = 1,
		.order = "-until" },
	{ "advice_action", "Advice: not done yet", { "what", "due_on" }, .most = 8, .where = "done_on", .op = EMPTY },
	{ "meeting_action", "Agreed before: not done yet", { "what", "due_on" }, .most = 8, .where = "done_on", .op = EMPTY },
	{ "parent_meeting", "Last met with parents", { "met_on", "agreed", "views" }, .most = 1 },
	{ "due", "What is due", { "title", "due_on" }, .most = 6, .where = "met_on", .op = EMPTY },
};

static const char *paper_line(struct req *rq, const struct row *row, const struct paper *p)
{
	struct buf b = buf_new(rq->a);

	for (int i = 0; i < 5 && p->fields[i]; i++) {
		int field = field_find(row_record(row), p->fields[i]);
		const char *text = field < 0 ? "" : row_show(rq->a, row, field);
		enum field_type type = field >= 0 ? row_record(row)->fields[field].type : F_TEXT;
		bool lone = type == F_NUMBER || (type == F_DATE && i);

		if (!*text)
			continue;
		buf_add(&b, b.len ? " · " : "");
		buf_add(&b, lone ? arena_printf(rq->a, "%s: %s", row_record(row)->fields[field].label, text) : text);
	}
	return buf_text(&b);
}

/* A plan may say that a row of it is for some alone: such rows are in nobody's papers. */
static bool for_some_alone(const struct row *row)
{
	return *row_named(row, "only");
}

static const struct fault *draw_paper(struct req *rq, struct ui *ui, const struct paper *p, const char *pupil)
{
	const struct record *r = record_find(rq->act->house, p->record);
	struct ask ask = { .pupil = pupil, .limit = p->most, .as_at = p->now ? day_iso(rq->a, rq->act->today) : NULL,
		.order = p->order };
	struct buf lines = buf_new(rq->a);
	struct rows rows;

	if (!r || !record_ever(rq->act, r, RIGHT_READ))
		return NULL;
	if (p->where && field_find(r, p->where) >= 0) {
		ask.where[0].field = field_find(r, p->where);
		ask.where[0].op = p->op;
		ask.where[0].value = p->op == EMPTY ? "" : day_iso(rq->a, rq->act->today);
	}
	TRY(record_list(rq->act, r, &ask, &rows));
	for (int i = 0; i < rows.count; i++) {
		const char *line = for_some_alone(rows.row[i]) ? "" : paper_line(rq, rows.row[i], p);

		if (*line)
			buf_printf(&lines, "%s%s", lines.len ? "\n" : "", text_shorten(rq->a, line, 400));
	}
	if (!lines.len)
		return NULL;
	ui_heading(ui, p->title);
	ui_bullets(ui, buf_text(&lines));
	return NULL;
}

/* One child's, without the agenda. */
static const struct fault *draw_papers(struct req *rq, struct ui *ui, const struct row *child, const char *pupil)
{
	if (*row_text(child, MEETING_CHILD_WHY)) {
		ui_heading(ui, "What it is about");
		ui_prose(ui, row_text(child, MEETING_CHILD_WHY));
	}
	for (size_t i = 0; i < sizeof PAPERS / sizeof *PAPERS; i++)
		TRY(draw_paper(rq, ui, &PAPERS[i], pupil));
	journal_note(rq->act, "read", "meeting_child", row_id(child), pupil, "papers");
	return NULL;
}

static void draw_agenda(struct ui *ui, const struct gathering *g)
{
	ui_small(ui, "Drawn from the record as it stands now and as you may read it. Private: hand it back or shred it.");
	if (!*row_text(g->row, MEETING_AGENDA))
		return;
	ui_heading(ui, "Agenda");
	ui_prose(ui, row_text(g->row, MEETING_AGENDA));
}

const struct fault *papers_page(struct req *rq, struct ui *ui)
{
	struct gathering g;
	struct about who;
	struct row *child;

	TRY(gathering_read(rq, &g));
	TRY(child_at(rq, &g, rq_arg(rq, "child"), &child, &who));
	ui->shell.title = "Papers for a meeting";
	ui_title(ui, who.line, arena_printf(rq->a, "Papers: %s", g.title), g.when);
	draw_agenda(ui, &g);
	return draw_papers(rq, ui, child, who.id);
}

const struct fault *papers_all(struct req *rq, struct ui *ui)
{
	struct gathering g;

	TRY(gathering_read(rq, &g));
	ui->shell.title = "Papers for a meeting";
	ui_title(ui, NULL, arena_printf(rq->a, "Papers: %s", g.title), g.when);
	draw_agenda(ui, &g);
	for (int i = 0; i < g.children.rows; i++) {
		const char *name = about_name(rq->a, found_text(&g.children, i, Q_MEETING_CHILDREN_KNOWN_AS),
			found_text(&g.children, i, Q_MEETING_CHILDREN_KNOWN_SURNAME));
		struct row *child;

		TRY(record_get(rq->act, &MEETING_CHILD, found_text(&g.children, i, Q_MEETING_CHILDREN_ROW), &child));
		buf_add(&ui->out, "<section class=\"os-sheet\">");
		ui_panel(ui, &(struct ui_panel){ .title = arena_printf(rq->a, "%s %s", name, found_text(&g.children, i,
			Q_MEETING_CHILDREN_FORM)), .count = -1 });
		TRY(draw_papers(rq, ui, child, found_text(&g.children, i, Q_MEETING_CHILDREN_PUPIL)));
		ui_panel_end(ui);
		buf_add(&ui->out, "</section>");
	}
	return NULL;
}
