/* ical.h - invitations that calendar programs understand (RFC 5545, 5546): what, when, where, who; asked, changed or called off.
 *
 * One UID is one meeting for good: a change is the same UID with a higher `sequence`, calling off the same again with ICAL_CANCEL.
 * Times are moments in UTC and are written as Europe/London's, with the zone's rules beside them, so that a meeting at nine stays
 * at nine in summer. The caller decides the words: a child's name has no place in a summary, which travels in clear and shows on
 * locked telephones. */
#ifndef DOC_ICAL_H
#define DOC_ICAL_H

#include "base/buf.h"
#include "base/fault.h"

enum ical_method {
	ICAL_REQUEST,         /* come, or: it has changed */
	ICAL_CANCEL,          /* called off */
	ICAL_PUBLISH,         /* a calendar to read: nobody is asked to answer */
};

struct ical_person {
	const char *name;     /* may be NULL */
	const char *address;  /* e-mail, without "mailto:" */
	bool optional;
};

struct ical_event {
	const char *uid;      /* required, the same for the meeting's whole life: "ID@school.example" */
	int sequence;         /* 0, then higher with each change */
	const char *starts, *ends; /* moments, "2026-12-01T15:30:00Z" */
	const char *summary;  /* "Meeting with school" */
	const char *about;    /* may be NULL */
	const char *place;    /* may be NULL */
	const char *url;      /* where to answer; may be NULL */
	struct ical_person organiser;       /* address may be NULL when publishing */
	const struct ical_person *attendee;
	int attendees;
	int remind;           /* minutes before; 0: no reminder */
};

/* `made` is the moment of writing (DTSTAMP). An address that is none, an end before its start or a missing UID is FAULT_INVALID. */
const struct fault *ical_write(struct arena *a, enum ical_method method, const char *made, const struct ical_event *events, int n,
	struct buf *bytes) MUST;
const char *ical_method_name(enum ical_method method); /* "REQUEST": also of a mail's content type */

#endif
