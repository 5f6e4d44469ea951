/* kinds.h - the pages where a school makes and changes its kinds of plan. Nothing here is for other areas. */
#ifndef AREAS_PLANS_KINDS_H
#define AREAS_PLANS_KINDS_H

#include "areas/plans/area.h"

struct kind_page {
	struct row *type;
	struct rows lines;
	const struct record *worn;           /* the table its plans wear */
	const char *href;
	bool draft, in_use, off, proposal, edits, empty;
	const char *newer;                   /* address of a later edition, or NULL */
};
struct kinds_page { struct rows types; bool edits; };

extern const struct route KIND_ROUTES[]; /* ended by a NULL path */

/* Roles that a kind of plan may be kept to. */
extern const struct choice KIND_VIEWERS[];
struct ui_option *kind_options(struct arena *a, const struct choice *list);

/* The labels of the words in `said`, or `none`. */
const char *kind_said(struct arena *a, const struct choice *list, const char *said, const char *none);
/* Where a line stands: "Assess · What we know" */
const char *kind_where(struct arena *a, const struct kind_page *p, const struct row *line);

/* An edition and its lines copied as a draft of the next one. *id: the new edition. */
MUST const struct fault *kind_next(struct act *act, const struct row *type, const char **id);
/* The draft is put into use; the edition it replaces is no longer begun. Plans begun under that one stay as they are. What rests
 * on no law is off until somebody switches it on: kind_on(). */
MUST const struct fault *kind_publish(struct act *act, struct row *type);
MUST const struct fault *kind_on(struct act *act, struct row *type);

#endif
