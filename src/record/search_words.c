/* search_words.c - what was typed taken apart, and how well words fit words. It asks the store nothing. */
#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "record/engine.h"
#include "record/search.h"

enum { NUMBER_LEAST = 4 }; /* shorter beginnings of a UPN find nothing: they would find everybody */

bool search_stop_word(const char *folded)
{
	static const char *const STOP[] = { "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had", "has",
		"have", "he", "her",
		"his", "in", "is", "it", "not", "of", "on", "or", "she", "that", "the", "they", "this", "to", "was", "were",
		"with" };

	for (size_t i = 0; i < sizeof STOP / sizeof *STOP; i++)
		if (strcmp(STOP[i], folded) == 0)
			return true;
	return false;
}

/* Letters or digits of any script: a sign alone ("*", "%") looks for nothing. */
static bool has_letter(const char *word)
{
	for (; *word; word++)
		if ((unsigned char)*word >= 0x80 || isalnum((unsigned char)*word))
			return true;
	return false;
}

static void add_term(struct search *s, const char *text, bool phrase)
{
	if (!has_letter(text))
		return;
	if (s->term_count < SEARCH_TERMS)
		s->terms[s->term_count] = (struct term){ .text = text, .phrase = phrase };
	s->term_count++;
}

static void add_words(struct arena *a, struct search *s, const char *text)
{
	const char *word;

	while ((word = index_next(a, &text)))
		add_term(s, word, false);
}

/* A phrase is its words with one space between, as folding leaves them. */
static const char *phrase_of(struct arena *a, const char *folded)
{
	struct buf b = buf_new(a);
	const char *word;

	while ((word = index_next(a, &folded))) {
		buf_add(&b, b.len ? " " : "");
		buf_add(&b, word);
	}
	return buf_text(&b);
}

static const char *next_quote(const char *p)
{
	static const char *const QUOTES[] = { "\"", "\u201c", "\u201d" };

	for (; *p; p++)
		for (size_t i = 0; i < sizeof QUOTES / sizeof *QUOTES; i++)
			if (strncmp(p, QUOTES[i], strlen(QUOTES[i])) == 0)
				return p;
	return NULL;
}

static size_t quote_length(const char *q)
{
	return *q == '"' ? 1 : 3;
}

static void take_apart(struct arena *a, struct search *s, const char *p)
{
	while (*p) {
		const char *open = next_quote(p), *close = open ? next_quote(open + quote_length(open)) : NULL, *phrase;

		if (!close) {
			add_words(a, s, text_fold(a, p));
			return;
		}
		add_words(a, s, text_fold(a, arena_text_n(a, p, (size_t)(open - p))));
		open += quote_length(open);
		phrase = phrase_of(a, text_fold(a, arena_text_n(a, open, (size_t)(close - open))));
		add_term(s, phrase, strchr(phrase, ' ') != NULL);
		p = close + quote_length(close);
	}
}

struct search search_read(struct arena *a, const char *typed)
{
	struct search s = { .typed = text_clean(a, typed ? typed : "") };

	s.terms = arena_array(a, SEARCH_TERMS, sizeof *s.terms);
	if (text_length(s.typed) > SEARCH_LETTERS) {
		s.refused = "Search for 200 letters or fewer";
		return s;
	}
	take_apart(a, &s, s.typed);
	if (s.term_count > SEARCH_TERMS) {
		s.refused = "Search for 12 words or fewer";
		s.term_count = 0;
	} else if (!s.term_count && *s.typed) {
		s.plain = "There is no word or number in that. Type a name, a UPN, or words from a note.";
	}
	return s;
}

/* ---- people ---- */

int search_slips(size_t letters)
{
	return letters < 4 ? 0 : letters < 7 ? 1 : 2;
}

struct fit { enum found_by by; int score; };

static bool better(struct fit a, struct fit b)
{
	return a.by != b.by ? a.by < b.by : a.score < b.score;
}

/* Sounding alike says much of long words and little of short ones: both must also look alike. */
static bool fits_word(struct arena *a, const char *term, const char *word, bool loose, struct fit *fit)
{
	size_t n = strlen(term);
	int most = n < 9 ? 2 : 3, slips;
	const char *sound;

	if (strcmp(term, word) == 0) {
		*fit = (struct fit){ BY_NAME, 0 };
		return true;
	}
	if (strncmp(term, word, n) == 0) {
		*fit = (struct fit){ BY_BEGINNING, (int)(strlen(word) - n) };
		return true;
	}
	slips = text_slips(term, word, most);
	sound = text_sound(a, term);
	if (n > 2 && slips <= most && strlen(sound) > 1 && strcmp(sound, text_sound(a, word)) == 0) {
		*fit = (struct fit){ BY_SOUND, slips };
		return true;
	}
	if (loose && slips <= search_slips(n)) {
		*fit = (struct fit){ BY_SLIP, slips };
		return true;
	}
	return false;
}

static bool fits_number(const struct field *f, const char *value, const char *term, struct fit *fit)
{
	size_t n = strlen(term);

	if (!(f->flags & INDEXED) || f->type != F_TEXT || n < NUMBER_LEAST || !strpbrk(term, "0123456789"))
		return false;
	for (size_t i = 0; i < n; i++)
		if (tolower((unsigned char)value[i]) != term[i])
			return false;
	*fit = (struct fit){ value[n] ? BY_BEGINNING : BY_NUMBER, 0 };
	return true;
}

