/* cycle_plan.c - the Plan step: targets, strategies, parents told, review day, agreed. Every button saves the whole page first;
 * what the helper says (helper.c) never stops it. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "areas/plans/cycle_plan.h"
#include "areas/plans/helper.h"
#include "base/text.h"

/* ---- targets as they are typed ---- */

struct from { struct req *rq; const char *prefix; };

static const char *get_prefixed(void *self, const char *name)
{
	struct from *from = self;

	return rq_param(from->rq, arena_printf(from->rq->a, "%s-%s", from->prefix, name));
}

struct form *target_typed(struct req *rq, const char *prefix)
{
	struct from from = { rq, prefix };
	struct form *form = form_read(rq->a, &TARGET, get_prefixed, &from);
	int64_t version;

	form->values[TARGET_PUPIL] = form->values[TARGET_PLAN] = form->values[TARGET_NUMBER] = NULL;
	if (text_to_int(rq_text(rq, arena_printf(rq->a, "%s-version", prefix)), &version))
		form->version = version;
	return form;
}

static bool anything(const struct form *form)
{
	for (int i = 0; i < form->r->count; i++)
		if (i != TARGET_BY && form->values[i] && !text_blank(form->values[i])) /* a day stands there by itself */
			return true;
	return false;
}

/* An invalid form is kept to be shown again; any other fault ends the act. */
static const struct fault *unless_invalid(const struct fault *f, const struct form *form, int *wrong)
{
	if (f && f->code == FAULT_INVALID && form->error_count) {
		(*wrong)++;
		return NULL;
	}
	return f;
}

static const char *prefix_of(struct arena *a, const struct row *target)
{
	return arena_printf(a, "t-%s", row_id(target));
}

/* What stands in a draft, or was sent, in the cards: nothing is saved. */
void plan_cards_typed(struct req *rq, struct cycle *c)
{
	c->typed = arena_array(rq->a, (size_t)c->targets.count + 1, sizeof *c->typed);
	for (int i = 0; i < c->targets.count; i++)
		if (rq_param(rq, arena_printf(rq->a, "%s-outcome", prefix_of(rq->a, c->targets.row[i]))))
			c->typed[i] = target_typed(rq, prefix_of(rq->a, c->targets.row[i]));
	for (int i = 1; i <= PLAN_FRESH; i++) {
		struct form *form = target_typed(rq, arena_printf(rq->a, "n-%d", i));

		if (anything(form))
			c->fresh[c->fresh_count++] = form;
	}
}

/* `gone`: a target that is taken out by the same button; what was typed in its card needs no checking. */
static const struct fault *change_targets(struct req *rq, struct cycle *c, const struct row *gone, int *wrong)
{
	c->typed = arena_array(rq->a, (size_t)c->targets.count + 1, sizeof *c->typed);
	for (int i = 0; i < c->targets.count; i++) {
		const char *prefix = prefix_of(rq->a, c->targets.row[i]);

		if (c->targets.row[i] == gone || !rq_param(rq, arena_printf(rq->a, "%s-outcome", prefix)))
			continue; /* added by somebody else since the page was drawn */
		c->typed[i] = target_typed(rq, prefix);
		TRY(unless_invalid(record_change(rq->act, c->targets.row[i], c->typed[i]), c->typed[i], wrong));
	}
	return NULL;
}

static int next_number(const struct cycle *c)
{
	int most = 0;

	for (int i = 0; i < c->targets.count; i++)
		if (row_int(c->targets.row[i], TARGET_NUMBER) > most)
			most = (int)row_int(c->targets.row[i], TARGET_NUMBER);
	return most + 1;
}

static const struct fault *add_targets(struct req *rq, struct cycle *c, int *wrong)
{
	for (int i = 1; i <= PLAN_FRESH; i++) {
		struct form *form = target_typed(rq, arena_printf(rq->a, "n-%d", i));
		const char *id;

		if (!anything(form))
			continue;
		c->fresh[c->fresh_count++] = form;
		form_set(form, TARGET_PLAN, c->id);
		form_set(form, TARGET_NUMBER, arena_printf(rq->a, "%d", next_number(c) + c->fresh_count - 1));
		TRY(unless_invalid(record_add(rq->act, &TARGET, c->who.pupil, form, &id), form, wrong));
	}
	return NULL;
}

/* ---- strategies ---- */

static const struct row *used(const struct cycle *c, const char *bank)
{
	for (int i = 0; i < c->uses.count; i++)
		if (strcmp(row_text(c->uses.row[i], STRATEGY_USE_BANK), bank) == 0)
			return c->uses.row[i];
	return NULL;
}

static const struct fault *use(struct req *rq, const struct cycle *c, const char *bank, const char *text)
{
	struct form *form = form_new(rq->a, &STRATEGY_USE);
	const char *id;

	form_set(form, STRATEGY_USE_PLAN, c->id);
	form_set(form, STRATEGY_USE_BANK, bank);
	form_set(form, STRATEGY_USE_TEXT, text_shorten(rq->a, text, 238));
	form_set(form, STRATEGY_USE_WHO, "All who teach");
	return record_add(rq->act, &STRATEGY_USE, c->who.pupil, form, &id);
}

