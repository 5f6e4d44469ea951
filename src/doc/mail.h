/* mail.h - a letter by e-mail, as bytes (RFC 5322, MIME): plain text, the same as a page if wanted, files, an invitation.
 *
 * All of it is 7-bit: text as quoted-printable, files as base64, names and subjects in encoded words, so that it arrives whole
 * everywhere. CR and LF never reach a header: what holds them is written without. A subject travels in clear: no child's name in
 * it, which is the caller's to see to. The same mail gives the same bytes. */
#ifndef DOC_MAIL_H
#define DOC_MAIL_H

#include "base/buf.h"
#include "base/fault.h"
#include "doc/ical.h"

struct mail_person {
	const char *name;          /* may be NULL */
	const char *address;
};

struct mail_file {
	const char *name;          /* as the reader sees it */
	const char *type;          /* "application/pdf" */
	const char *bytes;
	size_t n;
};

struct mail {
	const char *id;            /* required: left of the @ of Message-ID; the same for the same mail sent again */
	const char *domain;        /* right of it: the installation's own name */
	const char *made;          /* moment: the Date */
	struct mail_person from;
	struct mail_person reply_to;   /* address NULL: none */
	const struct mail_person *to;
	int tos;
	const char *subject;
	const char *text;          /* the whole of it, for every reader */
	const char *html;          /* the same as a page, already escaped; NULL: none */
	const struct mail_file *file;
	int files;
	const char *calendar;      /* an invitation by ical_write(); NULL: none */
	enum ical_method method;
};

enum { MAIL_MOST = 25 << 20 }; /* bytes of a whole mail; larger is FAULT_TOO_LARGE: send a link */

/* a bad address is FAULT_INVALID */
const struct fault *mail_write(struct arena *a, const struct mail *mail, struct buf *bytes) MUST;
/* "name@host.example" in plain letters, with nothing that could end its line or its place. */
bool mail_address_ok(const char *address);
/* What is wrong with it, for people, with what to do; NULL: nothing. Letters beyond plain ones before the @ would need a way of
 * sending (SMTPUTF8) that many servers do not have, so that such an address is refused here and not lost there. */
const char *mail_address_wrong(const char *address);

#endif
