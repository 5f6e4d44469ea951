/* all_queries.h - every named query of the program, by file; the list is made by mk/sql.mk. NULL-ended. */
#ifndef TESTS_ALL_QUERIES_H
#define TESTS_ALL_QUERIES_H

#include "record/query.h"

extern const struct query *const *const ALL_QUERIES[];

#endif
