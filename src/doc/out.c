/* out.c - the stream between a reader and whoever asked: written here, read in decode.c. It knows nothing of file formats. */
#include "doc/out.h"

#include <errno.h>
#include <stdarg.h>
#include <unistd.h>

#include "base/buf.h"
#include "doc/wire.h"

enum { FLUSH_AT = 256 << 10 };

void out_open(struct doc_out *o, struct arena *a, int fd)
{
	*o = (struct doc_out){ .a = a, .fd = fd, .max_rows = DOC_MAX_ROWS, .budget = DOC_MAX_UNPACKED };
}

static void flush(struct doc_out *o)
{
	size_t done = 0;

	while (o->fd >= 0 && done < o->n && !o->broken) {
		ssize_t w = write(o->fd, o->bytes + done, o->n - done);

		if (w > 0)
			done += (size_t)w;
		else if (w < 0 && errno != EINTR)
			o->broken = true;
	}
	o->n = 0;
}

static void put(struct doc_out *o, const void *bytes, size_t n)
{
	if (o->fd >= 0 && o->n + n > FLUSH_AT)
		flush(o);
	if (o->n + n > o->room) {
		size_t room = o->room ? o->room * 2 : (size_t)FLUSH_AT;
		unsigned char *grown;

		while (room < o->n + n)
			room *= 2;
		grown = realloc(o->bytes, room);
		if (!grown)
			abort();
		o->bytes = grown;
		o->room = room;
	}
	if (n)
		memcpy(o->bytes + o->n, bytes, n);
	o->n += n;
}

static void put_number(struct doc_out *o, size_t n)
{
	uint32_t v = (uint32_t)n;

	put(o, &v, sizeof v);
}

static void put_text(struct doc_out *o, const char *text, size_t n)
{
	put_number(o, n);
	put(o, text, n);
	put(o, "", 1);
}

static void put_kind(struct doc_out *o, enum wire_kind kind)
{
	put(o, &(unsigned char){ (unsigned char)kind }, 1);
}

void out_format(struct doc_out *o, enum doc_format format)
{
	put_kind(o, WIRE_FORMAT);
	put_number(o, format);
}

void out_encoding(struct doc_out *o, const char *encoding)
{
	put_kind(o, WIRE_ENCODING);
	put_text(o, encoding, strlen(encoding));
}

int out_sheet(struct doc_out *o, const char *name)
{
	if (o->sheets >= DOC_MAX_SHEETS) {
		out_stop(o, 0, "This file has more than %d sheets. Save the one you need as a file of its own.", DOC_MAX_SHEETS);
		return o->sheets - 1;
	}
	put_kind(o, WIRE_SHEET);
	put_text(o, name, strlen(name));
	return o->sheets++;
}

void out_hide(struct doc_out *o, int sheet)
{
	put_kind(o, WIRE_HIDE);
	put_number(o, (size_t)sheet);
}

void out_row(struct doc_out *o, int sheet, int row)
{
	if (o->stopped)
		return;
	if (o->rows >= o->max_rows) {
		out_stop(o, row, "This file has too many rows: the most is %d. Split it into smaller files.", o->max_rows);
		return;
	}
	o->rows++;
	put_kind(o, WIRE_ROW);
	put_number(o, (size_t)sheet);
	put_number(o, (size_t)row);
}

void out_cell(struct doc_out *o, int sheet, enum cell_kind kind, const char *text, size_t n)
{
	if (o->stopped)
		return;
	put_kind(o, WIRE_CELL);
	put_number(o, (size_t)sheet);
	put_number(o, kind);
	put_text(o, text, n);
}

void out_text(struct doc_out *o, int sheet, const char *text)
{
	out_cell(o, sheet, CELL_TEXT, text, strlen(text));
}

static void say(struct doc_out *o, enum doc_level level, int row, const char *field, const char *text)
{
	if (o->messages >= DOC_MAX_MESSAGES && level != DOC_ERROR)
		return;
	o->messages++;
	put_kind(o, WIRE_MESSAGE);
	put_number(o, level);
	put_number(o, (size_t)row);
	put_text(o, field, strlen(field));
	put_text(o, text, strlen(text));
}

void out_say(struct doc_out *o, enum doc_level level, int row, const char *field, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	say(o, level, row, field, arena_vprintf(o->a, format, ap));
	va_end(ap);
}

void out_stop(struct doc_out *o, int row, const char *format, ...)
{
	va_list ap;

	if (o->stopped)
		return;
	va_start(ap, format);
	o->why = arena_vprintf(o->a, format, ap);
	va_end(ap);
	say(o, DOC_ERROR, row, "", o->why);
	put_kind(o, WIRE_STOP);
	o->stopped = true;
}

void out_end(struct doc_out *o)
{
	put_kind(o, WIRE_END);
	if (o->fd >= 0)
		flush(o);
}

void out_close(struct doc_out *o)
{
	free(o->bytes);
	o->bytes = NULL;
}
