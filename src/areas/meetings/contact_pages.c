/* contact_pages.c - a call home in half a minute, on the phone in one's hand; and a child's meetings and contacts on one tab. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "base/random.h"

/* ---- a contact ---- */

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct about *who, const struct form *form)
{
	const char *title = arena_printf(rq->a, "Contact with %s’s home", who->first);
	struct kin *kin;
	int count, barred;

	TRY(kin_of(rq, who->id, &kin, &count, &barred));
	ui->shell.title = title;
	ui->shell.scale = UI_PHONE;
	ui_title(ui, who->line, title, NULL);
	for (int i = 0; i < count && i < 3; i++)
		if (*kin[i].phone)
			ui_small(ui, arena_printf(rq->a, "%s, %s: %s%s", kin[i].name, kin[i].who, kin[i].phone, kin[i].interpreter ?
				arena_printf(rq->a, " · interpreter: %s", kin[i].language) : ""));
	if (barred)
		ui_note(ui, UI_SOON, "Not everybody may be told.",
			"A limit on contact is in force: read it under People before you "
			"ring.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_select(ui, &(struct ui_input){ .name = "contact", .label = "With whom?",
		.value = form_value(form, CONTACT_LOG_CONTACT), .error = form_error_at(form, CONTACT_LOG_CONTACT), .strong = true },
		kin_options(rq->a, kin, count, "Somebody else"));
	buf_add(&ui->out, "<div class=\"govuk-form-group\">");
	ui_input_segments(ui, &(struct ui_input){ .name = "channel", .label = "How?",
		.value = form_value(form, CONTACT_LOG_CHANNEL), .error = form_error_at(form, CONTACT_LOG_CHANNEL), .strong = true },
		(const struct ui_option[]){ { "phone", "Phone" },
			{ "person", "In person" },
		{ "email", "E-mail" }, { "text", "Text" }, { NULL } });
	buf_add(&ui->out, "</div>");
	ui_field(ui, &CONTACT_LOG, form, CONTACT_LOG_SUMMARY);
	ui_input(ui, &(struct ui_input){ .name = "agreed", .label = "What was agreed?", .hint = "Leave empty if nothing was",
		.value = form_value(form, CONTACT_LOG_AGREED),
		.error = form_error_at(form, CONTACT_LOG_AGREED), .strong = true });
	ui_details(ui, "Another day, somebody else, speak again");
	ui_field(ui, &CONTACT_LOG, form, CONTACT_LOG_WHO);
	ui_field(ui, &CONTACT_LOG, form, CONTACT_LOG_ON);
	ui_field(ui, &CONTACT_LOG, form, CONTACT_LOG_FOLLOW_UP_ON);
	ui_details_end(ui);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", who->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *contact_new(struct req *rq, struct ui *ui)
{
	int count, barred;
	struct kin *kin;
	struct about who;
	struct form *form;

	TRY(about_may_add(rq, &CONTACT_LOG));
	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	form = rq->typed.count ? rq_form(rq, &CONTACT_LOG) : form_new(rq->a, &CONTACT_LOG);
	if (!rq->typed.count) {
		form_set(form, CONTACT_LOG_ON, day_iso(rq->a, rq->act->today));
		form_set(form, CONTACT_LOG_CHANNEL, "phone");
		TRY(kin_of(rq, who.id, &kin, &count, &barred));
		form_set(form, CONTACT_LOG_CONTACT, count ? kin[0].id : "");
	}
	return draw_new(rq, ui, &who, form);
}

