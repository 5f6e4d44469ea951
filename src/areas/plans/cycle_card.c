/* cycle_card.c - the child's own review card: asked on the school's page with the child beside it, printed to be filled in by hand,
 * and part of what the child's link shows (shared_pages.c). What is said becomes views of the plan, in the child's words. */
#include <string.h>

#include "areas/plans/card.h"
#include "areas/plans/cycle.h"
#include "areas/plans/cycle.tmpl.h"
#include "base/text.h"
#include "doc/pdf.h"
#include "web/link.h"

const char *const CARD_FEELS[] = { "Hard", "A bit hard", "All right", "Good", "Very good" };

static const struct { int field; const char *asks; } WHOLE[] = {
	{ PLAN_VIEW_WELL, "What helps me" }, { PLAN_VIEW_HARD, "What is still hard" }, { PLAN_VIEW_WANTS, "What I want next" },
};
enum { WHOLE_COUNT = sizeof WHOLE / sizeof *WHOLE };

const char *card_title(const struct row *target)
{
	return *row_text(target, TARGET_OWN) ? row_text(target, TARGET_OWN) : row_text(target, TARGET_OUTCOME);
}

static const char *name_of(struct arena *a, const struct row *target, const char *field)
{
	return arena_printf(a, "c-%s-%s", row_id(target), field);
}

void card_fields(struct req *rq, struct ui *ui, const struct rows *targets)
{
	for (int i = 0; i < targets->count; i++) {
		const struct row *t = targets->row[i];
		const char *feels = name_of(rq->a, t, "feels"), *words = name_of(rq->a, t, "words");

		part_card_begin(ui, arena_printf(rq->a, "c-%s", row_id(t)), card_title(t));
		ui_input_faces(ui, &(struct ui_input){ .name = feels, .label = "How is it going?", .value = rq_text(rq, feels) },
			CARD_FEELS);
		ui_input(ui, &(struct ui_input){ .name = words, .label = "What I want to say about it",
			.hint = "You can leave this empty", .value = rq_text(rq, words) });
		part_card_end(ui);
	}
}

static struct form *view_of(struct req *rq, const struct card *k)
{
	struct form *form = form_new(rq->a, &PLAN_VIEW);

	form_set(form, PLAN_VIEW_PLAN, k->plan);
	form_set(form, PLAN_VIEW_WHOSE, "pupil");
	form_set(form, PLAN_VIEW_NAME, k->name);
	form_set(form, PLAN_VIEW_ON, day_iso(rq->a, rq->act->today));
	form_set(form, PLAN_VIEW_HOW, k->how);
	form_set(form, PLAN_VIEW_THROUGH, k->through);
	return form;
}

const struct fault *card_save(struct req *rq, const struct card *k, int *said)
{
	for (int i = 0; i < k->targets->count; i++) {
		const struct row *t = k->targets->row[i];
		const char *feels = rq_text(rq, name_of(rq->a, t, "feels")), *words = rq_text(rq, name_of(rq->a, t, "words")), *id;
		struct form *form = view_of(rq, k);
		const struct fault *f;

		if (!*feels && !*words)
			continue;
		form_set(form, PLAN_VIEW_TARGET, row_id(t));
		form_set(form, PLAN_VIEW_FEELS, feels);
		form_set(form, PLAN_VIEW_WELL, words);
		f = record_add(rq->act, &PLAN_VIEW, k->pupil, form, &id);
		if (f && f->code == FAULT_INVALID && form->error_count)
			ui_error(rq->ui, name_of(rq->a, t, form->errors[0].field == PLAN_VIEW_FEELS ? "feels" : "words"),
				form->errors[0].text);
		else
			TRY(f);
		(*said)++;
	}
	return NULL;
}

const char *card_words(struct arena *a, const struct cycle *c, const char *target)
{
	for (int i = 0; i < c->views.count; i++) { /* the newest first */
		const struct row *v = c->views.row[i];
		const char *feels = row_text(v, PLAN_VIEW_FEELS), *words = row_text(v, PLAN_VIEW_WELL);

		if (strcmp(row_text(v, PLAN_VIEW_TARGET), target) != 0 || strcmp(row_text(v, PLAN_VIEW_WHOSE), "pupil") != 0)
			continue;
		return arena_printf(a, "%s%s%s%s%s", *feels ? feels : "", *feels ? " of 5" : "", *feels && *words ? ". " : "",
			words, arena_printf(a, " (%s)", row_show(a, v, PLAN_VIEW_ON)));
	}
	return "";
}

/* ---- in school ---- */

