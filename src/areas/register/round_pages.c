/* round_pages.c - the termly review round: one line a child, each saved on its own. What the dates hang on is in due.c. */
#include "areas/register/round_pages.h"

#include <string.h>

#include "areas/register/due.h"
#include "areas/register/queries.sql.h"
#include "areas/register/round.tmpl.h"
#include "law/term.h"

enum { ROUND_PAGE = 40 };

/* The round is the term's: it begins with it. */
static day round_began(day today)
{
	int year, month, date;
	enum school_term term = school_term_of(today);

	day_parts(today, &year, &month, &date);
	if (term == TERM_AUTUMN)
		return day_of(day_school_year(today), 9, 1);
	return term == TERM_SPRING ? day_of(year, 1, 1) : easter_sunday(year) + 2;
}

/* By the school's own interval from today, a weekday. */
static const struct fault *usual_next(struct act *act, const char **out)
{
	struct clock_answer answer;
	struct own_law own;
	day next;

	TRY(law_own(act, &own));
	TRY(law_due(act->a, &own, "apdr-review", act->today, NULL, &answer));
	next = answer.due == DAY_NONE ? act->today + 84 : answer.due;
	if (day_week(next) > 4)
		next += 7 - day_week(next);
	*out = day_long(act->a, next);
	return NULL;
}

static void read_row(struct arena *a, const struct found *f, int i, const char *next, struct round_row *r)
{
	const char *need = found_text(f, i, Q_ROUND_ROWS_NEEDS);

	*r = (struct round_row){ .pupil = found_text(f, i, Q_ROUND_ROWS_PUPIL), .form = found_text(f, i, Q_ROUND_ROWS_FORM),
		.name = name_sorted(a, found_text(f, i, Q_ROUND_ROWS_KNOWN_AS), found_text(f, i, Q_ROUND_ROWS_KNOWN_SURNAME)),
		.need = *need ? need_short(need + strspn(need, "0123456789")) : "",
		.due = day_parse(found_text(f, i, Q_ROUND_ROWS_REVIEW_ON)),
		.done = day_parse(found_text(f, i, Q_ROUND_ROWS_REVIEWED_ON)), .version = found_int(f, i, Q_ROUND_ROWS_VERSION),
		.choice = "", .next = next, .note = "" };
}

static const struct choice SHOWS[] = { { "", "Still to do" }, { "all", "Everyone" }, { NULL, NULL } };

static const struct ui_option *years_in(struct arena *a, const struct found *f)
{
	struct ui_option *out = arena_array(a, YEAR_COUNT + 2, sizeof *out);
	int n = 0;

	out[n++] = (struct ui_option){ .value = "", .label = "All years" };
	for (int y = 0; y < YEAR_COUNT; y++)
		for (int i = 0; i < f->rows; i++)
			if (strcmp(found_text(f, i, Q_ROUND_ROWS_YEAR), REGISTER_YEARS[y].code) == 0) {
				out[n++] = (struct ui_option){ .value = REGISTER_YEARS[y].code, .label = REGISTER_YEARS[y].label };
				break;
			}
	return out;
}

/* `kept`: the child whose line comes back with its errors; it is shown whatever the filter. */
static const struct fault *read_round(struct req *rq, struct round_view *v, const struct round_row *kept)
{
	day began = round_began(rq->act->today);
	const char *next;
	struct found f;

	*v = (struct round_view){ .year = rq_text(rq, "year"), .show = rq_text(rq, "show") };
	TRY(usual_next(rq->act, &next));
	TRY(query_run(rq->act, &Q_ROUND_ROWS, (const char *const[]){ day_iso(rq->a, rq->act->today), day_iso(rq->a, began) }, &f));
	v->row = arena_array(rq->a, ROUND_PAGE + 1, sizeof *v->row);
	for (int i = 0; i < f.rows; i++) {
		struct round_row r;
		bool mine;

		read_row(rq->a, &f, i, next, &r);
		mine = kept && strcmp(kept->pupil, r.pupil) == 0;
		if (*v->year && strcmp(v->year, found_text(&f, i, Q_ROUND_ROWS_YEAR)) != 0 && !mine)
			continue;
		v->all++;
		v->done += r.done != DAY_NONE;
		if (r.done != DAY_NONE && strcmp(v->show, "all") != 0 && !mine)
			continue;
		v->matching++;
		if (mine)
			r.choice = kept->choice, r.next = kept->next, r.note = kept->note, r.choice_error = kept->choice_error,
				r.next_error = kept->next_error;
		if (v->count < ROUND_PAGE || mine)
			v->row[v->count < ROUND_PAGE ? v->count++ : ROUND_PAGE - 1] = r;
	}
	v->years = years_in(rq->a, &f);
	v->shows = options_of(rq->a, SHOWS, NULL);
	v->title = arena_printf(rq->a, "Review round, %s", school_term_words(school_term_of(rq->act->today)));
	return NULL;
}

static const struct fault *show(struct req *rq, struct ui *ui, const struct round_row *kept)
{
	static const struct ui_link CRUMBS[] = { { "Register", "/register", false, 0 }, { NULL, NULL, false, 0 } };
	struct round_view v;

	TRY(read_round(rq, &v, kept));
	ui->shell.title = "Review round";
	ui->shell.crumbs = CRUMBS;
	return tmpl_round(ui, &v);
}

