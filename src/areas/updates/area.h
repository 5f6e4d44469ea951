/* area.h - a short update between meetings: how the targets go, made from the newest checks with one press, looked at and changed,
 * sent to parents and teachers, given to the child in plain words, and who has read it.
 *
 * It adds no judgement of its own: numbers and dates come from the targets, the words are the sender's to change. Duty B13. */
#ifndef AREAS_UPDATES_AREA_H
#define AREAS_UPDATES_AREA_H

#include "record/act.h"
#include "web/link.h"
#include "web/panel.h"

enum { UPDATE_PUPIL, UPDATE_ON, UPDATE_BY, UPDATE_FAMILY, UPDATE_TEACHERS, UPDATE_CHILD, UPDATE_NEXT, UPDATE_STATE, UPDATE_FIELDS };
enum { UPDATE_READ_PUPIL, UPDATE_READ_UPDATE, UPDATE_READ_STAFF, UPDATE_READ_ON, UPDATE_READ_FIELDS };

extern const struct record PROGRESS_UPDATE, UPDATE_READ;
extern const struct route UPDATES_ROUTES[];
extern const struct panel UPDATES_PANELS[];
extern const struct link_task UPDATES_TASKS[];

#endif
