/* meetings_test.c - who is asked, what two write at once, what counts as a meeting with parents, and that nobody barred is ever
 * asked. */
#include <string.h>

#include "areas/meetings/area.h"
#include "tests/world.h"

#define WHEN "meet_on=2026-11-20&start_time=1540&minutes_long=45&place=Library"

static struct rows all(struct world w, const struct record *r, const char *pupil)
{
	struct test *t = w.t;
	struct ask ask = { .pupil = pupil ? world_id(w, pupil) : NULL };
	struct rows rows;

	expect_fine(record_list(world_read(w), r, &ask, &rows));
	return rows;
}

static const struct fault *family(struct act *act, void *self)
{
	static const char *const NAMES[] = { "Jo", "Max" };
	const struct record *contact = record_find(act->house, "contact"), *limit = record_find(act->house, "contact_limit");
	struct world *w = self;
	struct row *sam;
	const char *id = "";

	TRY(record_get(act, record_find(act->house, "pupil"), world_id(*w, "sam"), &sam));
	for (int i = 0; i < 2; i++)
		TRY(record_add(act, contact, sam, world_form(*w, act->a, contact, arena_printf(act->a,
			"forename=%s&surname=Whitlock&relationship=%s&responsibility=1&from=2024-09-01&email=%s@example.org",
			NAMES[i],
				i ? "PAF" : "PAM", NAMES[i])), &id));
	return record_add(act, limit, sam, world_form(*w, act->a, limit,
		arena_printf(act->a, "contact=%s&kind=no_contact&from=2025-01-01", id)), &id);
}

/* Sam's mother Jo, and his father Max whom an order bars; a register that has begun. */
static struct world with_family(struct test *t)
{
	struct world w = as(world_new(t), "senco");

	expect_fine(world_do(as(w, "program"), family, &w));
	expect_goes(post(w, "/pupils/sam/register/enter",
		"provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD&parents_told_on=2026-09-11"
		"&parents_told_how=phone"), "/pupils/");
	return w;
}

static const char *contact(struct world w, const char *forename)
{
	struct rows rows = all(w, record_find(world_house(w), "contact"), "sam");

	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_text(rows.row[i], field_find(row_record(rows.row[i]), "forename")), forename) == 0)
			return row_id(rows.row[i]);
	return "";
}

/* A team-around-the-child meeting about Sam with his mother and his teacher; its address. */
static const char *planned(struct world w)
{
	struct test *t = w.t;

	expect_goes(post(w, "/meetings/new",
		arena_printf(t->a, "pupil=%s&kind=tac&reason=Reading&lead=%s&" WHEN "&guest=c.%s&guest=s.%s", world_id(w, "sam"),
		world_id(w, "senco.staff"), contact(w, "Jo"), world_id(w, "teacher.staff"))), "/meetings/");
	return arena_printf(t->a, "/meetings/%s", row_id(all(w, &MEETING, NULL).row[0]));
}

static const char *child_of_it(struct world w)
{
	return row_id(all(w, &MEETING_CHILD, "sam").row[0]);
}

TEST_STORE(whoever_may_not_be_asked_is_not_offered_and_not_asked_if_sent)
{
	struct world w = with_family(t);
	const char *form = get(w, arena_printf(t->a, "/meetings/new?pupil=%s", world_id(w, "sam"))).text, *path;

	expect_has(form, "Jo Whitlock");
	expect_lacks(form, "Max Whitlock");
	expect_has(form, "Somebody of the family is not in this list");
	path = planned(w);
	expect_goes(post(w, arena_printf(t->a, "%s/people", path), arena_printf(t->a, "guest=c.%s", contact(w, "Max"))),
		"/meetings/");
	expect_int(all(w, &MEETING_PERSON, "sam").count, 1);
	expect_lacks(get(w, "/pupils/sam/contact/new").text, "Max Whitlock");
	expect_lacks(get(as(w, "ta"), "/pupils/sam/contact/new").text, "Max Whitlock");
}

