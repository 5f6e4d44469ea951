/* access.h - the default access matrix: src/law/access.txt, carried in the program. The shape is told in record/matrix.h.
 * Source: the domain notes on roles and access, section 4; the text itself maps each of their rows. */
#ifndef LAW_ACCESS_H
#define LAW_ACCESS_H

#include "record/matrix.h"

/* The text as committed; lasts as long as the program. */
const char *access_text(void);

/* The default matrix, parsed into `a`. A fault means that the committed text is broken: the program must not start. */
MUST const struct fault *access_parse(struct arena *a, const char *text, const struct matrix **out);
MUST const struct fault *access_default(struct arena *a, const struct matrix **out);

#endif
