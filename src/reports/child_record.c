/* child_record.c - adding and changing a record about a child by its table's own form: for the types that no area has a page for.
 * The verbs check every right again; a type that is not about a child, or that the program alone writes, has no such page. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "areas/support/area.h"
#include "reports/child_lists.h"
#include "reports/derive.h"
#include "reports/queries.sql.h"
#include "web/stale.h"

static const struct fault *type_asked(struct req *rq, enum right right, const struct record **out)
{
	const struct record *r = record_find(rq->act->house, rq_arg(rq, "record"));

	*out = r;
	if (!r || !r->about || (r->is & (SYSTEM_ONLY | IS_PUPIL)) || r->tier >= T3 || !record_ever(rq->act, r, right) ||
		r == &DOCUMENT)
		return FAULT(rq->a, FAULT_NONE, "no such form");
	return NULL;
}

static const struct ui_option *staff_options(struct req *rq)
{
	struct ui_option *o;
	struct found f;

	if (query_run(rq->act, &Q_STAFF_NAMES, NULL, &f))
		return NULL;
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "Nobody" };
	for (int i = 0; i < f.rows; i++)
		o[i + 1] = (struct ui_option){ .value = found_text(&f, i, Q_STAFF_NAMES_ID), .label = found_text(&f, i,
			Q_STAFF_NAMES_NAME) };
	return o;
}

static const struct ui_option *contact_options(struct req *rq)
{
	struct ui_option *o;
	struct rows rows;

	if (record_list(rq->act, &CONTACT, &(struct ask){ .pupil = row_id(rq->pupil), .limit = 30, .clear_only = true }, &rows))
		return NULL;
	o = arena_array(rq->a, (size_t)rows.count + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "Everybody" };
	for (int i = 0; i < rows.count; i++)
		o[i + 1] = (struct ui_option){ .value = row_id(rows.row[i]), .label = arena_printf(rq->a, "%s %s, %s",
			row_text(rows.row[i], CONTACT_FORENAME), row_text(rows.row[i], CONTACT_SURNAME),
			row_show(rq->a, rows.row[i], CONTACT_RELATIONSHIP)) };
	return o;
}

/* The child's own records of a type, by their line and day. */
static const struct ui_option *own_options(struct req *rq, const struct record *r)
{
	struct ui_option *o;
	struct rows rows;
	int line = field_find(r, r->line), when = field_find(r, r->when);

	if (record_list(rq->act, r, &(struct ask){ .pupil = row_id(rq->pupil), .limit = 60, .clear_only = true }, &rows))
		return NULL;
	o = arena_array(rq->a, (size_t)rows.count + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "None of these" };
	for (int i = 0; i < rows.count; i++)
		o[i + 1] = (struct ui_option){ .value = row_id(rows.row[i]), .label = arena_printf(rq->a, "%s, %s",
			row_show(rq->a, rows.row[i], line), row_show(rq->a, rows.row[i], when)) };
	return o;
}

/* What a reference to this type may be set to. */
static const struct ui_option *refs(struct ui *ui, const char *record)
{
	struct req *rq = ui->rq;

	if (strcmp(record, "need") == 0 || strcmp(record, "assessment") == 0)
		return own_options(rq, record_find(rq->act->house, record));
	return strcmp(record, "staff") == 0 ? staff_options(rq) : strcmp(record, "contact") == 0 ? contact_options(rq) : NULL;
}

/* The tab that a type is on. */
static const char *back(struct req *rq, const struct record *r)
{
	const char *tab = r == &BARRIER || r == &DIAGNOSIS_PATHWAY ? "/needs" : r == &BEHAVIOUR_SUMMARY ||
		r == &ASSESSMENT_PLAN ? "/assessments" :
		r == &NEED || r == &STRENGTH || r == &STRATEGY || r == &REGISTER_STATUS ? "/needs" :
		r == &PROVISION_LINE || r == &CASELOAD ? "/support" : r == &ASSESSMENT ? "/assessments" :
		r == &CONTACT || r == &CONTACT_LIMIT ? "/people" : "";

	return arena_printf(rq->a, "/pupils/%s%s", row_id(rq->pupil), tab);
}

static void draw_form(struct req *rq, struct ui *ui, const struct record *r, const struct form *form, const char *title,
	int64_t version)
{
	const char *whole = child_whole(rq->a, rq->pupil);

	ui->refs = refs;
	ui->shell.title = title;
	ui->shell.scale = UI_READ;
	ui->shell.crumbs = arena_array(rq->a, 2, sizeof *ui->shell.crumbs);
	*(struct ui_link *)(uintptr_t)ui->shell.crumbs = (struct ui_link){ .label = whole, .href = back(rq, r) };
	ui_title(ui, whole, title, NULL);
	ui_form_begin(ui, &(struct ui_form){ .version = version, .draft = true });
	ui_fields(ui, r, form);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", back(rq, r));
	ui_acts_end(ui);
	ui_form_end(ui);
}

