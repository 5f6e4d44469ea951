/* cycle.h - what the pages of a plan share: the child it is about, the plan with all that hangs on it, and the parts of a page.
 * Records of other areas are read by their names. Nothing here is for others. */
#ifndef AREAS_PLANS_CYCLE_H
#define AREAS_PLANS_CYCLE_H

#include "areas/plans/area.h"
#include "areas/plans/progress.h"
#include "record/query.h"
#include "web/about.h"

struct cycle;

/* ---- the child: cycle_child.c ---- */
struct plan_child {
	struct row *pupil;
	const char *id, *first, *name, *line, *href; /* "Kai", "Kai Whitlock", "Year 8 · 8R · SEN Support", "/pupils/x" */
	const char *year, *status, *alias;           /* "8"; "K", "E" or ""; the record this one was joined to, or "" */
	day left;                                    /* DAY_NONE while on roll */
	day grows;                                   /* becomes a young person; DAY_NONE: no date of birth */
	bool young;                                  /* a young person: their own word counts (CFA 2014 s83) */
};
MUST const struct fault *cycle_child(struct req *rq, struct row *pupil, struct plan_child *out);
void plan_child_grown(struct ui *ui, const struct plan_child *who, day review);
MUST const struct fault *plan_grown_on(struct req *rq, const char *dob, day *out);
/* Another plan of the kind that runs for the child, after two records were joined: a note and the way out. */
MUST const struct fault *plan_twin(struct req *rq, struct ui *ui, const struct cycle *c);
void plan_child_gone(struct ui *ui, const struct plan_child *who, const char *next);
const char *cycle_undo(struct req *rq, const char *plan);                /* POST there takes this act back */

/* ---- a plan whole: cycle.c ---- */
enum { PLAN_FRESH = 8 };                  /* cards of targets to come, at once */
struct cycle {
	struct plan_child who;
	struct row *plan, *type;          /* the plan wears its type's table */
	const struct record *r;
	struct rows lines, targets, points, reviews, views, signatures, uses;
	const char *id, *href, *name, *state; /* "/plans/x", "SEN Support plan 3" */
	bool steps, over, edits, adds;    /* adds: views, progress and how targets went */
	bool proposal, paper;             /* its kind rests on no law; it is drawn to be printed */
	/* what was typed and could not be saved, by target; NULL: as it stands */
	struct form **typed, *fresh[PLAN_FRESH];
	int fresh_count;
};
MUST const struct fault *cycle_read(struct req *rq, const char *plan, struct cycle *c);
/* The same from rq's :plan; FAULT_NONE for a plan that is a printed sheet: its pages are the profile's. */
MUST const struct fault *cycle_fetch(struct req *rq, struct cycle *c);
/* the step to show: what was asked for, or the plan's state */
const char *cycle_now(const struct cycle *c, const char *asked);
const struct row *cycle_review_of(const struct cycle *c, const char *target); /* NULL: none yet */
/* Numbers measured for a target, oldest first, and the line they are seen against. */
struct target_line { struct progress_line line; struct ui_point *points,
	*changes; int change_count; enum progress_says says; double now; };
struct target_line cycle_line(struct arena *a, const struct cycle *c, const struct row *target);
void cycle_graph(struct ui *ui, const struct cycle *c, const struct row *target, bool spark);
const char *cycle_target_words(struct arena *a, const struct row *target); /* "from 60 to 90 words a minute by 12 March 2027" */
const char *cycle_result_words(struct arena *a, const struct row *review); /* "Partly met, 78; Keep" */
bool cycle_has_kind(const struct cycle *c, const char *step, const char *kind);
/* The name "Plan 3" of a row of PLAN and of its type. */
const char *cycle_called(struct arena *a, const struct row *plan, const struct row *type);

/* ---- less help, and what leads where: cycle_help.c ---- */
/* "Some help from an adult; next: A prompt by 12 March 2027. 90, then 60 minutes a week; the aim is 30" */
MUST const struct fault *cycle_help_words(struct req *rq, const struct cycle *c, const struct row *target, const char **out);
const char *cycle_help_total(struct arena *a, const struct cycle *c);
bool cycle_long(const struct row *target);
const struct row *cycle_target(const struct cycle *c, const char *id);  /* one of the plan's; NULL: none */
/* "Step towards target 1: reads for pleasure", "Long term. Its steps are targets 2, 3", "" */
const char *cycle_toward_words(struct arena *a, const struct cycle *c, const struct row *target);

