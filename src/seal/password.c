/* password.c - hashing passwords without filling the machine, and saying when one is too easily guessed (R13).
 * Not here: accounts, slowing down (web/), one-time codes (totp.c). */
#include "seal/password.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <sodium.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/text.h"
#include "seal/inner.h"

enum {
	MEMORY = 64 << 20, PASSES = 2, QUEUE = 400,
	BYTES_MOST = 4 * PASSWORD_MOST,
	LEFT_LEAST = 6,   /* letters that must remain when everything easily guessed is taken out */
	WORDS_MOST = 2000,
	LOCAL_LEAST = 3,  /* letters of a local word that counts */
};

/* --- hashing: one a core at a time --- */
static pthread_once_t once = PTHREAD_ONCE_INIT;
static sem_t cores;
static atomic_int waiting;

static void start(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	seal_start();
	sem_init(&cores, 0, n > 0 ? (unsigned)n : 1);
}

static const struct fault *turn_take(struct arena *a)
{
	pthread_once(&once, start);
	if (atomic_fetch_add(&waiting, 1) >= QUEUE) {
		atomic_fetch_sub(&waiting, 1);
		return FAULT(a, FAULT_BUSY, "%d passwords are waiting to be checked.", QUEUE);
	}
	while (sem_wait(&cores) != 0 && errno == EINTR)
		;
	return NULL;
}

static void turn_give(void)
{
	sem_post(&cores);
	atomic_fetch_sub(&waiting, 1);
}

static const struct fault *too_long(struct arena *a, size_t n)
{
	return n > BYTES_MOST ? FAULT(a, FAULT_TOO_LARGE, "A password of %zu bytes is not looked at.", n) : NULL;
}

const struct fault *password_hash(struct arena *a, const char *text, size_t n, const char **hash)
{
	char out[crypto_pwhash_STRBYTES];
	int failed;

	TRY(too_long(a, n));
	TRY(turn_take(a));
	failed = crypto_pwhash_str(out, text, n, PASSES, MEMORY);
	turn_give();
	if (failed)
		return FAULT(a, FAULT_FULL, "There is not enough memory to hash a password.");
	*hash = arena_text(a, out);
	return NULL;
}

/* Of the same cost as a real one and of no password: what is checked when there is no such account. */
static const char NOBODY[] = "$argon2id$v=19$m=65536,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

const struct fault *password_check(struct arena *a, const char *hash, const char *text, size_t n, bool *right)
{
	bool known = hash && *hash;
	int failed;

	*right = false;
	TRY(too_long(a, n));
	TRY(turn_take(a));
	errno = 0;
	failed = crypto_pwhash_str_verify(known ? hash : NOBODY, text, n);
	turn_give();
	if (failed && errno == ENOMEM)
		return FAULT(a, FAULT_FULL, "There is not enough memory to check a password.");
	*right = known && !failed;
	return NULL;
}

bool password_stale(const char *hash)
{
	seal_start();
	return crypto_pwhash_str_needs_rehash(hash, PASSES, MEMORY) != 0;
}

/* --- what is guessed first --- */
__asm__(".pushsection .rodata\n"
	".balign 16\n"
	"seal_password_list:\n"
	".incbin \"data/passwords.txt\"\n"
	".byte 0\n"
	".popsection\n");
extern const char seal_password_list[];

struct word {
	const char *text;
	size_t n;
};

static struct word words[WORDS_MOST];
static size_t word_count;
static pthread_once_t words_once = PTHREAD_ONCE_INIT;

static void words_read(void)
{
	const char *at = seal_password_list;

	while (*at && word_count < WORDS_MOST) {
		size_t n = strcspn(at, "\n");

		if (n && *at != '#')
			words[word_count++] = (struct word){ at, n };
		at += n + (at[n] == '\n');
	}
}

/* "p@55w0rd" is "password". */
static bool letter_like(char typed, char meant)
{
	static const char *const likes[26] = {
		['a' - 'a'] = "4@", ['b' - 'a'] = "8", ['e' - 'a'] = "3", ['g' - 'a'] = "9", ['i' - 'a'] = "1!|",
		['l' - 'a'] = "1!|", ['o' - 'a'] = "0", ['s' - 'a'] = "5$", ['t' - 'a'] = "7+", ['z' - 'a'] = "2",
	};

	if (typed == meant)
		return true;
	return meant >= 'a' && meant <= 'z' && likes[meant - 'a'] && strchr(likes[meant - 'a'], typed);
}

static bool begins_with(const char *text, const char *word, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!text[i] || !letter_like(text[i], word[i]))
			return false;
	}
	return true;
}

/* Letters from here on that run: aaaa, 1234, dcba, or along the keys of a row either way. 0 if fewer than `least`. */
static size_t run_along(const char *text, size_t least, bool (*next)(char, char))
{
	size_t n = 1;

	while (text[n] && next(text[n - 1], text[n]))
		n++;
	return n >= least ? n : 0;
}

