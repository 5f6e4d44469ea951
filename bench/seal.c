/* seal.c - what sealing costs: `make bench-seal`. Prints, asserts nothing. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "seal/hash.h"
#include "seal/keyd.h"
#include "seal/password.h"

enum { NOTES = 10000, NOTE_BYTES = 300, PUPILS = 1500, PASSWORDS = 5 };

static const struct seal_place PLACE = { "oak", "sam", "note", "text", "row-1", 1, SEAL_SEND };

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void line(const char *what, double started, int count)
{
	double took = now_us() - started;

	printf("%-58s %9.1f ms %9.2f us each\n", what, took / 1000, took / count);
}

static void need(const struct fault *f)
{
	if (!f)
		return;
	fprintf(stderr, "bench-seal: %s\n", f->text);
	exit(1);
}

static void notes(struct sealer *s)
{
	static const struct seal_ref sam = { "oak", "sam", "key-1", SEAL_SEND };
	struct arena *a = arena_new((size_t)1 << 30);
	unsigned char *blob[NOTES];
	size_t size[NOTES], n;
	char text[NOTE_BYTES], *plain;
	struct seal_wrapped w;
	struct seal_key *key;
	double start;

	memset(text, 'n', sizeof(text));
	need(seal_key_new(s, a, "bench", &sam, &w, &key));
	start = now_us();
	for (int i = 0; i < NOTES; i++)
		need(seal_text(key, &PLACE, text, sizeof(text), a, &blob[i], &size[i]));
	line("10,000 notes of 300 bytes sealed", start, NOTES);
	start = now_us();
	for (int i = 0; i < NOTES; i++)
		need(seal_open(key, &PLACE, blob[i], size[i], a, &plain, &n));
	line("10,000 notes unsealed, key in hand", start, NOTES);
	start = now_us();
	for (int i = 0; i < NOTES; i++) {
		if (!seal_key_cached(s, a, &sam, &key))
			exit(1);
		need(seal_open(key, &PLACE, blob[i], size[i], a, &plain, &n));
		seal_key_release(key);
	}
	line("10,000 notes unsealed, key from the cache each time", start, NOTES);
	arena_free(a);
}

static void keys(struct sealer *s)
{
	struct arena *a = arena_new((size_t)1 << 30), *act = arena_new((size_t)1 << 30);
	struct seal_wrapped *w = arena_array(a, PUPILS, sizeof(*w));
	struct seal_key *key;
	double start = now_us();

	for (int i = 0; i < PUPILS; i++) {
		const char *id = arena_printf(a, "pupil-%d", i);

		need(seal_key_new(s, act, "bench", &(struct seal_ref){ "oak", id, id, SEAL_T4 }, &w[i], &key));
	}
	line("1,500 pupils' keys made by keyd", start, PUPILS);
	arena_free(act);
	act = arena_new((size_t)1 << 30);
	start = now_us();
	for (int i = 0; i < PUPILS; i++) {
		const char *id = arena_printf(a, "pupil-%d", i);

		need(seal_key_open(s, act, "bench", &(struct seal_ref){ "oak", id, id, SEAL_T4 }, w[i].bytes, SEAL_WRAPPED, &key));
	}
	line("1,500 pupils' T4 keys opened by keyd", start, PUPILS);
	arena_free(act);
	arena_free(a);
}

static void passwords(void)
{
	struct arena *a = arena_new(ARENA_REQUEST);
	double start = now_us();
	const char *hash;

	for (int i = 0; i < PASSWORDS; i++)
		need(password_hash(a, "violet kestrel umbrella", 23, &hash));
	line("5 passwords hashed", start, PASSWORDS);
	arena_free(a);
}

int main(void)
{
	char dir[] = "/tmp/opensenco-bench-XXXXXX";
	struct arena *a = arena_new(ARENA_REQUEST);
	const char *root = mkdtemp(dir) ? arena_printf(a, "%s/root", dir) : NULL;
	struct sealer *s = NULL;
	struct keyd k;

	need(seal_root_make(a, root));
	need(keyd_start(a, root, NULL, &k));
	need(sealer_open_keyd(a, k.serve_end, NULL, &s));
	notes(s);
	keys(s);
	passwords();
	sealer_close(s);
	keyd_stop(&k);
	unlink(root);
	rmdir(dir);
	arena_free(a);
	return 0;
}
