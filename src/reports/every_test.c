/* every_test.c - one loop over every record type: a new type arrives tested. Required, too long, bad choice, bad date, round trip,
 * audit, versions, file out and in again, and the form's HTML; on both stores. */
#include <tidy/tidy.h>
#include <tidy/tidybuffio.h>

#include "areas/people/area.h"
#include "base/buf.h"
#include "base/text.h"
#include "doc/doc.h"
#include "doc/write.h"
#include "record/export.h"
#include "reports/derive.h"
#include "tests/world.h"

struct loop { struct test *t; struct world w; const struct record *r; struct row *about; };

/* ---- a valid form, with what it points at made first ---- */

static const struct fault *whole(struct loop *l, struct act *act, const struct record *r, int depth, struct form **out);

static const struct fault *add_it(struct loop *l, struct act *act, const struct record *r, struct form *form, const char **id)
{
	const struct fault *f;

	f = record_add(act, r, r->about ? l->about : NULL, form, id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return FAULT(act->a, FAULT_BROKEN, "%s: a valid one is refused: %s: %s", r->name,
			form->errors[0].field >= 0 ? r->fields[form->errors[0].field].name : "-", form->errors[0].text);
	return f;
}

static const struct fault *make_one(struct loop *l, struct act *act, const struct record *r, int depth, const char **id)
{
	struct form *form;

	TRY(whole(l, act, r, depth, &form));
	return add_it(l, act, r, form, id);
}

static const struct fault *whole(struct loop *l, struct act *act, const struct record *r, int depth, struct form **out)
{
	*out = make_valid(l->w, act->a, r);
	for (int i = 0; i < r->count && depth < 4; i++) {
		const struct field *f = &r->fields[i];
		const char *id;

		if (f->type != F_REF || !(f->flags & REQUIRED) || *form_value(*out, i) ||
			(r->about && strcmp(f->name, r->about) == 0))
			continue;
		TRY(make_one(l, act, record_find(act->house, f->ref), depth + 1, &id));
		form_set(*out, i, id);
	}
	return NULL;
}

/* ---- what must be refused ---- */

static bool told_of(const struct form *form, int field)
{
	for (int i = 0; i < form->error_count; i++)
		if (form->errors[i].field == field)
			return true;
	return false;
}

static const struct fault *refuse(struct loop *l, struct act *act, int field, const char *typed, const char *why)
{
	struct test *t = l->t;
	const struct fault *f;
	struct form *form;
	const char *id;

	TRY(whole(l, act, l->r, 0, &form));
	form_set(form, field, typed);
	f = record_add(act, l->r, l->r->about ? l->about : NULL, form, &id);
	if (!f || f->code != FAULT_INVALID || !told_of(form, field))
		test_fail(t, __FILE__, __LINE__, "%s.%s: %s: %s", l->r->name, l->r->fields[field].name, why,
			f ? f->text : "it was saved");
	return NULL;
}

static const char *letters(struct arena *a, int n)
{
	char *text = arena_alloc(a, (size_t)n + 1);

	memset(text, 'a', (size_t)n);
	return text;
}

static const struct fault *refuse_all(struct loop *l, struct act *act, int i)
{
	const struct field *f = &l->r->fields[i];

	if ((f->flags & REQUIRED) && !(l->r->about && strcmp(f->name, l->r->about) == 0))
		TRY(refuse(l, act, i, "", "empty though required"));
	switch (f->type) {
	case F_TEXT: case F_LONGTEXT: return refuse(l, act, i, letters(act->a, f->max + 1), "too long");
	case F_CHOICE: return refuse(l, act, i, "no-such-choice", "not in the list");
	case F_DATE: return refuse(l, act, i, "2026-02-30", "no such day");
	case F_TIME: return refuse(l, act, i, "yesterday", "no moment");
	case F_NUMBER: case F_PENCE: case F_YESNO: return refuse(l, act, i, "1e9", "no number");
	case F_REF: return strcmp(f->ref, "pupil") == 0 ? NULL : refuse(l, act, i, "../etc", "no id");
	}
	return NULL;
}

static const struct fault *refusals(struct act *act, void *self)
{
	struct loop *l = self;

	TRY(record_get(act, &PUPIL, world_id(l->w, "sam"), &l->about));
	for (int i = 0; i < l->r->count; i++)
		TRY(refuse_all(l, act, i));
	return FAULT(act->a, FAULT_INVALID, "nothing of this is kept");
}

static struct loop loop_new(struct test *t)
{
	return (struct loop){ t, as(world_new(t), "program"), NULL, NULL };
}

TEST_STORE(every_type_refuses_what_is_missing_too_long_or_no_such_thing_and_names_the_field)
{
	struct loop l = loop_new(t);
	const struct house *h = world_house(l.w);

	for (int i = 0; i < h->count; i++) {
		l.r = h->records[i];
		expect_fault(world_do(l.w, refusals, &l), FAULT_INVALID);
	}
}

/* ---- round trip, versions, audit ---- */

static const struct fault *count_of(struct act *act, const char *sql, const char *id, int64_t *n)
{
	struct stmt *st;
	bool more;

	TRY(db_ask(act->db, act->a, sql, &st));
	stmt_text(st, 1, id);
	TRY(stmt_step(st, &more));
	*n = stmt_get_int(st, 0);
	stmt_done(st);
	return NULL;
}

static void expect_same(struct loop *l, const struct form *typed, const struct row *row)
{
	const struct form *back = form_of_row(l->t->a, row);
	struct test *t = l->t;

	for (int i = 0; i < l->r->count; i++)
		if (typed->values[i] && *typed->values[i] && !(l->r->fields[i].flags & SECRET) && l->r->fields[i].type != F_PENCE &&
		    !text_same(form_value(back, i), typed->values[i]))
			test_fail(t, __FILE__, __LINE__, "%s.%s: \"%s\" came back as \"%s\"", l->r->name, l->r->fields[i].name,
				typed->values[i], form_value(back, i));
}

struct trip { struct loop *l; const char *id; };

static const struct fault *there(struct act *act, void *self)
{
	struct trip *trip = self;
	struct loop *l = trip->l;
	struct form *form;
	struct row *row;

	TRY(record_get(act, &PUPIL, world_id(l->w, "sam"), &l->about));
	TRY(whole(l, act, l->r, 0, &form));
	TRY(add_it(l, act, l->r, form, &trip->id));
	TRY(record_get(act, l->r, trip->id, &row));
	expect_same(l, form, row);
	return NULL;
}

static const struct fault *withdrawn(struct act *act, void *self)
{
	struct trip *trip = self;
	struct test *t = trip->l->t;
	struct rows versions;
	struct row *row;

	TRY(record_get(act, trip->l->r, trip->id, &row));
	TRY(record_withdraw(act, row, "tried"));
	TRY(record_history(act, row, &versions));
	if (versions.count != (int)row_version(row) + 1)
		test_fail(t, __FILE__, __LINE__, "%s: %d versions", trip->l->r->name, versions.count);
	return NULL;
}

static const struct fault *audited(struct act *act, void *self)
{
	struct trip *trip = self;
	struct test *t = trip->l->t;
	int64_t n = 0;

	TRY(count_of(act, "SELECT count(*) FROM journal WHERE \"row\" = $1 AND kind IN ('added', 'withdrawn')", trip->id, &n));
	if (n != 2)
		test_fail(t, __FILE__, __LINE__, "%s: %lld entries in the journal, expected 2", trip->l->r->name, (long long)n);
	return NULL;
}

TEST_STORE(every_type_comes_back_as_it_was_saved_with_its_versions_and_journal)
{
	struct loop l = loop_new(t);
	const struct house *h = world_house(l.w);

	for (int i = 0; i < h->count; i++) {
		struct trip trip = { &l, "" };

		l.r = h->records[i];
		expect_fine(world_do(l.w, there, &trip));
		expect_fine(world_do(l.w, withdrawn, &trip));
		expect_fine(world_do(l.w, audited, &trip));
	}
}

/* ---- out as a file, and in again ---- */

static void expect_cells(struct loop *l, struct act *act, const struct sheet *s, int line, const struct row *row)
{
	const struct form *typed = form_of_row(act->a, row);
	struct test *t = l->t;

	expect_text(csv_unguard(sheet_cell(s, line, 0)), row_id(row));
	for (int c = 1; c < s->columns; c++) {
		int field = field_find(l->r, sheet_cell(s, 0, c));

		if (field < 0)
			test_fail(t, __FILE__, __LINE__, "%s has no field %s", l->r->name, sheet_cell(s, 0, c));
		else if (!text_same(csv_unguard(sheet_cell(s, line, c)), form_value(typed, field)))
			test_fail(t, __FILE__, __LINE__, "%s.%s: \"%s\" left as \"%s\"", l->r->name, l->r->fields[field].name,
				form_value(typed, field), sheet_cell(s, line, c));
	}
}

/* The program reads every school, and takes out one. */
static void keep_campus(struct act *act, struct rows *rows)
{
	int n = 0;

	for (int i = 0; i < rows->count; i++)
		if (strcmp(row_campus(rows->row[i]), act->campus) == 0 || strcmp(row_record(rows->row[i])->name, "campus") == 0)
			rows->row[n++] = rows->row[i];
	rows->count = n;
}

static const struct fault *out_and_in(struct act *act, void *self)
{
	struct loop *l = self;
	struct test *t = l->t;
	struct export e = { .r = l->r, .title = row_title, .reason = "tried" }, x = { .r = l->r, .as = EXPORT_XLSX,
		.title = row_title, .reason = "tried" };
	struct doc *d;
	const char *id;
	struct rows rows;

	TRY(record_get(act, &PUPIL, world_id(l->w, "sam"), &l->about));
	TRY(make_one(l, act, l->r, 0, &id));
	TRY(record_export(act, &e));
	TRY(record_export(act, &x));
	TRY(doc_read(act->a, &(struct doc_part){ "out.csv", e.bytes.data, e.bytes.len }, 1, &d));
	TRY(record_list(act, l->r, &(struct ask){ .limit = 1000 }, &rows));
	keep_campus(act, &rows);
	if (d->stopped || d->sheets != 1 || d->sheet[0].rows != e.rows + 1 || rows.count != e.rows)
		test_fail(t, __FILE__, __LINE__, "%s: %d rows out, %d in", l->r->name, e.rows, d->sheets ? d->sheet[0].rows - 1 :
			-1);
	else
		for (int i = 0; i < rows.count; i++)
			expect_cells(l, act, &d->sheet[0], i + 1, rows.row[i]);
	TRY(doc_read(act->a, &(struct doc_part){ "out.xlsx", x.bytes.data, x.bytes.len }, 1, &d));
	if (d->stopped || d->sheets != 1)
		test_fail(t, __FILE__, __LINE__, "%s: its workbook cannot be read", l->r->name);
	return NULL;
}

TEST_STORE(every_type_goes_out_as_a_file_and_comes_in_as_it_was)
{
	struct loop l = loop_new(t);
	const struct house *h = world_house(l.w);

	for (int i = 0; i < h->count; i++) {
		l.r = h->records[i];
		expect_fine(world_do(l.w, out_and_in, &l));
	}
}

/* ---- the pages ---- */

/* What tidy of 2017 does not know of HTML. */
static bool known(const char *line)
{
	static const char *const KNOWN[] = { "attribute \"inputmode\"", "attribute \"autocapitalize\"", "<svg> is not",
		"plain text isn't allowed",
		"missing <dd>", "before <dt>", "implicit <dl>", "missing </dl> before </div>", "</legend>", "implicit <legend>",
		"<link> attribute" };

	for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++)
		if (strstr(line, KNOWN[i]))
			return true;
	return !*line;
}

