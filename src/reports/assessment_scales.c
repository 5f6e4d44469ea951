/* assessment_scales.c - questionnaires of several scales, the SDQ and the Boxall Profile, shown together: for each form, that is
 * for each informant or version, one table of scale by day and a graph of the whole, then a graph for each scale. Forms have norms
 * of their own and never share a line. Numbers alone: the questions are other people's. Bands are the school's dated settings. */
#include "reports/assessment_scales.h"

#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "law/scores.h"

enum { DAYS_MOST = 6, SCALES_MOST = 8 };

/* The parts of a sum, as bits of its scales: what stands in the record for a sum counts only if a part is missing. */
struct whole { const char *name; unsigned parts; int most; };
struct questionnaire { const char *test, *title, *why; const char *const *scales; const struct whole *wholes; int main; };

static const char *const SDQ_PARTS[] = { "Emotional", "Conduct", "Hyperactivity", "Peer", "Prosocial", NULL };
static const char *const BOXALL_PARTS[] = { "Organisation of experience (A to E)", "Internalisation of controls (F to J)",
	"Self-limiting features (Q, R)", "Undeveloped behaviour (S to U)", "Unsupported development (V to Z)", NULL };
static const struct whole SDQ_WHOLES[] = { { "Total difficulties", 0xf, 40 }, { NULL, 0, 0 } };
static const struct whole BOXALL_WHOLES[] = { { "Developmental strands, together", 0x3, 160 },
	{ "Diagnostic profile, together", 0x1c, 180 }, { NULL, 0, 0 } };
static const struct questionnaire QUESTIONNAIRES[] = {
	{ "SDQ", "SDQ",
		"One person’s change is not proof: look whether another sees it too. For prosocial, higher is better; for the "
		"others, lower is.", SDQ_PARTS, SDQ_WHOLES, 0 },
	{ "Boxall Profile", "Boxall Profile",
		"In the first two strands higher is better; in the diagnostic profile lower is. The two "
		"versions have norms of their own and are never compared.", BOXALL_PARTS, BOXALL_WHOLES, 0 },
};
enum { QUESTIONNAIRE_COUNT = sizeof QUESTIONNAIRES / sizeof *QUESTIONNAIRES };

bool is_scale_of_many(const struct row *r)
{
	for (int i = 0; i < QUESTIONNAIRE_COUNT; i++)
		if (strcmp(row_text(r, ASSESSMENT_TEST), QUESTIONNAIRES[i].test) == 0)
			return true;
	return false;
}

/* ---- one form of one questionnaire ---- */

/* Results of one form, oldest first, and the days on which it was filled in. */
struct filled {
	const struct questionnaire *q;
	const char *form;
	const struct rows *rows;
	const struct rows *settings;
	day days[DAYS_MOST];
	int count;
};

static bool belongs(const struct filled *f, const struct row *r)
{
	return strcmp(row_text(r, ASSESSMENT_TEST), f->q->test) == 0 && strcmp(row_text(r, ASSESSMENT_FORM), f->form) == 0 &&
		*row_text(r, ASSESSMENT_SCORE);
}

/* The newest days, in their order. Rows come newest first. */
static void days_of(struct filled *f)
{
	for (int i = 0; i < f->rows->count && f->count < DAYS_MOST; i++) {
		day on = row_day(f->rows->row[i], ASSESSMENT_ON);

		if (belongs(f, f->rows->row[i]) && (!f->count || f->days[f->count - 1] != on))
			f->days[f->count++] = on;
	}
	for (int i = 0; i < f->count / 2; i++) {
		day swap = f->days[i];

		f->days[i] = f->days[f->count - 1 - i];
		f->days[f->count - 1 - i] = swap;
	}
}

static const struct row *score_on(const struct filled *f, const char *scale, day on)
{
	for (int i = 0; i < f->rows->count; i++) {
		const struct row *r = f->rows->row[i];

		if (belongs(f, r) && row_day(r, ASSESSMENT_ON) == on && strcmp(row_text(r, ASSESSMENT_SKILL), scale) == 0)
			return r;
	}
	return NULL;
}

/* A sum is of its parts as they stand; -1: not known. */
static int64_t whole_on(const struct filled *f, const struct whole *w, day on)
{
	const struct row *kept = score_on(f, w->name, on);
	int64_t sum = 0;

	for (int i = 0; f->q->scales[i]; i++) {
		const struct row *part = w->parts >> i & 1 ? score_on(f, f->q->scales[i], on) : NULL;

		if (w->parts >> i & 1 && !part)
			return kept ? row_int(kept, ASSESSMENT_SCORE) : -1;
		sum += part ? row_int(part, ASSESSMENT_SCORE) : 0;
	}
	return sum;
}

/* ---- bands ---- */

