/* join_test.c - two records of one child: read as one by whoever reads either, parted again exactly, on both stores. */
#include "record/join.h"

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/buf.h"
#include "record/dispose.h"
#include "record/query.h"
#include "record/search.h"
#include "record/story.h"
#include "tests/store.h"
#include "tests/world.h"

struct joining { struct world w; const char *from, *into; const struct fault *fault; int kept; };

static const struct fault *child(struct act *act, struct world w, const char *name, struct row **out)
{
	return record_get(act, &PUPIL, world_id(w, name), out);
}

static const struct fault *join(struct act *act, void *self)
{
	struct joining *j = self;
	struct row *from, *into;

	TRY(child(act, j->w, j->from, &from));
	TRY(child(act, j->w, j->into, &into));
	return pupil_join(act, from, into, "entered twice in September");
}

static const struct fault *part(struct act *act, void *self)
{
	struct joining *j = self;

	return pupil_part(act, world_id(j->w, j->from), "they are cousins", &j->kept);
}

static void joined(struct world w, const char *from, const char *into)
{
	struct test *t = w.t;

	expect_fine(world_do(as(w, "senco"), join, &(struct joining){ .w = w, .from = from, .into = into }));
}

static int parted(struct world w, const char *from)
{
	struct joining j = { .w = w, .from = from };
	struct test *t = w.t;

	expect_fine(world_do(as(w, "senco"), part, &j));
	return j.kept;
}

struct adding { struct world w; const struct record *r; const char *kid, *typed, *id; struct row *about; };

static const struct fault *add(struct act *act, void *self)
{
	struct adding *a = self;
	struct row *about = NULL;
	struct form *f = a->typed ? world_form(a->w, act->a, a->r, a->typed) : make_valid(a->w, act->a, a->r);

	if (a->r->about)
		TRY(child(act, a->w, a->kid, &about));
	TRY(record_add(act, a->r, about, f, &a->id));
	a->id = arena_text(a->w.t->a, a->id);
	return NULL;
}

static const char *added_by(struct world w, const char *login, const struct record *r, const char *kid, const char *typed)
{
	struct adding a = { .w = w, .r = r, .kid = kid, .typed = typed };
	struct test *t = w.t;

	expect_fine(world_do(as(w, login), add, &a));
	return a.id;
}

static const char *added(struct world w, const struct record *r, const char *kid, const char *typed)
{
	return added_by(w, "senco", r, kid, typed);
}

static int64_t count_of(struct world w, const char *login, const struct record *r, const char *kid)
{
	struct test *t = w.t;
	int64_t n;

	expect_fine(record_count(world_read(as(w, login)), r, &(struct ask){ .pupil = world_id(w, kid) }, &n));
	return n;
}

#define OF_ANA "kind=observation&happened_on=2026-11-20&text=Ana%20reads%20aloud"
#define OF_SAM "kind=observation&happened_on=2026-11-20&text=Sam%20used%20his%20card"

TEST_STORE(both_histories_are_one_child_s_for_whoever_reads_either)
{
	struct world w = world_new(t);
	const char *of_ana = added(w, &NOTE, "ana", OF_ANA);
	struct row *row;
	struct rows history;
	struct act *act;

	added(w, &NOTE, "sam", OF_SAM);
	expect_fault(record_get(world_read(as(w, "teacher")), &NOTE, of_ana, &row), FAULT_NONE);
	joined(w, "ana", "sam");
	act = world_read(as(w, "teacher"));
	expect_fine(record_get(act, &NOTE, of_ana, &row));
	expect_text(row_text(row, NOTE_TEXT), "Ana reads aloud");
	expect_text(row_about(row), world_id(w, "sam"));
	expect_fine(record_history(act, row, &history));
	expect_int(history.count, 1);
	expect_text(row_text(history.row[0], NOTE_TEXT), "Ana reads aloud");
	expect_int(count_of(w, "senco", &NOTE, "sam"), 2);
	expect_int(count_of(w, "senco", &NOTE, "ana"), 0);
}

TEST_STORE(a_joined_record_is_no_child_any_longer_and_its_id_leads_to_the_other)
{
	struct world w = world_new(t);
	struct search s;
	struct joined *list;
	struct row *row;
	struct act *act;
	int64_t before, after;
	int n;

	expect_fine(record_count(world_read(as(w, "senco")), &PUPIL, NULL, &before));
	joined(w, "ana", "sam");
	act = world_read(as(w, "senco"));
	expect_fine(record_count(act, &PUPIL, NULL, &after));
	expect_int(after, before - 1);
	expect_fault(record_get(act, &PUPIL, world_id(w, "ana"), &row), FAULT_NONE);
	expect_fine(pupil_find(act, world_id(w, "ana"), &row));
	expect_text(row_id(row), world_id(w, "sam"));
	expect_fine(search_all(act, "ana", &s));
	for (int i = 0; i < s.people_count; i++)
		expect(strcmp(s.people[i].id, world_id(w, "ana")) != 0);
	expect_fine(pupil_joined(act, row, &list, &n));
	expect_int(n, 1);
	expect_text(row_text(list[0].row, PUPIL_KNOWN_AS), "Ana");
	expect_text(list[0].why, "entered twice in September");
	expect_text(list[0].by, "Pat Okafor");
}

