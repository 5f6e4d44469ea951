/* panels.c - meetings and contact on pages that are not ours: what is coming, what was agreed and is somebody's to do, which family
 * waits. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"

enum { SHOWN = 6, DAYS_AHEAD = 14 };

static const struct fault *draw_coming(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *staff = rq->act->who->staff;
	struct found f;

	if (!*staff)
		return NULL;
	TRY(query_run(rq->act, &Q_MEETINGS_BETWEEN, (const char *const[]){ day_iso(rq->a, rq->act->today),
		day_iso(rq->a, rq->act->today + DAYS_AHEAD), staff }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = p->width == PANEL_RAIL, .link = "All meetings",
		.href = "/meetings" });
	ui_items(ui);
	for (int i = 0; i < f.rows && i < SHOWN; i++) {
		ui_item(ui);
		ui_link_to(ui, choice_label(MEETING_KINDS, found_text(&f, i, Q_MEETINGS_BETWEEN_KIND)),
			arena_printf(rq->a, "/meetings/%s", found_text(&f, i, Q_MEETINGS_BETWEEN_MEETING)));
		buf_add(&ui->out, "<br>");
		ui_small(ui, meeting_when(rq->a, found_text(&f, i, Q_MEETINGS_BETWEEN_MEET_ON), found_text(&f, i,
			Q_MEETINGS_BETWEEN_AT)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

static const struct fault *draw_own(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column LINES[] = { { "Child", .width = 20 }, { "What", .phone = UI_BARE, .width = 42 }, { "Who",
		.phone = UI_BARE },
		{ "By when", .phone = UI_BARE }, { "Next", .act = true }, { NULL } };
	const char *staff = rq->act->who->staff;
	struct rows texts;
	struct found f;

	if (!*staff)
		return NULL;
	TRY(agreed_open(rq, staff, "", &f, &texts));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = f.rows, .id = "own-agreed" });
	ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = LINES });
	if (f.rows > SHOWN)
		f.rows = SHOWN;
	agreed_rows(rq, ui, &f, &texts, true);
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- contact that is due ---- */

static void due_item(struct req *rq, struct ui *ui, const char *pupil, const char *name, const char *words, day due)
{
	ui_item(ui);
	ui_link_to(ui, name, arena_printf(rq->a, record_ever(rq->act, &CONTACT_LOG, RIGHT_ADD) ? "/pupils/%s/contact/new" :
		"/pupils/%s", pupil));
	buf_add_html(&ui->out, arena_printf(rq->a, " %s ", words));
	ui_due_short(ui, due);
	ui_item_end(ui);
}

static const struct fault *draw_contact(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *staff = rq->act->who->staff, *today = day_iso(rq->a, rq->act->today);
	struct found f, promised;
	int n = 0;

	if (!*staff)
		return NULL;
	TRY(query_run(rq->act, &Q_CASELOADS, (const char *const[]){ today, staff }, &f));
	TRY(query_run(rq->act, &Q_FOLLOW_UPS, (const char *const[]){ today, staff }, &promised));
	for (int i = 0; i < promised.rows && n < SHOWN; i++) {
		if (!n++) {
			ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1 });
			ui_items(ui);
		}
		due_item(rq, ui, found_text(&promised, i, Q_FOLLOW_UPS_PUPIL), about_name(rq->a, found_text(&promised, i,
			Q_FOLLOW_UPS_KNOWN_AS),
			found_text(&promised, i, Q_FOLLOW_UPS_KNOWN_SURNAME)), "speak again", day_parse(found_text(&promised, i,
				Q_FOLLOW_UPS_FOLLOW_UP_ON)));
	}
	for (int i = 0; i < f.rows && n < 2 * SHOWN; i++) {
		day due = contact_due(&f, i);

		if (due == DAY_NONE || due > rq->act->today + 3)
			continue;
		if (!n++) {
			ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1 });
			ui_items(ui);
		}
		due_item(rq, ui, found_text(&f, i, Q_CASELOADS_PUPIL), about_name(rq->a, found_text(&f, i, Q_CASELOADS_KNOWN_AS),
			found_text(&f, i, Q_CASELOADS_KNOWN_SURNAME)), choice_label(CONTACT_CHANNELS, found_text(&f, i,
				Q_CASELOADS_CHANNEL)), due);
	}
	if (n) {
		ui_items_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

/* For those who see to it that others are in touch: a number that opens the list. */
static const struct fault *draw_late(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;
	int late = 0;

	TRY(query_run(rq->act, &Q_CASELOADS, (const char *const[]){ day_iso(rq->a, rq->act->today), "" }, &f));
	for (int i = 0; i < f.rows; i++) {
		day due = contact_due(&f, i);

		late += due != DAY_NONE && due < rq->act->today;
	}
	if (!late)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true });
	ui_link_to(ui, arena_printf(rq->a, "%d %s longer than planned", late, late == 1 ? "family waits" : "families wait"),
		"/caseloads");
	ui_panel_end(ui);
	return NULL;
}

