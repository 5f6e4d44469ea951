/* area.h - the door: one-time links for people without an account, from the making to the last word, and what they say for
 * themselves.
 *
 * What a link may be for is a row in some area's table (web/link.h); this area makes links, checks codes and opens sessions
 * (R17a). */
#ifndef AREAS_DOOR_AREA_H
#define AREAS_DOOR_AREA_H

#include "record/act.h"
#include "web/link.h"
#include "web/panel.h"

enum {
	LINK_PUPIL, LINK_TO_KIND, LINK_CONTACT, LINK_PROFESSIONAL, LINK_NAME, LINK_TASK, LINK_TARGET, LINK_WAY, LINK_SENT_TO,
	LINK_CODE_TO, LINK_AGREED, LINK_MADE_BY, LINK_TOKEN, LINK_EXPIRES, LINK_CODE, LINK_CODE_UNTIL, LINK_CODE_TRIES, LINK_CODES,
	LINK_OPENED, LINK_USED, LINK_MADE, LINK_FIELDS
};
/* What somebody said for themselves about how things are: a parent, the child, a professional. */
enum {
	VIEWS_PUPIL, VIEWS_KIND, VIEWS_NAME, VIEWS_ON, VIEWS_SCALE, VIEWS_WELL, VIEWS_HARD, VIEWS_HELPS, VIEWS_OTHER, VIEWS_TARGET,
	VIEWS_LINK, VIEWS_FIELDS
};

extern const struct record LINK, VIEWS;
extern const struct link_task DOOR_TASKS[];
extern const struct route DOOR_ROUTES[];
extern const struct panel DOOR_PANELS[];

/* "Waiting to be opened", "Opened", "Done", "Withdrawn", "Over": what became of a link. */
const char *link_state(const struct row *link, const char *now);

/* ---- codes.c: the token in the address, and the code from another channel ---- */
enum { CODE_MINUTES = 15, CODE_TRIES = 5, CODES_MOST = 12 };
/* The link this token opens, in an act of the program's. FAULT_NONE: none that can be used, whatever the reason; *out is then the
 * link that it was, or NULL. */
MUST const struct fault *link_of_token(struct act *all, const char *token, struct row **out);
/* A new code in place of the old one; FAULT_INVALID: too many were asked for. */
MUST const struct fault *link_new_code(struct act *all, struct row *link, const char **code);
/* Is it the code? A wrong one is counted; after five no code of this making is right. */
MUST const struct fault *link_try_code(struct act *all, struct row *link, const char *typed, bool *right);

page links_page, child_links, link_new, link_new_post, link_page, link_post;
page door_get, door_post, door_send, door_away;
page voice_page, voice_post, said_page;
const struct fault *panel_said(struct req *rq, struct ui *ui, const struct panel *p) MUST;
const struct fault *panel_came(struct req *rq, struct ui *ui, const struct panel *p) MUST;

#endif
