/* phases.c - children with support who move to another phase in September: their needs are looked at again before they go, for
 * needs change with age and with what a phase asks. A date is kept for each, so that it stands in the lists of dates until somebody
 * has looked; the hourly work makes them and takes them back. Last years of a phase: R, 2, 6, 9, 11 and 13 (domain notes, codes.md
 * 4, reform-2026.md 5). Not here: the plan for the move; the line on the SENCO's home (pathway_pages.c). */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"
#include "law/due.h"

#define CLOCK_PHASE "phase-needs"

static const struct { const char *year, *to; } MOVES[] = { { "R", "key stage 1" }, { "2", "key stage 2" }, { "6", "key stage 3" },
	{ "9", "key stage 4" }, { "11", "post-16 education" }, { "13", "adult life" } };

static const char *to_of(const char *year)
{
	for (size_t i = 0; i < sizeof MOVES / sizeof *MOVES; i++)
		if (strcmp(MOVES[i].year, year) == 0)
			return MOVES[i].to;
	return "";
}

/* ---- each hour ---- */

static const struct fault *ask_for(struct act *act, const struct found *f, int i)
{
	const char *pupil = found_text(f, i, Q_PHASE_WANTED_PUPIL), *id;
	int year = day_school_year(act->today);
	struct due_wanted w = { .clock = CLOCK_PHASE, .own = true, .starts = day_of(year, 9, 1), .agreed = day_of(year + 1, 3, 31),
		.met = DAY_NONE, .source = "school_year", .source_id = arena_printf(act->a, "%.18s-ph%d", pupil, year) };
	struct row *row;

	TRY(record_get(act, record_find(act->house, "pupil"), pupil, &row));
	act->campus = row_campus(row);
	w.title = arena_printf(act->a, "Moves to %s in September", to_of(found_text(f, i, Q_PHASE_WANTED_YEAR)));
	w.why = "Needs change with age: look at them again before the move";
	return due_set(act, row, &w, &id);
}

const struct fault *support_phases(struct act *act, void *unused)
{
	const char *today = day_iso(act->a, act->today);
	const char *from = day_iso(act->a, day_of(day_school_year(act->today), 9, 1));
	struct row *due;
	struct found f;

	(void)unused;
	TRY(query_run(act, &Q_PHASE_WANTED, (const char *const[]){ today, from }, &f));
	for (int i = 0; i < f.rows; i++)
		TRY(ask_for(act, &f, i));
	TRY(query_run(act, &Q_PHASE_OVER, (const char *const[]){ today, from }, &f));
	for (int i = 0; i < f.rows; i++) {
		TRY(record_get(act, record_find(act->house, "due"), found_text(&f, i, Q_PHASE_OVER_ID), &due));
		act->campus = row_campus(due);
		TRY(record_withdraw(act, due, "no longer on roll here with support, or the year is over"));
	}
	return NULL;
}

/* ---- the list ---- */

static const char *looked_words(struct arena *a, const char *changed, day from)
{
	day on = day_parse(changed);

	if (on == DAY_NONE)
		return "No need is recorded";
	return arena_printf(a, on >= from ? "Needs changed on %s" : "Needs last changed on %s", day_long(a, on));
}

static void phase_row(struct req *rq, struct ui *ui, const struct found *f, int i, bool may)
{
	const char *pupil = found_text(f, i, Q_PHASE_LIST_PUPIL);
	day from = day_of(day_school_year(rq->act->today), 9, 1);

	ui_row(ui);
	ui_cell_begin(ui);
	ui_link_to(ui, arena_printf(rq->a, "%s %s", found_text(f, i, Q_PHASE_LIST_FIRST), found_text(f, i, Q_PHASE_LIST_LAST)),
		arena_printf(rq->a, "/pupils/%s/needs", pupil));
	buf_add_html(&ui->out, arena_printf(rq->a, " %s", found_text(f, i, Q_PHASE_LIST_FORM)));
	ui_cell_end(ui);
	ui_cell_sub(ui, found_text(f, i, Q_PHASE_LIST_TITLE), looked_words(rq->a, found_text(f, i, Q_PHASE_LIST_CHANGED), from));
	ui_cell_due(ui, day_parse(found_text(f, i, Q_PHASE_LIST_DUE_ON)));
	ui_cell_begin(ui);
	if (may)
		ui_button_post(ui, UI_SECONDARY | UI_SMALL, "Looked at", arena_printf(rq->a, "/needs/phases/%s", pupil), 0);
	ui_cell_end(ui);
	ui_row_end(ui);
}

const struct fault *phases_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 26 }, { "Where to", .phone = UI_BARE, .width = 36 },
		{ "By", .phone = UI_BARE }, { "Next", .act = true }, { NULL } };
	bool may = record_ever(rq->act, record_find(rq->act->house, "need"), RIGHT_EDIT);
	struct found f;

	TRY(query_run(rq->act, &Q_PHASE_LIST, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	ui->shell.title = "Moving to another phase in September";
	about_crumbs(rq, (const char *const[]){ "Worries", "/worries", NULL });
	ui_head(ui, ui->shell.title,
		"Children with support. Look at each child’s needs once more: what the next phase asks, what is no "
		"longer so, what is new. Then say that you looked.");
	ui_head_end(ui);
	if (!f.rows) {
		ui_empty(ui, "Nobody waits: the needs of every child who moves on have been looked at this school year.", NULL,
			NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = ui->shell.title, .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++)
		phase_row(rq, ui, &f, i, may);
	ui_table_end(ui);
	return NULL;
}

const struct fault *phase_looked(struct req *rq, struct ui *ui)
{
	const struct record *need = record_find(rq->act->house, "need"), *due = record_find(rq->act->house, "due");
	struct rows open;
	int met;

	(void)ui;
	TRY(about_may_add(rq, need));
	TRY(due_open(act_lift(rq->act), row_id(rq->pupil), DUE_CLOCK, CLOCK_PHASE, &open));
	TRY(due_met(rq->act, row_id(rq->pupil), CLOCK_PHASE, rq->act->today, &met));
	if (met)
		rq_notice(rq, undo_of(rq, "/worries", due, row_id(open.row[0])), "It is noted that you looked at the needs today.");
	return go(rq, "/needs/phases");
}
