/* search_records.c - records by their words. Sealed text is unsealed a batch at a time, in memory that ends with the batch; of what
 * was looked through only ids leave. Clear words go by the token table. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/engine.h"
#include "record/search.h"
#include "record/search_inner.h"

enum { BATCH = 300, ROWS_MOST = 20000, IDS_A_TIME = 60 };

struct looking {
	struct act *act;
	struct search *s;
	const struct term *terms; /* without words like "and" */
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

static void looking_statement(struct sql *s, const struct looking *l, const struct record *r, bool sealed)
{
	sql_add(s, "SELECT ");
	gate_columns_wanted(s, r, "r", wanted_of(s->act->a, r));
	sql_add(s, " FROM ");
	gate_table(s, r);
	sql_add(s, " r WHERE r.withdrawn IS NULL AND ");
	gate_clause(s, r, RIGHT_READ, "r");
	for (int i = 0; !sealed && i < l->n; i++) {
		const char *p = l->terms[i].text, *word = index_next(s->act->a, &p);

		if (!l->terms[i].pupils && word)
			search_term_clause(s, r, word, NULL, 0);
	}
	sql_add(s, " LIMIT %d", ROWS_MOST + 1);
}

static const struct fault *look_through(struct looking *l, struct act *act, const struct record *r, struct stmt *st, bool *more)
{
	bool sealed = false;

	for (int i = 0; i < BATCH; i++) {
		struct row *row;

		TRY(stmt_step(st, more));
		if (!*more)
			return NULL;
		TRY(row_read(act, r, st, &sealed, &row));
		if (row_fits(act->a, l, row))
			found_one(l, row);
	}
	return NULL;
}

/* A batch has memory of its own: ten thousand notes never stand unsealed side by side. What it notes as read is forgotten. */
static const struct fault *batch(struct looking *l, const struct record *r, struct stmt *st, bool *more)
{
	struct act scratch = *l->act;
	const struct fault *f;

	scratch.a = arena_new(ARENA_REQUEST);
	scratch.notes = notes_new(scratch.a);
	stmt_into(st, scratch.a);
	f = look_through(l, &scratch, r, st, more);
	stmt_into(st, l->act->a);
	if (f)
		f = FAULT(l->act->a, f->code, "%s", f->text);
	arena_free(scratch.a);
	return f;
}

static const struct fault *look_in(struct looking *l, const struct record *r, bool sealed)
{
	struct sql s = sql_new(l->act);
	struct stmt *st;
	bool more = true;

	looking_statement(&s, l, r, sealed);
	TRY(sql_ask(&s, &st));
	for (int seen = 0; more; seen += BATCH) {
		if (seen >= ROWS_MOST) {
			l->s->cut = true;
			break;
		}
		TRY(batch(l, r, st, &more));
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
	for (int i = 0; i < act->house->count && !s->cut; i++) {
		const struct record *r = act->house->records[i];
		bool sealed;

		if (!search_finds_people(r) && r->about && has_words(r, &sealed) && record_ever(act, r, RIGHT_READ))
			TRY(look_in(&l, r, sealed));
	}
	if (s->record_count)
		qsort(s->records, (size_t)s->record_count, sizeof *s->records, newest_first);
	if (s->record_count > SEARCH_RECORDS) {
		s->cut = true;
		s->record_count = SEARCH_RECORDS;
	}
	return NULL;
}

/* ---- rows by id ---- */

static const struct fault *some(struct act *act, const struct record *r, const char *const *ids, int n, bool clear_only,
	struct rows *out)
{
	struct sql s = sql_new(act);
	struct stmt *st;

	sql_add(&s, "SELECT ");
	gate_columns(&s, r, "r", clear_only);
	sql_add(&s, " FROM ");
	gate_table(&s, r);
	sql_add(&s, " r WHERE r.id IN (");
	for (int i = 0; i < n; i++)
		sql_add(&s, i ? ", $%d" : "$%d", sql_bind(&s, ids[i]));
	sql_add(&s, ") AND ");
	gate_clause(&s, r, RIGHT_READ, "r");
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

		TRY(some(act, r, ids + at, count, clear_only, &part));
		for (int i = at; i < at + count; i++)
			for (int k = 0; k < part.count; k++)
				if (strcmp(ids[i], row_id(part.row[k])) == 0)
					out->row[out->count++] = part.row[k];
	}
	return NULL;
}

static const struct fault *show_type(struct act *act, const struct record *r, struct hit *hits, int n)
{
	const char **ids = arena_array(act->a, (size_t)n + 1, sizeof *ids);
	struct rows rows;
	int count = 0;

	for (int i = 0; i < n; i++)
		if (hits[i].r == r)
			ids[count++] = hits[i].id;
	if (!count)
		return NULL;
	TRY(record_many(act, r, ids, count, false, &rows));
	for (int i = 0; i < n; i++)
		for (int k = 0; k < rows.count; k++)
			if (hits[i].r == r && strcmp(hits[i].id, row_id(rows.row[k])) == 0)
				hits[i].row = rows.row[k];
	return NULL;
}

const struct fault *search_show(struct act *act, struct search *s, int from, int count)
{
	if (from < 0 || from >= s->record_count)
		return NULL;
	if (count > s->record_count - from)
		count = s->record_count - from;
	for (int i = 0; i < act->house->count; i++)
		TRY(show_type(act, act->house->records[i], s->records + from, count));
	return NULL;
}
