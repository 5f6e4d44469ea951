/* stale.c - two people, one record: the second to save sees both texts and settles what both have changed. What only one of
 * them changed is kept from that one. Nothing is saved until it is settled. */
#include <string.h>

#include "base/text.h"
#include "web/stale.h"
#include "web/stale.tmpl.h"

/* A typed value as it would be stored, so that "19/11/2026" and "2026-11-19" are not a difference. */
static const char *as_stored(struct arena *a, const struct field *f, const char *typed)
{
	if (!typed)
		return "";
	if (f->type == F_DATE)
		return day_typed(typed) != DAY_NONE ? day_iso(a, day_typed(typed)) : typed;
	return text_clean(a, typed);
}

static struct row *version_seen(const struct rows *versions, int64_t version)
{
	for (int i = 0; i < versions->count; i++)
		if (row_version(versions->row[i]) == version)
			return versions->row[i];
	return versions->count ? versions->row[versions->count - 1] : NULL;
}

static const char *shown(struct arena *a, const struct row *row, int field, const char *value)
{
	const struct field *f = &row_record(row)->fields[field];

	switch (f->type) {
	case F_CHOICE: return *value ? choice_label(f->choices, value) : "";
	case F_DATE: return day_typed(value) != DAY_NONE ? day_long(a, day_typed(value)) : value;
	case F_YESNO: return strcmp(value, "1") == 0 ? "Yes" : strcmp(value, "0") == 0 ? "No" : "";
	default: return value;
	}
}

const struct fault *rq_stale(struct req *rq, struct row *now, const struct form *mine, const struct stale_asks *asks)
{
	const struct record *r = row_record(now);
	struct stale_view v = { .version = row_version(now), .action = rq->http->path, .may_wait = asks->may_wait,
		.carry = asks->carry, .carried = asks->carry ? rq_text(rq, asks->carry) : "" };
	struct rows versions;
	struct row *seen;
	struct form *theirs, *before;

	TRY(record_history(rq->act, now, &versions));
	seen = version_seen(&versions, mine->version);
	theirs = form_of_row(rq->a, now);
	before = seen ? form_of_row(rq->a, seen) : form_new(rq->a, r);
	v.fields = arena_array(rq->a, (size_t)r->count, sizeof *v.fields);
	v.who = versions.count ? row_by(versions.row[0]) : "Somebody";
	v.when = versions.count ? moment_long(rq->a, row_moment(versions.row[0])) : "";
	for (int i = 0; i < r->count; i++) {
		const struct field *f = &r->fields[i];
		const char *b = form_value(before, i), *t = form_value(theirs, i), *m = as_stored(rq->a, f, mine->values[i]);
		bool words = f->type == F_TEXT || f->type == F_LONGTEXT, both;

		if (!mine->values[i] || (f->flags & (BY_SYSTEM | SECRET)) || text_same(m, b))
			continue;
		both = !text_same(t, b) && !text_same(t, m);
		v.fields[v.count++] = (struct stale_field){ .name = f->name, .label = f->label, .mine = m, .ask = both,
			.words = words, .mine_shown = shown(rq->a, now, i, m), .theirs_shown = shown(rq->a, now, i, t),
			.before_shown = shown(rq->a, now, i, b), .joined = words ? ui_join(rq->a, b, t, m) : "" };
		v.asked += both;
	}
	rq->ui->shell.scale = UI_READ;
	rq->ui->shell.title = "Someone saved this before you";
	rq->status = 409;
	return tmpl_stale(rq->ui, &v);
}

bool rq_settled(struct req *rq, struct form *form, bool *later)
{
	const char *settled = rq_param(rq, "settled");

	*later = rq_param(rq, "later") != NULL;
	if (!settled)
		return false;
	for (int i = 0; i < form->r->count; i++) {
		const char *keep = rq_param(rq, arena_printf(rq->a, "%s-keep", form->r->fields[i].name));
		const char *mine = rq_param(rq, arena_printf(rq->a, "%s-mine", form->r->fields[i].name));

		if (keep && strcmp(keep, "theirs") == 0)
			form->values[i] = NULL;
		else if (mine && (!keep || strcmp(keep, "mine") == 0))
			form->values[i] = mine;
	}
	return true;
}