static void expect_valid(struct test *t, const char *path, const char *html)
{
	TidyDoc doc = tidyCreate();
	TidyBuffer said;

	tidyBufInit(&said);
	tidyOptSetBool(doc, TidyQuiet, yes);
	tidyOptSetBool(doc, TidyDropEmptyElems, no);
	tidySetErrorBuffer(doc, &said);
	tidyParseString(doc, html);
	for (const char *rest = said.bp ? arena_text_n(t->a, (const char *)said.bp, said.size) : ""; *rest;) {
		size_t n = strcspn(rest, "\n");
		const char *line = arena_text_n(t->a, rest, n);

		if (!known(line))
			test_fail(t, __FILE__, __LINE__, "%s: %s", path, line);
		rest += n + (rest[n] == '\n');
	}
	tidyBufFree(&said);
	tidyRelease(doc);
}

static const char *who_may(struct world w, const struct record *r, enum right right)
{
	static const char *const LOGINS[] = { "senco", "it", "head", "dsl", "office" };
	const struct house *h = world_house(w);
	int row = matrix_record(h->matrix, r->name);

	for (size_t i = 0; i < sizeof LOGINS / sizeof *LOGINS; i++)
		if (matrix_allows(h->matrix, row, matrix_role(h->matrix, LOGINS[i]), SCOPE_CAMPUS, right_bit(right)))
			return LOGINS[i];
	return NULL;
}

