/* sheet_pages.c - the short forms under a child, all drawn from their record tables: notes, needs, strengths, what helps, meetings
 * with parents. One handler serves them all; what differs is a row of SHEETS. A stale save shows both texts and loses neither. */
#include <string.h>

#include "areas/register/pages.h"
#include "areas/register/sheet.tmpl.h"

struct sheet {
	const char *part;           /* of the address: "/pupils/:pupil/PART/new" */
	const struct record *r;
	const char *arg;            /* of the address when changing */
	const char *add, *change;   /* titles; %s is the child */
	const char *saved;          /* notice; %s is the child */
	int text;                   /* field compared word by word when two people saved, or -1 */
	int day_field;              /* date that is today unless said otherwise, or -1 */
};

static const struct sheet SHEETS[] = {
	{ "/notes/", &NOTE, "note", "Add a note about %s", "Change a note about %s", "The note about %s is saved.", NOTE_TEXT,
		NOTE_ON },
	{ "/needs/", &NEED, "need", "Add a need of %s", "Change a need of %s", "What %s needs is saved.", NEED_NOTE, NEED_FROM },
	{ "/strengths/", &STRENGTH, "strength", "Add a strength of %s", "Change a strength of %s", "What %s does well is saved.",
	  STRENGTH_TEXT, STRENGTH_FROM },
	{ "/strategies/", &STRATEGY, "strategy", "Add what helps %s", "Change what helps %s", "What helps %s is saved.",
	  STRATEGY_TEXT, STRATEGY_FROM },
	{ "/meetings/", &PARENT_MEETING, "meeting", "Record a meeting with %s’s parents", "Change a meeting with %s’s parents",
	  "The meeting with %s’s parents is saved.", PARENT_MEETING_AGREED, PARENT_MEETING_ON },
};

static const struct sheet *sheet_of(const struct req *rq)
{
	for (size_t i = 0; i < sizeof SHEETS / sizeof *SHEETS; i++)
		if (strstr(rq->route->path, SHEETS[i].part))
			return &SHEETS[i];
	return &SHEETS[0];
}

/* ---- new ---- */

static const struct fault *show_new(struct req *rq, struct ui *ui, const struct sheet *s, const struct about_child *who,
	struct form *form)
{
	const char *title = named(rq->a, s->add, who);

	ui->shell.title = rq->route->title;
	return tmpl_sheet(ui, who, s->r, form, title, rq->http->path, "Save", NULL, 0);
}

/* The next free rank, so that ranks stay without gaps as the census wants them. */
static const struct fault *first_guess(struct req *rq, const struct sheet *s, const struct about_child *who, struct form *form)
{
	struct rows needs;

	form_set(form, s->day_field, day_iso(rq->a, rq->act->today));
	if (s->r != &NEED)
		return NULL;
	TRY(needs_now(rq->act, who->id, &needs));
	form_set(form, NEED_RANK, arena_printf(rq->a, "%d", needs.count + 1));
	form_set(form, NEED_PROVENANCE, "school");
	return NULL;
}

const struct fault *sheet_new(struct req *rq, struct ui *ui)
{
	const struct sheet *s = sheet_of(rq);
	struct about_child who;
	struct form *form;

	TRY(may_add(rq, s->r));
	TRY(about_child(rq, rq->pupil, &who));
	form = rq->typed.count ? rq_form(rq, s->r) : form_new(rq->a, s->r);
	if (!rq->typed.count)
		TRY(first_guess(rq, s, &who, form));
	return show_new(rq, ui, s, &who, form);
}

/* Two needs of one rank are what the census refuses most: said where it is typed. */
static const struct fault *check_ranks(struct req *rq, const char *pupil, struct form *form, const char *self)
{
	struct rows needs;

	if (form->r != &NEED || !*form_value(form, NEED_RANK) || *form_value(form, NEED_UNTIL))
		return NULL;
	TRY(needs_now(rq->act, pupil, &needs));
	for (int i = 0; i < needs.count; i++) {
		const struct row *n = needs.row[i];

		if (strcmp(row_id(n), self) == 0)
			continue;
		if (strcmp(row_text(n, NEED_TYPE), form_value(form, NEED_TYPE)) == 0)
			form_error(form, NEED_TYPE, "%s is recorded already: change that need, or choose another",
				row_show(rq->a, n, NEED_TYPE));
		else if (strcmp(row_text(n, NEED_RANK), form_value(form, NEED_RANK)) == 0)
			form_error(form, NEED_RANK, "%s has rank %s already: enter another rank, or change that need first",
				row_show(rq->a, n, NEED_TYPE), row_text(n, NEED_RANK));
	}
	return NULL;
}

