/* spool.c - where the bytes of an upload are until somebody reads them: small ones in the arena, large ones in an unlinked file,
 * encrypted with a key that exists only in memory, since no temporary file may hold plain text (R20). It keeps nothing: the file
 * and the key go with the request. Not a store; storing an upload is seal's and record's work. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"
#include "http/form.h"

enum { BLOCK = 64, AT_ONCE = 16 << 10 }; /* BLOCK: the cipher's, by which a place in the stream is counted */

struct spool {
	const unsigned char *bytes; /* in memory; else NULL */
	uint64_t size;
	int fd;
	unsigned char key[crypto_stream_xchacha20_KEYBYTES];
	unsigned char nonce[crypto_stream_xchacha20_NONCEBYTES];
};

static void spool_close(void *thing)
{
	struct spool *s = thing;

	close(s->fd);
	sodium_memzero(s->key, sizeof s->key);
}

struct spool *spool_memory(struct arena *a, const void *bytes, size_t n)
{
	struct spool *s = arena_alloc(a, sizeof *s);

	s->bytes = (const unsigned char *)arena_text_n(a, bytes, n);
	s->size = n;
	s->fd = -1;
	return s;
}

static int unlinked_file(struct arena *a, const char *dir)
{
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
	char *path;

	if (fd >= 0)
		return fd;
	path = arena_printf(a, "%s/upload-XXXXXX", dir); /* a file system without O_TMPFILE */
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		unlink(path);
	return fd;
}

struct spool *spool_open(struct arena *a, const char *dir)
{
	struct spool *s = arena_alloc(a, sizeof *s);

	s->fd = unlinked_file(a, dir);
	if (s->fd < 0)
		return NULL;
	random_bytes(s->key, sizeof s->key);
	random_bytes(s->nonce, sizeof s->nonce);
	arena_defer(a, spool_close, s);
	return s;
}

static bool write_all(int fd, const unsigned char *bytes, size_t n, uint64_t at)
{
	while (n) {
		ssize_t done = pwrite(fd, bytes, n, (off_t)at);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		n -= (size_t)done;
		at += (uint64_t)done;
	}
	return true;
}

bool spool_add(struct spool *s, const void *bytes, size_t n)
{
	const unsigned char *from = bytes;
	unsigned char cipher[AT_ONCE];

	assert(s->size % BLOCK == 0); /* only the last piece may be odd */
	while (n) {
		size_t part = n < sizeof cipher ? n : sizeof cipher;

		crypto_stream_xchacha20_xor_ic(cipher, from, part, s->nonce, s->size / BLOCK, s->key);
		if (!write_all(s->fd, cipher, part, s->size))
			return false;
		s->size += part;
		from += part;
		n -= part;
	}
	return true;
}

/* Read and decrypt up to `n` bytes from `at`, which is at a block's beginning; at most AT_ONCE. */
static ssize_t read_blocks(const struct spool *s, uint64_t at, unsigned char *to, size_t n)
{
	ssize_t got;

	do
		got = pread(s->fd, to, n < AT_ONCE ? n : AT_ONCE, (off_t)at);
	while (got < 0 && errno == EINTR);
	if (got > 0)
		crypto_stream_xchacha20_xor_ic(to, to, (size_t)got, s->nonce, at / BLOCK, s->key);
	return got;
}

ssize_t spool_read(const struct spool *s, uint64_t at, void *to, size_t n)
{
	unsigned char plain[AT_ONCE];
	size_t skip = (size_t)(at % BLOCK), done = 0;

	if (at >= s->size)
		return 0;
	if (n > s->size - at)
		n = (size_t)(s->size - at);
	if (s->bytes) {
		memcpy(to, s->bytes + at, n);
		return (ssize_t)n;
	}
	while (done < n) {
		ssize_t got = read_blocks(s, at - skip, plain, n - done + skip);
		size_t part;

		if (got <= (ssize_t)skip)
			return -1;
		part = (size_t)got - skip;
		memcpy((char *)to + done, plain + skip, part);
		done += part;
		at += part;
		skip = (size_t)(at % BLOCK);
	}
	return (ssize_t)n;
}

uint64_t spool_size(const struct spool *s)
{
	return s->size;
}

ssize_t http_file_read(const struct http_file *file, uint64_t at, void *to, size_t n)
{
	return spool_read(file->spool, at, to, n);
}
