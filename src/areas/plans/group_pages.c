/* group_pages.c - children reviewed together: a line a target, each child saved on its own, so that two can write at once. What
 * could not be saved stays in the boxes and is named. Signing closes those that lack nothing. */
#include <string.h>

#include "areas/plans/cycle_review.h"
#include "areas/plans/group.h"
#include "areas/plans/group.tmpl.h"
#include "areas/plans/queries.sql.h"
#include "base/text.h"
#include "record/who.h"

/* ---- the page ---- */

static const struct ui_option *groups(struct arena *a, const struct found *f, const char *kind, const char *first)
{
	struct ui_option *o = arena_array(a, (size_t)f->rows + 2, sizeof *o);
	int n = 0;

	o[n++] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < f->rows; i++)
		if (strcmp(found_text(f, i, Q_PLAN_GROUPS_KIND), kind) == 0)
			o[n++] = (struct ui_option){ .value = found_text(f, i, Q_PLAN_GROUPS_ID),
				.label = found_text(f, i, Q_PLAN_GROUPS_NAME) };
	return o;
}

static void filters(struct ui *ui, const struct group *g, const struct found *f)
{
	ui_filters(ui, "/plans/review");
	ui_filter_select(ui, "class", "Class", g->by.pupil_class, groups(ui->a, f, "class", "Every class"));
	ui_filter_select(ui, "staff", "Keyworker", g->by.staff, groups(ui->a, f, "staff", "Everybody’s"));
	ui_filter_select(ui, "support", "Support", g->by.support, groups(ui->a, f, "support", "Any support"));
	ui_filters_end(ui);
}

/* Sessions the child had: kept with the review of the first target. Far fewer than planned stand out. */
static void had(struct ui *ui, const struct group_child *k, const struct group_row *r, const char *name)
{
	int64_t had = 0;

	ui_input(ui, &(struct ui_input){ .name = name, .label = arena_printf(ui->a, "Sessions had: %s", k->name), .value = r->had,
		.inputmode = "numeric", .width = 3, .quiet = true });
	if (k->sessions && text_to_int(r->had, &had) && had * 4 < (int64_t)k->sessions * 3)
		ui_tag(ui, UI_SOON, arena_printf(ui->a, "of %d", k->sessions));
	else if (k->sessions)
		part_group_of(ui, k->sessions);
}

static void target_row(struct ui *ui, const struct group_child *k, const struct group_row *r, bool first)
{
	const char *pre = arena_printf(ui->a, "r-%s", row_id(r->target)), *who = arena_printf(ui->a, "%s, target %s", k->name,
		row_text(r->target, TARGET_NUMBER));
	struct ui_input in = { .quiet = true };

	if (r->here)
		ui_row_here(ui);
	else
		ui_row(ui);
	ui_cell_begin(ui);
	part_group_who(ui, k, r, first);
	ui_hidden(ui, arena_printf(ui->a, "%s-version", pre),
		arena_printf(ui->a, "%lld", r->review ? (long long)row_version(r->review) : 0LL));
	ui_cell_end(ui);
	ui_cell(ui, row_text(r->target, TARGET_START));
	ui_cell_begin(ui);
	in.name = arena_printf(ui->a, "%s-value", pre);
	in.label = arena_printf(ui->a, "Number at the end: %s", who);
	in.value = r->value;
	in.inputmode = "numeric";
	in.width = 4;
	ui_input(ui, &in);
	ui_cell_end(ui);
	ui_cell(ui, row_text(r->target, TARGET_GOAL));
	if (first) {
		ui_cell_begin(ui);
		had(ui, k, r, arena_printf(ui->a, "%s-sessions", pre));
		ui_cell_end(ui);
	} else {
		ui_cell(ui, "");
	}
	ui_cell_begin(ui);
	ui_input_segments(ui, &(struct ui_input){ .name = arena_printf(ui->a, "%s-rating", pre),
		.label = arena_printf(ui->a, "How it went: %s", who), .value = r->rating,
		.quiet = true }, review_ratings());
	ui_cell_end(ui);
	ui_cell_begin(ui);
	ui_input_segments(ui, &(struct ui_input){ .name = arena_printf(ui->a, "%s-next_step", pre),
		.label = arena_printf(ui->a, "What next: %s", who), .value = r->next,
		.quiet = true }, choice_options(ui->a, NEXT_STEPS, NULL));
	ui_cell_end(ui);
	ui_cell_begin(ui);
	ui_input(ui, &(struct ui_input){ .name = arena_printf(ui->a, "%s-note", pre), .label = arena_printf(ui->a, "Note: %s",
		who), .value = r->note, .quiet = true });
	if (r->saved)
		ui_small(ui, r->saved);
	ui_cell_end(ui);
	ui_row_end(ui);
}

