/* record_test.c - the engine's promises, on both stores: who may, what is kept, what a mistake leaves behind. */
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "record/journal.h"
#include "tests/store.h"
#include "tests/world.h"

struct adding { struct world w; const struct record *r; const char *pupil, *typed, *id; const struct fault *why; };

static const struct fault *add(struct act *act, void *self)
{
	struct adding *add = self;
	struct row *about = NULL;

	if (add->pupil)
		TRY(record_get(act, &PUPIL, world_id(add->w, add->pupil), &about));
	return record_add(act, add->r, about, world_form(add->w, act->a, add->r, add->typed), &add->id);
}

static const char *added(struct world w, const struct record *r, const char *pupil, const char *typed)
{
	struct adding a = { .w = w, .r = r, .pupil = pupil, .typed = typed };
	struct test *t = w.t;

	expect_fine(world_do(w, add, &a));
	return a.id;
}

#define A_NOTE "kind=observation&happened_on=2026-11-20&text=Used%20his%20help%20card%20twice"

TEST_STORE(a_teacher_reads_the_children_they_teach_and_names_of_the_rest)
{
	struct world w = world_new(t);
	struct act *act = world_read(as(w, "teacher"));
	struct row *sam, *ana, *none;

	expect_fine(record_get(act, &PUPIL, world_id(w, "sam"), &sam));
	expect_text(row_text(sam, PUPIL_UPN), "F999234525001");
	expect_fine(record_get(act, &PUPIL, world_id(w, "ana"), &ana));
	expect_text(row_text(ana, PUPIL_KNOWN_AS), "Ana");
	expect(!row_has(ana, PUPIL_DOB));
	expect_text(row_text(ana, PUPIL_DOB), "");
	expect_fault(record_get(act, &PUPIL, world_id(w, "zed"), &none), FAULT_NONE);
	expect_fault(record_get(act, &PUPIL, "00000000000000000000000000", &none), FAULT_NONE);
}

TEST_STORE(a_note_is_sealed_and_read_back_by_those_who_may)
{
	struct world w = world_new(t);
	const char *id = added(as(w, "senco"), &NOTE, "sam", A_NOTE);
	struct db *db = store_open(t, world_where(w), DB_READ);
	struct stmt *st;
	struct row *note;
	const char *blob;
	size_t n;
	bool more;

	expect_fine(record_get(world_read(as(w, "senco")), &NOTE, id, &note));
	expect_text(row_text(note, NOTE_TEXT), "Used his help card twice");
	expect_fine(db_begin(db, t->a, false));
	expect_fine(db_actor(db, t->a, "", "*"));
	expect_fine(db_ask(db, t->a, "SELECT text FROM note WHERE id = $1", &st));
	stmt_text(st, 1, id);
	expect_fine(stmt_step(st, &more));
	blob = stmt_get_bytes(st, 0, &n);
	expect(n > 24 && !memmem(blob, n, "help card", 9));
}

TEST_STORE(what_it_gives_nobody_else_is_one_answer)
{
	struct world w = world_new(t);
	const char *id = added(as(w, "senco"), &NOTE, "ana", A_NOTE);
	struct row *row;

	expect_fault(record_get(world_read(as(w, "ta")), &NOTE, id, &row), FAULT_NONE);
	expect_fault(record_get(world_read(as(w, "senco2")), &NOTE, id, &row), FAULT_NONE);
	expect_fault(record_get(world_read(as(w, "governor")), &PUPIL, world_id(w, "sam"), &row), FAULT_NONE);
	expect_fault(record_get(world_read(as(w, "it")), &PUPIL, world_id(w, "sam"), &row), FAULT_NONE);
}

struct changing { const char *id, *typed; struct world w; int64_t version; };

static const struct fault *change(struct act *act, void *self)
{
	struct changing *c = self;
	struct form *f = world_form(c->w, act->a, &PUPIL, c->typed);
	struct row *row;

	TRY(record_get(act, &PUPIL, c->id, &row));
	f->version = c->version;
	return record_change(act, row, f);
}

TEST_STORE(a_stale_save_is_told_and_changes_nothing)
{
	struct world w = as(world_new(t), "senco");
	struct changing one = { world_id(w, "sam"), "known_as=Sammy", w, 1 }, two = { world_id(w, "sam"), "known_as=Samuel", w, 1 };
	struct row *row;
	struct rows history;
	struct act *act;

	expect_fine(world_do(w, change, &one));
	expect_fault(world_do(w, change, &two), FAULT_STALE);
	act = world_read(w);
	expect_fine(record_get(act, &PUPIL, one.id, &row));
	expect_text(row_text(row, PUPIL_KNOWN_AS), "Sammy");
	expect_int(row_version(row), 2);
	expect_fine(record_history(act, row, &history));
	expect_int(history.count, 2);
	expect_text(row_text(history.row[1], PUPIL_KNOWN_AS), "Sam");
	expect_text(row_by(history.row[0]), "Pat Okafor");
}

