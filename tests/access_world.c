/* access_world.c - makes the children, people and rows of the access tests, and says by the plain reader what is allowed. It knows
 * nothing of the gate. */
#include "tests/access_world.h"

#include "areas/accounts/area.h"
#include "areas/intake/area.h"
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "law/access.h"
#include "main/areas.h"
#include "main/migrations.h"
#include "record/join.h"
#include "tests/plain_matrix.h"
#include "tests/store.h"

static const struct field SECRET_FIELDS[] = {
	{ "pupil", "Child", .type = F_REF, .flags = REQUIRED | CLEAR, .ref = "pupil" },
	{ "on", "On", .type = F_DATE, .flags = REQUIRED | CLEAR },
	{ "words", "Words", .type = F_LONGTEXT, .flags = REQUIRED, .max = 400 },
	{ "by", "By", .type = F_REF, .flags = CLEAR, .ref = "staff" },
};
static const struct view SECRET_VIEWS[] = { { "exists", (const char *const[]){ "pupil", "on", NULL } }, { NULL, NULL } };

const struct record SECRET_CASE = {
	"secret_case", "Case", "Cases", SECRET_FIELDS, 4, .about = "pupil", .self = "by", .tier = T3, .order = "-on",
	.keep = "pupil-file", .views = SECRET_VIEWS, .says = "Only tests have it.",
};

/* senco .. it, in the order of the matrix. */
static const char SECRET_ROW[] =
	"\nview: secret_case.exists = that there is one, and since when\n"
	"secret_case | c:raex | c:r.exists | g:r | c:raep | - | o:r | c:re | c:r.exists | o:r c:r.exists | s:ra | o:a | - | c:a | - "
	"| s:r | s:r | t:r | c:r | -\n";

static const struct person PEOPLE[] = {
	{ "senco", { "senco" }, { "thistlewick" }, "thistlewick" },
	{ "asst_senco", { "asst_senco" }, { "thistlewick" }, "thistlewick" },
	{ "regional", { "regional" }, { "thistlewick", "harrowgate" }, "thistlewick" },
	{ "dsl", { "dsl" }, { "thistlewick" }, "thistlewick" },
	{ "pp_lead", { "pp_lead" }, { "thistlewick" }, "thistlewick" },
	{ "dt", { "dt" }, { "thistlewick" }, "thistlewick" },
	{ "head", { "head" }, { "thistlewick" }, "thistlewick" },
	{ "slt", { "slt" }, { "thistlewick" }, "thistlewick" },
	{ "hoy", { "hoy" }, { "thistlewick" }, "thistlewick", { "sam ana mia " } },
	{ "teacher", { "teacher" }, { "thistlewick" }, "thistlewick", { "sam kit " } },
	{ "ta", { "ta" }, { "thistlewick" }, "thistlewick", { "sam " } },
	{ "exams", { "exams" }, { "thistlewick" }, "thistlewick" },
	{ "office", { "office" }, { "thistlewick" }, "thistlewick" },
	{ "governor", { "governor" }, { "thistlewick" }, "thistlewick" },
	{ "parent", { "parent" }, { "thistlewick" }, "thistlewick", .child_of_theirs = true },
	{ "child", { "pupil" }, { "thistlewick" }, "thistlewick", .child_of_theirs = true },
	{ "external", { "external" }, { "thistlewick" }, "thistlewick" },
	{ "auditor", { "auditor" }, { "thistlewick" }, "thistlewick" },
	{ "it", { "it" }, { "thistlewick" }, "thistlewick" },
	{ "senco2", { "senco" }, { "harrowgate" }, "harrowgate" },
	{ "both", { "ta", "slt" }, { "thistlewick" }, "thistlewick", { "sam ana " } },
	{ "astray", { "head" }, { "thistlewick" }, "harrowgate" },
	{ "gone", { NULL }, { NULL }, "thistlewick" },
};
enum { PEOPLE_COUNT = sizeof PEOPLE / sizeof *PEOPLE };

static const char *const KIDS[] = { "sam", "ana", "mia", "kit", "leo", "two", "zed" };
enum { KID_COUNT = sizeof KIDS / sizeof *KIDS };

