/* list.c - the accounts of a school as a list, and adding one: account, first role and invitation in one act. */
#include <string.h>

#include "areas/accounts/accounts.tmpl.h"
#include "areas/accounts/area.h"
#include "base/buf.h"
#include "base/text.h"

enum { ACCOUNTS_MOST = 2000 };

const struct ui_option *role_options(struct arena *a, const struct act *act, const char *none)
{
	struct ui_option *options;
	int n = 0, count = 0;

	while (ROLES[count].code)
		count++;
	options = arena_array(a, (size_t)count + 2, sizeof *options);
	options[n++] = (struct ui_option){ "", none, NULL, false, false };
	for (int i = 0; i < count; i++)
		if (!act || act_holds(act, "head") || !role_guarded(ROLES[i].code))
			options[n++] = (struct ui_option){ ROLES[i].code, ROLES[i].label, NULL, false, false };
	return options;
}

const struct fault *account_options(struct act *act, const char *none, const struct ui_option **out)
{
	struct ui_option *options;
	struct rows rows;
	int n = 0;

	TRY(record_list(act_lift(act), &ACCOUNT, &(struct ask){ .where = { { ACCOUNT_STATE, IS_NOT, "closed" } },
		.limit = ACCOUNTS_MOST, .clear_only = true }, &rows));
	options = arena_array(act->a, (size_t)rows.count + 2, sizeof *options);
	options[n++] = (struct ui_option){ "", none, NULL, false, false };
	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_campus(rows.row[i]), act->campus) == 0)
			options[n++] = (struct ui_option){ row_id(rows.row[i]), row_text(rows.row[i], ACCOUNT_NAME), NULL, false,
				false };
	*out = options;
	return NULL;
}

/* ---- the list ---- */

/* "SENCO, Teacher": the roles of one account among those held today at this school. */
static const char *roles_of(struct arena *a, const struct rows *held, const char *account, const char *wanted, bool *has)
{
	struct buf b = buf_new(a);

	*has = !*wanted;
	for (int i = 0; i < held->count; i++) {
		if (strcmp(row_text(held->row[i], ROLE_HELD_ACCOUNT), account) != 0)
			continue;
		*has = *has || strcmp(row_text(held->row[i], ROLE_HELD_ROLE), wanted) == 0;
		buf_printf(&b, "%s%s", b.len ? ", " : "", row_show(a, held->row[i], ROLE_HELD_ROLE));
	}
	return buf_text(&b);
}

static bool fits(struct arena *a, const struct row *account, const struct account_list *l)
{
	const char *state = row_text(account, ACCOUNT_STATE), *words = text_fold(a, l->words);

	if (*l->state ? strcmp(state, l->state) != 0 : strcmp(state, "closed") == 0)
		return false;
	return !*words || strstr(text_fold(a, row_text(account, ACCOUNT_NAME)), words) || strstr(row_text(account, ACCOUNT_LOGIN),
		words);
}

static void fill(struct req *rq, const struct rows *accounts, const struct rows *held, struct account_list *l)
{
	struct account_line *lines = arena_array(rq->a, (size_t)accounts->count + 1, sizeof *lines);
	int first = (l->page - 1) * UI_PER_PAGE;

	for (int i = 0; i < accounts->count; i++) {
		const struct row *account = accounts->row[i];
		bool has;
		const char *roles = roles_of(rq->a, held, row_id(account), l->role, &has);

		if (!has || !fits(rq->a, account, l))
			continue;
		if (l->total >= first && l->total < first + UI_PER_PAGE)
			lines[l->count++] = (struct account_line){ account, roles, arena_printf(rq->a, "/accounts/%s",
				row_id(account)) };
		l->logins = l->logins || (row_has(account, ACCOUNT_LOGIN) && strcmp(row_id(account), rq->act->who->account) != 0);
		l->total++;
	}
	l->lines = lines;
}

