/* across.c - rows of several record types by one statement: a branch a type, each with its own gate, padded to one width. It is for
 * pages that tell of many types at once; one type alone is asked by ask.c. */
#include "record/across.h"

#include <assert.h>
#include <string.h>

enum { HAS_ALWAYS = -1, NOT_FETCHED = -2 };
/* then texts, numbers, bytes */
enum { BRANCH, ID, CAMPUS, VERSION, ACT, WITHDRAWN, JOINED_FROM, FIXED };

enum kind { TEXTS, NUMBERS, BYTES };

struct branch {
	const struct record *r;
	bool clear_only;
	int *value;           /* by field: which of its kind; NOT_FETCHED */
	int *has;             /* by field: which of the numbers; HAS_ALWAYS, NOT_FETCHED */
	int width[3];
};

static enum kind kind_of(const struct record *r, int field)
{
	enum field_type type = r->fields[field].type;

	if (field_sealed(r, field))
		return BYTES;
	return type == F_NUMBER || type == F_PENCE || type == F_YESNO ? NUMBERS : TEXTS;
}

struct across *across_new(struct act *act, int most)
{
	struct across *x = arena_alloc(act->a, sizeof *x);

	assert(most >= 0 && most <= ACROSS_MOST);
	x->s = sql_new(act);
	x->branch = arena_array(act->a, (size_t)most + 1, sizeof *x->branch);
	return x;
}

int across_type(struct across *x, const struct record *r, const bool *wanted, bool clear_only)
{
	struct act *act = x->s.act;
	struct branch *b = &x->branch[x->count];
	int stored = record_stored(r);

	*b = (struct branch){ .r = r, .clear_only = clear_only };
	b->value = arena_array(act->a, (size_t)stored + 1, sizeof *b->value);
	b->has = arena_array(act->a, (size_t)stored + 1, sizeof *b->has);
	for (int i = 0; i < stored; i++) {
		bool left_out = (wanted && !wanted[i]) || (clear_only && field_sealed(r, i)) ||
			((r->fields[i].flags & SECRET) && !act->who->program);

		b->value[i] = b->has[i] = NOT_FETCHED;
		if (left_out)
			continue;
		b->value[i] = b->width[kind_of(r, i)]++;
		b->has[i] = gate_always(act, r, i) ? HAS_ALWAYS : b->width[NUMBERS]++;
	}
	for (int k = TEXTS; k <= BYTES; k++)
		x->width[k] = b->width[k] > x->width[k] ? b->width[k] : x->width[k];
	return x->count++;
}

/* ---- the statement ---- */

static void repeat(struct sql *s, const char *text, int times)
{
	for (int i = 0; i < times; i++)
		sql_add(s, ", %s", text);
}

/* No row, but the kind of every column: one of the stores takes a column of NULLs for text unless the first branch says more. */
static void say_kinds(struct across *x)
{
	sql_add(&x->s, "SELECT -1, k.id, k.id, k.compartment, k.id, k.id, k.id");
	repeat(&x->s, "k.id", x->width[TEXTS]);
	repeat(&x->s, "k.compartment", x->width[NUMBERS]);
	repeat(&x->s, "k.wrapped", x->width[BYTES]);
	sql_add(&x->s, " FROM seal_key k WHERE 1 = 0");
}

/* q.t0, q.t1, NULL, q.n0, ... as the branch has them inside. */
static void outer_columns(struct across *x, const struct branch *b)
{
	static const char LETTERS[] = "tnb";

	for (int k = TEXTS; k <= BYTES; k++)
		for (int i = 0; i < x->width[k]; i++)
			if (i < b->width[k])
				sql_add(&x->s, ", q.%c%d", LETTERS[k], i);
			else
				sql_add(&x->s, ", NULL");
}

