/* calendar.c - days of four kinds, counted one by one: a statutory limit is at most a few hundred days, and a loop can be checked
 * by hand. What a limit is, and whose, is law/. */
#include "base/calendar.h"

#include <stdlib.h>
#include <string.h>

enum { FRIDAY = 4, FAR = 4000 }; /* FAR: no search goes further than this many days, about eleven years */

static int compare(const void *a, const void *b)
{
	const day *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* In order and without repeats; returns how many are left. */
static int tidy(day *days, int n)
{
	int kept = 0;

	if (n == 0)
		return 0;
	qsort(days, (size_t)n, sizeof(*days), compare);
	for (int i = 0; i < n; i++)
		if (days[i] != DAY_NONE && (kept == 0 || days[kept - 1] != days[i]))
			days[kept++] = days[i];
	return kept;
}

static const day *tidy_copy(struct arena *a, const day *days, int *n)
{
	day *copy = arena_array(a, (size_t)(*n > 0 ? *n : 1), sizeof(*copy));

	if (*n > 0)
		memcpy(copy, days, (size_t)*n * sizeof(*copy));
	*n = tidy(copy, *n);
	return copy;
}

static bool holds(const day *days, int n, day d)
{
	return n > 0 && bsearch(&d, days, (size_t)n, sizeof(*days), compare) != NULL;
}

static bool within(const struct span *spans, int n, day d)
{
	for (int i = 0; i < n; i++)
		if (d >= spans[i].first && d <= spans[i].last)
			return true;
	return false;
}

/* A term longer than FAR days is a slip of typing: only its first FAR days are taken. */
static day term_end(const struct span *term)
{
	return term->last - term->first > FAR ? term->first + FAR : term->last;
}

static void make_school_days(struct arena *a, struct calendar *c, const struct calendar_parts *parts)
{
	size_t room = (size_t)parts->n_open + 1;
	day *days;
	int n = 0;

	for (int i = 0; i < parts->n_terms; i++)
		if (parts->terms[i].first != DAY_NONE && parts->terms[i].last >= parts->terms[i].first)
			room += (size_t)(term_end(&parts->terms[i]) - parts->terms[i].first + 1);
	days = arena_array(a, room, sizeof(*days));
	for (int i = 0; i < parts->n_terms; i++) {
		if (parts->terms[i].first == DAY_NONE)
			continue;
		for (day d = parts->terms[i].first; d <= term_end(&parts->terms[i]); d++)
			if (calendar_is(c, DAY_WORKING, d) && !within(parts->closed, parts->n_closed, d) &&
				!holds(c->staff, c->n_staff, d))
				days[n++] = d;
	}
	for (int i = 0; i < parts->n_open; i++)
		days[n++] = parts->open[i];
	c->n_school = tidy(days, n);
	c->school = days;
}

const struct calendar *calendar_new(struct arena *a, const struct calendar_parts *parts)
{
	struct calendar *c = arena_alloc(a, sizeof(*c));

	c->name = arena_text(a, parts->name);
	c->n_holidays = parts->n_holidays;
	c->holidays = tidy_copy(a, parts->holidays, &c->n_holidays);
	c->n_staff = parts->n_staff;
	c->staff = tidy_copy(a, parts->staff, &c->n_staff);
	make_school_days(a, c, parts);
	return c;
}

bool calendar_has_school(const struct calendar *c)
{
	return c->n_school > 0;
}

bool calendar_is_holiday(const struct calendar *c, day d)
{
	return holds(c->holidays, c->n_holidays, d);
}

static bool tribunal_rests(day d)
{
	int year, month, date;

	day_parts(d, &year, &month, &date);
	return month == 8 || (month == 12 && date >= 25) || (month == 1 && date == 1);
}

bool calendar_is(const struct calendar *c, enum day_kind kind, day d)
{
	if (d == DAY_NONE)
		return false;
	if (kind == DAY_CALENDAR)
		return true;
	if (kind == DAY_SCHOOL)
		return holds(c->school, c->n_school, d);
	if (day_week(d) > FRIDAY || calendar_is_holiday(c, d))
		return false;
	return kind == DAY_WORKING || !tribunal_rests(d);
}

/* How far school days are known. Dates are given by school years, so August is known to be empty on the side of a whole year. */
static day school_from(const struct calendar *c)
{
	int year, month, date;

	day_parts(c->school[0], &year, &month, &date);
	return month == 9 ? day_of(year, 8, 1) : c->school[0];
}

static day school_until(const struct calendar *c)
{
	int year, month, date;

	day_parts(c->school[c->n_school - 1], &year, &month, &date);
	return month == 7 ? day_of(year, 8, 31) : c->school[c->n_school - 1];
}

static bool off_the_map(const struct calendar *c, enum day_kind kind, day d)
{
	return kind == DAY_SCHOOL && (c->n_school == 0 || d < school_from(c) || d > school_until(c));
}

day calendar_add(const struct calendar *c, enum day_kind kind, day start, int n, bool start_counts)
{
	int step = n < 0 ? -1 : 1, left = n < 0 ? -n : n;
	day d = start;

	if (start == DAY_NONE || n == 0)
		return start;
	if (left > FAR || off_the_map(c, kind, start))
		return DAY_NONE;
	if (start_counts && n > 0 && calendar_is(c, kind, start))
		left--;
	while (left > 0) {
		d += step;
		if (off_the_map(c, kind, d))
			return DAY_NONE;
		left -= calendar_is(c, kind, d);
	}
	return d;
}

int calendar_between(const struct calendar *c, enum day_kind kind, day from, day to)
{
	int n = 0;

	if (from == DAY_NONE || to == DAY_NONE || (kind == DAY_SCHOOL && c->n_school == 0))
		return -1;
	if (kind == DAY_CALENDAR)
		return to - from;
	if (to < from)
		return -calendar_between(c, kind, to, from);
	for (day d = from + 1; d <= to; d++)
		n += calendar_is(c, kind, d);
	return n;
}

static day search(const struct calendar *c, enum day_kind kind, day d, int step)
{
	if (d == DAY_NONE)
		return DAY_NONE;
	for (int gone = 0; gone <= FAR; gone++, d += step)
		if (calendar_is(c, kind, d))
			return d;
	return DAY_NONE;
}

day calendar_on_or_before(const struct calendar *c, enum day_kind kind, day d)
{
	/* Past what is known, the last school day known is not an answer: there may be later ones. */
	if (off_the_map(c, kind, d))
		return DAY_NONE;
	return search(c, kind, d, -1);
}

day calendar_on_or_after(const struct calendar *c, enum day_kind kind, day d)
{
	if (off_the_map(c, kind, d))
		return DAY_NONE;
	return search(c, kind, d, 1);
}

day calendar_next(const struct calendar *c, enum day_kind kind, day d)
{
	return d == DAY_NONE ? DAY_NONE : calendar_on_or_after(c, kind, d + 1);
}

day calendar_reopens(const struct calendar *c, day d)
{
	if (off_the_map(c, DAY_SCHOOL, d))
		return DAY_NONE;
	for (int gone = 0; gone <= FAR; gone++, d++)
		if (calendar_is(c, DAY_SCHOOL, d) || holds(c->staff, c->n_staff, d))
			return d;
	return DAY_NONE;
}

day calendar_known_until(const struct calendar *c, enum day_kind kind)
{
	int year, month, date;

	if (kind == DAY_CALENDAR)
		return day_of(9999, 12, 31);
	if (kind == DAY_SCHOOL)
		return c->n_school ? school_until(c) : DAY_NONE;
	if (!c->n_holidays)
		return DAY_NONE;
	day_parts(c->holidays[c->n_holidays - 1], &year, &month, &date);
	return day_of(year, 12, 31);
}

bool calendar_known(const struct calendar *c, enum day_kind kind, day from, day to)
{
	day until = calendar_known_until(c, kind);
	int year, month, date;

	if (until == DAY_NONE || from == DAY_NONE || to == DAY_NONE || to > until)
		return false;
	if (kind == DAY_CALENDAR)
		return true;
	if (kind == DAY_SCHOOL)
		return from >= school_from(c);
	day_parts(c->holidays[0], &year, &month, &date);
	return from >= day_of(year, 1, 1);
}

const char *calendar_kind_words(struct arena *a, const struct calendar *c, enum day_kind kind)
{
	static const char *const WORDS[] = { "calendar days", "working days (England)", "school days", "Tribunal working days" };

	if (kind == DAY_SCHOOL)
		return c && calendar_has_school(c) ? arena_printf(a, "school days (%s)", c->name) :
			"school days (no school calendar)";
	return WORDS[kind];
}
