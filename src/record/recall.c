/* recall.c - the table behind recall.h: answers by the bytes of what was asked, the least lately used given up first. It knows
 * nothing of rights: the key holds the gate's clause and its values. lint: arena throughout because answers outlive the requests
 * they were made for */
#include "record/recall.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "record/engine.h"

enum { BUCKETS = 1024, SHARE = 8 }; /* one answer may take an eighth of all */

/* One block of memory: this, the cells, the key, the texts. */
struct answer {
	struct answer *next;              /* in its bucket */
	struct answer *newer, *older;
	uint64_t hash;
	int64_t facts;
	size_t bytes, key_length;
	int uses;                         /* requests that hold it, and one for the table */
	int rows, columns;
	struct recall *r;
	unsigned char *key;
	const char *cells[];
};

struct recall {
	pthread_mutex_t lock;
	struct answer *buckets[BUCKETS], *newest, *oldest;
	struct recall_counts counts;
	size_t most;
};

struct recall *recall_new(size_t most_bytes)
{
	struct recall *r = calloc(1, sizeof *r);

	if (!r)
		abort();
	r->most = most_bytes;
	pthread_mutex_init(&r->lock, NULL);
	return r;
}

/* ---- under the lock ---- */

static void give_up(struct answer *one)
{
	if (--one->uses == 0)
		free(one);
}

static void unlink_use(struct recall *r, struct answer *one)
{
	*(one->newer ? &one->newer->older : &r->newest) = one->older;
	*(one->older ? &one->older->newer : &r->oldest) = one->newer;
}

static void link_newest(struct recall *r, struct answer *one)
{
	one->newer = NULL;
	one->older = r->newest;
	*(r->newest ? &r->newest->newer : &r->oldest) = one;
	r->newest = one;
}

static void take_out(struct recall *r, struct answer *one)
{
	struct answer **at = &r->buckets[one->hash % BUCKETS];

	while (*at != one)
		at = &(*at)->next;
	*at = one->next;
	unlink_use(r, one);
	r->counts.bytes -= one->bytes;
	r->counts.entries--;
	give_up(one);
}

static struct answer *lookup(struct recall *r, uint64_t hash, const void *key, size_t length)
{
	struct answer *one = r->buckets[hash % BUCKETS];

	while (one && (one->hash != hash || one->key_length != length || memcmp(one->key, key, length) != 0))
		one = one->next;
	return one;
}

/* ---- the two questions ---- */

static uint64_t hash_of(const unsigned char *p, size_t n)
{
	uint64_t h = 14695981039346656037u, word;

	for (; n >= sizeof word; p += sizeof word, n -= sizeof word) {
		memcpy(&word, p, sizeof word);
		h = (h ^ word) * 0x9E3779B97F4A7C15u;
		h ^= h >> 29;
	}
	for (; n; p++, n--)
		h = (h ^ *p) * 1099511628211u;
	return h;
}

static void let_go(void *thing)
{
	struct answer *one = thing;
	struct recall *r = one->r;

	pthread_mutex_lock(&r->lock);
	give_up(one);
	pthread_mutex_unlock(&r->lock);
}

bool recall_find(struct recall *r, struct arena *a, const void *key, size_t length, int64_t facts, struct found *out)
{
	uint64_t hash = hash_of(key, length);
	struct answer *one;

	pthread_mutex_lock(&r->lock);
	r->counts.asked++;
	one = lookup(r, hash, key, length);
	if (one && one->facts < facts) {
		take_out(r, one);
		one = NULL;
	}
	if (one && one->facts > facts)
		one = NULL; /* this request looks at an earlier moment */
	if (one) {
		r->counts.given++;
		unlink_use(r, one);
		link_newest(r, one);
		one->uses++;
	}
	pthread_mutex_unlock(&r->lock);
	if (!one)
		return false;
	arena_defer(a, let_go, one);
	*out = (struct found){ .cells = one->cells, .rows = one->rows, .columns = one->columns };
	return true;
}

static struct answer *copy_of(const void *key, size_t length, const struct found *f)
{
	size_t cells = (size_t)f->rows * (size_t)f->columns, bytes = sizeof(struct answer) + cells * sizeof(char *) + length;
	struct answer *one;
	char *to;

