/* search_records.c - records by their words. Sealed text is unsealed a batch at a time, in memory that ends with the batch; of what
 * was looked through only ids leave. Clear words go by the token table. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/across.h"
#include "record/search.h"
#include "record/search_inner.h"

enum { BATCH = 300, ROWS_MOST = 40000, IDS_A_TIME = 60 };

struct looking {
	struct act *act;
	struct search *s;
	const struct term *terms; /* without words like "and" */
	struct like *like;        /* the first word of each */
	int n, room;
};

static bool has_words(const struct record *r, bool *sealed)
{
	bool any = false;

	*sealed = false;
	for (int i = 0; i < r->count; i++) {
		if (!(r->fields[i].flags & SEARCH))
			continue;
		any = true;
		*sealed = *sealed || field_sealed(r, i);
	}
	return any;
}

static bool looked_in(const struct act *act, const struct record *r, bool *sealed)
{
	return !search_finds_people(r) && r->about && has_words(r, sealed) && record_ever(act, r, RIGHT_READ);
}

static bool about_one_of(const char *about, const char *const *pupils)
{
	for (; pupils && *pupils; pupils++)
		if (strcmp(*pupils, about) == 0)
			return true;
	return false;
}

/* Every term in the words or in the child's name, and at least one in the words. */
static bool row_fits(struct arena *a, const struct looking *l, const struct row *row)
{
	unsigned found = 0, named = 0, all = (1u << l->n) - 1;

	for (int i = 0; i < row->r->count; i++)
		if ((row->r->fields[i].flags & SEARCH) && row->values[i])
			found |= search_in_text(a, l->terms, l->n, row->values[i]);
	for (int i = 0; i < l->n; i++)
		if (about_one_of(row_about(row), l->terms[i].pupils))
			named |= 1u << i;
	return found && (found | named) == all;
}

static const char *when_of(const struct row *row)
{
	int field = field_find(row->r, row->r->when ? row->r->when : row->r->from);

	return field >= 0 ? row_text(row, field) : "";
}

static void found_one(struct looking *l, const struct row *row)
{
	struct search *s = l->s;

	if (s->record_count == l->room) {
		int was = l->room;

		l->room = was ? was * 2 : 64;
		s->records = arena_extend(l->act->a, s->records, (size_t)was * sizeof *s->records,
			(size_t)l->room * sizeof *s->records);
	}
	s->records[s->record_count++] = (struct hit){ .r = row->r, .id = arena_text(l->act->a, row->id), .by = BY_NAME,
		.when = arena_text(l->act->a, when_of(row)) };
}

/* What is looked through, and what a hit is put in order by. */
static const bool *wanted_of(struct arena *a, const struct record *r)
{
	bool *wanted = arena_array(a, (size_t)r->count, sizeof *wanted);
	int when = field_find(r, r->when ? r->when : r->from);

	for (int i = 0; i < r->count; i++)
		wanted[i] = (r->fields[i].flags & SEARCH) || i == when || strcmp(r->fields[i].name, r->about) == 0;
	return wanted;
}

static void looking_branch(struct across *x, const struct looking *l, int branch, const struct record *r, bool sealed)
{
	struct sql *s = across_begin(x, branch);

	sql_add(s, " FROM ");
	gate_table(s, r);
	sql_add(s, " r WHERE r.withdrawn IS NULL AND ");
	gate_clause(s, r, RIGHT_READ, "r");
	for (int i = 0; !sealed && i < l->n; i++)
		if (!l->terms[i].pupils && l->like[i].term)
			search_term_clause(s, r, &l->like[i]);
	across_end(x);
}

static const struct fault *look_through(struct looking *l, struct across *x, struct act *act, struct stmt *st, bool *more)
{
	bool sealed = false;
	int branch;

	for (int i = 0; i < BATCH; i++) {
		struct row *row;

		TRY(stmt_step(st, more));
		if (!*more)
			return NULL;
		TRY(across_row(x, act, st, &sealed, &branch, &row));
		if (row_fits(act->a, l, row))
			found_one(l, row);
	}
	return NULL;
}

