/* plain.c - one form for staff, classes, terms and days: the table draws it, the verbs check it. */
#include <string.h>

#include "areas/people/pages.h"
#include "areas/people/queries.sql.h"
#include "web/stale.h"

void people_crumbs(struct req *rq, struct ui *ui, const char *const *pairs)
{
	struct ui_link *l;
	int n = 0;

	while (pairs[2 * n])
		n++;
	l = arena_array(rq->a, (size_t)n + 1, sizeof *l);
	for (int i = 0; i < n; i++)
		l[i] = (struct ui_link){ .label = pairs[2 * i], .href = pairs[2 * i + 1] };
	ui->shell.crumbs = l;
}

const struct fault *people_staff(struct req *rq, const char *first, const struct ui_option **out)
{
	struct ui_option *o;
	struct found f;

	TRY(query_run(rq->act, &Q_STAFF_CHOICE, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < f.rows; i++)
		o[i + 1] = (struct ui_option){ .value = found_text(&f, i, Q_STAFF_CHOICE_ID),
			.label = found_text(&f, i, Q_STAFF_CHOICE_NAME) };
	*out = o;
	return NULL;
}

const struct ui_option *people_options(struct arena *a, const struct choice *list, const char *first)
{
	struct ui_option *o;
	int n = 0, k = 0;

	while (list[n].code)
		n++;
	o = arena_array(a, (size_t)n + 2, sizeof *o);
	o[k++] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < n; i++)
		o[k++] = (struct ui_option){ .value = list[i].code, .label = list[i].label };
	return o;
}

static void draw(struct req *rq, struct ui *ui, const struct plain *p, const struct form *form, const struct row *row)
{
	ui->shell.title = row ? p->change : p->add;
	ui->shell.scale = UI_READ;
	people_crumbs(rq, ui, (const char *const[]){ p->record->plural, p->back, NULL });
	ui_title(ui, NULL, ui->shell.title, NULL);
	ui_form_begin(ui, &(struct ui_form){ .version = row ? row_version(row) : 0, .draft = true });
	ui_fields(ui, p->record, form);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	if (row && p->takes_back)
		ui_button(ui, UI_QUIET, p->takes_back, "withdraw", "1");
	ui_link_to(ui, "Cancel", p->back);
	ui_acts_end(ui);
	ui_form_end(ui);
}

static const struct fault *save(struct req *rq, const struct plain *p, struct row *row, struct form *form)
{
	const char *id;

	if (row && p->takes_back && *rq_text(rq, "withdraw"))
		return record_withdraw(rq->act, row, "taken back");
	return row ? record_change(rq->act, row, form) : record_add(rq->act, p->record, NULL, form, &id);
}

const struct fault *plain_page(struct req *rq, struct ui *ui, const struct plain *p, const char *id)
{
	const struct fault *f;
	struct row *row = NULL;
	struct form *form;
	bool later;

	if (id)
		TRY(record_get(rq->act, p->record, id, &row));
	if (!rq->post) {
		form = row && !rq->typed.count ? form_of_row(rq->a, row) : rq_form(rq, p->record);
		if (!row && p->first_day >= 0 && !*form_value(form, p->first_day))
			form_set(form, p->first_day, day_iso(rq->a, rq->act->today));
		for (int i = 0; !row && p->asked && i < p->record->count; i++)
			if (!*form_value(form, i) && *rq_text(rq, p->record->fields[i].name))
				form_set(form, i, rq_text(rq, p->record->fields[i].name));
		draw(rq, ui, p, form, row);
		return NULL;
	}
	form = rq_form(rq, p->record);
	(void)rq_settled(rq, form, &later);
	f = save(rq, p, row, form);
	if (f && f->code == FAULT_STALE && row)
		return rq_stale(rq, row, form, &(struct stale_asks){ .carry = NULL });
	if (!f) {
		rq_notice(rq, NULL, "%s saved.", p->record->title);
		return go(rq, "%s", p->back);
	}
	if (f->code != FAULT_INVALID)
		return f;
	draw(rq, ui, p, form, row);
	return NULL;
}
