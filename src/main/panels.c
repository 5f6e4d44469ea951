/* panels.c - what each area puts on the child's page and the homes, in one list. */
#include "main/routes.h"

#include "areas/concerns/area.h"
#include "areas/door/area.h"
#include "areas/guidance/area.h"
#include "areas/letters/area.h"
#include "areas/meetings/area.h"
#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/referrals/area.h"
#include "areas/support/area.h"
#include "areas/updates/area.h"
#include "reports/area.h"
#include "reports/derive.h"
#include "reports/profile.h"

const struct panel *const HOUSE_PANELS[] = {
	CHILD_PANELS,
	HOME_PANELS,
	PEOPLE_PANELS,
	REFERRALS_PANELS,
	MEETINGS_PANELS,
	CONCERNS_PANELS,
	UPDATES_PANELS,
	SUPPORT_PANELS,
	PLANS_PANELS,
	GUIDANCE_PANELS,
	DERIVE_PANELS,
	PROFILE_PANELS,
	LETTERS_PANELS,
	DOOR_PANELS,
	NULL,
};
