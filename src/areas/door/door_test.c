/* door_test.c - a one-time link from its making to the last word: nothing by opening, a code from elsewhere, one task, and then
 * nothing. */
#include <string.h>

#include "areas/door/area.h"
#include "areas/people/area.h"
#include "base/text.h"
#include "record/join.h"
#include "tests/links.h"

static const struct fault *bar_mother(struct act *act, void *self)
{
	struct door_case *c = self;
	struct form *form = form_new(act->a, &CONTACT_LIMIT);
	struct row *sam;
	const char *id;

	act->campus = world_id(c->w, "thistlewick");
	TRY(record_get(act, &PUPIL, world_id(c->w, "sam"), &sam));
	form_set(form, CONTACT_LIMIT_CONTACT, c->mother);
	form_set(form, CONTACT_LIMIT_KIND, "no_information");
	form_set(form, CONTACT_LIMIT_FROM, "2026-09-01");
	return record_add(act, &CONTACT_LIMIT, sam, form, &id);
}

static struct door_case *case_new(struct test *t)
{
	return link_case(t, world_new(t), "views", "");
}

TEST_STORE(opening_a_link_changes_nothing_and_shows_nothing_of_the_child)
{
	struct door_case *c = case_new(t);
	int64_t version = row_version(link_newest(c));
	struct seen_page seen;

	for (int i = 0; i < 20; i++)
		seen = link_look(c, c->url);
	expect_status(seen, 200);
	expect(!strstr(seen.text, "Sam") && !strstr(seen.text, "Whitlock"));
	expect_int(row_version(link_newest(c)), version);
	expect(!strstr(seen.head, "__Host-session="));
}

TEST_STORE(a_code_opens_one_page_and_no_other)
{
	struct door_case *c = case_new(t);
	struct seen_page seen = link_come_in(c);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"));

	expect_goes(seen, home);
	seen = link_look(c, home);
	expect_status(seen, 200);
	expect_has(seen.text, "How are things for Sam?");
	expect_has(seen.text, "For Ms Ruth Whitlock");
	expect_status(link_look(c, "/pupils/sam"), 404);
	expect_status(link_look(c, "/register"), 404);
	expect_status(link_look(c, "/records/need"), 404);
	expect_status(link_look(c, "/drafts"), 404);
	expect_status(link_look(c, "/shared/ana/views"), 404);
	expect_status(link_look(c, "/account"), 404);
	expect_goes(link_look(c, "/"), home);
}

TEST_STORE(what_is_sent_is_kept_as_theirs_and_the_link_is_done)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam")), *body;
	struct seen_page seen;
	struct rows rows;

	link_come_in(c);
	seen = link_look(c, home);
	body = arena_printf(t->a, "scale=4&well=He+reads+every+morning&stamp=%s", link_stamp(t, seen.text));
	expect_goes(link_send(c, home, body), home);
	expect_has(link_look(c, home).text, "Thank you. The school has it");
	expect_has(link_look(c, home).text, "He reads every morning");
	expect_fine(record_list(world_read(c->w), &VIEWS, NULL, &rows));
	expect_int(rows.count, 1);
	expect_text(row_text(rows.row[0], VIEWS_NAME), "Ms Ruth Whitlock");
	expect_text(row_text(rows.row[0], VIEWS_KIND), "contact");
	expect_goes(link_look(c, c->url), home); /* whoever has just sent it sees that again; nobody else does */
	link_send(c, home, body);
	expect_fine(record_list(world_read(c->w), &VIEWS, NULL, &rows));
	expect_int(rows.count, 1);
	clock_fix(clock_seconds() + 1900);
	expect_goes(link_look(c, home), "/link/away");
	clock_fix(-1);
}

TEST_STORE(an_empty_answer_is_asked_again_and_the_link_stays)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"));
	struct seen_page seen;

	link_come_in(c);
	seen = link_look(c, home);
	seen = link_send(c, home, arena_printf(t->a, "well=&stamp=%s", link_stamp(t, seen.text)));
	expect_status(seen, 400);
	expect_has(seen.text, "Write something in one of the boxes");
	expect_text(row_text(link_newest(c), LINK_USED), "");
}

TEST_STORE(five_wrong_codes_and_the_right_one_is_no_longer_right)
{
	struct door_case *c = case_new(t);
	const char *code = link_code(c);

	for (int i = 0; i < CODE_TRIES; i++)
		expect_goes(link_send(c, c->url, "code=000000x1"), i + 1 < CODE_TRIES ? "said=" : "said=five");
	expect_has(link_look(c, arena_printf(t->a, "%s?said=five", c->url)).text, "this one works no longer");
	expect_goes(link_send(c, c->url, arena_printf(t->a, "code=%s", code)), "said=");
	expect(row_int(link_newest(c), LINK_CODE_TRIES) >= CODE_TRIES);
}

