/* cycle_parts.c - the parts that every step of a plan has: its head and steps, its lines, what people said. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "base/text.h"

static const struct ui_link *step_links(struct arena *a, const struct cycle *c, const char *step)
{
	struct ui_link *l = arena_array(a, 6, sizeof *l);
	int n = 0;

	for (const struct choice *s = PLAN_STEPS; s->code; s++)
		l[n++] = (struct ui_link){ s->label, arena_printf(a, "%s?step=%s", c->href, s->code), strcmp(step, s->code) == 0,
			0 };
	return l;
}

static const char *lede(struct arena *a, const struct cycle *c)
{
	day review = row_day(c->plan, PLAN_REVIEW_ON), signed_on = row_day(c->plan, PLAN_SIGNED_ON),
		until = row_day(c->plan, PLAN_UNTIL);
	const char *said = "";

	if (signed_on != DAY_NONE)
		said = arena_printf(a, " · reviewed and signed on %s", day_long(a, signed_on));
	else if (c->over && until != DAY_NONE)
		said = arena_printf(a, " · ended on %s without a review", day_long(a, until));
	else if (review != DAY_NONE)
		said = arena_printf(a, " · review on %s", day_long(a, review));
	return arena_printf(a, "%s%s", c->who.line, said);
}

/* What came back since it was shared stands above every step but those that show all that was said anyway. */
static void said_by_link(struct req *rq, struct ui *ui, const struct cycle *c, const char *step)
{
	bool any = false;

	if (strcmp(step, "assess") == 0 || strcmp(step, "review") == 0)
		return;
	for (int i = 0; i < c->views.count; i++) {
		const struct row *v = c->views.row[i];

		if (strcmp(row_text(v, PLAN_VIEW_THROUGH), "link") != 0 ||
		    row_day(v, PLAN_VIEW_ON) < row_day(c->plan, PLAN_SHARED_ON))
			continue;
		if (!any)
			ui_details(ui, "What came back by link");
		any = true;
		part_view(ui, v, arena_printf(rq->a, "%s: %s, %s, by link", row_show(rq->a, v, PLAN_VIEW_WHOSE), row_text(v,
			PLAN_VIEW_NAME), row_show(rq->a, v, PLAN_VIEW_ON)));
	}
	if (any)
		ui_details_end(ui);
}

void cycle_head(struct req *rq, struct ui *ui, const struct cycle *c, const char *step)
{
	const char *follows = row_text(c->plan, PLAN_FOLLOWS);

	ui->shell.scale = UI_WORK;
	ui->shell.title = c->name; /* the child's name would stay in the browser's history */
	about_crumbs(rq, (const char *const[]){ c->who.name, c->who.href, "Plans", arena_printf(rq->a, "%s/plans", c->who.href),
		NULL });
	ui_head(ui, arena_printf(rq->a, "%s: %s", c->who.name, c->name), lede(rq->a, c));
	if (*follows)
		ui_link_to(ui, "Cycle before", arena_printf(rq->a, "/plans/%s", follows));
	ui_link_to(ui, "Print", arena_printf(rq->a, "%s/print", c->href));
	ui_link_to(ui, "The story so far (PDF)", arena_printf(rq->a, "%s/plans.pdf", c->who.href));
	if (c->edits && strcmp(c->state, "assess") != 0)
		ui_button_post(ui, UI_SECONDARY | UI_SMALL, "Share with the family", arena_printf(rq->a, "%s/share", c->href), 0);
	if (c->edits)
		ui_link_to(ui, "End early", arena_printf(rq->a, "%s/end", c->href));
	if (c->steps && !c->over && strcmp(step, c->state) != 0)
		ui_button_link(ui, UI_SECONDARY, arena_printf(rq->a, "Go to %s", choice_label(PLAN_STATES, c->state)), c->href);
	ui_head_end(ui);
	plan_child_gone(ui, &c->who, "End this plan early and say why: what was learnt stays, and the story so far goes to the "
		"next school with the file.");
	if (!c->over)
		plan_child_grown(ui, &c->who, row_day(c->plan, PLAN_REVIEW_ON));
	if (c->proposal)
		ui_note(ui, UI_PLAIN, "Proposed, not in force.", "No law asks for this kind of plan; the school uses it as its "
			"own format.");
	if (*row_text(c->plan, PLAN_SHARED_ON) && !c->over) {
		said_by_link(rq, ui, c, step);
		ui_small(ui, arena_printf(rq->a, "The family can read it since %s, by a link of their own.", day_long(rq->a,
			row_day(c->plan, PLAN_SHARED_ON))));
	}
	if (c->steps)
		ui_steps(ui, step_links(rq->a, c, step));
}

