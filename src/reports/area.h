/* area.h - reports: pages that look across areas: the child's page and its tabs, the homes by role, health. They are drawn from
 * panels (web/panel.h); these are the panels that the program begins with, and areas add theirs. */
#ifndef REPORTS_AREA_H
#define REPORTS_AREA_H

#include "web/panel.h"

extern const struct route REPORTS_ROUTES[];       /* ended by a NULL path */
extern const struct panel CHILD_PANELS[];         /* the child's page: "child", "child-tabs", "child-acts" */
extern const struct panel HOME_PANELS[];          /* "home-senco", "home-head", ... */

#endif