/* ---- the child's own review card: cycle_card.c ---- */
/* What the child said of one target last: "4 of 5. I can start by myself now"; "" if nothing. */
const char *card_words(struct arena *a, const struct cycle *c, const char *target);
page plan_card_page, plan_card_post, plan_card_pdf;

/* "1 of 3 meetings with parents this school year ..."; "" if it is not asked of this child */
MUST const struct fault *cycle_meetings_words(struct req *rq, const struct cycle *c, const char **out);

/* ---- parts: cycle_parts.c, cycle_shown.c ---- */
void cycle_head(struct req *rq, struct ui *ui, const struct cycle *c, const char *step);
void cycle_value(struct ui *ui, const struct row *line, const char *value); /* a line's answer as people read it */
/* The lines of a step (NULL: of all) under their sections: fields to fill in (form), or what they say (form NULL). */
MUST const struct fault *cycle_lines(struct req *rq, struct ui *ui, const struct cycle *c, const char *step,
	const struct form *form);
/* a part drawn from the record */
MUST const struct fault *cycle_shown(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *line);
/* What those who teach the child, and home, answered when last asked: cycle_answers.c */
MUST const struct fault *cycle_answers(struct req *rq, struct ui *ui, const struct cycle *c, const char *label);
void cycle_views(struct req *rq, struct ui *ui, const struct cycle *c, const char *whose);
void cycle_view_form(struct req *rq, struct ui *ui, const struct cycle *c, const char *step);
MUST const struct fault *cycle_target_read(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *target);
void cycle_strategies_read(struct ui *ui, const struct cycle *c);
MUST const struct fault *actions_read(struct req *rq, struct ui *ui, const struct cycle *c); /* cycle_actions.c */
/* "Pat Okafor", "At home: Mum" */
MUST const struct fault *action_who(struct req *rq, const struct row *use, const char **out);

/* ---- the steps: cycle_pages.c, cycle_plan.c, cycle_do.c, cycle_review.c ---- */
MUST const struct fault *plan_step_draw(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form);
MUST const struct fault *plan_step_post(struct req *rq, struct ui *ui, struct cycle *c);
MUST const struct fault *do_step_draw(struct req *rq, struct ui *ui, const struct cycle *c);
MUST const struct fault *review_step_draw(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form);
MUST const struct fault *review_step_post(struct req *rq, struct ui *ui, struct cycle *c);
MUST const struct fault *cycle_page_with(struct req *rq, struct ui *ui, struct cycle *c, const struct form *form, const char *step);
/* The plan's own lines of a step from what was typed: nothing else of the plan can be set by a page. */
struct form *cycle_form(struct req *rq, const struct cycle *c, const char *step);
/* The cycle's end: signed, the review date met, frozen. `words`: what the signer adds. */
MUST const struct fault *cycle_sign(struct req *rq, const struct cycle *c, const char *words);
const char *cycle_unfinished(struct arena *a, const struct cycle *c);   /* what the review still lacks; NULL: nothing */
const char *cycle_unsigned(struct arena *a, const struct cycle *c);     /* "Sam and a parent", "" if all have signed */
/* "A parent or carer: Ms Ruth Whitlock agreed with the plan on 22 November 2026" */
const char *signature_words(struct arena *a, const struct row *signature);
/* the day agreed, as the register keeps it */
MUST const struct fault *plan_tell_register(struct act *act, const char *pupil, const char *review_on);
/* Targets kept or changed, their start being where they ended; strategies that helped. */
MUST const struct fault *cycle_carry(struct req *rq, const struct cycle *from, const char *plan);

/* ---- onto the register, from the plan: cycle_register.c ---- */
void cycle_register_note(struct req *rq, struct ui *ui, const struct cycle *c); /* nothing if the child is on it already */

page child_plans_page, child_plans_pdf, plan_new_page, plan_new_post, cycle_page, cycle_post, plan_pdf, plan_story_page;
page plan_point_post, plan_view_post, plan_reviewed_post, plan_sign_post, plan_end_page, plan_end_post, plan_undo_post,
	plan_register_post;
page child_review_page, group_page, group_post, plan_helper_page;

MUST const struct fault *panel_child_targets(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *panel_to_review(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *panel_without(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *panel_decide(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *panel_to_write(struct req *rq, struct ui *ui, const struct panel *p);

#endif
