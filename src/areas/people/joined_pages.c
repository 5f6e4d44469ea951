/* joined_pages.c - records that were joined to a child's: which, when, by whom; what runs twice since and wants a decision; and
 * taking them apart. */
#include <string.h>

#include "areas/people/queries.sql.h"
#include "areas/people/same.h"
#include "base/text.h"
#include "record/join.h"
#include "web/about.h"

/* ---- what runs twice ---- */

/* Of this a child has one at a time: what to say of two, what becomes of them, and where. */
static const struct { const char *kind, *says, *path; bool each; } TWICE[] = {
	{ "plan", "Two plans of one kind are running: %s. Go on with one, and end the other", "/plans/%s", true },
	{ "round", "Two rounds of asking are open%s. Close one, so that nobody is asked twice", "/rounds/%s", true },
	{ "worry", "Two worries wait%s. Decide on both together", "/worries/%s", true },
	{ "roll", "On roll twice%s. Counts would take the child for two: end or take back one", "/roll", false },
	{ "status", "Two SEN statuses today%s. Only one can stand", "/needs", false },
	{ "contact", "%s is a contact twice, and would get each letter twice. Take one back", "/people", false },
};
enum { TWICE_COUNT = sizeof TWICE / sizeof *TWICE };

static bool same_group(const struct found *f, int x, int y)
{
	return strcmp(found_text(f, x, Q_RUNNING_KIND), found_text(f, y, Q_RUNNING_KIND)) == 0 &&
		strcmp(found_text(f, x, Q_RUNNING_WHAT), found_text(f, y, Q_RUNNING_WHAT)) == 0;
}

static int kind_of(const char *kind)
{
	for (int i = 0; i < TWICE_COUNT; i++)
		if (strcmp(TWICE[i].kind, kind) == 0)
			return i;
	return 0;
}

static const char *says(struct req *rq, int kind, const char *what)
{
	const char *text = TWICE[kind].says, *gap = strstr(text, "%s");

	return arena_printf(rq->a, "%.*s%s%s.", (int)(gap - text), text, what, gap + 2);
}

static void draw_links(struct req *rq, struct ui *ui, const char *pupil, const struct found *f, int from, int end)
{
	int kind = kind_of(found_text(f, from, Q_RUNNING_KIND));

	ui_acts(ui);
	for (int i = from; i < (TWICE[kind].each ? end : from + 1); i++) {
		const char *since = found_text(f, i, Q_RUNNING_SINCE), *path = TWICE[kind].each ? arena_printf(rq->a, "%.*s%s",
			(int)strcspn(TWICE[kind].path, "%"), TWICE[kind].path, found_text(f, i, Q_RUNNING_ID)) :
			arena_printf(rq->a, "/pupils/%s%s", pupil, TWICE[kind].path);

		if (!rq_leads(rq, path))
			continue;
		ui_link_to(ui, !TWICE[kind].each ? "Open" : *since ? arena_printf(rq->a, "The one of %s",
			day_long(rq->a, day_parse(since))) : "The one that is not agreed yet", path);
	}
	ui_acts_end(ui);
}

