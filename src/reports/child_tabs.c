/* child_tabs.c - the tabs of a child's record that are lists: needs and strengths with where each comes from, support, assessments,
 * dates. Each result stands as its test gave it; results of different tests are never put on one line. */
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
		{ NEED_TYPE, "Need" }, { NEED_NOTE, "What it looks like", .long_text = true, .phone = UI_BARE }, { NEED_HOW, "How it was identified" },
		{ NEED_BY, "By whom" }, { NEED_PROVENANCE, "Where this comes from" }, { NEED_FROM, "Since" }, { NEED_UNTIL, "Until" }, { 0 } };
	static const struct child_column STRENGTHS[] = {
		{ STRENGTH_TEXT, "Strength" }, { STRENGTH_SOURCE, "Who says so" }, { STRENGTH_FROM, "Since" }, { STRENGTH_UNTIL, "Until" }, { 0 } };
	static const struct child_column STRATEGIES[] = {
		{ STRATEGY_TEXT, "What every adult does" }, { STRATEGY_KIND, "Helps, or to avoid" }, { STRATEGY_FROM, "Since" },
		{ STRATEGY_UNTIL, "Until" }, { 0 } };
	static const struct child_column STATUSES[] = {
		{ REGISTER_STATUS_PROVISION, "Status" }, { REGISTER_STATUS_FROM, "From" }, { REGISTER_STATUS_UNTIL, "Until" },
		{ REGISTER_STATUS_REASON, "Why" }, { REGISTER_STATUS_AGREED_BY, "Agreed with" }, { REGISTER_STATUS_TOLD_ON, "Parents told" },
		{ REGISTER_STATUS_REVIEW_ON, "Next review" }, { REGISTER_STATUS_EXIT_REASON, "Why it ended" }, { 0 } };
	struct staff_names names = { 0 };
	struct child c;

	TRY(child_head(rq, ui, "/needs", "Needs and strengths", &c));
	TRY(child_list_draw(rq, ui, &c, &(struct child_list){ &STRENGTH, "Strengths", "strengths", STRENGTHS, "No strengths recorded yet.",
		"Add a strength" }, &names));
	TRY(child_list_draw(rq, ui, &c, &(struct child_list){ &NEED, "Needs", "needs", NEEDS, "No needs recorded.", "Add a need", need_head },
		&names));
	TRY(child_list_draw(rq, ui, &c, &(struct child_list){ &STRATEGY, "What helps", "helps", STRATEGIES, "Nothing recorded yet.",
		"Add what helps", .order = "-kind priority" }, &names));
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

/* ---- assessments ---- */

static bool same_test(const struct row *a, const struct row *b)
{
	static const int FIELDS[] = { ASSESSMENT_TEST, ASSESSMENT_SKILL, ASSESSMENT_SCORE_TYPE };

	for (int i = 0; i < 3; i++)
		if (strcmp(row_text(a, FIELDS[i]), row_text(b, FIELDS[i])) != 0)
			return false;
	return true;
}

/* The score, with the range that holds it 95 times in 100 where the test's table gives one. Ages in years and months. */
static const char *result_words(struct arena *a, const struct row *row)
{
	const char *low = row_text(row, ASSESSMENT_LOW), *high = row_text(row, ASSESSMENT_HIGH), *words = row_text(row, ASSESSMENT_RESULT);
	int64_t months = row_int(row, ASSESSMENT_MONTHS);
	struct buf b = buf_new(a);

	buf_add(&b, row_text(row, ASSESSMENT_SCORE));
	if (*low && *high)
		buf_printf(&b, " (95%%: %s to %s)", low, high);
	if (months)
		buf_printf(&b, "%sage %lld years %lld months", b.len ? " · " : "", (long long)months / 12, (long long)months % 12);
	if (*words)
		buf_printf(&b, "%s%s", b.len ? " · " : "", words);
	if (*row_text(row, ASSESSMENT_LIMIT))
		buf_printf(&b, "%s%s", b.len ? " · " : "", row_show(a, row, ASSESSMENT_LIMIT));
	return buf_text(&b);
}

static double value_of(const struct row *row, bool *has)
{
	*has = *row_text(row, ASSESSMENT_SCORE) || *row_text(row, ASSESSMENT_MONTHS);
	return (double)(*row_text(row, ASSESSMENT_SCORE) ? row_int(row, ASSESSMENT_SCORE) : row_int(row, ASSESSMENT_MONTHS));
}

