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

/* The newest edition in a state, whatever it rests on. */
static const char *type_in(struct world w, const char *state)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(w), &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_STATE, IS, state } } }, &rows));
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

TEST_STORE(a_kind_marked_as_proposed_is_off_when_it_is_finished_and_called_one_where_it_is_offered)
{
	struct world w = as(world_new(t), "senco");
	const char *type, *base;

	post(w, "/plan-types/new", "name=Inclusion+plan&says=A+try&basis=proposal&steps=1&weeks=26");
	expect_stop(type_in(w, "draft"));
	type = type_in(w, "draft");
	base = arena_printf(t->a, "/plan-types/%s", type);
	post(w, arena_printf(t->a, "%s/lines/new", base), "label=What+is+tried&kind=words&step=plan");
	post(w, base, "act=publish");
	expect_has(get(w, base).text, "Switched off");
	expect_has(get(w, base).text, "Proposed, not in force");
	expect_lacks(get(w, "/pupils/sam/plans/new").text, "Inclusion plan");
	post(w, base, "act=on");
	expect_has(get(w, "/pupils/sam/plans/new").text, "Inclusion plan (proposed, not in force)");
	expect_goes(post(w, "/pupils/sam/plans/new", arena_printf(t->a, "plan_type=%s", type)), "/plans/");
	expect_has(get(w, arena_printf(t->a, "/plans/%s", plan_of(w))).text, "Inclusion plan (proposed, not in force)");
	expect_has(get(w, arena_printf(t->a, "/plans/%s/print", plan_of(w))).text, "Proposed, not in force");
}

/* Letters are percented so that the world does not take the roles for its people of that name. */
TEST_STORE(a_kind_without_steps_is_one_page_that_is_put_into_use_and_signed)
{
	struct world w = as(world_new(t), "senco");
	const char *type, *base, *plan;

	post(w, "/plan-types/new",
		"name=Way+out+plan&says=In+a+fire&basis=local&steps=0&signers=teacher&viewers=%73enco&viewers=t%61"
		"&viewers=%6fffice");
	type = type_in(w, "draft");
	base = arena_printf(t->a, "/plan-types/%s", type);
	expect_has(get(w, base).text, "One page, no steps");
	expect_lacks(get(w, base).text, "office");
	post(w, arena_printf(t->a, "%s/lines/new", base), "label=Where+we+meet&kind=line&step=plan&required=1");
	post(w, arena_printf(t->a, "%s/lines/new", base), "label=What+was+practised&kind=words&step=review");
	post(w, base, "act=publish");
	post(w, "/pupils/sam/plans/new", arena_printf(t->a, "plan_type=%s", type));
	plan = arena_printf(t->a, "/plans/%s", plan_of(w));
	expect_has(get(w, plan).text, "What was practised");
	expect_has(post(w, plan, "plan-step=plan&plan-do=agree").text, "Where we meet: this must be answered");
	expect_goes(post(w, plan, "plan-step=plan&plan-do=agree&where_we_meet=At+the+gate"), "/plans/");
	expect_has(get(w, plan).text, "Sign and close");
	expect_status(get(as(w, "ta"), plan), 200);
	expect_status(get(as(w, "teacher"), plan), 404); /* not among those who see it */
	expect_status(get(as(w, "office"), plan), 404); /* named by a forged form: it takes away, it never gives */
	expect_goes(post(w, arena_printf(t->a, "%s/sign", plan), "plan-do=close"), "/plans/");
	expect_has(get(w, plan).text, "reviewed and signed");
	expect_has(get(w, plan).text, "At the gate");
}

TEST_STORE(only_those_who_may_change_plan_types_come_to_their_pages)
{
	struct world w = as(world_new(t), "teacher");

	expect_status(get(w, "/plan-types"), 404);
	expect_status(get(w, "/plan-types/new"), 404);
}
