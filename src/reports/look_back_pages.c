/* look_back_pages.c - the page for those who lead, each figure a link to its rows; the page for governors, which has no link and no
 * name; both as PDF and workbook. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/register/area.h"
#include "base/text.h"
#include "reports/look_back.h"
#include "reports/queries.sql.h"

static const char *which_of(const struct req *rq)
{
	return *rq_text(rq, "when") ? rq_text(rq, "when") : "term";
}

static const struct fault *allowed(struct req *rq, bool governors)
{
	return look_back_may(rq->act, governors) ? NULL : FAULT(rq->a, FAULT_NONE,
		"figures of the whole school are not this person's");
}

static void draw_section(struct req *rq, struct ui *ui, const struct figures *s, const char *when)
{
	static const struct ui_column COLUMNS[] = { { "What", .phone = UI_LEAD }, { "How many", .number = true }, { NULL } };
	struct ui_bar *bars = arena_array(rq->a, (size_t)s->count + 1, sizeof *bars);
	int n = 0;

	ui_panel(ui, &(struct ui_panel){ .title = s->title });
	ui_small(ui, s->sentence);
	for (int i = 0; s->bars && i < s->count; i++)
		if (!s->line[i].hidden && s->line[i].n)
			bars[n++] = (struct ui_bar){ s->line[i].label, (double)s->line[i].n, NULL };
	if (n > 1)
		ui_bars(ui, &(struct ui_bars){ .sentence = s->sentence, .what = s->title, .unit = "Targets", .bars = bars });
	if (s->count) {
		ui_table(ui, &(struct ui_table){ .caption = s->title, .columns = COLUMNS, .density = UI_TIGHT });
		for (int i = 0; i < s->count; i++) {
			const struct figure *f = &s->line[i];

			ui_row(ui);
			ui_cell(ui, f->label);
			if (f->href && f->n)
				ui_cell_link(ui, figure_words(rq->a, f), arena_printf(rq->a, "%s&when=%s", f->href, when));
			else
				ui_cell(ui, figure_words(rq->a, f));
			ui_row_end(ui);
		}
		ui_table_end(ui);
	}
	ui_panel_end(ui);
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct look_back *l, const char *base, const char *title)
{
	static const struct ui_option WHEN[] = { { .value = "term", .label = "This term" },
		{ .value = "year", .label = "This school year" },
		{ .value = "last", .label = "Last school year" }, { .label = NULL } };
	const char *when = which_of(rq);

	ui->shell.title = title;
	ui_head(ui, title, arena_printf(rq->a, "%s: %s.", l->period, l->words));
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "PDF", arena_printf(rq->a, "%s.pdf?when=%s", base, when));
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Workbook", arena_printf(rq->a, "%s.xlsx?when=%s", base, when));
	ui_head_end(ui);
	ui_filters(ui, base);
	ui_filter_select(ui, "when", "When", when, WHEN);
	ui_filters_end(ui);
	if (l->governors)
		ui_note(ui, UI_OK, "No child can be recognised.",
			"Numbers under 5 are not said, nor any other from which one could be worked out.");
	ui_columns(ui, UI_TWO);
	for (int i = 0; i < SECTIONS; i++) {
		if (i == SECTION_TARGETS)
			ui_column_next(ui);
		draw_section(rq, ui, &l->section[i], when);
	}
	ui_columns_end(ui);
	return NULL;
}

static const struct fault *look_back_page(struct req *rq, struct ui *ui)
{
	struct look_back l;

	TRY(allowed(rq, false));
	TRY(look_back_read(rq->act, which_of(rq), false, &l));
	return draw(rq, ui, &l, "/reports/look-back", "Looking back");
}

static const struct fault *governors_page(struct req *rq, struct ui *ui)
{
	struct look_back l;

	TRY(allowed(rq, true));
	TRY(look_back_read(rq->act, which_of(rq), true, &l));
	return draw(rq, ui, &l, "/reports/governors", "SEND: report to governors");
}

/* What the row says of the child, where the figure does not say it already. */
static const char *row_words(const struct found *f, int i)
{
	const char *what = found_text(f, i, Q_LOOK_BACK_WHAT), *how = found_text(f, i, Q_LOOK_BACK_HOW);

	if (strcmp(what, "target") == 0)
		return choice_label(RATINGS, how);
	if (strcmp(what, "signed") == 0)
		return *how ? choice_label(PLAN_DECISIONS, how) : "";
	if (strcmp(what, "left") == 0)
		return *how ? choice_label(EXIT_REASONS, how) : "";
	return strcmp(what, "strategy") == 0 || strcmp(what, "support") == 0 ? found_text(f, i, Q_LOOK_BACK_PART) : "";
}

/* Have the rows of this figure something to say beside the child? */
static bool says_more(const char *what)
{
	static const char *const SAYS[] = { "target", "signed", "left", "strategy", "support" };

	for (size_t i = 0; i < sizeof SAYS / sizeof *SAYS; i++)
		if (strcmp(what, SAYS[i]) == 0)
			return true;
	return false;
}

