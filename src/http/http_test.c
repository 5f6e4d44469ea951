/* http_test.c - a server in this process, talked to over raw sockets: what it refuses, what it reads, and what it does meanwhile.
 * Nothing sleeps: a connection that must be cut is read until it is. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/form.h"
#include "tests/test.h"

enum { HELD_MOST = 256 };

/* Requests that a handler has suspended, until the test lets them go. */
static struct {
	pthread_mutex_t mutex;
	pthread_cond_t more;
	struct http_request *held[HELD_MOST];
	int count;
} shelf = { .mutex = PTHREAD_MUTEX_INITIALIZER, .more = PTHREAD_COND_INITIALIZER };

static atomic_int threads_started, threads_ended;

static const struct http_asset ASSETS[] = {
	{ "/assets/app.1a2b.css", "text/css; charset=utf-8", (const unsigned char *)"body{}", 6, "\"1a2b\"" },
	{ "/assets/app.3c4d.js", "text/javascript; charset=utf-8", (const unsigned char *)"go()", 4, "\"3c4d\"" },
};

static void shelve(struct http_request *rq)
{
	pthread_mutex_lock(&shelf.mutex);
	http_suspend(rq);
	shelf.held[shelf.count++] = rq;
	pthread_cond_signal(&shelf.more);
	pthread_mutex_unlock(&shelf.mutex);
}

static void wait_for_held(int n)
{
	pthread_mutex_lock(&shelf.mutex);
	while (shelf.count < n)
		pthread_cond_wait(&shelf.more, &shelf.mutex);
	pthread_mutex_unlock(&shelf.mutex);
}

static void let_go(void)
{
	pthread_mutex_lock(&shelf.mutex);
	while (shelf.count)
		http_answer(shelf.held[--shelf.count], 200, HTTP_TEXT, "let go", 6);
	pthread_mutex_unlock(&shelf.mutex);
}

static void say(struct http_request *rq, struct buf *b)
{
	http_answer(rq, 200, HTTP_TEXT, buf_text(b), b->len);
}

static void *answer_elsewhere(void *request)
{
	http_add_header(request, "X-Thread", "another");
	http_answer(request, 200, HTTP_TEXT, "from another thread", 19);
	return NULL;
}

/* Everything that was read, one a line. */
static void echo(struct http_request *rq)
{
	const struct http_values *params = http_params(rq);
	struct buf b = buf_new(rq->a);

	buf_printf(&b, "path=%s\nhost=%s\npeer=%s\nparams=%zu\n", rq->path, rq->host, rq->peer, params->count);
	for (size_t i = 0; i < params->count && i < 20; i++)
		buf_printf(&b, "[%s]=[%s]\n", params->item[i].name, params->item[i].value);
	for (const struct http_file *f = rq->files; f; f = f->next) {
		unsigned char sum = 0, bytes[1000];
		uint64_t at = 0;
		ssize_t n;

		for (; (n = http_file_read(f, at, bytes, sizeof bytes)) > 0; at += (uint64_t)n)
			for (ssize_t i = 0; i < n; i++)
				sum = (unsigned char)(sum * 31 + bytes[i]);
		buf_printf(&b, "file %s name=%s type=%s size=%llu read=%llu sum=%d\n", f->field, f->name, f->type,
			(unsigned long long)f->size, (unsigned long long)at, sum);
	}
	if (rq->body)
		buf_printf(&b, "body=%zu\n", rq->body_length);
	for (size_t i = 0; i < rq->cookies.count && i < 5; i++)
		buf_printf(&b, "cookie %s=%s\n", rq->cookies.item[i].name, rq->cookies.item[i].value);
	say(rq, &b);
}

static ssize_t letters(void *self, uint64_t at, char *to, size_t room)
{
	(void)self;
	for (size_t i = 0; i < room; i++)
		to[i] = (char)('a' + (at + i) % 26);
	return (ssize_t)room;
}

static void answer_special(struct http_request *rq)
{
	pthread_t thread;
	int fd;

	if (strcmp(rq->path, "/elsewhere") == 0) {
		http_suspend(rq);
		pthread_create(&thread, NULL, answer_elsewhere, rq);
		pthread_detach(thread);
	} else if (strcmp(rq->path, "/hold") == 0) {
		shelve(rq);
	} else if (strcmp(rq->path, "/greedy") == 0) {
		for (;;)
			arena_alloc(rq->a, 1 << 20);
	} else if (strcmp(rq->path, "/stream") == 0) {
		http_answer_stream(rq, 200, HTTP_TEXT, 300000, letters, NULL);
	} else if (strcmp(rq->path, "/descriptor") == 0) {
		fd = open("/dev/shm", O_TMPFILE | O_RDWR, 0600);
		http_answer_fd(rq, 200, HTTP_TEXT, fd, (uint64_t)pwrite(fd, "from a file", 11, 0));
	} else if (strcmp(rq->path, "/go") == 0) {
		http_set_cookie(rq, "session", "abc", -1);
		http_set_cookie(rq, "old", "", 0);
		http_add_header(rq, "X-Bad", "a\r\nSet-Cookie: stolen=1");
		http_redirect(rq, "/pupils");
	} else if (strcmp(rq->path, "/busy") == 0) {
		http_refuse(rq, 503);
	}
}