const struct fault *accounts_get(struct req *rq, struct ui *ui)
{
	struct account_list l = { .words = rq_text(rq, "q"), .state = rq_text(rq, "state"), .role = rq_text(rq, "role") };
	struct rows accounts, held;
	int64_t number = 1;

	if (!record_may(rq->act, &ACCOUNT, RIGHT_READ, NULL))
		return go(rq, "/account");
	if (!text_to_int(rq_text(rq, "page"), &number) || number < 1 || number > ACCOUNTS_MOST)
		number = 1;
	l.page = (int)number;
	l.may_add = record_ever(rq->act, &ACCOUNT, RIGHT_ADD);
	l.lends = record_ever(rq->act, &DELEGATION, RIGHT_READ);
	l.grants = record_ever(rq->act, &CASE_GRANT, RIGHT_READ);
	l.conflicts = record_ever(rq->act, &CONFLICT, RIGHT_READ);
	l.here = ui_with(rq->a, ui_with(rq->a, ui_with(rq->a, "/accounts", "q", l.words), "role", l.role), "state", l.state);
	TRY(record_list(rq->act, &ACCOUNT, &(struct ask){ .limit = ACCOUNTS_MOST, .clear_only = true }, &accounts));
	TRY(record_list(rq->act, &ROLE_HELD, &(struct ask){ .limit = 4 * ACCOUNTS_MOST, .as_at = day_iso(rq->a, rq->act->today) },
		&held));
	fill(rq, &accounts, &held, &l);
	return tmpl_accounts(ui, &l);
}

/* ---- adding one ---- */

/* Staff of this school; NULL if this person may not read them. */
static const struct fault *staff_options(struct act *act, const struct ui_option **out)
{
	const struct record *staff = record_find(act->house, "staff");
	struct ui_option *options;
	int surname, forename;
	struct rows rows;

	*out = NULL;
	if (!staff || !record_ever(act, staff, RIGHT_READ))
		return NULL;
	surname = field_find(staff, "surname");
	forename = field_find(staff, "forename");
	TRY(record_list(act, staff, &(struct ask){ .limit = ACCOUNTS_MOST, .clear_only = true }, &rows));
	options = arena_array(act->a, (size_t)rows.count + 2, sizeof *options);
	options[0] = (struct ui_option){ "", "Nobody on the staff list", NULL, false, false };
	for (int i = 0; i < rows.count; i++)
		options[i + 1] = (struct ui_option){ row_id(rows.row[i]), arena_printf(act->a, "%s, %s",
			row_text(rows.row[i], surname), row_text(rows.row[i], forename)), NULL, false, false };
	*out = options;
	return NULL;
}

const struct fault *account_form_lists(struct req *rq, struct account_form *f)
{
	TRY(staff_options(rq->act, &f->staff));
	f->roles = record_ever(rq->act, &ROLE_HELD, RIGHT_ADD) ? role_options(rq->a, rq->act, "No role yet") : NULL;
	rq->ui->shell.scale = UI_READ;
	rq->ui->shell.crumbs = ACCOUNT_CRUMBS;
	return NULL;
}

static const struct fault *new_page(struct req *rq, struct ui *ui, struct form *form)
{
	struct account_form f = { .form = form, .role = rq_text(rq, "role"), .action = "/accounts/new" };

	TRY(account_form_lists(rq, &f));
	return tmpl_account_new(ui, &f);
}

const struct fault *account_new_get(struct req *rq, struct ui *ui)
{
	return new_page(rq, ui, rq_form(rq, &ACCOUNT));
}

static const struct fault *first_role_of(struct req *rq, const char *account, const char *role)
{
	struct form *form = form_new(rq->a, &ROLE_HELD);
	const struct fault *f;
	const char *id;

	if (!*role)
		return NULL;
	form_set(form, ROLE_HELD_ACCOUNT, account);
	form_set(form, ROLE_HELD_ROLE, role);
	form_set(form, ROLE_HELD_FROM, day_iso(rq->a, rq->act->today));
	f = record_add(rq->act, &ROLE_HELD, NULL, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		ui_error(rq->ui, "role", form->errors[0].text);
	return f;
}

const struct fault *account_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ACCOUNT), *invitation;
	const struct fault *f;
	const char *id, *link;
	struct row *account;

	form_set(form, ACCOUNT_STATE, "invited");
	if (form_value(form, ACCOUNT_EMAIL)[0])
		form_set(form, ACCOUNT_EMAIL, lower_case(rq->a, form_value(form, ACCOUNT_EMAIL)));
	f = record_add(rq->act, &ACCOUNT, NULL, form, &id);
	f = f ? f : first_role_of(rq, id, rq_text(rq, "role"));
	if (f && f->code == FAULT_INVALID)
		return new_page(rq, ui, form);
	TRY(f);
	TRY(record_get(rq->act, &ACCOUNT, id, &account));
	TRY(invitation_make(rq, account, &invitation, &link));
	return invitation_letter(rq, ui, account, link);
}
