/* report_pages.c - a report that came: its file, what it found, how far it may go and, on the same page, what it recommends; more
 * of that on a page with as many rows as are wanted; the look at it each term. */
#include <string.h>

#include "areas/referrals/pages.h"
#include "areas/referrals/queries.sql.h"
#include "base/random.h"
#include "base/text.h"
#include "record/who.h"
#include "web/keep_file.h"

enum { ROWS_FIRST = 3, ROWS_MORE = 5, ROWS_MOST = 60 };

/* ---- rows of recommendations, typed ---- */

static int rows_typed(const struct req *rq)
{
	int64_t n;

	return text_to_int(rq_text(rq, "rows"), &n) && n > 0 && n <= ROWS_MOST ? (int)n : ROWS_FIRST;
}

static const char *row_name(struct arena *a, int i)
{
	return arena_printf(a, "text-%d", i + 1);
}

static void draw_rows(struct req *rq, struct ui *ui, int count, int first)
{
	ui_fieldset(ui, "What it recommends", "One recommendation in each box, in the report’s words. Empty boxes are left out. "
		"Each will be decided on its own.", false);
	for (int i = 0; i < count; i++) {
		const char *name = row_name(rq->a, i);

		ui_input_long(ui, &(struct ui_input){ .name = name, .label = arena_printf(rq->a, "Recommendation %d", first + i),
			.value = rq_text(rq, name),
			.rows = 2, .max = RECOMMENDATION.fields[RECOMMENDATION_TEXT].max });
	}
	ui_hidden(ui, "rows", arena_printf(rq->a, "%d", count));
	ui_fieldset_end(ui);
}

/* All that were typed, numbered on from those there are. Errors stand at their own box. */
static const struct fault *add_rows(struct req *rq, const struct row *about, const char *report, int first, int *added)
{
	*added = 0;
	for (int i = 0, n = rows_typed(rq); i < n; i++) {
		const char *text = rq_text(rq, row_name(rq->a, i)), *id;
		struct form *form = form_new(rq->a, &RECOMMENDATION);
		const struct fault *f;

		if (!*text)
			continue;
		form_set(form, RECOMMENDATION_REPORT, report);
		form_set(form, RECOMMENDATION_NUMBER, arena_printf(rq->a, "%d", first + *added));
		form_set(form, RECOMMENDATION_TEXT, text);
		f = record_add(rq->act, &RECOMMENDATION, about, form, &id);
		if (f && f->code == FAULT_INVALID && form->error_count)
			ui_error(rq->ui, row_name(rq->a, i), form->errors[0].text);
		else if (f)
			return f;
		++*added;
	}
	return NULL;
}

/* ---- a new report ---- */

static const struct fault *referral_options(struct req *rq, const char *pupil, const struct ui_option **out)
{
	struct ui_option *o;
	struct rows rows;

	TRY(record_list(rq->act, &REFERRAL, &(struct ask){ .pupil = pupil, .limit = 50, .clear_only = true }, &rows));
	o = arena_array(rq->a, (size_t)rows.count + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "None: it came by itself" };
	for (int i = 0; i < rows.count; i++) {
		const char *agency;

		TRY(agency_name(rq, row_text(rows.row[i], REFERRAL_AGENCY), &agency));
		o[i + 1] = (struct ui_option){ .value = row_id(rows.row[i]), .label = arena_printf(rq->a, "%s, asked for on %s",
			*agency ? agency : "Referral", row_show(rq->a, rows.row[i], REFERRAL_ASKED_ON)) };
	}
	*out = o;
	return NULL;
}

struct new_report { struct about who; struct form *form; const struct ui_option *referrals, *whom; bool twice; };

