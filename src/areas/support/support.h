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
day support_weekday(day d);                                              /* d, or the Monday after it */
MUST const struct fault *support_may(struct req *rq, const struct record *r, enum right right);

/* ---- asking everyone: ask.c, round_pages.c, answer_pages.c, question_pages.c ---- */
enum { ASK_MOST = 8 };
struct asked { const char *id, *text, *kind; };                          /* text with the child's name in it */
struct asked_list { struct asked q[ASK_MOST]; int count; };
/* What a round about this area asks for a child of this age. An empty bank: the first questions, without ids. */
MUST const struct fault *ask_choose(struct act *act, const char *area, const char *year, const char *first, struct asked_list *out);
/* The questions whose ids stand in `ids`. */
MUST const struct fault *ask_read(struct act *act, const char *ids, const char *first, struct asked_list *out);
struct asker { const char *staff, *name, *as; };                         /* as: "English, 8R form" */
/* Who teaches or looks after the child today. */
MUST const struct fault *ask_whom(struct act *act, const char *pupil, const struct asker **out, int *count);
const char *ask_minutes(struct arena *a, int questions);                 /* "about 2 minutes" */
page round_new, round_new_post, round_page_one, round_again, round_close, asks_page, ask_page, ask_post, questions_page,
	questions_first;
page question_new, question_change;
MUST const struct fault *asks_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *rounds_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *child_round_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *round_evidence(struct req *rq, struct ui *ui, const struct panel *p);

/* ---- worries: worry_pages.c, triage_pages.c ---- */
page worry_page, worry_post, my_worries_page, worry_queue_page, one_worry_page, worry_decide_post;
MUST const struct fault *worries_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *my_worries_panel(struct req *rq, struct ui *ui, const struct panel *p);

/* ---- what is known: know_pages.c; what is still to be found out: assess_pages.c; the whole way: pipeline.c ---- */
typedef const struct fault *support_panel(struct req *rq, struct ui *ui, const struct panel *p);
support_panel barriers_panel, areas_panel, pathways_panel, behaviour_panel, assess_panel;
page pipeline_page, areas_page, pathways_page, assess_new, assess_new_post, assess_page, assess_done, assess_done_post;

#endif
