/* head.c - the request line and the headers, judged before anything of the body is read. The library forgives bare line feeds,
 * folded lines, NULs, repeated lengths, and two kinds of length at once; what a proxy and we could read differently is how requests
 * are smuggled, so here each of them refuses the request. It decides nothing by who asks. */
#include <arpa/inet.h>
#include <netdb.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "http/inside.h"

enum { COOKIES_MOST = 100 };

/* Walking over the raw head, which the library has cut into texts in place: each byte it did not account for is suspect. */
struct walk {
	struct http_inside *in;
	const char *at;   /* where the next header's name must begin */
	size_t room;      /* of the list of headers */
	size_t seen;
	int status;
};

static bool is_token(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)text[i] <= ' ' || (unsigned char)text[i] >= 0x7f || strchr("\"(),/:;<=>?@[\\]{}", text[i]))
			return false;
	return n > 0;
}

static bool has_control(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)text[i] < ' ' && text[i] != '\t') || text[i] == 0x7f)
			return true;
	return false;
}

static const char *lower(struct arena *a, const char *text, size_t n)
{
	char *copy = arena_text_n(a, text, n);

	for (size_t i = 0; i < n; i++)
		if (copy[i] >= 'A' && copy[i] <= 'Z')
			copy[i] = (char)(copy[i] - 'A' + 'a');
	return copy;
}

/* One header. It must be where the last one ended, by exactly one CR LF, or something stood between. */
static enum MHD_Result one_header(void *walk, enum MHD_ValueKind kind, const char *name, size_t name_n, const char *value,
	size_t value_n)
{
	struct walk *w = walk;
	struct arena *a = w->in->rq.a;
	const char *p = name + name_n;

	(void)kind;
	w->status = 400;
	if (name != w->at || !is_token(name, name_n) || *p++)
		return MHD_NO;
	p += strspn(p, " \t");
	if (p != value || has_control(value, value_n) || value[value_n] || value[value_n + 1])
		return MHD_NO;
	w->at = value + value_n + 2;
	w->status = ++w->seen > HTTP_HEADERS_MOST ? 431 : 0;
	while (value_n && strchr(" \t", value[value_n - 1]))
		value_n--;
	if (text_is_utf8(value, value_n))
		values_add(a, &w->in->rq.headers, &w->room, lower(a, name, name_n), arena_text_n(a, value, value_n));
	return w->status ? MHD_NO : MHD_YES;
}

static int read_headers(struct http_inside *in)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(in->mhd, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
	struct walk w = { .in = in };
	const char *v = in->version;

	if (!info || info->header_size > HTTP_HEAD_MOST)
		return 431;
	if (in->raw_target != in->method_text + strlen(in->method_text) + 1 || v != in->raw_target + in->target_length + 1)
		return 400;
	if ((strcmp(v, "HTTP/1.1") != 0 && strcmp(v, "HTTP/1.0") != 0) || v[9])
		return 400;
	w.at = v + 10;
	MHD_get_connection_values_n(in->mhd, MHD_HEADER_KIND, one_header, &w);
	if (w.status)
		return w.status;
	if (w.at + 2 != in->method_text + info->header_size || w.at[0] || w.at[1])
		return 400;
	return 0;
}

/* ---- The request line ---- */

static int read_method(struct http_inside *in)
{
	static const char *const METHODS[] = { [HTTP_GET] = "GET", [HTTP_HEAD] = "HEAD", [HTTP_POST] = "POST" };

	if (!is_token(in->method_text, strlen(in->method_text)))
		return 400;
	for (size_t i = 0; i < sizeof METHODS / sizeof *METHODS; i++) {
		if (strcmp(in->method_text, METHODS[i]) == 0) {
			in->rq.method = (enum http_method)i;
			return 0;
		}
	}
	return 405;
}

/* A path is taken as it is or not at all: nothing is resolved or tidied. */
static int path_status(const char *path)
{
	for (const char *p = path; *p; p++) {
		size_t n;

		if (*p == '\\')
			return 404;
		if (*p != '/')
			continue;
		n = strcspn(p + 1, "/");
		if ((n == 0 && p[1]) || (n == 1 && p[1] == '.') || (n == 2 && p[1] == '.' && p[2] == '.'))
			return 404;
	}
	return has_control(path, strlen(path)) || strchr(path, '\t') ? 400 : 0;
}

static int read_target(struct http_inside *in)
{
	char *query = strchr(in->target, '?');
	bool slash;
	size_t n;

	if (in->target_length > HTTP_TARGET_MOST)
		return 414;
	if (in->target[0] != '/')
		return strstr(in->target, "://") ? 421 : 400;
	if (query)
		*query++ = 0;
	slash = strcasestr(in->target, "%2f") != NULL;
	n = strlen(in->target);
	if (!form_decode(in->target, &n, false))
		return 400;
	in->rq.path = in->target;
	if (query && form_pairs(in->rq.a, query, strlen(query), &in->rq.query))
		return 400;
	return slash ? 404 : path_status(in->rq.path);
}

/* ---- Particular headers ---- */

/* Headers that would mean two things if they came twice. */
static int no_doubles(struct http_inside *in)
{
	static const char *const ONCE[] = { "host", "content-length", "transfer-encoding", "content-type", "content-encoding",
		"authorization", "origin", "sec-fetch-site", "idempotency-key", "expect", "if-none-match" };

	for (size_t i = 0; i < sizeof ONCE / sizeof *ONCE; i++)
		if (http_value_count(&in->rq.headers, ONCE[i]) > 1)
			return 400;
	return 0;
}

