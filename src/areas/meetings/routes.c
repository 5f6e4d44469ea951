/* routes.c - the addresses of meetings, contacts and caseloads. What each does is in the file its page functions are in. */
#include "areas/meetings/pages.h"

#define S .section = "Meetings"

const struct route MEETINGS_ROUTES[] = {
	{ "/meetings", &MEETING, RIGHT_READ, meetings_page, NULL, "Meetings", S },
	{ "/meetings/new", &MEETING, RIGHT_ADD, meeting_new, meeting_new_post, "Plan a meeting", S },
	{ "/meetings/actions/:action", &MEETING_ACTION, RIGHT_READ, agreed_page, agreed_post, "An action from a meeting", S },
	{ "/meetings/undo/:record/:row", &MEETING, RIGHT_READ, NULL, meetings_undo, "Undo", ANYONE },
	{ "/meetings/:meeting", &MEETING, RIGHT_READ, meeting_page, meeting_state_post, "A meeting", S },
	{ "/meetings/:meeting/edit", &MEETING, RIGHT_EDIT, meeting_edit, meeting_edit_post, "Change a meeting", S },
	{ "/meetings/:meeting/invitations", &MEETING, RIGHT_READ, NULL, invitations_send, "Send the invitations", S },
	{ "/meetings/:meeting/invitation.ics", &MEETING, RIGHT_READ, invitation_file, NULL, "Invitation for a calendar", S },
	{ "/meetings/:meeting/people", &MEETING, RIGHT_EDIT, people_add, people_add_post, "Ask people to a meeting", S },
	{ "/meetings/:meeting/children", &MEETING, RIGHT_EDIT, child_add_page, NULL, "Add a child to a meeting", S },
	{ "/meetings/:meeting/children/:child", &MEETING_CHILD, RIGHT_EDIT, meeting_child_page, meeting_child_post,
		"What was said and agreed", S },
	{ "/meetings/:meeting/papers/:child", &MEETING_CHILD, RIGHT_READ, papers_page, NULL, "Papers for a meeting", S },
	{ "/meetings/:meeting/record/:child", &MEETING_CHILD, RIGHT_READ, record_page, record_shared_post, "Record of a meeting",
		S },
	{ "/meetings/:meeting/live", &MEETING_CHILD, RIGHT_EDIT, live_page, NULL, "Take minutes", S },
	{ "/meetings/:meeting/live/came", &MEETING, RIGHT_EDIT, NULL, live_came_post, "Who is here", S },
	{ "/meetings/:meeting/live/:child/minutes", &MEETING_CHILD, RIGHT_EDIT, NULL, live_minutes_post, "Add to the minutes", S },
	{ "/meetings/:meeting/live/:child/actions", &MEETING_ACTION, RIGHT_ADD, NULL, live_action_post, "Add an action", S },
	{ "/meetings/:meeting/times", &MEETING_TIME, RIGHT_ADD, times_page, times_post, "Offer times", S },
	{ "/meetings/:meeting/times/:time/take", &MEETING_TIME, RIGHT_EDIT, NULL, time_take, "Take a time", S },
	{ "/meetings/guests/:guest", &MEETING_PERSON, RIGHT_READ, guest_page, NULL, "The meeting of a guest", S },
	{ "/shared/meetings/:guest", &MEETING_TIME, RIGHT_ADD, asked_page, asked_post, "An invitation", LINK_TOO, "Meetings" },
	{ "/students-of-concern", &MEETING_CHILD, RIGHT_READ, concerns_page, NULL, "Students of concern", S },
	{ "/caseloads", &CONTACT_PLAN, RIGHT_READ, caseloads_page, NULL, "Caseloads", S },
	{ "/caseloads/:caseload/move", &CONTACT_PLAN, RIGHT_ADD, move_page, move_post, "Move a child to another keyworker", S },
	{ "/pupils/:pupil/meetings", &MEETING_CHILD, RIGHT_READ, meetings_tab, NULL, "Meetings", S },
	{ "/pupils/:pupil/who-does-what", &MEETING_CHILD, RIGHT_READ, parts_page, NULL, "Who does what", S },
	{ "/pupils/:pupil/concern", &MEETING_CHILD, RIGHT_ADD, concern_new, concern_new_post, "Speak of a child", S },
	{ "/pupils/:pupil/contact/new", &CONTACT_LOG, RIGHT_ADD, contact_new, contact_new_post, "Write down a contact", S },
	{ "/pupils/:pupil/contact-plan", &CONTACT_PLAN, RIGHT_ADD, plan_page, plan_post, "Contact plan", S },
	{ NULL },
};
