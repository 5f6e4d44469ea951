/* school_pages.c - staff, classes with their children and teachers, and the calendar that school days are counted from. */
#include <string.h>

#include "areas/people/pages.h"
#include "areas/people/queries.sql.h"
#include "base/text.h"

/* ---- staff ---- */

static const struct plain STAFF_FORM = { &STAFF, "/people/staff", "Add a member of staff", "Change a member of staff", NULL,
	STAFF_FROM };

const struct fault *staff_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Name" }, { "Post", .phone = UI_BARE }, { "Code", .phone = UI_LEAD },
		{ "E-mail", .phone = UI_SECOND }, { "Since", .phone = UI_SECOND }, { NULL } };
	bool edit = record_ever(rq->act, &STAFF, RIGHT_EDIT);
	struct rows rows;

	TRY(record_list(rq->act, &STAFF, &(struct ask){ .as_at = day_iso(rq->a, rq->act->today), .limit = 2000 }, &rows));
	ui->shell.title = "Staff";
	people_crumbs(rq, ui, (const char *const[]){ "School", "/school", NULL });
	ui_head(ui, arena_printf(rq->a, "Staff · %d", rows.count), NULL);
	if (record_ever(rq->act, &STAFF, RIGHT_ADD))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Add a member of staff", "/people/staff/new");
	ui_head_end(ui);
	ui_table(ui, &(struct ui_table){ .caption = "Staff", .columns = COLUMNS, .density = UI_TIGHT });
	for (int i = 0; i < rows.count; i++) {
		const struct row *r = rows.row[i];
		const char *first = row_text(r, STAFF_FORENAME), *name = arena_printf(rq->a, "%s%s%s", row_text(r, STAFF_SURNAME),
			*first ? ", " : "", first);

		ui_row(ui);
		if (edit)
			ui_cell_link(ui, name, arena_printf(rq->a, "/people/staff/%s", row_id(r)));
		else
			ui_cell(ui, name);
		ui_cell(ui, row_text(r, STAFF_POST));
		ui_cell(ui, row_text(r, STAFF_CODE));
		ui_cell(ui, row_text(r, STAFF_EMAIL));
		ui_cell(ui, day_short(rq->a, row_day(r, STAFF_FROM), rq->act->today));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

const struct fault *staff_new(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &STAFF_FORM, NULL); }
const struct fault *staff_edit(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &STAFF_FORM, rq_arg(rq, "staff")); }

/* ---- classes ---- */

static const struct plain CLASS_FORM = { &CLASS, "/people/classes", "Add a class", "Change a class", NULL, CLASS_FROM };

