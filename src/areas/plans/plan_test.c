/* plan_test.c - a plan wears its type's table; what is signed stays; who may not see a kind of plan does not. */
#include "areas/plans/area.h"
#include "areas/people/area.h"
#include "record/shape.h"
#include "tests/world.h"

static const struct fault *type_of(struct act *act, const char *code, const char **id)
{
	struct rows rows;

	TRY(record_list(act, &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_CODE, IS, code } } }, &rows));
	*id = row_id(rows.row[0]);
	return NULL;
}

struct made { struct world w; const char *plan, *code; };

static const struct fault *make_plan(struct act *act, void *self)
{
	struct made *m = self;
	const struct record *r;
	const char *type;
	struct row *sam;
	struct form *f;

	TRY(type_of(act, m->code, &type));
	TRY(plan_type_record(act, type, &r));
	TRY(record_get(act, &PUPIL, world_id(m->w, "sam"), &sam));
	f = form_new(act->a, r);
	form_set(f, PLAN_TYPE_REF, type);
	form_set(f, PLAN_STATE, "assess");
	if (field_find(r, "concern") >= 0)
		form_set(f, field_find(r, "concern"), "Reading aloud: stops at every line.\nName: value");
	form_set(f, field_find(r, "barriers"), "Tires after ten minutes");
	return record_add(act, r, sam, f, &m->plan);
}

static const struct fault *read_plan(struct act *act, void *self)
{
	struct made *m = self;
	struct test *t = m->w.t;
	const struct row *worn;
	struct row *row;

	TRY(record_get(act, &PLAN, m->plan, &row));
	TRY(row_shaped(act, row, &worn));
	expect_text(row_text(worn, field_find(row_record(worn), "concern")), "Reading aloud: stops at every line.\nName: value");
	expect_text(row_text(worn, field_find(row_record(worn), "barriers")), "Tires after ten minutes");
	expect_text(row_text(worn, field_find(row_record(worn), "effect")), "");
	return NULL;
}

static const struct fault *change_plan(struct act *act, void *self)
{
	struct made *m = self;
	struct test *t = m->w.t;
	const struct row *worn, *then;
	struct rows history;
	struct row *row;
	struct form *f;

	TRY(record_get(act, &PLAN, m->plan, &row));
	TRY(row_shaped(act, row, &worn));
	f = form_new(act->a, row_record(worn));
	form_set(f, field_find(row_record(worn), "barriers"), "");
	form_set(f, field_find(row_record(worn), "effect"), "Reads a page");
	TRY(record_change(act, (struct row *)worn, f));
	TRY(record_history(act, worn, &history));
	expect_int(history.count, 2);
	TRY(row_shaped(act, history.row[1], &then));
	expect_text(row_text(then, field_find(row_record(then), "barriers")), "Tires after ten minutes");
	expect_text(row_text(history.row[0], field_find(row_record(worn), "barriers")), "");
	return NULL;
}

TEST_STORE(what_a_plan_asks_for_is_kept_with_it_and_has_its_history)
{
	struct made m = { .w = as(world_new(t), "senco"), .code = "sen-support" };

	expect_fine(world_do(m.w, make_plan, &m));
	expect_fine(world_do(m.w, read_plan, &m));
	expect_fine(world_do(m.w, change_plan, &m));
}

static const struct fault *sign(struct act *act, void *self)
{
	struct made *m = self;
	struct row *row;
	struct form *f = form_new(act->a, &PLAN);

	TRY(record_get(act, &PLAN, m->plan, &row));
	form_set(f, PLAN_STATE, "signed");
	form_set(f, PLAN_SIGNED_ON, day_iso(act->a, act->today));
	return record_change(act, row, f);
}

TEST_STORE(a_signed_plan_and_its_targets_stay_as_they_are)
{
	struct made m = { .w = as(world_new(t), "senco"), .code = "sen-support" };

	expect_fine(world_do(m.w, make_plan, &m));
	expect_fine(world_do(m.w, sign, &m));
	expect_fault(world_do(m.w, change_plan, &m), FAULT_INVALID);
}

static const struct fault *narrow(struct act *act, void *self)
{
	struct made *m = self;
	struct form *f = form_new(act->a, &PLAN);
	struct row *row;

	TRY(record_get(act, &PLAN, m->plan, &row));
	form_set(f, PLAN_ONLY, "senco head");
	return record_change(act_lift(act), row, f);
}

TEST_STORE(a_kind_of_plan_that_few_may_see_is_not_there_for_the_others)
{
	struct made m = { .w = as(world_new(t), "senco"), .code = "sen-support" };

	expect_fine(world_do(m.w, make_plan, &m));
	expect_fine(world_do(as(m.w, "teacher"), read_plan, &m));
	expect_fine(world_do(m.w, narrow, &m));
	expect_fine(world_do(as(m.w, "head"), read_plan, &m));
	expect_fault(world_do(as(m.w, "teacher"), read_plan, &m), FAULT_NONE);
	expect_fault(world_do(as(m.w, "dsl"), read_plan, &m), FAULT_NONE);
}

TEST_STORE(a_kind_of_plan_that_is_switched_off_cannot_be_begun)
{
	struct made m = { .w = as(world_new(t), "senco"), .code = "isp" };

	expect_fault(world_do(m.w, make_plan, &m), FAULT_INVALID);
}
