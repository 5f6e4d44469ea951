/* sheet_pages.c - sheets about conditions and needs: found, read, written. The sheet on paper is sheet_print.c. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"
#include "areas/guidance/sheet.h"
#include "base/text.h"

const struct fault *guides_all(struct act *act, struct rows *out)
{
	return record_list(act, &GUIDE, &(struct ask){ .as_at = day_iso(act->a, act->today), .limit = 400 }, out);
}

static const char *href_of(struct arena *a, const struct row *guide)
{
	return arena_printf(a, "/guidance/sheets/%s", row_id(guide));
}

static bool belongs(const struct row *guide, const char *codes)
{
	const char *needs = row_text(guide, GUIDE_NEEDS);

	for (int i = 0; GUIDE_NEEDS_OF[i].code; i++)
		if (guidance_has_word(needs, GUIDE_NEEDS_OF[i].code) && guidance_has_word(codes, GUIDE_NEEDS_OF[i].code))
			return true;
	return false;
}

static void link_item(struct req *rq, struct ui *ui, const struct row *guide)
{
	ui_item(ui);
	ui_link_to(ui, row_text(guide, GUIDE_TITLE), href_of(rq->a, guide));
	ui_item_end(ui);
}

const struct fault *guides_row(struct req *rq, struct ui *ui, const char *codes)
{
	struct rows all;
	int n = 0;

	if (!*codes || !record_ever(rq->act, &GUIDE, RIGHT_READ))
		return NULL;
	TRY(guides_all(rq->act, &all));
	for (int i = 0; i < all.count; i++) {
		if (!belongs(all.row[i], codes))
			continue;
		if (!n++)
			ui_items(ui);
		link_item(rq, ui, all.row[i]);
	}
	if (n)
		ui_items_end(ui);
	return NULL;
}

const struct fault *guide_options(struct req *rq, const char *first, const struct ui_option **out)
{
	struct ui_option *o;
	struct rows all;

	TRY(guides_all(rq->act, &all));
	o = arena_array(rq->a, (size_t)all.count + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < all.count; i++)
		o[i + 1] = (struct ui_option){ .value = row_id(all.row[i]), .label = row_text(all.row[i], GUIDE_TITLE) };
	*out = o;
	return NULL;
}

/* ---- all of them ---- */

