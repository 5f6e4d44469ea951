/* cycle_pages.c - a plan's page, whichever step it is on, and what is added to it in place. The steps themselves are cycle_plan.c,
 * cycle_do.c and cycle_review.c; how a plan begins is cycle_new.c. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "areas/plans/cycle_plan.h"
#include "areas/plans/queries.sql.h"

/* What a page may set of a plan is its lines of that step and nothing else: a state is never taken from a form. */
struct form *cycle_form(struct req *rq, const struct cycle *c, const char *step)
{
	struct form *form = rq_form(rq, c->r);

	for (int f = 0; f < c->r->count; f++) {
		bool asked = false;

		for (int i = 0; i < c->lines.count && f >= PLAN_FIELDS; i++)
			asked = asked || (strcmp(row_text(c->lines.row[i], PLAN_FIELD_NAME), c->r->fields[f].name) == 0 &&
				(!c->steps || strcmp(row_text(c->lines.row[i], PLAN_FIELD_STEP), step) == 0));
		if (!asked)
			form->values[f] = NULL;
	}
	return form;
}

static const struct fault *assess_draw(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form)
{
	if (!form)
		return cycle_lines(rq, ui, c, "assess", NULL);
	ui_form_begin(ui, &(struct ui_form){ .action = c->href, .version = row_version(c->plan), .draft = true });
	part_first_button(ui);
	ui_hidden(ui, "plan-step", "assess");
	TRY(cycle_lines(rq, ui, c, "assess", form));
	ui_sticky(ui);
	if (strcmp(c->state, "assess") == 0)
		ui_button(ui, UI_PRIMARY, "Save and go on to the plan", "plan-do", "next");
	ui_button(ui, strcmp(c->state, "assess") == 0 ? UI_SECONDARY : UI_PRIMARY, "Save", "plan-do", "save");
	ui_sticky_end(ui, "What is drawn from the record is changed there.");
	ui_form_end(ui);
	return NULL;
}

static const struct fault *draw_step(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form,
	const char *step)
{
	if (strcmp(step, "assess") == 0)
		TRY(assess_draw(rq, ui, c, form));
	else if (strcmp(step, "do") == 0)
		return do_step_draw(rq, ui, c);
	else if (strcmp(step, "review") == 0)
		return review_step_draw(rq, ui, c, form);
	else
		TRY(plan_step_draw(rq, ui, c, form));
	cycle_view_form(rq, ui, c, step);
	return NULL;
}

/* Two records of one child that were joined may each have had a plan running: one goes on, and what it needs of the other is
 * copied. */
const struct fault *plan_twin(struct req *rq, struct ui *ui, const struct cycle *c)
{
	struct rows running;

	if (c->over || !c->edits)
		return NULL;
	TRY(record_list(rq->act, &PLAN, &(struct ask){ .pupil = c->who.id, .where = { { PLAN_TYPE_REF, IS, row_id(c->type) },
		{ PLAN_STATE, ANY_OF, "assess plan do review" } }, .clear_only = true }, &running));
	for (int i = 0; i < running.count; i++) {
		if (strcmp(row_id(running.row[i]), c->id) == 0)
			continue;
		ui_note_begin(ui, UI_SOON);
		ui_para(ui, arena_printf(rq->a, "Two plans of this kind run for %s, as when two records are joined. Keep the one "
			"that is further on, write into it what the other has, and end the other early.", c->who.first));
		ui_link_to(ui, arena_printf(rq->a, "The other one (%s)", cycle_called(rq->a, running.row[i], c->type)),
			arena_printf(rq->a, "/plans/%s", row_id(running.row[i])));
		ui_note_end(ui);
	}
	return NULL;
}

/* Where the support of a child is reviewed: in the cycle that runs, else on the child's line in the review round. */
const struct fault *child_review_page(struct req *rq, struct ui *ui)
{
	const char *pupil = row_id(rq->pupil);
	struct found chain;

	(void)ui;
	TRY(query_run(rq->act, &Q_PLAN_CHAIN, (const char *const[]){ pupil }, &chain));
	for (int i = 0; i < chain.rows; i++) {
		const char *state = found_text(&chain, i, Q_PLAN_CHAIN_STATE), *plan = found_text(&chain, i, Q_PLAN_CHAIN_ID);

		if (!found_int(&chain, i, Q_PLAN_CHAIN_STEPS) || strcmp(state, "signed") == 0 || strcmp(state, "ended") == 0)
			continue;
		return strcmp(state, "do") == 0 || strcmp(state, "review") == 0 ? go(rq, "/plans/%s?step=review", plan) :
			go(rq, "/plans/%s", plan);
	}
	return rq_leads(rq, "/register/round") ? go(rq, "/register/round?show=all#c-%s", pupil) : go(rq, "/pupils/%s/plans", pupil);
}

