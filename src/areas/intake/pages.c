/* pages.c - bringing a file in, in the browser: choose it, see what it would change, answer what must be answered, save, undo until
 * midnight; and the list of differences the SENCO works through. The file is read in the cage before an act is opened. */
#include "areas/intake/pages.h"

#include <string.h>

#include "areas/intake/intake.tmpl.h"
#include "base/text.h"
#include "doc/write.h"
#include "seal/hash.h"

enum { ANSWERS_MOST = 300 };

/* ---- the file that came ---- */

struct upload { struct intake *in; const char *bytes, *name, *hash; size_t n; };

static const char *hash_of(struct arena *a, const void *bytes, size_t n)
{
	unsigned char out[SEAL_HASH];
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.file.1");
	seal_hash_bytes(&h, bytes, n);
	seal_hash_end(&h, out);
	return seal_hex(a, out, sizeof out);
}

static const struct fault *upload_before(struct req *rq)
{
	const struct http_file *file = http_file(rq->http, "file");
	struct upload *up = arena_alloc(rq->a, sizeof *up);
	struct intake_options o = { .today = DAY_NONE };
	struct doc_part part;
	char *bytes;

	if (!file || !file->size)
		return NULL;
	bytes = arena_alloc(rq->a, (size_t)file->size + 1);
	up->n = (size_t)file->size;
	if (http_file_read(file, 0, bytes, up->n) != (ssize_t)up->n)
		return FAULT(rq->a, FAULT_FULL, "the upload could not be read back");
	up->bytes = bytes;
	up->name = text_is_utf8(file->name, strlen(file->name)) ? text_clean(rq->a, file->name) : "file";
	up->hash = hash_of(rq->a, bytes, up->n);
	part = (struct doc_part){ up->name, bytes, up->n };
	rq->prepared = up;
	return intake_read(rq->a, &part, 1, &o, &up->in);
}

static const struct fault *list_page(struct req *rq, struct ui *ui)
{
	struct rows imports, open;

	TRY(record_list(rq->act, &IMPORT, &(struct ask){ .limit = 100, .order = "-saved_at" }, &imports));
	TRY(record_list(rq->act, &IMPORT_ITEM, &(struct ask){ .where = { { IMPORT_ITEM_DECISION, EMPTY, NULL } }, .limit = 1000 },
		&open));
	ui->shell.title = "Files in";
	return tmpl_imports(ui, &imports, open.count, record_ever(rq->act, &IMPORT, RIGHT_ADD));
}

static const struct fault *upload_post(struct req *rq, struct ui *ui)
{
	const struct upload *up = rq->prepared;
	const char *blob, *id;

	if (!up) {
		ui_error(ui, "file", "Choose the file to bring in");
		return list_page(rq, ui);
	}
	TRY(blob_keep(rq->act, "", "import", up->bytes, up->n, &blob));
	TRY(plan_look(rq->act, up->in, up->hash, blob, &id));
	journal_note(rq->act, "upload", IMPORT.name, id, "", up->in->kind);
	return go(rq, "/imports/%s", id);
}

/* ---- looking at it ---- */

/* Answers kept with the import, and what was remembered for its source. */
static const struct fault *answers_of(struct act *act, const struct row *import, struct intake_answer *answers, int *count)
{
	struct rows remembered;
	const char *p = row_text(import, IMPORT_ANSWERS);

	*count = 0;
	while (*p && *count < ANSWERS_MOST) {
		size_t n = strcspn(p, "\n"), eq = strcspn(p, "\t");

		if (eq < n)
			answers[(*count)++] = (struct intake_answer){ arena_text_n(act->a, p, eq), arena_text_n(act->a, p + eq + 1,
				n - eq - 1) };
		p += n + (p[n] == '\n');
	}
	TRY(record_list(act_lift(act), &SOURCE_MAP,
		&(struct ask){ .where = { { SOURCE_MAP_SOURCE, IS, row_text(import, IMPORT_SOURCE) } }, .limit = ANSWERS_MOST },
		&remembered));
	for (int i = 0; i < remembered.count && *count < ANSWERS_MOST; i++)
		if (strcmp(row_campus(remembered.row[i]), act->campus) == 0)
			answers[(*count)++] = (struct intake_answer){ row_text(remembered.row[i], SOURCE_MAP_HEADING),
				row_text(remembered.row[i], SOURCE_MAP_CANONICAL) };
	return NULL;
}

