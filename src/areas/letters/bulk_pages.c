/* bulk_pages.c - one letter to many children's families: who is asked for by the register's words, each adult judged by the same
 * rule as in a single letter, all looked at one by one before they go. */
#include <string.h>

#include "areas/letters/pages.h"
#include "areas/letters/queries.sql.h"
#include "base/text.h"

struct bulk {
	const char *template, *channel, *provision, *year, *form, *need;
	struct found children;
	struct reach **to;
	int *counts;
	int letters, left_out;
	const char *error;
	bool asked;               /* somebody pressed Show */
};

static const struct choice PROVISIONS[] = { { "KE", "SEN Support or a plan" }, { "K", "SEN Support" }, { "E", "A plan (EHCP)" },
	{ "all", "Everybody on roll" }, { NULL, NULL } }; /* the register's own words, so that its address leads here */

static bool goes(const struct bulk *b, const struct reach *to)
{
	if (to->may != REACH_YES)
		return false;
	return strcmp(b->channel, "email") == 0 ? *to->email : strcmp(b->channel, "post") == 0 ? *to->address : true;
}

static const char *why_not(const struct bulk *b, const struct reach *to)
{
	if (*to->why)
		return to->why;
	return strcmp(b->channel, "email") == 0 ? "No e-mail address in their record" : "No postal address in their record";
}

static const struct fault *pupil_of(struct req *rq, const char *id, struct row **out)
{
	return record_get(rq->act, record_find(rq->act->house, "pupil"), id, out);
}

static const struct fault *read_people(struct req *rq, struct bulk *b)
{
	b->to = arena_array(rq->a, (size_t)b->children.rows + 1, sizeof *b->to);
	b->counts = arena_array(rq->a, (size_t)b->children.rows + 1, sizeof *b->counts);
	for (int i = 0; i < b->children.rows; i++) {
		struct row *pupil;

		TRY(pupil_of(rq, found_text(&b->children, i, Q_LETTER_CHILDREN_PUPIL), &pupil));
		TRY(reach_all(rq->act, pupil, REACH_HAND, &b->to[i], &b->counts[i]));
		for (int k = 0; k < b->counts[i]; k++)
			*(goes(b, &b->to[i][k]) ? &b->letters : &b->left_out) += 1;
	}
	return NULL;
}

static const struct fault *read_bulk(struct req *rq, struct bulk *b)
{
	*b = (struct bulk){ .template = rq_text(rq, "template"), .channel = rq_text(rq, "channel"),
		.provision = rq_text(rq, "status"), .year = rq_text(rq, "year"), .form = rq_text(rq, "form"),
		.need = rq_text(rq, "need") };
	b->asked = *b->template != 0;
	if (!*b->provision)
		b->provision = "KE";
	if (!*b->channel)
		b->channel = "post";
	if (!b->asked)
		return NULL;
	TRY(query_run(rq->act, &Q_LETTER_CHILDREN, (const char *const[]){ day_iso(rq->a, rq->act->today),
		strcmp(b->provision, "all") == 0 ? "" : b->provision, b->year, text_fold(rq->a, b->form), b->need }, &b->children));
	return read_people(rq, b);
}

static const struct ui_option *choices_of(struct req *rq, const char *record, const char *field, const char *first)
{
	const struct record *r = record_find(rq->act->house, record);
	int i = r ? field_find(r, field) : -1;

	return choice_options(rq->a, r->fields[i].choices, first);
}

static const struct fault *draw_filters(struct req *rq, struct ui *ui, const struct bulk *b)
{
	const struct ui_option *templates;

	TRY(letters_templates(rq, &templates));
	ui_filters(ui, "/letters/new");
	ui_filter_select(ui, "template", "Which letter", b->template, templates);
	ui_filter_select(ui, "channel", "How it goes", b->channel, choice_options(rq->a, LETTER_CHANNELS, NULL));
	ui_filter_select(ui, "status", "Register", b->provision, choice_options(rq->a, PROVISIONS, NULL));
	ui_filter_select(ui, "year", "Year", b->year, choices_of(rq, "enrolment", "year", "Any"));
	ui_filter(ui, "form", "Form", b->form, 5);
	ui_filter_select(ui, "need", "Need", b->need, choices_of(rq, "need", "type", "Any"));
	ui_filters_end(ui);
	return NULL;
}

