/* cage_limits.h - inside doc/ only: a process gives up all that reading does not need. */
#ifndef DOC_CAGE_LIMITS_H
#define DOC_CAGE_LIMITS_H

#include <stdbool.h>

/* Ends every right but to compute, read `in` and write `out`. False: the kernel would not; the worker must end. */
bool cage_close(int in, int out);

#endif
