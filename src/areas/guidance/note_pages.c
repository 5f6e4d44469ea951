/* note_pages.c - need-to-act notes: written in half a minute, seen by each who teaches the child, chased, ended. What readers are
 * shown is what to do and until when; who wrote it and why stands nowhere they can look. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"
#include "base/text.h"
#include "web/tell.h"

enum { USUAL_DAYS = 14 };

/* ---- all that stand ---- */

static const struct row *note_row(const struct rows *rows, const char *id)
{
	for (int i = 0; i < rows->count; i++)
		if (strcmp(row_id(rows->row[i]), id) == 0)
			return rows->row[i];
	return NULL;
}

static void count_seen(const struct found *readers, const char *note, int *all, int *seen)
{
	*all = *seen = 0;
	for (int i = 0; i < readers->rows; i++)
		if (strcmp(found_text(readers, i, Q_ACT_NOTE_READERS_NOTE), note) == 0) {
			++*all;
			*seen += *found_text(readers, i, Q_ACT_NOTE_READERS_SEEN) != 0;
		}
}

static const char *seen_words(struct arena *a, int all, int seen)
{
	return !all ? "Nobody teaches the child" : seen == all ? all == 1 ? "The one who needs it has seen it" : arena_printf(a,
		"All %d have seen it", all) :
		arena_printf(a, "%d of %d have seen it", seen, all);
}

static const char *lasting(struct req *rq, const struct row *n)
{
	day from = row_day(n, ACT_NOTE_FROM), until = row_day(n, ACT_NOTE_UNTIL);

	return from > rq->act->today ? arena_printf(rq->a, "%s to %s", day_short(rq->a, from, rq->act->today),
		day_short(rq->a, until, rq->act->today)) : arena_printf(rq->a, "Until %s", day_short(rq->a, until, rq->act->today));
}

static bool sees_readers(struct req *rq)
{
	return record_ever(rq->act, &ACT_NOTE, RIGHT_ADD) || (record_ever(rq->act, &ACT_NOTE, RIGHT_EDIT));
}

static const struct fault *draw_list(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 20, .phone = UI_LEAD }, { "What to do", .width = 40,
		.phone = UI_BARE },
		{ "How long", .phone = UI_BARE }, { "Seen", .phone = UI_BARE }, { NULL } };
	const char *today = day_iso(rq->a, rq->act->today);
	struct found f, readers = { 0 };
	struct rows rows;
	bool sees = sees_readers(rq);

	TRY(query_run(rq->act, &Q_ACT_NOTE_LIST, (const char *const[]){ today }, &f));
	TRY(record_list(rq->act, &ACT_NOTE, &(struct ask){ .where = { { ACT_NOTE_UNTIL, FROM_ON, today } }, .limit = 400 }, &rows));
	if (sees)
		TRY(query_run(rq->act, &Q_ACT_NOTE_READERS, (const char *const[]){ "", today }, &readers));
	if (!f.rows) {
		ui_empty(ui, sees ? "No note stands now." :
			"Nothing to do for now beyond what plans and profiles say.", NULL, NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "Notes for now", .columns = COLUMNS, .css = "os-fixed" });
	for (int i = 0; i < f.rows; i++) {
		const struct row *n = note_row(&rows, found_text(&f, i, Q_ACT_NOTE_LIST_ID));
		int all, seen;

		if (!n)
			continue;
		count_seen(&readers, row_id(n), &all, &seen);
		ui_row(ui);
		ui_cell_sub(ui, about_name(rq->a, found_text(&f, i, Q_ACT_NOTE_LIST_FIRST), found_text(&f, i,
			Q_ACT_NOTE_LIST_LAST)), found_text(&f, i, Q_ACT_NOTE_LIST_FORM));
		ui_cell_link(ui, row_text(n, ACT_NOTE_TEXT), arena_printf(rq->a, "/guidance/notes/%s", row_id(n)));
		ui_cell(ui, lasting(rq, n));
		ui_cell(ui, sees ? seen_words(rq->a, all, seen) : "");
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}

