/* cage.h - the worker that reads other people's files (R27, security.md section 2).
 *
 * A worker has no network, opens no files, gets no signal of who asked: one descriptor in, one out. It may use 256 MB and 10 s of
 * processor time, and the kernel ends it at the first call that reading does not need. cage_start() makes, before there are secrets
 * or threads, a small process that forks the workers; where it was not called (commands, tests) the asking process forks them
 * itself.
 *
 * Call cage_start() once, first thing in main, and cage_stop() at the end; both may be left out. */
#ifndef DOC_CAGE_H
#define DOC_CAGE_H

#include "doc/doc.h"

struct doc_out;

enum { CAGE_MEMORY = 256 << 20, CAGE_CPU_SECONDS = 10, CAGE_WALL_SECONDS = 60, CAGE_MOST = 4 };

const struct fault *cage_start(struct arena *a) MUST;
void cage_stop(void);

/* Forks a worker that runs `work(in, out)` inside the limits; `in` holds `n` bytes. What it wrote is `*answer` (lives as long as
 * `a`), `*ended` is false if it was killed or failed. For doc_read_caged() and for tests of the cage itself. */
const struct fault *cage_run(struct arena *a, int (*work)(int in, int out), const void *bytes, size_t n,
                             unsigned char **answer, size_t *length, bool *ended) MUST;

void cage_read(struct doc_out *o, const struct doc_part *parts, int n);

#endif
