/* home.c - the first page after signing in: what needs this person, by the role in view. It is a head, a row of counts and panels;
 * what stands in a panel is the panel's own. A role nobody has drawn a home for gets the date and what the school has for it. */
#include "reports/home.h"

#include <string.h>

#include "areas/accounts/area.h"
#include "areas/intake/area.h"
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "reports/area.h"
#include "reports/home.tmpl.h"
#include "reports/queries.sql.h"

struct home_kind { const char *roles, *place, *title; enum ui_scale scale; bool first_day; };

static const struct home_kind KINDS[] = {
	{ "senco asst_senco dt regional", "home-senco", NULL, UI_WORK, true },
	{ "head slt", "home-head", NULL, UI_WORK, true },
	{ "dsl pp_lead hoy exams", "home-lead", NULL, UI_WORK, false },
	{ "teacher", "home-teacher", "My classes", UI_PHONE, false },
	{ "ta", "home-ta", "My children", UI_PHONE, false },
	{ "office", "home-office", NULL, UI_WORK, true },
	{ "governor", "home-governor", "SEND in numbers", UI_READ, false },
	{ "it", "home-it", "What needs you", UI_READ, false },
	{ "auditor", "home-auditor", "How it is kept", UI_READ, false },
	{ "", "home-others", NULL, UI_READ, false },
};

static bool listed(const char *roles, const char *role)
{
	const char *at = *role ? strstr(roles, role) : NULL;
	size_t n = strlen(role);

	return at && (at == roles || at[-1] == ' ') && (at[n] == ' ' || !at[n]);
}

static const struct home_kind *kind_of(const struct req *rq)
{
	const struct home_kind *k = KINDS;

	while (*k->roles && !listed(k->roles, rq_role(rq)))
		k++;
	return k;
}

static const char *weekday(day d)
{
	static const char *const NAMES[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

	return NAMES[day_week(d)];
}

static void draw_counts(struct ui *ui, const struct home *h)
{
	struct ui_link l[6];
	int n = 0;

	if (h->overdue)
		l[n++] = (struct ui_link){ .label = "overdue", .href = "#overdue", .count = (int)h->overdue };
	if (h->week)
		l[n++] = (struct ui_link){ .label = "due this week", .href = "#week", .count = (int)h->week };
	if (h->new)
		l[n++] = (struct ui_link){ .label = "new", .href = "#new", .count = (int)h->new };
	if (h->changed)
		l[n++] = (struct ui_link){ .label = "changed", .href = "#changed", .count = (int)h->changed };
	if (h->stuck)
		l[n++] = (struct ui_link){ .label = "stuck", .href = "#stuck", .count = (int)h->stuck };
	l[n] = (struct ui_link){ .label = NULL };
	if (n)
		ui_jump(ui, l);
}

static const struct fault *draw_head(struct req *rq, struct ui *ui, const struct home_kind *k)
{
	const char *date = arena_printf(rq->a, "%s %s", weekday(rq->act->today), day_long(rq->a, rq->act->today)), *lede;
	const struct ui_link *acts = panels_links(rq, "home-acts", "", NULL);
	bool wide = k->scale == UI_WORK;

	TRY(home_year_words(rq, &lede));
	if (k->title)
		lede = arena_printf(rq->a, "%s%s%s", date, lede && *lede ? ". " : "", lede ? lede : "");
	ui_head(ui, k->title ? k->title : date, lede && *lede ? lede : NULL);
	for (int i = 0; wide && acts[i].label; i++)
		ui_button_link(ui, i ? UI_SECONDARY : UI_PRIMARY, acts[i].label, acts[i].href);
	ui_head_end(ui);
	return NULL;
}

const struct fault *home_page(struct req *rq, struct ui *ui)
{
	const struct home_kind *k = kind_of(rq);
	struct home *h = arena_alloc(rq->a, sizeof *h);
	struct html panels;
	bool first = false;
	size_t from;

	if (k->first_day)
		TRY(home_first_day(rq, ui, h, &first));
	if (first)
		return NULL;
	rq->prepared = h;
	ui->shell.title = k->title ? k->title : "Home";
	ui->shell.scale = k->scale;
	TRY(draw_head(rq, ui, k));
	from = ui->out.len;
	TRY(panels_draw(rq, ui, k->place));
	panels = ui_take(ui, from);
	draw_counts(ui, h);
	ui_raw(ui, panels);
	return NULL;
}

/* ---- one of its lists by itself ---- */

static const struct { const char *name; struct panel panel; } LISTS[] = {
	{ "overdue", { "home-list", 0, &DUE, RIGHT_READ, "Overdue", PANEL_WHOLE, home_overdue, NULL } },
	{ "week", { "home-list", 0, &DUE, RIGHT_READ, "Due this week", PANEL_WHOLE, home_week, NULL } },
	{ "new", { "home-list", 0, &REGISTER_STATUS, RIGHT_READ, "New in the last 7 days", PANEL_WHOLE, home_new, NULL } },
	{ "changed", { "home-list", 0, &REGISTER_STATUS, RIGHT_READ, "Changed in the last 7 days", PANEL_WHOLE, home_changed,
		NULL } },
	{ "stuck", { "home-list", 0, &REGISTER_STATUS, RIGHT_EDIT, "Stuck", PANEL_WHOLE, home_stuck, NULL } },
};

const struct fault *home_list(struct req *rq, struct ui *ui)
{
	struct home *h = arena_alloc(rq->a, sizeof *h);
	size_t from;

	h->whole = true;
	rq->prepared = h;
	for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++) {
		const struct panel *p = &LISTS[i].panel;

		if (strcmp(rq_arg(rq, "list"), LISTS[i].name) != 0 || !record_ever(rq->act, p->record, p->right))
			continue;
		ui->shell.title = p->title;
		ui_head(ui, "What needs you", NULL);
		ui_head_end(ui);
		from = ui->out.len;
		TRY(p->draw(rq, ui, p));
		if (ui->out.len == from)
			ui_empty(ui, "Nothing here now.", "Home", "/");
		return NULL;
	}
	return FAULT(rq->a, FAULT_NONE, "no such list, or not theirs");
}

