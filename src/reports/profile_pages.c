/* profile_pages.c - the one-page profile written with a preview, and printed; reading it is profile_reading.c's. What helps is
 * typed once: when a profile is put into use its points become the child's strategies and strengths, which classes, cover sheets
 * and plans show. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/register/area.h"
#include "base/random.h"
#include "base/text.h"
#include "record/shape.h"
#include "reports/profile.h"
#include "reports/profile.tmpl.h"
#include "reports/profile_pages.h"
#include "reports/queries.sql.h"

/* ---- writing it ---- */

static const struct fault *sheet_type(struct act *act, const char **out)
{
	struct ask ask = { .where = { { PLAN_TYPE_SHEET, IS, "1" }, { PLAN_TYPE_STATE, IS, "use" } }, .order = "-edition",
		.limit = 1, .campus = act->campus };
	struct rows rows;

	TRY(record_list(act, &PLAN_TYPE, &ask, &rows));
	if (!rows.count)
		return FAULT(act->a, FAULT_NONE, "no kind of profile is in use");
	*out = row_id(rows.row[0]);
	return NULL;
}

static const struct { const char *name; size_t part; } FIRST_WORDS[] = {
	{ "like", offsetof(struct profile, likes) }, { "support", offsetof(struct profile, support) },
	{ "not_help", offsetof(struct profile, unhelpful) }, { "signs", offsetof(struct profile, signs) },
	{ "calms", offsetof(struct profile, calms) },
};

/* A first draft from what the record knows already. */
static void prefill(struct form *form, const struct profile *sheet)
{
	for (size_t i = 0; i < sizeof FIRST_WORDS / sizeof *FIRST_WORDS; i++) {
		const char *text = *(const char *const *)(const void *)((const char *)sheet + FIRST_WORDS[i].part);
		int field = field_find(form->r, FIRST_WORDS[i].name);

		if (field >= 0 && text)
			form_set(form, field, text);
	}
}

static const struct fault *editor(struct req *rq, struct profile_edit *e)
{
	const char *type;

	TRY(profile_one(rq, &e->of));
	if (e->of.plan) {
		e->r = row_record(e->of.plan);
		return NULL;
	}
	TRY(sheet_type(rq->act, &type));
	return plan_type_record(rq->act, type, &e->r);
}

static const struct fault *measure(struct req *rq, struct profile_edit *e, struct form *form)
{
	e->sheet = e->of.sheet;
	profile_from_form(rq->a, form, e->of.plan, &e->sheet);
	TRY(profile_measure(rq->a, &e->sheet, PROFILE_STANDARD, &e->fit));
	return NULL;
}

static const struct fault *show_editor(struct req *rq, struct ui *ui, struct profile_edit *e, struct form *form)
{
	struct child c;

	TRY(child_head(rq, ui, "/profile", "Write the profile", &c));
	e->first = c.first;
	e->form = form;
	e->version = e->of.plan ? row_version(e->of.plan) : 0;
	e->base = arena_printf(rq->a, "/pupils/%s/profile", row_id(rq->pupil));
	TRY(measure(rq, e, form));
	rq_errors(rq, form);
	return tmpl_profile_edit(ui, e);
}

const struct fault *profile_edit_page(struct req *rq, struct ui *ui)
{
	struct profile_edit e = { 0 };
	struct form *form;

	TRY(editor(rq, &e));
	form = rq->typed.count ? rq_form(rq, e.r) : e.of.plan ? form_of_row(rq->a, e.of.plan) : form_new(rq->a, e.r);
	if (!e.of.plan && !rq->typed.count)
		prefill(form, &e.of.sheet);
	return show_editor(rq, ui, &e, form);
}

/* The preview alone, for the script that shows it beside the form as it is typed: it asks with the number of the draft it saved. */
const struct fault *profile_preview(struct req *rq, struct ui *ui)
{
	struct profile_edit e = { 0 };
	struct form *form;

	TRY(editor(rq, &e));
	form = rq->typed.count ? rq_form(rq, e.r) : e.of.plan ? form_of_row(rq->a, e.of.plan) : form_new(rq->a, e.r);
	TRY(measure(rq, &e, form));
	ui->shell.title = "Preview of a profile";
	return tmpl_profile_preview(ui, &e);
}

