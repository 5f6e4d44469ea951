/* cycle_print.c - a plan on paper, and the chain of a child's plans as one story: a tagged PDF with the same words as the pages. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/queries.sql.h"
#include "base/text.h"
#include "doc/pdf.h"
#include "record/soon.h"

struct paper { struct req *rq; struct arena *a; struct pdf *pdf; };

static void lines_of(const struct paper *p, const struct cycle *c, const char *step)
{
	for (int i = 0; i < c->lines.count; i++) {
		const struct row *line = c->lines.row[i];
		int field = field_find(c->r, row_text(line, PLAN_FIELD_NAME));
		const char *value = field < PLAN_FIELDS ? "" : row_text(c->plan, field), *label = row_text(line, PLAN_FIELD_LABEL);

		if (text_blank(value) || strcmp(row_text(line, PLAN_FIELD_STEP), step) != 0)
			continue;
		pdf_strong(p->pdf, label);
		if (strcmp(row_text(line, PLAN_FIELD_KIND), "list") == 0) {
			const char **items = arena_array(p->a, 60, sizeof *items);
			int n = 0;

			for (const char *at = value; *at && n < 60;) {
				size_t length = strcspn(at, "\n");

				items[n++] = text_clean(p->a, arena_text_n(p->a, at, length));
				at += length + (at[length] == '\n');
			}
			pdf_list(p->pdf, items, n, false);
		} else {
			pdf_text(p->pdf, row_show(p->a, c->plan, field));
		}
	}
}

/* The figures of the graph, in a line: "9 September 2026: 8, the aim 9". */
static const char *figures(const struct paper *p, const struct target_line *l, bool aims)
{
	struct buf b = buf_new(p->a);

	for (int i = 0; i < l->line.count; i++) {
		const struct progress_point *at = &l->line.points[i];

		buf_printf(&b, "%s%s: %g", i ? "; " : "", day_short(p->a, at->on, p->rq->act->today), at->value);
		if (aims)
			buf_printf(&b, " (aim %.0f)", progress_aim(&l->line, at->on));
	}
	return buf_text(&b);
}

static void graph(const struct paper *p, const struct cycle *c, const struct row *target)
{
	struct target_line l = cycle_line(p->a, c, target);
	struct pdf_point *points = arena_array(p->a, (size_t)l.line.count + 1, sizeof *points),
		*aim = arena_array(p->a, 2, sizeof *aim);
	struct pdf_point *ticks = arena_array(p->a, 2, sizeof *ticks);
	const char *unit = row_text(target, TARGET_UNIT);
	bool aims = l.says != PROGRESS_NO_AIM;

	if (!l.line.count)
		return;
	for (int i = 0; i < l.line.count; i++)
		points[i] = (struct pdf_point){ l.line.points[i].on, l.line.points[i].value, NULL };
	aim[0] = (struct pdf_point){ l.line.from, l.line.start, NULL };
	aim[1] = (struct pdf_point){ l.line.until, l.line.goal, NULL };
	ticks[0] = (struct pdf_point){ aims ? l.line.from : l.line.points[0].on, 0, NULL };
	ticks[1] = (struct pdf_point){ aims ? l.line.until : l.line.points[l.line.count - 1].on, 0, NULL };
	for (int i = 0; i < 2; i++)
		ticks[i].mark = day_short(p->a, (day)ticks[i].x, p->rq->act->today);
	pdf_graph(p->pdf, &(struct pdf_graph){ .alt = arena_printf(p->a, "%d checks, from %g to %g; the aim is %g", l.line.count,
		l.line.start, l.now, l.line.goal), .title = arena_printf(p->a, "Target %s, measured", row_text(target,
			TARGET_NUMBER)),
		.x_title = "", .y_title = *unit ? unit : "Number", .points = points, .n = l.line.count, .aim = aim,
		.aims = aims ? 2 : 0, .ticks = ticks, .tick_count = 2, .height = 96 });
	pdf_small(p->pdf, figures(p, &l, aims));
}

