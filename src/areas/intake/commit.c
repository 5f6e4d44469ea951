/* commit.c - a plan carried out in one act, and undone within the day. A row that the checks refuse stops the whole: the plan was
 * wrong. */
#include <string.h>

#include "areas/intake/parts.h"
#include "base/buf.h"

static const struct fault *with_row(struct act *act, const struct change *c, const struct fault *f)
{
	if (!f || f->code != FAULT_INVALID)
		return f;
	return FAULT(act->a, FAULT_INVALID, "Row %d: %s", c->row, f->text);
}

static struct form *form_of(struct act *act, const struct plan *p, const struct change *c)
{
	struct form *form = form_new(act->a, c->r);

	for (int i = 0; i < c->r->count; i++)
		if (c->value[i])
			form_set(form, i, c->value[i]);
	if (c->other >= 0 && p->change[c->other]->added)
		form_set(form, c->other_field, row_id(p->change[c->other]->added));
	return form;
}

static const struct row *about_of(const struct plan *p, const struct change *c)
{
	const struct child *child = c->child >= 0 ? &p->child[c->child] : NULL;

	return child ? child->ours ? child->ours : child->stored : NULL;
}

static const struct fault *carry_out(struct act *lifted, struct plan *p, struct change *c)
{
	if (c->kind == CHANGE_ASK || c->kind == CHANGE_NONE)
		return NULL;
	if (c->kind != CHANGE_ADD)
		return with_row(lifted, c, record_change(lifted, c->was, form_of(lifted, p, c)));
	TRY(with_row(lifted, c, record_put(lifted, c->r, c->r->is & IS_PUPIL ? NULL : about_of(p, c), form_of(lifted, p, c),
		&c->added)));
	if (c->r->is & IS_PUPIL)
		p->child[c->child].stored = c->added;
	return NULL;
}

static const struct fault *ask_senco(struct act *lifted, struct plan *p, struct change *c, const char *import_id)
{
	const struct row *about = about_of(p, c);
	struct form *form = form_new(lifted->a, &IMPORT_ITEM);
	const char *id;

	form_set(form, IMPORT_ITEM_IMPORT, import_id);
	form_set(form, IMPORT_ITEM_FACT, c->fact);
	form_set(form, IMPORT_ITEM_OURS, c->now);
	form_set(form, IMPORT_ITEM_THEIRS, c->theirs);
	return record_add(lifted, &IMPORT_ITEM, about, form, &id);
}

static const char *kind_code(const char *kind)
{
	static const struct { const char *kind, *code; } KINDS[] = {
		{ "ctf", "ctf" }, { "ctf-partial", "ctf" }, { "atf", "atf" }, { "census", "census" }, { "pupils", "pupils" },
		{ "contacts", "contacts" }, { "attendance", "attendance" }, { "sen-register", "sen" },
		{ "provisions", "provision" },
		{ "tests", "tests" }, { "staff", "staff" }, { "classes", "classes" }, { "teaching", "classes" },
		{ "term-dates", "terms" },
		{ "bank-holidays", "bank_holidays" }, { "oneroster", "oneroster" }, { "giap-pupil-premium", "giap" },
		{ "giap-census", "giap" },
		{ "gias", "gias" },
	};

	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (strcmp(KINDS[i].kind, kind) == 0)
			return KINDS[i].code;
	return "other";
}

/* What was left out and why, by row and field: never a child's name. */
static const char *report(struct act *act, const struct plan *p)
{
	struct buf b = buf_limit(act->a, 180000);

	for (int i = 0; i < p->in->messages; i++)
		if (p->in->message[i].level != DOC_INFO)
			buf_printf(&b, "%s\n", p->in->message[i].text);
	for (int i = 0; i < p->messages; i++)
		buf_printf(&b, "%s\n", p->message[i].text);
	return buf_text(&b);
}

static void set_number(struct form *form, int field, int n)
{
	form_set(form, field, arena_printf(form->a, "%d", n));
}

static struct form *file_form(struct act *lifted, const struct intake *in, const char *hash, const char *blob)
{
	struct form *form = form_new(lifted->a, &IMPORT);

