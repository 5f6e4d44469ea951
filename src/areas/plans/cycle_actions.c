/* cycle_actions.c - who does what in a plan: at school, at home, from outside, and the child; how often, and what whoever stands in
 * needs to know. What nobody does yet is said in plain words: it stops nothing. A line is a strategy with a side (area.h). */
#include <string.h>

#include "areas/plans/cycle.tmpl.h"
#include "areas/plans/cycle_plan.h"
#include "base/text.h"

enum { FRESH = 4, GAPS = 8 };

/* ---- as it was sent ---- */

struct from { struct req *rq; const char *prefix; };

static const char *get_prefixed(void *self, const char *name)
{
	struct from *from = self;

	return rq_param(from->rq, arena_printf(from->rq->a, "%s-%s", from->prefix, name));
}

static struct form *typed_at(struct req *rq, const char *prefix)
{
	static const int SAID[] = { STRATEGY_USE_TEXT, STRATEGY_USE_WHO, STRATEGY_USE_SIDE, STRATEGY_USE_STAFF, STRATEGY_USE_OFTEN,
		STRATEGY_USE_COVER };
	struct from from = { rq, prefix };
	struct form *all = form_read(rq->a, &STRATEGY_USE, get_prefixed, &from), *form = form_new(rq->a, &STRATEGY_USE);

	for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
		form->values[SAID[i]] = all->values[SAID[i]];
	return form;
}

static bool anything(const struct form *form)
{
	for (int i = 0; i < form->r->count; i++)
		if (i != STRATEGY_USE_SIDE && form->values[i] && !text_blank(form->values[i]))
			return true;
	return false;
}

static const struct fault *unless_invalid(struct ui *ui, const struct fault *f, const struct form *form, const char *prefix,
	int *wrong)
{
	if (!f || f->code != FAULT_INVALID || !form->error_count)
		return f;
	for (int i = 0; i < form->error_count; i++)
		ui_error(ui, arena_printf(ui->a, "%s-%s", prefix, form->errors[i].field < 0 ? "text" :
			STRATEGY_USE.fields[form->errors[i].field].name), form->errors[i].text);
	(*wrong)++;
	return NULL;
}

static const struct fault *change_one(struct req *rq, struct ui *ui, struct row *use, int *wrong)
{
	const char *prefix = arena_printf(rq->a, "a-%s", row_id(use));
	struct form *form = typed_at(rq, prefix);

	if (strcmp(rq_text(rq, "plan-do"), arena_printf(rq->a, "drop-%s", row_id(use))) == 0)
		return record_withdraw(rq->act, use, "taken out of the plan");
	if (!form->values[STRATEGY_USE_TEXT])
		return NULL; /* added by somebody else since the page was drawn */
	return unless_invalid(ui, record_change(rq->act, use, form), form, prefix, wrong);
}

const struct fault *actions_save(struct req *rq, struct ui *ui, const struct cycle *c, int *wrong)
{
	for (int i = 0; i < c->uses.count; i++)
		if (*row_text(c->uses.row[i], STRATEGY_USE_SIDE))
			TRY(change_one(rq, ui, c->uses.row[i], wrong));
	for (int i = 1; i <= FRESH; i++) {
		const char *prefix = arena_printf(rq->a, "m-%d", i), *id;
		struct form *form = typed_at(rq, prefix);

		if (!anything(form))
			continue;
		form_set(form, STRATEGY_USE_PLAN, c->id);
		if (!*form_value(form, STRATEGY_USE_SIDE))
			form_set(form, STRATEGY_USE_SIDE, "school");
		TRY(unless_invalid(ui, record_add(rq->act, &STRATEGY_USE, c->who.pupil, form, &id), form, prefix, wrong));
	}
	return NULL;
}

/* ---- to be filled in ---- */

struct part { struct req *rq; struct ui *ui; const char *prefix; const struct row *use; const struct ui_option *staff; };

static struct ui_input input(const struct part *p, int field, const char *label)
{
	const char *name = arena_printf(p->ui->a, "%s-%s", p->prefix, STRATEGY_USE.fields[field].name);

	return (struct ui_input){ .name = name, .label = label ? label : STRATEGY_USE.fields[field].label, .strong = true,
		.value = rq_param(p->rq, name) ? rq_text(p->rq, name) : p->use ? row_text(p->use, field) : "" };
}

