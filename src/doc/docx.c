/* docx.c - templates listed and filled in the cage: what goes in and what comes out as a row of counted texts, checked again
 * here. */
#include "doc/docx.h"

#include <unistd.h>
#include <sys/mman.h>

#include "base/text.h"
#include "doc/cage.h"
#include "doc/docx_inner.h"

static void pack(struct buf *b, const char *bytes, size_t n)
{
	uint32_t length = (uint32_t)n;

	buf_add_n(b, (const char *)&length, sizeof length);
	buf_add_n(b, bytes, n);
}

static void pack_text(struct buf *b, const char *text)
{
	pack(b, text ? text : "", text ? strlen(text) : 0);
}

static void pack_number(struct buf *b, int n)
{
	uint32_t v = (uint32_t)n;

	buf_add_n(b, (const char *)&v, sizeof v);
}

struct unpack {
	struct arena *a;
	const char *at;
	size_t left;
	bool bad;
};

static uint32_t take_number(struct unpack *u)
{
	uint32_t v = 0;

	if (u->left < sizeof v) {
		u->bad = true;
		return 0;
	}
	memcpy(&v, u->at, sizeof v);
	u->at += sizeof v;
	u->left -= sizeof v;
	return v;
}

static const char *take(struct unpack *u, size_t *n)
{
	const char *at;

	*n = take_number(u);
	at = u->at;
	if (u->bad || *n > u->left) {
		u->bad = true;
		*n = 0;
		return "";
	}
	u->at += *n;
	u->left -= *n;
	return at;
}

static const char *take_text(struct unpack *u)
{
	size_t n;
	const char *at = take(u, &n);

	if (!text_is_utf8(at, n))
		u->bad = true;
	return u->bad ? "" : arena_text_n(u->a, at, n);
}

/* A count of things that take at least four bytes each. */
static int take_count(struct unpack *u)
{
	uint32_t n = take_number(u);

	if (n > u->left / 4)
		u->bad = true;
	return u->bad ? 0 : (int)n;
}

static const char *const *take_texts(struct unpack *u, int n)
{
	const char **all = arena_array(u->a, (size_t)n + 1, sizeof *all);

	for (int i = 0; i < n; i++)
		all[i] = take_text(u);
	return all;
}

static void pack_fill(struct buf *b, const struct docx_fill *f)
{
	pack_number(b, f->values);
	for (int i = 0; i < f->values; i++) {
		pack_text(b, f->value[i].tag);
		pack_text(b, f->value[i].text);
	}
	pack_number(b, f->lists);
	for (int i = 0; i < f->lists; i++) {
		const struct docx_list *l = &f->list[i];

		pack_text(b, l->tag);
		pack_number(b, l->columns);
		pack_number(b, l->rows);
		for (int c = 0; c < l->columns; c++)
			pack_text(b, l->column[c]);
		for (int c = 0; c < l->columns * l->rows; c++)
			pack_text(b, l->cell[c]);
	}
}

static struct docx_fill take_fill(struct unpack *u)
{
	struct docx_fill f = { .values = take_count(u) };
	struct docx_value *value = arena_array(u->a, (size_t)f.values + 1, sizeof *value);
	struct docx_list *list;

	for (int i = 0; i < f.values; i++) {
		value[i].tag = take_text(u);
		value[i].text = take_text(u);
	}
	f.value = value;
	f.lists = take_count(u);
	f.list = list = arena_array(u->a, (size_t)f.lists + 1, sizeof *list);
	for (int i = 0; i < f.lists && !u->bad; i++) {
		list[i].tag = take_text(u);
		list[i].columns = take_count(u);
		list[i].rows = (int)take_number(u);
		list[i].column = take_texts(u, list[i].columns);
		list[i].cell = take_texts(u, list[i].columns * list[i].rows);
	}
	return f;
}

static void pack_tags(struct buf *b, const struct docx_tags *t)
{
	pack_text(b, t->refused);
	pack_number(b, t->n);
	for (int i = 0; i < t->n; i++) {
		pack_text(b, t->tag[i].tag);
		pack_text(b, t->tag[i].title);
		pack_text(b, t->tag[i].inside);
		pack_number(b, t->tag[i].list);
	}
}

static void pack_merged(struct buf *b, const struct docx_merged *m)
{
	pack_text(b, m->refused);
	pack(b, m->bytes ? m->bytes : "", m->refused ? 0 : m->n);
	pack_number(b, m->missings);
	for (int i = 0; i < m->missings; i++)
		pack_text(b, m->missing[i]);
	pack_number(b, m->blocks);
	for (int i = 0; i < m->blocks; i++) {
		pack_number(b, (int)m->block[i].kind);
		pack_number(b, m->block[i].level);
		pack_text(b, m->block[i].text);
	}
}

