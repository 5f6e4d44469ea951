/* roles.c - giving a role and ending one. Who may give which is in rules.c. */
#include <string.h>

#include "areas/accounts/accounts.tmpl.h"
#include "areas/accounts/area.h"

static const char *back_to(const struct req *rq)
{
	return arena_printf(rq->a, "/accounts/%s", rq_arg(rq, "account"));
}

/* An error of a field that the page does not ask for stands at one that it does. */
void errors_at(struct form *form, int hidden, int shown)
{
	for (int i = 0; i < form->error_count; i++)
		if (form->errors[i].field == hidden)
			form->errors[i].field = shown;
}

static const struct fault *new_page(struct req *rq, struct ui *ui, struct row *account, struct form *form)
{
	struct account_form f = { .account = account, .form = form, .roles = role_options(rq->a, rq->act, "Choose one"),
		.action = arena_printf(rq->a, "%s/roles/new", back_to(rq)) };

	if (!form->values[ROLE_HELD_FROM])
		form_set(form, ROLE_HELD_FROM, day_iso(rq->a, rq->act->today));
	ui->shell.scale = UI_READ;
	ui->shell.crumbs = ACCOUNT_CRUMBS;
	errors_at(form, ROLE_HELD_ACCOUNT, ROLE_HELD_ROLE);
	return tmpl_role_new(ui, &f);
}

const struct fault *role_new_get(struct req *rq, struct ui *ui)
{
	struct row *account;

	TRY(record_get(rq->act, &ACCOUNT, rq_arg(rq, "account"), &account));
	return new_page(rq, ui, account, rq_form(rq, &ROLE_HELD));
}

const struct fault *role_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ROLE_HELD);
	const struct fault *f;
	struct row *account;
	const char *id;

	TRY(record_get(rq->act, &ACCOUNT, rq_arg(rq, "account"), &account));
	form_set(form, ROLE_HELD_ACCOUNT, row_id(account));
	f = record_add(rq->act, &ROLE_HELD, NULL, form, &id);
	if (f && f->code == FAULT_INVALID)
		return new_page(rq, ui, account, form);
	TRY(f);
	rq_notice(rq, NULL, "%s is %s from %s.", row_text(account, ACCOUNT_NAME),
		choice_label(ROLES, form_value(form, ROLE_HELD_ROLE)),
		day_long(rq->a, day_parse(form_value(form, ROLE_HELD_FROM))));
	return go(rq, "%s", back_to(rq));
}

static const struct fault *ending_page(struct req *rq, struct ui *ui, struct row *account, struct row *role, struct form *form)
{
	struct account_form f = { .account = account, .form = form,
		.action = arena_printf(rq->a, "%s/roles/%s/end", back_to(rq), row_id(role)) };

	if (!form->values[ROLE_HELD_UNTIL])
		form_set(form, ROLE_HELD_UNTIL, day_iso(rq->a, rq->act->today));
	ui->shell.scale = UI_READ;
	ui->shell.crumbs = ACCOUNT_CRUMBS;
	errors_at(form, ROLE_HELD_ACCOUNT, ROLE_HELD_UNTIL);
	errors_at(form, ROLE_HELD_ROLE, ROLE_HELD_UNTIL);
	return tmpl_role_end(ui, &f, row_show(rq->a, role, ROLE_HELD_ROLE));
}

static const struct fault *get_both(struct req *rq, struct row **account, struct row **role)
{
	TRY(record_get(rq->act, &ACCOUNT, rq_arg(rq, "account"), account));
	TRY(record_get(rq->act, &ROLE_HELD, rq_arg(rq, "role"), role));
	if (strcmp(row_text(*role, ROLE_HELD_ACCOUNT), row_id(*account)) != 0)
		return FAULT(rq->a, FAULT_NONE, "somebody else's role");
	return NULL;
}

const struct fault *role_end_get(struct req *rq, struct ui *ui)
{
	struct row *account, *role;

	TRY(get_both(rq, &account, &role));
	return ending_page(rq, ui, account, role, rq_form(rq, &ROLE_HELD));
}

const struct fault *role_end_post(struct req *rq, struct ui *ui)
{
	struct form *typed = rq_form(rq, &ROLE_HELD), *form = form_new(rq->a, &ROLE_HELD);
	struct row *account, *role;
	const struct fault *f;

	TRY(get_both(rq, &account, &role));
	form->values[ROLE_HELD_UNTIL] = form_value(typed, ROLE_HELD_UNTIL);
	form->values[ROLE_HELD_REASON] = typed->values[ROLE_HELD_REASON];
	if (!*form_value(form, ROLE_HELD_UNTIL))
		form_error(form, ROLE_HELD_UNTIL, "Enter the last day");
	f = form->error_count ? FAULT(rq->a, FAULT_INVALID, "no last day") : record_change(rq->act, role, form);
	if (f && f->code == FAULT_INVALID)
		return ending_page(rq, ui, account, role, form);
	TRY(f);
	rq_notice(rq, NULL, "The role ends.");
	return go(rq, "%s", back_to(rq));
}
