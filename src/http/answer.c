/* answer.c - answers on their way out: the headers every answer has (R11), cookies, refusals, and the hand-over to the library. It
 * knows no page but its own short ones. */
#include <assert.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/log.h"
#include "http/inside.h"

static const struct header ALWAYS[] = {
	{ "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
		"connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", NULL },
	{ "X-Content-Type-Options", "nosniff", NULL },
	{ "Referrer-Policy", "no-referrer", NULL },
	{ "Cross-Origin-Opener-Policy", "same-origin", NULL },
	{ "Cross-Origin-Resource-Policy", "same-origin", NULL },
	{ "Cache-Control", "no-store", NULL },
};

/* ---- Refusals: constant pages, so that no memory is needed to say that there is none ---- */

#define PAGE(title, text)                                                                                             \
	"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"                                     \
	"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" title "</title>\n</head>\n" \
	"<body>\n<main>\n<h1>" title "</h1>\n<p>" text "</p>\n</main>\n</body>\n</html>\n"

static const struct refusal {
	int status;
	const char *page;
} REFUSALS[] = {
	{ 400, PAGE("The request could not be read", "Go back, load the page again and try once more.") },
	{ 403, PAGE("You cannot use this address", "Use the web address your school gave you.") },
	{ 404, PAGE("Page not found", "If you typed the web address, check it is correct. "
		"If you pasted it, check you copied all of it.") },
	{ 405, PAGE("The request could not be read", "This address cannot be used in that way.") },
	{ 413, PAGE("Too large", "What you sent is larger than this page takes. Send less, or a smaller file. Nothing was "
		"saved.") },
	{ 414, PAGE("Web address too long", "Go back and try a shorter search.") },
	{ 415, PAGE("This kind of file cannot be used here", "Choose a file of a kind the page names. Nothing was saved.") },
	{ 421, PAGE("Wrong web address", "Use the web address your school gave you.") },
	{ 429, PAGE("Too many requests", "Wait a minute, then try again.") },
	{ 431, PAGE("The request could not be read", "Clear the cookies for this address in your browser, then try again.") },
	{ 500, PAGE("Sorry, there is a problem with the service", "Nothing was saved. Try again later.") },
	{ 503, PAGE("Sorry, the service is busy", "Nothing was saved. Go back and try again in a few seconds.") },
};

static const char *refusal_page(int status)
{
	for (size_t i = 0; i < sizeof REFUSALS / sizeof *REFUSALS; i++)
		if (REFUSALS[i].status == status)
			return REFUSALS[i].page;
	return REFUSALS[0].page;
}

/* ---- Taking an answer ---- */

/* A suspended request is claimed first, since the server may be giving it up meanwhile; then it goes back to its pool thread. */
static void answer_with(struct http_request *rq, const struct answer *what)
{
	struct http_inside *in = rq->inside;
	enum request_state was = REQUEST_SUSPENDED;

	assert(in->suspended || !in->answer.status); /* one answer a request */
	if (in->suspended && !atomic_compare_exchange_strong(&in->state, &was, REQUEST_ANSWERED)) {
		assert(was == REQUEST_ABANDONED);
		if (what->fd >= 0)
			close(what->fd);
		request_release(in);
		return;
	}
	in->answer = *what;
	in->answer.headers = in->headers;
	if (!in->suspended)
		return;
	MHD_resume_connection(in->mhd);
	request_release(in);
}

void http_answer(struct http_request *rq, int status, const char *type, const char *body, size_t length)
{
	answer_with(rq, &(const struct answer){ .status = status, .type = type, .body = body, .length = length, .fd = -1 });
}

void http_answer_fd(struct http_request *rq, int status, const char *type, int fd, uint64_t length)
{
	answer_with(rq, &(const struct answer){ .status = status, .type = type, .length = length, .fd = fd });
}

void http_answer_stream(struct http_request *rq, int status, const char *type, uint64_t length, http_more *more, void *self)
{
	answer_with(rq, &(const struct answer){ .status = status, .type = type, .length = length, .fd = -1, .more = more,
		.self = self });
}

void http_redirect(struct http_request *rq, const char *to)
{
	assert(to[0] == '/' && to[1] != '/' && to[1] != '\\');
	http_add_header(rq, "Location", to);
	http_answer(rq, 303, NULL, "", 0);
}

static struct answer refusal(int status, bool closing)
{
	const char *page = refusal_page(status);

