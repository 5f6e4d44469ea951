/* need_years.c - a child's needs school year by school year: which were recorded, which was the main one, and the status beside
 * them, so that change with age is seen at a glance. Drawn as a table: what holds is a word in its cell, not a colour alone. */
#include <string.h>

#include "areas/support/support.h"
#include "law/term.h"

enum { YEARS_MOST = 8, TYPES_MOST = 16 };

struct years { struct rows needs, statuses; int first, count; };

static bool held_in(const struct row *r, int year)
{
	day from = day_parse(row_named(r, "from")), until = day_parse(row_named(r, "until"));

	return from < day_of(year + 1, 9, 1) && (until == DAY_NONE || until >= day_of(year, 9, 1));
}

static void span_of(const struct rows *rows, day today, int *first)
{
	for (int i = 0; i < rows->count; i++) {
		day from = day_parse(row_named(rows->row[i], "from"));

		if (from != DAY_NONE && from <= today && day_school_year(from) < *first)
			*first = day_school_year(from);
	}
}

static const struct fault *years_read(struct req *rq, struct years *y)
{
	const struct record *need = record_find(rq->act->house, "need"), *status = record_find(rq->act->house, "register_status");
	int now = day_school_year(rq->act->today);

	TRY(record_list(rq->act, need, &(struct ask){ .pupil = row_id(rq->pupil), .order = "rank from", .limit = 100,
		.clear_only = true }, &y->needs));
	TRY(record_list(rq->act, status, &(struct ask){ .pupil = row_id(rq->pupil), .order = "from", .limit = 100,
		.clear_only = true }, &y->statuses));
	y->first = now;
	span_of(&y->needs, rq->act->today, &y->first);
	span_of(&y->statuses, rq->act->today, &y->first);
	y->count = now - y->first + 1;
	if (y->count > YEARS_MOST) {
		y->count = YEARS_MOST;
		y->first = now - YEARS_MOST + 1;
	}
	return NULL;
}

/* The last status of the year: "K", "E" or none. */
static const char *status_in(const struct rows *statuses, int year)
{
	const char *out = "";

	for (int i = 0; i < statuses->count; i++) {
		const char *p = row_named(statuses->row[i], "provision");

		if (held_in(statuses->row[i], year))
			out = strcmp(p, "N") == 0 ? "" : p;
	}
	return out;
}

/* The rank that a type of need had in that year; 0: not recorded then. */
static int64_t rank_in(const struct rows *needs, const char *type, int year)
{
	int64_t rank = 0;

	for (int i = 0; i < needs->count; i++) {
		const struct row *n = needs->row[i];
		int64_t its = row_int(n, field_find(row_record(n), "rank"));

		if (strcmp(row_named(n, "type"), type) == 0 && held_in(n, year) && (!rank || its < rank))
			rank = its;
	}
	return rank;
}

static void status_row(struct ui *ui, const struct years *y)
{
	ui_row(ui);
	ui_cell(ui, "Status");
	for (int i = 0; i < y->count; i++) {
		const char *status = status_in(&y->statuses, y->first + i);

		ui_cell_begin(ui);
		if (*status)
			ui_status(ui, status);
		ui_cell_end(ui);
	}
	ui_row_end(ui);
}

static void need_row(struct req *rq, struct ui *ui, const struct years *y, const struct row *need)
{
	const char *type = row_named(need, "type");

	ui_row(ui);
	ui_cell(ui, row_show(rq->a, need, field_find(row_record(need), "type")));
	for (int i = 0; i < y->count; i++) {
		int64_t rank = rank_in(&y->needs, type, y->first + i);

		ui_cell_begin(ui);
		if (rank)
			ui_tag(ui, rank == 1 ? UI_OK : UI_PLAIN, rank == 1 ? "Main need" : arena_printf(rq->a, "Need %lld",
				(long long)rank));
		ui_cell_end(ui);
	}
	ui_row_end(ui);
}

const struct fault *need_years_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct ui_column columns[YEARS_MOST + 2] = { { "Need", .width = 30 } };
	struct years y;

	TRY(years_read(rq, &y));
	if (!y.needs.count)
		return NULL;
	for (int i = 0; i < y.count; i++)
		columns[i + 1].label = school_year_words(rq->a, day_of(y.first + i, 10, 1));
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1 });
	ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = columns });
	status_row(ui, &y);
	for (int i = 0; i < y.needs.count; i++) {
		bool before = false;

		for (int k = 0; k < i; k++)
			before = before || strcmp(row_named(y.needs.row[k], "type"), row_named(y.needs.row[i], "type")) == 0;
		if (!before)
			need_row(rq, ui, &y, y.needs.row[i]);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}
