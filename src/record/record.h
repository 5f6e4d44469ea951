/* record.h - what a record type is: a const table. From it come schema, form, check, permission, audit, history, search, import,
 * export, timeline and subject access; a half-described table cannot ship (record_check_all). The verbs are in act.h.
 *
 * Every table has, besides its fields: id, campus (where written, never changed), version, act, withdrawn (NULL or a moment) and,
 * at T3 and up, tier. A save also writes the whole row to NAME_version. What lasts a while has .from and .until. */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/date.h"
#include "base/fault.h"

enum tier { T0, T1, T2, T3, T4, T5 };
#define T4_SAFEGUARDING T4

enum field_type {
	F_TEXT,     /* one line, .max letters */
	F_LONGTEXT, /* paragraphs */
	F_CHOICE,   /* one of .choices, stored as its code */
	F_DATE,     /* ISO day */
	F_TIME,     /* UTC moment */
	F_NUMBER,   /* whole number, .least to .most */
	F_PENCE,    /* money in pence, typed and shown in pounds */
	F_YESNO,    /* 0 or 1; empty is "not known" */
	F_REF,      /* id of another record, .ref its type's name */
};

enum field_flags {
	REQUIRED   = 1,
	NOT_FUTURE = 2,    /* dates and moments: today or earlier */
	CLEAR      = 4,    /* at T3 and up: may stand unsealed (dates, references, states only) */
	SEALED     = 8,    /* below T3: sealed (R18). No sort, filter, clock or index */
	BY_SYSTEM  = 16,   /* never taken from a form (R5) */
	SEARCH     = 32,   /* its words are findable: clear text by token, sealed text by decrypting */
	FOLDED     = 64,   /* has a NAME_fold column beside it, for sorting and comparing */
	INDEXED    = 128,  /* has an index with campus: filters of lists, references are always indexed */
	SECRET     = 256,  /* never shown, exported or put in a journal: password hash, one-time-code secret */
	THIRD      = 512,  /* about somebody else: withheld from a subject-access extract until looked at */
	RESTRICTED = 1024, /* left out of lists and exports for staff; shown to roles with the whole record only */
};

struct choice { const char *code, *label; }; /* lists end with { NULL } */

struct field {
	const char *name, *label, *hint;
	enum field_type type;
	unsigned flags;
	const char *ref;              /* F_REF: record name */
	const struct choice *choices; /* F_CHOICE */
	int max;                      /* F_TEXT, F_LONGTEXT: letters; required for them */
	int64_t least, most;          /* F_NUMBER, F_PENCE; both 0: not negative, up to 2 000 000 000 */
	const char *ask;              /* the error when it is missing: "Enter the date Dylan's parents were told"; NULL: made from label */
};

/* A part of the record that a role may see: fields by name, ended by NULL. The matrix names it: "c:r.name". */
struct view { const char *name; const char *const *fields; };

enum record_is {
	APPEND_ONLY = 1,  /* never changed: a correction is another row whose `corrects` field names this one */
	SYSTEM_ONLY = 2,  /* written by the program alone; no form, no route */
	IS_PUPIL    = 4,  /* the record a child is: `about` is its own id */
	IS_STAFF    = 8,
};

struct act;
struct row;
struct form;

struct hooks {
	const struct fault *(*before_check)(struct act *act, struct form *form, struct row *was); /* was: NULL when adding */
	const struct fault *(*after_add)(struct act *act, struct row *row);
	const struct fault *(*after_change)(struct act *act, struct row *was, struct row *now);
};

struct record {
	const char *name;             /* table name: lower case, a-z and _ */
	const char *title, *plural;   /* "Need", "Needs" */
	const struct field *fields;
	int count;
	const char *about;            /* field with the pupil it is about; NULL: about nobody */
	const char *self;             /* field with the account or staff id whose own it is (scope s); "id" for itself */
	enum tier tier;
	unsigned is;
	const char *when, *line;      /* timeline: its day or moment, and what to say */
	const char *from, *until;     /* in force from day to day, both inclusive */
	const char *order;            /* fields to sort by, "-" before one for newest first: "-from name_fold" */
	const char *keep;             /* retention class of law/retention.c */
	const char *says;             /* one sentence: what it is, for the data dictionary */
	const struct view *views;     /* ended by a NULL name */
	const struct hooks *hooks;
	const char *narrow;           /* text field with the only roles that may come to the row, in the matrix's words with spaces
	                               * between; empty: all whom the matrix lets. It takes away, it never gives */
	const char *shared;           /* date field: until it is filled nobody outside the school (parent, pupil, external) comes to the row */
	const char *pack;             /* sealed long text that holds the fields of a shape which have no column (shape.h) */
	/* the table this row wears */
	const struct fault *(*shape)(struct act *act, const struct row *row, const struct record **out);
	/* of a table made at run time: */
	const struct record *base;    /* the house's table that it is stored in */
	int stored;                   /* its first fields, which have columns: as many as base has. 0: all of them */
};

/* How a member of staff comes to a pupil ("own"): rows of .rows that are in force today name pupil and staff, either directly or
 * through a second record in force today that shares the .join field. { "teacher", "class_member", "pupil", "class", "teaching",
 * "staff" } */
struct relation { const char *role, *rows, *pupil, *join, *through, *staff; const char *why; };

struct matrix;

/* Everything that main/ hands down at start; const from then on, shared by all threads. */
struct house {
	const struct record *const *records;
	int count;
	const struct relation *relations; /* ended by NULL role */
	const struct matrix *matrix;
	const int *matrix_rows;           /* each record's number in the matrix: house_ready() */
	const char *const *keeps;         /* retention classes by name, ended by NULL */
};

/* Number the records in the matrix and check every table: call once at start. FAULT_BROKEN names the first that is not whole. */
MUST const struct fault *house_ready(struct arena *a, struct house *h);

int record_stored(const struct record *r);                                  /* how many of its fields have columns */
const struct record *record_find(const struct house *h, const char *name); /* NULL: no such type */
int record_number(const struct house *h, const struct record *r);         /* its place in h->records */
int field_find(const struct record *r, const char *name);                 /* -1: no such field */
bool field_sealed(const struct record *r, int field);
const char *choice_label(const struct choice *list, const char *code);    /* the code itself if it is not in the list */

/* Every table whole: labels, maxima, references, retention, tier, matrix row, views. */
MUST const struct fault *record_check_all(struct arena *a, const struct house *h);

/* The SQL that makes the store, in the portable dialect of db_migrate: records, versions, indexes and the engine's own tables. */
const char *record_schema(struct arena *a, const struct house *h);
struct db;
/* Take away the rows that the schema itself puts, before a whole store is copied in. */
MUST const struct fault *record_make_room(struct db *db, struct arena *a);
/* PostgreSQL row-level security: campus by tier, derived (R2). */
const char *record_guard(struct arena *a, const struct house *h);

#endif
