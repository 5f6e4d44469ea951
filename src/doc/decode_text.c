/* decode_text.c - the bytes of a text file as UTF-8. Never ISO-8859-1: in files of schools 0x80 to 0x9F are quotes and dashes. */
#include "doc/out.h"

#include <strings.h>

#include "base/text.h"

enum coding { AS_UTF8, AS_UTF16LE, AS_UTF16BE, AS_WINDOWS, AS_OTHER };

struct decoding {
	enum coding coding;
	bool marked;     /* a byte order mark said so */
	size_t skip;     /* bytes of marks */
	bool declared;   /* an XML declaration said so */
};

static const uint16_t WINDOWS_HIGH[32] = {
	0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D,
		0xFFFD,
	0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E,
		0x0178,
};

/* What the XML declaration says, read as ASCII: if it can be read so, the file is no UTF-16, whatever it claims. */
static enum coding declared(const char *bytes, size_t n, bool *said)
{
	static const struct { const char *name; enum coding coding; } NAMES[] = {
		{ "utf-8", AS_UTF8 }, { "utf8", AS_UTF8 }, { "us-ascii", AS_UTF8 }, { "ascii", AS_UTF8 }, { "utf-16", AS_UTF8 },
		{ "utf-16le", AS_UTF8 }, { "utf-16be", AS_UTF8 }, { "windows-1252", AS_WINDOWS }, { "cp1252", AS_WINDOWS },
		{ "iso-8859-1", AS_WINDOWS }, { "latin1", AS_WINDOWS }, { "iso-8859-15", AS_WINDOWS },
	};
	const char *end, *at;
	char name[40] = "";
	size_t used = 0;

	*said = false;
	if (n < 6 || memcmp(bytes, "<?xml", 5) != 0)
		return AS_UTF8;
	end = memmem(bytes, n < 300 ? n : 300, "?>", 2);
	at = end ? memmem(bytes, (size_t)(end - bytes), "encoding", 8) : NULL;
	if (!at)
		return AS_UTF8;
	for (at += 8; at < end && strchr(" =\t\r\n\"'", *at); at++)
		;
	for (; at < end && !strchr("\"' ", *at) && used < sizeof name - 1; at++)
		name[used++] = *at;
	*said = true;
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
		if (strcasecmp(NAMES[i].name, name) == 0)
			return NAMES[i].coding;
	return AS_OTHER;
}

static bool every_second_is_zero(const char *bytes, size_t n, size_t from)
{
	if (n > 200)
		n = 200;
	if (n < 8)
		return false;
	for (size_t i = from; i < n; i += 2)
		if (bytes[i])
			return false;
	return true;
}

static struct decoding decide(const char *bytes, size_t n)
{
	struct decoding d = { AS_UTF8, true, 0, false };

