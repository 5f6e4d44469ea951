/* join.c - two records of one child: the rows of one are found under the other, and again under their own. It moves no word and
 * makes no version of them. What else of the two does not agree is the page's to ask (areas/people/same_pages.c). */
#include "record/join.h"

#include <string.h>

#include "base/random.h"
#include "record/engine.h"
#include "record/journal.h"
#include "record/recall.h"
#include "record/search.h"
#include "record/who.h"

enum { JOINED_MOST = 100 };

bool about_pupils(const struct record *r)
{
	int about = r->about ? field_find(r, r->about) : -1;

	return about >= 0 && r->fields[about].type == F_REF && strcmp(r->fields[about].ref, "pupil") == 0;
}

bool has_aliases(const struct record *r)
{
	return (r->is & IS_PUPIL) && field_find(r, "alias_of") >= 0;
}

static const struct record *children(const struct act *act)
{
	const struct record *r = record_find(act->house, "pupil");

	return r && has_aliases(r) ? r : NULL;
}

/* The one text that a statement gives for an id; "" if none. */
static const struct fault *one_text(struct act *act, const char *sql, const char *id, const char **out)
{
	const char *text;
	struct stmt *st;
	bool more;

	*out = "";
	TRY(db_ask(act->db, act->a, sql, &st));
	stmt_text(st, 1, id);
	TRY(stmt_step(st, &more));
	text = more ? stmt_get_text(st, 0) : NULL;
	*out = text ? text : "";
	stmt_done(st);
	return NULL;
}

const struct fault *join_root(struct act *act, const char *pupil, const char **root)
{
	const char *next = pupil;

	*root = pupil;
	for (int i = 0; children(act) && *next && i < JOINED_MOST; i++) {
		*root = next;
		TRY(one_text(act, "SELECT alias_of FROM pupil WHERE id = $1", next, &next));
	}
	return NULL;
}

const struct fault *join_all(struct act *act, const char *root, const char ***ids)
{
	const char **list = arena_array(act->a, JOINED_MOST + 1, sizeof *list);
	int n = 1;

	list[0] = root;
	for (int i = 0; children(act) && i < n; i++) {
		struct stmt *st;
		bool more;

		TRY(db_ask(act->db, act->a, "SELECT id FROM pupil WHERE alias_of = $1 ORDER BY id", &st));
		stmt_text(st, 1, list[i]);
		for (;;) {
			TRY(stmt_step(st, &more));
			if (!more)
				break;
			if (n == JOINED_MOST)
				return FAULT(act->a, FAULT_TOO_LARGE, "more than %d records joined to one child", JOINED_MOST);
			list[n++] = stmt_get_text(st, 0);
		}
		stmt_done(st);
	}
	*ids = list;
	return NULL;
}

/* ---- what is written while two are joined ---- */

static const struct fault *any_joined(struct act *act, bool *any)
{
	if (!act->joins) {
		struct sql s = sql_new(act);
		struct found found = { 0 };

		sql_add(&s, "SELECT 1 FROM pupil WHERE alias_of > '' LIMIT 1");
		if (children(act))
			TRY(sql_found(&s, 1, true, &found));
		act->joins = found.rows ? JOINS_SOME : JOINS_NONE;
	}
	*any = act->joins == JOINS_SOME;
	return NULL;
}

/* The record type that a field points into: by its .ref, or by the name in the field before it ("source" and "source_id"). */
static const struct record *points_into(struct act *act, const struct row *row, int field)
{
	const struct field *f = &row->r->fields[field];
	const struct record *to = NULL;

	if (!row->values[field] || !id_ok(row->values[field]))
		return NULL;
	if (f->type == F_REF)
		to = record_find(act->house, f->ref);
	else if (f->type == F_TEXT && field && row->values[field - 1] && !field_sealed(row->r, field))
		to = record_find(act->house, row->values[field - 1]);
	return to && about_pupils(to) ? to : NULL;
}

const struct fault *join_belongs(struct act *act, const struct row *about, struct row *row)
{
	int child = row->r->about ? field_find(row->r, row->r->about) : -1;
	bool any;

	if (!about_pupils(row->r))
		return NULL;
	TRY(any_joined(act, &any));
	if (any && row->values[child])
		TRY(join_root(act, row->values[child], &row->values[child]));
	if (about && about->joined_from && any)
		row->joined_from = about->joined_from;
	for (int i = 0; any && !row->joined_from && i < record_stored(row->r); i++) {
		const struct record *to = points_into(act, row, i);
		const char *from;

		if (!to)
			continue;
		TRY(one_text(act, arena_printf(act->a, "SELECT joined_from FROM \"%s\" WHERE id = $1", to->name), row->values[i],
			&from));
		row->joined_from = *from ? from : NULL;
	}
	return NULL;
}

