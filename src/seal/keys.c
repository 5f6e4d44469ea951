/* keys.c - what the key process answers: deriving, wrapping, unwrapping, signing, counting.
 * Runs in keyd, or in this process for tests and commands: the same code. Not here: sockets, processes, the cache. */
#include "seal/inner.h"

#include <assert.h>
#include <sodium.h>

enum { ACTORS = 4096, HOUR = 3600, WRAP_FORMAT = 1, WRAP_HEAD = 5 };

const struct keyd_limits KEYD_LIMITS = { .send = 60000, .t4 = 2000, .t5 = 500, .all = 200000 };

/* How many keys an actor opened since `since`; the place of one who has been quiet is given to the next. */
struct tally {
	unsigned char who[16];
	int64_t since;
	int opened[SEAL_T5 + 1];
};

struct keyd_state {
	struct root *root;
	struct keyd_limits limits;
	struct tally all;
	struct tally actors[ACTORS];
};

const struct fault *keyd_state_new(struct arena *a, const char *root, const struct keyd_limits *limits, struct keyd_state **out)
{
	struct keyd_state *st = calloc(1, sizeof(*st));
	const struct fault *f;

	if (!st)
		abort();
	st->root = root_new();
	if (limits)
		st->limits = *limits;
	f = root_load(a, root, st->root);
	if (f) {
		keyd_state_free(st);
		return f;
	}
	*out = st;
	return NULL;
}

void keyd_state_free(struct keyd_state *st)
{
	if (!st)
		return;
	root_free(st->root);
	free(st);
}

/* --- limits --- */
static bool tally_over(struct tally *y, int compartment, int limit, int64_t now)
{
	if (now - y->since >= HOUR || now < y->since) {
		y->since = now;
		memset(y->opened, 0, sizeof(y->opened));
	}
	return limit > 0 && y->opened[compartment] >= limit;
}

/* Where this actor's tally is: among eight places its hash names, else the quietest of them. */
static struct tally *tally_of(struct keyd_state *st, const char *actor, int64_t now)
{
	unsigned char who[16];
	struct tally *oldest = NULL;
	size_t at;

	crypto_generichash(who, sizeof(who), (const unsigned char *)actor, strlen(actor), NULL, 0);
	at = (size_t)who[0] | (size_t)who[1] << 8;
	for (size_t i = 0; i < 8; i++) {
		struct tally *y = &st->actors[(at + i) % ACTORS];

		if (sodium_memcmp(y->who, who, sizeof(who)) == 0)
			return y;
		if (!oldest || y->since < oldest->since)
			oldest = y;
	}
	memset(oldest, 0, sizeof(*oldest));
	memcpy(oldest->who, who, sizeof(who));
	oldest->since = now;
	return oldest;
}

static bool over_limit(struct keyd_state *st, const struct keyd_request *rq, int64_t now)
{
	const int limits[] = { 0, st->limits.send, st->limits.t4, st->limits.t5 };
	struct tally *mine = tally_of(st, rq->actor, now);

	if (tally_over(mine, (int)rq->compartment, limits[rq->compartment], now) || tally_over(&st->all, 0, st->limits.all, now))
		return true;
	mine->opened[rq->compartment]++;
	st->all.opened[0]++;
	return false;
}

/* --- derivation: root -> campus -> compartment --- */
static void compartment_key(unsigned char out[KEY_BYTES], const unsigned char root[KEY_BYTES], const struct keyd_request *rq)
{
	unsigned char campus[KEY_BYTES];
	struct seal_hash h;

	hash_begin_raw(&h, root, "opensenco.campus-key.1");
	seal_hash_text(&h, rq->campus);
	seal_hash_end(&h, campus);
	hash_begin_raw(&h, campus, "opensenco.compartment-key.1");
	seal_hash_int(&h, (int64_t)rq->compartment);
	seal_hash_end(&h, out);
	sodium_memzero(campus, sizeof(campus));
}

static void purpose_key(unsigned char out[KEY_BYTES], const unsigned char root[KEY_BYTES], const char *domain, const char *purpose)
{
	struct seal_hash h;

	hash_begin_raw(&h, root, domain);
	seal_hash_text(&h, purpose);
	seal_hash_end(&h, out);
}

/* What a wrapped key is bound to. */
static void wrap_bound(unsigned char out[SEAL_HASH], const unsigned char head[WRAP_HEAD], const struct keyd_request *rq)
{
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.subject-key.1");
	seal_hash_bytes(&h, head, WRAP_HEAD);
	seal_hash_text(&h, rq->campus);
	seal_hash_int(&h, (int64_t)rq->compartment);
	seal_hash_text(&h, rq->subject);
	seal_hash_text(&h, rq->key_id);
	seal_hash_end(&h, out);
}

static int root_newest(const struct keyd_state *st)
{
	return st->root->count - 1;
}

static int root_find(const struct keyd_state *st, uint32_t generation)
{
	for (int i = 0; i < st->root->count; i++) {
		if (st->root->generation[i] == generation)
			return i;
	}
	return -1;
}

uint32_t seal_wrapped_generation(const void *wrapped, size_t n)
{
	const unsigned char *w = wrapped;

	if (!w || n != SEAL_WRAPPED || w[0] != WRAP_FORMAT)
		return 0;
	return (uint32_t)w[1] | (uint32_t)w[2] << 8 | (uint32_t)w[3] << 16 | (uint32_t)w[4] << 24;
}

