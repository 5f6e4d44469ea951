/* local_wire.c - the packets between a command and serve (local.h). Nothing here knows what is in them. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "main/local.h"

union control { char bytes[CMSG_SPACE(sizeof(int))]; struct cmsghdr align; };

bool local_send(int socket, enum local_kind kind, int value, const void *bytes, size_t n, int fd)
{
	struct local_head head = { LOCAL_VERSION, kind, value, (uint32_t)n };
	struct iovec parts[2] = { { &head, sizeof head }, { (void *)(uintptr_t)bytes, n } };
	union control control = { { 0 } };
	struct msghdr m = { .msg_iov = parts, .msg_iovlen = n ? 2 : 1 };
	ssize_t sent;

	if (fd >= 0) {
		struct cmsghdr *c;

		m.msg_control = control.bytes;
		m.msg_controllen = sizeof control.bytes;
		c = CMSG_FIRSTHDR(&m);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN(sizeof fd);
		memcpy(CMSG_DATA(c), &fd, sizeof fd);
	}
	do
		sent = sendmsg(socket, &m, MSG_NOSIGNAL);
	while (sent < 0 && errno == EINTR);
	return sent == (ssize_t)(sizeof head + n);
}

static int descriptor_of(struct msghdr *m)
{
	int fd = -1;

	for (struct cmsghdr *c = CMSG_FIRSTHDR(m); c; c = CMSG_NXTHDR(m, c))
		if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS)
			memcpy(&fd, CMSG_DATA(c), sizeof fd);
	return fd;
}

bool local_take(int socket, struct local_packet *p)
{
	union control control = { { 0 } };
	struct iovec parts[2] = { { &p->head, sizeof p->head }, { p->bytes, sizeof p->bytes - 1 } };
	struct msghdr m = { .msg_iov = parts, .msg_iovlen = 2, .msg_control = control.bytes,
		.msg_controllen = CMSG_LEN(sizeof(int)) };
	ssize_t n;

	do
		n = recvmsg(socket, &m, MSG_CMSG_CLOEXEC);
	while (n < 0 && errno == EINTR);
	if (n == 0)
		errno = EPIPE;
	p->fd = n > 0 ? descriptor_of(&m) : -1;
	if (n < (ssize_t)sizeof p->head || (m.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) || p->head.version != LOCAL_VERSION ||
		p->head.bytes != (size_t)n - sizeof p->head) {
		if (p->fd >= 0)
			close(p->fd);
		return false;
	}
	p->bytes[p->head.bytes] = 0;
	return true;
}

static bool bound(int fd, const struct sockaddr_un *at)
{
	mode_t mask = umask(0177);
	bool fine;

	unlink(at->sun_path); /* of a serve that was killed: the lock is ours */
	fine = bind(fd, (const struct sockaddr *)at, sizeof *at) == 0;
	umask(mask);
	return fine && listen(fd, 64) == 0;
}

/* A socket's address is short, a directory's path may be long: named through the directory's descriptor. */
int local_open(const char *dir, bool listens)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int in = open(dir, O_PATH | O_DIRECTORY | O_CLOEXEC), fd = -1, why;
	bool fine;

	if (in < 0)
		return -1;
	snprintf(at.sun_path, sizeof at.sun_path, "/proc/self/fd/%d/socket", in);
	fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
	fine = fd >= 0 && (listens ? bound(fd, &at) : connect(fd, (const struct sockaddr *)&at, sizeof at) == 0);
	why = errno;
	if (fd >= 0 && !fine)
		close(fd);
	close(in);
	errno = why;
	return fine ? fd : -1;
}