/* Points that are no longer said end; new ones begin. */
static const struct fault *take_points(struct req *rq, const struct record *r, int text, int from, int until, int kind,
	const char *code, const char *points)
{
	struct ask ask = { .pupil = row_id(rq->pupil), .as_at = day_iso(rq->a, rq->act->today) };
	struct rows rows;

	if (kind >= 0)
		ask.where[0].field = kind, ask.where[0].op = IS, ask.where[0].value = code;
	TRY(record_list(rq->act, r, &ask, &rows));
	for (int i = 0; i < rows.count; i++) {
		struct form *f = form_new(rq->a, r);

		if (profile_has_point(rq->a, points, row_text(rows.row[i], text)))
			continue;
		if (row_day(rows.row[i], from) >= rq->act->today) {
			TRY(record_withdraw(rq->act, rows.row[i], "no longer in the profile"));
			continue;
		}
		form_set(f, until, day_iso(rq->a, rq->act->today - 1));
		TRY(record_change(rq->act, rows.row[i], f));
	}
	for (const char *point; (point = profile_next_point(rq->a, &points));) {
		struct form *f = form_new(rq->a, r);
		bool known = false;
		const char *id;

		for (int i = 0; i < rows.count; i++)
			known = known || text_same(row_text(rows.row[i], text), point);
		if (known)
			continue;
		form_set(f, text, point);
		form_set(f, from, day_iso(rq->a, rq->act->today));
		if (kind >= 0)
			form_set(f, kind, code);
		TRY(record_add(rq->act, r, rq->pupil, f, &id));
	}
	return NULL;
}

static const struct fault *publish(struct req *rq, const struct profile *sheet)
{
	TRY(take_points(rq, &STRENGTH, STRENGTH_TEXT, STRENGTH_FROM, STRENGTH_UNTIL, -1, "", sheet->likes ? sheet->likes : ""));
	TRY(take_points(rq, &STRATEGY, STRATEGY_TEXT, STRATEGY_FROM, STRATEGY_UNTIL, STRATEGY_KIND, "helps", sheet->support ?
		sheet->support : ""));
	TRY(take_points(rq, &STRATEGY, STRATEGY_TEXT, STRATEGY_FROM, STRATEGY_UNTIL, STRATEGY_KIND, "avoid", sheet->unhelpful ?
		sheet->unhelpful : ""));
	TRY(take_points(rq, &STRATEGY, STRATEGY_TEXT, STRATEGY_FROM, STRATEGY_UNTIL, STRATEGY_KIND, "trigger", sheet->signs ?
		sheet->signs : ""));
	return take_points(rq, &STRATEGY, STRATEGY_TEXT, STRATEGY_FROM, STRATEGY_UNTIL, STRATEGY_KIND, "calms", sheet->calms ?
		sheet->calms : "");
}

/* Each part that is too long gets its message; nothing is cut. */
static void say_too_long(struct req *rq, struct profile_edit *e, struct form *form)
{
	for (int i = 0; i < e->fit.n; i++) {
		int field = profile_field_of(form->r, e->fit.over[i].part);

		form_error(form, field, "%s. Shorten it so that the profile fits on one page",
			profile_over_text(rq->a, &e->fit.over[i]));
	}
	if (!e->fit.fits && !form->error_count)
		form_error(form, -1, "The profile does not fit on one page: shorten it");
}

static const struct fault *save(struct req *rq, struct profile_edit *e, struct form *form, bool use)
{
	const char *type;
	struct row *plan_type;

	if (use && (!e->of.plan || !e->of.in_use)) {
		TRY(sheet_type(rq->act, &type));
		TRY(record_get(rq->act, &PLAN_TYPE, e->of.plan ? row_text(e->of.plan, PLAN_TYPE_REF) : type, &plan_type));
		form_set(form, PLAN_FROM, day_iso(rq->a, rq->act->today));
		if (row_int(plan_type, PLAN_TYPE_WEEKS))
			form_set(form, PLAN_REVIEW_ON, day_iso(rq->a, rq->act->today + 7 * (day)row_int(plan_type,
				PLAN_TYPE_WEEKS)));
	}
	form_set(form, PLAN_STATE, use || e->of.in_use ? "do" : "plan");
	if (!e->of.plan || !*row_text(e->of.plan, PLAN_SHARED_ON))
		form_set(form, PLAN_SHARED_ON, day_iso(rq->a, rq->act->today)); /* it is theirs to read, by a link */
	if (e->of.plan) {
		form->version = 0;
		if (rq->version_seen && *rq->version_seen)
			(void)text_to_int(rq->version_seen, &form->version);
		return record_change(rq->act, e->of.plan, form);
	}
	TRY(sheet_type(rq->act, &type));
	form_set(form, PLAN_TYPE_REF, type);
	form_set(form, PLAN_NUMBER, "1");
	form->version = 0;
	return record_put(rq->act, e->r, rq->pupil, form, &e->of.plan);
}

