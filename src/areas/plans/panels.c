/* panels.c - what plans put on the child's page and the homes. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "areas/plans/queries.sql.h"

enum { SHOWN = 6, SOON = 14 };

/* ---- the child's page: targets now, each with its line ---- */

/* A cycle that is begun is said before its first target is written; a profile has none. */
static const struct fault *without_targets(struct req *rq, const struct rows *plans, struct cycle *c)
{
	struct row *type;

	for (int i = 0; i < plans->count && !c->plan && record_ever(rq->act, &PLAN_TYPE, RIGHT_READ); i++) {
		TRY(record_get(rq->act, &PLAN_TYPE, row_text(plans->row[i], PLAN_TYPE_REF), &type));
		if (row_int(type, PLAN_TYPE_STEPS))
			c->plan = plans->row[i];
	}
	return NULL;
}

static const struct fault *running(struct req *rq, struct cycle *c)
{
	struct buf ids = buf_new(rq->a);
	struct rows plans;

	*c = (struct cycle){ .who = { .id = row_id(rq->pupil) } };
	TRY(record_list(rq->act, &PLAN, &(struct ask){ .pupil = c->who.id, .where = { { PLAN_STATE, ANY_OF,
		"assess plan do review" } }, .clear_only = true,
		.order = "-number" }, &plans));
	for (int i = 0; i < plans.count; i++)
		buf_printf(&ids, "%s%s", i ? " " : "", row_id(plans.row[i]));
	if (!plans.count)
		return NULL;
	TRY(record_list(rq->act, &TARGET, &(struct ask){ .pupil = c->who.id, .where = { { TARGET_PLAN, ANY_OF,
		buf_text(&ids) } }, .order = "number" }, &c->targets));
	if (!c->targets.count)
		return without_targets(rq, &plans, c);
	for (int i = 0; i < plans.count; i++)
		if (strcmp(row_id(plans.row[i]), row_text(c->targets.row[0], TARGET_PLAN)) == 0)
			c->plan = plans.row[i];
	return record_list(rq->act, &PROGRESS, &(struct ask){ .pupil = c->who.id, .order = "on_day", .limit = 2000,
		.clear_only = true }, &c->points);
}

const struct fault *panel_child_targets(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *href;
	struct cycle c;

	TRY(running(rq, &c));
	if (!c.plan)
		return NULL;
	href = arena_printf(rq->a, "/plans/%s", row_id(c.plan));
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = *row_text(c.plan, PLAN_NUMBER) ?
		arena_printf(rq->a, "Cycle %s", row_text(c.plan, PLAN_NUMBER)) : "The plan", .href = href });
	if (!c.targets.count)
		ui_empty(ui, "A plan is begun and has no target yet.", "Open it", href);
	part_list_begin(ui);
	for (int i = 0; i < c.targets.count && i < SHOWN; i++)
		part_target_line(ui, &c, c.targets.row[i], arena_printf(rq->a, "%s?step=do#t-%s", href, row_id(c.targets.row[i])));
	part_list_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- the homes ---- */

static const char *listed(struct arena *a, const char *known, const char *surname, const char *form)
{
	return arena_printf(a, "%s%s%s%s%s", surname, *surname && *known ? ", " : "", known, *form ? " · " : "", form);
}

