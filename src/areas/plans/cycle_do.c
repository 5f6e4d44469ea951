/* cycle_do.c - the Do step: each target with its line, a number added in three taps, what every adult does. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "base/text.h"

static void add_point(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *target)
{
	const char *n = row_text(target, TARGET_NUMBER), *unit = row_text(target, TARGET_UNIT);
	const struct choice *kinds = PROGRESS.fields[PROGRESS_KIND].choices;

	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/points", c->href), .css = "os-point",
		.label = arena_printf(rq->a, "A check of target %s", n) });
	ui_hidden(ui, "target", row_id(target));
	ui_input(ui, &(struct ui_input){ .name = "value", .id = arena_printf(rq->a, "value-%s", row_id(target)),
		.inputmode = "numeric", .width = 5, .strong = true,
		.label = *unit ? arena_printf(rq->a, "Now (%s)", unit) : "Number now",
		.value = strcmp(rq_text(rq, "target"), row_id(target)) == 0 ? rq_text(rq, "value") : "" });
	ui_button(ui, UI_SECONDARY, "Add", NULL, NULL);
	ui_details(ui, "Another day, a note, or a change of support");
	ui_input(ui, &(struct ui_input){ .name = "on_day", .id = arena_printf(rq->a, "on-%s", row_id(target)), .label = "Day",
		.hint = "Empty is today", .width = 20 });
	ui_input_select(ui, &(struct ui_input){ .name = "kind", .id = arena_printf(rq->a, "kind-%s", row_id(target)),
		.label = "What this is", .value = "point" },
		choice_options(rq->a, kinds, NULL));
	ui_input(ui, &(struct ui_input){ .name = "note", .id = arena_printf(rq->a, "note-%s", row_id(target)), .label = "Note" });
	ui_details_end(ui);
	ui_form_end(ui);
}

static const struct fault *target(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *t)
{
	struct target_line l = cycle_line(rq->a, c, t);
	bool calls = l.says == PROGRESS_CHANGE || l.says == PROGRESS_RAISE;
	bool counted = !cycle_long(t) || l.line.count || l.says != PROGRESS_NO_AIM;
	const char *help;

	TRY(cycle_help_words(rq, c, t, &help));
	part_anchor(ui, arena_printf(rq->a, "t-%s", row_id(t)));
	ui_columns(ui, UI_TWO);
	ui_heading_s(ui, arena_printf(rq->a, "%s. %s", row_text(t, TARGET_NUMBER), row_text(t, TARGET_OUTCOME)));
	ui_small(ui, cycle_target_words(rq->a, t));
	ui_facts(ui);
	ui_fact(ui, "Start", row_text(t, TARGET_BASELINE));
	ui_fact(ui, "How we know", row_text(t, TARGET_MEASURE));
	ui_fact(ui, "School", row_text(t, TARGET_SCHOOL));
	ui_fact(ui, "Home", row_text(t, TARGET_HOME));
	ui_fact(ui, "Adult help", help);
	ui_fact(ui, "Where it leads", cycle_toward_words(rq->a, c, t));
	ui_fact(ui, arena_printf(rq->a, "%s says", c->who.first), row_text(t, TARGET_OWN));
	ui_fact(ui, arena_printf(rq->a, "%s’s card", c->who.first), card_words(rq->a, c, row_id(t)));
	ui_facts_end(ui);
	if (c->adds && counted)
		add_point(rq, ui, c, t);
	ui_column_next(ui);
	cycle_graph(ui, c, t, false);
	if (!counted)
		ui_small(ui, "Looked at, not counted: its steps have the numbers.");
	else if (calls)
		ui_note(ui, l.says == PROGRESS_CHANGE ? UI_SOON : UI_OK, "The rule says:", progress_words(l.says));
	else
		ui_small(ui, progress_words(l.says));
	ui_columns_end(ui);
	part_anchor_end(ui);
	return NULL;
}

const struct fault *do_step_draw(struct req *rq, struct ui *ui, const struct cycle *c)
{
	bool begun = strcmp(c->state, "do") == 0 || strcmp(c->state, "review") == 0;
	const char *meetings;

	cycle_register_note(rq, ui, c);
	if (!begun && !c->over)
		ui_note(ui, UI_PLAIN, "Not agreed yet.", "Checks can be added; the aim line begins on the day the plan is agreed.");
	if (!c->targets.count)
		ui_empty(ui, "This plan has no target yet.", "Write one", arena_printf(rq->a, "%s?step=plan", c->href));
	if (c->targets.count)
		ui_heading(ui, "Targets");
	for (int i = 0; i < c->targets.count; i++)
		TRY(target(rq, ui, c, c->targets.row[i]));
	if (c->targets.count)
		ui_small(ui, arena_printf(rq->a, "Rule in force: %s A school’s practice, not the law; people decide at the review.",
			PROGRESS_RULE));
	if (*cycle_help_total(rq->a, c))
		ui_small(ui, cycle_help_total(rq->a, c));
	if (cycle_has_kind(c, NULL, "actions"))
		TRY(actions_read(rq, ui, c));
	ui_heading(ui, "What every adult does");
	cycle_strategies_read(ui, c);
	TRY(cycle_lines(rq, ui, c, "do", NULL));
	TRY(cycle_meetings_words(rq, c, &meetings));
	if (*meetings && !c->over)
		ui_small(ui, meetings);
	if (strcmp(c->state, "do") == 0 && c->adds) {
		ui_acts(ui);
		ui_button_link(ui, UI_SECONDARY, "Go to the review", arena_printf(rq->a, "%s?step=review", c->href));
		ui_acts_end(ui);
	}
	cycle_view_form(rq, ui, c, "do");
	return NULL;
}

static bool of_plan(const struct cycle *c, const char *target)
{
	for (int i = 0; i < c->targets.count; i++)
		if (strcmp(row_id(c->targets.row[i]), target) == 0)
			return true;
	return false;
}

const struct fault *plan_point_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &PROGRESS);
	const char *target = rq_text(rq, "target"), *id;
	const struct fault *f;
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	if (!of_plan(&c, target))
		return FAULT(rq->a, FAULT_NONE, "that target is of another plan");
	form->version = 0;
	form_set(form, PROGRESS_ON, *form_value(form, PROGRESS_ON) ? form_value(form, PROGRESS_ON) : day_iso(rq->a,
		rq->act->today));
	form_set(form, PROGRESS_KIND, *form_value(form, PROGRESS_KIND) ? form_value(form, PROGRESS_KIND) : "point");
	form_set(form, PROGRESS_BY, rq->act->who->staff);
	f = record_add(rq->act, &PROGRESS, c.who.pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		for (int i = 0; i < form->error_count; i++)
			ui_error(ui, arena_printf(rq->a, "%s-%s", form->errors[i].field == PROGRESS_ON ? "on" :
				form->errors[i].field == PROGRESS_KIND ? "kind" : "value", target),
				form->errors[i].text);
		return cycle_page_with(rq, ui, &c, NULL, "do");
	}
	TRY(f);
	rq_notice(rq, cycle_undo(rq, c.id), strcmp(form_value(form, PROGRESS_KIND), "point") == 0 ? "Added: %s." :
		"Added to the line.", form_value(form, PROGRESS_VALUE));
	return go(rq, "%s?step=do#t-%s", c.href, target);
}
