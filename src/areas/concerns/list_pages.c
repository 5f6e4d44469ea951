/* list_pages.c - concerns from home together: what is open, what was closed, and what they are about; and on the homes of those who
 * see to them. */
#include <stdlib.h>
#include <string.h>

#include "areas/concerns/pages.h"
#include "areas/concerns/queries.sql.h"

enum { SHOWN = 6 };

static enum ui_tone tone_of(const char *state)
{
	return strcmp(state, "new") == 0 ? UI_SOON : strcmp(state, "looking") == 0 ? UI_ACCENT :
		strcmp(state, "answered") == 0 ? UI_OK : UI_PLAIN;
}

static void row_of(struct req *rq, struct ui *ui, const struct found *f, int i, bool open)
{
	const char *id = found_text(f, i, Q_HOME_CONCERNS_CONCERN), *state = found_text(f, i, Q_HOME_CONCERNS_STATE);
	const char *owner = found_text(f, i, Q_HOME_CONCERNS_OWNER_NAME);
	day by = day_parse(found_text(f, i, Q_HOME_CONCERNS_REPLY_BY));

	ui_row(ui);
	ui_cell_begin(ui);
	ui_link_to(ui, about_name(rq->a, found_text(f, i, Q_HOME_CONCERNS_KNOWN_AS), found_text(f, i,
		Q_HOME_CONCERNS_KNOWN_SURNAME)), arena_printf(rq->a, "/home-concerns/%s", id));
	buf_add_html(&ui->out, arena_printf(rq->a, " %s", found_text(f, i, Q_HOME_CONCERNS_FORM)));
	ui_cell_end(ui);
	ui_cell_sub(ui, concern_words(rq->a, found_text(f, i, Q_HOME_CONCERNS_KIND), found_text(f, i, Q_HOME_CONCERNS_THEME)),
		arena_printf(rq->a, "since %s", day_long(rq->a, day_parse(found_text(f, i, Q_HOME_CONCERNS_RAISED_ON)))));
	ui_cell(ui, *owner ? owner : "Nobody yet");
	if (!open)
		ui_cell(ui, choice_label(CONCERN_OUTCOMES, found_text(f, i, Q_HOME_CONCERNS_OUTCOME)));
	else if (*found_text(f, i, Q_HOME_CONCERNS_REPLIED_ON) || by == DAY_NONE)
		ui_cell(ui, by == DAY_NONE ? "No day set" : "Answered");
	else
		ui_cell_due(ui, by);
	ui_cell_begin(ui);
	ui_tag(ui, tone_of(state), choice_label(CONCERN_STATES, state));
	ui_cell_end(ui);
	ui_row_end(ui);
}

static const struct fault *draw_list(struct req *rq, struct ui *ui, bool open)
{
	static const struct ui_column OPEN_COLUMNS[] = { { "Child", .width = 20 }, { "What", .phone = UI_BARE, .width = 34 },
		{ "Who sees to it" }, { "Answer by", .phone = UI_BARE }, { "State", .phone = UI_LEAD }, { NULL } };
	static const struct ui_column CLOSED[] = { { "Child", .width = 20 }, { "What", .phone = UI_BARE, .width = 34 },
		{ "Who saw to it" }, { "What came of it", .phone = UI_BARE }, { "State", .phone = UI_LEAD }, { NULL } };
	struct found f;

	TRY(query_run(rq->act, &Q_HOME_CONCERNS, (const char *const[]){ day_iso(rq->a, rq->act->today), open ? "open" : "closed",
		"200" }, &f));
	if (!f.rows) {
		ui_empty(ui, open ? "No concern from home is open. Write one down on the child’s page." : "None was closed yet.",
			NULL, NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = open ? "Open concerns" : "Closed concerns", .columns = open ? OPEN_COLUMNS :
		CLOSED });
	for (int i = 0; i < f.rows; i++)
		row_of(rq, ui, &f, i, open);
	ui_table_end(ui);
	return NULL;
}

/* ---- what they are about ---- */

static int by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void draw_times(struct req *rq, struct ui *ui, const struct found *f)
{
	int *days = arena_array(rq->a, (size_t)f->rows + 1, sizeof *days), n = 0, late = 0;

	for (int i = 0; i < f->rows; i++) {
		day raised = day_parse(found_text(f, i, Q_HOME_CONCERN_FACTS_RAISED_ON)), replied = day_parse(found_text(f, i,
			Q_HOME_CONCERN_FACTS_REPLIED_ON)), by = day_parse(found_text(f, i, Q_HOME_CONCERN_FACTS_REPLY_BY));

		late += by != DAY_NONE && (replied == DAY_NONE ? by < rq->act->today && strcmp(found_text(f, i,
			Q_HOME_CONCERN_FACTS_STATE), "closed") != 0 : replied > by);
		if (replied != DAY_NONE)
			days[n++] = (int)(replied - raised);
	}
	qsort(days, (size_t)n, sizeof *days, by_number);
	ui_para(ui, n ? arena_printf(rq->a, "%d raised, %d answered: half of them within %d days, the slowest after %d. %d late.",
		f->rows, n, days[(n - 1) / 2], days[n - 1], late) : arena_printf(rq->a, "%d raised, none answered yet.", f->rows));
}

