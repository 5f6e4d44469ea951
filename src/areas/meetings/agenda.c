/* agenda.c - what a meeting of each kind begins with: its usual points, and beneath them what the record says must be spoken of.
 * Numbers and dates only: an agenda is sent round and lies on tables, so it names no child and no need. */
#include <string.h>

#include "areas/meetings/pages.h"

static const struct { const char *kind, *text; } AGENDAS[] = {
	{ "review",
		"What the child and the family want to say first\nHow far each target is\nWhat was agreed last time\n"
		"What helps, what does not\nNext targets; who does what by when\nNext meeting" },
	{ "tac",
		"Welcome, who is who, what may be shared\nWhat the child and the family want to say first\n"
		"What each person sees: strengths, worries\nWhat was agreed last time\n"
		"Who does what by when; who leads\nNext meeting" },
	{ "annual",
		"The child’s and the parents’ views\nProgress towards each outcome\nIs each section still right?\n"
		"Preparing for adulthood, from Year 9\nWhat we recommend to the local authority\nWho sends what by when" },
	{ "conference",
		"Why we meet, what may be shared and what not\nWhat each service knows\n"
		"What is safe, what is not; feelings, friends, attendance\nWhat the child says\n"
		"Decision, and what would make us meet sooner\nWho does what by when" },
	{ "concern",
		"What was agreed last time, and is it done?\n"
		"Each child on the list: what we see, what was tried, what next, who\n"
		"Anybody new; anybody to take off the list\nNext meeting" },
	{ "transition",
		"What the child wants the new school to know\nWhat helps, what to avoid\nNeeds, support, exam arrangements\n"
		"Visits, first days, travel\nWhat is sent, when, to whom\nWhat parents and the child ask\n"
		"Who looks again after six weeks" },
	{ "agency",
		"What was asked of the service\nWhat the service found\n"
		"What it recommends: taken up, changed, or not, and why\nWho does what by when\n"
		"What the service still does; when we speak again" },
};

static const char *points_of(const char *kind)
{
	for (size_t i = 0; i < sizeof AGENDAS / sizeof *AGENDAS; i++)
		if (strcmp(AGENDAS[i].kind, kind) == 0)
			return AGENDAS[i].text;
	return "Why we meet\nWhat each sees\nWhat was agreed last time\nWho does what by when\nNext meeting";
}

static void add_numbered(struct buf *b, const char *lines)
{
	int n = 0;

	for (const char *p = lines; *p; p += strcspn(p, "\n") + (p[strcspn(p, "\n")] == '\n'))
		buf_printf(b, "%s%d. %.*s", n ? "\n" : "", n + 1, (int)strcspn(p, "\n"), p), n++;
}

/* ---- from the record ---- */

struct point { const char *record, *field; enum ask_op op; const char *one, *many; };

static const struct point POINTS[] = {
	{ "target", "by_date", FROM_ON, "target to look at", "targets to look at" },
	{ "meeting_action", "done_on", EMPTY, "action from an earlier meeting is not done",
		"actions from earlier meetings are not done" },
	{ "advice_action", "done_on", EMPTY, "action from a service’s advice is not done",
		"actions from services’ advice are not done" },
};

static const struct fault *add_point(struct req *rq, const struct row *pupil, const struct point *p, struct buf *b)
{
	const struct record *r = record_find(rq->act->house, p->record);
	int64_t n;

	if (!r || !record_may(rq->act, r, RIGHT_READ, pupil))
		return NULL;
	TRY(record_count(rq->act, r, &(struct ask){ .pupil = row_id(pupil), .clear_only = true, .where = {
		{ field_find(r, p->field), p->op, p->op == EMPTY ? "" : day_iso(rq->a, rq->act->today) } } }, &n));
	if (n)
		buf_printf(b, "\n- %lld %s", (long long)n, n == 1 ? p->one : p->many);
	return NULL;
}

/* The nearest dates that law or the school sets, by their names, which say no need. */
static const struct fault *add_due(struct req *rq, const struct row *pupil, struct buf *b)
{
	const struct record *r = record_find(rq->act->house, "due");
	struct rows rows;

	if (!r || !record_may(rq->act, r, RIGHT_READ, pupil))
		return NULL;
	TRY(record_list(rq->act, r, &(struct ask){ .pupil = row_id(pupil), .limit = 3, .order = "due_on",
		.where = { { field_find(r, "met_on"), EMPTY, "" } } }, &rows));
	for (int i = 0; i < rows.count; i++)
		buf_printf(b, "\n- %s: by %s", row_named(rows.row[i], "title"), row_show(rq->a, rows.row[i],
			field_find(r, "due_on")));
	return NULL;
}

const struct fault *agenda_for(struct req *rq, const char *kind, const struct row *pupil, const char **out)
{
	struct buf b = buf_new(rq->a), record = buf_new(rq->a);

	add_numbered(&b, points_of(kind));
	for (size_t i = 0; pupil && i < sizeof POINTS / sizeof *POINTS; i++)
		TRY(add_point(rq, pupil, &POINTS[i], &record));
	if (pupil)
		TRY(add_due(rq, pupil, &record));
	if (record.len)
		buf_printf(&b, "\n\nFrom the record:%s", buf_text(&record));
	*out = buf_text(&b);
	return NULL;
}
