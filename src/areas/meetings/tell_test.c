/* tell_test.c - who is told of a meeting and of what became of it: invitations, changes and cancellations as calendar files, and
 * the record shared with one family by a link. */
#include <string.h>

#include "areas/meetings/area.h"
#include "record/who.h"
#include "tests/links.h"

static struct rows all(struct world w, const struct record *r)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "program")), r, &(struct ask){ .limit = 200 }, &rows));
	return rows;
}

/* A review about Sam with his mother and his teacher. */
static const char *planned(struct door_case *c, const char *kind)
{
	struct test *t = c->t;

	expect_goes(post(c->w, "/meetings/new", arena_printf(t->a, "pupil=%s&kind=%s&reason=Reading&lead=%s&guest=c.%s&guest=s.%s"
		"&meet_on=2026-12-03&start_time=1540&minutes_long=45&place=Library", world_id(c->w, "sam"), kind,
		world_id(c->w, "senco.staff"), c->mother, world_id(c->w, "teacher.staff"))), "/meetings/");
	return arena_printf(t->a, "/meetings/%s", row_id(all(c->w, &MEETING).row[0]));
}

static const char *named(const struct row *row, const char *field)
{
	return row_text(row, field_find(row_record(row), field));
}

/* Of the newest messages, the calendar file of the one to the child's mother. */
static const char *file_to_mother(struct door_case *c, const char *subject)
{
	const struct record *r = record_find(world_house(c->w), "message");
	struct rows rows = all(c->w, r);
	struct act *act = world_read(as(c->w, "program"));
	struct test *t = c->t;
	const void *bytes;
	size_t n;

	for (int i = 0; i < rows.count; i++)
		if (strcmp(named(rows.row[i], "to_id"), c->mother) == 0 && strstr(named(rows.row[i], "subject"), subject)) {
			expect_fine(blob_get(act, named(rows.row[i], "file"), &bytes, &n));
			return arena_printf(t->a, "%s %.*s", named(rows.row[i], "file_type"), (int)n, (const char *)bytes);
		}
	return "";
}

static const struct fault *with_address(struct act *act, void *self)
{
	const struct record *r = record_find(act->house, "staff");
	struct form *f = form_new(act->a, r);
	struct door_case *c = self;
	struct row *row;

	TRY(record_get(act, r, world_id(c->w, "senco.staff"), &row));
	form_set(f, field_find(r, "email"), "senco@school.example");
	return record_change(act, row, f);
}

TEST_STORE(who_has_an_invitation_gets_the_change_and_the_cancellation_and_nobody_else)
{
	struct door_case *c = link_family(t, as(world_new(t), "senco"));
	const struct record *message = record_find(world_house(c->w), "message");
	const char *path = planned(c, "review");
	int before;

	expect_fine(world_do(as(c->w, "program"), with_address, c));
	expect_goes(post(c->w, arena_printf(t->a, "%s/edit", path),
		arena_printf(t->a, "lead=%s&meet_on=2026-12-04&start_time=15:40",
		world_id(c->w, "senco.staff"))), path);
	expect_int(all(c->w, message).count, 0);
	expect_goes(post(c->w, arena_printf(t->a, "%s/invitations", path), ""), path);
	expect_has(file_to_mother(c, "A meeting on 4 December"), "SEQUENCE:1");
	before = all(c->w, message).count;
	expect_goes(post(c->w, arena_printf(t->a, "%s/edit", path), arena_printf(t->a,
		"lead=%s&meet_on=2026-12-10&start_time=16:00&agenda=Other", world_id(c->w, "senco.staff"))), path);
	expect_has(file_to_mother(c, "has changed"), "SEQUENCE:2");
	expect_has(file_to_mother(c, "has changed"), "20261210T160000");
	expect_goes(post(c->w, arena_printf(t->a, "%s/edit", path), arena_printf(t->a,
		"lead=%s&meet_on=2026-12-10&start_time=16:00&agenda=Words+alone", world_id(c->w, "senco.staff"))), path);
	expect_int(all(c->w, message).count, before + 1); /* other words of the agenda are no new invitation */
	expect_goes(post(c->w, path, "act=cancelled"), path);
	expect_has(file_to_mother(c, "is cancelled"), "method=CANCEL");
	expect_has(file_to_mother(c, "is cancelled"), "METHOD:CANCEL");
	expect_has(file_to_mother(c, "is cancelled"), "SEQUENCE:3");
	for (int i = 0; i < all(c->w, message).count; i++)
		expect(!strstr(named(all(c->w, message).row[i], "subject"), "Sam"));
}

