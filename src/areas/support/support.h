/* support.h - what the pages of support share. Nothing here is for others. */
#ifndef AREAS_SUPPORT_SUPPORT_H
#define AREAS_SUPPORT_SUPPORT_H

#include "areas/support/area.h"
#include "record/query.h"
#include "web/about.h"

day support_weekday(day d);                                              /* d, or the Monday after it */

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
