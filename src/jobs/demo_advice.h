/* demo_advice.h - what the invented services say of children; for demo_advice.c alone. */
#ifndef JOBS_DEMO_ADVICE_H
#define JOBS_DEMO_ADVICE_H

#include "jobs/demo_make.h"

enum { DEMO_EP, DEMO_SLT, DEMO_AUTISM, DEMO_CAMHS, DEMO_SENSORY, DEMO_EARLY, DEMO_SENDIASS, DEMO_AGENCIES };
struct demo_agency { const char *name, *kind, *what_for, *how; int weeks, checked; /* days ago; 0 never */ const char *person, *job,
	*email; };
extern const struct demo_agency AGENCIES[DEMO_AGENCIES];

enum { DEMO_REPORTS = 5, DEMO_SAYS = 6 };
struct demo_says { const char *text, *what, *adapted, *declined; };
struct demo_report {
	const char *needs;                       /* codes with spaces between */
	int agency;
	const char *title, *author, *findings;
	struct demo_says says[DEMO_SAYS];        /* ends with a NULL text */
};
extern const struct demo_report REPORTS[DEMO_REPORTS];

#endif
