/* hash.h - hashes, MACs, commitments, signatures and tokens. BLAKE2b-256 and Ed25519 of libsodium (R18: no own primitives).
 *
 * A hash is over a domain ("opensenco.journal.1") and parts. Every part is preceded by its kind and length, so "ab","c" and
 * "a","bc" differ; a missing text is not the empty one. */
#ifndef SEAL_HASH_H
#define SEAL_HASH_H

#include "seal/seal.h"

enum { SEAL_HASH = 32, SEAL_SIGNATURE = 64, SEAL_PUBLIC = 32, SEAL_TOKEN = 44, SEAL_HEX = 65 };

struct seal_hash {
	_Alignas(64) unsigned char state[384];
};

void seal_hash_begin(struct seal_hash *h, const char *domain);
void seal_hash_begin_keyed(struct seal_hash *h, const struct seal_key *key, const char *domain); /* a MAC */
void seal_hash_bytes(struct seal_hash *h, const void *bytes, size_t n);
void seal_hash_text(struct seal_hash *h, const char *text); /* NULL is its own value */
void seal_hash_int(struct seal_hash *h, int64_t n);
void seal_hash_end(struct seal_hash *h, unsigned char out[SEAL_HASH]);

/* The journal's chain (R23). commitment = H("opensenco.commitment.1", salt, entry bytes as stored);
 * link = H("opensenco.journal.1", previous link, number, commitment). The first entry's previous link is 32 zero bytes. */
void seal_commitment(unsigned char out[SEAL_HASH], const unsigned char salt[SEAL_HASH], const void *entry, size_t n);
void seal_chain(unsigned char out[SEAL_HASH], const unsigned char previous[SEAL_HASH], int64_t number,
		const unsigned char commitment[SEAL_HASH]);

/* Checkpoints and lists: signed by a key that only the key process holds, derived from the newest root generation. What is
 * signed is H("opensenco.signature.1", domain, bytes). seal_verify needs no sealer: a second program can check. */
const struct fault *seal_sign(struct sealer *s, struct arena *a, const char *domain, const void *bytes, size_t n,
			      unsigned char signature[SEAL_SIGNATURE]) MUST;
const struct fault *seal_sign_public(struct sealer *s, struct arena *a, unsigned char public_key[SEAL_PUBLIC]) MUST;
bool seal_verify(const unsigned char public_key[SEAL_PUBLIC], const char *domain, const void *bytes, size_t n,
		 const unsigned char signature[SEAL_SIGNATURE]);

/* Equal, in a time that does not tell where they differ. Texts: NULL equals nothing. */
bool seal_same(const void *a, const void *b, size_t n);
bool seal_same_text(const char *a, const char *b);

/* 256 random bits as 43 letters that may stand in an address or a cookie; stored is only token_hash (64 hex digits). */
const char *seal_token(struct arena *a);
const char *seal_token_hash(struct arena *a, const char *token);
/* For one-time links (R17a): 128 bits, 22 letters. */
const char *seal_token_short(struct arena *a);

const char *seal_hex(struct arena *a, const void *bytes, size_t n);
bool seal_unhex(const char *hex, void *bytes, size_t n); /* exactly n bytes, lower or upper case */

void seal_wipe(void *bytes, size_t n); /* not optimised away */

#endif
