/* due_pages.c - "Why this date?", and saying that it was done. How dates are worked out is law/clock's and due.c's. */
#include "areas/register/due_pages.h"

#include <ctype.h>
#include <string.h>

#include "areas/register/due.tmpl.h"

const char *weekday(day d)
{
	static const char *const NAMES[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

	return d == DAY_NONE ? "" : NAMES[day_week(d)];
}

/* "key=value; key=value", as due.c wrote them. */
static struct clock_inputs inputs_of(struct arena *a, const char *text)
{
	struct clock_input *list = arena_array(a, 8, sizeof *list);
	struct clock_inputs out = { list, 0 };

	while (*text && out.count < 8) {
		size_t n = strcspn(text, ";"), eq = strcspn(text, "=");

		if (eq < n) {
			list[out.count].key = arena_text_n(a, text, eq);
			list[out.count++].value = arena_text_n(a, text + eq + 1, n - eq - 1);
		}
		text += n;
		while (*text == ';' || *text == ' ')
			text++;
	}
	return out;
}

static const char *sentence_case(struct arena *a, const char *text)
{
	char *out = arena_printf(a, "%s", text);

	out[0] = (char)toupper((unsigned char)out[0]);
	return out;
}

static void say_own_rule(struct due_view *d)
{
	bool watch = strcmp(d->title, "Watch: decide") == 0;

	d->rule = watch ? "A child is watched until a day that the school sets. Then somebody decides." :
		"A term or so after a child leaves the register, the school looks how the child does.";
	d->cite = watch ? "The school’s own rule" : "The school’s own rule; SEND Code of Practice 6.44 to 6.56 (history is kept)";
	d->counted = "A day set by the school";
	d->moves = watch ? "The watch may be extended once, with a reason." : "The SENCO, with a reason.";
}

static const struct fault *say_rule(struct req *rq, struct due_view *d, const struct row *due)
{
	const struct clock_inputs inputs = inputs_of(rq->a, row_text(due, DUE_INPUTS));
	const struct clock_row *row = law_at(rq->a, row_text(due, DUE_CLOCK), d->starts, NULL, 0);
	struct own_law own;

	d->answer = (struct clock_answer){ .due = d->due, .base = row_day(due, DUE_BASE), .warning = "", .practical = DAY_NONE };
	if (!row) {
		say_own_rule(d);
		return NULL;
	}
	TRY(law_own(rq->act, &own));
	TRY(law_due(rq->a, &own, row->id, d->starts, &inputs, &d->answer));
	d->rule = row->n ? arena_printf(rq->a, "%s: %s.", row->text, clock_length(rq->a, row)) : arena_printf(rq->a, "%s.",
		row->text);
	d->cite = arena_printf(rq->a, "%s. Rule %s.%s", row->cite, row_text(due, DUE_RULE_VERSION),
		strstr(row->status, "recalled") ?
		" Not checked here against the law’s own words: look before you rely on it." : "");
	d->counted = arena_printf(rq->a, "%s.", sentence_case(rq->a, d->answer.calendar));
	d->moves = row->flags & SETTING ? "The day agreed with parents, or the school’s own setting of this interval." :
		"Nothing. An exemption can be recorded, with its reason, but the date stays.";
	return NULL;
}

static void say_start(struct req *rq, struct due_view *d, const struct row *due)
{
	const struct record *r = record_find(rq->act->house, row_text(due, DUE_SOURCE));
	const char *from = r ? r->title : strcmp(row_text(due, DUE_SOURCE), "school_year") == 0 ? "the school year" : "";

	d->starts_words = *from ? arena_printf(rq->a, "%s, from: %s. %s.", day_long(rq->a, d->starts), from,
		row_text(due, DUE_WHY)) :
		arena_printf(rq->a, "%s. %s.", day_long(rq->a, d->starts), row_text(due, DUE_WHY));
}

/* The one thing to do about a date, by its clock. */
static void say_act(struct req *rq, struct due_view *d, const struct row *due)
{
	const char *clock = row_text(due, DUE_CLOCK);

	if (strcmp(clock, "s68-inform-parent") == 0 && record_may(rq->act, &REGISTER_STATUS, RIGHT_EDIT, d->who.pupil)) {
		d->act = "Record that they were told";
		d->act_href = arena_printf(rq->a, "%s/register/told", d->who.href);
	} else if (strcmp(clock, "apdr-review") == 0 && record_may(rq->act, &REGISTER_STATUS, RIGHT_EDIT, d->who.pupil)) {
		d->act = "Review the support";
		d->act_href = arena_printf(rq->a, "%s/review", d->who.href);
	} else if (strcmp(clock, "sen-support-third-meeting") == 0 && record_may(rq->act, &PARENT_MEETING, RIGHT_ADD,
		d->who.pupil)) {
		d->act = "Record a meeting";
		d->act_href = arena_printf(rq->a, "%s/meetings/new", d->who.href);
	} else if (strcmp(clock, CLOCK_WATCH) == 0 && record_may(rq->act, &WATCH, RIGHT_EDIT, d->who.pupil)) {
		d->act = "Decide";
		d->act_href = arena_printf(rq->a, "/watch/%s/decide", row_text(due, DUE_SOURCE_ID));
	} else if (strcmp(clock, "advice-look") == 0 && record_may(rq->act, record_find(rq->act->house, "advice_report"),
		RIGHT_READ, d->who.pupil)) {
		d->act = "Look at the report";
		d->act_href = arena_printf(rq->a, "/advice/reports/%s", row_text(due, DUE_SOURCE_ID));
	} else if (strncmp(clock, "annual-review", 13) == 0 || strcmp(clock, CLOCK_MONITOR) == 0) {
		d->may_close = record_may(rq->act, &DUE, RIGHT_EDIT, d->who.pupil);
		d->close_question = strcmp(clock, CLOCK_MONITOR) == 0 ? "When did you look?" :
			strcmp(clock, "annual-review-meeting-latest") == 0 ?
			"When was the meeting?" : "When did the authority conclude the review?";
	}
}

/* "+ 12 weeks (84 calendar days): Friday 25 November 2022" is a step and its day. */
static struct due_step step_of(struct arena *a, const char *line)
{
	struct due_step s = { line, DAY_NONE };
	const char *p = line, *colon = NULL, *space;

	while ((p = strstr(p, ": ")))
		colon = p, p += 2;
	space = colon ? strchr(colon + 2, ' ') : NULL;
	if (space)
		s.on = day_typed(space + 1);
	if (s.on != DAY_NONE)
		s.words = arena_text_n(a, line, (size_t)(colon - line));
	return s;
}

static void say_steps(struct req *rq, struct due_view *d)
{
	struct due_step *steps = arena_array(rq->a, (size_t)d->answer.n_working + 3, sizeof *steps);
	int n = 0;

	for (int i = 0; i < d->answer.n_working; i++)
		steps[n++] = step_of(rq->a, d->answer.working[i]);
	if (!n)
		steps[n++] = (struct due_step){ "Starts", d->starts };
	if (d->agreed)
		steps[n++] = (struct due_step){ d->answer.base == d->due ? "The day that people set" :
			"By the rule; people set another day", d->answer.base };
	d->steps = steps;
	d->step_count = n;
}

/* "Governing body" as it stands in a sentence. */
static const char *duty_words(struct arena *a, const char *duty)
{
	char *small = arena_printf(a, "%s", duty);

	if (strcmp(duty, "LA") == 0)
		return "The local authority";
	if (*small && !(small[1] >= 'A' && small[1] <= 'Z'))
		small[0] = (char)tolower((unsigned char)small[0]);
	return arena_printf(a, "The %s", small);
}

static void mark_days(struct req *rq, struct due_view *d)
{
	struct ui_mark *m = arena_array(rq->a, 4, sizeof *m);
	int n = 0;

	m[n++] = (struct ui_mark){ "Starts", d->starts, false };
	if (rq->act->today > d->starts && rq->act->today < d->due)
		m[n++] = (struct ui_mark){ "Today", rq->act->today, false };
	m[n++] = (struct ui_mark){ "Due", d->due, true };
	if (rq->act->today > d->due)
		m[n++] = (struct ui_mark){ "Today", rq->act->today, false };
	d->marks = m;
	d->sentence = arena_printf(rq->a, "Counted from %s, due on %s", day_long(rq->a, d->starts), day_long(rq->a, d->due));
}

static const struct fault *others(struct req *rq, struct due_view *d, const struct row *due)
{
	struct ask ask = { .pupil = d->who.id, .where = { { DUE_SOURCE_ID, IS, row_text(due, DUE_SOURCE_ID) },
		{ DUE_CLOCK, IS_NOT, row_text(due, DUE_CLOCK) },
		{ DUE_MET_ON, EMPTY, "" } } };

	return record_list(rq->act, &DUE, &ask, &d->hangs);
}

static const struct fault *fetch(struct req *rq, struct row **due, struct due_view *d)
{
	struct row *pupil;

	TRY(record_get(rq->act, &DUE, rq_arg(rq, "due"), due));
	TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(*due), &pupil));
	*d = (struct due_view){ .typed = "", .practical = DAY_NONE };
	TRY(about_child(rq, pupil, &d->who));
	d->title = row_text(*due, DUE_TITLE);
	d->duty = duty_words(rq->a, row_text(*due, DUE_DUTY));
	d->exempt = row_text(*due, DUE_EXEMPT_REASON);
	d->starts = row_day(*due, DUE_STARTS);
	d->due = row_day(*due, DUE_DUE);
	d->met = row_day(*due, DUE_MET_ON);
	d->version = row_version(*due);
	rq->ui->shell.title = d->title;
	say_act(rq, d, *due);
	return NULL;
}