static void part(const struct part *p, int number)
{
	struct ui_input what = input(p, STRATEGY_USE_TEXT, "What is done"), side = input(p, STRATEGY_USE_SIDE, NULL),
		often = input(p, STRATEGY_USE_OFTEN, NULL), staff = input(p, STRATEGY_USE_STAFF, NULL),
		who = input(p, STRATEGY_USE_WHO, "Or who, in words"), cover = input(p, STRATEGY_USE_COVER, NULL);
	struct ui *ui = p->ui;

	part_card_begin(ui, p->prefix, arena_printf(ui->a, "Part %d", number));
	ui_input(ui, &what);
	part_grid(ui, 2);
	ui_input_select(ui, &side, choice_options(ui->a, ACTION_SIDES, NULL));
	ui_input(ui, &often);
	ui_input_select(ui, &staff, p->staff);
	ui_input(ui, &who);
	part_grid_end(ui);
	ui_input(ui, &cover);
	if (p->use)
		part_drop(ui, row_id(p->use), number);
	part_card_end(ui);
}

static int fresh_typed(struct req *rq)
{
	int n = 0;

	for (int i = 1; i <= FRESH; i++)
		if (anything(typed_at(rq, arena_printf(rq->a, "m-%d", i))))
			n = i;
	return n;
}

const struct fault *actions_draw(struct req *rq, struct ui *ui, const struct cycle *c)
{
	int number = 0, blank = fresh_typed(rq);
	struct part p = { .rq = rq, .ui = ui };

	TRY(staff_options(rq, "Nobody in particular", &p.staff));
	part_anchor(ui, "actions");
	ui_heading(ui, "Who does what");
	ui_small(ui, "A part has one name to it. Home, people from outside and the child have parts too.");
	for (int i = 0; i < c->uses.count; i++) {
		if (!*row_text(c->uses.row[i], STRATEGY_USE_SIDE))
			continue;
		p.use = c->uses.row[i];
		p.prefix = arena_printf(rq->a, "a-%s", row_id(p.use));
		part(&p, ++number);
	}
	p.use = NULL;
	if (!blank && (!number || *rq_text(rq, "part")))
		blank = 1;
	for (int i = 1; i <= blank; i++) {
		p.prefix = arena_printf(rq->a, "m-%d", i);
		part(&p, ++number);
	}
	ui_acts(ui);
	ui_button(ui, UI_SECONDARY, "Add a part", "plan-do", "add-action");
	ui_acts_end(ui);
	TRY(actions_gaps(rq, ui, c));
	part_anchor_end(ui);
	return NULL;
}

/* ---- to be read ---- */

const struct fault *action_who(struct req *rq, const struct row *use, const char **out)
{
	const char *words = row_text(use, STRATEGY_USE_WHO), *side = row_text(use, STRATEGY_USE_SIDE), *name;

	TRY(staff_name_of(rq, row_text(use, STRATEGY_USE_STAFF), &name));
	name = about_name(rq->a, name, *name && *words ? arena_printf(rq->a, "(%s)", words) : words);
	*out = strcmp(side, "school") == 0 && *name ? name : arena_printf(rq->a, "%s%s%s", choice_label(ACTION_SIDES, side),
		*name ? ": " : "", name);
	return NULL;
}

static void cells(struct ui *ui, const char *what, const char *who, const char *often, const char *cover)
{
	ui_row(ui);
	ui_cell(ui, what);
	ui_cell(ui, who);
	ui_cell(ui, often);
	ui_cell(ui, cover);
	ui_row_end(ui);
}

/* What a target says of school and home is somebody's part too. */
static void target_parts(struct ui *ui, const struct row *target)
{
	const char *n = row_text(target, TARGET_NUMBER);

	if (*row_text(target, TARGET_SCHOOL))
		cells(ui, row_text(target, TARGET_SCHOOL), "At school", arena_printf(ui->a, "For target %s", n), "");
	if (*row_text(target, TARGET_HOME))
		cells(ui, row_text(target, TARGET_HOME), "At home", arena_printf(ui->a, "For target %s", n), "");
}

static bool any_part(const struct cycle *c)
{
	for (int i = 0; i < c->uses.count; i++)
		if (*row_text(c->uses.row[i], STRATEGY_USE_SIDE))
			return true;
	for (int i = 0; i < c->targets.count; i++)
		if (*row_text(c->targets.row[i], TARGET_SCHOOL) || *row_text(c->targets.row[i], TARGET_HOME))
			return true;
	return false;
}

