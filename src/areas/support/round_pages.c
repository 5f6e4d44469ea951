/* round_pages.c - one act asks everyone who teaches the child; the answers come back as one table, question by teacher, with what
 * the subjects have in common and who is missing. How a teacher answers is in answer_pages.c. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"

enum { DAYS_TO_ANSWER = 7, PEOPLE_MOST = 60 };

/* ---- a new round ---- */

static const char *area_of_hard(const char *hard)
{
	static const char *const AREAS[][2] = { { "Reading", "cognition" }, { "Writing", "cognition" }, { "Number", "cognition" },
		{ "Listening and talking", "communication" }, { "Paying attention", "semh" }, { "Getting on with others", "semh" },
		{ "Feelings", "semh" }, { "Moving, seeing or hearing", "sensory" } };

	for (size_t i = 0; i < sizeof AREAS / sizeof *AREAS; i++)
		if (strcmp(AREAS[i][0], hard) == 0)
			return AREAS[i][1];
	return "";
}

struct sending { struct about who; struct row *worry; const struct asker *people; int count; };

static const struct fault *fetch_sending(struct req *rq, struct sending *s)
{
	const char *worry = rq_text(rq, "worry");

	*s = (struct sending){ .worry = NULL };
	TRY(about_may_add(rq, &ASK_ROUND));
	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &s->who));
	if (*worry)
		TRY(record_get(rq->act, &WORRY, worry, &s->worry));
	if (s->worry && strcmp(row_about(s->worry), s->who.id) != 0)
		return FAULT(rq->a, FAULT_NONE, "that worry is about another child");
	return ask_whom(rq->act, s->who.id, &s->people, &s->count);
}

static void draw_people(struct req *rq, struct ui *ui, const struct sending *s)
{
	ui_details(ui, arena_printf(rq->a, "It goes to %d %s", s->count, s->count == 1 ? "person" : "people"));
	ui_items(ui);
	for (int i = 0; i < s->count; i++) {
		ui_item(ui);
		buf_add_html(&ui->out, arena_printf(rq->a, "%s (%s)", s->people[i].name, s->people[i].as));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_details_end(ui);
}

static const struct fault *draw_questions(struct req *rq, struct ui *ui, const struct sending *s)
{
	for (const struct choice *c = ASK_AREAS; c->code; c++) {
		struct asked_list l;

		TRY(ask_choose(rq->act, c->code, s->who.year, s->who.first, &l));
		ui_details(ui, arena_printf(rq->a, "%s: %s", c->label, ask_minutes(rq->a, l.count)));
		ui_items(ui);
		for (int i = 0; i < l.count; i++) {
			ui_item(ui);
			buf_add_html(&ui->out, l.q[i].text);
			ui_item_end(ui);
		}
		ui_items_end(ui);
		ui_details_end(ui);
	}
	return NULL;
}

static const char *typed_or(struct req *rq, const char *name, const char *otherwise)
{
	return rq_param(rq, name) ? rq_text(rq, name) : otherwise;
}

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct sending *s)
{
	const char *area = s->worry ? area_of_hard(row_text(s->worry, WORRY_HARD)) : "", *due = about_date(rq, "due_on");

	ui->shell.title = "Ask everyone who teaches the child";
	ui_title(ui, s->who.line, arena_printf(rq->a, "Ask everyone who teaches %s", s->who.first),
		"Each gets the same few questions on their first page and answers on a phone. You see one table.");
	about_gone(ui, &s->who, "Nobody teaches this child here now.");
	if (!s->count) {
		ui_empty(ui, arena_printf(rq->a,
			"Nobody is named as teaching %s. Classes and keyworkers come from the school’s own lists.", s->who.first),
			NULL, NULL);
		return NULL;
	}
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	if (s->worry)
		ui_hidden(ui, "worry", row_id(s->worry));
	if (*rq_text(rq, "plan"))
		ui_hidden(ui, "plan", rq_text(rq, "plan"));
	ui_input_radios(ui, &(struct ui_input){ .name = "area", .label = "What do you ask about?", .strong = true, .small = true,
		.value = typed_or(rq, "area", area) }, choice_options(rq->a, ASK_AREAS, NULL));
	ui_input_long(ui, &(struct ui_input){ .name = "reason", .label = "What they read above the questions", .strong = true,
		.rows = 2, .max = 1000,
		.value = typed_or(rq, "reason", arena_printf(rq->a, "Please say what you see of %s in your own lessons.",
			s->who.first)) });
	ui_input_date(ui, &(struct ui_input){ .name = "due_on", .label = "Answers by", .strong = true,
		.value = *due || rq->post ? due : day_iso(rq->a, support_weekday(rq->act->today + DAYS_TO_ANSWER)) });
	draw_people(rq, ui, s);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, arena_printf(rq->a, "Ask %d %s", s->count, s->count == 1 ? "person" : "people"), NULL, NULL);
	ui_link_to(ui, "Cancel", s->who.href);
	ui_acts_end(ui);
	ui_form_end(ui);
	ui_heading(ui, "What is asked");
	return draw_questions(rq, ui, s);
}

const struct fault *round_new(struct req *rq, struct ui *ui)
{
	struct sending s;

	TRY(fetch_sending(rq, &s));
	return draw_new(rq, ui, &s);
}

static const char *ids_of(struct arena *a, const struct asked_list *l)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < l->count; i++)
		buf_printf(&b, "%s%s", i ? " " : "", l->q[i].id);
	return buf_text(&b);
}

