/* codes.c - finds a code. The lists are a few hundred rows and are looked through in order: a page shows a dozen. */
#include "law/codes.h"

#include <string.h>

#include "law/codes_rows.h"

/* "2014-09" is from the first of that month, or until its last. */
static day edge(const char *text, bool end)
{
	char iso[11] = "0000-00-01";
	day first;

	if (strlen(text) == 10)
		return day_parse(text);
	if (strlen(text) != 7)
		return DAY_NONE;
	memcpy(iso, text, 7);
	first = day_parse(iso);
	return end && first != DAY_NONE ? day_add_months(first, 1) - 1 : first;
}

static bool usable(const struct code *c, day date)
{
	day from = edge(c->from, false), until = edge(c->until, true);

	if (date == DAY_NONE)
		return true;
	if (c->current[0] != 'Y' && until == DAY_NONE)
		return false;
	return (from == DAY_NONE || from <= date) && (until == DAY_NONE || date <= until);
}

const struct code *law_code(const char *set, const char *code, day date)
{
	for (int i = 0; i < CODE_COUNT; i++)
		if (strcmp(CODES[i].set, set) == 0 && strcmp(CODES[i].code, code) == 0)
			return usable(&CODES[i], date) ? &CODES[i] : NULL;
	return NULL;
}

const struct code *const *law_codes(struct arena *a, const char *set, day date, int *count)
{
	const struct code **found = arena_array(a, (size_t)CODE_COUNT, sizeof(*found));

	*count = 0;
	for (int i = 0; i < CODE_COUNT; i++)
		if (strcmp(CODES[i].set, set) == 0 && usable(&CODES[i], date))
			found[(*count)++] = &CODES[i];
	return found;
}

const char *code_short(const struct code *c)
{
	return c->short_label[0] ? c->short_label : c->label;
}

const char *law_code_label(const char *set, const char *code)
{
	const struct code *c = law_code(set, code, DAY_NONE);

	return c ? c->label : code;
}
