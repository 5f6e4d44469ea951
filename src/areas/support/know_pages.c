/* know_pages.c - what is known beside the census category: barriers with where each comes from, the areas that the child's needs
 * lie in, behaviour in numbers. Drawn on the tabs of the child's page; forms are the tables' own. The ways to a diagnosis are in
 * pathway_pages.c. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

static const char *new_path(struct req *rq, const struct record *r)
{
	return rq_may(rq, r, RIGHT_ADD) ? arena_printf(rq->a, "/pupils/%s/records/%s/new", row_id(rq->pupil), r->name) : NULL;
}

static void begin(struct req *rq, struct ui *ui, const struct panel *p, const char *add)
{
	const char *href = new_path(rq, p->record);

	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = href ? add : NULL, .href = href });
}

static void change_cell(struct req *rq, struct ui *ui, const struct row *row)
{
	ui_cell_begin(ui);
	if (rq_may(rq, row_record(row), RIGHT_EDIT))
		ui_link_to(ui, "Change", arena_printf(rq->a, "/pupils/%s/records/%s/%s", row_about(row), row_record(row)->name,
			row_id(row)));
	ui_cell_end(ui);
}

/* ---- barriers ---- */

const struct fault *barriers_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "What stands in the way", .width = 45 }, { "How we know" },
		{ "From whom", .phone = UI_BARE }, { "Since" },
		{ "Until" }, { "Change", .quiet = true, .act = true }, { NULL } };
	struct rows rows;

	TRY(record_list(rq->act, &BARRIER, &(struct ask){ .pupil = row_id(rq->pupil), .limit = 60 }, &rows));
	if (!rows.count && !rq_may(rq, &BARRIER, RIGHT_ADD))
		return NULL;
	begin(rq, ui, p, "Add a barrier");
	if (!rows.count)
		ui_empty(ui,
			"Nothing recorded. A barrier says what the child cannot yet do because of a need; it stands beside the "
			"census category.", NULL, NULL);
	else
		ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++) {
		const struct row *b = rows.row[i];

		ui_row(ui);
		ui_cell(ui, row_text(b, BARRIER_TEXT));
		ui_cell(ui, row_show(rq->a, b, BARRIER_HOW));
		ui_cell(ui, row_text(b, BARRIER_BY));
		ui_cell(ui, row_show(rq->a, b, BARRIER_FROM));
		ui_cell(ui, row_show(rq->a, b, BARRIER_UNTIL));
		change_cell(rq, ui, b);
		ui_row_end(ui);
	}
	if (rows.count)
		ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- areas of need ---- */