static const struct fault *draw_child(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct rows texts;
	struct found f;

	TRY(agreed_open(rq, "", row_id(rq->pupil), &f, &texts));
	if (!texts.count)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = "Meetings",
		.href = arena_printf(rq->a, "/pupils/%s/meetings", row_id(rq->pupil)) });
	ui_items(ui);
	for (int i = 0; i < texts.count && i < SHOWN; i++) {
		ui_item(ui);
		ui_link_to(ui, row_text(texts.row[i], MEETING_ACTION_WHAT), arena_printf(rq->a, "/meetings/actions/%s",
			row_id(texts.row[i])));
		buf_add(&ui->out, "<br>");
		ui_due_short(ui, row_day(texts.row[i], MEETING_ACTION_DUE_ON));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct panel MEETINGS_PANELS[] = {
	{ "child", 340, &MEETING_ACTION, RIGHT_READ, "Agreed in meetings", PANEL_THIRD, draw_child },
	{ "child-acts", 160, &CONTACT_LOG, RIGHT_ADD, "Write down a contact", .href = "/contact/new" },
	{ "child-acts", 420, &MEETING_CHILD, RIGHT_ADD, "Speak of at students of concern", .href = "/concern" },
	{ "home-senco", 610, &MEETING, RIGHT_READ, "Your meetings", PANEL_RAIL, draw_coming },
	{ "home-senco", 560, &MEETING_ACTION, RIGHT_EDIT, "Agreed: yours to do", PANEL_WHOLE, draw_own },
	{ "home-senco", 820, &CONTACT_PLAN, RIGHT_ADD, "Contact with families", PANEL_RAIL, draw_late },
	{ "home-head", 460, &MEETING_ACTION, RIGHT_EDIT, "Agreed: yours to do", PANEL_WHOLE, draw_own },
	{ "home-head", 510, &MEETING, RIGHT_READ, "Your meetings", PANEL_RAIL, draw_coming },
	{ "home-lead", 460, &MEETING_ACTION, RIGHT_EDIT, "Agreed: yours to do", PANEL_WHOLE, draw_own },
	{ "home-lead", 510, &MEETING, RIGHT_READ, "Your meetings", PANEL_RAIL, draw_coming },
	{ "home-teacher", 160, &MEETING_ACTION, RIGHT_EDIT, "Agreed: yours to do", PANEL_WHOLE, draw_own },
	{ "home-teacher", 170, &MEETING, RIGHT_READ, "Your meetings", PANEL_WHOLE, draw_coming },
	{ "home-teacher", 180, &CONTACT_LOG, RIGHT_ADD, "Contact with home", PANEL_WHOLE, draw_contact },
	{ "home-ta", 160, &MEETING_ACTION, RIGHT_EDIT, "Agreed: yours to do", PANEL_WHOLE, draw_own },
	{ "home-ta", 170, &MEETING, RIGHT_READ, "Your meetings", PANEL_WHOLE, draw_coming },
	{ "home-ta", 180, &CONTACT_LOG, RIGHT_ADD, "Contact with home", PANEL_WHOLE, draw_contact },
	{ "home-office", 160, &MEETING_ACTION, RIGHT_EDIT, "Agreed: yours to do", PANEL_WHOLE, draw_own },
	{ NULL },
};
