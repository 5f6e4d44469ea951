/* demo_facts.c - facts being gathered, and chance that comes out the same everywhere. It invents nothing itself. */
#include <string.h>

#include "jobs/demo_make.h"

static uint64_t mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

struct chance chance_of(uint64_t seed, const char *what, int a, int b)
{
	uint64_t s = mix(seed + 0x9e3779b97f4a7c15u);

	for (; *what; what++)
		s = mix(s ^ (unsigned char)*what);
	return (struct chance){ mix(s ^ (uint64_t)(uint32_t)a << 32 ^ (uint32_t)b) };
}

uint64_t chance_next(struct chance *c)
{
	c->s += 0x9e3779b97f4a7c15u;
	return mix(c->s);
}

int chance_to(struct chance *c, int n)
{
	return n > 0 ? (int)((chance_next(c) >> 33) % (uint64_t)n) : 0;
}

int chance_between(struct chance *c, int least, int most)
{
	return least + chance_to(c, most - least + 1);
}

bool chance_in(struct chance *c, int per_thousand)
{
	return chance_to(c, 1000) < per_thousand;
}

const char *chance_pick(struct chance *c, const char *const *list)
{
	int n = 0;

	while (list[n])
		n++;
	return list[chance_to(c, n)];
}

int chance_weighted(struct chance *c, const int *weights, int n)
{
	int all = 0, at;

	for (int i = 0; i < n; i++)
		all += weights[i];
	at = chance_to(c, all);
	for (int i = 0; i < n; i++) {
		if (at < weights[i])
			return i;
		at -= weights[i];
	}
	return n - 1;
}

static struct demo_fact *fact_new(struct demo_facts *f, const struct record *r, day on)
{
	struct demo_fact *fact;

	if (f->count == f->room) {
		int was = f->room;

		f->room = was ? was * 2 : 4096;
		f->list = arena_extend(f->a, f->list, (size_t)was * sizeof *f->list, (size_t)f->room * sizeof *f->list);
	}
	fact = f->list[f->count++] = arena_alloc(f->a, sizeof *fact);
	*fact = (struct demo_fact){ .r = r, .on = on };
	fact->values = arena_array(f->a, (size_t)r->count, sizeof *fact->values);
	return fact;
}

struct demo_fact *fact_add(struct demo_facts *f, const struct record *r, int handle, day on)
{
	struct demo_fact *fact = fact_new(f, r, on);

	fact->handle = handle;
	return fact;
}

struct demo_fact *fact_change(struct demo_facts *f, const struct record *r, int changes, day on)
{
	struct demo_fact *fact = fact_new(f, r, on);

	fact->changes = changes;
	return fact;
}

int fact_handle(struct demo_facts *f)
{
	return f->handles++;
}

static void put(struct demo_fact *fact, struct demo_value v)
{
	for (int i = 0; i < fact->count; i++) {
		if (fact->values[i].field == v.field) {
			fact->values[i] = v;
			return;
		}
	}
	fact->values[fact->count++] = v;
}

void fact_set(__attribute__((unused)) struct demo_facts *f, struct demo_fact *fact, int field, const char *text)
{
	if (text && *text)
		put(fact, (struct demo_value){ field, text, 0 });
}

void fact_ref(__attribute__((unused)) struct demo_facts *f, struct demo_fact *fact, int field, int handle)
{
	if (handle)
		put(fact, (struct demo_value){ field, "", handle });
}

void fact_seeded(__attribute__((unused)) struct demo_facts *f, struct demo_fact *fact, int field, const char *key)
{
	put(fact, (struct demo_value){ field, key, DEMO_SEEDED });
}

void fact_day(struct demo_facts *f, struct demo_fact *fact, int field, day d)
{
	if (d != DAY_NONE)
		put(fact, (struct demo_value){ field, day_iso(f->a, d), 0 });
}

void fact_int(struct demo_facts *f, struct demo_fact *fact, int field, int64_t n)
{
	put(fact, (struct demo_value){ field, arena_printf(f->a, "%lld", (long long)n), 0 });
}

/* By day, and within a day as made: a row is always made before whoever points at it. Merge sort, since it must keep that order. */
static void merge_sort(struct demo_fact **list, struct demo_fact **spare, int n)
{
	int half = n / 2, i = 0, j = half, k = 0;

	if (n < 2)
		return;
	merge_sort(list, spare, half);
	merge_sort(list + half, spare, n - half);
	memcpy(spare, list, (size_t)half * sizeof *list);
	while (i < half)
		list[k++] = j < n && list[j]->on < spare[i]->on ? list[j++] : spare[i++];
}

void facts_sort(struct demo_facts *f)
{
	if (f->count)
		merge_sort(f->list, arena_array(f->a, (size_t)f->count, sizeof *f->list), f->count);
}

uint64_t demo_hash(const struct demo_facts *facts)
{
	uint64_t h = 1469598103934665603u;

	for (int i = 0; i < facts->count; i++) {
		const struct demo_fact *f = facts->list[i];

		h = mix(h ^ (uint64_t)(uint32_t)f->on ^ (uint64_t)(uint32_t)f->handle << 32);
		for (const char *p = f->r->name; *p; p++)
			h = (h ^ (unsigned char)*p) * 1099511628211u;
		for (int v = 0; v < f->count; v++) {
			h = mix(h ^ (uint64_t)(uint32_t)f->values[v].ref << 20 ^ (uint64_t)(uint32_t)f->values[v].field);
			for (const char *p = f->values[v].text; *p; p++)
				h = (h ^ (unsigned char)*p) * 1099511628211u;
		}
	}
	return h;
}
