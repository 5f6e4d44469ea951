/* status_test.c - on to the register, changed, off it, undone; and the dates that follow. */
#include <stdio.h>

#include "areas/register/area.h"
#include "record/journal.h"
#include "tests/world.h"

#define ENTER "provision=K&from-day=10&from-month=9&from-year=2026&reason=Reading&evidence=Screening+in+July&agreed_by=His+mother&need=SPLD&need2=SLCN"
#define TOLD "&parents_told_on-day=11&parents_told_on-month=9&parents_told_on-year=2026&parents_told_how=phone"

static struct rows all(struct world w, const struct record *r, const char *pupil)
{
	struct test *t = w.t;
	struct ask ask = { .pupil = world_id(w, pupil) };
	struct rows rows;

	expect_fine(record_list(world_read(w), r, &ask, &rows));
	return rows;
}

static const struct row *due(struct world w, const char *pupil, const char *clock)
{
	struct rows rows = all(w, &DUE, pupil);

	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_text(rows.row[i], DUE_CLOCK), clock) == 0)
			return rows.row[i];
	return NULL;
}

TEST_STORE(putting_a_child_on_the_register_keeps_why_who_and_when_parents_were_told)
{
	struct world w = as(world_new(t), "senco");
	struct rows s, n;

	expect_status(get(w, "/pupils/sam/register/enter"), 200);
	expect_goes(post(w, "/pupils/sam/register/enter", ENTER TOLD), "/pupils/");
	s = all(w, &REGISTER_STATUS, "sam");
	n = all(w, &NEED, "sam");
	expect_int(s.count, 1);
	expect_int(n.count, 2);
	expect_text(row_text(s.row[0], REGISTER_STATUS_EVIDENCE), "Screening in July");
	expect_text(row_text(s.row[0], REGISTER_STATUS_TOLD_ON), "2026-09-11");
	expect_has(get(w, "/register").text, "Specific LD");
	expect(due(w, "sam", "s68-inform-parent") != NULL);
	expect_text(row_text(due(w, "sam", "s68-inform-parent"), DUE_MET_ON), "2026-09-11");
	expect(due(w, "sam", "apdr-review") != NULL);
	expect_text(row_text(due(w, "sam", "sen-support-third-meeting"), DUE_DUE), "2027-08-31");
}

TEST_STORE(not_told_yet_leaves_a_date_overdue_from_the_first_day)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/register/enter", ENTER "&parents_told_how=not_yet"), "/pupils/");
	expect_text(row_text(due(w, "sam", "s68-inform-parent"), DUE_DUE), "2026-09-10");
	expect_text(row_text(due(w, "sam", "s68-inform-parent"), DUE_MET_ON), "");
	expect_has(get(w, "/register?review=untold").text, "1 child");
	expect_has(get(w, "/register").text, "Tell parents");
}

TEST_STORE(every_mistake_in_entering_is_named_and_what_was_typed_comes_back)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page p = post(w, "/pupils/sam/register/enter",
		"from-day=19&from-month=11&from-year=2062&reason=Because+of+reading");

	expect_status(p, 400);
	expect_has(p.text, "There is a problem");
	expect_has(p.text, "Choose SEN Support or EHC plan");
	expect_has(p.text, "Choose Sam’s main need");
	expect_has(p.text, "Say what shows that Sam needs support");
	expect_has(p.text, "Enter the date Sam’s parents were told, or choose “Not told yet”");
	expect_has(p.text, "Because of reading");
	expect_has(p.text, "2062");
	expect_int(all(w, &REGISTER_STATUS, "sam").count, 0);
	expect_has(post(w, "/pupils/sam/register/enter", "provision=E&need=NSA").text, "for SEN Support only");
}

