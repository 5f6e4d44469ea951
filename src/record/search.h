/* search.h - finding people by name or number and records by their words, as this actor may read them on the campus in view.
 *
 * Names: folded words, beginnings, sound-alikes and, when little was found, typing slips, from the token table; what counts is
 * decided on the row as the gate gave it, so a word in a withheld field finds nothing. Sealed text has no index (R20): what the
 * actor reaches is unsealed and looked through. Each search is in the journal; of the rows unsealed only those found are noted as
 * read (R22). */
#ifndef RECORD_SEARCH_H
#define RECORD_SEARCH_H

#include "record/act.h"

enum { SEARCH_LETTERS = 200, SEARCH_TERMS = 12, SEARCH_PEOPLE = 50, SEARCH_RECORDS = 400 };

/* How a person was found, best first. */
enum found_by { BY_NUMBER, BY_NAME, BY_BEGINNING, BY_SOUND, BY_SLIP };

struct term {
	const char *text;
	bool phrase;
	const char *const *pupils;    /* whose name begins so: their records fit the term too; ended by NULL */
};

struct hit {
	const struct record *r;
	const char *id;
	const struct row *row;        /* records: NULL until search_show() */
	enum found_by by;
	int score;                    /* lower is better among those found the same way */
	int field;                    /* people: a former or middle name it was found by; -1: the name they go by */
	const char *when;             /* records: their day or moment, "" if they have none */
};

struct search {
	const char *typed;            /* cleaned */
	struct term *terms;           /* folded; a phrase stood in quotes */
	int term_count;
	const char *refused;          /* too long, too many words: say it, nothing was searched */
	const char *plain;            /* nothing to look for, or only words like "and": say it */
	struct hit *people;
	int people_count;
	struct hit *records;          /* newest first */
	int record_count;
	bool plainly;                 /* whole words and beginnings will do: no second look for slips */
	bool cut;                     /* there was more than was looked through: narrow it */
};

/* Take apart what was typed; no query. refused or plain may be set. */
struct search search_read(struct arena *a, const char *typed);
/* People and records for what was read. Does nothing if it was refused. */
MUST const struct fault *search_people(struct act *act, struct search *s);
MUST const struct fault *search_records(struct act *act, struct search *s);
/* Fetch the rows of these records that were found, and note that they were read. A row that went meanwhile stays NULL. */
MUST const struct fault *search_show(struct act *act, struct search *s, int from, int count);
/* Both, and the journal's entry. */
MUST const struct fault *search_all(struct act *act, const char *typed, struct search *out);

/* About `letters` letters of `text` round the first word found, in pieces: those with .found are words searched for. Ended by
 * NULL. */
struct piece { const char *text; bool found; };
struct piece *search_context(struct arena *a, const struct search *s, const char *text, size_t letters);

/* Rows of one type by id, those this actor may read, in the order of `ids`; reading sealed fields is noted unless clear_only. */
MUST const struct fault *record_many(struct act *act, const struct record *r, const char *const *ids, int n, bool clear_only,
	struct rows *out);

/* ---- between the files of search ---- */
/* How well the row's readable words fit all terms; false: not at all. `slips` are looked at only if `loose`. */
bool search_fits(struct arena *a, const struct row *row, const struct term *terms, int n, bool loose, struct hit *hit);
/* Slips a word of this length may have. */
int search_slips(size_t letters);
/* Which terms are in this text, words by their beginning, phrases as they stand: a bit each. */
unsigned search_in_text(struct arena *a, const struct term *terms, int n, const char *text);
bool search_stop_word(const char *folded);

#endif
