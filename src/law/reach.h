/* reach.h - whom the school may write to about a child, by which way, and if not, why not, in words a person can act on.
 *
 * The rule is read whoever asks and again when the letter goes: a limit that came in between holds (duties: separated parents,
 * court orders, hidden addresses). Each adult gets a letter of their own at their own address; nobody is told another's. Sources:
 * parent is who has parental responsibility or care (Education Act 1996 s576); over compulsory school age (s8: last Friday in June
 * of the school year of the sixteenth birthday) rights about SEN are the young person's own (Children and Families Act 2014 s83(2),
 * SEND Code 8.13 to 8.18), and parents are told with their agreement.
 *
 * Names of records and fields are those of areas/people. Texts live in act->a. */
#ifndef LAW_REACH_H
#define LAW_REACH_H

#include "record/act.h"

enum reach_how { REACH_POST, REACH_EMAIL, REACH_HAND };
enum reach_may {
	REACH_YES,
	REACH_ASK,   /* a person must decide: read the order, ask the young person. `why` says what */
	REACH_NO,
};

struct reach {
	const char *contact;     /* id; "": the child */
	const char *name;        /* "Ms Alison Whitlock" */
	const char *salutation;  /* "Ms Whitlock"; "" if neither title nor forename is known */
	const char *relation;    /* "Mother"; "The young person" */
	const char *email;       /* "" if there is none */
	const char *address;     /* lines, with the postcode; "" if there is none */
	const char *language;    /* "" or "ENG": as they would have it; else said, so that a translation is thought of */
	bool home;               /* lives with the child, and no limit says otherwise: may be told the child's own address */
	enum reach_may may;
	const char *why;         /* "" for yes: "A court order stands: read it before you write" */
};

/* One contact of the child (or, with "", the child) on act->today. FAULT_NONE: no such contact of this child. */
MUST const struct fault *reach_one(struct act *act, const struct row *pupil, const char *contact, enum reach_how how,
	struct reach *out);
/* All of them, the child first once over compulsory school age, then contacts in the order in which they are rung. */
MUST const struct fault *reach_all(struct act *act, const struct row *pupil, enum reach_how how, struct reach **out, int *count);

/* Is somebody born then a young person on that day: over compulsory school age and under 25? */
bool young_person(day born, day on);
day school_leaving_day(day born);  /* the last Friday in June of their sixteenth year; DAY_NONE if born is */

/* Does some grant this actor holds here show this field on any row at all? Asks no query. */
bool field_ever(const struct act *act, const struct record *r, int field);

#endif
