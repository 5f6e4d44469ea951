/* inner.h - what the web layer's own files share. */
#ifndef WEB_INNER_H
#define WEB_INNER_H

#include "web/link.h"

struct seen;      /* what is remembered of sessions between requests: last use, notices, rates */
struct slow;      /* who guessed how often */
struct helpers;   /* threads for what is slow and needs no act */

struct web {
	struct arena *a;
	struct web_options o;
	struct writer *writer;
	struct http_server *http;
	struct seen *seen;
	struct helpers *helpers;
	struct slow *slow;
	struct recall *recall;
	unsigned char ticket_key[32]; /* of this process: tickets end with it */
};

/* ---- route.c ---- */
/* NULL: no such path. */
const struct route *route_find(const struct route *const *tables, const char *path);

/* ---- seen.c ---- */
enum { IDLE_SECONDS = 600, LONGEST_SECONDS = 36000, FRESH_SECONDS = 600, PAGES_MOST = 3000, PAGES_WINDOW = 600 };
struct seen *seen_new(void);
void seen_free(struct seen *s);
/* Note a use now; gives when it was used before (seconds; `stored` if it is not remembered). False: too many pages in ten
 * minutes. */
bool seen_use(struct seen *s, const char *session, int64_t now, int64_t stored, bool counts, int64_t *before);
void seen_wake(struct seen *s, const char *session, int64_t now); /* unlocked: used now */
void seen_notice(struct seen *s, const char *session, const char *notice, const char *undo);
void seen_take_notice(struct seen *s, struct arena *a, const char *session, const char **notice, const char **undo);

/* ---- stamp.c ---- */
const char *stamp_make(struct arena *a, const struct session *s, const char *path, int64_t version);
/* True if it was made for this session and path; gives version and once-only key. */
bool stamp_check(struct arena *a, const struct session *s, const char *path, const char *stamp, const char **version,
	const char **once);
void stamp_body(const struct http_request *http, unsigned char hash[32]);
/* Everything that was typed, as a query string: what a draft keeps. Passwords and stamps are left out. */
const char *stamp_typed(struct arena *a, const struct http_request *http);

/* ---- page.c ---- */
void page_shell(struct req *rq);
void page_send(struct req *rq);                                /* the answer as the request has it */
void page_fault(struct req *rq, const struct fault *f);        /* the one place where a fault becomes status and words (R4) */
void page_no_token(struct req *rq, bool too_many);             /* the API without a good token, or asked too often */
void page_say(struct req *rq, int status, const char *title, const char *text, const char *link, const char *href);

/* ---- req.c ---- */
/* Where to go first so as to come back to this page: "/sign-in", "/locked", "/step-up". */
const char *web_by_way_of(const struct req *rq, const char *first);
struct http_values rq_untyped(struct arena *a, const char *body); /* a draft's body, taken apart again */

/* ---- dispatch.c ---- */
struct reader { struct arena *a; struct db *db; }; /* a pool thread's own */
void dispatch(void *self, struct http_request *http);
void *reader_start(void *self);
void reader_end(void *of_thread);

/* ---- link.c ---- */
/* The actor of a one-time link's session; sets rq->link. FAULT_NONE: the link has ended. */
MUST const struct fault *link_actor(struct req *rq, struct db *db, const char *id, struct actor **who);
bool link_may_open(const struct req *rq); /* this route, at this address */
/* "Keep it and go on later": what was typed waits for the next visit, and the session ends. */
MUST const struct fault *link_later(struct req *rq);

/* ---- helpers.c ---- */
/* Each thread keeps what start(self) gives it: helpers_thread(). */
struct helpers *helpers_new(int threads, int most, void *(*start)(void *self), void (*end)(void *of_thread), void *self);
void *helpers_thread(void); /* NULL on other threads */
void helpers_free(struct helpers *h);
/* False: the queue is full. */
bool helpers_put(struct helpers *h, void (*run)(void *self), void *self);

/* ---- slow.c ---- */
struct slow *slow_new(void);
void slow_free(struct slow *s);

#endif
