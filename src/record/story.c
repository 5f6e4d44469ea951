/* story.c - a child's records across types: one UNION over the tables, each branch with its own gate, then only what is shown is
 * fetched and unsealed. Not here: how a line looks on a page. */
#include "record/story.h"

#include <string.h>

#include "record/across.h"

static const char *about_of(const struct record *r)
{
	return r->is & IS_PUPIL ? "id" : r->about;
}

static bool tells(const struct act *act, const struct record *r, const struct record *only)
{
	return r->about && r->when && r->line && (!only || r == only) && record_ever(act, r, RIGHT_READ);
}

/* ---- the timeline ---- */

static void story_branch(struct sql *s, const struct record *r, const char *pupil, const char *until, bool first)
{
	int line = field_find(r, r->line), when = field_find(r, r->when);

	sql_add(s, "%sSELECT '%s' AS kind, r.id AS id, ", first ? "" : " UNION ALL ", r->name);
	gate_column(s, r, when, "r");
	sql_add(s, " AS at, ");
	if (field_sealed(r, line))
		sql_add(s, "NULL");
	else
		gate_column(s, r, line, "r");
	sql_add(s, " AS line FROM ");
	gate_table(s, r);
	sql_add(s, " r WHERE r.\"%s\" = $%d AND r.withdrawn IS NULL AND r.\"%s\" IS NOT NULL AND ", r->about,
		sql_bind_same(s, pupil), r->when);
	if (until)
		sql_add(s, "r.\"%s\" <= $%d AND ", r->when, sql_bind_same(s, until));
	gate_clause(s, r, RIGHT_READ, "r");
}

static const char *shown(const struct record *r, int field, const char *text)
{
	const struct field *f = &r->fields[field];

	return !text ? "" : f->type == F_CHOICE ? choice_label(f->choices, text) : text;
}

static void story_rows(struct act *act, const struct found *f, int limit, struct events *out)
{
	out->list = arena_array(act->a, (size_t)limit, sizeof *out->list);
	for (int i = 0; i < f->rows && out->count < limit; i++) {
		const char *const *cell = f->cells + i * f->columns;
		const struct record *r = record_find(act->house, cell[0]);

		if (cell[2])
			out->list[out->count++] = (struct event){ r, cell[1], cell[2], shown(r, field_find(r, r->line), cell[3]) };
	}
}

static bool tells_sealed(const struct act *act, const struct record *r, const struct record *only, const struct events *events)
{
	if (!tells(act, r, only) || !field_sealed(r, field_find(r, r->line)))
		return false;
	for (int i = 0; i < events->count; i++)
		if (events->list[i].record == r)
			return true;
	return false;
}

static void sealed_branch(struct across *x, int branch, const struct record *r, const struct events *events)
{
	struct sql *s = across_begin(x, branch);
	int n = 0;

	sql_add(s, " FROM ");
	gate_table(s, r);
	sql_add(s, " r WHERE r.id IN (");
	for (int i = 0; i < events->count; i++)
		if (events->list[i].record == r)
			sql_add(s, n++ ? ", $%d" : "$%d", sql_bind(s, events->list[i].id));
	for (int i = n; i < across_room(n); i++)
		sql_add(s, ", $%d", sql_bind(s, NULL));
	sql_add(s, ") AND ");
	gate_clause(s, r, RIGHT_READ, "r");
	across_end(x);
}

static void put_lines(struct act *act, const struct rows *rows, struct events *events)
{
	for (int k = 0; k < rows->count; k++) {
		const struct record *r = row_record(rows->row[k]);

		for (int i = 0; i < events->count; i++)
			if (events->list[i].record == r && strcmp(events->list[i].id, row_id(rows->row[k])) == 0)
				events->list[i].line = row_show(act->a, rows->row[k], field_find(r, r->line));
	}
}

