/* status_pages.c - on to the register, from one support to the other, and off it: each with reason, evidence, who agreed and when
 * the parents were told; each can be undone the same day. The dates that follow are due.c's. */
#include <string.h>

#include "areas/register/due.h"
#include "areas/register/pages.h"
#include "areas/register/queries.sql.h"
#include "areas/register/status.tmpl.h"
#include "base/text.h"

static const struct choice KINDS_OF_SUPPORT[] = { { "K", "SEN Support" }, { "E", "EHC plan" }, { NULL, NULL } };

/* Historic types cannot be chosen. */
static const struct ui_option *need_choices(struct arena *a, const char *first)
{
	struct ui_option *out = (struct ui_option *)(uintptr_t)options_of(a, NEED_TYPES, first);
	int n = 0;

	for (int i = 0; out[i].label; i++)
		if (strcmp(out[i].value, "BESD") != 0)
			out[n++] = out[i];
	out[n].label = NULL;
	return out;
}

static const struct fault *show(struct req *rq, struct ui *ui, struct status_page *p)
{
	p->provisions = options_of(rq->a, KINDS_OF_SUPPORT, NULL);
	p->told = options_of(rq->a, TOLD_HOW, NULL);
	p->need_options = need_choices(rq->a, "Choose one");
	p->need2_options = need_choices(rq->a, "None");
	p->how_options = options_of(rq->a, IDENTIFIED_HOW, "Not recorded");
	p->exit_options = options_of(rq->a, EXIT_REASONS, "Choose one");
	return tmpl_status(ui, p);
}

static const char *own(const struct status_page *p, struct arena *a, const char *pattern)
{
	return named(a, pattern, &p->who);
}

/* ---- what every one of the three must say ---- */

static void must_say(struct status_page *p, const char *reason, const char *evidence)
{
	struct form *f = p->form;

	if (!*form_value(f, REGISTER_STATUS_REASON))
		form_error(f, REGISTER_STATUS_REASON, "%s", reason);
	if (!*form_value(f, REGISTER_STATUS_EVIDENCE))
		form_error(f, REGISTER_STATUS_EVIDENCE, "%s", evidence);
	if (!*form_value(f, REGISTER_STATUS_AGREED_BY))
		form_error(f, REGISTER_STATUS_AGREED_BY, "Enter who agreed. If nobody has yet, say so");
	if (!*form_value(f, REGISTER_STATUS_TOLD_ON) && strcmp(form_value(f, REGISTER_STATUS_TOLD_HOW), "not_yet") != 0 &&
		strcmp(form_value(f, REGISTER_STATUS_TOLD_HOW), "previous") != 0)
		form_error(f, REGISTER_STATUS_TOLD_ON, "Enter the date %s’s parents were told, or choose “Not told yet”",
			p->who.first);
	else if (*form_value(f, REGISTER_STATUS_TOLD_ON) && !*form_value(f, REGISTER_STATUS_TOLD_HOW))
		form_error(f, REGISTER_STATUS_TOLD_HOW, "Choose how they were told");
}

/* No two statuses hold on one day: anything later than the new one's first day is in the way. */
static const struct fault *no_overlap(struct act *act, struct status_page *p, const struct row *ending)
{
	day from = day_typed(form_value(p->form, REGISTER_STATUS_FROM));
	struct ask ask = { .pupil = p->who.id, .clear_only = true };
	struct rows rows;

	if (from == DAY_NONE)
		return NULL;
	TRY(record_list(act, &REGISTER_STATUS, &ask, &rows));
	for (int i = 0; i < rows.count; i++) {
		day last = row_day(rows.row[i], REGISTER_STATUS_UNTIL), first = row_day(rows.row[i], REGISTER_STATUS_FROM);

		if (ending && strcmp(row_id(rows.row[i]), row_id(ending)) == 0) {
			if (from <= first)
				form_error(p->form, REGISTER_STATUS_FROM, "Enter a day after %s, when the present status began",
					day_long(act->a, first));
		} else if (last == DAY_NONE || last >= from) {
			form_error(p->form, REGISTER_STATUS_FROM, "%s had another status until %s: enter a later day", p->who.first,
				last == DAY_NONE ? "now" : day_long(act->a, last));
			return NULL;
		}
	}
	return NULL;
}

