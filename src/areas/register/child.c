/* child.c - what every page about one child begins with: who it is, what status they have today, and where to go back to. */
#include <string.h>

#include "areas/register/pages.h"

const char *pupil_text(const struct row *pupil, const char *field)
{
	int n = field_find(row_record(pupil), field);

	return n < 0 ? "" : row_text(pupil, n);
}

const struct fault *status_now(struct act *act, const char *pupil, struct row **out)
{
	struct ask ask = { .pupil = pupil, .as_at = day_iso(act->a, act->today), .limit = 1, .clear_only = true };
	struct rows rows;

	TRY(record_list(act, &REGISTER_STATUS, &ask, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	return NULL;
}

const struct fault *needs_now(struct act *act, const char *pupil, struct rows *out)
{
	struct ask ask = { .pupil = pupil, .as_at = day_iso(act->a, act->today), .clear_only = true };

	return record_list(act, &NEED, &ask, out);
}

const char *form_error_of(const struct form *f, int field)
{
	for (int i = 0; f && i < f->error_count; i++)
		if (f->errors[i].field == field)
			return f->errors[i].text;
	return NULL;
}

const char *named(struct arena *a, const char *pattern, const struct about_child *who)
{
	const char *gap = strstr(pattern, "%s");

	return gap ? arena_printf(a, "%.*s%s%s", (int)(gap - pattern), pattern, who->first, gap + 2) : pattern;
}

const struct fault *may_add(struct req *rq, const struct record *r)
{
	if (record_may(rq->act, r, RIGHT_ADD, rq->pupil))
		return NULL;
	journal_note(rq->act, "denied", r->name, "", row_id(rq->pupil), "add");
	return FAULT(rq->a, FAULT_NONE, "this person may not add a %s about that child", r->name);
}

const char *typed_date(const struct req *rq, const char *name)
{
	const char *whole = rq_text(rq, name), *d = rq_text(rq, arena_printf(rq->a, "%s-day", name));
	const char *m = rq_text(rq, arena_printf(rq->a, "%s-month", name)), *y = rq_text(rq, arena_printf(rq->a, "%s-year", name));

	return *whole || !(*d || *m || *y) ? whole : arena_printf(rq->a, "%s/%s/%s", d, m, y);
}

const char *undo_path(const struct req *rq)
{
	return arena_printf(rq->a, "/register/undo/%s", rq->act->id);
}

/* Year and form today, as far as this person may read them. */
static const struct fault *place(struct act *act, const char *pupil, const char **year, const char **form)
{
	const struct record *r = record_find(act->house, "enrolment");
	struct ask ask = { .pupil = pupil, .as_at = day_iso(act->a, act->today), .limit = 1 };
	struct rows rows;

	*year = *form = "";
	TRY(record_list(act, r, &ask, &rows));
	if (!rows.count)
		return NULL;
	*year = row_text(rows.row[0], field_find(r, "year"));
	*form = row_text(rows.row[0], field_find(r, "form"));
	return NULL;
}

static void say_who(struct req *rq, struct about_child *c, const char *year, const char *form)
{
	struct arena *a = rq->a;
	const char *known = pupil_text(c->pupil, "known_as"), *surname = pupil_text(c->pupil, "known_surname");
	day born = day_parse(pupil_text(c->pupil, "dob"));
	struct buf line = buf_new(a), small = buf_new(a);

	c->first = *known ? known : surname;
	c->name = *known ? arena_printf(a, "%s %s", known, surname) : surname;
	buf_add(&small, c->name);
	if (*year)
		buf_add(&line, year_words(a, year));
	if (*form)
		buf_printf(&line, "%s%s", line.len ? " · " : "", form);
	if (line.len)
		buf_printf(&small, " · %s", buf_text(&line));
	if (born != DAY_NONE)
		buf_printf(&line, "%s%s", line.len ? " · " : "", age_words(a, born, rq->act->today));
	c->line = buf_text(&line);
	c->short_line = buf_text(&small);
}

const struct fault *about_child(struct req *rq, struct row *pupil, struct about_child *out)
{
	struct ui_link *crumbs = arena_array(rq->a, 3, sizeof *crumbs);
	const char *year, *form;

	*out = (struct about_child){ .pupil = pupil, .id = row_id(pupil), .provision = "" };
	TRY(place(rq->act, out->id, &year, &form));
	TRY(status_now(rq->act, out->id, &out->status));
	say_who(rq, out, year, form);
	if (out->status && strcmp(row_text(out->status, REGISTER_STATUS_PROVISION), "N") != 0)
		out->provision = row_text(out->status, REGISTER_STATUS_PROVISION);
	out->href = arena_printf(rq->a, "/pupils/%s", out->id);
	crumbs[0] = (struct ui_link){ "Register", "/register", false, 0 };
	crumbs[1] = (struct ui_link){ out->name, out->href, false, 0 };
	out->crumbs = crumbs;
	rq->ui->shell.scale = UI_READ;
	rq->ui->shell.crumbs = crumbs;
	return NULL;
}
