/* cycle_plan.h - what the Plan step's page and its handler share. Nothing here is for others. */
#ifndef AREAS_PLANS_CYCLE_PLAN_H
#define AREAS_PLANS_CYCLE_PLAN_H

#include "areas/plans/cycle.h"

/* A short mark of some words: the helper keeps silent about words it was answered for. */
const char *plan_words_mark(struct arena *a, const char *words);

#endif