static const struct fault *save_strategies(struct req *rq, const struct cycle *c)
{
	struct rows bank;

	if (!cycle_has_kind(c, "plan", "strategies"))
		return NULL;
	TRY(record_list(rq->act, &STRATEGY_BANK, &(struct ask){ .order = "need text" }, &bank));
	for (int i = 0; i < bank.count; i++) {
		const char *id = row_id(bank.row[i]);
		bool ticked = *rq_text(rq, arena_printf(rq->a, "bank-%s", id));
		const struct row *now = used(c, id);

		if (ticked && !now)
			TRY(use(rq, c, id, row_text(bank.row[i], STRATEGY_BANK_TEXT)));
		else if (!ticked && now)
			TRY(record_withdraw(rq->act, (struct row *)now, "not used"));
	}
	for (int i = 0; i < c->uses.count; i++)
		if (!*row_text(c->uses.row[i], STRATEGY_USE_BANK) && !*row_text(c->uses.row[i], STRATEGY_USE_SIDE) &&
			!*rq_text(rq, arena_printf(rq->a, "own-%s", row_id(c->uses.row[i]))))
			TRY(record_withdraw(rq->act, c->uses.row[i], "not used"));
	return *rq_text(rq, "own-new") ? use(rq, c, "", rq_text(rq, "own-new")) : NULL;
}

/* ---- what a button asks ---- */

/* "remove-ID": the id of one of the plan's targets, or NULL. */
static struct row *target_of(const struct cycle *c, const char *act, const char *word)
{
	size_t n = strlen(word);

	for (int i = 0; strncmp(act, word, n) == 0 && i < c->targets.count; i++)
		if (strcmp(act + n, row_id(c->targets.row[i])) == 0)
			return c->targets.row[i];
	return NULL;
}

static const struct fault *answered(struct req *rq, const struct row *target)
{
	struct form *form = form_new(rq->a, &TARGET);
	struct row *now;

	TRY(record_get(rq->act, &TARGET, row_id(target), &now));
	form_set(form, TARGET_ANSWERED, plan_words_mark(rq->a, row_text(now, TARGET_OUTCOME)));
	return record_change(rq->act, now, form);
}

/* Those that stay are numbered anew, so that no number is missing; what led to the one that went leads nowhere. */
static const struct fault *renumber(struct req *rq, const struct cycle *c, const char *gone)
{
	struct rows left;

	TRY(record_list(rq->act, &TARGET, &(struct ask){ .pupil = c->who.id, .where = { { TARGET_PLAN, IS, c->id } },
		.order = "number" }, &left));
	for (int i = 0; i < left.count; i++) {
		struct form *form = form_new(rq->a, &TARGET);

		form_set(form, TARGET_NUMBER, arena_printf(rq->a, "%d", i + 1));
		if (strcmp(row_text(left.row[i], TARGET_TOWARD), gone) == 0)
			form_set(form, TARGET_TOWARD, "");
		TRY(record_change(rq->act, left.row[i], form));
	}
	return NULL;
}

static const struct fault *withdraw(struct req *rq, const struct cycle *c, const struct row *target, const char *why)
{
	struct row *now;

	TRY(record_get(rq->act, &TARGET, row_id(target), &now));
	TRY(record_withdraw(rq->act, now, why));
	return renumber(rq, c, row_id(target));
}

static const struct fault *one_target(struct req *rq, const struct cycle *c, const char *act)
{
	struct row *target;

	if ((target = target_of(c, act, "remove-")))
		return withdraw(rq, c, target, "removed from the plan");
	if ((target = target_of(c, act, "support-"))) {
		const char *typed = rq_text(rq, arena_printf(rq->a, "%s-outcome", prefix_of(rq->a, target)));

		TRY(use(rq, c, "", *typed ? typed : row_text(target, TARGET_OUTCOME)));
		return withdraw(rq, c, target, "moved to support");
	}
	if ((target = target_of(c, act, "leave-")))
		return answered(rq, target);
	return NULL;
}

/* Support under the Code begins with the parents told; a kind of the school's own without steps asks only for what it asks. */
static void check_agreed(struct req *rq, struct form *form, const struct cycle *c)
{
	day review = day_typed(form_value(form, PLAN_REVIEW_ON));
	bool reviewed = c->steps || row_int(c->type, PLAN_TYPE_WEEKS);

	if (c->steps && !*form_value(form, PLAN_TOLD_ON))
		form_error(form, PLAN_TOLD_ON,
			"Enter the day the parents were told: the law asks for it before support begins (CFA 2014 section 68)");
	if (c->steps && !*form_value(form, PLAN_TOLD_HOW))
		form_error(form, PLAN_TOLD_HOW, "Enter how the parents were told, for example at a meeting");
	if (reviewed && !*form_value(form, PLAN_REVIEW_ON))
		form_error(form, PLAN_REVIEW_ON, "Enter the day of the review");
	else if (review != DAY_NONE && review <= rq->act->today)
		form_error(form, PLAN_REVIEW_ON, "The day of the review must be after today");
	if (cycle_has_kind(c, c->steps ? "plan" : NULL, "targets") && !c->targets.count && !c->fresh_count)
		form_error(form, -1, "Write at least one target: what will %s be able to do?", c->who.first);
	for (const struct choice *step = PLAN_STEPS; step->code; step++)
		if (strcmp(step->code, "plan") == 0 || !c->steps)
			plan_missing(form, c->plan, &c->lines, step->code);
}