/* What a signed review needs beside its targets, said once for all who are signed now. */
static const struct fault *for_all(struct req *rq, struct ui *ui, const struct group *g)
{
	struct cycle c;

	if (!g->done)
		return NULL;
	for (int i = 0; i < g->count; i++)
		if (g->child[i].done) {
			TRY(cycle_read(rq, g->child[i].plan, &c));
			break;
		}
	if (!c.edits)
		return NULL;
	ui_details(ui, arena_printf(rq->a, "Sign the %s finished", g->done == 1 ? "one that is" : arena_printf(rq->a, "%d that are",
		g->done)));
	ui_small(ui, "What you write here goes into each of them where it says nothing yet. Signing freezes these reviews; the "
		"others stay open.");
	for (int i = 0; i < c.lines.count; i++)
		if (strcmp(row_text(c.lines.row[i], PLAN_FIELD_STEP), "review") == 0 &&
			row_int(c.lines.row[i], PLAN_FIELD_REQUIRED))
			ui_input(ui, &(struct ui_input){ .name = arena_printf(rq->a, "all-%s", row_text(c.lines.row[i],
				PLAN_FIELD_NAME)), .strong = true,
				.label = row_text(c.lines.row[i], PLAN_FIELD_LABEL), .value = rq_text(rq,
					arena_printf(rq->a, "all-%s", row_text(c.lines.row[i],
				PLAN_FIELD_NAME))) });
	ui_input_select(ui, &(struct ui_input){ .name = "all-decision", .label = "What happens next", .strong = true,
		.value = rq_text(rq, "all-decision") },
		choice_options(rq->a, PLAN_DECISIONS, "As each plan says"));
	ui_input(ui, &(struct ui_input){ .name = "all-without", .label = "Why they close without the signatures that are missing",
		.strong = true, .hint = "Leave empty if all who sign have signed", .value = rq_text(rq, "all-without") });
	ui_button(ui, UI_PRIMARY, g->done == 1 ? "Save and sign 1" : arena_printf(rq->a, "Save and sign %d", g->done), "plan-do",
		"sign");
	ui_details_end(ui);
	return NULL;
}

static const struct fault *table(struct req *rq, struct ui *ui, const struct group *g)
{
	static const struct ui_column COLUMNS[] = { { "Child and target", .phone = UI_LEAD, .width = 22 }, { "Start",
		.number = true }, { "End" }, { "Aim", .number = true },
		{ "Had" }, { "Result" }, { "Next" }, { "Note", .width = 18 }, { NULL } };

	ui_form_begin(ui, &(struct ui_form){ .action = "/plans/review/save", .label = "Reviews", .draft = true });
	part_group_first(ui);
	ui_hidden(ui, "class", g->by.pupil_class);
	ui_hidden(ui, "staff", g->by.staff);
	ui_hidden(ui, "support", g->by.support);
	part_grid_keys(ui);
	ui_table(ui, &(struct ui_table){ .caption = "Reviews", .columns = COLUMNS, .css = "os-t--mid" });
	for (int i = 0; i < g->count; i++)
		for (int j = 0; j < g->child[i].count; j++)
			target_row(ui, &g->child[i], &g->child[i].row[j], !j);
	ui_table_end(ui);
	part_grid_keys_end(ui);
	TRY(for_all(rq, ui, g));
	ui_sticky(ui);
	ui_button(ui, UI_PRIMARY, "Save", "plan-do", "save");
	ui_sticky_end(ui, "Each child is saved on its own. Two can write at once.");
	ui_form_end(ui);
	return NULL;
}

