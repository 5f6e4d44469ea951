/* list_pages.c - the register's page: filters, chips, columns, counts, saved views. The rows themselves are asked for in list.c,
 * the exports are in list_export.c. */
#include <string.h>

#include "areas/register/list.tmpl.h"
#include "areas/register/pages.h"
#include "web/panel.h"
#include "areas/register/queries.sql.h"
#include "base/buf.h"
#include "base/text.h"
#include "law/term.h"

static const char *query_get(void *from, const char *name)
{
	return rq_param(from, name);
}

/* Boxes of the same name, as the form that chooses columns sends them. */
static void chosen_columns(const struct req *rq, struct register_view *v)
{
	unsigned bits = 0;

	for (size_t i = 0; i < rq->http->query.count; i++) {
		const struct http_value *q = &rq->http->query.item[i];

		for (int c = 0; strcmp(q->name, "col") == 0 && c < COLUMN_COUNT; c++)
			if (strcmp(COLUMN_ROWS[c].key, q->value) == 0)
				bits |= 1u << c;
	}
	if (!v->wide)
		bits &= COLUMNS_STAFF;
	v->columns = bits ? bits : v->columns;
}

void view_of_request(struct req *rq, struct register_view *v)
{
	view_read(rq->act, v, query_get, rq);
	chosen_columns(rq, v);
	rq->act->known_on = v->known_on;
}

/* ---- one row ---- */

static const char *met_words(struct ui *ui, const struct child_row *r)
{
	/* within a year the day says which; before that the year is told */
	return day_short(ui->a, r->met, ui->shell.today - r->met < 365 ? r->met : ui->shell.today);
}

static void cell_met(struct ui *ui, const struct child_row *r)
{
	ui_cell_begin(ui);
	if (r->met == DAY_NONE && *r->provision != 'N' && *r->provision != 'W')
		part_missing(ui, "Not yet");
	else
		buf_add_html(&ui->out, met_words(ui, r));
	ui_cell_end(ui);
}

enum { FAR_DAYS = 60 };

/* Below 90% is persistent absence (DfE, Working together to improve school attendance). */
static void cell_attendance(struct ui *ui, const struct child_row *r)
{
	const char *words = r->attendance < 0 ? "" : arena_printf(ui->a, "%d%%", (r->attendance + 5) / 10);

	ui_cell_begin(ui);
	if (r->attendance >= 0 && r->attendance < 900)
		part_missing(ui, words);
	else
		buf_add_html(&ui->out, words);
	ui_cell_end(ui);
}

/* The first few as codes, how many more beside them: their meaning in full for the mouse and the ear. */
static void cell_codes(struct ui *ui, const struct choice *list, unsigned mask, int most)
{
	ui_cell_begin(ui);
	part_codes(ui, list, mask, most);
	ui_cell_end(ui);
}

static void cell_date(struct ui *ui, const struct register_page *pg, day on)
{
	bool near = on != DAY_NONE && on - ui->shell.today < 180 && ui->shell.today - on < 180;

	ui_cell_begin(ui);
	if (pg->past && on != DAY_NONE)
		buf_add_html(&ui->out, day_short(ui->a, on, pg->view->on));
	else if (on > ui->shell.today + FAR_DAYS) /* so far off the day says enough, and the line stays short */
		buf_add_html(&ui->out, day_short(ui->a, on, ui->shell.today));
	else if (on != DAY_NONE) /* how far off it is says which year */
		part_due(ui, near ? day_short(ui->a, on, on) : day_short(ui->a, on, ui->shell.today),
			day_relative(ui->a, on, ui->shell.today), on < ui->shell.today ? "os-due--late" :
			on <= ui->shell.today + 7 ? "os-due--soon" : "os-due");
	ui_cell_end(ui);
}

/* "Review cycle 13" is "Review 13" where a line has eleven columns. */
static const char *due_short(struct arena *a, const char *title)
{
	static const char CYCLE[] = "Review cycle ";

	return strncmp(title, CYCLE, sizeof CYCLE - 1) == 0 ? arena_printf(a, "Review %s", title + sizeof CYCLE - 1) : title;
}