const struct fault *actions_read(struct req *rq, struct ui *ui, const struct cycle *c)
{
	static const struct ui_column COLUMNS[] = { { "What is done", .phone = UI_LEAD }, { "Who" }, { "How often" },
		{ "If they are away" }, { NULL } };

	ui_heading(ui, "Who does what");
	if (!any_part(c)) {
		ui_small(ui, "Nobody’s part is written down yet.");
		return c->edits ? actions_gaps(rq, ui, c) : NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "Who does what", .columns = COLUMNS });
	for (int i = 0; i < c->uses.count; i++) {
		const struct row *u = c->uses.row[i];
		const char *who;

		if (!*row_text(u, STRATEGY_USE_SIDE))
			continue;
		TRY(action_who(rq, u, &who));
		cells(ui, row_text(u, STRATEGY_USE_TEXT), who, row_text(u, STRATEGY_USE_OFTEN), row_text(u, STRATEGY_USE_COVER));
	}
	for (int i = 0; i < c->targets.count; i++)
		target_parts(ui, c->targets.row[i]);
	ui_table_end(ui);
	return c->edits ? actions_gaps(rq, ui, c) : NULL;
}

/* ---- what nobody does yet ---- */

static const struct fault *gap_of_part(struct req *rq, const struct row *use, struct buf *b, int *n)
{
	const char *what = text_shorten(rq->a, row_text(use, STRATEGY_USE_TEXT), 50), *staff = row_text(use, STRATEGY_USE_STAFF);
	const struct record *r = record_find(rq->act->house, "staff");
	bool school = strcmp(row_text(use, STRATEGY_USE_SIDE), "school") == 0;
	struct row *row;

	if (!*staff && !*row_text(use, STRATEGY_USE_WHO) && strcmp(row_text(use, STRATEGY_USE_SIDE), "child") != 0)
		buf_printf(b, "%s“%s”: nobody is named.", (*n)++ ? "\n" : "", what);
	if (school && !*row_text(use, STRATEGY_USE_COVER))
		buf_printf(b, "%s“%s”: nothing yet for whoever stands in.", (*n)++ ? "\n" : "", what);
	if (!*staff || !record_ever(rq->act, r, RIGHT_READ))
		return NULL;
	TRY(record_get(rq->act, r, staff, &row));
	if (day_parse(row_named(row, "until")) != DAY_NONE && day_parse(row_named(row, "until")) < rq->act->today)
		buf_printf(b, "%s“%s”: %s has left. Name somebody.", (*n)++ ? "\n" : "", what,
			about_name(rq->a, row_named(row, "forename"), row_named(row, "surname")));
	return NULL;
}

static bool has_long(const struct cycle *c)
{
	for (int i = 0; i < c->targets.count; i++)
		if (strcmp(row_text(c->targets.row[i], TARGET_HORIZON), "long") == 0)
			return true;
	return false;
}

static void gap_of_target(const struct cycle *c, const struct row *t, struct buf *b, int *n)
{
	const char *number = row_text(t, TARGET_NUMBER), *help = row_text(t, TARGET_HELP);
	bool far = strcmp(row_text(t, TARGET_HORIZON), "long") == 0, much = strcmp(help, "full") == 0 || strcmp(help, "part") == 0;

	if (!far && !*row_text(t, TARGET_SCHOOL))
		buf_printf(b, "%sTarget %s: what does school do for it?", (*n)++ ? "\n" : "", number);
	if (!far && has_long(c) && !*row_text(t, TARGET_TOWARD))
		buf_printf(b, "%sTarget %s leads to no long-term target.", (*n)++ ? "\n" : "", number);
	if (much && !*row_text(t, TARGET_HELP_NEXT))
		buf_printf(b, "%sTarget %s: much help, and no next step to less.", (*n)++ ? "\n" : "", number);
	if (!*row_text(t, TARGET_OWN))
		buf_printf(b, "%sTarget %s is not in %s’s own words yet.", (*n)++ ? "\n" : "", number, c->who.first);
}

const struct fault *actions_gaps(struct req *rq, struct ui *ui, const struct cycle *c)
{
	struct buf b = buf_new(rq->a);
	int n = 0;

	for (int i = 0; i < c->uses.count && n < GAPS; i++)
		if (*row_text(c->uses.row[i], STRATEGY_USE_SIDE))
			TRY(gap_of_part(rq, c->uses.row[i], &b, &n));
	for (int i = 0; i < c->targets.count && n < GAPS; i++)
		gap_of_target(c, c->targets.row[i], &b, &n);
	if (!n)
		return NULL;
	ui_note_begin(ui, UI_PLAIN);
	ui_para(ui, "Not covered yet. It stops nothing:");
	ui_bullets(ui, buf_text(&b));
	ui_note_end(ui);
	return NULL;
}
