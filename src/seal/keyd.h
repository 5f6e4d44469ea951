/* keyd.h - the process that holds the root key (security.md section 2), and the few things it can be asked.
 *
 * The parent starts it before it has threads, then starts serve with `serve_end`. The child reads the key file itself, so that
 * nobody else ever holds the root; locks it in memory; closes everything else; drops to a list of system calls that can neither
 * open, connect nor fork; and answers one message at a time until its socket ends or its parent dies.
 * The parent keeps `own_end` open: a keyd started again by keyd_restart() listens on the same pair, so serve needs no new
 * descriptor. While none runs, a sealer gets FAULT_BROKEN after its wait. */
#ifndef SEAL_KEYD_H
#define SEAL_KEYD_H

#include <sys/types.h>

#include "seal/seal.h"

/* Keys an actor may open in an hour; `all` for everybody together. 0: no limit. A key in serve's cache is not opened again, so a
 * school of 1,500 needs at most 9,000 SEND keys an hour. */
struct keyd_limits {
	int send, t4, t5, all;
	bool strict; /* does not start where it cannot be caged; else it says so in the log and starts */
};

extern const struct keyd_limits KEYD_LIMITS; /* 60,000, 2,000, 500; 200,000; not strict */

struct keyd {
	pid_t pid;
	int serve_end; /* for sealer_open_keyd() */
	int own_end;   /* the parent's copy; serve and other children close it: keyd_in_child() */
};

/* `root` is the key file's path; `limits` NULL: KEYD_LIMITS. FAULT_BROKEN with keyd's own sentence when it could not start (no
 * file, loose mode ...). */
const struct fault *keyd_start(struct arena *a, const char *root, const struct keyd_limits *limits, struct keyd *k) MUST;
/* After the child ended (or to make it read a changed key file: ends the old one first). */
const struct fault *keyd_restart(struct arena *a, const char *root, const struct keyd_limits *limits, struct keyd *k) MUST;
void keyd_stop(struct keyd *k);           /* ends and reaps it, closes both ends; twice is fine */
bool keyd_running(struct keyd *k);        /* reaps it if it ended */
void keyd_in_child(struct keyd *k, bool serve); /* after a fork: close what this child must not hold */

/* --- the messages: fixed size, one packet each. Used by seal.c and keyd.c only --- */
enum keyd_op { KEYD_NEW = 1, KEYD_OPEN, KEYD_REWRAP, KEYD_PRINT, KEYD_DERIVE, KEYD_SIGN, KEYD_PUBLIC };

enum keyd_status { KEYD_OK = 1, KEYD_TAMPERED, KEYD_OVER, KEYD_UNKNOWN };

struct keyd_request {
	uint64_t number;
	uint32_t op, compartment, generation; /* generation: of KEYD_PRINT, 0 the newest */
	char actor[SEAL_NAME + 1], campus[SEAL_NAME + 1], subject[SEAL_NAME + 1], key_id[SEAL_NAME + 1];
	unsigned char wrapped[SEAL_WRAPPED];
	unsigned char hash[32]; /* to sign */
};

struct keyd_reply {
	uint64_t number;
	uint32_t status, generation;
	unsigned char key[32]; /* the subject key, derived key, print or public key */
	unsigned char wrapped[SEAL_WRAPPED];
	unsigned char signature[64];
};

/* What holds the root, in keyd or (sealer_open_local) in this process. */
struct keyd_state;
const struct fault *keyd_state_new(struct arena *a, const char *root, const struct keyd_limits *limits,
				   struct keyd_state **out) MUST; /* limits NULL: none */
void keyd_state_free(struct keyd_state *st);
void keyd_answer(struct keyd_state *st, const struct keyd_request *rq, int64_t now, struct keyd_reply *reply);

#endif
