/* request.c - one request from its first line to its arena's end: the library calls here, and here the handler is called. What the
 * library does between is in its manual; what matters: the first call comes with the head, the next ones with the body, the last
 * with neither, and again after a suspended request was resumed. Only at the head and at the end may an answer be given. */
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "http/inside.h"

enum { OVERRUN_MOST = 4 << 20 }; /* bytes read on of a chunked body over its limit, so that its sender may see the answer */

_Thread_local struct http_server *http_here;

/* Called with the request line as it came. */
void *request_line(void *server, const char *target, struct MHD_Connection *mhd)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct arena *a = arena_new(ARENA_REQUEST);
	struct http_inside *in = arena_alloc(a, sizeof *in);

	in->rq.a = a;
	in->rq.inside = in;
	in->rq.host = in->rq.peer = "";
	in->server = server;
	in->mhd = mhd;
	in->connection = info->socket_context;
	in->owners = 1;
	in->answer.fd = -1;
	in->raw_target = target;
	in->target = arena_text(a, target);
	in->target_length = strlen(in->target);
	keeper_begin(in->server, in->connection, in);
	return in;
}

void request_release(struct http_inside *in)
{
	if (atomic_fetch_sub(&in->owners, 1) == 1)
		arena_free(in->rq.a);
}

void request_done(void *server, struct MHD_Connection *mhd, void **context, enum MHD_RequestTerminationCode why)
{
	struct http_inside *in = *context;

	(void)mhd, (void)why;
	if (!in)
		return;
	*context = NULL;
	keeper_finish(server, in->connection);
	if (in->answer.fd >= 0)
		close(in->answer.fd); /* never sent */
	request_release(in);
}

/* Run a step of the request; over the arena's cap the request alone ends (R25). */
static void guarded(struct http_inside *in, void (*step)(struct http_inside *))
{
	jmp_buf place;

	arena_catch(in->rq.a, &place);
	if (setjmp(place)) {
		log_line(LOG_WARN, "http: a request went over its memory: %s", in->method_text);
		answer_refuse(in, 503);
		in->refusal = 503;
	} else {
		step(in);
	}
	if (!in->suspended)
		arena_catch(in->rq.a, NULL);
}

/* ---- The head ---- */

static void expect_body(struct http_inside *in)
{
	const struct http_options *o = &in->server->o;

	in->limit = o->body_limit ? o->body_limit(o->self, in->rq.method, in->rq.path) : 0;
	if (in->declared > in->limit || !in->limit) {
		in->refusal = 413;
		return;
	}
	in->form = body_new(in->rq.a, http_header(&in->rq, "content-type"), o->spool_dir, &in->refusal);
	in->raw = buf_limit(in->rq.a, in->limit);
	if (!in->form && in->declared) {
		in->raw.room = (size_t)in->declared + 1;
		in->raw.data = arena_alloc(in->rq.a, in->raw.room);
	}
}

static void step_head(struct http_inside *in)
{
	in->refusal = atomic_load(&in->server->stopping) ? 503 : head_read(in);
	if (!in->refusal && in->has_body)
		expect_body(in);
}

static enum MHD_Result take_head(struct http_inside *in, const char *method, const char *version)
{
	in->head_done = true;
	in->method_text = method;
	in->version = version;
	guarded(in, step_head);
	if (in->refusal) {
		answer_refuse(in, in->refusal);
		/* answered now, though a body may be coming: the library closes */
		in->connection->linger = !in->rq.path || in->has_body;
		return answer_send(in);
	}
	in->connection->linger = false;
	in->body_since = now_ms();
	connection_until(in->connection, in->has_body ? in->body_since + in->server->o.head_ms : 0);
	return MHD_YES;
}

/* ---- The body ---- */

struct piece {
	const char *bytes;
	size_t n;
};

static _Thread_local struct piece piece; /* what guarded() cannot pass */

static void step_body(struct http_inside *in)
{
	if (in->received > in->limit)
		in->refusal = 413;
	else if (in->form)
		in->refusal = body_feed(in->form, piece.bytes, piece.n);
	else
		buf_add_n(&in->raw, piece.bytes, piece.n);
}

/* A slow body moves its own deadline, by as many seconds as its bytes are worth. */
static enum MHD_Result take_body(struct http_inside *in, const char *bytes, size_t *n)
{
	const struct http_options *o = &in->server->o;

	in->received += *n;
	piece = (struct piece){ bytes, *n };
	*n = 0;
	connection_until(in->connection, in->body_since + o->head_ms + (int64_t)(in->received * 1000 / (uint64_t)o->body_rate));
	if (in->refusal)
		return in->received > in->limit + OVERRUN_MOST ? MHD_NO : MHD_YES;
	guarded(in, step_body);
	return MHD_YES;
}

/* ---- The handler ---- */

static void step_handle(struct http_inside *in)
{
	if (in->form)
		in->refusal = body_end(in->form, &in->rq.form, &in->rq.files);
	if (in->refusal)
		return;
	if (in->has_body && !in->form) {
		in->rq.body = buf_text(&in->raw);
		in->rq.body_length = in->raw.len;
	}
	in->server->o.handle(in->server->o.self, &in->rq);
	if (in->suspended || in->answer.status)
		return;
	log_line(LOG_ALARM, "http: a handler gave no answer");
	answer_refuse(in, 500);
}

static enum MHD_Result take_end(struct http_inside *in)
{
	connection_until(in->connection, 0);
	if (!in->refusal) {
		http_here = in->server;
		guarded(in, step_handle);
	}
	if (in->suspended)
		return MHD_YES;
	if (in->refusal)
		answer_refuse(in, in->refusal);
	return answer_send(in);
}

/* It was suspended, and is answered now or was given up. */
static enum MHD_Result take_answer(struct http_inside *in)
{
	if (atomic_load(&in->state) == REQUEST_ABANDONED)
		answer_refuse(in, 503);
	return answer_send(in);
}

enum MHD_Result request_step(void *server, struct MHD_Connection *mhd, const char *url, const char *method, const char *version,
	const char *upload, size_t *upload_size, void **context)
{
	struct http_inside *in = *context;

	(void)server, (void)mhd, (void)url;
	if (!in->head_done)
		return take_head(in, method, version);
	if (*upload_size)
		return take_body(in, upload, upload_size);
	return in->suspended ? take_answer(in) : take_end(in);
}

/* ---- Giving a request to another thread ---- */

void http_suspend(struct http_request *rq)
{
	struct http_inside *in = rq->inside;

	arena_catch(rq->a, NULL); /* the place is on this thread's stack */
	in->suspended = true;
	atomic_fetch_add(&in->owners, 1);
	MHD_suspend_connection(in->mhd);
	atomic_store(&in->state, REQUEST_SUSPENDED); /* from here on the server may give it up */
}

void *http_thread(void)
{
	struct http_server *s = http_here;
	void *mine = pthread_getspecific(s->thread_key);

	if (!mine && s->o.thread_start) {
		mine = s->o.thread_start(s->o.self);
		pthread_setspecific(s->thread_key, mine);
	}
	return mine;
}
