/* child.h - what the pages about one child share: the facts in the strip, read in one query, and the head of every tab. */
#ifndef REPORTS_CHILD_H
#define REPORTS_CHILD_H

#include "record/query.h"
#include "web/panel.h"

/* The facts are those of Q_CHILD_FACTS, in their order. Kept in the request's arena by child_facts(): asked once a page. */
struct child {
	const char *id, *base;        /* base: "/pupils/ID" */
	const char *first, *whole;    /* "Kai", "Kai Whitlock" */
	const char *their;            /* "his", "her", "their" */
	bool by_name;                 /* known to this person by name alone */
	struct found facts;
};

const char *child_first(const struct row *pupil);
const char *child_whole(struct arena *a, const struct row *pupil);
/* The word before a "'s": "Kai's", "James's". */
const char *child_whose(struct arena *a, const char *name);
MUST const struct fault *child_read(struct req *rq, struct child *out);
/* The first fact of a kind at or after `from`; -1: no more. */
int child_fact(const struct child *c, const char *kind, int from);
const char *child_text(const struct child *c, int fact, int column); /* "" for fact -1 */

/* Strip, tabs with `tab` current ("" the overview), title for the browser. FAULT_NONE if this person knows the name alone and the
 * tab is not the overview. */
MUST const struct fault *child_head(struct req *rq, struct ui *ui, const char *tab, const char *title, struct child *out);

/* Where a record of this type is added for the child: the page made for it if there is one, else the general form; NULL if this
 * person may not. */
const char *child_add(struct req *rq, const struct child *c, const struct record *r);

bool child_sees_roles(const struct req *rq); /* may read who holds which role at the school */
const struct fault *child_who_panel(struct req *rq, struct ui *ui, const struct panel *p) MUST;

/* Pages of the tabs. */
page child_overview, child_needs, child_support_page, child_assessments, child_people, child_documents, child_timeline,
	child_history, child_who, child_dates;
page document_new, document_add, document_open;
/* A record about the child, by the table's own form: /pupils/:pupil/records/:record/new and /:id. */
page assessment_new, assessment_add, scales_new, scales_add;
page child_record_new, child_record_add, child_record_form, child_record_change, child_record_withdraw;

#endif
