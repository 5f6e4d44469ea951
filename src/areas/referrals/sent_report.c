/* sent_report.c - a professional sends their report by a link: the file, what they found, and each recommendation on a line of its
 * own. It comes to the referral as theirs, unread, and every line of it waits to be decided like any other report's. */
#include <string.h>

#include "areas/referrals/pages.h"
#include "base/text.h"
#include "web/keep_file.h"

enum { LINES_MOST = 60 };

static const struct fault *still_wanted(__attribute__((unused)) struct act *all, __attribute__((unused)) const struct row *link,
	const struct row *referral, bool *yes)
{
	const char *state = row_text(referral, REFERRAL_STATE);

	*yes = strcmp(state, "closed") != 0 && strcmp(state, "declined") != 0;
	return NULL;
}

const struct link_task REFERRAL_TASKS[] = {
	{ "report", "Send your report", "/shared/referrals/:target", "referral", "", "professional", 42,
		"/advice/referrals/:target", still_wanted },
	{ NULL },
};

struct sending { struct row *referral, *report; const char *name, *first, *job; struct form *form; struct rows said; };

/* The child's name and the writer's job, which the holder does not ask for; what this link has sent. */
static const struct fault *read_sending(struct req *rq, struct sending *s)
{
	const struct record *professional = record_find(rq->act->house, "professional");
	struct act *all = act_lift(rq->act);
	struct row *row, *report;
	struct rows rows;

	*s = (struct sending){ .job = "" };
	TRY(record_get(rq->act, &REFERRAL, rq_arg(rq, "referral"), &s->referral));
	TRY(act_guard(all));
	TRY(record_get(all, record_find(all->house, "pupil"), row_about(s->referral), &rq->pupil));
	s->first = *row_named(rq->pupil, "known_as") ? row_named(rq->pupil, "known_as") : row_named(rq->pupil, "forename");
	s->name = about_name(rq->a, s->first, *row_named(rq->pupil, "known_surname") ? row_named(rq->pupil, "known_surname") :
		row_named(rq->pupil, "surname"));
	if (rq->link && professional && *rq->link->holder) {
		TRY(record_get(all, professional, rq->link->holder, &row));
		s->job = row_named(row, "job");
	}
	if (rq->link && rq->link->done) {
		TRY(record_list(all, &ADVICE_REPORT, &(struct ask){ .pupil = row_id(rq->pupil),
			.where = { { ADVICE_REPORT_LINK, IS, rq->link->id } }, .limit = 1 }, &rows));
		report = rows.count ? rows.row[0] : NULL;
		s->report = report;
		if (report)
			TRY(record_list(all, &RECOMMENDATION, &(struct ask){ .pupil = row_id(rq->pupil),
				.where = { { RECOMMENDATION_REPORT, IS, row_id(report) } }, .limit = 200, .order = "number" },
				&s->said));
	}
	return act_guard(rq->act);
}

/* ---- the page ---- */

static const struct fault *draw(struct req *rq, struct ui *ui, const struct sending *s)
{
	ui->shell.title = "Send your report";
	ui->shell.scale = UI_PHONE;
	rq_link_head(rq, ui);
	ui_title(ui, NULL, arena_printf(rq->a, "Your report about %s", s->name),
		"The file, what you found, and what you recommend. The school decides on each recommendation and writes down why.");
	if (*row_text(s->referral, REFERRAL_WHY)) {
		ui_heading(ui, "What the school asked");
		ui_prose(ui, row_text(s->referral, REFERRAL_WHY));
	}
	ui_form_begin(ui, &(struct ui_form){ .upload = true, .draft = true });
	ui_input_file(ui, &(struct ui_input){ .name = "file", .label = "The report as a file", .strong = true,
		.accept = ".pdf,.docx,.png,.jpg,.jpeg",
		.hint = "PDF, Word or a picture, up to 20 MB. You may leave it out and write "
		"below" });
	ui_input(ui, &(struct ui_input){ .name = "title", .label = "What it is", .strong = true, .value = form_value(s->form,
		ADVICE_REPORT_TITLE), .hint = "For example: Speech and language assessment",
		.error = form_error_at(s->form, ADVICE_REPORT_TITLE) });
	ui_input_date(ui, &(struct ui_input){ .name = "written_on", .label = "Date on the report", .strong = true,
		.value = form_value(s->form, ADVICE_REPORT_WRITTEN_ON),
		.error = form_error_at(s->form, ADVICE_REPORT_WRITTEN_ON) });
	ui_input_long(ui, &(struct ui_input){ .name = "findings", .label = "What you found", .strong = true, .rows = 6,
		.hint = "In words that a teacher can use. Each point on a line of its own",
		.value = form_value(s->form, ADVICE_REPORT_FINDINGS), .error = form_error_at(s->form, ADVICE_REPORT_FINDINGS) });
	ui_input_long(ui, &(struct ui_input){ .name = "lines", .label = "What you recommend", .strong = true, .rows = 6,
		.hint = "Each recommendation on a line of its own: who does what, how often", .value = rq_text(rq, "lines") });
	ui_input_radios(ui, &(struct ui_input){ .name = "sharing", .label = "How far may it go?", .strong = true,
		.value = form_value(s->form, ADVICE_REPORT_SHARING), .error = form_error_at(s->form, ADVICE_REPORT_SHARING) },
		choice_options(rq->a, SHARING, NULL));
	rq_link_send(rq, ui, "Send to school");
	if (rq->link)
		ui_small(ui, "A file is not kept for later: choose it again when you send.");
	ui_form_end(ui);
	return NULL;
}

