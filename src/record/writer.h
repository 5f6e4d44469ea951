/* writer.h - the one thread that writes (R28). Acts are queued, run one at a time each in a savepoint, made durable by one commit
 * for all that came meanwhile, and only then answered. An act is a function of what it was given: after a full disk or a failed
 * commit each act of the group is run again alone. */
#ifndef RECORD_WRITER_H
#define RECORD_WRITER_H

#include "record/act.h"

struct writer;

struct writer_options {
	const char *where;            /* the store's address */
	const struct house *house;
	struct sealer *sealer;
	int most;                     /* longest queue; 0: 1,000. Over it FAULT_BUSY */
};

/* A wish to write. The caller's memory until `done` was called; `a` is the arena of the act and must not be used meanwhile. */
struct write {
	struct arena *a;
	const struct actor *who;
	const char *campus;
	const struct fault *(*run)(struct act *act, void *self);
	void (*done)(void *self, const struct fault *f); /* on the writer's thread, after the commit; NULL fault: it is durable */
	void *self;
	struct write *next;           /* the writer's own from here on */
	struct act *act;
	const struct fault *fault;
	bool alone;                   /* an import: may take long, and has a commit of its own */
};

MUST const struct fault *writer_start(struct arena *a, const struct writer_options *o, struct writer **out);
/* Finishes what is queued, then ends the thread. */
void writer_stop(struct writer *w);
/* False: the queue is full or the writer is stopping; `done` will not be called. */
bool writer_put(struct writer *w, struct write *write);
/* Put and wait: for commands, jobs and tests, never on a thread that serves pages. `done` is not used. */
MUST const struct fault *writer_do(struct writer *w, struct write *write);
/* Without a thread: run the act on this connection and commit. For commands that hold the lock themselves. */
MUST const struct fault *writer_here(struct db *db, const struct house *h, struct sealer *s, struct write *write);

struct writer_counts { int64_t acts, commits, again; int queued; int64_t slowest_us; };
struct writer_counts writer_counts(struct writer *w);

#endif