TEST_STORE(what_was_known_then_is_known_of_the_one_child)
{
	struct world w = world_new(t);
	struct row *row;
	struct act *act;
	struct rows rows;

	added(w, &NOTE, "ana", OF_ANA);
	joined(w, "ana", "sam");
	act = world_read(as(w, "senco"));
	act->known_on = "2035-12-31T00:00:00Z";
	expect_fine(record_list(act, &NOTE, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	expect_int(rows.count, 1);
	expect_text(row_text(rows.row[0], NOTE_TEXT), "Ana reads aloud");
	expect_fault(record_get(act, &PUPIL, world_id(w, "ana"), &row), FAULT_NONE);
	parted(w, "ana");
	act = world_read(as(w, "senco"));
	act->known_on = "2035-12-31T00:00:00Z";
	expect_fine(record_get(act, &PUPIL, world_id(w, "ana"), &row));
	expect_fine(record_list(act, &NOTE, &(struct ask){ .pupil = world_id(w, "ana") }, &rows));
	expect_int(rows.count, 1);
}

struct changing { const char *id, *text; };

static const struct fault *change_note(struct act *act, void *self)
{
	struct changing *c = self;
	struct form *f = form_new(act->a, &NOTE);
	struct row *row;

	TRY(record_get(act, &NOTE, c->id, &row));
	form_set(f, NOTE_TEXT, c->text);
	return record_change(act, row, f);
}

TEST_STORE(a_row_changed_while_joined_goes_back_with_its_change)
{
	struct world w = world_new(t);
	const char *of_ana = added(w, &NOTE, "ana", OF_ANA);
	struct rows history;
	struct row *row;
	struct act *act;

	joined(w, "ana", "sam");
	expect_fine(world_do(as(w, "senco"), change_note, &(struct changing){ of_ana, "Ana reads aloud to others" }));
	expect_int(parted(w, "ana"), 0);
	act = world_read(as(w, "senco"));
	expect_fine(record_get(act, &NOTE, of_ana, &row));
	expect_text(row_about(row), world_id(w, "ana"));
	expect_text(row_text(row, NOTE_TEXT), "Ana reads aloud to others");
	expect_fine(record_history(act, row, &history));
	expect_int(history.count, 2);
	expect_text(row_text(history.row[1], NOTE_TEXT), "Ana reads aloud");
	expect_fault(record_get(world_read(as(w, "teacher")), &NOTE, of_ana, &row), FAULT_NONE);
}

TEST_STORE(what_is_added_while_joined_stays_unless_it_points_at_a_row_of_the_other_s)
{
	struct world w = world_new(t);
	const char *home = added(w, &CONTACT, "ana", "surname=Whitlock&relationship=PAM&priority=1&from=2024-09-01"), *limit;
	struct row *row;
	struct act *act;

	joined(w, "ana", "sam");
	added(w, &NOTE, "sam", OF_SAM);
	limit = added_by(w, "dsl", &CONTACT_LIMIT, "sam",
		arena_printf(t->a, "contact=%s&kind=address&detail=Not%%20told&from=2026-09-01", home));
	expect_int(count_of(w, "senco", &CONTACT_LIMIT, "sam"), 1);
	parted(w, "ana");
	act = world_read(as(w, "senco"));
	expect_fine(record_get(act, &CONTACT_LIMIT, limit, &row));
	expect_text(row_about(row), world_id(w, "ana"));
	expect_text(row_text(row, CONTACT_LIMIT_DETAIL), "Not told");
	expect_int(count_of(w, "senco", &NOTE, "sam"), 1);
	expect_int(count_of(w, "senco", &NOTE, "ana"), 0);
}

struct late { struct world w; const char *note; };

static const struct fault *join_then_add(struct act *act, void *self)
{
	struct late *x = self;
	struct row *from, *into;

	TRY(child(act, x->w, "ana", &from));
	TRY(child(act, x->w, "sam", &into));
	TRY(pupil_join(act, from, into, "entered twice"));
	return record_add(act_lift(act), &NOTE, from, world_form(x->w, act->a, &NOTE, OF_ANA), &x->note);
}

TEST_STORE(what_is_still_said_of_a_joined_record_is_the_child_s)
{
	struct world w = world_new(t);
	struct late x = { .w = w };

	expect_fine(world_do(as(w, "senco"), join_then_add, &x));
	expect_int(count_of(w, "senco", &NOTE, "sam"), 1);
	expect_int(count_of(w, "senco", &NOTE, "ana"), 0);
}

TEST_STORE(three_records_of_one_child_part_in_any_order)
{
	struct world w = world_new(t);
	struct row *row;

	added(w, &NOTE, "ana", OF_ANA);
	joined(w, "ana", "mia");
	joined(w, "mia", "sam");
	expect_int(count_of(w, "senco", &NOTE, "sam"), 1);
	expect_fine(pupil_find(world_read(as(w, "senco")), world_id(w, "ana"), &row));
	expect_text(row_id(row), world_id(w, "sam"));
	parted(w, "mia");
	expect_int(count_of(w, "senco", &NOTE, "mia"), 1);
	joined(w, "mia", "sam");
	parted(w, "ana");
	expect_int(count_of(w, "senco", &NOTE, "ana"), 1);
	expect_int(count_of(w, "senco", &NOTE, "sam"), 0);
	parted(w, "mia");
}

TEST_STORE(only_who_may_change_both_may_join_and_only_within_a_school)
{
	struct world w = world_new(t);
	struct joining j = { .w = w, .from = "ana", .into = "sam" }, self = { .w = w, .from = "sam", .into = "sam" };

	expect_fault(world_do(as(w, "teacher"), join, &j), FAULT_NONE);
	expect_fault(world_do(as(w, "it"), join, &j), FAULT_NONE);
	expect_fault(world_do(as(w, "senco2"), join, &j), FAULT_NONE);
	expect_fault(world_do(as(w, "senco"), join, &self), FAULT_INVALID);
	joined(w, "ana", "sam");
	expect_fault(world_do(as(w, "senco"), join, &j), FAULT_NONE);
	expect_fault(world_do(as(w, "teacher"), part, &j), FAULT_NONE);
	parted(w, "ana");
	expect_fault(world_do(as(w, "senco"), part, &j), FAULT_NONE);
}

struct disposing { struct world w; int64_t rows; };

static const struct fault *dispose(struct act *act, void *self)
{
	struct disposing *d = self;

	return record_dispose(act, world_id(d->w, "sam"), world_id(d->w, "head"), (const struct record *const[]){ NULL }, &d->rows);
}

static struct db *store_of(struct world w)
{
	struct test *t = w.t;
	struct db *db = store_open(t, world_where(w), DB_READ);

	expect_fine(db_begin(db, t->a, false));
	expect_fine(db_actor(db, t->a, "", "*"));
	return db;
}

static int64_t rows_where(struct test *t, struct db *db, const char *sql, const char *id)
{
	struct stmt *st;
	int64_t n;
	bool more;

	expect_fine(db_ask(db, t->a, sql, &st));
	stmt_text(st, 1, id);
	expect_fine(stmt_step(st, &more));
	n = stmt_get_int(st, 0);
	stmt_done(st);
	return n;
}

TEST_STORE(what_is_destroyed_of_a_child_is_destroyed_of_every_record_joined_and_their_keys)
{
	struct world w = world_new(t);
	struct disposing d = { .w = w };
	struct db *db;

	added(w, &NOTE, "ana", OF_ANA);
	joined(w, "ana", "sam");
	expect_fine(world_do(as(w, "senco"), dispose, &d));
	expect(d.rows > 4);
	db = store_of(w);
	expect_int(rows_where(t, db, "SELECT count(*) FROM note WHERE joined_from = $1", world_id(w, "ana")), 0);
	expect_int(rows_where(t, db, "SELECT count(*) FROM pupil WHERE id = $1", world_id(w, "ana")), 0);
	expect_int(rows_where(t, db, "SELECT count(*) FROM seal_key WHERE subject = $1", world_id(w, "ana")), 0);
	expect_int(rows_where(t, db, "SELECT count(*) FROM note_version WHERE joined_from = $1", world_id(w, "ana")), 0);
}

/* ---- exactly as before ---- */

static void tell_row(struct buf *b, struct act *act, const struct row *row)
{
	const struct record *r = row_record(row);

	buf_printf(b, "\n %s %s", row_id(row), row_about(row));
	for (int i = 0; i < r->count; i++)
		buf_printf(b, "|%d%s", row_has(row, i), row_show(act->a, row, i));
	if (!(r->is & IS_PUPIL))
		buf_printf(b, "|%lld", (long long)row_version(row));
}

/* All that one person gets by every verb that asks by child, and all lists whole. */
static void tell_all(struct world w, const char *login, struct buf *b)
{
	static const char *const KIDS[] = { "sam", "ana", "mia" };
	struct act *act = world_read(as(w, login));
	struct test *t = w.t;
	struct rows rows;

	buf_printf(b, "\n== %s", login);
	for (int i = 0; i < act->house->count; i++) {
		const struct record *r = act->house->records[i];

		expect_fine(record_list(act, r, &(struct ask){ .limit = 5000, .order = "" , .with_withdrawn = true }, &rows));
		buf_printf(b, "\n= %s %d", r->name, rows.count);
		for (int k = 0; k < rows.count; k++)
			tell_row(b, act, rows.row[k]);
	}
	for (size_t k = 0; k < sizeof KIDS / sizeof *KIDS; k++) {
		struct search s;
		struct events events;
		struct changes changes;

		expect_fine(record_story(act, world_id(w, KIDS[k]), NULL, DAY_NONE, 60, 0, &events));
		for (int i = 0; i < events.count; i++)
			buf_printf(b, "\n- %s %s %s", events.list[i].id, events.list[i].when, events.list[i].line);
		expect_fine(record_changes(act, world_id(w, KIDS[k]), 60, 0, &changes));
		for (int i = 0; i < changes.count; i++)
			if (!(changes.list[i].record->is & IS_PUPIL))
				buf_printf(b, "\n~ %s %lld", changes.list[i].id, (long long)changes.list[i].version);
		expect_fine(search_all(act, KIDS[k], &s));
		for (int i = 0; i < s.people_count; i++)
			buf_printf(b, "\n? %s", s.people[i].id);
		for (int i = 0; i < s.record_count; i++)
			buf_printf(b, "\n? %s", s.records[i].id);
	}
}

static const char *told(struct world w)
{
	static const char *const LOGINS[] = { "senco", "dsl", "teacher", "ta", "hoy", "office", "senco2", "asst_senco", "head",
		"slt", "exams", "governor", "auditor", "it" };
	size_t n = w.t->pg ? 7 : sizeof LOGINS / sizeof *LOGINS; /* each has a connection of their own */
	struct buf b = buf_new(w.t->a);

	for (size_t i = 0; i < n; i++)
		tell_all(w, LOGINS[i], &b);
	return buf_text(&b);
}

struct filling { struct world w; uint64_t seed; int made; };

/* Some rows of every type about each child; what a type will not take by chance is left. */
static const struct fault *fill_all(struct act *act, void *self)
{
	static const char *const KIDS[] = { "sam", "ana", "mia" };
	struct filling *x = self;

	for (int i = 0; i < act->house->count; i++)
		for (int k = 0; k < 3; k++) {
			struct adding a = { .w = x->w, .r = act->house->records[i], .kid = KIDS[k] };
			const struct fault *f;

			x->seed = x->seed * 6364136223846793005u + 1442695040888963407u;
			if (!a.r->about || (a.r->is & SYSTEM_ONLY) || (x->seed >> 40) % 3 == 0)
				continue;
			f = add(act, &a);
			if (f && f->code != FAULT_INVALID && f->code != FAULT_NONE)
				return f;
			x->made += !f;
		}
	return NULL;
}

static void fill(struct world w, uint64_t seed)
{
	struct filling x = { .w = w, .seed = seed };
	struct test *t = w.t;

	expect_fine(world_do(as(w, "senco"), fill_all, &x));
	expect(x.made > 8);
}

TEST_STORE(joining_and_parting_leaves_every_answer_to_everybody_as_it_was)
{
	struct world w = world_new(t);
	const char *before;

	fill(w, 1);
	before = told(w);
	joined(w, "ana", "sam");
	expect(strcmp(told(w), before) != 0);
	expect_int(parted(w, "ana"), 0);
	expect_text(told(w), before);
}

TEST_STORE(so_does_joining_three_and_parting_them_in_the_order_they_came)
{
	struct world w = world_new(t);
	const char *before;

	fill(w, 2);
	before = told(w);
	joined(w, "ana", "sam");
	joined(w, "sam", "mia");
	expect_int(parted(w, "ana"), 0);
	expect_int(parted(w, "sam"), 0);
	expect_text(told(w), before);
}

/* Rows are always found under a child that stands: what lists, counts and named queries rely on. */
TEST_STORE(no_row_is_ever_about_a_joined_record)
{
	struct world w = world_new(t);
	const struct house *h = world_house(w);
	struct db *db;

	fill(w, 9);
	joined(w, "ana", "mia");
	fill(w, 10);
	joined(w, "mia", "sam");
	fill(w, 11);
	db = store_of(w);
	for (int i = 0; i < h->count; i++)
		for (int version = 0; h->records[i]->about && version < 2; version++)
			expect_int(rows_where(t, db, arena_printf(t->a, "SELECT count(*) FROM \"%s%s\" r JOIN pupil p ON p.id = "
				"r.\"%s\" WHERE p.alias_of IS NOT NULL AND r.id <> $1", h->records[i]->name, version ?
				"_version" : "", h->records[i]->about), ""), 0);
}
