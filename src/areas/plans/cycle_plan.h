/* cycle_plan.h - what the Plan step's page and its handler share. Nothing here is for others. */
#ifndef AREAS_PLANS_CYCLE_PLAN_H
#define AREAS_PLANS_CYCLE_PLAN_H

#include "areas/plans/cycle.h"

/* A short mark of some words: the helper keeps silent about words it was answered for. */
const char *plan_words_mark(struct arena *a, const char *words);

/* One target as its card was sent, "PREFIX-outcome" and so on. */
struct form *target_typed(struct req *rq, const char *prefix);
/* The cards as they stand in a draft, into c->typed and c->fresh: nothing is saved. */
void plan_cards_typed(struct req *rq, struct cycle *c);

MUST const struct fault *strategies_draw(struct req *rq, struct ui *ui, const struct cycle *c);

/* ---- who does what: cycle_actions.c ---- */
MUST const struct fault *actions_draw(struct req *rq, struct ui *ui, const struct cycle *c);  /* to be filled in */
MUST const struct fault *actions_save(struct req *rq, struct ui *ui, const struct cycle *c, int *wrong);
MUST const struct fault *actions_gaps(struct req *rq, struct ui *ui, const struct cycle *c);  /* nothing if there are none */

#endif
