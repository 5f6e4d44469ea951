/* cycle_register.c - a plan is agreed for a child who is not on the register: what the plan says already is not typed again
 * there. */
#include <strings.h>
#include <string.h>

#include "areas/plans/cycle.h"

static bool may_enter(struct req *rq, const struct row *pupil)
{
	const struct record *status = record_find(rq->act->house, "register_status");

	return status && record_may(rq->act, status, RIGHT_ADD, pupil);
}

void cycle_register_note(struct req *rq, struct ui *ui, const struct cycle *c)
{
	if (*c->who.status || c->over || c->who.left != DAY_NONE || !*row_text(c->plan, PLAN_TOLD_ON) || !may_enter(rq,
		c->who.pupil))
		return;
	ui_note_begin(ui, UI_SOON);
	ui_para(ui, arena_printf(rq->a, "The plan is agreed, and %s is not on the register yet.", c->who.first));
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/register", c->href) });
	ui_button(ui, UI_SECONDARY, arena_printf(rq->a, "Put %s on the register", c->who.first), NULL, NULL);
	ui_form_end(ui);
	ui_note_end(ui);
}

/* "By telephone", as the register keeps it: phone. "" for words of one's own. */
static const char *how_code(const struct record *status, const char *words)
{
	const struct choice *list = status->fields[field_find(status, "parents_told_how")].choices;

	for (int i = 0; list[i].code; i++)
		if (strcasecmp(list[i].label, words) == 0)
			return list[i].code;
	return "";
}

static const char *first_line(struct arena *a, const char *text)
{
	return arena_text_n(a, text, strcspn(text, "\n"));
}

const struct fault *plan_register_post(struct req *rq, struct ui *ui)
{
	struct cycle c;
	const char *told;

	(void)ui;
	TRY(cycle_fetch(rq, &c));
	if (!may_enter(rq, c.who.pupil))
		return FAULT(rq->a, FAULT_NONE, "the register");
	told = *row_text(c.plan, PLAN_TOLD_ON) ? row_text(c.plan, PLAN_TOLD_ON) : day_iso(rq->a, rq->act->today);
	return go_filled(rq, arena_printf(rq->a, "%s/register/enter", c.who.href), (const char *const[]){
		"provision", "K", "from", told, "reason", first_line(rq->a, row_named(c.plan, "concern")),
		"evidence", row_named(c.plan, "evidence"), "parents_told_on", told,
		"parents_told_how", how_code(record_find(rq->act->house, "register_status"), row_text(c.plan, PLAN_TOLD_HOW)),
		"review_on", row_text(c.plan, PLAN_REVIEW_ON), NULL });
}
