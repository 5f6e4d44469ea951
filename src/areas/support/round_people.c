/* round_people.c - those who are asked in a round and have not answered: when they were told and how, who cannot say, who has left,
 * who teaches the child by now and was not asked. Asked again, left out, somebody else asked, the round closed. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

static bool silent(const struct round *r, int i)
{
	return !*found_text(&r->asks, i, Q_ROUND_ASKS_ANSWERED_ON) && !*found_text(&r->asks, i, Q_ROUND_ASKS_NO_REASON);
}

int round_missing(const struct round *r)
{
	int n = 0;

	for (int i = 0; i < r->asks.rows; i++)
		n += silent(r, i);
	return n;
}

static const char *unsent(const char *state)
{
	return strcmp(state, "sent") == 0 ? "" : strcmp(state, "refused") == 0 ? " (refused)" : " (not sent yet)";
}

/* "asked on 9 November, by e-mail; again on 16 November, by e-mail (not sent yet)" */
static const char *told_words(struct arena *a, const struct round *r, int i, const struct found *told)
{
	const char *ask = found_text(&r->asks, i, Q_ROUND_ASKS_ID), *chased = found_text(&r->asks, i, Q_ROUND_ASKS_CHASED_ON);
	const char *asked = found_text(&r->asks, i, Q_ROUND_ASKS_ASKED_ON), *last = "";
	bool address = found_int(&r->asks, i, Q_ROUND_ASKS_ADDRESS) != 0;
	struct buf b = buf_new(a);

	for (int k = 0; k < told->rows; k++) {
		const char *on = found_text(told, k, Q_ROUND_TOLD_TOLD_ON);

		if (strcmp(found_text(told, k, Q_ROUND_TOLD_ASK), ask) != 0)
			continue;
		buf_printf(&b, "%s%s on %s, by e-mail%s", b.len ? "; " : "", strcmp(on, asked) > 0 ? "asked again" : "asked",
			day_long(a, day_parse(on)), unsent(found_text(told, k, Q_ROUND_TOLD_STATE)));
		last = on;
	}
	if (!b.len)
		buf_printf(&b, "asked on %s", day_long(a, day_parse(asked)));
	if (*chased && strcmp(last, chased) < 0)
		buf_printf(&b, "; asked again on %s, on the first page", day_long(a, day_parse(chased)));
	if (!address)
		buf_add(&b, "; no e-mail address: it stands on their first page alone");
	return buf_text(&b);
}

static void silent_row(struct req *rq, struct ui *ui, const struct round *r, int i, const struct found *told, bool may)
{
	const char *id = found_text(&r->asks, i, Q_ROUND_ASKS_ID), *name = found_text(&r->asks, i, Q_ROUND_ASKS_NAME);
	day until = day_parse(found_text(&r->asks, i, Q_ROUND_ASKS_UNTIL));

	ui_item(ui);
	ui_para(ui, arena_printf(rq->a, "%s (%s)", name, found_text(&r->asks, i, Q_ROUND_ASKS_SUBJECT)));
	if (until != DAY_NONE && until < rq->act->today)
		ui_small(ui, arena_printf(rq->a, "Left on %s", day_long(rq->a, until)));
	else
		ui_small(ui, told_words(rq->a, r, i, told));
	if (may)
		ui_button_post(ui, UI_QUIET, arena_printf(rq->a, "Leave %s out: away", name),
			arena_printf(rq->a, "/rounds/%s/without/%s", row_id(r->row), id), 0);
	ui_item_end(ui);
}

static void draw_silent(struct req *rq, struct ui *ui, const struct round *r, const struct found *told, bool may)
{
	ui_panel(ui, &(struct ui_panel){ .title = "Not answered yet", .count = round_missing(r), .plain = true });
	ui_items(ui);
	for (int i = 0; i < r->asks.rows; i++)
		if (silent(r, i))
			silent_row(rq, ui, r, i, told, may);
	ui_items_end(ui);
	ui_panel_end(ui);
}

