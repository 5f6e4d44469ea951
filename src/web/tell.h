/* tell.h - telling somebody something outside the program: a line in the outbox, queued in the same act as what it tells of, so
 * that neither is saved without the other. A job sends it later (jobs/outbox.h), from minutes to days, once and not twice.
 *
 *	TRY(tell_staff(rq->act, staff, "meeting", "A review meeting on 26 November", "You are invited ...", "/meetings/x"));
 *
 * What may be said: to staff, never a child's name (the page behind `path` says it to those who may read); to a family, plain
 * words. A subject never holds the child's name, nor does a file's name: one that does is replaced by plain words. What cannot be
 * sent (no address, a limit on contact) is kept all the same, refused, with the reason, and shown on the outbox page. */
#ifndef WEB_TELL_H
#define WEB_TELL_H

#include "record/act.h"

enum tell_to {
	TELL_STAFF,         /* id of a staff record */
	TELL_CONTACT,       /* id of a contact: the rule of law/reach.h holds now and again at sending; .pupil is required */
	TELL_PROFESSIONAL,  /* id of a record `professional` with a field `email` */
	TELL_ACCOUNT,       /* id of an account */
	TELL_ADDRESS,       /* .id is the e-mail address itself: a code, a test, somebody who is in no record */
};

struct tell_file { const char *name, *type; const void *bytes; size_t n; }; /* "invitation.ics", "text/calendar; method=REQUEST" */

struct tell {
	enum tell_to to;
	const char *id;
	const char *name;           /* TELL_ADDRESS: who that is; else from the record */
	const char *kind;           /* one word: "letter", "meeting", "worry" */
	const char *subject, *text; /* text: plain, paragraphs apart by an empty line */
	const char *path;           /* a page of ours: its whole address is the message's last line; NULL: none */
	const struct row *pupil;    /* whom it is about; NULL: nobody */
	const char *why_record, *why; /* what it tells of: record name and id; NULL: nothing */
	const struct tell_file *file;
	bool agreed;                /* a person read what stands in the way and decided to send (REACH_ASK) */
	bool held;                  /* wait until a person lets it go */
};

/* *out (may be NULL): state "queued", "held" or "refused", with the reason in .words. Right to add a message is not asked: whoever
 * may do what it tells of may have it told. */
struct told { const char *id, *state, *words; };
MUST const struct fault *tell(struct act *act, const struct tell *t, struct told *out);

MUST const struct fault *tell_staff(struct act *act, const char *staff, const char *kind, const char *subject, const char *text,
	const char *path);
MUST const struct fault *tell_contact(struct act *act, const struct row *pupil, const char *contact, const char *kind,
	const char *subject, const char *text, const char *path);
/* Everybody who holds this role today on the campus in view, by their accounts. */
MUST const struct fault *tell_role(struct act *act, const char *role, const char *kind, const char *subject, const char *text,
	const char *path);

/* Where a message of the outbox goes, as records stand now: an address that was put right in between counts. "": there is none. */
MUST const struct fault *tell_address(struct act *act, const struct row *message, const char **address);

/* Do these words hold a name of this child? For a subject as it is typed. */
bool names_child(struct arena *a, const struct row *pupil, const char *words);

#endif