const struct fault *act_notes_page(struct req *rq, struct ui *ui)
{
	TRY(guidance_head(rq, ui, "Notes for now", "What to do for a child for a while. Each ends by itself."));
	TRY(guidance_head_end(rq, ui, "/guidance/notes"));
	if (record_ever(rq->act, &ACT_NOTE, RIGHT_ADD))
		ui_para(ui, "To write one, open the child’s page and choose “Tell all who teach”.");
	return draw_list(rq, ui);
}

/* ---- written ---- */

/* Words that say why rather than what to do: pointed out once, kept if the writer says so. */
static const char *reason_word(struct arena *a, const char *text)
{
	static const char *const WORDS[] = { "because", "diagnos", "abuse", "neglect", "police", "social worker",
		"child protection",
		"safeguarding", "foster", "domestic", "self harm", "divorce", "custody", "bereave", "therapy", "camhs",
			"medication", NULL };
	const char *folded = text_fold(a, text);

	for (const char *const *w = WORDS; *w; w++)
		if (strstr(folded, *w))
			return *w;
	return NULL;
}

static const struct fault *draw_form(struct req *rq, struct ui *ui, struct form *form, const struct row *note, const char *word)
{
	struct about who;

	if (rq->pupil)
		TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	else
		TRY(about_row(rq, note, NULL, NULL, &who));
	ui->shell.title = note ? "Change a note" : "Tell all who teach";
	ui->shell.scale = UI_READ;
	ui_title(ui, who.line, note ? "Change the note" : arena_printf(rq->a, "Tell all who teach %s", who.first),
		"It stands on their first page, in their classes, on cover sheets and here, until its last day.");
	if (word)
		ui_note(ui, UI_SOON, "Does it say why?", arena_printf(rq->a, "“%s” is a reason. Staff need what to do: “Let him "
			"out five minutes early”. Change it, or save it as it is.", word));
	ui_form_begin(ui, &(struct ui_form){ .version = note ? row_version(note) : 0, .draft = true });
	if (word)
		ui_hidden(ui, "as_it_is", "1");
	ui_field(ui, &ACT_NOTE, form, ACT_NOTE_TEXT);
	ui_field(ui, &ACT_NOTE, form, ACT_NOTE_FROM);
	ui_field(ui, &ACT_NOTE, form, ACT_NOTE_UNTIL);
	ui_field(ui, &ACT_NOTE, form, ACT_NOTE_WHO);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, word ? "Save it as it is" : note ? "Save the note" : "Tell them", NULL, NULL);
	ui_link_to(ui, "Cancel", note ? arena_printf(rq->a, "/guidance/notes/%s", row_id(note)) : who.href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *save(struct req *rq, struct ui *ui, struct row *note)
{
	struct form *form = rq_form(rq, &ACT_NOTE);
	const char *word = *rq_text(rq, "as_it_is") ? NULL : reason_word(rq->a, rq_text(rq, "text"));
	const struct fault *f;
	struct row *now = note;

	f = note ? record_change(rq->act, note, form) : record_put(rq->act, &ACT_NOTE, rq->pupil, form, &now);
	if (guidance_invalid(f, form))
		return draw_form(rq, ui, form, note, NULL);
	TRY(f);
	if (word)
		return draw_form(rq, ui, form, note, word); /* a page after POST: nothing is saved */
	rq_notice(rq, undo_of(rq, "/guidance", &ACT_NOTE, row_id(now)), note ? "Changed. Those who had seen it are asked again." :
		"All who need it see it from its first day. Here stands who has.");
	return go(rq, "/guidance/notes/%s", row_id(now));
}

const struct fault *act_note_new(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ACT_NOTE);

	TRY(about_may_add(rq, &ACT_NOTE));
	if (rq->post)
		return save(rq, ui, NULL);
	if (!*form_value(form, ACT_NOTE_FROM))
		form_set(form, ACT_NOTE_FROM, day_iso(rq->a, rq->act->today));
	if (!*form_value(form, ACT_NOTE_UNTIL))
		form_set(form, ACT_NOTE_UNTIL, day_iso(rq->a, rq->act->today + USUAL_DAYS));
	if (!*form_value(form, ACT_NOTE_WHO))
		form_set(form, ACT_NOTE_WHO, "all");
	return draw_form(rq, ui, form, NULL, NULL);
}

