/* blob.c - sealed text and row keys.
 * A blob: format 1, compartment 1, version 8 (little-endian), length of the key id 1, key id, nonce 24, ciphertext, tag 16.
 * A wrapped row key has the same length as a wrapped subject key: format 2, four zero bytes, nonce 24, ciphertext, tag 16. */
#include "seal/inner.h"

#include <sodium.h>

enum { BLOB_FORMAT = 1, BLOB_FIXED = 11, ROW_FORMAT = 2, ROW_HEAD = 5 };

struct head {
	size_t n; /* bytes of the whole head */
	enum seal_compartment compartment;
	int64_t version;
	const unsigned char *key_id;
	size_t key_id_n;
};

static bool head_read(const void *blob, size_t n, struct head *head)
{
	const unsigned char *b = blob;
	uint64_t version = 0;

	if (!b || n < BLOB_FIXED || b[0] != BLOB_FORMAT || b[1] < SEAL_SEND || b[1] > SEAL_T5)
		return false;
	if (b[10] == 0 || b[10] > SEAL_NAME || n < (size_t)BLOB_FIXED + b[10] + NONCE_BYTES + TAG_BYTES)
		return false;
	for (int i = 7; i >= 0; i--)
		version = version << 8 | b[2 + i];
	*head = (struct head){ (size_t)BLOB_FIXED + b[10], b[1], (int64_t)version, b + BLOB_FIXED, b[10] };
	return memchr(head->key_id, 0, head->key_id_n) == NULL && head->version >= 0;
}

const char *seal_blob_key_id(const void *blob, size_t n, struct arena *a)
{
	struct head head;

	return head_read(blob, n, &head) ? arena_text_n(a, (const char *)head.key_id, head.key_id_n) : NULL;
}

int64_t seal_blob_version(const void *blob, size_t n)
{
	struct head head;

	return head_read(blob, n, &head) ? head.version : -1;
}

enum seal_compartment seal_blob_compartment(const void *blob, size_t n)
{
	struct head head;

	return head_read(blob, n, &head) ? head.compartment : 0;
}

void seal_place_hash(struct seal_hash *h, const struct seal_place *place)
{
	seal_hash_text(h, place->campus);
	seal_hash_text(h, place->subject);
	seal_hash_text(h, place->table);
	seal_hash_text(h, place->column);
	seal_hash_text(h, place->row);
	seal_hash_int(h, place->compartment);
	seal_hash_int(h, place->version);
}

static void bound(unsigned char out[SEAL_HASH], const unsigned char *head, size_t n, const struct seal_place *place)
{
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.text.1");
	seal_hash_bytes(&h, head, n);
	seal_place_hash(&h, place);
	seal_hash_end(&h, out);
}

bool seal_place_ok(const struct seal_place *p)
{
	return seal_name_ok(p->campus) && seal_name_ok(p->subject) && seal_name_ok(p->table) && seal_name_ok(p->column) &&
	       seal_name_ok(p->row) && p->version >= 0 && p->compartment >= SEAL_SEND && p->compartment <= SEAL_T5;
}

static size_t head_write(unsigned char *b, const struct seal_key *key, const struct seal_place *place)
{
	size_t id_n = strlen(key->id);

	b[0] = BLOB_FORMAT;
	b[1] = (unsigned char)place->compartment;
	for (int i = 0; i < 8; i++)
		b[2 + i] = (unsigned char)((uint64_t)place->version >> 8 * i);
	b[10] = (unsigned char)id_n;
	memcpy(b + BLOB_FIXED, key->id, id_n);
	return BLOB_FIXED + id_n;
}

const struct fault *seal_text(const struct seal_key *key, const struct seal_place *place, const void *plain, size_t n,
			      struct arena *a, unsigned char **blob, size_t *blob_n)
{
	unsigned char ad[SEAL_HASH], *b;
	size_t head;

	if (!seal_place_ok(place))
		return FAULT(a, FAULT_INVALID, "Sealed text needs a whole place: %s.%s.", place->table ? place->table : "?",
			     place->column ? place->column : "?");
	b = arena_alloc(a, BLOB_FIXED + SEAL_NAME + NONCE_BYTES + n + TAG_BYTES);
	head = head_write(b, key, place);
	bound(ad, b, head, place);
	randombytes_buf(b + head, NONCE_BYTES);
	crypto_aead_xchacha20poly1305_ietf_encrypt(b + head + NONCE_BYTES, NULL, n ? plain : (const void *)"", n, ad, sizeof(ad),
						   NULL, b + head, seal_key_bytes(key));
	*blob = b;
	*blob_n = head + NONCE_BYTES + n + TAG_BYTES;
	return NULL;
}

static const struct fault *tampered(const struct seal_key *key, const struct seal_place *place, struct arena *a, const char *why)
{
	seal_count_tampered(key->s);
	return FAULT(a, FAULT_TAMPERED, "Sealed text of %s.%s in row %s %s.", place->table, place->column, place->row, why);
}

