/* seal_test.c - what is sealed opens where it was sealed and nowhere else. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "seal/hash.h"
#include "seal/seal.h"
#include "tests/test.h"

static int64_t clock_now;

static int64_t test_clock(void)
{
	return clock_now;
}

static const char *root_of(struct test *t, const char *name)
{
	return arena_printf(t->a, "%s/%s", t->dir, name);
}

static struct sealer *sealer_at(struct test *t, const char *name)
{
	const struct seal_options o = { .now = test_clock };
	struct sealer *s = NULL;
	const char *path = root_of(t, name);

	if (access(path, F_OK) != 0)
		expect_fine(seal_root_make(t->a, path));
	expect_fine(sealer_open_local(t->a, path, &o, &s));
	return s;
}

static const struct seal_ref SAM = { "oak", "sam", "key-1", SEAL_SEND };
static const struct seal_place NOTE = { "oak", "sam", "note", "text", "row-1", 3, SEAL_SEND };

TEST(sealed_text_opens_where_it_was_sealed)
{
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_wrapped w;
	struct seal_key *key;
	unsigned char *blob;
	char *plain;
	size_t n;

	expect_fine(seal_key_new(s, act, "t.okafor", &SAM, &w, &key));
	expect_fine(seal_text(key, &NOTE, "No coat again", 13, act, &blob, &n));
	expect_text(seal_blob_key_id(blob, n, act), "key-1");
	expect_int(seal_blob_version(blob, n), 3);
	expect_int(seal_blob_compartment(blob, n), SEAL_SEND);
	expect_fine(seal_open(key, &NOTE, blob, n, act, &plain, &n));
	expect_int(n, 13);
	expect_text(plain, "No coat again");
	expect_fine(seal_text(key, &NOTE, NULL, 0, act, &blob, &n));
	expect_fine(seal_open(key, &NOTE, blob, n, act, &plain, &n));
	expect_int(n, 0);
	arena_free(act);
	sealer_close(s);
}

TEST(a_stored_key_opens_in_another_process_with_the_same_root)
{
	struct sealer *s = sealer_at(t, "root"), *later;
	struct arena *act = arena_new(ARENA_REQUEST), *next = arena_new(ARENA_REQUEST);
	struct seal_wrapped w;
	struct seal_key *key, *again;
	unsigned char *blob;
	char *plain;
	size_t n;

	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	expect_fine(seal_text(key, &NOTE, "kept", 4, next, &blob, &n));
	arena_free(act);
	sealer_close(s);
	later = sealer_at(t, "root");
	expect_fine(seal_key_open(later, next, "a", &SAM, w.bytes, sizeof(w.bytes), &again));
	expect_fine(seal_open(again, &NOTE, blob, n, next, &plain, &n));
	expect_text(plain, "kept");
	arena_free(next);
	sealer_close(later);
}

TEST(text_moved_to_any_other_place_does_not_open)
{
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_place moved[7];
	struct seal_wrapped w;
	struct seal_key *key;
	unsigned char *blob;
	char *plain;
	size_t n;

	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	expect_fine(seal_text(key, &NOTE, "x", 1, act, &blob, &n));
	for (int i = 0; i < 7; i++)
		moved[i] = NOTE;
	moved[0].campus = "elm";
	moved[1].subject = "alex";
	moved[2].table = "plan";
	moved[3].column = "voice";
	moved[4].row = "row-2";
	moved[5].version = 4;
	moved[6].compartment = SEAL_T4;
	for (int i = 0; i < 7; i++)
		expect_fault(seal_open(key, &moved[i], blob, n, act, &plain, &n), FAULT_TAMPERED);
	expect_int(sealer_counts(s).tampered, 7);
	arena_free(act);
	sealer_close(s);
}

TEST(text_under_another_key_or_key_id_does_not_open)
{
	static const struct seal_ref other = { "oak", "sam", "key-2", SEAL_SEND };
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_wrapped w, w2;
	struct seal_key *key, *key2;
	unsigned char *blob;
	char *plain;
	size_t n, m;

	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	expect_fine(seal_key_new(s, act, "a", &other, &w2, &key2));
	expect_fine(seal_text(key, &NOTE, "x", 1, act, &blob, &n));
	expect_fault(seal_open(key2, &NOTE, blob, n, act, &plain, &m), FAULT_TAMPERED);
	blob[11 + 4] = '2'; /* "key-1" made to say "key-2" */
	expect_text(seal_blob_key_id(blob, n, act), "key-2");
	expect_fault(seal_open(key2, &NOTE, blob, n, act, &plain, &m), FAULT_TAMPERED);
	arena_free(act);
	sealer_close(s);
}

