/* soon.c - behind soon.h: what was asked is known again by its text and values. Answers that are all text go by one statement,
 * rows with what may be sealed by another (across.c). */
#include "record/soon.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "record/across.h"
#include "record/recall.h"

struct asked {
	struct asked *next;
	struct act *act;              /* who asks: a page asks some things with the program's rights */
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
	struct act *act;              /* whose page it is */
	struct asked *first, **last;
	bool on, lifted;              /* lifted: something was asked with other rights than theirs */
};

enum { ROUNDS_MOST = 16 }; /* whoever asks otherwise each time is asked at once then */

static const struct fault WAITS = { FAULT_BUSY, "asked soon, with others", __FILE__, 0 };

bool soon_waits(const struct fault *f)
{
	return f == &WAITS;
}

/* ---- asking: answered, or it waits ---- */

static struct asked *find(const struct soon *soon, const struct buf *key)
{
	struct asked *one = soon->first;

	while (one && (one->length != key->len || memcmp(one->key, buf_text(key), key->len) != 0))
		one = one->next;
	return one;
}

static struct asked *put(struct sql *s, const struct buf *key)
{
	struct soon *soon = s->act->soon;
	struct asked *one = arena_alloc(s->act->a, sizeof *one);

	one->act = s->act;
	soon->lifted = soon->lifted || s->act->who != soon->act->who;
	one->key = buf_text(key);
	one->length = key->len;
	*soon->last = one;
	soon->last = &one->next;
	return one;
}

static bool is_kept(const struct sql *s)
{
	return s->act->soon && !s->act->writing && !s->text.over && sql_only_text(s);
}

/* Was it answered before, or does it wait? False: ask it now. */
static bool stands(struct sql *s, struct asked **one, const struct fault **f)
{
	struct buf key;

	if (!is_kept(s))
		return false;
	key = sql_key(s);
	*one = find(s->act->soon, &key);
	*f = *one && (*one)->answered ? NULL : &WAITS;
	if (*one ? !(*one)->answered && !s->act->soon->on : !s->act->soon->on)
		return false;
	if (!*one)
		*one = put(s, &key);
	return true;
}

bool soon_found(struct sql *s, int columns, bool again, struct found *out, const struct fault **f)
{
	struct asked *one;

	if (!stands(s, &one, f))
		return false;
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

	if (!stands(s, &one, f))
		return false;
	*out = one->rows;
	if (out->count) /* the caller may turn its rows about */
		out->row = memcpy(arena_array(s->act->a, (size_t)out->count, sizeof *out->row), out->row, (size_t)out->count *
			sizeof *out->row);
	if (one->answered)
		return true;
	one->r = r;
	one->what = *what;
	if (what->count)
		one->what.ids = memcpy(arena_array(s->act->a, (size_t)what->count, sizeof *what->ids), what->ids,
			(size_t)what->count * sizeof *what->ids);
	return true;
}