/* The best that this term does against one field: its words, and neighbours joined ("Mei-Ling" is found by "meiling"). */
static bool fits_field(struct arena *a, const struct row *row, int i, const char *term, bool loose, struct fit *best)
{
	const struct field *f = &row->r->fields[i];
	const char *p, *word, *before = NULL;
	struct fit fit;
	bool any = false;

	if (!row->values[i] || field_sealed(row->r, i))
		return false;
	if (fits_number(f, row->values[i], term, best))
		return true;
	if (!(f->flags & SEARCH))
		return false;
	p = text_fold(a, row->values[i]);
	while ((word = index_next(a, &p))) {
		const char *joined = before ? arena_printf(a, "%s%s", before, word) : NULL;

		if (fits_word(a, term, word, loose, &fit) && (!any || better(fit, *best))) {
			*best = fit;
			any = true;
		}
		if (joined && fits_word(a, term, joined, loose, &fit) && (!any || better(fit, *best))) {
			*best = fit;
			any = true;
		}
		before = word;
	}
	if (any && !(f->flags & FOLDED))
		best->score += 1; /* a former or middle name: after those who are called so */
	return any;
}

bool search_fits(struct arena *a, const struct row *row, const struct term *terms, int n, bool loose, struct hit *hit)
{
	*hit = (struct hit){ .r = row->r, .id = row->id, .row = row, .by = BY_NUMBER, .field = -1, .when = "" };
	for (int t = 0; t < n; t++) {
		struct fit best = { 0 }, fit;
		int at = -1;

		for (int i = 0; i < row->r->count; i++) {
			if (!fits_field(a, row, i, terms[t].text, loose, &fit) || (at >= 0 && !better(fit, best)))
				continue;
			best = fit;
			at = i;
		}
		if (at < 0)
			return false;
		if (best.by != BY_NUMBER && !(row->r->fields[at].flags & FOLDED))
			hit->field = at;
		hit->by = best.by > hit->by ? best.by : hit->by;
		hit->score += best.score;
	}
	return n > 0;
}

/* ---- text ---- */

static bool word_begins(const char *folded, const char *term)
{
	size_t n = strlen(term);

	for (const char *p = folded; (p = strstr(p, term)); p += n)
		if (p == folded || !(isalnum((unsigned char)p[-1]) || (unsigned char)p[-1] >= 0x80))
			return true;
	return false;
}

unsigned search_in_text(struct arena *a, const struct term *terms, int n, const char *text)
{
	const char *folded = text_fold(a, text), *spaced = NULL;
	unsigned found = 0;

	for (int i = 0; i < n; i++) {
		if (terms[i].phrase && !spaced)
			spaced = phrase_of(a, folded);
		if (word_begins(terms[i].phrase ? spaced : folded, terms[i].text))
			found |= 1u << i;
	}
	return found;
}

/* ---- the words found, in their context ---- */

static bool is_found(struct arena *a, const struct search *s, const char *word)
{
	const char *p = text_fold(a, word), *part;

	while ((part = index_next(a, &p)))
		for (int i = 0; i < s->term_count; i++)
			if (s->terms[i].phrase ? word_begins(s->terms[i].text, part) && !search_stop_word(part) :
			    strncmp(part, s->terms[i].text, strlen(s->terms[i].text)) == 0)
				return true;
	return false;
}

static size_t blanks(const char *p)
{
	return strspn(p, " \t\n");
}

/* Where to begin: a few words before the first that was found. */
static const char *begin_at(struct arena *a, const struct search *s, const char *text, size_t letters)
{
	const char *p = text, *back;

	while (*p) {
		size_t n = strcspn(p, " \t\n");

		if (n && is_found(a, s, arena_text_n(a, p, n)))
			break;
		p += n + blanks(p + n);
	}
	if (!*p || (size_t)(p - text) < letters / 3)
		return text;
	back = p - letters / 3;
	while (back > text && back[-1] != ' ' && back[-1] != '\n')
		back--;
	return back;
}

struct piece *search_context(struct arena *a, const struct search *s, const char *text, size_t letters)
{
	const char *p = begin_at(a, s, text, letters), *end;
	size_t most = 4, count = 0;
	struct buf plain = buf_new(a);
	struct piece *pieces;

	end = text_shorten(a, p, letters);
	for (const char *q = end; *q; q++)
		most += 2 * (*q == ' ' || *q == '\n');
	pieces = arena_array(a, most + 2, sizeof *pieces);
	if (p > text)
		buf_add(&plain, "\u2026 ");
	for (p = end; *p;) {
		size_t n = strcspn(p, " \t\n"), gap = blanks(p + n);
		const char *word = arena_text_n(a, p, n);

		if (n && is_found(a, s, word)) {
			if (plain.len)
				pieces[count++] = (struct piece){ buf_text(&plain), false };
			pieces[count++] = (struct piece){ word, true };
			plain = buf_new(a);
		} else {
			buf_add(&plain, word);
		}
		if (gap)
			buf_add_c(&plain, ' ');
		p += n + gap;
	}
	if (plain.len)
		pieces[count++] = (struct piece){ buf_text(&plain), false };
	pieces[count] = (struct piece){ NULL, false };
	return pieces;
}
