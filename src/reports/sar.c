/* sar.c - gathering all that is kept about a child, in the order of the record tables. How it looks is in sar_pages.c and
 * sar.tmpl. */
#include "reports/sar.h"

#include <string.h>

#include "areas/governance/area.h"
#include "areas/people/area.h"
#include "base/random.h"
#include "base/text.h"
#include "record/join.h"
#include "record/journal.h"
#include "record/search.h"
#include "reports/derive.h"

static bool about_pupils(const struct record *r)
{
	const struct field *f = r->about ? &r->fields[field_find(r, r->about)] : NULL;

	return (r->is & IS_PUPIL) || (f && f->type == F_REF && strcmp(f->ref, "pupil") == 0);
}

/* Titles of references, looked up once each. */
struct known { const char *id, *title; };
struct names { struct known *list; int count, room; };

static const struct fault *title_of(struct act *act, struct names *n, const struct field *f, const char *id, const char **out)
{
	const struct record *to = record_find(act->house, f->ref);
	struct rows rows;

	for (int i = 0; i < n->count; i++)
		if (strcmp(n->list[i].id, id) == 0) {
			*out = n->list[i].title;
			return NULL;
		}
	TRY(record_many(act, to, &id, 1, true, &rows));
	*out = rows.count ? row_title(act->a, rows.row[0]) : to->title;
	if (n->count == n->room) {
		int was = n->room;

		n->room = was ? was * 2 : 64;
		n->list = arena_extend(act->a, n->list, (size_t)was * sizeof *n->list, (size_t)n->room * sizeof *n->list);
	}
	n->list[n->count++] = (struct known){ id, *out };
	return NULL;
}

/* The fields of a version: all of the newest, of older ones only what was otherwise than in the next. */
static const struct fault *add_fields(struct act *act, struct sar *s, struct names *n, const struct row *row,
	const struct row *next, struct sar_version *v)
{
	const struct record *r = row_record(row);

	v->fields = arena_array(act->a, (size_t)r->count, sizeof *v->fields);
	for (int i = 0; i < r->count; i++) {
		const struct field *f = &r->fields[i];
		const char *value = row_show(act->a, row, i);

		if ((f->flags & SECRET) || (r->about && strcmp(f->name, r->about) == 0) ||
			(next ? text_same(row_text(row, i), row_text(next, i)) : !*value))
			continue;
		if (f->type == F_REF && *value)
			TRY(title_of(act, n, f, row_text(row, i), &value));
		v->fields[v->count++] = (struct sar_field){ f->name, f->label, value, (f->flags & THIRD) && *value };
		s->third += (f->flags & THIRD) && *value;
	}
	return NULL;
}

static const struct fault *add_row(struct act *act, struct sar *s, struct names *n, const struct row *row, struct sar_row *out)
{
	struct rows versions;

	TRY(record_history(act, row, &versions));
	out->id = row_id(row);
	out->versions = arena_array(act->a, (size_t)versions.count + 1, sizeof *out->versions);
	for (int i = 0; i < versions.count; i++) {
		struct sar_version *v = &out->versions[out->count];

		*v = (struct sar_version){ .version = row_version(versions.row[i]), .at = row_moment(versions.row[i]),
			.by = row_by(versions.row[i]), .withdrawn = row_withdrawn(versions.row[i]) };
		TRY(add_fields(act, s, n, versions.row[i], i ? versions.row[i - 1] : NULL, v));
		out->count++;
	}
	return NULL;
}

enum { A_TYPE_MOST = 100000 };

/* A record that was joined to the child's is the child's too: its own facts, as they stood. */
static const struct fault *add_joined(struct act *act, const char *pupil, struct rows *rows)
{
	struct row *child, **all;
	struct joined *joined;
	int n;

	TRY(record_get(act, &PUPIL, pupil, &child));
	TRY(pupil_joined(act, child, &joined, &n));
	all = arena_array(act->a, (size_t)(rows->count + n) + 1, sizeof(struct row *));
	memcpy(all, rows->row, (size_t)rows->count * sizeof(struct row *));
	for (int i = 0; i < n; i++)
		all[rows->count + i] = joined[i].row;
	*rows = (struct rows){ all, rows->count + n };
	return NULL;
}