static const struct fault *draw_done(struct req *rq, struct ui *ui, const struct sending *s)
{
	ui->shell.title = "Sent";
	rq_link_head(rq, ui);
	ui_title(ui, NULL, "Thank you. The school has your report",
		"You can print this page or keep a picture of it: it closes in half an hour.");
	ui_summary(ui);
	ui_summary_row(ui, "What it is", row_text(s->report, ADVICE_REPORT_TITLE), NULL, NULL);
	ui_summary_row(ui, "Dated", row_show(rq->a, s->report, ADVICE_REPORT_WRITTEN_ON), NULL, NULL);
	ui_summary_row(ui, "The file", *row_text(s->report, ADVICE_REPORT_DOCUMENT) ? "Kept, sealed" : "None was sent", NULL, NULL);
	ui_summary_end(ui);
	if (*row_text(s->report, ADVICE_REPORT_FINDINGS)) {
		ui_heading(ui, "What you found");
		ui_prose(ui, row_text(s->report, ADVICE_REPORT_FINDINGS));
	}
	if (s->said.count) {
		ui_heading(ui, "What the school will decide on");
		buf_add(&ui->out, "<ol class=\"govuk-list govuk-list--number\">");
		for (int i = 0; i < s->said.count; i++) {
			buf_add(&ui->out, "<li>");
			buf_add_html(&ui->out, row_text(s->said.row[i], RECOMMENDATION_TEXT));
			buf_add(&ui->out, "</li>");
		}
		buf_add(&ui->out, "</ol>");
	} else {
		ui_para(ui, "You wrote no recommendation. The school takes them from the report itself.");
	}
	return NULL;
}

const struct fault *sent_report_page(struct req *rq, struct ui *ui)
{
	struct sending s;

	TRY(read_sending(rq, &s));
	if (s.report)
		return draw_done(rq, ui, &s);
	s.form = rq_form(rq, &ADVICE_REPORT);
	if (!*form_value(s.form, ADVICE_REPORT_WRITTEN_ON))
		form_set(s.form, ADVICE_REPORT_WRITTEN_ON, day_iso(rq->a, rq->act->today));
	return draw(rq, ui, &s);
}

/* ---- what is sent ---- */

/* The next line with words in it, without "1." or a dash before them; NULL at the end. */
static const char *next_line(struct arena *a, const char **rest)
{
	while (**rest) {
		size_t n = strcspn(*rest, "\r\n");
		const char *line = arena_text_n(a, *rest, n), *words = line + strspn(line, "0123456789");

		*rest += n + (((*rest)[n]) != 0);
		words = words > line && (*words == '.' || *words == ')') ? words + 1 : line;
		words += strspn(words, " \t-*");
		if (strncmp(words, "•", strlen("•")) == 0)
			words += strlen("•");
		words = text_clean(a, words);
		if (*words)
			return words;
	}
	return NULL;
}

