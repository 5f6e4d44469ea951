/* demo_twice.c - a child of the invented school who was entered by hand before coming, and again by the list in September: the
 * earlier record stands by itself until somebody joins the two. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "jobs/demo_make.h"

enum { TINY = 60 }; /* in a school of this size everybody knows everybody */

/* Somebody whose first days here the program saw, and who is known to the SENCO. */
static const struct child *who_was_entered_twice(const struct making *m)
{
	for (int i = 0; i < m->child_count; i++) {
		const struct child *k = &m->children[i];

		if (k->left == DAY_NONE && !k->cast && k->provision == 'K' && k->mother && k->joined > m->began + 120 &&
		    k->joined < m->on - 60)
			return k;
	}
	return NULL;
}

static void seen_then(struct making *m, const struct child *k, int handle, day on, const char *words)
{
	struct demo_fact *f = fact_add(&m->facts, &NOTE, 0, on);

	fact_ref(&m->facts, f, NOTE_PUPIL, handle);
	fact_set(&m->facts, f, NOTE_KIND, "observation");
	fact_day(&m->facts, f, NOTE_ON, on);
	fact_set(&m->facts, f, NOTE_TEXT, words_about(m, k, "", words));
	fact_ref(&m->facts, f, NOTE_BY, m->adults[0].handle);
}

static void mother(struct making *m, const struct child *k, int handle, day from)
{
	struct demo_fact *f = fact_add(&m->facts, &CONTACT, 0, from);
	const char *said = strchr(k->mother_said, ' ');

	fact_ref(&m->facts, f, CONTACT_PUPIL, handle);
	fact_set(&m->facts, f, CONTACT_SURNAME, said ? said + 1 : k->mother_said);
	fact_set(&m->facts, f, CONTACT_RELATIONSHIP, "PAM");
	fact_int(&m->facts, f, CONTACT_PRIORITY, 1);
	fact_day(&m->facts, f, CONTACT_FROM, from);
}

void make_twice(struct making *m)
{
	const struct child *k = m->pupils > TINY ? who_was_entered_twice(m) : NULL;
	int handle = k ? fact_handle(&m->facts) : 0;
	struct demo_fact *f;
	day visit;

	if (!k)
		return;
	visit = school_day_until(k->joined - 80);
	f = fact_add(&m->facts, &PUPIL, handle, visit - 10);
	fact_set(&m->facts, f, PUPIL_FORENAME, k->forename);
	fact_set(&m->facts, f, PUPIL_SURNAME, k->surname);
	fact_day(&m->facts, f, PUPIL_DOB, k->dob);
	fact_set(&m->facts, f, PUPIL_SEX, k->girl ? "F" : "M");
	mother(m, k, handle, visit - 10);
	seen_then(m, k, handle, visit, "Visited before {n} came to us: finds it hard to begin, and says the task back once it is "
		"broken into two steps.");
	seen_then(m, k, handle, school_day_until(k->joined - 60),
		"{m} showed us the picture list that helped at the last school. It "
		"goes on the table from the first day.");
}
