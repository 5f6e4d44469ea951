/* home_senco.c - what needs the SENCO: overdue, this week, new, changed, stuck; beside it today's meetings, what waits, how far the
 * term's meetings with parents are. One line asks for one thing and has one button. The same panels serve whoever else reads what
 * they show. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/referrals/area.h"
#include "areas/register/area.h"
#include "law/term.h"
#include "reports/home.h"
#include "reports/home.tmpl.h"
#include "reports/queries.sql.h"

enum { FIRST_FEW = 10, ALL_OF_THEM = 1000 };

static const struct ui_column LINES[] = { { "Child", .width = 20 }, { "What", .phone = UI_BARE, .width = 30 },
	{ "Due", .phone = UI_BARE, .width = 30 }, { "Next", .act = true, .width = 20 }, { NULL } };

const char *home_person(struct arena *a, const char *first, const char *last)
{
	return *first && strcmp(first, last) != 0 ? arena_printf(a, "%s %s", first, last) : last;
}

const char *home_since(struct req *rq, int days)
{
	return day_iso(rq->a, rq->act->today - days);
}

void home_lines(struct ui *ui, const char *caption)
{
	ui_table(ui, &(struct ui_table){ .caption = caption, .columns = LINES, .headless = true, .css = "os-fixed" });
}

void home_line(struct req *rq, struct ui *ui, const struct home_line *l)
{
	ui_row(ui);
	ui_cell_begin(ui);
	ui_link_to(ui, home_person(rq->a, l->first, l->last), arena_printf(rq->a, "/pupils/%s", l->pupil));
	buf_add_c(&ui->out, ' ');
	ui_small_words(ui, l->beside);
	ui_cell_end(ui);
	ui_cell_sub(ui, l->what, l->why);
	if (l->due == DAY_NONE)
		ui_cell(ui, "");
	else
		ui_cell_due(ui, l->due);
	ui_cell_begin(ui);
	if (l->button && rq_leads(rq, l->href))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, l->button, l->href);
	ui_cell_end(ui);
	ui_row_end(ui);
}

static const char *beside(struct arena *a, const char *form, const char *provision)
{
	return arena_printf(a, "%s%s%s", form, *form && *provision ? " · " : "", provision);
}

/* The ten that stand on the home, or a list that has a page to itself. */
static int most(const struct req *rq)
{
	return ((const struct home *)rq->prepared)->whole ? ALL_OF_THEM : FIRST_FEW;
}

static const char *most_text(const struct req *rq)
{
	return ((const struct home *)rq->prepared)->whole ? "1000" : "10";
}

/* The panel of a list, with the way to the rest of it. */
static void list_panel(struct req *rq, struct ui *ui, const char *title, const char *id, int64_t total, const char *unit)
{
	bool more = total > most(rq);

	ui_panel(ui, &(struct ui_panel){ .title = title, .count = (int)total, .id = id,
		.link = more ? arena_printf(rq->a, "All %lld %s", (long long)total, unit) : NULL,
		.href = arena_printf(rq->a, "/home/%s", id) });
	home_lines(ui, title);
}

/* ---- dates ---- */

static bool part(const char *clock, const char *word)
{
	return strstr(clock, word) != NULL;
}

/* The act that a date asks for, by its rule; what no page does yet opens the date's own page. */
void due_act(struct req *rq, const struct due_asks *d, const char **words, const char **href)
{
	*words = "Open";
	*href = arena_printf(rq->a, "/dues/%s", d->id);
	if (part(d->clock, "s68")) {
		*words = "Record it";
		*href = arena_printf(rq->a, "/pupils/%s/register/told", d->pupil);
	} else if (part(d->clock, "meeting")) {
		*words = "Record a meeting";
		*href = arena_printf(rq->a, "/pupils/%s/meetings/new", d->pupil);
	} else if (strcmp(d->source, "watch") == 0) {
		*words = "Decide";
		*href = arena_printf(rq->a, "/watch/%s/decide", d->source_id);
	} else if (strcmp(d->source, "advice_report") == 0 && record_ever(rq->act, &ADVICE_REVIEW, RIGHT_ADD)) {
		*words = "Look at it";
		*href = arena_printf(rq->a, "/advice/reports/%s", d->source_id);
	} else if (part(d->clock, "review") && record_ever(rq->act, &REGISTER_STATUS, RIGHT_EDIT)) {
		*words = "Start review";
		if (strcmp(d->clock, "apdr-review") == 0)
			*href = arena_printf(rq->a, "/pupils/%s/review", d->pupil);
	}
}