/* The line of one test over time, oldest first: rows come newest first. */
static void draw_line(struct req *rq, struct ui *ui, const struct child *c, const struct row *newest, const struct rows *rows)
{
	struct ui_point *points = arena_array(rq->a, (size_t)rows->count, sizeof *points);
	const char *unit = *row_text(newest, ASSESSMENT_SCORE) ? row_show(rq->a, newest, ASSESSMENT_SCORE_TYPE) : "Age in months";
	const char *what = row_text(newest, ASSESSMENT_TEST);
	int n = 0;

	for (int i = rows->count - 1; i >= 0; i--) {
		bool has = false;
		double value = same_test(rows->row[i], newest) ? value_of(rows->row[i], &has) : 0;

		if (has)
			points[n++] = (struct ui_point){ row_day(rows->row[i], ASSESSMENT_ON), value, NULL };
	}
	if (n < 2)
		return;
	ui_graph(ui, &(struct ui_graph){ .sentence = arena_printf(rq->a, "%s %s, %s: %g on %s, %g on %s", child_whose(rq->a, c->first), what, unit,
		points[0].value, day_long(rq->a, points[0].on), points[n - 1].value, day_long(rq->a, points[n - 1].on)), .what = what,
		.unit = unit, .points = points, .count = n, .today = rq->act->today });
}

static void draw_test(struct req *rq, struct ui *ui, const struct child *c, const struct rows *rows, int first, bool edit)
{
	static const struct ui_column COLUMNS[] = { { "Taken on" }, { "Result", .phone = UI_LEAD }, { "Form" }, { "Given by" },
		{ "Change", .quiet = true, .act = true }, { NULL } };
	const struct row *newest = rows->row[first];
	const char *skill = row_text(newest, ASSESSMENT_SKILL), *type = row_show(rq->a, newest, ASSESSMENT_SCORE_TYPE);
	const char *title = arena_printf(rq->a, "%s%s%s · %s", row_text(newest, ASSESSMENT_TEST), *skill ? ": " : "", skill, type);

	ui_panel(ui, &(struct ui_panel){ .title = title, .count = -1 });
	draw_line(rq, ui, c, newest, rows);
	ui_table(ui, &(struct ui_table){ .caption = title, .columns = COLUMNS });
	for (int i = first; i < rows->count; i++) {
		if (!same_test(rows->row[i], newest))
			continue;
		ui_row(ui);
		ui_cell(ui, row_show(rq->a, rows->row[i], ASSESSMENT_ON));
		ui_cell(ui, result_words(rq->a, rows->row[i]));
		ui_cell(ui, row_text(rows->row[i], ASSESSMENT_FORM));
		ui_cell(ui, row_text(rows->row[i], ASSESSMENT_BY));
		ui_cell_begin(ui);
		if (edit)
			ui_link_to(ui, "Change", arena_printf(rq->a, "%s/records/assessment/%s", c->base, row_id(rows->row[i])));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
}

const struct fault *child_assessments(struct req *rq, struct ui *ui)
{
	struct rows rows;
	const char *add;
	struct child c;
	bool edit;

	TRY(child_head(rq, ui, "/assessments", "Assessments", &c));
	TRY(record_list(rq->act, &ASSESSMENT, &(struct ask){ .pupil = c.id, .limit = 300 }, &rows));
	add = child_add(rq, &c, &ASSESSMENT);
	edit = rq_may(rq, &ASSESSMENT, RIGHT_EDIT);
	if (!rows.count)
		ui_empty(ui, arena_printf(rq->a, "No results yet. Results that you import or enter for %s come here.", c.first),
			add ? "Enter a result" : NULL, add);
	else if (add)
		ui_button_link(ui, UI_SECONDARY, "Enter a result", add);
	if (rows.count)
		ui_small(ui, "Results of different tests are never put on one line. A range is shown only where the test’s own table gives one.");
	for (int i = 0; i < rows.count; i++) {
		bool before = false;

		for (int k = 0; k < i; k++)
			before = before || same_test(rows.row[k], rows.row[i]);
		if (!before)
			draw_test(rq, ui, &c, &rows, i, edit);
	}
	return NULL;
}

/* ---- dates ---- */

static void date_row(struct req *rq, struct ui *ui, const struct row *due)
{
	const char *why = arena_printf(rq->a, "/dues/%s", row_id(due)), *exempt = row_text(due, DUE_EXEMPT_REASON);
	day met = row_day(due, DUE_MET_ON);

	ui_row(ui);
	ui_cell_sub(ui, row_text(due, DUE_TITLE), *exempt ? arena_printf(rq->a, "Need not be met: %s", exempt) : row_text(due, DUE_WHY));
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
