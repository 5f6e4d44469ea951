/* access_test.c - every person x record type x row x right, tried through the verbs and compared with what the plain reader of the
 * matrix says (R1-R6). Also: what is withheld leaks by no filter, order or form, and "not yours" is "no such". */
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "areas/accounts/area.h"
#include "record/journal.h"
#include "tests/access_world.h"
#include "tests/store.h"

enum { TELL_MOST = 25 };

/* One person's tries at one record type, each undone again. */
struct trying {
	struct access_world *x;
	const struct person *p;
	const struct record *r;
	const struct facts *facts;
	struct act *act;
	struct rows handles, kids; /* as the program sees them */
	int *tried, *fields, *wrong;
};

static void differ(const struct trying *y, const struct fact *f, const char *what, bool got)
{
	struct test *t = y->x->t;

	if ((*y->wrong)++ < TELL_MOST)
		test_fail(t, __FILE__, __LINE__, "%s, %s of %s%s: %s is %s, and the text says otherwise", y->p->name, y->r->name,
			*f->kid ? f->kid : "nobody", f->withdrawn ? " (withdrawn)" : "", what, got ? "given" : "refused");
}

static void compare(const struct trying *y, const struct fact *f, const char *what, bool got, bool want)
{
	++*y->tried;
	if (got != want)
		differ(y, f, what, got);
}

static bool says(const struct trying *y, const struct fact *f, char right, const char *view)
{
	return access_says(y->x, y->p, y->r, f, right, view);
}

static bool view_shows(const struct trying *y, const struct fact *f, char right, const char *field)
{
	for (const struct view *v = y->r->views; v && v->name; v++)
		for (const char *const *name = v->fields; *name; name++)
			if (strcmp(*name, field) == 0 && says(y, f, right, v->name))
				return true;
	return false;
}

static bool shows(const struct trying *y, const struct fact *f, char right, int field)
{
	if (y->r->fields[field].flags & SECRET)
		return false;
	return says(y, f, right, NULL) || view_shows(y, f, right, y->r->fields[field].name);
}

static bool refused(const struct fault *f)
{
	return f && f->code == FAULT_NONE;
}

/* ---- reading ---- */

static void compare_fields(const struct trying *y, const struct fact *f, const struct row *row)
{
	for (int i = 0; i < y->r->count; i++) {
		bool want = shows(y, f, 'r', i);

		++*y->fields;
		if (row_has(row, i) != want || (!want && *row_text(row, i)))
			differ(y, f, y->r->fields[i].name, row_has(row, i));
	}
}

static void try_get(const struct trying *y, const struct fact *f)
{
	const struct fault *fault;
	struct row *row;

	fault = record_get(y->act, y->r, f->id, &row);
	compare(y, f, "reading", !fault, says(y, f, 'r', ""));
	if (!fault)
		compare_fields(y, f, row);
	else if (fault->code != FAULT_NONE)
		differ(y, f, fault->text, true);
}

static struct row *find_row(const struct rows *rows, const char *id)
{
	for (int i = 0; i < rows->count; i++)
		if (strcmp(row_id(rows->row[i]), id) == 0)
			return rows->row[i];
	return NULL;
}

static void try_list(const struct trying *y)
{
	struct ask all = { .limit = 100000 };
	struct test *t = y->x->t;
	struct rows rows;
	int64_t count, want = 0;

	expect_fine(record_list(y->act, y->r, &all, &rows));
	expect_fine(record_count(y->act, y->r, &all, &count));
	for (int i = 0; i < y->facts->count; i++) {
		const struct fact *f = &y->facts->fact[i];
		const struct row *row = find_row(&rows, f->id);
		bool may = !f->withdrawn && says(y, f, 'r', "");

		want += may;
		compare(y, f, "listing", row != NULL, may);
		if (row && may)
			compare_fields(y, f, row);
	}
	compare(y, &(struct fact){ .kid = "" }, "counting right", count == want && rows.count == want, true);
}

/* ---- writing, always undone ---- */

struct undo { const struct trying *y; };

static struct undo begin(const struct trying *y)
{
	struct test *t = y->x->t;

	expect_fine(db_savepoint(y->act->db, y->act->a, "try"));
	return (struct undo){ y };
}

