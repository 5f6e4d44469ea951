/* known_test.c - what is known and what is not yet: barriers, ways to a diagnosis, assessments to do, the way from worry to
 * review. */
#include "areas/support/area.h"
#include "tests/world.h"

static const char *only(struct world w, const struct record *r)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), r, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	expect_stop(rows.count == 1);
	return row_id(rows.row[0]);
}

TEST_STORE(barriers_and_areas_stand_on_the_needs_tab)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/needs/new", "type=SPLD&rank=1&from=2026-09-10"), "/pupils/");
	expect_goes(post(w, "/pupils/sam/records/barrier/new",
		"text=Cannot+read+a+page+alone&identified_how=screening&from=2026-09-10"), "/needs");
	expect_has(get(w, "/pupils/sam/needs").text, "Cannot read a page alone");
	expect_has(get(w, "/pupils/sam/needs").text, "Cognition and learning (SEND Code 2015)");
	expect_has(get(as(w, "teacher"), "/pupils/sam/needs").text, "Cannot read a page alone");
	expect_has(get(w, "/needs/areas").text, "Sensory and/or physical");
}

TEST_STORE(a_way_to_a_diagnosis_says_how_long_and_is_not_for_teachers)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/records/diagnosis_pathway/new",
		"condition=Attention&service=Community+paediatrics&state=waiting&referred_on=2026-09-01&accepted_on=2026-09-15"),
		"/needs");
	expect_has(get(w, "/pupils/sam/needs").text, "weeks so far");
	expect_has(get(w, "/pathways").text, "Community paediatrics");
	expect_lacks(get(as(w, "teacher"), "/pupils/sam/needs").text, "Attention");
	expect_has(get(as(w, "hoy"), "/pupils/sam/needs").text, "On the waiting list");
	expect_lacks(get(as(w, "hoy"), "/pupils/sam/needs").text, "paediatrics");
	expect_has(post(w, "/pupils/sam/records/diagnosis_pathway/new",
		"condition=x&service=y&state=outcome&referred_on=2026-09-01&seen_on=2026-08-01").text, "on or after the referral");
}

TEST_STORE(what_is_to_be_found_out_waits_until_its_result)
{
	struct world w = as(world_new(t), "senco");
	const char *path;

	expect_has(post(w, "/pupils/sam/assess/new", "what=&due_on=").text, "Enter what to find out");
	expect_goes(post(w, "/pupils/sam/assess/new", "what=Reading+speed&due_on=2062-01-01&reason=Slow"), "/assess");
	expect_has(get(w, "/assess").text, "Reading speed");
	expect_has(get(w, "/pupils/sam/assessments").text, "Reading speed");
	path = arena_printf(t->a, "/assess/%s", only(w, &ASSESSMENT_PLAN));
	expect_has(get(w, path).text, "Slow");
	expect_has(post(w, path, "done_on=").text, "Enter the day it was done");
	expect_goes(post(w, path, "done_on=2026-11-20"), "/assess");
	expect_has(get(w, "/assess").text, "Nothing is waiting");
	expect_status(get(as(w, "teacher"), "/assess"), 404);
}

TEST_STORE(the_board_dates_each_step_by_its_record)
{
	struct world w = as(world_new(t), "senco");
	const char *worry;

	expect_has(get(w, "/pipeline").text, "No worry was raised");
	expect_goes(post(as(w, "teacher"), "/worry", "child=sam&hard=Reading&seen=Slow"), "/worries/mine");
	worry = only(w, &WORRY);
	expect_has(get(w, "/pipeline").text, "id=\"stage-0\"");
	expect_goes(post(w, arena_printf(t->a, "/worries/%s", worry), "state=cycle&answer="), "/pupils/");
	expect_has(get(w, "/pipeline").text, "id=\"stage-1\"");
	expect_goes(post(w, "/settings/new", "name=pipeline.help&value=7&from=2026-01-01&reason=Ours"), "/settings");
	expect_has(get(w, "/pipeline").text, "help started within 7 school days");
	expect_status(get(as(w, "teacher"), "/pipeline"), 404);
	expect_has(get(as(w, "head"), "/pipeline").text, "Looked at");
}

static const struct fault *last_year_of_the_phase(struct act *act, void *self)
{
	const struct record *r = record_find(act->house, "enrolment");
	struct form *form = form_new(act->a, r);
	struct rows rows;

	TRY(record_list(act_lift(act), r, &(struct ask){ .pupil = self }, &rows));
	form_set(form, field_find(r, "year"), "9");
	return record_change(act_lift(act), rows.row[0], form);
}

TEST_STORE(a_child_who_moves_to_another_phase_is_looked_at_again_once)
{
	struct world w = as(world_new(t), "senco");
	const char *sam = arena_text(t->a, world_id(w, "sam"));

	expect_goes(post(w, "/pupils/sam/register/enter", "provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD"
		"&parents_told_how=not_yet"), "/pupils/");
	expect_fine(world_do(w, support_phases, NULL));
	expect_has(get(w, "/needs/phases").text, "Nobody waits");
	expect_fine(world_do(w, last_year_of_the_phase, arena_text(t->a, sam)));
	expect_fine(world_do(w, support_phases, NULL));
	expect_fine(world_do(w, support_phases, NULL));
	expect_has(get(w, "/needs/phases").text, "Moves to key stage 4 in September");
	expect_has(get(w, "/").text, "1 child changes phase in September: look at the needs again");
	expect_has(get(w, "/pupils/sam/dates").text, "Moves to key stage 4");
	expect_goes(post(w, "/needs/phases/sam", ""), "/needs/phases");
	expect_has(get(w, "/needs/phases").text, "Nobody waits");
	expect_fine(world_do(w, support_phases, NULL));
	expect_has(get(w, "/needs/phases").text, "Nobody waits");
	expect_status(get(as(w, "teacher"), "/needs/phases"), 404);
}

