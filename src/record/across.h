/* across.h - rows of several record types by one statement; for the engine's own files. First every type is named
 * (across_type), then each is written (across_begin, the FROM and what follows on alias r, across_end), then all are read. */
#ifndef RECORD_ACROSS_H
#define RECORD_ACROSS_H

#include "record/engine.h"

enum { ACROSS_MOST = 384 }; /* record types of a house; a store takes four hundred branches */

struct branch;
struct across {
	struct sql s;
	struct branch *branch;
	int count, width[3];
};

/* Room for `most` types; the act's arena. */
struct across *across_new(struct act *act, int most);
/* Its number: from 0, in the order of the calls. `wanted` by field, or NULL for all; sealed fields stay sealed with clear_only. */
int across_type(struct across *x, const struct record *r, const bool *wanted, bool clear_only);
/* "SELECT ..." of that type, to be gone on with from " FROM "; the gate's clause for rows is the caller's to add. */
struct sql *across_begin(struct across *x, int branch);
void across_end(struct across *x);
/* How many values a list of `count` in a branch is written with; those too many are NULL. */
int across_room(int count);
/* Ask, and give the rows of each type by its number, in the order of its own branch; reading sealed fields is noted. */
MUST const struct fault *across_rows(struct across *x, struct rows **by_type);
/* The row a statement stands on, into `act`'s arena; nothing is noted. For who asks x->s themselves. */
MUST const struct fault *across_row(struct across *x, struct act *act, struct stmt *st, bool *sealed, int *branch,
	struct row **out);

#endif
