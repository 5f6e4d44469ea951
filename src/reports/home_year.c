/* home_year.c - where we are in the school year, by the school's own calendar. Apart, because law/ and the areas share a word or
 * two. */
#include "law/own.h"
#include "law/term.h"
#include "reports/home.h"

const struct fault *home_year_words(struct req *rq, const char **out)
{
	const struct record *holiday = record_find(rq->act->house, "holiday");
	const struct calendar *c;

	*out = NULL;
	if (!holiday || !record_ever(rq->act, holiday, RIGHT_READ))
		return NULL;
	TRY(law_own_calendar(rq->act, &c));
	*out = school_week_words(rq->a, c, rq->act->today);
	return NULL;
}
