/* buf.c - growing text, and the escapes that go with building it. */
#include "base/buf.h"

#include <stdio.h>
#include <string.h>

struct buf buf_limit(struct arena *a, size_t max)
{
	return (struct buf){ .a = a, .max = max };
}

struct buf buf_new(struct arena *a)
{
	return buf_limit(a, 0);
}

static bool make_room(struct buf *b, size_t n)
{
	size_t need, room;

	if (b->over)
		return false;
	if (__builtin_add_overflow(b->len, n + 1, &need) || (b->max && need > b->max + 1)) {
		b->over = true;
		return false;
	}
	if (need <= b->room)
		return true;
	room = b->room ? b->room * 2 : 256;
	while (room < need)
		room *= 2;
	b->data = arena_extend(b->a, b->data, b->room, room);
	b->room = room;
	return true;
}

void buf_add_n(struct buf *b, const char *bytes, size_t n)
{
	if (!n || !make_room(b, n))
		return;
	memcpy(b->data + b->len, bytes, n);
	b->len += n;
	b->data[b->len] = 0;
}

void buf_add(struct buf *b, const char *text)
{
	if (text)
		buf_add_n(b, text, strlen(text));
}

void buf_add_c(struct buf *b, char c)
{
	buf_add_n(b, &c, 1);
}

void buf_add_int(struct buf *b, int64_t n)
{
	char text[24];
	int len = snprintf(text, sizeof text, "%lld", (long long)n);

	buf_add_n(b, text, (size_t)len);
}

/* Written straight where it belongs; a second time only if there was no room for it. */
void buf_vprintf(struct buf *b, const char *format, va_list ap)
{
	size_t room = b->max && b->max + 1 < b->room ? b->max + 1 : b->room, left = b->over || !b->data ? 0 : room - b->len;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(left ? b->data + b->len : NULL, left, format, ap);
	if (n > 0 && (size_t)n < left) {
		b->len += (size_t)n;
	} else if (n > 0) {
		if (left)
			b->data[b->len] = 0;
		if (make_room(b, (size_t)n)) {
			vsnprintf(b->data + b->len, (size_t)n + 1, format, again);
			b->len += (size_t)n;
		}
	}
	va_end(again);
}

void buf_printf(struct buf *b, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	buf_vprintf(b, format, ap);
	va_end(ap);
}

void buf_add_html(struct buf *b, const char *text)
{
	const char *from = text;

	if (!text)
		return;
	for (; *text; text++) {
		const char *as = NULL;

		switch (*text) {
		case '&': as = "&amp;"; break;
		case '<': as = "&lt;"; break;
		case '>': as = "&gt;"; break;
		case '"': as = "&quot;"; break;
		case '\'': as = "&#39;"; break;
		default: continue;
		}
		buf_add_n(b, from, (size_t)(text - from));
		buf_add(b, as);
		from = text + 1;
	}
	buf_add_n(b, from, (size_t)(text - from));
}

void buf_add_url(struct buf *b, const char *text)
{
	static const char HEX[] = "0123456789ABCDEF";

	for (; text && *text; text++) {
		unsigned char c = (unsigned char)*text;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-_.~", c)) {
			buf_add_c(b, (char)c);
		} else {
			char code[3] = { '%', HEX[c >> 4], HEX[c & 15] };

			buf_add_n(b, code, sizeof code);
		}
	}
}

void buf_add_json(struct buf *b, const char *text)
{
	for (; text && *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '\n')
			buf_add(b, "\\n");
		else if (c == '\\' || c == '"')
			buf_printf(b, "\\%c", c);
		else if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x7f)
			buf_printf(b, "\\u%04x", c);
		else if (c == 0xE2 && (unsigned char)text[1] == 0x80 && ((unsigned char)text[2] & 0xFE) == 0xA8) {
			buf_printf(b, "\\u20%02x", (unsigned char)text[2] == 0xA8 ? 0x28 : 0x29);
			text += 2;
		} else
			buf_add_c(b, (char)c);
	}
}
