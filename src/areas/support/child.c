/* child.c - who a page is about, read from the records of other areas by their names. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

const struct record *support_record(const struct act *act, const char *name)
{
	return record_find(act->house, name);
}

const char *support_said(const struct row *row, const char *field)
{
	int n = field_find(row_record(row), field);

	return n < 0 ? "" : row_text(row, n);
}

void support_put(struct form *form, const char *field, const char *value)
{
	int n = field_find(form->r, field);

	if (n >= 0)
		form_set(form, n, value);
}

const char *support_staff(struct req *rq, const char *staff)
{
	struct found f;

	if (!*staff || query_run(rq->act, &Q_STAFF_CALLED, (const char *const[]){ staff }, &f) || !f.rows)
		return "";
	return found_text(&f, 0, Q_STAFF_CALLED_NAME);
}

void support_crumbs(struct req *rq, const char *const *pairs)
{
	struct ui_link *l;
	int n = 0;

	while (pairs[2 * n])
		n++;
	l = arena_array(rq->a, (size_t)n + 1, sizeof *l);
	for (int i = 0; i < n; i++)
		l[i] = (struct ui_link){ .label = pairs[2 * i], .href = pairs[2 * i + 1] };
	rq->ui->shell.crumbs = l;
}

static const char *year_called(struct arena *a, const char *year)
{
	return strcmp(year, "R") == 0 ? "Reception" : arena_printf(a, "Year %s", year);
}

static const struct fault *place(struct req *rq, struct about *who)
{
	struct buf line = buf_new(rq->a);
	struct found f;

	TRY(query_run(rq->act, &Q_ABOUT_CHILD, (const char *const[]){ who->id, day_iso(rq->a, rq->act->today) }, &f));
	buf_add(&line, who->name);
	who->year = who->status = "";
	who->left = DAY_NONE;
	for (int i = 0; i < f.rows; i++) {
		const char *kind = found_text(&f, i, Q_ABOUT_CHILD_KIND), *code = found_text(&f, i, Q_ABOUT_CHILD_CODE);

		if (strcmp(kind, "roll") == 0 && !*who->year) {
			who->year = code;
			buf_printf(&line, " · %s", year_called(rq->a, code));
			if (*found_text(&f, i, Q_ABOUT_CHILD_DETAIL))
				buf_printf(&line, " · %s", found_text(&f, i, Q_ABOUT_CHILD_DETAIL));
		} else if (strcmp(kind, "status") == 0) {
			who->status = code;
		} else if (strcmp(kind, "was") == 0) {
			who->left = day_parse(found_text(&f, i, Q_ABOUT_CHILD_DETAIL));
		}
	}
	if (*who->year)
		who->left = DAY_NONE;
	who->line = buf_text(&line);
	return NULL;
}

const struct fault *support_child(struct req *rq, struct row *pupil, struct about *out)
{
	const char *known = support_said(pupil, "known_as"), *surname = support_said(pupil, "known_surname");

	*out = (struct about){ .pupil = pupil, .id = row_id(pupil), .alias = support_said(pupil, "alias_of") };
	out->first = *known ? known : *surname ? surname : "the child";
	out->name = *known && *surname ? arena_printf(rq->a, "%s %s", known, surname) : out->first;
	out->href = arena_printf(rq->a, "/pupils/%s", out->id);
	TRY(place(rq, out));
	rq->ui->shell.scale = UI_READ;
	support_crumbs(rq, (const char *const[]){ out->name, out->href, NULL });
	return NULL;
}

const struct fault *support_child_id(struct req *rq, const char *pupil, struct about *out)
{
	struct row *row;

	TRY(record_get(rq->act, support_record(rq->act, "pupil"), pupil, &row));
	return support_child(rq, row, out);
}

void support_gone(struct req *rq, struct ui *ui, const struct about *who, const char *next)
{
	if (*who->alias) {
		ui_note_begin(ui, UI_SOON);
		ui_para(ui, arena_printf(rq->a, "This record of %s was joined with another one. %s", who->first, next));
		ui_link_to(ui, "Open the record that is kept", arena_printf(rq->a, "/pupils/%s", who->alias));
		ui_note_end(ui);
	} else if (who->left != DAY_NONE && who->left < rq->act->today) {
		ui_note(ui, UI_SOON, arena_printf(rq->a, "%s left on %s.", who->first, day_long(rq->a, who->left)), next);
	}
}

const struct ui_option *support_options(struct arena *a, const struct choice *list, const char *first)
{
	struct ui_option *o;
	int n = 0, k = 0;

	while (list[n].code)
		n++;
	o = arena_array(a, (size_t)n + 2, sizeof *o);
	if (first)
		o[k++] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < n; i++)
		o[k++] = (struct ui_option){ .value = list[i].code, .label = list[i].label };
	return o;
}

const struct fault *support_staff_options(struct req *rq, const char *first, const struct ui_option **out)
{
	struct ui_option *o;
	struct found f;

	TRY(query_run(rq->act, &Q_STAFF_AT_WORK, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < f.rows; i++)
		o[i + 1] = (struct ui_option){ .value = found_text(&f, i, Q_STAFF_AT_WORK_ID), .label = found_text(&f, i,
			Q_STAFF_AT_WORK_NAME) };
	*out = o;
	return NULL;
}

const char *support_day(const struct req *rq, const char *name)
{
	const char *whole = rq_text(rq, name), *d = rq_text(rq, arena_printf(rq->a, "%s-day", name));
	const char *m = rq_text(rq, arena_printf(rq->a, "%s-month", name)), *y = rq_text(rq, arena_printf(rq->a, "%s-year", name));

	return *whole || !(*d || *m || *y) ? whole : arena_printf(rq->a, "%s/%s/%s", d, m, y);
}

day support_weekday(day d)
{
	return day_week(d) < 5 ? d : d + 7 - day_week(d);
}

const struct fault *support_may(struct req *rq, const struct record *r, enum right right)
{
	if (record_may(rq->act, r, right, rq->pupil))
		return NULL;
	journal_note(rq->act, "denied", r->name, "", row_id(rq->pupil), right == RIGHT_ADD ? "add" : "edit");
	return FAULT(rq->a, FAULT_NONE, "this person may not do that with a %s about that child", r->name);
}
