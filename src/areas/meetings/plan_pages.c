/* plan_pages.c - planning a meeting: when, where, about whom, and who is asked. For one child everybody who could come stands on
 * the same page, to be ticked; whoever must not be asked is not among them. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "base/random.h"
#include "base/text.h"

/* ---- who could come ---- */

struct guests { struct ui_option *option; int count, barred; bool apart; /* those who decide live apart */ };

static void offer(struct guests *g, const char *value, const char *label, const char *hint, bool chosen)
{
	for (int i = 0; i < g->count; i++)
		if (strcmp(g->option[i].value, value) == 0)
			return;
	g->option[g->count++] = (struct ui_option){ .value = value, .label = label, .hint = hint, .chosen = chosen };
}

static const char *as_words(const char *kind)
{
	return strcmp(kind, "keyworker") == 0 ? "keyworker" : strcmp(kind, "ta") == 0 ? "works with the child" : kind;
}

static const struct fault *guests_for(struct req *rq, const char *pupil, struct guests *g)
{
	const char *today = day_iso(rq->a, rq->act->today);
	struct found staff, advisers;
	struct kin *kin;
	int kin_count;

	TRY(query_run(rq->act, &Q_COULD_COME, (const char *const[]){ pupil, today }, &staff));
	TRY(query_run(rq->act, &Q_WHO_ADVISES, (const char *const[]){ pupil, today }, &advisers));
	TRY(kin_of(rq, pupil, &kin, &kin_count, &g->barred));
	g->option = arena_array(rq->a, (size_t)(staff.rows + advisers.rows + kin_count) + 1, sizeof *g->option);
	for (int i = 0; i < kin_count; i++)
		g->apart = g->apart || (kin[i].responsible && kin[i].elsewhere && kin_count > 1);
	for (int i = 0; i < kin_count; i++)
		offer(g, arena_printf(rq->a, "c.%s", kin[i].id), arena_printf(rq->a, "%s, %s", kin[i].name, kin[i].who),
			kin[i].interpreter ?
			arena_printf(rq->a, "Needs an interpreter: %s", kin[i].language) : *kin[i].email ? NULL :
				"No e-mail address: ring or write", kin[i].responsible && !rq->post);
	for (int i = 0; i < staff.rows; i++)
		offer(g, arena_printf(rq->a, "s.%s", found_text(&staff, i, Q_COULD_COME_STAFF)), arena_printf(rq->a, "%s, %s",
			found_text(&staff, i, Q_COULD_COME_NAME), as_words(found_text(&staff, i, Q_COULD_COME_SUBJECT))), NULL,
			found_int(&staff, i, Q_COULD_COME_PLACE) < 2 &&
				!rq->post);
	for (int i = 0; i < advisers.rows; i++)
		offer(g, arena_printf(rq->a, "p.%s", found_text(&advisers, i, Q_WHO_ADVISES_PROFESSIONAL)),
			arena_printf(rq->a, "%s, %s", found_text(&advisers, i, Q_WHO_ADVISES_NAME),
			found_text(&advisers, i, Q_WHO_ADVISES_SERVICE)),
				*found_text(&advisers, i, Q_WHO_ADVISES_EMAIL) ? NULL :
			"No e-mail address: ring them", false);
	return NULL;
}

static bool ticked(const struct req *rq, const char *value)
{
	for (size_t i = 0; i < rq->typed.count; i++)
		if (strcmp(rq->typed.item[i].name, "guest") == 0 && strcmp(rq->typed.item[i].value, value) == 0)
			return true;
	return false;
}

static void draw_guests(struct req *rq, struct ui *ui, struct guests *g)
{
	for (int i = 0; i < g->count && rq->typed.count; i++)
		g->option[i].chosen = ticked(rq, g->option[i].value);
	if (g->count)
		ui_input_checks(ui, &(struct ui_input){ .name = "guest", .label = "Who is asked?", .strong = true, .small = true },
			g->option);
	if (g->apart)
		ui_note(ui, UI_SOON, "The parents live apart.",
			"Each gets an invitation of their own without the other’s address. Ask "
			"whether they come together.");
	if (g->barred)
		ui_note(ui, UI_SOON, g->barred == 1 ? "Somebody of the family is not in this list." :
			"Some of the family are not in this list.",
			"A limit on contact is in force: read it under People before you ask them.");
}

