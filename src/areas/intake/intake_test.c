/* intake_test.c - real files against the store: what they bring, what they must not touch, twice the same, and undone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "areas/intake/plan.h"
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "record/join.h"
#include "tests/world.h"

struct bringing { struct world w; const char *path, *text; struct plan *plan; const char *import; bool dry; };

static const char *whole_file(struct test *t, const char *path, size_t *n)
{
	FILE *f = fopen(arena_printf(t->a, "%s/samples/%s", t->data, path), "rb");
	char *bytes;

	expect_stop(f != NULL);
	fseek(f, 0, SEEK_END);
	*n = (size_t)ftell(f);
	rewind(f);
	bytes = arena_alloc(t->a, *n + 1);
	expect_int(fread(bytes, 1, *n, f), *n);
	fclose(f);
	return bytes;
}

static const struct fault *bring_in(struct act *act, void *self)
{
	struct bringing *b = self;
	struct doc_part part = { .name = b->path };
	struct intake_options o = { .today = DAY_NONE, .in_process = true };
	struct intake *in;

	part.n = b->text ? strlen(b->text) : 0;
	part.bytes = b->text ? b->text : whole_file(b->w.t, b->path, &part.n);
	TRY(intake_read(act->a, &part, 1, &o, &in));
	TRY(plan_make(act, in, NULL, 0, &b->plan));
	return b->dry ? NULL : plan_commit(act, b->plan, NULL, "hash", NULL, &b->import);
}

static struct plan *brought(struct world w, const char *path)
{
	struct bringing b = { .w = w, .path = path };
	struct test *t = w.t;

	expect_fine(world_do(w, bring_in, &b));
	return b.plan;
}

static struct plan *typed(struct world w, const char *text)
{
	struct bringing b = { .w = w, .path = "typed.csv", .text = text };
	struct test *t = w.t;

	expect_fine(world_do(w, bring_in, &b));
	return b.plan;
}

static int64_t how_many(struct world w, const struct record *r, const struct ask *ask)
{
	struct test *t = w.t;
	int64_t n;

	expect_fine(record_count(world_read(as(w, "program")), r, ask, &n));
	return n;
}

TEST_STORE(a_school_comes_in_from_its_list_and_the_same_list_again_changes_nothing)
{
	struct world w = as(world_new(t), "senco");
	struct plan *p = brought(w, "mis/sims_student_report.csv");

	expect_int(p->new_children, 84 - 1); /* sam has the UPN of one of them */
	expect_int(p->changed_children, 1);
	p = brought(w, "mis/sims_student_report.csv");
	expect_int(p->new_children + p->changed_children, 0);
	expect_int(p->unchanged, 84);
	expect_int(how_many(w, &REGISTER_STATUS, &(struct ask){ .where = { { REGISTER_STATUS_PROVISION, IS, "K" } } }), 15);
	expect_int(how_many(w, &REGISTER_STATUS, &(struct ask){ .where = { { REGISTER_STATUS_PROVISION, IS, "E" } } }), 5);
}


static const struct fault *put_on(struct act *act, void *self)
{
	struct world *w = self;
	struct form *f = world_form(*w, act->a, &REGISTER_STATUS,
		"provision=E&from=2025-01-06&parents_told_on=2025-01-06&parents_told_how=meeting");
	struct row *sam;
	const char *id;

	TRY(record_get(act, &PUPIL, world_id(*w, "sam"), &sam));
	return record_add(act, &REGISTER_STATUS, sam, f, &id);
}

TEST_STORE(what_the_senco_recorded_is_asked_and_never_overwritten)
{
	struct world w = as(world_new(t), "senco");
	struct plan *p;

	expect_fine(world_do(w, put_on, &w));
	p = brought(w, "mis/sims_student_report.csv");
	expect_int(p->asks, 1);
	expect_int(how_many(w, &IMPORT_ITEM, NULL), 1);
	expect_int(how_many(w, &REGISTER_STATUS, &(struct ask){ .pupil = world_id(w, "sam") }), 1);
	brought(w, "mis/sims_student_report.csv");
	expect_int(how_many(w, &IMPORT_ITEM, NULL), 1);
}

static const struct fault *join_another(struct act *act, void *self)
{
	struct world *w = self;
	struct row *sam;
	struct rows rows;

	TRY(record_get(act, &PUPIL, world_id(*w, "sam"), &sam));
	TRY(record_list(act, &PUPIL, &(struct ask){ .where = { { PUPIL_UPN, IS_NOT, "F999234525001" },
		{ PUPIL_UPN, FILLED, NULL } }, .order = "-upn", .limit = 1 }, &rows));
	return pupil_join(act, rows.row[0], sam, "one child");
}

TEST_STORE(a_row_of_a_joined_record_is_the_child_it_was_joined_to_and_makes_no_new_one)
{
	struct world w = as(world_new(t), "senco");
	int64_t pupils;
	struct plan *p;

	brought(w, "mis/sims_student_report.csv");
	expect_fine(world_do(w, join_another, &w));
	pupils = how_many(w, &PUPIL, NULL);
	p = brought(w, "mis/sims_student_report.csv");
	expect_int(p->new_children, 0); /* which of two times on roll stands is asked where records are joined, not here */
	expect_int(how_many(w, &PUPIL, NULL), pupils);
}

