/* totp.c - one-time codes of RFC 6238 over GnuTLS's HMAC-SHA1, and recovery codes. Not here: which step was used last is the
 * account's to keep. */
#include "seal/password.h"

#include <gnutls/crypto.h>
#include <sodium.h>

#include "base/buf.h"
#include "base/random.h"
#include "seal/hash.h"

enum { DIGITS = 6, DRIFT_STEPS = 30, CODE_LETTERS = 12 };

static const char BASE32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
static const char LETTERS[] = "0123456789abcdefghjkmnpqrstvwxyz"; /* no i l o u: read aloud without doubt */

void totp_secret(unsigned char secret[TOTP_SECRET])
{
	random_bytes(secret, TOTP_SECRET);
}

const char *totp_base32(struct arena *a, const void *secret, size_t n)
{
	const unsigned char *bytes = secret;
	struct buf b = buf_new(a);
	unsigned held = 0, bits = 0;

	for (size_t i = 0; i < n; i++) {
		held = (held << 8 | bytes[i]) & 0xffff;
		for (bits += 8; bits >= 5; bits -= 5)
			buf_add_c(&b, BASE32[held >> (bits - 5) & 31]);
	}
	if (bits)
		buf_add_c(&b, BASE32[held << (5 - bits) & 31]);
	return buf_text(&b);
}

const char *totp_uri(struct arena *a, const char *issuer, const char *account, const void *secret, size_t n)
{
	struct buf b = buf_new(a);

	buf_add(&b, "otpauth://totp/");
	buf_add_url(&b, issuer);
	buf_add_c(&b, ':');
	buf_add_url(&b, account);
	buf_add(&b, "?secret=");
	buf_add(&b, totp_base32(a, secret, n));
	buf_add(&b, "&issuer=");
	buf_add_url(&b, issuer);
	buf_add(&b, "&algorithm=SHA1&digits=6&period=30");
	return buf_text(&b);
}

/* HOTP of RFC 4226, section 5.3. */
static void code_of_step(const void *secret, size_t n, int64_t step, char code[DIGITS + 1])
{
	unsigned char count[8], mac[20] = { 0 };
	uint32_t value;
	int at;

	for (int i = 0; i < 8; i++)
		count[i] = (unsigned char)((uint64_t)step >> (56 - 8 * i));
	if (gnutls_hmac_fast(GNUTLS_MAC_SHA1, secret, n, count, sizeof(count), mac) != 0)
		abort(); /* never with an algorithm that is always there */
	at = mac[19] & 15;
	value = (uint32_t)(mac[at] & 127) << 24 | (uint32_t)mac[at + 1] << 16 | (uint32_t)mac[at + 2] << 8 | mac[at + 3];
	value %= 1000000;
	for (int i = DIGITS - 1; i >= 0; i--, value /= 10)
		code[i] = (char)('0' + value % 10);
	code[DIGITS] = '\0';
	sodium_memzero(mac, sizeof(mac));
}

const char *totp_code(struct arena *a, const void *secret, size_t n, int64_t unix_time)
{
	char code[DIGITS + 1];

	code_of_step(secret, n, unix_time / TOTP_STEP, code);
	return arena_text(a, code);
}

/* "123 456" -> "123456" */
static bool digits_of(const char *typed, char code[DIGITS + 1])
{
	int n = 0;

	for (; typed && *typed; typed++) {
		if (*typed == ' ')
			continue;
		if (*typed < '0' || *typed > '9' || n == DIGITS)
			return false;
		code[n++] = *typed;
	}
	code[n] = '\0';
	return n == DIGITS;
}

bool totp_check(const void *secret, size_t n, const char *typed, int64_t unix_time, int64_t last_step, int64_t *step)
{
	char code[DIGITS + 1], wanted[DIGITS + 1];
	bool right = false;

	if (!digits_of(typed, code))
		return false;
	for (int64_t s = unix_time / TOTP_STEP - 1; s <= unix_time / TOTP_STEP + 1; s++) { /* all three, whichever fits */
		code_of_step(secret, n, s, wanted);
		if (seal_same(code, wanted, DIGITS) && s > last_step && !right) {
			*step = s;
			right = true;
		}
	}
	return right;
}

int totp_drift(const void *secret, size_t n, const char *typed, int64_t unix_time)
{
	char code[DIGITS + 1], wanted[DIGITS + 1];

	if (!digits_of(typed, code))
		return 0;
	for (int away = 2; away <= DRIFT_STEPS; away++) {
		for (int sign = -1; sign <= 1; sign += 2) {
			code_of_step(secret, n, unix_time / TOTP_STEP + sign * away, wanted);
			if (seal_same(code, wanted, DIGITS))
				return sign * away * TOTP_STEP;
		}
	}
	return 0;
}

/* --- recovery codes --- */
void recovery_codes(struct arena *a, const char *codes[RECOVERY_CODES])
{
	for (int i = 0; i < RECOVERY_CODES; i++) {
		struct buf b = buf_new(a);
		unsigned char raw[CODE_LETTERS];

		random_bytes(raw, sizeof(raw));
		for (int l = 0; l < CODE_LETTERS; l++) {
			if (l && l % 4 == 0)
				buf_add_c(&b, '-');
			buf_add_c(&b, LETTERS[raw[l] & 31]);
		}
		sodium_memzero(raw, sizeof(raw));
		codes[i] = buf_text(&b);
	}
}

const char *recovery_tidy(struct arena *a, const char *typed)
{
	struct buf b = buf_limit(a, CODE_LETTERS);

	for (; typed && *typed; typed++) {
		char c = *typed >= 'A' && *typed <= 'Z' ? (char)(*typed - 'A' + 'a') : *typed;

		if (c == ' ' || c == '-')
			continue;
		c = c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
		if (!strchr(LETTERS, c))
			return NULL;
		buf_add_c(&b, c);
	}
	return b.len == CODE_LETTERS && !buf_over(&b) ? buf_text(&b) : NULL;
}