static void cell_told(struct ui *ui, const struct child_row *r)
{
	bool owed = strcmp(r->provision, "K") == 0 && r->told == DAY_NONE && strcmp(r->told_how, "previous") != 0;

	ui_cell_begin(ui);
	if (owed)
		part_missing(ui, "Not yet");
	else
		buf_add_html(&ui->out, r->told == DAY_NONE ? "" : day_short(ui->a, r->told, ui->shell.today));
	ui_cell_end(ui);
}

static void cell_of(struct ui *ui, const struct register_page *pg, const struct child_row *r, enum column c)
{
	switch (c) {
	case COL_FORM: ui_cell(ui, *r->form ? r->form : year_words(ui->a, r->year)); break;
	case COL_STATUS: ui_cell_tag(ui, *r->provision == 'W' ? "Watch" : r->provision); break;
	case COL_NEED: ui_cell(ui, *r->need ? need_short(r->need) : ""); break;
	case COL_ALSO: cell_codes(ui, NEED_TYPES, r->also, 1); break;
	case COL_DUE: ui_cell(ui, due_short(ui->a, r->due_title)); break;
	case COL_DATE: cell_date(ui, pg, r->due_on); break;
	case COL_KEY: ui_cell(ui, r->key); break;
	case COL_MET: cell_met(ui, r); break;
	case COL_FLAGS: cell_codes(ui, FLAG_SHORT, flags_shown(r->flags), 2); break;
	case COL_ATT: cell_attendance(ui, r); break;
	case COL_YEAR: ui_cell(ui, r->year); break;
	case COL_UPN: ui_cell(ui, r->upn); break;
	case COL_SINCE: ui_cell(ui, r->since == DAY_NONE ? "" : day_short(ui->a, r->since, ui->shell.today)); break;
	case COL_TOLD: cell_told(ui, r); break;
	default: ui_cell(ui, r->review == DAY_NONE ? "" : day_short(ui->a, r->review, ui->shell.today));
	}
}

void register_row(struct ui *ui, const struct register_page *pg, const struct child_row *r)
{
	ui_row(ui);
	ui_cell_link(ui, name_sorted(ui->a, r->known_as, r->surname), arena_printf(ui->a, "/pupils/%s", r->pupil));
	for (int c = 0; c < COLUMN_COUNT; c++)
		if (pg->view->columns & 1u << c)
			cell_of(ui, pg, r, c);
	ui_row_end(ui);
}

static const struct ui_column *table_columns(struct arena *a, const struct register_view *v)
{
	struct ui_column *out = arena_array(a, COLUMN_COUNT + 2, sizeof *out);
	int n = 0;

	out[n++] = (struct ui_column){ .label = "Name", .sort = "name" };
	for (int c = 0; c < COLUMN_COUNT; c++) {
		enum ui_rank rank = c == COL_FORM || c == COL_STATUS ? UI_LEAD : c == COL_NEED || c == COL_DUE || c == COL_DATE ?
			UI_BARE : UI_SECOND;

		if (v->columns & 1u << c)
			out[n++] = (struct ui_column){ .label = COLUMN_ROWS[c].label, .sort = COLUMN_ROWS[c].sort,
				.number = c == COL_ATT, .phone = rank };
	}
	return out;
}

/* ---- filters and what they are called ---- */

const struct ui_option *options_of(struct arena *a, const struct choice *list, const char *first)
{
	struct ui_option *out;
	int count = 0, n = 0;

	while (list[count].code)
		count++;
	out = arena_array(a, (size_t)count + 2, sizeof *out);
	if (first)
		out[n++] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < count; i++)
		out[n++] = (struct ui_option){ .value = list[i].code, .label = list[i].label };
	return out;
}

/* Only years that some child on the list is in, and the one asked for. */
static const struct ui_option *year_options(struct arena *a, const struct register_page *pg)
{
	struct ui_option *out = arena_array(a, YEAR_COUNT + 2, sizeof *out);
	int n = 0;

	out[n++] = (struct ui_option){ .value = "", .label = "All years" };
	for (int i = 0; i < YEAR_COUNT; i++)
		if (pg->totals.year[i] || *pg->view->year || strcmp(pg->view->year, REGISTER_YEARS[i].code) == 0)
			out[n++] = (struct ui_option){ .value = REGISTER_YEARS[i].code, .label = REGISTER_YEARS[i].label };
	return out;
}

