/* list_pages.c - nothing in a report can be forgotten: what is undecided, what is not done, what nobody looked at this term, what
 * is expected and late; for the school, for one child, and on the first pages of those concerned. */
#include <string.h>

#include "areas/referrals/pages.h"
#include "areas/referrals/queries.sql.h"
#include "base/text.h"

enum { SHORT = 160 };

static const char *child_name(struct req *rq, const struct found *f, int i, int first, int last)
{
	return about_name(rq->a, found_text(f, i, first), found_text(f, i, last));
}

/* ---- undecided ---- */

static const struct fault *undecided(struct req *rq, struct found *f, struct rows *texts)
{
	*texts = (struct rows){ 0 };
	TRY(query_run(rq->act, &Q_ADVICE_UNDECIDED, (const char *const[]){ day_iso(rq->a, rq->act->today) }, f));
	if (!f->rows)
		return NULL;
	return record_list(rq->act, &RECOMMENDATION, &(struct ask){ .where = { { RECOMMENDATION_DECISION, EMPTY, "" } },
		.limit = 600 }, texts);
}

static const char *text_of(struct req *rq, const struct rows *texts, const char *id)
{
	for (int i = 0; i < texts->count; i++)
		if (strcmp(row_id(texts->row[i]), id) == 0)
			return text_shorten(rq->a, row_text(texts->row[i], RECOMMENDATION_TEXT), SHORT);
	return "";
}

/* A report's undecided recommendations stand together under it. */
static void undecided_rows(struct req *rq, struct ui *ui, const struct found *f, const struct rows *texts, bool decides)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 18 }, { "Recommendation", .phone = UI_BARE, .width = 46 },
		{ "Report", .phone = UI_BARE, .width = 24 }, { "Next", .act = true }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = "Recommendations not decided", .columns = COLUMNS });
	for (int i = 0; i < f->rows; i++) {
		const char *id = found_text(f, i, Q_ADVICE_UNDECIDED_RECOMMENDATION), *came = found_text(f, i,
			Q_ADVICE_UNDECIDED_RECEIVED_ON);
		int days = (int)(rq->act->today - day_parse(came));

		ui_row(ui);
		ui_cell_link(ui, child_name(rq, f, i, Q_ADVICE_UNDECIDED_KNOWN_AS, Q_ADVICE_UNDECIDED_KNOWN_SURNAME),
			arena_printf(rq->a, "/pupils/%s/advice", found_text(f, i, Q_ADVICE_UNDECIDED_PUPIL)));
		ui_cell(ui, arena_printf(rq->a, "%s. %s", found_text(f, i, Q_ADVICE_UNDECIDED_NUMBER), text_of(rq, texts, id)));
		ui_cell_sub(ui, found_text(f, i, Q_ADVICE_UNDECIDED_TITLE), days ? arena_printf(rq->a, "came %d day%s ago", days,
			days == 1 ? "" : "s") : "came today");
		ui_cell_begin(ui);
		if (decides)
			ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Decide", arena_printf(rq->a, "/advice/recommendations/%s",
				id));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static const struct fault *draw_undecided(struct req *rq, struct ui *ui)
{
	struct rows texts;
	struct found f;

	if (!record_ever(rq->act, &RECOMMENDATION, RIGHT_READ))
		return NULL;
	TRY(undecided(rq, &f, &texts));
	ui_panel(ui, &(struct ui_panel){ .title = "Recommendations not decided", .count = f.rows, .id = "undecided" });
	if (f.rows)
		undecided_rows(rq, ui, &f, &texts, record_ever(rq->act, &RECOMMENDATION, RIGHT_EDIT));
	else
		ui_para(ui, "Every recommendation of every report is decided.");
	ui_panel_end(ui);
	return NULL;
}

