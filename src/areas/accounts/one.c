/* one.c - one person's account: what they hold, and the acts upon it. Rules that no right lifts are in rules.c. */
#include <string.h>

#include "areas/accounts/accounts.tmpl.h"
#include "areas/accounts/area.h"
#include "base/text.h"

const struct fault *account_name(struct act *act, const char *id, const char **name)
{
	struct act *all = act_lift(act);
	const struct fault *f;
	struct row *account;

	*name = "Somebody";
	TRY(act_guard(all));
	f = record_get(all, &ACCOUNT, id, &account);
	if (!f)
		*name = row_text(account, ACCOUNT_NAME);
	else if (f->code != FAULT_NONE)
		return f;
	return act_guard(act);
}

const struct fault *account_change(struct act *act, struct row *row, struct form *form)
{
	return record_may(act, &ACCOUNT, RIGHT_EDIT, NULL) ? record_change(act, row, form) : record_approve(act, row, form);
}

static const struct fault *get_account(struct req *rq, struct row **account)
{
	return record_get(rq->act, &ACCOUNT, rq_arg(rq, "account"), account);
}

static const char *back_to(const struct req *rq)
{
	return arena_printf(rq->a, "/accounts/%s", rq_arg(rq, "account"));
}

const struct ui_link ACCOUNT_CRUMBS[] = { { "Accounts", "/accounts", false, 0 }, { NULL, NULL, false, 0 } };

/* ---- the page ---- */

static const struct fault *names(struct act *act, const struct rows *rows, int field, const char *const **out)
{
	const char **list = arena_array(act->a, (size_t)rows->count + 1, sizeof *list);

	for (int i = 0; i < rows->count; i++)
		TRY(account_name(act, row_text(rows->row[i], field), &list[i]));
	*out = list;
	return NULL;
}

const struct fault *campus_names(struct act *act, const struct rows *rows, const char *const **out)
{
	const char **list = arena_array(act->a, (size_t)rows->count + 1, sizeof *list);
	const struct record *r = record_find(act->house, "campus");
	struct act *all = act_lift(act);
	struct row *campus;

	TRY(act_guard(all));
	for (int i = 0; i < rows->count; i++) {
		TRY(record_get(all, r, row_campus(rows->row[i]), &campus));
		list[i] = row_text(campus, field_find(r, "name"));
	}
	*out = list;
	return act_guard(act);
}

static const struct fault *standing_in(struct act *act, const char *id, struct account_page *p)
{
	const char *today = day_iso(act->a, act->today);

	TRY(record_list(act, &DELEGATION, &(struct ask){ .where = { { DELEGATION_GIVER, IS, id }, { DELEGATION_UNTIL, FROM_ON,
		today } } }, &p->lent));
	TRY(record_list(act, &DELEGATION, &(struct ask){ .where = { { DELEGATION_TAKER, IS, id }, { DELEGATION_UNTIL, FROM_ON,
		today } } }, &p->borrowed));
	TRY(names(act, &p->lent, DELEGATION_TAKER, &p->lent_to));
	return names(act, &p->borrowed, DELEGATION_GIVER, &p->borrowed_from);
}

static const struct fault *gather(struct req *rq, struct account_page *p)
{
	const char *id = row_id(p->account), *today = day_iso(rq->a, rq->act->today);
	struct session *sessions;
	int64_t conflicts;

	TRY(record_list(rq->act, &ROLE_HELD, &(struct ask){ .where = { { ROLE_HELD_ACCOUNT, IS, id } } }, &p->roles));
	TRY(campus_names(rq->act, &p->roles, &p->campuses));
	TRY(standing_in(rq->act, id, p));
	TRY(record_list(rq->act, &CASE_GRANT, &(struct ask){ .where = { { CASE_GRANT_ACCOUNT, IS, id } }, .as_at = today },
		&p->grants));
	TRY(record_count(rq->act, &CONFLICT, &(struct ask){ .where = { { CONFLICT_ACCOUNT, IS, id } } }, &conflicts));
	p->conflicts = (int)conflicts;
	TRY(record_list(rq->act, &INVITATION, &(struct ask){ .where = { { INVITATION_ACCOUNT, IS, id },
		{ INVITATION_USED, EMPTY, NULL },
		{ INVITATION_EXPIRES, FROM_ON, rq->act->moment } } }, &p->invitations));
	p->may_change = record_may(rq->act, &ACCOUNT, RIGHT_EDIT, NULL) || record_may(rq->act, &ACCOUNT, RIGHT_APPROVE, NULL);
	p->may_role = record_ever(rq->act, &ROLE_HELD, RIGHT_ADD);
	p->may_invite = record_ever(rq->act, &INVITATION, RIGHT_ADD);
	p->lends = record_ever(rq->act, &DELEGATION, RIGHT_READ);
	p->sees_conflicts = record_ever(rq->act, &CONFLICT, RIGHT_READ);
	p->me = strcmp(id, rq->act->who->account) == 0;
	if (p->may_change)
		TRY(session_list(rq->act, id, &sessions, &p->sessions));
	return NULL;
}

const struct fault *account_get(struct req *rq, struct ui *ui)
{
	struct account_page p = { 0 };
	struct row *account;

	if (strcmp(rq_arg(rq, "account"), rq->act->who->account) == 0 && !record_may(rq->act, &ACCOUNT, RIGHT_READ, NULL))
		return go(rq, "/account");
	TRY(get_account(rq, &account));
	p.account = account;
	TRY(gather(rq, &p));
	ui->shell.title = "Account";
	ui->shell.crumbs = ACCOUNT_CRUMBS;
	return tmpl_account(ui, &p);
}

/* ---- changing it ---- */

