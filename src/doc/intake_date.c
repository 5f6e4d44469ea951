/* intake_date.c - dates as people and systems write them, day first, always. What can only be month first is told apart, never
 * swapped. */
#include "doc/intake_parts.h"


static const char *digits(const char *p, int most, int *value, int *count)
{
	*value = *count = 0;
	while (*p >= '0' && *p <= '9' && *count < most) {
		*value = *value * 10 + (*p++ - '0');
		++*count;
	}
	return p;
}

static const char *spaces(const char *p)
{
	while (*p == ' ' || *p == ',' || *p == '\t')
		p++;
	return p;
}

/* " 08:15", "T00:00:00.000Z", " 9:05:00 AM" or nothing. */
static bool only_time(const char *p)
{
	int colons = 0;

	if (*p != 'T' && *p != ' ' && *p)
		return false;
	for (p = spaces(*p == 'T' ? p + 1 : p); *p; p++) {
		if (*p == ':')
			colons++;
		else if (!strchr("0123456789.Z+ AMPamp-", *p))
			return false;
	}
	return colons <= 3;
}

/* The century of two digits: a birth in the last hundred years, anything else from 1970 to 2069. */
static int full_year(int yy, bool birth, day today)
{
	int year, m, d;

	day_parts(today, &year, &m, &d);
	if (birth)
		return yy <= year % 100 ? 2000 + yy : 1900 + yy;
	return yy < 70 ? 2000 + yy : 1900 + yy;
}

static int month_named(const char **p)
{
	static const char *const NAMES[] = { "january", "february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december" };
	char word[12] = "";
	size_t n = 0;

	while (n < sizeof word - 1 && ((*p)[n] | 32) >= 'a' && ((*p)[n] | 32) <= 'z') {
		word[n] = (char)((*p)[n] | 32);
		n++;
	}
	if (n == 4 && strcmp(word, "sept") == 0) {
		*p += n;
		return 9;
	}
	for (int i = 0; i < 12 && n >= 3; i++)
		if (strncmp(NAMES[i], word, n) == 0) {
			*p += n;
			return i + 1;
		}
	return 0;
}

static const char *past_weekday(const char *p)
{
	static const char *const NAMES[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
	size_t n = 0;

	while ((p[n] | 32) >= 'a' && (p[n] | 32) <= 'z')
		n++;
	for (int i = 0; i < 7 && n >= 3; i++) {
		size_t k = 0;

		while (k < n && (p[k] | 32) == NAMES[i][k])
			k++;
		if (k == n)
			return spaces(p + n);
	}
	return p;
}

static bool year_follows(const char *p, int *year, bool birth, day today)
{
	int n;

	p = digits(p, 4, year, &n);
	if (n == 2)
		*year = full_year(*year, birth, today);
	return (n == 2 || n == 4) && only_time(p);
}

/* "18 Nov 2021", "18th of November 21", "18-Nov-2021", "November 18, 2021". */
static bool with_name(const char *p, bool birth, day today, day *out)
{
	int d, m, y, n;

	p = past_weekday(p);
	m = month_named(&p);
	if (m) {
		p = digits(spaces(p), 2, &d, &n);
	} else {
		p = digits(p, 2, &d, &n);
		if (n && (strncmp(p, "st", 2) == 0 || strncmp(p, "nd", 2) == 0 || strncmp(p, "rd", 2) == 0 || strncmp(p, "th",
			2) == 0))
			p += 2;
		while (strchr(" -/.", *p) && *p)
			p++;
		if (strncmp(p, "of ", 3) == 0)
			p += 3;
		m = month_named(&p);
	}
	if (!m || !n)
		return false;
	while (*p && strchr(" -/.,", *p))
		p++;
	if (!year_follows(p, &y, birth, today))
		return false;
	*out = day_of(y, m, d);
	return *out != DAY_NONE;
}

static enum date_result from_parts(int y, int m, int d, day *out)
{
	*out = day_of(y, m, d);
	return *out == DAY_NONE ? DATE_BAD : DATE_FINE;
}

static enum date_result numbers(const char *p, bool month_first, bool birth, day today, day *out)
{
	int a, b, y, na, nb;
	char mark;

	p = digits(p, 4, &a, &na);
	mark = *p;
	if (!strchr("/.-", mark) || !mark)
		return DATE_BAD;
	p = digits(p + 1, 2, &b, &nb);
	if (*p != mark || !nb)
		return DATE_BAD;
	if (na == 4) { /* year first */
		int d, nd;

		p = digits(p + 1, 2, &d, &nd);
		return nd && only_time(p) ? from_parts(a, b, d, out) : DATE_BAD;
	}
	if (na > 2 || !year_follows(p + 1, &y, birth, today))
		return DATE_BAD;
	if (month_first)
		return from_parts(y, a, b, out);
	if (b > 12 && a >= 1 && a <= 12 && day_of(y, a, b) != DAY_NONE)
		return DATE_MONTH_FIRST;
	return from_parts(y, b, a, out);
}

/* 20211118, or a spreadsheet's day number 20000 to 80000 with or without ".0". */
static enum date_result bare(const char *text, day *out)
{
	int v, n;
	const char *rest = digits(text, 9, &v, &n);

	if (n == 8 && !*rest)
		return from_parts(v / 10000, v / 100 % 100, v % 100, out);
	if (n != 5 || (*rest && *rest != '.') || v < 20000 || v > 80000)
		return DATE_BAD;
	for (const char *p = rest; *p; p++)
		if (p > rest && (*p < '0' || *p > '9'))
			return DATE_BAD;
	*out = (day)(v - 25569);
	return DATE_FINE;
}

enum date_result date_read(const char *text, bool month_first, bool birth, day today, day *out)
{
	enum date_result r;

	*out = DAY_NONE;
	if (bare(text, out) == DATE_FINE)
		return DATE_FINE;
	r = numbers(past_weekday(text), month_first, birth, today, out);
	if (r == DATE_BAD && with_name(text, birth, today, out))
		return DATE_FINE;
	return r;
}