static const struct choice STATUSES[] = {
	{ "KE", "K and E" }, { "K", "K only" }, { "E", "E only" }, { "watch", "Watch list" }, { "all", "All on roll" },
	{ NULL, NULL },
};
static const struct choice STATUSES_STAFF[] = { { "KE", "K and E" }, { "K", "K only" }, { "E", "E only" },
	{ "watch", "Watch list" }, { NULL, NULL } };
static const struct choice REVIEWS[] = {
	{ "overdue", "Overdue" }, { "week", "Due this week" }, { "untold", "Parents not told" },
	{ "unmet", "Parents not met this year" }, { NULL, NULL },
};

static const struct fault *key_options(struct act *act, const struct register_view *v, const struct ui_option **out)
{
	struct ui_option *list;
	struct found f;

	TRY(query_run(act, &Q_REGISTER_KEYWORKERS, (const char *const[]){ day_iso(act->a, v->on) }, &f));
	list = arena_array(act->a, (size_t)f.rows + 2, sizeof *list);
	list[0] = (struct ui_option){ .value = "", .label = "Anyone" };
	for (int i = 0; i < f.rows; i++)
		list[i + 1] = (struct ui_option){ .value = found_text(&f, i, Q_REGISTER_KEYWORKERS_STAFF),
			.label = found_text(&f, i, Q_REGISTER_KEYWORKERS_NAME) };
	*out = list;
	return NULL;
}

static const char *option_label(const struct ui_option *list, const char *value)
{
	for (; list->label; list++)
		if (strcmp(list->value, value) == 0)
			return list->label;
	return value;
}

static void add_chip(struct arena *a, const struct register_page *pg, struct ui_link *chips, int *n, const char *name,
	const char *what, const char *value)
{
	if (!*value)
		return;
	chips[*n].label = *what ? arena_printf(a, "%s: %s", what, value) : value;
	chips[*n].href = ui_with(a, pg->sort_href, name, "");
	(*n)++;
}

static const struct ui_link *chips_of(struct arena *a, const struct register_page *pg)
{
	const struct register_view *v = pg->view;
	struct ui_link *chips = arena_array(a, 11, sizeof *chips);
	int n = 0;

	add_chip(a, pg, chips, &n, "q", "Name or UPN", v->name);
	add_chip(a, pg, chips, &n, "status", "Status", strcmp(v->status, "KE") == 0 ? "" : choice_label(STATUSES, v->status));
	add_chip(a, pg, chips, &n, "year", "", *v->year ? year_words(a, v->year) : "");
	add_chip(a, pg, chips, &n, "form", "Form", v->form);
	add_chip(a, pg, chips, &n, "need", "Need", *v->need ? need_short(v->need) : "");
	add_chip(a, pg, chips, &n, "key", "Keyworker", *v->key ? option_label(pg->key_options, v->key) : "");
	add_chip(a, pg, chips, &n, "flag", "Flag", v->flag);
	add_chip(a, pg, chips, &n, "review", "Review", *v->review ? choice_label(REVIEWS, v->review) : "");
	add_chip(a, pg, chips, &n, "as_at", "As at", pg->past ? day_long(a, v->on) : "");
	add_chip(a, pg, chips, &n, "known_on", "As known on", v->known_on ? v->known_typed : "");
	return chips;
}

static const char *page_without(struct arena *a, const char *href)
{
	return ui_with(a, href, "page", "");
}

static const struct fault *saved_views(struct req *rq, struct register_page *pg, struct found *out)
{
	struct ui_link *links;

	*out = (struct found){ 0 };
	pg->may_save = *rq->act->who->staff && record_ever(rq->act, &SAVED_VIEW, RIGHT_ADD) && !rq->act->known_on;
	if (!pg->may_save)
		return NULL;
	TRY(query_run(rq->act, &Q_SHARED_VIEWS, (const char *const[]){ rq->act->campus, rq->act->who->staff }, out));
	links = arena_array(rq->a, (size_t)out->rows + 1, sizeof *links);
	for (int i = 0; i < out->rows; i++) {
		links[i].label = found_text(out, i, Q_SHARED_VIEWS_NAME);
		links[i].href = arena_printf(rq->a, "/register?%s", found_text(out, i, Q_SHARED_VIEWS_QUERY));
		pg->has_own = pg->has_own || strcmp(found_text(out, i, Q_SHARED_VIEWS_STAFF), rq->act->who->staff) == 0;
	}
	pg->saved = links;
	return NULL;
}