static void wrap(struct keyd_state *st, const struct keyd_request *rq, struct keyd_reply *reply)
{
	int i = root_newest(st);
	uint32_t generation = st->root->generation[i];
	unsigned char key[KEY_BYTES], bound[SEAL_HASH], *w = reply->wrapped;

	w[0] = WRAP_FORMAT;
	for (int b = 0; b < 4; b++)
		w[1 + b] = (unsigned char)(generation >> 8 * b);
	randombytes_buf(w + WRAP_HEAD, NONCE_BYTES);
	compartment_key(key, st->root->key[i], rq);
	wrap_bound(bound, w, rq);
	crypto_aead_xchacha20poly1305_ietf_encrypt(w + WRAP_HEAD + NONCE_BYTES, NULL, reply->key, KEY_BYTES, bound, sizeof(bound),
						   NULL, w + WRAP_HEAD, key);
	sodium_memzero(key, sizeof(key));
	reply->generation = generation;
}

static bool unwrap(struct keyd_state *st, const struct keyd_request *rq, struct keyd_reply *reply)
{
	const unsigned char *w = rq->wrapped;
	int i = root_find(st, seal_wrapped_generation(w, SEAL_WRAPPED));
	unsigned char key[KEY_BYTES], bound[SEAL_HASH];
	bool ok;

	if (i < 0)
		return false;
	compartment_key(key, st->root->key[i], rq);
	wrap_bound(bound, w, rq);
	ok = crypto_aead_xchacha20poly1305_ietf_decrypt(reply->key, NULL, NULL, w + WRAP_HEAD + NONCE_BYTES, KEY_BYTES + TAG_BYTES,
							bound, sizeof(bound), w + WRAP_HEAD, key) == 0;
	sodium_memzero(key, sizeof(key));
	return ok;
}

/* --- the answers --- */
static uint32_t answer_print(struct keyd_state *st, const struct keyd_request *rq, struct keyd_reply *reply)
{
	int i = rq->generation ? root_find(st, rq->generation) : root_newest(st);

	if (i < 0)
		return KEYD_UNKNOWN;
	reply->generation = st->root->generation[i];
	purpose_key(reply->key, st->root->key[i], "opensenco.print.1", NULL);
	return KEYD_OK;
}

static uint32_t answer_sign(struct keyd_state *st, const struct keyd_request *rq, struct keyd_reply *reply)
{
	unsigned char seed[crypto_sign_SEEDBYTES], secret[crypto_sign_SECRETKEYBYTES];
	int i = root_newest(st);

	purpose_key(seed, st->root->key[i], "opensenco.signing-key.1", NULL);
	crypto_sign_seed_keypair(reply->key, secret, seed);
	if (rq->op == KEYD_SIGN)
		crypto_sign_detached(reply->signature, NULL, rq->hash, sizeof(rq->hash), secret);
	sodium_memzero(seed, sizeof(seed));
	sodium_memzero(secret, sizeof(secret));
	reply->generation = st->root->generation[i];
	return KEYD_OK;
}

static uint32_t answer_key(struct keyd_state *st, const struct keyd_request *rq, int64_t now, struct keyd_reply *reply)
{
	if (!seal_name_ok(rq->campus) || !seal_name_ok(rq->subject) || !seal_name_ok(rq->key_id))
		return KEYD_UNKNOWN;
	if (rq->compartment < SEAL_SEND || rq->compartment > SEAL_T5)
		return KEYD_UNKNOWN;
	if (rq->op == KEYD_NEW) {
		randombytes_buf(reply->key, KEY_BYTES);
		wrap(st, rq, reply);
		return KEYD_OK;
	}
	if (rq->op == KEYD_OPEN && over_limit(st, rq, now))
		return KEYD_OVER;
	if (!unwrap(st, rq, reply))
		return KEYD_TAMPERED;
	if (rq->op == KEYD_REWRAP) { /* what goes back is the wrap alone: rotation needs no key in the clear */
		wrap(st, rq, reply);
		sodium_memzero(reply->key, sizeof(reply->key));
	}
	return KEYD_OK;
}

void keyd_answer(struct keyd_state *st, const struct keyd_request *rq, int64_t now, struct keyd_reply *reply)
{
	struct keyd_request in = *rq;

	in.actor[SEAL_NAME] = in.campus[SEAL_NAME] = in.subject[SEAL_NAME] = in.key_id[SEAL_NAME] = '\0';
	memset(reply, 0, sizeof(*reply));
	reply->number = in.number;
	switch (in.op) {
	case KEYD_NEW:
	case KEYD_OPEN:
	case KEYD_REWRAP:
		reply->status = answer_key(st, &in, now, reply);
		break;
	case KEYD_PRINT:
		reply->status = answer_print(st, &in, reply);
		break;
	case KEYD_DERIVE:
		purpose_key(reply->key, st->root->key[root_newest(st)], "opensenco.purpose.1", in.key_id);
		reply->status = KEYD_OK;
		break;
	case KEYD_SIGN:
	case KEYD_PUBLIC:
		reply->status = answer_sign(st, &in, reply);
		break;
	default:
		reply->status = KEYD_UNKNOWN;
	}
	if (reply->status != KEYD_OK)
		sodium_memzero(reply->key, sizeof(reply->key));
}