struct looking { const char *id, *campus; struct row *import; struct intake *in; struct intake_answer answers[ANSWERS_MOST]; int count; };

static const struct fault *read_again(struct act *act, struct looking *l)
{
	struct intake_options o = { .today = DAY_NONE, .answer = l->answers };
	struct doc_part part = { .name = row_text(l->import, IMPORT_FILE_NAME) };
	const void *bytes;

	TRY(answers_of(act, l->import, l->answers, &l->count));
	TRY(blob_get(act, row_text(l->import, IMPORT_BLOB), &bytes, &part.n));
	part.bytes = bytes;
	o.answers = l->count;
	return intake_read(act->a, &part, 1, &o, &l->in);
}

static const struct fault *show_page(struct req *rq, struct ui *ui)
{
	struct looking *l = arena_alloc(rq->a, sizeof *l);
	struct plan *plan;

	TRY(record_get(rq->act, &IMPORT, rq_arg(rq, "import"), &l->import));
	ui->shell.title = "Check before saving";
	if (strcmp(row_text(l->import, IMPORT_STATE), "preview") != 0 && strcmp(row_text(l->import, IMPORT_STATE), "refused") != 0)
		return tmpl_import_done(ui, l->import, moment_day(row_text(l->import, IMPORT_AT)) == rq->act->today);
	TRY(read_again(rq->act, l));
	TRY(plan_make(rq->act, l->in, l->answers, l->count, &plan));
	return tmpl_import_preview(ui, l->import, plan, rq_param(rq, "all") != NULL);
}

static const struct fault *comparison_csv(struct req *rq, struct ui *ui)
{
	struct looking *l = arena_alloc(rq->a, sizeof *l);
	static const char *const HEADINGS[] = { "Row", "Child", "Fact", "Now", "In the file", "What we will do" };
	struct buf b = buf_new(rq->a);
	struct plan *plan;

	(void)ui;
	TRY(record_get(rq->act, &IMPORT, rq_arg(rq, "import"), &l->import));
	TRY(read_again(rq->act, l));
	TRY(plan_make(rq->act, l->in, l->answers, l->count, &plan));
	csv_bom(&b);
	csv_row(&b, HEADINGS, 6);
	for (int i = 0; i < plan->changes; i++)
		plan_csv(&b, plan, plan->change[i]);
	journal_note(rq->act, "export", IMPORT.name, row_id(l->import), "", "comparison");
	return rq_download(rq, "text/csv; charset=utf-8", "comparison.csv", buf_text(&b), b.len);
}

/* ---- answering, saving, dropping, undoing ---- */

static const struct fault *remember(struct act *act, const struct row *import, const char *key, const char *value)
{
	struct form *form = form_new(act->a, &SOURCE_MAP);
	struct rows known;
	const char *id;

	if (strncmp(key, "match:", 6) == 0)
		return NULL;
	TRY(record_list(act, &SOURCE_MAP, &(struct ask){ .where = { { SOURCE_MAP_SOURCE, IS, row_text(import, IMPORT_SOURCE) },
		{ SOURCE_MAP_HEADING, IS, key } } }, &known));
	form_set(form, SOURCE_MAP_SOURCE, row_text(import, IMPORT_SOURCE));
	form_set(form, SOURCE_MAP_HEADING, key);
	form_set(form, SOURCE_MAP_CANONICAL, value);
	if (known.count)
		return record_change(act, known.row[0], form);
	return record_add(act, &SOURCE_MAP, NULL, form, &id);
}

