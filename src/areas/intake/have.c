/* have.c - what we hold already, read once for a whole file: pupils by every key they are known by, and their rows by child. */
#include <stdlib.h>
#include <string.h>

#include "areas/intake/parts.h"
#include "base/text.h"
#include "record/join.h"

enum { ROWS_MOST = 1000000 };

static int by_about(const void *a, const void *b)
{
	return strcmp(row_about(*(struct row *const *)a), row_about(*(struct row *const *)b));
}

const struct fault *have_all(struct have *h, const char *record, const struct held_rows **out)
{
	const struct record *r = record_find(h->act->house, record);
	struct held_rows *list;
	struct rows rows;

	for (int i = 0; i < h->lists; i++) {
		if (h->list[i].r == r) {
			*out = &h->list[i];
			return NULL;
		}
	}
	list = &h->list[h->lists];
	TRY(record_list(h->act, r, &(struct ask){ .limit = ROWS_MOST, .clear_only = true }, &rows));
	list->r = r;
	list->row = arena_array(h->act->a, (size_t)rows.count + 1, sizeof *list->row);
	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_campus(rows.row[i]), h->act->campus) == 0)
			list->row[list->count++] = rows.row[i];
	if (r->about)
		qsort(list->row, (size_t)list->count, sizeof *list->row, by_about);
	h->lists++;
	*out = list;
	return NULL;
}

const struct fault *have_of(struct have *h, const char *record, const char *pupil, struct row ***rows, int *count)
{
	const struct held_rows *list;
	int low = 0, high, first;

	*rows = NULL;
	*count = 0;
	TRY(have_all(h, record, &list));
	if (!pupil || !*pupil)
		return NULL;
	high = list->count;
	while (low < high) {
		int mid = (low + high) / 2;

		if (strcmp(row_about(list->row[mid]), pupil) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	first = low;
	while (low < list->count && strcmp(row_about(list->row[low]), pupil) == 0)
		low++;
	*rows = list->row + first;
	*count = low - first;
	return NULL;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct key *)a)->text, ((const struct key *)b)->text);
}

const char *name_key(struct arena *a, const char *surname, const char *forename, const char *dob)
{
	return arena_printf(a, "name:%s|%s|%s", text_fold(a, surname), text_fold(a, forename), dob ? dob : "");
}

static const char *no_zeros(const char *id)
{
	while (*id == '0' && id[1])
		id++;
	return id;
}

static void add_key(struct have *h, struct row *of, const char *kind, const char *text)
{
	if (*text)
		h->keys[h->key_count++] = (struct key){ arena_printf(h->act->a, "%s:%s", kind, text), of };
}

/* The keys of a record, by which `of` is found: its own child, or the one it was joined to. */
static void add_keys(struct have *h, const struct row *p, struct row *of)
{
	struct arena *a = h->act->a;

	add_key(h, of, "upn", has(p, "upn"));
	add_key(h, of, "upn", has(p, "former_upn"));
	add_key(h, of, "uln", has(p, "uln"));
	add_key(h, of, "mis", no_zeros(has(p, "mis_id")));
	h->keys[h->key_count++] = (struct key){ name_key(a, has(p, "surname"), has(p, "forename"), has(p, "dob")), of };
	if (*has(p, "known_surname") || !text_same(has(p, "known_as"), has(p, "forename")))
		h->keys[h->key_count++] = (struct key){ name_key(a, *has(p, "known_surname") ? has(p, "known_surname") :
			has(p, "surname"), has(p, "known_as"), has(p, "dob")), of };
}

static struct row *child_of_id(const struct have *h, const char *id)
{
	for (int i = 0; i < h->pupil_count; i++)
		if (strcmp(row_id(h->pupils[i]), id) == 0)
			return h->pupils[i];
	return NULL;
}

const struct fault *have_load(struct act *act, struct have *h)
{
	const struct held_rows *pupils;
	struct rows joined;

	*h = (struct have){ .act = act };
	TRY(have_all(h, "pupil", &pupils));
	TRY(pupils_aliases(act, &joined));
	h->pupils = pupils->row;
	h->pupil_count = pupils->count;
	h->keys = arena_array(act->a, (size_t)(pupils->count + joined.count) * 6 + 1, sizeof *h->keys);
	for (int i = 0; i < pupils->count; i++)
		add_keys(h, pupils->row[i], pupils->row[i]);
	for (int i = 0; i < joined.count; i++) {
		struct row *child = child_of_id(h, has(joined.row[i], "alias_of"));

		if (child)
			add_keys(h, joined.row[i], child);
	}
	qsort(h->keys, (size_t)h->key_count, sizeof *h->keys, by_text);
	return NULL;
}

struct row *have_pupil(const struct have *h, const char *kind, const char *text, bool *many)
{
	const char *wanted = strcmp(kind, "name") == 0 ? text : arena_printf(h->act->a, "%s:%s", kind, strcmp(kind, "mis") == 0 ?
		no_zeros(text) : text);
	struct key key = { wanted, NULL }, *hit = h->key_count ? bsearch(&key, h->keys, (size_t)h->key_count, sizeof key, by_text) :
		NULL;

	*many = false;
	if (!hit || !*text)
		return NULL;
	for (struct key *k = hit; k > h->keys && strcmp(k[-1].text, wanted) == 0; k--)
		*many = *many || k[-1].pupil != hit->pupil;
	for (struct key *k = hit; k + 1 < h->keys + h->key_count && strcmp(k[1].text, wanted) == 0; k++)
		*many = *many || k[1].pupil != hit->pupil;
	return hit->pupil;
}
