/* pages.h - what the pages of concerns from home share. Nothing here is for others. */
#ifndef AREAS_CONCERNS_PAGES_H
#define AREAS_CONCERNS_PAGES_H

#include "areas/concerns/area.h"
#include "record/query.h"
#include "web/about.h"

/* "Ms Ruth Whitlock, mother", or the words written down instead. Names are said to whoever may read the concern. */
MUST const struct fault *concern_from(struct req *rq, const struct row *concern, const char **out);
/* That they were in touch stands in the contact log like any call; what they said does not. */
MUST const struct fault *concern_logged(struct req *rq, const struct row *pupil, const struct form *concern);
/* A concern is put in with what the form cannot say: new, at the first step, taken by whoever writes. */
MUST const struct fault *concern_add(struct req *rq, const struct row *pupil, struct form *form, const char **id);
const char *concern_words(struct arena *a, const char *kind, const char *theme); /* "Complaint: not told, or not heard" */

page concerns_list, concern_page, concern_post, concern_new_page, concern_new_submit, concerns_undo;
page concern_shared, concern_shared_post;

#endif
