/* update_pages.c - writing an update: three texts are there, are looked at and changed, and go with one press; then who got it, who
 * has read it, and paper for those who are given it by hand. */
#include <string.h>

#include "areas/updates/pages.h"
#include "areas/updates/queries.sql.h"
#include "law/reach.h"

/* ---- a new one ---- */

/* Each of the family who may be told, ticked where nothing stands in the way; who may not is named with the reason. */
static const struct fault *draw_to(struct req *rq, struct ui *ui)
{
	struct buf not = buf_new(rq->a);
	struct ui_option *o;
	struct reach *p;
	int count, n = 0;

	TRY(reach_all(rq->act, rq->pupil, REACH_EMAIL, &p, &count));
	o = arena_array(rq->a, (size_t)count + 1, sizeof *o);
	for (int i = 0; i < count; i++) {
		if (!*p[i].contact)
			continue;
		if (p[i].may == REACH_NO)
			buf_printf(&not, "%sNot to %s: %s", not.len ? "\n" : "", p[i].name, p[i].why);
		else
			o[n++] = (struct ui_option){ .value = p[i].contact, .label = arena_printf(rq->a, "%s, %s", p[i].name,
				p[i].relation), .hint = p[i].may == REACH_ASK ? p[i].why : *p[i].language && strcmp(p[i].language,
				"ENG") != 0 ? "Another language at home: think of a translation" : NULL,
				.chosen = p[i].may == REACH_YES && !rq->post };
	}
	if (n)
		ui_input_checks(ui, &(struct ui_input){ .name = "to", .label = "By e-mail to", .strong = true, .small = true,
			.hint = "Each gets a message of their own" }, o);
	if (not.len)
		ui_bullets(ui, buf_text(&not));
	return NULL;
}

