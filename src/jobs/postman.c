/* postman.c - processes apart for the talk with mail servers, and the frames that go to them and back. Not here: what a mail looks
 * like (doc/mail.c), how it is handed over (doc/mail_send.c), what is done with the answer (outbox.c).
 *
 * There are two, alike. The program that serves has keys and threads and forks nobody; so when one of the two is gone, the other is
 * sent a line of its own for a new one, and forks it. */
#include "jobs/postman.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "doc/mail.h"
#include "doc/mail_send.h"

enum { FRAME_MOST = MAIL_MOST + (1 << 16), FIELDS = 9, SECONDS = 60, ARENA_POSTMAN = 128 << 20, CARRIERS = 2 };

/* pid 0: forked by the other carrier, whose child it is. fd -1: it is gone. */
struct carrier { int fd; pid_t pid; };
struct postman { struct carrier carrier[CARRIERS]; };

/* ---- frames: a length, then texts with a length each ---- */

static bool put_all(int fd, const void *bytes, size_t n)
{
	for (const char *p = bytes; n;) {
		ssize_t done = send(fd, p, n, MSG_NOSIGNAL);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		p += done;
		n -= (size_t)done;
	}
	return true;
}

static bool get_all(int fd, void *bytes, size_t n)
{
	for (char *p = bytes; n;) {
		ssize_t done = recv(fd, p, n, 0);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		p += done;
		n -= (size_t)done;
	}
	return true;
}

static void add_text(struct buf *b, const char *text, size_t n)
{
	uint32_t length = (uint32_t)n;

	buf_add_n(b, (const char *)&length, sizeof length);
	buf_add_n(b, text, n);
}

static bool send_frame(int fd, const struct buf *b)
{
	uint32_t length = (uint32_t)b->len;

	return put_all(fd, &length, sizeof length) && put_all(fd, b->data, b->len);
}

/* The texts of a frame of `length`, `count` of them, NUL at the end of each. False: the other side is gone or talks nonsense. */
static bool get_texts(struct arena *a, int fd, uint32_t length, const char **texts, size_t *sizes, int count)
{
	const char *p, *end;
	uint32_t n;

	if (length > FRAME_MOST)
		return false;
	p = arena_alloc(a, (size_t)length + 1);
	end = p + length;
	if (!get_all(fd, (void *)(uintptr_t)p, length))
		return false;
	for (int i = 0; i < count; i++) {
		if (end - p < (ptrdiff_t)sizeof n)
			return false;
		memcpy(&n, p, sizeof n);
		p += sizeof n;
		if ((size_t)(end - p) < n)
			return false;
		texts[i] = arena_text_n(a, p, n);
		sizes[i] = n;
		p += n;
	}
	return true;
}

static bool get_frame(struct arena *a, int fd, const char **texts, size_t *sizes, int count)
{
	uint32_t length;

	return get_all(fd, &length, sizeof length) && get_texts(a, fd, length, texts, sizes, count);
}

/* ---- the process ---- */

static enum mail_tls tls_of(const char *word)
{
	return strcmp(word, "tls") == 0 ? MAIL_TLS : strcmp(word, "none") == 0 ? MAIL_NO_TLS : MAIL_STARTTLS;
}

static enum outbox_result result_of(const struct mail_result *r)
{
	switch (r->outcome) {
	case MAIL_SENT: return OUTBOX_SENT;
	case MAIL_REFUSED: return OUTBOX_REFUSED;
	case MAIL_UNSURE: return OUTBOX_UNKNOWN;
	default: return r->code ? OUTBOX_LATER : OUTBOX_DOWN;
	}
}

/* host, port, tls, user, password, ca file, from, to, message */
static enum outbox_result carry(struct arena *a, const char *const *t, const size_t *n, const char **words)
{
	struct mail_server server = { .host = t[0], .port = (int)strtol(t[1], NULL, 10), .tls = tls_of(t[2]), .user = *t[3] ? t[3] :
		NULL, .password = *t[4] ? t[4] : NULL, .ca_file = *t[5] ? t[5] : NULL, .seconds = SECONDS };
	struct mail_result r = { .outcome = MAIL_LATER, .says = "" };
	struct mail_line *line;
	const struct fault *f = mail_line_open(a, &server, &line);