TEST_STORE(each_kind_of_meeting_begins_with_points_of_its_own_and_what_the_record_says)
{
	static const char *const KINDS[][2] = { { "tac", "who leads" }, { "conference", "may be shared and what not" },
		{ "transition", "six weeks" }, { "review", "How far each target is" } };
	struct world w = as(world_new(t), "senco");

	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
		struct door_case *c = link_family(t, as(world_new(t), "senco"));

		expect_has(get(c->w, planned(c, KINDS[i][0])).text, KINDS[i][1]);
	}
	expect_goes(post(w, "/meetings/new", arena_printf(t->a, "kind=concern&lead=%s&meet_on=2026-12-03",
		world_id(w, "senco.staff"))), "/meetings/");
	expect_has(get(w, arena_printf(t->a, "/meetings/%s", row_id(all(w, &MEETING).row[0]))).text,
		"anybody to take off the list");
}

TEST_STORE(many_children_are_spoken_of_each_with_what_is_agreed_and_who_sees_to_it)
{
	struct world w = as(world_new(t), "senco"), other = as(w, "asst_senco");
	const char *path, *agreed;
	struct row *row;

	expect_goes(post(w, "/meetings/new", arena_printf(t->a, "kind=concern&lead=%s&meet_on=2026-11-22",
		world_id(w, "senco.staff"))), "/meetings/");
	path = arena_printf(t->a, "/meetings/%s", row_id(all(w, &MEETING).row[0]));
	expect_goes(post(w, "/pupils/sam/concern", "reason=Mondays"), path);
	expect_goes(post(w, "/pupils/ana/concern", "reason=Alone"), path);
	expect_has(get(w, arena_printf(t->a, "%s/papers", path)).text, "Mondays");
	expect_has(get(w, arena_printf(t->a, "%s/papers", path)).text, "Alone");
	for (int i = 0; i < 2; i++) {
		row = all(w, &MEETING_CHILD).row[i];
		agreed = arena_printf(t->a, "%s/live/%s/agreed", path, row_id(row));
		expect_goes(post(w, agreed, "outcome=Breakfast+club"), "/live");
		expect_goes(post(other, agreed, arena_printf(t->a, "outcome=Ring+home&owner=%s&next_on=18+12+2026",
			world_id(w, "teacher.staff"))), "/live");
		expect_text(row_text(all(w, &MEETING_CHILD).row[i], MEETING_CHILD_OUTCOME), "Breakfast club\nRing home");
	}
	expect_has(post(w, agreed, "next_on=31+2+2026").text, "Look again on");
	expect_has(get(w, "/students-of-concern").text, "Ring home");
	expect_status(post(as(w, "ta"), agreed, "outcome=No"), 404);
}

TEST_STORE(a_parent_reads_the_record_of_their_childs_part_by_a_link_and_says_what_is_missing)
{
	struct door_case *c = link_family(t, as(world_new(t), "senco"));
	const char *path = planned(c, "tac"), *child = row_id(all(c->w, &MEETING_CHILD).row[0]), *home, *stamp;
	const struct record *views = record_find(world_house(c->w), "views");
	struct seen_page p;

	expect_goes(post(c->w, arena_printf(t->a, "%s/live/%s/minutes", path, child), "text=Mornings+are+hard"), "/live");
	expect_goes(post(c->w, arena_printf(t->a, "%s/live/%s/actions", path, child),
		arena_printf(t->a, "what=Ring+home&owner=%s&due_on=14+12+2026", world_id(c->w, "teacher.staff"))), "/live");
	expect_status(post(c->w, "/pupils/sam/links/new", link_typed(c, "record", child, arena_printf(t->a, "c.%s",
		c->mother))), 400);
	expect_goes(post(c->w, path, "act=held"), path);
	link_make(c, "record", child, arena_printf(t->a, "c.%s", c->mother));
	home = arena_printf(t->a, "/shared/record/%s", child);
	expect_goes(link_come_in(c), home);
	p = link_look(c, home);
	expect_has(p.text, "Mornings are hard");
	expect_has(p.text, "Ring home");
	expect_status(link_look(c, path), 404);
	stamp = link_stamp(t, p.text);
	expect_goes(link_send(c, home, arena_printf(t->a, "stamp=%s&other=The+bus+is+missing", stamp)), home);
	expect_text(named(all(c->w, views).row[0], "other"), "The bus is missing");
	p = get(c->w, arena_printf(t->a, "%s/record/%s", path, child));
	expect_has(p.text, "has read it");
}
