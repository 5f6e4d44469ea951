/* engine.h - what the engine's own files share; nobody else includes it. */
#ifndef RECORD_ENGINE_H
#define RECORD_ENGINE_H

#include "base/buf.h"
#include "record/act.h"
#include "record/query.h"

struct row {
	const struct record *r;
	struct arena *a;
	const char *id, *campus, *act, *withdrawn, *moment, *by, *by_account;
	const char *joined_from; /* the pupil whose record it was written in, while that one is joined (join.h); NULL: as `about` */
	int64_t version;
	const char **values;   /* by field; NULL: empty or withheld */
	bool *has;             /* by field: fetched for this actor */
	bool whole;            /* read by the engine for itself: nothing withheld */
};

struct bind { const char *text; int64_t n; const void *bytes; size_t size; bool is_int; };

/* SQL being built with its parameters: sql_bind gives the number that stands for a value. */
struct sql {
	struct act *act;
	struct buf text;
	enum { BIND_MOST = 320 } most;
	struct bind binds[BIND_MOST];
	int count;
	int campus, account, staff, pupil, today, focus; /* numbers of the actor's own parameters; 0: not bound yet */
};
struct sql sql_new(struct act *act);
int sql_bind(struct sql *s, const char *text);
/* a text bound already is the same parameter again: for questions over many types */
int sql_bind_same(struct sql *s, const char *text);
int sql_bind_int(struct sql *s, int64_t n);
int sql_bind_bytes(struct sql *s, const void *bytes, size_t size);
void sql_add(struct sql *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
MUST const struct fault *sql_ask(struct sql *s, struct stmt **out);
MUST const struct fault *sql_run(struct sql *s);
/* Every row, as text. `again`: it may be answered as before (recall.h); nothing sealed and nothing above T2 may be in it. */
MUST const struct fault *sql_found(struct sql *s, int columns, bool again, struct found *out);
/* The same, and it never waits to be asked with others (soon.h). */
MUST const struct fault *sql_found_now(struct sql *s, int columns, bool again, struct found *out);
/* What a statement and its values are known again by; bytes among the values are not in it. */
struct buf sql_key(const struct sql *s);
bool sql_only_text(const struct sql *s); /* no bytes among its values */
/* What sql_found() would keep of an answer. */
void sql_remember(struct act *act, const char *key, size_t length, const struct found *found);

/* ---- soon.c: a question that waits to be asked with others; false: ask it now. *f is then "not now", or NULL and it is
 * answered ---- */
struct rows_asked {
	/* " FROM ..." on alias r */
	const struct fault *(*write)(struct sql *s, const struct record *r, const struct rows_asked *what);
	struct ask ask;
	const char *const *ids;
	int count;
	bool clear_only;
};
/* Rows of these ids that this actor reads, in any order. */
MUST const struct fault *rows_by_id(struct act *act, const struct record *r, const char *const *ids, int n, bool clear_only,
	struct rows *out);
bool soon_found(struct sql *s, int columns, bool again, struct found *out, const struct fault **f);
bool soon_rows(struct sql *s, const struct record *r, const struct rows_asked *what, struct rows *out, const struct fault **f);

/* ---- gate.c: scope and tier as SQL ---- */
/* " alias reaches" : a condition that is true where this actor may do `right` to rows of `r` under `alias`. */
void gate_clause(struct sql *s, const struct record *r, enum right right, const char *alias);
/* True where the matrix alone answers: a campus-wide grant, or one for their own of the child of the page; nobody's conflict to
 * look up. False: ask the store. */
bool gate_surely(const struct act *act, const struct record *r, enum right right, const char *campus, const char *pupil);
/* The columns of `alias` that reading may fetch, comma separated, withheld ones as NULL; and which fields can be withheld at
 * all. */
void gate_columns(struct sql *s, const struct record *r, const char *alias, bool clear_only);
/* Of these fields alone, by field; the others as if withheld. */
void gate_columns_wanted(struct sql *s, const struct record *r, const char *alias, const bool *wanted);
/* The same for another right: .has then says which fields of the row this actor may, say, change. */
void gate_columns_for(struct sql *s, const struct record *r, enum right right, const char *alias, bool clear_only);
/* One field as reading may fetch it: the column, or NULL where this actor's view of the row leaves it out. Filters and orders go by
 * it too, so that what is withheld shows in neither (R4). */
void gate_column(struct sql *s, const struct record *r, int field, const char *alias);
void gate_has(struct sql *s, const struct record *r, int field, const char *alias); /* 1 where it is fetched, 0 where withheld */
bool gate_always(const struct act *act, const struct record *r, int field); /* on every row that reading reaches */
void gate_sort(struct sql *s, const struct record *r, int field, const char *alias); /* its folded column, if it has one */
/* A table name, or, in an act that looks at what was known, the versions as recorded by then. */
void gate_table(struct sql *s, const struct record *r);

/* ---- ask.c: what is asked for, as conditions on alias r (the gate's clause for reading is in it), and in what order ---- */
MUST const struct fault *ask_where(struct sql *s, const struct record *r, const struct ask *ask);
MUST const struct fault *ask_order(struct sql *s, const struct record *r, const char *order);

/* ---- join.c ---- */
bool about_pupils(const struct record *r);      /* its .about is a child: its table has joined_from */
bool has_aliases(const struct record *r);       /* the record of children, whose rows may be aliases */
/* Of a row that is being added: the child it is about, if it was said of a joined record; and which record it belongs to, by what
 * it points at. */
MUST const struct fault *join_belongs(struct act *act, const struct row *about, struct row *row);
/* The child that a pupil's id stands for: itself, or the one it was joined to. */
MUST const struct fault *join_root(struct act *act, const char *pupil, const char **root);
/* That child and every pupil joined to it, ended by NULL. */
MUST const struct fault *join_all(struct act *act, const char *root, const char ***ids);

/* ---- verbs.c ---- */
/* The next version of a row, whoever acts: written, kept, indexed, noted. */
MUST const struct fault *row_save(struct act *act, struct row *was, struct row *now, const char *kind, const char *why);

/* ---- rows.c ---- */
struct row *row_new(struct arena *a, const struct record *r);
/* Rows of "SELECT <gate_columns> FROM ... alias": reads sealed fields, notes the reading. */
MUST const struct fault *rows_read(struct act *act, const struct record *r, struct stmt *st, bool clear_only, struct rows *out);
/* The row a statement stands on. *sealed is set if a sealed field was opened; nothing is noted. */
MUST const struct fault *row_read(struct act *act, const struct record *r, struct stmt *st, bool *sealed, struct row **out);
/* One value of it, from this column. */
MUST const struct fault *row_read_value(struct act *act, struct row *row, struct stmt *st, int field, int column, bool *sealed);
/* A row whole, by id, whoever acts: for the engine's own before-and-after. FAULT_NONE if there is none. */
MUST const struct fault *row_whole(struct act *act, const struct record *r, const char *id, struct row **out);
void columns_first(struct buf *b, const struct record *r, const char *alias); /* what row_read reads before the fields */
void columns_whole(struct buf *b, const struct record *r, const char *alias);

/* ---- shape.c ---- */
void shape_unpack(struct row *row); /* fields without a column from the text that packs them */
void shape_pack(struct row *row);   /* and into it, before a save */

/* ---- keys.c: which key seals which row ---- */
MUST const struct fault *keys_seal(struct act *act, const struct row *row, int field, const char *plain, const void **blob,
	size_t *n);
MUST const struct fault *keys_open(struct act *act, const struct row *row, int field, const void *blob, size_t n,
	const char **plain);

MUST const struct fault *keys_seal_bytes(struct act *act, const struct row *row, int field, const void *plain, size_t length,
	const void **blob, size_t *n);
MUST const struct fault *keys_open_bytes(struct act *act, const struct row *row, int field, const void *blob, size_t n,
	const void **plain, size_t *length);

/* ---- check.c ---- */
/* Every field's value as stored, or messages in form->errors. `was` gives what was not sent; NULL when adding. */
MUST const struct fault *form_check(struct act *act, struct form *form, struct row *was);

/* ---- journal.c ---- */
void note_row(struct act *act, const char *kind, const struct record *r, const char *row, const char *detail);
struct notes *notes_new(struct arena *a);
void notes_keep_denials(struct act *act);
bool notes_changed(const struct act *act);
void note_read(struct act *act, const struct record *r, const char *row);

/* ---- index.c ---- */
MUST const struct fault *index_row(struct act *act, const struct row *row);
/* The next word of folded text, as tokens are made of it; NULL at the end. */
const char *index_next(struct arena *a, const char **folded);

#endif
