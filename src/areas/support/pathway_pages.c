/* pathway_pages.c - the ways to a possible diagnosis: a referral is recorded, and each time something happens one step is added to
 * it, which may be undone the same day. How long a child has waited stands with each; who waits longer than the school's own mark
 * is said first. What it is about and where are sealed; whoever may read the summary alone sees where it stands. */
#include <stdlib.h>
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"
#include "base/text.h"

enum { LONG_WAIT = 26 }; /* weeks, where the school has set no mark of its own; no law sets one */
#define LONG_WAIT_SETTING "pathway.long-wait"

static int weeks_waited(const struct row *row, day today)
{
	day from = row_day(row, PATHWAY_REFERRED_ON), until = row_day(row, PATHWAY_SEEN_ON);

	if (until == DAY_NONE)
		until = row_day(row, PATHWAY_OUTCOME_ON);
	if (until == DAY_NONE)
		until = today;
	return from == DAY_NONE || until < from ? 0 : (int)(until - from) / 7;
}

static bool waits(const struct row *row)
{
	return !*row_text(row, PATHWAY_SEEN_ON) && !*row_text(row, PATHWAY_OUTCOME_ON);
}

static const struct fault *long_wait(struct req *rq, int *out)
{
	struct found f;
	int64_t n;

	*out = LONG_WAIT;
	TRY(query_run(rq->act, &Q_OWN_SETTINGS, (const char *const[]){ LONG_WAIT_SETTING, day_iso(rq->a, rq->act->today) }, &f));
	if (f.rows && text_to_int(found_text(&f, f.rows - 1, Q_OWN_SETTINGS_VALUE), &n) && n > 0 && n < 1000)
		*out = (int)n;
	return NULL;
}

static void waited_cell(struct req *rq, struct ui *ui, const struct row *row, int mark)
{
	int weeks = weeks_waited(row, rq->act->today);

	ui_cell_begin(ui);
	buf_add_html(&ui->out, arena_printf(rq->a, "%d %s%s ", weeks, weeks == 1 ? "week" : "weeks", waits(row) ? " so far" : ""));
	if (waits(row) && weeks >= mark)
		ui_tag(ui, UI_LATE, "Long wait");
	ui_cell_end(ui);
}

static void pathway_cells(struct req *rq, struct ui *ui, const struct row *w, int mark)
{
	const char *outcome = *row_text(w, PATHWAY_OUTCOME) ? arena_printf(rq->a, "%s, %s", row_show(rq->a, w, PATHWAY_OUTCOME),
		row_show(rq->a, w, PATHWAY_OUTCOME_ON)) : "";

	ui_cell_sub(ui, row_has(w, PATHWAY_CONDITION) ? row_text(w, PATHWAY_CONDITION) : "A referral",
		row_text(w, PATHWAY_SERVICE));
	ui_cell_sub(ui, row_show(rq->a, w, PATHWAY_STATE), outcome);
	ui_cell(ui, row_show(rq->a, w, PATHWAY_REFERRED_ON));
	waited_cell(rq, ui, w, mark);
}

/* ---- on the child's tab ---- */

const struct fault *pathways_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "What is being looked into", .width = 30 }, { "Where it stands",
		.phone = UI_BARE }, { "Referred" }, { "Waited" }, { "Parents agreed" }, { "Next", .quiet = true, .act = true },
			{ NULL } };
	bool add = rq_may(rq, &DIAGNOSIS_PATHWAY, RIGHT_ADD), edit = rq_may(rq, &DIAGNOSIS_PATHWAY, RIGHT_EDIT);
	struct rows rows;
	int mark;

	TRY(record_list(rq->act, &DIAGNOSIS_PATHWAY, &(struct ask){ .pupil = row_id(rq->pupil), .limit = 30 }, &rows));
	if (!rows.count && !add)
		return NULL;
	TRY(long_wait(rq, &mark));
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = add ? "Record a referral" : NULL,
		.href = arena_printf(rq->a, "/pupils/%s/pathways/new", row_id(rq->pupil)) });
	if (!rows.count)
		ui_empty(ui, "Nobody has asked a service to look into a possible diagnosis.", NULL, NULL);
	else
		ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++) {
		ui_row(ui);
		pathway_cells(rq, ui, rows.row[i], mark);
		ui_cell(ui, row_show(rq->a, rows.row[i], PATHWAY_AGREED_ON));
		ui_cell_begin(ui);
		if (edit)
			ui_link_to(ui, "What happened?", arena_printf(rq->a, "/pathways/%s", row_id(rows.row[i])));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	if (rows.count)
		ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- every child ---- */

static void list_row(struct req *rq, struct ui *ui, const struct found *names, int k, const struct row *w, int mark)
{
	ui_row(ui);
	ui_cell_begin(ui);
	ui_link_to(ui, arena_printf(rq->a, "%s %s", found_text(names, k, Q_PATHWAY_CHILDREN_FIRST),
		found_text(names, k, Q_PATHWAY_CHILDREN_LAST)), arena_printf(rq->a, "/pupils/%s/needs", row_about(w)));
	buf_add_html(&ui->out, arena_printf(rq->a, " %s", found_text(names, k, Q_PATHWAY_CHILDREN_FORM)));
	ui_cell_end(ui);
	pathway_cells(rq, ui, w, mark);
	ui_cell_begin(ui);
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "What happened?", arena_printf(rq->a, "/pathways/%s", row_id(w)));
	ui_cell_end(ui);
	ui_row_end(ui);
}

