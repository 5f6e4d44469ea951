/* words.c - an update in words: what each running target was, where it stands and what is aimed for, said to the family, to those
 * who teach and to the child. Numbers are those of the newest check; where there is none, it says so. */
#include <string.h>

#include "areas/updates/pages.h"

enum { TARGETS = 6 };

/* One target, as this person may read it. */
struct line { const struct row *target; const char *outcome, *unit, *now, *on, *by; int64_t start, goal, value; bool numbers,
	checked; };

static int64_t number(const struct row *row, const char *field)
{
	return row_int(row, field_find(row_record(row), field));
}

static const struct fault *newest(struct req *rq, const struct row *target, struct row **out)
{
	const struct record *r = record_find(rq->act->house, "progress");
	struct rows rows;

	*out = NULL;
	TRY(record_list(rq->act, r, &(struct ask){ .limit = 1, .order = "-on_day", .where = {
		{ field_find(r, "target"), IS, row_id(target) }, { field_find(r, "kind"), IS, "point" } } }, &rows));
	if (rows.count)
		*out = rows.row[0];
	return NULL;
}

/* "12 words a minute", "12". */
static const char *measured(struct arena *a, const struct line *l, int64_t n)
{
	return arena_printf(a, "%lld%s%s", (long long)n, *l->unit ? " " : "", l->unit);
}

static const struct fault *line_of(struct req *rq, const struct row *target, struct line *l)
{
	const struct record *r = row_record(target);
	const struct record *progress = record_find(rq->act->house, "progress");
	struct row *point;

	*l = (struct line){ .target = target, .outcome = row_named(target, "outcome"), .unit = row_named(target, "unit"),
		.by = row_show(rq->a, target, field_find(r, "by_date")), .start = number(target, "start_value"),
		.goal = number(target, "goal_value") };
	l->numbers = *row_named(target, "start_value") && *row_named(target, "goal_value");
	TRY(newest(rq, target, &point));
	if (!point)
		return NULL;
	l->checked = true;
	l->value = number(point, "value");
	l->on = row_show(rq->a, point, field_find(progress, "on_day"));
	return NULL;
}

/* -1 further away, 0 where it began, 1 closer, 2 reached. */
static int moved(const struct line *l)
{
	int64_t way = l->goal - l->start, gone = l->value - l->start;

	if (way < 0)
		way = -way, gone = -gone;
	return gone >= way ? 2 : gone > 0 ? 1 : gone < 0 ? -1 : 0;
}

static void say_adult(struct arena *a, struct buf *b, const struct line *l)
{
	static const char *const MOVED[] = { "further away than at the start", "where it began", "closer", "reached" };

	buf_printf(b, "%s\n", l->outcome);
	if (!l->numbers)
		buf_printf(b, "%s%s%s%s%s", *row_named(l->target, "baseline") ? "It began so: " : "", row_named(l->target,
		"baseline"),
			*row_named(l->target, "baseline") ? "\n" : "", *row_named(l->target, "aim") ? "We aim for: " : "",
			row_named(l->target, "aim"));
	else if (l->checked)
		buf_printf(b, "It began at %s. On %s it was %lld: %s. We aim for %lld%s%s.", measured(a, l, l->start), l->on,
			(long long)l->value, MOVED[moved(l) + 1], (long long)l->goal, *l->by ? " by " : "", l->by);
	else
		buf_printf(b, "It began at %s and was not checked yet. We aim for %lld%s%s.", measured(a, l, l->start),
			(long long)l->goal, *l->by ? " by " : "", l->by);
}

static void say_child(struct buf *b, const struct line *l)
{
	static const char *const MOVED[] = { "That is hard just now. We try something else together.", "We keep going.",
		"You are getting there.", "You did it!" };

	buf_printf(b, "Your target: %s", l->outcome);
	if (l->numbers && l->checked)
		buf_printf(b, "\nYou began at %lld. Now you are at %lld. %s", (long long)l->start, (long long)l->value,
			MOVED[moved(l) + 1]);
	else if (l->numbers)
		buf_printf(b, "\nYou began at %lld. You want to get to %lld.", (long long)l->start, (long long)l->goal);
}

/* Targets of what runs now: a long one is carried from cycle to cycle and would stand here once for each. */
static const struct fault *running(struct req *rq, const char *pupil, const char **plans)
{
	const struct record *r = record_find(rq->act->house, "plan");
	struct buf b = buf_new(rq->a);
	struct rows rows;

	TRY(record_list(rq->act, r, &(struct ask){ .pupil = pupil, .limit = 20, .clear_only = true, .where = {
		{ field_find(r, "state"), ANY_OF, "plan do review" } } }, &rows));
	for (int i = 0; i < rows.count; i++)
		buf_printf(&b, "%s%s", b.len ? " " : "", row_id(rows.row[i]));
	*plans = buf_text(&b);
	return NULL;
}

static void begin(struct buf *b)
{
	if (b->len)
		buf_add(b, "\n\n");
}

const struct fault *update_write(struct req *rq, const struct about *who, struct update_words *out)
{
	const struct record *r = record_find(rq->act->house, "target");
	struct buf family = buf_new(rq->a), teachers = buf_new(rq->a), child = buf_new(rq->a);
	const char *plans;
	struct rows rows;

	out->targets = 0;
	TRY(running(rq, who->id, &plans));
	rows = (struct rows){ 0 };
	if (*plans)
		TRY(record_list(rq->act, r, &(struct ask){ .pupil = who->id, .limit = 40, .order = "number", .where = {
			{ field_find(r, "plan"), ANY_OF, plans } } }, &rows));
	for (int i = 0; i < rows.count && out->targets < TARGETS; i++) {
		struct line l;

		if (*row_named(rows.row[i], "only")) /* seen by some alone: in no update */
			continue;
		TRY(line_of(rq, rows.row[i], &l));
		begin(&family);
		begin(&teachers);
		begin(&child);
		say_adult(rq->a, &family, &l);
		say_adult(rq->a, &teachers, &l);
		if (*row_named(rows.row[i], "at_home"))
			buf_printf(&family, "\nAt home: %s", row_named(rows.row[i], "at_home"));
		if (*row_named(rows.row[i], "at_school"))
			buf_printf(&teachers, "\nAt school: %s", row_named(rows.row[i], "at_school"));
		say_child(&child, &l);
		out->targets++;
	}
	out->family = arena_printf(rq->a, "This is how it is going with what we agreed for %s.\n\n%s\n\nIf you see it "
		"differently at "
		"home, tell us.", who->first, buf_text(&family));
	out->teachers = buf_text(&teachers);
	out->child = arena_printf(rq->a, "%s\n\nWhat helps you most? Tell us.", buf_text(&child));
	return NULL;
}

const char *update_signed(struct req *rq, const char *text, const char *next)
{
	return arena_printf(rq->a, "%s%s%s\n\n%s", text, *next ? "\n\nWhat we do next: " : "", next, rq->act->who->name);
}
