/* child_assessments.c - what was tested: one graph and one table for each test and form, what the newest result says, and whether
 * change is more than chance. Results of different tests or forms never share a line. Sums are in law/scores.c; what is not known
 * of a test is not worked out. Attendance stands beside. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "areas/support/area.h"
#include "base/text.h"
#include "law/scores.h"
#include "reports/assessment_scales.h"
#include "reports/child_lists.h"

/* Results of one test, form, skill and kind of score, oldest first, and what the school knows of the test. */
struct series { const struct row **row; int count; const struct row *kind; };

static bool same_test(const struct row *a, const struct row *b)
{
	static const int FIELDS[] = { ASSESSMENT_TEST, ASSESSMENT_FORM, ASSESSMENT_SKILL, ASSESSMENT_SCORE_TYPE };

	for (int i = 0; i < 4; i++)
		if (strcmp(row_text(a, FIELDS[i]), row_text(b, FIELDS[i])) != 0)
			return false;
	return true;
}

/* The row of the bank for this test: of this form, else of every form. */
static const struct row *kind_of(struct arena *a, const struct rows *bank, const struct row *result)
{
	const char *name = text_fold(a, row_text(result, ASSESSMENT_TEST)), *form = row_text(result, ASSESSMENT_FORM);
	const struct row *any = NULL;

	for (int i = 0; i < bank->count; i++) {
		const struct row *k = bank->row[i];

		if (strcmp(text_fold(a, row_text(k, TEST_KIND_NAME)), name) != 0)
			continue;
		if (strcmp(row_text(k, TEST_KIND_FORM), form) == 0 && *form)
			return k;
		if (!*row_text(k, TEST_KIND_FORM))
			any = k;
	}
	return any;
}

static bool is_standard(const struct row *r)
{
	return strcmp(row_text(r, ASSESSMENT_SCORE_TYPE), "standard") == 0;
}

static int reliability_of(const struct series *s)
{
	return s->kind ? (int)row_int(s->kind, TEST_KIND_RELIABILITY) : 0;
}

/* From the test's own table if the result carries one, else from its reliability. */
static bool range_of(const struct series *s, const struct row *r, double *low, double *high)
{
	if (*row_text(r, ASSESSMENT_LOW) && *row_text(r, ASSESSMENT_HIGH)) {
		*low = (double)row_int(r, ASSESSMENT_LOW);
		*high = (double)row_int(r, ASSESSMENT_HIGH);
		return *high > *low;
	}
	return is_standard(r) && *row_text(r, ASSESSMENT_SCORE) && score_range((double)row_int(r, ASSESSMENT_SCORE),
		reliability_of(s), low, high);
}

/* ---- what a result says ---- */

static void join(struct buf *b, const char *words)
{
	buf_printf(b, "%s%s", b->len ? " · " : "", words);
}

static const char *result_words(struct arena *a, const struct series *s, const struct row *r)
{
	struct buf b = buf_new(a);
	double low, high;

	buf_add(&b, row_text(r, ASSESSMENT_SCORE));
	if (range_of(s, r, &low, &high))
		buf_printf(&b, " (95%%: %.0f to %.0f)", low, high);
	if (is_standard(r) && *row_text(r, ASSESSMENT_SCORE))
		join(&b, arena_printf(a, "%s, percentile %d", score_descriptor((int)row_int(r, ASSESSMENT_SCORE)),
			score_percentile((int)row_int(r, ASSESSMENT_SCORE))));
	if (row_int(r, ASSESSMENT_MONTHS))
		join(&b, arena_printf(a, "age %s", score_age(a, (int)row_int(r, ASSESSMENT_MONTHS))));
	if (*row_text(r, ASSESSMENT_RESULT))
		join(&b, row_text(r, ASSESSMENT_RESULT));
	if (*row_text(r, ASSESSMENT_LIMIT))
		join(&b, row_show(a, r, ASSESSMENT_LIMIT));
	return buf_text(&b);
}

/* ---- what the change says ---- */

