/* live_pages.c - while the meeting goes on: minutes and actions as they are said, on a laptop and on phones at once. What each adds
 * is put to the end of what stands, so that nobody overwrites anybody. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "base/random.h"

static const struct fault *fetch(struct req *rq, struct gathering *g)
{
	TRY(gathering_read(rq, g));
	if (!g->changes)
		return FAULT(rq->a, FAULT_NONE, "not theirs to take minutes of");
	return NULL;
}

struct live {
	struct gathering g;
	const struct ui_option *staff;
	struct rows actions;
	struct form *action, *agreed;
	const char *of;               /* the child's row whose action form failed */
};

static void draw_minutes(struct req *rq, struct ui *ui, const struct live *v, const struct row *child, const char *first)
{
	const char *id = row_id(child);

	if (*row_text(child, MEETING_CHILD_MINUTES))
		ui_prose(ui, row_text(child, MEETING_CHILD_MINUTES));
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/live/%s/minutes", v->g.href, id), .draft = true,
		.label = arena_printf(rq->a, "Minutes about %s", first) });
	ui_input_long(ui, &(struct ui_input){ .name = "text", .id = arena_printf(rq->a, "text-%s", id),
		.label = arena_printf(rq->a, "Add to the minutes about %s", first),
		.strong = true, .rows = 3, .max = 4000, .error = ui_error_of(ui, arena_printf(rq->a, "text-%s", id)) });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY | UI_SMALL, "Add", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
}

static const struct fault *draw_actions(struct req *rq, struct ui *ui, const struct live *v, const struct row *child)
{
	bool any = false;

	for (int i = 0; i < v->actions.count; i++) {
		const struct row *x = v->actions.row[i];
		const char *owner;

		if (strcmp(row_about(x), row_about(child)) != 0)
			continue;
		TRY(staff_name_of(rq, row_text(x, MEETING_ACTION_OWNER), &owner));
		if (!any)
			ui_items(ui);
		any = true;
		ui_item(ui);
		buf_add_html(&ui->out, arena_printf(rq->a, "%s · %s · by %s", row_text(x, MEETING_ACTION_WHAT), owner,
			row_show(rq->a, x, MEETING_ACTION_DUE_ON)));
		ui_item_end(ui);
	}
	if (any)
		ui_items_end(ui);
	return NULL;
}

static void draw_action_form(struct req *rq, struct ui *ui, const struct live *v, const struct row *child, const char *first)
{
	const char *id = row_id(child);
	const struct form *f = v->of && strcmp(v->of, id) == 0 ? v->action : NULL;
	bool folded = !f && strcmp(row_text(v->g.row, MEETING_KIND),
		"concern") == 0; /* many children: what is agreed comes first */

	if (folded)
		ui_details(ui, arena_printf(rq->a, "An action for %s", first));
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/live/%s/actions", v->g.href, id), .draft = true,
		.label = arena_printf(rq->a, "An action for %s", first) });
	ui_input(ui, &(struct ui_input){ .name = "what", .id = arena_printf(rq->a, "what-%s", id),
		.label = arena_printf(rq->a, "Action for %s: what is done", first),
		.value = f ? form_value(f, MEETING_ACTION_WHAT) : "", .error = form_error_at(f, MEETING_ACTION_WHAT),
		.strong = true });
	ui_input_select(ui, &(struct ui_input){ .name = "owner", .id = arena_printf(rq->a, "owner-%s", id), .label = "Who does it",
		.value = f ? form_value(f, MEETING_ACTION_OWNER) : "", .error = form_error_at(f, MEETING_ACTION_OWNER) }, v->staff);
	ui_input(ui, &(struct ui_input){ .name = "due_on", .id = arena_printf(rq->a, "due-%s", id), .label = "By when",
		.hint = "For example 4 12 2026",
		.value = f ? form_value(f, MEETING_ACTION_DUE_ON) : "", .error = form_error_at(f, MEETING_ACTION_DUE_ON),
		.width = 10 });
	ui_acts(ui);
	ui_button(ui, UI_SECONDARY | UI_SMALL, "Add the action", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
	if (folded)
		ui_details_end(ui);
}