const struct fault *group_page(struct req *rq, struct ui *ui)
{
	struct group g;
	struct found f;

	TRY(group_read(rq, &g));
	TRY(query_run(rq->act, &Q_PLAN_GROUPS, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	ui->shell.scale = UI_WORK;
	ui->shell.title = "Review together";
	ui_head(ui, "Review together", "Targets of the children whose cycle runs: the number at the end, how it went, what next.");
	ui_head_end(ui);
	filters(ui, &g, &f);
	if (!g.targets) {
		ui_empty(ui, "No cycle is running for these children. A plan that is agreed comes here until its review is signed.",
			NULL, NULL);
		return NULL;
	}
	part_group_line(ui, &g);
	return table(rq, ui, &g);
}

/* ---- saving ---- */

struct saved { int children, signed_count; struct buf left; const char *plan; };

static bool same(const struct form *form, const struct row *was)
{
	static const int SAID[] = { TARGET_REVIEW_RATING, TARGET_REVIEW_NEXT, TARGET_REVIEW_VALUE, TARGET_REVIEW_NOTE,
		TARGET_REVIEW_SESSIONS };

	for (size_t i = 0; was && i < sizeof SAID / sizeof *SAID; i++)
		if (form->values[SAID[i]] && !text_same(form->values[SAID[i]], row_text(was, SAID[i])))
			return false;
	return was;
}

static void left_over(struct saved *s, const struct group_child *k, const char *why)
{
	buf_printf(&s->left, "%s%s (%s)", s->left.len ? ", " : "", k->name, why);
}

static const struct fault *save_child(struct req *rq, const struct cycle *c, const struct group_child *k, struct saved *s)
{
	bool any = false;

	for (int i = 0; i < c->targets.count; i++) {
		const char *target = row_id(c->targets.row[i]);
		const struct row *was = cycle_review_of(c, target);
		const struct fault *f;
		struct form *form;

		if (!rq_param(rq, arena_printf(rq->a, "r-%s-version", target)) || !review_typed(rq, target, &form) ||
			same(form, was))
			continue;
		if (text_blank(form_value(form, TARGET_REVIEW_RATING))) {
			left_over(s, k, "say how it went");
			continue;
		}
		if (was && form->version != row_version(was)) {
			left_over(s, k, "somebody saved before you");
			continue;
		}
		f = review_save(rq, c, target, form);
		if (f && f->code == FAULT_INVALID && form->error_count) {
			left_over(s, k, form->errors[0].text);
			continue;
		}
		TRY(f);
		any = true;
	}
	s->children += any;
	if (any)
		s->plan = c->id;
	return NULL;
}

/* What was written once for all, where the plan says nothing itself. */
static const struct fault *say_for_all(struct req *rq, const struct cycle *c)
{
	struct form *form = form_new(rq->a, c->r);

	for (int i = 0; i < c->lines.count; i++) {
		int field = field_find(c->r, row_text(c->lines.row[i], PLAN_FIELD_NAME));
		const char *words = rq_text(rq, arena_printf(rq->a, "all-%s", row_text(c->lines.row[i], PLAN_FIELD_NAME)));

		if (field >= PLAN_FIELDS && strcmp(row_text(c->lines.row[i], PLAN_FIELD_STEP), "review") == 0 && *words &&
			text_blank(row_text(c->plan, field)))
			form_set(form, field, words);
	}
	if (*rq_text(rq, "all-decision") && !*row_text(c->plan, PLAN_DECISION))
		form_set(form, PLAN_DECISION, rq_text(rq, "all-decision"));
	form_set(form, PLAN_STATE, "review");
	return record_change(rq->act, c->plan, form);
}

static const struct fault *sign_child(struct req *rq, const struct group_child *k, struct saved *s)
{
	const char *lacks, *missing, *without = rq_text(rq, "all-without");
	struct cycle c;

	TRY(cycle_read(rq, k->plan, &c));
	for (int i = 0; i < c.targets.count; i++) {
		const struct row *r = cycle_review_of(&c, row_id(c.targets.row[i]));

		if (!r || !*row_text(r, TARGET_REVIEW_NEXT))
			return NULL; /* still open: nobody asked to sign this one */
	}
	if (!c.edits || !c.targets.count)
		return NULL;
	TRY(say_for_all(rq, &c));
	TRY(cycle_read(rq, k->plan, &c));
	lacks = cycle_unfinished(rq->a, &c);
	missing = cycle_unsigned(rq->a, &c);
	if (lacks || (*missing && !*without)) {
		left_over(s, k, lacks ? text_clean(rq->a, arena_text_n(rq->a, lacks, strcspn(lacks, "\n"))) :
			arena_printf(rq->a, "not signed by %s", missing));
		return NULL;
	}
	TRY(cycle_sign(rq, &c, *missing ? arena_printf(rq->a, "Closed without the signature of %s: %s", missing, without) : ""));
	s->signed_count++;
	return NULL;
}

static const struct fault *finish(struct req *rq, const struct group *g, const struct saved *s, bool signing)
{
	const char *back = group_query(rq, &g->by), *words, *draft;

	words = signing ? arena_printf(rq->a, "%d signed.", s->signed_count) : arena_printf(rq->a, "%d %s saved.", s->children,
		s->children == 1 ? "child is" : "children are");
	if (!s->left.len) {
		rq_notice(rq, s->plan && !signing ? cycle_undo(rq, s->plan) : NULL, "%s", words);
		return go(rq, "/plans/review?%s", back);
	}
	TRY(draft_keep(rq->act, rq->act->who->account, "/plans/review", "some lines were not finished", web_typed(rq), &draft));
	rq_notice(rq, NULL, "%s Not finished, and still in the boxes: %s.", words, buf_text(&s->left));
	return go(rq, "/plans/review?%s&draft=%s", back, draft);
}

/* A line nobody wrote in need not be read again: the number at the end stands there by itself. */
static bool touched(const struct group_child *k)
{
	for (int i = 0; i < k->count; i++) {
		const struct group_row *r = &k->row[i];

		if (!r->review && (*r->rating || *r->next || *r->note || *r->had))
			return true;
		if (r->review && (!text_same(r->rating, row_text(r->review, TARGET_REVIEW_RATING)) || !text_same(r->next,
			row_text(r->review, TARGET_REVIEW_NEXT)) ||
			!text_same(r->value, row_text(r->review, TARGET_REVIEW_VALUE)) ||
			!text_same(r->had, row_text(r->review, TARGET_REVIEW_SESSIONS)) ||
			!text_same(r->note, row_text(r->review, TARGET_REVIEW_NOTE))))
			return true;
	}
	return false;
}

const struct fault *group_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	bool signing = strcmp(rq_text(rq, "plan-do"), "sign") == 0;
	struct saved s = { .left = buf_new(rq->a) };
	struct group g;

	TRY(group_read(rq, &g));
	for (int i = 0; i < g.count; i++) {
		struct cycle c;

		if (!touched(&g.child[i]))
			continue;
		TRY(cycle_read(rq, g.child[i].plan, &c));
		TRY(save_child(rq, &c, &g.child[i], &s));
	}
	for (int i = 0; signing && i < g.count; i++)
		TRY(sign_child(rq, &g.child[i], &s));
	return finish(rq, &g, &s, signing);
}
