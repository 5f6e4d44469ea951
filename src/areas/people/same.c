/* same.c - what two records of one child do not agree on, and putting it right as somebody chose. It draws nothing. */
#include "areas/people/same.h"

#include <string.h>

#include "base/text.h"
#include "record/join.h"
#include "web/about.h"

static const struct same_kind KINDS[] = {
	{ "enrolment", SAME_ALONE, NULL, "year form status from until" },
	{ "register_status", SAME_ALONE, NULL, "provision from until" },
	{ "watch", SAME_ALONE, NULL, "from expires_on" },
	{ "contact", SAME_TWICE, "forename surname", "forename surname relationship phone" },
	{ "class_member", SAME_TWICE, "class", "class from" },
	{ "caseload", SAME_TWICE, "staff kind", "staff kind from" },
	{ "need", SAME_TWICE, "type", "type rank from" },
	{ "strength", SAME_TWICE, "text", "text" },
	{ "strategy", SAME_TWICE, "kind text", "kind text" },
	{ "pupil_flag", SAME_TWICE, "code", "code from" },
	{ "medical_alert", SAME_TWICE, "line", "line action" },
	{ "attendance_summary", SAME_TWICE, "from until", "from until" },
};
enum { KINDS_COUNT = sizeof KINDS / sizeof *KINDS, ROWS_MOST = 200 };

const char *same_name(struct arena *a, const struct row *pupil)
{
	const char *first = row_text(pupil, PUPIL_KNOWN_AS), *last = row_text(pupil, PUPIL_KNOWN_SURNAME);

	return about_name(a, *first ? first : row_text(pupil, PUPIL_FORENAME), *last ? last : row_text(pupil, PUPIL_SURNAME));
}

/* ---- the facts ---- */

static void read_facts(struct req *rq, struct same *s)
{
	s->facts = arena_array(rq->a, PUPIL_FIELDS, sizeof *s->facts);
	for (int i = 0; i < PUPIL_FIELDS; i++) {
		const char *stays = row_text(s->stays, i), *other = row_text(s->other, i);

		if ((PUPIL.fields[i].flags & BY_SYSTEM) || strcmp(stays, other) == 0)
			continue;
		s->facts[s->fact_count++] = (struct same_fact){ i, stays, other, row_show(rq->a, s->stays, i),
			row_show(rq->a, s->other, i) };
	}
}

/* ---- the rows ---- */

static const char *at(const struct row *row, const char *field)
{
	return row_named(row, field);
}

static bool overlap(const struct record *r, const struct row *x, const struct row *y)
{
	const char *x_until = r->until ? at(x, r->until) : "", *y_until = r->until ? at(y, r->until) : "";

	return (!*y_until || strcmp(at(x, r->from), y_until) <= 0) && (!*x_until || strcmp(at(y, r->from), x_until) <= 0);
}

/* What one of them leaves empty does not make them two. */
static bool one_thing(struct arena *a, const char *keys, const struct row *x, const struct row *y)
{
	bool alike = false;

	while (*keys) {
		size_t n = strcspn(keys, " ");
		const char *key = arena_text_n(a, keys, n), *of_x = text_fold(a, at(x, key)), *of_y = text_fold(a, at(y, key));

		if (*of_x && *of_y && strcmp(of_x, of_y) != 0)
			return false;
		alike = alike || (*of_x && *of_y);
		keys += n + (keys[n] == ' ');
	}
	return alike;
}

static bool clash(struct arena *a, const struct same_rows *k, const struct row *x, const struct row *y)
{
	return overlap(k->r, x, y) && (k->kind->how == SAME_ALONE || one_thing(a, k->kind->keys, x, y));
}

/* The rows of `list` that clash with one of `with`. */
static struct row **clashing(struct arena *a, const struct same_rows *k, const struct rows *list, const struct rows *with,
	int *count)
{
	struct row **out = arena_array(a, (size_t)list->count + 1, sizeof *out);

	*count = 0;
	for (int i = 0; i < list->count; i++)
		for (int j = 0; j < with->count; j++)
			if (clash(a, k, list->row[i], with->row[j])) {
				out[(*count)++] = list->row[i];
				break;
			}
	return out;
}

