/* hash.c - hashes over parts that cannot be confused, the journal's links, signatures' checking, tokens.
 * Not here: who may ask for what, and the signing key, which only the key process has. */
#include "seal/inner.h"

#include <assert.h>
#include <pthread.h>
#include <sodium.h>

#include "base/log.h"

_Static_assert(sizeof(crypto_generichash_state) <= sizeof(((struct seal_hash *)0)->state), "room for BLAKE2b's state");

static pthread_once_t started = PTHREAD_ONCE_INIT;

static void start(void)
{
	if (sodium_init() < 0) {
		log_line(LOG_ALARM, "seal: libsodium cannot start");
		abort();
	}
}

void seal_start(void)
{
	pthread_once(&started, start);
}

static crypto_generichash_state *state(struct seal_hash *h)
{
	return (crypto_generichash_state *)(void *)h->state;
}

/* Kind and length before each part, little-endian, so that the second program that checks journals can do the same. */
static void part(struct seal_hash *h, char kind, const void *bytes, size_t n)
{
	unsigned char head[9] = { (unsigned char)kind };
	uint64_t left = n;

	for (int i = 1; i < 9; i++, left >>= 8)
		head[i] = (unsigned char)left;
	crypto_generichash_update(state(h), head, sizeof(head));
	if (n)
		crypto_generichash_update(state(h), bytes, n);
}

void seal_hash_begin(struct seal_hash *h, const char *domain)
{
	seal_start();
	crypto_generichash_init(state(h), NULL, 0, SEAL_HASH);
	part(h, 'd', domain, strlen(domain));
}

void hash_begin_raw(struct seal_hash *h, const unsigned char key[KEY_BYTES], const char *domain)
{
	seal_start();
	crypto_generichash_init(state(h), key, KEY_BYTES, SEAL_HASH);
	part(h, 'd', domain, strlen(domain));
}

void seal_hash_begin_keyed(struct seal_hash *h, const struct seal_key *key, const char *domain)
{
	hash_begin_raw(h, seal_key_bytes(key), domain);
}

void seal_hash_bytes(struct seal_hash *h, const void *bytes, size_t n)
{
	part(h, 'b', bytes, n);
}

void seal_hash_text(struct seal_hash *h, const char *text)
{
	if (text)
		part(h, 't', text, strlen(text));
	else
		part(h, 'n', "", 0);
}

void seal_hash_int(struct seal_hash *h, int64_t n)
{
	unsigned char bytes[8];
	uint64_t left = (uint64_t)n;

	for (int i = 0; i < 8; i++, left >>= 8)
		bytes[i] = (unsigned char)left;
	part(h, 'i', bytes, sizeof(bytes));
}

void seal_hash_end(struct seal_hash *h, unsigned char out[SEAL_HASH])
{
	crypto_generichash_final(state(h), out, SEAL_HASH);
	sodium_memzero(h, sizeof(*h));
}

void seal_commitment(unsigned char out[SEAL_HASH], const unsigned char salt[SEAL_HASH], const void *entry, size_t n)
{
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.commitment.1");
	seal_hash_bytes(&h, salt, SEAL_HASH);
	seal_hash_bytes(&h, entry, n);
	seal_hash_end(&h, out);
}

void seal_chain(unsigned char out[SEAL_HASH], const unsigned char previous[SEAL_HASH], int64_t number,
		const unsigned char commitment[SEAL_HASH])
{
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.journal.1");
	seal_hash_bytes(&h, previous, SEAL_HASH);
	seal_hash_int(&h, number);
	seal_hash_bytes(&h, commitment, SEAL_HASH);
	seal_hash_end(&h, out);
}

/* --- signatures --- */
static void to_sign(unsigned char out[SEAL_HASH], const char *domain, const void *bytes, size_t n)
{
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.signature.1");
	seal_hash_text(&h, domain);
	seal_hash_bytes(&h, bytes, n);
	seal_hash_end(&h, out);
}

const struct fault *seal_sign(struct sealer *s, struct arena *a, const char *domain, const void *bytes, size_t n,
			      unsigned char signature[SEAL_SIGNATURE])
{
	struct keyd_request rq = { .op = KEYD_SIGN };
	struct keyd_reply reply;

	to_sign(rq.hash, domain, bytes, n);
	TRY(sealer_ask(s, a, &rq, &reply));
	memcpy(signature, reply.signature, SEAL_SIGNATURE);
	return NULL;
}

const struct fault *seal_sign_public(struct sealer *s, struct arena *a, unsigned char public_key[SEAL_PUBLIC])
{
	struct keyd_request rq = { .op = KEYD_PUBLIC };
	struct keyd_reply reply;

	TRY(sealer_ask(s, a, &rq, &reply));
	memcpy(public_key, reply.key, SEAL_PUBLIC);
	return NULL;
}

bool seal_verify(const unsigned char public_key[SEAL_PUBLIC], const char *domain, const void *bytes, size_t n,
		 const unsigned char signature[SEAL_SIGNATURE])
{
	unsigned char hash[SEAL_HASH];

	seal_start();
	to_sign(hash, domain, bytes, n);
	return crypto_sign_verify_detached(signature, hash, sizeof(hash), public_key) == 0;
}

/* --- comparing, tokens --- */
bool seal_same(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

/* Both are hashed first, so that neither length nor first difference shows in the time. */
bool seal_same_text(const char *a, const char *b)
{
	unsigned char one[SEAL_HASH], two[SEAL_HASH];
	struct seal_hash h;

	if (!a || !b)
		return false;
	seal_hash_begin(&h, "opensenco.same.1");
	seal_hash_text(&h, a);
	seal_hash_end(&h, one);
	seal_hash_begin(&h, "opensenco.same.1");
	seal_hash_text(&h, b);
	seal_hash_end(&h, two);
	return sodium_memcmp(one, two, sizeof(one)) == 0;
}

static const char *token(struct arena *a, size_t bytes)
{
	unsigned char raw[32];
	char *text = arena_alloc(a, SEAL_TOKEN);

	assert(bytes <= sizeof(raw));
	seal_start();
	randombytes_buf(raw, bytes);
	sodium_bin2base64(text, SEAL_TOKEN, raw, bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	sodium_memzero(raw, sizeof(raw));
	return text;
}

const char *seal_token(struct arena *a)
{
	return token(a, 32);
}

const char *seal_token_short(struct arena *a)
{
	return token(a, 16);
}

const char *seal_token_hash(struct arena *a, const char *text)
{
	unsigned char out[SEAL_HASH];
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.token.1");
	seal_hash_text(&h, text);
	seal_hash_end(&h, out);
	return seal_hex(a, out, sizeof(out));
}

const char *seal_hex(struct arena *a, const void *bytes, size_t n)
{
	char *hex = arena_alloc(a, n * 2 + 1);

	return sodium_bin2hex(hex, n * 2 + 1, bytes, n);
}

bool seal_unhex(const char *hex, void *bytes, size_t n)
{
	size_t got = 0;
	const char *end = NULL;

	if (!hex || strlen(hex) != n * 2)
		return false;
	return sodium_hex2bin(bytes, n, hex, n * 2, NULL, &got, &end) == 0 && got == n && *end == '\0';
}

void seal_wipe(void *bytes, size_t n)
{
	sodium_memzero(bytes, n);
}
