/* child_people.c - the tab of people: family and others to reach, with what must not be said to whom; classes and who teaches them.
 * A limit stands above what it limits, and what it forbids to give away is folded behind it. */
#include <string.h>

#include "areas/people/area.h"
#include "base/text.h"
#include "reports/child_lists.h"
#include "reports/queries.sql.h"

static bool limits_whom(const struct row *limit, const char *contact)
{
	const char *whom = row_text(limit, CONTACT_LIMIT_CONTACT);

	return !*whom || strcmp(whom, contact) == 0;
}

static bool hides_address(const struct rows *limits)
{
	for (int i = 0; i < limits->count; i++)
		if (strcmp(row_text(limits->row[i], CONTACT_LIMIT_KIND), "address") == 0)
			return true;
	return false;
}

/* This reader learns only that there is some limit: then nothing is given that it might forbid. */
static bool flag_only(const struct rows *limits)
{
	for (int i = 0; i < limits->count; i++)
		if (!row_has(limits->row[i], CONTACT_LIMIT_KIND))
			return true;
	return false;
}

static const char *contact_name(struct req *rq, const struct row *row)
{
	return text_clean(rq->a, arena_printf(rq->a, "%s %s%s%s", row_text(row, CONTACT_TITLE), row_text(row, CONTACT_FORENAME),
		*row_text(row, CONTACT_FORENAME) ? " " : "", row_text(row, CONTACT_SURNAME)));
}

static bool draw_limits(struct req *rq, struct ui *ui, const struct rows *limits, const char *contact)
{
	bool any = false;

	for (int i = 0; i < limits->count; i++) {
		const struct row *l = limits->row[i];
		const char *whom = row_text(l, CONTACT_LIMIT_CONTACT);

		if (contact ? !*whom || !limits_whom(l, contact) : *whom != 0)
			continue;
		any = true;
		if (!row_has(l, CONTACT_LIMIT_KIND))
			ui_note(ui, UI_LATE, "There is a limit on contact.",
				"Ask the SENCO or the office before you write, ring or hand anything over.");
		else
			ui_note(ui, UI_LATE, arena_printf(rq->a, "%s.", row_show(rq->a, l, CONTACT_LIMIT_KIND)),
				row_text(l, CONTACT_LIMIT_DETAIL));
	}
	return any;
}

static void reach(struct req *rq, struct ui *ui, const struct row *row)
{
	ui_facts(ui);
	ui_fact(ui, "Telephone", row_text(row, CONTACT_PHONE));
	ui_fact(ui, "Or", row_text(row, CONTACT_PHONE_OTHER));
	ui_fact(ui, "E-mail", row_text(row, CONTACT_EMAIL));
	ui_fact(ui, "Address", row_text(row, CONTACT_ADDRESS));
	ui_fact(ui, "Postcode", row_text(row, CONTACT_POSTCODE));
	ui_fact(ui, "Language", row_show(rq->a, row, CONTACT_LANGUAGE));
	ui_fact(ui, "Interpreter", strcmp(row_text(row, CONTACT_INTERPRETER), "1") == 0 ? "Needed" : "");
	ui_fact(ui, "Parental responsibility", row_show(rq->a, row, CONTACT_RESPONSIBILITY));
	ui_fact(ui, "Lives with the child", row_show(rq->a, row, CONTACT_LIVES_WITH));
	ui_fact(ui, "Gets letters", row_show(rq->a, row, CONTACT_LETTERS));
	ui_facts_end(ui);
}

static void draw_contact(struct req *rq, struct ui *ui, const struct child *c, const struct row *row, const struct rows *limits,
	bool edit)
{
	bool limited;

	ui_panel(ui, &(struct ui_panel){ .title = arena_printf(rq->a, "%s, %s", contact_name(rq, row),
		row_show(rq->a, row, CONTACT_RELATIONSHIP)), .count = -1, .plain = true, .link = edit ? "Change" : NULL,
		.href = arena_printf(rq->a, "%s/records/contact/%s", c->base, row_id(row)) });
	limited = draw_limits(rq, ui, limits, row_id(row)) || flag_only(limits);
	if (limited || (hides_address(limits) && *row_text(row, CONTACT_ADDRESS))) {
		ui_details(ui, limited ? "Show how to reach them, having read the limit" :
			"Show how to reach them: do not give the address to anyone");
		reach(rq, ui, row);
		ui_details_end(ui);
	} else {
		reach(rq, ui, row);
	}
	ui_panel_end(ui);
}

