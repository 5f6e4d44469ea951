/* profile_shared.c - the child or somebody at home reads the one-page profile by a link, as it will print, and says whether it is
 * right, or part by part what to change. Agreeing is a signature to the words that were shown; the sheet says so for as long as it
 * says those words. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "base/text.h"
#include "record/shape.h"
#include "reports/profile.h"
#include "reports/profile_pages.h"
#include "reports/profile_shared.tmpl.h"

static const struct fault *still_read(__attribute__((unused)) struct act *all, __attribute__((unused)) const struct row *link,
	const struct row *plan, bool *yes)
{
	const char *state = row_text(plan, PLAN_STATE);

	*yes = *row_text(plan, PLAN_SHARED_ON) && (strcmp(state, "plan") == 0 || strcmp(state, "do") == 0);
	return NULL;
}

const struct link_task PROFILE_TASKS[] = {
	{ "profile", "Read the one-page profile and say whether it is right", "/shared/profiles/:target", "plan",
		"plan_type plan_field +plan_view +signature", "contact pupil", 21, "/pupils/:pupil/profile", still_read },
	{ NULL },
};

/* ---- who agreed ---- */

static bool outside(const struct row *signature)
{
	const char *role = row_text(signature, SIGNATURE_ROLE);

	return strcmp(row_text(signature, SIGNATURE_THROUGH), "link") == 0 && (strcmp(role, "parent") == 0 ||
		strcmp(role, "pupil") == 0);
}

/* By the print of the words; a signature without one holds for its version alone. */
static bool holds(const struct row *signature, const struct row *plan, const char *print)
{
	const char *read = row_text(signature, SIGNATURE_READ);

	return *read ? strcmp(read, print) == 0 : row_int(signature, SIGNATURE_PLAN_VERSION) == row_version(plan);
}

static void say_agreed(struct arena *a, struct profile_of *of, const struct rows *signed_by)
{
	const char *print = plan_words_print(a, of->plan), *when = "";
	bool child = false, home = false;

	for (int i = 0; i < signed_by->count; i++) {
		const struct row *s = signed_by->row[i];

		if (!outside(s) || strcmp(row_text(s, SIGNATURE_PLAN), row_id(of->plan)) != 0 ||
		    !holds(s, of->plan, print))
			continue;
		child = child || strcmp(row_text(s, SIGNATURE_ROLE), "pupil") == 0;
		home = home || strcmp(row_text(s, SIGNATURE_ROLE), "parent") == 0;
		if (strcmp(row_text(s, SIGNATURE_AT), when) > 0)
			when = row_text(s, SIGNATURE_AT);
	}
	if (child || home)
		of->sheet.agreed = arena_printf(a, "Agreed %s%s%s, %s", child ? "by me" : "", child && home ? " and " : "",
			home ? "at home" : "", day_long(a, moment_day(when)));
}

/* The foot names nobody, so it is the same for every reader: the program looks. */
const struct fault *profiles_agreed(struct act *act, const char *pupil, struct profile_list *list)
{
	struct ask ask = { .pupil = pupil, .where = { { SIGNATURE_THROUGH, IS, "link" } }, .campus = act->campus, .limit = 20000 };
	struct act *all = act_lift(act);
	struct rows signed_by;

	if (!list->count)
		return NULL;
	TRY(act_guard(all));
	TRY(record_list(all, &SIGNATURE, &ask, &signed_by));
	for (int i = 0; i < list->count; i++)
		if (list->of[i].plan && signed_by.count)
			say_agreed(act->a, &list->of[i], &signed_by);
	return act_guard(act);
}

/* ---- on the profile's own page, for staff ---- */

static bool signed_now(const struct profile_view *v, const struct rows *signed_by, const struct row *said, const char *print)
{
	for (int i = 0; i < signed_by->count; i++) {
		const struct row *s = signed_by->row[i];

		if (outside(s) && strcmp(row_text(s, SIGNATURE_PLAN), row_id(v->of->plan)) == 0 &&
		    strcmp(row_text(s, SIGNATURE_NAME), row_text(said, PLAN_VIEW_NAME)) == 0 &&
		    moment_day(row_text(s, SIGNATURE_AT)) == row_day(said, PLAN_VIEW_ON))
			return holds(s, v->of->plan, print);
	}
	return false;
}

