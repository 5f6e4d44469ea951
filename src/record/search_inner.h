/* search_inner.h - what search.c and search_records.c share. */
#ifndef RECORD_SEARCH_INNER_H
#define RECORD_SEARCH_INNER_H

#include "record/engine.h"

/* A record whose rows are people: it has names, and is a child, a member of staff or somebody about a child. */
bool search_finds_people(const struct record *r);
/* " AND (rows that hold a word like the term)". */
void search_term_clause(struct sql *s, const struct record *r, const char *term, const char *const *slips, int slip_count);

#endif
