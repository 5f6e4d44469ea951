/* cycle_new.c - a child's plans as one story, and how the next one begins: as the next number of its kind, from where the last one
 * ended. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "areas/plans/queries.sql.h"
#include "base/text.h"

/* ---- all plans of a child ---- */

static bool is_over(const char *state)
{
	return strcmp(state, "signed") == 0 || strcmp(state, "ended") == 0;
}

static const char *when_words(struct arena *a, const struct found *f, int i, day today)
{
	day from = day_parse(found_text(f, i, Q_PLAN_CHAIN_BEGAN)), until = day_parse(found_text(f, i, Q_PLAN_CHAIN_ENDED));
	day review = day_parse(found_text(f, i, Q_PLAN_CHAIN_REVIEW_ON));

	if (until != DAY_NONE)
		return from == DAY_NONE ? day_short(a, until, today) : arena_printf(a, "%s to %s", day_short(a, from, today),
			day_short(a, until, today));
	if (review != DAY_NONE)
		return arena_printf(a, "review %s · %s", day_short(a, review, today), day_relative(a, review, today));
	return from == DAY_NONE ? "not agreed yet" : arena_printf(a, "since %s", day_short(a, from, today));
}

const char *cycle_result_words(struct arena *a, const struct row *review)
{
	const char *value = row_text(review, TARGET_REVIEW_VALUE), *next = row_text(review, TARGET_REVIEW_NEXT);

	return arena_printf(a, "%s%s%s%s%s", row_show(a, review, TARGET_REVIEW_RATING), *value ? ", " : "", value, *next ? "; " :
		"", *next ? row_show(a, review, TARGET_REVIEW_NEXT) : "");
}

static const struct fault *one_of_story(struct req *rq, struct ui *ui, void *self, int i)
{
	const struct found *f = self;
	struct cycle c;
	const char *state = found_text(f, i, Q_PLAN_CHAIN_STATE), *decision = found_text(f, i, Q_PLAN_CHAIN_DECISION);

	if (found_int(f, i, Q_PLAN_CHAIN_SHEET))
		return NULL;
	TRY(cycle_read(rq, found_text(f, i, Q_PLAN_CHAIN_ID), &c));
	ui_panel(ui, &(struct ui_panel){ .title = c.name, .count = -1, .link = c.over ? "Read it" : "Open it", .href = c.href,
		.plain = is_over(state) });
	ui_small(ui, arena_printf(rq->a, "%s · %s", choice_label(PLAN_STATES, state), when_words(rq->a, f, i, rq->act->today)));
	part_list_begin(ui);
	for (int j = 0; j < c.targets.count; j++) {
		const struct row *r = cycle_review_of(&c, row_id(c.targets.row[j]));

		part_story_target(ui, &c, c.targets.row[j], r ? cycle_result_words(rq->a, r) : "", !c.over &&
			*row_text(c.plan, PLAN_FROM));
	}
	part_list_end(ui);
	if (*decision)
		ui_para(ui, arena_printf(rq->a, "Decided: %s.", choice_label(PLAN_DECISIONS, decision)));
	ui_panel_end(ui);
	return NULL;
}

const struct fault *child_plans_page(struct req *rq, struct ui *ui)
{
	struct plan_child who;
	struct found f;
	int shown = 0;

	TRY(cycle_child(rq, rq->pupil, &who));
	TRY(query_run(rq->act, &Q_PLAN_CHAIN, (const char *const[]){ who.id }, &f));
	ui->shell.scale = UI_WORK;
	ui->shell.title = "Plans of a child"; /* a name would stay in the browser's history */
	about_crumbs(rq, (const char *const[]){ who.name, who.href, NULL });
	ui_head(ui, arena_printf(rq->a, "%s: plans", who.name), who.line);
	if (f.rows)
		ui_link_to(ui, "The whole story (PDF)", arena_printf(rq->a, "%s/plans.pdf", who.href));
	if (record_may(rq->act, &PLAN, RIGHT_ADD, rq->pupil) && !*who.alias && who.left == DAY_NONE &&
		!record_own_only(rq->act, &PLAN, RIGHT_EDIT))
		ui_button_link(ui, f.rows ? UI_SECONDARY : UI_PRIMARY, "Begin a plan", arena_printf(rq->a, "%s/plans/new",
			who.href));
	ui_head_end(ui);
	ui_tabs(ui, "Parts of the record", panels_links(rq, "child-tabs", who.href, "/plans"));
	plan_child_gone(ui, &who, "Plans that still run are ended early, with the reason.");
	TRY(parts_draw(rq, ui, f.rows, one_of_story, &f));
	for (int i = 0; i < f.rows; i++)
		shown += !found_int(&f, i, Q_PLAN_CHAIN_SHEET);
	if (!shown)
		ui_empty(ui, arena_printf(rq->a,
			"%s has no plan yet. A plan begins with what is known, then two to four targets that anybody could check.",
			who.first), NULL, NULL);
	return NULL;
}

