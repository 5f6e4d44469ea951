/* demo_year.c - an invented school year with the shape of an English one. Real schools bring their own dates. */
#include "jobs/demo_make.h"

static day monday_from(day d)
{
	return d + (7 - day_week(d)) % 7;
}

static day friday_until(day d)
{
	return d - (day_week(d) + 3) % 7;
}

/* Gregorian Easter Sunday (the anonymous computus). */
static day easter(int y)
{
	int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30;
	int j = c / 4, k = c % 4, m = (a + 11 * h) / 319, r = (2 * e + 2 * j - k - h + m + 32) % 7, n = (h - m + r + 90) / 25;

	return day_of(y, n, (h - m + r + n + 19) % 32);
}

struct school_year year_of_school(int year)
{
	day start = day_of(year, 9, 2), good_friday = easter(year + 1) - 2, spring_end, summer_start;
	day october = monday_from(day_of(year, 10, 24)), february = monday_from(day_of(year + 1, 2, 13)),
		may = monday_from(day_of(year + 1, 5, 25));

	if (day_week(start) > 4)
		start = monday_from(start);
	spring_end = friday_until(day_of(year + 1, 4, 3));
	if (good_friday <= spring_end && good_friday > spring_end - 8)
		spring_end = good_friday - 1;
	summer_start = monday_from(spring_end + 15);
	if (summer_start == good_friday + 3)
		summer_start++;
	return (struct school_year){ year, {
		{ "Autumn term", start, october, october + 4, friday_until(day_of(year, 12, 20)) },
		{ "Spring term", monday_from(day_of(year + 1, 1, 4)), february, february + 4, spring_end },
		{ "Summer term", summer_start, may, may + 4, friday_until(day_of(year + 1, 7, 22)) },
	} };
}

bool in_school(day d)
{
	struct school_year y = year_of_school(day_school_year(d));

	if (day_week(d) > 4)
		return false;
	for (int i = 0; i < 3; i++) {
		const struct term *t = &y.terms[i];

		if (d >= t->first && d <= t->last)
			return d < t->half_first || d > t->half_last;
	}
	return false;
}

day school_day_from(day d)
{
	while (!in_school(d))
		d++;
	return d;
}

day school_day_until(day d)
{
	while (!in_school(d))
		d--;
	return d;
}
