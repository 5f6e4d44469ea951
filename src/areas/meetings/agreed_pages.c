/* agreed_pages.c - one action from a meeting, as its owner sees it; and the students-of-concern list: each child once, who sees to
 * it and what was agreed, until nobody needs to speak of the child any more. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "base/random.h"

enum { LOOK_BACK = 200 };

/* ---- an action ---- */

struct agreed { struct row *row, *meeting; struct about who; const char *owner; bool own, plans; };

static const struct fault *fetch(struct req *rq, struct agreed *v)
{
	TRY(record_get(rq->act, &MEETING_ACTION, rq_arg(rq, "action"), &v->row));
	TRY(record_get(rq->act, &MEETING, row_text(v->row, MEETING_ACTION_MEETING), &v->meeting));
	TRY(about_row(rq, v->row, "Meetings", "/meetings", &v->who));
	TRY(staff_name_of(rq, row_text(v->row, MEETING_ACTION_OWNER), &v->owner));
	v->own = strcmp(row_text(v->row, MEETING_ACTION_OWNER), rq->act->who->staff) == 0;
	v->plans = record_may(rq->act, &MEETING_CHILD, RIGHT_EDIT, v->who.pupil) && record_may(rq->act, &MEETING_ACTION, RIGHT_ADD,
		v->who.pupil);
	return NULL;
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct agreed *v, const struct form *form)
{
	ui->shell.title = "Action from a meeting";
	ui_title(ui, v->who.line, "What was agreed", arena_printf(rq->a, "%s, %s", row_show(rq->a, v->meeting, MEETING_KIND),
		row_show(rq->a, v->meeting, MEETING_ON)));
	ui_prose(ui, row_text(v->row, MEETING_ACTION_WHAT));
	ui_summary(ui);
	ui_summary_row(ui, "Who does it", *v->owner ? v->owner : "Nobody named", NULL, NULL);
	ui_summary_row(ui, "By when", row_show(rq->a, v->row, MEETING_ACTION_DUE_ON), NULL, NULL);
	if (*row_text(v->row, MEETING_ACTION_DONE_ON))
		ui_summary_row(ui, "Done", row_show(rq->a, v->row, MEETING_ACTION_DONE_ON), NULL, NULL);
	ui_summary_end(ui);
	if (!v->own && !v->plans)
		return NULL;
	ui_form_begin(ui, &(struct ui_form){ .version = form->version ? form->version : row_version(v->row), .draft = true });
	ui_field(ui, &MEETING_ACTION, form, MEETING_ACTION_NOTE);
	ui_acts(ui);
	if (!*row_text(v->row, MEETING_ACTION_DONE_ON))
		ui_button(ui, UI_PRIMARY, "It is done", "act", "done");
	ui_button(ui, UI_SECONDARY, "Save how far it is", "act", "save");
	ui_link_to(ui, "Cancel", "/");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *agreed_page(struct req *rq, struct ui *ui)
{
	struct agreed v;

	TRY(fetch(rq, &v));
	return draw(rq, ui, &v, rq->typed.count ? rq_form(rq, &MEETING_ACTION) : form_of_row(rq->a, v.row));
}

const struct fault *agreed_post(struct req *rq, struct ui *ui)
{
	struct form *typed = rq_form(rq, &MEETING_ACTION), *form = form_new(rq->a, &MEETING_ACTION);
	bool done = strcmp(rq_text(rq, "act"), "done") == 0;
	const struct fault *f;
	struct agreed v;

	TRY(fetch(rq, &v));
	if (!v.own && !v.plans)
		return FAULT(rq->a, FAULT_NONE, "not theirs to change");
	form->version = typed->version;
	form_set(form, MEETING_ACTION_NOTE, form_value(typed, MEETING_ACTION_NOTE));
	if (done)
		form_set(form, MEETING_ACTION_DONE_ON, day_iso(rq->a, rq->act->today));
	f = record_change(rq->act, v.row, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw(rq, ui, &v, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/meetings", &MEETING_ACTION, row_id(v.row)), done ? "Done. Thank you: it is off your list." :
		"Saved.");
	return go(rq, "/");
}

/* ---- students of concern ---- */

static const struct row *row_of(const struct rows *rows, const char *id)
{
	for (int i = 0; i < rows->count; i++)
		if (strcmp(row_id(rows->row[i]), id) == 0)
			return rows->row[i];
	return NULL;
}

static void concern_row(struct req *rq, struct ui *ui, const struct found *f, int i, const struct row *row)
{
	bool planned = strcmp(found_text(f, i, Q_CONCERNS_STATE), "planned") == 0;
	const char *outcome = row ? row_text(row, MEETING_CHILD_OUTCOME) : "", *why = row ? row_text(row, MEETING_CHILD_WHY) : "";
	const char *on = day_long(rq->a, day_parse(found_text(f, i, Q_CONCERNS_MEET_ON)));
	int64_t open = found_int(f, i, Q_CONCERNS_OPEN_ACTIONS);

	ui_row(ui);
	ui_cell_begin(ui);
	ui_link_to(ui, about_name(rq->a, found_text(f, i, Q_CONCERNS_KNOWN_AS), found_text(f, i, Q_CONCERNS_KNOWN_SURNAME)),
		arena_printf(rq->a, "/pupils/%s", found_text(f, i, Q_CONCERNS_PUPIL)));
	buf_add_html(&ui->out, arena_printf(rq->a, " %s", found_text(f, i, Q_CONCERNS_FORM)));
	ui_cell_end(ui);
	ui_cell(ui, why);
	ui_cell_sub(ui, *outcome ? outcome : planned ? "To be spoken of" : "Nothing written down",
		open ? arena_printf(rq->a, "%lld action%s not done", (long long)open,
		open == 1 ? "" : "s") : NULL);
	ui_cell(ui, *found_text(f, i, Q_CONCERNS_OWNER_NAME) ? found_text(f, i, Q_CONCERNS_OWNER_NAME) : "Nobody named");
	ui_cell_begin(ui);
	ui_link_to(ui, planned ? arena_printf(rq->a, "on %s", on) : arena_printf(rq->a, "spoken of on %s", on),
		arena_printf(rq->a, "/meetings/%s", found_text(f, i, Q_CONCERNS_MEETING)));
	if (*found_text(f, i, Q_CONCERNS_NEXT_ON))
		ui_due(ui, day_parse(found_text(f, i, Q_CONCERNS_NEXT_ON)));
	ui_cell_end(ui);
	ui_row_end(ui);
}

const struct fault *concerns_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 16 }, { "Why", .phone = UI_BARE, .width = 26 },
		{ "What was agreed", .phone = UI_BARE, .width = 28 },
		{ "Who sees to it" }, { "Meeting", .phone = UI_BARE }, { NULL } };
	const char *since = day_iso(rq->a, rq->act->today - LOOK_BACK);
	struct rows rows;
	struct found f;

	TRY(query_run(rq->act, &Q_CONCERNS, (const char *const[]){ day_iso(rq->a, rq->act->today), since }, &f));
	TRY(record_list(rq->act, &MEETING_CHILD, &(struct ask){ .limit = 2000 }, &rows));
	ui->shell.title = "Students of concern";
	about_crumbs(rq, (const char *const[]){ "Meetings", "/meetings", NULL });
	ui_head(ui, ui->shell.title, "Children the school speaks of together: why, what was agreed, who sees to it.");
	if (record_ever(rq->act, &MEETING, RIGHT_ADD))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Plan the next meeting", "/meetings/new?kind=concern");
	ui_head_end(ui);
	if (!f.rows) {
		ui_empty(ui, "Nobody is on the list. Plan a students-of-concern meeting and add children to it, from the meeting or "
			"from the child’s page.", NULL, NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "Students of concern", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++)
		concern_row(rq, ui, &f, i, row_of(&rows, found_text(&f, i, Q_CONCERNS_ROW)));
	ui_table_end(ui);
	return NULL;
}

