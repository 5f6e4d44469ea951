/* retention_test.c - what has been kept long enough is proposed by one and destroyed by another, never while it is held. */
#include "areas/governance/area.h"
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "record/search.h"
#include "reports/retention.h"
#include "tests/world.h"

struct old { struct world w; const char *pupil, *disposal; int64_t left; };

/* A child born in 1990 who left in 2008, with a sealed note. */
static const struct fault *leaver(struct act *act, void *self)
{
	struct old *o = self;
	struct row *row;
	const char *id;

	TRY(record_add(act, &PUPIL, NULL, world_form(o->w, act->a, &PUPIL, "forename=Old&surname=Leaver&dob=1990-05-05"),
		&o->pupil));
	TRY(record_get(act, &PUPIL, o->pupil, &row));
	TRY(record_add(act, &ENROLMENT, row, world_form(o->w, act->a, &ENROLMENT, "status=C&from=2001-09-01&until=2008-07-20"),
		&id));
	return record_add(act, &NOTE, row, world_form(o->w, act->a, &NOTE,
		"kind=observation&happened_on=2007-01-10&text=Long%20ago"), &id);
}

static const struct fault *count_left(struct act *act, void *self)
{
	struct old *o = self;
	int64_t n;

	o->left = 0;
	TRY(record_count(act, &NOTE, &(struct ask){ .pupil = o->pupil, .with_withdrawn = true }, &n));
	o->left += n;
	TRY(record_count(act, &ENROLMENT, &(struct ask){ .pupil = o->pupil, .with_withdrawn = true }, &n));
	o->left += n;
	return NULL;
}

static const char *proposed(struct test *t, struct old *o)
{
	struct seen_page p = post(as(o->w, "senco"), "/records/disposal/new", arena_printf(t->a, "about=%s&reason=SEND%%20file",
		o->pupil));

	expect_int(p.status, 303);
	return arena_printf(t->a, "/disposal/%s/approve", strrchr(p.to, '/') + 1);
}

TEST_STORE(what_was_kept_long_enough_is_destroyed_by_two_people_and_leaves_its_proof)
{
	struct old o = { .w = world_new(t) };
	const char *approve;

	expect_fine(world_do(as(o.w, "program"), leaver, &o));
	expect_has(get(as(o.w, "head"), "/disposal").text, "Old Leaver");
	expect_lacks(get(as(o.w, "head"), "/disposal").text, "Whitlock");
	approve = proposed(t, &o);
	expect_status(post(as(o.w, "senco"), approve, ""), 404);
	expect_goes(post(as(o.w, "head"), approve, ""), "/records/disposal/");
	expect_fine(world_do(as(o.w, "program"), count_left, &o));
	expect_int(o.left, 0);
	expect_status(get(as(o.w, "senco"), arena_printf(t->a, "/records/pupil/%s", o.pupil)), 404);
	expect_lacks(get(as(o.w, "senco"), "/search?q=leaver").text, "Old Leaver");
	expect_has(get(as(o.w, "head"), "/records/disposal").text, "Destroyed");
	expect_status(post(as(o.w, "auditor"), approve, ""), 400);
}

TEST_STORE(what_is_held_or_not_yet_due_is_not_destroyed)
{
	struct old o = { .w = world_new(t) };
	struct seen_page p;
	const char *approve;

	expect_fine(world_do(as(o.w, "program"), leaver, &o));
	approve = proposed(t, &o);
	expect_goes(post(as(o.w, "head"), "/records/legal_hold/new",
		arena_printf(t->a, "about=%s&reason=A%%20claim&from=2026-01-01", o.pupil)), "/records/");
	expect_status(post(as(o.w, "head"), approve, ""), 400);
	expect_fine(world_do(as(o.w, "program"), count_left, &o));
	expect_int(o.left, 2);
	p = post(as(o.w, "senco"), "/records/disposal/new", "about=sam&reason=Mistake");
	expect_status(post(as(o.w, "head"), arena_printf(t->a, "/disposal/%s/approve", strrchr(p.to, '/') + 1), ""), 400);
	expect_status(get(as(o.w, "senco"), "/records/pupil/sam"), 200);
	expect_status(get(as(o.w, "teacher"), "/disposal"), 404);
}
