/* intake_parts.h - inside doc/ only: what the parts of intake share. */
#ifndef DOC_INTAKE_PARTS_H
#define DOC_INTAKE_PARTS_H

#include "base/buf.h"
#include "doc/intake.h"

enum value_type {
	V_TEXT, V_NAME, V_UPN, V_ULN, V_ID, V_DATE, V_DOB, V_YES_NO, V_YEAR, V_SEX, V_STATUS, V_NEED, V_PERCENT, V_WHOLE,
		V_DECIMAL, V_MONEY,
	V_AGE, V_PHONE, V_EMAIL, V_POSTCODE, V_CODE,
	V_LINES, /* text; several columns are joined, one a line */
};

enum vocabulary { /* whose headings: the same words mean different things in different files */
	W_WHO = 1, W_PUPIL = 2, W_CONTACT = 4, W_ATTENDANCE = 8, W_TEST = 16, W_PROVISION = 32, W_STAFF = 64, W_CLASS = 128,
		W_TERM = 256,
	W_HOLIDAY = 512, W_SCHOOL = 1024, W_GIAP = 2048, W_SAFEGUARDING = 4096,
};

struct field_row {
	const char *name, *label;
	enum value_type type;
	int words;              /* vocabularies it belongs to */
	const char *headings;   /* normalised, separated by '|' */
};

extern const struct field_row INTAKE_FIELDS[FIELD_COUNT];

enum { KIND_NEEDS = 4, KIND_CHOICES = 12, KIND_NOT = 8 };
struct kind_row {
	const char *name;
	enum intake_table_kind table;
	int first, then;        /* vocabularies, in the order they are searched */
	enum intake_field needs[KIND_NEEDS][KIND_CHOICES]; /* of each line at least one */
	enum intake_field without[KIND_NOT];               /* a file with one of these is of another kind */
	const char *what;       /* "a list of contacts" */
};

extern const struct kind_row INTAKE_KINDS[];
extern const int INTAKE_KIND_COUNT;

struct word_seen { /* a word that was taken for a code, or could not be: told once, with how often */
	enum intake_field field;
	const char *key, *words, *read_as, *suggested, *why;
	int first_row, rows;
	struct word_seen *next;
};

struct column_facts {
	bool month_first;        /* an answer said so */
	bool refused;            /* names: some row cannot be used without an answer */
	bool fraction;           /* of 1, not of 100 */
	bool none_is_null;       /* "None" stands among other null words */
	bool decimal_age, unclear_age;
	int lost_zero, lost_zero_row, queries, queries_row, blanks;
};

struct work {
	struct arena *a;
	struct intake *in;
	const struct intake_options *options;
	day today;
	int message_room;
	const struct sheet *sheet;
	const struct kind_row *kind;
	int header, over;                         /* index of the heading row; of the row above that completes it, -1: none */
	int columns;
	enum intake_field field[DOC_MAX_COLUMNS]; /* of each column */
	int contact[DOC_MAX_COLUMNS];             /* which of a child's contacts a column is about: 0 the first, 2, 3 ... */
	struct column_facts facts[FIELD_COUNT];
	struct word_seen *words;
	struct heading_index *index;
};

/* intake_say.c */
void intake_say(struct work *w, enum doc_level level, int row, enum intake_field field, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
void intake_ask(struct work *w, int row, enum intake_field field, bool stops, const char *key, const char *suggested,
	const char *choices,
         const char *format, ...) __attribute__((format(printf, 8, 9)));
const char *intake_answered(const struct work *w, const char *key); /* NULL: no answer */
void intake_say_words(struct work *w);                              /* the collected words, once each */
void intake_note_word(struct work *w, enum intake_field field, const char *key, const char *words, const char *read_as,
	const char *suggested,
               const char *why, int row);
struct intake_table *intake_add_table(struct work *w, enum intake_table_kind kind, int rows);
void intake_set_slots(struct intake_table *t, const enum intake_field *fields, int n);
void intake_put(const struct intake_table *t, struct intake_row *r, enum intake_field f, const char *value);
void intake_count_code(struct arena *a, struct intake_count **list, int *n, const char *code);

/* intake_map.c */
const char *heading_norm(struct arena *a, const char *heading);
enum intake_field heading_field(struct work *w, const char *heading, const struct kind_row *kind);
enum intake_field field_named(const char *name);
bool map_sheet(struct work *w, const struct doc *d); /* false: stopped, said */

/* intake_sheets.c */
bool choose_sheet(struct work *w, const struct doc *d);   /* sets sheet, kind, header, over */
const char *heading_words(struct arena *a, const struct sheet *s, int header, int over, int column);
enum intake_field column_field(struct work *w, const struct sheet *s, int header, int over, int column,
	const struct kind_row *kind);

/* intake_guess.c: columns with strange headings whose every value says what they are */
void look_at_values(struct work *w, const bool *told);

/* intake_contacts.c */
enum intake_field further_contact(struct work *w, const char *heading, int *number); /* "Contact 2 name": the field, and 2 */
bool has_contacts(const struct work *w);
void contact_slots(struct intake_table *t);
/* a whole name into title, forename, surname */
void contact_name(struct work *w, const struct intake_table *t, struct intake_row *r);
/* The contacts of one row of a sheet as rows of `t`, from number `from` on. `who`: the row that says which child. */
void contacts_of_row(struct work *w, struct intake_table *t, const struct intake_row *who, const struct sheet_row *cells, int pupil,
	int from);

/* intake_value.c: value in its one form; NULL: none, and if it was not blank that is said. *bad: the row may not be stored */
const char *intake_convert(struct work *w, enum intake_field f, const struct cell *c, int row, bool *bad);
const char *clean_cell(struct arena *a, const char *text);      /* cleaned, the export's guard taken off, null signs as "" */
bool is_null_word(const char *text);
void look_at_columns(struct work *w);
bool upn_check(const char *upn);                                /* 13 letters and digits: is the check letter right? */
const char *year_of(struct arena *a, const char *text);         /* NULL: not a year group */

/* intake_date.c */
enum date_result { DATE_FINE, DATE_BAD, DATE_MONTH_FIRST };
enum date_result date_read(const char *text, bool month_first, bool birth, day today, day *out);

/* intake_sen.c */
/* NULL: asked or none */
const char *status_read(struct work *w, enum intake_field f, const char *text, int row, const char **stage);
void needs_read(struct work *w, struct intake_row *r, const char *text, int rank);
bool status_same(struct arena *a, const char *x, const char *y);
bool status_plain(struct arena *a, const char *text);           /* K, E, N or monitoring, however written */
const char *need_code(struct arena *a, const char *words, const char **suggested, bool *sure);

/* intake_rows.c */
void rows_of_sheet(struct work *w);
void one_value(struct work *w, struct intake_table *t, struct intake_row *r, enum intake_field f, const struct cell *c, bool *bad);
void who_is_it(struct work *w, const struct intake_table *t, struct intake_row *r);
/* status from yes/no columns, EAL from the language */
void intake_derive(struct work *w, const struct intake_table *t, struct intake_row *r);
void finish_pupils(struct work *w, struct intake_table *t);     /* repeats, conflicts, counts */

/* intake_ctf.c, intake_roster.c */
void intake_transfer(struct work *w, const struct doc *d);
void intake_roster(struct work *w, const struct doc *d);

#endif
