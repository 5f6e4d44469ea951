/* search.c - finding people: candidates by the token table in one statement with the gate in it, judged on what the gate let
 * through. Records by their words are in search_records.c. */
#include "record/search.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/across.h"
#include "record/journal.h"
#include "record/search_inner.h"

enum { CANDIDATES = 500, ENOUGH = 3, SLIP_WORDS = 10, LOOSE_TERMS = 4, LIST_MOST = 400 };

/* Words of one term that are a slip away from what was typed. */
struct slips { const char *word[SLIP_WORDS]; int count; };

struct finding {
	struct act *act;
	struct hit *hits;
	int count;
};

static bool is_name(const struct field *f)
{
	return (f->flags & FOLDED) && (f->flags & SEARCH);
}

bool search_finds_people(const struct record *r)
{
	for (int i = 0; i < r->count; i++)
		if (is_name(&r->fields[i]))
			return (r->is & (IS_PUPIL | IS_STAFF)) || r->about;
	return false;
}

/* The last text that begins so, in the order of bytes. */
static const char *past(struct arena *a, const char *beginning)
{
	return arena_printf(a, "%s\U0010FFFF", beginning);
}

static const char *upper(struct arena *a, const char *text)
{
	char *up = arena_text(a, text);

	for (char *p = up; *p; p++)
		*p = (char)toupper((unsigned char)*p);
	return up;
}

struct like search_like(struct arena *a, const char *term, const char *const *slips, int slip_count)
{
	struct like like = { .term = term, .slips = slips, .slip_count = slip_count };
	const char *sound = term ? text_sound(a, term) : "";

	if (!term)
		return like;
	like.past = past(a, term);
	like.sound = strlen(sound) > 1 ? arena_printf(a, "~%s", sound) : NULL;
	if (strlen(term) >= 4 && strpbrk(term, "0123456789")) {
		like.number = upper(a, term);
		like.number_past = past(a, like.number);
	}
	return like;
}

static void number_clause(struct sql *s, const struct record *r, const struct like *like)
{
	for (int i = 0; like->number && i < r->count; i++) {
		const struct field *f = &r->fields[i];

		if (f->type != F_TEXT || !(f->flags & INDEXED) || (f->flags & SECRET) || field_sealed(r, i))
			continue;
		sql_add(s, " OR (r.\"%s\" >= $%d", f->name, sql_bind_same(s, like->number));
		sql_add(s, " AND r.\"%s\" < $%d)", f->name, sql_bind_same(s, like->number_past));
	}
}

/* Rows that hold a word beginning with, or sounding like, the term, or one of its slips. */
void search_term_clause(struct sql *s, const struct record *r, const struct like *like)
{
	bool more = like->sound || like->slip_count;
	int campus = sql_bind_same(s, s->act->campus);

	/* Two ranges of one index, asked apart: put together by OR, the store reads every word of the campus. */
	sql_add(s, " AND (r.id IN (SELECT t.\"row\" FROM token t WHERE t.campus = $%d AND t.record = '%s' AND t.token >= $%d",
		campus, r->name, sql_bind_same(s, like->term));
	sql_add(s, " AND t.token < $%d", sql_bind_same(s, like->past));
	if (more)
		sql_add(s, " UNION ALL SELECT t.\"row\" FROM token t WHERE t.campus = $%d AND t.record = '%s' AND t.token IN (NULL",
			campus, r->name);
	if (like->sound)
		sql_add(s, ", $%d", sql_bind_same(s, like->sound));
	for (int i = 0; i < like->slip_count; i++)
		sql_add(s, ", $%d", sql_bind_same(s, like->slips[i]));
	sql_add(s, more ? "))" : ")");
	number_clause(s, r, like);
	sql_add(s, ")");
}

/* Those with the first term as a whole word come first, lest a thousand beginnings crowd them out. */
static void candidate_order(struct sql *s, const struct record *r, const char *term)
{
	sql_add(s, " ORDER BY CASE WHEN r.id IN (SELECT t.\"row\" FROM token t WHERE t.campus = $%d AND t.record = '%s' AND t.token "
		"= $%d) THEN 0 ELSE 1 END", sql_bind_same(s, s->act->campus), r->name, sql_bind_same(s, term));
	for (int i = 0; i < r->count; i++)
		if (is_name(&r->fields[i]))
			sql_add(s, ", r.\"%s_fold\"", r->fields[i].name);
	sql_add(s, ", r.id LIMIT %d", CANDIDATES);
}

static void keep(struct finding *f, const struct hit *hit)
{
	for (int i = 0; i < f->count; i++)
		if (strcmp(f->hits[i].id, hit->id) == 0)
			return;
	if (f->count < LIST_MOST)
		f->hits[f->count++] = *hit;
}

static void candidates(struct across *x, int branch, const struct record *r, const struct like *likes, int n)
{
	struct sql *s = across_begin(x, branch);

	sql_add(s, " FROM ");
	gate_table(s, r);
	sql_add(s, " r WHERE r.withdrawn IS NULL AND ");
	gate_clause(s, r, RIGHT_READ, "r");
	for (int i = 0; i < n; i++)
		search_term_clause(s, r, &likes[i]);
	candidate_order(s, r, likes[0].term);
	across_end(x);
}

static bool looked_among(const struct act *act, const struct record *r)
{
	return search_finds_people(r) && record_ever(act, r, RIGHT_READ);
}

