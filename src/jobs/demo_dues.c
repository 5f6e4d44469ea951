/* demo_dues.c - the dates that hang on the invented register, worked out by the clocks of law/ from the facts made before. */
#include <string.h>

#include "areas/register/area.h"
#include "jobs/demo_make.h"
#include "law/clock.h"
#include "law/holidays.h"

struct due_of { const char *clock, *title, *why, *source; day start, due, met; int source_handle; };

static void due_fact(struct making *m, const struct child *k, const struct due_of *d)
{
	const struct clock_row *row = law_at(m->a, d->clock, d->start, NULL, 0);
	struct demo_fact *f = fact_add(&m->facts, &DUE, 0, recorded(m, d->met != DAY_NONE ? d->met : m->on));

	fact_ref(&m->facts, f, DUE_PUPIL, k->handle);
	fact_set(&m->facts, f, DUE_CLOCK, d->clock);
	fact_set(&m->facts, f, DUE_TITLE, d->title);
	fact_set(&m->facts, f, DUE_WHY, d->why);
	fact_day(&m->facts, f, DUE_STARTS, d->start);
	fact_day(&m->facts, f, DUE_DUE, d->due);
	fact_day(&m->facts, f, DUE_BASE, d->due);
	fact_set(&m->facts, f, DUE_RULE_VERSION, row ? arena_printf(m->a, "%s@%s", row->id, row->from) : NULL);
	fact_set(&m->facts, f, DUE_INPUTS, arena_printf(m->a, "start=%s", day_iso(m->a, d->start)));
	fact_set(&m->facts, f, DUE_SOURCE, d->source);
	fact_ref(&m->facts, f, DUE_SOURCE_ID, d->source_handle);
	fact_set(&m->facts, f, DUE_DUTY, row ? row->duty : "School");
	fact_day(&m->facts, f, DUE_MET_ON, d->met);
}

/* The date a clock gives; DAY_NONE if it gives none. */
static day clock_day(struct making *m, const char *clock, day start)
{
	const struct clock_row *row = law_at(m->a, clock, start, NULL, 0);
	struct clock_inputs none = { NULL, 0 };
	struct clock_answer answer;

	if (!row || clock_due(row, start, &none, law_england(m->a), m->a, &answer))
		return DAY_NONE;
	return answer.due;
}

static void told_due(struct making *m, const struct child *k)
{
	if (k->untold)
		due_fact(m, k, &(struct due_of){ "s68-inform-parent", "Tell the parents about SEN Support", arena_printf(m->a,
			"Support began on %s; no date parents were told", day_long(m->a, k->from)), "register_status", k->from,
			clock_day(m, "s68-inform-parent", k->from), DAY_NONE, k->status_handle });
}

/* A plan is reviewed within 12 months of the last review; past reviews are kept with the day they were met. */
static void plan_dues(struct making *m, const struct child *k)
{
	bool late = k->cast && k->cast->case_of == CASE_LATE_ANNUAL;
	day start = k->plan_from, due;

	for (int n = 0; n < 12; n++) {
		const char *clock = n ? "annual-review-next" : "annual-review-first";

		due = clock_day(m, clock, start);
		if (due == DAY_NONE || due > m->on - 20)
			break;
		if (due >= m->began)
			due_fact(m, k, &(struct due_of){ clock, "Annual review concluded",
				"Within 12 months of the plan or of the last review", "register_status",
				start, due, due - 5 - k->number % 21, k->plan_handle });
		start = due - 5 - k->number % 21;
	}
	if (late) {
		due = m->on - 6;
		due_fact(m, k, &(struct due_of){ "annual-review-meeting-latest", "Hold the annual review meeting",
			"The authority needs 4 weeks before the 12-month limit",
			"register_status", start, due, DAY_NONE, k->plan_handle });
		return;
	}
	due_fact(m, k, &(struct due_of){ start == k->plan_from ? "annual-review-first" : "annual-review-next", "Annual review",
		"Within 12 months of the plan or of the last review", "register_status", start, clock_day(m,
			start == k->plan_from ? "annual-review-first" :
		"annual-review-next", start), DAY_NONE, k->plan_handle });
}

static void review_due(struct making *m, const struct child *k)
{
	due_fact(m, k, &(struct due_of){ "apdr-review", "Review the support", "Review date agreed with the parents",
		"register_status",
		k->review_on - 84, k->review_on, DAY_NONE, k->status_handle });
}

void make_dues(struct making *m)
{
	for (int i = 0; i < m->child_count; i++) {
		const struct child *k = &m->children[i];

		if (k->provision == 'N' || k->left != DAY_NONE)
			continue;
		if (k->provision == 'K') {
			told_due(m, k);
			review_due(m, k);
			due_fact(m, k, &(struct due_of){ "sen-support-third-meeting", "Third meeting with parents this year",
				"Three meetings in the school year", "pupil",
				day_of(m->year, 9, 1), day_of(m->year + 1, 8, 31), DAY_NONE, k->handle });
		} else {
			plan_dues(m, k);
		}
	}
}