const struct fault *profile_edit_post(struct req *rq, struct ui *ui)
{
	bool use = strcmp(rq_text(rq, "act"), "use") == 0, preview = strcmp(rq_text(rq, "act"), "preview") == 0;
	struct profile_edit e = { 0 };
	const struct fault *f;
	struct form *form;
	struct rows lines;

	TRY(editor(rq, &e));
	form = rq_form(rq, e.r);
	TRY(measure(rq, &e, form));
	e.previewed = preview;
	if (preview)
		return show_editor(rq, ui, &e, form);
	if (use || e.of.in_use) {
		const char *type = e.of.plan ? row_text(e.of.plan, PLAN_TYPE_REF) : NULL;

		if (!type)
			TRY(sheet_type(rq->act, &type));
		TRY(plan_type_lines(rq->act, type, &lines));
		plan_missing(form, e.of.plan, &lines, "plan");
		say_too_long(rq, &e, form);
	}
	if (form->error_count)
		return show_editor(rq, ui, &e, form);
	f = save(rq, &e, form, use);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return show_editor(rq, ui, &e, form);
	TRY(f);
	if (use || e.of.in_use)
		TRY(publish(rq, &e.sheet));
	rq_notice(rq, NULL, use || e.of.in_use ? "The profile is in use. Those who teach %s are asked to read it." :
		"The draft of %s’s profile is kept.", child_first(rq->pupil));
	return go(rq, "/pupils/%s/profile", row_id(rq->pupil));
}

/* ---- paper ---- */

static enum profile_variant variant_of(const struct req *rq)
{
	const char *print = rq_text(rq, "print");

	return strcmp(print, "large") == 0 ? PROFILE_LARGE : strcmp(print, "easy") == 0 ? PROFILE_EASY : PROFILE_STANDARD;
}

static const struct fault *send_pdf(struct req *rq, struct ui *ui, const struct profile_list *list, const char *file)
{
	struct buf bytes = buf_new(rq->a);
	const char *too_long;
	int printed;

	TRY(profiles_pdf(rq->act, list, variant_of(rq), &bytes, &printed, &too_long));
	if (bytes.len)
		return rq_download(rq, "application/pdf", file, bytes.data, bytes.len);
	ui->shell.title = "Nothing to print";
	ui_title(ui, NULL, "Nothing to print", list->count ?
		"A profile that does not fit on one page is not printed, and no text is ever cut." :
		"There is no profile here yet.");
	if (*too_long)
		ui_bullets(ui, too_long);
	return NULL;
}

const struct fault *profile_pdf(struct req *rq, struct ui *ui)
{
	struct profile_of of;

	TRY(profile_one(rq, &of));
	return send_pdf(rq, ui, &(struct profile_list){ &of, 1 }, "profile.pdf");
}

static const struct fault *gather_set(struct req *rq, struct profile_list *list)
{
	const char *class = rq_text(rq, "class");

	return profiles_gather(rq->act, &(struct profile_ask){ .class = id_ok(class) ? class : NULL,
		.written_only = strcmp(rq_text(rq, "which"), "written") == 0 }, list);
}

const struct fault *profiles_pdf_page(struct req *rq, struct ui *ui)
{
	struct profile_list list;

	TRY(gather_set(rq, &list));
	return send_pdf(rq, ui, &list, "profiles.pdf");
}

