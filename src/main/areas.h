/* areas.h - every record type of the program, listed by hand: a type that is not here does not exist, and a check says so. */
#ifndef MAIN_AREAS_H
#define MAIN_AREAS_H

#include "record/record.h"
#include "web/link.h"

extern const struct record *const HOUSE_RECORDS[];
extern const int HOUSE_RECORD_COUNT;
extern const struct relation *const HOUSE_RELATIONS; /* ended by a NULL role */
extern const struct link_task *const HOUSE_TASKS[];  /* what one-time links are for; ended by NULL */

#endif
