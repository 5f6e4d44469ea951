/* retention.h - how long each kind of record is kept by default. A record table names a class in .keep; local policy may lengthen
 * it. Nothing is deleted by itself: a class says from when something may be put on the yearly disposal list, which two people
 * approve, and a hold stops it. Sources: the domain notes on governance and data, section 9 (IRMS toolkit for schools, second
 * hand). */
#ifndef LAW_RETENTION_H
#define LAW_RETENTION_H

#include "base/date.h"

enum retention_start {
	KEEP_FROM_BIRTH,    /* the child's date of birth */
	KEEP_FROM_END,      /* the day it stopped being in force: left, closed, replaced */
	KEEP_FROM_WRITTEN,  /* the day it was written */
};

struct retention {
	const char *name;        /* as record tables say it: "send-file" */
	const char *title;       /* for people: "SEND file" */
	enum retention_start start;
	int years;
	const char *rule;        /* the whole rule in words */
	const char *source;
	const char *status;      /* how sure: "confirmed (second hand)", "recalled", "design" */
	bool review;             /* at the end it is looked at, not proposed for disposal */
	bool leaves;             /* the file goes with the child to the next school; the last school keeps it */
};

const struct retention *law_retention_rows(int *count);
const struct retention *law_retention(const char *name); /* NULL: no such class */
/* The names alone, ended by NULL: for struct house. */
const char *const *law_retention_names(void);

/* The first day on which something of this class may be proposed for disposal: the day after the anniversary (29 February gives
 * 1 March). DAY_NONE if `from` is not known: then it is kept. */
day law_retention_until(const struct retention *r, day from);

#endif
