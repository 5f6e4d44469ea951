/* random.c - ids and bytes nobody can guess. */
#include "base/random.h"

#include <sodium.h>
#include <string.h>

static const char LETTERS[] = "0123456789abcdefghjkmnpqrstvwxyz";

void random_bytes(void *to, size_t n)
{
	randombytes_buf(to, n);
}

const char *random_id(struct arena *a)
{
	unsigned char raw[17] = { 0 };
	char *id = arena_alloc(a, ID_LENGTH + 1);

	randombytes_buf(raw, 16);
	for (int i = 0; i < ID_LENGTH; i++) {
		int bit = i * 5;
		unsigned two = (unsigned)raw[bit / 8] << 8 | raw[bit / 8 + 1];

		id[i] = LETTERS[two >> (11 - bit % 8) & 31];
	}
	return id;
}

bool id_ok(const char *text)
{
	return text && strlen(text) == ID_LENGTH && strspn(text, LETTERS) == ID_LENGTH;
}
