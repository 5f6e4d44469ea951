/* area.h - meetings and telling people: reviews, team around the child, case conferences, students of concern, transition; who was
 * asked and came, what was said and agreed; calls and letters home; whose turn it is to ring.
 *
 * A meeting is about nobody: what is said of a child stands in meeting_child, one row a child, so that who may read of one child
 * reads of that child alone. Fields are named once here, with their table's prefix. Sources: SEND Code of Practice 6.65 to 6.71
 * (meeting parents three times a year), Working Together (early help, team around the family), domain notes send-practice.md
 * sections 10 and 13. */
#ifndef AREAS_MEETINGS_AREA_H
#define AREAS_MEETINGS_AREA_H

#include "record/act.h"
#include "record/record.h"
#include "web/link.h"
#include "web/panel.h"

enum {
	MEETING_KIND, MEETING_ON, MEETING_AT, MEETING_MINUTES, MEETING_PLACE, MEETING_LEAD, MEETING_STATE, MEETING_AGENDA,
		MEETING_SHARED_ON,
	MEETING_SEQUENCE, MEETING_FIELDS
};
enum {
	MEETING_CHILD_PUPIL, MEETING_CHILD_MEETING, MEETING_CHILD_WHY, MEETING_CHILD_MINUTES, MEETING_CHILD_OUTCOME,
	MEETING_CHILD_OWNER, MEETING_CHILD_NEXT_ON, MEETING_CHILD_COUNTED, MEETING_CHILD_FIELDS
};
/* Two kinds of guests: colleagues, about nobody, and those who come for one child. */
enum { MEETING_STAFF_MEETING, MEETING_STAFF_STAFF, MEETING_STAFF_ASKED_ON, MEETING_STAFF_ANSWER, MEETING_STAFF_CAME,
	MEETING_STAFF_FIELDS };
enum {
	MEETING_PERSON_PUPIL, MEETING_PERSON_MEETING, MEETING_PERSON_CONTACT, MEETING_PERSON_PROFESSIONAL, MEETING_PERSON_NAME,
		MEETING_PERSON_EMAIL,
	MEETING_PERSON_ASKED_ON, MEETING_PERSON_ANSWER, MEETING_PERSON_CAME, MEETING_PERSON_INTERPRETER, MEETING_PERSON_WORDS,
	MEETING_PERSON_ANSWERED_AT, MEETING_PERSON_THROUGH, MEETING_PERSON_FIELDS
};
/* A time that could be: offered by the school, or said by a guest to suit, or proposed by one. */
enum { MEETING_TIME_PUPIL, MEETING_TIME_MEETING, MEETING_TIME_PERSON, MEETING_TIME_KIND, MEETING_TIME_NAME, MEETING_TIME_ON,
	MEETING_TIME_AT, MEETING_TIME_SAID_ON, MEETING_TIME_FIELDS };
enum {
	MEETING_ACTION_PUPIL, MEETING_ACTION_MEETING, MEETING_ACTION_WHAT, MEETING_ACTION_OWNER, MEETING_ACTION_DUE_ON,
		MEETING_ACTION_DONE_ON,
	MEETING_ACTION_NOTE, MEETING_ACTION_FIELDS
};
enum {
	CONTACT_LOG_PUPIL, CONTACT_LOG_CONTACT, CONTACT_LOG_WHO, CONTACT_LOG_ON, CONTACT_LOG_CHANNEL, CONTACT_LOG_STAFF,
		CONTACT_LOG_SUMMARY,
	CONTACT_LOG_AGREED, CONTACT_LOG_FOLLOW_UP_ON, CONTACT_LOG_FIELDS
};
/* How often a keyworker is in touch with a family. */
enum {
	CONTACT_PLAN_PUPIL, CONTACT_PLAN_STAFF, CONTACT_PLAN_CONTACT, CONTACT_PLAN_WEEKS, CONTACT_PLAN_CHANNEL, CONTACT_PLAN_FROM,
		CONTACT_PLAN_UNTIL,
	CONTACT_PLAN_FIELDS
};

extern const struct record MEETING, MEETING_CHILD, MEETING_STAFF, MEETING_PERSON, MEETING_TIME, MEETING_ACTION, CONTACT_LOG,
	CONTACT_PLAN;
extern const struct link_task MEETING_TASKS[]; /* ended by a NULL name */

extern const struct route MEETINGS_ROUTES[];   /* ended by a NULL path */
extern const struct panel MEETINGS_PANELS[];   /* ended by a NULL place */

extern const struct choice MEETING_KINDS[];    /* review, tac, annual, conference, concern, transition, parents, other */
extern const struct choice MEETING_STATES[];
extern const struct choice MEETING_ANSWERS[];

/* "15:40" of "15.40", "1540", "9:05", "3.40 pm"; NULL if it is no time of day. */
const char *meeting_clock(struct arena *a, const char *typed);

extern const struct choice CONTACT_CHANNELS[];

#endif
