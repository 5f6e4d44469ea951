/* search_view.h - what the search page shows, ready for its template. */
#ifndef REPORTS_SEARCH_VIEW_H
#define REPORTS_SEARCH_VIEW_H

#include "record/search.h"

struct person_view { const char *name, *what, *href; };
struct record_view { const char *title, *what, *href; const struct piece *pieces; };

struct search_view {
	struct search s;
	struct person_view *people;
	struct record_view *records;  /* of this page */
	int people_count, record_count, page;
	bool nothing;                 /* it was looked for and is not there */
	const char *here;             /* this search without its page number */
};

#endif
