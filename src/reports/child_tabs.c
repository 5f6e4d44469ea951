/* child_tabs.c - the tabs of a child's record that are lists: needs and strengths with where each comes from, support, dates. What
 * was tested is in child_assessments.c. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/text.h"
#include "reports/child_lists.h"

/* ---- needs and strengths ---- */

static const char *need_head(struct arena *a, const struct row *row)
{
	return arena_printf(a, "%s%s", row_show(a, row, NEED_TYPE), row_int(row, NEED_RANK) == 1 ? " (main need)" : "");
}

const struct fault *child_needs(struct req *rq, struct ui *ui)
{
	static const struct child_column NEEDS[] = {
		{ NEED_TYPE, "Need" }, { NEED_NOTE, "What it looks like", .long_text = true, .phone = UI_BARE },
		{ NEED_HOW, "How it was identified" },
		{ NEED_BY, "By whom" }, { NEED_PROVENANCE, "Where this comes from" }, { NEED_FROM, "Since" },
			{ NEED_UNTIL, "Until" }, { 0 } };
	static const struct child_column STRENGTHS[] = {
		{ STRENGTH_TEXT, "Strength" }, { STRENGTH_SOURCE, "Who says so" }, { STRENGTH_FROM, "Since" },
			{ STRENGTH_UNTIL, "Until" }, { 0 } };
	static const struct child_column STRATEGIES[] = {
		{ STRATEGY_TEXT, "What every adult does" }, { STRATEGY_KIND, "Helps, or to avoid" }, { STRATEGY_FROM, "Since" },
		{ STRATEGY_UNTIL, "Until" }, { 0 } };
	static const struct child_column STATUSES[] = {
		{ REGISTER_STATUS_PROVISION, "Status" }, { REGISTER_STATUS_FROM, "From" }, { REGISTER_STATUS_UNTIL, "Until" },
		{ REGISTER_STATUS_REASON, "Why" }, { REGISTER_STATUS_AGREED_BY, "Agreed with" },
		{ REGISTER_STATUS_TOLD_ON, "Parents told" },
		{ REGISTER_STATUS_REVIEW_ON, "Next review" }, { REGISTER_STATUS_EXIT_REASON, "Why it ended" }, { 0 } };
	struct staff_names names = { 0 };
	struct child c;

	TRY(child_head(rq, ui, "/needs", "Needs and strengths", &c));
	TRY(child_list_draw(rq, ui, &c, &(struct child_list){ &STRENGTH, "Strengths", "strengths", STRENGTHS,
		"No strengths recorded yet.", "Add a strength" }, &names));
	TRY(child_list_draw(rq, ui, &c, &(struct child_list){ &NEED, "Needs", "needs", NEEDS, "No needs recorded.", "Add a need",
		need_head }, &names));
	TRY(child_list_draw(rq, ui, &c, &(struct child_list){ &STRATEGY, "What helps", "helps", STRATEGIES, "Nothing recorded yet.",
		"Add what helps", .order = "-kind priority" }, &names));
	TRY(panels_draw(rq, ui, "child-needs"));
	return child_list_draw(rq, ui, &c, &(struct child_list){ &REGISTER_STATUS, "On the register", "register", STATUSES,
		"Not on the SEN register now.", NULL }, &names);
}

/* ---- support ---- */

static const char *support_head(struct arena *a, const struct row *row)
{
	int64_t sessions = row_int(row, PROVISION_LINE_SESSIONS), minutes = row_int(row, PROVISION_LINE_MINUTES);
	const char *name = row_text(row, PROVISION_LINE_NAME);

	if (sessions && minutes)
		return arena_printf(a, "%s, %lld × %lld minutes a week", name, (long long)sessions, (long long)minutes);
	return name;
}

