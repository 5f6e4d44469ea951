/* rounds_test.c - one act asks everyone who teaches the child; each answers for themselves; the SENCO sees one table and who is
 * missing. */
#include "areas/plans/area.h"
#include "areas/support/area.h"
#include "tests/world.h"

static struct rows all(struct world w, const struct record *r)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), r, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	return rows;
}

/* The path of what this person is asked. */
static const char *asked_path(struct world w, const char *staff)
{
	struct test *t = w.t;
	struct rows rows = all(w, &ASK);

	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_text(rows.row[i], ASK_STAFF), world_id(w, staff)) == 0)
			return arena_printf(t->a, "/asks/%s", row_id(rows.row[i]));
	test_fail(t, __FILE__, __LINE__, "%s is not asked", staff);
	return "/";
}

static const char *sent(struct world w)
{
	struct test *t = w.t;
	struct rows rounds;

	expect_goes(post(as(w, "senco"), "/pupils/sam/rounds/new", "area=cognition&reason=Please+say&due_on=2062-01-01"),
		"/rounds/");
	rounds = all(w, &ASK_ROUND);
	expect_stop(rounds.count == 1);
	return arena_printf(t->a, "/rounds/%s", row_id(rounds.row[0]));
}

TEST_STORE(everyone_who_teaches_is_asked_and_answers_make_one_table)
{
	struct world w = world_new(t);
	const char *round = sent(w), *teacher = asked_path(w, "teacher.staff");

	expect_int(all(w, &ASK).count, 2);
	expect_has(get(as(w, "teacher"), "/asks").text, "8 short questions, about 2 minutes");
	expect_has(get(as(w, "teacher"), "/").text, "To answer");
	expect_has(get(as(w, "teacher"), teacher).text, "How well does Sam read");
	expect_has(get(as(w, "teacher"), teacher).text, "Please say");
	expect_has(post(as(w, "teacher"), teacher, "q1=").text, "Answer at least one question");
	expect_has(post(as(w, "teacher"), teacher, "q1=9").text, "Choose one of the answers");
	expect_goes(post(as(w, "teacher"), teacher, "q1=1&q2=5&q8=Reads+well+aloud"), "/asks");
	expect_int(all(w, &ASK_ANSWER).count, 3);
	expect_has(get(as(w, "senco"), round).text, "Reads well aloud");
	expect_has(get(as(w, "senco"), round).text, "Hard: ");
	expect_has(get(as(w, "senco"), round).text, "Not answered yet");
	expect_has(get(as(w, "senco"), "/pupils/sam").text, "1 of 2 have answered");
	expect_status(get(as(w, "ta"), teacher), 404);
	expect_status(get(as(w, "teacher"), round), 404);
}

TEST_STORE(an_answer_is_put_right_and_a_closed_round_takes_none)
{
	struct world w = world_new(t);
	const char *round = sent(w), *teacher = asked_path(w, "teacher.staff"), *ta = asked_path(w, "ta.staff");

	expect_goes(post(as(w, "teacher"), teacher, "q1=1"), "/asks");
	expect_goes(post(as(w, "teacher"), teacher, "q1=4"), "/asks");
	expect_int(all(w, &ASK_ANSWER).count, 1);
	expect_int(row_int(all(w, &ASK_ANSWER).row[0], ASK_ANSWER_SCALE), 4);
	expect_goes(post(as(w, "ta"), ta, "no_reason=too_soon"), "/asks");
	expect_has(get(as(w, "senco"), round).text, "I have not seen enough yet");
	expect_goes(post(as(w, "senco"), arena_printf(t->a, "%s/close", round), ""), "/rounds/");
	expect_has(get(as(w, "teacher"), teacher).text, "This round is closed");
	expect_has(post(as(w, "teacher"), teacher, "q1=2").text, "This round is closed");
}

