/* records_form.c - add, change, withdraw, bring back and undo for any record type: the reference for hand-written forms. What may
 * be saved is the engine's to say; here is only what the person sees of it. */
#include <string.h>

#include "base/text.h"
#include "record/who.h"
#include "reports/derive.h"
#include "web/stale.h"

static const char *where(struct req *rq, const struct record *r, const char *id, const char *what)
{
	return arena_printf(rq->a, "/records/%s/%s%s", r->name, id, what);
}

static const struct fault *get_row(struct req *rq, enum right right, const struct record **r, struct row **row)
{
	TRY(records_type(rq, right, r));
	return record_get(rq->act, *r, rq_arg(rq, "id"), row);
}

/* Whom a new record is about: asked for in the address, carried along in the form. */
static const struct fault *about_whom(struct req *rq, const struct record *r, struct row **about)
{
	const struct record *pupil = record_find(rq->act->house, "pupil");
	const char *id = rq_param(rq, "about");

	*about = NULL;
	if (!r->about)
		return NULL;
	id = id ? id : rq_param(rq, "pupil");
	return record_get(rq->act, pupil, id ? id : "", about);
}

/* Whom this record is about, for above the title. */
static const char *about_words(struct req *rq, const struct row *row)
{
	const struct record *r = row_record(row);

	return r->about ? records_show(rq, row, field_find(r, r->about)) : NULL;
}

static void begin_form(struct ui *ui, const struct record *r, const char *about, const char *title)
{
	ui->shell.scale = UI_READ;
	ui->shell.title = title;
	ui->refs = records_refs;
	ui_title(ui, about, title, r->says);
}

static void draw_form(struct ui *ui, const struct record *r, const struct form *form, const struct row *about)
{
	ui_form_begin(ui, &(struct ui_form){ .version = form->version, .draft = true });
	if (about)
		ui_hidden(ui, "about", row_id(about));
	ui_fields(ui, r, form);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_form_end(ui);
}

static const struct fault *add_now(struct req *rq, const struct record *r, const struct row *about, struct form *form)
{
	const char *id;

	TRY(record_add(rq->act, r, about, form, &id));
	rq_notice(rq, NULL, "Saved.");
	return go(rq, "%s", where(rq, r, id, ""));
}

/* Nobody said yet whom it is about. */
static const struct fault *choose_child(struct req *rq, struct ui *ui, const struct record *r)
{
	begin_form(ui, r, NULL, arena_printf(rq->a, "Add: %s", r->title));
	ui_form_begin(ui, &(struct ui_form){ .get = true });
	ui_input_select(ui, &(struct ui_input){ .name = "pupil", .label = "Whom is it about?", .strong = true },
		records_refs(ui, "pupil"));
	ui_button(ui, UI_PRIMARY, "Continue", NULL, NULL);
	ui_form_end(ui);
	return NULL;
}

const struct fault *records_add_page(struct req *rq, struct ui *ui)
{
	const struct record *r;
	struct row *about;
	struct form *form;

	TRY(records_type(rq, RIGHT_ADD, &r));
	if (r->about && !rq->post && text_blank(rq_param(rq, "about")) && text_blank(rq_param(rq, "pupil")))
		return choose_child(rq, ui, r);
	TRY(about_whom(rq, r, &about));
	if (!record_may(rq->act, r, RIGHT_ADD, about))
		return FAULT(rq->a, FAULT_NONE, "may not add a %s here", r->name);
	form = rq->post || rq->typed.count ? rq_form(rq, r) : form_new(rq->a, r);
	if (rq->post) {
		const struct fault *f = add_now(rq, r, about, form);

		if (!f || f->code != FAULT_INVALID)
			return f;
	}
	begin_form(ui, r, about ? row_title(rq->a, about) : NULL, arena_printf(rq->a, "Add: %s", r->title));
	draw_form(ui, r, form, about);
	return NULL;
}

/* ---- change ---- */

static const char *typed_text(struct req *rq)
{
	struct buf b = buf_new(rq->a);

	for (size_t i = 0; i < rq->typed.count; i++) {
		const char *name = rq->typed.item[i].name;

		if (strcmp(name, "stamp") == 0 || strcmp(name, "later") == 0)
			continue;
		buf_add(&b, b.len ? "&" : "");
		buf_add_url(&b, name);
		buf_add_c(&b, '=');
		buf_add_url(&b, rq->typed.item[i].value);
	}
	return buf_text(&b);
}

const struct fault *records_later(struct req *rq, const char *form)
{
	const char *draft;

	TRY(draft_keep(rq->act, rq->act->who->account, form, "Someone saved it before you", typed_text(rq), &draft));
	rq_notice(rq, NULL, "Your text is kept in your drafts.");
	return NULL;
}