static const struct fault *target(const struct paper *p, const struct cycle *c, const struct row *t)
{
	const struct row *r = cycle_review_of(c, row_id(t));
	const char *help;

	TRY(cycle_help_words(p->rq, c, t, &help));
	const char *const told[] = { "Goal", cycle_target_words(p->a, t), "Where it leads", cycle_toward_words(p->a, c, t),
		arena_printf(p->a, "%s says", c->who.first), row_text(t, TARGET_OWN), "Start", row_text(t, TARGET_BASELINE),
		"Aim", row_text(t, TARGET_AIM), "How we know", row_text(t, TARGET_MEASURE), "At school", row_text(t, TARGET_SCHOOL),
		"At home", row_text(t, TARGET_HOME), "Adult help", help, "How it went", r ? cycle_result_words(p->a, r) : "",
		"Sessions had", r ? row_text(r, TARGET_REVIEW_SESSIONS) : "", "Note", r ? row_text(r, TARGET_REVIEW_NOTE) : "",
		arena_printf(p->a, "%s’s card", c->who.first), card_words(p->a, c, row_id(t)) };
	const char **pairs = arena_array(p->a, sizeof told / sizeof *told, sizeof *pairs);

	memcpy(pairs, told, sizeof told);
	pdf_heading(p->pdf, 3, arena_printf(p->a, "%s. %s", row_text(t, TARGET_NUMBER), row_text(t, TARGET_OUTCOME)));
	pdf_facts(p->pdf, pairs, (int)(sizeof told / sizeof *told / 2));
	graph(p, c, t);
	return NULL;
}

/* Who does what, with what cover needs to know: nobody has to look elsewhere on the day. */
static const struct fault *actions(const struct paper *p, const struct cycle *c)
{
	static const struct pdf_column COLUMNS[] = { { "What is done", 3, false }, { "Who", 2, false }, { "How often", 2, false },
		{ "If they are away", 3, false } };
	bool begun = false;

	for (int i = 0; i < c->uses.count; i++) {
		const struct row *u = c->uses.row[i];
		const char **cells = arena_array(p->a, 4, sizeof *cells);

		if (!*row_text(u, STRATEGY_USE_SIDE))
			continue;
		if (!begun) {
			pdf_heading(p->pdf, 2, "Who does what");
			pdf_table(p->pdf, NULL, COLUMNS, 4, true);
		}
		begun = true;
		cells[0] = row_text(u, STRATEGY_USE_TEXT);
		TRY(action_who(p->rq, u, &cells[1]));
		cells[2] = row_text(u, STRATEGY_USE_OFTEN);
		cells[3] = row_text(u, STRATEGY_USE_COVER);
		pdf_row(p->pdf, cells);
	}
	if (begun)
		pdf_table_end(p->pdf);
	return NULL;
}

static void views(const struct paper *p, const struct cycle *c)
{
	int n = 0;

	for (int i = 0; i < c->views.count; i++) {
		const struct row *v = c->views.row[i];

		if (*row_text(v, PLAN_VIEW_TARGET))
			continue; /* at its target */
		if (!n++)
			pdf_heading(p->pdf, 2, "What people said");
		pdf_strong(p->pdf, arena_printf(p->a, "%s%s%s, %s", row_show(p->a, v, PLAN_VIEW_WHOSE),
			*row_text(v, PLAN_VIEW_NAME) ? ": " : "", row_text(v, PLAN_VIEW_NAME), row_show(p->a, v, PLAN_VIEW_ON)));
		pdf_labelled(p->pdf, "Going well:", row_text(v, PLAN_VIEW_WELL));
		pdf_labelled(p->pdf, "Hard:", row_text(v, PLAN_VIEW_HARD));
		pdf_labelled(p->pdf, "Would like:", row_text(v, PLAN_VIEW_WANTS));
	}
}

static void strategies(const struct paper *p, const struct cycle *c)
{
	const char **items = arena_array(p->a, (size_t)c->uses.count + 1, sizeof *items);

	int n = 0;

	for (int i = 0; i < c->uses.count; i++) {
		const struct row *u = c->uses.row[i];

		if (*row_text(u, STRATEGY_USE_SIDE))
			continue;
		items[n++] = arena_printf(p->a, "%s%s%s", row_text(u, STRATEGY_USE_TEXT), *row_text(u, STRATEGY_USE_HELPED) ? ": " :
			"", *row_text(u, STRATEGY_USE_HELPED) ? row_show(p->a, u, STRATEGY_USE_HELPED) : "");
	}
	if (!n)
		return;
	pdf_heading(p->pdf, 2, "What every adult does");
	pdf_list(p->pdf, items, n, false);
}

