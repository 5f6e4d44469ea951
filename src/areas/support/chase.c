/* chase.c - those who are asked are told so by e-mail too: when a round is sent, on the day answers are due, and weekly after that,
 * twice at most; never outside school days. Whoever has left is asked no more. It always stands on their first page as well. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"
#include "law/own.h"
#include "web/tell.h"

enum { CHASES_MOST = 3, A_WEEK = 7, FIRST_HOUR = 7, LAST_HOUR = 17 };

const struct fault *ask_reaches(struct act *act, const char *staff, bool *out)
{
	struct row *row;
	day until;

	TRY(record_get(act_lift(act), record_find(act->house, "staff"), staff, &row));
	until = day_parse(row_named(row, "until"));
	*out = strchr(row_named(row, "email"), '@') && (until == DAY_NONE || until >= act->today);
	return NULL;
}

/* No child's name and nothing about one: the page behind the link says it to those who may read it. */
const struct fault *ask_tell(struct act *act, const struct row *ask, bool again)
{
	const char *staff = row_text(ask, ASK_STAFF), *minutes = ask_minutes(act->a, ask_count(row_text(ask, ASK_QUESTIONS)));
	bool reached;

	TRY(ask_reaches(act, staff, &reached));
	if (!reached)
		return NULL;
	return tell(act, &(struct tell){ .to = TELL_STAFF, .id = staff, .kind = "asking",
		.subject = again ? "Still to answer: what do you see in lessons?" : "What do you see in lessons?",
		.text = arena_printf(act->a,
			"The SENCO asks everyone who teaches one of the children you work with: %s.\n\n%s %s. The "
		"questions stand on the page below and on your first page.", minutes, again ? "Your answer was wanted by" :
		"Please answer by", row_show(act->a, ask, ASK_DUE_ON)), .path = arena_printf(act->a, "/asks/%s", row_id(ask)),
		.why_record = ASK.name, .why = row_id(ask) }, NULL);
}

const struct fault *ask_again(struct act *act, struct row *ask, bool counts)
{
	struct form *form = form_new(act->a, &ASK);

	form_set(form, ASK_CHASED_ON, day_iso(act->a, act->today));
	if (counts)
		form_set(form, ASK_CHASES, arena_printf(act->a, "%lld", (long long)row_int(ask, ASK_CHASES) + 1));
	TRY(record_change(act, ask, form));
	return ask_tell(act, ask, true);
}

const struct fault *ask_no_more(struct act *act, struct row *ask, const char *why)
{
	struct form *form = form_new(act->a, &ASK);

	form_set(form, ASK_NO_REASON, why);
	form_set(form, ASK_CLOSED_ON, day_iso(act->a, act->today));
	return record_change(act, ask, form);
}

/* School days, or weekdays where the school has not given its terms; not at night. */
static const struct fault *day_at_work(struct act *act, bool *out)
{
	int64_t hour = moment_seconds(act->moment) / 3600 % 24;
	const struct calendar *c;

	*out = false;
	if (hour < FIRST_HOUR || hour >= LAST_HOUR)
		return NULL;
	TRY(law_own_calendar(act, &c));
	*out = calendar_known(c, DAY_SCHOOL, act->today, act->today) ? calendar_is(c, DAY_SCHOOL, act->today) :
		day_week(act->today) < 5;
	return NULL;
}

/* ---- each hour ---- */

const struct fault *support_chase(struct act *act, void *unused)
{
	const char *today = day_iso(act->a, act->today), *campus = "";
	bool at_work = false;
	struct found f;

	(void)unused;
	TRY(query_run(act, &Q_ASKS_LATE, (const char *const[]){ today, day_iso(act->a, act->today - A_WEEK),
		arena_printf(act->a, "%d", CHASES_MOST) }, &f));
	for (int i = 0; i < f.rows; i++) {
		struct row *ask;

		TRY(record_get(act, &ASK, found_text(&f, i, Q_ASKS_LATE_ID), &ask));
		act->campus = row_campus(ask);
		if (strcmp(campus, act->campus) != 0)
			TRY(day_at_work(act, &at_work));
		campus = act->campus;
		if (found_int(&f, i, Q_ASKS_LATE_GONE))
			TRY(ask_no_more(act, ask, "gone"));
		else if (at_work)
			TRY(ask_again(act, ask, true));
	}
	return NULL;
}
