/* pages.c - the list of letters, those of one child, templates, and what all these pages share. */
#include <string.h>

#include "areas/letters/pages.h"
#include "areas/letters/queries.sql.h"
#include "areas/letters/word.h"
#include "base/text.h"

const char *letters_first(const struct row *pupil)
{
	return *row_named(pupil, "known_as") ? row_named(pupil, "known_as") : *row_named(pupil, "forename") ?
		row_named(pupil, "forename") : row_named(pupil, "known_surname");
}

const char *letters_child(struct arena *a, const struct row *pupil)
{
	const char *surname = row_named(pupil, "known_surname");

	return about_name(a, letters_first(pupil), *surname ? surname : row_named(pupil, "surname"));
}

enum ui_tone letters_tone(const char *state)
{
	if (strcmp(state, "sent") == 0 || strcmp(state, "handed") == 0)
		return UI_OK;
	if (strcmp(state, "refused") == 0 || strcmp(state, "unknown") == 0)
		return UI_LATE;
	return strcmp(state, "held") == 0 ? UI_SOON : strcmp(state, "draft") == 0 || strcmp(state, "cancelled") == 0 ? UI_PLAIN :
		UI_ACCENT;
}

const struct fault *letters_pupil(struct req *rq, const struct row *row, struct row **out)
{
	struct act *all = act_lift(rq->act);

	*out = NULL;
	if (!*row_about(row))
		return NULL;
	TRY(act_guard(all));
	TRY(record_get(all, record_find(rq->act->house, "pupil"), row_about(row), out));
	return act_guard(rq->act);
}

enum reach_how letters_how(const char *channel)
{
	return strcmp(channel, "email") == 0 ? REACH_EMAIL : strcmp(channel, "handed") == 0 ? REACH_HAND : REACH_POST;
}

/* ---- the list ---- */

static const struct ui_column LETTERS[] = { { "Letter", .width = 26 }, { "About", .phone = UI_BARE }, { "To", .phone = UI_BARE },
	{ "How", .phone = UI_SECOND }, { "Date", .phone = UI_BARE }, { "State", .phone = UI_LEAD }, { NULL } };

static const struct fault *letter_row(struct req *rq, struct ui *ui, void *self, int i)
{
	const struct row *l = ((const struct rows *)self)->row[i];
	const char *why = row_text(l, LETTER_WHY);
	struct row *pupil;

	TRY(letters_pupil(rq, l, &pupil));
	ui_row(ui);
	if (row_has(l, LETTER_BODY))
		ui_cell_link(ui, row_text(l, LETTER_TITLE), arena_printf(rq->a, "/letters/%s", row_id(l)));
	else
		ui_cell(ui, row_text(l, LETTER_TITLE));
	ui_cell(ui, pupil ? letters_child(rq->a, pupil) : "");
	ui_cell(ui, row_text(l, LETTER_NAME));
	ui_cell(ui, row_show(rq->a, l, LETTER_CHANNEL));
	ui_cell(ui, day_short(rq->a, row_day(l, LETTER_ON), rq->act->today));
	ui_cell_begin(ui);
	ui_tag(ui, letters_tone(row_text(l, LETTER_STATE)), row_show(rq->a, l, LETTER_STATE));
	if (*why && strcmp(row_text(l, LETTER_STATE), "sent") != 0)
		ui_small(ui, why);
	ui_cell_end(ui);
	ui_row_end(ui);
	return NULL;
}

static const struct fault *letter_rows(struct req *rq, struct ui *ui, struct rows *rows)
{
	ui_table(ui, &(struct ui_table){ .caption = "Letters, newest first", .columns = LETTERS });
	TRY(parts_draw(rq, ui, rows->count, letter_row, rows));
	ui_table_end(ui);
	return NULL;
}

static const char *href_of(struct req *rq, const char *state)
{
	return *state ? arena_printf(rq->a, "/letters?state=%s", state) : "/letters";
}