/* People, children and rows that the world does not have: ids by name. */
static struct { const char *name, *id; } made[512];
static int made_count;

const char *access_id(const struct access_world *x, const char *name)
{
	for (int i = 0; i < made_count; i++)
		if (strcmp(made[i].name, name) == 0)
			return made[i].id;
	return world_id(x->w, name);
}

struct putting { struct access_world *x; struct act *act; const struct row *about; const char *name; };

static const struct fault *put(struct putting *p, const struct record *r, const char *typed)
{
	struct form *f = form_new(p->act->a, r);
	char *text = arena_text(p->act->a, typed), *save = NULL;
	const char *id;

	for (char *pair = strtok_r(text, "&", &save); pair; pair = strtok_r(NULL, "&", &save)) {
		char *value = strchr(pair, '=');
		int field;

		*value++ = 0;
		field = field_find(r, pair);
		form_set(f, field, r->fields[field].type == F_REF ? access_id(p->x, value) : value);
	}
	TRY(record_add(p->act, r, p->about, f, &id));
	if (p->name) {
		made[made_count].name = p->name;
		made[made_count++].id = arena_text(p->x->t->a, id);
	}
	return NULL;
}

#define PUT(r, about_, name_, typed) TRY(put(&(struct putting){ x, act, (about_), (name_) }, (r), (typed)))

static const struct fault *child(struct access_world *x, struct act *act, const char *name, struct row **out)
{
	PUT(&PUPIL, NULL, name, arena_printf(act->a, "forename=%s&surname=Somebody&dob=2012-10-10", name));
	TRY(record_get(act, &PUPIL, access_id(x, name), out));
	PUT(&ENROLMENT, *out, NULL, "year=9&form=9Q&status=C&from=2024-09-02");
	return NULL;
}

static const struct fault *account(struct access_world *x, struct act *act, const char *name, const char *role)
{
	const char *staff = arena_printf(x->t->a, "%s.staff", name);

	PUT(&STAFF, NULL, staff, "forename=Pat&surname=Okafor&from=2020-09-01");
	PUT(&ACCOUNT, NULL, name, arena_printf(act->a, "login=%s&name=Pat&staff=%s&state=open", name, staff));
	if (*role)
		PUT(&ROLE_HELD, NULL, NULL, arena_printf(act->a, "account=%s&role=%s&from=2024-09-01", name, role));
	return NULL;
}

static const struct fault *add_people(struct access_world *x, struct act *act)
{
	TRY(account(x, act, "parent", "parent"));
	TRY(account(x, act, "child", "pupil"));
	TRY(account(x, act, "external", "external"));
	TRY(account(x, act, "both", "ta"));
	PUT(&ROLE_HELD, NULL, NULL, "account=both&role=slt&from=2024-09-01");
	TRY(account(x, act, "astray", "head"));
	TRY(account(x, act, "clerk", ""));
	TRY(account(x, act, "gone", ""));
	PUT(&ROLE_HELD, NULL, NULL, "account=gone&role=head&from=2024-09-01&until=2026-08-31");
	act->campus = world_id(x->w, "harrowgate");
	PUT(&ROLE_HELD, NULL, NULL, "account=regional&role=regional&from=2024-09-01");
	act->campus = world_id(x->w, "thistlewick");
	return NULL;
}

