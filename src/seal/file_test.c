/* file_test.c - files and backups: whole or refused, for their place and their people. */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "seal/file.h"
#include "tests/test.h"

static const struct seal_ref SAM = { "oak", "sam", "key-1", SEAL_SEND };
static const struct seal_place FILE_PLACE = { "oak", "sam", "document", "content", "row-1", 1, SEAL_SEND };

struct bytes { /* a sink and a source in memory */
	unsigned char *data;
	size_t n, at, step; /* step: at most so many at a time, 0 any */
	struct arena *a;
};

static const struct fault *bytes_put(void *to, const void *data, size_t n)
{
	struct bytes *b = to;

	b->data = arena_extend(b->a, b->data ? b->data : arena_alloc(b->a, 1), b->n, b->n + n);
	memcpy(b->data + b->n, data, n);
	b->n += n;
	return NULL;
}

static const struct fault *bytes_get(void *from, void *data, size_t room, size_t *n)
{
	struct bytes *b = from;

	*n = b->n - b->at < room ? b->n - b->at : room;
	if (b->step && *n > b->step)
		*n = b->step;
	memcpy(data, b->data + b->at, *n);
	b->at += *n;
	return NULL;
}

static struct seal_sink sink(struct bytes *b)
{
	return (struct seal_sink){ bytes_put, b };
}

static struct seal_source source(struct bytes *b)
{
	b->at = 0;
	return (struct seal_source){ bytes_get, b };
}

static void sealer_end(void *s)
{
	sealer_close(s);
}

static struct seal_key *key_made(struct test *t)
{
	const char *path = arena_printf(t->a, "%s/root", t->dir);
	struct seal_key *key = NULL;
	struct sealer *s = NULL;
	struct seal_wrapped w;

	expect_fine(seal_root_make(t->a, path));
	expect_fine(sealer_open_local(t->a, path, NULL, &s));
	arena_defer(t->a, sealer_end, s); /* after the key, which is newer */
	expect_fine(seal_key_new(s, t->a, "a", &SAM, &w, &key));
	return key;
}

static unsigned char pattern(size_t i)
{
	return (unsigned char)(i * 31 + i / 251);
}

static void seal_pattern(struct test *t, struct seal_key *key, size_t n, size_t step, struct bytes *out)
{
	unsigned char *plain = arena_alloc(t->a, n + 1);
	struct seal_writer *w;

	for (size_t i = 0; i < n; i++)
		plain[i] = pattern(i);
	expect_fine(seal_file_writer(t->a, key, &FILE_PLACE, sink(out), &w));
	for (size_t at = 0; at < n; at += step)
		expect_fine(seal_write(w, plain + at, n - at < step ? n - at : step));
	expect_fine(seal_write_end(w));
}

/* Read to the end; the fault if there was one. */
static const struct fault *read_all(struct seal_reader *r, size_t *total, bool *same)
{
	unsigned char some[5000];
	size_t n = 1;

	*total = 0;
	*same = true;
	while (n) {
		TRY(seal_read(r, some, sizeof(some), &n));
		for (size_t i = 0; i < n; i++)
			*same &= some[i] == pattern(*total + i);
		*total += n;
	}
	return NULL;
}

static const struct fault *open_all(struct test *t, struct seal_key *key, const struct seal_place *place, struct bytes *b,
				    size_t *total, bool *same)
{
	struct seal_reader *r;

	TRY(seal_file_reader(t->a, key, place, source(b), &r));
	return read_all(r, total, same);
}

TEST(a_file_of_any_size_comes_back_whole)
{
	static const size_t sizes[] = { 0, 1, 65535, 65536, 65537, 131072, 200001 };
	struct seal_key *key = key_made(t);

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		struct bytes b = { .a = t->a, .step = 7001 };
		size_t n;
		bool same;

		seal_pattern(t, key, sizes[i], 9001, &b);
		expect_text(seal_file_key_id(t->a, b.data, b.n), "key-1");
		expect_fine(open_all(t, key, &FILE_PLACE, &b, &n, &same));
		expect_int(n, sizes[i]);
		expect(same);
	}
}