const struct fault *child_support_page(struct req *rq, struct ui *ui)
{
	static const struct child_column LINES[] = {
		{ PROVISION_LINE_NAME, "Support" }, { PROVISION_LINE_WAVE, "Level" }, { PROVISION_LINE_STAFF, "Who" },
		{ PROVISION_LINE_ROLE, "Who, in words" }, { PROVISION_LINE_GROUP, "Group of" }, { PROVISION_LINE_FROM, "From" },
		{ PROVISION_LINE_UNTIL, "Until" }, { PROVISION_LINE_ENTRY, "At the start" }, { PROVISION_LINE_EXIT, "At the end" },
		{ PROVISION_LINE_IMPACT, "Did it work?" }, { PROVISION_LINE_COST, "Cost" }, { PROVISION_LINE_FUNDING, "Paid from" },
		{ PROVISION_LINE_NOTE, "Note", .long_text = true, .phone = UI_BARE }, { 0 } };
	static const struct child_column CASELOADS[] = {
		{ CASELOAD_STAFF, "Who" }, { CASELOAD_KIND, "As" }, { CASELOAD_FROM, "From" }, { CASELOAD_UNTIL, "Until" }, { 0 } };
	struct staff_names names = { 0 };
	struct child c;

	TRY(child_head(rq, ui, "/support", "Support", &c));
	TRY(child_list_draw(rq, ui, &c, &(struct child_list){ &PROVISION_LINE, "Support", "support", LINES,
		"No support beyond ordinary teaching is recorded.", "Add support", support_head }, &names));
	return child_list_draw(rq, ui, &c, &(struct child_list){ &CASELOAD, "Keyworkers", "keyworkers", CASELOADS,
		"Nobody is named for this child yet.", "Name a keyworker" }, &names);
}

/* ---- dates ---- */

static void date_row(struct req *rq, struct ui *ui, const struct row *due)
{
	const char *why = arena_printf(rq->a, "/dues/%s", row_id(due)), *exempt = row_text(due, DUE_EXEMPT_REASON);
	day met = row_day(due, DUE_MET_ON);

	ui_row(ui);
	ui_cell_sub(ui, row_text(due, DUE_TITLE), *exempt ? arena_printf(rq->a, "Need not be met: %s", exempt) :
		row_text(due, DUE_WHY));
	ui_cell_begin(ui);
	if (met != DAY_NONE)
		buf_add_html(&ui->out, day_long(rq->a, row_day(due, DUE_DUE)));
	else
		ui_due(ui, row_day(due, DUE_DUE));
	ui_cell_end(ui);
	ui_cell(ui, met == DAY_NONE ? "" : day_long(rq->a, met));
	ui_cell_begin(ui);
	if (rq_leads(rq, why))
		ui_link_to(ui, "Why this date?", why);
	ui_cell_end(ui);
	ui_row_end(ui);
}

static void dates_table(struct req *rq, struct ui *ui, const struct rows *dues, bool met)
{
	static const struct ui_column COLUMNS[] = { { "What" }, { "Due", .phone = UI_BARE }, { "Done on" },
		{ "Working", .quiet = true, .act = true }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = met ? "Dates that were met" : "Dates to come", .columns = COLUMNS });
	for (int i = 0; i < dues->count; i++)
		if ((*row_text(dues->row[i], DUE_MET_ON) != 0) == met)
			date_row(rq, ui, dues->row[i]);
	ui_table_end(ui);
}

const struct fault *child_dates(struct req *rq, struct ui *ui)
{
	struct rows dues;
	struct child c;
	int met = 0;

	TRY(child_head(rq, ui, "/dates", "Dates", &c));
	TRY(record_list(rq->act, &DUE, &(struct ask){ .pupil = c.id, .limit = 200 }, &dues));
	for (int i = 0; i < dues.count; i++)
		met += *row_text(dues.row[i], DUE_MET_ON) != 0;
	if (met == dues.count)
		ui_empty(ui, "Nothing due. Dates come here when a rule or a review sets them.", NULL, NULL);
	else
		dates_table(rq, ui, &dues, false);
	if (met) {
		ui_details(ui, arena_printf(rq->a, "Done: %d", met));
		dates_table(rq, ui, &dues, true);
		ui_details_end(ui);
	}
	return NULL;
}
