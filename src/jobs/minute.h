/* minute.h - what serve does beside answering: each minute it tidies, each quarter of an hour it signs the journal's head. */
#ifndef JOBS_MINUTE_H
#define JOBS_MINUTE_H

#include "record/writer.h"

struct minute {
	struct writer *writer;
	struct sealer *sealer;
	/* rows every school begins with, for schools that came since; NULL: none */
	const struct fault *(*seed)(struct act *act, void *self);
	const char *anchors;    /* file that signed heads are appended to */
	int64_t signed_at;      /* seconds */
	int64_t chased_at;
};

/* Do what is due now; faults are logged, never fatal. */
void minute_work(struct minute *m);

#endif
