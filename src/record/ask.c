/* ask.c - lists and counts: what was asked for becomes a WHERE and an ORDER BY beside the gate's own clause. A field that the actor
 * may not see on a row is empty there for filters and orders too, so neither tells what reading withholds (R4). */
#include <string.h>

#include "base/text.h"
#include "record/engine.h"

static bool hidden(const struct sql *s, const struct record *r, int field)
{
	return (r->fields[field].flags & SECRET) && !s->act->who->program;
}

/* The field as reading may fetch it, as text of its own: it may stand in a condition twice. */
static const char *where_column(struct sql *s, const struct record *r, int field)
{
	size_t before = s->text.len;
	const char *column;

	gate_column(s, r, field, "r");
	column = arena_text(s->act->a, buf_text(&s->text) + before);
	s->text.len = before;
	return column;
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
	const char *column = where_column(s, r, field);
	bool number = r->fields[field].type == F_NUMBER || r->fields[field].type == F_PENCE || r->fields[field].type == F_YESNO;
	int64_t n = 0;
	int at;

	if ((field_sealed(r, field) && op != EMPTY && op != FILLED) || hidden(s, r, field))
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

		if (n && (field < 0 || field_sealed(r, field) || hidden(s, r, field)))
			return FAULT(s->act->a, FAULT_INVALID, "%s cannot be sorted by %s", r->plural, name);
		if (n) {
			gate_sort(s, r, field, "r");
			sql_add(s, "%s, ", down ? " DESC NULLS LAST" : " NULLS FIRST");
		}
		p += n + (p[n] == ' ');
	}
	sql_add(s, "r.id");
	return NULL;
}

/* " FROM ... LIMIT ..." of what was asked for. */
static const struct fault *write_ask(struct sql *s, const struct record *r, const struct rows_asked *what)
{
	const struct ask *ask = &what->ask;

	sql_add(s, " FROM ");
	gate_table(s, r);
	sql_add(s, " r WHERE ");
	TRY(ask_where(s, r, ask));
	TRY(ask_order(s, r, ask->order));
	sql_add(s, " LIMIT $%d", sql_bind_int(s, ask->limit ? ask->limit : 500));
	sql_add(s, " OFFSET $%d", sql_bind_int(s, ask->offset));
	return NULL;
}

const struct fault *record_list(struct act *act, const struct record *r, const struct ask *ask, struct rows *out)
{
	const struct ask none = { 0 };
	struct rows_asked what = { .write = write_ask, .ask = ask ? *ask : none, .clear_only = ask && ask->clear_only };
	struct sql s = sql_new(act);
	const struct fault *f;
	struct stmt *st;

	*out = (struct rows){ 0 };
	if (!record_ever(act, r, RIGHT_READ))
		return NULL;
	sql_add(&s, "SELECT ");
	gate_columns(&s, r, "r", what.clear_only);
	TRY(write_ask(&s, r, &what));
	if (soon_rows(&s, r, &what, out, &f))
		return f;
	TRY(sql_ask(&s, &st));
	return rows_read(act, r, st, what.clear_only, out);
}

const struct fault *record_count(struct act *act, const struct record *r, const struct ask *ask, int64_t *out)
{
	struct sql s = sql_new(act);
	struct found f;

	*out = 0;
	if (!record_ever(act, r, RIGHT_READ))
		return NULL;
	sql_add(&s, "SELECT count(*) FROM ");
	gate_table(&s, r);
	sql_add(&s, " r WHERE ");
	TRY(ask_where(&s, r, ask));
	TRY(sql_found(&s, 1, r->tier <= T2, &f));
	*out = found_int(&f, 0, 0);
	return NULL;
}
