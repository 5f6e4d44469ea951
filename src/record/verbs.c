/* verbs.c - get, list, add, change, withdraw: each asks the gate in the same statement that reads, keeps every version, and notes
 * what it did. Nothing here knows a record type by name. */
#include <string.h>

#include "base/random.h"
#include "base/text.h"
#include "record/engine.h"
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
	gate_columns(&s, r, "r", false);
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
	return get_for(act, r, id, RIGHT_READ, out);
}

static const char *column_of(struct act *act, const struct record *r, int field)
{
	return arena_printf(act->a, "r.\"%s%s\"", r->fields[field].name, r->fields[field].flags & FOLDED ? "_fold" : "");
}

static void where_any(struct sql *s, const char *column, const char *list)
{
	const char *p = list;
	bool first = true;

	sql_add(s, " AND %s IN (", column);
	while (*p) {
		size_t n = strcspn(p, " ");

		if (n) {
			sql_add(s, first ? "$%d" : ", $%d", sql_bind(s, arena_text_n(s->act->a, p, n)));
			first = false;
		}
		p += n + (p[n] == ' ');
	}
	sql_add(s, first ? "NULL)" : ")");
}

static const struct fault *where_one(struct sql *s, const struct record *r, int field, enum ask_op op, const char *value)
{
	const char *column = arena_printf(s->act->a, "r.\"%s\"", r->fields[field].name);
	bool number = r->fields[field].type == F_NUMBER || r->fields[field].type == F_PENCE || r->fields[field].type == F_YESNO;
	int64_t n = 0;
	int at;

	if (field_sealed(r, field) && op != EMPTY && op != FILLED)
		return FAULT(s->act->a, FAULT_BROKEN, "%s.%s is sealed: it cannot be filtered on", r->name, r->fields[field].name);
	if (op == EMPTY || op == FILLED) {
		sql_add(s, " AND %s IS %sNULL", column, op == FILLED ? "NOT " : "");
		return NULL;
	}
	if (op == ANY_OF) {
		where_any(s, column, value);
		return NULL;
	}
	if (number && !text_to_int(value, &n))
		return FAULT(s->act->a, FAULT_INVALID, "%s.%s: not a number", r->name, r->fields[field].name);
	at = number ? sql_bind_int(s, n) : sql_bind(s, value);
	switch (op) {
	case IS: sql_add(s, " AND %s = $%d", column, at); break;
	case IS_NOT: sql_add(s, " AND (%s IS NULL OR %s <> $%d)", column, column, at); break;
	case BEFORE: sql_add(s, " AND %s < $%d", column, at); break;
	default: sql_add(s, " AND %s >= $%d", column, at);
	}
	return NULL;
}

const struct fault *ask_where(struct sql *s, const struct record *r, const struct ask *ask)
{
	const struct ask none = { 0 };

	ask = ask ? ask : &none;
	gate_clause(s, r, RIGHT_READ, "r");
	if (!ask->with_withdrawn)
		sql_add(s, " AND r.withdrawn IS NULL");
	for (size_t i = 0; i < sizeof ask->where / sizeof *ask->where && ask->where[i].op; i++)
		TRY(where_one(s, r, ask->where[i].field, ask->where[i].op, ask->where[i].value));
	if (ask->campus)
		sql_add(s, " AND r.campus = $%d", sql_bind(s, ask->campus));
	if (ask->pupil)
		sql_add(s, " AND r.\"%s\" = $%d", r->is & IS_PUPIL ? "id" : r->about, sql_bind(s, ask->pupil));
	if (ask->as_at) {
		int n = sql_bind(s, ask->as_at);

		if (r->from)
			sql_add(s, " AND (r.\"%s\" IS NULL OR r.\"%s\" <= $%d)", r->from, r->from, n);
		if (r->until)
			sql_add(s, " AND (r.\"%s\" IS NULL OR r.\"%s\" >= $%d)", r->until, r->until, n);
	}
	return NULL;
}

/* "name_fold" is "name": the field is sorted by its folded column in any case. */
static int order_field(struct act *act, const struct record *r, const char *name)
{
	size_t n = strlen(name);
	int field = field_find(r, name);

	if (field < 0 && n > 5 && strcmp(name + n - 5, "_fold") == 0)
		field = field_find(r, arena_text_n(act->a, name, n - 5));
	return field;
}

