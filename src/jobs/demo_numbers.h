/* demo_numbers.h - invented pupil and learner numbers whose check letters and digits are right (domain notes, formats.md 2). LA 999
 * is nobody's. */
#ifndef JOBS_DEMO_NUMBERS_H
#define JOBS_DEMO_NUMBERS_H

#include "base/arena.h"

const char *demo_upn(struct arena *a, int establishment, int year, int serial);
const char *demo_uln(struct arena *a, int campus, int number);

#endif