static void signatures(const struct paper *p, const struct cycle *c)
{
	if (!c->signatures.count)
		return;
	pdf_heading(p->pdf, 2, "Signed");
	for (int i = 0; i < c->signatures.count; i++) {
		const struct row *s = c->signatures.row[i];

		pdf_text(p->pdf, signature_words(p->a, s));
		pdf_labelled(p->pdf, "Added:", row_text(s, SIGNATURE_WORDS));
	}
}

static const struct fault *whole(const struct paper *p, const struct cycle *c)
{
	const char **pairs = arena_array(p->a, 14, sizeof *pairs);
	const char *lead, *meetings, *told = *row_text(c->plan, PLAN_TOLD_ON) ? arena_printf(p->a, "%s, %s", row_show(p->a, c->plan,
		PLAN_TOLD_ON), row_text(c->plan, PLAN_TOLD_HOW)) : "";

	TRY(staff_name_of(p->rq, row_text(c->plan, PLAN_LEAD), &lead));
	TRY(cycle_meetings_words(p->rq, c, &meetings));
	const char *const facts[] = { "Step", row_show(p->a, c->plan, PLAN_STATE), "From", row_show(p->a, c->plan, PLAN_FROM),
		"Review on", row_show(p->a, c->plan, PLAN_REVIEW_ON), "Led by", lead,
		"Parents told", told, "Meetings", c->over ? "" : meetings, "Decided", *row_text(c->plan, PLAN_DECISION) ?
			row_show(p->a, c->plan, PLAN_DECISION) : "" };

	memcpy(pairs, facts, sizeof facts);
	pdf_heading(p->pdf, 1, c->name);
	if (c->proposal)
		pdf_boxed(p->pdf, "Proposed, not in force", "No law asks for this kind of plan: it is the school’s own way of "
			"writing things down.");
	pdf_facts(p->pdf, pairs, 7);
	lines_of(p, c, "assess");
	if (c->targets.count)
		pdf_heading(p->pdf, 2, "Targets");
	for (int i = 0; i < c->targets.count; i++)
		TRY(target(p, c, c->targets.row[i]));
	TRY(actions(p, c));
	strategies(p, c);
	lines_of(p, c, "plan");
	lines_of(p, c, "do");
	lines_of(p, c, "review");
	views(p, c);
	signatures(p, c);
	return NULL;
}

static const struct fault *begin(struct req *rq, const char *title, struct paper *p)
{
	*p = (struct paper){ .rq = rq, .a = rq->a };
	return pdf_begin(rq->a, &(struct pdf_about){ .title = title, .school = rq->ui->shell.school,
		.author = rq->act->who->name, .made = rq->act->moment,
		.foot = "Private: keep with the child’s file" }, &p->pdf);
}

static const struct fault *send(struct req *rq, const struct paper *p, const char *name)
{
	struct buf bytes = buf_new(rq->a);

	TRY(pdf_end(p->pdf, &bytes));
	return rq_download(rq, "application/pdf", name, bytes.data, bytes.len);
}

const struct fault *plan_pdf(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct paper p;
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	journal_note(rq->act, "print", PLAN.name, c.id, c.who.id, "plan.pdf");
	TRY(begin(rq, arena_printf(rq->a, "%s: %s", c.who.name, c.name), &p));
	pdf_text(p.pdf, arena_printf(rq->a, "%s · %s", c.who.name, c.who.line));
	TRY(whole(&p, &c));
	return send(rq, &p, "plan.pdf");
}