static const struct fault *answer_post(struct req *rq, struct ui *ui)
{
	struct act *lifted = act_lift(rq->act);
	struct buf kept = buf_limit(rq->a, 19000);
	struct form *form = form_new(rq->a, &IMPORT);
	struct row *import;

	(void)ui;
	TRY(record_get(rq->act, &IMPORT, rq_arg(rq, "import"), &import));
	if (!record_ever(rq->act, &IMPORT, RIGHT_ADD))
		return FAULT(rq->a, FAULT_NONE, "not theirs");
	for (size_t i = 0; i < rq->typed.count; i++) {
		const char *name = rq->typed.item[i].name, *value = rq->typed.item[i].value;

		if (strncmp(name, "q:", 2) != 0 || !*value || strpbrk(name, "\t\n") || strpbrk(value, "\t\n"))
			continue;
		buf_printf(&kept, "%s\t%s\n", name + 2, value);
		TRY(remember(lifted, import, name + 2, value));
	}
	buf_add(&kept, row_text(import, IMPORT_ANSWERS)); /* the first answer to a question counts: the newest */
	form_set(form, IMPORT_ANSWERS, buf_text(&kept));
	TRY(record_change(lifted, import, form));
	return go(rq, "/imports/%s", row_id(import));
}

static const struct fault *load_file(struct act *act, void *self)
{
	struct looking *l = self;

	TRY(record_get(act, &IMPORT, l->id, &l->import));
	act->campus = l->campus;
	return read_again(act, l);
}

static const struct fault *save_before(struct req *rq)
{
	struct looking *l = arena_alloc(rq->a, sizeof *l);

	l->id = rq_arg(rq, "import");
	l->campus = rq->session->campus;
	rq->prepared = l;
	return web_read(rq, load_file, l);
}

static const struct fault *save_post(struct req *rq, struct ui *ui)
{
	struct looking *l = rq->prepared;
	struct row *import;
	struct plan *plan;
	const char *id;

	TRY(record_get(rq->act, &IMPORT, rq_arg(rq, "import"), &import));
	if (strcmp(row_text(import, IMPORT_STATE), "preview") != 0)
		return go(rq, "/imports/%s", row_id(import));
	TRY(plan_make(rq->act, l->in, l->answers, l->count, &plan));
	if (plan->stopped || l->in->compare_only) {
		ui_error(ui, "questions", "Answer the questions first: nothing was saved");
		return tmpl_import_preview(ui, import, plan, false);
	}
	TRY(plan_commit(rq->act, plan, import, row_text(import, IMPORT_HASH), row_text(import, IMPORT_BLOB), &id));
	rq_notice(rq, arena_printf(rq->a, "/imports/%s/undo", id), "Saved: %s. You can undo the whole import until midnight.",
		plan_sum(rq->a, plan));
	return go(rq, "/imports/%s", id);
}

static const struct fault *drop_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &IMPORT);
	struct row *import;

	(void)ui;
	TRY(record_get(rq->act, &IMPORT, rq_arg(rq, "import"), &import));
	if (strcmp(row_text(import, IMPORT_STATE), "preview") == 0) {
		form_set(form, IMPORT_STATE, "dropped");
		TRY(record_change(act_lift(rq->act), import, form));
	}
	rq_notice(rq, NULL, "The file was discarded. Nothing of it was saved.");
	return go(rq, "/imports");
}

static const struct fault *undo_post(struct req *rq, struct ui *ui)
{
	struct row *import;
	int undone, kept;

	(void)ui;
	if (!record_ever(rq->act, &IMPORT, RIGHT_ADD))
		return FAULT(rq->a, FAULT_NONE, "not theirs");
	TRY(record_get(rq->act, &IMPORT, rq_arg(rq, "import"), &import));
	TRY(plan_undo(rq->act, import, &undone, &kept));
	if (kept)
		rq_notice(rq, NULL, "The import is undone: %d rows as they were before. %d rows were changed since and stay as they "
			"are.", undone, kept);
	else
		rq_notice(rq, NULL, "The import is undone: %d rows as they were before.", undone);
	return go(rq, "/imports/%s", row_id(import));
}