static const struct fault *read_kind(struct req *rq, struct same *s, const struct same_kind *kind)
{
	struct same_rows k = { .kind = kind, .r = record_find(rq->act->house, kind->record) };
	struct rows stays, other;

	TRY(record_list(rq->act, k.r, &(struct ask){ .pupil = row_id(s->stays), .limit = ROWS_MOST }, &stays));
	TRY(record_list(rq->act, k.r, &(struct ask){ .pupil = row_id(s->other), .limit = ROWS_MOST }, &other));
	k.stays = clashing(rq->a, &k, &stays, &other, &k.stays_count);
	k.other = clashing(rq->a, &k, &other, &stays, &k.other_count);
	k.may = record_may(rq->act, k.r, RIGHT_EDIT, s->stays) && !(k.r->is & APPEND_ONLY);
	if (k.other_count && (k.may || kind->how == SAME_ALONE))
		s->rows[s->row_count++] = k;
	return NULL;
}

const struct fault *same_read(struct req *rq, struct row *other, struct same *out)
{
	*out = (struct same){ .stays = rq->pupil, .other = other, .stays_name = same_name(rq->a, rq->pupil),
		.other_name = same_name(rq->a, other) };
	read_facts(rq, out);
	out->rows = arena_array(rq->a, KINDS_COUNT, sizeof *out->rows);
	for (int i = 0; i < KINDS_COUNT; i++)
		TRY(read_kind(rq, out, &KINDS[i]));
	return NULL;
}

const char *same_barred(struct arena *a, const struct same *s)
{
	for (int i = 0; i < s->row_count; i++)
		if (s->rows[i].kind->how == SAME_ALONE && !s->rows[i].may)
			return arena_printf(a, "Both records have something of which a child has one at a time (%s), and you may "
				"not change it. Ask the SENCO to join them.", s->rows[i].r->plural);
	return NULL;
}

static const struct fault *tell_field(struct req *rq, const struct row *row, int field, const char **out)
{
	const struct record *to = record_find(rq->act->house, row_record(row)->fields[field].ref ?
		row_record(row)->fields[field].ref :
		"");
	const char *id = row_text(row, field), *day_word = row_record(row)->fields[field].type == F_DATE ?
		strcmp(row_record(row)->fields[field].name, "until") == 0 ? "until " : "from " : "";
	struct row *row_to;
	const struct fault *f;

	*out = "";
	if (!*id)
		return NULL;
	if (!to) {
		*out = arena_printf(rq->a, "%s%s", day_word, row_show(rq->a, row, field));
		return NULL;
	}
	f = record_get(rq->act, to, id, &row_to);
	if (f)
		return f->code == FAULT_NONE ? NULL : f;
	*out = *at(row_to, "name") ? at(row_to, "name") : about_name(rq->a, at(row_to, "forename"), at(row_to, "surname"));
	return NULL;
}

const struct fault *same_tell(struct req *rq, const struct same_rows *rows, const struct row *row, const char **out)
{
	struct buf b = buf_new(rq->a);

	for (const char *p = rows->kind->shows; *p;) {
		size_t n = strcspn(p, " ");
		const char *name = arena_text_n(rq->a, p, n), *text;

		TRY(tell_field(rq, row, field_find(rows->r, name), &text));
		if (*text)
			buf_printf(&b, "%s%s", !b.len ? "" : strcmp(name, "surname") == 0 ? " " : " · ", text);
		p += n + (p[n] == ' ');
	}
	*out = buf_text(&b);
	return NULL;
}

/* ---- joining as the form says ---- */

const char *same_fact_name(struct req *rq, const struct same *s, int fact)
{
	return arena_printf(rq->a, "fact-%s", PUPIL.fields[s->facts[fact].field].name);
}

const char *same_rows_name(struct req *rq, const struct same_rows *rows)
{
	return arena_printf(rq->a, "stands-%s", rows->r->name);
}

static bool chose_other(struct req *rq, const char *name)
{
	return strcmp(rq_text(rq, name), "other") == 0;
}

bool same_asked(const struct same_fact *f)
{
	return *f->stays && *f->other;
}

