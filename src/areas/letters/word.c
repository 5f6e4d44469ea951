/* word.c - the school's own Word template: taken in, and filled for a letter. Reading other people's files is done in the cage
 * (doc/docx.h), and before there is a writing act. What a field may say is merge.h's. */
#include "areas/letters/word.h"

#include <string.h>

#include "doc/docx.h"
#include "record/who.h"

enum { LETTERS_MOST = 400 };

static const struct { const char *tag, *field; } PARTS[] = {
	{ "school_name", "campus.name" }, { "school_address", "campus.address" }, { "school_contact", "campus.phone" },
	{ "date", NULL },
	{ "our_ref", NULL }, { "recipient", NULL }, { "salutation", NULL }, { "subject", NULL }, { "body", NULL },
	{ "closing", NULL },
	{ "signatory", "sender.name" }, { "role", "sender.post" },
};

/* ---- a template comes in ---- */

static int part_of(const char *tag)
{
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
		if (strcmp(PARTS[i].tag, tag) == 0)
			return (int)i;
	return -1;
}

/* A tag with a dot is a list's column to Word (doc/docx.h), so a field stands there with a colon: pupil:known_as. */
static const char *field_of(struct arena *a, const char *tag)
{
	char *field = (char *)(uintptr_t)arena_text(a, tag), *colon = strchr(field, ':');

	if (colon)
		*colon = '.';
	return field;
}

static bool read_file(struct req *rq, const struct http_file *file, struct word_upload *up)
{
	char *bytes = arena_alloc(rq->a, (size_t)file->size + 1);
	uint64_t at = 0;

	while (at < file->size) {
		ssize_t n = http_file_read(file, at, bytes + at, (size_t)(file->size - at));

		if (n <= 0)
			return false;
		at += (uint64_t)n;
	}
	up->bytes = bytes;
	up->n = (size_t)file->size;
	return true;
}

/* The tags of a template that no letter of ours can fill, or that this actor may not say. */
static const char *tags_refused(struct act *act, const struct docx_tags *tags)
{
	for (int i = 0; i < tags->n; i++) {
		const struct docx_tag *t = &tags->tag[i];
		enum merge_no no;

		if (t->list || *t->inside)
			return arena_printf(act->a, "The control “%s” repeats a list: a letter has none. Take it out", t->tag);
		if (part_of(t->tag) >= 0)
			continue;
		no = merge_may(act, field_of(act->a, t->tag));
		if (no == MERGE_UNKNOWN)
			return arena_printf(act->a, "There is no field for the control “%s”. The list of fields is below", t->tag);
		if (no != MERGE_FINE)
			return merge_why(act->a, no, field_of(act->a, t->tag));
	}
	return NULL;
}

const struct fault *word_before(struct req *rq)
{
	const struct http_file *file = http_file(rq->http, "word");
	struct word_upload *up;
	struct docx_tags tags;

	if (!file || !file->size)
		return NULL;
	up = arena_alloc(rq->a, sizeof *up);
	rq->prepared = up;
	up->name = file->name;
	if (file->size > DOCX_MAX_FILE) {
		up->refused = "The file is larger than 10 MB: take pictures out of it";
		return NULL;
	}
	if (!read_file(rq, file, up))
		return FAULT(rq->a, FAULT_BROKEN, "an upload that could not be read back");
	TRY(docx_tags(rq->a, up->bytes, up->n, &tags));
	up->refused = tags.refused ? tags.refused : tags_refused(rq->act, &tags);
	return NULL;
}

const struct fault *word_keep(struct req *rq, struct form *form)
{
	const struct word_upload *up = rq->prepared;
	const char *blob;

	if (strcmp(rq_text(rq, "no_word"), "1") == 0 && !up) {
		form_set(form, LETTER_TEMPLATE_FILE, "");
		form_set(form, LETTER_TEMPLATE_FILE_NAME, "");
	}
	if (!up)
		return NULL;
	if (up->refused) {
		ui_error(rq->ui, "word", up->refused);
		return NULL;
	}
	TRY(blob_keep(rq->act, rq->act->campus, "template", up->bytes, up->n, &blob));
	form_set(form, LETTER_TEMPLATE_FILE, blob);
	form_set(form, LETTER_TEMPLATE_FILE_NAME, *up->name ? up->name : "template.docx");
	return NULL;
}

/* ---- a letter is filled ---- */

