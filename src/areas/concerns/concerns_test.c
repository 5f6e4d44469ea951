/* concerns_test.c - a concern from home is taken in, seen to, answered in time and closed; who told it reads it no more unless it
 * is theirs. */
#include <string.h>

#include "areas/concerns/area.h"
#include "tests/world.h"

#define SAID "said=No+reading+group+since+half-term&wanted=The+group&who=Ruth+Whitlock,+mother&channel=phone&raised_on=2026-11-20"

static struct row *only(struct world w)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "program")), &HOME_CONCERN, NULL, &rows));
	expect_stop(rows.count == 1);
	return rows.row[0];
}

static const char *path_of(struct world w)
{
	return arena_printf(w.t->a, "/home-concerns/%s", row_id(only(w)));
}

static void hand_in(struct world w)
{
	struct test *t = w.t;

	expect_goes(post(as(w, "teacher"), "/pupils/sam/home-concern", SAID "&kind=concern"), "/pupils/");
}

static struct seen_page step(struct world w, const char *body)
{
	return post_seen(w, path_of(w), body, row_version(only(w)));
}

static void looked_at(struct world w, const char *owner)
{
	struct test *t = w.t;

	expect_goes(step(w, arena_printf(t->a,
		"act=look&owner=%s&kind=concern&theme=support&stage=talk&reply_by=4+12+2026&found=Cover", world_id(w, owner))),
		"/home-concerns/");
}

TEST_STORE(a_concern_from_home_says_what_is_missing)
{
	struct seen_page p = post(as(world_new(t), "teacher"), "/pupils/sam/home-concern", "kind=concern&raised_on=1+1+2030");

	expect_status(p, 400);
	expect_has(p.text, "Write down what they said");
	expect_has(p.text, "Choose who said it, or write down who it was");
	expect_has(p.text, "Choose how they told the school");
	expect_has(p.text, "tell the safeguarding lead now");
}