/* ---- a plan begins ---- */

struct kinds { struct rows types; struct ui_option *options; const char *running; };

/* What may be begun: types in use that are no printed sheet. One cycle of a kind runs at a time. */
static const struct fault *kinds_of(struct req *rq, const struct found *chain, struct kinds *out)
{
	struct rows all;

	TRY(record_list(rq->act, &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_STATE, IS, "use" } } }, &all));
	*out = (struct kinds){ .types = { arena_array(rq->a, (size_t)all.count + 1, sizeof *all.row), 0 },
		.options = arena_array(rq->a, (size_t)all.count + 1, sizeof *out->options) };
	for (int i = 0; i < all.count; i++) {
		const struct row *t = all.row[i];
		const char *running = NULL;

		if (row_int(t, PLAN_TYPE_SHEET))
			continue;
		for (int j = 0; j < chain->rows; j++)
			if (strcmp(found_text(chain, j, Q_PLAN_CHAIN_TYPE_CODE), row_text(t, PLAN_TYPE_CODE)) == 0 &&
				!is_over(found_text(chain, j, Q_PLAN_CHAIN_STATE)))
				running = found_text(chain, j, Q_PLAN_CHAIN_ID);
		if (running) {
			out->running = running;
			continue;
		}
		out->options[out->types.count] = (struct ui_option){ .value = row_id(t), .label = plan_type_called(rq->a, t),
			.hint = row_text(t, PLAN_TYPE_SAYS) };
		out->types.row[out->types.count++] = all.row[i];
	}
	return NULL;
}

/* The last plan of its kind that was signed; NULL: none. Numbers go on. */
static const char *last_signed(const struct found *chain, const char *code, int *number)
{
	const char *last = NULL;
	int of = 0;

	*number = 1;
	for (int i = 0; i < chain->rows; i++) {
		int n = (int)found_int(chain, i, Q_PLAN_CHAIN_NUMBER);

		if (strcmp(found_text(chain, i, Q_PLAN_CHAIN_TYPE_CODE), code) != 0)
			continue;
		*number = n >= *number ? n + 1 : *number;
		if (strcmp(found_text(chain, i, Q_PLAN_CHAIN_STATE), "signed") == 0 && n > of) {
			last = found_text(chain, i, Q_PLAN_CHAIN_ID);
			of = n;
		}
	}
	return last;
}