/* ---- joining ---- */

static const struct fault *may_join(struct act *act, const struct row *from, const struct row *into)
{
	const struct record *r = row_record(from);

	if (!act->writing || act->known_on)
		return FAULT(act->a, FAULT_BROKEN, "a reading act cannot join");
	if (!has_aliases(r) || row_record(into) != r || strcmp(from->id, into->id) == 0)
		return FAULT(act->a, FAULT_INVALID, "Choose another record to join this one with.");
	if (strcmp(from->campus, into->campus) != 0)
		return FAULT(act->a, FAULT_INVALID, "These are records of two schools: each school keeps its own.");
	if (record_may(act, r, RIGHT_EDIT, from) && record_may(act, r, RIGHT_EDIT, into))
		return NULL;
	journal_note(act, "denied", r->name, from->id, from->id, "join");
	return FAULT(act->a, FAULT_NONE, "this person may not join these");
}

/* The row of the child with its alias set or cleared, whoever may see it: as a version, with the reason. */
static const struct fault *set_alias(struct act *act, const struct record *r, const char *id, const char *into, const char *kind,
	const char *reason)
{
	struct row *was, *now = row_new(act->a, r);

	TRY(row_whole(act, r, id, &was));
	now->withdrawn = was->withdrawn;
	for (int i = 0; i < r->count; i++) {
		now->has[i] = true;
		now->values[i] = was->values[i];
	}
	now->values[field_find(r, "alias_of")] = *into ? into : NULL;
	return row_save(act, was, now, kind, reason);
}

static const struct fault *move(struct act *act, const struct record *r, const char *from, const char *into)
{
	for (int version = 0; version < 2; version++) {
		struct sql s = sql_new(act);

		sql_add(&s, "UPDATE \"%s%s\" SET joined_from = coalesce(joined_from, \"%s\"), \"%s\" = $%d", r->name, version ?
			"_version" : "", r->about, r->about, sql_bind(&s, into));
		sql_add(&s, " WHERE \"%s\" = $%d", r->about, sql_bind(&s, from));
		TRY(sql_run(&s));
	}
	return NULL;
}

const struct fault *pupil_join(struct act *act, struct row *from, struct row *into, const char *reason)
{
	TRY(may_join(act, from, into));
	TRY(set_alias(act, from->r, from->id, into->id, "joined", reason));
	for (int i = 0; i < act->house->count; i++)
		if (about_pupils(act->house->records[i]))
			TRY(move(act, act->house->records[i], from->id, into->id));
	act->joins = JOINS_SOME;
	journal_note(act, "joined", from->r->name, into->id, into->id, from->id);
	return rights_changed(act);
}

/* ---- parting ---- */

static const struct fault *move_back(struct act *act, const struct record *r, const char *root, const char *const *ids)
{
	for (int version = 0; version < 2; version++) {
		struct sql s = sql_new(act);
		int back = sql_bind(&s, ids[0]);

		sql_add(&s, "UPDATE \"%s%s\" SET \"%s\" = $%d, joined_from = CASE WHEN joined_from = $%d THEN NULL ELSE "
			"joined_from END WHERE \"%s\" = $%d AND joined_from IN (", r->name, version ? "_version" : "", r->about,
			back, back, r->about, sql_bind(&s, root));
		for (int i = 0; ids[i]; i++)
			sql_add(&s, i ? ", $%d" : "$%d", i ? sql_bind(&s, ids[i]) : back);
		sql_add(&s, ")");
		TRY(sql_run(&s));
	}
	return NULL;
}

