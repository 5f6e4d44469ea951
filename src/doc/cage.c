/* cage.c - forks workers, hands them a file, takes their answer. What a worker may not do is in cage_limits.c; what it does,
 * doc_read.c. */
#include "doc/cage.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "doc/cage_limits.h"
#include "doc/docx_inner.h"
#include "doc/out.h"
#include "doc/wire.h"

/* The process that forks workers: its pid and our end of the socket; set once, before there are threads. */
static pid_t keeper;
static int keeper_fd = -1;

struct packed { /* before each part in the descriptor a worker gets: its name and its bytes follow */
	uint32_t name, bytes;
};

static int read_work(int in, int out)
{
	struct arena *a = arena_new(CAGE_MEMORY);
	struct doc_out *o = arena_alloc(a, sizeof *o);
	off_t size = lseek(in, 0, SEEK_END);
	const unsigned char *p;
	struct doc_part *parts;
	uint32_t n, at = sizeof n;

	if (size < (off_t)sizeof n)
		return 1;
	p = mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, in, 0);
	if (p == MAP_FAILED)
		return 1;
	memcpy(&n, p, sizeof n);
	parts = arena_array(a, n, sizeof *parts);
	for (uint32_t i = 0; i < n; i++) {
		struct packed k;

		memcpy(&k, p + at, sizeof k);
		at += (uint32_t)sizeof k;
		parts[i] = (struct doc_part){ arena_text_n(a, (const char *)p + at, k.name), (const char *)p + at + k.name,
			k.bytes };
		at += k.name + k.bytes;
	}
	out_open(o, a, out);
	cage_read(o, parts, (int)n);
	return o->broken ? 1 : 0;
}

/* What the keeper's workers can be asked to do; a letter from 'r' on says which. */
static int (*const WORKS[])(int, int) = { read_work, docx_work };
enum { WORK_COUNT = sizeof WORKS / sizeof *WORKS };

static int number_of(int (*work)(int, int))
{
	for (int i = 0; i < WORK_COUNT; i++)
		if (WORKS[i] == work)
			return i;
	return -1;
}

static void worker(int in, int out, int (*work)(int, int))
{
	json_object_seed(0); /* or the JSON library would open /dev/urandom later, which kills */
	_exit(cage_close(in, out) ? work(in, out) : 3);
}

static void *packed_parts(struct arena *a, const struct doc_part *parts, int n, size_t *size)
{
	uint32_t count = (uint32_t)n;
	unsigned char *all, *p;

	*size = sizeof count;
	for (int i = 0; i < n; i++)
		*size += sizeof(struct packed) + strlen(parts[i].name) + parts[i].n;
	p = all = arena_alloc(a, *size);
	memcpy(p, &count, sizeof count);
	p += sizeof count;
	for (int i = 0; i < n; i++) {
		struct packed k = { (uint32_t)strlen(parts[i].name), (uint32_t)parts[i].n };

		memcpy(p, &k, sizeof k);
		p += sizeof k;
		memcpy(p, parts[i].name, k.name);
		p += k.name;
		if (k.bytes)
			memcpy(p, parts[i].bytes, k.bytes);
		p += k.bytes;
	}
	return all;
}