static const struct fault *edit_page(struct req *rq, struct ui *ui, struct row *account, struct form *form)
{
	struct account_form f = { .account = account, .form = form, .action = arena_printf(rq->a, "%s/edit", back_to(rq)) };

	TRY(account_form_lists(rq, &f));
	return tmpl_account_edit(ui, &f);
}

static bool may_change(struct req *rq)
{
	return record_may(rq->act, &ACCOUNT, RIGHT_EDIT, NULL) || record_may(rq->act, &ACCOUNT, RIGHT_APPROVE, NULL);
}

static const struct fault *not_theirs(struct req *rq)
{
	return FAULT(rq->a, FAULT_NONE, "not this person's to change");
}

const struct fault *account_edit_get(struct req *rq, struct ui *ui)
{
	struct row *account;

	if (!may_change(rq))
		return not_theirs(rq);
	TRY(get_account(rq, &account));
	return edit_page(rq, ui, account, rq->typed.count ? rq_form(rq, &ACCOUNT) : form_of_row(rq->a, account));
}

const struct fault *account_edit_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ACCOUNT);
	const struct fault *f;
	struct row *account;

	TRY(get_account(rq, &account));
	form->values[ACCOUNT_STATE] = NULL;
	if (form_value(form, ACCOUNT_EMAIL)[0])
		form_set(form, ACCOUNT_EMAIL, lower_case(rq->a, form_value(form, ACCOUNT_EMAIL)));
	f = account_change(rq->act, account, form);
	if (f && f->code == FAULT_INVALID)
		return edit_page(rq, ui, account, form);
	TRY(f);
	rq_notice(rq, NULL, "%s’s account is saved.", form_value(form, ACCOUNT_NAME));
	return go(rq, "%s", back_to(rq));
}

static bool closed(const struct row *account)
{
	return strcmp(row_text(account, ACCOUNT_STATE), "closed") == 0;
}

const struct fault *account_state_get(struct req *rq, struct ui *ui)
{
	struct row *account;

	if (!may_change(rq))
		return not_theirs(rq);
	TRY(get_account(rq, &account));
	ui->shell.scale = UI_READ;
	ui->shell.crumbs = ACCOUNT_CRUMBS;
	if (closed(account))
		return tmpl_account_confirm(ui, row_text(account, ACCOUNT_NAME), "Open this account again",
			"They need a new invitation before they can sign in. Roles that have not ended act again.",
			arena_printf(rq->a, "%s/state", back_to(rq)), row_version(account), NULL, "Open the account", false,
			back_to(rq));
	return tmpl_account_confirm(ui, row_text(account, ACCOUNT_NAME), "Close this account",
		"They are signed out at once and cannot sign in. What they wrote stays, with their name.",
		arena_printf(rq->a, "%s/state", back_to(rq)), row_version(account), NULL, "Close the account", true, back_to(rq));
}

const struct fault *account_state_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &ACCOUNT);
	const struct fault *f;
	struct row *account;
	bool was_closed;

	TRY(get_account(rq, &account));
	was_closed = closed(account);
	form_set(form, ACCOUNT_STATE, was_closed ? "invited" : "closed");
	f = account_change(rq->act, account, form);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui->shell.scale = UI_READ;
		ui->shell.crumbs = ACCOUNT_CRUMBS;
		rq->status = 400;
		return tmpl_account_confirm(ui, row_text(account, ACCOUNT_NAME), "That cannot be done", form->errors[0].text,
			arena_printf(rq->a, "%s/state", back_to(rq)), row_version(account), NULL, "Try again", false, back_to(rq));
	}
	TRY(f);
	rq_notice(rq, NULL, was_closed ? "The account is open for a new invitation." :
		"The account is closed and signed out everywhere.");
	return go(rq, "%s", back_to(rq));
}

/* ---- a new way in ---- */

const struct fault *account_invite_get(struct req *rq, struct ui *ui)
{
	struct row *account;

	TRY(get_account(rq, &account));
	ui->shell.scale = UI_READ;
	ui->shell.crumbs = ACCOUNT_CRUMBS;
	return tmpl_account_confirm(ui, row_text(account, ACCOUNT_NAME), "Make an invitation",
		"You get a letter with an address to print or hand over. With it they choose a new password and set up a code app; "
		"older letters, their old password and code app stop working when they do.",
		arena_printf(rq->a, "%s/invite", back_to(rq)), 0, NULL, "Make the letter", false, back_to(rq));
}

const struct fault *account_invite_post(struct req *rq, struct ui *ui)
{
	const struct fault *f;
	struct row *account;
	struct form *form;
	const char *link;

	TRY(get_account(rq, &account));
	f = invitation_make(rq, account, &form, &link);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui->shell.scale = UI_READ;
		ui->shell.crumbs = ACCOUNT_CRUMBS;
		rq->status = 400;
		return tmpl_account_confirm(ui, row_text(account, ACCOUNT_NAME), "No invitation was made", form->errors[0].text,
			arena_printf(rq->a, "%s/invite", back_to(rq)), 0, NULL, "Try again", false, back_to(rq));
	}
	TRY(f);
	return invitation_letter(rq, ui, account, link);
}

const struct fault *account_sessions_post(struct req *rq, struct ui *ui)
{
	struct row *account;

	(void)ui;
	if (!may_change(rq))
		return not_theirs(rq);
	TRY(get_account(rq, &account));
	TRY(session_end_others(rq->act, row_id(account), rq->session->id));
	journal_note(rq->act, "sign-out", "account", row_id(account), "", "everywhere");
	rq_notice(rq, NULL, "%s is signed out everywhere.", row_text(account, ACCOUNT_NAME));
	return go(rq, "%s", back_to(rq));
}
