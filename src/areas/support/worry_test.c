/* worry_test.c - a worry is raised about any child, decided by the SENCO, and told back to the one who raised it and to nobody
 * else. */
#include "areas/support/area.h"
#include "tests/world.h"

static struct rows all(struct world w, const char *record, const char *pupil)
{
	struct test *t = w.t;
	struct ask ask = { .pupil = world_id(w, pupil) };
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), record_find(world_house(w), record), &ask, &rows));
	return rows;
}

static const char *worry_of(struct world w, const char *pupil)
{
	struct test *t = w.t;
	struct rows rows = all(w, "worry", pupil);

	expect_stop(rows.count == 1);
	return row_id(rows.row[0]);
}

TEST_STORE(a_worry_goes_to_the_senco_and_its_answer_back)
{
	struct world w = world_new(t);
	const char *path;

	expect_goes(post(as(w, "teacher"), "/worry", "child=sam&hard=Reading&seen=Loses+the+line+every+day&tried=A+ruler"),
		"/worries/mine");
	path = arena_printf(t->a, "/worries/%s", worry_of(w, "sam"));
	expect_has(get(as(w, "teacher"), "/worries/mine").text, "Not looked at yet");
	expect_has(get(as(w, "senco"), "/worries").text, "Loses the line");
	expect_goes(post(as(w, "senco"), "/pupils/ana/register/enter",
		"provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD"
		"&parents_told_how=not_yet"), "/pupils/");
	expect_has(get(as(w, "senco"), "/").text, "Worries to look at");
	expect_status(post(as(w, "teacher"), path, "state=advised&answer=x"), 404);
	expect_has(post(as(w, "senco"), path, "state=").text, "Choose what happens");
	expect_has(post(as(w, "senco"), path, "state=advised&answer=").text, "Say what you tell");
	expect_goes(post(as(w, "senco"), path, "state=advised&answer=Try+a+reading+window"), "/worries");
	expect_has(get(as(w, "teacher"), path).text, "Try a reading window");
	expect_has(get(as(w, "teacher"), "/").text, "Advice given");
	expect_status(get(as(w, "ta"), path), 404);
	expect_has(get(as(w, "senco"), "/worries").text, "Nothing waits");
}

TEST_STORE(any_child_may_be_worried_about_by_name)
{
	struct world w = world_new(t);

	expect_goes(post(as(w, "ta"), "/worry", "who=suilleabhain&hard=Number&seen=Counts+on+fingers"), "/worries/mine");
	expect_int(all(w, "worry", "ana").count, 1);
	expect_has(post(as(w, "ta"), "/worry", "who=Nobody&hard=Number&seen=x").text, "Nobody on roll has that name");
	expect_has(post(as(w, "ta"), "/worry", "who=&hard=&seen=").text, "Choose what is hard");
	expect_has(post(as(w, "ta"), "/worry", "child=sam&hard=&seen=").text, "Say what you saw");
	expect_status(get(as(w, "governor"), "/worry"), 404);
	expect_has(get(as(w, "teacher"), arena_printf(t->a, "/worry?child=%s", world_id(w, "sam"))).text, "Sam Whitlock");
}

TEST_STORE(a_watch_begins_with_its_day_and_not_twice)
{
	struct world w = as(world_new(t), "senco");
	const char *path;

	expect_goes(post(as(w, "teacher"), "/worry", "child=sam&hard=Feelings&seen=Quiet"), "/worries/mine");
	path = arena_printf(t->a, "/worries/%s", worry_of(w, "sam"));
	expect_has(post(w, path, "state=watching&answer=We+watch&until=2026-01-01").text, "must be after today");
	expect_goes(post(w, path, "state=watching&answer=We+watch&until=2062-01-12"), "/worries");
	expect_int(all(w, "watch", "sam").count, 1);
	expect_has(get(w, "/watch").text, "Feelings: Quiet");
	expect_has(post(w, path, "state=watching&answer=We+watch&until=2062-01-12").text, "being watched already");
}

