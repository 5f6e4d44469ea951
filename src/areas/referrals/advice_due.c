/* advice_due.c - the day by which a report is looked at again: one for each report that is not closed, whatever was decided on its
 * recommendations, so that it stands in the lists of dates until then. It moves when somebody looked. Kept by the tables' hooks,
 * whoever acts. Source: the domain notes, send-practice.md 10 (advice is followed up each term). */
#include "areas/referrals/area.h"
#include "base/buf.h"
#include "law/due.h"
#include "law/own.h"
#include "law/term.h"

/* The term after the day's own ends on its last school day; where the school has not given its terms, about then. */
static const struct fault *next_term_ends(struct act *act, day base, day *out)
{
	enum school_term term = school_term_of(base);
	const struct calendar *c;
	int year, month, date;
	day last, about;

	day_parts(base, &year, &month, &date);
	if (term == TERM_AUTUMN) {
		last = easter_sunday(year + 1);
		about = last - 3;
	} else {
		last = term == TERM_SPRING ? day_of(year, 8, 31) : day_of(year, 12, 31);
		about = term == TERM_SPRING ? day_of(year, 7, 20) : day_of(year, 12, 18);
	}
	TRY(law_own_calendar(act, &c));
	*out = calendar_known(c, DAY_SCHOOL, about - 28, about) ? calendar_on_or_before(c, DAY_SCHOOL, last) : about;
	if (*out == DAY_NONE)
		*out = about;
	return NULL;
}

/* "Report of 12 October 2026: 3 of 5 recommendations taken up, 1 not decided" */
static const char *why_words(struct arena *a, const struct row *report, const struct rows *all)
{
	const char *written = day_long(a, row_day(report, ADVICE_REPORT_WRITTEN_ON));
	int taken = 0, open = 0;

	for (int i = 0; i < all->count; i++) {
		const char *d = row_text(all->row[i], RECOMMENDATION_DECISION);

		open += !*d;
		taken += *d && *d != 'd'; /* accepted, adapted; not declined */
	}
	if (!all->count)
		return arena_printf(a, "Report of %s: no recommendation is written down yet", written);
	return arena_printf(a, "Report of %s: %d of %d recommendations taken up%s", written, taken, all->count,
		open ? arena_printf(a, ", %d not decided", open) : "");
}

static const struct fault *last_look(struct act *program, const struct row *report, day *out)
{
	struct rows reviews;

	*out = row_day(report, ADVICE_REPORT_RECEIVED_ON);
	TRY(record_list(program, &ADVICE_REVIEW, &(struct ask){ .pupil = row_about(report), .limit = 1, .order = "-reviewed_on",
		.where = { { ADVICE_REVIEW_REPORT, IS, row_id(report) } }, .clear_only = true }, &reviews));
	if (reviews.count)
		*out = row_day(reviews.row[0], ADVICE_REVIEW_ON);
	return NULL;
}

const struct fault *advice_due(struct act *act, const struct row *report)
{
	struct due_wanted w = { .clock = "advice-look", .title = "Look at advice again", .own = true,
		.met = row_day(report, ADVICE_REPORT_CLOSED_ON), .source = ADVICE_REPORT.name, .source_id = row_id(report) };
	struct act *program = act_lift(act);
	struct rows all;
	const char *id;

	if (row_withdrawn(report))
		return due_drop(act, row_about(report), row_id(report), "the report was withdrawn");
	TRY(last_look(program, report, &w.starts));
	TRY(next_term_ends(program, w.starts, &w.agreed));
	TRY(record_list(program, &RECOMMENDATION, &(struct ask){ .pupil = row_about(report), .clear_only = true,
		.where = { { RECOMMENDATION_REPORT, IS, row_id(report) } } }, &all));
	w.why = why_words(act->a, report, &all);
	return due_set(act, report, &w, &id);
}

const struct fault *advice_due_of(struct act *act, const char *report)
{
	struct row *row;

	TRY(record_get(act_lift(act), &ADVICE_REPORT, report, &row));
	return advice_due(act, row);
}
