/* local.c - serve's side of the local socket (local.h): who is at the other end, and the command run for them. A few threads take
 * turns at listening; each runs one command at a time. What a command does is its own (commands.h). */
#include "main/local.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

enum { WAIT_S = 60, PATIENCE_S = 600, COMMAND_MEMORY = 1 << 30 };

struct local {
	const struct store *store;
	struct writer *writer;
	const char *path;
	int fd;
	atomic_bool stopping;
	pthread_t threads[LOCAL_THREADS];
};

/* One command's way back. */
struct caller_end { struct local *l; int socket; bool gone; enum local_kind kind; struct caller_end *shared; };

/* A reader that has paused is waited for, but not by a server that ends. */
static bool say(struct caller_end *c, enum local_kind kind, int value, const void *bytes, size_t n)
{
	for (int waited = 0; !c->gone; waited++) {
		if (local_send(c->socket, kind, value, bytes, n, -1))
			return true;
		c->gone = (errno != EAGAIN && errno != EWOULDBLOCK) || c->l->stopping || waited == PATIENCE_S;
	}
	return false;
}

static ssize_t write_out(void *cookie, const char *bytes, size_t n)
{
	struct caller_end *stream = cookie;

	for (size_t at = 0; at < n; at += LOCAL_PART)
		if (!say(stream->shared, stream->kind, 0, bytes + at, n - at < LOCAL_PART ? n - at : LOCAL_PART))
			return 0;
	return (ssize_t)n;
}

static int open_there(void *self, const char *path, enum args_open how)
{
	struct caller_end *c = self;
	struct local_packet p;

	if (!say(c, LOCAL_OPEN, (int)how, path, strlen(path)))
		return errno = EPIPE, -1;
	for (int waited = 0; !local_take(c->socket, &p); waited++) {
		if ((errno != EAGAIN && errno != EWOULDBLOCK) || c->l->stopping || waited == WAIT_S)
			return c->gone = true, errno = EPIPE, -1;
	}
	if (p.head.kind != LOCAL_FILE || p.fd < 0)
		return errno = p.head.value > 0 ? p.head.value : EPROTO, -1;
	return p.fd;
}

static void drop_there(void *self, const char *path)
{
	(void)say(self, LOCAL_DROP, 0, path, strlen(path));
}

/* Over its memory a command comes back here; what it held in the store ended with its act. */
static int run_within(struct arena *a, struct args *args, struct store *served, const struct command *command)
{
	jmp_buf over;
	volatile int code = EXIT_BAD;

	served->over = &over;
	if (setjmp(over) == 0) {
		arena_catch(a, &over);
		code = command->run(args);
	} else {
		fputs("This takes more memory than a command may have in a running server. Stop the server, and give the command "
			"again.\n", args->err);
	}
	arena_catch(a, NULL);
	return code;
}

static int run(struct caller_end *c, int count, char *const *words)
{
	struct arena *a = arena_new(COMMAND_MEMORY);
	struct caller_end out = { .kind = LOCAL_OUT, .shared = c }, err = { .kind = LOCAL_ERR, .shared = c };
	const struct args_files files = { open_there, drop_there, c };
	const struct command *command = command_find(words[0]);
	struct args args = args_of(a, count - 1, words + 1);
	struct store served = *c->l->store;
	int code = EXIT_MISUSE;

	served.writer = c->l->writer;
	args.out = fopencookie(&out, "w", (cookie_io_functions_t){ .write = write_out });
	args.err = fopencookie(&err, "w", (cookie_io_functions_t){ .write = write_out });
	if (!args.out || !args.err)
		abort();
	setvbuf(args.err, NULL, _IOLBF, 0);
	args.files = &files;
	args.served = &served;
	if (command && command->served)
		code = run_within(a, &args, &served, command);
	else
		fprintf(args.err, "\"%s\" is not done by a running server.\n", words[0]);
	if (fclose(args.out) != 0 && code == EXIT_FINE)
		code = EXIT_BAD;
	fclose(args.err);
	arena_free(a);
	return code;
}

static bool is_ours(int socket)
{
	struct ucred peer;
	socklen_t n = sizeof peer;

	return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &n) == 0 && (peer.uid == geteuid() || peer.uid == 0);
}

/* The words in a packet, each ended by its NUL. 0: they are not what they should be. */
static int words_of(struct local_packet *p, char **words)
{
	int n = 0;

	if (p->head.kind != LOCAL_RUN || !p->head.bytes || p->bytes[p->head.bytes - 1])
		return 0;
	for (char *at = p->bytes; at < p->bytes + p->head.bytes; at += strlen(at) + 1) {
		if (n == ARGS_MAX)
			return 0;
		words[n++] = at;
	}
	return n == p->head.value ? n : 0;
}

static void serve_one(struct local *l, int socket)
{
	struct caller_end c = { .l = l, .socket = socket };
	const struct timeval second = { .tv_sec = 1 }, five = { .tv_sec = 5 };
	struct arena *a = arena_new(1 << 20);
	struct local_packet *p = arena_alloc(a, sizeof *p);
	char **words = arena_array(a, ARGS_MAX, sizeof *words);
	int count;

	setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &second, sizeof second);
	setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &five, sizeof five);
	if (!is_ours(socket)) {
		log_line(LOG_WARN, "somebody else's process came to the local socket and was sent away");
	} else if (local_take(socket, p)) {
		setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &second, sizeof second);
		if (p->fd >= 0)
			close(p->fd);
		count = words_of(p, words);
		if (count)
			(void)say(&c, LOCAL_EXIT, run(&c, count, words), NULL, 0);
	}
	arena_free(a);
	close(socket);
}

static void *listen_on(void *self)
{
	const struct timespec little = { .tv_nsec = 100000000 };
	struct local *l = self;

	while (!l->stopping) {
		int socket = accept4(l->fd, NULL, NULL, SOCK_CLOEXEC);

		if (socket >= 0)
			serve_one(l, socket);
		else if (!l->stopping && errno != EINTR && errno != ECONNABORTED)
			nanosleep(&little, NULL); /* no descriptors left: others will end */
	}
	return NULL;
}

const struct fault *local_listen(struct arena *a, const struct store *s, int *fd)
{
	*fd = local_open(s->dir, true);
	return *fd < 0 ? FAULT(a, FAULT_BROKEN, "%s/socket cannot be made: %s", s->dir, strerror(errno)) : NULL;
}

const struct fault *local_start(struct arena *a, const struct store *s, struct writer *writer, int fd, struct local **out)
{
	struct local *l = arena_alloc(a, sizeof *l);
	sigset_t all, was;
	bool fine = true;

	*l = (struct local){ .store = s, .writer = writer, .fd = fd, .path = arena_printf(a, "%s/socket", s->dir) };
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &was); /* signals are the first thread's */
	for (int i = 0; i < LOCAL_THREADS; i++)
		fine = fine && pthread_create(&l->threads[i], NULL, listen_on, l) == 0;
	pthread_sigmask(SIG_SETMASK, &was, NULL);
	*out = l;
	return fine ? NULL : FAULT(a, FAULT_BROKEN, "the local socket's threads could not be started");
}

void local_stop(struct local *l)
{
	l->stopping = true;
	unlink(l->path);
	shutdown(l->fd, SHUT_RDWR);
	for (int i = 0; i < LOCAL_THREADS; i++)
		pthread_join(l->threads[i], NULL);
	close(l->fd);
}
