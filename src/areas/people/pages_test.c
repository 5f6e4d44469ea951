/* pages_test.c - finding, adding and changing people, in the roles that may. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/people/queries.sql.h"
#include "tests/world.h"

TEST_STORE(every_question_about_people_is_one_the_store_understands)
{
	struct act *act = world_read(as(world_new(t), "senco"));
	const char *params[] = { "2026-11-22", "", "a", "b", "50", "0" };
	struct found f;

	for (const struct query *const *q = QUERIES_PEOPLE; *q; q++)
		expect_fine(query_run(act, *q, params, &f));
}

TEST_STORE(the_office_finds_a_child_by_the_beginning_of_a_name)
{
	struct world office = as(world_new(t), "office");

	expect_has(get(office, "/people").text, "Whitlock");
	expect_has(get(office, "/people?q=whit").text, "Whitlock");
	expect_has(get(office, "/people?q=Sam+Whit").text, "Whitlock");
	expect_lacks(get(office, "/people?q=zzz").text, "Whitlock");
	expect_status(get(as(office, "teacher"), "/people"), 404);
}

TEST_STORE(a_child_added_by_hand_is_on_roll_and_not_added_twice)
{
	static const char FORM[] = "forename=Zadie&surname=Quill&dob-day=3&dob-month=4&dob-year=2014&year=8&form=8R&status=C&"
		"from-day=2&from-month=11&from-year=2026&dob=2014-04-03";
	struct world office = as(world_new(t), "office");

	expect_goes(post(office, "/people/new", FORM), "/pupils/");
	expect_has(get(office, "/people?q=quill").text, "Zadie");
	expect_status(post(office, "/people/new", arena_printf(t->a, "%s&mark=2", FORM)), 400);
	expect_status(post(office, "/people/new", "forename=Nobody&surname=&status=C"), 400);
}

TEST_STORE(a_child_who_leaves_is_no_longer_on_roll)
{
	struct world office = as(world_new(t), "office");
	struct seen_page p = get(office, "/pupils/sam/roll");
	const char *at = strstr(p.text, "name=\"enrolment\" value=\"");

	expect_status(p, 200);
	expect_stop(at != NULL);
	at += strlen("name=\"enrolment\" value=\"");
	expect_goes(post(office, "/pupils/sam/roll",
		arena_printf(t->a, "enrolment=%.26s&until-day=1&until-month=11&until-year=2026&leaving_reason=IM", at)), "/roll");
	expect_lacks(get(office, "/people?q=whit").text, "Whitlock");
	expect_has(get(office, "/people/left").text, "Whitlock");
}

TEST_STORE(staff_classes_and_the_calendar_open_for_those_who_may)
{
	static const char *const PAGES[] = { "/people/staff", "/people/staff/new", "/people/classes", "/people/classes/new",
		"/school/calendar", "/school/calendar/terms/new", "/school/calendar/days/new", "/school" };
	struct world office = as(world_new(t), "office");

	for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++)
		expect_status(get(office, PAGES[i]), 200);
	expect_goes(post(office, "/school/calendar/days/new",
		"on_day-day=4&on_day-month=1&on_day-year=2027&kind=inset&reason=Training"),
		"/school/calendar");
	expect_has(get(office, "/school/calendar").text, "4 January 2027");
	expect_status(get(as(office, "teacher"), "/school/calendar/days/new"), 404);
	expect_goes(post(office, "/people/staff/new", "surname=Newcome&forename=Ada&from-day=1&from-month=9&from-year=2026"),
		"/people/staff");
	expect_has(get(office, "/people/staff").text, "Newcome, Ada");
}

TEST_STORE(a_clock_is_set_in_words_it_takes)
{
	struct world senco = as(world_new(t), "senco");
	struct seen_page p = get(senco, "/settings");
	const char *name = strstr(p.text, "/settings/new?name=");

	expect_status(p, 200);
	expect_stop(name != NULL);
	name = arena_text_n(t->a, name + 19, strcspn(name + 19, "\""));
	expect_goes(post(senco, "/settings/new", arena_printf(t->a, "name=%s&value=margin+2&from-day=1&from-month=9&from-year=2026",
		name)), "/settings");
	expect_has(get(senco, "/settings").text, "margin 2");
	expect_status(post(senco, "/settings/new", arena_printf(t->a, "name=%s&value=soon&from-day=1&from-month=9&from-year=2026",
		name)), 400);
	expect_status(get(as(senco, "teacher"), "/settings/new"), 404);
}

TEST_STORE(two_people_at_one_child_lose_neither_text)
{
	struct world office = as(world_new(t), "office"), senco = as(office, "senco");
	struct seen_page p;

	expect_goes(post_seen(senco, "/pupils/sam/edit", "known_as=Sammy", 1), "/pupils/");
	p = post_seen(office, "/pupils/sam/edit", "known_as=Samuel", 1);
	expect_status(p, 409);
	expect_has(p.text, "Someone saved this before you");
	expect_has(p.text, "Sammy");
	expect_has(p.text, "Samuel");
	expect_goes(post_seen(office, "/pupils/sam/edit", "settled=1&known_as-keep=mine&known_as-mine=Samuel&known_as=no", 2),
		"/pupils/");
	expect_has(get(senco, "/pupils/sam").text, "Samuel");
}
