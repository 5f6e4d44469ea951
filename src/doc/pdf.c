/* pdf.c - the flow: where each text stands and where a page ends. Shaping is pdf_text.c's, drawing pdf_draw.c's. */
#include "doc/pdf_ops.h"

enum { MARGIN = 54, HEAD = 62, FOOT = 58 };
static const double A4_SHORT = 595.276, A4_LONG = 841.89;

const struct fault *pdf_begin(struct arena *a, const struct pdf_about *about, struct pdf **out)
{
	struct pdf *p = arena_alloc(a, sizeof *p);

	if (!about->title || !about->title[0])
		return FAULT(a, FAULT_BROKEN, "a PDF needs a title");
	p->a = a;
	p->about = *about;
	p->sheet_w = about->landscape ? A4_LONG : A4_SHORT;
	p->sheet_h = about->landscape ? A4_SHORT : A4_LONG;
	p->left = MARGIN;
	p->right = p->sheet_w - MARGIN;
	p->top = about->bare ? MARGIN : HEAD + (about->large ? 12 : 0);
	p->bottom = p->sheet_h - (about->bare ? MARGIN : FOOT + (about->large ? 16 : 0));
	p->y = p->top;
	p->scale = 1;
	p->fresh = true;
	p->pages = 1;
	p->last = &p->first;
	p->context = fonts_of_thread();
	p->document = (struct tag){ .name = "Document" };
	set_open(p, &p->document);
	p->fresh = true;
	*out = p;
	return NULL;
}

int pdf_pages(const struct pdf *p)
{
	return p->pages;
}

int pdf_unknown(const struct pdf *p)
{
	return p->unknown;
}

struct arena *pdf_arena(struct pdf *p)
{
	return p->a;
}

static double wide(const struct pdf *p)
{
	return p->right - p->left;
}

static double pending_height(const struct pdf *p)
{
	static const double AROUND[] = { 0.4, 0.6, 1.05, 1.05 };
	double h = 0;

	for (int i = 0; i < p->pendings; i++)
		h += piece_height(p->pending[i].piece) + p->pending[i].piece->size * AROUND[p->pending[i].level];
	return h;
}

static void set_heading(struct pdf *p, const struct heading *h)
{
	static const char *const NAME[] = { "H1", "H2", "H3" };

	if (h->level == 0) {
		set_leaf(p, "P", h->piece, p->left, p->y);
		p->y += piece_height(h->piece) + h->piece->size * 0.4;
		return;
	}
	if (!p->fresh)
		p->y += h->piece->size * (h->level == 1 ? 0.3 : 0.75);
	if (h->level < 3 && !p->framed)
		set_outline(p, h->level, h->piece->text, p->y);
	set_leaf(p, NAME[h->level - 1], h->piece, p->left, p->y);
	p->y += piece_height(h->piece) + h->piece->size * 0.3;
}

void flow_need(struct pdf *p, double height)
{
	if (!p->framed && !p->fresh && p->y + pending_height(p) + height > p->bottom + 0.01) {
		set_page(p);
		p->y = p->top;
	}
	for (int i = 0; i < p->pendings; i++)
		set_heading(p, &p->pending[i]);
	p->pendings = 0;
}

/* How many lines go on this page: all, or as many as leave no line alone on either. */
static int lines_here(const struct pdf *p, const struct piece *k, int from)
{
	int left = k->lines - from, fit = (int)((p->bottom - p->y + 0.01) / k->leading);

	if (p->framed || fit >= left)
		return left;
	if (fit == left - 1 && fit > 2)
		fit--;
	return fit > 0 ? fit : 1;
}

void flow_piece(struct pdf *p, struct piece *k, double x, const char *name)
{
	struct tag *first = NULL;

	flow_need(p, (k->lines < 2 ? k->lines : 2) * k->leading);
	for (int from = 0; from < k->lines;) {
		int n = lines_here(p, k, from);
		struct tag *t = tag_new(p, name);

		t->joins = first;
		first = first ? first : t;
		set_open(p, t);
		set_piece(p, k, x, p->y, from, from + n);
		set_close(p, t);
		p->y += n * k->leading;
		from += n;
		if (from < k->lines) {
			set_page(p);
			p->y = p->top;
		}
	}
}