static const struct fault *part_value(struct merge *m, const struct row *letter, int part, const char *body, const char *title,
	const char **out)
{
	struct arena *a = m->act->a;
	const char *tag = PARTS[part].tag;

	if (PARTS[part].field)
		return merge_value(m, PARTS[part].field, out);
	*out = "";
	if (strcmp(tag, "date") == 0)
		*out = row_show(a, letter, LETTER_ON);
	else if (strcmp(tag, "recipient") == 0)
		*out = arena_printf(a, "%s\n%s", row_text(letter, LETTER_NAME), row_text(letter, LETTER_ADDRESS));
	else if (strcmp(tag, "salutation") == 0)
		*out = *m->to->salutation ? arena_printf(a, "Dear %s", m->to->salutation) : "";
	else if (strcmp(tag, "subject") == 0)
		*out = title;
	else if (strcmp(tag, "body") == 0)
		*out = body;
	else if (strcmp(tag, "closing") == 0)
		*out = "Yours sincerely";
	return NULL;
}

/* Values of all tags. A field that may not be said, or that has no value, refuses the whole: nobody gets "Dear ,". */
static const struct fault *values(struct merge *m, const struct row *letter, const struct docx_tags *tags, const char *body,
	const char *title, struct docx_value *out, const char **refused)
{
	for (int i = 0; i < tags->n && !*refused; i++) {
		int part = part_of(tags->tag[i].tag);
		const struct fault *f;

		out[i] = (struct docx_value){ tags->tag[i].tag, "" };
		f = part >= 0 ? part_value(m, letter, part, body, title, &out[i].text) : merge_value(m,
			field_of(m->act->a, tags->tag[i].tag), &out[i].text);
		if (f && f->code != FAULT_INVALID)
			return f;
		*refused = f ? f->text : NULL;
		if (!f && !*out[i].text && part < 0)
			*refused = arena_printf(m->act->a, "The record has no value for “%s”, which the Word template asks for",
				tags->tag[i].tag);
	}
	return NULL;
}

static const struct fault *fill(struct merge *m, const struct row *letter, const char *file, size_t n, const char *body,
	const char *title, struct word *out)
{
	struct docx_merged merged;
	struct docx_fill fill;
	struct docx_tags tags;
	struct docx_value *list;

	TRY(docx_tags(m->act->a, file, n, &tags));
	out->refused = tags.refused;
	if (out->refused)
		return NULL;
	list = arena_array(m->act->a, (size_t)tags.n + 1, sizeof *list);
	TRY(values(m, letter, &tags, body, title, list, &out->refused));
	if (out->refused)
		return NULL;
	fill = (struct docx_fill){ .value = list, .values = tags.n };
	TRY(docx_merge(m->act->a, file, n, &fill, &merged));
	out->refused = merged.refused;
	out->bytes = merged.refused ? NULL : merged.bytes;
	out->n = merged.n;
	return NULL;
}

const struct fault *word_letter(struct act *act, const struct row *letter, const char *body, const char *title, struct word *out)
{
	const char *id = row_text(letter, LETTER_TEMPLATE_REF);
	struct act *all = act_lift(act);
	struct row *template, *pupil;
	struct merge m = { .act = act };
	struct reach to;
	const void *file;
	size_t n;

	*out = (struct word){ 0 };
	if (!*id)
		return NULL;
	TRY(record_get(act, &LETTER_TEMPLATE, id, &template));
	if (!*row_text(template, LETTER_TEMPLATE_FILE))
		return NULL;
	TRY(record_get(act, record_find(act->house, "pupil"), row_about(letter), &pupil));
	TRY(reach_one(act, pupil, row_text(letter, LETTER_CONTACT), REACH_HAND, &to));
	m.pupil = pupil;
	m.to = &to;
	TRY(act_guard(all));
	/* the template is the school's: of whichever site wrote it */
	TRY(blob_get(all, row_text(template, LETTER_TEMPLATE_FILE), &file, &n));
	TRY(act_guard(act));
	return fill(&m, letter, file, n, body, title, out);
}

/* ---- before a letter goes by e-mail ---- */

struct made { const char *id; struct word word; };
struct making { struct req *rq; struct made *list; int count; const char *batch; };

