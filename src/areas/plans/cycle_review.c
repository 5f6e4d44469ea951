/* cycle_review.c - the Review step: how each target went, what helped, what happens next. Signing it is cycle_sign.c. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "areas/plans/cycle_review.h"
#include "base/text.h"

/* ---- how each target went ---- */

static const struct ui_option *short_ratings(void)
{
	static const struct ui_option O[] = { { "exceeded", "Exceeded" }, { "met", "Met" }, { "partly", "Partly" },
		{ "not_met", "Not met" },
		{ "not_measured", "Not measured" }, { NULL } };

	return O;
}

const struct ui_option *review_ratings(void)
{
	return short_ratings();
}

static const char *was_or_typed(struct req *rq, const char *name, const struct row *r, int field)
{
	return rq_param(rq, name) ? rq_text(rq, name) : r ? row_text(r, field) : "";
}

/* Where the help stands at the review: asked where the plan says anything of it. */
static void help_now(struct req *rq, struct ui *ui, const struct row *t, const struct row *r, const char *trend)
{
	const char *help = arena_printf(rq->a, "r-%s-help_now", row_id(t)), *minutes = arena_printf(rq->a, "r-%s-minutes_now",
		row_id(t));

	ui_small(ui, arena_printf(rq->a, "Adult help: %s.", trend));
	part_grid(ui, 2);
	ui_input_select(ui, &(struct ui_input){ .name = help, .label = TARGET_REVIEW.fields[TARGET_REVIEW_HELP].label,
		.strong = true,
		.value = was_or_typed(rq, help, r, TARGET_REVIEW_HELP) }, choice_options(rq->a, HELP_LADDER, "As it was"));
	ui_input(ui, &(struct ui_input){ .name = minutes, .label = TARGET_REVIEW.fields[TARGET_REVIEW_MINUTES].label,
		.strong = true,
		.inputmode = "numeric", .width = 5, .value = was_or_typed(rq, minutes, r, TARGET_REVIEW_MINUTES) });
	part_grid_end(ui);
}

static const struct fault *rate(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *t)
{
	const struct row *r = cycle_review_of(c, row_id(t));
	const char *pre = arena_printf(rq->a, "r-%s", row_id(t)), *unit = row_text(t, TARGET_UNIT);
	struct target_line l = cycle_line(rq->a, c, t);
	const char *now = l.line.count ? arena_printf(rq->a, "%g", l.now) : "", *help, *card = card_words(rq->a, c, row_id(t));

	TRY(cycle_help_words(rq, c, t, &help));
	part_card_begin(ui, pre, arena_printf(rq->a, "Target %s: %s", row_text(t, TARGET_NUMBER), row_text(t, TARGET_OUTCOME)));
	ui_small(ui, arena_printf(rq->a, "%s%s%s", cycle_target_words(rq->a, t), *now ? arena_printf(rq->a, " · last check %s",
		now) : "", l.line.count >= PROGRESS_RUN ? arena_printf(rq->a, " · %s", progress_words(l.says)) : ""));
	if (*cycle_toward_words(rq->a, c, t))
		ui_small(ui, cycle_toward_words(rq->a, c, t));
	if (*card)
		ui_small(ui, arena_printf(rq->a, "%s says: %s", c->who.first, card));
	ui_hidden(ui, arena_printf(rq->a, "%s-version", pre), arena_printf(rq->a, "%lld", r ? (long long)row_version(r) : 0LL));
	part_grid(ui, 2);
	ui_input_segments(ui, &(struct ui_input){ .name = arena_printf(rq->a, "%s-rating", pre), .label = "How it went",
		.strong = true, .value = was_or_typed(rq, arena_printf(rq->a, "%s-rating", pre), r, TARGET_REVIEW_RATING) },
		short_ratings());
	ui_input_segments(ui, &(struct ui_input){ .name = arena_printf(rq->a, "%s-next_step", pre), .label = "What next",
		.strong = true, .value = was_or_typed(rq, arena_printf(rq->a, "%s-next_step", pre), r, TARGET_REVIEW_NEXT) },
		choice_options(rq->a, NEXT_STEPS, NULL));
	ui_input(ui, &(struct ui_input){ .name = arena_printf(rq->a, "%s-value", pre), .label = *unit ? arena_printf(rq->a,
		"Number at the end (%s)", unit) :
		"Number at the end", .inputmode = "numeric", .width = 5, .strong = true,
		.value = r || rq->post ? was_or_typed(rq, arena_printf(rq->a, "%s-value", pre), r, TARGET_REVIEW_VALUE) : now });
	ui_input(ui, &(struct ui_input){ .name = arena_printf(rq->a, "%s-note", pre), .label = "In a line", .strong = true,
		.value = was_or_typed(rq, arena_printf(rq->a, "%s-note", pre), r, TARGET_REVIEW_NOTE) });
	if (t == c->targets.row[0])
		ui_input(ui, &(struct ui_input){ .name = arena_printf(rq->a, "%s-sessions", pre),
			.label = "Sessions of support had",
			.inputmode = "numeric", .width = 5, .strong = true,
			.value = was_or_typed(rq, arena_printf(rq->a, "%s-sessions", pre), r, TARGET_REVIEW_SESSIONS) });
	part_grid_end(ui);
	if (*help)
		help_now(rq, ui, t, r, help);
	part_card_end(ui);
	return NULL;
}