/* The figure that these rows stand behind, as it is called; "Behind the figure" for an address that no figure has. */
static const char *figure_named(struct arena *a, const struct look_back *l, const char *what, const char *part, const char *how)
{
	const char *href = look_back_rows_href(a, what, part, how);

	for (int s = 0; s < SECTIONS; s++)
		for (int i = 0; i < l->section[s].count; i++)
			if (l->section[s].line[i].href && strcmp(l->section[s].line[i].href, href) == 0)
				return arena_printf(a, "%s: %s", l->section[s].title, l->section[s].line[i].label);
	return "Behind the figure";
}

static const struct fault *rows_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .phone = UI_LEAD }, { "Main need", .phone = UI_BARE },
		{ "What", .phone = UI_BARE }, { NULL } };
	static const struct ui_column PLAIN[] = { { "Child", .phone = UI_LEAD }, { "Main need", .phone = UI_BARE }, { NULL } };
	const char *what = rq_text(rq, "what"), *part = rq_param(rq, "part"), *how = rq_param(rq, "how");
	struct ui_link *crumbs = arena_array(rq->a, 2, sizeof *crumbs);
	struct look_back l;
	int shown = 0;

	TRY(allowed(rq, false));
	TRY(look_back_read(rq->act, which_of(rq), false, &l));
	crumbs[0] = (struct ui_link){ "Looking back", arena_printf(rq->a, "/reports/look-back?when=%s", which_of(rq)), false, 0 };
	ui->shell.crumbs = crumbs;
	ui->shell.title = "Behind a figure";
	ui_title(ui, NULL, figure_named(rq->a, &l, what, part, how), arena_printf(rq->a, "%s: %s.", l.period, l.words));
	ui_table(ui, &(struct ui_table){ .caption = "Children", .columns = says_more(what) ? COLUMNS : PLAIN,
		.density = UI_TIGHT });
	for (int i = 0; i < l.rows.rows; i++) {
		if (!look_back_counts(&l, i, what, part, how))
			continue;
		shown++;
		ui_row(ui);
		ui_cell_link(ui, arena_printf(rq->a, "%s %s", found_text(&l.rows, i, Q_LOOK_BACK_FIRST),
			found_text(&l.rows, i, Q_LOOK_BACK_LAST)), arena_printf(rq->a, "/pupils/%s",
			found_text(&l.rows, i, Q_LOOK_BACK_PUPIL)));
		ui_cell(ui, choice_label(NEED_TYPES, found_text(&l.rows, i, Q_LOOK_BACK_NEED)));
		if (says_more(what))
			ui_cell(ui, row_words(&l.rows, i));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	if (!shown)
		ui_empty(ui, "Nobody.", "Back to the figures", crumbs[0].href);
	return NULL;
}

/* ---- as files ---- */

static const struct fault *file(struct req *rq, bool governors, bool pdf)
{
	struct buf bytes = buf_new(rq->a);
	struct look_back l;

	TRY(allowed(rq, governors));
	TRY(look_back_read(rq->act, which_of(rq), governors, &l));
	if (pdf)
		TRY(look_back_pdf(rq->act, &l, &bytes));
	else
		TRY(look_back_xlsx(rq->act, &l, &bytes));
	return rq_download(rq, pdf ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		arena_printf(rq->a, "%s.%s", governors ? "send-governors" : "send-look-back", pdf ? "pdf" : "xlsx"), bytes.data,
		bytes.len);
}

static const struct fault *look_back_as_pdf(struct req *rq, __attribute__((unused)) struct ui *ui) { return file(rq, false, true); }
static const struct fault *look_back_as_xlsx(struct req *rq, __attribute__((unused)) struct ui *ui) { return file(rq, false,
	false); }
static const struct fault *governors_as_pdf(struct req *rq, __attribute__((unused)) struct ui *ui) { return file(rq, true, true); }
static const struct fault *governors_as_xlsx(struct req *rq, __attribute__((unused)) struct ui *ui) { return file(rq, true,
	false); }

const struct route LOOK_BACK_ROUTES[] = {
	{ "/reports/look-back", &PLAN, RIGHT_READ, look_back_page, NULL, "Looking back", .section = "Looking back" },
	{ "/reports/look-back/rows", &PLAN, RIGHT_READ, rows_page, NULL, "Behind a figure", .section = "Looking back" },
	{ "/reports/look-back.pdf", &PLAN, RIGHT_READ, look_back_as_pdf, NULL, "Looking back, as a PDF",
		.section = "Looking back" },
	{ "/reports/look-back.xlsx", &PLAN, RIGHT_READ, look_back_as_xlsx, NULL, "Looking back, as a workbook",
		.section = "Looking back" },
	{ "/reports/governors", &CAMPUS, RIGHT_READ, governors_page, NULL, "Report to governors", .section = "For governors" },
	{ "/reports/governors.pdf", &CAMPUS, RIGHT_READ, governors_as_pdf, NULL, "Report to governors, as a PDF",
		.section = "For governors" },
	{ "/reports/governors.xlsx", &CAMPUS, RIGHT_READ, governors_as_xlsx, NULL, "Report to governors, as a workbook",
		.section = "For governors" },
	{ NULL },
};
