/* watch_pages.c - children somebody is worried about who are not on the register: watched until a day, then decided. A watch may be
 * made longer once; the second time it must be support or an end. */
#include <string.h>

#include "areas/register/pages.h"
#include "areas/register/queries.sql.h"
#include "areas/register/watch.tmpl.h"

/* The sealed reasons, beside the rows that one query gave. */
static const struct fault *reasons(struct act *act, struct watch_view *v)
{
	struct ask open = { .where = { { WATCH_DECISION, EMPTY, "" } } };
	struct rows rows;

	v->why = arena_array(act->a, (size_t)v->found.rows + 1, sizeof *v->why);
	TRY(record_list(act, &WATCH, &open, &rows));
	for (int i = 0; i < v->found.rows; i++) {
		v->why[i] = "";
		for (int j = 0; j < rows.count; j++)
			if (strcmp(row_id(rows.row[j]), found_text(&v->found, i, Q_WATCH_ROWS_WATCH)) == 0)
				v->why[i] = row_text(rows.row[j], WATCH_WHY);
	}
	return NULL;
}

const struct fault *watch_page(struct req *rq, struct ui *ui)
{
	static const struct ui_link CRUMBS[] = { { "Register", "/register", false, 0 }, { NULL, NULL, false, 0 } };
	struct watch_view v = { .may_add = record_ever(rq->act, &REGISTER_STATUS, RIGHT_ADD),
		.may_decide = record_ever(rq->act, &WATCH, RIGHT_EDIT) };

	TRY(query_run(rq->act, &Q_WATCH_ROWS, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &v.found));
	TRY(reasons(rq->act, &v));
	v.title = arena_printf(rq->a, "Watch list · %d %s", v.found.rows, v.found.rows == 1 ? "child" : "children");
	ui->shell.title = "Watch list";
	ui->shell.crumbs = CRUMBS;
	return tmpl_watch(ui, &v);
}

/* ---- a new watch ---- */

const struct fault *watch_new(struct req *rq, struct ui *ui)
{
	struct about_child who;
	struct form *form;

	TRY(may_add(rq, &WATCH));
	TRY(about_child(rq, rq->pupil, &who));
	form = rq->typed.count ? rq_form(rq, &WATCH) : form_new(rq->a, &WATCH);
	if (!rq->typed.count) {
		form_set(form, WATCH_FROM, day_iso(rq->a, rq->act->today));
		form_set(form, WATCH_EXPIRES, day_iso(rq->a, rq->act->today + 42));
	}
	return tmpl_watch_new(ui, &who, form);
}

static const struct fault *check_free(struct req *rq, const struct about_child *who, struct form *form)
{
	struct ask open = { .pupil = who->id, .where = { { WATCH_DECISION, EMPTY, "" } }, .clear_only = true };
	int64_t count;

	TRY(record_count(rq->act, &WATCH, &open, &count));
	if (count)
		form_error(form, WATCH_WHY, "%s is being watched already: decide that watch first", who->first);
	else if (*who->provision)
		form_error(form, WATCH_WHY, "%s is on the register: add a note, or review the support", who->first);
	return NULL;
}

const struct fault *watch_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &WATCH);
	struct about_child who;
	const struct fault *f;
	const char *id;

	TRY(about_child(rq, rq->pupil, &who));
	form->version = 0;
	form_set(form, WATCH_RAISED_BY, rq->act->who->staff);
	form_set(form, WATCH_DECISION, "");
	form_set(form, WATCH_DECIDED_ON, "");
	TRY(check_free(rq, &who, form));
	f = record_add(rq->act, &WATCH, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return tmpl_watch_new(ui, &who, form);
	TRY(f);
	rq_notice(rq, undo_path(rq), "%s is on the watch list. Decide by %s.", who.first,
		day_long(rq->a, day_typed(form_value(form, WATCH_EXPIRES))));
	return go(rq, "%s", who.href);
}

/* ---- the decision ---- */

static const struct choice DECISIONS[] = {
	{ "support", "Put on the register" }, { "extend", "Watch once more" }, { "stop", "No longer worried" },
	{ "elsewhere", "Another team takes it on" },
	{ NULL, NULL },
};

