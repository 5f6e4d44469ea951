/* demo_make.h - what the files that invent the school share; nobody else includes it. */
#ifndef JOBS_DEMO_MAKE_H
#define JOBS_DEMO_MAKE_H

#include "jobs/demo.h"

/* ---- chance that is the same everywhere: a stream of its own for each thing, so that one change does not shift all ---- */
struct chance { uint64_t s; };
struct chance chance_of(uint64_t seed, const char *what, int a, int b);
uint64_t chance_next(struct chance *c);
int chance_to(struct chance *c, int n);                   /* 0 .. n - 1 */
int chance_between(struct chance *c, int least, int most); /* both inclusive */
bool chance_in(struct chance *c, int per_thousand);
const char *chance_pick(struct chance *c, const char *const *list); /* one of a list that ends in NULL */
int chance_weighted(struct chance *c, const int *weights, int n);

/* ---- facts ---- */
struct demo_fact *fact_add(struct demo_facts *f, const struct record *r, int handle, day on);
struct demo_fact *fact_change(struct demo_facts *f, const struct record *r, int changes, day on);
int fact_handle(struct demo_facts *f);
void fact_set(struct demo_facts *f, struct demo_fact *fact, int field, const char *text); /* NULL or "": nothing */
void fact_ref(struct demo_facts *f, struct demo_fact *fact, int field, int handle);
void fact_seeded(struct demo_facts *f, struct demo_fact *fact, int field, const char *key); /* see DEMO_SEEDED */
void fact_day(struct demo_facts *f, struct demo_fact *fact, int field, day d);
void fact_int(struct demo_facts *f, struct demo_fact *fact, int field, int64_t n);
void facts_sort(struct demo_facts *f);

/* ---- names ---- */
struct heritage {
	const char *const *languages, *const *ethnicities; /* codes */
	const char *const *surnames, *const *girls, *const *boys;
	int weight;   /* families in a thousand */
	int own;      /* forenames from the own list, in a thousand; the rest from the ONS */
};
enum { HERITAGES = 12 };
extern const struct heritage HERITAGE[HERITAGES];
const char *forename_of(struct arena *a, struct chance *c, int heritage, bool girl);
const char *adult_forename(struct chance *c, int heritage, bool woman);

/* ---- the school year: invented, but as schools have it ---- */
struct term { const char *name; day first, half_first, half_last, last; };
struct school_year { int year; struct term terms[3]; };
struct school_year year_of_school(int year);      /* the one that began in September of `year` */
bool in_school(day d);
day school_day_from(day d);                       /* d, or the next school day */
day school_day_until(day d);                      /* d, or the last school day before it */

/* ---- who there is ---- */
enum part {
	PART_SENCO, PART_ASSISTANT, PART_DSL, PART_PP, PART_DT, PART_HEAD, PART_SLT, PART_EXAMS, PART_OFFICE, PART_HOY,
		PART_TEACHER,
	PART_TA, PART_OTHER
};
struct adult {
	int handle;
	enum part part;
	const char *title, *forename, *surname, *said; /* said: "Ms Okonkwo" */
	const char *post, *code, *login;
	int subject;                                   /* teachers: number in the list of subjects */
	int load;                                      /* children as keyworker */
};

/* Children whose names the pages of the design show, and names that programs get wrong. */
struct cast_child {
	const char *known, *forename, *surname;
	char sex;
	const char *year;
	char provision;
	const char *needs;      /* "SPLD SLCN" */
	const char *flags;      /* "PP EAL" */
	int case_of;            /* enum case_of */
};
enum case_of { CASE_NONE, CASE_KAI, CASE_UNTOLD, CASE_LATE_REVIEW, CASE_MET, CASE_NEW, CASE_LATE_ANNUAL, CASE_PLAN_WANTED };

