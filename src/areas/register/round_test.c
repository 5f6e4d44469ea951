/* round_test.c - the review round, the watch list, the check before the census, and "Why this date?". */
#include "areas/register/area.h"
#include "tests/world.h"

#define ENTER "provision=K&from=2026-09-10&reason=Reading&evidence=Screening&agreed_by=His+mother&need=SPLD&parents_told_on=2026-09-11&parents_told_how=phone"

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
	const struct row *found = NULL;

	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_text(rows.row[i], DUE_CLOCK), clock) == 0 && (!found || row_day(found, DUE_MET_ON) != DAY_NONE))
			found = rows.row[i];
	return found;
}

static struct world with_sam(struct test *t)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/register/enter", ENTER), "/pupils/");
	return w;
}

TEST_STORE(a_review_is_saved_a_child_at_a_time_and_the_next_date_follows)
{
	struct world w = with_sam(t);

	expect_has(get(w, "/register/round").text, "0 of 1");
	expect_has(post(w, "/register/round/sam", "note=x").text, "Choose what happens next for Sam Whitlock");
	expect_has(post(w, "/register/round/sam", "choice=keep&next_on=1+January+2020").text, "must be after today");
	expect_goes(post(w, "/register/round/sam", "choice=keep&next_on=12+March+2027&note=Reads+faster"), "/register/round");
	expect_text(row_text(all(w, &REGISTER_STATUS, "sam").row[0], REGISTER_STATUS_REVIEW_ON), "2027-03-12");
	expect_text(row_text(due(w, "sam", "apdr-review"), DUE_DUE), "2027-03-12");
	expect_text(row_text(due(w, "sam", "apdr-review"), DUE_TITLE), "Review cycle 2");
	expect_text(row_text(all(w, &NOTE, "sam").row[0], NOTE_TEXT), "Review: Support goes on. Reads faster");
	expect_has(get(w, "/register/round").text, "Everyone here is reviewed");
	expect_has(get(w, "/register/round?show=all").text, "Whitlock, Sam");
	expect_goes(post(w, "/register/round/sam", "choice=leave"), "/register/leave");
}

TEST_STORE(undoing_a_review_opens_it_again)
{
	struct world w = with_sam(t);
	const char *before = row_text(due(w, "sam", "apdr-review"), DUE_DUE), *text, *at;

	expect_goes(post(w, "/register/round/sam", "choice=keep&next_on=12+March+2027&note=Reads+faster"), "/register/round");
	text = get(w, "/register/round").text;
	at = strstr(text, "/register/undo/");
	expect_stop(at != NULL);
	expect_goes(post(w, arena_text_n(t->a, at, strcspn(at, "\"")), ""), "/pupils/");
	expect_has(get(w, "/register/round").text, "0 of 1");
	expect_text(row_text(due(w, "sam", "apdr-review"), DUE_DUE), before);
	expect_text(row_text(due(w, "sam", "apdr-review"), DUE_TITLE), "Review cycle 1");
	expect_int(all(w, &NOTE, "sam").count, 0);
}

TEST_STORE(two_people_reviewing_one_child_are_both_told)
{
	struct world w = with_sam(t);

	expect_goes(post_seen(w, "/register/round/sam", "choice=keep&next_on=12+March+2027", 1), "/register/round");
	expect_status(post_seen(as(w, "asst_senco"), "/register/round/sam", "choice=keep&next_on=19+March+2027", 1), 409);
}

TEST_STORE(a_watch_is_extended_once_and_then_must_be_decided)
{
	struct world w = as(world_new(t), "senco");
	const char *first, *second;

	expect_has(post(w, "/pupils/ana/watch/new", "from=2026-11-01&expires_on=2026-10-01").text, "must be after 1 November 2026");
	expect_goes(post(w, "/pupils/ana/watch/new", "from=2026-11-01&expires_on=2026-12-01&reason=Reading+aloud"), "/pupils/");
	expect_has(get(w, "/watch").text, "Reading aloud");
	expect_has(get(w, "/register?status=watch").text, "Watch");
	expect_has(post(w, "/pupils/ana/watch/new", "from=2026-11-01&expires_on=2026-12-01&reason=Again").text,
		"being watched already");
	first = row_id(all(w, &WATCH, "ana").row[0]);
	expect_text(row_text(due(w, "ana", "watch-decision"), DUE_DUE), "2026-12-01");
	expect_has(post(w, arena_printf(t->a, "/watch/%s/decide", first), "x=").text, "Choose what happens");
	expect_has(post(w, arena_printf(t->a, "/watch/%s/decide", first), "decision=extend&why=Unsure").text,
		"Enter the day until which you watch");
	expect_goes(post(w, arena_printf(t->a, "/watch/%s/decide", first), "decision=extend&why=Unsure&until=2027-01-10"),
		"/watch");
	second = row_id(all(w, &WATCH, "ana").row[1]);
	if (strcmp(second, first) == 0)
		second = row_id(all(w, &WATCH, "ana").row[0]);
	expect_has(get(w, arena_printf(t->a, "/watch/%s/decide", second)).text, "Extended once already");
	expect_has(post(w, arena_printf(t->a, "/watch/%s/decide", second), "decision=extend&why=x&until=2027-02-10").text,
		"Choose what happens");
	expect_goes(post(w, arena_printf(t->a, "/watch/%s/decide", second), "decision=stop&why=Caught+up"), "/watch");
	expect_has(get(w, "/watch").text, "Nobody is being watched");
}

