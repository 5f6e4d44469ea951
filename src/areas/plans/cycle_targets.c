/* cycle_targets.c - the Plan step as a page: a card a target with what the helper says, parents and review. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "areas/plans/cycle_plan.h"
#include "areas/plans/cycle_review.h"
#include "areas/plans/helper.h"
#include "base/text.h"

/* One card: of a target that is kept, or of one to come. */
struct card { struct ui *ui; const struct cycle *c; const char *prefix; const struct row *target; const struct form *form; };

static const char *value(const struct card *k, int field)
{
	if (k->form && k->form->values[field])
		return k->form->values[field];
	return k->target ? row_text(k->target, field) : "";
}

static struct ui_input input(const struct card *k, int field, const char *label)
{
	struct ui *ui = k->ui;

	return (struct ui_input){ .name = arena_printf(ui->a, "%s-%s", k->prefix, TARGET.fields[field].name), .label = label ?
		label : TARGET.fields[field].label,
		.value = value(k, field), .error = form_error_at(k->form, field), .strong = true };
}

static void line(const struct card *k, int field, const char *label, const char *mode)
{
	struct ui_input in = input(k, field, label);

	in.inputmode = mode;
	ui_input(k->ui, &in);
}

static void date(const struct card *k, int field, const char *label)
{
	struct ui_input in = input(k, field, label);
	day review = row_day(k->c->plan, PLAN_REVIEW_ON), typed = day_parse(in.value);

	if (typed != DAY_NONE)
		in.value = day_long(k->ui->a, typed);
	else if (!*in.value && !k->target && review != DAY_NONE && field == TARGET_BY)
		in.value = day_long(k->ui->a, review);
	ui_input(k->ui, &in);
}

static void choice(const struct card *k, int field, const char *label)
{
	struct ui_input in = input(k, field, label);

	ui_input_select(k->ui, &in, choice_options(k->ui->a, TARGET.fields[field].choices, "Not said"));
}

static void longer(const struct card *k, int field, const char *label, const char *hint, int rows)
{
	struct ui_input in = input(k, field, label);

	in.hint = hint;
	in.rows = rows;
	ui_input_long(k->ui, &in);
}

/* ---- the helper ---- */

static bool was_answered(struct arena *a, const struct row *target)
{
	const char *mark = row_text(target, TARGET_ANSWERED);

	return *mark && strcmp(mark, plan_words_mark(a, row_text(target, TARGET_OUTCOME))) == 0;
}

static int look(struct arena *a, const struct card *k, struct helper_says *says)
{
	const struct helper_target t = { value(k, TARGET_OUTCOME), value(k, TARGET_BASELINE), value(k, TARGET_AIM),
		value(k, TARGET_MEASURE), value(k, TARGET_START), value(k, TARGET_GOAL), value(k, TARGET_BY) };

	return k->target && was_answered(a, k->target) ? -1 : helper_look(a, &t, k->c->who.first, says);
}

static void helper(const struct card *k)
{
	struct helper_says says[HELPER_MOST];
	struct ui *ui = k->ui;
	int n = look(ui->a, k, says);

	if (n < 0 || text_blank(value(k, TARGET_OUTCOME)))
		return; /* answered, or nothing to speak of */
	if (!n) {
		ui_note(ui, UI_OK, "✓ Measurable.", "A new adult could check this without asking you.");
		return;
	}
	ui_note_begin(ui, UI_SOON);
	for (int i = 0; i < n; i++)
		part_helper(ui, &says[i]);
	if (k->target)
		part_helper_acts(ui, says[0].rule == HELPER_SUPPORT, row_id(k->target), row_text(k->target, TARGET_NUMBER));
	ui_note_end(ui);
}

/* With scripts it speaks while one types (data-live, from the page below); without, when the plan is saved. */
static void helper_place(const struct card *k)
{
	part_says_begin(k->ui, k->c->href, k->prefix);
	helper(k);
	part_says_end(k->ui);
}

const struct fault *plan_helper_page(struct req *rq, struct ui *ui)
{
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	if (!c.edits)
		return FAULT(rq->a, FAULT_NONE, "this person does not write that plan");
	plan_cards_typed(rq, &c);
	ui->shell.title = "What the helper says";
	ui_title(ui, NULL, "What the helper says", "Of each target as it is typed. It never stops you.");
	for (int i = 0; i < c.targets.count; i++)
		helper_place(&(struct card){ ui, &c, arena_printf(rq->a, "t-%s", row_id(c.targets.row[i])), c.targets.row[i],
			c.typed[i] });
	for (int i = 1; i <= PLAN_FRESH; i++) {
		const char *prefix = arena_printf(rq->a, "n-%d", i);

		helper_place(&(struct card){ ui, &c, prefix, NULL, target_typed(rq, prefix) });
	}
	return NULL;
}

