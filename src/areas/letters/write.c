/* write.c - a letter from its template to its way out: filled in, judged, sent. What may be said is merge.h's, who may be written
 * to is law/reach.h's; both are asked when it is written and again when it goes. */
#include <string.h>

#include "areas/letters/word.h"
#include "base/text.h"

static const struct fault *said(const struct fault *f, const char **refused)
{
	if (!f || f->code != FAULT_INVALID)
		return f;
	*refused = f->text;
	return NULL;
}

static void fill(struct req *rq, const struct writing *w, const struct reach *to, struct form *form)
{
	form_set(form, LETTER_CONTACT, to->contact);
	form_set(form, LETTER_NAME, to->name);
	form_set(form, LETTER_ADDRESS, strcmp(w->channel, "email") == 0 ? "" : to->address);
	form_set(form, LETTER_TEMPLATE_REF, row_id(w->template));
	form_set(form, LETTER_ON, day_iso(rq->a, rq->act->today));
	form_set(form, LETTER_BY, rq->act->who->staff);
	form_set(form, LETTER_CHANNEL, w->channel);
	form_set(form, LETTER_STATE, "draft");
	form_set(form, LETTER_AGREED, w->agreed ? "1" : "0");
	form_set(form, LETTER_BATCH, w->batch);
}

const struct fault *letter_draft(struct req *rq, const struct writing *w, const struct reach *to, const char **id,
	const char **refused)
{
	struct merge m = { rq->act, w->pupil, to };
	struct form *form = form_new(rq->a, &LETTER);
	const struct fault *f;
	const char *body = "", *title = "";

	*refused = NULL;
	TRY(said(merge_text(&m, row_text(w->template, LETTER_TEMPLATE_SUBJECT), &title), refused));
	if (!*refused)
		TRY(said(merge_text(&m, row_text(w->template, LETTER_TEMPLATE_BODY), &body), refused));
	if (*refused)
		return NULL;
	fill(rq, w, to, form);
	form_set(form, LETTER_TITLE, title);
	form_set(form, LETTER_BODY, body);
	f = record_add(rq->act, &LETTER, w->pupil, form, id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		*refused = form->errors[0].text;
	return *refused ? NULL : f;
}

/* ---- out ---- */

static const char *not_ready(struct req *rq, const struct row *letter, const struct row *pupil, const struct reach *to)
{
	const char *gap = merge_gap(rq->a, row_text(letter, LETTER_BODY));

	if (gap)
		return arena_printf(rq->a, "Fill in [%s] before it goes: nothing is recorded for “%s”", gap,
			merge_said(rq->act, gap));
	if (names_child(rq->a, pupil, row_text(letter, LETTER_TITLE)))
		return arena_printf(rq->a, "Take %s’s name out of the subject: anybody who looks at the telephone reads it",
			letters_first(pupil));
	if (to->may == REACH_NO)
		return arena_printf(rq->a, "Not to %s: %s", to->name, to->why);
	if (to->may == REACH_ASK && row_int(letter, LETTER_AGREED) != 1)
		return arena_printf(rq->a, "%s. Tick that you decided to send it, once you have", to->why);
	return NULL;
}

static const struct fault *queue(struct req *rq, const struct row *letter, const struct row *pupil, struct form *form)
{
	const struct word *word = word_made(rq, row_id(letter));
	struct tell_file file = { "letter.docx", WORD_TYPE, word ? word->bytes : NULL, word ? word->n : 0 };
	struct told told;

	TRY(tell(rq->act, &(struct tell){ .to = TELL_CONTACT, .id = row_text(letter, LETTER_CONTACT), .kind = "letter",
		.subject = row_text(letter, LETTER_TITLE), .text = row_text(letter, LETTER_BODY), .pupil = pupil,
		.why_record = "letter", .why = row_id(letter), .agreed = row_int(letter, LETTER_AGREED) == 1, .file = word ? &file :
		NULL }, &told));
	form_set(form, LETTER_MESSAGE, told.id);
	form_set(form, LETTER_STATE, told.state);
	form_set(form, LETTER_WHY, told.words);
	return NULL;
}

static void by_hand(struct req *rq, const struct row *letter, const char *proof, struct form *form)
{
	bool handed = strcmp(row_text(letter, LETTER_CHANNEL), "handed") == 0;

	form_set(form, LETTER_STATE, handed ? "handed" : "sent");
	form_set(form, LETTER_SENT_ON, day_iso(rq->a, rq->act->today));
	form_set(form, LETTER_PROOF, *proof ? proof : arena_printf(rq->a, "%s by %s on %s", handed ? "Handed over" : "Posted",
		rq->act->who->name, day_long(rq->a, rq->act->today)));
}

const struct fault *letter_send(struct req *rq, struct row *letter, const char *proof, const char **refused)
{
	enum reach_how how = letters_how(row_text(letter, LETTER_CHANNEL));
	struct form *form = form_new(rq->a, &LETTER);
	struct act *all = act_lift(rq->act);
	const struct fault *f;
	struct row *pupil;
	struct reach to;

	*refused = NULL;
	TRY(letters_pupil(rq, letter, &pupil));
	f = reach_one(rq->act, pupil, row_text(letter, LETTER_CONTACT), how == REACH_POST ? REACH_HAND : how, &to);
	if (f && f->code != FAULT_NONE)
		return f;
	*refused = f ? "They are no contact of this child any longer" : not_ready(rq, letter, pupil, &to);
	if (!*refused && how == REACH_EMAIL && word_made(rq, row_id(letter)))
		*refused = word_made(rq, row_id(letter))->refused;
	if (!*refused && how == REACH_POST && text_blank(row_text(letter, LETTER_ADDRESS)))
		*refused = "Enter the address it goes to";
	if (*refused)
		return NULL;
	if (how == REACH_EMAIL)
		TRY(queue(rq, letter, pupil, form));
	else
		by_hand(rq, letter, proof, form);
	TRY(act_guard(all));
	TRY(record_change(all, letter, form)); /* its state is the program's to set: the right to edit was asked for before */
	return act_guard(rq->act);
}