static void draw_cannot(struct req *rq, struct ui *ui, const struct round *r)
{
	for (int i = 0; i < r->asks.rows; i++) {
		const char *why = found_text(&r->asks, i, Q_ROUND_ASKS_NO_REASON);

		if (*why)
			ui_small(ui, arena_printf(rq->a, "%s (%s): %s.", found_text(&r->asks, i, Q_ROUND_ASKS_NAME),
				found_text(&r->asks, i, Q_ROUND_ASKS_SUBJECT), choice_label(ASK_NO_REASONS, why)));
	}
}

/* ---- somebody else ---- */

static bool is_asked(const struct found *asks, const char *staff)
{
	for (int i = 0; i < asks->rows; i++)
		if (strcmp(found_text(asks, i, Q_ROUND_ASKS_STAFF), staff) == 0)
			return true;
	return false;
}

/* Who came to teach the child after the round was sent, a button each; and anybody at work, for lessons that are covered. */
static const struct fault *draw_more(struct req *rq, struct ui *ui, const struct round *r)
{
	const char *path = arena_printf(rq->a, "/rounds/%s/more", row_id(r->row));
	const struct ui_option *staff;
	const struct asker *people;
	int count;

	TRY(ask_whom(rq->act, row_about(r->row), &people, &count));
	for (int i = 0; i < count; i++)
		if (!is_asked(&r->asks, people[i].staff)) {
			ui_form_begin(ui, &(struct ui_form){ .action = path });
			ui_small(ui, arena_printf(rq->a, "%s (%s) works with %s now and was not asked.", people[i].name,
				people[i].as, r->who.first));
			ui_button(ui, UI_SECONDARY | UI_SMALL, arena_printf(rq->a, "Ask %s", people[i].name), "staff",
				people[i].staff);
			ui_form_end(ui);
		}
	TRY(staff_options(rq, "Choose who", &staff));
	ui_details(ui, "Ask somebody else");
	ui_form_begin(ui, &(struct ui_form){ .action = path });
	ui_input_select(ui, &(struct ui_input){ .name = "staff", .label = "Who", .strong = true,
		.hint = "For example whoever takes the lessons of somebody who is away", .value = rq_text(rq, "staff") }, staff);
	ui_input(ui, &(struct ui_input){ .name = "as", .label = "What they do with the child",
		.hint = "For example: covers English",
		.value = rq_text(rq, "as"), .strong = true });
	ui_acts(ui);
	ui_button(ui, UI_SECONDARY, "Ask them too", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
	ui_details_end(ui);
	return NULL;
}

const struct fault *round_people(struct req *rq, struct ui *ui, const struct round *r)
{
	bool may = !*row_text(r->row, ASK_ROUND_CLOSED_ON) && record_may(rq->act, &ASK_ROUND, RIGHT_EDIT, r->row);
	struct found told;

	TRY(query_run(rq->act, &Q_ROUND_TOLD, (const char *const[]){ row_id(r->row) }, &told));
	if (round_missing(r))
		draw_silent(rq, ui, r, &told, may);
	draw_cannot(rq, ui, r);
	return may ? draw_more(rq, ui, r) : NULL;
}

/* ---- asked again, left out, asked too, closed ---- */

static const struct fault *fetch(struct req *rq, struct round *r)
{
	struct row *row;

	TRY(record_get(rq->act, &ASK_ROUND, rq_arg(rq, "round"), &row));
	TRY(about_row(rq, row, NULL, NULL, &r->who));
	return round_read(rq, row, r);
}

const struct fault *round_again(struct req *rq, struct ui *ui)
{
	const char *today = day_iso(rq->a, rq->act->today);
	struct round r;
	struct row *one;
	int n = 0;

	(void)ui;
	TRY(fetch(rq, &r));
	for (int i = 0; i < r.asks.rows; i++) {
		if (!silent(&r, i) || strcmp(found_text(&r.asks, i, Q_ROUND_ASKS_CHASED_ON), today) == 0)
			continue;
		TRY(record_get(rq->act, &ASK, found_text(&r.asks, i, Q_ROUND_ASKS_ID), &one));
		TRY(ask_again(rq->act, one, false));
		n++;
	}
	if (n)
		rq_notice(rq, NULL,
			"%d asked again: it stands first on their page, and goes by e-mail where there is an address.", n);
	else
		rq_notice(rq, NULL, "They were asked again today already.");
	return go(rq, "/rounds/%s", row_id(r.row));
}

const struct fault *round_without(struct req *rq, struct ui *ui)
{
	struct row *ask;
	struct round r;

	(void)ui;
	TRY(fetch(rq, &r));
	TRY(record_get(rq->act, &ASK, rq_arg(rq, "ask"), &ask));
	if (strcmp(row_text(ask, ASK_ROUND_REF), row_id(r.row)) != 0)
		return FAULT(rq->a, FAULT_NONE, "asked in another round");
	TRY(ask_no_more(rq->act, ask, "away"));
	rq_notice(rq, undo_of(rq, "/worries", &ASK, row_id(ask)), "They are asked no more in this round.");
	return go(rq, "/rounds/%s", row_id(r.row));
}

/* What they do with the child: as the lists have it, else as it was typed. */
static const struct fault *as_of(struct req *rq, const struct round *r, const char *staff, const char **out)
{
	const struct asker *people;
	int count;

	TRY(ask_whom(rq->act, row_about(r->row), &people, &count));
	*out = rq_text(rq, "as");
	for (int i = 0; i < count; i++)
		if (strcmp(people[i].staff, staff) == 0)
			*out = people[i].as;
	if (!**out)
		*out = "Covering";
	return NULL;
}

const struct fault *round_more(struct req *rq, struct ui *ui)
{
	const char *staff = rq_text(rq, "staff");
	struct asker who = { .staff = staff };
	struct round r;
	const char *id;

	TRY(fetch(rq, &r));
	if (!*staff)
		ui_error(ui, "staff", "Choose who is asked");
	else if (is_asked(&r.asks, staff))
		ui_error(ui, "staff", "They are asked already: choose somebody else");
	else if (*row_text(r.row, ASK_ROUND_CLOSED_ON))
		ui_error(ui, "staff", "The round is closed: nobody is asked any more");
	if (ui->error_count)
		return round_page_one(rq, ui);
	TRY(as_of(rq, &r, staff, &who.as));
	TRY(ask_send(rq, r.row, r.who.pupil, &who, &id));
	rq_notice(rq, undo_of(rq, "/worries", &ASK, id), "They are asked too. Answers by %s.", row_show(rq->a, r.row,
		ASK_ROUND_DUE_ON));
	return go(rq, "/rounds/%s", row_id(r.row));
}

const struct fault *round_close(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &ASK_ROUND);
	const char *today = day_iso(rq->a, rq->act->today);
	struct round r;
	struct row *one;

	(void)ui;
	TRY(fetch(rq, &r));
	form_set(form, ASK_ROUND_CLOSED_ON, today);
	TRY(record_change(rq->act, r.row, form));
	for (int i = 0; i < r.asks.rows; i++) {
		struct form *ask = form_new(rq->a, &ASK);

		TRY(record_get(rq->act, &ASK, found_text(&r.asks, i, Q_ROUND_ASKS_ID), &one));
		form_set(ask, ASK_CLOSED_ON, today);
		TRY(record_change(rq->act, one, ask));
	}
	rq_notice(rq, undo_of(rq, "/worries", &ASK_ROUND, row_id(r.row)), "The round is closed. Nobody is asked any more.");
	return go(rq, "/rounds/%s", row_id(r.row));
}