static const struct fault *show(struct req *rq, struct ui *ui, struct due_view *d, struct row *due)
{
	TRY(say_rule(rq, d, due));
	if (d->answer.practical != DAY_NONE && d->answer.due == d->due)
		d->practical = d->answer.practical;
	d->agreed = d->answer.base != DAY_NONE && d->due != d->answer.base;
	say_start(rq, d, due);
	say_steps(rq, d);
	mark_days(rq, d);
	TRY(others(rq, d, due));
	TRY(record_history(rq->act, due, &d->history));
	if (row_withdrawn(due))
		d->gone = "What it was counted from has ended or was taken back. It is kept for the history.";
	return tmpl_due(ui, d);
}

const struct fault *due_page(struct req *rq, struct ui *ui)
{
	struct due_view d;
	struct row *due;

	TRY(fetch(rq, &due, &d));
	return show(rq, ui, &d, due);
}

/* A concluded annual review starts the next twelve months (CFA 2014 s44(1)). */
static const struct fault *after_review(struct req *rq, const struct row *due, day done)
{
	struct row *status;

	if (strcmp(row_text(due, DUE_CLOCK), "annual-review-first") != 0 && strcmp(row_text(due, DUE_CLOCK),
		"annual-review-next") != 0)
		return NULL;
	TRY(record_get(rq->act, &REGISTER_STATUS, row_text(due, DUE_SOURCE_ID), &status));
	return due_of_plan(rq->act, status, done, true);
}

