/* docx_inner.h - inside doc/ only: a Word document opened, and its content controls. */
#ifndef DOC_DOCX_INNER_H
#define DOC_DOCX_INNER_H

#include <libxml/tree.h>

#include "doc/docx.h"
#include "doc/zip.h"

/* The members of the file; `why` is set when it is refused. */
struct docx_file {
	struct arena *a;
	struct unzip z;
	struct doc_out out;
	const char *why;
};

void docx_file_open(struct docx_file *d, struct arena *a, const char *bytes, size_t n); /* opens and looks for what is refused */
xmlDoc *docx_part(struct docx_file *d, int member);                                       /* NULL: refused; freed with the arena */
/* of a .rels part: cleaned, or refused */
void docx_relations(struct docx_file *d, xmlNode *root);
bool docx_fillable(const char *name);                                                     /* body, headers, footers, notes */

/* docx_sdt.c: a node's parts, by name without prefix */
bool is_node(const xmlNode *n, const char *name);
xmlNode *node_child(const xmlNode *n, const char *name);
char *value_of(struct arena *a, const xmlNode *n, const char *attribute);                 /* "" if absent */
const char *sdt_tag(struct arena *a, const xmlNode *sdt);
const char *sdt_title(struct arena *a, const xmlNode *sdt);
bool sdt_repeats(const xmlNode *sdt);                                                     /* a repeating section */
void sdt_set_text(struct arena *a, xmlNode *sdt, const char *text);                       /* and is no control any more */
void drop(struct arena *a, xmlNode *n);   /* out of the tree; freed with the arena, as copies share its namespaces until then */

/* docx_fill.c, docx_blocks.c: in this process; docx.c calls them in the cage */
void docx_tags_here(struct arena *a, const char *bytes, size_t n, struct docx_tags *out);
void docx_merge_here(struct arena *a, const char *bytes, size_t n, const struct docx_fill *fill, struct docx_merged *out);
void docx_blocks_of(struct arena *a, xmlNode *body, struct docx_merged *out);
int docx_work(int in, int out);

#endif