/* ---- a new meeting ---- */

struct plan { struct form *form; struct guests guests; const struct ui_option *staff; struct row *pupil; struct about who; };

static const struct fault *begin(struct req *rq, struct plan *p)
{
	const char *id = rq_text(rq, "pupil");

	TRY(staff_options(rq, "Choose who leads it", &p->staff));
	rq->ui->shell.scale = UI_READ;
	about_crumbs(rq, (const char *const[]){ "Meetings", "/meetings", NULL });
	if (!*id)
		return NULL;
	TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), id, &p->pupil));
	if (!record_may(rq->act, &MEETING_CHILD, RIGHT_ADD, p->pupil))
		return FAULT(rq->a, FAULT_NONE, "may not plan a meeting about that child");
	TRY(about_pupil(rq, p->pupil, "Meetings", "/meetings", &p->who));
	return guests_for(rq, id, &p->guests);
}

/* The plain facts of a meeting. */
static void draw_facts(struct ui *ui, const struct form *form, const struct ui_option *staff)
{
	ui_field(ui, &MEETING, form, MEETING_ON);
	ui_input(ui, &(struct ui_input){ .name = "start_time", .label = "Time", .hint = "For example 15:40",
		.value = form_value(form, MEETING_AT),
		.error = form_error_at(form, MEETING_AT), .strong = true, .width = 5 });
	ui_field(ui, &MEETING, form, MEETING_MINUTES);
	ui_field(ui, &MEETING, form, MEETING_PLACE);
	ui_input_select(ui, &(struct ui_input){ .name = "lead", .label = "Who leads it", .value = form_value(form, MEETING_LEAD),
		.error = form_error_at(form, MEETING_LEAD), .strong = true }, staff);
}