TEST(a_file_cut_anywhere_or_lengthened_is_refused)
{
	struct seal_key *key = key_made(t);
	struct bytes b = { .a = t->a };
	size_t cuts[] = { 0, 1, 5, 20, 31, 40, 65536, 65536 + 48, 131072, 0 }, n, whole;
	bool same;

	seal_pattern(t, key, 150000, 150000, &b);
	whole = b.n;
	cuts[9] = whole - 1;
	for (size_t i = 0; i < 10; i++) {
		b.n = cuts[i];
		expect_fault(open_all(t, key, &FILE_PLACE, &b, &n, &same), FAULT_TAMPERED);
	}
	for (size_t chunks = 0; chunks < 3; chunks++) { /* exactly between chunks */
		b.n = 2 + 5 + 24 + chunks * (65536 + 17);
		expect_fault(open_all(t, key, &FILE_PLACE, &b, &n, &same), FAULT_TAMPERED);
	}
	b.n = whole;
	expect_fine(open_all(t, key, &FILE_PLACE, &b, &n, &same));
	expect_fine(bytes_put(&b, "x", 1));
	expect_fault(open_all(t, key, &FILE_PLACE, &b, &n, &same), FAULT_TAMPERED);
}

TEST(a_file_with_a_changed_bit_or_swapped_chunks_is_refused)
{
	struct seal_key *key = key_made(t);
	struct bytes b = { .a = t->a };
	unsigned char chunk[65536 + 17];
	size_t first = 2 + 5 + 24, n;
	bool same;

	seal_pattern(t, key, 140000, 140000, &b);
	for (size_t i = 0; i < b.n; i += i < 64 ? 1 : 4999) {
		b.data[i] ^= 4;
		expect_fault(open_all(t, key, &FILE_PLACE, &b, &n, &same), FAULT_TAMPERED);
		b.data[i] ^= 4;
	}
	memcpy(chunk, b.data + first, sizeof(chunk));
	memmove(b.data + first, b.data + first + sizeof(chunk), sizeof(chunk));
	memcpy(b.data + first + sizeof(chunk), chunk, sizeof(chunk));
	expect_fault(open_all(t, key, &FILE_PLACE, &b, &n, &same), FAULT_TAMPERED);
}

TEST(a_file_moved_to_another_row_does_not_open)
{
	struct seal_place moved = FILE_PLACE;
	struct seal_key *key = key_made(t);
	struct bytes b = { .a = t->a };
	size_t n;
	bool same;

	seal_pattern(t, key, 10, 10, &b);
	moved.row = "row-2";
	expect_fault(open_all(t, key, &moved, &b, &n, &same), FAULT_TAMPERED);
	moved = FILE_PLACE;
	moved.campus = "elm";
	expect_fault(open_all(t, key, &moved, &b, &n, &same), FAULT_TAMPERED);
}

static int file_at(struct test *t, const char *name)
{
	int fd = open(arena_printf(t->a, "%s/%s", t->dir, name), O_RDWR | O_CREAT | O_TRUNC, 0600);

	expect_stop(fd >= 0);
	return fd;
}

TEST(files_go_from_descriptor_to_descriptor)
{
	struct seal_key *key = key_made(t);
	int in = file_at(t, "in"), sealed = file_at(t, "sealed"), out = file_at(t, "out");
	char back[6] = "";

	expect_stop(write(in, "hello", 5) == 5);
	lseek(in, 0, SEEK_SET);
	expect_fine(seal_file_fd(t->a, key, &FILE_PLACE, in, sealed));
	lseek(sealed, 0, SEEK_SET);
	expect_fine(seal_file_open_fd(t->a, key, &FILE_PLACE, sealed, out));
	lseek(out, 0, SEEK_SET);
	expect_int(read(out, back, 5), 5);
	expect_text(back, "hello");
	close(in), close(sealed), close(out);
}

/* --- backups --- */
static void back_up(struct test *t, const struct seal_recipient *to, size_t count, struct bytes *b)
{
	struct seal_writer *w;

	expect_fine(seal_backup_writer(t->a, to, count, sink(b), &w));
	expect_fine(seal_write(w, "the school", 10));
	expect_fine(seal_write_end(w));
}

static const struct fault *restore(struct test *t, struct seal_opener who, struct bytes *b, char back[16])
{
	struct seal_reader *r;
	size_t n;

	memset(back, 0, 16);
	TRY(seal_backup_reader(t->a, &who, source(b), &r));
	return seal_read(r, back, 15, &n);
}

