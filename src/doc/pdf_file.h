/* pdf_file.h - inside doc/ only: a PDF being put together out of parts that cairo drew, object by object. */
#ifndef DOC_PDF_FILE_H
#define DOC_PDF_FILE_H

#include "doc/pdf_ops.h"
#include "doc/pdf_raw.h"

/* An element of the structure, or a piece of one. */
struct node {
	int above, page, content;    /* content: its number on the page; -1: it holds other elements */
	int number;                  /* of the object it becomes */
	struct node *first, *last, *next; /* what it holds */
	struct node *more;           /* where it goes on after a page's end */
};
struct page_of {
	int was, number;             /* in cairo's file; in ours */
	int contents;
	struct raw_object o;
	const unsigned char *stream; /* what is drawn, squeezed again after artifacts were marked */
	size_t length;
};
/* What one cairo drew: some pages, and the tags they were drawn with in the order they were opened. */
struct part {
	struct raw file;
	double height;
	struct tag **met;
	int tags;
	struct node *node;
	struct page_of *page;
	int pages;
	const struct mark *marks;    /* bookmarks, in their order */
	int mark_count;
	int *copied;                 /* our number of each of its objects; 0: not copied */
};
struct mark { const char *name; int level, page; double y; }; /* page: from 0, of its part */

struct object { const char *text; size_t n; const unsigned char *stream; size_t length, place; };
struct file {
	struct arena *a;
	struct object *object;       /* by number, from 1 */
	int count, room;
};

/* What cairo wrote of `p`, read again; `part` has its tags and bookmarks already. */
const struct fault *part_read(struct pdf *p, struct arena *a, const struct buf *raw, struct part *part) MUST;
/* Added to `bytes`; `a` is for work. */
void file_write(struct arena *a, const struct pdf_about *about, struct part *parts, int count, struct buf *bytes);

int file_new(struct file *f);                                   /* a number, for what is put later */
void file_put(struct file *f, int number, const struct buf *b); /* the text of it, which lives as long as the file */
void file_put_stream(struct file *f, int number, const struct buf *b, const unsigned char *bytes, size_t n); /* b: its dictionary */
void file_text(struct buf *b, const char *text);                /* a text a reader is shown or told */

bool tree_read(struct arena *a, struct part *part, const struct raw_object *root);
int tree_write(struct file *f, struct part *parts, int count);  /* the number of its root */

#endif
