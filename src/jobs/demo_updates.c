/* demo_updates.c - short updates that the invented school sent this term, and which teachers have read them. */
#include "areas/updates/area.h"
#include "jobs/demo_make.h"

static const char *const NEXT[] = { "Two minutes of {his} own choice of book, every day.", "One adult greets {him} at the door.",
	"The group goes on with two instead of four.", "Instructions come in writing too.", NULL };

static void update_fact(struct making *m, const struct child *k, day on, struct chance *c)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &PROGRESS_UPDATE, handle, on);

	fact_ref(&m->facts, f, UPDATE_PUPIL, k->handle);
	fact_day(&m->facts, f, UPDATE_ON, on);
	fact_ref(&m->facts, f, UPDATE_BY, m->adults[0].handle);
	fact_set(&m->facts, f, UPDATE_FAMILY, words_about(m, k, m->adults[k->tutor].said,
		"This is how it is going with what we agreed "
		"for {n}.\n\nThe last check was better than the one before. {He} says it {him}self: mornings are easier.\n\nIf "
		"you see "
		"it differently at home, tell us."));
	fact_set(&m->facts, f, UPDATE_TEACHERS, words_about(m, k, m->adults[k->tutor].said,
		"{n} is closer to the target than at the "
		"start. What helps: a moment to begin, and the task in writing."));
	fact_set(&m->facts, f, UPDATE_CHILD, "You are getting there.\n\nWhat helps you most? Tell us.");
	fact_set(&m->facts, f, UPDATE_NEXT, words_about(m, k, m->adults[k->tutor].said, chance_pick(c, NEXT)));
	fact_set(&m->facts, f, UPDATE_STATE, "sent");
	for (int i = 0; i < 2 && on + 1 + i <= m->on; i++) {
		struct demo_fact *r = fact_add(&m->facts, &UPDATE_READ, 0, on + 1 + i);

		fact_ref(&m->facts, r, UPDATE_READ_PUPIL, k->handle);
		fact_ref(&m->facts, r, UPDATE_READ_UPDATE, handle);
		fact_ref(&m->facts, r, UPDATE_READ_STAFF, m->adults[i ? k->keyworker : k->tutor].handle);
		fact_day(&m->facts, r, UPDATE_READ_ON, on + 1 + i);
	}
}

void make_updates(struct making *m)
{
	for (int i = 0; i < m->child_count; i++) {
		const struct child *k = &m->children[i];
		struct chance c = chance_for(m, "update", k->number);
		day on = school_day_until(m->on - chance_between(&c, 4, 40));

		if (k->left == DAY_NONE && k->off == DAY_NONE && (k->provision == 'K' || k->provision == 'E') && k->joined < on &&
			k->from != DAY_NONE && k->from < on - 20 && on >= m->began && chance_in(&c, 300))
			update_fact(m, k, on, &c);
	}
}
