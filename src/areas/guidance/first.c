/* first.c - the sheets and role cards that a school begins with; the words are in first_sheets.c and first_cards.c. They are
 * ours: general
 * classroom practice in plain words, the school's to change. A school that has any of its own is left alone. */
#include "areas/guidance/first.h"

static const struct fault *is_empty(struct act *act, const struct record *r, bool *out)
{
	int64_t n;

	TRY(record_count(act, r, &(struct ask){ .with_withdrawn = true, .campus = act->campus }, &n));
	*out = n == 0;
	return NULL;
}

static const struct fault *add_sheet(struct act *act, const struct first_sheet *s)
{
	struct form *f = form_new(act->a, &GUIDE);
	const char *id;

	form_set(f, GUIDE_TITLE, s->title);
	form_set(f, GUIDE_AREA, s->area);
	form_set(f, GUIDE_NEEDS, s->needs);
	form_set(f, GUIDE_LOOKS, s->looks);
	form_set(f, GUIDE_HELPS, s->helps);
	form_set(f, GUIDE_AVOID, s->avoid);
	form_set(f, GUIDE_MORE, s->more);
	form_set(f, GUIDE_SOURCE, "General classroom practice; the sheet came with the program and is the school’s to change");
	return record_add(act, &GUIDE, NULL, f, &id);
}

static const struct fault *add_card(struct act *act, const struct first_card *c)
{
	struct form *f = form_new(act->a, &READING);
	const char *id;

	form_set(f, READING_TITLE, c->title);
	form_set(f, READING_KIND, "role");
	form_set(f, READING_TEXT, c->text);
	form_set(f, READING_WHOM, "role");
	form_set(f, READING_WHOM_OF, c->roles);
	form_set(f, READING_STATE, "draft");
	form_set(f, READING_EDITION, "1");
	return record_add(act, &READING, NULL, f, &id);
}

const struct fault *guidance_seed(struct act *act)
{
	bool empty;

	TRY(is_empty(act, &GUIDE, &empty));
	for (int i = 0; empty && FIRST_SHEETS[i].title; i++)
		TRY(add_sheet(act, &FIRST_SHEETS[i]));
	TRY(is_empty(act, &READING, &empty));
	for (int i = 0; empty && FIRST_CARDS[i].title; i++)
		TRY(add_card(act, &FIRST_CARDS[i]));
	return NULL;
}
