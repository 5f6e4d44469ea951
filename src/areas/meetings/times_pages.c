/* times_pages.c - when could we meet? The school offers times, guests say which suit or propose others, by a link or by what they
 * told somebody; taking one sets the meeting. What guests wrote with their answers stands here too, as theirs. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"

enum { OFFERS = 3 };

static const struct fault *times_of(struct req *rq, const struct gathering *g, struct rows *out)
{
	struct ask ask = { .where = { { MEETING_TIME_MEETING, IS, row_id(g->row) } }, .limit = 200 };

	return record_list(rq->act, &MEETING_TIME, &ask, out);
}

static const struct fault *persons_of(struct req *rq, const struct gathering *g, struct rows *out)
{
	struct ask ask = { .where = { { MEETING_PERSON_MEETING, IS, row_id(g->row) } }, .limit = 200 };

	return record_list(rq->act, &MEETING_PERSON, &ask, out);
}

static bool same_time(const struct row *a, const struct row *b)
{
	return strcmp(row_text(a, MEETING_TIME_ON), row_text(b, MEETING_TIME_ON)) == 0 &&
		strcmp(row_text(a, MEETING_TIME_AT), row_text(b, MEETING_TIME_AT)) == 0;
}

static bool is_set(const struct gathering *g, const struct row *t)
{
	return strcmp(row_text(t, MEETING_TIME_ON), row_text(g->row, MEETING_ON)) == 0 &&
		strcmp(row_text(t, MEETING_TIME_AT), row_text(g->row, MEETING_AT)) == 0;
}

/* Every different time once, under the first row that names it. */
static bool told_before(const struct rows *times, int i)
{
	for (int k = 0; k < i; k++)
		if (same_time(times->row[k], times->row[i]))
			return true;
	return false;
}

/* "Suits Ms Ruth Whitlock; proposed by Mr Paul Whitlock" */
static const char *who_said(struct arena *a, const struct rows *times, const struct row *of)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < times->count; i++) {
		const struct row *t = times->row[i];
		const char *kind = row_text(t, MEETING_TIME_KIND);

		if (same_time(t, of))
			buf_printf(&b, "%s%s %s", b.len ? "; " : "", strcmp(kind, "offer") == 0 ? "offered by" : strcmp(kind,
				"suits") == 0 ? "suits" : "proposed by", row_text(t, MEETING_TIME_NAME));
	}
	return buf_text(&b);
}

static void time_row(struct req *rq, struct ui *ui, const struct gathering *g, const struct rows *times, const struct row *t)
{
	bool planned = strcmp(row_text(g->row, MEETING_STATE), "planned") == 0;

	ui_row(ui);
	ui_cell(ui, meeting_when(rq->a, row_text(t, MEETING_TIME_ON), row_text(t, MEETING_TIME_AT)));
	ui_cell(ui, who_said(rq->a, times, t));
	ui_cell_begin(ui);
	if (is_set(g, t))
		ui_tag(ui, UI_OK, "Taken");
	else if (g->changes && planned && row_day(t, MEETING_TIME_ON) >= rq->act->today)
		ui_button_post(ui, UI_SECONDARY | UI_SMALL, "Take this time", arena_printf(rq->a, "%s/times/%s/take", g->href,
			row_id(t)), 0);
	ui_cell_end(ui);
	ui_row_end(ui);
}

static void draw_times(struct req *rq, struct ui *ui, const struct gathering *g, const struct rows *times)
{
	static const struct ui_column COLUMNS[] = { { "When" }, { "Whom it suits", .phone = UI_BARE },
		{ "Take it", .quiet = true, .act = true }, { NULL } };

	if (!times->count)
		return;
	ui_table(ui, &(struct ui_table){ .caption = "Times that could be", .columns = COLUMNS, .css = "os-t--mid" });
	for (int i = 0; i < times->count; i++)
		if (!told_before(times, i))
			time_row(rq, ui, g, times, times->row[i]);
	ui_table_end(ui);
}

