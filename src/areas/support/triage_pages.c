/* triage_pages.c - the SENCO's queue of worries, oldest first, with what else is known beside each; one worry; and what is decided.
 * The one who raised it opens the same page and reads what they are told. */
#include <string.h>

#include "areas/support/queries.sql.h"
#include "areas/support/support.h"
#include "base/text.h"

enum { WATCH_DAYS = 42 };

static const char *name_of(struct arena *a, const struct found *f, int i)
{
	return arena_printf(a, "%s %s", found_text(f, i, Q_WORRY_QUEUE_FIRST), found_text(f, i, Q_WORRY_QUEUE_LAST));
}

static const char *per_cent(struct arena *a, int64_t per_mille)
{
	return arena_printf(a, "%lld.%lld%%", (long long)per_mille / 10, (long long)per_mille % 10);
}

/* ---- the queue ---- */

/* "K · attendance 91.2% · Group Reading Check 82 · 2 earlier worries" */
static const char *beside_words(struct arena *a, const struct found *f, int i)
{
	struct buf b = buf_new(a);
	const char *status = found_text(f, i, Q_WORRY_QUEUE_STATUS), *test = found_text(f, i, Q_WORRY_QUEUE_TEST);
	int64_t earlier = found_int(f, i, Q_WORRY_QUEUE_EARLIER), here = found_int(f, i, Q_WORRY_QUEUE_ATTENDANCE);

	buf_add(&b, strcmp(status, "K") == 0 ? "On SEN Support" : strcmp(status, "E") == 0 ? "EHC plan" : "Not on the register");
	if (found_int(f, i, Q_WORRY_QUEUE_WATCHED))
		buf_add(&b, " · being watched");
	if (here)
		buf_printf(&b, " · attendance %s", per_cent(a, here));
	if (*test)
		buf_printf(&b, " · %s %s", test, found_text(f, i, Q_WORRY_QUEUE_SCORE));
	if (earlier)
		buf_printf(&b, " · %lld earlier %s", (long long)earlier, earlier == 1 ? "worry" : "worries");
	return buf_text(&b);
}

static const char *seen_of(const struct rows *rows, const char *id)
{
	for (int i = 0; i < rows->count; i++)
		if (strcmp(row_id(rows->row[i]), id) == 0)
			return row_text(rows->row[i], WORRY_SEEN);
	return "";
}

static const char *days_words(struct arena *a, day on, day today)
{
	return on >= today ? "today" : today - on == 1 ? "yesterday" : arena_printf(a, "%d days ago", (int)(today - on));
}

static const char *said_state(const struct found *f, int i)
{
	return found_text(f, i, Q_WORRY_QUEUE_STATE);
}

static bool wants_decision(const struct found *f, int i)
{
	return found_int(f, i, Q_WORRY_QUEUE_WAITS) != 0;
}

/* When a worry to look at was raised, or why it is here again. */
static const char *since_words(struct arena *a, const struct found *f, int i, day today)
{
	day until = day_parse(found_text(f, i, Q_WORRY_QUEUE_WATCH_UNTIL));

	if (strcmp(said_state(f, i), "watching") != 0)
		return days_words(a, day_parse(found_text(f, i, Q_WORRY_QUEUE_RAISED_ON)), today);
	return until == DAY_NONE ? "No longer watched, not decided" : arena_printf(a, "The watch ended on %s", day_long(a, until));
}

/* What is to be done next with a worry that is being looked into. */
static const char *next_step(struct arena *a, const struct found *f, int i)
{
	int64_t asked = found_int(f, i, Q_WORRY_QUEUE_ASKED), answered = found_int(f, i, Q_WORRY_QUEUE_ANSWERED);
	int64_t open = found_int(f, i, Q_WORRY_QUEUE_TO_FIND), found = found_int(f, i, Q_WORRY_QUEUE_FOUND_OUT);

	if (strcmp(said_state(f, i), "cycle") == 0)
		return "The plan is not begun yet";
	if (strcmp(said_state(f, i), "asking") == 0)
		return asked ? arena_printf(a, "%lld of %lld have answered", (long long)answered, (long long)asked) :
			"The round is not sent yet";
	if (open)
		return arena_printf(a, "%lld still to find out", (long long)open);
	return found ? "All is found out: decide" : "Nothing is asked for yet";
}

