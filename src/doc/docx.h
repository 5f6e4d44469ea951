/* docx.h - a school's own letters: a Word template in, filled by its content controls, a Word document out.
 *
 * A template names its places by content controls (Developer, Properties, Tag). One tag is one value: a word in a line, or a
 * paragraph for each line of the value. A repeating section (or a control around a table's row) whose tag is a list is set once for
 * each of the list's rows; so is a table's row whose controls are tagged "list.column". Values are text and nothing else: no mark
 * in them is ever XML. What was filled is no control any more, and is bound to nothing.
 *
 * The template comes from people's computers: it is read in the cage (cage.h), with the zip reader's caps, no DOCTYPE, no entities.
 * Refused, with a sentence for the person: macros, controls that run, embedded objects, files linked from elsewhere, passwords. The
 * link to the template a document was made from is taken out. A refusal is not a fault. Everything returned lives as long as the
 * arena. */
#ifndef DOC_DOCX_H
#define DOC_DOCX_H

#include "base/buf.h"
#include "base/fault.h"

enum {
	DOCX_MAX_FILE = 10 << 20,  /* bytes of a template */
	DOCX_MAX_TAGS = 500,
	DOCX_MAX_ROWS = 2000,      /* of all lists together */
};

struct docx_tag {
	const char *tag;
	const char *title;         /* as the template's maker called it; "" */
	const char *inside;        /* the list it stands in; "" */
	bool list;                 /* a repeating section */
};

struct docx_tags {
	const char *refused;       /* NULL, or why, for the person who gave the template */
	const struct docx_tag *tag; /* each once, in the order of the template */
	int n;
};

const struct fault *docx_tags(struct arena *a, const char *bytes, size_t n, struct docx_tags *out) MUST;

struct docx_value {
	const char *tag;
	const char *text;          /* lines: paragraphs where the control holds paragraphs, else line breaks */
};

struct docx_list {
	const char *tag;
	const char *const *column; /* tags of the controls inside */
	int columns;
	const char *const *cell;   /* rows x columns */
	int rows;
};

struct docx_fill {
	const struct docx_value *value;
	int values;
	const struct docx_list *list;
	int lists;
};

/* What the document says, for a preview on a page or by docx_preview(). */
enum docx_kind { DOCX_PARAGRAPH, DOCX_HEADING, DOCX_ITEM, DOCX_ROW };
struct docx_block {
	enum docx_kind kind;
	int level;                 /* of a heading: 1 to 3 */
	const char *text;          /* a row's cells are parted by tabs */
};

struct docx_merged {
	const char *refused;       /* NULL, or why */
	const char *bytes;         /* the document */
	size_t n;
	const char *const *missing; /* tags of the template that nothing was given for: left as they were */
	int missings;
	const struct docx_block *block;
	int blocks;
};

const struct fault *docx_merge(struct arena *a, const char *bytes, size_t n, const struct docx_fill *fill,
	struct docx_merged *out) MUST;

struct pdf;
void docx_preview(struct pdf *p, const struct docx_merged *merged); /* what it says, set as a paper; not its looks */

/* A letter for schools without a template of their own. Tags: school_name, school_address, school_contact, date, our_ref,
 * recipient, salutation, subject, body, closing, signatory, role. */
const struct fault *docx_letter(struct arena *a, struct buf *bytes) MUST;

/* A document written here: headings, paragraphs, lists, tables, with the same caveat as a PDF: text stands as it was given. */
struct docx;
const struct fault *docx_begin(struct arena *a, const char *title, const char *foot, struct docx **out) MUST;
void docx_heading(struct docx *d, int level, const char *text); /* 1 to 3 */
void docx_text(struct docx *d, const char *text);               /* a paragraph a line */
void docx_labelled(struct docx *d, const char *label, const char *text);
void docx_items(struct docx *d, const char *const *items, int n, bool numbered);
void docx_table(struct docx *d, const char *const *headings, int n);
void docx_row(struct docx *d, const char *const *cells);
void docx_table_end(struct docx *d);
const struct fault *docx_end(struct docx *d, struct buf *bytes) MUST;

#endif