/* A descriptor that holds `bytes`, in memory only. */
static int descriptor_of(const void *bytes, size_t n)
{
	const char *p = bytes;
	int fd = memfd_create("intake", MFD_CLOEXEC);

	while (fd >= 0 && n > 0) {
		ssize_t w = write(fd, p, n);

		if (w <= 0 && errno != EINTR) {
			close(fd);
			return -1;
		}
		if (w > 0)
			p += w, n -= (size_t)w;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

static bool send_two(int to, int in, int out, int which)
{
	union {
		char room[CMSG_SPACE(2 * sizeof(int))];
		struct cmsghdr align;
	} u = { 0 };
	char letter = (char)('r' + which);
	struct iovec one = { &letter, 1 };
	struct msghdr m = { .msg_iov = &one, .msg_iovlen = 1, .msg_control = u.room, .msg_controllen = sizeof u.room };
	struct cmsghdr *c = CMSG_FIRSTHDR(&m);

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(2 * sizeof(int));
	memcpy(CMSG_DATA(c), (int[]){ in, out }, 2 * sizeof(int));
	return sendmsg(to, &m, MSG_NOSIGNAL) == 1;
}

static bool take_two(int from, int *in, int *out, int *which)
{
	union {
		char room[CMSG_SPACE(2 * sizeof(int))];
		struct cmsghdr align;
	} u = { 0 };
	char byte;
	int fds[2] = { -1, -1 };
	struct iovec one = { &byte, 1 };
	struct msghdr m = { .msg_iov = &one, .msg_iovlen = 1, .msg_control = u.room, .msg_controllen = sizeof u.room };
	struct cmsghdr *c;
	ssize_t n;

	while ((n = recvmsg(from, &m, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR)
		;
	c = n == 1 ? CMSG_FIRSTHDR(&m) : NULL;
	if (c && c->cmsg_type == SCM_RIGHTS && c->cmsg_len == CMSG_LEN(sizeof fds))
		memcpy(fds, CMSG_DATA(c), sizeof fds);
	*in = fds[0];
	*out = fds[1];
	*which = n == 1 && byte >= 'r' && byte < 'r' + WORK_COUNT ? byte - 'r' : 0;
	return n == 1;
}

/* The keeper's whole life: take a request, wait if too many workers live, fork one. Ends when the program does. */
static void keep(int fd)
{
	int living = 0, in, out, which;

	signal(SIGINT, SIG_IGN); /* a ^C is the program's business; the socket's end is ours */
	if (fd > 3)
		syscall(SYS_close_range, 3, fd - 1, 0); /* what the program has open is none of ours */
	syscall(SYS_close_range, fd + 1, ~0u, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while (take_two(fd, &in, &out, &which)) {
		pid_t pid;

		while (living > 0 && waitpid(-1, NULL, living < CAGE_MOST ? WNOHANG : 0) > 0)
			living--;
		pid = in >= 0 && out >= 0 ? fork() : -1;
		if (pid == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			worker(in, out, WORKS[which]);
		}
		living += pid > 0;
		close(in);
		close(out);
	}
	_exit(0);
}

const struct fault *cage_start(struct arena *a)
{
	int pair[2];

	if (keeper_fd >= 0)
		return NULL;
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
		return FAULT(a, FAULT_BROKEN, "no socket for the file reader's keeper: errno %d", errno);
	keeper = fork();
	if (keeper < 0) {
		close(pair[0]);
		close(pair[1]);
		return FAULT(a, FAULT_BROKEN, "no process for the file reader's keeper: errno %d", errno);
	}
	if (keeper == 0) {
		close(pair[0]);
		keep(pair[1]);
	}
	close(pair[1]);
	keeper_fd = pair[0];
	return NULL;
}

void cage_stop(void)
{
	if (keeper_fd < 0)
		return;
	close(keeper_fd);
	keeper_fd = -1;
	while (waitpid(keeper, NULL, 0) < 0 && errno == EINTR)
		;
}

struct answer {
	unsigned char *bytes;
	size_t n, room;
};

static void answer_free(void *p)
{
	free(((struct answer *)p)->bytes);
}

/* Everything the worker writes, up to the stream's limit and the wall clock's. */
static bool collect(int fd, struct answer *got)
{
	struct pollfd p = { fd, POLLIN, 0 };

	for (;;) {
		ssize_t n;

		if (got->room - got->n < (64 << 10)) {
			size_t room = got->room ? got->room * 2 : (size_t)1 << 20;
			unsigned char *grown = got->n > WIRE_MAX ? NULL : realloc(got->bytes, room);

			if (!grown)
				return false;
			got->bytes = grown;
			got->room = room;
		}
		if (poll(&p, 1, CAGE_WALL_SECONDS * 1000) == 0)
			return false;
		n = read(fd, got->bytes + got->n, got->room - got->n);
		if (n == 0)
			return true;
		if (n > 0)
			got->n += (size_t)n;
		else if (errno != EINTR)
			return false;
	}
}

static pid_t fork_worker(int in, int out, int (*work)(int, int))
{
	pid_t pid = fork();

	if (pid == 0)
		worker(in, out, work);
	return pid;
}

static bool ended_well(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

const struct fault *cage_run(struct arena *a, int (*work)(int in, int out), const void *bytes, size_t n,
                             unsigned char **answer, size_t *length, bool *ended)
{
	struct answer *got = arena_alloc(a, sizeof *got);
	int pipes[2], in = descriptor_of(bytes, n);
	bool kept = number_of(work) >= 0 && keeper_fd >= 0, whole;
	pid_t pid = 0;

	if (in < 0 || pipe2(pipes, O_CLOEXEC) != 0) {
		if (in >= 0)
			close(in);
		return FAULT(a, FAULT_BUSY, "no descriptors for a file reader: errno %d", errno);
	}
	if (kept)
		kept = send_two(keeper_fd, in, pipes[1], number_of(work));
	if (!kept)
		pid = fork_worker(in, pipes[1], work);
	close(in);
	close(pipes[1]);
	arena_defer(a, answer_free, got);
	whole = pid >= 0 && collect(pipes[0], got);
	close(pipes[0]);
	if (pid > 0 && !whole)
		kill(pid, SIGKILL);
	*ended = pid > 0 ? ended_well(pid) && whole : whole;
	*answer = got->bytes;
	*length = got->n;
	return pid < 0 ? FAULT(a, FAULT_BUSY, "no process for a file reader: errno %d", errno) : NULL;
}

static struct doc *refusal(struct arena *a, const char *text)
{
	struct doc *d = arena_alloc(a, sizeof *d);
	struct doc_message *m = arena_alloc(a, sizeof *m);

	*m = (struct doc_message){ DOC_ERROR, 0, "", text };
	d->encoding = "";
	d->stopped = true;
	d->messages = 1;
	d->message = m;
	return d;
}

const struct fault *doc_read_caged(struct arena *a, const struct doc_part *parts, int n, struct doc **out)
{
	unsigned char *answer = NULL;
	size_t size = 0, length = 0;
	bool ended = false;
	struct arena *work;
	const struct fault *f;
	const void *packed;

	for (int i = 0; i < n; i++)
		size += parts[i].n;
	if (size > DOC_MAX_FILE || n > DOC_MAX_MEMBERS) {
		*out = refusal(a, "This file is over 50 MB, the most that is read. Export fewer columns or fewer pupils.");
		return NULL;
	}
	work = arena_new((size_t)DOC_MAX_FILE * 2);
	packed = packed_parts(work, parts, n, &size);
	f = cage_run(a, read_work, packed, size, &answer, &length, &ended);
	arena_free(work);
	if (f)
		return f;
	if (!ended || doc_decode(a, answer, length, out) != NULL)
		*out = refusal(a, "This file could not be read: it took too long, or more memory than a file may take, or it is "
			"damaged. "
		                  "Nothing was imported. Export it again, or save it as a CSV file and try that.");
	return NULL;
}