const struct fault *profile_family(struct req *rq, struct profile_view *v)
{
	const struct record *link = record_find(rq->act->house, "link");
	struct rows said, signed_by;
	const char *print;

	if (!v->of->plan || !rq_may(rq, &PLAN_VIEW, RIGHT_READ))
		return NULL;
	TRY(record_list(rq->act, &PLAN_VIEW, &(struct ask){ .pupil = row_id(rq->pupil), .where = { { PLAN_VIEW_PLAN, IS,
		row_id(v->of->plan) } }, .limit = 20 }, &said));
	TRY(record_list(rq->act, &SIGNATURE, &(struct ask){ .pupil = row_id(rq->pupil), .where = { { SIGNATURE_PLAN, IS,
		row_id(v->of->plan) } }, .limit = 40 }, &signed_by));
	print = plan_words_print(rq->a, v->of->plan);
	v->words = arena_array(rq->a, (size_t)said.count + 1, sizeof *v->words);
	for (int i = 0; i < said.count; i++) {
		const struct row *w = said.row[i];
		bool agreed = strcmp(row_text(w, PLAN_VIEW_AGREES), "yes") == 0;

		v->words[v->word_count++] = (struct profile_word){ .who = arena_printf(rq->a, "%s, %s%s", *row_text(w,
			PLAN_VIEW_NAME) ? row_text(w, PLAN_VIEW_NAME) : row_show(rq->a, w, PLAN_VIEW_WHOSE),
			row_show(rq->a, w, PLAN_VIEW_ON), strcmp(row_text(w, PLAN_VIEW_THROUGH), "link") == 0 ? ", by link" : ""),
			.what = *row_text(w, PLAN_VIEW_AGREES) ? row_show(rq->a, w, PLAN_VIEW_AGREES) : "Said",
			.changes = row_text(w, PLAN_VIEW_WANTS), .agreed = agreed,
			.stands = agreed && signed_now(v, &signed_by, w, print) };
	}
	if (v->may_write && link && record_may(rq->act, link, RIGHT_ADD, rq->pupil))
		v->share = arena_printf(rq->a, "%s/share", v->base);
	return NULL;
}

static const struct fault *share_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct form *f = form_new(rq->a, &PLAN);
	struct profile_list list;
	struct row *plan;

	TRY(profiles_gather(rq->act, &(struct profile_ask){ .pupil = row_id(rq->pupil) }, &list));
	if (!list.count || !list.of[0].plan)
		return FAULT(rq->a, FAULT_NONE, "no profile is written yet");
	TRY(record_get(rq->act, &PLAN, row_id(list.of[0].plan), &plan));
	form_set(f, PLAN_SHARED_ON, day_iso(rq->a, rq->act->today));
	if (!*row_text(plan, PLAN_SHARED_ON))
		TRY(record_change(rq->act, plan, f));
	return go(rq, "/pupils/%s/links/new?task=profile&target=%s", row_id(rq->pupil), row_id(plan));
}

/* ---- by the link ---- */

static const struct ui_option RIGHT[] = { { .value = "yes", .label = "Yes, it is right" }, { .value = "but",
	.label = "Nearly: I would change something" }, { .value = "ring", .label = "Please ring me first" },
	{ .value = "no", .label = "No, it is not right" }, { .label = NULL } };
static const struct ui_option MINE[] = { { .value = "yes", .label = "Yes, this is me" }, { .value = "but",
	.label = "Nearly: I would change something" }, { .value = "no", .label = "No, please talk with me" }, { .label = NULL } };