/* ---- cards ---- */

/* The long-term targets of the plan that this one may lead to. */
static void toward(const struct card *k)
{
	struct ui_option *o = arena_array(k->ui->a, (size_t)k->c->targets.count + 2, sizeof *o);
	struct ui_input in = input(k, TARGET_TOWARD, NULL);
	int n = 0;

	o[n++] = (struct ui_option){ .value = "", .label = "None" };
	for (int i = 0; i < k->c->targets.count; i++) {
		const struct row *t = k->c->targets.row[i];

		if (t != k->target && strcmp(row_text(t, TARGET_HORIZON), "long") == 0)
			o[n++] = (struct ui_option){ .value = row_id(t), .label = arena_printf(k->ui->a, "%s. %s",
				row_text(t, TARGET_NUMBER), text_shorten(k->ui->a, row_text(t, TARGET_OUTCOME), 60)) };
	}
	if ((n > 1 && strcmp(value(k, TARGET_HORIZON), "long") != 0) || in.error)
		ui_input_select(k->ui, &in, o);
}

static bool help_said(const struct card *k)
{
	return *value(k, TARGET_HELP) || *value(k, TARGET_HELP_NEXT) || *value(k, TARGET_MINUTES) || *value(k, TARGET_MINUTES_AIM);
}

/* Help that is to become less: where it is, the next step, by when, and the minutes. */
static void less_help(const struct card *k)
{
	struct ui *ui = k->ui;

	if (!help_said(k))
		ui_details(ui, "Less help from adults: the next step and the minutes");
	part_grid(ui, 3);
	choice(k, TARGET_HELP, NULL);
	choice(k, TARGET_HELP_NEXT, NULL);
	date(k, TARGET_HELP_BY, NULL);
	part_grid_end(ui);
	part_grid(ui, 2);
	line(k, TARGET_MINUTES, NULL, "numeric");
	line(k, TARGET_MINUTES_AIM, NULL, "numeric");
	part_grid_end(ui);
	if (!help_said(k))
		ui_details_end(ui);
}

static void card(const struct card *k, const char *number)
{
	struct ui *ui = k->ui;

	part_card_begin(ui, k->prefix, arena_printf(ui->a, "Target %s", number));
	if (k->target)
		ui_hidden(ui, arena_printf(ui->a, "%s-version", k->prefix),
			arena_printf(ui->a, "%lld", (long long)row_version(k->target)));
	longer(k, TARGET_OUTCOME, arena_printf(ui->a, "What will %s be able to do?", k->c->who.first), NULL, 2);
	helper_place(k);
	part_grid(ui, 3);
	line(k, TARGET_BASELINE, arena_printf(ui->a, "Where %s is now", k->c->who.first), NULL);
	line(k, TARGET_AIM, "What we aim for", NULL);
	line(k, TARGET_MEASURE, "How and how often we will know", NULL);
	part_grid_end(ui);
	part_grid(ui, 3);
	line(k, TARGET_START, "Number now", "numeric");
	line(k, TARGET_GOAL, "Number aimed for", "numeric");
	line(k, TARGET_UNIT, "Counted in", NULL);
	part_grid_end(ui);
	part_grid(ui, 3);
	date(k, TARGET_BY, "By");
	choice(k, TARGET_HORIZON, NULL);
	toward(k);
	part_grid_end(ui);
	line(k, TARGET_OWN, arena_printf(ui->a, "In %s’s own words", k->c->who.first), NULL);
	less_help(k);
	ui_details(ui, "At school, at home, area of need");
	longer(k, TARGET_SCHOOL, NULL, TARGET.fields[TARGET_SCHOOL].hint, 2);
	longer(k, TARGET_HOME, NULL, NULL, 2);
	part_grid(ui, 2);
	choice(k, TARGET_AREA, NULL);
	choice(k, TARGET_BETTER, NULL);
	part_grid_end(ui);
	ui_details_end(ui);
	if (k->target)
		part_remove(ui, row_id(k->target), number);
	part_card_end(ui);
}

