/* xml.h - inside doc/ only: XML read without its traps (R27). A DOCTYPE is refused before the parser sees it, so there are no
 * entities; no network, no files; depth, attributes and text have caps. Names come without prefix or namespace. */
#ifndef DOC_XML_H
#define DOC_XML_H

#include "base/buf.h"
#include "doc/out.h"

struct xml {
	struct doc_out *o;
	void *data;                                                             /* the caller's */
	void (*open)(struct xml *x, const char *name, const char *const *attributes); /* text so far is dropped before it */
	void (*close)(struct xml *x, const char *name);                         /* `text` is what stood since the last tag */
	/* elements inside do not drop the text around them */
	bool keep_text;
	struct buf text;
	int depth;
	void *parser;
	bool started;
	/* for messages: "This file", "A sheet of this workbook" */
	const char *what;
};

void xml_begin(struct xml *x, struct doc_out *o);
bool xml_feed(struct xml *x, const char *bytes, size_t n, bool last); /* false: stopped, and said so */
void xml_end(struct xml *x);
int xml_line(const struct xml *x);
const char *xml_attribute(const char *const *attributes, const char *name); /* NULL if absent */

/* The name of the root element; NULL: no root, or a DOCTYPE (and that was said). */
const char *xml_root(struct doc_out *o, const char *text, size_t n);

void read_pupils(struct doc_out *o, const char *text, size_t n, enum doc_format format); /* CTF, ATF, census */

#endif
