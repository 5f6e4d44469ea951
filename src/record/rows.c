/* rows.c - rows as handles: read from a statement, told to people. It decides nothing about rights: the SQL did. */
#include <string.h>

#include "base/text.h"
#include "record/engine.h"

enum { FIRST_COLUMNS = 6 }; /* id, campus, version, act, withdrawn, joined_from */

struct row *row_new(struct arena *a, const struct record *r)
{
	struct row *row = arena_alloc(a, sizeof *row);

	row->r = r;
	row->a = a;
	row->id = row->campus = row->act = row->withdrawn = row->moment = row->by = row->by_account = "";
	row->values = arena_array(a, (size_t)r->count, sizeof *row->values);
	row->has = arena_array(a, (size_t)r->count, sizeof *row->has);
	return row;
}

const struct record *row_record(const struct row *row) { return row->r; }
const char *row_id(const struct row *row) { return row->id; }
const char *row_campus(const struct row *row) { return row->campus; }
int64_t row_version(const struct row *row) { return row->version; }
const char *row_act(const struct row *row) { return row->act; }
bool row_withdrawn(const struct row *row) { return *row->withdrawn != 0; }
const char *row_moment(const struct row *row) { return row->moment; }

/* Where whose own row it is is itself withheld from this reader, the hand that wrote a version is too: it would say the same. */
bool row_by_withheld(const struct row *row)
{
	int self = row->r->self && strcmp(row->r->self, "id") != 0 ? field_find(row->r, row->r->self) : -1;

	return self >= 0 && (row->r->fields[self].flags & RESTRICTED) && !row->has[self];
}

const char *row_by(const struct row *row) { return row_by_withheld(row) ? "Staff" : row->by; }
const char *row_by_account(const struct row *row) { return row_by_withheld(row) ? "" : row->by_account; }
bool row_has(const struct row *row, int field) { return row->has[field]; }

const char *row_text(const struct row *row, int field)
{
	return row->values[field] ? row->values[field] : "";
}

int64_t row_int(const struct row *row, int field)
{
	int64_t n = 0;

	return text_to_int(row->values[field], &n) ? n : 0;
}

day row_day(const struct row *row, int field)
{
	return day_parse(row->values[field]);
}

const char *row_about(const struct row *row)
{
	if (row->r->is & IS_PUPIL)
		return row->id;
	return row->r->about ? row_text(row, field_find(row->r, row->r->about)) : "";
}

const char *row_show(struct arena *a, const struct row *row, int field)
{
	const struct field *f = &row->r->fields[field];
	const char *v = row_text(row, field);
	int64_t n;

	if (!*v)
		return "";
	switch (f->type) {
	case F_CHOICE: return choice_label(f->choices, v);
	case F_DATE: return day_long(a, day_parse(v));
	case F_TIME: return moment_long(a, v);
	case F_YESNO: return strcmp(v, "1") == 0 ? "Yes" : "No";
	case F_PENCE:
		n = row_int(row, field);
		return arena_printf(a, "%s£%lld.%02d", n < 0 ? "-" : "", (long long)(n < 0 ? -n : n) / 100,
			(int)((n < 0 ? -n : n) % 100));
	default: return v;
	}
}

void columns_first(struct buf *b, const struct record *r, const char *alias)
{
	buf_printf(b, "%s.id, %s.campus, %s.version, %s.act, %s.withdrawn, %s%s", alias, alias, alias, alias, alias,
		about_pupils(r) ? alias : "NULL AS joined_from", about_pupils(r) ? ".joined_from" : "");
}

void columns_whole(struct buf *b, const struct record *r, const char *alias)
{
	columns_first(b, r, alias);
	for (int i = 0; i < record_stored(r); i++)
		buf_printf(b, ", %s.\"%s\", 1", alias, r->fields[i].name);
}

static const char *whole_number(struct stmt *st, struct arena *a, int column)
{
	return arena_printf(a, "%lld", (long long)stmt_get_int(st, column));
}

const struct fault *row_read_value(struct act *act, struct row *row, struct stmt *st, int field, int column, bool *sealed)
{
	const struct field *f = &row->r->fields[field];

	if (stmt_is_null(st, column))
		return NULL;
	if (field_sealed(row->r, field)) {
		size_t n;
		const void *blob = stmt_get_bytes(st, column, &n);

		*sealed = true;
		return keys_open(act, row, field, blob, n, &row->values[field]);
	}
	if (f->type == F_NUMBER || f->type == F_PENCE || f->type == F_YESNO)
		row->values[field] = whole_number(st, act->a, column);
	else
		row->values[field] = stmt_get_text(st, column);
	return NULL;
}

static const struct fault *read_field(struct act *act, struct row *row, struct stmt *st, int field, int column, bool *sealed)
{
	row->has[field] = stmt_get_int(st, column + 1) != 0;
	return row_read_value(act, row, st, field, column, sealed);
}

const struct fault *row_read(struct act *act, const struct record *r, struct stmt *st, bool *sealed, struct row **out)
{
	struct row *row = row_new(act->a, r);
	const char *gone;
	/* The place of sealed text needs the pupil: read the reference first. */
	int about = r->about ? field_find(r, r->about) : -1;

	row->id = stmt_get_text(st, 0);
	row->campus = stmt_get_text(st, 1);
	row->version = stmt_get_int(st, 2);
	row->act = stmt_get_text(st, 3);
	gone = stmt_get_text(st, 4);
	row->withdrawn = gone ? gone : "";
	row->joined_from = stmt_get_text(st, 5);
	if (about >= 0)
		TRY(read_field(act, row, st, about, FIRST_COLUMNS + 2 * about, sealed));
	for (int i = 0; i < record_stored(r); i++)
		if (i != about)
			TRY(read_field(act, row, st, i, FIRST_COLUMNS + 2 * i, sealed));
	shape_unpack(row);
	*out = row;
	return NULL;
}

const struct fault *rows_read(struct act *act, const struct record *r, struct stmt *st, bool clear_only, struct rows *out)
{
	int room = 0;
	bool more;

	*out = (struct rows){ 0 };
	for (;;) {
		bool sealed = false;

		TRY(stmt_step(st, &more));
		if (!more)
			break;
		if (out->count == room) {
			int was = room;

			room = room ? room * 2 : 16;
			out->row = arena_extend(act->a, out->row, (size_t)was * sizeof *out->row, (size_t)room * sizeof *out->row);
		}
		TRY(row_read(act, r, st, &sealed, &out->row[out->count]));
		if (sealed && !clear_only)
			note_read(act, r, out->row[out->count]->id);
		out->count++;
	}
	stmt_done(st);
	return NULL;
}

const struct fault *row_whole(struct act *act, const struct record *r, const char *id, struct row **out)
{
	struct sql s = sql_new(act);
	struct stmt *st;
	bool more, sealed = false;

	sql_add(&s, "SELECT ");
	columns_whole(&s.text, r, "r");
	sql_add(&s, " FROM \"%s\" r WHERE r.id = $%d", r->name, sql_bind(&s, id));
	TRY(sql_ask(&s, &st));
	TRY(stmt_step(st, &more));
	if (!more)
		return FAULT(act->a, FAULT_NONE, "no %s of that id", r->name);
	TRY(row_read(act, r, st, &sealed, out));
	(*out)->whole = true;
	stmt_done(st);
	return NULL;
}
