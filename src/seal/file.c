/* file.c - files sealed as they flow: libsodium's secretstream in chunks of 64 KiB, the last one tagged as the last.
 * A sealed file: format 3, length of the key id 1, key id, secretstream's head 24, chunks. The stream's key is derived from the
 * row's or subject's key and the place, so a file moved elsewhere does not open. Not here: who a backup is for (backup.c). */
#include "seal/stream.h"

#include <errno.h>
#include <sodium.h>
#include <unistd.h>

enum {
	FILE_FORMAT = 3,
	CHUNK = 64 << 10,
	CHUNK_TAG = crypto_secretstream_xchacha20poly1305_ABYTES,
	STREAM_HEAD = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
};

struct seal_writer {
	struct arena *a;
	struct seal_sink to;
	crypto_secretstream_xchacha20poly1305_state state;
	size_t n; /* of plain waiting */
	bool ended;
	unsigned char plain[CHUNK], sealed[CHUNK + CHUNK_TAG];
};

struct seal_reader {
	struct arena *a;
	struct seal_source from;
	crypto_secretstream_xchacha20poly1305_state state;
	size_t n, at; /* plain bytes there are, and already handed out */
	bool ended;
	const struct fault *broken; /* said again to whoever asks again */
	unsigned char plain[CHUNK], sealed[CHUNK + CHUNK_TAG];
};

static void writer_wipe(void *w)
{
	sodium_memzero(w, sizeof(struct seal_writer));
}

static void reader_wipe(void *r)
{
	sodium_memzero(r, sizeof(struct seal_reader));
}

/* --- writing --- */
const struct fault *stream_writer(struct arena *a, const unsigned char key[KEY_BYTES], const void *head, size_t head_n,
				  struct seal_sink to, struct seal_writer **out)
{
	struct seal_writer *w = arena_alloc(a, sizeof(*w));
	unsigned char start[STREAM_HEAD];

	arena_defer(a, writer_wipe, w);
	w->a = a;
	w->to = to;
	crypto_secretstream_xchacha20poly1305_init_push(&w->state, start, key);
	TRY(to.put(to.to, head, head_n));
	TRY(to.put(to.to, start, sizeof(start)));
	*out = w;
	return NULL;
}

static const struct fault *push(struct seal_writer *w, unsigned char tag)
{
	unsigned long long n;

	crypto_secretstream_xchacha20poly1305_push(&w->state, w->sealed, &n, w->plain, w->n, NULL, 0, tag);
	w->n = 0;
	return w->to.put(w->to.to, w->sealed, (size_t)n);
}

const struct fault *seal_write(struct seal_writer *w, const void *bytes, size_t n)
{
	const unsigned char *from = bytes;

	if (w->ended)
		return FAULT(w->a, FAULT_BROKEN, "A sealed file was written to after its end.");
	while (n) {
		size_t part = CHUNK - w->n < n ? CHUNK - w->n : n;

		if (w->n == CHUNK) { /* only when more follows: the last chunk must carry the last tag */
			TRY(push(w, 0));
			continue;
		}
		memcpy(w->plain + w->n, from, part);
		w->n += part;
		from += part;
		n -= part;
	}
	return NULL;
}

