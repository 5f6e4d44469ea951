/* times_asked.c - an invitation as a guest from outside has it by a link: when and where, can you come, which other time would
 * suit. What they send stands with the meeting as theirs. They see nobody else who is asked. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "base/text.h"

enum { WISHES = 3 };

static const struct ui_option ANSWERS[] = { { "yes", "I can come" }, { "phone", "I can take part by telephone" },
	{ "no", "I cannot come then" }, { NULL } };

struct asked { struct row *person, *meeting, *pupil; const char *first, *lead, *when; struct rows times; };

static bool same_person(const struct row *link, const struct row *p)
{
	const char *contact = row_text(p, MEETING_PERSON_CONTACT), *professional = row_text(p, MEETING_PERSON_PROFESSIONAL);

	if (*contact)
		return strcmp(link_word(link, "contact"), contact) == 0;
	if (*professional)
		return strcmp(link_word(link, "professional"), professional) == 0;
	return !*link_word(link, "contact");
}

/* While the meeting is still to come, and for that guest alone. */
static const struct fault *still_asked(struct act *all, const struct row *link, const struct row *person, bool *yes)
{
	struct row *meeting;

	TRY(record_get(all, &MEETING, row_text(person, MEETING_PERSON_MEETING), &meeting));
	*yes = same_person(link, person) && !row_withdrawn(meeting) && strcmp(row_text(meeting, MEETING_STATE), "planned") == 0 &&
		row_day(meeting, MEETING_ON) >= all->today;
	return NULL;
}

const struct link_task MEETING_TASKS[] = {
	{ "times", "Answer an invitation and say when you can come", "/shared/meetings/:target", "meeting_person", "+meeting_time",
		"contact pupil professional", 14, "/meetings/guests/:target", still_asked },
	{ "record", "Read what was said and agreed at the meeting", "/shared/record/:target", "meeting_child", "+views",
		"contact professional", 21, "/meetings/records/:target", record_stands },
	{ NULL },
};

static const struct fault *read_asked(struct req *rq, struct asked *s)
{
	struct act *all = act_lift(rq->act);
	const char *title, *first, *last;
	struct row *lead;

	if (!rq->link) /* a holder's link names the guest, and lies under that address alone */
		TRY(record_get(rq->act, &MEETING_PERSON, rq_arg(rq, "guest"), &s->person));
	TRY(act_guard(all));
	TRY(record_get(all, &MEETING_PERSON, rq->link ? rq->link->target : rq_arg(rq, "guest"), &s->person));
	TRY(record_get(all, &MEETING, row_text(s->person, MEETING_PERSON_MEETING), &s->meeting));
	TRY(record_get(all, record_find(all->house, "pupil"), row_about(s->person), &s->pupil));
	TRY(record_get(all, record_find(all->house, "staff"), row_text(s->meeting, MEETING_LEAD), &lead));
	TRY(record_list(all, &MEETING_TIME, &(struct ask){ .pupil = row_about(s->person),
		.where = { { MEETING_TIME_MEETING, IS, row_id(s->meeting) } }, .limit = 100 }, &s->times));
	TRY(act_guard(rq->act));
	rq->pupil = s->pupil;
	s->first = *row_named(s->pupil, "known_as") ? row_named(s->pupil, "known_as") : row_named(s->pupil, "forename");
	title = row_named(lead, "title");
	first = *title ? title : row_named(lead, "forename");
	last = row_named(lead, "surname");
	s->lead = about_name(rq->a, first, last);
	s->when = meeting_when(rq->a, row_text(s->meeting, MEETING_ON), row_text(s->meeting, MEETING_AT));
	return NULL;
}

/* ---- the page ---- */

static bool is_offer(const struct asked *s, int i, day today)
{
	return strcmp(row_text(s->times.row[i], MEETING_TIME_KIND), "offer") == 0 && row_day(s->times.row[i],
		MEETING_TIME_ON) >= today;
}

static bool ticked(const struct req *rq, const char *id)
{
	for (size_t i = 0; i < rq->typed.count; i++)
		if (strcmp(rq->typed.item[i].name, "suits") == 0 && strcmp(rq->typed.item[i].value, id) == 0)
			return true;
	return false;
}

static void draw_offers(struct req *rq, struct ui *ui, const struct asked *s)
{
	struct ui_option *o = arena_array(rq->a, (size_t)s->times.count + 1, sizeof *o);
	int n = 0;

	for (int i = 0; i < s->times.count; i++)
		if (is_offer(s, i, rq->act->today))
			o[n++] = (struct ui_option){ .value = row_id(s->times.row[i]), .label = meeting_when(rq->a,
				row_text(s->times.row[i], MEETING_TIME_ON), row_text(s->times.row[i], MEETING_TIME_AT)),
				.chosen = ticked(rq, row_id(s->times.row[i])) };
	if (n)
		ui_input_checks(ui, &(struct ui_input){ .name = "suits", .label = "Which of these other times would suit you?",
			.hint = "Tick as many as you like", .strong = true }, o);
}