/* ---- lines ---- */

void cycle_value(struct ui *ui, const struct row *line, const char *value)
{
	const char *kind = row_text(line, PLAN_FIELD_KIND);

	if (text_blank(value))
		ui_small(ui, "Not answered.");
	else if (strcmp(kind, "list") == 0)
		ui_bullets(ui, value);
	else if (strcmp(kind, "yesno") == 0)
		ui_para(ui, strcmp(value, "1") == 0 ? "Yes" : "No");
	else if (strcmp(kind, "date") == 0)
		ui_para(ui, day_long(ui->a, day_parse(value)));
	else
		ui_prose(ui, value);
}

static void line_asked(struct ui *ui, const struct cycle *c, const struct row *line, const struct form *form)
{
	int field = field_find(c->r, row_text(line, PLAN_FIELD_NAME));

	if (field < 0)
		return;
	if (form) {
		ui_field(ui, c->r, form, field);
		return;
	}
	ui_heading_s(ui, row_text(line, PLAN_FIELD_LABEL));
	cycle_value(ui, line, row_text(c->plan, field));
}

const struct fault *cycle_lines(struct req *rq, struct ui *ui, const struct cycle *c, const char *step, const struct form *form)
{
	const char *section = "";

	for (int i = 0; i < c->lines.count; i++) {
		const struct row *line = c->lines.row[i];
		const char *kind = row_text(line, PLAN_FIELD_KIND);
		bool own = strcmp(kind, "targets") == 0 || strcmp(kind, "review") == 0 || strcmp(kind, "strategies") == 0 ||
			strcmp(kind, "actions") == 0;

		if ((step && strcmp(row_text(line, PLAN_FIELD_STEP), step) != 0) || own)
			continue;
		if (strcmp(row_text(line, PLAN_FIELD_SECTION), section) != 0) {
			section = row_text(line, PLAN_FIELD_SECTION);
			ui_heading(ui, section);
		}
		if (plan_kind_asked(kind))
			line_asked(ui, c, line, form);
		else
			TRY(cycle_shown(rq, ui, c, line));
	}
	return NULL;
}

/* ---- what people said ---- */

void cycle_views(struct req *rq, struct ui *ui, const struct cycle *c, const char *whose)
{
	int n = 0;

	for (int i = 0; i < c->views.count; i++) {
		const struct row *v = c->views.row[i];

		if (*whose && strcmp(row_text(v, PLAN_VIEW_WHOSE), whose) != 0)
			continue;
		if (*row_text(v, PLAN_VIEW_TARGET))
			continue; /* a line of the card: it stands at its target */
		part_view(ui, v, arena_printf(rq->a, "%s%s%s, %s%s%s", row_show(rq->a, v, PLAN_VIEW_WHOSE),
			*row_text(v, PLAN_VIEW_NAME) ? ": " : "", row_text(v, PLAN_VIEW_NAME), row_show(rq->a, v, PLAN_VIEW_ON),
			*row_text(v, PLAN_VIEW_HOW) ? ", " : "", row_text(v, PLAN_VIEW_HOW)));
		n++;
	}
	if (!n)
		ui_small(ui, c->over ? "Nothing was written down." : "Nothing is written down yet. You can add it on this page.");
}

