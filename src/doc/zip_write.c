/* zip_write.c - a plain zip: deflate, no encryption, no zip64, dates fixed so that the same content gives the same bytes. No
 * temporary file ever holds what is in it (R20); the libraries that write workbooks make some. */
#include "doc/zip_write.h"

#include <zlib.h>

enum { MOST_MEMBERS = 1000, CHUNK = 64 << 10, DOS_DATE = (44 << 9) | (1 << 5) | 1 };

struct member {
	const char *name;
	uint32_t crc, packed, size, at;
};

struct zip_out {
	struct arena *a;
	z_stream z;
	bool open, failed;
	struct buf bytes;
	struct member member[MOST_MEMBERS];
	int members;
	unsigned char chunk[CHUNK];
};

static void give_back(void *p)
{
	deflateEnd(&((struct zip_out *)p)->z);
}

const struct fault *zip_out_new(struct arena *a, struct zip_out **out)
{
	struct zip_out *z = *out = arena_alloc(a, sizeof *z);

	z->a = a;
	z->bytes = buf_new(a);
	if (deflateInit2(&z->z, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		return FAULT(a, FAULT_FULL, "no memory to squeeze a file");
	arena_defer(a, give_back, z);
	return NULL;
}

static void number(struct buf *b, uint32_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_add_c(b, (char)(v >> (8 * i) & 255));
}

/* The part that local and central headers share: version, flags (sizes follow the data), method, date, checks, sizes, lengths. */
static void shared_header(struct buf *b, const struct member *m, bool local)
{
	number(b, 20, 2);
	number(b, 8, 2);
	number(b, 8, 2);
	number(b, 0, 2);
	number(b, DOS_DATE, 2);
	number(b, local ? 0 : m->crc, 4);
	number(b, local ? 0 : m->packed, 4);
	number(b, local ? 0 : m->size, 4);
	number(b, (uint32_t)strlen(m->name), 2);
	number(b, 0, 2);
}

static void squeeze(struct zip_out *z, const char *bytes, size_t n, int how)
{
	struct member *m = &z->member[z->members - 1];

	z->z.next_in = (Bytef *)(uintptr_t)bytes;
	z->z.avail_in = (uInt)n;
	do {
		z->z.next_out = z->chunk;
		z->z.avail_out = CHUNK;
		if (deflate(&z->z, how) == Z_STREAM_ERROR)
			z->failed = true;
		buf_add_n(&z->bytes, (char *)z->chunk, CHUNK - z->z.avail_out);
		m->packed += CHUNK - z->z.avail_out;
	} while (z->z.avail_out == 0 && !z->failed);
}

static void end_member(struct zip_out *z)
{
	struct member *m;

	if (!z->open)
		return;
	m = &z->member[z->members - 1];
	squeeze(z, "", 0, Z_FINISH);
	deflateReset(&z->z);
	buf_add_n(&z->bytes, "PK\x07\x08", 4);
	number(&z->bytes, m->crc, 4);
	number(&z->bytes, m->packed, 4);
	number(&z->bytes, m->size, 4);
	z->open = false;
}

void zip_out_begin(struct zip_out *z, const char *name)
{
	struct member *m;

	end_member(z);
	if (z->members == MOST_MEMBERS) {
		z->failed = true;
		return;
	}
	m = &z->member[z->members++];
	*m = (struct member){ .name = name, .at = (uint32_t)z->bytes.len };
	buf_add_n(&z->bytes, "PK\x03\x04", 4);
	shared_header(&z->bytes, m, true);
	buf_add(&z->bytes, name);
	z->open = true;
}

void zip_out_add(struct zip_out *z, const char *bytes, size_t n)
{
	struct member *m;

	if (!z->open || n == 0)
		return;
	m = &z->member[z->members - 1];
	m->crc = (uint32_t)crc32(m->crc, (const Bytef *)bytes, (uInt)n);
	if (__builtin_add_overflow(m->size, (uint32_t)n, &m->size))
		z->failed = true;
	squeeze(z, bytes, n, Z_NO_FLUSH);
}

const struct fault *zip_out_end(struct zip_out *z, struct buf *bytes)
{
	size_t directory;

	end_member(z);
	directory = z->bytes.len;
	for (int i = 0; i < z->members; i++) {
		buf_add_n(&z->bytes, "PK\x01\x02", 4);
		number(&z->bytes, 20, 2);
		shared_header(&z->bytes, &z->member[i], false);
		number(&z->bytes, 0, 2);  /* comment */
		number(&z->bytes, 0, 2);  /* disk */
		number(&z->bytes, 0, 2);  /* inner attributes */
		number(&z->bytes, 0, 4);  /* outer attributes */
		number(&z->bytes, z->member[i].at, 4);
		buf_add(&z->bytes, z->member[i].name);
	}
	buf_add_n(&z->bytes, "PK\x05\x06", 4);
	number(&z->bytes, 0, 4);
	number(&z->bytes, (uint32_t)z->members, 2);
	number(&z->bytes, (uint32_t)z->members, 2);
	number(&z->bytes, (uint32_t)(z->bytes.len - directory - 12), 4);
	number(&z->bytes, (uint32_t)directory, 4);
	number(&z->bytes, 0, 2);
	if (z->failed || z->bytes.len > UINT32_MAX)
		return FAULT(z->a, FAULT_FULL, "a workbook grew too large");
	buf_add_n(bytes, z->bytes.data, z->bytes.len);
	return NULL;
}
