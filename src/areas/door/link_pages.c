/* link_pages.c - the school's side of links that are made: what became of each, a code to read out, taking it back. */
#include <string.h>

#include "areas/door/pages.h"

/* ---- what all these pages share ---- */

const char *door_child(struct arena *a, const struct row *pupil)
{
	const struct record *r = row_record(pupil);
	const char *known = row_text(pupil, field_find(r, "known_as")), *surname = row_text(pupil, field_find(r, "known_surname"));

	return *known ? arena_printf(a, "%s %s", known, surname) : surname;
}

/* Whoever keeps watch over links need not be one who may know whom they are about. */
static bool knows(struct req *rq, const struct row *pupil)
{
	return record_may(rq->act, row_record(pupil), RIGHT_READ, pupil);
}

void door_crumbs(struct req *rq, const struct row *pupil, bool list)
{
	struct ui_link *l = arena_array(rq->a, 4, sizeof *l);
	const char *base = arena_printf(rq->a, "/pupils/%s", row_id(pupil));
	int n = 0;

	if (rq_leads(rq, "/register"))
		l[n++] = (struct ui_link){ "Register", "/register", false, 0 };
	if (knows(rq, pupil))
		l[n++] = (struct ui_link){ door_child(rq->a, pupil), base, false, 0 };
	if (list)
		l[n++] = (struct ui_link){ "Links", knows(rq, pupil) ? arena_printf(rq->a, "%s/links", base) : "/links", false, 0 };
	rq->ui->shell.crumbs = l;
}

static const char *task_label(const struct req *rq, const struct row *link)
{
	const struct link_task *t = link_task_find(rq->web, row_text(link, LINK_TASK));

	return t ? t->label : row_text(link, LINK_TASK);
}

static const struct fault *pupil_of(struct req *rq, const struct row *link, struct row **out)
{
	return record_get(act_lift(rq->act), record_find(rq->act->house, "pupil"), row_about(link), out);
}

/* What became of it, in words; `stops`: why it opens nothing although its time is not over, or "". */
static const char *state_words(struct req *rq, const struct row *l, const char *stops)
{
	const char *state = link_state(l, rq->act->moment), *opened = row_text(l, LINK_OPENED);
	day today = rq->act->today;

	if (*stops)
		return arena_printf(rq->a, "Stopped: %s", stops);
	if (strcmp(state, "Done") == 0)
		return arena_printf(rq->a, "Sent on %s", day_short(rq->a, moment_day(row_text(l, LINK_USED)), today));
	if (strcmp(state, "Opened") == 0)
		return arena_printf(rq->a, "Opened on %s, nothing sent yet", day_short(rq->a, moment_day(opened), today));
	if (strcmp(state, "Over") == 0)
		return *opened ? "Its last day passed; it was opened, and nothing was sent" :
			"Its last day passed; it was never opened";
	if (strcmp(state, "Withdrawn") == 0)
		return "Taken back by the school";
	return arena_printf(rq->a, "Open until %s", day_short(rq->a, moment_day(row_text(l, LINK_EXPIRES)), today));
}

static bool is_open(const struct req *rq, const struct row *l)
{
	const char *state = link_state(l, rq->act->moment);

	return strcmp(state, "Opened") == 0 || strcmp(state, "Not opened yet") == 0;
}

/* An open link may have lost its right since: the child left, a contact was limited, a plan was signed. */
static const struct fault *why_stopped(struct req *rq, const struct row *l, const char **why)
{
	struct act *all = act_lift(rq->act);
	bool stands;

	*why = "";
	if (!is_open(rq, l))
		return NULL;
	TRY(act_guard(all));
	TRY(link_stands(rq->web, all, l, &stands, why));
	return act_guard(rq->act);
}

static enum ui_tone tone_of(const char *state)
{
	return strcmp(state, "Done") == 0 ? UI_OK : strcmp(state, "Opened") == 0 || strcmp(state, "Not opened yet") == 0 ?
		UI_ACCENT : UI_PLAIN;
}

/* ---- lists ---- */