/* A batch has memory of its own: ten thousand notes never stand unsealed side by side. What it notes as read is forgotten. */
static const struct fault *batch(struct looking *l, struct across *x, struct stmt *st, bool *more)
{
	struct act scratch = *l->act;
	const struct fault *f;

	scratch.a = arena_new(ARENA_REQUEST);
	scratch.notes = notes_new(scratch.a);
	stmt_into(st, scratch.a);
	f = look_through(l, x, &scratch, st, more);
	stmt_into(st, l->act->a);
	if (f)
		f = FAULT(l->act->a, f->code, "%s", f->text);
	arena_free(scratch.a);
	return f;
}

/* All types whose words this actor may read, by one statement. */
static const struct fault *look(struct looking *l)
{
	const struct house *h = l->act->house;
	struct across *x = across_new(l->act, h->count);
	bool sealed, more = true;
	struct stmt *st;
	int n = 0;

	for (int i = 0; i < h->count; i++)
		if (looked_in(l->act, h->records[i], &sealed))
			across_type(x, h->records[i], wanted_of(l->act->a, h->records[i]), false);
	for (int i = 0; i < h->count; i++)
		if (looked_in(l->act, h->records[i], &sealed))
			looking_branch(x, l, n++, h->records[i], sealed);
	if (!n)
		return NULL;
	sql_add(&x->s, " LIMIT %d", ROWS_MOST + 1);
	TRY(sql_ask(&x->s, &st));
	for (int seen = 0; more; seen += BATCH) {
		if (seen >= ROWS_MOST) {
			l->s->cut = true;
			break;
		}
		TRY(batch(l, x, st, &more));
	}
	stmt_done(st);
	return NULL;
}

/* ---- "Sam card": the child's name narrows, the other words are looked for ---- */

static const struct fault *name_terms(struct act *act, struct term *terms, int n)
{
	for (int i = 0; i < n && n > 1; i++) {
		struct search one = { .terms = &(struct term){ .text = terms[i].text }, .term_count = 1, .plainly = true };
		const char **ids;
		int count = 0;

		if (terms[i].phrase)
			continue;
		TRY(search_people(act, &one));
		ids = arena_array(act->a, (size_t)one.people_count + 1, sizeof *ids);
		for (int k = 0; k < one.people_count; k++)
			if ((one.people[k].r->is & IS_PUPIL) && one.people[k].by <= BY_BEGINNING)
				ids[count++] = one.people[k].id;
		terms[i].pupils = count ? ids : NULL;
	}
	return NULL;
}

static int worth_looking_for(const struct search *s, struct term *out)
{
	int n = 0;

	for (int i = 0; i < s->term_count; i++) {
		const char *t = s->terms[i].text;

		if (!search_stop_word(t) && !(t[0] && !t[1]))
			out[n++] = s->terms[i];
	}
	return n;
}

/* Newest first, those without a day last; of one day by their ids, in whatever order the store gave them. */
static int newest_first(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;
	int later = strcmp(b->when, a->when);

	return later ? later : strcmp(a->id, b->id);
}

const struct fault *search_records(struct act *act, struct search *s)
{
	struct term terms[SEARCH_TERMS] = { 0 };
	struct looking l = { .act = act, .s = s, .terms = terms };

	if (s->refused || !s->term_count)
		return NULL;
	l.n = worth_looking_for(s, terms);
	if (!l.n) {
		s->plain = "Words like these stand in nearly every record, so we looked at names only. Add another word.";
		return NULL;
	}
	TRY(name_terms(act, terms, l.n));
	l.like = arena_array(act->a, (size_t)l.n, sizeof *l.like);
	for (int i = 0; i < l.n; i++) {
		const char *p = terms[i].text;

		l.like[i] = search_like(act->a, index_next(act->a, &p), NULL, 0);
	}
	TRY(look(&l));
	if (s->record_count)
		qsort(s->records, (size_t)s->record_count, sizeof *s->records, newest_first);
	if (s->record_count > SEARCH_RECORDS) {
		s->cut = true;
		s->record_count = SEARCH_RECORDS;
	}
	return NULL;
}

/* ---- rows by id ---- */

