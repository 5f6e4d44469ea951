/* verbs.c - get, list, add, change, withdraw: each asks the gate in the same statement that reads, keeps every version, and notes
 * what it did. Nothing here knows a record type by name. */
#include <assert.h>
#include <string.h>

#include "base/random.h"
#include "base/text.h"
#include "record/engine.h"
#include "record/recall.h"
#include "record/journal.h"

static const struct fault *not_there(struct act *act, const struct record *r, const char *id)
{
	journal_note(act, "denied", r->name, id_ok(id) ? id : "", "", "");
	return FAULT(act->a, FAULT_NONE, "no %s of that id for this person", r->name);
}

/* The row itself, if this actor has `right` on it. */
static const struct fault *get_for(struct act *act, const struct record *r, const char *id, enum right right, struct row **out)
{
	struct sql s = sql_new(act);
	struct stmt *st;
	struct rows rows;

	if (!id_ok(id))
		return not_there(act, r, "");
	sql_add(&s, "SELECT ");
	gate_columns_for(&s, r, right, "r", false);
	sql_add(&s, " FROM ");
	gate_table(&s, r);
	sql_add(&s, " r WHERE r.id = $%d AND ", sql_bind(&s, id));
	gate_clause(&s, r, right, "r");
	TRY(sql_ask(&s, &st));
	TRY(rows_read(act, r, st, false, &rows));
	if (!rows.count)
		return not_there(act, r, id);
	*out = rows.row[0];
	return NULL;
}

const struct fault *record_get(struct act *act, const struct record *r, const char *id, struct row **out)
{
	struct rows rows;

	if (!act->soon)
		return get_for(act, r, id, RIGHT_READ, out);
	if (!id_ok(id))
		return not_there(act, r, "");
	TRY(rows_by_id(act, r, &id, 1, false, &rows));
	if (!rows.count)
		return not_there(act, r, id);
	*out = rows.row[0];
	return NULL;
}

static bool of_account(const struct record *r)
{
	const char *ref = r->fields[field_find(r, r->self)].ref;

	return ref && strcmp(ref, "account") == 0;
}

/* A row that does not stand yet, or not like this: the parts of it that the gate goes by. */
struct wish { const char *campus, *id, *pupil, *self, *narrow; };

/* May the actor do this? Asked of the gate as if that row stood there. */
static const struct fault *may_wish(struct act *act, const struct record *r, enum right right, const struct wish *w, bool *may)
{
	const char *column = r->is & IS_PUPIL ? "id" : r->about;
	struct sql s = sql_new(act);
	struct found f;

	*may = act->who->program || gate_surely(act, r, right, w->campus, r->is & IS_PUPIL ? w->id : w->pupil);
	if (*may || !record_ever(act, r, right))
		return NULL;
	sql_add(&s, "SELECT 1 FROM (SELECT $%d AS campus, $%d AS id", sql_bind(&s, w->campus), sql_bind(&s, w->id));
	if (has_aliases(r))
		sql_add(&s, ", NULL AS alias_of");
	if (column && strcmp(column, "id") != 0)
		sql_add(&s, ", $%d AS \"%s\"", sql_bind(&s, w->pupil), column);
	if (r->self && strcmp(r->self, "id") != 0 && (!column || strcmp(r->self, column) != 0))
		sql_add(&s, ", $%d AS \"%s\"", sql_bind(&s, w->self), r->self);
	if (r->narrow)
		sql_add(&s, ", $%d AS \"%s\"", sql_bind(&s, w->narrow), r->narrow);
	if (r->shared)
		sql_add(&s, ", 'now' AS \"%s\"", r->shared);
	sql_add(&s, ") r WHERE ");
	gate_clause(&s, r, right, "r");
	TRY(sql_found_now(&s, 1, r->tier <= T2, &f));
	*may = f.rows > 0;
	return NULL;
}

/* `form` NULL: about a row of one's own, where that is a question. */
static const struct fault *may_about(struct act *act, const struct record *r, enum right right, const struct row *about,
	const struct form *form, bool *may)
{
	int self = r->self && strcmp(r->self, "id") != 0 ? field_find(r, r->self) : -1;
	const char *named = form && self >= 0 ? form->values[self] : NULL;
	struct wish w = { .campus = about ? about->campus : act->campus, .id = r->is & IS_PUPIL && about ? about->id : "",
		.pupil = about ? row_about(about) : "", .self = "" };

	if (self >= 0)
		w.self = named && *named ? named : of_account(r) ? act->who->account : act->who->staff;
	if (form && r->narrow)
		w.narrow = form->values[field_find(r, r->narrow)];
	if (r->about && !*w.pupil && (r->fields[field_find(r, r->about)].flags & REQUIRED) && !act->who->program &&
		record_ever(act, r, right))
		return FAULT(act->a, FAULT_BROKEN, "%s: which pupil it is about was not said", r->name);
	return may_wish(act, r, right, &w, may);
}