/* What a guest wrote with the answer, as theirs; and the button for whoever has no link yet. */
static const struct fault *draw_guest(struct req *rq, struct ui *ui, const struct row *p)
{
	const char *contact = row_text(p, MEETING_PERSON_CONTACT), *professional = row_text(p, MEETING_PERSON_PROFESSIONAL);
	const char *to = *contact ? arena_printf(rq->a, "c.%s", contact) : *professional ? arena_printf(rq->a, "p.%s",
		professional) : "", *at = row_text(p, MEETING_PERSON_ANSWERED_AT);
	struct row *pupil;

	TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(p), &pupil));
	ui_item(ui);
	buf_add_html(&ui->out, arena_printf(rq->a, "%s: %s", row_text(p, MEETING_PERSON_NAME), *row_text(p, MEETING_PERSON_ANSWER) ?
		row_show(rq->a, p, MEETING_PERSON_ANSWER) : *at ? "has proposed other times" : "no answer yet"));
	if (*row_text(p, MEETING_PERSON_INTERPRETER))
		buf_add_html(&ui->out, arena_printf(rq->a, ". Needs an interpreter: %s", row_text(p, MEETING_PERSON_INTERPRETER)));
	if (*at)
		ui_small(ui, arena_printf(rq->a, "%s, %s", row_show(rq->a, p, MEETING_PERSON_THROUGH), moment_long(rq->a, at)));
	if (*row_text(p, MEETING_PERSON_WORDS))
		ui_prose(ui, row_text(p, MEETING_PERSON_WORDS));
	buf_add_c(&ui->out, ' ');
	if (!*at)
		link_offer(rq, ui, pupil, "times", row_id(p), to, "Ask by a link");
	ui_item_end(ui);
	return NULL;
}

const struct fault *meeting_times(struct req *rq, struct ui *ui, const struct gathering *g)
{
	struct rows times, persons;

	if (!g->changes || strcmp(row_text(g->row, MEETING_STATE), "planned") != 0)
		return NULL;
	TRY(times_of(rq, g, &times));
	TRY(persons_of(rq, g, &persons));
	if (!persons.count && !times.count)
		return NULL;
	ui_heading(ui, "When it suits them");
	draw_times(rq, ui, g, &times);
	ui_items(ui);
	for (int i = 0; i < persons.count; i++)
		TRY(draw_guest(rq, ui, persons.row[i]));
	ui_items_end(ui);
	if (g->children.rows && rq_may(rq, &MEETING_TIME, RIGHT_ADD))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Offer other times", arena_printf(rq->a, "%s/times", g->href));
	return NULL;
}

/* ---- offering ---- */

static const char *name_at(struct arena *a, const char *what, int i)
{
	return arena_printf(a, "%s%d", what, i + 1);
}