static void undo(struct undo u)
{
	struct test *t = u.y->x->t;

	db_settle(u.y->act->db);
	db_rollback_to(u.y->act->db, u.y->act->a, "try");
	expect_fine(db_release(u.y->act->db, u.y->act->a, "try"));
}

static void try_change(const struct trying *y, const struct fact *f)
{
	struct row *row = find_row(&y->handles, f->id);
	const struct fault *fault = record_change(y->act, row, form_new(y->act->a, y->r));

	compare(y, f, "changing", !refused(fault), says(y, f, 'e', ""));
	fault = record_approve(y->act, row, form_new(y->act->a, y->r));
	compare(y, f, "approving", !refused(fault), says(y, f, 'p', ""));
	if (says(y, f, 'e', "") || strcmp(f->kid, "ana") == 0 || !y->r->about) {
		struct undo u = begin(y);

		fault = record_withdraw(y->act, row, "to try");
		compare(y, f, "withdrawing", !refused(fault), says(y, f, 'e', ""));
		undo(u);
	}
}

/* A row that does not stand yet, as the reader of the text sees it. */
static struct fact wished(const struct trying *y, const char *kid, const char *self)
{
	const char *id = kid ? access_id(y->x, kid) : "";
	bool away = kid && strcmp(kid, "zed") == 0;

	return (struct fact){ .id = "", .campus = kid ? world_id(y->x->w, away ? "harrowgate" : "thistlewick") : y->p->campus,
		.about = y->r->about ? id : "",
		.kid = kid ? kid : "", .self = self ? self : "" };
}

static void try_add(const struct trying *y, const char *kid, const char *self)
{
	struct fact f = wished(y, kid, self);
	struct form *form = access_form(y->x, y->act->a, y->r, kid && strcmp(kid, "zed") == 0 ? "harrowgate" : "thistlewick");
	struct row *about = NULL;
	const struct fault *fault;
	struct undo u = begin(y);
	const char *id;

	if (y->r->about)
		about = find_row(&y->kids, access_id(y->x, kid));
	if (self)
		form_set(form, field_find(y->r, y->r->self), self);
	fault = record_add(y->act, y->r, about, form, &id);
	compare(y, &f, self ? "adding (own or another's)" : "adding", !refused(fault), says(y, &f, 'a', ""));
	if (fault && fault->code != FAULT_NONE && fault->code != FAULT_INVALID)
		differ(y, &f, fault->text, true);
	undo(u);
}

static bool own_id(const struct trying *y, bool other, const char **id)
{
	const struct field *f = y->r->self && strcmp(y->r->self, "id") != 0 ? &y->r->fields[field_find(y->r, y->r->self)] : NULL;

	if (!f)
		return false;
	*id = access_id(y->x, arena_printf(y->act->a, "%s%s", other ? "governor" : y->p->name, strcmp(f->ref, "staff") == 0 ?
		".staff" : ""));
	return true;
}

static void try_adds(const struct trying *y)
{
	static const char *const KIDS[] = { "sam", "ana", "mia", "kit", "leo", "zed" };
	const char *id;

	if (y->r->is & IS_PUPIL || y->r == &CAMPUS)
		return;
	for (size_t k = 0; k < (y->r->about ? sizeof KIDS / sizeof *KIDS : 1); k++) {
		const char *kid = y->r->about ? KIDS[k] : NULL;

		if (own_id(y, false, &id)) {
			try_add(y, kid, id);
			own_id(y, true, &id);
			try_add(y, kid, id);
		} else {
			try_add(y, kid, NULL);
		}
	}
}

/* What a page's buttons ask beforehand. */
static void try_may(const struct trying *y, const char *kid)
{
	static const char LETTERS[] = "raepx";
	struct row *about = find_row(&y->kids, access_id(y->x, kid));
	const char *own = NULL;
	struct fact f;

	own_id(y, false, &own);
	f = wished(y, kid, own);
	if (y->r->is & IS_PUPIL)
		f.about = row_id(about);
	for (int right = 0; right < RIGHTS; right++)
		compare(y, &f, arena_printf(y->act->a, "asking for %c", LETTERS[right]), record_may(y->act, y->r, (enum right)right,
			about), says(y, &f, LETTERS[right], ""));
}

/* ---- all of it ---- */