	form_set(form, IMPORT_FILE_NAME, in->name && *in->name ? in->name : "file");
	form_set(form, IMPORT_HASH, hash);
	form_set(form, IMPORT_KIND, kind_code(in->kind));
	form_set(form, IMPORT_SOURCE, *in->source_name ? in->source_name : in->source);
	form_set(form, IMPORT_ENCODING, in->encoding);
	set_number(form, IMPORT_ROWS, in->rows);
	set_number(form, IMPORT_REJECTED, in->rejected);
	form_set(form, IMPORT_BLOB, blob ? blob : "");
	return form;
}

static const struct fault *keep_import(struct act *lifted, const struct plan *p, struct row *import, const char *hash,
	const char *blob, const char **id)
{
	struct form *form = file_form(lifted, p->in, hash, blob);

	set_number(form, IMPORT_NEW, p->new_children);
	set_number(form, IMPORT_CHANGED, p->changed_children);
	set_number(form, IMPORT_UNCHANGED, p->unchanged);
	set_number(form, IMPORT_ASKED, p->asks);
	form_set(form, IMPORT_STATE, "saved");
	form_set(form, IMPORT_AT, lifted->moment);
	if (*lifted->who->account)
		form_set(form, IMPORT_BY, lifted->who->account);
	form_set(form, IMPORT_REPORT, report(lifted, p));
	if (!import)
		return record_add(lifted, &IMPORT, NULL, form, id);
	*id = row_id(import);
	return record_change(lifted, import, form);
}

const struct fault *plan_look(struct act *act, const struct intake *in, const char *hash, const char *blob, const char **import_id)
{
	struct act *lifted = act_lift(act);
	struct form *form = file_form(lifted, in, hash, blob);
	bool asks = false;

	if (!record_ever(act, &IMPORT, RIGHT_ADD))
		return FAULT(act->a, FAULT_NONE, "this person may not bring files in");
	for (int i = 0; i < in->messages; i++)
		asks = asks || (in->message[i].level == DOC_QUESTION && in->message[i].stops);
	form_set(form, IMPORT_STATE, in->stopped && !asks ? "refused" : "preview");
	return record_add(lifted, &IMPORT, NULL, form, import_id);
}

const struct fault *plan_commit(struct act *act, struct plan *p, struct row *import, const char *hash, const char *blob,
	const char **import_id)
{
	struct act *lifted = act_lift(act);

	if (p->stopped)
		return FAULT(act->a, FAULT_INVALID, "%s", p->questions ? p->question[0].text : "the file was refused");
	if (!record_ever(act, &IMPORT, RIGHT_ADD))
		return FAULT(act->a, FAULT_NONE, "this person may not bring files in");
	for (int i = 0; i < p->changes; i++)
		TRY(carry_out(lifted, p, p->change[i]));
	TRY(keep_import(lifted, p, import, hash, blob, import_id));
	for (int i = 0; i < p->changes; i++)
		if (p->change[i]->kind == CHANGE_ASK)
			TRY(ask_senco(lifted, p, p->change[i], *import_id));
	return NULL;
}

const struct fault *plan_undo(struct act *act, struct row *import, int *undone, int *kept)
{
	struct act *lifted = act_lift(act);
	struct form *form = form_new(act->a, &IMPORT);
	struct row *now;

	if (moment_day(row_text(import, IMPORT_AT)) != act->today)
		return FAULT(act->a, FAULT_INVALID, "An import can be undone until midnight of its day. This one was saved on %s",
			moment_long(act->a, row_text(import, IMPORT_AT)));
	if (strcmp(row_text(import, IMPORT_STATE), "saved") != 0)
		return FAULT(act->a, FAULT_INVALID, "This import was undone already");
	TRY(act_undo(act, row_act(import), "the import was undone", undone, kept));
	TRY(record_get(lifted, &IMPORT, row_id(import), &now));
	form_set(form, IMPORT_STATE, "undone");
	form_set(form, IMPORT_UNDONE_AT, act->moment);
	if (row_withdrawn(now)) {
		TRY(record_restore(lifted, now, "kept as the trace of what was undone"));
		TRY(record_get(lifted, &IMPORT, row_id(import), &now));
	}
	return record_change(lifted, now, form);
}
