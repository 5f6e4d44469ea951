/* cycle_shown.c - the parts of a plan that are drawn from the record: needs, strengths, results, support and the like. Each is a
 * row of SHOWN: which record, by name, and how one of its rows is said in a line. Nothing here can be filled in: it is changed
 * where it is kept. */
#include <string.h>

#include "areas/plans/cycle.h"

static int number_of(const struct row *row, const char *field)
{
	int n = field_find(row_record(row), field);

	return n < 0 ? 0 : (int)row_int(row, n);
}

static const char *shown_as(struct arena *a, const struct row *row, const char *field)
{
	int n = field_find(row_record(row), field);

	return n < 0 ? "" : row_show(a, row, n);
}

/* One row of the record and the member of staff it names, "" if none. */
struct told { struct arena *a; const struct row *row; const char *by, *words; }; /* words: the kind's, for levels of support */

static const char *say_need(const struct told *t)
{
	return arena_printf(t->a, "%s%s", shown_as(t->a, t->row, "type"), number_of(t->row, "rank") == 1 ? " (main need)" : "");
}

static const char *say_text(const struct told *t)
{
	return row_named(t->row, "text");
}

static const char *say_line(const struct told *t)
{
	return row_named(t->row, "line");
}

static const char *say_score(const struct told *t)
{
	const char *score = row_named(t->row, "score"), *low = row_named(t->row, "score_low"), *high = row_named(t->row,
		"score_high");
	struct buf b = buf_new(t->a);

	buf_add(&b, row_named(t->row, "test"));
	if (*row_named(t->row, "form"))
		buf_printf(&b, ", form %s", row_named(t->row, "form"));
	if (*score)
		buf_printf(&b, ": %s, %s", shown_as(t->a, t->row, "score_type"), score);
	if (*low && *high)
		buf_printf(&b, " (likely between %s and %s)", low, high);
	if (*row_named(t->row, "result"))
		buf_printf(&b, ": %s", row_named(t->row, "result"));
	buf_printf(&b, ", %s", shown_as(t->a, t->row, "taken_on"));
	return buf_text(&b);
}

static const char *say_attendance(const struct told *t)
{
	int per_mille = number_of(t->row, "per_mille");

	return arena_printf(t->a, "%d.%d%% from %s to %s", per_mille / 10, per_mille % 10, shown_as(t->a, t->row, "from"),
		shown_as(t->a, t->row, "until"));
}

/* The same level in the vocabulary of the kind of plan (reform notes 5.3). */
static const char *level_of(const struct told *t)
{
	static const struct { const char *code, *waves, *tiers; } LEVELS[] = { { "universal", "Wave 1", "Universal" },
		{ "targeted", "Wave 2", "Targeted" }, { "specialist", "Wave 3", "Specialist" } };
	const char *code = row_named(t->row, "wave");

	for (size_t i = 0; i < sizeof LEVELS / sizeof *LEVELS; i++)
		if (strcmp(LEVELS[i].code, code) == 0)
			return strcmp(t->words, "waves") == 0 ? LEVELS[i].waves : LEVELS[i].tiers;
	return "";
}

static const char *say_support(const struct told *t)
{
	const char *sessions = row_named(t->row, "sessions"), *minutes = row_named(t->row, "minutes"), *level = level_of(t);

	return arena_printf(t->a, "%s%s%s%s%s%s%s, since %s", level, *level ? ": " : "", row_named(t->row, "name"), *sessions ?
		", " : "", sessions,
		*sessions ? " a week" : "", *minutes ? arena_printf(t->a, " of %s minutes", minutes) : "",
		shown_as(t->a, t->row, "from"));
}

static const char *say_meeting(const struct told *t)
{
	const char *agreed = row_named(t->row, "agreed");

	return arena_printf(t->a, "%s%s%s", shown_as(t->a, t->row, "met_on"), *agreed ? ": " : "", agreed);
}

static const char *say_keyworker(const struct told *t)
{
	return t->by;
}

static const struct shown {
	const char *kind, *record, *order;
	bool now;       /* in force today alone */
	int most;
	const char *(*say)(const struct told *t);
	const char *none, *where; /* where: the child's page that keeps it */
} SHOWN[] = {
	{ "needs", "need", "rank", true, 12, say_need, "No need is recorded.", "/needs" },
	{ "strengths", "strength", NULL, true, 12, say_text, "No strength is recorded yet.", "/needs" },
	{ "scores", "assessment", NULL, false, 6, say_score, "No test result is recorded.", "/assessments" },
	{ "attendance", "attendance_summary", "-until", false, 1, say_attendance, "No attendance figure is recorded.", "" },
	{ "support", "provision_line", NULL, true, 12, say_support, "No support is recorded now.", "/support" },
	{ "meetings", "parent_meeting", NULL, false, 4, say_meeting, "No meeting is recorded.", "" },
	{ "medical", "medical_alert", NULL, true, 4, say_line, "No medical alert.", "" },
	{ "keyworker", "caseload", NULL, true, 2, say_keyworker, "No keyworker is named.", "/people" },
};