TEST_STORE(a_code_ends_after_a_quarter_of_an_hour_and_works_once)
{
	struct door_case *c = case_new(t);
	const char *code = link_code(c);

	clock_fix(clock_seconds() + 16 * 60);
	expect_goes(link_send(c, c->url, arena_printf(t->a, "code=%s", code)), "said=wrong");
	clock_fix(-1);
	c = case_new(t);
	code = link_code(c);
	expect_goes(link_send(c, c->url, arena_printf(t->a, "code=%s", code)), "/shared/");
	expect_goes(link_send(c, c->url, arena_printf(t->a, "code=%s", code)), "said=wrong");
}

TEST_STORE(a_link_that_was_taken_back_or_is_over_is_refused_kindly)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"));

	link_come_in(c);
	expect_status(link_look(c, home), 200);
	expect_goes(post(c->w, arena_printf(t->a, "/links/%s", c->id), "do=withdraw"), "/links");
	expect_goes(link_look(c, home), "/link/away");
	expect_status(link_look(c, c->url), 404);
	expect_has(link_look(c, c->url).text, "ask for a new link");
	expect_status(link_look(c, "/link/nosuchtoken"), 404);
	c = case_new(t);
	clock_fix(1798000000);
	expect_status(link_look(c, c->url), 404);
	expect_status(link_send(c, c->url, "code=123456"), 404);
	clock_fix(-1);
}

TEST_STORE(a_limit_that_comes_in_later_ends_the_links_right_at_the_next_page)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"));

	link_come_in(c);
	expect_status(link_look(c, home), 200);
	expect_fine(world_do(as(c->w, "program"), bar_mother, c));
	expect_goes(link_look(c, home), "/link/away");
}

TEST_STORE(what_was_half_typed_is_there_at_the_next_visit)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"));
	struct seen_page seen;

	link_come_in(c);
	seen = link_look(c, home);
	expect_status(link_send(c, "/drafts", arena_printf(t->a, "draft_of=%s&hard=The+mornings&stamp=%s", home,
		link_stamp(t, seen.text))), 200);
	seen = link_look(c, c->url);
	expect_goes(seen, "?draft="); /* the link tapped again in the same browser, while the page is still open */
	expect_has(link_look(c, seen.to).text, "The mornings");
	clock_fix(clock_seconds() + 700);
	expect_goes(link_look(c, home), "/link/away");
	clock_fix(-1);
	seen = link_come_in(c);
	expect_goes(seen, "?draft=");
	expect_has(link_look(c, seen.to).text, "The mornings");
}

TEST_STORE(what_is_sent_too_late_is_kept_for_the_next_visit)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"));
	struct seen_page seen;

	link_come_in(c);
	seen = link_look(c, home);
	clock_fix(clock_seconds() + 700);
	expect_goes(link_send(c, home, arena_printf(t->a, "well=Football&stamp=%s", link_stamp(t, seen.text))),
		"/link/away?kept=1");
	clock_fix(-1);
	seen = link_come_in(c);
	expect_has(link_look(c, seen.to).text, "Football");
}

/* A link that was forwarded: whoever has the newest code has the page, and the browser before has it no longer. */
TEST_STORE(a_second_browser_with_a_new_code_closes_the_first)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam")), *first;

	link_come_in(c);
	first = c->cookie;
	expect_status(link_look(c, home), 200);
	c->cookie = NULL;
	expect_has(link_look(c, c->url).text, "There is a page for you");
	expect_goes(link_look(c, home), "/sign-in");
	link_come_in(c);
	expect_status(link_look(c, home), 200);
	c->cookie = first;
	expect_goes(link_look(c, home), "/link/away");
}

static const struct fault *sam_leaves(struct act *act, void *self)
{
	struct door_case *c = self;
	struct form *form = form_new(act->a, &ENROLMENT);
	struct rows rows;

	act->campus = world_id(c->w, "thistlewick");
	TRY(record_list(act, &ENROLMENT, &(struct ask){ .pupil = world_id(c->w, "sam") }, &rows));
	form_set(form, ENROLMENT_UNTIL, day_iso(act->a, act->today - 1));
	return record_change(act, rows.row[0], form);
}

static const struct fault *sam_is_ana(struct act *act, void *self)
{
	struct door_case *c = self;
	struct row *sam, *ana;

	act->campus = world_id(c->w, "thistlewick");
	TRY(record_get(act, &PUPIL, world_id(c->w, "sam"), &sam));
	TRY(record_get(act, &PUPIL, world_id(c->w, "ana"), &ana));
	return pupil_join(act, sam, ana, "one child");
}

static void expect_ended(struct test *t, struct door_case *c, const char *why)
{
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"));

	expect_goes(link_look(c, home), "/link/away");
	expect_status(link_look(c, c->url), 404);
	expect_has(link_look(c, c->url).text, "This link cannot be used");
	expect_status(link_send(c, c->url, "code=123456"), 404);
	expect_status(link_send(c, arena_printf(t->a, "%s/send", c->url), ""), 404);
	expect_has(get(as(c->w, "senco"), arena_printf(t->a, "/links/%s", c->id)).text, why);
	expect_lacks(get(as(c->w, "senco"), arena_printf(t->a, "/links/%s", c->id)).text, "Make a code to read out");
}

