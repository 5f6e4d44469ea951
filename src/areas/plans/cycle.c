/* cycle.c - a plan read whole, with its targets, their progress and reviews, views, signatures and strategies. Reads only. */
#include "areas/plans/cycle.h"

#include <string.h>

#include "base/text.h"
#include "record/shape.h"
#include "record/soon.h"

static const struct fault *hanging(struct act *act, const struct record *r, const struct cycle *c, int field, const char *order,
	struct rows *out)
{
	*out = (struct rows){ 0 };
	if (!record_ever(act, r, RIGHT_READ))
		return NULL;
	return record_list(act, r, &(struct ask){ .pupil = c->who.id, .where = { { field, IS, c->id } }, .order = order }, out);
}

/* The points of a plan are those of its targets: asked for by their ids. */
static const struct fault *points(struct act *act, struct cycle *c)
{
	struct buf ids = buf_new(act->a);

	for (int i = 0; i < c->targets.count; i++)
		buf_printf(&ids, "%s%s", i ? " " : "", row_id(c->targets.row[i]));
	c->points = (struct rows){ 0 };
	if (!c->targets.count || !record_ever(act, &PROGRESS, RIGHT_READ))
		return NULL;
	return record_list(act, &PROGRESS, &(struct ask){ .pupil = c->who.id,
		.where = { { PROGRESS_TARGET, ANY_OF, buf_text(&ids) } }, .order = "on_day", .limit = 2000 }, &c->points);
}

struct hung { struct req *rq; struct cycle *c; const struct row *plan; };

static const struct fault *wear(struct req *rq, const struct row *plan, struct cycle *c)
{
	const struct row *worn;

	TRY(row_shaped(rq->act, plan, &worn));
	c->plan = (struct row *)worn;
	c->r = row_record(worn);
	TRY(record_get(act_lift(rq->act), &PLAN_TYPE, row_text(plan, PLAN_TYPE_REF), &c->type));
	return plan_type_lines(rq->act, row_id(c->type), &c->lines);
}

static const struct fault *whose(struct req *rq, const struct row *plan, struct cycle *c)
{
	struct row *pupil = rq->pupil;

	if (!pupil || strcmp(row_id(pupil), row_about(plan)) != 0)
		TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(plan), &pupil));
	return cycle_child(rq, pupil, &c->who);
}

/* What hangs on a plan, each by itself, so that it is asked for together (record/soon.h). */
static const struct fault *hung(void *self, int part)
{
	struct hung *h = self;
	struct act *act = h->rq->act;
	struct cycle *c = h->c;

	switch (part) {
	case 0: return wear(h->rq, h->plan, c);
	case 1: return whose(h->rq, h->plan, c);
	case 2:
		TRY(hanging(act, &TARGET, c, TARGET_PLAN, "number", &c->targets));
		return points(act, c);
	case 3: return hanging(act, &TARGET_REVIEW, c, TARGET_REVIEW_PLAN, "-reviewed_on", &c->reviews);
	case 4: return hanging(act, &PLAN_VIEW, c, PLAN_VIEW_PLAN, "-given_on", &c->views);
	case 5: return hanging(act, &SIGNATURE, c, SIGNATURE_PLAN, "signed_at", &c->signatures);
	default: return hanging(act, &STRATEGY_USE, c, STRATEGY_USE_PLAN, NULL, &c->uses);
	}
}

enum { PARTS = 7 };

const char *cycle_called(struct arena *a, const struct row *plan, const struct row *type)
{
	const char *number = row_text(plan, PLAN_NUMBER), *name = plan_type_called(a, type);

	if (row_int(type, PLAN_TYPE_STEPS))
		return *number ? arena_printf(a, "%s, cycle %s", name, number) : name;
	return *number && strcmp(number, "1") != 0 ? arena_printf(a, "%s %s", name, number) : name;
}

const struct fault *cycle_read(struct req *rq, const char *plan, struct cycle *c)
{
	struct row *row;

	*c = (struct cycle){ 0 };
	TRY(record_get(rq->act, &PLAN, plan, &row));
	c->id = row_id(row);
	c->who.id = row_about(row);
	TRY(soon_each(rq->act, PARTS, hung, &(struct hung){ rq, c, row }));
	c->href = arena_printf(rq->a, "/plans/%s", c->id);
	c->state = row_text(row, PLAN_STATE);
	c->name = cycle_called(rq->a, row, c->type);
	c->proposal = strcmp(row_text(c->type, PLAN_TYPE_BASIS), "proposal") == 0;
	c->steps = row_int(c->type, PLAN_TYPE_STEPS);
	c->over = strcmp(c->state, "signed") == 0 || strcmp(c->state, "ended") == 0;
	c->edits = !c->over && record_may(rq->act, &PLAN, RIGHT_EDIT, c->who.pupil) &&
		!record_own_only(rq->act, &PLAN, RIGHT_EDIT);
	c->adds = !c->over && record_may(rq->act, &PROGRESS, RIGHT_ADD, c->who.pupil);
	return NULL;
}

const struct fault *cycle_fetch(struct req *rq, struct cycle *c)
{
	TRY(cycle_read(rq, rq_arg(rq, "plan"), c));
	return row_int(c->type, PLAN_TYPE_SHEET) ? FAULT(rq->a, FAULT_NONE, "a profile has pages of its own") : NULL;
}

static bool is_step(const char *word)
{
	for (const struct choice *s = PLAN_STEPS; s->code; s++)
		if (strcmp(s->code, word) == 0)
			return true;
	return false;
}