static const char *raised(struct world w)
{
	struct test *t = w.t;

	expect_goes(post(as(w, "teacher"), "/worry", "child=sam&hard=Feelings&seen=Quiet"), "/worries/mine");
	return arena_printf(t->a, "/worries/%s", worry_of(w, "sam"));
}

static void it_is(struct world w, const char *moment)
{
	clock_fix(moment_seconds(moment));
	world_signed_out(w);
}

TEST_STORE(a_watch_that_runs_out_brings_its_worry_back_and_its_end_is_told)
{
	struct world w = as(world_new(t), "senco");
	const char *path;

	it_is(w, "2026-11-17T09:00:00Z");
	expect_goes(post(w, "/pupils/ana/register/enter", "provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD"
		"&parents_told_how=not_yet"), "/pupils/"); /* a register without children shows no lists */
	path = raised(w);
	expect_goes(post(w, path, "state=watching&answer=We+watch&until=2026-12-01"), "/worries");
	expect_has(get(as(w, "teacher"), "/").text, "Being watched until 1 December 2026");
	expect_has(get(w, "/worries").text, "Nothing waits");
	it_is(w, "2026-12-01T09:00:00Z");
	expect_has(get(w, "/worries").text, "The watch ended on 1 December 2026");
	expect_has(get(w, "/").text, "The watch ended on 1 December 2026");
	expect_has(get(as(w, "teacher"), "/worries/mine").text, "a decision is due");
	expect_goes(post(w, path, "state=watching&answer=A+little+longer&until=2027-01-12"), "/worries");
	expect_has(get(as(w, "teacher"), path).text, "Being watched until 12 January 2027");
	it_is(w, "2027-01-13T09:00:00Z");
	expect_has(post(w, path, "state=watching&answer=Longer&until=2027-02-12").text, "has been watched twice");
	expect_goes(post(w, path, "state=closed&answer=All+is+well"), "/worries");
	expect_has(get(w, "/worries").text, "Nothing waits");
	expect_has(get(as(w, "teacher"), path).text, "All is well");
	clock_fix(-1);
}

TEST_STORE(a_decision_is_undone_by_whoever_made_it_and_by_nobody_else)
{
	struct world w = as(world_new(t), "senco");
	const char *path = raised(w), *undo = arena_printf(t->a, "/worries/undo/worry/%s", worry_of(w, "sam"));

	expect_goes(post(w, path, "state=watching&answer=We+watch&until=2062-01-12"), "/worries");
	expect_has(get(w, path).text, "Undo this decision");
	expect_lacks(get(as(w, "asst_senco"), path).text, "Undo this decision");
	expect_goes(post(as(w, "teacher"), undo, ""), "/worries/mine");
	expect_has(get(as(w, "teacher"), path).text, "Being watched");
	expect_goes(post(w, undo, ""), "/worries");
	expect_int(all(w, "watch", "sam").count, 0);
	expect_has(get(as(w, "teacher"), path).text, "Not looked at yet");
	expect_lacks(get(w, path).text, "Undo this decision");
}

TEST_STORE(a_plan_that_nobody_begins_stays_in_the_queue)
{
	struct world w = as(world_new(t), "senco");
	const char *path = raised(w);

	expect_goes(post(w, path, "state=cycle&answer="), "/pupils/");
	expect_has(get(w, "/worries").text, "The plan is not begun yet");
	expect_goes(post(w, path, "state=assessing&answer="), "/pupils/");
	expect_has(get(w, "/worries").text, "Nothing is asked for yet");
	expect_goes(post(w, "/pupils/sam/assess/new", arena_printf(t->a, "what=Reading&due_on=2062-01-01&worry=%s",
		worry_of(w, "sam"))), "/assess");
	expect_has(get(w, "/worries").text, "1 still to find out");
}