const struct fault *areas_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;

	TRY(query_run(rq->act, &Q_CHILD_AREAS, (const char *const[]){ row_id(rq->pupil), day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true,
		.link = rq_leads(rq, "/needs/areas") ? "How needs are grouped" : NULL, .href = "/needs/areas" });
	ui_items(ui);
	for (int i = 0; i < f.rows; i++) {
		ui_item(ui);
		buf_add_html(&ui->out, arena_printf(rq->a, "%s (%s%s)", found_text(&f, i, Q_CHILD_AREAS_AREA),
			found_text(&f, i, Q_CHILD_AREAS_SCHEME), strcmp(found_text(&f, i, Q_CHILD_AREAS_BASIS), "proposed") == 0 ?
			": proposed, not in force" : ""));
		ui_small(ui, arena_printf(rq->a, "Census type: %s", choice_label(NEED_AREA_TYPE.fields[NEED_AREA_TYPE_TYPE].choices,
			found_text(&f, i, Q_CHILD_AREAS_TYPE))));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *areas_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Area", .width = 32 }, { "Census types", .width = 36 }, { "Rests on" },
		{ "From" }, { "Until" }, { NULL } };
	struct rows areas, types;
	const char *scheme = "";

	TRY(record_list(rq->act, &NEED_AREA, &(struct ask){ .limit = 200 }, &areas));
	TRY(record_list(rq->act, &NEED_AREA_TYPE, &(struct ask){ .limit = 500 }, &types));
	ui->shell.title = "How needs are grouped";
	ui_head(ui, "How needs are grouped",
		"The census types stay as long as the census asks for them. Groupings stand beside them, each from a day; a type "
		"may lie in several areas, or in none.");
	if (record_ever(rq->act, &NEED_AREA, RIGHT_ADD)) {
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Add an area", "/records/need_area/new");
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Put a type in an area", "/records/need_area_type/new");
	}
	ui_head_end(ui);
	if (!areas.count)
		ui_empty(ui, "No grouping is here.", NULL, NULL);
	for (int i = 0; i < areas.count; i++) {
		const struct row *area = areas.row[i];
		struct buf held = buf_new(rq->a);

		if (strcmp(scheme, row_text(area, NEED_AREA_SCHEME)) != 0) {
			if (*scheme) {
				ui_table_end(ui);
				ui_panel_end(ui);
			}
			scheme = row_text(area, NEED_AREA_SCHEME);
			ui_panel(ui, &(struct ui_panel){ .title = scheme, .count = -1 });
			ui_table(ui, &(struct ui_table){ .caption = scheme, .columns = COLUMNS });
		}
		for (int k = 0; k < types.count; k++)
			if (strcmp(row_text(types.row[k], NEED_AREA_TYPE_AREA), row_id(area)) == 0)
				buf_printf(&held, "%s%s", held.len ? "; " : "", row_show(rq->a, types.row[k], NEED_AREA_TYPE_TYPE));
		ui_row(ui);
		ui_cell_link(ui, row_text(area, NEED_AREA_NAME), arena_printf(rq->a, "/records/need_area/%s", row_id(area)));
		ui_cell(ui, buf_text(&held));
		ui_cell(ui, row_show(rq->a, area, NEED_AREA_BASIS));
		ui_cell(ui, row_show(rq->a, area, NEED_AREA_FROM));
		ui_cell(ui, row_show(rq->a, area, NEED_AREA_UNTIL));
		ui_row_end(ui);
	}
	if (*scheme) {
		ui_table_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

/* ---- behaviour ---- */

const struct fault *behaviour_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct ui_point *points;
	struct rows rows;

	TRY(record_list(rq->act, &BEHAVIOUR_SUMMARY, &(struct ask){ .pupil = row_id(rq->pupil), .order = "until", .limit = 60 },
		&rows));
	if (!rows.count && !rq_may(rq, &BEHAVIOUR_SUMMARY, RIGHT_ADD))
		return NULL;
	begin(rq, ui, p, "Add a span");
	points = arena_array(rq->a, (size_t)rows.count + 1, sizeof *points);
	for (int i = 0; i < rows.count; i++)
		points[i] = (struct ui_point){ row_day(rows.row[i], BEHAVIOUR_UNTIL), (double)row_int(rows.row[i],
			BEHAVIOUR_INCIDENTS), NULL };
	if (rows.count)
		ui_graph(ui, &(struct ui_graph){ .sentence = arena_printf(rq->a, "Incidents: %g in the span that ended on %s",
			points[rows.count - 1].value, day_long(rq->a, points[rows.count - 1].on)), .what = "Incidents",
			.unit = "Incidents", .points = points, .count = rows.count, .today = rq->act->today });
	else
		ui_empty(ui, "No figures. They come from the school’s own behaviour system.", NULL, NULL);
	for (int i = rows.count - 1; i >= 0; i--)
		if (*row_text(rows.row[i], BEHAVIOUR_NOTE))
			ui_small(ui, arena_printf(rq->a, "%s: %s", row_show(rq->a, rows.row[i], BEHAVIOUR_UNTIL),
				row_text(rows.row[i], BEHAVIOUR_NOTE)));
	ui_panel_end(ui);
	return NULL;
}
