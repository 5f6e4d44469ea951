/* about.h - what pages about one child begin with, for areas that do not know each other: everything goes by record and field
 * names.
 *
 * Texts live in the request's arena. Nothing here asks a right of its own: rows come through the gate, buttons ask record_may(). */
#ifndef WEB_ABOUT_H
#define WEB_ABOUT_H

#include "web/panel.h"

struct about {
	struct row *pupil;
	const char *id, *first, *name;  /* "Dylan", "Dylan Chukwu" */
	const char *line;               /* "Dylan Chukwu · Year 7 · 7B", or "... · left on 17 July 2026" */
	const char *href;               /* the child's page */
	const char *year, *alias;       /* "7" or "R" today, or ""; the record this one was joined with, or "" */
	day left;                       /* DAY_NONE while on roll */
};
/* Who a page is about. Sets the reading scale and crumbs: the child, and beneath it `tab` with its address after the child's
 * ("/advice"), if it has one. `pupil` is rq->pupil. */
MUST const struct fault *about_pupil(struct req *rq, struct row *pupil, const char *tab, const char *path, struct about *out);
/* The same for the child that a row is about. */
MUST const struct fault *about_row(struct req *rq, const struct row *row, const char *tab, const char *path, struct about *out);

/* "K" or "E" while the child has support today, else "". */
MUST const struct fault *about_status(struct req *rq, const struct about *who, const char **out);
/* A note on the page if the child has left or is recorded elsewhere; `next` says what is to be done then. */
void about_gone(struct ui *ui, const struct about *who, const char *next);

const char *row_named(const struct row *row, const char *field);              /* row_text() by field name; "" if it has none */
/* "Dylan Chukwu"; one of them if the other is empty */
const char *about_name(struct arena *a, const char *first, const char *last);
void form_put(struct form *f, const char *field, const char *value);          /* if it has such a field */
/* Labels and addresses, ended by NULL; those that lead nowhere for this person are left out. */
void about_crumbs(struct req *rq, const char *const *pairs);
const char *about_date(const struct req *rq, const char *name);               /* as typed, from one box or three */
const char *form_error_at(const struct form *f, int field);                   /* NULL: none */
MUST const struct fault *about_may_add(struct req *rq, const struct record *r); /* FAULT_NONE, noted, if not about rq->pupil */
/* first NULL: no empty one */
const struct ui_option *choice_options(struct arena *a, const struct choice *list, const char *first);
/* Members of staff at work today; `first` labels the empty choice. */
MUST const struct fault *staff_options(struct req *rq, const char *first, const struct ui_option **out);
/* The name of a member of staff, "" for none; read once a request. */
MUST const struct fault *staff_name_of(struct req *rq, const char *id, const char **out);

/* Undoing one's own act of today: where the button posts to, "BASE/undo/:record/:row", and what answers there. Only records of
 * `mine` (ended by NULL), only while the row's newest version is that act's, and then the act whole. */
const char *undo_of(const struct req *rq, const char *base, const struct record *r, const char *row);
MUST const struct fault *undo_own(struct req *rq, const struct record *const *mine);

#endif
