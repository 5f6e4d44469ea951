/* helpers.c - a few threads for what is slow and holds no act: password hashes, reading an upload. A queue with a length (R32).
 * lint: arena throughout because the queue outlives the requests in it */
#include <pthread.h>
#include <stdlib.h>

#include "web/inner.h"

struct task { void (*run)(void *); void *self; struct task *next; };

struct helpers {
	pthread_mutex_t lock;
	pthread_cond_t some;
	struct task *first, **last;
	int queued, most, threads;
	bool stopping;
	void *(*start)(void *self);
	void (*end)(void *of_thread);
	void *self;
	pthread_t thread[16];
};

static _Thread_local void *of_thread;

void *helpers_thread(void)
{
	return of_thread;
}

static void *work(void *self)
{
	struct helpers *h = self;

	of_thread = h->start(h->self);
	for (;;) {
		struct task *t;

		pthread_mutex_lock(&h->lock);
		while (!h->first && !h->stopping)
			pthread_cond_wait(&h->some, &h->lock);
		t = h->first;
		if (t) {
			h->first = t->next;
			if (!h->first)
				h->last = &h->first;
			h->queued--;
		}
		pthread_mutex_unlock(&h->lock);
		if (!t)
			break;
		t->run(t->self);
		free(t);
	}
	h->end(of_thread);
	return NULL;
}

struct helpers *helpers_new(int threads, int most, void *(*start)(void *self), void (*end)(void *of_thread), void *self)
{
	struct helpers *h = calloc(1, sizeof *h);

	if (!h)
		abort();
	h->last = &h->first;
	h->most = most;
	h->start = start;
	h->end = end;
	h->self = self;
	h->threads = threads < 16 ? threads : 16;
	pthread_mutex_init(&h->lock, NULL);
	pthread_cond_init(&h->some, NULL);
	for (int i = 0; i < h->threads; i++)
		if (pthread_create(&h->thread[i], NULL, work, h) != 0)
			abort();
	return h;
}

void helpers_free(struct helpers *h)
{
	if (!h)
		return;
	pthread_mutex_lock(&h->lock);
	h->stopping = true;
	pthread_cond_broadcast(&h->some);
	pthread_mutex_unlock(&h->lock);
	for (int i = 0; i < h->threads; i++)
		pthread_join(h->thread[i], NULL);
	free(h);
}

bool helpers_put(struct helpers *h, void (*run)(void *self), void *self)
{
	struct task *t = calloc(1, sizeof *t);
	bool taken;

	if (!t)
		return false;
	t->run = run;
	t->self = self;
	pthread_mutex_lock(&h->lock);
	taken = !h->stopping && h->queued < h->most;
	if (taken) {
		*h->last = t;
		h->last = &t->next;
		h->queued++;
		pthread_cond_signal(&h->some);
	}
	pthread_mutex_unlock(&h->lock);
	if (!taken)
		free(t);
	return taken;
}
