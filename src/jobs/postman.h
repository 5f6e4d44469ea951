/* postman.h - the process that talks to mail servers: it is given a message and the server's settings, and says what became of it.
 * It is forked before there are keys, threads or handlers, opens no store and holds nothing between two messages (security.md
 * section 2: serve itself calls nobody). */
#ifndef JOBS_POSTMAN_H
#define JOBS_POSTMAN_H

#include "jobs/outbox.h"

struct postman;

/* First thing in a process that will send; FAULT_BROKEN if no process can be made. */
MUST const struct fault *postman_start(struct arena *a, struct postman **out);
void postman_stop(struct postman *p); /* NULL is fine */
/* An outbox_send: `self` is the postman. Waits as long as a server takes, two minutes at most. */
enum outbox_result postman_send(void *self, struct arena *a, const struct outbox_mail *m, const char **words);

#endif