TEST(every_changed_bit_and_every_cut_is_found)
{
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_wrapped w;
	struct seal_key *key;
	unsigned char *blob;
	char *plain;
	size_t n, m;

	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	expect_fine(seal_text(key, &NOTE, "No coat", 7, act, &blob, &n));
	for (size_t bit = 0; bit < n * 8; bit++) {
		blob[bit / 8] ^= (unsigned char)(1 << bit % 8);
		expect_fault(seal_open(key, &NOTE, blob, n, act, &plain, &m), FAULT_TAMPERED);
		blob[bit / 8] ^= (unsigned char)(1 << bit % 8);
	}
	for (size_t cut = 0; cut < n; cut++)
		expect_fault(seal_open(key, &NOTE, blob, cut, act, &plain, &m), FAULT_TAMPERED);
	expect_fine(seal_open(key, &NOTE, blob, n, act, &plain, &m));
	arena_free(act);
	sealer_close(s);
}

TEST(a_wrapped_key_opens_only_for_whom_it_was_made)
{
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_ref swapped[4] = { SAM, SAM, SAM, SAM };
	struct seal_wrapped w;
	struct seal_key *key;

	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	seal_key_release(key);
	swapped[0].campus = "elm";
	swapped[1].subject = "alex";
	swapped[2].key_id = "key-9";
	swapped[3].compartment = SEAL_T4;
	for (int i = 0; i < 4; i++)
		expect_fault(seal_key_open(s, act, "a", &swapped[i], w.bytes, sizeof(w.bytes), &key), FAULT_TAMPERED);
	sealer_forget(s);
	for (size_t i = 0; i < SEAL_WRAPPED; i++) {
		w.bytes[i] ^= 1;
		expect_fault(seal_key_open(s, act, "a", &swapped[1], w.bytes, sizeof(w.bytes), &key), FAULT_TAMPERED);
		w.bytes[i] ^= 1;
	}
	expect_fault(seal_key_open(s, act, "a", &swapped[1], w.bytes, 10, &key), FAULT_TAMPERED);
	arena_free(act);
	sealer_close(s);
}

TEST(names_that_cannot_be_bound_are_refused)
{
	const struct seal_ref none = { "oak", "", "key-1", SEAL_SEND };
	const struct seal_ref odd = { "oak", "sam", "key-1", 4 };
	struct seal_place nowhere = NOTE;
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_wrapped w;
	struct seal_key *key;
	unsigned char *blob;
	size_t n;

	expect_fault(seal_key_new(s, act, "a", &none, &w, &key), FAULT_INVALID);
	expect_fault(seal_key_new(s, act, "a", &odd, &w, &key), FAULT_INVALID);
	expect_fine(seal_key_new(s, act, NULL, &SAM, &w, &key));
	nowhere.row = NULL;
	expect_fault(seal_text(key, &nowhere, "x", 1, act, &blob, &n), FAULT_INVALID);
	arena_free(act);
	sealer_close(s);
}

TEST(send_keys_stay_ten_minutes_and_t4_keys_one_act)
{
	static const struct seal_ref t4 = { "oak", "sam", "key-4", SEAL_T4 };
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_wrapped w, w4;
	struct seal_key *key;

	clock_now = 1000;
	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	expect_fine(seal_key_new(s, act, "a", &t4, &w4, &key));
	expect_int(sealer_counts(s).held, 2);
	expect(seal_key_cached(s, act, &t4, &key)); /* the same act */
	seal_key_release(key);
	expect(seal_key_cached(s, act, &t4, &key)); /* still */
	expect_fine(seal_row_key_new(s, act, "row", &key));
	expect_int(sealer_counts(s).held, 3);
	seal_key_release(key);
	expect_int(sealer_counts(s).held, 2);
	arena_free(act);
	expect_int(sealer_counts(s).held, 1);
	act = arena_new(ARENA_REQUEST);
	expect(!seal_key_cached(s, act, &t4, &key));
	clock_now = 1599;
	expect(seal_key_cached(s, act, &SAM, &key));
	clock_now = 1600;
	expect(!seal_key_cached(s, act, &SAM, &key));
	expect_int(sealer_counts(s).held, 1); /* until its holder is done */
	arena_free(act);
	expect_int(sealer_counts(s).held, 0);
	sealer_close(s);
}

