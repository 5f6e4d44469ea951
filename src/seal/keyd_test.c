/* keyd_test.c - the key process: answers, counts, dies, comes back. */
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "seal/hash.h"
#include "seal/keyd.h"
#include "tests/test.h"

static const struct seal_options QUICK = { .wait_ms = 100 };
static const struct seal_ref SAM = { "oak", "sam", "key-1", SEAL_T4 };

static const char *root_made(struct test *t)
{
	const char *path = arena_printf(t->a, "%s/root", t->dir);

	expect_fine(seal_root_make(t->a, path));
	return path;
}

/* Over the socket as it is: what a compromised serve could send. */
static void answer_for(struct keyd *k, const struct keyd_request *rq, size_t n, struct keyd_reply *reply)
{
	memset(reply, 0, sizeof(*reply));
	if (send(k->serve_end, rq, n, 0) == (ssize_t)n)
		(void)!recv(k->serve_end, reply, sizeof(*reply), 0);
}

TEST(keyd_makes_and_opens_keys_for_serve)
{
	const char *root = root_made(t);
	struct arena *act = arena_new(ARENA_REQUEST);
	struct sealer *s, *local;
	struct seal_wrapped w;
	struct seal_key *key;
	struct keyd k;
	const char *one, *two;

	expect_fine(keyd_start(t->a, root, NULL, &k));
	expect_fine(sealer_open_keyd(t->a, k.serve_end, NULL, &s));
	expect_fine(sealer_open_local(t->a, root, NULL, &local));
	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	expect_fine(seal_key_open(local, act, "a", &SAM, w.bytes, sizeof(w.bytes), &key));
	expect_fine(sealer_print(s, act, &one));
	expect_fine(sealer_print(local, act, &two));
	expect_text(one, two);
	arena_free(act);
	sealer_close(s);
	sealer_close(local);
	keyd_stop(&k);
	keyd_stop(&k);
}

TEST(a_killed_keyd_is_a_fault_not_a_hang_and_comes_back_on_the_same_socket)
{
	const char *root = root_made(t);
	struct arena *act = arena_new(ARENA_REQUEST);
	struct sealer *s, *later;
	struct seal_wrapped w;
	struct seal_key *key;
	struct keyd k;

	expect_fine(keyd_start(t->a, root, NULL, &k));
	expect_fine(sealer_open_keyd(t->a, k.serve_end, &QUICK, &s));
	expect_fine(seal_key_new(s, act, "a", &SAM, &w, &key));
	arena_free(act);
	act = arena_new(ARENA_REQUEST);
	kill(k.pid, SIGKILL);
	expect_fault(seal_key_open(s, act, "a", &SAM, w.bytes, sizeof(w.bytes), &key), FAULT_BROKEN);
	expect_fault(seal_key_open(s, act, "a", &SAM, w.bytes, sizeof(w.bytes), &key), FAULT_BROKEN);
	expect_fault(sealer_open_keyd(t->a, k.serve_end, &QUICK, &later), FAULT_BROKEN);
	expect_int(sealer_counts(s).silent, 2);
	expect_fine(keyd_restart(t->a, root, NULL, &k));
	expect(keyd_running(&k));
	expect_fine(seal_key_open(s, act, "a", &SAM, w.bytes, sizeof(w.bytes), &key));
	arena_free(act);
	sealer_close(s);
	keyd_stop(&k);
	expect(!keyd_running(&k));
}

/* Opened twice in one act: asked for once. The fault, if any, outlives the act. */
static const struct fault *open_in_an_act(struct sealer *s, const char *actor, const struct seal_wrapped *w)
{
	static struct fault said;
	struct arena *act = arena_new(ARENA_REQUEST);
	const struct fault *f = NULL;
	struct seal_key *key;

	for (int i = 0; i < 2 && !f; i++) {
		f = seal_key_open(s, act, actor, &SAM, w->bytes, sizeof(w->bytes), &key);
		if (!f)
			seal_key_release(key);
	}
	if (f)
		said = (struct fault){ .code = f->code, .text = "in an act", .file = f->file, .line = f->line };
	arena_free(act);
	return f ? &said : NULL;
}