const struct fault *seal_open(const struct seal_key *key, const struct seal_place *place, const void *blob, size_t blob_n,
			      struct arena *a, char **plain, size_t *n)
{
	const unsigned char *b = blob;
	unsigned char ad[SEAL_HASH];
	struct head head;
	size_t room;
	char *out;

	if (!seal_place_ok(place))
		return FAULT(a, FAULT_INVALID, "Sealed text needs a whole place.");
	if (!head_read(blob, blob_n, &head))
		return tampered(key, place, a, "is not in a form we write");
	if (head.key_id_n != strlen(key->id) || memcmp(head.key_id, key->id, head.key_id_n) != 0)
		return tampered(key, place, a, "is sealed with another key");
	if (head.version != place->version || head.compartment != place->compartment)
		return tampered(key, place, a, "is of another version or compartment");
	bound(ad, b, head.n, place);
	room = blob_n - head.n - NONCE_BYTES - TAG_BYTES;
	out = arena_alloc(a, room + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt((unsigned char *)out, NULL, NULL, b + head.n + NONCE_BYTES, room + TAG_BYTES,
						       ad, sizeof(ad), b + head.n, seal_key_bytes(key)) != 0)
		return tampered(key, place, a, "does not authenticate");
	*plain = out;
	*n = room;
	return NULL;
}

/* --- row keys --- */
const struct fault *seal_row_key_new(struct sealer *s, struct arena *a, const char *row_key_id, struct seal_key **row_key)
{
	struct seal_key *h = seal_handle(s, a);
	unsigned char key[KEY_BYTES];
	const struct fault *f;

	if (!seal_name_ok(row_key_id))
		return FAULT(a, FAULT_INVALID, "A row key needs an id.");
	randombytes_buf(key, sizeof(key));
	f = seal_handle_fill(h, a, row_key_id, key);
	sodium_memzero(key, sizeof(key));
	*row_key = h;
	return f;
}

static void row_bound(unsigned char out[SEAL_HASH], const struct seal_key *under, const char *campus, const char *table,
		      const char *row, const char *row_key_id)
{
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.row-key.1");
	seal_hash_text(&h, under->id);
	seal_hash_text(&h, campus);
	seal_hash_text(&h, table);
	seal_hash_text(&h, row);
	seal_hash_text(&h, row_key_id);
	seal_hash_end(&h, out);
}

const struct fault *seal_row_wrap(struct arena *a, const struct seal_key *under, const char *campus, const char *table,
				  const char *row, const struct seal_key *row_key, struct seal_wrapped *wrapped)
{
	unsigned char ad[SEAL_HASH], *w = wrapped->bytes;

	if (!seal_name_ok(campus) || !seal_name_ok(table) || !seal_name_ok(row))
		return FAULT(a, FAULT_INVALID, "A row key needs a campus, a table and a row.");
	memset(w, 0, SEAL_WRAPPED);
	w[0] = ROW_FORMAT;
	randombytes_buf(w + ROW_HEAD, NONCE_BYTES);
	row_bound(ad, under, campus, table, row, row_key->id);
	crypto_aead_xchacha20poly1305_ietf_encrypt(w + ROW_HEAD + NONCE_BYTES, NULL, seal_key_bytes(row_key), KEY_BYTES, ad,
						   sizeof(ad), NULL, w + ROW_HEAD, seal_key_bytes(under));
	return NULL;
}

static bool row_unwrap(unsigned char key[KEY_BYTES], const unsigned char *w, size_t n, const unsigned char ad[SEAL_HASH],
		       const unsigned char under[KEY_BYTES])
{
	static const unsigned char head[ROW_HEAD] = { ROW_FORMAT };

	if (!w || n != SEAL_WRAPPED || memcmp(w, head, ROW_HEAD) != 0)
		return false;
	return crypto_aead_xchacha20poly1305_ietf_decrypt(key, NULL, NULL, w + ROW_HEAD + NONCE_BYTES, KEY_BYTES + TAG_BYTES, ad,
							  SEAL_HASH, w + ROW_HEAD, under) == 0;
}

const struct fault *seal_row_open(struct sealer *s, struct arena *a, const struct seal_key *under, const char *campus,
				  const char *table, const char *row, const char *row_key_id, const void *wrapped, size_t n,
				  struct seal_key **row_key)
{
	struct seal_key *h = seal_handle(s, a);
	unsigned char key[KEY_BYTES], ad[SEAL_HASH];
	const struct fault *f;

	if (!seal_name_ok(row_key_id))
		return FAULT(a, FAULT_INVALID, "A row key needs an id.");
	row_bound(ad, under, campus, table, row, row_key_id);
	if (!row_unwrap(key, wrapped, n, ad, seal_key_bytes(under))) {
		seal_count_tampered(s);
		return FAULT(a, FAULT_TAMPERED, "The key of row %s in %s does not open.", row, table);
	}
	f = seal_handle_fill(h, a, row_key_id, key);
	sodium_memzero(key, sizeof(key));
	*row_key = h;
	return f;
}