	return (struct answer){ .status = status, .type = HTTP_HTML, .body = page, .length = strlen(page), .fd = -1,
		.close = closing };
}

void http_refuse(struct http_request *rq, int status)
{
	struct answer what = refusal(status, false);

	answer_with(rq, &what);
}

void answer_refuse(struct http_inside *in, int status)
{
	if (in->answer.fd >= 0)
		close(in->answer.fd);
	in->answer = refusal(status, true);
}

static bool header_ok(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < ' ' || *text == 0x7f)
			return false;
	return true;
}

void http_add_header(struct http_request *rq, const char *name, const char *value)
{
	struct http_inside *in = rq->inside;
	bool many = strcasecmp(name, "Set-Cookie") == 0;
	struct header *h;

	if (!header_ok(name) || !header_ok(value)) {
		log_line(LOG_WARN, "http: a header with control characters was left out: %s", name);
		return;
	}
	for (h = in->headers; h && !many; h = h->next) {
		if (strcasecmp(h->name, name) == 0) {
			h->value = arena_text(rq->a, value);
			return;
		}
	}
	h = arena_alloc(rq->a, sizeof *h);
	*h = (struct header){ arena_text(rq->a, name), arena_text(rq->a, value), in->headers };
	in->headers = h;
}

void http_set_cookie(struct http_request *rq, const char *host_name, const char *value, int seconds)
{
	const char *life = seconds >= 0 ? arena_printf(rq->a, "; Max-Age=%d", seconds) : "";

	http_add_header(rq, "Set-Cookie",
		arena_printf(rq->a, "__Host-%s=%s; Path=/; Secure; HttpOnly; SameSite=Lax%s", host_name, value, life));
}

/* ---- Sending ---- */

static bool has_header(const struct answer *an, const char *name)
{
	for (const struct header *h = an->headers; h; h = h->next)
		if (strcasecmp(h->name, name) == 0)
			return true;
	return false;
}

static void add_headers(const struct http_inside *in, struct MHD_Response *r)
{
	const struct answer *an = &in->answer;

	for (size_t i = 0; i < sizeof ALWAYS / sizeof *ALWAYS; i++)
		if (!has_header(an, ALWAYS[i].name))
			MHD_add_response_header(r, ALWAYS[i].name, ALWAYS[i].value);
	for (const struct header *h = an->headers; h; h = h->next)
		MHD_add_response_header(r, h->name, h->value);
	if (in->rq.tls)
		MHD_add_response_header(r, "Strict-Transport-Security", "max-age=31536000");
	if (an->type)
		MHD_add_response_header(r, "Content-Type", an->type);
	if (an->status == 405)
		MHD_add_response_header(r, "Allow", "GET, HEAD, POST");
	if ((an->status == 429 || an->status == 503) && !has_header(an, "Retry-After"))
		MHD_add_response_header(r, "Retry-After", an->status == 429 ? "60" : "5");
	if (an->close || atomic_load(&in->server->stopping))
		MHD_add_response_header(r, "Connection", "close");
}

/* The library's reader of a streamed answer. */
static ssize_t stream(void *inside, uint64_t at, char *to, size_t room)
{
	struct http_inside *in = inside;
	ssize_t n = in->answer.more(in->answer.self, at, to, room);

	return n > 0 ? n : MHD_CONTENT_READER_END_WITH_ERROR;
}

static struct MHD_Response *response(struct http_inside *in)
{
	struct answer *an = &in->answer;
	struct MHD_Response *r;
	int fd = an->fd;

	if (an->more)
		return MHD_create_response_from_callback(an->length, 64 << 10, stream, in, NULL);
	if (fd < 0)
		return MHD_create_response_from_buffer(an->length, (void *)(uintptr_t)an->body, MHD_RESPMEM_PERSISTENT);
	r = MHD_create_response_from_fd64(an->length, fd);
	if (r)
		an->fd = -1; /* the library's from here on */
	return r;
}

enum MHD_Result answer_send(struct http_inside *in)
{
	const struct http_options *o = &in->server->o;
	struct MHD_Response *r = response(in);
	enum MHD_Result sent;

	if (!r)
		return MHD_NO;
	add_headers(in, r);
	connection_until(in->connection, now_ms() + o->head_ms + (int64_t)(in->answer.length * 1000 / (uint64_t)o->body_rate));
	sent = MHD_queue_response(in->mhd, (unsigned)in->answer.status, r);
	MHD_destroy_response(r);
	return sent;
}
