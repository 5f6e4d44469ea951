/* records_test.c - what the tables of people add to the engine's checks: known names, numbers, attendance. */
#include "areas/people/area.h"
#include "tests/world.h"

struct saving { struct world w; const struct record *r; const char *about, *typed, *id, *said; };

static const struct fault *add(struct act *act, void *self)
{
	struct saving *s = self;
	struct form *f = world_form(s->w, act->a, s->r, s->typed);
	struct row *about = NULL;
	const struct fault *fault;

	if (s->about)
		TRY(record_get(act, &PUPIL, world_id(s->w, s->about), &about));
	fault = record_add(act, s->r, about, f, &s->id);
	s->id = fault ? "" : arena_text(s->w.t->a, s->id);
	s->said = arena_text(s->w.t->a, f->error_count ? f->errors[0].text : "");
	return fault;
}

static struct saving save(struct world w, const struct record *r, const char *about, const char *typed)
{
	struct saving s = { w, r, about, typed, "", "" };
	const struct fault *f = world_do(w, add, &s);

	if (f && f->code != FAULT_INVALID)
		test_fail(w.t, __FILE__, __LINE__, "%s", f->text);
	return s;
}

static struct row *read(struct world w, const struct record *r, const char *id)
{
	struct test *t = w.t;
	struct row *row;

	expect_fine(record_get(world_read(w), r, id, &row));
	return row;
}

static const struct fault *rename_child(struct act *act, void *self)
{
	struct saving *s = self;
	struct row *row;

	TRY(record_get(act, &PUPIL, s->id, &row));
	return record_change(act, row, world_form(s->w, act->a, &PUPIL, s->typed));
}

TEST_STORE(a_child_is_known_by_the_legal_name_until_somebody_says_otherwise)
{
	struct world w = as(world_new(t), "senco");
	struct saving s = save(w, &PUPIL, NULL, "surname=Sukarno");
	struct row *row = read(w, &PUPIL, s.id);

	expect_text(row_text(row, PUPIL_KNOWN_AS), "");
	expect_text(row_text(row, PUPIL_KNOWN_SURNAME), "Sukarno");
	s.typed = "forename=Bambang";
	expect_fine(world_do(w, rename_child, &s));
	expect_text(row_text(read(w, &PUPIL, s.id), PUPIL_KNOWN_AS), "Bambang");
	s.typed = "known_as=Bam";
	expect_fine(world_do(w, rename_child, &s));
	s.typed = "forename=Bambang Adi&surname=Sukarnoputra";
	expect_fine(world_do(w, rename_child, &s));
	row = read(w, &PUPIL, s.id);
	expect_text(row_text(row, PUPIL_KNOWN_AS), "Bam");
	expect_text(row_text(row, PUPIL_KNOWN_SURNAME), "Sukarnoputra");
}

TEST_STORE(a_number_of_the_wrong_shape_is_refused_and_a_wrong_check_letter_is_not)
{
	struct world w = as(world_new(t), "senco");

	expect_has(save(w, &PUPIL, NULL, "surname=A&upn=F99923452500").said, "13 letters and digits");
	expect_has(save(w, &PUPIL, NULL, "surname=A&upn=S999234525001").said, "I, O and S are not used");
	expect_has(save(w, &PUPIL, NULL, "surname=A&uln=0123456786").said, "first is not 0");
	expect_text(save(w, &PUPIL, NULL, "surname=A&upn=G999234525001").said, "");
}

TEST_STORE(attendance_in_a_thousand_is_worked_out_and_never_of_nothing)
{
	struct world w = as(world_new(t), "office");
	struct saving s = save(w, &ATTENDANCE_SUMMARY, "sam", "from=2026-09-02&until=2026-11-20&possible=106&present=100");
	struct saving none = save(w, &ATTENDANCE_SUMMARY, "sam", "from=2026-09-02&until=2026-11-20&possible=0&present=0");
	struct saving over = save(w, &ATTENDANCE_SUMMARY, "sam", "from=2026-09-02&until=2026-11-20&possible=10&present=11");

	expect_int(row_int(read(w, &ATTENDANCE_SUMMARY, s.id), ATTENDANCE_SUMMARY_PER_MILLE), 943);
	expect_text(row_text(read(w, &ATTENDANCE_SUMMARY, none.id), ATTENDANCE_SUMMARY_PER_MILLE), "");
	expect_has(over.said, "cannot be more than the 10 possible");
}
