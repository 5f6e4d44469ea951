/* backup.c - streams that only the recovery recipients can open: backups, and the copy of the root key kept apart from them.
 * A backup: "OSBK", format 1, number of recipients 1, a slot of 97 bytes each, secretstream's head, chunks. A slot: kind 1, first
 * bytes of the recipient's public key 8, and the stream's key, sealed to that key (80, padded to 88) or boxed under a key from
 * the passphrase (salt 16, nonce 24, box 48). The stream's key is derived from the sealed one and the whole head.
 * Recovery keys are text: 52 letters of base 32 and 4 check letters. */
#include "seal/stream.h"

#include <sodium.h>

#include "base/buf.h"

enum {
	HEAD_FIXED = 6, SLOT = 97, SLOT_ID = 8, SLOT_BODY = 9,
	KIND_KEY = 1, KIND_PASSPHRASE = 2,
	SALT = crypto_pwhash_SALTBYTES,
	BOX_NONCE = crypto_secretbox_NONCEBYTES,
	BOX = KEY_BYTES + crypto_secretbox_MACBYTES,
	SEALED_KEY = KEY_BYTES + crypto_box_SEALBYTES,
	KEY_LETTERS = 52, CHECK_LETTERS = 4, CHECK_BITS = CHECK_LETTERS * 5,
	PASSPHRASE_MEMORY = 128 << 20, PASSPHRASE_PASSES = 3, PASSPHRASE_LEAST = 12,
};

_Static_assert(SLOT_BODY + SALT + BOX_NONCE + BOX == SLOT, "a passphrase's slot is the longest");
_Static_assert(SLOT_BODY + SEALED_KEY <= SLOT, "a recipient's slot fits");

static const char LETTERS[] = "0123456789abcdefghjkmnpqrstvwxyz";
static const char PUBLIC[] = "osr1-", SECRET[] = "OSR1-";

/* --- recovery keys as text --- */
/* Bit i of the 256 of the key followed by the check's. */
static int bit_of(const unsigned char key[KEY_BYTES], const unsigned char check[4], int i)
{
	const unsigned char *from = i < 256 ? key : check;

	i = i < 256 ? i : i - 260; /* four padding bits make the key's letters even */
	return from[i / 8] >> (7 - i % 8) & 1;
}

static void check_of(unsigned char check[4], const unsigned char key[KEY_BYTES], bool secret)
{
	unsigned char out[SEAL_HASH];
	struct seal_hash h;

	seal_hash_begin(&h, secret ? "opensenco.recovery-secret.1" : "opensenco.recovery-public.1");
	seal_hash_bytes(&h, key, KEY_BYTES);
	seal_hash_end(&h, out);
	memcpy(check, out, 4);
}

static const char *key_text(struct arena *a, const unsigned char key[KEY_BYTES], bool secret)
{
	struct buf b = buf_new(a);
	unsigned char check[4];

	check_of(check, key, secret);
	buf_add(&b, secret ? SECRET : PUBLIC);
	for (int letter = 0; letter < KEY_LETTERS + CHECK_LETTERS; letter++) {
		int value = 0;

		for (int i = letter * 5; i < letter * 5 + 5; i++)
			value = value << 1 | (i >= 256 && i < 260 ? 0 : bit_of(key, check, i));
		if (letter && letter % 4 == 0)
			buf_add_c(&b, '-');
		buf_add_c(&b, secret && LETTERS[value] >= 'a' ? (char)(LETTERS[value] - 'a' + 'A') : LETTERS[value]);
	}
	return buf_text(&b);
}

/* The letter a person meant: o is 0, i and l are 1; -1 for what is none. */
static int letter_value(char c)
{
	const char *at;

	if (c >= 'A' && c <= 'Z')
		c = (char)(c - 'A' + 'a');
	c = c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
	at = c ? strchr(LETTERS, c) : NULL;
	return at ? (int)(at - LETTERS) : -1;
}

static bool letters_read(const char *text, int values[KEY_LETTERS + CHECK_LETTERS])
{
	int n = 0;

	for (; *text; text++) {
		int value = letter_value(*text);

		if (strchr("- \t\n", *text))
			continue;
		if (value < 0 || n == KEY_LETTERS + CHECK_LETTERS)
			return false;
		values[n++] = value;
	}
	return n == KEY_LETTERS + CHECK_LETTERS;
}