	f = f ? f : mail_send(line, t[6], t[7], t[8], n[8], &r);
	*words = f ? f->text : r.says ? r.says : "";
	return f ? OUTBOX_DOWN : result_of(&r);
}

static _Noreturn void work(int fd);

/* A line for another carrier, sent with a frame of length 0. */
static void fork_on(int line)
{
	if (fork() == 0)
		work(line);
	close(line);
}

/* The next frame's length, and the line that came with it, or -1. False: the program is gone. */
static bool next_length(int fd, uint32_t *length, int *line)
{
	union {
		char room[CMSG_SPACE(sizeof(int))];
		struct cmsghdr align;
	} u = { 0 };
	struct iovec one = { length, sizeof *length };
	struct msghdr m = { .msg_iov = &one, .msg_iovlen = 1, .msg_control = u.room, .msg_controllen = sizeof u.room };
	struct cmsghdr *c;
	ssize_t n;

	while ((n = recvmsg(fd, &m, MSG_CMSG_CLOEXEC | MSG_WAITALL)) < 0 && errno == EINTR)
		;
	*line = -1;
	c = n == sizeof *length ? CMSG_FIRSTHDR(&m) : NULL;
	if (c && c->cmsg_type == SCM_RIGHTS && c->cmsg_len == CMSG_LEN(sizeof(int)))
		memcpy(line, CMSG_DATA(c), sizeof(int));
	return n == sizeof *length;
}

static bool serve_one(int fd)
{
	struct arena *a;
	const char *texts[FIELDS], *words = "";
	size_t sizes[FIELDS];
	uint32_t length;
	bool fine;
	int line;

	if (!next_length(fd, &length, &line))
		return false;
	if (line >= 0) {
		fork_on(line);
		return length == 0;
	}
	a = arena_new(ARENA_POSTMAN);
	fine = get_texts(a, fd, length, texts, sizes, FIELDS);

	if (fine) {
		struct buf b = buf_new(a);
		char result = (char)carry(a, texts, sizes, &words);

		add_text(&b, &result, 1);
		add_text(&b, words, strlen(words));
		fine = send_frame(fd, &b);
	}
	arena_free(a);
	return fine;
}

/* A carrier's whole life; it ends when its line does, however the program ended. */
static _Noreturn void work(int fd)
{
	struct rlimit no_core = { 0, 0 };

	if (fd > 3)
		close_range(3, (unsigned)fd - 1, 0); /* the key process's line above all */
	close_range((unsigned)fd + 1, ~0U, 0);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_DUMPABLE, 0);
	setrlimit(RLIMIT_CORE, &no_core);
	signal(SIGINT, SIG_IGN);
	signal(SIGCHLD, SIG_IGN); /* carriers it forks are nobody's to wait for */
	while (serve_one(fd))
		;
	_exit(0);
}

static const struct fault *start_one(struct arena *a, struct carrier *c)
{
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return FAULT(a, FAULT_BROKEN, "no socket for the mail process: errno %d", errno);
	c->pid = fork();
	if (c->pid == 0) {
		close(pair[0]);
		work(pair[1]);
	}
	close(pair[1]);
	if (c->pid < 0) {
		close(pair[0]);
		return FAULT(a, FAULT_BROKEN, "no mail process: errno %d", errno);
	}
	c->fd = pair[0];
	return NULL;
}

const struct fault *postman_start(struct arena *a, struct postman **out)
{
	struct postman *p = arena_alloc(a, sizeof *p);

	for (int i = 0; i < CARRIERS; i++)
		TRY(start_one(a, &p->carrier[i]));
	*out = p;
	return NULL;
}

static void let_go(struct carrier *c)
{
	if (c->fd >= 0)
		close(c->fd);
	while (c->pid > 0 && waitpid(c->pid, NULL, 0) < 0 && errno == EINTR)
		;
	*c = (struct carrier){ .fd = -1 };
}

void postman_stop(struct postman *p)
{
	for (int i = 0; p && i < CARRIERS; i++)
		let_go(&p->carrier[i]);
}

int postman_pid(const struct postman *p, int which)
{
	return (int)p->carrier[which].pid;
}

/* ---- who is gone is replaced ---- */

static bool lives(const struct carrier *c)
{
	struct pollfd f = { .fd = c->fd, .events = POLLIN };

	return c->fd >= 0 && (poll(&f, 1, 0) == 0 || !(f.revents & (POLLHUP | POLLERR | POLLIN))); /* it says nothing unasked */
}

