/* seal.h - keys, and text sealed with them (R18-R20). Hashes and signatures: hash.h. Files and backups: file.h. Passwords,
 * one-time codes: password.h. The process that holds the root key: keyd.h.
 *
 * Key tree. root key (32 bytes, in a file outside the data directory, several generations of it while one is being replaced)
 * -> campus -> compartment, both derived from the root and never outside the key process -> one random key for each subject
 * (a pupil, a member of staff, or the campus itself) in each compartment, stored wrapped: struct seal_wrapped. A row at T3+ has
 * a random key of its own, wrapped under the key of each subject it is about: seal_row_wrap().
 *
 * What is bound. A wrapped key opens only for the campus, compartment, subject and key id it was made for; text only for its
 * place. Anything else, or one bit changed, is FAULT_TAMPERED. No key process, or no answer in time: FAULT_BROKEN at once, never
 * a hang; the next call tries again. An actor over their hourly number of keys: FAULT_BUSY.
 *
 * Ownership. A struct seal_key is a handle in the arena it was opened with; its bytes are in locked memory, wiped and returned
 * when that arena ends. seal_key_release() gives the handle back earlier; the key itself then stays ten minutes in the sealer's
 * cache (SEND), or until the arena, which is one act, ends (T4 and T5), and is not asked for again.
 * A struct sealer may be used by all threads; a struct seal_key by the arena's thread.
 * Ids and names (campus, subject, key id, table ...) are texts of 1 to SEAL_NAME bytes. */
#ifndef SEAL_SEAL_H
#define SEAL_SEAL_H

#include "base/fault.h"

enum seal_compartment { SEAL_SEND = 1, SEAL_T4 = 2, SEAL_T5 = 3 };

enum {
	SEAL_NAME = 64,     /* bytes: longest campus, subject, key id, actor, table, column or row */
	SEAL_WRAPPED = 77,  /* bytes of a wrapped key: format 1, root generation 4, nonce 24, key 32, tag 16 */
	SEAL_KEYS = 8192,   /* keys in locked memory at a time, cached or in use (256 KiB) */
};

struct sealer;
struct seal_key;

/* What a subject key belongs to: one row of the engine's key table. */
struct seal_ref {
	const char *campus, *subject, *key_id; /* subject: pupil id, staff id, or the campus id for a record about nobody */
	enum seal_compartment compartment;
};

struct seal_wrapped {
	unsigned char bytes[SEAL_WRAPPED];
};

/* Where sealed text stands. None of it ever changes for a version once written: campus is where it was written, subject the
 * pupil (with a subject key) or the row id (with a row key), compartment and version those at the time of writing. */
struct seal_place {
	const char *campus, *subject, *table, *column, *row;
	int64_t version;
	enum seal_compartment compartment;
};

struct seal_options {
	int cache_seconds;        /* SEND keys; 0: 600 */
	int wait_ms;              /* for an answer of the key process; 0: 2,000 */
	int64_t (*now)(void);     /* seconds, rising; NULL: the system's monotonic clock (tests hand in their own) */
};

/* --- the root key file: one line a generation, newest last; mode 0600, refused otherwise --- */
/* Make a root key file that does not exist yet, or add the next generation to one that does (rotation). Durable on return. */
const struct fault *seal_root_make(struct arena *a, const char *path) MUST;
const struct fault *seal_root_add(struct arena *a, const char *path) MUST;
/* Forget a generation, once no wrapped key carries it (seal_wrapped_generation). */
const struct fault *seal_root_drop(struct arena *a, const char *path, uint32_t generation) MUST;

/* --- the sealer --- */
/* Root key in this process: tests and commands. `root` is the key file's path. */
const struct fault *sealer_open_local(struct arena *a, const char *root, const struct seal_options *o, struct sealer **out) MUST;
/* Through the key process: `fd` is keyd's serve end (keyd.h) and stays the caller's. */
const struct fault *sealer_open_keyd(struct arena *a, int fd, const struct seal_options *o, struct sealer **out) MUST;
void sealer_close(struct sealer *s); /* after every arena that holds its keys has ended; NULL is fine */
void sealer_forget(struct sealer *s); /* every cached key goes, at once or when its holder is done */
void sealer_sweep(struct sealer *s);  /* wipe what has been cached for ten minutes: call each minute */

