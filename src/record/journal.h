/* journal.h - who did or read what, without content: append-only, numbered without gaps, each entry chained to the one before
 * (R22, R23). Verbs note; the writer gives numbers and links just before its commit. */
#ifndef RECORD_JOURNAL_H
#define RECORD_JOURNAL_H

#include "record/act.h"

/* What happened besides rows changing: kinds "sign-in", "sign-out", "search", "export", "print", "denied", "setting", ... `record`,
 * `row` and `pupil` may be "". `detail` is sealed and never holds content of a record: filter, counts, field names. */
void journal_note(struct act *act, const char *kind, const char *record, const char *row, const char *pupil, const char *detail);
/* Has this act anything that must be in the journal before its answer leaves? */
bool journal_owes(const struct act *act);
/* Write what acts noted, oldest first, through the writer's connection, in its open transaction. */
MUST const struct fault *journal_write(struct act *writer, struct act *const *acts, int count);
/* Move what `from` noted into `to` (a reading act's notes into the writer's). Texts are copied. */
void journal_move(struct act *to, const struct act *from);
/* Walk the chain from the beginning: *broken is 0, or the number of the first entry that does not fit. */
MUST const struct fault *journal_verify(struct arena *a, struct db *db, int64_t *entries, int64_t *broken, const char **why);
/* Sign the newest entry's number, time and link, if it was not signed yet; *line is what to append to a file elsewhere ("NUMBER
 * TIME LINK PUBLIC-KEY SIGNATURE"), NULL if nothing is new. */
MUST const struct fault *journal_checkpoint(struct act *act, const char **line);
/* Forget old once-only answers, sessions and drafts: each minute will do. */
MUST const struct fault *engine_tidy(struct act *act);
/* The newest entries, newest first, without their sealed detail. */
struct journal_entry { int64_t number; const char *at, *account, *campus, *kind, *record, *row; };
MUST const struct fault *journal_walk(struct act *act, int most, void (*one)(void *self, const struct journal_entry *entry),
	void *self);
/* The sealed detail of an entry, for those who may read the log. */
MUST const struct fault *journal_detail(struct act *act, int64_t number, const char **detail);

#endif