static const struct fault *draw_offer(struct req *rq, struct ui *ui, const struct gathering *g)
{
	ui->shell.title = "Offer times";
	ui_title(ui, g->title, ui->shell.title,
		arena_printf(rq->a, "It is set for %s. Guests who answer by a link see what you offer "
		"here, choose what suits them, or propose up to three times of their own.", g->when));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	for (int i = 0; i < OFFERS; i++) {
		ui_fieldset(ui, arena_printf(rq->a, "Time %d", i + 1), NULL, false);
		ui_input_date(ui, &(struct ui_input){ .name = name_at(rq->a, "day", i), .label = "Day",
			.value = about_date(rq, name_at(rq->a, "day", i)) });
		ui_input(ui, &(struct ui_input){ .name = name_at(rq->a, "at", i), .label = "Time", .hint = "For example 15:40",
			.width = 5, .value = rq_text(rq, name_at(rq->a, "at", i)) });
		ui_fieldset_end(ui);
	}
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Offer these times", NULL, NULL);
	ui_link_to(ui, "Cancel", g->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *begin(struct req *rq, struct gathering *g)
{
	TRY(gathering_read(rq, g));
	return g->changes && g->children.rows ? NULL : FAULT(rq->a, FAULT_NONE, "times are offered by whoever leads the meeting");
}

const struct fault *times_page(struct req *rq, struct ui *ui)
{
	struct gathering g;

	TRY(begin(rq, &g));
	return draw_offer(rq, ui, &g);
}

static bool offer_ok(struct req *rq, int i, int *given)
{
	const char *date = name_at(rq->a, "day", i), *at = name_at(rq->a, "at", i);
	day on = day_typed(about_date(rq, date));

	if (!*about_date(rq, date) && !*rq_text(rq, at))
		return false;
	++*given;
	if (on == DAY_NONE || on < rq->act->today)
		ui_error(rq->ui, arena_printf(rq->a, "%s-day", date), "Enter a day from today on");
	else if (!meeting_clock(rq->a, rq_text(rq, at)))
		ui_error(rq->ui, at, "Enter the time as hours and minutes, for example 15:40");
	return !ui_error_of(rq->ui, at) && !ui_error_of(rq->ui, arena_printf(rq->a, "%s-day", date));
}

/* About each child of the meeting, so that whoever comes for one sees it with that child. */
static const struct fault *add_offer(struct req *rq, const struct gathering *g, int i)
{
	for (int c = 0; c < g->children.rows; c++) {
		struct form *f = form_new(rq->a, &MEETING_TIME);
		struct row *child;
		const char *id;

		TRY(record_get(rq->act, &MEETING_CHILD, found_text(&g->children, c, Q_MEETING_CHILDREN_ROW), &child));
		form_set(f, MEETING_TIME_MEETING, row_id(g->row));
		form_set(f, MEETING_TIME_KIND, "offer");
		form_set(f, MEETING_TIME_NAME, rq->act->who->name);
		form_set(f, MEETING_TIME_ON, day_iso(rq->a, day_typed(about_date(rq, name_at(rq->a, "day", i)))));
		form_set(f, MEETING_TIME_AT, rq_text(rq, name_at(rq->a, "at", i)));
		form_set(f, MEETING_TIME_SAID_ON, day_iso(rq->a, rq->act->today));
		TRY(record_add(rq->act, &MEETING_TIME, child, f, &id));
	}
	return NULL;
}

const struct fault *times_post(struct req *rq, struct ui *ui)
{
	bool ok[OFFERS];
	struct gathering g;
	int given = 0;

	TRY(begin(rq, &g));
	for (int i = 0; i < OFFERS; i++)
		ok[i] = offer_ok(rq, i, &given);
	if (!given)
		ui_error(ui, "day1-day", "Enter at least one day and its time");
	if (ui->error_count)
		return draw_offer(rq, ui, &g);
	for (int i = 0; i < OFFERS; i++)
		if (ok[i])
			TRY(add_offer(rq, &g, i));
	rq_notice(rq, NULL, given == 1 ? "One time is offered." : "%d times are offered.", given);
	return go(rq, "%s", g.href);
}

/* ---- taking ---- */

/* Who said that it suits comes; whoever answered for another time is asked again. */
static const struct fault *ask_again(struct req *rq, const struct gathering *g, const struct row *taken)
{
	struct rows times, persons;

	TRY(times_of(rq, g, &times));
	TRY(persons_of(rq, g, &persons));
	for (int i = 0; i < persons.count; i++) {
		struct form *f = form_new(rq->a, &MEETING_PERSON);
		bool suits = false;

		for (int k = 0; k < times.count; k++)
			suits = suits || (same_time(times.row[k], taken) && strcmp(row_text(times.row[k], MEETING_TIME_PERSON),
				row_id(persons.row[i])) == 0);
		form_set(f, MEETING_PERSON_ANSWER, suits ? "yes" : "");
		TRY(record_change(rq->act, persons.row[i], f));
	}
	for (int i = 0; i < g->guests.rows; i++) {
		struct form *f = form_new(rq->a, &MEETING_STAFF);
		struct row *staff;

		if (strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_KIND), "staff") != 0)
			continue;
		form_set(f, MEETING_STAFF_ANSWER, "");
		TRY(record_get(rq->act, &MEETING_STAFF, found_text(&g->guests, i, Q_MEETING_GUESTS_ROW), &staff));
		TRY(record_change(rq->act, staff, f));
	}
	return NULL;
}

const struct fault *time_take(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct form *f = form_new(rq->a, &MEETING);
	struct gathering g;
	const char *at;
	struct row *t;
	int sent = 0;

	TRY(begin(rq, &g));
	TRY(record_get(rq->act, &MEETING_TIME, rq_arg(rq, "time"), &t));
	if (strcmp(row_text(t, MEETING_TIME_MEETING), row_id(g.row)) != 0)
		return FAULT(rq->a, FAULT_NONE, "a time for another meeting");
	at = row_text(t, MEETING_TIME_AT);
	form_set(f, MEETING_ON, row_text(t, MEETING_TIME_ON));
	form_set(f, MEETING_AT, meeting_clock(rq->a, at) ? at : "");
	TRY(record_change(rq->act, g.row, f));
	TRY(ask_again(rq, &g, t));
	if (meeting_clock(rq->a, at))
		TRY(invitations_again(rq, &sent));
	if (!meeting_clock(rq->a, at)) {
		rq_notice(rq, NULL, "The day is set. They wrote “%s”: agree the time with them, and enter it here.", at);
		return go(rq, "%s/edit", g.href);
	}
	rq_notice(rq, undo_of(rq, "/meetings", &MEETING, row_id(g.row)), "The meeting is set for %s. %s",
		meeting_when(rq->a, row_text(t, MEETING_TIME_ON), at), sent ? "Whoever had an invitation gets the new one: who had "
		"answered had answered for another time." : "Send the invitations.");
	return go(rq, "%s", g.href);
}

/* Where a guest's answer stands: the page of their meeting. */
const struct fault *guest_page(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct row *p;

	TRY(record_get(rq->act, &MEETING_PERSON, rq_arg(rq, "guest"), &p));
	return go(rq, "/meetings/%s", row_text(p, MEETING_PERSON_MEETING));
}
