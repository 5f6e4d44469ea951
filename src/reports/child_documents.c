/* child_documents.c - files about a child: stored sealed under the child's own key, named by what they are and never by the child,
 * given back as a download that no browser will run. What a file is, its first bytes say. Not here: reading what is in them. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/text.h"
#include "record/journal.h"
#include "reports/child_lists.h"
#include "web/keep_file.h"

/* ---- the list ---- */

static const char *size_words(struct arena *a, int64_t bytes)
{
	if (bytes >= 1 << 20)
		return arena_printf(a, "%lld.%lld MB", (long long)bytes >> 20, (long long)(bytes * 10 >> 20) % 10);
	return bytes ? arena_printf(a, "%lld KB", (long long)(bytes + 1023) >> 10) : "";
}

static void document_row(struct req *rq, struct ui *ui, const struct child *c, const struct row *d)
{
	const struct kept_kind *k = kept_kind_of(row_text(d, DOCUMENT_MIME));
	const char *paper = row_text(d, DOCUMENT_PAPER);

	ui_row(ui);
	ui_cell_begin(ui);
	if (*row_text(d, DOCUMENT_BLOB))
		ui_link_to(ui, row_text(d, DOCUMENT_TITLE), arena_printf(rq->a, "%s/documents/%s", c->base, row_id(d)));
	else
		buf_add_html(&ui->out, row_text(d, DOCUMENT_TITLE));
	ui_cell_end(ui);
	ui_cell(ui, row_show(rq->a, d, DOCUMENT_KIND));
	ui_cell(ui, row_show(rq->a, d, DOCUMENT_ON));
	ui_cell(ui, row_text(d, DOCUMENT_AUTHOR));
	ui_cell(ui, k ? arena_printf(rq->a, "%s, %s", k->words, size_words(rq->a, row_int(d, DOCUMENT_BYTES))) :
		*paper ? arena_printf(rq->a, "On paper: %s", paper) : "");
	ui_row_end(ui);
}

const struct fault *child_documents(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Document" }, { "Kind", .phone = UI_BARE }, { "Date" }, { "Who wrote it" },
		{ "File", .phone = UI_BARE }, { NULL } };
	const char *add;
	struct rows rows;
	struct child c;

	TRY(child_head(rq, ui, "/documents", "Documents", &c));
	TRY(record_list(rq->act, &DOCUMENT, &(struct ask){ .pupil = c.id, .limit = 300, .clear_only = true }, &rows));
	add = child_add(rq, &c, &DOCUMENT);
	if (!rows.count)
		ui_empty(ui, "No documents yet. Reports, letters and plans that you add here are sealed: they open only to those "
			"who may read them.", add ? "Add a document" : NULL, add);
	else if (add)
		ui_button_link(ui, UI_SECONDARY, "Add a document", add);
	if (!rows.count)
		return NULL;
	ui_table(ui, &(struct ui_table){ .caption = "Documents", .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++)
		document_row(rq, ui, &c, rows.row[i]);
	ui_table_end(ui);
	return NULL;
}

/* ---- adding one ---- */

/* Who may hand a document in and read none goes back to the child. */
static const char *back(struct req *rq)
{
	const char *list = arena_printf(rq->a, "/pupils/%s/documents", row_id(rq->pupil));

	return rq_leads(rq, list) ? list : arena_printf(rq->a, "/pupils/%s", row_id(rq->pupil));
}

static void draw_new(struct req *rq, struct ui *ui, const struct form *form)
{
	static const int FIELDS[] = { DOCUMENT_TITLE, DOCUMENT_KIND, DOCUMENT_ON, DOCUMENT_AUTHOR };
	const char *whole = child_whole(rq->a, rq->pupil);

	ui->shell.scale = UI_READ;
	ui->shell.title = "Add a document";
	ui_title(ui, whole, "Add a document", NULL);
	ui_form_begin(ui, &(struct ui_form){ .upload = true });
	ui_input_file(ui, &(struct ui_input){ .name = "file", .label = "File", .strong = true,
		.hint = "PDF, Word, Excel, OpenDocument, picture or text, up to 20 MB. Leave empty if it is on paper", .accept =
		KEEP_FILE_ACCEPT });
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		ui_field(ui, &DOCUMENT, form, FIELDS[i]);
	ui_field(ui, &DOCUMENT, form, DOCUMENT_PAPER);
	ui_field(ui, &DOCUMENT, form, DOCUMENT_NOTE);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Add the document", NULL, NULL);
	ui_link_to(ui, "Cancel", back(rq));
	ui_acts_end(ui);
	ui_form_end(ui);
}

const struct fault *document_new(struct req *rq, struct ui *ui)
{
	if (!rq_may(rq, &DOCUMENT, RIGHT_ADD))
		return FAULT(rq->a, FAULT_NONE, "may not add a document");
	draw_new(rq, ui, rq_form(rq, &DOCUMENT));
	return NULL;
}

static const struct fault *keep(struct req *rq, struct form *form, const struct http_file *file)
{
	struct kept_file kept;

	TRY(keep_file(rq, file, "file", &kept));
	if (!kept.blob)
		return NULL;
	form_set(form, DOCUMENT_BLOB, kept.blob);
	form_set(form, DOCUMENT_MIME, kept.mime);
	form_set(form, DOCUMENT_BYTES, arena_printf(rq->a, "%zu", kept.size));
	form_set(form, DOCUMENT_FILE_NAME, kept.name);
	return NULL;
}

const struct fault *document_add(struct req *rq, struct ui *ui)
{
	const struct http_file *file = http_file(rq->http, "file");
	struct form *form = rq_form(rq, &DOCUMENT);
	const struct fault *f = NULL;
	const char *id;

	if (!rq_may(rq, &DOCUMENT, RIGHT_ADD))
		return FAULT(rq->a, FAULT_NONE, "may not add a document");
	if (file && file->size)
		TRY(keep(rq, form, file));
	else if (!*form_value(form, DOCUMENT_PAPER))
		ui_error(ui, "file", "Choose a file, or say where the paper is");
	if (!ui->error_count)
		f = record_add(rq->act, &DOCUMENT, rq->pupil, form, &id);
	if (f && f->code != FAULT_INVALID)
		return f;
	if (f || ui->error_count) {
		draw_new(rq, ui, form);
		return NULL;
	}
	rq_notice(rq, NULL, "The document is kept, sealed.");
	return go(rq, "%s", back(rq));
}

/* ---- giving one back ---- */

const struct fault *document_open(struct req *rq, struct ui *ui)
{
	const struct kept_kind *k;
	const void *bytes;
	struct row *d;
	size_t n;

	(void)ui;
	TRY(record_get(rq->act, &DOCUMENT, rq_arg(rq, "document"), &d));
	if (strcmp(row_about(d), row_id(rq->pupil)) != 0 || !*row_text(d, DOCUMENT_BLOB))
		return FAULT(rq->a, FAULT_NONE, "another child's, or not a file");
	TRY(blob_get(rq->act, row_text(d, DOCUMENT_BLOB), &bytes, &n));
	journal_note(rq->act, "read", "document", row_id(d), row_id(rq->pupil), "file");
	k = kept_kind_of(row_text(d, DOCUMENT_MIME));
	return rq_download(rq, k ? k->mime : "application/octet-stream", arena_printf(rq->a, "document-%.8s.%s", row_id(d),
		k ? k->ending : "bin"), bytes, n);
}
