/* card.h - the child's own review card: how each target goes, from 1 (hard) to 5 (good), and a line in the child's words. The same
 * questions stand on the school's page, on paper and behind the child's link. Nothing here is for other areas. */
#ifndef AREAS_PLANS_CARD_H
#define AREAS_PLANS_CARD_H

#include "areas/plans/area.h"

extern const char *const CARD_FEELS[];   /* a word for each of the five faces */
struct card { const struct row *pupil; const char *plan, *name, *how, *through; const struct rows *targets; };

/* "I read a page aloud": the child's own words for a target, or else the plan's. */
const char *card_title(const struct row *target);
/* A question a target, kept as it was typed. */
void card_fields(struct req *rq, struct ui *ui, const struct rows *targets);
/* A view for each target that something was said of; *said counts them. What is wrong stands at its field. */
MUST const struct fault *card_save(struct req *rq, const struct card *k, int *said);

#endif