TEST(a_backup_opens_for_each_recipient_and_nobody_else)
{
	const char *pub[3], *secret[3];
	struct bytes b = { .a = t->a };
	char back[16];

	for (int i = 0; i < 3; i++)
		expect_fine(seal_recovery_make(t->a, &pub[i], &secret[i]));
	back_up(t, (struct seal_recipient[]){ { .public_text = pub[0] }, { .public_text = pub[1] } }, 2, &b);
	for (int i = 0; i < 2; i++) {
		expect_fine(restore(t, (struct seal_opener){ .secret_text = secret[i] }, &b, back));
		expect_text(back, "the school");
	}
	expect_fault(restore(t, (struct seal_opener){ .secret_text = secret[2] }, &b, back), FAULT_DENIED);
	expect_fault(restore(t, (struct seal_opener){ .secret_text = pub[0] }, &b, back), FAULT_DENIED);
	expect_fault(restore(t, (struct seal_opener){ .passphrase = NULL }, &b, back), FAULT_DENIED);
}

TEST(a_backup_opens_with_its_passphrase)
{
	struct bytes b = { .a = t->a };
	struct seal_writer *w;
	char back[16];

	expect_fault(seal_backup_writer(t->a, &(struct seal_recipient){ .passphrase = "short" }, 1, sink(&b), &w), FAULT_INVALID);
	back_up(t, &(struct seal_recipient){ .passphrase = "long enough to keep" }, 1, &b);
	expect_fine(restore(t, (struct seal_opener){ .passphrase = "long enough to keep" }, &b, back));
	expect_text(back, "the school");
	expect_fault(restore(t, (struct seal_opener){ .passphrase = "long enough to keeP" }, &b, back), FAULT_DENIED);
}

TEST(a_damaged_backup_is_refused_and_never_half_believed)
{
	const char *pub, *secret;
	struct bytes b = { .a = t->a };
	char back[16];
	size_t whole;

	expect_fine(seal_recovery_make(t->a, &pub, &secret));
	back_up(t, (struct seal_recipient[]){ { .public_text = pub } }, 1, &b);
	whole = b.n;
	for (size_t i = 0; i < whole; i++) {
		b.data[i] ^= 1;
		expect(restore(t, (struct seal_opener){ .secret_text = secret }, &b, back) != NULL);
		b.data[i] ^= 1;
	}
	for (b.n = 0; b.n < whole; b.n++)
		expect(restore(t, (struct seal_opener){ .secret_text = secret }, &b, back) != NULL);
	expect_fine(restore(t, (struct seal_opener){ .secret_text = secret }, &b, back));
}

TEST(a_recovery_key_can_be_typed_from_paper)
{
	const char *pub, *secret;
	char *typed, *out;

	expect_fine(seal_recovery_make(t->a, &pub, &secret));
	expect_int(strlen(secret), 5 + 56 + 13);
	expect_int(strspn(secret, "OSR1-23456789ABCDEFGHJKMNPQRSTVWXYZ0"), strlen(secret));
	expect(seal_recovery_pair(t->a, pub, secret));
	typed = arena_alloc(t->a, strlen(secret) * 2);
	out = typed;
	*out++ = ' ';
	for (const char *c = secret; *c; c++) { /* small letters, spaces for dashes, o for 0, l for 1 */
		char low = *c >= 'A' && *c <= 'Z' ? (char)(*c + 32) : *c;

		*out++ = c - secret < 5 ? low : low == '-' ? ' ' : low == '0' ? 'o' : low == '1' ? 'l' : low;
	}
	expect_fine(seal_recovery_check(t->a, typed));
	expect(seal_recovery_pair(t->a, pub, typed));
	typed[20] = typed[20] == '7' ? '8' : '7';
	expect_fault(seal_recovery_check(t->a, typed), FAULT_INVALID);
	expect_fault(seal_recovery_check(t->a, ""), FAULT_INVALID);
	expect_fault(seal_recovery_check(t->a, "OSR1-ABCD"), FAULT_INVALID);
	expect(!seal_recovery_pair(t->a, secret, pub));
}