TEST_STORE(a_second_round_waits_for_the_first_and_a_worry_leads_to_its_round)
{
	struct world w = world_new(t);
	const char *worry;
	struct rows worries;

	expect_goes(post(as(w, "teacher"), "/worry", "child=sam&hard=Writing&seen=Two+lines"), "/worries/mine");
	worries = all(w, &WORRY);
	worry = row_id(worries.row[0]);
	expect_goes(post(as(w, "senco"), arena_printf(t->a, "/worries/%s", worry), "state=asking&answer="), "/rounds/new?worry=");
	expect_has(get(as(w, "senco"), "/worries").text, "The round is not sent yet");
	expect_goes(post(as(w, "senco"), "/pupils/sam/rounds/new",
		arena_printf(t->a, "area=cognition&due_on=2062-01-01&worry=%s", worry)), "/rounds/");
	expect_has(get(as(w, "senco"), "/worries").text, "0 of 2 have answered");
	expect_has(get(as(w, "teacher"), arena_printf(t->a, "/worries/%s", worry)).text, "I am asking everyone who teaches Sam");
	expect_has(post(as(w, "senco"), "/pupils/sam/rounds/new", "area=semh&due_on=2062-01-01").text, "close that round first");
	expect_has(post(as(w, "senco"), "/pupils/ana/rounds/new", "area=semh&due_on=2062-01-01").text,
		"Nobody is named as teaching");
	expect_status(get(as(w, "teacher"), "/pupils/sam/rounds/new"), 404);
}

/* A Tuesday in term and the days after it: who is asked again on which day is counted from them. */
static void it_is(struct world w, const char *moment)
{
	clock_fix(moment_seconds(moment));
	world_signed_out(w);
}

static int mails(struct world w, const char *kind)
{
	struct test *t = w.t;
	const struct record *r = record_find(world_house(w), "message");
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), r, &(struct ask){ .where = { { field_find(r, "kind"), IS, kind } } },
		&rows));
	for (int i = 0; i < rows.count; i++)
		expect_lacks(row_text(rows.row[i], field_find(r, "subject")), "Sam");
	return rows.count;
}

static const struct fault *gets_address(struct act *act, void *self)
{
	const struct record *r = record_find(act->house, "staff");
	struct form *form = form_new(act->a, r);
	struct row *row;

	TRY(record_get(act_lift(act), r, self, &row));
	form_set(form, field_find(r, "email"), "teacher@example.sch.uk");
	return record_change(act_lift(act), row, form);
}

static const struct fault *leaves(struct act *act, void *self)
{
	const struct record *r = record_find(act->house, "staff");
	struct form *form = form_new(act->a, r);
	struct row *row;

	TRY(record_get(act_lift(act), r, self, &row));
	form_set(form, field_find(r, "until"), day_iso(act->a, act->today - 1));
	return record_change(act_lift(act), row, form);
}

TEST_STORE(who_does_not_answer_is_asked_again_on_the_day_and_twice_more_by_mail_where_there_is_an_address)
{
	static const struct { const char *at; int mails; } DAYS[] = { { "2026-11-23T09:00:00Z", 1 }, { "2026-11-24T09:00:00Z", 2 },
		{ "2026-11-25T09:00:00Z", 2 }, { "2026-12-01T09:00:00Z", 3 }, { "2026-12-08T09:00:00Z", 4 },
		{ "2026-12-15T09:00:00Z", 4 } };
	struct world w = world_new(t);
	const char *round;

	it_is(w, "2026-11-17T09:00:00Z");
	expect_fine(world_do(as(w, "senco"), gets_address, arena_text(t->a, world_id(w, "teacher.staff"))));
	expect_goes(post(as(w, "senco"), "/pupils/sam/rounds/new", "area=cognition&reason=x&due_on=2026-11-24"), "/rounds/");
	round = arena_printf(t->a, "/rounds/%s", row_id(all(w, &ASK_ROUND).row[0]));
	expect_int(mails(w, "asking"), 1);
	for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
		it_is(w, DAYS[i].at);
		expect_fine(world_do(as(w, "senco"), support_chase, NULL));
		expect_int(mails(w, "asking"), DAYS[i].mails);
	}
	expect_has(get(as(w, "ta"), "/asks").text, "Asked again");
	expect_has(get(as(w, "senco"), round).text, "asked again on 24 November 2026, by e-mail");
	expect_has(get(as(w, "senco"), round).text, "no e-mail address: it stands on their first page alone");
	clock_fix(-1);
}