/* A report of which nothing is written down would be forgotten: it is asked after from the day it comes. */
static const struct fault *draw_unwritten(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 18 }, { "Report", .phone = UI_BARE, .width = 46 },
		{ "Came", .phone = UI_BARE, .width = 24 }, { "Next", .act = true }, { NULL } };
	bool may = record_ever(rq->act, &RECOMMENDATION, RIGHT_ADD);
	struct found f;

	TRY(query_run(rq->act, &Q_ADVICE_UNWRITTEN, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = "Reports without recommendations written down", .count = f.rows,
		.id = "unwritten" });
	ui_table(ui, &(struct ui_table){ .caption = "Reports without recommendations written down", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++) {
		const char *href = arena_printf(rq->a, "/advice/reports/%s", found_text(&f, i, Q_ADVICE_UNWRITTEN_REPORT));

		ui_row(ui);
		ui_cell_link(ui, child_name(rq, &f, i, Q_ADVICE_UNWRITTEN_KNOWN_AS, Q_ADVICE_UNWRITTEN_KNOWN_SURNAME),
			arena_printf(rq->a, "/pupils/%s/advice", found_text(&f, i, Q_ADVICE_UNWRITTEN_PUPIL)));
		ui_cell_begin(ui);
		ui_link_to(ui, found_text(&f, i, Q_ADVICE_UNWRITTEN_TITLE), href);
		ui_small(ui, found_text(&f, i, Q_ADVICE_UNWRITTEN_AUTHOR));
		ui_cell_end(ui);
		ui_cell(ui, day_long(rq->a, day_parse(found_text(&f, i, Q_ADVICE_UNWRITTEN_RECEIVED_ON))));
		ui_cell_begin(ui);
		if (may)
			ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Write them down", arena_printf(rq->a, "%s/recommendations",
				href));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- not done ---- */

static const struct ui_column ACTIONS[] = { { "Child", .width = 18 }, { "What", .phone = UI_BARE, .width = 40 }, { "Who",
	.phone = UI_BARE },
	{ "By when", .phone = UI_BARE }, { "Next", .act = true }, { NULL } };
static const struct ui_column OWN_ACTIONS[] = { { "What", .width = 50 }, { "Who", .phone = UI_BARE },
	{ "By when", .phone = UI_BARE },
	{ "Next", .act = true }, { NULL } };

static const struct fault *owner_filter(struct req *rq, struct ui *ui, const char *owner)
{
	struct ui_option *o;
	struct found f;

	TRY(query_run(rq->act, &Q_ADVICE_OWNERS, (const char *const[]){ NULL }, &f));
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "Everybody" };
	for (int i = 0; i < f.rows; i++)
		o[i + 1] = (struct ui_option){ .value = found_text(&f, i, Q_ADVICE_OWNERS_STAFF), .label = found_text(&f, i,
			Q_ADVICE_OWNERS_NAME) };
	ui_filters(ui, "/advice");
	ui_filter_select(ui, "owner", "Who does it", owner, o);
	ui_filters_end(ui);
	return NULL;
}

static int late_of(struct req *rq, const struct found *f)
{
	int late = 0;

	for (int i = 0; i < f->rows; i++)
		late += day_parse(found_text(f, i, Q_ADVICE_OPEN_DUE_ON)) < rq->act->today;
	return late;
}

static const struct fault *draw_open(struct req *rq, struct ui *ui)
{
	const char *owner = rq_text(rq, "owner");
	struct rows texts;
	struct found f;
	int late;

	TRY(open_actions(rq, owner, "", &f, &texts));
	late = late_of(rq, &f);
	ui_panel(ui, &(struct ui_panel){ .title = "Actions not done", .count = f.rows, .id = "actions" });
	TRY(owner_filter(rq, ui, owner));
	if (late)
		ui_para(ui, arena_printf(rq->a, "%d of them late.", late));
	if (f.rows) {
		ui_table(ui, &(struct ui_table){ .caption = "Actions not done", .columns = ACTIONS });
		action_rows(rq, ui, &f, &texts, true, true);
		ui_table_end(ui);
	} else {
		ui_para(ui, *owner ? "Nothing is left for them to do." : "Everything that was agreed is done.");
	}
	ui_panel_end(ui);
	return NULL;
}

/* ---- not looked at this term ---- */

