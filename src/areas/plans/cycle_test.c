/* cycle_test.c - a cycle from its first line to its signature and into the next one, through the pages. */
#include "areas/plans/area.h"

#include <string.h>

#include "areas/register/area.h"
#include "law/due.h"
#include "tests/world.h"

static struct rows all(struct world w, const struct record *r, const char *pupil)
{
	struct test *t = w.t;
	struct ask ask = { .pupil = world_id(w, pupil) };
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), r, &ask, &rows));
	return rows;
}

static const char *type_id(struct world w, const char *code)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_CODE, IS, code } } },
		&rows));
	expect_stop(rows.count == 1);
	return row_id(rows.row[0]);
}

static void on_register(struct world w)
{
	struct test *t = w.t;

	expect_goes(post(as(w, "senco"), "/pupils/sam/register/enter",
		"provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD"
		"&parents_told_how=not_yet"), "/pupils/");
}

/* The path of the plan that was begun last for sam. */
static const char *begin(struct world w)
{
	struct test *t = w.t;
	struct rows before = all(w, &PLAN, "sam"), now;

	expect_goes(post(as(w, "senco"), "/pupils/sam/plans/new", arena_printf(t->a, "plan_type=%s", type_id(w, "sen-support"))),
		"/plans/");
	now = all(w, &PLAN, "sam");
	expect_stop(now.count == before.count + 1);
	for (int i = 0; i < now.count; i++)
		if (strcmp(row_text(now.row[i], PLAN_STATE), "assess") == 0)
			return arena_printf(t->a, "/plans/%s", row_id(now.row[i]));
	return "";
}

#define ONE_TARGET "plan-step=plan&plan-do=agree&n-1-outcome=Sam+reads+90+words+a+minute&n-1-start_value=60&n-1-goal_value=90&n-1-unit=words" \
	"&n-1-baseline=60+words&n-1-by_date=2027-03-12&own-new=Paired+reading"

static const char *agreed(struct world w)
{
	struct test *t = w.t;
	const char *path = begin(w);

	expect_goes(post(as(w, "senco"), path, "plan-step=assess&plan-do=next&concern=Reading+is+slow"), "step=plan");
	expect_goes(post(as(w, "senco"), path,
		ONE_TARGET "&parents_told_on=2026-11-20&parents_told_how=Meeting&review_on=12+March+2027"), "step=do");
	return path;
}

TEST_STORE(a_cycle_goes_from_step_to_step_and_lacks_nothing_on_the_way)
{
	struct world w = as(world_new(t), "senco");
	const char *path;

	on_register(w);
	expect_has(get(w, "/pupils/sam/plans").text, "no plan yet");
	path = begin(w);
	expect_has(get(w, path).text, "What is the concern?");
	expect_has(post(w, path, "plan-step=assess&plan-do=next&concern=").text, "this must be answered");
	expect_goes(post(w, path, "plan-step=assess&plan-do=next&concern=Reading+is+slow"), "step=plan");
	expect_has(get(w, path).text, "Parents and review");
	expect_has(post(w, path, "plan-step=plan&plan-do=agree").text, "Enter the day the parents were told");
	expect_has(post(w, path, "plan-step=plan&plan-do=agree").text, "Write at least one target");
	expect_goes(post(w, path, ONE_TARGET "&parents_told_on=2026-11-20&parents_told_how=Meeting&review_on=12+March+2027"),
		"step=do");
	expect_text(row_text(all(w, &PLAN, "sam").row[0], PLAN_STATE), "do");
	expect_text(row_text(all(w, &REGISTER_STATUS, "sam").row[0], REGISTER_STATUS_REVIEW_ON), "2027-03-12");
	expect_has(get(w, path).text, "60 to 90 words");
	expect_has(get(w, path).text, "Paired reading");
	expect_has(get(w, "/pupils/sam/plans").text, "Sam reads 90 words a minute");
}