/* A short text that names the newest root key without telling it: the engine stores it at init, and on start asks whether the
 * key file is still this installation's. Not: FAULT_BROKEN, and this sealer makes and opens nothing from then on (K44). */
const struct fault *sealer_print(struct sealer *s, struct arena *a, const char **print) MUST;
const struct fault *sealer_expect(struct sealer *s, struct arena *a, const char *print) MUST;

/* --- subject keys; `actor` is who asks, counted by keyd --- */
const struct fault *seal_key_new(struct sealer *s, struct arena *a, const char *actor, const struct seal_ref *ref,
				 struct seal_wrapped *wrapped, struct seal_key **key) MUST;
const struct fault *seal_key_open(struct sealer *s, struct arena *a, const char *actor, const struct seal_ref *ref,
				  const void *wrapped, size_t n, struct seal_key **key) MUST;
/* True, with a handle, if the key is in the cache (SEND) or was opened in this act (T4, T5): saves looking up its wrapped bytes. */
bool seal_key_cached(struct sealer *s, struct arena *a, const struct seal_ref *ref, struct seal_key **key);
/* The same key under the newest root generation (rotation). Its id and everything sealed with it stay as they are. */
const struct fault *seal_key_rewrap(struct sealer *s, struct arena *a, const char *actor, const struct seal_ref *ref,
				    const void *wrapped, size_t n, struct seal_wrapped *out) MUST;
uint32_t seal_wrapped_generation(const void *wrapped, size_t n); /* 0: not a wrapped key */
/* A key for one purpose of the program itself ("stamp", "settings"), the same after a restart. Newest root generation. */
const struct fault *seal_key_derived(struct sealer *s, struct arena *a, const char *purpose, struct seal_key **key) MUST;
const char *seal_key_id(const struct seal_key *key);
void seal_key_release(struct seal_key *key); /* early; twice is fine */
/* A destroyed pupil key must not live on in the cache (R21). */
void seal_key_destroy(struct sealer *s, const char *key_id);

/* --- row keys (T3+): random, wrapped for each subject without asking keyd --- */
const struct fault *seal_row_key_new(struct sealer *s, struct arena *a, const char *row_key_id, struct seal_key **row_key) MUST;
/* `table`, `row`: what the row key is for; `under`: the subject's key. */
const struct fault *seal_row_wrap(struct arena *a, const struct seal_key *under, const char *campus, const char *table,
				  const char *row, const struct seal_key *row_key, struct seal_wrapped *wrapped) MUST;
const struct fault *seal_row_open(struct sealer *s, struct arena *a, const struct seal_key *under, const char *campus,
				  const char *table, const char *row, const char *row_key_id, const void *wrapped, size_t n,
				  struct seal_key **row_key) MUST;

/* --- text. A blob says its format, key id, compartment and version of writing in clear, all of it bound --- */
const struct fault *seal_text(const struct seal_key *key, const struct seal_place *place, const void *plain, size_t n,
			      struct arena *a, unsigned char **blob, size_t *blob_n) MUST;
/* `plain` ends in a NUL that `n` does not count. The blob's own version must be place->version: a caller that lets a column
 * keep an older version's blob asks seal_blob_version() first, and then must bind the row by other means (K49). */
const struct fault *seal_open(const struct seal_key *key, const struct seal_place *place, const void *blob, size_t blob_n,
			      struct arena *a, char **plain, size_t *n) MUST;
const char *seal_blob_key_id(const void *blob, size_t n, struct arena *a); /* NULL: not a blob */
int64_t seal_blob_version(const void *blob, size_t n);                     /* -1: not a blob */
enum seal_compartment seal_blob_compartment(const void *blob, size_t n);   /* 0: not a blob */

/* Counters since the start, for the health page. */
struct seal_counts {
	int64_t opened, cached, refused, tampered, silent; /* silent: the key process did not answer */
	int held;                                          /* keys in locked memory now */
};
struct seal_counts sealer_counts(struct sealer *s);

#endif
