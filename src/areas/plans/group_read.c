/* group_read.c - the children of a group review with their targets, as they stand and as they were typed. Saving is
 * group_pages.c. */
#include "areas/plans/group.h"

#include <stdlib.h>
#include <string.h>

#include "areas/plans/queries.sql.h"
#include "base/text.h"

const char *group_query(struct req *rq, const struct group_by *by)
{
	struct buf b = buf_new(rq->a);

	buf_add(&b, "class=");
	buf_add_url(&b, by->pupil_class);
	buf_add(&b, "&staff=");
	buf_add_url(&b, by->staff);
	buf_add(&b, "&support=");
	buf_add_url(&b, by->support);
	return buf_text(&b);
}

/* How many sessions the support was to have until today: its number a week, times the weeks. */
static int sessions_so_far(const struct found *f, int i, day today)
{
	day began = day_parse(found_text(f, i, Q_PLANS_RUNNING_BEGAN));

	return began == DAY_NONE ? 0 : (int)found_int(f, i, Q_PLANS_RUNNING_SESSIONS) * ((today - began) / 7);
}

static const struct fault *hanging(struct req *rq, const struct record *r, int field, const char *ids, const char *order,
	struct rows *out)
{
	*out = (struct rows){ 0 };
	return *ids ? record_list(rq->act, r, &(struct ask){ .where = { { field, ANY_OF, ids } }, .order = order, .limit = 4000 },
		out) : NULL;
}

static const struct row *review_of(const struct rows *reviews, const char *target)
{
	for (int i = 0; i < reviews->count; i++)
		if (strcmp(row_text(reviews->row[i], TARGET_REVIEW_TARGET), target) == 0)
			return reviews->row[i];
	return NULL;
}

/* The last number measured, and how many there are. */
static const char *last_check(const struct rows *points, const char *target, int *count)
{
	const char *value = "";

	*count = 0;
	for (int i = 0; i < points->count; i++)
		if (strcmp(row_text(points->row[i], PROGRESS_TARGET), target) == 0 && *row_text(points->row[i], PROGRESS_VALUE)) {
			value = row_text(points->row[i], PROGRESS_VALUE);
			(*count)++;
		}
	return value;
}

static const char *typed(struct req *rq, const char *target, const char *name, const char *otherwise)
{
	const char *full = arena_printf(rq->a, "r-%s-%s", target, name);

	return rq_param(rq, full) ? rq_text(rq, full) : otherwise;
}

/* Somebody saved this row after the person saw it, and it says something else. */
static const struct fault *meanwhile(struct req *rq, struct group_row *r)
{
	const char *seen = typed(rq, row_id(r->target), "version", NULL);
	struct rows history;
	int64_t version = 0;

	if (!seen || !r->review || !text_to_int(seen, &version) || version == row_version(r->review))
		return NULL;
	if (text_same(r->rating, row_text(r->review, TARGET_REVIEW_RATING)) &&
		text_same(r->next, row_text(r->review, TARGET_REVIEW_NEXT)) &&
		text_same(r->value, row_text(r->review, TARGET_REVIEW_VALUE)) &&
		text_same(r->had, row_text(r->review, TARGET_REVIEW_SESSIONS)) &&
		text_same(r->note, row_text(r->review, TARGET_REVIEW_NOTE)))
		return NULL;
	TRY(record_history(rq->act, r->review, &history));
	r->saved = arena_printf(rq->a,
		"%s saved “%s%s%s” before you. What you typed stands in the boxes: saving keeps yours, theirs stays in the "
		"history.", history.count ? row_by(history.row[0]) : "Somebody", cycle_result_words(rq->a, r->review),
		*row_text(r->review,
			TARGET_REVIEW_NOTE) ? ". " : "",
		row_text(r->review, TARGET_REVIEW_NOTE));
	if (*row_text(r->review, TARGET_REVIEW_NOTE))
		r->note = ui_join(rq->a, "", row_text(r->review, TARGET_REVIEW_NOTE), r->note);
	return NULL;
}