static const struct fault *begin_new(struct req *rq, struct new_report *n)
{
	TRY(about_pupil(rq, rq->pupil, "Advice", "/advice", &n->who));
	TRY(referral_options(rq, n->who.id, &n->referrals));
	return whom_options(rq, "Not one of them", &n->whom);
}

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct new_report *n)
{
	static const int FIELDS[] = { ADVICE_REPORT_TITLE, ADVICE_REPORT_AUTHOR, ADVICE_REPORT_WRITTEN_ON,
		ADVICE_REPORT_RECEIVED_ON };
	const char *title = arena_printf(rq->a, "Record a report about %s", n->who.first);

	ui->shell.title = title;
	ui_title(ui, n->who.line, title, "The file, what it found, and every recommendation: then each is decided, and none is "
		"forgotten.");
	if (n->who.left != DAY_NONE)
		ui_note(ui, UI_SOON, arena_printf(rq->a, "%s has left the school.", n->who.first),
			"Record it all the same, and send the report on to the new school with the file.");
	ui_form_begin(ui, &(struct ui_form){ .upload = true });
	ui_input_file(ui, &(struct ui_input){ .name = "file", .label = "The report itself", .strong = true,
		.accept = KEEP_FILE_ACCEPT, .hint = "PDF, Word, picture or text, up to 20 MB. Leave empty if it is on paper, or "
		"kept here already" });
	if (n->twice)
		ui_input_check(ui, "again", "Keep the file all the same", "For example because it is a new edition", *rq_text(rq,
			"again"));
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		ui_field(ui, &ADVICE_REPORT, n->form, FIELDS[i]);
	ui_input_select(ui, &(struct ui_input){ .name = "referral", .label = "Which referral does it answer?",
		.value = form_value(n->form, ADVICE_REPORT_REFERRAL),
		.strong = true }, n->referrals);
	ui_input_select(ui, &(struct ui_input){ .name = "agency", .label = "Which service is it from?",
		.value = form_value(n->form, ADVICE_REPORT_AGENCY),
		.error = form_error_at(n->form, ADVICE_REPORT_AGENCY), .strong = true }, n->whom);
	ui_field(ui, &ADVICE_REPORT, n->form, ADVICE_REPORT_FINDINGS);
	ui_field(ui, &ADVICE_REPORT, n->form, ADVICE_REPORT_SHARING);
	ui_field(ui, &ADVICE_REPORT, n->form, ADVICE_REPORT_LIMITS);
	draw_rows(rq, ui, rows_typed(rq), 1);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the report", NULL, NULL);
	ui_button(ui, UI_SECONDARY, "Save, then add more recommendations", "more", "1");
	ui_link_to(ui, "Cancel", n->who.href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *from_referral(struct req *rq, struct form *form)
{
	const char *id = rq_text(rq, "referral");
	struct row *r;

	if (!id_ok(id))
		return NULL;
	TRY(record_get(rq->act, &REFERRAL, id, &r));
	if (strcmp(row_about(r), row_id(rq->pupil)) != 0)
		return FAULT(rq->a, FAULT_NONE, "that referral is about another child");
	form_set(form, ADVICE_REPORT_REFERRAL, id);
	form_set(form, ADVICE_REPORT_AGENCY, row_text(r, REFERRAL_AGENCY));
	return NULL;
}

const struct fault *report_new(struct req *rq, struct ui *ui)
{
	struct new_report n = { 0 };

	TRY(about_may_add(rq, &ADVICE_REPORT));
	TRY(begin_new(rq, &n));
	n.form = form_new(rq->a, &ADVICE_REPORT);
	form_set(n.form, ADVICE_REPORT_RECEIVED_ON, day_iso(rq->a, rq->act->today));
	TRY(from_referral(rq, n.form));
	return draw_new(rq, ui, &n);
}

/* The very same bytes, kept for this child before: said, with what they were called then. */
static const struct fault *kept_before(struct req *rq, const struct kept_file *file, const char **words)
{
	struct found f;

	*words = NULL;
	TRY(query_run(rq->act, &Q_SAME_SIZE, (const char *const[]){ row_id(rq->pupil), arena_printf(rq->a, "%zu", file->size) },
		&f));
	for (int i = 0; i < f.rows; i++) {
		const void *bytes;
		size_t n;

		TRY(blob_get(rq->act, found_text(&f, i, Q_SAME_SIZE_BLOB), &bytes, &n));
		if (n == file->size && memcmp(bytes, file->bytes, n) == 0)
			*words = arena_printf(rq->a,
				"This file is kept already: “%s”, %s. Leave the file empty, or tick that you want it twice",
				found_text(&f, i, Q_SAME_SIZE_TITLE), day_long(rq->a, day_parse(found_text(&f, i,
					Q_SAME_SIZE_WRITTEN_ON))));
	}
	return NULL;
}

static const struct fault *add_document(struct req *rq, struct new_report *n, const struct kept_file *file)
{
	const struct record *r = record_find(rq->act->house, "document");
	struct form *form = form_new(rq->a, r);
	const char *id;

	form_set(form, field_find(r, "title"), form_value(n->form, ADVICE_REPORT_TITLE));
	form_set(form, field_find(r, "kind"), "report");
	form_set(form, field_find(r, "written_on"), form_value(n->form, ADVICE_REPORT_WRITTEN_ON));
	form_set(form, field_find(r, "author"), form_value(n->form, ADVICE_REPORT_AUTHOR));
	form_set(form, field_find(r, "blob"), file->blob);
	form_set(form, field_find(r, "mime"), file->mime);
	form_set(form, field_find(r, "bytes"), arena_printf(rq->a, "%zu", file->size));
	form_set(form, field_find(r, "file_name"), file->name);
	TRY(record_add(rq->act, r, rq->pupil, form, &id));
	form_set(n->form, ADVICE_REPORT_DOCUMENT, id);
	return NULL;
}

/* The same author and date: very likely the same report, entered by a colleague. */
static const struct fault *same_report(struct req *rq, struct new_report *n)
{
	const char *on = day_iso(rq->a, day_typed(form_value(n->form, ADVICE_REPORT_WRITTEN_ON)));
	struct rows rows;

	if (*rq_text(rq, "again") || !*on)
		return NULL;
	TRY(record_list(rq->act, &ADVICE_REPORT, &(struct ask){ .pupil = n->who.id,
		.where = { { ADVICE_REPORT_WRITTEN_ON, IS, on } }, .clear_only = true }, &rows));
	for (int i = 0; i < rows.count; i++)
		if (strcmp(text_fold(rq->a, row_text(rows.row[i], ADVICE_REPORT_AUTHOR)), text_fold(rq->a,
			form_value(n->form, ADVICE_REPORT_AUTHOR))) == 0) {
			form_error(n->form, ADVICE_REPORT_WRITTEN_ON,
				"A report of this author and date is recorded already: “%s”. Open "
				"that one, or tick that you want it twice",
				row_text(rows.row[i], ADVICE_REPORT_TITLE));
			n->twice = true;
		}
	return NULL;
}

static const struct fault *take_file(struct req *rq, struct new_report *n, struct kept_file *kept)
{
	const struct http_file *file = http_file(rq->http, "file");
	const char *words;

	*kept = (struct kept_file){ 0 };
	if (!file || !file->size)
		return NULL;
	TRY(keep_file(rq, file, "file", kept));
	if (!kept->blob)
		return NULL;
	TRY(kept_before(rq, kept, &words));
	if (words && !*rq_text(rq, "again"))
		ui_error(rq->ui, "file", words);
	n->twice = n->twice || words;
	return NULL;
}

/* The referral it answers has its answer. */
static const struct fault *answer_referral(struct req *rq, const struct new_report *n)
{
	const char *id = form_value(n->form, ADVICE_REPORT_REFERRAL);
	struct form *form = form_new(rq->a, &REFERRAL);
	struct row *r;

	if (!id_ok(id))
		return NULL;
	TRY(record_get(rq->act, &REFERRAL, id, &r));
	if (!record_may(rq->act, &REFERRAL, RIGHT_EDIT, r) || strcmp(row_text(r, REFERRAL_STATE), "closed") == 0)
		return NULL;
	form_set(form, REFERRAL_STATE, "reported");
	if (!*row_text(r, REFERRAL_AGENCY))
		form_set(form, REFERRAL_AGENCY, form_value(n->form, ADVICE_REPORT_AGENCY));
	if (!*row_text(r, REFERRAL_CONSENT_BY))
		form_set(form, REFERRAL_CONSENT_BY, "not_needed");
	return record_change(rq->act, r, form);
}

static const struct fault *save_new(struct req *rq, struct new_report *n, const char **id, int *added)
{
	struct kept_file kept;
	const struct fault *f;
	bool invalid;

	TRY(same_report(rq, n));
	TRY(take_file(rq, n, &kept));
	if (kept.blob && !n->form->error_count) {
		f = add_document(rq, n, &kept);
		if (f && f->code != FAULT_INVALID)
			return f;
	}
	f = record_add(rq->act, &ADVICE_REPORT, rq->pupil, n->form, id);
	invalid = f && f->code == FAULT_INVALID && n->form->error_count;
	if (f && !invalid)
		return f;
	if (invalid || rq->ui->error_count)
		return NULL;
	TRY(add_rows(rq, rq->pupil, *id, 1, added));
	return answer_referral(rq, n);
}

const struct fault *report_new_post(struct req *rq, struct ui *ui)
{
	struct new_report n = { .form = rq_form(rq, &ADVICE_REPORT) };
	const char *id = NULL, *dot = strchr(form_value(n.form, ADVICE_REPORT_AGENCY), '.');
	int added = 0;

	TRY(begin_new(rq, &n));
	n.form->version = 0;
	if (dot)
		form_set(n.form, ADVICE_REPORT_AGENCY, arena_text_n(rq->a, form_value(n.form, ADVICE_REPORT_AGENCY),
			(size_t)(dot - form_value(n.form, ADVICE_REPORT_AGENCY))));
	form_set(n.form, ADVICE_REPORT_DOCUMENT, "");
	form_set(n.form, ADVICE_REPORT_CLOSED_ON, "");
	form_set(n.form, ADVICE_REPORT_READ_BY, rq->act->who->staff);
	TRY(save_new(rq, &n, &id, &added));
	if (n.form->error_count || ui->error_count)
		return draw_new(rq, ui, &n);
	rq_notice(rq, undo_of(rq, "/advice", &ADVICE_REPORT, id), "The report is recorded, with %d recommendation%s to decide.",
		added, added == 1 ? "" : "s");
	return *rq_text(rq, "more") ? go(rq, "/advice/reports/%s/recommendations", id) : go(rq, "/advice/reports/%s", id);
}

/* ---- more recommendations ---- */

static const struct fault *draw_more(struct req *rq, struct ui *ui, const struct report *r, const struct about *who, int rows)
{
	int first = r->recommendations.count ? (int)row_int(r->recommendations.row[r->recommendations.count - 1],
		RECOMMENDATION_NUMBER) + 1 : 1;

	ui->shell.title = "Add recommendations";
	ui_title(ui, who->line, ui->shell.title, arena_printf(rq->a, "%s, %s. %d so far.", row_text(r->row, ADVICE_REPORT_TITLE),
		row_show(rq->a, r->row, ADVICE_REPORT_WRITTEN_ON), r->recommendations.count));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	draw_rows(rq, ui, rows, first);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the recommendations", NULL, NULL);
	ui_button(ui, UI_SECONDARY, arena_printf(rq->a, "Show %d more boxes", ROWS_MORE), "more", "1");
	ui_link_to(ui, "Cancel", arena_printf(rq->a, "/advice/reports/%s", row_id(r->row)));
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *fetch(struct req *rq, struct report *r, struct about *who)
{
	TRY(report_read(rq, rq_arg(rq, "report"), r));
	return about_row(rq, r->row, "Advice", "/advice", who);
}

const struct fault *recommendations_page(struct req *rq, struct ui *ui)
{
	struct report r;
	struct about who;

	TRY(fetch(rq, &r, &who));
	if (!record_may(rq->act, &RECOMMENDATION, RIGHT_ADD, who.pupil))
		return FAULT(rq->a, FAULT_NONE, "may not add recommendations");
	return draw_more(rq, ui, &r, &who, rq->typed.count ? rows_typed(rq) : ROWS_MORE);
}

const struct fault *recommendations_post(struct req *rq, struct ui *ui)
{
	int rows = rows_typed(rq), added, first;
	struct report r;
	struct about who;

	TRY(fetch(rq, &r, &who));
	if (*rq_text(rq, "more"))
		return draw_more(rq, ui, &r, &who, rows + ROWS_MORE < ROWS_MOST ? rows + ROWS_MORE : ROWS_MOST);
	first = r.recommendations.count ? (int)row_int(r.recommendations.row[r.recommendations.count - 1],
		RECOMMENDATION_NUMBER) + 1 : 1;
	TRY(add_rows(rq, who.pupil, row_id(r.row), first, &added));
	if (!added)
		ui_error(ui, row_name(rq->a, 0), "Enter at least one recommendation, or cancel");
	if (ui->error_count)
		return draw_more(rq, ui, &r, &who, rows);
	rq_notice(rq, NULL, "%d recommendation%s added.", added, added == 1 ? "" : "s");
	return go(rq, "/advice/reports/%s", row_id(r.row));
}