/* Open where something is typed, so that nothing typed or wrong is out of sight. */
static void draw_wishes(struct req *rq, struct ui *ui)
{
	bool open = *rq_text(rq, "on1") || *rq_text(rq, "at1") || *rq_text(rq, "on2") || *rq_text(rq, "on3");

	if (open)
		ui_heading(ui, "Propose another time");
	else
		ui_details(ui, "Propose another time");
	for (int i = 0; i < WISHES; i++) {
		const char *on = arena_printf(rq->a, "on%d", i + 1), *at = arena_printf(rq->a, "at%d", i + 1);

		ui_fieldset(ui, arena_printf(rq->a, "Time %d", i + 1), NULL, false);
		ui_input(ui, &(struct ui_input){ .name = on, .label = "Day", .type = "date", .width = 10,
			.value = rq_text(rq, on) });
		ui_input(ui, &(struct ui_input){ .name = at, .label = "Time", .hint = "For example 15:40, or after 4", .width = 10,
			.value = rq_text(rq, at) });
		ui_fieldset_end(ui);
	}
	if (!open)
		ui_details_end(ui);
}

static void draw_facts(struct req *rq, struct ui *ui, const struct asked *s)
{
	const char *place = row_text(s->meeting, MEETING_PLACE), *minutes = row_text(s->meeting, MEETING_MINUTES);

	ui_summary(ui);
	ui_summary_row(ui, "When", *minutes ? arena_printf(rq->a, "%s, about %s minutes", s->when, minutes) : s->when, NULL, NULL);
	if (*place)
		ui_summary_row(ui, "Where", place, NULL, NULL);
	ui_summary_row(ui, "With", s->lead, NULL, NULL);
	ui_summary_end(ui);
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct asked *s)
{
	bool child = rq->link && strcmp(rq->link->kind, "pupil") == 0;

	ui->shell.title = "A meeting";
	ui->shell.scale = UI_PHONE;
	rq_link_head(rq, ui);
	ui_title(ui, NULL, child ? "A meeting about you" : arena_printf(rq->a, "A meeting about %s", s->first),
		row_show(rq->a, s->meeting, MEETING_KIND));
	draw_facts(rq, ui, s);
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_radios(ui, &(struct ui_input){ .name = "answer", .label = "Can you come?", .strong = true,
		.value = rq_text(rq, "answer") }, ANSWERS);
	draw_offers(rq, ui, s);
	draw_wishes(rq, ui);
	ui_input(ui, &(struct ui_input){ .name = "interpreter", .label = "Do you need an interpreter?", .strong = true,
		.hint = "Write the language, or leave it empty. It costs you nothing", .width = 20,
		.value = rq_text(rq, "interpreter"), .max = 60 });
	ui_input_long(ui, &(struct ui_input){ .name = "words", .label = "Is there something we should know?", .strong = true,
		.hint = "For example who comes with you, a step that is hard, what you want to talk about. In any language",
		.rows = 3, .value = rq_text(rq, "words") });
	rq_link_send(rq, ui, "Send to school");
	ui_form_end(ui);
	return NULL;
}

/* What they sent, to be kept. */
static const struct fault *draw_sent(struct req *rq, struct ui *ui, const struct asked *s)
{
	const struct row *p = s->person;

	ui->shell.title = "Sent";
	rq_link_head(rq, ui);
	ui_title(ui, NULL, "Thank you. The school has it",
		"This is what you sent. You can print it or keep a picture of it: the page closes in half an hour.");
	ui_summary(ui);
	ui_summary_row(ui, "The meeting", s->when, NULL, NULL);
	if (*row_text(p, MEETING_PERSON_ANSWER))
		ui_summary_row(ui, "Your answer", answer_label(ANSWERS, row_text(p, MEETING_PERSON_ANSWER)),
			NULL, NULL);
	for (int i = 0; i < s->times.count; i++) {
		const struct row *t = s->times.row[i];

		if (strcmp(row_text(t, MEETING_TIME_PERSON), row_id(p)) == 0)
			ui_summary_row(ui, strcmp(row_text(t, MEETING_TIME_KIND), "wish") == 0 ? "You propose" : "This suits you",
				meeting_when(rq->a, row_text(t, MEETING_TIME_ON), row_text(t, MEETING_TIME_AT)), NULL, NULL);
	}
	if (*row_text(p, MEETING_PERSON_INTERPRETER))
		ui_summary_row(ui, "Interpreter", row_text(p, MEETING_PERSON_INTERPRETER), NULL, NULL);
	if (*row_text(p, MEETING_PERSON_WORDS))
		ui_summary_row(ui, "You wrote", row_text(p, MEETING_PERSON_WORDS), NULL, NULL);
	ui_summary_end(ui);
	if (rq->link && *rq->link->phone)
		ui_small(ui, arena_printf(rq->a, "If something changes, ring the school on %s.", rq->link->phone));
	return NULL;
}