static const struct fault *take_row(struct req *rq, const struct row *target, const struct rows *reviews,
	const struct rows *points, struct group_row *r)
{
	const char *id = row_id(target), *last;
	bool draft = rq_param(rq, "draft");

	*r = (struct group_row){ .target = target, .review = review_of(reviews, id) };
	last = last_check(points, id, &r->checks);
	r->rating = typed(rq, id, "rating", r->review ? row_text(r->review, TARGET_REVIEW_RATING) : "");
	r->next = typed(rq, id, "next_step", r->review ? row_text(r->review, TARGET_REVIEW_NEXT) : "");
	r->value = typed(rq, id, "value", r->review ? row_text(r->review, TARGET_REVIEW_VALUE) : last);
	r->note = typed(rq, id, "note", r->review ? row_text(r->review, TARGET_REVIEW_NOTE) : "");
	r->had = typed(rq, id, "sessions", r->review ? row_text(r->review, TARGET_REVIEW_SESSIONS) : "");
	r->here = draft && !*r->rating && (*r->next || *r->note || *r->had);
	if (draft)
		TRY(meanwhile(rq, r));
	r->here = r->here || r->saved;
	return NULL;
}

static const struct fault *fill(struct req *rq, struct group *g, const char *plans)
{
	struct rows targets, reviews, points;
	struct buf ids = buf_new(rq->a);

	TRY(hanging(rq, &TARGET, TARGET_PLAN, plans, "number", &targets));
	TRY(hanging(rq, &TARGET_REVIEW, TARGET_REVIEW_PLAN, plans, "-reviewed_on", &reviews));
	for (int i = 0; i < targets.count; i++)
		buf_printf(&ids, "%s%s", i ? " " : "", row_id(targets.row[i]));
	TRY(hanging(rq, &PROGRESS, PROGRESS_TARGET, buf_text(&ids), "on_day", &points));
	for (int i = 0; i < g->count; i++) {
		struct group_child *k = &g->child[i];

		k->row = arena_array(rq->a, (size_t)targets.count + 1, sizeof *k->row);
		k->done = true;
		for (int j = 0; j < targets.count; j++) {
			struct group_row *r = &k->row[k->count];

			if (strcmp(row_text(targets.row[j], TARGET_PLAN), k->plan) != 0)
				continue;
			TRY(take_row(rq, targets.row[j], &reviews, &points, r));
			k->done = k->done && r->review && *row_text(r->review, TARGET_REVIEW_NEXT);
			k->count++;
		}
		k->done = k->done && k->count;
		g->done += k->done;
		g->targets += k->count;
	}
	return NULL;
}

const struct fault *group_read(struct req *rq, struct group *g)
{
	struct buf plans = buf_new(rq->a);
	struct found f;

	*g = (struct group){ .by = { rq_text(rq, "class"), rq_text(rq, "staff"), rq_text(rq, "support") } };
	TRY(query_run(rq->act, &Q_PLANS_RUNNING, (const char *const[]){ day_iso(rq->a, rq->act->today), g->by.pupil_class,
		g->by.staff, g->by.support }, &f));
	g->child = arena_array(rq->a, GROUP_MOST + 1, sizeof *g->child);
	g->all = f.rows;
	for (int i = 0; i < f.rows && g->count < GROUP_MOST; i++) {
		const char *known = found_text(&f, i, Q_PLANS_RUNNING_KNOWN_AS), *surname = found_text(&f, i,
			Q_PLANS_RUNNING_KNOWN_SURNAME);

		buf_printf(&plans, "%s%s", g->count ? " " : "", found_text(&f, i, Q_PLANS_RUNNING_PLAN));
		g->child[g->count++] = (struct group_child){ .plan = found_text(&f, i, Q_PLANS_RUNNING_PLAN),
			.pupil = found_text(&f, i, Q_PLANS_RUNNING_PUPIL),
			.name = *surname ? arena_printf(rq->a, "%s, %s", surname, known) : known,
			.form = found_text(&f, i, Q_PLANS_RUNNING_FORM), .state = found_text(&f, i, Q_PLANS_RUNNING_STATE),
			.sessions = sessions_so_far(&f, i, rq->act->today) };
	}
	return fill(rq, g, buf_text(&plans));
}