static const char *setting_of(const struct filled *f)
{
	for (int i = 0; i < SDQ_INFORMANTS; i++)
		if (strcmp(f->form, SDQ_INFORMANT_NAMES[i]) == 0)
			return SDQ_FIRST[i].setting;
	return "";
}

/* The school's own bands in force on that day; NULL: none. */
static const struct row *bands_row(const struct filled *f, day on)
{
	const char *name = setting_of(f);

	for (int i = 0; strcmp(f->q->test, "SDQ") == 0 && i < f->settings->count; i++) {
		const struct row *s = f->settings->row[i];
		day until = row_day(s, SETTING_UNTIL);

		if (strcmp(row_text(s, SETTING_NAME), name) == 0 && row_day(s, SETTING_FROM) <= on && (until == DAY_NONE ||
			until >= on) &&
		    *row_text(s, SETTING_WHY))
			return s;
	}
	return NULL;
}

static const char *band_on(const struct filled *f, int scale, int64_t score, day on)
{
	const struct row *s = bands_row(f, on);
	struct sdq_bands bands;

	return s && sdq_bands_read(row_text(s, SETTING_VALUE), &bands) ? sdq_band(&bands, scale, (int)score) : NULL;
}

/* ---- the table ---- */

static void score_cell(struct req *rq, struct ui *ui, const struct filled *f, const struct child *c, int scale, const struct row *r,
	bool edit)
{
	const char *band = r ? band_on(f, scale, row_int(r, ASSESSMENT_SCORE), row_day(r, ASSESSMENT_ON)) : NULL;

	ui_cell_begin(ui);
	if (!r)
		buf_add_html(&ui->out, "–");
	else if (edit)
		ui_link_to(ui, row_text(r, ASSESSMENT_SCORE), arena_printf(rq->a, "%s/records/assessment/%s", c->base, row_id(r)));
	else
		buf_add_html(&ui->out, row_text(r, ASSESSMENT_SCORE));
	if (band)
		ui_small(ui, band);
	ui_cell_end(ui);
}

static void whole_row(struct req *rq, struct ui *ui, const struct filled *f, const struct whole *w, int scale)
{
	ui_row(ui);
	ui_cell(ui, w->name);
	for (int i = 0; i < f->count; i++) {
		int64_t sum = whole_on(f, w, f->days[i]);
		const char *band = sum < 0 ? NULL : band_on(f, scale, sum, f->days[i]);

		ui_cell_begin(ui);
		if (sum < 0)
			buf_add_html(&ui->out, "–");
		else
			buf_printf(&ui->out, "<b>%lld</b> of %d", (long long)sum, w->most);
		if (band)
			ui_small(ui, band);
		ui_cell_end(ui);
	}
	ui_row_end(ui);
	(void)rq;
}

static void draw_table(struct req *rq, struct ui *ui, const struct filled *f, const struct child *c, bool edit)
{
	struct ui_column *columns = arena_array(rq->a, (size_t)f->count + 2, sizeof *columns);

	columns[0] = (struct ui_column){ .label = "Scale" };
	for (int i = 0; i < f->count; i++)
		columns[i + 1] = (struct ui_column){ .label = day_long(rq->a, f->days[i]) };
	ui_table(ui, &(struct ui_table){ .caption = arena_printf(rq->a, "%s, %s: every scale, day by day", f->q->title, f->form),
		.columns = columns });
	for (int s = 0; f->q->scales[s]; s++) {
		ui_row(ui);
		ui_cell(ui, f->q->scales[s]);
		for (int i = 0; i < f->count; i++)
			score_cell(rq, ui, f, c, s, score_on(f, f->q->scales[s], f->days[i]), edit);
		ui_row_end(ui);
	}
	for (const struct whole *w = f->q->wholes; w->name; w++)
		whole_row(rq, ui, f, w, SDQ_TOTAL);
	ui_table_end(ui);
}

/* ---- the graphs ---- */

static void draw_points(struct req *rq, struct ui *ui, const struct filled *f, const struct child *c, const char *what,
	struct ui_point *points, int n)
{
	const char *first = arena_printf(rq->a, "%s %s, %s, %s: %g on %s", child_whose(rq->a, c->first), f->q->title, f->form, what,
		points[0].value, day_long(rq->a, points[0].on));

	ui_graph(ui, &(struct ui_graph){ .sentence = n > 1 ? arena_printf(rq->a, "%s, %g on %s", first, points[n - 1].value,
		day_long(rq->a, points[n - 1].on)) : first, .what = what, .unit = "Score", .points = points, .count = n,
		.today = rq->act->today });
}