const struct fault *asked_page(struct req *rq, struct ui *ui)
{
	struct asked s;

	TRY(read_asked(rq, &s));
	return rq->link && rq->link->done ? draw_sent(rq, ui, &s) : draw(rq, ui, &s);
}

/* ---- what they send ---- */

static int check_wishes(struct req *rq)
{
	int given = 0;

	for (int i = 0; i < WISHES; i++) {
		const char *on = arena_printf(rq->a, "on%d", i + 1), *at = arena_printf(rq->a, "at%d", i + 1);
		day d = day_typed(rq_text(rq, on));

		if (!*rq_text(rq, on) && !*rq_text(rq, at))
			continue;
		given++;
		if (d == DAY_NONE)
			ui_error(rq->ui, on, "Enter the day, for example 3 12 2026");
		else if (d <= rq->act->today)
			ui_error(rq->ui, on, "Enter a day from tomorrow on");
		if (text_length(rq_text(rq, at)) > 40)
			ui_error(rq->ui, at, "Write the time shorter, for example after 4");
	}
	return given;
}

/* It names the meeting and the guest, which the holder does not read: the program writes it in their name. */
static const struct fault *add_time(struct req *rq, const struct asked *s, const char *kind, const char *on, const char *at)
{
	struct act *all = act_lift(rq->act);
	struct form *f = form_new(rq->a, &MEETING_TIME);
	const char *id;

	form_set(f, MEETING_TIME_MEETING, row_id(s->meeting));
	form_set(f, MEETING_TIME_PERSON, row_id(s->person));
	form_set(f, MEETING_TIME_KIND, kind);
	form_set(f, MEETING_TIME_NAME, rq->link->name);
	form_set(f, MEETING_TIME_ON, on);
	form_set(f, MEETING_TIME_AT, at);
	form_set(f, MEETING_TIME_SAID_ON, day_iso(rq->a, rq->act->today));
	TRY(act_guard(all));
	TRY(record_add(all, &MEETING_TIME, s->pupil, f, &id));
	return act_guard(rq->act);
}

static const struct fault *add_times(struct req *rq, const struct asked *s)
{
	for (int i = 0; i < s->times.count; i++)
		if (is_offer(s, i, rq->act->today) && ticked(rq, row_id(s->times.row[i])))
			TRY(add_time(rq, s, "suits", row_text(s->times.row[i], MEETING_TIME_ON), row_text(s->times.row[i],
				MEETING_TIME_AT)));
	for (int i = 0; i < WISHES; i++) {
		day on = day_typed(rq_text(rq, arena_printf(rq->a, "on%d", i + 1)));

		if (on != DAY_NONE)
			TRY(add_time(rq, s, "wish", day_iso(rq->a, on), rq_text(rq, arena_printf(rq->a, "at%d", i + 1))));
	}
	return NULL;
}

/* The guest's own row, by the program too: they may change nothing else of it. */
static const struct fault *keep_answer(struct req *rq, const struct asked *s, struct form *f)
{
	struct act *all = act_lift(rq->act);

	form_set(f, MEETING_PERSON_ANSWER, rq_text(rq, "answer"));
	form_set(f, MEETING_PERSON_INTERPRETER, rq_text(rq, "interpreter"));
	form_set(f, MEETING_PERSON_WORDS, rq_text(rq, "words"));
	form_set(f, MEETING_PERSON_ANSWERED_AT, rq->act->moment);
	form_set(f, MEETING_PERSON_THROUGH, "link");
	TRY(act_guard(all));
	TRY(record_change(all, s->person, f));
	return act_guard(rq->act);
}

static bool answer_ok(const char *answer)
{
	return !*answer || strcmp(answer, "yes") == 0 || strcmp(answer, "phone") == 0 || strcmp(answer, "no") == 0;
}

const struct fault *asked_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &MEETING_PERSON);
	const struct fault *f;
	struct asked s;
	int given;

	TRY(read_asked(rq, &s));
	if (!rq->link)
		return draw(rq, ui, &s);
	if (rq->link->done)
		return go(rq, "%s", rq->http->path);
	given = check_wishes(rq) + (http_value(&rq->typed, "suits") != NULL);
	if ((!*rq_text(rq, "answer") && !given) || !answer_ok(rq_text(rq, "answer")))
		ui_error(ui, "answer", "Say whether you can come, or propose another time");
	if (ui->error_count)
		return draw(rq, ui, &s);
	f = keep_answer(rq, &s, form);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_form_errors(ui, form);
		return draw(rq, ui, &s);
	}
	TRY(f);
	TRY(add_times(rq, &s));
	TRY(rq_link_done(rq));
	TRY(rq_link_tell(rq, "An answer to an invitation", arena_printf(rq->a, "/meetings/%s", row_id(s.meeting))));
	return go(rq, "%s", rq->http->path);
}
