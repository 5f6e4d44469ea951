/* demo_plans.h - one invented cycle while it is being made, for the two files that make it. */
#ifndef JOBS_DEMO_PLANS_H
#define JOBS_DEMO_PLANS_H

#include "jobs/demo_make.h"

enum { CYCLE_TARGETS = 3 };
/* When a child's support was reviewed, as the register has it: agreed on, reviewed on. */
struct span { day from, review, signed_on; int number; }; /* number: of all reviews the register knows */
struct cycle_made {
	struct making *m;
	const struct child *k;
	struct span when;
	int handle, number;
	struct chance c;
	int before[CYCLE_TARGETS], made[CYCLE_TARGETS]; /* targets of the cycle before and of this one; 0: none */
};

const char *cycle_about(const struct cycle_made *y, const char *words); /* with the child's name and pronouns */
struct demo_fact *target_begun(struct cycle_made *y, int slot, int number);
/* The long-term target that the others lead to, its number and review; and their handles know it. */
int long_target(struct cycle_made *y, const char *area, int number);
/* Who does what: at school, at home, for an EHC plan from outside, and what cover needs. */
void part_facts(struct cycle_made *y, const char *area);
/* What the child says of each target on the review card. */
void card_facts(struct cycle_made *y, day on);
/* Help on a target: where it is, the minutes a week now and aimed for; less from cycle to cycle. */
void help_facts(struct cycle_made *y, struct demo_fact *target, const char *help, const char *next);

#endif
