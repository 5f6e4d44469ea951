/* multipart.c - multipart/form-data as it arrives: fields into memory, files into memory or the spool. Strict where browsers are
 * regular: a part is named, plainly, or the whole form is refused. It opens no file of the name it is given. */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "http/form.h"

enum {
	HELD_MOST = 4 << 20, /* bytes of files in memory, over all of a form's parts */
	SPOOLS_MOST = 40,    /* files that are not */
};

/* The value of parameter `name` of a header value, in the arena: `; name=token` or `; name="..."`. Browsers do not escape a
 * backslash in it and write a quote as %22, so a quote ends it always. 1: there, 0: not there, -1: malformed or twice. */
static int parameter(struct arena *a, const char *header, const char *name, const char **out)
{
	const char *p = strchr(header, ';');
	size_t name_n = strlen(name);
	int found = 0;

	while (p && *p) {
		const char *key, *from;
		size_t key_n, n;

		p += 1 + strspn(p + 1, " \t");
		key = p;
		key_n = strcspn(p, "=; \t\"");
		p += key_n;
		if (!key_n || *p++ != '=')
			return -1;
		from = *p == '"' ? p + 1 : p;
		n = *p == '"' ? strcspn(from, "\"") : strcspn(from, "; \t\"");
		if (*p == '"' && from[n] != '"')
			return -1;
		p = from + n + (*p == '"');
		p += strspn(p, " \t");
		if (*p && *p != ';')
			return -1;
		if (key_n != name_n || strncasecmp(key, name, name_n) != 0)
			continue;
		if (found++)
			return -1;
		*out = arena_text_n(a, from, n);
	}
	return found;
}

int multipart_boundary(struct http_body *f, const char *type)
{
	const char *boundary = "";
	size_t n;

	if (parameter(f->a, type, "boundary", &boundary) != 1)
		return 400;
	n = strlen(boundary);
	if (!n || n > FORM_BOUNDARY_MOST || strspn(boundary, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"'()+_,-./:=? ") != n || boundary[n - 1] == ' ')
		return 400;
	memcpy(f->mark, "\r\n--", 4);
	memcpy(f->mark + 4, boundary, n);
	f->mark_n = n + 4;
	f->at = PART_START;
	return 0;
}

/* A label for people: no folder, no control characters, its ending kept when it is cut. */
static const char *file_label(struct arena *a, const char *name)
{
	const char *slash = strrchr(name, '/'), *back = strrchr(name, '\\');
	const char *base = slash > back ? slash : back;
	char *label;
	size_t n, to = 0;

	base = base ? base + 1 : name;
	n = strlen(base);
	if (n > FORM_FILE_NAME_MOST) {
		base += n - FORM_FILE_NAME_MOST;
		while (((unsigned char)*base & 0xC0) == 0x80)
			base++;
	}
	label = arena_text(a, base);
	for (size_t i = 0; label[i]; i++)
		if ((unsigned char)label[i] >= ' ' && label[i] != 0x7f)
			label[to++] = label[i];
	label[to] = 0;
	return label;
}

/* Names that a browser had to escape are none of ours. */
static int field_name_status(const char *name)
{
	if (strpbrk(name, "\";\\") || strcasestr(name, "%22") || strcasestr(name, "%0d") || strcasestr(name, "%0a"))
		return 400;
	return form_name_status(name, strlen(name));
}

static int read_disposition(struct http_body *f, const char *value)
{
	const char *file_name = NULL;

	if (f->name || strncasecmp(value, "form-data", 9) != 0 || !strchr("; \t", value[9]))
		return 400;
	if (parameter(f->a, value, "name", &f->name) != 1 || parameter(f->a, value, "filename", &file_name) < 0)
		return 400;
	if (file_name)
		f->file_name = file_label(f->a, file_name);
	return field_name_status(f->name);
}

static int read_part_line(struct http_body *f, char *line)
{
	char *value = strchr(line, ':');

	if (!value || strchr(" \t", line[0]))
		return 400;
	*value++ = 0;
	value += strspn(value, " \t");
	if (strcasecmp(line, "content-disposition") == 0)
		return read_disposition(f, value);
	if (strcasecmp(line, "content-type") == 0)
		f->type = arena_text_n(f->a, value, strnlen(value, 200));
	if (strcasecmp(line, "content-transfer-encoding") == 0 && strcasecmp(value, "binary") != 0 &&
		strcasecmp(value, "8bit") != 0 &&
		strcasecmp(value, "7bit") != 0)
		return 400;
	return 0;
}

/* `n` bytes of header lines, each ending in CR LF. */
static int read_part_head(struct http_body *f, const char *bytes, size_t n)
{
	char *line = arena_text_n(f->a, bytes, n), *end;

	f->name = f->file_name = NULL;
	f->type = "";
	if (++f->parts > HTTP_PARAMS_MOST)
		return 413;
	if (!text_is_utf8(line, n))
		return 400;
	for (; *line; line = end + 2) {
		int status;

		end = strstr(line, "\r\n");
		if (!end)
			return 400;
		*end = 0;
		if (strpbrk(line, "\r\n"))
			return 400;
		status = read_part_line(f, line);
		if (status)
			return status;
	}
	return f->name ? 0 : 400;
}

