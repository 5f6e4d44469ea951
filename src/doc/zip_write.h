/* zip_write.h - inside doc/ only: a zip built in memory, member by member, each squeezed as it comes, so that only what is squeezed
 * is held. */
#ifndef DOC_ZIP_WRITE_H
#define DOC_ZIP_WRITE_H

#include "base/buf.h"
#include "base/fault.h"

struct zip_out;

const struct fault *zip_out_new(struct arena *a, struct zip_out **out) MUST;
void zip_out_begin(struct zip_out *z, const char *name); /* ends the member before */
void zip_out_add(struct zip_out *z, const char *bytes, size_t n);
const struct fault *zip_out_end(struct zip_out *z, struct buf *bytes) MUST;

#endif
