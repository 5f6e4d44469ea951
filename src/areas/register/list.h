/* list.h - the register as a list: what was asked for, the rows, the counts beside them. Used by the register's pages, its exports
 * and the command. A view is read from an address and written back to one, so that a bookmark, a saved view and a chip are one
 * thing. */
#ifndef AREAS_REGISTER_LIST_H
#define AREAS_REGISTER_LIST_H

#include "areas/register/area.h"
#include "base/buf.h"
#include "base/date.h"

enum column {
	COL_FORM, COL_STATUS, COL_NEED, COL_ALSO, COL_DUE, COL_DATE, COL_KEY, COL_MET, COL_FLAGS, COL_ATT,
	COL_YEAR, COL_UPN, COL_SINCE, COL_TOLD, COL_REVIEW, COLUMN_COUNT
};
enum { COLUMNS_ALL = (1u << (COL_ATT + 1)) - 1, COLUMNS_STAFF =
	1u << COL_FORM | 1u << COL_STATUS | 1u << COL_NEED | 1u << COL_ALSO |
	1u << COL_DUE | 1u << COL_DATE | 1u << COL_KEY };

struct column_row { const char *key, *label, *sort, *record; }; /* record: whose right to export it is */
extern const struct column_row COLUMN_ROWS[COLUMN_COUNT];

struct register_view {
	const char *name, *status, *year, *form, *need, *key, *flag, *review, *sort; /* "" is any; status KE K E watch all */
	unsigned columns;      /* bits by enum column */
	int page;              /* from 1; 0: all on one */
	day on;                /* the day looked at */
	const char *as_at_typed, *known_typed; /* as typed; "" is today, now */
	const char *known_on;  /* a moment, or NULL */
	bool wide;             /* may see every child of the campus on the register, so may ask for all on roll */
};

/* Read a view through `get`, which knows parameters by name (NULL: not there). What is not allowed falls back to the default. */
void view_read(struct act *act, struct register_view *v, const char *(*get)(void *from, const char *name), void *from);
/* "/register?status=K&year=7": only what differs from the default; `path` is "/register" or an export's. */
const char *view_href(struct arena *a, const struct register_view *v, const char *path);
/* Its columns as the address has them; "" for the usual ones. */
const char *view_columns(struct arena *a, const struct register_view *v);
/* The part of it after "?", without page. */
const char *view_query(struct arena *a, const struct register_view *v);

/* What is wrong for the census with one child's needs: bits. */
enum { FIX_NO_NEED = 1, FIX_RANKS = 2, FIX_NSA = 4, FIX_HISTORIC = 8 };

struct child_row {
	const char *pupil, *known_as, *surname, *upn, *year, *form, *form_fold, *provision;
	day since, told, review;
	const char *told_how, *need; /* need: code of the main one, "" none */
	unsigned main, also, fixes;  /* main and also: bits by NEED_TYPES */
	/* of register_details() */
	unsigned flags;              /* bits by FLAGS */
	const char *due, *due_title;
	day due_on;
	const char *key;
	day met;
	int attendance;              /* per mille; -1: not known */
};
struct child_rows { struct child_row *row; int count; };

/* Every child of a view, in its order, without details; then one page of them (most 0: all) with theirs, 60 a query. */
MUST const struct fault *register_children(struct act *act, const struct register_view *v, struct child_rows *out);
MUST const struct fault *register_page_of(struct act *act, const struct register_view *v, int most, const struct child_rows *all,
	struct child_rows *out);
MUST const struct fault *register_details(struct act *act, const struct register_view *v, const struct child_rows *rows);

enum { NEED_COUNT = 15, YEAR_COUNT = 20, FLAG_COUNT = 13 };
struct register_totals {
	int children, k, e, fixes;
	int need[NEED_COUNT + 1];    /* by NEED_TYPES, the last without any */
	int year[YEAR_COUNT + 1];    /* by REGISTER_YEARS, the last without one */
	int watched, roll;           /* -1: not asked */
};
void register_count(const struct child_rows *all, struct register_totals *out);
/* What does not follow from the list: how many are watched and, if wanted, are on roll. */
MUST const struct fault *register_beside(struct act *act, const struct register_view *v, bool roll, struct register_totals *out);

extern const struct choice FLAGS[];          /* with their meaning */
extern const struct choice FLAG_SHORT[];     /* the same, as a tight table shows them */
unsigned flags_shown(unsigned flags);
extern const struct choice NEED_SHORT[];     /* for tight tables, in the order of NEED_TYPES */
extern const struct choice REGISTER_YEARS[]; /* youngest first */
int choice_at(const struct choice *list, const char *code);       /* its place; -1: not in it */
const char *name_sorted(struct arena *a, const char *known_as, const char *surname);  /* "Ahmed, Leo" */
const char *year_words(struct arena *a, const char *year);                            /* "Year 7", "Reception" */
/* for LIKE over folded names; "" for nothing */
const char *pattern_of(struct arena *a, const char *typed, bool beginnings);
const char *upper_of(struct arena *a, const char *typed);
const char *need_short(const char *code);
const char *codes_named(struct arena *a, const struct choice *list, unsigned mask); /* "Vision impairment; Hearing impairment" */
const char *need_list(struct arena *a, unsigned mask);            /* "SLCN HI" */

/* What a view shows of one child as words: for exports. */
const char *column_words(struct arena *a, const struct child_row *r, enum column column);

/* ---- out of the program: export.c. Columns whose record this actor may not export are left out; every export is in the journal.
 * ---- */
enum register_format { REGISTER_CSV, REGISTER_XLSX, REGISTER_JSON };
struct register_file { struct buf bytes; const char *type, *name; int children; };
/* Which columns of this view a file leaves out for this person, and who may take them out; NULL: none. */
const char *register_export_note(const struct act *act, const struct register_view *v, const struct choice *roles);
MUST const struct fault *register_export(struct act *act, const struct register_view *v, enum register_format format,
	struct register_file *out);

#endif
