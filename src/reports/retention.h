/* retention.h - whose records have been kept as long as they must be: a list to propose from. Nothing deletes by itself. */
#ifndef REPORTS_RETENTION_H
#define REPORTS_RETENTION_H

#include "record/act.h"

struct overdue { const struct row *pupil; day until; const char *rule; bool held; const char *proposed; /* id of a disposal, or NULL */ };

/* Children of the campus in view, born long enough ago, whose every class of record has run out by today; `most` of them. */
MUST const struct fault *retention_due(struct act *act, int most, struct overdue **out, int *count);

#endif
