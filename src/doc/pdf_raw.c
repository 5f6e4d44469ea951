/* pdf_raw.c - finds objects, keys and streams in a file that cairo has just written. */
#include "doc/pdf_raw.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "xref", a line "0 198", then a line of 20 bytes for each object. */
bool raw_open(struct arena *a, const struct buf *bytes, struct raw *out)
{
	static const char START[] = "startxref\n";
	const char *text = buf_text(bytes), *last = NULL, *at;
	size_t xref;

	for (size_t i = bytes->len > 64 ? bytes->len - 64 : 0; i + sizeof START < bytes->len && !last; i++)
		last = memcmp(text + i, START, sizeof START - 1) == 0 ? text + i + sizeof START - 1 : NULL;
	if (!last || (xref = strtoul(last, NULL, 10)) + 10 >= bytes->len || memcmp(text + xref, "xref\n0 ", 7) != 0)
		return false;
	*out = (struct raw){ .at = text, .n = bytes->len, .count = (int)strtol(text + xref + 7, NULL, 10) };
	at = memchr(text + xref + 7, '\n', 16);
	if (!at || out->count < 1 || (size_t)(at - text) + 1 + (size_t)out->count * 20 > bytes->len)
		return false;
	out->place = arena_array(a, (size_t)out->count, sizeof *out->place);
	for (int i = 1; i < out->count; i++) {
		const char *line = at + 1 + (size_t)i * 20;

		out->place[i] = line[17] == 'n' ? strtoul(line, NULL, 10) : 0;
		if (out->place[i] >= bytes->len)
			return false;
	}
	return true;
}

static size_t number_at(const struct raw *r, const char *at)
{
	int ref = raw_ref(at);
	struct raw_object of;

	if (!ref)
		return strtoul(at, NULL, 10);
	return raw_object(r, ref, &of) ? strtoul(of.text, NULL, 10) : 0;
}

bool raw_object(const struct raw *r, int number, struct raw_object *out)
{
	static const char STREAM[] = ">>\nstream\n";
	const char *at, *end, *stream, *length;

	if (number < 1 || number >= r->count || !r->place[number])
		return false;
	at = memmem(r->at + r->place[number], r->n - r->place[number], "obj\n", 4);
	end = at ? memmem(at, (size_t)(r->at + r->n - at), "endobj", 6) : NULL;
	if (!end)
		return false;
	at += 4;
	*out = (struct raw_object){ .text = at, .n = (size_t)(end - at) };
	stream = memmem(at, (size_t)(end - at), STREAM, sizeof STREAM - 1);
	if (!stream)
		return true;
	out->n = (size_t)(stream + 2 - at);
	out->stream = (const unsigned char *)stream + sizeof STREAM - 1;
	length = raw_key(out, "/Length");
	out->length = length ? number_at(r, length) : 0;
	return length && out->length <= r->n - (size_t)((const char *)out->stream - r->at);
}

const char *raw_key(const struct raw_object *o, const char *key)
{
	size_t n = strlen(key);

	for (const char *at = o->text; (at = memmem(at, (size_t)(o->text + o->n - at), key, n)); at += n) {
		if (!is_blank(at[n]))
			continue;
		at += n;
		return at + strspn(at, " \n");
	}
	return NULL;
}

int raw_ref(const char *at)
{
	char *end;
	long n = is_digit(*at) ? strtol(at, &end, 10) : 0;

	return n > 0 && n < INT32_MAX && strncmp(end, " 0 R", 4) == 0 ? (int)n : 0;
}

const char *raw_past(const char *at)
{
	bool ref = raw_ref(at) > 0;

	at += strspn(at, "0123456789");
	if (ref)
		at += 4;
	return at + strspn(at, " \n");
}

unsigned char *raw_inflate(struct arena *a, const unsigned char *bytes, size_t n, size_t *length)
{
	size_t room = n * 8 + 1024;
	unsigned char *out = arena_array(a, room, 1);
	z_stream z = { .next_in = (unsigned char *)(uintptr_t)bytes, .avail_in = (uInt)n };
	int how = inflateInit(&z);

	while (how == Z_OK) {
		if (z.total_out == room) {
			out = arena_extend(a, out, room, room * 2);
			room *= 2;
		}
		z.next_out = out + z.total_out;
		z.avail_out = (uInt)(room - z.total_out);
		how = inflate(&z, Z_NO_FLUSH);
	}
	*length = z.total_out;
	inflateEnd(&z);
	return how == Z_STREAM_END ? out : NULL;
}

unsigned char *raw_deflate(struct arena *a, const void *bytes, size_t n, size_t *length)
{
	uLongf room = compressBound((uLong)n);
	unsigned char *out = arena_array(a, room, 1);

	if (compress2(out, &room, bytes, (uLong)n, 6) != Z_OK)
		return NULL;
	*length = room;
	return out;
}