static void whole_graph(struct req *rq, struct ui *ui, const struct filled *f, const struct child *c, const struct whole *w)
{
	struct ui_point points[DAYS_MOST];
	int n = 0;

	for (int i = 0; i < f->count; i++) {
		int64_t sum = whole_on(f, w, f->days[i]);

		if (sum >= 0)
			points[n++] = (struct ui_point){ f->days[i], (double)sum, NULL, 0, 0 };
	}
	if (!n)
		return;
	ui_small(ui, w->name);
	draw_points(rq, ui, f, c, w->name, points, n);
}

static void scale_graphs(struct req *rq, struct ui *ui, const struct filled *f, const struct child *c)
{
	ui_details(ui, arena_printf(rq->a, "A graph for each scale, %s", f->form));
	for (int s = 0; f->q->scales[s]; s++) {
		struct ui_point points[DAYS_MOST];
		int n = 0;

		for (int i = 0; i < f->count; i++) {
			const struct row *r = score_on(f, f->q->scales[s], f->days[i]);

			if (r)
				points[n++] = (struct ui_point){ f->days[i], (double)row_int(r, ASSESSMENT_SCORE), NULL, 0, 0 };
		}
		if (!n)
			continue;
		ui_heading_s(ui, f->q->scales[s]);
		draw_points(rq, ui, f, c, f->q->scales[s], points, n);
	}
	ui_details_end(ui);
}

/* ---- together ---- */

static void draw_source(struct req *rq, struct ui *ui, const struct filled *f)
{
	const struct row *s = bands_row(f, f->days[f->count - 1]);
	const char *href;

	if (strcmp(f->q->test, "SDQ") != 0)
		return;
	if (!s) {
		ui_small(ui, "No bands: none are set for this form with their source.");
		return;
	}
	ui_small(ui, arena_printf(rq->a, "Bands in force from %s: %s.", row_show(rq->a, s, SETTING_FROM),
		row_text(s, SETTING_WHY)));
	href = arena_printf(rq->a, "/settings/%s", row_id(s));
	if (rq_may(rq, &SETTING, RIGHT_EDIT) && rq_leads(rq, href))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, arena_printf(rq->a, "Change the bands, %s", f->form), href);
}

static void draw_form(struct req *rq, struct ui *ui, const struct child *c, struct filled *f)
{
	bool edit = rq_may(rq, &ASSESSMENT, RIGHT_EDIT);

	days_of(f);
	if (!f->count)
		return;
	ui_heading_s(ui, f->form);
	ui_columns(ui, UI_TWO);
	for (const struct whole *w = f->q->wholes; w->name; w++)
		whole_graph(rq, ui, f, c, w);
	ui_column_next(ui);
	draw_table(rq, ui, f, c, edit);
	draw_source(rq, ui, f);
	ui_columns_end(ui);
	scale_graphs(rq, ui, f, c);
}

static bool form_before(const struct questionnaire *q, const struct rows *rows, int at)
{
	for (int i = 0; i < at; i++)
		if (strcmp(row_text(rows->row[i], ASSESSMENT_TEST), q->test) == 0 &&
		    strcmp(row_text(rows->row[i], ASSESSMENT_FORM), row_text(rows->row[at], ASSESSMENT_FORM)) == 0)
			return true;
	return false;
}

static void draw_questionnaire(struct req *rq, struct ui *ui, const struct child *c, const struct questionnaire *q,
	const struct rows *rows, const struct rows *settings)
{
	bool any = false;

	for (int i = 0; i < rows->count; i++) {
		struct filled f = { .q = q, .form = row_text(rows->row[i], ASSESSMENT_FORM), .rows = rows, .settings = settings };

		if (strcmp(row_text(rows->row[i], ASSESSMENT_TEST), q->test) != 0 || form_before(q, rows, i))
			continue;
		if (!any) {
			ui_panel(ui, &(struct ui_panel){ .title = q->title, .count = -1 });
			ui_small(ui, q->why);
		}
		any = true;
		draw_form(rq, ui, c, &f);
	}
	if (any)
		ui_panel_end(ui);
}

const struct fault *scales_together(struct req *rq, struct ui *ui, const struct child *c, const struct rows *rows)
{
	struct ask ours = { .where = { { SETTING_NAME, ANY_OF, "sdq.teacher sdq.parent sdq.self" } }, .order = "-from",
		.limit = 60 };
	struct rows settings = { NULL, 0 };
	bool sdq = false;

	for (int i = 0; i < rows->count; i++)
		sdq = sdq || strcmp(row_text(rows->row[i], ASSESSMENT_TEST), "SDQ") == 0;
	if (sdq)
		TRY(record_list(rq->act, &SETTING, &ours, &settings));
	for (int i = 0; i < QUESTIONNAIRE_COUNT; i++)
		draw_questionnaire(rq, ui, c, &QUESTIONNAIRES[i], rows, &settings);
	return NULL;
}
