/* support.h - what the pages of support share. Nothing here is for others. */
#ifndef AREAS_SUPPORT_SUPPORT_H
#define AREAS_SUPPORT_SUPPORT_H

#include "areas/support/area.h"
#include "record/query.h"
#include "web/panel.h"

/* ---- records of other areas, by name: child.c ---- */
const struct record *support_record(const struct act *act, const char *name);
const char *support_said(const struct row *row, const char *field);              /* "" if there is no such field */
void support_put(struct form *form, const char *field, const char *value);
const char *support_staff(struct req *rq, const char *staff);             /* "Pat Okafor", "" if not to be read */

struct about {
	struct row *pupil;
	const char *id, *first, *name, *line, *href; /* "Kai", "Kai Whitlock", "Kai Whitlock · Year 8 · 8R" */
	const char *year, *status;                   /* "8"; "K", "E" or "" */
	day left;                                    /* DAY_NONE while on roll */
	const char *alias;                           /* the record this one was merged into, or "" */
};
/* Who a page is about; sets scale and crumbs. */
MUST const struct fault *support_child(struct req *rq, struct row *pupil, struct about *out);
MUST const struct fault *support_child_id(struct req *rq, const char *pupil, struct about *out);
/* What to do when the child has left or is recorded elsewhere: a note on the page, or nothing. */
void support_gone(struct req *rq, struct ui *ui, const struct about *who, const char *next);
void support_crumbs(struct req *rq, const char *const *pairs);           /* label, address, ..., NULL */
const struct ui_option *support_options(struct arena *a, const struct choice *list, const char *first);
/* Members of staff at work today; `first` stands above them. */
MUST const struct fault *support_staff_options(struct req *rq, const char *first, const struct ui_option **out);
const char *support_day(const struct req *rq, const char *name);           /* of its three boxes, or one */
MUST const struct fault *support_may(struct req *rq, const struct record *r, enum right right);

/* ---- what a school begins with: first.c ---- */
MUST const struct fault *support_first(struct act *act);                 /* nothing if there is some already */

/* ---- worries: worry_pages.c, triage_pages.c ---- */
page worry_page, worry_post, my_worries_page, worry_queue_page, one_worry_page, worry_decide_post;
MUST const struct fault *worries_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *my_worries_panel(struct req *rq, struct ui *ui, const struct panel *p);

#endif