static void try_record(struct trying *y, struct db *db)
{
	struct arena *a = arena_new((size_t)256 << 20);
	struct access_world *x = y->x;
	struct test *t = x->t;

	expect_fine(db_begin(db, a, true));
	y->act = act_new(a, db, &x->store.house, x->store.sealer, &y->p->who, y->p->campus, true);
	expect_fine(act_guard(act_lift(y->act)));
	expect_fine(record_list(act_lift(y->act), y->r, &(struct ask){ .limit = 100000, .with_withdrawn = true }, &y->handles));
	expect_fine(record_list(act_lift(y->act), &PUPIL, &(struct ask){ .limit = 100 }, &y->kids));
	expect_fine(act_guard(y->act));
	try_list(y);
	for (int i = 0; i < y->facts->count; i++) {
		try_get(y, &y->facts->fact[i]);
		try_change(y, &y->facts->fact[i]);
	}
	try_adds(y);
	for (int k = 0; k < 6 && (y->r->about || y->r->is & IS_PUPIL); k++)
		try_may(y, ((const char *const[]){ "sam", "ana", "mia", "kit", "leo", "zed" })[k]);
	db_settle(db);
	db_rollback(db, a);
	db_settle(db);
	arena_free(a);
}

TEST_STORE(nobody_is_given_more_or_less_than_the_text_of_the_matrix_says)
{
	struct access_world *x = access_world(t);
	struct db *db = store_open(t, x->store.where, DB_WRITE);
	int tried = 0, fields = 0, wrong = 0;

	for (int p = 0; p < x->people_count; p++)
		for (int r = 0; r < x->store.house.count; r++) {
			struct trying y = { .x = x, .p = &x->people[p], .r = x->store.house.records[r], .facts = &x->facts[r],
				.tried = &tried, .fields = &fields, .wrong = &wrong };

			try_record(&y, db);
		}
	printf("access%s: %d combinations tried and %d fields looked at, %d differences\n", t->pg ? " on PostgreSQL" : "", tried,
		fields, wrong);
	expect_int(wrong, 0);
	expect(tried >= 20000);
}

/* ---- what is withheld leaks by no filter, order or form ---- */

struct asking { struct world w; const char *id, *typed; };

static const struct fault *office_changes(struct act *act, void *self)
{
	struct asking *ask = self;
	struct row *row;

	TRY(record_get(act, &REGISTER_STATUS, ask->id, &row));
	return record_change(act, row, world_form(ask->w, act->a, &REGISTER_STATUS, ask->typed));
}

static const struct fault *adds_status(struct act *act, void *self)
{
	struct asking *ask = self;
	struct row *sam;

	TRY(record_get(act, &PUPIL, world_id(ask->w, "sam"), &sam));
	return record_add(act, &REGISTER_STATUS, sam, world_form(ask->w, act->a, &REGISTER_STATUS, ask->typed), &ask->id);
}

TEST_STORE(a_view_that_may_be_changed_changes_its_own_fields_alone)
{
	struct world w = world_new(t);
	struct asking ask = { w, NULL, "provision=E&from=2026-09-01&reason=As%20agreed" };
	struct row *row;

	expect_fine(world_do(as(w, "senco"), adds_status, &ask));
	ask.typed = "provision=K&parents_told_how=not_yet&reason=Because%20I%20say%20so&pupil=ana";
	/* K needs to know when parents were told: not theirs */
	expect_fault(world_do(as(w, "office"), office_changes, &ask), FAULT_INVALID);
	ask.typed = "from=2026-09-02&reason=Because%20I%20say%20so&pupil=ana";
	expect_fine(world_do(as(w, "office"), office_changes, &ask));
	expect_fine(record_get(world_read(as(w, "senco")), &REGISTER_STATUS, ask.id, &row));
	expect_text(row_text(row, REGISTER_STATUS_FROM), "2026-09-02");
	expect_text(row_text(row, REGISTER_STATUS_REASON), "As agreed");
	expect_text(row_about(row), world_id(w, "sam"));
}

static int64_t counted(struct world w, const char *login, int field, enum ask_op op, const char *value)
{
	struct ask ask = { .where = { { field, op, value } } };
	struct test *t = w.t;
	int64_t n;

	expect_fine(record_count(world_read(as(w, login)), &PUPIL, &ask, &n));
	return n;
}

