/* due.c - the dates that hang on a status, a watch and the meetings with parents. How a date is worked out and kept is
 * law/due.h. */
#include "areas/register/due.h"

#include <string.h>

#include "base/buf.h"

/* ---- a status ---- */

static bool holds(const struct act *act, const struct row *row, int until)
{
	day last = row_day(row, until);

	return !row_withdrawn(row) && (last == DAY_NONE || last >= act->today);
}

/* Brought in from another system and a year old or more: what was told then was not written down there, and asking now tells
 * nobody. */
static bool from_before(const struct act *act, const struct row *s)
{
	const char *source = row_text(s, REGISTER_STATUS_SOURCE);

	return *source && strcmp(source, "school") != 0 && row_day(s, REGISTER_STATUS_FROM) + 365 < act->today &&
		row_day(s, REGISTER_STATUS_TOLD_ON) == DAY_NONE;
}

/* CFA 2014 s68: told when support starts. A previous school may have told them; then it is met from the first day. */
static const struct fault *tell_parents(struct act *act, const struct row *s)
{
	day from = row_day(s, REGISTER_STATUS_FROM), told = row_day(s, REGISTER_STATUS_TOLD_ON);
	bool before = strcmp(row_text(s, REGISTER_STATUS_TOLD_HOW), "previous") == 0;
	struct due_wanted w = { .clock = "s68-inform-parent", .title = "Tell parents", .starts = from, .agreed = DAY_NONE,
		.met = told != DAY_NONE ? told : before ? from : DAY_NONE, .source = REGISTER_STATUS.name, .source_id = row_id(s) };
	const char *id;

	w.why = w.met == DAY_NONE ? arena_printf(act->a, "Support began on %s; no date parents were told", day_long(act->a, from)) :
		arena_printf(act->a, "Support began on %s", day_long(act->a, from));
	return due_set(act, s, &w, &id);
}

enum { FIRST_REVIEW_DAYS = 84 }; /* about a term: what is younger has its first review still to come */

/* Reviews before it came here are written down elsewhere or nowhere: the first one here is counted from the day it came. */
static const struct fault *came_here(struct act *act, const struct row *s, day *out)
{
	struct ask ask = { .pupil = row_about(s), .where = { { DUE_CLOCK, IS, "apdr-review" }, { DUE_SOURCE_ID, IS, row_id(s) } },
		.limit = 1, .order = "starts_on" };
	const char *source = row_text(s, REGISTER_STATUS_SOURCE);
	struct rows known;

	*out = DAY_NONE;
	if (!*source || strcmp(source, "school") == 0 || row_day(s, REGISTER_STATUS_FROM) + FIRST_REVIEW_DAYS >= act->today)
		return NULL;
	TRY(record_list(act_lift(act), &DUE, &ask, &known));
	*out = known.count && row_day(known.row[0], DUE_STARTS) > row_day(s, REGISTER_STATUS_FROM) ? row_day(known.row[0],
		DUE_STARTS) : act->today;
	return NULL;
}

/* Code 6.44 to 6.56: reviewed on the day agreed with parents, else after the school's own interval. */
static const struct fault *review_support(struct act *act, const struct row *s)
{
	day agreed = row_day(s, REGISTER_STATUS_REVIEW_ON), from = row_day(s, REGISTER_STATUS_FROM), last = DAY_NONE;
	struct ask ask = { .pupil = row_about(s), .where = { { DUE_CLOCK, IS, "apdr-review" }, { DUE_SOURCE_ID, IS, row_id(s) },
		{ DUE_MET_ON, FILLED, "" } }, .order = "-met_on" };
	struct due_wanted w = { .clock = "apdr-review", .agreed = agreed, .met = DAY_NONE, .source = REGISTER_STATUS.name,
		.source_id = row_id(s), .next = true };
	struct rows done;
	const char *id;
	day came;

	TRY(record_list(act_lift(act), &DUE, &ask, &done));
	if (done.count)
		last = row_day(done.row[0], DUE_MET_ON);
	TRY(came_here(act, s, &came));
	w.starts = last != DAY_NONE ? last : came != DAY_NONE ? came : from;
	w.title = arena_printf(act->a, "Review cycle %d", done.count + 1);
	w.why = agreed != DAY_NONE ? "Review date agreed with parents" : last != DAY_NONE ?
		arena_printf(act->a, "Last reviewed on %s; no later date was agreed", day_long(act->a, last)) : came != DAY_NONE ?
		arena_printf(act->a, "On SEN Support since %s; brought in here on %s without a review date", day_long(act->a, from),
		day_long(act->a, came)) :
		arena_printf(act->a, "Support began on %s; no review date was agreed", day_long(act->a, from));
	if (agreed != DAY_NONE && last != DAY_NONE && agreed <= last)
		w.agreed = DAY_NONE;
	return due_set(act, s, &w, &id);
}

static const struct fault *monitor(struct act *act, const struct row *s)
{
	struct due_wanted w = { .clock = CLOCK_MONITOR, .own = true, .title = "Check after leaving",
		.starts = row_day(s, REGISTER_STATUS_FROM), .agreed = row_day(s, REGISTER_STATUS_REVIEW_ON), .met = DAY_NONE,
		.source = REGISTER_STATUS.name, .source_id = row_id(s) };
	const char *id;

	if (w.agreed == DAY_NONE)
		return NULL;
	w.why = arena_printf(act->a, "Left the register on %s; the school set this day to look again", day_long(act->a, w.starts));
	return due_set(act, s, &w, &id);
}

