/* intake_guess.c - columns whose heading says nothing to us and whose every value says what they are: statuses, needs, UPNs. What
 * is taken so is told, and a person can say otherwise. Nothing else is guessed: a column of dates may be anybody's. */
#include "doc/intake_parts.h"

#include "base/text.h"

enum looks_like { LIKE_NOTHING, LIKE_STATUS, LIKE_NEEDS, LIKE_UPN };

static bool is_upn(struct arena *a, const char *text)
{
	return strlen(text) == 13 && strspn(text + 1, "0123456789") >= 11 && upn_check(text) &&
		strcmp(text_fold(a, text), text) != 0;
}

static bool is_need(struct arena *a, const char *text)
{
	const char *suggested;
	bool sure;

	return need_code(a, arena_text_n(a, text, strcspn(text, ";|\n/+")), &suggested, &sure) && sure;
}

/* A status that says no more than N is none: "N" may stand for "no" to anything. */
static enum looks_like look(struct work *w, int column)
{
	bool status = true, need = true, upn = true, told = false;
	int filled = 0;

	for (int i = w->header + 1; i < w->sheet->rows; i++) {
		const char *text = clean_cell(w->a, sheet_cell(w->sheet, i, column));

		if (!*text || is_null_word(text) || w->sheet->row[i].cells <= column)
			continue;
		filled++;
		status = status && status_plain(w->a, text);
		told = told || (status && !status_same(w->a, text, "N"));
		need = need && is_need(w->a, text);
		upn = upn && is_upn(w->a, text);
		if (!status && !need && !upn)
			return LIKE_NOTHING;
	}
	if (!filled)
		return LIKE_NOTHING;
	return upn ? LIKE_UPN : need ? LIKE_NEEDS : status && told ? LIKE_STATUS : LIKE_NOTHING;
}

static bool any(const struct work *w, enum intake_field f, int but)
{
	for (int i = 0; i < w->columns; i++)
		if (i != but && w->field[i] == f)
			return true;
	return false;
}

static void take(struct work *w, int column, enum intake_field f)
{
	w->field[column] = f;
	intake_say(w, DOC_INFO, w->sheet->row[w->header].row, f,
		"Column \xE2\x80\x98%s\xE2\x80\x99 was taken for %s, since that is what all its values "
		"are. You can say otherwise.", heading_words(w->a, w->sheet, w->header, w->over, column), INTAKE_FIELDS[f].label);
}

void look_at_values(struct work *w, const bool *told)
{
	if (!(w->kind->first & W_PUPIL))
		return;
	for (int i = 0; i < w->columns; i++) {
		bool twice = w->field[i] == FIELD_SEN_STATUS && any(w, FIELD_SEN_STATUS, i);
		enum looks_like like;

		if (told[i] || (w->field[i] && !twice) || !*heading_words(w->a, w->sheet, w->header, w->over, i))
			continue;
		like = look(w, i);
		if (like == LIKE_NEEDS)
			take(w, i, FIELD_NEEDS);
		else if (like == LIKE_STATUS && !any(w, FIELD_SEN_STATUS, i))
			take(w, i, FIELD_SEN_STATUS);
		else if (like == LIKE_UPN && !any(w, FIELD_UPN, i))
			take(w, i, FIELD_UPN);
	}
}
