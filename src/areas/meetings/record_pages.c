/* record_pages.c - the record of a meeting about one child, to be printed or shared with that child's family alone, and putting its
 * words right. Not here: papers (papers_pages.c), and what the family sees by a link (shared_record.c). */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "web/link.h"

/* ---- the record, of one child ---- */

static void draw_there(struct req *rq, struct ui *ui, const struct gathering *g, const char *pupil)
{
	struct buf b = buf_new(rq->a);

	for (int i = 0; i < g->guests.rows; i++) {
		const char *of = found_text(&g->guests, i, Q_MEETING_GUESTS_PUPIL);

		if (strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_CAME), "1") == 0 && (!*of || strcmp(of, pupil) == 0))
			buf_printf(&b, "%s%s", b.len ? ", " : "", found_text(&g->guests, i, Q_MEETING_GUESTS_NAME));
	}
	if (b.len)
		ui_summary_row(ui, "There", buf_text(&b), NULL, NULL);
}

static void long_row(struct ui *ui, const char *key, const char *text)
{
	if (!*text)
		return;
	ui_summary_begin_row(ui, key);
	ui_prose(ui, text);
	ui_summary_end_row(ui);
}

static const struct fault *draw_agreed(struct req *rq, struct ui *ui, const struct gathering *g, const char *pupil)
{
	static const struct ui_column COLUMNS[] = { { "What is done" }, { "Who", .phone = UI_BARE },
		{ "By when", .phone = UI_BARE },
		{ "Done", .phone = UI_BARE }, { NULL } };
	struct rows rows;

	TRY(record_list(rq->act, &MEETING_ACTION, &(struct ask){ .pupil = pupil, .where = { { MEETING_ACTION_MEETING, IS,
		row_id(g->row) } } }, &rows));
	if (!rows.count)
		return NULL;
	ui_heading(ui, "Who does what");
	ui_table(ui, &(struct ui_table){ .caption = "Actions", .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++) {
		const char *owner;

		TRY(staff_name_of(rq, row_text(rows.row[i], MEETING_ACTION_OWNER), &owner));
		ui_row(ui);
		ui_cell(ui, row_text(rows.row[i], MEETING_ACTION_WHAT));
		ui_cell(ui, owner);
		ui_cell(ui, row_show(rq->a, rows.row[i], MEETING_ACTION_DUE_ON));
		ui_cell(ui, row_show(rq->a, rows.row[i], MEETING_ACTION_DONE_ON));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

/* To whom a link to it was given, and whether they opened it. */
static const struct fault *draw_read_by(struct req *rq, struct ui *ui, const char *child)
{
	const struct record *r = record_find(rq->act->house, "link");
	struct buf b = buf_new(rq->a);
	struct rows rows;

	if (!record_ever(rq->act, r, RIGHT_READ))
		return NULL;
	TRY(record_list(rq->act, r, &(struct ask){ .limit = 50, .where = { { field_find(r, "target"), IS, child } } }, &rows));
	for (int i = 0; i < rows.count; i++) {
		const char *opened = row_named(rows.row[i], "opened_at"), *done = row_named(rows.row[i], "used_at");

		if (strcmp(row_named(rows.row[i], "task"), "record") == 0)
			buf_printf(&b, "%s%s: %s", b.len ? "\n" : "", row_named(rows.row[i], "name"), *done ? "has read it" :
				*opened ?
				"has opened it" : "has not opened it yet");
	}
	if (!b.len)
		return NULL;
	ui_heading(ui, "Shared by a link");
	ui_bullets(ui, buf_text(&b));
	return NULL;
}

const struct fault *record_page(struct req *rq, struct ui *ui)
{
	struct gathering g;
	struct about who;
	struct row *child;
	const char *owner;

	TRY(gathering_read(rq, &g));
	TRY(child_at(rq, &g, rq_arg(rq, "child"), &child, &who));
	TRY(staff_name_of(rq, row_text(child, MEETING_CHILD_OWNER), &owner));
	ui->shell.title = "Record of a meeting";
	ui_title(ui, who.line, arena_printf(rq->a, "%s: record", g.title), g.when);
	ui_summary(ui);
	draw_there(rq, ui, &g, who.id);
	long_row(ui, "What it was about", row_text(child, MEETING_CHILD_WHY));
	long_row(ui, "What was said", row_text(child, MEETING_CHILD_MINUTES));
	long_row(ui, "What was agreed", row_text(child, MEETING_CHILD_OUTCOME));
	if (*owner)
		ui_summary_row(ui, "Who sees to it", owner, NULL, NULL);
	if (*row_text(child, MEETING_CHILD_NEXT_ON))
		ui_summary_row(ui, "Next", row_show(rq->a, child, MEETING_CHILD_NEXT_ON), NULL, NULL);
	ui_summary_end(ui);
	TRY(draw_agreed(rq, ui, &g, who.id));
	TRY(draw_read_by(rq, ui, row_id(child)));
	if (!g.changes)
		return NULL;
	ui_acts(ui);
	ui_button_link(ui, UI_SECONDARY, "Put it right", arena_printf(rq->a, "%s/children/%s", g.href, row_id(child)));
	if (!*row_text(g.row, MEETING_SHARED_ON) && strcmp(row_text(g.row, MEETING_STATE), "held") == 0)
		ui_button_post(ui, UI_SECONDARY, "It is shared with those who were there", arena_printf(rq->a, "%s/record/%s",
			g.href, row_id(child)), row_version(g.row));
	if (strcmp(row_text(g.row, MEETING_STATE), "held") == 0)
		link_offer(rq, ui, who.pupil, "record", row_id(child), "", "Share it by a link");
	if (rq_leads(rq, arena_printf(rq->a, "/pupils/%s/letters/new", who.id)))
		ui_link_to(ui, "Write to the family", arena_printf(rq->a, "/pupils/%s/letters/new", who.id));
	ui_acts_end(ui);
	return NULL;
}

/* Where a parent's answer to a shared record stands: beside the record. */
const struct fault *record_of_child(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct row *child;

	TRY(record_get(rq->act, &MEETING_CHILD, rq_arg(rq, "child"), &child));
	return go(rq, "/meetings/%s/record/%s", row_text(child, MEETING_CHILD_MEETING), row_id(child));
}

const struct fault *record_shared_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct form *form = form_new(rq->a, &MEETING);
	struct gathering g;

	TRY(gathering_read(rq, &g));
	form_set(form, MEETING_SHARED_ON, day_iso(rq->a, rq->act->today));
	TRY(record_change(rq->act, g.row, form));
	rq_notice(rq, undo_of(rq, "/meetings", &MEETING, row_id(g.row)), "The record is marked as shared today.");
	return go(rq, "%s", g.href);
}

/* ---- putting it right ---- */

static const int RIGHTED[] = { MEETING_CHILD_WHY, MEETING_CHILD_MINUTES, MEETING_CHILD_OUTCOME, MEETING_CHILD_NEXT_ON };

static const struct fault *draw_right(struct req *rq, struct ui *ui, const struct gathering *g, const struct about *who,
	const struct form *form, int64_t version)
{
	const struct ui_option *staff;

	TRY(staff_options(rq, "Nobody named", &staff));
	ui->shell.title = "What was said and agreed";
	ui_title(ui, who->line, ui->shell.title, arena_printf(rq->a, "%s, %s", g->title, g->when));
	ui_form_begin(ui, &(struct ui_form){ .version = version, .draft = true });
	for (size_t i = 0; i < sizeof RIGHTED / sizeof *RIGHTED; i++)
		ui_field(ui, &MEETING_CHILD, form, RIGHTED[i]);
	ui_input_select(ui, &(struct ui_input){ .name = "owner", .label = "Who sees to it",
		.value = form_value(form, MEETING_CHILD_OWNER),
		.error = form_error_at(form, MEETING_CHILD_OWNER), .strong = true }, staff);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", g->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *meeting_child_page(struct req *rq, struct ui *ui)
{
	struct gathering g;
	struct about who;
	struct row *child;

	TRY(gathering_read(rq, &g));
	TRY(child_at(rq, &g, rq_arg(rq, "child"), &child, &who));
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	return draw_right(rq, ui, &g, &who, rq->typed.count ? rq_form(rq, &MEETING_CHILD) : form_of_row(rq->a, child),
		row_version(child));
}

/* Somebody added minutes meanwhile: both texts, to be joined. Nothing of either is lost. */
static const struct fault *show_stale(struct req *rq, struct ui *ui, const struct gathering *g, const struct about *who,
	struct row *now, struct form *mine)
{
	const char *theirs = row_text(now, MEETING_CHILD_MINUTES), *before = "";
	struct rows history;

	TRY(record_history(rq->act, now, &history));
	for (int i = 0; i < history.count; i++)
		if (row_version(history.row[i]) == mine->version)
			before = row_text(history.row[i], MEETING_CHILD_MINUTES);
	rq->status = 409;
	ui_note(ui, UI_SOON, "Somebody added to this while you were writing.",
		arena_printf(rq->a, "%s saved it. Both are put together below: look at it, and save.",
		history.count ? row_by(history.row[0]) : "Somebody"));
	form_set(mine, MEETING_CHILD_MINUTES, ui_join(rq->a, before, theirs, form_value(mine, MEETING_CHILD_MINUTES)));
	return draw_right(rq, ui, g, who, mine, row_version(now));
}

const struct fault *meeting_child_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &MEETING_CHILD);
	const struct fault *f;
	struct gathering g;
	struct about who;
	struct row *child;

	TRY(gathering_read(rq, &g));
	TRY(child_at(rq, &g, rq_arg(rq, "child"), &child, &who));
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	form->values[MEETING_CHILD_MEETING] = NULL;
	f = record_change(rq->act, child, form);
	if (f && f->code == FAULT_STALE)
		return show_stale(rq, ui, &g, &who, child, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_right(rq, ui, &g, &who, form, form->version);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/meetings", &MEETING_CHILD, row_id(child)), "Saved.");
	return go(rq, "%s", g.href);
}
