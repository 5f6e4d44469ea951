/* index.c - the words by which a row is found: names and clear text only, folded, and how they sound. Sealed text has none
 * (R20). */
#include <string.h>

#include "base/text.h"
#include "record/engine.h"

enum { LONGEST_WORD = 40 };

static bool searched(const struct record *r, int field)
{
	return (r->fields[field].flags & SEARCH) && !field_sealed(r, field);
}

static const struct fault *add_token(struct act *act, const struct row *row, const char *token)
{
	struct stmt *st;
	const char *about = row_about(row);

	TRY(db_ask(act->db, act->a, "INSERT INTO token (campus, token, record, \"row\", pupil) VALUES ($1, $2, $3, $4, $5) ON "
		"CONFLICT DO NOTHING", &st));
	stmt_text(st, 1, row->campus);
	stmt_text(st, 2, token);
	stmt_text(st, 3, row->r->name);
	stmt_text(st, 4, row->id);
	stmt_text(st, 5, about);
	TRY(stmt_finish(st));
	return NULL;
}

const char *index_next(struct arena *a, const char **folded)
{
	static const char BETWEEN[] = " \t\n,.;:!?\"()[]/";
	const char *word;
	size_t n;

	*folded += strspn(*folded, BETWEEN);
	n = strcspn(*folded, BETWEEN);
	if (!n)
		return NULL;
	word = arena_text_n(a, *folded, n);
	*folded += n;
	return word;
}

static const struct fault *add_word(struct act *act, const struct row *row, const char *word)
{
	const char *sound = text_sound(act->a, word);

	if (strlen(word) > LONGEST_WORD)
		return NULL;
	TRY(add_token(act, row, word));
	return strlen(sound) > 1 ? add_token(act, row, arena_printf(act->a, "~%s", sound)) : NULL;
}

/* Each word, and in names each pair of neighbours as one: people write "Mei Ling", "Mei-Ling" and "Meiling" for one child. */
static const struct fault *add_words(struct act *act, const struct row *row, int field)
{
	bool name = row->r->fields[field].flags & FOLDED;
	const char *p = text_fold(act->a, row->values[field]), *word, *before = NULL;

	while ((word = index_next(act->a, &p))) {
		TRY(add_word(act, row, word));
		if (name && before)
			TRY(add_word(act, row, arena_printf(act->a, "%s%s", before, word)));
		before = word;
	}
	return NULL;
}

const struct fault *index_row(struct act *act, const struct row *row)
{
	struct stmt *st;
	bool any = false;

	for (int i = 0; i < row->r->count; i++)
		any = any || searched(row->r, i);
	if (!any)
		return NULL;
	if (row->version > 1) {
		TRY(db_ask(act->db, act->a, "DELETE FROM token WHERE \"row\" = $1", &st));
		stmt_text(st, 1, row->id);
		TRY(stmt_finish(st));
		stmt_done(st);
	}
	if (*row->withdrawn)
		return NULL;
	for (int i = 0; i < row->r->count; i++)
		if (searched(row->r, i) && row->values[i])
			TRY(add_words(act, row, i));
	return NULL;
}