const struct fault *cycle_page_with(struct req *rq, struct ui *ui, struct cycle *c, const struct form *form, const char *step)
{
	cycle_head(rq, ui, c, step);
	TRY(plan_twin(rq, ui, c));
	ui_form_errors(ui, form);
	return draw_step(rq, ui, c, form, step);
}

/* What somebody had typed when they left: the plan's lines, what stands beside them, the cards. */
static void from_draft(struct req *rq, struct cycle *c, struct form *form)
{
	static const int BESIDE[] = { PLAN_TOLD_ON, PLAN_TOLD_HOW, PLAN_REVIEW_ON, PLAN_LEAD };

	for (int f = PLAN_FIELDS; f < c->r->count; f++)
		if (rq_param(rq, c->r->fields[f].name))
			form_set(form, f, rq_text(rq, c->r->fields[f].name));
	for (size_t i = 0; i < sizeof BESIDE / sizeof *BESIDE; i++)
		if (rq_param(rq, PLAN.fields[BESIDE[i]].name))
			form_set(form, BESIDE[i], rq_text(rq, PLAN.fields[BESIDE[i]].name));
	plan_cards_typed(rq, c);
}

const struct fault *cycle_page(struct req *rq, struct ui *ui)
{
	struct form *form = NULL;
	struct cycle c;
	const char *step;

	TRY(cycle_fetch(rq, &c));
	step = cycle_now(&c, rq_text(rq, *rq_text(rq, "plan-step") ? "plan-step" : "step"));
	if (c.edits) {
		form = form_of_row(rq->a, c.plan);
		if (rq_param(rq, "draft"))
			from_draft(rq, &c, form);
	}
	return cycle_page_with(rq, ui, &c, form, step);
}

static const struct fault *assess_post(struct req *rq, struct ui *ui, struct cycle *c)
{
	struct form *form = cycle_form(rq, c, "assess");
	bool on = strcmp(rq_text(rq, "plan-do"), "next") == 0 && strcmp(c->state, "assess") == 0;
	const struct fault *f = NULL;

	if (on) {
		plan_missing(form, c->plan, &c->lines, "assess");
		form_set(form, PLAN_STATE, "plan");
	}
	if (!form->error_count)
		f = record_change(rq->act, c->plan, form);
	if (form->error_count)
		return cycle_page_with(rq, ui, c, form, "assess");
	TRY(f);
	rq_notice(rq, cycle_undo(rq, c->id), on ? "Saved. Now say what %s will be able to do." : "Saved: what is known of %s.",
		c->who.first);
	return go(rq, "%s?step=%s", c->href, on ? "plan" : "assess");
}

const struct fault *cycle_post(struct req *rq, struct ui *ui)
{
	const char *step = rq_text(rq, "plan-step");
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	if (c.over) {
		rq_notice(rq, NULL, "This plan is closed and stays as it was signed. Begin the next one.");
		return go(rq, "%s", c.href);
	}
	if (strcmp(step, "review") == 0)
		return review_step_post(rq, ui, &c);
	return strcmp(step, "assess") == 0 && c.steps ? assess_post(rq, ui, &c) : plan_step_post(rq, ui, &c);
}

/* ---- views, in place ---- */

const struct fault *plan_view_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &PLAN_VIEW);
	const struct fault *f;
	struct cycle c;
	const char *id, *step;

	TRY(cycle_fetch(rq, &c));
	step = cycle_now(&c, rq_text(rq, "step"));
	form_set(form, PLAN_VIEW_PLAN, c.id);
	form_set(form, PLAN_VIEW_ON, *form_value(form, PLAN_VIEW_ON) ? form_value(form, PLAN_VIEW_ON) : day_iso(rq->a,
		rq->act->today));
	form_set(form, PLAN_VIEW_THROUGH, "school");
	form->values[PLAN_VIEW_CONTACT] = NULL;
	f = record_add(rq->act, &PLAN_VIEW, c.who.pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		cycle_head(rq, ui, &c, step);
		ui_form_errors(ui, form);
		ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/views", c.href), .draft = true });
		ui_hidden(ui, "step", step);
		ui_fields(ui, &PLAN_VIEW, form);
		ui_button(ui, UI_PRIMARY, "Add these views", NULL, NULL);
		ui_form_end(ui);
		return NULL;
	}
	TRY(f);
	rq_notice(rq, cycle_undo(rq, c.id), "Added: what %s said.", strcmp(form_value(form, PLAN_VIEW_WHOSE), "pupil") == 0 ?
		c.who.first : "they");
	return go(rq, "%s?step=%s", c.href, step);
}

/* ---- ended without a review ---- */

static const struct choice ENDS[] = {
	{ "left", "The child left the school" }, { "merged", "The plan goes on in another record" },
	{ "mistaken", "It was begun by mistake" },
	{ "other", "Another reason, said below" }, { NULL, NULL },
};

