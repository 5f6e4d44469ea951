/* local.h - commands beside a running serve (docs/decisions/0012-local-socket.md).
 *
 * serve listens on DIR/socket. A command that finds it there hands over its words, and serve runs the same command on a thread of
 * its own, writing through the one writer. What it says comes back over the socket, and so do its wishes to open a file: the
 * process at the terminal opens it, with its own user's rights, and only if the file stands on its command line. Served are the
 * user that serve runs as, and root; the kernel says who is at the other end. */
#ifndef MAIN_LOCAL_H
#define MAIN_LOCAL_H

#include "main/commands.h"
#include "main/store.h"

enum { LOCAL_NOBODY = -1 };

/* Has serve run it: the exit code, or LOCAL_NOBODY if no serve has the installation that --data names. */
int local_ask(struct args *args, const struct command *c);

/* ---- in serve ---- */
struct local;
/* Listens; before there are threads. */
MUST const struct fault *local_listen(struct arena *a, const struct store *s, int *fd);
/* Serves what `fd` hears, until local_stop(). The store is open, with its sealer. */
MUST const struct fault *local_start(struct arena *a, const struct store *s, struct writer *writer, int fd, struct local **out);
void local_stop(struct local *l); /* what runs is finished; before the writer stops */

/* ---- what goes over the socket: local_wire.c. One packet each, with at most one descriptor ---- */
enum { LOCAL_VERSION = 1, LOCAL_PART = 16384, LOCAL_WORDS = 65536, LOCAL_THREADS = 4 };
enum local_kind {
	LOCAL_RUN = 1, /* to serve: the words, each ended by a NUL; value: how many */
	LOCAL_OUT, LOCAL_ERR, /* from serve: what the command says */
	LOCAL_OPEN,    /* from serve: a path; value: enum args_open. Answered by LOCAL_FILE */
	LOCAL_DROP,    /* from serve: the path of a file that was opened as new or to be written */
	LOCAL_FILE,    /* to serve: a descriptor, or value: errno */
	LOCAL_EXIT,    /* from serve: value: the exit code */
};
struct local_head { uint32_t version, kind; int32_t value; uint32_t bytes; };
/* bytes end in a NUL; fd: -1 or the receiver's to close */
struct local_packet { struct local_head head; char bytes[LOCAL_WORDS + 1]; int fd; };
/* False: the other end is gone, or the time that the socket has is over. */
bool local_send(int socket, enum local_kind kind, int value, const void *bytes, size_t n, int fd);
bool local_take(int socket, struct local_packet *p);
/* DIR/socket; `listens`: bind, else connect. -1 with errno. */
int local_open(const char *dir, bool listens);

#endif
