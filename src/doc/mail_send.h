/* mail_send.h - a mail handed to the school's mail server (SMTP, by libcurl). Called by jobs only: it waits for a network.
 *
 * The answer is one of four, so that an outbox can do right: nothing is lost, and nothing is sent twice by us. Everything that is
 * wrong with the line or the settings (no answer, no such host, a wrong password, a certificate that does not fit) is "later", not
 * the letter's fault. */
#ifndef DOC_MAIL_SEND_H
#define DOC_MAIL_SEND_H

#include "base/fault.h"

enum mail_tls {
	MAIL_STARTTLS,       /* port 587, usually: plain hello, then TLS, or nothing is sent */
	MAIL_TLS,            /* port 465 */
	MAIL_NO_TLS,         /* a server on this machine or the school's own wire; never with a password but to this machine */
};

struct mail_server {
	const char *host;
	int port;            /* 0: by `tls`: 587, 465, 25 */
	enum mail_tls tls;
	const char *user, *password; /* NULL: none */
	const char *ca_file; /* NULL: the system's authorities */
	int seconds;         /* that one mail may take; 0: 60 */
};

enum mail_outcome {
	MAIL_SENT,           /* the server took it: `says` is the proof */
	MAIL_LATER,          /* try again later */
	MAIL_REFUSED,        /* this letter or this address will never be taken: `says` why */
	MAIL_UNSURE,         /* all of it was handed over and the line went dead before the answer: sending again may send twice */
};

struct mail_result {
	enum mail_outcome outcome;
	int code;            /* the server's last answer, 0: none */
	const char *says;    /* its words, or what was wrong with the line, for people */
};

struct mail_line;

/* Settings that cannot be (a host that is none, a password without TLS) are FAULT_INVALID. No network yet. One line is for one
 * thread; its connection serves several mails and ends with the arena. */
const struct fault *mail_line_open(struct arena *a, const struct mail_server *server, struct mail_line **out) MUST;
/* `to`: one address; a mail to several is sent once for each, so that each has its own answer. `message` is mail_write()'s. */
const struct fault *mail_send(struct mail_line *line, const char *from, const char *to, const char *message, size_t n,
	struct mail_result *result) MUST;

#endif
