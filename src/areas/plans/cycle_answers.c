/* cycle_answers.c - what those who teach a child, and home, answered when they were last asked: in a plan question by question, so
 * that answers to one question stand together. Older rounds are on the child's own page. Nothing here can be filled in. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "base/text.h"

enum { ASKED_MOST = 40, ANSWERS_MOST = 400 };

/* Who was asked, by what record, and how an answer names it. */
struct answerers { const char *record, *ref, *none; };
static const struct answerers STAFF_SIDE = { "ask", "ask", "Nobody has been asked, or nobody has answered yet." },
	HOME_SIDE = { "home_ask", "home", "Home has not been asked, or has not answered yet." };

struct last_asked { const struct row *row[ASKED_MOST]; const char *by[ASKED_MOST]; int count; const char *ids; };

/* All who answered beside the newest answer: of its round, or it alone where no round was opened. A plan that is over keeps to
 * what was answered in its time. */
static const struct fault *last_of(struct req *rq, const struct cycle *c, const struct answerers *who, struct last_asked *out)
{
	const struct record *r = record_find(rq->act->house, who->record);
	struct buf ids = buf_new(rq->a);
	struct ask ask = { .pupil = c->who.id, .order = "-answered_on", .limit = ASKED_MOST, .clear_only = true };
	const char *round;
	struct rows all;

	*out = (struct last_asked){ .ids = "" };
	if (!r || !record_ever(rq->act, r, RIGHT_READ))
		return NULL;
	ask.where[0].field = field_find(r, "answered_on");
	ask.where[0].op = FILLED;
	ask.where[0].value = "";
	if (c->over && row_day(c->plan, PLAN_UNTIL) != DAY_NONE)
		ask.where[1].field = ask.where[0].field, ask.where[1].op = BEFORE,
			ask.where[1].value = day_iso(rq->a, row_day(c->plan, PLAN_UNTIL) + 1);
	TRY(record_list(rq->act, r, &ask, &all));
	round = all.count ? row_named(all.row[0], "round") : "";
	for (int i = 0; i < all.count; i++) {
		if (i && (!*round || strcmp(row_named(all.row[i], "round"), round) != 0))
			continue;
		if (who == &STAFF_SIDE)
			TRY(staff_name_of(rq, row_named(all.row[i], "staff"), &out->by[out->count]));
		else
			out->by[out->count] = "";
		buf_printf(&ids, "%s%s", ids.len ? " " : "", row_id(all.row[i]));
		out->row[out->count++] = all.row[i];
	}
	out->ids = buf_text(&ids);
	return NULL;
}

/* "3 of 5", "Sometimes", words, or a number and words. */
static const char *said(struct arena *a, const struct row *answer)
{
	const char *words = row_named(answer, "words"), *scale = row_named(answer, "scale");

	if (!*scale)
		return words;
	if (strcmp(row_named(answer, "kind"), "often") == 0)
		scale = strcmp(scale, "5") == 0 ? "Yes" : strcmp(scale, "1") == 0 ? "No" : "Sometimes";
	else
		scale = arena_printf(a, "%s of 5", scale);
	return *words ? arena_printf(a, "%s. %s", scale, words) : scale;
}

static const char *by_whom(const struct last_asked *asked, const struct row *answer, const char *ref)
{
	for (int i = 0; i < asked->count; i++)
		if (*asked->by[i] && strcmp(row_id(asked->row[i]), row_named(answer, ref)) == 0)
			return asked->by[i];
	return row_named(answer, "name");
}

static bool seen_before(const struct rows *answers, int at)
{
	for (int i = 0; i < at; i++)
		if (strcmp(row_named(answers->row[i], "asked"), row_named(answers->row[at], "asked")) == 0)
			return true;
	return false;
}

/* One question, and under it what each said. */
static void question(struct req *rq, struct ui *ui, const struct last_asked *asked, const struct rows *answers, int at,
	const char *ref)
{
	const char *text = row_named(answers->row[at], "asked");
	struct buf b = buf_new(rq->a);

	for (int i = at; i < answers->count; i++) {
		const char *what = said(rq->a, answers->row[i]), *by = by_whom(asked, answers->row[i], ref);

		if (*what && strcmp(row_named(answers->row[i], "asked"), text) == 0)
			buf_printf(&b, "%s%s%s%s%s", b.len ? " · " : "", what, *by ? " (" : "", by, *by ? ")" : "");
	}
	if (!b.len)
		return;
	ui_item(ui);
	buf_add_html(&ui->out, text);
	ui_small(ui, buf_text(&b));
	ui_item_end(ui);
}

static const struct fault *side(struct req *rq, struct ui *ui, const struct cycle *c, const char *label,
	const struct answerers *who)
{
	const struct record *r = record_find(rq->act->house, "ask_answer");
	struct last_asked asked;
	struct rows answers = { NULL, 0 };
	const char *round;

	TRY(last_of(rq, c, who, &asked));
	if (asked.count)
		TRY(record_list(rq->act, r, &(struct ask){ .pupil = c->who.id, .limit = ANSWERS_MOST,
			.where = { { field_find(r, who->ref), ANY_OF, asked.ids } } }, &answers));
	ui_heading_s(ui, label);
	if (!answers.count) {
		ui_small(ui, who->none);
		return NULL;
	}
	round = arena_printf(rq->a, "/rounds/%s", row_named(asked.row[0], "round"));
	ui_small(ui, arena_printf(rq->a, "Asked on %s. On the scale 1 is very hard for the child and 5 is no trouble.",
		row_show(rq->a, asked.row[0], field_find(row_record(asked.row[0]), "asked_on"))));
	ui_items(ui);
	for (int i = 0; i < answers.count; i++)
		if (!seen_before(&answers, i))
			question(rq, ui, &asked, &answers, i, who->ref);
	ui_items_end(ui);
	if (who == &STAFF_SIDE && *row_named(asked.row[0], "round") && rq_leads(rq, round))
		ui_link_to(ui, "The answers side by side", round);
	return NULL;
}

const struct fault *cycle_answers(struct req *rq, struct ui *ui, const struct cycle *c, const char *label)
{
	const struct record *r = record_find(rq->act->house, "ask_answer");

	if (!r || !record_ever(rq->act, r, RIGHT_READ))
		return NULL;
	TRY(side(rq, ui, c, label, &STAFF_SIDE));
	return side(rq, ui, c, "What home answered", &HOME_SIDE);
}
