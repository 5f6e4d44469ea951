/* pdf_set.c - ops put in line: tags, texts, strokes, pictures. Nothing is drawn here, and while measuring nothing is kept. */
#include <cairo-pdf.h>

#include "doc/pdf_ops.h"

static struct op *op_add(struct pdf *p, struct op like)
{
	struct op *op = arena_alloc(p->a, sizeof *op);

	*op = like;
	if (like.kind != OP_PAGE)
		p->fresh = false;
	if (p->measuring)
		return op;
	*p->last = op;
	p->last = &op->next;
	return op;
}

struct tag *tag_new(struct pdf *p, const char *name)
{
	struct tag *t = arena_alloc(p->a, sizeof *t);

	t->name = name;
	t->lang = p->lang;
	return t;
}

static struct tag ARTIFACT = { .name = "Private", .artifact = true };

void set_open(struct pdf *p, struct tag *t)
{
	op_add(p, (struct op){ .kind = OP_OPEN, .tag = t });
}

void set_close(struct pdf *p, struct tag *t)
{
	op_add(p, (struct op){ .kind = OP_CLOSE, .tag = t });
}

void set_piece(struct pdf *p, struct piece *k, double x, double y, int from, int to)
{
	op_add(p, (struct op){ .kind = OP_TEXT, .piece = k, .x = x, .y = y, .from = from, .to = to });
}

void set_leaf(struct pdf *p, const char *name, struct piece *k, double x, double y)
{
	struct tag *t = name ? tag_new(p, name) : &ARTIFACT;

	set_open(p, t);
	set_piece(p, k, x, y, 0, k->lines);
	set_close(p, t);
}

struct op *set_draw(struct pdf *p, void (*draw)(cairo_t *, const struct op *), double x, double y, double w, double h)
{
	return op_add(p, (struct op){ .kind = OP_DRAW, .draw = draw, .x = x, .y = y, .w = w, .h = h });
}

static void draw_rule(cairo_t *cr, const struct op *op)
{
	cairo_set_line_width(cr, op->line);
	cairo_move_to(cr, op->x, op->y);
	cairo_line_to(cr, op->x + op->w, op->y);
	cairo_stroke(cr);
}

