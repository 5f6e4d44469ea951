/* pages.h - what the door's page functions hand to their templates. */
#ifndef AREAS_DOOR_PAGES_H
#define AREAS_DOOR_PAGES_H

#include "areas/door/area.h"

const char *door_child(struct arena *a, const struct row *pupil);      /* "Kai Whitlock" */
void door_crumbs(struct req *rq, const struct row *pupil, bool list);  /* list: down to the child's links */
/* The page as it stands, sent with the commit: for what is shown once and kept nowhere. */
MUST const struct fault *door_show_once(struct req *rq, struct ui *ui);

struct door { const char *token, *school, *phone, *send_to, *note, *error; };

#endif