static const struct fault *draw_unreviewed(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 18 }, { "Report", .phone = UI_BARE, .width = 40 },
		{ "Last looked at" },
		{ "Next", .act = true }, { NULL } };
	bool may = record_ever(rq->act, &ADVICE_REVIEW, RIGHT_ADD);
	struct found f;

	if (!record_ever(rq->act, &ADVICE_REPORT, RIGHT_READ))
		return NULL;
	TRY(query_run(rq->act, &Q_ADVICE_UNREVIEWED, (const char *const[]){ day_iso(rq->a, rq->act->today), advice_term_from(rq) },
		&f));
	ui_panel(ui, &(struct ui_panel){ .title = "Reports not looked at this term", .count = f.rows, .id = "unreviewed" });
	if (!f.rows)
		ui_para(ui, "Every open report has been looked at since the term began, or came in it.");
	else
		ui_table(ui, &(struct ui_table){ .caption = "Reports not looked at this term", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++) {
		const char *last = found_text(&f, i, Q_ADVICE_UNREVIEWED_REVIEWED_ON),
			*href = arena_printf(rq->a, "/advice/reports/%s",
				found_text(&f, i, Q_ADVICE_UNREVIEWED_REPORT));

		ui_row(ui);
		ui_cell_link(ui, child_name(rq, &f, i, Q_ADVICE_UNREVIEWED_KNOWN_AS, Q_ADVICE_UNREVIEWED_KNOWN_SURNAME),
			arena_printf(rq->a, "/pupils/%s/advice", found_text(&f, i, Q_ADVICE_UNREVIEWED_PUPIL)));
		ui_cell_begin(ui);
		ui_link_to(ui, found_text(&f, i, Q_ADVICE_UNREVIEWED_TITLE), href);
		ui_small(ui, arena_printf(rq->a, "%s · came on %s", found_text(&f, i, Q_ADVICE_UNREVIEWED_AUTHOR),
			day_long(rq->a, day_parse(found_text(&f, i, Q_ADVICE_UNREVIEWED_RECEIVED_ON)))));
		ui_cell_end(ui);
		ui_cell(ui, *last ? day_long(rq->a, day_parse(last)) : "Never");
		ui_cell_begin(ui);
		if (may)
			ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Look at it", arena_printf(rq->a, "%s/review", href));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	if (f.rows)
		ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- expected ---- */

static void expected_row(struct req *rq, struct ui *ui, const struct found *f, int i, bool with_child)
{
	const char *agency = found_text(f, i, Q_ADVICE_EXPECTED_AGENCY), *person = found_text(f, i, Q_ADVICE_EXPECTED_PERSON);
	const char *visit = found_text(f, i, Q_ADVICE_EXPECTED_VISIT_ON), *sent = found_text(f, i, Q_ADVICE_EXPECTED_SENT_ON);
	day reply = day_parse(found_text(f, i, Q_ADVICE_EXPECTED_REPLY_BY));

	ui_row(ui);
	if (with_child)
		ui_cell_link(ui, child_name(rq, f, i, Q_ADVICE_EXPECTED_KNOWN_AS, Q_ADVICE_EXPECTED_KNOWN_SURNAME),
			arena_printf(rq->a, "/pupils/%s/advice", found_text(f, i, Q_ADVICE_EXPECTED_PUPIL)));
	ui_cell_sub(ui, *agency ? agency : "No service chosen yet", *person ? person : NULL);
	ui_cell_sub(ui, choice_label(REFERRAL_STATES, found_text(f, i, Q_ADVICE_EXPECTED_STATE)),
		*visit ? arena_printf(rq->a, "visit on %s",
		day_long(rq->a, day_parse(visit))) : *sent ? arena_printf(rq->a, "sent on %s", day_long(rq->a, day_parse(sent))) :
		NULL);
	if (reply == DAY_NONE)
		ui_cell(ui, "No day given");
	else
		ui_cell_due(ui, reply);
	ui_cell_begin(ui);
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Open", arena_printf(rq->a, "/advice/referrals/%s", found_text(f, i,
		Q_ADVICE_EXPECTED_REFERRAL)));
	ui_cell_end(ui);
	ui_row_end(ui);
}