void draw_path_box(cairo_t *cr, const struct op *op)
{
	double r = 3, x = op->x, y = op->y, w = op->w, h = op->h;

	cairo_new_sub_path(cr);
	cairo_arc(cr, x + w - r, y + r, r, -G_PI_2, 0);
	cairo_arc(cr, x + w - r, y + h - r, r, 0, G_PI_2);
	cairo_arc(cr, x + r, y + h - r, r, G_PI_2, G_PI);
	cairo_arc(cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
	cairo_close_path(cr);
	if (op->line > 0) {
		cairo_set_line_width(cr, op->line);
		cairo_stroke(cr);
	} else {
		cairo_fill(cr);
	}
}

void set_artifact(struct pdf *p, struct op like)
{
	like.kind = OP_DRAW;
	set_open(p, &ARTIFACT);
	op_add(p, like);
	set_close(p, &ARTIFACT);
}

void set_rule(struct pdf *p, double x, double y, double w, double line, double ink)
{
	set_artifact(p, (struct op){ .draw = draw_rule, .x = x, .y = y, .w = w, .line = line, .ink = ink });
}

void set_box(struct pdf *p, double x, double y, double w, double h, double line, double ink)
{
	set_artifact(p, (struct op){ .draw = draw_path_box, .x = x, .y = y, .w = w, .h = h, .line = line, .ink = ink });
}

void set_outline(struct pdf *p, int level, const char *name, double y)
{
	op_add(p, (struct op){ .kind = OP_OUTLINE, .what = name, .from = level, .to = p->pages, .y = y });
}

void set_page(struct pdf *p)
{
	op_add(p, (struct op){ .kind = OP_PAGE });
	p->pages += !p->measuring;
	p->fresh = true;
}

/* Width and height out of a JPEG's frame header: the library that draws does not ask for them. */
static bool jpeg_size(const unsigned char *b, size_t n, int *w, int *h)
{
	size_t at = 2;

	while (at + 9 < n && b[at] == 0xff) {
		int kind = b[at + 1];

		if (kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc) {
			*h = b[at + 5] << 8 | b[at + 6];
			*w = b[at + 7] << 8 | b[at + 8];
			return *w > 0 && *h > 0;
		}
		at += 2u + (size_t)(b[at + 2] << 8 | b[at + 3]);
	}
	return false;
}

struct reading {
	const unsigned char *at;
	size_t left;
};

static cairo_status_t read_png(void *from, unsigned char *to, unsigned int n)
{
	struct reading *r = from;

	if (n > r->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, r->at, n);
	r->at += n;
	r->left -= n;
	return CAIRO_STATUS_SUCCESS;
}

enum { PICTURE_SIDE = 4000 };

static uint32_t png_side(const unsigned char *b)
{
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* A JPEG goes into the file as it is; its pixels are never unpacked here. */
static cairo_surface_t *surface_of(const struct pdf_picture *picture)
{
	const unsigned char *b = picture->bytes;
	cairo_surface_t *s;
	int w, h;

	if (picture->n > 24 && b[0] == 0x89 && b[1] == 'P' && png_side(b + 16) <= PICTURE_SIDE && png_side(b + 20) <= PICTURE_SIDE)
		return cairo_image_surface_create_from_png_stream(read_png, &(struct reading){ b, picture->n });
	if (picture->n < 4 || b[0] != 0xff || b[1] != 0xd8 || !jpeg_size(b, picture->n, &w, &h) || w > PICTURE_SIDE ||
		h > PICTURE_SIDE)
		return NULL;
	s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
	cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, b, picture->n, NULL, NULL);
	return s;
}

/* Makes the place as wide or as high as the picture is, within what it was. */
void picture_fit(const struct pdf_picture *picture, double *w, double *h)
{
	cairo_surface_t *s = surface_of(picture);
	double by;

	if (!s)
		return;
	if (cairo_surface_status(s) == CAIRO_STATUS_SUCCESS) {
		by = *w / cairo_image_surface_get_width(s);
		if (by * cairo_image_surface_get_height(s) > *h)
			by = *h / cairo_image_surface_get_height(s);
		*w = by * cairo_image_surface_get_width(s);
		*h = by * cairo_image_surface_get_height(s);
	}
	cairo_surface_destroy(s);
}

static void draw_picture(cairo_t *cr, const struct op *op)
{
	cairo_surface_t *s = surface_of(op->what);
	double w, h, by;

	if (!s)
		return;
	w = cairo_image_surface_get_width(s);
	h = cairo_image_surface_get_height(s);
	if (cairo_surface_status(s) == CAIRO_STATUS_SUCCESS && w > 0 && h > 0) {
		by = op->w / w > op->h / h ? op->w / w : op->h / h; /* it fills the place, its middle is seen */
		cairo_save(cr);
		cairo_rectangle(cr, op->x, op->y, op->w, op->h);
		cairo_clip(cr);
		cairo_translate(cr, op->x + (op->w - w * by) / 2, op->y + (op->h - h * by) / 2);
		cairo_scale(cr, by, by);
		cairo_set_source_surface(cr, s, 0, 0);
		cairo_paint(cr);
		cairo_restore(cr);
	}
	cairo_surface_destroy(s);
}

void set_picture(struct pdf *p, const struct pdf_picture *picture, const char *alt, double x, double y, double w, double h)
{
	struct tag *t = tag_new(p, "Figure");

	t->alt = alt;
	memcpy(t->box, (double[]){ x, y, w, h }, sizeof t->box);
	set_open(p, t);
	set_draw(p, draw_picture, x, y, w, h)->what = picture;
	set_close(p, t);
}