static const struct fault *fetch(struct req *rq, struct row **watch, struct about_child *who, struct decide_view *d)
{
	struct row *pupil;
	struct ask before;
	struct rows rows;

	TRY(record_get(rq->act, &WATCH, rq_arg(rq, "watch"), watch));
	TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(*watch), &pupil));
	TRY(about_child(rq, pupil, who));
	before = (struct ask){ .pupil = who->id, .where = { { WATCH_DECISION, IS, "extend" },
		{ WATCH_DECIDED_ON, IS, row_text(*watch, WATCH_FROM) } }, .clear_only = true };
	TRY(record_list(rq->act, &WATCH, &before, &rows));
	*d = (struct decide_view){ .decision = rq_text(rq, "decision"), .why = rq_text(rq, "why"),
		.until = typed_date(rq, "until"), .may_extend = !rows.count };
	d->options = options_of(rq->a, DECISIONS, NULL);
	if (!d->may_extend) {
		struct ui_option *o = (struct ui_option *)(uintptr_t)d->options;

		o[1] = o[2];
		o[2] = o[3];
		o[3].label = NULL;
	}
	return NULL;
}

const struct fault *watch_decide(struct req *rq, struct ui *ui)
{
	struct about_child who;
	struct decide_view d;
	struct row *watch;

	TRY(fetch(rq, &watch, &who, &d));
	if (*row_text(watch, WATCH_DECISION)) {
		rq_notice(rq, NULL, "That was decided on %s.", row_show(rq->a, watch, WATCH_DECIDED_ON));
		return go(rq, "%s", who.href);
	}
	return tmpl_watch_decide(ui, &who, watch, &d);
}

static bool check(struct req *rq, struct decide_view *d)
{
	day until = day_typed(d->until);
	bool known = false;

	for (const struct ui_option *o = d->options; o->label; o++)
		known = known || strcmp(o->value, d->decision) == 0;
	if (!known)
		d->decision_error = "Choose what happens";
	if (strcmp(d->decision, "extend") == 0 && until == DAY_NONE)
		d->until_error = "Enter the day until which you watch";
	else if (strcmp(d->decision, "extend") == 0 && until <= rq->act->today)
		d->until_error = "The day to decide by must be after today";
	if (!*d->why && strcmp(d->decision, "support") != 0)
		d->why_error = "Say why, in a sentence";
	return !d->decision_error && !d->until_error && !d->why_error;
}

static const struct fault *decide(struct req *rq, struct row *watch, const struct decide_view *d)
{
	struct form *form = form_new(rq->a, &WATCH);

	if (rq->version_seen)
		form->version = strtoll(rq->version_seen, NULL, 10);
	form_set(form, WATCH_DECISION, d->decision);
	form_set(form, WATCH_DECIDED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, WATCH_DECIDED_BY, rq->act->who->staff);
	return record_change(rq->act, watch, form);
}

/* Why is a note of the child's: a decision can be read where everything else that was seen is read. */
static const struct fault *note_why(struct req *rq, const struct row *pupil, const struct decide_view *d)
{
	struct form *form = form_new(rq->a, &NOTE);
	const char *id;

	if (!*d->why)
		return NULL;
	form_set(form, NOTE_KIND, "decision");
	form_set(form, NOTE_ON, day_iso(rq->a, rq->act->today));
	form_set(form, NOTE_TEXT, arena_printf(rq->a, "Watch: %s. %s", choice_label(DECISIONS, d->decision), d->why));
	form_set(form, NOTE_BY, rq->act->who->staff);
	return record_add(rq->act, &NOTE, pupil, form, &id);
}

static const struct fault *extend(struct req *rq, const struct row *watch, const struct row *pupil, const struct decide_view *d)
{
	struct form *form = form_new(rq->a, &WATCH);
	const char *id;

	form_set(form, WATCH_FROM, day_iso(rq->a, rq->act->today));
	form_set(form, WATCH_EXPIRES, day_iso(rq->a, day_typed(d->until)));
	form_set(form, WATCH_WHY, row_text(watch, WATCH_WHY));
	form_set(form, WATCH_RAISED_BY, row_text(watch, WATCH_RAISED_BY));
	return record_add(rq->act, &WATCH, pupil, form, &id);
}

const struct fault *watch_decide_post(struct req *rq, struct ui *ui)
{
	struct about_child who;
	struct decide_view d;
	struct row *watch;

	TRY(fetch(rq, &watch, &who, &d));
	if (*row_text(watch, WATCH_DECISION))
		return go(rq, "%s", who.href);
	if (!check(rq, &d))
		return tmpl_watch_decide(ui, &who, watch, &d);
	if (strcmp(d.decision, "support") == 0) /* entering the register ends the watch */
		return go(rq, "/pupils/%s/register/enter", who.id);
	TRY(decide(rq, watch, &d));
	if (strcmp(d.decision, "extend") == 0)
		TRY(extend(rq, watch, who.pupil, &d));
	TRY(note_why(rq, who.pupil, &d));
	rq_notice(rq, undo_path(rq), strcmp(d.decision, "extend") == 0 ? "%s is watched once more." : "%s is off the watch list.",
		who.first);
	return go(rq, "/watch");
}
