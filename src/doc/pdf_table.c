/* pdf_table.c - tables: headings repeated on each page, rows kept whole where a page can hold them. */
#include "doc/pdf_ops.h"

enum { PAD_X = 4, PAD_Y = 3 };

struct row {
	struct piece *cell[PDF_COLUMNS];
	struct tag *tag[PDF_COLUMNS];
	int done[PDF_COLUMNS]; /* lines set */
	double height;
	const char *lang;
};

enum { WAITING = 2 };

struct table {
	struct tag *tag;
	const struct pdf_column *columns;
	int n;
	bool row_heads, headed;      /* headed: there is a row of headings */
	bool begun;
	double x[PDF_COLUMNS], w[PDF_COLUMNS];
	struct piece *head[PDF_COLUMNS];
	const char *caption;
	struct row wait[WAITING];    /* rows not set yet: the last is not left alone on a page */
	int waits;
};


static struct piece *cell_piece(struct pdf *p, const struct table *t, int i, const char *text, bool head)
{
	double w = t->w[i] - (i + 1 < t->n ? 2.5 : 1) * PAD_X;
	enum face face = head ? FACE_CELL_HEAD : FACE_CELL;

	return t->columns[i].number ? piece_right(p, face, text, w) : piece_new(p, face, "", text, w);
}

void pdf_table(struct pdf *p, const char *caption, const struct pdf_column *columns, int n, bool row_heads)
{
	struct table *t = arena_alloc(p->a, sizeof *t);
	double all = 0, x = p->left;

	n = n > PDF_COLUMNS ? PDF_COLUMNS : n;
	*t = (struct table){ .tag = tag_new(p, "Table"), .columns = columns, .n = n, .row_heads = row_heads, .caption = caption };
	for (int i = 0; i < n; i++)
		all += columns[i].share > 0 ? columns[i].share : 1;
	for (int i = 0; i < n; i++) {
		t->x[i] = x;
		t->w[i] = (p->right - p->left) * (columns[i].share > 0 ? columns[i].share : 1) / all;
		x += t->w[i];
		t->headed = t->headed || (columns[i].heading && columns[i].heading[0]);
	}
	for (int i = 0; t->headed && i < n; i++)
		t->head[i] = cell_piece(p, t, i, columns[i].heading, true);
	p->table = t;
}

static double tallest(struct piece *const *k, int n)
{
	double h = 0;

	for (int i = 0; i < n; i++)
		if (piece_height(k[i]) > h)
			h = piece_height(k[i]);
	return h;
}

/* The headings' row; on later pages nothing new to read. */
static void set_heads(struct pdf *p, struct table *t, bool again)
{
	double h = tallest(t->head, t->n);
	struct tag *row = tag_new(p, "TR");

	if (!again)
		set_open(p, row);
	for (int i = 0; i < t->n; i++) {
		struct tag *cell = tag_new(p, "TH");

		cell->scope = "Column";
		if (again) {
			set_leaf(p, NULL, t->head[i], t->x[i] + PAD_X * (i > 0), p->y + h - piece_height(t->head[i]));
			continue;
		}
		set_open(p, cell);
		set_piece(p, t->head[i], t->x[i] + PAD_X * (i > 0), p->y + h - piece_height(t->head[i]), 0, t->head[i]->lines);
		set_close(p, cell);
	}
	if (!again)
		set_close(p, row);
	p->y += h + PAD_Y;
	set_rule(p, p->left, p->y, p->right - p->left, 1.2, 0);
	p->y += PAD_Y;
}

static void begin(struct pdf *p, struct table *t, double first)
{
	double head = t->headed ? tallest(t->head, t->n) + 2 * PAD_Y : 0;
	struct piece *caption = t->caption && t->caption[0] ? piece_new(p, FACE_STRONG, "", t->caption, p->right - p->left) : NULL;

	t->begun = true;
	flow_need(p, head + first + (caption ? piece_height(caption) : 0));
	set_open(p, t->tag);
	if (caption) {
		set_leaf(p, "Caption", caption, p->left, p->y);
		p->y += piece_height(caption) + 3;
	}
	if (t->headed)
		set_heads(p, t, false);
}

