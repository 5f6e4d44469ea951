/* shared_pages.c - the plan by a one-time link: a parent, the child or a professional reads it in plain words, says what they think
 * and whether they agree. What they send is a record marked as theirs; agreeing is a signature to the version they read. */
#include <string.h>

#include "areas/plans/card.h"
#include "areas/plans/shared.h"
#include "areas/plans/shared.tmpl.h"
#include "base/text.h"
#include "record/shape.h"

/* While it is shared and runs: a plan that was reviewed and signed, or ended, is not asked about any longer. */
static const struct fault *plan_stands(__attribute__((unused)) struct act *all, __attribute__((unused)) const struct row *link,
	const struct row *plan, bool *yes)
{
	const char *state = row_text(plan, PLAN_STATE);

	*yes = *row_text(plan, PLAN_SHARED_ON) && strcmp(state, "signed") != 0 && strcmp(state, "ended") != 0;
	return NULL;
}

const struct link_task PLAN_TASKS[] = {
	{ "plan", "Read the plan and say what you think", "/shared/plans/:target", "plan",
		"target plan_type plan_field strategy_use +plan_view +signature", "contact pupil professional", 21,
		"/plans/:target", plan_stands },
	{ NULL },
};

const struct ui_option AGREE_ASKED[] = {
	{ .value = "yes", .label = "I agree with this plan" }, { .value = "but",
		.label = "I agree, but I would like something changed" },
	{ .value = "ring", .label = "Please ring me first" }, { .value = "no", .label = "I do not agree" }, { .label = NULL },
};

static const char *by_name(const struct row *row, const char *field)
{
	return row_text(row, field_find(row_record(row), field));
}

bool shared_is(const struct row *use, const char *side)
{
	const char *own = row_text(use, STRATEGY_USE_SIDE);

	return strcmp(*own ? own : "school", side) == 0;
}

bool shared_has(const struct shared_plan *s, const char *side)
{
	for (int i = 0; i < s->uses.count; i++)
		if (shared_is(s->uses.row[i], side))
			return true;
	return false;
}

const char *shared_about(struct arena *a, const struct shared_plan *s, const struct row *view)
{
	for (int i = 0; i < s->targets.count; i++)
		if (strcmp(row_id(s->targets.row[i]), row_text(view, PLAN_VIEW_TARGET)) == 0)
			return text_shorten(a, card_title(s->targets.row[i]), 60);
	return "A target";
}

/* What the holder may not ask for by themselves: the child's name, the school's telephone, who leads. */
static const struct fault *around(struct req *rq, struct shared_plan *s)
{
	struct act *all = act_lift(rq->act);
	struct row *row;

	TRY(act_guard(all));
	TRY(record_get(all, record_find(all->house, "pupil"), row_about(s->plan), &row));
	rq->pupil = row;
	s->name = *by_name(row, "known_as") ? by_name(row, "known_as") : by_name(row, "forename");
	TRY(record_get(all, record_find(all->house, "campus"), row_campus(s->plan), &row));
	s->phone = by_name(row, "phone");
	s->lead = "";
	if (*row_text(s->plan, PLAN_LEAD)) {
		TRY(record_get(all, record_find(all->house, "staff"), row_text(s->plan, PLAN_LEAD), &row));
		s->lead = arena_printf(rq->a, "%s %s", by_name(row, "title"), by_name(row, "surname"));
	}
	TRY(record_get(all, &PLAN_TYPE, row_text(s->plan, PLAN_TYPE_REF), &row));
	s->type = row_text(row, PLAN_TYPE_NAME);
	s->proposal = strcmp(row_text(row, PLAN_TYPE_BASIS), "proposal") == 0;
	return act_guard(rq->act);
}

