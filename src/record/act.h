/* act.h - an act is who, when, and one transaction; its verbs are the only way from a page, a job or a command to a row (R1).
 *
 * A verb that finds nothing and a verb that finds something not yours give one fault, FAULT_NONE (R4), and a journal entry. Rows
 * and texts live in act->a. A row is a handle: only fields the actor may read were fetched; row_text() of a withheld field is
 * "". */
#ifndef RECORD_ACT_H
#define RECORD_ACT_H

#include "db/db.h"
#include "record/matrix.h"
#include "record/record.h"
#include "seal/seal.h"

struct held { int role; const char *campus; }; /* role: number in the matrix; campus: where it is held */

/* A one-time link's session: record types it reaches, and the one row of .record that it is about (R17a). */
struct link_reach {
	const char *record, *target;
	const char *opens; /* names with spaces between; "+name": rows are added, and none is read */
};

struct actor {
	const char *account;          /* account id; "" for the program itself */
	const char *staff;            /* staff id behind the account; "" for none */
	const char *name;             /* as shown and as kept in versions */
	const struct held *held;      /* roles in force now, delegations included */
	int held_count;
	const char *pupil;            /* links and parents: the one child; else "" */
	bool program;                 /* migration, demo, restore: passes the matrix, never the floor rules */
	bool fresh;                   /* second factor given in the last 10 minutes (R14) */
	const char *session;          /* hash of the session; "" for commands */
	const struct link_reach *link; /* NULL: an account */
};

struct act {
	struct arena *a;
	struct db *db;
	const struct house *house;
	struct sealer *sealer;        /* NULL: sealed fields cannot be read or written */
	const struct actor *who;
	const char *campus;           /* the campus in view; "" for none (installation-wide work) */
	const char *id;               /* of this act; written in its rows */
	const char *moment;           /* when it happens */
	day today;
	const char *known_on;         /* NULL, or a moment: read as recorded by then. Such an act cannot write */
	bool writing;
	struct notes *notes;          /* what the journal will say; the engine's */
	struct soon *soon;            /* questions that wait for others (soon.h); NULL: none do */
	struct recall *recall;        /* answers given before (recall.h); NULL: every question goes to the store */
	const char *focus;            /* the one child whom a reading page is about (act_focus); NULL: none */
	uint64_t focus_own;           /* roles, a bit each, whose own child that is today */
	enum { JOINS_UNKNOWN, JOINS_NONE, JOINS_SOME } joins; /* is any child's record joined to another's (join.h)? The engine's */
	const struct calendar *calendar; /* as a reading act found it (law/own.h); NULL: not asked for yet */
	const char *calendar_of;      /* the campus whose it is */
	int64_t facts;                /* the store's number of changes, as this transaction reads it; 0: not known */
};

/* Open an act in the arena; `db` must be in a transaction. */
struct act *act_new(struct arena *a, struct db *db, const struct house *h, struct sealer *s, const struct actor *who,
	const char *campus, bool writing);

/* Say to the store who acts (row-level security); first thing in every transaction and savepoint. */
MUST const struct fault *act_guard(struct act *act);
/* The same act with the program's rights: for what law or a floor rule makes the program do, whoever acts (a computed date, an
 * import that the matrix lets its actor run). Versions and journal still name the person. */
struct act *act_lift(struct act *act);

/* This reading act is about one child: whether that child is the actor's own is asked once, and not again in every statement. What
 * may be read stays the same. */
MUST const struct fault *act_focus(struct act *act, const char *pupil);

/* ---- rows ---- */
const struct record *row_record(const struct row *row);
const char *row_id(const struct row *row);
const char *row_campus(const struct row *row);
int64_t row_version(const struct row *row);
bool row_withdrawn(const struct row *row);
const char *row_act(const struct row *row);                /* id of the act that wrote this version */
const char *row_moment(const struct row *row);             /* versions: when recorded; else "" */
const char *row_by(const struct row *row);                 /* versions: name of who recorded it; else "" */
/* the field .self is RESTRICTED and not theirs to read: row_by() is "Staff" */
bool row_by_withheld(const struct row *row);
/* versions: their account's id; else "". Names are no proof: two may share one */
const char *row_by_account(const struct row *row);
bool row_has(const struct row *row, int field);            /* may be read by this actor */
const char *row_text(const struct row *row, int field);    /* "" if empty or withheld */
int64_t row_int(const struct row *row, int field);
day row_day(const struct row *row, int field);             /* DAY_NONE if empty */
const char *row_about(const struct row *row);              /* pupil id, or "" */
/* as a person reads it: labels, long dates, pounds, yes/no */
const char *row_show(struct arena *a, const struct row *row, int field);

