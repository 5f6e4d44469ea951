/* inner.h - what the files of seal/ share and nobody else includes. */
#ifndef SEAL_INNER_H
#define SEAL_INNER_H

#include "seal/hash.h"
#include "seal/keyd.h"

enum { KEY_BYTES = 32, NONCE_BYTES = 24, TAG_BYTES = 16, ROOT_GENERATIONS = 8 };

/* --- hash.c --- */
void seal_start(void); /* libsodium, once; ends the process if it cannot */
void hash_begin_raw(struct seal_hash *h, const unsigned char key[KEY_BYTES], const char *domain);

/* --- root.c: the key file's generations, oldest first --- */
struct root {
	int count;
	uint32_t generation[ROOT_GENERATIONS];
	unsigned char key[ROOT_GENERATIONS][KEY_BYTES];
};

/* libsodium locks what it allocates, and does not say when it could not: ask again, say it once. */
void warn_unless_locked(void *p, size_t n);

struct root *root_new(void); /* in locked memory; root_free wipes */
void root_free(struct root *r);
const struct fault *root_load(struct arena *a, const char *path, struct root *r) MUST;

/* --- slots.c: keys in locked memory --- */
struct slots;

struct slots *slots_new(void);
void slots_free(struct slots *t);
/* Find a key by what it belongs to; `owner` is the arena of an act, whose own T4 and T5 keys it may meet again. -1: not there. */
int slots_find(struct slots *t, const unsigned char tag[KEY_BYTES], const void *owner, int64_t now);
/* Take a place and copy the key in, held once. `until`: kept in the cache till then; 0: for `owner` alone; owner NULL: for the
 * one holder, never found. -1: all are in use. */
int slots_put(struct slots *t, const unsigned char tag[KEY_BYTES], const void *owner, const char *key_id,
	      const unsigned char key[KEY_BYTES], int64_t now, int64_t until);
void slots_drop(struct slots *t, int slot); /* one holder less */
/* The owner's act ends: its key goes, unless the place has been given to another since. The serial is read while it is held. */
uint64_t slots_serial(const struct slots *t, int slot);
void slots_end(struct slots *t, int slot, uint64_t serial);
void slots_destroy(struct slots *t, const char *key_id); /* NULL: all; out of the cache now, wiped when nobody holds it */
void slots_sweep(struct slots *t, int64_t now);
int slots_held(struct slots *t);
const unsigned char *slots_bytes(const struct slots *t, int slot);

/* --- seal.c --- */
struct seal_key {
	struct sealer *s;
	const unsigned char *bytes; /* in a slot; NULL once released */
	int slot;
	char id[SEAL_NAME + 1];
};

bool seal_name_ok(const char *name);
const unsigned char *seal_key_bytes(const struct seal_key *key); /* asserts that it is still held */
/* An empty handle in the arena, its return registered; and a key put into it. */
struct seal_key *seal_handle(struct sealer *s, struct arena *a);
const struct fault *seal_handle_fill(struct seal_key *h, struct arena *a, const char *key_id,
				     const unsigned char key[KEY_BYTES]) MUST;
void seal_count_tampered(struct sealer *s);
const struct fault *sealer_ask(struct sealer *s, struct arena *a, struct keyd_request *rq, struct keyd_reply *reply) MUST;
void seal_place_hash(struct seal_hash *h, const struct seal_place *place);
bool seal_place_ok(const struct seal_place *place);

#endif
