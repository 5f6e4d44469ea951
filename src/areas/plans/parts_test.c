/* parts_test.c - what stands round the targets of a plan: who does what, the child's own card, less help, long aims; and what a
 * plan says when its child leaves, is joined with another record or grows up. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "record/join.h"
#include "tests/world.h"

static struct rows all(struct world w, const struct record *r)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), r, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	return rows;
}

static void on_register(struct world w)
{
	struct test *t = w.t;

	expect_goes(post(as(w, "senco"), "/pupils/sam/register/enter",
		"provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD&parents_told_how=not_yet"), "/pupils/");
}

/* A plan of sam's with two targets written; its path. */
static const char *begun(struct world w, const char *kid)
{
	struct test *t = w.t;
	struct rows types;
	struct seen_page p;
	const char *path;

	expect_fine(record_list(world_read(as(w, "senco")), &PLAN_TYPE,
		&(struct ask){ .where = { { PLAN_TYPE_CODE, IS, "sen-support" } } }, &types));
	p = post(as(w, "senco"), arena_printf(t->a, "/pupils/%s/plans/new", kid), arena_printf(t->a, "plan_type=%s",
		row_id(types.row[0])));
	expect_goes(p, "/plans/");
	path = arena_text(t->a, p.to);
	expect_goes(post(as(w, "senco"), path, "plan-step=plan&plan-do=save&n-1-outcome=Reads+alone+every+day&n-1-horizon=long"
		"&n-2-outcome=Sam+reads+90+words+a+minute&n-2-help_now=full&n-2-minutes_now=120&n-2-minutes_aim=60"), "step=plan");
	return path;
}

static const char *target(struct world w, int i)
{
	return row_id(all(w, &TARGET).row[i]);
}

TEST_STORE(targets_are_numbered_anew_after_one_goes_and_what_was_typed_in_the_others_is_kept)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam"), *one = target(w, 0), *two = target(w, 1);
	struct rows left;

	expect_goes(post(w, path, arena_printf(t->a, "plan-step=plan&plan-do=remove-%s&t-%s-outcome=Gone&t-%s-outcome=Sam+reads+95"
		"&n-1-outcome=Spells+ten+words", one, one, two)), "#targets");
	left = all(w, &TARGET);
	expect_int(left.count, 2);
	expect_text(row_text(left.row[0], TARGET_OUTCOME), "Sam reads 95");
	expect_text(row_text(left.row[0], TARGET_NUMBER), "1");
	expect_text(row_text(left.row[1], TARGET_OUTCOME), "Spells ten words");
	expect_text(row_text(left.row[1], TARGET_NUMBER), "2");
}

TEST_STORE(a_step_leads_to_a_long_term_target_of_its_plan_and_to_nothing_else)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam"), *one = target(w, 0), *two = target(w, 1);

	expect_has(get(w, arena_printf(t->a, "%s?step=do", path)).text, "leads to no long-term target");
	expect_status(post(w, path, arena_printf(t->a, "plan-step=plan&plan-do=save&t-%s-outcome=A&t-%s-toward=%s", one, one, two)),
		400);
	expect_text(row_text(all(w, &TARGET).row[0], TARGET_TOWARD), "");
	expect_goes(post(w, path, arena_printf(t->a, "plan-step=plan&plan-do=save&t-%s-outcome=A&t-%s-toward=%s", two, two, one)),
		"step=plan");
	expect_has(get(w, arena_printf(t->a, "%s?step=do", path)).text, "Step towards target 1");
	expect_has(get(w, arena_printf(t->a, "%s?step=do", path)).text, "Its steps are targets 2");
}

TEST_STORE(the_helper_speaks_of_what_is_typed_and_saves_nothing)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam"), *helper = arena_printf(t->a, "%s/helper?n-1-outcome=Is+more+confident", path);
	int before = all(w, &TARGET).count;

	expect_has(get(w, helper).text, "more confident");
	expect_has(get(w, helper).text, "id=\"says-n-1\"");
	expect_int(all(w, &TARGET).count, before);
	expect_status(get(as(w, "teacher"), helper), 404);
}

TEST_STORE(who_does_what_is_kept_with_its_gaps_and_taken_out)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam"), *use;
	struct seen_page p;

	expect_goes(post(w, path, "plan-step=plan&plan-do=add-action&m-1-text=Paired+reading&m-1-side=school&m-1-often=Daily"
		"&m-2-text=Hears+a+page&m-2-side=home&m-2-who=Grandmother"), "#actions");
	expect_int(all(w, &STRATEGY_USE).count, 2);
	p = get(w, arena_printf(t->a, "%s?step=plan", path));
	expect_has(p.text, "“Paired reading”: nobody is named.");
	expect_has(p.text, "“Paired reading”: nothing yet for whoever stands in.");
	expect_lacks(p.text, "“Hears a page”: nobody");
	expect_has(p.text, "much help, and no next step to less");
	expect_has(get(w, arena_printf(t->a, "%s?step=do", path)).text, "At home: Grandmother");
	expect_has(post(w, path, "plan-step=plan&plan-do=save&m-1-often=Daily").text, "Enter what adults do");
	use = row_id(all(w, &STRATEGY_USE).row[0]);
	expect_goes(post(w, path, arena_printf(t->a, "plan-step=plan&plan-do=drop-%s", use)), "#actions");
	expect_int(all(w, &STRATEGY_USE).count, 1);
}

