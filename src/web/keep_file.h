/* keep_file.h - files people send about a child: kept sealed, never run by a browser. */
#ifndef WEB_KEEP_FILE_H
#define WEB_KEEP_FILE_H

#include "web/web.h"

#define KEEP_FILE_ACCEPT ".pdf,.docx,.xlsx,.odt,.rtf,.doc,.txt,.png,.jpg,.jpeg"

struct kept_kind { const char *bytes; size_t n; const char *mime, *ending, *words; };
const struct kept_kind *kept_kind_of(const char *mime); /* NULL: none that we keep */

struct kept_file { const char *blob, *mime, *name, *bytes; size_t size; };
/* Keep a file about rq->pupil (none: about nobody, the school's), for a record added in the same act. What cannot be kept is said
 * in the page's errors, at the control called `name`; blob is NULL then. */
MUST const struct fault *keep_file(struct req *rq, const struct http_file *file, const char *name, struct kept_file *out);

#endif
