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