static const struct fault *draw_line(struct req *rq, struct ui *ui, void *self, int i)
{
	const struct row *l = ((const struct rows *)self)->row[i];
	const char *state = link_state(l, rq->act->moment), *stops;
	struct row *pupil;

	TRY(pupil_of(rq, l, &pupil));
	TRY(why_stopped(rq, l, &stops));
	ui_row(ui);
	ui_cell_link(ui, row_text(l, LINK_NAME), arena_printf(rq->a, "/links/%s", row_id(l)));
	ui_cell(ui, door_child(rq->a, pupil));
	ui_cell(ui, task_label(rq, l));
	ui_cell_begin(ui);
	ui_tag(ui, *stops ? UI_LATE : tone_of(state), *stops ? "Stopped" : state);
	ui_cell_end(ui);
	ui_cell(ui, state_words(rq, l, stops));
	ui_row_end(ui);
	return NULL;
}

static const struct fault *draw_list(struct req *rq, struct ui *ui, struct rows *rows)
{
	static const struct ui_column COLUMNS[] = { { "For", .width = 28 }, { "About", .phone = UI_BARE },
		{ "Asked to", .phone = UI_BARE },
		{ "State", .phone = UI_LEAD }, { "What became of it", .phone = UI_BARE }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = "One-time links, newest first", .columns = COLUMNS });
	TRY(parts_draw(rq, ui, rows->count, draw_line, rows));
	ui_table_end(ui);
	return NULL;
}

const struct fault *links_page(struct req *rq, struct ui *ui)
{
	struct rows rows;

	TRY(record_list(rq->act, &LINK, &(struct ask){ .with_withdrawn = true, .limit = 200 }, &rows));
	ui->shell.title = "One-time links";
	ui_head(ui, "One-time links", "Pages for people without an account: one person, one child, one thing to do.");
	ui_head_end(ui);
	if (rows.count)
		return draw_list(rq, ui, &rows);
	ui_empty(ui, "No links yet. Open a child and choose “Make a link”.", NULL, NULL);
	return NULL;
}

const struct fault *child_links(struct req *rq, struct ui *ui)
{
	struct rows rows;

	TRY(record_list(rq->act, &LINK, &(struct ask){ .pupil = row_id(rq->pupil), .with_withdrawn = true, .limit = 200 }, &rows));
	door_crumbs(rq, rq->pupil, false);
	ui->shell.title = "One-time links";
	ui_head(ui, arena_printf(rq->a, "Links about %s", door_child(rq->a, rq->pupil)), "Pages for people without an account.");
	if (record_may(rq->act, &LINK, RIGHT_ADD, rq->pupil))
		ui_button_link(ui, UI_PRIMARY | UI_SMALL, "Make a link", arena_printf(rq->a, "/pupils/%s/links/new",
			row_id(rq->pupil)));
	ui_head_end(ui);
	if (rows.count)
		return draw_list(rq, ui, &rows);
	ui_empty(ui, "Nobody was sent a link about this child yet.", NULL, NULL);
	return NULL;
}

/* ---- one link ---- */

/* Where what they send stands, for whoever may go there. */
static void draw_back(struct req *rq, struct ui *ui, const struct row *l)
{
	const struct link_task *t = link_task_find(rq->web, row_text(l, LINK_TASK));
	const char *back = t && t->back ? link_path(rq->a, t->back, row_about(l), row_text(l, LINK_TARGET)) : "";

	if (*back && rq_leads(rq, back))
		ui_button_link(ui, UI_SECONDARY, *row_text(l, LINK_USED) ? "What they sent" : "What it is about", back);
}