static const struct fault *add_type(struct act *act, struct sar *s, struct names *n, const struct record *r)
{
	struct sar_type *t = &s->types[s->type_count];
	struct rows rows;

	TRY(record_list(act, r, &(struct ask){ .pupil = s->pupil, .with_withdrawn = true, .clear_only = true,
		.limit = A_TYPE_MOST }, &rows));
	if (r->is & IS_PUPIL)
		TRY(add_joined(act, s->pupil, &rows));
	if (!rows.count)
		return NULL;
	*t = (struct sar_type){ .r = r, .rows = arena_array(act->a, (size_t)rows.count, sizeof *t->rows) };
	for (int i = 0; i < rows.count; i++)
		TRY(add_row(act, s, n, rows.row[i], &t->rows[t->count++]));
	s->records += t->count;
	s->type_count++;
	return NULL;
}

/* Own child, relative, subject: no right lifts it. */
static const struct fault *refuse_conflict(struct act *lifted, const struct act *act, const char *pupil)
{
	const struct record *conflict = record_find(act->house, "conflict");
	int account = conflict ? field_find(conflict, "account") : -1, about = conflict ? field_find(conflict, "pupil") : -1;
	int64_t n = 0;

	if (account < 0 || about < 0 || !*act->who->account)
		return NULL;
	TRY(record_count(lifted, conflict, &(struct ask){ .where = { { account, IS, act->who->account }, { about, IS, pupil } } },
		&n));
	return n ? FAULT(act->a, FAULT_NONE, "a conflict stands between this person and the child") : NULL;
}

static const char *types_left_out(struct act *act)
{
	struct buf b = buf_new(act->a);

	for (int i = 0; i < act->house->count; i++) {
		const struct record *r = act->house->records[i];

		if (!about_pupils(r) || r->tier < T4)
			continue;
		buf_add(&b, b.len ? ", " : "");
		buf_add(&b, r->plural);
	}
	return buf_text(&b);
}

static bool may_extract(const struct act *act)
{
	return record_ever(act, &SUBJECT_ACCESS_REQUEST, RIGHT_APPROVE) || record_ever(act, &SUBJECT_ACCESS_REQUEST, RIGHT_EXPORT);
}

const struct fault *sar_make(struct act *act, const char *pupil, struct sar *s)
{
	struct act *lifted = act_lift(act);
	struct names names = { 0 };
	struct row *child, *campus;

	*s = (struct sar){ .pupil = pupil, .made_at = act->moment };
	if (!may_extract(act)) {
		journal_note(act, "denied", "pupil", id_ok(pupil) ? pupil : "", "", "subject access");
		return FAULT(act->a, FAULT_NONE, "this person may not extract");
	}
	TRY(record_get(lifted, &PUPIL, pupil, &child));
	if (!act->who->program && strcmp(row_campus(child), act->campus) != 0)
		return FAULT(act->a, FAULT_NONE, "a child of another campus");
	TRY(refuse_conflict(lifted, act, pupil));
	TRY(record_get(lifted, &CAMPUS, row_campus(child), &campus));
	s->name = row_title(act->a, child);
	s->school = row_text(campus, CAMPUS_NAME);
	s->left_out = types_left_out(act);
	s->types = arena_array(act->a, (size_t)act->house->count, sizeof *s->types);
	for (int i = 0; i < act->house->count; i++)
		if (about_pupils(act->house->records[i]) && act->house->records[i]->tier < T4)
			TRY(add_type(lifted, s, &names, act->house->records[i]));
	journal_note(act, "export", "pupil", pupil, pupil,
		arena_printf(act->a, "subject access: %d records, %d fields to be looked at", s->records, s->third));
	return NULL;
}