TEST_STORE(whoever_is_told_hands_it_in_and_reads_it_no_more)
{
	struct world w = as(world_new(t), "senco"), teacher = as(w, "teacher");
	const struct record *log = record_find(world_house(w), "contact_log");
	struct rows rows;

	expect_has(get(teacher, "/pupils/sam").text, "A concern from home");
	hand_in(w);
	expect_text(row_text(only(w), HOME_CONCERN_STATE), "new");
	expect_status(get(teacher, path_of(w)), 404);
	expect_status(get(as(w, "ta"), path_of(w)), 404);
	expect_has(get(w, path_of(w)).text, "No reading group since half-term");
	expect_has(get(w, "/home-concerns").text, "Nobody yet");
	expect_has(get(as(w, "head"), "/home-concerns").text, "Nobody yet");
	expect_has(get(as(w, "office"), "/home-concerns").text, "Sam Whitlock");
	expect_lacks(get(as(w, "office"), path_of(w)).text, "reading group");
	expect_fine(record_list(world_read(w), log, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	expect_int(rows.count, 1);
	expect_lacks(row_text(rows.row[0], field_find(log, "summary")), "reading group");
	expect_status(post(teacher, "/pupils/ana/home-concern", SAID "&kind=concern"), 404);
}

TEST_STORE(it_goes_from_triage_to_its_end_and_each_step_asks_for_what_it_needs)
{
	struct world w = as(world_new(t), "senco"), teacher = as(w, "teacher");

	hand_in(w);
	expect_has(step(w, "act=look&kind=concern&stage=talk").text, "Choose who sees to it");
	looked_at(w, "teacher.staff");
	expect_has(get(teacher, "/").text, "yours to answer");
	expect_has(step(teacher, "act=answer&reply=&replied_on=20+11+2026").text, "Write down what they were told");
	expect_has(step(teacher, "act=answer&reply=Rang&replied_on=1+11+2026").text, "cannot be answered before");
	expect_goes(step(teacher, "act=answer&reply=Rang+her&replied_on=20+11+2026"), "/home-concerns/");
	expect_has(step(w, "act=close&outcome=").text, "Choose what came of it");
	expect_goes(step(w, "act=close&outcome=right&learned=Cover+rule&content=yes"), "/home-concerns/");
	expect_text(row_text(only(w), HOME_CONCERN_STATE), "closed");
	expect_has(get(w, "/home-concerns?show=closed").text, "Put right");
	expect_has(get(w, "/home-concerns?show=themes").text, "Support is not given as agreed");
	expect_lacks(get(w, "/home-concerns").text, "Sam Whitlock");
	expect_goes(step(w, "act=open"), "/home-concerns/");
	expect_text(row_text(only(w), HOME_CONCERN_STATE), "looking");
}

TEST_STORE(who_is_not_content_goes_to_the_next_step_with_a_new_day)
{
	struct world w = as(world_new(t), "senco");

	hand_in(w);
	looked_at(w, "senco.staff");
	expect_goes(step(w, "act=answer&reply=Rang+her&replied_on=20+11+2026"), "/home-concerns/");
	expect_goes(step(w, "act=next"), "/home-concerns/");
	expect_text(row_text(only(w), HOME_CONCERN_STAGE), "formal");
	expect_text(row_text(only(w), HOME_CONCERN_STATE), "looking");
	expect_text(row_text(only(w), HOME_CONCERN_REPLIED_ON), "");
	expect_has(row_text(only(w), HOME_CONCERN_FOUND), "Answered before: Rang her");
}

TEST_STORE(a_step_is_undone_and_so_is_the_handing_in)
{
	struct world w = as(world_new(t), "senco");
	const struct record *log = record_find(world_house(w), "contact_log");
	const char *undo;
	struct rows rows;

	hand_in(w);
	undo = arena_printf(t->a, "/home-concerns/undo/home_concern/%s", row_id(only(w)));
	expect_status(post(w, undo, ""), 404); /* another's */
	looked_at(w, "senco.staff");
	expect_goes(post(w, undo, ""), "/pupils/");
	expect_text(row_text(only(w), HOME_CONCERN_STATE), "new");
	w = as(world_new(t), "senco");
	hand_in(w);
	undo = arena_printf(t->a, "/home-concerns/undo/home_concern/%s", row_id(only(w)));
	expect_goes(post(as(w, "teacher"), undo, ""), "/");
	expect_fine(record_list(world_read(w), log, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	expect_int(rows.count, 0);
}

static const struct fault *add_term(struct act *act, void *self)
{
	const struct record *r = record_find(act->house, "holiday");
	struct world *w = self;
	const char *id;

	act->campus = world_id(*w, "thistlewick");
	return record_add(act, r, NULL, world_form(*w, act->a, r, "kind=term&name=Autumn&from=2026-09-01&until=2026-12-18"), &id);
}

static const struct fault *set_days(struct act *act, void *self)
{
	const struct record *r = record_find(act->house, "setting");
	struct world *w = self;
	const char *id;

	act->campus = world_id(*w, "thistlewick");
	return record_add(act, r, NULL, world_form(*w, act->a, r,
		"name=clock.home-concern-reply&value=5 school days&from=2026-09-01"), &id);
}

TEST_STORE(by_when_they_are_answered_is_the_schools_own_setting)
{
	struct world w = as(world_new(t), "senco");

	expect_fine(world_do(as(w, "program"), add_term, &w));
	hand_in(w);
	expect_text(row_text(only(w), HOME_CONCERN_REPLY_BY), "2026-12-04"); /* ten school days after 20 November */
	expect_has(get(as(w, "head"), "/settings").text, "A parent who raised a concern is answered");
	w = as(world_new(t), "senco");
	expect_fine(world_do(as(w, "program"), add_term, &w));
	expect_fine(world_do(as(w, "program"), set_days, &w));
	hand_in(w);
	expect_text(row_text(only(w), HOME_CONCERN_REPLY_BY), "2026-11-27");
}