/* As it prints, targets and key adult with it: what goes to everybody who teaches the child may be read by the child's family. */
static const struct fault *read_shared(struct req *rq, struct profile_shared *s)
{
	struct act *all = act_lift(rq->act);
	struct profile_list list;
	struct row *plan;

	*s = (struct profile_shared){ .child = rq->link && strcmp(rq->link->kind, "pupil") == 0 };
	TRY(record_get(rq->act, &PLAN, rq_arg(rq, "plan"), &plan));
	TRY(act_guard(all));
	TRY(record_get(all, &PUPIL, row_about(plan), &rq->pupil));
	TRY(profiles_gather(all, &(struct profile_ask){ .pupil = row_about(plan) }, &list));
	TRY(act_guard(rq->act));
	if (!list.count || !list.of[0].plan || strcmp(row_id(list.of[0].plan), row_id(plan)) != 0)
		return FAULT(rq->a, FAULT_NONE, "not a profile, or not the newest");
	s->of = list.of[0];
	s->answers = s->child ? MINE : RIGHT;
	s->r = row_record(s->of.plan);
	s->first = *row_text(rq->pupil, PUPIL_KNOWN_AS) ? row_text(rq->pupil, PUPIL_KNOWN_AS) : row_text(rq->pupil, PUPIL_FORENAME);
	return NULL;
}

static const struct fault *sent_before(struct req *rq, struct profile_shared *s)
{
	struct ask mine = { .where = { { PLAN_VIEW_PLAN, IS, row_id(s->of.plan) }, { PLAN_VIEW_NAME, IS, rq->link->name },
		{ PLAN_VIEW_THROUGH, IS, "link" } }, .limit = 1 };
	struct act *all = act_lift(rq->act);
	struct rows rows;

	TRY(act_guard(all));
	TRY(record_list(all, &PLAN_VIEW, &mine, &rows));
	s->said = rows.count ? rows.row[0] : NULL;
	return act_guard(rq->act);
}

/* "How best to support me: ..." for each part that something is written beside. */
static const char *changes(struct req *rq, const struct record *r)
{
	struct buf b = buf_new(rq->a);

	for (int i = record_stored(r); i < r->count; i++) {
		const char *name = arena_printf(rq->a, "change-%s", r->fields[i].name), *typed = rq_text(rq, name);

		if (text_length(typed) > 500)
			ui_error(rq->ui, name, "Write this shorter: 500 letters at most");
		if (*typed)
			buf_printf(&b, "%s%s: %s", b.len ? "\n\n" : "", r->fields[i].label, typed);
	}
	return buf_text(&b);
}

static const struct fault *draw(struct req *rq, struct ui *ui, struct profile_shared *s)
{
	ui->shell.title = "A one-page profile";
	ui->shell.scale = UI_PHONE;
	s->open = rq->typed.count && (*changes(rq, s->r) || s->form->error_count);
	return tmpl_profile_shared(ui, rq, s);
}

static const struct fault *shared_page(struct req *rq, struct ui *ui)
{
	struct profile_shared s;

	TRY(read_shared(rq, &s));
	if (rq->link && rq->link->done)
		TRY(sent_before(rq, &s));
	if (s.said) {
		ui->shell.title = "Sent";
		return tmpl_profile_shared_sent(ui, rq, &s);
	}
	s.form = rq_form(rq, &PLAN_VIEW);
	return draw(rq, ui, &s);
}

static const struct fault *sign(struct req *rq, const struct profile_shared *s)
{
	struct form *f = form_new(rq->a, &SIGNATURE);
	const char *id;

	if (strcmp(form_value(s->form, PLAN_VIEW_AGREES), "yes") != 0)
		return NULL;
	form_set(f, SIGNATURE_PLAN, row_id(s->of.plan));
	form_set(f, SIGNATURE_ROLE, link_voice(rq));
	form_set(f, SIGNATURE_NAME, rq->link->name);
	form_set(f, SIGNATURE_AT, rq->act->moment);
	form_set(f, SIGNATURE_PLAN_VERSION, arena_printf(rq->a, "%lld", (long long)row_version(s->of.plan)));
	form_set(f, SIGNATURE_THROUGH, "link");
	form_set(f, SIGNATURE_READ, plan_words_print(rq->a, s->of.plan));
	return record_add(rq->act, &SIGNATURE, rq->pupil, f, &id);
}