TEST_STORE(a_filter_finds_nothing_by_a_field_that_is_withheld)
{
	struct world w = world_new(t);

	expect_int(counted(w, "senco", PUPIL_DOB, IS, "2013-11-03"), 1);   /* ana, whom the teacher only knows by name */
	expect_int(counted(w, "teacher", PUPIL_DOB, IS, "2013-11-03"), 0);
	expect_int(counted(w, "teacher", PUPIL_DOB, IS, "2013-09-17"), 1); /* sam, whom they teach */
	expect_int(counted(w, "teacher", PUPIL_DOB, FROM_ON, "2000-01-01"), 1);
	expect_int(counted(w, "teacher", PUPIL_DOB, EMPTY, NULL), 2);
	expect_int(counted(w, "teacher", PUPIL_DOB, FILLED, NULL), 1);
}

TEST_STORE(an_order_says_nothing_of_a_field_that_is_withheld)
{
	struct world w = world_new(t);
	struct ask up = { .order = "dob" }, down = { .order = "-dob" };
	struct rows one, two;
	struct row *first;
	const char *ana = world_id(w, "ana"), *mia = world_id(w, "mia");

	expect_fine(record_list(world_read(as(w, "teacher")), &PUPIL, &up, &one));
	expect_fine(record_list(world_read(as(w, "teacher")), &PUPIL, &down, &two));
	expect_int(one.count, 3);
	expect_text(row_id(one.row[2]), world_id(w, "sam"));
	expect_text(row_id(two.row[0]), world_id(w, "sam"));
	first = one.row[0];
	expect_text(row_id(first), strcmp(ana, mia) < 0 ? ana : mia); /* by id, whoever is older */
	expect_text(row_id(two.row[1]), row_id(first));
	expect_fault(record_list(world_read(as(w, "it")), &ACCOUNT, &(struct ask){ .order = "password" }, &one), FAULT_INVALID);
}

/* ---- "not yours" and "no such" are one answer ---- */

static int64_t denials(struct test *t, struct db *db)
{
	struct stmt *st;
	int64_t n;
	bool more;

	expect_fine(db_ask(db, t->a, "SELECT count(*) FROM journal WHERE kind = 'denied'", &st));
	expect_fine(stmt_step(st, &more));
	n = stmt_get_int(st, 0);
	stmt_done(st);
	return n;
}

/* The page without the id that was asked for and without the stamp of its sign-out button, which is never the same twice. */
static const char *without(struct test *t, const struct seen_page *p, const char *id)
{
	static const char STAMP[] = "name=\"stamp\" value=\"";
	struct buf b = buf_new(t->a);

	for (const char *at = p->text; *at;) {
		if (strncmp(at, id, strlen(id)) == 0) {
			at += strlen(id);
		} else if (strncmp(at, STAMP, sizeof STAMP - 1) == 0) {
			at += sizeof STAMP - 1;
			at += strcspn(at, "\"");
		} else {
			buf_add_c(&b, *at++);
		}
	}
	return buf_text(&b);
}

TEST_STORE(what_is_not_yours_and_what_is_not_there_are_one_page_and_both_are_in_the_journal)
{
	static const char *const PATHS[] = { "/pupils/%s", "/pupils/%s/timeline", "/pupils/%s/who", "/pupils/%s/needs",
		"/pupils/%s/notes/new" };
	static const char *const LOGINS[] = { "senco", "teacher", "ta", "governor", "it" };
	const char *none = "0123456789abcdefghjkmnpqrs", *zed;
	struct world w = world_new(t);
	struct db *db = store_open(t, world_where(w), DB_READ);

	clock_fix(clock_seconds());
	zed = world_id(w, "zed");
	for (size_t l = 0; l < sizeof LOGINS / sizeof *LOGINS; l++)
		for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
			int64_t before = denials(t, db), between;
			struct seen_page theirs, nobodys;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
			theirs = get(as(w, LOGINS[l]), arena_printf(t->a, PATHS[i], zed));
			between = denials(t, db);
			nobodys = get(as(w, LOGINS[l]), arena_printf(t->a, PATHS[i], none));
#pragma GCC diagnostic pop
			expect_int(theirs.status, 404);
			expect_int(nobodys.status, 404);
			expect_int(theirs.length, nobodys.length);
			expect(strcmp(without(t, &theirs, zed), without(t, &nobodys, none)) == 0);
			expect_int(between, before + 1);
			expect_int(denials(t, db), before + 2);
		}
	clock_fix(-1);
}
