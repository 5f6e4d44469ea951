/* pupil_pages.c - children on roll: finding one, adding one by hand, core facts, coming and going. Most children come from a file;
 * this is for the one who arrives this morning. */
#include <string.h>

#include "areas/people/pages.h"
#include "areas/people/queries.sql.h"
#include "base/text.h"
#include "web/stale.h"

/* 0: all of them. */
static int page_number(const struct req *rq)
{
	int64_t n;

	if (strcmp(rq_text(rq, "page"), "all") == 0)
		return 0;
	return text_to_int(rq_text(rq, "page"), &n) && n > 1 && n < 10000 ? (int)n : 1;
}

void people_tabs(struct req *rq, struct ui *ui, const char *current)
{
	static const char *const LABELS[] = { "On roll", "Left lately", "Entered twice?", "Staff", "Classes" };
	static const char *const HREFS[] = { "/people", "/people/left", "/people/twice", "/people/staff", "/people/classes" };
	struct ui_link *l = arena_array(rq->a, 6, sizeof *l);
	int n = 0;

	for (int i = 0; i < 5; i++)
		if (rq_leads(rq, HREFS[i]))
			l[n++] = (struct ui_link){ LABELS[i], HREFS[i], strcmp(HREFS[i], current) == 0, 0 };
	ui_tabs(ui, "People", l);
}

static const char *address(struct req *rq, const char *q, const char *year)
{
	return ui_with(rq->a, ui_with(rq->a, "/people", "q", q), "year", year);
}

/* `text` folded, and the first text that no longer begins with it. */
static const char *after(struct req *rq, const char *folded)
{
	return arena_printf(rq->a, "%s\xF4\x8F\xBF\xBD", folded);
}