static void draw_counts(struct req *rq, struct ui *ui, const struct found *f, const char *title, const struct choice *list,
	int field)
{
	struct ui_bar *bars;
	int n = 0, k = 0, none = 0;

	while (list[n].code)
		n++;
	bars = arena_array(rq->a, (size_t)n + 2, sizeof *bars);
	for (int c = 0; c < n; c++) {
		int count = 0;

		for (int i = 0; i < f->rows; i++)
			count += strcmp(found_text(f, i, field), list[c].code) == 0;
		if (count)
			bars[k++] = (struct ui_bar){ list[c].label, count, NULL };
	}
	for (int i = 0; i < f->rows; i++)
		none += !*found_text(f, i, field);
	if (none)
		bars[k++] = (struct ui_bar){ "Not said yet", none, NULL };
	ui_heading(ui, title);
	if (k)
		ui_bars(ui, &(struct ui_bars){ .sentence = title, .what = title, .unit = "Concerns", .bars = bars });
}

static const struct fault *draw_themes(struct req *rq, struct ui *ui)
{
	bool last = strcmp(rq_text(rq, "year"), "last") == 0;
	int year = day_school_year(rq->act->today) - last;
	struct found f;

	TRY(query_run(rq->act, &Q_HOME_CONCERN_FACTS, (const char *const[]){ day_iso(rq->a, day_of(year, 9, 1)),
		day_iso(rq->a, day_of(year + 1, 8, 31)) }, &f));
	ui_filters(ui, "/home-concerns");
	ui_hidden(ui, "show", "themes");
	ui_filter_select(ui, "year", "School year", last ? "last" : "", (const struct ui_option[]){ { "", "This one" },
		{ "last", "The last one" }, { NULL } });
	ui_filters_end(ui);
	if (!f.rows) {
		ui_empty(ui, "No concern was raised in that school year.", NULL, NULL);
		return NULL;
	}
	draw_times(rq, ui, &f);
	draw_counts(rq, ui, &f, "What they were about", CONCERN_THEMES, Q_HOME_CONCERN_FACTS_THEME);
	draw_counts(rq, ui, &f, "What came of them", CONCERN_OUTCOMES, Q_HOME_CONCERN_FACTS_OUTCOME);
	return NULL;
}

const struct fault *concerns_list(struct req *rq, struct ui *ui)
{
	const char *show = rq_text(rq, "show");
	bool closed = strcmp(show, "closed") == 0, whole = !record_own_only(rq->act, &HOME_CONCERN, RIGHT_READ);
	bool themes = whole && strcmp(show, "themes") == 0;
	const struct ui_link tabs[] = { { "Open", "/home-concerns", !closed && !themes, 0 },
		{ "Closed", "/home-concerns?show=closed", closed, 0 },
		{ whole ? "Themes" : NULL, "/home-concerns?show=themes", themes, 0 }, { NULL, NULL, false, 0 } };

	ui->shell.title = "Concerns from home";
	ui_head(ui, ui->shell.title, "What parents worry or complain about: who sees to it, by when they are answered, what came "
		"of it.");
	ui_head_end(ui);
	ui_tabs(ui, "Which concerns", tabs);
	return themes ? draw_themes(rq, ui) : draw_list(rq, ui, !closed);
}

/* ---- on the homes ---- */

static const struct fault *draw_open(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;
	int n = 0;

	TRY(query_run(rq->act, &Q_HOME_CONCERNS, (const char *const[]){ day_iso(rq->a, rq->act->today), "open", "50" }, &f));
	for (int i = 0; i < f.rows && n < SHOWN; i++) {
		const char *state = found_text(&f, i, Q_HOME_CONCERNS_STATE);
		day by = day_parse(found_text(&f, i, Q_HOME_CONCERNS_REPLY_BY));

		if (!n++) {
			ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = p->width == PANEL_RAIL,
				.link = "All", .href = "/home-concerns" });
			ui_items(ui);
		}
		ui_item(ui);
		ui_link_to(ui, about_name(rq->a, found_text(&f, i, Q_HOME_CONCERNS_KNOWN_AS), found_text(&f, i,
			Q_HOME_CONCERNS_KNOWN_SURNAME)), arena_printf(rq->a, "/home-concerns/%s", found_text(&f, i,
			Q_HOME_CONCERNS_CONCERN)));
		buf_add(&ui->out, " ");
		if (strcmp(state, "new") == 0)
			ui_tag(ui, UI_SOON, "New");
		buf_add(&ui->out, "<br>");
		if (strcmp(state, "answered") == 0)
			ui_small(ui, "answered, to be closed");
		else
			ui_due_short(ui, by);
		ui_item_end(ui);
	}
	if (n) {
		ui_items_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

const struct panel CONCERNS_PANELS[] = {
	{ "child-acts", 170, &HOME_CONCERN, RIGHT_ADD, "A concern from home", .href = "/home-concern" },
	{ "home-senco", 600, &HOME_CONCERN, RIGHT_READ, "Concerns from home", PANEL_RAIL, draw_open },
	{ "home-head", 500, &HOME_CONCERN, RIGHT_READ, "Concerns from home", PANEL_RAIL, draw_open },
	{ "home-lead", 500, &HOME_CONCERN, RIGHT_READ, "Concerns from home", PANEL_RAIL, draw_open },
	{ "home-teacher", 190, &HOME_CONCERN, RIGHT_EDIT, "Concerns from home: yours to answer", PANEL_WHOLE, draw_open },
	{ "home-ta", 190, &HOME_CONCERN, RIGHT_EDIT, "Concerns from home: yours to answer", PANEL_WHOLE, draw_open },
	{ "home-office", 170, &HOME_CONCERN, RIGHT_READ, "Concerns from home", PANEL_WHOLE, draw_open },
	{ NULL },
};