/* Of two, as it was chosen; of one alone, that one. */
static bool takes_other(struct req *rq, const struct same *s, int fact)
{
	const struct same_fact *f = &s->facts[fact];

	return same_asked(f) ? chose_other(rq, same_fact_name(rq, s, fact)) : *f->other != 0;
}

static const char *after_choice(struct req *rq, const struct same *s, int field, const char **dropped)
{
	for (int i = 0; i < s->fact_count; i++)
		if (s->facts[i].field == field) {
			bool other = takes_other(rq, s, i);

			*dropped = other ? s->facts[i].stays : s->facts[i].other;
			return other ? s->facts[i].other : s->facts[i].stays;
		}
	*dropped = "";
	return row_text(s->stays, field);
}

/* The number or surname that is given up stays findable as the former one, if there is room for it. */
static void keep_as_former(struct req *rq, const struct same *s, struct form *form, int field, int former)
{
	const char *dropped, *none, *kept = after_choice(rq, s, field, &dropped), *had = after_choice(rq, s, former, &none);

	if (*dropped && *kept && !*had)
		form_set(form, former, dropped);
}

static const struct fault *change_facts(struct req *rq, struct ui *ui, const struct same *s)
{
	struct form *form = form_new(rq->a, &PUPIL);
	const struct fault *f;

	for (int i = 0; i < s->fact_count; i++)
		if (takes_other(rq, s, i))
			form_set(form, s->facts[i].field, s->facts[i].other);
	keep_as_former(rq, s, form, PUPIL_UPN, PUPIL_FORMER_UPN);
	keep_as_former(rq, s, form, PUPIL_SURNAME, PUPIL_FORMER_SURNAME);
	f = record_change(rq->act, s->stays, form);
	for (int i = 0; f && i < form->error_count; i++)
		ui_error(ui, "reason", form->errors[i].text);
	return f;
}

static bool ticked(const struct req *rq, const char *name, const char *value)
{
	for (size_t i = 0; i < rq->typed.count; i++)
		if (strcmp(rq->typed.item[i].name, name) == 0 && strcmp(rq->typed.item[i].value, value) == 0)
			return true;
	return false;
}

static const struct fault *set_aside(struct req *rq, const struct same *s, const struct same_rows *k)
{
	bool other = chose_other(rq, same_rows_name(rq, k));
	struct row **list = k->kind->how == SAME_ALONE && other ? k->stays : k->other;
	int n = k->kind->how == SAME_ALONE && other ? k->stays_count : k->other_count;

	for (int i = 0; i < n; i++)
		if (k->kind->how == SAME_ALONE || ticked(rq, "copy", row_id(list[i])))
			TRY(record_withdraw(rq->act, list[i], arena_printf(rq->a, "two records of one child joined: %s stands",
				other ? s->other_name : s->stays_name)));
	return NULL;
}

static bool all_said(struct req *rq, struct ui *ui, const struct same *s)
{
	bool said = true;

	for (int i = 0; i < s->row_count; i++) {
		const char *name = same_rows_name(rq, &s->rows[i]), *what = rq_text(rq, name);

		if (s->rows[i].kind->how != SAME_ALONE || strcmp(what, "this") == 0 || strcmp(what, "other") == 0)
			continue;
		ui_error(ui, name, arena_printf(rq->a, "Choose which stands: %s", s->rows[i].r->plural));
		said = false;
	}
	if (!*rq_text(rq, "reason"))
		ui_error(ui, "reason", "Say how you know that they are one child");
	return said && *rq_text(rq, "reason");
}

const struct fault *same_join(struct req *rq, struct ui *ui, const struct same *s)
{
	const char *barred = same_barred(rq->a, s);

	if (barred)
		ui_error(ui, "reason", barred);
	if (barred || !all_said(rq, ui, s))
		return FAULT(rq->a, FAULT_INVALID, "not all is said");
	TRY(change_facts(rq, ui, s));
	for (int i = 0; i < s->row_count; i++)
		TRY(set_aside(rq, s, &s->rows[i]));
	return pupil_join(rq->act, s->other, s->stays, text_shorten(rq->a, rq_text(rq, "reason"), 300));
}