static const struct fault *make_one(struct act *act, struct making *m, const struct row *letter, bool typed)
{
	const char *body = typed ? rq_param(m->rq, "body") : NULL, *title = typed ? rq_param(m->rq, "title") : NULL;
	struct made *made = &m->list[m->count];

	if (strcmp(row_text(letter, LETTER_CHANNEL), "email") != 0 || strcmp(row_text(letter, LETTER_STATE), "draft") != 0 ||
	    !row_has(letter, LETTER_BODY))
		return NULL;
	made->id = row_id(letter);
	TRY(word_letter(act, letter, body ? body : row_text(letter, LETTER_BODY), title ? title : row_text(letter, LETTER_TITLE),
		&made->word));
	if (made->word.bytes || made->word.refused)
		m->count++;
	return NULL;
}

/* With the rights of who asked, on the helper thread's connection. What is not theirs is the handler's to refuse. */
static const struct fault *make(struct act *program, void *self)
{
	struct making *m = self;
	struct act *act = act_new(program->a, program->db, program->house, program->sealer, m->rq->act->who, m->rq->act->campus,
		false);
	struct ask ask = { .where = { { LETTER_BATCH, IS, m->batch } }, .limit = LETTERS_MOST };
	const struct fault *f = NULL;
	struct rows rows = { 0 };
	struct row *letter = NULL;

	TRY(act_guard(act));
	if (*m->batch)
		TRY(record_list(act, &LETTER, &ask, &rows));
	else
		f = record_get(act, &LETTER, rq_arg(m->rq, "letter"), &letter);
	if (f)
		return f->code == FAULT_NONE ? act_guard(program) : f;
	m->list = arena_array(program->a, (size_t)rows.count + 1, sizeof *m->list);
	if (letter)
		TRY(make_one(act, m, letter, true));
	for (int i = 0; i < rows.count; i++)
		TRY(make_one(act, m, rows.row[i], false));
	journal_move(program, act);
	return act_guard(program);
}

static const struct fault *prepare(struct req *rq, const char *batch)
{
	struct making *m = arena_alloc(rq->a, sizeof *m);

	*m = (struct making){ .rq = rq, .batch = batch };
	rq->prepared = m;
	return web_read(rq, make, m);
}

const struct fault *letter_before(struct req *rq)
{
	return strcmp(rq_text(rq, "do"), "send") == 0 ? prepare(rq, "") : NULL;
}

const struct fault *batch_before(struct req *rq)
{
	return prepare(rq, rq_arg(rq, "batch"));
}

const struct word *word_made(const struct req *rq, const char *letter)
{
	const struct making *m = rq->prepared;

	for (int i = 0; m && i < m->count; i++)
		if (strcmp(m->list[i].id, letter) == 0)
			return &m->list[i].word;
	return NULL;
}

/* ---- downloads ---- */

const struct fault *letter_word(struct req *rq, struct ui *ui)
{
	struct word word;
	struct row *l;

	(void)ui;
	TRY(record_get(rq->act, &LETTER, rq_arg(rq, "letter"), &l));
	if (!row_has(l, LETTER_BODY))
		return FAULT(rq->a, FAULT_NONE, "another's letter");
	TRY(word_letter(rq->act, l, row_text(l, LETTER_BODY), row_text(l, LETTER_TITLE), &word));
	if (word.refused)
		return FAULT(rq->a, FAULT_INVALID, "%s", word.refused);
	if (!word.bytes)
		return FAULT(rq->a, FAULT_NONE, "a letter without a Word template");
	journal_note(rq->act, "print", "letter", row_id(l), row_about(l), "Word");
	return rq_download(rq, WORD_TYPE, "letter.docx", word.bytes, word.n);
}

/* The template as it was given; for a school without one, a plain letter with its controls, to begin from. */
const struct fault *template_word(struct req *rq, struct ui *ui)
{
	struct buf plain = buf_new(rq->a);
	const void *bytes;
	struct row *t;
	size_t n;

	(void)ui;
	TRY(record_get(rq->act, &LETTER_TEMPLATE, rq_arg(rq, "template"), &t));
	if (*row_text(t, LETTER_TEMPLATE_FILE)) {
		TRY(blob_get(rq->act, row_text(t, LETTER_TEMPLATE_FILE), &bytes, &n));
		return rq_download(rq, WORD_TYPE, "template.docx", bytes, n);
	}
	TRY(docx_letter(rq->a, &plain));
	return rq_download(rq, WORD_TYPE, "template.docx", plain.data, plain.len);
}
