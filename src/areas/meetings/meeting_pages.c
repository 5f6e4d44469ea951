/* meeting_pages.c - meetings to come and past, and one meeting: about whom, who is asked and what they answered, its agenda, what
 * was agreed, and whether it was held. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"

/* ---- all of them ---- */

const struct fault *meetings_page(struct req *rq, struct ui *ui)
{
	bool mine = strcmp(rq_text(rq, "show"), "mine") == 0, whole = record_ever(rq->act, &MEETING, RIGHT_APPROVE) ||
		record_ever(rq->act, &MEETING, RIGHT_EXPORT);
	const char *today = day_iso(rq->a, rq->act->today), *staff = mine || !whole ? rq->act->who->staff : "";
	struct ui_link tabs[] = { { "All", "/meetings", !mine, 0 }, { "Yours", "/meetings?show=mine", mine, 0 },
		{ NULL, NULL, false, 0 } };
	struct found next, past;

	TRY(query_run(rq->act, &Q_MEETINGS_BETWEEN, (const char *const[]){ today, day_iso(rq->a, rq->act->today + 400), staff },
		&next));
	TRY(query_run(rq->act, &Q_MEETINGS_BETWEEN, (const char *const[]){ day_iso(rq->a, rq->act->today - 120),
		day_iso(rq->a, rq->act->today - 1), staff }, &past));
	ui->shell.title = "Meetings";
	ui_head(ui, "Meetings", "Who was asked, what was said, what was agreed. Actions stay on their owners’ first pages until "
		"they are done.");
	if (record_ever(rq->act, &MEETING, RIGHT_ADD))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Plan a meeting", "/meetings/new");
	if (rq_leads(rq, "/students-of-concern"))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Students of concern", "/students-of-concern");
	if (rq_leads(rq, "/caseloads"))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Caseloads", "/caseloads");
	ui_head_end(ui);
	if (whole)
		ui_tabs(ui, "Which meetings", tabs);
	ui_heading(ui, "To come");
	if (next.rows)
		meeting_rows(rq, ui, &next, "Meetings to come", false);
	else
		ui_para(ui, "No meeting is planned.");
	ui_heading(ui, "In the last four months");
	if (past.rows)
		meeting_rows(rq, ui, &past, "Meetings held", true);
	else
		ui_para(ui, "None.");
	return NULL;
}

/* ---- one ---- */

static void draw_children(struct req *rq, struct ui *ui, const struct gathering *g)
{
	ui_heading(ui, g->children.rows == 1 ? "About" : "Children");
	if (!g->children.rows)
		ui_para(ui, "No child is on the list yet.");
	else
		ui_items(ui);
	for (int i = 0; i < g->children.rows; i++) {
		const char *pupil = found_text(&g->children, i, Q_MEETING_CHILDREN_PUPIL);

		ui_item(ui);
		ui_link_to(ui, about_name(rq->a, found_text(&g->children, i, Q_MEETING_CHILDREN_KNOWN_AS),
			found_text(&g->children, i, Q_MEETING_CHILDREN_KNOWN_SURNAME)),
			arena_printf(rq->a, "/pupils/%s", pupil));
		buf_add_html(&ui->out, arena_printf(rq->a, " %s · ", found_text(&g->children, i, Q_MEETING_CHILDREN_FORM)));
		ui_link_to(ui, "Papers", arena_printf(rq->a, "%s/papers/%s", g->href, found_text(&g->children, i,
			Q_MEETING_CHILDREN_ROW)));
		buf_add(&ui->out, " · ");
		ui_link_to(ui, "Record", arena_printf(rq->a, "%s/record/%s", g->href, found_text(&g->children, i,
			Q_MEETING_CHILDREN_ROW)));
		ui_item_end(ui);
	}
	if (g->children.rows)
		ui_items_end(ui);
	if (g->children.rows > 1)
		ui_link_to(ui, "Papers of all", arena_printf(rq->a, "%s/papers", g->href));
	if (g->changes)
		ui_link_to(ui, "Add a child", arena_printf(rq->a, "%s/children", g->href));
}

/* Whoever may change the meeting writes everybody's answer down; a colleague their own. */
static bool answers(const struct req *rq, const struct gathering *g, int i)
{
	const char *staff = rq->act->who->staff;
	bool own = strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_KIND), "staff") == 0 && *staff &&
		strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_WHO), staff) == 0;

	return strcmp(row_text(g->row, MEETING_STATE), "planned") == 0 && (g->changes || own);
}

