/* worry_now.c - where a worry stands today, in words: what was decided, and what has come of that since. The same words stand on
 * the page and the home of whoever raised it and in the SENCO's lists. Not here: deciding (decide.c). */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

static const char *watched(struct arena *a, const struct found *f, int i, day today)
{
	static const struct choice ENDED[] = { { "support", "Watched: now gets support" }, { "stop", "Watched: no longer a worry" },
		{ "elsewhere", "Watched: another team takes it on" }, { NULL, NULL } };
	const char *ended = found_text(f, i, Q_WORRY_STANDS_WATCH_ENDED);
	day until = day_parse(found_text(f, i, Q_WORRY_STANDS_WATCH_UNTIL));

	if (until != DAY_NONE)
		return until > today ? arena_printf(a, "Being watched until %s", day_long(a, until)) :
			arena_printf(a, "Watched until %s: a decision is due", day_long(a, until));
	return *ended ? choice_label(ENDED, ended) : "Being watched";
}

const char *worry_words(struct arena *a, const struct found *f, int i, day today)
{
	const char *state = found_text(f, i, Q_WORRY_STANDS_STATE);

	if (strcmp(state, "new") == 0)
		return "Not looked at yet";
	if (strcmp(state, "watching") == 0)
		return watched(a, f, i, today);
	if (strcmp(state, "asking") == 0 && *found_text(f, i, Q_WORRY_STANDS_ROUND_CLOSED))
		return "Those who teach have said what they see: a decision is due";
	if (strcmp(state, "cycle") == 0 && *found_text(f, i, Q_WORRY_STANDS_PLANNED))
		return "Has a support plan";
	return choice_label(WORRY_STATES, state);
}

enum ui_tone worry_tone(const struct found *f, int i)
{
	const char *state = found_text(f, i, Q_WORRY_STANDS_STATE);

	return strcmp(state, "new") == 0 || strcmp(state, "closed") == 0 ? UI_PLAIN : UI_OK;
}

const struct fault *worries_of(struct req *rq, const char *staff, const char *worry, const char *since, struct found *out)
{
	return query_run(rq->act, &Q_WORRY_STANDS, (const char *const[]){ staff, worry, since }, out);
}
