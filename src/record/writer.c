/* writer.c - group commit. It knows acts and transactions, and nothing of what the acts do. */
#include "record/writer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "record/engine.h"
#include "record/recall.h"
#include "record/journal.h"

enum { GROUP_MOST = 64, SLOW_US = 50000 };

struct writer {
	struct db *db;
	const struct house *house;
	struct sealer *sealer;
	struct arena *a;              /* the connection's */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t some;
	struct write *first, **last;
	struct writer_counts counts;
	int most;
	bool stopping;
};

static const struct actor PROGRAM = { .account = "", .staff = "", .name = "OpenSENCO", .pupil = "", .program = true,
	.session = "" };

static int64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static const struct fault *run_act(struct write *w)
{
	const struct fault *f = act_guard(w->act);

	f = f ? f : w->run(w->act, w->self);
	return f ? f : facts_changed(w->act);
}

/* The act in its savepoint. Over the arena's cap it comes back by the jump, and is undone like any other failure. */
static void run_one(struct writer *wr, struct write *w, struct arena *a)
{
	jmp_buf place;
	int64_t began = now_us(), took;

	w->act = act_new(w->a, wr->db, wr->house, wr->sealer, w->who, w->campus, true);
	w->fault = db_savepoint(wr->db, a, "act");
	if (w->fault)
		return;
	if (setjmp(place) == 0) {
		arena_catch(w->a, &place);
		w->fault = run_act(w);
	} else {
		w->fault = FAULT(a, FAULT_FULL, "an act took more memory than a request may");
	}
	arena_catch(w->a, NULL);
	db_settle(wr->db);
	if (!db_in_transaction(wr->db))
		return;
	if (w->fault) {
		db_rollback_to(wr->db, a, "act");
		notes_keep_denials(w->act);
	}
	{
		const struct fault *f = db_release(wr->db, a, "act");

		if (f && !w->fault)
			w->fault = f;
	}
	took = now_us() - began;
	if (took > wr->counts.slowest_us)
		wr->counts.slowest_us = took;
	if (took > SLOW_US && !w->alone)
		log_line(LOG_WARN, "an act held the writer for %lld ms", (long long)took / 1000);
}

static const struct fault *tell_journal(struct writer *wr, struct arena *a, struct write *const *group, int n)
{
	struct act *w = act_new(a, wr->db, wr->house, wr->sealer, &PROGRAM, "", true);
	struct act *acts[GROUP_MOST];

	for (int i = 0; i < n; i++)
		acts[i] = group[i]->act;
	TRY(act_guard(w));
	return journal_write(w, acts, n);
}

/* One transaction for all. False: it was undone as a whole. */
static bool commit_group(struct writer *wr, struct write **group, int n)
{
	struct arena *a = arena_new((size_t)256 << 20);
	const struct fault *f = db_begin(wr->db, a, true);
	bool done;

	for (int i = 0; i < n && !f; i++) {
		run_one(wr, group[i], a);
		if (!db_in_transaction(wr->db))
			f = group[i]->fault ? group[i]->fault : FAULT(a, FAULT_FULL, "the store undid the group");
	}
	if (!f)
		f = tell_journal(wr, a, group, n);
	db_settle(wr->db);
	if (!f)
		f = db_commit(wr->db, a);
	done = !f;
	if (f) {
		log_line(LOG_WARN, "a group of %d acts was undone: %s", n, f->text);
		if (db_in_transaction(wr->db))
			db_rollback(wr->db, a);
		for (int i = 0; i < n; i++)
			group[i]->fault = fault_new(group[i]->a, f->code, f->file, f->line, "%s", f->text);
	}
	/* Faults of savepoints live in `a`: give them a home that lasts. */
	for (int i = 0; i < n && done; i++)
		if (group[i]->fault)
			group[i]->fault = fault_new(group[i]->a, group[i]->fault->code, group[i]->fault->file,
				group[i]->fault->line, "%s", group[i]->fault->text);
	db_settle(wr->db);
	arena_free(a);
	wr->counts.commits++;
	return done;
}

static void run_group(struct writer *wr, struct write **group, int n)
{
	if (!commit_group(wr, group, n) && n > 1) {
		for (int i = 0; i < n; i++) {
			wr->counts.again++;
			commit_group(wr, &group[i], 1);
		}
	}
	wr->counts.acts += n;
}

