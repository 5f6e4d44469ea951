/* routes.c - the route tables of the areas and reports, and the sections by role, in the order people read them (interface.md
 * 2). */
#include "main/routes.h"

#include "api/api.h"
#include "areas/accounts/area.h"
#include "areas/concerns/area.h"
#include "areas/door/area.h"
#include "areas/guidance/area.h"
#include "areas/intake/area.h"
#include "areas/letters/area.h"
#include "areas/meetings/area.h"
#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/plans/kinds.h"
#include "areas/plans/shared.h"
#include "areas/referrals/area.h"
#include "areas/register/area.h"
#include "areas/support/area.h"
#include "areas/updates/area.h"
#include "reports/area.h"
#include "reports/derive.h"
#include "reports/look_back.h"
#include "reports/profile.h"

const struct route *const HOUSE_ROUTES[] = {
	ACCOUNTS_ROUTES,
	PEOPLE_ROUTES,
	REGISTER_ROUTES,
	REFERRALS_ROUTES,
	MEETINGS_ROUTES,
	CONCERNS_ROUTES,
	UPDATES_ROUTES,
	SUPPORT_ROUTES,
	PLANS_ROUTES,
	GUIDANCE_ROUTES,
	INTAKE_ROUTES,
	LETTERS_ROUTES,
	DOOR_ROUTES,
	REPORTS_ROUTES,
	DERIVE_ROUTES,
	PROFILE_ROUTES,
	PROFILE_SHARED_ROUTES,
	LOOK_BACK_ROUTES,
	SHARED_ROUTES,
	KIND_ROUTES,
	API_ROUTES,
	NULL,
};

const struct section HOUSE_SECTIONS[] = {
	{ "Home", "/", "senco asst_senco head slt dsl hoy pp_lead dt regional exams office governor auditor it" },
	{ "Today", "/", "teacher ta" },
	{ "Raise a worry", "/worry", "teacher ta hoy" },
	{ "Register", "/register", "senco asst_senco head slt dsl hoy pp_lead dt regional" },
	{ "Advice", "/advice", "senco asst_senco dsl dt head slt" },
	{ "Meetings", "/meetings", "senco asst_senco dsl dt head slt hoy pp_lead teacher" },
	{ "To answer", "/asks", "teacher ta hoy" },
	{ "Plans", "/plans/review", "senco asst_senco" },
	{ "Worries", "/worries", "senco asst_senco" },
	{ "Guidance", "/guidance", "senco asst_senco dsl pp_lead dt head slt hoy teacher ta exams office" },
	{ "Pipeline", "/pipeline", "senco asst_senco head slt" },
	{ "Profiles", "/profiles", "senco asst_senco dt hoy slt" },
	{ "People", "/people", "office" },
	{ "Letters", "/letters", "office" },
	{ "Looking back", "/reports/look-back", "senco asst_senco head slt dsl dt pp_lead" },
	{ "For governors", "/reports/governors", "governor head senco" },
	{ "Kinds of plan", "/plan-types", "senco" },
	{ "School", "/school", "senco asst_senco head slt office it auditor" },
	{ "Health", "/health", "it" },
	{ "Accounts", "/accounts", "it" },
	{ NULL, NULL, NULL },
};
