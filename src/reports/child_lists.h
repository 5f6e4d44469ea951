/* child_lists.h - a child's records of one type as a table on a tab: what holds now, what held before, and the links to add and
 * change. */
#ifndef REPORTS_CHILD_LISTS_H
#define REPORTS_CHILD_LISTS_H

#include "reports/child.h"

struct child_column { int field; const char *label; bool long_text; enum ui_rank phone; }; /* ended by a NULL label */

struct child_list {
	const struct record *record;
	const char *title, *id;
	const struct child_column *columns;  /* the first is the row's header */
	const char *empty, *add;             /* words where there is none; of the button that adds one */
	const char *(*head)(struct arena *a, const struct row *row); /* NULL: the first field as it shows */
	const char *order;                   /* as of record_list; NULL: the table's */
};

/* Names of staff for references, read once a page. */
struct staff_names { struct found found; bool read; };

/* Draws the panel, or nothing when there is nothing and nothing may be added. */
MUST const struct fault *child_list_draw(struct req *rq, struct ui *ui, const struct child *c, const struct child_list *l,
	struct staff_names *names);
/* The same of rows fetched before. */
MUST const struct fault *child_rows_draw(struct req *rq, struct ui *ui, const struct child *c, const struct child_list *l,
	struct staff_names *names, const struct rows *rows);
MUST const struct fault *staff_name(struct req *rq, struct staff_names *names, const char *id, const char **out);
bool row_holds(const struct row *row, day on); /* in force by its own dates */

#endif
