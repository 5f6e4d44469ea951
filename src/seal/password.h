/* password.h - passwords (R13), one-time codes (RFC 6238) and recovery codes (R14). Knows nothing of accounts. */
#ifndef SEAL_PASSWORD_H
#define SEAL_PASSWORD_H

#include "base/fault.h"

enum {
	PASSWORD_ALONE = 15,     /* letters at least, where it is the only factor */
	PASSWORD_WITH_CODE = 12, /* ... with a second one */
	PASSWORD_MOST = 1024,    /* letters; more is FAULT_TOO_LARGE before any hashing */
	TOTP_SECRET = 20,        /* bytes */
	TOTP_STEP = 30,          /* seconds */
	RECOVERY_CODES = 10,     /* a set */
};

/* Argon2id, 64 MiB, 2 passes (about 0.1 s), at most one a core at a time: call it outside an act (a route's .before).
 * FAULT_BUSY when hundreds already wait. The text is taken exactly as typed, `n` bytes of it. */
const struct fault *password_hash(struct arena *a, const char *text, size_t n, const char **hash) MUST;
/* *right says whether it is the one. A NULL or empty `hash` (no such account) takes the same time and is never right. */
const struct fault *password_check(struct arena *a, const char *hash, const char *text, size_t n, bool *right) MUST;
bool password_stale(const char *hash); /* made with other costs than today's: hash again at the next sign-in */

/* NULL, or a sentence for the person who is choosing a password: too short (`alone`: the only factor), NUL or not UTF-8, built
 * from the commonest passwords, runs and repeats, or from `local` words (school, town, own name, user name; NULL-ended, may be
 * NULL). No rules of composition. */
const char *password_weak(struct arena *a, const char *text, size_t n, bool alone, const char *const *local);

/* --- one-time codes: SHA-1, six digits, 30 seconds, one step either side --- */
void totp_secret(unsigned char secret[TOTP_SECRET]);
const char *totp_base32(struct arena *a, const void *secret, size_t n);
/* The address behind the square code. `issuer` is the school, `account` the user name. */
const char *totp_uri(struct arena *a, const char *issuer, const char *account, const void *secret, size_t n);
const char *totp_code(struct arena *a, const void *secret, size_t n, int64_t unix_time); /* for the demo's sign-in page */
/* True if `typed` (spaces allowed) is the code of a step later than `last_step`; *step is what to store as the last one used. */
bool totp_check(const void *secret, size_t n, const char *typed, int64_t unix_time, int64_t last_step, int64_t *step);
/* For a hint, never to let anyone in: seconds by which the person's clock seems wrong (within 15 minutes), 0 if it fits nowhere. */
int totp_drift(const void *secret, size_t n, const char *typed, int64_t unix_time);

/* Ten codes of 60 random bits, "7k4p-9qxd-2mfa". Store seal_token_hash() of recovery_tidy(code); each works once. */
void recovery_codes(struct arena *a, const char *codes[RECOVERY_CODES]);
/* As typed -> as stored: case, spaces, dashes and the letters o, i, l put right. NULL: cannot be one. */
const char *recovery_tidy(struct arena *a, const char *typed);

#endif