static const char *reliable_words(struct arena *a, const struct series *s, int change)
{
	int needed = score_reliable_points(reliability_of(s));
	int apart = change < 0 ? -change : change;

	if (!needed)
		return "The test’s reliability is not recorded, so we cannot say whether this is more than chance.";
	if (apart >= needed)
		return arena_printf(a, "That is more than chance: with this test it takes %d points.", needed);
	return arena_printf(a, "That may be chance: with this test it takes %d points.", needed);
}

static const char *score_change(struct arena *a, const struct series *s)
{
	const struct row *first = s->row[0], *last = s->row[s->count - 1];
	int from = (int)row_int(first, ASSESSMENT_SCORE), to = (int)row_int(last, ASSESSMENT_SCORE);

	if (!is_standard(last) || !*row_text(first, ASSESSMENT_SCORE) || !*row_text(last, ASSESSMENT_SCORE))
		return NULL;
	if (from == to)
		return arena_printf(a, "%d on %s and %d now: kept pace with others of the same age.", from,
			day_long(a, row_day(first, ASSESSMENT_ON)), to);
	return arena_printf(a, "%d on %s, %d now: %d %s %s. %s", from, day_long(a, row_day(first, ASSESSMENT_ON)), to,
		to > from ? to - from : from - to,
		to - from == 1 || from - to == 1 ? "point" : "points", to > from ? "more" : "fewer", reliable_words(a, s,
			to - from));
}

static const char *age_change(struct arena *a, const struct series *s)
{
	const struct row *from = s->row[s->count - 2], *to = s->row[s->count - 1];
	int before = (int)row_int(from, ASSESSMENT_MONTHS), now = (int)row_int(to, ASSESSMENT_MONTHS);
	struct ratio_gain g = score_gain(before, row_day(from, ASSESSMENT_ON), now, row_day(to, ASSESSMENT_ON),
		*row_text(from, ASSESSMENT_LIMIT) || *row_text(to, ASSESSMENT_LIMIT));

	if (!before || !now)
		return NULL;
	if (g.why_not)
		return arena_printf(a, "From %s to %s. Ratio gain %s.", score_age(a, before), score_age(a, now), g.why_not);
	return arena_printf(a, "From %s to %s: %d months in %.1f. Ratio gain %.2f (%s; 1 is ordinary progress).",
		score_age(a, before), score_age(a, now), g.gained, g.elapsed, g.ratio, g.words);
}

/* ---- the picture ---- */

static bool value_of(const struct row *r, bool scores, double *out)
{
	int field = scores ? ASSESSMENT_SCORE : ASSESSMENT_MONTHS;

	*out = (double)row_int(r, field);
	return *row_text(r, field) != 0;
}

/* A score as it is, an age as years and months. */
static const char *value_words(struct arena *a, bool scores, double value)
{
	return scores ? arena_printf(a, "%g", value) : score_age(a, (int)value);
}

static void draw_line(struct req *rq, struct ui *ui, const struct child *c, const struct series *s, bool scores)
{
	struct ui_point *points = arena_array(rq->a, (size_t)s->count, sizeof *points);
	const struct row *last = s->row[s->count - 1];
	const char *unit = scores ? row_show(rq->a, last, ASSESSMENT_SCORE_TYPE) : "Age it equals", *what = row_text(last,
		ASSESSMENT_TEST), *sentence;
	int n = 0;

	for (int i = 0; i < s->count; i++) {
		struct ui_point *p = &points[n];

		if (!value_of(s->row[i], scores, &p->value))
			continue;
		p->on = row_day(s->row[i], ASSESSMENT_ON);
		p->label = scores ? NULL : arena_printf(rq->a, "%dy %dm", (int)p->value / 12, (int)p->value % 12);
		if (scores && !range_of(s, s->row[i], &p->low, &p->high))
			p->low = p->high = 0;
		n++;
	}
	if (!n)
		return;
	sentence = arena_printf(rq->a, "%s %s, %s: %s on %s", child_whose(rq->a, c->first), what, unit,
		value_words(rq->a, scores, points[0].value), day_long(rq->a, points[0].on));
	if (n > 1)
		sentence = arena_printf(rq->a, "%s, %s on %s", sentence, value_words(rq->a, scores, points[n - 1].value),
			day_long(rq->a, points[n - 1].on));
	ui_graph(ui, &(struct ui_graph){ .sentence = sentence, .what = what, .unit = scores ? unit : "Age it equals, in months",
		.points = points, .count = n, .today = rq->act->today });
}

