/* http_rig_test.c - what the tests of http/ share: a server in this process and raw sockets to talk to it. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/http_rig.h"

enum { HELD_MOST = 256 };

/* Requests that a handler has suspended, until the test lets them go. */
static struct {
	pthread_mutex_t mutex;
	pthread_cond_t more;
	struct http_request *held[HELD_MOST];
	int count;
	int ended; /* requests for /huge whose answers have left, or never will */
} shelf = { .mutex = PTHREAD_MUTEX_INITIALIZER, .more = PTHREAD_COND_INITIALIZER };

atomic_int threads_started, threads_ended;

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

void wait_for_held(int n)
{
	pthread_mutex_lock(&shelf.mutex);
	while (shelf.count < n)
		pthread_cond_wait(&shelf.more, &shelf.mutex);
	pthread_mutex_unlock(&shelf.mutex);
}

void let_go(void)
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

static void huge_ended(void *nothing)
{
	(void)nothing;
	pthread_mutex_lock(&shelf.mutex);
	shelf.ended++;
	pthread_cond_signal(&shelf.more);
	pthread_mutex_unlock(&shelf.mutex);
}

void wait_for_huge(void)
{
	pthread_mutex_lock(&shelf.mutex);
	while (!shelf.ended)
		pthread_cond_wait(&shelf.more, &shelf.mutex);
	shelf.ended = 0;
	pthread_mutex_unlock(&shelf.mutex);
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
	} else if (strcmp(rq->path, "/huge") == 0) {
		arena_defer(rq->a, huge_ended, NULL);
		http_answer_stream(rq, 200, HTTP_TEXT, HUGE_ANSWER, letters, NULL);
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

struct http_options rig_options(void)
{
	return (struct http_options){ .body_limit = body_limit, .handle = handle, .thread_start = thread_start,
		.thread_end = thread_end };
}

struct http_server *serve(struct test *t, const struct http_options *o)
{
	struct http_server *s;

	expect_fine(http_start(t->a, o, &s));
	return s;
}

struct http_server *serve_plainly(struct test *t)
{
	struct http_options o = rig_options();

	return serve(t, &o);
}

/* ---- The other end ---- */

int dial(const struct http_server *s)
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

void say_n(int fd, const char *bytes, size_t n)
{
	while (n) {
		ssize_t sent = send(fd, bytes, n, MSG_NOSIGNAL);

		if (sent <= 0)
			return; /* cut off: what came back says why */
		bytes += sent;
		n -= (size_t)sent;
	}
}

void say_text(int fd, const char *text)
{
	say_n(fd, text, strlen(text));
}

/* What comes until the connection is closed; "" if it was cut or nothing came. Closes it. */
const char *hear(struct test *t, int fd)
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
const char *hear_until(struct test *t, int fd, const char *end)
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

const char *ask_n(struct test *t, const struct http_server *s, const char *bytes, size_t n)
{
	int fd = dial(s);

	say_n(fd, bytes, n);
	return hear(t, fd);
}

const char *ask(struct test *t, const struct http_server *s, const char *text)
{
	return ask_n(t, s, text, strlen(text));
}

const char *wire_get(struct test *t, const struct http_server *s, const char *target)
{
	return ask(t, s, arena_printf(t->a, "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", target));
}

const char *post_n(struct test *t, const struct http_server *s, const char *target, const char *type, const char *body, size_t n)
{
	struct buf b = buf_new(t->a);

	buf_printf(&b, "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: "
		"%zu\r\n\r\n", target, type, n);
	buf_add_n(&b, body, n);
	return ask_n(t, s, b.data, b.len);
}

const char *wire_post(struct test *t, const struct http_server *s, const char *type, const char *body)
{
	return post_n(t, s, "/echo", type, body, strlen(body));
}

const char *many(struct test *t, const char *one, int n)
{
	struct buf b = buf_new(t->a);

	for (int i = 0; i < n; i++)
		buf_add(&b, one);
	return buf_text(&b);
}
