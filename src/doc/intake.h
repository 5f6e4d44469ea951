/* intake.h - what a file of another system says, in our own words: sheets of cells (doc.h) become tables of checked values.
 *
 * Pure: no records, no store. intake_read() never fails for what is in a file; it gives an intake whose messages say what is wrong,
 * in plain English, with the row and the remedy. `stopped` means an error or an unanswered question stops the file: nothing of it
 * may be stored. A row with `rejected` may not be stored; the others may. Messages never hold a child's data: rows and field names
 * only, and the words of code lists ("ADHD").
 *
 * Values are text in one form each: dates yyyy-mm-dd, yes/no "1"/"0", sex "M"/"F", year "N1" "N2" "R" "1".."14", status "K" "E"
 * "N", needs census codes, percentages "94.57", money in pence "1450", ages in months "98", UPN and postcode in capitals. NULL: not
 * supplied, and then nothing may be blanked because of it (formats.md section 1 rule 9). Everything lives as long as the arena.
 *
 * A new source is a line of headings in intake_headings.c, not a parser. */
#ifndef DOC_INTAKE_H
#define DOC_INTAKE_H

#include "base/date.h"
#include "doc/doc.h"
#include "doc/intake_fields.h"

enum intake_table_kind {
	TABLE_PUPILS, TABLE_CONTACTS, TABLE_ATTENDANCE, TABLE_TESTS, TABLE_PROVISIONS, TABLE_STAFF, TABLE_CLASSES,
	TABLE_MEMBERS,     /* who is in which class: pupil and class_name (class_id in OneRoster) */
	TABLE_TEACHES,     /* who teaches which class: staff and class_name */
	TABLE_TERMS, TABLE_HOLIDAYS, TABLE_SCHOOLS, TABLE_SEN_HISTORY, TABLE_FSM_HISTORY, TABLE_ASSESSMENTS, TABLE_SCHOOL_HISTORY,
	TABLE_LANGUAGES, TABLE_KINDS
};

struct intake_need {
	int rank;             /* as the file gives it; 0: none given, order counts */
	const char *code;     /* census code; NULL: the words are not a code, ask (there is a question) */
	const char *words;    /* as it stood in the file */
	const char *suggested; /* a code to offer when `code` is NULL; NULL: none */
	const char *from, *until; /* dates or NULL */
};

struct intake_row {
	int row;              /* in the file; for XML the pupil's number in it */
	int pupil;            /* which row of the pupils' table a detail belongs to (its index); -1: the row says itself who it is about */
	bool rejected;        /* an error names it */
	bool repeat;          /* the same again as an earlier row: nothing to do */
	bool by_name;         /* no UPN or ULN: may only be matched with a person's confirmation */
	const char **value;   /* by slot; use intake_get() */
	int needs;
	struct intake_need *need;
};

struct intake_table {
	enum intake_table_kind kind;
	int slot[FIELD_COUNT]; /* where a field's value is in a row, or -1: the file has no such column */
	int slots;
	int rows;
	struct intake_row *row;
};

struct intake_message {
	enum doc_level level;
	int row;               /* 0: the whole file */
	const char *field;     /* a field's name or "" */
	const char *text;
	const char *key;       /* of a question: how the answer names it, e.g. "need:adhd", "column:3"; else "" */
	const char *suggested; /* of a question: the answer to offer; else "" */
	const char *choices;   /* of a question: answers that are taken, separated by '|'; else "" */
	bool stops;            /* of a question: it must be answered first */
};

struct intake_count {
	const char *code;
	int pupils;
};

struct intake_heading { /* what became of each column of the sheet that was read */
	int column;            /* from 1 */
	const char *heading;   /* as it stands */
	const char *field;     /* field name, "ignore", or "" when not recognised */
	const char *key;       /* how an answer names it: "heading:senstage" */
};

struct intake {
	const char *kind;      /* "pupils", "sen-register", "contacts", "attendance", "tests", "provisions", "staff", "classes",
	                          "teaching", "term-dates", "bank-holidays", "oneroster", "giap-pupil-premium", "giap-census",
	                          "gias", "ctf", "ctf-partial", "atf", "census", "safeguarding", "unknown" */
	const char *name;      /* the file's */
	enum doc_format format;
	const char *encoding;
	bool stopped;
	int rows;              /* of data in the file, pupils in XML */
	int rejected;          /* rows of the main table */
	int tables;
	struct intake_table *table;
	int messages;
	struct intake_message *message;
	int unsaid;            /* messages beyond the cap */
	int statuses, needs;
	struct intake_count *status, *need; /* census code -> distinct pupils */
	int headings;
	struct intake_heading *heading;
	const char *source;    /* key under which a mapping is remembered: the headings, normalised, hashed */
	/* of a CTF or census; "" otherwise */
	const char *source_la, *source_estab, *source_urn, *source_name, *version, *qualifier;
	const char *reference_date, *term;                                                     /* of a census */
	bool expected;         /* ATF: pupils are expected, not on roll */
	bool compare_only;     /* census: nothing of it may be stored */
};

struct intake_answer {
	const char *key, *value; /* "column:3" -> "sen_status" or "ignore"; "need:adhd" -> "SEMH"; "dates:dob" -> "month-first" ... */
};

struct intake_options {
	day today;                          /* DAY_NONE: the clock's */
	const char *kind;                   /* a kind the person chose; NULL: find out */
	const char *sheet;                  /* of a workbook; NULL: the first that matches */
	const struct intake_answer *answer; /* also what was remembered for this source: the same keys */
	int answers;
	bool in_process;                    /* read without the cage: tests only */
};

/* Reads the parts of one file. A fault only if reading could not be tried (no process, no memory). */
const struct fault *intake_read(struct arena *a, const struct doc_part *parts, int n, const struct intake_options *options,
                                struct intake **out) MUST;
/* The same from a document already read. */
struct intake *intake_of(struct arena *a, const struct doc *d, const char *name, const struct intake_options *options);

const struct intake_table *intake_table(const struct intake *in, enum intake_table_kind kind); /* NULL if there is none */
/* NULL: not supplied */
const char *intake_get(const struct intake_table *t, const struct intake_row *row, enum intake_field field);

const char *intake_field_name(enum intake_field field);  /* "sen_status" */
const char *intake_field_label(enum intake_field field); /* "SEN status" */
const char *intake_table_name(enum intake_table_kind kind);
bool intake_takes(const struct intake *in, enum intake_field field); /* may a column of this kind of file be this fact? */

/* What `opensenco import --json` prints for one file, but for pupils new, changed and unchanged, which the caller puts in
 * ("pupils" has them as 0; -1 leaves one out). Compact JSON. */
struct intake_totals {
	int new_pupils, changed, unchanged;
};
const char *intake_json(struct arena *a, const struct intake *in, const struct intake_totals *totals);

#endif
