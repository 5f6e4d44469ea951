/* home_test.c - home answers questions of the school's bank by a link; the answers stand beside those of the teachers and in the
 * plan's first step. */
#include <string.h>

#include "areas/support/area.h"
#include "tests/links.h"

static const char *asked_id(struct world w)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(w), &HOME_ASK, NULL, &rows));
	expect_stop(rows.count);
	return row_id(rows.row[0]);
}

static const char *question_ids(struct world w, const char *who, int most)
{
	struct buf b = buf_new(w.t->a);
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(w), &QUESTION, &(struct ask){ .where = { { QUESTION_WHO, IS, who } }, .order = "place" },
		&rows));
	for (int i = 0; i < rows.count && i < most; i++)
		buf_printf(&b, "&question=%s", row_id(rows.row[i]));
	return buf_text(&b);
}

static struct door_case *asked(struct test *t, const char *who)
{
	struct door_case *c = link_family(t, world_new(t));

	expect_goes(post(c->w, "/pupils/sam/home-answers/new", arena_printf(t->a, "who=%s&reason=Please%s", who,
		question_ids(c->w, who, 4))), "/links/new?task=questions");
	link_make(c, "questions", asked_id(c->w), strcmp(who, "child") == 0 ? "pupil" : arena_printf(t->a, "c.%s", c->mother));
	return c;
}

TEST_STORE(a_parent_answers_by_a_link_and_it_stands_where_the_teachers_answers_stand)
{
	struct door_case *c = asked(t, "home");
	const char *home = arena_printf(t->a, "/shared/questions/%s", asked_id(c->w));
	struct rows rows;

	expect_goes(link_come_in(c), home);
	expect_has(link_look(c, home).text, "feel about going to school?");
	expect_goes(link_send(c, home, arena_printf(t->a, "q1=2&q2=3&stamp=%s", link_stamp(t, link_look(c, home).text))), home);
	expect_has(link_look(c, home).text, "Sometimes");
	expect_fine(record_list(world_read(c->w), &ASK_ANSWER, NULL, &rows));
	expect_int(rows.count, 2);
	expect_text(row_text(rows.row[0], ASK_ANSWER_NAME), "Ms Ruth Whitlock, by link");
	expect_has(get(c->w, arena_printf(t->a, "/home-answers/%s", asked_id(c->w))).text, "Hard (2 of 5)");
	expect_has(get(c->w, "/pupils/sam").text, "What home answers");
	expect_goes(link_look(c, c->url), home);
	c->cookie = NULL;
	expect_status(link_look(c, c->url), 404);
}

TEST_STORE(a_child_answers_with_faces_and_somebody_elses_answers_are_not_there)
{
	struct door_case *c = asked(t, "child");
	const char *home = arena_printf(t->a, "/shared/questions/%s", asked_id(c->w));
	struct seen_page seen;

	link_come_in(c);
	seen = link_look(c, home);
	expect_has(seen.text, "os-face");
	expect_has(seen.text, "A few questions for you");
	seen = link_send(c, home, arena_printf(t->a, "stamp=%s", link_stamp(t, seen.text)));
	expect_status(seen, 400);
	expect_has(seen.text, "Answer at least one question");
	seen = link_send(c, home, arena_printf(t->a, "q1=9&stamp=%s", link_stamp(t, seen.text)));
	expect_has(seen.text, "Choose one of the answers");
	expect_status(post(c->w, "/pupils/sam/links/new", link_typed(c, "questions", asked_id(c->w), arena_printf(t->a, "c.%s",
		c->mother))), 400);
}

TEST_STORE(more_than_eight_questions_are_not_asked_at_home)
{
	struct door_case *c = link_family(t, world_new(t));

	expect_has(get(c->w, "/pupils/sam/home-answers/new?who=child").text, "How is school for you?");
	expect_status(post(c->w, "/pupils/sam/home-answers/new", arena_printf(t->a, "who=home%s", question_ids(c->w, "home", 9))),
		400);
	expect_status(post(c->w, "/pupils/sam/home-answers/new", "who=home"), 400);
}