const struct fault *contact_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &CONTACT_LOG);
	const struct fault *f;
	struct about who;
	const char *id;
	day again = day_typed(form_value(form, CONTACT_LOG_FOLLOW_UP_ON));

	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	form->version = 0;
	form_set(form, CONTACT_LOG_STAFF, rq->act->who->staff);
	if (!*form_value(form, CONTACT_LOG_ON))
		form_set(form, CONTACT_LOG_ON, day_iso(rq->a, rq->act->today));
	if (!*form_value(form, CONTACT_LOG_CONTACT) && !*form_value(form, CONTACT_LOG_WHO))
		form_error(form, CONTACT_LOG_CONTACT, "Choose whom you spoke with, or write who it was");
	if (again != DAY_NONE && again <= rq->act->today)
		form_error(form, CONTACT_LOG_FOLLOW_UP_ON, "The day to speak again must be after today");
	f = record_add(rq->act, &CONTACT_LOG, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_new(rq, ui, &who, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/meetings", &CONTACT_LOG, id), "The contact with %s’s home is written down.", who.first);
	return go(rq, "%s", who.href);
}

/* ---- the tab ---- */

static const struct fault *tab_meetings(struct req *rq, struct ui *ui, const struct about *who)
{
	static const struct ui_column COLUMNS[] = { { "Meeting" }, { "When", .phone = UI_BARE }, { "Led by", .phone = UI_BARE },
		{ "State", .phone = UI_LEAD },
		{ "Record", .quiet = true, .act = true }, { NULL } };
	struct found f;

	if (!record_ever(rq->act, &MEETING_CHILD, RIGHT_READ))
		return NULL;
	TRY(query_run(rq->act, &Q_CHILD_MEETINGS, (const char *const[]){ who->id }, &f));
	ui_heading(ui, "Meetings");
	if (!f.rows)
		ui_para(ui, "None yet.");
	else
		ui_table(ui, &(struct ui_table){ .caption = "Meetings", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++) {
		const char *href = arena_printf(rq->a, "/meetings/%s", found_text(&f, i, Q_CHILD_MEETINGS_MEETING));

		ui_row(ui);
		ui_cell_link(ui, choice_label(MEETING_KINDS, found_text(&f, i, Q_CHILD_MEETINGS_KIND)), href);
		ui_cell(ui, meeting_when(rq->a, found_text(&f, i, Q_CHILD_MEETINGS_MEET_ON),
			found_text(&f, i, Q_CHILD_MEETINGS_AT)));
		ui_cell(ui, found_text(&f, i, Q_CHILD_MEETINGS_LEAD_NAME));
		ui_cell(ui, choice_label(MEETING_STATES, found_text(&f, i, Q_CHILD_MEETINGS_STATE)));
		ui_cell_begin(ui);
		ui_link_to(ui, "Record", arena_printf(rq->a, "%s/record/%s", href, found_text(&f, i, Q_CHILD_MEETINGS_ROW)));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	if (f.rows)
		ui_table_end(ui);
	if (record_ever(rq->act, &MEETING, RIGHT_ADD) && record_may(rq->act, &MEETING_CHILD, RIGHT_ADD, who->pupil))
		ui_button_link(ui, UI_SECONDARY, "Plan a meeting", arena_printf(rq->a, "/meetings/new?pupil=%s", who->id));
	return NULL;
}

static const struct fault *tab_parents(struct req *rq, struct ui *ui, const struct about *who)
{
	const struct record *r = record_find(rq->act->house, "parent_meeting");
	bool edits = record_may(rq->act, r, RIGHT_EDIT, who->pupil);
	struct rows rows;

	TRY(record_list(rq->act, r, &(struct ask){ .pupil = who->id, .limit = 60 }, &rows));
	ui_heading(ui, "Met with parents");
	if (!rows.count)
		ui_para(ui, "No meeting with parents is recorded.");
	else
		ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		ui_item(ui);
		buf_add_html(&ui->out, arena_printf(rq->a, "%s · %s%s%s ", row_show(rq->a, rows.row[i], field_find(r, "met_on")),
			row_show(rq->a, rows.row[i], field_find(r, "how")),
			*row_named(rows.row[i], "present") ? " · " : "", row_named(rows.row[i], "present")));
		if (edits)
			ui_link_to(ui, "Change", arena_printf(rq->a, "%s/meetings/%s/change", who->href, row_id(rows.row[i])));
		if (*row_named(rows.row[i], "agreed"))
			ui_prose(ui, row_named(rows.row[i], "agreed"));
		if (*row_named(rows.row[i], "views"))
			ui_prose(ui, row_named(rows.row[i], "views"));
		ui_item_end(ui);
	}
	if (rows.count)
		ui_items_end(ui);
	if (record_may(rq->act, r, RIGHT_ADD, who->pupil))
		ui_button_link(ui, UI_SECONDARY, "Record a meeting with parents", arena_printf(rq->a, "%s/meetings/new",
			who->href));
	return NULL;
}

static const struct fault *tab_contacts(struct req *rq, struct ui *ui, const struct about *who)
{
	struct rows rows;

	if (!record_ever(rq->act, &CONTACT_LOG, RIGHT_READ))
		return NULL;
	TRY(record_list(rq->act, &CONTACT_LOG, &(struct ask){ .pupil = who->id, .limit = 100 }, &rows));
	ui_heading(ui, "Contact with home");
	if (!rows.count)
		ui_para(ui, "None written down.");
	else
		ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		const char *by;

		TRY(staff_name_of(rq, row_text(rows.row[i], CONTACT_LOG_STAFF), &by));
		ui_item(ui);
		buf_add_html(&ui->out, arena_printf(rq->a, "%s · %s%s%s%s%s", row_show(rq->a, rows.row[i], CONTACT_LOG_ON),
			row_show(rq->a, rows.row[i], CONTACT_LOG_CHANNEL),
			*row_text(rows.row[i], CONTACT_LOG_WHO) ? " · " : "", row_text(rows.row[i], CONTACT_LOG_WHO),
			*by ? " · " : "", by));
		ui_prose(ui, row_text(rows.row[i], CONTACT_LOG_SUMMARY));
		if (*row_text(rows.row[i], CONTACT_LOG_AGREED))
			ui_prose(ui, arena_printf(rq->a, "Agreed: %s", row_text(rows.row[i], CONTACT_LOG_AGREED)));
		ui_item_end(ui);
	}
	if (rows.count)
		ui_items_end(ui);
	if (record_may(rq->act, &CONTACT_LOG, RIGHT_ADD, who->pupil))
		ui_button_link(ui, UI_SECONDARY, "Write down a contact", arena_printf(rq->a, "%s/contact/new", who->href));
	return NULL;
}

const struct fault *meetings_tab(struct req *rq, struct ui *ui)
{
	struct about who;

	if (!record_may(rq->act, &MEETING_CHILD, RIGHT_READ, rq->pupil))
		return FAULT(rq->a, FAULT_NONE, "nothing of that child’s meetings is theirs to read");
	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	ui->shell.title = arena_printf(rq->a, "Meetings about %s", who.first);
	ui->shell.scale = UI_WORK;
	ui_head(ui, ui->shell.title, who.line);
	if (rq_leads(rq, arena_printf(rq->a, "%s/who-does-what", who.href)))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Who does what", arena_printf(rq->a, "%s/who-does-what", who.href));
	ui->shell.title = "Meetings about a child"; /* a name would stay in the browser's history */
	ui_head_end(ui);
	ui_tabs(ui, "Parts of the record", panels_links(rq, "child-tabs", who.href, "/meetings"));
	TRY(tab_meetings(rq, ui, &who));
	TRY(tab_parents(rq, ui, &who));
	return tab_contacts(rq, ui, &who);
}
