/* pdf_many.c - many documents, or many parts of one, at once: a thread on each core. */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "doc/pdf_file.h"

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

/* Runs it on so many threads: on this one, whose fonts are ready, and on others beside it where they can be had. */
static void on_each(int workers, int n, void *(*run)(void *), void *data)
{
	pthread_t thread[WORKERS];
	int started = 0;

	workers = workers > 0 ? workers : (int)sysconf(_SC_NPROCESSORS_ONLN);
	workers = workers > n ? n : workers;
	workers = workers > WORKERS ? WORKERS : workers;
	while (started < workers - 1 && pthread_create(&thread[started], NULL, run, data) == 0)
		started++;
	run(data);
	for (int i = 0; i < started; i++)
		pthread_join(thread[i], NULL);
}

const struct fault *pdf_many(struct arena *a, int n, int workers, pdf_maker *make, void *data, struct buf *bytes,
	const struct fault **faults)
{
	struct many m = { .a = a, .n = n, .make = make, .data = data, .bytes = bytes, .faults = faults };

	for (int i = 0; i < n; i++)
		bytes[i] = buf_new(a);
	pthread_mutex_init(&m.lock, NULL);
	on_each(workers, n, work, &m);
	pthread_mutex_destroy(&m.lock);
	return NULL;
}

/* ---- one document in parts ---- */

struct piece_of { struct arena *mine; struct part part; const struct fault *fault; };
struct together {
	const struct pdf_about *about;
	atomic_int next;
	int n;
	pdf_drawer *draw;
	void *data;
	struct piece_of *piece;
};

static const struct fault *draw_one(struct together *m, struct piece_of *one, int i)
{
	static const struct fault TOO_MUCH = { FAULT_FULL, "a part of a document that needs more than 512 MB", __FILE__, __LINE__ };
	jmp_buf full;
	struct pdf *p;

	if (setjmp(full))
		return &TOO_MUCH;
	arena_catch(one->mine, &full);
	TRY(pdf_begin(one->mine, m->about, &p));
	m->draw(p, m->data, i);
	if (p->pages == 1 && p->fresh && !p->pendings) {
		pieces_release(p);
		return NULL;
	}
	TRY(pdf_draw(p, one->mine, &one->part));
	arena_catch(one->mine, NULL);
	return NULL;
}

static void draw_part(struct together *m, int i)
{
	m->piece[i].mine = arena_new(DOCUMENT);
	m->piece[i].fault = draw_one(m, &m->piece[i], i);
	arena_catch(m->piece[i].mine, NULL);
}

static void *draw_parts(void *data)
{
	struct together *m = data;
	int i;

	while ((i = atomic_fetch_add(&m->next, 1)) < m->n)
		draw_part(m, i);
	return NULL;
}

static const struct fault *put_together(struct together *m, struct arena *a, struct buf *bytes)
{
	struct part *parts = arena_array(a, (size_t)m->n + 2, sizeof *parts);
	struct arena *work;
	int count = 0;

	for (int i = 0; i <= m->n; i++) {
		const struct fault *f = m->piece[i].fault;

		if (f)
			return fault_new(a, f->code, f->file, f->line, "%s", f->text);
		if (m->piece[i].part.pages)
			parts[count++] = m->piece[i].part;
	}
	if (!count)
		return NULL;
	work = arena_new((size_t)1 << 30);
	file_write(work, m->about, parts, count, bytes);
	arena_free(work);
	return NULL;
}

const struct fault *pdf_together(struct arena *a, const struct pdf_about *about, int n, int workers, pdf_drawer *draw, void *data,
	struct buf *bytes)
{
	struct together m = { .about = about, .n = n, .draw = draw, .data = data,
		.piece = arena_array(a, (size_t)n + 1, sizeof *m.piece) };
	const struct fault *f;

	on_each(workers, n, draw_parts, &m);
	draw_part(&m, n);
	f = put_together(&m, a, bytes);
	for (int i = 0; i <= n; i++)
		arena_free(m.piece[i].mine);
	return f;
}