static const struct fault *change_now(struct req *rq, const struct record *r, struct row *row, struct form *form)
{
	const struct fault *f = record_change(rq->act, row, form);

	if (f)
		return f;
	rq_notice(rq, where(rq, r, row_id(row), "/undo"), "Saved.");
	return go(rq, "%s", where(rq, r, row_id(row), ""));
}

const struct fault *records_edit_page(struct req *rq, struct ui *ui)
{
	const struct record *r;
	struct row *row;
	struct form *form;

	TRY(get_row(rq, RIGHT_EDIT, &r, &row));
	if ((r->is & APPEND_ONLY) || !record_may(rq->act, r, RIGHT_EDIT, row))
		return FAULT(rq->a, FAULT_NONE, "may not change this %s", r->name);
	form = rq->post || rq->typed.count ? rq_form(rq, r) : form_of_row(rq->a, row);
	if (rq->post) {
		bool later, settled = rq_settled(rq, form, &later);
		const struct fault *f;

		if (settled && later) {
			TRY(records_later(rq, where(rq, r, row_id(row), "/edit")));
			return go(rq, "%s", where(rq, r, row_id(row), ""));
		}
		f = change_now(rq, r, row, form);
		if (f && f->code == FAULT_STALE)
			return rq_stale(rq, row, form, &(struct stale_asks){ .may_wait = true });
		if (!f || f->code != FAULT_INVALID)
			return f;
	}
	begin_form(ui, r, about_words(rq, row), arena_printf(rq->a, "Change: %s", r->title));
	form->version = form->version ? form->version : row_version(row);
	draw_form(ui, r, form, NULL);
	return NULL;
}

/* ---- withdraw, bring back, undo ---- */

const struct fault *records_withdraw_page(struct req *rq, struct ui *ui)
{
	const char *reason = rq_text(rq, "reason");
	const struct record *r;
	struct row *row;

	TRY(get_row(rq, RIGHT_EDIT, &r, &row));
	if (!record_may(rq->act, r, RIGHT_EDIT, row))
		return FAULT(rq->a, FAULT_NONE, "may not withdraw this %s", r->name);
	if (rq->post && *reason && strlen(reason) <= 400) {
		TRY(record_withdraw(rq->act, row, reason));
		rq_notice(rq, where(rq, r, row_id(row), "/restore"), "Withdrawn.");
		return go(rq, "%s", where(rq, r, row_id(row), ""));
	}
	begin_form(ui, r, about_words(rq, row), arena_printf(rq->a, "Withdraw: %s", r->title));
	ui_para(ui, "Withdraw what should not have been recorded. It is kept with its history and your reason, and can be brought "
		"back.");
	if (rq->post)
		ui_error(ui, "reason", *reason ? "The reason must be 400 letters or fewer" : "Enter the reason");
	ui_form_begin(ui, &(struct ui_form){ .version = row_version(row) });
	ui_input(ui, &(struct ui_input){ .name = "reason", .label = "Why is it withdrawn?", .value = reason, .strong = true });
	ui_button(ui, UI_WARNING, "Withdraw", NULL, NULL);
	ui_form_end(ui);
	return NULL;
}

const struct fault *records_restore(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const struct record *r;
	struct row *row;

	TRY(get_row(rq, RIGHT_EDIT, &r, &row));
	TRY(record_restore(rq->act, row, "brought back"));
	rq_notice(rq, NULL, "Brought back.");
	return go(rq, "%s", where(rq, r, row_id(row), ""));
}

/* Only one's own last change, on the day it was made: what stood before becomes the newest version. */
const struct fault *records_undo(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const struct record *r;
	struct rows versions;
	struct form *form;
	struct row *row;

	TRY(get_row(rq, RIGHT_EDIT, &r, &row));
	TRY(record_history(rq->act, row, &versions));
	if (versions.count < 2 || strcmp(row_by(versions.row[0]), rq->act->who->name) != 0 ||
	    moment_day(row_moment(versions.row[0])) != rq->act->today ||
	    row_withdrawn(versions.row[0]) != row_withdrawn(versions.row[1]))
		return FAULT(rq->a, FAULT_INVALID, "This can no longer be undone: change the record instead.");
	form = form_of_row(rq->a, versions.row[1]);
	form->version = row_version(row);
	for (int i = 0; i < r->count; i++)
		if (r->fields[i].flags & BY_SYSTEM)
			form->values[i] = NULL;
	TRY(record_change(rq->act, row, form));
	rq_notice(rq, NULL, "Undone: it reads as before.");
	return go(rq, "%s", where(rq, r, row_id(row), ""));
}