const char *cycle_now(const struct cycle *c, const char *asked)
{
	if (!c->steps)
		return "plan";
	return is_step(asked) ? asked : c->over ? "review" : c->state;
}

const struct row *cycle_review_of(const struct cycle *c, const char *target)
{
	for (int i = 0; i < c->reviews.count; i++)
		if (strcmp(row_text(c->reviews.row[i], TARGET_REVIEW_TARGET), target) == 0)
			return c->reviews.row[i];
	return NULL;
}

bool cycle_has_kind(const struct cycle *c, const char *step, const char *kind)
{
	for (int i = 0; i < c->lines.count; i++)
		if (strcmp(row_text(c->lines.row[i], PLAN_FIELD_KIND), kind) == 0 &&
			(!step || strcmp(row_text(c->lines.row[i], PLAN_FIELD_STEP), step) == 0))
			return true;
	return false;
}

/* ---- a target's numbers ---- */

static void take_points(struct arena *a, const struct cycle *c, const struct row *target, struct target_line *l)
{
	struct progress_point *points = arena_array(a, (size_t)c->points.count + 1, sizeof *points);

	l->points = arena_array(a, (size_t)c->points.count + 2, sizeof *l->points);
	l->changes = arena_array(a, (size_t)c->points.count + 1, sizeof *l->changes);
	for (int i = 0; i < c->points.count; i++) {
		const struct row *p = c->points.row[i];
		day on = row_day(p, PROGRESS_ON);

		if (strcmp(row_text(p, PROGRESS_TARGET), row_id(target)) != 0)
			continue;
		if (strcmp(row_text(p, PROGRESS_KIND), "point") == 0) {
			double value = (double)row_int(p, PROGRESS_VALUE);

			points[l->line.count] = (struct progress_point){ on, value };
			l->points[l->line.count++] = (struct ui_point){ on, value, NULL };
			l->now = value;
			continue;
		}
		l->changes[l->change_count++] = (struct ui_point){ on, 0, *row_text(p, PROGRESS_NOTE) ?
			text_shorten(a, row_text(p, PROGRESS_NOTE), 22) : row_show(a, p, PROGRESS_KIND) };
		if (strcmp(row_text(p, PROGRESS_KIND), "change") == 0)
			l->line.since = on;
	}
	l->line.points = points;
}

struct target_line cycle_line(struct arena *a, const struct cycle *c, const struct row *target)
{
	struct target_line l = { .line = { .since = DAY_NONE, .from = DAY_NONE, .until = DAY_NONE } };
	bool aims = *row_text(target, TARGET_START) && *row_text(target, TARGET_GOAL);

	l.line.start = l.now = (double)row_int(target, TARGET_START);
	l.line.goal = (double)row_int(target, TARGET_GOAL);
	l.line.lower = *row_text(target, TARGET_BETTER) ? strcmp(row_text(target, TARGET_BETTER), "lower") == 0 :
		l.line.goal < l.line.start;
	if (aims) {
		l.line.from = row_day(c->plan, PLAN_FROM);
		l.line.until = row_day(target, TARGET_BY) != DAY_NONE ? row_day(target, TARGET_BY) : row_day(c->plan,
			PLAN_REVIEW_ON);
	}
	take_points(a, c, target, &l);
	l.says = progress_judge(&l.line);
	return l;
}

static const char *sentence(struct arena *a, const struct row *target, const struct target_line *l)
{
	const char *unit = *row_text(target, TARGET_UNIT) ? row_text(target, TARGET_UNIT) : "in all";

	if (!l->line.count)
		return arena_printf(a, "No checks yet. %s", progress_words(l->says));
	return arena_printf(a, "%d check%s, from %g to %g %s%s. %s", l->line.count, l->line.count == 1 ? "" : "s", l->line.start,
		l->now, unit, l->line.until != DAY_NONE ? arena_printf(a, "; the aim is %g", l->line.goal) : "",
		progress_words(l->says));
}

void cycle_graph(struct ui *ui, const struct cycle *c, const struct row *target, bool spark)
{
	struct target_line l = cycle_line(ui->a, c, target);
	bool aims = l.says != PROGRESS_NO_AIM;
	struct ui_graph g = { .sentence = sentence(ui->a, target, &l), .what = "Checks", .unit = *row_text(target, TARGET_UNIT) ?
		row_text(target, TARGET_UNIT) : "Number", .points = l.points, .count = l.line.count, .start = l.line.start,
		.aim = l.line.goal, .from = aims ? l.line.from : 0, .until = aims ? l.line.until : 0, .changes = l.changes,
		.change_count = l.change_count, .today = ui->shell.today };

	if (!l.line.count && !aims)
		return;
	if (spark)
		ui_spark(ui, &g);
	else
		ui_graph(ui, &g);
}

const char *cycle_target_words(struct arena *a, const struct row *target)
{
	struct buf b = buf_new(a);
	const char *unit = row_text(target, TARGET_UNIT), *goal = row_text(target, TARGET_GOAL),
		*start = row_text(target, TARGET_START);
	day by = row_day(target, TARGET_BY);

	if (*start && *goal)
		buf_printf(&b, "From %s to %s%s%s", start, goal, *unit ? " " : "", unit);
	else if (*goal)
		buf_printf(&b, "To %s%s%s", goal, *unit ? " " : "", unit);
	if (by != DAY_NONE)
		buf_printf(&b, "%s %s", b.len ? " by" : "By", day_long(a, by));
	return buf_text(&b);
}
