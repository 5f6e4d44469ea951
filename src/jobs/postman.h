/* postman.h - the processes that talk to mail servers: one is given a message and the server's settings, and says what became of
 * it. They are forked before there are keys, threads or handlers, open no store and hold nothing between two messages (security.md
 * section 2: serve itself calls nobody). There are two, so that the one left starts another when one is gone. */
#ifndef JOBS_POSTMAN_H
#define JOBS_POSTMAN_H

#include "jobs/outbox.h"

struct postman;

/* First thing in a process that will send; FAULT_BROKEN if no process can be made. */
MUST const struct fault *postman_start(struct arena *a, struct postman **out);
int postman_pid(const struct postman *p, int which); /* 0 or 1; for tests. 0: not a child of this process */
void postman_stop(struct postman *p); /* NULL is fine */
/* An outbox_send: `self` is the postman. Waits as long as a server takes, two minutes at most. */
enum outbox_result postman_send(void *self, struct arena *a, const struct outbox_mail *m, const char **words);

#endif