const struct fault *ask_send(struct req *rq, const struct row *round, struct row *pupil, const struct asker *who, const char **id)
{
	struct form *form = form_new(rq->a, &ASK);
	struct row *ask;

	form_set(form, ASK_ROUND_REF, row_id(round));
	form_set(form, ASK_STAFF, who->staff);
	form_set(form, ASK_SUBJECT, who->as);
	form_set(form, ASK_ASKED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, ASK_DUE_ON, row_text(round, ASK_ROUND_DUE_ON));
	form_set(form, ASK_QUESTIONS, row_text(round, ASK_ROUND_QUESTIONS));
	TRY(record_put(rq->act, &ASK, pupil, form, &ask));
	*id = row_id(ask);
	return ask_tell(rq->act, ask, false);
}

static const struct fault *of_worry(struct req *rq, const struct sending *s, const char *round)
{
	struct form *form = form_new(rq->a, &WORRY);

	if (!s->worry)
		return NULL;
	form_set(form, WORRY_ROUND, round);
	form_set(form, WORRY_STATE, "asking");
	if (!*row_text(s->worry, WORRY_DECIDED_ON)) {
		form_set(form, WORRY_DECIDED_ON, day_iso(rq->a, rq->act->today));
		form_set(form, WORRY_DECIDED_BY, rq->act->who->staff);
		form_set(form, WORRY_ANSWER,
			arena_printf(rq->a, "Thank you. I am asking everyone who teaches %s what they see.", s->who.first));
	}
	return record_change(rq->act, s->worry, form);
}

static const struct fault *check_new(struct req *rq, struct ui *ui, const struct sending *s, day due)
{
	struct ask open = { .pupil = s->who.id, .where = { { ASK_ROUND_CLOSED_ON, EMPTY, "" } }, .clear_only = true };
	int64_t rounds;

	TRY(record_count(rq->act, &ASK_ROUND, &open, &rounds));
	if (rounds)
		ui_error(ui, "area", arena_printf(rq->a, "Everyone is being asked about %s already: close that round first",
			s->who.first));
	if (due == DAY_NONE)
		ui_error(ui, "due_on-day", "Enter the day by which answers are wanted");
	else if (due <= rq->act->today)
		ui_error(ui, "due_on-day", "The day for answers must be after today");
	return NULL;
}

const struct fault *round_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &ASK_ROUND);
	day due = day_typed(about_date(rq, "due_on"));
	const char *area = rq_text(rq, "area"), *id;
	struct asked_list questions;
	const struct fault *f;
	struct sending s;
	struct row *round;

	TRY(fetch_sending(rq, &s));
	TRY(check_new(rq, ui, &s, due));
	if (!*area)
		ui_error(ui, "area", "Choose what you ask about");
	if (ui->error_count || !s.count)
		return draw_new(rq, ui, &s);
	TRY(support_first(act_lift(rq->act)));
	TRY(ask_choose(rq->act, area, s.who.year, s.who.first, &questions));
	form_set(form, ASK_ROUND_WHY, rq_text(rq, "reason"));
	form_set(form, ASK_ROUND_WORRY, s.worry ? row_id(s.worry) : "");
	form_set(form, ASK_ROUND_PLAN, rq_text(rq, "plan"));
	form_set(form, ASK_ROUND_AREA, area);
	form_set(form, ASK_ROUND_OPENED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, ASK_ROUND_DUE_ON, day_iso(rq->a, due));
	form_set(form, ASK_ROUND_QUESTIONS, ids_of(rq->a, &questions));
	f = record_put(rq->act, &ASK_ROUND, s.who.pupil, form, &round);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_form_errors(ui, form);
		return draw_new(rq, ui, &s);
	}
	TRY(f);
	for (int i = 0; i < s.count; i++)
		TRY(ask_send(rq, round, s.who.pupil, &s.people[i], &id));
	id = row_id(round);
	TRY(of_worry(rq, &s, id));
	rq_notice(rq, undo_of(rq, "/worries", &ASK_ROUND, id), "%d %s asked about %s. Answers by %s.", s.count, s.count == 1 ?
		"person is" : "people are", s.who.first, day_long(rq->a, due));
	return go(rq, "/rounds/%s", id);
}

/* ---- on the SENCO's home: rounds whose day has passed with answers missing ---- */

const struct fault *rounds_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;
	int late = 0;

	TRY(query_run(rq->act, &Q_ROUNDS_OPEN, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows)
		return NULL;
	for (int i = 0; i < f.rows; i++)
		late += day_parse(found_text(&f, i, Q_ROUNDS_OPEN_DUE_ON)) < rq->act->today;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = f.rows });
	ui_items(ui);
	for (int i = 0; i < f.rows && i < 6; i++) {
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%s %s %s", found_text(&f, i, Q_ROUNDS_OPEN_FIRST), found_text(&f, i,
			Q_ROUNDS_OPEN_LAST),
			found_text(&f, i, Q_ROUNDS_OPEN_FORM)), arena_printf(rq->a, "/rounds/%s", found_text(&f, i,
				Q_ROUNDS_OPEN_ID)));
		ui_small(ui, arena_printf(rq->a, "%lld of %lld have answered", (long long)found_int(&f, i, Q_ROUNDS_OPEN_ANSWERED),
			(long long)found_int(&f, i, Q_ROUNDS_OPEN_ASKED)));
		ui_due_short(ui, day_parse(found_text(&f, i, Q_ROUNDS_OPEN_DUE_ON)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	if (late)
		ui_small(ui, arena_printf(rq->a, "%d past the day for answers.", late));
	ui_panel_end(ui);
	return NULL;
}
