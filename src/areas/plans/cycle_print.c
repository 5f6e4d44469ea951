/* cycle_print.c - a plan on paper, and the chain of a child's plans as one story: a tagged PDF with the same words as the pages. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/queries.sql.h"
#include "base/text.h"
#include "doc/pdf.h"

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

static void graph(const struct paper *p, const struct cycle *c, const struct row *target)
{
	struct target_line l = cycle_line(p->a, c, target);
	struct pdf_point *points = arena_array(p->a, (size_t)l.line.count + 1, sizeof *points),
		*aim = arena_array(p->a, 2, sizeof *aim);
	struct pdf_point *ticks = arena_array(p->a, 2, sizeof *ticks);
	static const struct pdf_column COLUMNS[] = { { "Day", 2, false }, { "Number", 1, true }, { "Aim that day", 1, true } };
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
		l.line.start, l.now, l.line.goal), .title = row_text(target, TARGET_OUTCOME), .x_title = "Day",
		.y_title = *row_text(target,
			TARGET_UNIT) ? row_text(target, TARGET_UNIT) :
		"Number", .points = points, .n = l.line.count, .aim = aim, .aims = aims ? 2 : 0, .ticks = ticks, .tick_count = 2,
		.height = 130 });
	pdf_table(p->pdf, NULL, COLUMNS, 3, true);
	for (int i = 0; i < l.line.count; i++) {
		const char **cells = arena_array(p->a, 3, sizeof *cells);

		cells[0] = day_long(p->a, l.line.points[i].on);
		cells[1] = arena_printf(p->a, "%g", l.line.points[i].value);
		cells[2] = aims ? arena_printf(p->a, "%.0f", progress_aim(&l.line, l.line.points[i].on)) : "";
		pdf_row(p->pdf, cells);
	}
	pdf_table_end(p->pdf);
}

static void target(const struct paper *p, const struct cycle *c, const struct row *t)
{
	const struct row *r = cycle_review_of(c, row_id(t));
	const char **pairs = arena_array(p->a, 20, sizeof *pairs);
	const char *const told[] = { "Goal", cycle_target_words(p->a, t), "Start", row_text(t, TARGET_BASELINE), "Aim",
		row_text(t, TARGET_AIM),
		"How we know", row_text(t, TARGET_MEASURE), "At school", row_text(t, TARGET_SCHOOL), "At home",
		row_text(t, TARGET_HOME),
		"Help now", *row_text(t, TARGET_HELP) ? row_show(p->a, t, TARGET_HELP) : "", "Next step to less help",
			*row_text(t, TARGET_HELP_NEXT) ?
		row_show(p->a, t, TARGET_HELP_NEXT) : "", "How it went", r ? cycle_result_words(p->a, r) : "", "Note", r ?
			row_text(r, TARGET_REVIEW_NOTE) : "" };

	memcpy(pairs, told, sizeof told);
	pdf_heading(p->pdf, 3, arena_printf(p->a, "%s. %s", row_text(t, TARGET_NUMBER), row_text(t, TARGET_OUTCOME)));
	pdf_facts(p->pdf, pairs, 10);
	graph(p, c, t);
}

static void views(const struct paper *p, const struct cycle *c)
{
	if (!c->views.count)
		return;
	pdf_heading(p->pdf, 2, "What people said");
	for (int i = 0; i < c->views.count; i++) {
		const struct row *v = c->views.row[i];

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

	if (!c->uses.count)
		return;
	for (int i = 0; i < c->uses.count; i++) {
		const struct row *u = c->uses.row[i];

		items[i] = arena_printf(p->a, "%s%s%s", row_text(u, STRATEGY_USE_TEXT), *row_text(u, STRATEGY_USE_HELPED) ? ": " :
			"", *row_text(u, STRATEGY_USE_HELPED) ? row_show(p->a, u, STRATEGY_USE_HELPED) : "");
	}
	pdf_heading(p->pdf, 2, "What every adult does");
	pdf_list(p->pdf, items, c->uses.count, false);
}

static void signatures(const struct paper *p, const struct cycle *c)
{
	if (!c->signatures.count)
		return;
	pdf_heading(p->pdf, 2, "Signed");
	for (int i = 0; i < c->signatures.count; i++) {
		const struct row *s = c->signatures.row[i];

		pdf_text(p->pdf, arena_printf(p->a, "%s: %s, %s", row_show(p->a, s, SIGNATURE_ROLE), row_text(s, SIGNATURE_NAME),
			day_long(p->a, moment_day(row_text(s, SIGNATURE_AT)))));
		pdf_labelled(p->pdf, "Added:", row_text(s, SIGNATURE_WORDS));
	}
}

static const struct fault *whole(const struct paper *p, const struct cycle *c)
{
	const char **pairs = arena_array(p->a, 12, sizeof *pairs);
	const char *lead, *told = *row_text(c->plan, PLAN_TOLD_ON) ? arena_printf(p->a, "%s, %s", row_show(p->a, c->plan,
		PLAN_TOLD_ON), row_text(c->plan, PLAN_TOLD_HOW)) : "";

	TRY(staff_name_of(p->rq, row_text(c->plan, PLAN_LEAD), &lead));
	const char *const facts[] = { "Step", row_show(p->a, c->plan, PLAN_STATE), "From", row_show(p->a, c->plan, PLAN_FROM),
		"Review on", row_show(p->a, c->plan, PLAN_REVIEW_ON), "Led by", lead,
		"Parents told", told, "Decided", *row_text(c->plan, PLAN_DECISION) ? row_show(p->a, c->plan, PLAN_DECISION) : "" };

	memcpy(pairs, facts, sizeof facts);
	pdf_heading(p->pdf, 1, c->name);
	pdf_facts(p->pdf, pairs, 6);
	lines_of(p, c, "assess");
	if (c->targets.count)
		pdf_heading(p->pdf, 2, "Targets");
	for (int i = 0; i < c->targets.count; i++)
		target(p, c, c->targets.row[i]);
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

const struct fault *child_plans_pdf(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct plan_child who;
	struct paper p;
	struct found f;
	int n = 0;

	TRY(cycle_child(rq, rq->pupil, &who));
	TRY(query_run(rq->act, &Q_PLAN_CHAIN, (const char *const[]){ who.id }, &f));
	journal_note(rq->act, "print", PLAN.name, "", who.id, "plans.pdf");
	TRY(begin(rq, arena_printf(rq->a, "%s: plans", who.name), &p));
	pdf_text(p.pdf, arena_printf(rq->a, "%s · %s. The newest plan comes first.", who.name, who.line));
	for (int i = 0; i < f.rows; i++) {
		struct cycle c;

		if (found_int(&f, i, Q_PLAN_CHAIN_SHEET))
			continue;
		TRY(cycle_read(rq, found_text(&f, i, Q_PLAN_CHAIN_ID), &c));
		if (n++)
			pdf_page(p.pdf);
		TRY(whole(&p, &c));
	}
	if (!n)
		pdf_text(p.pdf, "There is no plan yet.");
	return send(rq, &p, "plans.pdf");
}

/* The same on one page of the browser, for printing and for large print by its own means. */
const struct fault *plan_story_page(struct req *rq, struct ui *ui)
{
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	cycle_head(rq, ui, &c, c.over ? "review" : c.state);
	ui_link_to(ui, "As a PDF", arena_printf(rq->a, "%s/plan.pdf", c.href));
	TRY(cycle_lines(rq, ui, &c, "assess", NULL));
	TRY(plan_step_draw(rq, ui, &c, NULL));
	c.over = true; /* nothing to fill in on paper */
	c.edits = c.adds = false;
	if (*row_text(c.plan, PLAN_FROM))
		return review_step_draw(rq, ui, &c, NULL);
	return NULL;
}