const struct fault *seal_write_end(struct seal_writer *w)
{
	if (w->ended)
		return NULL;
	w->ended = true;
	return push(w, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
}

/* --- reading --- */
const struct fault *source_fill(struct seal_source from, void *bytes, size_t n, size_t *got)
{
	size_t more;

	for (*got = 0; *got < n; *got += more) {
		TRY(from.get(from.from, (unsigned char *)bytes + *got, n - *got, &more));
		if (more == 0)
			break;
	}
	return NULL;
}

static const struct fault *damaged(struct arena *a, const char *why)
{
	return FAULT(a, FAULT_TAMPERED, "A sealed file %s.", why);
}

const struct fault *stream_reader(struct arena *a, const unsigned char key[KEY_BYTES], struct seal_source from,
				  struct seal_reader **out)
{
	struct seal_reader *r = arena_alloc(a, sizeof(*r));
	unsigned char start[STREAM_HEAD];
	size_t n;

	arena_defer(a, reader_wipe, r);
	r->a = a;
	r->from = from;
	TRY(source_fill(from, start, sizeof(start), &n));
	if (n != sizeof(start) || crypto_secretstream_xchacha20poly1305_init_pull(&r->state, start, key) != 0)
		return damaged(a, "is cut off in its head");
	*out = r;
	return NULL;
}

static const struct fault *next_chunk(struct seal_reader *r)
{
	unsigned char tag = 0, past;
	size_t n;
	bool ok;

	TRY(source_fill(r->from, r->sealed, sizeof(r->sealed), &n));
	if (n == 0)
		return damaged(r->a, "has no end: it was cut off");
	ok = n >= CHUNK_TAG &&
	     crypto_secretstream_xchacha20poly1305_pull(&r->state, r->plain, NULL, &tag, r->sealed, n, NULL, 0) == 0;
	if (!ok)
		return damaged(r->a, "does not authenticate");
	r->at = 0;
	r->n = n - CHUNK_TAG;
	r->ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	if (!r->ended)
		return NULL;
	TRY(source_fill(r->from, &past, 1, &n));
	return n ? damaged(r->a, "goes on after its end") : NULL;
}

const struct fault *seal_read(struct seal_reader *r, void *bytes, size_t room, size_t *n)
{
	*n = 0;
	while (!r->broken && r->at == r->n && !r->ended)
		r->broken = next_chunk(r);
	if (r->broken)
		return r->broken;
	*n = r->n - r->at < room ? r->n - r->at : room;
	memcpy(bytes, r->plain + r->at, *n);
	r->at += *n;
	return NULL;
}

/* --- descriptors --- */
struct descriptor {
	struct arena *a;
	int fd;
};

static const struct fault *fd_put(void *to, const void *bytes, size_t n)
{
	struct descriptor *d = to;
	const char *at = bytes;

	while (n) {
		ssize_t done = write(d->fd, at, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return FAULT(d->a, errno == ENOSPC || errno == EDQUOT ? FAULT_FULL : FAULT_BROKEN,
				     "A file cannot be written: %s.", strerror(errno));
		at += done;
		n -= (size_t)done;
	}
	return NULL;
}

static const struct fault *fd_get(void *from, void *bytes, size_t room, size_t *n)
{
	struct descriptor *d = from;
	ssize_t got;

	do
		got = read(d->fd, bytes, room);
	while (got < 0 && errno == EINTR);
	*n = got > 0 ? (size_t)got : 0;
	return got < 0 ? FAULT(d->a, FAULT_BROKEN, "A file cannot be read: %s.", strerror(errno)) : NULL;
}

static struct descriptor *descriptor(struct arena *a, int fd)
{
	struct descriptor *d = arena_alloc(a, sizeof(*d));

	d->a = a;
	d->fd = fd;
	return d;
}

struct seal_source seal_from_fd(struct arena *a, int fd)
{
	return (struct seal_source){ fd_get, descriptor(a, fd) };
}

struct seal_sink seal_to_fd(struct arena *a, int fd)
{
	return (struct seal_sink){ fd_put, descriptor(a, fd) };
}

const struct fault *stream_pump_in(struct arena *a, int fd, struct seal_writer *w)
{
	unsigned char *bytes = arena_alloc(a, CHUNK);
	struct descriptor d = { a, fd };
	const struct fault *f;
	size_t n = 1;

	for (f = NULL; !f && n;) {
		f = fd_get(&d, bytes, CHUNK, &n);
		if (!f && n)
			f = seal_write(w, bytes, n);
	}
	sodium_memzero(bytes, CHUNK);
	return f ? f : seal_write_end(w);
}

const struct fault *stream_pump_out(struct arena *a, struct seal_reader *r, int fd)
{
	unsigned char *bytes = arena_alloc(a, CHUNK);
	struct descriptor d = { a, fd };
	const struct fault *f;
	size_t n = 1;

	for (f = NULL; !f && n;) {
		f = seal_read(r, bytes, CHUNK, &n);
		if (!f && n)
			f = fd_put(&d, bytes, n);
	}
	sodium_memzero(bytes, CHUNK);
	return f;
}

/* --- a record's files --- */
static void file_key(unsigned char out[KEY_BYTES], const struct seal_key *key, const struct seal_place *place)
{
	struct seal_hash h;

	seal_hash_begin_keyed(&h, key, "opensenco.file.1");
	seal_hash_text(&h, seal_key_id(key));
	seal_place_hash(&h, place);
	seal_hash_end(&h, out);
}

const struct fault *seal_file_writer(struct arena *a, const struct seal_key *key, const struct seal_place *place,
				     struct seal_sink to, struct seal_writer **out)
{
	unsigned char head[2 + SEAL_NAME], stream[KEY_BYTES];
	size_t id_n = strlen(seal_key_id(key));
	const struct fault *f;

	if (!seal_place_ok(place))
		return FAULT(a, FAULT_INVALID, "A sealed file needs a whole place.");
	head[0] = FILE_FORMAT;
	head[1] = (unsigned char)id_n;
	memcpy(head + 2, seal_key_id(key), id_n);
	file_key(stream, key, place);
	f = stream_writer(a, stream, head, 2 + id_n, to, out);
	sodium_memzero(stream, sizeof(stream));
	return f;
}

const char *seal_file_key_id(struct arena *a, const void *start, size_t n)
{
	const unsigned char *b = start;

	if (n < 2 || b[0] != FILE_FORMAT || b[1] == 0 || b[1] > SEAL_NAME || n < 2 + (size_t)b[1] || memchr(b + 2, 0, b[1]))
		return NULL;
	return arena_text_n(a, (const char *)b + 2, b[1]);
}

const struct fault *seal_file_reader(struct arena *a, const struct seal_key *key, const struct seal_place *place,
				     struct seal_source from, struct seal_reader **out)
{
	size_t want = 2 + strlen(seal_key_id(key)), n;
	unsigned char head[2 + SEAL_NAME], stream[KEY_BYTES];
	const struct fault *f;
	const char *id;

	if (!seal_place_ok(place))
		return FAULT(a, FAULT_INVALID, "A sealed file needs a whole place.");
	TRY(source_fill(from, head, want, &n));
	id = seal_file_key_id(a, head, n);
	if (!id || strcmp(id, seal_key_id(key)) != 0) {
		seal_count_tampered(key->s);
		return damaged(a, "is not one we sealed with this key");
	}
	file_key(stream, key, place);
	f = stream_reader(a, stream, from, out);
	sodium_memzero(stream, sizeof(stream));
	return f;
}

const struct fault *seal_file_fd(struct arena *a, const struct seal_key *key, const struct seal_place *place, int in, int out)
{
	struct seal_writer *w = NULL;

	TRY(seal_file_writer(a, key, place, seal_to_fd(a, out), &w));
	return stream_pump_in(a, in, w);
}

const struct fault *seal_file_open_fd(struct arena *a, const struct seal_key *key, const struct seal_place *place, int in, int out)
{
	struct seal_reader *r = NULL;

	TRY(seal_file_reader(a, key, place, seal_from_fd(a, in), &r));
	return stream_pump_out(a, r, out);
}
