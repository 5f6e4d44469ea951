/* dispose.h - the only verb that deletes (R21): everything about one child, keys first, so that what a backup still holds cannot be
 * read. Two different people stand behind it, a legal hold stops it, and the types in `stay` remain as its tombstone. The journal
 * stays whole: its entries name ids, never content. */
#ifndef RECORD_DISPOSE_H
#define RECORD_DISPOSE_H

#include "record/act.h"

/* `proposed_by`: the account that proposed it; the actor approves. FAULT_INVALID says why it may not be. *rows: records
 * destroyed. */
MUST const struct fault *record_dispose(struct act *act, const char *pupil, const char *proposed_by,
	const struct record *const *stay, int64_t *rows);

#endif