static void queue_row(struct req *rq, struct ui *ui, const struct found *f, int i, const struct rows *rows)
{
	const char *id = found_text(f, i, Q_WORRY_QUEUE_ID);
	bool new = wants_decision(f, i);

	ui_row(ui);
	ui_cell_begin(ui);
	ui_link_to(ui, name_of(rq->a, f, i), arena_printf(rq->a, "/pupils/%s", found_text(f, i, Q_WORRY_QUEUE_PUPIL)));
	buf_add_html(&ui->out, arena_printf(rq->a, " %s", found_text(f, i, Q_WORRY_QUEUE_FORM)));
	ui_cell_end(ui);
	ui_cell_sub(ui, text_shorten(rq->a, seen_of(rows, id), 160),
		choice_label(HARD_THINGS, found_text(f, i, Q_WORRY_QUEUE_HARD)));
	ui_cell(ui, beside_words(rq->a, f, i));
	ui_cell_sub(ui, new ? since_words(rq->a, f, i, rq->act->today) : next_step(rq->a, f, i),
		found_text(f, i, Q_WORRY_QUEUE_RAISED_BY));
	ui_cell_begin(ui);
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, new ? "Decide" : "Open", arena_printf(rq->a, "/worries/%s", id));
	ui_cell_end(ui);
	ui_row_end(ui);
}

static void queue_table(struct req *rq, struct ui *ui, const struct found *f, const struct rows *rows, bool new)
{
	static const struct ui_column NEW[] = { { "Child", .width = 15 }, { "What was seen", .phone = UI_BARE, .width = 32 },
		{ "What else is known", .phone = UI_BARE, .width = 29 }, { "Raised", .width = 15 }, { "Next", .act = true },
			{ NULL } };
	static const struct ui_column OPEN_ONES[] = { { "Child", .width = 15 }, { "What was seen", .phone = UI_BARE, .width = 32 },
		{ "What else is known", .phone = UI_BARE, .width = 29 }, { "Where it stands", .width = 15 },
			{ "Next", .act = true }, { NULL } };
	int n = 0;

	for (int i = 0; i < f->rows; i++)
		n += wants_decision(f, i) == new;
	if (!n)
		return;
	ui_panel(ui, &(struct ui_panel){ .title = new ? "To look at" : "Being looked into", .count = n });
	ui_table(ui, &(struct ui_table){ .caption = new ? "Worries to look at, oldest first" : "Worries being looked into",
		.columns = new ? NEW : OPEN_ONES });
	for (int i = 0; i < f->rows; i++)
		if (wants_decision(f, i) == new)
			queue_row(rq, ui, f, i, rows);
	ui_table_end(ui);
	ui_panel_end(ui);
}

static bool in_queue(const struct found *queue, const char *id)
{
	for (int i = 0; i < queue->rows; i++)
		if (strcmp(found_text(queue, i, Q_WORRY_QUEUE_ID), id) == 0)
			return true;
	return false;
}