/* What was agreed when this child was last spoken of, if that was at an earlier meeting. */
static const struct fault *draw_last_time(struct req *rq, struct ui *ui, const struct row *child)
{
	struct rows rows;

	TRY(record_list(rq->act, &MEETING_CHILD, &(struct ask){ .pupil = row_about(child), .limit = 20 }, &rows));
	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_id(rows.row[i]), row_id(child)) != 0 && *row_text(rows.row[i], MEETING_CHILD_OUTCOME)) {
			ui_small(ui, arena_printf(rq->a, "Last time: %s", row_text(rows.row[i], MEETING_CHILD_OUTCOME)));
			return NULL;
		}
	return NULL;
}

/* Who sees to it, what was agreed, when the school looks again: what is added is put to the end of what stands. */
static const struct fault *draw_agreed_form(struct req *rq, struct ui *ui, const struct live *v, const struct row *child,
	const char *first)
{
	const char *id = row_id(child), *outcome = row_text(child, MEETING_CHILD_OUTCOME), *owner;
	const struct form *f = v->of && strcmp(v->of, id) == 0 ? v->agreed : NULL;
	bool open = f || strcmp(row_text(v->g.row, MEETING_KIND), "concern") == 0;

	TRY(staff_name_of(rq, row_text(child, MEETING_CHILD_OWNER), &owner));
	if (*outcome)
		ui_prose(ui, arena_printf(rq->a, "Agreed: %s", outcome));
	if (*owner || *row_text(child, MEETING_CHILD_NEXT_ON))
		ui_small(ui, arena_printf(rq->a, "%s%s%s%s", *owner ? owner : "", *owner ? " sees to it" : "",
			*row_text(child, MEETING_CHILD_NEXT_ON) ? " · looked at again on " : "",
			row_show(rq->a, child, MEETING_CHILD_NEXT_ON)));
	if (!open)
		ui_details(ui, arena_printf(rq->a, "What is agreed for %s, who sees to it", first));
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/live/%s/agreed", v->g.href, id), .draft = true,
		.label = arena_printf(rq->a, "What is agreed for %s", first) });
	ui_input(ui, &(struct ui_input){ .name = "outcome", .id = arena_printf(rq->a, "outcome-%s", id), .strong = true,
		.label = arena_printf(rq->a, "Agreed for %s", first), .value = f ? form_value(f, MEETING_CHILD_OUTCOME) : "",
		.error = form_error_at(f, MEETING_CHILD_OUTCOME) });
	ui_input_select(ui, &(struct ui_input){ .name = "owner", .id = arena_printf(rq->a, "sees-%s", id),
		.label = "Who sees to it", .value = f ? form_value(f, MEETING_CHILD_OWNER) : row_text(child, MEETING_CHILD_OWNER),
		.error = form_error_at(f, MEETING_CHILD_OWNER) }, v->staff);
	ui_input(ui, &(struct ui_input){ .name = "next_on", .id = arena_printf(rq->a, "next-%s", id), .label = "Look again on",
		.hint = "For example 18 12 2026", .width = 10, .value = f ? form_value(f, MEETING_CHILD_NEXT_ON) : "",
		.error = form_error_at(f, MEETING_CHILD_NEXT_ON) });
	ui_acts(ui);
	ui_button(ui, UI_SECONDARY | UI_SMALL, "Save what is agreed", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
	if (!open)
		ui_details_end(ui);
	return NULL;
}

