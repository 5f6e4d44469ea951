/* codes.h - the code lists that censuses, transfer files and LAs use, each code with the dates between which it may be used.
 * Historic codes are accepted on import and refused on new entry. Sources: DfE Common Basic Data Set and census guides, by way of
 * the domain notes (codes.csv); `status` says how sure each is. Lists longer than shipped here (languages, LA ethnicity codes) are
 * imported. */
#ifndef LAW_CODES_H
#define LAW_CODES_H

#include "base/date.h"

struct code {
	const char *set, *code, *label;
	const char *short_label;    /* for tight tables; "" where the label is short enough: use code_short() */
	const char *group;          /* broad area, key stage, kind of absence, ... */
	const char *current;        /* "Y", "N", or "proposed": not law */
	const char *from, *until;   /* "" or YYYY-MM or YYYY-MM-DD, both inclusive */
	const char *status, *notes;
};

/* The code of a set, if it may be used on `date`; with DAY_NONE whatever its dates (imports, history). NULL: no such code, or not
 * then. Capitals and small letters are told apart. */
const struct code *law_code(const char *set, const char *code, day date);
/* All codes of a set that may be used on `date` (DAY_NONE: all), in order; *count is set. */
const struct code *const *law_codes(struct arena *a, const char *set, day date, int *count);

const char *code_short(const struct code *c);
/* The full label, or the code itself if the set does not know it. */
const char *law_code_label(const char *set, const char *code);

#endif