static void preset_views(struct arena *a, struct register_page *pg)
{
	const struct register_view *v = pg->view;
	struct ui_link *links = arena_array(a, 5, sizeof *links);
	int n = 0;

	if (v->wide)
		links[n++] = (struct ui_link){ "All columns", ui_with(a, pg->sort_href, "cols", ""), v->columns == COLUMNS_ALL, 0 };
	links[n++] = (struct ui_link){ "For staff", ui_with(a, pg->sort_href, "cols", v->wide ? "staff" : ""),
		v->columns == COLUMNS_STAFF, 0 };
	if (v->wide && pg->may_add)
		links[n++] = (struct ui_link){ "Review round", "/register/round", false, 0 };
	links[n++] = (struct ui_link){ "Choose columns", ui_with(a, pg->sort_href, "choose", "1"), pg->choosing, 0 };
	pg->views = links;
}

/* The filters as hidden fields of the form that chooses columns: label is the name, href the value. */
static const struct ui_link *hidden_of(struct arena *a, const struct register_view *v)
{
	const struct { const char *name, *value; } all[] = {
		{ "q", v->name }, { "status", strcmp(v->status, "KE") == 0 ? "" : v->status }, { "year", v->year },
		{ "form", v->form }, { "need", v->need },
		{ "key", v->key }, { "flag", v->flag }, { "review", v->review }, { "as_at", v->as_at_typed },
		{ "known_on", v->known_typed },
		{ "sort", strcmp(v->sort, "name") == 0 ? "" : v->sort },
	};
	struct ui_link *out = arena_array(a, sizeof all / sizeof *all + 1, sizeof *out);
	int n = 0;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (*all[i].value)
			out[n++] = (struct ui_link){ all[i].name, all[i].value, false, 0 };
	return out;
}

/* ---- counts ---- */

static void swap_bars(struct ui_bar *x, struct ui_bar *y)
{
	struct ui_bar t = *x;

	*x = *y;
	*y = t;
}

static const char *need_bars(struct arena *a, struct register_page *pg)
{
	struct ui_bar *bars = arena_array(a, NEED_COUNT + 2, sizeof *bars);
	int n = 0;

	for (int i = 0; i <= NEED_COUNT; i++)
		if (pg->totals.need[i])
			bars[n++] = (struct ui_bar){ i < NEED_COUNT ? NEED_SHORT[i].label : "None recorded", pg->totals.need[i],
				i < NEED_COUNT ? ui_with(a, pg->sort_href, "need", NEED_SHORT[i].code) : NULL };
	for (int i = 1; i < n; i++)
		for (int j = i; j > 0 && bars[j].value > bars[j - 1].value; j--)
			swap_bars(&bars[j], &bars[j - 1]);
	pg->needs = bars;
	return n ? arena_printf(a, "Main need: %s is the commonest, %d of %d children", bars[0].label, (int)bars[0].value,
		pg->totals.children) :
		"Main need: no children";
}

static const char *year_bars(struct arena *a, struct register_page *pg)
{
	struct ui_bar *bars = arena_array(a, YEAR_COUNT + 2, sizeof *bars);
	int n = 0, most = 0;

	for (int i = 0; i <= YEAR_COUNT; i++) {
		if (!pg->totals.year[i])
			continue;
		bars[n] = (struct ui_bar){ i < YEAR_COUNT ? REGISTER_YEARS[i].label : "No year", pg->totals.year[i],
			i < YEAR_COUNT ? ui_with(a, pg->sort_href, "year", REGISTER_YEARS[i].code) : NULL };
		most = bars[n].value > bars[most].value ? n : most;
		n++;
	}
	pg->years = bars;
	return n ? arena_printf(a, "By year: %s has the most, %d of %d children", bars[most].label, (int)bars[most].value,
		pg->totals.children) :
		"By year: no children";
}

static const char *census_words(struct arena *a, day today, const struct register_totals *t)
{
	struct census next = next_census(a, today);

	if (!t->fixes)
		return arena_printf(a, "Nothing to mend on this list before %s.", day_long(a, next.on));
	return arena_printf(a, "%d %s a fix by %s.", t->fixes, t->fixes == 1 ? "child needs" : "children need",
		day_long(a, next.on));
}

