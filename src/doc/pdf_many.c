/* pdf_many.c - many documents at once, a thread on each core. */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "doc/pdf_ops.h"

enum { WORKERS = 64 };
static const size_t DOCUMENT = (size_t)512 << 20; /* bytes one document may take */

struct many {
	struct arena *a;
	pthread_mutex_t lock; /* for `a` and what is returned in it */
	atomic_int next;
	int n;
	pdf_maker *make;
	void *data;
	struct buf *bytes;
	const struct fault **faults;
};

static const struct fault *one(struct many *m, struct arena *mine, int i, struct buf *out)
{
	static const struct fault TOO_MUCH = { FAULT_FULL, "a document that needs more than 512 MB", __FILE__, __LINE__ };
	jmp_buf full;
	const struct fault *f;

	if (setjmp(full))
		return &TOO_MUCH;
	arena_catch(mine, &full);
	f = m->make(mine, m->data, i, out);
	arena_catch(mine, NULL);
	return f;
}

static void *work(void *data)
{
	struct many *m = data;
	int i;

	while ((i = atomic_fetch_add(&m->next, 1)) < m->n) {
		struct arena *mine = arena_new(DOCUMENT);
		struct buf out = buf_new(mine);
		const struct fault *f = one(m, mine, i, &out);

		pthread_mutex_lock(&m->lock);
		m->faults[i] = f ? fault_new(m->a, f->code, f->file, f->line, "%s", f->text) : NULL;
		if (!f)
			buf_add_n(&m->bytes[i], buf_text(&out), out.len);
		pthread_mutex_unlock(&m->lock);
		arena_free(mine);
	}
	return NULL;
}

const struct fault *pdf_many(struct arena *a, int n, int workers, pdf_maker *make, void *data, struct buf *bytes,
	const struct fault **faults)
{
	struct many m = { .a = a, .n = n, .make = make, .data = data, .bytes = bytes, .faults = faults };
	pthread_t thread[WORKERS];
	int started = 0;

	workers = workers > 0 ? workers : (int)sysconf(_SC_NPROCESSORS_ONLN);
	workers = workers > n ? n : workers;
	workers = workers > WORKERS ? WORKERS : workers;
	for (int i = 0; i < n; i++)
		bytes[i] = buf_new(a);
	pthread_mutex_init(&m.lock, NULL);
	while (started < workers && pthread_create(&thread[started], NULL, work, &m) == 0)
		started++;
	if (started == 0)
		work(&m);
	for (int i = 0; i < started; i++)
		pthread_join(thread[i], NULL);
	pthread_mutex_destroy(&m.lock);
	return NULL;
}
