/* keeper.c - keeps the open sockets: each has a moment at which it is cut off, moved on by what its browser does (R32), since the
 * library's own timeout is renewed by every byte. It cuts by shutdown() alone: only the library closes a socket. It also reads on
 * a little after a refusal, because a socket closed with bytes unread takes the answer back before the browser has seen it. */
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "http/inside.h"

int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void connection_until(struct connection *c, int64_t deadline)
{
	atomic_store_explicit(&c->deadline, deadline, memory_order_relaxed);
}

/* ---- Reading on after a refusal ---- */

static void keep_reading(struct keeper *k, int fd, int ms)
{
	if (k->lingerers == LINGERERS || k->ending)
		return;
	fd = dup(fd);
	if (fd < 0)
		return;
	k->lingering[k->lingerers++] = (struct lingerer){ fd, now_ms() + ms };
	eventfd_write(k->wake, 1);
}

static bool more_may_come(const struct connection *c)
{
	char byte;
	ssize_t n = recv(c->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);

	return n > 0 || (n < 0 && c->linger);
}

/* Throw away what came; false at the end. */
static bool read_on(const struct lingerer *l)
{
	char waste[16 << 10];
	ssize_t n = 0;

	for (int i = 0; i < 16; i++) {
		n = recv(l->fd, waste, sizeof waste, MSG_DONTWAIT);
		if (n <= 0)
			break;
	}
	return n != 0 && now_ms() < l->until;
}

static void read_on_all(struct keeper *k)
{
	for (int i = 0; i < k->lingerers; i++) {
		if (read_on(&k->lingering[i]) && !k->ending)
			continue;
		close(k->lingering[i].fd);
		k->lingering[i--] = k->lingering[--k->lingerers];
	}
}

/* ---- The table ---- */

static void opened(struct http_server *s, struct MHD_Connection *mhd, void **context)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CONNECTION_FD);
	struct keeper *k = &s->keeper;
	struct connection *c = calloc(1, sizeof *c);

	if (!c)
		abort();
	c->fd = info->connect_fd;
	c->linger = true;
	connection_until(c, now_ms() + s->o.head_ms);
	*context = c;
	pthread_mutex_lock(&k->mutex);
	c->after = k->first;
	if (k->first)
		k->first->before = c;
	k->first = c;
	pthread_mutex_unlock(&k->mutex);
}

static void closed(struct http_server *s, struct connection *c)
{
	struct keeper *k = &s->keeper;
	bool more = more_may_come(c);

	pthread_mutex_lock(&k->mutex);
	if (c->before)
		c->before->after = c->after;
	else
		k->first = c->after;
	if (c->after)
		c->after->before = c->before;
	if (more)
		keep_reading(k, c->fd, s->o.head_ms);
	pthread_mutex_unlock(&k->mutex);
	free(c);
}

void keeper_note(void *server, struct MHD_Connection *mhd, void **context, enum MHD_ConnectionNotificationCode what)
{
	if (what == MHD_CONNECTION_NOTIFY_STARTED)
		opened(server, mhd, context);
	else if (*context)
		closed(server, *context);
}

void keeper_begin(struct http_server *s, struct connection *c, struct http_inside *in)
{
	struct keeper *k = &s->keeper;

	c->linger = true;
	connection_until(c, now_ms() + s->o.head_ms);
	pthread_mutex_lock(&k->mutex);
	c->request = in;
	k->in_flight++;
	pthread_mutex_unlock(&k->mutex);
}

void keeper_finish(struct http_server *s, struct connection *c)
{
	struct keeper *k = &s->keeper;

	connection_until(c, now_ms() + s->o.idle_ms);
	pthread_mutex_lock(&k->mutex);
	c->request = NULL;
	if (--k->in_flight == 0)
		pthread_cond_broadcast(&k->calm);
	pthread_mutex_unlock(&k->mutex);
}

/* ---- The thread ---- */

static void cut_the_late(struct keeper *k)
{
	int64_t now = now_ms();

	for (struct connection *c = k->first; c; c = c->after) {
		int64_t deadline = atomic_load_explicit(&c->deadline, memory_order_relaxed);

		if (deadline && now >= deadline)
			shutdown(c->fd, SHUT_RDWR);
	}
}

static void *keep(void *server)
{
	struct keeper *k = &((struct http_server *)server)->keeper;
	struct pollfd watched[LINGERERS + 1] = { { .fd = k->wake, .events = POLLIN } };
	bool ending = false;
	eventfd_t told;
	int n = 0;

	while (!ending) {
		poll(watched, (nfds_t)n + 1, k->tick_ms);
		eventfd_read(k->wake, &told);
		pthread_mutex_lock(&k->mutex);
		cut_the_late(k);
		read_on_all(k);
		for (n = 0; n < k->lingerers; n++)
			watched[n + 1] = (struct pollfd){ .fd = k->lingering[n].fd, .events = POLLIN };
		ending = k->ending;
		pthread_mutex_unlock(&k->mutex);
	}
	return NULL;
}

bool keeper_start(struct http_server *s)
{
	struct keeper *k = &s->keeper;
	pthread_condattr_t attr;

	pthread_mutex_init(&k->mutex, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&k->calm, &attr);
	pthread_condattr_destroy(&attr);
	k->tick_ms = s->o.head_ms / 10 + 1;
	k->wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	return k->wake >= 0 && pthread_create(&k->thread, NULL, keep, s) == 0;
}

/* Wait until no request is in flight, at most `ms`. The mutex is held. */
static bool wait_for_calm(struct keeper *k, int ms)
{
	int64_t until = now_ms() + ms;
	struct timespec t = { .tv_sec = until / 1000, .tv_nsec = until % 1000 * 1000000 };
	int late = 0;

	while (k->in_flight && !late)
		late = pthread_cond_timedwait(&k->calm, &k->mutex, &t);
	return !k->in_flight;
}

static void abandon_the_suspended(struct keeper *k)
{
	for (struct connection *c = k->first; c; c = c->after) {
		enum request_state was = REQUEST_SUSPENDED;

		if (c->request && atomic_compare_exchange_strong(&c->request->state, &was, REQUEST_ABANDONED))
			MHD_resume_connection(c->request->mhd);
		else
			shutdown(c->fd, SHUT_RDWR);
	}
}

void keeper_drain(struct http_server *s, int ms)
{
	struct keeper *k = &s->keeper;

	pthread_mutex_lock(&k->mutex);
	while (!wait_for_calm(k, ms)) {
		abandon_the_suspended(k);
		ms = 1000;
	}
	pthread_mutex_unlock(&k->mutex);
}

void keeper_stop(struct http_server *s)
{
	struct keeper *k = &s->keeper;

	pthread_mutex_lock(&k->mutex);
	k->ending = true;
	pthread_mutex_unlock(&k->mutex);
	eventfd_write(k->wake, 1);
	pthread_join(k->thread, NULL);
	close(k->wake);
	pthread_mutex_destroy(&k->mutex);
	pthread_cond_destroy(&k->calm);
}
