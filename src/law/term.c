/* term.c - school years, terms, weeks and census days. Which days a school is open is its calendar's; what a census holds is
 * reports'. */
#include "law/term.h"

#include "law/clock.h"
#include "law/holidays.h"

const char *school_year_words(struct arena *a, day d)
{
	int year = day_school_year(d);

	return d == DAY_NONE ? "" : arena_printf(a, "%d/%02d", year, (year + 1) % 100);
}

/* The Gregorian computus (Meeus, Jones and Butcher). */
day easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return day_of(year, n / 31, n % 31 + 1);
}

enum school_term school_term_of(day d)
{
	int year, month, date;

	day_parts(d, &year, &month, &date);
	if (month >= 9)
		return TERM_AUTUMN;
	return d <= easter_sunday(year) + 1 ? TERM_SPRING : TERM_SUMMER;
}

const char *school_term_words(enum school_term term)
{
	static const char *const WORDS[] = { "autumn term", "spring term", "summer term" };

	return WORDS[term];
}

static day monday(day d)
{
	return d - day_week(d);
}

bool school_week(const struct calendar *c, day d, int *week, int *weeks)
{
	int year = day_school_year(d);
	day first = day_of(year, 9, 1), last = day_of(year + 1, 8, 31), before = DAY_NONE;

	*week = *weeks = 0;
	if (!calendar_known(c, DAY_SCHOOL, first, first) || !calendar_known(c, DAY_SCHOOL, d, d))
		return false;
	for (int i = 0; i < c->n_school; i++) {
		if (c->school[i] < first || c->school[i] > last || monday(c->school[i]) == before)
			continue;
		before = monday(c->school[i]);
		++*weeks;
		if (before == monday(d))
			*week = *weeks;
	}
	return *weeks > 0;
}

const char *school_week_words(struct arena *a, const struct calendar *c, day d)
{
	static const char *const WEEK[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
	int week, weeks, year, month, date;
	day back;

	if (d == DAY_NONE || !school_week(c, d, &week, &weeks))
		return "";
	if (week)
		return arena_printf(a, "School week %d of %d", week, weeks);
	back = calendar_on_or_after(c, DAY_SCHOOL, d);
	if (back == DAY_NONE)
		return "School holiday";
	day_parts(back, &year, &month, &date);
	return arena_printf(a, "School holiday: back on %s %s", WEEK[day_week(back)], day_short(a, back, d));
}

static day census_day(struct arena *a, const char *clock, day start)
{
	const struct clock_row *row = law_at(a, clock, start, NULL, 0);
	struct clock_answer answer;

	return row && !clock_due(row, start, NULL, law_england(a), a, &answer) ? answer.due : DAY_NONE;
}

struct census next_census(struct arena *a, day from)
{
	static const struct census KINDS[] = {
		{ "census-autumn", "Autumn census", DAY_NONE, DAY_NONE, false },
		{ "census-spring", "Spring census", DAY_NONE, DAY_NONE, true },
		{ "census-summer", "Summer census", DAY_NONE, DAY_NONE, false },
	};
	int year = day_school_year(from);

	for (int i = 0; i < 6; i++) {
		struct census next = KINDS[i % 3];

		next.on = census_day(a, next.clock, day_of(year + i / 3, 9, 1));
		if (next.on == DAY_NONE || next.on < from)
			continue;
		next.return_by = census_day(a, "census-return", next.on);
		return next;
	}
	return KINDS[0];
}
