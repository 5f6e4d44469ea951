/* docx_fill.c - a template's controls listed, or filled: values, repeating sections, table rows of "list.column". */
#include <strings.h>

#include "doc/docx_inner.h"
#include "doc/zip_write.h"

enum { DEPTH = 200 };

/* What applies where we are: the whole fill, and in a repeated part its row. */
struct scope {
	struct arena *a;
	const struct docx_fill *fill;
	struct docx_merged *out;
	const struct docx_list *list;
	int row;
	int depth;
};

static const struct docx_list *list_named(const struct docx_fill *fill, const char *tag, size_t n)
{
	for (int i = 0; i < fill->lists; i++)
		if (strlen(fill->list[i].tag) == n && strncmp(fill->list[i].tag, tag, n) == 0)
			return &fill->list[i];
	return NULL;
}

/* The column's text in this row, by its name or by "list.name"; NULL: no such column. */
static const char *in_row(const struct scope *s, const char *tag)
{
	size_t n = s->list ? strlen(s->list->tag) : 0;

	if (!s->list)
		return NULL;
	if (strncmp(tag, s->list->tag, n) == 0 && tag[n] == '.')
		tag += n + 1;
	for (int i = 0; i < s->list->columns; i++)
		if (strcmp(s->list->column[i], tag) == 0) {
			const char *text = s->list->cell[s->row * s->list->columns + i];

			return text ? text : "";
		}
	return NULL;
}

static const char *value_for(const struct scope *s, const char *tag)
{
	const char *text = in_row(s, tag);

	for (int i = 0; !text && i < s->fill->values; i++)
		if (strcmp(s->fill->value[i].tag, tag) == 0)
			text = s->fill->value[i].text ? s->fill->value[i].text : "";
	return text;
}

static void note_missing(const struct scope *s, const char *tag)
{
	const char **all = (const char **)(uintptr_t)s->out->missing;

	for (int i = 0; i < s->out->missings; i++)
		if (strcmp(all[i], tag) == 0)
			return;
	if (!all)
		s->out->missing = all = arena_array(s->a, DOCX_MAX_TAGS, sizeof *all);
	if (s->out->missings < DOCX_MAX_TAGS)
		all[s->out->missings++] = tag;
}

static void fill_inside(struct scope *s, xmlNode *n);

/* Word marks paragraphs and bookmarks with numbers that must not come twice. */
static void forget_numbers(struct arena *a, xmlNode *n)
{
	xmlNode *next;
	xmlAttr *after;

	for (xmlAttr *at = n->properties; at; at = after) {
		after = at->next;
		if (strcmp((const char *)at->name, "paraId") == 0 || strcmp((const char *)at->name, "textId") == 0)
			xmlRemoveProp(at);
	}
	for (xmlNode *c = n->children; c; c = next) {
		next = c->next;
		if (is_node(c, "bookmarkStart") || is_node(c, "bookmarkEnd"))
			drop(a, c);
		else if (c->type == XML_ELEMENT_NODE)
			forget_numbers(a, c);
	}
}

/* `model` once for each row of the list, filled, before `at`. */
static void repeat(const struct scope *s, const struct docx_list *list, xmlNode *model, xmlNode *at)
{
	for (int i = 0; i < list->rows; i++) {
		struct scope inner = { s->a, s->fill, s->out, list, i, s->depth + 1 };
		xmlNode *holder = xmlCopyNode(model, 1), *next;

		if (i > 0)
			forget_numbers(s->a, holder);
		xmlAddPrevSibling(at, holder); /* a place in the tree while it is filled */
		fill_inside(&inner, holder);
		if (!is_node(holder, "sdtContent"))
			continue;
		for (xmlNode *c = holder->children; c; c = next) {
			next = c->next;
			xmlUnlinkNode(c);
			xmlAddPrevSibling(holder, c);
		}
		drop(s->a, holder);
	}
}

/* After a list was set: a table that lost its last row is no table and goes (true); a cell must hold a paragraph. */
static bool mend(struct arena *a, xmlNode *parent)
{
	if (is_node(parent, "tbl") && !node_child(parent, "tr") && !node_child(parent, "sdt")) {
		drop(a, parent);
		return true;
	}
	if (is_node(parent, "tc") && !node_child(parent, "p") && !node_child(parent, "sdt"))
		xmlNewChild(parent, parent->ns, (const xmlChar *)"p", NULL);
	return false;
}