/* Leo's ties ended by date, by withdrawal and by the end of the teaching; kit's and ana's hold. */
static const struct fault *add_ties(struct access_world *x, struct act *act)
{
	struct row *ana, *kit, *leo, *two, *tie;

	TRY(record_get(act, &PUPIL, world_id(x->w, "ana"), &ana));
	TRY(child(x, act, "kit", &kit));
	TRY(child(x, act, "leo", &leo));
	TRY(child(x, act, "two", &two));
	PUT(&CASELOAD, two, NULL, "staff=both.staff&kind=keyworker&from=2026-09-01");
	PUT(&CONFLICT, two, NULL, "account=slt&reason=own_child");
	PUT(&CASELOAD, ana, NULL, "staff=both.staff&kind=keyworker&from=2026-09-01");
	PUT(&CASELOAD, kit, NULL, "staff=teacher.staff&kind=keyworker&from=2026-09-01");
	PUT(&CLASS_MEMBER, leo, NULL, "class=8R-en&from=2025-09-01&until=2026-07-20");
	PUT(&CASELOAD, leo, NULL, "staff=ta.staff&kind=keyworker&from=2025-09-01&until=2026-07-20");
	PUT(&CASELOAD, leo, "undone", "staff=teacher.staff&kind=keyworker&from=2026-09-01");
	TRY(record_get(act, &CASELOAD, access_id(x, "undone"), &tie));
	TRY(record_withdraw(act, tie, "not so"));
	PUT(&CLASS, NULL, "9Q-fr", "name=9Q/Fr&from=2026-09-01&kind=teaching");
	PUT(&CLASS_MEMBER, leo, NULL, "class=9Q-fr&from=2026-09-01");
	PUT(&TEACHING, NULL, NULL, "class=9Q-fr&staff=teacher.staff&from=2026-09-01&until=2026-10-01");
	return NULL;
}

/* What an outside professional was let see: of sam still, of ana no longer, of mia undone, of kit from next year on. */
static const struct fault *add_grants(struct access_world *x, struct act *act)
{
	static const struct { const char *kid, *dates; bool undone; } GRANTS[] = {
		{ "sam", "from=2026-09-01&until=2099-07-31", false }, { "ana", "from=2025-09-01&until=2026-07-31", false },
		{ "mia", "from=2026-09-01&until=2099-07-31", true }, { "kit", "from=2098-09-01&until=2099-07-31", false },
	};
	const struct house *h = &x->store.house;
	struct row *kid, *grant;
	const char *id;

	for (size_t i = 0; i < sizeof GRANTS / sizeof *GRANTS; i++)
		for (int r = 0; r < h->count; r += GRANTS[i].undone ? 7 : 1) {
			if (!h->records[r]->about && !(h->records[r]->is & IS_PUPIL))
				continue;
			TRY(record_get(act, &PUPIL, access_id(x, GRANTS[i].kid), &kid));
			PUT(&CASE_GRANT, kid, "grant", arena_printf(act->a, "account=%s&record=%s&purpose=Asked&%s",
				i == 0 && r % 2 ? "regional" : "external", h->records[r]->name, GRANTS[i].dates));
			id = made[--made_count].id;
			if (!GRANTS[i].undone)
				continue;
			TRY(record_get(act, &CASE_GRANT, id, &grant));
			TRY(record_withdraw(act, grant, "undone"));
		}
	return NULL;
}

struct form *access_form(struct access_world *x, struct arena *a, const struct record *r, const char *school)
{
	struct form *f = make_valid(x->w, a, r);
	static int logins;
	int until = r->until ? field_find(r, r->until) : -1, from = r->from ? field_find(r, r->from) : -1;

	for (int i = 0; i < r->count; i++)
		if (r->fields[i].type == F_REF && strcmp(r->fields[i].ref, "account") == 0 && f->values[i])
			f->values[i] = access_id(x, "gone");
	for (int i = 0; i < r->count; i++) /* a type further up in the list: the first row of it that was made */
		if (r->fields[i].type == F_REF && (r->fields[i].flags & REQUIRED) && !*form_value(f, i) &&
			strcmp(r->fields[i].ref, "pupil") != 0)
			form_set(f, i, access_id(x, arena_printf(a, "first %s of %s", r->fields[i].ref, school)));
	if (r->shared)
		form_set(f, field_find(r, r->shared), "2026-09-14");
	if (from >= 0)
		form_set(f, from, "2026-09-14");
	if (until >= 0)
		form_set(f, until, "2026-09-15");
	if (r == &WATCH)
		form_set(f, WATCH_EXPIRES, "2026-12-01");
	if (r == &IMPORT_ITEM)
		form_set(f, IMPORT_ITEM_IMPORT, access_id(x, "import"));
	if (r == &DELEGATION)
		form_set(f, DELEGATION_TAKER, access_id(x, "clerk"));
	if (r == &CASE_GRANT)
		form_set(f, CASE_GRANT_RECORD, "need");
	if (r == &ACCOUNT)
		form_set(f, ACCOUNT_LOGIN, arena_printf(a, "words%d", ++logins));
	return f;
}