static const struct fault *fetch(struct req *rq, enum right right, struct row **out)
{
	TRY(record_get(rq->act, &ACT_NOTE, rq_arg(rq, "note"), out));
	if (right == RIGHT_EDIT && !record_may(rq->act, &ACT_NOTE, RIGHT_EDIT, *out))
		return FAULT(rq->a, FAULT_NONE, "not this person's note to change");
	return NULL;
}

const struct fault *act_note_edit(struct req *rq, struct ui *ui)
{
	struct row *note;

	TRY(fetch(rq, RIGHT_EDIT, &note));
	return rq->post ? save(rq, ui, note) : draw_form(rq, ui, rq->typed.count ? rq_form(rq, &ACT_NOTE) : form_of_row(rq->a,
		note), note, NULL);
}

/* ---- one ---- */

void note_seen_button(struct req *rq, struct ui *ui, const char *note, int64_t version)
{
	ui_button_post(ui, UI_SECONDARY | UI_SMALL, "I have seen it", arena_printf(rq->a, "/guidance/notes/%s/seen", note),
		version);
}

static const struct fault *draw_readers(struct req *rq, struct ui *ui, const struct row *note)
{
	static const struct ui_column COLUMNS[] = { { "Who" }, { "Seen", .phone = UI_BARE }, { NULL } };
	struct found f;
	int all, seen;

	TRY(query_run(rq->act, &Q_ACT_NOTE_READERS, (const char *const[]){ row_id(note), day_iso(rq->a, rq->act->today) }, &f));
	count_seen(&f, row_id(note), &all, &seen);
	ui_heading(ui, seen_words(rq->a, all, seen));
	if (!f.rows)
		return NULL;
	ui_table(ui, &(struct ui_table){ .caption = "Who has seen it", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++) {
		const char *at = found_text(&f, i, Q_ACT_NOTE_READERS_SEEN), *earlier = found_text(&f, i,
			Q_ACT_NOTE_READERS_EARLIER);

		ui_row(ui);
		ui_cell(ui, found_text(&f, i, Q_ACT_NOTE_READERS_NAME));
		ui_cell(ui, *at ? moment_long(rq->a, at) : *earlier ? "Saw it before it changed" : "Not yet");
		ui_row_end(ui);
	}
	ui_table_end(ui);
	if (seen < all)
		ui_button_post(ui, UI_SECONDARY, arena_printf(rq->a, "Remind the %d who have not", all - seen),
			arena_printf(rq->a, "/guidance/notes/%s/chase", row_id(note)), 0);
	return NULL;
}

static const struct fault *mine_unseen(struct req *rq, const struct row *note, bool *out)
{
	struct found f;

	*out = false;
	if (!*rq->act->who->staff || !record_ever(rq->act, &ACT_NOTE_SEEN, RIGHT_ADD))
		return NULL;
	TRY(query_run(rq->act, &Q_ACT_NOTES_UNSEEN, (const char *const[]){ rq->act->who->staff, day_iso(rq->a, rq->act->today) },
		&f));
	for (int i = 0; i < f.rows; i++)
		*out = *out || strcmp(found_text(&f, i, Q_ACT_NOTES_UNSEEN_ID), row_id(note)) == 0;
	return NULL;
}

const struct fault *act_note_page(struct req *rq, struct ui *ui)
{
	struct about who;
	struct row *note;
	bool unseen, edits, over;

	TRY(fetch(rq, RIGHT_READ, &note));
	TRY(about_row(rq, note, NULL, NULL, &who));
	TRY(mine_unseen(rq, note, &unseen));
	over = row_day(note, ACT_NOTE_UNTIL) < rq->act->today;
	edits = record_may(rq->act, &ACT_NOTE, RIGHT_EDIT, note);
	if (over && !edits && !record_ever(rq->act, &ACT_NOTE, RIGHT_ADD))
		return FAULT(rq->a, FAULT_NONE, "this note is over");
	ui->shell.title = "A note for now";
	ui->shell.scale = sees_readers(rq) ? UI_READ : UI_PHONE;
	ui_title(ui, who.line, row_text(note, ACT_NOTE_TEXT), over ? arena_printf(rq->a, "Over since %s.", row_show(rq->a, note,
		ACT_NOTE_UNTIL)) : arena_printf(rq->a, "From %s until %s. It ends by itself.", row_show(rq->a, note, ACT_NOTE_FROM),
		row_show(rq->a, note, ACT_NOTE_UNTIL)));
	if (unseen)
		note_seen_button(rq, ui, row_id(note), row_version(note));
	if (edits && !over) {
		ui_acts(ui);
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Change it", arena_printf(rq->a, "/guidance/notes/%s/edit",
			row_id(note)));
		ui_button_post(ui, UI_QUIET, "End it today", arena_printf(rq->a, "/guidance/notes/%s/end", row_id(note)),
			row_version(note));
		ui_acts_end(ui);
	}
	return sees_readers(rq) && !over ? draw_readers(rq, ui, note) : NULL;
}

