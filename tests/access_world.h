/* access_world.h - people and children for the access tests: a child inside and outside every relationship, a person in every role,
 * and what of it is true, told by a plain table here and by reading whole tables as the program.
 *
 * sam is taught by the teacher, on the TA's caseload and in the year that the head of year leads; ana is in that year only; mia
 * too, and is the DSL's own; kit has the teacher as keyworker; leo was taught and looked after, and no longer is, and everybody is
 * on his conflict list; two is sam entered twice, joined: its keyworker is `both`, and slt is barred from it; zed goes to the other
 * school. `secret_case` is a record type at T3 that only these tests have. */
#ifndef TESTS_ACCESS_WORLD_H
#define TESTS_ACCESS_WORLD_H

#include "tests/world.h"

enum { PERSON_ROLES = 2, PERSON_CAMPUSES = 2 };

struct person {
	const char *name, *roles[PERSON_ROLES];
	const char *at[PERSON_CAMPUSES]; /* where the roles are held */
	const char *view;                /* the campus in view */
	const char *own[PERSON_ROLES];   /* the children that are each role's own, with a space after each */
	bool child_of_theirs;            /* a parent, or the child itself: of sam */
	struct actor who;                /* filled by access_world() */
	const char **texts[PERSON_ROLES]; /* by record: the matrix cut down to this role and that record, so that reading it is quick */
	const char *campus;
};

/* A row as it truly is. */
struct fact {
	const char *id, *campus, *about, *self, *kid; /* kid: the name of the child in this file, or "" */
	bool withdrawn;
};

struct facts { const struct record *r; struct fact *fact; int count; };

struct access_world {
	struct test *t;
	struct world w;
	struct store store;       /* with a house of its own: one type more */
	const char *matrix;       /* the text that both readers read */
	struct person *people;
	int people_count;
	struct facts *facts;      /* one a record type, in the order of the house */
	const struct rows *grants, *conflicts;
};

extern const struct record SECRET_CASE;

struct access_world *access_world(struct test *t);
/* A form that passes for this record, about whoever; `until` long ago so that no relationship comes of it. */
struct form *access_form(struct access_world *x, struct arena *a, const struct record *r, const char *school);
const char *access_id(const struct access_world *x, const char *name);

/* What the text says about this person and this row, by the plain reader alone. `view` as in plain_may. */
bool access_says(const struct access_world *x, const struct person *p, const struct record *r, const struct fact *fact, char right,
	const char *view);

#endif