/* No share under 10 children (interface.md section 12), and of a list that is not the whole register it would say nothing. */
static bool share_fits(const struct register_page *pg)
{
	const struct register_view *v = pg->view;

	return pg->totals.k + pg->totals.e >= 10 && strcmp(v->status, "KE") == 0 && !*v->name && !*v->year && !*v->form &&
		!*v->need && !*v->key &&
	       !*v->flag && !*v->review;
}

static const char *share_words(struct arena *a, const struct register_page *pg)
{
	int on = pg->totals.k + pg->totals.e, roll = pg->totals.roll, tenths;

	if (!share_fits(pg) || roll < on)
		return NULL;
	tenths = (1000 * on + roll / 2) / roll;
	return arena_printf(a, "%d.%d%%", tenths / 10, tenths % 10);
}

/* ---- the page ---- */

static void say_showing(struct ui *ui, struct register_page *pg)
{
	const struct register_view *v = pg->view;
	size_t from = ui->out.len;

	ui_showing(ui, pg->totals.children, v->page, pg->totals.children == 1 ? "child" : "children");
	pg->showing = arena_printf(ui->a, "As at %s. %s", day_long(ui->a, v->on), text_clean(ui->a, ui_take(ui, from).text));
}

static void say_empty(struct register_page *pg)
{
	const struct register_view *v = pg->view;

	if (pg->chips[0].label) {
		pg->empty = "No child fits these filters.";
		pg->empty_act = "Clear all filters";
		pg->empty_href = "/register";
	} else if (v->wide && pg->may_add) {
		pg->empty = "Nobody is on the register yet. It fills from your school’s pupil list, or one child at a time.";
		pg->empty_act = "Bring in your pupil list";
		pg->empty_href = "/imports";
		pg->bare = true;
	} else {
		pg->empty = v->wide ? "Nobody is on the register yet." : "None of your children is on the register.";
	}
}

static void fill_links(struct req *rq, struct register_page *pg)
{
	const struct register_view *v = pg->view;
	struct arena *a = rq->a;

	pg->sort_href = view_href(a, v, "/register");
	pg->query = view_query(a, v);
	pg->print_href = ui_with(a, pg->sort_href, "page", "all");
	pg->xlsx_href = view_href(a, v, "/register.xlsx");
	pg->csv_href = view_href(a, v, "/register.csv");
	pg->by_year_href = ui_with(a, page_without(a, pg->sort_href), "count", "year");
	pg->by_need_href = ui_with(a, page_without(a, pg->sort_href), "count", "");
	pg->columns_text = view_columns(a, v);
	pg->chips = chips_of(a, pg);
	pg->hidden = hidden_of(a, v);
	preset_views(a, pg);
}

static void fill_options(struct req *rq, struct register_page *pg)
{
	struct arena *a = rq->a;

	pg->year_options = year_options(a, pg);
	pg->status_options = options_of(a, pg->view->wide ? STATUSES : STATUSES_STAFF, NULL);
	pg->need_options = options_of(a, NEED_SHORT, "All needs");
	pg->review_options = options_of(a, REVIEWS, "Any date");
	pg->flag_options = options_of(a, FLAGS, "Any");
	pg->columns = table_columns(a, pg->view);
}

static void set_shell(struct req *rq, struct ui *ui, struct register_page *pg)
{
	struct register_view *v = (struct register_view *)(uintptr_t)pg->view;

	ui->shell.title = "SEND register";
	ui->shell.landscape = true;
	pg->past = v->on != rq->act->today || v->known_on;
	pg->may_watch = !pg->past && rq_leads(rq, "/watch");
	if (v->on != rq->act->today) {
		ui->shell.as_at = v->on;
		ui->shell.as_at_back = ui_with(rq->a, view_href(rq->a, v, "/register"), "as_at", "");
	}
	if (v->known_on)
		pg->known_words = arena_printf(rq->a, "As it had been recorded by %s.", day_long(rq->a, day_typed(v->known_typed)));
	if (*v->as_at_typed && day_typed(v->as_at_typed) == DAY_NONE)
		ui_error(ui, "filter-as_at", "Enter the date to look at like 1 September 2026");
	if (*v->known_typed && !v->known_on)
		ui_error(ui, "filter-known_on", "Enter the date it was known on like 1 September 2026");
}