static const struct fault *draw(struct req *rq, struct ui *ui, const struct cycle *c)
{
	ui->shell.scale = UI_READ;
	ui->shell.title = "The child’s own review card";
	about_crumbs(rq, (const char *const[]){ c->who.name, c->who.href, c->name, c->href, NULL });
	ui_title(ui, arena_printf(rq->a, "%s · %s", c->who.name, c->who.line), "How is my plan going?",
		arena_printf(rq->a, "%s fills this in, with somebody beside them if they like. It is kept as %s’s own words.",
			c->who.first, c->who.first));
	ui_link_to(ui, "Print the card to fill in by hand (PDF)", arena_printf(rq->a, "%s/card.pdf", c->href));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	if (c->targets.count)
		ui_heading(ui, "What I am working on");
	card_fields(rq, ui, &c->targets);
	ui_heading(ui, "All of it");
	for (size_t i = 0; i < WHOLE_COUNT; i++)
		ui_input_long(ui, &(struct ui_input){ .name = PLAN_VIEW.fields[WHOLE[i].field].name, .label = WHOLE[i].asks,
			.rows = 2,
			.strong = true, .value = rq_text(rq, PLAN_VIEW.fields[WHOLE[i].field].name) });
	ui_input(ui, &(struct ui_input){ .name = "how", .label = "How it was filled in", .strong = true,
		.hint = "For example alone, talking, with pictures; and who helped", .value = rq_text(rq, "how") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Keep the card", NULL, NULL);
	ui_link_to(ui, "Cancel", c->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *open_plan(struct req *rq, struct cycle *c)
{
	TRY(cycle_fetch(rq, c));
	return c->over || !record_may(rq->act, &PLAN_VIEW, RIGHT_ADD, c->who.pupil) ?
		FAULT(rq->a, FAULT_NONE, "nothing is added to that plan here") : NULL;
}

const struct fault *plan_card_page(struct req *rq, struct ui *ui)
{
	struct cycle c;

	TRY(open_plan(rq, &c));
	return draw(rq, ui, &c);
}

const struct fault *plan_card_post(struct req *rq, struct ui *ui)
{
	struct card k = { .how = *rq_text(rq, "how") ? rq_text(rq, "how") : "On the review card", .name = "", .through = "school" };
	struct form *form;
	const char *id;
	struct cycle c;
	bool any = false;
	int said = 0;

	TRY(open_plan(rq, &c));
	k.pupil = c.who.pupil;
	k.plan = c.id;
	k.targets = &c.targets;
	TRY(card_save(rq, &k, &said));
	form = view_of(rq, &k);
	for (size_t i = 0; i < WHOLE_COUNT; i++) {
		const char *words = rq_text(rq, PLAN_VIEW.fields[WHOLE[i].field].name);

		form_set(form, WHOLE[i].field, words);
		any = any || *words;
	}
	if (any)
		TRY(record_add(rq->act, &PLAN_VIEW, k.pupil, form, &id));
	if (!any && !said)
		ui_error(ui, PLAN_VIEW.fields[PLAN_VIEW_WELL].name, "Choose how a target goes, or write something");
	if (ui->error_count)
		return draw(rq, ui, &c);
	rq_notice(rq, cycle_undo(rq, c.id), "Kept: what %s says.", c.who.first);
	return go(rq, "%s?step=%s", c.href, cycle_now(&c, ""));
}

/* ---- on paper: a box a target, five places to mark, two lines to write on ---- */

static void scale(struct pdf *pdf)
{
	static const struct pdf_column COLUMNS[] = { { "1 Hard", 1, false }, { "2 A bit hard", 1, false },
		{ "3 All right", 1, false }, { "4 Good", 1, false }, { "5 Very good", 1, false } };

	pdf_table(pdf, NULL, COLUMNS, 5, false);
	pdf_scale(pdf, 2);
	pdf_row(pdf, (const char *const[]){ "○", "○", "○", "○", "○" });
	pdf_scale(pdf, 1);
	pdf_table_end(pdf);
}

const struct fault *plan_card_pdf(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct buf bytes = buf_new(rq->a);
	struct cycle c;
	struct pdf *pdf;

	TRY(cycle_fetch(rq, &c));
	journal_note(rq->act, "print", PLAN.name, c.id, c.who.id, "card.pdf");
	TRY(pdf_begin(rq->a, &(struct pdf_about){ .title = arena_printf(rq->a, "%s: how is my plan going?", c.who.first),
		.school = rq->ui->shell.school, .author = rq->act->who->name, .made = rq->act->moment,
		.foot = "Private: keep with the child’s file" }, &pdf));
	pdf_heading(pdf, 1, "How is my plan going?");
	pdf_text(pdf, arena_printf(rq->a, "%s. Put a mark in one ring for each.", c.who.name));
	for (int i = 0; i < c.targets.count; i++) {
		pdf_heading(pdf, 2, card_title(c.targets.row[i]));
		scale(pdf);
		pdf_lines(pdf, "What I want to say about it", 1);
	}
	pdf_heading(pdf, 2, "All of it");
	for (size_t i = 0; i < WHOLE_COUNT; i++)
		pdf_lines(pdf, WHOLE[i].asks, c.targets.count > 2 ? 1 : 2);
	TRY(pdf_end(pdf, &bytes));
	return rq_download(rq, "application/pdf", "card.pdf", bytes.data, bytes.len);
}