/* The rows whose lines are sealed, of all types at once, put where they belong. */
static const struct fault *unseal_lines(struct act *act, const struct record *only, struct events *events)
{
	const struct house *h = act->house;
	struct across *x = across_new(act, h->count);
	struct rows *rows;
	int n = 0;

	for (int i = 0; i < h->count; i++)
		if (tells_sealed(act, h->records[i], only, events))
			across_type(x, h->records[i], NULL, false);
	for (int i = 0; i < h->count; i++)
		if (tells_sealed(act, h->records[i], only, events))
			sealed_branch(x, n++, h->records[i], events);
	TRY(across_rows(x, &rows));
	for (int i = 0; i < n; i++)
		put_lines(act, &rows[i], events);
	return NULL;
}

const struct fault *record_story(struct act *act, const char *pupil, const struct record *only, day until, int limit, int offset,
	struct events *out)
{
	struct sql s = sql_new(act);
	struct found f;
	bool any = false, again = true;
	/* after any hour of that day */
	const char *last = until == DAY_NONE ? NULL : arena_printf(act->a, "%sT~", day_iso(act->a, until));

	*out = (struct events){ 0 };
	limit = limit > 0 && limit <= 60 ? limit : 50;
	for (int i = 0; i < act->house->count; i++)
		if (tells(act, act->house->records[i], only)) {
			story_branch(&s, act->house->records[i], pupil, last, !any);
			any = true;
			again = again && act->house->records[i]->tier <= T2;
		}
	if (!any)
		return NULL;
	sql_add(&s, " ORDER BY 3 DESC, 1, 2 LIMIT $%d", sql_bind_int(&s, limit));
	sql_add(&s, " OFFSET $%d", sql_bind_int(&s, offset));
	TRY(sql_found(&s, 4, again, &f));
	story_rows(act, &f, limit, out);
	return unseal_lines(act, only, out);
}

/* ---- who changed what ---- */

static void changes_branch(struct sql *s, const struct record *r, const char *pupil, bool first)
{
	sql_add(s, "%sSELECT '%s' AS kind, v.id AS id, v.version AS version, v.at AS at, v.by_name AS by_name, v.why AS why FROM "
		"\"%s_version\" v JOIN \"%s\" r ON r.id = v.id WHERE r.\"%s\" = $%d AND ", first ? "" : " UNION ALL ", r->name,
		r->name, r->name, about_of(r), sql_bind(s, pupil));
	gate_clause(s, r, RIGHT_READ, "r");
}

static const char *text_or_empty(struct stmt *st, int column)
{
	const char *t = stmt_get_text(st, column);

	return t ? t : "";
}

static bool has_changes(const struct changes *c, const struct record *r)
{
	for (int i = 0; i < c->count; i++)
		if (c->list[i].record == r)
			return true;
	return false;
}

/* The versions of one type that are shown, and those before them. */
static void versions_branch(struct across *x, int branch, const struct record *r, const struct changes *c)
{
	struct sql *s = across_begin(x, branch);
	int n = 0;

	sql_add(s, " FROM \"%s_version\" r WHERE (", r->name);
	for (int i = 0; i < c->count; i++)
		if (c->list[i].record == r) {
			sql_add(s, "%s(r.id = $%d AND ", n++ ? " OR " : "", sql_bind(s, c->list[i].id));
			sql_add(s, "r.version IN ($%d, ", sql_bind_int(s, c->list[i].version - 1));
			sql_add(s, "$%d))", sql_bind_int(s, c->list[i].version));
		}
	for (int i = n; i < across_room(n); i++)
		sql_add(s, " OR (r.id = $%d)", sql_bind(s, NULL));
	sql_add(s, ") AND ");
	gate_clause(s, r, RIGHT_READ, "r");
	across_end(x);
}

static void put_versions(const struct rows *rows, struct changes *c)
{
	for (int i = 0; i < c->count; i++)
		for (int k = 0; k < rows->count; k++) {
			const struct row *row = rows->row[k];

			if (c->list[i].record != row_record(row) || strcmp(c->list[i].id, row_id(row)) != 0)
				continue;
			if (row_version(row) == c->list[i].version && row_by_withheld(row))
				c->list[i].by = "Staff";
			if (row_version(row) == c->list[i].version)
				c->list[i].now = row;
			else if (row_version(row) == c->list[i].version - 1)
				c->list[i].was = row;
		}
}