TEST_STORE(the_helper_speaks_moves_a_line_to_support_and_is_silent_once_answered)
{
	struct world w = as(world_new(t), "senco");
	const char *path, *target;

	on_register(w);
	path = begin(w);
	expect_goes(post(w, path,
		"plan-step=plan&plan-do=check&n-1-outcome=Have+20+minutes+of+reading+a+day&n-2-outcome=Sam+is+more+confident"),
		"step=plan");
	expect_has(get(w, arena_printf(t->a, "%s?step=plan", path)).text, "belongs under support");
	expect_has(get(w, arena_printf(t->a, "%s?step=plan", path)).text, "more confident");
	target = row_id(all(w, &TARGET, "sam").row[0]);
	expect_goes(post(w, path, arena_printf(t->a,
		"plan-step=plan&plan-do=support-%s&t-%s-outcome=Have+20+minutes+of+reading+a+day", target, target)), "#strategies");
	expect_int(all(w, &TARGET, "sam").count, 1);
	expect_text(row_text(all(w, &STRATEGY_USE, "sam").row[0], STRATEGY_USE_TEXT), "Have 20 minutes of reading a day");
	target = row_id(all(w, &TARGET, "sam").row[0]);
	expect_goes(post(w, path, arena_printf(t->a, "plan-step=plan&plan-do=leave-%s&t-%s-outcome=Sam+is+more+confident",
		target, target)), "step=plan");
	expect_lacks(get(w, arena_printf(t->a, "%s?step=plan", path)).text, "Not yet measurable");
}

static const struct fault *reviewed(struct world w, const char *path, const char *sign)
{
	struct test *t = w.t;
	const char *target = row_id(all(w, &TARGET, "sam").row[0]), *use = row_id(all(w, &STRATEGY_USE, "sam").row[0]);

	expect_goes(post(as(w, "teacher"), arena_printf(t->a, "%s/reviewed", path), arena_printf(t->a,
		"r-%s-rating=partly&r-%s-next_step=keep&r-%s-value=78&r-%s-version=0", target, target, target, target)),
		"step=review");
	expect_goes(post(as(w, "senco"), path, arena_printf(t->a,
		"plan-step=review&decision=continue&present=All&effect=Reads+faster&h-%s=yes", use)), "step=review");
	expect_goes(post(as(w, "senco"), arena_printf(t->a, "%s/sign", path), sign), "/plans/");
	return NULL;
}

TEST_STORE(a_review_is_signed_frozen_and_followed)
{
	struct world w = as(world_new(t), "senco");
	const char *path, *sign;
	struct rows dues;

	on_register(w);
	expect_goes(get(w, "/pupils/sam/review"), "/register/round?show=all#c-");
	path = agreed(w);
	expect_goes(get(w, "/pupils/sam/review"), arena_printf(t->a, "%s?step=review", path));
	sign = arena_printf(t->a, "%s/sign", path);
	expect_has(post(w, sign, "plan-do=close&without=x").text, "say how it went");
	expect_fine(reviewed(w, path, "plan-do=record&role=parent&signer=R+Whitlock&signed_on=2026-11-21"));
	expect_has(post(w, sign, "plan-do=close").text, "without the signature of Sam");
	expect_goes(post(w, sign, "plan-do=close&without=Was+away"), "/plans/");
	expect_text(row_text(all(w, &PLAN, "sam").row[0], PLAN_STATE), "signed");
	expect_int(all(w, &SIGNATURE, "sam").count, 2);
	expect_fine(record_list(world_read(w), &DUE, &(struct ask){ .pupil = world_id(w, "sam"),
		.where = { { DUE_CLOCK, IS, "apdr-review" },
		{ DUE_MET_ON, FILLED, "" } } }, &dues));
	expect_int(dues.count, 1);
	expect_goes(post(w, path, "plan-step=assess&concern=Other"), path);
	expect_has(get(w, path).text, "Begin the next cycle");
	path = begin(w);
	expect_int(all(w, &TARGET, "sam").count, 2);
	expect_has(get(w, arena_printf(t->a, "%s?step=plan", path)).text, "78 words at the end of cycle 1");
}

TEST_STORE(a_check_is_added_by_those_who_teach_and_undone)
{
	struct world w = as(world_new(t), "senco");
	const char *path, *target, *act;

	on_register(w);
	path = agreed(w);
	target = row_id(all(w, &TARGET, "sam").row[0]);
	expect_goes(post(as(w, "ta"), arena_printf(t->a, "%s/points", path), arena_printf(t->a, "target=%s&value=66", target)),
		"step=do");
	expect_has(post(as(w, "ta"), arena_printf(t->a, "%s/points", path), arena_printf(t->a, "target=%s&value=", target)).text,
		"Enter the number");
	expect_status(post(as(w, "office"), arena_printf(t->a, "%s/points", path), arena_printf(t->a, "target=%s&value=1", target)),
		404);
	expect_int(all(w, &PROGRESS, "sam").count, 1);
	act = row_act(all(w, &PROGRESS, "sam").row[0]);
	expect_goes(post(w, arena_printf(t->a, "%s/undo/%s", path, act), ""), "/plans/");
	expect_int(all(w, &PROGRESS, "sam").count, 1); /* not the SENCO's own */
	expect_goes(post(as(w, "ta"), arena_printf(t->a, "%s/undo/%s", path, act), ""), "/plans/");
	expect_int(all(w, &PROGRESS, "sam").count, 0);
}