const struct fault *due_post(struct req *rq, struct ui *ui)
{
	struct due_view d;
	struct row *due;
	day done;
	int count;

	TRY(fetch(rq, &due, &d));
	if (!d.may_close || d.met != DAY_NONE)
		return FAULT(rq->a, FAULT_NONE, "this date is not closed here");
	d.typed = typed_date(rq, "done_on");
	done = day_typed(d.typed);
	if (done == DAY_NONE || done > rq->act->today) {
		ui_error(ui, "done_on", done == DAY_NONE ? "Enter the day it was done" :
			"The day it was done must be today or earlier");
		return show(rq, ui, &d, due);
	}
	TRY(due_met(rq->act, d.who.id, row_text(due, DUE_CLOCK), done, &count));
	TRY(after_review(rq, due, done));
	rq_notice(rq, NULL, "“%s” for %s is recorded as done on %s.", d.title, d.who.first, day_long(rq->a, done));
	return go(rq, "%s", d.who.href);
}

/* ---- when parents were told ---- */

static const struct fault *show_told(struct ui *ui, const struct about_child *who, const struct form *form)
{
	return tmpl_told(ui, who, form, options_of(ui->a, TOLD_HOW, NULL));
}

const struct fault *told_page(struct req *rq, struct ui *ui)
{
	struct about_child who;

	TRY(about_child(rq, rq->pupil, &who));
	if (!who.status)
		return go(rq, "%s", who.href);
	return show_told(ui, &who, rq->typed.count ? rq_form(rq, &REGISTER_STATUS) : form_of_row(rq->a, who.status));
}

const struct fault *told_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &REGISTER_STATUS);
	struct about_child who;
	const struct fault *f;

	TRY(about_child(rq, rq->pupil, &who));
	if (!who.status)
		return go(rq, "%s", who.href);
	if (!*form_value(form, REGISTER_STATUS_TOLD_HOW) || !form->values[REGISTER_STATUS_TOLD_HOW])
		form_error(form, REGISTER_STATUS_TOLD_HOW, "Choose how they were told");
	f = record_change(rq->act, who.status, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return show_told(ui, &who, form);
	TRY(f);
	rq_notice(rq, undo_path(rq), "The date %s’s parents were told is saved.", who.first);
	return go(rq, "%s", who.href);
}