static bool fill_list(const struct scope *s, const struct docx_list *list, xmlNode *sdt)
{
	xmlNode *content = node_child(sdt, "sdtContent"), *item = node_child(content, "sdt"), *parent = sdt->parent;

	if (sdt_repeats(sdt) && item)
		content = node_child(item, "sdtContent");
	if (content)
		repeat(s, list, content, sdt);
	drop(s->a, sdt);
	return mend(s->a, parent);
}

/* True: what it stood in is gone. */
static bool fill_sdt(struct scope *s, xmlNode *sdt)
{
	const char *tag = sdt_tag(s->a, sdt), *text;
	const struct docx_list *list = tag[0] && !s->list ? list_named(s->fill, tag, strlen(tag)) : NULL;

	if (list)
		return fill_list(s, list, sdt);
	text = tag[0] ? value_for(s, tag) : NULL;
	if (text) {
		sdt_set_text(s->a, sdt, text);
		return false;
	}
	if (tag[0])
		note_missing(s, tag);
	fill_inside(s, sdt);
	return false;
}

/* The list that a control inside names as "list.column"; NULL: none. */
static const struct docx_list *dotted_inside(const struct scope *s, xmlNode *n, int depth)
{
	for (xmlNode *c = n->children; c && depth < DEPTH; c = c->next) {
		const struct docx_list *list;
		const char *tag, *dot;

		if (is_node(c, "tbl"))
			continue;
		tag = is_node(c, "sdt") ? sdt_tag(s->a, c) : "";
		dot = strchr(tag, '.');
		list = dot ? list_named(s->fill, tag, (size_t)(dot - tag)) : NULL;
		list = list ? list : dotted_inside(s, c, depth + 1);
		if (list)
			return list;
	}
	return NULL;
}

static bool fill_child(struct scope *s, xmlNode *c)
{
	const struct docx_list *list = !s->list && (is_node(c, "tr") || is_node(c, "p")) ? dotted_inside(s, c, 0) : NULL;
	xmlNode *parent = c->parent;

	if (is_node(c, "sdt"))
		return fill_sdt(s, c);
	if (list) {
		repeat(s, list, c, c);
		drop(s->a, c);
		return mend(s->a, parent);
	}
	if (c->type == XML_ELEMENT_NODE)
		fill_inside(s, c);
	return false;
}

static void fill_inside(struct scope *s, xmlNode *n)
{
	xmlNode *next;

	if (++s->depth < DEPTH)
		for (xmlNode *c = n->children; c; c = next) {
			next = c->next;
			if (fill_child(s, c))
				break;
		}
	s->depth--;
}

/* The link to the template's own template, said a second time in the settings. */
static void clean_settings(struct arena *a, xmlNode *root)
{
	xmlNode *linked = node_child(root, "attachedTemplate");

	if (linked)
		drop(a, linked);
}

/* A template's parts are called a document's. */
static void clean_types(struct docx_file *d, xmlNode *root)
{
	for (xmlNode *n = root->children; n; n = n->next) {
		const char *type = value_of(d->a, n, "ContentType");

		if (strcasestr(type, "macroEnabled") && !d->why)
			d->why = "This template may hold macros (small programs), which are never taken in. Save it as a plain "
				".docx file.";
		if (strcmp(type, "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml") == 0)
			xmlSetProp(n, (const xmlChar *)"ContentType",
				(const xmlChar *)"application/vnd.openxmlformats-officedocument."
				"wordprocessingml.document.main+xml");
	}
}

static bool ends(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && strcasecmp(name + n - m, end) == 0;
}

static void add_part(struct docx_file *d, struct zip_out *z, xmlDoc *doc)
{
	xmlChar *text = NULL;
	int n = 0;

	xmlDocDumpMemoryEnc(doc, &text, &n, "UTF-8");
	if (text)
		zip_out_add(z, (const char *)text, (size_t)n);
	else if (!d->why)
		d->why = "This template could not be filled.";
	xmlFree(text);
}