static bool all_written(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t w = write(fd, bytes, n);

		if (w <= 0)
			return false;
		bytes += w;
		n -= (size_t)w;
	}
	return true;
}

/* In the cage: a letter for what to do, the template, what to fill in. */
int docx_work(int in, int out)
{
	struct arena *a = arena_new((size_t)CAGE_MEMORY - (32 << 20));
	off_t size = lseek(in, 0, SEEK_END);
	const char *p = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, in, 0) : MAP_FAILED;
	struct unpack u = { a, p, (size_t)(size > 0 ? size : 0), p == MAP_FAILED };
	struct buf answer = buf_new(a);
	struct docx_merged merged;
	struct docx_tags tags;
	bool fills = u.bad ? false : take_number(&u) == 'm';
	size_t n = 0;
	const char *bytes = u.bad ? "" : take(&u, &n);

	if (u.bad)
		return 1;
	if (fills) {
		struct docx_fill fill = take_fill(&u);

		docx_merge_here(a, bytes, n, &fill, &merged);
		pack_merged(&answer, &merged);
	} else {
		docx_tags_here(a, bytes, n, &tags);
		pack_tags(&answer, &tags);
	}
	return all_written(out, buf_text(&answer), answer.len) ? 0 : 1;
}

static const char TOO_LARGE[] = "This template is over 10 MB. Take pictures out of it, or make them smaller, and save it again.";
static const char DIED[] = "This template could not be read: it took too long or more memory than a template may, or it is damaged. "
	"Open it in Word and save it again.";

/* Sends the work; what came back is in `u`, or `u->bad`. */
static const struct fault *ask(struct arena *a, const struct buf *question, struct unpack *u)
{
	unsigned char *answer = NULL;
	size_t n = 0;
	bool ended = false;

	TRY(cage_run(a, docx_work, buf_text(question), question->len, &answer, &n, &ended));
	*u = (struct unpack){ a, (const char *)answer, n, !ended || !answer };
	return NULL;
}

const struct fault *docx_tags(struct arena *a, const char *bytes, size_t n, struct docx_tags *out)
{
	struct buf question = buf_new(a);
	struct docx_tag *tag;
	struct unpack u;
	const char *why;

	*out = (struct docx_tags){ .refused = TOO_LARGE };
	if (n > DOCX_MAX_FILE)
		return NULL;
	pack_number(&question, 't');
	pack(&question, bytes, n);
	TRY(ask(a, &question, &u));
	why = take_text(&u);
	out->n = take_count(&u);
	out->tag = tag = arena_array(a, (size_t)out->n + 1, sizeof *tag);
	for (int i = 0; i < out->n; i++) {
		tag[i].tag = take_text(&u);
		tag[i].title = take_text(&u);
		tag[i].inside = take_text(&u);
		tag[i].list = take_number(&u) != 0;
	}
	out->refused = u.bad ? DIED : why[0] ? why : NULL;
	out->n = out->refused ? 0 : out->n;
	return NULL;
}

static void take_merged(struct unpack *u, struct docx_merged *out)
{
	const char *why = take_text(u);
	struct docx_block *block;

	out->bytes = take(u, &out->n);
	out->missings = take_count(u);
	out->missing = take_texts(u, out->missings);
	out->blocks = take_count(u);
	out->block = block = arena_array(u->a, (size_t)out->blocks + 1, sizeof *block);
	for (int i = 0; i < out->blocks; i++) {
		uint32_t kind = take_number(u), level = take_number(u);

		block[i] = (struct docx_block){ kind > DOCX_ROW ? DOCX_PARAGRAPH : (enum docx_kind)kind, level > 3 ? 3 : (int)level,
			take_text(u) };
	}
	if (!why[0] && (out->n < 4 || memcmp(out->bytes, "PK\x03\x04", 4) != 0))
		u->bad = true;
	out->refused = u->bad ? DIED : why[0] ? why : NULL;
	if (out->refused)
		*out = (struct docx_merged){ .refused = out->refused };
}

const struct fault *docx_merge(struct arena *a, const char *bytes, size_t n, const struct docx_fill *fill, struct docx_merged *out)
{
	struct buf question = buf_new(a);
	struct unpack u;
	int rows = 0;

	*out = (struct docx_merged){ .refused = TOO_LARGE };
	if (n > DOCX_MAX_FILE)
		return NULL;
	for (int i = 0; i < fill->lists; i++)
		rows += fill->list[i].rows;
	if (rows > DOCX_MAX_ROWS)
		return FAULT(a, FAULT_TOO_LARGE, "a letter's lists have %d rows; at most %d", rows, DOCX_MAX_ROWS);
	pack_number(&question, 'm');
	pack(&question, bytes, n);
	pack_fill(&question, fill);
	TRY(ask(a, &question, &u));
	take_merged(&u, out);
	return NULL;
}
