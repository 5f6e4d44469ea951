/* kinds_test.c - a school makes a kind of plan on screen, uses it, changes it; what was begun under the old edition stays as it
 * was. */
#include <string.h>

#include "areas/plans/area.h"
#include "tests/world.h"

static const char *newest_type(struct world w, const char *state)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(w), &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_STATE, IS, state },
		{ PLAN_TYPE_BASIS, IS, "local" },
		{ PLAN_TYPE_SHEET, IS_NOT, "1" } }, .order = "-edition" }, &rows));
	expect_stop(rows.count > 0);
	return row_id(rows.row[0]);
}

static const char *plan_of(struct world w)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(w), &PLAN, NULL, &rows));
	expect_stop(rows.count > 0);
	return row_id(rows.row[0]);
}

static const char *make_kind(struct world w)
{
	struct test *t = w.t;
	const char *type, *base;

	post(w, "/plan-types/new", "name=Wellbeing+plan&says=For+worries&steps=1&weeks=6&signers=teacher&signers=pupil");
	type = newest_type(w, "draft");
	base = arena_printf(t->a, "/plan-types/%s", type);
	expect_has(get(w, base).text, "No lines yet");
	expect_has(post(w, base, "act=publish").text, "Add at least one line");
	post(w, arena_printf(t->a, "%s/lines/new", base), "label=What+worries+me&kind=words&step=assess&section=Me&required=1");
	post(w, arena_printf(t->a, "%s/lines/new", base),
		"label=Where+I+feel+safe&kind=choice&choices=Library%0AGarden&step=assess");
	post(w, arena_printf(t->a, "%s/lines/new", base), "label=What+changed&kind=words&step=review");
	expect_goes(post(w, base, "act=publish"), base);
	return type;
}

TEST_STORE(a_kind_of_plan_made_on_screen_is_begun_and_asks_its_own_questions)
{
	struct world w = as(world_new(t), "senco");
	const char *type = make_kind(w), *plan;

	expect_has(get(w, "/pupils/sam/plans/new").text, "Wellbeing plan");
	post(w, "/pupils/sam/plans/new", arena_printf(t->a, "plan_type=%s", type));
	plan = arena_printf(t->a, "/plans/%s", plan_of(w));
	expect_has(get(w, plan).text, "What worries me");
	expect_has(get(w, plan).text, "Garden");
	expect_has(get(w, plan).text, "Wellbeing plan");
}

TEST_STORE(an_edition_in_use_cannot_be_changed_and_the_next_one_leaves_old_plans_alone)
{
	struct world w = as(world_new(t), "senco");
	const char *type = make_kind(w), *base = arena_printf(t->a, "/plan-types/%s", type), *next, *plan;

	post(w, "/pupils/sam/plans/new", arena_printf(t->a, "plan_type=%s", type));
	plan = arena_printf(t->a, "/plans/%s", plan_of(w));
	expect_has(post(w, arena_printf(t->a, "%s/lines/new", base), "label=Sneaked+in&kind=words&step=assess").text,
		"This edition is in use");
	post(w, base, "act=next");
	next = newest_type(w, "draft");
	post(w, arena_printf(t->a, "/plan-types/%s/lines/new", next), "label=A+new+question&kind=words&step=assess");
	post(w, arena_printf(t->a, "/plan-types/%s", next), "act=publish");
	expect_lacks(get(w, plan).text, "A new question");
	expect_has(get(w, plan).text, "What worries me");
	expect_has(get(w, base).text, "No longer begun");
}

TEST_STORE(a_proposal_is_off_until_switched_on_and_is_called_one)
{
	struct world w = as(world_new(t), "senco");
	struct rows rows;
	const char *base;

	expect_fine(record_list(world_read(w), &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_BASIS, IS, "proposal" } } },
		&rows));
	expect_stop(rows.count == 1);
	base = arena_printf(t->a, "/plan-types/%s", row_id(rows.row[0]));
	expect_has(get(w, base).text, "Proposed, not in force");
	expect_lacks(get(w, "/pupils/sam/plans/new").text, "Individual support plan");
	expect_goes(post(w, base, "act=on"), base);
	expect_has(get(w, "/pupils/sam/plans/new").text, "Individual support plan");
}

TEST_STORE(only_those_who_may_change_plan_types_come_to_their_pages)
{
	struct world w = as(world_new(t), "teacher");

	expect_status(get(w, "/plan-types"), 404);
	expect_status(get(w, "/plan-types/new"), 404);
}