static const struct fault *due_list(struct req *rq, struct ui *ui, const struct panel *p, const char *link)
{
	struct found f;

	TRY(query_run(rq->act, &Q_PLANS_TO_REVIEW, (const char *const[]){ day_iso(rq->a, rq->act->today + SOON) }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = f.rows, .link = link, .href = "/plans/review" });
	ui_items(ui);
	for (int i = 0; i < f.rows && i < SHOWN; i++) {
		ui_item(ui);
		ui_link_to(ui, listed(rq->a, found_text(&f, i, Q_PLANS_TO_REVIEW_KNOWN_AS),
			found_text(&f, i, Q_PLANS_TO_REVIEW_KNOWN_SURNAME), found_text(&f, i, Q_PLANS_TO_REVIEW_FORM)),
			arena_printf(rq->a, "/plans/%s?step=review",
				found_text(&f, i, Q_PLANS_TO_REVIEW_PLAN)));
		buf_add(&ui->out, " ");
		ui_due_short(ui, day_parse(found_text(&f, i, Q_PLANS_TO_REVIEW_REVIEW_ON)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *panel_to_review(struct req *rq, struct ui *ui, const struct panel *p)
{
	return due_list(rq, ui, p, "Review together");
}

const struct fault *panel_to_write(struct req *rq, struct ui *ui, const struct panel *p)
{
	return due_list(rq, ui, p, "Write them together");
}

const struct fault *panel_without(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;

	TRY(query_run(rq->act, &Q_PLANS_WANTING, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = f.rows });
	ui_items(ui);
	for (int i = 0; i < f.rows && i < SHOWN; i++) {
		ui_item(ui);
		ui_link_to(ui, listed(rq->a, found_text(&f, i, Q_PLANS_WANTING_KNOWN_AS),
			found_text(&f, i, Q_PLANS_WANTING_KNOWN_SURNAME), found_text(&f, i, Q_PLANS_WANTING_FORM)),
			arena_printf(rq->a, "/pupils/%s/plans", found_text(&f, i, Q_PLANS_WANTING_PUPIL)));
		ui_item_end(ui);
	}
	if (f.rows > SHOWN) {
		ui_item(ui);
		buf_add_html(&ui->out, arena_printf(rq->a, "and %d more", f.rows - SHOWN));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- plans whose child left, or becomes a young person ---- */

static void decide_line(struct ui *ui, const char *name, const char *href, const char *why)
{
	ui_item(ui);
	ui_link_to(ui, name, href);
	ui_small(ui, why);
	ui_item_end(ui);
}

/* Those who become young people within the half year, or did in the last. */
static const struct fault *grown_lines(struct req *rq, struct ui *ui, const struct found *f, bool count, int *n)
{
	enum { SOON_GROWN = 183, GROWN_SINCE = 183 };

	for (int i = 0; i < f->rows && *n < SHOWN; i++) {
		day on;

		TRY(plan_grown_on(rq, found_text(f, i, Q_PLANS_GROWN_DOB), &on));
		if (on == DAY_NONE || on > rq->act->today + SOON_GROWN || on < rq->act->today - GROWN_SINCE)
			continue;
		(*n)++;
		if (!count)
			decide_line(ui, listed(rq->a, found_text(f, i, Q_PLANS_GROWN_KNOWN_AS), found_text(f, i,
				Q_PLANS_GROWN_KNOWN_SURNAME), ""), arena_printf(rq->a, "/plans/%s", found_text(f, i,
				Q_PLANS_GROWN_PLAN)), arena_printf(rq->a, "%s a young person on %s: ask them first",
				on <= rq->act->today ? "became" : "becomes", day_long(rq->a, on)));
	}
	return NULL;
}

const struct fault *panel_decide(struct req *rq, struct ui *ui, const struct panel *p)
{
	enum { FIFTEEN = 15 * 365 };
	struct found left, grown;
	int n = 0, shown = 0;

	TRY(query_run(rq->act, &Q_PLANS_LEFT, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &left));
	TRY(query_run(rq->act, &Q_PLANS_GROWN, (const char *const[]){ day_iso(rq->a, rq->act->today - FIFTEEN) }, &grown));
	TRY(grown_lines(rq, ui, &grown, true, &n));
	if (!left.rows && !n)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = left.rows + n });
	ui_items(ui);
	for (int i = 0; i < left.rows && i < SHOWN; i++)
		decide_line(ui, listed(rq->a, found_text(&left, i, Q_PLANS_LEFT_KNOWN_AS), found_text(&left, i,
			Q_PLANS_LEFT_KNOWN_SURNAME), ""), arena_printf(rq->a, "/plans/%s", found_text(&left, i, Q_PLANS_LEFT_PLAN)),
			arena_printf(rq->a, "left on %s: end the plan, and send the story with the file",
			day_long(rq->a, day_parse(found_text(&left, i, Q_PLANS_LEFT_LEFT_ON)))));
	TRY(grown_lines(rq, ui, &grown, false, &shown));
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct panel PLANS_PANELS[] = {
	{ "child", 350, &TARGET, RIGHT_READ, "Targets now", PANEL_WHOLE, panel_child_targets },
	{ "child-tabs", 250, &PLAN, RIGHT_READ, "Plans", .href = "/plans" },
	{ "child-acts", 150, &STRATEGY_BANK, RIGHT_EDIT, "Begin a plan", .href = "/plans/new" },
	{ "home-acts", 250, &STRATEGY_BANK, RIGHT_EDIT, "Review plans together", .href = "/plans/review" },
	{ "home-senco", 720, &PLAN, RIGHT_EDIT, "Cycles to review", PANEL_RAIL, panel_to_review },
	{ "home-senco", 740, &PLAN, RIGHT_EDIT, "On SEN Support without a plan", PANEL_RAIL, panel_without },
	{ "home-senco", 730, &PLAN, RIGHT_EDIT, "Plans to decide on", PANEL_RAIL, panel_decide },
	{ "home-teacher", 250, &TARGET_REVIEW, RIGHT_ADD, "Reviews to write", PANEL_WHOLE, panel_to_write },
	{ NULL },
};