static const struct fault *draw(struct req *rq, struct ui *ui, struct plan *p)
{
	ui->shell.title = "Plan a meeting";
	ui_title(ui, p->pupil ? p->who.line : NULL, p->pupil ? arena_printf(rq->a, "Plan a meeting about %s", p->who.first) :
		"Plan a meeting",
		p->pupil ? "Papers are drawn from the record when you open them: nothing has to be copied together." :
		"Children are added next. For one child, begin from the child’s page: then everybody who could come is offered.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_field(ui, &MEETING, p->form, MEETING_KIND);
	draw_facts(ui, p->form, p->staff);
	if (p->pupil) {
		ui_hidden(ui, "pupil", p->who.id);
		ui_input_long(ui, &(struct ui_input){ .name = "reason", .label = "What is it about?",
			.hint = "In a sentence or two", .value = rq_text(rq, "reason"),
			.error = ui_error_of(ui, "reason"), .strong = true, .rows = 3, .max = 4000 });
		draw_guests(rq, ui, &p->guests);
	}
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Plan the meeting", NULL, NULL);
	ui_link_to(ui, "Cancel", p->pupil ? p->who.href : "/meetings");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *meeting_new(struct req *rq, struct ui *ui)
{
	struct plan p = { 0 };

	TRY(begin(rq, &p));
	p.form = rq->typed.count ? rq_form(rq, &MEETING) : form_new(rq->a, &MEETING);
	if (!rq->typed.count) {
		form_set(p.form, MEETING_LEAD, rq->act->who->staff);
		form_set(p.form, MEETING_MINUTES, "45");
		form_set(p.form, MEETING_KIND, rq_text(rq, "kind"));
	}
	return draw(rq, ui, &p);
}

/* ---- asking people ---- */

static const struct fault *ask_staff(struct req *rq, const char *meeting, const char *staff)
{
	struct form *f = form_new(rq->a, &MEETING_STAFF);
	struct rows have;
	const char *id;

	TRY(record_list(rq->act, &MEETING_STAFF, &(struct ask){ .where = { { MEETING_STAFF_MEETING, IS, meeting },
		{ MEETING_STAFF_STAFF, IS, staff } } }, &have));
	if (have.count)
		return NULL;
	form_set(f, MEETING_STAFF_MEETING, meeting);
	form_set(f, MEETING_STAFF_STAFF, staff);
	form_set(f, MEETING_STAFF_ASKED_ON, day_iso(rq->a, rq->act->today));
	return record_add(rq->act, &MEETING_STAFF, NULL, f, &id);
}

static const struct fault *ask_guest(struct req *rq, const char *meeting, const struct row *about, struct form *f)
{
	const char *id;

	form_set(f, MEETING_PERSON_MEETING, meeting);
	form_set(f, MEETING_PERSON_ASKED_ON, day_iso(rq->a, rq->act->today));
	return record_add(rq->act, &MEETING_PERSON, about, f, &id);
}

static const struct fault *asked_already(struct req *rq, const char *meeting, int field, const char *who, bool *out)
{
	int64_t n;

	TRY(record_count(rq->act, &MEETING_PERSON, &(struct ask){ .where = { { MEETING_PERSON_MEETING, IS, meeting }, { field, IS,
		who } }, .clear_only = true }, &n));
	*out = n > 0;
	return NULL;
}

/* A name sent that is not among those offered (an order made since, a tampered form) is not asked. */
static const struct fault *ask_kin(struct req *rq, const char *meeting, const struct row *about, const char *contact)
{
	struct form *f = form_new(rq->a, &MEETING_PERSON);
	struct kin *kin;
	int count, barred;
	bool already;

	TRY(asked_already(rq, meeting, MEETING_PERSON_CONTACT, contact, &already));
	TRY(kin_of(rq, row_id(about), &kin, &count, &barred));
	for (int i = 0; i < count && !already; i++)
		if (strcmp(kin[i].id, contact) == 0) {
			form_set(f, MEETING_PERSON_CONTACT, contact);
			form_set(f, MEETING_PERSON_NAME, kin[i].name);
			form_set(f, MEETING_PERSON_EMAIL, kin[i].email);
			return ask_guest(rq, meeting, about, f);
		}
	return NULL;
}

static const struct fault *ask_adviser(struct req *rq, const char *meeting, const struct row *about, const char *id)
{
	const struct record *r = record_find(rq->act->house, "professional");
	struct form *f = form_new(rq->a, &MEETING_PERSON);
	struct row *row;
	bool already;

	TRY(asked_already(rq, meeting, MEETING_PERSON_PROFESSIONAL, id, &already));
	if (already)
		return NULL;
	TRY(record_get(rq->act, r, id, &row));
	form_set(f, MEETING_PERSON_PROFESSIONAL, id);
	form_set(f, MEETING_PERSON_NAME, *row_named(row, "job") ? arena_printf(rq->a, "%s, %s", row_named(row, "name"),
		row_named(row, "job")) : row_named(row, "name"));
	form_set(f, MEETING_PERSON_EMAIL, row_named(row, "email"));
	return ask_guest(rq, meeting, about, f);
}

static const struct fault *ask_ticked(struct req *rq, const char *meeting, const struct row *about)
{
	for (size_t i = 0; i < rq->typed.count; i++) {
		const char *v = rq->typed.item[i].value;

		if (strcmp(rq->typed.item[i].name, "guest") != 0 || !*v || v[1] != '.' || !id_ok(v + 2))
			continue;
		if (*v == 's')
			TRY(ask_staff(rq, meeting, v + 2));
		else if (*v == 'c' && about)
			TRY(ask_kin(rq, meeting, about, v + 2));
		else if (*v == 'p' && about)
			TRY(ask_adviser(rq, meeting, about, v + 2));
	}
	return NULL;
}

static const struct fault *add_child(struct req *rq, const char *meeting, const struct row *about, const char *why, const char **id)
{
	struct form *f = form_new(rq->a, &MEETING_CHILD);

	form_set(f, MEETING_CHILD_MEETING, meeting);
	form_set(f, MEETING_CHILD_WHY, why);
	return record_add(rq->act, &MEETING_CHILD, about, f, id);
}

const struct fault *meeting_new_post(struct req *rq, struct ui *ui)
{
	struct plan p = { .form = rq_form(rq, &MEETING) };
	const struct fault *f;
	const char *id, *row, *agenda;

	TRY(begin(rq, &p));
	p.form->version = 0;
	form_set(p.form, MEETING_STATE, "planned");
	form_set(p.form, MEETING_SHARED_ON, "");
	TRY(agenda_for(rq, form_value(p.form, MEETING_KIND), p.pupil, &agenda));
	form_set(p.form, MEETING_AGENDA, agenda);
	if (p.pupil && !*rq_text(rq, "reason"))
		ui_error(ui, "reason", "Say in a sentence what it is about");
	f = record_add(rq->act, &MEETING, NULL, p.form, &id);
	if (f && !(f->code == FAULT_INVALID && p.form->error_count))
		return f;
	if (p.form->error_count || ui->error_count)
		return draw(rq, ui, &p);
	if (p.pupil)
		TRY(add_child(rq, id, p.pupil, rq_text(rq, "reason"), &row));
	TRY(ask_ticked(rq, id, p.pupil));
	rq_notice(rq, NULL, "The meeting is planned. Send the invitations, and open the papers when you like.");
	return go(rq, "/meetings/%s", id);
}

/* ---- changing it ---- */

static const struct fault *draw_edit(struct req *rq, struct ui *ui, const struct gathering *g, const struct form *form)
{
	const struct ui_option *staff;

	TRY(staff_options(rq, "Choose who leads it", &staff));
	ui->shell.title = "Change a meeting";
	ui_title(ui, g->title, "Change the meeting", "If day, time or place change, whoever has the invitation gets a new one.");
	ui_form_begin(ui, &(struct ui_form){ .version = form->version ? form->version : row_version(g->row), .draft = true });
	draw_facts(ui, form, staff);
	ui_field(ui, &MEETING, form, MEETING_AGENDA);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", g->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *meeting_edit(struct req *rq, struct ui *ui)
{
	struct gathering g;

	TRY(gathering_read(rq, &g));
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	return draw_edit(rq, ui, &g, rq->typed.count ? rq_form(rq, &MEETING) : form_of_row(rq->a, g.row));
}

/* Who has an invitation gets the new one, if what it says has changed. */
static const struct fault *say_saved(struct req *rq, const struct gathering *was, int64_t sequence)
{
	const char *undo = undo_of(rq, "/meetings", &MEETING, row_id(was->row));
	struct row *now;
	int sent = 0;

	TRY(record_get(rq->act, &MEETING, row_id(was->row), &now));
	if (row_int(now, MEETING_SEQUENCE) > sequence)
		TRY(invitations_again(rq, &sent));
	if (sent)
		rq_notice(rq, undo, "Saved. %d %s the new invitation.", sent, sent == 1 ? "person gets" : "people get");
	else
		rq_notice(rq, undo, "Saved.");
	return NULL;
}

const struct fault *meeting_edit_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &MEETING);
	const struct fault *f;
	struct gathering g;

	TRY(gathering_read(rq, &g));
	form->values[MEETING_STATE] = form->values[MEETING_SHARED_ON] = form->values[MEETING_KIND] = NULL;
	f = record_change(rq->act, g.row, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_edit(rq, ui, &g, form);
	TRY(f);
	TRY(say_saved(rq, &g, row_int(g.row, MEETING_SEQUENCE)));
	return go(rq, "%s", g.href);
}

/* ---- more people ---- */

static const struct fault *pupil_of(struct req *rq, const struct gathering *g, struct row **out)
{
	*out = NULL;
	if (!g->children.rows)
		return NULL;
	return record_get(rq->act, record_find(rq->act->house, "pupil"), found_text(&g->children, 0, Q_MEETING_CHILDREN_PUPIL),
		out);
}

static const struct fault *draw_people(struct req *rq, struct ui *ui, const struct gathering *g, struct row *pupil)
{
	const struct ui_option *staff;
	struct guests guests = { 0 };

	TRY(staff_options(rq, "Nobody else", &staff));
	if (pupil && g->children.rows == 1)
		TRY(guests_for(rq, row_id(pupil), &guests));
	for (int i = 0; i < guests.count; i++)
		guests.option[i].chosen = false;
	ui->shell.title = "Ask people";
	ui_title(ui, g->title, "Ask people", g->when);
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	draw_guests(rq, ui, &guests);
	ui_input_select(ui, &(struct ui_input){ .name = "staff", .label = "A colleague", .value = rq_text(rq, "staff"),
		.strong = true }, staff);
	if (pupil) {
		ui_input(ui, &(struct ui_input){ .name = "name", .label = "Somebody else: name and job",
			.value = rq_text(rq, "name"), .error = ui_error_of(ui, "name"), .strong = true });
		ui_input(ui, &(struct ui_input){ .name = "email", .label = "Their e-mail address", .hint = "If they have one",
			.value = rq_text(rq, "email"),
			.error = ui_error_of(ui, "email"), .strong = true, .type = "email" });
	}
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Ask them", NULL, NULL);
	ui_link_to(ui, "Cancel", g->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *people_add(struct req *rq, struct ui *ui)
{
	struct gathering g;
	struct row *pupil;

	TRY(gathering_read(rq, &g));
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	TRY(pupil_of(rq, &g, &pupil));
	return draw_people(rq, ui, &g, pupil);
}

const struct fault *people_add_post(struct req *rq, struct ui *ui)
{
	const char *name = rq_text(rq, "name"), *email = rq_text(rq, "email"), *staff = rq_text(rq, "staff");
	struct form *f = form_new(rq->a, &MEETING_PERSON);
	const struct fault *fault = NULL;
	struct gathering g;
	struct row *pupil;

	TRY(gathering_read(rq, &g));
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	TRY(pupil_of(rq, &g, &pupil));
	if (*email && !strchr(email, '@'))
		ui_error(ui, "email", "Enter an e-mail address like name@example.org, or leave it empty");
	if (*email && !*name)
		ui_error(ui, "name", "Enter their name");
	if (ui->error_count)
		return draw_people(rq, ui, &g, pupil);
	TRY(ask_ticked(rq, row_id(g.row), g.children.rows == 1 ? pupil : NULL));
	if (id_ok(staff))
		TRY(ask_staff(rq, row_id(g.row), staff));
	if (*name && pupil) {
		form_set(f, MEETING_PERSON_NAME, name);
		form_set(f, MEETING_PERSON_EMAIL, email);
		fault = ask_guest(rq, row_id(g.row), pupil, f);
	}
	if (fault && fault->code == FAULT_INVALID && f->error_count) {
		ui_error(ui, "name", f->errors[0].text);
		return draw_people(rq, ui, &g, pupil);
	}
	TRY(fault);
	rq_notice(rq, NULL, "They are on the list.");
	return go(rq, "%s", g.href);
}

/* ---- more children ---- */

static void draw_found(struct req *rq, struct ui *ui, const struct gathering *g, const struct found *f)
{
	if (!f->rows)
		ui_para(ui, "Nobody on roll has a name that begins so.");
	else
		ui_items(ui);
	for (int i = 0; i < f->rows; i++) {
		ui_item(ui);
		ui_link_to(ui, about_name(rq->a, found_text(f, i, Q_CHILD_NAMED_KNOWN_AS),
			found_text(f, i, Q_CHILD_NAMED_KNOWN_SURNAME)), arena_printf(rq->a, "/pupils/%s/concern?meeting=%s",
			found_text(f, i, Q_CHILD_NAMED_PUPIL), row_id(g->row)));
		buf_add_html(&ui->out, arena_printf(rq->a, " %s", found_text(f, i, Q_CHILD_NAMED_FORM)));
		ui_item_end(ui);
	}
	if (f->rows)
		ui_items_end(ui);
}

const struct fault *child_add_page(struct req *rq, struct ui *ui)
{
	const char *q = rq_text(rq, "q"), *fold = text_fold(rq->a, q);
	struct gathering g;
	struct found f;

	TRY(gathering_read(rq, &g));
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	ui->shell.title = "Add a child";
	ui_title(ui, g.title, "Add a child to the meeting", g.when);
	ui_filters(ui, arena_printf(rq->a, "%s/children", g.href));
	ui_filter(ui, "q", "Name begins with", q, 20);
	ui_filters_end(ui);
	if (!*fold)
		return NULL;
	TRY(query_run(rq->act, &Q_CHILD_NAMED, (const char *const[]){ day_iso(rq->a, rq->act->today), fold,
		arena_printf(rq->a, "%s\xF4\x8F\xBF\xBD", fold) }, &f));
	draw_found(rq, ui, &g, &f);
	return NULL;
}