/* The chain at a glance, a row a cycle, the oldest first: what was aimed at, how it went, what was decided then. */
static void chain_row(const struct paper *p, const struct cycle *c)
{
	day from = row_day(c->plan, PLAN_FROM), until = row_day(c->plan, PLAN_UNTIL);
	const char **cells = arena_array(p->a, 4, sizeof *cells);
	struct buf went = buf_new(p->a);

	for (int i = 0; i < c->targets.count; i++) {
		const struct row *t = c->targets.row[i], *r = cycle_review_of(c, row_id(t));

		buf_printf(&went, "%s%s. %s%s%s", i ? "\n" : "", row_text(t, TARGET_NUMBER), row_text(t, TARGET_OUTCOME), r ? ": " :
			"",
			r ? cycle_result_words(p->a, r) : "");
	}
	cells[0] = c->name;
	cells[1] = arena_printf(p->a, "%s to %s", from != DAY_NONE ? day_long(p->a, from) : "not agreed yet", until != DAY_NONE ?
		day_long(p->a, until) : "now");
	cells[2] = buf_text(&went);
	cells[3] = *row_text(c->plan, PLAN_DECISION) ? row_show(p->a, c->plan, PLAN_DECISION) : c->over ? "" : "runs";
	pdf_row(p->pdf, cells);
}

struct reading { struct req *rq; const char **plan; struct cycle *cycle; int count; };

static const struct fault *read_one(void *self, int i)
{
	struct reading *all = self;

	return cycle_read(all->rq, all->plan[i], &all->cycle[i]);
}

const struct fault *child_plans_pdf(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	static const struct pdf_column COLUMNS[] = { { "Plan", 2, false }, { "When", 2, false }, { "Targets, and how they went", 5,
		false },
		{ "Decided", 2, false } };
	struct plan_child who;
	struct reading all = { .rq = rq };
	struct paper p;
	struct found f;

	TRY(cycle_child(rq, rq->pupil, &who));
	TRY(query_run(rq->act, &Q_PLAN_CHAIN, (const char *const[]){ who.id }, &f));
	all.plan = arena_array(rq->a, (size_t)f.rows + 1, sizeof *all.plan);
	all.cycle = arena_array(rq->a, (size_t)f.rows + 1, sizeof *all.cycle);
	for (int i = f.rows - 1; i >= 0; i--) /* the query gives the newest first */
		if (!found_int(&f, i, Q_PLAN_CHAIN_SHEET))
			all.plan[all.count++] = found_text(&f, i, Q_PLAN_CHAIN_ID);
	TRY(soon_each(rq->act, all.count, read_one, &all));
	journal_note(rq->act, "print", PLAN.name, "", who.id, "plans.pdf");
	TRY(begin(rq, arena_printf(rq->a, "%s: plans", who.name), &p));
	pdf_heading(p.pdf, 1, "The story so far");
	pdf_text(p.pdf, all.count ? arena_printf(rq->a, "%s · %s. The oldest plan comes first.", who.name, who.line) :
		arena_printf(rq->a, "%s · %s. There is no plan yet.", who.name, who.line));
	if (all.count)
		pdf_table(p.pdf, NULL, COLUMNS, 4, true);
	for (int i = 0; i < all.count; i++)
		chain_row(&p, &all.cycle[i]);
	if (all.count)
		pdf_table_end(p.pdf);
	for (int i = 0; i < all.count; i++) {
		if (i)
			pdf_page(p.pdf);
		TRY(whole(&p, &all.cycle[i]));
	}
	return send(rq, &p, "plans.pdf");
}

/* The same on one page of the browser, for printing and for large print by its own means: each target once, with how it went as
 * soon as somebody has said so. */
const struct fault *plan_story_page(struct req *rq, struct ui *ui)
{
	bool reviewed;
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	cycle_head(rq, ui, &c, c.over ? "review" : c.state);
	ui_acts(ui);
	ui_button_print(ui);
	ui_link_to(ui, "As a PDF", arena_printf(rq->a, "%s/plan.pdf", c.href));
	ui_acts_end(ui);
	reviewed = c.steps && (*row_text(c.plan, PLAN_SIGNED_ON) || c.reviews.count);
	c.over = c.paper = true; /* nothing to fill in on paper */
	c.edits = c.adds = false;
	if (c.steps)
		TRY(cycle_lines(rq, ui, &c, "assess", NULL));
	if (!reviewed)
		return plan_step_draw(rq, ui, &c, NULL);
	if (cycle_has_kind(&c, NULL, "actions"))
		TRY(actions_read(rq, ui, &c));
	TRY(cycle_lines(rq, ui, &c, "plan", NULL));
	return review_step_draw(rq, ui, &c, NULL);
}
