/* plain_matrix.h - a second, plain reader of the access matrix's text, for tests. It shares no code with record/matrix.c or the
 * gate: it splits lines by hand and looks each question up in the text anew. */
#ifndef TESTS_PLAIN_MATRIX_H
#define TESTS_PLAIN_MATRIX_H

#include <stdbool.h>

/* How a person stands to the record in question, besides being on its campus or not. */
struct plain_tie {
	bool self;    /* it is theirs: their own account, draft, child */
	bool own;     /* it is about one of their own pupils */
	bool campus;  /* they hold the role at its campus */
	bool group;   /* its campus was granted to their group role */
	bool grant;   /* a grant names them for this case */
};

/* May role `role`, so tied, do right `right` ('r' 'a' 'e' 'p' 'x') on record type `record`? With `view` NULL: on the whole record;
 * else: may they at least see the view of that name ("" asks for any part at all). */
bool plain_may(const char *text, const char *record, const char *role, struct plain_tie tie, char right, const char *view);

/* The cell as it stands in the text, copied to `to` (of `room` bytes); false if there is no such row or role. */
bool plain_cell(const char *text, const char *record, const char *role, char *to, int room);

/* Names in the order of the text: the n-th record, the n-th role (from 0); false past the last. */
bool plain_record(const char *text, int n, char *to, int room);
bool plain_role(const char *text, int n, char *to, int room);

#endif