/* What this link has sent: its holder reads that back, and nothing that others said. */
static const struct fault *sent_before(struct req *rq, struct shared_plan *s)
{
	struct act *all = act_lift(rq->act);
	struct ask mine = { .where = { { PLAN_VIEW_PLAN, IS, row_id(s->plan) }, { PLAN_VIEW_NAME, IS, rq->link->name },
		{ PLAN_VIEW_THROUGH, IS, "link" } } };
	struct rows rows;

	TRY(act_guard(all));
	TRY(record_list(all, &PLAN_VIEW, &mine, &rows));
	TRY(act_guard(rq->act));
	s->card = (struct rows){ arena_array(rq->a, (size_t)rows.count + 1, sizeof *rows.row), 0 };
	for (int i = 0; i < rows.count; i++)
		if (*row_text(rows.row[i], PLAN_VIEW_TARGET))
			s->card.row[s->card.count++] = rows.row[i];
		else
			s->said = rows.row[i];
	return NULL;
}

static const struct fault *read_shared(struct req *rq, struct shared_plan *s)
{
	const struct row *worn;
	struct row *plan;

	TRY(record_get(rq->act, &PLAN, rq_arg(rq, "plan"), &plan));
	TRY(row_shaped(rq->act, plan, &worn));
	s->plan = (struct row *)(uintptr_t)worn;
	s->child = rq->link ? strcmp(rq->link->kind, "pupil") == 0 : rq_has_role(rq, "pupil");
	TRY(around(rq, s));
	TRY(record_list(rq->act, &TARGET, &(struct ask){ .pupil = row_about(plan), .where = { { TARGET_PLAN, IS, row_id(plan) } } },
		&s->targets));
	return record_list(rq->act, &STRATEGY_USE, &(struct ask){ .pupil = row_about(plan),
		.where = { { STRATEGY_USE_PLAN, IS, row_id(plan) } } }, &s->uses);
}

static const struct fault *draw(struct req *rq, struct ui *ui, struct shared_plan *s)
{
	ui->shell.title = "The plan";
	ui->shell.scale = UI_PHONE;
	return tmpl_shared_plan(ui, rq, s);
}

static const struct fault *shared_page(struct req *rq, struct ui *ui)
{
	struct shared_plan s = { 0 };

	TRY(read_shared(rq, &s));
	if (rq->link && rq->link->done)
		TRY(sent_before(rq, &s));
	if (s.said || s.card.count) {
		ui->shell.title = "Sent";
		return tmpl_shared_sent(ui, rq, &s);
	}
	s.form = rq_form(rq, &PLAN_VIEW);
	return draw(rq, ui, &s);
}

static const struct fault *sign(struct req *rq, const struct shared_plan *s)
{
	struct form *f = form_new(rq->a, &SIGNATURE);
	const char *id;

	if (strcmp(form_value(s->form, PLAN_VIEW_AGREES), "yes") != 0)
		return NULL;
	form_set(f, SIGNATURE_PLAN, row_id(s->plan));
	form_set(f, SIGNATURE_ROLE, link_voice(rq));
	form_set(f, SIGNATURE_NAME, rq->link->name);
	form_set(f, SIGNATURE_AT, rq->act->moment);
	form_set(f, SIGNATURE_PLAN_VERSION, arena_printf(rq->a, "%lld", (long long)row_version(s->plan)));
	form_set(f, SIGNATURE_THROUGH, "link");
	form_set(f, SIGNATURE_OF, strcmp(row_text(s->plan, PLAN_STATE), "review") == 0 ? "review" : "plan");
	return record_add(rq->act, &SIGNATURE, rq->pupil, f, &id);
}

static const char *who_sends(const struct req *rq)
{
	return rq->link ? rq->link->name : rq->act->who->name;
}

/* The child's own card: how each target goes. */
static const struct fault *keep_card(struct req *rq, const struct shared_plan *s, int *said)
{
	return card_save(rq, &(struct card){ .pupil = rq->pupil, .plan = row_id(s->plan), .name = who_sends(rq),
		.how = rq->link ? "On the review card, by a link" : "On the review card, signed in", .through = "link",
		.targets = &s->targets }, said);
}