static bool answers_any(const struct req *rq, const struct gathering *g)
{
	for (int i = 0; i < g->guests.rows; i++)
		if (answers(rq, g, i))
			return true;
	return false;
}

static void guest_row(struct req *rq, struct ui *ui, const struct gathering *g, int i)
{
	const char *answer = found_text(&g->guests, i, Q_MEETING_GUESTS_ANSWER), *came = found_text(&g->guests, i,
		Q_MEETING_GUESTS_CAME);
	const char *id = found_text(&g->guests, i, Q_MEETING_GUESTS_ROW), *name = found_text(&g->guests, i, Q_MEETING_GUESTS_NAME);
	bool guest = strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_KIND), "guest") == 0;
	const char *email = found_text(&g->guests, i, Q_MEETING_GUESTS_EMAIL);

	ui_row(ui);
	ui_cell_sub(ui, name, guest ? *email ? email : "No e-mail address: ring or write" : found_text(&g->guests, i,
		Q_MEETING_GUESTS_POST));
	ui_cell_begin(ui);
	if (g->changes && *row_text(g->row, MEETING_AT) && (!guest || *email) && strcmp(row_text(g->row, MEETING_STATE),
		"held") != 0)
		ui_link_to(ui, "Invitation", arena_printf(rq->a, "%s/invitation.ics?guest=%s", g->href, id));
	ui_cell_end(ui);
	ui_cell(ui, *answer ? choice_label(MEETING_ANSWERS, answer) : "No answer yet");
	ui_cell(ui, strcmp(came, "1") == 0 ? "Was there" : strcmp(came, "0") == 0 ? "Was not there" : "");
	ui_cell_begin(ui);
	if (answers(rq, g, i))
		ui_input_segments(ui, &(struct ui_input){ .name = arena_printf(rq->a, "answer-%s", id),
			.label = arena_printf(rq->a, "Answer of %s", name), .value = answer,
			.quiet = true }, (const struct ui_option[]){ { "yes", "Yes" }, { "no", "No" }, { "perhaps", "Perhaps" },
				{ NULL } });
	ui_cell_end(ui);
	ui_row_end(ui);
}

static void draw_guests(struct req *rq, struct ui *ui, const struct gathering *g)
{
	static const struct ui_column COLUMNS[] = { { "Who" }, { "Calendar file", .phone = UI_BARE },
		{ "Answer", .phone = UI_LEAD },
		{ "There?" }, { "Their answer",
		.quiet = true, .phone = UI_BARE }, { NULL } };
	bool planned = strcmp(row_text(g->row, MEETING_STATE), "planned") == 0, form = answers_any(rq, g);

	ui_heading(ui, "Who is asked");
	if (form)
		ui_form_begin(ui, &(struct ui_form){ .action = g->href });
	if (g->guests.rows) {
		ui_table(ui, &(struct ui_table){ .caption = "Who is asked", .columns = COLUMNS, .css = "os-t--mid" });
		for (int i = 0; i < g->guests.rows; i++)
			guest_row(rq, ui, g, i);
		ui_table_end(ui);
	} else {
		ui_para(ui, "Nobody yet.");
	}
	ui_acts(ui);
	if (form)
		ui_button(ui, UI_SECONDARY | UI_SMALL, g->changes ? "Save the answers" : "Save your answer", "act", "answers");
	if (g->changes && planned)
		ui_link_to(ui, "Ask more people", arena_printf(rq->a, "%s/people", g->href));
	ui_acts_end(ui);
	if (form)
		ui_form_end(ui);
}

static const struct fault *draw_agreed(struct req *rq, struct ui *ui, const struct gathering *g)
{
	struct rows rows;

	TRY(record_list(rq->act, &MEETING_ACTION, &(struct ask){ .where = { { MEETING_ACTION_MEETING, IS, row_id(g->row) } },
		.limit = 300 }, &rows));
	if (!rows.count)
		return NULL;
	ui_heading(ui, "Agreed");
	ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		const char *owner;

		TRY(staff_name_of(rq, row_text(rows.row[i], MEETING_ACTION_OWNER), &owner));
		ui_item(ui);
		ui_link_to(ui, row_text(rows.row[i], MEETING_ACTION_WHAT), arena_printf(rq->a, "/meetings/actions/%s",
			row_id(rows.row[i])));
		buf_add_html(&ui->out, arena_printf(rq->a, " %s · ", owner));
		if (*row_text(rows.row[i], MEETING_ACTION_DONE_ON))
			buf_add_html(&ui->out, "done");
		else
			ui_due_short(ui, row_day(rows.row[i], MEETING_ACTION_DUE_ON));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	return NULL;
}