struct from { struct req *rq; const char *prefix; };

static const char *get_prefixed(void *self, const char *name)
{
	struct from *from = self;

	return rq_param(from->rq, arena_printf(from->rq->a, "%s-%s", from->prefix, name));
}

bool review_typed(struct req *rq, const char *target, struct form **out)
{
	struct from from = { rq, arena_printf(rq->a, "r-%s", target) };
	struct form *form = form_read(rq->a, &TARGET_REVIEW, get_prefixed, &from);
	int64_t version = 0;
	bool any = false;

	form->values[TARGET_REVIEW_PUPIL] = form->values[TARGET_REVIEW_TARGET] = form->values[TARGET_REVIEW_PLAN] =
		form->values[TARGET_REVIEW_ON] =
		form->values[TARGET_REVIEW_BY] = NULL;
	for (int i = 0; i < form->r->count; i++)
		any = any || (form->values[i] && !text_blank(form->values[i]) && i != TARGET_REVIEW_VALUE);
	if (text_to_int(rq_text(rq, arena_printf(rq->a, "%s-version", from.prefix)), &version))
		form->version = version;
	*out = form;
	return any || version;
}

const struct fault *review_save(struct req *rq, const struct cycle *c, const char *target, struct form *form)
{
	const struct row *was = cycle_review_of(c, target);
	const char *id;

	if (was && !form->version)
		return FAULT(rq->a, FAULT_STALE, "somebody reviewed this target in between");
	if (was)
		return record_change(rq->act, (struct row *)was, form);
	form_set(form, TARGET_REVIEW_TARGET, target);
	form_set(form, TARGET_REVIEW_PLAN, c->id);
	form_set(form, TARGET_REVIEW_ON, day_iso(rq->a, rq->act->today));
	form_set(form, TARGET_REVIEW_BY, rq->act->who->staff);
	return record_add(rq->act, &TARGET_REVIEW, c->who.pupil, form, &id);
}

/* Errors are put on the page at the control they belong to. */
static const struct fault *save_all(struct req *rq, struct ui *ui, const struct cycle *c, int *wrong)
{
	for (int i = 0; i < c->targets.count; i++) {
		const char *target = row_id(c->targets.row[i]);
		const struct fault *f;
		struct form *form;

		if (!review_typed(rq, target, &form))
			continue;
		f = review_save(rq, c, target, form);
		if (!f)
			continue;
		if (f->code != FAULT_INVALID || !form->error_count)
			return f;
		(*wrong)++;
		for (int j = 0; j < form->error_count; j++)
			ui_error(ui, arena_printf(rq->a, "r-%s-%s", target, form->errors[j].field < 0 ? "rating" :
				TARGET_REVIEW.fields[form->errors[j].field].name),
				arena_printf(rq->a, "Target %s: %s", row_text(c->targets.row[i], TARGET_NUMBER),
				form->errors[j].text));
	}
	return NULL;
}