/* Children, adults about them and staff by one statement. */
static const struct fault *find_among(struct finding *f, const struct term *terms, int n, const struct slips *slips)
{
	const struct house *h = f->act->house;
	struct across *x = across_new(f->act, h->count);
	struct like likes[SEARCH_TERMS] = { 0 };
	struct rows *found;
	struct hit hit;
	int count = 0;

	for (int i = 0; i < n; i++)
		likes[i] = search_like(f->act->a, terms[i].text, slips ? slips[i].word : NULL, slips ? slips[i].count : 0);
	for (int i = 0; i < h->count; i++)
		if (looked_among(f->act, h->records[i]))
			across_type(x, h->records[i], NULL, true);
	for (int i = 0; i < h->count; i++)
		if (looked_among(f->act, h->records[i]))
			candidates(x, count++, h->records[i], likes, n);
	TRY(across_rows(x, &found));
	for (int k = 0; k < count; k++)
		for (int i = 0; i < found[k].count; i++)
			if (search_fits(f->act->a, found[k].row[i], terms, n, slips != NULL, &hit))
				keep(f, &hit);
	return NULL;
}

/* "Mc Donald" was typed of "McDonald": neighbours joined, one pair at a time. */
static const struct fault *find_joined(struct finding *f, const struct term *terms, int n)
{
	for (int pair = 0; pair + 1 < n; pair++) {
		struct term joined[SEARCH_TERMS];
		int count = 0;

		for (int i = 0; i < n; i++) {
			if (i == pair + 1)
				continue;
			joined[count] = terms[i];
			if (i == pair)
				joined[count].text = arena_printf(f->act->a, "%s%s", terms[i].text, terms[i + 1].text);
			count++;
		}
		TRY(find_among(f, joined, count, NULL));
	}
	return NULL;
}

/* ---- typing slips ---- */

static void slip_of(const struct term *terms, int n, const char *word, struct slips *slips)
{
	for (int i = 0; i < n; i++) {
		int most = search_slips(strlen(terms[i].text));

		if (most && slips[i].count < SLIP_WORDS && text_slips(terms[i].text, word, most) <= most)
			slips[i].word[slips[i].count++] = word;
	}
}

static const struct fault *find_slips(struct finding *f, const struct term *terms, int n)
{
	struct slips slips[LOOSE_TERMS] = { 0 };
	struct sql s = sql_new(f->act);
	struct found words;

	sql_add(&s, "SELECT DISTINCT token FROM token WHERE campus = $%d ORDER BY token", sql_bind(&s, f->act->campus));
	TRY(sql_found(&s, 1, true, &words));
	for (int i = 0; i < words.rows; i++)
		if (*words.cells[i] != '~')
			slip_of(terms, n, words.cells[i], slips);
	return find_among(f, terms, n, slips);
}

/* ---- putting in order ---- */

static int kind_of(const struct hit *h)
{
	return h->r->is & IS_PUPIL ? 0 : h->r->is & IS_STAFF ? 2 : 1;
}

static bool before(const struct hit *x, const struct hit *y)
{
	if (x->by != y->by)
		return x->by < y->by;
	if (kind_of(x) != kind_of(y))
		return kind_of(x) < kind_of(y);
	return x->score < y->score;
}

/* Stable: those found alike stay in the order of their names. */
static void put_in_order(struct hit *hits, int n)
{
	for (int i = 1; i < n; i++) {
		struct hit h = hits[i];
		int j = i;

		for (; j > 0 && before(&h, &hits[j - 1]); j--)
			hits[j] = hits[j - 1];
		hits[j] = h;
	}
}

static int clear_hits(const struct finding *f)
{
	int n = 0;

	for (int i = 0; i < f->count; i++)
		n += f->hits[i].by <= BY_SOUND;
	return n;
}

/* Phrases are words too where names are looked for. */
static int words_of(struct arena *a, const struct search *s, struct term *out)
{
	int n = 0;

	for (int i = 0; i < s->term_count; i++) {
		const char *p = s->terms[i].text, *word;

		while (n < SEARCH_TERMS && (word = index_next(a, &p)))
			out[n++] = (struct term){ .text = word };
	}
	return n;
}

const struct fault *search_people(struct act *act, struct search *s)
{
	struct finding f = { act, arena_array(act->a, LIST_MOST, sizeof *f.hits), 0 };
	struct term terms[SEARCH_TERMS] = { 0 };
	int n = words_of(act->a, s, terms);

	if (s->refused || !n)
		return NULL;
	TRY(find_among(&f, terms, n, NULL));
	if (!s->plainly && clear_hits(&f) < ENOUGH && n > 1 && n <= LOOSE_TERMS)
		TRY(find_joined(&f, terms, n));
	if (!s->plainly && clear_hits(&f) < ENOUGH && n <= LOOSE_TERMS)
		TRY(find_slips(&f, terms, n));
	put_in_order(f.hits, f.count);
	s->cut = s->cut || f.count > SEARCH_PEOPLE;
	s->people = f.hits;
	s->people_count = f.count > SEARCH_PEOPLE ? SEARCH_PEOPLE : f.count;
	return NULL;
}

const struct fault *search_all(struct act *act, const char *typed, struct search *out)
{
	*out = search_read(act->a, typed);
	if (out->refused || !out->term_count)
		return NULL;
	journal_note(act, "search", "", "", "", out->typed);
	TRY(search_people(act, out));
	return search_records(act, out);
}