/* Where the child lives is for those who read where the family lives. */
static void home_address(struct req *rq, struct ui *ui, const struct rows *contacts, const struct rows *limits)
{
	const char *address = row_text(rq->pupil, PUPIL_ADDRESS), *postcode = row_text(rq->pupil, PUPIL_POSTCODE);
	bool may = contacts->count ? row_has(contacts->row[0], CONTACT_ADDRESS) : record_ever(rq->act, &PUPIL, RIGHT_EDIT);

	if (!may || flag_only(limits) || (!*address && !*postcode))
		return;
	if (hides_address(limits)) {
		ui_details(ui, "Show the child’s address: do not give it to anyone");
		ui_prose(ui, arena_printf(rq->a, "%s\n%s", address, postcode));
		ui_details_end(ui);
		return;
	}
	ui_facts(ui);
	ui_fact(ui, "Home address", address);
	ui_fact(ui, "Postcode", postcode);
	ui_facts_end(ui);
}

static const struct fault *draw_classes(struct req *rq, struct ui *ui, const struct child *c)
{
	static const struct ui_column COLUMNS[] = { { "Class" }, { "Subject", .phone = UI_BARE },
		{ "Who teaches it", .phone = UI_BARE }, { NULL } };
	struct found f;

	TRY(query_run(rq->act, &Q_CHILD_CLASSES, (const char *const[]){ c->id, day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = "Classes", .count = -1, .plain = true });
	ui_table(ui, &(struct ui_table){ .caption = "Classes and who teaches them", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++) {
		bool form = strcmp(found_text(&f, i, Q_CHILD_CLASSES_KIND), "form") == 0;

		ui_row(ui);
		ui_cell(ui, found_text(&f, i, Q_CHILD_CLASSES_NAME));
		ui_cell(ui, form ? "Form" : found_text(&f, i, Q_CHILD_CLASSES_SUBJECT));
		ui_cell(ui, found_text(&f, i, Q_CHILD_CLASSES_WHO));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

static void facts_links(struct req *rq, struct ui *ui, const struct child *c)
{
	static const struct { const char *label, *path; } LINKS[] = { { "Change names, date of birth, numbers and address",
		"/edit" },
		{ "When on roll, and leaving", "/roll" } };

	ui_acts(ui);
	for (int i = 0; i < 2; i++) {
		const char *href = arena_printf(rq->a, "%s%s", c->base, LINKS[i].path);

		if (rq_leads(rq, href))
			ui_link_to(ui, LINKS[i].label, href);
	}
	ui_acts_end(ui);
}

const struct fault *child_people(struct req *rq, struct ui *ui)
{
	static const struct child_column LIMITS[] = {
		{ CONTACT_LIMIT_KIND, "What must not happen" }, { CONTACT_LIMIT_DETAIL, "What the order or the family says",
			.long_text = true },
		{ CONTACT_LIMIT_FROM, "From" }, { CONTACT_LIMIT_UNTIL, "Until" }, { CONTACT_LIMIT_SEEN, "Order seen" }, { 0 } };
	const char *add, *today = day_iso(rq->a, rq->act->today);
	struct staff_names names = { 0 };
	struct rows contacts, limits;
	struct child c;
	bool edit;

	TRY(child_head(rq, ui, "/people", "People and contacts", &c));
	TRY(record_list(rq->act, &CONTACT, &(struct ask){ .pupil = c.id, .as_at = today, .limit = 30 }, &contacts));
	TRY(record_list(rq->act, &CONTACT_LIMIT, &(struct ask){ .pupil = c.id, .as_at = today, .limit = 30 }, &limits));
	edit = rq_may(rq, &CONTACT, RIGHT_EDIT);
	add = child_add(rq, &c, &CONTACT);
	draw_limits(rq, ui, &limits, NULL);
	home_address(rq, ui, &contacts, &limits);
	facts_links(rq, ui, &c);
	if (!contacts.count)
		ui_empty(ui, arena_printf(rq->a, "Nobody to reach about %s is recorded.", c.first), add ? "Add a contact" : NULL,
			add);
	else if (add)
		ui_button_link(ui, UI_SECONDARY, "Add a contact", add);
	ui_columns(ui, UI_TWO);
	for (int i = 0; i < contacts.count; i += 2)
		draw_contact(rq, ui, &c, contacts.row[i], &limits, edit);
	ui_column_next(ui);
	for (int i = 1; i < contacts.count; i += 2)
		draw_contact(rq, ui, &c, contacts.row[i], &limits, edit);
	ui_columns_end(ui);
	if (rq_may(rq, &CONTACT_LIMIT, RIGHT_EDIT))
		TRY(child_rows_draw(rq, ui, &c, &(struct child_list){ &CONTACT_LIMIT, "Limits on contact", "limits", LIMITS,
			"No limits.", "Add a limit" }, &names, &limits));
	return draw_classes(rq, ui, &c);
}
