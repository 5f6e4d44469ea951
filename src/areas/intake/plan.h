/* plan.h - a file beside what we hold: what it would add, change and ask, and nothing written. commit.c carries a plan out.
 *
 * Facts have owners. What the school's management system owns (names, form, flags, contacts, attendance) follows the file. What the
 * SENCO owns (status, needs, and what she wrote) is taken from a file only where we hold nothing; else the difference goes to the
 * list she works through. Nothing is blanked or ended because a file leaves it out. Source: domain notes, formats.md 1. */
#ifndef AREAS_INTAKE_PLAN_H
#define AREAS_INTAKE_PLAN_H

#include "areas/intake/area.h"
#include "doc/intake.h"

enum change_kind { CHANGE_NONE, CHANGE_ADD, CHANGE_SET, CHANGE_END, CHANGE_ASK }; /* NONE: came to nothing */

struct change {
	enum change_kind kind;
	int row;                 /* in the file */
	int child;               /* number in plan->child, or -1: about nobody */
	const struct record *r;
	struct row *was;         /* SET, END: what stands now */
	const char **value;      /* by field of r; NULL: left as it is. END: only .until */
	const char *fact;        /* ASK: "register_status.provision"; else "" */
	const char *now, *theirs; /* ASK: in words */
	int other;               /* number of the change whose row this one refers to, -1: none */
	int other_field;         /* ... in this field */
	const char *id;          /* ADD: after the commit */
	struct row *added;
};

struct child {
	struct row *ours;        /* NULL: new */
	int row;
	const char *name;        /* "Whitlock, Kai" */
	const char *form;
	bool changed, waits;     /* waits: for an answer; nothing of it is stored */
	struct change *add;      /* new: the change that adds the pupil */
	struct row *stored;      /* after the commit */
};

struct question { const char *key, *text, *choices; int row; };

struct plan {
	struct arena *a;
	const struct intake *in;
	struct child *child;
	int children;
	struct change **change;
	int changes, asks;
	int listed;              /* differences the SENCO has on her list, or has decided: not asked again */
	int new_children, changed_children, unchanged;
	struct row **missing;    /* on roll with us, not in the file: told, never removed */
	int missing_count;
	struct question *question; /* matches by name that a person must confirm, on top of the file's own questions */
	int questions;
	struct intake_message *message; /* what only comparing showed: a row about a child we do not have, ... */
	int messages;
	bool stopped;            /* in->stopped, or a question is open */
	const struct choice *need_types; /* what a need word can be said to mean */
	int others;              /* rows of staff, classes, calendars: added or changed */
};

/* Compare. `answers`: as given to intake_read, with "match:ROW" -> "yes" or "no". The act reads with the program's rights on its
 * campus. */
MUST const struct fault *plan_make(struct act *act, const struct intake *in, const struct intake_answer *answers, int count,
	struct plan **out);

/* Carry it out in this act, and keep the import's own record: `import`, looked at before, or a new one if NULL. */
MUST const struct fault *plan_commit(struct act *act, struct plan *plan, struct row *import, const char *hash, const char *blob,
	const char **import_id);
/* The import's record before anything is saved: state "preview", or "refused" with its reasons. */
MUST const struct fault *plan_look(struct act *act, const struct intake *in, const char *hash, const char *blob,
	const char **import_id);
/* Undo an import of today. *kept: rows changed since and left alone. */
MUST const struct fault *plan_undo(struct act *act, struct row *import, int *undone, int *kept);

#endif