/* One row of `r` about this child, or about nobody in the campus of the act. */
static const struct fault *add_row(struct access_world *x, struct act *act, const struct record *r, const char *kid,
	const char *self)
{
	const char *school = strcmp(kid, "zed") == 0 ? "harrowgate" : "thistlewick";
	struct form *f = access_form(x, act->a, r, school), *again = access_form(x, act->a, r, school);
	struct row *about = NULL, *row;
	const char *id;

	if (r->is & IS_PUPIL)
		return NULL;
	if (r->about)
		TRY(record_get(act, &PUPIL, access_id(x, kid), &about));
	if (self)
		form_set(f, field_find(r, r->self), self);
	TRY(record_add(act, r, about, f, &id));
	if (!self && (strcmp(kid, KIDS[0]) == 0 || strcmp(kid, "zed") == 0)) {
		made[made_count].name = arena_printf(x->t->a, "first %s of %s", r->name, strcmp(kid, "zed") == 0 ? "harrowgate" :
			"thistlewick");
		made[made_count++].id = arena_text(x->t->a, id);
	}
	if (self || strcmp(kid, "sam") != 0)
		return NULL;
	TRY(record_add(act, r, about, again, &id));
	TRY(record_get(act, r, id, &row));
	return record_withdraw(act, row, "to see whether it is still listed");
}

static const struct fault *add_rows(struct access_world *x, struct act *act, const struct record *r)
{
	for (int k = 0; k < KID_COUNT; k++) {
		act->campus = world_id(x->w, strcmp(KIDS[k], "zed") == 0 ? "harrowgate" : "thistlewick");
		if (r->about || k == 0 || k == KID_COUNT - 1)
			TRY(add_row(x, act, r, KIDS[k], NULL));
	}
	act->campus = world_id(x->w, "thistlewick");
	if (!r->self || strcmp(r->self, "id") == 0)
		return NULL;
	for (int p = 0; p < PEOPLE_COUNT; p++) {
		bool staff = strcmp(r->fields[field_find(r, r->self)].ref, "staff") == 0;
		const char *name = staff ? arena_printf(act->a, "%s.staff", PEOPLE[p].name) : PEOPLE[p].name;

		TRY(add_row(x, act, r, "leo", access_id(x, name)));
	}
	return NULL;
}

/* sam was entered twice: what is of the second record, its keyworker and who is barred from it among them, is of sam. */
static const struct fault *join_two(struct access_world *x, struct act *act)
{
	struct row *sam, *two;

	TRY(record_get(act, &PUPIL, access_id(x, "two"), &two));
	TRY(record_get(act, &PUPIL, access_id(x, "sam"), &sam));
	return pupil_join(act, two, sam, "entered twice");
}

static const struct fault *fill(struct act *act, void *self)
{
	struct access_world *x = self;

	TRY(add_people(x, act));
	TRY(add_ties(x, act));
	TRY(add_grants(x, act));
	PUT(&IMPORT, NULL, "import", "file_name=a.csv&kind=pupils&state=saved");
	for (int i = 0; i < x->store.house.count; i++)
		TRY(add_rows(x, act, x->store.house.records[i]));
	return join_two(x, act);
}

/* ---- the truth, read whole ---- */

static const char *kid_of(const struct access_world *x, const char *id)
{
	for (int k = 0; k < KID_COUNT; k++)
		if (strcmp(access_id(x, KIDS[k]), id) == 0)
			return KIDS[k];
	return "";
}