static struct form *plan_form(struct req *rq, const struct cycle *c)
{
	static const int ALSO[] = { PLAN_TOLD_ON, PLAN_TOLD_HOW, PLAN_REVIEW_ON, PLAN_LEAD };
	struct form *typed = rq_form(rq, c->r), *form = cycle_form(rq, c, "plan");

	for (size_t i = 0; i < sizeof ALSO / sizeof *ALSO; i++)
		form->values[ALSO[i]] = typed->values[ALSO[i]];
	return form;
}

static const struct fault *agree(struct req *rq, const struct cycle *c, struct form *form)
{
	form_set(form, PLAN_STATE, "do");
	if (!*row_text(c->plan, PLAN_FROM))
		form_set(form, PLAN_FROM, day_iso(rq->a, rq->act->today));
	return NULL;
}

static const struct fault *done(struct req *rq, const struct cycle *c, const char *act)
{
	if (strcmp(act, "agree") == 0) {
		struct row *now;

		TRY(record_get(rq->act, &PLAN, c->id, &now));
		if (c->steps)
			TRY(plan_tell_register(rq->act, c->who.id, row_text(now, PLAN_REVIEW_ON)));
		if (*row_text(now, PLAN_REVIEW_ON))
			rq_notice(rq, cycle_undo(rq, c->id), "Agreed. The review of %s is on %s.", c->who.first,
				row_show(rq->a, now, PLAN_REVIEW_ON));
		else
			rq_notice(rq, cycle_undo(rq, c->id), "In use for %s from today.", c->who.first);
		return go(rq, "%s?step=do", c->href);
	}
	rq_notice(rq, cycle_undo(rq, c->id), strncmp(act, "support-", 8) == 0 ? "Moved: it stands under what every adult does." :
		"Saved.");
	return go(rq, "%s?step=plan%s", c->href, strcmp(act, "add") == 0 ? "&add=1#n-1" : strncmp(act, "support-", 8) == 0 ?
		"#strategies" : strcmp(act, "add-action") == 0 ? "&part=1#actions" : strncmp(act, "drop-", 5) == 0 ?
		"#actions" : "#targets");
}

const struct fault *plan_step_post(struct req *rq, struct ui *ui, struct cycle *c)
{
	const char *act = rq_text(rq, "plan-do");
	struct form *form = plan_form(rq, c);
	const struct row *gone = target_of(c, act, "remove-");
	int wrong = 0;

	gone = gone ? gone : target_of(c, act, "support-");
	TRY(change_targets(rq, c, gone, &wrong));
	TRY(add_targets(rq, c, &wrong));
	if (cycle_has_kind(c, NULL, "actions"))
		TRY(actions_save(rq, ui, c, &wrong));
	if (!wrong)
		TRY(save_strategies(rq, c));
	if (strcmp(act, "agree") == 0) {
		check_agreed(rq, form, c);
		TRY(agree(rq, c, form));
	}
	if (!form->error_count)
		TRY(unless_invalid(record_change(rq->act, c->plan, form), form, &wrong));
	if (wrong || form->error_count)
		return cycle_page_with(rq, ui, c, form, "plan");
	TRY(one_target(rq, c, act));
	return done(rq, c, act);
}

const char *plan_words_mark(struct arena *a, const char *words)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (const char *p = text_fold(a, words); *p; p++)
		hash = (hash ^ (unsigned char)*p) * 0x100000001b3u;
	return arena_printf(a, "%016llx", (unsigned long long)hash);
}

/* The register keeps the day of the next review; the date that follows from it is the register's own. */
const struct fault *plan_tell_register(struct act *act, const char *pupil, const char *review_on)
{
	const struct record *status = record_find(act->house, "register_status");
	struct act *program = act_lift(act);
	struct rows rows;

	if (!status)
		return NULL;
	TRY(record_list(program, status, &(struct ask){ .pupil = pupil, .as_at = day_iso(act->a, act->today),
		.where = { { field_find(status, "provision"), IS, "K" } } }, &rows));
	for (int i = 0; i < rows.count; i++) {
		struct form *form = form_new(act->a, status);

		form_set(form, field_find(status, "review_on"), review_on);
		TRY(record_change(program, rows.row[i], form));
	}
	return NULL;
}