static void draw_person(struct req *rq, struct ui *ui, const struct bulk *b, int i, int k)
{
	const struct reach *to = &b->to[i][k];
	const struct found *f = &b->children;

	ui_row(ui);
	ui_cell(ui, arena_printf(rq->a, "%s, %s", found_text(f, i, Q_LETTER_CHILDREN_KNOWN_SURNAME),
		found_text(f, i, Q_LETTER_CHILDREN_KNOWN_AS)));
	ui_cell(ui, found_text(f, i, Q_LETTER_CHILDREN_FORM));
	ui_cell_sub(ui, to->name, to->relation);
	ui_cell_begin(ui);
	ui_tag(ui, goes(b, to) ? UI_OK : UI_SOON, goes(b, to) ? "Gets one" : "Left out");
	if (!goes(b, to))
		ui_small(ui, why_not(b, to));
	ui_cell_end(ui);
	ui_row_end(ui);
}

static void draw_list(struct req *rq, struct ui *ui, const struct bulk *b)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 26 }, { "Form", .phone = UI_LEAD },
		{ "To", .phone = UI_BARE },
		{ "Letter", .phone = UI_BARE, .width = 40 }, { NULL } };

	ui_para(ui, arena_printf(rq->a, "%d %s, %d %s.%s", b->children.rows, b->children.rows == 1 ? "child" : "children",
		b->letters, b->letters == 1 ? "letter" : "letters", !b->left_out ? "" : arena_printf(rq->a,
		" %d %s left out, with the reason beside each.", b->left_out, b->left_out == 1 ? "person is" : "people are")));
	ui_table(ui, &(struct ui_table){ .caption = "Who would get it", .columns = COLUMNS });
	for (int i = 0; i < b->children.rows; i++)
		for (int k = 0; k < b->counts[i]; k++)
			draw_person(rq, ui, b, i, k);
	ui_table_end(ui);
}

static void draw_go(struct ui *ui, struct req *rq, const struct bulk *b)
{
	ui_form_begin(ui, &(struct ui_form){ .action = "/letters/new" });
	ui_hidden(ui, "template", b->template);
	ui_hidden(ui, "channel", b->channel);
	ui_hidden(ui, "status", b->provision);
	ui_hidden(ui, "year", b->year);
	ui_hidden(ui, "form", b->form);
	ui_hidden(ui, "need", b->need);
	ui_button(ui, UI_PRIMARY, b->letters == 1 ? "Write this letter" : arena_printf(rq->a, "Write these %d letters", b->letters),
		NULL, NULL);
	ui_form_end(ui);
	ui_small(ui, "Nothing goes yet: you look at them first.");
}

static const struct fault *draw_bulk(struct req *rq, struct ui *ui, const struct bulk *b)
{
	about_crumbs(rq, (const char *const[]){ "Letters", "/letters", NULL });
	ui->shell.title = "Write to many";
	if (b->error)
		ui_error(ui, "template", b->error);
	ui_head(ui, "Write to many", "One letter for each adult who may have it, filled in for each child.");
	ui_head_end(ui);
	TRY(draw_filters(rq, ui, b));
	if (!b->asked) {
		ui_empty(ui, "Choose a letter and whom it is about, then Show.", NULL, NULL);
		return NULL;
	}
	if (b->letters)
		draw_go(ui, rq, b);
	if (b->children.rows)
		draw_list(rq, ui, b);
	else
		ui_empty(ui, "No child fits these words.", NULL, NULL);
	return NULL;
}

const struct fault *bulk_new(struct req *rq, struct ui *ui)
{
	struct bulk b;

	TRY(read_bulk(rq, &b));
	return draw_bulk(rq, ui, &b);
}

static const struct fault *write_child(struct req *rq, struct bulk *b, const struct row *template, int i)
{
	struct writing w = { .template = template, .channel = b->channel, .batch = rq->act->id };
	struct row *pupil;

	TRY(pupil_of(rq, found_text(&b->children, i, Q_LETTER_CHILDREN_PUPIL), &pupil));
	w.pupil = pupil;
	for (int k = 0; k < b->counts[i] && !b->error; k++) {
		const char *id, *refused;

		if (!goes(b, &b->to[i][k]))
			continue;
		TRY(letter_draft(rq, &w, &b->to[i][k], &id, &refused));
		b->error = refused;
	}
	return NULL;
}

const struct fault *bulk_post(struct req *rq, struct ui *ui)
{
	struct row *template;
	struct bulk b;

	TRY(read_bulk(rq, &b));
	if (!b.asked || !b.letters) {
		b.error = b.asked ? "Nobody would get this letter: look at the reasons, or ask for other children" :
			"Choose a letter";
		return draw_bulk(rq, ui, &b);
	}
	TRY(record_get(rq->act, &LETTER_TEMPLATE, b.template, &template));
	for (int i = 0; i < b.children.rows && !b.error; i++)
		TRY(write_child(rq, &b, template, i));
	if (b.error)
		return draw_bulk(rq, ui, &b);
	rq_notice(rq, NULL, "%d %s written. Look at them, then let them go.", b.letters, b.letters == 1 ? "letter is" :
		"letters are");
	return go(rq, "/letters/batches/%s", rq->act->id);
}

