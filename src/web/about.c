/* about.c - whom a page is about, said the same way everywhere; short lists of staff; undoing one's own act of today. */
#include "web/about.h"

#include <string.h>

#include "web/inner.h"

const char *row_named(const struct row *row, const char *field)
{
	int n = row ? field_find(row_record(row), field) : -1;

	return n < 0 ? "" : row_text(row, n);
}

void form_put(struct form *f, const char *field, const char *value)
{
	int n = field_find(f->r, field);

	if (n >= 0)
		form_set(f, n, value);
}

const char *about_name(struct arena *a, const char *first, const char *last)
{
	return *first && *last && strcmp(first, last) != 0 ? arena_printf(a, "%s %s", first, last) : *first ? first : last;
}

void about_crumbs(struct req *rq, const char *const *pairs)
{
	struct ui_link *l;
	int n = 0, k = 0;

	while (pairs[2 * n])
		n++;
	l = arena_array(rq->a, (size_t)n + 1, sizeof *l);
	for (int i = 0; i < n; i++)
		if (rq_leads(rq, pairs[2 * i + 1]))
			l[k++] = (struct ui_link){ .label = pairs[2 * i], .href = pairs[2 * i + 1] };
	rq->ui->shell.crumbs = l;
}

/* Where the child is today, or the day on which they left; as far as this person may read it. */
static const struct fault *place(struct req *rq, struct about *out, struct buf *line)
{
	const struct record *r = record_find(rq->act->house, "enrolment");
	const char *today = day_iso(rq->a, rq->act->today), *year;
	struct rows rows;

	out->left = DAY_NONE;
	TRY(record_list(rq->act, r, &(struct ask){ .pupil = out->id, .limit = 1, .as_at = today }, &rows));
	if (rows.count) {
		out->year = row_named(rows.row[0], "year");
		year = row_show(rq->a, rows.row[0], field_find(r, "year"));
		if (*year)
			buf_printf(line, " · %s", year);
		if (*row_named(rows.row[0], "form"))
			buf_printf(line, " · %s", row_named(rows.row[0], "form"));
		return NULL;
	}
	TRY(record_list(rq->act, r, &(struct ask){ .pupil = out->id, .limit = 1, .order = "-from" }, &rows));
	out->left = rows.count ? row_day(rows.row[0], field_find(r, "until")) : DAY_NONE;
	if (out->left != DAY_NONE && out->left < rq->act->today)
		buf_printf(line, " · left on %s", day_long(rq->a, out->left));
	else
		out->left = DAY_NONE;
	return NULL;
}

const struct fault *about_pupil(struct req *rq, struct row *pupil, const char *tab, const char *path, struct about *out)
{
	const char *known = row_named(pupil, "known_as"), *first = *known ? known : row_named(pupil, "forename"),
		*last = row_named(pupil, "known_surname");
	struct buf line = buf_new(rq->a);

	last = *last ? last : row_named(pupil, "surname");
	*out = (struct about){ .pupil = pupil, .id = row_id(pupil), .first = *first ? first : *last ? last : "the child",
		.year = "", .alias = row_named(pupil, "alias_of") };
	out->name = *first || *last ? about_name(rq->a, first, last) : out->first;
	out->href = arena_printf(rq->a, "/pupils/%s", out->id);
	buf_add(&line, out->name);
	TRY(place(rq, out, &line));
	out->line = buf_text(&line);
	rq->ui->shell.scale = UI_READ;
	about_crumbs(rq, (const char *const[]){ out->name, out->href, tab, tab ? arena_printf(rq->a, "%s%s", out->href, path) :
		NULL, NULL });
	return NULL;
}

const struct fault *about_row(struct req *rq, const struct row *row, const char *tab, const char *path, struct about *out)
{
	struct row *pupil;

	TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(row), &pupil));
	return about_pupil(rq, pupil, tab, path, out);
}

const struct fault *about_status(struct req *rq, const struct about *who, const char **out)
{
	const struct record *r = record_find(rq->act->house, "register_status");
	struct rows rows;

	TRY(record_list(rq->act, r, &(struct ask){ .where = { { field_find(r, "provision"), ANY_OF, "K E" } }, .pupil = who->id,
		.as_at = day_iso(rq->a, rq->act->today), .limit = 1, .clear_only = true }, &rows));
	*out = rows.count ? row_named(rows.row[0], "provision") : "";
	return NULL;
}