const struct fault *pupil_part(struct act *act, const char *from, const char *reason, int *kept)
{
	const struct record *r = children(act);
	const char *root, **ids, *joined_act;
	struct row *was, *child;
	int undone;

	*kept = 0;
	if (!r || !act->writing || act->known_on)
		return FAULT(act->a, FAULT_BROKEN, "a reading act cannot part");
	TRY(join_root(act, from, &root));
	TRY(record_get(act, r, root, &child));
	TRY(row_whole(act, r, from, &was));
	if (!*row_text(was, field_find(r, "alias_of")) || !record_may(act, r, RIGHT_EDIT, child)) {
		journal_note(act, "denied", r->name, from, root, "part");
		return FAULT(act->a, FAULT_NONE, "not joined, or not this person's to part");
	}
	joined_act = row_act(was);
	TRY(join_all(act, from, &ids));
	TRY(set_alias(act, r, from, "", "parted", reason));
	for (int i = 0; i < act->house->count; i++)
		if (about_pupils(act->house->records[i]))
			TRY(move_back(act, act->house->records[i], root, ids));
	act->joins = 0;
	journal_note(act, "parted", r->name, root, root, from);
	TRY(act_undo(act, joined_act, reason, &undone, kept));
	return rights_changed(act);
}

/* ---- reading ---- */

const struct fault *pupil_find(struct act *act, const char *id, struct row **out)
{
	const struct record *r = record_find(act->house, "pupil");
	struct rows rows = { 0 };
	const char *root = id;

	if (id_ok(id))
		TRY(record_many(act, r, &id, 1, false, &rows));
	if (rows.count) {
		*out = rows.row[0];
		return NULL;
	}
	if (id_ok(id))
		TRY(join_root(act, id, &root));
	return record_get(act, r, root, out);
}

const struct fault *pupils_aliases(struct act *act, struct rows *out)
{
	const struct record *r = children(act);
	struct sql s = sql_new(act);
	bool any = false;
	struct stmt *st;

	*out = (struct rows){ 0 };
	TRY(any_joined(act, &any));
	if (!r || !any || !record_ever(act, r, RIGHT_READ))
		return NULL;
	sql_add(&s, "SELECT ");
	gate_columns(&s, r, "r", false);
	sql_add(&s, " FROM \"%s\" r WHERE r.alias_of IS NOT NULL AND r.withdrawn IS NULL AND r.campus = $%d ORDER BY r.id", r->name,
		sql_bind(&s, act->campus));
	TRY(sql_ask(&s, &st));
	TRY(rows_read(act, r, st, false, out));
	for (int i = 0; i < out->count; i++) {
		int alias = field_find(r, "alias_of");

		TRY(join_root(act, out->row[i]->id, &out->row[i]->values[alias]));
	}
	return NULL;
}

static const struct fault *read_joined(struct act *act, const struct record *r, const char *id, struct joined *out)
{
	struct sql s = sql_new(act), t = sql_new(act);
	struct rows rows;
	struct stmt *st;
	bool more;

	sql_add(&s, "SELECT ");
	gate_columns(&s, r, "r", false);
	sql_add(&s, " FROM \"%s\" r WHERE r.id = $%d", r->name, sql_bind(&s, id));
	TRY(sql_ask(&s, &st));
	TRY(rows_read(act, r, st, false, &rows));
	if (!rows.count)
		return FAULT(act->a, FAULT_BROKEN, "a joined record is missing");
	out->row = rows.row[0];
	sql_add(&t, "SELECT at, by_name, why, act FROM \"%s_version\" WHERE id = $%d", r->name, sql_bind(&t, id));
	sql_add(&t, " AND version = $%d", sql_bind_int(&t, rows.row[0]->version));
	TRY(sql_ask(&t, &st));
	TRY(stmt_step(st, &more));
	if (more) {
		out->at = stmt_get_text(st, 0);
		out->by = stmt_get_text(st, 1);
		out->why = stmt_get_text(st, 2);
		out->act = stmt_get_text(st, 3);
	}
	out->why = out->why ? out->why : "";
	stmt_done(st);
	return NULL;
}

const struct fault *pupil_joined(struct act *act, const struct row *child, struct joined **out, int *count)
{
	const char **ids;
	bool any = false;
	int n = 0;

	*out = NULL;
	*count = 0;
	if (has_aliases(child->r))
		TRY(any_joined(act, &any));
	if (!any)
		return NULL;
	TRY(join_all(act, child->id, &ids));
	while (ids[n + 1])
		n++;
	*out = arena_array(act->a, (size_t)n + 1, sizeof **out);
	for (int i = 0; i < n; i++)
		TRY(read_joined(act, child->r, ids[i + 1], &(*out)[i]));
	for (int i = 1; i < n; i++) {
		struct joined one = (*out)[i];
		int k = i;

		for (; k > 0 && strcmp((*out)[k - 1].at, one.at) > 0; k--)
			(*out)[k] = (*out)[k - 1];
		(*out)[k] = one;
	}
	*count = n;
	return NULL;
}
