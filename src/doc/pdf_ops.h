/* pdf_ops.h - inside doc/ only: a PDF between the calls and the drawing. The calls set shaped texts ("pieces") and strokes in place
 * as a list of ops, in reading order, with the tags that open and close around them; pdf_draw() gives the list to cairo,
 * pdf_dress() gives cairo's file to qpdf. A tag holds either other tags or drawing, never both: cairo 1.16 loses what is mixed. */
#ifndef DOC_PDF_OPS_H
#define DOC_PDF_OPS_H

#include <pango/pangocairo.h>

#include "doc/pdf.h"

enum face { FACE_BODY, FACE_STRONG, FACE_SMALL, FACE_H1, FACE_H2, FACE_H3, FACE_CELL, FACE_CELL_HEAD, FACE_FOOT, FACES };

/* A shaped text. The layout may be let go and made again, so that a long document holds few at once. */
struct piece {
	const char *label;   /* bold, before the text; "" */
	const char *text;
	const char *lang;    /* NULL: English */
	enum face face;
	double size, width;  /* of letters; the measure it is broken to */
	double leading;      /* from line to line */
	int lines;
	bool right;          /* set to the right */
	double ink;          /* as an op's */
	PangoLayout *layout; /* NULL: let go */
};

struct tag {
	const char *name;    /* a standard structure type */
	const char *alt;
	const char *scope;   /* "Column", "Row" */
	const char *number;  /* of a list: "Disc", "Decimal" */
	const char *lang;
	bool artifact;       /* not read: taken out of the structure again */
	struct tag *joins;   /* goes on where this one broke off at a page's end */
	double box[4];       /* of a figure: x, y, width, height */
	int element;         /* qpdf's handle, once it was met */
};

enum op_kind { OP_OPEN, OP_CLOSE, OP_TEXT, OP_DRAW, OP_PAGE, OP_OUTLINE };

struct op {
	enum op_kind kind;
	struct op *next;
	struct tag *tag;
	struct piece *piece;
	int from, to;        /* lines of the piece; of an outline: level in `from` */
	double x, y, w, h;
	double ink;          /* 0 black to 1 white; INK_HOUSE: the house's dark teal, as dark as black on grey paper */
	double line;         /* width of a stroke; 0: filled */
	void (*draw)(cairo_t *cr, const struct op *op);
	const void *what;
};

enum { HELD = 2048, KEPT = 48, PENDING = 8, INK_HOUSE = -1 };

struct heading {
	struct piece *piece;
	int level;           /* 0: a bold line that names what follows */
};

struct pdf {
	struct arena *a;
	struct pdf_about about;
	const char *lang;                     /* of what comes now; NULL: the document's */
	double sheet_w, sheet_h;
	double left, right, top, bottom, y;   /* where the flow is */
	double frame[5];                      /* what it was before the frame */
	double scale;
	bool framed, measuring, fresh;        /* fresh: nothing on this page yet */
	int pages;
	struct op *first, **last;
	struct tag document;
	struct heading pending[PENDING];      /* headings that wait for what follows them */
	int pendings;
	struct table *table;
	struct piece *kept[KEPT];             /* bullets and headings that come again on every page */
	int keeps, unknown;                   /* unknown: letters that no font has */
	struct piece **held;                  /* a ring of the pieces that have their layout */
	int holds;
	PangoContext *context;
};

/* pdf_text.c */
PangoContext *fonts_of_thread(void);
double face_size(const struct pdf *p, enum face face);
struct piece *piece_new(struct pdf *p, enum face face, const char *label, const char *text, double width);
struct piece *piece_sized(struct pdf *p, enum face face, double size, const char *label, const char *text, double width);
struct piece *piece_right(struct pdf *p, enum face face, const char *text, double width); /* set to the right */
/* The same piece each time for a `text` that is the program's own and a constant: shaped once a document. */
struct piece *piece_kept(struct pdf *p, enum face face, double size, const char *text, double width);
double piece_height(const struct piece *k);
double piece_widest(struct pdf *p, struct piece *k);      /* of its lines */
void piece_draw(struct pdf *p, struct piece *k, cairo_t *cr, double x, double y, int from, int to);
void pieces_release(void *pdf);

/* pdf_set.c: ops */
struct tag *tag_new(struct pdf *p, const char *name);
void set_open(struct pdf *p, struct tag *t);
void set_close(struct pdf *p, struct tag *t);
void set_piece(struct pdf *p, struct piece *k, double x, double y, int from, int to);
void set_leaf(struct pdf *p, const char *name, struct piece *k, double x, double y);  /* a whole piece in a tag of its own */
struct op *set_draw(struct pdf *p, void (*draw)(cairo_t *, const struct op *), double x, double y, double w, double h);
void set_artifact(struct pdf *p, struct op drawn);
void set_rule(struct pdf *p, double x, double y, double w, double line, double ink);  /* an artifact */
void set_box(struct pdf *p, double x, double y, double w, double h, double line, double ink); /* an artifact; line 0: filled */
void set_outline(struct pdf *p, int level, const char *name, double y);
void set_page(struct pdf *p);
void set_picture(struct pdf *p, const struct pdf_picture *picture, const char *alt, double x, double y, double w, double h);
void picture_fit(const struct pdf_picture *picture, double *w, double *h);
void draw_path_box(cairo_t *cr, const struct op *op);

/* pdf.c: the flow */
void flow_need(struct pdf *p, double height); /* a new page if that much does not fit with the headings that wait; sets those */
void flow_piece(struct pdf *p, struct piece *k, double x, const char *name);

/* pdf_draw.c, pdf_dress.c */
const struct fault *pdf_draw(struct pdf *p, struct buf *raw, struct tag ***met, int *n) MUST;
const struct fault *pdf_dress(struct pdf *p, struct buf *raw, struct tag **met, int n, struct buf *bytes) MUST;
void artifacts_mark(unsigned char *content, size_t n);

#endif