void pdf_heading(struct pdf *p, int level, const char *text)
{
	static const enum face FACES_OF[] = { FACE_H1, FACE_H2, FACE_H3 };

	level = level < 1 ? 1 : level > 3 ? 3 : level;
	if (!text || !text[0])
		return;
	if (p->pendings == PENDING)
		flow_need(p, 0);
	p->pending[p->pendings++] = (struct heading){ piece_new(p, FACES_OF[level - 1], "", text, wide(p)), level };
}

void pdf_subject(struct pdf *p, const char *text)
{
	if (!text || !text[0])
		return;
	if (p->pendings == PENDING)
		flow_need(p, 0);
	p->pending[p->pendings++] = (struct heading){ piece_new(p, FACE_H3, "", text, wide(p)), 1 };
}

/* Each line of the text is a paragraph; an empty one is a gap. */
static void paragraphs(struct pdf *p, enum face face, const char *label, const char *text, double after)
{
	const char *at = text ? text : "";

	do {
		size_t n = strcspn(at, "\n");
		const char *line = at[n] ? arena_text_n(p->a, at, n) : at;

		if (line[0] || (label && label[0])) {
			struct piece *k = piece_new(p, face, label, line, wide(p));

			flow_piece(p, k, p->left, "P");
			p->y += k->size * after;
		}
		label = NULL;
		at += n + (at[n] != 0);
	} while (*at);
}

void pdf_text(struct pdf *p, const char *text)
{
	paragraphs(p, FACE_BODY, NULL, text, 0.55);
}

/* What is bold and short names what follows, and stays with it as a heading does. */
void pdf_strong(struct pdf *p, const char *text)
{
	struct piece *k = text && text[0] && !strchr(text, '\n') && p->pendings < PENDING ? piece_new(p, FACE_STRONG, "", text,
		wide(p)) : NULL;

	if (k && k->lines < 3) {
		p->pending[p->pendings++] = (struct heading){ k, 0 };
		return;
	}
	paragraphs(p, FACE_STRONG, NULL, text, 0.4);
}

void pdf_small(struct pdf *p, const char *text)
{
	paragraphs(p, FACE_SMALL, NULL, text, 0.5);
}

void pdf_labelled(struct pdf *p, const char *label, const char *text)
{
	if (text && text[0])
		paragraphs(p, FACE_BODY, label, text, 0.4);
}

static void list_item(struct pdf *p, const char *text, int number)
{
	double size = face_size(p, FACE_BODY), indent = size * (number ? 1.9 : 1.2);
	struct piece *mark = number ? piece_new(p, FACE_BODY, "", arena_printf(p->a, "%d.", number), 0) : piece_kept(p, FACE_BODY,
		size, "\xE2\x80\xA2", 0);
	struct piece *k = piece_new(p, FACE_BODY, "", text, wide(p) - indent);
	struct tag *item = tag_new(p, "LI");

	flow_need(p, (k->lines < 2 ? k->lines : 2) * k->leading);
	set_open(p, item);
	set_leaf(p, "Lbl", mark, p->left + size * 0.25, p->y);
	flow_piece(p, k, p->left + indent, "LBody");
	set_close(p, item);
	p->y += size * 0.22;
}

void pdf_list(struct pdf *p, const char *const *items, int n, bool numbered)
{
	struct tag *list = tag_new(p, "L");
	int number = 0;

	for (int i = 0; i < n; i++) {
		if (!items[i] || !items[i][0])
			continue;
		if (number++ == 0) {
			flow_need(p, 3 * face_size(p, FACE_BODY));
			list->number = numbered ? "Decimal" : "Disc";
			set_open(p, list);
		}
		list_item(p, items[i], numbered ? number : 0);
	}
	if (number)
		set_close(p, list);
	p->y += number ? face_size(p, FACE_BODY) * 0.4 : 0;
}

struct boxed {
	const char *heading, *text;
};

static void boxed_inside(struct pdf *p, void *data)
{
	const struct boxed *b = data;

	if (b->heading && b->heading[0])
		paragraphs(p, FACE_STRONG, NULL, b->heading, 0.3);
	pdf_text(p, b->text);
}

