/* grants.c - a role lent until a day, and one child's record opened to one person. Rules that no right lifts are in rules.c. */
#include <string.h>

#include "areas/accounts/accounts.tmpl.h"
#include "areas/accounts/area.h"
#include "areas/accounts/grants.tmpl.h"

enum { LINES_MOST = 200 };

const char *child_name(struct arena *a, const struct row *pupil)
{
	const struct record *r = row_record(pupil);
	const char *known = row_text(pupil, field_find(r, "known_as")), *surname = row_text(pupil, field_find(r, "known_surname"));

	return arena_printf(a, "%s %s", *known ? known : row_text(pupil, field_find(r, "forename")),
		*surname ? surname : row_text(pupil, field_find(r, "surname")));
}

const struct fault *end_page(struct req *rq, struct ui *ui, const char *title, const char *text, const char *action,
	const char *back)
{
	ui->shell.title = title;
	ui->shell.scale = UI_READ;
	return tmpl_account_confirm(ui, NULL, title, text, arena_printf(rq->a, "%s", action), 0, NULL, "End it", true, back);
}

/* ---- standing in ---- */

static bool may_end(struct req *rq, const struct row *row)
{
	return strcmp(row_text(row, DELEGATION_GIVER), rq->act->who->account) == 0 || act_holds(rq->act, "head");
}

const struct fault *delegations_get(struct req *rq, struct ui *ui)
{
	struct grant_list g = { .may_add = record_ever(rq->act, &DELEGATION, RIGHT_ADD) };
	struct grant_line *lines;
	struct rows rows;

	TRY(record_list(rq->act, &DELEGATION, &(struct ask){ .limit = LINES_MOST, .order = "-until" }, &rows));
	lines = arena_array(rq->a, (size_t)rows.count + 1, sizeof *lines);
	for (int i = 0; i < rows.count; i++) {
		struct row *row = rows.row[i];

		lines[i].row = row;
		TRY(account_name(rq->act, row_text(row, DELEGATION_GIVER), &lines[i].who));
		TRY(account_name(rq->act, row_text(row, DELEGATION_TAKER), &lines[i].other));
		lines[i].over = row_day(row, DELEGATION_UNTIL) < rq->act->today;
		lines[i].end = may_end(rq, row) ? arena_printf(rq->a, "/delegations/%s/end", row_id(row)) : NULL;
	}
	g.lines = lines;
	g.count = rows.count;
	return tmpl_delegations(ui, &g);
}

/* The roles that may be lent: one's own; for a head, any. */
static const struct ui_option *lendable(struct req *rq)
{
	const struct actor *who = rq->act->who;
	struct ui_option *options;
	int n = 1;

	if (act_holds(rq->act, "head"))
		return role_options(rq->a, NULL, "Choose one");
	options = arena_array(rq->a, (size_t)who->held_count + 2, sizeof *options);
	options[0] = (struct ui_option){ "", "Choose one", NULL, false, false };
	for (int i = 0; i < who->held_count; i++) {
		const char *role = rq->act->house->matrix->roles[who->held[i].role];

		if (strcmp(who->held[i].campus, rq->act->campus) == 0)
			options[n++] = (struct ui_option){ role, choice_label(ROLES, role), NULL, false, false };
	}
	return options;
}

static const struct fault *delegation_page(struct req *rq, struct ui *ui, struct form *form)
{
	struct grant_form f = { .form = form, .action = "/delegations/new", .roles = lendable(rq) };

	TRY(account_options(rq->act, "Choose one", &f.records));
	if (act_holds(rq->act, "head"))
		f.accounts = f.records;
	if (!form->values[DELEGATION_FROM])
		form_set(form, DELEGATION_FROM, day_iso(rq->a, rq->act->today));
	ui->shell.scale = UI_READ;
	if (!f.accounts)
		errors_at(form, DELEGATION_GIVER, DELEGATION_ROLE);
	return tmpl_delegation_new(ui, &f);
}

const struct fault *delegation_new_get(struct req *rq, struct ui *ui)
{
	return delegation_page(rq, ui, rq_form(rq, &DELEGATION));
}

const struct fault *delegation_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &DELEGATION);
	const struct fault *f;
	const char *id, *name;

	if (!act_holds(rq->act, "head"))
		form_set(form, DELEGATION_GIVER, rq->act->who->account);
	f = record_add(rq->act, &DELEGATION, NULL, form, &id);
	if (f && f->code == FAULT_INVALID)
		return delegation_page(rq, ui, form);
	TRY(f);
	TRY(account_name(rq->act, form_value(form, DELEGATION_TAKER), &name));
	rq_notice(rq, NULL, "%s stands in until %s.", name, day_long(rq->a, day_parse(form_value(form, DELEGATION_UNTIL))));
	return go(rq, "/delegations");
}

const struct fault *delegation_end_get(struct req *rq, struct ui *ui)
{
	struct row *row;

	TRY(record_get(rq->act, &DELEGATION, rq_arg(rq, "delegation"), &row));
	return end_page(rq, ui, "End standing in now",
		"The role goes back at their next page. What they wrote stays, with their name.", rq->http->path, "/delegations");
}