const struct fault *ask_order(struct sql *s, const struct record *r, const char *order)
{
	const char *p = order ? order : r->order ? r->order : "";

	sql_add(s, " ORDER BY ");
	while (*p) {
		size_t n = strcspn(p, " ");
		bool down = *p == '-';
		const char *name = arena_text_n(s->act->a, p + down, n - down);
		int field = order_field(s->act, r, name);

		if (n && (field < 0 || field_sealed(r, field)))
			return FAULT(s->act->a, FAULT_INVALID, "%s cannot be sorted by %s", r->plural, name);
		if (n)
			sql_add(s, "%s%s, ", column_of(s->act, r, field), down ? " DESC NULLS LAST" : " NULLS FIRST");
		p += n + (p[n] == ' ');
	}
	sql_add(s, "r.id");
	return NULL;
}

const struct fault *record_list(struct act *act, const struct record *r, const struct ask *ask, struct rows *out)
{
	struct sql s = sql_new(act);
	bool clear_only = ask && ask->clear_only;
	struct stmt *st;

	*out = (struct rows){ 0 };
	if (!record_ever(act, r, RIGHT_READ))
		return NULL;
	sql_add(&s, "SELECT ");
	gate_columns(&s, r, "r", clear_only);
	sql_add(&s, " FROM ");
	gate_table(&s, r);
	sql_add(&s, " r WHERE ");
	TRY(ask_where(&s, r, ask));
	TRY(ask_order(&s, r, ask ? ask->order : NULL));
	sql_add(&s, " LIMIT $%d", sql_bind_int(&s, ask && ask->limit ? ask->limit : 500));
	sql_add(&s, " OFFSET $%d", sql_bind_int(&s, ask ? ask->offset : 0));
	TRY(sql_ask(&s, &st));
	return rows_read(act, r, st, clear_only, out);
}

const struct fault *record_count(struct act *act, const struct record *r, const struct ask *ask, int64_t *out)
{
	struct sql s = sql_new(act);
	struct stmt *st;
	bool more;

	*out = 0;
	if (!record_ever(act, r, RIGHT_READ))
		return NULL;
	sql_add(&s, "SELECT count(*) FROM ");
	gate_table(&s, r);
	sql_add(&s, " r WHERE ");
	TRY(ask_where(&s, r, ask));
	TRY(sql_ask(&s, &st));
	TRY(stmt_step(st, &more));
	*out = stmt_get_int(st, 0);
	stmt_done(st);
	return NULL;
}

/* May the actor do this about that pupil? Asked of the gate as if a row about them stood there. */
static const struct fault *may_about(struct act *act, const struct record *r, enum right right, const struct row *about, bool *may)
{
	struct sql s = sql_new(act);
	const char *pupil = about ? row_about(about) : "";
	const char *column = r->is & IS_PUPIL ? "id" : r->about;
	struct stmt *st;

	*may = act->who->program;
	if (*may || !record_ever(act, r, right))
		return NULL;
	if (r->about && !*pupil)
		return FAULT(act->a, FAULT_BROKEN, "%s: which pupil it is about was not said", r->name);
	sql_add(&s, "SELECT 1 FROM (SELECT $%d AS campus, $%d AS id", sql_bind(&s, about ? about->campus : act->campus),
		sql_bind(&s, r->is & IS_PUPIL && about ? about->id : ""));
	if (column && strcmp(column, "id") != 0)
		sql_add(&s, ", $%d AS \"%s\"", sql_bind(&s, pupil), column);
	if (r->self && strcmp(r->self, "id") != 0 && (!column || strcmp(r->self, column) != 0))
		sql_add(&s, ", $%d AS \"%s\"", sql_bind(&s, strcmp(r->fields[field_find(r, r->self)].ref, "account") == 0 ? act->who->account :
			act->who->staff), r->self);
	sql_add(&s, ") r WHERE ");
	gate_clause(&s, r, right, "r");
	TRY(sql_ask(&s, &st));
	TRY(stmt_step(st, may));
	stmt_done(st);
	return NULL;
}

bool record_may(struct act *act, const struct record *r, enum right right, const struct row *about)
{
	bool may = false;

	if (!record_ever(act, r, right))
		return false;
	if (r->about && !about)
		return true;
	return !may_about(act, r, right, about, &may) && may;
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
	for (int i = 0; i < r->count; i++)
		sql_add(s, r->fields[i].flags & FOLDED ? ", \"%s\", \"%s_fold\"" : ", \"%s\"", r->fields[i].name, r->fields[i].name);
}