static const struct fault *end_status(struct req *rq, struct row *status, day new_from, const char *exit_reason)
{
	struct form *f;

	if (!status)
		return NULL;
	f = form_new(rq->a, &REGISTER_STATUS);
	if (rq->version_seen && *rq->version_seen)
		(void)text_to_int(rq->version_seen, &f->version);
	form_set(f, REGISTER_STATUS_UNTIL, day_iso(rq->a, new_from - 1));
	form_set(f, REGISTER_STATUS_EXIT_REASON, exit_reason);
	return record_change(rq->act, status, f);
}

/* Told by a mistake of the same message twice: ours names the child. */
static void drop_twice(struct form *f)
{
	int n = 0;

	for (int i = 0; i < f->error_count; i++) {
		bool had = f->errors[i].field < 0;

		for (int j = 0; j < n; j++)
			had = had || f->errors[j].field == f->errors[i].field;
		if (!had)
			f->errors[n++] = f->errors[i];
	}
	f->error_count = n;
}

static const struct fault *again(struct req *rq, struct ui *ui, struct status_page *p)
{
	drop_twice(p->form);
	p->lede = "What you typed is kept. Nothing has been saved to the register yet.";
	return show(rq, ui, p);
}

/* ---- onto the register ---- */

static const struct fault *begin_enter(struct req *rq, struct status_page *p)
{
	*p = (struct status_page){ .entering = true, .need = rq_text(rq, "need"), .need2 = rq_text(rq, "need2"),
		.how = rq_text(rq, "identified_how") };
	TRY(about_child(rq, rq->pupil, &p->who));
	TRY(needs_now(rq->act, p->who.id, &p->needs));
	p->plan_on = typed_date(rq, "plan_on");
	p->title = own(p, rq->a, "Put %s on the register");
	p->button = p->title;
	p->action = arena_printf(rq->a, "/pupils/%s/register/enter", p->who.id);
	return NULL;
}

const struct fault *enter_page(struct req *rq, struct ui *ui)
{
	struct status_page p;

	TRY(may_add(rq, &REGISTER_STATUS));
	TRY(begin_enter(rq, &p));
	if (*p.who.provision)
		return go(rq, "/pupils/%s/register/change", p.who.id);
	p.form = rq->typed.count ? rq_form(rq, &REGISTER_STATUS) : form_new(rq->a, &REGISTER_STATUS);
	return show(rq, ui, &p);
}

static void check_enter(struct req *rq, struct status_page *p)
{
	const char *provision = form_value(p->form, REGISTER_STATUS_PROVISION);

	if (!*provision)
		form_error(p->form, REGISTER_STATUS_PROVISION, "Choose SEN Support or EHC plan");
	if (!p->needs.count && !*p->need)
		p->need_error = own(p, rq->a, "Choose %s’s main need");
	else if (strcmp(p->need, "NSA") == 0 && strcmp(provision, "E") == 0)
		p->need_error = "“Type not yet assessed” is for SEN Support only: choose the need that the plan names";
	else if (*p->need && strcmp(p->need, p->need2) == 0)
		p->need_error = "The two needs are the same: choose another, or leave the second empty";
	if (*p->plan_on && day_typed(p->plan_on) == DAY_NONE)
		p->plan_error = "Enter the day the plan was last reviewed, for example 12 3 2026";
	else if (*p->plan_on && day_typed(p->plan_on) > rq->act->today)
		p->plan_error = "The last review must be today or earlier";
	must_say(p, own(p, rq->a, "Say why %s goes on the register"), own(p, rq->a, "Say what shows that %s needs support"));
	if (p->need_error || p->plan_error)
		form_error(p->form, -1, "needs or plan");
}