static void handle(void *self, struct http_request *rq)
{
	(void)self;
	if (http_thread() != &threads_started)
		abort();
	if (strncmp(rq->path, "/echo", 5) == 0)
		echo(rq);
	else if (!http_answer_asset(rq, ASSETS, sizeof ASSETS / sizeof *ASSETS))
		answer_special(rq);
}

static size_t body_limit(void *self, enum http_method method, const char *path)
{
	(void)self, (void)method;
	if (strcmp(path, "/echo/small") == 0)
		return 1000;
	return strncmp(path, "/echo", 5) == 0 ? HTTP_UPLOAD_MOST : 0;
}

static void *thread_start(void *self)
{
	(void)self;
	threads_started++;
	return &threads_started;
}

static void thread_end(void *thread)
{
	(void)thread;
	threads_ended++;
}

static struct http_options options(void)
{
	return (struct http_options){ .body_limit = body_limit, .handle = handle, .thread_start = thread_start, .thread_end = thread_end };
}

static struct http_server *serve(struct test *t, const struct http_options *o)
{
	struct http_server *s;

	expect_fine(http_start(t->a, o, &s));
	return s;
}

static struct http_server *serve_plainly(struct test *t)
{
	struct http_options o = options();

	return serve(t, &o);
}

/* ---- The other end ---- */

static int dial(const struct http_server *s)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons(http_port(s)), .sin_addr = { htonl(INADDR_LOOPBACK) } };
	struct timeval patience = { .tv_sec = 20 };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	if (connect(fd, (struct sockaddr *)&at, sizeof at))
		abort();
	return fd;
}

static void say_n(int fd, const char *bytes, size_t n)
{
	while (n) {
		ssize_t sent = send(fd, bytes, n, MSG_NOSIGNAL);

		if (sent <= 0)
			return; /* cut off: what came back says why */
		bytes += sent;
		n -= (size_t)sent;
	}
}

static void say_text(int fd, const char *text)
{
	say_n(fd, text, strlen(text));
}

/* What comes until the connection is closed; "" if it was cut or nothing came. Closes it. */
static const char *hear(struct test *t, int fd)
{
	struct buf b = buf_new(t->a);
	char bytes[4096];
	ssize_t n;

	while ((n = recv(fd, bytes, sizeof bytes, 0)) > 0)
		buf_add_n(&b, bytes, (size_t)n);
	if (n < 0 && !b.len)
		buf_add(&b, "(nothing, and no end)");
	close(fd);
	return buf_text(&b);
}

/* One answer of a connection that stays open: up to and with `end`. */
static const char *hear_until(struct test *t, int fd, const char *end)
{
	struct buf b = buf_new(t->a);
	char byte;

	while (recv(fd, &byte, 1, 0) == 1) {
		buf_add_c(&b, byte);
		if (b.len >= strlen(end) && strcmp(b.data + b.len - strlen(end), end) == 0)
			break;
	}
	return buf_text(&b);
}

static const char *ask_n(struct test *t, const struct http_server *s, const char *bytes, size_t n)
{
	int fd = dial(s);

	say_n(fd, bytes, n);
	return hear(t, fd);
}

static const char *ask(struct test *t, const struct http_server *s, const char *text)
{
	return ask_n(t, s, text, strlen(text));
}

static const char *get(struct test *t, const struct http_server *s, const char *target)
{
	return ask(t, s, arena_printf(t->a, "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", target));
}

static const char *post_n(struct test *t, const struct http_server *s, const char *target, const char *type, const char *body, size_t n)
{
	struct buf b = buf_new(t->a);

	buf_printf(&b, "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %zu\r\n\r\n",
		target, type, n);
	buf_add_n(&b, body, n);
	return ask_n(t, s, b.data, b.len);
}

static const char *post(struct test *t, const struct http_server *s, const char *type, const char *body)
{
	return post_n(t, s, "/echo", type, body, strlen(body));
}

#define FORM "application/x-www-form-urlencoded"
#define PARTS "multipart/form-data; boundary=xYzZY"