static bool host_ok(const char *host)
{
	size_t n = host[0] == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":");
	int64_t port;

	if (n > 255 || n > strlen(host) || !n)
		return false;
	if (strspn(host, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_[]:") != strlen(host))
		return false;
	if (!host[n])
		return true;
	return host[n] == ':' && text_to_int(host + n + 1, &port) && host[n + 1] != '-' && port >= 1 && port <= 65535;
}

static int read_host(struct http_inside *in)
{
	const char *host = http_header(&in->rq, "host");
	const char *const *known = in->server->o.hosts;
	size_t n;

	if (!host || !host_ok(host))
		return 400;
	in->rq.host = host;
	if (!known)
		return 0;
	n = host[0] == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":");
	for (; *known; known++)
		if (strlen(*known) == n && strncasecmp(*known, host, n) == 0)
			return 0;
	return 421;
}

static int read_body_headers(struct http_inside *in)
{
	const char *length = http_header(&in->rq, "content-length"), *coding = http_header(&in->rq, "transfer-encoding");
	const char *packed = http_header(&in->rq, "content-encoding");
	int64_t declared = 0;

	if ((length && coding) || (coding && strcasecmp(coding, "chunked") != 0) ||
		(coding && strcmp(in->version, "HTTP/1.1") != 0))
		return 400;
	if (length && (strspn(length, "0123456789") != strlen(length) || !text_to_int(length, &declared)))
		return 400;
	in->declared = (uint64_t)declared;
	in->has_body = coding || declared > 0;
	if (in->has_body && in->rq.method != HTTP_POST)
		return 400;
	return packed && strcasecmp(packed, "identity") != 0 ? 415 : 0;
}

static int one_cookie(struct http_inside *in, const char *text, size_t n, size_t *room)
{
	const char *equals = memchr(text, '=', n);
	size_t name_n = equals ? (size_t)(equals - text) : 0;

	if (!name_n || !is_token(text, name_n))
		return 0; /* another program's cookie on the same host: none of ours */
	if (in->rq.cookies.count >= COOKIES_MOST)
		return 431;
	values_add(in->rq.a, &in->rq.cookies, room, arena_text_n(in->rq.a, text, name_n),
		arena_text_n(in->rq.a, equals + 1, n - name_n - 1));
	return 0;
}

static int read_cookies(struct http_inside *in)
{
	size_t room = 0;
	int status = 0;

	for (size_t i = 0; i < in->rq.headers.count; i++) {
		const char *p = in->rq.headers.item[i].value;

		if (strcmp(in->rq.headers.item[i].name, "cookie") != 0)
			continue;
		while (*p && !status) {
			size_t n;

			p += strspn(p, "; \t");
			n = strcspn(p, ";");
			status = one_cookie(in, p, n, &room);
			p += n;
		}
	}
	return status;
}

/* ---- Who asks: the socket's other end, or, where that is the configured proxy, whom the proxy names last ---- */

static const char *socket_peer(struct http_inside *in)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(in->mhd, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	char text[NI_MAXHOST];
	socklen_t n = sizeof(struct sockaddr_in6);

	if (info && info->client_addr && info->client_addr->sa_family == AF_INET)
		n = sizeof(struct sockaddr_in);
	if (!info || !info->client_addr || getnameinfo(info->client_addr, n, text, sizeof text, NULL, 0, NI_NUMERICHOST))
		return "";
	return arena_text(in->rq.a, strncmp(text, "::ffff:", 7) == 0 ? text + 7 : text);
}

static const char *forwarded_peer(struct http_inside *in)
{
	const char *last = NULL, *comma;
	unsigned char address[sizeof(struct in6_addr)];

	for (size_t i = 0; i < in->rq.headers.count; i++)
		if (strcmp(in->rq.headers.item[i].name, "x-forwarded-for") == 0)
			last = in->rq.headers.item[i].value;
	if (!last)
		return NULL;
	comma = strrchr(last, ',');
	last = comma ? comma + 1 : last;
	last += strspn(last, " \t");
	return inet_pton(AF_INET, last, address) == 1 || inet_pton(AF_INET6, last, address) == 1 ? last : NULL;
}

static int read_peer(struct http_inside *in)
{
	const char *proxy = in->server->o.proxy, *proto = http_header(&in->rq, "x-forwarded-proto"), *named;

	in->rq.peer = socket_peer(in);
	in->rq.tls = in->server->o.certificate != NULL;
	if (!proxy)
		return 0;
	if (strcmp(in->rq.peer, proxy) != 0)
		return strncmp(in->rq.peer, "127.", 4) == 0 || strcmp(in->rq.peer, "::1") == 0 ? 0 : 403;
	named = forwarded_peer(in);
	if (named)
		in->rq.peer = named;
	in->rq.tls = in->rq.tls || (proto && strcasecmp(proto, "https") == 0);
	return 0;
}

int head_read(struct http_inside *in)
{
	static int (*const STEPS[])(struct http_inside *) = { read_headers, no_doubles, read_method, read_body_headers, read_peer,
		read_host, read_target, read_cookies };
	int status = 0;

	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS && !status; i++)
		status = STEPS[i](in);
	return status;
}
