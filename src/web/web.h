/* web.h - a request becomes an act here and nowhere else: session, permission, stamp, once-only, and only then the handler.
 *
 * GET gets a reading act on the pool thread's own connection and changes no record. POST is suspended, run by the writer in one
 * transaction, and answered after its commit. A handler returns a fault, or has written a page into rq->ui, or has said go().
 * A POST that ends in a page (errors to put right, a preview) saves nothing: its act is undone. */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "http/http.h"
#include "record/act.h"
#include "record/journal.h"
#include "record/who.h"
#include "record/writer.h"
#include "ui/ui.h"

struct req;
typedef const struct fault *page(struct req *rq, struct ui *ui);

enum route_flags {
	OPEN      = 1,   /* nobody need be signed in */
	ANYONE    = 2,   /* any signed-in person, whatever the matrix says of .record: the handler asks for itself */
	STEP_UP   = 4,   /* a second factor in the last 10 minutes (R14) */
	UPLOAD    = 8,   /* carries a file: up to 50 MB */
	LONG      = 16,  /* may hold the writer longer than 50 ms, in a commit of its own: imports alone */
	QUIET     = 32,  /* polling: does not count as use of the session */
	LINK_TOO  = 64,  /* one-time links whose task's path it lies under may open it too (link.h) */
	NO_ONCE   = 128, /* sign-in and the like: no stamp to verify against a session */
	API       = 256, /* a bearer token and JSON; no cookie, no stamp, faults as JSON (R16) */
};

/* "/pupils/:pupil/notes/new": a :name segment is an id, read with rq_arg(). With :pupil the child's row is fetched first, by the
 * gate, into rq->pupil. `record` and `right`: without it in the matrix for this actor the answer is the refused page. */
struct route {
	const char *path;
	const struct record *record;
	enum right right;
	page *get, *post;             /* NULL: that method is 405 */
	const char *title;            /* for golden/routes.txt and the page's title until the handler sets one */
	unsigned flags;
	const char *section;          /* label of the section it lies in; NULL: none is current */
	const struct fault *(*before)(struct req *rq); /* POST: on a helper thread, with no act: password hash, reading an upload */
};

struct web;
struct link_held;
struct link_task;
struct req {
	struct http_request *http;
	struct arena *a;
	struct act *act;              /* NULL in .before and where nobody is signed in (OPEN routes get the program's, reading) */
	struct ui *ui;
	const struct web *web;
	const struct route *route;
	const struct session *session; /* NULL: nobody */
	const struct link_held *link; /* a one-time link's session (link.h); NULL: an account, or nobody */
	struct row *pupil;            /* of :pupil */
	bool post;
	struct http_values typed;     /* POST: the form. GET: a draft asked for by ?draft= */
	void *prepared;               /* what .before made for the handler */
	/* the answer */
	const char *go;               /* where to go after the commit */
	const char *notice, *undo;    /* said on the next page */
	const char *type, *file_name; /* a download instead of a page: */
	const void *body;
	size_t body_length;
	int status;                   /* 0: 200, or 400 with errors */
	const char *cookie;           /* a new session's token, or "" to clear it */
	struct write write;           /* the dispatcher's own from here on */
	const struct fault *fault;
	const char *version_seen, *once;
	unsigned char body_hash[32];
	bool page_only, replayed;
	struct act *read_before;      /* what .before read, for the journal */
};

const char *rq_arg(const struct req *rq, const char *name);      /* of the path; "" if it has none */
const char *rq_param(const struct req *rq, const char *name);    /* typed or in the query; NULL if not sent */
const char *rq_text(const struct req *rq, const char *name);     /* the same, trimmed; "" if not sent */
/* A form of `r` from what was typed, with the version the person saw (from the stamp). */
struct form *rq_form(const struct req *rq, const struct record *r);
/* Put a form's messages on the page: at the fields and in the summary. */
void rq_errors(struct req *rq, const struct form *form);
/* To the form at `path` with these boxes filled in, names and values ended by NULL: as a draft of theirs, so that no address says
 * it. In a POST. */
MUST const struct fault *go_filled(struct req *rq, const char *path, const char *const *pairs);
MUST const struct fault *go(struct req *rq, const char *format, ...) __attribute__((format(printf, 2, 3))); /* to a path of ours */
/* undo: a path to POST to, or NULL */
void rq_notice(struct req *rq, const char *undo, const char *format, ...) __attribute__((format(printf, 3, 4)));
MUST const struct fault *rq_download(struct req *rq, const char *type, const char *file_name, const void *bytes, size_t n);

/* In .before only: a reading act of the program itself, on a connection of the helper thread's own. */
MUST const struct fault *web_read(struct req *rq, const struct fault *(*read)(struct act *act, void *self), void *self);
/* A word for the browser to bring back within so many seconds: one step's result, known to nobody else to be ours. `text` is not
 * hidden. web_ticket_open: the text, or NULL if it is not ours, too old, or made for something else. */
const char *web_ticket(const struct req *rq, const char *purpose, const char *text, int seconds);
const char *web_ticket_open(const struct req *rq, const char *purpose, const char *ticket);
/* R17: may `name` be tried now from this device? 0: yes, and the try is counted; else the seconds to wait. web_tried: it was right;
 * gives how many wrong tries of this name came before it, wherever from. */
int64_t web_try(const struct req *rq, const char *name);
int web_tried(const struct req *rq, const char *name);
/* The role in view, in the matrix's word: "senco". A person with several has the sum of their rights whatever this says. */
const char *rq_role(const struct req *rq);
bool rq_has_role(const struct req *rq, const char *role);

/* What a person may find in the navigation: shown if one of `roles` (space separated) is held, in this order. */
struct panel;
struct section { const char *label, *href, *roles; };

/* A demonstration school's sign-ins, shown on its sign-in page; the list is ended by a NULL login. */
struct web_demo { const char *role, *login, *password, *secret; /* of the code app, in base 32 */ };

struct web_options {
	const struct house *house;
	const struct route *const *routes;      /* tables, each ended by a NULL path; the list by NULL */
	const struct section *sections;         /* ended by a NULL label */
	const struct panel *const *panels;      /* tables, each ended by a NULL place; the list by NULL (panel.h) */
	const struct link_task *const *tasks;   /* what one-time links are for (link.h); NULL: none */
	const struct choice *roles;             /* the matrix's words as people say them */
	const char *where;                      /* the store */
	struct sealer *sealer;
	bool demo;
	bool forgets;                           /* no answer is given again (record/recall.h): for figures */
	const struct web_demo *signins;         /* of a demo; NULL: none */
	struct http_options http;               /* address, port, TLS; the rest is filled in */
};
MUST const struct fault *web_start(struct arena *a, const struct web_options *o, struct web **out);
void web_stop(struct web *w);
/* A session was unlocked or made: it is in use from now on. */
void web_wake(const struct req *rq, const char *session);
uint16_t web_port(const struct web *w);
struct writer *web_writer(const struct web *w);
const struct web_options *web_options(const struct web *w);
/* The browser that asks, by its own word, as a session keeps it; "" if it says nothing. */
const char *web_agent(const struct req *rq);
/* The row of the route table a path belongs to; NULL: none. */
const struct route *web_route(const struct web *w, const char *path);
/* Does the form sent carry a stamp of this session for `path`? And what it carries, as a draft keeps it. */
bool web_stamped(const struct req *rq, const char *path);
const char *web_typed(const struct req *rq);
/* All routes, one a line, as golden/routes.txt wants them. */
const char *web_routes(struct arena *a, const struct route *const *routes);

#endif