static bool key_read(const char *text, bool secret, unsigned char key[KEY_BYTES])
{
	int values[KEY_LETTERS + CHECK_LETTERS];
	unsigned char check[4];
	bool ok;

	if (!text)
		return false;
	text += strspn(text, " \t\n");
	if (strncasecmp(text, PUBLIC, 5) != 0 || !letters_read(text + 5, values))
		return false;
	memset(key, 0, KEY_BYTES);
	for (int i = 0; i < 256; i++)
		key[i / 8] |= (unsigned char)((values[i / 5] >> (4 - i % 5) & 1) << (7 - i % 8));
	check_of(check, key, secret);
	ok = (values[51] & 15) == 0;
	for (int i = 0; i < CHECK_BITS; i++)
		ok &= (values[KEY_LETTERS + i / 5] >> (4 - i % 5) & 1) == (check[i / 8] >> (7 - i % 8) & 1);
	sodium_memzero(values, sizeof(values));
	return ok;
}

const struct fault *seal_recovery_make(struct arena *a, const char **public_text, const char **secret_text)
{
	unsigned char pub[crypto_box_PUBLICKEYBYTES], secret[crypto_box_SECRETKEYBYTES];

	seal_start();
	if (crypto_box_keypair(pub, secret) != 0)
		return FAULT(a, FAULT_BROKEN, "No recovery key could be made.");
	*public_text = key_text(a, pub, false);
	*secret_text = key_text(a, secret, true);
	sodium_memzero(secret, sizeof(secret));
	return NULL;
}

const struct fault *seal_recovery_check(struct arena *a, const char *text)
{
	unsigned char key[KEY_BYTES];
	bool ok;

	seal_start();
	ok = key_read(text, false, key) || key_read(text, true, key);
	sodium_memzero(key, sizeof(key));
	if (ok)
		return NULL;
	return FAULT(a, FAULT_INVALID, "This is not a recovery key. Check it letter by letter against the paper: it begins with "
				       "OSR1 and has 14 groups of four.");
}

/* The pair behind a secret's text. */
static bool pair_of(const char *secret_text, unsigned char pub[KEY_BYTES], unsigned char secret[KEY_BYTES])
{
	seal_start();
	return key_read(secret_text, true, secret) && crypto_scalarmult_base(pub, secret) == 0;
}

bool seal_recovery_pair(struct arena *a, const char *public_text, const char *secret_text)
{
	unsigned char pub[KEY_BYTES], derived[KEY_BYTES], secret[KEY_BYTES];
	bool ok = pair_of(secret_text, derived, secret) && key_read(public_text, false, pub) && seal_same(pub, derived, KEY_BYTES);

	(void)a;
	sodium_memzero(secret, sizeof(secret));
	return ok;
}

/* --- slots --- */
static const struct fault *passphrase_key(struct arena *a, const char *passphrase, const unsigned char salt[SALT],
					  unsigned char key[KEY_BYTES])
{
	if (crypto_pwhash(key, KEY_BYTES, passphrase, strlen(passphrase), salt, PASSPHRASE_PASSES, PASSPHRASE_MEMORY,
			  crypto_pwhash_ALG_ARGON2ID13) != 0)
		return FAULT(a, FAULT_FULL, "There is not enough memory to work on the passphrase (it takes 128 MB).");
	return NULL;
}

static const struct fault *slot_write(struct arena *a, unsigned char slot[SLOT], const struct seal_recipient *to,
				      const unsigned char file_key[KEY_BYTES])
{
	unsigned char *body = slot + SLOT_BODY, key[KEY_BYTES];

	memset(slot, 0, SLOT);
	if (to->public_text) {
		if (!key_read(to->public_text, false, key))
			return FAULT(a, FAULT_INVALID, "This is not the public part of a recovery key. It begins with osr1.");
		slot[0] = KIND_KEY;
		memcpy(slot + 1, key, SLOT_ID);
		if (crypto_box_seal(body, file_key, KEY_BYTES, key) != 0)
			return FAULT(a, FAULT_INVALID, "This recovery key is weak.");
		return NULL;
	}
	if (!to->passphrase || strlen(to->passphrase) < PASSPHRASE_LEAST)
		return FAULT(a, FAULT_INVALID, "A recovery passphrase must have %d letters or more.", PASSPHRASE_LEAST);
	slot[0] = KIND_PASSPHRASE;
	randombytes_buf(body, SALT + BOX_NONCE);
	TRY(passphrase_key(a, to->passphrase, body, key));
	crypto_secretbox_easy(body + SALT + BOX_NONCE, file_key, KEY_BYTES, body + SALT, key);
	sodium_memzero(key, sizeof(key));
	return NULL;
}

static bool slot_open_key(const unsigned char slot[SLOT], const char *secret_text, unsigned char file_key[KEY_BYTES])
{
	unsigned char pub[KEY_BYTES], secret[KEY_BYTES];
	bool ok = slot[0] == KIND_KEY && pair_of(secret_text, pub, secret) && memcmp(pub, slot + 1, SLOT_ID) == 0 &&
		  crypto_box_seal_open(file_key, slot + SLOT_BODY, SEALED_KEY, pub, secret) == 0;

	sodium_memzero(secret, sizeof(secret));
	return ok;
}

