/* child_panels.c - the panels of the child's page, its tabs and its acts. In the order of one glance: what helps, what is due, what
 * goes well and what is hard; then the support, the latest, and who can see it. Not here: the strip above them (child.c). */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/text.h"
#include "reports/area.h"
#include "reports/child.h"
#include "reports/child_story.h"
#include "reports/home.h"
#include "reports/queries.sql.h"

enum { LINES = 7, LATEST = 6 };

/* A page made for adding this type, if some area has one. */
static const char *own_page(const struct record *r)
{
	return r == &NOTE ? "/notes/new" : r == &PARENT_MEETING ? "/meetings/new" : r == &DOCUMENT ? "/documents/new" :
		r == &NEED ? "/needs/new" : r == &STRENGTH ? "/strengths/new" : r == &STRATEGY ? "/strategies/new" :
		r == &ASSESSMENT ? "/assessments/new" : NULL;
}

const char *child_add(struct req *rq, const struct child *c, const struct record *r)
{
	const char *own = own_page(r), *href = own ? arena_printf(rq->a, "%s%s", c->base, own) : NULL;

	if (!rq_may(rq, r, RIGHT_ADD))
		return NULL;
	return href && rq_leads(rq, href) ? href : arena_printf(rq->a, "%s/records/%s/new", c->base, r->name);
}

/* ---- what helps ---- */

static int strategy_lines(struct req *rq, struct buf *b, const struct child *c, const char *kind, const char *prefix, int room)
{
	int n = 0;

	for (int i = child_fact(c, "strategy", 0); i >= 0; i = child_fact(c, "strategy", i + 1)) {
		if (strcmp(child_text(c, i, Q_CHILD_FACTS_CODE), kind) != 0)
			continue;
		if (n++ >= room)
			continue;
		buf_add(b, b->len ? "\n" : "");
		buf_add(b, arena_printf(rq->a, "%s%s", prefix, child_text(c, i, Q_CHILD_FACTS_DETAIL)));
	}
	return n;
}

static const struct fault *draw_helps(struct req *rq, struct ui *ui, const struct panel *p)
{
	const struct child *c = rq->prepared;
	struct buf b = buf_new(rq->a);
	int n = strategy_lines(rq, &b, c, "helps", "", LINES - 2);
	const char *add, *all = arena_printf(rq->a, "%s/needs", c->base);

	n += strategy_lines(rq, &b, c, "avoid", "Avoid: ", 2);
	n += strategy_lines(rq, &b, c, "calms", "Calms: ", 1);
	n += strategy_lines(rq, &b, c, "trigger", "Watch for: ", 1);
	add = n ? NULL : child_add(rq, c, &STRATEGY);
	if (!n && !add)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = n && rq_leads(rq, all) ? "All" : NULL,
		.href = all });
	if (n)
		ui_bullets(ui, buf_text(&b));
	else
		ui_empty(ui, arena_printf(rq->a, "Nothing yet. Write it with %s.", c->first), "Write what helps", add);
	ui_panel_end(ui);
	return NULL;
}

/* ---- what is due ---- */

static void due_item(struct req *rq, struct ui *ui, const struct row *due)
{
	const char *why = arena_printf(rq->a, "/dues/%s", row_id(due)), *words, *href;

	due_act(rq, &(struct due_asks){ row_id(due), row_about(due), row_text(due, DUE_CLOCK), row_text(due, DUE_SOURCE),
		row_text(due, DUE_SOURCE_ID) }, &words, &href);
	ui_item(ui);
	ui_para(ui, row_text(due, DUE_TITLE));
	if (rq_leads(rq, why))
		ui_due_why(ui, row_day(due, DUE_DUE), why);
	else
		ui_due(ui, row_day(due, DUE_DUE));
	if (strcmp(words, "Open") != 0 && rq_leads(rq, href)) {
		due_link(ui, words, href);
	}
	ui_item_end(ui);
}