/* ---- what helped ---- */

static const struct fault *save_helped(struct req *rq, const struct cycle *c)
{
	for (int i = 0; i < c->uses.count; i++) {
		const char *helped = rq_text(rq, arena_printf(rq->a, "h-%s", row_id(c->uses.row[i])));
		struct form *form = form_new(rq->a, &STRATEGY_USE);

		if (!*helped || strcmp(helped, row_text(c->uses.row[i], STRATEGY_USE_HELPED)) == 0)
			continue;
		form_set(form, STRATEGY_USE_HELPED, helped);
		TRY(record_change(rq->act, c->uses.row[i], form));
	}
	return NULL;
}

static void helped(struct req *rq, struct ui *ui, const struct cycle *c)
{
	static const struct ui_option O[] = { { "yes", "Yes" }, { "partly", "A little" }, { "no", "No" },
		{ "not_used", "Not used" }, { NULL } };

	if (!c->uses.count)
		return;
	ui_heading(ui, "Did it help?");
	ui_small(ui, "What you say here is counted when the next plan is written: “helped 7 of the 9 times it was looked at”.");
	for (int i = 0; i < c->uses.count; i++)
		ui_input_segments(ui, &(struct ui_input){ .name = arena_printf(rq->a, "h-%s", row_id(c->uses.row[i])),
			.label = row_text(c->uses.row[i], STRATEGY_USE_TEXT),
			.value = was_or_typed(rq, arena_printf(rq->a, "h-%s", row_id(c->uses.row[i])), c->uses.row[i],
			STRATEGY_USE_HELPED) }, O);
}

/* ---- the page ---- */

static const struct fault *read_only(struct req *rq, struct ui *ui, const struct cycle *c)
{
	ui_heading(ui, "How it went");
	for (int i = 0; i < c->targets.count; i++) {
		ui_columns(ui, UI_TWO);
		TRY(cycle_target_read(rq, ui, c, c->targets.row[i]));
		ui_column_next(ui);
		cycle_graph(ui, c, c->targets.row[i], false);
		ui_columns_end(ui);
	}
	if (!c->targets.count)
		ui_small(ui, "There was no target.");
	if (*cycle_help_total(rq->a, c))
		ui_small(ui, cycle_help_total(rq->a, c));
	ui_heading(ui, "What every adult did");
	cycle_strategies_read(ui, c);
	return NULL;
}

/* Where it goes from here: one thing first. */
static void next_steps(struct req *rq, struct ui *ui, const struct cycle *c)
{
	const char *decision = row_text(c->plan, PLAN_DECISION), *leave = arena_printf(rq->a, "%s/register/leave", c->who.href);
	const char *refer = arena_printf(rq->a, "%s/referrals/new", c->who.href), *next = arena_printf(rq->a, "%s/plans/new",
		c->who.href);
	bool leaves = strcmp(decision, "step_down") == 0 || strcmp(decision, "exit") == 0;

	if (!record_may(rq->act, &PLAN, RIGHT_ADD, c->who.pupil) || record_own_only(rq->act, &PLAN, RIGHT_EDIT) ||
		*c->who.alias || c->who.left != DAY_NONE || c->paper)
		return;
	ui_acts(ui);
	if (leaves && rq_leads(rq, leave))
		ui_button_link(ui, UI_PRIMARY, "Take off the register, with a day to look again", leave);
	if (strcmp(decision, "specialist") == 0 && rq_leads(rq, refer))
		ui_button_link(ui, UI_PRIMARY, "Ask a specialist", refer);
	if (!leaves)
		ui_button_link(ui, strcmp(decision, "specialist") == 0 ? UI_SECONDARY : UI_PRIMARY, "Begin the next cycle", next);
	ui_acts_end(ui);
}