static const char *mark_words(struct arena *a, const struct rows *rows, day today, int mark)
{
	int n = 0;

	for (int i = 0; i < rows->count; i++)
		n += waits(rows->row[i]) && weeks_waited(rows->row[i], today) >= mark;
	return arena_printf(a, "%d %s waited %d weeks or longer: the school’s own mark.", n, n == 1 ? "child has" :
		"children have", mark);
}

const struct fault *pathways_page(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 20 }, { "What is being looked into", .phone = UI_BARE,
		.width = 26 }, { "Where it stands", .phone = UI_BARE }, { "Referred" }, { "Waited" }, { "Next", .act = true },
			{ NULL } };
	struct ask open = { .where = { { PATHWAY_STATE, IS_NOT, "outcome" } }, .order = "referred_on", .limit = 300 };
	struct found names;
	struct rows rows;
	int mark;

	TRY(long_wait(rq, &mark));
	TRY(record_list(rq->act, &DIAGNOSIS_PATHWAY, &open, &rows));
	TRY(query_run(rq->act, &Q_PATHWAY_CHILDREN, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &names));
	ui->shell.title = "Ways to a diagnosis";
	about_crumbs(rq, (const char *const[]){ "Worries", "/worries", NULL });
	ui_head(ui, "Ways to a diagnosis", "Referrals that have not reached their end, the longest wait first. Support never waits "
		"for a diagnosis.");
	if (rq_leads(rq, "/settings/new"))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Change the mark for a long wait",
			arena_printf(rq->a, "/settings/new?name=" LONG_WAIT_SETTING "&value=%d", mark));
	ui_head_end(ui);
	if (!rows.count) {
		ui_empty(ui, "No referral is open. A referral is recorded on the child’s page, under Needs and strengths.", NULL,
			NULL);
		return NULL;
	}
	ui_para(ui, mark_words(rq->a, &rows, rq->act->today, mark));
	ui_table(ui, &(struct ui_table){ .caption = "Open referrals", .columns = COLUMNS });
	for (int i = 0; i < rows.count; i++)
		for (int k = 0; k < names.rows; k++)
			if (strcmp(found_text(&names, k, Q_PATHWAY_CHILDREN_ID), row_id(rows.row[i])) == 0)
				list_row(rq, ui, &names, k, rows.row[i], mark);
	ui_table_end(ui);
	return NULL;
}

/* ---- a referral ---- */

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct about *who, const struct form *form)
{
	static const int FIELDS[] = { PATHWAY_CONDITION, PATHWAY_SERVICE, PATHWAY_REFERRED_ON, PATHWAY_BY, PATHWAY_AGREED_ON };

	ui->shell.title = "Record a referral";
	ui_title(ui, who->line, ui->shell.title,
		"To a service that looks into a possible diagnosis. Support does not wait for it.");
	about_gone(ui, who, "The next school or the family takes it on: send them what you know.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		ui_field(ui, &DIAGNOSIS_PATHWAY, form, FIELDS[i]);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the referral", NULL, NULL);
	ui_link_to(ui, "Cancel", arena_printf(rq->a, "%s/needs", who->href));
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *pathway_new(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &DIAGNOSIS_PATHWAY);
	struct about who;

	TRY(about_may_add(rq, &DIAGNOSIS_PATHWAY));
	TRY(about_pupil(rq, rq->pupil, "Needs and strengths", "/needs", &who));
	return draw_new(rq, ui, &who, form);
}