static const struct fault *take_back(struct act *act, void *self)
{
	const char *id = self;
	struct row *import;
	int undone, kept;

	TRY(record_get(act, &IMPORT, id, &import));
	TRY(plan_undo(act, import, &undone, &kept));
	return kept ? FAULT(act->a, FAULT_BROKEN, "%d rows were kept", kept) : NULL;
}

TEST_STORE(an_import_undone_leaves_everything_as_it_was)
{
	struct world w = as(world_new(t), "senco");
	struct bringing b = { .w = w, .path = "mis/sims_student_report.csv" };
	int64_t pupils = how_many(w, &PUPIL, NULL);
	struct row *sam;

	expect_fine(world_do(w, bring_in, &b));
	expect_int(how_many(w, &PUPIL, NULL), pupils + 83);
	expect_fine(world_do(w, take_back, (void *)(uintptr_t)arena_text(t->a, b.import)));
	expect_int(how_many(w, &PUPIL, NULL), pupils);
	expect_int(how_many(w, &REGISTER_STATUS, NULL), 0);
	expect_fine(record_get(world_read(w), &PUPIL, world_id(w, "sam"), &sam));
	expect_text(row_text(sam, PUPIL_SURNAME), "Whitlock");
	expect_fault(world_do(w, take_back, (void *)(uintptr_t)arena_text(t->a, b.import)), FAULT_INVALID);
}

TEST_STORE(every_kind_of_file_goes_in_and_a_second_time_changes_nothing)
{
	static const char *const FILES[] = { "mis/sims_student_report.csv", "mis/contacts.csv", "mis/attendance_summary.csv",
		"mis/reading_assessments.csv", "mis/provision_map_export.csv", "mis/sen_register.xlsx",
		"ctf/9992345_CTF_9994567_001.xml",
		"ctf/9992345_CTF_999LLLL_001.xml", "giap/pupil_premium_2025-26.csv", "oneroster/oneroster_1.1.zip",
		"oneroster/oneroster_1.2.zip", "calendar/term_dates_fictional.csv",
		"calendar/term_dates_fictional.json" };
	struct world w = as(world_new(t), "senco");

	for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
		struct plan *p = brought(w, FILES[i]);

		p = brought(w, FILES[i]);
		if (p->new_children || p->changed_children)
			test_fail(t, __FILE__, __LINE__, "%s again: %d new, %d changed", FILES[i], p->new_children,
				p->changed_children);
	}
	expect(how_many(w, &CONTACT, NULL) >= 84);
	expect(how_many(w, &ASSESSMENT, NULL) >= 57);
	expect(how_many(w, &PROVISION_LINE, NULL) >= 20);
}

TEST_STORE(a_school_of_another_campus_is_not_touched)
{
	struct world w = world_new(t);

	brought(as(w, "senco2"), "mis/sims_student_report.csv");
	expect_int(how_many(as(w, "senco"), &PUPIL, &(struct ask){ .where = { { PUPIL_UPN, IS, "F999234525001" } } }), 2);
}

#define LARCH "UPN,Surname,Forename,DOB,Year,Reg\nF999234525001,Pemberton,Sienna,18/11/2021,4,Larch\n" \
	"V999234525002,Dunmore,Florence,17/01/2022,4,Larch\n"

TEST_STORE(the_form_in_a_pupil_list_is_a_class_and_a_child_who_moves_leaves_the_old_one)
{
	struct world w = as(world_new(t), "senco");
	const char *today = day_iso(t->a, world_read(w)->today), *tomorrow = day_iso(t->a, world_read(w)->today + 1);
	int64_t members = how_many(w, &CLASS_MEMBER, &(struct ask){ .as_at = today }), classes = how_many(w, &CLASS,
		&(struct ask){ 0 });

	typed(w, LARCH);
	expect_int(how_many(w, &CLASS, &(struct ask){ 0 }), classes + 1);
	expect_int(how_many(w, &CLASS_MEMBER, &(struct ask){ .as_at = today }), members + 2);
	typed(w, LARCH);
	expect_int(how_many(w, &CLASS_MEMBER, &(struct ask){ .as_at = today }), members + 2);
	typed(w, "UPN,Surname,Forename,DOB,Year,Reg\nV999234525002,Dunmore,Florence,17/01/2022,4,Yew\n");
	expect_int(how_many(w, &CLASS, &(struct ask){ 0 }), classes + 2);
	expect_int(how_many(w, &CLASS_MEMBER, &(struct ask){ .as_at = tomorrow }), members + 2);
}

TEST_STORE(who_teaches_a_class_is_known_by_code_by_name_and_by_an_initial_that_fits_one)
{
	struct world w = as(world_new(t), "senco");
	int64_t before;

	typed(w, "Staff Code,Title,Forename,Surname,Job Title\nDQU,Mr,Daniel,Quayle,Teacher\nANO,Ms,Anna,North,Teacher\n"
		"ALN,Ms,Alice,North,Teacher\n");
	before = how_many(w, &TEACHING, &(struct ask){ 0 });
	typed(w, "Class,Teacher,Subject\n9X,Mr D Quayle,Maths\n9Y,\"Quayle, Daniel\",Maths\n9Z,DQU,Maths\n9W,Miss Anna "
		"North,Art\n");
	expect_int(how_many(w, &TEACHING, &(struct ask){ 0 }), before + 4);
	typed(w, "Class,Teacher,Subject\n9V,Ms A North,Art\n9U,Mr B Quayle,Art\n"); /* two fit, and none does */
	expect_int(how_many(w, &TEACHING, &(struct ask){ 0 }), before + 4);
}
