/* reading_pages.c - what somebody must have read: one's own list, the text with its tick, and for those who put it before
 * others who
 * has and who has not. Writing one is reading_write.c. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"
#include "base/text.h"
#include "record/who.h"
#include "web/keep_file.h"
#include "web/tell.h"

bool reading_keeps(struct req *rq)
{
	return record_ever(rq->act, &READING, RIGHT_EDIT);
}

/* Whom it is put before is worked out from roles and classes, whoever looks; their names any colleague knows. */
const struct fault *reading_people(struct req *rq, const char *reading, struct found *out, int *unread)
{
	struct act *all = act_lift(rq->act);

	*unread = 0;
	TRY(act_guard(all));
	TRY(query_run(all, &Q_READING_PEOPLE, (const char *const[]){ reading, day_iso(rq->a, rq->act->today) }, out));
	for (int i = 0; i < out->rows; i++)
		*unread += !*found_text(out, i, Q_READING_PEOPLE_READ_AT);
	return act_guard(rq->act);
}

/* ---- the lists ---- */

static const struct fault *own_list(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "What", .width = 40, .phone = UI_LEAD }, { "Kind", .phone = UI_BARE },
		{ "Read by", .phone = UI_LINE }, { "You read it", .phone = UI_LINE }, { NULL } };
	struct found f;

	TRY(query_run(rq->act, &Q_READINGS_MINE, (const char *const[]){ rq->act->who->account, rq->act->who->staff,
		day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows) {
		ui_empty(ui, "Nothing is put before you to be read.", NULL, NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "To be read by you", .columns = COLUMNS, .css = "os-fixed" });
	for (int i = 0; i < f.rows; i++) {
		const char *due = found_text(&f, i, Q_READINGS_MINE_DUE_ON), *at = found_text(&f, i, Q_READINGS_MINE_READ_AT);

		ui_row(ui);
		ui_cell_link(ui, found_text(&f, i, Q_READINGS_MINE_TITLE), arena_printf(rq->a, "/guidance/reading/%s",
			found_text(&f, i, Q_READINGS_MINE_ID)));
		ui_cell(ui, choice_label(READING_KINDS, found_text(&f, i, Q_READINGS_MINE_KIND)));
		if (*due && !*at)
			ui_cell_due(ui, day_parse(due));
		else
			ui_cell(ui, "");
		ui_cell(ui, *at ? moment_long(rq->a, at) : "Not yet");
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

static const char *whom_words(struct arena *a, const struct row *r)
{
	const char *whom = row_text(r, READING_WHOM), *of = row_text(r, READING_WHOM_OF);
	struct buf b = buf_new(a);

	if (strcmp(whom, "all") == 0)
		return "Everybody who works here";
	if (strcmp(whom, "subject") == 0)
		return arena_printf(a, "Teachers of %s", of);
	if (strcmp(whom, "year") == 0)
		return strcmp(of, "R") == 0 ? "Teachers of Reception" : arena_printf(a, "Teachers of Year %s", of);
	for (int i = 0; READER_ROLES[i].code; i++)
		if (guidance_has_word(of, READER_ROLES[i].code))
			buf_printf(&b, "%s%s", b.len ? ", " : "", READER_ROLES[i].label);
	return buf_text(&b);
}

static const char *state_words(struct arena *a, const struct row *r, int people, int unread)
{
	if (strcmp(row_text(r, READING_STATE), "out") != 0)
		return row_show(a, r, READING_STATE);
	return !people ? "Nobody is in it" : !unread ? people == 1 ? "The one who is asked has read it" : arena_printf(a,
		"All %d have read it", people) :
		arena_printf(a, "%d of %d have read it", people - unread, people);
}

static const struct fault *kept_list(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "What", .width = 35, .phone = UI_LEAD }, { "Who reads it", .phone =
		UI_BARE, .width = 25 },
		{ "State", .phone = UI_BARE }, { "Read by", .phone = UI_LINE }, { NULL } };
	struct rows all;

	TRY(record_list(rq->act, &READING, &(struct ask){ .limit = 300, .order = "title_fold" }, &all));
	ui_heading(ui, "What you put before others");
	if (!all.count) {
		ui_empty(ui, "Nothing is written yet: a policy, a change of one, a role card.", "Write one",
			"/guidance/reading/new");
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "Put before others", .columns = COLUMNS, .css = "os-fixed" });
	for (int i = 0; i < all.count; i++) {
		const struct row *r = all.row[i];
		struct found f = { 0 };
		int unread = 0;

		if (strcmp(row_text(r, READING_STATE), "out") == 0)
			TRY(reading_people(rq, row_id(r), &f, &unread));
		ui_row(ui);
		ui_cell_link(ui, row_text(r, READING_TITLE), arena_printf(rq->a, "/guidance/reading/%s", row_id(r)));
		ui_cell(ui, whom_words(rq->a, r));
		ui_cell(ui, state_words(rq->a, r, f.rows, unread));
		if (unread && row_day(r, READING_DUE_ON) != DAY_NONE)
			ui_cell_due(ui, row_day(r, READING_DUE_ON));
		else
			ui_cell(ui, "");
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

const struct fault *readings_page(struct req *rq, struct ui *ui)
{
	TRY(guidance_head(rq, ui, "To read", "Policies, changes and role cards. Tick that you have read each; a new edition asks "
		"again."));
	if (record_ever(rq->act, &READING, RIGHT_ADD))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Put something before staff", "/guidance/reading/new");
	TRY(guidance_head_end(rq, ui, "/guidance/reading"));
	TRY(own_list(rq, ui));
	return reading_keeps(rq) ? kept_list(rq, ui) : NULL;
}

/* ---- one ---- */

struct to_read { struct row *row; const char *href; bool keeps, out, asked; const char *read_at; };

static const struct fault *fetch(struct req *rq, struct to_read *v)
{
	struct found f;

	*v = (struct to_read){ .read_at = "" };
	TRY(record_get(rq->act, &READING, rq_arg(rq, "reading"), &v->row));
	v->href = arena_printf(rq->a, "/guidance/reading/%s", row_id(v->row));
	v->keeps = reading_keeps(rq);
	v->out = strcmp(row_text(v->row, READING_STATE), "out") == 0;
	TRY(query_run(rq->act, &Q_READINGS_MINE, (const char *const[]){ rq->act->who->account, rq->act->who->staff,
		day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++)
		if (strcmp(found_text(&f, i, Q_READINGS_MINE_ID), row_id(v->row)) == 0) {
			v->asked = true;
			v->read_at = found_text(&f, i, Q_READINGS_MINE_READ_AT);
		}
	if (!v->out && !v->keeps)
		return FAULT(rq->a, FAULT_NONE, "a draft, or no longer asked");
	return NULL;
}

static void draw_tick(struct req *rq, struct ui *ui, const struct to_read *v)
{
	const char *question = row_text(v->row, READING_QUESTION);

	if (*v->read_at) {
		ui_note(ui, UI_OK, "You have read this edition.", moment_long(rq->a, v->read_at));
		return;
	}
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/read", v->href), .version = row_version(v->row) });
	if (*question)
		ui_input_long(ui, &(struct ui_input){ .name = "answer", .label = question, .strong = true, .rows = 3, .max = 1000,
			.value = rq_text(rq, "answer") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "I have read it", NULL, NULL);
	if (rq_leads(rq, "/guidance/ask"))
		ui_link_to(ui, "Something is not clear: ask the SENCO", "/guidance/ask");
	ui_acts_end(ui);
	ui_form_end(ui);
}

static const char *answer_of(const struct rows *receipts, const struct row *r, const char *account)
{
	for (int i = 0; i < receipts->count; i++)
		if (strcmp(row_text(receipts->row[i], RECEIPT_ACCOUNT), account) == 0 && row_int(receipts->row[i],
			RECEIPT_EDITION) ==
			row_int(r, READING_EDITION))
			return row_text(receipts->row[i], RECEIPT_ANSWER);
	return "";
}

/* Whoever has no sign-in is not asked here. */
static const struct fault *draw_unasked(struct req *rq, struct ui *ui)
{
	struct act *all = act_lift(rq->act); /* a number alone; not everybody who sees this reads accounts */
	int64_t n;

	TRY(act_guard(all));
	TRY(query_number(all, &Q_STAFF_WITHOUT_ACCOUNT, (const char *const[]){ day_iso(rq->a, rq->act->today), rq->act->campus },
		&n));
	TRY(act_guard(rq->act));
	if (n)
		ui_small(ui, arena_printf(rq->a, n == 1 ? "One person who works here has no sign-in: tell them in person." :
			"%lld who work here have no sign-in: tell them in person.", (long long)n));
	return NULL;
}

static const struct fault *draw_people(struct req *rq, struct ui *ui, const struct to_read *v)
{
	static const struct ui_column PLAIN[] = { { "Who", .width = 35 }, { "Read", .phone = UI_BARE }, { NULL } };
	static const struct ui_column ASKED[] = { { "Who", .width = 25 }, { "Read", .phone = UI_BARE, .width = 25 },
		{ "Answer", .phone = UI_BARE }, { NULL } };
	bool question = *row_text(v->row, READING_QUESTION) != 0;
	struct rows receipts = { 0 };
	struct found f;
	int unread, sheet = guidance_page_number(rq);

	TRY(reading_people(rq, row_id(v->row), &f, &unread));
	if (record_ever(rq->act, &RECEIPT, RIGHT_READ))
		TRY(record_list(rq->act, &RECEIPT, &(struct ask){ .where = { { RECEIPT_READING, IS, row_id(v->row) } }, .limit =
			5000 }, &receipts));
	ui_heading(ui, state_words(rq->a, v->row, f.rows, unread));
	ui_para(ui, whom_words(rq->a, v->row));
	if (!f.rows)
		return NULL;
	if (unread)
		ui_button_post(ui, UI_SECONDARY | UI_SMALL, unread == 1 ? "Remind the one who has not" : arena_printf(rq->a,
			"Remind the %d who have not", unread), arena_printf(rq->a, "%s/chase", v->href), 0);
	ui_table(ui, &(struct ui_table){ .caption = "Who has read it", .columns = question ? ASKED : PLAIN, .css = "os-fixed" });
	for (int i = (sheet - 1) * UI_PER_PAGE; i < f.rows && i < sheet * UI_PER_PAGE; i++) {
		const char *at = found_text(&f, i, Q_READING_PEOPLE_READ_AT);

		ui_row(ui);
		ui_cell(ui, found_text(&f, i, Q_READING_PEOPLE_NAME));
		ui_cell(ui, *at ? moment_long(rq->a, at) : *found_text(&f, i, Q_READING_PEOPLE_EARLIER) ? "An earlier edition" :
			"Not yet");
		if (question)
			ui_cell(ui, answer_of(&receipts, v->row, found_text(&f, i, Q_READING_PEOPLE_ACCOUNT)));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_pages(ui, f.rows, sheet, v->href);
	return strcmp(row_text(v->row, READING_WHOM), "role") != 0 ? draw_unasked(rq, ui) : NULL;
}

static void draw_acts(struct req *rq, struct ui *ui, const struct to_read *v)
{
	const char *state = row_text(v->row, READING_STATE);

	ui_acts(ui);
	if (strcmp(state, "out") != 0)
		ui_button_post(ui, UI_PRIMARY | UI_SMALL, "Put it before them", arena_printf(rq->a, "%s/out", v->href),
			row_version(v->row));
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, strcmp(state, "out") == 0 ? "Write the next edition" : "Change it",
		arena_printf(rq->a, "%s/edit", v->href));
	if (strcmp(state, "out") == 0)
		ui_button_post(ui, UI_QUIET, "Stop asking", arena_printf(rq->a, "%s/over", v->href), row_version(v->row));
	ui_acts_end(ui);
}

static void draw_file(struct req *rq, struct ui *ui, const struct to_read *v)
{
	const struct kept_kind *k = kept_kind_of(row_text(v->row, READING_MIME));

	if (*row_text(v->row, READING_BLOB))
		ui_link_to(ui, arena_printf(rq->a, "Open the document%s%s", k ? ", " : "", k ? k->words : ""),
			arena_printf(rq->a, "%s/file", v->href));
}

static const struct fault *draw(struct req *rq, struct ui *ui, const struct to_read *v)
{
	const struct row *r = v->row;

	ui->shell.title = row_text(r, READING_TITLE);
	ui->shell.scale = UI_READ;
	guidance_crumbs(rq, "To read", "/guidance/reading");
	ui_title(ui, arena_printf(rq->a, "%s, edition %lld", row_show(rq->a, r, READING_KIND), (long long)row_int(r,
		READING_EDITION)),
		row_text(r, READING_TITLE), v->asked && !*v->read_at && *row_text(r, READING_DUE_ON) ? arena_printf(rq->a,
			"To be read by %s.",
		row_show(rq->a, r, READING_DUE_ON)) : NULL);
	if (v->keeps)
		draw_acts(rq, ui, v);
	ui_prose(ui, row_text(r, READING_TEXT));
	draw_file(rq, ui, v);
	if (v->asked)
		draw_tick(rq, ui, v);
	return v->keeps ? draw_people(rq, ui, v) : NULL;
}

const struct fault *reading_page(struct req *rq, struct ui *ui)
{
	struct to_read v;

	TRY(fetch(rq, &v));
	return draw(rq, ui, &v);
}

const struct fault *reading_read(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &RECEIPT);
	struct to_read v;
	const char *id = NULL;

	TRY(fetch(rq, &v));
	if (!v.out || !v.asked)
		return FAULT(rq->a, FAULT_NONE, "this person is not asked to read it");
	if (*row_text(v.row, READING_QUESTION) && !*rq_text(rq, "answer") && !*v.read_at) {
		ui_error(ui, "answer", "Answer the question");
		return draw(rq, ui, &v);
	}
	if (!*v.read_at) { /* pressed twice, it is read once */
		form_set(form, RECEIPT_READING, row_id(v.row));
		form_set(form, RECEIPT_EDITION, row_text(v.row, READING_EDITION));
		form_set(form, RECEIPT_ACCOUNT, rq->act->who->account);
		form_set(form, RECEIPT_AT, rq->act->moment);
		form_set(form, RECEIPT_ANSWER, rq_text(rq, "answer"));
		TRY(record_add(rq->act, &RECEIPT, NULL, form, &id));
	}
	rq_notice(rq, id ? undo_of(rq, "/guidance", &RECEIPT, id) : NULL, "Noted that you have read it. You are asked again if it "
		"changes.");
	return go(rq, "/guidance/reading");
}

const struct fault *reading_file(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const struct kept_kind *k;
	const void *bytes;
	struct to_read v;
	size_t n;

	TRY(fetch(rq, &v));
	if (!*row_text(v.row, READING_BLOB))
		return FAULT(rq->a, FAULT_NONE, "no document is kept with it");
	TRY(blob_get(rq->act, row_text(v.row, READING_BLOB), &bytes, &n));
	k = kept_kind_of(row_text(v.row, READING_MIME));
	return rq_download(rq, k ? k->mime : "application/octet-stream", arena_printf(rq->a, "to-read-%.8s.%s", row_id(v.row),
		k ? k->ending : "bin"), bytes, n);
}

const struct fault *reading_chase(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct form *form = form_new(rq->a, &READING);
	struct found f;
	struct to_read v;
	int unread;

	TRY(fetch(rq, &v));
	if (!v.keeps || !v.out)
		return FAULT(rq->a, FAULT_NONE, "not theirs to remind of");
	TRY(reading_people(rq, row_id(v.row), &f, &unread));
	for (int i = 0; i < f.rows; i++) {
		struct tell t = { .to = TELL_ACCOUNT, .id = found_text(&f, i, Q_READING_PEOPLE_ACCOUNT), .kind = "notice",
			.subject = arena_printf(rq->a, "To read: %s", row_text(v.row, READING_TITLE)),
			.text = "This is put before you to be read. Tick it when you have.", .path = v.href, .why_record =
				READING.name,
			.why = row_id(v.row) };

		if (!*found_text(&f, i, Q_READING_PEOPLE_READ_AT))
			TRY(tell(rq->act, &t, NULL));
	}
	form_set(form, READING_CHASED_ON, day_iso(rq->a, rq->act->today));
	TRY(record_change(rq->act, v.row, form));
	rq_notice(rq, NULL, unread == 1 ? "One person is reminded." : "%d people are reminded.", unread);
	return go(rq, "%s", v.href);
}
