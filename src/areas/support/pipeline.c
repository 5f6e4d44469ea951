/* pipeline.c - every child from the first worry to the first review: where each is, for how many school days, and who holds it. A
 * step is entered on the day of the record that proves it, never by a tick; nothing is decided here. Source: send-practice notes
 * 16. */
#include <stdlib.h>
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"
#include "base/text.h"
#include "law/own.h"

enum { RAISED, LOOKED, ASSESSED, DECIDED, PLANNED, HELPED, REVIEWED, STAGES, A_YEAR = 365, SMALL = 5 };

static const char *const STAGE_NAMES[STAGES] = { "Raised", "Looked at", "Assessed", "Decided", "Plan agreed", "Help started",
	"First review" };
/* How many school days a child may stand in a stage before it is stuck: by default as the notes give them. 0: no limit. */
static const struct { const char *setting, *words; int days; } LIMITS[STAGES] = {
	[RAISED] = { "pipeline.looked-at", "looked at within", 5 }, [LOOKED] = { "pipeline.decision", "decided within", 30 },
	[ASSESSED] = { "pipeline.decision", "decided within", 30 }, [DECIDED] = { "pipeline.help", "help started within", 10 },
	[PLANNED] = { "pipeline.help", "help started within", 10 }, [HELPED] = { NULL, NULL, 0 }, [REVIEWED] = { NULL, NULL, 0 },
};

/* What a child in each stage waits for. */
static const char *const NEXT_STEPS[STAGES] = { "to look at the worry", "to assess and decide", "to decide",
	"to agree a plan and start help", "to start help", "to hold the first review", "" };

struct case_of { int row, stage, days, limit; day on[STAGES]; bool ended; };
struct board { struct found f; struct case_of *list; int count, limits[STAGES]; const struct calendar *calendar; };

static void read_limits(const struct found *settings, int *limits)
{
	for (int s = 0; s < STAGES; s++) {
		limits[s] = LIMITS[s].days;
		for (int i = 0; i < settings->rows; i++) {
			int64_t n;

			if (LIMITS[s].setting && strcmp(found_text(settings, i, Q_OWN_SETTINGS_NAME), LIMITS[s].setting) == 0 &&
			    text_to_int(found_text(settings, i, Q_OWN_SETTINGS_VALUE), &n) && n > 0 && n < 1000)
				limits[s] = (int)n;
		}
	}
}

/* School days, or weekdays where the school has not given its terms. */
static int days_between(const struct calendar *c, day from, day to)
{
	int n = 0;

	if (calendar_known(c, DAY_SCHOOL, from, to))
		return calendar_between(c, DAY_SCHOOL, from, to);
	for (day d = from + 1; d <= to; d++)
		n += day_week(d) < 5;
	return n;
}

static day found_day(const struct found *f, int i, int column)
{
	return day_parse(found_text(f, i, column));
}

static day earlier(day a, day b)
{
	return a == DAY_NONE ? b : b == DAY_NONE || a < b ? a : b;
}

static void read_case(const struct board *b, int i, day today, struct case_of *c)
{
	const struct found *f = &b->f;
	const char *state = found_text(f, i, Q_PIPELINE_STATE);
	bool closed = strcmp(state, "closed") == 0 || strcmp(state, "advised") == 0;
	day status = found_day(f, i, Q_PIPELINE_STATUS), watched = found_day(f, i, Q_PIPELINE_WATCHED), looked = found_day(f, i,
		Q_PIPELINE_LOOKED);

	*c = (struct case_of){ .row = i };
	c->on[RAISED] = found_day(f, i, Q_PIPELINE_RAISED);
	c->on[LOOKED] = looked;
	c->on[ASSESSED] = found_day(f, i, Q_PIPELINE_ASSESSED);
	c->on[DECIDED] = earlier(earlier(status, watched), closed ? looked : DAY_NONE);
	c->on[PLANNED] = found_day(f, i, Q_PIPELINE_PLAN);
	c->on[HELPED] = found_day(f, i, Q_PIPELINE_HELP);
	c->on[REVIEWED] = found_day(f, i, Q_PIPELINE_REVIEW);
	c->ended = status == DAY_NONE && c->on[PLANNED] == DAY_NONE && (closed || watched != DAY_NONE);
	for (int s = 0; s < STAGES; s++)
		if (c->on[s] != DAY_NONE)
			c->stage = s;
	c->days = days_between(b->calendar, c->on[c->stage], today);
	c->limit = b->limits[c->stage];
}

