/* arena.c - memory in chunks that double, with a list of what to run at the end. It knows nothing of what it holds. */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_FIRST = 16 << 10, CHUNK_MOST = 1 << 20, ALIGN = 16 };

struct chunk {
	struct chunk *before;
	size_t size, used;
	_Alignas(ALIGN) unsigned char bytes[];
};

struct ending {
	struct ending *before;
	void (*end)(void *);
	void *thing;
};

struct arena {
	struct chunk *newest;
	struct ending *endings;
	jmp_buf *place;
	size_t cap, used;
};

static void out_of_memory(const struct arena *a)
{
	if (a && a->place)
		longjmp(*a->place, 1);
	fputs("opensenco: out of memory\n", stderr);
	abort();
}

struct arena *arena_new(size_t cap)
{
	struct arena *a = calloc(1, sizeof *a);

	if (!a)
		out_of_memory(NULL);
	a->cap = cap;
	return a;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	while (a->endings) {
		struct ending *e = a->endings;

		a->endings = e->before;
		e->end(e->thing);
	}
	while (a->newest) {
		struct chunk *c = a->newest;

		a->newest = c->before;
		free(c);
	}
	free(a);
}

static void chunk_add(struct arena *a, size_t bytes)
{
	size_t size = a->newest ? a->newest->size * 2 : CHUNK_FIRST;
	struct chunk *c;

	if (size > CHUNK_MOST)
		size = CHUNK_MOST;
	if (size < bytes)
		size = bytes;
	c = malloc(sizeof *c + size);
	if (!c) {
		out_of_memory(a);
		return;
	}
	c->before = a->newest;
	c->size = size;
	c->used = 0;
	a->newest = c;
}

static bool padded(size_t bytes, size_t *out)
{
	if (__builtin_add_overflow(bytes, (size_t)ALIGN - 1, out))
		return false;
	*out &= ~((size_t)ALIGN - 1);
	return true;
}

void *arena_alloc(struct arena *a, size_t bytes)
{
	size_t want, total;
	void *p;

	if (!padded(bytes ? bytes : 1, &want) || __builtin_add_overflow(a->used, want, &total) || total > a->cap)
		out_of_memory(a);
	if (!a->newest || a->newest->size - a->newest->used < want)
		chunk_add(a, want);
	p = a->newest->bytes + a->newest->used;
	a->newest->used += want;
	a->used = total;
	return memset(p, 0, want);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes))
		out_of_memory(a);
	return arena_alloc(a, bytes);
}

void *arena_extend(struct arena *a, void *p, size_t was, size_t now)
{
	size_t old, want, total;
	struct chunk *c = a->newest;
	void *copy;

	if (!padded(was ? was : 1, &old) || !padded(now, &want))
		out_of_memory(a);
	if (p && c && (unsigned char *)p + old == c->bytes + c->used && want >= old && c->size - c->used >= want - old) {
		if (__builtin_add_overflow(a->used, want - old, &total) || total > a->cap)
			out_of_memory(a);
		memset(c->bytes + c->used, 0, want - old);
		c->used += want - old;
		a->used = total;
		return p;
	}
	copy = arena_alloc(a, now);
	if (p)
		memcpy(copy, p, was < now ? was : now);
	return copy;
}

char *arena_text_n(struct arena *a, const char *text, size_t bytes)
{
	char *copy = arena_alloc(a, bytes + 1);

	if (bytes)
		memcpy(copy, text, bytes);
	return copy;
}

char *arena_text(struct arena *a, const char *text)
{
	return arena_text_n(a, text, text ? strlen(text) : 0);
}

char *arena_vprintf(struct arena *a, const char *format, va_list ap)
{
	va_list again;
	char *text;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, format, ap);
	text = arena_alloc(a, n < 0 ? 1 : (size_t)n + 1);
	if (n > 0)
		vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	return text;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = arena_vprintf(a, format, ap);
	va_end(ap);
	return text;
}

void arena_defer(struct arena *a, void (*end)(void *), void *thing)
{
	struct ending *e = arena_alloc(a, sizeof *e);

	e->before = a->endings;
	e->end = end;
	e->thing = thing;
	a->endings = e;
}

void arena_catch(struct arena *a, jmp_buf *place)
{
	a->place = place;
}

size_t arena_used(const struct arena *a)
{
	return a->used;
}