static const struct fault *fetch_versions(struct act *act, struct changes *c)
{
	const struct house *h = act->house;
	struct across *x = across_new(act, h->count);
	struct rows *rows;
	int n = 0;

	for (int i = 0; i < h->count; i++)
		if (has_changes(c, h->records[i]))
			across_type(x, h->records[i], NULL, false);
	for (int i = 0; i < h->count; i++)
		if (has_changes(c, h->records[i]))
			versions_branch(x, n++, h->records[i], c);
	TRY(across_rows(x, &rows));
	for (int i = 0; i < n; i++)
		put_versions(&rows[i], c);
	return NULL;
}

static bool is_about(const struct act *act, const struct record *r)
{
	return about_of(r) && record_ever(act, r, RIGHT_READ);
}

const struct fault *record_changes(struct act *act, const char *pupil, int limit, int offset, struct changes *out)
{
	struct sql s = sql_new(act);
	struct stmt *st;
	bool any = false, more;

	*out = (struct changes){ 0 };
	limit = limit > 0 && limit <= 60 ? limit : 50;
	for (int i = 0; i < act->house->count; i++)
		if (is_about(act, act->house->records[i])) {
			changes_branch(&s, act->house->records[i], pupil, !any);
			any = true;
		}
	if (!any)
		return NULL;
	sql_add(&s, " ORDER BY 4 DESC, 1, 2, 3 DESC LIMIT $%d", sql_bind_int(&s, limit));
	sql_add(&s, " OFFSET $%d", sql_bind_int(&s, offset));
	TRY(sql_ask(&s, &st));
	out->list = arena_array(act->a, (size_t)limit, sizeof *out->list);
	for (;;) {
		TRY(stmt_step(st, &more));
		if (!more || out->count == limit)
			break;
		out->list[out->count++] = (struct change){ .record = record_find(act->house, stmt_get_text(st, 0)),
			.id = stmt_get_text(st, 1), .version = stmt_get_int(st, 2), .at = stmt_get_text(st, 3),
			.by = text_or_empty(st, 4), .why = text_or_empty(st, 5) };
	}
	stmt_done(st);
	return fetch_versions(act, out);
}

/* ---- who comes to the child ---- */

static void in_force(struct sql *s, const char *alias, int today)
{
	sql_add(s, " AND %s.withdrawn IS NULL AND (%s.\"from\" IS NULL OR %s.\"from\" <= $%d) AND (%s.\"until\" IS NULL OR "
		"%s.\"until\" >= $%d)", alias, alias, alias, today, alias, alias, today);
}

static void related_branch(struct sql *s, const struct relation *rel, int number, int pupil, int campus, int today)
{
	sql_add(s, "%sSELECT %d AS relation, %s.\"%s\" AS staff FROM \"%s\" m", number ? " UNION " : "", number, rel->through ?
		"t" : "m", rel->staff, rel->rows);
	if (rel->through)
		sql_add(s, " JOIN \"%s\" t ON t.\"%s\" = m.\"%s\" AND t.campus = m.campus", rel->through, rel->join, rel->join);
	sql_add(s, " WHERE m.\"%s\" = $%d AND m.campus = $%d", rel->pupil, pupil, campus);
	in_force(s, "m", today);
	if (rel->through)
		in_force(s, "t", today);
}

const struct fault *record_related(struct act *act, const char *pupil, struct related **out, int *count)
{
	struct sql s = sql_new(act);
	int child = sql_bind(&s, pupil), campus = sql_bind(&s, act->campus), today = sql_bind(&s, day_iso(act->a, act->today)),
		n = 0;
	struct found f;

	*count = 0;
	*out = NULL;
	for (const struct relation *rel = act->house->relations; rel && rel->role; rel++)
		related_branch(&s, rel, n++, child, campus, today);
	if (!n)
		return NULL;
	sql_add(&s, " ORDER BY 1, 2");
	TRY(sql_found(&s, 2, true, &f));
	*count = f.rows;
	*out = arena_array(act->a, (size_t)f.rows + 1, sizeof **out);
	for (int k = 0; k < f.rows; k++)
		(*out)[k] = (struct related){ &act->house->relations[found_int(&f, k, 0)], found_text(&f, k, 1) };
	return NULL;
}