static void merge_member(struct docx_file *d, struct zip_out *z, int i, struct scope *s)
{
	const char *name = unzip_name(&d->z, i);
	bool fill = docx_fillable(name), settings = ends(name, "word/settings.xml"), types = ends(name, "[Content_Types].xml");
	bool relations = ends(name, ".rels");
	xmlNode *root;
	xmlDoc *doc;
	size_t n = 0;
	const char *bytes;

	if (!name[0] || name[strlen(name) - 1] == '/')
		return;
	zip_out_begin(z, arena_text(d->a, name));
	if (!fill && !settings && !types && !relations) {
		bytes = unzip_load(&d->z, i, &n);
		zip_out_add(z, bytes ? bytes : "", n);
		return;
	}
	doc = docx_part(d, i);
	root = doc ? xmlDocGetRootElement(doc) : NULL;
	if (!root)
		return;
	if (fill)
		fill_inside(s, root);
	if (settings)
		clean_settings(d->a, root);
	if (types)
		clean_types(d, root);
	if (relations)
		docx_relations(d, root);
	if (ends(name, "word/document.xml"))
		docx_blocks_of(d->a, node_child(root, "body"), s->out);
	add_part(d, z, doc);
}

void docx_merge_here(struct arena *a, const char *bytes, size_t n, const struct docx_fill *fill, struct docx_merged *out)
{
	struct scope s = { a, fill, out, NULL, 0, 0 };
	struct buf whole = buf_new(a);
	struct zip_out *z = NULL;
	struct docx_file *d = arena_alloc(a, sizeof *d); /* the arena closes its zip */

	*out = (struct docx_merged){ 0 };
	docx_file_open(d, a, bytes, n);
	if (!d->why && zip_out_new(a, &z))
		d->why = "There is not enough memory to fill this template.";
	for (int i = 0; i < d->z.members && !d->why; i++)
		merge_member(d, z, i, &s);
	if (!d->why && d->out.why)
		d->why = d->out.why;
	if (!d->why && zip_out_end(z, &whole))
		d->why = "The filled letter grew too large.";
	out->refused = d->why;
	out->bytes = whole.data;
	out->n = whole.len;
}

struct listing {
	struct arena *a;
	struct docx_tags *out;
	struct docx_tag *tag;
};

static void list_tag(struct listing *l, const char *tag, const char *title, const char *inside, bool list)
{
	const char *dot = strchr(tag, '.');

	if (dot && dot > tag && dot[1]) {
		inside = arena_text_n(l->a, tag, (size_t)(dot - tag));
		list_tag(l, inside, "", "", true);
		tag = dot + 1;
	}
	for (int i = 0; i < l->out->n; i++)
		if (strcmp(l->tag[i].tag, tag) == 0 && strcmp(l->tag[i].inside, inside) == 0)
			return;
	if (l->out->n < DOCX_MAX_TAGS)
		l->tag[l->out->n++] = (struct docx_tag){ tag, title, inside, list };
}

static void list_inside(struct listing *l, xmlNode *n, const char *inside, int depth)
{
	for (xmlNode *c = n->children; c && depth < DEPTH; c = c->next) {
		const char *tag = is_node(c, "sdt") ? sdt_tag(l->a, c) : "";
		bool list = tag[0] && (sdt_repeats(c) || node_child(node_child(c, "sdtContent"), "tr"));

		if (tag[0])
			list_tag(l, tag, sdt_title(l->a, c), inside, list);
		list_inside(l, c, list ? tag : inside, depth + 1);
	}
}

void docx_tags_here(struct arena *a, const char *bytes, size_t n, struct docx_tags *out)
{
	struct listing l = { a, out, arena_array(a, DOCX_MAX_TAGS, sizeof(struct docx_tag)) };
	struct docx_file *d = arena_alloc(a, sizeof *d); /* the arena closes its zip */

	*out = (struct docx_tags){ .tag = l.tag };
	docx_file_open(d, a, bytes, n);
	for (int i = 0; i < d->z.members && !d->why; i++) {
		bool types = ends(unzip_name(&d->z, i), "[Content_Types].xml");
		xmlDoc *doc = types || docx_fillable(unzip_name(&d->z, i)) ? docx_part(d, i) : NULL;

		if (doc && types)
			clean_types(d, xmlDocGetRootElement(doc));
		else if (doc)
			list_inside(&l, xmlDocGetRootElement(doc), "", 0);
	}
	out->refused = d->why ? d->why : d->out.why;
}
