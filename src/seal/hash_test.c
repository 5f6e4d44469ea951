/* hash_test.c - hashes that cannot be confused, links, signatures, tokens. */
#include <string.h>

#include "seal/hash.h"
#include "tests/test.h"

static struct sealer *sealer_at(struct test *t)
{
	const char *path = arena_printf(t->a, "%s/root", t->dir);
	struct sealer *s = NULL;
	const struct fault *f = seal_root_make(t->a, path);

	expect(!f || f->code == FAULT_INVALID);
	expect_fine(sealer_open_local(t->a, path, NULL, &s));
	return s;
}

static const char *hash_of(struct arena *a, const char *domain, const char *one, const char *two)
{
	unsigned char out[SEAL_HASH];
	struct seal_hash h;

	seal_hash_begin(&h, domain);
	seal_hash_text(&h, one);
	seal_hash_text(&h, two);
	seal_hash_end(&h, out);
	return seal_hex(a, out, sizeof(out));
}

TEST(parts_of_a_hash_cannot_be_shifted)
{
	const char *base = hash_of(t->a, "d", "ab", "c");

	expect_text(hash_of(t->a, "d", "ab", "c"), base);
	expect(strcmp(hash_of(t->a, "d", "a", "bc"), base) != 0);
	expect(strcmp(hash_of(t->a, "d", "abc", ""), base) != 0);
	expect(strcmp(hash_of(t->a, "da", "b", "c"), base) != 0);
	expect(strcmp(hash_of(t->a, "d", "ab", NULL), hash_of(t->a, "d", "ab", "")) != 0);
}

TEST(a_hash_stays_what_it_is_for_ever)
{
	/* Stored hashes and a second program depend on this value: BLAKE2b-256 over kind, length and bytes of each part. */
	expect_text(hash_of(t->a, "opensenco.test", "ab", "c"),
		    "15a6847aa43bdfe66fa453ded00d1104375d7377b8ccaaba9cd89a5132beceff");
}

TEST(a_chain_shows_a_changed_entry_number_and_order)
{
	unsigned char salt[SEAL_HASH] = { 1 }, zero[SEAL_HASH] = { 0 }, c1[SEAL_HASH], c2[SEAL_HASH], l1[SEAL_HASH], l2[SEAL_HASH];

	seal_commitment(c1, salt, "read", 4);
	seal_commitment(c2, salt, "reaD", 4);
	expect(memcmp(c1, c2, SEAL_HASH) != 0);
	salt[0] = 2;
	seal_commitment(c2, salt, "read", 4);
	expect(memcmp(c1, c2, SEAL_HASH) != 0);
	seal_chain(l1, zero, 1, c1);
	seal_chain(l2, zero, 2, c1);
	expect(memcmp(l1, l2, SEAL_HASH) != 0);
	seal_chain(l2, l1, 1, c1);
	expect(memcmp(l1, l2, SEAL_HASH) != 0);
}

TEST(a_signature_holds_for_its_bytes_domain_and_key_only)
{
	struct sealer *s = sealer_at(t);
	unsigned char sig[SEAL_SIGNATURE], pub[SEAL_PUBLIC];

	expect_fine(seal_sign(s, t->a, "checkpoint", "head", 4, sig));
	expect_fine(seal_sign_public(s, t->a, pub));
	expect(seal_verify(pub, "checkpoint", "head", 4, sig));
	expect(!seal_verify(pub, "backup", "head", 4, sig));
	expect(!seal_verify(pub, "checkpoint", "heaD", 4, sig));
	sig[5] ^= 1;
	expect(!seal_verify(pub, "checkpoint", "head", 4, sig));
	sig[5] ^= 1;
	pub[5] ^= 1;
	expect(!seal_verify(pub, "checkpoint", "head", 4, sig));
	sealer_close(s);
}

TEST(a_derived_key_is_the_same_after_a_restart_and_differs_by_purpose)
{
	struct sealer *s = sealer_at(t);
	struct arena *act = arena_new(ARENA_REQUEST);
	unsigned char one[SEAL_HASH], two[SEAL_HASH], other[SEAL_HASH];
	struct seal_hash h;
	struct seal_key *key;

	expect_fine(seal_key_derived(s, act, "stamp", &key));
	seal_hash_begin_keyed(&h, key, "stamp");
	seal_hash_end(&h, one);
	expect_fine(seal_key_derived(s, act, "settings", &key));
	seal_hash_begin_keyed(&h, key, "stamp");
	seal_hash_end(&h, other);
	arena_free(act);
	sealer_close(s);
	s = sealer_at(t);
	act = arena_new(ARENA_REQUEST);
	expect_fine(seal_key_derived(s, act, "stamp", &key));
	seal_hash_begin_keyed(&h, key, "stamp");
	seal_hash_end(&h, two);
	expect(seal_same(one, two, SEAL_HASH));
	expect(!seal_same(one, other, SEAL_HASH));
	arena_free(act);
	sealer_close(s);
}

TEST(tokens_are_long_and_only_their_hash_is_stored)
{
	const char *one = seal_token(t->a), *two = seal_token(t->a);

	expect_int(strlen(one), 43);
	expect_int(strlen(seal_token_short(t->a)), 22);
	expect(strcmp(one, two) != 0);
	expect_int(strspn(one, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
	expect_int(strlen(seal_token_hash(t->a, one)), 64);
	expect(strcmp(seal_token_hash(t->a, one), seal_token_hash(t->a, two)) != 0);
	expect(seal_same_text(one, arena_text(t->a, one)));
	expect(!seal_same_text(one, two));
	expect(!seal_same_text(NULL, NULL));
	expect(!seal_same_text(one, ""));
}

TEST(hex_is_read_whole_or_not_at_all)
{
	unsigned char b[2];

	expect_text(seal_hex(t->a, "\x01\xfe", 2), "01fe");
	expect(seal_unhex("01FE", b, 2) && b[0] == 1 && b[1] == 0xfe);
	expect(!seal_unhex("01f", b, 2));
	expect(!seal_unhex("01fg", b, 2));
	expect(!seal_unhex("01fe0", b, 2));
	expect(!seal_unhex(NULL, b, 2));
}
