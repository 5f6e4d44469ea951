/* parts.h - what the files of a plan share. */
#ifndef AREAS_INTAKE_PARTS_H
#define AREAS_INTAKE_PARTS_H

#include "areas/intake/plan.h"

/* Rows we hold of one record type, sorted by the child (or by id). */
struct held_rows { const struct record *r; struct row **row; int count; };

struct have {
	struct act *act;              /* with the program's rights */
	struct held_rows list[24];
	int lists;
	struct key { const char *text; struct row *pupil; } *keys; /* "upn:...", "uln:...", "name:...": sorted */
	int key_count;
	struct row **pupils;
	int pupil_count;
};

MUST const struct fault *have_load(struct act *act, struct have *h);
/* The rows of `record` (a name) about this pupil; loaded at first use. */
MUST const struct fault *have_of(struct have *h, const char *record, const char *pupil, struct row ***rows, int *count);
MUST const struct fault *have_all(struct have *h, const char *record, const struct held_rows **out);
/* A pupil by one key; *many if two have it. */
struct row *have_pupil(const struct have *h, const char *kind, const char *text, bool *many);
const char *name_key(struct arena *a, const char *surname, const char *forename, const char *dob);

enum { STRANGERS_NAMED = 5 };
struct making {
	struct plan *p;
	struct have h;
	const struct intake_answer *answers;
	int answer_count, child_room;
	int strangers, stranger[STRANGERS_NAMED]; /* rows about children we do not have: how many, and the first of them */
};

/* A new row of `record`; values are put with put_value. */
struct change *plan_add(struct making *m, const char *record, int child, int row);
void put_value(struct change *c, const char *field, const char *value);          /* NULL: not put */
/* Put what differs from `was`; no change is made when nothing does. `names`: capitals alone are no difference. */
struct carry { enum intake_field from; const char *to; bool name; };
bool carry_over(struct making *m, int child, struct row *was, const struct intake_table *t, const struct intake_row *r,
	const struct carry *carry);
/* Take the values of a carry into a new row. */
void carry_into(struct change *c, const struct intake_table *t, const struct intake_row *r, const struct carry *carry);
struct change *plan_set(struct making *m, struct row *was, int child, int row);
void plan_end(struct making *m, struct row *was, int child, int row, day last);
void plan_ask(struct making *m, int child, int row, const char *fact, const char *now, const char *theirs);
void plan_say(struct making *m, enum doc_level level, int row, const char *field, const char *format,
	...) __attribute__((format(printf, 5, 6)));
void plan_stranger(struct making *m, int row);                                    /* told once for all, at the end */
const char *has(const struct row *row, const char *field);                        /* its text by field name */
bool in_force(const struct row *row, const char *day_iso);
const char *answer_to(const struct making *m, const char *key);                   /* NULL: not answered */
const char *source_code(const struct making *m);                                  /* provenance: "mis", "ctf", "old", "map" */

/* ---- match.c: matching; send.c: what the SENCO owns; roll.c: what the school's system owns; classes.c; others.c: staff, calendars
 * ---- */
MUST const struct fault *plan_children(struct making *m);
MUST const struct fault *plan_roll(struct making *m);
MUST const struct fault *plan_send(struct making *m);
MUST const struct fault *plan_details(struct making *m);
MUST const struct fault *plan_others(struct making *m);
/* One row of a class, of a child in one, of who teaches it; and the form of child `n` in a pupil list. */
MUST const struct fault *plan_class(struct making *m, const struct intake_table *t, const struct intake_row *r);
MUST const struct fault *plan_member(struct making *m, const struct intake_table *t, const struct intake_row *r);
MUST const struct fault *plan_teaching(struct making *m, const struct intake_table *t, const struct intake_row *r);
MUST const struct fault *plan_form(struct making *m, int n, const struct intake_table *t, const struct intake_row *r);
/* A colleague: by code, e-mail address or whole name; who teaches also by an initial or the surname alone, if it fits one. NULL:
 * none. */
MUST const struct fault *find_staff(struct making *m, const struct intake_table *t, const struct intake_row *r, struct row **out);
/* Number in plan->child of the child a detail row is about: -1 and a message if we have none. */
int child_of(struct making *m, const struct intake_table *t, const struct intake_row *r);

#endif
