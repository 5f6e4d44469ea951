/* req.c - what a handler may ask of its request, and how it answers. */
#include <string.h>

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

		ui_error(rq->ui, !f ? "form" : f->type == F_DATE ? arena_printf(rq->a, "%s-day", f->name) : f->name, form->errors[i].text);
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