static const struct fault *add_need(struct req *rq, const struct status_page *p, const char *type, const char *rank)
{
	struct form *f = form_new(rq->a, &NEED);
	const char *id;

	if (!*type)
		return NULL;
	form_set(f, NEED_TYPE, type);
	form_set(f, NEED_RANK, rank);
	form_set(f, NEED_FROM, form_value(p->form, REGISTER_STATUS_FROM));
	form_set(f, NEED_HOW, p->how);
	form_set(f, NEED_PROVENANCE, "school");
	return record_add(rq->act, &NEED, rq->pupil, f, &id);
}

static const struct fault *end_watches(struct req *rq, const struct status_page *p, const char *decision)
{
	struct ask ask = { .pupil = p->who.id, .where = { { WATCH_DECISION, EMPTY, "" } }, .clear_only = true };
	struct rows rows;

	TRY(record_list(rq->act, &WATCH, &ask, &rows));
	for (int i = 0; i < rows.count; i++) {
		struct form *f = form_new(rq->a, &WATCH);

		form_set(f, WATCH_DECISION, decision);
		form_set(f, WATCH_DECIDED_ON, day_iso(rq->a, rq->act->today));
		form_set(f, WATCH_DECIDED_BY, rq->act->who->staff);
		TRY(record_change(rq->act, rows.row[i], f));
	}
	return NULL;
}

static const struct fault *plan_dates(struct req *rq, const struct status_page *p, const char *status)
{
	struct row *row;

	if (!*p->plan_on || strcmp(form_value(p->form, REGISTER_STATUS_PROVISION), "E") != 0)
		return NULL;
	TRY(record_get(rq->act, &REGISTER_STATUS, status, &row));
	return due_of_plan(rq->act, row, day_typed(p->plan_on), true);
}

static const struct fault *enter(struct req *rq, struct status_page *p, const char **id)
{
	day from = day_typed(form_value(p->form, REGISTER_STATUS_FROM));

	form_set(p->form, REGISTER_STATUS_SOURCE, "school");
	form_set(p->form, REGISTER_STATUS_UNTIL, "");
	form_set(p->form, REGISTER_STATUS_EXIT_REASON, "");
	p->form->version = 0;
	TRY(no_overlap(rq->act, p, p->who.status));
	TRY(record_add(rq->act, &REGISTER_STATUS, rq->pupil, p->form, id));
	TRY(end_status(rq, p->who.status, from, ""));
	TRY(add_need(rq, p, p->needs.count ? "" : p->need, "1"));
	TRY(add_need(rq, p, p->needs.count ? "" : p->need2, "2"));
	TRY(end_watches(rq, p, "support"));
	return plan_dates(rq, p, *id);
}

const struct fault *enter_post(struct req *rq, struct ui *ui)
{
	struct status_page p;
	const struct fault *f;
	const char *id;

	TRY(begin_enter(rq, &p));
	p.form = rq_form(rq, &REGISTER_STATUS);
	if (*p.who.provision) {
		rq_notice(rq, NULL, "%s is on the register already.", p.who.first);
		return go(rq, "%s", p.who.href);
	}
	check_enter(rq, &p);
	f = enter(rq, &p, &id);
	if (f && f->code == FAULT_INVALID && p.form->error_count)
		return again(rq, ui, &p);
	TRY(f);
	rq_notice(rq, undo_path(rq), "%s is on the register from %s.", p.who.first,
		day_long(rq->a, day_typed(form_value(p.form, REGISTER_STATUS_FROM))));
	return go(rq, "%s", p.who.href);
}

/* ---- from one support to the other ---- */

