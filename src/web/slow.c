/* slow.c - slowing guessers down by account and device (R17), in memory: lost with the process, and nothing depends on it. A name
 * that nobody has is slowed like one that somebody has. Never a lock-out: strangers cannot keep a person from their own device.
 * lint: arena throughout because guesses are remembered from request to request */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "seal/hash.h"
#include "web/inner.h"

enum {
	SLOTS = 8192,          /* a newcomer takes the stalest of WAYS neighbours: memory is bounded whoever asks */
	WAYS = 8,
	FREE_HERE = 5,         /* tries on one device before waiting begins */
	FREE_ALL = 30,         /* tries for one name on all strange devices */
	FREE_NAMES = 60,       /* wrong tries of whatever names on one device: one password tried on a thousand accounts */
	MOST_HERE = 300, MOST_ALL = 60, /* seconds to wait at most */
	FORGET = 3600,
};

struct slot { unsigned char key[16]; int64_t last; int tries; bool known; };

struct slow {
	pthread_mutex_t lock;
	struct slot slots[SLOTS];
};

struct slow *slow_new(void)
{
	struct slow *s = calloc(1, sizeof *s);

	if (!s)
		abort();
	pthread_mutex_init(&s->lock, NULL);
	return s;
}

void slow_free(struct slow *s)
{
	free(s);
}

static void key_of(const struct req *rq, const char *name, bool device, unsigned char key[16])
{
	const char *agent = http_header(rq->http, "user-agent");
	unsigned char out[SEAL_HASH];
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.slow.1");
	seal_hash_bytes(&h, rq->web->ticket_key, sizeof rq->web->ticket_key);
	seal_hash_text(&h, name);
	seal_hash_text(&h, device ? rq->http->peer : NULL);
	seal_hash_text(&h, device ? agent : NULL);
	seal_hash_end(&h, out);
	memcpy(key, out, 16);
}

static struct slot *slot_of(struct slow *s, const unsigned char key[16], int64_t now)
{
	size_t at = ((size_t)key[0] << 8 | key[1]) % (SLOTS / WAYS) * WAYS;
	struct slot *oldest = &s->slots[at];

	for (size_t i = at; i < at + WAYS; i++) {
		if (memcmp(s->slots[i].key, key, 16) == 0) {
			oldest = &s->slots[i];
			break;
		}
		if (s->slots[i].last < oldest->last)
			oldest = &s->slots[i];
	}
	if (memcmp(oldest->key, key, 16) != 0 || now - oldest->last > FORGET) {
		*oldest = (struct slot){ .known = memcmp(oldest->key, key, 16) == 0 && oldest->known };
		memcpy(oldest->key, key, 16);
	}
	return oldest;
}

static int64_t left(const struct slot *s, int free_tries, int most, int64_t now)
{
	int over = s->tries - free_tries;
	int64_t wait = over < 0 ? 0 : over > 8 ? most : 1 << (over + 1);

	wait = wait > most ? most : wait;
	return s->last + wait > now ? s->last + wait - now : 0;
}

/* The three counts of a try: this name here, this name anywhere, this device for any name. A slot may take the place of another, so
 * each is looked up just before it is used. */
struct three { unsigned char here[16], all[16], device[16]; };

static struct three three_of(const struct req *rq, const char *name)
{
	struct three k;

	key_of(rq, name, true, k.here);
	key_of(rq, name, false, k.all);
	key_of(rq, NULL, true, k.device);
	return k;
}

static void count(struct slow *s, const unsigned char key[16], int64_t now, int by)
{
	struct slot *slot = slot_of(s, key, now);

	slot->tries = slot->tries + by > 0 ? slot->tries + by : 0;
	slot->last = now;
}

int64_t web_try(const struct req *rq, const char *name)
{
	struct slow *s = rq->web->slow;
	struct three k = three_of(rq, name);
	int64_t now = clock_seconds(), wait, other;
	bool known;

	pthread_mutex_lock(&s->lock);
	wait = left(slot_of(s, k.here, now), FREE_HERE, MOST_HERE, now);
	known = slot_of(s, k.here, now)->known;
	other = left(slot_of(s, k.all, now), FREE_ALL, MOST_ALL, now);
	wait = !known && other > wait ? other : wait;
	other = left(slot_of(s, k.device, now), FREE_NAMES, MOST_ALL, now);
	wait = !known && other > wait ? other : wait;
	if (!wait) {
		count(s, k.here, now, 1);
		count(s, k.all, now, 1);
		count(s, k.device, now, 1);
	}
	pthread_mutex_unlock(&s->lock);
	return wait;
}

int web_tried(const struct req *rq, const char *name)
{
	struct slow *s = rq->web->slow;
	struct three k = three_of(rq, name);
	int64_t now = clock_seconds();
	struct slot *here;
	int wrong;

	pthread_mutex_lock(&s->lock);
	wrong = slot_of(s, k.all, now)->tries - 1;
	count(s, k.all, now, -wrong - 1);
	count(s, k.device, now, -1);
	here = slot_of(s, k.here, now);
	here->tries = 0;
	here->known = true;
	here->last = now;
	pthread_mutex_unlock(&s->lock);
	return wrong > 0 ? wrong : 0;
}