static void try_page(struct test *t, struct world w, const struct record *r, enum right right, const char *path)
{
	const char *login = who_may(w, r, right);
	struct seen_page p;

	if (!login)
		return;
	p = get(as(w, login), path);
	if (p.status != 200)
		test_fail(t, __FILE__, __LINE__, "%s as %s: %d", path, login, p.status);
	else
		expect_valid(t, path, p.text);
}

TEST(every_type_has_pages_of_valid_html)
{
	struct loop l = loop_new(t);
	const struct house *h = world_house(l.w);

	for (int i = 0; i < h->count; i++) {
		const struct record *r = h->records[i];
		struct trip trip = { &l, "" };
		const char *at;

		l.r = r;
		expect_fine(world_do(l.w, there, &trip));
		at = arena_printf(t->a, "/records/%s/%s", r->name, trip.id);
		try_page(t, l.w, r, RIGHT_READ, arena_printf(t->a, "/records/%s", r->name));
		if (strcmp(r->name, "campus") != 0) { /* a school just made lies outside everybody's rights */
			try_page(t, l.w, r, RIGHT_READ, at);
			try_page(t, l.w, r, RIGHT_READ, arena_printf(t->a, "%s/history", at));
		}
		if (records_typed(r))
			try_page(t, l.w, r, RIGHT_ADD, arena_printf(t->a, "/records/%s/new?pupil=sam", r->name));
		if (records_typed(r) && !(r->is & APPEND_ONLY) && strcmp(r->name, "campus") != 0)
			try_page(t, l.w, r, RIGHT_EDIT, arena_printf(t->a, "%s/edit", at));
		try_page(t, l.w, r, RIGHT_READ, arena_printf(t->a, "/help/dictionary?type=%s", r->name));
	}
}