int profiles_page_of(const struct req *rq, int count, int *from, int *to)
{
	int64_t number = 1;

	*from = 0;
	*to = count;
	if (strcmp(rq_text(rq, "page"), "all") == 0)
		return 0;
	(void)text_to_int(rq_text(rq, "page"), &number);
	if (number > 1 && number <= (count + PROFILES_A_PAGE - 1) / PROFILES_A_PAGE)
		*from = (int)(number - 1) * PROFILES_A_PAGE;
	if (*from + PROFILES_A_PAGE < count)
		*to = *from + PROFILES_A_PAGE;
	return *from / PROFILES_A_PAGE + 1;
}

const struct fault *profiles_page(struct req *rq, struct ui *ui)
{
	struct profiles_view v = { .class = rq_text(rq, "class") };
	struct rows classes;

	TRY(gather_set(rq, &v.list));
	TRY(record_list(rq->act, &CLASS, &(struct ask){ .as_at = day_iso(rq->a, rq->act->today), .order = "name_fold",
		.limit = 500 }, &classes));
	v.classes = arena_array(rq->a, (size_t)classes.count + 2, sizeof *v.classes);
	v.classes[0] = (struct ui_option){ .value = "", .label = "Everybody on the register" };
	for (int i = 0; i < classes.count; i++)
		v.classes[i + 1] = (struct ui_option){ .value = row_id(classes.row[i]), .label = row_text(classes.row[i],
			CLASS_NAME) };
	for (int i = 0; i < v.list.count; i++) {
		v.in_use += v.list.of[i].in_use;
		v.drafts += v.list.of[i].plan && !v.list.of[i].in_use;
	}
	v.page = profiles_page_of(rq, v.list.count, &v.from, &v.to);
	v.query = arena_printf(rq->a, "class=%s", id_ok(v.class) ? v.class : "");
	v.may_see_practice = record_ever(rq->act, &PROFILE_READ, RIGHT_EXPORT);
	ui->shell.title = "One-page profiles";
	return tmpl_profiles(ui, &v);
}

const struct route PROFILE_ROUTES[] = {
	{ "/pupils/:pupil/profile", &PLAN, RIGHT_READ, profile_page, NULL, "One-page profile", .section = "Register" },
	{ "/pupils/:pupil/profile/edit", &PLAN, RIGHT_EDIT, profile_edit_page, profile_edit_post, "Write a one-page profile",
		.section = "Register" },
	{ "/pupils/:pupil/profile/preview", &PLAN, RIGHT_EDIT, profile_preview, NULL, "Preview of a profile", QUIET, "Register" },
	{ "/pupils/:pupil/profile/read", &PROFILE_READ, RIGHT_ADD, NULL, profile_read_post, "A profile was read",
		.section = "Register" },
	{ "/pupils/:pupil/profile/use", &PROFILE_USE, RIGHT_ADD, NULL, profile_use_post, "A profile is in use in a class",
		.section = "Register" },
	{ "/pupils/:pupil/profile/chase", &PLAN, RIGHT_APPROVE, NULL, profile_chase, "Ask those who have not read a profile",
		.section = "Register" },
	{ "/pupils/:pupil/profile.pdf", &PLAN, RIGHT_READ, profile_pdf, NULL, "One-page profile on paper", .section = "Register" },
	{ "/profiles", &PLAN, RIGHT_READ, profiles_page, NULL, "One-page profiles", .section = "Profiles" },
	{ "/profiles/practice", &PROFILE_READ, RIGHT_EXPORT, profile_practice_page, profile_practice_post,
		"Profiles not read, not in use", .section = "Profiles" },
	{ "/profiles.pdf", &PLAN, RIGHT_READ, profiles_pdf_page, NULL, "One-page profiles on paper", .section = "Profiles" },
	{ NULL },
};

const struct panel PROFILE_PANELS[] = {
	{ "child-tabs", 150, &PLAN, RIGHT_READ, "Profile", .href = "/profile" },
	{ "home-teacher", 50, &PROFILE_READ, RIGHT_ADD, "Profiles to read", PANEL_WHOLE, profile_panel_unread },
	{ "home-ta", 50, &PROFILE_READ, RIGHT_ADD, "Profiles to read", PANEL_WHOLE, profile_panel_unread },
	{ "home-senco", 730, &PROFILE_READ, RIGHT_EXPORT, "Profiles in practice", PANEL_RAIL, profile_panel_practice },
	{ NULL },
};
