/* panels.c - advice on pages that are not ours: what waits for the SENCO, what an owner is to do, the child's tab and acts. */
#include <string.h>

#include "areas/referrals/pages.h"
#include "areas/referrals/queries.sql.h"

enum { SHOWN = 6 };

static const struct ui_column LINES[] = { { "Child", .width = 20 }, { "What", .phone = UI_BARE, .width = 45 },
	{ "By when", .phone = UI_BARE }, { "Next", .act = true }, { NULL } };

/* ---- those who keep it all in view ---- */

struct waiting { int column; const char *one, *many, *href; };

static const struct waiting WAITING[] = {
	{ Q_ADVICE_WAITING_UNDECIDED, "recommendation not decided", "recommendations not decided", "/advice#undecided" },
	{ Q_ADVICE_WAITING_UNWRITTEN, "report without recommendations written down", "reports without recommendations written down",
		"/advice#unwritten" },
	{ Q_ADVICE_WAITING_LATE, "action late", "actions late", "/advice#actions" },
	{ Q_ADVICE_WAITING_UNREVIEWED, "report not looked at this term", "reports not looked at this term", "/advice#unreviewed" },
	{ Q_ADVICE_WAITING_EXPECTED_LATE, "answer late", "answers late", "/advice#expected" },
	{ Q_ADVICE_WAITING_ASKED, "request from staff to send", "requests from staff to send", "/advice#expected" },
};
enum { WAITS = sizeof WAITING / sizeof *WAITING };

static const struct fault *draw_waiting(struct req *rq, struct ui *ui, const struct panel *p)
{
	bool any = false;
	struct found f;

	TRY(query_run(rq->act, &Q_ADVICE_WAITING, (const char *const[]){ day_iso(rq->a, rq->act->today), advice_term_from(rq) },
		&f));
	for (int i = 0; i < WAITS; i++)
		any = any || found_int(&f, 0, WAITING[i].column);
	if (!any)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = "All advice", .href = "/advice" });
	ui_items(ui);
	for (int i = 0; i < WAITS; i++) {
		int64_t n = found_int(&f, 0, WAITING[i].column);

		if (!n)
			continue;
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%lld %s", (long long)n, n == 1 ? WAITING[i].one : WAITING[i].many),
			WAITING[i].href);
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- those who do it ---- */

static const struct fault *draw_own(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *staff = rq->act->who->staff;
	struct rows texts;
	struct found f;

	if (!*staff)
		return NULL;
	TRY(open_actions(rq, staff, "", &f, &texts));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = f.rows, .id = "own-advice" });
	ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = LINES });
	if (f.rows > SHOWN)
		f.rows = SHOWN;
	action_rows(rq, ui, &f, &texts, true, false);
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- the child's page ---- */

static const struct fault *draw_child(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *href = arena_printf(rq->a, "/pupils/%s/advice", row_id(rq->pupil));
	struct rows texts;
	struct found f, progress;
	int64_t undecided = 0;

	TRY(open_actions(rq, "", row_id(rq->pupil), &f, &texts));
	TRY(query_run(rq->act, &Q_REPORT_PROGRESS, (const char *const[]){ row_id(rq->pupil) }, &progress));
	for (int i = 0; i < progress.rows; i++)
		undecided += found_int(&progress, i, Q_REPORT_PROGRESS_UNDECIDED);
	if (!f.rows && !undecided)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = "All", .href = href });
	ui_items(ui);
	if (undecided) {
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%lld recommendation%s not decided", (long long)undecided, undecided == 1 ? "" :
			"s"), href);
		ui_item_end(ui);
	}
	for (int i = 0; i < texts.count && i < 4; i++) {
		ui_item(ui);
		ui_link_to(ui, row_text(texts.row[i], ADVICE_ACTION_WHAT), arena_printf(rq->a, "/advice/actions/%s",
			row_id(texts.row[i])));
		buf_add(&ui->out, "<br>");
		ui_due_short(ui, row_day(texts.row[i], ADVICE_ACTION_DUE_ON));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct panel REFERRALS_PANELS[] = {
	{ "child", 330, &ADVICE_ACTION, RIGHT_READ, "Advice to act on", PANEL_THIRD, draw_child },
	{ "child-tabs", 350, &ADVICE_ACTION, RIGHT_READ, "Advice", .href = "/advice" },
	{ "child-acts", 450, &REFERRAL, RIGHT_ADD, "Ask for advice", .href = "/referrals/new" },
	{ "child-acts", 460, &ADVICE_REPORT, RIGHT_ADD, "Record a report", .href = "/advice/new" },
	{ "home-senco", 680, &RECOMMENDATION, RIGHT_EDIT, "Advice waiting", PANEL_RAIL, draw_waiting },
	{ "home-senco", 550, &ADVICE_ACTION, RIGHT_EDIT, "Advice: yours to do", PANEL_WHOLE, draw_own },
	{ "home-head", 450, &ADVICE_ACTION, RIGHT_EDIT, "Advice: yours to do", PANEL_WHOLE, draw_own },
	{ "home-lead", 450, &ADVICE_ACTION, RIGHT_EDIT, "Advice: yours to do", PANEL_WHOLE, draw_own },
	{ "home-teacher", 150, &ADVICE_ACTION, RIGHT_EDIT, "Advice: yours to do", PANEL_WHOLE, draw_own },
	{ "home-ta", 150, &ADVICE_ACTION, RIGHT_EDIT, "Advice: yours to do", PANEL_WHOLE, draw_own },
	{ "home-office", 150, &ADVICE_ACTION, RIGHT_EDIT, "Advice: yours to do", PANEL_WHOLE, draw_own },
	{ NULL },
};