const struct panel HOME_PANELS[] = {
	{ "home-acts", 100, &REGISTER_STATUS, RIGHT_ADD, "Put a child on the register", .href = "/register/add" },
	{ "home-acts", 200, &NEED, RIGHT_EDIT, "Review round", .href = "/register/round" },

	{ "home-senco", 100, &DUE, RIGHT_READ, "Overdue", PANEL_WHOLE, home_overdue },
	{ "home-senco", 200, &DUE, RIGHT_READ, "Due this week", PANEL_WHOLE, home_week },
	{ "home-senco", 300, &REGISTER_STATUS, RIGHT_READ, "New in the last 7 days", PANEL_WHOLE, home_new },
	{ "home-senco", 400, &REGISTER_STATUS, RIGHT_READ, "Changed in the last 7 days", PANEL_WHOLE, home_changed },
	{ "home-senco", 500, &REGISTER_STATUS, RIGHT_EDIT, "Stuck", PANEL_WHOLE, home_stuck },
	{ "home-senco", 600, &PARENT_MEETING, RIGHT_READ, "Today’s meetings", PANEL_RAIL, home_meetings_today },
	{ "home-senco", 700, &REGISTER_STATUS, RIGHT_EDIT, "Waiting", PANEL_RAIL, home_waiting },
	{ "home-senco", 800, &PARENT_MEETING, RIGHT_READ, "Parents met", PANEL_RAIL, home_round },

	{ "home-senco", 50, &PUPIL_FLAG, RIGHT_READ, "Children in care", PANEL_WHOLE, home_flagged },
	{ "home-lead", 50, &PUPIL_FLAG, RIGHT_READ, "The children you answer for", PANEL_WHOLE, home_flagged },
	{ "home-lead", 100, &DUE, RIGHT_READ, "Overdue", PANEL_WHOLE, home_overdue },
	{ "home-lead", 200, &DUE, RIGHT_READ, "Due this week", PANEL_WHOLE, home_week },
	{ "home-lead", 300, &NOTE, RIGHT_READ, "New in the last 7 days", PANEL_WHOLE, home_new },
	{ "home-lead", 400, &NOTE, RIGHT_READ, "Changed in the last 7 days", PANEL_WHOLE, home_changed },
	{ "home-lead", 500, &PARENT_MEETING, RIGHT_READ, "Today’s meetings", PANEL_RAIL, home_meetings_today },

	{ "home-head", 100, &REGISTER_STATUS, RIGHT_READ, "The state of SEND", PANEL_WHOLE, home_state },
	{ "home-head", 200, &REGISTER_STATUS, RIGHT_READ, "By year group", PANEL_HALF, home_years },
	{ "home-head", 300, &NEED, RIGHT_READ, "By main need", PANEL_HALF, home_needs },
	{ "home-head", 400, &DUE, RIGHT_READ, "Overdue", PANEL_WHOLE, home_overdue },
	{ "home-head", 500, &PARENT_MEETING, RIGHT_READ, "Parents met", PANEL_RAIL, home_round },

	{ "home-teacher", 20, &CLASS, RIGHT_READ, "My classes", PANEL_WHOLE, home_classes },
	{ "home-teacher", 200, &CASELOAD, RIGHT_READ, "Children you look after", PANEL_WHOLE, home_children },
	{ "home-ta", 20, &CASELOAD, RIGHT_READ, "Who is with you", PANEL_WHOLE, home_children },

	{ "home-office", 100, &ENROLMENT, RIGHT_ADD, "The school’s lists", PANEL_WHOLE, home_office },
	{ "home-others", 100, &PUPIL, RIGHT_READ, "Children you may see", PANEL_WHOLE, home_shared },
	{ "home-governor", 100, NULL, RIGHT_READ, "SEND at this school", PANEL_WHOLE, home_numbers },
	{ "home-senco", 1000, &IMPORT, RIGHT_ADD, "Still to set up", PANEL_RAIL, home_to_set_up },

	{ "home-it", 100, &ACCOUNT, RIGHT_READ, "The installation", PANEL_WHOLE, home_it },
	{ "home-auditor", 100, &ACCOUNT, RIGHT_READ, "Health", PANEL_WHOLE, home_health },
	{ NULL },
};