static const struct fault *begin_change(struct req *rq, struct status_page *p)
{
	*p = (struct status_page){ .changing = true, .need = "", .need2 = "", .how = "" };
	TRY(about_child(rq, rq->pupil, &p->who));
	p->plan_on = typed_date(rq, "plan_on");
	p->title = own(p, rq->a, "Change %s’s status");
	p->button = "Save the change";
	p->action = arena_printf(rq->a, "/pupils/%s/register/change", p->who.id);
	if (p->who.status && *p->who.provision)
		p->lede = arena_printf(rq->a, "%s since %s. The present status stays in the history.",
			strcmp(p->who.provision, "E") == 0 ? "EHC plan" :
			"SEN Support", day_long(rq->a, row_day(p->who.status, REGISTER_STATUS_FROM)));
	return NULL;
}

const struct fault *change_page(struct req *rq, struct ui *ui)
{
	struct status_page p;

	TRY(begin_change(rq, &p));
	if (!*p.who.provision)
		return go(rq, "/pupils/%s/register/enter", p.who.id);
	p.form = rq->typed.count ? rq_form(rq, &REGISTER_STATUS) : form_new(rq->a, &REGISTER_STATUS);
	return show(rq, ui, &p);
}

static void check_change(struct req *rq, struct status_page *p)
{
	const char *provision = form_value(p->form, REGISTER_STATUS_PROVISION);

	if (!*provision)
		form_error(p->form, REGISTER_STATUS_PROVISION, "Choose SEN Support or EHC plan");
	else if (strcmp(provision, p->who.provision) == 0)
		form_error(p->form, REGISTER_STATUS_PROVISION, "%s has this status already: choose the other, or cancel",
			p->who.first);
	if (*p->plan_on && (day_typed(p->plan_on) == DAY_NONE || day_typed(p->plan_on) > rq->act->today)) {
		p->plan_error = "Enter the day the plan was last reviewed, today or earlier";
		form_error(p->form, -1, "plan");
	}
	must_say(p, "Say why it changes", "Say what shows that the support should change");
}

static const struct fault *change(struct req *rq, struct status_page *p, const char **id)
{
	bool to_plan = strcmp(form_value(p->form, REGISTER_STATUS_PROVISION), "E") == 0;
	int64_t seen = p->form->version;

	if (seen && seen != row_version(p->who.status))
		return FAULT(rq->a, FAULT_STALE, "the status was changed in between");
	form_set(p->form, REGISTER_STATUS_SOURCE, "school");
	form_set(p->form, REGISTER_STATUS_UNTIL, "");
	form_set(p->form, REGISTER_STATUS_EXIT_REASON, "");
	p->form->version = 0;
	TRY(no_overlap(rq->act, p, p->who.status));
	TRY(record_add(rq->act, &REGISTER_STATUS, rq->pupil, p->form, id));
	TRY(end_status(rq, p->who.status, day_typed(form_value(p->form, REGISTER_STATUS_FROM)), to_plan ? "plan" : "ceased"));
	return plan_dates(rq, p, *id);
}

const struct fault *change_post(struct req *rq, struct ui *ui)
{
	struct status_page p;
	const struct fault *f;
	const char *id;

	TRY(begin_change(rq, &p));
	if (!*p.who.provision)
		return go(rq, "/pupils/%s/register/enter", p.who.id);
	p.form = rq_form(rq, &REGISTER_STATUS);
	check_change(rq, &p);
	f = change(rq, &p, &id);
	if (f && f->code == FAULT_INVALID && p.form->error_count)
		return again(rq, ui, &p);
	TRY(f);
	rq_notice(rq, undo_path(rq), "%s has %s from %s.", p.who.first, strcmp(form_value(p.form, REGISTER_STATUS_PROVISION),
		"E") == 0 ?
		"an EHC plan" : "SEN Support", day_long(rq->a, day_typed(form_value(p.form, REGISTER_STATUS_FROM))));
	return go(rq, "%s", p.who.href);
}

/* ---- off the register ---- */