const struct fault *classes_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Class" }, { "Kind", .phone = UI_SECOND }, { "Subject", .phone = UI_BARE },
		{ "Year", .phone = UI_SECOND }, { "Room", .phone = UI_SECOND }, { "Children", .number = true },
			{ "Teachers", .number = true }, { NULL } };
	struct found f;

	TRY(query_run(rq->act, &Q_CLASS_LIST, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	ui->shell.title = "Classes";
	people_crumbs(rq, ui, (const char *const[]){ "School", "/school", NULL });
	ui_head(ui, arena_printf(rq->a, "Classes · %d", f.rows), "Teachers see the children of their classes, and nobody else’s.");
	if (record_ever(rq->act, &CLASS, RIGHT_ADD))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Add a class", "/people/classes/new");
	ui_head_end(ui);
	if (!f.rows)
		ui_empty(ui, "No classes yet. Bring in the list of who teaches whom, or add one.", rq_leads(rq, "/imports") ?
			"Bring a file in" : NULL, "/imports");
	ui_table(ui, &(struct ui_table){ .caption = "Classes", .columns = COLUMNS, .density = UI_TIGHT });
	for (int i = 0; i < f.rows; i++) {
		ui_row(ui);
		ui_cell_link(ui, found_text(&f, i, Q_CLASS_LIST_NAME), arena_printf(rq->a, "/people/classes/%s",
			found_text(&f, i, Q_CLASS_LIST_ID)));
		ui_cell(ui, choice_label(CLASS_KINDS, found_text(&f, i, Q_CLASS_LIST_KIND)));
		ui_cell(ui, found_text(&f, i, Q_CLASS_LIST_SUBJECT));
		ui_cell(ui, choice_label(YEARS, found_text(&f, i, Q_CLASS_LIST_YEAR)));
		ui_cell(ui, found_text(&f, i, Q_CLASS_LIST_ROOM));
		ui_cell_int(ui, found_int(&f, i, Q_CLASS_LIST_CHILDREN));
		ui_cell_int(ui, found_int(&f, i, Q_CLASS_LIST_TEACHERS));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

const struct fault *class_new(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &CLASS_FORM, NULL); }
const struct fault *class_edit(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &CLASS_FORM, rq_arg(rq, "class")); }

/* A person of the class, with the button that ends their time in it yesterday. */
static void draw_person(struct req *rq, struct ui *ui, const struct found *f, int i, const char *path, bool edit)
{
	bool child = strcmp(found_text(f, i, Q_CLASS_PEOPLE_KIND), "child") == 0;
	const char *name = found_text(f, i, Q_CLASS_PEOPLE_NAME);

	ui_row(ui);
	if (child)
		ui_cell_link(ui, name, arena_printf(rq->a, "/pupils/%s", found_text(f, i, Q_CLASS_PEOPLE_WHO)));
	else
		ui_cell(ui, name);
	ui_cell_begin(ui);
	if (edit) {
		ui_form_begin(ui, &(struct ui_form){ .action = path, .label = arena_printf(rq->a, "End %s", name) });
		ui_hidden(ui, child ? "end_child" : "end_teacher", found_text(f, i, Q_CLASS_PEOPLE_ROW));
		ui_button(ui, UI_SECONDARY | UI_SMALL, "Leaves the class", NULL, NULL);
		ui_form_end(ui);
	}
	ui_cell_end(ui);
	ui_row_end(ui);
}

static const struct fault *draw_class(struct req *rq, struct ui *ui, const struct row *class)
{
	static const struct ui_column COLUMNS[] = { { "Name" }, { "End", .quiet = true, .act = true }, { NULL } };
	const char *path = arena_printf(rq->a, "/people/classes/%s", row_id(class));
	bool edit = record_ever(rq->act, &TEACHING, RIGHT_EDIT);
	const struct ui_option *staff;
	struct found f;

	ui->shell.title = arena_printf(rq->a, "Class %s", row_text(class, CLASS_NAME));
	people_crumbs(rq, ui, (const char *const[]){ "Classes", "/people/classes", NULL });
	ui_head(ui, ui->shell.title, row_text(class, CLASS_SUBJECT));
	if (record_ever(rq->act, &CLASS, RIGHT_EDIT))
		ui_link_to(ui, "Change name, room or dates", arena_printf(rq->a, "%s/edit", path));
	ui_head_end(ui);
	TRY(query_run(rq->act, &Q_CLASS_PEOPLE, (const char *const[]){ row_id(class), day_iso(rq->a, rq->act->today) }, &f));
	for (int child = 0; child < 2; child++) {
		const char *title = child ? "Children" : "Who teaches it";

		ui_panel(ui, &(struct ui_panel){ .title = title, .count = -1 });
		ui_table(ui, &(struct ui_table){ .caption = title, .columns = COLUMNS, .headless = true });
		for (int i = 0; i < f.rows; i++)
			if ((strcmp(found_text(&f, i, Q_CLASS_PEOPLE_KIND), "child") == 0) == child)
				draw_person(rq, ui, &f, i, path, edit);
		ui_table_end(ui);
		ui_panel_end(ui);
	}
	if (!edit)
		return NULL;
	TRY(people_staff(rq, "Choose one", &staff));
	ui_form_begin(ui, &(struct ui_form){ .action = path, .label = "Add a teacher" });
	ui_input_select(ui, &(struct ui_input){ .name = "staff", .label = "Add somebody who teaches it", .strong = true }, staff);
	ui_button(ui, UI_SECONDARY, "Add", NULL, NULL);
	ui_form_end(ui);
	ui_form_begin(ui, &(struct ui_form){ .action = path, .label = "Add a child" });
	ui_input(ui, &(struct ui_input){ .name = "upn", .label = "Add a child",
		.hint = "By UPN, or by known name and surname as on roll", .width = 30, .strong = true });
	ui_button(ui, UI_SECONDARY, "Add", NULL, NULL);
	ui_form_end(ui);
	return NULL;
}

const struct fault *class_members(struct req *rq, struct ui *ui)
{
	struct row *class;

	TRY(record_get(rq->act, &CLASS, rq_arg(rq, "class"), &class));
	return draw_class(rq, ui, class);
}

/* A time in a class that ends the day it began was a mistake and is taken back. */
static const struct fault *end_time(struct req *rq, const struct record *r, const char *id, int from, int until)
{
	struct form *form = form_new(rq->a, r);
	struct row *row;

	TRY(record_get(rq->act, r, id, &row));
	if (row_day(row, from) >= rq->act->today)
		return record_withdraw(rq->act, row, "ended the day it began");
	form_set(form, until, day_iso(rq->a, rq->act->today - 1));
	return record_change(rq->act, row, form);
}

static const struct fault *add_teacher(struct req *rq, const struct row *class, const char *staff)
{
	struct form *form = form_new(rq->a, &TEACHING);
	const char *id;

	form_set(form, TEACHING_CLASS, row_id(class));
	form_set(form, TEACHING_STAFF, staff);
	form_set(form, TEACHING_FROM, day_iso(rq->a, rq->act->today));
	return record_add(rq->act, &TEACHING, NULL, form, &id);
}

static const struct fault *add_child(struct req *rq, const struct row *class, const char *typed)
{
	struct form *form = form_new(rq->a, &CLASS_MEMBER);
	const char *folded = text_fold(rq->a, typed), *id;
	struct rows rows;
	struct found f;
	struct row *pupil;

	TRY(record_list(rq->act, &PUPIL, &(struct ask){ .where = { { PUPIL_UPN, IS, typed } }, .limit = 2 }, &rows));
	if (rows.count == 1) {
		pupil = rows.row[0];
	} else {
		TRY(query_run(rq->act, &Q_ON_ROLL, (const char *const[]){ day_iso(rq->a, rq->act->today), "", folded,
			arena_printf(rq->a, "%s\xF4\x8F\xBF\xBD", folded), "5", "0" }, &f));
		if (f.rows != 1) {
			ui_error(rq->ui, "upn", f.rows ? "Several children on roll begin like that. Enter the UPN, or the whole "
				"name" :
				"Nobody on roll is called that. Enter the UPN, or the name as on roll");
			return NULL;
		}
		TRY(record_get(rq->act, &PUPIL, found_text(&f, 0, Q_ON_ROLL_ID), &pupil));
	}
	form_set(form, CLASS_MEMBER_CLASS, row_id(class));
	form_set(form, CLASS_MEMBER_FROM, day_iso(rq->a, rq->act->today));
	return record_add(rq->act, &CLASS_MEMBER, pupil, form, &id);
}

const struct fault *class_members_post(struct req *rq, struct ui *ui)
{
	const char *child = rq_text(rq, "end_child"), *teacher = rq_text(rq, "end_teacher"), *staff = rq_text(rq, "staff"),
		*upn = rq_text(rq, "upn");
	struct row *class;

	TRY(record_get(rq->act, &CLASS, rq_arg(rq, "class"), &class));
	if (*child)
		TRY(end_time(rq, &CLASS_MEMBER, child, CLASS_MEMBER_FROM, CLASS_MEMBER_UNTIL));
	else if (*teacher)
		TRY(end_time(rq, &TEACHING, teacher, TEACHING_FROM, TEACHING_UNTIL));
	else if (*staff)
		TRY(add_teacher(rq, class, staff));
	else if (*upn)
		TRY(add_child(rq, class, upn));
	else
		ui_error(ui, rq_param(rq, "staff") ? "staff" : "upn", "Choose whom to add");
	if (ui->error_count)
		return draw_class(rq, ui, class);
	rq_notice(rq, NULL, "Saved.");
	return go(rq, "/people/classes/%s", row_id(class));
}

/* ---- calendar ---- */

static const struct plain TERM_FORM = { &HOLIDAY, "/school/calendar", "Add a term or holiday", "Change a term or holiday",
	"Take it away", HOLIDAY_FROM };
static const struct plain DAY_FORM = { &TERM_DAY, "/school/calendar", "Add a single day", "Change a single day", "Take it away",
	TERM_DAY_ON };

const struct fault *term_new(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &TERM_FORM, NULL); }
const struct fault *term_edit(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &TERM_FORM, rq_arg(rq, "holiday")); }
const struct fault *day_new(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &DAY_FORM, NULL); }
const struct fault *day_edit(struct req *rq, struct ui *ui) { return plain_page(rq, ui, &DAY_FORM, rq_arg(rq, "day")); }