/* ---- a test ---- */

static void draw_table(struct req *rq, struct ui *ui, const struct child *c, const struct series *s, const char *title, bool edit)
{
	static const struct ui_column COLUMNS[] = { { "Taken on" }, { "Result", .phone = UI_BARE }, { "Given by" },
		{ "Change", .quiet = true, .act = true }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = title, .columns = COLUMNS });
	for (int i = s->count - 1; i >= 0; i--) {
		ui_row(ui);
		ui_cell(ui, row_show(rq->a, s->row[i], ASSESSMENT_ON));
		ui_cell(ui, result_words(rq->a, s, s->row[i]));
		ui_cell(ui, row_text(s->row[i], ASSESSMENT_BY));
		ui_cell_begin(ui);
		if (edit)
			ui_link_to(ui, "Change", arena_printf(rq->a, "%s/records/assessment/%s", c->base, row_id(s->row[i])));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static void draw_test(struct req *rq, struct ui *ui, const struct child *c, const struct series *s, bool edit)
{
	const struct row *r = s->row[0];
	const char *skill = row_text(r, ASSESSMENT_SKILL), *form = row_text(r, ASSESSMENT_FORM), *change;
	const char *title = arena_printf(rq->a, "%s%s%s%s%s · %s", row_text(r, ASSESSMENT_TEST), *form ? ", form " : "", form,
		*skill ? ": " : "", skill, row_show(rq->a, r, ASSESSMENT_SCORE_TYPE));

	ui_panel(ui, &(struct ui_panel){ .title = title, .count = -1 });
	ui_columns(ui, UI_TWO);
	draw_line(rq, ui, c, s, true);
	draw_line(rq, ui, c, s, false);
	ui_column_next(ui);
	change = s->count > 1 ? score_change(rq->a, s) : NULL;
	if (change)
		ui_para(ui, change);
	change = s->count > 1 ? age_change(rq->a, s) : NULL;
	if (change)
		ui_para(ui, change);
	draw_table(rq, ui, c, s, title, edit);
	ui_columns_end(ui);
	ui_panel_end(ui);
}

static struct series series_of(struct arena *a, const struct rows *rows, int first, const struct rows *bank)
{
	struct series s = { .row = arena_array(a, (size_t)rows->count, sizeof *s.row), .kind = kind_of(a, bank, rows->row[first]) };

	for (int i = rows->count - 1; i >= first; i--)
		if (same_test(rows->row[i], rows->row[first]))
			s.row[s.count++] = rows->row[i];
	return s;
}

/* ---- attendance beside ---- */

static const struct fault *draw_attendance(struct req *rq, struct ui *ui, const struct child *c)
{
	struct rows rows;
	struct ui_point *points;
	int n = 0;

	if (!rq_may(rq, &ATTENDANCE_SUMMARY, RIGHT_READ))
		return NULL;
	TRY(record_list(rq->act, &ATTENDANCE_SUMMARY, &(struct ask){ .pupil = c->id, .order = "until", .limit = 60 }, &rows));
	points = arena_array(rq->a, (size_t)rows.count + 1, sizeof *points);
	for (int i = 0; i < rows.count; i++)
		if (*row_text(rows.row[i], ATTENDANCE_SUMMARY_PER_MILLE))
			points[n++] = (struct ui_point){ row_day(rows.row[i], ATTENDANCE_SUMMARY_UNTIL),
				(double)row_int(rows.row[i], ATTENDANCE_SUMMARY_PER_MILLE) / 10, NULL };
	if (!n)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = "Attendance, in percent of sessions", .count = -1, .plain = true });
	ui_graph(ui, &(struct ui_graph){ .sentence = arena_printf(rq->a, "%s attendance: %.1f%% up to %s",
		child_whose(rq->a, c->first),
		points[n - 1].value, day_long(rq->a, points[n - 1].on)), .what = "Attendance", .unit = "Percent",
			.points = points, .count = n,
		.today = rq->act->today });
	ui_panel_end(ui);
	return NULL;
}

