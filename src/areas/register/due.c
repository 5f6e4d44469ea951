/* due.c - works dates out through law/clock and keeps them as records. The rules are in law/; what is asked of people is in the pages. */
#include "areas/register/due.h"

#include <string.h>

#include "base/buf.h"

static const char *inputs_text(struct arena *a, const struct due_wanted *w)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < w->n_inputs; i++)
		buf_printf(&b, "%s%s=%s", b.len ? "; " : "", w->inputs[i].key, w->inputs[i].value);
	return buf_text(&b);
}

static bool is_schools_own(const char *clock)
{
	return strcmp(clock, CLOCK_WATCH) == 0 || strcmp(clock, CLOCK_MONITOR) == 0;
}

/* The rule's answer; a date of the school's own has none but what people set. */
static const struct fault *work_out(struct act *act, const struct due_wanted *w, struct clock_answer *out)
{
	struct clock_inputs inputs = { w->inputs, w->n_inputs };
	struct own_law own;

	*out = (struct clock_answer){ .due = w->agreed, .base = w->agreed, .none = "", .rule = "school@1", .cite = "Set by the school" };
	if (is_schools_own(w->clock))
		return NULL;
	TRY(law_own(act, &own));
	TRY(law_due(act->a, &own, w->clock, w->starts, &inputs, out));
	if (w->agreed != DAY_NONE && out->due != DAY_NONE)
		out->due = w->agreed;
	return NULL;
}

static const char *duty_of(struct arena *a, const struct due_wanted *w)
{
	const struct clock_row *row = law_at(a, w->clock, w->starts, NULL, 0);

	return row ? row->duty : "School";
}

static void fill(struct act *act, const struct due_wanted *w, const struct clock_answer *answer, struct form *f)
{
	form_set(f, DUE_CLOCK, w->clock);
	form_set(f, DUE_TITLE, w->title);
	form_set(f, DUE_WHY, w->why);
	form_set(f, DUE_STARTS, day_iso(act->a, w->starts));
	form_set(f, DUE_DUE, day_iso(act->a, answer->due));
	form_set(f, DUE_BASE, day_iso(act->a, answer->base));
	form_set(f, DUE_RULE_VERSION, answer->rule);
	form_set(f, DUE_INPUTS, inputs_text(act->a, w));
	form_set(f, DUE_SOURCE, w->source);
	form_set(f, DUE_SOURCE_ID, w->source_id);
	form_set(f, DUE_DUTY, duty_of(act->a, w));
	form_set(f, DUE_MET_ON, day_iso(act->a, w->met));
}