const struct fault *pathway_new_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &DIAGNOSIS_PATHWAY);
	const struct fault *f;
	struct about who;
	const char *id;

	TRY(about_pupil(rq, rq->pupil, "Needs and strengths", "/needs", &who));
	form->version = 0;
	form_set(form, PATHWAY_STATE, "referred");
	f = record_add(rq->act, &DIAGNOSIS_PATHWAY, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_new(rq, ui, &who, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/worries", &DIAGNOSIS_PATHWAY, id), "The referral is recorded.");
	return go(rq, "/pupils/%s/needs", who.id);
}

/* ---- a step ---- */

struct step { struct row *row; struct about who; };

static const struct fault *fetch(struct req *rq, struct step *s)
{
	TRY(record_get(rq->act, &DIAGNOSIS_PATHWAY, rq_arg(rq, "pathway"), &s->row));
	return about_row(rq, s->row, "Needs and strengths", "/needs", &s->who);
}

/* The day that a state is entered on; -1: none of its own. */
static int day_of_state(const char *state)
{
	return strcmp(state, "accepted") == 0 ? PATHWAY_ACCEPTED_ON : strcmp(state, "seen") == 0 ? PATHWAY_SEEN_ON :
		strcmp(state, "outcome") == 0 ? PATHWAY_OUTCOME_ON : -1;
}

static void draw_way(struct req *rq, struct ui *ui, const struct step *s)
{
	static const int DAYS[] = { PATHWAY_REFERRED_ON, PATHWAY_AGREED_ON, PATHWAY_ACCEPTED_ON, PATHWAY_SEEN_ON,
		PATHWAY_OUTCOME_ON };
	int weeks = weeks_waited(s->row, rq->act->today);

	ui_summary(ui);
	ui_summary_row(ui, "Service", row_text(s->row, PATHWAY_SERVICE), NULL, NULL);
	ui_summary_row(ui, "Where it stands", row_show(rq->a, s->row, PATHWAY_STATE), NULL, NULL);
	for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++)
		if (*row_text(s->row, DAYS[i]))
			ui_summary_row(ui, DIAGNOSIS_PATHWAY.fields[DAYS[i]].label, row_show(rq->a, s->row, DAYS[i]), NULL, NULL);
	ui_summary_row(ui, "Waited", arena_printf(rq->a, "%d %s%s", weeks, weeks == 1 ? "week" : "weeks", waits(s->row) ?
		" so far" : ""), NULL, NULL);
	if (*row_text(s->row, PATHWAY_OUTCOME))
		ui_summary_row(ui, "Outcome", row_show(rq->a, s->row, PATHWAY_OUTCOME), NULL, NULL);
	if (*row_text(s->row, PATHWAY_NOTE)) {
		ui_summary_begin_row(ui, "What was found");
		ui_prose(ui, row_text(s->row, PATHWAY_NOTE));
		ui_summary_end_row(ui);
	}
	ui_summary_end(ui);
}

static const struct ui_option *states_left(struct arena *a, const char *now)
{
	struct ui_option *o = arena_array(a, 8, sizeof *o);
	bool after = false;
	int n = 0;

	for (const struct choice *c = PATHWAY_STATES; c->code; c++) {
		if (after)
			o[n++] = (struct ui_option){ .value = c->code, .label = c->label };
		after = after || strcmp(c->code, now) == 0;
	}
	return o;
}

static const struct fault *draw_step(struct req *rq, struct ui *ui, const struct step *s, const struct form *form)
{
	const char *state = row_text(s->row, PATHWAY_STATE), *fix = arena_printf(rq->a, "%s/records/diagnosis_pathway/%s",
		s->who.href, row_id(s->row)), *on = about_date(rq, "on");

	ui->shell.title = "A way to a diagnosis";
	ui_title(ui, s->who.line, row_text(s->row, PATHWAY_CONDITION), NULL);
	about_gone(ui, &s->who, "The next school or the family takes it on: send them what you know.");
	draw_way(rq, ui, s);
	if (strcmp(state, "outcome") != 0) {
		ui_heading(ui, "What happened?");
		ui_form_begin(ui, &(struct ui_form){ .version = row_version(s->row), .draft = true });
		ui_input_radios(ui, &(struct ui_input){ .name = "state", .label = "Where it stands now", .strong = true,
			.small = true,
			.value = rq_text(rq, "state") }, states_left(rq->a, state));
		ui_input_date(ui, &(struct ui_input){ .name = "on", .label = "On which day", .strong = true,
			.value = *on || rq->post ? on : day_iso(rq->a, rq->act->today) });
		ui_input_select(ui, &(struct ui_input){ .name = "outcome", .label = "If the outcome is known: what it is",
			.strong = true,
			.value = rq_text(rq, "outcome"), .error = form ? form_error_at(form, PATHWAY_OUTCOME) : NULL },
			choice_options(rq->a, PATHWAY_OUTCOMES, "Not known yet"));
		ui_input_long(ui, &(struct ui_input){ .name = "note", .label = "What was found and what it asks of us",
			.strong = true,
			.hint = "You can leave this empty", .rows = 3, .max = 4000,
			.value = rq->post ? rq_text(rq, "note") : row_text(s->row, PATHWAY_NOTE) });
		ui_acts(ui);
		ui_button(ui, UI_PRIMARY, "Save the step", NULL, NULL);
		ui_link_to(ui, "Cancel", arena_printf(rq->a, "%s/needs", s->who.href));
		ui_acts_end(ui);
		ui_form_end(ui);
	}
	if (rq_leads(rq, fix))
		ui_link_to(ui, "Correct a detail", fix);
	return NULL;
}