/* ---- the letters written together ---- */

static const struct fault *batch_rows(struct req *rq, struct rows *out)
{
	struct ask ask = { .where = { { LETTER_BATCH, IS, rq_arg(rq, "batch") } }, .order = "written_on name", .limit = 1000 };

	TRY(record_list(rq->act, &LETTER, &ask, out));
	return out->count ? NULL : FAULT(rq->a, FAULT_NONE, "no letters of that number");
}

static const struct fault *draw_batch_row(struct req *rq, struct ui *ui, const struct row *l)
{
	const char *gap = merge_gap(rq->a, row_text(l, LETTER_BODY)), *why = row_text(l, LETTER_WHY);
	struct row *pupil;

	TRY(letters_pupil(rq, l, &pupil));
	ui_row(ui);
	ui_cell_link(ui, letters_child(rq->a, pupil), arena_printf(rq->a, "/letters/%s", row_id(l)));
	ui_cell(ui, row_text(l, LETTER_NAME));
	ui_cell_begin(ui);
	ui_tag(ui, letters_tone(row_text(l, LETTER_STATE)), row_show(rq->a, l, LETTER_STATE));
	if (gap && strcmp(row_text(l, LETTER_STATE), "draft") == 0)
		ui_small(ui, arena_printf(rq->a, "Nothing is recorded for “%s”", merge_said(rq->act, gap)));
	else if (*why)
		ui_small(ui, why);
	ui_cell_end(ui);
	ui_row_end(ui);
	return NULL;
}

static void draw_batch_go(struct req *rq, struct ui *ui, const struct row *first, int drafts)
{
	enum reach_how how = letters_how(row_text(first, LETTER_CHANNEL));

	if (!drafts)
		return;
	ui_form_begin(ui, &(struct ui_form){ 0 });
	if (how == REACH_POST)
		ui_input(ui, &(struct ui_input){ .name = "proof", .label = "Proof of posting", .strong = true,
			.hint = "For example second class, post book lines 214 to 231", .value = rq_text(rq, "proof") });
	ui_button(ui, UI_PRIMARY, arena_printf(rq->a, how == REACH_EMAIL ? "Put all %d in the outbox" : how == REACH_POST ?
		"All %d are posted" :
		"All %d are handed over", drafts), NULL, NULL);
	ui_form_end(ui);
}

const struct fault *batch_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 34 }, { "To", .phone = UI_BARE },
		{ "State", .phone = UI_BARE }, { NULL } };
	struct rows rows;
	int drafts = 0;

	TRY(batch_rows(rq, &rows));
	for (int i = 0; i < rows.count; i++)
		drafts += strcmp(row_text(rows.row[i], LETTER_STATE), "draft") == 0;
	about_crumbs(rq, (const char *const[]){ "Letters", "/letters", NULL });
	ui->shell.title = row_text(rows.row[0], LETTER_TITLE);
	ui->shell.scale = UI_READ;
	ui_title(ui, NULL, ui->shell.title, arena_printf(rq->a, "%d letters written together, %d of them not gone yet.", rows.count,
		drafts));
	draw_batch_go(rq, ui, rows.row[0], drafts);
	ui_link_to(ui, "All of them as one PDF, to print", arena_printf(rq->a, "/letters/batches/%s/pdf", rq_arg(rq, "batch")));
	ui_table(ui, &(struct ui_table){ .caption = "The letters", .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++)
		TRY(draw_batch_row(rq, ui, rows.row[i]));
	ui_table_end(ui);
	return NULL;
}

/* Each by itself: one that may not go stays a draft and says why; the others go. */
const struct fault *batch_post(struct req *rq, struct ui *ui)
{
	const char *refused, *first = NULL;
	int gone = 0, left = 0;
	struct rows rows;

	(void)ui;
	TRY(batch_rows(rq, &rows));
	for (int i = 0; i < rows.count; i++) {
		struct row *l = rows.row[i];

		if (strcmp(row_text(l, LETTER_STATE), "draft") != 0 || !row_has(l, LETTER_BODY))
			continue;
		TRY(letter_send(rq, l, rq_text(rq, "proof"), &refused));
		*(refused ? &left : &gone) += 1;
		first = first ? first : refused;
	}
	if (left)
		rq_notice(rq, NULL, "%d went. %d wait: %s.", gone, left, first);
	else
		rq_notice(rq, NULL, "All %d went.", gone);
	return go(rq, "/letters/batches/%s", rq_arg(rq, "batch"));
}