void cycle_view_form(struct req *rq, struct ui *ui, const struct cycle *c, const char *step)
{
	struct ui_option *whose = (struct ui_option *)choice_options(rq->a, VOICES, NULL);

	if (c->over || !record_may(rq->act, &PLAN_VIEW, RIGHT_ADD, c->who.pupil))
		return;
	if (c->targets.count) {
		ui_acts(ui);
		ui_button_link(ui, UI_SECONDARY, arena_printf(rq->a, "%s’s own review card", c->who.first),
			arena_printf(rq->a, "%s/card", c->href));
		ui_acts_end(ui);
	}
	ui_details(ui, "Add what somebody said");
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/views", c->href), .label = "What somebody said",
		.draft = true });
	ui_hidden(ui, "step", step);
	ui_input_radios(ui, &(struct ui_input){ .name = "whose", .label = "Whose views", .value = "pupil", .small = true,
		.strong = true }, whose);
	ui_input(ui, &(struct ui_input){ .name = "name", .label = "Name", .hint = "Leave empty for the child", .width = 20 });
	ui_input(ui, &(struct ui_input){ .name = "how", .label = "How they were gathered",
		.hint = "For example talking, drawing, symbols, with an advocate" });
	ui_input_long(ui, &(struct ui_input){ .name = "well", .label = "What is going well", .rows = 3, .strong = true });
	ui_input_long(ui, &(struct ui_input){ .name = "hard", .label = "What is hard", .rows = 3, .strong = true });
	ui_input_long(ui, &(struct ui_input){ .name = "wants", .label = "What they would like", .rows = 3, .strong = true });
	ui_button(ui, UI_SECONDARY, "Add these views", NULL, NULL);
	ui_form_end(ui);
	ui_details_end(ui);
}

/* ---- a target and the strategies, to be read ---- */

const struct fault *cycle_target_read(struct req *rq, struct ui *ui, const struct cycle *c, const struct row *target)
{
	const struct row *r = cycle_review_of(c, row_id(target));
	const char *words = cycle_target_words(rq->a, target), *help;

	TRY(cycle_help_words(rq, c, target, &help));
	ui_heading_s(ui, arena_printf(rq->a, "%s. %s", row_text(target, TARGET_NUMBER), row_text(target, TARGET_OUTCOME)));
	ui_facts(ui);
	ui_fact(ui, "Goal", words);
	ui_fact(ui, "Where it leads", cycle_toward_words(rq->a, c, target));
	ui_fact(ui, arena_printf(rq->a, "%s says", c->who.first), row_text(target, TARGET_OWN));
	ui_fact(ui, "Start", row_text(target, TARGET_BASELINE));
	ui_fact(ui, "Aim", row_text(target, TARGET_AIM));
	ui_fact(ui, "How we know", row_text(target, TARGET_MEASURE));
	ui_fact(ui, "School", row_text(target, TARGET_SCHOOL));
	ui_fact(ui, "Home", row_text(target, TARGET_HOME));
	ui_fact(ui, "Adult help", help);
	if (r) {
		ui_fact(ui, "Result", arena_printf(rq->a, "%s%s%s", row_show(rq->a, r, TARGET_REVIEW_RATING), *row_text(r,
			TARGET_REVIEW_VALUE) ? ", " : "",
			row_text(r, TARGET_REVIEW_VALUE)));
		ui_fact(ui, "Next", *row_text(r, TARGET_REVIEW_NEXT) ? row_show(rq->a, r, TARGET_REVIEW_NEXT) : "");
		ui_fact(ui, "Sessions had", row_text(r, TARGET_REVIEW_SESSIONS));
		ui_fact(ui, "Note", row_text(r, TARGET_REVIEW_NOTE));
	}
	ui_fact(ui, arena_printf(rq->a, "%s’s card", c->who.first), card_words(rq->a, c, row_id(target)));
	ui_facts_end(ui);
	return NULL;
}

void cycle_strategies_read(struct ui *ui, const struct cycle *c)
{
	int n = 0;

	for (int i = 0; i < c->uses.count; i++)
		n += !*row_text(c->uses.row[i], STRATEGY_USE_SIDE);
	if (!n) {
		ui_small(ui, "None chosen.");
		return;
	}
	ui_items(ui);
	for (int i = 0; i < c->uses.count; i++) {
		const struct row *u = c->uses.row[i];

		if (*row_text(u, STRATEGY_USE_SIDE))
			continue; /* under who does what */
		ui_item(ui);
		buf_add_html(&ui->out, row_text(u, STRATEGY_USE_TEXT));
		if (*row_text(u, STRATEGY_USE_WHO))
			buf_add_html(&ui->out, arena_printf(ui->a, " (%s)", row_text(u, STRATEGY_USE_WHO)));
		if (*row_text(u, STRATEGY_USE_HELPED)) {
			buf_add(&ui->out, " ");
			ui_tag(ui, strcmp(row_text(u, STRATEGY_USE_HELPED), "no") == 0 ? UI_PLAIN : UI_OK,
				row_show(ui->a, u, STRATEGY_USE_HELPED));
		}
		ui_item_end(ui);
	}
	ui_items_end(ui);
}
