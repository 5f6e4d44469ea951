/* search_inner.h - what search.c and search_records.c share. */
#ifndef RECORD_SEARCH_INNER_H
#define RECORD_SEARCH_INNER_H

#include "record/engine.h"

/* A record whose rows are people: it has names, and is a child, a member of staff or somebody about a child. */
bool search_finds_people(const struct record *r);
/* What a word is looked for by, made once for all types: beginnings from .term up to .past, its sound, words a slip away, and, if
 * it may be a number, the same in capitals. .term NULL: nothing to look for. */
struct like {
	const char *term, *past, *sound, *number, *number_past;
	const char *const *slips;
	int slip_count;
};
struct like search_like(struct arena *a, const char *term, const char *const *slips, int slip_count);
/* " AND (rows that hold a word like the term)". */
void search_term_clause(struct sql *s, const struct record *r, const struct like *like);

#endif