static const struct fault *draw_link(struct req *rq, struct ui *ui, const struct row *l, const struct row *pupil, const char *code,
	const char *error)
{
	const char *stops;
	bool open;

	TRY(why_stopped(rq, l, &stops));
	open = is_open(rq, l) && !*stops;
	door_crumbs(rq, pupil, true);
	ui->shell.title = "A one-time link";
	ui->shell.scale = UI_READ;
	if (error)
		ui_error(ui, "do", error);
	ui_title(ui, knows(rq, pupil) ? door_child(rq->a, pupil) : NULL, arena_printf(rq->a, "A link for %s",
		row_text(l, LINK_NAME)), task_label(rq, l));
	if (code)
		ui_note(ui, UI_OK, arena_printf(rq->a, "The code is %.3s %s.", code, code + 3),
			"Read it out to them, on the number in the record or in the room. It works once, for 15 minutes, and is "
			"shown here only now.");
	ui_summary(ui);
	ui_summary_row(ui, "What became of it", state_words(rq, l, stops), NULL, NULL);
	ui_summary_row(ui, "How it went", *row_text(l, LINK_SENT_TO) ? arena_printf(rq->a, "By e-mail to %s",
		row_text(l, LINK_SENT_TO)) :
		"Handed over", NULL, NULL);
	ui_summary_row(ui, "The code", *row_text(l, LINK_CODE_TO) ? arena_printf(rq->a, "goes to %s when they ask for it",
		row_text(l, LINK_CODE_TO)) :
		"is read out by the school", NULL, NULL);
	ui_summary_row(ui, "Works until", day_long(rq->a, moment_day(row_text(l, LINK_EXPIRES))), NULL, NULL);
	if (*row_text(l, LINK_OPENED))
		ui_summary_row(ui, "First opened", moment_long(rq->a, row_text(l, LINK_OPENED)), NULL, NULL);
	if (*row_text(l, LINK_USED))
		ui_summary_row(ui, "Done", moment_long(rq->a, row_text(l, LINK_USED)), NULL, NULL);
	ui_summary_end(ui);
	draw_back(rq, ui, l);
	if (open && record_may(rq->act, &LINK, RIGHT_ADD, pupil)) {
		ui_form_begin(ui, &(struct ui_form){ .version = row_version(l) });
		ui_acts(ui);
		ui_button(ui, UI_PRIMARY, "Make a code to read out", "do", "code");
		ui_button(ui, UI_SECONDARY, "Take the link back", "do", "withdraw");
		ui_acts_end(ui);
		ui_form_end(ui);
	}
	return NULL;
}

const struct fault *link_page(struct req *rq, struct ui *ui)
{
	struct row *l, *pupil;

	TRY(record_get(rq->act, &LINK, rq_arg(rq, "link"), &l));
	TRY(pupil_of(rq, l, &pupil));
	return draw_link(rq, ui, l, pupil, NULL, NULL);
}

static const struct fault *make_code(struct req *rq, struct ui *ui, struct row *l, const struct row *pupil)
{
	struct act *all = act_lift(rq->act);
	const struct fault *f;
	const char *code;

	TRY(act_guard(all));
	f = link_new_code(all, l, &code);
	if (f && f->code == FAULT_INVALID)
		return draw_link(rq, ui, l, pupil, NULL, f->text);
	TRY(f);
	TRY(act_guard(rq->act));
	journal_note(rq->act, "link-code", "link", row_id(l), row_id(pupil), "to be read out");
	TRY(draw_link(rq, ui, l, pupil, code, NULL));
	return door_show_once(rq, ui);
}

const struct fault *link_post(struct req *rq, struct ui *ui)
{
	struct act *all = act_lift(rq->act);
	struct row *l, *pupil;

	TRY(record_get(rq->act, &LINK, rq_arg(rq, "link"), &l));
	TRY(pupil_of(rq, l, &pupil));
	if (!record_may(rq->act, &LINK, RIGHT_ADD, pupil))
		return FAULT(rq->a, FAULT_NONE, "not this person's link");
	if (strcmp(rq_text(rq, "do"), "code") == 0)
		return make_code(rq, ui, l, pupil);
	if (strcmp(rq_text(rq, "do"), "withdraw") != 0)
		return draw_link(rq, ui, l, pupil, NULL, "Choose what to do");
	TRY(act_guard(all));
	TRY(record_withdraw(all, l, "taken back"));
	TRY(act_guard(rq->act));
	rq_notice(rq, NULL, "The link opens nothing any longer.");
	return go(rq, "/pupils/%s/links", row_id(pupil));
}