TEST_STORE(the_childs_card_is_kept_as_the_childs_and_stands_at_the_target)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam"), *card = arena_printf(t->a, "%s/card", path), *two = target(w, 1);

	expect_has(post(w, card, "").text, "Choose how a target goes");
	expect_goes(post(as(w, "ta"), card, arena_printf(t->a, "c-%s-feels=4&c-%s-words=I+do+not+stop&wants=More+books", two, two)),
		path);
	expect_int(all(w, &PLAN_VIEW).count, 2);
	expect_has(get(w, arena_printf(t->a, "%s?step=do", path)).text, "4 of 5. I do not stop");
	expect_status(get(w, arena_printf(t->a, "%s/card.pdf", path)), 200);
	expect_status(post(as(w, "office"), card, "wants=x"), 404);
}

TEST_STORE(help_goes_on_from_where_the_review_saw_it_and_its_minutes_are_told)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam"), *two = target(w, 1);

	expect_goes(post(w, arena_printf(t->a, "%s/reviewed", path), arena_printf(t->a,
		"r-%s-rating=partly&r-%s-next_step=keep&r-%s-help_now=part&r-%s-minutes_now=90&r-%s-sessions=31&r-%s-version=0",
		two, two, two, two, two, two)), "step=review");
	expect_has(get(w, arena_printf(t->a, "%s?step=review", path)).text, "120, then 90 minutes a week; the aim is 60");
	expect_text(row_text(all(w, &TARGET_REVIEW).row[0], TARGET_REVIEW_SESSIONS), "31");
}

/* ---- the child leaves, is joined, grows up ---- */

static const struct fault *leave(struct act *act, void *self)
{
	struct world *w = self;
	struct form *f = form_new(act->a, &ENROLMENT);
	struct rows rows;

	TRY(record_list(act_lift(act), &ENROLMENT, &(struct ask){ .pupil = world_id(*w, "sam") }, &rows));
	form_set(f, ENROLMENT_UNTIL, day_iso(act->a, act->today - 3));
	return record_change(act_lift(act), rows.row[0], f);
}

TEST_STORE(a_plan_whose_child_left_says_what_to_do_and_stands_on_the_home)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam");

	on_register(w);
	expect_lacks(get(w, "/").text, "Plans to decide on");
	expect_fine(world_do(w, leave, &w));
	expect_has(get(w, path).text, "End this plan early and say why");
	expect_has(get(w, "/").text, "Plans to decide on");
	expect_goes(post(w, arena_printf(t->a, "%s/end", path), "why=left"), "/plans");
	expect_lacks(get(w, "/").text, "Plans to decide on");
}

struct born { struct world w; const char *dob; };

static const struct fault *bear(struct act *act, void *self)
{
	struct born *b = self;
	struct form *f = form_new(act->a, &PUPIL);
	struct row *sam;

	TRY(record_get(act_lift(act), &PUPIL, world_id(b->w, "sam"), &sam));
	form_set(f, PUPIL_DOB, b->dob);
	return record_change(act_lift(act), sam, f);
}

TEST_STORE(a_young_person_is_asked_themselves_and_no_parents_signature_is_waited_for)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam"), *home;

	on_register(w);
	expect_lacks(get(w, path).text, "young person");
	/* 16 in this school year: from the last Friday of next June */
	expect_fine(world_do(w, bear, &(struct born){ w, "2010-12-01" }));
	expect_fine(world_do(w, bear, &(struct born){ w, "2010-01-10" }));
	home = get(w, "/").text;
	expect_has(get(w, path).text, "is a young person");
	expect_has(home, "became a young person on");
}

static const struct fault *join(struct act *act, void *self)
{
	struct world *w = self;
	struct row *from, *into;

	TRY(record_get(act, &PUPIL, world_id(*w, "ana"), &from));
	TRY(record_get(act, &PUPIL, world_id(*w, "sam"), &into));
	return pupil_join(act, from, into, "entered twice");
}

TEST_STORE(two_plans_that_run_after_two_records_were_joined_are_named_with_the_way_out)
{
	struct world w = as(world_new(t), "senco");
	const char *path = begun(w, "sam"), *other = begun(w, "ana");

	expect_lacks(get(w, path).text, "Two plans of this kind run");
	expect_fine(world_do(w, join, &w));
	expect_has(get(w, path).text, "Two plans of this kind run");
	expect_has(get(w, path).text, other);
	expect_goes(post(w, arena_printf(t->a, "%s/end", other), "why=merged"), "/plans");
	expect_lacks(get(w, path).text, "Two plans of this kind run");
}
