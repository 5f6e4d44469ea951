/* area.h - concerns and complaints from home: taken in by whoever is told, looked into, answered by a day the school has set for
 * itself, closed with what came of it and what changes.
 *
 * Not for harm: a child at risk is the safeguarding lead's at once, and the page says so. That somebody rang stands in the contact
 * log like every other call; what they said stands here alone, because it may be about those who read the log. Sources: the
 * school's own complaints procedure (domain notes governance-and-data.md section 2: schools set its steps and times themselves),
 * duty E4. */
#ifndef AREAS_CONCERNS_AREA_H
#define AREAS_CONCERNS_AREA_H

#include "record/act.h"
#include "web/link.h"
#include "web/panel.h"

enum {
	HOME_CONCERN_PUPIL, HOME_CONCERN_CONTACT, HOME_CONCERN_WHO, HOME_CONCERN_ON, HOME_CONCERN_CHANNEL, HOME_CONCERN_KIND,
	HOME_CONCERN_THEME, HOME_CONCERN_SAID, HOME_CONCERN_WANTED, HOME_CONCERN_TAKEN_BY, HOME_CONCERN_OWNER, HOME_CONCERN_STAGE,
	HOME_CONCERN_STATE, HOME_CONCERN_REPLY_BY, HOME_CONCERN_FOUND, HOME_CONCERN_REPLIED_ON, HOME_CONCERN_REPLY,
	HOME_CONCERN_OUTCOME, HOME_CONCERN_LEARNED, HOME_CONCERN_CONTENT, HOME_CONCERN_CLOSED_ON, HOME_CONCERN_LINK,
	HOME_CONCERN_FIELDS
};

extern const struct record HOME_CONCERN;
extern const struct choice CONCERN_KINDS[], CONCERN_THEMES[], CONCERN_STAGES[], CONCERN_STATES[], CONCERN_OUTCOMES[],
	CONCERN_CHANNELS[];
extern const struct route CONCERNS_ROUTES[];     /* ended by a NULL path */
extern const struct panel CONCERNS_PANELS[];
extern const struct link_task CONCERNS_TASKS[];

#endif
