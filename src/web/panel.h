/* panel.h - what areas put on pages that are not theirs: the child's page and the homes are drawn from rows like these, so that an
 * area adds to them without the page knowing it. Rows stand in the areas (NAME_PANELS, ended by a NULL place); main/ lists the
 * tables.
 *
 * A row is passed over when the matrix gives this actor nothing of its record, when a link leads nowhere yet, and when its function
 * draws nothing. Nothing says then that something is missing. Links to do something are asked about the child in rq->pupil, if
 * there is one. */
#ifndef WEB_PANEL_H
#define WEB_PANEL_H

#include "web/web.h"

enum panel_width { PANEL_THIRD, PANEL_HALF, PANEL_WHOLE, PANEL_RAIL };

struct panel {
	const char *place;            /* "child", "child-tabs", "child-acts", "home-senco", ... */
	int order;                    /* from top to bottom; 100 apart */
	const struct record *record;  /* NULL: everybody who reaches the page */
	enum right right;
	const char *title;
	enum panel_width width;
	/* Writes the whole panel, frame and all, or nothing. It may be begun several times (record/soon.h). */
	const struct fault *(*draw)(struct req *rq, struct ui *ui, const struct panel *p);
	const char *href;             /* tabs and acts: path after the place's own; "" is the page itself */
};

/* Parts of a page from 0 to count - 1, drawn in that order, their questions asked together (record/soon.h): a part may be begun
 * several times, so it writes into ui and what it was given and nothing else. For lists whose every line asks something. */
typedef const struct fault *part_draw(struct req *rq, struct ui *ui, void *self, int i);
MUST const struct fault *parts_draw(struct req *rq, struct ui *ui, int count, part_draw *draw, void *self);

/* Panels of a place, in order, in columns by their width; those of PANEL_RAIL stand beside the others. */
MUST const struct fault *panels_draw(struct req *rq, struct ui *ui, const char *place);
/* Links of a place: label, base + href; `current` is the href of the one looked at, or NULL. Ended by a NULL label. */
const struct ui_link *panels_links(struct req *rq, const char *place, const char *base, const char *current);
/* Is there such a page, and may this person come to it at all? For links to what another area may or may not have built. */
bool rq_leads(const struct req *rq, const char *path);
/* record_may() that asks no query where the whole campus is reached. */
bool rq_may(struct req *rq, const struct record *r, enum right right);

#endif
