/* worry.c - a member of staff who is worried about a child's learning says so, on a phone, in a minute: who, what is hard, what was seen,
 * what was tried. It becomes a note that the SENCO finds on her home under what is new. Not for safety: that way out stands above it. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "reports/home.h"
#include "reports/queries.sql.h"

static const struct ui_option HARD[] = { { .value = "Reading", .label = "Reading" }, { .value = "Writing", .label = "Writing" },
	{ .value = "Number", .label = "Number" }, { .value = "Listening and talking", .label = "Listening and talking" },
	{ .value = "Paying attention", .label = "Paying attention" }, { .value = "Getting on with others", .label = "Getting on with others" },
	{ .value = "Feelings", .label = "Feelings" }, { .value = "Moving, seeing or hearing", .label = "Moving, seeing or hearing" },
	{ .value = "Something else", .label = "Something else", .apart = true }, { .label = NULL } };

static const struct fault *children(struct req *rq, const struct ui_option **out)
{
	struct ui_option *o;
	struct found f;

	TRY(query_run(rq->act, &Q_MY_PUPILS, (const char *const[]){ rq->act->who->staff, day_iso(rq->a, rq->act->today) }, &f));
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "Choose one" };
	for (int i = 0; i < f.rows; i++)
		o[i + 1] = (struct ui_option){ .value = found_text(&f, i, Q_MY_PUPILS_PUPIL), .label = arena_printf(rq->a, "%s, %s (%s)",
			found_text(&f, i, Q_MY_PUPILS_LAST), found_text(&f, i, Q_MY_PUPILS_FIRST), found_text(&f, i, Q_MY_PUPILS_FORM)) };
	*out = o;
	return NULL;
}

static const struct fault *draw(struct req *rq, struct ui *ui)
{
	const struct ui_option *who;

	TRY(children(rq, &who));
	ui->shell.title = "Raise a worry";
	ui->shell.scale = UI_PHONE;
	ui_title(ui, NULL, "Raise a worry about learning", NULL);
	ui_note(ui, UI_LATE, "Worried that a child is not safe?",
		"Do not write it here. Tell the safeguarding lead now, and ring 999 if a child is in danger.");
	if (!who[1].label) {
		ui_empty(ui, "No child is in a class or caseload of yours. Tell the SENCO instead.", NULL, NULL);
		return NULL;
	}
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_select(ui, &(struct ui_input){ .name = "child", .label = "Who is it?", .strong = true, .value = rq_text(rq, "child") }, who);
	ui_input_radios(ui, &(struct ui_input){ .name = "hard", .label = "What is hard?", .strong = true, .small = true, .value = rq_text(rq, "hard") },
		HARD);
	ui_input_long(ui, &(struct ui_input){ .name = "seen", .label = "What did you see?", .hint = "When, where, how often", .strong = true, .rows = 4,
		.max = 4000, .value = rq_text(rq, "seen") });
	ui_input_long(ui, &(struct ui_input){ .name = "tried", .label = "What have you tried?", .hint = "You can leave this empty", .strong = true,
		.rows = 3, .max = 4000, .value = rq_text(rq, "tried") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY | UI_FULL, "Send to the SENCO", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *worry_page(struct req *rq, struct ui *ui) { return draw(rq, ui); }

static bool is_hard(const char *typed)
{
	for (const struct ui_option *o = HARD; o->label; o++)
		if (strcmp(o->value, typed) == 0)
			return true;
	return false;
}

const struct fault *worry_post(struct req *rq, struct ui *ui)
{
	const char *child = rq_text(rq, "child"), *hard = rq_text(rq, "hard"), *seen = rq_text(rq, "seen"), *tried = rq_text(rq, "tried"), *id;
	struct form *form = form_new(rq->a, &NOTE);
	struct row *pupil;

	if (!*child)
		ui_error(ui, "child", "Choose who it is");
	if (!is_hard(hard))
		ui_error(ui, "hard", "Choose what is hard");
	if (!*seen)
		ui_error(ui, "seen", "Say what you saw");
	if (ui->error_count)
		return draw(rq, ui);
	TRY(record_get(rq->act, &PUPIL, child, &pupil));
	form_set(form, NOTE_KIND, "worry");
	form_set(form, NOTE_ON, day_iso(rq->a, rq->act->today));
	form_set(form, NOTE_TEXT, arena_printf(rq->a, "Hard: %s.\n\nSeen: %s%s%s", hard, seen, *tried ? "\n\nTried: " : "", tried));
	if (*rq->act->who->staff)
		form_set(form, NOTE_BY, rq->act->who->staff);
	TRY(record_add(rq->act, &NOTE, pupil, form, &id));
	rq_notice(rq, NULL, "The SENCO has it. What becomes of it stands on the child’s timeline.");
	return go(rq, "/");
}