	for (size_t i = 0; i < cells; i++)
		bytes += f->cells[i] ? strlen(f->cells[i]) + 1 : 0;
	one = malloc(bytes);
	if (!one)
		return NULL;
	*one = (struct answer){ .bytes = bytes, .key_length = length, .uses = 1, .rows = f->rows, .columns = f->columns };
	one->key = (unsigned char *)&one->cells[cells];
	memcpy(one->key, key, length);
	to = (char *)one->key + length;
	for (size_t i = 0; i < cells; i++) {
		size_t n = f->cells[i] ? strlen(f->cells[i]) + 1 : 0;

		one->cells[i] = n ? memcpy(to, f->cells[i], n) : NULL;
		to += n;
	}
	return one;
}

void recall_keep(struct recall *r, const void *key, size_t length, int64_t facts, const struct found *found)
{
	struct answer *one = copy_of(key, length, found), *was;

	if (!one)
		return;
	one->hash = hash_of(key, length);
	one->facts = facts;
	one->r = r;
	pthread_mutex_lock(&r->lock);
	was = lookup(r, one->hash, key, length);
	if (one->bytes > r->most / SHARE || (was && was->facts >= facts)) {
		pthread_mutex_unlock(&r->lock);
		free(one);
		return;
	}
	if (was)
		take_out(r, was);
	while (r->oldest && r->counts.bytes + one->bytes > r->most)
		take_out(r, r->oldest);
	one->next = r->buckets[one->hash % BUCKETS];
	r->buckets[one->hash % BUCKETS] = one;
	link_newest(r, one);
	r->counts.bytes += one->bytes;
	r->counts.entries++;
	pthread_mutex_unlock(&r->lock);
}

void recall_free(struct recall *r)
{
	if (!r)
		return;
	while (r->oldest)
		take_out(r, r->oldest);
	pthread_mutex_destroy(&r->lock);
	free(r);
}

struct recall_counts recall_counts(struct recall *r)
{
	struct recall_counts counts;

	pthread_mutex_lock(&r->lock);
	counts = r->counts;
	pthread_mutex_unlock(&r->lock);
	return counts;
}

/* ---- asking ---- */

/* The statement's text and its values, each told from the next. */
struct buf sql_key(const struct sql *s)
{
	struct buf key = buf_new(s->act->a);

	buf_add_n(&key, buf_text(&s->text), s->text.len + 1);
	for (int i = 0; i < s->count; i++) {
		if (s->binds[i].is_int)
			buf_add_n(&key, (const char *)&s->binds[i].n, sizeof s->binds[i].n);
		else if (s->binds[i].text)
			buf_add_n(&key, s->binds[i].text, strlen(s->binds[i].text) + 1);
		else
			buf_add_n(&key, "\1", 2); /* no text holds this */
	}
	return key;
}

bool sql_only_text(const struct sql *s)
{
	for (int i = 0; i < s->count; i++)
		if (s->binds[i].bytes)
			return false;
	return true;
}

static const struct fault *collect(struct act *act, struct stmt *st, int columns, struct found *out)
{
	const char **cells = NULL;
	size_t room = 0, n = 0;
	bool more;

	assert(columns > 0);
	*out = (struct found){ .columns = columns };
	for (;;) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		if (n + (size_t)columns > room) {
			size_t was = room;

			room = room ? room * 2 : (size_t)columns * 32;
			cells = arena_extend(act->a, cells, was * sizeof *cells, room * sizeof *cells);
		}
		assert(cells);
		for (int c = 0; c < columns; c++)
			cells[n++] = stmt_get_text(st, c);
		out->rows++;
	}
	out->cells = cells;
	stmt_done(st);
	return NULL;
}

const struct fault *sql_found(struct sql *s, int columns, bool again, struct found *out)
{
	struct act *act = s->act;
	struct buf key = { 0 };
	const struct fault *f;
	struct stmt *st;

	again = again && act->recall && act->facts > 0 && !act->writing && sql_only_text(s) && !s->text.over;
	if (again) {
		key = sql_key(s);
		if (recall_find(act->recall, act->a, buf_text(&key), key.len, act->facts, out))
			return NULL;
	}
	if (soon_found(s, columns, again, out, &f))
		return f;
	TRY(sql_ask(s, &st));
	TRY(collect(act, st, columns, out));
	if (again)
		recall_keep(act->recall, buf_text(&key), key.len, act->facts, out);
	return NULL;
}

void sql_remember(struct act *act, const char *key, size_t length, const struct found *found)
{
	recall_keep(act->recall, key, length, act->facts, found);
}

const struct fault *facts_changed(struct act *act)
{
	struct stmt *st;

	if (!notes_changed(act))
		return NULL;
	TRY(db_ask(act->db, act->a, "UPDATE counter SET value = value + 1 WHERE name = 'facts'", &st));
	return stmt_finish(st);
}