static void read_facts(struct access_world *x, struct act *act, const struct record *r, struct facts *out)
{
	struct test *t = x->t;
	struct rows rows;
	int self = r->self ? field_find(r, r->self) : -1;

	expect_fine(record_list(act, r, &(struct ask){ .limit = 100000, .with_withdrawn = true }, &rows));
	out->r = r;
	out->count = rows.count;
	out->fact = arena_array(t->a, (size_t)rows.count + 1, sizeof *out->fact);
	for (int i = 0; i < rows.count; i++) {
		struct fact *f = &out->fact[i];

		f->id = row_id(rows.row[i]);
		f->campus = row_campus(rows.row[i]);
		f->about = row_about(rows.row[i]);
		f->self = self >= 0 ? row_text(rows.row[i], self) : r->self && !(r->is & IS_PUPIL) ? f->id : "";
		f->kid = kid_of(x, f->about);
		f->withdrawn = row_withdrawn(rows.row[i]);
	}
}

static struct rows *all_of(struct access_world *x, struct act *act, const struct record *r)
{
	struct rows *rows = arena_alloc(x->t->a, sizeof *rows);
	struct test *t = x->t;

	expect_fine(record_list(act, r, &(struct ask){ .limit = 100000 }, rows));
	return rows;
}

static void learn(struct access_world *x)
{
	struct test *t = x->t;
	struct act *act;

	expect_fine(store_read(&x->store, t->a, &STORE_PROGRAM, "", &act));
	x->facts = arena_array(t->a, (size_t)x->store.house.count, sizeof *x->facts);
	for (int i = 0; i < x->store.house.count; i++)
		read_facts(x, act, x->store.house.records[i], &x->facts[i]);
	x->grants = all_of(x, act, &CASE_GRANT);
	x->conflicts = all_of(x, act, &CONFLICT);
}

/* ---- people as actors ---- */

static const char *cut_down(struct access_world *x, const char *record, const char *role)
{
	char cell[128] = "-";

	plain_cell(x->matrix, record, role, cell, (int)sizeof cell);
	return arena_printf(x->t->a, "record | %s\n%s | %s\n", role, record, cell);
}

static void fill_texts(struct access_world *x, struct person *p)
{
	for (int r = 0; r < PERSON_ROLES && p->roles[r]; r++) {
		p->texts[r] = arena_array(x->t->a, (size_t)x->store.house.count, sizeof **p->texts);
		for (int i = 0; i < x->store.house.count; i++)
			p->texts[r][i] = cut_down(x, x->store.house.records[i]->name, p->roles[r]);
	}
}

static void fill_person(struct access_world *x, struct person *p)
{
	struct held *held = arena_array(x->t->a, 4, sizeof *held);
	int n = 0;

	for (int c = 0; c < PERSON_CAMPUSES && p->at[c]; c++)
		for (int r = 0; r < PERSON_ROLES && p->roles[r]; r++)
			held[n++] = (struct held){ matrix_role(x->store.house.matrix, p->roles[r]), world_id(x->w, p->at[c]) };
	p->who = (struct actor){ .account = access_id(x, p->name), .name = p->name, .held = held, .held_count = n, .session = "",
		.staff = access_id(x, arena_printf(x->t->a, "%s.staff", p->name)), .pupil = p->child_of_theirs ? world_id(x->w,
		"sam") : "" };
	p->campus = world_id(x->w, p->view);
	fill_texts(x, p);
}

/* The house with one type more, and its table in the store. */
static void add_type(struct access_world *x)
{
	struct house *h = &x->store.house, one;
	const struct record **list = arena_array(x->t->a, (size_t)h->count + 1, sizeof(struct record *));
	struct migration *all = arena_array(x->t->a, (size_t)MIGRATION_COUNT + 1, sizeof *all);
	struct test *t = x->t;
	struct db *db;
	int applied;

	memcpy(list, h->records, (size_t)h->count * sizeof(struct record *));
	list[h->count] = &SECRET_CASE;
	h->records = list;
	h->count++;
	x->matrix = arena_printf(t->a, "%s%s", access_text(), SECRET_ROW);
	expect_fine(access_parse(t->a, x->matrix, &h->matrix));
	expect_fine(house_ready(t->a, h));
	one = *h;
	one.records = &list[h->count - 1];
	one.count = 1;
	memcpy(all, MIGRATIONS, (size_t)MIGRATION_COUNT * sizeof *all);
	all[MIGRATION_COUNT] = (struct migration){ "9999_tests", strstr(record_schema(t->a, &one),
		"CREATE TABLE \"secret_case\"") };
	db = store_open(t, x->store.where, DB_MAKE);
	expect_fine(db_migrate(db, t->a, all, MIGRATION_COUNT + 1, &applied));
	if (t->pg)
		expect_fine(db_run(db, t->a, record_guard(t->a, &one)));
}