/* ---- forms ---- */
struct form_error { int field; const char *text; };        /* field -1: about the whole */
struct form {
	const struct record *r;
	struct arena *a;
	const char **values;          /* by field; NULL: not sent (left as it is) */
	int64_t version;              /* what the person saw; 0 when adding */
	struct form_error *errors;
	int error_count;
};
struct form *form_new(struct arena *a, const struct record *r);
struct form *form_of_row(struct arena *a, const struct row *row);   /* every readable field as typed text */
/* Read by field name through `get`; dates also from NAME-day, NAME-month, NAME-year; pounds become pence at the check. */
struct form *form_read(struct arena *a, const struct record *r, const char *(*get)(void *from, const char *name), void *from);
void form_set(struct form *f, int field, const char *value);
const char *form_value(const struct form *f, int field);            /* "" if not sent */
void form_error(struct form *f, int field, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* ---- verbs ---- */
/* ANY_OF: value is ids or codes separated by spaces */
enum ask_op { ASK_END, IS, IS_NOT, BEFORE, FROM_ON, EMPTY, FILLED, ANY_OF };
struct ask {
	struct { int field; enum ask_op op; const char *value; } where[8];
	const char *pupil;            /* about this child */
	const char *campus;           /* of this campus alone, for actors that reach several; NULL: all they reach */
	const char *order;            /* as .order of the table; NULL: the table's */
	int limit, offset;            /* limit 0: 500 */
	const char *as_at;            /* NULL: all; else in force on that ISO day */
	bool with_withdrawn;
	bool clear_only;              /* leave sealed fields sealed: lists that do not show them */
};
struct rows { struct row **row; int count; };

MUST const struct fault *record_get(struct act *act, const struct record *r, const char *id, struct row **out);
MUST const struct fault *record_list(struct act *act, const struct record *r, const struct ask *ask, struct rows *out);
MUST const struct fault *record_count(struct act *act, const struct record *r, const struct ask *ask, int64_t *out);
/* `about`: the pupil's row (or any row of the campus it belongs to); NULL when the record is about nobody. FAULT_INVALID: see
 * form->errors. */
MUST const struct fault *record_add(struct act *act, const struct record *r, const struct row *about, struct form *form,
	const char **id);
/* The same, giving the row itself: for what is added in the same act about a child who was just added. */
MUST const struct fault *record_put(struct act *act, const struct record *r, const struct row *about, struct form *form,
	struct row **out);
/* FAULT_STALE if form->version is set and is not the row's. Nothing changed: no new version, fine. */
MUST const struct fault *record_change(struct act *act, struct row *row, struct form *form);
MUST const struct fault *record_approve(struct act *act, struct row *row, struct form *form); /* a change that needs right p */
MUST const struct fault *record_withdraw(struct act *act, struct row *row, const char *reason);
MUST const struct fault *record_restore(struct act *act, struct row *row, const char *reason); /* undo of a withdrawal */
/* Take back everything one earlier act did: what it added is withdrawn, what it changed stands as before. A row that was changed
 * again since is left as it is and counted in *kept. Asks no right of its own: the caller has. */
MUST const struct fault *act_undo(struct act *act, const char *act_id, const char *reason, int *undone, int *kept);
MUST const struct fault *record_history(struct act *act, const struct row *row, struct rows *out); /* newest first */
/* May this actor do `right` to `r` about this pupil (NULL: anywhere on the campus)? For drawing buttons; the verbs check again. */
bool record_may(struct act *act, const struct record *r, enum right right, const struct row *about);
/* Does the matrix let this actor do it for anybody at all on this campus? Cheap: no query. */
bool record_ever(const struct act *act, const struct record *r, enum right right);

/* Is that only for own pupils, or own rows: what a class teacher has and a SENCO has not? */
bool record_own_only(const struct act *act, const struct record *r, enum right right);

#endif