const struct fault *letters_page(struct req *rq, struct ui *ui)
{
	const char *state = rq_text(rq, "state");
	struct ask ask = { .limit = UI_PER_PAGE };
	int64_t at = 1, total;
	struct rows rows;

	if (text_to_int(rq_text(rq, "page"), &at) && at > 0 && at < 10000)
		ask.offset = (int)(at - 1) * UI_PER_PAGE;
	else
		at = 1;
	if (*state) {
		ask.where[0].field = LETTER_STATE;
		ask.where[0].op = IS;
		ask.where[0].value = state;
	}
	TRY(record_list(rq->act, &LETTER, &ask, &rows));
	TRY(record_count(rq->act, &LETTER, &ask, &total));
	ui->shell.title = "Letters";
	ui_head(ui, "Letters", "What the school wrote to families, how it went, and the proof that it did.");
	if (rq_leads(rq, "/letters/new"))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Write to many", "/letters/new");
	if (rq_leads(rq, "/letters/templates"))
		ui_link_to(ui, "Templates", "/letters/templates");
	if (rq_leads(rq, "/outbox"))
		ui_link_to(ui, "Outbox", "/outbox");
	ui_head_end(ui);
	ui_filters(ui, "/letters");
	ui_filter_select(ui, "state", "State", state, choice_options(rq->a, LETTER_STATES, "Any"));
	ui_filters_end(ui);
	if (!rows.count) {
		ui_empty(ui, *state ? "No letters in this state." :
			"No letters yet. Open a child and choose “Write a letter”, or write to many at once.", NULL, NULL);
		return NULL;
	}
	ui_showing(ui, (int)total, (int)at, "letters");
	TRY(letter_rows(rq, ui, &rows));
	ui_pages(ui, (int)total, (int)at, href_of(rq, state));
	return NULL;
}

const struct fault *child_letters(struct req *rq, struct ui *ui)
{
	const char *base = arena_printf(rq->a, "/pupils/%s", row_id(rq->pupil)), *name = letters_child(rq->a, rq->pupil);
	struct rows rows;

	TRY(record_list(rq->act, &LETTER, &(struct ask){ .pupil = row_id(rq->pupil), .limit = 200 }, &rows));
	about_crumbs(rq, (const char *const[]){ "Register", "/register", name, base, NULL });
	ui->shell.title = arena_printf(rq->a, "Letters about %s", letters_first(rq->pupil));
	ui_head(ui, ui->shell.title, "Newest first. What left the school stays as it went.");
	ui->shell.title = "Letters about a child"; /* a name would stay in the browser's history */
	if (rq_may(rq, &LETTER, RIGHT_ADD))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Write a letter", arena_printf(rq->a, "%s/letters/new", base));
	ui_head_end(ui);
	if (rows.count)
		return letter_rows(rq, ui, &rows);
	ui_empty(ui, arena_printf(rq->a, "Nothing has been written about %s yet.", letters_first(rq->pupil)), NULL, NULL);
	return NULL;
}

/* ---- templates ---- */

const struct fault *letters_templates(struct req *rq, const struct ui_option **out)
{
	struct ui_option *o;
	struct rows rows;

	TRY(record_list(rq->act, &LETTER_TEMPLATE, &(struct ask){ .as_at = day_iso(rq->a, rq->act->today), .limit = 200 }, &rows));
	o = arena_array(rq->a, (size_t)rows.count + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "Choose one" };
	for (int i = 0; i < rows.count; i++)
		o[i + 1] = (struct ui_option){ .value = row_id(rows.row[i]), .label = row_text(rows.row[i], LETTER_TEMPLATE_NAME) };
	*out = o;
	return NULL;
}

