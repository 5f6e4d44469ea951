/* seal.c - the sealer: asks the key process (or itself) for subject keys and hands them out, cached or for an act.
 * Not here: what is wrapped how (keys.c), where the bytes lie (slots.c), sealing of text (blob.c) and of files (file.c). */
#include "seal/inner.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <sodium.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CACHE_SECONDS = 600, WAIT_MS = 2000 };

struct sealer {
	struct slots *slots;
	struct seal_options options;
	struct keyd_state *local;   /* this process holds the root itself, or ... */
	int fd;                     /* ... asks over this */
	pthread_mutex_t asking;     /* one question at a time */
	uint64_t number;            /* of the last question; guarded by `asking` */
	atomic_bool locked;         /* the root key is not this installation's */
	_Atomic int64_t opened, cached, refused, tampered, silent;
};

static int64_t monotonic(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

static struct sealer *sealer_new(const struct seal_options *o)
{
	struct sealer *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	s->fd = -1;
	if (o)
		s->options = *o;
	if (!s->options.cache_seconds)
		s->options.cache_seconds = CACHE_SECONDS;
	if (!s->options.wait_ms)
		s->options.wait_ms = WAIT_MS;
	if (!s->options.now)
		s->options.now = monotonic;
	s->slots = slots_new();
	pthread_mutex_init(&s->asking, NULL);
	return s;
}

const struct fault *sealer_open_local(struct arena *a, const char *root, const struct seal_options *o, struct sealer **out)
{
	struct sealer *s = sealer_new(o);
	const struct fault *f = keyd_state_new(a, root, NULL, &s->local);

	if (f)
		sealer_close(s);
	else
		*out = s;
	return f;
}

const struct fault *sealer_open_keyd(struct arena *a, int fd, const struct seal_options *o, struct sealer **out)
{
	struct sealer *s = sealer_new(o);
	struct keyd_request rq = { .op = KEYD_PRINT };
	struct keyd_reply reply;
	const struct fault *f;

	s->fd = fd;
	f = sealer_ask(s, a, &rq, &reply);
	if (f)
		sealer_close(s);
	else
		*out = s;
	return f;
}

void sealer_close(struct sealer *s)
{
	if (!s)
		return;
	slots_free(s->slots);
	keyd_state_free(s->local);
	pthread_mutex_destroy(&s->asking);
	free(s);
}

void sealer_forget(struct sealer *s)
{
	slots_destroy(s->slots, NULL);
}

void sealer_sweep(struct sealer *s)
{
	slots_sweep(s->slots, s->options.now());
}

struct seal_counts sealer_counts(struct sealer *s)
{
	return (struct seal_counts){ s->opened, s->cached, s->refused, s->tampered, s->silent, slots_held(s->slots) };
}

void seal_count_tampered(struct sealer *s)
{
	s->tampered++;
}

/* --- asking --- */
static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Answers to questions somebody gave up on come first, when keyd was away: they carry an older number. */
static bool await_reply(struct sealer *s, uint64_t number, int64_t until, struct keyd_reply *reply)
{
	for (;;) {
		struct pollfd p = { .fd = s->fd, .events = POLLIN };
		int64_t left = until - now_ms();
		ssize_t n;

		if (left <= 0)
			return false;
		if (poll(&p, 1, (int)left) < 0 && errno != EINTR)
			return false;
		n = recv(s->fd, reply, sizeof(*reply), MSG_DONTWAIT);
		if (n == (ssize_t)sizeof(*reply) && reply->number == number)
			return true;
		if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
			return false;
	}
}

static bool exchange(struct sealer *s, struct keyd_request *rq, struct keyd_reply *reply)
{
	int64_t until = now_ms() + s->options.wait_ms;

	rq->number = ++s->number;
	if (send(s->fd, rq, sizeof(*rq), MSG_NOSIGNAL | MSG_DONTWAIT) != (ssize_t)sizeof(*rq))
		return false;
	return await_reply(s, rq->number, until, reply);
}

/* Numbers start anywhere, so that a sealer opened on a used descriptor takes no older sealer's answer for its own. */
static void number_start(struct sealer *s)
{
	if (!s->number)
		randombytes_buf(&s->number, 7);
}

/* By the clock that does not jump: a wrong hour must not become a wait of an hour. */
static bool turn_take(struct sealer *s)
{
#ifdef __SANITIZE_THREAD__ /* which does not know the call below */
	return pthread_mutex_lock(&s->asking) == 0;
#else
	struct timespec until;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += s->options.wait_ms / 1000 + 1;
	return pthread_mutex_clocklock(&s->asking, CLOCK_MONOTONIC, &until) == 0;
#endif
}

static bool ask_any(struct sealer *s, struct keyd_request *rq, struct keyd_reply *reply)
{
	bool ok = true;

	if (!turn_take(s))
		return false;
	number_start(s);
	if (s->local)
		keyd_answer(s->local, rq, s->options.now(), reply);
	else
		ok = exchange(s, rq, reply);
	pthread_mutex_unlock(&s->asking);
	return ok;
}

const struct fault *sealer_ask(struct sealer *s, struct arena *a, struct keyd_request *rq, struct keyd_reply *reply)
{
	uint32_t status;

	if (s->locked && rq->op != KEYD_PRINT)
		return FAULT(a, FAULT_BROKEN, "The root key is not this installation's: nothing sealed is made or opened.");
	if (!ask_any(s, rq, reply)) {
		s->silent++;
		sodium_memzero(reply, sizeof(*reply));
		return FAULT(a, FAULT_BROKEN, "The key process does not answer.");
	}
	status = reply->status;
	if (status == KEYD_OK)
		return NULL;
	sodium_memzero(reply, sizeof(*reply));
	if (status == KEYD_OVER) {
		s->refused++;
		return FAULT(a, FAULT_BUSY, "More sealed records were opened in this hour than one person may.");
	}
	if (status == KEYD_TAMPERED) {
		s->tampered++;
		return FAULT(a, FAULT_TAMPERED, "A wrapped key does not open for %s.", rq->key_id);
	}
	return FAULT(a, FAULT_BROKEN, "The key process does not know request %u.", rq->op);
}

/* --- is the root key ours? --- */
static const char *print_text(struct arena *a, const struct keyd_reply *reply)
{
	return arena_printf(a, "%u:%s", reply->generation, seal_hex(a, reply->key, 16));
}

const struct fault *sealer_print(struct sealer *s, struct arena *a, const char **print)
{
	struct keyd_request rq = { .op = KEYD_PRINT };
	struct keyd_reply reply;

	TRY(sealer_ask(s, a, &rq, &reply));
	*print = print_text(a, &reply);
	return NULL;
}

const struct fault *sealer_expect(struct sealer *s, struct arena *a, const char *print)
{
	struct keyd_request rq = { .op = KEYD_PRINT };
	struct keyd_reply reply;
	bool ours;

	for (const char *c = print; *c >= '0' && *c <= '9'; c++)
		rq.generation = rq.generation * 10 + (uint32_t)(*c - '0');
	if (!ask_any(s, &rq, &reply)) {
		s->silent++;
		return FAULT(a, FAULT_BROKEN, "The key process does not answer.");
	}
	ours = rq.generation && reply.status == KEYD_OK && seal_same_text(print_text(a, &reply), print);
	s->locked = !ours;
	if (ours)
		return NULL;
	return FAULT(a, FAULT_BROKEN, "The root key file is not this installation's. Put the right one in its place.");
}

/* --- handles --- */
bool seal_name_ok(const char *name)
{
	return name && *name && strnlen(name, SEAL_NAME + 1) <= SEAL_NAME;
}

const unsigned char *seal_key_bytes(const struct seal_key *key)
{
	assert(key->bytes); /* used after its release: a bug that must not go on */
	return key->bytes;
}

const char *seal_key_id(const struct seal_key *key)
{
	return key->id;
}

void seal_key_release(struct seal_key *key)
{
	if (!key || !key->bytes)
		return;
	key->bytes = NULL;
	slots_drop(key->s->slots, key->slot);
}

static void release_later(void *key)
{
	seal_key_release(key);
}

/* The handle comes before the key: taking memory may end the act by a jump, and then no slot may be left held. */
struct seal_key *seal_handle(struct sealer *s, struct arena *a)
{
	struct seal_key *key = arena_alloc(a, sizeof(*key));

	key->s = s;
	key->slot = -1;
	arena_defer(a, release_later, key);
	return key;
}

static void handle_hold(struct seal_key *h, const char *key_id, int slot)
{
	memcpy(h->id, key_id, strnlen(key_id, SEAL_NAME));
	h->slot = slot;
	h->bytes = slots_bytes(h->s->slots, slot);
}

static const struct fault *no_room(struct arena *a)
{
	return FAULT(a, FAULT_BUSY, "All %d places for keys are in use.", SEAL_KEYS);
}

const struct fault *seal_handle_fill(struct seal_key *h, struct arena *a, const char *key_id, const unsigned char key[KEY_BYTES])
{
	int slot = slots_put(h->s->slots, NULL, NULL, key_id, key, 0, 0);

	if (slot < 0)
		return no_room(a);
	handle_hold(h, key_id, slot);
	return NULL;
}

/* --- subject keys --- */
static bool ref_ok(const struct seal_ref *ref)
{
	return seal_name_ok(ref->campus) && seal_name_ok(ref->subject) && seal_name_ok(ref->key_id) &&
	       ref->compartment >= SEAL_SEND && ref->compartment <= SEAL_T5;
}

static const struct fault *request_for(struct arena *a, enum keyd_op op, const char *actor, const struct seal_ref *ref,
				       struct keyd_request *rq)
{
	if (!ref_ok(ref))
		return FAULT(a, FAULT_INVALID, "A key needs a campus, a subject, an id and a compartment.");
	*rq = (struct keyd_request){ .op = op, .compartment = ref->compartment };
	memcpy(rq->campus, ref->campus, strlen(ref->campus));
	memcpy(rq->subject, ref->subject, strlen(ref->subject));
	memcpy(rq->key_id, ref->key_id, strlen(ref->key_id));
	memcpy(rq->actor, actor ? actor : "", actor ? strnlen(actor, SEAL_NAME) : 0);
	return NULL;
}

static void tag_of(unsigned char tag[KEY_BYTES], const struct seal_ref *ref)
{
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.slot.1");
	seal_hash_text(&h, ref->campus);
	seal_hash_int(&h, ref->compartment);
	seal_hash_text(&h, ref->subject);
	seal_hash_text(&h, ref->key_id);
	seal_hash_end(&h, tag);
}

/* A T4 or T5 key stays for its act even when every handle on it was released: the next field asks for it again. */
struct stay {
	struct slots *slots;
	uint64_t serial; /* 0: none yet */
	int slot;
};

static void stay_end(void *thing)
{
	struct stay *stay = thing;

	if (stay->serial)
		slots_end(stay->slots, stay->slot, stay->serial);
}

static struct stay *stay_new(struct sealer *s, struct arena *a)
{
	struct stay *stay = arena_alloc(a, sizeof(*stay));

	stay->slots = s->slots;
	arena_defer(a, stay_end, stay);
	return stay;
}

/* Keep what keyd answered: SEND keys in the cache, T4 and T5 for this act alone (`stay`). */
static const struct fault *keep(struct seal_key *h, struct arena *a, const struct seal_ref *ref, struct stay *stay,
				struct keyd_reply *reply)
{
	int64_t now = h->s->options.now();
	int64_t until = stay ? 0 : now + h->s->options.cache_seconds;
	unsigned char tag[KEY_BYTES];
	int slot;

	tag_of(tag, ref);
	slot = slots_put(h->s->slots, tag, a, ref->key_id, reply->key, now, until);
	sodium_memzero(reply, sizeof(*reply));
	if (slot < 0)
		return no_room(a);
	handle_hold(h, ref->key_id, slot);
	if (stay) {
		stay->slot = slot;
		stay->serial = slots_serial(h->s->slots, slot);
	}
	return NULL;
}

static bool held_already(struct seal_key *h, struct arena *a, const struct seal_ref *ref)
{
	unsigned char tag[KEY_BYTES];
	int slot;

	tag_of(tag, ref);
	slot = slots_find(h->s->slots, tag, a, h->s->options.now());
	if (slot < 0)
		return false;
	handle_hold(h, ref->key_id, slot);
	h->s->cached++;
	return true;
}

const struct fault *seal_key_new(struct sealer *s, struct arena *a, const char *actor, const struct seal_ref *ref,
				 struct seal_wrapped *wrapped, struct seal_key **key)
{
	struct stay *stay = ref->compartment == SEAL_SEND ? NULL : stay_new(s, a);
	struct seal_key *h = seal_handle(s, a);
	struct keyd_request rq;
	struct keyd_reply reply;

	TRY(request_for(a, KEYD_NEW, actor, ref, &rq));
	TRY(sealer_ask(s, a, &rq, &reply));
	memcpy(wrapped->bytes, reply.wrapped, SEAL_WRAPPED);
	TRY(keep(h, a, ref, stay, &reply));
	*key = h;
	return NULL;
}

const struct fault *seal_key_open(struct sealer *s, struct arena *a, const char *actor, const struct seal_ref *ref,
				  const void *wrapped, size_t n, struct seal_key **key)
{
	struct seal_key *h = seal_handle(s, a);
	struct stay *stay = NULL;
	struct keyd_request rq;
	struct keyd_reply reply;

	TRY(request_for(a, KEYD_OPEN, actor, ref, &rq));
	*key = h;
	if (s->locked)
		return FAULT(a, FAULT_BROKEN, "The root key is not this installation's: nothing sealed is made or opened.");
	if (held_already(h, a, ref))
		return NULL;
	if (!seal_wrapped_generation(wrapped, n)) {
		s->tampered++;
		return FAULT(a, FAULT_TAMPERED, "The stored form of key %s is damaged.", ref->key_id);
	}
	if (ref->compartment != SEAL_SEND)
		stay = stay_new(s, a);
	memcpy(rq.wrapped, wrapped, SEAL_WRAPPED);
	TRY(sealer_ask(s, a, &rq, &reply));
	s->opened++;
	return keep(h, a, ref, stay, &reply);
}

bool seal_key_cached(struct sealer *s, struct arena *a, const struct seal_ref *ref, struct seal_key **key)
{
	struct seal_key *h;

	if (!ref_ok(ref) || s->locked)
		return false;
	h = seal_handle(s, a);
	if (!held_already(h, a, ref))
		return false;
	*key = h;
	return true;
}

const struct fault *seal_key_rewrap(struct sealer *s, struct arena *a, const char *actor, const struct seal_ref *ref,
				    const void *wrapped, size_t n, struct seal_wrapped *out)
{
	struct keyd_request rq;
	struct keyd_reply reply;

	TRY(request_for(a, KEYD_REWRAP, actor, ref, &rq));
	if (!seal_wrapped_generation(wrapped, n))
		return FAULT(a, FAULT_TAMPERED, "The stored form of key %s is damaged.", ref->key_id);
	memcpy(rq.wrapped, wrapped, SEAL_WRAPPED);
	TRY(sealer_ask(s, a, &rq, &reply));
	memcpy(out->bytes, reply.wrapped, SEAL_WRAPPED);
	return NULL;
}

const struct fault *seal_key_derived(struct sealer *s, struct arena *a, const char *purpose, struct seal_key **key)
{
	struct seal_key *h = seal_handle(s, a);
	struct keyd_request rq = { .op = KEYD_DERIVE };
	struct keyd_reply reply;
	const struct fault *f;

	if (!seal_name_ok(purpose))
		return FAULT(a, FAULT_INVALID, "A key of the program needs a purpose.");
	memcpy(rq.key_id, purpose, strlen(purpose));
	TRY(sealer_ask(s, a, &rq, &reply));
	f = seal_handle_fill(h, a, purpose, reply.key);
	sodium_memzero(&reply, sizeof(reply));
	*key = h;
	return f;
}

void seal_key_destroy(struct sealer *s, const char *key_id)
{
	slots_destroy(s->slots, key_id);
}