static const struct fault *slot_open(struct arena *a, const unsigned char slot[SLOT], const struct seal_opener *who,
				     unsigned char file_key[KEY_BYTES], bool *ok)
{
	const unsigned char *body = slot + SLOT_BODY;
	unsigned char key[KEY_BYTES];

	if (who->secret_text)
		*ok = slot_open_key(slot, who->secret_text, file_key);
	if (*ok || !who->passphrase || slot[0] != KIND_PASSPHRASE)
		return NULL;
	TRY(passphrase_key(a, who->passphrase, body, key));
	*ok = crypto_secretbox_open_easy(file_key, body + SALT + BOX_NONCE, BOX, body + SALT, key) == 0;
	sodium_memzero(key, sizeof(key));
	return NULL;
}

/* --- streams --- */
static void stream_key(unsigned char out[KEY_BYTES], const unsigned char file_key[KEY_BYTES], const void *head, size_t n)
{
	struct seal_hash h;

	hash_begin_raw(&h, file_key, "opensenco.backup.1");
	seal_hash_bytes(&h, head, n);
	seal_hash_end(&h, out);
}

const struct fault *seal_backup_writer(struct arena *a, const struct seal_recipient *to, size_t count, struct seal_sink sink,
				       struct seal_writer **out)
{
	unsigned char head[HEAD_FIXED + SEAL_RECIPIENTS * SLOT] = "OSBK\1", file_key[KEY_BYTES], key[KEY_BYTES];
	size_t n = HEAD_FIXED + count * SLOT;
	const struct fault *f = NULL;

	if (count < 1 || count > SEAL_RECIPIENTS)
		return FAULT(a, FAULT_INVALID, "A backup needs one to %d recovery recipients.", SEAL_RECIPIENTS);
	seal_start();
	head[5] = (unsigned char)count;
	randombytes_buf(file_key, sizeof(file_key));
	for (size_t i = 0; i < count && !f; i++)
		f = slot_write(a, head + HEAD_FIXED + i * SLOT, &to[i], file_key);
	stream_key(key, file_key, head, n);
	sodium_memzero(file_key, sizeof(file_key));
	if (!f)
		f = stream_writer(a, key, head, n, sink, out);
	sodium_memzero(key, sizeof(key));
	return f;
}

static const struct fault *head_read(struct arena *a, struct seal_source from, unsigned char *head, size_t *n)
{
	size_t count;

	TRY(source_fill(from, head, HEAD_FIXED, n));
	if (*n != HEAD_FIXED || memcmp(head, "OSBK\1", 5) != 0)
		return FAULT(a, FAULT_TAMPERED, "This is not a backup that OpenSENCO made.");
	count = head[5];
	if (count < 1 || count > SEAL_RECIPIENTS)
		return FAULT(a, FAULT_TAMPERED, "The head of this backup is damaged.");
	TRY(source_fill(from, head + HEAD_FIXED, count * SLOT, n));
	if (*n != count * SLOT)
		return FAULT(a, FAULT_TAMPERED, "This backup was cut off in its head.");
	*n += HEAD_FIXED;
	return NULL;
}

const struct fault *seal_backup_reader(struct arena *a, const struct seal_opener *who, struct seal_source source,
				       struct seal_reader **out)
{
	unsigned char head[HEAD_FIXED + SEAL_RECIPIENTS * SLOT], file_key[KEY_BYTES], key[KEY_BYTES];
	const struct fault *f = NULL;
	bool ok = false;
	size_t n;

	seal_start();
	TRY(head_read(a, source, head, &n));
	for (size_t i = 0; i < head[5] && !ok && !f; i++)
		f = slot_open(a, head + HEAD_FIXED + i * SLOT, who, file_key, &ok);
	if (f)
		return f;
	if (!ok)
		return FAULT(a, FAULT_DENIED, "This backup does not open with that %s.",
			     who->secret_text ? "recovery key" : "passphrase");
	stream_key(key, file_key, head, n);
	sodium_memzero(file_key, sizeof(file_key));
	f = stream_reader(a, key, source, out);
	sodium_memzero(key, sizeof(key));
	return f;
}

const struct fault *seal_backup_fd(struct arena *a, const struct seal_recipient *to, size_t count, int in, int out)
{
	struct seal_writer *w = NULL;

	TRY(seal_backup_writer(a, to, count, seal_to_fd(a, out), &w));
	return stream_pump_in(a, in, w);
}

const struct fault *seal_backup_open_fd(struct arena *a, const struct seal_opener *who, int in, int out)
{
	struct seal_reader *r = NULL;

	TRY(seal_backup_reader(a, who, seal_from_fd(a, in), &r));
	return stream_pump_out(a, r, out);
}
