/* server.c - a server's settings, its start and its end. Plain HTTP is for loopback or for a proxy that does TLS: anything else is
 * refused here, since browsers would send the session's cookie in the clear or not at all (R15). */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/inside.h"

enum { CONNECTION_MEMORY = 64 << 10, BACKLOG = 1024 };

union address {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
};

/* The number of bytes of the address; 0: not numeric. */
static socklen_t read_address(const char *text, uint16_t port, union address *out)
{
	memset(out, 0, sizeof *out);
	if (inet_pton(AF_INET, text, &out->v4.sin_addr) == 1) {
		out->v4.sin_family = AF_INET;
		out->v4.sin_port = htons(port);
		return sizeof out->v4;
	}
	if (inet_pton(AF_INET6, text, &out->v6.sin6_addr) == 1) {
		out->v6.sin6_family = AF_INET6;
		out->v6.sin6_port = htons(port);
		return sizeof out->v6;
	}
	return 0;
}

static bool is_loopback(const union address *at)
{
	if (at->any.sa_family == AF_INET)
		return ntohl(at->v4.sin_addr.s_addr) >> 24 == 127;
	return IN6_IS_ADDR_LOOPBACK(&at->v6.sin6_addr);
}

static void fill_in(struct http_options *o)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int threads = cores > 2 ? (int)cores * 2 : 4;

	o->address = o->address ? o->address : "127.0.0.1";
	o->spool_dir = o->spool_dir ? o->spool_dir : "/tmp";
	o->threads = o->threads > 1 ? o->threads : o->threads == 1 ? 2 : threads;
	o->connections = o->connections ? o->connections : 1000;
	o->connections_each = o->connections_each ? o->connections_each : o->proxy ? o->connections : 400;
	o->head_ms = o->head_ms ? o->head_ms : 10000;
	o->idle_ms = o->idle_ms ? o->idle_ms : 60000;
	o->body_rate = o->body_rate ? o->body_rate : 1024;
	o->stop_ms = o->stop_ms ? o->stop_ms : 30000;
}

static const struct fault *check(struct arena *a, const struct http_options *o)
{
	union address at;

	if (!read_address(o->address, 0, &at))
		return FAULT(a, FAULT_INVALID, "The address to listen on must be numeric, such as 127.0.0.1; %s is not.",
			o->address);
	if (!o->certificate != !o->key)
		return FAULT(a, FAULT_INVALID, "TLS needs both a certificate and its key; only one is set.");
	if (!is_loopback(&at) && !o->certificate && !o->proxy)
		return FAULT(a, FAULT_INVALID, "Plain HTTP is served on this computer only (127.0.0.1). To listen on %s, set a "
			"certificate and key, or the address of the proxy that does TLS.", o->address);
	if (o->proxy && !read_address(o->proxy, 0, &at))
		return FAULT(a, FAULT_INVALID, "The proxy's address must be numeric; %s is not.", o->proxy);
	return NULL;
}

static const struct fault *listen_on(struct arena *a, const struct http_options *o, int *out, uint16_t *port)
{
	union address at;
	socklen_t n = read_address(o->address, o->port, &at);
	int fd = socket(at.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), yes = 1;

	if (fd < 0)
		return FAULT(a, FAULT_BROKEN, "No socket could be made: %s.", strerrordesc_np(errno));
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (bind(fd, &at.any, n) || listen(fd, BACKLOG) || getsockname(fd, &at.any, &n)) {
		int why = errno;

		close(fd);
		return FAULT(a, FAULT_BROKEN, "Cannot listen on %s port %u: %s.", o->address, o->port, strerrordesc_np(why));
	}
	*port = ntohs(at.any.sa_family == AF_INET ? at.v4.sin_port : at.v6.sin6_port);
	*out = fd;
	return NULL;
}

static struct MHD_Daemon *start_daemon(struct http_server *s, int fd)
{
	const struct http_options *o = &s->o;
	unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC | (o->certificate ? MHD_USE_TLS :
		0);
	struct MHD_OptionItem tls[] = {
		{ MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)(uintptr_t)o->certificate },
		{ MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)(uintptr_t)o->key },
		{ MHD_OPTION_HTTPS_PRIORITIES, 0,
			(void *)(uintptr_t)"NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:%SERVER_PRECEDENCE" },
		{ MHD_OPTION_END, 0, NULL },
	};

	return MHD_start_daemon(flags, 0, NULL, NULL, request_step, s,
		MHD_OPTION_LISTEN_SOCKET, fd,
		MHD_OPTION_THREAD_POOL_SIZE, (unsigned)o->threads,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)o->connections,
		MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)o->connections_each,
		MHD_OPTION_CONNECTION_TIMEOUT, 0u,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_NOTIFY_CONNECTION, keeper_note, s,
		MHD_OPTION_NOTIFY_COMPLETED, request_done, s,
		MHD_OPTION_URI_LOG_CALLBACK, request_line, s,
		MHD_OPTION_ARRAY, o->certificate ? tls : tls + 3,
		MHD_OPTION_END);
}

const struct fault *http_start(struct arena *a, const struct http_options *o, struct http_server **out)
{
	struct http_server *s = arena_alloc(a, sizeof *s);
	int fd;

	s->o = *o;
	fill_in(&s->o);
	TRY(check(a, &s->o));
	TRY(listen_on(a, &s->o, &fd, &s->port));
	signal(SIGPIPE, SIG_IGN);
	if (pthread_key_create(&s->thread_key, s->o.thread_end) || !keeper_start(s)) {
		close(fd);
		return FAULT(a, FAULT_BROKEN, "The web server's threads could not be started.");
	}
	s->daemon = start_daemon(s, fd);
	if (!s->daemon) {
		close(fd);
		keeper_stop(s);
		pthread_key_delete(s->thread_key);
		return FAULT(a, FAULT_INVALID, "The web server could not be started%s.", s->o.certificate ?
			": check that the certificate and key are PEM text and belong together" : "");
	}
	*out = s;
	return NULL;
}

void http_stop(struct http_server *s)
{
	MHD_socket listening = MHD_quiesce_daemon(s->daemon);

	atomic_store(&s->stopping, true);
	keeper_drain(s, s->o.stop_ms);
	MHD_stop_daemon(s->daemon);
	if (listening != MHD_INVALID_SOCKET)
		close(listening);
	keeper_stop(s);
	pthread_key_delete(s->thread_key);
}

uint16_t http_port(const struct http_server *s)
{
	return s->port;
}
