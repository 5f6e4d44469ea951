/* demo.h - an invented school, as plain facts: no store, no keys, no clock. The same ask gives the same facts on every machine.
 *
 * A fact is one row to be added, or one change to a row added before. Rows point at each other by handles, since ids are random and
 * are made when the facts are written (main/cmd_demo.c). Facts come in the order in which they were recorded, with the day, so that
 * "as known on" a past day has something to tell. Forenames: ONS (data/names); everything else is invented here. Numbers keep clear
 * of real ones: LA 999, telephones from Ofcom's ranges for drama, postcodes in ZZ, mail at example.org. */
#ifndef JOBS_DEMO_H
#define JOBS_DEMO_H

#include "base/date.h"
#include "record/record.h"

enum {
	DEMO_PUPILS = 1500,    /* on roll, when nobody says */
	DEMO_MOST = 100000,
	DEMO_SEEDED = -1,      /* a reference to a row that the campus was seeded with: text is "plan_type/code/profile" */
	DEMO_SHARED = 100,     /* handles below this mean the same row in every campus: accounts, and staff behind them */
};

struct demo_ask {
	int pupils;            /* on roll on the day, all schools together */
	uint64_t seed;
	day on;                /* the day the school is looked at */
};

/* `ref`: a handle whose row's id is meant; 0: the text is; "ids:12 14" are the ids of several, with spaces between. */
struct demo_value { int field; const char *text; int ref; };

struct demo_fact {
	const struct record *r;
	int handle;            /* of the row added; 0: nobody points at it */
	int changes;           /* 0: a new row; else the handle of the row that changes. Of `due`: the status whose review was held */
	day on;                /* recorded that day */
	int count;
	struct demo_value *values;
};

struct demo_facts {
	struct demo_fact **list;
	int count, room;
	int handles;           /* one more than the highest handle */
	struct arena *a;
};

/* How many schools the ask makes, 1 to 40, and what one of them is called. */
int demo_campuses(const struct demo_ask *ask);
const char *demo_campus_name(const struct demo_ask *ask, int campus);

/* Everything about one school, its campus row first. Campus 0 also holds the accounts of the installation. */
struct demo_facts demo_campus(struct arena *a, const struct demo_ask *ask, int campus);

/* A number that two equal lists of facts share. */
uint64_t demo_hash(const struct demo_facts *facts);

#endif
