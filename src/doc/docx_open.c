/* docx_open.c - a Word file opened with the zip reader's caps, looked through for what is never taken in, and its XML read without
 * entities. */
#include <libxml/parser.h>
#include <strings.h>

#include "doc/docx_inner.h"
#include "doc/out.h"

enum { PART_MOST = 30 << 20 };

static void refuse(struct docx_file *d, const char *why)
{
	if (!d->why)
		d->why = why;
}

static bool begins(const char *name, const char *start)
{
	return strncasecmp(name, start, strlen(start)) == 0;
}

static bool ends(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && strcasecmp(name + n - m, end) == 0;
}

bool docx_fillable(const char *name)
{
	const char *base = name + 5;

	if (!begins(name, "word/") || !ends(name, ".xml") || strchr(base, '/'))
		return false;
	return begins(base, "document.") || begins(base, "header") || begins(base, "footer") || begins(base, "footnotes.") ||
		begins(base, "endnotes.");
}

static void look_at_names(struct docx_file *d)
{
	for (int i = 0; i < d->z.members; i++) {
		const char *name = unzip_name(&d->z, i);

		if (strcasestr(name, "vbaProject") || strcasestr(name, "vbaData"))
			refuse(d, "This template holds macros (small programs), which are never taken in. Save it as a plain .docx "
				"file.");
		else if (begins(name, "word/activeX/") || begins(name, "word/embeddings/") || ends(name, ".bin"))
			refuse(d, "This template has other files or controls embedded in it. Take them out, or paste them as a "
				"picture, and save it again.");
		else if (ends(name, "/afchunk.mht") || ends(name, ".html") || ends(name, ".htm"))
			refuse(d, "This template has a web page embedded in it. Paste the text itself, and save it again.");
	}
}

/* A relationship that leads outside: hyperlinks may stay, the template's template is dropped, anything else is refused. */
static void look_at_relation(struct docx_file *d, xmlNode *r)
{
	const char *type = value_of(d->a, r, "Type"), *target = value_of(d->a, r, "Target");

	if (strcasecmp(value_of(d->a, r, "TargetMode"), "External") != 0) {
		if (strstr(target, "://") || strstr(target, "\\\\") || begins(target, "file:"))
			refuse(d, "This template leads to a file outside it. Break the link in Word and save it again.");
		return;
	}
	if (ends(type, "/hyperlink") && (begins(target, "https://") || begins(target, "http://") || begins(target, "mailto:") ||
		begins(target, "tel:")))
		return;
	if (ends(type, "/attachedTemplate"))
		drop(d->a, r);
	else
		refuse(d, "This template shows something that lies elsewhere: a linked picture, file or page. In Word choose File, "
			"Info, Edit Links to Files, break the links and save it again.");
}

static bool all_utf8(const char *bytes, size_t n)
{
	return memchr(bytes, 0, n) == NULL && !(n > 1 && (unsigned char)bytes[0] >= 0xfe);
}

static void free_document(void *doc)
{
	xmlFreeDoc(doc);
}

static void no_words(void *context, const char *format, ...)
{
	(void)context, (void)format;
}

xmlDoc *docx_part(struct docx_file *d, int member)
{
	size_t n = 0;
	const char *bytes = unzip_load(&d->z, member, &n);
	xmlDoc *doc;

	if (!bytes || n > PART_MOST) {
		refuse(d, d->out.why ? d->out.why : "This template is too large. Take pictures out of it and save it again.");
		return NULL;
	}
	if (!all_utf8(bytes, n) || memmem(bytes, n, "<!DOCTYPE", 9) || memmem(bytes, n, "<!doctype", 9) ||
		memmem(bytes, n, "<!ENTITY", 8)) {
		refuse(d, "This template's XML has what Word never writes and an attack might. It was not opened.");
		return NULL;
	}
	xmlSetGenericErrorFunc(NULL, no_words);
	doc = xmlReadMemory(bytes, (int)n, "part.xml", "UTF-8",
		XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
	if (!doc || doc->intSubset || !xmlDocGetRootElement(doc)) {
		if (doc)
			xmlFreeDoc(doc);
		refuse(d, "This template is damaged: its text cannot be read. Open it in Word and save it again.");
		return NULL;
	}
	arena_defer(d->a, free_document, doc);
	return doc;
}

void docx_relations(struct docx_file *d, xmlNode *root)
{
	xmlNode *next;

	for (xmlNode *r = root->children; r; r = next) {
		next = r->next;
		if (is_node(r, "Relationship"))
			look_at_relation(d, r);
	}
}

static void look_at_relations(struct docx_file *d)
{
	for (int i = 0; i < d->z.members && !d->why; i++) {
		xmlDoc *doc = ends(unzip_name(&d->z, i), ".rels") ? docx_part(d, i) : NULL;

		if (doc)
			docx_relations(d, xmlDocGetRootElement(doc));
	}
}

void docx_file_open(struct docx_file *d, struct arena *a, const char *bytes, size_t n)
{
	*d = (struct docx_file){ .a = a };
	out_open(&d->out, a, -1);
	if (n > 8 && memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0) {
		refuse(d, "This is an old Word file (.doc), or one with a password. Save it as .docx without a password.");
	} else if (!unzip_open(&d->z, &d->out, bytes, n)) {
		refuse(d, d->out.why);
	} else if (unzip_find(&d->z, "word/document.xml") < 0 || unzip_find(&d->z, "[Content_Types].xml") < 0) {
		refuse(d, "This is not a Word document. A template is a .docx or .dotx file, saved by Word or LibreOffice.");
	} else {
		look_at_names(d);
		look_at_relations(d);
	}
	out_close(&d->out);
}
