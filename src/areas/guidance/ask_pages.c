/* ask_pages.c - asking the SENCO, on a phone, in under a minute: what is written is held against the answers that are there,
 * and one
 * press more sends it. What the asker was told stands on their home and in their own list. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"
#include "base/text.h"

const struct fault *question_text_rows(struct req *rq, const char *state, const char *by, struct found *f, struct rows *rows)
{
	struct ask ask = { .limit = 1000, .order = "asked_on" };
	int n = 0;

	if (*state) {
		ask.where[n].field = STAFF_QUESTION_STATE, ask.where[n].op = IS, ask.where[n].value = state;
		n++;
	}
	if (*by)
		ask.where[n].field = STAFF_QUESTION_BY, ask.where[n].op = IS, ask.where[n].value = by;
	TRY(query_run(rq->act, &Q_QUESTION_LIST, (const char *const[]){ state, by }, f));
	return record_list(rq->act, &STAFF_QUESTION, &ask, rows);
}

const struct row *question_row(const struct rows *rows, const char *id)
{
	for (int i = 0; i < rows->count; i++)
		if (strcmp(row_id(rows->row[i]), id) == 0)
			return rows->row[i];
	return NULL;
}

/* ---- the form ---- */

/* Children whom the asker works with; about any other, ask from the child's own page. NULL: none. */
static const struct fault *own_children(struct req *rq, const struct ui_option **out)
{
	struct ui_option *o;
	struct found f;

	TRY(query_run(rq->act, &Q_GUIDANCE_CHILDREN, (const char *const[]){ rq->act->who->staff,
		day_iso(rq->a, rq->act->today) }, &f));
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "No child in particular" };
	for (int i = 0; i < f.rows; i++)
		o[i + 1] = (struct ui_option){ .value = found_text(&f, i, Q_GUIDANCE_CHILDREN_ID),
			.label = arena_printf(rq->a, "%s, %s",
			found_text(&f, i, Q_GUIDANCE_CHILDREN_LAST), found_text(&f, i, Q_GUIDANCE_CHILDREN_FIRST)) };
	*out = f.rows ? o : NULL;
	return NULL;
}

/* `near`: answers that are there already, with their way out; NULL: none, or not looked for yet. */
static const struct fault *draw(struct req *rq, struct ui *ui, struct row *pupil, const struct html *near)
{
	const struct ui_option *children;
	const char *about = NULL;

	if (pupil)
		about = about_name(rq->a, row_named(pupil, "known_as"), row_named(pupil, "known_surname"));
	ui->shell.title = "Ask the SENCO";
	ui->shell.scale = UI_PHONE;
	guidance_crumbs(rq, NULL, NULL);
	ui_title(ui, about, "Ask the SENCO", near ? NULL : "Under a minute. The answer comes here and on your first page.");
	if (near)
		ui_raw(ui, *near);
	else
		ui_note(ui, UI_LATE, "Worried that a child is not safe?", "Do not write it here. Tell the safeguarding lead now, "
			"and ring 999 if a child is in danger.");
	ui_form_begin(ui, &(struct ui_form){ .action = "/guidance/ask", .draft = true });
	ui_input_long(ui, &(struct ui_input){ .name = "text", .label = "What do you want to know?", .strong = true, .rows = 4,
		.max = 2000,
		.value = rq_text(rq, "text") });
	if (pupil) {
		ui_hidden(ui, "child", row_id(pupil));
	} else {
		TRY(own_children(rq, &children));
		if (children)
			ui_input_select(ui, &(struct ui_input){ .name = "child", .label = "About a child?", .strong = true,
				.hint = "Those you work with; about another, ask from the child’s page",
					.value = rq_text(rq, "child") },
				children);
	}
	if (near)
		ui_hidden(ui, "looked", "1");
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY | UI_FULL, near ? "Send it all the same" : "Send to the SENCO", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *ask_senco_page(struct req *rq, struct ui *ui)
{
	return draw(rq, ui, rq->pupil, NULL);
}

/* Is it answered already? Then the answers stand first, and nothing is lost. */
static const struct fault *look_first(struct req *rq, struct ui *ui, struct row *pupil, bool *shown)
{
	size_t from = ui->out.len;
	struct html near;
	int n;

	TRY(answers_near(rq, ui, rq_text(rq, "text"), "Does one of these answer it?", &n));
	if (n) {
		ui_acts(ui);
		ui_button_link(ui, UI_SECONDARY, "Yes, no need to send", "/guidance");
		ui_acts_end(ui);
	}
	near = ui_take(ui, from);
	*shown = n > 0;
	return n ? draw(rq, ui, pupil, &near) : NULL;
}

const struct fault *ask_senco_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &STAFF_QUESTION);
	struct row *pupil = NULL, *row;
	const struct fault *f;
	bool shown = false;

	if (*rq_text(rq, "child"))
		TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), rq_text(rq, "child"), &pupil));
	form_set(form, STAFF_QUESTION_ON, day_iso(rq->a, rq->act->today));
	form_set(form, STAFF_QUESTION_BY, rq->act->who->staff);
	form_set(form, STAFF_QUESTION_HOW, "here");
	form_set(form, STAFF_QUESTION_TEXT, rq_text(rq, "text"));
	form_set(form, STAFF_QUESTION_STATE, "new");
	if (*rq_text(rq, "text") && !*rq_text(rq, "looked"))
		TRY(look_first(rq, ui, pupil, &shown));
	if (shown)
		return NULL;
	f = record_put(rq->act, &STAFF_QUESTION, pupil, form, &row);
	if (guidance_invalid(f, form)) {
		ui_form_errors(ui, form);
		return draw(rq, ui, pupil, NULL);
	}
	TRY(f);
	rq_notice(rq, undo_of(rq, "/guidance", &STAFF_QUESTION, row_id(row)), "The SENCO has it. The answer comes here and on "
		"your first page.");
	return go(rq, "/guidance/questions");
}
