/* outbox.h - sending what waits in the outbox, once and not twice.
 *
 * A message is taken in one short act (asked again whether it may go, leased), sent with no act open, and landed in another. A
 * lease that ran out, or a line that broke after the message was handed over, leaves it "may have been sent": only a person sends
 * that again. A server that does not answer is tried with one message at a time, each time later, up to half an hour apart; the
 * rest wait untouched, for days if need be. Its Message-ID never changes, so that a receiver who got it twice can tell. */
#ifndef JOBS_OUTBOX_H
#define JOBS_OUTBOX_H

#include "record/writer.h"

/* The server, as settings have it, and one message. Texts without line ends but .text; never a child's name outside .text and
 * .file. */
struct outbox_mail {
	const char *host, *tls, *user, *password; /* tls: "tls", "starttls", "none" */
	const char *ca_file;                      /* tests; NULL: the system's authorities */
	int port;
	const char *from, *from_name, *reply_to, *to, *to_name, *subject, *text, *message_id;
	const char *file_name, *file_type;        /* NULL: no file */
	const void *file;
	size_t file_n;
};

enum outbox_result {
	OUTBOX_SENT,      /* the server took it */
	OUTBOX_LATER,     /* it said: not now (4xx) */
	OUTBOX_REFUSED,   /* it said: never (5xx) */
	OUTBOX_DOWN,      /* no server answered, or not in a way that could begin */
	OUTBOX_UNKNOWN,   /* handed over, and then no answer */
};

/* Carries one message; *words is the server's last line, or what happened. */
typedef enum outbox_result outbox_send(void *self, struct arena *a, const struct outbox_mail *m, const char **words);

enum { OUTBOX_SERVERS = 64, OUTBOX_ROUND = 60 };
struct outbox {
	struct writer *writer;
	outbox_send *send;
	void *self;                      /* for .send */
	bool off;                        /* a demonstration: nothing leaves */
	/* in memory: servers that did not answer */
	struct outbox_down { char campus[65]; int64_t until; int times; } down[OUTBOX_SERVERS];
};

/* Send what is due now, `most` messages at the most. Faults are logged, never fatal. Gives how many a server took. */
int outbox_work(struct outbox *o, int most);

#endif