/* ---- the SENCO's list of differences ---- */

static const struct fault *decide_page(struct req *rq, struct ui *ui)
{
	struct difference *d;
	struct rows items;

	TRY(record_list(rq->act, &IMPORT_ITEM, &(struct ask){ .where = { { IMPORT_ITEM_DECISION, EMPTY, NULL } }, .limit = 200 },
		&items));
	d = arena_array(rq->a, (size_t)items.count + 1, sizeof *d);
	for (int i = 0; i < items.count; i++) {
		const struct record *pupil = record_find(rq->act->house, "pupil");
		struct row *child;

		d[i].item = items.row[i];
		TRY(record_get(rq->act, pupil, row_text(items.row[i], IMPORT_ITEM_PUPIL), &child));
		d[i].name = arena_printf(rq->a, "%s %s", row_text(child, field_find(pupil, "known_as")),
			row_text(child, field_find(pupil, "surname")));
	}
	ui->shell.title = "Differences to decide";
	return tmpl_differences(ui, d, items.count, record_ever(rq->act, &IMPORT_ITEM, RIGHT_EDIT));
}

static const struct fault *decide_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &IMPORT_ITEM);
	const char *decision = rq_text(rq, "decision");
	struct row *item;

	(void)ui;
	TRY(record_get(rq->act, &IMPORT_ITEM, rq_arg(rq, "item"), &item));
	form_set(form, IMPORT_ITEM_DECISION, decision);
	form_set(form, IMPORT_ITEM_DECIDED_BY, rq->act->who->account);
	form_set(form, IMPORT_ITEM_DECIDED_ON, day_iso(rq->a, rq->act->today));
	TRY(record_change(rq->act, item, form));
	if (strcmp(decision, "theirs") == 0) {
		rq_notice(rq, NULL, "Now change the record: the file says %s.", row_text(item, IMPORT_ITEM_THEIRS));
		return go(rq, "/pupils/%s", row_text(item, IMPORT_ITEM_PUPIL));
	}
	rq_notice(rq, NULL, "Kept as recorded: %s.", row_text(item, IMPORT_ITEM_OURS));
	return go(rq, "/imports/decide");
}

const struct route INTAKE_ROUTES[] = {
	{ "/imports", &IMPORT, RIGHT_READ, list_page, upload_post, .title = "Files in", .section = "School", .flags = UPLOAD,
		.before = upload_before },
	{ "/imports/decide", &IMPORT_ITEM, RIGHT_READ, decide_page, NULL, .title = "Differences to decide", .section = "School" },
	{ "/imports/decide/:item", &IMPORT_ITEM, RIGHT_EDIT, NULL, decide_post, .title = "Decide a difference",
		.section = "School" },
	{ "/imports/:import", &IMPORT, RIGHT_READ, show_page, NULL, .title = "Check before saving", .section = "School" },
	{ "/imports/:import/comparison.csv", &IMPORT, RIGHT_READ, comparison_csv, NULL, .title = "Comparison, as a file" },
	{ "/imports/:import/answers", &IMPORT, RIGHT_ADD, NULL, answer_post, .title = "Answer the file's questions" },
	{ "/imports/:import/save", &IMPORT, RIGHT_ADD, NULL, save_post, .title = "Save the file", .flags = LONG,
		.before = save_before },
	{ "/imports/:import/drop", &IMPORT, RIGHT_ADD, NULL, drop_post, .title = "Discard the file" },
	{ "/imports/:import/undo", &IMPORT, RIGHT_ADD, NULL, undo_post, .title = "Undo the import", .flags = LONG },
	{ NULL },
};