/* The row that this date is kept in already, or NULL. */
static const struct fault *find(struct act *act, const char *pupil, const struct due_wanted *w, struct row **out)
{
	struct ask ask = { .pupil = pupil, .where = { { DUE_CLOCK, IS, w->clock }, { DUE_SOURCE_ID, IS, w->source_id } }, .limit = 1, .order = "-due_on" };
	struct rows rows;

	if (w->next)
		ask.where[2].field = DUE_MET_ON, ask.where[2].op = EMPTY, ask.where[2].value = "";
	TRY(record_list(act, &DUE, &ask, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	return NULL;
}

const struct fault *due_set(struct act *act, const struct row *about, const struct due_wanted *w, const char **id)
{
	struct act *program = act_lift(act);
	struct form *form = form_new(act->a, &DUE);
	struct clock_answer answer;
	struct row *row;

	*id = NULL;
	TRY(find(program, row_about(about), w, &row));
	TRY(work_out(program, w, &answer));
	if (answer.due == DAY_NONE)
		return row ? record_withdraw(program, row, answer.none) : NULL;
	fill(act, w, &answer, form);
	if (!row)
		return record_add(program, &DUE, about, form, id);
	*id = row_id(row);
	return record_change(program, row, form);
}

static const struct fault *open_ones(struct act *act, const char *pupil, int field, const char *value, struct rows *out)
{
	struct ask ask = { .pupil = pupil, .where = { { DUE_MET_ON, EMPTY, "" }, { field, IS, value } } };

	return record_list(act, &DUE, &ask, out);
}

const struct fault *due_met(struct act *act, const char *pupil, const char *clock, day on, int *count)
{
	struct act *program = act_lift(act);
	struct rows rows;

	TRY(open_ones(program, pupil, DUE_CLOCK, clock, &rows));
	*count = rows.count;
	for (int i = 0; i < rows.count; i++) {
		struct form *f = form_new(act->a, &DUE);

		form_set(f, DUE_MET_ON, day_iso(act->a, on));
		TRY(record_change(program, rows.row[i], f));
	}
	return NULL;
}

const struct fault *due_drop(struct act *act, const char *pupil, const char *source_id, const char *why)
{
	struct act *program = act_lift(act);
	struct rows rows;

	TRY(open_ones(program, pupil, DUE_SOURCE_ID, source_id, &rows));
	for (int i = 0; i < rows.count; i++)
		TRY(record_withdraw(program, rows.row[i], why));
	return NULL;
}

/* ---- a status ---- */

static bool holds(const struct act *act, const struct row *row, int until)
{
	day last = row_day(row, until);

	return !row_withdrawn(row) && (last == DAY_NONE || last >= act->today);
}

/* Brought in from another system and a year old or more: what was told then was not written down there, and asking now tells nobody. */
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

/* Code 6.44 to 6.56: reviewed on the day agreed with parents, else after the school's own interval. */
static const struct fault *review_support(struct act *act, const struct row *s)
{
	day agreed = row_day(s, REGISTER_STATUS_REVIEW_ON), from = row_day(s, REGISTER_STATUS_FROM), last = DAY_NONE;
	struct ask ask = { .pupil = row_about(s), .where = { { DUE_CLOCK, IS, "apdr-review" }, { DUE_SOURCE_ID, IS, row_id(s) }, { DUE_MET_ON, FILLED, "" } },
		.order = "-met_on" };
	struct due_wanted w = { .clock = "apdr-review", .agreed = agreed, .met = DAY_NONE, .source = REGISTER_STATUS.name,
		.source_id = row_id(s), .next = true };
	struct rows done;
	const char *id;

	TRY(record_list(act_lift(act), &DUE, &ask, &done));
	if (done.count)
		last = row_day(done.row[0], DUE_MET_ON);
	w.starts = last == DAY_NONE ? from : last;
	w.title = arena_printf(act->a, "Review cycle %d", done.count + 1);
	w.why = agreed != DAY_NONE ? "Review date agreed with parents" : last != DAY_NONE ?
		arena_printf(act->a, "Last reviewed on %s; no later date was agreed", day_long(act->a, last)) :
		arena_printf(act->a, "Support began on %s; no review date was agreed", day_long(act->a, from));
	if (agreed != DAY_NONE && last != DAY_NONE && agreed <= last)
		w.agreed = DAY_NONE;
	return due_set(act, s, &w, &id);
}

static const struct fault *monitor(struct act *act, const struct row *s)
{
	struct due_wanted w = { .clock = CLOCK_MONITOR, .title = "Check after leaving", .starts = row_day(s, REGISTER_STATUS_FROM),
		.agreed = row_day(s, REGISTER_STATUS_REVIEW_ON), .met = DAY_NONE, .source = REGISTER_STATUS.name, .source_id = row_id(s) };
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

	TRY(open_ones(program, row_about(status), DUE_CLOCK, "annual-review-first", &rows));
	for (int i = 0; i < rows.count; i++)
		TRY(record_withdraw(program, rows.row[i], "the plan has been reviewed since"));
	return NULL;
}

const struct fault *due_of_plan(struct act *act, const struct row *status, day made, bool reviewed)
{
	const struct clock_input inputs[] = { { "last_made_or_concluded", day_iso(act->a, made) } };
	struct due_wanted w = { .clock = reviewed ? "annual-review-next" : "annual-review-first", .title = "Annual review", .starts = made,
		.inputs = inputs, .n_inputs = 1, .agreed = DAY_NONE, .met = DAY_NONE, .source = REGISTER_STATUS.name, .source_id = row_id(status),
		.next = true };
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

/* A plan whose start we know and that has had its first year's review still to come. An older plan's last review is asked for on the page. */
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
	struct due_wanted w = { .clock = CLOCK_WATCH, .title = "Watch: decide", .starts = row_day(watch, WATCH_FROM),
		.agreed = row_day(watch, WATCH_EXPIRES), .met = row_day(watch, WATCH_DECIDED_ON), .source = WATCH.name, .source_id = row_id(watch) };
	const char *id;

	if (row_withdrawn(watch))
		return due_drop(act, row_about(watch), row_id(watch), "the watch was withdrawn");
	w.why = arena_printf(act->a, "Watched since %s", day_long(act->a, w.starts));
	return due_set(act, watch, &w, &id);
}

/* ---- meetings with parents: three in the school year for SEN Support (Code 6.65) ---- */

static const struct fault *on_support(struct act *act, const char *pupil, bool *out)
{
	struct ask ask = { .pupil = pupil, .as_at = day_iso(act->a, act->today), .where = { { REGISTER_STATUS_PROVISION, IS, "K" } }, .clear_only = true };
	int64_t count;

	TRY(record_count(act, &REGISTER_STATUS, &ask, &count));
	*out = count > 0;
	return NULL;
}

static const struct fault *open_year(struct act *act, const char *pupil, day year)
{
	struct rows rows;

	TRY(open_ones(act, pupil, DUE_CLOCK, "sen-support-third-meeting", &rows));
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
	struct ask held = { .pupil = pupil, .where = { { PARENT_MEETING_ON, FROM_ON, day_iso(act->a, year) } }, .order = "met_on", .clear_only = true };
	struct due_wanted w = { .clock = "sen-support-third-meeting", .starts = year, .agreed = DAY_NONE, .met = DAY_NONE, .source = "school_year" };
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