static const struct fault *draw_expected(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 18 }, { "Service", .phone = UI_BARE, .width = 28 },
		{ "Where it stands", .phone = UI_BARE },
		{ "Answer expected", .phone = UI_BARE }, { "Next", .act = true }, { NULL } };
	struct found f;
	int late = 0;

	if (!record_ever(rq->act, &REFERRAL, RIGHT_READ))
		return NULL;
	TRY(query_run(rq->act, &Q_ADVICE_EXPECTED, (const char *const[]){ day_iso(rq->a, rq->act->today), "" }, &f));
	for (int i = 0; i < f.rows; i++)
		late += *found_text(&f, i, Q_ADVICE_EXPECTED_REPLY_BY) && day_parse(found_text(&f, i,
			Q_ADVICE_EXPECTED_REPLY_BY)) < rq->act->today;
	ui_panel(ui, &(struct ui_panel){ .title = "Advice expected", .count = f.rows, .id = "expected" });
	if (late)
		ui_para(ui, arena_printf(rq->a, "%d late: ring the service.", late));
	if (!f.rows)
		ui_para(ui, "No referral is on its way.");
	else
		ui_table(ui, &(struct ui_table){ .caption = "Advice expected", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++)
		expected_row(rq, ui, &f, i, true);
	if (f.rows)
		ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *advice_page(struct req *rq, struct ui *ui)
{
	ui->shell.title = "Advice";
	ui_head(ui, "Advice from outside", "Every recommendation gets a decision, every decision an owner and a day. A report is "
		"looked at each term until it is closed.");
	if (rq_leads(rq, "/advice/services"))
		ui_button_link(ui, UI_SECONDARY, "Services to ask", "/advice/services");
	ui_head_end(ui);
	TRY(draw_undecided(rq, ui));
	TRY(draw_unwritten(rq, ui));
	TRY(draw_open(rq, ui));
	TRY(draw_unreviewed(rq, ui));
	return draw_expected(rq, ui);
}

/* ---- the tab of one child ---- */

static void tab_report(struct req *rq, struct ui *ui, const struct row *r, const struct found *progress)
{
	int64_t undecided_count = 0, undone = 0, all = 0;

	for (int i = 0; i < progress->rows; i++)
		if (strcmp(found_text(progress, i, Q_REPORT_PROGRESS_REPORT), row_id(r)) == 0) {
			all = found_int(progress, i, Q_REPORT_PROGRESS_RECOMMENDATIONS);
			undecided_count = found_int(progress, i, Q_REPORT_PROGRESS_UNDECIDED);
			undone = found_int(progress, i, Q_REPORT_PROGRESS_UNDONE);
		}
	ui_row(ui);
	ui_cell_link(ui, row_text(r, ADVICE_REPORT_TITLE), arena_printf(rq->a, "/advice/reports/%s", row_id(r)));
	ui_cell(ui, row_text(r, ADVICE_REPORT_AUTHOR));
	ui_cell(ui, row_show(rq->a, r, ADVICE_REPORT_WRITTEN_ON));
	ui_cell_int(ui, all);
	ui_cell_begin(ui);
	if (*row_text(r, ADVICE_REPORT_CLOSED_ON))
		ui_tag(ui, UI_PLAIN, "Closed");
	else if (undecided_count)
		ui_tag(ui, UI_SOON, arena_printf(rq->a, "%lld not decided", (long long)undecided_count));
	else
		ui_tag(ui, undone ? UI_PLAIN : UI_OK, undone ? arena_printf(rq->a, "%lld not done", (long long)undone) :
			"All done");
	ui_cell_end(ui);
	ui_row_end(ui);
}

static const struct fault *tab_reports(struct req *rq, struct ui *ui, const struct about *who)
{
	static const struct ui_column COLUMNS[] = { { "Report" }, { "Who wrote it", .phone = UI_BARE }, { "Dated" },
		{ "Recommendations", .number = true },
		{ "State", .phone = UI_LEAD }, { NULL } };
	const char *add = arena_printf(rq->a, "%s/advice/new", who->href);
	struct found progress;
	struct rows reports;

	if (!record_may(rq->act, &ADVICE_REPORT, RIGHT_READ, who->pupil))
		return NULL;
	TRY(record_list(rq->act, &ADVICE_REPORT, &(struct ask){ .pupil = who->id, .limit = 200 }, &reports));
	TRY(query_run(rq->act, &Q_REPORT_PROGRESS, (const char *const[]){ who->id }, &progress));
	ui_heading(ui, "Reports");
	if (reports.count) {
		ui_table(ui, &(struct ui_table){ .caption = "Reports from outside", .columns = COLUMNS });
		for (int i = 0; i < reports.count; i++)
			tab_report(rq, ui, reports.row[i], &progress);
		ui_table_end(ui);
	} else {
		ui_para(ui, "No report from outside is recorded.");
	}
	if (record_may(rq->act, &ADVICE_REPORT, RIGHT_ADD, who->pupil))
		ui_button_link(ui, UI_SECONDARY, "Record a report", add);
	return NULL;
}

static const struct fault *tab_actions(struct req *rq, struct ui *ui, const struct about *who)
{
	struct rows texts;
	struct found f;

	TRY(open_actions(rq, "", who->id, &f, &texts));
	ui_heading(ui, "To do");
	if (!f.rows) {
		ui_para(ui, "Nothing is left to do on advice.");
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "Actions not done", .columns = OWN_ACTIONS });
	action_rows(rq, ui, &f, &texts, false, true);
	ui_table_end(ui);
	return NULL;
}