const struct fault *child_record_new(struct req *rq, struct ui *ui)
{
	const struct record *r;
	struct form *form;
	int from;

	TRY(type_asked(rq, RIGHT_ADD, &r));
	if (!rq_may(rq, r, RIGHT_ADD))
		return FAULT(rq->a, FAULT_NONE, "may not add");
	form = rq_form(rq, r);
	from = r->from ? field_find(r, r->from) : -1;
	if (from >= 0 && !*form_value(form, from))
		form_set(form, from, day_iso(rq->a, rq->act->today));
	draw_form(rq, ui, r, form, arena_printf(rq->a, "%s: add for %s", r->title, child_first(rq->pupil)), 0);
	return NULL;
}

const struct fault *child_record_add(struct req *rq, struct ui *ui)
{
	const struct fault *f;
	const struct record *r;
	struct form *form;
	const char *id;

	TRY(type_asked(rq, RIGHT_ADD, &r));
	form = rq_form(rq, r);
	f = record_add(rq->act, r, rq->pupil, form, &id);
	if (!f) {
		rq_notice(rq, NULL, "%s saved.", r->title);
		return go(rq, "%s", back(rq, r));
	}
	if (f->code != FAULT_INVALID)
		return f;
	draw_form(rq, ui, r, form, arena_printf(rq->a, "%s: add for %s", r->title, child_first(rq->pupil)), 0);
	return NULL;
}

static const struct fault *row_asked(struct req *rq, const struct record **r, struct row **row)
{
	TRY(type_asked(rq, RIGHT_EDIT, r));
	TRY(record_get(rq->act, *r, rq_arg(rq, "row"), row));
	if (strcmp(row_about(*row), row_id(rq->pupil)) != 0 || ((*r)->is & APPEND_ONLY))
		return FAULT(rq->a, FAULT_NONE, "another child's, or never changed");
	return NULL;
}

static void draw_change(struct req *rq, struct ui *ui, const struct record *r, const struct row *row, const struct form *form)
{
	const char *path = arena_printf(rq->a, "%s/records/%s/%s/withdraw", arena_printf(rq->a, "/pupils/%s",
		row_id(rq->pupil)), r->name, row_id(row));

	draw_form(rq, ui, r, form, arena_printf(rq->a, "%s: change for %s", r->title, child_first(rq->pupil)),
		form->version ? form->version : row_version(row));
	ui_details(ui, "Recorded by mistake?");
	ui_para(ui, "Taking it back hides it everywhere but in the history. What held once and has ended is not a mistake: give it "
		"a last day.");
	ui_form_begin(ui, &(struct ui_form){ .action = path, .version = row_version(row), .label = "Take it back" });
	ui_input(ui, &(struct ui_input){ .name = "reason", .label = "Why is it a mistake?", .width = 30 });
	ui_button(ui, UI_WARNING, "Take it back", NULL, NULL);
	ui_form_end(ui);
	ui_details_end(ui);
}

const struct fault *child_record_form(struct req *rq, struct ui *ui)
{
	const struct record *r;
	struct form *form;
	struct row *row;

	TRY(row_asked(rq, &r, &row));
	form = form_of_row(rq->a, row);
	for (int i = 0; rq->typed.count && i < r->count; i++) {
		const char *typed = rq_param(rq, r->fields[i].name);

		if (typed)
			form_set(form, i, typed);
	}
	draw_change(rq, ui, r, row, form);
	return NULL;
}

const struct fault *child_record_change(struct req *rq, struct ui *ui)
{
	const struct fault *f;
	const struct record *r;
	bool later, settled;
	struct form *form;
	struct row *row;

	TRY(row_asked(rq, &r, &row));
	form = rq_form(rq, r);
	settled = rq_settled(rq, form, &later);
	if (settled && later) {
		TRY(records_later(rq, rq->http->path));
		return go(rq, "%s", back(rq, r));
	}
	f = record_change(rq->act, row, form);
	if (f && f->code == FAULT_STALE)
		return rq_stale(rq, row, form, &(struct stale_asks){ .may_wait = true });
	if (!f) {
		rq_notice(rq, NULL, "%s saved.", r->title);
		return go(rq, "%s", back(rq, r));
	}
	if (f->code != FAULT_INVALID)
		return f;
	draw_change(rq, ui, r, row, form);
	return NULL;
}

const struct fault *child_record_withdraw(struct req *rq, struct ui *ui)
{
	const struct record *r;
	struct row *row;

	TRY(row_asked(rq, &r, &row));
	if (!*rq_text(rq, "reason")) {
		ui_error(ui, "reason", "Enter why it is a mistake");
		draw_change(rq, ui, r, row, form_of_row(rq->a, row));
		return NULL;
	}
	TRY(record_withdraw(rq->act, row, rq_text(rq, "reason")));
	rq_notice(rq, NULL, "%s taken back. It stays in the history.", r->title);
	return go(rq, "%s", back(rq, r));
}
