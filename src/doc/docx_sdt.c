/* docx_sdt.c - one content control: its name, and its content replaced by text. */
#include <strings.h>

#include "doc/docx_inner.h"

bool is_node(const xmlNode *n, const char *name)
{
	return n && n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

xmlNode *node_child(const xmlNode *n, const char *name)
{
	for (xmlNode *c = n ? n->children : NULL; c; c = c->next)
		if (is_node(c, name))
			return c;
	return NULL;
}

char *value_of(struct arena *a, const xmlNode *n, const char *attribute)
{
	for (xmlAttr *at = n ? n->properties : NULL; at; at = at->next) {
		xmlChar *value;
		char *copy;

		if (strcmp((const char *)at->name, attribute) != 0)
			continue;
		value = xmlNodeListGetString(n->doc, at->children, 1);
		copy = arena_text(a, (const char *)value);
		xmlFree(value);
		return copy;
	}
	return arena_text(a, "");
}

static const char *property(struct arena *a, const xmlNode *sdt, const char *name)
{
	return value_of(a, node_child(node_child(sdt, "sdtPr"), name), "val");
}

const char *sdt_tag(struct arena *a, const xmlNode *sdt)
{
	return property(a, sdt, "tag");
}

const char *sdt_title(struct arena *a, const xmlNode *sdt)
{
	return property(a, sdt, "alias");
}

bool sdt_repeats(const xmlNode *sdt)
{
	return node_child(node_child(sdt, "sdtPr"), "repeatingSection") != NULL;
}

static void free_node(void *n)
{
	xmlFreeNode(n);
}

void drop(struct arena *a, xmlNode *n)
{
	xmlUnlinkNode(n);
	arena_defer(a, free_node, n);
}

static void sdt_unwrap(struct arena *a, xmlNode *sdt)
{
	xmlNode *content = node_child(sdt, "sdtContent"), *next;

	for (xmlNode *c = content ? content->children : NULL; c; c = next) {
		next = c->next;
		xmlUnlinkNode(c);
		xmlAddPrevSibling(sdt, c);
	}
	drop(a, sdt);
}

/* The first of that name anywhere inside, but not within another control. */
static xmlNode *within(xmlNode *n, const char *name)
{
	for (xmlNode *c = n ? n->children : NULL; c; c = c->next) {
		xmlNode *found = is_node(c, name) ? c : is_node(c, "sdtPr") ? NULL : within(c, name);

		if (found)
			return found;
	}
	return NULL;
}

/* A run's looks without the grey of "click here to type". NULL: none. */
static xmlNode *looks_of(struct arena *a, xmlNode *run)
{
	xmlNode *looks = xmlCopyNode(node_child(run, "rPr"), 1), *style = node_child(looks, "rStyle");

	if (style && strcasecmp(value_of(a, style, "val"), "PlaceholderText") == 0) {
		xmlUnlinkNode(style);
		xmlFreeNode(style);
	}
	return looks;
}

/* Letters that XML 1.0 may not hold are left out: they are control signs nobody typed. */
static char *clean(struct arena *a, const char *text, size_t n)
{
	char *to = arena_alloc(a, n + 1), *at = to;

	for (size_t i = 0; i < n; i++) {
		bool odd = (unsigned char)text[i] < 0x20 && text[i] != '\t';
		bool none = (unsigned char)text[i] == 0xef && i + 2 < n && (unsigned char)text[i + 1] == 0xbf &&
			(unsigned char)text[i + 2] >= 0xbe;

		if (none)
			i += 2;
		else if (!odd)
			*at++ = text[i];
	}
	*at = 0;
	return to;
}

static void add_text(struct arena *a, xmlNode *run, const char *text, size_t n)
{
	xmlNode *t = xmlNewDocRawNode(run->doc, run->ns, (const xmlChar *)"t", NULL);

	xmlNodeAddContent(t, (const xmlChar *)clean(a, text, n)); /* added as it is: nothing in it is a mark */
	xmlNodeSetSpacePreserve(t, 1);
	xmlAddChild(run, t);
}

/* One run: lines parted by breaks. */
static xmlNode *run_of(struct arena *a, xmlNode *like, xmlNode *looks, const char *text)
{
	xmlNode *run = xmlNewDocNode(like->doc, like->ns, (const xmlChar *)"r", NULL);

	if (looks)
		xmlAddChild(run, xmlCopyNode(looks, 1));
	for (const char *at = text;;) {
		size_t n = strcspn(at, "\n");

		add_text(a, run, at, n);
		if (!at[n])
			break;
		xmlAddChild(run, xmlNewDocNode(like->doc, like->ns, (const xmlChar *)"br", NULL));
		at += n + 1;
	}
	return run;
}

static void empty(struct arena *a, xmlNode *n, const char *but)
{
	xmlNode *next;

	for (xmlNode *c = n->children; c; c = next) {
		next = c->next;
		if (!but || !is_node(c, but))
			drop(a, c);
	}
}

/* A paragraph for each line, each with the looks of the first that was there. */
static void set_paragraphs(struct arena *a, xmlNode *to, xmlNode *like, const char *text, bool one_at_least)
{
	xmlNode *first = within(to, "p"), *shape = first ? xmlCopyNode(node_child(first, "pPr"), 1) : NULL;
	xmlNode *looks = looks_of(a, first ? within(first, "r") : NULL);
	const char *at = text;

	empty(a, to, "tcPr");
	for (bool any = false; *at || (one_at_least && !any); any = true) {
		size_t n = strcspn(at, "\n");
		xmlNode *p = xmlNewDocNode(like->doc, like->ns, (const xmlChar *)"p", NULL);

		if (shape)
			xmlAddChild(p, xmlCopyNode(shape, 1));
		xmlAddChild(p, run_of(a, like, looks, arena_text_n(a, at, n)));
		xmlAddChild(to, p);
		at += n + (at[n] != 0);
	}
	xmlFreeNode(shape);
	xmlFreeNode(looks);
}

void sdt_set_text(struct arena *a, xmlNode *sdt, const char *text)
{
	xmlNode *content = node_child(sdt, "sdtContent"), *cell = node_child(content, "tc"), *row = node_child(content, "tr"),
		*looks;

	if (!content) {
		drop(a, sdt);
		return;
	}
	if (row)
		cell = within(row, "tc");
	if (cell) {
		set_paragraphs(a, cell, sdt, text, true);
	} else if (is_node(sdt->parent, "p") || is_node(sdt->parent, "hyperlink") || is_node(sdt->parent, "smartTag")) {
		looks = looks_of(a, within(content, "r"));
		empty(a, content, NULL);
		xmlAddChild(content, run_of(a, sdt, looks, text));
		xmlFreeNode(looks);
	} else {
		set_paragraphs(a, content, sdt, text, is_node(sdt->parent, "tc") || is_node(sdt->parent, "hdr") ||
			is_node(sdt->parent, "ftr"));
	}
	sdt_unwrap(a, sdt);
}