static int spill(struct http_body *f)
{
	if (!f->spool && f->spools++ >= SPOOLS_MOST)
		return 413;
	if (!f->spool)
		f->spool = spool_open(f->a, f->spool_dir);
	if (!f->spool || !spool_add(f->spool, buf_text(&f->stage), f->stage.len))
		return 503;
	f->stage.len = 0;
	return 0;
}

static int part_bytes(struct http_body *f, const char *bytes, size_t n)
{
	while (n) {
		size_t room = HTTP_FILE_IN_MEMORY - f->stage.len, part = n < room ? n : room;
		int status;

		buf_add_n(&f->stage, bytes, part);
		bytes += part;
		n -= part;
		if (f->stage.len < HTTP_FILE_IN_MEMORY)
			continue;
		if (!f->file_name)
			return 413;
		status = spill(f);
		if (status)
			return status;
	}
	return 0;
}

static int file_ends(struct http_body *f)
{
	struct http_file *file;

	if (!f->file_name[0] && !f->spool && !f->stage.len)
		return 0; /* a file field in which nothing was chosen */
	if (f->spool || f->held + f->stage.len > HELD_MOST) {
		int status = spill(f);

		if (status)
			return status;
	} else {
		f->spool = spool_memory(f->a, buf_text(&f->stage), f->stage.len);
		f->held += f->stage.len;
	}
	file = arena_alloc(f->a, sizeof *file);
	*file = (struct http_file){ f->name, f->file_name, f->type, spool_size(f->spool), f->spool, NULL };
	*f->last_file = file;
	f->last_file = &file->next;
	f->spool = NULL;
	return 0;
}

static int part_ends(struct http_body *f)
{
	int status = 0;

	if (f->file_name)
		status = file_ends(f);
	else if (!text_is_utf8(buf_text(&f->stage), f->stage.len))
		status = 400;
	else
		values_add(f->a, &f->values, &f->values_room, f->name, arena_text_n(f->a, buf_text(&f->stage), f->stage.len));
	f->stage.len = 0;
	return status;
}

/* Each step looks at the pending bytes and says in *used how many it is done with; 0 used is "more is needed". */
static int step_bytes(struct http_body *f, const char *p, size_t n, size_t *used)
{
	const char *mark = memmem(p, n, f->mark, f->mark_n);
	size_t part = mark ? (size_t)(mark - p) : n < f->mark_n ? 0 : n - f->mark_n + 1;
	int status = part_bytes(f, p, part);

	*used = part;
	if (status || !mark)
		return status;
	*used += f->mark_n;
	f->at = PART_AFTER;
	return part_ends(f);
}

static int step_head(struct http_body *f, const char *p, size_t n, size_t *used)
{
	const char *end = memmem(p, n, "\r\n\r\n", 4);

	if (!end)
		return n > FORM_PART_HEAD_MOST ? 413 : 0;
	*used = (size_t)(end - p) + 4;
	f->at = PART_BYTES;
	return *used > FORM_PART_HEAD_MOST ? 413 : read_part_head(f, p, *used - 2);
}

static int step(struct http_body *f, const char *p, size_t n, size_t *used)
{
	size_t first = f->mark_n - 2; /* the first mark has no line before it */

	*used = 0;
	switch (f->at) {
	case PART_START:
		if (memcmp(p, f->mark + 2, n < first ? n : first) != 0)
			return 400;
		if (n >= first) {
			*used = first;
			f->at = PART_AFTER;
		}
		return 0;
	case PART_AFTER:
		if (n < 2)
			return 0;
		*used = 2;
		f->at = memcmp(p, "--", 2) == 0 ? PART_END : PART_HEAD;
		return f->at == PART_HEAD && memcmp(p, "\r\n", 2) != 0 ? 400 : 0;
	case PART_HEAD:
		return step_head(f, p, n, used);
	case PART_BYTES:
		return step_bytes(f, p, n, used);
	case PART_END:
		*used = n; /* whatever follows the last mark is not ours */
		return 0;
	}
	return 400;
}

int multipart_feed(struct http_body *f, const char *bytes, size_t n)
{
	size_t done = 0;

	buf_add_n(&f->pending, bytes, n);
	while (done < f->pending.len) {
		size_t used;
		int status = step(f, f->pending.data + done, f->pending.len - done, &used);

		if (status)
			return status;
		if (!used)
			break;
		done += used;
	}
	if (done)
		memmove(f->pending.data, f->pending.data + done, f->pending.len - done);
	f->pending.len -= done;
	return 0;
}

int multipart_end(struct http_body *f)
{
	return f->at == PART_END ? 0 : 400;
}