TEST_STORE(a_meeting_is_planned_with_its_people_and_says_what_is_wrong)
{
	struct world w = with_family(t);
	struct seen_page p;
	const char *path;

	p = post(w, "/meetings/new", arena_printf(t->a, "pupil=%s&kind=&lead=&meet_on=31+2+2026&start_time=late",
		world_id(w, "sam")));
	expect_has(p.text, "Choose the kind of meeting");
	expect_has(p.text, "Say in a sentence what it is about");
	expect_has(p.text, "Choose who leads it");
	path = planned(w);
	p = get(w, path);
	expect_has(p.text, "Jo Whitlock");
	expect_has(p.text, "15:40");
	expect_has(p.text, "What the child and the family want to say first");
	expect_has(get(as(w, "teacher"), "/meetings").text, "Team around the child");
	expect_lacks(get(as(w, "exams"), "/meetings").text, "Team around the child");
	expect_has(get(w, arena_printf(t->a, "%s/papers/%s", path, child_of_it(w))).text, "Specific learning difficulty");
}

TEST_STORE(two_people_write_minutes_at_once_and_both_are_kept)
{
	struct world w = with_family(t), other = as(w, "asst_senco");
	const char *path = planned(w), *add = arena_printf(t->a, "%s/live/%s/minutes", path, child_of_it(w)), *right, *text;

	expect_status(get(w, arena_printf(t->a, "%s/live", path)), 200);
	expect_has(post(w, add, "text=").text, "Write what was said");
	expect_goes(post(w, add, "text=Mother+says+mornings+are+hard"), "/live");
	expect_goes(post(other, add, "text=Tutor+sees+it+too"), "/live");
	text = row_text(all(w, &MEETING_CHILD, "sam").row[0], MEETING_CHILD_MINUTES);
	expect_has(text, "mornings are hard");
	expect_has(text, "Tutor sees it too");
	right = arena_printf(t->a, "%s/children/%s", path, child_of_it(w));
	expect_goes(post_seen(w, right, "minutes=One&outcome=Breakfast+club", 3), "/meetings/");
	text = post_seen(other, right, "minutes=Two&outcome=Bus", 3).text;
	expect_has(text, "Somebody added to this while you were writing");
	expect_has(text, "Bus");
	expect_text(row_text(all(w, &MEETING_CHILD, "sam").row[0], MEETING_CHILD_OUTCOME), "Breakfast club");
}

TEST_STORE(what_is_agreed_stands_on_its_owners_home_until_it_is_done)
{
	struct world w = with_family(t), teacher = as(w, "teacher");
	const char *path = planned(w), *add = arena_printf(t->a, "%s/live/%s/actions", path, child_of_it(w)), *action;

	expect_has(post(w, add, "what=Ring+home").text, "Choose who does it");
	expect_goes(post(w, add, arena_printf(t->a, "what=Ring+home&owner=%s&due_on=27+11+2026", world_id(w, "teacher.staff"))),
		"/live");
	action = arena_printf(t->a, "/meetings/actions/%s", row_id(all(w, &MEETING_ACTION, "sam").row[0]));
	expect_has(get(teacher, "/").text, "Ring home");
	expect_goes(post(teacher, action, "act=done&note=Rang"), "/");
	expect_lacks(get(teacher, "/").text, "Ring home");
	expect_status(post(as(w, "ta"), action, "act=done"), 404);
}

TEST_STORE(a_meeting_that_parents_came_to_counts_once_among_the_three_of_the_year)
{
	struct world w = with_family(t);
	const char *path = planned(w), *person = row_id(all(w, &MEETING_PERSON, "sam").row[0]);
	const struct record *met = record_find(world_house(w), "parent_meeting");

	expect_goes(post(w, arena_printf(t->a, "%s/live/came", path), arena_printf(t->a, "came=%s", person)), "/live");
	expect_goes(post(w, path, "act=held"), "/meetings/");
	expect_int(all(w, met, "sam").count, 1);
	expect_text(row_text(all(w, met, "sam").row[0], field_find(met, "met_on")), "2026-11-20");
	expect_has(row_text(all(w, met, "sam").row[0], field_find(met, "present")), "Jo Whitlock");
	expect_goes(post(w, path, "act=held"), "/meetings/");
	expect_int(all(w, met, "sam").count, 1);
	expect_has(get(w, arena_printf(t->a, "%s/record/%s", path, child_of_it(w))).text, "Jo Whitlock");
	expect_goes(post(w, arena_printf(t->a, "%s/record/%s", path, child_of_it(w)), ""), "/meetings/");
	expect_has(get(w, path).text, "Record shared");
}