static void draw_terms(struct req *rq, struct ui *ui, const struct rows *rows, bool edit, bool past)
{
	static const struct ui_column COLUMNS[] = { { "Name" }, { "Kind", .phone = UI_LEAD }, { "First day" }, { "Last day" },
		{ "Change", .quiet = true, .act = true }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = past ? "Terms and holidays that are over" : "Terms and holidays",
		.columns = COLUMNS });
	for (int i = 0; i < rows->count; i++) {
		const struct row *r = rows->row[i];

		if ((row_day(r, HOLIDAY_UNTIL) < rq->act->today) != past)
			continue;
		ui_row(ui);
		ui_cell(ui, row_text(r, HOLIDAY_NAME));
		ui_cell(ui, row_show(rq->a, r, HOLIDAY_KIND));
		ui_cell(ui, row_show(rq->a, r, HOLIDAY_FROM));
		ui_cell(ui, row_show(rq->a, r, HOLIDAY_UNTIL));
		ui_cell_begin(ui);
		if (edit)
			ui_link_to(ui, "Change", arena_printf(rq->a, "/school/calendar/terms/%s", row_id(r)));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static const struct fault *draw_days(struct req *rq, struct ui *ui, bool edit)
{
	static const struct ui_column COLUMNS[] = { { "Day" }, { "Kind", .phone = UI_LEAD }, { "Why", .phone = UI_BARE },
		{ "Change", .quiet = true, .act = true }, { NULL } };
	struct rows rows;

	TRY(record_list(rq->act, &TERM_DAY, &(struct ask){ .order = "-on_day", .limit = 100 }, &rows));
	ui_panel(ui, &(struct ui_panel){ .title = "Single days", .count = -1, .link = edit ? "Add a day" : NULL,
		.href = "/school/calendar/days/new" });
	if (!rows.count)
		ui_empty(ui, "No staff days or closures. INSET days belong here: they are no school days.", NULL, NULL);
	ui_table(ui, &(struct ui_table){ .caption = "Single days", .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++) {
		ui_row(ui);
		ui_cell(ui, row_show(rq->a, rows.row[i], TERM_DAY_ON));
		ui_cell(ui, row_show(rq->a, rows.row[i], TERM_DAY_KIND));
		ui_cell(ui, row_text(rows.row[i], TERM_DAY_WHY));
		ui_cell_begin(ui);
		if (edit)
			ui_link_to(ui, "Change", arena_printf(rq->a, "/school/calendar/days/%s", row_id(rows.row[i])));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *calendar_page(struct req *rq, struct ui *ui)
{
	bool edit = record_ever(rq->act, &HOLIDAY, RIGHT_EDIT);
	struct rows rows;

	TRY(record_list(rq->act, &HOLIDAY, &(struct ask){ .order = "from", .limit = 400 }, &rows));
	ui->shell.title = "Calendar";
	people_crumbs(rq, ui, (const char *const[]){ "School", "/school", NULL });
	ui_head(ui, "Calendar", "School days are counted from these. England’s bank holidays are known already.");
	if (edit)
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Add a term or holiday", "/school/calendar/terms/new");
	ui_head_end(ui);
	if (!rows.count)
		ui_empty(ui, "No terms yet. Until they are here, dates that count school days cannot be worked out.",
			rq_leads(rq, "/imports") ?
			"Bring the term dates in" : NULL, "/imports");
	else
		draw_terms(rq, ui, &rows, edit, false);
	TRY(draw_days(rq, ui, edit));
	if (rows.count) {
		ui_details(ui, "What is over");
		draw_terms(rq, ui, &rows, edit, true);
		ui_details_end(ui);
	}
	return NULL;
}
