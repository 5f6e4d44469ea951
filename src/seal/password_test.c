/* password_test.c - passwords N5-N8, one-time codes by RFC 6238's own vectors, recovery codes. */
#include <string.h>

#include "seal/password.h"
#include "tests/test.h"

static const char *const LOCAL[] = { "St Mary's C of E Primary School, Ashby", "Ngozi Okafor", "t.okafor", NULL };

static const char *weak(struct test *t, const char *text)
{
	return password_weak(t->a, text, strlen(text), true, LOCAL);
}

TEST(a_password_as_the_only_factor_has_15_letters)
{
	expect_has(weak(t, "violet-kestrel"), "15 characters or more"); /* N5: 14 */
	expect(!weak(t, "violet-kestrels"));
	expect(!password_weak(t->a, "violet-kestr", 12, false, NULL));
	expect_has(password_weak(t->a, "violet-kest", 11, false, NULL), "12 characters or more");
	expect_text(password_weak(t->a, "", 0, true, NULL), "Enter a password");
	expect_has(weak(t, "\xc3\xa9\xc3\xa8\xc3\xaa\xc3\xab gr\xc3\xbc\xc3\x9f"), "15 characters"); /* letters, not bytes */
}

TEST(long_passwords_with_spaces_and_emoji_are_exact)
{
	static const size_t lengths[] = { 64, 128, 200 };
	const char *hash;
	bool right;

	for (size_t i = 0; i < 3; i++) { /* N6 */
		char *text = arena_alloc(t->a, lengths[i] * 4 + 8);
		size_t n = 0;

		for (size_t l = 0; l < lengths[i]; l++) {
			if (l % 9 == 4) {
				memcpy(text + n, "\xf0\x9f\x98\x80", 4);
				n += 4;
			} else {
				text[n++] = l % 5 == 3 ? ' ' : (char)('a' + (l * 7 + l / 3) % 26);
			}
		}
		expect(!password_weak(t->a, text, n, true, LOCAL));
		if (i < 2)
			continue;
		expect_fine(password_hash(t->a, text, n, &hash));
		expect_has(hash, "$argon2id$v=19$m=65536,t=2,p=1$");
		expect_fine(password_check(t->a, hash, text, n, &right));
		expect(right);
		expect_fine(password_check(t->a, hash, text, n - 1, &right));
		expect(!right);
		expect(!password_stale(hash));
	}
}

TEST(a_megabyte_is_refused_before_hashing)
{
	char *text = arena_alloc(t->a, 1 << 20);
	const char *hash;
	bool right;

	memset(text, 'x', 1 << 20);
	expect_fault(password_hash(t->a, text, 1 << 20, &hash), FAULT_TOO_LARGE); /* N7 */
	expect_fault(password_check(t->a, NULL, text, 1 << 20, &right), FAULT_TOO_LARGE);
	expect_has(password_weak(t->a, text, 1 << 20, true, NULL), "or fewer");
}

TEST(nul_and_bytes_that_are_no_text_are_refused)
{
	expect(password_weak(t->a, "violet\0kestrel-lamp", 19, true, NULL)); /* N8 */
	expect(password_weak(t->a, "violet\xffkestrel-lamp", 19, true, NULL));
}

