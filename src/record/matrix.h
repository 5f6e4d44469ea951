/* matrix.h - who may do what with which record: the access matrix, parsed from its text (src/law/access.txt is the default).
 *
 * The text is lines:
 *	record | senco | teacher        the roles, once, before any row
 *	pupil  | c:raex | o:r c:r.name  a record type; each cell is `-` or grants `scope:rights[.view]` with a space between
 *	view: pupil.name = words        a view that cells of that record may name; its field list is in the record's table
 *	note: words                     a rule for people to read; floor rules are code and are not changed by this text
 *	# words                         a comment
 * Scopes: s self, o own pupils (by class, caseload, campus of placement), c own campus, g campuses granted in a group, t by a
 * grant for this case. Rights: r read, a add, e edit, p approve, x export. Records and roles are numbered in the order of the
 * text; a cell is found by two numbers in constant time. A matrix is never changed: an edited text is parsed into a new one.
 * Memory: all in the arena given. Faults: FAULT_INVALID naming line, record and role. Source: the domain notes on roles, section
 * 4. */
#ifndef RECORD_MATRIX_H
#define RECORD_MATRIX_H

#include "base/fault.h"

enum scope { SCOPE_NONE, SCOPE_SELF, SCOPE_PUPIL, SCOPE_CAMPUS, SCOPE_GROUP, SCOPE_CASE };

enum right { RIGHT_READ, RIGHT_ADD, RIGHT_EDIT, RIGHT_APPROVE, RIGHT_EXPORT };
enum { RIGHTS = RIGHT_EXPORT + 1 };

/* Rights together are bits. */
static inline unsigned right_bit(enum right right) { return 1u << right; }

/* Most of everything: a text over one of these is a fault. A set of roles fits a uint32_t. */
enum { MATRIX_ROLES = 32, MATRIX_RECORDS = 512, MATRIX_GRANTS = 6 };

struct grant {
	enum scope scope;
	unsigned rights;        /* right_bit()s together */
	const char *view;       /* the fields it shows, or NULL: all of them */
};

struct matrix_cell {
	const struct grant *grants; /* in the order of the text */
	int count;                  /* 0: nothing */
	unsigned rights;            /* of all its grants: a quick no */
};

struct matrix_view {
	int record;
	const char *name;
	const char *words;
};

struct matrix {
	const char *const *records;
	const char *const *roles;
	const struct matrix_cell *cells;  /* [record * n_roles + role] */
	const struct matrix_view *views;
	const char *const *notes;
	int n_records, n_roles, n_views, n_notes;
};

/* Parse `text` into arena `a`. `*out` is untouched on a fault. */
MUST const struct fault *matrix_parse(struct arena *a, const char *text, const struct matrix **out);

/* Numbers for names; -1 if there is no such record or role. Look once and keep the number: they last as long as the matrix. */
int matrix_record(const struct matrix *m, const char *record);
int matrix_role(const struct matrix *m, const char *role);

/* The cell of a record and a role by number; a number that does not exist gives the empty cell. Never NULL. */
const struct matrix_cell *matrix_cell(const struct matrix *m, int record, int role);

/* True if some grant of the role gives every right in `rights` in the scope. */
bool matrix_allows(const struct matrix *m, int record, int role, enum scope scope, unsigned rights);

bool matrix_has_view(const struct matrix *m, int record, const char *view);

/* "own campus", "own pupils", ...: for the page that says who can see a child and why. */
const char *scope_words(enum scope scope);
/* "read, add and edit" for the bits of these three. */
const char *rights_words(struct arena *a, unsigned rights);
/* A cell as it stands in the text: "o:r c:r.name", "-". */
const char *matrix_cell_text(struct arena *a, const struct matrix_cell *cell);

#endif
