/* directory_pages.c - the directory of services: what each is for, how to ask, who works there, and when somebody last saw that it
 * is right. */
#include <string.h>

#include "areas/referrals/pages.h"
#include "areas/referrals/queries.sql.h"

enum { STALE_DAYS = 365 };

/* A fact about a service that nobody looked at for a year is doubted, not hidden. */
static void checked_cell(struct req *rq, struct ui *ui, const char *checked)
{
	day on = day_parse(checked);
	bool stale = on == DAY_NONE || rq->act->today - on > STALE_DAYS;

	ui_cell_begin(ui);
	if (stale)
		ui_tag(ui, UI_SOON, on == DAY_NONE ? "Never checked" : "Check it again");
	if (on != DAY_NONE)
		buf_add_html(&ui->out, arena_printf(rq->a, "%s%s", stale ? " " : "", day_long(rq->a, on)));
	ui_cell_end(ui);
}

static void agency_row(struct req *rq, struct ui *ui, const struct found *f, int i)
{
	const char *until = found_text(f, i, Q_AGENCY_LIST_UNTIL), *kind = choice_label(AGENCY_KINDS, found_text(f, i,
		Q_AGENCY_LIST_KIND));
	bool ended = *until && day_parse(until) < rq->act->today;
	int64_t open = found_int(f, i, Q_AGENCY_LIST_OPEN_REFERRALS);

	ui_row(ui);
	ui_cell_begin(ui);
	ui_link_to(ui, found_text(f, i, Q_AGENCY_LIST_NAME), arena_printf(rq->a, "/advice/services/%s", found_text(f, i,
		Q_AGENCY_LIST_ID)));
	if (ended)
		ui_tag(ui, UI_PLAIN, "No longer used");
	ui_cell_end(ui);
	ui_cell(ui, kind);
	ui_cell(ui, found_text(f, i, Q_AGENCY_LIST_PHONE));
	ui_cell(ui, found_text(f, i, Q_AGENCY_LIST_EMAIL));
	ui_cell_int(ui, found_int(f, i, Q_AGENCY_LIST_PEOPLE));
	if (open)
		ui_cell_int(ui, open);
	else
		ui_cell(ui, "");
	checked_cell(rq, ui, found_text(f, i, Q_AGENCY_LIST_CHECKED_ON));
	ui_row_end(ui);
}