static bool says_anything(const struct form *form)
{
	static const int SAID[] = { PLAN_VIEW_FEELS, PLAN_VIEW_WELL, PLAN_VIEW_HARD, PLAN_VIEW_WANTS };

	for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
		if (*form_value(form, SAID[i]))
			return true;
	return false;
}

static const struct fault *shared_post(struct req *rq, struct ui *ui)
{
	struct shared_plan s = { 0 };
	const struct fault *f;
	const char *id;
	int said = 0;

	TRY(read_shared(rq, &s));
	s.form = rq_form(rq, &PLAN_VIEW);
	if (!rq->link && !s.child)
		return draw(rq, ui, &s); /* staff look at the page; what a family told them is written on the plan's own page */
	if (rq->link && rq->link->done)
		return go(rq, "%s", rq->http->path);
	s.form->version = 0;
	form_set(s.form, PLAN_VIEW_TARGET, "");
	form_set(s.form, PLAN_VIEW_PLAN, row_id(s.plan));
	form_set(s.form, PLAN_VIEW_WHOSE, rq->link ? link_voice(rq) : "pupil");
	form_set(s.form, PLAN_VIEW_NAME, who_sends(rq));
	form_set(s.form, PLAN_VIEW_ON, day_iso(rq->a, rq->act->today));
	form_set(s.form, PLAN_VIEW_HOW, rq->link ? "By a link" : "Signed in");
	form_set(s.form, PLAN_VIEW_THROUGH, "link");
	if (!s.child && !*form_value(s.form, PLAN_VIEW_AGREES))
		form_error(s.form, PLAN_VIEW_AGREES, "Choose what you think of the plan");
	if (s.form->error_count)
		return draw(rq, ui, &s);
	if (s.child)
		TRY(keep_card(rq, &s, &said));
	f = said && !says_anything(s.form) ? NULL : record_add(rq->act, &PLAN_VIEW, rq->pupil, s.form, &id);
	if (ui->error_count || (f && f->code == FAULT_INVALID && s.form->error_count))
		return draw(rq, ui, &s);
	TRY(f);
	if (!rq->link) {
		rq_notice(rq, NULL, "The school has it. Thank you.");
		return go(rq, "%s", rq->http->path);
	}
	TRY(sign(rq, &s));
	TRY(rq_link_done(rq));
	TRY(rq_link_tell(rq, strcmp(form_value(s.form, PLAN_VIEW_AGREES), "ring") == 0 ? "Somebody asks to be rung about a plan" :
		"Somebody has answered about a plan", arena_printf(rq->a, "/plans/%s", row_id(s.plan))));
	return go(rq, "%s", rq->http->path);
}

/* From the plan: it may be read at home from today, and a link to it is made next. */
static const struct fault *share_post(struct req *rq, struct ui *ui)
{
	struct form *f = form_new(rq->a, &PLAN);
	struct row *plan;

	(void)ui;
	TRY(record_get(rq->act, &PLAN, rq_arg(rq, "plan"), &plan));
	form_set(f, PLAN_SHARED_ON, day_iso(rq->a, rq->act->today));
	if (!*row_text(plan, PLAN_SHARED_ON) && strcmp(row_text(plan, PLAN_STATE), "signed") != 0)
		TRY(record_change(rq->act, plan, f));
	return go(rq, "/pupils/%s/links/new?task=plan&target=%s", row_about(plan), row_id(plan));
}

const struct route SHARED_ROUTES[] = {
	{ "/shared/plans/:plan", &PLAN, RIGHT_READ, shared_page, shared_post, "A plan as the family reads it", LINK_TOO,
		"Register" },
	{ "/plans/:plan/share", &PLAN, RIGHT_EDIT, NULL, share_post, "Share a plan with the family", .section = "Register" },
	{ NULL },
};