TEST_STORE(an_invitation_is_for_one_guest_and_names_no_child)
{
	struct world w = with_family(t);
	const char *path = planned(w), *guest = row_id(all(w, &MEETING_PERSON, "sam").row[0]);
	struct seen_page p = get(w, arena_printf(t->a, "%s/invitation.ics?guest=%s", path, guest));

	expect_status(p, 200);
	expect_has(p.head, "text/calendar");
	expect_has(p.text, "SUMMARY:Meeting with school");
	expect_has(p.text, "DTSTART;TZID=Europe/London:20261120T154000");
	expect_lacks(p.text, "Sam");
	expect_lacks(p.text, "okafor");
	expect_goes(post(w, arena_printf(t->a, "%s/edit", path), arena_printf(t->a, "lead=%s&meet_on=2026-11-27&start_time=15:40",
		world_id(w, "senco.staff"))), path);
	expect_has(get(w, arena_printf(t->a, "%s/invitation.ics", path)).text, "SEQUENCE:1");
	expect_goes(post(w, path, "act=cancelled"), path);
	expect_has(get(w, arena_printf(t->a, "%s/invitation.ics", path)).text, "SEQUENCE:2");
	expect_status(get(w, arena_printf(t->a, "%s/invitation.ics?guest=%s", path, world_id(w, "sam"))), 404);
}

TEST_STORE(invitations_go_by_the_outbox_each_with_its_file_and_without_the_childs_name)
{
	struct world w = with_family(t);
	const char *path = planned(w);
	struct rows sent;

	expect_goes(post(w, arena_printf(t->a, "%s/invitations", path), ""), path);
	expect_fine(record_list(world_read(as(w, "program")), record_find(world_read(w)->house, "message"), NULL, &sent));
	expect(sent.count > 0);
	for (int i = 0; i < sent.count; i++) {
		const struct record *r = row_record(sent.row[i]);

		expect_lacks(row_text(sent.row[i], field_find(r, "subject")), "Sam");
		expect_lacks(row_text(sent.row[i], field_find(r, "body")), "Sam");
		expect_text(row_text(sent.row[i], field_find(r, "kind")), "meeting");
	}
	expect_status(post(as(w, "ta"), arena_printf(t->a, "%s/invitations", path), ""), 404);
}

TEST_STORE(a_colleague_answers_an_invitation_and_only_their_own)
{
	struct world w = with_family(t), teacher = as(w, "teacher");
	const char *path = planned(w), *guest = row_id(all(w, &MEETING_PERSON, "sam").row[0]);
	struct rows staff = all(w, &MEETING_STAFF, NULL);

	expect_has(get(teacher, path).text, "Save your answer");
	expect_goes(post(teacher, path, arena_printf(t->a, "act=answers&answer-%s=no&answer-%s=yes", row_id(staff.row[0]), guest)),
		path);
	expect_text(row_text(all(w, &MEETING_STAFF, NULL).row[0], MEETING_STAFF_ANSWER), "no");
	expect_text(row_text(all(w, &MEETING_PERSON, "sam").row[0], MEETING_PERSON_ANSWER), "");
	expect_status(post(teacher, path, "act=cancelled"), 404);
}

TEST_STORE(who_does_what_says_where_nobody_does)
{
	struct world w = with_family(t);
	const char *path = planned(w);
	struct seen_page p;

	expect_goes(post(w, arena_printf(t->a, "%s/live/%s/actions", path, child_of_it(w)),
		arena_printf(t->a, "what=Ring&owner=%s&due_on=2+11+2026", world_id(w, "teacher.staff"))), "/live");
	p = get(w, "/pupils/sam/who-does-what");
	expect_has(p.text, "No contact with home is planned");
	expect_has(p.text, "is late: 1 action not done, 20 days overdue");
	expect_has(p.text, "Keyworker");
	expect_status(get(as(w, "teacher"), "/pupils/ana/who-does-what"), 404);
}