/* INSERT into the table, or into its versions with who and when. */
static const struct fault *insert(struct act *act, struct row *row, bool version, const char *why)
{
	const struct record *r = row->r;
	struct sql s = sql_new(act);

	sql_add(&s, "INSERT INTO \"%s%s\" (id, campus, version, act, withdrawn%s%s", r->name, version ? "_version" : "",
		r->tier >= T3 ? ", tier" : "", version ? ", at, by_account, by_name, why" : "");
	name_columns(&s, r);
	sql_add(&s, ") VALUES (");
	sql_bind(&s, row->id);
	sql_bind(&s, row->campus);
	sql_bind_int(&s, row->version);
	sql_bind(&s, act->id);
	sql_bind(&s, *row->withdrawn ? row->withdrawn : NULL);
	if (r->tier >= T3)
		sql_bind_int(&s, r->tier);
	if (version) {
		sql_bind(&s, act->moment);
		sql_bind(&s, act->who->account);
		sql_bind(&s, act->who->name);
		sql_bind(&s, why);
	}
	for (int i = 0; i < r->count; i++)
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

	sql_add(&s, "UPDATE \"%s\" SET version = $%d", r->name, sql_bind_int(&s, row->version));
	sql_add(&s, ", act = $%d", sql_bind(&s, act->id));
	sql_add(&s, ", withdrawn = $%d", sql_bind(&s, *row->withdrawn ? row->withdrawn : NULL));
	for (int i = 0; i < r->count; i++) {
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
	return row;
}

const struct fault *record_add(struct act *act, const struct record *r, const struct row *about, struct form *form, const char **id)
{
	struct row *row;

	TRY(record_put(act, r, about, form, &row));
	*id = row->id;
	return NULL;
}

const struct fault *record_put(struct act *act, const struct record *r, const struct row *about, struct form *form, struct row **out)
{
	int about_field = r->about ? field_find(r, r->about) : -1;
	struct row *row;
	bool may;

	TRY(must_write(act, r));
	TRY(may_about(act, r, RIGHT_ADD, about, &may));
	if (!may) {
		journal_note(act, "denied", r->name, "", about ? row_about(about) : "", "add");
		return FAULT(act->a, FAULT_NONE, "this person may not add a %s here", r->name);
	}
	if (about_field >= 0 && about)
		form->values[about_field] = row_about(about);
	TRY(check_whole(act, form, NULL));
	row = row_from_form(act, r, about, form);
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
		now->values[i] = form && form->values[i] ? form->values[i] : row_text(was, i);
		any = any || !text_same(now->values[i], row_text(was, i));
	}
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

static const struct fault *save(struct act *act, struct row *was, struct row *now, const char *kind, const char *why)
{
	now->id = was->id;
	now->campus = was->campus;
	now->version = was->version + 1;
	now->whole = true;
	TRY(update(act, now));
	TRY(insert(act, now, true, why));
	TRY(index_row(act, now));
	journal_note(act, kind, now->r->name, now->id, row_about(now), changed_names(act, was, now));
	return NULL;
}

static const struct fault *change_with(struct act *act, struct row *row, struct form *form, enum right right, const char *kind)
{
	const struct record *r = row->r;
	struct row *was, *now, *seen;

	TRY(must_write(act, r));
	if (r->is & APPEND_ONLY)
		return FAULT(act->a, FAULT_DENIED, "a %s is added to, never changed", r->title);
	TRY(get_for(act, r, row->id, right, &seen));
	TRY(row_whole(act, r, row->id, &was));
	if (form->version && form->version != was->version)
		return FAULT(act->a, FAULT_STALE, "%s: somebody saved in between", r->name);
	TRY(check_whole(act, form, was));
	now = row_new(act->a, r);
	now->withdrawn = was->withdrawn;
	if (!apply(now, was, form))
		return NULL;
	TRY(save(act, was, now, kind, kind));
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
	TRY(save(act, was, now, kind, reason));
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

/* Versions newest first. Who may read the row now may read how it was, with the same fields withheld. */
const struct fault *record_history(struct act *act, const struct row *row, struct rows *out)
{
	const struct record *r = row->r;
	struct sql s = sql_new(act), t = sql_new(act);
	struct row *now;
	struct stmt *st;
	bool more;

	TRY(get_for(act, r, row->id, RIGHT_READ, &now));
	sql_add(&s, "SELECT ");
	gate_columns(&s, r, "r", false);
	sql_add(&s, " FROM \"%s_version\" r WHERE r.id = $%d ORDER BY r.version DESC LIMIT 500", r->name, sql_bind(&s, row->id));
	TRY(sql_ask(&s, &st));
	TRY(rows_read(act, r, st, false, out));
	sql_add(&t, "SELECT at, by_name FROM \"%s_version\" WHERE id = $%d ORDER BY version DESC LIMIT 500", r->name, sql_bind(&t, row->id));
	TRY(sql_ask(&t, &st));
	for (int i = 0; i < out->count; i++) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		out->row[i]->moment = stmt_get_text(st, 0);
		out->row[i]->by = stmt_get_text(st, 1);
	}
	stmt_done(st);
	return NULL;
}
