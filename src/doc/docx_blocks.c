/* docx_blocks.c - what a Word document says, as plain blocks for a preview: paragraphs, headings, list items, table rows. */
#include "doc/docx_inner.h"
#include "doc/pdf.h"

enum { BLOCKS = 5000, DEPTH = 200 };

struct reading {
	struct arena *a;
	struct docx_merged *out;
	struct docx_block *block;
};

static void add_words(struct buf *b, xmlNode *n, int depth)
{
	for (xmlNode *c = n->children; c && depth < DEPTH; c = c->next) {
		if (c->type == XML_TEXT_NODE && is_node(n, "t"))
			buf_add(b, (const char *)c->content);
		else if (is_node(c, "tab"))
			buf_add_c(b, ' ');
		else if (is_node(c, "br"))
			buf_add_c(b, '\n');
		else if (!is_node(c, "del") && !is_node(c, "txbxContent") && c->type == XML_ELEMENT_NODE)
			add_words(b, c, depth + 1);
	}
}

static void add_block(struct reading *r, enum docx_kind kind, int level, const char *text)
{
	if (text[0] && r->out->blocks < BLOCKS)
		r->block[r->out->blocks++] = (struct docx_block){ kind, level, text };
}

static const char *words_of(struct reading *r, xmlNode *n)
{
	struct buf b = buf_new(r->a);

	add_words(&b, n, 0);
	return buf_text(&b);
}

static void read_paragraph(struct reading *r, xmlNode *p)
{
	xmlNode *shape = node_child(p, "pPr");
	const char *style = value_of(r->a, node_child(shape, "pStyle"), "val");
	const char *level = strncmp(style, "Heading", 7) == 0 ? style + 7 : strcmp(style, "Title") == 0 ? "1" : "";

	if (level[0] >= '1' && level[0] <= '9')
		add_block(r, DOCX_HEADING, level[0] > '3' ? 3 : level[0] - '0', words_of(r, p));
	else
		add_block(r, node_child(shape, "numPr") || strncmp(style, "List", 4) == 0 ? DOCX_ITEM : DOCX_PARAGRAPH, 0,
			words_of(r, p));
}

static void read_row(struct reading *r, xmlNode *row)
{
	struct buf b = buf_new(r->a);
	bool any = false;

	for (xmlNode *c = row->children; c; c = c->next) {
		if (!is_node(c, "tc"))
			continue;
		if (any)
			buf_add_c(&b, '\t');
		any = true;
		for (xmlNode *p = c->children; p; p = p->next) {
			if (is_node(p, "p") && p != node_child(c, "p"))
				buf_add_c(&b, '\n');
			add_words(&b, p, 0);
		}
	}
	add_block(r, DOCX_ROW, 0, buf_text(&b));
}

static void read_inside(struct reading *r, xmlNode *n, int depth)
{
	for (xmlNode *c = n ? n->children : NULL; c && depth < DEPTH; c = c->next) {
		if (is_node(c, "p"))
			read_paragraph(r, c);
		else if (is_node(c, "tr"))
			read_row(r, c);
		else if (c->type == XML_ELEMENT_NODE && !is_node(c, "sectPr"))
			read_inside(r, c, depth + 1);
	}
}

void docx_blocks_of(struct arena *a, xmlNode *body, struct docx_merged *out)
{
	struct reading r = { a, out, arena_array(a, BLOCKS, sizeof(struct docx_block)) };

	out->block = r.block;
	read_inside(&r, body, 0);
}

static int columns_of(const char *text)
{
	int n = 1;

	for (; *text; text++)
		n += *text == '\t';
	return n > PDF_COLUMNS ? PDF_COLUMNS : n;
}

/* Rows that follow each other and have as many cells are one table. */
static int preview_table(struct pdf *p, struct arena *a, const struct docx_merged *m, int i)
{
	static const struct pdf_column PLAIN[PDF_COLUMNS];
	int n = columns_of(m->block[i].text);

	pdf_table(p, NULL, PLAIN, n, false);
	for (; i < m->blocks && m->block[i].kind == DOCX_ROW && columns_of(m->block[i].text) == n; i++) {
		char *at = arena_text(a, m->block[i].text), *cell[PDF_COLUMNS];

		for (int c = 0; c < n; c++) {
			cell[c] = at;
			at += strcspn(at, "\t");
			if (*at)
				*at++ = 0;
		}
		pdf_row(p, (const char *const *)cell);
	}
	pdf_table_end(p);
	return i;
}

void docx_preview(struct pdf *p, const struct docx_merged *m)
{
	for (int i = 0; i < m->blocks;) {
		const struct docx_block *b = &m->block[i];

		if (b->kind == DOCX_ROW) {
			i = preview_table(p, pdf_arena(p), m, i);
			continue;
		}
		if (b->kind == DOCX_HEADING)
			pdf_heading(p, b->level, b->text);
		else if (b->kind == DOCX_ITEM)
			pdf_list(p, &b->text, 1, false);
		else
			pdf_text(p, b->text);
		i++;
	}
}
