/* cycle_strategies.c - the school's bank of strategies beside a plan: those of the child's own needs first, each with how often it
 * helped here. Who does what by name is cycle_actions.c. */
#include <string.h>

#include "areas/plans/cycle.tmpl.h"
#include "areas/plans/cycle_plan.h"
#include "areas/plans/queries.sql.h"

static const struct { const char *type, *area; } AREA_OF[] = {
	{ "SPLD", "cognition" }, { "MLD", "cognition" }, { "SLD", "cognition" }, { "PMLD", "cognition" }, { "DS", "cognition" },
		{ "SLCN", "communication" },
	{ "ASD", "communication" }, { "SEMH", "semh" }, { "HI", "sensory" }, { "VI", "sensory" }, { "MSI", "sensory" },
	{ "PD", "sensory" },
};

static const struct fault *needs_areas(struct req *rq, const struct cycle *c, const char **out)
{
	const struct record *need = record_find(rq->act->house, "need");
	struct buf b = buf_new(rq->a);
	struct rows rows;

	*out = "";
	if (!need || !record_ever(rq->act, need, RIGHT_READ))
		return NULL;
	TRY(record_list(rq->act, need, &(struct ask){ .pupil = c->who.id, .as_at = day_iso(rq->a, rq->act->today),
		.clear_only = true }, &rows));
	for (int i = 0; i < rows.count; i++)
		for (size_t j = 0; j < sizeof AREA_OF / sizeof *AREA_OF; j++)
			if (strcmp(row_named(rows.row[i], "type"), AREA_OF[j].type) == 0)
				buf_printf(&b, " %s ", AREA_OF[j].area);
	*out = buf_text(&b);
	return NULL;
}

/* As it was sent, or as it stands. */
static bool chosen(struct req *rq, const struct cycle *c, const char *bank)
{
	if (rq_param(rq, "plan-step"))
		return *rq_text(rq, arena_printf(rq->a, "bank-%s", bank));
	for (int i = 0; i < c->uses.count; i++)
		if (strcmp(row_text(c->uses.row[i], STRATEGY_USE_BANK), bank) == 0)
			return true;
	return false;
}

static const char *worked(struct arena *a, const struct found *f, int i)
{
	int64_t uses = found_int(f, i, Q_PLAN_HELPED_USES);

	return uses ? arena_printf(a, "Helped %lld of the %lld times it was looked at", (long long)found_int(f, i,
		Q_PLAN_HELPED_HELPED), (long long)uses) : NULL;
}

static void bank_of(struct req *rq, struct ui *ui, const struct cycle *c, const struct found *f, const char *area,
	const char *label)
{
	int shown = 0;

	for (int i = 0; i < f->rows; i++) {
		if (strcmp(found_text(f, i, Q_PLAN_HELPED_NEED), area) != 0)
			continue;
		if (!shown++)
			ui_details(ui, label);
		ui_input_check(ui, arena_printf(ui->a, "bank-%s", found_text(f, i, Q_PLAN_HELPED_BANK)), found_text(f, i,
			Q_PLAN_HELPED_TEXT), worked(ui->a, f, i), chosen(rq, c, found_text(f, i, Q_PLAN_HELPED_BANK)));
	}
	if (shown)
		ui_details_end(ui);
}

const struct fault *strategies_draw(struct req *rq, struct ui *ui, const struct cycle *c)
{
	const struct choice *areas = TARGET.fields[TARGET_AREA].choices;
	const char *needs;
	struct found f;

	TRY(needs_areas(rq, c, &needs));
	TRY(query_run(rq->act, &Q_PLAN_HELPED, (const char *const[]){ "" }, &f));
	part_anchor(ui, "strategies");
	ui_heading(ui, "What every adult does");
	for (int i = 0; i < c->uses.count; i++) {
		const struct row *u = c->uses.row[i];

		if (*row_text(u, STRATEGY_USE_SIDE))
			continue; /* somebody's own part: under who does what */
		if (!*row_text(u, STRATEGY_USE_BANK))
			ui_input_check(ui, arena_printf(rq->a, "own-%s", row_id(u)), row_text(u, STRATEGY_USE_TEXT),
				"For this child", true);
		else
			ui_small(ui, arena_printf(rq->a, "✓ %s", row_text(u, STRATEGY_USE_TEXT)));
	}
	for (int pass = 0; pass < 2; pass++)
		for (const struct choice *a = areas; a->code; a++) {
			bool first = strstr(needs, arena_printf(rq->a, " %s ", a->code));

			if (first == !pass)
				bank_of(rq, ui, c, &f, a->code, arena_printf(rq->a, "%s%s", a->label,
					first ? arena_printf(rq->a, ": for %s’s needs", c->who.first) : ""));
		}
	bank_of(rq, ui, c, &f, "", "For all");
	ui_input(ui, &(struct ui_input){ .name = "own-new", .label = "Something for this child alone",
		.value = rq_text(rq, "own-new") });
	part_anchor_end(ui);
	return NULL;
}