TEST_STORE(nobody_came_from_home_and_nothing_is_counted)
{
	struct world w = with_family(t);
	const char *path = planned(w);

	expect_goes(post(w, path, "act=held"), "/meetings/");
	expect_int(all(w, record_find(world_house(w), "parent_meeting"), "sam").count, 0);
}

TEST_STORE(a_child_is_put_on_the_next_students_of_concern_list_by_a_teacher)
{
	struct world w = with_family(t), teacher = as(w, "teacher");

	expect_has(get(teacher, "/pupils/sam/concern").text, "No students-of-concern meeting is planned");
	expect_goes(post(w, "/meetings/new", arena_printf(t->a, "kind=concern&lead=%s&meet_on=2026-12-01",
		world_id(w, "senco.staff"))), "/meetings/");
	expect_has(post(teacher, "/pupils/sam/concern", "reason=").text, "Say in a sentence why");
	expect_goes(post(teacher, "/pupils/sam/concern", "reason=Absent+every+Monday"), "/pupils/");
	expect_has(post(teacher, "/pupils/sam/concern", "reason=Again").text, "on the list of that meeting already");
	expect_status(get(teacher, "/pupils/ana/concern"), 404);
	expect_has(get(w, "/students-of-concern").text, "Absent every Monday");
	expect_lacks(get(as(w, "exams"), "/students-of-concern").text, "Absent every Monday");
}

TEST_STORE(a_call_home_is_written_down_and_asked_after)
{
	struct world w = with_family(t), ta = as(w, "ta");

	expect_has(post(ta, "/pupils/sam/contact/new", "channel=phone&summary=").text, "Say what was said");
	expect_has(post(ta, "/pupils/sam/contact/new", "channel=phone&summary=All+well").text, "Choose whom you spoke with");
	expect_has(post(ta, "/pupils/sam/contact/new",
		arena_printf(t->a, "channel=phone&summary=All+well&contact=%s&follow_up_on=1+1+2020", contact(w, "Jo"))).text,
		"must be after today");
	expect_goes(post(ta, "/pupils/sam/contact/new",
		arena_printf(t->a, "channel=phone&summary=All+well&contact=%s&follow_up_on=28+11+2026", contact(w, "Jo"))),
		"/pupils/");
	expect_has(get(ta, "/").text, "speak again");
	expect_has(get(w, "/pupils/sam/meetings").text, "All well");
	expect_lacks(get(as(w, "office"), "/pupils/sam/records/contact_log/new").text, "All well");
}

TEST_STORE(a_child_moves_to_another_keyworker_with_the_plan_and_back)
{
	struct world w = with_family(t);
	const struct record *caseload = record_find(world_house(w), "caseload");
	const char *row = row_id(all(w, caseload, "sam").row[0]), *move = arena_printf(t->a, "/caseloads/%s/move", row), *id = "";
	struct rows rows;

	expect_goes(post(w, "/pupils/sam/contact-plan", arena_printf(t->a, "staff=%s&every_weeks=2&channel=phone&from=2026-09-14",
		world_id(w, "ta.staff"))), "/pupils/");
	expect_has(get(w, "/caseloads").text, "Contact is late");
	expect_has(get(as(w, "ta"), "/").text, "Sam Whitlock");
	expect_has(post(w, move, arena_printf(t->a, "staff=%s&from=23+11+2026", world_id(w, "ta.staff"))).text,
		"is the keyworker already");
	expect_goes(post(w, move, arena_printf(t->a, "staff=%s&from=22+11+2026", world_id(w, "teacher.staff"))), "/caseloads");
	rows = all(w, caseload, "sam");
	expect_int(rows.count, 2);
	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_id(rows.row[i]), row) != 0)
			id = row_id(rows.row[i]);
	expect_int(all(w, &CONTACT_PLAN, "sam").count, 2);
	expect_goes(post(w, arena_printf(t->a, "/meetings/undo/caseload/%s", id), ""), "/pupils/");
	expect_int(all(w, caseload, "sam").count, 1);
	expect_text(row_text(all(w, caseload, "sam").row[0], field_find(caseload, "until")), "");
}
