/* helper.h - says in plain words why a target cannot be checked yet, and what to write instead. It reads words, it judges nobody:
 * it never stops anything, and what it says can be answered once and for all. Source: SEND Code 6.52 and 9.66 (outcomes);
 * send-practice notes 2. */
#ifndef AREAS_PLANS_HELPER_H
#define AREAS_PLANS_HELPER_H

#include "base/arena.h"

enum helper_rule { HELPER_SUPPORT, HELPER_VAGUE, HELPER_NEGATIVE, HELPER_TWO, HELPER_NUMBER, HELPER_BASELINE, HELPER_DATE,
	HELPER_RULES };

/* A target as it was typed; NULL is empty. */
struct helper_target { const char *outcome, *baseline, *aim, *measure, *start, *goal, *by; };

struct helper_says {
	enum helper_rule rule;
	const char *what;     /* "Not yet measurable: “more confident”." */
	const char *why;      /* "Two people could disagree about it." */
	const char *example;  /* "Sam asks for help in words in 4 of 5 lessons" */
};
enum { HELPER_MOST = HELPER_RULES };

/* What there is to say, the weightiest first; 0: a new adult could check this target without asking. */
int helper_look(struct arena *a, const struct helper_target *t, const char *first_name, struct helper_says out[HELPER_MOST]);

#endif