static void cards(struct req *rq, struct ui *ui, const struct cycle *c)
{
	int blank = *rq_text(rq, "add") ? 1 : c->targets.count ? 0 : 2;

	part_anchor(ui, "targets");
	ui_heading(ui, "Targets");
	ui_para(ui, arena_printf(rq->a, "Two to four. Say what %s will be able to do, then how anyone could check it.",
		c->who.first));
	for (int i = 0; i < c->targets.count; i++)
		card(&(struct card){ ui, c, arena_printf(rq->a, "t-%s", row_id(c->targets.row[i])), c->targets.row[i],
			c->typed ? c->typed[i] : NULL },
			row_text(c->targets.row[i], TARGET_NUMBER));
	if (c->fresh_count > blank)
		blank = c->fresh_count;
	for (int i = 0; i < blank; i++)
		card(&(struct card){ ui, c, arena_printf(rq->a, "n-%d", i + 1), NULL, i < c->fresh_count ? c->fresh[i] : NULL },
			arena_printf(rq->a, "%d", c->targets.count + i + 1));
	ui_acts(ui);
	ui_button(ui, UI_SECONDARY, "Add a target", "plan-do", "add");
	ui_button(ui, UI_SECONDARY, "Save and check", "plan-do", "check");
	ui_acts_end(ui);
	part_anchor_end(ui);
}

/* ---- parents, review, agreed ---- */

/* As it was typed or stands; before that the kind's interval from today, on a weekday, for people to change. */
static const char *review_day(struct req *rq, const struct cycle *c, const struct form *form, int weeks)
{
	const char *typed = form_value(form, PLAN_REVIEW_ON);
	day on = rq->act->today + 7 * weeks;

	if (*typed)
		return day_parse(typed) != DAY_NONE ? day_long(rq->a, day_parse(typed)) : typed;
	if (!weeks || rq->post || *row_text(c->plan, PLAN_FROM))
		return "";
	return day_long(rq->a, day_week(on) > 4 ? on + 7 - day_week(on) : on);
}

static const struct fault *parents(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form)
{
	const struct ui_option *staff;

	int weeks = (int)row_int(c->type, PLAN_TYPE_WEEKS);
	const char *review = review_day(rq, c, form, weeks);

	TRY(staff_options(rq, "Not said", &staff));
	ui_heading(ui, "Parents and review");
	part_grid(ui, 3);
	ui_input(ui, &(struct ui_input){ .name = "parents_told_on", .id = "parents_told_on-day", .label = c->who.young ?
		"Date they were told" : "Date the parents were told",
		.hint = c->steps ? "Before the plan can be agreed" : "You can leave this empty", .strong = true,
		.value = day_parse(form_value(form, PLAN_TOLD_ON)) != DAY_NONE ?
		day_long(rq->a, day_parse(form_value(form, PLAN_TOLD_ON))) : form_value(form, PLAN_TOLD_ON),
			.error = form_error_at(form, PLAN_TOLD_ON) });
	ui_input(ui, &(struct ui_input){ .name = "parents_told_how", .label = "How", .hint = "For example at a meeting",
		.strong = true, .value = form_value(form, PLAN_TOLD_HOW), .error = form_error_at(form, PLAN_TOLD_HOW) });
	ui_input(ui, &(struct ui_input){ .name = "review_on", .id = "review_on-day", .label = "Review date",
		.hint = weeks ? arena_printf(rq->a, "Agreed with parents; every %d weeks for this kind", weeks) :
		"Leave empty if it is not reviewed at set times", .strong = true, .value = review, .error = form_error_at(form,
			PLAN_REVIEW_ON) });
	part_grid_end(ui);
	ui_input_select(ui, &(struct ui_input){ .name = "lead", .label = "Who leads it",
		.hint = "The class or subject teacher stays responsible (Code 6.52)",
		.strong = true, .value = form_value(form, PLAN_LEAD) }, staff);
	return NULL;
}

static const char *state_words(struct arena *a, const struct cycle *c)
{
	struct helper_says says[HELPER_MOST];
	int unclear = 0;

	for (int i = 0; i < c->targets.count; i++)
		unclear += look(a, &(struct card){ .c = c, .target = c->targets.row[i] }, says) > 0;
	if (!unclear && *row_text(c->plan, PLAN_FROM))
		return "Agreed. What was there before stays in its history.";
	if (!unclear)
		return "Agreeing it begins the cycle and sets the review.";
	return arena_printf(a, "%d target%s could be clearer; that does not stop you.", unclear, unclear == 1 ? "" : "s");
}

