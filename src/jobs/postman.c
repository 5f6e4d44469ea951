/* postman.c - a process apart for the talk with mail servers, and the frames that go to it and back. Not here: what a mail looks
 * like (doc/mail.c), how it is handed over (doc/mail_send.c), what is done with the answer (outbox.c). */
#include "jobs/postman.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "doc/mail.h"
#include "doc/mail_send.h"

enum { FRAME_MOST = MAIL_MOST + (1 << 16), FIELDS = 9, SECONDS = 60, ARENA_POSTMAN = 128 << 20 };

struct postman { int fd; pid_t pid; };

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

/* The frame's texts, `count` of them, NUL at the end of each. False: the other side is gone or talks nonsense. */
static bool get_frame(struct arena *a, int fd, const char **texts, size_t *sizes, int count)
{
	uint32_t length, n;
	const char *p, *end;

	if (!get_all(fd, &length, sizeof length) || length > FRAME_MOST)
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

static bool serve_one(int fd)
{
	struct arena *a = arena_new(ARENA_POSTMAN);
	const char *texts[FIELDS], *words = "";
	size_t sizes[FIELDS];
	bool fine = get_frame(a, fd, texts, sizes, FIELDS);

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

static _Noreturn void work(int fd)
{
	struct rlimit no_core = { 0, 0 };

	if (fd > 3)
		close_range(3, (unsigned)fd - 1, 0); /* the key process's line above all */
	close_range((unsigned)fd + 1, ~0U, 0);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_DUMPABLE, 0);
	setrlimit(RLIMIT_CORE, &no_core);
	signal(SIGINT, SIG_IGN);
	while (serve_one(fd))
		;
	_exit(0);
}

const struct fault *postman_start(struct arena *a, struct postman **out)
{
	struct postman *p = arena_alloc(a, sizeof *p);
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return FAULT(a, FAULT_BROKEN, "no socket for the mail process: errno %d", errno);
	p->pid = fork();
	if (p->pid < 0) {
		close(pair[0]);
		close(pair[1]);
		return FAULT(a, FAULT_BROKEN, "no mail process: errno %d", errno);
	}
	if (p->pid == 0) {
		close(pair[0]);
		work(pair[1]);
	}
	close(pair[1]);
	p->fd = pair[0];
	*out = p;
	return NULL;
}

void postman_stop(struct postman *p)
{
	if (!p)
		return;
	close(p->fd);
	while (waitpid(p->pid, NULL, 0) < 0 && errno == EINTR)
		;
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
		mail.method = strstr(m->file_type, "CANCEL") ? ICAL_CANCEL : ICAL_REQUEST;
	}
	return mail_write(a, &mail, bytes);
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

enum outbox_result postman_send(void *self, struct arena *a, const struct outbox_mail *m, const char **words)
{
	struct postman *p = self;
	struct buf frame = buf_new(a), bytes = buf_new(a);
	const char *const plain[] = { m->host, arena_printf(a, "%d", m->port), m->tls, or_empty(m->user), or_empty(m->password),
		or_empty(m->ca_file), m->from, m->to };
	const struct fault *f = write_mail(a, m, &bytes);
	const char *texts[2];
	size_t sizes[2];

	if (f) { /* no server would take it: an address that is none, or too large */
		*words = f->text;
		return OUTBOX_REFUSED;
	}
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		add_text(&frame, plain[i], strlen(plain[i]));
	add_text(&frame, bytes.data, bytes.len);
	if (!send_frame(p->fd, &frame)) {
		*words = "The mail process is not there. The program starts it again when it is started again";
		return OUTBOX_DOWN;
	}
	if (!get_frame(a, p->fd, texts, sizes, 2) || !sizes[0]) {
		*words = "The mail process ended while it was sending";
		return OUTBOX_UNKNOWN;
	}
	*words = texts[1];
	return (enum outbox_result)texts[0][0];
}
