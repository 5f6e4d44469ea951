/* seed.h - rows that every school begins with: plan types, banks of questions and strategies, templates. An area's seed adds what
 * the act's campus has not yet (by code, withdrawn ones counted), so that it may run again after each release. */
#ifndef MAIN_SEED_H
#define MAIN_SEED_H

#include "record/act.h"

/* For the act's campus. The program acts. */
MUST const struct fault *house_seed(struct act *act);
/* For every campus there is; `self` is not looked at. */
MUST const struct fault *house_seed_all(struct act *act, void *self);

#endif
