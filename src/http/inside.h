/* inside.h - what the files of http/ share; nothing outside this folder includes it. */
#ifndef HTTP_INSIDE_H
#define HTTP_INSIDE_H

#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>

#include "http/form.h"

/* ---- head.c: everything before the body. 0, or the HTTP status that refuses the request. ---- */
int head_read(struct http_inside *in);

/* ---- one request ---- */
enum request_state { REQUEST_RUNNING, REQUEST_SUSPENDED, REQUEST_ANSWERED, REQUEST_ABANDONED };

struct header {
	const char *name, *value;
	struct header *next;
};

struct answer {
	int status; /* 0: none yet */
	const char *type, *body;
	uint64_t length;
	int fd;     /* -1: none */
	http_more *more;
	void *self;
	bool close;
	const struct header *headers;
};

struct http_inside {
	struct http_request rq; /* first: an http_request is the beginning of its http_inside */
	struct http_server *server;
	struct connection *connection;
	struct MHD_Connection *mhd;
	atomic_int owners;      /* the server, and whoever holds a suspended request; the last frees the arena */
	_Atomic enum request_state state;
	bool suspended;         /* set before anybody else has it */
	struct header *headers; /* added so far, by the handler or by who holds the request */
	struct answer answer;
	/* the request line as it came, before the library decodes it in place */
	const char *raw_target;
	char *target;
	size_t target_length;
	const char *method_text, *version;
	bool head_done;
	/* the body */
	bool has_body;
	uint64_t declared, received;
	size_t limit;
	int64_t body_since;
	int refusal;            /* found while the body was coming; answered at its end, as the library wants it */
	struct http_body *form;
	struct buf raw;
};

/* ---- answer.c ---- */
void answer_refuse(struct http_inside *in, int status); /* takes nothing from the arena */
enum MHD_Result answer_send(struct http_inside *in);

/* ---- request.c: the library's callbacks, and the arena's end ---- */
void *request_line(void *server, const char *target, struct MHD_Connection *mhd);
enum MHD_Result request_step(void *server, struct MHD_Connection *mhd, const char *url, const char *method, const char *version,
	const char *upload, size_t *upload_size, void **context);
void request_done(void *server, struct MHD_Connection *mhd, void **context, enum MHD_RequestTerminationCode why);
void request_release(struct http_inside *in);

/* ---- keeper.c: a table of the open sockets, each with the moment it is cut off at ---- */
struct connection {
	struct connection *before, *after;
	int fd;
	_Atomic int64_t deadline;    /* ms of the monotonic clock; 0: none, we are the ones who work */
	struct http_inside *request; /* under the keeper's mutex */
	bool linger;                 /* should it close now, more may be coming: read on a while, or the browser never sees why */
};

enum { LINGERERS = 64 };

struct keeper {
	pthread_t thread;
	pthread_mutex_t mutex;
	pthread_cond_t calm;         /* no request is in flight */
	struct connection *first;
	int in_flight;
	int wake;                    /* eventfd */
	int tick_ms;
	bool ending;
	struct lingerer {
		int fd;
		int64_t until;
	} lingering[LINGERERS];
	int lingerers;
};

int64_t now_ms(void);
void keeper_note(void *server, struct MHD_Connection *mhd, void **context, enum MHD_ConnectionNotificationCode what);
void keeper_begin(struct http_server *s, struct connection *c, struct http_inside *in); /* a request line came */
void keeper_finish(struct http_server *s, struct connection *c);                         /* its answer has left */
void connection_until(struct connection *c, int64_t deadline);
bool keeper_start(struct http_server *s);
/* Wait for calm, at most `ms`; then what is suspended is abandoned. */
void keeper_drain(struct http_server *s, int ms);
void keeper_stop(struct http_server *s);

/* ---- server.c ---- */
struct http_server {
	struct http_options o; /* with every 0 filled in */
	struct MHD_Daemon *daemon;
	uint16_t port;
	atomic_bool stopping;
	pthread_key_t thread_key;
	struct keeper keeper;
};

extern _Thread_local struct http_server *http_here; /* whose pool thread this is */

#endif