TEST(a_sweep_wipes_what_is_old_and_a_destroyed_key_leaves_the_cache)
{
	static const struct seal_ref alex = { "oak", "alex", "key-2", SEAL_SEND };
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_wrapped w, w2;
	struct seal_key *key;

	clock_now = 0;
	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	seal_key_release(key);
	seal_key_release(key);
	expect_fine(seal_key_new(s, act, "a", &alex, &w2, &key));
	arena_free(act);
	act = arena_new(ARENA_REQUEST);
	seal_key_destroy(s, "key-1");
	expect_int(sealer_counts(s).held, 1);
	expect(!seal_key_cached(s, act, &SAM, &key));
	clock_now = 600;
	sealer_sweep(s);
	expect_int(sealer_counts(s).held, 0);
	arena_free(act);
	sealer_close(s);
}

TEST(more_keys_than_places_push_out_the_unheld_and_never_the_held)
{
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST), *held = arena_new(ARENA_REQUEST);
	struct seal_key *key = NULL;
	const struct fault *f = NULL;
	struct seal_wrapped w;

	for (int i = 0; i < SEAL_KEYS; i++) {
		struct seal_ref r = { "oak", "sam", arena_printf(t->a, "k%d", i), SEAL_SEND };

		expect_fine(seal_key_new(s, act, "a", &r, &w, &key));
	}
	expect_fault(seal_row_key_new(s, held, "row", &key), FAULT_BUSY);
	arena_free(act);
	for (int i = 0; i < SEAL_KEYS && !f; i++)
		f = seal_row_key_new(s, held, "row", &key);
	expect(!f);
	expect_int(sealer_counts(s).held, SEAL_KEYS);
	arena_free(held);
	expect_int(sealer_counts(s).held, 0);
	sealer_close(s);
}

static const struct fault *row_open(struct sealer *s, struct arena *act, struct seal_key *under, const char *campus,
				    const char *table, const char *row, const char *id, const struct seal_wrapped *w)
{
	struct seal_key *key;

	return seal_row_open(s, act, under, campus, table, row, id, w->bytes, sizeof(w->bytes), &key);
}

TEST(a_row_key_opens_for_each_person_it_is_about_and_nobody_else)
{
	static const struct seal_ref sam = { "oak", "sam", "k1", SEAL_T4 }, alex = { "oak", "alex", "k2", SEAL_T4 };
	struct seal_place place = { "oak", "row-1", "concern", "narrative", "row-1", 1, SEAL_T4 };
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_key *k1, *k2, *row, *again;
	struct seal_wrapped w1, w2, r1, r2;
	unsigned char *blob;
	char *plain;
	size_t n, m;

	expect_fine(seal_key_new(s, act, "a", &sam, &w1, &k1));
	expect_fine(seal_key_new(s, act, "a", &alex, &w2, &k2));
	expect_fine(seal_row_key_new(s, act, "rk", &row));
	expect_fine(seal_row_wrap(act, k1, "oak", "concern", "row-1", row, &r1));
	expect_fine(seal_row_wrap(act, k2, "oak", "concern", "row-1", row, &r2));
	expect_fine(seal_text(row, &place, "both", 4, act, &blob, &n));
	seal_key_release(row);
	expect_fine(seal_row_open(s, act, k2, "oak", "concern", "row-1", "rk", r2.bytes, sizeof(r2.bytes), &again));
	expect_fine(seal_open(again, &place, blob, n, act, &plain, &m));
	expect_text(plain, "both");
	expect_fault(row_open(s, act, k2, "oak", "concern", "row-1", "rk", &r1), FAULT_TAMPERED);
	expect_fault(row_open(s, act, k1, "elm", "concern", "row-1", "rk", &r1), FAULT_TAMPERED);
	expect_fault(row_open(s, act, k1, "oak", "plan", "row-1", "rk", &r1), FAULT_TAMPERED);
	expect_fault(row_open(s, act, k1, "oak", "concern", "row-2", "rk", &r1), FAULT_TAMPERED);
	expect_fault(row_open(s, act, k1, "oak", "concern", "row-1", "rk2", &r1), FAULT_TAMPERED);
	expect_fault(row_open(s, act, k1, "oak", "concern", "row-1", "rk", &w1), FAULT_TAMPERED);
	arena_free(act);
	sealer_close(s);
}

