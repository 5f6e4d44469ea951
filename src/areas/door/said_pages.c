/* said_pages.c - what a parent, the child or a professional said for themselves, as staff read it: the newest on the child's page,
 * all of it on a page of its own, in their words. */
#include <string.h>

#include "areas/door/pages.h"
#include "base/text.h"

enum { SHOWN = 2, EXCERPT = 160, CAME = 5, CAME_DAYS = 14 };

static const int ANSWERS[] = { VIEWS_WELL, VIEWS_HARD, VIEWS_HELPS, VIEWS_OTHER };
enum { ANSWER_COUNT = sizeof ANSWERS / sizeof *ANSWERS };

static const char *who_said(struct arena *a, const struct row *v)
{
	const char *name = row_text(v, VIEWS_NAME), *kind = row_show(a, v, VIEWS_KIND);

	return row_has(v, VIEWS_NAME) && *name ? arena_printf(a, "%s (%s)", name, kind) : kind;
}

const struct fault *said_page(struct req *rq, struct ui *ui)
{
	struct rows rows;

	TRY(record_list(rq->act, &VIEWS, &(struct ask){ .pupil = row_id(rq->pupil), .limit = 100 }, &rows));
	door_crumbs(rq, rq->pupil, false);
	ui->shell.title = "What they said";
	ui->shell.scale = UI_READ;
	ui_title(ui, door_child(rq->a, rq->pupil), "What they said", "In their own words, newest first.");
	if (rq_may(rq, &LINK, RIGHT_ADD))
		ui_button_link(ui, UI_SECONDARY, "Ask somebody by a link", arena_printf(rq->a, "/pupils/%s/links/new?task=views",
			row_id(rq->pupil)));
	if (!rows.count)
		ui_empty(ui, "Nobody has been asked yet, or nobody has answered.", NULL, NULL);
	for (int i = 0; i < rows.count; i++) {
		const struct row *v = rows.row[i];

		ui_heading(ui, arena_printf(rq->a, "%s, %s", who_said(rq->a, v), row_show(rq->a, v, VIEWS_ON)));
		ui_summary(ui);
		if (row_int(v, VIEWS_SCALE))
			ui_summary_row(ui, "How school is going", face_word((int)row_int(v, VIEWS_SCALE)), NULL, NULL);
		for (int k = 0; k < ANSWER_COUNT; k++)
			if (*row_text(v, ANSWERS[k]))
				ui_summary_row(ui, VIEWS.fields[ANSWERS[k]].label, row_text(v, ANSWERS[k]), NULL, NULL);
		ui_summary_end(ui);
	}
	return NULL;
}

/* The first thing they wrote, or the face they chose. */
static const char *first_words(struct arena *a, const struct row *v)
{
	for (int k = 0; k < ANSWER_COUNT; k++)
		if (*row_text(v, ANSWERS[k]))
			return text_shorten(a, row_text(v, ANSWERS[k]), EXCERPT);
	return arena_printf(a, "School is going: %s", face_word((int)row_int(v, VIEWS_SCALE)));
}

const struct fault *panel_said(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct rows rows;

	TRY(record_list(rq->act, &VIEWS, &(struct ask){ .pupil = row_id(rq->pupil), .limit = SHOWN }, &rows));
	if (!rows.count)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = "All of it",
		.href = arena_printf(rq->a, "/pupils/%s/said", row_id(rq->pupil)) });
	ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		ui_item(ui);
		buf_add_html(&ui->out, first_words(rq->a, rows.row[i]));
		ui_small(ui, arena_printf(rq->a, "%s, %s", who_said(rq->a, rows.row[i]),
			day_short(rq->a, row_day(rows.row[i], VIEWS_ON), rq->act->today)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* On the SENCO's home: what came back in the last fortnight, newest first, each leading to where it stands. */
const struct fault *panel_came(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct ask ask = { .where = { { LINK_USED, FROM_ON, day_iso(rq->a, rq->act->today - CAME_DAYS) } }, .order = "-used_at",
		.limit = CAME };
	struct rows rows;

	TRY(record_list(rq->act, &LINK, &ask, &rows));
	if (!rows.count)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = "All links", .href = "/links" });
	ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		const struct row *l = rows.row[i];
		const struct link_task *t = link_task_find(rq->web, row_text(l, LINK_TASK));
		const char *back = t && t->back ? link_path(rq->a, t->back, row_about(l), row_text(l, LINK_TARGET)) : "";

		ui_item(ui);
		ui_link_to(ui, row_text(l, LINK_NAME), *back && rq_leads(rq, back) ? back : arena_printf(rq->a, "/links/%s",
			row_id(l)));
		ui_small(ui, arena_printf(rq->a, "%s, %s", t ? t->label : "", day_short(rq->a, moment_day(row_text(l, LINK_USED)),
			rq->act->today)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}