const struct fault *sql_found_now(struct sql *s, int columns, bool again, struct found *out)
{
	struct soon *soon = s->act->soon;
	bool on = soon && soon->on;
	const struct fault *f;
	struct asked *one;
	struct buf key;

	if (!is_kept(s))
		return sql_found(s, columns, again, out);
	key = sql_key(s);
	soon->on = false;
	f = sql_found(s, columns, again, out);
	soon->on = on;
	if (!f && !find(soon, &key)) {
		one = put(s, &key);
		one->found = *out;
		one->answered = true;
	}
	return f;
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

static const struct fault *read_texts(struct sql *s, struct asked **list, int n)
{
	struct stmt *st;
	int64_t number;
	bool more;

	TRY(sql_ask(s, &st));
	for (;;) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		number = stmt_get_int(st, 0);
		assert(number >= 0 && number < n);
		put_cells(s->act->a, list[number], st);
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
	TRY(sql_found(&s, one->columns, one->again, &one->found));
	one->answered = true;
	return NULL;
}

static const struct fault *ask_texts(struct act *act, struct asked **list, int n)
{
	struct sql s = sql_new(act);
	int widest = 0;

	if (n == 1)
		return ask_alone(act, list[0]);
	for (int i = 0; i < n; i++) {
		widest = list[i]->columns > widest ? list[i]->columns : widest;
		add_table(&s, list[i], i);
	}
	for (int i = 0; i < n; i++)
		add_branch(&s, list[i], i, widest);
	TRY(read_texts(&s, list, n));
	for (int i = 0; i < n; i++) {
		list[i]->answered = true;
		if (list[i]->again)
			sql_remember(act, list[i]->key, list[i]->length, &list[i]->found);
	}
	return NULL;
}

/* Of one actor. */
static bool asks_as(const struct asked *one, const struct act *act)
{
	const struct act *other = one->act;

	return !one->answered && strcmp(other->campus, act->campus) == 0 &&
		(other->who == act->who || (other->who->program && act->who->program));
}

/* As many as a statement takes, from the first that waits. */
static const struct fault *texts_of(struct act *act, struct asked *first)
{
	struct asked *list[ACROSS_MOST];
	int n = 0, values = 0;

	for (struct asked *one = first; one && n < ACROSS_MOST && values + one->count <= BIND_MOST; one = one->next)
		if (one->text && asks_as(one, act)) {
			list[n++] = one;
			values += one->count;
		}
	return ask_texts(act, list, n);
}

/* ---- rows, together ---- */

static const struct fault *rows_of(struct act *act, struct asked *first)
{
	struct across *x = across_new(act, ACROSS_MOST);
	struct asked *list[ACROSS_MOST];
	struct rows *rows;
	int n = 0;

	for (struct asked *one = first; one && n < ACROSS_MOST; one = one->next)
		if (one->r && asks_as(one, act)) {
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

/* ---- all ---- */

/* The store is told who asks, if it is not the page's own actor; and again who it is afterwards. */
static const struct fault *ask_all(struct soon *soon)
{
	for (struct asked *one = soon->first; one; one = one->next) {
		if (one->answered)
			continue;
		if (soon->lifted)
			TRY(act_guard(one->act));
		TRY(one->text ? texts_of(one->act, one) : rows_of(one->act, one));
	}
	if (soon->lifted)
		TRY(act_guard(soon->act));
	soon->lifted = false;
	return NULL;
}

/* ---- parts ---- */

static const struct fault *round_of(struct soon *soon, int count, bool *done, const struct fault *(*part)(void *self, int i),
	void *self, bool *waits)
{
	*waits = false;
	for (int i = 0; i < count; i++) {
		const struct fault *f = done[i] ? NULL : part(self, i);

		if (f && f != &WAITS)
			return f;
		done[i] = !f;
		if (f && soon->lifted) /* it may have stopped before it said again who reads */
			TRY(act_guard(soon->act));
		*waits = *waits || f;
	}
	return NULL;
}

static const struct fault *rounds(struct act *act, int count, const struct fault *(*part)(void *self, int i), void *self)
{
	bool *done = arena_array(act->a, (size_t)count + 1, sizeof *done), waits = true;
	struct soon *soon = act->soon;

	for (int round = 1; waits; round++) {
		soon->on = round < ROUNDS_MOST;
		TRY(round_of(soon, count, done, part, self, &waits));
		soon->on = false; /* what is asked here is asked now */
		TRY(ask_all(soon));
	}
	return NULL;
}

const struct fault *soon_each(struct act *act, int count, const struct fault *(*part)(void *self, int i), void *self)
{
	bool *done = arena_array(act->a, (size_t)count + 1, sizeof *done), waits;
	const struct fault *f;

	if (act->soon && act->soon->on) { /* parts of a part: whoever began it asks */
		TRY(round_of(act->soon, count, done, part, self, &waits));
		return waits ? &WAITS : NULL;
	}
	if (act->writing) {
		for (int i = 0; i < count; i++)
			TRY(part(self, i));
		return NULL;
	}
	if (!act->soon) {
		act->soon = arena_alloc(act->a, sizeof *act->soon);
		act->soon->act = act;
		act->soon->last = &act->soon->first;
	}
	f = rounds(act, count, part, self);
	act->soon->on = false;
	return f;
}
