/* routes.h - every page of the program and every section of its navigation, listed by hand. */
#ifndef MAIN_ROUTES_H
#define MAIN_ROUTES_H

#include "web/panel.h"

extern const struct route *const HOUSE_ROUTES[];  /* ended by NULL */
extern const struct section HOUSE_SECTIONS[];     /* ended by a NULL label */
extern const struct panel *const HOUSE_PANELS[];   /* ended by NULL */

#endif
