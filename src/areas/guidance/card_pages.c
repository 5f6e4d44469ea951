/* card_pages.c - the bank of strategies as cards by need, with what came of each in this school's plans. Whoever reads plans of the
 * whole school sees the numbers as they are; others never a number so small that it could tell of one child. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"

bool cards_may(struct req *rq)
{
	return record_ever(rq->act, record_find(rq->act->house, "strategy_bank"), RIGHT_READ);
}

const struct fault *cards_read(struct req *rq, const char *area, struct cards *out)
{
	const struct record *use = record_find(rq->act->house, "strategy_use");
	struct act *all = act_lift(rq->act);

	*out = (struct cards){ .exact = record_ever(rq->act, use, RIGHT_READ) && !record_own_only(rq->act, use, RIGHT_READ) };
	if (!cards_may(rq))
		return NULL;
	TRY(act_guard(all)); /* how many, of the whole school: nobody's name, and nothing small below */
	TRY(query_run(all, &Q_CARD_EVIDENCE, (const char *const[]){ rq->act->campus, area, day_iso(rq->a, rq->act->today) },
		&out->f));
	return act_guard(rq->act);
}

const char *card_evidence(struct arena *a, const struct cards *c, int i)
{
	int n = (int)found_int(&c->f, i, Q_CARD_EVIDENCE_CHILDREN), helped = (int)found_int(&c->f, i, Q_CARD_EVIDENCE_HELPED);
	bool told = c->exact || (helped >= CARDS_SMALL && (n == helped || n - helped >= CARDS_SMALL));

	if (!n)
		return "Not yet reviewed in a plan here";
	if (!c->exact && n < CARDS_SMALL)
		return arena_printf(a, "Used with fewer than %d children here", CARDS_SMALL);
	return told ? arena_printf(a, "Used with %d child%s here, helped %d", n, n == 1 ? "" : "ren", helped) :
		arena_printf(a, "Used with %d children here", n);
}

static void draw_card(struct req *rq, struct ui *ui, const struct cards *c, int i, bool edits)
{
	const char *reason = found_text(&c->f, i, Q_CARD_EVIDENCE_REASON), *ages = found_text(&c->f, i, Q_CARD_EVIDENCE_AGES);

	ui_row(ui);
	ui_cell_sub(ui, found_text(&c->f, i, Q_CARD_EVIDENCE_TEXT), *reason && *ages ? arena_printf(rq->a, "%s (%s)", reason,
		ages) :
		*reason ? reason : ages);
	ui_cell(ui, card_evidence(rq->a, c, i));
	ui_cell_begin(ui);
	if (edits)
		ui_link_to(ui, "Change", arena_printf(rq->a, "/guidance/cards/%s", found_text(&c->f, i, Q_CARD_EVIDENCE_ID)));
	ui_cell_end(ui);
	ui_row_end(ui);
}

static void draw_area(struct req *rq, struct ui *ui, const struct cards *c, const struct choice *area, bool edits)
{
	static const struct ui_column COLUMNS[] = { { "What adults do", .phone = UI_LEAD, .width = 60 },
		{ "What came of it", .phone = UI_BARE, .width = 30 }, { "Change", .act = true, .quiet = true }, { NULL } };
	int n = 0;

	for (int i = 0; i < c->f.rows; i++) {
		if (strcmp(found_text(&c->f, i, Q_CARD_EVIDENCE_AREA), area->code) != 0)
			continue;
		if (!n++) {
			ui_panel(ui, &(struct ui_panel){ .title = area->label, .count = -1, .plain = true });
			ui_table(ui, &(struct ui_table){ .caption = area->label, .columns = COLUMNS, .headless = true, .css =
				"os-fixed" });
		}
		draw_card(rq, ui, c, i, edits);
	}
	if (n) {
		ui_table_end(ui);
		ui_panel_end(ui);
	}
}