TEST(keyd_stops_one_actor_at_their_limit_and_everybody_at_the_whole_one)
{
	const struct keyd_limits limits = { .send = 100, .t4 = 3, .t5 = 1, .all = 5 };
	const char *root = root_made(t);
	struct arena *act = arena_new(ARENA_REQUEST);
	struct sealer *s;
	struct seal_wrapped w;
	struct seal_key *key;
	struct keyd k;

	expect_fine(keyd_start(t->a, root, &limits, &k));
	expect_fine(sealer_open_keyd(t->a, k.serve_end, NULL, &s));
	expect_fine(seal_key_new(s, act, "teacher", &SAM, &w, &key));
	arena_free(act);
	for (int i = 0; i < 3; i++)
		expect_fine(open_in_an_act(s, "teacher", &w));
	expect_fault(open_in_an_act(s, "teacher", &w), FAULT_BUSY);
	for (int i = 0; i < 2; i++)
		expect_fine(open_in_an_act(s, "dsl", &w));
	expect_fault(open_in_an_act(s, "head", &w), FAULT_BUSY);
	expect_int(sealer_counts(s).refused, 2);
	sealer_close(s);
	keyd_stop(&k);
}

TEST(a_limit_ends_with_its_hour)
{
	const struct keyd_limits limits = { .send = 1, .t4 = 1, .t5 = 1 };
	struct keyd_request rq = { .number = 1, .op = KEYD_NEW, .compartment = SEAL_SEND, .actor = "a", .campus = "oak",
				   .subject = "sam", .key_id = "k" };
	struct keyd_reply reply;
	struct keyd_state *st;

	expect_fine(keyd_state_new(t->a, root_made(t), &limits, &st));
	keyd_answer(st, &rq, 0, &reply);
	expect_int(reply.status, KEYD_OK);
	memcpy(rq.wrapped, reply.wrapped, sizeof(rq.wrapped));
	rq.op = KEYD_OPEN;
	keyd_answer(st, &rq, 1, &reply);
	expect_int(reply.status, KEYD_OK);
	keyd_answer(st, &rq, 3600, &reply);
	expect_int(reply.status, KEYD_OVER);
	keyd_answer(st, &rq, 3601, &reply);
	expect_int(reply.status, KEYD_OK);
	keyd_state_free(st);
}

TEST(keyd_says_why_it_cannot_start)
{
	const char *path = arena_printf(t->a, "%s/none", t->dir);
	const struct fault *f;
	struct keyd k;

	f = keyd_start(t->a, path, NULL, &k);
	expect_stop(f && f->code == FAULT_BROKEN);
	expect_has(f->text, "cannot be opened");
	expect_int(k.serve_end, -1);
}

TEST(keyd_survives_nonsense_and_tells_nothing)
{
	struct keyd_request rq = { .number = 7, .op = 99 };
	struct keyd_reply reply;
	struct keyd k;

	expect_fine(keyd_start(t->a, root_made(t), NULL, &k));
	(void)!send(k.serve_end, "short", 5, 0);
	answer_for(&k, &rq, sizeof(rq), &reply);
	expect_int(reply.number, 7);
	expect_int(reply.status, KEYD_UNKNOWN);
	memset(&rq, 0xff, sizeof(rq));
	rq.op = KEYD_OPEN;
	answer_for(&k, &rq, sizeof(rq), &reply);
	expect_int(reply.status, KEYD_UNKNOWN);
	rq.compartment = SEAL_T5;
	answer_for(&k, &rq, sizeof(rq), &reply);
	expect_int(reply.status, KEYD_TAMPERED);
	for (size_t i = 0; i < sizeof(reply.key); i++)
		expect_int(reply.key[i], 0);
	expect(keyd_running(&k));
	keyd_stop(&k);
}