const struct fault *same_to_settle(struct req *rq, struct ui *ui, const char *pupil, int *count)
{
	struct found f;
	int end;

	*count = 0;
	TRY(query_run(rq->act, &Q_RUNNING, (const char *const[]){ pupil, day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i = end) {
		for (end = i + 1; end < f.rows && same_group(&f, i, end); end++)
			;
		if (end - i < 2)
			continue;
		if (!(*count)++) {
			ui_panel(ui, &(struct ui_panel){ .title = "To settle, since two records were joined", .count = -1,
				.plain = true });
			ui_items(ui);
		}
		ui_item(ui);
		ui_para(ui, says(rq, kind_of(found_text(&f, i, Q_RUNNING_KIND)), found_text(&f, i, Q_RUNNING_WHAT)));
		draw_links(rq, ui, pupil, &f, i, end);
		ui_item_end(ui);
	}
	if (*count) {
		ui_items_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

/* ---- on the child's page ---- */

static const struct fault *draw_on_child(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct joined *joined;
	int n, settle;

	TRY(pupil_joined(rq->act, rq->pupil, &joined, &n));
	if (!n)
		return NULL;
	TRY(same_to_settle(rq, ui, row_id(rq->pupil), &settle));
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true, .link = rq_may(rq, &PUPIL, RIGHT_EDIT) ?
		"See, or take apart" : NULL, .href = arena_printf(rq->a, "/pupils/%s/joined", row_id(rq->pupil)) });
	for (int i = 0; i < n; i++)
		ui_para(ui, arena_printf(rq->a, "A second record, %s, was joined to this one on %s by %s.",
			same_name(rq->a, joined[i].row), day_long(rq->a, moment_day(joined[i].at)), joined[i].by));
	ui_panel_end(ui);
	return NULL;
}

const struct panel PEOPLE_PANELS[] = {
	{ "child", 50, &PUPIL, RIGHT_READ, "Joined records", PANEL_WHOLE, draw_on_child },
	{ "child-acts", 800, &PUPIL, RIGHT_EDIT, "Same child as…", .href = "/same" },
	{ NULL },
};

/* ---- the page ---- */

static void draw_one(struct req *rq, struct ui *ui, const struct joined *j)
{
	ui_heading(ui, same_name(rq->a, j->row));
	ui_facts(ui);
	ui_fact(ui, "Born", row_show(rq->a, j->row, PUPIL_DOB));
	ui_fact(ui, "UPN", row_text(j->row, PUPIL_UPN));
	ui_fact(ui, "Admission number", row_text(j->row, PUPIL_MIS_ID));
	ui_fact(ui, "Joined", arena_printf(rq->a, "%s by %s", day_long(rq->a, moment_day(j->at)), j->by));
	ui_fact(ui, "Why", j->why);
	ui_facts_end(ui);
}

const struct fault *joined_page(struct req *rq, struct ui *ui)
{
	struct joined *joined;
	struct about about;
	int n, settle;

	TRY(about_pupil(rq, rq->pupil, NULL, "", &about));
	TRY(pupil_joined(rq->act, rq->pupil, &joined, &n));
	ui->shell.title = "Joined records";
	ui_title(ui, about.line, "Records joined to this one", "Whatever was written about any of them is found here.");
	TRY(same_to_settle(rq, ui, about.id, &settle));
	if (!n)
		ui_empty(ui, "No other record is joined to this one.", "Same child as…", arena_printf(rq->a, "%s/same",
			about.href));
	for (int i = 0; i < n; i++) {
		draw_one(rq, ui, &joined[i]);
		ui_acts(ui);
		ui_button_link(ui, UI_SECONDARY, "Take these apart", arena_printf(rq->a, "%s/joined/%s", about.href,
			row_id(joined[i].row)));
		ui_acts_end(ui);
	}
	return NULL;
}

/* ---- taking apart ---- */

static const struct fault *the_one(struct req *rq, struct joined **out)
{
	struct joined *joined;
	int n;

	TRY(pupil_joined(rq->act, rq->pupil, &joined, &n));
	for (int i = 0; i < n; i++)
		if (strcmp(row_id(joined[i].row), rq_arg(rq, "other")) == 0) {
			*out = &joined[i];
			return NULL;
		}
	return FAULT(rq->a, FAULT_NONE, "not joined to this child");
}

const struct fault *take_apart(struct req *rq, struct ui *ui)
{
	struct joined *j;
	struct about about;

	TRY(the_one(rq, &j));
	TRY(about_pupil(rq, rq->pupil, "Joined records", "/joined", &about));
	ui->shell.title = "Take records apart";
	ui_title(ui, about.line, "Take these records apart", NULL);
	draw_one(rq, ui, j);
	ui_note(ui, UI_SOON, "What goes where", "Each record gets back what was written in it, and what was set aside or taken over "
		"when they were joined. What was written since stays here, but for what belongs to a plan, a meeting or another "
		"record of the other child: that goes with it.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_long(ui, &(struct ui_input){ .name = "reason", .label = "Why are they two children after all?", .strong = true,
		.rows = 2, .max = 300, .value = rq_text(rq, "reason") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Take them apart", NULL, NULL);
	ui_link_to(ui, "Cancel", arena_printf(rq->a, "%s/joined", about.href));
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *take_apart_post(struct req *rq, struct ui *ui)
{
	const char *why = rq_text(rq, "reason");
	struct joined *j;
	int kept;

	TRY(the_one(rq, &j));
	if (!*why) {
		ui_error(ui, "reason", "Say why they are two children after all");
		return take_apart(rq, ui);
	}
	TRY(pupil_part(rq->act, row_id(j->row), text_shorten(rq->a, why, 300), &kept));
	rq_notice(rq, NULL, kept ? "The two records are two again. What somebody changed since they were joined stays as it is: "
		"look at both." : "The two records are two again, each with what was written in it.");
	return go(rq, "/pupils/%s", row_id(j->row));
}
