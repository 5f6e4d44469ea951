/* routes.c - the addresses of plans. What each does is in the file its page functions are in. */
#include "areas/plans/cycle.h"

const struct route PLANS_ROUTES[] = {
	{ "/pupils/:pupil/plans", &PLAN, RIGHT_READ, child_plans_page, NULL, "Plans of a child", .section = "Register" },
	{ "/pupils/:pupil/plans.pdf", &PLAN, RIGHT_READ, child_plans_pdf, NULL, "Plans of a child as one story",
		.section = "Register" },
	{ "/pupils/:pupil/plans/new", &PLAN, RIGHT_ADD, plan_new_page, plan_new_post, "Begin a plan", .section = "Register" },
	{ "/pupils/:pupil/review", &PLAN, RIGHT_READ, child_review_page, NULL, "Review a child’s support", .section = "Register" },
	{ "/plans/review", &TARGET_REVIEW, RIGHT_ADD, group_page, NULL, "Review together", .section = "Plans" },
	{ "/plans/review/save", &TARGET_REVIEW, RIGHT_ADD, NULL, group_post, "Review together", .section = "Plans" },
	{ "/plans/:plan", &PLAN, RIGHT_READ, cycle_page, cycle_post, "A plan", .section = "Register" },
	{ "/plans/:plan/plan.pdf", &PLAN, RIGHT_READ, plan_pdf, NULL, "A plan on paper", .section = "Register" },
	{ "/plans/:plan/print", &PLAN, RIGHT_READ, plan_story_page, NULL, "A plan on one page", .section = "Register" },
	{ "/plans/:plan/helper", &PLAN, RIGHT_EDIT, plan_helper_page, NULL, "What the helper says of a plan", QUIET, "Register" },
	{ "/plans/:plan/views", &PLAN_VIEW, RIGHT_ADD, NULL, plan_view_post, "Add views", .section = "Register" },
	{ "/plans/:plan/card", &PLAN_VIEW, RIGHT_ADD, plan_card_page, plan_card_post, "The child’s own review card",
		.section = "Register" },
	{ "/plans/:plan/card.pdf", &PLAN, RIGHT_READ, plan_card_pdf, NULL, "The child’s own review card on paper",
		.section = "Register" },
	{ "/plans/:plan/points", &PROGRESS, RIGHT_ADD, NULL, plan_point_post, "Add a check", .section = "Register" },
	{ "/plans/:plan/reviewed", &TARGET_REVIEW, RIGHT_ADD, NULL, plan_reviewed_post, "How targets went", .section = "Register" },
	{ "/plans/:plan/sign", &SIGNATURE, RIGHT_ADD, NULL, plan_sign_post, "Sign a review", .section = "Register" },
	{ "/plans/:plan/end", &PLAN, RIGHT_EDIT, plan_end_page, plan_end_post, "End a plan early", .section = "Register" },
	{ "/plans/:plan/register", &PLAN, RIGHT_READ, NULL, plan_register_post, "Put the child on the register",
		.section = "Register" },
	{ "/plans/:plan/undo/:act", &PLAN, RIGHT_READ, NULL, plan_undo_post, "Undo" },
	{ NULL },
};