TEST_STORE(a_teacher_may_watch_an_own_child_and_not_decide)
{
	struct world w = as(world_new(t), "teacher");

	expect_goes(post(w, "/pupils/sam/watch/new", "from=2026-11-01&expires_on=2026-12-01&reason=Quiet"), "/pupils/");
	expect_status(get(w, "/pupils/ana/watch/new"), 404);
	expect_status(get(w, arena_printf(t->a, "/watch/%s/decide", row_id(all(w, &WATCH, "sam").row[0]))), 404);
}

TEST_STORE(the_census_check_names_each_child_and_the_form_that_mends)
{
	struct world w = with_sam(t);
	struct seen_page p;
	const char *need = row_id(all(w, &NEED, "sam").row[0]);

	expect_has(get(w, "/register/census").text, "Nothing to mend");
	expect_goes(post(w, "/pupils/sam/needs/new", "type=SLCN&rank=4&from=2026-09-10"), "/pupils/");
	expect_goes(post(w, "/pupils/ana/needs/new", "type=HI&rank=1&from=2026-09-10"), "/pupils/");
	p = get(w, "/register/census");
	expect_has(p.text, "gap or a double");
	expect_has(p.text, "neither SEN Support nor a plan");
	expect_has(get(w, "/register").text, "1 child needs a fix");
	p = post(w, "/pupils/sam/needs/order", arena_printf(t->a, "rank-%s=1", need));
	expect_has(p.text, "Enter a rank from 1 to 2");
	expect_goes(post(w, "/pupils/sam/needs/order", arena_printf(t->a, "rank-%s=1&rank-%s=2", need,
		row_id(all(w, &NEED, "sam").row[1]))), "/register/census");
	expect_lacks(get(w, "/register/census").text, "gap or a double");
}

TEST_STORE(why_this_date_gives_rule_working_and_history)
{
	struct world w = with_sam(t);
	const char *id = row_id(due(w, "sam", "apdr-review"));
	struct seen_page p = get(w, arena_printf(t->a, "/dues/%s", id));

	expect_status(p, 200);
	expect_has(p.text, "Review cycle 1");
	expect_has(p.text, "Code 6.44-6.56");
	expect_has(p.text, "12 weeks");
	expect_has(p.text, "How this date has changed");
	expect_has(p.text, "It is not legal advice");
	expect_status(get(as(w, "office"), arena_printf(t->a, "/dues/%s", id)), 200);
	expect_status(get(as(w, "it"), arena_printf(t->a, "/dues/%s", id)), 404);
}

TEST_STORE(a_concluded_annual_review_starts_the_next_year)
{
	struct world w = as(world_new(t), "senco");
	const char *id;

	expect_goes(post(w, "/pupils/ana/register/enter",
		"provision=E&from=2026-03-16&reason=Plan&evidence=Plan&agreed_by=All&need=ASD&parents_told_on=2026-03-16"
		"&parents_told_how=letter"), "/pupils/");
	id = row_id(due(w, "ana", "annual-review-first"));
	expect_text(row_text(due(w, "ana", "annual-review-first"), DUE_DUE), "2027-03-15");
	expect_has(post(w, arena_printf(t->a, "/dues/%s", id), "done_on=").text, "Enter the day it was done");
	expect_goes(post(w, arena_printf(t->a, "/dues/%s", id), "done_on=2026-11-20"), "/pupils/");
	expect_text(row_text(due(w, "ana", "annual-review-next"), DUE_DUE), "2027-11-19");
}

TEST_STORE(the_day_parents_were_told_meets_its_date)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/register/enter",
		"provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD&parents_told_how=not_yet"), "/pupils/");
	expect_status(get(w, "/pupils/sam/register/told"), 200);
	expect_has(post(w, "/pupils/sam/register/told", "parents_told_on=2062-01-01&parents_told_how=phone").text,
		"There is a problem");
	expect_goes(post(w, "/pupils/sam/register/told", "parents_told_on=2026-09-30&parents_told_how=phone"), "/pupils/");
	expect_text(row_text(due(w, "sam", "s68-inform-parent"), DUE_MET_ON), "2026-09-30");
}