static const struct fault *read_only(struct req *rq, struct ui *ui, const struct cycle *c)
{
	const char *lead;

	TRY(staff_name_of(rq, row_text(c->plan, PLAN_LEAD), &lead));
	if (cycle_has_kind(c, NULL, "targets")) {
		ui_heading(ui, "Targets");
		for (int i = 0; i < c->targets.count; i++)
			TRY(cycle_target_read(rq, ui, c, c->targets.row[i]));
		if (!c->targets.count)
			ui_small(ui, "No target yet.");
		if (*cycle_help_total(rq->a, c))
			ui_small(ui, cycle_help_total(rq->a, c));
	}
	if (cycle_has_kind(c, NULL, "actions"))
		TRY(actions_read(rq, ui, c));
	if (cycle_has_kind(c, NULL, "strategies")) {
		ui_heading(ui, "What every adult does");
		cycle_strategies_read(ui, c);
	}
	TRY(cycle_lines(rq, ui, c, c->steps ? "plan" : NULL, NULL)); /* a kind without steps has one page */
	ui_heading(ui, "Parents and review");
	ui_facts(ui);
	ui_fact(ui, "Told", *row_text(c->plan, PLAN_TOLD_ON) ? arena_printf(rq->a, "%s, %s", row_show(rq->a, c->plan,
		PLAN_TOLD_ON), row_text(c->plan, PLAN_TOLD_HOW)) : "Not yet");
	ui_fact(ui, "Review", *row_text(c->plan, PLAN_REVIEW_ON) ? row_show(rq->a, c->plan, PLAN_REVIEW_ON) : "No date");
	ui_fact(ui, "Led by", lead);
	ui_facts_end(ui);
	return NULL;
}

/* Beside the plan: how it went in the cycle before, and what the child said. */
static const struct fault *beside(struct req *rq, struct ui *ui, const struct cycle *c)
{
	const char *follows = row_text(c->plan, PLAN_FOLLOWS);
	struct cycle before;

	if (c->views.count) {
		ui_panel(ui, &(struct ui_panel){ .title = "What people said", .count = -1, .plain = true });
		cycle_views(rq, ui, c, "");
		ui_panel_end(ui);
	}
	if (!*follows)
		return NULL;
	TRY(cycle_read(rq, follows, &before));
	for (int i = 0; i < before.targets.count && i < 3; i++) {
		const struct row *t = before.targets.row[i], *r = cycle_review_of(&before, row_id(t));

		ui_panel(ui, &(struct ui_panel){ .title = arena_printf(rq->a, "Target %s in cycle %s", row_text(t, TARGET_NUMBER),
			row_text(before.plan, PLAN_NUMBER)), .count = -1, .plain = i > 0 || c->views.count });
		cycle_graph(ui, &before, t, false);
		ui_small(ui, row_text(t, TARGET_OUTCOME));
		if (r)
			ui_small(ui, cycle_result_words(rq->a, r));
		ui_panel_end(ui);
	}
	return NULL;
}

static const struct fault *plan_form_draw(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form);

static const struct fault *plan_form_beside(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form)
{
	if (!c->views.count && !*row_text(c->plan, PLAN_FOLLOWS))
		return plan_form_draw(rq, ui, c, form);
	ui_columns(ui, UI_RAIL);
	TRY(plan_form_draw(rq, ui, c, form));
	ui_column_next(ui);
	TRY(beside(rq, ui, c));
	ui_columns_end(ui);
	return NULL;
}

const struct fault *plan_step_draw(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form)
{
	bool agreed = strcmp(c->state, "assess") != 0 && strcmp(c->state, "plan") != 0;

	if (!form)
		TRY(read_only(rq, ui, c));
	else
		TRY(plan_form_beside(rq, ui, c, form));
	return !c->steps && agreed ? review_signatures(rq, ui, c) : NULL;
}

static const struct fault *plan_form_draw(struct req *rq, struct ui *ui, const struct cycle *c, const struct form *form)
{
	bool agreed = strcmp(c->state, "assess") != 0 && strcmp(c->state, "plan") != 0;

	if (form_error_at(form, -1))
		ui_error(ui, c->targets.count ? "targets" : "n-1-outcome", form_error_at(form, -1));
	ui_form_begin(ui, &(struct ui_form){ .action = c->href, .version = row_version(c->plan), .draft = true });
	part_first_button(ui);
	ui_hidden(ui, "plan-step", "plan");
	if (cycle_has_kind(c, NULL, "targets"))
		cards(rq, ui, c);
	if (cycle_has_kind(c, NULL, "actions"))
		TRY(actions_draw(rq, ui, c));
	if (cycle_has_kind(c, "plan", "strategies"))
		TRY(strategies_draw(rq, ui, c));
	TRY(cycle_lines(rq, ui, c, c->steps ? "plan" : NULL, form));
	TRY(parents(rq, ui, c, form));
	ui_sticky(ui);
	if (!agreed)
		ui_button(ui, UI_PRIMARY, c->steps ? "Agree the plan" : "Put it into use", "plan-do", "agree");
	ui_button(ui, agreed ? UI_PRIMARY : UI_SECONDARY, "Save", "plan-do", "save");
	ui_sticky_end(ui, state_words(rq->a, c));
	ui_form_end(ui);
	return NULL;
}