/* Who reads a summary alone is not told form and skill: then nothing may stand on one line, for it might be two tests. */
static void draw_plain(struct req *rq, struct ui *ui, const struct rows *rows)
{
	static const struct ui_column COLUMNS[] = { { "Test", .width = 40 }, { "Taken on" }, { "Result", .phone = UI_BARE },
		{ NULL } };

	ui_panel(ui, &(struct ui_panel){ .title = "Results", .count = -1 });
	ui_table(ui, &(struct ui_table){ .caption = "Results, newest first", .columns = COLUMNS });
	for (int i = 0; i < rows->count; i++) {
		const struct row *r = rows->row[i];
		bool many = is_scale_of_many(r);

		if (many && i && strcmp(row_text(r, ASSESSMENT_TEST), row_text(rows->row[i - 1], ASSESSMENT_TEST)) == 0 &&
		    row_day(r, ASSESSMENT_ON) == row_day(rows->row[i - 1], ASSESSMENT_ON))
			continue;
		ui_row(ui);
		ui_cell(ui, row_text(r, ASSESSMENT_TEST));
		ui_cell(ui, row_show(rq->a, r, ASSESSMENT_ON));
		ui_cell(ui, many ? "Filled in; the SENCO has the scores" : arena_printf(rq->a, "%s %s",
			row_show(rq->a, r, ASSESSMENT_SCORE_TYPE), result_words(rq->a, &(struct series){ .count = 0 }, r)));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
}

static const struct fault *draw_tests(struct req *rq, struct ui *ui, const struct child *c, const struct rows *rows)
{
	bool edit = rq_may(rq, &ASSESSMENT, RIGHT_EDIT);
	struct rows bank = { NULL, 0 };

	if (record_ever(rq->act, &TEST_KIND, RIGHT_READ))
		TRY(record_list(rq->act, &TEST_KIND, &(struct ask){ .limit = 500 }, &bank));
	for (int i = 0; i < rows->count; i++) {
		bool before = false;

		for (int k = 0; k < i; k++)
			before = before || same_test(rows->row[k], rows->row[i]);
		if (!before && !is_scale_of_many(rows->row[i])) {
			struct series s = series_of(rq->a, rows, i, &bank);

			draw_test(rq, ui, c, &s, edit);
		}
	}
	return NULL;
}

const struct fault *child_assessments(struct req *rq, struct ui *ui)
{
	struct rows rows;
	const char *add;
	struct child c;

	TRY(child_head(rq, ui, "/assessments", "Assessments", &c));
	TRY(record_list(rq->act, &ASSESSMENT, &(struct ask){ .pupil = c.id, .order = "-taken_on test skill", .limit = 300 },
		&rows));
	add = child_add(rq, &c, &ASSESSMENT);
	if (!rows.count)
		ui_empty(ui, arena_printf(rq->a, "No results yet. Results that you import or enter for %s come here.", c.first),
			NULL, NULL);
	if (add) {
		ui_acts(ui);
		ui_button_link(ui, rows.count ? UI_SECONDARY : UI_PRIMARY, "Enter a result", add);
		ui_button_link(ui, UI_SECONDARY, "Enter an SDQ", arena_printf(rq->a, "%s/scales/new?kind=sdq", c.base));
		ui_button_link(ui, UI_SECONDARY, "Enter a Boxall Profile", arena_printf(rq->a, "%s/scales/new?kind=boxall",
			c.base));
		ui_acts_end(ui);
	}
	if (rows.count && !row_has(rows.row[0], ASSESSMENT_SKILL)) {
		draw_plain(rq, ui, &rows);
	} else if (rows.count) {
		ui_small(ui, "One graph for each test and form: results of different tests are never put on one line. Bars through "
			"the points show where the true score lies 95 times in 100, where the test’s own table or reliability "
			"gives it.");
		TRY(draw_tests(rq, ui, &c, &rows));
		TRY(scales_together(rq, ui, &c, &rows));
	}
	TRY(draw_attendance(rq, ui, &c));
	return panels_draw(rq, ui, "child-assessments");
}
