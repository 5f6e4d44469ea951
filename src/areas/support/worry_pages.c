/* worry_pages.c - a member of staff who is worried about a child's learning says so on a phone, in less than a minute, and sees
 * later what became of it. Not for safety: that way out stands above the form. What the SENCO does with it is in triage_pages.c. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"
#include "areas/support/support.tmpl.h"
#include "base/text.h"

/* ---- who it is about ---- */

static const char *child_label(struct arena *a, const struct found *f, int i)
{
	const char *form = found_text(f, i, Q_WORRY_CHILDREN_FORM);

	return arena_printf(a, "%s %s%s%s", found_text(f, i, Q_WORRY_CHILDREN_FIRST), found_text(f, i, Q_WORRY_CHILDREN_LAST),
		*form ? ", " : "", form);
}

/* "Van der Berg, 8T" is a name and a form; the form helps when two children have one name. */
static const struct fault *look_for(struct req *rq, const char *typed, struct found *out)
{
	const char *comma = strrchr(typed, ','), *form = comma ? text_fold(rq->a, text_clean(rq->a, comma + 1)) : "";
	const char *name = text_fold(rq->a, comma ? arena_text_n(rq->a, typed, (size_t)(comma - typed)) : typed);
	char *like = arena_printf(rq->a, "%% %s%%", name);

	for (char *c = like + 2; *c; c++)
		if (*c == '_' || (*c == '%' && c[1]))
			*c = ' ';
	return query_run(rq->act, &Q_WORRY_FIND, (const char *const[]){ like, form, day_iso(rq->a, rq->act->today) }, out);
}

struct who { const char *child, *error; struct found several; struct row *pupil; };

/* The child chosen, or typed: one of that name, or several to choose from. */
static const struct fault *find_who(struct req *rq, struct who *who)
{
	const char *typed = rq_text(rq, "who");

	*who = (struct who){ .child = rq_text(rq, "child") };
	if (*who->child)
		return record_get(rq->act, record_find(rq->act->house, "pupil"), who->child, &who->pupil);
	if (!*typed) {
		who->error = "Enter who it is";
		return NULL;
	}
	TRY(look_for(rq, typed, &who->several));
	if (!who->several.rows)
		who->error = "Nobody on roll has that name: check how it is spelt, or enter the surname alone";
	else if (who->several.rows > 1)
		who->error = "More than one child has that name: choose which";
	if (who->several.rows != 1)
		return NULL;
	who->child = found_text(&who->several, 0, Q_WORRY_FIND_PUPIL);
	return record_get(rq->act, record_find(rq->act->house, "pupil"), who->child, &who->pupil);
}

/* ---- the form ---- */

static const struct ui_option *choice_of(struct arena *a, const struct found *f)
{
	struct ui_option *o = arena_array(a, (size_t)f->rows + 1, sizeof *o);

	for (int i = 0; i < f->rows; i++)
		o[i] = (struct ui_option){ .value = found_text(f, i, Q_WORRY_FIND_PUPIL), .label = child_label(a, f, i) };
	return o;
}

static const struct fault *draw_who(struct req *rq, struct ui *ui, const struct who *who)
{
	struct found mine;

	if (who->pupil) {
		ui_hidden(ui, "child", who->child);
		return NULL;
	}
	if (who->several.rows > 1) {
		ui_input_radios(ui, &(struct ui_input){ .name = "child", .label = "Which child?", .strong = true, .small = true,
			.error = ui_error_of(ui, "who") }, choice_of(rq->a, &who->several));
		ui_hidden(ui, "who", rq_text(rq, "who"));
		return NULL;
	}
	TRY(query_run(rq->act, &Q_WORRY_CHILDREN, (const char *const[]){ rq->act->who->staff, day_iso(rq->a, rq->act->today) },
		&mine));
	ui_input(ui, &(struct ui_input){ .name = "who", .label = "Who?", .strong = true, .value = rq_text(rq, "who"),
		.autocomplete = "off",
		.list = mine.rows ? "mine" : NULL, .hint = mine.rows ? arena_printf(rq->a,
			"The %d children you work with come first", mine.rows) :
		"First name and surname" });
	if (mine.rows)
		worry_names(ui, &mine, child_label);
	return NULL;
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct who *who)
{
	const char *about = who->pupil ? arena_printf(rq->a, "%s %s", row_named(who->pupil, "known_as"),
		row_named(who->pupil, "known_surname")) : NULL;

	ui->shell.title = "Raise a worry";
	ui->shell.scale = UI_PHONE;
	ui_title(ui, about, "Raise a worry about learning",
		"Less than a minute. The SENCO sees it today and tells you what was done.");
	ui_note(ui, UI_LATE, "Worried that a child is not safe?",
		"Do not write it here. Tell the safeguarding lead now, and ring 999 if a child is in danger.");
	ui_form_begin(ui, &(struct ui_form){ .action = "/worry", .draft = true });
	TRY(draw_who(rq, ui, who));
	ui_input_radios(ui, &(struct ui_input){ .name = "hard", .label = "What is hard?", .strong = true, .small = true,
		.value = rq_text(rq, "hard") },
		choice_options(rq->a, HARD_THINGS, NULL));
	ui_input_long(ui, &(struct ui_input){ .name = "seen", .label = "What did you see?",
		.hint = "One or two sentences. What, where, how often",
		.strong = true, .rows = 4, .max = 4000, .value = rq_text(rq, "seen") });
	ui_input_long(ui, &(struct ui_input){ .name = "tried", .label = "What have you tried?",
		.hint = "You can leave this empty", .strong = true,
		.rows = 2, .max = 4000, .value = rq_text(rq, "tried") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY | UI_FULL, "Send to the SENCO", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *worry_page(struct req *rq, struct ui *ui)
{
	struct who who = { .child = rq_text(rq, "child") };

	who.pupil = rq->pupil; /* of /pupils/:pupil/worry */
	if (who.pupil)
		who.child = row_id(who.pupil);
	else if (*who.child)
		TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), who.child, &who.pupil));
	return draw(rq, ui, &who);
}