static const struct fault *draw_due(struct req *rq, struct ui *ui, const struct panel *p)
{
	const struct child *c = rq->prepared;
	struct rows dues;

	TRY(record_list(rq->act, &DUE, &(struct ask){ .where = { { DUE_MET_ON, EMPTY, NULL }, { DUE_DUE, FILLED, NULL } },
		.pupil = c->id, .limit = 5 }, &dues));
	if (!dues.count && child_fact(c, "status", 0) < 0)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = dues.count ? "All dates" : NULL,
		.href = arena_printf(rq->a, "%s/dates", c->base) });
	if (!dues.count)
		ui_empty(ui, "Nothing due. Dates come here when a rule or a review sets them.", NULL, NULL);
	else
		ui_items(ui);
	for (int i = 0; i < dues.count && i < 4; i++)
		due_item(rq, ui, dues.row[i]);
	if (dues.count)
		ui_items_end(ui);
	if (dues.count > 4)
		ui_link_to(ui, "More dates", arena_printf(rq->a, "%s/dates", c->base));
	ui_panel_end(ui);
	return NULL;
}

/* ---- strengths, then needs ---- */

static const struct fault *draw_needs(struct req *rq, struct ui *ui, const struct panel *p)
{
	const struct child *c = rq->prepared;
	struct buf well = buf_new(rq->a), hard = buf_new(rq->a);
	int n = 0;

	for (int i = child_fact(c, "strength", 0); i >= 0 && n < 4; i = child_fact(c, "strength", i + 1), n++)
		buf_printf(&well, "%s%s", n ? "\n" : "", child_text(c, i, Q_CHILD_FACTS_CODE));
	n = 0;
	for (int i = child_fact(c, "need", 0); i >= 0 && n < 4; i = child_fact(c, "need", i + 1), n++)
		buf_printf(&hard, "%s%s, since %s", n ? "; " : "", choice_label(NEED_TYPES, child_text(c, i, Q_CHILD_FACTS_CODE)),
			day_short(rq->a, day_parse(child_text(c, i, Q_CHILD_FACTS_SINCE)), rq->act->today));
	if (!well.len && !hard.len && !rq_may(rq, &NEED, RIGHT_ADD))
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = "All", .href = arena_printf(rq->a, "%s/needs",
		c->base) });
	if (well.len)
		ui_bullets(ui, buf_text(&well));
	if (hard.len)
		child_label_line(ui, "Finds hard:", buf_text(&hard));
	if (!well.len && !hard.len)
		ui_empty(ui, "Nothing recorded yet.", "Record a need", child_add(rq, c, &NEED));
	ui_panel_end(ui);
	return NULL;
}

/* ---- support this term ---- */

static const char *how_often(struct req *rq, const struct found *f, int i)
{
	struct buf b = buf_new(rq->a);
	const char *who = found_text(f, i, Q_CHILD_SUPPORT_WHO), *words = found_text(f, i, Q_CHILD_SUPPORT_WORDS);
	int64_t sessions = found_int(f, i, Q_CHILD_SUPPORT_SESSIONS), minutes = found_int(f, i, Q_CHILD_SUPPORT_MINUTES);
	int64_t group = found_int(f, i, Q_CHILD_SUPPORT_GROUP_SIZE);

	buf_add(&b, *who ? who : words);
	if (sessions && minutes)
		buf_printf(&b, "%s%lld × %lld minutes a week", b.len ? " · " : "", (long long)sessions, (long long)minutes);
	else if (sessions)
		buf_printf(&b, "%s%lld a week", b.len ? " · " : "", (long long)sessions);
	if (group == 1)
		buf_printf(&b, "%salone", b.len ? " · " : "");
	else if (group)
		buf_printf(&b, "%sgroup of %lld", b.len ? " · " : "", (long long)group);
	return buf_text(&b);
}

static const struct fault *draw_support(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "What" }, { "Who and how often", .phone = UI_BARE }, { "Until" }, { NULL } };
	const struct child *c = rq->prepared;
	const char *add;
	struct found f;

	TRY(query_run(rq->act, &Q_CHILD_SUPPORT, (const char *const[]){ c->id, day_iso(rq->a, rq->act->today) }, &f));
	add = f.rows ? NULL : child_add(rq, c, &PROVISION_LINE);
	if (!f.rows && !add)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = "All support",
		.href = arena_printf(rq->a, "%s/support", c->base) });
	if (f.rows)
		ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS });
	for (int i = 0; i < f.rows && i < LINES; i++) {
		day until = day_parse(found_text(&f, i, Q_CHILD_SUPPORT_UNTIL));

		ui_row(ui);
		ui_cell(ui, found_text(&f, i, Q_CHILD_SUPPORT_NAME));
		ui_cell(ui, how_often(rq, &f, i));
		ui_cell(ui, until == DAY_NONE ? "" : day_short(rq->a, until, rq->act->today));
		ui_row_end(ui);
	}
	if (f.rows)
		ui_table_end(ui);
	else
		ui_empty(ui, "No support beyond ordinary teaching is recorded.", "Add support", add);
	ui_panel_end(ui);
	return NULL;
}