static const struct fault *begin_draw(struct req *rq, struct ui *ui, const char *error)
{
	struct plan_child who;
	struct kinds k;
	struct found chain;

	TRY(cycle_child(rq, rq->pupil, &who));
	TRY(query_run(rq->act, &Q_PLAN_CHAIN, (const char *const[]){ who.id }, &chain));
	TRY(kinds_of(rq, &chain, &k));
	ui->shell.scale = UI_READ;
	ui->shell.title = "Begin a plan";
	about_crumbs(rq, (const char *const[]){ who.name, who.href, "Plans", arena_printf(rq->a, "%s/plans", who.href), NULL });
	ui_title(ui, arena_printf(rq->a, "%s · %s", who.name, who.line), arena_printf(rq->a, "Begin a plan for %s", who.first),
		chain.rows ? "What was kept or changed in the last cycle is carried over, starting from where it ended." : NULL);
	plan_child_gone(ui, &who, "A plan is begun for children on roll.");
	if (!*who.status)
		ui_note(ui, UI_PLAIN, arena_printf(rq->a, "%s is not on the register.", who.first),
			"You can write the plan first. Put the child on the register when it is agreed: parents are told then, "
			"too.");
	if (k.running) {
		ui_note_begin(ui, UI_PLAIN);
		ui_para(ui, "A cycle is running already. It is reviewed and signed, or ended early, before the next of its kind "
			"begins.");
		ui_link_to(ui, "Open it", arena_printf(rq->a, "/plans/%s", k.running));
		ui_note_end(ui);
	}
	if (!k.types.count || *who.alias)
		return NULL;
	ui_form_begin(ui, &(struct ui_form){ 0 });
	ui_hidden(ui, "worry", rq_text(rq, "worry"));
	ui_input_radios(ui, &(struct ui_input){ .name = "plan_type", .label = "Which plan?", .strong = true, .error = error,
		.value = k.types.count == 1 ? row_id(k.types.row[0]) : rq_text(rq, "plan_type") }, k.options);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Begin", NULL, NULL);
	ui_link_to(ui, "Cancel", who.href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *may_begin(struct req *rq)
{
	if (record_may(rq->act, &PLAN, RIGHT_ADD, rq->pupil) && !record_own_only(rq->act, &PLAN, RIGHT_EDIT))
		return NULL;
	journal_note(rq->act, "denied", PLAN.name, "", row_id(rq->pupil), "add");
	return FAULT(rq->a, FAULT_NONE, "this person begins no plan for that child");
}

const struct fault *plan_new_page(struct req *rq, struct ui *ui)
{
	TRY(may_begin(rq));
	return begin_draw(rq, ui, NULL);
}

static void take(struct form *form, const char *field, const char *value)
{
	int n = field_find(form->r, field);

	if (n >= PLAN_FIELDS && !text_blank(value))
		form_set(form, n, value);
}

/* The worry's own words are the first of the concern. */
static const struct fault *from_worry(struct req *rq, struct form *form, const char *worry)
{
	const struct record *r = record_find(rq->act->house, "worry");
	struct row *row;

	if (!*worry || !r)
		return NULL;
	TRY(record_get(rq->act, r, worry, &row));
	if (strcmp(row_about(row), row_id(rq->pupil)) != 0)
		return FAULT(rq->a, FAULT_NONE, "that worry is about another child");
	form_set(form, PLAN_WORRY, worry);
	take(form, "concern", arena_printf(rq->a, "%s: %s", row_named(row, "hard"), row_named(row, "seen")));
	if (*row_named(row, "tried"))
		take(form, "evidence", arena_printf(rq->a, "Tried already: %s", row_named(row, "tried")));
	return NULL;
}

static void from_before(const struct cycle *before, struct form *form)
{
	static const char *const CARRIED[] = { "concern", "barriers", "adjustments" };

	for (size_t i = 0; i < sizeof CARRIED / sizeof *CARRIED; i++)
		take(form, CARRIED[i], row_named(before->plan, CARRIED[i]));
}

static bool asks_at(const struct rows *lines, const char *step)
{
	for (int i = 0; i < lines->count; i++)
		if (strcmp(row_text(lines->row[i], PLAN_FIELD_STEP), step) == 0)
			return true;
	return false;
}

const struct fault *plan_new_post(struct req *rq, struct ui *ui)
{
	const char *type = rq_text(rq, "plan_type"), *last, *id;
	const struct row *chosen = NULL;
	const struct record *r;
	struct cycle before;
	struct found chain;
	struct rows lines;
	struct form *form;
	struct kinds k;
	int number;

	TRY(may_begin(rq));
	TRY(query_run(rq->act, &Q_PLAN_CHAIN, (const char *const[]){ row_id(rq->pupil) }, &chain));
	TRY(kinds_of(rq, &chain, &k));
	for (int i = 0; i < k.types.count; i++)
		chosen = strcmp(row_id(k.types.row[i]), type) == 0 ? k.types.row[i] : chosen;
	if (!chosen)
		return begin_draw(rq, ui, "Choose which plan");
	last = last_signed(&chain, row_text(chosen, PLAN_TYPE_CODE), &number);
	TRY(plan_type_record(rq->act, type, &r));
	TRY(plan_type_lines(rq->act, type, &lines));
	form = form_new(rq->a, r);
	form_set(form, PLAN_TYPE_REF, type);
	form_set(form, PLAN_NUMBER, arena_printf(rq->a, "%d", number));
	form_set(form, PLAN_STATE, row_int(chosen, PLAN_TYPE_STEPS) && asks_at(&lines, "assess") ? "assess" : "plan");
	form_set(form, PLAN_LEAD, rq->act->who->staff);
	if (last) {
		TRY(cycle_read(rq, last, &before));
		form_set(form, PLAN_FOLLOWS, last);
		from_before(&before, form);
	}
	TRY(from_worry(rq, form, rq_text(rq, "worry")));
	TRY(record_add(rq->act, r, rq->pupil, form, &id));
	if (last)
		TRY(cycle_carry(rq, &before, id));
	rq_notice(rq, cycle_undo(rq, id), "Begun: %s%s.", plan_type_called(rq->a, chosen), number > 1 ? arena_printf(rq->a,
		", cycle %d", number) : "");
	return go(rq, "/plans/%s", id);
}

/* ---- from one cycle to the next ---- */

static const char *end_value(const struct cycle *from, const struct row *target, struct arena *a)
{
	const struct row *r = cycle_review_of(from, row_id(target));
	struct target_line l = cycle_line(a, from, target);

	if (r && *row_text(r, TARGET_REVIEW_VALUE))
		return row_text(r, TARGET_REVIEW_VALUE);
	return l.line.count ? arena_printf(a, "%g", l.now) : "";
}

/* Help goes on from where the review saw it; a next step that was not reached is still the next one. */
static void carry_help(const struct cycle *from, const struct row *target, struct form *form)
{
	const struct row *r = cycle_review_of(from, row_id(target));
	const char *next = row_text(target, TARGET_HELP_NEXT), *rating = r ? row_text(r, TARGET_REVIEW_RATING) : "";
	bool met = strcmp(rating, "met") == 0 || strcmp(rating, "exceeded") == 0;
	const char *now = r && *row_text(r, TARGET_REVIEW_HELP) ? row_text(r, TARGET_REVIEW_HELP) :
		met && *next ? next : row_text(target, TARGET_HELP);

	form_set(form, TARGET_HELP, now);
	if (strcmp(now, next) != 0)
		form_set(form, TARGET_HELP_NEXT, next);
	form_set(form, TARGET_MINUTES, r && *row_text(r, TARGET_REVIEW_MINUTES) ? row_text(r, TARGET_REVIEW_MINUTES) :
		row_text(target, TARGET_MINUTES));
}

/* *to: the new target. `far`: the long-term target of the new plan that it leads to, or "". */
static const struct fault *carry_target(struct req *rq, const struct cycle *from, const struct row *target, const char *plan,
	int number, const char *far, const char **to)
{
	static const int SAME[] = { TARGET_HORIZON, TARGET_AREA, TARGET_OUTCOME, TARGET_MEASURE, TARGET_UNIT, TARGET_GOAL,
		TARGET_BETTER, TARGET_SCHOOL, TARGET_HOME, TARGET_AIM, TARGET_OWN, TARGET_MINUTES_AIM };
	const char *end = end_value(from, target, rq->a), *unit = row_text(target, TARGET_UNIT);
	struct form *form = form_new(rq->a, &TARGET);

	for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
		form_set(form, SAME[i], row_text(target, SAME[i]));
	form_set(form, TARGET_PLAN, plan);
	form_set(form, TARGET_NUMBER, arena_printf(rq->a, "%d", number));
	form_set(form, TARGET_FROM_TARGET, row_id(target));
	form_set(form, TARGET_TOWARD, far);
	form_set(form, TARGET_START, end);
	carry_help(from, target, form);
	form_set(form, TARGET_BASELINE, *end ? arena_printf(rq->a, "%s%s%s at the end of cycle %s", end, *unit ? " " : "", unit,
		row_text(from->plan, PLAN_NUMBER)) :
		row_text(target, TARGET_BASELINE));
	if (*end && strcmp(end, row_text(target, TARGET_GOAL)) == 0) /* reached: a new number is for people to set */
		form_set(form, TARGET_GOAL, "");
	return record_add(rq->act, &TARGET, from->who.pupil, form, to);
}

/* Long-term ones first, so that their steps have something to lead to. */
static const struct fault *carry_targets(struct req *rq, const struct cycle *from, const char *plan)
{
	const char **to = arena_array(rq->a, (size_t)from->targets.count + 1, sizeof *to);
	int number = 0;

	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < from->targets.count; i++) {
			const struct row *t = from->targets.row[i], *r = cycle_review_of(from, row_id(t));
			const char *far = "";

			if (cycle_long(t) != !pass || !r || strcmp(row_text(r, TARGET_REVIEW_NEXT), "stop") == 0)
				continue;
			for (int j = 0; j < from->targets.count; j++)
				if (to[j] && strcmp(row_id(from->targets.row[j]), row_text(t, TARGET_TOWARD)) == 0)
					far = to[j];
			TRY(carry_target(rq, from, t, plan, ++number, far, &to[i]));
		}
	return NULL;
}

const struct fault *cycle_carry(struct req *rq, const struct cycle *from, const char *plan)
{
	TRY(carry_targets(rq, from, plan));
	for (int i = 0; i < from->uses.count; i++) {
		const struct row *u = from->uses.row[i];
		const char *helped = row_text(u, STRATEGY_USE_HELPED), *id;
		struct form *form = form_new(rq->a, &STRATEGY_USE);

		if (strcmp(helped, "no") == 0 || strcmp(helped, "not_used") == 0)
			continue;
		form_set(form, STRATEGY_USE_PLAN, plan);
		form_set(form, STRATEGY_USE_BANK, row_text(u, STRATEGY_USE_BANK));
		form_set(form, STRATEGY_USE_TEXT, row_text(u, STRATEGY_USE_TEXT));
		for (int f = STRATEGY_USE_WHO; f <= STRATEGY_USE_COVER; f++)
			form_set(form, f, row_text(u, f));
		TRY(record_add(rq->act, &STRATEGY_USE, from->who.pupil, form, &id));
	}
	return NULL;
}