	while (n >= d.skip + 3 && memcmp(bytes + d.skip, "\xEF\xBB\xBF", 3) == 0)
		d.skip += 3;
	if (d.skip)
		return d;
	d.skip = 2;
	if (n >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
		d.coding = AS_UTF16LE;
	else if (n >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
		d.coding = AS_UTF16BE;
	else
		d.marked = false, d.skip = 0;
	if (d.marked)
		return d;
	if (every_second_is_zero(bytes, n, 1))
		d.coding = AS_UTF16LE;
	else if (every_second_is_zero(bytes, n, 0))
		d.coding = AS_UTF16BE;
	else
		d.coding = declared(bytes, n, &d.declared);
	return d;
}

static size_t put_utf8(char *to, uint32_t cp)
{
	if (cp < 0x80) {
		to[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		to[0] = (char)(0xC0 | cp >> 6);
		to[1] = (char)(0x80 | (cp & 63));
		return 2;
	}
	if (cp < 0x10000) {
		to[0] = (char)(0xE0 | cp >> 12);
		to[1] = (char)(0x80 | (cp >> 6 & 63));
		to[2] = (char)(0x80 | (cp & 63));
		return 3;
	}
	to[0] = (char)(0xF0 | cp >> 18);
	to[1] = (char)(0x80 | (cp >> 12 & 63));
	to[2] = (char)(0x80 | (cp >> 6 & 63));
	to[3] = (char)(0x80 | (cp & 63));
	return 4;
}

static uint32_t unit16(const unsigned char *p, bool big)
{
	return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static const char *from_utf16(struct doc_out *o, const char *bytes, size_t n, bool big, size_t *length)
{
	const unsigned char *p = (const unsigned char *)bytes, *end = p + (n & ~(size_t)1);
	char *text = arena_alloc(o->a, n / 2 * 3 + 4);
	size_t used = 0;
	bool lone = false;

	while (p < end) {
		uint32_t cp = unit16(p, big);

		p += 2;
		if (cp >= 0xD800 && cp < 0xDC00 && p < end && (unit16(p, big) & 0xFC00) == 0xDC00) {
			cp = 0x10000 + ((cp & 0x3FF) << 10) + (unit16(p, big) & 0x3FF);
			p += 2;
		} else if ((cp & 0xF800) == 0xD800) {
			cp = 0xFFFD;
			lone = true;
		}
		used += put_utf8(text + used, cp);
	}
	if (lone || n % 2)
		out_say(o, DOC_WARNING, 0, "", "Some letters in this file are damaged and are shown as \xEF\xBF\xBD. Export the "
			"file again.");
	*length = used;
	return text;
}

static const char *from_windows(struct doc_out *o, const char *bytes, size_t n, size_t *length)
{
	size_t extra = 0, used = 0;
	bool unknown = false;
	char *text;

	for (size_t i = 0; i < n; i++)
		extra += (unsigned char)bytes[i] >= 0xA0 ? 1 : (unsigned char)bytes[i] >= 0x80 ? 2 : 0;
	text = arena_alloc(o->a, n + extra + 1);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes[i];
		uint32_t cp = c >= 0x80 && c < 0xA0 ? WINDOWS_HIGH[c - 0x80] : c;

		unknown |= cp == 0xFFFD;
		used += put_utf8(text + used, cp);
	}
	if (unknown)
		out_say(o, DOC_WARNING, 0, "", "Some letters in this file are damaged and are shown as \xEF\xBF\xBD. Export the "
			"file again as UTF-8.");
	*length = used;
	return text;
}

static int line_of(const char *text, const char *at)
{
	int line = 1;

	for (; text < at; text++)
		line += *text == '\n' || (*text == '\r' && text[1] != '\n');
	return line;
}

/* The decoded text, if it holds no NUL; nothing is ever cut short at one. */
static const char *without_nul(struct doc_out *o, const char *text, size_t n)
{
	const char *nul = n ? memchr(text, 0, n) : NULL;

	if (!nul)
		return text;
	out_stop(o, line_of(text, nul), "Line %d holds a byte that no text has (NUL), so the file may be damaged. Export it "
		"again as CSV UTF-8.",
	         line_of(text, nul));
	return NULL;
}

static const char *from_bytes(struct doc_out *o, const struct decoding *d, const char *bytes, size_t n, size_t *length)
{
	*length = n;
	if (d->coding == AS_OTHER) {
		out_stop(o, 0, "This file says it is in an encoding that is not read here. Save it as UTF-8.");
		return NULL;
	}
	if (d->coding == AS_UTF16LE || d->coding == AS_UTF16BE) {
		out_encoding(o, d->coding == AS_UTF16LE ? (d->marked ? "UTF-16LE with BOM" : "UTF-16LE")
		                                        : (d->marked ? "UTF-16BE with BOM" : "UTF-16BE"));
		return from_utf16(o, bytes, n, d->coding == AS_UTF16BE, length);
	}
	if (!without_nul(o, bytes, n))
		return NULL;
	if (d->coding == AS_UTF8 && text_is_utf8(bytes, n)) {
		out_encoding(o, d->marked ? "UTF-8 with BOM" : "UTF-8");
		return bytes;
	}
	if (d->coding == AS_UTF8 && (d->declared || d->marked))
		out_say(o, DOC_WARNING, 0, "", "The file says it is UTF-8 but is not; it was read as windows-1252. Check letters "
			"such as é and ’.");
	out_encoding(o, "windows-1252");
	return from_windows(o, bytes, n, length);
}

const char *read_text(struct doc_out *o, const char *bytes, size_t n, size_t *length)
{
	struct decoding d = decide(bytes, n);
	const char *text = from_bytes(o, &d, bytes + d.skip, n - d.skip, length);

	return text ? without_nul(o, text, *length) : NULL;
}
