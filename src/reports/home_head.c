/* home_head.c - the state of SEND on one page: five figures, each of which opens its rows; by year, by need; what is at risk. No
 * figure ranks a teacher. A governor gets the same without a name, and nothing that fewer than five children would give away. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "reports/home.h"
#include "reports/home.tmpl.h"
#include "reports/look_back.h"
#include "reports/queries.sql.h"

static const char *per_cent(struct req *rq, int64_t n, int64_t of)
{
	return of < 10 ? "" : arena_printf(rq->a, "%lld.%lld%% of %lld on roll", (long long)(n * 1000 / of) / 10,
		(long long)(n * 1000 / of) % 10, (long long)of);
}

static void figure(struct req *rq, struct ui *ui, int64_t n, const char *what, const char *beneath, const char *href)
{
	const char *words = arena_printf(rq->a, "%lld %s", (long long)n, what);

	ui_row(ui);
	ui_cell_begin(ui);
	if (rq_leads(rq, href) && n)
		ui_link_to(ui, words, href);
	else
		buf_add_html(&ui->out, words);
	ui_cell_end(ui);
	ui_cell(ui, beneath);
	ui_row_end(ui);
}

static void risk(struct req *rq, struct ui *ui, int64_t n, const char *words, const char *why, const char *href)
{
	const char *text = arena_printf(rq->a, "%lld %s", (long long)n, words);

	ui_item(ui);
	if (rq_leads(rq, href))
		ui_link_to(ui, text, href);
	else
		buf_add_html(&ui->out, text);
	ui_small_words(ui, arena_printf(rq->a, " · %s", why));
	ui_item_end(ui);
}

static void draw_risks(struct req *rq, struct ui *ui, int64_t untold, int64_t unreviewed)
{
	ui_panel(ui, &(struct ui_panel){ .title = "At risk", .count = -1, .plain = true });
	if (!untold && !unreviewed)
		ui_empty(ui, "Nothing: all parents were told, and no review day has passed.", NULL, NULL);
	else
		ui_items(ui);
	if (untold)
		risk(rq, ui, untold, untold == 1 ? "set of parents not told that support began" :
			"sets of parents not told that support began",
			"Children and Families Act 2014, section 68", "/register?review=untold");
	if (unreviewed)
		risk(rq, ui, unreviewed, unreviewed == 1 ? "child whose review day has passed" :
			"children whose review day has passed",
			"Code of Practice 6.44 to 6.56", "/register?review=overdue");
	if (untold || unreviewed)
		ui_items_end(ui);
	ui_panel_end(ui);
}

const struct fault *home_state(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "Figure", .width = 45 }, { "What it stands on", .phone = UI_BARE },
		{ NULL } };
	int64_t k, e, roll, met;
	struct found f;

	TRY(query_run(rq->act, &Q_SEND_STATE, (const char *const[]){ home_since(rq, 0), home_term_from(rq) }, &f));
	roll = found_int(&f, 0, Q_SEND_STATE_ROLL);
	k = found_int(&f, 0, Q_SEND_STATE_K);
	e = found_int(&f, 0, Q_SEND_STATE_E);
	met = found_int(&f, 0, Q_SEND_STATE_MET);
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1 });
	ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS, .headless = true });
	figure(rq, ui, k, k == 1 ? "child on SEN Support" : "children on SEN Support", per_cent(rq, k, roll), "/register?status=K");
	figure(rq, ui, e, e == 1 ? "child with an EHC plan" : "children with an EHC plan", per_cent(rq, e, roll),
		"/register?status=E");
	figure(rq, ui, found_int(&f, 0, Q_SEND_STATE_OVERDUE), "dates overdue", "Dates that law or policy set, not met",
		"/register?review=overdue");
	figure(rq, ui, met, "children’s parents met this term",
		arena_printf(rq->a, "of %lld on the register; three meetings a year are due", (long long)(k + e)), "/register");
	figure(rq, ui, found_int(&f, 0, Q_SEND_STATE_WATCHED), "children being watched", "Somebody is worried; not on the register",
		"/watch");
	ui_table_end(ui);
	ui_panel_end(ui);
	draw_risks(rq, ui, found_int(&f, 0, Q_SEND_STATE_UNTOLD), found_int(&f, 0, Q_SEND_STATE_UNREVIEWED));
	return NULL;
}

const struct fault *home_years(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "Year" }, { "On roll", .number = true }, { "SEN Support", .number = true },
		{ "EHC plan", .number = true }, { NULL } };
	struct found f;

	TRY(query_run(rq->act, &Q_SEND_BY_YEAR, (const char *const[]){ home_since(rq, 0) }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true });
	ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS });
	for (const struct choice *y = YEARS; y->code; y++)
		for (int i = 0; i < f.rows; i++)
			if (strcmp(found_text(&f, i, Q_SEND_BY_YEAR_YEAR), y->code) == 0) {
				ui_row(ui);
				ui_cell_link(ui, y->label, arena_printf(rq->a, "/register?year=%s", y->code));
				ui_cell_int(ui, found_int(&f, i, Q_SEND_BY_YEAR_ROLL));
				ui_cell_int(ui, found_int(&f, i, Q_SEND_BY_YEAR_K));
				ui_cell_int(ui, found_int(&f, i, Q_SEND_BY_YEAR_E));
				ui_row_end(ui);
			}
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *home_needs(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct ui_bar *bars;
	struct found f;

	TRY(query_run(rq->act, &Q_SEND_BY_NEED, (const char *const[]){ home_since(rq, 0) }, &f));
	if (!f.rows)
		return NULL;
	bars = arena_array(rq->a, (size_t)f.rows + 1, sizeof *bars);
	for (int i = 0; i < f.rows; i++)
		bars[i] = (struct ui_bar){ choice_label(NEED_TYPES, found_text(&f, i, Q_SEND_BY_NEED_TYPE)),
			(double)found_int(&f, i, Q_SEND_BY_NEED_CHILDREN), arena_printf(rq->a, "/register?need=%s",
			found_text(&f, i, Q_SEND_BY_NEED_TYPE)) };
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true });
	ui_bars(ui, &(struct ui_bars){ .sentence = arena_printf(rq->a, "Main need: %s is the commonest, %g children", bars[0].label,
		bars[0].value), .what = "Main need", .unit = "Children", .bars = bars });
	ui_panel_end(ui);
	return NULL;
}

/* ---- for governors: no names, nothing small; the figures of their report, so that neither gives the other away ---- */

const struct fault *home_numbers(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "Year" }, { "SEN Support or EHC plan", .number = true }, { NULL } };
	const struct figures *now, *years;
	struct look_back l;

	TRY(look_back_read(rq->act, "term", true, &l));
	now = &l.section[SECTION_REGISTER];
	years = &l.section[SECTION_YEARS];
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1 });
	ui_summary(ui);
	ui_summary_row(ui, "On SEN Support", figure_words(rq->a, &now->line[now->count - 2]), NULL, NULL);
	ui_summary_row(ui, "With an EHC plan", figure_words(rq->a, &now->line[now->count - 1]), NULL, NULL);
	ui_summary_end(ui);
	ui_table(ui, &(struct ui_table){ .caption = "By year group, of all on roll", .caption_shown = true, .columns = COLUMNS });
	for (int i = 0; i < years->count; i++) {
		ui_row(ui);
		ui_cell(ui, years->line[i].label);
		ui_cell(ui, figure_words(rq->a, &years->line[i]));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_small(ui, "Numbers under 5 are not said, nor any other from which one could be worked out.");
	ui_panel_end(ui);
	return NULL;
}
