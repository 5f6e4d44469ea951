/* join.h - two records found to be of one child, and taking them apart again (docs/decisions/0016).
 *
 * Joining makes one pupil an alias of the other. Every row about it is then found under the other, in its versions too, and
 * remembers in joined_from which record it was written in: its seal, its version and its words stay as they were. So whoever
 * reads, counts, lists or disposes by child needs to know nothing of this, and parting gives back what was. What is written
 * meanwhile belongs to the child that stands, except what points at a row of the other's: that goes with it. */
#ifndef RECORD_JOIN_H
#define RECORD_JOIN_H

#include "record/act.h"

/* Join `from` to `into`: children of one campus whose facts this actor may change, both. */
MUST const struct fault *pupil_join(struct act *act, struct row *from, struct row *into, const char *reason);
/* Part it again. What the act that joined them changed besides (facts taken over, copies set aside) is taken back, except where
 * it was changed again since: *kept says how many rows. */
MUST const struct fault *pupil_part(struct act *act, const char *from, const char *reason, int *kept);

/* The child of this id, or the one it was joined to: row_id() tells. Otherwise as record_get(). */
MUST const struct fault *pupil_find(struct act *act, const char *id, struct row **out);

/* Every record of the campus in view that was joined to another, as far as the actor reads it: in alias_of, the child it is found
 * under. For finding a child by a number that only the other record had. */
MUST const struct fault *pupils_aliases(struct act *act, struct rows *out);

/* A record that was joined to a child: its row as it stood (what the actor may read of it), when, by whom and why. */
struct joined {
	struct row *row;
	const char *at, *by, *why, *act;
};
/* All that are joined to this child, of whom the actor reads the row; oldest first. */
MUST const struct fault *pupil_joined(struct act *act, const struct row *child, struct joined **out, int *count);

#endif