#define expect_status(answer, want)                                                                              \
	do {                                                                                                     \
		const char *answer_ = (answer);                                                                  \
		if (strncmp(answer_, "HTTP/1.1 " want, 12) != 0)                                                 \
			test_fail(t, __FILE__, __LINE__, "%s: \"%.60s\", expected %s", #answer, answer_, want);   \
	} while (0)

/* ---- What is answered ---- */

TEST(a_page_carries_the_security_headers_and_is_not_kept)
{
	struct http_server *s = serve_plainly(t);
	const char *page = get(t, s, "/echo");

	expect_status(page, "200");
	expect_has(page, "Content-Security-Policy: default-src 'none'; script-src 'self';");
	expect_has(page, "X-Content-Type-Options: nosniff\r\n");
	expect_has(page, "Referrer-Policy: no-referrer\r\n");
	expect_has(page, "Cross-Origin-Opener-Policy: same-origin\r\n");
	expect_has(page, "Cross-Origin-Resource-Policy: same-origin\r\n");
	expect_has(page, "Cache-Control: no-store\r\n");
	expect_has(page, "Content-Type: text/plain; charset=utf-8\r\n");
	expect_lacks(page, "Strict-Transport-Security");
	expect_has(page, "peer=127.0.0.1\n");
	http_stop(s);
}

TEST(head_is_answered_as_get_without_the_body)
{
	struct http_server *s = serve_plainly(t);
	const char *head = ask(t, s, "HEAD /assets/app.3c4d.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

	expect_status(head, "200");
	expect_has(head, "Content-Length: 4\r\n");
	expect_lacks(head, "go()");
	http_stop(s);
}

TEST(an_asset_is_kept_for_ever_and_not_sent_twice)
{
	struct http_server *s = serve_plainly(t);
	const char *first = get(t, s, "/assets/app.1a2b.css"), *again;

	expect_status(first, "200");
	expect_has(first, "Cache-Control: public, max-age=31536000, immutable\r\n");
	expect_has(first, "ETag: \"1a2b\"\r\n");
	expect_has(first, "body{}");
	expect_lacks(first, "no-store");
	again = ask(t, s, "GET /assets/app.1a2b.css HTTP/1.1\r\nHost: x\r\nIf-None-Match: W/\"1a2b\"\r\nConnection: close\r\n\r\n");
	expect_status(again, "304");
	expect_lacks(again, "body{}");
	http_stop(s);
}

TEST(an_answer_can_be_streamed_or_come_from_a_descriptor)
{
	struct http_server *s = serve_plainly(t);
	const char *stream = get(t, s, "/stream"), *file = get(t, s, "/descriptor");

	expect_has(stream, "Content-Length: 300000\r\n");
	expect_int(strlen(strstr(stream, "\r\n\r\n") + 4), 300000);
	expect_has(stream, "xyzabc");
	expect_has(file, "Content-Length: 11\r\n");
	expect_has(file, "\r\n\r\nfrom a file");
	http_stop(s);
}

TEST(a_redirect_sets_host_cookies_and_no_header_the_client_chose)
{
	struct http_server *s = serve_plainly(t);
	const char *page = get(t, s, "/go");

	expect_status(page, "303");
	expect_has(page, "Location: /pupils\r\n");
	expect_has(page, "Set-Cookie: __Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax\r\n");
	expect_has(page, "Set-Cookie: __Host-old=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0\r\n");
	expect_lacks(page, "stolen");
	http_stop(s);
}

TEST(a_handler_that_is_over_its_memory_ends_alone)
{
	struct http_server *s = serve_plainly(t);

	expect_status(get(t, s, "/greedy"), "503");
	expect_has(get(t, s, "/greedy"), "Retry-After: 5\r\n");
	expect_status(get(t, s, "/echo"), "200");
	http_stop(s);
}

TEST(a_handler_that_does_not_answer_is_a_plain_500)
{
	struct http_server *s = serve_plainly(t);

	expect_status(get(t, s, "/nothing"), "500");
	http_stop(s);
}

/* ---- What is refused in the head ---- */

#define GET(target, headers) "GET " target " HTTP/1.1\r\nHost: localhost\r\n" headers "\r\n"
#define POST(headers, body) "POST /echo HTTP/1.1\r\nHost: localhost\r\n" headers "\r\n" body
#define SMUGGLED "GET /assets/app.3c4d.js HTTP/1.1\r\nHost: localhost\r\n\r\n"

TEST(requests_that_two_readers_could_read_differently_are_refused_and_closed)
{
	static const char *const BAD[] = {
		POST("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Content-Length: 0\r\nContent-Length: 4\r\n", "a=bc" SMUGGLED),
		POST("Content-Length: 4\r\nContent-Length: 4\r\n", "a=bc" SMUGGLED),
		POST("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Content-Length : 4\r\n", "a=bc" SMUGGLED),
		GET("/echo", "Content-Length: 4\r\n") "a=bc" SMUGGLED,
		GET("/echo", "Host: other\r\n") SMUGGLED,
		GET("/echo", "X-Fold: one\r\n two\r\n") SMUGGLED,
		GET("/echo", "X-Bare: one\nX-Second: two\r\n") SMUGGLED,
		GET("/echo", "X-Bare: one\rX-Second: two\r\n") SMUGGLED,
		GET("/echo", "X-Bell: \a\r\n") SMUGGLED,
		GET("/echo", "X Space: 1\r\n") SMUGGLED,
		GET("/echo", "No colon\r\n") SMUGGLED,
		"GET /echo HTTP/1.1\nHost: localhost\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1\r\nHost: localhost\r\n\n" SMUGGLED,
		"GET  /echo HTTP/1.1\r\nHost: localhost\r\n\r\n" SMUGGLED,
		"GET /echo  HTTP/1.1\r\nHost: localhost\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1 \r\nHost: localhost\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1\r\nHost: a b\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1\r\nHost: school.example:99999\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.2\r\nHost: localhost\r\n\r\n" SMUGGLED,
	};
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
		const char *answer = ask(t, s, BAD[i]);

		if (!answer[0]) /* closed without a word: the library, about a request line it does not understand */
			continue;
		if (strncmp(answer, "HTTP/1.1 400", 12) != 0 || strstr(answer, "go()") || !strcasestr(answer, "Connection: close"))
			test_fail(t, __FILE__, __LINE__, "number %zu: %.200s", i, answer);
	}
	expect_status(get(t, s, "/echo"), "200");
	http_stop(s);
}

TEST(a_nul_in_the_head_is_refused_wherever_it_stands)
{
	static const char VALUE[] = GET("/echo", "X-Nul: a\0b\r\n"), NAME[] = GET("/echo", "X-N\0ul: a\r\n");
	static const char TARGET[] = GET("/ec\0ho", ""), HIDDEN[] = GET("/echo", "X-Nul: a\0\0X-Forged: b\r\n");
	static const char LAST[] = GET("/echo", "X-Nul: a\0\r\n"), COLON[] = GET("/echo", "X-Nul\0a\r\n");
	struct http_server *s = serve_plainly(t);

	expect_status(ask_n(t, s, VALUE, sizeof VALUE - 1), "400");
	expect_status(ask_n(t, s, NAME, sizeof NAME - 1), "400");
	expect_status(ask_n(t, s, TARGET, sizeof TARGET - 1), "400");
	expect_status(ask_n(t, s, HIDDEN, sizeof HIDDEN - 1), "400");
	expect_status(ask_n(t, s, LAST, sizeof LAST - 1), "400");
	expect_status(ask_n(t, s, COLON, sizeof COLON - 1), "400");
	http_stop(s);
}

TEST(lengths_that_are_no_plain_number_are_refused)
{
	static const char *const LENGTHS[] = { "-1", "+5", "0x10", "5,5", "5 5", "", "1e3" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++)
		expect_status(ask(t, s, arena_printf(t->a, POST("Content-Length: %s\r\n", "a=b"), LENGTHS[i])), "400");
	expect_status(ask(t, s, POST("Content-Length: 99999999999999999999\r\n", "a=b")), "413");
	expect_status(ask(t, s, POST("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\na")), "413");
	expect_status(ask(t, s, POST("Transfer-Encoding: chunked\r\n", "zz\r\na=b\r\n0\r\n\r\n")), "400");
	http_stop(s);
}

static const char *many(struct test *t, const char *one, int n)
{
	struct buf b = buf_new(t->a);

	for (int i = 0; i < n; i++)
		buf_add(&b, one);
	return buf_text(&b);
}

TEST(a_head_has_a_largest_size_and_a_largest_number_of_headers)
{
	struct http_server *s = serve_plainly(t);
	const char *large = many(t, "0123456789", 1500);
	int fd = dial(s);

	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "%s"), many(t, "X-A: b\r\n", 120))), "431");
	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "X-A: %s%s\r\n"), large, large)), "431");
	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "X-A: %s\r\n"), many(t, large, 6))), "431");
	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "Connection: close\r\nX-A: %s\r\n"), large)), "200");
	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "Cookie: %s\r\n"), many(t, "a=b; ", 200))), "431");
	expect_status(get(t, s, arena_printf(t->a, "/%.8192s", large)), "414");
	/* the same large head, in small pieces: what the library moves about in its memory must not look forged */
	say_text(fd, "GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
	for (int i = 0; i < 50; i++)
		say_text(fd, arena_printf(t->a, "X-%d: %.200s\r\n", i, large));
	say_text(fd, "\r\n");
	expect_status(hear(t, fd), "200");
	http_stop(s);
}

