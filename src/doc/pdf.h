/* pdf.h - tagged PDF: headings, paragraphs, lists, tables, figures, fixed places; text in, bytes out.
 *
 * A document is a flow: what is called is set below what was called before, and a new page begins by itself. Text is shaped for any
 * script, never cut, never marked up: what stands in a value stands on the page. Fonts are embedded. Everything that is read is
 * tagged in the order of the calls; rules, running heads, repeated table headings and page numbers are artifacts. It prints in grey
 * and nothing is lost. The same calls give the same bytes, on every thread (dates come from `made`, the ids from the content), so a
 * PDF can be hashed. We say "tagged PDF" and not "PDF/UA": no conformance checker has been run.
 *
 * Lengths are points (1/72 inch) from the sheet's top left corner. Text is UTF-8; NULL is "". Strings are kept by reference: they
 * must live until pdf_end(). A document belongs to the thread that began it; many threads may each make theirs, or use
 * pdf_many(). */
#ifndef DOC_PDF_H
#define DOC_PDF_H

#include "base/buf.h"
#include "base/fault.h"

struct pdf;

struct pdf_about {
	const char *title;   /* required: shown by the reader in its title bar */
	const char *lang;    /* "en-GB" if NULL */
	const char *author;  /* the person or office it comes from; may be NULL */
	const char *school;  /* at the head of each page; may be NULL */
	const char *foot;    /* at the foot of each page: "Private: keep with the child's file"; may be NULL */
	const char *made;    /* moment, "2026-11-22T08:40:00Z": the file's dates; NULL: 1 January 2000 */
	bool landscape;      /* A4 on its side */
	bool large;          /* large print: nothing under 18 points */
	bool bare;           /* no running head, foot or page numbers: the sheet draws its own */
};

const struct fault *pdf_begin(struct arena *a, const struct pdf_about *about, struct pdf **out) MUST;
/* Sets the pages, draws, tags and squeezes. `bytes` is added to. The document is used up. */
const struct fault *pdf_end(struct pdf *p, struct buf *bytes) MUST;
int pdf_pages(const struct pdf *p); /* so far */
int pdf_unknown(const struct pdf *p);     /* letters so far that no font of this machine has: they print as boxes, so say so */
struct arena *pdf_arena(struct pdf *p); /* for texts that live as long as the document */

/* Flow. A heading stays with what follows; 1 to 3 deep. Headings 1 and 2 are bookmarks too. A line feed in a text begins a new
 * paragraph. */
void pdf_heading(struct pdf *p, int level, const char *text);
void pdf_subject(struct pdf *p, const char *text);                           /* of a letter: a first heading in quieter letters */
void pdf_text(struct pdf *p, const char *text);
void pdf_strong(struct pdf *p, const char *text);                            /* a paragraph in bold */
void pdf_small(struct pdf *p, const char *text);                             /* a note in smaller letters */
/* "Label text" with the label in bold; nothing if blank */
void pdf_labelled(struct pdf *p, const char *label, const char *text);
void pdf_list(struct pdf *p, const char *const *items, int n, bool numbered); /* blank items are left out */
/* a paragraph in a ruled box, whole on one page if it can be */
void pdf_boxed(struct pdf *p, const char *heading, const char *text);
/* What is asked, and `n` lines to write on by hand: whole on one page; the lines are not read. */
void pdf_lines(struct pdf *p, const char *asks, int n);
void pdf_gap(struct pdf *p, double points);
void pdf_rule(struct pdf *p);
void pdf_page(struct pdf *p);                                                /* what follows begins a page */
void pdf_lang(struct pdf *p, const char *lang);                              /* of what follows; NULL: the document's again */
void pdf_bookmark(struct pdf *p, const char *name);                          /* this page, among the bookmarks */

/* Tables. Headings repeat on each page; a row is not split unless it is longer than a page. Cells may hold line feeds. */
struct pdf_column {
	const char *heading;
	double share;        /* of the width, beside the other columns' shares; 0 counts as 1 */
	bool number;         /* set to the right */
};
enum { PDF_COLUMNS = 24 };
/* caption may be NULL */
void pdf_table(struct pdf *p, const char *caption, const struct pdf_column *columns, int n, bool row_heads);
/* one for each column; row_heads: the first heads its row */
void pdf_row(struct pdf *p, const char *const *cells);
void pdf_table_end(struct pdf *p);
/* Pairs of label and value, as a table whose labels head the rows. `pairs` holds 2 x n texts; pairs of blank value are left out. */
void pdf_facts(struct pdf *p, const char *const *pairs, int n);

/* Figures. `alt` says in words what is seen; the caller puts the table of values beside. */
struct pdf_point {
	double x, y;         /* x in any unit that grows: days, cycles */
	const char *mark;    /* an event at this point, lettered on the graph and told in the key; NULL: none */
};
struct pdf_graph {
	const char *alt, *title, *x_title, *y_title;
	const struct pdf_point *points;       /* joined by a line, a dot each */
	int n;
	const struct pdf_point *aim;          /* the aim line: dashed; 2 or more points, or none */
	int aims;
	const struct pdf_point *marks;        /* interventions: upright lines, `mark` is the name, y is not read */
	int mark_count;
	const struct pdf_point *ticks;        /* labels along the foot: x and mark; none: numbers */
	int tick_count;
	double low, high;                     /* of the upright scale; both 0: by the points */
	double height;                        /* points; 0: 200 */
};
void pdf_graph(struct pdf *p, const struct pdf_graph *g);

struct pdf_bar {
	const char *label;
	double value;
	const char *says;    /* what stands at the bar's end; NULL: the number */
};
/* bars lie, from 0 to the longest */
void pdf_bars(struct pdf *p, const char *alt, const char *title, const struct pdf_bar *bars, int n);

/* A picture, already checked and stripped (R27): JPEG or PNG. It is scaled to fit. */
struct pdf_picture {
	const unsigned char *bytes;
	size_t n;
};
void pdf_picture(struct pdf *p, const struct pdf_picture *picture, const char *alt, double width, double height);

/* Fixed places: between these two what is called flows within the frame and makes no page. Returned is how deep it came, in points
 * from the frame's top, also past its foot: nothing is cut, so look, or measure first. */
void pdf_frame(struct pdf *p, double x, double y, double width, double height);
double pdf_frame_end(struct pdf *p);
void pdf_scale(struct pdf *p, double factor); /* size of letters of what follows; 1 is 11 points (18 in large print) */

/* Measuring: `draw` is run with nothing kept. */
struct pdf_fit {
	double height;       /* that it needs */
	int lines_over;      /* by how many lines of body text it is too long; 0: it fits */
};
struct pdf_fit pdf_measure(struct pdf *p, double width, double height, void (*draw)(struct pdf *p, void *data), void *data);

/* Many documents, a worker on each core (`workers` 0) or so many. `make` runs once for each number from 0 to n-1, on any worker, in
 * any order, with an arena of its own; it touches nothing that is not its own but const. Its bytes go to `bytes[i]`, in the
 * caller's arena. A document that faults leaves its fault in `faults[i]` (else NULL) and does not end the others. */
typedef const struct fault *pdf_maker(struct arena *a, void *data, int i, struct buf *bytes);
const struct fault *pdf_many(struct arena *a, int n, int workers, pdf_maker *make, void *data, struct buf *bytes,
	const struct fault **faults) MUST;

#endif