static const struct fault *draw(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *line, const struct shown *s)
{
	const struct record *r = record_find(rq->act->house, s->record);
	struct ask ask = { .pupil = c->who.id, .order = s->order, .limit = s->most, .as_at = s->now ? day_iso(rq->a,
		rq->act->today) : NULL };
	const char *where = arena_printf(rq->a, "%s%s", c->who.href, s->where);
	struct rows rows;

	if (!r || !record_ever(rq->act, r, RIGHT_READ))
		return NULL;
	if (strcmp(s->record, "parent_meeting") == 0) { /* of this school year */
		ask.where[0].field = field_find(r, "met_on");
		ask.where[0].op = FROM_ON;
		ask.where[0].value = day_iso(rq->a, day_of(day_school_year(rq->act->today), 9, 1));
	}
	TRY(record_list(rq->act, r, &ask, &rows));
	ui_heading_s(ui, row_text(line, PLAN_FIELD_LABEL));
	ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		struct told t = { rq->a, rows.row[i], "", row_text(c->type, PLAN_TYPE_WORDS) };

		TRY(staff_name_of(rq, row_named(t.row, "staff"), &t.by));
		ui_item(ui);
		buf_add_html(&ui->out, s->say(&t));
		ui_item_end(ui);
	}
	if (!rows.count) {
		ui_item(ui);
		buf_add_html(&ui->out, s->none);
		if (*s->where && rq_leads(rq, where)) {
			buf_add(&ui->out, " ");
			ui_link_to(ui, "Add it on the child’s page", where);
		}
		ui_item_end(ui);
	}
	ui_items_end(ui);
	return NULL;
}

/* Three in the school year for SEN Support (Code 6.65): how many were held, and by when the third must be. */
const struct fault *cycle_meetings_words(struct req *rq, const struct cycle *c, const char **out)
{
	const struct record *r = record_find(rq->act->house, "parent_meeting");
	day year = day_of(day_school_year(rq->act->today), 9, 1);
	int64_t held = 0;

	*out = "";
	if (!r || !record_ever(rq->act, r, RIGHT_READ) || strcmp(c->who.status, "K") != 0)
		return NULL;
	TRY(record_count(rq->act, r, &(struct ask){ .pupil = c->who.id,
		.where = { { field_find(r, "met_on"), FROM_ON, day_iso(rq->a, year) } } }, &held));
	*out = held >= 3 ? arena_printf(rq->a, "%lld meetings with parents this school year: the three that the Code asks for "
		"are held (6.65).", (long long)held) :
		arena_printf(rq->a, "%lld of 3 meetings with parents this school year (Code 6.65); the third by 31 August %d.",
		(long long)held, day_school_year(rq->act->today) + 1);
	return NULL;
}

static const struct fault *meetings(struct req *rq, struct ui *ui, const struct cycle *c)
{
	const char *words, *add = arena_printf(rq->a, "%s/meetings/new", c->who.href);

	TRY(cycle_meetings_words(rq, c, &words));
	if (*words)
		ui_para(ui, words);
	if (!c->over && rq_leads(rq, add))
		ui_link_to(ui, "Write a meeting down", add);
	return NULL;
}

static const struct fault *meetings_shown(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *line,
	const struct shown *s)
{
	TRY(draw(rq, ui, c, line, s));
	return meetings(rq, ui, c);
}

const struct fault *cycle_shown(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *line)
{
	const char *kind = row_text(line, PLAN_FIELD_KIND);

	for (size_t i = 0; i < sizeof SHOWN / sizeof *SHOWN; i++)
		if (strcmp(SHOWN[i].kind, kind) == 0)
			TRY(strcmp(kind, "meetings") == 0 ? meetings_shown(rq, ui, c, line, &SHOWN[i]) : draw(rq, ui, c, line,
				&SHOWN[i]));
	if (strcmp(kind, "answers") == 0)
		return cycle_answers(rq, ui, c, row_text(line, PLAN_FIELD_LABEL));
	if (strcmp(kind, "voice_pupil") == 0 || strcmp(kind, "voice_parent") == 0) {
		ui_heading_s(ui, row_text(line, PLAN_FIELD_LABEL));
		cycle_views(rq, ui, c, kind + strlen("voice_"));
	}
	return NULL;
}
