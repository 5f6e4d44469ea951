/* cal_a.c - the test calendar CAL-A of the domain notes on clocks, section 2, used by the vectors and by `clock --calendar cal-a`.
 * No real school keeps it. */
#include "law/holidays.h"

struct dates { const char *first, *last; };

static const struct dates TERMS[] = {
	{ "2026-09-02", "2026-12-18" },
	{ "2027-01-05", "2027-03-25" },
	{ "2027-04-12", "2027-07-20" },
	{ "2027-09-02", "2027-12-17" },
};
static const struct dates CLOSED[] = {
	{ "2026-10-26", "2026-10-30" },
	{ "2027-02-15", "2027-02-19" },
	{ "2027-05-31", "2027-06-04" },
	{ "2027-10-25", "2027-10-29" },
};
static const char *const STAFF_ONLY[] = { "2026-09-01", "2027-01-04", "2027-06-07", "2027-09-01" };

#define COUNT(list) ((int)(sizeof(list) / sizeof((list)[0])))

static void spans(const struct dates *from, int n, struct span *to)
{
	for (int i = 0; i < n; i++)
		to[i] = (struct span){ day_parse(from[i].first), day_parse(from[i].last) };
}

const struct calendar *cal_a(struct arena *a)
{
	struct span terms[COUNT(TERMS)], closed[COUNT(CLOSED)];
	day staff[COUNT(STAFF_ONLY)];
	struct calendar_parts parts = { .name = "cal-a", .terms = terms, .n_terms = COUNT(TERMS), .closed = closed,
		.n_closed = COUNT(CLOSED), .staff = staff, .n_staff = COUNT(STAFF_ONLY) };

	spans(TERMS, COUNT(TERMS), terms);
	spans(CLOSED, COUNT(CLOSED), closed);
	for (int i = 0; i < COUNT(STAFF_ONLY); i++)
		staff[i] = day_parse(STAFF_ONLY[i]);
	parts.holidays = law_holidays(a, NULL, 0, NULL, 0, &parts.n_holidays);
	return calendar_new(a, &parts);
}