const struct fault *agencies_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Service" }, { "Kind", .phone = UI_BARE }, { "Telephone" }, { "E-mail",
		.phone = UI_SECOND },
		{ "People", .number = true, .phone = UI_SECOND }, { "Open referrals", .number = true }, { "Last checked" },
			{ NULL } };
	struct found f;

	ui->shell.title = "Services to ask";
	about_crumbs(rq, (const char *const[]){ "Advice", "/advice", NULL });
	TRY(query_run(rq->act, &Q_AGENCY_LIST, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	ui_head(ui, ui->shell.title, "Who gives advice from outside the school: what for, and how to ask.");
	if (record_ever(rq->act, &AGENCY, RIGHT_ADD))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Add a service", "/advice/services/new");
	ui_head_end(ui);
	if (!f.rows) {
		ui_empty(ui, "No service is in the directory yet. Add the ones you refer to: referrals then choose from them.",
			NULL, NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "Services", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++)
		agency_row(rq, ui, &f, i);
	ui_table_end(ui);
	return NULL;
}

/* ---- one service ---- */

static void people_table(struct req *rq, struct ui *ui, const struct rows *people, bool edit)
{
	static const struct ui_column COLUMNS[] = { { "Name" }, { "Job", .phone = UI_BARE }, { "Telephone" }, { "E-mail" },
		{ "Change", .quiet = true, .act = true }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = "People", .columns = COLUMNS });
	for (int i = 0; i < people->count; i++) {
		const struct row *p = people->row[i];
		day until = row_day(p, PROFESSIONAL_UNTIL);

		ui_row(ui);
		ui_cell_sub(ui, row_text(p, PROFESSIONAL_NAME), until != DAY_NONE && until < rq->act->today ?
			arena_printf(rq->a, "until %s", day_long(rq->a, until)) : NULL);
		ui_cell(ui, row_text(p, PROFESSIONAL_JOB));
		ui_cell(ui, row_text(p, PROFESSIONAL_PHONE));
		ui_cell(ui, *row_text(p, PROFESSIONAL_EMAIL) ? row_text(p, PROFESSIONAL_EMAIL) : "None: by way of the service");
		ui_cell_begin(ui);
		if (edit)
			ui_link_to(ui, "Change", arena_printf(rq->a, "/advice/professionals/%s", row_id(p)));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static void fact_prose(struct ui *ui, const char *key, const char *text)
{
	if (!*text)
		return;
	ui_summary_begin_row(ui, key);
	ui_prose(ui, text);
	ui_summary_end_row(ui);
}

static void agency_facts(struct req *rq, struct ui *ui, const struct row *g)
{
	const char *weeks = row_text(g, AGENCY_REPLY_WEEKS);

	ui_summary(ui);
	ui_summary_row(ui, "Kind", row_show(rq->a, g, AGENCY_KIND), NULL, NULL);
	fact_prose(ui, "Ask them for", row_text(g, AGENCY_FOR));
	fact_prose(ui, "How to ask", row_text(g, AGENCY_HOW));
	if (*weeks)
		ui_summary_row(ui, "They usually answer", arena_printf(rq->a, "within %s weeks", weeks), NULL, NULL);
	if (*row_text(g, AGENCY_PHONE))
		ui_summary_row(ui, "Telephone", row_text(g, AGENCY_PHONE), NULL, NULL);
	if (*row_text(g, AGENCY_EMAIL))
		ui_summary_row(ui, "E-mail", row_text(g, AGENCY_EMAIL), NULL, NULL);
	fact_prose(ui, "Address", row_text(g, AGENCY_ADDRESS));
	ui_summary_row(ui, "Last checked", *row_text(g, AGENCY_CHECKED_ON) ? row_show(rq->a, g, AGENCY_CHECKED_ON) : "Never", NULL,
		NULL);
	ui_summary_end(ui);
}

const struct fault *agency_page(struct req *rq, struct ui *ui)
{
	bool edit = record_ever(rq->act, &AGENCY, RIGHT_EDIT);
	struct rows people;
	struct row *g;

	TRY(record_get(rq->act, &AGENCY, rq_arg(rq, "agency"), &g));
	TRY(record_list(rq->act, &PROFESSIONAL, &(struct ask){ .where = { { PROFESSIONAL_AGENCY, IS, row_id(g) } } }, &people));
	ui->shell.title = row_text(g, AGENCY_NAME);
	ui->shell.scale = UI_READ;
	about_crumbs(rq, (const char *const[]){ "Services to ask", "/advice/services", NULL });
	ui_title(ui, NULL, row_text(g, AGENCY_NAME), NULL);
	agency_facts(rq, ui, g);
	if (edit) {
		ui_acts(ui);
		ui_button_link(ui, UI_SECONDARY, "Change", arena_printf(rq->a, "/advice/services/%s/edit", row_id(g)));
		ui_button_post(ui, UI_SECONDARY, "Checked today: all of it is right", arena_printf(rq->a, "/advice/services/%s",
			row_id(g)), row_version(g));
		ui_acts_end(ui);
	}
	ui_heading(ui, "People there");
	if (people.count)
		people_table(rq, ui, &people, edit);
	else
		ui_para(ui, "Nobody is named. Referrals go to the service as a whole.");
	if (record_ever(rq->act, &PROFESSIONAL, RIGHT_ADD))
		ui_link_to(ui, "Add somebody who works there", arena_printf(rq->a, "/advice/professionals/new?agency=%s",
			row_id(g)));
	return NULL;
}

static const struct fault *checked_today(struct req *rq, struct row *g)
{
	struct form *form = form_new(rq->a, &AGENCY);

	form_set(form, AGENCY_CHECKED_ON, day_iso(rq->a, rq->act->today));
	TRY(record_change(rq->act, g, form));
	rq_notice(rq, NULL, "%s is right as of today.", row_text(g, AGENCY_NAME));
	return go(rq, "/advice/services/%s", row_id(g));
}

/* ---- the two forms ---- */

static void draw_form(struct req *rq, struct ui *ui, const struct record *r, const struct form *form, const char *title,
	const char *back, int64_t version)
{
	ui->shell.title = title;
	ui->shell.scale = UI_READ;
	about_crumbs(rq, (const char *const[]){ "Services to ask", "/advice/services", NULL });
	ui_title(ui, NULL, title, NULL);
	ui_form_begin(ui, &(struct ui_form){ .version = version, .draft = true });
	ui_fields(ui, r, form);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", back);
	ui_acts_end(ui);
	ui_form_end(ui);
}

/* Draws, or saves and goes back. `row` NULL: a new one. */
static const struct fault *directory_form(struct req *rq, struct ui *ui, const struct record *r, struct row *row, int from,
	const char *back)
{
	const char *title = arena_printf(rq->a, "%s: %s", r->title, row ? "change" : "add"), *id = row ? row_id(row) : "";
	const struct fault *f;
	struct form *form;

	if (!rq->post) {
		form = row && !rq->typed.count ? form_of_row(rq->a, row) : rq_form(rq, r);
		if (!row && !*form_value(form, from))
			form_set(form, from, day_iso(rq->a, rq->act->today));
		draw_form(rq, ui, r, form, title, back, row ? row_version(row) : 0);
		return NULL;
	}
	form = rq_form(rq, r);
	f = row ? record_change(rq->act, row, form) : record_add(rq->act, r, NULL, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		draw_form(rq, ui, r, form, title, back, form->version);
		return NULL;
	}
	TRY(f);
	rq_notice(rq, NULL, "%s is saved.", r == &AGENCY ? form_value(form, AGENCY_NAME) : form_value(form, PROFESSIONAL_NAME));
	return r == &AGENCY ? go(rq, "/advice/services/%s", id) : go(rq, "%s", back);
}

const struct fault *agency_new(struct req *rq, struct ui *ui)
{
	return directory_form(rq, ui, &AGENCY, NULL, AGENCY_FROM, "/advice/services");
}

const struct fault *agency_edit(struct req *rq, struct ui *ui)
{
	struct row *g;

	TRY(record_get(rq->act, &AGENCY, rq_arg(rq, "agency"), &g));
	if (rq->post && strstr(rq->route->path, "/edit") == NULL)
		return checked_today(rq, g);
	return directory_form(rq, ui, &AGENCY, g, AGENCY_FROM, arena_printf(rq->a, "/advice/services/%s", row_id(g)));
}

static const struct ui_option *agency_refs(struct ui *ui, const char *record)
{
	struct req *rq = ui->rq;
	struct ui_option *o;
	struct rows rows;

	if (strcmp(record, "agency") != 0 || record_list(rq->act, &AGENCY, &(struct ask){ .limit = 500, .clear_only = true },
		&rows))
		return NULL;
	o = arena_array(rq->a, (size_t)rows.count + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "Choose the service" };
	for (int i = 0; i < rows.count; i++)
		o[i + 1] = (struct ui_option){ .value = row_id(rows.row[i]), .label = row_text(rows.row[i], AGENCY_NAME) };
	return o;
}

const struct fault *professional_new(struct req *rq, struct ui *ui)
{
	const char *agency = rq_text(rq, "agency");

	ui->refs = agency_refs;
	return directory_form(rq, ui, &PROFESSIONAL, NULL, PROFESSIONAL_FROM, *agency ? arena_printf(rq->a, "/advice/services/%s",
		agency) : "/advice/services");
}

const struct fault *professional_edit(struct req *rq, struct ui *ui)
{
	struct row *p;

	TRY(record_get(rq->act, &PROFESSIONAL, rq_arg(rq, "professional"), &p));
	ui->refs = agency_refs;
	return directory_form(rq, ui, &PROFESSIONAL, p, PROFESSIONAL_FROM, arena_printf(rq->a, "/advice/services/%s",
		row_text(p, PROFESSIONAL_AGENCY)));
}
