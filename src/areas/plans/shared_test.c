/* shared_test.c - a parent reads a shared plan by a link, agrees, and it is kept as theirs; what is not shared is not there. */
#include <string.h>

#include "areas/plans/area.h"
#include "areas/people/area.h"
#include "tests/links.h"

struct made { struct world w; const char *plan; bool shared; };

static const struct fault *make(struct act *act, void *self)
{
	struct made *m = self;
	struct form *f = form_new(act->a, &PLAN), *g = form_new(act->a, &TARGET);
	const char *id;
	struct rows types;
	struct row *sam;

	TRY(record_get(act, &PUPIL, world_id(m->w, "sam"), &sam));
	TRY(record_list(act, &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_CODE, IS, "sen-support" } } }, &types));
	form_set(f, PLAN_TYPE_REF, row_id(types.row[0]));
	form_set(f, PLAN_STATE, "do");
	form_set(f, PLAN_SHARED_ON, m->shared ? day_iso(act->a, act->today) : "");
	TRY(record_add(act, &PLAN, sam, f, &id));
	m->plan = arena_text(m->w.t->a, id);
	form_set(g, TARGET_PLAN, m->plan);
	form_set(g, TARGET_NUMBER, "1");
	form_set(g, TARGET_OUTCOME, "Reads a page aloud to a friend");
	form_set(g, TARGET_HOME, "Hears five minutes a day");
	return record_add(act, &TARGET, sam, g, &id);
}

static const struct fault *unshare(struct act *act, void *self)
{
	struct made *m = self;
	struct form *f = form_new(act->a, &PLAN);
	struct row *plan;

	act->campus = world_id(m->w, "thistlewick");
	TRY(record_get(act, &PLAN, m->plan, &plan));
	form_set(f, PLAN_SHARED_ON, "");
	return record_change(act, plan, f);
}

static struct door_case *sent(struct test *t, struct made *m, bool shared)
{
	*m = (struct made){ .w = as(world_new(t), "senco"), .shared = shared };
	expect_fine(world_do(m->w, make, m));
	return link_case(t, m->w, "plan", m->plan);
}

TEST_STORE(a_parent_reads_the_plan_in_plain_words_and_agrees)
{
	struct made m;
	struct door_case *c = sent(t, &m, true);
	const char *home = arena_printf(t->a, "/shared/plans/%s", m.plan);
	struct rows rows;

	expect_goes(link_come_in(c), home);
	expect_has(link_look(c, home).text, "Reads a page aloud to a friend");
	expect_has(link_look(c, home).text, "Hears five minutes a day");
	expect_goes(link_send(c, home, arena_printf(t->a, "agrees=yes&well=She+reads+to+the+dog&stamp=%s",
		link_stamp(t, link_look(c, home).text))), home);
	expect_has(link_look(c, home).text, "Thank you. The school has it");
	expect_fine(record_list(world_read(m.w), &PLAN_VIEW, NULL, &rows));
	expect_int(rows.count, 1);
	expect_text(row_text(rows.row[0], PLAN_VIEW_WHOSE), "parent");
	expect_text(row_text(rows.row[0], PLAN_VIEW_THROUGH), "link");
	expect_fine(record_list(world_read(m.w), &SIGNATURE, NULL, &rows));
	expect_int(rows.count, 1);
	expect_text(row_text(rows.row[0], SIGNATURE_NAME), "Ms Ruth Whitlock");
}

TEST_STORE(a_parent_who_does_not_say_what_they_think_is_asked_and_loses_nothing)
{
	struct made m;
	struct door_case *c = sent(t, &m, true);
	const char *home = arena_printf(t->a, "/shared/plans/%s", m.plan);
	struct seen_page seen;

	link_come_in(c);
	seen = link_send(c, home, arena_printf(t->a, "well=She+reads+to+the+dog&stamp=%s", link_stamp(t, link_look(c, home).text)));
	expect_status(seen, 400);
	expect_has(seen.text, "Choose what you think of the plan");
	expect_has(seen.text, "She reads to the dog");
}

TEST_STORE(a_plan_that_is_not_shared_is_not_there_for_the_family)
{
	struct made m;
	struct door_case *c = sent(t, &m, true);
	const char *home = arena_printf(t->a, "/shared/plans/%s", m.plan);
	struct seen_page seen;

	link_come_in(c);
	expect_status(link_look(c, home), 200);
	expect_fine(world_do(as(m.w, "program"), unshare, &m));
	expect_goes(link_look(c, home), "/link/away");
	expect_status(link_look(c, c->url), 404);
	seen = post(m.w, "/pupils/sam/links/new", arena_printf(t->a, "task=plan&target=%s&to=c.%s&way=handed&code_by=told"
		"&until-day=20&until-month=12&until-year=2026", m.plan, c->mother));
	expect_status(seen, 400);
	expect_has(seen.text, "It would not open for them");
}

TEST_STORE(the_child_says_how_each_target_goes_by_a_link_of_its_own)
{
	struct made m;
	struct door_case *c = sent(t, &m, true);
	const char *home = arena_printf(t->a, "/shared/plans/%s", m.plan), *target;
	struct rows rows;

	link_make(c, "plan", m.plan, "pupil");
	expect_goes(link_come_in(c), home);
	expect_has(link_look(c, home).text, "How is it going?");
	expect_fine(record_list(world_read(m.w), &TARGET, NULL, &rows));
	target = row_id(rows.row[0]);
	expect_goes(link_send(c, home, arena_printf(t->a, "c-%s-feels=2&c-%s-words=Hard+on+Mondays&stamp=%s", target, target,
		link_stamp(t, link_look(c, home).text))), home);
	expect_has(link_look(c, home).text, "2 of 5. Hard on Mondays");
	expect_fine(record_list(world_read(m.w), &PLAN_VIEW, NULL, &rows));
	expect_int(rows.count, 1);
	expect_text(row_text(rows.row[0], PLAN_VIEW_WHOSE), "pupil");
	expect_text(row_text(rows.row[0], PLAN_VIEW_TARGET), target);
	expect_has(get(m.w, arena_printf(t->a, "/plans/%s?step=do", m.plan)).text, "2 of 5. Hard on Mondays");
}

TEST_STORE(sharing_a_plan_leads_to_the_making_of_its_link)
{
	struct made m = { .w = as(world_new(t), "senco") };

	expect_fine(world_do(m.w, make, &m));
	expect_goes(post(m.w, arena_printf(t->a, "/plans/%s/share", m.plan), ""),
		arena_printf(t->a, "/pupils/%s/links/new?task=plan&target=%s", world_id(m.w, "sam"), m.plan));
	expect_status(get(m.w, arena_printf(t->a, "/pupils/sam/links/new?task=plan&target=%s", m.plan)), 200);
}