const struct fault *delegation_end_post(struct req *rq, struct ui *ui)
{
	struct row *row;

	(void)ui;
	TRY(record_get(rq->act, &DELEGATION, rq_arg(rq, "delegation"), &row));
	if (!may_end(rq, row))
		return FAULT(rq->a, FAULT_NONE, "somebody else's to end");
	TRY(record_withdraw(rq->act, row, "ended before its last day"));
	rq_notice(rq, NULL, "Standing in has ended.");
	return go(rq, "/delegations");
}

/* ---- case grants ---- */

/* Kinds of record that somebody's role may read by grant: the matrix says which. */
static bool by_grant(const struct house *h, const struct record *r)
{
	int row = h->matrix_rows[record_number(h, r)];

	for (int role = 0; role < h->matrix->n_roles; role++) {
		const struct matrix_cell *cell = matrix_cell(h->matrix, row, role);

		for (int i = 0; i < cell->count; i++)
			if (cell->grants[i].scope == SCOPE_CASE)
				return true;
	}
	return false;
}

static const struct ui_option *grantable(struct req *rq)
{
	const struct house *h = rq->act->house;
	struct ui_option *options = arena_array(rq->a, (size_t)h->count + 2, sizeof *options);
	int n = 1;

	options[0] = (struct ui_option){ "", "Choose one", NULL, false, false };
	for (int i = 0; i < h->count; i++)
		if (h->records[i]->about && by_grant(h, h->records[i]))
			options[n++] = (struct ui_option){ h->records[i]->name, h->records[i]->plural, NULL, false, false };
	return options;
}

/* The kind of record that is opened, as people call it. */
static const char *what_of(struct req *rq, const struct row *grant)
{
	const struct record *r = record_find(rq->act->house, row_text(grant, CASE_GRANT_RECORD));

	return r ? r->title : row_text(grant, CASE_GRANT_RECORD);
}

const struct fault *grants_get(struct req *rq, struct ui *ui)
{
	const struct record *pupil = record_find(rq->act->house, "pupil");
	bool may = record_ever(rq->act, &CASE_GRANT, RIGHT_EDIT);
	struct grant_list g = { .opens = record_ever(rq->act, pupil, RIGHT_READ) };
	struct grant_line *lines;
	struct row *child;
	struct rows rows;

	TRY(record_list(rq->act, &CASE_GRANT, &(struct ask){ .limit = UI_PER_PAGE, .order = "-until" }, &rows));
	lines = arena_array(rq->a, (size_t)rows.count + 1, sizeof *lines);
	for (int i = 0; i < rows.count; i++) {
		struct row *row = rows.row[i];

		TRY(record_get(act_lift(rq->act), pupil, row_text(row, CASE_GRANT_PUPIL), &child));
		lines[i] = (struct grant_line){ .row = row, .other = g.opens ? child_name(rq->a, child) : "A child",
			.what = what_of(rq, row), .over = row_day(row, CASE_GRANT_UNTIL) < rq->act->today,
			.end = may ? arena_printf(rq->a, "/grants/%s/end", row_id(row)) : NULL };
		TRY(account_name(rq->act, row_text(row, CASE_GRANT_ACCOUNT), &lines[i].who));
	}
	g.lines = lines;
	g.count = rows.count;
	return tmpl_grants(ui, &g);
}

static const struct fault *grant_page(struct req *rq, struct ui *ui, struct form *form)
{
	struct grant_form f = { .form = form, .action = rq->http->path, .records = grantable(rq),
		.child = child_name(rq->a, rq->pupil), .child_href = arena_printf(rq->a, "/pupils/%s", row_id(rq->pupil)) };

	TRY(account_options(rq->act, "Choose one", &f.accounts));
	if (!form->values[CASE_GRANT_FROM])
		form_set(form, CASE_GRANT_FROM, day_iso(rq->a, rq->act->today));
	ui->shell.scale = UI_READ;
	return tmpl_grant_new(ui, &f);
}

const struct fault *grant_new_get(struct req *rq, struct ui *ui)
{
	return grant_page(rq, ui, rq_form(rq, &CASE_GRANT));
}

const struct fault *grant_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &CASE_GRANT);
	const struct fault *f;
	const char *id, *name;

	f = record_add(rq->act, &CASE_GRANT, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID)
		return grant_page(rq, ui, form);
	TRY(f);
	TRY(account_name(rq->act, form_value(form, CASE_GRANT_ACCOUNT), &name));
	rq_notice(rq, NULL, "It is open to %s until %s.", name, day_long(rq->a, day_parse(form_value(form, CASE_GRANT_UNTIL))));
	return go(rq, "/grants");
}

const struct fault *grant_end_get(struct req *rq, struct ui *ui)
{
	struct row *row;

	TRY(record_get(rq->act, &CASE_GRANT, rq_arg(rq, "grant"), &row));
	return end_page(rq, ui, "End this grant now", "It closes at their next page.", rq->http->path, "/grants");
}

const struct fault *grant_end_post(struct req *rq, struct ui *ui)
{
	struct row *row;

	(void)ui;
	TRY(record_get(rq->act, &CASE_GRANT, rq_arg(rq, "grant"), &row));
	TRY(record_withdraw(rq->act, row, "ended before its last day"));
	rq_notice(rq, NULL, "The grant has ended.");
	return go(rq, "/grants");
}