static int take_group(struct writer *wr, struct write **group)
{
	int n = 0;

	pthread_mutex_lock(&wr->lock);
	while (!wr->first && !wr->stopping)
		pthread_cond_wait(&wr->some, &wr->lock);
	while (wr->first && n < GROUP_MOST) {
		struct write *w = wr->first;

		if (w->alone && n)
			break;
		wr->first = w->next;
		group[n++] = w;
		wr->counts.queued--;
		if (w->alone)
			break;
	}
	if (!wr->first)
		wr->last = &wr->first;
	pthread_mutex_unlock(&wr->lock);
	return n;
}

static void *work(void *self)
{
	struct writer *wr = self;
	struct write *group[GROUP_MOST];
	int n;

	while ((n = take_group(wr, group)) > 0) {
		run_group(wr, group, n);
		for (int i = 0; i < n; i++)
			group[i]->done(group[i]->self, group[i]->fault);
	}
	return NULL;
}

const struct fault *writer_start(struct arena *a, const struct writer_options *o, struct writer **out)
{
	struct writer *w = arena_alloc(a, sizeof *w);

	w->house = o->house;
	w->sealer = o->sealer;
	w->most = o->most ? o->most : 1000;
	w->last = &w->first;
	w->a = a;
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->some, NULL);
	TRY(db_open(a, o->where, DB_WRITE, &w->db));
	if (pthread_create(&w->thread, NULL, work, w) != 0) {
		db_close(w->db);
		return FAULT(a, FAULT_BROKEN, "the writer's thread could not be started");
	}
	*out = w;
	return NULL;
}

void writer_stop(struct writer *w)
{
	if (!w)
		return;
	pthread_mutex_lock(&w->lock);
	w->stopping = true;
	pthread_cond_broadcast(&w->some);
	pthread_mutex_unlock(&w->lock);
	pthread_join(w->thread, NULL);
	db_close(w->db);
	pthread_mutex_destroy(&w->lock);
	pthread_cond_destroy(&w->some);
}

bool writer_put(struct writer *w, struct write *write)
{
	bool taken;

	write->next = NULL;
	write->fault = NULL;
	pthread_mutex_lock(&w->lock);
	taken = !w->stopping && w->counts.queued < w->most;
	if (taken) {
		*w->last = write;
		w->last = &write->next;
		w->counts.queued++;
		pthread_cond_signal(&w->some);
	}
	pthread_mutex_unlock(&w->lock);
	return taken;
}

struct waiting { pthread_mutex_t lock; pthread_cond_t ended; bool over; const struct fault *fault; };

static void wake(void *self, const struct fault *f)
{
	struct waiting *wait = self;

	pthread_mutex_lock(&wait->lock);
	wait->over = true;
	wait->fault = f;
	pthread_cond_signal(&wait->ended);
	pthread_mutex_unlock(&wait->lock);
}

struct carried { struct write *write; void *self; struct waiting wait; };

static const struct fault *run_carried(struct act *act, void *self)
{
	struct carried *c = self;

	return c->write->run(act, c->self);
}

static void done_carried(void *self, const struct fault *f)
{
	struct carried *c = self;

	wake(&c->wait, f);
}

const struct fault *writer_do(struct writer *w, struct write *write)
{
	struct carried c = { .write = write, .self = write->self };
	struct write carrier = { .a = write->a, .who = write->who, .campus = write->campus, .run = run_carried,
		.done = done_carried, .self = &c, .alone = write->alone };

	pthread_mutex_init(&c.wait.lock, NULL);
	pthread_cond_init(&c.wait.ended, NULL);
	if (!writer_put(w, &carrier))
		return FAULT(write->a, FAULT_BUSY, "too much is waiting to be written");
	pthread_mutex_lock(&c.wait.lock);
	while (!c.wait.over)
		pthread_cond_wait(&c.wait.ended, &c.wait.lock);
	pthread_mutex_unlock(&c.wait.lock);
	pthread_mutex_destroy(&c.wait.lock);
	pthread_cond_destroy(&c.wait.ended);
	return c.wait.fault;
}

const struct fault *writer_here(struct db *db, const struct house *h, struct sealer *s, struct write *write)
{
	struct writer wr = { .db = db, .house = h, .sealer = s };

	write->fault = NULL;
	write->alone = true;
	commit_group(&wr, &write, 1);
	return write->fault;
}

struct writer_counts writer_counts(struct writer *w)
{
	struct writer_counts c;

	pthread_mutex_lock(&w->lock);
	c = w->counts;
	pthread_mutex_unlock(&w->lock);
	return c;
}
