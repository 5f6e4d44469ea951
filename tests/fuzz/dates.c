/* dates.c - days and moments as they come from files and forms: what is read can be written and read again. */
#include "base/date.h"
#include "tests/fuzz/fuzz.h"

FUZZ(a, text, n)
{
	day d = day_parse(text);
	int64_t seconds = moment_seconds(text);

	if (d != DAY_NONE) {
		FUZZ_HOLDS(day_parse(day_iso(a, d)) == d);
		FUZZ_HOLDS(day_week(d) >= 0 && day_week(d) <= 6);
		day_long(a, d);
		day_add_months(d, 18);
	}
	if (seconds >= 0)
		FUZZ_HOLDS(moment_seconds(moment_text(a, seconds)) == seconds);
}
