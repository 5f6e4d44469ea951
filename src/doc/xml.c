/* xml.c - expat behind a fence, and the look at a file's root that decides who reads it. Knows no vocabulary of its own. */
#include "doc/xml.h"

#include <expat.h>
#include <strings.h>

enum { MAX_ATTRIBUTES = 256, MAX_NAME = 1000, MAX_ATTRIBUTE_TEXT = 64 << 10 };
static const char SEPARATOR = '|';

static const char *local(const char *name)
{
	const char *at = strrchr(name, SEPARATOR);

	return at ? at + 1 : name;
}

const char *xml_attribute(const char *const *attributes, const char *name)
{
	for (; attributes[0]; attributes += 2)
		if (strcmp(local(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}

int xml_line(const struct xml *x)
{
	return (int)XML_GetCurrentLineNumber(x->parser);
}

static void stop(struct xml *x, const char *why)
{
	out_stop(x->o, xml_line(x), "%s cannot be read (line %d): %s. Nothing was imported. Export it again.", x->what,
		xml_line(x), why);
	XML_StopParser(x->parser, XML_FALSE);
}

static bool fits(struct xml *x, const char *name, const char *const *attributes)
{
	size_t most = 0;
	int n = 0;

	for (; attributes[2 * n]; n++)
		if (strlen(attributes[2 * n + 1]) > most)
			most = strlen(attributes[2 * n + 1]);
	if (x->depth > DOC_MAX_DEPTH)
		stop(x, "it is nested more than 64 deep");
	else if (n > MAX_ATTRIBUTES)
		stop(x, "an element has more than 256 attributes");
	else if (strlen(name) > MAX_NAME || most > MAX_ATTRIBUTE_TEXT)
		stop(x, "a name or attribute is far too long");
	return !x->o->stopped;
}

static void on_open(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct xml *x = data;
	const char *const *a = (const char *const *)attributes;

	x->depth++;
	if (x->o->stopped || !fits(x, name, a))
		return;
	if (!x->keep_text)
		x->text.len = 0;
	x->open(x, local(name), a);
	if (x->o->stopped)
		XML_StopParser(x->parser, XML_FALSE);
}

static void on_close(void *data, const XML_Char *name)
{
	struct xml *x = data;

	x->depth--;
	if (x->o->stopped)
		return;
	buf_add_n(&x->text, "", 0);
	if (x->text.data)
		x->text.data[x->text.len] = 0;
	x->close(x, local(name));
	if (!x->keep_text)
		x->text.len = 0;
	if (x->o->stopped)
		XML_StopParser(x->parser, XML_FALSE);
}

static void on_text(void *data, const XML_Char *text, int n)
{
	struct xml *x = data;

	if (x->o->stopped)
		return;
	if (x->text.len + (size_t)n > DOC_MAX_CELL)
		stop(x, "one value is over 1 MB, the most that is read");
	else
		buf_add_n(&x->text, text, (size_t)n);
}

static void on_doctype(void *data, const XML_Char *name, const XML_Char *sysid, const XML_Char *pubid, int subset)
{
	(void)name, (void)sysid, (void)pubid, (void)subset;
	stop(data, "it has a document type declaration (DOCTYPE), which these files never need and which can hide an attack");
}

static void free_parser(void *p)
{
	struct xml *x = p;

	if (x->parser)
		XML_ParserFree(x->parser);
	x->parser = NULL;
}

void xml_begin(struct xml *x, struct doc_out *o)
{
	x->o = o;
	x->text = buf_new(o->a);
	x->parser = XML_ParserCreateNS("UTF-8", SEPARATOR);
	if (!x->parser)
		abort();
	if (!x->what)
		x->what = "This file";
	arena_defer(o->a, free_parser, x);
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_open, on_close);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	XML_SetParamEntityParsing(x->parser, XML_PARAM_ENTITY_PARSING_NEVER);
}

void xml_end(struct xml *x)
{
	free_parser(x);
}

/* Past white space, processing instructions and comments: the first tag or declaration. NULL if there is none. */
static const char *past_prolog(const char *text, size_t n)
{
	const char *end = text + n;

	while (text < end) {
		const char *stop_at = NULL;

		if (strchr(" \t\r\n", *text)) {
			text++;
			continue;
		}
		if (end - text > 1 && memcmp(text, "<?", 2) == 0)
			stop_at = memmem(text, (size_t)(end - text), "?>", 2);
		else if (end - text > 3 && memcmp(text, "<!--", 4) == 0)
			stop_at = memmem(text, (size_t)(end - text), "-->", 3);
		else
			return text;
		if (!stop_at)
			return NULL;
		text = stop_at + 2 + (*stop_at == '-');
	}
	return NULL;
}

static bool has_doctype(const char *text, size_t n)
{
	const char *at = past_prolog(text, n);

	return at && (size_t)(text + n - at) >= 9 && strncasecmp(at, "<!DOCTYPE", 9) == 0;
}

static void refuse_doctype(struct doc_out *o, const char *what)
{
	out_stop(o, 0, "%s has a document type declaration (DOCTYPE), which these files never need and which can hide an attack. "
	         "Nothing was imported. Export it again from your own system.", what);
}

bool xml_feed(struct xml *x, const char *bytes, size_t n, bool last)
{
	if (!x->started && has_doctype(bytes, n)) {
		refuse_doctype(x->o, x->what);
		return false;
	}
	x->started = true;
	if (XML_Parse(x->parser, bytes, (int)n, last) != XML_STATUS_ERROR)
		return true;
	if (!x->o->stopped)
		out_stop(x->o, xml_line(x), "%s is damaged or cut short (line %d: %s). Nothing was imported. Export it again.",
			x->what,
		         xml_line(x), XML_ErrorString(XML_GetErrorCode(x->parser)));
	return false;
}

const char *xml_root(struct doc_out *o, const char *text, size_t n)
{
	const char *at = past_prolog(text, n), *end = text + n, *name;
	size_t length = 0;

	if (has_doctype(text, n)) {
		refuse_doctype(o, "This file");
		return NULL;
	}
	if (!at || *at != '<') {
		out_stop(o, 1, "This file is damaged or cut short (line 1: no root element). Nothing was imported. Export it "
			"again.");
		return NULL;
	}
	for (name = ++at; at < end && length < MAX_NAME && !strchr(" \t\r\n/>", *at); at++, length++)
		if (*at == ':') {
			name = at + 1;
			length = (size_t)-1;
		}
	return arena_text_n(o->a, name, length);
}

/* Things that are well known and not ours, by the name of their root. */
static const char *known_as(const char *root)
{
	static const struct { const char *root, *is; } OTHERS[] = {
		{ "svg", "a picture" }, { "html", "a web page" }, { "rss", "a news feed" }, { "kml", "a map" }, { "feed", "a "
			"news feed" },
		{ "SIFMessage", "a SIF message" }, { "CIN", "a children in need return" }, { "package", "a Word document in XML" },
		{ "wordDocument", "a Word document in XML" }, { "stylesheet", "a style sheet" }, { "schema", "an XML schema" },
	};

	for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
		if (strcasecmp(OTHERS[i].root, root) == 0)
			return OTHERS[i].is;
	return "not a kind of XML file that is read here";
}

static bool is_report(const char *root)
{
	static const char *const ROOTS[] = { "SuperStarReport", "dataroot", "Report", "Records", "Students", "Pupils", "Rows",
		"Table", "Data" };

	for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++)
		if (strcasecmp(ROOTS[i], root) == 0)
			return true;
	return false;
}

void read_xml(struct doc_out *o, const char *text, size_t n)
{
	const char *root = xml_root(o, text, n);

	if (!root)
		return;
	if (strcmp(root, "CTfile") == 0)
		read_pupils(o, text, n, DOC_CTF);
	else if (strcmp(root, "ATfile") == 0)
		read_pupils(o, text, n, DOC_ATF);
	else if (strcmp(root, "Message") == 0)
		read_pupils(o, text, n, DOC_CENSUS);
	else if (strcmp(root, "Workbook") == 0)
		read_ssml(o, text, n);
	else if (is_report(root))
		read_records(o, text, n);
	else
		out_stop(o, 0, "The file's outermost element is %.40s: that is %s. Give a common transfer file (CTfile), a "
			"school census file "
		         "(Message), or a report as CSV or Excel.", root, known_as(root));
}
