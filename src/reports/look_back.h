/* look_back.h - a term or a year looked back on: one set of figures for the head, with the rows behind each, and for governors,
 * where no child can be told and small numbers are not said. The same figures go on the page, into the PDF and into the
 * workbook. */
#ifndef REPORTS_LOOK_BACK_H
#define REPORTS_LOOK_BACK_H

#include "record/query.h"
#include "web/panel.h"

enum { SMALL = 5, SECTION_LINES = 60, SECTIONS = 6 };

struct figure { const char *label; int64_t n, of; const char *says, *href; bool hidden; }; /* of 0: no whole to be a part of */
struct figures { const char *title, *sentence; struct figure line[SECTION_LINES]; int count; bool parts,
	bars; /* they add up, so that one could be worked out; drawn as bars too */ };
struct look_back {
	day from, until;
	const char *period;              /* "this term", as chosen */
	const char *words;               /* "1 September to 22 November 2026" */
	bool governors;
	struct figures section[SECTIONS];
	int count;
	struct found rows;               /* of Q_LOOK_BACK */
};

/* `which`: "term", "year", "last". The act's own rights decide which rows count; governors' figures are the program's. */
MUST const struct fault *look_back_read(struct act *act, const char *which, bool governors, struct look_back *out);
MUST const struct fault *look_back_pdf(struct act *act, const struct look_back *l, const char *school, struct buf *bytes);
MUST const struct fault *look_back_xlsx(struct act *act, const struct look_back *l, struct buf *bytes);
/* As it is written: "12", "12 of 40", "not said". */
const char *figure_words(struct arena *a, const struct figure *f);

extern const struct route LOOK_BACK_ROUTES[]; /* ended by a NULL path */

#endif
