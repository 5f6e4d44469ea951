/* bearer.h - tokens by which programs act as an account (R16): kept as hashes, made and ended from the machine itself, good on one
 * campus until a day. What a token may is what its account may, today. */
#ifndef RECORD_BEARER_H
#define RECORD_BEARER_H

#include "record/act.h"

struct bearer { const char *id, *account, *campus, *name, *made_at, *until; }; /* until: ISO day, inclusive */

/* *token is shown once and kept nowhere. */
MUST const struct fault *bearer_make(struct act *act, const struct bearer *wanted, const char **token);
/* FAULT_NONE: no such token, or it has ended. */
MUST const struct fault *bearer_find(struct db *db, struct arena *a, const char *token, day today, struct bearer *out);
MUST const struct fault *bearer_list(struct act *act, const char *account, struct bearer **out, int *count);
MUST const struct fault *bearer_end(struct act *act, const char *account, const char *name);

#endif