TEST_STORE(undo_takes_back_status_needs_and_dates_together)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page p = post(w, "/pupils/sam/register/enter", ENTER TOLD), child;
	const char *at;

	expect_goes(p, "/pupils/");
	child = get(w, "/register");
	at = strstr(child.text, "/register/undo/");
	expect_stop(at != NULL);
	expect_goes(post(w, arena_text_n(t->a, at, strcspn(at, "\"")), ""), "/pupils/");
	expect_int(all(w, &REGISTER_STATUS, "sam").count, 0);
	expect_int(all(w, &NEED, "sam").count, 0);
	expect(due(w, "sam", "apdr-review") == NULL);
	expect(due(w, "sam", "sen-support-third-meeting") == NULL);
}

TEST_STORE(a_plan_takes_the_place_of_support_and_brings_its_own_dates)
{
	struct world w = as(world_new(t), "senco");
	struct rows s;

	expect_goes(post(w, "/pupils/sam/register/enter", ENTER TOLD), "/pupils/");
	expect_has(post(w, "/pupils/sam/register/change", "provision=K").text, "has this status already");
	expect_goes(post(w, "/pupils/sam/register/change",
		"provision=E&from=2026-11-01&reason=Plan&evidence=Plan+of+1+November&agreed_by=His+mother" TOLD
		"&plan_on=2026-10-20"), "/pupils/");
	s = all(w, &REGISTER_STATUS, "sam");
	expect_int(s.count, 2);
	expect_text(row_text(s.row[0], REGISTER_STATUS_PROVISION), "E");
	expect_text(row_text(s.row[1], REGISTER_STATUS_UNTIL), "2026-10-31");
	expect_text(row_text(due(w, "sam", "annual-review-next"), DUE_DUE), "2027-10-19");
	expect(due(w, "sam", "annual-review-first") == NULL);
	expect(due(w, "sam", "sen-support-third-meeting") == NULL);
}

TEST_STORE(leaving_the_register_keeps_the_reasons_and_sets_a_day_to_look_again)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page p;

	expect_goes(post(w, "/pupils/sam/register/enter", ENTER TOLD), "/pupils/");
	p = post(w, "/pupils/sam/register/leave", "from=2026-11-20");
	expect_has(p.text, "Choose why");
	expect_has(p.text, "Enter the day you will look how Sam does");
	expect_goes(post(w, "/pupils/sam/register/leave",
		"from=2026-11-20&exit_reason=progress&reason=Caught+up&evidence=Reading+age&agreed_by=Both+parents"
		TOLD "&review_on=2027-03-01"), "/pupils/");
	expect_has(get(w, "/register").text, "0 children");
	expect_has(get(w, "/register?as_at=2026-11-01").text, "1 child");
	expect_text(row_text(due(w, "sam", "sen-monitoring"), DUE_DUE), "2027-03-01");
	expect(due(w, "sam", "apdr-review") == NULL);
}

TEST_STORE(only_who_keeps_the_register_may_change_it)
{
	struct world w = world_new(t);

	expect_status(get(as(w, "teacher"), "/pupils/sam/register/enter"), 404);
	expect_status(post(as(w, "ta"), "/pupils/sam/register/enter", ENTER TOLD), 404);
	expect_status(get(as(w, "senco"), "/pupils/zed/register/enter"), 404);
}

TEST_STORE(a_child_is_found_by_part_of_the_name_to_be_put_on_the_register)
{
	struct world w = as(world_new(t), "senco");

	expect_has(get(w, "/register/add?q=whit").text, "Whitlock, Sam");
	expect_has(get(w, "/register/add?q=sam+wh").text, "Whitlock, Sam");
	expect_has(get(w, "/register/add?q=nobody").text, "Nobody on roll fits that");
	expect_lacks(get(w, "/register/add").text, "Whitlock");
}

TEST_STORE(three_meetings_with_parents_meet_the_year)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/register/enter", ENTER TOLD), "/pupils/");
	for (int i = 1; i <= 3; i++)
		expect_goes(post(w, "/pupils/sam/meetings/new", arena_printf(t->a, "met_on=2026-11-%02d&how=person", i)),
			"/pupils/");
	expect_text(row_text(due(w, "sam", "sen-support-third-meeting"), DUE_MET_ON), "2026-11-03");
}