bool record_may(struct act *act, const struct record *r, enum right right, const struct row *about)
{
	bool may = false;

	if (!record_ever(act, r, right))
		return false;
	if (r->about && !about)
		return true;
	return !may_about(act, r, right, about, NULL, &may) && may;
}

/* ---- writing ---- */

static const struct fault *bind_field(struct act *act, struct sql *s, struct row *row, int i)
{
	const struct field *f = &row->r->fields[i];
	const char *v = row->values[i];
	const void *blob;
	size_t size;

	if (!v || !*v) {
		sql_bind(s, NULL);
	} else if (field_sealed(row->r, i)) {
		TRY(keys_seal(act, row, i, v, &blob, &size));
		sql_bind_bytes(s, blob, size);
	} else if (f->type == F_NUMBER || f->type == F_PENCE || f->type == F_YESNO) {
		sql_bind_int(s, row_int(row, i));
	} else {
		sql_bind(s, v);
	}
	if (f->flags & FOLDED)
		sql_bind(s, v && *v ? text_fold(act->a, v) : NULL);
	return NULL;
}

static void name_columns(struct sql *s, const struct record *r)
{
	for (int i = 0; i < record_stored(r); i++)
		sql_add(s, r->fields[i].flags & FOLDED ? ", \"%s\", \"%s_fold\"" : ", \"%s\"", r->fields[i].name,
			r->fields[i].name);
}

/* INSERT into the table, or into its versions with who and when. */
static const struct fault *insert(struct act *act, struct row *row, bool version, const char *why)
{
	const struct record *r = row->r;
	struct sql s = sql_new(act);

	facts_note(act);
	sql_add(&s, "INSERT INTO \"%s%s\" (id, campus, version, act, withdrawn%s%s%s", r->name, version ? "_version" : "",
		about_pupils(r) ? ", joined_from" : "", r->tier >= T3 ? ", tier" : "", version ? ", at, by_account, by_name, why" :
		"");
	name_columns(&s, r);
	sql_add(&s, ") VALUES (");
	sql_bind(&s, row->id);
	sql_bind(&s, row->campus);
	sql_bind_int(&s, row->version);
	sql_bind(&s, act->id);
	sql_bind(&s, *row->withdrawn ? row->withdrawn : NULL);
	if (about_pupils(r))
		sql_bind(&s, row->joined_from);
	if (r->tier >= T3)
		sql_bind_int(&s, r->tier);
	if (version) {
		sql_bind(&s, act->moment);
		sql_bind(&s, act->who->account);
		sql_bind(&s, act->who->name);
		sql_bind(&s, why);
	}
	for (int i = 0; i < record_stored(r); i++)
		TRY(bind_field(act, &s, row, i));
	for (int i = 1; i <= s.count; i++)
		sql_add(&s, i == 1 ? "$%d" : ", $%d", i);
	sql_add(&s, ")");
	return sql_run(&s);
}

static const struct fault *update(struct act *act, struct row *row)
{
	const struct record *r = row->r;
	struct sql s = sql_new(act);
	struct stmt *st;
	int64_t changed;

	facts_note(act);
	sql_add(&s, "UPDATE \"%s\" SET version = $%d", r->name, sql_bind_int(&s, row->version));
	sql_add(&s, ", act = $%d", sql_bind(&s, act->id));
	sql_add(&s, ", withdrawn = $%d", sql_bind(&s, *row->withdrawn ? row->withdrawn : NULL));
	for (int i = 0; i < record_stored(r); i++) {
		int before = s.count;

		TRY(bind_field(act, &s, row, i));
		sql_add(&s, ", \"%s\" = $%d", r->fields[i].name, before + 1);
		if (s.count > before + 1)
			sql_add(&s, ", \"%s_fold\" = $%d", r->fields[i].name, before + 2);
	}
	sql_add(&s, " WHERE id = $%d", sql_bind(&s, row->id));
	sql_add(&s, " AND version = $%d", sql_bind_int(&s, row->version - 1));
	TRY(sql_ask(&s, &st));
	TRY(stmt_run(st));
	changed = stmt_changes(st);
	stmt_done(st);
	if (changed != 1)
		return FAULT(act->a, FAULT_STALE, "%s: somebody saved in between", r->name);
	return NULL;
}

static const struct fault *must_write(struct act *act, const struct record *r)
{
	if (!act->writing || act->known_on)
		return FAULT(act->a, FAULT_BROKEN, "%s: a reading act cannot write", r->name);
	return NULL;
}