static const struct fault *read_board(struct req *rq, struct board *b)
{
	const char *today = day_iso(rq->a, rq->act->today);
	struct found settings;

	TRY(query_run(rq->act, &Q_PIPELINE, (const char *const[]){ today, day_iso(rq->a, rq->act->today - A_YEAR) }, &b->f));
	TRY(query_run(rq->act, &Q_OWN_SETTINGS, (const char *const[]){ "pipeline.%", today }, &settings));
	TRY(law_own_calendar(rq->act, &b->calendar));
	read_limits(&settings, b->limits);
	b->list = arena_array(rq->a, (size_t)b->f.rows + 1, sizeof *b->list);
	for (int i = 0; i < b->f.rows; i++)
		read_case(b, i, rq->act->today, &b->list[b->count++]);
	return NULL;
}

static bool stuck(const struct case_of *c)
{
	return c->limit && c->days > c->limit;
}

/* ---- the board ---- */

static void draw_counts(struct req *rq, struct ui *ui, const struct board *b)
{
	static const struct ui_column COLUMNS[] = { { "Stage", .width = 30 }, { "Children", .number = true }, { "Stuck",
		.number = true },
		{ "The school’s own limit", .phone = UI_BARE }, { "Change", .quiet = true, .act = true }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = "Children in each stage", .columns = COLUMNS });
	for (int s = 0; s < STAGES; s++) {
		int n = 0, late = 0;

		for (int i = 0; i < b->count; i++)
			if (b->list[i].stage == s && !b->list[i].ended) {
				n++;
				late += stuck(&b->list[i]);
			}
		ui_row(ui);
		if (n)
			ui_cell_link(ui, STAGE_NAMES[s], arena_printf(rq->a, "#stage-%d", s));
		else
			ui_cell(ui, STAGE_NAMES[s]);
		ui_cell_int(ui, n);
		ui_cell_int(ui, late);
		ui_cell(ui, LIMITS[s].words ? arena_printf(rq->a, "%s %d school days", LIMITS[s].words, b->limits[s]) : "");
		ui_cell_begin(ui);
		if (LIMITS[s].setting && rq_leads(rq, "/settings/new"))
			ui_link_to(ui, "Change", arena_printf(rq->a, "/settings/new?name=%s&value=%d", LIMITS[s].setting,
				b->limits[s]));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static const char *owner_of(const struct board *b, const struct case_of *c)
{
	const char *owner = found_text(&b->f, c->row, Q_PIPELINE_OWNER);

	return *owner ? owner : "SENCO";
}

/* Only days that a record proves are said. */
static const char *way_words(struct arena *a, const struct case_of *c, day today)
{
	struct buf b = buf_new(a);

	for (int s = 0; s < STAGES; s++)
		if (c->on[s] != DAY_NONE)
			buf_printf(&b, "%s%s %s", b.len ? " · " : "", STAGE_NAMES[s], day_short(a, c->on[s], today));
	return buf_text(&b);
}

static void draw_stage(struct req *rq, struct ui *ui, const struct board *b, int stage)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 22 }, { "The way so far", .phone = UI_BARE,
		.width = 42 }, { "School days here" }, { "With", .phone = UI_SECOND },
		{ NULL } };
	int n = 0;

	for (int i = 0; i < b->count; i++)
		n += b->list[i].stage == stage && !b->list[i].ended;
	if (!n)
		return;
	ui_panel(ui, &(struct ui_panel){ .title = STAGE_NAMES[stage], .count = n, .id = arena_printf(rq->a, "stage-%d", stage) });
	ui_table(ui, &(struct ui_table){ .caption = STAGE_NAMES[stage], .columns = COLUMNS });
	for (int i = 0; i < b->count; i++) {
		const struct case_of *c = &b->list[i];

		if (c->stage != stage || c->ended)
			continue;
		ui_row(ui);
		ui_cell_link(ui, arena_printf(rq->a, "%s %s %s", found_text(&b->f, c->row, Q_PIPELINE_FIRST), found_text(&b->f,
			c->row, Q_PIPELINE_LAST),
			found_text(&b->f, c->row, Q_PIPELINE_FORM)), arena_printf(rq->a, "/pupils/%s", found_text(&b->f, c->row,
				Q_PIPELINE_PUPIL)));
		ui_cell(ui, way_words(rq->a, c, rq->act->today));
		ui_cell_begin(ui);
		buf_add_html(&ui->out, arena_printf(rq->a, "%d ", c->days));
		if (stuck(c))
			ui_tag(ui, UI_LATE, arena_printf(rq->a, "Stuck: %d over", c->days - c->limit));
		ui_cell_end(ui);
		ui_cell_sub(ui, owner_of(b, c), NEXT_STEPS[stage]);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
}