struct child {
	int number, handle;
	const char *known, *forename, *surname, *middle;
	bool girl;
	int heritage, family, year, form;               /* year: 0 Reception .. 13, at the day looked at or when last here */
	day dob, joined, left;                          /* left: DAY_NONE while on roll */
	const char *language;
	bool pp, fsm, eal, separated, carer, service, looked_after, adopted, young_carer;
	int mother, father;                             /* handles of contacts; 0: none */
	const char *mother_said, *father_said, *home, *postcode;
	const struct cast_child *cast;
	char provision;                                 /* N K E on the day, or when the child left */
	day from, plan_from, off;                       /* register: on, plan, off (DAY_NONE: not) */
	int kinds[3], kind_count;                       /* needs, as numbers in KIND */
	int keyworker, tutor;                           /* numbers in adults */
	int leaning;                                    /* who is likelier to be on the register */
	bool watched;
};

struct family { const char *surname, *address, *postcode, *phone, *language; int heritage, children,
	last_year; day last_dob; bool separated, alone; };

struct making {
	struct arena *a;
	const struct demo_ask *ask;
	int campus;
	int pupils;                                     /* of this campus, on roll */
	bool primary;
	day on, began;                                  /* began: the first day anything was recorded here */
	int year;                                       /* school year of `on` */
	int first_year, last_year;                      /* 0 Reception .. 13 */
	int forms;                                      /* in each year group */
	struct demo_facts facts;
	struct adult *adults;
	int adult_count;
	struct child *children;
	int child_count;
	struct family *families;
	int family_count;
};
struct chance chance_for(const struct making *m, const char *what, int n);
day recorded(const struct making *m, day d);        /* the day a fact of day d was written down: not before the program was there */
const char *year_code(int year);                    /* 0 -> "R" */
const char *form_name(const struct making *m, int year, int form);
/* Words with {n} {he} {his} {him} {He} {His} {m} {t} put in. */
const char *words_about(struct making *m, const struct child *c, const char *teacher, const char *words);

/* ---- what is said of needs ---- */
struct support_kind { const char *name, *wave, *area, *measure; int sessions, minutes, group, weeks, low, high; };
struct kind {
	const char *code, *area;
	int weight_k, weight_e;                         /* in a thousand */
	const char *const *looks, *const *reasons, *const *helps, *const *avoid, *const *notes;
	const struct support_kind *support;             /* ends with a NULL name */
};
enum { KINDS = 11 };
extern const struct kind KIND[KINDS];
int kind_of(const char *code, size_t n);
extern const char *const STRENGTHS[], *const AGREED[], *const SAID[], *const PARENT_NOTES[], *const WATCHED_FOR[],
	*const EXIT_NOTES[];

/* ---- the makers, in this order ---- */
void make_school(struct making *m);      /* campus, calendar, settings */
void make_adults(struct making *m);      /* staff */
void make_roll(struct making *m);        /* children and families */
void make_people(struct making *m);      /* pupils, enrolments, contacts, flags, attendance, alerts */
void make_classes(struct making *m);     /* forms, teaching groups, heads of year */
void make_accounts(struct making *m);
void choose_register(struct making *m);  /* who is on the register, from when, what for, with whom */
void make_register(struct making *m);    /* statuses, needs, strengths, strategies, keyworkers, watch list */
void make_support(struct making *m);     /* notes, assessments, provision, meetings, documents */
void make_meetings(struct making *m);    /* meetings, calls home, contact plans */
void make_concerns(struct making *m);    /* what parents worry or complain about */
void make_updates(struct making *m);     /* short updates on targets */
void make_worries(struct making *m);     /* worries, rounds of asking, what is known and not yet known */
void make_advice(struct making *m);      /* services, referrals, reports and what became of them */
void make_profiles(struct making *m);     /* one-page profiles: after everything that helps is known */
void make_plans(struct making *m);       /* graduated cycles: targets, progress, reviews */
void make_guidance(struct making *m);    /* questions to the SENCO, notes for now, what is to be read */
void make_door(struct making *m);        /* what came by links, and links still out: last of all */
void make_letters(struct making *m);     /* templates, letters, the outbox */
void make_twice(struct making *m);       /* a child with two records */

extern const struct cast_child CAST_HIGH[], CAST_PRIMARY[];

#endif
