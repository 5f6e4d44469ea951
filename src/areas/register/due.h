/* due.h - the dates that hang on what the register keeps.
 * Sources: the domain notes on clocks, section 9 (s68-inform-parent, sen-support-third-meeting, APDR), section 4 (annual
 * review). */
#ifndef AREAS_REGISTER_DUE_H
#define AREAS_REGISTER_DUE_H

#include "areas/register/area.h"
#include "law/own.h"

/* Dates the school sets for itself have no row in the law; their clocks are named so. */
#define CLOCK_WATCH "watch-decision"
#define CLOCK_MONITOR "sen-monitoring"

/* Everything that hangs on a status, a watch, a child's meetings with parents: hooks call these. */
MUST const struct fault *due_of_status(struct act *act, const struct row *status);
MUST const struct fault *due_of_watch(struct act *act, const struct row *watch);
MUST const struct fault *due_of_meetings(struct act *act, const struct row *about);
/* The annual review of a child with a plan, from the day it was made or last reviewed. */
MUST const struct fault *due_of_plan(struct act *act, const struct row *status, day made_or_reviewed, bool reviewed);

#endif
