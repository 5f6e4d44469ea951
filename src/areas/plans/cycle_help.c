/* cycle_help.c - doing it with less adult help: where a target stands on the ladder, the next step and its day, the minutes a
 * week now and aimed for, and how they went from cycle to cycle. Less is not better where a plan specifies it or safety needs it
 * (send-practice notes 16), so nothing here is counted as success. */
#include <string.h>

#include "areas/plans/cycle.h"

enum { CHAIN = 12 };

static const char *minutes_of(const struct cycle *c, const struct row *target)
{
	const struct row *r = cycle_review_of(c, row_id(target));

	return r && *row_text(r, TARGET_REVIEW_MINUTES) ? row_text(r, TARGET_REVIEW_MINUTES) : "";
}

/* The targets it was carried from, newest first. */
static const struct fault *chain(struct req *rq, const struct row *target, struct row **out, int *count)
{
	const char *from = row_text(target, TARGET_FROM_TARGET);

	*count = 0;
	while (*from && *count < CHAIN) {
		TRY(record_get(rq->act, &TARGET, from, &out[*count]));
		from = row_text(out[(*count)++], TARGET_FROM_TARGET);
	}
	return NULL;
}

static void ladder(struct arena *a, const struct cycle *c, const struct row *target, struct buf *b)
{
	const struct row *r = cycle_review_of(c, row_id(target));
	const char *next = row_text(target, TARGET_HELP_NEXT);
	day by = row_day(target, TARGET_HELP_BY);

	if (*row_text(target, TARGET_HELP))
		buf_add(b, row_show(a, target, TARGET_HELP));
	if (r && *row_text(r, TARGET_REVIEW_HELP))
		buf_printf(b, "%s%s at the review", b->len ? "; " : "", row_show(a, r, TARGET_REVIEW_HELP));
	else if (*next)
		buf_printf(b, "%snext: %s%s%s", b->len ? "; " : "", row_show(a, target, TARGET_HELP_NEXT), by != DAY_NONE ? " by " :
			"",
			by != DAY_NONE ? day_long(a, by) : "");
}

const struct fault *cycle_help_words(struct req *rq, const struct cycle *c, const struct row *target, const char **out)
{
	const char *now = row_text(target, TARGET_MINUTES), *aim = row_text(target, TARGET_MINUTES_AIM), *end = minutes_of(c,
		target);
	struct buf b = buf_new(rq->a), m = buf_new(rq->a);
	struct row *before[CHAIN];
	int count;

	TRY(chain(rq, target, before, &count));
	for (int i = count - 1; i >= 0; i--)
		if (*row_text(before[i], TARGET_MINUTES))
			buf_printf(&m, "%s%s", m.len ? ", then " : "", row_text(before[i], TARGET_MINUTES));
	if (*now)
		buf_printf(&m, "%s%s", m.len ? ", then " : "", now);
	if (*end)
		buf_printf(&m, "%s%s", m.len ? ", then " : "", end);
	ladder(rq->a, c, target, &b);
	if (m.len)
		buf_printf(&b, "%s%s minutes a week%s%s", b.len ? ". " : "", buf_text(&m), *aim ? "; the aim is " : "", aim);
	else if (*aim)
		buf_printf(&b, "%sThe aim is %s minutes a week", b.len ? ". " : "", aim);
	*out = buf_text(&b);
	return NULL;
}

/* All targets together, now and aimed for; "" if nobody said. */
const char *cycle_help_total(struct arena *a, const struct cycle *c)
{
	int64_t now = 0, aim = 0;
	int said = 0;

	for (int i = 0; i < c->targets.count; i++) {
		const struct row *t = c->targets.row[i];
		const char *end = minutes_of(c, t);

		if (!*row_text(t, TARGET_MINUTES) && !*end)
			continue;
		said++;
		now += *end ? row_int(cycle_review_of(c, row_id(t)), TARGET_REVIEW_MINUTES) : row_int(t, TARGET_MINUTES);
		aim += *row_text(t, TARGET_MINUTES_AIM) ? row_int(t, TARGET_MINUTES_AIM) : row_int(t, TARGET_MINUTES);
	}
	return said < 2 ? "" : arena_printf(a, "Adult help for these targets together: %lld minutes a week now, %lld aimed for. "
		"Less is not better where a plan specifies it or safety needs it.", (long long)now, (long long)aim);
}

/* ---- short and long term ---- */

bool cycle_long(const struct row *target)
{
	return strcmp(row_text(target, TARGET_HORIZON), "long") == 0;
}

const struct row *cycle_target(const struct cycle *c, const char *id)
{
	for (int i = 0; i < c->targets.count; i++)
		if (strcmp(row_id(c->targets.row[i]), id) == 0)
			return c->targets.row[i];
	return NULL;
}

const char *cycle_toward_words(struct arena *a, const struct cycle *c, const struct row *target)
{
	const struct row *far = cycle_target(c, row_text(target, TARGET_TOWARD));
	struct buf b = buf_new(a);

	if (far)
		buf_printf(&b, "Step towards target %s: %s", row_text(far, TARGET_NUMBER), row_text(far, TARGET_OUTCOME));
	for (int i = 0; i < c->targets.count && cycle_long(target); i++)
		if (strcmp(row_text(c->targets.row[i], TARGET_TOWARD), row_id(target)) == 0)
			buf_printf(&b, "%s%s", b.len ? ", " : "Long term. Its steps are targets ", row_text(c->targets.row[i],
				TARGET_NUMBER));
	return b.len ? buf_text(&b) : cycle_long(target) ? "Long term. No step leads to it yet" : "";
}