const struct fault *cards_page(struct req *rq, struct ui *ui)
{
	const struct record *bank = record_find(rq->act->house, "strategy_bank");
	const char *area = rq_text(rq, "area");
	bool edits = record_ever(rq->act, bank, RIGHT_EDIT);
	struct cards c;

	if (!cards_may(rq))
		return FAULT(rq->a, FAULT_NONE, "the bank is not theirs to read");
	TRY(cards_read(rq, area, &c));
	TRY(guidance_head(rq, ui, "What helps here", c.exact ? "What adults do, by need, and what came of it in this school’s "
		"plans." :
		"What adults do, by need, and what came of it in this school’s plans. Small numbers are not said."));
	if (record_ever(rq->act, bank, RIGHT_ADD))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Add a card", "/guidance/cards/new");
	ui_link_to(ui, "Print", arena_printf(rq->a, "/guidance/cards.pdf?area=%s", *area ? area : ""));
	TRY(guidance_head_end(rq, ui, "/guidance/cards"));
	ui_filters(ui, "/guidance/cards");
	ui_filter_select(ui, "area", "Need", area, choice_options(rq->a, GUIDANCE_AREAS, "All"));
	ui_filters_end(ui);
	for (const struct choice *a = GUIDANCE_AREAS; a->code; a++)
		draw_area(rq, ui, &c, a, edits);
	draw_area(rq, ui, &c, &(const struct choice){ "", "For any need" }, edits);
	if (!c.f.rows)
		ui_empty(ui, "No card is here yet.", record_ever(rq->act, bank, RIGHT_ADD) ? "Add a card" : NULL,
			"/guidance/cards/new");
	return NULL;
}

/* ---- written ---- */

static const struct fault *draw_form(struct req *rq, struct ui *ui, const struct record *bank, struct form *form,
	const struct row *card)
{
	ui->shell.title = card ? "Change a card" : "Add a card";
	ui->shell.scale = UI_READ;
	guidance_crumbs(rq, "What helps here", "/guidance/cards");
	ui_title(ui, NULL, ui->shell.title, "One thing that adults do, as you would say it to a cover teacher. It is chosen from "
		"when a plan is written; the plans’ reviews then say whether it helped.");
	ui_form_begin(ui, &(struct ui_form){ .version = card ? row_version(card) : 0, .draft = true });
	ui_fields(ui, bank, form);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the card", NULL, NULL);
	ui_link_to(ui, "Cancel", "/guidance/cards");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *card_form(struct req *rq, struct ui *ui, struct row *card)
{
	const struct record *bank = record_find(rq->act->house, "strategy_bank");
	struct form *form = card && !rq->post && !rq->typed.count ? form_of_row(rq->a, card) : rq_form(rq, bank);
	const struct fault *f;
	struct row *now = card;

	if (!rq->post)
		return draw_form(rq, ui, bank, form, card);
	f = card ? record_change(rq->act, card, form) : record_put(rq->act, bank, NULL, form, &now);
	if (guidance_invalid(f, form))
		return draw_form(rq, ui, bank, form, card);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/guidance", bank, row_id(now)), "The card is saved.");
	return go(rq, "/guidance/cards");
}

const struct fault *card_new(struct req *rq, struct ui *ui)
{
	if (!record_ever(rq->act, record_find(rq->act->house, "strategy_bank"), RIGHT_ADD))
		return FAULT(rq->a, FAULT_NONE, "this person may not add to the bank");
	return card_form(rq, ui, NULL);
}

const struct fault *card_edit(struct req *rq, struct ui *ui)
{
	const struct record *bank = record_find(rq->act->house, "strategy_bank");
	struct row *card;

	if (!record_ever(rq->act, bank, RIGHT_EDIT))
		return FAULT(rq->a, FAULT_NONE, "this person may not change the bank");
	TRY(record_get(rq->act, bank, rq_arg(rq, "card"), &card));
	return card_form(rq, ui, card);
}
