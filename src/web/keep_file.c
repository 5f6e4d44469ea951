/* keep_file.c - a file that somebody sent about a child: what it is, its first bytes say; what a browser would run is not kept; it
 * is sealed under the child's own key, or the school's if it is about nobody. Not here: the record that names it. */
#include "web/keep_file.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "record/who.h"

enum { FILE_MOST = 20 << 20 };

static const struct kept_kind KINDS[] = {
	{ "%PDF-", 5, "application/pdf", "pdf", "PDF" },
	{ "\x89PNG\r\n\x1A\n", 8, "image/png", "png", "Picture (PNG)" },
	{ "\xFF\xD8\xFF", 3, "image/jpeg", "jpg", "Picture (JPEG)" },
	{ "{\\rtf", 5, "application/rtf", "rtf", "Rich text" },
	{ "\xD0\xCF\x11\xE0", 4, "application/x-ole-storage", "doc", "Older Office file" },
};

static const struct kept_kind TEXT = { "", 0, "text/plain", "txt", "Text" };
static const struct kept_kind WORD = { "", 0, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
	"Word" };
static const struct kept_kind EXCEL = { "", 0, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
	"Excel" };
static const struct kept_kind ODF = { "", 0, "application/vnd.oasis.opendocument.text", "odt", "OpenDocument" };

/* Office files are zips that name their parts. */
static const struct kept_kind *office(const char *bytes, size_t n)
{
	if (memmem(bytes, n, "word/document.xml", 17))
		return &WORD;
	if (memmem(bytes, n, "xl/workbook.xml", 15))
		return &EXCEL;
	return memmem(bytes, n < 200 ? n : 200, "vnd.oasis.opendocument", 22) ? &ODF : NULL;
}

static bool active(const char *bytes, size_t n)
{
	static const char *const STARTS[] = { "<!doctype", "<html", "<svg", "<?xml", "<script", "MZ", "#!" };

	while (n && strchr(" \t\r\n", *bytes)) {
		bytes++;
		n--;
	}
	for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
		if (n >= strlen(STARTS[i]) && strncasecmp(bytes, STARTS[i], strlen(STARTS[i])) == 0)
			return true;
	return false;
}

/* NULL: a kind we do not keep. */
static const struct kept_kind *kind_of(const char *bytes, size_t n)
{
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (n >= KINDS[i].n && memcmp(bytes, KINDS[i].bytes, KINDS[i].n) == 0)
			return &KINDS[i];
	if (n > 4 && memcmp(bytes, "PK\x03\x04", 4) == 0)
		return office(bytes, n);
	return n && text_is_utf8(bytes, n) && !active(bytes, n) ? &TEXT : NULL;
}

const struct kept_kind *kept_kind_of(const char *mime)
{
	static const struct kept_kind *const OTHERS[] = { &TEXT, &WORD, &EXCEL, &ODF };

	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (strcmp(KINDS[i].mime, mime) == 0)
			return &KINDS[i];
	for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
		if (strcmp(OTHERS[i]->mime, mime) == 0)
			return OTHERS[i];
	return NULL;
}

static const char *file_bytes(struct req *rq, const struct http_file *file)
{
	char *bytes = arena_alloc(rq->a, (size_t)file->size + 1);
	uint64_t at = 0;

	while (at < file->size) {
		ssize_t n = http_file_read(file, at, bytes + at, (size_t)(file->size - at));

		if (n <= 0)
			return NULL;
		at += (uint64_t)n;
	}
	return bytes;
}

const struct fault *keep_file(struct req *rq, const struct http_file *file, const char *name, struct kept_file *out)
{
	const struct kept_kind *k;

	*out = (struct kept_file){ 0 };
	if (file->size > FILE_MOST) {
		ui_error(rq->ui, name, "The file is larger than 20 MB. Save it smaller, or say where the paper is");
		return NULL;
	}
	out->bytes = file_bytes(rq, file);
	if (!out->bytes)
		return FAULT(rq->a, FAULT_BROKEN, "the file could not be read");
	k = kind_of(out->bytes, (size_t)file->size);
	if (!k) {
		ui_error(rq->ui, name, "We keep PDF, Word, Excel, OpenDocument, pictures and text. Save it as one of these, for "
			"example as PDF");
		return NULL;
	}
	out->size = (size_t)file->size;
	out->mime = k->mime;
	out->name = text_clean(rq->a, file->name);
	return blob_keep(rq->act, rq->pupil ? row_id(rq->pupil) : rq->act->campus, "document", out->bytes, out->size, &out->blob);
}