void about_gone(struct ui *ui, const struct about *who, const char *next)
{
	if (*who->alias) {
		ui_note_begin(ui, UI_SOON);
		ui_para(ui, arena_printf(ui->a, "This record of %s was joined with another one. %s", who->first, next));
		ui_link_to(ui, "Open the record that is kept", arena_printf(ui->a, "/pupils/%s", who->alias));
		ui_note_end(ui);
	} else if (who->left != DAY_NONE && who->left < ui->shell.today) {
		ui_note(ui, UI_SOON, arena_printf(ui->a, "%s left on %s.", who->first, day_long(ui->a, who->left)), next);
	}
}

const char *about_date(const struct req *rq, const char *name)
{
	const char *whole = rq_text(rq, name), *d = rq_text(rq, arena_printf(rq->a, "%s-day", name));
	const char *m = rq_text(rq, arena_printf(rq->a, "%s-month", name)), *y = rq_text(rq, arena_printf(rq->a, "%s-year", name));

	return *whole || !(*d || *m || *y) ? whole : arena_printf(rq->a, "%s/%s/%s", d, m, y);
}

const char *form_error_at(const struct form *f, int field)
{
	for (int i = 0; f && i < f->error_count; i++)
		if (f->errors[i].field == field)
			return f->errors[i].text;
	return NULL;
}

const struct fault *about_may_add(struct req *rq, const struct record *r)
{
	if (record_may(rq->act, r, RIGHT_ADD, rq->pupil))
		return NULL;
	journal_note(rq->act, "denied", r->name, "", rq->pupil ? row_id(rq->pupil) : "", "add");
	return FAULT(rq->a, FAULT_NONE, "this person may not add a %s here", r->name);
}

const struct ui_option *choice_options(struct arena *a, const struct choice *list, const char *first)
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

static const char *staff_words(struct arena *a, const struct row *row, bool sorted)
{
	const char *known = row_named(row, "forename"), *surname = row_named(row, "surname"), *post = row_named(row, "post");

	if (!sorted)
		return about_name(a, known, surname);
	return arena_printf(a, "%s%s%s%s%s", surname, *known ? ", " : "", known, *post ? " · " : "", post);
}

const struct fault *staff_options(struct req *rq, const char *first, const struct ui_option **out)
{
	const struct record *r = record_find(rq->act->house, "staff");
	struct ui_option *o;
	struct rows rows;

	TRY(record_list(rq->act, r, &(struct ask){ .limit = 2000, .as_at = day_iso(rq->a, rq->act->today), .clear_only = true },
		&rows));
	o = arena_array(rq->a, (size_t)rows.count + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < rows.count; i++)
		o[i + 1] = (struct ui_option){ .value = row_id(rows.row[i]), .label = staff_words(rq->a, rows.row[i], true) };
	*out = o;
	return NULL;
}

const struct fault *staff_name_of(struct req *rq, const char *id, const char **out)
{
	const struct record *r = record_find(rq->act->house, "staff");
	struct row *row;

	*out = "";
	if (!*id || !record_ever(rq->act, r, RIGHT_READ))
		return NULL;
	TRY(record_get(rq->act, r, id, &row));
	*out = staff_words(rq->a, row, false);
	return NULL;
}

/* ---- undo ---- */

const char *undo_of(const struct req *rq, const char *base, const struct record *r, const char *row)
{
	return arena_printf(rq->a, "%s/undo/%s/%s", base, r->name, row);
}

static const struct record *one_of(const struct record *const *mine, const char *name)
{
	while (*mine && strcmp((*mine)->name, name) != 0)
		mine++;
	return *mine;
}

const struct fault *undo_own(struct req *rq, const struct record *const *mine)
{
	const struct record *r = one_of(mine, rq_arg(rq, "record"));
	int undone = 0, kept = 0;
	struct rows history;
	struct row *row;

	if (!r)
		return FAULT(rq->a, FAULT_NONE, "not a record of these pages");
	TRY(record_get(rq->act, r, rq_arg(rq, "row"), &row));
	TRY(record_history(rq->act, row, &history));
	if (history.count && strcmp(row_by_account(history.row[0]), rq->act->who->account) == 0 &&
		moment_day(row_moment(history.row[0])) == rq->act->today)
		TRY(act_undo(rq->act, row_act(row), "undone", &undone, &kept));
	if (!undone)
		rq_notice(rq, NULL, "There was nothing left to undo: somebody has changed it since, or it was not today.");
	else
		rq_notice(rq, NULL, kept ? "Undone, but for what somebody changed since." :
			"Undone. What you had typed stays in the history.");
	return *row_about(row) ? go(rq, "/pupils/%s", row_about(row)) : go(rq, "/");
}
