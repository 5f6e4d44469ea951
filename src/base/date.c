/* date.c - the civil calendar in integers, and how dates are said to people. No holidays here: see calendar.h. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

static const char *const MONTHS[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December" };
static int64_t fixed_seconds = -1;

/* Days from 1970-01-01 for a proleptic Gregorian date; March-based years make leap days the last of theirs. */
static day civil_days(int y, int m, int d)
{
	int era, doe, yoe, doy;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

void day_parts(day days, int *year, int *month, int *date)
{
	int z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;

	*date = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

static int month_length(int year, int month)
{
	static const int LENGTHS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : LENGTHS[month - 1];
}

day day_of(int year, int month, int date)
{
	if (year < 1000 || year > 9999 || month < 1 || month > 12 || date < 1 || date > month_length(year, month))
		return DAY_NONE;
	return civil_days(year, month, date);
}

static bool digits(const char *p, int n, int *out)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return false;
		v = v * 10 + (p[i] - '0');
	}
	*out = v;
	return true;
}

day day_parse(const char *iso)
{
	int y, m, d;

	if (!iso || strlen(iso) != 10 || iso[4] != '-' || iso[7] != '-')
		return DAY_NONE;
	if (!digits(iso, 4, &y) || !digits(iso + 5, 2, &m) || !digits(iso + 8, 2, &d))
		return DAY_NONE;
	return day_of(y, m, d);
}

const char *day_iso(struct arena *a, day d)
{
	int y, m, dd;

	if (d == DAY_NONE)
		return "";
	day_parts(d, &y, &m, &dd);
	return arena_printf(a, "%04d-%02d-%02d", y, m, dd);
}

int day_week(day d)
{
	return ((d + 3) % 7 + 7) % 7;
}

day day_add_months(day d, int months)
{
	int y, m, dd, total, length;

	day_parts(d, &y, &m, &dd);
	total = y * 12 + (m - 1) + months;
	y = total / 12;
	m = total % 12 + 1;
	length = month_length(y, m);
	return civil_days(y, m, dd < length ? dd : length);
}

int day_school_year(day d)
{
	int y, m, dd;

	day_parts(d, &y, &m, &dd);
	return m >= 9 ? y : y - 1;
}

const char *day_long(struct arena *a, day d)
{
	int y, m, dd;

	if (d == DAY_NONE)
		return "";
	day_parts(d, &y, &m, &dd);
	return arena_printf(a, "%d %s %d", dd, MONTHS[m - 1], y);
}

const char *day_short(struct arena *a, day d, day today)
{
	int y, m, dd;

	if (d == DAY_NONE)
		return "";
	day_parts(d, &y, &m, &dd);
	if (day_school_year(d) == day_school_year(today))
		return arena_printf(a, "%d %.3s", dd, MONTHS[m - 1]);
	return arena_printf(a, "%d %.3s %d", dd, MONTHS[m - 1], y);
}

/* "44 days", "4 months", "5 years": as exactly as a person would say it. */
const char *day_span(struct arena *a, day from, day until)
{
	int64_t n = (int64_t)until - from;
	int months;

	if (n <= 60)
		return arena_printf(a, n == 1 ? "%d day" : "%d days", (int)n);
	for (months = 2; day_add_months(from, months + 1) <= until; months++)
		;
	return months < 24 ? arena_printf(a, "%d months", months) : arena_printf(a, "%d years", months / 12);
}

const char *day_relative(struct arena *a, day d, day today)
{
	int64_t n = (int64_t)d - today;

	if (d == DAY_NONE)
		return "";
	if (n == 0)
		return "today";
	if (n == 1)
		return "tomorrow";
	if (n < 0)
		return arena_printf(a, "%s overdue", day_span(a, d, today));
	return arena_printf(a, "in %s", day_span(a, today, d));
}

int age_years(day born, day today)
{
	int y1, m1, d1, y2, m2, d2;

	day_parts(born, &y1, &m1, &d1);
	day_parts(today, &y2, &m2, &d2);
	return y2 - y1 - (m2 < m1 || (m2 == m1 && d2 < d1));
}

const char *age_words(struct arena *a, day born, day today)
{
	int years, months = 0;

	if (born == DAY_NONE || born > today)
		return "";
	years = age_years(born, today);
	while (months < 11 && day_add_months(born, years * 12 + months + 1) <= today)
		months++;
	return arena_printf(a, "%d year%s %d month%s", years, years == 1 ? "" : "s", months, months == 1 ? "" : "s");
}

void clock_fix(int64_t seconds)
{
	fixed_seconds = seconds;
}