/* ---- how long from worry to help ---- */

static int by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static const char *group_of(struct arena *a, const struct board *b, const struct case_of *c, int by)
{
	const char *need = found_text(&b->f, c->row, Q_PIPELINE_NEED), *sex = found_text(&b->f, c->row, Q_PIPELINE_SEX);
	const char *year = found_text(&b->f, c->row, Q_PIPELINE_YEAR);

	switch (by) {
	case 0: return "All children";
	case 1: return strcmp(year, "R") == 0 ? "Reception" : arena_printf(a, "Year %s", year);
	case 2: return *need ? choice_label(NEED_AREA_TYPE.fields[NEED_AREA_TYPE_TYPE].choices, need + strspn(need,
		"0123456789")) : "No need recorded";
	case 3: return found_int(&b->f, c->row, Q_PIPELINE_PP) ? "Pupil premium" : "No pupil premium";
	default: return strcmp(sex, "F") == 0 ? "Girls" : strcmp(sex, "M") == 0 ? "Boys" : "Sex not known";
	}
}

static bool helped(const struct case_of *c)
{
	return c->on[HELPED] != DAY_NONE;
}

static void median_row(struct req *rq, struct ui *ui, const struct board *b, const char *group, int by)
{
	int *days = arena_array(rq->a, (size_t)b->count + 1, sizeof *days), n = 0;

	for (int i = 0; i < b->count; i++)
		if (helped(&b->list[i]) && strcmp(group_of(rq->a, b, &b->list[i], by), group) == 0)
			days[n++] = days_between(b->calendar, b->list[i].on[RAISED], b->list[i].on[HELPED]);
	qsort(days, (size_t)n, sizeof *days, by_number);
	ui_row(ui);
	ui_cell(ui, group);
	ui_cell(ui, n < SMALL ? "fewer than 5" : arena_printf(rq->a, "%d", n));
	ui_cell(ui, n < SMALL ? "not shown" : arena_printf(rq->a, "%d",
		n % 2 ? days[n / 2] : (days[n / 2 - 1] + days[n / 2] + 1) / 2));
	ui_row_end(ui);
}

static void draw_medians(struct req *rq, struct ui *ui, const struct board *b)
{
	static const struct ui_column COLUMNS[] = { { "Children", .width = 50 }, { "How many", .number = true },
		{ "Median school days", .number = true }, { NULL } };

	ui_panel(ui, &(struct ui_panel){ .title = "From worry to help", .count = -1, .plain = true });
	ui_small(ui, "Children whose help has started, of worries raised in the last year. Groups under 5 are not shown.");
	ui_table(ui, &(struct ui_table){ .caption = "Median school days from worry to help", .columns = COLUMNS });
	for (int by = 0; by < 5; by++)
		for (int i = 0; i < b->count; i++) {
			const char *group = group_of(rq->a, b, &b->list[i], by);
			bool told = !helped(&b->list[i]);

			for (int k = 0; k < i && !told; k++)
				told = helped(&b->list[k]) && strcmp(group_of(rq->a, b, &b->list[k], by), group) == 0;
			if (!told)
				median_row(rq, ui, b, group, by);
		}
	ui_table_end(ui);
	ui_panel_end(ui);
}

const struct fault *pipeline_page(struct req *rq, struct ui *ui)
{
	struct board b = { .count = 0 };
	int ended = 0, any_helped = 0;

	TRY(read_board(rq, &b));
	for (int i = 0; i < b.count; i++) {
		ended += b.list[i].ended;
		any_helped += helped(&b.list[i]);
	}
	ui->shell.title = "From worry to first review";
	ui_head(ui, "From worry to first review",
		"Worries of the last year. Each step is dated by the record that proves it; the board prompts, it decides "
		"nothing.");
	ui_head_end(ui);
	if (!b.count) {
		ui_empty(ui, "No worry was raised in the last year.", "Raise a worry", "/worry");
		return NULL;
	}
	draw_counts(rq, ui, &b);
	for (int s = 0; s < STAGES; s++)
		draw_stage(rq, ui, &b, s);
	if (ended)
		ui_small(ui, arena_printf(rq->a, "%d more ended with advice, a watch or no need.", ended));
	if (any_helped >= SMALL)
		draw_medians(rq, ui, &b);
	else
		ui_small(ui, "How long it takes from worry to help is shown when help has started for five children.");
	return NULL;
}