static const struct fault *ends(struct act *act, void *self)
{
	struct form *form = form_new(act->a, &NEED_AREA);
	struct row *area;

	TRY(record_get(act, &NEED_AREA, self, &area));
	form_set(form, NEED_AREA_UNTIL, "2026-01-01");
	return record_change(act, area, form);
}

TEST_STORE(needs_stand_year_by_year_and_an_ended_grouping_stays_readable)
{
	struct world w = as(world_new(t), "senco");
	struct rows areas;

	expect_goes(post(w, "/pupils/sam/needs/new", "type=SPLD&rank=2&from=2024-09-10"), "/pupils/");
	expect_goes(post(w, "/pupils/sam/needs/new", "type=SLCN&rank=1&from=2024-09-10&until=2025-07-10"), "/pupils/");
	expect_has(get(w, "/pupils/sam/needs").text, "2024/25");
	expect_has(get(w, "/pupils/sam/needs").text, "Main need");
	expect_has(get(w, "/pupils/sam/needs").text, "Need 2");
	expect_fine(record_list(world_read(w), &NEED_AREA, &(struct ask){ .limit = 50 }, &areas));
	expect_stop(areas.count > 0);
	expect_fine(world_do(w, ends, arena_text(t->a, row_id(areas.row[0]))));
	expect_has(get(w, "/needs/areas").text, row_text(areas.row[0], NEED_AREA_NAME));
	expect_has(get(w, "/needs/areas").text, "1 January 2026");
}

TEST_STORE(a_way_to_a_diagnosis_goes_step_by_step_and_a_step_is_undone)
{
	struct world w = as(world_new(t), "senco");
	const char *path, *undo;

	expect_has(get(w, "/pathways").text, "No referral is open");
	expect_has(post(w, "/pupils/sam/pathways/new", "condition=&service=x&referred_on=2026-01-05").text,
		"Enter what is being looked into");
	expect_goes(post(w, "/pupils/sam/pathways/new", "condition=Attention&service=Paediatrics&referred_on=2026-01-05"),
		"/pupils/");
	path = arena_printf(t->a, "/pathways/%s", only(w, &DIAGNOSIS_PATHWAY));
	undo = arena_printf(t->a, "/worries/undo/diagnosis_pathway/%s", only(w, &DIAGNOSIS_PATHWAY));
	expect_has(get(w, "/pathways").text, "Long wait");
	expect_has(get(w, "/pupils/sam/needs").text, "Long wait");
	expect_goes(post(w, "/pupils/ana/register/enter", "provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD"
		"&parents_told_how=not_yet"), "/pupils/"); /* a home with lists */
	expect_has(get(w, "/").text, "1 child has waited long for a diagnosis");
	expect_goes(post(w, "/settings/new", "name=pathway.long-wait&value=90&from=2026-01-01&reason=Ours"), "/settings");
	expect_lacks(get(w, "/").text, "waited long for a diagnosis");
	expect_lacks(get(w, "/pathways").text, "Long wait");
	expect_goes(post(w, "/settings/new", "name=pathway.long-wait&value=20&from=2026-02-01&reason=Ours"), "/settings");
	expect_has(get(w, "/").text, "1 child has waited long for a diagnosis");
	expect_has(post(w, path, "state=&on=").text, "Choose where it stands now");
	expect_has(post(w, path, "state=seen&on=2025-01-01").text, "on or after the referral");
	expect_has(post(w, path, "state=outcome&on=2026-11-01&outcome=").text, "Choose the outcome");
	expect_goes(post(w, path, "state=seen&on=2026-11-02"), "/pupils/");
	expect_lacks(get(w, "/pathways").text, "Long wait");
	expect_has(get(w, path).text, "2 November 2026");
	expect_goes(post(w, undo, ""), "/pupils/");
	expect_has(get(w, "/pathways").text, "Long wait");
	expect_goes(post(w, path, "state=outcome&on=2026-11-02&outcome=found&note=Needs+breaks"), "/pupils/");
	expect_has(get(w, "/pathways").text, "No referral is open");
	expect_has(get(w, path).text, "Needs breaks");
	expect_status(get(as(w, "teacher"), path), 404);
}

TEST_STORE(what_was_taken_off_the_list_of_assessments_comes_back_by_undo)
{
	struct world w = as(world_new(t), "senco");
	const char *id;

	expect_goes(post(w, "/pupils/sam/assess/new", "what=Reading+speed&due_on=2062-01-01"), "/assess");
	id = only(w, &ASSESSMENT_PLAN);
	expect_goes(post(w, arena_printf(t->a, "/assess/%s", id), "withdraw=1"), "/assess");
	expect_has(get(w, "/assess").text, "Nothing is waiting");
	expect_goes(post(w, arena_printf(t->a, "/worries/undo/assessment_plan/%s", id), ""), "/assess");
	expect_has(get(w, "/assess").text, "Reading speed");
}