static const struct fault *draw_child(struct req *rq, struct ui *ui, const struct live *v, int i)
{
	const char *first = found_text(&v->g.children, i, Q_MEETING_CHILDREN_KNOWN_AS), *id = found_text(&v->g.children, i,
		Q_MEETING_CHILDREN_ROW);
	const char *whole = about_name(rq->a, first, found_text(&v->g.children, i, Q_MEETING_CHILDREN_KNOWN_SURNAME));
	struct row *child;

	first = *first ? first : whole;
	TRY(record_get(rq->act, &MEETING_CHILD, id, &child));
	ui_panel(ui, &(struct ui_panel){ .title = whole, .count = -1, .id = arena_printf(rq->a, "c-%s", id), .link = "Put it right",
		.href = arena_printf(rq->a,
		"%s/children/%s", v->g.href, id) });
	if (*row_text(child, MEETING_CHILD_WHY))
		ui_small(ui, row_text(child, MEETING_CHILD_WHY));
	TRY(draw_last_time(rq, ui, child));
	draw_minutes(rq, ui, v, child, first);
	TRY(draw_agreed_form(rq, ui, v, child, first));
	TRY(draw_actions(rq, ui, v, child));
	draw_action_form(rq, ui, v, child, first);
	ui_panel_end(ui);
	return NULL;
}

static void draw_came(struct req *rq, struct ui *ui, const struct live *v)
{
	struct ui_option *o = arena_array(rq->a, (size_t)v->g.guests.rows + 1, sizeof *o);

	if (!v->g.guests.rows)
		return;
	for (int i = 0; i < v->g.guests.rows; i++)
		o[i] = (struct ui_option){ .value = found_text(&v->g.guests, i, Q_MEETING_GUESTS_ROW),
			.label = found_text(&v->g.guests, i, Q_MEETING_GUESTS_NAME),
			.chosen = strcmp(found_text(&v->g.guests, i, Q_MEETING_GUESTS_CAME), "1") == 0 };
	ui_details(ui, "Who is here");
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/live/came", v->g.href), .label = "Who is here" });
	ui_input_checks(ui, &(struct ui_input){ .name = "came", .label = "Who is here?", .small = true, .quiet = true }, o);
	ui_button(ui, UI_SECONDARY | UI_SMALL, "Save who is here", NULL, NULL);
	ui_form_end(ui);
	ui_details_end(ui);
}

static const struct fault *draw(struct req *rq, struct ui *ui, struct live *v)
{
	TRY(staff_options(rq, "Choose who does it", &v->staff));
	TRY(record_list(rq->act, &MEETING_ACTION, &(struct ask){ .where = { { MEETING_ACTION_MEETING, IS, row_id(v->g.row) } },
		.limit = 300 }, &v->actions));
	ui->shell.title = "Take minutes";
	ui_title(ui, v->g.title, "Take minutes", v->g.when);
	ui_small(ui, "Several of you may write at once: what each adds is kept, with the time and the name.");
	draw_came(rq, ui, v);
	for (int i = 0; i < v->g.children.rows; i++)
		TRY(draw_child(rq, ui, v, i));
	ui_acts(ui);
	ui_button_link(ui, UI_SECONDARY, "Done: back to the meeting", v->g.href);
	ui_acts_end(ui);
	return NULL;
}

const struct fault *live_page(struct req *rq, struct ui *ui)
{
	struct live v = { 0 };

	TRY(fetch(rq, &v.g));
	return draw(rq, ui, &v);
}

static const char *stamped(struct req *rq, const char *text)
{
	const char *clock = strrchr(moment_long(rq->a, rq->act->moment), ' ');

	return arena_printf(rq->a, "%s %s: %s", clock ? clock + 1 : "", rq->act->who->name, text);
}

const struct fault *live_minutes_post(struct req *rq, struct ui *ui)
{
	const char *text = rq_text(rq, "text"), *was;
	struct form *form = form_new(rq->a, &MEETING_CHILD);
	struct live v = { 0 };
	const struct fault *f;
	struct row *child;
	struct about who;

	TRY(fetch(rq, &v.g));
	TRY(child_at(rq, &v.g, rq_arg(rq, "child"), &child, &who));
	was = row_text(child, MEETING_CHILD_MINUTES);
	if (!*text)
		ui_error(ui, arena_printf(rq->a, "text-%s", row_id(child)), "Write what was said");
	form_set(form, MEETING_CHILD_MINUTES, *was ? arena_printf(rq->a, "%s\n\n%s", was, stamped(rq, text)) : stamped(rq, text));
	f = ui->error_count ? NULL : record_change(rq->act, child, form);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_error(ui, arena_printf(rq->a, "text-%s", row_id(child)), form->errors[0].text);
		f = NULL;
	}
	TRY(f);
	if (ui->error_count)
		return draw(rq, ui, &v);
	return go(rq, "%s/live#c-%s", v.g.href, row_id(child));
}