static const struct fault *begin_leave(struct req *rq, struct status_page *p)
{
	*p = (struct status_page){ .leaving = true, .need = "", .need2 = "", .how = "", .plan_on = "" };
	TRY(about_child(rq, rq->pupil, &p->who));
	p->title = own(p, rq->a, "Take %s off the register");
	p->button = p->title;
	p->lede = "What was recorded stays in the history, and ordinary good teaching goes on.";
	p->action = arena_printf(rq->a, "/pupils/%s/register/leave", p->who.id);
	return NULL;
}

const struct fault *leave_page(struct req *rq, struct ui *ui)
{
	struct status_page p;

	TRY(begin_leave(rq, &p));
	if (!*p.who.provision)
		return go(rq, "%s", p.who.href);
	p.form = rq->typed.count ? rq_form(rq, &REGISTER_STATUS) : form_new(rq->a, &REGISTER_STATUS);
	return show(rq, ui, &p);
}

/* "No SEN" is a status with its own reasons: the register as at a later day knows why somebody is not on it. */
static const struct fault *leave(struct req *rq, struct status_page *p)
{
	const char *why = form_value(p->form, REGISTER_STATUS_EXIT_REASON), *id;
	day review = day_typed(form_value(p->form, REGISTER_STATUS_REVIEW_ON));

	if (p->form->version && p->form->version != row_version(p->who.status))
		return FAULT(rq->a, FAULT_STALE, "the status was changed in between");
	if (!*why)
		form_error(p->form, REGISTER_STATUS_EXIT_REASON, "Choose why");
	if (review == DAY_NONE)
		form_error(p->form, REGISTER_STATUS_REVIEW_ON, "Enter the day you will look how %s does, for example in a term",
			p->who.first);
	else if (review <= rq->act->today)
		form_error(p->form, REGISTER_STATUS_REVIEW_ON, "The day to look again must be after today");
	form_set(p->form, REGISTER_STATUS_PROVISION, "N");
	form_set(p->form, REGISTER_STATUS_SOURCE, "school");
	form_set(p->form, REGISTER_STATUS_UNTIL, "");
	p->form->version = 0;
	TRY(no_overlap(rq->act, p, p->who.status));
	TRY(record_add(rq->act, &REGISTER_STATUS, rq->pupil, p->form, &id));
	return end_status(rq, p->who.status, day_typed(form_value(p->form, REGISTER_STATUS_FROM)), why);
}

const struct fault *leave_post(struct req *rq, struct ui *ui)
{
	struct status_page p;
	const struct fault *f;

	TRY(begin_leave(rq, &p));
	if (!*p.who.provision)
		return go(rq, "%s", p.who.href);
	p.form = rq_form(rq, &REGISTER_STATUS);
	must_say(&p, own(&p, rq->a, "Say in a sentence why %s leaves the register"),
		own(&p, rq->a, "Say what shows that %s no longer needs it"));
	f = leave(rq, &p);
	if (f && f->code == FAULT_INVALID && p.form->error_count)
		return again(rq, ui, &p);
	TRY(f);
	rq_notice(rq, undo_path(rq), "%s is off the register from %s.", p.who.first,
		day_long(rq->a, day_typed(form_value(p.form, REGISTER_STATUS_FROM))));
	return go(rq, "%s", p.who.href);
}

/* ---- which child ---- */

const struct fault *add_page(struct req *rq, struct ui *ui)
{
	static const struct ui_link CRUMBS[] = { { "Register", "/register", false, 0 }, { NULL, NULL, false, 0 } };
	const char *typed = rq_text(rq, "q"), *pattern = pattern_of(rq->a, typed, true);
	struct found found = { 0 };

	ui->shell.scale = UI_READ;
	ui->shell.crumbs = CRUMBS;
	if (*pattern)
		TRY(query_run(rq->act, &Q_FIND_CHILD, (const char *const[]){ day_iso(rq->a, rq->act->today), pattern,
			upper_of(rq->a, typed) }, &found));
	return tmpl_add(ui, typed, &found, found.rows == 20 ? "The first 20 are shown. Type more of the name to find others." :
		"Find the child first. You then say why, what shows it, and when the parents were told.");
}
