/* slots.c - keys in locked memory: found by what they belong to, kept for a time or for an act, wiped.
 * A place is kept while somebody holds it, while it is cached, or until the act that owns it ends; under pressure the last two give
 * way. A table of SEAL_KEYS places with one mutex. It never allocates from an arena, so nothing can jump out while it is locked. */
#include "seal/inner.h"

#include <assert.h>
#include <pthread.h>
#include <sodium.h>

#include "base/log.h"

enum { BUCKETS = SEAL_KEYS * 2, NONE = -1 };

struct slot {
	unsigned char tag[KEY_BYTES]; /* hash of what the key belongs to */
	char id[SEAL_NAME + 1];
	const void *owner;            /* the act that alone may meet it again; NULL: anyone, if it is cached */
	int64_t until;                /* in the cache until then; 0: not cached */
	uint64_t serial;              /* of this use of the place */
	int holders, next;            /* next: of the same bucket, or of the free ones */
	bool listed, used;
};

struct slots {
	pthread_mutex_t lock;
	unsigned char (*bytes)[KEY_BYTES]; /* the locked memory */
	struct slot slot[SEAL_KEYS];
	int bucket[BUCKETS];
	int free, held, hand;
	uint64_t serial;
};

struct slots *slots_new(void)
{
	struct slots *t = calloc(1, sizeof(*t));

	seal_start();
	if (!t)
		abort();
	t->bytes = sodium_allocarray(SEAL_KEYS, KEY_BYTES);
	if (!t->bytes)
		abort();
	warn_unless_locked(t->bytes, (size_t)SEAL_KEYS * KEY_BYTES);
	pthread_mutex_init(&t->lock, NULL);
	for (int i = 0; i < BUCKETS; i++)
		t->bucket[i] = NONE;
	for (int i = 0; i < SEAL_KEYS; i++)
		t->slot[i].next = i + 1 < SEAL_KEYS ? i + 1 : NONE;
	return t;
}

void slots_free(struct slots *t)
{
	pthread_mutex_destroy(&t->lock);
	sodium_free(t->bytes); /* wipes */
	sodium_memzero(t->slot, sizeof(t->slot));
	free(t);
}

const unsigned char *slots_bytes(const struct slots *t, int slot)
{
	return t->bytes[slot];
}

int slots_held(struct slots *t)
{
	int n;

	pthread_mutex_lock(&t->lock);
	n = t->held;
	pthread_mutex_unlock(&t->lock);
	return n;
}

static int *bucket_of(struct slots *t, const unsigned char tag[KEY_BYTES])
{
	uint32_t at;

	memcpy(&at, tag, sizeof(at));
	return &t->bucket[at % BUCKETS];
}

static void unlist(struct slots *t, int i)
{
	int *link = bucket_of(t, t->slot[i].tag);

	if (!t->slot[i].listed)
		return;
	while (*link != i)
		link = &t->slot[*link].next;
	*link = t->slot[i].next;
	t->slot[i].listed = false;
}

static void wipe(struct slots *t, int i)
{
	unlist(t, i);
	sodium_memzero(t->bytes[i], KEY_BYTES);
	sodium_memzero(&t->slot[i], sizeof(t->slot[i]));
	t->slot[i].next = t->free;
	t->free = i;
	t->held--;
}

/* No longer to be found; wiped now, or by its last holder. */
static void retire(struct slots *t, int i)
{
	unlist(t, i);
	t->slot[i].owner = NULL;
	t->slot[i].until = 0;
	if (t->slot[i].holders == 0)
		wipe(t, i);
}

static int find(struct slots *t, const unsigned char tag[KEY_BYTES], const void *owner, int64_t now)
{
	for (int i = *bucket_of(t, tag); i != NONE; i = t->slot[i].next) {
		struct slot *s = &t->slot[i];

		if (sodium_memcmp(s->tag, tag, KEY_BYTES) != 0 || (s->owner && s->owner != owner))
			continue;
		if (!s->owner && now >= s->until) {
			retire(t, i);
			return NONE;
		}
		s->holders++;
		return i;
	}
	return NONE;
}

int slots_find(struct slots *t, const unsigned char tag[KEY_BYTES], const void *owner, int64_t now)
{
	int i;

	pthread_mutex_lock(&t->lock);
	i = find(t, tag, owner, now);
	pthread_mutex_unlock(&t->lock);
	return i;
}

/* No place is free: the next key round the table that nobody holds gives up its own. */
static bool make_room(struct slots *t)
{
	for (int seen = 0; seen < SEAL_KEYS; seen++) {
		int i = t->hand;

		t->hand = (t->hand + 1) % SEAL_KEYS;
		if (t->slot[i].used && t->slot[i].holders == 0) {
			wipe(t, i);
			return true;
		}
	}
	return false;
}

static int put(struct slots *t, const unsigned char *tag, const char *key_id, const unsigned char *key)
{
	int i = t->free;

	t->free = t->slot[i].next;
	t->held++;
	t->slot[i] = (struct slot){ .holders = 1, .used = true, .serial = ++t->serial };
	memcpy(t->bytes[i], key, KEY_BYTES);
	if (tag)
		memcpy(t->slot[i].tag, tag, KEY_BYTES);
	memcpy(t->slot[i].id, key_id, strnlen(key_id, SEAL_NAME));
	return i;
}

static void list(struct slots *t, int i, const void *owner, int64_t until)
{
	int *bucket = bucket_of(t, t->slot[i].tag);

	t->slot[i].owner = owner;
	t->slot[i].until = until;
	t->slot[i].listed = true;
	t->slot[i].next = *bucket;
	*bucket = i;
}

int slots_put(struct slots *t, const unsigned char tag[KEY_BYTES], const void *owner, const char *key_id,
	      const unsigned char key[KEY_BYTES], int64_t now, int64_t until)
{
	int i = NONE;

	pthread_mutex_lock(&t->lock);
	if (until) /* two threads may have asked at once: one copy is enough */
		i = find(t, tag, NULL, now);
	if (i == NONE && (t->free != NONE || make_room(t))) {
		i = put(t, tag, key_id, key);
		if (until || owner)
			list(t, i, until ? NULL : owner, until);
	}
	pthread_mutex_unlock(&t->lock);
	return i;
}

void slots_drop(struct slots *t, int i)
{
	pthread_mutex_lock(&t->lock);
	assert(t->slot[i].holders > 0);
	t->slot[i].holders--;
	if (t->slot[i].holders == 0 && t->slot[i].until == 0 && !t->slot[i].owner)
		wipe(t, i);
	pthread_mutex_unlock(&t->lock);
}

uint64_t slots_serial(const struct slots *t, int i)
{
	return t->slot[i].serial;
}

void slots_end(struct slots *t, int i, uint64_t serial)
{
	pthread_mutex_lock(&t->lock);
	if (t->slot[i].used && t->slot[i].serial == serial)
		retire(t, i);
	pthread_mutex_unlock(&t->lock);
}

void slots_destroy(struct slots *t, const char *key_id)
{
	pthread_mutex_lock(&t->lock);
	for (int i = 0; i < SEAL_KEYS; i++) {
		if (t->slot[i].used && (!key_id || strcmp(t->slot[i].id, key_id) == 0))
			retire(t, i);
	}
	pthread_mutex_unlock(&t->lock);
}

void slots_sweep(struct slots *t, int64_t now)
{
	pthread_mutex_lock(&t->lock);
	for (int i = 0; i < SEAL_KEYS; i++) {
		if (t->slot[i].used && t->slot[i].until && now >= t->slot[i].until)
			retire(t, i);
	}
	pthread_mutex_unlock(&t->lock);
}
