/* profile_quiz.c - two or three questions that whoever has read a profile can answer and whoever has not must look up: which of
 * these helps this child, which does not, what calms. Every right answer is a line of the profile; the wrong ones are the
 * profile's lines of the opposite kind, filled up with what helps nobody. It tests reading, not people: nothing is kept of wrong
 * answers. */
#include <string.h>

#include "base/text.h"
#include "reports/profile_pages.h"

enum { LINES = 24 };

struct lines { const char *text[LINES]; int count; };

static void take(struct arena *a, struct lines *l, const char *points)
{
	for (const char *rest = points ? points : "", *point; l->count < LINES && (point = profile_next_point(a, &rest));)
		l->text[l->count++] = point;
}

/* A number that is the same for the same words. */
static unsigned mixed(const char *words, unsigned salt)
{
	unsigned n = 2166136261u ^ salt * 2654435761u;

	for (; *words; words++)
		n = (n ^ (unsigned char)*words) * 16777619u;
	return n ^ n >> 15;
}

static bool among(const struct ui_option *choice, int count, const char *text)
{
	for (int i = 0; i < count; i++)
		if (text_same(choice[i].label, text))
			return true;
	return false;
}

static void add_choice(struct profile_question *q, int *count, const char *text)
{
	if (*count < QUIZ_CHOICES && !among(q->choice, *count, text))
		q->choice[(*count)++].label = text;
}

/* What helps nobody, and is not likely to stand in a profile. */
static const char *const NEVER[] = { "Pointing out mistakes in front of the class", "Taking away the break until the work is done",
	"Saying it all again, louder and faster", "Letting the others decide who works together", NULL };

static bool ask(struct arena *a, struct profile_quiz *out, const char *words, const char *seed, const struct lines *right,
	const struct lines *wrong, bool fill)
{
	static const char *const NAMES[] = { "check-1", "check-2", "check-3" }, *const VALUES[] = { "a", "b", "c", "d" };
	struct profile_question *q = &out->question[out->count];
	unsigned turn = mixed(seed, (unsigned)out->count);
	int count = 0;
	size_t at;

	if (!right->count)
		return false;
	add_choice(q, &count, right->text[turn % (unsigned)right->count]);
	for (int i = 0; i < wrong->count && i < 2; i++)
		add_choice(q, &count, wrong->text[(turn / 7 + (unsigned)i) % (unsigned)wrong->count]);
	for (int i = 0; fill && NEVER[i]; i++)
		add_choice(q, &count, NEVER[(turn / 11 + (unsigned)i) % 4]);
	if (count < 2)
		return false;
	at = turn / 13 % (unsigned)count; /* where the right one stands */
	if (at) {
		const char *first = q->choice[0].label;

		q->choice[0].label = q->choice[at].label;
		q->choice[at].label = first;
	}
	for (int i = 0; i < count; i++)
		q->choice[i].value = VALUES[i];
	q->choice[count].label = NULL;
	q->name = NAMES[out->count];
	q->ask = arena_printf(a, "%s", words);
	q->right = VALUES[at];
	out->count++;
	return true;
}

void profile_quiz(struct arena *a, const char *first, const struct profile *sheet, const char *seed, struct profile_quiz *out)
{
	struct lines helps = { .count = 0 }, avoid = { .count = 0 }, calms = { .count = 0 };

	*out = (struct profile_quiz){ .count = 0 };
	take(a, &helps, sheet->support);
	take(a, &avoid, sheet->unhelpful);
	take(a, &calms, sheet->calms);
	(void)ask(a, out, arena_printf(a, "Which of these helps %s?", first), seed, &helps, &avoid, true);
	if (helps.count)
		(void)ask(a, out, arena_printf(a, "Which of these does not help %s?", first), seed, &avoid, &helps, false);
	(void)ask(a, out, arena_printf(a, "What calms %s?", first), seed, &calms, &avoid, true);
}
