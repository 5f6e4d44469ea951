/* worry_pages.c - a member of staff who is worried about a child's learning says so on a phone, in less than a minute, and sees
 * later what became of it. Not for safety: that way out stands above the form. What the SENCO does with it is in triage_pages.c. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"
#include "areas/support/support.tmpl.h"
#include "base/text.h"

enum { HOME_MOST = 3, ANSWER_DAYS = 14 };

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
	rq_notice(rq, undo_of(rq, "/worries", &WORRY, id), "The SENCO has it. What becomes of it stands here.");
	return go(rq, *rq->act->who->staff ? "/worries/mine" : "/");
}

/* ---- what became of it ---- */

static void mine_row(struct req *rq, struct ui *ui, const struct found *f, int i)
{
	day on = day_parse(found_text(f, i, Q_WORRY_STANDS_RAISED_ON));

	ui_item(ui);
	ui_link_to(ui, arena_printf(rq->a, "%s %s: %s", found_text(f, i, Q_WORRY_STANDS_FIRST),
		found_text(f, i, Q_WORRY_STANDS_LAST), choice_label(HARD_THINGS, found_text(f, i, Q_WORRY_STANDS_HARD))),
		arena_printf(rq->a, "/worries/%s", found_text(f, i, Q_WORRY_STANDS_ID)));
	buf_add_c(&ui->out, ' ');
	ui_tag(ui, worry_tone(f, i), worry_words(rq->a, f, i, rq->act->today));
	ui_small(ui, arena_printf(rq->a, "Raised %s", on == rq->act->today ? "today" : day_long(rq->a, on)));
	ui_item_end(ui);
}

const struct fault *my_worries_page(struct req *rq, struct ui *ui)
{
	struct found f;

	TRY(worries_of(rq, rq->act->who->staff, "", "", &f));
	ui->shell.title = "Worries you raised";
	ui->shell.scale = UI_PHONE;
	ui_title(ui, NULL, ui->shell.title, "What became of each, in the SENCO’s words.");
	if (!f.rows) {
		ui_empty(ui, "You have raised no worry yet.", "Raise a worry", "/worry");
		return NULL;
	}
	ui_items(ui);
	for (int i = 0; i < f.rows; i++)
		mine_row(rq, ui, &f, i);
	ui_items_end(ui);
	ui_acts(ui);
	ui_button_link(ui, UI_SECONDARY, "Raise another", "/worry");
	ui_acts_end(ui);
	return NULL;
}

/* Answered in the last fortnight. */
static bool answered_lately(const struct found *f, int i, day today)
{
	day on = day_parse(found_text(f, i, Q_WORRY_STANDS_DECIDED_ON));

	return on != DAY_NONE && on >= today - ANSWER_DAYS;
}

/* On the home of the one who raised it: first what was answered lately, then what else there is. */
const struct fault *my_worries_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;
	int shown = 0;

	if (!*rq->act->who->staff)
		return NULL;
	TRY(worries_of(rq, rq->act->who->staff, "", "", &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = f.rows > HOME_MOST ? "All of them" : NULL,
		.href = "/worries/mine" });
	ui_items(ui);
	for (int lately = 1; lately >= 0; lately--)
		for (int i = 0; i < f.rows && shown < HOME_MOST; i++)
			if (answered_lately(&f, i, rq->act->today) == lately) {
				mine_row(rq, ui, &f, i);
				shown++;
			}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- undone ---- */

/* Whoever did it takes it back the same day: a worry raised or decided, a round, what is to be found out, a step of a pathway. */
const struct fault *support_undo(struct req *rq, struct ui *ui)
{
	const struct record *const OURS[] = { &WORRY, &ASK_ROUND, &ASK, &ASSESSMENT_PLAN, &DIAGNOSIS_PATHWAY,
		record_find(rq->act->house, "due"), NULL };
	const char *record = rq_arg(rq, "record");
	bool worry = strcmp(record, WORRY.name) == 0;

	(void)ui;
	TRY(undo_own(rq, OURS));
	if (worry && !record_ever(rq->act, &WORRY, RIGHT_EDIT))
		return go(rq, "/worries/mine");
	if (worry)
		return go(rq, "/worries");
	if (strcmp(record, "due") == 0)
		return go(rq, "/needs/phases");
	return strcmp(record, ASSESSMENT_PLAN.name) == 0 ? go(rq, "/assess") : NULL;
}
