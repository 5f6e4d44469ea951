/* keyd.c - the key process: started, caged, answering, ended, started again. What it answers is in keys.c. */
#include "seal/inner.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <sodium.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SANITIZED = 1 }; /* the sanitizers end with calls of their own, which the cage kills */
#else
enum { SANITIZED = 0 };
#endif

enum { SOCKET = 3, READY = 4 }; /* the descriptors keyd keeps; READY until it has said that it stands */

/* --- in the child --- */
static void nothing_left_behind(void)
{
	const struct rlimit none = { 0, 0 };

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	prctl(PR_SET_DUMPABLE, 0);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_NAME, "opensenco-keyd");
	setrlimit(RLIMIT_CORE, &none);
	clearenv();
	for (int sig = 1; sig < 32; sig++)
		signal(sig, SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGINT, SIG_IGN); /* the parent says when: a Ctrl-C reaches the whole group */
}

/* Standard error stays, for alarms; all else goes. */
static void close_the_rest(int own_end, int ready)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	int high = fcntl(own_end, F_DUPFD, 64), high_ready = fcntl(ready, F_DUPFD, 64);

	dup2(null, 0);
	dup2(null, 1);
	dup2(high, SOCKET);
	dup2(high_ready, READY);
	close_range(READY + 1, ~0U, 0);
}

static bool allow_memory(scmp_filter_ctx c)
{
	const struct scmp_arg_cmp no_exec = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);

	return seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, no_exec) == 0 &&
	       seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_exec) == 0;
}

/* Reading and writing what is open, memory that is never executable, the clock, random bytes, ending. */
static bool cage(void)
{
	static const int calls[] = {
		SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(close), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn),
		SCMP_SYS(restart_syscall), SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(madvise), SCMP_SYS(mlock), SCMP_SYS(munlock),
		SCMP_SYS(clock_gettime), SCMP_SYS(getrandom), SCMP_SYS(futex),
	};
	scmp_filter_ctx c = seccomp_init(SCMP_ACT_KILL_PROCESS);
	bool ok = c && allow_memory(c);

	for (size_t i = 0; ok && i < sizeof(calls) / sizeof(*calls); i++)
		ok = seccomp_rule_add(c, SCMP_ACT_ALLOW, calls[i], 0) == 0;
	ok = ok && seccomp_load(c) == 0;
	if (c)
		seccomp_release(c);
	return ok;
}

static void answer_until_the_end(struct keyd_state *st)
{
	struct keyd_request rq;
	struct keyd_reply reply;
	struct timespec now;
	ssize_t n;

	for (;;) {
		n = read(SOCKET, &rq, sizeof(rq));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		if (n != (ssize_t)sizeof(rq))
			continue;
		clock_gettime(CLOCK_MONOTONIC, &now);
		keyd_answer(st, &rq, now.tv_sec, &reply);
		do
			n = write(SOCKET, &reply, sizeof(reply));
		while (n < 0 && errno == EINTR);
		sodium_memzero(&reply, sizeof(reply));
		if (n < 0)
			break;
	}
}

static void tell(const char *text)
{
	if (write(READY, text, strlen(text)) < 0)
		_exit(1);
}

/* Says "ok", or why not, and serves. Never returns to the parent's code. */
__attribute__((noreturn)) static void keyd_main(const char *root, const struct keyd_limits *limits)
{
	struct arena *a = arena_new(1 << 20);
	struct keyd_state *st = NULL;
	const struct fault *f = keyd_state_new(a, root, limits, &st);

	if (f) {
		tell(f->text);
		_exit(1);
	}
	arena_free(a);
	(void)randombytes_random(); /* the generator finds its source before the doors close */
	if (!SANITIZED && !cage()) {
		log_line(LOG_ALARM, "keyd: no seccomp on this kernel: the key process runs without its cage");
		if (limits->strict) {
			tell("There is no seccomp on this kernel, and strict mode wants it.");
			_exit(1);
		}
	}
	tell("ok");
	close(READY);
	answer_until_the_end(st);
	keyd_state_free(st);
	_exit(0);
}

/* --- in the parent --- */
/* What the child says through its pipe, to the end of it: "ok", or a sentence, or nothing. */
static const char *heard(struct arena *a, int fd)
{
	char *text = arena_alloc(a, 512);
	size_t n = 0;
	ssize_t got;

	while (n < 511) {
		got = read(fd, text + n, 511 - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		n += (size_t)got;
	}
	return text;
}

static void reap(struct keyd *k)
{
	while (k->pid > 0 && waitpid(k->pid, NULL, 0) < 0 && errno == EINTR)
		;
	k->pid = 0;
}

static const struct fault *spawn(struct arena *a, const char *root, const struct keyd_limits *limits, struct keyd *k)
{
	int ready[2];
	const char *said;
	pid_t parent = getpid();

	if (pipe2(ready, O_CLOEXEC) != 0)
		return FAULT(a, FAULT_BROKEN, "The key process cannot be started: %s.", strerror(errno));
	k->pid = fork();
	if (k->pid == 0) {
		nothing_left_behind();
		if (getppid() != parent)
			_exit(1); /* the parent went before it could be watched */
		close_the_rest(k->own_end, ready[1]);
		keyd_main(root, limits ? limits : &KEYD_LIMITS);
	}
	close(ready[1]);
	said = k->pid > 0 ? heard(a, ready[0]) : "";
	close(ready[0]);
	if (strcmp(said, "ok") == 0)
		return NULL;
	reap(k);
	return FAULT(a, FAULT_BROKEN, "The key process did not start. %s", said);
}

const struct fault *keyd_start(struct arena *a, const char *root, const struct keyd_limits *limits, struct keyd *k)
{
	int pair[2];
	const struct fault *f;

	seal_start();
	*k = (struct keyd){ 0, -1, -1 };
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
		return FAULT(a, FAULT_BROKEN, "No socket for the key process: %s.", strerror(errno));
	k->serve_end = pair[0];
	k->own_end = pair[1];
	f = spawn(a, root, limits, k);
	if (f)
		keyd_stop(k);
	return f;
}

static void end_child(struct keyd *k)
{
	if (k->pid > 0) {
		kill(k->pid, SIGKILL); /* it holds nothing that needs finishing */
		reap(k);
	}
}

const struct fault *keyd_restart(struct arena *a, const char *root, const struct keyd_limits *limits, struct keyd *k)
{
	end_child(k);
	return spawn(a, root, limits, k);
}

void keyd_stop(struct keyd *k)
{
	end_child(k);
	if (k->serve_end >= 0)
		close(k->serve_end);
	if (k->own_end >= 0)
		close(k->own_end);
	k->serve_end = k->own_end = -1;
}

bool keyd_running(struct keyd *k)
{
	if (k->pid > 0 && waitpid(k->pid, NULL, WNOHANG) == k->pid)
		k->pid = 0;
	return k->pid > 0;
}

void keyd_in_child(struct keyd *k, bool serve)
{
	k->pid = 0;
	close(k->own_end);
	k->own_end = -1;
	if (!serve) {
		close(k->serve_end);
		k->serve_end = -1;
	}
}
