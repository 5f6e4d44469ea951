/* settings_pages.c - what this school has decided where law or the program leaves a choice: each clock that may be set, how long it
 * runs by default, and the school's own word for it, dated so that the past keeps its rule. */
#include <string.h>

#include "areas/people/pages.h"
#include "areas/people/settings.h"

static const struct plain SETTING_FORM = { &SETTING, "/settings", "Set something for this school", "Change a setting",
	"Take it back", SETTING_FROM, .asked = true };

const struct fault *setting_new(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &SETTING_FORM, NULL); }
const struct fault *setting_edit(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &SETTING_FORM, rq_arg(rq, "setting")); }

static const struct row *in_force(const struct req *rq, const struct rows *rows, const char *name)
{
	for (int i = 0; i < rows->count; i++) {
		day from = row_day(rows->row[i], SETTING_FROM), until = row_day(rows->row[i], SETTING_UNTIL);

		if (strcmp(row_text(rows->row[i], SETTING_NAME), name) == 0 && (from == DAY_NONE || from <= rq->act->today) &&
		    (until == DAY_NONE || until >= rq->act->today))
			return rows->row[i];
	}
	return NULL;
}

static void clock_row(struct req *rq, struct ui *ui, const struct settable *s, const struct row *own, bool edit)
{
	ui_row(ui);
	ui_cell_sub(ui, s->what, s->cite);
	ui_cell(ui, s->length);
	ui_cell(ui, own ? arena_printf(rq->a, "%s, from %s", row_text(own, SETTING_VALUE),
		day_long(rq->a, row_day(own, SETTING_FROM))) : "");
	ui_cell_begin(ui);
	if (edit && own)
		ui_link_to(ui, "Change", arena_printf(rq->a, "/settings/%s", row_id(own)));
	else if (edit)
		ui_link_to(ui, "Set", arena_printf(rq->a, "/settings/new?name=%s", s->name));
	ui_cell_end(ui);
	ui_row_end(ui);
}

const struct fault *settings_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "What must be done", .width = 50 },
		{ "By default", .phone = UI_BARE, .width = 20 }, { "At this school", .phone = UI_BARE },
		{ "Set", .width = 10, .quiet = true, .act = true }, { NULL } };
	bool edit = record_ever(rq->act, &SETTING, RIGHT_ADD);
	struct rows rows;

	TRY(record_list(rq->act, &SETTING, &(struct ask){ .limit = 500 }, &rows));
	ui->shell.title = "Settings";
	people_crumbs(rq, ui, (const char *const[]){ "School", "/school", NULL });
	ui_head(ui, "Settings", "Dates that law fixes are not here: no school can move those. What is set here counts from its day "
		"on, never before.");
	ui_head_end(ui);
	for (const struct settable *s = settable_clocks(rq->a), *first = s; s->name; s++) {
		bool begins = s == first || strcmp(s->part, s[-1].part) != 0;

		if (begins) {
			ui_heading(ui, s->part);
			ui_table(ui, &(struct ui_table){ .caption = s->part, .columns = COLUMNS, .css = "os-fixed" });
		}
		clock_row(rq, ui, s, in_force(rq, &rows, s->name), edit);
		if (!s[1].name || strcmp(s->part, s[1].part) != 0)
			ui_table_end(ui);
	}
	return NULL;
}