TEST_STORE(a_child_who_left_takes_the_links_along)
{
	struct door_case *c = case_new(t);

	link_come_in(c);
	expect_fine(world_do(as(c->w, "program"), sam_leaves, c));
	expect_ended(t, c, "Stopped: the child has left");
}

TEST_STORE(a_record_that_was_joined_with_another_takes_its_links_along)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "ana"));

	link_come_in(c);
	expect_fine(world_do(as(c->w, "senco"), sam_is_ana, c));
	expect_status(link_look(c, arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"))), 404);
	expect_goes(link_look(c, c->url), home);
	expect_status(link_look(c, home), 200);
	expect_status(get(as(c->w, "senco"), arena_printf(t->a, "/links/%s", c->id)), 200);
}

TEST_STORE(whoever_may_not_be_told_any_longer_is_refused_at_the_door_too)
{
	struct door_case *c = case_new(t);

	link_come_in(c);
	expect_fine(world_do(as(c->w, "program"), bar_mother, c));
	expect_ended(t, c, "Stopped: they may not be told any longer");
}

TEST_STORE(what_is_kept_for_later_is_not_sent_and_is_there_at_the_next_visit)
{
	struct door_case *c = case_new(t);
	const char *home = arena_printf(t->a, "/shared/%s/views", world_id(c->w, "sam"));
	struct seen_page seen;
	struct rows rows;

	link_come_in(c);
	seen = link_look(c, home);
	expect_goes(link_send(c, home, arena_printf(t->a, "well=The+garden&later=1&stamp=%s", link_stamp(t, seen.text))),
		"/link/away?later=1");
	expect_has(link_look(c, "/link/away?later=1").text, "It is kept for you");
	expect_goes(link_look(c, home), "/link/away");
	expect_fine(record_list(world_read(c->w), &VIEWS, NULL, &rows));
	expect_int(rows.count, 0);
	c->cookie = NULL;
	seen = link_come_in(c);
	expect_goes(seen, "?draft=");
	expect_has(link_look(c, seen.to).text, "The garden");
}

TEST_STORE(the_code_may_not_go_where_the_link_went)
{
	struct door_case *c = case_new(t);
	struct seen_page seen = post(c->w, "/pupils/sam/links/new", arena_printf(t->a, "task=views&to=c.%s&way=email&code_by=email"
		"&code_to=ruth%%40home.example&until-day=20&until-month=12&until-year=2026", c->mother));

	expect_status(seen, 400);
	expect_has(seen.text, "The code must go another way than the link");
	seen = post(c->w, "/pupils/sam/links/new", arena_printf(t->a, "task=views&to=c.%s&way=email&code_by=email"
		"&code_to=ruth%%40work.example&until-day=20&until-month=12&until-year=2026", c->mother));
	expect_goes(seen, "/links/");
	expect_has(get(c->w, "/outbox").text, "A page for you, from the school");
}

/* The gate itself, whatever a page might ask for: the task's records, about its child, and of its own record the one row. */
TEST_STORE(the_gate_shows_a_link_its_tasks_records_and_no_more)
{
	struct world w = world_new(t);
	struct act *by = world_read(as(w, "senco"));
	const struct record *enrolment = record_find(by->house, "enrolment");
	struct link_reach reach = { "", "", "enrolment" };
	struct held held = { matrix_role(by->house->matrix, "parent"), world_id(w, "thistlewick") };
	struct actor who = { .account = "link", .staff = "", .name = "x", .held = &held, .held_count = 1,
		.pupil = world_id(w, "sam"), .session = "", .link = &reach };
	struct act *act = act_new(t->a, by->db, by->house, by->sealer, &who, held.campus, false);
	struct rows rows;

	expect_fine(act_guard(act));
	expect_fine(record_list(act, &PUPIL, NULL, &rows));
	expect_int(rows.count, 1);
	expect_fine(record_list(act, enrolment, NULL, &rows));
	expect_int(rows.count, 1);
	expect(!record_ever(act, record_find(by->house, "need"), RIGHT_READ));
	expect(!record_ever(act, record_find(by->house, "contact"), RIGHT_READ));
	reach = (struct link_reach){ "enrolment", row_id(rows.row[0]), "" };
	expect_fine(record_list(act, enrolment, NULL, &rows));
	expect_int(rows.count, 1);
	reach.target = world_id(w, "ana");
	expect_fine(record_list(act, enrolment, NULL, &rows));
	expect_int(rows.count, 0);
}

TEST_STORE(only_who_may_makes_a_link)
{
	struct door_case *c = case_new(t);

	expect_status(get(as(c->w, "teacher"), "/pupils/sam/links/new"), 404);
	expect_status(get(as(c->w, "it"), arena_printf(t->a, "/links/%s", c->id)), 404);
	expect_status(get(as(c->w, "senco2"), arena_printf(t->a, "/links/%s", c->id)), 404);
}
