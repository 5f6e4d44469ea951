/* pages.h - what the door's page functions hand to their templates. */
#ifndef AREAS_DOOR_PAGES_H
#define AREAS_DOOR_PAGES_H

#include "areas/door/area.h"

struct door { const char *token, *school, *phone, *send_to, *note, *error; };

#endif
