/* zip.h - inside doc/ only: a zip that is read and never unpacked to disk, with running limits (R27). Names of members lead
 * nowhere. */
#ifndef DOC_ZIP_H
#define DOC_ZIP_H

#include "doc/xml.h"

struct unzip {
	struct doc_out *o;
	void *handle;
	int members;
};

/* Opens and checks the list of members; false: stopped. `bytes` and `z` must live as long as o's arena, which closes it. */
bool unzip_open(struct unzip *z, struct doc_out *o, const char *bytes, size_t n);
int unzip_find(const struct unzip *z, const char *name);       /* a member's number, without regard to case; -1: none */
const char *unzip_name(const struct unzip *z, int member);
const char *unzip_load(const struct unzip *z, int member, size_t *n); /* NULL: stopped */
bool unzip_xml(const struct unzip *z, int member, struct xml *x);     /* false: stopped */

void read_xlsx(const struct unzip *z);

#endif
