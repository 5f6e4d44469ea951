/* soon.c - behind soon.h: what was asked is known again by its text and values. Answers that are all text go by one statement,
 * rows with what may be sealed by another (across.c). */
#include "record/soon.h"

#include <ctype.h>
#include <string.h>

#include "record/across.h"
#include "record/recall.h"

struct asked {
	struct asked *next;
	const char *key;
	size_t length;
	bool answered;
	const char *text;             /* of text alone: the statement and its values */
	struct bind *binds;
	int count, columns, room;
	bool again;
	struct found found;
	const struct record *r;       /* of rows: what writes them */
	struct rows_asked what;
	struct rows rows;
};

struct soon {
	struct asked *first, **last;
	int rounds;
	bool on;
};

static const struct fault WAITS = { FAULT_BUSY, "asked soon, with others", __FILE__, 0 };

void soon_begin(struct act *act)
{
	if (act->writing)
		return;
	if (!act->soon) {
		act->soon = arena_alloc(act->a, sizeof *act->soon);
		act->soon->last = &act->soon->first;
	}
	act->soon->rounds = 0;
	act->soon->on = true;
}

void soon_end(struct act *act)
{
	if (act->soon)
		act->soon->on = false;
}

bool soon_waits(const struct fault *f)
{
	return f == &WAITS;
}

/* ---- asking: answered, or it waits ---- */

static struct asked *find(const struct soon *soon, const char *key, size_t length)
{
	struct asked *one = soon->first;

	while (one && (one->length != length || memcmp(one->key, key, length) != 0))
		one = one->next;
	return one;
}

static struct asked *put(struct sql *s)
{
	struct soon *soon = s->act->soon;
	struct arena *a = s->act->a;
	struct buf key = sql_key(s);
	struct asked *one = find(soon, buf_text(&key), key.len);

	if (one)
		return one;
	one = arena_alloc(a, sizeof *one);
	one->key = buf_text(&key);
	one->length = key.len;
	*soon->last = one;
	soon->last = &one->next;
	return one;
}

static bool may_wait(const struct sql *s)
{
	const struct soon *soon = s->act->soon;

	return soon && soon->on && !s->act->writing && !s->text.over && sql_only_text(s);
}

bool soon_found(struct sql *s, int columns, bool again, struct found *out, const struct fault **f)
{
	struct asked *one;

	if (!may_wait(s))
		return false;
	one = put(s);
	*f = one->answered ? NULL : &WAITS;
	*out = one->found;
	if (one->answered || one->text)
		return true;
	one->text = arena_text(s->act->a, buf_text(&s->text));
	one->binds = arena_array(s->act->a, (size_t)s->count + 1, sizeof *one->binds);
	memcpy(one->binds, s->binds, (size_t)s->count * sizeof *one->binds);
	one->count = s->count;
	one->columns = columns;
	one->again = again;
	one->found.columns = columns;
	return true;
}

bool soon_rows(struct sql *s, const struct record *r, const struct rows_asked *what, struct rows *out, const struct fault **f)
{
	struct asked *one;

	if (!may_wait(s))
		return false;
	one = put(s);
	*f = one->answered ? NULL : &WAITS;
	*out = one->rows;
	if (out->count) /* the caller may turn its rows about */
		out->row = memcpy(arena_array(s->act->a, (size_t)out->count, sizeof *out->row), out->row, (size_t)out->count *
			sizeof *out->row);
	one->r = r;
	one->what = *what;
	one->what.act = s->act;
	return true;
}

/* ---- text, together ---- */

/* The statement with its values numbered from after `before`. */
static void add_renumbered(struct sql *s, const char *text, int before)
{
	bool quoted = false;

	for (const char *p = text; *p; p++) {
		int n = 0;

		quoted ^= *p == '\'';
		if (*p != '$' || quoted || !isdigit((unsigned char)p[1])) {
			size_t plain = strcspn(p + 1, "$'") + 1;

			buf_add_n(&s->text, p, plain);
			p += plain - 1;
			continue;
		}
		while (isdigit((unsigned char)p[1]))
			n = n * 10 + (*++p - '0');
		sql_add(s, "$%d", n + before);
	}
}

static void add_table(struct sql *s, const struct asked *one, int number)
{
	int before = s->count;

	sql_add(s, "%ssoon_%d (", number ? ", " : "WITH ", number);
	for (int i = 0; i < one->columns; i++)
		sql_add(s, i ? ", c%d" : "c%d", i);
	sql_add(s, ") AS (");
	memcpy(s->binds + before, one->binds, (size_t)one->count * sizeof *s->binds);
	s->count += one->count;
	add_renumbered(s, one->text, before);
	sql_add(s, ")");
}