static const struct fault *tab_referrals(struct req *rq, struct ui *ui, const struct about *who)
{
	static const struct ui_column COLUMNS[] = { { "Service" }, { "Where it stands", .phone = UI_LEAD }, { "Asked for" },
		{ "Answer by" }, { NULL } };
	struct rows rows;

	if (record_ever(rq->act, &REFERRAL, RIGHT_READ)) {
		TRY(record_list(rq->act, &REFERRAL, &(struct ask){ .pupil = who->id, .limit = 100, .clear_only = true }, &rows));
		ui_heading(ui, "Referrals");
		if (!rows.count)
			ui_para(ui, "None yet.");
		else
			ui_table(ui, &(struct ui_table){ .caption = "Referrals", .columns = COLUMNS });
		for (int i = 0; i < rows.count; i++) {
			const struct row *r = rows.row[i];
			const char *agency;

			TRY(agency_name(rq, row_text(r, REFERRAL_AGENCY), &agency));
			ui_row(ui);
			ui_cell_link(ui, *agency ? agency : "No service chosen yet", arena_printf(rq->a, "/advice/referrals/%s",
				row_id(r)));
			ui_cell(ui, row_show(rq->a, r, REFERRAL_STATE));
			ui_cell(ui, row_show(rq->a, r, REFERRAL_ASKED_ON));
			ui_cell(ui, row_show(rq->a, r, REFERRAL_REPLY_BY));
			ui_row_end(ui);
		}
		if (rows.count)
			ui_table_end(ui);
	}
	if (record_may(rq->act, &REFERRAL, RIGHT_ADD, who->pupil))
		ui_button_link(ui, UI_SECONDARY, record_ever(rq->act, &REFERRAL, RIGHT_EDIT) ? "Refer for advice" :
			"Ask for advice", arena_printf(rq->a, "%s/referrals/new", who->href));
	return NULL;
}

/* A child of theirs, or one about whom something is theirs to do: an owner of an action alone knows no more of the child. */
static const struct fault *concerns_them(struct req *rq, bool *out)
{
	struct found f;

	*out = record_may(rq->act, record_find(rq->act->house, "register_status"), RIGHT_READ, rq->pupil);
	if (*out)
		return NULL;
	TRY(query_run(rq->act, &Q_ADVICE_OPEN, (const char *const[]){ day_iso(rq->a, rq->act->today), rq->act->who->staff,
		row_id(rq->pupil) }, &f));
	*out = f.rows > 0;
	return NULL;
}

const struct fault *advice_tab(struct req *rq, struct ui *ui)
{
	bool theirs;
	struct about who;

	TRY(concerns_them(rq, &theirs));
	if (!theirs)
		return FAULT(rq->a, FAULT_NONE, "nothing of that child’s advice is theirs to read");
	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	ui->shell.title = arena_printf(rq->a, "Advice about %s", who.first);
	ui->shell.scale = UI_WORK;
	ui_head(ui, ui->shell.title, who.line);
	ui->shell.title = "Advice about a child"; /* a name would stay in the browser's history */
	ui_head_end(ui);
	ui_tabs(ui, "Parts of the record", panels_links(rq, "child-tabs", who.href, "/advice"));
	TRY(tab_actions(rq, ui, &who));
	TRY(tab_reports(rq, ui, &who));
	return tab_referrals(rq, ui, &who);
}