static const struct fault *write_ids(struct sql *s, const struct record *r, const struct rows_asked *what)
{
	sql_add(s, " FROM ");
	gate_table(s, r);
	sql_add(s, " r WHERE r.id IN (");
	for (int i = 0; i < across_room(what->count); i++)
		sql_add(s, i ? ", $%d" : "$%d", sql_bind(s, i < what->count ? what->ids[i] : NULL));
	sql_add(s, ") AND ");
	gate_clause(s, r, RIGHT_READ, "r");
	return NULL;
}

const struct fault *rows_by_id(struct act *act, const struct record *r, const char *const *ids, int n, bool clear_only,
	struct rows *out)
{
	struct rows_asked what = { .write = write_ids, .ids = ids, .count = n, .clear_only = clear_only };
	struct sql s = sql_new(act);
	const struct fault *f;
	struct stmt *st;

	sql_add(&s, "SELECT ");
	gate_columns(&s, r, "r", clear_only);
	TRY(write_ids(&s, r, &what));
	if (soon_rows(&s, r, &what, out, &f))
		return f;
	TRY(sql_ask(&s, &st));
	return rows_read(act, r, st, clear_only, out);
}

const struct fault *record_many(struct act *act, const struct record *r, const char *const *ids, int n, bool clear_only,
	struct rows *out)
{
	*out = (struct rows){ arena_array(act->a, (size_t)n + 1, sizeof *out->row), 0 };
	if (!record_ever(act, r, RIGHT_READ))
		return NULL;
	for (int at = 0; at < n; at += IDS_A_TIME) {
		int count = n - at < IDS_A_TIME ? n - at : IDS_A_TIME;
		struct rows part;

		TRY(rows_by_id(act, r, ids + at, count, clear_only, &part));
		for (int i = at; i < at + count; i++)
			for (int k = 0; k < part.count; k++)
				if (strcmp(ids[i], row_id(part.row[k])) == 0)
					out->row[out->count++] = part.row[k];
	}
	return NULL;
}

static bool hit_of(const struct hit *hits, int n, const struct record *r)
{
	for (int i = 0; i < n; i++)
		if (hits[i].r == r)
			return true;
	return false;
}

static void show_branch(struct across *x, int branch, const struct record *r, const struct hit *hits, int n)
{
	struct sql *s = across_begin(x, branch);
	int count = 0;

	sql_add(s, " FROM ");
	gate_table(s, r);
	sql_add(s, " r WHERE r.id IN (");
	for (int i = 0; i < n; i++)
		if (hits[i].r == r)
			sql_add(s, count++ ? ", $%d" : "$%d", sql_bind(s, hits[i].id));
	for (int i = count; i < across_room(count); i++)
		sql_add(s, ", $%d", sql_bind(s, NULL));
	sql_add(s, ") AND ");
	gate_clause(s, r, RIGHT_READ, "r");
	across_end(x);
}

static void put_rows(struct hit *hits, int n, const struct rows *rows)
{
	for (int i = 0; i < n; i++)
		for (int k = 0; k < rows->count; k++)
			if (hits[i].r == row_record(rows->row[k]) && strcmp(hits[i].id, row_id(rows->row[k])) == 0)
				hits[i].row = rows->row[k];
}

const struct fault *search_show(struct act *act, struct search *s, int from, int count)
{
	const struct house *h = act->house;
	struct across *x = across_new(act, h->count);
	struct hit *hits = s->records + from;
	struct rows *rows;
	int n = 0;

	if (from < 0 || from >= s->record_count)
		return NULL;
	count = count > s->record_count - from ? s->record_count - from : count;
	for (int i = 0; i < h->count; i++)
		if (hit_of(hits, count, h->records[i]) && record_ever(act, h->records[i], RIGHT_READ))
			across_type(x, h->records[i], NULL, false);
	for (int i = 0; i < h->count; i++)
		if (hit_of(hits, count, h->records[i]) && record_ever(act, h->records[i], RIGHT_READ))
			show_branch(x, n++, h->records[i], hits, count);
	TRY(across_rows(x, &rows));
	for (int i = 0; i < n; i++)
		put_rows(hits, count, &rows[i]);
	return NULL;
}
