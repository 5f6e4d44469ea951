/* rules.c - what no setting of the matrix lifts, told to whoever gives roles: nobody gives themselves one, only a head gives those
 * that read every child's record, standing in ends, a conflict is declared by its own person or by those who keep the list. */
#include <string.h>

#include "areas/accounts/area.h"

bool role_guarded(const char *role)
{
	static const char *const GUARDED[] = { "senco", "asst_senco", "dsl", "head", "slt", "regional", "dt", "pp_lead", "auditor",
		"it" };

	for (size_t i = 0; i < sizeof GUARDED / sizeof *GUARDED; i++)
		if (strcmp(role, GUARDED[i]) == 0)
			return true;
	return false;
}

bool act_holds(const struct act *act, const char *role)
{
	int n = matrix_role(act->house->matrix, role);

	for (int i = 0; i < act->who->held_count; i++)
		if (act->who->held[i].role == n && strcmp(act->who->held[i].campus, act->campus) == 0)
			return true;
	return false;
}

static const char *either(const struct form *form, const struct row *was, int field)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

static void dates_in_order(struct form *form, const struct row *was, int from, int until)
{
	const char *f = either(form, was, from), *u = either(form, was, until);

	if (*f && *u && strcmp(u, f) < 0)
		form_error(form, until, "%s must be the same day as the first day or later", form->r->fields[until].label);
}

static bool mine(const struct act *act, const char *account)
{
	return !act->who->program && strcmp(account, act->who->account) == 0;
}

/* Through the pages, whoever changes a right has just given a code (R14), by whichever page they came. */
static const struct fault *fresh_first(const struct act *act)
{
	if (act->who->program || !*act->who->session || act->who->fresh)
		return NULL;
	return FAULT(act->a, FAULT_STEP_UP, "a fresh code is needed");
}

/* Held today or later by the same person already: a second row would say nothing. */
static const struct fault *held_already(struct act *act, struct form *form)
{
	struct ask ask = { .where = { { ROLE_HELD_ACCOUNT, IS, form_value(form, ROLE_HELD_ACCOUNT) },
		{ ROLE_HELD_ROLE, IS, form_value(form, ROLE_HELD_ROLE) } }, .as_at = form_value(form, ROLE_HELD_FROM) };
	struct rows rows;

	if (form->error_count)
		return NULL;
	TRY(record_list(act_lift(act), &ROLE_HELD, &ask, &rows));
	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_campus(rows.row[i]), act->campus) == 0)
			form_error(form, ROLE_HELD_ROLE, "They hold this role at this school already");
	return NULL;
}

const struct fault *role_check(struct act *act, struct form *form, struct row *was)
{
	const char *role = either(form, was, ROLE_HELD_ROLE), *until = form_value(form, ROLE_HELD_UNTIL);
	bool ends_only = was && *until && (!*row_text(was, ROLE_HELD_UNTIL) || strcmp(until, row_text(was, ROLE_HELD_UNTIL)) < 0);

	TRY(fresh_first(act));
	dates_in_order(form, was, ROLE_HELD_FROM, ROLE_HELD_UNTIL);
	if (act->who->program)
		return NULL;
	if (mine(act, either(form, was, ROLE_HELD_ACCOUNT)) && !ends_only)
		form_error(form, ROLE_HELD_ACCOUNT, "Nobody gives themselves a role. Ask a head or the IT administrator");
	if (role_guarded(role) && !act_holds(act, "head"))
		form_error(form, ROLE_HELD_ROLE, "Only a head gives or ends this role, for it reads more than a class");
	return was ? NULL : held_already(act, form);
}