static void decided_list(struct req *rq, struct ui *ui, const struct found *f, const struct found *queue)
{
	static const struct ui_column COLUMNS[] = { { "Child" }, { "What was hard" }, { "What became of it", .phone = UI_LEAD },
		{ "Decided" }, { NULL } };
	int n = 0;

	for (int i = 0; i < f->rows; i++)
		n += !in_queue(queue, found_text(f, i, Q_WORRY_STANDS_ID));
	if (!n)
		return;
	ui_panel(ui, &(struct ui_panel){ .title = "Decided in the last 6 weeks", .count = n });
	ui_table(ui, &(struct ui_table){ .caption = "Worries decided", .columns = COLUMNS });
	for (int i = 0; i < f->rows; i++) {
		if (in_queue(queue, found_text(f, i, Q_WORRY_STANDS_ID)))
			continue;
		ui_row(ui);
		ui_cell_link(ui, arena_printf(rq->a, "%s %s", found_text(f, i, Q_WORRY_STANDS_FIRST),
			found_text(f, i, Q_WORRY_STANDS_LAST)), arena_printf(rq->a, "/worries/%s",
			found_text(f, i, Q_WORRY_STANDS_ID)));
		ui_cell(ui, choice_label(HARD_THINGS, found_text(f, i, Q_WORRY_STANDS_HARD)));
		ui_cell(ui, worry_words(rq->a, f, i, rq->act->today));
		ui_cell(ui, day_long(rq->a, day_parse(found_text(f, i, Q_WORRY_STANDS_DECIDED_ON))));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
}

const struct fault *worry_queue_page(struct req *rq, struct ui *ui)
{
	struct ask open = { .where = { { WORRY_STATE, ANY_OF, "new watching asking assessing cycle" } }, .limit = 1000 };
	struct found f, done;
	struct rows rows;

	TRY(query_run(rq->act, &Q_WORRY_QUEUE, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	TRY(worries_of(rq, "", "", day_iso(rq->a, rq->act->today - WATCH_DAYS), &done));
	TRY(record_list(rq->act, &WORRY, &open, &rows));
	ui->shell.title = "Worries";
	ui_head(ui, "Worries", "Oldest first. Whoever raised one reads what you tell them.");
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Raise a worry", "/worry");
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Questions to ask", "/questions");
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Assessments to do", "/assess");
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Ways to a diagnosis", "/pathways");
	ui_head_end(ui);
	if (!f.rows)
		ui_empty(ui, "Nothing waits. A worry that a teacher or teaching assistant raises comes here.", NULL, NULL);
	queue_table(rq, ui, &f, &rows, true);
	queue_table(rq, ui, &f, &rows, false);
	decided_list(rq, ui, &done, &f);
	return NULL;
}

/* ---- on the SENCO's home ---- */

const struct fault *worries_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 20 }, { "What is hard", .phone = UI_BARE, .width = 40 },
		{ "Raised", .phone = UI_BARE, .width = 22 }, { "Next", .act = true }, { NULL } };
	struct found f, all;
	int64_t waiting;

	TRY(query_run(rq->act, &Q_WORRY_COUNTS, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &all));
	waiting = found_int(&all, 0, Q_WORRY_COUNTS_WAITING);
	if (!waiting)
		return NULL;
	TRY(query_run(rq->act, &Q_WORRY_QUEUE, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = (int)waiting, .link = "All worries", .href = "/worries",
		.id = "worries" });
	ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS, .headless = true });
	for (int i = 0; i < f.rows && i < 5 && wants_decision(&f, i); i++) {
		const char *id = found_text(&f, i, Q_WORRY_QUEUE_ID);

		ui_row(ui);
		ui_cell_begin(ui);
		ui_link_to(ui, name_of(rq->a, &f, i), arena_printf(rq->a, "/pupils/%s", found_text(&f, i, Q_WORRY_QUEUE_PUPIL)));
		buf_add_html(&ui->out, arena_printf(rq->a, " %s", found_text(&f, i, Q_WORRY_QUEUE_FORM)));
		ui_cell_end(ui);
		ui_cell_sub(ui, choice_label(HARD_THINGS, found_text(&f, i, Q_WORRY_QUEUE_HARD)), beside_words(rq->a, &f, i));
		ui_cell_sub(ui, since_words(rq->a, &f, i, rq->act->today), found_text(&f, i, Q_WORRY_QUEUE_RAISED_BY));
		ui_cell_begin(ui);
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Decide", arena_printf(rq->a, "/worries/%s", id));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- one worry ---- */

/* undo: where the last decision is taken back, or NULL */
struct worry { struct row *row; struct about who; const char *by, *decided_by, *undo; struct found stands; bool decides; };

/* This person's own decision of today, and nothing has followed from it. */
static const struct fault *may_undo(struct req *rq, struct worry *w)
{
	struct rows h;

	if (row_day(w->row, WORRY_DECIDED_ON) != rq->act->today || strcmp(row_text(w->row, WORRY_DECIDED_BY),
		rq->act->who->staff) != 0)
		return NULL;
	TRY(record_history(rq->act, w->row, &h));
	if (h.count > 1 && strcmp(row_by_account(h.row[0]), rq->act->who->account) == 0 &&
	    (strcmp(row_text(h.row[0], WORRY_STATE), row_text(h.row[1], WORRY_STATE)) != 0 ||
	     strcmp(row_text(h.row[0], WORRY_ANSWER), row_text(h.row[1], WORRY_ANSWER)) != 0))
		w->undo = undo_of(rq, "/worries", &WORRY, row_id(w->row));
	return NULL;
}


static const struct fault *fetch(struct req *rq, struct worry *w)
{
	TRY(record_get(rq->act, &WORRY, rq_arg(rq, "worry"), &w->row));
	TRY(about_row(rq, w->row, NULL, NULL, &w->who));
	TRY(staff_name_of(rq, row_text(w->row, WORRY_BY), &w->by));
	TRY(staff_name_of(rq, row_text(w->row, WORRY_DECIDED_BY), &w->decided_by));
	TRY(worries_of(rq, "", row_id(w->row), "", &w->stands));
	w->decides = record_may(rq->act, &WORRY, RIGHT_EDIT, w->row);
	w->undo = NULL;
	return w->decides ? may_undo(rq, w) : NULL;
}

static const char *fact_words(struct arena *a, const struct found *f, int i, const struct worry *w)
{
	const char *kind = found_text(f, i, Q_BESIDE_CHILD_KIND), *what = found_text(f, i, Q_BESIDE_CHILD_WHAT);
	const char *detail = found_text(f, i, Q_BESIDE_CHILD_DETAIL);
	day on = day_parse(found_text(f, i, Q_BESIDE_CHILD_HAPPENED));

	if (strcmp(kind, "status") == 0)
		return arena_printf(a, "%s since %s", strcmp(what, "K") == 0 ? "On SEN Support" : "Has an EHC plan",
			day_long(a, on));
	if (strcmp(kind, "watch") == 0)
		return arena_printf(a, "Being watched; to decide by %s", day_long(a, day_parse(detail)));
	if (strcmp(kind, "attendance") == 0)
		return arena_printf(a, "Attendance %s up to %s", per_cent(a, strtoll(detail, NULL, 10)), day_long(a, on));
	if (strcmp(kind, "score") == 0)
		return arena_printf(a, "%s%s%s, %s", what, *detail ? ": " : "", detail, day_long(a, on));
	if (strcmp(kind, "support") == 0)
		return arena_printf(a, "Support: %s, since %s", what, day_long(a, on));
	if (strcmp(kind, "worry") == 0 && strcmp(what, row_text(w->row, WORRY_HARD)) == 0 && on == row_day(w->row, WORRY_ON))
		return NULL; /* this one */
	if (strcmp(kind, "worry") == 0)
		return arena_printf(a, "A worry about %s on %s: %s", what, day_long(a, on), choice_label(WORRY_STATES, detail));
	return arena_printf(a, "Need recorded: %s", choice_label(NEED_AREA_TYPE.fields[NEED_AREA_TYPE_TYPE].choices, what));
}

static const struct fault *draw_beside(struct req *rq, struct ui *ui, const struct worry *w)
{
	struct found f;
	int scores = 0, here = 0, shown = 0;

	TRY(query_run(rq->act, &Q_BESIDE_CHILD, (const char *const[]){ w->who.id, day_iso(rq->a, rq->act->today) }, &f));
	ui_panel(ui, &(struct ui_panel){ .title = "What else is known", .count = -1, .plain = true, .link = "The whole record",
		.href = w->who.href });
	ui_items(ui);
	for (int i = 0; i < f.rows; i++) {
		const char *kind = found_text(&f, i, Q_BESIDE_CHILD_KIND), *words = fact_words(rq->a, &f, i, w);

		if (!words || (strcmp(kind, "score") == 0 && scores++ > 3) || (strcmp(kind, "attendance") == 0 && here++ > 0))
			continue;
		ui_item(ui);
		buf_add_html(&ui->out, words);
		ui_item_end(ui);
		shown++;
	}
	if (!shown) {
		ui_item(ui);
		buf_add_html(&ui->out, "Nothing else is recorded here yet.");
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}

static void draw_facts(struct req *rq, struct ui *ui, const struct worry *w)
{
	const char *by = w->by, *tried = row_text(w->row, WORRY_TRIED);

	ui_summary(ui);
	ui_summary_row(ui, "Raised", *by ? arena_printf(rq->a, "%s, by %s", row_show(rq->a, w->row, WORRY_ON), by) : row_show(rq->a,
		w->row, WORRY_ON), NULL, NULL);
	ui_summary_row(ui, "What is hard", row_show(rq->a, w->row, WORRY_HARD), NULL, NULL);
	ui_summary_begin_row(ui, "What was seen");
	ui_prose(ui, row_text(w->row, WORRY_SEEN));
	ui_summary_end_row(ui);
	if (*tried) {
		ui_summary_begin_row(ui, "What was tried");
		ui_prose(ui, tried);
		ui_summary_end_row(ui);
	}
	ui_summary_end(ui);
}

static void draw_answer(struct req *rq, struct ui *ui, const struct worry *w)
{
	const char *by = w->decided_by, *state = row_text(w->row, WORRY_STATE);

	if (strcmp(state, "new") == 0) {
		ui_note(ui, UI_PLAIN, "Not looked at yet.", "The SENCO’s answer comes here and on your first page.");
		return;
	}
	ui_panel(ui, &(struct ui_panel){ .title = "What became of it", .count = -1 });
	if (w->stands.rows)
		ui_tag(ui, worry_tone(&w->stands, 0), worry_words(rq->a, &w->stands, 0, rq->act->today));
	ui_prose(ui, row_text(w->row, WORRY_ANSWER));
	ui_small(ui, arena_printf(rq->a, "%s%s%s", row_show(rq->a, w->row, WORRY_DECIDED_ON), *by ? ", " : "", by));
	if (w->undo) {
		ui_acts(ui);
		ui_button_post(ui, UI_SECONDARY | UI_SMALL, "Undo this decision", w->undo, 0);
		ui_acts_end(ui);
	}
	ui_panel_end(ui);
}

static const char *round_path(struct req *rq, const struct worry *w)
{
	const char *round = row_text(w->row, WORRY_ROUND);

	return *round ? arena_printf(rq->a, "/rounds/%s", round) : arena_printf(rq->a, "/pupils/%s/rounds/new?worry=%s", w->who.id,
		row_id(w->row));
}

/* What waits to be done after the decision: a round not sent, a plan not begun. */
static void draw_next(struct req *rq, struct ui *ui, const struct worry *w)
{
	const char *state = row_text(w->row, WORRY_STATE), *plan = arena_printf(rq->a, "/pupils/%s/plans/new?worry=%s", w->who.id,
		row_id(w->row));
	const char *assess = arena_printf(rq->a, "/pupils/%s/assess/new?worry=%s", w->who.id, row_id(w->row));

	ui_acts(ui);
	if ((strcmp(state, "asking") == 0 || *row_text(w->row, WORRY_ROUND)) && rq_leads(rq, round_path(rq, w)))
		ui_button_link(ui, UI_SECONDARY, *row_text(w->row, WORRY_ROUND) ? "See the answers" : "Send the round",
			round_path(rq, w));
	if (strcmp(state, "assessing") == 0 && rq_leads(rq, assess))
		ui_button_link(ui, UI_SECONDARY, "Say what to find out", assess);
	if (strcmp(state, "cycle") == 0 && rq_leads(rq, plan))
		ui_button_link(ui, UI_SECONDARY, "Write the plan", plan);
	ui_acts_end(ui);
}

static const struct choice DECISIONS[] = {
	{ "advised", "Give advice" }, { "watching", "Watch for a while" }, { "asking", "Ask everyone who teaches the child" },
	{ "assessing", "Assess" }, { "cycle", "Start a support plan" }, { "closed", "Close it" }, { NULL, NULL },
};

static const struct ui_option *decisions(struct arena *a)
{
	static const char *const HINTS[] = { "Say below what to try", "With a day by which somebody must decide",
		"One round of short questions; answers come back in one table",
		"Say next what to find out, by whom and by when", "Assess, plan, do, review",
		"Say below why: no need, or another team takes it on" };
	struct ui_option *o = arena_array(a, sizeof DECISIONS / sizeof *DECISIONS, sizeof *o);

	for (int i = 0; DECISIONS[i].code; i++)
		o[i] = (struct ui_option){ .value = DECISIONS[i].code, .label = DECISIONS[i].label, .hint = HINTS[i] };
	return o;
}

static const char *or_text(const char *typed, const char *otherwise)
{
	return *typed ? typed : otherwise;
}

static void draw_decide(struct req *rq, struct ui *ui, const struct worry *w)
{
	const char *by = w->by, *state = row_text(w->row, WORRY_STATE);

	ui_heading(ui, strcmp(state, "new") == 0 ? "What happens now?" : "Decide again");
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "/worries/%s", row_id(w->row)),
		.version = row_version(w->row), .draft = true });
	ui_input_radios(ui, &(struct ui_input){ .name = "state", .label = "Your decision", .strong = true,
		.value = rq_text(rq, "state") }, decisions(rq->a));
	ui_input_date(ui, &(struct ui_input){ .name = "until", .label = "If you watch: decide by", .strong = true,
		.value = or_text(about_date(rq, "until"), day_iso(rq->a, support_weekday(rq->act->today + WATCH_DAYS))) });
	ui_input_long(ui, &(struct ui_input){ .name = "answer", .label = *by ? arena_printf(rq->a, "What you tell %s",
		by) : "What you tell the one who raised it",
		.hint = "For asking, assessing and planning you may leave it empty: we say that for you", .strong = true, .rows = 3,
		.max = 2000, .value = rq_text(rq, "answer") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the decision", NULL, NULL);
	ui_link_to(ui, "Cancel", "/worries");
	ui_acts_end(ui);
	ui_form_end(ui);
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct worry *w)
{
	ui->shell.title = "A worry";
	about_crumbs(rq, w->decides ? (const char *const[]){ "Worries", "/worries", NULL } :
		(const char *const[]){ "Worries you raised", "/worries/mine", NULL });
	ui->shell.scale = w->decides ? UI_READ : UI_PHONE;
	ui_title(ui, w->who.line, arena_printf(rq->a, "A worry about %s", w->who.first), NULL);
	about_gone(ui, &w->who, "Close the worry, and say why; what was learnt goes with the record.");
	if (!w->decides || strcmp(row_text(w->row, WORRY_STATE), "new") != 0)
		draw_answer(rq, ui, w);
	if (w->decides)
		draw_next(rq, ui, w);
	draw_facts(rq, ui, w);
	if (!w->decides)
		return NULL;
	TRY(draw_beside(rq, ui, w));
	draw_decide(rq, ui, w);
	return NULL;
}

const struct fault *one_worry_page(struct req *rq, struct ui *ui)
{
	struct worry w;

	TRY(fetch(rq, &w));
	return draw(rq, ui, &w);
}
