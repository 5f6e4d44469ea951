/* first.h - what a school begins with. Nothing here is for others. */
#ifndef AREAS_GUIDANCE_FIRST_H
#define AREAS_GUIDANCE_FIRST_H

#include "areas/guidance/area.h"

struct first_sheet { const char *title, *area, *needs, *looks, *helps, *avoid, *more; };
struct first_card { const char *title, *roles, *text; };
extern const struct first_sheet FIRST_SHEETS[]; /* ended by a NULL title */
extern const struct first_card FIRST_CARDS[];   /* ended by a NULL title */

#endif