const struct fault *worry_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &WORRY);
	const struct fault *f;
	struct who who;
	const char *id;

	TRY(find_who(rq, &who));
	if (who.error)
		ui_error(ui, who.several.rows > 1 ? "child" : "who", who.error);
	form_set(form, WORRY_ON, day_iso(rq->a, rq->act->today));
	form_set(form, WORRY_BY, rq->act->who->staff);
	form_set(form, WORRY_HARD, rq_text(rq, "hard"));
	form_set(form, WORRY_SEEN, rq_text(rq, "seen"));
	form_set(form, WORRY_TRIED, rq_text(rq, "tried"));
	form_set(form, WORRY_STATE, "new");
	if (!who.pupil) { /* what else is missing is said at once */
		if (!*rq_text(rq, "hard"))
			ui_error(ui, "hard", "Choose what is hard");
		if (!*rq_text(rq, "seen"))
			ui_error(ui, "seen", "Say what you saw");
		return draw(rq, ui, &who);
	}
	f = record_add(rq->act, &WORRY, who.pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_form_errors(ui, form);
		return draw(rq, ui, &who);
	}
	TRY(f);
	rq_notice(rq, NULL, "The SENCO has it. What becomes of it stands here.");
	return go(rq, *rq->act->who->staff ? "/worries/mine" : "/");
}

/* ---- what became of it ---- */

static enum ui_tone tone_of(const char *state)
{
	return strcmp(state, "new") == 0 ? UI_PLAIN : strcmp(state, "closed") == 0 ? UI_PLAIN : UI_OK;
}

static void mine_rows(struct req *rq, struct ui *ui, const struct found *f, int most)
{
	ui_items(ui);
	for (int i = 0; i < f->rows && i < most; i++) {
		const char *state = found_text(f, i, Q_WORRY_MINE_STATE);
		day on = day_parse(found_text(f, i, Q_WORRY_MINE_RAISED_ON));

		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%s %s: %s", found_text(f, i, Q_WORRY_MINE_FIRST), found_text(f, i,
			Q_WORRY_MINE_LAST),
			choice_label(HARD_THINGS, found_text(f, i, Q_WORRY_MINE_HARD))), arena_printf(rq->a, "/worries/%s",
				found_text(f, i, Q_WORRY_MINE_ID)));
		buf_add_c(&ui->out, ' ');
		ui_tag(ui, tone_of(state), strcmp(state, "new") == 0 ? "Not looked at yet" : choice_label(WORRY_STATES, state));
		ui_small(ui, arena_printf(rq->a, "Raised %s", on == rq->act->today ? "today" : day_long(rq->a, on)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
}

const struct fault *my_worries_page(struct req *rq, struct ui *ui)
{
	struct found f;

	TRY(query_run(rq->act, &Q_WORRY_MINE, (const char *const[]){ rq->act->who->staff }, &f));
	ui->shell.title = "Worries you raised";
	ui->shell.scale = UI_PHONE;
	ui_title(ui, NULL, ui->shell.title, "What became of each, in the SENCO’s words.");
	if (f.rows)
		mine_rows(rq, ui, &f, 100);
	else
		ui_empty(ui, "You have raised no worry yet.", "Raise a worry", "/worry");
	if (f.rows) {
		ui_acts(ui);
		ui_button_link(ui, UI_SECONDARY, "Raise another", "/worry");
		ui_acts_end(ui);
	}
	return NULL;
}

/* On the home of the one who raised it: what was answered in the last fortnight, and what waits. */
const struct fault *my_worries_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;

	if (!*rq->act->who->staff)
		return NULL;
	TRY(query_run(rq->act, &Q_WORRY_MINE, (const char *const[]){ rq->act->who->staff }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = f.rows > 3 ? "All of them" : NULL,
		.href = "/worries/mine" });
	mine_rows(rq, ui, &f, 3);
	ui_panel_end(ui);
	return NULL;
}
