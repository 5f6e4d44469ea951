/* soon.h - questions of several parts of a page asked together. While an act's questions wait, who asks one that was not answered
 * yet gets a fault that means "not now" (soon_waits), and stops; then all that were asked so are asked of the store at once, and
 * each part is begun again from its start and finds its answer. What is asked, and by which rights, stays as it was: only the number
 * of statements falls.
 *
 *	soon_begin(act);
 *	do {
 *		each part that is not done: f = part(); if (f && !soon_waits(f)) return f;
 *		TRY(soon_ask(act, &more));
 *	} while (more);
 *	soon_end(act);
 *
 * A part must be a function of its request: it may be begun several times. Only record_list, record_many, record_count, named
 * queries and stories wait; what else a part asks is asked each time it is begun. */
#ifndef RECORD_SOON_H
#define RECORD_SOON_H

#include "record/act.h"

void soon_begin(struct act *act);
bool soon_waits(const struct fault *f);
/* Ask all that wait; `more`: there were any. After ROUNDS_MOST times nothing waits any longer. */
MUST const struct fault *soon_ask(struct act *act, bool *more);
void soon_end(struct act *act);

enum { ROUNDS_MOST = 12 };

#endif