static const struct fault *own_children(struct req *rq, struct ui *ui, const struct rows *all)
{
	struct buf codes = buf_new(rq->a);
	struct found f;
	int n = 0;

	if (!*rq->act->who->staff)
		return NULL;
	TRY(query_run(rq->act, &Q_GUIDANCE_NEEDS, (const char *const[]){ "", "", rq->act->who->staff,
		day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++)
		buf_printf(&codes, "%s ", found_text(&f, i, Q_GUIDANCE_NEEDS_TYPE));
	for (int i = 0; i < all->count; i++) {
		if (!belongs(all->row[i], buf_text(&codes)))
			continue;
		if (!n++) {
			ui_panel(ui, &(struct ui_panel){ .title = "For children you work with", .count = -1 });
			ui_items(ui);
		}
		link_item(rq, ui, all->row[i]);
	}
	if (n) {
		ui_items_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

static void sheet_item(struct req *rq, struct ui *ui, const struct row *g, bool tagged)
{
	ui_item(ui);
	ui_link_to(ui, row_text(g, GUIDE_TITLE), href_of(rq->a, g));
	if (tagged && !*row_text(g, GUIDE_CHECKED_ON)) {
		buf_add_c(&ui->out, ' ');
		ui_tag(ui, UI_SOON, "Not checked yet");
	}
	ui_item_end(ui);
}

/* One area's sheets, three areas in a row; `place` counts those drawn. */
static void area_of_sheets(struct req *rq, struct ui *ui, const struct rows *all, const struct choice *area, bool tagged,
	int *place)
{
	int n = 0;

	for (int i = 0; i < all->count; i++) {
		if (strcmp(row_text(all->row[i], GUIDE_AREA), area->code) != 0)
			continue;
		if (!n++) {
			if (*place % 3 == 0)
				ui_columns(ui, UI_THREE);
			else
				ui_column_next(ui);
			ui_panel(ui, &(struct ui_panel){ .title = area->label, .count = -1, .plain = true });
			ui_items(ui);
		}
		sheet_item(rq, ui, all->row[i], tagged);
	}
	if (!n)
		return;
	ui_items_end(ui);
	ui_panel_end(ui);
	if (++*place % 3 == 0)
		ui_columns_end(ui);
}

static const char *whole_text(struct arena *a, const struct row *g)
{
	return arena_printf(a, "%s\n%s\n%s\n%s\n%s", row_text(g, GUIDE_TITLE), row_text(g, GUIDE_LOOKS), row_text(g, GUIDE_HELPS),
		row_text(g, GUIDE_AVOID), row_text(g, GUIDE_MORE));
}

static int sheets_found(struct req *rq, struct ui *ui, const struct rows *all, const char *typed)
{
	int n = 0;

	for (int least = 3; least > 0 && !n; least--)
		for (int i = 0; i < all->count && n < 8; i++) {
			if (guidance_score(rq->a, typed, whole_text(rq->a, all->row[i])) < least)
				continue;
			if (!n++) {
				ui_heading(ui, "Sheets");
				ui_items(ui);
			}
			link_item(rq, ui, all->row[i]);
		}
	if (n)
		ui_items_end(ui);
	return n;
}

static const struct fault *cards_found(struct req *rq, struct ui *ui, const char *typed, int *shown)
{
	struct cards c;

	*shown = 0;
	TRY(cards_read(rq, "", &c));
	for (int i = 0; i < c.f.rows && *shown < 8; i++) {
		if (!guidance_score(rq->a, typed, found_text(&c.f, i, Q_CARD_EVIDENCE_TEXT)))
			continue;
		if (!(*shown)++) {
			ui_heading(ui, "What helps here");
			ui_items(ui);
		}
		ui_item(ui);
		buf_add_html(&ui->out, found_text(&c.f, i, Q_CARD_EVIDENCE_TEXT));
		ui_small(ui, card_evidence(rq->a, &c, i));
		ui_item_end(ui);
	}
	if (*shown)
		ui_items_end(ui);
	return NULL;
}

static const struct fault *search_results(struct req *rq, struct ui *ui, const struct rows *all, const char *typed)
{
	int answers, cards, sheets = sheets_found(rq, ui, all, typed);

	TRY(answers_near(rq, ui, typed, "Answers", &answers));
	TRY(cards_found(rq, ui, typed, &cards));
	if (!sheets && !answers && !cards)
		ui_empty(ui, "Nothing here says that yet.", rq_leads(rq, "/guidance/ask") ? "Ask the SENCO" : NULL,
			"/guidance/ask");
	return NULL;
}

const struct fault *guidance_page(struct req *rq, struct ui *ui)
{
	bool edits = record_ever(rq->act, &GUIDE, RIGHT_EDIT);
	const char *typed = rq_text(rq, "q");
	struct rows all;
	int unchecked = 0, place = 0;

	TRY(guides_all(rq->act, &all));
	TRY(guidance_head(rq, ui, "Guidance", "What it looks like, what helps, and what to avoid: a page on each, in plain "
		"words."));
	if (rq_leads(rq, "/guidance/ask"))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Ask the SENCO", "/guidance/ask");
	if (edits)
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Write a sheet", "/guidance/sheets/new");
	TRY(guidance_head_end(rq, ui, "/guidance"));
	guidance_look_for(ui, "/guidance", typed);
	if (*typed)
		return search_results(rq, ui, &all, typed);
	if (!all.count)
		ui_empty(ui, "There is no sheet yet.", edits ? "Write a sheet" : NULL, "/guidance/sheets/new");
	TRY(own_children(rq, ui, &all));
	for (int i = 0; edits && i < all.count; i++)
		unchecked += !*row_text(all.row[i], GUIDE_CHECKED_ON);
	if (unchecked)
		ui_note(ui, UI_SOON, unchecked == 1 ? "One sheet is not checked by you yet." : arena_printf(rq->a,
			"%d sheets are not checked by you yet.", unchecked), "Those that came with the program are general "
				"practice: read them, change what is different here, and enter the day you did.");
	for (const struct choice *c = GUIDANCE_AREAS; c->code; c++)
		area_of_sheets(rq, ui, &all, c, edits && unchecked < all.count, &place);
	if (place % 3)
		ui_columns_end(ui);
	return NULL;
}

/* ---- one ---- */

static void lines(struct ui *ui, const char *title, const char *text)
{
	if (text_blank(text))
		return;
	ui_heading(ui, title);
	ui_bullets(ui, text);
}

static void about_sheet(struct req *rq, struct ui *ui, const struct row *g)
{
	const char *source = row_text(g, GUIDE_SOURCE);

	ui_heading(ui, "About this sheet");
	ui_para(ui, "This is the school’s own text: general classroom practice, not advice about one child. What a child’s own "
		"plan or profile says comes first.");
	ui_facts(ui);
	ui_fact(ui, "Where it comes from", *source ? source : "Not said");
	ui_fact(ui, "Date of the source", row_show(rq->a, g, GUIDE_SOURCE_ON));
	ui_fact(ui, "Checked by the school", *row_text(g, GUIDE_CHECKED_ON) ? row_show(rq->a, g, GUIDE_CHECKED_ON) : "Not yet");
	ui_fact(ui, "In use until", row_show(rq->a, g, GUIDE_UNTIL));
	ui_facts_end(ui);
}

static const struct fault *worked_here(struct req *rq, struct ui *ui, const struct row *g)
{
	struct cards c;
	int n = 0;

	if (!cards_may(rq))
		return NULL;
	TRY(cards_read(rq, row_text(g, GUIDE_AREA), &c));
	for (int i = 0; i < c.f.rows && n < 5; i++) {
		if (!found_int(&c.f, i, Q_CARD_EVIDENCE_CHILDREN))
			continue;
		if (!n++) {
			ui_panel(ui, &(struct ui_panel){ .title = "What has helped here", .count = -1, .link = "All cards",
				.href = arena_printf(rq->a, "/guidance/cards?area=%s", row_text(g, GUIDE_AREA)) });
			ui_items(ui);
		}
		ui_item(ui);
		buf_add_html(&ui->out, found_text(&c.f, i, Q_CARD_EVIDENCE_TEXT));
		ui_small(ui, card_evidence(rq->a, &c, i));
		ui_item_end(ui);
	}
	if (n) {
		ui_items_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

/* Each save is an edition; whoever read an earlier one can see what it said. */
static const struct fault *editions(struct req *rq, struct ui *ui, struct row *g)
{
	struct rows versions;

	TRY(record_history(rq->act, g, &versions));
	if (versions.count < 2)
		return NULL;
	ui_details(ui, arena_printf(rq->a, "Earlier editions (%d)", versions.count - 1));
	for (int i = 1; i < versions.count; i++) {
		const struct row *v = versions.row[i];

		ui_heading_s(ui, arena_printf(rq->a, "Edition %lld, %s, by %s", (long long)row_version(v),
			moment_long(rq->a, row_moment(v)), row_by(v)));
		ui_prose(ui, whole_text(rq->a, v));
	}
	ui_details_end(ui);
	return NULL;
}

const struct fault *guide_page(struct req *rq, struct ui *ui)
{
	const char *href;
	struct row *g;

	TRY(record_get(rq->act, &GUIDE, rq_arg(rq, "guide"), &g));
	href = href_of(rq->a, g);
	ui->shell.title = row_text(g, GUIDE_TITLE);
	ui->shell.scale = UI_READ;
	guidance_crumbs(rq, NULL, NULL);
	ui_title(ui, row_show(rq->a, g, GUIDE_AREA), row_text(g, GUIDE_TITLE), NULL);
	ui_acts(ui);
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Print, one page", arena_printf(rq->a, "%s/sheet.pdf", href));
	if (rq_leads(rq, "/guidance/ask"))
		ui_link_to(ui, "Ask the SENCO", "/guidance/ask");
	if (record_ever(rq->act, &GUIDE, RIGHT_EDIT))
		ui_link_to(ui, "Change this sheet", arena_printf(rq->a, "%s/edit", href));
	ui_acts_end(ui);
	lines(ui, "What helps in lessons", row_text(g, GUIDE_HELPS));
	lines(ui, "What you may see", row_text(g, GUIDE_LOOKS));
	lines(ui, "What to avoid", row_text(g, GUIDE_AVOID));
	lines(ui, "When to ask for more", row_text(g, GUIDE_MORE));
	TRY(worked_here(rq, ui, g));
	about_sheet(rq, ui, g);
	return editions(rq, ui, g);
}

/* ---- written ---- */

static const struct fault *draw_form(struct req *rq, struct ui *ui, struct form *form, const struct row *g)
{
	static const int FIELDS[] = { GUIDE_LOOKS, GUIDE_HELPS, GUIDE_AVOID, GUIDE_MORE, GUIDE_SOURCE, GUIDE_SOURCE_ON,
		GUIDE_CHECKED_ON, GUIDE_UNTIL };

	ui->shell.title = g ? "Change a sheet" : "Write a sheet";
	ui->shell.scale = UI_READ;
	guidance_crumbs(rq, g ? row_text(g, GUIDE_TITLE) : NULL, g ? href_of(rq->a, g) : NULL);
	ui_title(ui, NULL, ui->shell.title, "Plain words, a line each. It must fit on one printed page; nothing in it is about "
		"one child.");
	ui_form_errors(ui, form);
	ui_form_begin(ui, &(struct ui_form){ .version = g ? row_version(g) : 0, .draft = true });
	ui_field(ui, &GUIDE, form, GUIDE_TITLE);
	ui_field(ui, &GUIDE, form, GUIDE_AREA);
	ui_input_checks(ui, &(struct ui_input){ .name = "needs", .label = "Belongs to these needs", .strong = true, .small = true,
		.hint = "Staff of a child with one of them are led to this sheet", .value = form_value(form, GUIDE_NEEDS) },
		choice_options(rq->a, GUIDE_NEEDS_OF, NULL));
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		ui_field(ui, &GUIDE, form, FIELDS[i]);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, g ? "Save the sheet" : "Add the sheet", NULL, NULL);
	ui_link_to(ui, "Cancel", g ? href_of(rq->a, g) : "/guidance");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *save(struct req *rq, struct ui *ui, struct row *g)
{
	struct form *form = rq_form(rq, &GUIDE);
	const struct fault *f = NULL;
	struct row *now = g;
	int over = 0;

	form_set(form, GUIDE_NEEDS, guidance_ticked(rq, "needs", GUIDE_NEEDS_OF));
	if (!g)
		form_set(form, GUIDE_FROM, day_iso(rq->a, rq->act->today));
	TRY(sheet_too_long(rq, form, &over));
	if (over)
		form_error(form, GUIDE_HELPS, "The sheet is %d line%s too long for one printed page: shorten it", over, over ==
			1 ? "" : "s");
	if (form->error_count)
		return draw_form(rq, ui, form, g);
	f = g ? record_change(rq->act, g, form) : record_put(rq->act, &GUIDE, NULL, form, &now);
	if (guidance_invalid(f, form))
		return draw_form(rq, ui, form, g);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/guidance", &GUIDE, row_id(now)), "The sheet is saved. Earlier editions stay readable.");
	return go(rq, "/guidance/sheets/%s", row_id(now));
}

const struct fault *guide_new(struct req *rq, struct ui *ui)
{
	return rq->post ? save(rq, ui, NULL) : draw_form(rq, ui, rq_form(rq, &GUIDE), NULL);
}

const struct fault *guide_edit(struct req *rq, struct ui *ui)
{
	struct form *form;
	struct row *g;

	TRY(record_get(rq->act, &GUIDE, rq_arg(rq, "guide"), &g));
	if (rq->post)
		return save(rq, ui, g);
	form = rq->typed.count ? rq_form(rq, &GUIDE) : form_of_row(rq->a, g);
	if (rq->typed.count)
		form_set(form, GUIDE_NEEDS, guidance_ticked(rq, "needs", GUIDE_NEEDS_OF));
	return draw_form(rq, ui, form, g);
}