static bool same(char a, char b) { return a == b; }
static bool plain_pair(char a, char b) { return (a >= 'a' && a <= 'z') || (a >= '0' && a <= '9') ? b != '\0' : false; }
static bool up(char a, char b) { return plain_pair(a, b) && (b == a + 1 || (a == '9' && b == '0')); }
static bool down(char a, char b) { return plain_pair(a, b) && (b == a - 1 || (a == '0' && b == '9')); }

static bool key_after(char a, char b)
{
	static const char rows[] = "qwertyuiop asdfghjkl zxcvbnm";
	const char *at = a == ' ' ? NULL : strchr(rows, a);

	return at && b && b != ' ' && at[1] == b;
}

static bool key_before(char a, char b) { return a && key_after(b, a); }

static size_t longest(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t run_here(const char *text)
{
	size_t n = run_along(text, 3, same);

	n = longest(n, run_along(text, 3, up));
	n = longest(n, run_along(text, 3, down));
	n = longest(n, run_along(text, 4, key_after));
	return longest(n, run_along(text, 4, key_before));
}

static bool year_here(const char *text)
{
	bool century = (text[0] == '1' && text[1] == '9') || (text[0] == '2' && text[1] == '0');

	return century && text[2] >= '0' && text[2] <= '9' && text[3] >= '0' && text[3] <= '9';
}

/* Fewest letters left when easily guessed pieces are taken out, in the best way: from the end, for each place. */
static size_t letters_left(struct arena *a, const char *text, size_t n, const struct word *local, size_t local_n)
{
	size_t *left = arena_array(a, n + 1, sizeof(*left));

	for (size_t i = n; i-- > 0;) {
		size_t run = run_here(text + i);

		left[i] = left[i + 1] + 1;
		for (; run >= 3; run--)
			left[i] = i + run <= n && left[i + run] < left[i] ? left[i + run] : left[i];
		if (i + 4 <= n && year_here(text + i) && left[i + 4] < left[i])
			left[i] = left[i + 4];
		for (size_t w = 0; w < word_count + local_n; w++) {
			const struct word *word = w < word_count ? &words[w] : &local[w - word_count];

			if (i + word->n <= n && left[i + word->n] < left[i] && begins_with(text + i, word->text, word->n))
				left[i] = left[i + word->n];
		}
	}
	return left[0];
}

/* Letters of the shortest piece that, said again and again, is the whole. */
static size_t period(const char *text, size_t n)
{
	for (size_t p = 1; p <= n / 2; p++) {
		if (memcmp(text, text + p, n - p) == 0)
			return p;
	}
	return n;
}

/* Small letters, no accents, no spaces or dashes: how it is compared, never how it is kept. */
static const char *bare(struct arena *a, const char *text)
{
	const char *folded = text_fold(a, text);
	char *out = arena_alloc(a, strlen(folded) + 1), *to = out;

	for (; *folded; folded++) {
		if (!strchr(" -_.,;:'\"/", *folded))
			*to++ = *folded;
	}
	return out;
}

/* The parts of "St Mary's Primary, Ashby" that are words, and the whole. */
static size_t local_words(struct arena *a, const char *const *local, struct word *out, size_t room)
{
	size_t n = 0;

	for (; local && *local; local++) {
		char *parts = arena_text(a, text_fold(a, *local)), *save = NULL;
		const char *whole = bare(a, *local);

		if (n < room && strlen(whole) >= LOCAL_LEAST)
			out[n++] = (struct word){ whole, strlen(whole) };
		for (char *p = strtok_r(parts, " -_.,;:'\"/@", &save); p; p = strtok_r(NULL, " -_.,;:'\"/@", &save)) {
			if (n < room && strlen(p) >= LOCAL_LEAST)
				out[n++] = (struct word){ p, strlen(p) };
		}
	}
	return n;
}

static bool easily_guessed(struct arena *a, const char *text, const char *const *local)
{
	struct word own[32];
	size_t own_n = local_words(a, local, own, 32), n;
	const char *plain = bare(a, text);

	pthread_once(&words_once, words_read);
	n = period(plain, strlen(plain));
	return letters_left(a, arena_text_n(a, plain, n), n, own, own_n) < LEFT_LEAST;
}

const char *password_weak(struct arena *a, const char *text, size_t n, bool alone, const char *const *local)
{
	int least = alone ? PASSWORD_ALONE : PASSWORD_WITH_CODE;
	size_t letters;

	if (n == 0)
		return "Enter a password";
	if (n > BYTES_MOST)
		return arena_printf(a, "Password must be %d characters or fewer", PASSWORD_MOST);
	if (memchr(text, 0, n) || !text_is_utf8(text, n))
		return "Password must be made of letters, numbers, spaces and signs that can be typed";
	text = arena_text_n(a, text, n);
	letters = text_length(text);
	if (letters > PASSWORD_MOST)
		return arena_printf(a, "Password must be %d characters or fewer", PASSWORD_MOST);
	if (letters < (size_t)least)
		return arena_printf(a, "Password must be %d characters or more. Three or four words that you will remember are "
				       "enough", least);
	if (easily_guessed(a, text, local))
		return "Password is too easy to guess: it is made of very common words, your own or your school's name, or keys in "
		       "a row. Choose three or four words that do not belong together";
	return NULL;
}
