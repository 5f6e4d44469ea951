/* names.c - is there a child's name in a text for everybody? Words that begin with a capital letter are held against the names on
 * roll. Many are also words ("Will", "Grace", "May"): a person may say once that they are not meant as names. */
#include <ctype.h>
#include <string.h>

#include "areas/guidance/queries.sql.h"
#include "areas/guidance/pages.h"
#include "base/text.h"

enum { WORDS = 600 };

struct words { const char *typed[WORDS], *folded[WORDS]; bool capital[WORDS]; bool hit[WORDS]; int count; };

static bool in_word(unsigned char c)
{
	return isalpha(c) || c >= 0x80;
}

/* Each word of the text once; typographic apostrophes and dashes fold away or split as fold sees fit. */
static struct words *words_of(struct arena *a, const char *text)
{
	struct words *w = arena_alloc(a, sizeof *w);

	while (*text && w->count < WORDS) {
		size_t n = 0;

		while (text[n] && in_word((unsigned char)text[n]))
			n++;
		if (n) {
			const char *word = arena_text_n(a, text, n);

			w->typed[w->count] = word;
			w->folded[w->count] = text_fold(a, word);
			w->capital[w->count++] = isupper((unsigned char)*word) || (unsigned char)*word >= 0x80;
		}
		text += n ? n : 1;
	}
	return w;
}

static bool word_among(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; (p = strstr(p, word)); p += n)
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

/* Mark the words that are a part of this name. Short parts of surnames ("de", "Al") are no sign of anybody. */
static void mark(struct arena *a, struct words *w, const char *name, size_t least, bool any_case)
{
	const char *at = text_fold(a, name);

	while (*at) {
		size_t n = strcspn(at, " ");

		for (int i = 0; n >= least && i < w->count; i++)
			if ((any_case || w->capital[i]) && strlen(w->folded[i]) == n && memcmp(w->folded[i], at, n) == 0)
				w->hit[i] = true;
		at += n + (at[n] == ' ');
	}
}

/* Those marked and not known, each once, as they were typed; `known` is folded. */
static const char *hits(struct arena *a, const struct words *w, const char *known)
{
	struct buf b = buf_new(a), told = buf_new(a);

	for (int i = 0; i < w->count; i++) {
		if (!w->hit[i] || word_among(known, w->folded[i]) || word_among(buf_text(&told), w->folded[i]))
			continue;
		buf_printf(&told, " %s", w->folded[i]);
		buf_printf(&b, "%s%s", b.len ? ", " : "", w->typed[i]);
	}
	return buf_text(&b);
}

static const struct fault *own_names(struct act *act, const char *text, const char *pupil, const char **own)
{
	static const char *const NAMES[] = { "known_as", "forename", "known_surname", "surname" };
	struct words *w = words_of(act->a, text);
	struct row *row;

	TRY(record_get(act, record_find(act->house, "pupil"), pupil, &row));
	for (int i = 0; i < 4; i++)
		mark(act->a, w, row_named(row, NAMES[i]), i < 2 ? 2 : 3, true);
	*own = hits(act->a, w, "");
	return NULL;
}

/* Any colleague knows the names on roll; the program looks, whoever writes, so that nobody's rights decide what is found. */
const struct fault *names_in(struct act *act, const char *text, const char *known, const char *pupil, const char **found,
	const char **own)
{
	struct act *all = act_lift(act);
	struct words *w = words_of(act->a, text);
	char *listed = arena_text(act->a, text_fold(act->a, known));
	struct found f;

	*own = "";
	TRY(act_guard(all));
	TRY(query_run(all, &Q_GUIDANCE_NAMES, (const char *const[]){ act->campus, day_iso(act->a, act->today) }, &f));
	for (int i = 0; i < f.rows; i++)
		for (int k = 0; k < f.columns; k++)
			mark(act->a, w, found_text(&f, i, k), k < 2 ? 2 : 3, false);
	if (pupil && *pupil)
		TRY(own_names(all, text, pupil, own));
	TRY(act_guard(act));
	for (char *c = listed; *c; c++)
		*c = *c == ',' ? ' ' : *c;
	*found = hits(act->a, w, listed);
	return NULL;
}