static void draw_acts(struct req *rq, struct ui *ui, const struct gathering *g)
{
	bool planned = strcmp(row_text(g->row, MEETING_STATE), "planned") == 0, held = strcmp(row_text(g->row, MEETING_STATE),
		"held") == 0;

	ui_acts(ui);
	if (g->changes && g->children.rows && strcmp(row_text(g->row, MEETING_STATE), "cancelled") != 0)
		ui_button_link(ui, planned ? UI_PRIMARY : UI_SECONDARY, planned ? "Take minutes" : "Minutes and actions",
			arena_printf(rq->a, "%s/live", g->href));
	if (!held && *row_text(g->row, MEETING_AT))
		ui_link_to(ui, "For your calendar", arena_printf(rq->a, "%s/invitation.ics", g->href));
	if (g->changes && !held && *row_text(g->row, MEETING_AT) && g->guests.rows)
		ui_button_post(ui, UI_SECONDARY, "Send the invitations", arena_printf(rq->a, "%s/invitations", g->href), 0);
	if (g->changes && !held)
		ui_link_to(ui, "Change", arena_printf(rq->a, "%s/edit", g->href));
	ui_acts_end(ui);
}

/* Held, or not after all. */
static void draw_state(struct req *rq, struct ui *ui, const struct gathering *g)
{
	bool planned = strcmp(row_text(g->row, MEETING_STATE), "planned") == 0;

	if (!g->changes || !planned)
		return;
	ui_form_begin(ui, &(struct ui_form){ .action = g->href, .version = row_version(g->row) });
	ui_acts(ui);
	if (row_day(g->row, MEETING_ON) <= rq->act->today)
		ui_button(ui, UI_SECONDARY, "It was held: close it", "act", "held");
	ui_button(ui, UI_QUIET, "Cancel the meeting", "act", "cancelled");
	ui_acts_end(ui);
	ui_form_end(ui);
}

static void draw_facts(struct req *rq, struct ui *ui, const struct gathering *g)
{
	ui_summary(ui);
	ui_summary_row(ui, "When", *row_text(g->row, MEETING_MINUTES) ? arena_printf(rq->a, "%s, %s minutes", g->when,
		row_text(g->row, MEETING_MINUTES)) : g->when, NULL, NULL);
	if (*row_text(g->row, MEETING_PLACE))
		ui_summary_row(ui, "Where", row_text(g->row, MEETING_PLACE), NULL, NULL);
	ui_summary_row(ui, "Led by", g->lead, NULL, NULL);
	ui_summary_row(ui, "State", row_show(rq->a, g->row, MEETING_STATE), NULL, NULL);
	if (*row_text(g->row, MEETING_SHARED_ON))
		ui_summary_row(ui, "Record shared", row_show(rq->a, g->row, MEETING_SHARED_ON), NULL, NULL);
	if (*row_text(g->row, MEETING_AGENDA)) {
		ui_summary_begin_row(ui, "Agenda");
		ui_prose(ui, row_text(g->row, MEETING_AGENDA));
		ui_summary_end_row(ui);
	}
	ui_summary_end(ui);
}

const struct fault *meeting_page(struct req *rq, struct ui *ui)
{
	struct gathering g;

	TRY(gathering_read(rq, &g));
	ui->shell.title = g.title;
	ui_title(ui, NULL, g.title, NULL);
	draw_facts(rq, ui, &g);
	draw_acts(rq, ui, &g);
	draw_children(rq, ui, &g);
	draw_guests(rq, ui, &g);
	TRY(meeting_times(rq, ui, &g));
	TRY(draw_agreed(rq, ui, &g));
	draw_state(rq, ui, &g);
	return NULL;
}

/* ---- answers; held; cancelled ---- */

static const struct fault *set_answer(struct req *rq, const struct gathering *g, int i)
{
	bool guest = strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_KIND), "guest") == 0;
	const struct record *r = guest ? &MEETING_PERSON : &MEETING_STAFF;
	const char *id = found_text(&g->guests, i, Q_MEETING_GUESTS_ROW),
		*answer = rq_text(rq, arena_printf(rq->a, "answer-%s", id));
	struct form *f = form_new(rq->a, r);
	struct row *row;

	if (!*answer || !answers(rq, g, i) || strcmp(answer, found_text(&g->guests, i, Q_MEETING_GUESTS_ANSWER)) == 0)
		return NULL;
	TRY(record_get(rq->act, r, id, &row));
	form_set(f, guest ? MEETING_PERSON_ANSWER : MEETING_STAFF_ANSWER, answer);
	return record_change(rq->act, row, f);
}

