/* http.h - reading requests and answering them over HTTP/1.1, with TLS or behind a proxy that does it.
 *
 * It knows nothing of people, rights or records. What reaches a handler has been bounded, decoded once and checked (R8, R32):
 * every text here is valid UTF-8 without NUL, ends in NUL and lives in the request's arena `a` until the answer has left.
 * What is malformed never reaches one: it is answered with 4xx and a short plain page, and the connection is closed.
 *
 *	static void hello(void *self, struct http_request *rq)
 *	{
 *		const char *name = http_param(rq, "name");
 *		...
 *		http_answer(rq, 200, HTTP_HTML, page, strlen(page));
 *	}
 *
 * A handler answers before it returns, or calls http_suspend() and gives the request to another thread, which answers later.
 * Once a suspended request is answered, its request and arena must not be touched: they may be gone. */
#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

#include <sys/types.h>

#include "base/fault.h"

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST }; /* anything else is 405; HEAD is answered as GET, without the body */

#define HTTP_HTML "text/html; charset=utf-8"
#define HTTP_TEXT "text/plain; charset=utf-8"
#define HTTP_JSON "application/json"

enum {
	HTTP_HEADERS_MOST = 100,       /* more: 431 */
	HTTP_HEAD_MOST = 16 << 10,     /* bytes of request line and headers; more: 431 */
	HTTP_TARGET_MOST = 8000,       /* bytes of path and query as sent; more: 414 */
	HTTP_PARAMS_MOST = 1000,       /* query or form parameters, or parts of a multipart form; more: 413 */
	HTTP_NAME_MOST = 200,          /* bytes of a parameter's name */
	HTTP_UPLOAD_MOST = 50 << 20,   /* the most a route should let through with an upload */
	HTTP_FILE_IN_MEMORY = 1 << 20, /* a larger upload lies encrypted in an unlinked file, under a key only in memory (R20) */
};

struct http_value {
	const char *name, *value; /* header names in lower case, other names as sent */
};
struct http_values { /* in the order sent */
	struct http_value *item;
	size_t count;
};
struct http_file {
	const char *field;      /* the form field */
	const char *name;       /* as the browser says, no more than a label: never a path (F7-F16); "" if none */
	const char *type;       /* as the browser says: believe the content instead */
	uint64_t size;          /* bytes */
	struct spool *spool;    /* where the bytes are: ask http_file_read() */
	struct http_file *next; /* in the order sent */
};

struct http_request {
	enum http_method method;
	const char *path;  /* begins with '/'; no "." or ".." segment, no "//", no '\', no encoded '/' (those are 404) */
	const char *host;  /* as sent, checked against http_options.hosts */
	const char *peer;  /* numeric address of the browser: the proxy's word where a proxy is configured, else the socket's */
	bool tls;          /* the browser's side is encrypted */
	struct arena *a;   /* ARENA_REQUEST; over it the request alone ends with 503. Answers may lie in it */
	struct http_values headers, cookies, query, form;
	struct http_file *files;
	const char *body;  /* the bytes of a body that is no form (JSON), then NUL; may hold anything. NULL: none, or it was a form */
	size_t body_length;
	void *mine;        /* for the layer above */
	struct http_inside *inside;
};

/* The first of a name, or NULL. http_param: the form's on POST, the query's otherwise; never one for the other. */
const char *http_param(const struct http_request *rq, const char *name);
size_t http_param_count(const struct http_request *rq, const char *name);
const char *http_header(const struct http_request *rq, const char *lower_case_name);
const char *http_cookie(const struct http_request *rq, const char *name);
const char *http_value(const struct http_values *list, const char *name);
size_t http_value_count(const struct http_values *list, const char *name);
const struct http_values *http_params(const struct http_request *rq); /* to walk over them */

const struct http_file *http_file(const struct http_request *rq, const char *field); /* NULL: none was chosen */
/* Up to `n` bytes from byte `at` into `to`; how many, 0 at the end, -1 if the disk fails. Any one thread at a time. */
ssize_t http_file_read(const struct http_file *file, uint64_t at, void *to, size_t n);