static void inner_columns(struct sql *s, const struct branch *b)
{
	static const char LETTERS[] = "tnb";

	sql_add(s, "SELECT r.id, r.campus, r.version, r.act, r.withdrawn, %s AS joined_from", about_pupils(b->r) ? "r.joined_from" :
		"NULL");
	for (int i = 0; i < record_stored(b->r); i++) {
		if (b->value[i] == NOT_FETCHED)
			continue;
		sql_add(s, ", ");
		gate_column(s, b->r, i, "r");
		sql_add(s, " AS %c%d", LETTERS[kind_of(b->r, i)], b->value[i]);
		if (b->has[i] == HAS_ALWAYS)
			continue;
		sql_add(s, ", ");
		gate_has(s, b->r, i, "r");
		sql_add(s, " AS n%d", b->has[i]);
	}
}

struct sql *across_begin(struct across *x, int branch)
{
	struct branch *b = &x->branch[branch];

	if (!x->s.text.len)
		say_kinds(x);
	sql_add(&x->s, " UNION ALL SELECT %d, q.id, q.campus, q.version, q.act, q.withdrawn, q.joined_from", branch);
	outer_columns(x, b);
	sql_add(&x->s, " FROM (");
	inner_columns(&x->s, b);
	return &x->s;
}

/* Rounded up to a power of two: nearly every page then asks by a statement that is prepared already. */
int across_room(int count)
{
	int room = 1;

	while (room < count)
		room *= 2;
	return room;
}

void across_end(struct across *x)
{
	sql_add(&x->s, ") q");
}

/* ---- reading ---- */

static int column_of(const struct across *x, enum kind kind, int which)
{
	return FIXED + (kind > TEXTS ? x->width[TEXTS] : 0) + (kind > NUMBERS ? x->width[NUMBERS] : 0) + which;
}

static const struct fault *read_one(struct across *x, struct act *act, const struct branch *b, struct row *row, struct stmt *st,
	int field, bool *sealed)
{
	if (b->value[field] == NOT_FETCHED)
		return NULL;
	row->has[field] = b->has[field] == HAS_ALWAYS || stmt_get_int(st, column_of(x, NUMBERS, b->has[field])) != 0;
	return row_read_value(act, row, st, field, column_of(x, kind_of(b->r, field), b->value[field]), sealed);
}

const struct fault *across_row(struct across *x, struct act *act, struct stmt *st, bool *sealed, int *branch, struct row **out)
{
	const struct branch *b = &x->branch[*branch = (int)stmt_get_int(st, BRANCH)];
	int about = b->r->about ? field_find(b->r, b->r->about) : -1; /* the place of sealed text needs it first */
	struct row *row = row_new(act->a, b->r);
	const char *gone;

	row->id = stmt_get_text(st, ID);
	row->campus = stmt_get_text(st, CAMPUS);
	row->version = stmt_get_int(st, VERSION);
	row->act = stmt_get_text(st, ACT);
	gone = stmt_get_text(st, WITHDRAWN);
	row->withdrawn = gone ? gone : "";
	row->joined_from = stmt_get_text(st, JOINED_FROM);
	if (about >= 0)
		TRY(read_one(x, act, b, row, st, about, sealed));
	for (int i = 0; i < record_stored(b->r); i++)
		if (i != about)
			TRY(read_one(x, act, b, row, st, i, sealed));
	shape_unpack(row);
	*out = row;
	return NULL;
}

static void put(struct arena *a, struct rows *rows, struct row *row)
{
	bool full = rows->count >= 16 ? !(rows->count & (rows->count - 1)) : !rows->count;

	if (full)
		rows->row = arena_extend(a, rows->row, (size_t)rows->count * sizeof row,
			(size_t)(rows->count ? rows->count * 2 : 16) * sizeof row);
	rows->row[rows->count++] = row;
}

const struct fault *across_rows(struct across *x, struct rows **out)
{
	struct act *act = x->s.act;
	struct rows *by = arena_array(act->a, (size_t)x->count + 1, sizeof *by);
	struct stmt *st;
	bool more;

	*out = by;
	if (!x->s.text.len)
		return NULL;
	TRY(sql_ask(&x->s, &st));
	for (;;) {
		bool sealed = false;
		struct row *row;
		int at;

		TRY(stmt_step(st, &more));
		if (!more)
			break;
		TRY(across_row(x, act, st, &sealed, &at, &row));
		if (sealed && !x->branch[at].clear_only)
			note_read(act, row->r, row->id);
		put(act->a, &by[at], row);
	}
	stmt_done(st);
	return NULL;
}