/* Tall enough to be read through. */
static void draw_text(struct ui *ui, const struct form *form, int field)
{
	const struct field *f = &PROGRESS_UPDATE.fields[field];

	ui_input_long(ui, &(struct ui_input){ .name = f->name, .label = f->label, .hint = f->hint, .strong = true, .rows = 12,
		.max = f->max, .value = form_value(form, field), .error = form_error_at(form, field) });
}

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct about *who, const struct form *form, int targets)
{
	struct found f;

	TRY(query_run(rq->act, &Q_UPDATE_TEACHERS, (const char *const[]){ who->id, day_iso(rq->a, rq->act->today) }, &f));
	ui->shell.title = "An update";
	ui_title(ui, who->line, arena_printf(rq->a, "How it is going with %s", who->first),
		"Written from the newest checks of the targets. Read it, change it, send it.");
	if (!targets && !rq->post)
		ui_note(ui, UI_SOON, "No target runs now.", "Write the update yourself, or set targets first.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	draw_text(ui, form, UPDATE_FAMILY);
	TRY(draw_to(rq, ui));
	draw_text(ui, form, UPDATE_TEACHERS);
	if (f.rows)
		ui_input_check(ui, "teachers_too", arena_printf(rq->a, f.rows == 1 ?
		"Tell the %d adult who teaches or looks after %s" :
			"Tell the %d adults who teach or look after %s", f.rows, who->first), NULL, !rq->post ||
			*rq_text(rq, "teachers_too"));
	draw_text(ui, form, UPDATE_CHILD);
	ui_field(ui, &PROGRESS_UPDATE, form, UPDATE_NEXT);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Send the update", "do", "send");
	ui_button(ui, UI_SECONDARY, "Keep it, to print", "do", "keep");
	ui_link_to(ui, "Cancel", who->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *update_new(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &PROGRESS_UPDATE);
	struct update_words w = { .targets = 1 };
	struct about who;

	TRY(about_may_add(rq, &PROGRESS_UPDATE));
	TRY(about_pupil(rq, rq->pupil, "Updates", "/updates", &who));
	if (!rq->typed.count) {
		TRY(update_write(rq, &who, &w));
		form_set(form, UPDATE_FAMILY, w.targets ? w.family : "");
		form_set(form, UPDATE_TEACHERS, w.teachers);
		form_set(form, UPDATE_CHILD, w.targets ? w.child : "");
	}
	return draw_new(rq, ui, &who, form, w.targets);
}

const struct fault *update_new_post(struct req *rq, struct ui *ui)
{
	bool send = strcmp(rq_text(rq, "do"), "send") == 0;
	struct form *form = rq_form(rq, &PROGRESS_UPDATE);
	const struct fault *f;
	struct about who;
	const char *undo;
	struct row *row;
	int told;

	TRY(about_may_add(rq, &PROGRESS_UPDATE));
	TRY(about_pupil(rq, rq->pupil, "Updates", "/updates", &who));
	form->version = 0;
	form_set(form, UPDATE_ON, day_iso(rq->a, rq->act->today));
	form_set(form, UPDATE_BY, rq->act->who->staff);
	form_set(form, UPDATE_STATE, send ? "sent" : "kept");
	f = record_put(rq->act, &PROGRESS_UPDATE, rq->pupil, form, &row);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_new(rq, ui, &who, form, 1);
	TRY(f);
	undo = undo_of(rq, "/updates", &PROGRESS_UPDATE, row_id(row));
	if (!send) {
		rq_notice(rq, undo, "The update is kept. Print it from here.");
		return go(rq, "/updates/%s", row_id(row));
	}
	TRY(update_send(rq, row, *rq_text(rq, "teachers_too"), &told));
	rq_notice(rq, undo, told == 1 ? "%d message is in the outbox." : "%d messages are in the outbox.", told);
	return go(rq, "/updates/%s", row_id(row));
}

/* ---- one ---- */

struct seen { struct row *row; struct about who; struct rows messages, reads, links; bool whole; };

static const struct fault *fetch(struct req *rq, struct seen *s)
{
	const struct record *message = record_find(rq->act->house, "message"), *link = record_find(rq->act->house, "link");
	struct act *all = act_lift(rq->act);

	TRY(record_get(rq->act, &PROGRESS_UPDATE, rq_arg(rq, "update"), &s->row));
	TRY(about_row(rq, s->row, "Updates", "/updates", &s->who));
	s->whole = record_may(rq->act, &PROGRESS_UPDATE, RIGHT_EDIT, s->row);
	TRY(act_guard(all)); /* what became of what was sent, and who has read it: for whoever may read the update */
	TRY(record_list(all, message, &(struct ask){ .where = { { field_find(message, "why_id"), IS, row_id(s->row) } },
		.limit = 100,
		.clear_only = true }, &s->messages));
	TRY(record_list(all, &UPDATE_READ, &(struct ask){ .where = { { UPDATE_READ_UPDATE, IS, row_id(s->row) } } }, &s->reads));
	TRY(record_list(all, link, &(struct ask){ .where = { { field_find(link, "target"), IS, row_id(s->row) } },
		.clear_only = true }, &s->links));
	return act_guard(rq->act);
}

static const char *read_on(struct req *rq, const struct seen *s, const char *staff)
{
	for (int i = 0; i < s->reads.count; i++)
		if (strcmp(row_text(s->reads.row[i], UPDATE_READ_STAFF), staff) == 0)
			return row_show(rq->a, s->reads.row[i], UPDATE_READ_ON);
	return "";
}

static void got_row(struct req *rq, struct ui *ui, const char *name, const char *state, const char *words, const char *read)
{
	ui_row(ui);
	ui_cell(ui, name);
	ui_cell_sub(ui, state, words);
	ui_cell(ui, *read ? arena_printf(rq->a, "Read on %s", read) : "");
	ui_row_end(ui);
}

static void draw_got(struct req *rq, struct ui *ui, const struct seen *s)
{
	static const struct ui_column COLUMNS[] = { { "Who" }, { "What became of it", .phone = UI_BARE, .width = 40 },
		{ "Read", .phone = UI_BARE }, { NULL } };

	if (!s->messages.count && !s->links.count)
		return;
	ui_heading(ui, "Who has it");
	ui_table(ui, &(struct ui_table){ .caption = "Who has it", .columns = COLUMNS });
	for (int i = 0; i < s->messages.count; i++) {
		const struct row *m = s->messages.row[i];
		bool staff = strcmp(row_named(m, "to_kind"), "staff") == 0;

		got_row(rq, ui, row_named(m, "name"), row_show(rq->a, m, field_find(row_record(m), "state")), strcmp(row_named(m,
			"state"), "sent") == 0 ? "" : row_named(m, "words"), staff ? read_on(rq, s, row_named(m, "to_id")) : "");
	}
	for (int i = 0; i < s->links.count; i++) {
		const struct row *l = s->links.row[i];
		const char *done = row_named(l, "used_at"), *opened = row_named(l, "opened_at");

		got_row(rq, ui, row_named(l, "name"), "By a link", *done ? "" : *opened ? "opened" : "not opened yet", *done ?
			day_long(rq->a, moment_day(done)) : "");
	}
	ui_table_end(ui);
}

static void draw_texts(struct ui *ui, const struct seen *s)
{
	static const int TEXTS[] = { UPDATE_FAMILY, UPDATE_TEACHERS, UPDATE_CHILD, UPDATE_NEXT };

	for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
		if (*row_text(s->row, TEXTS[i])) {
			ui_heading(ui, PROGRESS_UPDATE.fields[TEXTS[i]].label);
			ui_prose(ui, row_text(s->row, TEXTS[i]));
		}
}

const struct fault *update_page(struct req *rq, struct ui *ui)
{
	const char *staff = rq->act->who->staff, *href;
	struct seen s;

	TRY(fetch(rq, &s));
	href = arena_printf(rq->a, "/updates/%s", row_id(s.row));
	ui->shell.title = "An update";
	ui_title(ui, s.who.line, "How it is going", arena_printf(rq->a, "%s, %s", row_show(rq->a, s.row, UPDATE_ON),
		row_show(rq->a, s.row, UPDATE_STATE)));
	draw_texts(ui, &s);
	ui_acts(ui);
	if (*staff && record_may(rq->act, &UPDATE_READ, RIGHT_ADD, s.who.pupil) && !*read_on(rq, &s, staff) && !s.whole)
		ui_button_post(ui, UI_PRIMARY, "I have read it", arena_printf(rq->a, "%s/read", href), 0);
	ui_button_link(ui, UI_SECONDARY, "Print for the family", arena_printf(rq->a, "%s/print?for=family", href));
	if (*row_text(s.row, UPDATE_CHILD))
		ui_button_link(ui, UI_SECONDARY, "Print for the child", arena_printf(rq->a, "%s/print?for=child", href));
	link_offer(rq, ui, s.who.pupil, "update", row_id(s.row), "", "Give a link to it");
	ui_acts_end(ui);
	if (s.whole)
		draw_got(rq, ui, &s);
	return NULL;
}

const struct fault *update_read_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct form *form = form_new(rq->a, &UPDATE_READ);
	const char *id;
	struct seen s;

	TRY(fetch(rq, &s));
	if (!*read_on(rq, &s, rq->act->who->staff)) {
		form_set(form, UPDATE_READ_UPDATE, row_id(s.row));
		form_set(form, UPDATE_READ_STAFF, rq->act->who->staff);
		form_set(form, UPDATE_READ_ON, day_iso(rq->a, rq->act->today));
		TRY(record_add(rq->act, &UPDATE_READ, s.who.pupil, form, &id));
	}
	rq_notice(rq, NULL, "Noted that you have read it.");
	return go(rq, "%s", s.who.href);
}

/* A sheet to hand over: the words alone, in large letters for the child. */
const struct fault *update_print(struct req *rq, struct ui *ui)
{
	bool child = strcmp(rq_text(rq, "for"), "child") == 0;
	struct seen s;

	TRY(fetch(rq, &s));
	about_crumbs(rq, (const char *const[]){ "Update", arena_printf(rq->a, "/updates/%s", row_id(s.row)), NULL });
	ui->shell.title = "How it is going";
	ui_title(ui, child ? NULL : s.who.line, child ? arena_printf(rq->a, "%s, this is how it is going", s.who.first) :
		"How it is going", row_show(rq->a, s.row, UPDATE_ON));
	buf_add(&ui->out, child ? "<div class=\"os-large\">" : "<div>");
	ui_prose(ui, update_signed(rq, row_text(s.row, child ? UPDATE_CHILD : UPDATE_FAMILY), row_text(s.row, UPDATE_NEXT)));
	buf_add(&ui->out, "</div>");
	journal_note(rq->act, "print", PROGRESS_UPDATE.name, row_id(s.row), s.who.id, child ? "child" : "family");
	return NULL;
}

/* ---- all of one child ---- */

const struct fault *updates_of(struct req *rq, struct ui *ui)
{
	struct about who;
	struct rows rows;

	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	TRY(record_list(rq->act, &PROGRESS_UPDATE, &(struct ask){ .pupil = who.id, .limit = 50 }, &rows));
	ui->shell.title = "Updates on a child";
	ui_title(ui, who.line, "Updates", "Short news of how the targets go, between meetings.");
	if (record_may(rq->act, &PROGRESS_UPDATE, RIGHT_ADD, who.pupil))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Write an update", arena_printf(rq->a, "%s/update", who.href));
	if (!rows.count) {
		ui_empty(ui, "None was written yet.", NULL, NULL);
		return NULL;
	}
	ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		const char *by;

		TRY(staff_name_of(rq, row_text(rows.row[i], UPDATE_BY), &by));
		ui_item(ui);
		ui_link_to(ui, row_show(rq->a, rows.row[i], UPDATE_ON), arena_printf(rq->a, "/updates/%s", row_id(rows.row[i])));
		buf_add_html(&ui->out, arena_printf(rq->a, " %s · %s", row_show(rq->a, rows.row[i], UPDATE_STATE), by));
		if (*row_text(rows.row[i], UPDATE_NEXT))
			ui_prose(ui, row_text(rows.row[i], UPDATE_NEXT));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	return NULL;
}

const struct fault *updates_undo(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	return undo_own(rq, (const struct record *const[]){ &PROGRESS_UPDATE, NULL });
}
