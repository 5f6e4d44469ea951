/* req.c - what a handler may ask of its request, and how it answers. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "web/inner.h"

const char *rq_param(const struct req *rq, const char *name)
{
	const char *v = http_value(&rq->typed, name);

	return v || rq->post ? v : http_value(&rq->http->query, name);
}

const char *rq_text(const struct req *rq, const char *name)
{
	const char *v = rq_param(rq, name);

	return v ? text_clean(rq->a, v) : "";
}

static const char *typed(void *from, const char *name)
{
	const struct req *rq = from;

	return http_value(&rq->typed, name);
}

struct form *rq_form(const struct req *rq, const struct record *r)
{
	struct form *f = form_read(rq->a, r, typed, (void *)(uintptr_t)rq);
	int64_t version = 0;

	if (rq->version_seen && text_to_int(rq->version_seen, &version))
		f->version = version;
	return f;
}

void rq_errors(struct req *rq, const struct form *form)
{
	for (int i = 0; i < form->error_count; i++) {
		int field = form->errors[i].field;
		const struct field *f = field >= 0 ? &form->r->fields[field] : NULL;

		ui_error(rq->ui, !f ? "form" : f->type == F_DATE ? arena_printf(rq->a, "%s-day", f->name) : f->name,
			form->errors[i].text);
	}
}

const struct fault *go(struct req *rq, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	rq->go = arena_vprintf(rq->a, format, ap);
	va_end(ap);
	return NULL;
}

const struct fault *go_filled(struct req *rq, const char *path, const char *const *pairs)
{
	struct buf body = buf_new(rq->a);
	const char *id;

	for (int i = 0; pairs[i]; i += 2) {
		buf_add(&body, body.len ? "&" : "");
		buf_add_url(&body, pairs[i]);
		buf_add_c(&body, '=');
		buf_add_url(&body, pairs[i + 1]);
	}
	TRY(draft_keep(rq->act, rq->act->who->account, path, "Filled in for you", buf_text(&body), &id));
	return go(rq, "%s?draft=%s", path, id);
}

void rq_notice(struct req *rq, const char *undo, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	rq->notice = arena_vprintf(rq->a, format, ap);
	va_end(ap);
	rq->undo = undo;
}

const struct fault *rq_download(struct req *rq, const char *type, const char *file_name, const void *bytes, size_t n)
{
	rq->type = type;
	rq->file_name = file_name;
	rq->body = bytes;
	rq->body_length = n;
	return NULL;
}

const char *rq_role(const struct req *rq)
{
	return rq->session ? rq->session->role : "";
}

bool rq_has_role(const struct req *rq, const char *role)
{
	const struct actor *who = rq->act ? rq->act->who : NULL;
	int n = matrix_role(rq->web->o.house->matrix, role);

	for (int i = 0; who && i < who->held_count; i++)
		if (who->held[i].role == n && strcmp(who->held[i].campus, rq->act->campus) == 0)
			return true;
	return false;
}

void web_wake(const struct req *rq, const char *session)
{
	seen_wake(rq->web->seen, session, clock_seconds());
}

const char *web_by_way_of(const struct req *rq, const char *first)
{
	struct buf b = buf_new(rq->a);

	if (strcmp(rq->http->path, "/") == 0)
		return first;
	buf_printf(&b, "%s?next=", first);
	buf_add_url(&b, rq->http->path);
	return buf_text(&b);
}

const char *web_agent(const struct req *rq)
{
	const char *agent = http_header(rq->http, "user-agent");

	return agent ? text_shorten(rq->a, text_clean(rq->a, agent), 200) : "";
}

const struct route *web_route(const struct web *w, const char *path)
{
	return route_find(w->o.routes, path);
}

bool web_stamped(const struct req *rq, const char *path)
{
	const char *version, *once;

	return rq->session && stamp_check(rq->a, rq->session, path, http_value(&rq->http->form, "stamp"), &version, &once);
}

const char *web_typed(const struct req *rq)
{
	return stamp_typed(rq->a, rq->http);
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static const char *decode(struct arena *a, const char *p, size_t n)
{
	char *out = arena_alloc(a, n + 1), *to = out;

	for (size_t i = 0; i < n; i++) {
		if (p[i] == '%' && i + 2 <= n - 1 && hex(p[i + 1]) >= 0 && hex(p[i + 2]) >= 0) {
			*to++ = (char)(hex(p[i + 1]) * 16 + hex(p[i + 2]));
			i += 2;
		} else {
			*to++ = p[i];
		}
	}
	return out;
}

/* The body was written by stamp_typed() and unsealed: it needs taking apart, not checking. */
struct http_values rq_untyped(struct arena *a, const char *body)
{
	struct http_values v = { 0 };
	size_t most = 1;

	for (const char *p = body; *p; p++)
		most += *p == '&';
	v.item = arena_array(a, most, sizeof *v.item);
	while (*body) {
		size_t n = strcspn(body, "&"), name = strcspn(body, "=");

		if (name < n)
			v.item[v.count++] = (struct http_value){ decode(a, body, name), decode(a, body + name + 1, n - name - 1) };
		body += n + (body[n] == '&');
	}
	return v;
}
