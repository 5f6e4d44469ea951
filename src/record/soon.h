/* soon.h - questions of several parts of a page asked together. While an act's questions wait, who asks one that was not answered
 * yet gets a fault that means "not now" (soon_waits), and stops; then all that were asked so are asked of the store at once, and
 * each part is begun again from its start and finds its answer. What is asked, and by which rights, stays as it was: only the
 * number of statements falls.
 *
 * A part must be a function of its request: it may be begun several times, and what it gives it gives anew each time. record_get,
 * record_list, record_many, record_count, named queries and stories wait; record_may never does. What was asked by parts is not
 * asked again later in the same act. An act that writes asks everything when it is asked. */
#ifndef RECORD_SOON_H
#define RECORD_SOON_H

#include "record/act.h"

/* Do part(self, i) for i from 0 to count - 1, in that order in each round, until all are done. Parts may have parts. */
MUST const struct fault *soon_each(struct act *act, int count, const struct fault *(*part)(void *self, int i), void *self);
bool soon_waits(const struct fault *f);

#endif