static const struct fault *ask_dues(struct req *rq, bool late, struct found *f, int64_t *total)
{
	const char *from = late ? "1900-01-01" : home_since(rq, 0), *until = late ? home_since(rq, 1) : home_since(rq, -7);

	TRY(query_run(rq->act, &Q_HOME_DUES, (const char *const[]){ from, until, day_iso(rq->a, rq->act->today), most_text(rq) },
		f));
	*total = f->rows ? found_int(f, 0, Q_HOME_DUES_TOTAL) : 0;
	return NULL;
}

static const struct fault *draw_dues(struct req *rq, struct ui *ui, const struct panel *p, bool late, int64_t *total)
{
	struct found f;

	TRY(ask_dues(rq, late, &f, total));
	if (!f.rows)
		return NULL;
	list_panel(rq, ui, p->title, late ? "overdue" : "week", *total, late ? "overdue" : "due this week");
	for (int i = 0; i < f.rows; i++) {
		struct home_line l = { .pupil = found_text(&f, i, Q_HOME_DUES_PUPIL), .first = found_text(&f, i, Q_HOME_DUES_FIRST),
			.last = found_text(&f, i, Q_HOME_DUES_LAST), .what = found_text(&f, i, Q_HOME_DUES_TITLE),
			.why = found_text(&f, i, Q_HOME_DUES_REASON), .due = day_parse(found_text(&f, i, Q_HOME_DUES_DUE)) };

		l.beside = beside(rq->a, found_text(&f, i, Q_HOME_DUES_FORM), found_text(&f, i, Q_HOME_DUES_PROVISION));
		due_act(rq, &(struct due_asks){ found_text(&f, i, Q_HOME_DUES_ID), l.pupil, found_text(&f, i, Q_HOME_DUES_CLOCK),
			found_text(&f, i, Q_HOME_DUES_SOURCE), found_text(&f, i, Q_HOME_DUES_SOURCE_ID) }, &l.button, &l.href);
		if (strcmp(l.button, "Open") == 0)
			l.button = NULL; /* the name opens it */
		home_line(rq, ui, &l);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *home_overdue(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct home *h = rq->prepared;

	return draw_dues(rq, ui, p, true, &h->overdue);
}

const struct fault *home_week(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct home *h = rq->prepared;
	struct found f;

	TRY(draw_dues(rq, ui, p, false, &h->week));
	if (h->week || h->whole)
		return NULL;
	TRY(ask_dues(rq, true, &f, &h->overdue));
	if (h->overdue)
		return NULL;
	TRY(query_run(rq->act, &Q_HOME_NEXT_DUE, (const char *const[]){ home_since(rq, 0) }, &f));
	ui_panel(ui, &(struct ui_panel){ .title = "What needs you", .count = -1, .id = "week" });
	ui_empty(ui, f.rows ? arena_printf(rq->a, "Nothing overdue and nothing this week. The next date is %s: %s.",
		day_long(rq->a, day_parse(found_text(&f, 0, Q_HOME_NEXT_DUE_DUE))), found_text(&f, 0, Q_HOME_NEXT_DUE_TITLE)) :
		"Nothing is due. When children are on the register, what is due comes here with its date and its reason.", NULL,
		NULL);
	ui_panel_end(ui);
	return NULL;
}

/* ---- new, changed, stuck: one shape ---- */

/* `pattern` with `word` where %s stands. */
static const char *put_word(struct arena *a, const char *pattern, const char *word)
{
	const char *at = strstr(pattern, "%s");

	return at ? arena_printf(a, "%.*s%s%s", (int)(at - pattern), pattern, word, at + 2) : pattern;
}

struct words { const char *kind, *what, *button, *path; };

static const struct words *words_of(const struct words *list, const char *kind)
{
	while (list->kind && strcmp(list->kind, kind) != 0)
		list++;
	return list->kind ? list : NULL;
}

enum { C_KIND, C_ID, C_PUPIL, C_FIRST, C_LAST, C_FORM, C_CODE, C_ON, C_TOTAL };

static const char *what_words(struct req *rq, const struct words *w, const char *code)
{
	if (strstr(w->what, "%s"))
		return put_word(rq->a, w->what, strlen(code) == 1 && strchr("KEN", *code) ? choice_label(PROVISIONS, code) :
			strcmp(w->kind, "joined") == 0 || strcmp(w->kind, "left") == 0 ? choice_label(YEARS, code) : code);
	return w->what;
}

static const char *path_of(struct req *rq, const struct words *w, const char *pupil, const char *id)
{
	if (!w->path)
		return "";
	return put_word(rq->a, w->path, strncmp(w->path, "/pupils/", 8) == 0 ? pupil : id);
}

static void draw_kinds(struct req *rq, struct ui *ui, const struct panel *p, const struct found *f, const struct words *list,
	const char *id, const char *when)
{
	int64_t total = f->rows ? found_int(f, 0, C_TOTAL) : 0;

	if (!f->rows)
		return;
	list_panel(rq, ui, p->title, id, total, id);
	for (int i = 0; i < f->rows; i++) {
		const struct words *w = words_of(list, found_text(f, i, C_KIND));
		day on = day_parse(found_text(f, i, C_ON));
		struct home_line l = { .pupil = found_text(f, i, C_PUPIL), .first = found_text(f, i, C_FIRST),
			.last = found_text(f, i, C_LAST), .beside = found_text(f, i, C_FORM), .due = DAY_NONE };

		if (!w)
			continue;
		l.what = what_words(rq, w, found_text(f, i, C_CODE));
		l.why = arena_printf(rq->a, "%s %s", when, on == rq->act->today ? "today" : day_long(rq->a, on));
		l.button = w->button;
		l.href = path_of(rq, w, l.pupil, found_text(f, i, C_ID));
		home_line(rq, ui, &l);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
}

const struct fault *home_new(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct words WORDS[] = {
		{ "status", "Now has %s", "Look at it", "/pupils/%s" }, { "watch", "Somebody is worried: being watched", "Decide",
			"/watch/%s/decide" },
		{ "worry", "A worry about learning was written down", "Look at it", "/pupils/%s/timeline" },
		{ "joined", "Joined in %s, with SEN support or a plan", "Look at it", "/pupils/%s" }, { NULL } };
	struct home *h = rq->prepared;
	struct found f;

	TRY(query_run(rq->act, &Q_HOME_NEW, (const char *const[]){ home_since(rq, 7), home_since(rq, 0), most_text(rq) }, &f));
	h->new = f.rows ? found_int(&f, 0, C_TOTAL) : 0;
	draw_kinds(rq, ui, p, &f, WORDS, "new", "On");
	return NULL;
}

const struct fault *home_changed(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct words WORDS[] = {
		{ "ended", "%s ended", "Look at it", "/pupils/%s/needs" }, { "keyworker", "Has a new keyworker", "Look at it",
			"/pupils/%s/support" },
		{ "left", "Left the school, from %s", "Look at it", "/pupils/%s" }, { NULL } };
	struct home *h = rq->prepared;
	struct found f;

	TRY(query_run(rq->act, &Q_HOME_CHANGED, (const char *const[]){ home_since(rq, 7), home_since(rq, 0), most_text(rq) }, &f));
	h->changed = f.rows ? found_int(&f, 0, C_TOTAL) : 0;
	draw_kinds(rq, ui, p, &f, WORDS, "changed", "On");
	return NULL;
}

const struct fault *home_stuck(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct words WORDS[] = {
		{ "watch", "Watched past its day, nobody has decided", "Decide", "/watch/%s/decide" },
		{ "impact", "%s has ended; nobody has said whether it worked", "Say", "/pupils/%s/support" },
		{ "told", "On %s; no date when the parents were told", "Record it", "/pupils/%s/register/told" },
		{ "needs", "Has %s and no need is recorded", "Add a need", "/pupils/%s/needs/new" }, { NULL } };
	struct home *h = rq->prepared;
	struct found f;

	TRY(query_run(rq->act, &Q_HOME_STUCK, (const char *const[]){ home_since(rq, 0), home_since(rq, 14), most_text(rq) }, &f));
	h->stuck = f.rows ? found_int(&f, 0, C_TOTAL) : 0;
	draw_kinds(rq, ui, p, &f, WORDS, "stuck", "Since");
	return NULL;
}

/* ---- the rail ---- */

const struct fault *home_meetings_today(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;

	TRY(query_run(rq->act, &Q_HOME_MEETINGS, (const char *const[]){ home_since(rq, 0), home_since(rq, 150) }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true });
	ui_items(ui);
	for (int i = 0; i < f.rows; i++) {
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "Parents of %s", home_person(rq->a, found_text(&f, i, Q_HOME_MEETINGS_FIRST),
			found_text(&f, i, Q_HOME_MEETINGS_LAST))), arena_printf(rq->a, "/pupils/%s",
			found_text(&f, i, Q_HOME_MEETINGS_PUPIL)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *home_waiting(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct { const char *kind, *one, *many, *href; } WAITS[] = {
		{ "difference", "fact in a file to decide", "facts in files to decide", "/imports/decide" },
		{ "watch", "child being watched", "children being watched", "/watch" },
		{ "told", "set of parents not told yet", "sets of parents not told yet", "/register?review=untold" } };
	bool any = false;
	struct found f;

	TRY(query_run(rq->act, &Q_HOME_WAITING, (const char *const[]){ home_since(rq, 0) }, &f));
	for (int i = 0; i < f.rows; i++)
		for (size_t k = 0; k < sizeof WAITS / sizeof *WAITS; k++) {
			int64_t n = found_int(&f, i, Q_HOME_WAITING_MANY);
			const char *oldest = found_text(&f, i, Q_HOME_WAITING_OLDEST), *words;
			day on = strlen(oldest) > 10 ? moment_day(oldest) : day_parse(oldest);

			if (!n || strcmp(found_text(&f, i, Q_HOME_WAITING_KIND), WAITS[k].kind) != 0)
				continue;
			if (!any)
				ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true });
			if (!any)
				ui_items(ui);
			any = true;
			words = arena_printf(rq->a, "%lld %s", (long long)n, n == 1 ? WAITS[k].one : WAITS[k].many);
			ui_item(ui);
			if (rq_leads(rq, WAITS[k].href))
				ui_link_to(ui, words, WAITS[k].href);
			else
				buf_add_html(&ui->out, words);
			if (on != DAY_NONE && on < rq->act->today)
				ui_small_words(ui, arena_printf(rq->a, " · oldest %s", day_span(rq->a, on, rq->act->today)));
			ui_item_end(ui);
		}
	if (any)
		ui_items_end(ui);
	if (any)
		ui_panel_end(ui);
	return NULL;
}

/* School terms as parents are met by: September, January, Easter. */
const char *home_term_from(struct req *rq)
{
	int year, month, date;

	day_parts(rq->act->today, &year, &month, &date);
	switch (school_term_of(rq->act->today)) {
	case TERM_AUTUMN: return day_iso(rq->a, day_of(year, 9, 1));
	case TERM_SPRING: return day_iso(rq->a, day_of(year, 1, 1));
	default: return day_iso(rq->a, easter_sunday(year));
	}
}

/* Of everybody here, not only of some: a share of what one may not see is no share. */
static bool reads_all(const struct req *rq, const struct record *r)
{
	const struct house *h = rq->act->house;
	int row = h->matrix_rows[record_number(h, r)];

	for (int i = 0; i < rq->act->who->held_count; i++)
		if (matrix_allows(h->matrix, row, rq->act->who->held[i].role, SCOPE_CAMPUS, right_bit(RIGHT_READ)) ||
		    matrix_allows(h->matrix, row, rq->act->who->held[i].role, SCOPE_GROUP, right_bit(RIGHT_READ)))
			return true;
	return false;
}

const struct fault *home_round(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *term = school_term_words(school_term_of(rq->act->today));
	int64_t met, children;
	struct found f;

	if (!reads_all(rq, &PARENT_MEETING))
		return NULL;
	TRY(query_run(rq->act, &Q_HOME_ROUND, (const char *const[]){ home_term_from(rq), home_since(rq, 0) }, &f));
	children = f.rows ? found_int(&f, 0, Q_HOME_ROUND_CHILDREN) : 0;
	met = f.rows ? found_int(&f, 0, Q_HOME_ROUND_MET) : 0;
	if (!children)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = arena_printf(rq->a, "%s, %s", p->title, term), .count = -1, .plain = true });
	ui_progress(ui, met, children, "children’s parents met");
	if (rq_leads(rq, "/register/round") && met < children)
		ui_link_to(ui, "Go on with the review round", "/register/round");
	ui_panel_end(ui);
	return NULL;
}