TEST(a_changed_root_key_rewraps_and_rewrites_nothing)
{
	struct sealer *s = sealer_at(t, "root");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_wrapped w, w2;
	struct seal_key *key;
	unsigned char *blob;
	const char *print;
	char *plain;
	size_t n, m;

	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	expect_fine(seal_text(key, &NOTE, "old", 3, t->a, &blob, &n));
	expect_fine(sealer_print(s, t->a, &print));
	expect_int(seal_wrapped_generation(w.bytes, sizeof(w.bytes)), 1);
	arena_free(act);
	sealer_close(s);

	expect_fine(seal_root_add(t->a, root_of(t, "root")));
	s = sealer_at(t, "root");
	act = arena_new(ARENA_REQUEST);
	expect_fine(sealer_expect(s, act, print)); /* generation 1 is still in the file */
	expect_fine(seal_key_rewrap(s, act, "a", &SAM, w.bytes, sizeof(w.bytes), &w2));
	expect_int(seal_wrapped_generation(w2.bytes, sizeof(w2.bytes)), 2);
	arena_free(act);
	sealer_close(s);

	expect_fault(seal_root_drop(t->a, root_of(t, "root"), 2), FAULT_INVALID);
	expect_fine(seal_root_drop(t->a, root_of(t, "root"), 1));
	s = sealer_at(t, "root");
	act = arena_new(ARENA_REQUEST);
	expect_fault(seal_key_open(s, act, "a", &SAM, w.bytes, sizeof(w.bytes), &key), FAULT_TAMPERED);
	expect_fine(seal_key_open(s, act, "a", &SAM, w2.bytes, sizeof(w2.bytes), &key));
	expect_fine(seal_open(key, &NOTE, blob, n, act, &plain, &m));
	expect_text(plain, "old");
	expect_fault(sealer_expect(s, act, print), FAULT_BROKEN);
	arena_free(act);
	sealer_close(s);
}

TEST(another_schools_root_key_locks_the_sealer_and_changes_nothing)
{
	struct sealer *ours = sealer_at(t, "ours"), *theirs = sealer_at(t, "theirs");
	struct arena *act = arena_new(ARENA_REQUEST);
	struct seal_wrapped w;
	struct seal_key *key;
	const char *print;

	expect_fine(sealer_print(ours, act, &print));
	expect_fine(seal_key_new(ours, act, "a", &SAM, &w, &key));
	expect_fault(seal_key_open(theirs, act, "a", &SAM, w.bytes, sizeof(w.bytes), &key), FAULT_TAMPERED);
	expect_fault(sealer_expect(theirs, act, print), FAULT_BROKEN);
	expect_fault(seal_key_new(theirs, act, "a", &SAM, &w, &key), FAULT_BROKEN);
	expect_fault(seal_key_open(theirs, act, "a", &SAM, w.bytes, sizeof(w.bytes), &key), FAULT_BROKEN);
	expect_fault(sealer_expect(ours, act, "rubbish"), FAULT_BROKEN);
	expect_fine(sealer_expect(ours, act, print));
	arena_free(act);
	sealer_close(ours);
	sealer_close(theirs);
}

TEST(a_root_key_file_is_private_whole_and_never_replaced)
{
	const char *path = root_of(t, "root");
	struct sealer *s = NULL;
	struct stat st;
	int fd;

	expect_fault(sealer_open_local(t->a, path, NULL, &s), FAULT_BROKEN);
	expect_fine(seal_root_make(t->a, path));
	expect_fault(seal_root_make(t->a, path), FAULT_INVALID);
	expect_stop(stat(path, &st) == 0);
	expect_int(st.st_mode & 0777, 0600);
	expect_int(access(root_of(t, "root.new"), F_OK), -1);
	expect_stop(chmod(path, 0640) == 0);
	expect_fault(sealer_open_local(t->a, path, NULL, &s), FAULT_BROKEN);
	expect_stop(chmod(path, 0600) == 0);
	expect_stop(truncate(path, st.st_size - 1) == 0);
	expect_fault(sealer_open_local(t->a, path, NULL, &s), FAULT_BROKEN);
	expect_stop(truncate(path, 0) == 0);
	expect_fault(sealer_open_local(t->a, path, NULL, &s), FAULT_BROKEN);
	fd = open(path, O_WRONLY);
	expect_stop(fd >= 0 && write(fd, "opensenco root key 1\n", 21) == 21);
	close(fd);
	expect_fault(sealer_open_local(t->a, path, NULL, &s), FAULT_BROKEN);
	expect_fault(sealer_open_local(t->a, t->dir, NULL, &s), FAULT_BROKEN);
}

TEST(a_key_file_takes_eight_generations)
{
	const char *path = root_of(t, "root");
	struct sealer *s = NULL;

	expect_fine(seal_root_make(t->a, path));
	for (int i = 2; i <= 8; i++)
		expect_fine(seal_root_add(t->a, path));
	expect_fault(seal_root_add(t->a, path), FAULT_INVALID);
	expect_fine(sealer_open_local(t->a, path, NULL, &s));
	sealer_close(s);
	expect_fine(seal_root_drop(t->a, path, 3));
	expect_fault(seal_root_drop(t->a, path, 3), FAULT_INVALID);
	expect_fine(seal_root_add(t->a, path));
}