const struct fault *register_page(struct req *rq, struct ui *ui)
{
	struct register_view view;
	struct register_page pg = { .view = &view };
	struct child_rows all;
	struct found views;

	view_of_request(rq, &view);
	set_shell(rq, ui, &pg);
	pg.may_add = view.wide && record_ever(rq->act, &REGISTER_STATUS, RIGHT_ADD);
	pg.may_export = record_ever(rq->act, &REGISTER_STATUS, RIGHT_EXPORT);
	pg.choosing = *rq_text(rq, "choose") != 0;
	pg.by_year = strcmp(rq_text(rq, "count"), "year") == 0;
	TRY(register_children(rq->act, &view, &all));
	TRY(register_page_of(rq->act, &view, view.page ? UI_PER_PAGE : 0, &all, &pg.rows));
	register_count(&all, &pg.totals);
	if (view.wide)
		TRY(register_beside(rq->act, &view, share_fits(&pg), &pg.totals));
	TRY(key_options(rq->act, &view, &pg.key_options));
	TRY(saved_views(rq, &pg, &views));
	fill_links(rq, &pg);
	pg.letters_href = rq_leads(rq, "/letters/new") && !pg.past ? arena_printf(rq->a, "/letters/new?%s", pg.query) : NULL;
	fill_options(rq, &pg);
	pg.need_sentence = need_bars(rq->a, &pg);
	pg.year_sentence = year_bars(rq->a, &pg);
	pg.share = share_words(rq->a, &pg);
	pg.export_note = pg.may_export && !pg.past ? register_export_note(rq->act, &view, web_options(rq->web)->roles) : NULL;
	pg.census = pg.may_add && !pg.past ? census_words(rq->a, rq->act->today, &pg.totals) : NULL;
	pg.title = arena_printf(rq->a, "SEND register · %d %s", pg.totals.children, pg.totals.children == 1 ? "child" : "children");
	say_showing(ui, &pg);
	say_empty(&pg);
	return tmpl_register(ui, &pg);
}

/* ---- saved views ---- */

static const struct ui_link CRUMBS[] = { { "Register", "/register", false, 0 }, { NULL, NULL, false, 0 } };

static const struct fault *show_views(struct req *rq, struct ui *ui, const struct form *typed)
{
	struct ask mine = { .where = { { SAVED_VIEW_STAFF, IS, rq->act->who->staff } } };
	struct rows own;

	ui->shell.scale = UI_READ;
	if (rq_leads(rq, "/register"))
		ui->shell.crumbs = CRUMBS;
	TRY(record_list(rq->act, &SAVED_VIEW, &mine, &own));
	if (typed)
		ui_form_errors(ui, typed);
	return tmpl_views(ui, &own, typed);
}

const struct fault *view_save(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &SAVED_VIEW);
	const struct fault *f;
	const char *id;

	form->version = 0;
	form_set(form, SAVED_VIEW_STAFF, rq->act->who->staff);
	form_set(form, SAVED_VIEW_SHARED, *rq_text(rq, "shared") ? "1" : "0");
	f = record_add(rq->act, &SAVED_VIEW, NULL, form, &id);
	if (f && f->code == FAULT_INVALID)
		return show_views(rq, ui, form);
	TRY(f);
	rq_notice(rq, NULL, "The view “%s” is saved.", form_value(form, SAVED_VIEW_NAME));
	return go(rq, "/register?%s", form_value(form, SAVED_VIEW_QUERY));
}

const struct fault *views_page(struct req *rq, struct ui *ui)
{
	return show_views(rq, ui, NULL);
}

const struct fault *view_change(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &SAVED_VIEW);
	const struct fault *f;
	struct row *view;

	TRY(record_get(rq->act, &SAVED_VIEW, rq_arg(rq, "view"), &view));
	if (*rq_text(rq, "remove")) {
		TRY(record_withdraw(rq->act, view, "removed by its owner"));
		rq_notice(rq, NULL, "The view “%s” is removed.", row_text(view, SAVED_VIEW_NAME));
		return go(rq, "/register/views");
	}
	form_set(form, SAVED_VIEW_SHARED, *rq_text(rq, "shared") ? "1" : "0");
	f = record_change(rq->act, view, form);
	if (f && f->code == FAULT_INVALID)
		return show_views(rq, ui, form);
	TRY(f);
	rq_notice(rq, NULL, "The view “%s” is saved.", form_value(form, SAVED_VIEW_NAME));
	return go(rq, "/register/views");
}