TEST(methods_other_than_get_head_and_post_are_405)
{
	static const char *const METHODS[] = { "TRACE", "TRACK", "CONNECT", "PROPFIND", "PATCH", "PUT", "DELETE", "OPTIONS", "get" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof METHODS / sizeof *METHODS; i++) {
		const char *answer = ask(t, s, arena_printf(t->a, "%s /echo HTTP/1.1\r\nHost: localhost\r\n\r\n", METHODS[i]));

		expect_status(answer, "405");
		expect_has(answer, "Allow: GET, HEAD, POST\r\n");
	}
	http_stop(s);
}

TEST(a_path_is_plain_or_there_is_no_such_page)
{
	static const char *const NONE[] = { "/../../../etc/passwd", "/static/..%2f..%2fetc/passwd", "/static/%2e%2e/%2e%2e/etc",
		"/static/..", "/./x", "/static/..\\..\\x", "/static/..%5c", "/static//etc/passwd", "//evil.example/", "/a%2fb" };
	static const char *const BAD[] = { "/static/app.css%00.png", "/%C0%A7", "/%ff%fe", "/%ED%A0%80", "/%ZZ", "/100%", "/a%0ab",
		"/echo?a=%00", "/echo?a=%C0%A7", "/echo?a=%", "/echo?a=%4", "/echo?%00=1", "x", "*" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
		expect_status(get(t, s, NONE[i]), "404");
	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
		expect_status(get(t, s, BAD[i]), "400");
	expect_status(get(t, s, "http://other.example/echo"), "421");
	expect_has(get(t, s, "/echo/%E2%80%AE%20x+y?q=a+b%2Bc"), "path=/echo/\u202e x+y\n");
	expect_has(get(t, s, "/echo?q=a+b%2Bc&empty&q=2"), "params=3\n[q]=[a b+c]\n[empty]=[]\n[q]=[2]\n");
	http_stop(s);
}

TEST(only_the_names_we_answer_to_are_served)
{
	static const char *const HOSTS[] = { "school.example", NULL };
	struct http_options o = options();
	struct http_server *s;

	o.hosts = HOSTS;
	s = serve(t, &o);
	expect_status(get(t, s, "/echo"), "421");
	expect_status(ask(t, s, "GET /echo HTTP/1.1\r\nHost: School.Example:8443\r\nConnection: close\r\n\r\n"), "200");
	http_stop(s);
}

TEST(forwarded_headers_are_believed_from_the_proxy_only)
{
	const char *request = GET("/echo", "X-Forwarded-For: 10.9.9.9, 192.0.2.7\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n");
	struct http_options o = options();
	struct http_server *plain = serve(t, &o), *behind;

	o.proxy = "127.0.0.1";
	behind = serve(t, &o);
	expect_has(ask(t, plain, request), "peer=127.0.0.1\n");
	expect_lacks(ask(t, plain, request), "Strict-Transport-Security");
	expect_has(ask(t, behind, request), "peer=192.0.2.7\n");
	expect_has(ask(t, behind, request), "Strict-Transport-Security: max-age=31536000\r\n");
	http_stop(plain);
	http_stop(behind);
}

TEST(cookies_are_read_and_doubles_can_be_seen)
{
	struct http_server *s = serve_plainly(t);

	expect_has(ask(t, s, GET("/echo", "Cookie: a=1; __Host-session=x=y;  a=2; odd\r\nConnection: close\r\n")),
		"cookie a=1\ncookie __Host-session=x=y\ncookie a=2\n");
	http_stop(s);
}

/* ---- Bodies ---- */

TEST(a_form_is_decoded_once)
{
	struct http_server *s = serve_plainly(t);

	expect_has(post(t, s, FORM, "name=O%27Neil+%C3%93&note=%2541&note=b&none=&&x"), "params=5\n[name]=[O'Neil \u00d3]\n"
		"[note]=[%41]\n[note]=[b]\n[none]=[]\n[x]=[]\n");
	expect_has(post(t, s, FORM "; charset=utf-8", ""), "params=0\n");
	expect_has(post_n(t, s, "/echo?a=1", FORM, "b=2", 3), "params=1\n[b]=[2]\n");
	http_stop(s);
}

TEST(a_malformed_form_is_refused)
{
	static const char *const BAD[] = { "a=%00", "a=%ZZ", "a=%", "a=b%f", "a=%ED%A0%80", "a=%C3", "%00=1", "=1", "a%0a=1", "a=\xff" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
		expect_status(post(t, s, FORM, BAD[i]), "400");
	expect_status(post_n(t, s, "/echo", FORM, "a=\0b", 4), "400");
	expect_has(post(t, s, FORM, many(t, "a=1&", 1000)), "params=1000\n");
	expect_status(post(t, s, FORM, many(t, "a=1&", 1001)), "413");
	expect_status(post(t, s, FORM, many(t, "long", 1000)), "413");
	http_stop(s);
}

TEST(a_body_over_its_routes_limit_is_refused_before_it_is_read)
{
	struct http_server *s = serve_plainly(t);
	const char *ten_mb = many(t, many(t, "a", 1000), 10000);

	expect_status(ask(t, s, "POST /echo/small HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\nExpect: 100-continue\r\n\r\n"), "413");
	expect_status(ask(t, s, "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n"), "413");
	expect_status(post_n(t, s, "/echo/small", FORM, ten_mb, strlen(ten_mb)), "413"); /* and the sender gets to see it */
	expect_status(ask(t, s, arena_printf(t->a, "POST /echo/small HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
		"400\r\n%.1024s\r\n400\r\n%.1024s\r\n0\r\n\r\n", ten_mb, ten_mb)), "413");
	expect_status(post_n(t, s, "/echo/small", FORM, ten_mb, 1000), "413"); /* its one name is too long */
	expect_status(post_n(t, s, "/echo/small", "application/json", ten_mb, 1000), "200");
	expect_status(post_n(t, s, "/echo/small", "application/json", ten_mb, 1001), "413");
	http_stop(s);
}

TEST(a_chunked_body_is_read_and_a_body_that_is_no_form_is_kept)
{
	struct http_server *s = serve_plainly(t);

	expect_has(ask(t, s, POST("Connection: close\r\nContent-Type: " FORM "\r\nTransfer-Encoding: chunked\r\n",
		"3\r\na=b\r\n2\r\n&c\r\n0\r\n\r\n")), "params=2\n[a]=[b]\n[c]=[]\n");
	expect_has(post_n(t, s, "/echo", "application/json", "{\"a\":\"\0\"}", 9), "params=0\nbody=9\n");
	expect_status(ask(t, s, POST("Content-Encoding: gzip\r\nContent-Length: 3\r\n", "abc")), "415");
	expect_has(ask(t, s, POST("Connection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n", "abc")), "HTTP/1.1 100 Continue");
	http_stop(s);
}

#define PART(disposition, rest) "--xYzZY\r\nContent-Disposition: form-data; " disposition "\r\n" rest "\r\n"
#define LAST_PART "--xYzZY--\r\n"

TEST(a_multipart_form_gives_fields_and_files)
{
	struct http_server *s = serve_plainly(t);
	const char *answer = post(t, s, PARTS, PART("name=\"note\"", "\r\nline 1\r\n--xYz\r\n")
		PART("name=\"empty\"", "\r\n")
		PART("name=\"doc\"; filename=\"C:\\fake\\..\\Ll\u0177r report.pdf\"", "Content-Type: application/pdf\r\n\r\n%PDF")
		PART("name=\"doc\"; filename=\"/etc/cron.d/\"", "\r\nx")
		PART("name=\"none\"; filename=\"\"", "Content-Type: application/octet-stream\r\n\r\n")
		PART("name=\"nothing_in_it\"; filename=\"a.txt\"", "\r\n") LAST_PART);

	expect_has(answer, "params=2\n[note]=[line 1\r\n--xYz\r\n]\n[empty]=[]\n");
	expect_has(answer, "file doc name=Ll\u0177r report.pdf type=application/pdf size=4 read=4");
	expect_has(answer, "file doc name= type= size=1 read=1");
	expect_has(answer, "file nothing_in_it name=a.txt type= size=0 read=0");
	expect_lacks(answer, "file none");
	http_stop(s);
}

TEST(a_malformed_multipart_form_is_refused)
{
	static const char *const BODIES[] = { "x", "--xYzZ", "--xYzZY", "--xYzZY\r\n", PART("name=\"a\"", "\r\n1"),
		PART("name=\"a\"", "\r\n1") "--xYzZY", PART("name=\"a\"", "\r\n1") "--xYzZYx--\r\n", PART("name=a; name=b", "\r\n1") LAST_PART,
		PART("filename=\"a\"", "\r\n1") LAST_PART, PART("name=\"\"", "\r\n1") LAST_PART, PART("name=\"a%22b\"", "\r\n1") LAST_PART,
		PART("name=\"a;b\"", "\r\n1") LAST_PART, PART("name=\"a\"b\"", "\r\n1") LAST_PART, PART("name=\"a%0D%0Ab\"", "\r\n1") LAST_PART,
		PART("name=\"a", "\r\n1") LAST_PART, PART("name=\"a\"", "\r\n\xff") LAST_PART, PART("name=\"\xc3\"", "\r\n1") LAST_PART,
		PART("name=\"a\"", " folded\r\n\r\n1") LAST_PART, PART("name=\"a\"", "no colon\r\n\r\n1") LAST_PART,
		PART("name=\"a\"", "Content-Transfer-Encoding: base64\r\n\r\n1") LAST_PART, "--xYzZY\r\nContent-Type: text/plain\r\n\r\n1\r\n" LAST_PART,
		"--xYzZY\r\n\r\n1\r\n" LAST_PART };
	static const char *const TYPES[] = { "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\r\n\"",
		"multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=a<b" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++)
		if (strncmp(post(t, s, PARTS, BODIES[i]), "HTTP/1.1 400", 12) != 0)
			test_fail(t, __FILE__, __LINE__, "body %zu was not refused", i);
	for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
		expect_status(post(t, s, TYPES[i], PART("name=\"a\"", "\r\n1") LAST_PART), "400");
	expect_status(post(t, s, arena_printf(t->a, "multipart/form-data; boundary=%s", many(t, "b", 300)), "x"), "400");
	expect_status(post_n(t, s, "/echo", PARTS, PART("name=\"a\"", "\r\n\0") LAST_PART, sizeof(PART("name=\"a\"", "\r\n\0") LAST_PART) - 1), "400");
	expect_status(post(t, s, PARTS, arena_printf(t->a, "%s" LAST_PART, many(t, PART("name=\"a\"", "\r\n1"), 10000))), "413");
	expect_status(post(t, s, PARTS, arena_printf(t->a, PART("name=\"%s\"", "\r\n1") LAST_PART, many(t, "n", 300))), "413");
	http_stop(s);
}

static char *pattern(struct test *t, size_t n)
{
	char *bytes = arena_alloc(t->a, n + 1);

	for (size_t i = 0; i < n; i++)
		bytes[i] = (char)(i * 7 + i / 251);
	return bytes;
}

static const char *upload(struct test *t, const struct http_server *s, const char *bytes, size_t n)
{
	struct buf b = buf_new(t->a);

	buf_add(&b, "--xYzZY\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.bin\"\r\n\r\n");
	buf_add_n(&b, bytes, n);
	buf_add(&b, "\r\n" LAST_PART);
	return post_n(t, s, "/echo", PARTS, b.data, b.len);
}

TEST(an_upload_comes_back_byte_for_byte_whether_in_memory_or_spooled)
{
	static const size_t SIZES[] = { 1, 63, 4095, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3000001, 40 << 20 };
	struct http_server *s = serve_plainly(t);
	char *bytes = pattern(t, 40 << 20);

	for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
		unsigned char sum = 0;

		for (size_t at = 0; at < SIZES[i]; at++)
			sum = (unsigned char)(sum * 31 + (unsigned char)bytes[at]);
		expect_has(upload(t, s, bytes, SIZES[i]), arena_printf(t->a, "size=%zu read=%zu sum=%d\n", SIZES[i], SIZES[i], sum));
	}
	http_stop(s);
}

TEST(a_spooled_upload_lies_encrypted_and_unlinked)
{
	struct spool *s = spool_open(t->a, t->dir);
	const char *secret = many(t, "a child's own words ", 16); /* 320 bytes, five blocks */
	char back[400];

	expect_stop(s);
	expect(spool_add(s, secret, 320) && spool_add(s, "end", 3));
	expect_int(spool_read(s, 0, back, sizeof back), 323);
	expect(memcmp(back, secret, 320) == 0);
	expect_int(spool_read(s, 319, back, 3), 3);
	expect(memcmp(back, " en", 3) == 0);
	expect_int(spool_read(s, 323, back, 1), 0);
	expect(rmdir(t->dir) == 0); /* nothing is left in it */
}

TEST(form_pieces_of_any_size_give_the_same_form)
{
	static const char BODY[] = PART("name=\"a\"", "\r\n1\r\n-\r\n--xYzZ") PART("name=\"f\"; filename=\"b\"", "\r\n\r\n\r\r\n") LAST_PART;

	for (size_t step = 1; step < sizeof BODY; step++) {
		int status;
		struct form *f = form_new(t->a, PARTS, t->dir, &status);
		struct http_values values = { 0 };
		struct http_file *files = NULL;

		for (size_t at = 0; at < sizeof BODY - 1 && !status; at += step)
			status = form_feed(f, BODY + at, at + step < sizeof BODY ? step : sizeof BODY - 1 - at);
		expect_int(status, 0);
		expect_int(form_end(f, &values, &files), 0);
		expect_text(http_value(&values, "a"), "1\r\n-\r\n--xYzZ");
		expect_stop(files);
		expect_int(files->size, 5);
	}
}

/* ---- Time and company ---- */

TEST(a_suspended_request_is_answered_from_another_thread)
{
	struct http_server *s = serve_plainly(t);

	for (int i = 0; i < 50; i++) {
		const char *answer = get(t, s, "/elsewhere");

		expect_status(answer, "200");
		expect_has(answer, "X-Thread: another\r\n");
		expect_has(answer, "from another thread");
	}
	http_stop(s);
}

TEST(a_connection_serves_one_request_after_another)
{
	struct http_server *s = serve_plainly(t);
	int fd = dial(s);

	for (int i = 0; i < 5; i++) {
		say_text(fd, GET("/assets/app.3c4d.js", ""));
		expect_status(hear_until(t, fd, "go()"), "200");
		say_text(fd, GET("/elsewhere", ""));
		expect_status(hear_until(t, fd, "another thread"), "200");
	}
	say_text(fd, many(t, GET("/assets/app.3c4d.js", ""), 20)); /* all at once */
	for (int i = 0; i < 20; i++)
		expect_status(hear_until(t, fd, "go()"), "200");
	close(fd);
	http_stop(s);
}

TEST(many_connections_at_once_are_all_served_while_others_dawdle)
{
	struct http_server *s = serve_plainly(t);
	int waiting[64], slow[64];

	for (int i = 0; i < 64; i++) {
		slow[i] = dial(s);
		say_text(slow[i], "GET /ec");
		waiting[i] = dial(s);
		say_text(waiting[i], GET("/hold", "Connection: close\r\n"));
	}
	wait_for_held(64);
	expect_status(get(t, s, "/echo"), "200"); /* neither the slow nor the waiting hold up the rest */
	let_go();
	for (int i = 0; i < 64; i++) {
		expect_has(hear(t, waiting[i]), "let go");
		close(slow[i]);
	}
	http_stop(s);
}

TEST(a_whole_school_may_share_one_address_and_no_more_than_that)
{
	struct http_options o = options();
	struct http_server *s;
	int fd[250];

	o.connections_each = 250;
	s = serve(t, &o);
	for (int i = 0; i < 250; i++) {
		fd[i] = dial(s);
		say_text(fd[i], GET("/assets/app.3c4d.js", ""));
		expect_status(hear_until(t, fd[i], "go()"), "200");
	}
	expect_lacks(get(t, s, "/echo"), "HTTP/1.1 200");
	for (int i = 0; i < 250; i++)
		close(fd[i]);
	http_stop(s);
}

TEST(slow_heads_bodies_and_readers_are_cut_off)
{
	struct http_options o = options();
	struct http_server *s;
	int head, body, silent, idle;

	o.head_ms = 100;
	o.idle_ms = 200;
	s = serve(t, &o);
	silent = dial(s);
	head = dial(s);
	say_text(head, "GET /echo HTTP/1.1\r\nHost: local");
	body = dial(s);
	say_text(body, POST("Content-Length: 10000000\r\n", "a=b"));
	idle = dial(s);
	say_text(idle, GET("/assets/app.3c4d.js", ""));
	expect_has(hear(t, idle), "go()"); /* then no second request comes, and the connection ends */
	expect_text(hear(t, silent), "");
	expect_text(hear(t, head), "");
	expect_text(hear(t, body), "");
	expect_status(get(t, s, "/echo"), "200");
	http_stop(s);
}

static void *stop(void *server)
{
	http_stop(server);
	return NULL;
}

TEST(stopping_lets_requests_in_flight_finish)
{
	struct http_server *s = serve_plainly(t);
	int fd[8];
	pthread_t stopper;

	threads_started = threads_ended = 0;
	for (int i = 0; i < 8; i++) {
		fd[i] = dial(s);
		say_text(fd[i], GET("/hold", ""));
	}
	wait_for_held(8);
	pthread_create(&stopper, NULL, stop, s);
	let_go();
	for (int i = 0; i < 8; i++)
		expect_has(hear(t, fd[i]), "let go");
	pthread_join(stopper, NULL);
	expect(threads_started > 0);
	expect_int(threads_ended, threads_started);
}

TEST(stopping_gives_up_what_nobody_answers_and_a_late_answer_does_no_harm)
{
	struct http_options o = options();
	struct http_server *s;
	int fd;

	o.stop_ms = 50;
	s = serve(t, &o);
	fd = dial(s);
	say_text(fd, GET("/hold", ""));
	wait_for_held(1);
	http_stop(s);
	expect_status(hear(t, fd), "503");
	let_go();
}

/* ---- Settings ---- */

TEST(plain_http_is_refused_anywhere_but_on_loopback)
{
	struct http_options o = options();
	struct http_server *s;

	o.address = "0.0.0.0";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.address = "192.0.2.1";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.address = "localhost";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.address = "::1";
	o.certificate = "no key with it";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.key = "no PEM text";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.certificate = o.key = NULL;
	o.address = "0.0.0.0";
	o.proxy = "127.0.0.1";
	s = serve(t, &o);
	http_stop(s);
}

TEST(an_address_that_is_taken_is_a_fault)
{
	struct http_server *first = serve_plainly(t), *second;
	struct http_options o = options();

	o.port = http_port(first);
	expect_fault(http_start(t->a, &o, &second), FAULT_BROKEN);
	http_stop(first);
}
