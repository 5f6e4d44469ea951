/* holidays.c - bank holidays as data. Not a rule for making them: what a government proclaims is not computed. */
#include "law/holidays.h"

static const struct bank_holiday DAYS[] = {
	{ "2024-01-01", "New Year's Day" },
	{ "2024-03-29", "Good Friday" },
	{ "2024-04-01", "Easter Monday" },
	{ "2024-05-06", "Early May bank holiday" },
	{ "2024-05-27", "Spring bank holiday" },
	{ "2024-08-26", "Summer bank holiday" },
	{ "2024-12-25", "Christmas Day" },
	{ "2024-12-26", "Boxing Day" },
	{ "2025-01-01", "New Year's Day" },
	{ "2025-04-18", "Good Friday" },
	{ "2025-04-21", "Easter Monday" },
	{ "2025-05-05", "Early May bank holiday" },
	{ "2025-05-26", "Spring bank holiday" },
	{ "2025-08-25", "Summer bank holiday" },
	{ "2025-12-25", "Christmas Day" },
	{ "2025-12-26", "Boxing Day" },
	{ "2026-01-01", "New Year's Day" },
	{ "2026-04-03", "Good Friday" },
	{ "2026-04-06", "Easter Monday" },
	{ "2026-05-04", "Early May bank holiday" },
	{ "2026-05-25", "Spring bank holiday" },
	{ "2026-08-31", "Summer bank holiday" },
	{ "2026-12-25", "Christmas Day" },
	{ "2026-12-28", "Boxing Day (substitute day)" },
	{ "2027-01-01", "New Year's Day" },
	{ "2027-03-26", "Good Friday" },
	{ "2027-03-29", "Easter Monday" },
	{ "2027-05-03", "Early May bank holiday" },
	{ "2027-05-31", "Spring bank holiday" },
	{ "2027-08-30", "Summer bank holiday" },
	{ "2027-12-27", "Christmas Day (substitute day)" },
	{ "2027-12-28", "Boxing Day (substitute day)" },
	{ "2028-01-03", "New Year's Day (substitute day)" },
	{ "2028-04-14", "Good Friday" },
	{ "2028-04-17", "Easter Monday" },
	{ "2028-05-01", "Early May bank holiday" },
	{ "2028-05-29", "Spring bank holiday" },
	{ "2028-08-28", "Summer bank holiday" },
	{ "2028-12-25", "Christmas Day" },
	{ "2028-12-26", "Boxing Day" },
};

const struct bank_holiday *law_bank_holidays(int *count)
{
	*count = (int)(sizeof(DAYS) / sizeof(DAYS[0]));
	return DAYS;
}

static bool among(const day *days, int n, day d)
{
	for (int i = 0; i < n; i++)
		if (days[i] == d)
			return true;
	return false;
}

const day *law_holidays(struct arena *a, const day *more, int n, const day *struck, int n_struck, int *count)
{
	int shipped, kept = 0;
	const struct bank_holiday *rows = law_bank_holidays(&shipped);
	day *all = arena_array(a, (size_t)(shipped + n), sizeof(*all));

	for (int i = 0; i < shipped; i++)
		if (!among(struck, n_struck, day_parse(rows[i].day)))
			all[kept++] = day_parse(rows[i].day);
	for (int i = 0; i < n; i++)
		all[kept++] = more[i];
	*count = kept;
	return all;
}

const struct calendar *law_england(struct arena *a)
{
	struct calendar_parts parts = { .name = "England" };

	parts.holidays = law_holidays(a, NULL, 0, NULL, 0, &parts.n_holidays);
	return calendar_new(a, &parts);
}