int64_t clock_seconds(void)
{
	return fixed_seconds >= 0 ? fixed_seconds : (int64_t)time(NULL);
}

const char *moment_text(struct arena *a, int64_t seconds)
{
	int y, m, d;
	int64_t rest = seconds % 86400;

	day_parts((day)(seconds / 86400), &y, &m, &d);
	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", y, m, d, (int)(rest / 3600), (int)(rest / 60 % 60),
		(int)(rest % 60));
}

const char *moment_now(struct arena *a)
{
	return moment_text(a, clock_seconds());
}

int64_t moment_seconds(const char *moment)
{
	int y, m, d, h, min, s;
	day days;

	if (!moment || strlen(moment) != 20 || moment[10] != 'T' || moment[19] != 'Z' || moment[4] != '-' || moment[7] != '-' ||
	    moment[13] != ':' || moment[16] != ':')
		return -1;
	if (!digits(moment, 4, &y) || !digits(moment + 5, 2, &m) || !digits(moment + 8, 2, &d) || !digits(moment + 11, 2, &h) ||
	    !digits(moment + 14, 2, &min) || !digits(moment + 17, 2, &s))
		return -1;
	days = day_of(y, m, d);
	if (days == DAY_NONE || h > 23 || min > 59 || s > 60)
		return -1;
	return (int64_t)days * 86400 + h * 3600 + min * 60 + s;
}

static day last_sunday(int year, int month)
{
	day d = civil_days(year, month, month_length(year, month));

	return d - (day_week(d) + 1) % 7;
}

/* Seconds London is ahead of UTC. */
static int64_t london_ahead(int64_t seconds)
{
	int y, m, d;

	day_parts((day)(seconds / 86400), &y, &m, &d);
	return seconds >= (int64_t)last_sunday(y, 3) * 86400 + 3600 && seconds < (int64_t)last_sunday(y, 10) * 86400 + 3600 ? 3600 :
		0;
}

day moment_day(const char *moment)
{
	int64_t s = moment_seconds(moment);

	return s < 0 ? DAY_NONE : (day)((s + london_ahead(s)) / 86400);
}

const char *moment_long(struct arena *a, const char *moment)
{
	int64_t s = moment_seconds(moment);

	if (s < 0)
		return "";
	s += london_ahead(s);
	return arena_printf(a, "%s, %02d:%02d", day_long(a, (day)(s / 86400)), (int)(s % 86400 / 3600), (int)(s % 3600 / 60));
}

day day_today(void)
{
	int64_t s = clock_seconds();

	return (day)((s + london_ahead(s)) / 86400);
}

const char *moment_from_london(struct arena *a, const char *local)
{
	int64_t s;

	if (!local || strlen(local) != 16)
		return NULL;
	s = moment_seconds(arena_printf(a, "%s:00Z", local));
	if (s < 0)
		return NULL;
	return moment_text(a, london_ahead(s - 3600) ? s - 3600 : s);
}

static const char *number_at(const char *p, int *out)
{
	int v = 0, n = 0;

	while (*p >= '0' && *p <= '9' && n < 4) {
		v = v * 10 + (*p++ - '0');
		n++;
	}
	*out = n ? v : -1;
	return p;
}

static int month_named(const char *p, const char **after)
{
	for (int m = 0; m < 12; m++) {
		size_t whole = strlen(MONTHS[m]);

		if (strncasecmp(p, MONTHS[m], whole) == 0) {
			*after = p + whole;
			return m + 1;
		}
		if (strncasecmp(p, MONTHS[m], 3) == 0) {
			*after = p + (strncasecmp(p, "sept", 4) == 0 ? 4 : 3);
			return m + 1;
		}
	}
	return -1;
}

day day_typed(const char *text)
{
	const char *p = text;
	int d, m, y;

	if (!text)
		return DAY_NONE;
	while (*p == ' ')
		p++;
	if (strlen(p) >= 10 && p[4] == '-' && p[7] == '-') {
		char iso[11] = { 0 };

		memcpy(iso, p, 10);
		return p[10] == 0 || p[10] == ' ' || p[10] == 'T' ? day_parse(iso) : DAY_NONE;
	}
	p = number_at(p, &d);
	while (*p && strchr(" /.-", *p))
		p++;
	if (*p >= '0' && *p <= '9')
		p = number_at(p, &m);
	else
		m = month_named(p, &p);
	while (*p && strchr(" /.-,", *p))
		p++;
	p = number_at(p, &y);
	while (*p == ' ')
		p++;
	if (*p || d < 0 || m < 0 || y < 0)
		return DAY_NONE;
	if (y < 100)
		y += y < 40 ? 2000 : 1900;
	return day_of(y, m, d);
}
