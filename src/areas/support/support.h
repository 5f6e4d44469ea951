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
const char *ask_named(struct arena *a, const char *text, const char *first); /* a question with the child's name in it */
/* Who teaches or looks after the child today. */
MUST const struct fault *ask_whom(struct act *act, const char *pupil, const struct asker **out, int *count);
const char *ask_minutes(struct arena *a, int questions);                 /* "about 2 minutes" */
int ask_count(const char *ids);                                          /* how many questions stand in `ids` */
/* ---- telling those who are asked: chase.c ---- */
MUST const struct fault *ask_reaches(struct act *act, const char *staff, bool *out);    /* at work here, with an e-mail address */
MUST const struct fault *ask_tell(struct act *act, const struct row *ask, bool again);
MUST const struct fault *ask_again(struct act *act, struct row *ask, bool counts);
MUST const struct fault *ask_no_more(struct act *act, struct row *ask, const char *why);
/* ---- a round as it stands: round_table.c; those asked: round_people.c; rounds side by side: over_time.c ---- */
struct round { struct row *row; struct about who; struct found asks; struct rows answers; struct asked_list questions; };
MUST const struct fault *round_read(struct req *rq, struct row *row, struct round *r);
const char *answer_shown(struct arena *a, const struct row *answer, const char *kind);  /* "3", "Sometimes"; a dash for NULL */
int round_answered(const struct round *r);
int round_missing(const struct round *r);
MUST const struct fault *round_people(struct req *rq, struct ui *ui, const struct round *r);
/* One member of staff is asked in this round, and told. */
MUST const struct fault *ask_send(struct req *rq, const struct row *round, struct row *pupil, const struct asker *who,
	const char **id);
page round_new, round_new_post, round_page_one, round_again, round_close, round_more, round_without, over_time_page;
page asks_page, ask_page, ask_post, questions_page,
	questions_first;
page question_new, question_change;
MUST const struct fault *asks_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *rounds_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *child_round_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *round_evidence(struct req *rq, struct ui *ui, const struct panel *p);

/* ---- asking home: home.c, home_pages.c, home_asked.c ---- */
MUST const struct fault *home_first(struct act *act);                    /* the questions for home that a school begins with */
MUST const struct fault *home_of_round(struct req *rq, struct ui *ui, const struct row *round); /* on the round's page */
MUST const struct fault *home_ask_panel(struct req *rq, struct ui *ui, const struct panel *p);
page home_ask_new, home_ask_new_post, home_ask_page, home_asked_page, home_asked_post;
struct home_answers { struct row *ask; struct asked_list questions; struct rows rows; };
MUST const struct fault *home_read(struct act *act, struct row *ask, const char *first, struct home_answers *out);
const char *home_said(struct arena *a, const struct home_answers *h, int q); /* "3 of 5: So-so", "Sometimes", words; "" */
extern const char *const HOME_SCALE[FACES];
bool home_by_child(const struct row *ask);

/* ---- worries: worry_pages.c, triage_pages.c, decide.c; where each stands: worry_now.c ---- */
page worry_page, worry_post, my_worries_page, worry_queue_page, one_worry_page, worry_decide_post, support_undo;
/* Q_WORRY_STANDS: those that `staff` raised, the one `worry`, those decided since a day; "" asks nothing. */
MUST const struct fault *worries_of(struct req *rq, const char *staff, const char *worry, const char *since, struct found *out);
const char *worry_words(struct arena *a, const struct found *f, int i, day today);      /* "Being watched until 4 January 2027" */
enum ui_tone worry_tone(const struct found *f, int i);
MUST const struct fault *worries_panel(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *my_worries_panel(struct req *rq, struct ui *ui, const struct panel *p);

/* ---- what is known: know_pages.c; what is still to be found out: assess_pages.c; the whole way: pipeline.c ---- */
typedef const struct fault *support_panel(struct req *rq, struct ui *ui, const struct panel *p);
support_panel need_years_panel, ahead_panel, barriers_panel, areas_panel, pathways_panel, behaviour_panel, assess_panel;
page phases_page, phase_looked, pipeline_page, areas_page, pathways_page, pathway_new, pathway_new_post, pathway_page,
	pathway_step, assess_new, assess_new_post, assess_page, assess_done, assess_done_post;

#endif
