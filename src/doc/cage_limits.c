/* cage_limits.c - the cage's bars: descriptors, memory, time, system calls. Linux only, on purpose. */
#include "doc/cage_limits.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "doc/cage.h"

/* The address space this process has already, in bytes: what it was born with does not count against the file. */
static rlim_t space_now(void)
{
	char text[64] = "";
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, text, sizeof text - 1) : -1;
	unsigned long pages = n > 0 ? strtoul(text, NULL, 10) : 0;

	if (fd >= 0)
		close(fd);
	return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static bool limit(__rlimit_resource_t what, rlim_t most)
{
	return setrlimit(what, &(struct rlimit){ most, most }) == 0;
}

static bool limits(void)
{
	signal(SIGPIPE, SIG_IGN);
	alarm(CAGE_WALL_SECONDS);
#ifndef __SANITIZE_ADDRESS__ /* its shadow memory is larger than any limit */
	if (!limit(RLIMIT_AS, space_now() + CAGE_MEMORY))
		return false;
#else
	(void)space_now;
#endif
	return limit(RLIMIT_CPU, CAGE_CPU_SECONDS) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0);
}

#ifndef __SANITIZE_ADDRESS__
static bool allow(scmp_filter_ctx ctx)
{
	static const int CALLS[] = {
		SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(close), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk),
			SCMP_SYS(madvise),
		SCMP_SYS(futex), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
		SCMP_SYS(getrandom), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(lseek),
		SCMP_SYS(getpid), SCMP_SYS(gettid),
	};

	for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS; i++)
		if (seccomp_rule_add(ctx, SCMP_ACT_ALLOW, CALLS[i], 0) != 0)
			return false;
	/* Memory, but never memory that can be run. */
	return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
	       seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
}

static bool bar_calls(void)
{
	scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_KILL_PROCESS);
	bool done = ctx && allow(ctx) && seccomp_load(ctx) == 0;

	if (ctx)
		seccomp_release(ctx);
	return done;
}
#else
static bool bar_calls(void)
{
	return true;
}
#endif

/* Leaves nothing open but the two. They are moved to 3 and 4, out of the way of 0 to 2, which point nowhere. */
static bool keep_two(int in, int out)
{
	int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (nowhere < 0)
		return false;
	for (int fd = 0; fd < 3; fd++)
		if (fd != in && fd != out)
			dup2(nowhere, fd);
	for (int fd = 3; fd < 65536; fd++) {
		int from = fd, to = 65535;

		if (fd == in || fd == out)
			continue;
		if (in > from && in - 1 < to)
			to = in - 1;
		if (out > from && out - 1 < to)
			to = out - 1;
		syscall(SYS_close_range, from, to, 0);
		fd = to;
	}
	return true;
}

bool cage_close(int in, int out)
{
	clearenv();
	setenv("TZ", "UTC0", 1); /* or the zip library would look for the time zone's file later, which kills */
	tzset();
	return keep_two(in, out) && prctl(PR_SET_DUMPABLE, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limits() &&
		bar_calls();
}