/* Both stores keep the order that stands inside a branch (soon_test.c). */
static void add_branch(struct sql *s, const struct asked *one, int number, int widest)
{
	sql_add(s, "%sSELECT %d AS number", number ? " UNION ALL " : " ", number);
	for (int i = 0; i < widest; i++)
		if (i < one->columns)
			sql_add(s, ", CAST(c%d AS TEXT)", i);
		else
			sql_add(s, ", NULL");
	sql_add(s, " FROM soon_%d", number);
}

static void put_cells(struct arena *a, struct asked *one, struct stmt *st)
{
	size_t columns = (size_t)one->columns, n = (size_t)one->found.rows * columns;

	if (one->found.rows == one->room) {
		size_t room = one->room ? (size_t)one->room * 2 : 16;

		one->found.cells = arena_extend(a, (void *)(uintptr_t)one->found.cells, n * sizeof *one->found.cells,
			room * columns * sizeof *one->found.cells);
		one->room = (int)room;
	}
	for (size_t c = 0; c < columns; c++)
		((const char **)(uintptr_t)one->found.cells)[n + c] = stmt_get_text(st, (int)c + 1);
	one->found.rows++;
}

static const struct fault *read_texts(struct sql *s, struct asked **list)
{
	struct stmt *st;
	bool more;

	TRY(sql_ask(s, &st));
	for (;;) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		put_cells(s->act->a, list[stmt_get_int(st, 0)], st);
	}
	stmt_done(st);
	return NULL;
}

static const struct fault *ask_alone(struct act *act, struct asked *one)
{
	struct sql s = sql_new(act);

	s.text = buf_new(act->a);
	buf_add(&s.text, one->text);
	memcpy(s.binds, one->binds, (size_t)one->count * sizeof *s.binds);
	s.count = one->count;
	return sql_found(&s, one->columns, one->again, &one->found);
}

static const struct fault *ask_texts(struct act *act, struct asked **list, int n)
{
	struct sql s = sql_new(act);
	int widest = 0;

	if (n == 1)
		TRY(ask_alone(act, list[0]));
	for (int i = 0; n > 1 && i < n; i++) {
		widest = list[i]->columns > widest ? list[i]->columns : widest;
		add_table(&s, list[i], i);
	}
	for (int i = 0; n > 1 && i < n; i++)
		add_branch(&s, list[i], i, widest);
	if (n > 1)
		TRY(read_texts(&s, list));
	for (int i = 0; i < n; i++) {
		list[i]->answered = true;
		if (n > 1 && list[i]->again)
			sql_remember(act, list[i]->key, list[i]->length, &list[i]->found);
	}
	return NULL;
}

/* As many at a time as a statement takes. */
static const struct fault *all_texts(struct act *act, struct asked *one, bool *any)
{
	struct asked *list[ACROSS_MOST];
	int n = 0, values = 0;

	for (; one; one = one->next) {
		if (!one->text || one->answered)
			continue;
		*any = true;
		if (n == ACROSS_MOST || values + one->count > BIND_MOST) {
			TRY(ask_texts(act, list, n));
			n = values = 0;
		}
		list[n++] = one;
		values += one->count;
	}
	return n ? ask_texts(act, list, n) : NULL;
}

/* ---- rows, together ---- */

/* Those of one actor: a page may ask some things with other rights. */
static bool asks_as(const struct asked *one, const struct act *act)
{
	return one->r && !one->answered && one->what.act->who == act->who && strcmp(one->what.act->campus, act->campus) == 0;
}

static const struct fault *rows_of(struct act *act, struct asked *first)
{
	struct across *x = across_new(act, ACROSS_MOST);
	struct asked *list[ACROSS_MOST];
	struct rows *rows;
	int n = 0;

	for (struct asked *one = first; one && n < ACROSS_MOST; one = one->next)
		if (asks_as(one, act)) {
			across_type(x, one->r, NULL, one->what.clear_only);
			list[n++] = one;
		}
	for (int i = 0; i < n; i++) {
		TRY(list[i]->what.write(across_begin(x, i), list[i]->r, &list[i]->what));
		across_end(x);
	}
	TRY(across_rows(x, &rows));
	for (int i = 0; i < n; i++) {
		list[i]->rows = rows[i];
		list[i]->answered = true;
	}
	return NULL;
}

static const struct fault *all_rows(struct asked *one, bool *any)
{
	for (; one; one = one->next)
		if (one->r && !one->answered) {
			*any = true;
			TRY(rows_of(one->what.act, one));
		}
	return NULL;
}

const struct fault *soon_ask(struct act *act, bool *more)
{
	struct soon *soon = act->soon;

	*more = false;
	if (!soon || !soon->on)
		return NULL;
	soon->on = false; /* what is asked here is asked now */
	TRY(all_texts(act, soon->first, more));
	TRY(all_rows(soon->first, more));
	soon->on = ++soon->rounds < ROUNDS_MOST;
	return NULL;
}
