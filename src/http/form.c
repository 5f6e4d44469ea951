/* form.c - what a browser sends of a form, or in a query, into names and values: decoded once, checked, bounded (R8). Multipart
 * bodies go on to multipart.c. It does not know what a field means, and forgives nothing: what is malformed refuses the form. */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "http/form.h"

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool form_decode(char *text, size_t *n, bool plus)
{
	size_t to = 0;

	for (size_t from = 0; from < *n; from++, to++) {
		int high, low;

		text[to] = plus && text[from] == '+' ? ' ' : text[from];
		if (text[from] != '%')
			continue;
		high = from + 2 < *n ? hex(text[from + 1]) : -1;
		low = from + 2 < *n ? hex(text[from + 2]) : -1;
		if (high < 0 || low < 0)
			return false;
		text[to] = (char)(high << 4 | low);
		from += 2;
	}
	*n = to;
	text[to] = 0;
	return text_is_utf8(text, to);
}

int form_name_status(const char *name, size_t n)
{
	if (n > HTTP_NAME_MOST)
		return 413;
	if (!n)
		return 400;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)name[i] < ' ' || name[i] == 0x7f)
			return 400;
	return 0;
}

void values_add(struct arena *a, struct http_values *list, size_t *room, const char *name, const char *value)
{
	if (list->count == *room) {
		size_t more = *room ? *room * 2 : 16;

		list->item = arena_extend(a, list->item, *room * sizeof *list->item, more * sizeof *list->item);
		*room = more;
	}
	list->item[list->count++] = (struct http_value){ name, value };
}

static int add_pair(struct arena *a, const char *from, size_t n, struct http_values *values, size_t *room)
{
	const char *equals = memchr(from, '=', n);
	size_t name_n = equals ? (size_t)(equals - from) : n, value_n = equals ? n - name_n - 1 : 0;
	char *name, *value;
	int status;

	if (values->count >= HTTP_PARAMS_MOST || name_n > 3 * HTTP_NAME_MOST)
		return 413;
	name = arena_text_n(a, from, name_n);
	value = arena_text_n(a, equals ? equals + 1 : "", value_n);
	if (!form_decode(name, &name_n, true) || !form_decode(value, &value_n, true))
		return 400;
	status = form_name_status(name, name_n);
	if (!status)
		values_add(a, values, room, name, value);
	return status;
}

int form_pairs(struct arena *a, const char *text, size_t n, struct http_values *values)
{
	size_t room = 0;

	while (n) {
		const char *amp = memchr(text, '&', n);
		size_t len = amp ? (size_t)(amp - text) : n, step = amp ? len + 1 : len;
		int status = len ? add_pair(a, text, len, values, &room) : 0;

		if (status)
			return status;
		text += step;
		n -= step;
	}
	return 0;
}

/* Is `type` this media type, whatever parameters follow? */
static bool type_is(const char *type, const char *media)
{
	size_t n = strlen(media);

	return strncasecmp(type, media, n) == 0 && (!type[n] || strchr("; \t", type[n]));
}

struct http_body *body_new(struct arena *a, const char *type, const char *spool_dir, int *status)
{
	struct http_body *f;

	*status = 0;
	if (!type || (!type_is(type, "application/x-www-form-urlencoded") && !type_is(type, "multipart/form-data")))
		return NULL;
	f = arena_alloc(a, sizeof *f);
	f->a = a;
	f->spool_dir = spool_dir;
	f->pending = buf_new(a);
	f->last_file = &f->files;
	if (type_is(type, "multipart/form-data")) {
		f->multipart = true;
		f->stage = buf_limit(a, HTTP_FILE_IN_MEMORY);
		*status = multipart_boundary(f, type);
	}
	return *status ? NULL : f;
}

int body_feed(struct http_body *f, const char *bytes, size_t n)
{
	if (f->multipart)
		return multipart_feed(f, bytes, n);
	buf_add_n(&f->pending, bytes, n);
	return 0;
}

int body_end(struct http_body *f, struct http_values *values, struct http_file **files)
{
	if (!f->multipart)
		return form_pairs(f->a, buf_text(&f->pending), f->pending.len, values);
	*values = f->values;
	*files = f->files;
	return multipart_end(f);
}