TEST_STORE(the_journal_holds_every_change_and_an_altered_entry_is_named)
{
	struct world w = world_new(t);
	int64_t entries, broken;
	const char *why;
	struct db *db;

	added(as(w, "senco"), &NOTE, "sam", A_NOTE);
	db = store_open(t, world_where(w), DB_MAKE);
	expect_fine(journal_verify(t->a, db, &entries, &broken, &why));
	expect_int(broken, 0);
	expect(entries > 30);
	expect_fine(db_run(db, t->a, "UPDATE journal SET account = 'somebody else' WHERE number = 7"));
	expect_fine(journal_verify(t->a, db, &entries, &broken, &why));
	expect_int(broken, 7);
	expect_fine(db_run(db, t->a, "DELETE FROM journal WHERE number >= 7"));
	expect_fine(journal_verify(t->a, db, &entries, &broken, &why));
	expect_int(broken, 7);
}

static const struct fault *add_then_fail(struct act *act, void *self)
{
	TRY(add(act, self));
	return FAULT(act->a, FAULT_BROKEN, "on purpose");
}

TEST_STORE(a_failed_act_leaves_nothing)
{
	struct world w = as(world_new(t), "senco");
	struct adding a = { .w = w, .r = &NOTE, .pupil = "sam", .typed = A_NOTE };
	int64_t n;

	expect_fault(world_do(w, add_then_fail, &a), FAULT_BROKEN);
	expect_fine(record_count(world_read(w), &NOTE, NULL, &n));
	expect_int(n, 0);
}

TEST_STORE(what_was_known_then_is_read_as_it_stood)
{
	struct world w = as(world_new(t), "senco");
	struct changing one = { world_id(w, "sam"), "known_as=Sammy", w, 0 };
	struct row *row;
	struct act *act;

	clock_fix(moment_seconds("2036-01-01T10:00:00Z"));
	expect_fine(world_do(w, change, &one));
	clock_fix(-1);
	act = world_read(w);
	act->known_on = "2035-12-31T00:00:00Z";
	expect_fine(record_get(act, &PUPIL, one.id, &row));
	expect_text(row_text(row, PUPIL_KNOWN_AS), "Sam");
}

static const struct fault *misplaced(struct act *act, void *self)
{
	struct adding *a = self;
	struct form *f = world_form(a->w, act->a, a->r, a->typed);
	struct row *about;
	const struct fault *fault;

	TRY(record_get(act, &PUPIL, world_id(a->w, "sam"), &about));
	fault = record_add(act, a->r, about, f, &a->id);
	a->why = fault;
	a->typed = f->error_count ? arena_text(a->w.t->a, f->errors[0].text) : "";
	return fault;
}

TEST_STORE(bad_input_names_the_field_and_changes_nothing)
{
	struct world w = as(world_new(t), "senco");
	struct adding a = { .w = w, .r = &NOTE, .pupil = "sam", .typed = "kind=observation&happened_on=2062-01-01&text=x" };
	int64_t n;

	expect_fault(world_do(w, misplaced, &a), FAULT_INVALID);
	expect_has(a.typed, "must be today or earlier");
	expect_fine(record_count(world_read(w), &NOTE, NULL, &n));
	expect_int(n, 0);
}

/* What a person may read and do does not change with what is known of the child beforehand. */
static void same_with_focus(struct test *t, struct act *plain, struct act *asked, const char *pupil)
{
	struct row *one = NULL, *other = NULL;

	expect_fine(act_focus(asked, pupil));
	expect(!record_get(plain, &PUPIL, pupil, &one) == !record_get(asked, &PUPIL, pupil, &other));
	for (int i = 0; one && i < PUPIL.count; i++)
		expect(row_has(one, i) == row_has(other, i));
	for (int i = 0; i < plain->house->count; i++) {
		const struct record *r = plain->house->records[i];
		struct rows a, b;

		expect_fine(record_list(plain, r, NULL, &a));
		expect_fine(record_list(asked, r, NULL, &b));
		expect_int(a.count, b.count);
		for (int k = 0; k < a.count && k < b.count; k++)
			expect_text(row_id(a.row[k]), row_id(b.row[k]));
		for (int right = 0; one && right < RIGHTS; right++)
			expect(record_may(plain, r, (enum right)right, one) == record_may(asked, r, (enum right)right, other));
	}
}

TEST_STORE(what_may_be_read_is_the_same_when_a_page_is_about_one_child)
{
	static const char *const PEOPLE[] = { "teacher", "ta", "hoy", "senco", "dsl" };
	static const char *const CHILDREN[] = { "sam", "ana", "mia", "zed" };
	struct world w = world_new(t);

	added(as(w, "senco"), &NOTE, "sam", A_NOTE);
	added(as(w, "senco"), &NOTE, "ana", A_NOTE);
	for (size_t i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
		struct act *plain = world_read(as(w, PEOPLE[i])), *asked = world_read(as(w, PEOPLE[i]));

		for (size_t k = 0; k < sizeof CHILDREN / sizeof *CHILDREN; k++)
			same_with_focus(t, plain, asked, world_id(w, CHILDREN[k]));
	}
}