const struct fault *pathway_page(struct req *rq, struct ui *ui)
{
	struct step s;

	TRY(fetch(rq, &s));
	return draw_step(rq, ui, &s, NULL);
}

static void check_step(struct req *rq, struct ui *ui, const struct step *s, day on)
{
	const char *state = rq_text(rq, "state");
	bool known = false;

	for (const struct ui_option *o = states_left(rq->a, row_text(s->row, PATHWAY_STATE)); o->label; o++)
		known = known || strcmp(o->value, state) == 0;
	if (!known)
		ui_error(ui, "state", "Choose where it stands now");
	if (on == DAY_NONE || on > rq->act->today)
		ui_error(ui, "on-day", "Enter the day it happened: today or earlier");
	else if (on < row_day(s->row, PATHWAY_REFERRED_ON))
		ui_error(ui, "on-day", "The day must be on or after the referral");
}

const struct fault *pathway_step(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &DIAGNOSIS_PATHWAY);
	const char *state = rq_text(rq, "state");
	day on = day_typed(about_date(rq, "on"));
	const struct fault *f;
	struct step s;

	TRY(fetch(rq, &s));
	check_step(rq, ui, &s, on);
	if (ui->error_count)
		return draw_step(rq, ui, &s, NULL);
	if (rq->version_seen)
		form->version = strtoll(rq->version_seen, NULL, 10);
	form_set(form, PATHWAY_STATE, state);
	if (day_of_state(state) >= 0)
		form_set(form, day_of_state(state), day_iso(rq->a, on));
	if (strcmp(state, "outcome") == 0)
		form_set(form, PATHWAY_OUTCOME, rq_text(rq, "outcome"));
	form_set(form, PATHWAY_NOTE, rq_text(rq, "note"));
	f = record_change(rq->act, s.row, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_step(rq, ui, &s, form);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/worries", &DIAGNOSIS_PATHWAY, row_id(s.row)), "Saved: %s.",
		choice_label(PATHWAY_STATES, state));
	return go(rq, "/pupils/%s/needs", s.who.id);
}

/* ---- on the SENCO's home ---- */

static void ahead_item(struct ui *ui, int64_t n, const char *one, const char *many, const char *href)
{
	if (!n)
		return;
	ui_item(ui);
	ui_link_to(ui, arena_printf(ui->a, "%lld %s", (long long)n, n == 1 ? one : many), href);
	ui_item_end(ui);
}

/* Who moves to another phase and who waits long: what is easily put off. One question for both; "weeks" comes before "wait". */
const struct fault *ahead_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	int64_t phases = 0, waiting = 0, mark = LONG_WAIT, n;
	struct found f;

	TRY(query_run(rq->act, &Q_AHEAD, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++) {
		const char *kind = found_text(&f, i, Q_AHEAD_KIND), *value = found_text(&f, i, Q_AHEAD_VALUE);
		day from = day_parse(value);

		if (strcmp(kind, "phase") == 0)
			phases = found_int(&f, i, Q_AHEAD_VALUE);
		else if (strcmp(kind, "wait") == 0)
			waiting += from != DAY_NONE && (rq->act->today - from) / 7 >= mark;
		else if (text_to_int(value, &n) && n > 0 && n < 1000)
			mark = n;
	}
	if (!phases && !waiting)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true });
	ui_items(ui);
	ahead_item(ui, phases, "child changes phase in September: look at the needs again",
		"children change phase in September: look at the needs again", "/needs/phases");
	ahead_item(ui, waiting, "child has waited long for a diagnosis", "children have waited long for a diagnosis", "/pathways");
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}