const struct fault *sheet_new_post(struct req *rq, struct ui *ui)
{
	const struct sheet *s = sheet_of(rq);
	struct form *form = rq_form(rq, s->r);
	struct about_child who;
	const struct fault *f;
	const char *id;

	TRY(about_child(rq, rq->pupil, &who));
	form->version = 0;
	if (s->r == &NOTE && !*form_value(form, NOTE_BY))
		form_set(form, NOTE_BY, rq->act->who->staff);
	TRY(check_ranks(rq, who.id, form, ""));
	f = record_add(rq->act, s->r, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return show_new(rq, ui, s, &who, form);
	TRY(f);
	rq_notice(rq, undo_path(rq), "%s", named(rq->a, s->saved, &who));
	return go(rq, "%s", who.href);
}

/* ---- change ---- */

static const struct fault *fetch(struct req *rq, const struct sheet *s, struct row **row, struct about_child *who)
{
	TRY(record_get(rq->act, s->r, rq_arg(rq, s->arg), row));
	if (strcmp(row_about(*row), row_id(rq->pupil)) != 0)
		return FAULT(rq->a, FAULT_NONE, "that %s is about another child", s->r->name);
	return about_child(rq, rq->pupil, who);
}

static const struct fault *show_change(struct req *rq, struct ui *ui, const struct sheet *s, const struct about_child *who,
	struct form *form, int64_t version)
{
	ui->shell.title = rq->route->title;
	return tmpl_sheet(ui, who, s->r, form, named(rq->a, s->change, who), rq->http->path, "Save the change",
		s->r == &NEED ? "Recorded by mistake: withdraw it" : "Withdraw it", version);
}

const struct fault *sheet_change(struct req *rq, struct ui *ui)
{
	const struct sheet *s = sheet_of(rq);
	struct about_child who;
	struct row *row;

	TRY(fetch(rq, s, &row, &who));
	return show_change(rq, ui, s, &who, rq->typed.count ? rq_form(rq, s->r) : form_of_row(rq->a, row), row_version(row));
}

static int differing(const struct form *mine, const struct row *theirs, int *only)
{
	int n = 0;

	for (int i = 0; i < mine->r->count; i++) {
		if (!mine->values[i] || strcmp(form_value(mine, i), row_text(theirs, i)) == 0)
			continue;
		*only = i;
		n++;
	}
	return n;
}

/* One text that two people wrote: the three choices. More than one field: each beside the other, and the person's own form
 * again. */
static const struct fault *show_stale(struct req *rq, struct ui *ui, const struct sheet *s, const struct about_child *who,
	struct form *mine)
{
	struct row *theirs, *before = NULL;
	struct rows history;
	int only = -1, n;

	TRY(record_get(rq->act, s->r, rq_arg(rq, s->arg), &theirs));
	TRY(record_history(rq->act, theirs, &history));
	for (int i = 0; i < history.count; i++)
		if (row_version(history.row[i]) == mine->version)
			before = history.row[i];
	rq->status = 409;
	ui->shell.title = "Someone saved this before you";
	n = differing(mine, theirs, &only);
	if (n == 1 && only == s->text) {
		const char *moment = history.count ? row_moment(history.row[0]) : "", *clock = strrchr(moment_long(rq->a, moment),
			' ');

		ui_stale(ui, &(struct ui_stale){ .who = history.count ? row_by(history.row[0]) : "Somebody", .when = clock ?
			clock + 1 : "", .field = s->r->fields[only].label, .name = s->r->fields[only].name,
			.theirs = row_text(theirs, only), .mine = form_value(mine, only),
			.before = before ? row_text(before, only) : "", .action = rq->http->path, .version = row_version(theirs) });
		return NULL;
	}
	return tmpl_sheet_stale(ui, who, s->r, mine, theirs, history.count ? row_by(history.row[0]) : "Somebody", rq->http->path);
}

/* The answer to the three choices: what the record should say. */
static const char *kept(const struct req *rq, const struct sheet *s)
{
	return rq_text(rq, arena_printf(rq->a, "%s-keep", s->r->fields[s->text].name));
}

static void resolve(struct req *rq, const struct sheet *s, struct form *form)
{
	const char *mine = rq_text(rq, arena_printf(rq->a, "%s-mine", s->r->fields[s->text].name));

	if (strcmp(kept(rq, s), "mine") == 0 && *mine)
		form_set(form, s->text, mine);
}

static const struct fault *keep_for_later(struct req *rq, const struct sheet *s, const struct about_child *who)
{
	const char *name = s->r->fields[s->text].name, *mine = rq_text(rq, arena_printf(rq->a, "%s-mine", name)), *id;
	struct buf body = buf_new(rq->a);

	buf_printf(&body, "%s=", name);
	buf_add_url(&body, *mine ? mine : rq_text(rq, name));
	TRY(draft_keep(rq->act, rq->act->who->account, rq->http->path, "somebody saved before you", buf_text(&body), &id));
	rq_notice(rq, NULL, "The record says what was saved first. Your text is kept as a draft.");
	return go(rq, "%s", who->href);
}

const struct fault *sheet_change_post(struct req *rq, struct ui *ui)
{
	const struct sheet *s = sheet_of(rq);
	struct form *form = rq_form(rq, s->r);
	struct about_child who;
	const struct fault *f;
	struct row *row;

	TRY(fetch(rq, s, &row, &who));
	if (*rq_text(rq, "withdraw")) {
		TRY(record_withdraw(rq->act, row, "withdrawn by who wrote or keeps it"));
		rq_notice(rq, NULL, "Withdrawn. It stays in the history.");
		return go(rq, "%s", who.href);
	}
	if (*rq_text(rq, "later") || strcmp(kept(rq, s), "theirs") == 0)
		return keep_for_later(rq, s, &who);
	resolve(rq, s, form);
	TRY(check_ranks(rq, who.id, form, row_id(row)));
	f = record_change(rq->act, row, form);
	if (f && f->code == FAULT_STALE)
		return show_stale(rq, ui, s, &who, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return show_change(rq, ui, s, &who, form, form->version);
	TRY(f);
	rq_notice(rq, undo_path(rq), "%s", named(rq->a, s->saved, &who));
	return go(rq, "%s", who.href);
}