static const struct fault *end_draw(struct req *rq, struct ui *ui, const struct cycle *c, const char *why_error,
	const char *words_error)
{
	const char *why = rq_text(rq, "why");

	ui->shell.scale = UI_READ;
	ui->shell.title = "End a plan early";
	about_crumbs(rq, (const char *const[]){ c->who.name, c->who.href, c->name, c->href, NULL });
	ui_title(ui, arena_printf(rq->a, "%s · %s", c->who.name, c->who.line), "End this plan without a review?",
		"Everything in it stays and can be read. It cannot be opened again: begin the next one instead.");
	ui_form_begin(ui, &(struct ui_form){ .version = row_version(c->plan) });
	if (!*why && *c->who.alias)
		why = "merged";
	else if (!*why && c->who.left != DAY_NONE)
		why = "left";
	ui_input_radios(ui, &(struct ui_input){ .name = "why", .label = "Why does it end?", .strong = true, .value = why,
		.error = why_error }, choice_options(rq->a, ENDS, NULL));
	ui_input_long(ui, &(struct ui_input){ .name = "words", .label = "In a line",
		.hint = "What whoever reads this later needs to know", .rows = 2, .max = 400, .value = rq_text(rq, "words"),
		.error = words_error });
	ui_acts(ui);
	ui_button(ui, UI_WARNING, "End the plan", NULL, NULL);
	ui_link_to(ui, "Cancel", c->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *plan_end_page(struct req *rq, struct ui *ui)
{
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	return c.edits ? end_draw(rq, ui, &c, NULL, NULL) : FAULT(rq->a, FAULT_NONE, "this person does not end that plan");
}

const struct fault *plan_end_post(struct req *rq, struct ui *ui)
{
	const char *why = rq_text(rq, "why"), *words = rq_text(rq, "words"), *id;
	struct form *form, *view;
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	if (!*why)
		return end_draw(rq, ui, &c, "Choose why the plan ends", NULL);
	if (strcmp(why, "other") == 0 && !*words)
		return end_draw(rq, ui, &c, NULL, "Say why the plan ends");
	form = rq_form(rq, c.r); /* for the version that was seen; nothing typed is the plan's */
	for (int i = 0; i < c.r->count; i++)
		form->values[i] = NULL;
	/* Said before it closes: what hangs on a closed plan cannot be added. */
	view = form_new(rq->a, &PLAN_VIEW);
	form_set(view, PLAN_VIEW_PLAN, c.id);
	form_set(view, PLAN_VIEW_WHOSE, "teacher");
	form_set(view, PLAN_VIEW_NAME, rq->act->who->name);
	form_set(view, PLAN_VIEW_ON, day_iso(rq->a, rq->act->today));
	form_set(view, PLAN_VIEW_THROUGH, "school");
	form_set(view, PLAN_VIEW_WELL, arena_printf(rq->a, "Ended without a review: %s.%s%s", choice_label(ENDS, why),
		*words ? " " : "", words));
	TRY(record_add(rq->act, &PLAN_VIEW, c.who.pupil, view, &id));
	form_set(form, PLAN_STATE, "ended");
	form_set(form, PLAN_UNTIL, day_iso(rq->a, rq->act->today));
	TRY(record_change(rq->act, c.plan, form));
	rq_notice(rq, NULL, "The plan has ended. It can be read as it was.");
	return go(rq, "%s/plans", c.who.href);
}

/* ---- taken back ---- */

/* Only what this person did today; a row that was changed since stays as it is. */
static const struct fault *mine_today(struct req *rq, const struct row *row, const char *act, bool *out)
{
	struct rows history;

	if (*out || strcmp(row_act(row), act) != 0)
		return NULL;
	TRY(record_history(rq->act, row, &history));
	*out = history.count && strcmp(row_by_account(history.row[0]), rq->act->who->account) == 0 &&
		moment_day(row_moment(history.row[0])) == rq->act->today;
	return NULL;
}

const struct fault *plan_undo_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const char *act = rq_arg(rq, "act");
	int undone = 0, kept = 0;
	struct cycle c;
	bool mine = false;

	TRY(cycle_fetch(rq, &c));
	const struct rows *all[] = { &c.targets, &c.points, &c.reviews, &c.views, &c.uses };

	TRY(mine_today(rq, c.plan, act, &mine));
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (int j = 0; j < all[i]->count; j++)
			TRY(mine_today(rq, all[i]->row[j], act, &mine));
	if (mine && !c.over)
		TRY(act_undo(rq->act, act, "undone", &undone, &kept));
	rq_notice(rq, NULL, undone ? "Undone. What you had typed stays in the history." :
		"There was nothing left to undo: somebody has changed it since, or it was not today.");
	return go(rq, "%s", c.href);
}