/* Checked and hooked. With messages, the form holds again what was typed: nobody sees "6840" where "68.40" was written. */
static const struct fault *check_whole(struct act *act, struct form *form, struct row *was)
{
	const struct record *r = form->r;
	size_t size = (size_t)r->count * sizeof *form->values;
	const char **typed = memcpy(arena_alloc(act->a, size), form->values, size);

	TRY(form_check(act, form, was));
	if (r->hooks && r->hooks->before_check)
		TRY(r->hooks->before_check(act, form, was));
	if (!form->error_count)
		return NULL;
	memcpy(form->values, typed, size);
	return FAULT(act->a, FAULT_INVALID, "%s: %s", r->title, form->errors[0].text);
}

static struct row *row_from_form(struct act *act, const struct record *r, const struct row *about, struct form *form)
{
	struct row *row = row_new(act->a, r);
	int about_field = r->about ? field_find(r, r->about) : -1;

	row->id = random_id(act->a);
	row->campus = strcmp(r->name, "campus") == 0 ? row->id : about && *about->campus ? about->campus : act->campus;
	row->version = 1;
	row->whole = true;
	for (int i = 0; i < r->count; i++) {
		row->values[i] = form->values[i] && *form->values[i] ? form->values[i] : NULL;
		row->has[i] = true;
	}
	if (about_field >= 0 && about)
		row->values[about_field] = row_about(about);
	shape_pack(row);
	return row;
}

const struct fault *record_add(struct act *act, const struct record *r, const struct row *about, struct form *form, const char **id)
{
	struct row *row;

	TRY(record_put(act, r, about, form, &row));
	*id = row->id;
	return NULL;
}

const struct fault *record_put(struct act *act, const struct record *r, const struct row *about, struct form *form,
	struct row **out)
{
	int about_field = r->about ? field_find(r, r->about) : -1;
	struct row *row;
	bool may;

	TRY(must_write(act, r));
	TRY(may_about(act, r, RIGHT_ADD, about, form, &may));
	if (!may) {
		journal_note(act, "denied", r->name, "", about ? row_about(about) : "", "add");
		return FAULT(act->a, FAULT_NONE, "this person may not add a %s here", r->name);
	}
	if (about_field >= 0 && about)
		form->values[about_field] = row_about(about);
	TRY(check_whole(act, form, NULL));
	row = row_from_form(act, r, about, form);
	TRY(join_belongs(act, about, row));
	TRY(insert(act, row, false, NULL));
	TRY(insert(act, row, true, "added"));
	TRY(index_row(act, row));
	journal_note(act, "added", r->name, row->id, row_about(row), "");
	*out = row;
	return r->hooks && r->hooks->after_add ? r->hooks->after_add(act, row) : NULL;
}

static bool apply(struct row *now, const struct row *was, const struct form *form)
{
	bool any = false;

	for (int i = 0; i < now->r->count; i++) {
		now->has[i] = true;
		now->values[i] = form && i < form->r->count && form->values[i] ? form->values[i] : row_text(was, i);
		any = any || !text_same(now->values[i], row_text(was, i));
	}
	shape_pack(now);
	return any;
}

static const char *changed_names(struct act *act, const struct row *was, const struct row *now)
{
	struct buf b = buf_new(act->a);

	for (int i = 0; i < now->r->count; i++) {
		if (text_same(row_text(was, i), row_text(now, i)))
			continue;
		buf_add(&b, b.len ? " " : "");
		buf_add(&b, now->r->fields[i].name);
	}
	return buf_text(&b);
}

const struct fault *row_save(struct act *act, struct row *was, struct row *now, const char *kind, const char *why)
{
	now->id = was->id;
	now->campus = was->campus;
	now->joined_from = was->joined_from;
	now->version = was->version + 1;
	now->whole = true;
	TRY(update(act, now));
	TRY(insert(act, now, true, why));
	TRY(index_row(act, now));
	journal_note(act, kind, now->r->name, now->id, row_about(now), changed_names(act, was, now));
	return NULL;
}

/* What a person's form may change: never whom the row is about, and only fields that their right shows them (R5). What else was
 * sent is left as it is, and noted. `seen` is the row as that right shows it. */
static void leave_the_rest(struct act *act, struct form *form, const struct row *seen)
{
	const struct record *r = form->r;
	int about = r->about ? field_find(r, r->about) : -1;

	for (int i = 0; i < r->count && !act->who->program; i++) {
		bool other = form->values[i] && !text_same(form->values[i], row_text(seen, i));

		if (i != about && (seen->has[i] || (r->fields[i].flags & SECRET)))
			continue;
		if (other)
			journal_note(act, "denied", r->name, seen->id, row_about(seen), r->fields[i].name);
		form->values[i] = NULL;
	}
}