#ifndef __SANITIZE_ADDRESS__
TEST(keyd_runs_in_its_cage)
{
	const struct keyd_limits strict = { .strict = true };
	char status[4096] = "";
	struct keyd k;
	FILE *file;

	expect_fine(keyd_start(t->a, root_made(t), &strict, &k));
	file = fopen(arena_printf(t->a, "/proc/%d/status", (int)k.pid), "re");
	expect_stop(file != NULL);
	(void)!fread(status, 1, sizeof(status) - 1, file);
	fclose(file);
	expect_has(status, "Seccomp:\t2");
	expect_has(status, "NoNewPrivs:\t1");
	expect_has(status, "Name:\topensenco-keyd");
	keyd_stop(&k);
}
#endif

TEST(keyd_ends_when_its_socket_does)
{
	struct keyd k;
	int status = -1;

	expect_fine(keyd_start(t->a, root_made(t), NULL, &k));
	close(k.serve_end);
	close(k.own_end);
	k.serve_end = k.own_end = -1;
	expect_int(waitpid(k.pid, &status, 0), k.pid);
	expect(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	k.pid = 0;
	keyd_stop(&k);
}

/* --- many threads at once --- */
struct worker {
	struct sealer *s;
	struct seal_wrapped *w;
	int wrong;
	unsigned seed;
	pthread_t thread;
};

enum { WORKERS = 4, ROUNDS = 300, SUBJECTS = 40 };

static const struct seal_ref SUBJECT = { "oak", "sam", "key-1", SEAL_SEND };
static const struct seal_place PLACE = { "oak", "sam", "note", "text", "row-1", 1, SEAL_SEND };

static struct seal_ref ref_of(struct arena *a, unsigned i)
{
	struct seal_ref ref = SUBJECT;

	ref.key_id = ref.subject = arena_printf(a, "s%u", i);
	ref.compartment = i % 3 ? SEAL_SEND : SEAL_T4;
	return ref;
}

static void *work(void *thing)
{
	struct worker *w = thing;

	for (int round = 0; round < ROUNDS; round++) {
		struct arena *act = arena_new(ARENA_REQUEST);
		unsigned i = (w->seed = w->seed * 1103515245u + 12345u) >> 16;
		struct seal_ref ref = ref_of(act, i % SUBJECTS);
		struct seal_key *key;
		unsigned char *blob;
		char *plain;
		size_t n;

		if (seal_key_open(w->s, act, "w", &ref, w->w[i % SUBJECTS].bytes, SEAL_WRAPPED, &key) ||
		    seal_text(key, &PLACE, "text", 4, act, &blob, &n) || seal_open(key, &PLACE, blob, n, act, &plain, &n) || n != 4)
			w->wrong++;
		if (round % 50 == 49)
			seal_key_destroy(w->s, ref.key_id);
		if (round % 100 == 99)
			sealer_forget(w->s);
		arena_free(act);
	}
	return NULL;
}

TEST(many_threads_share_one_sealer)
{
	struct arena *act = arena_new(ARENA_REQUEST);
	struct worker workers[WORKERS];
	struct seal_wrapped wrapped[SUBJECTS];
	struct seal_key *key;
	struct sealer *s;
	struct keyd k;

	expect_fine(keyd_start(t->a, root_made(t), NULL, &k));
	expect_fine(sealer_open_keyd(t->a, k.serve_end, NULL, &s));
	for (unsigned i = 0; i < SUBJECTS; i++) {
		struct seal_ref ref = ref_of(act, i);

		expect_fine(seal_key_new(s, act, "w", &ref, &wrapped[i], &key));
	}
	arena_free(act);
	for (unsigned i = 0; i < WORKERS; i++) {
		workers[i] = (struct worker){ .s = s, .w = wrapped, .seed = i + 1 };
		expect_stop(pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0);
	}
	for (int i = 0; i < WORKERS; i++) {
		pthread_join(workers[i].thread, NULL);
		expect_int(workers[i].wrong, 0);
	}
	sealer_forget(s);
	expect_int(sealer_counts(s).held, 0);
	sealer_close(s);
	keyd_stop(&k);
}
