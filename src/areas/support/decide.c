/* decide.c - what a decision about a worry does: it is kept with the words for the one who raised it, and what follows from it is
 * begun in the same act (a watch) or on the next page (a round, an assessment, a plan). */
#include <string.h>

#include "areas/support/support.h"
#include "web/tell.h"

static const char *default_answer(struct arena *a, const char *state, const char *first)
{
	if (strcmp(state, "asking") == 0)
		return arena_printf(a, "Thank you. I am asking everyone who teaches %s what they see.", first);
	if (strcmp(state, "assessing") == 0)
		return arena_printf(a, "Thank you. %s will be assessed; I will tell you what we find.", first);
	if (strcmp(state, "cycle") == 0)
		return arena_printf(a, "Thank you. We are starting a support plan for %s and will ask you to take part.", first);
	return "";
}

static bool known_state(const char *state)
{
	for (const struct choice *c = WORRY_STATES; c->code; c++)
		if (strcmp(c->code, state) == 0)
			return strcmp(state, "new") != 0;
	return false;
}

/* ---- the watch ---- */

/* The watch that nobody has decided yet, or NULL: a child has one at a time. */
static const struct fault *open_watch(struct req *rq, const struct about *who, struct row **out)
{
	const struct record *watch = record_find(rq->act->house, "watch");
	struct rows rows;

	TRY(record_list(rq->act, watch, &(struct ask){ .pupil = who->id, .limit = 1,
		.where = { { field_find(watch, "decision"), EMPTY, "" } } }, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	return NULL;
}

/* A watch is lengthened once: what is still not clear then is asked or assessed. */
static const struct fault *lengthened(struct req *rq, const struct row *watch, bool *out)
{
	const struct record *r = row_record(watch);
	int64_t before;

	TRY(record_count(rq->act, r, &(struct ask){ .pupil = row_about(watch), .clear_only = true, .where = {
		{ field_find(r, "decision"), IS, "extend" }, { field_find(r, "decided_on"), IS, row_named(watch, "from") } } },
			&before));
	*out = before > 0;
	return NULL;
}

/* Not twice at a time and not while on the register: the register's own rules, asked here before it refuses. */
static const struct fault *check_watch(struct req *rq, struct ui *ui, const struct about *who)
{
	day until = day_typed(about_date(rq, "until"));
	const char *status;
	struct row *watch;
	bool twice = false;

	TRY(about_status(rq, who, &status));
	TRY(open_watch(rq, who, &watch));
	if (watch)
		TRY(lengthened(rq, watch, &twice));
	if (watch && day_parse(row_named(watch, "expires_on")) > rq->act->today)
		ui_error(ui, "state", arena_printf(rq->a,
			"%s is being watched already: decide that watch first, or choose something else", who->first));
	else if (twice)
		ui_error(ui, "state", arena_printf(rq->a,
			"%s has been watched twice: ask everyone, assess, or choose something else",
			who->first));
	else if (*status)
		ui_error(ui, "state", arena_printf(rq->a,
			"%s is on the register: give advice, ask everyone or review the support", who->first));
	else if (until == DAY_NONE)
		ui_error(ui, "until-day", "Enter the day by which to decide");
	else if (until <= rq->act->today)
		ui_error(ui, "until-day", "The day to decide by must be after today");
	return NULL;
}

static const struct fault *end_watch(struct req *rq, struct row *watch, const char *decision)
{
	struct form *form = form_new(rq->a, row_record(watch));

	form_put(form, "decision", decision);
	form_put(form, "decided_on", day_iso(rq->a, rq->act->today));
	form_put(form, "decided_by", rq->act->who->staff);
	return record_change(rq->act, watch, form);
}

static const struct fault *start_watch(struct req *rq, const struct row *worry, const struct about *who)
{
	const struct record *watch = record_find(rq->act->house, "watch");
	struct form *form = form_new(rq->a, watch);
	const char *id;

	form_put(form, "from", day_iso(rq->a, rq->act->today));
	form_put(form, "expires_on", day_iso(rq->a, day_typed(about_date(rq, "until"))));
	form_put(form, "reason", arena_printf(rq->a, "%s: %s", row_show(rq->a, worry, WORRY_HARD), row_text(worry, WORRY_SEEN)));
	form_put(form, "raised_by", row_text(worry, WORRY_BY));
	return record_add(rq->act, watch, who->pupil, form, &id);
}

/* A decision about a worry that was being watched is the decision of its watch too. A plan ends it on the register's own page. */
static const struct fault *settle_watch(struct req *rq, const struct row *worry, const struct about *who, const char *state)
{
	bool again = strcmp(state, "watching") == 0, over = strcmp(state, "advised") == 0 || strcmp(state, "closed") == 0;
	struct row *watch = NULL;

	if (strcmp(row_text(worry, WORRY_STATE), "watching") == 0 && (again || over))
		TRY(open_watch(rq, who, &watch));
	if (watch)
		TRY(end_watch(rq, watch, again ? "extend" : "stop"));
	return again ? start_watch(rq, worry, who) : NULL;
}

/* Whoever raised it is told that there is an answer; what it says stands behind the sign-in. Nobody writes to themselves, and who
 * has no address reads it on the first page. */
static const struct fault *tell_writer(struct req *rq, const struct row *worry)
{
	const char *by = row_text(worry, WORRY_BY);
	bool reached;

	if (!*by || strcmp(by, rq->act->who->staff) == 0)
		return NULL;
	TRY(ask_reaches(rq->act, by, &reached));
	if (!reached)
		return NULL;
	return tell(rq->act, &(struct tell){ .to = TELL_STAFF, .id = by, .kind = "worry",
		.subject = "A worry you raised: what became of it",
		.text = "The SENCO has looked at a worry that you raised and has answered it.\n\nWhat was decided, and what it "
		"asks of you, stands on the page below.", .path = arena_printf(rq->a, "/worries/%s", row_id(worry)),
			.why_record = WORRY.name,
		.why = row_id(worry) }, NULL);
}

/* ---- the decision ---- */

static const struct fault *check(struct req *rq, struct ui *ui, const struct about *who, const char *state, const char *answer)
{
	if (!known_state(state))
		ui_error(ui, "state", "Choose what happens");
	else if (!*answer)
		ui_error(ui, "answer", "Say what you tell the one who raised it");
	if (strcmp(state, "watching") == 0)
		TRY(check_watch(rq, ui, who));
	return NULL;
}

/* Where the decision is carried on, if that page is there for this person. */
static const struct fault *next_page(struct req *rq, const struct row *worry, const struct about *who, const char *state)
{
	static const struct { const char *state, *path; } NEXT[] = { { "asking", "rounds" }, { "assessing", "assess" },
		{ "cycle", "plans" } };

	rq_notice(rq, undo_of(rq, "/worries", &WORRY, row_id(worry)), "Decided. Whoever raised it can read what you said.");
	for (size_t i = 0; i < sizeof NEXT / sizeof *NEXT; i++) {
		const char *path = arena_printf(rq->a, "/pupils/%s/%s/new?worry=%s", who->id, NEXT[i].path, row_id(worry));

		if (strcmp(state, NEXT[i].state) == 0)
			return go(rq, "%s", rq_leads(rq, path) ? path : who->href);
	}
	return go(rq, "/worries");
}

const struct fault *worry_decide_post(struct req *rq, struct ui *ui)
{
	const char *state = rq_text(rq, "state"), *answer = rq_text(rq, "answer");
	struct form *form = form_new(rq->a, &WORRY);
	struct about who;
	struct row *worry;

	TRY(record_get(rq->act, &WORRY, rq_arg(rq, "worry"), &worry));
	TRY(about_row(rq, worry, NULL, NULL, &who));
	if (!*answer)
		answer = default_answer(rq->a, state, who.first);
	TRY(check(rq, ui, &who, state, answer));
	if (ui->error_count)
		return one_worry_page(rq, ui);
	TRY(settle_watch(rq, worry, &who, state));
	if (rq->version_seen)
		form->version = strtoll(rq->version_seen, NULL, 10);
	form_set(form, WORRY_STATE, state);
	form_set(form, WORRY_ANSWER, answer);
	form_set(form, WORRY_DECIDED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, WORRY_DECIDED_BY, rq->act->who->staff);
	TRY(record_change(rq->act, worry, form));
	TRY(tell_writer(rq, worry));
	return next_page(rq, worry, &who, state);
}
