/* profile_shared_test.c - a profile is read by a link as it prints, agreed or sent back part by part, and the agreement holds for
 * the words that were shown. */
#include <string.h>

#include "areas/plans/area.h"
#include "tests/links.h"

static const char *profile(struct world w)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(w), &PLAN, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	expect_stop(rows.count);
	return row_id(rows.row[0]);
}

static int64_t version(struct world w)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(w), &PLAN, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	return rows.count ? row_version(rows.row[0]) : 0;
}

static struct door_case *written(struct test *t)
{
	struct door_case *c = link_family(t, world_new(t));

	expect_goes(post(c->w, "/pupils/sam/profile/edit", "act=draft&like=Kind+to+animals&support=One+step+at+a+time"),
		"/profile");
	expect_goes(post(c->w, "/pupils/sam/profile/share", ""), "/links/new?task=profile");
	link_make(c, "profile", profile(c->w), arena_printf(t->a, "c.%s", c->mother));
	return c;
}

static const char *home_of(struct door_case *c)
{
	return arena_printf(c->t->a, "/shared/profiles/%s", profile(c->w));
}

static struct seen_page say(struct door_case *c, const char *typed)
{
	struct test *t = c->t;

	return link_send(c, home_of(c), arena_printf(t->a, "%s&stamp=%s", typed, link_stamp(t, link_look(c, home_of(c)).text)));
}

TEST_STORE(a_parent_agrees_a_profile_and_the_sheet_says_so_until_its_words_change)
{
	struct door_case *c = written(t);
	struct rows rows;

	expect_goes(link_come_in(c), home_of(c));
	expect_has(link_look(c, home_of(c)).text, "One step at a time");
	expect_has(link_look(c, arena_printf(t->a, "%s/paper.pdf?print=easy", home_of(c))).text, "%PDF-");
	expect_goes(say(c, "agrees=yes"), home_of(c));
	expect_has(link_look(c, home_of(c)).text, "Thank you. The school has it");
	expect_fine(record_list(world_read(c->w), &SIGNATURE, NULL, &rows));
	expect_int(rows.count, 1);
	expect_int(row_int(rows.row[0], SIGNATURE_PLAN_VERSION), version(c->w));
	expect_has(get(c->w, "/pupils/sam/profile").text, "Agreed at home, ");
	expect_goes(post_seen(c->w, "/pupils/sam/profile/edit", "act=use&like=Kind+to+animals&support=One+step+at+a+time",
		version(c->w)), "/profile");
	expect_has(get(c->w, "/pupils/sam/profile").text, "Agreed at home, ");
	expect_goes(post_seen(c->w, "/pupils/sam/profile/edit", "act=use&like=Loves+snakes&support=One+step+at+a+time",
		version(c->w)), "/profile");
	expect_lacks(get(c->w, "/pupils/sam/profile").text, "Agreed at home, ");
	expect_has(get(c->w, "/pupils/sam/profile").text, "It has been changed since: ask again.");
}

TEST_STORE(what_to_change_in_a_profile_comes_back_part_by_part)
{
	struct door_case *c = written(t);
	struct seen_page seen;

	link_come_in(c);
	seen = say(c, "agrees=but");
	expect_status(seen, 400);
	expect_has(seen.text, "Write below what you would change");
	expect_goes(say(c, "agrees=but&change-support=Two+steps+are+fine"), home_of(c));
	expect_has(get(c->w, "/pupils/sam/profile").text, "How best to support me: Two steps are fine");
	expect_has(get(c->w, "/pupils/sam/profile").text, "Agrees, but wants something changed");
}

TEST_STORE(a_profile_that_was_changed_while_it_was_read_is_read_again)
{
	struct door_case *c = written(t);
	struct seen_page seen;
	const char *stamp;
	struct rows rows;

	link_come_in(c);
	stamp = link_stamp(t, link_look(c, home_of(c)).text);
	expect_goes(post_seen(c->w, "/pupils/sam/profile/edit", "act=draft&like=Loves+snakes&support=One+step+at+a+time",
		version(c->w)), "/profile");
	seen = link_send(c, home_of(c), arena_printf(t->a, "agrees=yes&stamp=%s", stamp));
	expect_status(seen, 400);
	expect_has(seen.text, "The school changed the page while you read it");
	expect_has(seen.text, "Loves snakes");
	expect_fine(record_list(world_read(c->w), &SIGNATURE, NULL, &rows));
	expect_int(rows.count, 0);
}
