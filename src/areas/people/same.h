/* same.h - two records of one child, compared before they are joined: what differs, what cannot both stand, what is held twice.
 * Joining itself is the engine's (record/join.h). Nothing here is for other areas. */
#ifndef AREAS_PEOPLE_SAME_H
#define AREAS_PEOPLE_SAME_H

#include "areas/people/pages.h"
#include "record/query.h"

enum same_how {
	SAME_ALONE, /* a child has one at a time: of two that overlap, one stands */
	SAME_TWICE, /* the same thing entered in both: the copy can be set aside */
};

struct same_kind {
	const char *record;
	enum same_how how;
	const char *keys;             /* SAME_TWICE: fields that make two rows one thing, spaces between */
	const char *shows;            /* fields that tell a row to people */
};

/* One type's rows that clash, or are copies: those of the record that stays and those of the other. */
struct same_rows {
	const struct same_kind *kind;
	const struct record *r;
	struct row **stays, **other;
	int stays_count, other_count;
	bool may;                     /* this person may set one aside */
};

/* A fact of the child that the two records tell differently. */
struct same_fact { int field; const char *stays, *other, *stays_shown, *other_shown; };

struct same {
	struct row *stays, *other;
	const char *stays_name, *other_name;
	struct same_fact *facts;
	int fact_count;
	struct same_rows *rows;
	int row_count;
};

/* Compare the child of the page with another. */
MUST const struct fault *same_read(struct req *rq, struct row *other, struct same *out);
const char *same_name(struct arena *a, const struct row *pupil);
/* "7B · from 3 September 2026": a row of some type in a few words. */
MUST const struct fault *same_tell(struct req *rq, const struct same_rows *rows, const struct row *row, const char **out);
/* NULL: nothing stands in the way; else who must decide first. */
const char *same_barred(struct arena *a, const struct same *s);
/* Is it a question which is right? What only one of them has is taken over unasked. */
bool same_asked(const struct same_fact *f);
/* What was chosen in the form: names of its parts. */
const char *same_fact_name(struct req *rq, const struct same *s, int fact);
const char *same_rows_name(struct req *rq, const struct same_rows *rows);
/* Do what the form says and join. FAULT_INVALID: errors are in the page's summary. */
MUST const struct fault *same_join(struct req *rq, struct ui *ui, const struct same *s);

/* What runs twice for a child since two records were joined; draws nothing if nothing does. */
MUST const struct fault *same_to_settle(struct req *rq, struct ui *ui, const char *pupil, int *count);

#endif
