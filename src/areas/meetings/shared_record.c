/* shared_record.c - the record of a meeting by a one-time link: one child's part of it, read by who was asked, who says whether
 * anything is wrong or missing. Nobody's address stands in it, nor what was found out beside it. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "web/link.h"

struct shared { struct row *child, *meeting, *pupil; const char *first; struct rows actions; };

/* Once it was held, and while the child's part of it stands. */
const struct fault *record_stands(struct act *all, __attribute__((unused)) const struct row *link, const struct row *child,
	bool *yes)
{
	struct row *meeting;

	TRY(record_get(all, &MEETING, row_text(child, MEETING_CHILD_MEETING), &meeting));
	*yes = !row_withdrawn(child) && !row_withdrawn(meeting) && strcmp(row_text(meeting, MEETING_STATE), "held") == 0;
	return NULL;
}

static const struct fault *fetch(struct req *rq, struct shared *s)
{
	struct act *all = act_lift(rq->act);

	if (!rq->link) /* staff look at what the family will see */
		TRY(record_get(rq->act, &MEETING_CHILD, rq_arg(rq, "child"), &s->child));
	TRY(act_guard(all));
	TRY(record_get(all, &MEETING_CHILD, rq->link ? rq->link->target : rq_arg(rq, "child"), &s->child));
	TRY(record_get(all, &MEETING, row_text(s->child, MEETING_CHILD_MEETING), &s->meeting));
	TRY(record_get(all, record_find(all->house, "pupil"), row_about(s->child), &s->pupil));
	TRY(record_list(all, &MEETING_ACTION, &(struct ask){ .pupil = row_about(s->child), .limit = 100,
		.where = { { MEETING_ACTION_MEETING, IS, row_id(s->meeting) } } }, &s->actions));
	TRY(act_guard(rq->act));
	rq->pupil = s->pupil;
	s->first = *row_named(s->pupil, "known_as") ? row_named(s->pupil, "known_as") : row_named(s->pupil, "forename");
	return NULL;
}

static void draw_words(struct ui *ui, const char *heading, const char *text)
{
	if (!*text)
		return;
	ui_heading(ui, heading);
	ui_prose(ui, text);
}

/* "Ms Okonkwo": as a family knows an adult of the school. */
static const struct fault *adult(struct req *rq, const char *id, const char **out)
{
	struct act *all = act_lift(rq->act);
	struct row *staff;

	*out = "the school";
	if (!*id)
		return NULL;
	TRY(act_guard(all));
	TRY(record_get(all, record_find(all->house, "staff"), id, &staff));
	TRY(act_guard(rq->act));
	*out = about_name(rq->a, *row_named(staff, "title") ? row_named(staff, "title") : row_named(staff, "forename"),
		row_named(staff, "surname"));
	return NULL;
}

static const struct fault *draw_actions(struct req *rq, struct ui *ui, const struct shared *s)
{
	struct buf b = buf_new(rq->a);

	for (int i = 0; i < s->actions.count; i++) {
		const char *who;

		TRY(adult(rq, row_text(s->actions.row[i], MEETING_ACTION_OWNER), &who));
		buf_printf(&b, "%s%s: %s, by %s", b.len ? "\n" : "", row_text(s->actions.row[i], MEETING_ACTION_WHAT), who,
			row_show(rq->a, s->actions.row[i], MEETING_ACTION_DUE_ON));
	}
	if (!b.len)
		return NULL;
	ui_heading(ui, "Who does what");
	ui_bullets(ui, buf_text(&b));
	return NULL;
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct shared *s)
{
	ui->shell.title = "What we said and agreed";
	ui->shell.scale = UI_PHONE;
	rq_link_head(rq, ui);
	ui_title(ui, NULL, arena_printf(rq->a, "Our meeting about %s", s->first), meeting_when(rq->a,
		row_text(s->meeting, MEETING_ON), row_text(s->meeting, MEETING_AT)));
	draw_words(ui, "What it was about", row_text(s->child, MEETING_CHILD_WHY));
	draw_words(ui, "What was said", row_text(s->child, MEETING_CHILD_MINUTES));
	draw_words(ui, "What was agreed", row_text(s->child, MEETING_CHILD_OUTCOME));
	TRY(draw_actions(rq, ui, s));
	if (*row_text(s->child, MEETING_CHILD_NEXT_ON))
		ui_para(ui, arena_printf(rq->a, "We look again on %s.", row_show(rq->a, s->child, MEETING_CHILD_NEXT_ON)));
	if (rq->link && rq->link->done) {
		ui_note(ui, UI_OK, "Thank you. The school has your answer.", "You can print this page to keep it.");
		return NULL;
	}
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_long(ui, &(struct ui_input){ .name = "other", .label = "Is anything wrong or missing?", .strong = true,
		.hint = "You may leave this empty. What you write is kept with the record, in your words", .rows = 4, .max = 2000,
		.value = rq_text(rq, "other"), .error = ui_error_of(ui, "other") });
	rq_link_send(rq, ui, "I have read it");
	ui_form_end(ui);
	return NULL;
}

const struct fault *shared_record(struct req *rq, struct ui *ui)
{
	struct shared s;

	TRY(fetch(rq, &s));
	return draw(rq, ui, &s);
}

/* Their words are kept as theirs, beside what others said for themselves. */
static const struct fault *keep_words(struct req *rq, const struct shared *s, struct form *form)
{
	const char *id;

	form_put(form, "kind", rq->link->kind);
	form_put(form, "name", rq->link->name);
	form_put(form, "said_on", day_iso(rq->a, rq->act->today));
	form_put(form, "other", rq_text(rq, "other"));
	form_put(form, "target", row_id(s->child));
	form_put(form, "link", rq->link->id);
	return record_add(rq->act, form->r, s->pupil, form, &id);
}

const struct fault *shared_record_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, record_find(rq->act->house, "views"));
	const struct fault *f = NULL;
	struct shared s;

	TRY(fetch(rq, &s));
	if (!rq->link)
		return draw(rq, ui, &s);
	if (rq->link->done)
		return go(rq, "%s", rq->http->path);
	if (*rq_text(rq, "other"))
		f = keep_words(rq, &s, form);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_error(ui, "other", form->errors[0].text);
		return draw(rq, ui, &s);
	}
	TRY(f);
	TRY(rq_link_done(rq));
	TRY(rq_link_tell(rq, "The record of a meeting was read", arena_printf(rq->a, "/meetings/%s/record/%s", row_id(s.meeting),
		row_id(s.child))));
	return go(rq, "%s", rq->http->path);
}
