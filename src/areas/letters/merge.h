/* merge.h - fields in a letter's text: {pupil.known_as}, {contact.salutation}, {register_status.from}, {today.date}.
 *
 * A field is a record's field by name, of the row that holds today for this child (the newest, where a record has no time). A
 * template may name only what its writer may read and a parent may too, nothing about other adults, and nothing that says who may
 * not be told what. What has no value stands in the text as [name of the field]: such a letter is not sent until somebody has
 * filled it in. */
#ifndef AREAS_LETTERS_MERGE_H
#define AREAS_LETTERS_MERGE_H

#include "base/buf.h"
#include "law/reach.h"

struct merge {
	struct act *act;
	const struct row *pupil;
	const struct reach *to;    /* whom the letter goes to */
};

enum merge_no {
	MERGE_FINE, MERGE_UNKNOWN,
	MERGE_FORBIDDEN,  /* its writer may not read it */
	MERGE_OURS,       /* no parent may: staff notes, worries, the watch list */
};
/* Why not, for people. */
const char *merge_why(struct arena *a, enum merge_no no, const char *name);

/* May this actor use this field ("pupil.known_as") at all? */
enum merge_no merge_may(const struct act *act, const char *name);
/* Every {field} of the text that may not be used, one a line with the reason; "" if all may. */
const char *merge_refused(const struct act *act, const char *text);
/* Does the text hold a field about a person: what a subject line may not hold? NULL, or its name. */
const char *merge_person(struct arena *a, const char *text);

/* The text with its fields filled in. FAULT_INVALID, naming it: a field that this actor may not read about this child or that may
 * not be told to this person. Missing values stand as [name]. */
MUST const struct fault *merge_text(struct merge *m, const char *text, const char **out);
/* One field's value, "" if it has none. */
MUST const struct fault *merge_value(struct merge *m, const char *name, const char **out);
/* The first [name] that nobody has filled in; NULL: none. */
const char *merge_gap(struct arena *a, const char *text);

/* A field in words: "Meeting with parents: When"; its own name if there is no such field. */
const char *merge_said(const struct act *act, const char *name);

/* What the editor's page lists: a record's fields that this actor may use. Ended by a NULL title. */
struct merge_group { const char *title; const char *const *names, *const *labels; int count; };
const struct merge_group *merge_groups(const struct act *act);

#endif