/* ---- the latest ---- */

static const char *day_is(struct req *rq, const char *when)
{
	day on = strlen(when) > 10 ? moment_day(when) : day_parse(when);

	return on == rq->act->today ? "Today" : day_long(rq->a, on);
}

static const struct fault *draw_latest(struct req *rq, struct ui *ui, const struct panel *p)
{
	const struct child *c = rq->prepared;
	struct events events;
	int shown = 0;

	TRY(record_story(rq->act, c->id, NULL, rq->act->today, LATEST + 4, 0, &events));
	for (int i = 0; i < events.count && shown < LATEST; i++) {
		const struct event *e = &events.list[i];

		if (e->record == &DUE)
			continue;
		if (!shown++) {
			ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = "Timeline",
				.href = arena_printf(rq->a, "%s/timeline", c->base) });
			ui_items(ui);
		}
		ui_item(ui);
		child_latest_line(ui, day_is(rq, e->when), text_shorten(rq->a, child_event_words(rq->a, e), 140));
		ui_item_end(ui);
	}
	if (shown) {
		ui_items_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

const struct panel CHILD_PANELS[] = {
	{ "child", 100, &STRATEGY, RIGHT_READ, "What helps", PANEL_THIRD, draw_helps },
	{ "child", 200, &DUE, RIGHT_READ, "Due next", PANEL_THIRD, draw_due },
	{ "child", 300, &NEED, RIGHT_READ, "Strengths and needs", PANEL_THIRD, draw_needs },
	{ "child", 400, &PROVISION_LINE, RIGHT_READ, "Support now", PANEL_HALF, draw_support },
	{ "child", 500, NULL, RIGHT_READ, "Latest", PANEL_HALF, draw_latest },
	{ "child", 900, &ROLE_HELD, RIGHT_READ, "Who can see this child, and why", PANEL_WHOLE, child_who_panel },

	{ "child-acts", 100, &NOTE, RIGHT_ADD, "Add a note", .href = "/notes/new" },
	{ "child-acts", 200, &PARENT_MEETING, RIGHT_ADD, "Record a meeting with parents", .href = "/meetings/new" },
	{ "child-acts", 300, &REGISTER_STATUS, RIGHT_ADD, "Put on the register", .href = "/register/enter" },
	{ "child-acts", 310, &REGISTER_STATUS, RIGHT_ADD, "Change status", .href = "/register/change" },
	{ "child-acts", 320, &REGISTER_STATUS, RIGHT_ADD, "Take off the register", .href = "/register/leave" },
	{ "child-acts", 400, &WATCH, RIGHT_ADD, "Watch", .href = "/watch/new" },
	{ "child-acts", 500, &DOCUMENT, RIGHT_ADD, "Add a document", .href = "/documents/new" },

	{ "child-tabs", 100, NULL, RIGHT_READ, "Overview", .href = "" },
	{ "child-tabs", 200, &NEED, RIGHT_READ, "Needs and strengths", .href = "/needs" },
	{ "child-tabs", 300, &PROVISION_LINE, RIGHT_READ, "Support", .href = "/support" },
	{ "child-tabs", 400, &ASSESSMENT, RIGHT_READ, "Assessments", .href = "/assessments" },
	{ "child-tabs", 500, &CONTACT, RIGHT_READ, "People", .href = "/people" },
	{ "child-tabs", 600, &PARENT_MEETING, RIGHT_READ, "Meetings", .href = "/meetings" },
	{ "child-tabs", 700, &DOCUMENT, RIGHT_READ, "Documents", .href = "/documents" },
	{ "child-tabs", 800, &DUE, RIGHT_READ, "Dates", .href = "/dates" },
	{ "child-tabs", 900, NULL, RIGHT_READ, "Timeline", .href = "/timeline" },
	{ "child-tabs", 1000, NULL, RIGHT_READ, "History", .href = "/history" },
	{ "child-tabs", 1100, &ROLE_HELD, RIGHT_READ, "Who can see", .href = "/who" },
	{ NULL },
};