TEST(nobodys_password_is_never_right)
{
	bool right = true;

	expect_fine(password_check(t->a, NULL, "", 0, &right));
	expect(!right);
	right = true;
	expect_fine(password_check(t->a, "not a hash", "x", 1, &right));
	expect(!right);
	expect(password_stale("$argon2id$v=19$m=4096,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

TEST(what_is_guessed_first_is_refused)
{
	static const char *const bad[] = {
		"passwordpassword", "Password12345678", "P@55w0rd P@55w0rd", "qwertyuiopasdfgh", "123456789012345",
		"aaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnop", "zyxwvutsrqponmlk", "1q2w3e4r1q2w3e4r", "iloveyou iloveyou 2024",
		"xyxyxyxyxyxyxyxy", "St Marys Primary 2026", "okafor-ngozi-1985", "correct horse battery staple",
		"Welcome to school 1", "manchesterunited99", "asdfasdfasdfasdf", "sunshine-monkey-dragon",
		"liverpool fc 2020!!", "t.okafor t.okafor", "OPENSENCO opensenco", "\xc3\x81shby pr\xc3\xadmary 99",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		if (!weak(t, bad[i]))
			test_fail(t, __FILE__, __LINE__, "accepted: %s", bad[i]);
	}
}

TEST(words_that_do_not_belong_together_are_accepted)
{
	static const char *const good[] = {
		"violet kestrel umbrella", "purple monkey dishwasher", "trombone gravel nephew", "my 3 aunts keep bees in Ghent",
		"Kx7!rTq2#mZp9vL", "llwybr defaid mynydd", "correct stapler beside harbour",
		"моя сестра любит горы и чай",
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		if (weak(t, good[i]))
			test_fail(t, __FILE__, __LINE__, "refused: %s: %s", good[i], weak(t, good[i]));
	}
}

/* --- one-time codes --- */
static const unsigned char RFC[] = "12345678901234567890";

TEST(codes_are_those_of_rfc_6238)
{
	static const struct {
		int64_t at;
		const char *code;
	} vectors[] = { /* appendix B, SHA1, its last six digits of eight */
		{ 59, "287082" }, { 1111111109, "081804" }, { 1111111111, "050471" },
		{ 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" },
	};

	for (size_t i = 0; i < 6; i++)
		expect_text(totp_code(t->a, RFC, 20, vectors[i].at), vectors[i].code);
}

TEST(a_code_fits_one_step_either_side_and_works_once)
{
	int64_t now = 1111111109, step = -1;
	const char *code = totp_code(t->a, RFC, 20, now);

	expect(totp_check(RFC, 20, code, now, 0, &step));
	expect_int(step, now / 30);
	expect(!totp_check(RFC, 20, code, now, step, &step)); /* N16 */
	expect(totp_check(RFC, 20, "081 804", now + 30, 0, &step));
	expect(totp_check(RFC, 20, code, now - 30, 0, &step));
	expect_int(step, now / 30);
	expect(!totp_check(RFC, 20, code, now + 120, 0, &step)); /* N17 */
	expect(!totp_check(RFC, 20, code, now - 90, 0, &step));
	for (size_t i = 0; i < 6; i++) {
		static const char *const odd[] = { "", "08180", "0818044", "08180x", "-81804", NULL };

		expect(!totp_check(RFC, 20, odd[i], now, 0, &step));
	}
}

TEST(a_wrong_clock_is_recognised_for_a_hint)
{
	expect_int(totp_drift(RFC, 20, totp_code(t->a, RFC, 20, 1000000 + 300), 1000000), 300);
	expect_int(totp_drift(RFC, 20, totp_code(t->a, RFC, 20, 1000000 - 300), 1000000), -300);
	expect_int(totp_drift(RFC, 20, totp_code(t->a, RFC, 20, 1000000 + 3000), 1000000), 0);
}

TEST(an_app_can_read_the_secret)
{
	unsigned char secret[TOTP_SECRET], other[TOTP_SECRET];

	expect_text(totp_base32(t->a, RFC, 20), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	expect_text(totp_base32(t->a, "foob", 4), "MZXW6YQ");
	expect_text(totp_base32(t->a, "", 0), "");
	expect_text(totp_uri(t->a, "St Mary's", "t.okafor", RFC, 20),
		    "otpauth://totp/St%20Mary%27s:t.okafor?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=St%20Mary%27s"
		    "&algorithm=SHA1&digits=6&period=30");
	totp_secret(secret);
	totp_secret(other);
	expect(memcmp(secret, other, TOTP_SECRET) != 0);
}

TEST(recovery_codes_survive_how_people_type_them)
{
	const char *codes[RECOVERY_CODES];

	recovery_codes(t->a, codes);
	for (int i = 0; i < RECOVERY_CODES; i++) {
		expect_int(strlen(codes[i]), 14);
		expect_stop(recovery_tidy(t->a, codes[i]) != NULL);
		expect_int(strlen(recovery_tidy(t->a, codes[i])), 12);
		expect(i == 0 || strcmp(codes[i], codes[0]) != 0);
	}
	expect_text(recovery_tidy(t->a, " 7K4P 9qxd-2MFo "), "7k4p9qxd2mf0");
	expect_text(recovery_tidy(t->a, "iIlL-oO00-abcd"), "11110000abcd");
	expect(!recovery_tidy(t->a, "7k4p-9qxd-2mf"));
	expect(!recovery_tidy(t->a, "7k4p-9qxd-2mfaa"));
	expect(!recovery_tidy(t->a, "7k4p-9qxd-2mf!"));
	expect(!recovery_tidy(t->a, ""));
	expect(!recovery_tidy(t->a, NULL));
}
