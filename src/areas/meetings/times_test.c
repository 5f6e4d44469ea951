/* times_test.c - a guest answers an invitation by a link and proposes a time; taking it sets the meeting, and what no longer holds
 * ends the link. */
#include <string.h>

#include "areas/meetings/area.h"
#include "areas/people/area.h"
#include "tests/links.h"

struct made { struct world w; const char *mother, *meeting, *guest, *state; };

static const struct fault *make(struct act *act, void *self)
{
	struct made *m = self;
	struct form *f = form_new(act->a, &MEETING), *c = form_new(act->a, &MEETING_CHILD), *g = form_new(act->a, &MEETING_PERSON);
	struct row *sam;
	const char *id;

	TRY(record_get(act, &PUPIL, world_id(m->w, "sam"), &sam));
	form_set(f, MEETING_KIND, "review");
	form_set(f, MEETING_ON, day_iso(act->a, act->today + 10));
	form_set(f, MEETING_AT, "15:40");
	form_set(f, MEETING_LEAD, act->who->staff);
	form_set(f, MEETING_STATE, "planned");
	TRY(record_add(act, &MEETING, NULL, f, &id));
	m->meeting = arena_text(m->w.t->a, id);
	form_set(c, MEETING_CHILD_MEETING, m->meeting);
	TRY(record_add(act, &MEETING_CHILD, sam, c, &id));
	form_set(g, MEETING_PERSON_MEETING, m->meeting);
	form_set(g, MEETING_PERSON_NAME, "Ms Ruth Whitlock");
	form_set(g, MEETING_PERSON_CONTACT, m->mother);
	TRY(record_add(act, &MEETING_PERSON, sam, g, &id));
	m->guest = arena_text(m->w.t->a, id);
	return NULL;
}

static const struct fault *set_state(struct act *act, void *self)
{
	struct made *m = self;
	struct form *f = form_new(act->a, &MEETING);
	struct row *row;

	TRY(record_get(act, &MEETING, m->meeting, &row));
	form_set(f, MEETING_STATE, m->state);
	return record_change(act, row, f);
}

static const char *date(struct test *t, const char *name, int ahead)
{
	int y, m, d;

	day_parts(day_today() + ahead, &y, &m, &d);
	return arena_printf(t->a, "%s-day=%d&%s-month=%d&%s-year=%d", name, d, name, m, name, y);
}

static struct door_case *asked(struct test *t, struct made *m)
{
	struct door_case *c = link_family(t, as(world_new(t), "senco"));

	*m = (struct made){ .w = c->w, .mother = c->mother };
	expect_fine(world_do(m->w, make, m));
	expect_goes(post(m->w, arena_printf(t->a, "/meetings/%s/times", m->meeting), arena_printf(t->a, "%s&at1=8.30am",
		date(t, "day1", 12))), "/meetings/");
	link_make(c, "times", m->guest, arena_printf(t->a, "c.%s", c->mother));
	return c;
}

static const struct row *guest(struct made *m)
{
	struct test *t = m->w.t;
	struct row *row;

	expect_fine(record_get(world_read(m->w), &MEETING_PERSON, m->guest, &row));
	return row;
}

TEST_STORE(a_guest_proposes_a_time_by_a_link_and_taking_it_sets_the_meeting)
{
	struct made m;
	struct door_case *c = asked(t, &m);
	const char *home = arena_printf(t->a, "/shared/meetings/%s", m.guest), *on = day_iso(t->a, day_today() + 15);
	struct act *act;
	struct rows times;
	struct row *row;

	expect_goes(link_come_in(c), home);
	expect_has(link_look(c, home).text, "at 08:30");
	expect_goes(link_send(c, home, arena_printf(t->a,
		"answer=no&interpreter=Polish&words=The+ramp+please&on1=%s&at1=3.30+pm&stamp=%s",
		on, link_stamp(t, link_look(c, home).text))), home);
	expect_has(link_look(c, home).text, "The ramp please");
	expect_text(row_text(guest(&m), MEETING_PERSON_ANSWER), "no");
	expect_text(row_text(guest(&m), MEETING_PERSON_THROUGH), "link");
	expect_has(get(m.w, arena_printf(t->a, "/meetings/%s", m.meeting)).text, "proposed by Ms Ruth Whitlock");
	act = world_read(m.w);
	expect_fine(record_list(act, &MEETING_TIME, &(struct ask){ .where = { { MEETING_TIME_KIND, IS, "wish" } } }, &times));
	expect_stop(times.count == 1);
	expect_text(row_text(times.row[0], MEETING_TIME_AT), "15:30");
	expect_goes(post(m.w, arena_printf(t->a, "/meetings/%s/times/%s/take", m.meeting, row_id(times.row[0])), ""), "/meetings/");
	expect_fine(record_get(world_read(m.w), &MEETING, m.meeting, &row));
	expect_text(row_text(row, MEETING_ON), on);
	expect_text(row_text(row, MEETING_AT), "15:30");
	expect_text(row_text(guest(&m), MEETING_PERSON_ANSWER), "yes");
}

TEST_STORE(an_invitation_asks_for_an_answer_or_a_day_that_is_still_to_come)
{
	struct made m;
	struct door_case *c = asked(t, &m);
	const char *home = arena_printf(t->a, "/shared/meetings/%s", m.guest);
	struct seen_page seen;

	link_come_in(c);
	seen = link_send(c, home, arena_printf(t->a, "words=Hello&stamp=%s", link_stamp(t, link_look(c, home).text)));
	expect_status(seen, 400);
	expect_has(seen.text, "Say whether you can come");
	expect_has(seen.text, "Hello");
	seen = link_send(c, home, arena_printf(t->a, "on1=2020-01-01&stamp=%s", link_stamp(t, link_look(c, home).text)));
	expect_has(seen.text, "Enter a day from tomorrow on");
	expect_text(row_text(guest(&m), MEETING_PERSON_ANSWER), "");
}

TEST_STORE(a_meeting_that_is_cancelled_ends_its_links_and_one_guests_link_is_nobody_elses)
{
	struct made m;
	struct door_case *c = asked(t, &m);
	const char *home = arena_printf(t->a, "/shared/meetings/%s", m.guest);

	expect_status(post(m.w, "/pupils/sam/links/new", link_typed(c, "times", m.guest, "pupil")), 400);
	link_come_in(c);
	m.state = "cancelled";
	expect_fine(world_do(m.w, set_state, &m));
	expect_goes(link_look(c, home), "/link/away");
	expect_status(link_look(c, c->url), 404);
	expect_has(get(m.w, "/pupils/sam/links").text, "Stopped: what it was about is closed");
}

TEST(times_of_day_are_read_as_people_write_them)
{
	expect_text(meeting_clock(t->a, "15.40"), "15:40");
	expect_text(meeting_clock(t->a, "1540"), "15:40");
	expect_text(meeting_clock(t->a, "9:05"), "09:05");
	expect_text(meeting_clock(t->a, "3.40 pm"), "15:40");
	expect_text(meeting_clock(t->a, "12am"), "00:00");
	expect(!meeting_clock(t->a, "after 4"));
	expect(!meeting_clock(t->a, "25:00"));
	expect(!meeting_clock(t->a, "3"));
	expect(!meeting_clock(t->a, ""));
}
