/* settings.h - what the law's clocks say to the page of settings. Apart from area.h, because the two name a thing alike. */
#ifndef AREAS_PEOPLE_SETTINGS_H
#define AREAS_PEOPLE_SETTINGS_H

#include "record/act.h"

/* A clock that a school may set for itself, under the part of the work it belongs to. Parts stand together. Ended by a NULL
 * name. */
struct settable { const char *part, *name, *what, *length, *cite; };
const struct settable *settable_clocks(struct arena *a);
/* A setting of a clock is one the clock takes: the hook of SETTING. */
const struct fault *setting_check(struct act *act, struct form *form, struct row *was) MUST;

#endif