static void new_page(struct pdf *p, struct table *t)
{
	set_page(p);
	p->y = p->top;
	if (t->headed)
		set_heads(p, t, true);
}

/* Sets as many lines of each cell as there is room for; true when all are set. */
static bool set_cells(struct pdf *p, struct table *t, struct row *r)
{
	double room = p->framed ? 1e9 : p->bottom - p->y - PAD_Y, depth = 0;
	bool whole = true;

	for (int i = 0; i < t->n; i++) {
		struct piece *k = r->cell[i];
		int fit = (int)((room + 0.01) / k->leading), left = k->lines - r->done[i];
		struct tag *cell = tag_new(p, t->row_heads && i == 0 ? "TH" : "TD");

		fit = fit < 1 ? 1 : fit > left ? left : fit;
		cell->scope = t->row_heads && i == 0 ? "Row" : NULL;
		cell->joins = r->tag[i];
		if (fit > 0) {
			set_open(p, cell);
			set_piece(p, k, t->x[i] + PAD_X * (i > 0), p->y, r->done[i], r->done[i] + fit);
			set_close(p, cell);
			r->tag[i] = r->tag[i] ? r->tag[i] : cell;
		}
		r->done[i] += fit;
		whole = whole && r->done[i] >= k->lines;
		depth = fit * k->leading > depth ? fit * k->leading : depth;
	}
	p->y += depth;
	return whole;
}

static double page_room(const struct pdf *p, const struct table *t)
{
	return p->bottom - p->top - (t->headed ? tallest(t->head, t->n) + 2 * PAD_Y : 0);
}

static void set_row(struct pdf *p, struct table *t, struct row *r, double with_next)
{
	const char *lang = p->lang;
	struct tag *row;

	p->lang = r->lang;
	row = tag_new(p, "TR");
	if (!t->begun)
		begin(p, t, with_next < page_room(p, t) ? with_next : r->height < page_room(p, t) ? r->height : 0);
	else if (!p->framed && p->y + with_next > p->bottom + 0.01 && with_next < page_room(p, t))
		new_page(p, t);
	set_open(p, row);
	while (!set_cells(p, t, r))
		new_page(p, t);
	set_close(p, row);
	p->y += PAD_Y;
	set_rule(p, p->left, p->y, p->right - p->left, 0.5, 0.45);
	p->y += PAD_Y;
	p->lang = lang;
}

/* The row that waits longest. The first of a table stays with the second, the last but one with the last. */
static void set_waiting(struct pdf *p, struct table *t, bool last)
{
	bool together = t->waits > 1 && (!t->begun || last);

	set_row(p, t, &t->wait[0], t->wait[0].height + (together ? t->wait[1].height : 0));
	t->wait[0] = t->wait[1];
	t->waits--;
}

void pdf_row(struct pdf *p, const char *const *cells)
{
	struct table *t = p->table;
	struct row r = { .lang = p->lang };

	for (int i = 0; i < t->n; i++)
		r.cell[i] = cell_piece(p, t, i, cells[i], t->row_heads && i == 0);
	r.height = tallest(r.cell, t->n) + 2 * PAD_Y;
	if (t->waits == WAITING)
		set_waiting(p, t, false);
	t->wait[t->waits++] = r;
}

void pdf_table_end(struct pdf *p)
{
	struct table *t = p->table;

	if (!t->waits)
		begin(p, t, 0);
	while (t->waits)
		set_waiting(p, t, true);
	set_close(p, t->tag);
	p->table = NULL;
	p->y += face_size(p, FACE_BODY) * 0.8;
}

void pdf_facts(struct pdf *p, const char *const *pairs, int n)
{
	static const struct pdf_column TWO[] = { { NULL, 0.3, false }, { NULL, 0.7, false } };
	bool any = false;

	for (int i = 0; i < n; i++) {
		if (!pairs[2 * i + 1] || !pairs[2 * i + 1][0])
			continue;
		if (!any)
			pdf_table(p, NULL, TWO, 2, true);
		any = true;
		pdf_row(p, pairs + 2 * i);
	}
	if (any)
		pdf_table_end(p);
}