static void draw_roll(struct req *rq, struct ui *ui, const struct found *f, const char *href, int at)
{
	static const struct ui_column COLUMNS[] = { { "Name" }, { "Year", .phone = UI_LEAD }, { "Form", .phone = UI_LEAD },
		{ "On roll", .phone = UI_SECOND }, { "Since", .phone = UI_SECOND }, { "Change", .quiet = true, .act = true,
			.phone = UI_SECOND }, { NULL } };
	int total = f->rows ? (int)found_int(f, 0, Q_ON_ROLL_TOTAL) : 0;

	if (!total) {
		ui_empty(ui, "Nobody on roll fits. Look for less of the name, or bring in the pupil list.",
			rq_leads(rq, "/imports") ?
			"Bring a file in" : NULL, "/imports");
		return;
	}
	ui_showing(ui, total, at, "children");
	ui_table(ui, &(struct ui_table){ .caption = "Children on roll", .columns = COLUMNS, .density = UI_TIGHT, .href = href });
	for (int i = 0; i < f->rows; i++) {
		const char *id = found_text(f, i, Q_ON_ROLL_ID), *known = found_text(f, i, Q_ON_ROLL_KNOWN);

		ui_row(ui);
		ui_cell_link(ui, arena_printf(rq->a, "%s%s%s", found_text(f, i, Q_ON_ROLL_SURNAME), *known ? ", " : "", known),
			arena_printf(rq->a, "/pupils/%s", id));
		ui_cell(ui, choice_label(YEARS, found_text(f, i, Q_ON_ROLL_YEAR)));
		ui_cell(ui, found_text(f, i, Q_ON_ROLL_FORM));
		ui_cell(ui, strcmp(found_text(f, i, Q_ON_ROLL_STATUS), "C") == 0 ? "" :
			choice_label(ENROLMENT_STATUSES, found_text(f, i, Q_ON_ROLL_STATUS)));
		ui_cell(ui, day_short(rq->a, day_parse(found_text(f, i, Q_ON_ROLL_SINCE)), rq->act->today));
		ui_cell_begin(ui);
		if (record_ever(rq->act, &PUPIL, RIGHT_EDIT))
			ui_link_to(ui, "Facts", arena_printf(rq->a, "/pupils/%s/edit", id));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_pages(ui, total, at, href);
}

const struct fault *people_page(struct req *rq, struct ui *ui)
{
	const char *q = rq_text(rq, "q"), *year = rq_text(rq, "year"), *folded = text_fold(rq->a, q);
	int at = page_number(rq);
	struct found f;

	ui->shell.title = "People";
	ui_head(ui, "People", NULL);
	if (record_ever(rq->act, &PUPIL, RIGHT_ADD))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Add a child by hand", "/people/new");
	ui_head_end(ui);
	people_tabs(rq, ui, "/people");
	ui_filters(ui, "/people");
	ui_filter(ui, "q", "Name begins with", q, 20);
	ui_filter_select(ui, "year", "Year", year, people_options(rq->a, YEARS, "All years"));
	ui_filters_end(ui);
	TRY(query_run(rq->act, &Q_ON_ROLL, (const char *const[]){ day_iso(rq->a, rq->act->today), year, folded, after(rq, folded),
		at ? "50" : "5000", arena_printf(rq->a, "%d", at ? (at - 1) * UI_PER_PAGE : 0) }, &f));
	draw_roll(rq, ui, &f, address(rq, q, year), at);
	return NULL;
}

const struct fault *people_left(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Name" }, { "Form", .phone = UI_LEAD }, { "Last day", .phone = UI_LEAD },
		{ "Why", .phone = UI_BARE }, { NULL } };
	struct found f;

	ui->shell.title = "Left lately";
	ui_head(ui, "People", NULL);
	ui_head_end(ui);
	people_tabs(rq, ui, "/people/left");
	TRY(query_run(rq->act, &Q_ROLL_MOVES, (const char *const[]){ day_iso(rq->a, rq->act->today - 120),
		day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows) {
		ui_empty(ui, "Nobody left in the last four months.", NULL, NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "Left in the last four months", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++) {
		const char *reason = found_text(&f, i, Q_ROLL_MOVES_REASON);

		ui_row(ui);
		ui_cell_link(ui, arena_printf(rq->a, "%s, %s", found_text(&f, i, Q_ROLL_MOVES_SURNAME),
			found_text(&f, i, Q_ROLL_MOVES_KNOWN)), arena_printf(rq->a, "/pupils/%s",
			found_text(&f, i, Q_ROLL_MOVES_ID)));
		ui_cell(ui, found_text(&f, i, Q_ROLL_MOVES_FORM));
		ui_cell(ui, day_long(rq->a, day_parse(found_text(&f, i, Q_ROLL_MOVES_HAPPENED))));
		ui_cell(ui, *reason ? choice_label(LEAVING_REASONS, reason) : "Not said yet");
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

/* ---- adding one by hand ---- */

static void draw_new(struct req *rq, struct ui *ui, const struct form *pupil, const struct form *roll, const struct found *same)
{
	static const int FACTS[] = { PUPIL_FORENAME, PUPIL_SURNAME, PUPIL_KNOWN_AS, PUPIL_DOB, PUPIL_SEX, PUPIL_PRONOUNS,
		PUPIL_UPN };
	static const int ROLL[] = { ENROLMENT_YEAR, ENROLMENT_FORM, ENROLMENT_STATUS };

	ui->shell.title = "Add a child by hand";
	ui->shell.scale = UI_READ;
	people_crumbs(rq, ui, (const char *const[]){ "People", "/people", NULL });
	ui_title(ui, NULL, "Add a child by hand",
		"For one who is here before the file is. The next file finds the child by UPN, or by name and date of birth.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	for (int i = 0; same && i < same->rows; i++) {
		ui_note_begin(ui, UI_SOON);
		ui_link_to(ui, arena_printf(rq->a, "%s %s is here already", found_text(same, i, Q_SAME_CHILD_KNOWN),
			found_text(same, i, Q_SAME_CHILD_SURNAME)), arena_printf(rq->a, "/pupils/%s",
			found_text(same, i, Q_SAME_CHILD_ID)));
		ui_note_end(ui);
	}
	if (same && same->rows)
		ui_input_check(ui, "another", "This is another child", NULL, false);
	for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++)
		ui_field(ui, &PUPIL, pupil, FACTS[i]);
	for (size_t i = 0; i < sizeof ROLL / sizeof *ROLL; i++)
		ui_field(ui, &ENROLMENT, roll, ROLL[i]);
	ui_input_date(ui, &(struct ui_input){ .name = "from", .label = "From", .strong = true,
		.hint = "The day the child came on roll", .value = form_value(roll, ENROLMENT_FROM), .error = NULL });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Add the child", NULL, NULL);
	ui_link_to(ui, "Cancel", "/people");
	ui_acts_end(ui);
	ui_form_end(ui);
}

static const struct fault *save_new(struct req *rq, struct form *pupil, struct form *roll, const char **id)
{
	struct row *row;
	const char *enrolment;

	TRY(record_add(rq->act, &PUPIL, NULL, pupil, id));
	TRY(record_get(rq->act, &PUPIL, *id, &row));
	return record_add(rq->act, &ENROLMENT, row, roll, &enrolment);
}

const struct fault *pupil_new(struct req *rq, struct ui *ui)
{
	struct form *pupil = rq_form(rq, &PUPIL), *roll = rq_form(rq, &ENROLMENT);
	struct found same = { 0 };
	const struct fault *f;
	const char *id;

	if (!rq->post) {
		if (!*form_value(roll, ENROLMENT_FROM))
			form_set(roll, ENROLMENT_FROM, day_iso(rq->a, rq->act->today));
		if (!*form_value(roll, ENROLMENT_STATUS))
			form_set(roll, ENROLMENT_STATUS, "C");
		draw_new(rq, ui, pupil, roll, NULL);
		return NULL;
	}
	if (!*rq_text(rq, "another"))
		TRY(query_run(rq->act, &Q_SAME_CHILD, (const char *const[]){ text_fold(rq->a, form_value(pupil, PUPIL_SURNAME)),
			form_value(pupil, PUPIL_DOB), form_value(pupil, PUPIL_UPN) }, &same));
	if (same.rows) {
		ui_error(ui, "another", "Somebody like this is here already. Open that child, or say that this is another");
		draw_new(rq, ui, pupil, roll, &same);
		return NULL;
	}
	f = save_new(rq, pupil, roll, &id);
	if (!f) {
		rq_notice(rq, NULL, "The child is on roll. Add contacts next.");
		return go(rq, "/pupils/%s", id);
	}
	if (f->code != FAULT_INVALID)
		return f;
	for (int i = 0; i < roll->error_count; i++)
		ui_error(ui, "", roll->errors[i].text);
	draw_new(rq, ui, pupil, roll, NULL);
	return NULL;
}

/* ---- core facts, coming and going ---- */

const struct fault *pupil_edit(struct req *rq, struct ui *ui)
{
	const struct plain p = { &PUPIL, arena_printf(rq->a, "/pupils/%s", row_id(rq->pupil)), "", "Facts about the child", NULL,
		-1 };

	return plain_page(rq, ui, &p, row_id(rq->pupil));
}

static const struct fault *draw_times(struct req *rq, struct ui *ui, struct row **now)
{
	static const struct ui_column COLUMNS[] = { { "Year" }, { "Form", .phone = UI_LEAD }, { "From" }, { "Last day" },
		{ "Why it ended" }, { NULL } };
	struct rows rows;

	*now = NULL;
	TRY(record_list(rq->act, &ENROLMENT, &(struct ask){ .pupil = row_id(rq->pupil), .limit = 60 }, &rows));
	ui_table(ui, &(struct ui_table){ .caption = "Times on roll", .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++) {
		struct row *r = rows.row[i];
		day until = row_day(r, ENROLMENT_UNTIL);

		if (!*now && (until == DAY_NONE || until >= rq->act->today))
			*now = r;
		ui_row(ui);
		ui_cell(ui, row_show(rq->a, r, ENROLMENT_YEAR));
		ui_cell(ui, row_text(r, ENROLMENT_FORM));
		ui_cell(ui, row_show(rq->a, r, ENROLMENT_FROM));
		ui_cell(ui, row_show(rq->a, r, ENROLMENT_UNTIL));
		ui_cell(ui, row_show(rq->a, r, ENROLMENT_LEAVING_REASON));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

static const struct fault *draw_roll_forms(struct req *rq, struct ui *ui, const struct form *form)
{
	static const int LEAVE[] = { ENROLMENT_UNTIL, ENROLMENT_LEAVING_REASON, ENROLMENT_DESTINATION };
	static const int COME[] = { ENROLMENT_YEAR, ENROLMENT_FORM, ENROLMENT_STATUS, ENROLMENT_FROM };
	struct row *now;

	ui->shell.title = "On roll";
	ui->shell.scale = UI_READ;
	people_crumbs(rq, ui, (const char *const[]){ "The child’s record", arena_printf(rq->a, "/pupils/%s", row_id(rq->pupil)),
		NULL });
	ui_title(ui, row_text(rq->pupil, PUPIL_KNOWN_AS), "On roll",
		"A new year, form or school begins a new time on roll; the old one stays.");
	TRY(draw_times(rq, ui, &now));
	ui_heading(ui, now ? "The child leaves" : "The child comes back");
	ui_form_begin(ui, &(struct ui_form){ .version = now ? row_version(now) : 0, .label = "Leaving or coming back" });
	ui_hidden(ui, "enrolment", now ? row_id(now) : "");
	for (size_t i = 0; i < (now ? sizeof LEAVE : sizeof COME) / sizeof *LEAVE; i++)
		ui_field(ui, &ENROLMENT, form, now ? LEAVE[i] : COME[i]);
	ui_button(ui, now ? UI_SECONDARY : UI_PRIMARY, now ? "Save the last day" : "Put the child on roll", NULL, NULL);
	ui_form_end(ui);
	return NULL;
}

const struct fault *pupil_roll(struct req *rq, struct ui *ui)
{
	return draw_roll_forms(rq, ui, rq_form(rq, &ENROLMENT));
}

const struct fault *pupil_roll_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ENROLMENT);
	const char *id = rq_text(rq, "enrolment");
	const struct fault *f;
	struct row *row = NULL;
	bool later;

	(void)rq_settled(rq, form, &later);

	if (*id) {
		TRY(record_get(rq->act, &ENROLMENT, id, &row));
		if (strcmp(row_about(row), row_id(rq->pupil)) != 0)
			return FAULT(rq->a, FAULT_NONE, "another child's");
		if (!*form_value(form, ENROLMENT_UNTIL))
			form_error(form, ENROLMENT_UNTIL, "Enter the last day");
		f = form->error_count ? FAULT(rq->a, FAULT_INVALID, "no last day") : record_change(rq->act, row, form);
	} else {
		f = record_add(rq->act, &ENROLMENT, rq->pupil, form, &id);
	}
	if (!f) {
		rq_notice(rq, NULL, "Saved.");
		return go(rq, "/pupils/%s/roll", row_id(rq->pupil));
	}
	if (f->code == FAULT_STALE && row)
		return rq_stale(rq, row, form, &(struct stale_asks){ .carry = "enrolment" });
	return f->code == FAULT_INVALID ? draw_roll_forms(rq, ui, form) : f;
}