/* Somebody of the child's family was there. */
static bool family_came(const struct rows *guests, const char *pupil)
{
	for (int i = 0; i < guests->count; i++)
		if (*row_text(guests->row[i], MEETING_PERSON_CONTACT) && strcmp(row_about(guests->row[i]), pupil) == 0 &&
		    strcmp(row_text(guests->row[i], MEETING_PERSON_CAME), "1") == 0)
			return true;
	return false;
}

static const char *who_came(struct req *rq, const struct rows *guests, const char *pupil)
{
	struct buf b = buf_new(rq->a);

	for (int i = 0; i < guests->count; i++)
		if (strcmp(row_about(guests->row[i]), pupil) == 0 && strcmp(row_text(guests->row[i], MEETING_PERSON_CAME),
			"1") == 0 &&
			b.len < 240)
			buf_printf(&b, "%s%s", b.len ? ", " : "", row_text(guests->row[i], MEETING_PERSON_NAME));
	return buf_text(&b);
}

/* A meeting that parents came to is one of the three of the year: the program says so in the register, once, whoever closes it. */
static const struct fault *count_it(struct req *rq, const struct gathering *g, struct row *child, const struct rows *guests)
{
	const struct record *r = record_find(rq->act->house, "parent_meeting");
	struct act *program = act_lift(rq->act);
	struct form *f = form_new(rq->a, r), *link = form_new(rq->a, &MEETING_CHILD);
	const char *id;

	if (*row_text(child, MEETING_CHILD_COUNTED) || !family_came(guests, row_about(child)))
		return NULL;
	form_set(f, field_find(r, "met_on"), row_text(g->row, MEETING_ON));
	form_set(f, field_find(r, "how"), strncmp(row_text(g->row, MEETING_PLACE), "http", 4) == 0 ? "video" : "person");
	form_set(f, field_find(r, "present"), who_came(rq, guests, row_about(child)));
	form_set(f, field_find(r, "led_by"), row_text(g->row, MEETING_LEAD));
	form_set(f, field_find(r, "agreed"), row_text(child, MEETING_CHILD_OUTCOME));
	form_set(f, field_find(r, "next_on"), row_text(child, MEETING_CHILD_NEXT_ON));
	TRY(record_add(program, r, child, f, &id));
	form_set(link, MEETING_CHILD_COUNTED, id);
	return record_change(program, child, link);
}

static const struct fault *count_all(struct req *rq, const struct gathering *g)
{
	struct rows guests, children;

	TRY(record_list(rq->act, &MEETING_PERSON, &(struct ask){ .where = { { MEETING_PERSON_MEETING, IS, row_id(g->row) } },
		.limit = 300 }, &guests));
	TRY(record_list(rq->act, &MEETING_CHILD, &(struct ask){ .where = { { MEETING_CHILD_MEETING, IS, row_id(g->row) } },
		.limit = 100 }, &children));
	for (int i = 0; i < children.count; i++)
		TRY(count_it(rq, g, children.row[i], &guests));
	return NULL;
}

const struct fault *meeting_state_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const char *act = rq_text(rq, "act");
	struct form *form = form_new(rq->a, &MEETING);
	struct gathering g;
	int sent = 0;

	TRY(gathering_read(rq, &g));
	if (strcmp(act, "answers") == 0) {
		for (int i = 0; i < g.guests.rows; i++)
			TRY(set_answer(rq, &g, i));
		rq_notice(rq, NULL, g.changes ? "The answers are saved." : "Your answer is saved.");
		return go(rq, "%s", g.href);
	}
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	if (strcmp(act, "held") != 0 && strcmp(act, "cancelled") != 0)
		return FAULT(rq->a, FAULT_INVALID, "That button is not one of this page’s.");
	form_set(form, MEETING_STATE, act);
	TRY(record_change(rq->act, g.row, form));
	if (strcmp(act, "held") == 0)
		TRY(count_all(rq, &g));
	else
		TRY(invitations_again(rq, &sent));
	if (sent)
		rq_notice(rq, undo_of(rq, "/meetings", &MEETING, row_id(g.row)),
			"The meeting is cancelled. %d %s told by the outbox.", sent, sent == 1 ? "person is" : "people are");
	else
		rq_notice(rq, undo_of(rq, "/meetings", &MEETING, row_id(g.row)), strcmp(act, "held") == 0 ?
			"The meeting is closed. Share its record with those who were there." :
			"The meeting is cancelled. Nobody had an invitation yet: tell them if they know of it.");
	return go(rq, "%s", g.href);
}