TEST_STORE(a_plan_ends_early_with_its_reason)
{
	struct world w = as(world_new(t), "senco");
	const char *path;

	on_register(w);
	path = agreed(w);
	expect_has(post(w, arena_printf(t->a, "%s/end", path), "why=").text, "Choose why");
	expect_goes(post(w, arena_printf(t->a, "%s/end", path), "why=mistaken&words=Two+at+once"), "/plans");
	expect_text(row_text(all(w, &PLAN, "sam").row[0], PLAN_STATE), "ended");
	expect_has(get(w, path).text, "without a review");
	expect_status(get(as(w, "teacher"), arena_printf(t->a, "%s/end", path)), 404);
}

TEST_STORE(children_are_reviewed_together_each_on_its_own_and_two_texts_are_kept)
{
	struct world w = as(world_new(t), "senco");
	const char *target, *body;
	struct seen_page p;

	on_register(w);
	agreed(w);
	target = row_id(all(w, &TARGET, "sam").row[0]);
	expect_has(get(w, "/plans/review").text, "0 of 1 reviewed");
	expect_has(get(as(w, "teacher"), "/plans/review").text, "Whitlock");
	body = arena_printf(t->a, "r-%s-version=0&r-%s-next_step=keep&r-%s-note=Fluent&plan-do=save", target, target, target);
	p = post(w, "/plans/review/save", body);
	expect_goes(p, "draft=");
	expect_has(get(w, p.to).text, "Fluent");
	expect_int(all(w, &TARGET_REVIEW, "sam").count, 0);
	body = arena_printf(t->a,
		"r-%s-version=0&r-%s-rating=partly&r-%s-next_step=keep&r-%s-value=78&r-%s-note=Fluent&plan-do=save", target, target,
		target, target, target);
	expect_goes(post(as(w, "teacher"), "/plans/review/save", body), "/plans/review?");
	expect_int(all(w, &TARGET_REVIEW, "sam").count, 1);
	/* The SENCO saw the page before the teacher saved. */
	p = post(w, "/plans/review/save",
		arena_printf(t->a, "r-%s-version=0&r-%s-rating=met&r-%s-next_step=stop&r-%s-note=Loses+place&plan-do=save", target,
		target, target, target));
	expect_goes(p, "draft=");
	expect_has(get(w, p.to).text, "before you");
	expect_has(get(w, p.to).text, "Loses place");
	expect_has(get(w, p.to).text, "Fluent");
	expect_text(row_text(all(w, &TARGET_REVIEW, "sam").row[0], TARGET_REVIEW_RATING), "partly");
	p = post(w, "/plans/review/save", "plan-do=sign&all-present=All&all-effect=Reads+faster&all-decision=continue");
	expect_goes(p, "draft=");
	expect_goes(post(w, "/plans/review/save",
		"plan-do=sign&all-present=All&all-effect=Reads+faster&all-decision=continue&all-without=By+post"),
		"/plans/review?");
	expect_text(row_text(all(w, &PLAN, "sam").row[0], PLAN_STATE), "signed");
}

TEST_STORE(a_second_cycle_may_end_before_it_is_agreed)
{
	struct world w = as(world_new(t), "senco");
	const char *path;

	on_register(w);
	path = agreed(w);
	expect_fine(reviewed(w, path, "plan-do=close&without=Away"));
	path = begin(w);
	expect_goes(post(w, path, "plan-step=assess&plan-do=next&concern=Still"), "step=plan");
	expect_goes(post(w, path, "plan-step=plan&plan-do=add"), "add=1");
	expect_goes(post(w, arena_printf(t->a, "%s/end", path), "why=mistaken"), "/plans");
	expect_has(get(w, "/pupils/sam/plans").text, "Ended without a review");
	expect_has(get(w, path).text, "ended on");
	expect_has(get(w, arena_printf(t->a, "%s/print", path)).text, "Parents and review");
	expect_status(get(w, arena_printf(t->a, "%s/plan.pdf", path)), 200);
	expect_status(get(w, "/pupils/sam/plans.pdf"), 200);
}