/* ---- Answering: once a request. Every answer gets the headers of R11 and `Cache-Control: no-store`. ---- */

/* Add a header before answering; one of the same name, ours too, is replaced. A line break or control in it: left out, logged. */
void http_add_header(struct http_request *rq, const char *name, const char *value);
/* `__Host-NAME=VALUE; Path=/; Secure; HttpOnly; SameSite=Lax`. Seconds: -1 while the browser runs, 0 clears it. */
void http_set_cookie(struct http_request *rq, const char *host_name, const char *value, int seconds);

void http_answer(struct http_request *rq, int status, const char *type, const char *body, size_t length);
void http_redirect(struct http_request *rq, const char *to); /* 303 to a path of ours: anything else is a bug (assert) */
void http_refuse(struct http_request *rq, int status);       /* a short plain page for `status`; 429 and 503 say when to retry */
/* `length` bytes from the descriptor's start, which is closed afterwards. */
void http_answer_fd(struct http_request *rq, int status, const char *type, int fd, uint64_t length);
/* Bytes as `more` gives them, on a pool thread, `length` in all: returns how many it put at `to`, -1 cuts the connection.
 * What it holds ends with the arena (arena_defer). Keep no transaction open meanwhile. */
typedef ssize_t http_more(void *self, uint64_t at, char *to, size_t room);
void http_answer_stream(struct http_request *rq, int status, const char *type, uint64_t length, http_more *more, void *self);

/* From a handler, before the request is given away. Nothing else on this thread may touch it afterwards. */
void http_suspend(struct http_request *rq);

/* ---- Files of the program itself: public, so kept by browsers for ever; their paths change with their content ---- */
struct http_asset {
	const char *path, *type; /* the table is sorted by path */
	const unsigned char *bytes;
	size_t length;
	const char *etag;        /* with its quotes */
};
/* Answers, 304 where the browser has it, and returns true; false and no answer if there is no such path. */
bool http_answer_asset(struct http_request *rq, const struct http_asset *table, size_t count);

/* ---- The server. 0 or NULL takes what stands in brackets ---- */
struct http_options {
	const char *address;           /* numeric address to listen on [127.0.0.1] */
	uint16_t port;                 /* [any free one: http_port()] */
	const char *certificate, *key; /* PEM text: with both, TLS 1.2 or 1.3 only [plain HTTP: loopback only, unless `proxy`] */
	const char *proxy;             /* numeric address of the proxy doing TLS, whose X-Forwarded-For and -Proto are believed */
	const char *const *hosts;      /* the names we answer to, then NULL; others are 421 [any] */
	int threads;                   /* [2 a core, at least 4] */
	int connections;               /* [1000] */
	int connections_each;          /* from one address; a whole school may share one [400; with a proxy no limit] */
	int head_ms;                   /* from the first byte, or the handshake, to the end of the headers [10000] */
	int idle_ms;                   /* between requests [60000] */
	int body_rate;                 /* bytes a second a body must come at, and an answer be taken at, after head_ms [1024] */
	int stop_ms;                   /* how long http_stop waits for requests in flight [30000] */
	const char *spool_dir;         /* where large uploads lie, encrypted and unlinked [/tmp] */
	/* Largest body for a path, asked before it is read; NULL or 0: none may come. */
	size_t (*body_limit)(void *self, enum http_method method, const char *path);
	void (*handle)(void *self, struct http_request *rq);
	void *(*thread_start)(void *self);   /* what a pool thread keeps, made on its first request: http_thread() */
	void (*thread_end)(void *of_thread);
	void *self;
};

struct http_server;
/* Texts in `o` must outlive the server; SIGPIPE is ignored from here on. INVALID: the settings; BROKEN: the address is taken. */
const struct fault *http_start(struct arena *a, const struct http_options *o, struct http_server **out) MUST;
/* Takes no more, waits for those in flight, then ends; what is still unanswered gets 503 and may be answered into the void. */
void http_stop(struct http_server *s);
uint16_t http_port(const struct http_server *s);
void *http_thread(void); /* in a handler: what thread_start gave this pool thread */

#endif