const struct fault *round_page(struct req *rq, struct ui *ui)
{
	return show(rq, ui, NULL);
}

/* ---- one child's line ---- */

static const char *const CHOICES[] = { "keep", "change", "leave", "ask" };

static bool check(struct req *rq, struct round_row *r)
{
	day next = day_typed(r->next);
	bool known = false, stays;

	for (size_t i = 0; i < sizeof CHOICES / sizeof *CHOICES; i++)
		known = known || strcmp(r->choice, CHOICES[i]) == 0;
	stays = strcmp(r->choice, "leave") != 0 && strcmp(r->choice, "change") != 0;
	if (!known)
		r->choice_error = arena_printf(rq->a, "Choose what happens next for %s", r->name);
	if (stays && next == DAY_NONE)
		r->next_error = arena_printf(rq->a, "Enter the next review of %s, for example 12 March 2027", r->name);
	else if (stays && next <= rq->act->today)
		r->next_error = arena_printf(rq->a, "The next review of %s must be after today", r->name);
	return !r->choice_error && !r->next_error;
}

static const struct fault *keep_note(struct req *rq, const struct round_row *r)
{
	static const char *const SAID[] = { "Support goes on", "Support changes", "Leaves the register", "Advice is asked for" };
	struct form *form = form_new(rq->a, &NOTE);
	const char *said = SAID[0], *id;

	for (size_t i = 0; i < sizeof CHOICES / sizeof *CHOICES; i++)
		if (strcmp(r->choice, CHOICES[i]) == 0)
			said = SAID[i];
	if (!*r->note && strcmp(r->choice, "keep") == 0)
		return NULL;
	form_set(form, NOTE_KIND, "decision");
	form_set(form, NOTE_ON, day_iso(rq->a, rq->act->today));
	form_set(form, NOTE_TEXT, *r->note ? arena_printf(rq->a, "Review: %s. %s", said, r->note) : arena_printf(rq->a,
		"Review: %s.", said));
	form_set(form, NOTE_BY, rq->act->who->staff);
	return record_add(rq->act, &NOTE, rq->pupil, form, &id);
}

/* The open review is met, the next one takes its place: met first, so that the hook counts from today. */
static const struct fault *save(struct req *rq, struct row *status, const struct round_row *r)
{
	struct form *form = form_new(rq->a, &REGISTER_STATUS);
	bool stays = strcmp(r->choice, "leave") != 0 && strcmp(r->choice, "change") != 0;
	struct row *now;
	int met;

	if (rq->version_seen)
		form->version = strtoll(rq->version_seen, NULL, 10);
	if (form->version && form->version != row_version(status))
		return FAULT(rq->a, FAULT_STALE, "somebody reviewed this child in between");
	TRY(keep_note(rq, r));
	TRY(due_met(rq->act, r->pupil, "apdr-review", rq->act->today, &met));
	if (!stays)
		return NULL;
	form_set(form, REGISTER_STATUS_REVIEW_ON, day_iso(rq->a, day_typed(r->next)));
	TRY(record_change(rq->act, status, form));
	TRY(record_get(rq->act, &REGISTER_STATUS, row_id(status), &now));
	return due_of_status(rq->act, now);
}

static const char *back_of(const struct req *rq)
{
	struct buf b = buf_new(rq->a);

	buf_add(&b, "year=");
	buf_add_url(&b, rq_text(rq, "year"));
	buf_add(&b, "&show=");
	buf_add_url(&b, rq_text(rq, "show"));
	return buf_text(&b);
}

static const struct fault *next_place(struct req *rq, const struct round_row *r, const char **out)
{
	struct round_view v;

	*out = "";
	TRY(read_round(rq, &v, NULL));
	for (int i = 0; i + 1 < v.count; i++)
		if (strcmp(v.row[i].pupil, r->pupil) == 0)
			*out = v.row[i + 1].pupil;
	return NULL;
}

const struct fault *round_post(struct req *rq, struct ui *ui)
{
	struct about_child who;
	struct round_row r;
	const char *back = back_of(rq), *next;

	TRY(about_child(rq, rq->pupil, &who));
	ui->shell.scale = UI_WORK;
	r = (struct round_row){ .pupil = who.id, .name = who.name,
		.choice = rq_text(rq, "choice"), .next = rq_text(rq, "next_on"), .note = rq_text(rq, "note") };
	if (strcmp(who.provision, "K") != 0) {
		rq_notice(rq, NULL, "%s is not on SEN Support any more.", who.first);
		return go(rq, "/register/round");
	}
	if (!check(rq, &r))
		return show(rq, ui, &r);
	TRY(next_place(rq, &r, &next));
	TRY(save(rq, who.status, &r));
	if (strcmp(r.choice, "change") == 0 || strcmp(r.choice, "leave") == 0) {
		rq_notice(rq, NULL, "The review of %s is saved. Now say what changes.", who.first);
		return go(rq, "/pupils/%s/register/%s", who.id, r.choice);
	}
	rq_notice(rq, undo_path(rq), "%s is reviewed. Next on %s.", who.first, day_long(rq->a, day_typed(r.next)));
	return *next ? go(rq, "/register/round?%s#c-%s", back, next) : go(rq, "/register/round?%s", back);
}