const struct fault *act_note_seen(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct form *form = form_new(rq->a, &ACT_NOTE_SEEN);
	struct row *note, *pupil;
	const char *id = NULL;
	bool unseen;

	TRY(fetch(rq, RIGHT_READ, &note));
	TRY(mine_unseen(rq, note, &unseen));
	if (unseen) { /* pressed twice, it is seen once */
		TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(note), &pupil));
		form_set(form, ACT_NOTE_SEEN_NOTE, row_id(note));
		form_set(form, ACT_NOTE_SEEN_VERSION, arena_printf(rq->a, "%lld", (long long)row_version(note)));
		form_set(form, ACT_NOTE_SEEN_STAFF, rq->act->who->staff);
		form_set(form, ACT_NOTE_SEEN_AT, rq->act->moment);
		TRY(record_add(rq->act, &ACT_NOTE_SEEN, pupil, form, &id));
	}
	rq_notice(rq, id ? undo_of(rq, "/guidance", &ACT_NOTE_SEEN, id) : NULL, "Noted that you have seen it. It stays in your "
		"classes until %s.", row_show(rq->a, note,
		ACT_NOTE_UNTIL));
	return go(rq, "/");
}

const struct fault *act_note_end(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct form *form = form_new(rq->a, &ACT_NOTE);
	day today = rq->act->today;
	struct row *note;

	TRY(fetch(rq, RIGHT_EDIT, &note));
	/* one that has not begun is taken back; one that stands had its last day yesterday, or today if it began today */
	if (row_day(note, ACT_NOTE_FROM) > today) {
		TRY(record_withdraw(rq->act, note, "Not needed after all"));
		rq_notice(rq, NULL, "Taken back before it began.");
		return go(rq, "/guidance/notes");
	}
	form_set(form, ACT_NOTE_UNTIL, day_iso(rq->a, row_day(note, ACT_NOTE_FROM) == today ? today : today - 1));
	TRY(record_change(rq->act, note, form));
	rq_notice(rq, undo_of(rq, "/guidance", &ACT_NOTE, row_id(note)), "The note is over.");
	return go(rq, "/guidance/notes");
}

/* Those who have not seen it are told that there is one; the page says what, to those who may read it. */
const struct fault *act_note_chase(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct row *note;
	struct found f;
	int told = 0;

	TRY(fetch(rq, RIGHT_READ, &note));
	if (!sees_readers(rq))
		return FAULT(rq->a, FAULT_NONE, "who has seen a note is not theirs to know");
	TRY(query_run(rq->act, &Q_ACT_NOTE_READERS, (const char *const[]){ row_id(note), day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++) {
		if (*found_text(&f, i, Q_ACT_NOTE_READERS_SEEN))
			continue;
		TRY(tell_staff(rq->act, found_text(&f, i, Q_ACT_NOTE_READERS_STAFF), "notice", "A note about a child you teach",
			"There is something to do for now for a child you work with. It takes ten seconds to read.",
			arena_printf(rq->a, "/guidance/notes/%s", row_id(note))));
		told++;
	}
	rq_notice(rq, NULL, told == 1 ? "One person is reminded." : "%d people are reminded.", told);
	return go(rq, "/guidance/notes/%s", row_id(note));
}
