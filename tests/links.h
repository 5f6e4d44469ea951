/* links.h - sam's mother, a link that the SENCO made for her, and the steps by which she comes in. */
#ifndef TESTS_LINKS_H
#define TESTS_LINKS_H

#include "tests/world.h"

struct door_case { struct world w; struct test *t; const char *mother, *url, *id, *cookie; };

/* A link for the mother to a task; `target` is a record's id, or "". */
struct door_case *link_case(struct test *t, struct world w, const char *task, const char *target);
struct door_case *link_family(struct test *t, struct world w); /* the mother alone */
/* Another link, in place of the one before: to "c.ID", "p.ID", "pupil"; and what is typed for it. */
void link_make(struct door_case *c, const char *task, const char *target, const char *to);
const char *link_typed(struct door_case *c, const char *task, const char *target, const char *to);
struct row *link_newest(struct door_case *c);                  /* the link as it stands */
const char *link_code(struct door_case *c);                    /* a code that the SENCO reads out */
struct seen_page link_come_in(struct door_case *c);            /* she types it */
struct seen_page link_send(struct door_case *c, const char *path, const char *body);
/* Plain fields "name=value&...", and one file. */
struct seen_page link_send_file(struct door_case *c, const char *path, const char *fields, const char *name, const char *bytes);
struct seen_page link_look(struct door_case *c, const char *path);
const char *link_stamp(struct test *t, const char *page_text); /* of the form in this page */

#endif
