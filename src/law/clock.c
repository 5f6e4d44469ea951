/* clock.c - the one function that reads all clock rows, and the one look-up that finds a row with a school's settings laid over it.
 * The rows are clocks.c; the few sums a row cannot say are odd.c. Nothing here knows a store or a clock on the wall. */
#include "law/clock.h"

#include <stdarg.h>
#include <string.h>

#include "base/buf.h"
#include "law/clock_sum.h"

void clock_line(struct clock_sum *s, const char *format, ...)
{
	va_list ap;

	if (s->n_lines == CLOCK_LINES)
		return;
	va_start(ap, format);
	s->lines[s->n_lines++] = arena_vprintf(s->a, format, ap);
	va_end(ap);
}

day clock_none(struct clock_sum *s, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	s->none = arena_vprintf(s->a, format, ap);
	va_end(ap);
	return DAY_NONE;
}

const char *clock_say(struct clock_sum *s, day d)
{
	static const char *const WEEK[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

	return d == DAY_NONE ? "no day" : arena_printf(s->a, "%s %s", WEEK[day_week(d)], day_long(s->a, d));
}

day clock_year_from(day d)
{
	return day_add_months(d, 12) - 1;
}

const char *clock_input(const struct clock_inputs *inputs, const char *key)
{
	for (int i = 0; inputs && i < inputs->count; i++)
		if (strcmp(inputs->list[i].key, key) == 0)
			return inputs->list[i].value;
	return NULL;
}

day clock_input_day(struct clock_sum *s, const char *key)
{
	const char *value = clock_input(s->inputs, key);
	day d;

	if (!value || !value[0] || strcmp(value, "none") == 0)
		return DAY_NONE;
	d = day_parse(value);
	if (d == DAY_NONE)
		s->fault = FAULT(s->a, FAULT_INVALID, "%s must be a date like 2026-11-22, not '%s'", key, value);
	return d;
}

/* Is `key` one of the words of `list`? */
static bool word_in(const char *list, const char *key)
{
	size_t n = strlen(key);

	for (const char *at = list; n && at && (at = strstr(at, key)) != NULL; at += n)
		if ((at == list || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

bool clock_key_known(const char *key)
{
	int count;
	const struct clock_row *rows = law_clock_rows(&count);

	if (strcmp(key, "exemption") == 0)
		return true;
	for (int i = 0; i < count; i++)
		if (word_in(rows[i].needs, key))
			return true;
	return false;
}

static enum day_kind kind_of(enum clock_unit unit)
{
	switch (unit) {
	case WORKING_DAYS:
		return DAY_WORKING;
	case SCHOOL_DAYS:
		return DAY_SCHOOL;
	case TRIBUNAL_DAYS:
		return DAY_TRIBUNAL;
	default:
		return DAY_CALENDAR;
	}
}

static const char *unit_words(struct arena *a, int n, enum clock_unit unit)
{
	static const char *const WORDS[] = { "day", "week", "month", "year", "working day", "school day", "Tribunal working day" };

	return arena_printf(a, "%d %s%s", n, WORDS[unit], n == 1 ? "" : "s");
}

const char *clock_length(struct arena *a, const struct clock_row *row)
{
	if (row->fixed)
		return arena_printf(a, "by %s, for everybody", day_long(a, day_parse(row->fixed)));
	if (row->odd)
		return "a date with its own sum";
	if (row->n == 0)
		return "the same day";
	if (row->n < 0)
		return arena_printf(a, "%s before", unit_words(a, -row->n, row->unit));
	return arena_printf(a, "%s%s", unit_words(a, row->n, row->unit), row->flags & START_COUNTS ?
		", the start counted as the first day" : "");
}

/* Weeks, months and plain days. */
static day plain_sum(struct clock_sum *s)
{
	const struct clock_row *r = s->row;
	bool counts = r->flags & START_COUNTS;
	int days = r->unit == WEEKS ? 7 * r->n : r->n, size = r->n < 0 ? -r->n : r->n;
	day due;

	if (r->unit == MONTHS || r->unit == YEARS) {
		due = day_add_months(s->start, r->unit == YEARS ? 12 * r->n : r->n) - counts;
		clock_line(s, "%s %s%s: %s", r->n < 0 ? "-" : "+", unit_words(s->a, size, r->unit),
			counts ? ", the start inside them, so they end the day before" : ", the same date or the month's end",
			clock_say(s, due));
		return due;
	}
	due = s->start + days - (counts && days > 0);
	if (r->n == 0)
		clock_line(s, "The same day: %s", clock_say(s, due));
	else if (r->unit == WEEKS)
		clock_line(s, "%s %s (%d calendar days): %s", r->n < 0 ? "-" : "+", unit_words(s->a, size, WEEKS), 7 * size,
			clock_say(s, due));
	else
		clock_line(s, "%s %s%s: %s", r->n < 0 ? "-" : "+", unit_words(s->a, size, DAYS),
			counts ? " beginning with the start, which is day 1" : ", calendar days", clock_say(s, due));
	return due;
}

/* The bank holidays on weekdays that a count stepped over. */
static void tell_skipped(struct clock_sum *s, day from, day to)
{
	struct buf b = buf_new(s->a);
	int n = 0;

	for (day d = from; d <= to; d++)
		if (day_week(d) < 5 && calendar_is_holiday(s->calendar, d))
			buf_printf(&b, "%s%s", n++ ? ", " : "", day_long(s->a, d));
	if (n)
		clock_line(s, "Bank holidays not counted: %s", buf_text(&b));
}

static day counted_sum(struct clock_sum *s)
{
	const struct clock_row *r = s->row;
	enum day_kind kind = kind_of(r->unit);
	day due, until = calendar_known_until(s->calendar, kind);

	if (kind == DAY_SCHOOL && !calendar_has_school(s->calendar))
		return clock_none(s, "School days can be counted only with the school's own term dates, and there are none.");
	due = calendar_add(s->calendar, kind, s->start, r->n, r->flags & START_COUNTS);
	if (due == DAY_NONE)
		return clock_none(s, "The count leaves the school's term dates, which are known until %s: add the term dates that "
			"are missing.", day_long(s->a, until));
	if (r->n == 0)
		clock_line(s, "The same day: %s", clock_say(s, due));
	else
		clock_line(s, "%s %s%s: %s", r->n < 0 ? "-" : "+", unit_words(s->a, r->n < 0 ? -r->n : r->n, r->unit),
			r->flags & START_COUNTS ? ", the start counted if it is such a day" : ", the start not counted",
			clock_say(s, due));
	tell_skipped(s, r->n < 0 ? due : s->start, r->n < 0 ? s->start : due);
	return due;
}

static day first_sum(struct clock_sum *s)
{
	if (s->row->fixed) {
		clock_line(s, "A fixed date: %s", clock_say(s, day_parse(s->row->fixed)));
		return day_parse(s->row->fixed);
	}
	if (s->row->odd)
		return s->row->odd(s);
	return kind_of(s->row->unit) == DAY_CALENDAR ? plain_sum(s) : counted_sum(s);
}

/* What a school may lay over any row: it can only make the date earlier. */
static day lay_over(struct clock_sum *s, day due)
{
	day local = s->row->local ? day_parse(s->row->local) : DAY_NONE;

	if (s->row->margin > 0) {
		due -= s->row->margin;
		clock_line(s, "- %s, the safety margin set here: %s", unit_words(s->a, s->row->margin, DAYS), clock_say(s, due));
	}
	if (local != DAY_NONE && local < due) {
		due = local;
		clock_line(s, "Earlier local date: %s", clock_say(s, due));
	}
	return due;
}

static void tell_rest(struct clock_sum *s, struct clock_answer *out)
{
	const char *exemption = clock_input(s->inputs, "exemption");
	enum day_kind kind = kind_of(s->row->unit);
	day first = s->start < out->due ? s->start : out->due, last = s->start < out->due ? out->due : s->start;
	day practical = calendar_on_or_before(s->calendar, DAY_SCHOOL, out->due);

	if (day_week(out->due) > 4 && !(s->row->flags & EARLIEST))
		clock_line(s, "That is a weekend: the date does not move.");
	if (practical != DAY_NONE && practical != out->due && !(s->row->flags & EARLIEST)) {
		out->practical = practical;
		clock_line(s, "Last school day on or before it: %s", clock_say(s, practical));
	}
	if (exemption && exemption[0])
		clock_line(s, "Exemption claimed: %s. It is a defence and does not move the date.", exemption);
	if (kind != DAY_CALENDAR && !calendar_known(s->calendar, kind, first, last))
		out->warning = calendar_known_until(s->calendar, kind) == DAY_NONE ?
			"No bank holidays are known: check this date." :
			arena_printf(s->a, "The days counted are known until %s only, or begin after the start: check this date.",
				day_long(s->a, calendar_known_until(s->calendar, kind)));
}

const struct fault *clock_due(const struct clock_row *row, day start, const struct clock_inputs *inputs,
	const struct calendar *calendar, struct arena *a, struct clock_answer *out)
{
	struct clock_sum *s = arena_alloc(a, sizeof(*s));

	if (start == DAY_NONE || start < day_of(1900, 1, 1) || start > day_of(2200, 1, 1))
		return FAULT(a, FAULT_INVALID, "%s: the start must be a date like 2026-11-22", row->id);
	*s = (struct clock_sum){ .a = a, .row = row, .start = start, .inputs = inputs, .calendar = calendar };
	*out = (struct clock_answer){ .due = DAY_NONE, .none = "", .practical = DAY_NONE, .warning = "" };
	clock_line(s, "Start: %s%s", clock_say(s, start), row->odd || row->fixed || row->n <= 0 ? "" : row->flags & START_COUNTS ?
		" (day 1)" : " (day 0)");
	out->due = first_sum(s);
	if (s->fault)
		return s->fault;
	out->base = out->due;
	if (out->due != DAY_NONE) {
		out->due = lay_over(s, out->due);
		tell_rest(s, out);
	} else {
		out->none = s->none ? s->none : "There is no such date.";
		clock_line(s, "None: %s", out->none);
	}
	out->working = s->lines;
	out->n_working = s->n_lines;
	out->rule = arena_printf(a, "%s@%s%s%s", row->id, row->from, row->setting ? "+" : "", row->setting ? row->setting : "");
	out->cite = row->cite;
	out->status = row->status;
	out->setting = row->flags & SETTING;
	out->calendar = calendar_kind_words(a, calendar, kind_of(row->unit));
	return NULL;
}

static bool in_force(const char *from, const char *until, day date)
{
	day first = from && from[0] ? day_parse(from) : DAY_NONE, last = until && until[0] ? day_parse(until) : DAY_NONE;

	return (first == DAY_NONE || first <= date) && (last == DAY_NONE || date <= last);
}

/* The newest setting of the id in force on the day; NULL if none. */
static const struct clock_setting *setting_at(const char *id, day date, const struct clock_setting *settings, int n)
{
	const struct clock_setting *best = NULL;

	for (int i = 0; i < n; i++) {
		const struct clock_setting *s = &settings[i];

		if (strcmp(s->id, id) != 0 || !in_force(s->from, s->until, date))
			continue;
		if (!best || strcmp(s->from ? s->from : "", best->from ? best->from : "") >= 0)
			best = s;
	}
	return best;
}

/* What a setting may change depends on how sure the row is. */
static const struct clock_row *overlay(struct arena *a, const struct clock_row *row, const struct clock_setting *s)
{
	struct clock_row *own = arena_alloc(a, sizeof(*own));

	*own = *row;
	if ((row->flags & SETTING) && s->sets_n && !row->odd) {
		own->n = s->n;
		own->unit = s->unit;
	}
	if ((row->flags & SETTING) && s->fixed && day_parse(s->fixed) != DAY_NONE)
		own->fixed = s->fixed;
	own->margin = s->margin > 0 ? s->margin : 0;
	own->local = s->local && day_parse(s->local) != DAY_NONE ? s->local : NULL;
	own->setting = s->from && s->from[0] ? s->from : "setting";
	return own;
}

const struct clock_row *law_at_in(struct arena *a, const struct clock_row *rows, int n_rows, const char *id, day date,
	const struct clock_setting *settings, int n_settings)
{
	const struct clock_row *row = NULL, *earliest = NULL;
	const struct clock_setting *s;

	for (int i = 0; i < n_rows; i++) {
		if (strcmp(rows[i].id, id) != 0)
			continue;
		if (!earliest || strcmp(rows[i].from, earliest->from) < 0)
			earliest = &rows[i];
		if (in_force(rows[i].from, rows[i].until, date))
			row = &rows[i];
	}
	row = row ? row : earliest;
	s = row ? setting_at(id, date, settings, n_settings) : NULL;
	return s ? overlay(a, row, s) : row;
}

const struct clock_row *law_at(struct arena *a, const char *id, day date, const struct clock_setting *settings, int n_settings)
{
	int count;
	const struct clock_row *rows = law_clock_rows(&count);

	return law_at_in(a, rows, count, id, date, settings, n_settings);
}

const char *law_clocks_text(struct arena *a)
{
	int count;
	const struct clock_row *rows = law_clock_rows(&count);
	struct buf b = buf_new(a);

	for (int i = 0; i < count; i++) {
		const struct clock_row *r = &rows[i];

		buf_printf(&b, "%s@%s%s%s\n\t%s\n\t%s.%s: %s%s%s%s\n\t%s; %s; %s\n", r->id, r->from, r->until ? " until " : "",
			r->until ? r->until : "", r->text, r->record, r->starts_on, clock_length(a, r), r->flags & SETTING ?
			"; a setting" : "", r->met_by ? "; met by " : "", r->met_by ? r->met_by : "", r->duty, r->cite, r->status);
	}
	return buf_text(&b);
}