static void decide(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form)
{
	ui_input_select(ui, &(struct ui_input){ .name = "decision", .label = PLAN.fields[PLAN_DECISION].label, .strong = true,
		.value = rq->post && rq_param(rq, "decision") ? rq_text(rq, "decision") : form_value(form, PLAN_DECISION),
			.error = form_error_at(form, PLAN_DECISION) },
		choice_options(rq->a, PLAN_DECISIONS, "Not decided yet"));
	ui_small(ui, "Two cycles are often asked for before funding or a request. That is not the law: an assessment may be asked "
		"for at any time (CFA 2014 section 36).");
	if (c->who.young)
		ui_small(ui, "Ask the young person first: the decision is discussed with them.");
}

const struct fault *review_step_draw(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form)
{
	bool rates = !c->over && record_may(rq->act, &TARGET_REVIEW, RIGHT_ADD, c->who.pupil);

	if (c->over) {
		next_steps(rq, ui, c);
		TRY(read_only(rq, ui, c));
		TRY(cycle_lines(rq, ui, c, "review", NULL));
		if (*row_text(c->plan, PLAN_DECISION))
			ui_para(ui, arena_printf(rq->a, "What happens next: %s.", row_show(rq->a, c->plan, PLAN_DECISION)));
		return review_signatures(rq, ui, c);
	}
	if (strcmp(c->state, "assess") == 0 || strcmp(c->state, "plan") == 0)
		ui_note(ui, UI_PLAIN, "Not agreed yet.", "A review comes after the plan is agreed and done.");
	ui_form_begin(ui, &(struct ui_form){ .action = c->edits ? c->href : arena_printf(rq->a, "%s/reviewed", c->href),
		.version = c->edits ? row_version(c->plan) : 0, .draft = true });
	part_first_button(ui);
	ui_hidden(ui, "plan-step", "review");
	ui_heading(ui, "How each target went");
	for (int i = 0; rates && i < c->targets.count; i++)
		TRY(rate(rq, ui, c, c->targets.row[i]));
	helped(rq, ui, c);
	TRY(cycle_lines(rq, ui, c, "review", c->edits ? form : NULL));
	if (c->edits && form)
		decide(rq, ui, c, form);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the review", "plan-do", "save");
	ui_acts_end(ui);
	ui_small(ui, "Nothing is closed before it is signed below.");
	ui_form_end(ui);
	cycle_view_form(rq, ui, c, "review");
	return review_signatures(rq, ui, c);
}

const struct fault *review_step_post(struct req *rq, struct ui *ui, struct cycle *c)
{
	struct form *form = cycle_form(rq, c, "review"), *typed = rq_form(rq, c->r);
	int wrong = 0;

	form->values[PLAN_DECISION] = typed->values[PLAN_DECISION];
	if (strcmp(c->state, "do") == 0)
		form_set(form, PLAN_STATE, "review");
	TRY(save_all(rq, ui, c, &wrong));
	if (!wrong)
		TRY(save_helped(rq, c));
	if (!wrong) {
		const struct fault *f = record_change(rq->act, c->plan, form);

		if (f && (f->code != FAULT_INVALID || !form->error_count))
			return f;
	}
	if (wrong || form->error_count)
		return cycle_page_with(rq, ui, c, form, "review");
	rq_notice(rq, cycle_undo(rq, c->id), "The review of %s is saved.", c->who.first);
	return go(rq, "%s?step=review", c->href);
}

/* Those who teach the child say how targets went and what helped; the plan itself is not theirs. */
const struct fault *plan_reviewed_post(struct req *rq, struct ui *ui)
{
	struct cycle c;
	int wrong = 0;

	TRY(cycle_fetch(rq, &c));
	TRY(save_all(rq, ui, &c, &wrong));
	if (!wrong && record_may(rq->act, &STRATEGY_USE, RIGHT_EDIT, c.who.pupil))
		TRY(save_helped(rq, &c));
	if (wrong)
		return cycle_page_with(rq, ui, &c, NULL, "review");
	rq_notice(rq, cycle_undo(rq, c.id), "Saved: how the targets of %s went.", c.who.first);
	return go(rq, "%s?step=review", c.href);
}