const struct fault *delegation_check(struct act *act, struct form *form, struct row *was)
{
	const char *giver = either(form, was, DELEGATION_GIVER), *taker = either(form, was, DELEGATION_TAKER);
	day from = day_parse(either(form, was, DELEGATION_FROM)), until = day_parse(either(form, was, DELEGATION_UNTIL));
	struct rows rows;

	TRY(fresh_first(act));
	dates_in_order(form, was, DELEGATION_FROM, DELEGATION_UNTIL);
	if (from != DAY_NONE && until != DAY_NONE && until > day_add_months(from, 12))
		form_error(form, DELEGATION_UNTIL, "Standing in lasts a year at most: give the role itself, or begin again then");
	if (*giver && strcmp(giver, taker) == 0)
		form_error(form, DELEGATION_TAKER, "Choose somebody else: nobody stands in for themselves");
	if (act->who->program || was || form->error_count)
		return NULL;
	if (!mine(act, giver) && !act_holds(act, "head"))
		form_error(form, DELEGATION_GIVER, "You can lend your own roles only. A head may lend somebody else's");
	if (mine(act, taker))
		form_error(form, DELEGATION_TAKER, "Nobody lends a role to themselves");
	TRY(record_list(act_lift(act), &ROLE_HELD, &(struct ask){ .where = { { ROLE_HELD_ACCOUNT, IS, giver },
		{ ROLE_HELD_ROLE, IS, form_value(form, DELEGATION_ROLE) } }, .as_at = form_value(form, DELEGATION_FROM) }, &rows));
	if (!rows.count)
		form_error(form, DELEGATION_ROLE, "That person does not hold this role then");
	return NULL;
}

const struct fault *grant_check(struct act *act, struct form *form, struct row *was)
{
	const struct record *r = record_find(act->house, either(form, was, CASE_GRANT_RECORD));

	TRY(fresh_first(act));
	dates_in_order(form, was, CASE_GRANT_FROM, CASE_GRANT_UNTIL);
	if (!r || (!r->about && !(r->is & IS_PUPIL)))
		form_error(form, CASE_GRANT_RECORD, "Choose what they may see");
	if (mine(act, either(form, was, CASE_GRANT_ACCOUNT)))
		form_error(form, CASE_GRANT_ACCOUNT, "Nobody grants themselves. Ask the head or the SENCO");
	return NULL;
}

const struct fault *conflict_check(struct act *act, struct form *form, struct row *was)
{
	const char *account = either(form, was, CONFLICT_ACCOUNT);

	if (!act->who->program && !mine(act, account) && !act_holds(act, "head") && !act_holds(act, "dsl") &&
		!act_holds(act, "office"))
		form_error(form, CONFLICT_ACCOUNT, "You can declare your own only");
	if (was && mine(act, account))
		form_error(form, CONFLICT_ACCOUNT, "Somebody else must change your own entry: ask the DSL or a head");
	return NULL;
}

/* A new invitation is a way into the account: for one that reads every child's record only a head makes it, once it was in use. */
const struct fault *invitation_check(struct act *act, struct form *form, struct row *was)
{
	struct row *account;
	struct rows held;

	TRY(fresh_first(act));
	if (act->who->program || was)
		return NULL;
	TRY(record_get(act_lift(act), &ACCOUNT, form_value(form, INVITATION_ACCOUNT), &account));
	if (strcmp(row_text(account, ACCOUNT_STATE), "closed") == 0)
		form_error(form, INVITATION_ACCOUNT, "This account is closed. Open it again first");
	if (strcmp(row_text(account, ACCOUNT_STATE), "open") != 0 || act_holds(act, "head"))
		return NULL;
	TRY(record_list(act_lift(act), &ROLE_HELD, &(struct ask){ .where = { { ROLE_HELD_ACCOUNT, IS, row_id(account) } },
		.as_at = day_iso(act->a, act->today) }, &held));
	for (int i = 0; i < held.count; i++)
		if (role_guarded(row_text(held.row[i], ROLE_HELD_ROLE)))
			form_error(form, INVITATION_ACCOUNT,
				"Only a head can let this person in anew: their account is in use and reads more than a class");
	return NULL;
}

const struct fault *rights_added(struct act *act, __attribute__((unused)) struct row *row)
{
	return rights_changed(act);
}

const struct fault *rights_altered(struct act *act, __attribute__((unused)) struct row *was,
	__attribute__((unused)) struct row *now)
{
	return rights_changed(act);
}

/* Signing in changes an account too, and nobody's rights. */
const struct fault *account_altered(struct act *act, struct row *was, struct row *now)
{
	if (strcmp(row_text(was, ACCOUNT_STATE), row_text(now, ACCOUNT_STATE)) == 0 && row_withdrawn(was) == row_withdrawn(now) &&
	    strcmp(row_text(was, ACCOUNT_STAFF), row_text(now, ACCOUNT_STAFF)) == 0)
		return NULL;
	if (strcmp(row_text(now, ACCOUNT_STATE), "closed") == 0)
		TRY(session_end_others(act, row_id(now), ""));
	return rights_changed(act);
}
