/* http_rig.h - a server in this process, and raw sockets to talk to it; what the tests of http/ share. Nothing sleeps: a connection
 * that must be cut is read until it is. Its pages: /echo (what was read, one a line; /echo/small takes 1,000 bytes), /hold,
 * /elsewhere, /greedy, /stream, /huge, /descriptor, /go, /busy and two assets; anything else gets no answer from the handler. */
#ifndef HTTP_RIG_H
#define HTTP_RIG_H

#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/form.h"
#include "tests/test.h"

extern atomic_int threads_started, threads_ended; /* by the pool threads' own data */

enum { HUGE_ANSWER = 64 << 20 }; /* bytes of /huge: more than sockets hold */
void wait_for_huge(void);       /* until a request for it has ended, well or not */

/* /hold keeps a request until let_go(). */
void wait_for_held(int n);
void let_go(void);

struct http_options rig_options(void);
struct http_server *serve(struct test *t, const struct http_options *o);
struct http_server *serve_plainly(struct test *t);

int dial(const struct http_server *s);
void say_n(int fd, const char *bytes, size_t n);
void say_text(int fd, const char *text);
const char *hear(struct test *t, int fd); /* all until the connection ends; closes it */
const char *hear_until(struct test *t, int fd, const char *end); /* up to and with `end` */
const char *ask_n(struct test *t, const struct http_server *s, const char *bytes, size_t n);
const char *ask(struct test *t, const struct http_server *s, const char *text);
const char *wire_get(struct test *t, const struct http_server *s, const char *target);
const char *post_n(struct test *t, const struct http_server *s, const char *target, const char *type, const char *body, size_t n);
const char *wire_post(struct test *t, const struct http_server *s, const char *type, const char *body);
const char *many(struct test *t, const char *one, int n);

#define FORM "application/x-www-form-urlencoded"
#define PARTS "multipart/form-data; boundary=xYzZY"

#define expect_status(answer, want)                                                                              \
	do {                                                                                                     \
		const char *answer_ = (answer);                                                                  \
		if (strncmp(answer_, "HTTP/1.1 " want, 12) != 0)                                                 \
			test_fail(t, __FILE__, __LINE__, "%s: \"%.60s\", expected %s", #answer, answer_, want);   \
	} while (0)

#define GET(target, headers) "GET " target " HTTP/1.1\r\nHost: localhost\r\n" headers "\r\n"
#define POST(headers, body) "POST /echo HTTP/1.1\r\nHost: localhost\r\n" headers "\r\n" body

#endif