static const struct fault *add_document(struct req *rq, struct act *all, struct sending *s, const struct kept_file *file)
{
	const struct record *r = record_find(all->house, "document");
	struct form *f = form_new(rq->a, r);
	const char *id;

	form_put(f, "title", form_value(s->form, ADVICE_REPORT_TITLE));
	form_put(f, "kind", "report");
	form_put(f, "written_on", form_value(s->form, ADVICE_REPORT_WRITTEN_ON));
	form_put(f, "author", form_value(s->form, ADVICE_REPORT_AUTHOR));
	form_put(f, "blob", file->blob);
	form_put(f, "mime", file->mime);
	form_put(f, "bytes", arena_printf(rq->a, "%zu", file->size));
	form_put(f, "file_name", file->name);
	TRY(record_add(all, r, rq->pupil, f, &id));
	form_set(s->form, ADVICE_REPORT_DOCUMENT, id);
	return NULL;
}

static const struct fault *add_lines(struct req *rq, struct act *all, const char *report)
{
	const char *rest = rq_text(rq, "lines"), *line, *id;

	for (int n = 1; (line = next_line(rq->a, &rest)); n++) {
		struct form *f = form_new(rq->a, &RECOMMENDATION);

		form_set(f, RECOMMENDATION_REPORT, report);
		form_set(f, RECOMMENDATION_NUMBER, arena_printf(rq->a, "%d", n));
		form_set(f, RECOMMENDATION_TEXT, line);
		TRY(record_add(all, &RECOMMENDATION, rq->pupil, f, &id));
	}
	return NULL;
}

/* A referral that waited for it has its answer. */
static const struct fault *answered(struct req *rq, struct act *all, const struct sending *s)
{
	struct form *f = form_new(rq->a, &REFERRAL);
	struct row *row;

	TRY(record_get(all, &REFERRAL, row_id(s->referral), &row));
	form_set(f, REFERRAL_STATE, "reported");
	return record_change(all, row, f);
}

/* Written by the program in their name: they read none of the records beside it, the file among them. */
static const struct fault *keep(struct req *rq, struct sending *s, const struct kept_file *file)
{
	struct act *all = act_lift(rq->act);
	const struct fault *f;
	const char *id;

	TRY(act_guard(all));
	if (file->blob)
		TRY(add_document(rq, all, s, file));
	f = record_add(all, &ADVICE_REPORT, rq->pupil, s->form, &id);
	if (f)
		return f;
	TRY(add_lines(rq, all, id));
	TRY(answered(rq, all, s));
	return act_guard(rq->act);
}

static void check_lines(struct req *rq, struct sending *s, bool file)
{
	const char *rest = rq_text(rq, "lines"), *line;
	int n = 0;

	for (; (line = next_line(rq->a, &rest)); n++)
		if (text_length(line) > (size_t)RECOMMENDATION.fields[RECOMMENDATION_TEXT].max)
			ui_error(rq->ui, "lines", "One line is too long: make two of it");
	if (n > LINES_MOST)
		ui_error(rq->ui, "lines", "Write 60 recommendations at most: the file may hold the rest");
	if (!n && !file && !*form_value(s->form, ADVICE_REPORT_FINDINGS))
		ui_error(rq->ui, "file", "Choose the file, or write what you found and recommend");
	if (!*form_value(s->form, ADVICE_REPORT_SHARING))
		form_error(s->form, ADVICE_REPORT_SHARING, "Choose how far it may go");
	if (!*form_value(s->form, ADVICE_REPORT_TITLE))
		form_error(s->form, ADVICE_REPORT_TITLE, "Enter what it is");
}

static void say_who(struct req *rq, struct sending *s)
{
	struct form *f = s->form;

	f->version = 0;
	for (int i = 0; i < ADVICE_REPORT_FIELDS; i++)
		if (i != ADVICE_REPORT_TITLE && i != ADVICE_REPORT_WRITTEN_ON && i != ADVICE_REPORT_FINDINGS &&
			i != ADVICE_REPORT_SHARING)
			f->values[i] = NULL;
	form_set(f, ADVICE_REPORT_REFERRAL, row_id(s->referral));
	form_set(f, ADVICE_REPORT_AGENCY, row_text(s->referral, REFERRAL_AGENCY));
	form_set(f, ADVICE_REPORT_AUTHOR, arena_printf(rq->a, "%s%s%s", rq->link->name, *s->job ? ", " : "", s->job));
	form_set(f, ADVICE_REPORT_RECEIVED_ON, day_iso(rq->a, rq->act->today));
	form_set(f, ADVICE_REPORT_LINK, rq->link->id);
}

