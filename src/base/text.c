/* text.c - checking, cleaning, folding and comparing what people type. Keeps no tables of names. */
#include "base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"

bool text_is_utf8(const char *bytes, size_t n)
{
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)bytes;

	while (n > 0) {
		utf8proc_int32_t cp;
		utf8proc_ssize_t used = utf8proc_iterate(p, (utf8proc_ssize_t)n, &cp);

		if (used <= 0 || cp == 0)
			return false;
		p += used;
		n -= (size_t)used;
	}
	return true;
}

size_t text_length(const char *text)
{
	size_t n = 0;

	for (; text && *text; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}

static bool is_space(utf8proc_int32_t cp)
{
	return cp == ' ' || (cp >= 9 && cp <= 13) || cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
	       cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

static bool is_unseen(utf8proc_int32_t cp)
{
	return cp == 0x200B || cp == 0x200C || cp == 0x200D || cp == 0x2060 || cp == 0xFEFF || cp == 0xAD;
}

static size_t next(const char *text, utf8proc_int32_t *cp)
{
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, cp);

	if (n > 0)
		return (size_t)n;
	*cp = 0xFFFD;
	return 1;
}

bool text_blank(const char *text)
{
	utf8proc_int32_t cp;

	for (; text && *text; text += next(text, &cp)) {
		next(text, &cp);
		if (!is_space(cp) && !is_unseen(cp))
			return false;
	}
	return true;
}

bool text_same(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static const char *normal(struct arena *a, const char *text, utf8proc_option_t options)
{
	utf8proc_uint8_t *out = NULL;
	const char *kept;

	if (utf8proc_map((const utf8proc_uint8_t *)text, 0, &out, UTF8PROC_NULLTERM | UTF8PROC_STABLE | options) < 0 || !out) {
		free(out);
		return text;
	}
	kept = arena_text(a, (char *)out);
	free(out);
	return kept;
}

static bool plain(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= 0x80)
			return false;
	return true;
}

static bool is_control(utf8proc_int32_t cp)
{
	return (cp < 0x20 && cp != '\n' && cp != '\t') || (cp >= 0x7F && cp < 0xA0);
}

/* Line ends as LF and no other control characters: before composing, since one may stand between a letter and its accent. */
static const char *without_controls(struct arena *a, const char *text)
{
	struct buf b = buf_new(a);

	while (*text) {
		utf8proc_int32_t cp;
		size_t n = next(text, &cp);

		if (cp == '\r' && text[1] != '\n')
			buf_add_c(&b, '\n');
		else if (!is_control(cp))
			buf_add_n(&b, text, n);
		text += n;
	}
	return buf_text(&b);
}

const char *text_clean(struct arena *a, const char *text)
{
	const char *start = NULL, *end = NULL;

	if (!text || !*text)
		return "";
	text = without_controls(a, text);
	if (!plain(text))
		text = normal(a, text, UTF8PROC_COMPOSE);
	while (*text) {
		utf8proc_int32_t cp;
		size_t n = next(text, &cp);

		if (!is_space(cp) && !is_unseen(cp)) {
			start = start ? start : text;
			end = text + n;
		}
		text += n;
	}
	return start ? arena_text_n(a, start, (size_t)(end - start)) : "";
}

/* Letters that decomposition leaves whole. */
static const char *plain_letter(utf8proc_int32_t cp)
{
	switch (cp) {
	case 0xE6: return "ae";
	case 0x153: return "oe";
	case 0xF8: return "o";
	case 0x142: return "l";
	case 0xDF: return "ss";
	case 0xF0: case 0x111: return "d";
	case 0xFE: return "th";
	case 0x131: return "i";
	case 0x127: return "h";
	case 0x167: return "t";
	default: return NULL;
	}
}

static bool is_apostrophe(utf8proc_int32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0xB4 || cp == 0x2018 || cp == 0x2019 || cp == 0x2BC || cp == 0x2B9 || cp == 0x2032;
}

/* Signs of typography that need no table: how folding takes them. */
enum sign { SIGN_OTHER, SIGN_NONE, SIGN_GAP, SIGN_KEPT };

static enum sign sign_at(const char *p)
{
	unsigned char last;

	if ((unsigned char)p[0] != 0xE2 || (unsigned char)p[1] != 0x80)
		return SIGN_OTHER;
	last = (unsigned char)p[2];
	return last == 0x98 || last == 0x99 ? SIGN_NONE : last >= 0x90 && last <= 0x95 ? SIGN_GAP : last == 0x9C || last == 0x9D ?
		SIGN_KEPT :
		SIGN_OTHER;
}

/* What text_fold does, for letters of one byte and those signs, as most text has them alone; NULL if there are others. */
static const char *fold_plain(struct arena *a, const char *text)
{
	char *out = arena_alloc(a, strlen(text) + 1), *to = out;
	bool gap = false;

	for (size_t used; *text; text += used) {
		unsigned char c = (unsigned char)*text;
		enum sign sign = c < 0x80 ? SIGN_KEPT : sign_at(text);

		used = c < 0x80 ? 1 : 3;
		if (sign == SIGN_OTHER)
			return NULL;
		if (sign == SIGN_GAP || c == ' ' || c == '-' || (c >= 9 && c <= 13)) {
			gap = to > out;
		} else if (sign != SIGN_NONE && c != '\'' && c != '`') {
			if (gap)
				*to++ = ' ';
			gap = false;
			for (size_t i = 0; i < used; i++)
				*to++ = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
		}
	}
	return out;
}

const char *text_fold(struct arena *a, const char *text)
{
	struct buf b = buf_new(a);
	const char *folded;
	bool gap = false;

	if (!text || !*text)
		return "";
	folded = fold_plain(a, text);
	if (folded)
		return folded;
	text = normal(a, text, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
	while (*text) {
		utf8proc_int32_t cp;
		size_t n = next(text, &cp);
		const char *as = plain_letter(cp);

		if (is_space(cp) || cp == '-' || (cp >= 0x2010 && cp <= 0x2015)) {
			gap = b.len > 0;
		} else if (!is_apostrophe(cp) && !is_unseen(cp)) {
			if (gap)
				buf_add_c(&b, ' ');
			gap = false;
			if (as)
				buf_add(&b, as);
			else if (cp < 0x80)
				buf_add_c(&b, cp >= 'A' && cp <= 'Z' ? (char)(cp + 32) : (char)cp);
			else
				buf_add_n(&b, text, n);
		}
		text += n;
	}
	return buf_text(&b);
}

static bool is_vowel(char c)
{
	return c && strchr("aeiouyw", c) != NULL;
}

/* The sound class of the letters at `p`; `*used` says how many letters it took. 0: silent. */
static char sound_at(const char *p, bool first, int *used)
{
	static const struct { const char *letters; char sound; bool only_first; } GROUPS[] = {
		{ "sch", 's', false }, { "tch", 'c', false }, { "ph", 'f', false }, { "ch", 'c', false }, { "sh", 's', false },
		{ "th", 't', false }, { "ck", 'k', false }, { "kn", 'n', true }, { "gn", 'n', true }, { "wr", 'r', true },
		{ "ps", 's', true }, { "gh", 0, false }, { "ng", 'n', false }, { "wh", 'h', true }, { "mb", 'm', false },
		{ "dg", 'j', false }, { "rh", 'r', true },
	};

	for (size_t i = 0; i < sizeof GROUPS / sizeof *GROUPS; i++) {
		size_t n = strlen(GROUPS[i].letters);

		if ((first || !GROUPS[i].only_first) && strncmp(p, GROUPS[i].letters, n) == 0) {
			*used = (int)n;
			return first && !GROUPS[i].sound ? 'k' : GROUPS[i].sound;
		}
	}
	*used = 1;
	switch (*p) {
	case 'c': return p[1] && strchr("eiy", p[1]) ? 's' : 'k';
	case 'g': return p[1] && strchr("eiy", p[1]) ? 'j' : 'k';
	case 'q': case 'x': return 'k';
	case 'z': return 's';
	case 'v': return 'f';
	case 'b': return 'b';
	case 'h': return first ? 'h' : 0;
	case 'w': case 'y': return first ? *p : 0;
	default: return *p;
	}
}

const char *text_sound(struct arena *a, const char *word)
{
	struct buf b = buf_new(a);
	bool first = true;

	while (word && *word && b.len < 8) {
		int used = 1;
		char s;

		if (*word < 'a' || *word > 'z') {
			word++;
			continue;
		}
		s = sound_at(word, first, &used);
		if (is_vowel(s))
			s = first ? 'a' : 0;
		if (s && (b.len == 0 || b.data[b.len - 1] != s))
			buf_add_c(&b, s);
		word += used;
		first = false;
	}
	return buf_text(&b);
}

int text_slips(const char *a, const char *b, int most)
{
	enum { LONGEST = 64 };
	int rows[3][LONGEST + 1], n = (int)strlen(a), m = (int)strlen(b);

	if (n > LONGEST || m > LONGEST || n - m > most || m - n > most)
		return most + 1;
	for (int j = 0; j <= m; j++)
		rows[0][j] = j;
	for (int i = 1; i <= n; i++) {
		int *now = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3];

		now[0] = i;
		for (int j = 1; j <= m; j++) {
			int best = up[j - 1] + (a[i - 1] != b[j - 1]);

			if (up[j] + 1 < best)
				best = up[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && up2[j - 2] + 1 < best)
				best = up2[j - 2] + 1;
			now[j] = best;
		}
	}
	return rows[n % 3][m] > most ? most + 1 : rows[n % 3][m];
}

const char *text_shorten(struct arena *a, const char *text, size_t letters)
{
	const char *p = text, *word = text;
	size_t n = 0;

	if (text_length(text) <= letters)
		return text;
	while (*p && n < letters) {
		if (*p == ' ')
			word = p;
		p++;
		while (((unsigned char)*p & 0xC0) == 0x80)
			p++;
		n++;
	}
	if (word == text)
		word = p;
	return arena_printf(a, "%.*s\u2026", (int)(word - text), text);
}

bool text_to_int(const char *text, int64_t *out)
{
	char *end;
	long long v;

	if (!text || !*text || (*text != '-' && (*text < '0' || *text > '9')))
		return false;
	errno = 0;
	v = strtoll(text, &end, 10);
	if (errno || *end || end == text)
		return false;
	*out = v;
	return true;
}
