/* cycle_review.h - what the pages of a review share: one child's and a group's. Nothing here is for others. */
#ifndef AREAS_PLANS_CYCLE_REVIEW_H
#define AREAS_PLANS_CYCLE_REVIEW_H

#include "areas/plans/cycle.h"

const struct ui_option *review_ratings(void);
/* What was typed of one target (r-ID-rating, -next_step, -value, -note, -version): false if nothing was. */
bool review_typed(struct req *rq, const char *target, struct form **out);
/* FAULT_STALE, FAULT_INVALID */
MUST const struct fault *review_save(struct req *rq, const struct cycle *c, const char *target, struct form *form);
MUST const struct fault *review_signatures(struct req *rq, struct ui *ui, const struct cycle *c); /* cycle_sign.c */

#endif