const struct fault *live_action_post(struct req *rq, struct ui *ui)
{
	struct live v = { .action = rq_form(rq, &MEETING_ACTION) };
	const struct fault *f;
	struct row *child;
	struct about who;
	const char *id;

	TRY(fetch(rq, &v.g));
	TRY(child_at(rq, &v.g, rq_arg(rq, "child"), &child, &who));
	v.action->version = 0;
	v.of = row_id(child);
	form_set(v.action, MEETING_ACTION_MEETING, row_id(v.g.row));
	form_set(v.action, MEETING_ACTION_DONE_ON, "");
	f = record_add(rq->act, &MEETING_ACTION, who.pupil, v.action, &id);
	if (f && f->code == FAULT_INVALID && v.action->error_count)
		return draw(rq, ui, &v);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/meetings", &MEETING_ACTION, id), "The action is on its owner’s first page.");
	return go(rq, "%s/live#c-%s", v.g.href, row_id(child));
}

const struct fault *live_agreed_post(struct req *rq, struct ui *ui)
{
	struct form *typed = rq_form(rq, &MEETING_CHILD), *form = form_new(rq->a, &MEETING_CHILD);
	const char *more = form_value(typed, MEETING_CHILD_OUTCOME), *was;
	struct live v = { .agreed = typed };
	const struct fault *f;
	struct row *child;
	struct about who;

	TRY(fetch(rq, &v.g));
	TRY(child_at(rq, &v.g, rq_arg(rq, "child"), &child, &who));
	v.of = row_id(child);
	was = row_text(child, MEETING_CHILD_OUTCOME);
	if (*more)
		form_set(form, MEETING_CHILD_OUTCOME, *was ? arena_printf(rq->a, "%s\n%s", was, more) : more);
	if (*form_value(typed, MEETING_CHILD_OWNER))
		form_set(form, MEETING_CHILD_OWNER, form_value(typed, MEETING_CHILD_OWNER));
	if (*form_value(typed, MEETING_CHILD_NEXT_ON))
		form_set(form, MEETING_CHILD_NEXT_ON, form_value(typed, MEETING_CHILD_NEXT_ON));
	f = record_change(rq->act, child, form);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		for (int i = 0; i < form->error_count; i++)
			form_error(typed, form->errors[i].field, "%s", form->errors[i].text);
		return draw(rq, ui, &v);
	}
	TRY(f);
	rq_notice(rq, undo_of(rq, "/meetings", &MEETING_CHILD, row_id(child)), "Saved.");
	return go(rq, "%s/live#c-%s", v.g.href, row_id(child));
}

static bool is_here(const struct req *rq, const char *id)
{
	for (size_t i = 0; i < rq->typed.count; i++)
		if (strcmp(rq->typed.item[i].name, "came") == 0 && strcmp(rq->typed.item[i].value, id) == 0)
			return true;
	return false;
}

const struct fault *live_came_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct gathering g;

	TRY(fetch(rq, &g));
	for (int i = 0; i < g.guests.rows; i++) {
		bool guest = strcmp(found_text(&g.guests, i, Q_MEETING_GUESTS_KIND), "guest") == 0;
		const struct record *r = guest ? &MEETING_PERSON : &MEETING_STAFF;
		const char *id = found_text(&g.guests, i, Q_MEETING_GUESTS_ROW);
		struct form *f = form_new(rq->a, r);
		struct row *row;

		TRY(record_get(rq->act, r, id, &row));
		form_set(f, guest ? MEETING_PERSON_CAME : MEETING_STAFF_CAME, is_here(rq, id) ? "1" : "0");
		TRY(record_change(rq->act, row, f));
	}
	rq_notice(rq, NULL, "Saved who is here.");
	return go(rq, "%s/live", g.href);
}