static bool send_line(int to, int line)
{
	union {
		char room[CMSG_SPACE(sizeof(int))];
		struct cmsghdr align;
	} u = { 0 };
	uint32_t nothing = 0;
	struct iovec one = { &nothing, sizeof nothing };
	struct msghdr m = { .msg_iov = &one, .msg_iovlen = 1, .msg_control = u.room, .msg_controllen = sizeof u.room };
	struct cmsghdr *c = CMSG_FIRSTHDR(&m);

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(sizeof line);
	memcpy(CMSG_DATA(c), &line, sizeof line);
	return sendmsg(to, &m, MSG_NOSIGNAL) == sizeof nothing;
}

static void replace(struct carrier *gone, const struct carrier *other)
{
	int pair[2];
	bool done;

	let_go(gone);
	if (!lives(other) || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) {
		log_line(LOG_WARN, "a mail process ended, and none is left to start another: restart OpenSENCO");
		return;
	}
	done = send_line(other->fd, pair[1]);
	close(pair[1]);
	if (done)
		gone->fd = pair[0];
	else
		close(pair[0]);
	log_line(LOG_WARN, "a mail process ended; %s", done ? "another was started" : "another could not be started");
}

/* Both alive, as far as can be; the one to ask, or NULL. */
static struct carrier *ready(struct postman *p)
{
	for (int i = 0; i < CARRIERS; i++)
		if (!lives(&p->carrier[i]))
			replace(&p->carrier[i], &p->carrier[!i]);
	for (int i = 0; i < CARRIERS; i++)
		if (lives(&p->carrier[i]))
			return &p->carrier[i];
	return NULL;
}

/* ---- asking it ---- */

static const struct fault *write_mail(struct arena *a, const struct outbox_mail *m, struct buf *bytes)
{
	const char *at = strrchr(m->message_id, '@');
	bool calendar = m->file_name && strncmp(m->file_type, "text/calendar", 13) == 0;
	struct mail_person to = { m->to_name, m->to };
	struct mail_file file = { m->file_name, m->file_type, m->file, m->file_n };
	struct mail mail = { .id = at ? arena_text_n(a, m->message_id, (size_t)(at - m->message_id)) : m->message_id,
		.domain = at ? at + 1 : "localhost", .made = moment_now(a), .from = { m->from_name, m->from },
		.reply_to = { NULL, m->reply_to && *m->reply_to ? m->reply_to : NULL }, .to = &to, .tos = 1, .subject = m->subject,
		.text = m->text, .file = &file, .files = m->file_name && !calendar };

	if (calendar) {
		mail.calendar = arena_text_n(a, m->file, m->file_n);
		mail.method = strstr(m->file_type, "CANCEL") ? ICAL_CANCEL : strstr(m->file_type, "PUBLISH") ? ICAL_PUBLISH :
			ICAL_REQUEST;
	}
	return mail_write(a, &mail, bytes);
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

enum outbox_result postman_send(void *self, struct arena *a, const struct outbox_mail *m, const char **words)
{
	struct buf frame = buf_new(a), bytes = buf_new(a);
	const char *const plain[] = { m->host, arena_printf(a, "%d", m->port), m->tls, or_empty(m->user), or_empty(m->password),
		or_empty(m->ca_file), m->from, m->to };
	const struct fault *f = write_mail(a, m, &bytes);
	struct carrier *c;
	const char *texts[2];
	size_t sizes[2];

	if (f) { /* no server would take it: an address that is none, or too large */
		*words = f->text;
		return OUTBOX_REFUSED;
	}
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		add_text(&frame, plain[i], strlen(plain[i]));
	add_text(&frame, bytes.data, bytes.len);
	c = ready(self);
	if (!c) {
		*words = "The mail process is not there. Restart OpenSENCO: the message waits";
		return OUTBOX_DOWN;
	}
	if (!send_frame(c->fd, &frame)) { /* it never had the whole of it */
		*words = "The mail process ended before it had the message";
		return OUTBOX_DOWN;
	}
	if (!get_frame(a, c->fd, texts, sizes, 2) || !sizes[0]) {
		*words = "The mail process ended while it was sending";
		return OUTBOX_UNKNOWN; /* it is replaced before the next one */
	}
	*words = texts[1];
	return (enum outbox_result)texts[0][0];
}