const struct fault *sent_report_post(struct req *rq, struct ui *ui)
{
	const struct http_file *file = http_file(rq->http, "file");
	struct kept_file kept = { 0 };
	const struct fault *f;
	struct sending s;

	TRY(read_sending(rq, &s));
	s.form = rq_form(rq, &ADVICE_REPORT);
	if (!rq->link)
		return draw(rq, ui, &s);
	if (rq->link->done)
		return go(rq, "%s", rq->http->path);
	say_who(rq, &s);
	check_lines(rq, &s, file && file->size);
	if (file && file->size)
		TRY(keep_file(rq, file, "file", &kept));
	if (s.form->error_count || ui->error_count)
		return draw(rq, ui, &s);
	f = keep(rq, &s, &kept);
	if (f && f->code == FAULT_INVALID && s.form->error_count)
		return draw(rq, ui, &s);
	TRY(f);
	TRY(rq_link_done(rq));
	TRY(rq_link_tell(rq, "A report has come in", arena_printf(rq->a, "/advice/referrals/%s", row_id(s.referral))));
	return go(rq, "%s", rq->http->path);
}

/* ---- on the referral's and the report's page, for staff ---- */

const struct fault *draw_reports_of(struct req *rq, struct ui *ui, const struct row *referral)
{
	struct ask of = { .pupil = row_about(referral), .where = { { ADVICE_REPORT_REFERRAL, IS, row_id(referral) } }, .limit = 20,
		.clear_only = true };
	struct rows rows;

	if (!record_ever(rq->act, &ADVICE_REPORT, RIGHT_READ))
		return NULL;
	TRY(record_list(rq->act, &ADVICE_REPORT, &of, &rows));
	if (!rows.count)
		return NULL;
	ui_heading(ui, "What came back");
	ui_items(ui);
	for (int i = 0; i < rows.count; i++) {
		const struct row *r = rows.row[i];

		ui_item(ui);
		ui_link_to(ui, row_text(r, ADVICE_REPORT_TITLE), arena_printf(rq->a, "/advice/reports/%s", row_id(r)));
		if (*row_text(r, ADVICE_REPORT_LINK) && !*row_text(r, ADVICE_REPORT_READ_BY)) {
			buf_add(&ui->out, " ");
			ui_tag(ui, UI_SOON, "Not read yet");
		}
		ui_small(ui, arena_printf(rq->a, "%s, %s%s", row_text(r, ADVICE_REPORT_AUTHOR), row_show(rq->a, r,
			ADVICE_REPORT_RECEIVED_ON), *row_text(r, ADVICE_REPORT_LINK) ? ", by link" : ""));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	return NULL;
}

const struct fault *draw_sent_by(struct req *rq, struct ui *ui, const struct row *report)
{
	if (!*row_text(report, ADVICE_REPORT_LINK))
		return NULL;
	if (*row_text(report, ADVICE_REPORT_READ_BY)) {
		ui_small(ui, arena_printf(rq->a, "%s sent it by a link; the words below are theirs.",
			row_text(report, ADVICE_REPORT_AUTHOR)));
		return NULL;
	}
	ui_note_begin(ui, UI_SOON);
	ui_para(ui, arena_printf(rq->a, "%s sent it by a link on %s. Nobody at school has read it yet.",
		row_text(report, ADVICE_REPORT_AUTHOR), row_show(rq->a, report, ADVICE_REPORT_RECEIVED_ON)));
	if (record_may(rq->act, &ADVICE_REPORT, RIGHT_EDIT, report))
		ui_button_post(ui, UI_PRIMARY | UI_SMALL, "I have read it", arena_printf(rq->a, "/advice/reports/%s/read",
			row_id(report)), row_version(report));
	ui_note_end(ui);
	return NULL;
}

const struct fault *report_read_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct form *f = form_new(rq->a, &ADVICE_REPORT);
	struct row *report;

	TRY(record_get(rq->act, &ADVICE_REPORT, rq_arg(rq, "report"), &report));
	form_set(f, ADVICE_REPORT_READ_BY, rq->act->who->staff);
	TRY(record_change(rq->act, report, f));
	rq_notice(rq, NULL, "Kept: you have read it. Decide on each recommendation below.");
	return go(rq, "/advice/reports/%s", row_id(report));
}
