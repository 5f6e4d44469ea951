/* intake_say.c - what intake tells a person, and the tables it fills. */
#include "doc/intake_parts.h"

#include <stdarg.h>

enum { MAX_MESSAGES = 2000 };

static struct intake_message *message(struct work *w, enum doc_level level)
{
	struct intake *in = w->in;

	if (in->messages >= MAX_MESSAGES && level != DOC_ERROR && level != DOC_QUESTION) {
		in->unsaid++;
		return NULL;
	}
	if (in->messages >= 3 * MAX_MESSAGES) {
		in->unsaid++;
		return NULL;
	}
	if (in->messages == w->message_room) {
		int room = w->message_room ? w->message_room * 2 : 64;

		in->message = arena_extend(w->a, in->message, (size_t)w->message_room * sizeof *in->message,
		                           (size_t)room * sizeof *in->message);
		w->message_room = room;
	}
	return &in->message[in->messages++];
}

/* In an XML file there are no rows to look up: it is the pupil's number. */
static const char *placed(const struct work *w, const char *text)
{
	bool xml = w->in->format == DOC_CTF || w->in->format == DOC_ATF || w->in->format == DOC_CENSUS;

	return xml && strncmp(text, "Row", 3) == 0 ? arena_printf(w->a, "Pupil%s", text + 3) : text;
}

void intake_say(struct work *w, enum doc_level level, int row, enum intake_field field, const char *format, ...)
{
	struct intake_message *m = message(w, level);
	va_list ap;

	if (level == DOC_ERROR && row == 0)
		w->in->stopped = true;
	if (!m)
		return;
	va_start(ap, format);
	*m = (struct intake_message){ level, row, INTAKE_FIELDS[field].name, placed(w, arena_vprintf(w->a, format, ap)), "", "", "",
		false };
	va_end(ap);
}

void intake_ask(struct work *w, int row, enum intake_field field, bool stops, const char *key, const char *suggested,
	const char *choices,
         const char *format, ...)
{
	struct intake_message *m = message(w, DOC_QUESTION);
	va_list ap;

	if (stops)
		w->in->stopped = true;
	if (!m)
		return;
	va_start(ap, format);
	*m = (struct intake_message){ DOC_QUESTION, row, INTAKE_FIELDS[field].name, placed(w, arena_vprintf(w->a, format, ap)), key,
	                              suggested ? suggested : "", choices ? choices : "", stops };
	va_end(ap);
}

const char *intake_answered(const struct work *w, const char *key)
{
	for (int i = 0; i < w->options->answers; i++)
		if (strcmp(w->options->answer[i].key, key) == 0)
			return w->options->answer[i].value;
	return NULL;
}

void intake_note_word(struct work *w, enum intake_field field, const char *key, const char *words, const char *read_as,
	const char *suggested,
               const char *why, int row)
{
	struct word_seen **at = &w->words;

	for (; *at; at = &(*at)->next)
		if (strcmp((*at)->key, key) == 0) {
			(*at)->rows++;
			return;
		}
	*at = arena_alloc(w->a, sizeof **at);
	**at = (struct word_seen){ field, key, words, read_as, suggested, why, row, 1, NULL };
}

void intake_say_words(struct work *w)
{
	for (const struct word_seen *s = w->words; s; s = s->next) {
		const char *label = INTAKE_FIELDS[s->field].label;
		const char *where = s->rows > 1 ? arena_printf(w->a, "Row %d and %d more", s->first_row, s->rows - 1)
		                                : arena_printf(w->a, "Row %d", s->first_row);

		if (s->read_as)
			intake_say(w, DOC_INFO, s->first_row, s->field, "%s: %s \xE2\x80\x98%s\xE2\x80\x99 was read as %s.",
				where, label, s->words, s->read_as);
		else
			intake_ask(w, s->first_row, s->field, false, s->key, s->suggested, NULL,
			    "%s: %s \xE2\x80\x98%s\xE2\x80\x99 is not a code. %s The words are kept; choose what they mean.",
			where, label,
			    s->words, s->why);
	}
}

struct intake_table *intake_add_table(struct work *w, enum intake_table_kind kind, int rows)
{
	struct intake *in = w->in;
	struct intake_table *t;

	in->table = arena_extend(w->a, in->table, (size_t)in->tables * sizeof *in->table,
		(size_t)(in->tables + 1) * sizeof *in->table);
	t = &in->table[in->tables++];
	t->kind = kind;
	for (int i = 0; i < FIELD_COUNT; i++)
		t->slot[i] = -1;
	t->row = arena_array(w->a, (size_t)rows, sizeof *t->row);
	return t;
}

void intake_set_slots(struct intake_table *t, const enum intake_field *fields, int n)
{
	for (int i = 0; i < n; i++)
		if (t->slot[fields[i]] < 0)
			t->slot[fields[i]] = t->slots++;
}

void intake_put(const struct intake_table *t, struct intake_row *r, enum intake_field f, const char *value)
{
	if (t->slot[f] >= 0)
		r->value[t->slot[f]] = value && *value ? value : NULL;
}

const char *intake_get(const struct intake_table *t, const struct intake_row *row, enum intake_field field)
{
	return t->slot[field] >= 0 ? row->value[t->slot[field]] : NULL;
}

const struct intake_table *intake_table(const struct intake *in, enum intake_table_kind kind)
{
	for (int i = 0; i < in->tables; i++)
		if (in->table[i].kind == kind)
			return &in->table[i];
	return NULL;
}

void intake_count_code(struct arena *a, struct intake_count **list, int *n, const char *code)
{
	int i = 0;

	while (i < *n && strcmp((*list)[i].code, code) != 0)
		i++;
	if (i == *n) {
		*list = arena_extend(a, *list, (size_t)*n * sizeof **list, (size_t)(*n + 1) * sizeof **list);
		(*list)[(*n)++] = (struct intake_count){ code, 0 };
	}
	(*list)[i].pupils++;
}

const char *intake_field_name(enum intake_field field)
{
	return field < FIELD_COUNT ? INTAKE_FIELDS[field].name : "";
}

const char *intake_field_label(enum intake_field field)
{
	return field < FIELD_COUNT ? INTAKE_FIELDS[field].label : "";
}

const char *intake_table_name(enum intake_table_kind kind)
{
	static const char *const NAMES[TABLE_KINDS] = {
		[TABLE_PUPILS] = "pupils", [TABLE_CONTACTS] = "contacts", [TABLE_ATTENDANCE] = "attendance",
			[TABLE_TESTS] = "tests",
		[TABLE_PROVISIONS] = "provisions", [TABLE_STAFF] = "staff", [TABLE_CLASSES] = "classes",
			[TABLE_MEMBERS] = "members",
		[TABLE_TEACHES] = "teaches", [TABLE_TERMS] = "terms", [TABLE_HOLIDAYS] = "holidays", [TABLE_SCHOOLS] = "schools",
		[TABLE_SEN_HISTORY] = "sen history", [TABLE_FSM_HISTORY] = "fsm history", [TABLE_ASSESSMENTS] = "assessments",
		[TABLE_SCHOOL_HISTORY] = "school history", [TABLE_LANGUAGES] = "languages",
	};

	return kind < TABLE_KINDS ? NAMES[kind] : "";
}
