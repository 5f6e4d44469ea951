/* web.c - starting and stopping what serves pages: the writer, the helpers, the pool. */
#include "web/web.h"

#include "base/random.h"
#include "record/recall.h"
#include "web/inner.h"

static size_t body_limit(void *self, enum http_method method, const char *path)
{
	const struct web *w = self;
	const struct route *r = method == HTTP_POST ? route_find(w->o.routes, path) : NULL;

	if (!r || !r->post)
		return 0;
	return r->flags & UPLOAD ? HTTP_UPLOAD_MOST : 1 << 20;
}

static const struct fault *check_routes(struct arena *a, const struct route *const *tables)
{
	for (; *tables; tables++)
		for (const struct route *r = *tables; r->path; r++)
			if ((!r->get && !r->post) || (!r->record && !(r->flags & (OPEN | ANYONE))))
				return FAULT(a, FAULT_BROKEN, "route %s has no handler or no permission", r->path);
	return NULL;
}

const struct fault *web_start(struct arena *a, const struct web_options *o, struct web **out)
{
	struct web *w = arena_alloc(a, sizeof *w);

	w->a = a;
	w->o = *o;
	TRY(check_routes(a, o->routes));
	TRY(writer_start(a, &(struct writer_options){ .where = o->where, .house = o->house, .sealer = o->sealer }, &w->writer));
	w->seen = seen_new();
	w->slow = slow_new();
	w->recall = o->forgets ? NULL : recall_new(RECALL_BYTES);
	random_bytes(w->ticket_key, sizeof w->ticket_key);
	w->helpers = helpers_new(2, 200, reader_start, reader_end, w);
	w->o.http.handle = dispatch;
	w->o.http.body_limit = body_limit;
	w->o.http.thread_start = reader_start;
	w->o.http.thread_end = reader_end;
	w->o.http.self = w;
	*out = w;
	return http_start(a, &w->o.http, &w->http);
}

void web_stop(struct web *w)
{
	http_stop(w->http);
	helpers_free(w->helpers);
	writer_stop(w->writer);
	seen_free(w->seen);
	slow_free(w->slow);
	recall_free(w->recall);
}

uint16_t web_port(const struct web *w) { return http_port(w->http); }
struct writer *web_writer(const struct web *w) { return w->writer; }
const struct web_options *web_options(const struct web *w) { return &w->o; }
