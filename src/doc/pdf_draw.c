/* pdf_draw.c - the ops given to cairo, page by page, with what runs at the head and foot. */
#include <cairo-pdf.h>

#include "doc/pdf_ops.h"

struct pen {
	struct pdf *p;
	cairo_t *cr;
	cairo_surface_t *surface;
	struct tag **met;  /* tags in the order they opened */
	int n, room;
	int page;
	int above[4];      /* outline: the last item of each level */
};

static cairo_status_t add_bytes(void *to, const unsigned char *bytes, unsigned int n)
{
	buf_add_n(to, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void open_tag(struct pen *pen, struct tag *t)
{
	if (pen->n == pen->room) {
		int room = pen->room ? pen->room * 2 : 256;
		struct tag **grown = arena_array(pen->p->a, (size_t)room, sizeof *grown);

		if (pen->n)
			memcpy(grown, pen->met, (size_t)pen->n * sizeof *grown);
		pen->met = grown;
		pen->room = room;
	}
	pen->met[pen->n++] = t;
	cairo_tag_begin(pen->cr, t->name, "");
}

static void run(struct pen *pen, struct piece *k, double x, double y)
{
	static struct tag artifact = { .name = "Private", .artifact = true };

	open_tag(pen, &artifact);
	cairo_set_source_rgb(pen->cr, 0.2, 0.2, 0.2);
	piece_draw(pen->p, k, pen->cr, x, y, 0, k->lines);
	cairo_tag_end(pen->cr, artifact.name);
}

/* What runs on each page, drawn when the number of pages is known. */
static void running(struct pen *pen)
{
	struct pdf *p = pen->p;
	const struct pdf_about *d = &p->about;
	double left = 54, right = p->sheet_w - 54, wide = right - left, y;
	struct piece *number, *k;

	if (d->bare)
		return;
	p->scale = 1;
	p->lang = NULL;
	if (d->school && d->school[0])
		run(pen, piece_new(p, FACE_FOOT, "", d->school, wide * 0.45), left, 32);
	if (pen->page > 1) {
		k = piece_right(p, FACE_FOOT, d->title, wide * 0.52);
		if (k->lines > 2)
			k->lines = 2; /* the whole title stands on page 1 */
		run(pen, k, left + wide * 0.48, 32);
	}
	number = piece_right(p, FACE_FOOT, arena_printf(p->a, "Page %d of %d", pen->page, p->pages), wide * 0.3);
	y = p->sheet_h - 26 - number->leading;
	run(pen, number, left + wide * 0.7, y);
	if (d->foot && d->foot[0]) {
		k = piece_new(p, FACE_FOOT, "", d->foot, wide * 0.68);
		run(pen, k, left, y - (k->lines - 1) * k->leading);
	}
}

static void outline(struct pen *pen, const struct op *op)
{
	char where[80];
	int level = op->from, id;

	snprintf(where, sizeof where, "page=%d pos=[0 %.1f]", op->to, op->y > 12 ? op->y - 12 : 0.0);
	id = cairo_pdf_surface_add_outline(pen->surface, level > 1 ? pen->above[level - 1] : CAIRO_PDF_OUTLINE_ROOT, op->what,
		where, CAIRO_PDF_OUTLINE_FLAG_OPEN);
	for (int i = level; i < 4; i++)
		pen->above[i] = id;
}

static void dip(cairo_t *cr, double ink)
{
	if (ink < 0)
		cairo_set_source_rgb(cr, 0.01, 0.25, 0.31);
	else
		cairo_set_source_rgb(cr, ink, ink, ink);
}

static void draw_op(struct pen *pen, const struct op *op)
{
	cairo_t *cr = pen->cr;

	switch (op->kind) {
	case OP_OPEN:
		open_tag(pen, op->tag);
		break;
	case OP_CLOSE:
		cairo_tag_end(cr, op->tag->name);
		break;
	case OP_TEXT:
		dip(cr, op->piece->ink);
		piece_draw(pen->p, op->piece, cr, op->x, op->y, op->from, op->to);
		break;
	case OP_DRAW:
		dip(cr, op->ink);
		op->draw(cr, op);
		break;
	case OP_PAGE:
		running(pen);
		cairo_show_page(cr);
		pen->page++;
		break;
	case OP_OUTLINE:
		outline(pen, op);
		break;
	}
}

static void set_facts(struct pen *pen)
{
	const struct pdf_about *d = &pen->p->about;
	const char *made = d->made && d->made[0] ? d->made : "2000-01-01T00:00:00Z";
	cairo_surface_t *s = pen->surface;

	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, d->title);
	if (d->author && d->author[0])
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_AUTHOR, d->author);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, "OpenSENCO");
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, made);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_MOD_DATE, made);
}

const struct fault *pdf_draw(struct pdf *p, struct buf *raw, struct tag ***met, int *n)
{
	struct pen pen = { .p = p, .page = 1 };
	cairo_status_t status;

	pen.surface = cairo_pdf_surface_create_for_stream(add_bytes, raw, p->sheet_w, p->sheet_h);
	pen.cr = cairo_create(pen.surface);
	set_facts(&pen);
	for (const struct op *op = p->first; op; op = op->next) {
		if (!op->next) /* the last op closes the document */
			running(&pen);
		draw_op(&pen, op);
	}
	cairo_surface_finish(pen.surface);
	status = cairo_status(pen.cr);
	status = status ? status : cairo_surface_status(pen.surface);
	cairo_destroy(pen.cr);
	cairo_surface_destroy(pen.surface);
	pieces_release(p);
	*met = pen.met;
	*n = pen.n;
	return status ? FAULT(p->a, FAULT_BROKEN, "the PDF could not be drawn: %s", cairo_status_to_string(status)) : NULL;
}

const struct fault *pdf_end(struct pdf *p, struct buf *bytes)
{
	struct arena *work = arena_new((size_t)1 << 30);
	struct buf raw = buf_new(work);
	struct tag **met = NULL;
	const struct fault *f;
	int n = 0;

	flow_need(p, 0);
	set_close(p, &p->document);
	f = pdf_draw(p, &raw, &met, &n);
	if (!f)
		f = pdf_dress(p, &raw, met, n, bytes);
	arena_free(work);
	return f;
}
