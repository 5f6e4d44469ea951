/* pages.h - what the pages of updates share. Nothing here is for others. */
#ifndef AREAS_UPDATES_PAGES_H
#define AREAS_UPDATES_PAGES_H

#include "areas/updates/area.h"
#include "record/query.h"
#include "web/about.h"

/* Three texts from the targets that run today and their newest checks, as this person may read them. */
struct update_words { const char *family, *teachers, *child; int targets; };
MUST const struct fault *update_write(struct req *rq, const struct about *who, struct update_words *out);
const char *update_signed(struct req *rq, const char *text, const char *next); /* with what is done next and who wrote it */

/* It goes: to each contact ticked ("to"), to those who teach if wanted. *told: how many messages wait in the outbox. */
MUST const struct fault *update_send(struct req *rq, const struct row *update, bool teachers, int *told);

page update_new, update_new_post, update_page, update_read_post, update_print, updates_of, updates_undo;
page update_shared, update_shared_post;

#endif
