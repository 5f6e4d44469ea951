/* seen.c - what serve remembers of a session between two requests, in memory only: when it was last used, how many pages it opened,
 * and the sentence to say on its next page. Lost with the process, and nothing depends on it.
 * lint: arena throughout because sessions are remembered from request to request */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "web/inner.h"

enum { BUCKETS = 4096 };

struct item {
	char *session, *notice, *undo;
	int64_t used, window;
	int pages;
	struct item *next;
};

struct seen {
	pthread_mutex_t lock;
	struct item *buckets[BUCKETS];
	int64_t swept;
};

struct seen *seen_new(void)
{
	struct seen *s = calloc(1, sizeof *s);

	if (!s)
		abort();
	pthread_mutex_init(&s->lock, NULL);
	return s;
}

static void item_free(struct item *i)
{
	free(i->session);
	free(i->notice);
	free(i->undo);
	free(i);
}

void seen_free(struct seen *s)
{
	for (int b = 0; s && b < BUCKETS; b++)
		while (s->buckets[b]) {
			struct item *i = s->buckets[b];

			s->buckets[b] = i->next;
			item_free(i);
		}
	free(s);
}

static unsigned bucket_of(const char *session)
{
	unsigned h = 2166136261u;

	for (; *session; session++)
		h = (h ^ (unsigned char)*session) * 16777619u;
	return h % BUCKETS;
}

static struct item *find(struct seen *s, const char *session, bool make)
{
	struct item **list = &s->buckets[bucket_of(session)], *i;

	for (i = *list; i; i = i->next)
		if (strcmp(i->session, session) == 0)
			return i;
	if (!make)
		return NULL;
	i = calloc(1, sizeof *i);
	if (!i || !(i->session = strdup(session)))
		abort();
	i->next = *list;
	*list = i;
	return i;
}

/* Once a minute: forget what no session can still be. */
static void sweep(struct seen *s, int64_t now)
{
	if (now - s->swept < 60)
		return;
	s->swept = now;
	for (int b = 0; b < BUCKETS; b++)
		for (struct item **at = &s->buckets[b]; *at;) {
			struct item *i = *at;

			if (now - i->used < LONGEST_SECONDS) {
				at = &i->next;
				continue;
			}
			*at = i->next;
			item_free(i);
		}
}

bool seen_use(struct seen *s, const char *session, int64_t now, int64_t stored, bool counts, int64_t *before)
{
	struct item *i;
	bool fine;

	pthread_mutex_lock(&s->lock);
	sweep(s, now);
	i = find(s, session, true);
	*before = i->used > stored ? i->used : stored;
	if (counts && now - *before < IDLE_SECONDS)
		i->used = now;
	if (now - i->window >= PAGES_WINDOW) {
		i->window = now;
		i->pages = 0;
	}
	fine = ++i->pages <= PAGES_MOST;
	pthread_mutex_unlock(&s->lock);
	return fine;
}

void seen_wake(struct seen *s, const char *session, int64_t now)
{
	pthread_mutex_lock(&s->lock);
	find(s, session, true)->used = now;
	pthread_mutex_unlock(&s->lock);
}

static void put(char **slot, const char *text)
{
	free(*slot);
	*slot = text && *text ? strdup(text) : NULL;
}

void seen_notice(struct seen *s, const char *session, const char *notice, const char *undo)
{
	struct item *i;

	pthread_mutex_lock(&s->lock);
	i = find(s, session, true);
	put(&i->notice, notice);
	put(&i->undo, undo);
	pthread_mutex_unlock(&s->lock);
}

void seen_take_notice(struct seen *s, struct arena *a, const char *session, const char **notice, const char **undo)
{
	struct item *i;

	*notice = *undo = NULL;
	pthread_mutex_lock(&s->lock);
	i = find(s, session, false);
	if (i && i->notice) {
		*notice = arena_text(a, i->notice);
		*undo = i->undo ? arena_text(a, i->undo) : NULL;
		put(&i->notice, NULL);
		put(&i->undo, NULL);
	}
	pthread_mutex_unlock(&s->lock);
}