TEST_STORE(who_is_away_or_has_left_is_no_longer_waited_for_and_another_may_be_asked)
{
	struct world w = world_new(t);
	const char *round = sent(w), *ta = asked_path(w, "ta.staff");

	expect_goes(post(as(w, "senco"), arena_printf(t->a, "%s/without/%s", round, ta + strlen("/asks/")), ""), "/rounds/");
	expect_has(get(as(w, "senco"), round).text, "Away, not asked any more");
	expect_has(get(as(w, "senco"), round).text, "0 of 1");
	expect_lacks(get(as(w, "ta"), "/").text, "What do you see of");
	expect_has(post(as(w, "senco"), arena_printf(t->a, "%s/more", round), "staff=").text, "Choose who is asked");
	expect_goes(post(as(w, "senco"), arena_printf(t->a, "%s/more", round), arena_printf(t->a, "staff=%s&as=Covers+English",
		world_id(w, "hoy.staff"))), "/rounds/");
	expect_has(get(as(w, "senco"), round).text, "Covers English");
	expect_fine(world_do(as(w, "senco"), leaves, arena_text(t->a, world_id(w, "teacher.staff"))));
	expect_fine(world_do(as(w, "senco"), support_chase, NULL));
	expect_has(get(as(w, "senco"), round).text, "No longer works here");
}

static const char *cycle_type(struct world w)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), &PLAN_TYPE, &(struct ask){
		.where = { { PLAN_TYPE_CODE, IS, "sen-support" } } }, &rows));
	expect_stop(rows.count == 1);
	return row_id(rows.row[0]);
}

TEST_STORE(what_teachers_say_stands_round_by_round_and_in_the_plan)
{
	struct world w = world_new(t);
	const char *round = sent(w), *plan;

	expect_goes(post(as(w, "teacher"), asked_path(w, "teacher.staff"), "q1=1&q8=Reads+well+aloud"), "/asks");
	expect_goes(post(as(w, "senco"), arena_printf(t->a, "%s/close", round), ""), "/rounds/");
	expect_has(get(as(w, "senco"), "/pupils/sam/what-teachers-say").text, "hard for 1 of 1");
	expect_has(get(as(w, "senco"), "/pupils/sam/what-teachers-say").text, "Reads well aloud");
	expect_has(get(as(w, "exams"), "/pupils/sam/what-teachers-say").text, "Reads well aloud");
	expect_has(get(as(w, "senco"), "/pupils/ana/what-teachers-say").text, "has been asked and answered yet");
	expect_status(get(as(w, "ta"), "/pupils/sam/what-teachers-say"), 404);
	expect_goes(post(as(w, "senco"), "/pupils/sam/plans/new", arena_printf(t->a, "plan_type=%s", cycle_type(w))), "/plans/");
	expect_has(get(as(w, "senco"), "/pupils/sam").text, "A plan is begun and has no target yet");
	plan = arena_printf(t->a, "/plans/%s", row_id(all(w, &PLAN).row[0]));
	expect_has(get(as(w, "senco"), plan).text, "1 of 5 (");
	expect_has(get(as(w, "senco"), plan).text, round);
}

TEST_STORE(the_bank_of_questions_is_the_schools_own)
{
	struct world w = as(world_new(t), "senco");

	expect_has(get(w, "/questions").text, "How calm is [name] in your lesson?");
	expect_has(post(w, "/questions/new", "text=").text, "Enter the question");
	expect_goes(post(w, "/questions/new", "text=Does+[name]+hum&area=semh&phase=any&kind=often&place=5&from=2026-09-01"),
		"/questions");
	expect_has(get(w, "/pupils/sam/rounds/new").text, "Does Sam hum");
	expect_status(get(as(w, "teacher"), "/questions"), 404);
}