void pdf_boxed(struct pdf *p, const char *heading, const char *text)
{
	struct boxed b = { heading, text };
	double pad = 9, h = pdf_measure(p, wide(p) - 2 * pad, 1e9, boxed_inside, &b).height + 2 * pad - face_size(p,
		FACE_BODY) * 0.4;

	if (h > p->bottom - p->top) { /* longer than a page: it flows, unruled */
		boxed_inside(p, &b);
		return;
	}
	flow_need(p, h);
	set_box(p, p->left, p->y, wide(p), h, 0.9, 0.25);
	p->left += pad;
	p->right -= pad;
	h += p->y;
	p->y += pad;
	boxed_inside(p, &b);
	p->left -= pad;
	p->right += pad;
	p->y = h + face_size(p, FACE_BODY) * 0.7;
}

void pdf_lines(struct pdf *p, const char *asks, int n)
{
	struct piece *k = piece_new(p, FACE_BODY, "", asks, wide(p));
	double apart = face_size(p, FACE_BODY) * 2.2;

	flow_need(p, piece_height(k) + n * apart + 4);
	set_leaf(p, "P", k, p->left, p->y);
	p->y += piece_height(k);
	for (int i = 0; i < n; i++) {
		p->y += apart;
		set_rule(p, p->left, p->y, wide(p), 0.5, 0.45);
	}
	p->y += apart * 0.6;
}

void pdf_gap(struct pdf *p, double points)
{
	flow_need(p, 0);
	if (!p->fresh)
		p->y += points;
}

void pdf_rule(struct pdf *p)
{
	flow_need(p, 12);
	set_rule(p, p->left, p->y + 4, wide(p), 0.8, 0.3);
	p->y += 12;
}

void pdf_page(struct pdf *p)
{
	flow_need(p, 0);
	if (p->fresh || p->framed)
		return;
	set_page(p);
	p->y = p->top;
}

void pdf_lang(struct pdf *p, const char *lang)
{
	p->lang = lang;
}

void pdf_bookmark(struct pdf *p, const char *name)
{
	flow_need(p, 0);
	set_outline(p, 1, name, 0);
}

void pdf_scale(struct pdf *p, double factor)
{
	p->scale = factor;
}

void pdf_picture(struct pdf *p, const struct pdf_picture *picture, const char *alt, double width, double height)
{
	picture_fit(picture, &width, &height);
	flow_need(p, height);
	set_picture(p, picture, alt, p->left, p->y, width, height);
	p->y += height + 6;
}

void pdf_frame(struct pdf *p, double x, double y, double width, double height)
{
	flow_need(p, 0);
	memcpy(p->frame, (double[]){ p->left, p->right, p->top, p->bottom, p->y }, sizeof p->frame);
	p->left = x;
	p->right = x + width;
	p->top = p->y = y;
	p->bottom = y + height;
	p->framed = p->fresh = true;
}

double pdf_frame_end(struct pdf *p)
{
	double depth;

	flow_need(p, 0);
	depth = p->y - p->top;
	p->left = p->frame[0];
	p->right = p->frame[1];
	p->top = p->frame[2];
	p->bottom = p->frame[3];
	p->y = p->frame[4];
	p->framed = false;
	return depth;
}

struct pdf_fit pdf_measure(struct pdf *p, double width, double height, void (*draw)(struct pdf *p, void *data), void *data)
{
	struct pdf was = *p;
	struct pdf_fit fit = { 0 };
	double line = face_size(p, FACE_BODY) * 1.36;

	p->pendings = 0;
	p->measuring = p->framed = p->fresh = true;
	p->left = p->top = p->y = 0;
	p->right = width;
	p->bottom = height;
	draw(p, data);
	flow_need(p, 0);
	fit.height = p->y;
	if (fit.height > height + 0.01)
		fit.lines_over = (int)((fit.height - height) / line + 0.99);
	was.held = p->held; /* the shaped pieces are kept, the places are not */
	was.holds = p->holds;
	was.unknown = p->unknown;
	was.keeps = p->keeps;
	memcpy(was.kept, p->kept, sizeof was.kept);
	*p = was;
	return fit;
}