static void fill(struct req *rq, struct profile_shared *s)
{
	struct form *f = s->form;
	int64_t seen = 0;

	f->version = 0;
	form_set(f, PLAN_VIEW_PLAN, row_id(s->of.plan));
	form_set(f, PLAN_VIEW_WHOSE, link_voice(rq));
	form_set(f, PLAN_VIEW_NAME, rq->link->name);
	form_set(f, PLAN_VIEW_ON, day_iso(rq->a, rq->act->today));
	form_set(f, PLAN_VIEW_HOW, "By a link");
	form_set(f, PLAN_VIEW_THROUGH, "link");
	form_set(f, PLAN_VIEW_WANTS, changes(rq, s->r));
	if (!rq->version_seen || !text_to_int(rq->version_seen, &seen) || seen != row_version(s->of.plan))
		form_error(f, PLAN_VIEW_AGREES, "The school changed the page while you read it. Look at it again, then send");
	else if (!*form_value(f, PLAN_VIEW_AGREES))
		form_error(f, PLAN_VIEW_AGREES, "Say whether it is right");
	else if (strcmp(form_value(f, PLAN_VIEW_AGREES), "but") == 0 && !*form_value(f, PLAN_VIEW_WANTS))
		form_error(f, PLAN_VIEW_AGREES, "Write below what you would change");
	else if (strcmp(form_value(f, PLAN_VIEW_AGREES), "yes") == 0 && *form_value(f, PLAN_VIEW_WANTS))
		form_error(f, PLAN_VIEW_AGREES, "You wrote what to change: choose “Nearly”, or empty the boxes");
}

static const struct fault *shared_post(struct req *rq, struct ui *ui)
{
	struct profile_shared s;
	const struct fault *f;
	const char *id;

	TRY(read_shared(rq, &s));
	s.form = rq_form(rq, &PLAN_VIEW);
	if (!rq->link)
		return draw(rq, ui, &s);
	if (rq->link->done)
		return go(rq, "%s", rq->http->path);
	fill(rq, &s);
	if (s.form->error_count || ui->error_count)
		return draw(rq, ui, &s);
	f = record_add(rq->act, &PLAN_VIEW, rq->pupil, s.form, &id);
	if (f && f->code == FAULT_INVALID && s.form->error_count)
		return draw(rq, ui, &s);
	TRY(f);
	TRY(sign(rq, &s));
	TRY(rq_link_done(rq));
	TRY(rq_link_tell(rq, "Somebody has read a profile", arena_printf(rq->a, "/pupils/%s/profile", row_id(rq->pupil))));
	return go(rq, "%s", rq->http->path);
}

/* The page itself: as it prints, in large print, or easy to read. */
static const struct fault *shared_pdf(struct req *rq, struct ui *ui)
{
	const char *print = rq_text(rq, "print"), *too_long;
	enum profile_variant variant = strcmp(print, "large") == 0 ? PROFILE_LARGE : strcmp(print, "easy") == 0 ? PROFILE_EASY :
		PROFILE_STANDARD;
	struct act *all = act_lift(rq->act);
	struct buf bytes = buf_new(rq->a);
	struct profile_shared s;
	int printed;

	TRY(read_shared(rq, &s));
	TRY(act_guard(all));
	TRY(profiles_pdf(all, &(struct profile_list){ &s.of, 1 }, variant, &bytes, &printed, &too_long));
	TRY(act_guard(rq->act));
	if (bytes.len)
		return rq_download(rq, "application/pdf", "profile.pdf", bytes.data, bytes.len);
	ui->shell.title = "Too long to print";
	rq_link_head(rq, ui);
	ui_title(ui, NULL, ui->shell.title, "It is still being written, and does not fit on one page yet. No text is ever cut.");
	return NULL;
}

const struct route PROFILE_SHARED_ROUTES[] = {
	{ "/shared/profiles/:plan/paper.pdf", &PLAN, RIGHT_READ, shared_pdf, NULL, "A profile on paper", LINK_TOO, "Register" },
	{ "/shared/profiles/:plan", &PLAN, RIGHT_READ, shared_page, shared_post, "A profile as its child reads it", LINK_TOO,
		"Register" },
	{ "/pupils/:pupil/profile/share", &PLAN, RIGHT_EDIT, NULL, share_post, "Ask whether a profile is right",
		.section = "Register" },
	{ NULL },
};
