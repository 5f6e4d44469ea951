/* pages.h - what the pages of meetings, contacts and caseloads share. Nothing here is for others. */
#ifndef AREAS_MEETINGS_PAGES_H
#define AREAS_MEETINGS_PAGES_H

#include "areas/meetings/area.h"
#include "record/query.h"
#include "web/about.h"

/* Somebody of the family who may be asked or rung today. Whoever an order or the family's word bars is left out for every reader
 * alike, whether or not that reader may see the limit itself; *barred counts them. */
struct kin { const char *id, *name, *who, *phone, *email; bool responsible, interpreter, elsewhere; const char *language; };
MUST const struct fault *kin_of(struct req *rq, const char *pupil, struct kin **out, int *count, int *barred);
const struct ui_option *kin_options(struct arena *a, const struct kin *kin, int count, const char *first);

/* A meeting with its children and guests, as far as this person reads them. */
struct gathering {
	struct row *row;
	struct found children, guests;   /* Q_MEETING_CHILDREN, Q_MEETING_GUESTS */
	const char *lead, *title, *when, *href; /* "Team around the child", "25 November 2026 at 15:40" */
	bool changes;                    /* this person leads it, or may change any */
};
MUST const struct fault *gathering_read(struct req *rq, struct gathering *out);
const char *meeting_when(struct arena *a, const char *on, const char *at);
/* The child's row of this meeting. */
MUST const struct fault *child_at(struct req *rq, const struct gathering *g, const char *row, struct row **out, struct about *who);

/* Actions agreed and not done, as table rows. */
MUST const struct fault *agreed_open(struct req *rq, const char *owner, const char *pupil, struct found *open, struct rows *texts);
void agreed_rows(struct req *rq, struct ui *ui, const struct found *open, const struct rows *texts, bool with_child);
/* of Q_MEETINGS_BETWEEN, whose rows stand by day */
void meeting_rows(struct req *rq, struct ui *ui, const struct found *f, const char *caption, bool latest_first);

/* A keyworker's child: when contact is due by its plan; DAY_NONE without one. */
day contact_due(const struct found *caseloads, int i);
const char *contact_last(const struct found *caseloads, int i);

/* After a change of day, time or place, and after calling off: everybody who has an invitation gets the calendar's new file. *sent:
 * how many. */
MUST const struct fault *invitations_again(struct req *rq, int *sent);
/* Points a meeting of this kind begins with, and what the record adds: targets, what is not done, what is due. pupil NULL: several
 * children, or none yet. */
MUST const struct fault *agenda_for(struct req *rq, const char *kind, const struct row *pupil, const char **out);

page meetings_page, meeting_new, meeting_new_post, meeting_page, meeting_edit, meeting_edit_post, meeting_state_post;
page people_add, people_add_post, child_add_page;
page live_page, live_minutes_post, live_action_post, live_agreed_post, live_came_post;
page papers_all, record_of_child, shared_record, shared_record_post;
const struct fault *record_stands(struct act *all, const struct row *link, const struct row *child, bool *yes) MUST;
page meeting_child_page, meeting_child_post, papers_page, record_page, record_shared_post;
page agreed_page, agreed_post, concerns_page, concern_new, concern_new_post;
page invitations_send;
/* times_pages.c: times that were offered or proposed, and what guests wrote, on the meeting's page */
MUST const struct fault *meeting_times(struct req *rq, struct ui *ui, const struct gathering *g);
page times_page, times_post, time_take, guest_page;
page asked_page, asked_post; /* times_asked.c: a guest by a link */
page parts_page, invitation_file, meetings_tab, contact_new, contact_new_post;
page caseloads_page, move_page, move_post, plan_page, plan_post, meetings_undo;

#endif
