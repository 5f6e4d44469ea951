/* asks.c - what a person can answer to a file's question: the choices of its kind, in words. What an answer does is doc's and
 * plan.c's. */
#include <string.h>

#include "areas/intake/pages.h"

enum { CHOICES_MOST = 160 };

static const struct choice STATUSES[] = {
	{ "K", "K: SEN support" }, { "E", "E: an EHC plan" }, { "N", "N: no SEN" }, { "monitoring", "No SEN, but we watch" },
		{ NULL, NULL } };
static const struct choice WORDS[] = {
	{ "yes", "Yes, the same child" }, { "no", "No, another child" }, { "ignore", "Leave it out" },
	{ "leave", "No: change nothing" },
	{ "N", "Yes, empty means no SEN" }, { "day-first", "Day first" }, { "month-first", "Month first" },
	{ "years-and-months", "Years and months: 7.06 is 7 years 6 months" }, { "decimal", "Decimal: 7.5 is 7 years 6 months" },
	{ "forename-first", "Forename first" }, { "surname-first", "Surname first" }, { NULL, NULL } };

struct offer { struct ui_option *option; int count; const char *chosen; };

static void offer(struct offer *o, const char *value, const char *label)
{
	if (o->count < CHOICES_MOST - 1)
		o->option[o->count++] = (struct ui_option){ .value = value, .label = label,
			.chosen = strcmp(value, o->chosen) == 0 };
}

static void offer_all(struct offer *o, const struct choice *list)
{
	for (; list && list->code; list++)
		offer(o, list->code, list->label);
}

static bool about(const char *key, const char *kind)
{
	return strncmp(key, kind, strlen(kind)) == 0;
}

const struct ui_option *question_options(struct arena *a, const struct plan *p, const struct asked *q, int *count)
{
	struct offer o = { .option = arena_array(a, CHOICES_MOST, sizeof *o.option), .chosen = q->suggested };
	bool need = about(q->key, "need:"), column = about(q->key, "column:");

	if (need || column)
		offer(&o, "", "Choose");
	if (need)
		offer_all(&o, p->need_types);
	for (int i = FIELD_NONE + 1; column && i < FIELD_COUNT; i++)
		offer(&o, intake_field_name((enum intake_field)i), intake_field_label((enum intake_field)i));
	if (need || column)
		offer(&o, "ignore", "Leave it out");
	if (about(q->key, "sen:"))
		offer_all(&o, STATUSES);
	for (const char *c = q->choices; *c; c += strcspn(c, "|") + (c[strcspn(c, "|")] == '|')) {
		const char *value = arena_text_n(a, c, strcspn(c, "|"));

		offer(&o, value, choice_label(WORDS, value));
	}
	*count = o.count;
	return o.option;
}

const struct ui_option *heading_options(struct arena *a, const struct plan *p, const struct intake_heading *h)
{
	struct offer o = { .option = arena_array(a, CHOICES_MOST, sizeof *o.option), .chosen = "" };
	enum intake_field now = FIELD_NONE;

	for (int i = FIELD_NONE + 1; i < FIELD_COUNT; i++)
		if (strcmp(intake_field_name((enum intake_field)i), h->field) == 0)
			now = (enum intake_field)i;
	offer(&o, "", now ? intake_field_label(now) : "Left out");
	if (now)
		offer(&o, "ignore", "Leave it out");
	for (int i = FIELD_NONE + 1; i < FIELD_COUNT; i++)
		if (i != (int)now && intake_takes(p->in, (enum intake_field)i))
			offer(&o, intake_field_name((enum intake_field)i), intake_field_label((enum intake_field)i));
	return o.option;
}

int messages_of(const struct plan *p, enum doc_level level, bool of_rows)
{
	int n = 0;

	for (int i = 0; i < p->in->messages; i++)
		n += p->in->message[i].level == level && (p->in->message[i].row > 0) == of_rows;
	return n;
}

const struct ui_link *after_saving(const char *kind)
{
	static const struct { const char *kind; struct ui_link next; } NEXT[] = {
		{ "term", { "Look at the calendar", "/school/calendar", false, 0 } },
		{ "bank", { "Look at the calendar", "/school/calendar", false, 0 } },
		{ "staff", { "Look at the staff", "/people/staff", false, 0 } },
		{ "teach", { "Look at the classes", "/people/classes", false, 0 } },
		{ "class", { "Look at the classes", "/people/classes", false, 0 } },
			{ "", { "Open the register", "/register", false, 0 } } };
	size_t i = 0;

	while (strncmp(kind, NEXT[i].kind, strlen(NEXT[i].kind)) != 0)
		i++;
	return &NEXT[i].next;
}

const char *after_row(const char *text)
{
	const char *at = strncmp(text, "Row ", 4) == 0 || strncmp(text, "Pupil ", 6) == 0 ? strchr(text, ' ') + 1 : text;

	at += at > text ? strspn(at, "0123456789") : 0;
	return at > text && strncmp(at, ": ", 2) == 0 ? at + 2 : text;
}

int questions_asked(const struct plan *p)
{
	int n = p->questions;

	for (int i = 0; i < p->in->messages; i++)
		n += p->in->message[i].level == DOC_QUESTION && *p->in->message[i].key;
	return n;
}
