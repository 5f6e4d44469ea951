/* conflicts.c - the list that beats every role: declared by a person for themselves, or kept by the DSL, the office and the
 * head. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/accounts/grants.tmpl.h"
#include "base/text.h"

enum { FOUND_MOST = 20, ROLL_MOST = 5000, LINES_MOST = 200 };

static bool keeps_list(const struct act *act)
{
	return act_holds(act, "head") || act_holds(act, "dsl") || act_holds(act, "office");
}

static bool may_take_off(const struct act *act, const struct row *row)
{
	return (act_holds(act, "head") || act_holds(act, "dsl")) && strcmp(row_text(row, CONFLICT_ACCOUNT), act->who->account) != 0;
}

const struct fault *conflicts_get(struct req *rq, struct ui *ui)
{
	const struct record *pupil = record_find(rq->act->house, "pupil");
	struct grant_list g = { .may_add = record_ever(rq->act, &CONFLICT, RIGHT_ADD) };
	struct grant_line *lines;
	struct row *child;
	struct rows rows;

	TRY(record_list(rq->act, &CONFLICT, &(struct ask){ .limit = LINES_MOST }, &rows));
	lines = arena_array(rq->a, (size_t)rows.count + 1, sizeof *lines);
	for (int i = 0; i < rows.count; i++) {
		struct row *row = rows.row[i];

		TRY(record_get(act_lift(rq->act), pupil, row_text(row, CONFLICT_PUPIL), &child));
		lines[i] = (struct grant_line){ .row = row, .other = child_name(rq->a, child),
			.end = may_take_off(rq->act, row) ? arena_printf(rq->a, "/conflicts/%s/end", row_id(row)) : NULL };
		TRY(account_name(rq->act, row_text(row, CONFLICT_ACCOUNT), &lines[i].who));
	}
	g.lines = lines;
	g.count = rows.count;
	return tmpl_conflicts(ui, &g);
}

/* Children of this school whose name holds the words; every member of staff may name any of them. */
const struct fault *conflict_find_get(struct req *rq, struct ui *ui)
{
	const struct record *pupil = record_find(rq->act->house, "pupil");
	const char *words = text_fold(rq->a, rq_text(rq, "q"));
	struct child_line found[FOUND_MOST];
	bool many = false;
	struct rows rows = { 0 };
	int n = 0;

	if (*words)
		TRY(record_list(rq->act, pupil, &(struct ask){ .limit = ROLL_MOST, .clear_only = true }, &rows));
	for (int i = 0; i < rows.count && !many; i++) {
		const char *name = child_name(rq->a, rows.row[i]);

		if (!strstr(text_fold(rq->a, name), words))
			continue;
		many = n == FOUND_MOST;
		if (!many)
			found[n++] = (struct child_line){ name, arena_printf(rq->a, "/pupils/%s/conflicts/new",
				row_id(rows.row[i])) };
	}
	ui->shell.scale = UI_READ;
	return tmpl_conflict_find(ui, rq_text(rq, "q"), found, n, many);
}

static const struct fault *new_page(struct req *rq, struct ui *ui, struct form *form)
{
	struct grant_form f = { .form = form, .action = rq->http->path, .child = child_name(rq->a, rq->pupil) };

	if (keeps_list(rq->act)) {
		TRY(account_options(rq->act, "Choose one", &f.accounts));
		if (!form->values[CONFLICT_ACCOUNT])
			form_set(form, CONFLICT_ACCOUNT, rq->act->who->account);
	}
	ui->shell.scale = UI_READ;
	return tmpl_conflict_new(ui, &f);
}

const struct fault *conflict_new_get(struct req *rq, struct ui *ui)
{
	return new_page(rq, ui, rq_form(rq, &CONFLICT));
}

const struct fault *conflict_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &CONFLICT);
	const struct fault *f;
	const char *id;

	if (!keeps_list(rq->act))
		form_set(form, CONFLICT_ACCOUNT, rq->act->who->account);
	f = record_add(rq->act, &CONFLICT, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID)
		return new_page(rq, ui, form);
	TRY(f);
	rq_notice(rq, NULL, "The conflict is on the list. What is sealed about this child is closed from now on.");
	return go(rq, "/conflicts");
}

const struct fault *conflict_end_get(struct req *rq, struct ui *ui)
{
	struct row *row;

	TRY(record_get(rq->act, &CONFLICT, rq_arg(rq, "conflict"), &row));
	return end_page(rq, ui, "Take this off the list", "What their roles let them see of this child opens again.",
		rq->http->path, "/conflicts");
}

const struct fault *conflict_end_post(struct req *rq, struct ui *ui)
{
	struct row *row;

	(void)ui;
	TRY(record_get(rq->act, &CONFLICT, rq_arg(rq, "conflict"), &row));
	if (!may_take_off(rq->act, row))
		return FAULT(rq->a, FAULT_NONE, "not this person's to take off");
	TRY(record_withdraw(rq->act, row, "no longer a conflict"));
	rq_notice(rq, NULL, "It is off the list.");
	return go(rq, "/conflicts");
}