const struct fault *templates_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Template", .width = 30 }, { "Used for", .phone = UI_BARE },
		{ "What it is for", .phone = UI_BARE },
		{ "In use", .phone = UI_LEAD }, { NULL } };
	bool edit = record_ever(rq->act, &LETTER_TEMPLATE, RIGHT_EDIT);
	struct rows rows;

	TRY(record_list(rq->act, &LETTER_TEMPLATE, &(struct ask){ .limit = 500 }, &rows));
	about_crumbs(rq, (const char *const[]){ "Letters", "/letters", NULL });
	ui->shell.title = "Letter templates";
	ui_head(ui, "Letter templates", "Your school's own words. Fields in braces are filled in for each child and person.");
	if (record_ever(rq->act, &LETTER_TEMPLATE, RIGHT_ADD))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Write a template", "/letters/templates/new");
	ui_head_end(ui);
	if (!rows.count) {
		ui_empty(ui, "No templates yet. Write the letter you send most, and never type it again.", NULL, NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "Templates by name", .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++) {
		const struct row *r = rows.row[i];
		day until = row_day(r, LETTER_TEMPLATE_UNTIL);

		ui_row(ui);
		if (edit)
			ui_cell_link(ui, row_text(r, LETTER_TEMPLATE_NAME), arena_printf(rq->a, "/letters/templates/%s",
				row_id(r)));
		else
			ui_cell(ui, row_text(r, LETTER_TEMPLATE_NAME));
		ui_cell(ui, row_show(rq->a, r, LETTER_TEMPLATE_KIND));
		ui_cell(ui, row_text(r, LETTER_TEMPLATE_PURPOSE));
		ui_cell(ui, until != DAY_NONE && until < rq->act->today ? "No longer" : "Yes");
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

static void list_fields(struct req *rq, struct ui *ui)
{
	const struct merge_group *groups = merge_groups(rq->act);
	static const struct ui_column COLUMNS[] = { { "Write", .width = 40 }, { "Stands for", .phone = UI_BARE }, { NULL } };

	ui_heading(ui, "Fields you may use");
	ui_para(ui, "A field without a value stands in the letter in square brackets, and the letter waits until somebody has "
		"filled it in.");
	for (const struct merge_group *g = groups; g->title; g++) {
		if (g > groups)
			ui_details(ui, g->title);
		ui_table(ui, &(struct ui_table){ .caption = g->title, .columns = COLUMNS, .caption_shown = g == groups });
		for (int i = 0; i < g->count; i++) {
			ui_row(ui);
			ui_cell(ui, arena_printf(rq->a, "{%s}", g->names[i]));
			ui_cell(ui, g->labels[i]);
			ui_row_end(ui);
		}
		ui_table_end(ui);
		if (g > groups)
			ui_details_end(ui);
	}
}

/* The school's own paper: a Word file whose content controls carry the names of fields. */
static void draw_word(struct req *rq, struct ui *ui, const struct row *row)
{
	const char *name = row ? row_text(row, LETTER_TEMPLATE_FILE_NAME) : "";

	ui_input_file(ui, &(struct ui_input){ .name = "word", .label = "Word file with your school’s own paper", .strong = true,
		.accept = ".docx", .hint = *name ? arena_printf(rq->a, "There is one: %s. Choose another to put in its place",
		name) :
		"You can leave this empty. Its content controls have the fields below as tags, with a colon: pupil:known_as. “body” "
		"is the text above" });
	if (*name)
		ui_input_check(ui, "no_word", "Use no Word file any longer", NULL, false);
	if (row)
		ui_link_to(ui, *name ? "Open the Word file" : "A plain Word file to begin from",
			arena_printf(rq->a, "/letters/templates/%s/word", row_id(row)));
}

static void draw_template(struct req *rq, struct ui *ui, const struct form *form, const struct row *row)
{
	about_crumbs(rq, (const char *const[]){ "Letters", "/letters", "Templates", "/letters/templates", NULL });
	ui->shell.title = row ? "Change a template" : "Write a template";
	ui->shell.scale = UI_READ;
	ui_title(ui, NULL, ui->shell.title, NULL);
	ui_form_begin(ui, &(struct ui_form){ .version = row ? row_version(row) : 0, .upload = true });
	ui_fields(ui, &LETTER_TEMPLATE, form);
	draw_word(rq, ui, row);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the template", NULL, NULL);
	ui_link_to(ui, "Cancel", "/letters/templates");
	ui_acts_end(ui);
	ui_form_end(ui);
	list_fields(rq, ui);
}

static const struct fault *template_form(struct req *rq, struct ui *ui, const char *id)
{
	const struct fault *f;
	struct row *row = NULL;
	struct form *form;

	if (id)
		TRY(record_get(rq->act, &LETTER_TEMPLATE, id, &row));
	form = row && !rq->typed.count ? form_of_row(rq->a, row) : rq_form(rq, &LETTER_TEMPLATE);
	if (!row && !rq->typed.count)
		form_set(form, LETTER_TEMPLATE_FROM, day_iso(rq->a, rq->act->today));
	if (rq->post)
		TRY(word_keep(rq, form));
	if (rq->post && !ui->error_count) {
		f = row ? record_change(rq->act, row, form) : record_add(rq->act, &LETTER_TEMPLATE, NULL, form, &id);
		if (!f) {
			rq_notice(rq, NULL, "The template is saved.");
			return go(rq, "/letters/templates");
		}
		if (f->code != FAULT_INVALID)
			return f;
	}
	draw_template(rq, ui, form, row);
	return NULL;
}

const struct fault *template_new(struct req *rq, struct ui *ui) { return template_form(rq, ui, NULL); }
const struct fault *template_edit(struct req *rq, struct ui *ui) { return template_form(rq, ui, rq_arg(rq, "template")); }
