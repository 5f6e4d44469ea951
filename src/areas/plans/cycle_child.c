/* cycle_child.c - who a plan is about, and small helps for its pages. The child is read from the records of other areas by their
 * names. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/queries.sql.h"
#include "law/own.h"

const char *plan_said(const struct row *row, const char *field)
{
	int n = field_find(row_record(row), field);

	return n < 0 ? "" : row_text(row, n);
}

const char *plan_staff(struct req *rq, const char *staff)
{
	struct found f;

	if (!*staff || query_run(rq->act, &Q_PLAN_STAFF_CALLED, (const char *const[]){ staff }, &f) || !f.rows)
		return "";
	return found_text(&f, 0, Q_PLAN_STAFF_CALLED_NAME);
}

void plan_crumbs(struct req *rq, const char *const *pairs)
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

const struct ui_option *plan_options(struct arena *a, const struct choice *list, const char *first)
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

const char *plan_day(const struct req *rq, const char *name)
{
	const char *whole = rq_text(rq, name), *d = rq_text(rq, arena_printf(rq->a, "%s-day", name));
	const char *m = rq_text(rq, arena_printf(rq->a, "%s-month", name)), *y = rq_text(rq, arena_printf(rq->a, "%s-year", name));

	return *whole || !(*d || *m || *y) ? whole : arena_printf(rq->a, "%s/%s/%s", d, m, y);
}

const char *plan_error_of(const struct form *f, int field)
{
	for (int i = 0; f && i < f->error_count; i++)
		if (f->errors[i].field == field)
			return f->errors[i].text;
	return NULL;
}

const char *cycle_undo(struct req *rq, const char *plan)
{
	return arena_printf(rq->a, "/plans/%s/undo/%s", plan, rq->act->id);
}

static const struct fault *place(struct req *rq, struct plan_child *who)
{
	struct buf line = buf_new(rq->a);
	struct found f;

	TRY(query_run(rq->act, &Q_PLAN_CHILD, (const char *const[]){ who->id, day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++) {
		const char *kind = found_text(&f, i, Q_PLAN_CHILD_KIND), *code = found_text(&f, i, Q_PLAN_CHILD_CODE);
		const char *detail = found_text(&f, i, Q_PLAN_CHILD_DETAIL);

		if (strcmp(kind, "roll") == 0 && !*who->year) {
			who->year = code;
			buf_add(&line, strcmp(code, "R") == 0 ? "Reception" : arena_printf(rq->a, "Year %s", code));
			if (*detail)
				buf_printf(&line, " · %s", detail);
		} else if (strcmp(kind, "status") == 0 && !*who->status) {
			who->status = code;
			buf_printf(&line, "%s%s", line.len ? " · " : "", strcmp(code, "K") == 0 ? "SEN Support" : "EHC plan");
		} else if (strcmp(kind, "was") == 0) {
			who->left = day_parse(detail);
		}
	}
	if (*who->year)
		who->left = DAY_NONE;
	who->line = buf_text(&line);
	return NULL;
}

static const struct fault *grown(struct req *rq, struct plan_child *who)
{
	day born = day_parse(plan_said(who->pupil, "dob"));
	struct clock_answer answer;
	struct own_law own;

	if (born == DAY_NONE)
		return NULL;
	TRY(law_own(rq->act, &own));
	TRY(law_due(rq->a, &own, "young-person-date", born, NULL, &answer));
	who->young = answer.due != DAY_NONE && answer.due <= rq->act->today;
	return NULL;
}

const struct fault *cycle_child(struct req *rq, struct row *pupil, struct plan_child *out)
{
	const char *known = plan_said(pupil, "known_as"), *surname = plan_said(pupil, "known_surname");

	*out = (struct plan_child){ .pupil = pupil, .id = row_id(pupil), .alias = plan_said(pupil, "alias_of"), .year = "",
		.status = "", .left = DAY_NONE };
	out->first = *known ? known : *surname ? surname : "the child";
	out->name = *known && *surname ? arena_printf(rq->a, "%s %s", known, surname) : out->first;
	out->href = arena_printf(rq->a, "/pupils/%s", out->id);
	TRY(place(rq, out));
	return grown(rq, out);
}

void plan_child_gone(struct ui *ui, const struct plan_child *who, const char *next)
{
	if (*who->alias) {
		ui_note_begin(ui, UI_SOON);
		ui_para(ui, arena_printf(ui->a, "This record of %s was joined with another one. %s", who->first, next));
		ui_link_to(ui, "Open the record that is kept", arena_printf(ui->a, "/pupils/%s/plans", who->alias));
		ui_note_end(ui);
	} else if (who->left != DAY_NONE && who->left < ui->shell.today) {
		ui_note(ui, UI_SOON, arena_printf(ui->a, "%s left on %s.", who->first, day_long(ui->a, who->left)), next);
	}
}

const struct fault *cycle_staff_options(struct req *rq, const char *first, const struct ui_option **out)
{
	struct ui_option *o;
	struct found f;

	TRY(query_run(rq->act, &Q_PLAN_STAFF, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < f.rows; i++)
		o[i + 1] = (struct ui_option){ .value = found_text(&f, i, Q_PLAN_STAFF_ID),
			.label = found_text(&f, i, Q_PLAN_STAFF_NAME) };
	*out = o;
	return NULL;
}
