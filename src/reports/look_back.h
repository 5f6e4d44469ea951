/* look_back.h - a term or a year looked back on: one set of figures for the head, with the rows behind each, and for governors,
 * where no child can be told and small numbers are not said. The same figures go on the page, into the PDF and into the
 * workbook. */
#ifndef REPORTS_LOOK_BACK_H
#define REPORTS_LOOK_BACK_H

#include "record/query.h"
#include "web/panel.h"

#include "reports/look_back_small.h"

enum { SECTION_LINES = 60 };
enum look_back_part { SECTION_REGISTER, SECTION_YEARS, SECTION_TARGETS, SECTION_REVIEWS, SECTION_WORKS, SECTION_MISSED, SECTIONS };

struct figure {
	const char *label, *href;        /* href: the rows behind it, for those who lead */
	int64_t n, of;                   /* of 0: no whole to be a part of */
	int64_t children;                /* how many different ones are behind it; past SMALL they are not counted on */
	bool hidden, of_hidden;
	int number, whole;               /* their places in a list of numbers; -1: none */
};
struct figures {
	const char *title, *sentence;
	struct figure line[SECTION_LINES];
	int count;
	bool bars;                       /* drawn as bars too */
};
struct look_back {
	day from, until;
	const char *period;              /* "this term", as chosen */
	const char *words;               /* "1 September to 22 November 2026" */
	bool governors;
	struct figures section[SECTIONS];
	struct found rows, years;        /* of Q_LOOK_BACK, Q_NUMBERS_BY_YEAR */
};

/* May this person have it at all? Whoever comes to own children alone would read a part as the whole. */
bool look_back_may(struct act *act, bool governors);
/* `which`: "term", "year", "last". The act's own rights decide which rows count; governors' figures are the program's, and what is
 * hidden in them is hidden so that it cannot be worked out from any of the three periods. */
MUST const struct fault *look_back_read(struct act *act, const char *which, bool governors, struct look_back *out);
/* The figures of the rows that were read. */
void look_back_figures(struct arena *a, struct look_back *l);
/* What governors may not be told in these three (term, year, last), which they can all ask for on one day. */
void look_back_hide(struct arena *a, struct look_back *const *three);
MUST const struct fault *look_back_pdf(struct act *act, const struct look_back *l, struct buf *bytes);
MUST const struct fault *look_back_xlsx(struct act *act, const struct look_back *l, struct buf *bytes);
/* As it is written: "12", "12 of 40", "not said". */
const char *figure_words(struct arena *a, const struct figure *f);
/* Those of a row of Q_LOOK_BACK that count into "what", "part", "how"; NULL is any. */
bool look_back_counts(const struct look_back *l, int row, const char *what, const char *part, const char *how);
/* Their page, without the period. */
const char *look_back_rows_href(struct arena *a, const char *what, const char *part, const char *how);
int64_t look_back_count(const struct look_back *l, const char *what, const char *part, const char *how);

extern const struct route LOOK_BACK_ROUTES[]; /* ended by a NULL path */

#endif