static const struct fault *drop_first_review(struct act *act, const struct row *status)
{
	struct act *program = act_lift(act);
	struct rows rows;

	TRY(due_open(program, row_about(status), DUE_CLOCK, "annual-review-first", &rows));
	for (int i = 0; i < rows.count; i++)
		TRY(record_withdraw(program, rows.row[i], "the plan has been reviewed since"));
	return NULL;
}

const struct fault *due_of_plan(struct act *act, const struct row *status, day made, bool reviewed)
{
	const struct clock_input inputs[] = { { "last_made_or_concluded", day_iso(act->a, made) } };
	struct due_wanted w = { .clock = reviewed ? "annual-review-next" : "annual-review-first", .title = "Annual review",
		.starts = made, .inputs = inputs, .n_inputs = 1, .agreed = DAY_NONE, .met = DAY_NONE,
		.source = REGISTER_STATUS.name, .source_id = row_id(status), .next = true };
	const char *id;

	w.why = arena_printf(act->a, "The plan was %s on %s; the authority must conclude a review within 12 months",
		reviewed ? "last reviewed" : "made", day_long(act->a, made));
	if (reviewed)
		TRY(drop_first_review(act, status));
	TRY(due_set(act, status, &w, &id));
	w.clock = "annual-review-meeting-latest";
	w.title = "Review meeting";
	w.why = "Leaves the authority its four weeks before the 12-month limit";
	return due_set(act, status, &w, &id);
}

/* A plan whose start we know and that has had its first year's review still to come. An older plan's last review is asked for on
 * the page. */
static const struct fault *review_plan(struct act *act, const struct row *s)
{
	day from = row_day(s, REGISTER_STATUS_FROM);
	struct ask ask = { .pupil = row_about(s), .where = { { DUE_CLOCK, ANY_OF, "annual-review-first annual-review-next" },
		{ DUE_SOURCE_ID, IS, row_id(s) } }, .limit = 1 };
	struct rows known;

	TRY(record_list(act_lift(act), &DUE, &ask, &known));
	if (known.count || from == DAY_NONE || from + 365 < act->today)
		return NULL;
	return due_of_plan(act, s, from, false);
}

const struct fault *due_of_status(struct act *act, const struct row *status)
{
	const char *provision = row_text(status, REGISTER_STATUS_PROVISION);

	if (!holds(act, status, REGISTER_STATUS_UNTIL)) {
		TRY(due_drop(act, row_about(status), row_id(status), "the status it hangs on has ended"));
		return due_of_meetings(act, status);
	}
	if (strcmp(provision, "N") == 0)
		return monitor(act, status);
	if (strcmp(provision, "E") == 0)
		return review_plan(act, status);
	if (strcmp(provision, "K") != 0)
		return NULL;
	if (!from_before(act, status))
		TRY(tell_parents(act, status));
	TRY(review_support(act, status));
	return due_of_meetings(act, status);
}

/* ---- a watch ---- */

const struct fault *due_of_watch(struct act *act, const struct row *watch)
{
	struct due_wanted w = { .clock = CLOCK_WATCH, .own = true, .title = "Watch: decide", .starts = row_day(watch, WATCH_FROM),
		.agreed = row_day(watch, WATCH_EXPIRES), .met = row_day(watch, WATCH_DECIDED_ON), .source = WATCH.name,
		.source_id = row_id(watch) };
	const char *id;

	if (row_withdrawn(watch))
		return due_drop(act, row_about(watch), row_id(watch), "the watch was withdrawn");
	w.why = arena_printf(act->a, "Watched since %s", day_long(act->a, w.starts));
	return due_set(act, watch, &w, &id);
}

/* ---- meetings with parents: three in the school year for SEN Support (Code 6.65) ---- */

static const struct fault *on_support(struct act *act, const char *pupil, bool *out)
{
	struct ask ask = { .pupil = pupil, .as_at = day_iso(act->a, act->today),
		.where = { { REGISTER_STATUS_PROVISION, IS, "K" } }, .clear_only = true };
	int64_t count;

	TRY(record_count(act, &REGISTER_STATUS, &ask, &count));
	*out = count > 0;
	return NULL;
}

static const struct fault *open_year(struct act *act, const char *pupil, day year)
{
	struct rows rows;

	TRY(due_open(act, pupil, DUE_CLOCK, "sen-support-third-meeting", &rows));
	for (int i = 0; i < rows.count; i++)
		if (row_day(rows.row[i], DUE_STARTS) == year)
			TRY(record_withdraw(act, rows.row[i], "no longer on SEN Support"));
	return NULL;
}

const struct fault *due_of_meetings(struct act *act, const struct row *about)
{
	struct act *program = act_lift(act);
	const char *pupil = row_about(about), *id;
	day year = day_of(day_school_year(act->today), 9, 1);
	struct ask held = { .pupil = pupil, .where = { { PARENT_MEETING_ON, FROM_ON, day_iso(act->a, year) } }, .order = "met_on",
		.clear_only = true };
	struct due_wanted w = { .clock = "sen-support-third-meeting", .starts = year, .agreed = DAY_NONE, .met = DAY_NONE,
		.source = "school_year" };
	struct rows met;
	bool support;

	TRY(on_support(program, pupil, &support));
	if (!support)
		return open_year(program, pupil, year);
	TRY(record_list(program, &PARENT_MEETING, &held, &met));
	w.source_id = arena_printf(act->a, "%.18s-%d", pupil, day_school_year(act->today));
	w.title = met.count >= 3 ? "Three meetings with parents" : "Meet parents";
	w.why = arena_printf(act->a, "SEN Support: three meetings with parents each school year; %d held so far", met.count);
	if (met.count >= 3)
		w.met = row_day(met.row[2], PARENT_MEETING_ON);
	return due_set(act, about, &w, &id);
}
