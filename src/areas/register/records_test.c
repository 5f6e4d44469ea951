/* records_test.c - what the tables of the register add to the engine's checks: when parents are told, codes of old, days to
 * decide. */
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "tests/world.h"

struct saving { struct world w; const struct record *r; const char *typed, *id, *said; };

static const struct fault *add(struct act *act, void *self)
{
	struct saving *s = self;
	struct form *f = world_form(s->w, act->a, s->r, s->typed);
	const struct fault *fault;
	struct row *about;

	TRY(record_get(act, &PUPIL, world_id(s->w, "ana"), &about));
	fault = record_add(act, s->r, about, f, &s->id);
	s->id = fault ? "" : arena_text(s->w.t->a, s->id);
	s->said = arena_text(s->w.t->a, f->error_count ? f->errors[0].text : "");
	return fault;
}

static struct saving save(struct world w, const struct record *r, const char *typed)
{
	struct saving s = { w, r, typed, "", "" };
	const struct fault *f = world_do(w, add, &s);

	if (f && f->code != FAULT_INVALID)
		test_fail(w.t, __FILE__, __LINE__, "%s", f->text);
	return s;
}

TEST_STORE(support_begins_with_the_day_parents_were_told_or_with_not_yet)
{
	struct world w = as(world_new(t), "senco");

	expect_has(save(w, &REGISTER_STATUS, "provision=K&from=2026-09-07").said, "choose “Not told yet”");
	expect_text(save(w, &REGISTER_STATUS, "provision=K&from=2026-09-07&parents_told_how=not_yet").said, "");
	expect_text(save(w, &REGISTER_STATUS, "provision=K&from=2026-09-07&parents_told_how=phone&parents_told_on=2026-09-08").said,
		"");
	expect_has(save(w, &REGISTER_STATUS, "provision=K&from=2026-09-07&parents_told_how=not_yet&parents_told_on=2026-09-08").said,
		"clear the date");
	expect_text(save(w, &REGISTER_STATUS, "provision=E&from=2026-09-07").said, "");
}

TEST_STORE(a_status_of_before_2018_tells_history_and_is_never_current)
{
	struct world w = as(world_new(t), "senco");

	expect_has(save(w, &REGISTER_STATUS, "provision=S&from=2013-09-07").said, "cannot be current");
	expect_text(save(w, &REGISTER_STATUS, "provision=S&from=2013-09-07&until=2016-01-10").said, "");
}

TEST_STORE(a_watch_ends_after_it_begins_and_a_decision_gets_its_day)
{
	struct world w = as(world_new(t), "senco");
	struct saving s = save(w, &WATCH, "from=2026-09-07&expires_on=2026-10-19&reason=Reading&decision=stop");
	struct row *row;

	expect_has(save(w, &WATCH, "from=2026-09-07&expires_on=2026-09-07&reason=Reading").said, "must be after 7 September 2026");
	expect_fine(record_get(world_read(w), &WATCH, s.id, &row));
	expect(*row_text(row, WATCH_DECIDED_ON) != 0);
}