/* ---- a child for a meeting: the one named, or the next one of students of concern ---- */

static const struct fault *meeting_for(struct req *rq, struct row **out)
{
	const char *id = rq_text(rq, "meeting");
	struct ask next = { .where = { { MEETING_KIND, IS, "concern" }, { MEETING_STATE, IS, "planned" },
		{ MEETING_ON, FROM_ON, day_iso(rq->a, rq->act->today) } }, .order = "meet_on", .limit = 1 };
	struct rows rows;

	*out = NULL;
	if (id_ok(id))
		return record_get(rq->act, &MEETING, id, out);
	TRY(record_list(rq->act, &MEETING, &next, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	return NULL;
}

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct about *who, const struct row *meeting,
	const struct form *form)
{
	ui->shell.title = "Speak of a child";
	if (!meeting) {
		ui_title(ui, who->line, arena_printf(rq->a, "Speak of %s", who->first), NULL);
		ui_empty(ui, "No students-of-concern meeting is planned. The SENCO plans the next one; or raise a worry now, which "
			"does not wait for a meeting.",
			record_ever(rq->act, &MEETING, RIGHT_ADD) ? "Plan one" : NULL, "/meetings/new?kind=concern");
		return NULL;
	}
	ui_title(ui, who->line, arena_printf(rq->a, "Speak of %s", who->first), arena_printf(rq->a, "%s, %s",
		row_show(rq->a, meeting, MEETING_KIND),
		meeting_when(rq->a, row_text(meeting, MEETING_ON), row_text(meeting, MEETING_AT))));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_hidden(ui, "meeting", row_id(meeting));
	ui_field(ui, &MEETING_CHILD, form, MEETING_CHILD_WHY);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, arena_printf(rq->a, "Put %s on the list", who->first), NULL, NULL);
	ui_link_to(ui, "Cancel", who->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *concern_new(struct req *rq, struct ui *ui)
{
	struct row *meeting;
	struct about who;

	TRY(about_may_add(rq, &MEETING_CHILD));
	TRY(about_pupil(rq, rq->pupil, "Meetings", "/meetings", &who));
	TRY(meeting_for(rq, &meeting));
	return draw_new(rq, ui, &who, meeting, rq->typed.count ? rq_form(rq, &MEETING_CHILD) : form_new(rq->a, &MEETING_CHILD));
}

const struct fault *concern_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &MEETING_CHILD);
	const struct fault *f;
	struct row *meeting;
	struct about who;
	const char *id;
	int64_t there;

	TRY(about_pupil(rq, rq->pupil, "Meetings", "/meetings", &who));
	TRY(meeting_for(rq, &meeting));
	if (!meeting)
		return draw_new(rq, ui, &who, NULL, form);
	TRY(record_count(rq->act, &MEETING_CHILD, &(struct ask){ .pupil = who.id, .where = { { MEETING_CHILD_MEETING, IS,
		row_id(meeting) } }, .clear_only = true }, &there));
	if (there)
		form_error(form, MEETING_CHILD_WHY, "%s is on the list of that meeting already", who.first);
	else if (!*form_value(form, MEETING_CHILD_WHY))
		form_error(form, MEETING_CHILD_WHY, "Say in a sentence why");
	form->version = 0;
	form_set(form, MEETING_CHILD_MEETING, row_id(meeting));
	form_set(form, MEETING_CHILD_MINUTES, "");
	form_set(form, MEETING_CHILD_OUTCOME, "");
	f = record_add(rq->act, &MEETING_CHILD, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_new(rq, ui, &who, meeting, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/meetings", &MEETING_CHILD, id), "%s is on the list of that meeting.", who.first);
	return row_has(meeting, MEETING_AGENDA) ? go(rq, "/meetings/%s", row_id(meeting)) : go(rq, "%s", who.href);
}