struct access_world *access_world(struct test *t)
{
	struct access_world *x = arena_alloc(t->a, sizeof *x);

	made_count = 0;
	x->t = t;
	x->w = world_new(t);
	x->store = (struct store){ .a = t->a, .where = world_where(x->w), .dir = t->dir, .house = *world_house(x->w),
		.sealer = world_sealer(x->w) };
	add_type(x);
	expect_fine(store_act(&x->store, t->a, &STORE_PROGRAM, world_id(x->w, "thistlewick"), fill, x));
	x->people_count = PEOPLE_COUNT;
	x->people = memcpy(arena_alloc(t->a, sizeof PEOPLE), PEOPLE, sizeof PEOPLE);
	for (int i = 0; i < PEOPLE_COUNT; i++)
		fill_person(x, &x->people[i]);
	learn(x);
	return x;
}

/* ---- what the text says ---- */

static bool holds_at(const struct access_world *x, const struct person *p, const char *campus)
{
	for (int c = 0; c < PERSON_CAMPUSES && p->at[c]; c++)
		if (strcmp(world_id(x->w, p->at[c]), campus) == 0)
			return true;
	return false;
}

static bool granted(const struct access_world *x, const struct person *p, const struct record *r, const char *about)
{
	for (int i = 0; i < x->grants->count; i++) {
		const struct row *g = x->grants->row[i];
		day today = day_today();

		if (strcmp(row_text(g, CASE_GRANT_ACCOUNT), p->who.account) == 0 && strcmp(row_text(g, CASE_GRANT_PUPIL),
			about) == 0 &&
		    strcmp(row_text(g, CASE_GRANT_RECORD), r->name) == 0 && row_day(g, CASE_GRANT_FROM) <= today &&
		    row_day(g, CASE_GRANT_UNTIL) >= today)
			return true;
	}
	return false;
}

static bool conflicted(const struct access_world *x, const struct person *p, const char *about)
{
	for (int i = 0; i < x->conflicts->count; i++) {
		const struct row *c = x->conflicts->row[i];

		if (strcmp(row_text(c, CONFLICT_ACCOUNT), p->who.account) == 0 && strcmp(row_text(c, CONFLICT_PUPIL), about) == 0)
			return true;
	}
	return false;
}

/* One's own is one's account anywhere, and what is one's own where one has a role. */
static bool is_self(const struct access_world *x, const struct person *p, const struct record *r, const struct fact *fact)
{
	if (r != &ACCOUNT && !holds_at(x, p, fact->campus))
		return false;
	if (*p->who.pupil && *fact->about)
		return strcmp(fact->about, p->who.pupil) == 0;
	return *fact->self && (strcmp(fact->self, p->who.account) == 0 || strcmp(fact->self, p->who.staff) == 0);
}

bool access_says(const struct access_world *x, const struct person *p, const struct record *r, const struct fact *fact, char right,
	const char *view)
{
	const char *campus = r == &CAMPUS ? fact->id : fact->campus;
	bool here = strcmp(campus, p->campus) == 0;
	int n = record_number(&x->store.house, r);

	if (!p->roles[0] || !holds_at(x, p, p->campus) || (r->tier >= T3 && conflicted(x, p, fact->about)))
		return false;
	for (int i = 0; i < PERSON_ROLES && p->roles[i]; i++) {
		struct plain_tie tie = {
			.self = is_self(x, p, r, fact),
			.own = here && *fact->kid && p->own[i] && strstr(p->own[i], fact->kid),
			.campus = here,
			.group = holds_at(x, p, fact->campus),
			.grant = granted(x, p, r, fact->about),
		};

		if (plain_may(p->texts[i][n], r->name, p->roles[i], tie, right, view))
			return true;
	}
	return false;
}
