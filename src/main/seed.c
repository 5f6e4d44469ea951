/* seed.c - the areas' seeds, in one list. What they add is theirs. */
#include "main/seed.h"

#include "areas/guidance/area.h"
#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/support/area.h"

static const struct fault *(*const SEEDS[])(struct act *act) = {
	plans_seed,
	support_first,
	guidance_seed,
};

const struct fault *house_seed(struct act *act)
{
	for (size_t i = 0; i < sizeof SEEDS / sizeof *SEEDS; i++)
		TRY(SEEDS[i](act));
	return NULL;
}

const struct fault *house_seed_all(struct act *act, __attribute__((unused)) void *self)
{
	struct rows campuses;

	TRY(record_list(act, &CAMPUS, &(struct ask){ .limit = 1000 }, &campuses));
	for (int i = 0; i < campuses.count; i++) {
		act->campus = row_id(campuses.row[i]);
		TRY(house_seed(act));
	}
	return NULL;
}
