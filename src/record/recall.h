/* recall.h - what was asked of the store a moment ago, given again while nothing it could have been made from has changed.
 *
 * Every act that changes a record raises one number in the store, in its own transaction (facts_changed). A request reads the
 * number with its session, in the transaction it then asks in; an answer is given again only to who asks the same statement with
 * the same values, the gate's clause among both, and reads the same number. So nobody gets what they could not have asked for, and
 * nothing is ever old. Never here: sealed fields, anything above T2, the engine's own tables, acts that write. Thread-safe; one for
 * the serving process. */
#ifndef RECORD_RECALL_H
#define RECORD_RECALL_H

#include "record/act.h"
#include "record/query.h"

struct recall;

enum { RECALL_BYTES = 8 << 20 }; /* what serving takes: a home, a register and a child's page of each role and school in view */

struct recall *recall_new(size_t most_bytes);
void recall_free(struct recall *r); /* NULL is fine; nothing it gave may be in use */

/* The answer to this key as of this number, kept until the arena ends; false: not here. */
bool recall_find(struct recall *r, struct arena *a, const void *key, size_t length, int64_t facts, struct found *out);
void recall_keep(struct recall *r, const void *key, size_t length, int64_t facts, const struct found *found);

struct recall_counts { int64_t asked, given; size_t bytes; int entries; };
struct recall_counts recall_counts(struct recall *r);

/* Something was changed in this act: its transaction raises the number. */
void facts_note(struct act *act);
/* Raise it if facts_note() was called; the writer's last step of an act. */
MUST const struct fault *facts_changed(struct act *act);

#endif
