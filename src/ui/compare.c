/* compare.c - two texts word by word: what one has that the other has not, and both changes joined. Texts are compared by
 * their longest common run of words; past a limit the rest counts as changed, so that a huge text cannot cost a minute. */
#include <ctype.h>
#include <string.h>

#include "ui/ui.h"

enum { MOST_WORDS = 1500 }; /* each text: the table is 1500 by 1500 of two bytes */

struct word { const char *at; size_t len, space; };  /* space: bytes of white space after it */
struct words { struct word *word; int count; const char *tail; };

static bool is_white(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static struct words split(struct arena *a, const char *text)
{
	struct words w = { .word = arena_array(a, MOST_WORDS, sizeof *w.word), .tail = text ? text : "" };

	while (is_white(*w.tail))
		w.tail++;
	while (*w.tail && w.count < MOST_WORDS) {
		struct word *next = &w.word[w.count++];

		next->at = w.tail;
		while (*w.tail && !is_white(*w.tail))
			w.tail++;
		next->len = (size_t)(w.tail - next->at);
		while (is_white(*w.tail))
			w.tail++;
		next->space = (size_t)(w.tail - next->at) - next->len;
	}
	return w;
}

static bool same(const struct word *a, const struct word *b)
{
	return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

/* keep[i] is the place in `b` of the word that a's i-th stands for, or -1: a longest common subsequence. */
static int *match(struct arena *arena, const struct words *a, const struct words *b)
{
	size_t wide = (size_t)b->count + 1;
	uint16_t *best = arena_array(arena, ((size_t)a->count + 1) * wide, sizeof *best);
	int *keep = arena_array(arena, (size_t)a->count + 1, sizeof *keep);

	for (int i = a->count - 1; i >= 0; i--)
		for (int j = b->count - 1; j >= 0; j--) {
			uint16_t *here = &best[(size_t)i * wide + (size_t)j];
			uint16_t down = here[wide], right = here[1];

			*here = same(&a->word[i], &b->word[j]) ? (uint16_t)(here[wide + 1] + 1) : down > right ? down : right;
		}
	for (int i = 0, j = 0; i < a->count; i++) {
		keep[i] = -1;
		while (j < b->count && !same(&a->word[i], &b->word[j]) &&
			best[(size_t)i * wide + (size_t)j + 1] >= best[((size_t)i + 1) * wide + (size_t)j])
			j++;
		if (j < b->count && same(&a->word[i], &b->word[j]))
			keep[i] = j++;
	}
	return keep;
}

static void write_run(struct ui *ui, const struct word *first, const struct word *last, bool added)
{
	size_t n = (size_t)(last->at - first->at) + last->len;

	if (added)
		buf_add(&ui->out, "<ins>");
	buf_add_html(&ui->out, arena_text_n(ui->a, first->at, n));
	if (added)
		buf_add(&ui->out, "</ins>");
	buf_add_html(&ui->out, arena_text_n(ui->a, last->at + last->len, last->space));
}

void ui_compare(struct ui *ui, const char *text, const char *other)
{
	struct words a = split(ui->a, text), b = split(ui->a, other);
	const int *keep = match(ui->a, &a, &b);

	buf_add(&ui->out, "<p class=\"os-keeplines\">");
	for (int i = 0, j; i < a.count; i = j) {
		bool added = keep[i] < 0;

		for (j = i + 1; j < a.count && (keep[j] < 0) == added; j++)
			;
		write_run(ui, &a.word[i], &a.word[j - 1], added);
	}
	if (*a.tail) {
		buf_add(&ui->out, "<ins>");
		buf_add_html(&ui->out, a.tail);
		buf_add(&ui->out, "</ins>");
	}
	buf_add(&ui->out, "</p>");
}

static void add_word(struct buf *out, const struct word *w)
{
	if (out->len && !is_white(out->data[out->len - 1]))
		buf_add_c(out, ' ');
	buf_add_n(out, w->at, w->len + w->space);
}

/* Words of `theirs` and `mine` around each word of `before` that both kept; what either took out is out. */
const char *ui_join(struct arena *a, const char *before, const char *theirs, const char *mine)
{
	struct words old = split(a, before), one = split(a, theirs), two = split(a, mine);
	const int *in_one = match(a, &old, &one), *in_two = match(a, &old, &two);
	struct buf out = buf_new(a);
	int i = 0, j = 0;

	for (int k = 0; k <= old.count; k++) {
		int to_one = k < old.count ? in_one[k] : one.count, to_two = k < old.count ? in_two[k] : two.count;

		int from = i;

		for (; i < to_one; i++)
			add_word(&out, &one.word[i]);
		bool twice = to_two - j == i - from && i > from;

		for (int n = 0; twice && n < i - from; n++)
			twice = same(&one.word[from + n], &two.word[j + n]);
		for (; j < to_two; j++)
			if (!twice)
				add_word(&out, &two.word[j]);
		if (k < old.count && to_one >= 0 && to_two >= 0)
			add_word(&out, &old.word[k]);
		i += to_one >= 0 && k < old.count;
		j += to_two >= 0 && k < old.count;
	}
	buf_add(&out, one.tail);
	buf_add(&out, two.tail);
	return buf_text(&out);
}
