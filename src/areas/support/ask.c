/* ask.c - what is asked and whom: questions by area of need and age, and everyone who teaches the child today. How they are told is
 * in chase.c. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

enum { OF_AREA = 5, GENERAL = 2 };
#define NAME_HERE "[name]" /* in a question: the child is named here */

static const char *phase_of(const char *year)
{
	return !*year ? "any" : strlen(year) > 1 || strchr("789", *year) ? "secondary" : "primary";
}

const char *ask_named(struct arena *a, const char *text, const char *first)
{
	struct buf b = buf_new(a);

	for (const char *at; (at = strstr(text, NAME_HERE)); text = at + strlen(NAME_HERE)) {
		buf_add_n(&b, text, (size_t)(at - text));
		buf_add(&b, first);
	}
	buf_add(&b, text);
	return buf_text(&b);
}

/* Few enough for two minutes: five about the area, two about any need, and one to write in. */
static bool wanted(const struct asked_list *out, int *area, int *general, bool *words, bool of_area, const char *kind)
{
	if (out->count == ASK_MOST)
		return false;
	if (strcmp(kind, "words") == 0)
		return *words ? false : (*words = true);
	if (of_area)
		return (*area)++ < OF_AREA;
	return (*general)++ < GENERAL;
}

static void add(struct asked_list *out, const char *id, const char *text, const char *kind)
{
	if (out->count < ASK_MOST)
		out->q[out->count++] = (struct asked){ id, text, kind };
}

/* The one to write in comes last. */
static void words_last(struct asked_list *l)
{
	for (int i = 0; i < l->count; i++)
		if (strcmp(l->q[i].kind, "words") == 0) {
			struct asked it = l->q[i];

			memmove(&l->q[i], &l->q[i + 1], (size_t)(l->count - i - 1) * sizeof *l->q);
			l->q[l->count - 1] = it;
			return;
		}
}

static void choose_first(struct arena *a, const char *area, const char *phase, const char *first, struct asked_list *out)
{
	int n = 0, general = 0;
	bool words = false;

	for (const struct first_question *q = FIRST_QUESTIONS; q->text; q++) {
		bool mine = strcmp(q->area, area) == 0 && strcmp(area, "general") != 0;

		if ((!mine && strcmp(q->area, "general") != 0) || (strcmp(q->phase, "any") != 0 && strcmp(q->phase, phase) != 0))
			continue;
		if (wanted(out, &n, &general, &words, mine || strcmp(area, "general") == 0, q->kind))
			add(out, "", ask_named(a, q->text, first), q->kind);
	}
}

const struct fault *ask_choose(struct act *act, const char *area, const char *year, const char *first, struct asked_list *out)
{
	const char *phase = phase_of(year);
	int n = 0, general = 0;
	bool words = false;
	struct found f;

	*out = (struct asked_list){ .count = 0 };
	TRY(query_run(act, &Q_QUESTION_COUNT, NULL, &f));
	if (!found_int(&f, 0, Q_QUESTION_COUNT_MANY)) {
		choose_first(act->a, area, phase, first, out);
		words_last(out);
		return NULL;
	}
	TRY(query_run(act, &Q_QUESTION_BANK, (const char *const[]){ area, phase, day_iso(act->a, act->today) }, &f));
	for (int i = 0; i < f.rows; i++) {
		bool mine = strcmp(found_text(&f, i, Q_QUESTION_BANK_AREA), area) == 0;

		if (wanted(out, &n, &general, &words, mine, found_text(&f, i, Q_QUESTION_BANK_KIND)))
			add(out, found_text(&f, i, Q_QUESTION_BANK_ID), ask_named(act->a, found_text(&f, i,
				Q_QUESTION_BANK_TEXT), first), found_text(&f, i, Q_QUESTION_BANK_KIND));
	}
	words_last(out);
	return NULL;
}

const struct fault *ask_read(struct act *act, const char *ids, const char *first, struct asked_list *out)
{
	*out = (struct asked_list){ .count = 0 };
	while (*ids) {
		size_t n = strcspn(ids, " ");
		struct row *q;

		TRY(record_get(act, &QUESTION, arena_text_n(act->a, ids, n), &q));
		add(out, row_id(q), ask_named(act->a, row_text(q, QUESTION_TEXT), first), row_text(q, QUESTION_KIND));
		ids += n + (ids[n] == ' ');
	}
	return NULL;
}

day support_weekday(day d)
{
	return day_week(d) < 5 ? d : d + 7 - day_week(d);
}

/* ---- whom ---- */

static const char *as_words(struct arena *a, const struct found *f, int i)
{
	const char *kind = found_text(f, i, Q_WHO_TEACHES_KIND), *class = found_text(f, i, Q_WHO_TEACHES_CLASS);
	const char *subject = found_text(f, i, Q_WHO_TEACHES_SUBJECT);

	if (strcmp(kind, "caseload") == 0)
		return strcmp(class, "keyworker") == 0 ? "Keyworker" : strcmp(class,
			"mentor") == 0 ? "Mentor" : "Teaching assistant";
	if (strcmp(kind, "form") == 0)
		return arena_printf(a, "Tutor of %s", class);
	return *subject ? subject : class;
}

static bool says_already(const char *as, const char *more)
{
	return strstr(as, more) != NULL;
}

const struct fault *ask_whom(struct act *act, const char *pupil, const struct asker **out, int *count)
{
	struct asker *list;
	struct found f;
	int n = 0;

	TRY(query_run(act, &Q_WHO_TEACHES, (const char *const[]){ pupil, day_iso(act->a, act->today) }, &f));
	list = arena_array(act->a, (size_t)f.rows + 1, sizeof *list);
	for (int i = 0; i < f.rows; i++) {
		const char *staff = found_text(&f, i, Q_WHO_TEACHES_STAFF), *as = as_words(act->a, &f, i);

		if (n && strcmp(list[n - 1].staff, staff) == 0) {
			if (!says_already(list[n - 1].as, as) && strlen(list[n - 1].as) + strlen(as) < 150)
				list[n - 1].as = arena_printf(act->a, "%s, %s", list[n - 1].as, as);
			continue;
		}
		list[n++] = (struct asker){ staff, found_text(&f, i, Q_WHO_TEACHES_NAME), as };
	}
	*out = list;
	*count = n;
	return NULL;
}

int ask_count(const char *ids)
{
	int n = *ids != 0;

	for (; *ids; ids++)
		n += *ids == ' ';
	return n;
}

const char *ask_minutes(struct arena *a, int questions)
{
	int minutes = (questions * 15 + 59) / 60;

	return arena_printf(a, "%d short %s, about %d %s", questions, questions == 1 ? "question" : "questions",
		minutes < 1 ? 1 : minutes, minutes > 1 ? "minutes" : "minute");
}