/* A row that is one's own may not become another's by the change that one's own right allows. */
static const struct fault *still_may(struct act *act, const struct row *was, const struct row *now, enum right right)
{
	const struct record *r = was->r;
	int self = r->self && strcmp(r->self, "id") != 0 ? field_find(r, r->self) : -1;
	struct wish w = { .campus = was->campus, .id = was->id, .pupil = row_about(now), .self = self >= 0 ? row_text(now, self) :
		"" };
	bool may = true;

	if (self >= 0 && !text_same(row_text(was, self), w.self))
		TRY(may_wish(act, r, right, &w, &may));
	return may ? NULL : not_there(act, r, was->id);
}

static const struct fault *change_with(struct act *act, struct row *row, struct form *form, enum right right, const char *kind)
{
	const struct record *r = form->r; /* a form of the plain table changes a row that wears another, and leaves what it wears alone */
	struct row *was, *now, *seen;

	assert(r == row->r || r == row->r->base || r->base == row->r);
	TRY(must_write(act, r));
	TRY(get_for(act, r, row->id, right, &seen));
	if (r->is & APPEND_ONLY)
		return FAULT(act->a, FAULT_DENIED, "a %s is added to, never changed", r->title);
	TRY(row_whole(act, r, row->id, &was));
	if (form->version && form->version != was->version)
		return FAULT(act->a, FAULT_STALE, "%s: somebody saved in between", r->name);
	leave_the_rest(act, form, seen);
	TRY(check_whole(act, form, was));
	now = row_new(act->a, r);
	now->withdrawn = was->withdrawn;
	if (!apply(now, was, form))
		return NULL;
	TRY(still_may(act, was, now, right));
	TRY(row_save(act, was, now, kind, kind));
	return r->hooks && r->hooks->after_change ? r->hooks->after_change(act, was, now) : NULL;
}

const struct fault *record_change(struct act *act, struct row *row, struct form *form)
{
	return change_with(act, row, form, RIGHT_EDIT, "changed");
}

const struct fault *record_approve(struct act *act, struct row *row, struct form *form)
{
	return change_with(act, row, form, RIGHT_APPROVE, "approved");
}

static const struct fault *set_withdrawn(struct act *act, struct row *row, const char *when, const char *kind, const char *reason)
{
	struct row *was, *now, *seen;

	TRY(must_write(act, row->r));
	TRY(get_for(act, row->r, row->id, RIGHT_EDIT, &seen));
	TRY(row_whole(act, row->r, row->id, &was));
	if (row_withdrawn(was) == (*when != 0))
		return NULL;
	now = row_new(act->a, row->r);
	apply(now, was, NULL);
	now->withdrawn = when;
	TRY(row_save(act, was, now, kind, reason));
	return row->r->hooks && row->r->hooks->after_change ? row->r->hooks->after_change(act, was, now) : NULL;
}

const struct fault *record_withdraw(struct act *act, struct row *row, const char *reason)
{
	return set_withdrawn(act, row, act->moment, "withdrawn", reason);
}

const struct fault *record_restore(struct act *act, struct row *row, const char *reason)
{
	return set_withdrawn(act, row, "", "restored", reason);
}

/* Versions newest first. Who may read the row now may read how it was, with the same fields withheld; of a record that was joined
 * to a child's, who may read that child's. */
const struct fault *record_history(struct act *act, const struct row *row, struct rows *out)
{
	const struct record *r = row->r;
	struct sql s = sql_new(act), t = sql_new(act);
	const char *id = row->id;
	struct row *now;
	struct stmt *st;
	bool more;

	if (has_aliases(r) && *row_text(row, field_find(r, "alias_of")))
		TRY(join_root(act, row->id, &id));
	TRY(get_for(act, r, id, RIGHT_READ, &now));
	sql_add(&s, "SELECT ");
	gate_columns(&s, r, "r", false);
	sql_add(&s, " FROM \"%s_version\" r WHERE r.id = $%d ORDER BY r.version DESC LIMIT 500", r->name, sql_bind(&s, row->id));
	TRY(sql_ask(&s, &st));
	TRY(rows_read(act, r, st, false, out));
	sql_add(&t, "SELECT at, by_name, by_account FROM \"%s_version\" WHERE id = $%d ORDER BY version DESC LIMIT 500", r->name,
		sql_bind(&t, row->id));
	TRY(sql_ask(&t, &st));
	for (int i = 0; i < out->count; i++) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		out->row[i]->moment = stmt_get_text(st, 0);
		out->row[i]->by = stmt_get_text(st, 1);
		out->row[i]->by_account = stmt_get_text(st, 2);
	}
	stmt_done(st);
	return NULL;
}
