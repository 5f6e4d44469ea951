/* story.h - a child's records told across types, derived from the tables: the timeline (.when, .line), what was changed by whom,
 * and which staff come to the child through which relation. Every line passes the gate as its record does; nothing else is
 * asked. */
#ifndef RECORD_STORY_H
#define RECORD_STORY_H

#include "record/act.h"

/* A record's line in the timeline. `line` is as people read it: sealed text unsealed (and the reading noted), choices by their
 * label. */
struct event {
	const struct record *record;
	const char *id;
	const char *when;             /* day or moment */
	const char *line;
};
struct events { struct event *list; int count; };

/* Newest first, of every type with .when and .line that this actor reads (or `only` that), up to the end of the day `until`
 * (DAY_NONE: what lies ahead too). limit 0: 50, and never over 60. One query, and one for each type with a sealed line. */
MUST const struct fault *record_story(struct act *act, const char *pupil, const struct record *only, day until, int limit,
	int offset, struct events *out);

/* One version of one record: who, when, and the fields it changed, as this actor may read them. */
struct change {
	const struct record *record;
	const char *id, *at, *by, *why;
	int64_t version;
	const struct row *now, *was;  /* was NULL: the first version */
};
struct changes { struct change *list; int count; };
/* Every version of every record about a pupil, newest first; the pupil's own record too. */
MUST const struct fault *record_changes(struct act *act, const char *pupil, int limit, int offset, struct changes *out);

/* A member of staff whose own pupil this is today, and by which relation. The same person may come twice, by two. */
struct related { const struct relation *relation; const char *staff; };
MUST const struct fault *record_related(struct act *act, const char *pupil, struct related **out, int *count);

#endif
