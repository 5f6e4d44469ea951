/* pages.h - what the door's page functions hand to their templates. */
#ifndef AREAS_DOOR_PAGES_H
#define AREAS_DOOR_PAGES_H

#include "areas/door/area.h"

enum { FACES = 5 };
const char *face_word(int n); /* 1 "Very hard" .. 5 "Great" */

struct door { const char *token, *school, *phone, *send_to, *note, *error; };

#endif
